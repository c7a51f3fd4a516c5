/*
 * srf.c - Spiked random features: ridge regression on sigma(b.x + u v.x)
 *
 * Emitted by orderode 0.1.0 from the system srf, digest d7b79a03f8bcabb2. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in srf.h.
 */
#include "srf.h"

#include <math.h>

enum { PANELS = 8, ORDER = 20, NODES = 2 * PANELS * ORDER, OWEN = 12 };
enum { GRID = 505, SPACE = 4 * GRID, HERMITE = 12 };
enum { WEIGHT, KAPPA, C0, C1, C22, H0, H1, H2, TABLES };

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
 * exp(-40.0), be it of the Gaussian or of the nearest singularity of f; beyond reach the values are 0.
 */
static void prepare(values_at values, double singularity, double reach, double spread, double largest, double *space, averages *at)
{
    const double ratio = fmin(singularity/spread, sqrt(2.0*40.0));
    const double pace = 2.0*3.1415926535897931*ratio/(40.0 + 0.5*ratio*ratio);

    at->values = values;
    at->spread = spread;
    at->size = -1;
    if (!(spread*12.0 >= singularity)) {
        return;
    }
    at->pace = pace;
    at->size = (int)ceil(fmin(reach, largest + 8.5*spread)/(pace*spread));
    at->window = (int)fmin(ceil(8.5/pace), 2.0*at->size);
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
        if (fabs(offset) < 8.5 + 1.0) {
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
    if (fabs(found[0]) < 1e-15) {
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
        const double half = 0.5*asinh(9.0/width)/PANELS;
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

    prepare_activation(activation, sqrt(c), fabs(u)*9.0, space, &at);
    fill_function(features_of(activation), activation_parity(activation), &at, u, c, kappa, c0, c1, c22);
}

/* h0, h1, h2 at the nodes. */
static void fill_signal(int target, double gamma, double rest, const double *kappa, double *h0, double *h1, double *h2, double *space)
{
    averages at;

    prepare_target(target, rest, fabs(gamma)*9.0, space, &at);
    fill_function(target_of(target), target_parity(target), &at, gamma, rest, kappa, h0, h1, h2);
}

/* The functions of kappa at the nodes: TABLES arrays of NODES, before the space for sums. */
static void fill_tables(int activation, int target, const readout *params, double *tables)
{
    const double slope = fabs(params->gamma), rest = sqrt(fmax(1.0 - slope*slope, 0.0));
    const double width = fmin(1.0/fmax(fabs(params->u), 1.0), rest/fmax(slope, 1e-9));
    double *const kappa = tables + KAPPA*NODES, *const space = tables + TABLES*NODES;

    fill_nodes(fmax(fmin(width, 1.0), 1e-3), tables + WEIGHT*NODES, kappa);
    fill_features(activation, params->u, params->c, kappa, tables + C0*NODES, tables + C1*NODES, tables + C22*NODES, space);
    fill_signal(target, params->gamma, rest, kappa, tables + H0*NODES, tables + H1*NODES, tables + H2*NODES, space);
}

/* The solution of a 3 x 3 system by elimination with the largest pivot of scaled rows. */
static void linear_solve(double matrix[3][3], double right[3], double solution[3])
{
    for (int row = 0; row < 3; ++row) {
        const double scale = fmax(fmax(fabs(matrix[row][0]), fabs(matrix[row][1])), fabs(matrix[row][2]));

        for (int column = 0; column < 3; ++column) {
            matrix[row][column] /= scale;
        }
        right[row] /= scale;
    }
    for (int step = 0; step < 3; ++step) {
        int best = step;

        for (int row = step + 1; row < 3; ++row) {
            if (fabs(matrix[row][step]) > fabs(matrix[best][step])) {
                best = row;
            }
        }
        for (int column = 0; column < 3; ++column) {
            const double kept = matrix[step][column];

            matrix[step][column] = matrix[best][column];
            matrix[best][column] = kept;
        }
        {
            const double kept = right[step];

            right[step] = right[best];
            right[best] = kept;
        }
        for (int row = step + 1; row < 3; ++row) {
            const double factor = matrix[row][step]/matrix[step][step];

            for (int column = step; column < 3; ++column) {
                matrix[row][column] -= factor*matrix[step][column];
            }
            right[row] -= factor*right[step];
        }
    }
    for (int row = 2; row >= 0; --row) {
        solution[row] = right[row];
        for (int column = row + 1; column < 3; ++column) {
            solution[row] -= matrix[row][column]*solution[column];
        }
        solution[row] /= matrix[row][row];
    }
}

/* What stationarity of F0 leaves in (log x, log V2), and its Jacobian: Vh1, Vh2, residual_0, residual_1, J_00, J_01, J_10, J_11. */
static void stage_susceptibilities(const readout *params, const double *tables, double x, double V2, double V1, double t1, double t1_slope, double *found)
{
    double mean_0 = 0.0, mean_1 = 0.0, mean_2 = 0.0, mean_3 = 0.0, mean_4 = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables[WEIGHT*NODES + node];
        const double c1 = tables[C1*NODES + node];
        const double c22 = tables[C22*NODES + node];
        const double node_0 = (c1*c1);
        const double q = (1.0/((V1*node_0 + V2*c22 + 1.0)));
        const double node_1 = (q*q);
        mean_0 += weight*(c22*node_0*node_1);
        mean_1 += weight*(node_0*q);
        mean_2 += weight*((c1*c1*c1*c1)*node_1);
        mean_3 += weight*((c22*c22)*node_1);
        mean_4 += weight*(c22*q);
    }
    {
        const double part_0 = params->alpha/params->beta;
        const double part_1 = (1.0/(x));
        const double part_4 = mean_2*part_0;
        const double part_5 = (1.0/(V2));
        const double part_6 = mean_0*part_0;
        const double part_7 = part_4*t1;
        const double part_8 = -part_6 - part_7;
        const double Vh1 = mean_1*part_0;
        const double part_3 = (1.0/(Vh1));
        const double Vh2 = mean_4*part_0;
        const double part_2 = Vh1*t1 + Vh2 + params->lam;
        const double part_9 = (1.0/(part_2));
        const double part_10 = V2*part_9*t1_slope;
        const double residual_0 = log(V2*Vh1*params->beta*part_1);
        const double residual_1 = log(V2*part_2);
        const double J_00 = x*(-V2*part_3*part_4*t1_slope - part_1);
        const double J_01 = V2*(part_3*part_8 + part_5);
        const double J_10 = x*(Vh1*part_9*t1_slope - part_10*part_6 - part_10*part_7);
        const double J_11 = V2*(part_5 + part_8*part_9*t1 + part_9*(-mean_3*part_0 - part_6*t1));

        found[0] = Vh1;
        found[1] = Vh2;
        found[2] = residual_0;
        found[3] = residual_1;
        found[4] = J_00;
        found[5] = J_01;
        found[6] = J_10;
        found[7] = J_11;
    }
}

/* Stationarity of F0 in V1 and V2: Vh1, Vh2. */
static void stage_forces(const readout *params, const double *tables, double V1, double V2, double *found)
{
    double mean_0 = 0.0, mean_1 = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables[WEIGHT*NODES + node];
        const double c1 = tables[C1*NODES + node];
        const double c22 = tables[C22*NODES + node];
        const double node_0 = (c1*c1);
        const double q = (1.0/((V1*node_0 + V2*c22 + 1.0)));
        mean_0 += weight*(node_0*q);
        mean_1 += weight*(c22*q);
    }
    {
        const double part_0 = params->alpha/params->beta;
        const double Vh1 = mean_0*part_0;
        const double Vh2 = mean_1*part_0;

        found[0] = Vh1;
        found[1] = Vh2;
    }
}

