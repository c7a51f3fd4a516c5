/*
 * srf.c - Spiked random features: ridge regression on sigma(b.x + u v.x)
 *
 * Emitted by orderode 0.1.0 from the system srf, digest ac4299ba1451b673. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in srf.h.
 */
#include "srf.h"

#include <math.h>

enum { PANELS = 8, ORDER = 20, NODES = 2 * PANELS * ORDER, OWEN = 12 };
enum { GRID = 505, SPACE = 4 * GRID, HERMITE = 12 };
enum { MOST_STEPS = 60 };

#define END 9.0 /* of the range in kappa */
#define ROUNDING 1e-15 /* of sums over the grid */
#define EXPONENT 40.0 /* the grid's error is its exponential */
#define RANGE 8.5 /* standard deviations that count */
#define NARROW 12.0 /* a field so much narrower than the distance of the singularity needs no grid */
#define LEAST_MODE 1e-12 /* of the largest: what is less is none */
#define TOLERANCE 1e-13 /* of Newton's steps */
#define PI 3.1415926535897931
enum { groups = 1 };
static const int warm_ups[] = {30, 300, 3000}; /* plain steps before Newton's, and more where that fails */

/* Gauss-Legendre rules on (-1, 1), and the Gauss-Hermite rule of N(0, 1). */
static const double panel_node[ORDER] = {
    -0.99312859918509488,
    -0.96397192727791381,
    -0.91223442825132595,
    -0.83911697182221878,
    -0.7463319064601508,
    -0.63605368072651502,
    -0.51086700195082713,
    -0.37370608871541955,
    -0.22778585114164507,
    -0.076526521133497338,
    0.076526521133497338,
    0.22778585114164507,
    0.37370608871541955,
    0.51086700195082713,
    0.63605368072651502,
    0.7463319064601508,
    0.83911697182221878,
    0.91223442825132595,
    0.96397192727791381,
    0.99312859918509488,
};
static const double panel_weight[ORDER] = {
    0.017614007139152118,
    0.040601429800386939,
    0.062672048334109068,
    0.083276741576704755,
    0.10193011981724044,
    0.11819453196151841,
    0.13168863844917664,
    0.14209610931838204,
    0.14917298647260374,
    0.15275338713072584,
    0.15275338713072584,
    0.14917298647260374,
    0.14209610931838204,
    0.13168863844917664,
    0.11819453196151841,
    0.10193011981724044,
    0.083276741576704755,
    0.062672048334109068,
    0.040601429800386939,
    0.017614007139152118,
};
static const double owen_node[OWEN] = {
    -0.98156063424671924,
    -0.90411725637047491,
    -0.76990267419430469,
    -0.58731795428661748,
    -0.36783149899818018,
    -0.12523340851146891,
    0.12523340851146891,
    0.36783149899818018,
    0.58731795428661748,
    0.76990267419430469,
    0.90411725637047491,
    0.98156063424671924,
};
static const double owen_weight[OWEN] = {
    0.047175336386511828,
    0.10693932599531843,
    0.16007832854334622,
    0.20316742672306592,
    0.23349253653835481,
    0.24914704581340277,
    0.24914704581340277,
    0.23349253653835481,
    0.20316742672306592,
    0.16007832854334622,
    0.10693932599531843,
    0.047175336386511828,
};
static const double hermite_node[HERMITE] = {
    -5.500901704467748,
    -4.2718258479322815,
    -3.2237098287700974,
    -2.2594644510007993,
    -1.3403751971516167,
    -0.44440300194413895,
    0.44440300194413895,
    1.3403751971516167,
    2.2594644510007993,
    3.2237098287700974,
    4.2718258479322815,
    5.500901704467748,
};
static const double hermite_weight[HERMITE] = {
    1.4999271676371679e-07,
    4.837184922590628e-05,
    0.0022033806875331988,
    0.029116687912364152,
    0.14696704804532998,
    0.32166436151283001,
    0.32166436151283001,
    0.14696704804532998,
    0.029116687912364152,
    0.0022033806875331988,
    4.837184922590628e-05,
    1.4999271676371679e-07,
};

/* Functions of kappa at the nodes. */
typedef struct {
    double *weight;
    double *kappa;
    double *h0;
    double *h1;
    double *h2;
    double *c0;
    double *c1;
    double *c22;
    double *space; /* for the sums of functions without closed averages */
} functions;

/* A readout problem: the features' spike and bulk, and the regression. */
typedef struct {
    double alpha;
    double beta;
    double lam;
    double u;
    double gamma;
    double c;
    double noise2;
    double inverse_p;
} readout;

/* A point to solve. */
typedef struct {
    const readout *params;
} problem;

/* All memory of a point; the variables of F0 lie one after the other from V1 on. */
typedef struct {
    functions tables;
    int groups;
    int size; /* variables of F0 */
    int all;  /* variables of E */
    double *V1;
    double *V2;
    double *Vh1;
    double *Vh2;
    double *D;
    double *R;
    double *start; /* of the variables, for another attempt */
    double *t1;
    double *W_vv;
    double *W_ve;
    double *W_ee;
    double *t1_slope;
    double *W_vv_slope;
    double *W_ve_slope;
    double *W_ee_slope;
    double *sizes;
    double *step;
    double *vector;
    double *matrix;
    double *modes;
    double *open;
    double *right;
    double *axes;
    double *scratch;
} memory;

double srf_owens_t(double h, double slope)
{
    double sum = 0.0;

    for (int node = 0; node < OWEN; ++node) {
        const double position = 0.5*slope*(1.0 + owen_node[node]);
        const double stretch = 1.0 + position*position;

        sum += owen_weight[node]*exp(-0.5*h*h*stretch)/stretch;
    }
    return 0.5*slope*sum*0.15915494309189535;
}

/* r0, r1, r2 at x: the part of f, f' and f^2 that has no closed average. */
typedef void (*values_at)(double x, double *found);

/* Sums for its averages over a field of one standard deviation: over a grid, or, where that is narrow, around each mean. */
typedef struct {
    values_at values;
    double spread;
    double pace; /* of the grid, in units of the spread */
    int size;    /* the grid is from -size to size; -1 where there is none */
    int window;  /* points on either side of a mean that count */
    double *grid;  /* 3 values per point */
    double *gauss; /* weights of the points beside one on which a mean falls */
} averages;

static void remainder_tanh(double x, double *found)
{
    const double part_0 = tanh(x);
    const double part_2 = (part_0*part_0) - 1.0;
    const double r0 = part_0 - erf(0.70710678118654757*x);
    const double r1 = -part_2 - 0.79788456080286541*exp(-0.5*(x*x));
    const double r2 = part_2;

    found[0] = r0;
    found[1] = r1;
    found[2] = r2;
}

static void remainder_silu(double x, double *found)
{
    const double part_0 = 0.5*x;
    const double part_1 = 1.4142135623730951*part_0;
    const double part_2 = erf(part_1);
    const double part_3 = exp(-x);
    const double part_4 = part_3 + 1.0;
    const double part_5 = (1.0/(part_4));
    const double part_6 = 0.5*part_2;
    const double part_7 = (1.0/(part_4*part_4));
    const double part_8 = (x*x);
    const double part_9 = 0.5*part_8;
    const double r0 = -part_0*part_2 - part_0 + part_5*x;
    const double r1 = -0.56418958354775628*part_1*exp(-part_9) + part_3*part_7*x + part_5 - part_6 - 0.5;
    const double r2 = -part_6*part_8 + part_7*part_8 - part_9;

    found[0] = r0;
    found[1] = r1;
    found[2] = r2;
}

static void remainder_softplus(double x, double *found)
{
    const double part_0 = 0.5*x;
    const double part_1 = exp(x);
    const double part_2 = part_1 + 1.0;
    const double part_3 = log(part_2);
    const double part_4 = 1.4142135623730951*part_0;
    const double part_5 = erf(part_4);
    const double part_6 = 0.5*part_5;
    const double part_7 = (x*x);
    const double part_8 = 0.5*part_7;
    const double r0 = -part_0*part_5 - part_0 + part_3;
    const double r1 = part_1/part_2 - 0.56418958354775628*part_4*exp(-part_8) - part_6 - 0.5;
    const double r2 = (part_3*part_3) - part_6*part_7 - part_8;

    found[0] = r0;
    found[1] = r1;
    found[2] = r2;
}

static void remainder_sigmoid(double x, double *found)
{
    const double part_0 = exp(-x);
    const double part_1 = part_0 + 1.0;
    const double part_3 = 0.5*erf(0.70710678118654757*x) + 0.5;
    const double part_4 = (1.0/(part_1*part_1));
    const double r0 = -part_3 + (1.0/(part_1));
    const double r1 = part_0*part_4 - 0.3989422804014327*exp(-0.5*(x*x));
    const double r2 = -part_3 + part_4;

    found[0] = r0;
    found[1] = r1;
    found[2] = r2;
}

/*
 * Sets sums up for means of at most ``largest`` in size. The step of the grid makes the error of the trapezoidal rule
 * exp(-EXPONENT), be it of the Gaussian or of the nearest singularity of f; beyond reach the values are 0.
 */
