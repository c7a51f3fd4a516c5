/*
 * srf.c - Spiked random features: ridge regression on features whose weights share a spike
 *
 * Emitted by orderode 0.1.0 from the system srf, digest 53edd64a08781c67. Do not edit. Licence: MIT-0.
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

/* Functions of kappa at the nodes; c0, c1 and c22 have a row of nodes for each group. */
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

/* A point to solve. */
typedef struct {
    const srf_params *params;
    const double *u;
    const double *c;
    const double *fraction;
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
    double *P;
    double *inverse_P;
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
static void fill_tables(int activation, int target, int groups, const srf_params *params, const double *u, const double *c,
                        const functions *tables)
{
    const double slope = fabs(params->gamma), rest = sqrt(fmax(1.0 - slope*slope, 0.0));
    double strongest = 1.0, width;

    for (int k = 0; k < groups; ++k) {
        strongest = fmax(strongest, fabs(u[k]));
    }
    width = fmax(fmin(fmin(1.0/strongest, rest/fmax(slope, 1e-9)), 1.0), 1e-3);
    fill_nodes(width, tables->weight, tables->kappa);
    fill_signal(target, params->gamma, rest, tables->kappa, tables->h0, tables->h1, tables->h2, tables->space);
    for (int k = 0; k < groups; ++k) {
        const int row = k*NODES;

        fill_features(activation, u[k], c[k], tables->kappa, tables->c0 + row, tables->c1 + row, tables->c22 + row, tables->space);
    }
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

/* Stationarity in V1 and V2. */
static inline void stage_forces(const srf_params *params, int groups, const memory *at, const double *V1, const double *V2, double *Vh1, double *Vh2)
{
    const functions *tables = &at->tables;
    const double *c1 = tables->c1;
    const double *c22 = tables->c22;
    double *mean_0 = at->scratch + 0;
    double *mean_1 = at->scratch + groups*groups;

    for (int i = 0; i < groups*groups; ++i) {
        mean_0[i] = 0.0;
    }
    for (int i = 0; i < groups; ++i) {
        mean_1[i] = 0.0;
    }
    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        double q_sum_0 = 0.0;
        double q_sum_1 = 0.0;
        double q;

        for (int i = 0; i < groups; ++i) {
            for (int j = 0; j < groups; ++j) {
                q_sum_0 += V1[i*groups + j]*c1[(i)*NODES + node]*c1[(j)*NODES + node];
            }
        }
        for (int i = 0; i < groups; ++i) {
            q_sum_1 += V2[i]*c22[(i)*NODES + node];
        }
        q = (1.0/((q_sum_0 + q_sum_1 + 1.0)));
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_0[k*groups + l] += weight*(q*c1[(k)*NODES + node]*c1[(l)*NODES + node]);
            }
        }
        for (int k = 0; k < groups; ++k) {
            mean_1[k] += weight*(q*c22[(k)*NODES + node]);
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            Vh1[k*groups + l] = params->alpha*mean_0[k*groups + l]/params->beta;
        }
    }
    for (int k = 0; k < groups; ++k) {
        Vh2[k] = params->alpha*mean_1[k]/params->beta;
    }
}

/* Stationarity in Vh2 and R. */
static inline void stage_weights(const srf_params *params, int groups, const memory *at, const double *c, const double *fraction, const double *Vh2, const double *R, double *V2, double *D)
{
    double *ridge = at->scratch + 0;

    for (int k = 0; k < groups; ++k) {
        ridge[k] = params->lam + R[k]*c[k] + Vh2[k];
    }
    for (int k = 0; k < groups; ++k) {
        V2[k] = fraction[k]/ridge[k];
    }
    for (int k = 0; k < groups; ++k) {
        D[k] = params->beta*c[k]*fraction[k]/ridge[k];
    }
}

/* The matrix whose inverse is P. */
static inline void stage_resolvent(const srf_params *params, int groups, const memory *at, const double *Vh1, const double *D, double *inverse_P)
{

    (void)params;
    (void)at;
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            inverse_P[k*groups + l] = (k == l)/D[k] + Vh1[k*groups + l];
        }
    }
}

/* Stationarity in Vh1 and D. */
static inline void stage_fields(const srf_params *params, int groups, const memory *at, const double *D, const double *P, double *V1, double *R)
{

    (void)at;
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            V1[k*groups + l] = P[k*groups + l]/params->beta;
        }
    }
    for (int k = 0; k < groups; ++k) {
        R[k] = (1.0/(D[k])) - P[k*groups + k]/(D[k]*D[k]);
    }
}