/* The root x of the same equations for a bulk C = c, and V2, V1 there: x, V1, V2. */
static void stage_isotropic(const readout *params, double Vh1, double Vh2, double *found)
{
    {
        const double part_0 = Vh1*params->c;
        const double k2 = Vh2*params->c + params->c*params->lam;
        const double k1 = Vh2 - params->beta*part_0 + params->lam + part_0;
        const double k0 = -Vh1*params->beta;
        const double root = sqrt(-4.0*k0*k2 + (k1*k1));
        const double x = (k1 > 0.0 ? -2.0*k0/(k1 + root) : 0.5*(-k1 + root)/k2);
        const double t1 = params->c/(params->c*x + 1.0);
        const double V2 = x/(Vh1*params->beta);
        const double V1 = V2*t1;

        found[0] = x;
        found[1] = V1;
        found[2] = V2;
    }
}

/* T1, W and their slopes of a bulk C = c: t1, W_vv, W_ve, W_ee, t1_slope, W_vv_slope, W_ve_slope, W_ee_slope. */
static void stage_isotropic_law(const readout *params, double x, double *found)
{
    {
        const double part_0 = params->c*x + 1.0;
        const double t1 = params->c/part_0;
        const double W_vv = part_0;
        const double W_ve = 0.0;
        const double W_ee = part_0;
        const double t1_slope = -(params->c*params->c)/(part_0*part_0);
        const double W_vv_slope = params->c;
        const double W_ve_slope = 0.0;
        const double W_ee_slope = params->c;

        found[0] = t1;
        found[1] = W_vv;
        found[2] = W_ve;
        found[3] = W_ee;
        found[4] = t1_slope;
        found[5] = W_vv_slope;
        found[6] = W_ve_slope;
        found[7] = W_ee_slope;
    }
}

