/*
 * pooled_varied_adjoint.c - Pooled training on the task stream, adapted only at test time; teachers vary with the task
 *
 * Emitted by orderode 0.1.0 from the system pooled_varied_adjoint, digest a8da87377f14f482. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in pooled_varied_adjoint.h.
 */
#include "pooled_varied_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define POOLED_VARIED_ADJOINT_RESTRICT
#else
#define POOLED_VARIED_ADJOINT_RESTRICT restrict
#endif

void pooled_varied_adjoint_defaults(pooled_varied_adjoint_params *params)
{
    params->eta_J = NAN;
    params->eta_w = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->V = INFINITY;
    params->P = INFINITY;
    params->first_order = 0;
    params->inner_steps = 1;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
    params->spread = NULL;
}

size_t pooled_varied_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t pooled_varied_adjoint_row_size(int K, int M)
{
    return pooled_varied_adjoint_state_size(K, M) + 7;
}

/* The slope of an element that is a copy of another goes to that. */
static void pooled_varied_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int pooled_varied_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* scales t of the couplings: nodes of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions */
enum { n_path = 10 };
static const double path[n_path] = {
    0.15695732645063498, 0.35226839947456207, 0.53050523985520426, 0.68267137058293004,
    0.80347745925294034, 0.8913194525585042, 0.94838578349890046, 0.98022720723965429,
    0.99456341776548074, 0.99927079955520715
};

/* weights of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions */
static const double path_weight[n_path] = {
    0.19927364793410826, 0.18864007392816537, 0.16637479230733504, 0.13707026388755236,
    0.10427193603945759, 0.071783423926572845, 0.043294000664199653, 0.021709744436756509,
    0.0083189643898639466, 0.0020597150876994308
};

/* strengths of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most */
enum { n_fine = 7 };
static const double fine[n_fine] = {
    1.0110464369533159, 1.0969923449326693, 1.2556771668737854, 1.460560479906744,
    1.6745730670733887, 1.8568793338110265, 1.9716452434570688
};

/* weights of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most */
static const double fine_weight[n_fine] = {
    -0.26391745202300493, -0.23413868502848809, -0.18775023983578937, -0.13887062175827453,
    -0.09481851314563873, -0.056907584804985825, -0.02359690340381855
};

/* average of g over 4 fields, of their covariance: upper triangle, row by row */
static double pooled_varied_adjoint_joint4(
double v00, double v01, double v02, double v03, double v11, double v12, double v13, double v22, double v23, double v33)
{
    double total = 0.0;

    for (int t = 0; t < n_path; ++t) {
        const double a00 = v00 + 1.0;
        const double a01 = v01;
        const double a02 = v02*path[t];
        const double a03 = v03*path[t];
        const double a11 = v11 + 1.0;
        const double a12 = v12*path[t];
        const double a13 = v13*path[t];
        const double a22 = v22 + 1.0;
        const double a23 = v23;
        const double a33 = v33 + 1.0;
        const double x0 = (a02*a02);
        const double x1 = a00*a23;
        const double x2 = a01*a22;
        const double x3 = (a12*a12);
        const double x4 = (a01*a01);
        const double x5 = (1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4));
        const double x6 = (a23*a23);
        const double x7 = (a03*a03);
        const double x8 = (1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0));
        const double x9 = 0.4052847345693511*path_weight[t];
        const double x10 = a00*a33;
        const double x11 = a01*a23;
        const double x12 = a01*a33;
        const double x13 = (a13*a13);
        const double x14 = (1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4));
        const double x15 = a11*a22;
        const double x16 = a11*a23;
        const double x17 = (1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3));

        total += v02*x9*(1.0 / sqrt(a00*a22 - x0))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v03*x9*(1.0 / sqrt(x10 - x7))*asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v12*x9*(1.0 / sqrt(x15 - x3))*asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v13*x9*(1.0 / sqrt(a11*a33 - x13))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12));
    }
    return total + 0.4052847345693511*asin(v01*(1.0 / sqrt(v00 + 1.0))*(1.0 / sqrt(v11 + 1.0)))*asin(v23*(1.0 / sqrt(v22 + 1.0))*(1.0 / sqrt(v33 + 1.0)));
}