static void prepare(values_at values, double singularity, double reach, double spread, double largest, double *space, averages *at)
{
    const double ratio = fmin(singularity/spread, sqrt(2.0*EXPONENT));
    const double pace = 2.0*PI*ratio/(EXPONENT + 0.5*ratio*ratio);

    at->values = values;
    at->spread = spread;
    at->size = -1;
    if (!(spread*NARROW >= singularity)) {
        return;
    }
    at->pace = pace;
    at->size = (int)ceil(fmin(reach, largest + RANGE*spread)/(pace*spread));
    at->window = (int)fmin(ceil(RANGE/pace), 2.0*at->size);
    at->grid = space;
    at->gauss = space + 3*GRID;
    for (int point = -at->size; point <= at->size; ++point) {
        values(pace*spread*point, at->grid + 3*(point + at->size));
    }
    for (int point = 0; point <= at->window; ++point) {
        const double z = pace*point;

        at->gauss[point] = exp(-0.5*z*z);
    }
}

/* r0, r1, r2 averaged over a field with mean m. */
static void average(const averages *at, double m, double *found)
{
    double above[3] = {0.0, 0.0, 0.0}, below[3] = {0.0, 0.0, 0.0};

    found[0] = found[1] = found[2] = 0.0;
    if (at->size < 0) {
        for (int point = 0; point < HERMITE; ++point) {
            double value[3];

            at->values(m + at->spread*hermite_node[point], value);
            for (int i = 0; i < 3; ++i) {
                found[i] += hermite_weight[point]*value[i];
            }
        }
    } else {
        const double pace = at->pace, position = m/(pace*at->spread), end = at->size;
        const double nearest = fmax(fmin(position, end), -end);
        const int centre = (int)(nearest + (nearest < 0.0 ? -0.5 : 0.5));
        const double offset = pace*(position - centre);
        const double *const middle = at->grid + 3*(centre + at->size);
        const int up_to = at->size - centre, down_to = at->size + centre;
        double up = 1.0, down = 1.0;

        /* exp(-(z - offset)^2/2) at z = pace i is gauss[i] exp(pace offset)^i, but for a factor. */
        if (fabs(offset) < RANGE + 1.0) {
            const double growth = exp(pace*offset), decay = 1.0/growth;
            const double scale = pace*0.3989422804014327*exp(-0.5*offset*offset);

            for (int point = 1; point <= at->window; ++point) {
                const double weight = at->gauss[point];

                up *= growth;
                down *= decay;
                if (point <= up_to) {
                    const double *const value = middle + 3*point;

                    above[0] += weight*up*value[0];
                    above[1] += weight*up*value[1];
                    above[2] += weight*up*value[2];
                }
                if (point <= down_to) {
                    const double *const value = middle - 3*point;

                    below[0] += weight*down*value[0];
                    below[1] += weight*down*value[1];
                    below[2] += weight*down*value[2];
                }
            }
            for (int i = 0; i < 3; ++i) {
                found[i] = scale*(middle[i] + (above[i] + below[i]));
            }
        }
    }
    if (fabs(found[0]) < ROUNDING) {
        found[0] = 0.0; /* a feature that is 0 but for rounding must not become one */
    }
}

/* c0, c1 and c2^2 of sigma(x) = erf(x) at mean m and variance v. */
static void features_erf(const averages *at, double m, double v, double *found)
{
    const double part_0 = (1.0/sqrt(2.0*v + 1.0));
    const double part_1 = m*part_0;
    const double part_2 = 4.0*v;
    const double c0 = erf(part_1);
    const double c1 = 1.1283791670955126*part_0*exp(-2.0*(m*m)/(part_2 + 2.0));
    const double c22 = -(c0*c0) - (c1*c1)*v - 8.0*srf_owens_t(1.4142135623730951*part_1, (1.0/sqrt(part_2 + 1.0))) + 1.0;

    (void)at;
    found[0] = c0;
    found[1] = c1;
    found[2] = c22;
}

/* c0, c1 and c2^2 of sigma(x) = max(x, 0) at mean m and variance v. */
static void features_relu(const averages *at, double m, double v, double *found)
{
    const double part_0 = 0.5*m;
    const double part_2 = sqrt(v);
    const double part_3 = erf(1.4142135623730951*part_0/part_2);
    const double part_4 = 0.79788456080286541*part_2*exp(-0.5*(m*m)/v);
    const double part_5 = 2.0*part_3 + 2.0;
    const double c0 = part_0*part_3 + part_0 + 0.5*part_4;
    const double c1 = 0.5*part_3 + 0.5;
    const double c22 = -(c0*c0) - (c1*c1)*v + 0.25*m*(m*part_5 + 2.0*part_4) + 0.25*part_5*v;

    (void)at;
    found[0] = c0;
    found[1] = c1;
    found[2] = c22;
}

/* c0, c1 and c2^2 of sigma(x) = tanh(x) at mean m and variance v. */
static void features_tanh(const averages *at, double m, double v, double *found)
{
    double rest[3];

    average(at, m, rest);
    {
        const double r0 = rest[0], r1 = rest[1], r2 = rest[2];
        const double part_0 = 1.4142135623730951*(1.0/sqrt(v + 1.0));
        const double c0 = r0 + erf(0.5*m*part_0);
        const double c1 = 0.56418958354775628*part_0*exp(-(m*m)/(2.0*v + 2.0)) + r1;
        const double c22 = -(c0*c0) - (c1*c1)*v + r2 + 1.0;

        found[0] = c0;
        found[1] = c1;
        found[2] = c22;
    }
}

/* c0, c1 and c2^2 of sigma(x) = x Phi(x), Phi the normal distribution function at mean m and variance v. */
static void features_gelu(const averages *at, double m, double v, double *found)
{
    const double part_0 = 0.5*m;
    const double part_1 = v + 1.0;
    const double part_2 = (1.0/sqrt(part_1));
    const double part_4 = 1.4142135623730951*part_2;
    const double part_5 = erf(part_0*part_4);
    const double part_7 = (m*m);
    const double part_8 = 2.0*v;
    const double part_9 = 0.56418958354775628*exp(-part_7/(part_8 + 2.0));
    const double part_10 = part_4*part_9;
    const double part_11 = 1.4142135623730951*part_0;
    const double part_12 = part_9/pow(part_1, 1.5);
    const double part_13 = 2.0*part_5 - 8.0*srf_owens_t(m*part_2, (1.0/sqrt(part_8 + 1.0))) + 2.0;
    const double part_14 = 2.0*part_10;
    const double part_15 = (1.0/(part_1));
    const double part_16 = part_15*v;
    const double part_17 = (1.0/sqrt(part_16 + 1.0));
    const double part_18 = erf(part_11*part_15*part_17);
    const double c0 = part_0*part_5 + part_0 + 0.5*part_10*v;
    const double c1 = part_11*part_12 + 0.5*part_5 + 0.5;
    const double c22 = -(c0*c0) - (c1*c1)*v + 0.25*m*(m*part_13 + v*(part_14*part_18 + part_14)) + 0.25*v*(2.8284271247461903*m*part_12 + part_13 + part_14*(m*part_15*part_18 + 0.79788456080286541*part_16*part_17*exp(-part_7/((part_1*part_1)*(part_15*part_8 + 2.0)))));

    (void)at;
    found[0] = c0;
    found[1] = c1;
    found[2] = c22;
}

/* c0, c1 and c2^2 of sigma(x) = x/(1 + exp(-x)) at mean m and variance v. */
static void features_silu(const averages *at, double m, double v, double *found)
{
    double rest[3];

    average(at, m, rest);
    {
        const double r0 = rest[0], r1 = rest[1], r2 = rest[2];
        const double part_0 = 0.5*m;
        const double part_2 = v + 1.0;
        const double part_3 = 1.4142135623730951*(1.0/sqrt(part_2));
        const double part_4 = erf(part_0*part_3);
        const double part_5 = 0.5*v;
        const double part_6 = (m*m);
        const double part_7 = 0.56418958354775628*exp(-part_6/(2.0*v + 2.0));
        const double part_8 = part_3*part_7;
        const double part_9 = 1.4142135623730951*part_7/pow(part_2, 1.5);
        const double c0 = part_0*part_4 + part_0 + part_5*part_8 + r0;
        const double c1 = part_0*part_9 + 0.5*part_4 + r1 + 0.5;
        const double c22 = -(c0*c0) - (c1*c1)*v + part_0*(m*part_4 + part_8*v) + part_5*(m*part_9 + part_4) + part_5 + 0.5*part_6 + r2;

        found[0] = c0;
        found[1] = c1;
        found[2] = c22;
    }
}

/* c0, c1 and c2^2 of sigma(x) = log(1 + exp(x)) at mean m and variance v. */
static void features_softplus(const averages *at, double m, double v, double *found)
{
    double rest[3];

    average(at, m, rest);
    {
        const double r0 = rest[0], r1 = rest[1], r2 = rest[2];
        const double part_0 = 0.5*m;
        const double part_2 = v + 1.0;
        const double part_3 = 1.4142135623730951*(1.0/sqrt(part_2));
        const double part_4 = erf(part_0*part_3);
        const double part_5 = 0.5*v;
        const double part_6 = (m*m);
        const double part_7 = 0.56418958354775628*exp(-part_6/(2.0*v + 2.0));
        const double part_8 = part_3*part_7;
        const double part_9 = 1.4142135623730951*part_7/pow(part_2, 1.5);
        const double c0 = part_0*part_4 + part_0 + part_5*part_8 + r0;
        const double c1 = part_0*part_9 + 0.5*part_4 + r1 + 0.5;
        const double c22 = -(c0*c0) - (c1*c1)*v + part_0*(m*part_4 + part_8*v) + part_5*(m*part_9 + part_4) + part_5 + 0.5*part_6 + r2;

        found[0] = c0;
        found[1] = c1;
        found[2] = c22;
    }
}