/* Stationarity of E: means along the spike and the teacher, and the unpenalised mode: m_v, m_e, A, b_v, b_e. */
static void stage_means(const readout *params, const double *tables, double V1, double V2, double Vh1, double W_vv, double W_ve, double W_ee, double *found)
{
    double mean_0 = 0.0, mean_1 = 0.0, mean_2 = 0.0, mean_3 = 0.0, mean_4 = 0.0, mean_5 = 0.0, mean_6 = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables[WEIGHT*NODES + node];
        const double kappa = tables[KAPPA*NODES + node];
        const double c0 = tables[C0*NODES + node];
        const double c1 = tables[C1*NODES + node];
        const double c22 = tables[C22*NODES + node];
        const double h0 = tables[H0*NODES + node];
        const double h1 = tables[H1*NODES + node];
        const double node_0 = (c1*c1);
        const double q = (1.0/((V1*node_0 + V2*c22 + 1.0)));
        const double node_1 = c0*q;
        const double node_2 = node_0*q;
        const double node_3 = c1*q;
        mean_0 += weight*((c0*c0)*q);
        mean_1 += weight*(c1*kappa*node_1);
        mean_2 += weight*(h0*node_1);
        mean_3 += weight*((kappa*kappa)*node_2);
        mean_4 += weight*(node_2);
        mean_5 += weight*(h0*kappa*node_3);
        mean_6 += weight*(h1*node_3);
    }
    {
        const double part_0 = (1.0/(Vh1));
        const double part_1 = params->alpha/params->beta;
        const double part_2 = part_0*part_1;
        const double part_3 = mean_3*part_2;
        const double part_4 = mean_4*part_2;
        const double part_5 = mean_1*part_1;
        const double part_6 = part_0*part_5;
        const double part_7 = mean_0*part_1 + params->inverse_p/V2;
        const double part_8 = mean_5*part_2;
        const double part_9 = mean_6*part_2;
        const double M_00 = W_vv*part_3 - part_3 + 1.0;
        const double M_01 = W_ve*part_4;
        const double M_02 = W_vv*part_6 - part_6;
        const double M_10 = W_ve*part_3;
        const double M_11 = W_ee*part_4 - part_4 + 1.0;
        const double M_12 = W_ve*part_6;
        const double M_20 = part_5;
        const double M_21 = 0.0;
        const double M_22 = part_7 + (part_7 == 0.0 ? 1.0 : 0.0);
        const double y_0 = W_ve*part_9 + W_vv*part_8 - part_8;
        const double y_1 = W_ee*part_9 + W_ve*part_8 - part_9;
        const double y_2 = mean_2*part_1;
        double matrix[3][3] = {{M_00, M_01, M_02}, {M_10, M_11, M_12}, {M_20, M_21, M_22}};
        double right[3] = {y_0, y_1, y_2};

        linear_solve(matrix, right, found);
    }
    {
        const double m_v = found[0];
        const double m_e = found[1];
        const double A = found[2];

        found[3] = -A*params->alpha*mean_1/params->beta - params->alpha*m_v*mean_3/params->beta + params->alpha*mean_5/params->beta;
        found[4] = -params->alpha*m_e*mean_4/params->beta + params->alpha*mean_6/params->beta;
    }
}