/* slope times the derivatives of the average of g over 4 fields, of their covariance */
static void pooled_varied_adjoint_joint4_back(
    double slope, double v00, double v01, double v02, double v03, double v11, double v12, double v13, double v22, double v23, double v33, double *slopes)
{
    double y_v00 = 0.0, y_v01 = 0.0, y_v02 = 0.0, y_v03 = 0.0, y_v11 = 0.0, y_v12 = 0.0, y_v13 = 0.0, y_v22 = 0.0, y_v23 = 0.0, y_v33 = 0.0;
    double y_total = 0.0;

    const double p_0 = v00 + 1.0;
    const double p_1 = (1.0 / sqrt(p_0));
    const double p_2 = v11 + 1.0;
    const double p_3 = (1.0 / sqrt(p_2));
    const double p_4 = p_1*p_3*v01;
    const double p_5 = asin(p_4);
    const double p_6 = v22 + 1.0;
    const double p_7 = (1.0 / sqrt(p_6));
    const double p_8 = v33 + 1.0;
    const double p_9 = (1.0 / sqrt(p_8));
    const double p_10 = p_7*p_9*v23;
    const double p_11 = asin(p_10);
    const double b_p_11 = 0.4052847345693511*p_5*slope;
    const double b_p_10 = b_p_11*(1.0 / sqrt(1.0 - (p_10*p_10)));
    const double b_p_9 = b_p_10*p_7*v23;
    const double b_p_8 = -0.5*b_p_9*(((1.0 / sqrt(p_8)))*((1.0 / sqrt(p_8)))*((1.0 / sqrt(p_8))));
    const double b_p_7 = b_p_10*p_9*v23;
    const double b_p_6 = -0.5*b_p_7*(((1.0 / sqrt(p_6)))*((1.0 / sqrt(p_6)))*((1.0 / sqrt(p_6))));
    const double b_p_5 = 0.4052847345693511*p_11*slope;
    const double b_p_4 = b_p_5*(1.0 / sqrt(1.0 - (p_4*p_4)));
    const double b_p_3 = b_p_4*p_1*v01;
    const double b_p_2 = -0.5*b_p_3*(((1.0 / sqrt(p_2)))*((1.0 / sqrt(p_2)))*((1.0 / sqrt(p_2))));
    const double b_p_1 = b_p_4*p_3*v01;
    const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
    y_total += slope;
    y_v23 += b_p_10*p_7*p_9;
    y_v33 += b_p_8;
    y_v22 += b_p_6;
    y_v01 += b_p_4*p_1*p_3;
    y_v11 += b_p_2;
    y_v00 += b_p_0;
for (int t = 0; t < n_path; ++t) {
        const double a00 = v00 + 1.0;
        const double a01 = v01;
        const double a02 = v02*path[t];
        const double a03 = v03*path[t];
        const double a11 = v11 + 1.0;
        const double a12 = v12*path[t];
        const double a13 = v13*path[t];
        const double a22 = v22 + 1.0;
        const double a23 = v23;
        const double a33 = v33 + 1.0;
        const double x0 = (a02*a02);
        const double x1 = a00*a23;
        const double x2 = a01*a22;
        const double x3 = (a12*a12);
        const double x4 = (a01*a01);
        const double x5 = (1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4));
        const double x6 = (a23*a23);
        const double x7 = (a03*a03);
        const double x8 = (1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0));
        const double x9 = 0.4052847345693511*path_weight[t];
        const double x10 = a00*a33;
        const double x11 = a01*a23;
        const double x12 = a01*a33;
        const double x13 = (a13*a13);
        const double x14 = (1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4));
        const double x15 = a11*a22;
        const double x16 = a11*a23;
        const double x17 = (1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3));
        const double b_x17 = y_total*(v12*x5*x9*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) + v13*x14*x9*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_x16 = y_total*(-a02*v12*x17*x5*x9*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) - a03*v13*x14*x17*x9*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_x15 = y_total*(a03*v12*x17*x5*x9*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) - 0.5*v12*x9*(((1.0 / sqrt(x15 - x3)))*((1.0 / sqrt(x15 - x3)))*((1.0 / sqrt(x15 - x3))))*asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)));
        const double b_x14 = y_total*(v03*x8*x9*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) + v13*x17*x9*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_x13 = 0.5*a00*b_x14*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))) + 0.5*a22*b_x17*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))) + y_total*(-a02*v13*x14*x17*x9*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)) + 0.5*v13*x9*(((1.0 / sqrt(a11*a33 - x13)))*((1.0 / sqrt(a11*a33 - x13)))*((1.0 / sqrt(a11*a33 - x13))))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)));
        const double b_x12 = y_total*(-a02*v03*x14*x8*x9*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) - a12*v13*x14*x17*x9*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_x11 = y_total*(a03*v03*x14*x8*x9*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) + a12*v12*x17*x5*x9*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)));
        const double b_x10 = y_total*(a12*v03*x14*x8*x9*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) - 0.5*v03*x9*(((1.0 / sqrt(x10 - x7)))*((1.0 / sqrt(x10 - x7)))*((1.0 / sqrt(x10 - x7))))*asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)));
        const double b_x8 = y_total*(v02*x5*x9*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + v03*x14*x9*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)));
        const double b_x7 = 0.5*a11*b_x14*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))) + 0.5*a22*b_x8*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + y_total*(-a12*v03*x14*x8*x9*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) + 0.5*v03*x9*(((1.0 / sqrt(x10 - x7)))*((1.0 / sqrt(x10 - x7)))*((1.0 / sqrt(x10 - x7))))*asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)));
        const double b_x6 = 0.5*a00*b_x8*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + 0.5*a11*b_x17*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3))));
        const double b_x5 = y_total*(v02*x8*x9*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + v12*x17*x9*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)));
        const double b_x4 = 0.5*a22*b_x5*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) + 0.5*a33*b_x14*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4))));
        const double b_x3 = 0.5*a00*b_x5*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) + 0.5*a33*b_x17*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))) + y_total*(-a03*v12*x17*x5*x9*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) + 0.5*v12*x9*(((1.0 / sqrt(x15 - x3)))*((1.0 / sqrt(x15 - x3)))*((1.0 / sqrt(x15 - x3))))*asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)));
        const double b_x2 = y_total*(-a03*v02*x5*x8*x9*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) - a13*v12*x17*x5*x9*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)));
        const double b_x1 = y_total*(-a12*v02*x5*x8*x9*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) - a13*v03*x14*x8*x9*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)));
        const double b_x0 = 0.5*a11*b_x5*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) + 0.5*a33*b_x8*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + y_total*(-a13*v02*x5*x8*x9*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + 0.5*v02*x9*(((1.0 / sqrt(a00*a22 - x0)))*((1.0 / sqrt(a00*a22 - x0)))*((1.0 / sqrt(a00*a22 - x0))))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)));
        const double b_a33 = a00*b_x10 + a01*b_x12 - 0.5*b_x14*(a00*a11 - x4)*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))) - 0.5*b_x17*(a11*a22 - x3)*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))) - 0.5*b_x8*(a00*a22 - x0)*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + y_total*(a02*a11*v13*x14*x17*x9*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)) - 0.5*a11*v13*x9*(((1.0 / sqrt(a11*a33 - x13)))*((1.0 / sqrt(a11*a33 - x13)))*((1.0 / sqrt(a11*a33 - x13))))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)));
        const double b_a23 = a00*b_x1 + a01*b_x11 - a02*a03*b_x8*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + a11*b_x16 - a12*a13*b_x17*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))) + 2.0*a23*b_x6 + y_total*(a01*a02*v02*x5*x8*x9*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + a01*a13*v13*x14*x17*x9*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_a22 = a01*b_x2 + a11*b_x15 - 0.5*b_x17*(a11*a33 - x13)*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))) - 0.5*b_x5*(a00*a11 - x4)*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) - 0.5*b_x8*(a00*a33 - x7)*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + y_total*(a00*a13*v02*x5*x8*x9*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) - 0.5*a00*v02*x9*(((1.0 / sqrt(a00*a22 - x0)))*((1.0 / sqrt(a00*a22 - x0)))*((1.0 / sqrt(a00*a22 - x0))))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)));
        const double b_a13 = -a01*a03*b_x14*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))) - a12*a23*b_x17*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))) + 2.0*a13*b_x13 + y_total*(v02*x5*x8*x9*(a00*a22 - x0)*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + v03*x14*x8*x9*(a02*a03 - x1)*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) + v12*x17*x5*x9*(a02*a12 - x2)*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) + v13*x14*x17*x9*(a01*a23 + a03*a12)*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_a12 = -a01*a02*b_x5*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) + 2.0*a12*b_x3 - a13*a23*b_x17*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))) + y_total*(v02*x5*x8*x9*(a02*a03 - x1)*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + v03*x14*x8*x9*(x10 - x7)*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) + v12*x17*x5*x9*(a02*a13 + x11)*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) + v13*x14*x17*x9*(a03*a13 - x12)*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_a11 = a22*b_x15 + a23*b_x16 - 0.5*b_x14*(a00*a33 - x7)*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))) - 0.5*b_x17*(a22*a33 - x6)*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))) - 0.5*b_x5*(a00*a22 - x0)*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) + y_total*(a02*a33*v13*x14*x17*x9*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)) - 0.5*a33*v13*x9*(((1.0 / sqrt(a11*a33 - x13)))*((1.0 / sqrt(a11*a33 - x13)))*((1.0 / sqrt(a11*a33 - x13))))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)));
        const double b_a03 = -a01*a13*b_x14*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))) - a02*a23*b_x8*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + 2.0*a03*b_x7 + y_total*(v02*x5*x8*x9*(a02*a12 - x2)*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + v03*x14*x8*x9*(a02*a13 + x11)*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) + v12*x17*x5*x9*(x15 - x3)*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) + v13*x14*x17*x9*(a12*a13 - x16)*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_a02 = -a01*a12*b_x5*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) + 2.0*a02*b_x0 - a03*a23*b_x8*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + y_total*(v02*x5*x8*x9*(a01*a23 + a03*a12)*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + v03*x14*x8*x9*(a03*a13 - x12)*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) + v12*x17*x5*x9*(a12*a13 - x16)*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) + v13*x14*x17*x9*(a11*a33 - x13)*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_a01 = 2.0*a01*b_x4 - a02*a12*b_x5*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) - a03*a13*b_x14*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))) + a22*b_x2 + a23*b_x11 + a33*b_x12 + y_total*(a02*a23*v02*x5*x8*x9*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) + a13*a23*v13*x14*x17*x9*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0)));
        const double b_a00 = a23*b_x1 + a33*b_x10 - 0.5*b_x14*(a11*a33 - x13)*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))) - 0.5*b_x5*(a11*a22 - x3)*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))) - 0.5*b_x8*(a22*a33 - x6)*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))) + y_total*(a13*a22*v02*x5*x8*x9*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) - 0.5*a22*v02*x9*(((1.0 / sqrt(a00*a22 - x0)))*((1.0 / sqrt(a00*a22 - x0)))*((1.0 / sqrt(a00*a22 - x0))))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)));
        y_v02 += b_a02*path[t] + x9*y_total*(1.0 / sqrt(a00*a22 - x0))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0));
        y_v03 += b_a03*path[t] + x9*y_total*(1.0 / sqrt(x10 - x7))*asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1));
        y_v12 += b_a12*path[t] + x9*y_total*(1.0 / sqrt(x15 - x3))*asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2));
        y_v13 += b_a13*path[t] + x9*y_total*(1.0 / sqrt(a11*a33 - x13))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12));
        y_v33 += b_a33;
        y_v23 += b_a23;
        y_v22 += b_a22;
        y_v11 += b_a11;
        y_v01 += b_a01;
        y_v00 += b_a00;
}
    slopes[0] = y_v00;
    slopes[1] = y_v01;
    slopes[2] = y_v02;
    slopes[3] = y_v03;
    slopes[4] = y_v11;
    slopes[5] = y_v12;
    slopes[6] = y_v13;
    slopes[7] = y_v22;
    slopes[8] = y_v23;
    slopes[9] = y_v33;
}