/* Slope and curvature of F0. */
static inline void stage_newton(const srf_params *params, int groups, const memory *at, const double *c, const double *fraction, const double *V1, const double *V2, const double *Vh1, const double *Vh2, const double *D, const double *R, const double *P, double *matrix, double *vector)
{
    const functions *tables = &at->tables;
    const double *c1 = tables->c1;
    const double *c22 = tables->c22;
    double *mean_0 = at->scratch + 0;
    double *mean_1 = at->scratch + groups*groups*groups*groups;
    double *mean_2 = at->scratch + groups*groups*groups*groups + groups*groups*groups;
    double *mean_3 = at->scratch + groups*groups*groups*groups + groups*groups*groups + groups*groups;
    double *mean_4 = at->scratch + groups*groups*groups*groups + groups*groups*groups + 2*groups*groups;
    double *ridge = at->scratch + groups*groups*groups*groups + groups*groups*groups + 2*groups*groups + groups;
    enum { AT_V1, AT_V2, AT_Vh1, AT_Vh2, AT_D, AT_R };
    const int size = 2*groups*groups + 4*groups;
    const int starts[] = {0, groups*groups, groups*groups + groups, 2*groups*groups + groups, 2*groups*groups + 2*groups, 2*groups*groups + 3*groups};

    for (int i = 0; i < groups*groups*groups*groups; ++i) {
        mean_0[i] = 0.0;
    }
    for (int i = 0; i < groups*groups*groups; ++i) {
        mean_1[i] = 0.0;
    }
    for (int i = 0; i < groups*groups; ++i) {
        mean_2[i] = 0.0;
    }
    for (int i = 0; i < groups*groups; ++i) {
        mean_3[i] = 0.0;
    }
    for (int i = 0; i < groups; ++i) {
        mean_4[i] = 0.0;
    }
    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        double q_sum_0 = 0.0;
        double q_sum_1 = 0.0;
        double q;

        for (int i = 0; i < groups; ++i) {
            for (int j = 0; j < groups; ++j) {
                q_sum_0 += V1[i*groups + j]*c1[(i)*NODES + node]*c1[(j)*NODES + node];
            }
        }
        for (int i = 0; i < groups; ++i) {
            q_sum_1 += V2[i]*c22[(i)*NODES + node];
        }
        q = (1.0/((q_sum_0 + q_sum_1 + 1.0)));
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                for (int m = 0; m < groups; ++m) {
                    for (int n = 0; n < groups; ++n) {
                        mean_0[((k*groups + l)*groups + m)*groups + n] += weight*((q*q)*c1[(k)*NODES + node]*c1[(l)*NODES + node]*c1[(m)*NODES + node]*c1[(n)*NODES + node]);
                    }
                }
            }
        }
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                for (int m = 0; m < groups; ++m) {
                    mean_1[(k*groups + l)*groups + m] += weight*((q*q)*c1[(k)*NODES + node]*c1[(l)*NODES + node]*c22[(m)*NODES + node]);
                }
            }
        }
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_2[k*groups + l] += weight*((q*q)*c22[(k)*NODES + node]*c22[(l)*NODES + node]);
            }
        }
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_3[k*groups + l] += weight*(q*c1[(k)*NODES + node]*c1[(l)*NODES + node]);
            }
        }
        for (int k = 0; k < groups; ++k) {
            mean_4[k] += weight*(q*c22[(k)*NODES + node]);
        }
    }
    for (int k = 0; k < groups; ++k) {
        ridge[k] = params->lam + R[k]*c[k] + Vh2[k];
    }
    for (int i = 0; i < size*size; ++i) {
        matrix[i] = 0.0;
    }
    for (int i = 0; i < size; ++i) {
        vector[i] = 0.0;
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            for (int m = 0; m < groups; ++m) {
                for (int n = 0; n < groups; ++n) {
                    const int row = starts[AT_V1] + k*groups + l, column = starts[AT_V1] + m*groups + n;

                    matrix[row*size + column] = -params->alpha*mean_0[((k*groups + l)*groups + m)*groups + n]/params->beta;
                    matrix[column*size + row] = matrix[row*size + column];
                }
            }
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            for (int m = 0; m < groups; ++m) {
                const int row = starts[AT_V1] + k*groups + l, column = starts[AT_V2] + m;

                matrix[row*size + column] = -params->alpha*mean_1[(k*groups + l)*groups + m]/params->beta;
                matrix[column*size + row] = matrix[row*size + column];
            }
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            for (int m = 0; m < groups; ++m) {
                for (int n = 0; n < groups; ++n) {
                    const int row = starts[AT_V1] + k*groups + l, column = starts[AT_Vh1] + m*groups + n;

                    matrix[row*size + column] = -(k == m)*(l == n);
                    matrix[column*size + row] = matrix[row*size + column];
                }
            }
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_V2] + k, column = starts[AT_V2] + l;

            matrix[row*size + column] = -params->alpha*mean_2[k*groups + l]/params->beta;
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_V2] + k, column = starts[AT_Vh2] + l;

            matrix[row*size + column] = -(k == l);
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            for (int m = 0; m < groups; ++m) {
                for (int n = 0; n < groups; ++n) {
                    const int row = starts[AT_Vh1] + k*groups + l, column = starts[AT_Vh1] + m*groups + n;

                    matrix[row*size + column] = -P[k*groups + n]*P[l*groups + m]/params->beta;
                    matrix[column*size + row] = matrix[row*size + column];
                }
            }
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            for (int m = 0; m < groups; ++m) {
                const int row = starts[AT_Vh1] + k*groups + l, column = starts[AT_D] + m;

                matrix[row*size + column] = P[k*groups + m]*P[l*groups + m]/(params->beta*(D[m]*D[m]));
                matrix[column*size + row] = matrix[row*size + column];
            }
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_Vh2] + k, column = starts[AT_Vh2] + l;

            matrix[row*size + column] = -(k == l)*fraction[k]/(ridge[k]*ridge[k]);
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_Vh2] + k, column = starts[AT_R] + l;

            matrix[row*size + column] = -(k == l)*c[k]*fraction[k]/(ridge[k]*ridge[k]);
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_D] + k, column = starts[AT_D] + l;

            matrix[row*size + column] = (-(k == l)/(D[k]*D[k]) + 2.0*(k == l)*P[k*groups + k]/(D[k]*D[k]*D[k]) - (P[k*groups + l]*P[k*groups + l])/((D[k]*D[k])*(D[l]*D[l])))/params->beta;
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_D] + k, column = starts[AT_R] + l;

            matrix[row*size + column] = -(k == l)/params->beta;
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_R] + k, column = starts[AT_R] + l;

            matrix[row*size + column] = -(k == l)*(c[k]*c[k])*fraction[k]/(ridge[k]*ridge[k]);
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            vector[starts[AT_V1] + k*groups + l] = params->alpha*mean_3[k*groups + l]/params->beta - Vh1[k*groups + l];
        }
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_V2] + k] = params->alpha*mean_4[k]/params->beta - Vh2[k];
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            vector[starts[AT_Vh1] + k*groups + l] = -V1[k*groups + l] + P[k*groups + l]/params->beta;
        }
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_Vh2] + k] = -V2[k] + fraction[k]/ridge[k];
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_D] + k] = ((1.0/(D[k])) - P[k*groups + k]/(D[k]*D[k]))/params->beta - R[k]/params->beta;
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_R] + k] = c[k]*fraction[k]/ridge[k] - D[k]/params->beta;
    }
}