/* First order of the stationarity in the variables of F0: Q1, Q2, dx. */
static void stage_variances(const readout *params, const double *tables, double V1, double V2, double Vh1, double t1, double t1_slope, double W_vv, double W_ve, double W_ee, double W_vv_slope, double W_ve_slope, double W_ee_slope, double A, double m_v, double m_e, double b_v, double b_e, double *found)
{
    double mean_0 = 0.0, mean_1 = 0.0, mean_2 = 0.0, mean_3 = 0.0, mean_4 = 0.0, mean_5 = 0.0, mean_6 = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables[WEIGHT*NODES + node];
        const double kappa = tables[KAPPA*NODES + node];
        const double c0 = tables[C0*NODES + node];
        const double c1 = tables[C1*NODES + node];
        const double c22 = tables[C22*NODES + node];
        const double h0 = tables[H0*NODES + node];
        const double h1 = tables[H1*NODES + node];
        const double h2 = tables[H2*NODES + node];
        const double node_0 = (c1*c1);
        const double node_1 = 2.0*c1;
        const double node_2 = 2.0*A*c0;
        const double node_3 = kappa*m_v;
        const double q = (1.0/((V1*node_0 + V2*c22 + 1.0)));
        const double node_4 = (q*q);
        const double node_5 = node_0*node_4;
        const double node_6 = c22*node_4;
        const double r2 = (A*A)*(c0*c0) + c1*node_2*node_3 + h0*(-node_1*node_3 - node_2) - h1*m_e*node_1 + h2 + (kappa*kappa)*(m_v*m_v)*node_0 + (m_e*m_e)*node_0;
        mean_0 += weight*(c22*node_5);
        mean_1 += weight*(node_5);
        mean_2 += weight*(node_5*r2);
        mean_3 += weight*((c1*c1*c1*c1)*node_4);
        mean_4 += weight*((c22*c22)*node_4);
        mean_5 += weight*(node_6);
        mean_6 += weight*(node_6*r2);
    }
    {
        const double part_0 = (t1*t1);
        const double part_1 = (V2*V2);
        const double part_2 = (1.0/(params->beta));
        const double part_3 = params->alpha*part_2;
        const double part_4 = part_1*part_3;
        const double part_5 = mean_3*part_4;
        const double part_6 = mean_0*part_4;
        const double part_7 = part_6*t1;
        const double part_8 = part_7 - 1.0;
        const double part_9 = mean_4*part_4;
        const double part_10 = part_1*t1_slope;
        const double part_11 = Vh1*part_10;
        const double part_12 = part_5*t1;
        const double part_13 = V2*part_3;
        const double part_14 = (Vh1*Vh1);
        const double part_15 = (A*A)*params->inverse_p;
        const double part_16 = (1.0/(part_14));
        const double part_17 = (b_e*b_e);
        const double part_18 = (b_v*b_v);
        const double part_19 = 2.0*b_e*b_v;
        const double part_20 = params->beta*part_1;
        const double part_21 = W_ee_slope*part_17*part_20;
        const double part_22 = W_vv_slope*part_18*part_20;
        const double part_23 = mean_6*part_4;
        const double part_24 = (1.0/(Vh1));
        const double part_25 = W_ve_slope*part_19*part_20;
        const double part_26 = params->noise2*part_4;
        const double part_27 = mean_5*part_26;
        const double part_28 = mean_2*part_4;
        const double part_29 = mean_1*part_26;
        const double part_30 = part_28*t1;
        const double part_31 = part_29*t1;
        const double M_00 = part_0*part_5 + part_8;
        const double M_01 = part_0*part_6 + part_9*t1;
        const double M_02 = V2*t1_slope - part_11*t1;
        const double M_10 = part_12 + part_6;
        const double M_11 = part_8 + part_9;
        const double M_12 = -part_11;
        const double M_20 = Vh1*part_12 + Vh1*part_6 - mean_3*part_13;
        const double M_21 = Vh1*part_7 + Vh1*part_9 - mean_0*part_13;
        const double M_22 = -part_10*part_14 - part_2;
        const double y_0 = V2*W_ee_slope*params->beta*part_17*part_24 + 2.0*V2*W_ve_slope*b_e*b_v*params->beta*part_24 + V2*W_vv_slope*params->beta*part_18*part_24 - W_ee*part_16*part_17 - W_ve*part_16*part_19 - W_vv*part_16*part_18 - part_0*part_28 - part_0*part_29 - part_15*t1 + part_16*part_17 + part_16*part_18 - part_21*t1 - part_22*t1 - part_23*t1 - part_25*t1 - part_27*t1;
        const double y_1 = -part_15 - part_21 - part_22 - part_23 - part_25 - part_27 - part_30 - part_31;
        const double y_2 = V2*params->alpha*mean_1*params->noise2*part_2 + V2*params->alpha*mean_2*part_2 - Vh1*part_15 - Vh1*part_21 - Vh1*part_22 - Vh1*part_23 - Vh1*part_25 - Vh1*part_27 - Vh1*part_30 - Vh1*part_31;
        double matrix[3][3] = {{M_00, M_01, M_02}, {M_10, M_11, M_12}, {M_20, M_21, M_22}};
        double right[3] = {y_0, y_1, y_2};

        linear_solve(matrix, right, found);
    }
}

