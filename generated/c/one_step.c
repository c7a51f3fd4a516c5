/*
 * one_step.c - One large gradient step on the first layer, then ridge regression of the readout
 *
 * Emitted by orderode 0.1.0 from the system one_step, digest 4a245ffaf08d1e3d. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in one_step.h.
 */
#include "one_step.h"

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
#define NOISE_END 8.5 /* of the trapezoidal rule for the noise, in standard deviations */
enum { groups = 1 };
enum { NOISE = 69, LABELS = NODES * NOISE };
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

/* The spike and the bulk after the step, its coefficients and samples; and where the last iteration for G ended. */
typedef struct {
    double alpha0;
    double u;
    double gamma;
    double c;
    double vbar;
    double a;
    double tau;
    double rho;
    int size; /* of G: 1 for odd activations, else 3 */
    int labels;
    const double *y;
    const double *s;
    const double *weight;
    double G[3];
} spectrum;

/* A point to solve. */
typedef struct {
    const readout *params;
    spectrum *bulk; /* after a step, or null: an isotropic one */
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
    double *labels;
} memory;

double one_step_owens_t(double h, double slope)
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
    const double c22 = -(c0*c0) - (c1*c1)*v - 8.0*one_step_owens_t(1.4142135623730951*part_1, (1.0/sqrt(part_2 + 1.0))) + 1.0;

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
    const double part_13 = 2.0*part_5 - 8.0*one_step_owens_t(m*part_2, (1.0/sqrt(part_8 + 1.0))) + 2.0;
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
    const double h2 = 1.0 - 8.0*one_step_owens_t(1.4142135623730951*part_2, (1.0/sqrt(part_3 + 1.0)));

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
    const double part_14 = 2.0*part_6 - 8.0*one_step_owens_t(m*part_3, (1.0/sqrt(part_9 + 1.0))) + 2.0;
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
    case ONE_STEP_ACTIVATION_ERF:
        return features_erf;
    case ONE_STEP_ACTIVATION_RELU:
        return features_relu;
    case ONE_STEP_ACTIVATION_TANH:
        return features_tanh;
    case ONE_STEP_ACTIVATION_GELU:
        return features_gelu;
    case ONE_STEP_ACTIVATION_SILU:
        return features_silu;
    case ONE_STEP_ACTIVATION_SOFTPLUS:
        return features_softplus;
    case ONE_STEP_ACTIVATION_SIGMOID:
        return features_sigmoid;
    case ONE_STEP_ACTIVATION_SIN:
        return features_sin;
    default:
        return 0;
    }
}

static function target_of(int target)
{
    switch (target) {
    case ONE_STEP_TARGET_SIGN:
        return target_sign;
    case ONE_STEP_TARGET_SIN:
        return target_sin;
    case ONE_STEP_TARGET_SIN2:
        return target_sin2;
    case ONE_STEP_TARGET_ERF:
        return target_erf;
    case ONE_STEP_TARGET_RELU:
        return target_relu;
    case ONE_STEP_TARGET_LINEAR:
        return target_linear;
    case ONE_STEP_TARGET_HE2:
        return target_he2;
    case ONE_STEP_TARGET_HE3:
        return target_he3;
    case ONE_STEP_TARGET_HE4:
        return target_he4;
    case ONE_STEP_TARGET_TANH:
        return target_tanh;
    case ONE_STEP_TARGET_GELU:
        return target_gelu;
    case ONE_STEP_TARGET_SILU:
        return target_silu;
    case ONE_STEP_TARGET_SOFTPLUS:
        return target_softplus;
    case ONE_STEP_TARGET_SIGMOID:
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
    case ONE_STEP_ACTIVATION_TANH:
        prepare(remainder_tanh, 1.5707963267948966, 20.0, spread, largest, space, at);
        break;
    case ONE_STEP_ACTIVATION_SILU:
        prepare(remainder_silu, 3.1415926535897931, 46.0, spread, largest, space, at);
        break;
    case ONE_STEP_ACTIVATION_SOFTPLUS:
        prepare(remainder_softplus, 3.1415926535897931, 42.0, spread, largest, space, at);
        break;
    case ONE_STEP_ACTIVATION_SIGMOID:
        prepare(remainder_sigmoid, 3.1415926535897931, 38.0, spread, largest, space, at);
        break;
    default:
        at->size = -1;
    }
}