/* Slope at 0, and curvature, of E in its variables. */
static inline void stage_means(const srf_params *params, int groups, const memory *at, const double *V1, const double *V2, const double *D, double *matrix, double *vector)
{
    const functions *tables = &at->tables;
    const double *c0 = tables->c0;
    const double *c1 = tables->c1;
    const double *c22 = tables->c22;
    double *mean_0 = at->scratch + 0;
    double *mean_1 = at->scratch + groups;
    double *mean_2 = at->scratch + 2*groups;
    double *mean_3 = at->scratch + 3*groups;
    double *mean_4 = at->scratch + groups*groups + 3*groups;
    double *mean_5 = at->scratch + 2*groups*groups + 3*groups;
    double *mean_6 = at->scratch + 3*groups*groups + 3*groups;
    enum { AT_m_v, AT_m_e, AT_b_v, AT_b_e, AT_A };
    const int size = 5*groups;
    const int starts[] = {0, groups, 2*groups, 3*groups, 4*groups};

    for (int i = 0; i < groups; ++i) {
        mean_0[i] = 0.0;
    }
    for (int i = 0; i < groups; ++i) {
        mean_1[i] = 0.0;
    }
    for (int i = 0; i < groups; ++i) {
        mean_2[i] = 0.0;
    }
    for (int i = 0; i < groups*groups; ++i) {
        mean_3[i] = 0.0;
    }
    for (int i = 0; i < groups*groups; ++i) {
        mean_4[i] = 0.0;
    }
    for (int i = 0; i < groups*groups; ++i) {
        mean_5[i] = 0.0;
    }
    for (int i = 0; i < groups*groups; ++i) {
        mean_6[i] = 0.0;
    }
    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        const double kappa = tables->kappa[node];
        const double h0 = tables->h0[node];
        const double h1 = tables->h1[node];
        double q_sum_0 = 0.0;
        double q_sum_1 = 0.0;
        double q;

        for (int i = 0; i < groups; ++i) {
            for (int j = 0; j < groups; ++j) {
                q_sum_0 += V1[i*groups + j]*c1[(i)*NODES + node]*c1[(j)*NODES + node];
            }
        }
        for (int i = 0; i < groups; ++i) {
            q_sum_1 += V2[i]*c22[(i)*NODES + node];
        }
        q = (1.0/((q_sum_0 + q_sum_1 + 1.0)));
        for (int k = 0; k < groups; ++k) {
            mean_0[k] += weight*(h0*kappa*q*c1[(k)*NODES + node]);
        }
        for (int k = 0; k < groups; ++k) {
            mean_1[k] += weight*(h0*q*c0[(k)*NODES + node]);
        }
        for (int k = 0; k < groups; ++k) {
            mean_2[k] += weight*(h1*q*c1[(k)*NODES + node]);
        }
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_3[k*groups + l] += weight*((kappa*kappa)*q*c1[(k)*NODES + node]*c1[(l)*NODES + node]);
            }
        }
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_4[k*groups + l] += weight*(kappa*q*c0[(l)*NODES + node]*c1[(k)*NODES + node]);
            }
        }
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_5[k*groups + l] += weight*(q*c0[(k)*NODES + node]*c0[(l)*NODES + node]);
            }
        }
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_6[k*groups + l] += weight*(q*c1[(k)*NODES + node]*c1[(l)*NODES + node]);
            }
        }
    }
    for (int i = 0; i < size*size; ++i) {
        matrix[i] = 0.0;
    }
    for (int i = 0; i < size; ++i) {
        vector[i] = 0.0;
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_m_v] + k, column = starts[AT_m_v] + l;

            matrix[row*size + column] = 2.0*params->alpha*mean_3[k*groups + l]/params->beta;
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_m_v] + k, column = starts[AT_b_v] + l;

            matrix[row*size + column] = 2.0*(k == l);
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_m_v] + k, column = starts[AT_A] + l;

            matrix[row*size + column] = 2.0*params->alpha*mean_4[k*groups + l]/params->beta;
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_m_e] + k, column = starts[AT_m_e] + l;

            matrix[row*size + column] = 2.0*params->alpha*mean_6[k*groups + l]/params->beta;
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_m_e] + k, column = starts[AT_b_e] + l;

            matrix[row*size + column] = 2.0*(k == l);
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_b_v] + k, column = starts[AT_b_v] + l;

            matrix[row*size + column] = -2.0*(k == l)*D[k];
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_b_e] + k, column = starts[AT_b_e] + l;

            matrix[row*size + column] = -2.0*(k == l)*D[k];
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int row = starts[AT_A] + k, column = starts[AT_A] + l;

            matrix[row*size + column] = 2.0*params->alpha*mean_5[k*groups + l]/params->beta + 2.0*params->inverse_p*(k == l)/V2[k];
            matrix[column*size + row] = matrix[row*size + column];
        }
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_m_v] + k] = -2.0*params->alpha*mean_0[k]/params->beta;
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_m_e] + k] = -2.0*params->alpha*mean_2[k]/params->beta;
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_A] + k] = -2.0*params->alpha*mean_1[k]/params->beta;
    }
}