/* Mean square error on fresh samples without their noise, and on the training samples with it: test_error, train_error. */
static void stage_errors(const readout *params, const double *tables, double V1, double V2, double A, double m_v, double m_e, double Q1, double Q2, double *found)
{
    double test_error = 0.0, train_error = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double weight = tables[WEIGHT*NODES + node];
        const double kappa = tables[KAPPA*NODES + node];
        const double c0 = tables[C0*NODES + node];
        const double c1 = tables[C1*NODES + node];
        const double c22 = tables[C22*NODES + node];
        const double h0 = tables[H0*NODES + node];
        const double h1 = tables[H1*NODES + node];
        const double h2 = tables[H2*NODES + node];
        const double node_0 = (c1*c1);
        const double node_1 = 2.0*c1;
        const double node_2 = 2.0*A*c0;
        const double node_3 = kappa*m_v;
        const double q = (1.0/((V1*node_0 + V2*c22 + 1.0)));
        const double r2 = (A*A)*(c0*c0) + c1*node_2*node_3 + h0*(-node_1*node_3 - node_2) - h1*m_e*node_1 + h2 + (kappa*kappa)*(m_v*m_v)*node_0 + (m_e*m_e)*node_0;
        const double node_4 = Q1*node_0 + Q2*c22 + r2;
        test_error += weight*(node_4);
        train_error += weight*((q*q)*(node_4 + params->noise2));
    }
    found[0] = test_error;
    found[1] = train_error;
}

#define BULK
#define THE_BULK

/* t1, W_vv, W_ve, W_ee and their slopes at x. */
static void law_at(const readout *params BULK, double x, double *law)
{
    stage_isotropic_law(params, x, law);
}

/* x and V2 at the stationary point, after a warm-up. */
static int stationary(const readout *params BULK, const double *tables, double *x_found, double *V2_found, int *steps)
{
    double V1 = params->c/(params->lam + 0.1), V2 = 1.0/(params->lam + 0.1), x = 1.0, before = INFINITY;

    for (int turn = 0; turn < 30; ++turn) {
        double force[2], point[3];

        stage_forces(params, tables, V1, V2, force);
        stage_isotropic(params, force[0], force[1], point);
        x = point[0];
        V1 = point[1];
        V2 = point[2];
    }
    for (*steps = 0; *steps < 60; ++*steps) {
        double law[8], found[8], by_x, by_V2, largest;

        law_at(params THE_BULK, x, law);
        stage_susceptibilities(params, tables, x, V2, law[0]*V2, law[0], law[4], found);
        {
            const double det = found[4]*found[7] - found[5]*found[6];

            by_x = (found[5]*found[3] - found[7]*found[2])/det;
            by_V2 = (found[6]*found[2] - found[4]*found[3])/det;
        }
        largest = fmax(fabs(by_x), fabs(by_V2));
        *x_found = x;
        *V2_found = V2;
        if (!isfinite(by_x) || !isfinite(by_V2)) {
            return SRF_NONFINITE;
        }
        /* Converged, or at the rounding error: a small step that does not become smaller. */
        if (largest < 1e-13 || (largest < 1e-9 && largest >= 0.5*before)) {
            return SRF_OK;
        }
        before = largest;
        {
            const double scale = fmin(1.0, 1.0/largest);

            x *= exp(scale*by_x);
            V2 *= exp(scale*by_V2);
        }
    }
    return SRF_NO_CONVERGENCE;
}

