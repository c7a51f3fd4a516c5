/*
 * fo_anil_adjoint.c - FO-ANIL: the head adapts in an inner loop, first-order outer step
 *
 * Emitted by orderode 0.1.0 from the system fo_anil_adjoint, digest 13934f76401899ce. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in fo_anil_adjoint.h.
 */
#include "fo_anil_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define FO_ANIL_ADJOINT_RESTRICT
#else
#define FO_ANIL_ADJOINT_RESTRICT restrict
#endif

void fo_anil_adjoint_defaults(fo_anil_adjoint_params *params)
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
    params->n_nodes = 0;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
    params->nodes = NULL;
    params->weights = NULL;
}

size_t fo_anil_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t fo_anil_adjoint_row_size(int K, int M)
{
    return fo_anil_adjoint_state_size(K, M) + 7;
}

/* The slope of an element that is a copy of another goes to that. */
static void fo_anil_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int fo_anil_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* Lower triangular F with F F^T = C, row by row; a column whose pivot is rounding only is zero. */
static void fo_anil_adjoint_factor(int S, const double *C, double *F)
{
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            double rest = j <= i ? C[i*S + j] : 0.0;

            for (int k = 0; k < j && j <= i; ++k) {
                rest -= F[i*S + k]*F[j*S + k];
            }
            if (j == i) {
                rest = rest > 1e-14*C[i*S + i] ? sqrt(rest) : 0.0;
            } else if (j < i) {
                rest = F[j*S + j] > 0.0 ? rest/F[j*S + j] : 0.0;
            }
            F[i*S + j] = rest;
        }
    }
}