static int pooled_varied_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int pooled_varied_adjoint_checked(int K, int M, const pooled_varied_adjoint_params *params)
{
    if (K < 1) {
        return POOLED_VARIED_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return POOLED_VARIED_ADJOINT_BAD_M;
    }
    if (!params) {
        return POOLED_VARIED_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return POOLED_VARIED_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return POOLED_VARIED_ADJOINT_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return POOLED_VARIED_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return POOLED_VARIED_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return POOLED_VARIED_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return POOLED_VARIED_ADJOINT_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return POOLED_VARIED_ADJOINT_BAD_P;
    }
    if (params->inner_steps < 1) {
        return POOLED_VARIED_ADJOINT_BAD_inner_steps;
    }
    if (!params->T) {
        return POOLED_VARIED_ADJOINT_MISSING_T;
    }
    if (!pooled_varied_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return POOLED_VARIED_ADJOINT_BAD_T;
    }
    if (params->mean && !pooled_varied_adjoint_all_finite((size_t)M, params->mean)) {
        return POOLED_VARIED_ADJOINT_BAD_mean;
    }
    if (params->cov && !pooled_varied_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return POOLED_VARIED_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !pooled_varied_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return POOLED_VARIED_ADJOINT_BAD_kurtosis;
    }
    if (params->spread && !pooled_varied_adjoint_all_finite((size_t)M, params->spread)) {
        return POOLED_VARIED_ADJOINT_BAD_spread;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return POOLED_VARIED_ADJOINT_SEVERAL_inner_steps;
    }
return POOLED_VARIED_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t pooled_varied_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double pooled_varied_adjoint_rhs_work(int K, int M, const pooled_varied_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S;
    size += 1.0*K + 1.0*K*S + 1.0*K*M + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*M;
    size += 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*S*S*S + 1.0*K*K*S + 1.0*K*K + 1.0*S*S*S + 1.0*K*K*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*K*S*S*K + 1.0*K*S*S*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_varied_adjoint_rhs_arrays(int K, int M, const pooled_varied_adjoint_params *params, const double *POOLED_VARIED_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_VARIED_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *spread = work + (size_t)M + (size_t)M*(size_t)M;
    double *Tt = work + (size_t)M + (size_t)M*(size_t)M + (size_t)M;
    double *C = Tt + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *J2 = r0 + (size_t)S;
    double *mc0 = J2 + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *r1 = G0 + (size_t)S*(size_t)S;
    double *v0 = r1 + (size_t)K*(size_t)S;
    double *C1_0 = v0 + (size_t)K*(size_t)S;
    double *A = C1_0 + (size_t)K;
    double *X = A + (size_t)K*(size_t)S;
    double *dR = X + (size_t)K*(size_t)M;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *C1 = dw0 + (size_t)K;
    double *r2 = C1 + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *E = r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r3 = kappa + with_V_kurtosis*(size_t)M;
    double *y_C = r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_J2 = y_r0 + (size_t)S;
    double *y_mc0 = y_J2 + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_r1 = y_G0 + (size_t)S*(size_t)S;
    double *y_v0 = y_r1 + (size_t)K*(size_t)S;
    double *y_C1_0 = y_v0 + (size_t)K*(size_t)S;
    double *y_A = y_C1_0 + (size_t)K;
    double *y_X = y_A + (size_t)K*(size_t)S;
    double *y_dR = y_X + (size_t)K*(size_t)M;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_C1 = y_dw0 + (size_t)K;
    double *y_r2 = y_C1 + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *y_E = y_r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_r3 = y_E + with_V*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_V;
    (void)with_V_kurtosis;
    (void)kurtosis;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
    for (int n = 0; n < M; ++n) {
        spread[n] = params->spread ? params->spread[n] : 0.0;
    }
    /* Tt: overlaps of a task's teacher: T, and the noise on the diagonal */
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Tt[n*M + m] = T[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Tt[n*M + m] += (m == n ? 1.0 : 0.0)*(spread[n]*spread[n]);
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, Tt]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_varied_adjoint_packed(K, k, l)];
            C[l*S + k] = C[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C[k*S + K + n] = R[k*M + n];
            C[(K + n)*S + k] = C[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C[(K + n)*S + K + m] = Tt[n*M + m];
            C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
        }
    }
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    if (isfinite(params->V)) {
        /* C1: covariance of the fields with the Gaussian weight of i absorbed */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    C1[(k*S + l)*S + a] = -C[k*S + a]*C[k*S + l]*(r0[k]*r0[k]) + C[l*S + a];
                    C1[(k*S + a)*S + l] = C1[(k*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1[(k*S + l)*S + K + a] = -C[k*S + K + a]*C[k*S + l]*(r0[k]*r0[k]) + C[l*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1[(k*S + K + a)*S + l] = C1[(k*S + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1[(k*S + K + l)*S + K + a] = -C[k*S + K + a]*C[k*S + K + l]*(r0[k]*r0[k]) + C[(K + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1[(k*S + K + a)*S + K + l] = C1[(k*S + K + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    C1[((K + k)*S + l)*S + a] = -C[(K + k)*S + a]*C[(K + k)*S + l]*(r0[K + k]*r0[K + k]) + C[l*S + a];
                    C1[((K + k)*S + a)*S + l] = C1[((K + k)*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1[((K + k)*S + l)*S + K + a] = -C[(K + k)*S + K + a]*C[(K + k)*S + l]*(r0[K + k]*r0[K + k]) + C[l*S + K + a];
                    C1[((K + k)*S + K + a)*S + l] = C1[((K + k)*S + l)*S + K + a];
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1[((K + k)*S + K + l)*S + K + a] = -C[(K + k)*S + K + a]*C[(K + k)*S + K + l]*(r0[K + k]*r0[K + k]) + C[(K + l)*S + K + a];
                    C1[((K + k)*S + K + a)*S + K + l] = C1[((K + k)*S + K + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        /* J2: <g'(z_i) g'(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*S + l] = 0.63661977236758138*(1.0 / sqrt(-(C[k*S + l]*C[k*S + l])*(r0[k]*r0[k]) + C[l*S + l] + 1.0))*r0[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2[k*S + K + l] = 0.63661977236758138*(1.0 / sqrt(-(C[k*S + K + l]*C[k*S + K + l])*(r0[k]*r0[k]) + C[(K + l)*S + K + l] + 1.0))*r0[k];
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        /* L0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                L0[k*M + m] = 0.0;
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                L0[(K + n)*M + m] = -(m == n ? 1.0 : 0.0);
            }
        }
        /* kappa: fourth cumulants of the task vector's components */
        for (int m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }
    /* mc0: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0[k] = 0.0;
    }
    for (int k = 0; k < K; ++k) {
        mc0[k] += w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0[K + n] = 0.0;
    }
    for (int n = 0; n < M; ++n) {
        mc0[K + n] += -mean[n];
    }
    /* G0: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] = 0.0;
            G0[l*S + k] = G0[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] += mc0[k]*mc0[l];
            G0[l*S + k] = G0[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = 0.0;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] += mc0[k]*mc0[K + n];
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
    }
    /* r1: 1/sqrt(C1[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r1[k*S + i] = (1.0 / sqrt(C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0));
        }
    }
    /* v0: G0[k, j]*r1[k, j] */
    for (int k = 0; k < K; ++k) {
        for (int j = 0; j < S; ++j) {
            v0[k*S + j] = G0[k*S + j]*r1[k*S + j];
        }
    }
    /* C1_0: partial sum Sum(C[k, j]*v0[k, j], (j, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int j = 0; j < S; ++j) {
            sum1 += (C[k*S + j]*v0[k*S + j]);
        }
        C1_0[k] = sum1;
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            A[k*S + i] = 0.63661977236758138*params->eta_J*C1_0[k]*C[k*S + i]*(r0[k]*r0[k]*r0[k]);
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C[i*S + j]*v0[k*S + j]);
            }
            A[k*S + i] += -0.63661977236758138*params->eta_J*r0[k] * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* r2: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r2[(k*K + l)*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 1.0));
                }
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        /* r3: asin((C1[k, i, j] - C1[k, l, i]*C1[k, l, j]*r1[k, l]**2)*r2[k, l, i]*r2[k, l, j]) */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int l = k; l < K; ++l) {
                        r3[((k*S + i)*S + j)*K + l] = asin((C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]);
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0[k*S + l]*J2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]));
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r1[k*S + l]/params->V * sum2;
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]*r3[((k*S + i)*S + j)*K + l]);
                        }
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r1[k*S + l]/params->V * sum2;
            }
        }
    }
    /* X: X[k, n] = spread_n^2 <sum_s da_k^s/dbeta_n^s>, steps against noise */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            X[k*M + n] = -params->eta_J*G0[k*S + K + n]*J2[k*S + K + n]*(spread[n]*spread[n]);
        }
    }
    /* dR: dR/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->decay*params->eta_J*R[k*M + n] + A[k*S + K + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] += -X[k*M + n];
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[pooled_varied_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[pooled_varied_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[pooled_varied_adjoint_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = 0.0;
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (asin(C[k*S + i]*r0[i]*r0[k])*mc0[i]);
        }
        dw0[k] += -0.63661977236758138*params->eta_0 * sum1;
    }
    (void)y_C;
    (void)y_r0;
    (void)y_J2;
    (void)y_mc0;
    (void)y_G0;
    (void)y_r1;
    (void)y_v0;
    (void)y_C1_0;
    (void)y_A;
    (void)y_X;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_C1;
    (void)y_r2;
    (void)y_E;
    (void)y_r3;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_varied_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_varied_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_varied_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_varied_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_varied_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_varied_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_varied_adjoint_state_size(K, M) + 5;
        double *y_P = result + pooled_varied_adjoint_state_size(K, M) + 6;

        for (size_t p = 0; p < pooled_varied_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*pooled_varied_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*pooled_varied_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*pooled_varied_adjoint_state_size(K, M) + overlaps + p];
        }
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_V;
        (void)y_P;
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = C[k*S + i]*r0[i]*r0[k];
                        const double p_1 = asin(p_0);
                        const double p_2 = -2.0*params->eta_0;
                        const double p_3 = 0.31830988618379069*p_1*mc0[i];
                        const double b_p_3 = here*p_2;
                        const double b_p_2 = here*p_3;
                        const double b_p_1 = 0.31830988618379069*b_p_3*mc0[i];
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_mc0[i] += 0.31830988618379069*b_p_3*p_1;
                        (*y_eta_0) += -2.0*b_p_2;
                        y_C[k*S + i] += b_p_0*r0[i]*r0[k];
                        y_r0[i] += b_p_0*C[k*S + i]*r0[k];
                        y_r0[k] += b_p_0*C[k*S + i]*r0[i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_dw0[k] = 0.0;
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ[pooled_varied_adjoint_packed(K, k, l)];

                        if (here != 0.0) {
                            y_E[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ[pooled_varied_adjoint_packed(K, k, l)];

                    y_dQ[pooled_varied_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[pooled_varied_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[pooled_varied_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[pooled_varied_adjoint_packed(K, k, l)];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR[k*M + n];

                    if (here != 0.0) {
                        y_X[k*M + n] += -here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR[k*M + n];

                    y_dR[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + K + n] += here;
                        y_R[k*M + n] += -params->decay*params->eta_J*here;
                        (*y_decay) += -params->eta_J*here*R[k*M + n];
                        (*y_eta_J) += -params->decay*here*R[k*M + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_X[k*M + n];

                    y_X[k*M + n] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = -params->eta_J;
                        const double p_1 = G0[k*S + K + n]*J2[k*S + K + n]*(spread[n]*spread[n]);
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_G0[k*S + K + n] += b_p_1*J2[k*S + K + n]*(spread[n]*spread[n]);
                        y_J2[k*S + K + n] += b_p_1*G0[k*S + K + n]*(spread[n]*spread[n]);
                        (*y_eta_J) += -b_p_0;
                    }
                }
            }
        }
        if (isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E[k*K + l];

                        if (here != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = 0; j < S; ++j) {
                                    for (int p = 0; p < M; ++p) {
                                        const double p_0 = 0.4052847345693511*(params->eta_J*params->eta_J);
                                        const double p_1 = kappa[p]*r0[k]/params->V;
                                        const double p_2 = L0[i*M + p]*L0[j*M + p]*L0[k*M + p];
                                        const double p_3 = L0[l*M + p]*r1[k*S + l]*r3[((k*S + i)*S + j)*K + l];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_r1[k*S + l] += b_p_3*L0[l*M + p]*r3[((k*S + i)*S + j)*K + l];
                                        y_r3[((k*S + i)*S + j)*K + l] += b_p_3*L0[l*M + p]*r1[k*S + l];
                                        (*y_V) += -b_p_1*kappa[p]*r0[k]/(params->V*params->V);
                                        y_r0[k] += b_p_1*kappa[p]/params->V;
                                        (*y_eta_J) += 0.8105694691387022*b_p_0*params->eta_J;
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = -2.0*mc0[i];
                                    const double p_1 = mc0[j]*mc0[k]*mc0[l];
                                    const double p_2 = p_0*p_1 + G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i];
                                    const double p_3 = C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    const double p_4 = p_3*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double p_5 = asin(p_4);
                                    const double p_6 = 0.4052847345693511*(params->eta_J*params->eta_J)/params->V;
                                    const double p_7 = p_2*p_5*r0[k]*r1[k*S + l];
                                    const double b_p_7 = here*p_6;
                                    const double b_p_6 = here*p_7;
                                    const double b_p_5 = b_p_7*p_2*r0[k]*r1[k*S + l];
                                    const double b_p_4 = b_p_5*(1.0 / sqrt(1.0 - (p_4*p_4)));
                                    const double b_p_3 = b_p_4*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double b_p_2 = b_p_7*p_5*r0[k]*r1[k*S + l];
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    y_r0[k] += b_p_7*p_2*p_5*r1[k*S + l];
                                    y_r1[k*S + l] += -2.0*b_p_3*C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*r1[k*S + l] + b_p_7*p_2*p_5*r0[k];
                                    (*y_V) += -0.4052847345693511*b_p_6*(params->eta_J*params->eta_J)/(params->V*params->V);
                                    (*y_eta_J) += 0.8105694691387022*b_p_6*params->eta_J/params->V;
                                    y_r2[(k*K + l)*S + i] += b_p_4*p_3*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_4*p_3*r2[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_3;
                                    y_C1[(k*S + l)*S + i] += -b_p_3*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    y_C1[(k*S + l)*S + j] += -b_p_3*C1[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
                                    y_G0[i*S + j] += b_p_2*G0[k*S + l];
                                    y_G0[k*S + i] += b_p_2*G0[l*S + j];
                                    y_G0[k*S + j] += b_p_2*G0[l*S + i];
                                    y_G0[k*S + l] += b_p_2*G0[i*S + j];
                                    y_G0[l*S + i] += b_p_2*G0[k*S + j];
                                    y_G0[l*S + j] += b_p_2*G0[k*S + i];
                                    y_mc0[j] += b_p_1*mc0[k]*mc0[l];
                                    y_mc0[k] += b_p_1*mc0[j]*mc0[l];
                                    y_mc0[l] += b_p_1*mc0[j]*mc0[k];
                                    y_mc0[i] += -2.0*b_p_0;
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E[k*K + l];

                        y_E[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->eta_J*params->eta_J)*(params->noise*params->noise);
                            const double p_1 = G0[k*S + l]*J2[k*S + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0[k*S + l] += b_p_1*J2[k*S + l]/params->V;
                            y_J2[k*S + l] += b_p_1*G0[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G0[k*S + l]*J2[k*S + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->noise;
                        }
                    }
                }
            }
        }
        if (isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int l = k; l < K; ++l) {
                            {
                                const double here = y_r3[((k*S + i)*S + j)*K + l];

                                y_r3[((k*S + i)*S + j)*K + l] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r1[k*S + l]*r1[k*S + l]);
                                    const double p_1 = p_0*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double b_p_1 = here*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + i] += b_p_1*p_0*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_1*p_0*r2[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_0;
                                    y_C1[(k*S + i)*S + l] += -b_p_0*C1[(k*S + j)*S + l]*(r1[k*S + l]*r1[k*S + l]);
                                    y_C1[(k*S + j)*S + l] += -b_p_0*C1[(k*S + i)*S + l]*(r1[k*S + l]*r1[k*S + l]);
                                    y_r1[k*S + l] += -2.0*b_p_0*C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*r1[k*S + l];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        {
                            const double here = y_r2[(k*K + l)*S + i];

                            y_r2[(k*K + l)*S + i] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C1[(k*S + i)*S + i] += b_p_0;
                                y_C1[(k*S + l)*S + i] += -2.0*b_p_0*C1[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
                                y_r1[k*S + l] += -2.0*b_p_0*(C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*r1[k*S + l];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A[k*S + i];

                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = -0.63661977236758138*params->eta_J;
                            const double p_1 = C[i*S + j]*r0[k]*v0[k*S + j];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_C[i*S + j] += b_p_1*r0[k]*v0[k*S + j];
                            y_r0[k] += b_p_1*C[i*S + j]*v0[k*S + j];
                            y_v0[k*S + j] += b_p_1*C[i*S + j]*r0[k];
                            (*y_eta_J) += -0.63661977236758138*b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A[k*S + i];

                    y_A[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = 0.63661977236758138*params->eta_J;
                        const double p_1 = C1_0[k]*C[k*S + i]*(r0[k]*r0[k]*r0[k]);
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_C1_0[k] += b_p_1*C[k*S + i]*(r0[k]*r0[k]*r0[k]);
                        y_C[k*S + i] += b_p_1*C1_0[k]*(r0[k]*r0[k]*r0[k]);
                        y_r0[k] += 3.0*b_p_1*C1_0[k]*C[k*S + i]*(r0[k]*r0[k]);
                        (*y_eta_J) += 0.63661977236758138*b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_C1_0[k];

                y_C1_0[k] = 0.0;
                if (here != 0.0) {
                    for (int j = 0; j < S; ++j) {
                        y_C[k*S + j] += here*v0[k*S + j];
                        y_v0[k*S + j] += here*C[k*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_v0[k*S + j];

                    y_v0[k*S + j] = 0.0;
                    if (here != 0.0) {
                        y_G0[k*S + j] += here*r1[k*S + j];
                        y_r1[k*S + j] += here*G0[k*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_r1[k*S + i];

                    y_r1[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0;
                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_C[i*S + i] += b_p_0;
                        y_C[k*S + i] += -2.0*b_p_0*C[k*S + i]*(r0[k]*r0[k]);
                        y_r0[k] += -2.0*b_p_0*(C[k*S + i]*C[k*S + i])*r0[k];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    {
                        const double here = y_G0[(K + n)*S + K + m];

                        if (here != 0.0) {
                            y_mc0[K + m] += here*mc0[K + n];
                            y_mc0[K + n] += here*mc0[K + m];
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_G0[(K + n)*S + K + m] = 0.0;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0[k*S + K + n];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                y_G0[k*S + K + n] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                pooled_varied_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
                {
                    const double here = y_G0[k*S + l];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[l];
                        y_mc0[l] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                pooled_varied_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
                y_G0[k*S + l] = 0.0;
            }
        }
        for (int n = 0; n < M; ++n) {
        }
        for (int n = 0; n < M; ++n) {
            y_mc0[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0[k];

                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_mc0[k] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_J2[k*S + K + l];

                    y_J2[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = -(C[k*S + K + l]*C[k*S + K + l])*(r0[k]*r0[k]) + C[(K + l)*S + K + l] + 1.0;
                        const double p_1 = (1.0 / sqrt(p_0));
                        const double b_p_1 = 0.63661977236758138*here*r0[k];
                        const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_r0[k] += -2.0*b_p_0*(C[k*S + K + l]*C[k*S + K + l])*r0[k] + 0.63661977236758138*here*p_1;
                        y_C[k*S + K + l] += -2.0*b_p_0*C[k*S + K + l]*(r0[k]*r0[k]);
                        y_C[(K + l)*S + K + l] += b_p_0;
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_J2[k*S + l];

                        y_J2[k*S + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = -(C[k*S + l]*C[k*S + l])*(r0[k]*r0[k]) + C[l*S + l] + 1.0;
                            const double p_1 = (1.0 / sqrt(p_0));
                            const double b_p_1 = 0.63661977236758138*here*r0[k];
                            const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                            y_r0[k] += -2.0*b_p_0*(C[k*S + l]*C[k*S + l])*r0[k] + 0.63661977236758138*here*p_1;
                            y_C[k*S + l] += -2.0*b_p_0*C[k*S + l]*(r0[k]*r0[k]);
                            y_C[l*S + l] += b_p_0;
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        pooled_varied_adjoint_image(&y_C1[((K + k)*S + K + l)*S + K + a], &y_C1[((K + k)*S + K + a)*S + K + l]);
                        {
                            const double here = y_C1[((K + k)*S + K + l)*S + K + a];

                            y_C1[((K + k)*S + K + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C[(K + k)*S + K + a] += -here*C[(K + k)*S + K + l]*(r0[K + k]*r0[K + k]);
                                y_C[(K + k)*S + K + l] += -here*C[(K + k)*S + K + a]*(r0[K + k]*r0[K + k]);
                                y_C[(K + l)*S + K + a] += here;
                                y_r0[K + k] += -2.0*here*C[(K + k)*S + K + a]*C[(K + k)*S + K + l]*r0[K + k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < M; ++a) {
                        pooled_varied_adjoint_image(&y_C1[((K + k)*S + l)*S + K + a], &y_C1[((K + k)*S + K + a)*S + l]);
                        {
                            const double here = y_C1[((K + k)*S + l)*S + K + a];

                            y_C1[((K + k)*S + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C[(K + k)*S + K + a] += -here*C[(K + k)*S + l]*(r0[K + k]*r0[K + k]);
                                y_C[(K + k)*S + l] += -here*C[(K + k)*S + K + a]*(r0[K + k]*r0[K + k]);
                                y_C[l*S + K + a] += here;
                                y_r0[K + k] += -2.0*here*C[(K + k)*S + K + a]*C[(K + k)*S + l]*r0[K + k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        pooled_varied_adjoint_image(&y_C1[((K + k)*S + l)*S + a], &y_C1[((K + k)*S + a)*S + l]);
                        {
                            const double here = y_C1[((K + k)*S + l)*S + a];

                            y_C1[((K + k)*S + l)*S + a] = 0.0;
                            if (here != 0.0) {
                                y_C[(K + k)*S + a] += -here*C[(K + k)*S + l]*(r0[K + k]*r0[K + k]);
                                y_C[(K + k)*S + l] += -here*C[(K + k)*S + a]*(r0[K + k]*r0[K + k]);
                                y_C[l*S + a] += here;
                                y_r0[K + k] += -2.0*here*C[(K + k)*S + a]*C[(K + k)*S + l]*r0[K + k];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        pooled_varied_adjoint_image(&y_C1[(k*S + K + l)*S + K + a], &y_C1[(k*S + K + a)*S + K + l]);
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        {
                            const double here = y_C1[(k*S + K + l)*S + K + a];

                            y_C1[(k*S + K + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C[k*S + K + a] += -here*C[k*S + K + l]*(r0[k]*r0[k]);
                                y_C[k*S + K + l] += -here*C[k*S + K + a]*(r0[k]*r0[k]);
                                y_C[(K + l)*S + K + a] += here;
                                y_r0[k] += -2.0*here*C[k*S + K + a]*C[k*S + K + l]*r0[k];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < M; ++a) {
                        pooled_varied_adjoint_image(&y_C1[(k*S + l)*S + K + a], &y_C1[(k*S + K + a)*S + l]);
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < M; ++a) {
                        {
                            const double here = y_C1[(k*S + l)*S + K + a];

                            y_C1[(k*S + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C[k*S + K + a] += -here*C[k*S + l]*(r0[k]*r0[k]);
                                y_C[k*S + l] += -here*C[k*S + K + a]*(r0[k]*r0[k]);
                                y_C[l*S + K + a] += here;
                                y_r0[k] += -2.0*here*C[k*S + K + a]*C[k*S + l]*r0[k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        pooled_varied_adjoint_image(&y_C1[(k*S + l)*S + a], &y_C1[(k*S + a)*S + l]);
                        {
                            const double here = y_C1[(k*S + l)*S + a];

                            y_C1[(k*S + l)*S + a] = 0.0;
                            if (here != 0.0) {
                                y_C[k*S + a] += -here*C[k*S + l]*(r0[k]*r0[k]);
                                y_C[k*S + l] += -here*C[k*S + a]*(r0[k]*r0[k]);
                                y_C[l*S + a] += here;
                                y_r0[k] += -2.0*here*C[k*S + a]*C[k*S + l]*r0[k];
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_r0[i];

                y_r0[i] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C[i*S + i] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                pooled_varied_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                pooled_varied_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                pooled_varied_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[pooled_varied_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_varied_adjoint_rhs(int K, int M, const pooled_varied_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_varied_adjoint_state_size(K, M);
    const int status = pooled_varied_adjoint_checked(K, M, params);

    if (status != POOLED_VARIED_ADJOINT_OK) {
        return status;
    }
    if (!pooled_varied_adjoint_counted(pooled_varied_adjoint_rhs_work(K, M, params))) {
        return POOLED_VARIED_ADJOINT_TOO_LARGE;
    }
    if (!pooled_varied_adjoint_all_finite(n, state) || !pooled_varied_adjoint_all_finite(count*n, factors)) {
        return POOLED_VARIED_ADJOINT_NONFINITE;
    }
    pooled_varied_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_varied_adjoint_all_finite(count*pooled_varied_adjoint_row_size(K, M), results)) {
        return POOLED_VARIED_ADJOINT_DOMAIN;
    }
    return POOLED_VARIED_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double pooled_varied_adjoint_eps_g_work(int K, int M, const pooled_varied_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0 + 1.0*S*S + 1.0*S;
    size += 1.0*S*S + 1.0*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_varied_adjoint_eps_g_arrays(int K, int M, const pooled_varied_adjoint_params *params, const double *POOLED_VARIED_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_VARIED_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *spread = work + (size_t)M + (size_t)M*(size_t)M;
    double *Tt = work + (size_t)M + (size_t)M*(size_t)M + (size_t)M;
    double *C = Tt + (size_t)M*(size_t)M;
    double *mc0 = C + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *r0 = G0 + (size_t)S*(size_t)S;
    double *eps_g = r0 + (size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_mc0 = y_C + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_r0 = y_G0 + (size_t)S*(size_t)S;
    double *y_eps_g = y_r0 + (size_t)S;

    (void)w0;
    (void)kurtosis;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
    for (int n = 0; n < M; ++n) {
        spread[n] = params->spread ? params->spread[n] : 0.0;
    }
    /* Tt: overlaps of a task's teacher: T, and the noise on the diagonal */
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Tt[n*M + m] = T[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Tt[n*M + m] += (m == n ? 1.0 : 0.0)*(spread[n]*spread[n]);
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, Tt]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_varied_adjoint_packed(K, k, l)];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C[k*S + K + n] = R[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C[(K + n)*S + K + m] = Tt[n*M + m];
        }
    }
    /* mc0: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0[K + n] = -mean[n];
    }
    /* G0: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] = 0.0;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] += mc0[k]*mc0[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = 0.0;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] += mc0[k]*mc0[K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] = cov[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
        }
    }
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* eps_g: loss on fresh data before adaptation */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (asin(C[i*S + j]*r0[i]*r0[j])*G0[i*S + j]);
            }
        }
        *eps_g = 0.31830988618379069 * sum1;
    }
    (void)y_C;
    (void)y_mc0;
    (void)y_G0;
    (void)y_r0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_varied_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_varied_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_varied_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_varied_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_varied_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_varied_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_varied_adjoint_state_size(K, M) + 5;
        double *y_P = result + pooled_varied_adjoint_state_size(K, M) + 6;

        for (size_t p = 0; p < pooled_varied_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_eps_g + (size_t)1; ++p) {
            *p = 0.0;
        }
        *y_eps_g = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_V;
        (void)y_P;
        {
            const double whole = *y_eps_g;

            *y_eps_g = 0.0;
            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        const double p_0 = C[i*S + j]*r0[i]*r0[j];
                        const double p_1 = asin(p_0);
                        const double b_p_1 = 0.31830988618379069*here*G0[i*S + j];
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_G0[i*S + j] += 0.31830988618379069*here*p_1;
                        y_C[i*S + j] += b_p_0*r0[i]*r0[j];
                        y_r0[i] += b_p_0*C[i*S + j]*r0[j];
                        y_r0[j] += b_p_0*C[i*S + j]*r0[i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_r0[i];

                y_r0[i] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C[i*S + i] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_G0[(K + n)*S + K + m];

                    if (here != 0.0) {
                        y_mc0[K + m] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[K + m];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_G0[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0[k*S + K + n];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                y_G0[k*S + K + n] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G0[k*S + l];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[l];
                        y_mc0[l] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                y_G0[k*S + l] = 0.0;
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc0[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0[k];

                y_mc0[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[pooled_varied_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_varied_adjoint_eps_g(int K, int M, const pooled_varied_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_varied_adjoint_state_size(K, M);
    const int status = pooled_varied_adjoint_checked(K, M, params);

    if (status != POOLED_VARIED_ADJOINT_OK) {
        return status;
    }
    if (!pooled_varied_adjoint_counted(pooled_varied_adjoint_eps_g_work(K, M, params))) {
        return POOLED_VARIED_ADJOINT_TOO_LARGE;
    }
    if (!pooled_varied_adjoint_all_finite(n, state) || !pooled_varied_adjoint_all_finite(count, factors)) {
        return POOLED_VARIED_ADJOINT_NONFINITE;
    }
    pooled_varied_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_varied_adjoint_all_finite(count*pooled_varied_adjoint_row_size(K, M), results)) {
        return POOLED_VARIED_ADJOINT_DOMAIN;
    }
    return POOLED_VARIED_ADJOINT_OK;
}

/* How many doubles of work eps_g_adapted needs; counted in double, which cannot wrap. */
static double pooled_varied_adjoint_eps_g_adapted_work(int K, int M, const pooled_varied_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M;
    size += 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S + 1.0*S*S;
    size += 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S + 1.0;
    if (isfinite(params->P)) {
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S + 1.0*S*n_fine;
        size += 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S + 1.0*S*S;
        size += 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_varied_adjoint_eps_g_adapted_arrays(int K, int M, const pooled_varied_adjoint_params *params, const double *POOLED_VARIED_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_VARIED_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_P = isfinite(params->P) ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *spread = work + (size_t)M + (size_t)M*(size_t)M;
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M + (size_t)M;
    double *Tt = cov_apart + (size_t)M*(size_t)M;
    double *C = Tt + (size_t)M*(size_t)M;
    double *r2 = C + (size_t)S*(size_t)S;
    double *I2 = r2 + (size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *mc = H_next + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *eps_g_adapted = G + (size_t)S*(size_t)S;
    double *r0 = eps_g_adapted + (size_t)1;
    double *r1 = r0 + with_P*(size_t)S*(size_t)n_fine;
    double *v0 = r1 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *I_eg0g0_fff = v0 + with_P*(size_t)n_fine*(size_t)S;
    double *r3 = I_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *I_g0g0g0g0 = r3 + with_P*(size_t)S*(size_t)S;
    double *base1 = I_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *mc0 = base1 + with_P*(size_t)S;
    double *G0 = mc0 + with_P*(size_t)S;
    double *mc1 = G0 + with_P*(size_t)S*(size_t)S;
    double *G1 = mc1 + with_P*(size_t)S;
    double *p21 = G1 + with_P*(size_t)S*(size_t)S;
    double *p22 = p21 + with_P*(size_t)1;
    double *B2 = p22 + with_P*(size_t)1;
    double *P2 = B2 + with_P*(size_t)K*(size_t)K;
    double *y_C = P2 + with_P*(size_t)S*(size_t)S;
    double *y_r2 = y_C + (size_t)S*(size_t)S;
    double *y_I2 = y_r2 + (size_t)S;
    double *y_h = y_I2 + (size_t)S*(size_t)S;
    double *y_h_next = y_h + (size_t)K;
    double *y_H = y_h_next + (size_t)K;
    double *y_H_next = y_H + (size_t)K*(size_t)M;
    double *y_mc = y_H_next + (size_t)K*(size_t)M;
    double *y_s0 = y_mc + (size_t)S;
    double *y_G = y_s0 + (size_t)M*(size_t)K;
    double *y_eps_g_adapted = y_G + (size_t)S*(size_t)S;
    double *y_r0 = y_eps_g_adapted + (size_t)1;
    double *y_r1 = y_r0 + with_P*(size_t)S*(size_t)n_fine;
    double *y_v0 = y_r1 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *y_I_eg0g0_fff = y_v0 + with_P*(size_t)n_fine*(size_t)S;
    double *y_r3 = y_I_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *y_I_g0g0g0g0 = y_r3 + with_P*(size_t)S*(size_t)S;
    double *y_base1 = y_I_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *y_mc0 = y_base1 + with_P*(size_t)S;
    double *y_G0 = y_mc0 + with_P*(size_t)S;
    double *y_mc1 = y_G0 + with_P*(size_t)S*(size_t)S;
    double *y_G1 = y_mc1 + with_P*(size_t)S;
    double *y_p21 = y_G1 + with_P*(size_t)S*(size_t)S;
    double *y_p22 = y_p21 + with_P*(size_t)1;
    double *y_B2 = y_p22 + with_P*(size_t)1;
    double *y_P2 = y_B2 + with_P*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_P;
    (void)kurtosis;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
    for (int n = 0; n < M; ++n) {
        spread[n] = params->spread ? params->spread[n] : 0.0;
    }
    /* cov_apart: cov off its diagonal */
    for (int p = 0; p < M; ++p) {
        for (int q = p; q < M; ++q) {
            cov_apart[p*M + q] = (1.0 - (p == q ? 1.0 : 0.0))*cov[p*M + q];
            cov_apart[q*M + p] = cov_apart[p*M + q];
        }
    }
    /* Tt: overlaps of a task's teacher: T, and the noise on the diagonal */
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Tt[n*M + m] = T[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Tt[n*M + m] += (m == n ? 1.0 : 0.0)*(spread[n]*spread[n]);
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, Tt]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_varied_adjoint_packed(K, k, l)];
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[l*S + k] = C[k*S + l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C[k*S + K + n] = R[k*M + n];
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C[(K + n)*S + k] = C[k*S + K + n];
            }
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C[(K + n)*S + K + m] = Tt[n*M + m];
        }
    }
    if (isfinite(params->P)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
            }
        }
        /* r0: 1/sqrt(C[i, i]*fine[x] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int x = 0; x < n_fine; ++x) {
                r0[i*n_fine + x] = (1.0 / sqrt(C[i*S + i]*fine[x] + 1.0));
            }
        }
        /* r1: 1/sqrt(-C[i, j]**2*fine[x]*r0[i, x]**2 + C[j, j] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int x = 0; x < n_fine; ++x) {
                    r1[(i*S + j)*n_fine + x] = (1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + j] + 1.0));
                }
            }
        }
        /* v0: fine_weight[x]*r0[i, x] */
        for (int x = 0; x < n_fine; ++x) {
            for (int i = 0; i < S; ++i) {
                v0[x*S + i] = fine_weight[x]*r0[i*n_fine + x];
            }
        }
        /* I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    double sum2 = 0.0;
                    for (int x = 0; x < n_fine; ++x) {
                        sum2 += (asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r])*r1[(i*S + j)*n_fine + x]*r1[(i*S + r)*n_fine + x])*v0[x*S + i]);
                    }
                    I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum2;
                }
            }
        }
    }
    /* r2: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r2[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = 0.63661977236758138*asin(C[i*S + j]*r2[i]*r2[j]);
            I2[j*S + i] = I2[i*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* r3: asin(C[i, j]*r2[i]*r2[j]) */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                r3[i*S + j] = asin(C[i*S + j]*r2[i]*r2[j]);
            }
        }
        /* I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                for (int r = j + 1; r < S; ++r) {
                    for (int s = r + 1; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = pooled_varied_adjoint_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
                        I_g0g0g0g0[((j*S + i)*S + r)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + r)*S + j)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + j)*S + s)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + r)*S + i)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + i)*S + s)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + i)*S + j)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + r)*S + s)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + s)*S + j)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + j)*S + i)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + r)*S + s)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + s)*S + i)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + i)*S + s)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + s)*S + r)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + i)*S + j)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + j)*S + s)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + s)*S + r)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + j)*S + i)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + i)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + i)*S + r)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + j)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + j)*S + r)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + i)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + j)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    I_g0g0g0g0[((i*S + i)*S + j)*S + r] = I_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*r3[j*S + r];
                    I_g0g0g0g0[((i*S + i)*S + r)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + j)*S + i)*S + r] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + r)*S + i)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + j)*S + r)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + i)*S + i)*S + r] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + r)*S + j)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + i)*S + i)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + i)*S + r)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + i)*S + j)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + r)*S + i)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + j)*S + i)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                }
            }
        }
    }
    /* h: head after the inner loop: its part without the task */
    for (int k = 0; k < K; ++k) {
        h[k] = w0[k];
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int l = 0; l < K; ++l) {
            sum1 += (I2[k*S + l]*w0[l]);
        }
        h[k] += -params->eta_w * sum1;
    }
    for (int step = 1; step < params->inner_steps; ++step) {
        /* h_next: h after one more step */
        for (int k = 0; k < K; ++k) {
            h_next[k] = h[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int l = 0; l < K; ++l) {
                sum2 += (I2[k*S + l]*h[l]);
            }
            h_next[k] += -params->eta_w * sum2;
        }
        for (int k = 0; k < K; ++k) {
            h[k] = h_next[k];
        }
    }
    /* H: its response to the task: w_k = h_k + sum_m H_km u_m */
    for (int k = 0; k < K; ++k) {
        for (int m = 0; m < M; ++m) {
            H[k*M + m] = params->eta_w*I2[k*S + K + m];
        }
    }
    for (int step = 1; step < params->inner_steps; ++step) {
        /* H_next: H after one more step */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                double sum2 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum2 += (H[l*M + m]*I2[k*S + l]);
                }
                H_next[k*M + m] += -params->eta_w * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                H[k*M + m] = H_next[k*M + m];
            }
        }
    }
    if (isfinite(params->P)) {
        /* base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
    }
    /* mc: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc[k] = h[k];
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int p = 0; p < M; ++p) {
            sum1 += (H[k*M + p]*mean[p]);
        }
        mc[k] += sum1;
    }
    for (int n = 0; n < M; ++n) {
        mc[K + n] = -mean[n];
    }
    /* s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M)) */
    for (int q = 0; q < M; ++q) {
        for (int k = 0; k < K; ++k) {
            s0[q*K + k] = H[k*M + q]*cov[q*M + q];
        }
    }
    for (int q = 0; q < M; ++q) {
        for (int k = 0; k < K; ++k) {
            double sum1 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum1 += (H[k*M + p]*cov_apart[q*M + p]);
            }
            s0[q*K + k] += sum1;
        }
    }
    /* G: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int q = 0; q < M; ++q) {
                sum1 += (H[l*M + q]*s0[q*K + k]);
            }
            G[k*S + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G[k*S + l] += mc[k]*mc[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G[k*S + K + n] += mc[k]*mc[K + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum1 += (H[k*M + p]*cov_apart[n*M + p]);
            }
            G[k*S + K + n] += -1.0 * sum1;
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G[(K + n)*S + K + m] = cov[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
        }
    }
    if (isfinite(params->P)) {
        /* mc0: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }
    if (isfinite(params->P)) {
        /* G0: <c_i c_j> over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] = 0.0;
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] = 0.0;
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
        /* mc1: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc1[k] = base1[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum2 += (H[k*M + p]*mean[p]);
            }
            mc1[k] += sum2;
        }
        for (int n = 0; n < M; ++n) {
            mc1[K + n] = base1[K + n] - mean[n];
        }
    }
    if (isfinite(params->P)) {
        /* G1: <c_i c_j> over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int q = 0; q < M; ++q) {
                    sum2 += (H[l*M + q]*s0[q*K + k]);
                }
                G1[k*S + l] = sum2;
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G1[k*S + l] += mc1[k]*mc1[l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G1[k*S + K + n] = -H[k*M + n]*cov[n*M + n] + mc1[k]*mc1[K + n];
                G1[(K + n)*S + k] = G1[k*S + K + n];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G1[k*S + K + n] += -1.0 * sum2;
                G1[(K + n)*S + k] = G1[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] = cov[n*M + m] + mc1[K + m]*mc1[K + n];
                G1[(K + m)*S + K + n] = G1[(K + n)*S + K + m];
            }
        }
    }
    if (isfinite(params->P)) {
        /* p21: share of 2 support samples in 1 given blocks */
        *p21 = 1.0/params->P;
        /* p22: share of 2 support samples in 2 given blocks, minus 1 */
        *p22 = -1.0/params->P;
        /* B2: <d_k d_l> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                B2[k*K + l] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                    }
                }
                B2[k*K + l] += (params->eta_w*params->eta_w) * sum2;
            }
        }
        /* P2: <c_i c_j> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                P2[k*S + l] = (*p21)*B2[k*K + l] + (*p22)*G1[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                P2[k*S + K + n] = 0.0;
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
            }
        }
    }
    /* eps_g_adapted: loss on fresh data after adaptation */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (G[i*S + j]*I2[i*S + j]);
            }
        }
        *eps_g_adapted = 0.5 * sum1;
    }
    if (isfinite(params->P)) {
        {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    sum2 += (j > i ? 2.0 : 1.0) * (I2[i*S + j]*P2[i*S + j]);
                }
            }
            *eps_g_adapted += 0.5 * sum2;
        }
    }
    (void)y_C;
    (void)y_r2;
    (void)y_I2;
    (void)y_h;
    (void)y_h_next;
    (void)y_H;
    (void)y_H_next;
    (void)y_mc;
    (void)y_s0;
    (void)y_G;
    (void)y_eps_g_adapted;
    (void)y_r0;
    (void)y_r1;
    (void)y_v0;
    (void)y_I_eg0g0_fff;
    (void)y_r3;
    (void)y_I_g0g0g0g0;
    (void)y_base1;
    (void)y_mc0;
    (void)y_G0;
    (void)y_mc1;
    (void)y_G1;
    (void)y_p21;
    (void)y_p22;
    (void)y_B2;
    (void)y_P2;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_varied_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_varied_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_varied_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_varied_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_varied_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_varied_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_varied_adjoint_state_size(K, M) + 5;
        double *y_P = result + pooled_varied_adjoint_state_size(K, M) + 6;

        for (size_t p = 0; p < pooled_varied_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_P2 + with_P*(size_t)S*(size_t)S; ++p) {
            *p = 0.0;
        }
        *y_eps_g_adapted = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_V;
        (void)y_P;
        if (isfinite(params->P)) {
            {
                const double whole = *y_eps_g_adapted;

                if (whole != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            const double here = (j > i ? 2.0 : 1.0) * whole;
                            y_I2[i*S + j] += 0.5*here*P2[i*S + j];
                            y_P2[i*S + j] += 0.5*here*I2[i*S + j];
                        }
                    }
                }
            }
        }
        {
            const double whole = *y_eps_g_adapted;

            *y_eps_g_adapted = 0.0;
            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        y_G[i*S + j] += 0.5*here*I2[i*S + j];
                        y_I2[i*S + j] += 0.5*here*G[i*S + j];
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_P2[(K + n)*S + K + m] = 0.0;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    y_P2[k*S + K + n] = 0.0;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_P2[k*S + l];

                        y_P2[k*S + l] = 0.0;
                        if (here != 0.0) {
                            y_B2[k*K + l] += here*(*p21);
                            y_G1[k*S + l] += here*(*p22);
                            (*y_p21) += here*B2[k*K + l];
                            (*y_p22) += here*G1[k*S + l];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_B2[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    y_G0[i*S + j] += (params->eta_w*params->eta_w)*here*I_g0g0g0g0[((k*S + l)*S + i)*S + j];
                                    y_I_g0g0g0g0[((k*S + l)*S + i)*S + j] += (params->eta_w*params->eta_w)*here*G0[i*S + j];
                                    (*y_eta_w) += 2.0*params->eta_w*here*G0[i*S + j]*I_g0g0g0g0[((k*S + l)*S + i)*S + j];
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_B2[k*K + l];

                        y_B2[k*K + l] = 0.0;
                        if (here != 0.0) {
                            y_I2[k*S + l] += (params->eta_w*params->eta_w)*here*(params->noise*params->noise);
                            (*y_eta_w) += 2.0*params->eta_w*here*(params->noise*params->noise)*I2[k*S + l];
                            (*y_noise) += 2.0*(params->eta_w*params->eta_w)*here*params->noise*I2[k*S + l];
                        }
                    }
                }
            }
            {
                const double here = *y_p22;

                *y_p22 = 0.0;
                if (here != 0.0) {
                    (*y_P) += here/(params->P*params->P);
                }
            }
            {
                const double here = *y_p21;

                *y_p21 = 0.0;
                if (here != 0.0) {
                    (*y_P) += -here/(params->P*params->P);
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    pooled_varied_adjoint_image(&y_G1[(K + n)*S + K + m], &y_G1[(K + m)*S + K + n]);
                    {
                        const double here = y_G1[(K + n)*S + K + m];

                        y_G1[(K + n)*S + K + m] = 0.0;
                        if (here != 0.0) {
                            y_mc1[K + m] += here*mc1[K + n];
                            y_mc1[K + n] += here*mc1[K + m];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    pooled_varied_adjoint_image(&y_G1[k*S + K + n], &y_G1[(K + n)*S + k]);
                    {
                        const double here = y_G1[k*S + K + n];

                        if (here != 0.0) {
                            for (int p = 0; p < M; ++p) {
                                y_H[k*M + p] += -here*cov_apart[n*M + p];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    pooled_varied_adjoint_image(&y_G1[k*S + K + n], &y_G1[(K + n)*S + k]);
                    {
                        const double here = y_G1[k*S + K + n];

                        y_G1[k*S + K + n] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + n] += -here*cov[n*M + n];
                            y_mc1[k] += here*mc1[K + n];
                            y_mc1[K + n] += here*mc1[k];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_G1[k*S + l];

                        if (here != 0.0) {
                            y_mc1[k] += here*mc1[l];
                            y_mc1[l] += here*mc1[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_G1[k*S + l];

                        y_G1[k*S + l] = 0.0;
                        if (here != 0.0) {
                            for (int q = 0; q < M; ++q) {
                                y_H[l*M + q] += here*s0[q*K + k];
                                y_s0[q*K + k] += here*H[l*M + q];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_mc1[K + n];

                    y_mc1[K + n] = 0.0;
                    if (here != 0.0) {
                        y_base1[K + n] += here;
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_mc1[k];

                    if (here != 0.0) {
                        for (int p = 0; p < M; ++p) {
                            y_H[k*M + p] += here*mean[p];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_mc1[k];

                    y_mc1[k] = 0.0;
                    if (here != 0.0) {
                        y_base1[k] += here;
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    {
                        const double here = y_G0[(K + n)*S + K + m];

                        if (here != 0.0) {
                            y_mc0[K + m] += here*mc0[K + n];
                            y_mc0[K + n] += here*mc0[K + m];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_G0[(K + n)*S + K + m] = 0.0;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    {
                        const double here = y_G0[k*S + K + n];

                        if (here != 0.0) {
                            y_mc0[k] += here*mc0[K + n];
                            y_mc0[K + n] += here*mc0[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    y_G0[k*S + K + n] = 0.0;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_G0[k*S + l];

                        if (here != 0.0) {
                            y_mc0[k] += here*mc0[l];
                            y_mc0[l] += here*mc0[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    y_G0[k*S + l] = 0.0;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                y_mc0[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_mc0[k];

                    y_mc0[k] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here;
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_G[(K + n)*S + K + m];

                    if (here != 0.0) {
                        y_mc[K + m] += here*mc[K + n];
                        y_mc[K + n] += here*mc[K + m];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_G[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G[k*S + K + n];

                    if (here != 0.0) {
                        for (int p = 0; p < M; ++p) {
                            y_H[k*M + p] += -here*cov_apart[n*M + p];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G[k*S + K + n];

                    if (here != 0.0) {
                        y_mc[k] += here*mc[K + n];
                        y_mc[K + n] += here*mc[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G[k*S + K + n];

                    y_G[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_H[k*M + n] += -here*cov[n*M + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G[k*S + l];

                    if (here != 0.0) {
                        y_mc[k] += here*mc[l];
                        y_mc[l] += here*mc[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G[k*S + l];

                    y_G[k*S + l] = 0.0;
                    if (here != 0.0) {
                        for (int q = 0; q < M; ++q) {
                            y_H[l*M + q] += here*s0[q*K + k];
                            y_s0[q*K + k] += here*H[l*M + q];
                        }
                    }
                }
            }
        }
        for (int q = 0; q < M; ++q) {
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_s0[q*K + k];

                    if (here != 0.0) {
                        for (int p = 0; p < M; ++p) {
                            y_H[k*M + p] += here*cov_apart[q*M + p];
                        }
                    }
                }
            }
        }
        for (int q = 0; q < M; ++q) {
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_s0[q*K + k];

                    y_s0[q*K + k] = 0.0;
                    if (here != 0.0) {
                        y_H[k*M + q] += here*cov[q*M + q];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc[k];

                if (here != 0.0) {
                    for (int p = 0; p < M; ++p) {
                        y_H[k*M + p] += here*mean[p];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc[k];

                y_mc[k] = 0.0;
                if (here != 0.0) {
                    y_h[k] += here;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                y_base1[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_base1[k];

                    y_base1[k] = 0.0;
                    if (here != 0.0) {
                        y_h[k] += here;
                        y_w0[k] += -here;
                    }
                }
            }
        }
        for (int steps = params->inner_steps - 1; steps >= 1; --steps) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = params->eta_w*I2[k*S + K + m];
                }
            }
            for (int step = 1; step < steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        double sum4 = 0.0;
                        for (int l = 0; l < K; ++l) {
                            sum4 += (H[l*M + m]*I2[k*S + l]);
                        }
                        H_next[k*M + m] += -params->eta_w * sum4;
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H[k*M + m] = H_next[k*M + m];
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H[k*M + m];

                        y_H[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H_next[k*M + m] += here;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H_next[k*M + m];

                        if (here != 0.0) {
                            for (int l = 0; l < K; ++l) {
                                y_H[l*M + m] += -params->eta_w*here*I2[k*S + l];
                                y_I2[k*S + l] += -params->eta_w*here*H[l*M + m];
                                (*y_eta_w) += -here*H[l*M + m]*I2[k*S + l];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H_next[k*M + m];

                        y_H_next[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + m] += here;
                            y_I2[k*S + K + m] += params->eta_w*here;
                            (*y_eta_w) += here*I2[k*S + K + m];
                        }
                    }
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = params->eta_w*I2[k*S + K + m];
                }
            }
            for (int step = 1; step < params->inner_steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        double sum4 = 0.0;
                        for (int l = 0; l < K; ++l) {
                            sum4 += (H[l*M + m]*I2[k*S + l]);
                        }
                        H_next[k*M + m] += -params->eta_w * sum4;
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H[k*M + m] = H_next[k*M + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                {
                    const double here = y_H[k*M + m];

                    y_H[k*M + m] = 0.0;
                    if (here != 0.0) {
                        y_I2[k*S + K + m] += params->eta_w*here;
                        (*y_eta_w) += here*I2[k*S + K + m];
                    }
                }
            }
        }
        for (int steps = params->inner_steps - 1; steps >= 1; --steps) {
            for (int k = 0; k < K; ++k) {
                h[k] = w0[k];
            }
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum3 += (I2[k*S + l]*w0[l]);
                }
                h[k] += -params->eta_w * sum3;
            }
            for (int step = 1; step < steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    h_next[k] = h[k];
                }
                for (int k = 0; k < K; ++k) {
                    double sum4 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum4 += (I2[k*S + l]*h[l]);
                    }
                    h_next[k] += -params->eta_w * sum4;
                }
                for (int k = 0; k < K; ++k) {
                    h[k] = h_next[k];
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h[k];

                    y_h[k] = 0.0;
                    if (here != 0.0) {
                        y_h_next[k] += here;
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h_next[k];

                    if (here != 0.0) {
                        for (int l = 0; l < K; ++l) {
                            y_I2[k*S + l] += -params->eta_w*here*h[l];
                            (*y_eta_w) += -here*I2[k*S + l]*h[l];
                            y_h[l] += -params->eta_w*here*I2[k*S + l];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h_next[k];

                    y_h_next[k] = 0.0;
                    if (here != 0.0) {
                        y_h[k] += here;
                    }
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                h[k] = w0[k];
            }
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum3 += (I2[k*S + l]*w0[l]);
                }
                h[k] += -params->eta_w * sum3;
            }
            for (int step = 1; step < params->inner_steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    h_next[k] = h[k];
                }
                for (int k = 0; k < K; ++k) {
                    double sum4 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum4 += (I2[k*S + l]*h[l]);
                    }
                    h_next[k] += -params->eta_w * sum4;
                }
                for (int k = 0; k < K; ++k) {
                    h[k] = h_next[k];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_h[k];

                if (here != 0.0) {
                    for (int l = 0; l < K; ++l) {
                        y_I2[k*S + l] += -params->eta_w*here*w0[l];
                        (*y_eta_w) += -here*I2[k*S + l]*w0[l];
                        y_w0[l] += -params->eta_w*here*I2[k*S + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_h[k];

                y_h[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + i)*S + r)*S + j]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + j)*S + i)*S + r]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + r)*S + i)*S + j]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + j)*S + r)*S + i]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + i)*S + i)*S + r]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + r)*S + j)*S + i]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + i)*S + i)*S + j]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + i)*S + r)*S + i]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + i)*S + j)*S + i]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + r)*S + i)*S + i]);
                        pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + j)*S + i)*S + i]);
                        {
                            const double here = y_I_g0g0g0g0[((i*S + i)*S + j)*S + r];

                            y_I_g0g0g0g0[((i*S + i)*S + j)*S + r] = 0.0;
                            if (here != 0.0) {
                                y_I_eg0g0_fff[(i*S + j)*S + r] += here;
                                y_r3[j*S + r] += 0.63661977236758138*here;
                            }
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = i + 1; j < S; ++j) {
                    for (int r = j + 1; r < S; ++r) {
                        for (int s = r + 1; s < S; ++s) {
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + i)*S + r)*S + s]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + r)*S + j)*S + s]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + j)*S + s)*S + r]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + r)*S + i)*S + s]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + i)*S + s)*S + r]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + i)*S + j)*S + s]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + r)*S + s)*S + j]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + s)*S + j)*S + r]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + j)*S + i)*S + s]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + r)*S + s)*S + i]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + s)*S + i)*S + r]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + i)*S + s)*S + j]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + s)*S + r)*S + j]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + i)*S + j)*S + r]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + j)*S + s)*S + i]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + s)*S + r)*S + i]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + j)*S + i)*S + r]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + s)*S + i)*S + j]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + i)*S + r)*S + j]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + s)*S + j)*S + i]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + j)*S + r)*S + i]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + r)*S + i)*S + j]);
                            pooled_varied_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + r)*S + j)*S + i]);
                            {
                                const double here = y_I_g0g0g0g0[((i*S + j)*S + r)*S + s];

                                y_I_g0g0g0g0[((i*S + j)*S + r)*S + s] = 0.0;
                                if (here != 0.0) {
                                    const double b_p_0 = here;
                                    double g_0[10];
                                    pooled_varied_adjoint_joint4_back(b_p_0, C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s], g_0);
                                    y_C[i*S + i] += g_0[0];
                                    y_C[i*S + j] += g_0[1];
                                    y_C[i*S + r] += g_0[2];
                                    y_C[i*S + s] += g_0[3];
                                    y_C[j*S + j] += g_0[4];
                                    y_C[j*S + r] += g_0[5];
                                    y_C[j*S + s] += g_0[6];
                                    y_C[r*S + r] += g_0[7];
                                    y_C[r*S + s] += g_0[8];
                                    y_C[s*S + s] += g_0[9];
                                }
                            }
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    {
                        const double here = y_r3[i*S + j];

                        y_r3[i*S + j] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C[i*S + j]*r2[i]*r2[j];
                            const double b_p_0 = here*(1.0 / sqrt(1.0 - (p_0*p_0)));
                            y_C[i*S + j] += b_p_0*r2[i]*r2[j];
                            y_r2[i] += b_p_0*C[i*S + j]*r2[j];
                            y_r2[j] += b_p_0*C[i*S + j]*r2[i];
                        }
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                pooled_varied_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
                {
                    const double here = y_I2[i*S + j];

                    y_I2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + j]*r2[i]*r2[j];
                        const double b_p_1 = 0.63661977236758138*here;
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_C[i*S + j] += b_p_0*r2[i]*r2[j];
                        y_r2[i] += b_p_0*C[i*S + j]*r2[j];
                        y_r2[j] += b_p_0*C[i*S + j]*r2[i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_r2[i];

                y_r2[i] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C[i*S + i] += b_p_0;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        {
                            const double here = y_I_eg0g0_fff[(i*S + j)*S + r];

                            y_I_eg0g0_fff[(i*S + j)*S + r] = 0.0;
                            if (here != 0.0) {
                                for (int x = 0; x < n_fine; ++x) {
                                    const double p_0 = -(r0[i*n_fine + x]*r0[i*n_fine + x]);
                                    const double p_1 = C[i*S + j]*C[i*S + r]*fine[x];
                                    const double p_2 = p_0*p_1 + C[j*S + r];
                                    const double p_3 = p_2*r1[(i*S + j)*n_fine + x]*r1[(i*S + r)*n_fine + x];
                                    const double p_4 = asin(p_3);
                                    const double b_p_4 = 0.63661977236758138*here*v0[x*S + i];
                                    const double b_p_3 = b_p_4*(1.0 / sqrt(1.0 - (p_3*p_3)));
                                    const double b_p_2 = b_p_3*r1[(i*S + j)*n_fine + x]*r1[(i*S + r)*n_fine + x];
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    y_v0[x*S + i] += 0.63661977236758138*here*p_4;
                                    y_r1[(i*S + j)*n_fine + x] += b_p_3*p_2*r1[(i*S + r)*n_fine + x];
                                    y_r1[(i*S + r)*n_fine + x] += b_p_3*p_2*r1[(i*S + j)*n_fine + x];
                                    y_C[j*S + r] += b_p_2;
                                    y_C[i*S + j] += b_p_1*C[i*S + r]*fine[x];
                                    y_C[i*S + r] += b_p_1*C[i*S + j]*fine[x];
                                    y_r0[i*n_fine + x] += -2.0*b_p_0*r0[i*n_fine + x];
                                }
                            }
                        }
                    }
                }
            }
            for (int x = 0; x < n_fine; ++x) {
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_v0[x*S + i];

                        y_v0[x*S + i] = 0.0;
                        if (here != 0.0) {
                            y_r0[i*n_fine + x] += here*fine_weight[x];
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int x = 0; x < n_fine; ++x) {
                        {
                            const double here = y_r1[(i*S + j)*n_fine + x];

                            y_r1[(i*S + j)*n_fine + x] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = -(C[i*S + j]*C[i*S + j])*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + j] + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C[i*S + j] += -2.0*b_p_0*C[i*S + j]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]);
                                y_C[j*S + j] += b_p_0;
                                y_r0[i*n_fine + x] += -2.0*b_p_0*(C[i*S + j]*C[i*S + j])*fine[x]*r0[i*n_fine + x];
                            }
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int x = 0; x < n_fine; ++x) {
                    {
                        const double here = y_r0[i*n_fine + x];

                        y_r0[i*n_fine + x] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C[i*S + i]*fine[x] + 1.0;
                            const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                            y_C[i*S + i] += b_p_0*fine[x];
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    pooled_varied_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    pooled_varied_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    pooled_varied_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[pooled_varied_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_varied_adjoint_eps_g_adapted(int K, int M, const pooled_varied_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_varied_adjoint_state_size(K, M);
    const int status = pooled_varied_adjoint_checked(K, M, params);

    if (status != POOLED_VARIED_ADJOINT_OK) {
        return status;
    }
    if (!pooled_varied_adjoint_counted(pooled_varied_adjoint_eps_g_adapted_work(K, M, params))) {
        return POOLED_VARIED_ADJOINT_TOO_LARGE;
    }
    if (!pooled_varied_adjoint_all_finite(n, state) || !pooled_varied_adjoint_all_finite(count, factors)) {
        return POOLED_VARIED_ADJOINT_NONFINITE;
    }
    pooled_varied_adjoint_eps_g_adapted_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_varied_adjoint_all_finite(count*pooled_varied_adjoint_row_size(K, M), results)) {
        return POOLED_VARIED_ADJOINT_DOMAIN;
    }
    return POOLED_VARIED_ADJOINT_OK;
}

size_t pooled_varied_adjoint_work_size(int K, int M, const pooled_varied_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, pooled_varied_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, pooled_varied_adjoint_eps_g_work(K, M, params));
    arrays = fmax(arrays, pooled_varied_adjoint_eps_g_adapted_work(K, M, params));
    return pooled_varied_adjoint_counted(arrays);
}


int pooled_varied_adjoint_check(int version, size_t size)
{
    return version == POOLED_VARIED_ADJOINT_ABI && size == sizeof(pooled_varied_adjoint_params) ? POOLED_VARIED_ADJOINT_OK : POOLED_VARIED_ADJOINT_LAYOUT;
}

const char *pooled_varied_adjoint_strerror(int status)
{
    switch (status) {
    case POOLED_VARIED_ADJOINT_OK:
        return "ok";
    case POOLED_VARIED_ADJOINT_BAD_K:
        return "K is less than 1";
    case POOLED_VARIED_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case POOLED_VARIED_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case POOLED_VARIED_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case POOLED_VARIED_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case POOLED_VARIED_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case POOLED_VARIED_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case POOLED_VARIED_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case POOLED_VARIED_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case POOLED_VARIED_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case POOLED_VARIED_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case POOLED_VARIED_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case POOLED_VARIED_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case POOLED_VARIED_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case POOLED_VARIED_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case POOLED_VARIED_ADJOINT_BAD_M:
        return "M is less than 1";
    case POOLED_VARIED_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case POOLED_VARIED_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case POOLED_VARIED_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case POOLED_VARIED_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case POOLED_VARIED_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case POOLED_VARIED_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case POOLED_VARIED_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case POOLED_VARIED_ADJOINT_NULL_WORK:
        return "work is NULL";
    case POOLED_VARIED_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case POOLED_VARIED_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case POOLED_VARIED_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case POOLED_VARIED_ADJOINT_BAD_eta_w:
        return "eta_w is negative or not finite";
    case POOLED_VARIED_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case POOLED_VARIED_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case POOLED_VARIED_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case POOLED_VARIED_ADJOINT_BAD_V:
        return "V is not at least 1";
    case POOLED_VARIED_ADJOINT_BAD_P:
        return "P is not at least 1";
    case POOLED_VARIED_ADJOINT_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case POOLED_VARIED_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case POOLED_VARIED_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case POOLED_VARIED_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case POOLED_VARIED_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case POOLED_VARIED_ADJOINT_BAD_spread:
        return "spread has an element that is not finite";
    case POOLED_VARIED_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case POOLED_VARIED_ADJOINT_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case POOLED_VARIED_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    case POOLED_VARIED_ADJOINT_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