static void solve_point(const readout *params BULK, const double *tables, srf_result *result)
{
    double x, V2, force[2], mean[5], variance[3], error[2];

    result->status = stationary(params THE_BULK, tables, &x, &V2, &result->steps);
    if (result->status == SRF_OK) {
        double law[8], V1;

        law_at(params THE_BULK, x, law);
        V1 = law[0]*V2;
        stage_forces(params, tables, V1, V2, force);
        stage_means(params, tables, V1, V2, force[0], law[1], law[2], law[3], mean);
        stage_variances(params, tables, V1, V2, force[0], law[0], law[4], law[1], law[2], law[3], law[5], law[6], law[7],
                        mean[2], mean[0], mean[1], mean[3], mean[4], variance);
        stage_errors(params, tables, V1, V2, mean[2], mean[0], mean[1], variance[0], variance[1], error);
        result->test_error = error[0];
        result->train_error = error[1];
        result->V1 = V1;
        result->V2 = V2;
        result->Vh1 = force[0];
        result->Vh2 = force[1];
        result->A = mean[2];
        result->m_v = mean[0];
        result->m_e = mean[1];
        result->Q1 = variance[0];
        result->Q2 = variance[1];
        result->x = x;
        if (!isfinite(error[0]) || !isfinite(error[1])) {
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

static int accepted(const srf_params *params)
{
    if (!isfinite(params->alpha)) {
        return 0;
    }
    if (!isfinite(params->beta)) {
        return 0;
    }
    if (!isfinite(params->lam)) {
        return 0;
    }
    if (!isfinite(params->u)) {
        return 0;
    }
    if (!isfinite(params->gamma)) {
        return 0;
    }
    if (!isfinite(params->c)) {
        return 0;
    }
    if (!isfinite(params->noise2)) {
        return 0;
    }
    if (!isfinite(params->inverse_p)) {
        return 0;
    }
    return params->alpha > 0.0 && params->beta > 0.0 && params->lam >= 0.0 && params->noise2 >= 0.0 && params->inverse_p >= 0.0
        && params->c > 0.0 && fabs(params->gamma) <= 1.0;
}

size_t srf_work_size(void)
{
    return (size_t)TABLES*NODES + SPACE;
}

int srf_solve(int activation, int target, size_t count, const srf_params *params, srf_result *results,
              double *work)
{
    readout before = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};

    if (!params || !results || !work || !features_of(activation) || !target_of(target)) {
        return SRF_BAD_ARGUMENT;
    }
    for (size_t point = 0; point < count; ++point) {
        if (!accepted(params + point)) {
            return SRF_BAD_ARGUMENT;
        }
    }
    for (size_t point = 0; point < count; ++point) {
        readout now;

        now.alpha = params[point].alpha;
        now.beta = params[point].beta;
        now.lam = params[point].lam;
        now.noise2 = params[point].noise2;
        now.inverse_p = params[point].inverse_p;
        now.u = params[point].u;
        now.gamma = params[point].gamma;
        now.c = params[point].c;
        if (now.u != before.u || now.gamma != before.gamma || now.c != before.c) {
            fill_tables(activation, target, &now, work);
        }
        solve_point(&now, work, results + point);
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
    case SRF_BAD_ARGUMENT:
        return "bad argument: alpha, beta and variances positive, lam, noise2 and inverse_p not negative, overlaps at most 1 in size, "
               "a known activation and target";
    default:
        return "unknown status";
    }
}