/* c0, c1 and c2^2 of sigma(x) = 1/(1 + exp(-x)) at mean m and variance v. */
static void features_sigmoid(const averages *at, double m, double v, double *found)
{
    double rest[3];

    average(at, m, rest);
    {
        const double r0 = rest[0], r1 = rest[1], r2 = rest[2];
        const double part_0 = 0.70710678118654757*(1.0/sqrt(v + 1.0));
        const double part_1 = 0.5*erf(m*part_0) + 0.5;
        const double c0 = part_1 + r0;
        const double c1 = 0.56418958354775628*part_0*exp(-(m*m)/(2.0*v + 2.0)) + r1;
        const double c22 = -(c0*c0) - (c1*c1)*v + part_1 + r2;

        found[0] = c0;
        found[1] = c1;
        found[2] = c22;
    }
}

/* c0, c1 and c2^2 of sigma(x) = sin(x) at mean m and variance v. */
static void features_sin(const averages *at, double m, double v, double *found)
{
    const double part_0 = exp(-0.5*v);
    const double c0 = part_0*sin(m);
    const double c1 = part_0*cos(m);
    const double c22 = -(c0*c0) - (c1*c1)*v + 0.5 - 0.5*exp(-2.0*v)*cos(2.0*m);

    (void)at;
    found[0] = c0;
    found[1] = c1;
    found[2] = c22;
}