/* Slope of E in the variables of F0. */
static inline void stage_variances(const srf_params *params, int groups, const memory *at, const double *V1, const double *V2, const double *A, const double *m_v, const double *m_e, const double *b_v, const double *b_e, double *vector)
{
    const functions *tables = &at->tables;
    const double *c0 = tables->c0;
    const double *c1 = tables->c1;
    const double *c22 = tables->c22;
    double *mean_0 = at->scratch + 0;
    double *mean_1 = at->scratch + groups*groups;
    double *mean_2 = at->scratch + groups*groups + groups;
    double *mean_3 = at->scratch + 2*groups*groups + groups;
    enum { AT_V1, AT_V2, AT_Vh1, AT_Vh2, AT_D, AT_R };
    const int size = 2*groups*groups + 4*groups;
    const int starts[] = {0, groups*groups, groups*groups + groups, 2*groups*groups + groups, 2*groups*groups + 2*groups, 2*groups*groups + 3*groups};

    for (int i = 0; i < groups*groups; ++i) {
        mean_0[i] = 0.0;
    }
    for (int i = 0; i < groups; ++i) {
        mean_1[i] = 0.0;
    }
    for (int i = 0; i < groups*groups; ++i) {
        mean_2[i] = 0.0;
    }
    for (int i = 0; i < groups; ++i) {
        mean_3[i] = 0.0;
    }
    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        const double kappa = tables->kappa[node];
        const double h0 = tables->h0[node];
        const double h1 = tables->h1[node];
        const double h2 = tables->h2[node];
        double q_sum_0 = 0.0;
        double q_sum_1 = 0.0;
        double f0_sum_0 = 0.0;
        double f1_sum_0 = 0.0;
        double q;
        double f0;
        double f1;
        double r2;

        for (int i = 0; i < groups; ++i) {
            for (int j = 0; j < groups; ++j) {
                q_sum_0 += V1[i*groups + j]*c1[(i)*NODES + node]*c1[(j)*NODES + node];
            }
        }
        for (int i = 0; i < groups; ++i) {
            q_sum_1 += V2[i]*c22[(i)*NODES + node];
        }
        q = (1.0/((q_sum_0 + q_sum_1 + 1.0)));
        for (int i = 0; i < groups; ++i) {
            f0_sum_0 += kappa*c1[(i)*NODES + node]*m_v[i] + A[i]*c0[(i)*NODES + node];
        }
        f0 = f0_sum_0;
        for (int i = 0; i < groups; ++i) {
            f1_sum_0 += c1[(i)*NODES + node]*m_e[i];
        }
        f1 = f1_sum_0;
        r2 = (f0*f0) - 2.0*f0*h0 + (f1*f1) - 2.0*f1*h1 + h2;
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_0[k*groups + l] += weight*((q*q)*c1[(k)*NODES + node]*c1[(l)*NODES + node]);
            }
        }
        for (int k = 0; k < groups; ++k) {
            mean_1[k] += weight*((q*q)*c22[(k)*NODES + node]);
        }
        for (int k = 0; k < groups; ++k) {
            for (int l = 0; l < groups; ++l) {
                mean_2[k*groups + l] += weight*((q*q)*r2*c1[(k)*NODES + node]*c1[(l)*NODES + node]);
            }
        }
        for (int k = 0; k < groups; ++k) {
            mean_3[k] += weight*((q*q)*r2*c22[(k)*NODES + node]);
        }
    }
    for (int i = 0; i < size; ++i) {
        vector[i] = 0.0;
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            vector[starts[AT_V1] + k*groups + l] = params->alpha*(-params->noise2*mean_0[k*groups + l] - mean_2[k*groups + l])/params->beta;
        }
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_V2] + k] = params->alpha*(-params->noise2*mean_1[k] - mean_3[k])/params->beta - params->inverse_p*(A[k]*A[k])/(V2[k]*V2[k]);
    }
    for (int k = 0; k < groups; ++k) {
        vector[starts[AT_D] + k] = -(b_e[k]*b_e[k]) - (b_v[k]*b_v[k]);
    }
}