static void prepare_target(int target, double spread, double largest, double *space, averages *at)
{
    switch (target) {
    case ONE_STEP_TARGET_TANH:
        prepare(remainder_tanh, 1.5707963267948966, 20.0, spread, largest, space, at);
        break;
    case ONE_STEP_TARGET_SILU:
        prepare(remainder_silu, 3.1415926535897931, 46.0, spread, largest, space, at);
        break;
    case ONE_STEP_TARGET_SOFTPLUS:
        prepare(remainder_softplus, 3.1415926535897931, 42.0, spread, largest, space, at);
        break;
    case ONE_STEP_TARGET_SIGMOID:
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


/* Stationarity of the log-determinant: G; and its slope along a direction. */
static void stage_odd_dyson_tangent(const spectrum *params, double r, double G_00, double r_dot, double G_00_dot, double *found)
{
    double mean_0 = 0.0, mean_0_dot = 0.0;

    for (int node = 0; node < params->labels; ++node) {
        const double weight = params->weight[node];
        const double y = params->y[node];
        const double node_0 = params->tau*(y*y);
        const double k_00 = node_0*(r*r);
        const double k_00_dot = 2.0*node_0*r*r_dot;
        const double det = G_00*k_00 + 1.0;
        const double node_1 = (1.0/(det));
        const double det_dot = G_00*k_00_dot + G_00_dot*k_00;
        mean_0 += weight*(k_00*node_1);
        mean_0_dot += weight*(k_00_dot*node_1 - det_dot*k_00/(det*det));
    }
    {
        const double part_0 = (1.0/(params->alpha0));
        const double F_00 = mean_0;
        const double part_1 = F_00 + (r*r) + 1.0;
        const double part_2 = part_0/(part_1*part_1);
        const double F_00_dot = mean_0_dot;
        const double new_00 = part_0/part_1;
        const double new_00_dot = -F_00_dot*part_2 - 2.0*part_2*r*r_dot;

        found[0] = new_00;
        found[1] = new_00_dot;
    }
}

/* T1 and the inverse of the corner; and its slope along a direction. */
static void stage_odd_corner_tangent(const spectrum *params, double r, double G_00, double r_dot, double G_00_dot, double *found)
{
    double mean_0 = 0.0, mean_0_dot = 0.0, mean_1 = 0.0, mean_1_dot = 0.0, mean_2 = 0.0, mean_2_dot = 0.0, mean_3 = 0.0, mean_3_dot = 0.0;

    for (int node = 0; node < params->labels; ++node) {
        const double weight = params->weight[node];
        const double y = params->y[node];
        const double s = params->s[node];
        const double node_0 = (y*y);
        const double node_1 = node_0*params->tau;
        const double node_2 = (s*s);
        const double node_8 = s*y;
        const double k_00 = node_1*(r*r);
        const double k_00_dot = 2.0*node_1*r*r_dot;
        const double det = G_00*k_00 + 1.0;
        const double node_3 = (1.0/(det));
        const double node_4 = k_00*node_3;
        const double node_5 = k_00_dot*node_3;
        const double det_dot = G_00*k_00_dot + G_00_dot*k_00;
        const double node_6 = det_dot/(det*det);
        const double node_7 = k_00*node_6;
        mean_0 += weight*(node_2*node_4);
        mean_0_dot += weight*(node_2*node_5 - node_2*node_7);
        mean_1 += weight*(node_4);
        mean_1_dot += weight*(node_5 - node_7);
        mean_2 += weight*(node_3*node_8);
        mean_2_dot += weight*(-node_6*node_8);
        mean_3 += weight*(node_0*node_3);
        mean_3_dot += weight*(-node_0*node_6);
    }
    {
        const double part_0 = (r*r) + 1.0;
        const double part_1 = 2.0*r*r_dot;
        const double part_2 = G_00*mean_3;
        const double part_9 = (1.0/(params->vbar*params->vbar));
        const double part_10 = (params->gamma*params->gamma);
        const double part_11 = 1.0 - part_10;
        const double part_12 = (1.0/sqrt(part_11));
        const double part_13 = (1.0/(params->vbar));
        const double part_14 = (1.0/(part_11));
        const double part_15 = 2.0*params->gamma;
        const double F_00 = mean_1;
        const double part_3 = F_00 + part_0;
        const double part_4 = (1.0/(part_3*part_3));
        const double F_00_dot = mean_1_dot;
        const double K_00 = mean_0 + part_0;
        const double part_5 = (1.0/(K_00));
        const double K_00_dot = mean_0_dot + part_1;
        const double part_6 = K_00_dot/(K_00*K_00);
        const double T_0 = mean_2;
        const double part_7 = T_0*part_5;
        const double part_8 = (T_0*T_0);
        const double T_0_dot = mean_2_dot;
        const double w = part_2;
        const double w_dot = G_00*mean_3_dot + G_00_dot*mean_3;
        const double t1 = params->alpha0*part_2*params->tau + (1.0/(part_3));
        const double t1_dot = -F_00_dot*part_4 + G_00*params->alpha0*mean_3_dot*params->tau + G_00_dot*params->alpha0*mean_3*params->tau - part_1*part_4;
        const double tt = part_5;
        const double tt_dot = -part_6;
        const double tv = part_7;
        const double tv_dot = -T_0*part_6 + T_0_dot*part_5;
        const double vv = part_5*part_8 + w;
        const double vv_dot = 2.0*T_0_dot*part_7 - part_6*part_8 + w_dot;
        const double N_vv = part_9*vv;
        const double N_vv_dot = part_9*vv_dot;
        const double N_ve = part_12*(-N_vv*params->gamma + part_13*tv);
        const double part_17 = (N_ve*N_ve);
        const double part_27 = N_ve*N_vv;
        const double N_ve_dot = -N_vv_dot*params->gamma*part_12 + part_12*part_13*tv_dot;
        const double N_ee = part_14*(N_vv*part_10 - part_13*part_15*tv + tt);
        const double part_16 = N_ee*N_vv;
        const double part_18 = part_16 - part_17;
        const double part_19 = (1.0/(part_18));
        const double part_20 = N_ee*N_ve;
        const double part_21 = (1.0/(part_18*part_18));
        const double part_22 = 2.0*part_21;
        const double part_23 = N_ve_dot*part_22;
        const double part_24 = N_vv_dot*part_21;
        const double part_25 = -part_16*part_21 + part_19;
        const double N_ee_dot = N_vv_dot*part_10*part_14 - part_13*part_14*part_15*tv_dot + part_14*tt_dot;
        const double part_26 = N_ee_dot*part_21;
        const double W_vv = N_ee*part_19;
        const double W_vv_dot = -(N_ee*N_ee)*part_24 + N_ee_dot*part_25 + part_20*part_23;
        const double W_ve = -N_ve*part_19;
        const double W_ve_dot = N_ve_dot*(-part_17*part_22 - part_19) + part_20*part_24 + part_26*part_27;
        const double W_ee = N_vv*part_19;
        const double W_ee_dot = -(N_vv*N_vv)*part_26 + N_vv_dot*part_25 + part_23*part_27;

        found[0] = t1;
        found[1] = W_vv;
        found[2] = W_ve;
        found[3] = W_ee;
        found[4] = t1_dot;
        found[5] = W_vv_dot;
        found[6] = W_ve_dot;
        found[7] = W_ee_dot;
    }
}

/* Stationarity of the log-determinant: G; and its slope along a direction. */
static void stage_any_dyson_tangent(const spectrum *params, double r, double G_00, double G_01, double G_11, double r_dot, double G_00_dot, double G_01_dot, double G_11_dot, double *found)
{
    double mean_0 = 0.0, mean_0_dot = 0.0, mean_1 = 0.0, mean_1_dot = 0.0, mean_2 = 0.0, mean_2_dot = 0.0;

    for (int node = 0; node < params->labels; ++node) {
        const double weight = params->weight[node];
        const double y = params->y[node];
        const double node_0 = params->a*y;
        const double node_1 = 2.0*node_0 + params->tau*(y*y);
        const double node_3 = (G_01*G_01);
        const double node_6 = 2.0*G_01;
        const double k_00 = node_1*(r*r);
        const double k_00_dot = 2.0*node_1*r*r_dot;
        const double k_01 = node_0*r;
        const double node_2 = 2.0*k_01;
        const double node_4 = (k_01*k_01);
        const double node_5 = G_11*node_4;
        const double k_01_dot = node_0*r_dot;
        const double det = G_00*k_00 - G_00*node_5 + G_01*node_2 + node_3*node_4 + 1.0;
        const double node_7 = (1.0/(det));
        const double node_9 = k_01_dot*node_7;
        const double det_dot = -G_00*G_11_dot*node_4 + G_00*k_00_dot + G_00_dot*(k_00 - node_5) + G_01_dot*(node_2 + node_4*node_6) + k_01_dot*(-G_00*G_11*node_2 + node_2*node_3 + node_6);
        const double node_8 = det_dot/(det*det);
        mean_0 += weight*(k_00*node_7);
        mean_0_dot += weight*(-k_00*node_8 + k_00_dot*node_7);
        mean_1 += weight*(node_4*node_7);
        mean_1_dot += weight*(node_2*node_9 - node_4*node_8);
        mean_2 += weight*(k_01*node_7);
        mean_2_dot += weight*(-k_01*node_8 + node_9);
    }
    {
        const double part_1 = (1.0/(params->alpha0));
        const double part_3 = (r*r);
        const double part_12 = 2.0*r;
        const double F_00 = -G_11*mean_1 + mean_0;
        const double part_4 = F_00 + part_3 + 1.0;
        const double part_15 = -part_4;
        const double F_00_dot = -G_11*mean_1_dot - G_11_dot*mean_1 + mean_0_dot;
        const double F_01 = G_01*mean_1 + mean_2;
        const double part_2 = (F_01*F_01);
        const double F_01_dot = G_01*mean_1_dot + G_01_dot*mean_1 + mean_2_dot;
        const double part_9 = F_01*F_01_dot;
        const double F_11 = -G_00*mean_1;
        const double part_0 = F_11 - 1.0;
        const double part_5 = F_00*F_11 + F_11*part_3 + F_11 - part_2 - part_4;
        const double part_6 = part_1/part_5;
        const double part_7 = part_1/(part_5*part_5);
        const double part_8 = part_0*part_7;
        const double part_10 = -part_0;
        const double part_11 = F_00_dot*part_10;
        const double part_13 = -F_11*part_12 + 2.0*r;
        const double part_14 = part_13*r_dot;
        const double part_16 = F_01*part_7;
        const double part_18 = 2.0*part_7;
        const double part_19 = part_4*part_7;
        const double F_11_dot = -G_00*mean_1_dot - G_00_dot*mean_1;
        const double part_17 = F_11_dot*part_15;
        const double new_00 = part_0*part_6;
        const double new_00_dot = F_11_dot*(part_15*part_8 + part_6) + part_11*part_8 + part_14*part_8 + 2.0*part_8*part_9;
        const double new_01 = -F_01*part_6;
        const double new_01_dot = F_01_dot*(-part_18*part_2 - part_6) - part_11*part_16 - part_14*part_16 - part_16*part_17;
        const double new_11 = part_4*part_6;
        const double new_11_dot = F_00_dot*(part_10*part_19 + part_6) + part_17*part_19 + part_18*part_4*part_9 + r_dot*(part_12*part_6 + part_13*part_19);

        found[0] = new_00;
        found[1] = new_01;
        found[2] = new_11;
        found[3] = new_00_dot;
        found[4] = new_01_dot;
        found[5] = new_11_dot;
    }
}

/* T1 and the inverse of the corner; and its slope along a direction. */
static void stage_any_corner_tangent(const spectrum *params, double r, double G_00, double G_01, double G_11, double r_dot, double G_00_dot, double G_01_dot, double G_11_dot, double *found)
{
    double mean_0 = 0.0, mean_0_dot = 0.0, mean_1 = 0.0, mean_1_dot = 0.0, mean_2 = 0.0, mean_2_dot = 0.0, mean_3 = 0.0, mean_3_dot = 0.0, mean_4 = 0.0, mean_4_dot = 0.0, mean_5 = 0.0, mean_5_dot = 0.0, mean_6 = 0.0, mean_6_dot = 0.0, mean_7 = 0.0, mean_7_dot = 0.0, mean_8 = 0.0, mean_8_dot = 0.0, mean_9 = 0.0, mean_9_dot = 0.0, mean_10 = 0.0, mean_10_dot = 0.0;

    for (int node = 0; node < params->labels; ++node) {
        const double weight = params->weight[node];
        const double y = params->y[node];
        const double s = params->s[node];
        const double node_0 = params->a*y;
        const double node_1 = (y*y);
        const double node_2 = 2.0*node_0 + node_1*params->tau;
        const double node_4 = (G_01*G_01);
        const double node_7 = 2.0*G_01;
        const double node_8 = (s*s);
        const double k_00 = node_2*(r*r);
        const double k_00_dot = 2.0*node_2*r*r_dot;
        const double k_01 = node_0*r;
        const double node_3 = 2.0*k_01;
        const double node_5 = (k_01*k_01);
        const double node_6 = G_11*node_5;
        const double k_01_dot = node_0*r_dot;
        const double det = G_00*k_00 - G_00*node_6 + G_01*node_3 + node_4*node_5 + 1.0;
        const double node_9 = (1.0/(det));
        const double node_10 = k_00*node_9;
        const double node_11 = k_00_dot*node_9;
        const double node_14 = node_5*node_9;
        const double node_15 = k_01_dot*node_9;
        const double node_16 = node_15*node_8;
        const double node_18 = k_01*node_9;
        const double node_20 = node_18*y;
        const double node_21 = node_15*y;
        const double node_23 = node_9*y;
        const double det_dot = -G_00*G_11_dot*node_5 + G_00*k_00_dot + G_00_dot*(k_00 - node_6) + G_01_dot*(node_3 + node_5*node_7) + k_01_dot*(-G_00*G_11*node_3 + node_3*node_4 + node_7);
        const double node_12 = det_dot/(det*det);
        const double node_13 = k_00*node_12;
        const double node_17 = node_12*node_5;
        const double node_19 = k_01*node_12;
        const double node_22 = node_19*y;
        const double node_24 = node_12*y;
        mean_0 += weight*(node_10*node_8);
        mean_0_dot += weight*(node_11*node_8 - node_13*node_8);
        mean_1 += weight*(node_10);
        mean_1_dot += weight*(node_11 - node_13);
        mean_2 += weight*(node_14*node_8);
        mean_2_dot += weight*(node_16*node_3 - node_17*node_8);
        mean_3 += weight*(node_14);
        mean_3_dot += weight*(node_15*node_3 - node_17);
        mean_4 += weight*(node_18*node_8);
        mean_4_dot += weight*(node_16 - node_19*node_8);
        mean_5 += weight*(node_20*s);
        mean_5_dot += weight*(node_21*s - node_22*s);
        mean_6 += weight*(node_20);
        mean_6_dot += weight*(node_21 - node_22);
        mean_7 += weight*(node_18);
        mean_7_dot += weight*(node_15 - node_19);
        mean_8 += weight*(node_23*s);
        mean_8_dot += weight*(-node_24*s);
        mean_9 += weight*(node_1*node_9);
        mean_9_dot += weight*(-node_1*node_12);
        mean_10 += weight*(node_23);
        mean_10_dot += weight*(-node_24);
    }
    {
        const double part_0 = (r*r);
        const double part_1 = part_0 + 1.0;
        const double part_2 = G_00*mean_9;
        const double part_3 = G_00*mean_9_dot;
        const double part_4 = 4.0*params->a;
        const double part_5 = mean_10*part_4;
        const double part_6 = part_5*r;
        const double part_7 = 2.0*r;
        const double part_8 = part_7*params->tau;
        const double part_9 = G_00*part_6 + part_2*part_8;
        const double part_10 = (1.0/(r));
        const double part_11 = params->alpha0*part_10;
        const double part_12 = 0.5*part_11;
        const double part_13 = 2.0*params->a;
        const double part_14 = mean_10*part_13;
        const double part_15 = G_00*part_13;
        const double part_16 = G_11*part_15;
        const double part_17 = (G_01*G_01);
        const double part_18 = G_01*part_14 + mean_6*part_13*part_17 - mean_6*part_16;
        const double part_22 = params->a*part_11;
        const double part_23 = mean_6*part_22;
        const double part_28 = 0.5*params->alpha0/part_0;
        const double part_51 = (1.0/(params->vbar*params->vbar));
        const double part_52 = (params->gamma*params->gamma);
        const double part_53 = 1.0 - part_52;
        const double part_54 = (1.0/sqrt(part_53));
        const double part_55 = (1.0/(params->vbar));
        const double part_56 = (1.0/(part_53));
        const double part_57 = 2.0*params->gamma;
        const double F_00 = -G_11*mean_3 + mean_1;
        const double part_19 = F_00 + part_1;
        const double F_00_dot = -G_11*mean_3_dot - G_11_dot*mean_3 + mean_1_dot;
        const double F_01 = G_01*mean_3 + mean_7;
        const double F_01_dot = G_01*mean_3_dot + G_01_dot*mean_3 + mean_7_dot;
        const double F_11 = -G_00*mean_3;
        const double part_20 = F_00*F_11 - (F_01*F_01) + F_11*part_0 + F_11 - part_19;
        const double part_21 = (1.0/(part_20));
        const double part_24 = (1.0/(part_20*part_20));
        const double part_25 = 2.0*F_01*part_24;
        const double part_26 = part_24*(1.0 - F_11);
        const double part_27 = -part_19*part_24;
        const double part_29 = -F_11*part_7 + 2.0*r;
        const double F_11_dot = -G_00*mean_3_dot - G_00_dot*mean_3;
        const double K_00 = -G_11*mean_2 + mean_0 + part_1;
        const double K_00_dot = -G_11*mean_2_dot - G_11_dot*mean_2 + mean_0_dot + 2.0*r*r_dot;
        const double K_01 = G_01*mean_2 + mean_4;
        const double part_31 = (K_01*K_01);
        const double part_46 = 2.0*part_31;
        const double K_01_dot = G_01*mean_2_dot + G_01_dot*mean_2 + mean_4_dot;
        const double K_11 = -G_00*mean_2 - 1.0;
        const double part_30 = K_00*K_11;
        const double part_32 = part_30 - part_31;
        const double part_33 = (1.0/(part_32));
        const double part_34 = K_11*part_33;
        const double part_35 = (1.0/(part_32*part_32));
        const double part_36 = (K_11*K_11)*part_35;
        const double part_37 = part_30*part_35;
        const double K_11_dot = -G_00*mean_2_dot - G_00_dot*mean_2;
        const double T_0 = G_01*mean_5 + mean_8;
        const double part_44 = T_0*part_33;
        const double part_49 = K_01*part_44;
        const double part_50 = T_0*part_35;
        const double T_0_dot = G_01*mean_5_dot + G_01_dot*mean_5 + mean_8_dot;
        const double T_1 = -G_00*mean_5;
        const double part_38 = T_1*part_33;
        const double part_39 = K_01*part_38;
        const double part_40 = K_11*T_0*part_33 - part_39;
        const double part_41 = T_1*part_35;
        const double part_42 = K_01*part_41;
        const double part_43 = K_11*part_42 - T_0*part_36;
        const double part_45 = K_00*part_42 - T_0*part_37 + part_44;
        const double part_47 = 2.0*K_01*K_11*T_0*part_35 - part_38 - part_41*part_46;
        const double part_48 = K_00*part_38;
        const double T_1_dot = -G_00*mean_5_dot - G_00_dot*mean_5;
        const double w = part_2;
        const double w_dot = G_00_dot*mean_9 + part_3;
        const double t1 = F_11*part_21 + part_12*part_18 + part_12*part_9 - part_21;
        const double t1_dot = F_00_dot*(F_11*part_26 - part_26) + F_01_dot*(F_11*part_25 - part_25) + F_11_dot*(F_11*part_27 + part_21 - part_27) - G_00*G_11_dot*part_23 + G_00_dot*(-G_11*part_23 + 0.5*params->alpha0*part_10*(mean_9*part_8 + part_6)) + G_01_dot*part_12*(G_01*mean_6*part_4 + part_14) + params->alpha0*part_3*params->tau + mean_10_dot*(G_01*part_22 + params->alpha0*part_15) + mean_6_dot*part_12*(2.0*params->a*part_17 - part_16) + r_dot*(F_11*part_24*part_29 + 0.5*params->alpha0*part_10*(G_00*part_5 + 2.0*part_2*params->tau) - part_18*part_28 - part_24*part_29 - part_28*part_9);
        const double tt = part_34;
        const double tt_dot = -K_00_dot*part_36 + 2.0*K_01*K_01_dot*K_11*part_35 + K_11_dot*(part_33 - part_37);
        const double tv = part_40;
        const double tv_dot = K_00_dot*part_43 - K_01*T_1_dot*part_33 + K_01_dot*part_47 + K_11_dot*part_45 + T_0_dot*part_34;
        const double vv = T_0*part_40 + T_1*(part_48 - part_49) + w;
        const double vv_dot = K_00_dot*(T_0*part_43 + T_1*(K_01*K_11*part_50 - T_1*part_37 + part_38)) + K_01_dot*(T_0*part_47 + T_1*(2.0*K_00*K_01*T_1*part_35 - part_44 - part_46*part_50)) + K_11_dot*(T_0*part_45 + T_1*(-(K_00*K_00)*part_41 + K_00*K_01*T_0*part_35)) + T_0_dot*(2.0*K_11*T_0*part_33 - 2.0*part_39) + T_1_dot*(2.0*part_48 - 2.0*part_49) + w_dot;
        const double N_vv = part_51*vv;
        const double N_vv_dot = part_51*vv_dot;
        const double N_ve = part_54*(-N_vv*params->gamma + part_55*tv);
        const double part_59 = (N_ve*N_ve);
        const double part_69 = N_ve*N_vv;
        const double N_ve_dot = -N_vv_dot*params->gamma*part_54 + part_54*part_55*tv_dot;
        const double N_ee = part_56*(N_vv*part_52 - part_55*part_57*tv + tt);
        const double part_58 = N_ee*N_vv;
        const double part_60 = part_58 - part_59;
        const double part_61 = (1.0/(part_60));
        const double part_62 = N_ee*N_ve;
        const double part_63 = (1.0/(part_60*part_60));
        const double part_64 = 2.0*part_63;
        const double part_65 = N_ve_dot*part_64;
        const double part_66 = N_vv_dot*part_63;
        const double part_67 = -part_58*part_63 + part_61;
        const double N_ee_dot = N_vv_dot*part_52*part_56 - part_55*part_56*part_57*tv_dot + part_56*tt_dot;
        const double part_68 = N_ee_dot*part_63;
        const double W_vv = N_ee*part_61;
        const double W_vv_dot = -(N_ee*N_ee)*part_66 + N_ee_dot*part_67 + part_62*part_65;
        const double W_ve = -N_ve*part_61;
        const double W_ve_dot = N_ve_dot*(-part_59*part_64 - part_61) + part_62*part_66 + part_68*part_69;
        const double W_ee = N_vv*part_61;
        const double W_ee_dot = -(N_vv*N_vv)*part_68 + N_vv_dot*part_67 + part_65*part_69;

        found[0] = t1;
        found[1] = W_vv;
        found[2] = W_ve;
        found[3] = W_ee;
        found[4] = t1_dot;
        found[5] = W_vv_dot;
        found[6] = W_ve_dot;
        found[7] = W_ee_dot;
    }
}

/* A step for G at r, and its slope along (r_dot, G_dot). */
static void dyson(const spectrum *params, double r, const double *G, double r_dot, const double *G_dot, double *found)
{
    if (params->size == 1) {
        stage_odd_dyson_tangent(params, r, G[0], r_dot, G_dot[0], found);
    } else {
        stage_any_dyson_tangent(params, r, G[0], G[1], G[2], r_dot, G_dot[0], G_dot[1], G_dot[2], found);
    }
}

/* G at r by Newton's steps from where it is; 1 where they become small. */
static int newton_spectrum(const spectrum *params, double r, double *G, double matrix[3][3])
{
    double before = INFINITY;

    for (int turn = 0; turn < MOST_STEPS; ++turn) {
        double left[3][3], right[3] = {0.0, 0.0, 0.0}, found[6], largest = 0.0;

        for (int column = 0; column < 3; ++column) {
            double along[3] = {0.0, 0.0, 0.0};

            along[column] = 1.0;
            if (column < params->size) {
                dyson(params, r, G, 0.0, along, found);
            }
            for (int row = 0; row < 3; ++row) {
                const double slope = row < params->size && column < params->size ? found[params->size + row] : 0.0;

                matrix[row][column] = (row == column) - slope;
                left[row][column] = matrix[row][column];
            }
        }
        for (int row = 0; row < params->size; ++row) {
            right[row] = found[row] - G[row];
        }
        solve_linear(3, 1, left[0], right);
        for (int row = 0; row < params->size; ++row) {
            largest = fmax(largest, fabs(right[row]/G[0]));
        }
        if (!isfinite(largest)) {
            return 0;
        }
        for (int row = 0; row < params->size; ++row) {
            G[row] += fmin(1.0, 0.5/largest)*right[row];
        }
        /* The slope of G follows from the matrix, which is that before a step as small as this. */
        if (largest < TOLERANCE || (largest < 1e-9 && largest >= 0.5*before)) {
            return G[0] > 0.0;
        }
        before = largest;
    }
    return 0;
}

/* G at r by plain steps; 1 where they become small. */
static int iterate_spectrum(const spectrum *params, double r, double *G, int most, double small)
{
    const double still[3] = {0.0, 0.0, 0.0};

    for (int turn = 0; turn < most; ++turn) {
        double found[6], largest = 0.0;

        dyson(params, r, G, 0.0, still, found);
        for (int row = 0; row < params->size; ++row) {
            largest = fmax(largest, fabs((found[row] - G[row])/found[0]));
            G[row] = found[row];
        }
        if (!(largest >= small)) {
            return isfinite(G[0]);
        }
    }
    return 0;
}

/* t1, W_vv, W_ve, W_ee and their slopes at x; NaN where there is no G. */
static void spectrum_law(spectrum *params, double x, double *law)
{
    const double r = sqrt(x), still[3] = {0.0, 0.0, 0.0};
    double G[3] = {params->G[0], params->G[1], params->G[2]}, matrix[3][3], found[8], right[3] = {0.0, 0.0, 0.0};

    if (!newton_spectrum(params, r, G, matrix)) {
        G[0] = 1.0/params->alpha0;
        G[1] = 0.0;
        G[2] = -1.0/params->alpha0;
        iterate_spectrum(params, r, G, 20000, 1e-6);
        if (!newton_spectrum(params, r, G, matrix)) {
            for (int i = 0; i < 8; ++i) {
                law[i] = NAN;
            }
            return;
        }
    }
    for (int row = 0; row < params->size; ++row) {
        params->G[row] = G[row];
    }
    dyson(params, r, G, 1.0, still, found);
    for (int row = 0; row < params->size; ++row) {
        right[row] = found[params->size + row];
    }
    solve_linear(3, 1, matrix[0], right); /* the slope of G */
    if (params->size == 1) {
        stage_odd_corner_tangent(params, r, G[0], 1.0, right[0], found);
    } else {
        stage_any_corner_tangent(params, r, G[0], G[1], G[2], 1.0, right[0], right[1], right[2], found);
    }
    for (int i = 0; i < 4; ++i) {
        law[i] = found[i];
        law[4 + i] = found[4 + i]/(2.0*r);
    }
}

/* t1, W_vv, W_ve, W_ee and their slopes at x = D Vh1. */
static void set_law(const problem *of, const memory *at)
{
    const double x = at->D[0]*at->Vh1[0];

    if (of->bulk) {
        spectrum_law(of->bulk, x, at->t1);
        return;
    }
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
            return ONE_STEP_NONFINITE;
        }
        /* Converged, or at the rounding error: a small step that does not become smaller. */
        if (largest < TOLERANCE || (largest < 1e-9 && largest >= 0.5*before)) {
            return ONE_STEP_OK;
        }
        before = largest;
        move(at, at->step, fmin(1.0, 1.0/largest));
    }
    return ONE_STEP_NO_CONVERGENCE;
}