/* Slopes yF with respect to the lower triangular F with F F^T = C become slopes yC; NaN where a pivot is zero, for C is singular. */
static void fo_anil_adjoint_factor_back(int S, const double *F, double *yF, double *yC)
{
    for (int i = S - 1; i >= 0; --i) {
        for (int j = i; j >= 0; --j) {
            const double here = yF[i*S + j];
            double rest = F[j*S + j] > 0.0 ? here/(j < i ? F[j*S + j] : 2.0*F[j*S + j]) : NAN;

            if (j < i) {
                yF[j*S + j] -= rest*F[i*S + j];
            }
            for (int k = 0; k < j; ++k) {
                yF[i*S + k] -= rest*F[j*S + k];
                yF[j*S + k] -= rest*F[i*S + k];
            }
            yC[i*S + j] += rest;
            yF[i*S + j] = 0.0;
        }
    }
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

/* strengths of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most */
enum { n_square = 4 };
static const double square[n_square] = {
    1.0307240770272368, 1.2592670725916821, 1.6165727214646848, 1.9168663365684531
};

/* weights of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most */
static const double square_weight[n_square] = {
    -0.42988755889773028, -0.31629594366833252, -0.18211935431582907, -0.071697143118108125
};

/* strengths of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most */
enum { n_quartic = 4 };
static const double quartic[n_quartic] = {
    2.1028936336367146, 2.5084723662975725, 3.0452007395688132, 3.6548924341451614
};

/* weights of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most */
static const double quartic_weight[n_quartic] = {
    0.3007729784066514, 0.43221520697299254, 0.239652036200282, 0.02735977842007406
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
static double fo_anil_adjoint_joint4(
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
static void fo_anil_adjoint_joint4_back(
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

static int fo_anil_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* Whether the rule's nodes contribute: not where w0 is zero, mean is zero, cov is diagonal. */
static int fo_anil_adjoint_needs_rule(int K, int M, const fo_anil_adjoint_params *params, const double *state)
{
    const double *w0 = state + (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *mean = params->mean;
    const double *cov = params->cov;
    int found = 0;

    for (int n = 0; n < K; ++n) {
        found |= w0[n] != 0.0;
    }
    for (int n = 0; n < M; ++n) {
        found |= mean && mean[n] != 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            found |= cov && n != m && cov[n*M + m] != 0.0;
        }
    }
    return found;
}

/* The status of an argument that is not accepted, or OK. */
static int fo_anil_adjoint_checked(int K, int M, const fo_anil_adjoint_params *params)
{
    if (K < 1) {
        return FO_ANIL_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return FO_ANIL_ADJOINT_BAD_M;
    }
    if (!params) {
        return FO_ANIL_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return FO_ANIL_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return FO_ANIL_ADJOINT_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return FO_ANIL_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return FO_ANIL_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return FO_ANIL_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return FO_ANIL_ADJOINT_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return FO_ANIL_ADJOINT_BAD_P;
    }
    if (params->inner_steps < 1) {
        return FO_ANIL_ADJOINT_BAD_inner_steps;
    }
    if (!params->T) {
        return FO_ANIL_ADJOINT_MISSING_T;
    }
    if (!fo_anil_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return FO_ANIL_ADJOINT_BAD_T;
    }
    if (params->mean && !fo_anil_adjoint_all_finite((size_t)M, params->mean)) {
        return FO_ANIL_ADJOINT_BAD_mean;
    }
    if (params->cov && !fo_anil_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return FO_ANIL_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !fo_anil_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return FO_ANIL_ADJOINT_BAD_kurtosis;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return FO_ANIL_ADJOINT_SEVERAL_inner_steps;
    }
return FO_ANIL_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t fo_anil_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double fo_anil_adjoint_rhs_work(int K, int M, const fo_anil_adjoint_params *params)
{
    const double S = (double)K + M;
    const double higher = params->first_order ? 0.0 : 1.0;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*K*S*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M;
    size += 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S;
    size += 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*K*S*S + 1.0*S*S + 1.0*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S + 1.0*K*S + 1.0*K*S;
    size += 1.0*K + 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        size += 1.0*M*n_quartic + 1.0*n_quartic*M*S*S + 1.0*S*n_square + 1.0*n_square*S*S*S + 1.0*n_square*M*S*n_square + 1.0*n_square*n_square*M*S*S*S + 1.0*n_quartic*M*K*n_square + 1.0*n_quartic*M*K*K*n_square;
        size += 1.0*M*K*K*K + 1.0*n_square*n_square*M*M*K*n_square + 1.0*n_square*n_square*M*M*K*K*n_square + 1.0*M*M*K*K*K + 1.0*n_quartic*M*K + 1.0*M*n_quartic + 1.0*M*K*K + 1.0*n_square*n_square*M*S*S;
        size += 1.0*M*M*K*K + 1.0*M*K*K*M + 1.0*M*K*K*K + 1.0*n_square*S*S + 1.0*M*n_square + 1.0*M*K*M + 1.0*M*K*K + 1.0*K*n_square;
        size += 1.0*K*K*M + 1.0*K*K*K + 1.0*M*K*K*K*K + 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M;
        size += 1.0*M*K*K*K*K + 1.0*S*S + 1.0 + 1.0 + 1.0 + 1.0*K*K*S*S + 1.0*K*K*S*S + 1.0*K*K*K*K;
        size += 1.0*K*K*K + 1.0*K*K*K*S + 1.0*K*K*K*K + 1.0*S + 1.0*S + 1.0 + 1.0 + 1.0*S;
        size += 1.0 + 1.0*S + 1.0 + 1.0*S + 1.0 + 1.0*M*n_quartic + 1.0*n_quartic*M*S*S + 1.0*S*n_square;
        size += 1.0*n_square*S*S*S + 1.0*n_square*M*S*n_square + 1.0*n_square*n_square*M*S*S*S + 1.0*n_quartic*M*K*n_square + 1.0*n_quartic*M*K*K*n_square + 1.0*M*K*K*K + 1.0*n_square*n_square*M*M*K*n_square + 1.0*n_square*n_square*M*M*K*K*n_square;
        size += 1.0*M*M*K*K*K + 1.0*n_quartic*M*K + 1.0*M*n_quartic + 1.0*M*K*K + 1.0*n_square*n_square*M*S*S + 1.0*M*M*K*K + 1.0*M*K*K*M + 1.0*M*K*K*K;
        size += 1.0*n_square*S*S + 1.0*M*n_square + 1.0*M*K*M + 1.0*M*K*K + 1.0*K*n_square + 1.0*K*K*M + 1.0*K*K*K + 1.0*M*K*K*K*K;
        size += 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*S*S + 1.0;
        size += 1.0 + 1.0 + 1.0*K*K*S*S + 1.0*K*K*S*S + 1.0*K*K*K*K + 1.0*K*K*K + 1.0*K*K*K*S + 1.0*K*K*K*K;
        size += 1.0*S + 1.0*S + 1.0 + 1.0 + 1.0*S + 1.0 + 1.0*S + 1.0;
        size += 1.0*S + 1.0;
    }
    if (isfinite(params->P)) {
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S + 1.0*K*S;
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S + 1.0*K*S;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*K*S*S*K + 1.0*S*M + 1.0*K*S*S*K;
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*S*M + 1.0*M*K*K*S + 1.0*M*K*K + 1.0*M*S*S + 1.0*M*K*K*K + 1.0*M*M*K*K + 1.0*M*M*M*K;
        size += 1.0*S*M + 1.0*M*K*K*S + 1.0*M*K*K + 1.0*M*S*S + 1.0*M*K*K*K + 1.0*M*M*K*K + 1.0*M*M*M*K;
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        size += 1.0*S*S + 1.0 + 1.0 + 1.0 + 1.0 + 1.0*K*K + 1.0*K*K + 1.0*K*K*S;
        size += 1.0*K*K*S + 1.0*K*K*S*S + 1.0*K*K*S*S + 1.0*K*K*S*S + 1.0*S*S + 1.0 + 1.0 + 1.0;
        size += 1.0 + 1.0*K*K + 1.0*K*K + 1.0*K*K*S + 1.0*K*K*S + 1.0*K*K*S*S + 1.0*K*K*S*S + 1.0*K*K*S*S;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        size += 1.0*M*K*K + 1.0*M*K*K;
    }
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K*S + 1.0*K*K + 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void fo_anil_adjoint_rhs_arrays(int K, int M, const fo_anil_adjoint_params *params, const double *FO_ANIL_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *FO_ANIL_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const double *nodes = params->nodes;
    const double *weights = params->weights;
    const double higher = params->first_order ? 0.0 : 1.0;
    const size_t with_P_V_higher = isfinite(params->P) && isfinite(params->V) && higher > 0.0 ? 1 : 0;
    const size_t with_P = isfinite(params->P) ? 1 : 0;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    const size_t with_P_V_kurtosis = isfinite(params->P) && isfinite(params->V) && params->kurtosis ? 1 : 0;
    const size_t with_P_V = isfinite(params->P) && isfinite(params->V) ? 1 : 0;
    const size_t with_P_V_higher_kurtosis = isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const int n_nodes = params->n_nodes;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = cov_apart + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)S;
    double *I2 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *mc = H_next + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *r14 = G + (size_t)S*(size_t)S;
    double *v13 = r14 + (size_t)K*(size_t)S;
    double *C1_0 = v13 + (size_t)K*(size_t)S;
    double *A = C1_0 + (size_t)K;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *r1 = dw0 + (size_t)K;
    double *Cq = r1 + with_P_V_higher*(size_t)M*(size_t)n_quartic;
    double *r2 = Cq + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)S*(size_t)S;
    double *Cs1 = r2 + with_P_V_higher*(size_t)S*(size_t)n_square;
    double *r3 = Cs1 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S*(size_t)S;
    double *Cs2 = r3 + with_P_V_higher*(size_t)n_square*(size_t)M*(size_t)S*(size_t)n_square;
    double *r7 = Cs2 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S*(size_t)S;
    double *r8 = r7 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)n_square;
    double *I_qhg0g0_blll = r8 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *r9 = I_qhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *r10 = r9 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)n_square;
    double *I_hhhg0g0_bblll = r10 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *r11 = I_hhhg0g0_bblll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *v1 = r11 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K;
    double *I_qg0g0_bll = v1 + with_P_V_higher*(size_t)M*(size_t)n_quartic;
    double *r12 = I_qg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *I_hhg0g0_bbll = r12 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S;
    double *I_hhg0g0_bllb = I_hhg0g0_bbll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *I_hhg0g0_blll = I_hhg0g0_bllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)M;
    double *r13 = I_hhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *v2 = r13 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S;
    double *I_hg0g0_blb = v2 + with_P_V_higher*(size_t)M*(size_t)n_square;
    double *I_hg0g0_bll = I_hg0g0_blb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)M;
    double *v3 = I_hg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *I_hg0g0_llb = v3 + with_P_V_higher*(size_t)K*(size_t)n_square;
    double *I_hg0g0_lll = I_hg0g0_llb + with_P_V_higher*(size_t)K*(size_t)K*(size_t)M;
    double *I_qg0g0g0g0_bllll = I_hg0g0_lll + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K;
    double *I_hhg0g0g0g0_bbllll = I_qg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_hg0g0g0g0_blllb = I_hhg0g0g0g0_bbllll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_hg0g0g0g0_bllll = I_hg0g0g0g0_blllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *I_ssg0g0g0g0_bbllll = I_hg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_sg0g0g0g0_blllb = I_ssg0g0g0g0_bbllll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_sg0g0g0g0_bllll = I_sg0g0g0g0_blllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *F = I_sg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *p31 = F + with_P_V_higher*(size_t)S*(size_t)S;
    double *p41 = p31 + with_P_V_higher*(size_t)1;
    double *p42 = p41 + with_P_V_higher*(size_t)1;
    double *s2 = p42 + with_P_V_higher*(size_t)1;
    double *s3 = s2 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *B22 = s3 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *B3 = B22 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *B3x = B3 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K;
    double *B4 = B3x + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)S;
    double *zn = B4 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *g0n = zn + with_P_V_higher*(size_t)S;
    double *mr = g0n + with_P_V_higher*(size_t)S;
    double *Gr = mr + with_P_V_higher*(size_t)1;
    double *Xr = Gr + with_P_V_higher*(size_t)1;
    double *Gd = Xr + with_P_V_higher*(size_t)S;
    double *Xd = Gd + with_P_V_higher*(size_t)1;
    double *q3 = Xd + with_P_V_higher*(size_t)S;
    double *q3x = q3 + with_P_V_higher*(size_t)1;
    double *q4 = q3x + with_P_V_higher*(size_t)S;
    double *r4 = q4 + with_P_V_higher*(size_t)1;
    double *r5 = r4 + with_P*(size_t)S*(size_t)n_fine;
    double *v0 = r5 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *I_eg0g0_fff = v0 + with_P*(size_t)n_fine*(size_t)S;
    double *r6 = I_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *I_g0g0g0g0 = r6 + with_P*(size_t)S*(size_t)S;
    double *base1 = I_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *mc0 = base1 + with_P*(size_t)S;
    double *G0 = mc0 + with_P*(size_t)S;
    double *mc1 = G0 + with_P*(size_t)S*(size_t)S;
    double *G1 = mc1 + with_P*(size_t)S;
    double *p21 = G1 + with_P*(size_t)S*(size_t)S;
    double *p22 = p21 + with_P*(size_t)1;
    double *B2 = p22 + with_P*(size_t)1;
    double *P2 = B2 + with_P*(size_t)K*(size_t)K;
    double *v14 = P2 + with_P*(size_t)S*(size_t)S;
    double *L = v14 + with_P*(size_t)K*(size_t)S;
    double *kappa = L + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r16 = kappa + with_V_kurtosis*(size_t)M;
    double *L0 = r16 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K;
    double *L1 = L0 + with_P_V_kurtosis*(size_t)S*(size_t)M;
    double *s5 = L1 + with_P_V_kurtosis*(size_t)S*(size_t)M;
    double *s6 = s5 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K*(size_t)S;
    double *v5 = s6 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K;
    double *v10 = v5 + with_P_V_kurtosis*(size_t)M*(size_t)S*(size_t)S;
    double *v11 = v10 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *v12 = v11 + with_P_V_kurtosis*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *GX1 = v12 + with_P_V_kurtosis*(size_t)M*(size_t)M*(size_t)M*(size_t)K;
    double *p32 = GX1 + with_P_V*(size_t)S*(size_t)S;
    double *p33 = p32 + with_P_V*(size_t)1;
    double *p43 = p33 + with_P_V*(size_t)1;
    double *p44 = p43 + with_P_V*(size_t)1;
    double *s1 = p44 + with_P_V*(size_t)1;
    double *s4 = s1 + with_P_V*(size_t)K*(size_t)K;
    double *s7 = s4 + with_P_V*(size_t)K*(size_t)K;
    double *B2x = s7 + with_P_V*(size_t)K*(size_t)K*(size_t)S;
    double *s8 = B2x + with_P_V*(size_t)K*(size_t)K*(size_t)S;
    double *B2xx = s8 + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *P4 = B2xx + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *v4 = P4 + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *J2 = v4 + with_P_V_higher_kurtosis*(size_t)M*(size_t)K*(size_t)K;
    double *r15 = J2 + with_V*(size_t)K*(size_t)K;
    double *E = r15 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_C = E + with_V*(size_t)K*(size_t)K;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_C1 = y_r0 + (size_t)S;
    double *y_I2 = y_C1 + (size_t)K*(size_t)S*(size_t)S;
    double *y_h = y_I2 + (size_t)S*(size_t)S;
    double *y_h_next = y_h + (size_t)K;
    double *y_H = y_h_next + (size_t)K;
    double *y_H_next = y_H + (size_t)K*(size_t)M;
    double *y_mc = y_H_next + (size_t)K*(size_t)M;
    double *y_s0 = y_mc + (size_t)S;
    double *y_G = y_s0 + (size_t)M*(size_t)K;
    double *y_r14 = y_G + (size_t)S*(size_t)S;
    double *y_v13 = y_r14 + (size_t)K*(size_t)S;
    double *y_C1_0 = y_v13 + (size_t)K*(size_t)S;
    double *y_A = y_C1_0 + (size_t)K;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_r1 = y_dw0 + (size_t)K;
    double *y_Cq = y_r1 + with_P_V_higher*(size_t)M*(size_t)n_quartic;
    double *y_r2 = y_Cq + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)S*(size_t)S;
    double *y_Cs1 = y_r2 + with_P_V_higher*(size_t)S*(size_t)n_square;
    double *y_r3 = y_Cs1 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S*(size_t)S;
    double *y_Cs2 = y_r3 + with_P_V_higher*(size_t)n_square*(size_t)M*(size_t)S*(size_t)n_square;
    double *y_r7 = y_Cs2 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S*(size_t)S;
    double *y_r8 = y_r7 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)n_square;
    double *y_I_qhg0g0_blll = y_r8 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *y_r9 = y_I_qhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *y_r10 = y_r9 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)n_square;
    double *y_I_hhhg0g0_bblll = y_r10 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *y_r11 = y_I_hhhg0g0_bblll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *y_v1 = y_r11 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K;
    double *y_I_qg0g0_bll = y_v1 + with_P_V_higher*(size_t)M*(size_t)n_quartic;
    double *y_r12 = y_I_qg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *y_I_hhg0g0_bbll = y_r12 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S;
    double *y_I_hhg0g0_bllb = y_I_hhg0g0_bbll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *y_I_hhg0g0_blll = y_I_hhg0g0_bllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)M;
    double *y_r13 = y_I_hhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *y_v2 = y_r13 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S;
    double *y_I_hg0g0_blb = y_v2 + with_P_V_higher*(size_t)M*(size_t)n_square;
    double *y_I_hg0g0_bll = y_I_hg0g0_blb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)M;
    double *y_v3 = y_I_hg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *y_I_hg0g0_llb = y_v3 + with_P_V_higher*(size_t)K*(size_t)n_square;
    double *y_I_hg0g0_lll = y_I_hg0g0_llb + with_P_V_higher*(size_t)K*(size_t)K*(size_t)M;
    double *y_I_qg0g0g0g0_bllll = y_I_hg0g0_lll + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K;
    double *y_I_hhg0g0g0g0_bbllll = y_I_qg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *y_I_hg0g0g0g0_blllb = y_I_hhg0g0g0g0_bbllll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *y_I_hg0g0g0g0_bllll = y_I_hg0g0g0g0_blllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *y_I_ssg0g0g0g0_bbllll = y_I_hg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *y_I_sg0g0g0g0_blllb = y_I_ssg0g0g0g0_bbllll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *y_I_sg0g0g0g0_bllll = y_I_sg0g0g0g0_blllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *y_F = y_I_sg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *y_p31 = y_F + with_P_V_higher*(size_t)S*(size_t)S;
    double *y_p41 = y_p31 + with_P_V_higher*(size_t)1;
    double *y_p42 = y_p41 + with_P_V_higher*(size_t)1;
    double *y_s2 = y_p42 + with_P_V_higher*(size_t)1;
    double *y_s3 = y_s2 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_B22 = y_s3 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_B3 = y_B22 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *y_B3x = y_B3 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K;
    double *y_B4 = y_B3x + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)S;
    double *y_zn = y_B4 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *y_g0n = y_zn + with_P_V_higher*(size_t)S;
    double *y_mr = y_g0n + with_P_V_higher*(size_t)S;
    double *y_Gr = y_mr + with_P_V_higher*(size_t)1;
    double *y_Xr = y_Gr + with_P_V_higher*(size_t)1;
    double *y_Gd = y_Xr + with_P_V_higher*(size_t)S;
    double *y_Xd = y_Gd + with_P_V_higher*(size_t)1;
    double *y_q3 = y_Xd + with_P_V_higher*(size_t)S;
    double *y_q3x = y_q3 + with_P_V_higher*(size_t)1;
    double *y_q4 = y_q3x + with_P_V_higher*(size_t)S;
    double *y_r4 = y_q4 + with_P_V_higher*(size_t)1;
    double *y_r5 = y_r4 + with_P*(size_t)S*(size_t)n_fine;
    double *y_v0 = y_r5 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *y_I_eg0g0_fff = y_v0 + with_P*(size_t)n_fine*(size_t)S;
    double *y_r6 = y_I_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *y_I_g0g0g0g0 = y_r6 + with_P*(size_t)S*(size_t)S;
    double *y_base1 = y_I_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *y_mc0 = y_base1 + with_P*(size_t)S;
    double *y_G0 = y_mc0 + with_P*(size_t)S;
    double *y_mc1 = y_G0 + with_P*(size_t)S*(size_t)S;
    double *y_G1 = y_mc1 + with_P*(size_t)S;
    double *y_p21 = y_G1 + with_P*(size_t)S*(size_t)S;
    double *y_p22 = y_p21 + with_P*(size_t)1;
    double *y_B2 = y_p22 + with_P*(size_t)1;
    double *y_P2 = y_B2 + with_P*(size_t)K*(size_t)K;
    double *y_v14 = y_P2 + with_P*(size_t)S*(size_t)S;
    double *y_L = y_v14 + with_P*(size_t)K*(size_t)S;
    double *y_r16 = y_L + with_V_kurtosis*(size_t)S*(size_t)M;
    double *y_L1 = y_r16 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K;
    double *y_s5 = y_L1 + with_P_V_kurtosis*(size_t)S*(size_t)M;
    double *y_s6 = y_s5 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K*(size_t)S;
    double *y_v5 = y_s6 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K;
    double *y_v10 = y_v5 + with_P_V_kurtosis*(size_t)M*(size_t)S*(size_t)S;
    double *y_v11 = y_v10 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *y_v12 = y_v11 + with_P_V_kurtosis*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *y_GX1 = y_v12 + with_P_V_kurtosis*(size_t)M*(size_t)M*(size_t)M*(size_t)K;
    double *y_p32 = y_GX1 + with_P_V*(size_t)S*(size_t)S;
    double *y_p33 = y_p32 + with_P_V*(size_t)1;
    double *y_p43 = y_p33 + with_P_V*(size_t)1;
    double *y_p44 = y_p43 + with_P_V*(size_t)1;
    double *y_s1 = y_p44 + with_P_V*(size_t)1;
    double *y_s4 = y_s1 + with_P_V*(size_t)K*(size_t)K;
    double *y_s7 = y_s4 + with_P_V*(size_t)K*(size_t)K;
    double *y_B2x = y_s7 + with_P_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_s8 = y_B2x + with_P_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_B2xx = y_s8 + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_P4 = y_B2xx + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_v4 = y_P4 + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_J2 = y_v4 + with_P_V_higher_kurtosis*(size_t)M*(size_t)K*(size_t)K;
    double *y_r15 = y_J2 + with_V*(size_t)K*(size_t)K;
    double *y_E = y_r15 + with_V*(size_t)K*(size_t)K*(size_t)S;

    (void)w0;
    (void)with_P_V_higher;
    (void)with_P;
    (void)with_V_kurtosis;
    (void)with_P_V_kurtosis;
    (void)with_P_V;
    (void)with_P_V_higher_kurtosis;
    (void)with_V;
    (void)kurtosis;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
    /* cov_apart: cov off its diagonal */
    for (int p = 0; p < M; ++p) {
        for (int q = p; q < M; ++q) {
            cov_apart[p*M + q] = (1.0 - (p == q ? 1.0 : 0.0))*cov[p*M + q];
            cov_apart[q*M + p] = cov_apart[p*M + q];
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[fo_anil_adjoint_packed(K, k, l)];
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
            C[(K + n)*S + K + m] = T[n*M + m];
            C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
        }
    }
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* C1: covariance of the fields with the Gaussian weight of k absorbed */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                C1[(k*S + i)*S + j] = C[i*S + j] - C[k*S + i]*C[k*S + j]*(r0[k]*r0[k]);
                C1[(k*S + j)*S + i] = C1[(k*S + i)*S + j];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* r1: 1/sqrt(C[n, n]*quartic[g] + 1) */
        for (int n = 0; n < M; ++n) {
            for (int g = 0; g < n_quartic; ++g) {
                r1[n*n_quartic + g] = (1.0 / sqrt(C[(K + n)*S + K + n]*quartic[g] + 1.0));
            }
        }
        /* Cq: covariance of the fields with the Gaussian weight of n absorbed, of the strengths g */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        Cq[((g*M + n)*S + i)*S + j] = C[i*S + j] - C[(K + n)*S + i]*C[(K + n)*S + j]*quartic[g]*(r1[n*n_quartic + g]*r1[n*n_quartic + g]);
                        Cq[((g*M + n)*S + j)*S + i] = Cq[((g*M + n)*S + i)*S + j];
                    }
                }
            }
        }
        /* r2: 1/sqrt(C[i, i]*square[c] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int c = 0; c < n_square; ++c) {
                r2[i*n_square + c] = (1.0 / sqrt(C[i*S + i]*square[c] + 1.0));
            }
        }
        /* Cs1: covariance of the fields with the Gaussian weight of i absorbed, of the strengths c */
        for (int c = 0; c < n_square; ++c) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Cs1[((c*S + i)*S + j)*S + r] = -C[i*S + j]*C[i*S + r]*(r2[i*n_square + c]*r2[i*n_square + c])*square[c] + C[j*S + r];
                        Cs1[((c*S + i)*S + r)*S + j] = Cs1[((c*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* r3: 1/sqrt(Cs1[c, n, i, i]*square[d] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int n = 0; n < M; ++n) {
                for (int i = 0; i < S; ++i) {
                    for (int d = 0; d < n_square; ++d) {
                        r3[((c*M + n)*S + i)*n_square + d] = (1.0 / sqrt(Cs1[((c*S + K + n)*S + i)*S + i]*square[d] + 1.0));
                    }
                }
            }
        }
        /* Cs2: covariance of the fields with the Gaussian weight of n, i absorbed, of the strengths c, d */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r] = -Cs1[((c*S + K + n)*S + i)*S + j]*Cs1[((c*S + K + n)*S + i)*S + r]*(r3[((c*M + n)*S + i)*n_square + d]*r3[((c*M + n)*S + i)*n_square + d])*square[d] + Cs1[((c*S + K + n)*S + j)*S + r];
                                Cs2[((((c*n_square + d)*M + n)*S + i)*S + r)*S + j] = Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r];
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
        /* r4: 1/sqrt(C[i, i]*fine[x] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int x = 0; x < n_fine; ++x) {
                r4[i*n_fine + x] = (1.0 / sqrt(C[i*S + i]*fine[x] + 1.0));
            }
        }
        /* r5: 1/sqrt(-C[i, j]**2*fine[x]*r4[i, x]**2 + C[j, j] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int x = 0; x < n_fine; ++x) {
                    r5[(i*S + j)*n_fine + x] = (1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + j] + 1.0));
                }
            }
        }
        /* v0: fine_weight[x]*r4[i, x] */
        for (int x = 0; x < n_fine; ++x) {
            for (int i = 0; i < S; ++i) {
                v0[x*S + i] = fine_weight[x]*r4[i*n_fine + x];
            }
        }
        /* I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    double sum2 = 0.0;
                    for (int x = 0; x < n_fine; ++x) {
                        sum2 += (asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r])*r5[(i*S + j)*n_fine + x]*r5[(i*S + r)*n_fine + x])*v0[x*S + i]);
                    }
                    I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum2;
                }
            }
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            I2[k*S + j] = 0.63661977236758138*asin(C[k*S + j]*r0[j]*r0[k]);
            I2[j*S + k] = I2[k*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* r6: asin(C[i, j]*r0[i]*r0[j]) */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                r6[i*S + j] = asin(C[i*S + j]*r0[i]*r0[j]);
            }
        }
        /* I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                for (int r = j + 1; r < S; ++r) {
                    for (int s = r + 1; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = fo_anil_adjoint_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
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
                    I_g0g0g0g0[((i*S + i)*S + j)*S + r] = I_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*r6[j*S + r];
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
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* r7: 1/sqrt(Cq[g, n, k, k]*square[c] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int c = 0; c < n_square; ++c) {
                        r7[((g*M + n)*K + k)*n_square + c] = (1.0 / sqrt(Cq[((g*M + n)*S + k)*S + k]*square[c] + 1.0));
                    }
                }
            }
        }
        /* r8: 1/sqrt(-Cq[g, n, k, l]**2*r7[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int c = 0; c < n_square; ++c) {
                            r8[(((g*M + n)*K + k)*K + l)*n_square + c] = (1.0 / sqrt(-(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*(r7[((g*M + n)*K + k)*n_square + c]*r7[((g*M + n)*K + k)*n_square + c])*square[c] + Cq[((g*M + n)*S + l)*S + l] + 1.0));
                        }
                    }
                }
            }
        }
        /* I_qhg0g0_blll: <(g(z_n)^2 - g(oo)^2)^2 (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int g = 0; g < n_quartic; ++g) {
                            for (int d = 0; d < n_square; ++d) {
                                sum2 += (asin((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r7[((g*M + n)*K + k)*n_square + d]*r7[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r8[(((g*M + n)*K + k)*K + a)*n_square + d]*r8[(((g*M + n)*K + k)*K + l)*n_square + d])*quartic_weight[g]*r1[n*n_quartic + g]*r7[((g*M + n)*K + k)*n_square + d]*square_weight[d]);
                            }
                        }
                        I_qhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                    }
                }
            }
        }
        /* r9: 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int k = 0; k < K; ++k) {
                            for (int f = 0; f < n_square; ++f) {
                                r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] = (1.0 / sqrt(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k]*square[f] + 1.0));
                            }
                        }
                    }
                }
            }
        }
        /* r10: 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r9[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int k = 0; k < K; ++k) {
                            for (int l = 0; l < K; ++l) {
                                for (int f = 0; f < n_square; ++f) {
                                    r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] = (1.0 / sqrt(-(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l] + 1.0));
                                }
                            }
                        }
                    }
                }
            }
        }
        /* I_hhhg0g0_bblll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            double sum2 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                for (int d = 0; d < n_square; ++d) {
                                    for (int f = 0; f < n_square; ++f) {
                                        sum2 += (asin((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*square_weight[c]*square_weight[d]*square_weight[f]);
                                    }
                                }
                            }
                            I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                            I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                            I_hhhg0g0_bblll[(((m*M + n)*K + k)*K + l)*K + a] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                            I_hhhg0g0_bblll[(((m*M + n)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a] = I_qhg0g0_blll[((n*K + k)*K + l)*K + a];
                        I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a];
                    }
                }
            }
        }
        /* r11: 1/sqrt(Cq[g, n, k, k] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    r11[(g*M + n)*K + k] = (1.0 / sqrt(Cq[((g*M + n)*S + k)*S + k] + 1.0));
                }
            }
        }
        /* v1: quartic_weight[g]*r1[n, g] */
        for (int n = 0; n < M; ++n) {
            for (int g = 0; g < n_quartic; ++g) {
                v1[n*n_quartic + g] = quartic_weight[g]*r1[n*n_quartic + g];
            }
        }
        /* I_qg0g0_bll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int g = 0; g < n_quartic; ++g) {
                        sum2 += (asin(Cq[((g*M + n)*S + k)*S + l]*r11[(g*M + n)*K + k]*r11[(g*M + n)*K + l])*v1[n*n_quartic + g]);
                    }
                    I_qg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* r12: 1/sqrt(Cs2[c, d, n, i, j, j] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            r12[(((c*n_square + d)*M + n)*S + i)*S + j] = (1.0 / sqrt(Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + j] + 1.0));
                        }
                    }
                }
            }
        }
        /* I_hhg0g0_bbll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        double sum2 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            for (int d = 0; d < n_square; ++d) {
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + l])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_bbll[((n*M + m)*K + k)*K + l] = 0.63661977236758138 * sum2;
                        I_hhg0g0_bbll[((n*M + m)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                        I_hhg0g0_bbll[((m*M + n)*K + k)*K + l] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                        I_hhg0g0_bbll[((m*M + n)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    I_hhg0g0_bbll[((n*M + n)*K + k)*K + l] = I_qg0g0_bll[(n*K + k)*K + l];
                    I_hhg0g0_bbll[((n*M + n)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + n)*K + k)*K + l];
                }
            }
        }
        /* I_hhg0g0_bllb: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int m = 0; m < M; ++m) {
                        double sum2 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            for (int d = 0; d < n_square; ++d) {
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r12[(((c*n_square + d)*M + n)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + k)*S + K + m])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_bllb[((n*K + k)*K + l)*M + m] = 0.63661977236758138 * sum2;
                    }
                }
            }
        }
        /* I_hhg0g0_blll: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            for (int d = 0; d < n_square; ++d) {
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + l])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                    }
                }
            }
        }
        /* r13: 1/sqrt(Cs1[c, i, j, j] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r13[(c*S + i)*S + j] = (1.0 / sqrt(Cs1[((c*S + i)*S + j)*S + j] + 1.0));
                }
            }
        }
        /* v2: r2[n, c]*square_weight[c] */
        for (int n = 0; n < M; ++n) {
            for (int c = 0; c < n_square; ++c) {
                v2[n*n_square + c] = r2[(K + n)*n_square + c]*square_weight[c];
            }
        }
        /* I_hg0g0_blb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + K + n)*S + k)*S + K + m]*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + K + m])*v2[n*n_square + c]);
                    }
                    I_hg0g0_blb[(n*K + k)*M + m] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* I_hg0g0_bll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + K + n)*S + k)*S + l]*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + l])*v2[n*n_square + c]);
                    }
                    I_hg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* v3: r2[k, c]*square_weight[c] */
        for (int k = 0; k < K; ++k) {
            for (int c = 0; c < n_square; ++c) {
                v3[k*n_square + c] = r2[k*n_square + c]*square_weight[c];
            }
        }
        /* I_hg0g0_llb: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + k)*S + l)*S + K + n]*r13[(c*S + k)*S + l]*r13[(c*S + k)*S + K + n])*v3[k*n_square + c]);
                    }
                    I_hg0g0_llb[(k*K + l)*M + n] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* I_hg0g0_lll: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + k)*S + l)*S + a]*r13[(c*S + k)*S + a]*r13[(c*S + k)*S + l])*v3[k*n_square + c]);
                    }
                    I_hg0g0_lll[(k*K + l)*K + a] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* I_qg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            double sum2 = 0.0;
                            for (int g = 0; g < n_quartic; ++g) {
                                sum2 += (fo_anil_adjoint_joint4(Cq[((g*M + n)*S + k)*S + k], Cq[((g*M + n)*S + k)*S + l], Cq[((g*M + n)*S + k)*S + a], Cq[((g*M + n)*S + k)*S + b], Cq[((g*M + n)*S + l)*S + l], Cq[((g*M + n)*S + l)*S + a], Cq[((g*M + n)*S + l)*S + b], Cq[((g*M + n)*S + a)*S + a], Cq[((g*M + n)*S + a)*S + b], Cq[((g*M + n)*S + b)*S + b])*v1[n*n_quartic + g]);
                            }
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = sum2;
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I_qg0g0_bll[(n*K + a)*K + b] + I_qhg0g0_blll[((n*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
                }
            }
        }
        /* I_hhg0g0g0g0_bbllll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                double sum2 = 0.0;
                                for (int c = 0; c < n_square; ++c) {
                                    for (int d = 0; d < n_square; ++d) {
                                        sum2 += (fo_anil_adjoint_joint4(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
                                    }
                                }
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = sum2;
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = I_hhg0g0_bbll[((n*M + m)*K + a)*K + b] + I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        /* I_hg0g0g0g0_blllb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            double sum2 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                sum2 += (fo_anil_adjoint_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + K + m], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + K + m], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + K + m], Cs1[((c*S + K + n)*S + K + m)*S + K + m])*v2[n*n_square + c]);
                            }
                            I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = sum2;
                            I_hg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int m = 0; m < M; ++m) {
                        I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = I_hg0g0_blb[(n*K + a)*M + m] + I_hhg0g0_bllb[((n*K + k)*K + a)*M + m];
                        I_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                    }
                }
            }
        }
        /* I_hg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            double sum2 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                sum2 += (fo_anil_adjoint_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + b], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + b], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + b], Cs1[((c*S + K + n)*S + b)*S + b])*v2[n*n_square + c]);
                            }
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = sum2;
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I_hg0g0_bll[(n*K + a)*K + b] + I_hhg0g0_blll[((n*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
                }
            }
        }
        /* I_ssg0g0g0g0_bbllll: <g(z_n)^2 g(z_m)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = I_g0g0g0g0[((k*S + l)*S + a)*S + b] + I_hg0g0g0g0_bllll[(((m*K + k)*K + l)*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] + I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = I2[a*S + b] + I_hg0g0_lll[(k*K + a)*K + b] + I_hg0g0g0g0_bllll[(((m*K + k)*K + k)*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] + I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        /* I_sg0g0g0g0_blllb: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = I_g0g0g0g0[((k*S + l)*S + a)*S + K + m] + I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int m = 0; m < M; ++m) {
                        I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = I2[a*S + K + m] + I_hg0g0_llb[(k*K + a)*M + m] + I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                    }
                }
            }
        }
        /* I_sg0g0g0g0_bllll: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = I_g0g0g0g0[((k*S + l)*S + a)*S + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I2[a*S + b] + I_hg0g0_lll[(k*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
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
    if (isfinite(params->V) && params->kurtosis) {
        /* L: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                L[k*M + m] = H[k*M + m];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                L[(K + n)*M + m] = -(m == n ? 1.0 : 0.0);
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
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
    }
    if (isfinite(params->P)) {
        /* base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        /* L1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                L1[k*M + m] = H[k*M + m];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                L1[(K + n)*M + m] = -(m == n ? 1.0 : 0.0);
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        /* kappa: fourth cumulants of the task vector's components */
        for (int m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }
    /* mc: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc[k] = 0.0;
    }
    for (int k = 0; k < K; ++k) {
        mc[k] += h[k];
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int p = 0; p < M; ++p) {
            sum1 += (H[k*M + p]*mean[p]);
        }
        mc[k] += sum1;
    }
    for (int n = 0; n < M; ++n) {
        mc[K + n] = 0.0;
    }
    for (int n = 0; n < M; ++n) {
        mc[K + n] += -mean[n];
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
            G[l*S + k] = G[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G[k*S + l] += mc[k]*mc[l];
            G[l*S + k] = G[k*S + l];
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
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
            }
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
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[l*S + k] = G0[k*S + l];
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
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[(K + n)*S + k] = G0[k*S + K + n];
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
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + m)*S + K + n] = G0[(K + n)*S + K + m];
            }
        }
    }
    if (isfinite(params->P)) {
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
    }
    if (isfinite(params->P) && isfinite(params->V)) {
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
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G1[l*S + k] = G1[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G1[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G1[k*S + K + n] += mc1[k]*mc1[K + n];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G1[k*S + K + n] += -1.0 * sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] += mc1[K + m]*mc1[K + n];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* GX1: <c_i c_j> over the task, of c0 and c1 */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                GX1[k*S + l] = 0.0;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                GX1[k*S + l] += mc0[k]*mc1[l];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                GX1[k*S + K + n] = 0.0;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                GX1[k*S + K + n] += mc0[k]*mc1[K + n];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                GX1[(K + n)*S + k] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                GX1[(K + n)*S + k] += mc0[K + n]*mc1[k];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                double sum2 = 0.0;
                for (int q = 0; q < M; ++q) {
                    sum2 += (H[k*M + q]*cov_apart[n*M + q]);
                }
                GX1[(K + n)*S + k] += -1.0 * sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                GX1[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                GX1[(K + n)*S + K + m] += mc0[K + n]*mc1[K + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* F: lower triangular factor of the covariance: C = F F^T */
        fo_anil_adjoint_factor(S, C, F);
    }
    if (isfinite(params->P)) {
        /* p21: share of 2 support samples in 1 given blocks */
        *p21 = 1.0/params->P;
        /* p22: share of 2 support samples in 2 given blocks, minus 1 */
        *p22 = -1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* p31: share of 3 support samples in 1 given blocks */
        *p31 = higher/(params->P*params->P);
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* p32: share of 3 support samples in 2 given blocks */
        *p32 = 1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        *p32 += -higher/(params->P*params->P);
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* p33: share of 3 support samples in 3 given blocks, minus 1 */
        *p33 = -3.0*1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        *p33 += 2.0*higher/(params->P*params->P);
        /* p41: share of 4 support samples in 1 given blocks */
        *p41 = higher/(params->P*params->P*params->P);
        /* p42: share of 4 support samples in 2 given blocks */
        *p42 = higher/(params->P*params->P) - higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* p43: share of 4 support samples in 3 given blocks */
        *p43 = 1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        *p43 += -3.0*higher/(params->P*params->P) + 2.0*higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* p44: share of 4 support samples in 4 given blocks, minus 1 */
        *p44 = -6.0*1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        *p44 += 11.0*higher/(params->P*params->P) - 6.0*higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P)) {
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
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                B2[l*K + k] = B2[k*K + l];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* s1: partial sum Sum(G0[i, j]*I_g0g0g0g0[a, b, i, j], (i, 1, K + M), (j, 1, K + M)) */
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((a*S + b)*S + i)*S + j]);
                    }
                }
                s1[a*K + b] = sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* s2: partial sum Sum(G0[i, j]*I_g0g0g0g0[a, b, i, r], (i, 1, K + M)) */
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int j = 0; j < S; ++j) {
                    for (int r = 0; r < S; ++r) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += (G0[j*S + i]*I_g0g0g0g0[((a*S + b)*S + r)*S + i]);
                        }
                        s2[((a*K + b)*S + j)*S + r] = sum2;
                    }
                }
            }
        }
        /* s3: partial sum Sum(G0[r, s]*s2[a, b, j, r], (r, 1, K + M)) */
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int j = 0; j < S; ++j) {
                    for (int s = 0; s < S; ++s) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            sum2 += (G0[s*S + r]*s2[((a*K + b)*S + j)*S + r]);
                        }
                        s3[((a*K + b)*S + j)*S + s] = sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* s4: partial sum Sum(I_g0g0g0g0[a, b, i, j]*mc0[i]*mc0[j], (j, 1, K + M), (i, 1, K + M)) */
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    for (int i = j; i < S; ++i) {
                        sum2 += (i > j ? 2.0 : 1.0) * (I_g0g0g0g0[((a*S + b)*S + j)*S + i]*mc0[i]*mc0[j]);
                    }
                }
                s4[a*K + b] = sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        /* s5: partial sum Sum(I_g0g0g0g0[k, l, i, j]*L0[i, p], (i, 1, K + M)) */
        for (int p = 0; p < M; ++p) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int j = 0; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += (I_g0g0g0g0[((k*S + l)*S + j)*S + i]*L0[i*M + p]);
                        }
                        s5[((p*K + k)*K + l)*S + j] = sum2;
                    }
                }
            }
        }
        /* s6: partial sum Sum(L0[j, p]*s5[p, k, l, j], (j, 1, K + M)) */
        for (int p = 0; p < M; ++p) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum2 += (L0[j*M + p]*s5[((p*K + k)*K + l)*S + j]);
                    }
                    s6[(p*K + k)*K + l] = sum2;
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        /* v4: kappa[p]*s6[p, a, b] */
        for (int p = 0; p < M; ++p) {
            for (int a = 0; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    v4[(p*K + a)*K + b] = kappa[p]*s6[(p*K + a)*K + b];
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* B22: <d_k d_l> <d_a d_b> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B22[((k*K + l)*K + a)*K + b] = (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[a*S + b]*I2[k*S + l] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[a*S + b]*s1[k*K + l] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*s1[a*K + b] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*s1[a*K + b]*s1[k*K + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int s = 0; s < S; ++s) {
                                sum2 += (I_g0g0g0g0[((k*S + l)*S + j)*S + s]*s3[((a*K + b)*S + j)*S + s]);
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += 2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B22[((k*K + l)*K + a)*K + b] += -2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*s4[a*K + b]*s4[k*K + l];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (s6[(p*K + k)*K + l]*v4[(p*K + a)*K + b]);
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B22[((l*K + k)*K + a)*K + b] = B22[((k*K + l)*K + a)*K + b];
                        B22[((k*K + l)*K + b)*K + a] = B22[((k*K + l)*K + a)*K + b];
                        B22[((l*K + k)*K + b)*K + a] = B22[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* s7: partial sum Sum(I_g0g0g0g0[k, l, j, r]*mc0[r], (r, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int j = 0; j < S; ++j) {
                    double sum2 = 0.0;
                    for (int r = 0; r < S; ++r) {
                        sum2 += (I_g0g0g0g0[((k*S + l)*S + j)*S + r]*mc0[r]);
                    }
                    s7[(k*K + l)*S + j] = sum2;
                }
            }
        }
        /* B2x: <d_k d_l> c1_i averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    B2x[(k*K + l)*S + i] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*mc1[i] + (params->eta_w*params->eta_w)*mc1[i]*s1[k*K + l] - 2.0*(params->eta_w*params->eta_w)*mc1[i]*s4[k*K + l];
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum2 += (GX1[j*S + i]*s7[(k*K + l)*S + j]);
                    }
                    B2x[(k*K + l)*S + i] += 2.0*(params->eta_w*params->eta_w) * sum2;
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* s8: partial sum Sum(GX1[r, i]*I_g0g0g0g0[k, l, r, s], (r, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int s = 0; s < S; ++s) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            sum2 += (GX1[r*S + i]*I_g0g0g0g0[((k*S + l)*S + s)*S + r]);
                        }
                        s8[((k*K + l)*S + i)*S + s] = sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        /* v5: L1[i, p]*L1[j, p]*kappa[p] */
        for (int p = 0; p < M; ++p) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    v5[(p*S + i)*S + j] = L1[i*M + p]*L1[j*M + p]*kappa[p];
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* B2xx: <d_k d_l> c1_i c1_j averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        B2xx[((k*K + l)*S + i)*S + j] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*G1[i*S + j]*I2[k*S + l] + (params->eta_w*params->eta_w)*G1[i*S + j]*s1[k*K + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int s = 0; s < S; ++s) {
                            sum2 += (GX1[s*S + j]*s8[((k*K + l)*S + i)*S + s]);
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += 2.0*(params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        B2xx[((k*K + l)*S + i)*S + j] += -2.0*(params->eta_w*params->eta_w)*mc1[i]*mc1[j]*s4[k*K + l];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (s6[(p*K + k)*K + l]*v5[(p*S + i)*S + j]);
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += (params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        B2xx[((l*K + k)*S + i)*S + j] = B2xx[((k*K + l)*S + i)*S + j];
                        B2xx[((k*K + l)*S + j)*S + i] = B2xx[((k*K + l)*S + i)*S + j];
                        B2xx[((l*K + k)*S + j)*S + i] = B2xx[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* B3: <d_k d_l d_a> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    B3[(k*K + l)*K + a] = 0.0;
                }
            }
        }
        /* B3x: <d_k d_l d_a> c1_i averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        B3x[((k*K + l)*K + a)*S + i] = 0.0;
                    }
                }
            }
        }
        /* B4: <d_k d_l d_a d_b> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B4[((k*K + l)*K + a)*K + b] = 0.0;
                    }
                }
            }
        }
        for (int e = 0; e < n_nodes; ++e) {
            /* zn: fields at a node */
            for (int i = 0; i < S; ++i) {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum3 += (F[i*S + j]*nodes[e*S + j]);
                }
                zn[i] = sum3;
            }
            /* g0n: g at a node */
            for (int i = 0; i < S; ++i) {
                g0n[i] = erf(0.70710678118654757*zn[i]);
            }
            /* mr: mean of the residual over the task */
            {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum3 += (g0n[j]*mc0[j]);
                }
                *mr = -params->eta_w * sum3;
            }
            /* Gr: its second moment */
            *Gr = (params->eta_w*params->eta_w)*(params->noise*params->noise);
            {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        sum3 += (r > j ? 2.0 : 1.0) * (G0[j*S + r]*g0n[j]*g0n[r]);
                    }
                }
                *Gr += (params->eta_w*params->eta_w) * sum3;
            }
            /* Xr: its moment with c1 */
            for (int i = 0; i < S; ++i) {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum3 += (GX1[j*S + i]*g0n[j]);
                }
                Xr[i] = -params->eta_w * sum3;
            }
            /* Gd: its second moment, squares of the teacher's units only */
            *Gd = (params->eta_w*params->eta_w)*(params->noise*params->noise);
            {
                double sum3 = 0.0;
                for (int n = 0; n < M; ++n) {
                    sum3 += (G0[(K + n)*S + K + n]*(g0n[K + n]*g0n[K + n]));
                }
                *Gd += (params->eta_w*params->eta_w) * sum3;
            }
            /* Xd: its moment with c1, the teacher's units only */
            for (int i = 0; i < S; ++i) {
                double sum3 = 0.0;
                for (int n = 0; n < M; ++n) {
                    sum3 += (GX1[(K + n)*S + i]*g0n[K + n]);
                }
                Xd[i] = -params->eta_w * sum3;
            }
            /* q3: <r^3> over the task, at a node */
            *q3 = 3.0*(*Gr)*(*mr) - 2.0*((*mr)*(*mr)*(*mr));
            /* q3x: <r^3 c1_i> over the task, at a node, but for what needs no nodes */
            for (int i = 0; i < S; ++i) {
                q3x[i] = -3.0*(*Gd)*Xd[i] + 3.0*(*Gr)*Xr[i];
            }
            for (int i = 0; i < S; ++i) {
                q3x[i] += -2.0*((*mr)*(*mr)*(*mr))*mc1[i];
            }
            /* q4: <r^4> over the task, at a node, but for what needs no nodes */
            *q4 = -3.0*((*Gd)*(*Gd)) + 3.0*((*Gr)*(*Gr));
            *q4 += -2.0*((*mr)*(*mr)*(*mr)*(*mr));
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        B3[(k*K + l)*K + a] += (*q3)*g0n[a]*g0n[k]*g0n[l]*weights[e];
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            B3x[((k*K + l)*K + a)*S + i] += g0n[a]*g0n[k]*g0n[l]*q3x[i]*weights[e];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            B4[((k*K + l)*K + a)*K + b] += (*q4)*g0n[a]*g0n[b]*g0n[k]*g0n[l]*weights[e];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    B3[(l*K + k)*K + a] = B3[(k*K + l)*K + a];
                    B3[(k*K + a)*K + l] = B3[(k*K + l)*K + a];
                    B3[(l*K + a)*K + k] = B3[(k*K + l)*K + a];
                    B3[(a*K + k)*K + l] = B3[(k*K + l)*K + a];
                    B3[(a*K + l)*K + k] = B3[(k*K + l)*K + a];
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                sum2 += (G0[(K + n)*S + K + n]*GX1[(K + m)*S + i]*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m]);
                            }
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -3.0*(params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            sum2 += (GX1[(K + n)*S + i]*I_g0g0g0g0[((k*S + l)*S + a)*S + K + n]);
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -3.0*(params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            sum2 += (I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + n]*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*L1[i*M + n]*kappa[n]);
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -(params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        B3x[((l*K + k)*K + a)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((k*K + a)*K + l)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((l*K + a)*K + k)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((a*K + k)*K + l)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((a*K + l)*K + k)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B4[((k*K + l)*K + a)*K + b] += 3.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I_g0g0g0g0[((k*S + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            for (int m = n; m < M; ++m) {
                                sum2 += (m > n ? 2.0 : 1.0) * (G0[(K + m)*S + K + m]*G0[(K + n)*S + K + n]*I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b]);
                            }
                        }
                        B4[((k*K + l)*K + a)*K + b] += 3.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            sum2 += (G0[(K + n)*S + K + n]*I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b]);
                        }
                        B4[((k*K + l)*K + a)*K + b] += 6.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            sum2 += (I_ssg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b]*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*kappa[n]);
                        }
                        B4[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B4[((l*K + k)*K + a)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + a)*K + l)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + l)*K + b)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + a)*K + k)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + k)*K + b)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + k)*K + l)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + a)*K + b)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + b)*K + l)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + l)*K + k)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + a)*K + b)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + b)*K + k)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + k)*K + b)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + b)*K + a)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + k)*K + l)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + l)*K + b)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + b)*K + a)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + l)*K + k)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + b)*K + k)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + k)*K + a)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + b)*K + l)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + l)*K + a)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + a)*K + k)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + a)*K + l)*K + k] = B4[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
        /* P2: <c_i c_j> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                P2[k*S + l] = (*p21)*B2[k*K + l] + (*p22)*G1[k*S + l];
                P2[l*S + k] = P2[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                P2[k*S + K + n] = 0.0;
            }
        }
    }
    if (isfinite(params->P)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
                P2[(K + m)*S + K + n] = P2[(K + n)*S + K + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        /* v10: L1[a, p]*L1[b, p]*L1[l, p]*kappa[p] */
        for (int p = 0; p < M; ++p) {
            for (int a = 0; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int l = 0; l < K; ++l) {
                        v10[((p*K + a)*K + b)*K + l] = L1[a*M + p]*L1[b*M + p]*L1[l*M + p]*kappa[p];
                    }
                }
            }
        }
        /* v11: L1[a, p]*L1[l, p]*L1[n, p]*kappa[p] */
        for (int n = 0; n < M; ++n) {
            for (int p = 0; p < M; ++p) {
                for (int a = 0; a < K; ++a) {
                    for (int l = 0; l < K; ++l) {
                        v11[((n*M + p)*K + a)*K + l] = L1[a*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p];
                    }
                }
            }
        }
        /* v12: L1[l, p]*L1[m, p]*L1[n, p]*kappa[p] */
        for (int m = 0; m < M; ++m) {
            for (int n = 0; n < M; ++n) {
                for (int p = 0; p < M; ++p) {
                    for (int l = 0; l < K; ++l) {
                        v12[((m*M + n)*M + p)*K + l] = L1[l*M + p]*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* P4: <c_i c_j c_r c_s> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] = (*p43)*B2xx[((a*K + b)*S + k)*S + l] + (*p43)*B2xx[((k*K + a)*S + l)*S + b] + (*p43)*B2xx[((k*K + b)*S + l)*S + a] + (*p43)*B2xx[((k*K + l)*S + a)*S + b] + (*p43)*B2xx[((l*K + a)*S + k)*S + b] + (*p43)*B2xx[((l*K + b)*S + k)*S + a] + (*p44)*G1[a*S + b]*G1[k*S + l] + (*p44)*G1[k*S + a]*G1[l*S + b] + (*p44)*G1[k*S + b]*G1[l*S + a];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += (*p21)*B2[a*K + b]*w0[k]*w0[l] + (*p21)*B2[k*K + a]*w0[b]*w0[l] + (*p21)*B2[k*K + b]*w0[a]*w0[l] + (*p21)*B2[k*K + l]*w0[a]*w0[b] + (*p21)*B2[l*K + a]*w0[b]*w0[k] + (*p21)*B2[l*K + b]*w0[a]*w0[k] + (*p22)*G1[a*S + b]*w0[k]*w0[l] + (*p22)*G1[k*S + a]*w0[b]*w0[l] + (*p22)*G1[k*S + b]*w0[a]*w0[l] + (*p22)*G1[k*S + l]*w0[a]*w0[b] + (*p22)*G1[l*S + a]*w0[b]*w0[k] + (*p22)*G1[l*S + b]*w0[a]*w0[k] + (*p32)*B2x[(a*K + b)*S + k]*w0[l] + (*p32)*B2x[(a*K + b)*S + l]*w0[k] + (*p32)*B2x[(k*K + a)*S + b]*w0[l] + (*p32)*B2x[(k*K + a)*S + l]*w0[b] + (*p32)*B2x[(k*K + b)*S + a]*w0[l] + (*p32)*B2x[(k*K + b)*S + l]*w0[a] + (*p32)*B2x[(k*K + l)*S + a]*w0[b] + (*p32)*B2x[(k*K + l)*S + b]*w0[a] + (*p32)*B2x[(l*K + a)*S + b]*w0[k] + (*p32)*B2x[(l*K + a)*S + k]*w0[b] + (*p32)*B2x[(l*K + b)*S + a]*w0[k] + (*p32)*B2x[(l*K + b)*S + k]*w0[a] + (*p33)*G1[a*S + b]*mc1[k]*w0[l] + (*p33)*G1[a*S + b]*mc1[l]*w0[k] + (*p33)*G1[k*S + a]*mc1[b]*w0[l] + (*p33)*G1[k*S + a]*mc1[l]*w0[b] + (*p33)*G1[k*S + b]*mc1[a]*w0[l] + (*p33)*G1[k*S + b]*mc1[l]*w0[a] + (*p33)*G1[k*S + l]*mc1[a]*w0[b] + (*p33)*G1[k*S + l]*mc1[b]*w0[a] + (*p33)*G1[l*S + a]*mc1[b]*w0[k] + (*p33)*G1[l*S + a]*mc1[k]*w0[b] + (*p33)*G1[l*S + b]*mc1[a]*w0[k] + (*p33)*G1[l*S + b]*mc1[k]*w0[a] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[k]*w0[l] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[l]*w0[k] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*w0[b] - 2.0*(*p33)*mc1[b]*mc1[k]*mc1[l]*w0[a] - 2.0*(*p44)*mc1[a]*mc1[b]*mc1[k]*mc1[l];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += (*p41)*B4[((k*K + l)*K + a)*K + b] + (*p42)*B22[((a*K + b)*K + k)*K + l] + (*p42)*B22[((k*K + a)*K + l)*K + b] + (*p42)*B22[((l*K + a)*K + k)*K + b] + (*p42)*B3x[((k*K + a)*K + b)*S + l] + (*p42)*B3x[((k*K + l)*K + a)*S + b] + (*p42)*B3x[((k*K + l)*K + b)*S + a] + (*p42)*B3x[((l*K + a)*K + b)*S + k];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[k*M + p]*v10[((p*K + a)*K + b)*K + l]);
                        }
                        P4[((k*K + l)*S + a)*S + b] += (*p44) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += (*p31)*B3[(k*K + a)*K + b]*w0[l] + (*p31)*B3[(k*K + l)*K + a]*w0[b] + (*p31)*B3[(k*K + l)*K + b]*w0[a] + (*p31)*B3[(l*K + a)*K + b]*w0[k];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((l*K + k)*S + a)*S + b] = P4[((k*K + l)*S + a)*S + b];
                        P4[((k*K + l)*S + b)*S + a] = P4[((k*K + l)*S + a)*S + b];
                        P4[((l*K + k)*S + b)*S + a] = P4[((k*K + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] = (*p32)*B2xx[((k*K + a)*S + l)*S + K + n] + (*p32)*B2xx[((k*K + l)*S + a)*S + K + n] + (*p32)*B2xx[((l*K + a)*S + k)*S + K + n] + (*p33)*G1[a*S + K + n]*G1[k*S + l] + (*p33)*G1[k*S + a]*G1[l*S + K + n] + (*p33)*G1[k*S + K + n]*G1[l*S + a];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] += (*p21)*B2x[(k*K + a)*S + K + n]*w0[l] + (*p21)*B2x[(k*K + l)*S + K + n]*w0[a] + (*p21)*B2x[(l*K + a)*S + K + n]*w0[k] + (*p22)*G1[a*S + K + n]*mc1[k]*w0[l] + (*p22)*G1[a*S + K + n]*mc1[l]*w0[k] + (*p22)*G1[k*S + a]*mc1[K + n]*w0[l] + (*p22)*G1[k*S + l]*mc1[K + n]*w0[a] + (*p22)*G1[k*S + K + n]*mc1[a]*w0[l] + (*p22)*G1[k*S + K + n]*mc1[l]*w0[a] + (*p22)*G1[l*S + a]*mc1[K + n]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[a]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[k]*w0[a] - 2.0*(*p22)*mc1[a]*mc1[k]*mc1[K + n]*w0[l] - 2.0*(*p22)*mc1[a]*mc1[l]*mc1[K + n]*w0[k] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + n]*w0[a] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*mc1[K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] += (*p31)*B3x[((k*K + l)*K + a)*S + K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[k*M + p]*v11[((n*M + p)*K + a)*K + l]);
                        }
                        P4[((k*K + l)*S + a)*S + K + n] += (*p33) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4[((l*K + k)*S + a)*S + K + n] = P4[((k*K + l)*S + a)*S + K + n];
                        P4[((k*K + l)*S + K + n)*S + a] = P4[((k*K + l)*S + a)*S + K + n];
                        P4[((l*K + k)*S + K + n)*S + a] = P4[((k*K + l)*S + a)*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        P4[((k*K + l)*S + K + n)*S + K + m] = (*p21)*B2xx[((k*K + l)*S + K + n)*S + K + m] + (*p22)*G1[k*S + l]*G1[(K + n)*S + K + m] + (*p22)*G1[k*S + K + m]*G1[l*S + K + n] + (*p22)*G1[k*S + K + n]*G1[l*S + K + m];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        P4[((k*K + l)*S + K + n)*S + K + m] += -2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + m]*mc1[K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[k*M + p]*v12[((m*M + n)*M + p)*K + l]);
                        }
                        P4[((k*K + l)*S + K + n)*S + K + m] += (*p22) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        P4[((l*K + k)*S + K + n)*S + K + m] = P4[((k*K + l)*S + K + n)*S + K + m];
                        P4[((k*K + l)*S + K + m)*S + K + n] = P4[((k*K + l)*S + K + n)*S + K + m];
                        P4[((l*K + k)*S + K + m)*S + K + n] = P4[((k*K + l)*S + K + n)*S + K + m];
                    }
                }
            }
        }
    }
    /* r14: 1/sqrt(C1[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r14[k*S + i] = (1.0 / sqrt(C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0));
        }
    }
    if (isfinite(params->V)) {
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*r0[k]*r14[k*S + l];
            }
        }
    }
    /* v13: G[k, j]*r14[k, j] */
    for (int k = 0; k < K; ++k) {
        for (int j = 0; j < S; ++j) {
            v13[k*S + j] = G[k*S + j]*r14[k*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* v14: P2[k, j]*r14[k, j] */
        for (int k = 0; k < K; ++k) {
            for (int j = 0; j < S; ++j) {
                v14[k*S + j] = P2[k*S + j]*r14[k*S + j];
            }
        }
    }
    /* C1_0: partial sum Sum(C[k, j]*v13[k, j], (j, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int j = 0; j < S; ++j) {
            sum1 += (C[k*S + j]*v13[k*S + j]);
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
                sum1 += (C[i*S + j]*v13[k*S + j]);
            }
            A[k*S + i] += -0.63661977236758138*params->eta_J*r0[k] * sum1;
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += (C1[(k*S + i)*S + j]*v14[k*S + j]);
                }
                A[k*S + i] += -0.63661977236758138*params->eta_J*r0[k] * sum2;
            }
        }
    }
    if (isfinite(params->V)) {
        /* r15: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r14[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r15[(k*K + l)*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r14[k*S + l]*r14[k*S + l]) + 1.0));
                }
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        /* r16: asin((C1[k, i, j] - C1[k, l, i]*C1[k, l, j]*r14[k, l]**2)*r15[k, l, i]*r15[k, l, j]) */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int l = k; l < K; ++l) {
                        r16[((k*S + i)*S + j)*K + l] = asin((C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j]);
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G[k*S + l]*J2[k*K + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i] - 2.0*mc[i]*mc[j]*mc[k]*mc[l])*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j]));
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r14[k*S + l]/params->V * sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*K + l]*P2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j])*P4[((k*K + l)*S + i)*S + j]);
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r14[k*S + l]/params->V * sum2;
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
                            sum2 += (L[i*M + p]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]*r16[((k*S + i)*S + j)*K + l]);
                        }
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r14[k*S + l]/params->V * sum2;
            }
        }
    }
    /* dR: dR/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->decay*params->eta_J*R[k*M + n] + A[k*S + K + n];
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[fo_anil_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[fo_anil_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[fo_anil_adjoint_packed(K, k, l)] += E[k*K + l];
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
            sum1 += (I2[k*S + i]*mc[i]);
        }
        dw0[k] += -params->eta_0 * sum1;
    }
    (void)y_C;
    (void)y_r0;
    (void)y_C1;
    (void)y_I2;
    (void)y_h;
    (void)y_h_next;
    (void)y_H;
    (void)y_H_next;
    (void)y_mc;
    (void)y_s0;
    (void)y_G;
    (void)y_r14;
    (void)y_v13;
    (void)y_C1_0;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_r1;
    (void)y_Cq;
    (void)y_r2;
    (void)y_Cs1;
    (void)y_r3;
    (void)y_Cs2;
    (void)y_r7;
    (void)y_r8;
    (void)y_I_qhg0g0_blll;
    (void)y_r9;
    (void)y_r10;
    (void)y_I_hhhg0g0_bblll;
    (void)y_r11;
    (void)y_v1;
    (void)y_I_qg0g0_bll;
    (void)y_r12;
    (void)y_I_hhg0g0_bbll;
    (void)y_I_hhg0g0_bllb;
    (void)y_I_hhg0g0_blll;
    (void)y_r13;
    (void)y_v2;
    (void)y_I_hg0g0_blb;
    (void)y_I_hg0g0_bll;
    (void)y_v3;
    (void)y_I_hg0g0_llb;
    (void)y_I_hg0g0_lll;
    (void)y_I_qg0g0g0g0_bllll;
    (void)y_I_hhg0g0g0g0_bbllll;
    (void)y_I_hg0g0g0g0_blllb;
    (void)y_I_hg0g0g0g0_bllll;
    (void)y_I_ssg0g0g0g0_bbllll;
    (void)y_I_sg0g0g0g0_blllb;
    (void)y_I_sg0g0g0g0_bllll;
    (void)y_F;
    (void)y_p31;
    (void)y_p41;
    (void)y_p42;
    (void)y_s2;
    (void)y_s3;
    (void)y_B22;
    (void)y_B3;
    (void)y_B3x;
    (void)y_B4;
    (void)y_zn;
    (void)y_g0n;
    (void)y_mr;
    (void)y_Gr;
    (void)y_Xr;
    (void)y_Gd;
    (void)y_Xd;
    (void)y_q3;
    (void)y_q3x;
    (void)y_q4;
    (void)y_r4;
    (void)y_r5;
    (void)y_v0;
    (void)y_I_eg0g0_fff;
    (void)y_r6;
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
    (void)y_v14;
    (void)y_L;
    (void)y_r16;
    (void)y_L1;
    (void)y_s5;
    (void)y_s6;
    (void)y_v5;
    (void)y_v10;
    (void)y_v11;
    (void)y_v12;
    (void)y_GX1;
    (void)y_p32;
    (void)y_p33;
    (void)y_p43;
    (void)y_p44;
    (void)y_s1;
    (void)y_s4;
    (void)y_s7;
    (void)y_B2x;
    (void)y_s8;
    (void)y_B2xx;
    (void)y_P4;
    (void)y_v4;
    (void)y_J2;
    (void)y_r15;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*fo_anil_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + fo_anil_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + fo_anil_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + fo_anil_adjoint_state_size(K, M) + 2;
        double *y_noise = result + fo_anil_adjoint_state_size(K, M) + 3;
        double *y_decay = result + fo_anil_adjoint_state_size(K, M) + 4;
        double *y_V = result + fo_anil_adjoint_state_size(K, M) + 5;
        double *y_P = result + fo_anil_adjoint_state_size(K, M) + 6;

        for (size_t p = 0; p < fo_anil_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*fo_anil_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*fo_anil_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*fo_anil_adjoint_state_size(K, M) + overlaps + p];
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
                        y_I2[k*S + i] += -params->eta_0*here*mc[i];
                        (*y_eta_0) += -here*I2[k*S + i]*mc[i];
                        y_mc[i] += -params->eta_0*here*I2[k*S + i];
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
                        const double here = y_dQ[fo_anil_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[fo_anil_adjoint_packed(K, k, l)];

                    y_dQ[fo_anil_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[fo_anil_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[fo_anil_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[fo_anil_adjoint_packed(K, k, l)];
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
                                        const double p_2 = L[i*M + p]*L[j*M + p]*L[k*M + p];
                                        const double p_3 = L[l*M + p]*r14[k*S + l]*r16[((k*S + i)*S + j)*K + l];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_2 = b_p_5*p_3;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_L[l*M + p] += b_p_3*r14[k*S + l]*r16[((k*S + i)*S + j)*K + l];
                                        y_r14[k*S + l] += b_p_3*L[l*M + p]*r16[((k*S + i)*S + j)*K + l];
                                        y_r16[((k*S + i)*S + j)*K + l] += b_p_3*L[l*M + p]*r14[k*S + l];
                                        y_L[i*M + p] += b_p_2*L[j*M + p]*L[k*M + p];
                                        y_L[j*M + p] += b_p_2*L[i*M + p]*L[k*M + p];
                                        y_L[k*M + p] += b_p_2*L[i*M + p]*L[j*M + p];
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
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]);
                                    const double p_1 = p_0*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j];
                                    const double p_2 = asin(p_1);
                                    const double p_3 = 0.4052847345693511*(params->eta_J*params->eta_J)/params->V;
                                    const double p_4 = p_2*P4[((k*K + l)*S + i)*S + j]*r0[k]*r14[k*S + l];
                                    const double b_p_4 = here*p_3;
                                    const double b_p_3 = here*p_4;
                                    const double b_p_2 = b_p_4*P4[((k*K + l)*S + i)*S + j]*r0[k]*r14[k*S + l];
                                    const double b_p_1 = b_p_2*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j];
                                    y_P4[((k*K + l)*S + i)*S + j] += b_p_4*p_2*r0[k]*r14[k*S + l];
                                    y_r0[k] += b_p_4*p_2*P4[((k*K + l)*S + i)*S + j]*r14[k*S + l];
                                    y_r14[k*S + l] += -2.0*b_p_0*C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*r14[k*S + l] + b_p_4*p_2*P4[((k*K + l)*S + i)*S + j]*r0[k];
                                    (*y_V) += -0.4052847345693511*b_p_3*(params->eta_J*params->eta_J)/(params->V*params->V);
                                    (*y_eta_J) += 0.8105694691387022*b_p_3*params->eta_J/params->V;
                                    y_r15[(k*K + l)*S + i] += b_p_1*p_0*r15[(k*K + l)*S + j];
                                    y_r15[(k*K + l)*S + j] += b_p_1*p_0*r15[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_0;
                                    y_C1[(k*S + l)*S + i] += -b_p_0*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]);
                                    y_C1[(k*S + l)*S + j] += -b_p_0*C1[(k*S + l)*S + i]*(r14[k*S + l]*r14[k*S + l]);
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

                        if (here != 0.0) {
                            const double p_0 = (params->eta_J*params->eta_J)*(params->noise*params->noise);
                            const double p_1 = J2[k*K + l]*P2[k*S + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_J2[k*K + l] += b_p_1*P2[k*S + l]/params->V;
                            y_P2[k*S + l] += b_p_1*J2[k*K + l]/params->V;
                            (*y_V) += -b_p_1*J2[k*K + l]*P2[k*S + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->noise;
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
                                    const double p_0 = -2.0*mc[i];
                                    const double p_1 = mc[j]*mc[k]*mc[l];
                                    const double p_2 = p_0*p_1 + G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i];
                                    const double p_3 = C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]);
                                    const double p_4 = p_3*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j];
                                    const double p_5 = asin(p_4);
                                    const double p_6 = 0.4052847345693511*(params->eta_J*params->eta_J)/params->V;
                                    const double p_7 = p_2*p_5*r0[k]*r14[k*S + l];
                                    const double b_p_7 = here*p_6;
                                    const double b_p_6 = here*p_7;
                                    const double b_p_5 = b_p_7*p_2*r0[k]*r14[k*S + l];
                                    const double b_p_4 = b_p_5*(1.0 / sqrt(1.0 - (p_4*p_4)));
                                    const double b_p_3 = b_p_4*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j];
                                    const double b_p_2 = b_p_7*p_5*r0[k]*r14[k*S + l];
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    y_r0[k] += b_p_7*p_2*p_5*r14[k*S + l];
                                    y_r14[k*S + l] += -2.0*b_p_3*C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*r14[k*S + l] + b_p_7*p_2*p_5*r0[k];
                                    (*y_V) += -0.4052847345693511*b_p_6*(params->eta_J*params->eta_J)/(params->V*params->V);
                                    (*y_eta_J) += 0.8105694691387022*b_p_6*params->eta_J/params->V;
                                    y_r15[(k*K + l)*S + i] += b_p_4*p_3*r15[(k*K + l)*S + j];
                                    y_r15[(k*K + l)*S + j] += b_p_4*p_3*r15[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_3;
                                    y_C1[(k*S + l)*S + i] += -b_p_3*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]);
                                    y_C1[(k*S + l)*S + j] += -b_p_3*C1[(k*S + l)*S + i]*(r14[k*S + l]*r14[k*S + l]);
                                    y_G[i*S + j] += b_p_2*G[k*S + l];
                                    y_G[k*S + i] += b_p_2*G[l*S + j];
                                    y_G[k*S + j] += b_p_2*G[l*S + i];
                                    y_G[k*S + l] += b_p_2*G[i*S + j];
                                    y_G[l*S + i] += b_p_2*G[k*S + j];
                                    y_G[l*S + j] += b_p_2*G[k*S + i];
                                    y_mc[j] += b_p_1*mc[k]*mc[l];
                                    y_mc[k] += b_p_1*mc[j]*mc[l];
                                    y_mc[l] += b_p_1*mc[j]*mc[k];
                                    y_mc[i] += -2.0*b_p_0;
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
                            const double p_1 = G[k*S + l]*J2[k*K + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G[k*S + l] += b_p_1*J2[k*K + l]/params->V;
                            y_J2[k*K + l] += b_p_1*G[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G[k*S + l]*J2[k*K + l]/(params->V*params->V);
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
                                const double here = y_r16[((k*S + i)*S + j)*K + l];

                                y_r16[((k*S + i)*S + j)*K + l] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r14[k*S + l]*r14[k*S + l]);
                                    const double p_1 = p_0*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j];
                                    const double b_p_1 = here*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j];
                                    y_r15[(k*K + l)*S + i] += b_p_1*p_0*r15[(k*K + l)*S + j];
                                    y_r15[(k*K + l)*S + j] += b_p_1*p_0*r15[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_0;
                                    y_C1[(k*S + i)*S + l] += -b_p_0*C1[(k*S + j)*S + l]*(r14[k*S + l]*r14[k*S + l]);
                                    y_C1[(k*S + j)*S + l] += -b_p_0*C1[(k*S + i)*S + l]*(r14[k*S + l]*r14[k*S + l]);
                                    y_r14[k*S + l] += -2.0*b_p_0*C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*r14[k*S + l];
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
                            const double here = y_r15[(k*K + l)*S + i];

                            y_r15[(k*K + l)*S + i] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r14[k*S + l]*r14[k*S + l]) + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C1[(k*S + i)*S + i] += b_p_0;
                                y_C1[(k*S + l)*S + i] += -2.0*b_p_0*C1[(k*S + l)*S + i]*(r14[k*S + l]*r14[k*S + l]);
                                y_r14[k*S + l] += -2.0*b_p_0*(C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*r14[k*S + l];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_A[k*S + i];

                        if (here != 0.0) {
                            for (int j = 0; j < S; ++j) {
                                const double p_0 = -0.63661977236758138*params->eta_J;
                                const double p_1 = C1[(k*S + i)*S + j]*r0[k]*v14[k*S + j];
                                const double b_p_1 = here*p_0;
                                const double b_p_0 = here*p_1;
                                y_C1[(k*S + i)*S + j] += b_p_1*r0[k]*v14[k*S + j];
                                y_r0[k] += b_p_1*C1[(k*S + i)*S + j]*v14[k*S + j];
                                y_v14[k*S + j] += b_p_1*C1[(k*S + i)*S + j]*r0[k];
                                (*y_eta_J) += -0.63661977236758138*b_p_0;
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
                            const double p_1 = C[i*S + j]*r0[k]*v13[k*S + j];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_C[i*S + j] += b_p_1*r0[k]*v13[k*S + j];
                            y_r0[k] += b_p_1*C[i*S + j]*v13[k*S + j];
                            y_v13[k*S + j] += b_p_1*C[i*S + j]*r0[k];
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
                        y_C[k*S + j] += here*v13[k*S + j];
                        y_v13[k*S + j] += here*C[k*S + j];
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int j = 0; j < S; ++j) {
                    {
                        const double here = y_v14[k*S + j];

                        y_v14[k*S + j] = 0.0;
                        if (here != 0.0) {
                            y_P2[k*S + j] += here*r14[k*S + j];
                            y_r14[k*S + j] += here*P2[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_v13[k*S + j];

                    y_v13[k*S + j] = 0.0;
                    if (here != 0.0) {
                        y_G[k*S + j] += here*r14[k*S + j];
                        y_r14[k*S + j] += here*G[k*S + j];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_J2[k*K + l];

                        y_J2[k*K + l] = 0.0;
                        if (here != 0.0) {
                            y_r0[k] += 0.63661977236758138*here*r14[k*S + l];
                            y_r14[k*S + l] += 0.63661977236758138*here*r0[k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_r14[k*S + i];

                    y_r14[k*S + i] = 0.0;
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
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = n; m < M; ++m) {
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + K + n)*S + K + m], &y_P4[((l*K + k)*S + K + n)*S + K + m]);
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + K + n)*S + K + m], &y_P4[((k*K + l)*S + K + m)*S + K + n]);
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + K + n)*S + K + m], &y_P4[((l*K + k)*S + K + m)*S + K + n]);
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = n; m < M; ++m) {
                            {
                                const double here = y_P4[((k*K + l)*S + K + n)*S + K + m];

                                if (here != 0.0) {
                                    for (int p = 0; p < M; ++p) {
                                        y_L1[k*M + p] += here*(*p22)*v12[((m*M + n)*M + p)*K + l];
                                        (*y_p22) += here*L1[k*M + p]*v12[((m*M + n)*M + p)*K + l];
                                        y_v12[((m*M + n)*M + p)*K + l] += here*(*p22)*L1[k*M + p];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = n; m < M; ++m) {
                            {
                                const double here = y_P4[((k*K + l)*S + K + n)*S + K + m];

                                if (here != 0.0) {
                                    const double p_0 = -2.0*(*p22)*mc1[k];
                                    const double p_1 = mc1[l]*mc1[K + m]*mc1[K + n];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_mc1[l] += b_p_1*mc1[K + m]*mc1[K + n];
                                    y_mc1[K + m] += b_p_1*mc1[l]*mc1[K + n];
                                    y_mc1[K + n] += b_p_1*mc1[l]*mc1[K + m];
                                    y_mc1[k] += -2.0*b_p_0*(*p22);
                                    (*y_p22) += -2.0*b_p_0*mc1[k];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = n; m < M; ++m) {
                            {
                                const double here = y_P4[((k*K + l)*S + K + n)*S + K + m];

                                y_P4[((k*K + l)*S + K + n)*S + K + m] = 0.0;
                                if (here != 0.0) {
                                    y_B2xx[((k*K + l)*S + K + n)*S + K + m] += here*(*p21);
                                    y_G1[k*S + l] += here*(*p22)*G1[(K + n)*S + K + m];
                                    y_G1[k*S + K + m] += here*(*p22)*G1[l*S + K + n];
                                    y_G1[k*S + K + n] += here*(*p22)*G1[l*S + K + m];
                                    y_G1[l*S + K + m] += here*(*p22)*G1[k*S + K + n];
                                    y_G1[l*S + K + n] += here*(*p22)*G1[k*S + K + m];
                                    y_G1[(K + n)*S + K + m] += here*(*p22)*G1[k*S + l];
                                    (*y_p21) += here*B2xx[((k*K + l)*S + K + n)*S + K + m];
                                    (*y_p22) += here*(G1[k*S + l]*G1[(K + n)*S + K + m] + G1[k*S + K + m]*G1[l*S + K + n] + G1[k*S + K + n]*G1[l*S + K + m]);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + a)*S + K + n], &y_P4[((l*K + k)*S + a)*S + K + n]);
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + a)*S + K + n], &y_P4[((k*K + l)*S + K + n)*S + a]);
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + a)*S + K + n], &y_P4[((l*K + k)*S + K + n)*S + a]);
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + K + n];

                                if (here != 0.0) {
                                    for (int p = 0; p < M; ++p) {
                                        y_L1[k*M + p] += here*(*p33)*v11[((n*M + p)*K + a)*K + l];
                                        (*y_p33) += here*L1[k*M + p]*v11[((n*M + p)*K + a)*K + l];
                                        y_v11[((n*M + p)*K + a)*K + l] += here*(*p33)*L1[k*M + p];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + K + n];

                                if (here != 0.0) {
                                    y_B3x[((k*K + l)*K + a)*S + K + n] += here*(*p31);
                                    (*y_p31) += here*B3x[((k*K + l)*K + a)*S + K + n];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + K + n];

                                if (here != 0.0) {
                                    const double p_0 = -2.0*(*p22)*mc1[a];
                                    const double p_1 = mc1[k]*mc1[K + n]*w0[l];
                                    const double p_2 = mc1[l]*mc1[K + n]*w0[k];
                                    const double p_3 = -2.0*(*p22)*mc1[k];
                                    const double p_4 = mc1[l]*mc1[K + n]*w0[a];
                                    const double p_5 = -2.0*(*p33)*mc1[a];
                                    const double p_6 = mc1[k]*mc1[l]*mc1[K + n];
                                    const double b_p_6 = here*p_5;
                                    const double b_p_5 = here*p_6;
                                    const double b_p_4 = here*p_3;
                                    const double b_p_3 = here*p_4;
                                    const double b_p_2 = here*p_0;
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*(p_1 + p_2);
                                    y_B2x[(k*K + a)*S + K + n] += here*(*p21)*w0[l];
                                    y_B2x[(k*K + l)*S + K + n] += here*(*p21)*w0[a];
                                    y_B2x[(l*K + a)*S + K + n] += here*(*p21)*w0[k];
                                    y_G1[a*S + K + n] += here*((*p22)*mc1[k]*w0[l] + (*p22)*mc1[l]*w0[k]);
                                    y_G1[k*S + a] += here*(*p22)*mc1[K + n]*w0[l];
                                    y_G1[k*S + l] += here*(*p22)*mc1[K + n]*w0[a];
                                    y_G1[k*S + K + n] += here*((*p22)*mc1[a]*w0[l] + (*p22)*mc1[l]*w0[a]);
                                    y_G1[l*S + a] += here*(*p22)*mc1[K + n]*w0[k];
                                    y_G1[l*S + K + n] += here*((*p22)*mc1[a]*w0[k] + (*p22)*mc1[k]*w0[a]);
                                    y_mc1[a] += -2.0*b_p_0*(*p22) - 2.0*b_p_5*(*p33) + here*((*p22)*G1[k*S + K + n]*w0[l] + (*p22)*G1[l*S + K + n]*w0[k]);
                                    y_mc1[k] += b_p_1*mc1[K + n]*w0[l] - 2.0*b_p_3*(*p22) + b_p_6*mc1[l]*mc1[K + n] + here*((*p22)*G1[a*S + K + n]*w0[l] + (*p22)*G1[l*S + K + n]*w0[a]);
                                    y_mc1[l] += b_p_2*mc1[K + n]*w0[k] + b_p_4*mc1[K + n]*w0[a] + b_p_6*mc1[k]*mc1[K + n] + here*((*p22)*G1[a*S + K + n]*w0[k] + (*p22)*G1[k*S + K + n]*w0[a]);
                                    y_mc1[K + n] += b_p_1*mc1[k]*w0[l] + b_p_2*mc1[l]*w0[k] + b_p_4*mc1[l]*w0[a] + b_p_6*mc1[k]*mc1[l] + here*((*p22)*G1[k*S + a]*w0[l] + (*p22)*G1[k*S + l]*w0[a] + (*p22)*G1[l*S + a]*w0[k]);
                                    (*y_p21) += here*(B2x[(k*K + a)*S + K + n]*w0[l] + B2x[(k*K + l)*S + K + n]*w0[a] + B2x[(l*K + a)*S + K + n]*w0[k]);
                                    (*y_p22) += -2.0*b_p_0*mc1[a] - 2.0*b_p_3*mc1[k] + here*(G1[a*S + K + n]*mc1[k]*w0[l] + G1[a*S + K + n]*mc1[l]*w0[k] + G1[k*S + a]*mc1[K + n]*w0[l] + G1[k*S + l]*mc1[K + n]*w0[a] + G1[k*S + K + n]*mc1[a]*w0[l] + G1[k*S + K + n]*mc1[l]*w0[a] + G1[l*S + a]*mc1[K + n]*w0[k] + G1[l*S + K + n]*mc1[a]*w0[k] + G1[l*S + K + n]*mc1[k]*w0[a]);
                                    y_w0[a] += b_p_4*mc1[l]*mc1[K + n] + here*((*p21)*B2x[(k*K + l)*S + K + n] + (*p22)*G1[k*S + l]*mc1[K + n] + (*p22)*G1[k*S + K + n]*mc1[l] + (*p22)*G1[l*S + K + n]*mc1[k]);
                                    y_w0[k] += b_p_2*mc1[l]*mc1[K + n] + here*((*p21)*B2x[(l*K + a)*S + K + n] + (*p22)*G1[a*S + K + n]*mc1[l] + (*p22)*G1[l*S + a]*mc1[K + n] + (*p22)*G1[l*S + K + n]*mc1[a]);
                                    y_w0[l] += b_p_1*mc1[k]*mc1[K + n] + here*((*p21)*B2x[(k*K + a)*S + K + n] + (*p22)*G1[a*S + K + n]*mc1[k] + (*p22)*G1[k*S + a]*mc1[K + n] + (*p22)*G1[k*S + K + n]*mc1[a]);
                                    (*y_p33) += -2.0*b_p_5*mc1[a];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + K + n];

                                y_P4[((k*K + l)*S + a)*S + K + n] = 0.0;
                                if (here != 0.0) {
                                    y_B2xx[((k*K + a)*S + l)*S + K + n] += here*(*p32);
                                    y_B2xx[((k*K + l)*S + a)*S + K + n] += here*(*p32);
                                    y_B2xx[((l*K + a)*S + k)*S + K + n] += here*(*p32);
                                    y_G1[a*S + K + n] += here*(*p33)*G1[k*S + l];
                                    y_G1[k*S + a] += here*(*p33)*G1[l*S + K + n];
                                    y_G1[k*S + l] += here*(*p33)*G1[a*S + K + n];
                                    y_G1[k*S + K + n] += here*(*p33)*G1[l*S + a];
                                    y_G1[l*S + a] += here*(*p33)*G1[k*S + K + n];
                                    y_G1[l*S + K + n] += here*(*p33)*G1[k*S + a];
                                    (*y_p32) += here*(B2xx[((k*K + a)*S + l)*S + K + n] + B2xx[((k*K + l)*S + a)*S + K + n] + B2xx[((l*K + a)*S + k)*S + K + n]);
                                    (*y_p33) += here*(G1[a*S + K + n]*G1[k*S + l] + G1[k*S + a]*G1[l*S + K + n] + G1[k*S + K + n]*G1[l*S + a]);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + a)*S + b], &y_P4[((l*K + k)*S + a)*S + b]);
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + a)*S + b], &y_P4[((k*K + l)*S + b)*S + a]);
                            fo_anil_adjoint_image(&y_P4[((k*K + l)*S + a)*S + b], &y_P4[((l*K + k)*S + b)*S + a]);
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + b];

                                if (here != 0.0) {
                                    y_B3[(k*K + a)*K + b] += here*(*p31)*w0[l];
                                    y_B3[(k*K + l)*K + a] += here*(*p31)*w0[b];
                                    y_B3[(k*K + l)*K + b] += here*(*p31)*w0[a];
                                    y_B3[(l*K + a)*K + b] += here*(*p31)*w0[k];
                                    (*y_p31) += here*(B3[(k*K + a)*K + b]*w0[l] + B3[(k*K + l)*K + a]*w0[b] + B3[(k*K + l)*K + b]*w0[a] + B3[(l*K + a)*K + b]*w0[k]);
                                    y_w0[a] += here*(*p31)*B3[(k*K + l)*K + b];
                                    y_w0[b] += here*(*p31)*B3[(k*K + l)*K + a];
                                    y_w0[k] += here*(*p31)*B3[(l*K + a)*K + b];
                                    y_w0[l] += here*(*p31)*B3[(k*K + a)*K + b];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + b];

                                if (here != 0.0) {
                                    for (int p = 0; p < M; ++p) {
                                        y_L1[k*M + p] += here*(*p44)*v10[((p*K + a)*K + b)*K + l];
                                        (*y_p44) += here*L1[k*M + p]*v10[((p*K + a)*K + b)*K + l];
                                        y_v10[((p*K + a)*K + b)*K + l] += here*(*p44)*L1[k*M + p];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + b];

                                if (here != 0.0) {
                                    y_B22[((a*K + b)*K + k)*K + l] += here*(*p42);
                                    y_B22[((k*K + a)*K + l)*K + b] += here*(*p42);
                                    y_B22[((l*K + a)*K + k)*K + b] += here*(*p42);
                                    y_B3x[((k*K + a)*K + b)*S + l] += here*(*p42);
                                    y_B3x[((k*K + l)*K + a)*S + b] += here*(*p42);
                                    y_B3x[((k*K + l)*K + b)*S + a] += here*(*p42);
                                    y_B3x[((l*K + a)*K + b)*S + k] += here*(*p42);
                                    y_B4[((k*K + l)*K + a)*K + b] += here*(*p41);
                                    (*y_p41) += here*B4[((k*K + l)*K + a)*K + b];
                                    (*y_p42) += here*(B22[((a*K + b)*K + k)*K + l] + B22[((k*K + a)*K + l)*K + b] + B22[((l*K + a)*K + k)*K + b] + B3x[((k*K + a)*K + b)*S + l] + B3x[((k*K + l)*K + a)*S + b] + B3x[((k*K + l)*K + b)*S + a] + B3x[((l*K + a)*K + b)*S + k]);
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + b];

                                if (here != 0.0) {
                                    const double p_0 = -2.0*(*p33)*mc1[a];
                                    const double p_1 = mc1[b]*mc1[k]*w0[l];
                                    const double p_2 = mc1[b]*mc1[l]*w0[k];
                                    const double p_3 = mc1[k]*mc1[l]*w0[b];
                                    const double p_4 = -2.0*(*p33)*mc1[b];
                                    const double p_5 = mc1[k]*mc1[l]*w0[a];
                                    const double p_6 = -2.0*(*p44)*mc1[a];
                                    const double p_7 = mc1[b]*mc1[k]*mc1[l];
                                    const double b_p_7 = here*p_6;
                                    const double b_p_6 = here*p_7;
                                    const double b_p_5 = here*p_4;
                                    const double b_p_4 = here*p_5;
                                    const double b_p_3 = here*p_0;
                                    const double b_p_2 = here*p_0;
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*(p_1 + p_2 + p_3);
                                    y_B2[a*K + b] += here*(*p21)*w0[k]*w0[l];
                                    y_B2[k*K + a] += here*(*p21)*w0[b]*w0[l];
                                    y_B2[k*K + b] += here*(*p21)*w0[a]*w0[l];
                                    y_B2[k*K + l] += here*(*p21)*w0[a]*w0[b];
                                    y_B2[l*K + a] += here*(*p21)*w0[b]*w0[k];
                                    y_B2[l*K + b] += here*(*p21)*w0[a]*w0[k];
                                    y_B2x[(a*K + b)*S + k] += here*(*p32)*w0[l];
                                    y_B2x[(a*K + b)*S + l] += here*(*p32)*w0[k];
                                    y_B2x[(k*K + a)*S + b] += here*(*p32)*w0[l];
                                    y_B2x[(k*K + a)*S + l] += here*(*p32)*w0[b];
                                    y_B2x[(k*K + b)*S + a] += here*(*p32)*w0[l];
                                    y_B2x[(k*K + b)*S + l] += here*(*p32)*w0[a];
                                    y_B2x[(k*K + l)*S + a] += here*(*p32)*w0[b];
                                    y_B2x[(k*K + l)*S + b] += here*(*p32)*w0[a];
                                    y_B2x[(l*K + a)*S + b] += here*(*p32)*w0[k];
                                    y_B2x[(l*K + a)*S + k] += here*(*p32)*w0[b];
                                    y_B2x[(l*K + b)*S + a] += here*(*p32)*w0[k];
                                    y_B2x[(l*K + b)*S + k] += here*(*p32)*w0[a];
                                    y_G1[a*S + b] += here*((*p22)*w0[k]*w0[l] + (*p33)*mc1[k]*w0[l] + (*p33)*mc1[l]*w0[k]);
                                    y_G1[k*S + a] += here*((*p22)*w0[b]*w0[l] + (*p33)*mc1[b]*w0[l] + (*p33)*mc1[l]*w0[b]);
                                    y_G1[k*S + b] += here*((*p22)*w0[a]*w0[l] + (*p33)*mc1[a]*w0[l] + (*p33)*mc1[l]*w0[a]);
                                    y_G1[k*S + l] += here*((*p22)*w0[a]*w0[b] + (*p33)*mc1[a]*w0[b] + (*p33)*mc1[b]*w0[a]);
                                    y_G1[l*S + a] += here*((*p22)*w0[b]*w0[k] + (*p33)*mc1[b]*w0[k] + (*p33)*mc1[k]*w0[b]);
                                    y_G1[l*S + b] += here*((*p22)*w0[a]*w0[k] + (*p33)*mc1[a]*w0[k] + (*p33)*mc1[k]*w0[a]);
                                    y_mc1[a] += -2.0*b_p_0*(*p33) - 2.0*b_p_6*(*p44) + here*((*p33)*G1[k*S + b]*w0[l] + (*p33)*G1[k*S + l]*w0[b] + (*p33)*G1[l*S + b]*w0[k]);
                                    y_mc1[b] += b_p_1*mc1[k]*w0[l] + b_p_2*mc1[l]*w0[k] - 2.0*b_p_4*(*p33) + b_p_7*mc1[k]*mc1[l] + here*((*p33)*G1[k*S + a]*w0[l] + (*p33)*G1[k*S + l]*w0[a] + (*p33)*G1[l*S + a]*w0[k]);
                                    y_mc1[k] += b_p_1*mc1[b]*w0[l] + b_p_3*mc1[l]*w0[b] + b_p_5*mc1[l]*w0[a] + b_p_7*mc1[b]*mc1[l] + here*((*p33)*G1[a*S + b]*w0[l] + (*p33)*G1[l*S + a]*w0[b] + (*p33)*G1[l*S + b]*w0[a]);
                                    y_mc1[l] += b_p_2*mc1[b]*w0[k] + b_p_3*mc1[k]*w0[b] + b_p_5*mc1[k]*w0[a] + b_p_7*mc1[b]*mc1[k] + here*((*p33)*G1[a*S + b]*w0[k] + (*p33)*G1[k*S + a]*w0[b] + (*p33)*G1[k*S + b]*w0[a]);
                                    (*y_p21) += here*(B2[a*K + b]*w0[k]*w0[l] + B2[k*K + a]*w0[b]*w0[l] + B2[k*K + b]*w0[a]*w0[l] + B2[k*K + l]*w0[a]*w0[b] + B2[l*K + a]*w0[b]*w0[k] + B2[l*K + b]*w0[a]*w0[k]);
                                    (*y_p22) += here*(G1[a*S + b]*w0[k]*w0[l] + G1[k*S + a]*w0[b]*w0[l] + G1[k*S + b]*w0[a]*w0[l] + G1[k*S + l]*w0[a]*w0[b] + G1[l*S + a]*w0[b]*w0[k] + G1[l*S + b]*w0[a]*w0[k]);
                                    (*y_p32) += here*(B2x[(a*K + b)*S + k]*w0[l] + B2x[(a*K + b)*S + l]*w0[k] + B2x[(k*K + a)*S + b]*w0[l] + B2x[(k*K + a)*S + l]*w0[b] + B2x[(k*K + b)*S + a]*w0[l] + B2x[(k*K + b)*S + l]*w0[a] + B2x[(k*K + l)*S + a]*w0[b] + B2x[(k*K + l)*S + b]*w0[a] + B2x[(l*K + a)*S + b]*w0[k] + B2x[(l*K + a)*S + k]*w0[b] + B2x[(l*K + b)*S + a]*w0[k] + B2x[(l*K + b)*S + k]*w0[a]);
                                    (*y_p33) += -2.0*b_p_0*mc1[a] - 2.0*b_p_4*mc1[b] + here*(G1[a*S + b]*mc1[k]*w0[l] + G1[a*S + b]*mc1[l]*w0[k] + G1[k*S + a]*mc1[b]*w0[l] + G1[k*S + a]*mc1[l]*w0[b] + G1[k*S + b]*mc1[a]*w0[l] + G1[k*S + b]*mc1[l]*w0[a] + G1[k*S + l]*mc1[a]*w0[b] + G1[k*S + l]*mc1[b]*w0[a] + G1[l*S + a]*mc1[b]*w0[k] + G1[l*S + a]*mc1[k]*w0[b] + G1[l*S + b]*mc1[a]*w0[k] + G1[l*S + b]*mc1[k]*w0[a]);
                                    y_w0[a] += b_p_5*mc1[k]*mc1[l] + here*((*p21)*B2[k*K + b]*w0[l] + (*p21)*B2[k*K + l]*w0[b] + (*p21)*B2[l*K + b]*w0[k] + (*p22)*G1[k*S + b]*w0[l] + (*p22)*G1[k*S + l]*w0[b] + (*p22)*G1[l*S + b]*w0[k] + (*p32)*B2x[(k*K + b)*S + l] + (*p32)*B2x[(k*K + l)*S + b] + (*p32)*B2x[(l*K + b)*S + k] + (*p33)*G1[k*S + b]*mc1[l] + (*p33)*G1[k*S + l]*mc1[b] + (*p33)*G1[l*S + b]*mc1[k]);
                                    y_w0[b] += b_p_3*mc1[k]*mc1[l] + here*((*p21)*B2[k*K + a]*w0[l] + (*p21)*B2[k*K + l]*w0[a] + (*p21)*B2[l*K + a]*w0[k] + (*p22)*G1[k*S + a]*w0[l] + (*p22)*G1[k*S + l]*w0[a] + (*p22)*G1[l*S + a]*w0[k] + (*p32)*B2x[(k*K + a)*S + l] + (*p32)*B2x[(k*K + l)*S + a] + (*p32)*B2x[(l*K + a)*S + k] + (*p33)*G1[k*S + a]*mc1[l] + (*p33)*G1[k*S + l]*mc1[a] + (*p33)*G1[l*S + a]*mc1[k]);
                                    y_w0[k] += b_p_2*mc1[b]*mc1[l] + here*((*p21)*B2[a*K + b]*w0[l] + (*p21)*B2[l*K + a]*w0[b] + (*p21)*B2[l*K + b]*w0[a] + (*p22)*G1[a*S + b]*w0[l] + (*p22)*G1[l*S + a]*w0[b] + (*p22)*G1[l*S + b]*w0[a] + (*p32)*B2x[(a*K + b)*S + l] + (*p32)*B2x[(l*K + a)*S + b] + (*p32)*B2x[(l*K + b)*S + a] + (*p33)*G1[a*S + b]*mc1[l] + (*p33)*G1[l*S + a]*mc1[b] + (*p33)*G1[l*S + b]*mc1[a]);
                                    y_w0[l] += b_p_1*mc1[b]*mc1[k] + here*((*p21)*B2[a*K + b]*w0[k] + (*p21)*B2[k*K + a]*w0[b] + (*p21)*B2[k*K + b]*w0[a] + (*p22)*G1[a*S + b]*w0[k] + (*p22)*G1[k*S + a]*w0[b] + (*p22)*G1[k*S + b]*w0[a] + (*p32)*B2x[(a*K + b)*S + k] + (*p32)*B2x[(k*K + a)*S + b] + (*p32)*B2x[(k*K + b)*S + a] + (*p33)*G1[a*S + b]*mc1[k] + (*p33)*G1[k*S + a]*mc1[b] + (*p33)*G1[k*S + b]*mc1[a]);
                                    (*y_p44) += -2.0*b_p_6*mc1[a];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_P4[((k*K + l)*S + a)*S + b];

                                y_P4[((k*K + l)*S + a)*S + b] = 0.0;
                                if (here != 0.0) {
                                    y_B2xx[((a*K + b)*S + k)*S + l] += here*(*p43);
                                    y_B2xx[((k*K + a)*S + l)*S + b] += here*(*p43);
                                    y_B2xx[((k*K + b)*S + l)*S + a] += here*(*p43);
                                    y_B2xx[((k*K + l)*S + a)*S + b] += here*(*p43);
                                    y_B2xx[((l*K + a)*S + k)*S + b] += here*(*p43);
                                    y_B2xx[((l*K + b)*S + k)*S + a] += here*(*p43);
                                    y_G1[a*S + b] += here*(*p44)*G1[k*S + l];
                                    y_G1[k*S + a] += here*(*p44)*G1[l*S + b];
                                    y_G1[k*S + b] += here*(*p44)*G1[l*S + a];
                                    y_G1[k*S + l] += here*(*p44)*G1[a*S + b];
                                    y_G1[l*S + a] += here*(*p44)*G1[k*S + b];
                                    y_G1[l*S + b] += here*(*p44)*G1[k*S + a];
                                    (*y_p43) += here*(B2xx[((a*K + b)*S + k)*S + l] + B2xx[((k*K + a)*S + l)*S + b] + B2xx[((k*K + b)*S + l)*S + a] + B2xx[((k*K + l)*S + a)*S + b] + B2xx[((l*K + a)*S + k)*S + b] + B2xx[((l*K + b)*S + k)*S + a]);
                                    (*y_p44) += here*(G1[a*S + b]*G1[k*S + l] + G1[k*S + a]*G1[l*S + b] + G1[k*S + b]*G1[l*S + a]);
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
            for (int m = 0; m < M; ++m) {
                for (int n = 0; n < M; ++n) {
                    for (int p = 0; p < M; ++p) {
                        for (int l = 0; l < K; ++l) {
                            {
                                const double here = y_v12[((m*M + n)*M + p)*K + l];

                                y_v12[((m*M + n)*M + p)*K + l] = 0.0;
                                if (here != 0.0) {
                                    y_L1[l*M + p] += here*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p];
                                    y_L1[(K + m)*M + p] += here*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p];
                                    y_L1[(K + n)*M + p] += here*L1[l*M + p]*L1[(K + m)*M + p]*kappa[p];
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int p = 0; p < M; ++p) {
                    for (int a = 0; a < K; ++a) {
                        for (int l = 0; l < K; ++l) {
                            {
                                const double here = y_v11[((n*M + p)*K + a)*K + l];

                                y_v11[((n*M + p)*K + a)*K + l] = 0.0;
                                if (here != 0.0) {
                                    y_L1[a*M + p] += here*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p];
                                    y_L1[l*M + p] += here*L1[a*M + p]*L1[(K + n)*M + p]*kappa[p];
                                    y_L1[(K + n)*M + p] += here*L1[a*M + p]*L1[l*M + p]*kappa[p];
                                }
                            }
                        }
                    }
                }
            }
            for (int p = 0; p < M; ++p) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int l = 0; l < K; ++l) {
                            {
                                const double here = y_v10[((p*K + a)*K + b)*K + l];

                                y_v10[((p*K + a)*K + b)*K + l] = 0.0;
                                if (here != 0.0) {
                                    y_L1[a*M + p] += here*L1[b*M + p]*L1[l*M + p]*kappa[p];
                                    y_L1[b*M + p] += here*L1[a*M + p]*L1[l*M + p]*kappa[p];
                                    y_L1[l*M + p] += here*L1[a*M + p]*L1[b*M + p]*kappa[p];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    fo_anil_adjoint_image(&y_P2[(K + n)*S + K + m], &y_P2[(K + m)*S + K + n]);
                    y_P2[(K + n)*S + K + m] = 0.0;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    y_P2[k*S + K + n] = 0.0;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    fo_anil_adjoint_image(&y_P2[k*S + l], &y_P2[l*S + k]);
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
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((l*K + k)*K + a)*K + b]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((k*K + a)*K + l)*K + b]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((k*K + l)*K + b)*K + a]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((l*K + a)*K + k)*K + b]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((l*K + k)*K + b)*K + a]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((a*K + k)*K + l)*K + b]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((k*K + a)*K + b)*K + l]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((k*K + b)*K + l)*K + a]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((a*K + l)*K + k)*K + b]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((l*K + a)*K + b)*K + k]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((l*K + b)*K + k)*K + a]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((a*K + k)*K + b)*K + l]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((k*K + b)*K + a)*K + l]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((b*K + k)*K + l)*K + a]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((a*K + l)*K + b)*K + k]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((l*K + b)*K + a)*K + k]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((b*K + l)*K + k)*K + a]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((a*K + b)*K + k)*K + l]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((b*K + k)*K + a)*K + l]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((a*K + b)*K + l)*K + k]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((b*K + l)*K + a)*K + k]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((b*K + a)*K + k)*K + l]);
                            fo_anil_adjoint_image(&y_B4[((k*K + l)*K + a)*K + b], &y_B4[((b*K + a)*K + l)*K + k]);
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_B4[((k*K + l)*K + a)*K + b];

                                if (here != 0.0) {
                                    for (int n = 0; n < M; ++n) {
                                        y_I_ssg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*kappa[n];
                                        (*y_eta_w) += 4.0*(params->eta_w*params->eta_w*params->eta_w)*here*I_ssg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b]*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*kappa[n];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_B4[((k*K + l)*K + a)*K + b];

                                if (here != 0.0) {
                                    for (int n = 0; n < M; ++n) {
                                        const double p_0 = 6.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w);
                                        const double p_1 = (params->noise*params->noise)*G0[(K + n)*S + K + n]*I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                        const double b_p_1 = here*p_0;
                                        const double b_p_0 = here*p_1;
                                        y_G0[(K + n)*S + K + n] += b_p_1*(params->noise*params->noise)*I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                        y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] += b_p_1*(params->noise*params->noise)*G0[(K + n)*S + K + n];
                                        (*y_noise) += 2.0*b_p_1*params->noise*G0[(K + n)*S + K + n]*I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                        (*y_eta_w) += 24.0*b_p_0*(params->eta_w*params->eta_w*params->eta_w);
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double whole = y_B4[((k*K + l)*K + a)*K + b];

                                if (whole != 0.0) {
                                    for (int n = 0; n < M; ++n) {
                                        for (int m = n; m < M; ++m) {
                                            const double here = (m > n ? 2.0 : 1.0) * whole;
                                            const double p_0 = 3.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w);
                                            const double p_1 = G0[(K + m)*S + K + m]*G0[(K + n)*S + K + n]*I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                            const double b_p_1 = here*p_0;
                                            const double b_p_0 = here*p_1;
                                            y_G0[(K + m)*S + K + m] += b_p_1*G0[(K + n)*S + K + n]*I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                            y_G0[(K + n)*S + K + n] += b_p_1*G0[(K + m)*S + K + m]*I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                            y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] += b_p_1*G0[(K + m)*S + K + m]*G0[(K + n)*S + K + n];
                                            (*y_eta_w) += 12.0*b_p_0*(params->eta_w*params->eta_w*params->eta_w);
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_B4[((k*K + l)*K + a)*K + b];

                                if (here != 0.0) {
                                    y_I_g0g0g0g0[((k*S + l)*S + a)*S + b] += 3.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*(params->noise*params->noise*params->noise*params->noise);
                                    (*y_eta_w) += 12.0*(params->eta_w*params->eta_w*params->eta_w)*here*(params->noise*params->noise*params->noise*params->noise)*I_g0g0g0g0[((k*S + l)*S + a)*S + b];
                                    (*y_noise) += 12.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*(params->noise*params->noise*params->noise)*I_g0g0g0g0[((k*S + l)*S + a)*S + b];
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            fo_anil_adjoint_image(&y_B3x[((k*K + l)*K + a)*S + i], &y_B3x[((l*K + k)*K + a)*S + i]);
                            fo_anil_adjoint_image(&y_B3x[((k*K + l)*K + a)*S + i], &y_B3x[((k*K + a)*K + l)*S + i]);
                            fo_anil_adjoint_image(&y_B3x[((k*K + l)*K + a)*S + i], &y_B3x[((l*K + a)*K + k)*S + i]);
                            fo_anil_adjoint_image(&y_B3x[((k*K + l)*K + a)*S + i], &y_B3x[((a*K + k)*K + l)*S + i]);
                            fo_anil_adjoint_image(&y_B3x[((k*K + l)*K + a)*S + i], &y_B3x[((a*K + l)*K + k)*S + i]);
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            {
                                const double here = y_B3x[((k*K + l)*K + a)*S + i];

                                if (here != 0.0) {
                                    for (int n = 0; n < M; ++n) {
                                        const double p_0 = -(params->eta_w*params->eta_w*params->eta_w)*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n]);
                                        const double p_1 = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + n]*L1[i*M + n]*kappa[n];
                                        const double b_p_1 = here*p_0;
                                        const double b_p_0 = here*p_1;
                                        y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + n] += b_p_1*L1[i*M + n]*kappa[n];
                                        y_L1[i*M + n] += b_p_1*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + n]*kappa[n];
                                        (*y_eta_w) += -3.0*b_p_0*(params->eta_w*params->eta_w)*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n]);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            {
                                const double here = y_B3x[((k*K + l)*K + a)*S + i];

                                if (here != 0.0) {
                                    for (int n = 0; n < M; ++n) {
                                        const double p_0 = -3.0*(params->eta_w*params->eta_w*params->eta_w);
                                        const double p_1 = (params->noise*params->noise)*GX1[(K + n)*S + i]*I_g0g0g0g0[((k*S + l)*S + a)*S + K + n];
                                        const double b_p_1 = here*p_0;
                                        const double b_p_0 = here*p_1;
                                        y_GX1[(K + n)*S + i] += b_p_1*(params->noise*params->noise)*I_g0g0g0g0[((k*S + l)*S + a)*S + K + n];
                                        y_I_g0g0g0g0[((k*S + l)*S + a)*S + K + n] += b_p_1*(params->noise*params->noise)*GX1[(K + n)*S + i];
                                        (*y_noise) += 2.0*b_p_1*params->noise*GX1[(K + n)*S + i]*I_g0g0g0g0[((k*S + l)*S + a)*S + K + n];
                                        (*y_eta_w) += -9.0*b_p_0*(params->eta_w*params->eta_w);
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            {
                                const double here = y_B3x[((k*K + l)*K + a)*S + i];

                                if (here != 0.0) {
                                    for (int n = 0; n < M; ++n) {
                                        for (int m = 0; m < M; ++m) {
                                            const double p_0 = -3.0*(params->eta_w*params->eta_w*params->eta_w);
                                            const double p_1 = G0[(K + n)*S + K + n]*GX1[(K + m)*S + i]*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                            const double b_p_1 = here*p_0;
                                            const double b_p_0 = here*p_1;
                                            y_G0[(K + n)*S + K + n] += b_p_1*GX1[(K + m)*S + i]*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                            y_GX1[(K + m)*S + i] += b_p_1*G0[(K + n)*S + K + n]*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                            y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] += b_p_1*G0[(K + n)*S + K + n]*GX1[(K + m)*S + i];
                                            (*y_eta_w) += -9.0*b_p_0*(params->eta_w*params->eta_w);
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        fo_anil_adjoint_image(&y_B3[(k*K + l)*K + a], &y_B3[(l*K + k)*K + a]);
                        fo_anil_adjoint_image(&y_B3[(k*K + l)*K + a], &y_B3[(k*K + a)*K + l]);
                        fo_anil_adjoint_image(&y_B3[(k*K + l)*K + a], &y_B3[(l*K + a)*K + k]);
                        fo_anil_adjoint_image(&y_B3[(k*K + l)*K + a], &y_B3[(a*K + k)*K + l]);
                        fo_anil_adjoint_image(&y_B3[(k*K + l)*K + a], &y_B3[(a*K + l)*K + k]);
                    }
                }
            }
            for (int e = 0; e < n_nodes; ++e) {
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (F[i*S + j]*nodes[e*S + j]);
                    }
                    zn[i] = sum4;
                }
                for (int i = 0; i < S; ++i) {
                    g0n[i] = erf(0.70710678118654757*zn[i]);
                }
                {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (g0n[j]*mc0[j]);
                    }
                    *mr = -params->eta_w * sum4;
                }
                *Gr = (params->eta_w*params->eta_w)*(params->noise*params->noise);
                {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            sum4 += (r > j ? 2.0 : 1.0) * (G0[j*S + r]*g0n[j]*g0n[r]);
                        }
                    }
                    *Gr += (params->eta_w*params->eta_w) * sum4;
                }
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (GX1[j*S + i]*g0n[j]);
                    }
                    Xr[i] = -params->eta_w * sum4;
                }
                *Gd = (params->eta_w*params->eta_w)*(params->noise*params->noise);
                {
                    double sum4 = 0.0;
                    for (int n = 0; n < M; ++n) {
                        sum4 += (G0[(K + n)*S + K + n]*(g0n[K + n]*g0n[K + n]));
                    }
                    *Gd += (params->eta_w*params->eta_w) * sum4;
                }
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int n = 0; n < M; ++n) {
                        sum4 += (GX1[(K + n)*S + i]*g0n[K + n]);
                    }
                    Xd[i] = -params->eta_w * sum4;
                }
                *q3 = 3.0*(*Gr)*(*mr) - 2.0*((*mr)*(*mr)*(*mr));
                for (int i = 0; i < S; ++i) {
                    q3x[i] = -3.0*(*Gd)*Xd[i] + 3.0*(*Gr)*Xr[i];
                }
                for (int i = 0; i < S; ++i) {
                    q3x[i] += -2.0*((*mr)*(*mr)*(*mr))*mc1[i];
                }
                *q4 = -3.0*((*Gd)*(*Gd)) + 3.0*((*Gr)*(*Gr));
                *q4 += -2.0*((*mr)*(*mr)*(*mr)*(*mr));
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                {
                                    const double here = y_B4[((k*K + l)*K + a)*K + b];

                                    if (here != 0.0) {
                                        const double p_0 = (*q4)*g0n[a]*g0n[b];
                                        const double p_1 = g0n[k]*g0n[l]*weights[e];
                                        const double b_p_1 = here*p_0;
                                        const double b_p_0 = here*p_1;
                                        y_g0n[k] += b_p_1*g0n[l]*weights[e];
                                        y_g0n[l] += b_p_1*g0n[k]*weights[e];
                                        y_g0n[a] += b_p_0*(*q4)*g0n[b];
                                        y_g0n[b] += b_p_0*(*q4)*g0n[a];
                                        (*y_q4) += b_p_0*g0n[a]*g0n[b];
                                    }
                                }
                            }
                        }
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int i = 0; i < S; ++i) {
                                {
                                    const double here = y_B3x[((k*K + l)*K + a)*S + i];

                                    if (here != 0.0) {
                                        const double p_0 = g0n[a]*g0n[k];
                                        const double p_1 = g0n[l]*q3x[i]*weights[e];
                                        const double b_p_1 = here*p_0;
                                        const double b_p_0 = here*p_1;
                                        y_g0n[l] += b_p_1*q3x[i]*weights[e];
                                        y_q3x[i] += b_p_1*g0n[l]*weights[e];
                                        y_g0n[a] += b_p_0*g0n[k];
                                        y_g0n[k] += b_p_0*g0n[a];
                                    }
                                }
                            }
                        }
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            {
                                const double here = y_B3[(k*K + l)*K + a];

                                if (here != 0.0) {
                                    const double p_0 = (*q3)*g0n[a];
                                    const double p_1 = g0n[k]*g0n[l]*weights[e];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_g0n[k] += b_p_1*g0n[l]*weights[e];
                                    y_g0n[l] += b_p_1*g0n[k]*weights[e];
                                    y_g0n[a] += b_p_0*(*q3);
                                    (*y_q3) += b_p_0*g0n[a];
                                }
                            }
                        }
                    }
                }
                {
                    const double here = *y_q4;

                    if (here != 0.0) {
                        (*y_mr) += -8.0*here*((*mr)*(*mr)*(*mr));
                    }
                }
                {
                    const double here = *y_q4;

                    *y_q4 = 0.0;
                    if (here != 0.0) {
                        (*y_Gd) += -6.0*(*Gd)*here;
                        (*y_Gr) += 6.0*(*Gr)*here;
                    }
                }
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_q3x[i];

                        if (here != 0.0) {
                            y_mc1[i] += -2.0*here*((*mr)*(*mr)*(*mr));
                            (*y_mr) += -6.0*here*((*mr)*(*mr))*mc1[i];
                        }
                    }
                }
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_q3x[i];

                        y_q3x[i] = 0.0;
                        if (here != 0.0) {
                            (*y_Gd) += -3.0*here*Xd[i];
                            (*y_Gr) += 3.0*here*Xr[i];
                            y_Xd[i] += -3.0*(*Gd)*here;
                            y_Xr[i] += 3.0*(*Gr)*here;
                        }
                    }
                }
                {
                    const double here = *y_q3;

                    *y_q3 = 0.0;
                    if (here != 0.0) {
                        (*y_Gr) += 3.0*here*(*mr);
                        (*y_mr) += here*(3.0*(*Gr) - 6.0*((*mr)*(*mr)));
                    }
                }
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_Xd[i];

                        y_Xd[i] = 0.0;
                        if (here != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                y_GX1[(K + n)*S + i] += -params->eta_w*here*g0n[K + n];
                                (*y_eta_w) += -here*GX1[(K + n)*S + i]*g0n[K + n];
                                y_g0n[K + n] += -params->eta_w*here*GX1[(K + n)*S + i];
                            }
                        }
                    }
                }
                {
                    const double here = *y_Gd;

                    if (here != 0.0) {
                        for (int n = 0; n < M; ++n) {
                            y_G0[(K + n)*S + K + n] += (params->eta_w*params->eta_w)*here*(g0n[K + n]*g0n[K + n]);
                            (*y_eta_w) += 2.0*params->eta_w*here*G0[(K + n)*S + K + n]*(g0n[K + n]*g0n[K + n]);
                            y_g0n[K + n] += 2.0*(params->eta_w*params->eta_w)*here*G0[(K + n)*S + K + n]*g0n[K + n];
                        }
                    }
                }
                {
                    const double here = *y_Gd;

                    *y_Gd = 0.0;
                    if (here != 0.0) {
                        (*y_eta_w) += 2.0*params->eta_w*here*(params->noise*params->noise);
                        (*y_noise) += 2.0*(params->eta_w*params->eta_w)*here*params->noise;
                    }
                }
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_Xr[i];

                        y_Xr[i] = 0.0;
                        if (here != 0.0) {
                            for (int j = 0; j < S; ++j) {
                                y_GX1[j*S + i] += -params->eta_w*here*g0n[j];
                                (*y_eta_w) += -here*GX1[j*S + i]*g0n[j];
                                y_g0n[j] += -params->eta_w*here*GX1[j*S + i];
                            }
                        }
                    }
                }
                {
                    const double whole = *y_Gr;

                    if (whole != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                const double here = (r > j ? 2.0 : 1.0) * whole;
                                y_G0[j*S + r] += (params->eta_w*params->eta_w)*here*g0n[j]*g0n[r];
                                (*y_eta_w) += 2.0*params->eta_w*here*G0[j*S + r]*g0n[j]*g0n[r];
                                y_g0n[j] += (params->eta_w*params->eta_w)*here*G0[j*S + r]*g0n[r];
                                y_g0n[r] += (params->eta_w*params->eta_w)*here*G0[j*S + r]*g0n[j];
                            }
                        }
                    }
                }
                {
                    const double here = *y_Gr;

                    *y_Gr = 0.0;
                    if (here != 0.0) {
                        (*y_eta_w) += 2.0*params->eta_w*here*(params->noise*params->noise);
                        (*y_noise) += 2.0*(params->eta_w*params->eta_w)*here*params->noise;
                    }
                }
                {
                    const double here = *y_mr;

                    *y_mr = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            (*y_eta_w) += -here*g0n[j]*mc0[j];
                            y_g0n[j] += -params->eta_w*here*mc0[j];
                            y_mc0[j] += -params->eta_w*here*g0n[j];
                        }
                    }
                }
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_g0n[i];

                        y_g0n[i] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = 0.70710678118654757*zn[i];
                            const double b_p_0 = 1.1283791670955126*here*exp(-(p_0*p_0));
                            y_zn[i] += 0.70710678118654757*b_p_0;
                        }
                    }
                }
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_zn[i];

                        y_zn[i] = 0.0;
                        if (here != 0.0) {
                            for (int j = 0; j < S; ++j) {
                                y_F[i*S + j] += here*nodes[e*S + j];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            y_B4[((k*K + l)*K + a)*K + b] = 0.0;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            y_B3x[((k*K + l)*K + a)*S + i] = 0.0;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        y_B3[(k*K + l)*K + a] = 0.0;
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            fo_anil_adjoint_image(&y_B2xx[((k*K + l)*S + i)*S + j], &y_B2xx[((l*K + k)*S + i)*S + j]);
                            fo_anil_adjoint_image(&y_B2xx[((k*K + l)*S + i)*S + j], &y_B2xx[((k*K + l)*S + j)*S + i]);
                            fo_anil_adjoint_image(&y_B2xx[((k*K + l)*S + i)*S + j], &y_B2xx[((l*K + k)*S + j)*S + i]);
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_B2xx[((k*K + l)*S + i)*S + j];

                                if (here != 0.0) {
                                    for (int p = 0; p < M; ++p) {
                                        (*y_eta_w) += 2.0*params->eta_w*here*s6[(p*K + k)*K + l]*v5[(p*S + i)*S + j];
                                        y_s6[(p*K + k)*K + l] += (params->eta_w*params->eta_w)*here*v5[(p*S + i)*S + j];
                                        y_v5[(p*S + i)*S + j] += (params->eta_w*params->eta_w)*here*s6[(p*K + k)*K + l];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_B2xx[((k*K + l)*S + i)*S + j];

                                if (here != 0.0) {
                                    const double p_0 = -2.0*(params->eta_w*params->eta_w);
                                    const double p_1 = mc1[i]*mc1[j]*s4[k*K + l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_mc1[i] += b_p_1*mc1[j]*s4[k*K + l];
                                    y_mc1[j] += b_p_1*mc1[i]*s4[k*K + l];
                                    y_s4[k*K + l] += b_p_1*mc1[i]*mc1[j];
                                    (*y_eta_w) += -4.0*b_p_0*params->eta_w;
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_B2xx[((k*K + l)*S + i)*S + j];

                                if (here != 0.0) {
                                    for (int s = 0; s < S; ++s) {
                                        y_GX1[s*S + j] += 2.0*(params->eta_w*params->eta_w)*here*s8[((k*K + l)*S + i)*S + s];
                                        (*y_eta_w) += 4.0*params->eta_w*here*GX1[s*S + j]*s8[((k*K + l)*S + i)*S + s];
                                        y_s8[((k*K + l)*S + i)*S + s] += 2.0*(params->eta_w*params->eta_w)*here*GX1[s*S + j];
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_B2xx[((k*K + l)*S + i)*S + j];

                                y_B2xx[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    y_G1[i*S + j] += here*((params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l] + (params->eta_w*params->eta_w)*s1[k*K + l]);
                                    y_I2[k*S + l] += (params->eta_w*params->eta_w)*here*(params->noise*params->noise)*G1[i*S + j];
                                    (*y_eta_w) += here*(2.0*params->eta_w*(params->noise*params->noise)*G1[i*S + j]*I2[k*S + l] + 2.0*params->eta_w*G1[i*S + j]*s1[k*K + l]);
                                    (*y_noise) += 2.0*(params->eta_w*params->eta_w)*here*params->noise*G1[i*S + j]*I2[k*S + l];
                                    y_s1[k*K + l] += (params->eta_w*params->eta_w)*here*G1[i*S + j];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
            for (int p = 0; p < M; ++p) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        {
                            const double here = y_v5[(p*S + i)*S + j];

                            y_v5[(p*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                y_L1[i*M + p] += here*L1[j*M + p]*kappa[p];
                                y_L1[j*M + p] += here*L1[i*M + p]*kappa[p];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int s = 0; s < S; ++s) {
                            {
                                const double here = y_s8[((k*K + l)*S + i)*S + s];

                                y_s8[((k*K + l)*S + i)*S + s] = 0.0;
                                if (here != 0.0) {
                                    for (int r = 0; r < S; ++r) {
                                        y_GX1[r*S + i] += here*I_g0g0g0g0[((k*S + l)*S + s)*S + r];
                                        y_I_g0g0g0g0[((k*S + l)*S + s)*S + r] += here*GX1[r*S + i];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        fo_anil_adjoint_image(&y_B2x[(k*K + l)*S + i], &y_B2x[(l*K + k)*S + i]);
                        {
                            const double here = y_B2x[(k*K + l)*S + i];

                            if (here != 0.0) {
                                for (int j = 0; j < S; ++j) {
                                    y_GX1[j*S + i] += 2.0*(params->eta_w*params->eta_w)*here*s7[(k*K + l)*S + j];
                                    (*y_eta_w) += 4.0*params->eta_w*here*GX1[j*S + i]*s7[(k*K + l)*S + j];
                                    y_s7[(k*K + l)*S + j] += 2.0*(params->eta_w*params->eta_w)*here*GX1[j*S + i];
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        fo_anil_adjoint_image(&y_B2x[(k*K + l)*S + i], &y_B2x[(l*K + k)*S + i]);
                        {
                            const double here = y_B2x[(k*K + l)*S + i];

                            y_B2x[(k*K + l)*S + i] = 0.0;
                            if (here != 0.0) {
                                y_I2[k*S + l] += (params->eta_w*params->eta_w)*here*(params->noise*params->noise)*mc1[i];
                                (*y_eta_w) += here*(2.0*params->eta_w*(params->noise*params->noise)*I2[k*S + l]*mc1[i] + 2.0*params->eta_w*mc1[i]*s1[k*K + l] - 4.0*params->eta_w*mc1[i]*s4[k*K + l]);
                                y_mc1[i] += here*((params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l] + (params->eta_w*params->eta_w)*s1[k*K + l] - 2.0*(params->eta_w*params->eta_w)*s4[k*K + l]);
                                (*y_noise) += 2.0*(params->eta_w*params->eta_w)*here*params->noise*I2[k*S + l]*mc1[i];
                                y_s1[k*K + l] += (params->eta_w*params->eta_w)*here*mc1[i];
                                y_s4[k*K + l] += -2.0*(params->eta_w*params->eta_w)*here*mc1[i];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int j = 0; j < S; ++j) {
                        {
                            const double here = y_s7[(k*K + l)*S + j];

                            y_s7[(k*K + l)*S + j] = 0.0;
                            if (here != 0.0) {
                                for (int r = 0; r < S; ++r) {
                                    y_I_g0g0g0g0[((k*S + l)*S + j)*S + r] += here*mc0[r];
                                    y_mc0[r] += here*I_g0g0g0g0[((k*S + l)*S + j)*S + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            fo_anil_adjoint_image(&y_B22[((k*K + l)*K + a)*K + b], &y_B22[((l*K + k)*K + a)*K + b]);
                            fo_anil_adjoint_image(&y_B22[((k*K + l)*K + a)*K + b], &y_B22[((k*K + l)*K + b)*K + a]);
                            fo_anil_adjoint_image(&y_B22[((k*K + l)*K + a)*K + b], &y_B22[((l*K + k)*K + b)*K + a]);
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_B22[((k*K + l)*K + a)*K + b];

                                if (here != 0.0) {
                                    for (int p = 0; p < M; ++p) {
                                        (*y_eta_w) += 4.0*(params->eta_w*params->eta_w*params->eta_w)*here*s6[(p*K + k)*K + l]*v4[(p*K + a)*K + b];
                                        y_s6[(p*K + k)*K + l] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*v4[(p*K + a)*K + b];
                                        y_v4[(p*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*s6[(p*K + k)*K + l];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_B22[((k*K + l)*K + a)*K + b];

                                if (here != 0.0) {
                                    (*y_eta_w) += -8.0*(params->eta_w*params->eta_w*params->eta_w)*here*s4[a*K + b]*s4[k*K + l];
                                    y_s4[a*K + b] += -2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*s4[k*K + l];
                                    y_s4[k*K + l] += -2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*s4[a*K + b];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_B22[((k*K + l)*K + a)*K + b];

                                if (here != 0.0) {
                                    for (int j = 0; j < S; ++j) {
                                        for (int s = 0; s < S; ++s) {
                                            y_I_g0g0g0g0[((k*S + l)*S + j)*S + s] += 2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*s3[((a*K + b)*S + j)*S + s];
                                            (*y_eta_w) += 8.0*(params->eta_w*params->eta_w*params->eta_w)*here*I_g0g0g0g0[((k*S + l)*S + j)*S + s]*s3[((a*K + b)*S + j)*S + s];
                                            y_s3[((a*K + b)*S + j)*S + s] += 2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*here*I_g0g0g0g0[((k*S + l)*S + j)*S + s];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            {
                                const double here = y_B22[((k*K + l)*K + a)*K + b];

                                y_B22[((k*K + l)*K + a)*K + b] = 0.0;
                                if (here != 0.0) {
                                    y_I2[a*S + b] += here*((params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[k*S + l] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*s1[k*K + l]);
                                    y_I2[k*S + l] += here*((params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[a*S + b] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*s1[a*K + b]);
                                    (*y_eta_w) += here*(4.0*(params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[a*S + b]*I2[k*S + l] + 4.0*(params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[a*S + b]*s1[k*K + l] + 4.0*(params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*s1[a*K + b] + 4.0*(params->eta_w*params->eta_w*params->eta_w)*s1[a*K + b]*s1[k*K + l]);
                                    (*y_noise) += here*(4.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise)*I2[a*S + b]*I2[k*S + l] + 2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*params->noise*I2[a*S + b]*s1[k*K + l] + 2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*params->noise*I2[k*S + l]*s1[a*K + b]);
                                    y_s1[a*K + b] += here*((params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*s1[k*K + l]);
                                    y_s1[k*K + l] += here*((params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[a*S + b] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*s1[a*K + b]);
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
            for (int p = 0; p < M; ++p) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        {
                            const double here = y_v4[(p*K + a)*K + b];

                            y_v4[(p*K + a)*K + b] = 0.0;
                            if (here != 0.0) {
                                y_s6[(p*K + a)*K + b] += here*kappa[p];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
            for (int p = 0; p < M; ++p) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        {
                            const double here = y_s6[(p*K + k)*K + l];

                            y_s6[(p*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                for (int j = 0; j < S; ++j) {
                                    y_s5[((p*K + k)*K + l)*S + j] += here*L0[j*M + p];
                                }
                            }
                        }
                    }
                }
            }
            for (int p = 0; p < M; ++p) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int j = 0; j < S; ++j) {
                            {
                                const double here = y_s5[((p*K + k)*K + l)*S + j];

                                y_s5[((p*K + k)*K + l)*S + j] = 0.0;
                                if (here != 0.0) {
                                    for (int i = 0; i < S; ++i) {
                                        y_I_g0g0g0g0[((k*S + l)*S + j)*S + i] += here*L0[i*M + p];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int a = 0; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    {
                        const double whole = y_s4[a*K + b];

                        y_s4[a*K + b] = 0.0;
                        if (whole != 0.0) {
                            for (int j = 0; j < S; ++j) {
                                for (int i = j; i < S; ++i) {
                                    const double here = (i > j ? 2.0 : 1.0) * whole;
                                    y_I_g0g0g0g0[((a*S + b)*S + j)*S + i] += here*mc0[i]*mc0[j];
                                    y_mc0[i] += here*I_g0g0g0g0[((a*S + b)*S + j)*S + i]*mc0[j];
                                    y_mc0[j] += here*I_g0g0g0g0[((a*S + b)*S + j)*S + i]*mc0[i];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int a = 0; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int j = 0; j < S; ++j) {
                        for (int s = 0; s < S; ++s) {
                            {
                                const double here = y_s3[((a*K + b)*S + j)*S + s];

                                y_s3[((a*K + b)*S + j)*S + s] = 0.0;
                                if (here != 0.0) {
                                    for (int r = 0; r < S; ++r) {
                                        y_G0[s*S + r] += here*s2[((a*K + b)*S + j)*S + r];
                                        y_s2[((a*K + b)*S + j)*S + r] += here*G0[s*S + r];
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int a = 0; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = 0; r < S; ++r) {
                            {
                                const double here = y_s2[((a*K + b)*S + j)*S + r];

                                y_s2[((a*K + b)*S + j)*S + r] = 0.0;
                                if (here != 0.0) {
                                    for (int i = 0; i < S; ++i) {
                                        y_G0[j*S + i] += here*I_g0g0g0g0[((a*S + b)*S + r)*S + i];
                                        y_I_g0g0g0g0[((a*S + b)*S + r)*S + i] += here*G0[j*S + i];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int a = 0; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    {
                        const double whole = y_s1[a*K + b];

                        y_s1[a*K + b] = 0.0;
                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    y_G0[i*S + j] += here*I_g0g0g0g0[((a*S + b)*S + i)*S + j];
                                    y_I_g0g0g0g0[((a*S + b)*S + i)*S + j] += here*G0[i*S + j];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    fo_anil_adjoint_image(&y_B2[k*K + l], &y_B2[l*K + k]);
                }
            }
        }
        if (isfinite(params->P)) {
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
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            {
                const double here = *y_p44;

                if (here != 0.0) {
                    (*y_P) += here*(-22.0*higher/(params->P*params->P*params->P) + 18.0*higher/(params->P*params->P*params->P*params->P));
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            {
                const double here = *y_p44;

                *y_p44 = 0.0;
                if (here != 0.0) {
                    (*y_P) += 6.0*here/(params->P*params->P);
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            {
                const double here = *y_p43;

                if (here != 0.0) {
                    (*y_P) += here*(6.0*higher/(params->P*params->P*params->P) - 6.0*higher/(params->P*params->P*params->P*params->P));
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            {
                const double here = *y_p43;

                *y_p43 = 0.0;
                if (here != 0.0) {
                    (*y_P) += -here/(params->P*params->P);
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            {
                const double here = *y_p42;

                *y_p42 = 0.0;
                if (here != 0.0) {
                    (*y_P) += here*(-2.0*higher/(params->P*params->P*params->P) + 3.0*higher/(params->P*params->P*params->P*params->P));
                }
            }
            {
                const double here = *y_p41;

                *y_p41 = 0.0;
                if (here != 0.0) {
                    (*y_P) += -3.0*here*higher/(params->P*params->P*params->P*params->P);
                }
            }
            {
                const double here = *y_p33;

                if (here != 0.0) {
                    (*y_P) += -4.0*here*higher/(params->P*params->P*params->P);
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            {
                const double here = *y_p33;

                *y_p33 = 0.0;
                if (here != 0.0) {
                    (*y_P) += 3.0*here/(params->P*params->P);
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            {
                const double here = *y_p32;

                if (here != 0.0) {
                    (*y_P) += 2.0*here*higher/(params->P*params->P*params->P);
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            {
                const double here = *y_p32;

                *y_p32 = 0.0;
                if (here != 0.0) {
                    (*y_P) += -here/(params->P*params->P);
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            {
                const double here = *y_p31;

                *y_p31 = 0.0;
                if (here != 0.0) {
                    (*y_P) += -2.0*here*higher/(params->P*params->P*params->P);
                }
            }
        }
        if (isfinite(params->P)) {
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
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            fo_anil_adjoint_factor_back(S, F, y_F, y_C);
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_GX1[(K + n)*S + K + m];

                        if (here != 0.0) {
                            y_mc0[K + n] += here*mc1[K + m];
                            y_mc1[K + m] += here*mc0[K + n];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    y_GX1[(K + n)*S + K + m] = 0.0;
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    {
                        const double here = y_GX1[(K + n)*S + k];

                        if (here != 0.0) {
                            for (int q = 0; q < M; ++q) {
                                y_H[k*M + q] += -here*cov_apart[n*M + q];
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    {
                        const double here = y_GX1[(K + n)*S + k];

                        if (here != 0.0) {
                            y_mc0[K + n] += here*mc1[k];
                            y_mc1[k] += here*mc0[K + n];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    {
                        const double here = y_GX1[(K + n)*S + k];

                        y_GX1[(K + n)*S + k] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + n] += -here*cov[n*M + n];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    {
                        const double here = y_GX1[k*S + K + n];

                        if (here != 0.0) {
                            y_mc0[k] += here*mc1[K + n];
                            y_mc1[K + n] += here*mc0[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    y_GX1[k*S + K + n] = 0.0;
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    {
                        const double here = y_GX1[k*S + l];

                        if (here != 0.0) {
                            y_mc0[k] += here*mc1[l];
                            y_mc1[l] += here*mc0[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    y_GX1[k*S + l] = 0.0;
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    {
                        const double here = y_G1[(K + n)*S + K + m];

                        if (here != 0.0) {
                            y_mc1[K + m] += here*mc1[K + n];
                            y_mc1[K + n] += here*mc1[K + m];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_G1[(K + n)*S + K + m] = 0.0;
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
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
                    {
                        const double here = y_G1[k*S + K + n];

                        if (here != 0.0) {
                            y_mc1[k] += here*mc1[K + n];
                            y_mc1[K + n] += here*mc1[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    {
                        const double here = y_G1[k*S + K + n];

                        y_G1[k*S + K + n] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + n] += -here*cov[n*M + n];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    fo_anil_adjoint_image(&y_G1[k*S + l], &y_G1[l*S + k]);
                }
            }
        }
        if (isfinite(params->P)) {
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
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_mc1[K + n];

                    y_mc1[K + n] = 0.0;
                    if (here != 0.0) {
                        y_base1[K + n] += here;
                    }
                }
            }
        }
        if (isfinite(params->P)) {
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
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    fo_anil_adjoint_image(&y_G0[(K + n)*S + K + m], &y_G0[(K + m)*S + K + n]);
                }
            }
        }
        if (isfinite(params->P)) {
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
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    fo_anil_adjoint_image(&y_G0[k*S + K + n], &y_G0[(K + n)*S + k]);
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
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    fo_anil_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
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
        if (isfinite(params->V)) {
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
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_G[(K + n)*S + K + m] = 0.0;
                }
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
                fo_anil_adjoint_image(&y_G[k*S + l], &y_G[l*S + k]);
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
                fo_anil_adjoint_image(&y_G[k*S + l], &y_G[l*S + k]);
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

                if (here != 0.0) {
                    y_h[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_mc[k] = 0.0;
        }
        if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    y_L1[(K + n)*M + m] = 0.0;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_L1[k*M + m];

                        y_L1[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + m] += here;
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                y_base1[K + n] = 0.0;
            }
        }
        if (isfinite(params->P)) {
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
        if (isfinite(params->V) && params->kurtosis) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    y_L[(K + n)*M + m] = 0.0;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_L[k*M + m];

                        y_L[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + m] += here;
                        }
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
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k]);
                            {
                                const double here = y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];

                                y_I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = 0.0;
                                if (here != 0.0) {
                                    y_I2[a*S + b] += here;
                                    y_I_hg0g0_lll[(k*K + a)*K + b] += here;
                                    y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] += here;
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k]);
                                {
                                    const double here = y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];

                                    y_I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = 0.0;
                                    if (here != 0.0) {
                                        y_I_g0g0g0g0[((k*S + l)*S + a)*S + b] += here;
                                        y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] += here;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m], &y_I_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m]);
                            fo_anil_adjoint_image(&y_I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m], &y_I_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m]);
                            {
                                const double here = y_I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];

                                y_I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = 0.0;
                                if (here != 0.0) {
                                    y_I2[a*S + K + m] += here;
                                    y_I_hg0g0_llb[(k*K + a)*M + m] += here;
                                    y_I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] += here;
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int m = 0; m < M; ++m) {
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_sg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_sg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m]);
                                fo_anil_adjoint_image(&y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_sg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m]);
                                {
                                    const double here = y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];

                                    y_I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = 0.0;
                                    if (here != 0.0) {
                                        y_I_g0g0g0g0[((k*S + l)*S + a)*S + K + m] += here;
                                        y_I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] += here;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int a = 0; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k]);
                                fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k]);
                                {
                                    const double here = y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];

                                    y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = 0.0;
                                    if (here != 0.0) {
                                        y_I2[a*S + b] += here;
                                        y_I_hg0g0_lll[(k*K + a)*K + b] += here;
                                        y_I_hg0g0g0g0_bllll[(((m*K + k)*K + k)*K + a)*K + b] += here;
                                        y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] += here;
                                        y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] += here;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = k + 1; l < K; ++l) {
                            for (int a = l + 1; a < K; ++a) {
                                for (int b = a + 1; b < K; ++b) {
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k]);
                                    fo_anil_adjoint_image(&y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k]);
                                    {
                                        const double here = y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];

                                        y_I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = 0.0;
                                        if (here != 0.0) {
                                            y_I_g0g0g0g0[((k*S + l)*S + a)*S + b] += here;
                                            y_I_hg0g0g0g0_bllll[(((m*K + k)*K + l)*K + a)*K + b] += here;
                                            y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] += here;
                                            y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] += here;
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k]);
                            {
                                const double here = y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];

                                y_I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = 0.0;
                                if (here != 0.0) {
                                    y_I_hg0g0_bll[(n*K + a)*K + b] += here;
                                    y_I_hhg0g0_blll[((n*K + k)*K + a)*K + b] += here;
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k]);
                                {
                                    const double here = y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];

                                    y_I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = 0.0;
                                    if (here != 0.0) {
                                        for (int c = 0; c < n_square; ++c) {
                                            const double p_0 = fo_anil_adjoint_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + b], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + b], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + b], Cs1[((c*S + K + n)*S + b)*S + b]);
                                            const double b_p_0 = here*v2[n*n_square + c];
                                            double g_0[10];
                                            fo_anil_adjoint_joint4_back(b_p_0, Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + b], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + b], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + b], Cs1[((c*S + K + n)*S + b)*S + b], g_0);
                                            y_v2[n*n_square + c] += here*p_0;
                                            y_Cs1[((c*S + K + n)*S + k)*S + k] += g_0[0];
                                            y_Cs1[((c*S + K + n)*S + k)*S + l] += g_0[1];
                                            y_Cs1[((c*S + K + n)*S + k)*S + a] += g_0[2];
                                            y_Cs1[((c*S + K + n)*S + k)*S + b] += g_0[3];
                                            y_Cs1[((c*S + K + n)*S + l)*S + l] += g_0[4];
                                            y_Cs1[((c*S + K + n)*S + l)*S + a] += g_0[5];
                                            y_Cs1[((c*S + K + n)*S + l)*S + b] += g_0[6];
                                            y_Cs1[((c*S + K + n)*S + a)*S + a] += g_0[7];
                                            y_Cs1[((c*S + K + n)*S + a)*S + b] += g_0[8];
                                            y_Cs1[((c*S + K + n)*S + b)*S + b] += g_0[9];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m], &y_I_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m]);
                            fo_anil_adjoint_image(&y_I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m], &y_I_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m]);
                            {
                                const double here = y_I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];

                                y_I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = 0.0;
                                if (here != 0.0) {
                                    y_I_hg0g0_blb[(n*K + a)*M + m] += here;
                                    y_I_hhg0g0_bllb[((n*K + k)*K + a)*M + m] += here;
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int m = 0; m < M; ++m) {
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_hg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_hg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m]);
                                fo_anil_adjoint_image(&y_I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m], &y_I_hg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m]);
                                {
                                    const double here = y_I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];

                                    y_I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = 0.0;
                                    if (here != 0.0) {
                                        for (int c = 0; c < n_square; ++c) {
                                            const double p_0 = fo_anil_adjoint_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + K + m], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + K + m], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + K + m], Cs1[((c*S + K + n)*S + K + m)*S + K + m]);
                                            const double b_p_0 = here*v2[n*n_square + c];
                                            double g_0[10];
                                            fo_anil_adjoint_joint4_back(b_p_0, Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + K + m], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + K + m], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + K + m], Cs1[((c*S + K + n)*S + K + m)*S + K + m], g_0);
                                            y_v2[n*n_square + c] += here*p_0;
                                            y_Cs1[((c*S + K + n)*S + k)*S + k] += g_0[0];
                                            y_Cs1[((c*S + K + n)*S + k)*S + l] += g_0[1];
                                            y_Cs1[((c*S + K + n)*S + k)*S + a] += g_0[2];
                                            y_Cs1[((c*S + K + n)*S + k)*S + K + m] += g_0[3];
                                            y_Cs1[((c*S + K + n)*S + l)*S + l] += g_0[4];
                                            y_Cs1[((c*S + K + n)*S + l)*S + a] += g_0[5];
                                            y_Cs1[((c*S + K + n)*S + l)*S + K + m] += g_0[6];
                                            y_Cs1[((c*S + K + n)*S + a)*S + a] += g_0[7];
                                            y_Cs1[((c*S + K + n)*S + a)*S + K + m] += g_0[8];
                                            y_Cs1[((c*S + K + n)*S + K + m)*S + K + m] += g_0[9];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int a = 0; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k]);
                                {
                                    const double here = y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];

                                    y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = 0.0;
                                    if (here != 0.0) {
                                        y_I_hhg0g0_bbll[((n*M + m)*K + a)*K + b] += here;
                                        y_I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + b] += here;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + a)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + l)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + l)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + b)*K + l]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + b)*K + l]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + k)*K + l]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + l)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + k)*K + l]);
                                fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + l)*K + k]);
                                {
                                    const double here = y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];

                                    y_I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b] = 0.0;
                                    if (here != 0.0) {
                                        y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] += here;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n + 1; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = k + 1; l < K; ++l) {
                            for (int a = l + 1; a < K; ++a) {
                                for (int b = a + 1; b < K; ++b) {
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k]);
                                    fo_anil_adjoint_image(&y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b], &y_I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k]);
                                    {
                                        const double here = y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];

                                        y_I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = 0.0;
                                        if (here != 0.0) {
                                            for (int c = 0; c < n_square; ++c) {
                                                for (int d = 0; d < n_square; ++d) {
                                                    const double p_0 = fo_anil_adjoint_joint4(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b]);
                                                    const double p_1 = square_weight[c]*square_weight[d];
                                                    const double b_p_2 = here*p_1;
                                                    const double b_p_0 = b_p_2*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d];
                                                    double g_0[10];
                                                    fo_anil_adjoint_joint4_back(b_p_0, Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b], g_0);
                                                    y_r2[(K + n)*n_square + c] += b_p_2*p_0*r3[((c*M + n)*S + K + m)*n_square + d];
                                                    y_r3[((c*M + n)*S + K + m)*n_square + d] += b_p_2*p_0*r2[(K + n)*n_square + c];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k] += g_0[0];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l] += g_0[1];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a] += g_0[2];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b] += g_0[3];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l] += g_0[4];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a] += g_0[5];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b] += g_0[6];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a] += g_0[7];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b] += g_0[8];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b] += g_0[9];
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k]);
                            fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k]);
                            {
                                const double here = y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];

                                y_I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = 0.0;
                                if (here != 0.0) {
                                    y_I_qg0g0_bll[(n*K + a)*K + b] += here;
                                    y_I_qhg0g0_blll[((n*K + k)*K + a)*K + b] += here;
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l]);
                                fo_anil_adjoint_image(&y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b], &y_I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k]);
                                {
                                    const double here = y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];

                                    y_I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = 0.0;
                                    if (here != 0.0) {
                                        for (int g = 0; g < n_quartic; ++g) {
                                            const double p_0 = fo_anil_adjoint_joint4(Cq[((g*M + n)*S + k)*S + k], Cq[((g*M + n)*S + k)*S + l], Cq[((g*M + n)*S + k)*S + a], Cq[((g*M + n)*S + k)*S + b], Cq[((g*M + n)*S + l)*S + l], Cq[((g*M + n)*S + l)*S + a], Cq[((g*M + n)*S + l)*S + b], Cq[((g*M + n)*S + a)*S + a], Cq[((g*M + n)*S + a)*S + b], Cq[((g*M + n)*S + b)*S + b]);
                                            const double b_p_0 = here*v1[n*n_quartic + g];
                                            double g_0[10];
                                            fo_anil_adjoint_joint4_back(b_p_0, Cq[((g*M + n)*S + k)*S + k], Cq[((g*M + n)*S + k)*S + l], Cq[((g*M + n)*S + k)*S + a], Cq[((g*M + n)*S + k)*S + b], Cq[((g*M + n)*S + l)*S + l], Cq[((g*M + n)*S + l)*S + a], Cq[((g*M + n)*S + l)*S + b], Cq[((g*M + n)*S + a)*S + a], Cq[((g*M + n)*S + a)*S + b], Cq[((g*M + n)*S + b)*S + b], g_0);
                                            y_v1[n*n_quartic + g] += here*p_0;
                                            y_Cq[((g*M + n)*S + k)*S + k] += g_0[0];
                                            y_Cq[((g*M + n)*S + k)*S + l] += g_0[1];
                                            y_Cq[((g*M + n)*S + k)*S + a] += g_0[2];
                                            y_Cq[((g*M + n)*S + k)*S + b] += g_0[3];
                                            y_Cq[((g*M + n)*S + l)*S + l] += g_0[4];
                                            y_Cq[((g*M + n)*S + l)*S + a] += g_0[5];
                                            y_Cq[((g*M + n)*S + l)*S + b] += g_0[6];
                                            y_Cq[((g*M + n)*S + a)*S + a] += g_0[7];
                                            y_Cq[((g*M + n)*S + a)*S + b] += g_0[8];
                                            y_Cq[((g*M + n)*S + b)*S + b] += g_0[9];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        {
                            const double here = y_I_hg0g0_lll[(k*K + l)*K + a];

                            y_I_hg0g0_lll[(k*K + l)*K + a] = 0.0;
                            if (here != 0.0) {
                                for (int c = 0; c < n_square; ++c) {
                                    const double p_0 = Cs1[((c*S + k)*S + l)*S + a]*r13[(c*S + k)*S + a]*r13[(c*S + k)*S + l];
                                    const double p_1 = asin(p_0);
                                    const double b_p_1 = 0.63661977236758138*here*v3[k*n_square + c];
                                    const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                                    y_v3[k*n_square + c] += 0.63661977236758138*here*p_1;
                                    y_Cs1[((c*S + k)*S + l)*S + a] += b_p_0*r13[(c*S + k)*S + a]*r13[(c*S + k)*S + l];
                                    y_r13[(c*S + k)*S + a] += b_p_0*Cs1[((c*S + k)*S + l)*S + a]*r13[(c*S + k)*S + l];
                                    y_r13[(c*S + k)*S + l] += b_p_0*Cs1[((c*S + k)*S + l)*S + a]*r13[(c*S + k)*S + a];
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        {
                            const double here = y_I_hg0g0_llb[(k*K + l)*M + n];

                            y_I_hg0g0_llb[(k*K + l)*M + n] = 0.0;
                            if (here != 0.0) {
                                for (int c = 0; c < n_square; ++c) {
                                    const double p_0 = Cs1[((c*S + k)*S + l)*S + K + n]*r13[(c*S + k)*S + l]*r13[(c*S + k)*S + K + n];
                                    const double p_1 = asin(p_0);
                                    const double b_p_1 = 0.63661977236758138*here*v3[k*n_square + c];
                                    const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                                    y_v3[k*n_square + c] += 0.63661977236758138*here*p_1;
                                    y_Cs1[((c*S + k)*S + l)*S + K + n] += b_p_0*r13[(c*S + k)*S + l]*r13[(c*S + k)*S + K + n];
                                    y_r13[(c*S + k)*S + l] += b_p_0*Cs1[((c*S + k)*S + l)*S + K + n]*r13[(c*S + k)*S + K + n];
                                    y_r13[(c*S + k)*S + K + n] += b_p_0*Cs1[((c*S + k)*S + l)*S + K + n]*r13[(c*S + k)*S + l];
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int c = 0; c < n_square; ++c) {
                    {
                        const double here = y_v3[k*n_square + c];

                        y_v3[k*n_square + c] = 0.0;
                        if (here != 0.0) {
                            y_r2[k*n_square + c] += here*square_weight[c];
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        {
                            const double here = y_I_hg0g0_bll[(n*K + k)*K + l];

                            y_I_hg0g0_bll[(n*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                for (int c = 0; c < n_square; ++c) {
                                    const double p_0 = Cs1[((c*S + K + n)*S + k)*S + l]*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + l];
                                    const double p_1 = asin(p_0);
                                    const double b_p_1 = 0.63661977236758138*here*v2[n*n_square + c];
                                    const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                                    y_v2[n*n_square + c] += 0.63661977236758138*here*p_1;
                                    y_Cs1[((c*S + K + n)*S + k)*S + l] += b_p_0*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + l];
                                    y_r13[(c*S + K + n)*S + k] += b_p_0*Cs1[((c*S + K + n)*S + k)*S + l]*r13[(c*S + K + n)*S + l];
                                    y_r13[(c*S + K + n)*S + l] += b_p_0*Cs1[((c*S + K + n)*S + k)*S + l]*r13[(c*S + K + n)*S + k];
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        {
                            const double here = y_I_hg0g0_blb[(n*K + k)*M + m];

                            y_I_hg0g0_blb[(n*K + k)*M + m] = 0.0;
                            if (here != 0.0) {
                                for (int c = 0; c < n_square; ++c) {
                                    const double p_0 = Cs1[((c*S + K + n)*S + k)*S + K + m]*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + K + m];
                                    const double p_1 = asin(p_0);
                                    const double b_p_1 = 0.63661977236758138*here*v2[n*n_square + c];
                                    const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                                    y_v2[n*n_square + c] += 0.63661977236758138*here*p_1;
                                    y_Cs1[((c*S + K + n)*S + k)*S + K + m] += b_p_0*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + K + m];
                                    y_r13[(c*S + K + n)*S + k] += b_p_0*Cs1[((c*S + K + n)*S + k)*S + K + m]*r13[(c*S + K + n)*S + K + m];
                                    y_r13[(c*S + K + n)*S + K + m] += b_p_0*Cs1[((c*S + K + n)*S + k)*S + K + m]*r13[(c*S + K + n)*S + k];
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int c = 0; c < n_square; ++c) {
                    {
                        const double here = y_v2[n*n_square + c];

                        y_v2[n*n_square + c] = 0.0;
                        if (here != 0.0) {
                            y_r2[(K + n)*n_square + c] += here*square_weight[c];
                        }
                    }
                }
            }
            for (int c = 0; c < n_square; ++c) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        {
                            const double here = y_r13[(c*S + i)*S + j];

                            y_r13[(c*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = Cs1[((c*S + i)*S + j)*S + j] + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_Cs1[((c*S + i)*S + j)*S + j] += b_p_0;
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            {
                                const double here = y_I_hhg0g0_blll[((n*K + k)*K + l)*K + a];

                                y_I_hhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.0;
                                if (here != 0.0) {
                                    for (int c = 0; c < n_square; ++c) {
                                        for (int d = 0; d < n_square; ++d) {
                                            const double p_0 = Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + l];
                                            const double p_1 = asin(p_0);
                                            const double p_2 = 0.63661977236758138*square_weight[c];
                                            const double b_p_3 = here*p_2;
                                            const double b_p_1 = b_p_3*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[d];
                                            const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                                            y_r2[(K + n)*n_square + c] += b_p_3*p_1*r3[((c*M + n)*S + k)*n_square + d]*square_weight[d];
                                            y_r3[((c*M + n)*S + k)*n_square + d] += b_p_3*p_1*r2[(K + n)*n_square + c]*square_weight[d];
                                            y_Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a] += b_p_0*r12[(((c*n_square + d)*M + n)*S + k)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + l];
                                            y_r12[(((c*n_square + d)*M + n)*S + k)*S + a] += b_p_0*Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + l];
                                            y_r12[(((c*n_square + d)*M + n)*S + k)*S + l] += b_p_0*Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + a];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int m = 0; m < M; ++m) {
                            {
                                const double here = y_I_hhg0g0_bllb[((n*K + k)*K + l)*M + m];

                                y_I_hhg0g0_bllb[((n*K + k)*K + l)*M + m] = 0.0;
                                if (here != 0.0) {
                                    for (int c = 0; c < n_square; ++c) {
                                        for (int d = 0; d < n_square; ++d) {
                                            const double p_0 = Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r12[(((c*n_square + d)*M + n)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + k)*S + K + m];
                                            const double p_1 = asin(p_0);
                                            const double p_2 = 0.63661977236758138*square_weight[c];
                                            const double b_p_3 = here*p_2;
                                            const double b_p_1 = b_p_3*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[d];
                                            const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                                            y_r2[(K + n)*n_square + c] += b_p_3*p_1*r3[((c*M + n)*S + k)*n_square + d]*square_weight[d];
                                            y_r3[((c*M + n)*S + k)*n_square + d] += b_p_3*p_1*r2[(K + n)*n_square + c]*square_weight[d];
                                            y_Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m] += b_p_0*r12[(((c*n_square + d)*M + n)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + k)*S + K + m];
                                            y_r12[(((c*n_square + d)*M + n)*S + k)*S + l] += b_p_0*Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r12[(((c*n_square + d)*M + n)*S + k)*S + K + m];
                                            y_r12[(((c*n_square + d)*M + n)*S + k)*S + K + m] += b_p_0*Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r12[(((c*n_square + d)*M + n)*S + k)*S + l];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        fo_anil_adjoint_image(&y_I_hhg0g0_bbll[((n*M + n)*K + k)*K + l], &y_I_hhg0g0_bbll[((n*M + n)*K + l)*K + k]);
                        {
                            const double here = y_I_hhg0g0_bbll[((n*M + n)*K + k)*K + l];

                            y_I_hhg0g0_bbll[((n*M + n)*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                y_I_qg0g0_bll[(n*K + k)*K + l] += here;
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n + 1; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = k; l < K; ++l) {
                            fo_anil_adjoint_image(&y_I_hhg0g0_bbll[((n*M + m)*K + k)*K + l], &y_I_hhg0g0_bbll[((n*M + m)*K + l)*K + k]);
                            fo_anil_adjoint_image(&y_I_hhg0g0_bbll[((n*M + m)*K + k)*K + l], &y_I_hhg0g0_bbll[((m*M + n)*K + k)*K + l]);
                            fo_anil_adjoint_image(&y_I_hhg0g0_bbll[((n*M + m)*K + k)*K + l], &y_I_hhg0g0_bbll[((m*M + n)*K + l)*K + k]);
                            {
                                const double here = y_I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];

                                y_I_hhg0g0_bbll[((n*M + m)*K + k)*K + l] = 0.0;
                                if (here != 0.0) {
                                    for (int c = 0; c < n_square; ++c) {
                                        for (int d = 0; d < n_square; ++d) {
                                            const double p_0 = Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + l];
                                            const double p_1 = asin(p_0);
                                            const double p_2 = 0.63661977236758138*square_weight[c];
                                            const double b_p_3 = here*p_2;
                                            const double b_p_1 = b_p_3*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[d];
                                            const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                                            y_r2[(K + n)*n_square + c] += b_p_3*p_1*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[d];
                                            y_r3[((c*M + n)*S + K + m)*n_square + d] += b_p_3*p_1*r2[(K + n)*n_square + c]*square_weight[d];
                                            y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l] += b_p_0*r12[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + l];
                                            y_r12[(((c*n_square + d)*M + n)*S + K + m)*S + k] += b_p_0*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + l];
                                            y_r12[(((c*n_square + d)*M + n)*S + K + m)*S + l] += b_p_0*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + k];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int c = 0; c < n_square; ++c) {
                for (int d = 0; d < n_square; ++d) {
                    for (int n = 0; n < M; ++n) {
                        for (int i = 0; i < S; ++i) {
                            for (int j = 0; j < S; ++j) {
                                {
                                    const double here = y_r12[(((c*n_square + d)*M + n)*S + i)*S + j];

                                    y_r12[(((c*n_square + d)*M + n)*S + i)*S + j] = 0.0;
                                    if (here != 0.0) {
                                        const double p_0 = Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + j] + 1.0;
                                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                        y_Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + j] += b_p_0;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        {
                            const double here = y_I_qg0g0_bll[(n*K + k)*K + l];

                            y_I_qg0g0_bll[(n*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                for (int g = 0; g < n_quartic; ++g) {
                                    const double p_0 = Cq[((g*M + n)*S + k)*S + l]*r11[(g*M + n)*K + k]*r11[(g*M + n)*K + l];
                                    const double p_1 = asin(p_0);
                                    const double b_p_1 = 0.63661977236758138*here*v1[n*n_quartic + g];
                                    const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                                    y_v1[n*n_quartic + g] += 0.63661977236758138*here*p_1;
                                    y_Cq[((g*M + n)*S + k)*S + l] += b_p_0*r11[(g*M + n)*K + k]*r11[(g*M + n)*K + l];
                                    y_r11[(g*M + n)*K + k] += b_p_0*Cq[((g*M + n)*S + k)*S + l]*r11[(g*M + n)*K + l];
                                    y_r11[(g*M + n)*K + l] += b_p_0*Cq[((g*M + n)*S + k)*S + l]*r11[(g*M + n)*K + k];
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int g = 0; g < n_quartic; ++g) {
                    {
                        const double here = y_v1[n*n_quartic + g];

                        y_v1[n*n_quartic + g] = 0.0;
                        if (here != 0.0) {
                            y_r1[n*n_quartic + g] += here*quartic_weight[g];
                        }
                    }
                }
            }
            for (int g = 0; g < n_quartic; ++g) {
                for (int n = 0; n < M; ++n) {
                    for (int k = 0; k < K; ++k) {
                        {
                            const double here = y_r11[(g*M + n)*K + k];

                            y_r11[(g*M + n)*K + k] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = Cq[((g*M + n)*S + k)*S + k] + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_Cq[((g*M + n)*S + k)*S + k] += b_p_0;
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            fo_anil_adjoint_image(&y_I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a], &y_I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + a)*K + l]);
                            {
                                const double here = y_I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a];

                                y_I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a] = 0.0;
                                if (here != 0.0) {
                                    y_I_qhg0g0_blll[((n*K + k)*K + l)*K + a] += here;
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n + 1; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = 0; l < K; ++l) {
                            for (int a = l; a < K; ++a) {
                                fo_anil_adjoint_image(&y_I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a], &y_I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + l]);
                                fo_anil_adjoint_image(&y_I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a], &y_I_hhhg0g0_bblll[(((m*M + n)*K + k)*K + l)*K + a]);
                                fo_anil_adjoint_image(&y_I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a], &y_I_hhhg0g0_bblll[(((m*M + n)*K + k)*K + a)*K + l]);
                                {
                                    const double here = y_I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];

                                    y_I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a] = 0.0;
                                    if (here != 0.0) {
                                        for (int c = 0; c < n_square; ++c) {
                                            for (int d = 0; d < n_square; ++d) {
                                                for (int f = 0; f < n_square; ++f) {
                                                    const double p_0 = -(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]);
                                                    const double p_1 = Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*square[f];
                                                    const double p_2 = p_0*p_1 + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a];
                                                    const double p_3 = p_2*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f];
                                                    const double p_4 = asin(p_3);
                                                    const double p_5 = r2[(K + n)*n_square + c]*square_weight[f];
                                                    const double p_6 = p_4*r3[((c*M + n)*S + K + m)*n_square + d]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f];
                                                    const double p_7 = 0.63661977236758138*square_weight[c]*square_weight[d];
                                                    const double b_p_8 = here*p_7;
                                                    const double b_p_6 = b_p_8*p_5;
                                                    const double b_p_5 = b_p_8*p_6;
                                                    const double b_p_4 = b_p_6*r3[((c*M + n)*S + K + m)*n_square + d]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f];
                                                    const double b_p_3 = b_p_4*(1.0 / sqrt(1.0 - (p_3*p_3)));
                                                    const double b_p_2 = b_p_3*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f];
                                                    const double b_p_1 = b_p_2*p_0;
                                                    const double b_p_0 = b_p_2*p_1;
                                                    y_r3[((c*M + n)*S + K + m)*n_square + d] += b_p_6*p_4*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f];
                                                    y_r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] += -2.0*b_p_0*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] + b_p_6*p_4*r3[((c*M + n)*S + K + m)*n_square + d];
                                                    y_r2[(K + n)*n_square + c] += b_p_5*square_weight[f];
                                                    y_r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f] += b_p_3*p_2*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f];
                                                    y_r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] += b_p_3*p_2*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a] += b_p_2;
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a] += b_p_1*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*square[f];
                                                    y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l] += b_p_1*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*square[f];
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int c = 0; c < n_square; ++c) {
                for (int d = 0; d < n_square; ++d) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int k = 0; k < K; ++k) {
                                for (int l = 0; l < K; ++l) {
                                    for (int f = 0; f < n_square; ++f) {
                                        {
                                            const double here = y_r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f];

                                            y_r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] = 0.0;
                                            if (here != 0.0) {
                                                const double p_0 = -(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l] + 1.0;
                                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                                y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l] += -2.0*b_p_0*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f];
                                                y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l] += b_p_0;
                                                y_r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] += -2.0*b_p_0*(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*square[f];
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int c = 0; c < n_square; ++c) {
                for (int d = 0; d < n_square; ++d) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int k = 0; k < K; ++k) {
                                for (int f = 0; f < n_square; ++f) {
                                    {
                                        const double here = y_r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f];

                                        y_r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] = 0.0;
                                        if (here != 0.0) {
                                            const double p_0 = Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k]*square[f] + 1.0;
                                            const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                            y_Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k] += b_p_0*square[f];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            {
                                const double here = y_I_qhg0g0_blll[((n*K + k)*K + l)*K + a];

                                y_I_qhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.0;
                                if (here != 0.0) {
                                    for (int g = 0; g < n_quartic; ++g) {
                                        for (int d = 0; d < n_square; ++d) {
                                            const double p_0 = -(r7[((g*M + n)*K + k)*n_square + d]*r7[((g*M + n)*K + k)*n_square + d]);
                                            const double p_1 = Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*square[d];
                                            const double p_2 = p_0*p_1 + Cq[((g*M + n)*S + l)*S + a];
                                            const double p_3 = p_2*r8[(((g*M + n)*K + k)*K + a)*n_square + d]*r8[(((g*M + n)*K + k)*K + l)*n_square + d];
                                            const double p_4 = asin(p_3);
                                            const double p_5 = 0.63661977236758138*quartic_weight[g];
                                            const double b_p_6 = here*p_5;
                                            const double b_p_4 = b_p_6*r1[n*n_quartic + g]*r7[((g*M + n)*K + k)*n_square + d]*square_weight[d];
                                            const double b_p_3 = b_p_4*(1.0 / sqrt(1.0 - (p_3*p_3)));
                                            const double b_p_2 = b_p_3*r8[(((g*M + n)*K + k)*K + a)*n_square + d]*r8[(((g*M + n)*K + k)*K + l)*n_square + d];
                                            const double b_p_1 = b_p_2*p_0;
                                            const double b_p_0 = b_p_2*p_1;
                                            y_r1[n*n_quartic + g] += b_p_6*p_4*r7[((g*M + n)*K + k)*n_square + d]*square_weight[d];
                                            y_r7[((g*M + n)*K + k)*n_square + d] += -2.0*b_p_0*r7[((g*M + n)*K + k)*n_square + d] + b_p_6*p_4*r1[n*n_quartic + g]*square_weight[d];
                                            y_r8[(((g*M + n)*K + k)*K + a)*n_square + d] += b_p_3*p_2*r8[(((g*M + n)*K + k)*K + l)*n_square + d];
                                            y_r8[(((g*M + n)*K + k)*K + l)*n_square + d] += b_p_3*p_2*r8[(((g*M + n)*K + k)*K + a)*n_square + d];
                                            y_Cq[((g*M + n)*S + l)*S + a] += b_p_2;
                                            y_Cq[((g*M + n)*S + k)*S + a] += b_p_1*Cq[((g*M + n)*S + k)*S + l]*square[d];
                                            y_Cq[((g*M + n)*S + k)*S + l] += b_p_1*Cq[((g*M + n)*S + k)*S + a]*square[d];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int g = 0; g < n_quartic; ++g) {
                for (int n = 0; n < M; ++n) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = 0; l < K; ++l) {
                            for (int c = 0; c < n_square; ++c) {
                                {
                                    const double here = y_r8[(((g*M + n)*K + k)*K + l)*n_square + c];

                                    y_r8[(((g*M + n)*K + k)*K + l)*n_square + c] = 0.0;
                                    if (here != 0.0) {
                                        const double p_0 = -(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*(r7[((g*M + n)*K + k)*n_square + c]*r7[((g*M + n)*K + k)*n_square + c])*square[c] + Cq[((g*M + n)*S + l)*S + l] + 1.0;
                                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                        y_Cq[((g*M + n)*S + k)*S + l] += -2.0*b_p_0*Cq[((g*M + n)*S + k)*S + l]*(r7[((g*M + n)*K + k)*n_square + c]*r7[((g*M + n)*K + k)*n_square + c])*square[c];
                                        y_Cq[((g*M + n)*S + l)*S + l] += b_p_0;
                                        y_r7[((g*M + n)*K + k)*n_square + c] += -2.0*b_p_0*(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*r7[((g*M + n)*K + k)*n_square + c]*square[c];
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int g = 0; g < n_quartic; ++g) {
                for (int n = 0; n < M; ++n) {
                    for (int k = 0; k < K; ++k) {
                        for (int c = 0; c < n_square; ++c) {
                            {
                                const double here = y_r7[((g*M + n)*K + k)*n_square + c];

                                y_r7[((g*M + n)*K + k)*n_square + c] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = Cq[((g*M + n)*S + k)*S + k]*square[c] + 1.0;
                                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                    y_Cq[((g*M + n)*S + k)*S + k] += b_p_0*square[c];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + i)*S + r)*S + j]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + j)*S + i)*S + r]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + r)*S + i)*S + j]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + j)*S + r)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + i)*S + i)*S + r]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + r)*S + j)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + i)*S + i)*S + j]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + i)*S + r)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + i)*S + j)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + r)*S + i)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + j)*S + i)*S + i]);
                        {
                            const double here = y_I_g0g0g0g0[((i*S + i)*S + j)*S + r];

                            y_I_g0g0g0g0[((i*S + i)*S + j)*S + r] = 0.0;
                            if (here != 0.0) {
                                y_I_eg0g0_fff[(i*S + j)*S + r] += here;
                                y_r6[j*S + r] += 0.63661977236758138*here;
                            }
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = i + 1; j < S; ++j) {
                    for (int r = j + 1; r < S; ++r) {
                        for (int s = r + 1; s < S; ++s) {
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + i)*S + r)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + r)*S + j)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + j)*S + s)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + r)*S + i)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + i)*S + s)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + i)*S + j)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + r)*S + s)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + s)*S + j)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + j)*S + i)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + r)*S + s)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + s)*S + i)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + i)*S + s)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + s)*S + r)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + i)*S + j)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + j)*S + s)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + s)*S + r)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + j)*S + i)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + s)*S + i)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + i)*S + r)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + s)*S + j)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + j)*S + r)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + r)*S + i)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + r)*S + j)*S + i]);
                            {
                                const double here = y_I_g0g0g0g0[((i*S + j)*S + r)*S + s];

                                y_I_g0g0g0g0[((i*S + j)*S + r)*S + s] = 0.0;
                                if (here != 0.0) {
                                    const double b_p_0 = here;
                                    double g_0[10];
                                    fo_anil_adjoint_joint4_back(b_p_0, C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s], g_0);
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
                        const double here = y_r6[i*S + j];

                        y_r6[i*S + j] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C[i*S + j]*r0[i]*r0[j];
                            const double b_p_0 = here*(1.0 / sqrt(1.0 - (p_0*p_0)));
                            y_C[i*S + j] += b_p_0*r0[i]*r0[j];
                            y_r0[i] += b_p_0*C[i*S + j]*r0[j];
                            y_r0[j] += b_p_0*C[i*S + j]*r0[i];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                fo_anil_adjoint_image(&y_I2[k*S + j], &y_I2[j*S + k]);
                {
                    const double here = y_I2[k*S + j];

                    y_I2[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[k*S + j]*r0[j]*r0[k];
                        const double b_p_1 = 0.63661977236758138*here;
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_C[k*S + j] += b_p_0*r0[j]*r0[k];
                        y_r0[j] += b_p_0*C[k*S + j]*r0[k];
                        y_r0[k] += b_p_0*C[k*S + j]*r0[j];
                    }
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
                                    const double p_0 = -(r4[i*n_fine + x]*r4[i*n_fine + x]);
                                    const double p_1 = C[i*S + j]*C[i*S + r]*fine[x];
                                    const double p_2 = p_0*p_1 + C[j*S + r];
                                    const double p_3 = p_2*r5[(i*S + j)*n_fine + x]*r5[(i*S + r)*n_fine + x];
                                    const double p_4 = asin(p_3);
                                    const double b_p_4 = 0.63661977236758138*here*v0[x*S + i];
                                    const double b_p_3 = b_p_4*(1.0 / sqrt(1.0 - (p_3*p_3)));
                                    const double b_p_2 = b_p_3*r5[(i*S + j)*n_fine + x]*r5[(i*S + r)*n_fine + x];
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    y_v0[x*S + i] += 0.63661977236758138*here*p_4;
                                    y_r5[(i*S + j)*n_fine + x] += b_p_3*p_2*r5[(i*S + r)*n_fine + x];
                                    y_r5[(i*S + r)*n_fine + x] += b_p_3*p_2*r5[(i*S + j)*n_fine + x];
                                    y_C[j*S + r] += b_p_2;
                                    y_C[i*S + j] += b_p_1*C[i*S + r]*fine[x];
                                    y_C[i*S + r] += b_p_1*C[i*S + j]*fine[x];
                                    y_r4[i*n_fine + x] += -2.0*b_p_0*r4[i*n_fine + x];
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
                            y_r4[i*n_fine + x] += here*fine_weight[x];
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int x = 0; x < n_fine; ++x) {
                        {
                            const double here = y_r5[(i*S + j)*n_fine + x];

                            y_r5[(i*S + j)*n_fine + x] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = -(C[i*S + j]*C[i*S + j])*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + j] + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C[i*S + j] += -2.0*b_p_0*C[i*S + j]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]);
                                y_C[j*S + j] += b_p_0;
                                y_r4[i*n_fine + x] += -2.0*b_p_0*(C[i*S + j]*C[i*S + j])*fine[x]*r4[i*n_fine + x];
                            }
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int x = 0; x < n_fine; ++x) {
                    {
                        const double here = y_r4[i*n_fine + x];

                        y_r4[i*n_fine + x] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C[i*S + i]*fine[x] + 1.0;
                            const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                            y_C[i*S + i] += b_p_0*fine[x];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int c = 0; c < n_square; ++c) {
                for (int d = 0; d < n_square; ++d) {
                    for (int n = 0; n < M; ++n) {
                        for (int i = 0; i < S; ++i) {
                            for (int j = 0; j < S; ++j) {
                                for (int r = j; r < S; ++r) {
                                    fo_anil_adjoint_image(&y_Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r], &y_Cs2[((((c*n_square + d)*M + n)*S + i)*S + r)*S + j]);
                                    {
                                        const double here = y_Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r];

                                        y_Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r] = 0.0;
                                        if (here != 0.0) {
                                            const double p_0 = -(r3[((c*M + n)*S + i)*n_square + d]*r3[((c*M + n)*S + i)*n_square + d]);
                                            const double p_1 = Cs1[((c*S + K + n)*S + i)*S + j]*Cs1[((c*S + K + n)*S + i)*S + r]*square[d];
                                            const double b_p_1 = here*p_0;
                                            const double b_p_0 = here*p_1;
                                            y_Cs1[((c*S + K + n)*S + j)*S + r] += here;
                                            y_Cs1[((c*S + K + n)*S + i)*S + j] += b_p_1*Cs1[((c*S + K + n)*S + i)*S + r]*square[d];
                                            y_Cs1[((c*S + K + n)*S + i)*S + r] += b_p_1*Cs1[((c*S + K + n)*S + i)*S + j]*square[d];
                                            y_r3[((c*M + n)*S + i)*n_square + d] += -2.0*b_p_0*r3[((c*M + n)*S + i)*n_square + d];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int c = 0; c < n_square; ++c) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int d = 0; d < n_square; ++d) {
                            {
                                const double here = y_r3[((c*M + n)*S + i)*n_square + d];

                                y_r3[((c*M + n)*S + i)*n_square + d] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = Cs1[((c*S + K + n)*S + i)*S + i]*square[d] + 1.0;
                                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                    y_Cs1[((c*S + K + n)*S + i)*S + i] += b_p_0*square[d];
                                }
                            }
                        }
                    }
                }
            }
            for (int c = 0; c < n_square; ++c) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            fo_anil_adjoint_image(&y_Cs1[((c*S + i)*S + j)*S + r], &y_Cs1[((c*S + i)*S + r)*S + j]);
                            {
                                const double here = y_Cs1[((c*S + i)*S + j)*S + r];

                                y_Cs1[((c*S + i)*S + j)*S + r] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = -(r2[i*n_square + c]*r2[i*n_square + c]);
                                    const double p_1 = C[i*S + j]*C[i*S + r]*square[c];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_C[j*S + r] += here;
                                    y_C[i*S + j] += b_p_1*C[i*S + r]*square[c];
                                    y_C[i*S + r] += b_p_1*C[i*S + j]*square[c];
                                    y_r2[i*n_square + c] += -2.0*b_p_0*r2[i*n_square + c];
                                }
                            }
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int c = 0; c < n_square; ++c) {
                    {
                        const double here = y_r2[i*n_square + c];

                        y_r2[i*n_square + c] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C[i*S + i]*square[c] + 1.0;
                            const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                            y_C[i*S + i] += b_p_0*square[c];
                        }
                    }
                }
            }
            for (int g = 0; g < n_quartic; ++g) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            fo_anil_adjoint_image(&y_Cq[((g*M + n)*S + i)*S + j], &y_Cq[((g*M + n)*S + j)*S + i]);
                            {
                                const double here = y_Cq[((g*M + n)*S + i)*S + j];

                                y_Cq[((g*M + n)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = -(r1[n*n_quartic + g]*r1[n*n_quartic + g]);
                                    const double p_1 = C[(K + n)*S + i]*C[(K + n)*S + j]*quartic[g];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_C[i*S + j] += here;
                                    y_C[(K + n)*S + i] += b_p_1*C[(K + n)*S + j]*quartic[g];
                                    y_C[(K + n)*S + j] += b_p_1*C[(K + n)*S + i]*quartic[g];
                                    y_r1[n*n_quartic + g] += -2.0*b_p_0*r1[n*n_quartic + g];
                                }
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int g = 0; g < n_quartic; ++g) {
                    {
                        const double here = y_r1[n*n_quartic + g];

                        y_r1[n*n_quartic + g] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C[(K + n)*S + K + n]*quartic[g] + 1.0;
                            const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                            y_C[(K + n)*S + K + n] += b_p_0*quartic[g];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    fo_anil_adjoint_image(&y_C1[(k*S + i)*S + j], &y_C1[(k*S + j)*S + i]);
                    {
                        const double here = y_C1[(k*S + i)*S + j];

                        y_C1[(k*S + i)*S + j] = 0.0;
                        if (here != 0.0) {
                            y_C[i*S + j] += here;
                            y_C[k*S + i] += -here*C[k*S + j]*(r0[k]*r0[k]);
                            y_C[k*S + j] += -here*C[k*S + i]*(r0[k]*r0[k]);
                            y_r0[k] += -2.0*here*C[k*S + i]*C[k*S + j]*r0[k];
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
                fo_anil_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                fo_anil_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                fo_anil_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[fo_anil_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int fo_anil_adjoint_rhs(int K, int M, const fo_anil_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = fo_anil_adjoint_state_size(K, M);
    const int status = fo_anil_adjoint_checked(K, M, params);
    const double higher = params && params->first_order ? 0.0 : 1.0;

    if (status != FO_ANIL_ADJOINT_OK) {
        return status;
    }
    if (!fo_anil_adjoint_counted(fo_anil_adjoint_rhs_work(K, M, params))) {
        return FO_ANIL_ADJOINT_TOO_LARGE;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && !(params->nodes && params->weights && params->n_nodes > 0) && (params->n_nodes != 0 || fo_anil_adjoint_needs_rule(K, M, params, state))) {
        return FO_ANIL_ADJOINT_NODES;
    }
    if (!fo_anil_adjoint_all_finite(n, state) || !fo_anil_adjoint_all_finite(count*n, factors)) {
        return FO_ANIL_ADJOINT_NONFINITE;
    }
    fo_anil_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!fo_anil_adjoint_all_finite(count*fo_anil_adjoint_row_size(K, M), results)) {
        return FO_ANIL_ADJOINT_DOMAIN;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && 1 && !(params->nodes && params->weights && params->n_nodes > 0)) {
        /* without nodes only what does not move what is zero is known */
        for (size_t row = 0; row < count; ++row) {
            double *result = results + row*fo_anil_adjoint_row_size(K, M);
            const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;

            (void)overlaps;
            for (size_t p = 0; p < (size_t)K; ++p) {
                result[overlaps + p] = NAN;
            }
        }
    }
    return FO_ANIL_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double fo_anil_adjoint_eps_g_work(int K, int M, const fo_anil_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M;
    size += 1.0*S + 1.0*M*K + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S + 1.0;
    if (isfinite(params->P)) {
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S + 1.0*S*n_fine;
        size += 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S + 1.0*S*S;
        size += 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void fo_anil_adjoint_eps_g_arrays(int K, int M, const fo_anil_adjoint_params *params, const double *FO_ANIL_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *FO_ANIL_ADJOINT_RESTRICT work)
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
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = cov_apart + (size_t)M*(size_t)M;
    double *r2 = C + (size_t)S*(size_t)S;
    double *I2 = r2 + (size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *mc = H_next + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *eps_g = G + (size_t)S*(size_t)S;
    double *r0 = eps_g + (size_t)1;
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
    double *y_eps_g = y_G + (size_t)S*(size_t)S;
    double *y_r0 = y_eps_g + (size_t)1;
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
    /* cov_apart: cov off its diagonal */
    for (int p = 0; p < M; ++p) {
        for (int q = p; q < M; ++q) {
            cov_apart[p*M + q] = (1.0 - (p == q ? 1.0 : 0.0))*cov[p*M + q];
            cov_apart[q*M + p] = cov_apart[p*M + q];
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[fo_anil_adjoint_packed(K, k, l)];
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
            C[(K + n)*S + K + m] = T[n*M + m];
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
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = fo_anil_adjoint_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
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
    /* eps_g: loss on fresh data after the inner loop */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (G[i*S + j]*I2[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
    if (isfinite(params->P)) {
        {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    sum2 += (j > i ? 2.0 : 1.0) * (I2[i*S + j]*P2[i*S + j]);
                }
            }
            *eps_g += 0.5 * sum2;
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
    (void)y_eps_g;
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
        double *result = results + row*fo_anil_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + fo_anil_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + fo_anil_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + fo_anil_adjoint_state_size(K, M) + 2;
        double *y_noise = result + fo_anil_adjoint_state_size(K, M) + 3;
        double *y_decay = result + fo_anil_adjoint_state_size(K, M) + 4;
        double *y_V = result + fo_anil_adjoint_state_size(K, M) + 5;
        double *y_P = result + fo_anil_adjoint_state_size(K, M) + 6;

        for (size_t p = 0; p < fo_anil_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_P2 + with_P*(size_t)S*(size_t)S; ++p) {
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
        if (isfinite(params->P)) {
            {
                const double whole = *y_eps_g;

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
            const double whole = *y_eps_g;

            *y_eps_g = 0.0;
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
                    fo_anil_adjoint_image(&y_G1[(K + n)*S + K + m], &y_G1[(K + m)*S + K + n]);
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
                    fo_anil_adjoint_image(&y_G1[k*S + K + n], &y_G1[(K + n)*S + k]);
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
                    fo_anil_adjoint_image(&y_G1[k*S + K + n], &y_G1[(K + n)*S + k]);
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
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + i)*S + r)*S + j]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + j)*S + i)*S + r]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + r)*S + i)*S + j]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + j)*S + r)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + i)*S + i)*S + r]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((i*S + r)*S + j)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + i)*S + i)*S + j]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + i)*S + r)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + i)*S + j)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((j*S + r)*S + i)*S + i]);
                        fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + i)*S + j)*S + r], &y_I_g0g0g0g0[((r*S + j)*S + i)*S + i]);
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
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + i)*S + r)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + r)*S + j)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + j)*S + s)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + r)*S + i)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + i)*S + s)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + i)*S + j)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + r)*S + s)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + s)*S + j)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + j)*S + i)*S + s]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + r)*S + s)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + s)*S + i)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + i)*S + s)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((i*S + s)*S + r)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + i)*S + j)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + j)*S + s)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((j*S + s)*S + r)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + j)*S + i)*S + r]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + s)*S + i)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + i)*S + r)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((r*S + s)*S + j)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + j)*S + r)*S + i]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + r)*S + i)*S + j]);
                            fo_anil_adjoint_image(&y_I_g0g0g0g0[((i*S + j)*S + r)*S + s], &y_I_g0g0g0g0[((s*S + r)*S + j)*S + i]);
                            {
                                const double here = y_I_g0g0g0g0[((i*S + j)*S + r)*S + s];

                                y_I_g0g0g0g0[((i*S + j)*S + r)*S + s] = 0.0;
                                if (here != 0.0) {
                                    const double b_p_0 = here;
                                    double g_0[10];
                                    fo_anil_adjoint_joint4_back(b_p_0, C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s], g_0);
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
                fo_anil_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
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
                    fo_anil_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
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
                    fo_anil_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                    fo_anil_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[fo_anil_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int fo_anil_adjoint_eps_g(int K, int M, const fo_anil_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = fo_anil_adjoint_state_size(K, M);
    const int status = fo_anil_adjoint_checked(K, M, params);

    if (status != FO_ANIL_ADJOINT_OK) {
        return status;
    }
    if (!fo_anil_adjoint_counted(fo_anil_adjoint_eps_g_work(K, M, params))) {
        return FO_ANIL_ADJOINT_TOO_LARGE;
    }
    if (!fo_anil_adjoint_all_finite(n, state) || !fo_anil_adjoint_all_finite(count, factors)) {
        return FO_ANIL_ADJOINT_NONFINITE;
    }
    fo_anil_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!fo_anil_adjoint_all_finite(count*fo_anil_adjoint_row_size(K, M), results)) {
        return FO_ANIL_ADJOINT_DOMAIN;
    }
    return FO_ANIL_ADJOINT_OK;
}

/* Generators of the lattices, one row for each number of points. */
static const int fo_anil_adjoint_generators[5][14] = {
    {1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128},
    {1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413},
    {1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472},
    {1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729},
    {1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852}
};
static const int fo_anil_adjoint_sizes[5] = {1021, 4093, 16381, 65521, 262139};

int fo_anil_adjoint_node_count(int size)
{
    return (size + 1)/2;
}

int fo_anil_adjoint_nodes(int K, int M, int size, double *nodes, double *weights)
{
    const int S = K + M;
    const double scale = S <= 5 ? 0.9 : S <= 8 ? 0.8 : 0.65;
    const int count = fo_anil_adjoint_node_count(size);
    int row = 0;
    double total = 0.0;

    while (row < 5 && fo_anil_adjoint_sizes[row] != size) {
        ++row;
    }
    if (K < 1) {
        return FO_ANIL_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return FO_ANIL_ADJOINT_BAD_M;
    }
    if (row == 5) {
        return FO_ANIL_ADJOINT_RULE;
    }
    if (S > 14) {
        return FO_ANIL_ADJOINT_RULE_UNITS;
    }
    for (int e = 0; e < count; ++e) {
        double density = e > 0 ? 2.0 : 1.0;

        for (int i = 0; i < S; ++i) {
            const double u = fmod((double)((long long)e*fo_anil_adjoint_generators[row][i] % size)/size + 0.5, 1.0);
            const double x = scale*log(u/(1.0 - u));

            nodes[e*S + i] = x;
            density *= exp(-0.5*x*x)/(u*(1.0 - u));
        }
        weights[e] = density;
        total += density;
    }
    for (int e = 0; e < count; ++e) {
        weights[e] /= total;
    }
    return FO_ANIL_ADJOINT_OK;
}

size_t fo_anil_adjoint_work_size(int K, int M, const fo_anil_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, fo_anil_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, fo_anil_adjoint_eps_g_work(K, M, params));
    return fo_anil_adjoint_counted(arrays);
}