/* Mean square error on fresh samples without their noise, and on the training samples with it. */
static inline void stage_errors(const srf_params *params, int groups, const memory *at, const double *V1, const double *V2, const double *A, const double *m_v, const double *m_e, const double *Q1, const double *Q2, double *test_error, double *train_error)
{
    const functions *tables = &at->tables;
    const double *c0 = tables->c0;
    const double *c1 = tables->c1;
    const double *c22 = tables->c22;
    double mean_0 = 0.0;
    double mean_1 = 0.0;
    double mean_2 = 0.0;
    double mean_3 = 0.0;
    double mean_4 = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables->weight[node];
        const double kappa = tables->kappa[node];
        const double h0 = tables->h0[node];
        const double h1 = tables->h1[node];
        const double h2 = tables->h2[node];
        double q_sum_0 = 0.0;
        double q_sum_1 = 0.0;
        double f0_sum_0 = 0.0;
        double f1_sum_0 = 0.0;
        double extra_sum_0 = 0.0;
        double extra_sum_1 = 0.0;
        double q;
        double f0;
        double f1;
        double r2;
        double extra;

        for (int i = 0; i < groups; ++i) {
            for (int j = 0; j < groups; ++j) {
                q_sum_0 += V1[i*groups + j]*c1[(i)*NODES + node]*c1[(j)*NODES + node];
            }
        }
        for (int i = 0; i < groups; ++i) {
            q_sum_1 += V2[i]*c22[(i)*NODES + node];
        }
        q = (1.0/((q_sum_0 + q_sum_1 + 1.0)));
        for (int i = 0; i < groups; ++i) {
            f0_sum_0 += kappa*c1[(i)*NODES + node]*m_v[i] + A[i]*c0[(i)*NODES + node];
        }
        f0 = f0_sum_0;
        for (int i = 0; i < groups; ++i) {
            f1_sum_0 += c1[(i)*NODES + node]*m_e[i];
        }
        f1 = f1_sum_0;
        r2 = (f0*f0) - 2.0*f0*h0 + (f1*f1) - 2.0*f1*h1 + h2;
        for (int i = 0; i < groups; ++i) {
            for (int j = 0; j < groups; ++j) {
                extra_sum_0 += Q1[i*groups + j]*c1[(i)*NODES + node]*c1[(j)*NODES + node];
            }
        }
        for (int i = 0; i < groups; ++i) {
            extra_sum_1 += Q2[i]*c22[(i)*NODES + node];
        }
        extra = extra_sum_0 + extra_sum_1;
        mean_0 += weight*(extra);
        mean_1 += weight*(extra*(q*q));
        mean_2 += weight*((q*q));
        mean_3 += weight*((q*q)*r2);
        mean_4 += weight*(r2);
    }
    test_error[0] = mean_0 + mean_4;
    train_error[0] = mean_1 + mean_2*params->noise2 + mean_3;
}