/* h0, h1 and h2 of g(s) = sign(s) at mean m and standard deviation w. */
static void target_sign(const averages *at, double m, double w, double *found)
{
    const double h0 = erf(0.70710678118654757*m/w);
    const double h1 = 0.79788456080286541*exp(-0.5*(m*m)/(w*w));
    const double h2 = 1.0;

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = sin(s) at mean m and standard deviation w. */
static void target_sin(const averages *at, double m, double w, double *found)
{
    const double part_0 = (w*w);
    const double part_1 = exp(-0.5*part_0);
    const double h0 = part_1*sin(m);
    const double h1 = part_1*w*cos(m);
    const double h2 = 0.5 - 0.5*exp(-2.0*part_0)*cos(2.0*m);

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = sin(2 s) at mean m and standard deviation w. */
static void target_sin2(const averages *at, double m, double w, double *found)
{
    const double part_0 = 2.0*m;
    const double part_1 = (w*w);
    const double part_2 = exp(-2.0*part_1);
    const double h0 = part_2*sin(part_0);
    const double h1 = 2.0*part_2*w*cos(part_0);
    const double h2 = 0.5 - 0.5*exp(-8.0*part_1)*cos(4.0*m);

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = erf(s) at mean m and standard deviation w. */
static void target_erf(const averages *at, double m, double w, double *found)
{
    const double part_0 = (w*w);
    const double part_1 = (1.0/sqrt(2.0*part_0 + 1.0));
    const double part_2 = m*part_1;
    const double part_3 = 4.0*part_0;
    const double h0 = erf(part_2);
    const double h1 = 1.1283791670955126*part_1*w*exp(-2.0*(m*m)/(part_3 + 2.0));
    const double h2 = 1.0 - 8.0*srf_owens_t(1.4142135623730951*part_2, (1.0/sqrt(part_3 + 1.0)));

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = max(s, 0) at mean m and standard deviation w. */
static void target_relu(const averages *at, double m, double w, double *found)
{
    const double part_0 = 0.5*m;
    const double part_2 = erf(1.4142135623730951*part_0/w);
    const double part_3 = (w*w);
    const double part_4 = 0.79788456080286541*w*exp(-0.5*(m*m)/part_3);
    const double part_5 = 2.0*part_2 + 2.0;
    const double h0 = part_0*part_2 + part_0 + 0.5*part_4;
    const double h1 = w*(0.5*part_2 + 0.5);
    const double h2 = 0.25*m*(m*part_5 + 2.0*part_4) + 0.25*part_3*part_5;

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = s at mean m and standard deviation w. */
static void target_linear(const averages *at, double m, double w, double *found)
{
    const double h0 = m;
    const double h1 = w;
    const double h2 = (m*m) + (w*w);

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = He_2(s)/sqrt(2!) at mean m and standard deviation w. */
static void target_he2(const averages *at, double m, double w, double *found)
{
    const double part_1 = 0.70710678118654757;
    const double part_2 = (m*m);
    const double part_3 = (w*w);
    const double h0 = part_1*part_2 + part_1*part_3 - part_1;
    const double h1 = 1.4142135623730951*m*w;
    const double h2 = 0.5*(m*m*m*m) + 3.0*part_2*part_3 - part_2 - part_3 + 1.5*(w*w*w*w) + 0.5;

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = He_3(s)/sqrt(3!) at mean m and standard deviation w. */
static void target_he3(const averages *at, double m, double w, double *found)
{
    const double part_1 = 1.2247448713915889;
    const double part_2 = m*part_1;
    const double part_3 = (w*w);
    const double part_4 = (m*m);
    const double part_5 = (m*m*m*m);
    const double part_6 = (w*w*w*w);
    const double h0 = 0.40824829046386302*(m*m*m) + part_2*part_3 - part_2;
    const double h1 = w*(part_1*part_3 + part_1*part_4 - part_1);
    const double h2 = 0.16666666666666666*(m*m*m*m*m*m) - 6.0*part_3*part_4 + 2.5*part_3*part_5 + 1.5*part_3 + 7.5*part_4*part_6 + 1.5*part_4 - part_5 - 3.0*part_6 + 2.5*(w*w*w*w*w*w);

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = He_4(s)/sqrt(4!) at mean m and standard deviation w. */
static void target_he4(const averages *at, double m, double w, double *found)
{
    const double part_1 = 0.61237243569579447;
    const double part_2 = (m*m);
    const double part_3 = 1.2247448713915889;
    const double part_4 = part_2*part_3;
    const double part_5 = (m*m*m*m);
    const double part_6 = (w*w);
    const double part_7 = (w*w*w*w);
    const double part_8 = 2.4494897427831779*m;
    const double part_9 = (m*m*m*m*m*m);
    const double part_10 = (w*w*w*w*w*w);
    const double h0 = part_1*part_7 + part_1 - part_3*part_6 + part_4*part_6 - part_4 + 0.20412414523193151*part_5;
    const double h1 = w*(0.81649658092772603*(m*m*m) + part_6*part_8 - part_8);
    const double h2 = 0.041666666666666664*(m*m*m*m*m*m*m*m) + 17.5*part_10*part_2 - 7.5*part_10 + 10.5*part_2*part_6 - 22.5*part_2*part_7 - 1.5*part_2 - 7.5*part_5*part_6 + 8.75*part_5*part_7 + 1.75*part_5 + 1.1666666666666667*part_6*part_9 - 1.5*part_6 + 5.25*part_7 - 0.5*part_9 + 4.375*(w*w*w*w*w*w*w*w) + 0.375;

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = tanh(s) at mean m and standard deviation w. */
static void target_tanh(const averages *at, double m, double w, double *found)
{
    double rest[3];

    average(at, m, rest);
    {
        const double r0 = rest[0], r1 = rest[1], r2 = rest[2];
        const double part_0 = (w*w);
        const double part_1 = 1.4142135623730951*(1.0/sqrt(part_0 + 1.0));
        const double h0 = r0 + erf(0.5*m*part_1);
        const double h1 = w*(0.56418958354775628*part_1*exp(-(m*m)/(2.0*part_0 + 2.0)) + r1);
        const double h2 = r2 + 1.0;

        found[0] = h0;
        found[1] = h1;
        found[2] = h2;
    }
}

/* h0, h1 and h2 of g(s) = s Phi(s), Phi the normal distribution function at mean m and standard deviation w. */
static void target_gelu(const averages *at, double m, double w, double *found)
{
    const double part_0 = 0.5*m;
    const double part_1 = (w*w);
    const double part_2 = part_1 + 1.0;
    const double part_3 = (1.0/sqrt(part_2));
    const double part_5 = 1.4142135623730951*part_3;
    const double part_6 = erf(part_0*part_5);
    const double part_8 = (m*m);
    const double part_9 = 2.0*part_1;
    const double part_10 = 0.56418958354775628*exp(-part_8/(part_9 + 2.0));
    const double part_11 = part_10*part_5;
    const double part_12 = 1.4142135623730951*part_0;
    const double part_13 = part_10/pow(part_2, 1.5);
    const double part_14 = 2.0*part_6 - 8.0*srf_owens_t(m*part_3, (1.0/sqrt(part_9 + 1.0))) + 2.0;
    const double part_15 = 2.0*part_11;
    const double part_16 = (1.0/(part_2));
    const double part_17 = part_1*part_16;
    const double part_18 = (1.0/sqrt(part_17 + 1.0));
    const double part_19 = erf(part_12*part_16*part_18);
    const double h0 = part_0*part_6 + part_0 + 0.5*part_1*part_11;
    const double h1 = w*(part_12*part_13 + 0.5*part_6 + 0.5);
    const double h2 = 0.25*m*(m*part_14 + part_1*(part_15*part_19 + part_15)) + 0.25*part_1*(2.8284271247461903*m*part_13 + part_14 + part_15*(m*part_16*part_19 + 0.79788456080286541*part_17*part_18*exp(-part_8/((part_2*part_2)*(part_16*part_9 + 2.0)))));

    (void)at;
    found[0] = h0;
    found[1] = h1;
    found[2] = h2;
}

/* h0, h1 and h2 of g(s) = s/(1 + exp(-s)) at mean m and standard deviation w. */
static void target_silu(const averages *at, double m, double w, double *found)
{
    double rest[3];

    average(at, m, rest);
    {
        const double r0 = rest[0], r1 = rest[1], r2 = rest[2];
        const double part_0 = 0.5*m;
        const double part_2 = (w*w);
        const double part_3 = part_2 + 1.0;
        const double part_4 = 1.4142135623730951*(1.0/sqrt(part_3));
        const double part_5 = erf(part_0*part_4);
        const double part_6 = 0.5*part_2;
        const double part_7 = (m*m);
        const double part_8 = 0.56418958354775628*exp(-part_7/(2.0*part_2 + 2.0));
        const double part_9 = part_4*part_8;
        const double part_10 = 1.4142135623730951*part_8/pow(part_3, 1.5);
        const double h0 = part_0*part_5 + part_0 + part_6*part_9 + r0;
        const double h1 = w*(part_0*part_10 + 0.5*part_5 + r1 + 0.5);
        const double h2 = part_0*(m*part_5 + part_2*part_9) + part_6*(m*part_10 + part_5) + part_6 + 0.5*part_7 + r2;

        found[0] = h0;
        found[1] = h1;
        found[2] = h2;
    }
}

/* h0, h1 and h2 of g(s) = log(1 + exp(s)) at mean m and standard deviation w. */
static void target_softplus(const averages *at, double m, double w, double *found)
{
    double rest[3];

    average(at, m, rest);
    {
        const double r0 = rest[0], r1 = rest[1], r2 = rest[2];
        const double part_0 = 0.5*m;
        const double part_2 = (w*w);
        const double part_3 = part_2 + 1.0;
        const double part_4 = 1.4142135623730951*(1.0/sqrt(part_3));
        const double part_5 = erf(part_0*part_4);
        const double part_6 = 0.5*part_2;
        const double part_7 = (m*m);
        const double part_8 = 0.56418958354775628*exp(-part_7/(2.0*part_2 + 2.0));
        const double part_9 = part_4*part_8;
        const double part_10 = 1.4142135623730951*part_8/pow(part_3, 1.5);
        const double h0 = part_0*part_5 + part_0 + part_6*part_9 + r0;
        const double h1 = w*(part_0*part_10 + 0.5*part_5 + r1 + 0.5);
        const double h2 = part_0*(m*part_5 + part_2*part_9) + part_6*(m*part_10 + part_5) + part_6 + 0.5*part_7 + r2;

        found[0] = h0;
        found[1] = h1;
        found[2] = h2;
    }
}

/* h0, h1 and h2 of g(s) = 1/(1 + exp(-s)) at mean m and standard deviation w. */
static void target_sigmoid(const averages *at, double m, double w, double *found)
{
    double rest[3];

    average(at, m, rest);
    {
        const double r0 = rest[0], r1 = rest[1], r2 = rest[2];
        const double part_0 = (w*w);
        const double part_1 = 0.70710678118654757*(1.0/sqrt(part_0 + 1.0));
        const double part_2 = 0.5*erf(m*part_1) + 0.5;
        const double h0 = part_2 + r0;
        const double h1 = w*(0.56418958354775628*part_1*exp(-(m*m)/(2.0*part_0 + 2.0)) + r1);
        const double h2 = part_2 + r2;

        found[0] = h0;
        found[1] = h1;
        found[2] = h2;
    }
}

typedef void (*function)(const averages *, double, double, double *);

static function features_of(int activation)
{
    switch (activation) {
    case SRF_ACTIVATION_ERF:
        return features_erf;
    case SRF_ACTIVATION_RELU:
        return features_relu;
    case SRF_ACTIVATION_TANH:
        return features_tanh;
    case SRF_ACTIVATION_GELU:
        return features_gelu;
    case SRF_ACTIVATION_SILU:
        return features_silu;
    case SRF_ACTIVATION_SOFTPLUS:
        return features_softplus;
    case SRF_ACTIVATION_SIGMOID:
        return features_sigmoid;
    case SRF_ACTIVATION_SIN:
        return features_sin;
    default:
        return 0;
    }
}

static function target_of(int target)
{
    switch (target) {
    case SRF_TARGET_SIGN:
        return target_sign;
    case SRF_TARGET_SIN:
        return target_sin;
    case SRF_TARGET_SIN2:
        return target_sin2;
    case SRF_TARGET_ERF:
        return target_erf;
    case SRF_TARGET_RELU:
        return target_relu;
    case SRF_TARGET_LINEAR:
        return target_linear;
    case SRF_TARGET_HE2:
        return target_he2;
    case SRF_TARGET_HE3:
        return target_he3;
    case SRF_TARGET_HE4:
        return target_he4;
    case SRF_TARGET_TANH:
        return target_tanh;
    case SRF_TARGET_GELU:
        return target_gelu;
    case SRF_TARGET_SILU:
        return target_silu;
    case SRF_TARGET_SOFTPLUS:
        return target_softplus;
    case SRF_TARGET_SIGMOID:
        return target_sigmoid;
    default:
        return 0;
    }
}

/* 1 for an even, -1 for an odd function, 0 for neither. */
static int activation_parity(int activation)
{
    static const int parity[] = {-1, 0, -1, 0, 0, 0, 0, -1};

    return parity[activation];
}

static int target_parity(int target)
{
    static const int parity[] = {-1, -1, -1, -1, 0, -1, 1, -1, 1, -1, 0, 0, 0, 0};

    return parity[target];
}

/* Sets up what averages of an activation or a target need beside closed forms: means are at most ``largest`` in size. */
static void prepare_activation(int activation, double spread, double largest, double *space, averages *at)
{
    switch (activation) {
    case SRF_ACTIVATION_TANH:
        prepare(remainder_tanh, 1.5707963267948966, 20.0, spread, largest, space, at);
        break;
    case SRF_ACTIVATION_SILU:
        prepare(remainder_silu, 3.1415926535897931, 46.0, spread, largest, space, at);
        break;
    case SRF_ACTIVATION_SOFTPLUS:
        prepare(remainder_softplus, 3.1415926535897931, 42.0, spread, largest, space, at);
        break;
    case SRF_ACTIVATION_SIGMOID:
        prepare(remainder_sigmoid, 3.1415926535897931, 38.0, spread, largest, space, at);
        break;
    default:
        at->size = -1;
    }
}

static void prepare_target(int target, double spread, double largest, double *space, averages *at)
{
    switch (target) {
    case SRF_TARGET_TANH:
        prepare(remainder_tanh, 1.5707963267948966, 20.0, spread, largest, space, at);
        break;
    case SRF_TARGET_SILU:
        prepare(remainder_silu, 3.1415926535897931, 46.0, spread, largest, space, at);
        break;
    case SRF_TARGET_SOFTPLUS:
        prepare(remainder_softplus, 3.1415926535897931, 42.0, spread, largest, space, at);
        break;
    case SRF_TARGET_SIGMOID:
        prepare(remainder_sigmoid, 3.1415926535897931, 38.0, spread, largest, space, at);
        break;
    default:
        at->size = -1;
    }
}

/* Half the nodes and weights of N(0, 1) on the scale ``width`` around 0; node 2 i + 1 is the mirror image of node 2 i. */
static void fill_nodes(double width, double *weight, double *kappa)
{
    double total = 0.0;

    for (int node = 0; node < PANELS*ORDER; ++node) {
        const double half = 0.5*asinh(END/width)/PANELS;
        const double t = half*(2*(node / ORDER) + 1 + panel_node[node % ORDER]);

        kappa[2*node] = width*sinh(t);
        kappa[2*node + 1] = -kappa[2*node];
        weight[2*node] = half*width*cosh(t)*panel_weight[node % ORDER]*exp(-0.5*kappa[2*node]*kappa[2*node]);
        total += 2.0*weight[2*node];
    }
    for (int node = 0; node < NODES; node += 2) {
        weight[node] /= total;
        weight[node + 1] = weight[node];
    }
}

/* Three functions of kappa at the nodes: f at mean slope kappa; at -kappa by parity where there is one. */
static void fill_function(function f, int parity, const averages *at, double slope, double width, const double *kappa,
                          double *first, double *second, double *third)
{
    double found[3];

    for (int node = 0; node < NODES; ++node) {
        if (node % 2 && parity) {
            found[0] *= parity;
            found[1] *= -parity;
        } else {
            f(at, slope*kappa[node], width, found);
        }
        first[node] = found[0];
        second[node] = found[1];
        third[node] = found[2];
    }
}

/* c0, c1, c2^2 at the nodes, for a spike of strength u and a bulk of variance c. */
static void fill_features(int activation, double u, double c, const double *kappa, double *c0, double *c1, double *c22, double *space)
{
    averages at;

    prepare_activation(activation, sqrt(c), fabs(u)*END, space, &at);
    fill_function(features_of(activation), activation_parity(activation), &at, u, c, kappa, c0, c1, c22);
}

/* h0, h1, h2 at the nodes. */
static void fill_signal(int target, double gamma, double rest, const double *kappa, double *h0, double *h1, double *h2, double *space)
{
    averages at;

    prepare_target(target, rest, fabs(gamma)*END, space, &at);
    fill_function(target_of(target), target_parity(target), &at, gamma, rest, kappa, h0, h1, h2);
}

/* The functions at the nodes. */
static void fill_tables(int activation, int target, const readout *params,
                        const functions *tables)
{
    const double slope = fabs(params->gamma), rest = sqrt(fmax(1.0 - slope*slope, 0.0));
    double strongest = 1.0, width;

    strongest = fmax(strongest, fabs(params->u));
    width = fmax(fmin(fmin(1.0/strongest, rest/fmax(slope, 1e-9)), 1.0), 1e-3);
    fill_nodes(width, tables->weight, tables->kappa);
    fill_signal(target, params->gamma, rest, tables->kappa, tables->h0, tables->h1, tables->h2, tables->space);
    fill_features(activation, params->u, params->c, tables->kappa, tables->c0, tables->c1, tables->c22, tables->space);
}

/* Solves matrix (n, n) x = right (n, columns) in place, by elimination with the largest pivot of scaled rows. */
static void solve_linear(int n, int columns, double *matrix, double *right)
{
    for (int row = 0; row < n; ++row) {
        double scale = 0.0;

        for (int column = 0; column < n; ++column) {
            scale = fmax(scale, fabs(matrix[row*n + column]));
        }
        for (int column = 0; column < n; ++column) {
            matrix[row*n + column] /= scale;
        }
        for (int column = 0; column < columns; ++column) {
            right[row*columns + column] /= scale;
        }
    }
    for (int step = 0; step < n; ++step) {
        int best = step;

        for (int row = step + 1; row < n; ++row) {
            if (fabs(matrix[row*n + step]) > fabs(matrix[best*n + step])) {
                best = row;
            }
        }
        for (int column = 0; column < n; ++column) {
            const double kept = matrix[step*n + column];

            matrix[step*n + column] = matrix[best*n + column];
            matrix[best*n + column] = kept;
        }
        for (int column = 0; column < columns; ++column) {
            const double kept = right[step*columns + column];

            right[step*columns + column] = right[best*columns + column];
            right[best*columns + column] = kept;
        }
        for (int row = step + 1; row < n; ++row) {
            const double factor = matrix[row*n + step]/matrix[step*n + step];

            for (int column = step; column < n; ++column) {
                matrix[row*n + column] -= factor*matrix[step*n + column];
            }
            for (int column = 0; column < columns; ++column) {
                right[row*columns + column] -= factor*right[step*columns + column];
            }
        }
    }
    for (int row = n - 1; row >= 0; --row) {
        for (int column = 0; column < columns; ++column) {
            double sum = right[row*columns + column];

            for (int after = row + 1; after < n; ++after) {
                sum -= matrix[row*n + after]*right[after*columns + column];
            }
            right[row*columns + column] = sum/matrix[row*n + row];
        }
    }
}

/* The solution of least norm of matrix (n, n) x = right, by Jacobi's rotations; the matrix is symmetric and is lost. */
static void solve_least(int n, double *matrix, double *axes, const double *right, double *solution)
{
    double largest = 0.0;

    for (int i = 0; i < n*n; ++i) {
        axes[i] = i % (n + 1) == 0;
    }
    for (int sweep = 0; sweep < 50; ++sweep) {
        double off = 0.0, all = 0.0;

        for (int i = 0; i < n*n; ++i) {
            all += matrix[i]*matrix[i];
            off += i % (n + 1) == 0 ? 0.0 : matrix[i]*matrix[i];
        }
        if (!(off > 1e-34*all)) {
            break;
        }
        for (int i = 0; i < n; ++i) {
            for (int j = i + 1; j < n; ++j) {
                const double pivot = matrix[i*n + j];
                double angle, cosine, sine;

                if (pivot == 0.0) {
                    continue;
                }
                angle = 0.5*atan2(2.0*pivot, matrix[j*n + j] - matrix[i*n + i]);
                cosine = cos(angle);
                sine = sin(angle);
                for (int m = 0; m < n; ++m) {
                    const double a = matrix[m*n + i], b = matrix[m*n + j];

                    matrix[m*n + i] = cosine*a - sine*b;
                    matrix[m*n + j] = sine*a + cosine*b;
                }
                for (int m = 0; m < n; ++m) {
                    const double a = matrix[i*n + m], b = matrix[j*n + m];

                    matrix[i*n + m] = cosine*a - sine*b;
                    matrix[j*n + m] = sine*a + cosine*b;
                }
                for (int m = 0; m < n; ++m) {
                    const double a = axes[m*n + i], b = axes[m*n + j];

                    axes[m*n + i] = cosine*a - sine*b;
                    axes[m*n + j] = sine*a + cosine*b;
                }
            }
        }
    }
    for (int i = 0; i < n; ++i) {
        largest = fmax(largest, fabs(matrix[i*n + i]));
        solution[i] = 0.0;
    }
    for (int i = 0; i < n; ++i) {
        double along = 0.0;

        if (fabs(matrix[i*n + i]) <= LEAST_MODE*largest) {
            continue;
        }
        for (int m = 0; m < n; ++m) {
            along += axes[m*n + i]*right[m];
        }
        for (int m = 0; m < n; ++m) {
            solution[m] += axes[m*n + i]*along/matrix[i*n + i];
        }
    }
}

/* T1, W and their slopes of a bulk C = c. */
static void isotropic_law(const readout *params, double x, double *law)
{
    law[0] = params->c/(params->c*x + 1.0); /* t1 */
    law[1] = params->c*x + 1.0; /* W_vv */
    law[2] = 0.0; /* W_ve */
    law[3] = params->c*x + 1.0; /* W_ee */
    law[4] = -(params->c*params->c)/((params->c*x + 1.0)*(params->c*x + 1.0)); /* t1_slope */
    law[5] = params->c; /* W_vv_slope */
    law[6] = 0.0; /* W_ve_slope */
    law[7] = params->c; /* W_ee_slope */
}

/* Stationarity in V1 and V2. */
static void stage_forces(const readout *params, const memory *at, const double *V1, const double *V2, double *Vh1, double *Vh2)
{
    const functions *tables = &at->tables;
    double mean_0 = 0.0;
    double mean_1 = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        const double c1 = tables->c1[node];
        const double c22 = tables->c22[node];
        double q;

        q = (1.0/((V1[0]*(c1*c1) + V2[0]*c22 + 1.0)));
        mean_0 += weight*((c1*c1)*q);
        mean_1 += weight*(c22*q);
    }
    Vh1[0] = params->alpha*mean_0/params->beta;
    Vh2[0] = params->alpha*mean_1/params->beta;
}

/* Stationarity in Vh2 and R. */
static void stage_weights(const readout *params, const memory *at, const double *Vh2, const double *R, double *V2, double *D)
{
    double *ridge = at->scratch + 0;

    ridge[0] = R[0] + Vh2[0] + params->lam;
    V2[0] = (1.0/(ridge[0]));
    D[0] = params->beta/ridge[0];
}

/* Stationarity in Vh1 and D. */
static void stage_fields(const readout *params, const memory *at, const double *Vh1, const double *D, const double *t1, double *V1, double *R)
{

    (void)at;
    V1[0] = D[0]*t1[0]/params->beta;
    R[0] = Vh1[0]*t1[0];
}

/* Slope and curvature of F0. */
static void stage_newton(const readout *params, const memory *at, const double *V1, const double *V2, const double *Vh1, const double *Vh2, const double *D, const double *R, const double *t1, const double *t1_slope, double *matrix, double *vector)
{
    const functions *tables = &at->tables;
    double *ridge = at->scratch + 0;
    double mean_0 = 0.0;
    double mean_1 = 0.0;
    double mean_2 = 0.0;
    double mean_3 = 0.0;
    double mean_4 = 0.0;
    enum { AT_V1, AT_V2, AT_Vh1, AT_Vh2, AT_D, AT_R };
    const int size = 6;
    const int starts[] = {0, 1, 2, 3, 4, 5};

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        const double c1 = tables->c1[node];
        const double c22 = tables->c22[node];
        double q;

        q = (1.0/((V1[0]*(c1*c1) + V2[0]*c22 + 1.0)));
        mean_0 += weight*((c1*c1)*c22*(q*q));
        mean_1 += weight*((c1*c1)*q);
        mean_2 += weight*((c1*c1*c1*c1)*(q*q));
        mean_3 += weight*((c22*c22)*(q*q));
        mean_4 += weight*(c22*q);
    }
    ridge[0] = R[0] + Vh2[0] + params->lam;
    for (int i = 0; i < size*size; ++i) {
        matrix[i] = 0.0;
    }
    for (int i = 0; i < size; ++i) {
        vector[i] = 0.0;
    }
    matrix[starts[AT_V1]*size + starts[AT_V1]] = -params->alpha*mean_2/params->beta;
    matrix[starts[AT_V1]*size + starts[AT_V1]] = matrix[starts[AT_V1]*size + starts[AT_V1]];
    matrix[starts[AT_V1]*size + starts[AT_V2]] = -params->alpha*mean_0/params->beta;
    matrix[starts[AT_V2]*size + starts[AT_V1]] = matrix[starts[AT_V1]*size + starts[AT_V2]];
    matrix[starts[AT_V1]*size + starts[AT_Vh1]] = -1.0;
    matrix[starts[AT_Vh1]*size + starts[AT_V1]] = matrix[starts[AT_V1]*size + starts[AT_Vh1]];
    matrix[starts[AT_V2]*size + starts[AT_V2]] = -params->alpha*mean_3/params->beta;
    matrix[starts[AT_V2]*size + starts[AT_V2]] = matrix[starts[AT_V2]*size + starts[AT_V2]];
    matrix[starts[AT_V2]*size + starts[AT_Vh2]] = -1.0;
    matrix[starts[AT_Vh2]*size + starts[AT_V2]] = matrix[starts[AT_V2]*size + starts[AT_Vh2]];
    matrix[starts[AT_Vh1]*size + starts[AT_Vh1]] = (D[0]*D[0])*t1_slope[0]/params->beta;
    matrix[starts[AT_Vh1]*size + starts[AT_Vh1]] = matrix[starts[AT_Vh1]*size + starts[AT_Vh1]];
    matrix[starts[AT_Vh1]*size + starts[AT_D]] = D[0]*Vh1[0]*t1_slope[0]/params->beta + t1[0]/params->beta;
    matrix[starts[AT_D]*size + starts[AT_Vh1]] = matrix[starts[AT_Vh1]*size + starts[AT_D]];
    matrix[starts[AT_Vh2]*size + starts[AT_Vh2]] = -1.0/(ridge[0]*ridge[0]);
    matrix[starts[AT_Vh2]*size + starts[AT_Vh2]] = matrix[starts[AT_Vh2]*size + starts[AT_Vh2]];
    matrix[starts[AT_Vh2]*size + starts[AT_R]] = -1.0/(ridge[0]*ridge[0]);
    matrix[starts[AT_R]*size + starts[AT_Vh2]] = matrix[starts[AT_Vh2]*size + starts[AT_R]];
    matrix[starts[AT_D]*size + starts[AT_D]] = (Vh1[0]*Vh1[0])*t1_slope[0]/params->beta;
    matrix[starts[AT_D]*size + starts[AT_D]] = matrix[starts[AT_D]*size + starts[AT_D]];
    matrix[starts[AT_D]*size + starts[AT_R]] = -1.0/params->beta;
    matrix[starts[AT_R]*size + starts[AT_D]] = matrix[starts[AT_D]*size + starts[AT_R]];
    matrix[starts[AT_R]*size + starts[AT_R]] = -1.0/(ridge[0]*ridge[0]);
    matrix[starts[AT_R]*size + starts[AT_R]] = matrix[starts[AT_R]*size + starts[AT_R]];
    vector[starts[AT_V1] + 0] = -Vh1[0] + params->alpha*mean_1/params->beta;
    vector[starts[AT_V2] + 0] = -Vh2[0] + params->alpha*mean_4/params->beta;
    vector[starts[AT_Vh1] + 0] = D[0]*t1[0]/params->beta - V1[0];
    vector[starts[AT_Vh2] + 0] = -V2[0] + (1.0/(ridge[0]));
    vector[starts[AT_D] + 0] = -R[0]/params->beta + Vh1[0]*t1[0]/params->beta;
    vector[starts[AT_R] + 0] = -D[0]/params->beta + (1.0/(ridge[0]));
}

/* Slope at 0, and curvature, of E in its variables. */
static void stage_means(const readout *params, const memory *at, const double *V1, const double *V2, const double *Vh1, const double *W_vv, const double *W_ve, const double *W_ee, double *matrix, double *vector)
{
    const functions *tables = &at->tables;
    double mean_0 = 0.0;
    double mean_1 = 0.0;
    double mean_2 = 0.0;
    double mean_3 = 0.0;
    double mean_4 = 0.0;
    double mean_5 = 0.0;
    double mean_6 = 0.0;
    enum { AT_m_v, AT_m_e, AT_b_v, AT_b_e, AT_A };
    const int size = 5;
    const int starts[] = {0, 1, 2, 3, 4};

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        const double kappa = tables->kappa[node];
        const double c0 = tables->c0[node];
        const double c1 = tables->c1[node];
        const double c22 = tables->c22[node];
        const double h0 = tables->h0[node];
        const double h1 = tables->h1[node];
        double q;

        q = (1.0/((V1[0]*(c1*c1) + V2[0]*c22 + 1.0)));
        mean_0 += weight*((c0*c0)*q);
        mean_1 += weight*(c0*c1*kappa*q);
        mean_2 += weight*(c0*h0*q);
        mean_3 += weight*((c1*c1)*(kappa*kappa)*q);
        mean_4 += weight*((c1*c1)*q);
        mean_5 += weight*(c1*h0*kappa*q);
        mean_6 += weight*(c1*h1*q);
    }
    for (int i = 0; i < size*size; ++i) {
        matrix[i] = 0.0;
    }
    for (int i = 0; i < size; ++i) {
        vector[i] = 0.0;
    }
    matrix[starts[AT_m_v]*size + starts[AT_m_v]] = 2.0*params->alpha*mean_3/params->beta;
    matrix[starts[AT_m_v]*size + starts[AT_m_v]] = matrix[starts[AT_m_v]*size + starts[AT_m_v]];
    matrix[starts[AT_m_v]*size + starts[AT_b_v]] = 2.0;
    matrix[starts[AT_b_v]*size + starts[AT_m_v]] = matrix[starts[AT_m_v]*size + starts[AT_b_v]];
    matrix[starts[AT_m_v]*size + starts[AT_A]] = 2.0*params->alpha*mean_1/params->beta;
    matrix[starts[AT_A]*size + starts[AT_m_v]] = matrix[starts[AT_m_v]*size + starts[AT_A]];
    matrix[starts[AT_m_e]*size + starts[AT_m_e]] = 2.0*params->alpha*mean_4/params->beta;
    matrix[starts[AT_m_e]*size + starts[AT_m_e]] = matrix[starts[AT_m_e]*size + starts[AT_m_e]];
    matrix[starts[AT_m_e]*size + starts[AT_b_e]] = 2.0;
    matrix[starts[AT_b_e]*size + starts[AT_m_e]] = matrix[starts[AT_m_e]*size + starts[AT_b_e]];
    matrix[starts[AT_b_v]*size + starts[AT_b_v]] = (2.0 - 2.0*W_vv[0])/Vh1[0];
    matrix[starts[AT_b_v]*size + starts[AT_b_v]] = matrix[starts[AT_b_v]*size + starts[AT_b_v]];
    matrix[starts[AT_b_v]*size + starts[AT_b_e]] = -2.0*W_ve[0]/Vh1[0];
    matrix[starts[AT_b_e]*size + starts[AT_b_v]] = matrix[starts[AT_b_v]*size + starts[AT_b_e]];
    matrix[starts[AT_b_e]*size + starts[AT_b_e]] = (2.0 - 2.0*W_ee[0])/Vh1[0];
    matrix[starts[AT_b_e]*size + starts[AT_b_e]] = matrix[starts[AT_b_e]*size + starts[AT_b_e]];
    matrix[starts[AT_A]*size + starts[AT_A]] = 2.0*params->alpha*mean_0/params->beta + 2.0*params->inverse_p/V2[0];
    matrix[starts[AT_A]*size + starts[AT_A]] = matrix[starts[AT_A]*size + starts[AT_A]];
    vector[starts[AT_m_v] + 0] = -2.0*params->alpha*mean_5/params->beta;
    vector[starts[AT_m_e] + 0] = -2.0*params->alpha*mean_6/params->beta;
    vector[starts[AT_A] + 0] = -2.0*params->alpha*mean_2/params->beta;
}

/* Slope of E in the variables of F0. */
static void stage_variances(const readout *params, const memory *at, const double *V1, const double *V2, const double *Vh1, const double *D, const double *W_vv, const double *W_ve, const double *W_ee, const double *W_vv_slope, const double *W_ve_slope, const double *W_ee_slope, const double *A, const double *m_v, const double *m_e, const double *b_v, const double *b_e, double *vector)
{
    const functions *tables = &at->tables;
    double mean_0 = 0.0;
    double mean_1 = 0.0;
    double mean_2 = 0.0;
    double mean_3 = 0.0;
    enum { AT_V1, AT_V2, AT_Vh1, AT_Vh2, AT_D, AT_R };
    const int size = 6;
    const int starts[] = {0, 1, 2, 3, 4, 5};

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        const double kappa = tables->kappa[node];
        const double c0 = tables->c0[node];
        const double c1 = tables->c1[node];
        const double c22 = tables->c22[node];
        const double h0 = tables->h0[node];
        const double h1 = tables->h1[node];
        const double h2 = tables->h2[node];
        double q;
        double f0;
        double f1;
        double r2;

        q = (1.0/((V1[0]*(c1*c1) + V2[0]*c22 + 1.0)));
        f0 = A[0]*c0 + c1*kappa*m_v[0];
        f1 = c1*m_e[0];
        r2 = (f0*f0) - 2.0*f0*h0 + (f1*f1) - 2.0*f1*h1 + h2;
        mean_0 += weight*((c1*c1)*(q*q));
        mean_1 += weight*((c1*c1)*(q*q)*r2);
        mean_2 += weight*(c22*(q*q));
        mean_3 += weight*(c22*(q*q)*r2);
    }
    for (int i = 0; i < size; ++i) {
        vector[i] = 0.0;
    }
    vector[starts[AT_V1] + 0] = params->alpha*(-mean_0*params->noise2 - mean_1)/params->beta;
    vector[starts[AT_V2] + 0] = -(A[0]*A[0])*params->inverse_p/(V2[0]*V2[0]) + params->alpha*(-mean_2*params->noise2 - mean_3)/params->beta;
    vector[starts[AT_Vh1] + 0] = -D[0]*W_ee_slope[0]*(b_e[0]*b_e[0])/Vh1[0] - 2.0*D[0]*W_ve_slope[0]*b_e[0]*b_v[0]/Vh1[0] - D[0]*W_vv_slope[0]*(b_v[0]*b_v[0])/Vh1[0] + 2.0*W_ve[0]*b_e[0]*b_v[0]/(Vh1[0]*Vh1[0]) + (b_e[0]*b_e[0])*(W_ee[0] - 1.0)/(Vh1[0]*Vh1[0]) + (b_v[0]*b_v[0])*(W_vv[0] - 1.0)/(Vh1[0]*Vh1[0]);
    vector[starts[AT_D] + 0] = -W_ee_slope[0]*(b_e[0]*b_e[0]) - 2.0*W_ve_slope[0]*b_e[0]*b_v[0] - W_vv_slope[0]*(b_v[0]*b_v[0]);
}

/* Mean square error on fresh samples without their noise, and on the training samples with it. */
static void stage_errors(const readout *params, const memory *at, const double *V1, const double *V2, const double *A, const double *m_v, const double *m_e, const double *Q1, const double *Q2, double *test_error, double *train_error)
{
    const functions *tables = &at->tables;
    double mean_0 = 0.0;
    double mean_1 = 0.0;
    double mean_2 = 0.0;
    double mean_3 = 0.0;
    double mean_4 = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        const double kappa = tables->kappa[node];
        const double c0 = tables->c0[node];
        const double c1 = tables->c1[node];
        const double c22 = tables->c22[node];
        const double h0 = tables->h0[node];
        const double h1 = tables->h1[node];
        const double h2 = tables->h2[node];
        double q;
        double f0;
        double f1;
        double r2;
        double extra;

        q = (1.0/((V1[0]*(c1*c1) + V2[0]*c22 + 1.0)));
        f0 = A[0]*c0 + c1*kappa*m_v[0];
        f1 = c1*m_e[0];
        r2 = (f0*f0) - 2.0*f0*h0 + (f1*f1) - 2.0*f1*h1 + h2;
        extra = Q1[0]*(c1*c1) + Q2[0]*c22;
        mean_0 += weight*(extra);
        mean_1 += weight*(extra*(q*q));
        mean_2 += weight*((q*q));
        mean_3 += weight*((q*q)*r2);
        mean_4 += weight*(r2);
    }
    test_error[0] = mean_0 + mean_4;
    train_error[0] = mean_1 + mean_2*params->noise2 + mean_3;
}

/* t1, W_vv, W_ve, W_ee and their slopes at x = D Vh1. */
static void set_law(const problem *of, const memory *at)
{
    const double x = at->D[0]*at->Vh1[0];

    isotropic_law(of->params, x, at->t1);
}

/* The sizes of variables. */
static void vector_sizes(int count, const double *table, double *found)
{
    for (int k = 0; k < count; ++k) {
        found[k] = fabs(table[k]);
    }
}

/* Curvature and slope in units of the variables' sizes. */
static void rescale(const memory *at)
{
    const int size = at->size;

    for (int row = 0; row < size; ++row) {
        at->vector[row] *= at->sizes[row];
        for (int column = 0; column < size; ++column) {
            at->matrix[row*size + column] *= at->sizes[row]*at->sizes[column];
        }
    }
}

/* A step of the logarithms: x exp(step). */
static void move_vector(int count, double *table, const double *step, double share)
{
    for (int k = 0; k < count; ++k) {
        table[k] *= exp(share*step[k]);
    }
}

/* Where the plain steps begin. */
static void set_start(const problem *of, const memory *at)
{
    const double damping = of->params->lam + 0.1;

    at->V1[0] = of->params->c/damping;
    at->V2[0] = 1.0/damping;
    at->R[0] = 0.0;
}

/* A plain step of the fixed point, with an isotropic bulk of the same variance. */
static void plain_step(const problem *of, const memory *at)
{
    stage_forces(of->params, at, at->V1, at->V2, at->Vh1, at->Vh2);
    stage_weights(of->params, at, at->Vh2, at->R, at->V2, at->D);
    isotropic_law(of->params, at->D[0]*at->Vh1[0], at->t1);
    stage_fields(of->params, at, at->Vh1, at->D, at->t1, at->V1, at->R);
}

/* Curvature and slope of F0, times the sizes of its variables. */
static void curvature(const problem *of, const memory *at)
{
    vector_sizes(at->groups, at->V1, at->sizes + 0);
    vector_sizes(at->groups, at->V2, at->sizes + 1);
    vector_sizes(at->groups, at->Vh1, at->sizes + 2);
    vector_sizes(at->groups, at->Vh2, at->sizes + 3);
    vector_sizes(at->groups, at->D, at->sizes + 4);
    vector_sizes(at->groups, at->R, at->sizes + 5);
    set_law(of, at);
    stage_newton(of->params, at, at->V1, at->V2, at->Vh1, at->Vh2, at->D, at->R, at->t1, at->t1_slope, at->matrix, at->vector);
    rescale(at);
}

/* A step, in units of the variables' sizes, of their logarithms where they are positive. */
static void move(const memory *at, const double *step, double share)
{
    move_vector(at->groups, at->V1, step + 0, share);
    move_vector(at->groups, at->V2, step + 1, share);
    move_vector(at->groups, at->Vh1, step + 2, share);
    move_vector(at->groups, at->Vh2, step + 3, share);
    move_vector(at->groups, at->D, step + 4, share);
    move_vector(at->groups, at->R, step + 5, share);
}

/* The variables of F0 by Newton's steps from where they are. */
static int newton_steps(const problem *of, const memory *at, int *steps)
{
    const int size = at->size;
    double before = INFINITY;

    for (*steps = 0; *steps < MOST_STEPS; ++*steps) {
        double largest = 0.0;
        int finite = 1;

        curvature(of, at);
        for (int i = 0; i < size; ++i) {
            at->step[i] = -at->vector[i];
        }
        solve_linear(size, 1, at->matrix, at->step);
        for (int i = 0; i < size; ++i) {
            largest = fmax(largest, fabs(at->step[i]));
            finite = finite && isfinite(at->step[i]);
        }
        if (!finite) {
            return SRF_NONFINITE;
        }
        /* Converged, or at the rounding error: a small step that does not become smaller. */
        if (largest < TOLERANCE || (largest < 1e-9 && largest >= 0.5*before)) {
            return SRF_OK;
        }
        before = largest;
        move(at, at->step, fmin(1.0, 1.0/largest));
    }
    return SRF_NO_CONVERGENCE;
}

/* The variables of F0 at its stationary point, after a warm-up of plain steps, and a longer one where that fails. */
static int stationary(const problem *of, const memory *at, int *steps)
{
    int status = SRF_NO_CONVERGENCE;

    set_start(of, at);
    for (size_t attempt = 0; attempt < sizeof warm_ups/sizeof warm_ups[0]; ++attempt) {
        for (int turn = 0; turn < warm_ups[attempt]; ++turn) {
            plain_step(of, at);
        }
        for (int i = 0; i < at->size; ++i) {
            at->start[i] = at->V1[i];
        }
        status = newton_steps(of, at, steps);
        if (status == SRF_OK) {
            return status;
        }
        for (int i = 0; i < at->size; ++i) {
            at->V1[i] = at->start[i];
        }
    }
    return status;
}

/* The step of the variables by which a slope becomes 0: minus the inverse curvature times the slope. */
static void respond(const memory *at)
{
    for (int i = 0; i < at->size; ++i) {
        at->step[i] = -at->vector[i]*at->sizes[i];
    }
    solve_linear(at->size, 1, at->matrix, at->step);
    for (int i = 0; i < at->size; ++i) {
        at->step[i] *= at->sizes[i];
    }
}

/* The stationary point of E; of the amplitudes A that the features leave open, those of least norm. */
static void solve_modes(const memory *at)
{
    const int count = at->groups, all = at->all, inner = all - count, columns = count + 1;
    double *both = at->right, *block = at->matrix + all*all;

    for (int row = 0; row < inner; ++row) {
        for (int column = 0; column < inner; ++column) {
            block[row*inner + column] = at->matrix[row*all + column];
        }
        for (int k = 0; k < count; ++k) {
            both[row*columns + k] = at->matrix[row*all + inner + k];
        }
        both[row*columns + count] = -at->vector[row];
    }
    solve_linear(inner, columns, block, both);
    for (int k = 0; k < count; ++k) {
        for (int column = 0; column < columns; ++column) {
            double sum = column < count ? at->matrix[(inner + k)*all + inner + column] : -at->vector[inner + k];

            for (int row = 0; row < inner; ++row) {
                sum -= at->matrix[row*all + inner + k]*both[row*columns + column];
            }
            if (column < count) {
                at->open[k*count + column] = sum;
            } else {
                at->step[k] = sum;
            }
        }
    }
    for (int k = 0; k < count; ++k) { /* symmetric to the last bit */
        for (int l = 0; l < k; ++l) {
            at->open[k*count + l] = at->open[l*count + k];
        }
    }
    solve_least(count, at->open, at->axes, at->step, at->modes + inner);
    for (int row = 0; row < inner; ++row) {
        at->modes[row] = both[row*columns + count];
        for (int k = 0; k < count; ++k) {
            at->modes[row] -= both[row*columns + k]*at->modes[inner + k];
        }
    }
}

static void solve_point(const problem *of, const memory *at, srf_result *result)
{
    const double *m_v = at->modes + 0*groups;
    const double *m_e = at->modes + 1*groups;
    const double *b_v = at->modes + 2*groups;
    const double *b_e = at->modes + 3*groups;
    const double *A = at->modes + 4*groups;
    const double *Q1 = at->step, *Q2 = at->step + groups*groups;

    result->status = stationary(of, at, &result->steps);
    if (result->status == SRF_OK) {
        set_law(of, at);
        stage_means(of->params, at, at->V1, at->V2, at->Vh1, at->W_vv, at->W_ve, at->W_ee, at->matrix, at->vector);
        solve_modes(at);
        curvature(of, at);
        stage_variances(of->params, at, at->V1, at->V2, at->Vh1, at->D, at->W_vv, at->W_ve, at->W_ee, at->W_vv_slope, at->W_ve_slope, at->W_ee_slope, A, m_v, m_e, b_v, b_e, at->vector);
        respond(at);
        stage_errors(of->params, at, at->V1, at->V2, A, m_v, m_e, Q1, Q2, &result->test_error, &result->train_error);
        result->V1 = at->V1[0];
        result->V2 = at->V2[0];
        result->Vh1 = at->Vh1[0];
        result->Vh2 = at->Vh2[0];
        result->A = A[0];
        result->m_v = m_v[0];
        result->m_e = m_e[0];
        result->Q1 = Q1[0];
        result->Q2 = Q2[0];
        result->x = at->D[0]*at->Vh1[0];
        if (!isfinite(result->test_error) || !isfinite(result->train_error)) {
            result->status = SRF_NONFINITE;
        }
    }
    if (result->status != SRF_OK) {
        result->test_error = NAN;
        result->train_error = NAN;
        result->V1 = NAN;
        result->V2 = NAN;
        result->Vh1 = NAN;
        result->Vh2 = NAN;
        result->A = NAN;
        result->m_v = NAN;
        result->m_e = NAN;
        result->Q1 = NAN;
        result->Q2 = NAN;
        result->x = NAN;
    }
}

/* The status of what all points share, or OK. */
static int called(int activation, int target, const void *params, const void *results, const void *work)
{
    if (!params) {
        return SRF_NULL_PARAMS;
    }
    if (!results) {
        return SRF_NULL_RESULTS;
    }
    if (!work) {
        return SRF_NULL_WORK;
    }
    if (!features_of(activation)) {
        return SRF_ACTIVATION;
    }
    return target_of(target) ? SRF_OK : SRF_TARGET;
}

/* The status of the parameters of a point that are not accepted, or OK. */
static int accepted(const srf_params *params)
{
    if (!(params->alpha > 0.0) || !isfinite(params->alpha)) {
        return SRF_BAD_alpha;
    }
    if (!(params->beta > 0.0) || !isfinite(params->beta)) {
        return SRF_BAD_beta;
    }
    if (!(params->lam >= 0.0) || !isfinite(params->lam)) {
        return SRF_BAD_lam;
    }
    if (!isfinite(params->u)) {
        return SRF_BAD_u;
    }
    if (!(fabs(params->gamma) <= 1.0)) {
        return SRF_BAD_gamma;
    }
    if (!(params->c > 0.0) || !isfinite(params->c)) {
        return SRF_BAD_c;
    }
    if (!(params->noise2 >= 0.0) || !isfinite(params->noise2)) {
        return SRF_BAD_noise2;
    }
    if (!(params->inverse_p >= 0.0) || !isfinite(params->inverse_p)) {
        return SRF_BAD_inverse_p;
    }
    return SRF_OK;
}

/* The parts of a work array; returns its size, and sets nothing where ``at`` is null. */
static size_t divide(double *work, memory *at)
{
    const size_t size = 6, all = 5*groups;
    size_t used = 0;

    if (at) {
        at->groups = (int)groups;
        at->size = (int)size;
        at->all = (int)all;
    }
#define PART(pointer, length) do { if (at) { at->pointer = work + used; } used += (length); } while (0)
    PART(tables.weight, NODES);
    PART(tables.kappa, NODES);
    PART(tables.h0, NODES);
    PART(tables.h1, NODES);
    PART(tables.h2, NODES);
    PART(tables.c0, groups*NODES);
    PART(tables.c1, groups*NODES);
    PART(tables.c22, groups*NODES);
    PART(tables.space, SPACE);
    PART(V1, 1);
    PART(V2, 1);
    PART(Vh1, 1);
    PART(Vh2, 1);
    PART(D, 1);
    PART(R, 1);
    PART(start, size);
    PART(t1, 1);
    PART(W_vv, 1);
    PART(W_ve, 1);
    PART(W_ee, 1);
    PART(t1_slope, 1);
    PART(W_vv_slope, 1);
    PART(W_ve_slope, 1);
    PART(W_ee_slope, 1);
    PART(sizes, size);
    PART(step, size);
    PART(vector, size > all ? size : all);
    PART(matrix, size*size + all*all + all*all);
    PART(modes, all);
    PART(open, groups*groups);
    PART(right, all*(groups + 1));
    PART(axes, groups*groups);
    PART(scratch, 8 + 2);
#undef PART
    return used;
}

size_t srf_work_size(void)
{
    return divide(0, 0);
}

int srf_solve(int activation, int target, size_t count, const srf_params *params, srf_result *results,
              double *work)
{
    memory at;
    readout before = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};

    int status = called(activation, target, params, results, work);

    if (status != SRF_OK) {
        return status;
    }
    for (size_t point = 0; point < count; ++point) {
        status = accepted(params + point);
        if (status != SRF_OK) {
            return status;
        }
    }
    divide(work, &at);
    for (size_t point = 0; point < count; ++point) {
        readout now;
        problem of;

        of.params = &now;
        now.alpha = params[point].alpha;
        now.beta = params[point].beta;
        now.lam = params[point].lam;
        now.u = params[point].u;
        now.gamma = params[point].gamma;
        now.c = params[point].c;
        now.noise2 = params[point].noise2;
        now.inverse_p = params[point].inverse_p;
        if (now.u != before.u || now.gamma != before.gamma || now.c != before.c) {
            fill_tables(activation, target, &now, &at.tables);
        }
        solve_point(&of, &at, results + point);
        before = now;
    }
    return SRF_OK;
}

const char *srf_strerror(int status)
{
    switch (status) {
    case SRF_OK:
        return "ok";
    case SRF_NO_CONVERGENCE:
        return "no convergence: Newton's steps did not become small";
    case SRF_NONFINITE:
        return "non-finite: a value is NaN or infinite";
    case SRF_NULL_PARAMS:
        return "params is NULL";
    case SRF_ACTIVATION:
        return "the activation is none of this system";
    case SRF_TARGET:
        return "the target is none of this system";
    case SRF_NULL_RESULTS:
        return "results is NULL";
    case SRF_NULL_WORK:
        return "work is NULL";
    case SRF_BAD_alpha:
        return "alpha is not positive or not finite";
    case SRF_BAD_beta:
        return "beta is not positive or not finite";
    case SRF_BAD_lam:
        return "lam is negative or not finite";
    case SRF_BAD_u:
        return "u is not finite";
    case SRF_BAD_gamma:
        return "gamma is more than 1 in size";
    case SRF_BAD_c:
        return "c is not positive or not finite";
    case SRF_BAD_noise2:
        return "noise2 is negative or not finite";
    case SRF_BAD_inverse_p:
        return "inverse_p is negative or not finite";
    default:
        return "unknown status";
    }
}