/* The variables of F0 at its stationary point, after a warm-up of plain steps, and a longer one where that fails. */
static int stationary(const problem *of, const memory *at, int *steps)
{
    int status = ONE_STEP_NO_CONVERGENCE;

    set_start(of, at);
    for (size_t attempt = 0; attempt < sizeof warm_ups/sizeof warm_ups[0]; ++attempt) {
        for (int turn = 0; turn < warm_ups[attempt]; ++turn) {
            plain_step(of, at);
        }
        for (int i = 0; i < at->size; ++i) {
            at->start[i] = at->V1[i];
        }
        status = newton_steps(of, at, steps);
        if (status == ONE_STEP_OK) {
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

static void solve_point(const problem *of, const memory *at, one_step_result *result)
{
    const double *m_v = at->modes + 0*groups;
    const double *m_e = at->modes + 1*groups;
    const double *b_v = at->modes + 2*groups;
    const double *b_e = at->modes + 3*groups;
    const double *A = at->modes + 4*groups;
    const double *Q1 = at->step, *Q2 = at->step + groups*groups;

    result->status = stationary(of, at, &result->steps);
    if (result->status == ONE_STEP_OK) {
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
            result->status = ONE_STEP_NONFINITE;
        }
    }
    if (result->status != ONE_STEP_OK) {
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
        return ONE_STEP_NULL_PARAMS;
    }
    if (!results) {
        return ONE_STEP_NULL_RESULTS;
    }
    if (!work) {
        return ONE_STEP_NULL_WORK;
    }
    if (!features_of(activation)) {
        return ONE_STEP_ACTIVATION;
    }
    return target_of(target) ? ONE_STEP_OK : ONE_STEP_TARGET;
}

/* The status of the parameters of a point that are not accepted, or OK. */
static int accepted(const one_step_params *params)
{
    if (!(params->alpha > 0.0) || !isfinite(params->alpha)) {
        return ONE_STEP_BAD_alpha;
    }
    if (!(params->beta > 0.0) || !isfinite(params->beta)) {
        return ONE_STEP_BAD_beta;
    }
    if (!(params->lam >= 0.0) || !isfinite(params->lam)) {
        return ONE_STEP_BAD_lam;
    }
    if (!(params->alpha0 > 0.0) || !isfinite(params->alpha0)) {
        return ONE_STEP_BAD_alpha0;
    }
    if (!(params->eta >= 0.0) || !isfinite(params->eta)) {
        return ONE_STEP_BAD_eta;
    }
    if (!(params->noise2 >= 0.0) || !isfinite(params->noise2)) {
        return ONE_STEP_BAD_noise2;
    }
    if (!(params->inverse_p >= 0.0) || !isfinite(params->inverse_p)) {
        return ONE_STEP_BAD_inverse_p;
    }
    return ONE_STEP_OK;
}

/* g at x. */
static double label(int target, double x)
{
    switch (target) {
    case ONE_STEP_TARGET_SIGN:
        return ((x > 0.0) - (x < 0.0));
    case ONE_STEP_TARGET_SIN:
        return sin(x);
    case ONE_STEP_TARGET_SIN2:
        return sin(2.0*x);
    case ONE_STEP_TARGET_ERF:
        return erf(x);
    case ONE_STEP_TARGET_RELU:
        return 0.5*x*(((x > 0.0) - (x < 0.0)) + 1.0);
    case ONE_STEP_TARGET_LINEAR:
        return x;
    case ONE_STEP_TARGET_HE2:
        return 0.70710678118654757*((x*x) - 1.0);
    case ONE_STEP_TARGET_HE3:
        return 0.40824829046386302*((x*x*x) - 3.0*x);
    case ONE_STEP_TARGET_HE4:
        return 0.20412414523193151*((x*x*x*x) - 6.0*(x*x) + 3.0);
    case ONE_STEP_TARGET_TANH:
        return tanh(x);
    case ONE_STEP_TARGET_GELU:
        return 0.5*x*(erf(0.70710678118654757*x) + 1.0);
    case ONE_STEP_TARGET_SILU:
        return x/(1.0 + exp(-x));
    case ONE_STEP_TARGET_SOFTPLUS:
        return log(exp(x) + 1.0);
    case ONE_STEP_TARGET_SIGMOID:
        return (1.0/((1.0 + exp(-x))));
    default:
        return NAN;
    }
}

/* What the step makes of the weights; returns a status. */
static int take_step(int activation, int target, const one_step_params *params, spectrum *found, double *subtracted)
{
    double mean_sigma = 0.0, mu1 = 0.0, mu2 = 0.0, nu = 0.0, mean_g = 0.0, first_g = 0.0, square_g = 0.0;

    const int status = params ? accepted(params) : ONE_STEP_NULL_PARAMS;

    if (status != ONE_STEP_OK) {
        return status;
    }
    switch (activation) {
    case ONE_STEP_ACTIVATION_ERF:
        mean_sigma = 0.0;
        mu1 = 0.65147001587055986;
        mu2 = 0.0;
        nu = 0.14499685315535407;
        break;
    case ONE_STEP_ACTIVATION_RELU:
        mean_sigma = 0.3989422804014327;
        mu1 = 0.5;
        mu2 = 0.3989422804014327;
        nu = 0.25;
        break;
    case ONE_STEP_ACTIVATION_TANH:
        mean_sigma = 0.0;
        mu1 = 0.60570550960215885;
        mu2 = 0.0;
        nu = 0.09752373808585732;
        break;
    case ONE_STEP_ACTIVATION_GELU:
        mean_sigma = 0.28209479177387814;
        mu1 = 0.5;
        mu2 = 0.42314218766081724;
        nu = 0.20585086564928712;
        break;
    case ONE_STEP_ACTIVATION_SILU:
        mean_sigma = 0.20662096414190703;
        mu1 = 0.5;
        mu2 = 0.35084544432455489;
        nu = 0.12948235163282931;
        break;
    case ONE_STEP_ACTIVATION_SOFTPLUS:
        mean_sigma = 0.80605918334743976;
        mu1 = 0.5;
        mu2 = 0.20662096414190703;
        nu = 0.043379035858092961;
        break;
    case ONE_STEP_ACTIVATION_SIGMOID:
        mean_sigma = 0.5;
        mu1 = 0.20662096414190703;
        mu2 = 0.0;
        nu = 0.0021440185272631382;
        break;
    case ONE_STEP_ACTIVATION_SIN:
        mean_sigma = 0.0;
        mu1 = 0.60653065971263342;
        mu2 = 0.0;
        nu = 0.19978820044686402;
        break;
    default:
        return ONE_STEP_ACTIVATION;
    }
    switch (target) {
    case ONE_STEP_TARGET_SIGN:
        mean_g = 0.0;
        first_g = 0.79788456080286541;
        square_g = 1.0;
        break;
    case ONE_STEP_TARGET_SIN:
        mean_g = 0.0;
        first_g = 0.60653065971263342;
        square_g = 0.43233235838169365;
        break;
    case ONE_STEP_TARGET_SIN2:
        mean_g = 0.0;
        first_g = 0.2706705664732254;
        square_g = 0.49983226868604874;
        break;
    case ONE_STEP_TARGET_ERF:
        mean_g = 0.0;
        first_g = 0.65147001587055986;
        square_g = 0.46455905439753997;
        break;
    case ONE_STEP_TARGET_RELU:
        mean_g = 0.3989422804014327;
        first_g = 0.5;
        square_g = 0.5;
        break;
    case ONE_STEP_TARGET_LINEAR:
        mean_g = 0.0;
        first_g = 1.0;
        square_g = 1.0;
        break;
    case ONE_STEP_TARGET_HE2:
        mean_g = 0.0;
        first_g = 0.0;
        square_g = 1.0;
        break;
    case ONE_STEP_TARGET_HE3:
        mean_g = 0.0;
        first_g = 0.0;
        square_g = 1.0;
        break;
    case ONE_STEP_TARGET_HE4:
        mean_g = 0.0;
        first_g = 0.0;
        square_g = 1.0;
        break;
    case ONE_STEP_TARGET_TANH:
        mean_g = 0.0;
        first_g = 0.60570550960215885;
        square_g = 0.3942944903978412;
        break;
    case ONE_STEP_TARGET_GELU:
        mean_g = 0.28209479177387814;
        first_g = 0.5;
        square_g = 0.42522148257029868;
        break;
    case ONE_STEP_TARGET_SILU:
        mean_g = 0.20662096414190703;
        first_g = 0.5;
        square_g = 0.35577551981735217;
        break;
    case ONE_STEP_TARGET_SOFTPLUS:
        mean_g = 0.80605918334743976;
        first_g = 0.5;
        square_g = 0.92124590885930024;
        break;
    case ONE_STEP_TARGET_SIGMOID:
        mean_g = 0.5;
        first_g = 0.20662096414190703;
        square_g = 0.29337903585809294;
        break;
    default:
        return ONE_STEP_TARGET;
    }
    {
        const double alpha0 = params->alpha0, eta = params->eta, noise2 = params->noise2;
        const double part_0 = (1.0/(alpha0));
        const double part_2 = (eta*eta);
        const double y_mean = mean_g - mean_sigma;
        const double y_first = first_g;
        const double y_square = -2.0*mean_g*mean_sigma + (mean_sigma*mean_sigma) + noise2 + square_g;
        const double part_1 = part_0*y_square;
        const double vbar = sqrt(part_1 + (y_first*y_first));
        const double u = eta*mu1*vbar;
        const double overlap_value = y_first/vbar;
        const double c = nu*part_1*part_2 + 1.0;
        const double a = eta*mu2;
        const double tau = part_0*part_2*(-(mu2*mu2) + nu);
        const double rho = (a*a)*(part_1 + (y_mean*y_mean)) + 2.0*a*y_mean + tau*y_square + 1.0;

        found->alpha0 = alpha0;
        found->u = u;
        found->gamma = overlap_value;
        found->c = c;
        found->vbar = vbar;
        found->a = a;
        found->tau = tau;
        found->rho = rho;
        found->size = a == 0.0 ? 1 : 3;
        found->G[0] = 1.0/alpha0;
        found->G[1] = 0.0;
        found->G[2] = -1.0/alpha0;
        *subtracted = mean_sigma;
    }
    return ONE_STEP_OK;
}

int one_step_step(int activation, int target, const one_step_params *params, double *strength, double *overlap, double *variance)
{
    spectrum found;
    double subtracted;
    const int status = take_step(activation, target, params, &found, &subtracted);

    if (status == ONE_STEP_OK) {
        *strength = found.u;
        *overlap = found.gamma;
        *variance = found.c;
    }
    return status;
}

/* Signals and residual labels of the step's samples, with their weights: a rule for the signal times the trapezoidal one for the noise. */
static void fill_labels(int target, double noise2, double subtracted, double *space, spectrum *bulk)
{
    const int copies = noise2 > 0.0 ? NOISE : 1;
    double *y = space, *s = space + LABELS, *weight = space + 2*LABELS;
    double total = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double half = 0.5*asinh(END)/PANELS;
        const double t = half*(2*(node / 2 / ORDER) + 1 + panel_node[node / 2 % ORDER]);
        const double signal = (node % 2 ? -1.0 : 1.0)*sinh(t);
        const double share = cosh(t)*panel_weight[node / 2 % ORDER]*exp(-0.5*signal*signal);

        for (int copy = 0; copy < copies; ++copy) {
            const int place = node*copies + copy;
            const double noise = copies > 1 ? -NOISE_END + 2.0*NOISE_END*copy/(NOISE - 1) : 0.0;

            s[place] = signal;
            y[place] = label(target, signal) - subtracted + sqrt(noise2)*noise;
            weight[place] = share*exp(-0.5*noise*noise);
            total += weight[place];
        }
    }
    for (int place = 0; place < NODES*copies; ++place) {
        weight[place] /= total;
    }
    bulk->labels = NODES*copies;
    bulk->y = y;
    bulk->s = s;
    bulk->weight = weight;
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
    PART(labels, 3*(size_t)LABELS);
#undef PART
    return used;
}

size_t one_step_work_size(void)
{
    return divide(0, 0);
}

int one_step_solve(int activation, int target, int level, size_t count, const one_step_params *params, one_step_result *results,
              double *work)
{
    memory at;
    readout before = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};

    int status = called(activation, target, params, results, work);

    if (status != ONE_STEP_OK) {
        return status;
    }
    if (level < 0 || level > 1) {
        return ONE_STEP_LEVEL;
    }
    for (size_t point = 0; point < count; ++point) {
        status = accepted(params + point);
        if (status != ONE_STEP_OK) {
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
        now.noise2 = params[point].noise2;
        now.inverse_p = params[point].inverse_p;
        spectrum bulk;
        double subtracted;

        take_step(activation, target, params + point, &bulk, &subtracted);
        if (level == 1) {
            fill_labels(target, now.noise2, subtracted, at.labels, &bulk);
        }
        of.bulk = level == 1 ? &bulk : 0;
        now.u = bulk.u;
        now.gamma = bulk.gamma;
        now.c = level == 1 ? bulk.rho : bulk.c;
        if (now.u != before.u || now.gamma != before.gamma || now.c != before.c) {
            fill_tables(activation, target, &now, &at.tables);
        }
        solve_point(&of, &at, results + point);
        before = now;
    }
    return ONE_STEP_OK;
}

int one_step_check(int version, size_t size)
{
    return version == ONE_STEP_ABI && size == sizeof(one_step_params) ? ONE_STEP_OK : ONE_STEP_LAYOUT;
}

const char *one_step_strerror(int status)
{
    switch (status) {
    case ONE_STEP_OK:
        return "ok";
    case ONE_STEP_NO_CONVERGENCE:
        return "no convergence: Newton's steps did not become small";
    case ONE_STEP_NONFINITE:
        return "non-finite: a value is NaN or infinite";
    case ONE_STEP_NULL_PARAMS:
        return "params is NULL";
    case ONE_STEP_ACTIVATION:
        return "the activation is none of this system";
    case ONE_STEP_TARGET:
        return "the target is none of this system";
    case ONE_STEP_LEVEL:
        return "level is neither 0 nor 1";
    case ONE_STEP_NULL_RESULTS:
        return "results is NULL";
    case ONE_STEP_NULL_WORK:
        return "work is NULL";
    case ONE_STEP_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case ONE_STEP_BAD_alpha:
        return "alpha is not positive or not finite";
    case ONE_STEP_BAD_beta:
        return "beta is not positive or not finite";
    case ONE_STEP_BAD_lam:
        return "lam is negative or not finite";
    case ONE_STEP_BAD_alpha0:
        return "alpha0 is not positive or not finite";
    case ONE_STEP_BAD_eta:
        return "eta is negative or not finite";
    case ONE_STEP_BAD_noise2:
        return "noise2 is negative or not finite";
    case ONE_STEP_BAD_inverse_p:
        return "inverse_p is negative or not finite";
    default:
        return "unknown status";
    }
}