int fo_anil_adjoint_check(int version, size_t size)
{
    return version == FO_ANIL_ADJOINT_ABI && size == sizeof(fo_anil_adjoint_params) ? FO_ANIL_ADJOINT_OK : FO_ANIL_ADJOINT_LAYOUT;
}

const char *fo_anil_adjoint_strerror(int status)
{
    switch (status) {
    case FO_ANIL_ADJOINT_OK:
        return "ok";
    case FO_ANIL_ADJOINT_BAD_K:
        return "K is less than 1";
    case FO_ANIL_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case FO_ANIL_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case FO_ANIL_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case FO_ANIL_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case FO_ANIL_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case FO_ANIL_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case FO_ANIL_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case FO_ANIL_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case FO_ANIL_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case FO_ANIL_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case FO_ANIL_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case FO_ANIL_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case FO_ANIL_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case FO_ANIL_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case FO_ANIL_ADJOINT_BAD_M:
        return "M is less than 1";
    case FO_ANIL_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case FO_ANIL_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case FO_ANIL_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case FO_ANIL_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case FO_ANIL_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case FO_ANIL_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case FO_ANIL_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case FO_ANIL_ADJOINT_NULL_WORK:
        return "work is NULL";
    case FO_ANIL_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case FO_ANIL_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case FO_ANIL_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case FO_ANIL_ADJOINT_BAD_eta_w:
        return "eta_w is negative or not finite";
    case FO_ANIL_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case FO_ANIL_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case FO_ANIL_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case FO_ANIL_ADJOINT_BAD_V:
        return "V is not at least 1";
    case FO_ANIL_ADJOINT_BAD_P:
        return "P is not at least 1";
    case FO_ANIL_ADJOINT_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case FO_ANIL_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case FO_ANIL_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case FO_ANIL_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case FO_ANIL_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case FO_ANIL_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case FO_ANIL_ADJOINT_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case FO_ANIL_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    case FO_ANIL_ADJOINT_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