/* The inverse of the matrix that stationarity in Vh1 asks for. */
static void set_law(const problem *of, const memory *at)
{
    const int groups = at->groups;

    at->groups == 1
        ? stage_resolvent(of->params, 1, at, at->Vh1, at->D, at->inverse_P)
        : stage_resolvent(of->params, at->groups, at, at->Vh1, at->D, at->inverse_P);
    for (int i = 0; i < groups*groups; ++i) {
        at->P[i] = i % (groups + 1) == 0;
    }
    solve_linear(groups, groups, at->inverse_P, at->P);
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

/* The size of an entry of a matrix is that of the diagonal: sqrt|x_kk x_ll|. */
static void matrix_sizes(int count, const double *table, double *found)
{
    for (int k = 0; k < count; ++k) {
        for (int l = 0; l < count; ++l) {
            found[k*count + l] = sqrt(fabs(table[k*(count + 1)]*table[l*(count + 1)]));
        }
    }
}

/* A step of a matrix: exp(d_k + d_l) (x_kl (1 - d_k - d_l) + size_kl step_kl), with d half the step of the diagonal. */
static void move_matrix(int count, double *table, const double *step, double share, double *scratch)
{
    for (int k = 0; k < count; ++k) {
        scratch[k] = 0.5*share*step[k*(count + 1)];
        scratch[count + k] = sqrt(table[k*(count + 1)]);
    }
    for (int k = 0; k < count; ++k) {
        for (int l = 0; l < count; ++l) {
            const int place = k*count + l;
            const double shares = scratch[k] + scratch[l], size = scratch[count + k]*scratch[count + l];

            table[place] = exp(shares)*(table[place]*(1.0 - shares) + size*share*step[place]);
        }
    }
}

/* Where the plain steps begin. */
static void set_start(const problem *of, const memory *at)
{
    const double damping = of->params->lam + 0.1;

    for (int k = 0; k < at->groups; ++k) {
        for (int l = 0; l < at->groups; ++l) {
            at->V1[k*at->groups + l] = k == l ? of->c[k]*of->fraction[k]/damping : 0.0;
        }
        at->V2[k] = of->fraction[k]/damping;
        at->R[k] = 0.0;
    }
}

/* A plain step of the fixed point. */
static void plain_step(const problem *of, const memory *at)
{
    at->groups == 1
        ? stage_forces(of->params, 1, at, at->V1, at->V2, at->Vh1, at->Vh2)
        : stage_forces(of->params, at->groups, at, at->V1, at->V2, at->Vh1, at->Vh2);
    at->groups == 1
        ? stage_weights(of->params, 1, at, of->c, of->fraction, at->Vh2, at->R, at->V2, at->D)
        : stage_weights(of->params, at->groups, at, of->c, of->fraction, at->Vh2, at->R, at->V2, at->D);
    set_law(of, at);
    at->groups == 1
        ? stage_fields(of->params, 1, at, at->D, at->P, at->V1, at->R)
        : stage_fields(of->params, at->groups, at, at->D, at->P, at->V1, at->R);
}

/* Curvature and slope of F0, times the sizes of its variables. */
static void curvature(const problem *of, const memory *at)
{
    const int groups = at->groups;

    matrix_sizes(at->groups, at->V1, at->sizes + 0);
    vector_sizes(at->groups, at->V2, at->sizes + groups*groups);
    matrix_sizes(at->groups, at->Vh1, at->sizes + groups*groups + groups);
    vector_sizes(at->groups, at->Vh2, at->sizes + 2*groups*groups + groups);
    vector_sizes(at->groups, at->D, at->sizes + 2*groups*groups + 2*groups);
    vector_sizes(at->groups, at->R, at->sizes + 2*groups*groups + 3*groups);
    set_law(of, at);
    at->groups == 1
        ? stage_newton(of->params, 1, at, of->c, of->fraction, at->V1, at->V2, at->Vh1, at->Vh2, at->D, at->R, at->P, at->matrix, at->vector)
        : stage_newton(of->params, at->groups, at, of->c, of->fraction, at->V1, at->V2, at->Vh1, at->Vh2, at->D, at->R, at->P, at->matrix, at->vector);
    rescale(at);
}

/* A step, in units of the variables' sizes, of their logarithms where they are positive. */
static void move(const memory *at, const double *step, double share)
{
    const int groups = at->groups;

    move_matrix(at->groups, at->V1, step + 0, share, at->scratch);
    move_vector(at->groups, at->V2, step + groups*groups, share);
    move_matrix(at->groups, at->Vh1, step + groups*groups + groups, share, at->scratch);
    move_vector(at->groups, at->Vh2, step + 2*groups*groups + groups, share);
    move_vector(at->groups, at->D, step + 2*groups*groups + 2*groups, share);
    move_vector(at->groups, at->R, step + 2*groups*groups + 3*groups, share);
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

static void solve_point(const problem *of, const memory *at, srf_result *result, double *overlaps)
{
    const int groups = at->groups;
    const double *m_v = at->modes + 0*groups;
    const double *m_e = at->modes + 1*groups;
    const double *b_v = at->modes + 2*groups;
    const double *b_e = at->modes + 3*groups;
    const double *A = at->modes + 4*groups;
    const double *Q1 = at->step, *Q2 = at->step + groups*groups;

    result->status = stationary(of, at, &result->steps);
    if (result->status == SRF_OK) {
        set_law(of, at);
        at->groups == 1
        ? stage_means(of->params, 1, at, at->V1, at->V2, at->D, at->matrix, at->vector)
        : stage_means(of->params, at->groups, at, at->V1, at->V2, at->D, at->matrix, at->vector);
        solve_modes(at);
        curvature(of, at);
        at->groups == 1
        ? stage_variances(of->params, 1, at, at->V1, at->V2, A, m_v, m_e, b_v, b_e, at->vector)
        : stage_variances(of->params, at->groups, at, at->V1, at->V2, A, m_v, m_e, b_v, b_e, at->vector);
        respond(at);
        at->groups == 1
        ? stage_errors(of->params, 1, at, at->V1, at->V2, A, m_v, m_e, Q1, Q2, &result->test_error, &result->train_error)
        : stage_errors(of->params, at->groups, at, at->V1, at->V2, A, m_v, m_e, Q1, Q2, &result->test_error, &result->train_error);
        if (!isfinite(result->test_error) || !isfinite(result->train_error)) {
            result->status = SRF_NONFINITE;
        }
    }
    if (result->status != SRF_OK) {
        result->test_error = NAN;
        result->train_error = NAN;
    }
    if (overlaps) {
        double *next = overlaps;

        for (int i = 0; i < groups*groups; ++i) {
            *next++ = result->status == SRF_OK ? at->V1[i] : NAN;
        }
        for (int i = 0; i < groups; ++i) {
            *next++ = result->status == SRF_OK ? at->V2[i] : NAN;
        }
        for (int i = 0; i < groups*groups; ++i) {
            *next++ = result->status == SRF_OK ? at->Vh1[i] : NAN;
        }
        for (int i = 0; i < groups; ++i) {
            *next++ = result->status == SRF_OK ? at->Vh2[i] : NAN;
        }
        for (int i = 0; i < groups; ++i) {
            *next++ = result->status == SRF_OK ? at->D[i] : NAN;
        }
        for (int i = 0; i < groups; ++i) {
            *next++ = result->status == SRF_OK ? at->R[i] : NAN;
        }
        for (int i = 0; i < groups; ++i) {
            *next++ = result->status == SRF_OK ? A[i] : NAN;
        }
        for (int i = 0; i < groups; ++i) {
            *next++ = result->status == SRF_OK ? m_v[i] : NAN;
        }
        for (int i = 0; i < groups; ++i) {
            *next++ = result->status == SRF_OK ? m_e[i] : NAN;
        }
        for (int i = 0; i < groups*groups; ++i) {
            *next++ = result->status == SRF_OK ? Q1[i] : NAN;
        }
        for (int i = 0; i < groups; ++i) {
            *next++ = result->status == SRF_OK ? Q2[i] : NAN;
        }
    }}

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
static int accepted(int groups, const srf_params *params, const double *u, const double *c, const double *fraction)
{
    double whole = 0.0;

    if (!(params->alpha > 0.0) || !isfinite(params->alpha)) {
        return SRF_BAD_alpha;
    }
    if (!(params->beta > 0.0) || !isfinite(params->beta)) {
        return SRF_BAD_beta;
    }
    if (!(params->lam >= 0.0) || !isfinite(params->lam)) {
        return SRF_BAD_lam;
    }
    if (!(fabs(params->gamma) <= 1.0)) {
        return SRF_BAD_gamma;
    }
    if (!(params->noise2 >= 0.0) || !isfinite(params->noise2)) {
        return SRF_BAD_noise2;
    }
    if (!(params->inverse_p >= 0.0) || !isfinite(params->inverse_p)) {
        return SRF_BAD_inverse_p;
    }
    for (int k = 0; k < groups; ++k) {
        if (!isfinite(u[k])) {
            return SRF_BAD_u;
        }
        if (!(c[k] > 0.0) || !isfinite(c[k])) {
            return SRF_BAD_c;
        }
        if (!(fraction[k] > 0.0) || !isfinite(fraction[k])) {
            return SRF_BAD_fraction;
        }
        whole += fraction[k];
    }
    if (!(fabs(whole - 1.0) <= 1e-9)) {
        return SRF_FRACTIONS;
    }
    return SRF_OK;
}

/* Whether points have the same spikes and bulks, and with them the same tables. */
static int alike(int groups, const srf_params *params, const double *u, const double *c)
{
    int same = params[-1].gamma == params[0].gamma;

    for (int k = 0; k < groups; ++k) {
        same = same && u[k - groups] == u[k] && c[k - groups] == c[k];
    }
    return same;
}

/* The parts of a work array; returns its size, and sets nothing where ``at`` is null. */
static size_t divide(int count, double *work, memory *at)
{
    const size_t groups = (size_t)count;
    const size_t size = 2*groups*groups + 4*groups, all = 5*groups;
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
    PART(V1, groups*groups);
    PART(V2, groups);
    PART(Vh1, groups*groups);
    PART(Vh2, groups);
    PART(D, groups);
    PART(R, groups);
    PART(start, size);
    PART(P, groups*groups);
    PART(inverse_P, groups*groups);
    PART(sizes, size);
    PART(step, size);
    PART(vector, size > all ? size : all);
    PART(matrix, size*size + all*all + all*all);
    PART(modes, all);
    PART(open, groups*groups);
    PART(right, all*(groups + 1));
    PART(axes, groups*groups);
    PART(scratch, groups*groups*groups*groups + groups*groups*groups + 4*groups*groups + 3*groups + 7);
#undef PART
    return used;
}

size_t srf_work_size(int groups)
{
    return groups < 1 || groups > SRF_MOST_GROUPS ? 0 : divide(groups, 0, 0);
}

size_t srf_overlaps_size(int groups)
{
    return groups < 1 || groups > SRF_MOST_GROUPS
        ? 0 : (size_t)(groups*groups + groups + groups*groups + groups + groups + groups + groups + groups + groups + groups*groups + groups);
}

int srf_solve(int activation, int target, size_t count, int groups, const srf_params *params, const double *u, const double *c, const double *fraction,
              srf_result *results, double *overlaps, double *work)
{
    memory at;

    int status = called(activation, target, params, results, work);

    if (status != SRF_OK) {
        return status;
    }
    if (!u) {
        return SRF_NULL_u;
    }
    if (!c) {
        return SRF_NULL_c;
    }
    if (!fraction) {
        return SRF_NULL_fraction;
    }
    if (groups < 1 || groups > SRF_MOST_GROUPS) {
        return SRF_GROUPS;
    }
    for (size_t point = 0; point < count; ++point) {
        const size_t first = point*(size_t)groups;

        status = accepted(groups, params + point, u + first, c + first, fraction + first);
        if (status != SRF_OK) {
            return status;
        }
    }
    divide(groups, work, &at);
    for (size_t point = 0; point < count; ++point) {
        const size_t first = point*(size_t)groups;
        problem of;

        of.params = params + point;
        of.u = u + first;
        of.c = c + first;
        of.fraction = fraction + first;
        if (point == 0 || !alike(groups, params + point, u + first, c + first)) {
            fill_tables(activation, target, groups, params + point, u + first, c + first, &at.tables);
        }
        solve_point(&of, &at, results + point, overlaps ? overlaps + point*srf_overlaps_size(groups) : 0);
    }
    return SRF_OK;
}

int srf_check(int version, size_t size)
{
    return version == SRF_ABI && size == sizeof(srf_params) ? SRF_OK : SRF_LAYOUT;
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
    case SRF_GROUPS:
        return "the number of groups (groups) is less than 1 or more than 32";
    case SRF_FRACTIONS:
        return "the fractions of a point do not sum to 1";
    case SRF_NULL_RESULTS:
        return "results is NULL";
    case SRF_NULL_WORK:
        return "work is NULL";
    case SRF_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case SRF_NULL_u:
        return "u is NULL";
    case SRF_NULL_c:
        return "c is NULL";
    case SRF_NULL_fraction:
        return "fraction is NULL";
    case SRF_BAD_alpha:
        return "alpha is not positive or not finite";
    case SRF_BAD_beta:
        return "beta is not positive or not finite";
    case SRF_BAD_lam:
        return "lam is negative or not finite";
    case SRF_BAD_gamma:
        return "gamma is more than 1 in size";
    case SRF_BAD_noise2:
        return "noise2 is negative or not finite";
    case SRF_BAD_inverse_p:
        return "inverse_p is negative or not finite";
    case SRF_BAD_u:
        return "u is not finite";
    case SRF_BAD_c:
        return "c is not positive or not finite";
    case SRF_BAD_fraction:
        return "fraction is not positive or not finite";
    default:
        return "unknown status";
    }
}
