/*
 * fo_anil_fluctuations.c - FO-ANIL: the head adapts in an inner loop, first-order outer step
 *
 * Emitted by orderode 0.1.0 from the system fo_anil_fluctuations, digest 13934f76401899ce. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in fo_anil_fluctuations.h.
 */
#include "fo_anil_fluctuations.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define FO_ANIL_FLUCTUATIONS_RESTRICT
#else
#define FO_ANIL_FLUCTUATIONS_RESTRICT restrict
#endif

void fo_anil_fluctuations_defaults(fo_anil_fluctuations_params *params)
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
    params->known_task = NULL;
}

size_t fo_anil_fluctuations_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int fo_anil_fluctuations_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* Lower triangular F with F F^T = C, row by row; a column whose pivot is rounding only is zero. */
static void fo_anil_fluctuations_factor(int S, const double *C, double *F)
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

/* Derivative of the lower triangular F with F F^T = C along dC; NaN in a column whose pivot is zero, for C is singular. */
static void fo_anil_fluctuations_factor_along(int S, const double *F, const double *dC, double *dF)
{
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            double rest = j <= i ? dC[i*S + j] : 0.0;

            for (int k = 0; k < j && j <= i; ++k) {
                rest -= dF[i*S + k]*F[j*S + k] + F[i*S + k]*dF[j*S + k];
            }
            if (j < i) {
                rest -= F[i*S + j]*dF[j*S + j];
            }
            if (j <= i) {
                rest = F[j*S + j] > 0.0 ? rest/(j < i ? F[j*S + j] : 2.0*F[j*S + j]) : NAN;
            }
            dF[i*S + j] = rest;
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
static double fo_anil_fluctuations_joint4(
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

/* derivative of f times the average of g over 4 fields, of their covariance: upper triangle, row by row */
static double fo_anil_fluctuations_joint4_along(
double f, double tf, double v00, double v01, double v02, double v03, double v11, double v12, double v13, double v22, double v23, double v33, double tv00, double tv01, double tv02, double tv03, double tv11, double tv12, double tv13, double tv22, double tv23, double tv33)
{
    double total = 0.0;
    double ttotal = 0.0;

    for (int t = 0; t < n_path; ++t) {
        const double a00 = v00 + 1.0;
        const double ta00 = tv00;
        const double a01 = v01;
        const double ta01 = tv01;
        const double a02 = v02*path[t];
        const double ta02 = tv02*path[t];
        const double a03 = v03*path[t];
        const double ta03 = tv03*path[t];
        const double a11 = v11 + 1.0;
        const double ta11 = tv11;
        const double a12 = v12*path[t];
        const double ta12 = tv12*path[t];
        const double a13 = v13*path[t];
        const double ta13 = tv13*path[t];
        const double a22 = v22 + 1.0;
        const double ta22 = tv22;
        const double a23 = v23;
        const double ta23 = tv23;
        const double a33 = v33 + 1.0;
        const double ta33 = tv33;
        const double x0 = (a02*a02);
        const double tx0 = 2.0*a02*ta02;
        const double x1 = a00*a23;
        const double tx1 = a00*ta23 + a23*ta00;
        const double x2 = a01*a22;
        const double tx2 = a01*ta22 + a22*ta01;
        const double x3 = (a12*a12);
        const double tx3 = 2.0*a12*ta12;
        const double x4 = (a01*a01);
        const double tx4 = 2.0*a01*ta01;
        const double x5 = (1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4));
        const double tx5 = -0.5*(a00*a11*ta22 + a00*a22*ta11 - a00*tx3 + 2.0*a01*a02*ta12 + 2.0*a01*a12*ta02 + 2.0*a02*a12*ta01 + a11*a22*ta00 - a11*tx0 - a22*tx4 - ta00*x3 - ta11*x0 - ta22*x4)*(((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4)))*((1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4))));
        const double x6 = (a23*a23);
        const double tx6 = 2.0*a23*ta23;
        const double x7 = (a03*a03);
        const double tx7 = 2.0*a03*ta03;
        const double x8 = (1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0));
        const double tx8 = -0.5*(a00*a22*ta33 + a00*a33*ta22 - a00*tx6 + 2.0*a02*a03*ta23 + 2.0*a02*a23*ta03 + 2.0*a03*a23*ta02 + a22*a33*ta00 - a22*tx7 - a33*tx0 - ta00*x6 - ta22*x7 - ta33*x0)*(((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0)))*((1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0))));
        const double x9 = 0.4052847345693511*path_weight[t];
        const double x10 = a00*a33;
        const double tx10 = a00*ta33 + a33*ta00;
        const double x11 = a01*a23;
        const double tx11 = a01*ta23 + a23*ta01;
        const double x12 = a01*a33;
        const double tx12 = a01*ta33 + a33*ta01;
        const double x13 = (a13*a13);
        const double tx13 = 2.0*a13*ta13;
        const double x14 = (1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4));
        const double tx14 = -0.5*(a00*a11*ta33 + a00*a33*ta11 - a00*tx13 + 2.0*a01*a03*ta13 + 2.0*a01*a13*ta03 + 2.0*a03*a13*ta01 + a11*a33*ta00 - a11*tx7 - a33*tx4 - ta00*x13 - ta11*x7 - ta33*x4)*(((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4)))*((1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4))));
        const double x15 = a11*a22;
        const double tx15 = a11*ta22 + a22*ta11;
        const double x16 = a11*a23;
        const double tx16 = a11*ta23 + a23*ta11;
        const double x17 = (1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3));
        const double tx17 = -0.5*(a11*a22*ta33 + a11*a33*ta22 - a11*tx6 + 2.0*a12*a13*ta23 + 2.0*a12*a23*ta13 + 2.0*a13*a23*ta12 + a22*a33*ta11 - a22*tx13 - a33*tx3 - ta11*x6 - ta22*x13 - ta33*x3)*(((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3)))*((1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3))));

        total += v02*x9*(1.0 / sqrt(a00*a22 - x0))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v03*x9*(1.0 / sqrt(x10 - x7))*asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v12*x9*(1.0 / sqrt(x15 - x3))*asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v13*x9*(1.0 / sqrt(a11*a33 - x13))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12));
        ttotal += tv02*x9*(1.0 / sqrt(a00*a22 - x0))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + tv03*x9*(1.0 / sqrt(x10 - x7))*asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + tv12*x9*(1.0 / sqrt(x15 - x3))*asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + tv13*x9*(1.0 / sqrt(a11*a33 - x13))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) - 0.5*v02*x9*(a00*ta22 + a22*ta00 - tx0)*(((1.0 / sqrt(a00*a22 - x0)))*((1.0 / sqrt(a00*a22 - x0)))*((1.0 / sqrt(a00*a22 - x0))))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v02*x9*(tx5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0) + tx8*x5*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0) + x5*x8*(a00*a13*ta22 + a00*a22*ta13 + a01*a02*ta23 + a01*a23*ta02 + a02*a03*ta12 + a02*a12*ta03 + a02*a23*ta01 + a03*a12*ta02 - a03*tx2 - a12*tx1 + a13*a22*ta00 - a13*tx0 - ta03*x2 - ta12*x1 - ta13*x0))*(1.0 / sqrt(a00*a22 - x0))*(1.0 / sqrt(-(x5*x5)*(x8*x8)*((a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + 1.0)) - 0.5*v03*x9*(tx10 - tx7)*(((1.0 / sqrt(x10 - x7)))*((1.0 / sqrt(x10 - x7)))*((1.0 / sqrt(x10 - x7))))*asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v03*x9*(tx14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1) + tx8*x14*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1) + x14*x8*(a02*a03*ta13 + a02*a13*ta03 - a02*tx12 + a03*a13*ta02 + a03*tx11 + a12*tx10 - a12*tx7 - a13*tx1 - ta02*x12 + ta03*x11 + ta12*x10 - ta12*x7 - ta13*x1))*(1.0 / sqrt(x10 - x7))*(1.0 / sqrt(-(x14*x14)*(x8*x8)*((a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + 1.0)) - 0.5*v12*x9*(tx15 - tx3)*(((1.0 / sqrt(x15 - x3)))*((1.0 / sqrt(x15 - x3)))*((1.0 / sqrt(x15 - x3))))*asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v12*x9*(tx17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2) + tx5*x17*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2) + x17*x5*(a02*a12*ta13 + a02*a13*ta12 - a02*tx16 + a03*tx15 - a03*tx3 + a12*a13*ta02 + a12*tx11 - a13*tx2 - ta02*x16 + ta03*x15 - ta03*x3 + ta12*x11 - ta13*x2))*(1.0 / sqrt(x15 - x3))*(1.0 / sqrt(-(x17*x17)*(x5*x5)*((a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + 1.0)) - 0.5*v13*x9*(a11*ta33 + a33*ta11 - tx13)*(((1.0 / sqrt(a11*a33 - x13)))*((1.0 / sqrt(a11*a33 - x13)))*((1.0 / sqrt(a11*a33 - x13))))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + v13*x9*(tx14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12) + tx17*x14*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12) + x14*x17*(a01*a13*ta23 + a01*a23*ta13 + a02*a11*ta33 + a02*a33*ta11 - a02*tx13 + a03*a12*ta13 + a03*a13*ta12 - a03*tx16 + a11*a33*ta02 + a12*a13*ta03 - a12*tx12 + a13*a23*ta01 - ta02*x13 - ta03*x16 - ta12*x12))*(1.0 / sqrt(a11*a33 - x13))*(1.0 / sqrt(-(x14*x14)*(x17*x17)*((a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12)) + 1.0));
    }
    return f*(ttotal + 0.4052847345693511*(-0.5*tv22*v23*(((1.0 / sqrt(v22 + 1.0)))*((1.0 / sqrt(v22 + 1.0)))*((1.0 / sqrt(v22 + 1.0))))*(1.0 / sqrt(v33 + 1.0)) + tv23*(1.0 / sqrt(v22 + 1.0))*(1.0 / sqrt(v33 + 1.0)) - 0.5*tv33*v23*(1.0 / sqrt(v22 + 1.0))*(((1.0 / sqrt(v33 + 1.0)))*((1.0 / sqrt(v33 + 1.0)))*((1.0 / sqrt(v33 + 1.0)))))*asin(v01*(1.0 / sqrt(v00 + 1.0))*(1.0 / sqrt(v11 + 1.0)))/sqrt(-(v23*v23)*(((1.0 / sqrt(v22 + 1.0)))*((1.0 / sqrt(v22 + 1.0))))*(((1.0 / sqrt(v33 + 1.0)))*((1.0 / sqrt(v33 + 1.0)))) + 1.0) + 0.4052847345693511*(-0.5*tv00*v01*(((1.0 / sqrt(v00 + 1.0)))*((1.0 / sqrt(v00 + 1.0)))*((1.0 / sqrt(v00 + 1.0))))*(1.0 / sqrt(v11 + 1.0)) + tv01*(1.0 / sqrt(v00 + 1.0))*(1.0 / sqrt(v11 + 1.0)) - 0.5*tv11*v01*(1.0 / sqrt(v00 + 1.0))*(((1.0 / sqrt(v11 + 1.0)))*((1.0 / sqrt(v11 + 1.0)))*((1.0 / sqrt(v11 + 1.0)))))*asin(v23*(1.0 / sqrt(v22 + 1.0))*(1.0 / sqrt(v33 + 1.0)))/sqrt(-(v01*v01)*(((1.0 / sqrt(v00 + 1.0)))*((1.0 / sqrt(v00 + 1.0))))*(((1.0 / sqrt(v11 + 1.0)))*((1.0 / sqrt(v11 + 1.0)))) + 1.0)) + tf*(total + 0.4052847345693511*asin(v01*(1.0 / sqrt(v00 + 1.0))*(1.0 / sqrt(v11 + 1.0)))*asin(v23*(1.0 / sqrt(v22 + 1.0))*(1.0 / sqrt(v33 + 1.0))));
}

static int fo_anil_fluctuations_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* Whether the rule's nodes contribute: not where w0 is zero, mean is zero, cov is diagonal. */
static int fo_anil_fluctuations_needs_rule(int K, int M, const fo_anil_fluctuations_params *params, const double *state)
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
static int fo_anil_fluctuations_checked(int K, int M, const fo_anil_fluctuations_params *params)
{
    if (K < 1) {
        return FO_ANIL_FLUCTUATIONS_BAD_K;
    }
    if (M < 1) {
        return FO_ANIL_FLUCTUATIONS_BAD_M;
    }
    if (!params) {
        return FO_ANIL_FLUCTUATIONS_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return FO_ANIL_FLUCTUATIONS_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return FO_ANIL_FLUCTUATIONS_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return FO_ANIL_FLUCTUATIONS_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return FO_ANIL_FLUCTUATIONS_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return FO_ANIL_FLUCTUATIONS_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return FO_ANIL_FLUCTUATIONS_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return FO_ANIL_FLUCTUATIONS_BAD_P;
    }
    if (params->inner_steps < 1) {
        return FO_ANIL_FLUCTUATIONS_BAD_inner_steps;
    }
    if (!params->T) {
        return FO_ANIL_FLUCTUATIONS_MISSING_T;
    }
    if (!fo_anil_fluctuations_all_finite((size_t)M*(size_t)M, params->T)) {
        return FO_ANIL_FLUCTUATIONS_BAD_T;
    }
    if (params->mean && !fo_anil_fluctuations_all_finite((size_t)M, params->mean)) {
        return FO_ANIL_FLUCTUATIONS_BAD_mean;
    }
    if (params->cov && !fo_anil_fluctuations_all_finite((size_t)M*(size_t)M, params->cov)) {
        return FO_ANIL_FLUCTUATIONS_BAD_cov;
    }
    if (params->kurtosis && !fo_anil_fluctuations_all_finite((size_t)M, params->kurtosis)) {
        return FO_ANIL_FLUCTUATIONS_BAD_kurtosis;
    }
    if (params->known_task && !fo_anil_fluctuations_all_finite((size_t)M, params->known_task)) {
        return FO_ANIL_FLUCTUATIONS_BAD_known_task;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return FO_ANIL_FLUCTUATIONS_SEVERAL_inner_steps;
    }
return FO_ANIL_FLUCTUATIONS_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t fo_anil_fluctuations_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work diffusion needs; counted in double, which cannot wrap. */
static double fo_anil_fluctuations_diffusion_work(int K, int M, const fo_anil_fluctuations_params *params)
{
    const double S = (double)K + M;
    const double higher = params->first_order ? 0.0 : 1.0;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*K*S*S + 1.0*K*S + 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*S*S*S + 1.0*S*S;
    size += 1.0*K*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M + 1.0*S;
    size += 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*S*S + 1.0*S*S*S + 1.0*S*S*S*S;
    size += 1.0*K*S*K*S + 1.0*K*S*K;
    if (isfinite(params->P) && higher > 0.0) {
        size += 1.0*M*n_quartic + 1.0*n_quartic*M*S*S + 1.0*S*n_square + 1.0*n_square*S*S*S + 1.0*n_square*M*S*n_square + 1.0*n_square*n_square*M*S*S*S + 1.0*n_quartic*M*K*n_square + 1.0*n_quartic*M*K*K*n_square;
        size += 1.0*M*K*K*K + 1.0*n_square*n_square*M*M*K*n_square + 1.0*n_square*n_square*M*M*K*K*n_square + 1.0*M*M*K*K*K + 1.0*n_quartic*M*K + 1.0*M*K*K + 1.0*n_square*n_square*M*S*S + 1.0*M*M*K*K;
        size += 1.0*M*K*K*M + 1.0*M*K*K*K + 1.0*n_square*S*S + 1.0*M*K*M + 1.0*M*K*K + 1.0*K*K*M + 1.0*K*K*K + 1.0*M*K*K*K*K;
        size += 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0 + 1.0;
        size += 1.0 + 1.0*K*K*K*K + 1.0 + 1.0 + 1.0*S + 1.0 + 1.0*S + 1.0;
        size += 1.0*S + 1.0;
    }
    if (isfinite(params->V)) {
        size += 1.0*K*S*S*S + 1.0*K*S*S + 1.0*K*K*S*S*S + 1.0*K*K*S*S + 1.0*K*K*K*S*S*S + 1.0*K*K*S*S + 1.0*K*K*S*S*S*S + 1.0*K*K*K*K;
        size += 1.0*K*K*K*K*S*S*S*S + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*S + 1.0*K*S*S + 1.0*K*S*S*S + 1.0*K*S*S*S*S + 1.0*K*K*S*S*S*S;
        size += 1.0*K*K*K*S*S*S*S + 1.0*K*K*K*K*S*S*S*S + 1.0*K*K + 1.0*K*S*S*S + 1.0*K*K*K*S*S + 1.0*K*K*K*S*S*S + 1.0*K*S*K*K + 1.0*K*K*K;
        size += 1.0*K*K*K*K;
    }
    if (isfinite(params->P)) {
        size += 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S;
        size += 1.0*S*S + 1.0*S*S + 1.0 + 1.0 + 1.0 + 1.0 + 1.0 + 1.0;
        size += 1.0*K*K + 1.0*K*K*S + 1.0*K*K*S*S + 1.0*K*K*K + 1.0*K*K*K*S + 1.0*K*K*K*K + 1.0*K + 1.0*K*K;
        size += 1.0*K*K*K + 1.0*K*K*K*K + 1.0*K*K*K*K*K + 1.0*K*K*K*K*K*K + 1.0*K*K*K*K*K*K*K + 1.0*K*K*K*K*K*K*K*K + 1.0*S + 1.0*S;
        size += 1.0*S*S + 1.0*S*S*S + 1.0*S*S*S*S;
    }
    if (params->kurtosis) {
        size += 1.0*M;
    }
    if (isfinite(params->P) && isfinite(params->V) && params->known_task) {
        size += 1.0*S + 1.0 + 1.0 + 1.0 + 1.0 + 1.0 + 1.0 + 1.0;
        size += 1.0 + 1.0 + 1.0 + 1.0*K*K + 1.0*K*K*K + 1.0*K*K*K*K + 1.0*K*K*K*K*K + 1.0*K*K*K*K*K*K;
        size += 1.0*K*K*K*K*K*K*K + 1.0*K*K*K*K*K*K*K*K + 1.0*K*S*S*S*S + 1.0*K*K*S*S*S*S + 1.0*K*K*K*S*S*S*S + 1.0*K*K*K*K*S*S*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void fo_anil_fluctuations_diffusion_arrays(int K, int M, const fo_anil_fluctuations_params *params, const double *FO_ANIL_FLUCTUATIONS_RESTRICT state,
double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *FO_ANIL_FLUCTUATIONS_RESTRICT work)
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
    const double *known_task = params->known_task;
    const double higher = params->first_order ? 0.0 : 1.0;
    const size_t with_P_higher = isfinite(params->P) && higher > 0.0 ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const size_t with_P = isfinite(params->P) ? 1 : 0;
    const size_t with_kurtosis = params->kurtosis ? 1 : 0;
    const size_t with_P_V_known_task = isfinite(params->P) && isfinite(params->V) && params->known_task ? 1 : 0;
    const int n_nodes = params->n_nodes;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)S;
    double *r3 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *r7 = r3 + (size_t)K*(size_t)S;
    double *r8 = r7 + (size_t)S*(size_t)n_fine;
    double *I_eg0g0_fff = r8 + (size_t)S*(size_t)S*(size_t)n_fine;
    double *I2 = I_eg0g0_fff + (size_t)S*(size_t)S*(size_t)S;
    double *I3 = I2 + (size_t)S*(size_t)S;
    double *r9 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *I_g0g0g0g0 = r9 + (size_t)S*(size_t)S;
    double *h = I_g0g0g0g0 + (size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *base = H_next + (size_t)K*(size_t)M;
    double *L = base + (size_t)S;
    double *mc = L + (size_t)S*(size_t)M;
    double *G = mc + (size_t)S;
    double *A = G + (size_t)S*(size_t)S;
    double *dw0 = A + (size_t)K*(size_t)S;
    double *M2 = dw0 + (size_t)K;
    double *M3 = M2 + (size_t)S*(size_t)S;
    double *M4 = M3 + (size_t)S*(size_t)S*(size_t)S;
    double *ZZ = M4 + (size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *ZY = ZZ + (size_t)K*(size_t)S*(size_t)K*(size_t)S;
    double *r1 = ZY + (size_t)K*(size_t)S*(size_t)K;
    double *Cq = r1 + with_P_higher*(size_t)M*(size_t)n_quartic;
    double *r2 = Cq + with_P_higher*(size_t)n_quartic*(size_t)M*(size_t)S*(size_t)S;
    double *Cs1 = r2 + with_P_higher*(size_t)S*(size_t)n_square;
    double *r4 = Cs1 + with_P_higher*(size_t)n_square*(size_t)S*(size_t)S*(size_t)S;
    double *Cs2 = r4 + with_P_higher*(size_t)n_square*(size_t)M*(size_t)S*(size_t)n_square;
    double *r10 = Cs2 + with_P_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S*(size_t)S;
    double *r11 = r10 + with_P_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)n_square;
    double *I_qhg0g0_blll = r11 + with_P_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *r12 = I_qhg0g0_blll + with_P_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *r13 = r12 + with_P_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)n_square;
    double *I_hhhg0g0_bblll = r13 + with_P_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *r14 = I_hhhg0g0_bblll + with_P_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *I_qg0g0_bll = r14 + with_P_higher*(size_t)n_quartic*(size_t)M*(size_t)K;
    double *r15 = I_qg0g0_bll + with_P_higher*(size_t)M*(size_t)K*(size_t)K;
    double *I_hhg0g0_bbll = r15 + with_P_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S;
    double *I_hhg0g0_bllb = I_hhg0g0_bbll + with_P_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *I_hhg0g0_blll = I_hhg0g0_bllb + with_P_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)M;
    double *r16 = I_hhg0g0_blll + with_P_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *I_hg0g0_blb = r16 + with_P_higher*(size_t)n_square*(size_t)S*(size_t)S;
    double *I_hg0g0_bll = I_hg0g0_blb + with_P_higher*(size_t)M*(size_t)K*(size_t)M;
    double *I_hg0g0_llb = I_hg0g0_bll + with_P_higher*(size_t)M*(size_t)K*(size_t)K;
    double *I_hg0g0_lll = I_hg0g0_llb + with_P_higher*(size_t)K*(size_t)K*(size_t)M;
    double *I_qg0g0g0g0_bllll = I_hg0g0_lll + with_P_higher*(size_t)K*(size_t)K*(size_t)K;
    double *I_hhg0g0g0g0_bbllll = I_qg0g0g0g0_bllll + with_P_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_hg0g0g0g0_blllb = I_hhg0g0g0g0_bbllll + with_P_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_hg0g0g0g0_bllll = I_hg0g0g0g0_blllb + with_P_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *I_ssg0g0g0g0_bbllll = I_hg0g0g0g0_bllll + with_P_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_sg0g0g0g0_blllb = I_ssg0g0g0g0_bbllll + with_P_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_sg0g0g0g0_bllll = I_sg0g0g0g0_blllb + with_P_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *p31 = I_sg0g0g0g0_bllll + with_P_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *p41 = p31 + with_P_higher*(size_t)1;
    double *p42 = p41 + with_P_higher*(size_t)1;
    double *B22 = p42 + with_P_higher*(size_t)1;
    double *mr = B22 + with_P_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *Gr = mr + with_P_higher*(size_t)1;
    double *Xr = Gr + with_P_higher*(size_t)1;
    double *Gd = Xr + with_P_higher*(size_t)S;
    double *Xd = Gd + with_P_higher*(size_t)1;
    double *q3 = Xd + with_P_higher*(size_t)S;
    double *q3x = q3 + with_P_higher*(size_t)1;
    double *q4 = q3x + with_P_higher*(size_t)S;
    double *C2 = q4 + with_P_higher*(size_t)1;
    double *r5 = C2 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *C3 = r5 + with_V*(size_t)K*(size_t)S*(size_t)S;
    double *r6 = C3 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *C4 = r6 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *I4 = C4 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *I_g1g1g0g0g0g0 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *I_g1g1g1g1 = I_g1g1g0g0g0g0 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *I_g1g1g1g1g0g0g0g0 = I_g1g1g1g1 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_g1g1xx = I_g1g1g1g1g0g0g0g0 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *J2 = I_g1g1xx + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *K2 = J2 + with_V*(size_t)K*(size_t)K;
    double *K3 = K2 + with_V*(size_t)K*(size_t)S;
    double *K4 = K3 + with_V*(size_t)K*(size_t)S*(size_t)S;
    double *M5 = K4 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *M6 = M5 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *M7 = M6 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *M8 = M7 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *mS = M8 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *r17 = mS + with_V*(size_t)K*(size_t)K;
    double *r18 = r17 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *r19 = r18 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *ZS = r19 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *YS = ZS + with_V*(size_t)K*(size_t)S*(size_t)K*(size_t)K;
    double *SS = YS + with_V*(size_t)K*(size_t)K*(size_t)K;
    double *base0 = SS + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *L0 = base0 + with_P*(size_t)S;
    double *base1 = L0 + with_P*(size_t)S*(size_t)M;
    double *L1 = base1 + with_P*(size_t)S;
    double *mc0 = L1 + with_P*(size_t)S*(size_t)M;
    double *G0 = mc0 + with_P*(size_t)S;
    double *mc1 = G0 + with_P*(size_t)S*(size_t)S;
    double *G1 = mc1 + with_P*(size_t)S;
    double *GX1 = G1 + with_P*(size_t)S*(size_t)S;
    double *F = GX1 + with_P*(size_t)S*(size_t)S;
    double *p21 = F + with_P*(size_t)S*(size_t)S;
    double *p22 = p21 + with_P*(size_t)1;
    double *p32 = p22 + with_P*(size_t)1;
    double *p33 = p32 + with_P*(size_t)1;
    double *p43 = p33 + with_P*(size_t)1;
    double *p44 = p43 + with_P*(size_t)1;
    double *B2 = p44 + with_P*(size_t)1;
    double *B2x = B2 + with_P*(size_t)K*(size_t)K;
    double *B2xx = B2x + with_P*(size_t)K*(size_t)K*(size_t)S;
    double *B3 = B2xx + with_P*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *B3x = B3 + with_P*(size_t)K*(size_t)K*(size_t)K;
    double *B4 = B3x + with_P*(size_t)K*(size_t)K*(size_t)K*(size_t)S;
    double *d1 = B4 + with_P*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *d2 = d1 + with_P*(size_t)K;
    double *d3 = d2 + with_P*(size_t)K*(size_t)K;
    double *d4 = d3 + with_P*(size_t)K*(size_t)K*(size_t)K;
    double *d5 = d4 + with_P*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *d6 = d5 + with_P*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *d7 = d6 + with_P*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *d8 = d7 + with_P*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *zn = d8 + with_P*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *g0n = zn + with_P*(size_t)S;
    double *P2 = g0n + with_P*(size_t)S;
    double *P3 = P2 + with_P*(size_t)S*(size_t)S;
    double *P4w = P3 + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *kappa = P4w + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *ct = kappa + with_kurtosis*(size_t)M;
    double *mt = ct + with_P_V_known_task*(size_t)S;
    double *vt = mt + with_P_V_known_task*(size_t)1;
    double *r1t = vt + with_P_V_known_task*(size_t)1;
    double *r2t = r1t + with_P_V_known_task*(size_t)1;
    double *r3t = r2t + with_P_V_known_task*(size_t)1;
    double *r4t = r3t + with_P_V_known_task*(size_t)1;
    double *r5t = r4t + with_P_V_known_task*(size_t)1;
    double *r6t = r5t + with_P_V_known_task*(size_t)1;
    double *r7t = r6t + with_P_V_known_task*(size_t)1;
    double *r8t = r7t + with_P_V_known_task*(size_t)1;
    double *k2 = r8t + with_P_V_known_task*(size_t)1;
    double *k3 = k2 + with_P_V_known_task*(size_t)K*(size_t)K;
    double *k4 = k3 + with_P_V_known_task*(size_t)K*(size_t)K*(size_t)K;
    double *k5 = k4 + with_P_V_known_task*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *k6 = k5 + with_P_V_known_task*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *k7 = k6 + with_P_V_known_task*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *k8 = k7 + with_P_V_known_task*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *K5 = k8 + with_P_V_known_task*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *K6 = K5 + with_P_V_known_task*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *K7 = K6 + with_P_V_known_task*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *K8 = K7 + with_P_V_known_task*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;

    (void)w0;
    (void)with_P_higher;
    (void)with_V;
    (void)with_P;
    (void)with_kurtosis;
    (void)with_P_V_known_task;
    (void)kurtosis;
    (void)known_task;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[fo_anil_fluctuations_packed(K, k, l)];
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
    if (isfinite(params->P) && higher > 0.0) {
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
    }
    /* r3: 1/sqrt(C1[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r3[k*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] + 1.0));
        }
    }
    if (isfinite(params->V)) {
        /* C2: covariance of the fields with the Gaussian weight of k, i absorbed */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        C2[((k*S + i)*S + j)*S + r] = -C1[(k*S + i)*S + j]*C1[(k*S + i)*S + r]*(r3[k*S + i]*r3[k*S + i]) + C1[(k*S + j)*S + r];
                        C2[((k*S + i)*S + r)*S + j] = C2[((k*S + i)*S + j)*S + r];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0) {
        /* r4: 1/sqrt(Cs1[c, n, i, i]*square[d] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int n = 0; n < M; ++n) {
                for (int i = 0; i < S; ++i) {
                    for (int d = 0; d < n_square; ++d) {
                        r4[((c*M + n)*S + i)*n_square + d] = (1.0 / sqrt(Cs1[((c*S + K + n)*S + i)*S + i]*square[d] + 1.0));
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
                                Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r] = -Cs1[((c*S + K + n)*S + i)*S + j]*Cs1[((c*S + K + n)*S + i)*S + r]*(r4[((c*M + n)*S + i)*n_square + d]*r4[((c*M + n)*S + i)*n_square + d])*square[d] + Cs1[((c*S + K + n)*S + j)*S + r];
                                Cs2[((((c*n_square + d)*M + n)*S + i)*S + r)*S + j] = Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r];
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        /* r5: 1/sqrt(C2[k, i, j, j] + 1) */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r5[(k*S + i)*S + j] = (1.0 / sqrt(C2[((k*S + i)*S + j)*S + j] + 1.0));
                }
            }
        }
        /* C3: covariance of the fields with the Gaussian weight of k, l, i absorbed */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            C3[(((k*K + l)*S + i)*S + j)*S + r] = -C2[((k*S + l)*S + i)*S + j]*C2[((k*S + l)*S + i)*S + r]*(r5[(k*S + l)*S + i]*r5[(k*S + l)*S + i]) + C2[((k*S + l)*S + j)*S + r];
                            C3[(((k*K + l)*S + i)*S + r)*S + j] = C3[(((k*K + l)*S + i)*S + j)*S + r];
                        }
                    }
                }
            }
        }
        /* r6: 1/sqrt(C3[k, l, i, j, j] + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        r6[((k*K + l)*S + i)*S + j] = (1.0 / sqrt(C3[(((k*K + l)*S + i)*S + j)*S + j] + 1.0));
                    }
                }
            }
        }
        /* C4: covariance of the fields with the Gaussian weight of k, l, a, i absorbed */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                C4[((((k*K + l)*K + a)*S + i)*S + j)*S + r] = -C3[(((k*K + l)*S + a)*S + i)*S + j]*C3[(((k*K + l)*S + a)*S + i)*S + r]*(r6[((k*K + l)*S + a)*S + i]*r6[((k*K + l)*S + a)*S + i]) + C3[(((k*K + l)*S + a)*S + j)*S + r];
                                C4[((((k*K + l)*K + a)*S + i)*S + r)*S + j] = C4[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                            }
                        }
                    }
                }
            }
        }
    }
    /* r7: 1/sqrt(C[i, i]*fine[x] + 1) */
    for (int i = 0; i < S; ++i) {
        for (int x = 0; x < n_fine; ++x) {
            r7[i*n_fine + x] = (1.0 / sqrt(C[i*S + i]*fine[x] + 1.0));
        }
    }
    /* r8: 1/sqrt(-C[i, j]**2*fine[x]*r7[i, x]**2 + C[j, j] + 1) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            for (int x = 0; x < n_fine; ++x) {
                r8[(i*S + j)*n_fine + x] = (1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*fine[x]*(r7[i*n_fine + x]*r7[i*n_fine + x]) + C[j*S + j] + 1.0));
            }
        }
    }
    /* I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            for (int r = j; r < S; ++r) {
                double sum1 = 0.0;
                for (int x = 0; x < n_fine; ++x) {
                    sum1 += (asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r7[i*n_fine + x]*r7[i*n_fine + x]) + C[j*S + r])*r8[(i*S + j)*n_fine + x]*r8[(i*S + r)*n_fine + x])*fine_weight[x]*r7[i*n_fine + x]);
                }
                I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum1;
                I_eg0g0_fff[(i*S + r)*S + j] = I_eg0g0_fff[(i*S + j)*S + r];
            }
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = 0.63661977236758138*asin(C[i*S + j]*r0[i]*r0[j]);
            I2[j*S + i] = I2[i*S + j];
        }
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3[(k*S + i)*S + j] = 0.63661977236758138*C1[(k*S + i)*S + j]*r0[k]*r3[k*S + j];
            }
        }
    }
    if (isfinite(params->V)) {
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4[((k*K + l)*S + i)*S + j] = 0.4052847345693511*asin(C2[((k*S + l)*S + i)*S + j]*r5[(k*S + l)*S + i]*r5[(k*S + l)*S + j])*r0[k]*r3[k*S + l];
                        I4[((l*K + k)*S + i)*S + j] = I4[((k*K + l)*S + i)*S + j];
                        I4[((k*K + l)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                        I4[((l*K + k)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* r9: asin(C[i, j]*r0[i]*r0[j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r9[i*S + j] = asin(C[i*S + j]*r0[i]*r0[j]);
        }
    }
    /* I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i + 1; j < S; ++j) {
            for (int r = j + 1; r < S; ++r) {
                for (int s = r + 1; s < S; ++s) {
                    I_g0g0g0g0[((i*S + j)*S + r)*S + s] = fo_anil_fluctuations_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
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
                I_g0g0g0g0[((i*S + i)*S + j)*S + r] = I_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*r9[j*S + r];
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
    if (isfinite(params->V)) {
        /* I_g1g1g0g0g0g0: <g'(z_k) g'(z_l) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + r)*S + s] = 0.63661977236758138*fo_anil_fluctuations_joint4(C2[((k*S + l)*S + i)*S + i], C2[((k*S + l)*S + i)*S + j], C2[((k*S + l)*S + i)*S + r], C2[((k*S + l)*S + i)*S + s], C2[((k*S + l)*S + j)*S + j], C2[((k*S + l)*S + j)*S + r], C2[((k*S + l)*S + j)*S + s], C2[((k*S + l)*S + r)*S + r], C2[((k*S + l)*S + r)*S + s], C2[((k*S + l)*S + s)*S + s])*r0[k]*r3[k*S + l];
                            }
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            for (int k = 0; k < l + 1; ++k) {
                                I_g1g1g0g0g0g0[((((l*K + k)*S + i)*S + j)*S + r)*S + s] = I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            for (int i = 0; i < j + 1; ++i) {
                                I_g1g1g0g0g0g0[((((k*K + l)*S + j)*S + i)*S + r)*S + s] = I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int r = 0; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        for (int i = 0; i < r + 1; ++i) {
                            for (int j = 0; j < r + 1; ++j) {
                                I_g1g1g0g0g0g0[((((k*K + l)*S + r)*S + j)*S + i)*S + s] = I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                                I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + r)*S + j)*S + s] = I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int s = 0; s < S; ++s) {
                    for (int i = 0; i < s + 1; ++i) {
                        for (int j = 0; j < s + 1; ++j) {
                            for (int r = 0; r < s + 1; ++r) {
                                I_g1g1g0g0g0g0[((((k*K + l)*S + s)*S + j)*S + r)*S + i] = I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                                I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + s)*S + r)*S + j] = I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                                I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + s)*S + r] = I_g1g1g0g0g0g0[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
        /* I_g1g1g1g1: <g'(z_k) g'(z_l) g'(z_a) g'(z_b)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I_g1g1g1g1[((k*K + l)*K + a)*K + b] = 0.4052847345693511*(1.0 / sqrt(C3[(((k*K + l)*S + a)*S + b)*S + b] + 1.0))*r0[k]*r3[k*S + l]*r5[(k*S + l)*S + a];
                        I_g1g1g1g1[((l*K + k)*K + a)*K + b] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((k*K + a)*K + l)*K + b] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((k*K + l)*K + b)*K + a] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((l*K + a)*K + k)*K + b] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((l*K + k)*K + b)*K + a] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((a*K + k)*K + l)*K + b] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((k*K + a)*K + b)*K + l] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((k*K + b)*K + l)*K + a] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((a*K + l)*K + k)*K + b] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((l*K + a)*K + b)*K + k] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((l*K + b)*K + k)*K + a] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((a*K + k)*K + b)*K + l] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((k*K + b)*K + a)*K + l] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((b*K + k)*K + l)*K + a] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((a*K + l)*K + b)*K + k] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((l*K + b)*K + a)*K + k] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((b*K + l)*K + k)*K + a] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((a*K + b)*K + k)*K + l] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((b*K + k)*K + a)*K + l] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((a*K + b)*K + l)*K + k] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((b*K + l)*K + a)*K + k] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((b*K + a)*K + k)*K + l] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                        I_g1g1g1g1[((b*K + a)*K + l)*K + k] = I_g1g1g1g1[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
        /* I_g1g1g1g1g0g0g0g0: <g'(z_k) g'(z_l) g'(z_a) g'(z_b) g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = j; r < S; ++r) {
                                    for (int s = r; s < S; ++s) {
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s] = 0.4052847345693511*fo_anil_fluctuations_joint4(C4[((((k*K + l)*K + a)*S + b)*S + i)*S + i], C4[((((k*K + l)*K + a)*S + b)*S + i)*S + j], C4[((((k*K + l)*K + a)*S + b)*S + i)*S + r], C4[((((k*K + l)*K + a)*S + b)*S + i)*S + s], C4[((((k*K + l)*K + a)*S + b)*S + j)*S + j], C4[((((k*K + l)*K + a)*S + b)*S + j)*S + r], C4[((((k*K + l)*K + a)*S + b)*S + j)*S + s], C4[((((k*K + l)*K + a)*S + b)*S + r)*S + r], C4[((((k*K + l)*K + a)*S + b)*S + r)*S + s], C4[((((k*K + l)*K + a)*S + b)*S + s)*S + s])*r0[k]*r3[k*S + l]*r5[(k*S + l)*S + a]*r6[((k*K + l)*S + a)*S + b];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    for (int k = 0; k < l + 1; ++k) {
                                        I_g1g1g1g1g0g0g0g0[((((((l*K + k)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                for (int k = 0; k < a + 1; ++k) {
                                    for (int l = 0; l < a + 1; ++l) {
                                        I_g1g1g1g1g0g0g0g0[((((((a*K + l)*K + k)*K + b)*S + i)*S + j)*S + r)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + a)*K + l)*K + b)*S + i)*S + j)*S + r)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            for (int k = 0; k < b + 1; ++k) {
                                for (int l = 0; l < b + 1; ++l) {
                                    for (int a = 0; a < b + 1; ++a) {
                                        I_g1g1g1g1g0g0g0g0[((((((b*K + l)*K + a)*K + k)*S + i)*S + j)*S + r)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + b)*K + a)*K + l)*S + i)*S + j)*S + r)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + b)*K + a)*S + i)*S + j)*S + r)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    for (int i = 0; i < j + 1; ++i) {
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + j)*S + i)*S + r)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int r = 0; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                for (int i = 0; i < r + 1; ++i) {
                                    for (int j = 0; j < r + 1; ++j) {
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + r)*S + j)*S + i)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + r)*S + j)*S + s] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int s = 0; s < S; ++s) {
                            for (int i = 0; i < s + 1; ++i) {
                                for (int j = 0; j < s + 1; ++j) {
                                    for (int r = 0; r < s + 1; ++r) {
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + s)*S + j)*S + r)*S + i] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + s)*S + r)*S + j] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + s)*S + r] = I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        /* I_g1g1xx: <g'(z_k) g'(z_l) z_i z_j> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I_g1g1xx[((k*K + l)*S + i)*S + j] = 0.63661977236758138*C2[((k*S + l)*S + i)*S + j]*r0[k]*r3[k*S + l];
                        I_g1g1xx[((l*K + k)*S + i)*S + j] = I_g1g1xx[((k*K + l)*S + i)*S + j];
                        I_g1g1xx[((k*K + l)*S + j)*S + i] = I_g1g1xx[((k*K + l)*S + i)*S + j];
                        I_g1g1xx[((l*K + k)*S + j)*S + i] = I_g1g1xx[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*(1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))*r0[k];
                J2[l*K + k] = J2[k*K + l];
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0) {
        /* r10: 1/sqrt(Cq[g, n, k, k]*square[c] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int c = 0; c < n_square; ++c) {
                        r10[((g*M + n)*K + k)*n_square + c] = (1.0 / sqrt(Cq[((g*M + n)*S + k)*S + k]*square[c] + 1.0));
                    }
                }
            }
        }
        /* r11: 1/sqrt(-Cq[g, n, k, l]**2*r10[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int c = 0; c < n_square; ++c) {
                            r11[(((g*M + n)*K + k)*K + l)*n_square + c] = (1.0 / sqrt(-(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*(r10[((g*M + n)*K + k)*n_square + c]*r10[((g*M + n)*K + k)*n_square + c])*square[c] + Cq[((g*M + n)*S + l)*S + l] + 1.0));
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
                                sum2 += (asin((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r10[((g*M + n)*K + k)*n_square + d]*r10[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r11[(((g*M + n)*K + k)*K + a)*n_square + d]*r11[(((g*M + n)*K + k)*K + l)*n_square + d])*quartic_weight[g]*r10[((g*M + n)*K + k)*n_square + d]*r1[n*n_quartic + g]*square_weight[d]);
                            }
                        }
                        I_qhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                        I_qhg0g0_blll[((n*K + k)*K + a)*K + l] = I_qhg0g0_blll[((n*K + k)*K + l)*K + a];
                    }
                }
            }
        }
        /* r12: 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int k = 0; k < K; ++k) {
                            for (int f = 0; f < n_square; ++f) {
                                r12[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] = (1.0 / sqrt(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k]*square[f] + 1.0));
                            }
                        }
                    }
                }
            }
        }
        /* r13: 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r12[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int k = 0; k < K; ++k) {
                            for (int l = 0; l < K; ++l) {
                                for (int f = 0; f < n_square; ++f) {
                                    r13[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] = (1.0 / sqrt(-(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*(r12[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r12[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l] + 1.0));
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
                                        sum2 += (asin((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r12[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r12[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r13[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r13[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*r12[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r2[(K + n)*n_square + c]*r4[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]*square_weight[f]);
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
        /* r14: 1/sqrt(Cq[g, n, k, k] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    r14[(g*M + n)*K + k] = (1.0 / sqrt(Cq[((g*M + n)*S + k)*S + k] + 1.0));
                }
            }
        }
        /* I_qg0g0_bll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int g = 0; g < n_quartic; ++g) {
                        sum2 += (asin(Cq[((g*M + n)*S + k)*S + l]*r14[(g*M + n)*K + k]*r14[(g*M + n)*K + l])*quartic_weight[g]*r1[n*n_quartic + g]);
                    }
                    I_qg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum2;
                    I_qg0g0_bll[(n*K + l)*K + k] = I_qg0g0_bll[(n*K + k)*K + l];
                }
            }
        }
        /* r15: 1/sqrt(Cs2[c, d, n, i, j, j] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            r15[(((c*n_square + d)*M + n)*S + i)*S + j] = (1.0 / sqrt(Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + j] + 1.0));
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
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r15[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r15[(((c*n_square + d)*M + n)*S + K + m)*S + l])*r2[(K + n)*n_square + c]*r4[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
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
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r15[(((c*n_square + d)*M + n)*S + k)*S + l]*r15[(((c*n_square + d)*M + n)*S + k)*S + K + m])*r2[(K + n)*n_square + c]*r4[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
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
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r15[(((c*n_square + d)*M + n)*S + k)*S + a]*r15[(((c*n_square + d)*M + n)*S + k)*S + l])*r2[(K + n)*n_square + c]*r4[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                        I_hhg0g0_blll[((n*K + k)*K + a)*K + l] = I_hhg0g0_blll[((n*K + k)*K + l)*K + a];
                    }
                }
            }
        }
        /* r16: 1/sqrt(Cs1[c, i, j, j] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r16[(c*S + i)*S + j] = (1.0 / sqrt(Cs1[((c*S + i)*S + j)*S + j] + 1.0));
                }
            }
        }
        /* I_hg0g0_blb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + K + n)*S + k)*S + K + m]*r16[(c*S + K + n)*S + k]*r16[(c*S + K + n)*S + K + m])*r2[(K + n)*n_square + c]*square_weight[c]);
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
                        sum2 += (asin(Cs1[((c*S + K + n)*S + k)*S + l]*r16[(c*S + K + n)*S + k]*r16[(c*S + K + n)*S + l])*r2[(K + n)*n_square + c]*square_weight[c]);
                    }
                    I_hg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum2;
                    I_hg0g0_bll[(n*K + l)*K + k] = I_hg0g0_bll[(n*K + k)*K + l];
                }
            }
        }
        /* I_hg0g0_llb: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + k)*S + l)*S + K + n]*r16[(c*S + k)*S + l]*r16[(c*S + k)*S + K + n])*r2[k*n_square + c]*square_weight[c]);
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
                        sum2 += (asin(Cs1[((c*S + k)*S + l)*S + a]*r16[(c*S + k)*S + a]*r16[(c*S + k)*S + l])*r2[k*n_square + c]*square_weight[c]);
                    }
                    I_hg0g0_lll[(k*K + l)*K + a] = 0.63661977236758138 * sum2;
                    I_hg0g0_lll[(k*K + a)*K + l] = I_hg0g0_lll[(k*K + l)*K + a];
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
                                sum2 += (fo_anil_fluctuations_joint4(Cq[((g*M + n)*S + k)*S + k], Cq[((g*M + n)*S + k)*S + l], Cq[((g*M + n)*S + k)*S + a], Cq[((g*M + n)*S + k)*S + b], Cq[((g*M + n)*S + l)*S + l], Cq[((g*M + n)*S + l)*S + a], Cq[((g*M + n)*S + l)*S + b], Cq[((g*M + n)*S + a)*S + a], Cq[((g*M + n)*S + a)*S + b], Cq[((g*M + n)*S + b)*S + b])*quartic_weight[g]*r1[n*n_quartic + g]);
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
                                        sum2 += (fo_anil_fluctuations_joint4(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b])*r2[(K + n)*n_square + c]*r4[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
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
                                sum2 += (fo_anil_fluctuations_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + K + m], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + K + m], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + K + m], Cs1[((c*S + K + n)*S + K + m)*S + K + m])*r2[(K + n)*n_square + c]*square_weight[c]);
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
                                sum2 += (fo_anil_fluctuations_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + b], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + b], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + b], Cs1[((c*S + K + n)*S + b)*S + b])*r2[(K + n)*n_square + c]*square_weight[c]);
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
    for (int step = 0; step < params->inner_steps; ++step) {
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
            H[k*M + m] = 0.0;
        }
    }
    for (int step = 0; step < params->inner_steps; ++step) {
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
    /* base: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
    for (int k = 0; k < K; ++k) {
        base[k] = h[k];
    }
    for (int n = 0; n < M; ++n) {
        base[K + n] = 0.0;
    }
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
    if (isfinite(params->P)) {
        /* base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base0[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base0[K + n] = 0.0;
        }
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
        /* base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
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
    if (params->kurtosis) {
        /* kappa: fourth cumulants of the task vector's components */
        for (int m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }
    /* mc: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc[i] = base[i];
    }
    for (int i = 0; i < S; ++i) {
        double sum1 = 0.0;
        for (int m = 0; m < M; ++m) {
            sum1 += (L[i*M + m]*mean[m]);
        }
        mc[i] += sum1;
    }
    /* G: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G[i*S + j] = mc[i]*mc[j];
            G[j*S + i] = G[i*S + j];
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L[i*M + m]*L[j*M + p]*cov[m*M + p]);
                }
            }
            G[i*S + j] += sum1;
            G[j*S + i] = G[i*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* mc0: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            mc0[i] = base0[i];
        }
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int m = 0; m < M; ++m) {
                sum2 += (L0[i*M + m]*mean[m]);
            }
            mc0[i] += sum2;
        }
        /* G0: <c_i c_j> over the task */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G0[i*S + j] = mc0[i]*mc0[j];
                G0[j*S + i] = G0[i*S + j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                    }
                }
                G0[i*S + j] += sum2;
                G0[j*S + i] = G0[i*S + j];
            }
        }
        /* mc1: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            mc1[i] = base1[i];
        }
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int m = 0; m < M; ++m) {
                sum2 += (L1[i*M + m]*mean[m]);
            }
            mc1[i] += sum2;
        }
        /* G1: <c_i c_j> over the task */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G1[i*S + j] = mc1[i]*mc1[j];
                G1[j*S + i] = G1[i*S + j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L1[i*M + m]*L1[j*M + p]*cov[m*M + p]);
                    }
                }
                G1[i*S + j] += sum2;
                G1[j*S + i] = G1[i*S + j];
            }
        }
        /* GX1: <c_i c_j> over the task, of c0 and c1 */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                GX1[i*S + j] = mc0[i]*mc1[j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[i*M + m]*L1[j*M + p]*cov[m*M + p]);
                    }
                }
                GX1[i*S + j] += sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->known_task) {
        /* ct: head start and minus the task, where there is one */
        for (int k = 0; k < K; ++k) {
            ct[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            ct[K + n] = -known_task[n];
        }
    }
    if (isfinite(params->P)) {
        /* F: lower triangular factor of the covariance: C = F F^T */
        fo_anil_fluctuations_factor(S, C, F);
        /* p21: share of 2 support samples in 1 given blocks */
        *p21 = 1.0/params->P;
        /* p22: share of 2 support samples in 2 given blocks, minus 1 */
        *p22 = -1.0/params->P;
    }
    if (isfinite(params->P) && higher > 0.0) {
        /* p31: share of 3 support samples in 1 given blocks */
        *p31 = higher/(params->P*params->P);
    }
    if (isfinite(params->P)) {
        /* p32: share of 3 support samples in 2 given blocks */
        *p32 = 1.0/params->P;
    }
    if (isfinite(params->P) && higher > 0.0) {
        *p32 += -higher/(params->P*params->P);
    }
    if (isfinite(params->P)) {
        /* p33: share of 3 support samples in 3 given blocks, minus 1 */
        *p33 = -3.0*1.0/params->P;
    }
    if (isfinite(params->P) && higher > 0.0) {
        *p33 += 2.0*higher/(params->P*params->P);
        /* p41: share of 4 support samples in 1 given blocks */
        *p41 = higher/(params->P*params->P*params->P);
        /* p42: share of 4 support samples in 2 given blocks */
        *p42 = higher/(params->P*params->P) - higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P)) {
        /* p43: share of 4 support samples in 3 given blocks */
        *p43 = 1.0/params->P;
    }
    if (isfinite(params->P) && higher > 0.0) {
        *p43 += -3.0*higher/(params->P*params->P) + 2.0*higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P)) {
        /* p44: share of 4 support samples in 4 given blocks, minus 1 */
        *p44 = -6.0*1.0/params->P;
    }
    if (isfinite(params->P) && higher > 0.0) {
        *p44 += 11.0*higher/(params->P*params->P) - 6.0*higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P)) {
        /* B2: <d_k d_l> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                B2[k*K + l] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l];
                B2[l*K + k] = B2[k*K + l];
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
                B2[l*K + k] = B2[k*K + l];
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0) {
        /* B22: <d_k d_l> <d_a d_b> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B22[((k*K + l)*K + a)*K + b] = (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[a*S + b]*I2[k*S + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = 0; r < S; ++r) {
                                    for (int s = 0; s < S; ++s) {
                                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[r*S + s] + G0[i*S + r]*G0[j*S + s] + G0[i*S + s]*G0[j*S + r] - 2.0*mc0[i]*mc0[j]*mc0[r]*mc0[s])*I_g0g0g0g0[((a*S + b)*S + r)*S + s]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                                    }
                                }
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                sum2 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[a*S + b] * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                sum2 += (s > r ? 2.0 : 1.0) * (G0[r*S + s]*I_g0g0g0g0[((a*S + b)*S + r)*S + s]);
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l] * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0 && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = 0; r < S; ++r) {
                                    for (int s = 0; s < S; ++s) {
                                        for (int p = 0; p < M; ++p) {
                                            sum2 += (j > i ? 2.0 : 1.0) * (I_g0g0g0g0[((a*S + b)*S + r)*S + s]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]*L0[i*M + p]*L0[j*M + p]*L0[r*M + p]*L0[s*M + p]*kappa[p]);
                                        }
                                    }
                                }
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0) {
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
    if (isfinite(params->P)) {
        /* B2x: <d_k d_l> c1_i averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    B2x[(k*K + l)*S + i] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*mc1[i];
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            sum2 += (r > j ? 2.0 : 1.0) * ((G0[j*S + r]*mc1[i] + GX1[j*S + i]*mc0[r] + GX1[r*S + i]*mc0[j] - 2.0*mc0[j]*mc0[r]*mc1[i])*I_g0g0g0g0[((k*S + l)*S + j)*S + r]);
                        }
                    }
                    B2x[(k*K + l)*S + i] += (params->eta_w*params->eta_w) * sum2;
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
        /* B2xx: <d_k d_l> c1_i c1_j averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        B2xx[((k*K + l)*S + i)*S + j] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*G1[i*S + j]*I2[k*S + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                sum2 += (s > r ? 2.0 : 1.0) * ((G0[r*S + s]*G1[i*S + j] + GX1[r*S + i]*GX1[s*S + j] + GX1[r*S + j]*GX1[s*S + i] - 2.0*mc0[r]*mc0[s]*mc1[i]*mc1[j])*I_g0g0g0g0[((k*S + l)*S + r)*S + s]);
                            }
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += (params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                for (int p = 0; p < M; ++p) {
                                    sum2 += (s > r ? 2.0 : 1.0) * (I_g0g0g0g0[((k*S + l)*S + r)*S + s]*L0[r*M + p]*L0[s*M + p]*L1[i*M + p]*L1[j*M + p]*kappa[p]);
                                }
                            }
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += (params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
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
    if (isfinite(params->P)) {
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
        /* d1: <d_k> at the task */
        for (int k = 0; k < K; ++k) {
            d1[k] = 0.0;
        }
        /* d2: <d_k d_l> at the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                d2[k*K + l] = 0.0;
            }
        }
        /* d3: <d_k d_l d_a> at the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    d3[(k*K + l)*K + a] = 0.0;
                }
            }
        }
        /* d4: <d_k d_l d_a d_b> at the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        d4[((k*K + l)*K + a)*K + b] = 0.0;
                    }
                }
            }
        }
        /* d5: <d_k d_l d_a d_b d_i> at the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = b; i < K; ++i) {
                            d5[(((k*K + l)*K + a)*K + b)*K + i] = 0.0;
                        }
                    }
                }
            }
        }
        /* d6: <d_k d_l d_a d_b d_i d_j> at the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = b; i < K; ++i) {
                            for (int j = i; j < K; ++j) {
                                d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        /* d7: <d_k d_l d_a d_b d_i d_j d_r> at the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = b; i < K; ++i) {
                            for (int j = i; j < K; ++j) {
                                for (int r = j; r < K; ++r) {
                                    d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        /* d8: <d_k d_l d_a d_b d_i d_j d_r d_s> at the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = b; i < K; ++i) {
                            for (int j = i; j < K; ++j) {
                                for (int r = j; r < K; ++r) {
                                    for (int s = r; s < K; ++s) {
                                        d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s] = 0.0;
                                    }
                                }
                            }
                        }
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
            if (higher > 0.0) {
                /* mr: mean of the residual over the task */
                {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (g0n[j]*mc0[j]);
                    }
                    *mr = -params->eta_w * sum4;
                }
            }
            if (higher > 0.0) {
                /* Gr: its second moment */
                *Gr = (params->eta_w*params->eta_w)*(params->noise*params->noise);
            }
            if (higher > 0.0) {
                {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            sum4 += (r > j ? 2.0 : 1.0) * (G0[j*S + r]*g0n[j]*g0n[r]);
                        }
                    }
                    *Gr += (params->eta_w*params->eta_w) * sum4;
                }
            }
            if (higher > 0.0) {
                /* Xr: its moment with c1 */
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (GX1[j*S + i]*g0n[j]);
                    }
                    Xr[i] = -params->eta_w * sum4;
                }
            }
            if (higher > 0.0) {
                /* Gd: its second moment, squares of the teacher's units only */
                *Gd = (params->eta_w*params->eta_w)*(params->noise*params->noise);
            }
            if (higher > 0.0) {
                {
                    double sum4 = 0.0;
                    for (int n = 0; n < M; ++n) {
                        sum4 += (G0[(K + n)*S + K + n]*(g0n[K + n]*g0n[K + n]));
                    }
                    *Gd += (params->eta_w*params->eta_w) * sum4;
                }
            }
            if (higher > 0.0) {
                /* Xd: its moment with c1, the teacher's units only */
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int n = 0; n < M; ++n) {
                        sum4 += (GX1[(K + n)*S + i]*g0n[K + n]);
                    }
                    Xd[i] = -params->eta_w * sum4;
                }
            }
            if (higher > 0.0) {
                /* q3: <r^3> over the task, at a node */
                *q3 = 3.0*(*Gr)*(*mr) - 2.0*((*mr)*(*mr)*(*mr));
            }
            if (higher > 0.0) {
                /* q3x: <r^3 c1_i> over the task, at a node, but for what needs no nodes */
                for (int i = 0; i < S; ++i) {
                    q3x[i] = -3.0*(*Gd)*Xd[i] + 3.0*(*Gr)*Xr[i] - 2.0*((*mr)*(*mr)*(*mr))*mc1[i];
                }
            }
            if (higher > 0.0) {
                /* q4: <r^4> over the task, at a node, but for what needs no nodes */
                *q4 = -3.0*((*Gd)*(*Gd)) + 3.0*((*Gr)*(*Gr)) - 2.0*((*mr)*(*mr)*(*mr)*(*mr));
            }
            if (higher > 0.0) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            B3[(k*K + l)*K + a] += (*q3)*g0n[a]*g0n[k]*g0n[l]*weights[e];
                        }
                    }
                }
            }
            if (higher > 0.0) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int i = 0; i < S; ++i) {
                                B3x[((k*K + l)*K + a)*S + i] += g0n[a]*g0n[k]*g0n[l]*q3x[i]*weights[e];
                            }
                        }
                    }
                }
            }
            if (higher > 0.0) {
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
            if (isfinite(params->V) && params->known_task) {
                /* mt: residual at the task, without noise, at a node */
                {
                    double sum4 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        sum4 += (ct[i]*g0n[i]);
                    }
                    *mt = -params->eta_w * sum4;
                }
            }
            if (isfinite(params->V) && params->known_task) {
                /* vt: variance of the residual at the task, by noise, at a node */
                *vt = (params->eta_w*params->eta_w)*(params->noise*params->noise);
            }
            if (isfinite(params->V) && params->known_task) {
                /* r1t: <r^1> at the task, at a node */
                *r1t = (*mt);
            }
            if (isfinite(params->V) && params->known_task) {
                /* r2t: <r^2> at the task, at a node */
                *r2t = ((*mt)*(*mt)) + (*vt);
            }
            if (isfinite(params->V) && params->known_task) {
                /* r3t: <r^3> at the task, at a node */
                *r3t = ((*mt)*(*mt)*(*mt)) + 3.0*(*mt)*(*vt);
            }
            if (isfinite(params->V) && params->known_task) {
                /* r4t: <r^4> at the task, at a node */
                *r4t = ((*mt)*(*mt)*(*mt)*(*mt)) + 6.0*((*mt)*(*mt))*(*vt) + 3.0*((*vt)*(*vt));
            }
            if (isfinite(params->V) && params->known_task) {
                /* r5t: <r^5> at the task, at a node */
                *r5t = pow((*mt), 5.0) + 10.0*((*mt)*(*mt)*(*mt))*(*vt) + 15.0*(*mt)*((*vt)*(*vt));
            }
            if (isfinite(params->V) && params->known_task) {
                /* r6t: <r^6> at the task, at a node */
                *r6t = pow((*mt), 6.0) + 15.0*((*mt)*(*mt)*(*mt)*(*mt))*(*vt) + 45.0*((*mt)*(*mt))*((*vt)*(*vt)) + 15.0*((*vt)*(*vt)*(*vt));
            }
            if (isfinite(params->V) && params->known_task) {
                /* r7t: <r^7> at the task, at a node */
                *r7t = pow((*mt), 7.0) + 21.0*pow((*mt), 5.0)*(*vt) + 105.0*((*mt)*(*mt)*(*mt))*((*vt)*(*vt)) + 105.0*(*mt)*((*vt)*(*vt)*(*vt));
            }
            if (isfinite(params->V) && params->known_task) {
                /* r8t: <r^8> at the task, at a node */
                *r8t = pow((*mt), 8.0) + 28.0*pow((*mt), 6.0)*(*vt) + 210.0*((*mt)*(*mt)*(*mt)*(*mt))*((*vt)*(*vt)) + 420.0*((*mt)*(*mt))*((*vt)*(*vt)*(*vt)) + 105.0*((*vt)*(*vt)*(*vt)*(*vt));
            }
            if (isfinite(params->V) && params->known_task) {
                for (int k = 0; k < K; ++k) {
                    d1[k] += (*r1t)*g0n[k]*weights[e];
                }
            }
            if (isfinite(params->V) && params->known_task) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        d2[k*K + l] += (*r2t)*g0n[k]*g0n[l]*weights[e];
                    }
                }
            }
            if (isfinite(params->V) && params->known_task) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            d3[(k*K + l)*K + a] += (*r3t)*g0n[a]*g0n[k]*g0n[l]*weights[e];
                        }
                    }
                }
            }
            if (isfinite(params->V) && params->known_task) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                d4[((k*K + l)*K + a)*K + b] += (*r4t)*g0n[a]*g0n[b]*g0n[k]*g0n[l]*weights[e];
                            }
                        }
                    }
                }
            }
            if (isfinite(params->V) && params->known_task) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                for (int i = b; i < K; ++i) {
                                    d5[(((k*K + l)*K + a)*K + b)*K + i] += (*r5t)*g0n[a]*g0n[b]*g0n[i]*g0n[k]*g0n[l]*weights[e];
                                }
                            }
                        }
                    }
                }
            }
            if (isfinite(params->V) && params->known_task) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                for (int i = b; i < K; ++i) {
                                    for (int j = i; j < K; ++j) {
                                        d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j] += (*r6t)*g0n[a]*g0n[b]*g0n[i]*g0n[j]*g0n[k]*g0n[l]*weights[e];
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if (isfinite(params->V) && params->known_task) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                for (int i = b; i < K; ++i) {
                                    for (int j = i; j < K; ++j) {
                                        for (int r = j; r < K; ++r) {
                                            d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r] += (*r7t)*g0n[a]*g0n[b]*g0n[i]*g0n[j]*g0n[k]*g0n[l]*g0n[r]*weights[e];
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if (isfinite(params->V) && params->known_task) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                for (int i = b; i < K; ++i) {
                                    for (int j = i; j < K; ++j) {
                                        for (int r = j; r < K; ++r) {
                                            for (int s = r; s < K; ++s) {
                                                d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s] += (*r8t)*g0n[a]*g0n[b]*g0n[i]*g0n[j]*g0n[k]*g0n[l]*g0n[r]*g0n[s]*weights[e];
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
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                d2[l*K + k] = d2[k*K + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    d3[(l*K + k)*K + a] = d3[(k*K + l)*K + a];
                    d3[(k*K + a)*K + l] = d3[(k*K + l)*K + a];
                    d3[(l*K + a)*K + k] = d3[(k*K + l)*K + a];
                    d3[(a*K + k)*K + l] = d3[(k*K + l)*K + a];
                    d3[(a*K + l)*K + k] = d3[(k*K + l)*K + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        d4[((l*K + k)*K + a)*K + b] = d4[((k*K + l)*K + a)*K + b];
                        d4[((k*K + a)*K + l)*K + b] = d4[((k*K + l)*K + a)*K + b];
                        d4[((k*K + l)*K + b)*K + a] = d4[((k*K + l)*K + a)*K + b];
                        d4[((l*K + a)*K + k)*K + b] = d4[((k*K + l)*K + a)*K + b];
                        d4[((l*K + k)*K + b)*K + a] = d4[((k*K + l)*K + a)*K + b];
                        d4[((a*K + k)*K + l)*K + b] = d4[((k*K + l)*K + a)*K + b];
                        d4[((k*K + a)*K + b)*K + l] = d4[((k*K + l)*K + a)*K + b];
                        d4[((k*K + b)*K + l)*K + a] = d4[((k*K + l)*K + a)*K + b];
                        d4[((a*K + l)*K + k)*K + b] = d4[((k*K + l)*K + a)*K + b];
                        d4[((l*K + a)*K + b)*K + k] = d4[((k*K + l)*K + a)*K + b];
                        d4[((l*K + b)*K + k)*K + a] = d4[((k*K + l)*K + a)*K + b];
                        d4[((a*K + k)*K + b)*K + l] = d4[((k*K + l)*K + a)*K + b];
                        d4[((k*K + b)*K + a)*K + l] = d4[((k*K + l)*K + a)*K + b];
                        d4[((b*K + k)*K + l)*K + a] = d4[((k*K + l)*K + a)*K + b];
                        d4[((a*K + l)*K + b)*K + k] = d4[((k*K + l)*K + a)*K + b];
                        d4[((l*K + b)*K + a)*K + k] = d4[((k*K + l)*K + a)*K + b];
                        d4[((b*K + l)*K + k)*K + a] = d4[((k*K + l)*K + a)*K + b];
                        d4[((a*K + b)*K + k)*K + l] = d4[((k*K + l)*K + a)*K + b];
                        d4[((b*K + k)*K + a)*K + l] = d4[((k*K + l)*K + a)*K + b];
                        d4[((a*K + b)*K + l)*K + k] = d4[((k*K + l)*K + a)*K + b];
                        d4[((b*K + l)*K + a)*K + k] = d4[((k*K + l)*K + a)*K + b];
                        d4[((b*K + a)*K + k)*K + l] = d4[((k*K + l)*K + a)*K + b];
                        d4[((b*K + a)*K + l)*K + k] = d4[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = b; i < K; ++i) {
                        for (int k = 0; k < l + 1; ++k) {
                            d5[(((l*K + k)*K + a)*K + b)*K + i] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = b; i < K; ++i) {
                    for (int k = 0; k < a + 1; ++k) {
                        for (int l = 0; l < a + 1; ++l) {
                            d5[(((a*K + l)*K + k)*K + b)*K + i] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                            d5[(((k*K + a)*K + l)*K + b)*K + i] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = b; i < K; ++i) {
                for (int k = 0; k < b + 1; ++k) {
                    for (int l = 0; l < b + 1; ++l) {
                        for (int a = 0; a < b + 1; ++a) {
                            d5[(((b*K + l)*K + a)*K + k)*K + i] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                            d5[(((k*K + b)*K + a)*K + l)*K + i] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                            d5[(((k*K + l)*K + b)*K + a)*K + i] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        for (int i = 0; i < K; ++i) {
            for (int k = 0; k < i + 1; ++k) {
                for (int l = 0; l < i + 1; ++l) {
                    for (int a = 0; a < i + 1; ++a) {
                        for (int b = 0; b < i + 1; ++b) {
                            d5[(((i*K + l)*K + a)*K + b)*K + k] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                            d5[(((k*K + i)*K + a)*K + b)*K + l] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                            d5[(((k*K + l)*K + i)*K + b)*K + a] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                            d5[(((k*K + l)*K + a)*K + i)*K + b] = d5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = b; i < K; ++i) {
                        for (int j = i; j < K; ++j) {
                            for (int k = 0; k < l + 1; ++k) {
                                d6[((((l*K + k)*K + a)*K + b)*K + i)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = b; i < K; ++i) {
                    for (int j = i; j < K; ++j) {
                        for (int k = 0; k < a + 1; ++k) {
                            for (int l = 0; l < a + 1; ++l) {
                                d6[((((a*K + l)*K + k)*K + b)*K + i)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + a)*K + l)*K + b)*K + i)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = b; i < K; ++i) {
                for (int j = i; j < K; ++j) {
                    for (int k = 0; k < b + 1; ++k) {
                        for (int l = 0; l < b + 1; ++l) {
                            for (int a = 0; a < b + 1; ++a) {
                                d6[((((b*K + l)*K + a)*K + k)*K + i)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + b)*K + a)*K + l)*K + i)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + l)*K + b)*K + a)*K + i)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < K; ++i) {
            for (int j = i; j < K; ++j) {
                for (int k = 0; k < i + 1; ++k) {
                    for (int l = 0; l < i + 1; ++l) {
                        for (int a = 0; a < i + 1; ++a) {
                            for (int b = 0; b < i + 1; ++b) {
                                d6[((((i*K + l)*K + a)*K + b)*K + k)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + i)*K + a)*K + b)*K + l)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + l)*K + i)*K + b)*K + a)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + l)*K + a)*K + i)*K + b)*K + j] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int j = 0; j < K; ++j) {
            for (int k = 0; k < j + 1; ++k) {
                for (int l = 0; l < j + 1; ++l) {
                    for (int a = 0; a < j + 1; ++a) {
                        for (int b = 0; b < j + 1; ++b) {
                            for (int i = 0; i < j + 1; ++i) {
                                d6[((((j*K + l)*K + a)*K + b)*K + i)*K + k] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + j)*K + a)*K + b)*K + i)*K + l] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + l)*K + j)*K + b)*K + i)*K + a] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + l)*K + a)*K + j)*K + i)*K + b] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                d6[((((k*K + l)*K + a)*K + b)*K + j)*K + i] = d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = b; i < K; ++i) {
                        for (int j = i; j < K; ++j) {
                            for (int r = j; r < K; ++r) {
                                for (int k = 0; k < l + 1; ++k) {
                                    d7[(((((l*K + k)*K + a)*K + b)*K + i)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = b; i < K; ++i) {
                    for (int j = i; j < K; ++j) {
                        for (int r = j; r < K; ++r) {
                            for (int k = 0; k < a + 1; ++k) {
                                for (int l = 0; l < a + 1; ++l) {
                                    d7[(((((a*K + l)*K + k)*K + b)*K + i)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + a)*K + l)*K + b)*K + i)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = b; i < K; ++i) {
                for (int j = i; j < K; ++j) {
                    for (int r = j; r < K; ++r) {
                        for (int k = 0; k < b + 1; ++k) {
                            for (int l = 0; l < b + 1; ++l) {
                                for (int a = 0; a < b + 1; ++a) {
                                    d7[(((((b*K + l)*K + a)*K + k)*K + i)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + b)*K + a)*K + l)*K + i)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + b)*K + a)*K + i)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < K; ++i) {
            for (int j = i; j < K; ++j) {
                for (int r = j; r < K; ++r) {
                    for (int k = 0; k < i + 1; ++k) {
                        for (int l = 0; l < i + 1; ++l) {
                            for (int a = 0; a < i + 1; ++a) {
                                for (int b = 0; b < i + 1; ++b) {
                                    d7[(((((i*K + l)*K + a)*K + b)*K + k)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + i)*K + a)*K + b)*K + l)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + i)*K + b)*K + a)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + a)*K + i)*K + b)*K + j)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int j = 0; j < K; ++j) {
            for (int r = j; r < K; ++r) {
                for (int k = 0; k < j + 1; ++k) {
                    for (int l = 0; l < j + 1; ++l) {
                        for (int a = 0; a < j + 1; ++a) {
                            for (int b = 0; b < j + 1; ++b) {
                                for (int i = 0; i < j + 1; ++i) {
                                    d7[(((((j*K + l)*K + a)*K + b)*K + i)*K + k)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + j)*K + a)*K + b)*K + i)*K + l)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + j)*K + b)*K + i)*K + a)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + a)*K + j)*K + i)*K + b)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + a)*K + b)*K + j)*K + i)*K + r] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int r = 0; r < K; ++r) {
            for (int k = 0; k < r + 1; ++k) {
                for (int l = 0; l < r + 1; ++l) {
                    for (int a = 0; a < r + 1; ++a) {
                        for (int b = 0; b < r + 1; ++b) {
                            for (int i = 0; i < r + 1; ++i) {
                                for (int j = 0; j < r + 1; ++j) {
                                    d7[(((((r*K + l)*K + a)*K + b)*K + i)*K + j)*K + k] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + r)*K + a)*K + b)*K + i)*K + j)*K + l] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + r)*K + b)*K + i)*K + j)*K + a] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + a)*K + r)*K + i)*K + j)*K + b] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + a)*K + b)*K + r)*K + j)*K + i] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + r)*K + j] = d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = b; i < K; ++i) {
                        for (int j = i; j < K; ++j) {
                            for (int r = j; r < K; ++r) {
                                for (int s = r; s < K; ++s) {
                                    for (int k = 0; k < l + 1; ++k) {
                                        d8[((((((l*K + k)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = b; i < K; ++i) {
                    for (int j = i; j < K; ++j) {
                        for (int r = j; r < K; ++r) {
                            for (int s = r; s < K; ++s) {
                                for (int k = 0; k < a + 1; ++k) {
                                    for (int l = 0; l < a + 1; ++l) {
                                        d8[((((((a*K + l)*K + k)*K + b)*K + i)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + a)*K + l)*K + b)*K + i)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = b; i < K; ++i) {
                for (int j = i; j < K; ++j) {
                    for (int r = j; r < K; ++r) {
                        for (int s = r; s < K; ++s) {
                            for (int k = 0; k < b + 1; ++k) {
                                for (int l = 0; l < b + 1; ++l) {
                                    for (int a = 0; a < b + 1; ++a) {
                                        d8[((((((b*K + l)*K + a)*K + k)*K + i)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + b)*K + a)*K + l)*K + i)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + b)*K + a)*K + i)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < K; ++i) {
            for (int j = i; j < K; ++j) {
                for (int r = j; r < K; ++r) {
                    for (int s = r; s < K; ++s) {
                        for (int k = 0; k < i + 1; ++k) {
                            for (int l = 0; l < i + 1; ++l) {
                                for (int a = 0; a < i + 1; ++a) {
                                    for (int b = 0; b < i + 1; ++b) {
                                        d8[((((((i*K + l)*K + a)*K + b)*K + k)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + i)*K + a)*K + b)*K + l)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + i)*K + b)*K + a)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + i)*K + b)*K + j)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int j = 0; j < K; ++j) {
            for (int r = j; r < K; ++r) {
                for (int s = r; s < K; ++s) {
                    for (int k = 0; k < j + 1; ++k) {
                        for (int l = 0; l < j + 1; ++l) {
                            for (int a = 0; a < j + 1; ++a) {
                                for (int b = 0; b < j + 1; ++b) {
                                    for (int i = 0; i < j + 1; ++i) {
                                        d8[((((((j*K + l)*K + a)*K + b)*K + i)*K + k)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + j)*K + a)*K + b)*K + i)*K + l)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + j)*K + b)*K + i)*K + a)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + j)*K + i)*K + b)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + b)*K + j)*K + i)*K + r)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int r = 0; r < K; ++r) {
            for (int s = r; s < K; ++s) {
                for (int k = 0; k < r + 1; ++k) {
                    for (int l = 0; l < r + 1; ++l) {
                        for (int a = 0; a < r + 1; ++a) {
                            for (int b = 0; b < r + 1; ++b) {
                                for (int i = 0; i < r + 1; ++i) {
                                    for (int j = 0; j < r + 1; ++j) {
                                        d8[((((((r*K + l)*K + a)*K + b)*K + i)*K + j)*K + k)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + r)*K + a)*K + b)*K + i)*K + j)*K + l)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + r)*K + b)*K + i)*K + j)*K + a)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + r)*K + i)*K + j)*K + b)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + b)*K + r)*K + j)*K + i)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + r)*K + j)*K + s] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int s = 0; s < K; ++s) {
            for (int k = 0; k < s + 1; ++k) {
                for (int l = 0; l < s + 1; ++l) {
                    for (int a = 0; a < s + 1; ++a) {
                        for (int b = 0; b < s + 1; ++b) {
                            for (int i = 0; i < s + 1; ++i) {
                                for (int j = 0; j < s + 1; ++j) {
                                    for (int r = 0; r < s + 1; ++r) {
                                        d8[((((((s*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + k] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + s)*K + a)*K + b)*K + i)*K + j)*K + r)*K + l] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + s)*K + b)*K + i)*K + j)*K + r)*K + a] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + s)*K + i)*K + j)*K + r)*K + b] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + b)*K + s)*K + j)*K + r)*K + i] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + s)*K + r)*K + j] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + s)*K + r] = d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0) {
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
    if (isfinite(params->P) && higher > 0.0 && params->kurtosis) {
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
    if (isfinite(params->P) && higher > 0.0) {
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
    if (isfinite(params->P) && higher > 0.0 && params->kurtosis) {
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
    if (isfinite(params->P) && higher > 0.0) {
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
                P2[(K + n)*S + k] = P2[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
                P2[(K + m)*S + K + n] = P2[(K + n)*S + K + m];
            }
        }
        /* P3: <c_i c_j c_r> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    P3[(k*S + l)*S + a] = (*p21)*B2[k*K + a]*w0[l] + (*p21)*B2[k*K + l]*w0[a] + (*p21)*B2[l*K + a]*w0[k] + (*p22)*G1[k*S + a]*w0[l] + (*p22)*G1[k*S + l]*w0[a] + (*p22)*G1[l*S + a]*w0[k] + (*p32)*B2x[(k*K + a)*S + l] + (*p32)*B2x[(k*K + l)*S + a] + (*p32)*B2x[(l*K + a)*S + k] + (*p33)*(G1[k*S + a]*mc1[l] + G1[k*S + l]*mc1[a] + G1[l*S + a]*mc1[k] - 2.0*mc1[a]*mc1[k]*mc1[l]);
                }
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    P3[(k*S + l)*S + a] += (*p31)*B3[(k*K + l)*K + a];
                }
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    P3[(l*S + k)*S + a] = P3[(k*S + l)*S + a];
                    P3[(k*S + a)*S + l] = P3[(k*S + l)*S + a];
                    P3[(l*S + a)*S + k] = P3[(k*S + l)*S + a];
                    P3[(a*S + k)*S + l] = P3[(k*S + l)*S + a];
                    P3[(a*S + l)*S + k] = P3[(k*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    P3[(k*S + l)*S + K + n] = (*p21)*B2x[(k*K + l)*S + K + n] + (*p22)*(G1[k*S + l]*mc1[K + n] + G1[k*S + K + n]*mc1[l] + G1[l*S + K + n]*mc1[k] - 2.0*mc1[k]*mc1[l]*mc1[K + n]);
                    P3[(l*S + k)*S + K + n] = P3[(k*S + l)*S + K + n];
                    P3[(k*S + K + n)*S + l] = P3[(k*S + l)*S + K + n];
                    P3[(l*S + K + n)*S + k] = P3[(k*S + l)*S + K + n];
                    P3[((K + n)*S + k)*S + l] = P3[(k*S + l)*S + K + n];
                    P3[((K + n)*S + l)*S + k] = P3[(k*S + l)*S + K + n];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    P3[(k*S + K + n)*S + K + m] = 0.0;
                    P3[((K + n)*S + k)*S + K + m] = P3[(k*S + K + n)*S + K + m];
                    P3[(k*S + K + m)*S + K + n] = P3[(k*S + K + n)*S + K + m];
                    P3[((K + n)*S + K + m)*S + k] = P3[(k*S + K + n)*S + K + m];
                    P3[((K + m)*S + k)*S + K + n] = P3[(k*S + K + n)*S + K + m];
                    P3[((K + m)*S + K + n)*S + k] = P3[(k*S + K + n)*S + K + m];
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                for (int p = m; p < M; ++p) {
                    P3[((K + n)*S + K + m)*S + K + p] = 0.0;
                    P3[((K + m)*S + K + n)*S + K + p] = P3[((K + n)*S + K + m)*S + K + p];
                    P3[((K + n)*S + K + p)*S + K + m] = P3[((K + n)*S + K + m)*S + K + p];
                    P3[((K + m)*S + K + p)*S + K + n] = P3[((K + n)*S + K + m)*S + K + p];
                    P3[((K + p)*S + K + n)*S + K + m] = P3[((K + n)*S + K + m)*S + K + p];
                    P3[((K + p)*S + K + m)*S + K + n] = P3[((K + n)*S + K + m)*S + K + p];
                }
            }
        }
        /* P4w: <c_i c_j c_r c_s> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4w[((k*S + l)*S + a)*S + b] = (*p21)*B2[a*K + b]*w0[k]*w0[l] + (*p21)*B2[k*K + a]*w0[b]*w0[l] + (*p21)*B2[k*K + b]*w0[a]*w0[l] + (*p21)*B2[k*K + l]*w0[a]*w0[b] + (*p21)*B2[l*K + a]*w0[b]*w0[k] + (*p21)*B2[l*K + b]*w0[a]*w0[k] + (*p22)*G1[a*S + b]*w0[k]*w0[l] + (*p22)*G1[k*S + a]*w0[b]*w0[l] + (*p22)*G1[k*S + b]*w0[a]*w0[l] + (*p22)*G1[k*S + l]*w0[a]*w0[b] + (*p22)*G1[l*S + a]*w0[b]*w0[k] + (*p22)*G1[l*S + b]*w0[a]*w0[k] + (*p32)*B2x[(a*K + b)*S + k]*w0[l] + (*p32)*B2x[(a*K + b)*S + l]*w0[k] + (*p32)*B2x[(k*K + a)*S + b]*w0[l] + (*p32)*B2x[(k*K + a)*S + l]*w0[b] + (*p32)*B2x[(k*K + b)*S + a]*w0[l] + (*p32)*B2x[(k*K + b)*S + l]*w0[a] + (*p32)*B2x[(k*K + l)*S + a]*w0[b] + (*p32)*B2x[(k*K + l)*S + b]*w0[a] + (*p32)*B2x[(l*K + a)*S + b]*w0[k] + (*p32)*B2x[(l*K + a)*S + k]*w0[b] + (*p32)*B2x[(l*K + b)*S + a]*w0[k] + (*p32)*B2x[(l*K + b)*S + k]*w0[a] + (*p33)*G1[a*S + b]*mc1[k]*w0[l] + (*p33)*G1[a*S + b]*mc1[l]*w0[k] + (*p33)*G1[k*S + a]*mc1[b]*w0[l] + (*p33)*G1[k*S + a]*mc1[l]*w0[b] + (*p33)*G1[k*S + b]*mc1[a]*w0[l] + (*p33)*G1[k*S + b]*mc1[l]*w0[a] + (*p33)*G1[k*S + l]*mc1[a]*w0[b] + (*p33)*G1[k*S + l]*mc1[b]*w0[a] + (*p33)*G1[l*S + a]*mc1[b]*w0[k] + (*p33)*G1[l*S + a]*mc1[k]*w0[b] + (*p33)*G1[l*S + b]*mc1[a]*w0[k] + (*p33)*G1[l*S + b]*mc1[k]*w0[a] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[k]*w0[l] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[l]*w0[k] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*w0[b] - 2.0*(*p33)*mc1[b]*mc1[k]*mc1[l]*w0[a] + (*p43)*B2xx[((a*K + b)*S + k)*S + l] + (*p43)*B2xx[((k*K + a)*S + l)*S + b] + (*p43)*B2xx[((k*K + b)*S + l)*S + a] + (*p43)*B2xx[((k*K + l)*S + a)*S + b] + (*p43)*B2xx[((l*K + a)*S + k)*S + b] + (*p43)*B2xx[((l*K + b)*S + k)*S + a] + (*p44)*G1[a*S + b]*G1[k*S + l] + (*p44)*G1[k*S + a]*G1[l*S + b] + (*p44)*G1[k*S + b]*G1[l*S + a] - 2.0*(*p44)*mc1[a]*mc1[b]*mc1[k]*mc1[l];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4w[((k*S + l)*S + a)*S + b] += (*p31)*B3[(k*K + a)*K + b]*w0[l] + (*p31)*B3[(k*K + l)*K + a]*w0[b] + (*p31)*B3[(k*K + l)*K + b]*w0[a] + (*p31)*B3[(l*K + a)*K + b]*w0[k] + (*p41)*B4[((k*K + l)*K + a)*K + b] + (*p42)*B22[((a*K + b)*K + k)*K + l] + (*p42)*B22[((k*K + a)*K + l)*K + b] + (*p42)*B22[((l*K + a)*K + k)*K + b] + (*p42)*B3x[((k*K + a)*K + b)*S + l] + (*p42)*B3x[((k*K + l)*K + a)*S + b] + (*p42)*B3x[((k*K + l)*K + b)*S + a] + (*p42)*B3x[((l*K + a)*K + b)*S + k];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[a*M + p]*L1[b*M + p]*L1[k*M + p]*L1[l*M + p]*kappa[p]);
                        }
                        P4w[((k*S + l)*S + a)*S + b] += (*p44) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4w[((l*S + k)*S + a)*S + b] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((k*S + a)*S + l)*S + b] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((k*S + l)*S + b)*S + a] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((l*S + a)*S + k)*S + b] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((l*S + k)*S + b)*S + a] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((a*S + k)*S + l)*S + b] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((k*S + a)*S + b)*S + l] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((k*S + b)*S + l)*S + a] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((a*S + l)*S + k)*S + b] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((l*S + a)*S + b)*S + k] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((l*S + b)*S + k)*S + a] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((a*S + k)*S + b)*S + l] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((k*S + b)*S + a)*S + l] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((b*S + k)*S + l)*S + a] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((a*S + l)*S + b)*S + k] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((l*S + b)*S + a)*S + k] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((b*S + l)*S + k)*S + a] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((a*S + b)*S + k)*S + l] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((b*S + k)*S + a)*S + l] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((a*S + b)*S + l)*S + k] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((b*S + l)*S + a)*S + k] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((b*S + a)*S + k)*S + l] = P4w[((k*S + l)*S + a)*S + b];
                        P4w[((b*S + a)*S + l)*S + k] = P4w[((k*S + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4w[((k*S + l)*S + a)*S + K + n] = (*p21)*B2x[(k*K + a)*S + K + n]*w0[l] + (*p21)*B2x[(k*K + l)*S + K + n]*w0[a] + (*p21)*B2x[(l*K + a)*S + K + n]*w0[k] + (*p22)*G1[a*S + K + n]*mc1[k]*w0[l] + (*p22)*G1[a*S + K + n]*mc1[l]*w0[k] + (*p22)*G1[k*S + a]*mc1[K + n]*w0[l] + (*p22)*G1[k*S + l]*mc1[K + n]*w0[a] + (*p22)*G1[k*S + K + n]*mc1[a]*w0[l] + (*p22)*G1[k*S + K + n]*mc1[l]*w0[a] + (*p22)*G1[l*S + a]*mc1[K + n]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[a]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[k]*w0[a] - 2.0*(*p22)*mc1[a]*mc1[k]*mc1[K + n]*w0[l] - 2.0*(*p22)*mc1[a]*mc1[l]*mc1[K + n]*w0[k] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + n]*w0[a] + (*p32)*B2xx[((k*K + a)*S + l)*S + K + n] + (*p32)*B2xx[((k*K + l)*S + a)*S + K + n] + (*p32)*B2xx[((l*K + a)*S + k)*S + K + n] + (*p33)*G1[a*S + K + n]*G1[k*S + l] + (*p33)*G1[k*S + a]*G1[l*S + K + n] + (*p33)*G1[k*S + K + n]*G1[l*S + a] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*mc1[K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4w[((k*S + l)*S + a)*S + K + n] += (*p31)*B3x[((k*K + l)*K + a)*S + K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[a*M + p]*L1[k*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p]);
                        }
                        P4w[((k*S + l)*S + a)*S + K + n] += (*p33) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4w[((l*S + k)*S + a)*S + K + n] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((k*S + a)*S + l)*S + K + n] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((k*S + l)*S + K + n)*S + a] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((l*S + a)*S + k)*S + K + n] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((l*S + k)*S + K + n)*S + a] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((a*S + k)*S + l)*S + K + n] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((k*S + a)*S + K + n)*S + l] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((k*S + K + n)*S + l)*S + a] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((a*S + l)*S + k)*S + K + n] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((l*S + a)*S + K + n)*S + k] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((l*S + K + n)*S + k)*S + a] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((a*S + k)*S + K + n)*S + l] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((k*S + K + n)*S + a)*S + l] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[(((K + n)*S + k)*S + l)*S + a] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((a*S + l)*S + K + n)*S + k] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((l*S + K + n)*S + a)*S + k] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[(((K + n)*S + l)*S + k)*S + a] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((a*S + K + n)*S + k)*S + l] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[(((K + n)*S + k)*S + a)*S + l] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[((a*S + K + n)*S + l)*S + k] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[(((K + n)*S + l)*S + a)*S + k] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[(((K + n)*S + a)*S + k)*S + l] = P4w[((k*S + l)*S + a)*S + K + n];
                        P4w[(((K + n)*S + a)*S + l)*S + k] = P4w[((k*S + l)*S + a)*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        P4w[((k*S + l)*S + K + n)*S + K + m] = (*p21)*B2xx[((k*K + l)*S + K + n)*S + K + m] + (*p22)*G1[k*S + l]*G1[(K + n)*S + K + m] + (*p22)*G1[k*S + K + m]*G1[l*S + K + n] + (*p22)*G1[k*S + K + n]*G1[l*S + K + m] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + m]*mc1[K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[k*M + p]*L1[l*M + p]*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p]);
                        }
                        P4w[((k*S + l)*S + K + n)*S + K + m] += (*p22) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        P4w[((l*S + k)*S + K + n)*S + K + m] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((k*S + K + n)*S + l)*S + K + m] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((k*S + l)*S + K + m)*S + K + n] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((l*S + K + n)*S + k)*S + K + m] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((l*S + k)*S + K + m)*S + K + n] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + n)*S + k)*S + l)*S + K + m] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((k*S + K + n)*S + K + m)*S + l] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((k*S + K + m)*S + l)*S + K + n] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + n)*S + l)*S + k)*S + K + m] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((l*S + K + n)*S + K + m)*S + k] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((l*S + K + m)*S + k)*S + K + n] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + n)*S + k)*S + K + m)*S + l] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((k*S + K + m)*S + K + n)*S + l] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + m)*S + k)*S + l)*S + K + n] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + n)*S + l)*S + K + m)*S + k] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[((l*S + K + m)*S + K + n)*S + k] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + m)*S + l)*S + k)*S + K + n] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + n)*S + K + m)*S + k)*S + l] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + m)*S + k)*S + K + n)*S + l] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + n)*S + K + m)*S + l)*S + k] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + m)*S + l)*S + K + n)*S + k] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + m)*S + K + n)*S + k)*S + l] = P4w[((k*S + l)*S + K + n)*S + K + m];
                        P4w[(((K + m)*S + K + n)*S + l)*S + k] = P4w[((k*S + l)*S + K + n)*S + K + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    for (int p = m; p < M; ++p) {
                        P4w[((k*S + K + n)*S + K + m)*S + K + p] = 0.0;
                        P4w[(((K + n)*S + k)*S + K + m)*S + K + p] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[((k*S + K + m)*S + K + n)*S + K + p] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[((k*S + K + n)*S + K + p)*S + K + m] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + n)*S + K + m)*S + k)*S + K + p] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + n)*S + k)*S + K + p)*S + K + m] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + m)*S + k)*S + K + n)*S + K + p] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[((k*S + K + m)*S + K + p)*S + K + n] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[((k*S + K + p)*S + K + n)*S + K + m] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + m)*S + K + n)*S + k)*S + K + p] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + n)*S + K + m)*S + K + p)*S + k] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + n)*S + K + p)*S + k)*S + K + m] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + m)*S + k)*S + K + p)*S + K + n] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[((k*S + K + p)*S + K + m)*S + K + n] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + p)*S + k)*S + K + n)*S + K + m] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + m)*S + K + n)*S + K + p)*S + k] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + n)*S + K + p)*S + K + m)*S + k] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + p)*S + K + n)*S + k)*S + K + m] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + m)*S + K + p)*S + k)*S + K + n] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + p)*S + k)*S + K + m)*S + K + n] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + m)*S + K + p)*S + K + n)*S + k] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + p)*S + K + n)*S + K + m)*S + k] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + p)*S + K + m)*S + k)*S + K + n] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                        P4w[(((K + p)*S + K + m)*S + K + n)*S + k] = P4w[((k*S + K + n)*S + K + m)*S + K + p];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                for (int p = m; p < M; ++p) {
                    for (int q = p; q < M; ++q) {
                        P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q] = 0.0;
                        P4w[(((K + m)*S + K + n)*S + K + p)*S + K + q] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + n)*S + K + p)*S + K + m)*S + K + q] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + n)*S + K + m)*S + K + q)*S + K + p] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + m)*S + K + p)*S + K + n)*S + K + q] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + m)*S + K + n)*S + K + q)*S + K + p] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + p)*S + K + n)*S + K + m)*S + K + q] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + n)*S + K + p)*S + K + q)*S + K + m] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + n)*S + K + q)*S + K + m)*S + K + p] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + p)*S + K + m)*S + K + n)*S + K + q] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + m)*S + K + p)*S + K + q)*S + K + n] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + m)*S + K + q)*S + K + n)*S + K + p] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + p)*S + K + n)*S + K + q)*S + K + m] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + n)*S + K + q)*S + K + p)*S + K + m] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + q)*S + K + n)*S + K + m)*S + K + p] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + p)*S + K + m)*S + K + q)*S + K + n] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + m)*S + K + q)*S + K + p)*S + K + n] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + q)*S + K + m)*S + K + n)*S + K + p] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + p)*S + K + q)*S + K + n)*S + K + m] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + q)*S + K + n)*S + K + p)*S + K + m] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + p)*S + K + q)*S + K + m)*S + K + n] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + q)*S + K + m)*S + K + p)*S + K + n] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + q)*S + K + p)*S + K + n)*S + K + m] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                        P4w[(((K + q)*S + K + p)*S + K + m)*S + K + n] = P4w[(((K + n)*S + K + m)*S + K + p)*S + K + q];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->known_task) {
        /* k2: <d_k d_l> at the task, their cumulant */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                k2[k*K + l] = -d1[k]*d1[l] + d2[k*K + l];
                k2[l*K + k] = k2[k*K + l];
            }
        }
        /* k3: <d_k d_l d_a> at the task, their cumulant */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    k3[(k*K + l)*K + a] = -d1[a]*k2[k*K + l] - d1[k]*d2[l*K + a] - d1[l]*k2[k*K + a] + d3[(k*K + l)*K + a];
                    k3[(l*K + k)*K + a] = k3[(k*K + l)*K + a];
                    k3[(k*K + a)*K + l] = k3[(k*K + l)*K + a];
                    k3[(l*K + a)*K + k] = k3[(k*K + l)*K + a];
                    k3[(a*K + k)*K + l] = k3[(k*K + l)*K + a];
                    k3[(a*K + l)*K + k] = k3[(k*K + l)*K + a];
                }
            }
        }
        /* k4: <d_k d_l d_a d_b> at the task, their cumulant */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        k4[((k*K + l)*K + a)*K + b] = -d1[a]*k3[(k*K + l)*K + b] - d1[b]*k3[(k*K + l)*K + a] - d1[k]*d3[(l*K + a)*K + b] - d1[l]*k3[(k*K + a)*K + b] - d2[a*K + b]*k2[k*K + l] - d2[l*K + a]*k2[k*K + b] - d2[l*K + b]*k2[k*K + a] + d4[((k*K + l)*K + a)*K + b];
                        k4[((l*K + k)*K + a)*K + b] = k4[((k*K + l)*K + a)*K + b];
                        k4[((k*K + a)*K + l)*K + b] = k4[((k*K + l)*K + a)*K + b];
                        k4[((k*K + l)*K + b)*K + a] = k4[((k*K + l)*K + a)*K + b];
                        k4[((l*K + a)*K + k)*K + b] = k4[((k*K + l)*K + a)*K + b];
                        k4[((l*K + k)*K + b)*K + a] = k4[((k*K + l)*K + a)*K + b];
                        k4[((a*K + k)*K + l)*K + b] = k4[((k*K + l)*K + a)*K + b];
                        k4[((k*K + a)*K + b)*K + l] = k4[((k*K + l)*K + a)*K + b];
                        k4[((k*K + b)*K + l)*K + a] = k4[((k*K + l)*K + a)*K + b];
                        k4[((a*K + l)*K + k)*K + b] = k4[((k*K + l)*K + a)*K + b];
                        k4[((l*K + a)*K + b)*K + k] = k4[((k*K + l)*K + a)*K + b];
                        k4[((l*K + b)*K + k)*K + a] = k4[((k*K + l)*K + a)*K + b];
                        k4[((a*K + k)*K + b)*K + l] = k4[((k*K + l)*K + a)*K + b];
                        k4[((k*K + b)*K + a)*K + l] = k4[((k*K + l)*K + a)*K + b];
                        k4[((b*K + k)*K + l)*K + a] = k4[((k*K + l)*K + a)*K + b];
                        k4[((a*K + l)*K + b)*K + k] = k4[((k*K + l)*K + a)*K + b];
                        k4[((l*K + b)*K + a)*K + k] = k4[((k*K + l)*K + a)*K + b];
                        k4[((b*K + l)*K + k)*K + a] = k4[((k*K + l)*K + a)*K + b];
                        k4[((a*K + b)*K + k)*K + l] = k4[((k*K + l)*K + a)*K + b];
                        k4[((b*K + k)*K + a)*K + l] = k4[((k*K + l)*K + a)*K + b];
                        k4[((a*K + b)*K + l)*K + k] = k4[((k*K + l)*K + a)*K + b];
                        k4[((b*K + l)*K + a)*K + k] = k4[((k*K + l)*K + a)*K + b];
                        k4[((b*K + a)*K + k)*K + l] = k4[((k*K + l)*K + a)*K + b];
                        k4[((b*K + a)*K + l)*K + k] = k4[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
        /* k5: <d_k d_l d_a d_b d_i> at the task, their cumulant */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = b; i < K; ++i) {
                            k5[(((k*K + l)*K + a)*K + b)*K + i] = -d1[a]*k4[((k*K + l)*K + b)*K + i] - d1[b]*k4[((k*K + l)*K + a)*K + i] - d1[i]*k4[((k*K + l)*K + a)*K + b] - d1[k]*d4[((l*K + a)*K + b)*K + i] - d1[l]*k4[((k*K + a)*K + b)*K + i] - d2[a*K + b]*k3[(k*K + l)*K + i] - d2[a*K + i]*k3[(k*K + l)*K + b] - d2[b*K + i]*k3[(k*K + l)*K + a] - d2[l*K + a]*k3[(k*K + b)*K + i] - d2[l*K + b]*k3[(k*K + a)*K + i] - d2[l*K + i]*k3[(k*K + a)*K + b] - d3[(a*K + b)*K + i]*k2[k*K + l] - d3[(l*K + a)*K + b]*k2[k*K + i] - d3[(l*K + a)*K + i]*k2[k*K + b] - d3[(l*K + b)*K + i]*k2[k*K + a] + d5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = b; i < K; ++i) {
                        for (int k = 0; k < l + 1; ++k) {
                            k5[(((l*K + k)*K + a)*K + b)*K + i] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = b; i < K; ++i) {
                    for (int k = 0; k < a + 1; ++k) {
                        for (int l = 0; l < a + 1; ++l) {
                            k5[(((a*K + l)*K + k)*K + b)*K + i] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                            k5[(((k*K + a)*K + l)*K + b)*K + i] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = b; i < K; ++i) {
                for (int k = 0; k < b + 1; ++k) {
                    for (int l = 0; l < b + 1; ++l) {
                        for (int a = 0; a < b + 1; ++a) {
                            k5[(((b*K + l)*K + a)*K + k)*K + i] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                            k5[(((k*K + b)*K + a)*K + l)*K + i] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                            k5[(((k*K + l)*K + b)*K + a)*K + i] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        for (int i = 0; i < K; ++i) {
            for (int k = 0; k < i + 1; ++k) {
                for (int l = 0; l < i + 1; ++l) {
                    for (int a = 0; a < i + 1; ++a) {
                        for (int b = 0; b < i + 1; ++b) {
                            k5[(((i*K + l)*K + a)*K + b)*K + k] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                            k5[(((k*K + i)*K + a)*K + b)*K + l] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                            k5[(((k*K + l)*K + i)*K + b)*K + a] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                            k5[(((k*K + l)*K + a)*K + i)*K + b] = k5[(((k*K + l)*K + a)*K + b)*K + i];
                        }
                    }
                }
            }
        }
        /* k6: <d_k d_l d_a d_b d_i d_j> at the task, their cumulant */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = b; i < K; ++i) {
                            for (int j = i; j < K; ++j) {
                                k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j] = -d1[a]*k5[(((k*K + l)*K + b)*K + i)*K + j] - d1[b]*k5[(((k*K + l)*K + a)*K + i)*K + j] - d1[i]*k5[(((k*K + l)*K + a)*K + b)*K + j] - d1[j]*k5[(((k*K + l)*K + a)*K + b)*K + i] - d1[k]*d5[(((l*K + a)*K + b)*K + i)*K + j] - d1[l]*k5[(((k*K + a)*K + b)*K + i)*K + j] - d2[a*K + b]*k4[((k*K + l)*K + i)*K + j] - d2[a*K + i]*k4[((k*K + l)*K + b)*K + j] - d2[a*K + j]*k4[((k*K + l)*K + b)*K + i] - d2[b*K + i]*k4[((k*K + l)*K + a)*K + j] - d2[b*K + j]*k4[((k*K + l)*K + a)*K + i] - d2[i*K + j]*k4[((k*K + l)*K + a)*K + b] - d2[l*K + a]*k4[((k*K + b)*K + i)*K + j] - d2[l*K + b]*k4[((k*K + a)*K + i)*K + j] - d2[l*K + i]*k4[((k*K + a)*K + b)*K + j] - d2[l*K + j]*k4[((k*K + a)*K + b)*K + i] - d3[(a*K + b)*K + i]*k3[(k*K + l)*K + j] - d3[(a*K + b)*K + j]*k3[(k*K + l)*K + i] - d3[(a*K + i)*K + j]*k3[(k*K + l)*K + b] - d3[(b*K + i)*K + j]*k3[(k*K + l)*K + a] - d3[(l*K + a)*K + b]*k3[(k*K + i)*K + j] - d3[(l*K + a)*K + i]*k3[(k*K + b)*K + j] - d3[(l*K + a)*K + j]*k3[(k*K + b)*K + i] - d3[(l*K + b)*K + i]*k3[(k*K + a)*K + j] - d3[(l*K + b)*K + j]*k3[(k*K + a)*K + i] - d3[(l*K + i)*K + j]*k3[(k*K + a)*K + b] - d4[((a*K + b)*K + i)*K + j]*k2[k*K + l] - d4[((l*K + a)*K + b)*K + i]*k2[k*K + j] - d4[((l*K + a)*K + b)*K + j]*k2[k*K + i] - d4[((l*K + a)*K + i)*K + j]*k2[k*K + b] - d4[((l*K + b)*K + i)*K + j]*k2[k*K + a] + d6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = b; i < K; ++i) {
                        for (int j = i; j < K; ++j) {
                            for (int k = 0; k < l + 1; ++k) {
                                k6[((((l*K + k)*K + a)*K + b)*K + i)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = b; i < K; ++i) {
                    for (int j = i; j < K; ++j) {
                        for (int k = 0; k < a + 1; ++k) {
                            for (int l = 0; l < a + 1; ++l) {
                                k6[((((a*K + l)*K + k)*K + b)*K + i)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + a)*K + l)*K + b)*K + i)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = b; i < K; ++i) {
                for (int j = i; j < K; ++j) {
                    for (int k = 0; k < b + 1; ++k) {
                        for (int l = 0; l < b + 1; ++l) {
                            for (int a = 0; a < b + 1; ++a) {
                                k6[((((b*K + l)*K + a)*K + k)*K + i)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + b)*K + a)*K + l)*K + i)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + l)*K + b)*K + a)*K + i)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < K; ++i) {
            for (int j = i; j < K; ++j) {
                for (int k = 0; k < i + 1; ++k) {
                    for (int l = 0; l < i + 1; ++l) {
                        for (int a = 0; a < i + 1; ++a) {
                            for (int b = 0; b < i + 1; ++b) {
                                k6[((((i*K + l)*K + a)*K + b)*K + k)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + i)*K + a)*K + b)*K + l)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + l)*K + i)*K + b)*K + a)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + l)*K + a)*K + i)*K + b)*K + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        for (int j = 0; j < K; ++j) {
            for (int k = 0; k < j + 1; ++k) {
                for (int l = 0; l < j + 1; ++l) {
                    for (int a = 0; a < j + 1; ++a) {
                        for (int b = 0; b < j + 1; ++b) {
                            for (int i = 0; i < j + 1; ++i) {
                                k6[((((j*K + l)*K + a)*K + b)*K + i)*K + k] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + j)*K + a)*K + b)*K + i)*K + l] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + l)*K + j)*K + b)*K + i)*K + a] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + l)*K + a)*K + j)*K + i)*K + b] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                                k6[((((k*K + l)*K + a)*K + b)*K + j)*K + i] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j];
                            }
                        }
                    }
                }
            }
        }
        /* k7: <d_k d_l d_a d_b d_i d_j d_r> at the task, their cumulant */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = b; i < K; ++i) {
                            for (int j = i; j < K; ++j) {
                                for (int r = j; r < K; ++r) {
                                    k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r] = -d1[a]*k6[((((k*K + l)*K + b)*K + i)*K + j)*K + r] - d1[b]*k6[((((k*K + l)*K + a)*K + i)*K + j)*K + r] - d1[i]*k6[((((k*K + l)*K + a)*K + b)*K + j)*K + r] - d1[j]*k6[((((k*K + l)*K + a)*K + b)*K + i)*K + r] - d1[k]*d6[((((l*K + a)*K + b)*K + i)*K + j)*K + r] - d1[l]*k6[((((k*K + a)*K + b)*K + i)*K + j)*K + r] - d1[r]*k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j] - d2[a*K + b]*k5[(((k*K + l)*K + i)*K + j)*K + r] - d2[a*K + i]*k5[(((k*K + l)*K + b)*K + j)*K + r] - d2[a*K + j]*k5[(((k*K + l)*K + b)*K + i)*K + r] - d2[a*K + r]*k5[(((k*K + l)*K + b)*K + i)*K + j] - d2[b*K + i]*k5[(((k*K + l)*K + a)*K + j)*K + r] - d2[b*K + j]*k5[(((k*K + l)*K + a)*K + i)*K + r] - d2[b*K + r]*k5[(((k*K + l)*K + a)*K + i)*K + j] - d2[i*K + j]*k5[(((k*K + l)*K + a)*K + b)*K + r] - d2[i*K + r]*k5[(((k*K + l)*K + a)*K + b)*K + j] - d2[j*K + r]*k5[(((k*K + l)*K + a)*K + b)*K + i] - d2[l*K + a]*k5[(((k*K + b)*K + i)*K + j)*K + r] - d2[l*K + b]*k5[(((k*K + a)*K + i)*K + j)*K + r] - d2[l*K + i]*k5[(((k*K + a)*K + b)*K + j)*K + r] - d2[l*K + j]*k5[(((k*K + a)*K + b)*K + i)*K + r] - d2[l*K + r]*k5[(((k*K + a)*K + b)*K + i)*K + j] - d3[(a*K + b)*K + i]*k4[((k*K + l)*K + j)*K + r] - d3[(a*K + b)*K + j]*k4[((k*K + l)*K + i)*K + r] - d3[(a*K + b)*K + r]*k4[((k*K + l)*K + i)*K + j] - d3[(a*K + i)*K + j]*k4[((k*K + l)*K + b)*K + r] - d3[(a*K + i)*K + r]*k4[((k*K + l)*K + b)*K + j] - d3[(a*K + j)*K + r]*k4[((k*K + l)*K + b)*K + i] - d3[(b*K + i)*K + j]*k4[((k*K + l)*K + a)*K + r] - d3[(b*K + i)*K + r]*k4[((k*K + l)*K + a)*K + j] - d3[(b*K + j)*K + r]*k4[((k*K + l)*K + a)*K + i] - d3[(i*K + j)*K + r]*k4[((k*K + l)*K + a)*K + b] - d3[(l*K + a)*K + b]*k4[((k*K + i)*K + j)*K + r] - d3[(l*K + a)*K + i]*k4[((k*K + b)*K + j)*K + r] - d3[(l*K + a)*K + j]*k4[((k*K + b)*K + i)*K + r] - d3[(l*K + a)*K + r]*k4[((k*K + b)*K + i)*K + j] - d3[(l*K + b)*K + i]*k4[((k*K + a)*K + j)*K + r] - d3[(l*K + b)*K + j]*k4[((k*K + a)*K + i)*K + r] - d3[(l*K + b)*K + r]*k4[((k*K + a)*K + i)*K + j] - d3[(l*K + i)*K + j]*k4[((k*K + a)*K + b)*K + r] - d3[(l*K + i)*K + r]*k4[((k*K + a)*K + b)*K + j] - d3[(l*K + j)*K + r]*k4[((k*K + a)*K + b)*K + i] - d4[((a*K + b)*K + i)*K + j]*k3[(k*K + l)*K + r] - d4[((a*K + b)*K + i)*K + r]*k3[(k*K + l)*K + j] - d4[((a*K + b)*K + j)*K + r]*k3[(k*K + l)*K + i] - d4[((a*K + i)*K + j)*K + r]*k3[(k*K + l)*K + b] - d4[((b*K + i)*K + j)*K + r]*k3[(k*K + l)*K + a] - d4[((l*K + a)*K + b)*K + i]*k3[(k*K + j)*K + r] - d4[((l*K + a)*K + b)*K + j]*k3[(k*K + i)*K + r] - d4[((l*K + a)*K + b)*K + r]*k3[(k*K + i)*K + j] - d4[((l*K + a)*K + i)*K + j]*k3[(k*K + b)*K + r] - d4[((l*K + a)*K + i)*K + r]*k3[(k*K + b)*K + j] - d4[((l*K + a)*K + j)*K + r]*k3[(k*K + b)*K + i] - d4[((l*K + b)*K + i)*K + j]*k3[(k*K + a)*K + r] - d4[((l*K + b)*K + i)*K + r]*k3[(k*K + a)*K + j] - d4[((l*K + b)*K + j)*K + r]*k3[(k*K + a)*K + i] - d4[((l*K + i)*K + j)*K + r]*k3[(k*K + a)*K + b] - d5[(((a*K + b)*K + i)*K + j)*K + r]*k2[k*K + l] - d5[(((l*K + a)*K + b)*K + i)*K + j]*k2[k*K + r] - d5[(((l*K + a)*K + b)*K + i)*K + r]*k2[k*K + j] - d5[(((l*K + a)*K + b)*K + j)*K + r]*k2[k*K + i] - d5[(((l*K + a)*K + i)*K + j)*K + r]*k2[k*K + b] - d5[(((l*K + b)*K + i)*K + j)*K + r]*k2[k*K + a] + d7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = b; i < K; ++i) {
                        for (int j = i; j < K; ++j) {
                            for (int r = j; r < K; ++r) {
                                for (int k = 0; k < l + 1; ++k) {
                                    k7[(((((l*K + k)*K + a)*K + b)*K + i)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = b; i < K; ++i) {
                    for (int j = i; j < K; ++j) {
                        for (int r = j; r < K; ++r) {
                            for (int k = 0; k < a + 1; ++k) {
                                for (int l = 0; l < a + 1; ++l) {
                                    k7[(((((a*K + l)*K + k)*K + b)*K + i)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + a)*K + l)*K + b)*K + i)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = b; i < K; ++i) {
                for (int j = i; j < K; ++j) {
                    for (int r = j; r < K; ++r) {
                        for (int k = 0; k < b + 1; ++k) {
                            for (int l = 0; l < b + 1; ++l) {
                                for (int a = 0; a < b + 1; ++a) {
                                    k7[(((((b*K + l)*K + a)*K + k)*K + i)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + b)*K + a)*K + l)*K + i)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + b)*K + a)*K + i)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < K; ++i) {
            for (int j = i; j < K; ++j) {
                for (int r = j; r < K; ++r) {
                    for (int k = 0; k < i + 1; ++k) {
                        for (int l = 0; l < i + 1; ++l) {
                            for (int a = 0; a < i + 1; ++a) {
                                for (int b = 0; b < i + 1; ++b) {
                                    k7[(((((i*K + l)*K + a)*K + b)*K + k)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + i)*K + a)*K + b)*K + l)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + i)*K + b)*K + a)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + a)*K + i)*K + b)*K + j)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int j = 0; j < K; ++j) {
            for (int r = j; r < K; ++r) {
                for (int k = 0; k < j + 1; ++k) {
                    for (int l = 0; l < j + 1; ++l) {
                        for (int a = 0; a < j + 1; ++a) {
                            for (int b = 0; b < j + 1; ++b) {
                                for (int i = 0; i < j + 1; ++i) {
                                    k7[(((((j*K + l)*K + a)*K + b)*K + i)*K + k)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + j)*K + a)*K + b)*K + i)*K + l)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + j)*K + b)*K + i)*K + a)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + a)*K + j)*K + i)*K + b)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + a)*K + b)*K + j)*K + i)*K + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int r = 0; r < K; ++r) {
            for (int k = 0; k < r + 1; ++k) {
                for (int l = 0; l < r + 1; ++l) {
                    for (int a = 0; a < r + 1; ++a) {
                        for (int b = 0; b < r + 1; ++b) {
                            for (int i = 0; i < r + 1; ++i) {
                                for (int j = 0; j < r + 1; ++j) {
                                    k7[(((((r*K + l)*K + a)*K + b)*K + i)*K + j)*K + k] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + r)*K + a)*K + b)*K + i)*K + j)*K + l] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + r)*K + b)*K + i)*K + j)*K + a] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + a)*K + r)*K + i)*K + j)*K + b] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + a)*K + b)*K + r)*K + j)*K + i] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                    k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + r)*K + j] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        /* k8: <d_k d_l d_a d_b d_i d_j d_r d_s> at the task, their cumulant */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = b; i < K; ++i) {
                            for (int j = i; j < K; ++j) {
                                for (int r = j; r < K; ++r) {
                                    for (int s = r; s < K; ++s) {
                                        k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s] = -d1[a]*k7[(((((k*K + l)*K + b)*K + i)*K + j)*K + r)*K + s] - d1[b]*k7[(((((k*K + l)*K + a)*K + i)*K + j)*K + r)*K + s] - d1[i]*k7[(((((k*K + l)*K + a)*K + b)*K + j)*K + r)*K + s] - d1[j]*k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + r)*K + s] - d1[k]*d7[(((((l*K + a)*K + b)*K + i)*K + j)*K + r)*K + s] - d1[l]*k7[(((((k*K + a)*K + b)*K + i)*K + j)*K + r)*K + s] - d1[r]*k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + s] - d1[s]*k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r] - d2[a*K + b]*k6[((((k*K + l)*K + i)*K + j)*K + r)*K + s] - d2[a*K + i]*k6[((((k*K + l)*K + b)*K + j)*K + r)*K + s] - d2[a*K + j]*k6[((((k*K + l)*K + b)*K + i)*K + r)*K + s] - d2[a*K + r]*k6[((((k*K + l)*K + b)*K + i)*K + j)*K + s] - d2[a*K + s]*k6[((((k*K + l)*K + b)*K + i)*K + j)*K + r] - d2[b*K + i]*k6[((((k*K + l)*K + a)*K + j)*K + r)*K + s] - d2[b*K + j]*k6[((((k*K + l)*K + a)*K + i)*K + r)*K + s] - d2[b*K + r]*k6[((((k*K + l)*K + a)*K + i)*K + j)*K + s] - d2[b*K + s]*k6[((((k*K + l)*K + a)*K + i)*K + j)*K + r] - d2[i*K + j]*k6[((((k*K + l)*K + a)*K + b)*K + r)*K + s] - d2[i*K + r]*k6[((((k*K + l)*K + a)*K + b)*K + j)*K + s] - d2[i*K + s]*k6[((((k*K + l)*K + a)*K + b)*K + j)*K + r] - d2[j*K + r]*k6[((((k*K + l)*K + a)*K + b)*K + i)*K + s] - d2[j*K + s]*k6[((((k*K + l)*K + a)*K + b)*K + i)*K + r] - d2[l*K + a]*k6[((((k*K + b)*K + i)*K + j)*K + r)*K + s] - d2[l*K + b]*k6[((((k*K + a)*K + i)*K + j)*K + r)*K + s] - d2[l*K + i]*k6[((((k*K + a)*K + b)*K + j)*K + r)*K + s] - d2[l*K + j]*k6[((((k*K + a)*K + b)*K + i)*K + r)*K + s] - d2[l*K + r]*k6[((((k*K + a)*K + b)*K + i)*K + j)*K + s] - d2[l*K + s]*k6[((((k*K + a)*K + b)*K + i)*K + j)*K + r] - d2[r*K + s]*k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j] - d3[(a*K + b)*K + i]*k5[(((k*K + l)*K + j)*K + r)*K + s] - d3[(a*K + b)*K + j]*k5[(((k*K + l)*K + i)*K + r)*K + s] - d3[(a*K + b)*K + r]*k5[(((k*K + l)*K + i)*K + j)*K + s] - d3[(a*K + b)*K + s]*k5[(((k*K + l)*K + i)*K + j)*K + r] - d3[(a*K + i)*K + j]*k5[(((k*K + l)*K + b)*K + r)*K + s] - d3[(a*K + i)*K + r]*k5[(((k*K + l)*K + b)*K + j)*K + s] - d3[(a*K + i)*K + s]*k5[(((k*K + l)*K + b)*K + j)*K + r] - d3[(a*K + j)*K + r]*k5[(((k*K + l)*K + b)*K + i)*K + s] - d3[(a*K + j)*K + s]*k5[(((k*K + l)*K + b)*K + i)*K + r] - d3[(a*K + r)*K + s]*k5[(((k*K + l)*K + b)*K + i)*K + j] - d3[(b*K + i)*K + j]*k5[(((k*K + l)*K + a)*K + r)*K + s] - d3[(b*K + i)*K + r]*k5[(((k*K + l)*K + a)*K + j)*K + s] - d3[(b*K + i)*K + s]*k5[(((k*K + l)*K + a)*K + j)*K + r] - d3[(b*K + j)*K + r]*k5[(((k*K + l)*K + a)*K + i)*K + s] - d3[(b*K + j)*K + s]*k5[(((k*K + l)*K + a)*K + i)*K + r] - d3[(b*K + r)*K + s]*k5[(((k*K + l)*K + a)*K + i)*K + j] - d3[(i*K + j)*K + r]*k5[(((k*K + l)*K + a)*K + b)*K + s] - d3[(i*K + j)*K + s]*k5[(((k*K + l)*K + a)*K + b)*K + r] - d3[(i*K + r)*K + s]*k5[(((k*K + l)*K + a)*K + b)*K + j] - d3[(j*K + r)*K + s]*k5[(((k*K + l)*K + a)*K + b)*K + i] - d3[(l*K + a)*K + b]*k5[(((k*K + i)*K + j)*K + r)*K + s] - d3[(l*K + a)*K + i]*k5[(((k*K + b)*K + j)*K + r)*K + s] - d3[(l*K + a)*K + j]*k5[(((k*K + b)*K + i)*K + r)*K + s] - d3[(l*K + a)*K + r]*k5[(((k*K + b)*K + i)*K + j)*K + s] - d3[(l*K + a)*K + s]*k5[(((k*K + b)*K + i)*K + j)*K + r] - d3[(l*K + b)*K + i]*k5[(((k*K + a)*K + j)*K + r)*K + s] - d3[(l*K + b)*K + j]*k5[(((k*K + a)*K + i)*K + r)*K + s] - d3[(l*K + b)*K + r]*k5[(((k*K + a)*K + i)*K + j)*K + s] - d3[(l*K + b)*K + s]*k5[(((k*K + a)*K + i)*K + j)*K + r] - d3[(l*K + i)*K + j]*k5[(((k*K + a)*K + b)*K + r)*K + s] - d3[(l*K + i)*K + r]*k5[(((k*K + a)*K + b)*K + j)*K + s] - d3[(l*K + i)*K + s]*k5[(((k*K + a)*K + b)*K + j)*K + r] - d3[(l*K + j)*K + r]*k5[(((k*K + a)*K + b)*K + i)*K + s] - d3[(l*K + j)*K + s]*k5[(((k*K + a)*K + b)*K + i)*K + r] - d3[(l*K + r)*K + s]*k5[(((k*K + a)*K + b)*K + i)*K + j] - d4[((a*K + b)*K + i)*K + j]*k4[((k*K + l)*K + r)*K + s] - d4[((a*K + b)*K + i)*K + r]*k4[((k*K + l)*K + j)*K + s] - d4[((a*K + b)*K + i)*K + s]*k4[((k*K + l)*K + j)*K + r] - d4[((a*K + b)*K + j)*K + r]*k4[((k*K + l)*K + i)*K + s] - d4[((a*K + b)*K + j)*K + s]*k4[((k*K + l)*K + i)*K + r] - d4[((a*K + b)*K + r)*K + s]*k4[((k*K + l)*K + i)*K + j] - d4[((a*K + i)*K + j)*K + r]*k4[((k*K + l)*K + b)*K + s] - d4[((a*K + i)*K + j)*K + s]*k4[((k*K + l)*K + b)*K + r] - d4[((a*K + i)*K + r)*K + s]*k4[((k*K + l)*K + b)*K + j] - d4[((a*K + j)*K + r)*K + s]*k4[((k*K + l)*K + b)*K + i] - d4[((b*K + i)*K + j)*K + r]*k4[((k*K + l)*K + a)*K + s] - d4[((b*K + i)*K + j)*K + s]*k4[((k*K + l)*K + a)*K + r] - d4[((b*K + i)*K + r)*K + s]*k4[((k*K + l)*K + a)*K + j] - d4[((b*K + j)*K + r)*K + s]*k4[((k*K + l)*K + a)*K + i] - d4[((i*K + j)*K + r)*K + s]*k4[((k*K + l)*K + a)*K + b] - d4[((l*K + a)*K + b)*K + i]*k4[((k*K + j)*K + r)*K + s] - d4[((l*K + a)*K + b)*K + j]*k4[((k*K + i)*K + r)*K + s] - d4[((l*K + a)*K + b)*K + r]*k4[((k*K + i)*K + j)*K + s] - d4[((l*K + a)*K + b)*K + s]*k4[((k*K + i)*K + j)*K + r] - d4[((l*K + a)*K + i)*K + j]*k4[((k*K + b)*K + r)*K + s] - d4[((l*K + a)*K + i)*K + r]*k4[((k*K + b)*K + j)*K + s] - d4[((l*K + a)*K + i)*K + s]*k4[((k*K + b)*K + j)*K + r] - d4[((l*K + a)*K + j)*K + r]*k4[((k*K + b)*K + i)*K + s] - d4[((l*K + a)*K + j)*K + s]*k4[((k*K + b)*K + i)*K + r] - d4[((l*K + a)*K + r)*K + s]*k4[((k*K + b)*K + i)*K + j] - d4[((l*K + b)*K + i)*K + j]*k4[((k*K + a)*K + r)*K + s] - d4[((l*K + b)*K + i)*K + r]*k4[((k*K + a)*K + j)*K + s] - d4[((l*K + b)*K + i)*K + s]*k4[((k*K + a)*K + j)*K + r] - d4[((l*K + b)*K + j)*K + r]*k4[((k*K + a)*K + i)*K + s] - d4[((l*K + b)*K + j)*K + s]*k4[((k*K + a)*K + i)*K + r] - d4[((l*K + b)*K + r)*K + s]*k4[((k*K + a)*K + i)*K + j] - d4[((l*K + i)*K + j)*K + r]*k4[((k*K + a)*K + b)*K + s] - d4[((l*K + i)*K + j)*K + s]*k4[((k*K + a)*K + b)*K + r] - d4[((l*K + i)*K + r)*K + s]*k4[((k*K + a)*K + b)*K + j] - d4[((l*K + j)*K + r)*K + s]*k4[((k*K + a)*K + b)*K + i] - d5[(((a*K + b)*K + i)*K + j)*K + r]*k3[(k*K + l)*K + s] - d5[(((a*K + b)*K + i)*K + j)*K + s]*k3[(k*K + l)*K + r] - d5[(((a*K + b)*K + i)*K + r)*K + s]*k3[(k*K + l)*K + j] - d5[(((a*K + b)*K + j)*K + r)*K + s]*k3[(k*K + l)*K + i] - d5[(((a*K + i)*K + j)*K + r)*K + s]*k3[(k*K + l)*K + b] - d5[(((b*K + i)*K + j)*K + r)*K + s]*k3[(k*K + l)*K + a] - d5[(((l*K + a)*K + b)*K + i)*K + j]*k3[(k*K + r)*K + s] - d5[(((l*K + a)*K + b)*K + i)*K + r]*k3[(k*K + j)*K + s] - d5[(((l*K + a)*K + b)*K + i)*K + s]*k3[(k*K + j)*K + r] - d5[(((l*K + a)*K + b)*K + j)*K + r]*k3[(k*K + i)*K + s] - d5[(((l*K + a)*K + b)*K + j)*K + s]*k3[(k*K + i)*K + r] - d5[(((l*K + a)*K + b)*K + r)*K + s]*k3[(k*K + i)*K + j] - d5[(((l*K + a)*K + i)*K + j)*K + r]*k3[(k*K + b)*K + s] - d5[(((l*K + a)*K + i)*K + j)*K + s]*k3[(k*K + b)*K + r] - d5[(((l*K + a)*K + i)*K + r)*K + s]*k3[(k*K + b)*K + j] - d5[(((l*K + a)*K + j)*K + r)*K + s]*k3[(k*K + b)*K + i] - d5[(((l*K + b)*K + i)*K + j)*K + r]*k3[(k*K + a)*K + s] - d5[(((l*K + b)*K + i)*K + j)*K + s]*k3[(k*K + a)*K + r] - d5[(((l*K + b)*K + i)*K + r)*K + s]*k3[(k*K + a)*K + j] - d5[(((l*K + b)*K + j)*K + r)*K + s]*k3[(k*K + a)*K + i] - d5[(((l*K + i)*K + j)*K + r)*K + s]*k3[(k*K + a)*K + b] - d6[((((a*K + b)*K + i)*K + j)*K + r)*K + s]*k2[k*K + l] - d6[((((l*K + a)*K + b)*K + i)*K + j)*K + r]*k2[k*K + s] - d6[((((l*K + a)*K + b)*K + i)*K + j)*K + s]*k2[k*K + r] - d6[((((l*K + a)*K + b)*K + i)*K + r)*K + s]*k2[k*K + j] - d6[((((l*K + a)*K + b)*K + j)*K + r)*K + s]*k2[k*K + i] - d6[((((l*K + a)*K + i)*K + j)*K + r)*K + s]*k2[k*K + b] - d6[((((l*K + b)*K + i)*K + j)*K + r)*K + s]*k2[k*K + a] + d8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = b; i < K; ++i) {
                        for (int j = i; j < K; ++j) {
                            for (int r = j; r < K; ++r) {
                                for (int s = r; s < K; ++s) {
                                    for (int k = 0; k < l + 1; ++k) {
                                        k8[((((((l*K + k)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = b; i < K; ++i) {
                    for (int j = i; j < K; ++j) {
                        for (int r = j; r < K; ++r) {
                            for (int s = r; s < K; ++s) {
                                for (int k = 0; k < a + 1; ++k) {
                                    for (int l = 0; l < a + 1; ++l) {
                                        k8[((((((a*K + l)*K + k)*K + b)*K + i)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + a)*K + l)*K + b)*K + i)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = b; i < K; ++i) {
                for (int j = i; j < K; ++j) {
                    for (int r = j; r < K; ++r) {
                        for (int s = r; s < K; ++s) {
                            for (int k = 0; k < b + 1; ++k) {
                                for (int l = 0; l < b + 1; ++l) {
                                    for (int a = 0; a < b + 1; ++a) {
                                        k8[((((((b*K + l)*K + a)*K + k)*K + i)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + b)*K + a)*K + l)*K + i)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + b)*K + a)*K + i)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < K; ++i) {
            for (int j = i; j < K; ++j) {
                for (int r = j; r < K; ++r) {
                    for (int s = r; s < K; ++s) {
                        for (int k = 0; k < i + 1; ++k) {
                            for (int l = 0; l < i + 1; ++l) {
                                for (int a = 0; a < i + 1; ++a) {
                                    for (int b = 0; b < i + 1; ++b) {
                                        k8[((((((i*K + l)*K + a)*K + b)*K + k)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + i)*K + a)*K + b)*K + l)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + i)*K + b)*K + a)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + i)*K + b)*K + j)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int j = 0; j < K; ++j) {
            for (int r = j; r < K; ++r) {
                for (int s = r; s < K; ++s) {
                    for (int k = 0; k < j + 1; ++k) {
                        for (int l = 0; l < j + 1; ++l) {
                            for (int a = 0; a < j + 1; ++a) {
                                for (int b = 0; b < j + 1; ++b) {
                                    for (int i = 0; i < j + 1; ++i) {
                                        k8[((((((j*K + l)*K + a)*K + b)*K + i)*K + k)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + j)*K + a)*K + b)*K + i)*K + l)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + j)*K + b)*K + i)*K + a)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + j)*K + i)*K + b)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + b)*K + j)*K + i)*K + r)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int r = 0; r < K; ++r) {
            for (int s = r; s < K; ++s) {
                for (int k = 0; k < r + 1; ++k) {
                    for (int l = 0; l < r + 1; ++l) {
                        for (int a = 0; a < r + 1; ++a) {
                            for (int b = 0; b < r + 1; ++b) {
                                for (int i = 0; i < r + 1; ++i) {
                                    for (int j = 0; j < r + 1; ++j) {
                                        k8[((((((r*K + l)*K + a)*K + b)*K + i)*K + j)*K + k)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + r)*K + a)*K + b)*K + i)*K + j)*K + l)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + r)*K + b)*K + i)*K + j)*K + a)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + r)*K + i)*K + j)*K + b)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + b)*K + r)*K + j)*K + i)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + r)*K + j)*K + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int s = 0; s < K; ++s) {
            for (int k = 0; k < s + 1; ++k) {
                for (int l = 0; l < s + 1; ++l) {
                    for (int a = 0; a < s + 1; ++a) {
                        for (int b = 0; b < s + 1; ++b) {
                            for (int i = 0; i < s + 1; ++i) {
                                for (int j = 0; j < s + 1; ++j) {
                                    for (int r = 0; r < s + 1; ++r) {
                                        k8[((((((s*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + k] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + s)*K + a)*K + b)*K + i)*K + j)*K + r)*K + l] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + s)*K + b)*K + i)*K + j)*K + r)*K + a] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + s)*K + i)*K + j)*K + r)*K + b] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + b)*K + s)*K + j)*K + r)*K + i] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + s)*K + r)*K + j] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                        k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + s)*K + r] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G[k*S + j]*I3[(k*S + i)*S + j]);
            }
            A[k*S + i] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += (I3[(k*S + i)*S + j]*P2[k*S + j]);
                }
                A[k*S + i] += -params->eta_J * sum2;
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2[k*S + i]*mc[i]);
        }
        dw0[k] = -params->eta_0 * sum1;
    }
    /* M2: <c_i c_j> over tasks and support sets */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            M2[i*S + j] = G[i*S + j];
            M2[j*S + i] = M2[i*S + j];
        }
    }
    if (isfinite(params->P)) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                M2[i*S + j] += P2[i*S + j];
                M2[j*S + i] = M2[i*S + j];
            }
        }
    }
    /* M3: <c_i c_j c_r> over tasks and support sets */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            for (int r = j; r < S; ++r) {
                M3[(i*S + j)*S + r] = G[i*S + j]*mc[r] + G[i*S + r]*mc[j] + G[j*S + r]*mc[i] - 2.0*mc[i]*mc[j]*mc[r];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    M3[(i*S + j)*S + r] += P3[(i*S + j)*S + r];
                }
            }
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            for (int r = j; r < S; ++r) {
                M3[(j*S + i)*S + r] = M3[(i*S + j)*S + r];
                M3[(i*S + r)*S + j] = M3[(i*S + j)*S + r];
                M3[(j*S + r)*S + i] = M3[(i*S + j)*S + r];
                M3[(r*S + i)*S + j] = M3[(i*S + j)*S + r];
                M3[(r*S + j)*S + i] = M3[(i*S + j)*S + r];
            }
        }
    }
    /* M4: <c_i c_j c_r c_s> over tasks and support sets */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            for (int r = j; r < S; ++r) {
                for (int s = r; s < S; ++s) {
                    M4[((i*S + j)*S + r)*S + s] = G[i*S + j]*G[r*S + s] + G[i*S + r]*G[j*S + s] + G[i*S + s]*G[j*S + r] - 2.0*mc[i]*mc[j]*mc[r]*mc[s];
                }
            }
        }
    }
    if (isfinite(params->P)) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        M4[((i*S + j)*S + r)*S + s] += P4w[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
    }
    if (params->kurtosis) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L[i*M + p]*L[j*M + p]*L[r*M + p]*L[s*M + p]*kappa[p]);
                        }
                        M4[((i*S + j)*S + r)*S + s] += sum2;
                    }
                }
            }
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            for (int r = j; r < S; ++r) {
                for (int s = r; s < S; ++s) {
                    M4[((j*S + i)*S + r)*S + s] = M4[((i*S + j)*S + r)*S + s];
                    M4[((i*S + r)*S + j)*S + s] = M4[((i*S + j)*S + r)*S + s];
                    M4[((i*S + j)*S + s)*S + r] = M4[((i*S + j)*S + r)*S + s];
                    M4[((j*S + r)*S + i)*S + s] = M4[((i*S + j)*S + r)*S + s];
                    M4[((j*S + i)*S + s)*S + r] = M4[((i*S + j)*S + r)*S + s];
                    M4[((r*S + i)*S + j)*S + s] = M4[((i*S + j)*S + r)*S + s];
                    M4[((i*S + r)*S + s)*S + j] = M4[((i*S + j)*S + r)*S + s];
                    M4[((i*S + s)*S + j)*S + r] = M4[((i*S + j)*S + r)*S + s];
                    M4[((r*S + j)*S + i)*S + s] = M4[((i*S + j)*S + r)*S + s];
                    M4[((j*S + r)*S + s)*S + i] = M4[((i*S + j)*S + r)*S + s];
                    M4[((j*S + s)*S + i)*S + r] = M4[((i*S + j)*S + r)*S + s];
                    M4[((r*S + i)*S + s)*S + j] = M4[((i*S + j)*S + r)*S + s];
                    M4[((i*S + s)*S + r)*S + j] = M4[((i*S + j)*S + r)*S + s];
                    M4[((s*S + i)*S + j)*S + r] = M4[((i*S + j)*S + r)*S + s];
                    M4[((r*S + j)*S + s)*S + i] = M4[((i*S + j)*S + r)*S + s];
                    M4[((j*S + s)*S + r)*S + i] = M4[((i*S + j)*S + r)*S + s];
                    M4[((s*S + j)*S + i)*S + r] = M4[((i*S + j)*S + r)*S + s];
                    M4[((r*S + s)*S + i)*S + j] = M4[((i*S + j)*S + r)*S + s];
                    M4[((s*S + i)*S + r)*S + j] = M4[((i*S + j)*S + r)*S + s];
                    M4[((r*S + s)*S + j)*S + i] = M4[((i*S + j)*S + r)*S + s];
                    M4[((s*S + j)*S + r)*S + i] = M4[((i*S + j)*S + r)*S + s];
                    M4[((s*S + r)*S + i)*S + j] = M4[((i*S + j)*S + r)*S + s];
                    M4[((s*S + r)*S + j)*S + i] = M4[((i*S + j)*S + r)*S + s];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        /* K2: cumulant of c_k c_i */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                K2[k*S + i] = M2[k*S + i] - mc[i]*mc[k];
            }
        }
        /* K3: cumulant of c_k c_i c_j */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    K3[(k*S + i)*S + j] = -K2[k*S + i]*mc[j] - K2[k*S + j]*mc[i] - M2[i*S + j]*mc[k] + M3[(k*S + i)*S + j];
                    K3[(k*S + j)*S + i] = K3[(k*S + i)*S + j];
                }
            }
        }
        /* K4: cumulant of c_k c_i c_j c_r */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        K4[((k*S + i)*S + j)*S + r] = -K2[k*S + i]*M2[j*S + r] - K2[k*S + j]*M2[i*S + r] - K2[k*S + r]*M2[i*S + j] - K3[(k*S + i)*S + j]*mc[r] - K3[(k*S + i)*S + r]*mc[j] - K3[(k*S + j)*S + r]*mc[i] - M3[(i*S + j)*S + r]*mc[k] + M4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + j)*S + i)*S + r] = K4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + i)*S + r)*S + j] = K4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + j)*S + r)*S + i] = K4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + r)*S + i)*S + j] = K4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + r)*S + j)*S + i] = K4[((k*S + i)*S + j)*S + r];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->known_task) {
        /* K5: cumulant of c_k c_i c_j c_r c_s over support sets, where there is one task */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            K5[(((k*S + l)*S + a)*S + b)*S + i] = k5[(((k*K + l)*K + a)*K + b)*K + i]/(params->P*params->P*params->P*params->P);
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            K5[(((k*S + l)*S + a)*S + b)*S + K + n] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int b = 0; b < K; ++b) {
                            K5[(((k*S + l)*S + a)*S + K + n)*S + b] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            K5[(((k*S + l)*S + a)*S + K + n)*S + K + m] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = 0; b < K; ++b) {
                            K5[(((k*S + l)*S + K + n)*S + a)*S + b] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            K5[(((k*S + l)*S + K + n)*S + a)*S + K + m] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int a = 0; a < K; ++a) {
                            K5[(((k*S + l)*S + K + n)*S + K + m)*S + a] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            K5[(((k*S + l)*S + K + n)*S + K + m)*S + K + p] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = 0; b < K; ++b) {
                            K5[(((k*S + K + n)*S + l)*S + a)*S + b] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            K5[(((k*S + K + n)*S + l)*S + a)*S + K + m] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int m = 0; m < M; ++m) {
                        for (int a = 0; a < K; ++a) {
                            K5[(((k*S + K + n)*S + l)*S + K + m)*S + a] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            K5[(((k*S + K + n)*S + l)*S + K + m)*S + K + p] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = 0; a < K; ++a) {
                            K5[(((k*S + K + n)*S + K + m)*S + l)*S + a] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    for (int l = 0; l < K; ++l) {
                        for (int p = 0; p < M; ++p) {
                            K5[(((k*S + K + n)*S + K + m)*S + l)*S + K + p] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        for (int l = 0; l < K; ++l) {
                            K5[(((k*S + K + n)*S + K + m)*S + K + p)*S + l] = 0.0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        for (int q = 0; q < M; ++q) {
                            K5[(((k*S + K + n)*S + K + m)*S + K + p)*S + K + q] = 0.0;
                        }
                    }
                }
            }
        }
        /* K6: cumulant of c_k c_l c_i c_j c_r c_s over support sets, where there is one task */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int j = 0; j < K; ++j) {
                                K6[((((k*K + l)*S + a)*S + b)*S + i)*S + j] = k6[((((k*K + l)*K + a)*K + b)*K + i)*K + j]/pow(params->P, 5.0);
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int n = 0; n < M; ++n) {
                                K6[((((k*K + l)*S + a)*S + b)*S + i)*S + K + n] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int i = 0; i < K; ++i) {
                                K6[((((k*K + l)*S + a)*S + b)*S + K + n)*S + i] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                K6[((((k*K + l)*S + a)*S + b)*S + K + n)*S + K + m] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int b = 0; b < K; ++b) {
                            for (int i = 0; i < K; ++i) {
                                K6[((((k*K + l)*S + a)*S + K + n)*S + b)*S + i] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int b = 0; b < K; ++b) {
                            for (int m = 0; m < M; ++m) {
                                K6[((((k*K + l)*S + a)*S + K + n)*S + b)*S + K + m] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int b = 0; b < K; ++b) {
                                K6[((((k*K + l)*S + a)*S + K + n)*S + K + m)*S + b] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int p = 0; p < M; ++p) {
                                K6[((((k*K + l)*S + a)*S + K + n)*S + K + m)*S + K + p] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = 0; b < K; ++b) {
                            for (int i = 0; i < K; ++i) {
                                K6[((((k*K + l)*S + K + n)*S + a)*S + b)*S + i] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = 0; b < K; ++b) {
                            for (int m = 0; m < M; ++m) {
                                K6[((((k*K + l)*S + K + n)*S + a)*S + b)*S + K + m] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            for (int b = 0; b < K; ++b) {
                                K6[((((k*K + l)*S + K + n)*S + a)*S + K + m)*S + b] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            for (int p = 0; p < M; ++p) {
                                K6[((((k*K + l)*S + K + n)*S + a)*S + K + m)*S + K + p] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int a = 0; a < K; ++a) {
                            for (int b = 0; b < K; ++b) {
                                K6[((((k*K + l)*S + K + n)*S + K + m)*S + a)*S + b] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int a = 0; a < K; ++a) {
                            for (int p = 0; p < M; ++p) {
                                K6[((((k*K + l)*S + K + n)*S + K + m)*S + a)*S + K + p] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            for (int a = 0; a < K; ++a) {
                                K6[((((k*K + l)*S + K + n)*S + K + m)*S + K + p)*S + a] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            for (int q = 0; q < M; ++q) {
                                K6[((((k*K + l)*S + K + n)*S + K + m)*S + K + p)*S + K + q] = 0.0;
                            }
                        }
                    }
                }
            }
        }
        /* K7: cumulant of c_k c_l c_a c_i c_j c_r c_s over support sets, where there is one task */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int j = 0; j < K; ++j) {
                                for (int r = 0; r < K; ++r) {
                                    K7[(((((k*K + l)*K + a)*S + b)*S + i)*S + j)*S + r] = k7[(((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r]/pow(params->P, 6.0);
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int j = 0; j < K; ++j) {
                                for (int n = 0; n < M; ++n) {
                                    K7[(((((k*K + l)*K + a)*S + b)*S + i)*S + j)*S + K + n] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int n = 0; n < M; ++n) {
                                for (int j = 0; j < K; ++j) {
                                    K7[(((((k*K + l)*K + a)*S + b)*S + i)*S + K + n)*S + j] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int n = 0; n < M; ++n) {
                                for (int m = 0; m < M; ++m) {
                                    K7[(((((k*K + l)*K + a)*S + b)*S + i)*S + K + n)*S + K + m] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int i = 0; i < K; ++i) {
                                for (int j = 0; j < K; ++j) {
                                    K7[(((((k*K + l)*K + a)*S + b)*S + K + n)*S + i)*S + j] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int i = 0; i < K; ++i) {
                                for (int m = 0; m < M; ++m) {
                                    K7[(((((k*K + l)*K + a)*S + b)*S + K + n)*S + i)*S + K + m] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                for (int i = 0; i < K; ++i) {
                                    K7[(((((k*K + l)*K + a)*S + b)*S + K + n)*S + K + m)*S + i] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                for (int p = 0; p < M; ++p) {
                                    K7[(((((k*K + l)*K + a)*S + b)*S + K + n)*S + K + m)*S + K + p] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int b = 0; b < K; ++b) {
                            for (int i = 0; i < K; ++i) {
                                for (int j = 0; j < K; ++j) {
                                    K7[(((((k*K + l)*K + a)*S + K + n)*S + b)*S + i)*S + j] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int b = 0; b < K; ++b) {
                            for (int i = 0; i < K; ++i) {
                                for (int m = 0; m < M; ++m) {
                                    K7[(((((k*K + l)*K + a)*S + K + n)*S + b)*S + i)*S + K + m] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int b = 0; b < K; ++b) {
                            for (int m = 0; m < M; ++m) {
                                for (int i = 0; i < K; ++i) {
                                    K7[(((((k*K + l)*K + a)*S + K + n)*S + b)*S + K + m)*S + i] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int b = 0; b < K; ++b) {
                            for (int m = 0; m < M; ++m) {
                                for (int p = 0; p < M; ++p) {
                                    K7[(((((k*K + l)*K + a)*S + K + n)*S + b)*S + K + m)*S + K + p] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int b = 0; b < K; ++b) {
                                for (int i = 0; i < K; ++i) {
                                    K7[(((((k*K + l)*K + a)*S + K + n)*S + K + m)*S + b)*S + i] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int b = 0; b < K; ++b) {
                                for (int p = 0; p < M; ++p) {
                                    K7[(((((k*K + l)*K + a)*S + K + n)*S + K + m)*S + b)*S + K + p] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int p = 0; p < M; ++p) {
                                for (int b = 0; b < K; ++b) {
                                    K7[(((((k*K + l)*K + a)*S + K + n)*S + K + m)*S + K + p)*S + b] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int p = 0; p < M; ++p) {
                                for (int q = 0; q < M; ++q) {
                                    K7[(((((k*K + l)*K + a)*S + K + n)*S + K + m)*S + K + p)*S + K + q] = 0.0;
                                }
                            }
                        }
                    }
                }
            }
        }
        /* K8: cumulant of c_k c_l c_a c_b c_i c_j c_r c_s over support sets, where there is one task */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int j = 0; j < K; ++j) {
                                for (int r = 0; r < K; ++r) {
                                    for (int s = 0; s < K; ++s) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s] = k8[((((((k*K + l)*K + a)*K + b)*K + i)*K + j)*K + r)*K + s]/pow(params->P, 7.0);
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int j = 0; j < K; ++j) {
                                for (int r = 0; r < K; ++r) {
                                    for (int n = 0; n < M; ++n) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + K + n] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int j = 0; j < K; ++j) {
                                for (int n = 0; n < M; ++n) {
                                    for (int r = 0; r < K; ++r) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + K + n)*S + r] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int j = 0; j < K; ++j) {
                                for (int n = 0; n < M; ++n) {
                                    for (int m = 0; m < M; ++m) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + K + n)*S + K + m] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int n = 0; n < M; ++n) {
                                for (int j = 0; j < K; ++j) {
                                    for (int r = 0; r < K; ++r) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + i)*S + K + n)*S + j)*S + r] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int n = 0; n < M; ++n) {
                                for (int j = 0; j < K; ++j) {
                                    for (int m = 0; m < M; ++m) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + i)*S + K + n)*S + j)*S + K + m] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int n = 0; n < M; ++n) {
                                for (int m = 0; m < M; ++m) {
                                    for (int j = 0; j < K; ++j) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + i)*S + K + n)*S + K + m)*S + j] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int i = 0; i < K; ++i) {
                            for (int n = 0; n < M; ++n) {
                                for (int m = 0; m < M; ++m) {
                                    for (int p = 0; p < M; ++p) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + i)*S + K + n)*S + K + m)*S + K + p] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int i = 0; i < K; ++i) {
                                for (int j = 0; j < K; ++j) {
                                    for (int r = 0; r < K; ++r) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + K + n)*S + i)*S + j)*S + r] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int i = 0; i < K; ++i) {
                                for (int j = 0; j < K; ++j) {
                                    for (int m = 0; m < M; ++m) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + K + n)*S + i)*S + j)*S + K + m] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int i = 0; i < K; ++i) {
                                for (int m = 0; m < M; ++m) {
                                    for (int j = 0; j < K; ++j) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + K + n)*S + i)*S + K + m)*S + j] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int i = 0; i < K; ++i) {
                                for (int m = 0; m < M; ++m) {
                                    for (int p = 0; p < M; ++p) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + K + n)*S + i)*S + K + m)*S + K + p] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                for (int i = 0; i < K; ++i) {
                                    for (int j = 0; j < K; ++j) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + K + n)*S + K + m)*S + i)*S + j] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                for (int i = 0; i < K; ++i) {
                                    for (int p = 0; p < M; ++p) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + K + n)*S + K + m)*S + i)*S + K + p] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                for (int p = 0; p < M; ++p) {
                                    for (int i = 0; i < K; ++i) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + K + n)*S + K + m)*S + K + p)*S + i] = 0.0;
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                for (int p = 0; p < M; ++p) {
                                    for (int q = 0; q < M; ++q) {
                                        K8[((((((k*K + l)*K + a)*K + b)*S + K + n)*S + K + m)*S + K + p)*S + K + q] = 0.0;
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        /* M5: <c_k c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out but for one task */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            M5[(((k*S + i)*S + j)*S + r)*S + s] = K2[k*S + i]*M3[(j*S + r)*S + s] + K2[k*S + j]*M3[(i*S + r)*S + s] + K2[k*S + r]*M3[(i*S + j)*S + s] + K2[k*S + s]*M3[(i*S + j)*S + r] + K3[(k*S + i)*S + j]*M2[r*S + s] + K3[(k*S + i)*S + r]*M2[j*S + s] + K3[(k*S + i)*S + s]*M2[j*S + r] + K3[(k*S + j)*S + r]*M2[i*S + s] + K3[(k*S + j)*S + s]*M2[i*S + r] + K3[(k*S + r)*S + s]*M2[i*S + j] + K4[((k*S + i)*S + j)*S + r]*mc[s] + K4[((k*S + i)*S + j)*S + s]*mc[r] + K4[((k*S + i)*S + r)*S + s]*mc[j] + K4[((k*S + j)*S + r)*S + s]*mc[i] + M4[((i*S + j)*S + r)*S + s]*mc[k];
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->known_task) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            M5[(((k*S + i)*S + j)*S + r)*S + s] += K5[(((k*S + i)*S + j)*S + r)*S + s];
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            M5[(((k*S + j)*S + i)*S + r)*S + s] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + i)*S + r)*S + j)*S + s] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + i)*S + j)*S + s)*S + r] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + j)*S + r)*S + i)*S + s] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + j)*S + i)*S + s)*S + r] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + r)*S + i)*S + j)*S + s] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + i)*S + r)*S + s)*S + j] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + i)*S + s)*S + j)*S + r] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + r)*S + j)*S + i)*S + s] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + j)*S + r)*S + s)*S + i] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + j)*S + s)*S + i)*S + r] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + r)*S + i)*S + s)*S + j] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + i)*S + s)*S + r)*S + j] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + s)*S + i)*S + j)*S + r] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + r)*S + j)*S + s)*S + i] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + j)*S + s)*S + r)*S + i] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + s)*S + j)*S + i)*S + r] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + r)*S + s)*S + i)*S + j] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + s)*S + i)*S + r)*S + j] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + r)*S + s)*S + j)*S + i] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + s)*S + j)*S + r)*S + i] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + s)*S + r)*S + i)*S + j] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                            M5[(((k*S + s)*S + r)*S + j)*S + i] = M5[(((k*S + i)*S + j)*S + r)*S + s];
                        }
                    }
                }
            }
        }
        /* M6: <c_k c_l c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out but for one task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s] = K2[k*S + i]*M4[((l*S + j)*S + r)*S + s] + K2[k*S + j]*M4[((l*S + i)*S + r)*S + s] + K2[k*S + l]*M4[((i*S + j)*S + r)*S + s] + K2[k*S + r]*M4[((l*S + i)*S + j)*S + s] + K2[k*S + s]*M4[((l*S + i)*S + j)*S + r] + K3[(k*S + i)*S + j]*M3[(l*S + r)*S + s] + K3[(k*S + i)*S + r]*M3[(l*S + j)*S + s] + K3[(k*S + i)*S + s]*M3[(l*S + j)*S + r] + K3[(k*S + j)*S + r]*M3[(l*S + i)*S + s] + K3[(k*S + j)*S + s]*M3[(l*S + i)*S + r] + K3[(k*S + l)*S + i]*M3[(j*S + r)*S + s] + K3[(k*S + l)*S + j]*M3[(i*S + r)*S + s] + K3[(k*S + l)*S + r]*M3[(i*S + j)*S + s] + K3[(k*S + l)*S + s]*M3[(i*S + j)*S + r] + K3[(k*S + r)*S + s]*M3[(l*S + i)*S + j] + K4[((k*S + i)*S + j)*S + r]*M2[l*S + s] + K4[((k*S + i)*S + j)*S + s]*M2[l*S + r] + K4[((k*S + i)*S + r)*S + s]*M2[l*S + j] + K4[((k*S + j)*S + r)*S + s]*M2[l*S + i] + K4[((k*S + l)*S + i)*S + j]*M2[r*S + s] + K4[((k*S + l)*S + i)*S + r]*M2[j*S + s] + K4[((k*S + l)*S + i)*S + s]*M2[j*S + r] + K4[((k*S + l)*S + j)*S + r]*M2[i*S + s] + K4[((k*S + l)*S + j)*S + s]*M2[i*S + r] + K4[((k*S + l)*S + r)*S + s]*M2[i*S + j] + M5[(((l*S + i)*S + j)*S + r)*S + s]*mc[k];
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->known_task) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s] += K5[(((k*S + i)*S + j)*S + r)*S + s]*mc[l] + K5[(((k*S + l)*S + i)*S + j)*S + r]*mc[s] + K5[(((k*S + l)*S + i)*S + j)*S + s]*mc[r] + K5[(((k*S + l)*S + i)*S + r)*S + s]*mc[j] + K5[(((k*S + l)*S + j)*S + r)*S + s]*mc[i] + K6[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int l = 0; l < K; ++l) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            for (int k = 0; k < l + 1; ++k) {
                                M6[((((l*K + k)*S + i)*S + j)*S + r)*S + s] = M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            for (int i = 0; i < j + 1; ++i) {
                                M6[((((k*K + l)*S + j)*S + i)*S + r)*S + s] = M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int r = 0; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        for (int i = 0; i < r + 1; ++i) {
                            for (int j = 0; j < r + 1; ++j) {
                                M6[((((k*K + l)*S + r)*S + j)*S + i)*S + s] = M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                                M6[((((k*K + l)*S + i)*S + r)*S + j)*S + s] = M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int s = 0; s < S; ++s) {
                    for (int i = 0; i < s + 1; ++i) {
                        for (int j = 0; j < s + 1; ++j) {
                            for (int r = 0; r < s + 1; ++r) {
                                M6[((((k*K + l)*S + s)*S + j)*S + r)*S + i] = M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                                M6[((((k*K + l)*S + i)*S + s)*S + r)*S + j] = M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                                M6[((((k*K + l)*S + i)*S + j)*S + s)*S + r] = M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s];
                            }
                        }
                    }
                }
            }
        }
        /* M7: <c_k c_l c_a c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out but for one task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s] = K2[a*S + k]*M5[(((l*S + i)*S + j)*S + r)*S + s] + K2[k*S + i]*M5[(((a*S + l)*S + j)*S + r)*S + s] + K2[k*S + j]*M5[(((a*S + l)*S + i)*S + r)*S + s] + K2[k*S + l]*M5[(((a*S + i)*S + j)*S + r)*S + s] + K2[k*S + r]*M5[(((a*S + l)*S + i)*S + j)*S + s] + K2[k*S + s]*M5[(((a*S + l)*S + i)*S + j)*S + r] + K3[(a*S + k)*S + i]*M4[((l*S + j)*S + r)*S + s] + K3[(a*S + k)*S + j]*M4[((l*S + i)*S + r)*S + s] + K3[(a*S + k)*S + l]*M4[((i*S + j)*S + r)*S + s] + K3[(a*S + k)*S + r]*M4[((l*S + i)*S + j)*S + s] + K3[(a*S + k)*S + s]*M4[((l*S + i)*S + j)*S + r] + K3[(k*S + i)*S + j]*M4[((l*S + a)*S + r)*S + s] + K3[(k*S + i)*S + r]*M4[((l*S + a)*S + j)*S + s] + K3[(k*S + i)*S + s]*M4[((l*S + a)*S + j)*S + r] + K3[(k*S + j)*S + r]*M4[((l*S + a)*S + i)*S + s] + K3[(k*S + j)*S + s]*M4[((l*S + a)*S + i)*S + r] + K3[(k*S + l)*S + i]*M4[((a*S + j)*S + r)*S + s] + K3[(k*S + l)*S + j]*M4[((a*S + i)*S + r)*S + s] + K3[(k*S + l)*S + r]*M4[((a*S + i)*S + j)*S + s] + K3[(k*S + l)*S + s]*M4[((a*S + i)*S + j)*S + r] + K3[(k*S + r)*S + s]*M4[((l*S + a)*S + i)*S + j] + K4[((a*S + k)*S + i)*S + j]*M3[(l*S + r)*S + s] + K4[((a*S + k)*S + i)*S + r]*M3[(l*S + j)*S + s] + K4[((a*S + k)*S + i)*S + s]*M3[(l*S + j)*S + r] + K4[((a*S + k)*S + j)*S + r]*M3[(l*S + i)*S + s] + K4[((a*S + k)*S + j)*S + s]*M3[(l*S + i)*S + r] + K4[((a*S + k)*S + l)*S + i]*M3[(j*S + r)*S + s] + K4[((a*S + k)*S + l)*S + j]*M3[(i*S + r)*S + s] + K4[((a*S + k)*S + l)*S + r]*M3[(i*S + j)*S + s] + K4[((a*S + k)*S + l)*S + s]*M3[(i*S + j)*S + r] + K4[((a*S + k)*S + r)*S + s]*M3[(l*S + i)*S + j] + K4[((k*S + i)*S + j)*S + r]*M3[(l*S + a)*S + s] + K4[((k*S + i)*S + j)*S + s]*M3[(l*S + a)*S + r] + K4[((k*S + i)*S + r)*S + s]*M3[(l*S + a)*S + j] + K4[((k*S + j)*S + r)*S + s]*M3[(l*S + a)*S + i] + K4[((k*S + l)*S + i)*S + j]*M3[(a*S + r)*S + s] + K4[((k*S + l)*S + i)*S + r]*M3[(a*S + j)*S + s] + K4[((k*S + l)*S + i)*S + s]*M3[(a*S + j)*S + r] + K4[((k*S + l)*S + j)*S + r]*M3[(a*S + i)*S + s] + K4[((k*S + l)*S + j)*S + s]*M3[(a*S + i)*S + r] + K4[((k*S + l)*S + r)*S + s]*M3[(a*S + i)*S + j] + M6[((((l*K + a)*S + i)*S + j)*S + r)*S + s]*mc[k];
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->known_task) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s] += K5[(((a*S + k)*S + i)*S + j)*S + r]*M2[l*S + s] + K5[(((a*S + k)*S + i)*S + j)*S + s]*M2[l*S + r] + K5[(((a*S + k)*S + i)*S + r)*S + s]*M2[l*S + j] + K5[(((a*S + k)*S + j)*S + r)*S + s]*M2[l*S + i] + K5[(((a*S + k)*S + l)*S + i)*S + j]*M2[r*S + s] + K5[(((a*S + k)*S + l)*S + i)*S + r]*M2[j*S + s] + K5[(((a*S + k)*S + l)*S + i)*S + s]*M2[j*S + r] + K5[(((a*S + k)*S + l)*S + j)*S + r]*M2[i*S + s] + K5[(((a*S + k)*S + l)*S + j)*S + s]*M2[i*S + r] + K5[(((a*S + k)*S + l)*S + r)*S + s]*M2[i*S + j] + K5[(((k*S + i)*S + j)*S + r)*S + s]*M2[l*S + a] + K5[(((k*S + l)*S + i)*S + j)*S + r]*M2[a*S + s] + K5[(((k*S + l)*S + i)*S + j)*S + s]*M2[a*S + r] + K5[(((k*S + l)*S + i)*S + r)*S + s]*M2[a*S + j] + K5[(((k*S + l)*S + j)*S + r)*S + s]*M2[a*S + i] + K6[((((a*K + k)*S + i)*S + j)*S + r)*S + s]*mc[l] + K6[((((a*K + k)*S + l)*S + i)*S + j)*S + r]*mc[s] + K6[((((a*K + k)*S + l)*S + i)*S + j)*S + s]*mc[r] + K6[((((a*K + k)*S + l)*S + i)*S + r)*S + s]*mc[j] + K6[((((a*K + k)*S + l)*S + j)*S + r)*S + s]*mc[i] + K6[((((k*K + l)*S + i)*S + j)*S + r)*S + s]*mc[a] + K7[(((((a*K + k)*K + l)*S + i)*S + j)*S + r)*S + s];
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                for (int k = 0; k < l + 1; ++k) {
                                    M7[(((((l*K + k)*K + a)*S + i)*S + j)*S + r)*S + s] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            for (int k = 0; k < a + 1; ++k) {
                                for (int l = 0; l < a + 1; ++l) {
                                    M7[(((((a*K + l)*K + k)*S + i)*S + j)*S + r)*S + s] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                    M7[(((((k*K + a)*K + l)*S + i)*S + j)*S + r)*S + s] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                for (int i = 0; i < j + 1; ++i) {
                                    M7[(((((k*K + l)*K + a)*S + j)*S + i)*S + r)*S + s] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int r = 0; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            for (int i = 0; i < r + 1; ++i) {
                                for (int j = 0; j < r + 1; ++j) {
                                    M7[(((((k*K + l)*K + a)*S + r)*S + j)*S + i)*S + s] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                    M7[(((((k*K + l)*K + a)*S + i)*S + r)*S + j)*S + s] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int s = 0; s < S; ++s) {
                        for (int i = 0; i < s + 1; ++i) {
                            for (int j = 0; j < s + 1; ++j) {
                                for (int r = 0; r < s + 1; ++r) {
                                    M7[(((((k*K + l)*K + a)*S + s)*S + j)*S + r)*S + i] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                    M7[(((((k*K + l)*K + a)*S + i)*S + s)*S + r)*S + j] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                    M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + s)*S + r] = M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s];
                                }
                            }
                        }
                    }
                }
            }
        }
        /* M8: <c_k c_l c_a c_b c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out but for one task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = j; r < S; ++r) {
                                    for (int s = r; s < S; ++s) {
                                        M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s] = K2[a*S + k]*M6[((((l*K + b)*S + i)*S + j)*S + r)*S + s] + K2[b*S + k]*M6[((((l*K + a)*S + i)*S + j)*S + r)*S + s] + K2[k*S + i]*M6[((((a*K + b)*S + l)*S + j)*S + r)*S + s] + K2[k*S + j]*M6[((((a*K + b)*S + l)*S + i)*S + r)*S + s] + K2[k*S + l]*M6[((((a*K + b)*S + i)*S + j)*S + r)*S + s] + K2[k*S + r]*M6[((((a*K + b)*S + l)*S + i)*S + j)*S + s] + K2[k*S + s]*M6[((((a*K + b)*S + l)*S + i)*S + j)*S + r] + K3[(a*S + k)*S + b]*M5[(((l*S + i)*S + j)*S + r)*S + s] + K3[(a*S + k)*S + i]*M5[(((b*S + l)*S + j)*S + r)*S + s] + K3[(a*S + k)*S + j]*M5[(((b*S + l)*S + i)*S + r)*S + s] + K3[(a*S + k)*S + l]*M5[(((b*S + i)*S + j)*S + r)*S + s] + K3[(a*S + k)*S + r]*M5[(((b*S + l)*S + i)*S + j)*S + s] + K3[(a*S + k)*S + s]*M5[(((b*S + l)*S + i)*S + j)*S + r] + K3[(b*S + k)*S + i]*M5[(((a*S + l)*S + j)*S + r)*S + s] + K3[(b*S + k)*S + j]*M5[(((a*S + l)*S + i)*S + r)*S + s] + K3[(b*S + k)*S + l]*M5[(((a*S + i)*S + j)*S + r)*S + s] + K3[(b*S + k)*S + r]*M5[(((a*S + l)*S + i)*S + j)*S + s] + K3[(b*S + k)*S + s]*M5[(((a*S + l)*S + i)*S + j)*S + r] + K3[(k*S + i)*S + j]*M5[(((a*S + l)*S + b)*S + r)*S + s] + K3[(k*S + i)*S + r]*M5[(((a*S + l)*S + b)*S + j)*S + s] + K3[(k*S + i)*S + s]*M5[(((a*S + l)*S + b)*S + j)*S + r] + K3[(k*S + j)*S + r]*M5[(((a*S + l)*S + b)*S + i)*S + s] + K3[(k*S + j)*S + s]*M5[(((a*S + l)*S + b)*S + i)*S + r] + K3[(k*S + l)*S + i]*M5[(((a*S + b)*S + j)*S + r)*S + s] + K3[(k*S + l)*S + j]*M5[(((a*S + b)*S + i)*S + r)*S + s] + K3[(k*S + l)*S + r]*M5[(((a*S + b)*S + i)*S + j)*S + s] + K3[(k*S + l)*S + s]*M5[(((a*S + b)*S + i)*S + j)*S + r] + K3[(k*S + r)*S + s]*M5[(((a*S + l)*S + b)*S + i)*S + j] + K4[((a*S + k)*S + b)*S + i]*M4[((l*S + j)*S + r)*S + s] + K4[((a*S + k)*S + b)*S + j]*M4[((l*S + i)*S + r)*S + s] + K4[((a*S + k)*S + b)*S + r]*M4[((l*S + i)*S + j)*S + s] + K4[((a*S + k)*S + b)*S + s]*M4[((l*S + i)*S + j)*S + r] + K4[((a*S + k)*S + i)*S + j]*M4[((l*S + b)*S + r)*S + s] + K4[((a*S + k)*S + i)*S + r]*M4[((l*S + b)*S + j)*S + s] + K4[((a*S + k)*S + i)*S + s]*M4[((l*S + b)*S + j)*S + r] + K4[((a*S + k)*S + j)*S + r]*M4[((l*S + b)*S + i)*S + s] + K4[((a*S + k)*S + j)*S + s]*M4[((l*S + b)*S + i)*S + r] + K4[((a*S + k)*S + l)*S + b]*M4[((i*S + j)*S + r)*S + s] + K4[((a*S + k)*S + l)*S + i]*M4[((b*S + j)*S + r)*S + s] + K4[((a*S + k)*S + l)*S + j]*M4[((b*S + i)*S + r)*S + s] + K4[((a*S + k)*S + l)*S + r]*M4[((b*S + i)*S + j)*S + s] + K4[((a*S + k)*S + l)*S + s]*M4[((b*S + i)*S + j)*S + r] + K4[((a*S + k)*S + r)*S + s]*M4[((l*S + b)*S + i)*S + j] + K4[((b*S + k)*S + i)*S + j]*M4[((l*S + a)*S + r)*S + s] + K4[((b*S + k)*S + i)*S + r]*M4[((l*S + a)*S + j)*S + s] + K4[((b*S + k)*S + i)*S + s]*M4[((l*S + a)*S + j)*S + r] + K4[((b*S + k)*S + j)*S + r]*M4[((l*S + a)*S + i)*S + s] + K4[((b*S + k)*S + j)*S + s]*M4[((l*S + a)*S + i)*S + r] + K4[((b*S + k)*S + l)*S + i]*M4[((a*S + j)*S + r)*S + s] + K4[((b*S + k)*S + l)*S + j]*M4[((a*S + i)*S + r)*S + s] + K4[((b*S + k)*S + l)*S + r]*M4[((a*S + i)*S + j)*S + s] + K4[((b*S + k)*S + l)*S + s]*M4[((a*S + i)*S + j)*S + r] + K4[((b*S + k)*S + r)*S + s]*M4[((l*S + a)*S + i)*S + j] + K4[((k*S + i)*S + j)*S + r]*M4[((l*S + a)*S + b)*S + s] + K4[((k*S + i)*S + j)*S + s]*M4[((l*S + a)*S + b)*S + r] + K4[((k*S + i)*S + r)*S + s]*M4[((l*S + a)*S + b)*S + j] + K4[((k*S + j)*S + r)*S + s]*M4[((l*S + a)*S + b)*S + i] + K4[((k*S + l)*S + i)*S + j]*M4[((a*S + b)*S + r)*S + s] + K4[((k*S + l)*S + i)*S + r]*M4[((a*S + b)*S + j)*S + s] + K4[((k*S + l)*S + i)*S + s]*M4[((a*S + b)*S + j)*S + r] + K4[((k*S + l)*S + j)*S + r]*M4[((a*S + b)*S + i)*S + s] + K4[((k*S + l)*S + j)*S + s]*M4[((a*S + b)*S + i)*S + r] + K4[((k*S + l)*S + r)*S + s]*M4[((a*S + b)*S + i)*S + j] + M7[(((((l*K + a)*K + b)*S + i)*S + j)*S + r)*S + s]*mc[k];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->known_task) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = j; r < S; ++r) {
                                    for (int s = r; s < S; ++s) {
                                        M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s] += K5[(((a*S + b)*S + k)*S + i)*S + j]*M3[(l*S + r)*S + s] + K5[(((a*S + b)*S + k)*S + i)*S + r]*M3[(l*S + j)*S + s] + K5[(((a*S + b)*S + k)*S + i)*S + s]*M3[(l*S + j)*S + r] + K5[(((a*S + b)*S + k)*S + j)*S + r]*M3[(l*S + i)*S + s] + K5[(((a*S + b)*S + k)*S + j)*S + s]*M3[(l*S + i)*S + r] + K5[(((a*S + b)*S + k)*S + l)*S + i]*M3[(j*S + r)*S + s] + K5[(((a*S + b)*S + k)*S + l)*S + j]*M3[(i*S + r)*S + s] + K5[(((a*S + b)*S + k)*S + l)*S + r]*M3[(i*S + j)*S + s] + K5[(((a*S + b)*S + k)*S + l)*S + s]*M3[(i*S + j)*S + r] + K5[(((a*S + b)*S + k)*S + r)*S + s]*M3[(l*S + i)*S + j] + K5[(((a*S + k)*S + i)*S + j)*S + r]*M3[(l*S + b)*S + s] + K5[(((a*S + k)*S + i)*S + j)*S + s]*M3[(l*S + b)*S + r] + K5[(((a*S + k)*S + i)*S + r)*S + s]*M3[(l*S + b)*S + j] + K5[(((a*S + k)*S + j)*S + r)*S + s]*M3[(l*S + b)*S + i] + K5[(((a*S + k)*S + l)*S + i)*S + j]*M3[(b*S + r)*S + s] + K5[(((a*S + k)*S + l)*S + i)*S + r]*M3[(b*S + j)*S + s] + K5[(((a*S + k)*S + l)*S + i)*S + s]*M3[(b*S + j)*S + r] + K5[(((a*S + k)*S + l)*S + j)*S + r]*M3[(b*S + i)*S + s] + K5[(((a*S + k)*S + l)*S + j)*S + s]*M3[(b*S + i)*S + r] + K5[(((a*S + k)*S + l)*S + r)*S + s]*M3[(b*S + i)*S + j] + K5[(((b*S + k)*S + i)*S + j)*S + r]*M3[(l*S + a)*S + s] + K5[(((b*S + k)*S + i)*S + j)*S + s]*M3[(l*S + a)*S + r] + K5[(((b*S + k)*S + i)*S + r)*S + s]*M3[(l*S + a)*S + j] + K5[(((b*S + k)*S + j)*S + r)*S + s]*M3[(l*S + a)*S + i] + K5[(((b*S + k)*S + l)*S + i)*S + j]*M3[(a*S + r)*S + s] + K5[(((b*S + k)*S + l)*S + i)*S + r]*M3[(a*S + j)*S + s] + K5[(((b*S + k)*S + l)*S + i)*S + s]*M3[(a*S + j)*S + r] + K5[(((b*S + k)*S + l)*S + j)*S + r]*M3[(a*S + i)*S + s] + K5[(((b*S + k)*S + l)*S + j)*S + s]*M3[(a*S + i)*S + r] + K5[(((b*S + k)*S + l)*S + r)*S + s]*M3[(a*S + i)*S + j] + K5[(((k*S + i)*S + j)*S + r)*S + s]*M3[(l*S + a)*S + b] + K5[(((k*S + l)*S + i)*S + j)*S + r]*M3[(a*S + b)*S + s] + K5[(((k*S + l)*S + i)*S + j)*S + s]*M3[(a*S + b)*S + r] + K5[(((k*S + l)*S + i)*S + r)*S + s]*M3[(a*S + b)*S + j] + K5[(((k*S + l)*S + j)*S + r)*S + s]*M3[(a*S + b)*S + i] + K6[((((a*K + b)*S + k)*S + i)*S + j)*S + r]*M2[l*S + s] + K6[((((a*K + b)*S + k)*S + i)*S + j)*S + s]*M2[l*S + r] + K6[((((a*K + b)*S + k)*S + i)*S + r)*S + s]*M2[l*S + j] + K6[((((a*K + b)*S + k)*S + j)*S + r)*S + s]*M2[l*S + i] + K6[((((a*K + b)*S + k)*S + l)*S + i)*S + j]*M2[r*S + s] + K6[((((a*K + b)*S + k)*S + l)*S + i)*S + r]*M2[j*S + s] + K6[((((a*K + b)*S + k)*S + l)*S + i)*S + s]*M2[j*S + r] + K6[((((a*K + b)*S + k)*S + l)*S + j)*S + r]*M2[i*S + s] + K6[((((a*K + b)*S + k)*S + l)*S + j)*S + s]*M2[i*S + r] + K6[((((a*K + b)*S + k)*S + l)*S + r)*S + s]*M2[i*S + j] + K6[((((a*K + k)*S + i)*S + j)*S + r)*S + s]*M2[l*S + b] + K6[((((a*K + k)*S + l)*S + i)*S + j)*S + r]*M2[b*S + s] + K6[((((a*K + k)*S + l)*S + i)*S + j)*S + s]*M2[b*S + r] + K6[((((a*K + k)*S + l)*S + i)*S + r)*S + s]*M2[b*S + j] + K6[((((a*K + k)*S + l)*S + j)*S + r)*S + s]*M2[b*S + i] + K6[((((b*K + k)*S + i)*S + j)*S + r)*S + s]*M2[l*S + a] + K6[((((b*K + k)*S + l)*S + i)*S + j)*S + r]*M2[a*S + s] + K6[((((b*K + k)*S + l)*S + i)*S + j)*S + s]*M2[a*S + r] + K6[((((b*K + k)*S + l)*S + i)*S + r)*S + s]*M2[a*S + j] + K6[((((b*K + k)*S + l)*S + j)*S + r)*S + s]*M2[a*S + i] + K6[((((k*K + l)*S + i)*S + j)*S + r)*S + s]*M2[a*S + b] + K7[(((((a*K + b)*K + k)*S + i)*S + j)*S + r)*S + s]*mc[l] + K7[(((((a*K + b)*K + k)*S + l)*S + i)*S + j)*S + r]*mc[s] + K7[(((((a*K + b)*K + k)*S + l)*S + i)*S + j)*S + s]*mc[r] + K7[(((((a*K + b)*K + k)*S + l)*S + i)*S + r)*S + s]*mc[j] + K7[(((((a*K + b)*K + k)*S + l)*S + j)*S + r)*S + s]*mc[i] + K7[(((((a*K + k)*K + l)*S + i)*S + j)*S + r)*S + s]*mc[b] + K7[(((((b*K + k)*K + l)*S + i)*S + j)*S + r)*S + s]*mc[a] + K8[((((((a*K + b)*K + k)*K + l)*S + i)*S + j)*S + r)*S + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    for (int k = 0; k < l + 1; ++k) {
                                        M8[((((((l*K + k)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                for (int k = 0; k < a + 1; ++k) {
                                    for (int l = 0; l < a + 1; ++l) {
                                        M8[((((((a*K + l)*K + k)*K + b)*S + i)*S + j)*S + r)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        M8[((((((k*K + a)*K + l)*K + b)*S + i)*S + j)*S + r)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int b = 0; b < K; ++b) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            for (int k = 0; k < b + 1; ++k) {
                                for (int l = 0; l < b + 1; ++l) {
                                    for (int a = 0; a < b + 1; ++a) {
                                        M8[((((((b*K + l)*K + a)*K + k)*S + i)*S + j)*S + r)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        M8[((((((k*K + b)*K + a)*K + l)*S + i)*S + j)*S + r)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        M8[((((((k*K + l)*K + b)*K + a)*S + i)*S + j)*S + r)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    for (int i = 0; i < j + 1; ++i) {
                                        M8[((((((k*K + l)*K + a)*K + b)*S + j)*S + i)*S + r)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int r = 0; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                for (int i = 0; i < r + 1; ++i) {
                                    for (int j = 0; j < r + 1; ++j) {
                                        M8[((((((k*K + l)*K + a)*K + b)*S + r)*S + j)*S + i)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + r)*S + j)*S + s] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
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
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        for (int s = 0; s < S; ++s) {
                            for (int i = 0; i < s + 1; ++i) {
                                for (int j = 0; j < s + 1; ++j) {
                                    for (int r = 0; r < s + 1; ++r) {
                                        M8[((((((k*K + l)*K + a)*K + b)*S + s)*S + j)*S + r)*S + i] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + s)*S + r)*S + j] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                        M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + s)*S + r] = M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s];
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        /* mS: mean of sum_s a_k^s a_l^s */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                mS[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*K + l]*M2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4[((k*K + l)*S + i)*S + j]*M4[((k*S + l)*S + i)*S + j]);
                    }
                }
                mS[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
        /* r17: asin(C2[k, i, j, r]*r5[k, i, j]*r5[k, i, r]) */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = 0; r < S; ++r) {
                        r17[((k*S + i)*S + j)*S + r] = asin(C2[((k*S + i)*S + j)*S + r]*r5[(k*S + i)*S + j]*r5[(k*S + i)*S + r]);
                    }
                }
            }
        }
    }
    /* ZZ: covariance of sum_s a_k^s z_i^s and sum_s a_l^s z_j^s in one step */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int l = 0; l < K; ++l) {
                for (int j = 0; j < S; ++j) {
                    ZZ[((k*S + i)*K + l)*S + j] = -A[k*S + i]*A[l*S + j];
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int l = 0; l < K; ++l) {
                for (int j = 0; j < S; ++j) {
                    double sum1 = 0.0;
                    for (int r = 0; r < S; ++r) {
                        for (int s = 0; s < S; ++s) {
                            sum1 += (I3[(k*S + i)*S + r]*I3[(l*S + j)*S + s]*M4[((k*S + l)*S + r)*S + s]);
                        }
                    }
                    ZZ[((k*S + i)*K + l)*S + j] += (params->eta_J*params->eta_J) * sum1;
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    for (int j = 0; j < S; ++j) {
                        ZZ[((k*S + i)*K + l)*S + j] += (params->eta_J*params->eta_J)*(params->noise*params->noise)*I_g1g1xx[((k*K + l)*S + i)*S + j]*M2[k*S + l]/params->V;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    for (int j = 0; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            for (int s = 0; s < S; ++s) {
                                sum2 += ((0.63661977236758138*(0.63661977236758138*C2[((k*S + l)*S + i)*S + j]*r17[((k*S + l)*S + r)*S + s] + 0.63661977236758138*C2[((k*S + l)*S + i)*S + r]*C3[(((k*K + l)*S + r)*S + j)*S + s]*r5[(k*S + l)*S + r]*r6[((k*K + l)*S + r)*S + s] + 0.63661977236758138*C2[((k*S + l)*S + i)*S + s]*C3[(((k*K + l)*S + s)*S + j)*S + r]*r5[(k*S + l)*S + s]*r6[((k*K + l)*S + s)*S + r])*r0[k]*r3[k*S + l] - I3[(k*S + i)*S + r]*I3[(l*S + j)*S + s])*M4[((k*S + l)*S + r)*S + s]);
                            }
                        }
                        ZZ[((k*S + i)*K + l)*S + j] += (params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
    }
    /* ZY: covariance of sum_s a_k^s z_i^s and N times the change of w0_l in one step */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int l = 0; l < K; ++l) {
                ZY[(k*S + i)*K + l] = -A[k*S + i]*dw0[l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int l = 0; l < K; ++l) {
                double sum1 = 0.0;
                for (int j = 0; j < S; ++j) {
                    for (int r = 0; r < S; ++r) {
                        sum1 += (I2[l*S + r]*I3[(k*S + i)*S + j]*M3[(k*S + j)*S + r]);
                    }
                }
                ZY[(k*S + i)*K + l] += params->eta_0*params->eta_J * sum1;
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    ZY[(k*S + i)*K + l] += params->eta_0*params->eta_J*(params->noise*params->noise)*I3[(k*S + i)*S + l]*mc[k]/params->V;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        for (int r = 0; r < S; ++r) {
                            sum2 += ((0.79788456080286541*(0.50794908747392775*C1[(k*S + i)*S + j]*r17[((k*S + j)*S + l)*S + r]*r3[k*S + j] + 0.50794908747392775*C1[(k*S + i)*S + l]*r17[((k*S + l)*S + j)*S + r]*r3[k*S + l] + 0.50794908747392775*C1[(k*S + i)*S + r]*r17[((k*S + r)*S + l)*S + j]*r3[k*S + r])*r0[k] - I2[l*S + r]*I3[(k*S + i)*S + j])*M3[(k*S + j)*S + r]);
                        }
                    }
                    ZY[(k*S + i)*K + l] += params->eta_0*params->eta_J/params->V * sum2;
                }
            }
        }
    }
    /* Dww: covariance of N times the change of w0_k and N times the change of w0_l in one step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            Dww[k*K + l] = -dw0[k]*dw0[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    sum1 += (I2[k*S + i]*I2[l*S + j]*M2[i*S + j]);
                }
            }
            Dww[k*K + l] += (params->eta_0*params->eta_0) * sum1;
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                Dww[k*K + l] += (params->eta_0*params->eta_0)*(params->noise*params->noise)*I2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        sum2 += ((-I2[k*S + i]*I2[l*S + j] + I_g0g0g0g0[((k*S + l)*S + i)*S + j])*M2[i*S + j]);
                    }
                }
                Dww[k*K + l] += (params->eta_0*params->eta_0)/params->V * sum2;
            }
        }
        /* r18: 1/sqrt(C4[k, l, a, i, j, j] + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            r18[(((k*K + l)*K + a)*S + i)*S + j] = (1.0 / sqrt(C4[((((k*K + l)*K + a)*S + i)*S + j)*S + j] + 1.0));
                        }
                    }
                }
            }
        }
        /* r19: asin(C4[k, l, a, i, j, r]*r18[k, l, a, i, j]*r18[k, l, a, i, r]) */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = 0; r < S; ++r) {
                                r19[((((k*K + l)*K + a)*S + i)*S + j)*S + r] = asin(C4[((((k*K + l)*K + a)*S + i)*S + j)*S + r]*r18[(((k*K + l)*K + a)*S + i)*S + j]*r18[(((k*K + l)*K + a)*S + i)*S + r]);
                            }
                        }
                    }
                }
            }
        }
        /* ZS: covariance of sum_s a_k^s z_i^s and sum_s a_l^s a_a^s in one step */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        ZS[((k*S + i)*K + l)*K + a] = -A[k*S + i]*mS[l*K + a];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int r = 0; r < S; ++r) {
                                for (int s = 0; s < S; ++s) {
                                    sum2 += ((-0.50794908747392775*(0.50794908747392775*C3[(((a*K + k)*S + l)*S + i)*S + j]*r19[((((a*K + k)*K + l)*S + j)*S + r)*S + s]*r6[((a*K + k)*S + l)*S + j] + 0.50794908747392775*C3[(((a*K + k)*S + l)*S + i)*S + r]*r19[((((a*K + k)*K + l)*S + r)*S + j)*S + s]*r6[((a*K + k)*S + l)*S + r] + 0.50794908747392775*C3[(((a*K + k)*S + l)*S + i)*S + s]*r19[((((a*K + k)*K + l)*S + s)*S + j)*S + r]*r6[((a*K + k)*S + l)*S + s])*r0[a]*r3[a*S + k]*r5[(a*S + k)*S + l] + I3[(k*S + i)*S + j]*I4[((l*K + a)*S + r)*S + s])*M6[((((k*K + a)*S + l)*S + j)*S + r)*S + s]);
                                }
                            }
                        }
                        ZS[((k*S + i)*K + l)*K + a] += (params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int r = 0; r < S; ++r) {
                                for (int s = 0; s < S; ++s) {
                                    sum2 += (I3[(k*S + i)*S + j]*I4[((l*K + a)*S + r)*S + s]*M6[((((k*K + a)*S + l)*S + j)*S + r)*S + s]);
                                }
                            }
                        }
                        ZS[((k*S + i)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            sum2 += ((-1.2158542037080533*C3[(((a*K + k)*S + l)*S + i)*S + j]*r0[a]*r3[a*S + k]*r5[(a*S + k)*S + l]*r6[((a*K + k)*S + l)*S + j] + I3[(k*S + i)*S + j]*J2[l*K + a])*M4[((k*S + l)*S + a)*S + j]);
                        }
                        ZS[((k*S + i)*K + l)*K + a] += (params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            sum2 += (I3[(k*S + i)*S + j]*M4[((k*S + l)*S + a)*S + j]);
                        }
                        ZS[((k*S + i)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[l*K + a]/params->V * sum2;
                    }
                }
            }
        }
        /* YS: covariance of N times the change of w0_k and sum_s a_l^s a_a^s in one step */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    YS[(k*K + l)*K + a] = -dw0[k]*mS[l*K + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    double sum2 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = 0; r < S; ++r) {
                                sum2 += ((I2[k*S + i]*I4[((l*K + a)*S + j)*S + r] - I_g1g1g0g0g0g0[((((l*K + a)*S + k)*S + i)*S + j)*S + r])*M5[(((a*S + l)*S + i)*S + j)*S + r]);
                            }
                        }
                    }
                    YS[(k*K + l)*K + a] += params->eta_0*(params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    double sum2 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = 0; r < S; ++r) {
                                sum2 += (I2[k*S + i]*I4[((l*K + a)*S + j)*S + r]*M5[(((a*S + l)*S + i)*S + j)*S + r]);
                            }
                        }
                    }
                    YS[(k*K + l)*K + a] += -params->eta_0*(params->eta_J*params->eta_J)/params->V * sum2;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    double sum2 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        sum2 += ((I2[k*S + i]*J2[l*K + a] - 3.0*I4[((l*K + a)*S + k)*S + i])*M3[(l*S + a)*S + i]);
                    }
                    YS[(k*K + l)*K + a] += params->eta_0*(params->eta_J*params->eta_J)*(params->noise*params->noise)/(params->V*params->V) * sum2;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    double sum2 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        sum2 += (I2[k*S + i]*M3[(l*S + a)*S + i]);
                    }
                    YS[(k*K + l)*K + a] += -params->eta_0*(params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[l*K + a]/params->V * sum2;
                }
            }
        }
        /* SS: covariance of sum_s a_k^s a_l^s and sum_s a_a^s a_b^s in one step */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        SS[((k*K + l)*K + a)*K + b] = -mS[a*K + b]*mS[k*K + l] + (params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise*params->noise*params->noise)*J2[a*K + b]*J2[k*K + l]*M4[((k*S + l)*S + a)*S + b]/(params->V*params->V) + 3.0*(params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise*params->noise*params->noise)*I_g1g1g1g1[((k*K + l)*K + a)*K + b]*M4[((k*S + l)*S + a)*S + b]/(params->V*params->V*params->V) - (params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise*params->noise*params->noise)*J2[a*K + b]*J2[k*K + l]*M4[((k*S + l)*S + a)*S + b]/(params->V*params->V*params->V);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = 0; r < S; ++r) {
                                    for (int s = 0; s < S; ++s) {
                                        sum2 += (j > i ? 2.0 : 1.0) * ((-I4[((a*K + b)*S + r)*S + s]*I4[((k*K + l)*S + i)*S + j] + I_g1g1g1g1g0g0g0g0[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s])*M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s]);
                                    }
                                }
                            }
                        }
                        SS[((k*K + l)*K + a)*K + b] += (params->eta_J*params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = 0; r < S; ++r) {
                                    for (int s = 0; s < S; ++s) {
                                        sum2 += (j > i ? 2.0 : 1.0) * (I4[((a*K + b)*S + r)*S + s]*I4[((k*K + l)*S + i)*S + j]*M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s]);
                                    }
                                }
                            }
                        }
                        SS[((k*K + l)*K + a)*K + b] += (params->eta_J*params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                sum2 += (j > i ? 2.0 : 1.0) * ((1.5480736527935754*asin(C4[((((a*K + b)*K + k)*S + l)*S + i)*S + j]*r18[(((a*K + b)*K + k)*S + l)*S + i]*r18[(((a*K + b)*K + k)*S + l)*S + j])*r0[a]*r3[a*S + b]*r5[(a*S + b)*S + k]*r6[((a*K + b)*S + k)*S + l] - I4[((a*K + b)*S + i)*S + j]*J2[k*K + l] - I4[((k*K + l)*S + i)*S + j]*J2[a*K + b])*M6[((((a*K + b)*S + k)*S + l)*S + i)*S + j]);
                            }
                        }
                        SS[((k*K + l)*K + a)*K + b] += (params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)/(params->V*params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                sum2 += (j > i ? 2.0 : 1.0) * ((I4[((a*K + b)*S + i)*S + j]*J2[k*K + l] + I4[((k*K + l)*S + i)*S + j]*J2[a*K + b])*M6[((((a*K + b)*S + k)*S + l)*S + i)*S + j]);
                            }
                        }
                        SS[((k*K + l)*K + a)*K + b] += (params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
    }
    /* DRR: covariance of N dR_kn and N dR_lm in one step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                for (int m = 0; m < M; ++m) {
                    DRR[((k*M + n)*K + l)*M + m] = ZZ[((k*S + K + n)*K + l)*S + K + m];
                }
            }
        }
    }
    /* DRQ: covariance of N dR_kn and N dQ_la in one step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    DRQ[((k*M + n)*K + l)*K + a] = ZZ[((k*S + K + n)*K + a)*S + l] + ZZ[((k*S + K + n)*K + l)*S + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        DRQ[((k*M + n)*K + l)*K + a] += ZS[((k*S + K + n)*K + l)*K + a];
                    }
                }
            }
        }
    }
    /* DRw: covariance of N dR_kn and N dw0_l in one step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                DRw[(k*M + n)*K + l] = ZY[(k*S + K + n)*K + l];
            }
        }
    }
    /* DQQ: covariance of N dQ_kl and N dQ_ab in one step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < K; ++a) {
                for (int b = 0; b < K; ++b) {
                    DQQ[((k*K + l)*K + a)*K + b] = ZZ[((k*S + l)*K + a)*S + b] + ZZ[((k*S + l)*K + b)*S + a] + ZZ[((l*S + k)*K + a)*S + b] + ZZ[((l*S + k)*K + b)*S + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        DQQ[((k*K + l)*K + a)*K + b] += SS[((k*K + l)*K + a)*K + b] + ZS[((a*S + b)*K + k)*K + l] + ZS[((b*S + a)*K + k)*K + l] + ZS[((k*S + l)*K + a)*K + b] + ZS[((l*S + k)*K + a)*K + b];
                    }
                }
            }
        }
    }
    /* DQw: covariance of N dQ_kl and N dw0_a in one step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < K; ++a) {
                DQw[(k*K + l)*K + a] = ZY[(k*S + l)*K + a] + ZY[(l*S + k)*K + a];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    DQw[(k*K + l)*K + a] += YS[(a*K + k)*K + l];
                }
            }
        }
    }
}

int fo_anil_fluctuations_diffusion(int K, int M, const fo_anil_fluctuations_params *params, const double *state, double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *work)
{
    const size_t S = (size_t)K + (size_t)M;
    const int status = fo_anil_fluctuations_checked(K, M, params);

    (void)S;
    if (status != FO_ANIL_FLUCTUATIONS_OK) {
        return status;
    }
    if (!fo_anil_fluctuations_counted(fo_anil_fluctuations_diffusion_work(K, M, params)) || !fo_anil_fluctuations_counted(1.0*K*M*K*M) || !fo_anil_fluctuations_counted(1.0*K*M*K*K) || !fo_anil_fluctuations_counted(1.0*K*M*K) || !fo_anil_fluctuations_counted(1.0*K*K*K*K) || !fo_anil_fluctuations_counted(1.0*K*K*K) || !fo_anil_fluctuations_counted(1.0*K*K)) {
        return FO_ANIL_FLUCTUATIONS_TOO_LARGE;
    }
    if (isfinite(params->P) && !(params->nodes && params->weights && params->n_nodes > 0) && (params->n_nodes != 0 || fo_anil_fluctuations_needs_rule(K, M, params, state))) {
        return FO_ANIL_FLUCTUATIONS_NODES;
    }
    if (!fo_anil_fluctuations_all_finite(fo_anil_fluctuations_state_size(K, M), state)) {
        return FO_ANIL_FLUCTUATIONS_NONFINITE;
    }
    fo_anil_fluctuations_diffusion_arrays(K, M, params, state, DRR, DRQ, DRw, DQQ, DQw, Dww, work);
    return fo_anil_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K*(size_t)M, DRR) && fo_anil_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K*(size_t)K, DRQ) && fo_anil_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K, DRw) && fo_anil_fluctuations_all_finite((size_t)K*(size_t)K*(size_t)K*(size_t)K, DQQ) && fo_anil_fluctuations_all_finite((size_t)K*(size_t)K*(size_t)K, DQw) && fo_anil_fluctuations_all_finite((size_t)K*(size_t)K, Dww) ? FO_ANIL_FLUCTUATIONS_OK : FO_ANIL_FLUCTUATIONS_DOMAIN;
}

/* How many doubles of work tangent needs; counted in double, which cannot wrap. */
static double fo_anil_fluctuations_tangent_work(int K, int M, const fo_anil_fluctuations_params *params)
{
    const double S = (double)K + M;
    const double higher = params->first_order ? 0.0 : 1.0;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*K*S*S + 1.0*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K + 1.0*K;
    size += 1.0*K*M + 1.0*K*M + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S*S + 1.0*S;
    size += 1.0*K*S*S + 1.0*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M;
    size += 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*K*S;
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        size += 1.0*M*n_quartic + 1.0*n_quartic*M*S*S + 1.0*S*n_square + 1.0*n_square*S*S*S + 1.0*n_square*M*S*n_square + 1.0*n_square*n_square*M*S*S*S + 1.0*n_quartic*M*K*n_square + 1.0*n_quartic*M*K*K*n_square;
        size += 1.0*M*K*K*K + 1.0*n_square*n_square*M*M*K*n_square + 1.0*n_square*n_square*M*M*K*K*n_square + 1.0*M*M*K*K*K + 1.0*n_quartic*M*K + 1.0*M*K*K + 1.0*n_square*n_square*M*S*S + 1.0*M*M*K*K;
        size += 1.0*M*K*K*M + 1.0*M*K*K*K + 1.0*n_square*S*S + 1.0*M*K*M + 1.0*M*K*K + 1.0*K*K*M + 1.0*K*K*K + 1.0*M*K*K*K*K;
        size += 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*S*S + 1.0;
        size += 1.0 + 1.0 + 1.0*K*K*K*K + 1.0*K*K*K + 1.0*K*K*K*S + 1.0*K*K*K*K + 1.0*S + 1.0*S;
        size += 1.0 + 1.0 + 1.0*S + 1.0 + 1.0*S + 1.0 + 1.0*S + 1.0;
        size += 1.0*M*n_quartic + 1.0*n_quartic*M*S*S + 1.0*S*n_square + 1.0*n_square*S*S*S + 1.0*n_square*M*S*n_square + 1.0*n_square*n_square*M*S*S*S + 1.0*n_quartic*M*K*n_square + 1.0*n_quartic*M*K*K*n_square;
        size += 1.0*M*K*K*K + 1.0*n_square*n_square*M*M*K*n_square + 1.0*n_square*n_square*M*M*K*K*n_square + 1.0*M*M*K*K*K + 1.0*n_quartic*M*K + 1.0*M*K*K + 1.0*n_square*n_square*M*S*S + 1.0*M*M*K*K;
        size += 1.0*M*K*K*M + 1.0*M*K*K*K + 1.0*n_square*S*S + 1.0*M*K*M + 1.0*M*K*K + 1.0*K*K*M + 1.0*K*K*K + 1.0*M*K*K*K*K;
        size += 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*S*S + 1.0*K*K*K*K;
        size += 1.0*K*K*K + 1.0*K*K*K*S + 1.0*K*K*K*K + 1.0*S + 1.0*S + 1.0 + 1.0 + 1.0*S;
        size += 1.0 + 1.0*S + 1.0 + 1.0*S + 1.0;
    }
    if (isfinite(params->P)) {
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S*M + 1.0*S;
        size += 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K;
        size += 1.0*S*S + 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*K + 1.0*S*S;
    }
    if (isfinite(params->V)) {
        size += 1.0*K*K*S + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*M;
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        size += 1.0*S*S + 1.0 + 1.0 + 1.0 + 1.0 + 1.0*K*K*S + 1.0*K*K*S*S + 1.0*K*K*S*S;
        size += 1.0*S*S + 1.0*K*K*S + 1.0*K*K*S*S + 1.0*K*K*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void fo_anil_fluctuations_tangent_arrays(int K, int M, const fo_anil_fluctuations_params *params, const double *FO_ANIL_FLUCTUATIONS_RESTRICT state,
                                 size_t count, const double *directions, double *results, double *FO_ANIL_FLUCTUATIONS_RESTRICT work)
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
    const double *known_task = params->known_task;
    const double higher = params->first_order ? 0.0 : 1.0;
    const size_t with_P_V_higher = isfinite(params->P) && isfinite(params->V) && higher > 0.0 ? 1 : 0;
    const size_t with_P = isfinite(params->P) ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    const size_t with_P_V = isfinite(params->P) && isfinite(params->V) ? 1 : 0;
    const int n_nodes = params->n_nodes;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)S;
    double *I2 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *r6 = I2 + (size_t)S*(size_t)S;
    double *I3 = r6 + (size_t)K*(size_t)S;
    double *h = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *base = H_next + (size_t)K*(size_t)M;
    double *L = base + (size_t)S;
    double *mc = L + (size_t)S*(size_t)M;
    double *G = mc + (size_t)S;
    double *tC = G + (size_t)S*(size_t)S;
    double *tr0 = tC + (size_t)S*(size_t)S;
    double *tC1 = tr0 + (size_t)S;
    double *tI2 = tC1 + (size_t)K*(size_t)S*(size_t)S;
    double *tr6 = tI2 + (size_t)S*(size_t)S;
    double *tI3 = tr6 + (size_t)K*(size_t)S;
    double *th = tI3 + (size_t)K*(size_t)S*(size_t)S;
    double *th_next = th + (size_t)K;
    double *tH = th_next + (size_t)K;
    double *tH_next = tH + (size_t)K*(size_t)M;
    double *tbase = tH_next + (size_t)K*(size_t)M;
    double *tL = tbase + (size_t)S;
    double *tmc = tL + (size_t)S*(size_t)M;
    double *tG = tmc + (size_t)S;
    double *tA = tG + (size_t)S*(size_t)S;
    double *r1 = tA + (size_t)K*(size_t)S;
    double *Cq = r1 + with_P_V_higher*(size_t)M*(size_t)n_quartic;
    double *r2 = Cq + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)S*(size_t)S;
    double *Cs1 = r2 + with_P_V_higher*(size_t)S*(size_t)n_square;
    double *r3 = Cs1 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S*(size_t)S;
    double *Cs2 = r3 + with_P_V_higher*(size_t)n_square*(size_t)M*(size_t)S*(size_t)n_square;
    double *r9 = Cs2 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S*(size_t)S;
    double *r10 = r9 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)n_square;
    double *I_qhg0g0_blll = r10 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *r11 = I_qhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *r12 = r11 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)n_square;
    double *I_hhhg0g0_bblll = r12 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *r13 = I_hhhg0g0_bblll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *I_qg0g0_bll = r13 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K;
    double *r14 = I_qg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *I_hhg0g0_bbll = r14 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S;
    double *I_hhg0g0_bllb = I_hhg0g0_bbll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *I_hhg0g0_blll = I_hhg0g0_bllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)M;
    double *r15 = I_hhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *I_hg0g0_blb = r15 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S;
    double *I_hg0g0_bll = I_hg0g0_blb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)M;
    double *I_hg0g0_llb = I_hg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
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
    double *B22 = p42 + with_P_V_higher*(size_t)1;
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
    double *tr1 = q4 + with_P_V_higher*(size_t)1;
    double *tCq = tr1 + with_P_V_higher*(size_t)M*(size_t)n_quartic;
    double *tr2 = tCq + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)S*(size_t)S;
    double *tCs1 = tr2 + with_P_V_higher*(size_t)S*(size_t)n_square;
    double *tr3 = tCs1 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S*(size_t)S;
    double *tCs2 = tr3 + with_P_V_higher*(size_t)n_square*(size_t)M*(size_t)S*(size_t)n_square;
    double *tr9 = tCs2 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S*(size_t)S;
    double *tr10 = tr9 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)n_square;
    double *tI_qhg0g0_blll = tr10 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *tr11 = tI_qhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *tr12 = tr11 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)n_square;
    double *tI_hhhg0g0_bblll = tr12 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *tr13 = tI_hhhg0g0_bblll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *tI_qg0g0_bll = tr13 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K;
    double *tr14 = tI_qg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *tI_hhg0g0_bbll = tr14 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S;
    double *tI_hhg0g0_bllb = tI_hhg0g0_bbll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *tI_hhg0g0_blll = tI_hhg0g0_bllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)M;
    double *tr15 = tI_hhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *tI_hg0g0_blb = tr15 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S;
    double *tI_hg0g0_bll = tI_hg0g0_blb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)M;
    double *tI_hg0g0_llb = tI_hg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *tI_hg0g0_lll = tI_hg0g0_llb + with_P_V_higher*(size_t)K*(size_t)K*(size_t)M;
    double *tI_qg0g0g0g0_bllll = tI_hg0g0_lll + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K;
    double *tI_hhg0g0g0g0_bbllll = tI_qg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *tI_hg0g0g0g0_blllb = tI_hhg0g0g0g0_bbllll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *tI_hg0g0g0g0_bllll = tI_hg0g0g0g0_blllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *tI_ssg0g0g0g0_bbllll = tI_hg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *tI_sg0g0g0g0_blllb = tI_ssg0g0g0g0_bbllll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *tI_sg0g0g0g0_bllll = tI_sg0g0g0g0_blllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *tF = tI_sg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *tB22 = tF + with_P_V_higher*(size_t)S*(size_t)S;
    double *tB3 = tB22 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *tB3x = tB3 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K;
    double *tB4 = tB3x + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)S;
    double *tzn = tB4 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *tg0n = tzn + with_P_V_higher*(size_t)S;
    double *tmr = tg0n + with_P_V_higher*(size_t)S;
    double *tGr = tmr + with_P_V_higher*(size_t)1;
    double *tXr = tGr + with_P_V_higher*(size_t)1;
    double *tGd = tXr + with_P_V_higher*(size_t)S;
    double *tXd = tGd + with_P_V_higher*(size_t)1;
    double *tq3 = tXd + with_P_V_higher*(size_t)S;
    double *tq3x = tq3 + with_P_V_higher*(size_t)1;
    double *tq4 = tq3x + with_P_V_higher*(size_t)S;
    double *r4 = tq4 + with_P_V_higher*(size_t)1;
    double *r5 = r4 + with_P*(size_t)S*(size_t)n_fine;
    double *I_eg0g0_fff = r5 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *r8 = I_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *I_g0g0g0g0 = r8 + with_P*(size_t)S*(size_t)S;
    double *base0 = I_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *L0 = base0 + with_P*(size_t)S;
    double *base1 = L0 + with_P*(size_t)S*(size_t)M;
    double *L1 = base1 + with_P*(size_t)S;
    double *mc0 = L1 + with_P*(size_t)S*(size_t)M;
    double *G0 = mc0 + with_P*(size_t)S;
    double *mc1 = G0 + with_P*(size_t)S*(size_t)S;
    double *G1 = mc1 + with_P*(size_t)S;
    double *p21 = G1 + with_P*(size_t)S*(size_t)S;
    double *p22 = p21 + with_P*(size_t)1;
    double *B2 = p22 + with_P*(size_t)1;
    double *P2 = B2 + with_P*(size_t)K*(size_t)K;
    double *tr4 = P2 + with_P*(size_t)S*(size_t)S;
    double *tr5 = tr4 + with_P*(size_t)S*(size_t)n_fine;
    double *tI_eg0g0_fff = tr5 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *tr8 = tI_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *tI_g0g0g0g0 = tr8 + with_P*(size_t)S*(size_t)S;
    double *tbase0 = tI_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *tbase1 = tbase0 + with_P*(size_t)S;
    double *tL1 = tbase1 + with_P*(size_t)S;
    double *tmc0 = tL1 + with_P*(size_t)S*(size_t)M;
    double *tG0 = tmc0 + with_P*(size_t)S;
    double *tmc1 = tG0 + with_P*(size_t)S*(size_t)S;
    double *tG1 = tmc1 + with_P*(size_t)S;
    double *tB2 = tG1 + with_P*(size_t)S*(size_t)S;
    double *tP2 = tB2 + with_P*(size_t)K*(size_t)K;
    double *r7 = tP2 + with_P*(size_t)S*(size_t)S;
    double *I4 = r7 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *tr7 = J2 + with_V*(size_t)K*(size_t)K;
    double *tI4 = tr7 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *tJ2 = tI4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *tE = tJ2 + with_V*(size_t)K*(size_t)K;
    double *kappa = tE + with_V*(size_t)K*(size_t)K;
    double *GX1 = kappa + with_V_kurtosis*(size_t)M;
    double *p32 = GX1 + with_P_V*(size_t)S*(size_t)S;
    double *p33 = p32 + with_P_V*(size_t)1;
    double *p43 = p33 + with_P_V*(size_t)1;
    double *p44 = p43 + with_P_V*(size_t)1;
    double *B2x = p44 + with_P_V*(size_t)1;
    double *B2xx = B2x + with_P_V*(size_t)K*(size_t)K*(size_t)S;
    double *P4 = B2xx + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *tGX1 = P4 + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *tB2x = tGX1 + with_P_V*(size_t)S*(size_t)S;
    double *tB2xx = tB2x + with_P_V*(size_t)K*(size_t)K*(size_t)S;
    double *tP4 = tB2xx + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;

    (void)w0;
    (void)with_P_V_higher;
    (void)with_P;
    (void)with_V;
    (void)with_V_kurtosis;
    (void)with_P_V;
    (void)kurtosis;
    (void)known_task;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[fo_anil_fluctuations_packed(K, k, l)];
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
        /* I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    double sum2 = 0.0;
                    for (int x = 0; x < n_fine; ++x) {
                        sum2 += (asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r])*r5[(i*S + j)*n_fine + x]*r5[(i*S + r)*n_fine + x])*fine_weight[x]*r4[i*n_fine + x]);
                    }
                    I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum2;
                    I_eg0g0_fff[(i*S + r)*S + j] = I_eg0g0_fff[(i*S + j)*S + r];
                }
            }
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = 0.63661977236758138*asin(C[i*S + j]*r0[i]*r0[j]);
            I2[j*S + i] = I2[i*S + j];
        }
    }
    /* r6: 1/sqrt(C1[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r6[k*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] + 1.0));
        }
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3[(k*S + i)*S + j] = 0.63661977236758138*C1[(k*S + i)*S + j]*r0[k]*r6[k*S + j];
            }
        }
    }
    if (isfinite(params->V)) {
        /* r7: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r6[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r7[(k*K + l)*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r6[k*S + l]*r6[k*S + l]) + 1.0));
                }
            }
        }
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4[((k*K + l)*S + i)*S + j] = 0.4052847345693511*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r6[k*S + l]*r6[k*S + l]))*r7[(k*K + l)*S + i]*r7[(k*K + l)*S + j])*r0[k]*r6[k*S + l];
                        I4[((l*K + k)*S + i)*S + j] = I4[((k*K + l)*S + i)*S + j];
                        I4[((k*K + l)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                        I4[((l*K + k)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
        /* r8: asin(C[i, j]*r0[i]*r0[j]) */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r8[i*S + j] = asin(C[i*S + j]*r0[i]*r0[j]);
            }
        }
        /* I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                for (int r = j + 1; r < S; ++r) {
                    for (int s = r + 1; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = fo_anil_fluctuations_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
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
                    I_g0g0g0g0[((i*S + i)*S + j)*S + r] = I_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*r8[j*S + r];
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
    if (isfinite(params->V)) {
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*(1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))*r0[k];
                J2[l*K + k] = J2[k*K + l];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* r9: 1/sqrt(Cq[g, n, k, k]*square[c] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int c = 0; c < n_square; ++c) {
                        r9[((g*M + n)*K + k)*n_square + c] = (1.0 / sqrt(Cq[((g*M + n)*S + k)*S + k]*square[c] + 1.0));
                    }
                }
            }
        }
        /* r10: 1/sqrt(-Cq[g, n, k, l]**2*r9[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int c = 0; c < n_square; ++c) {
                            r10[(((g*M + n)*K + k)*K + l)*n_square + c] = (1.0 / sqrt(-(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*(r9[((g*M + n)*K + k)*n_square + c]*r9[((g*M + n)*K + k)*n_square + c])*square[c] + Cq[((g*M + n)*S + l)*S + l] + 1.0));
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
                                sum2 += (asin((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r10[(((g*M + n)*K + k)*K + a)*n_square + d]*r10[(((g*M + n)*K + k)*K + l)*n_square + d])*quartic_weight[g]*r1[n*n_quartic + g]*r9[((g*M + n)*K + k)*n_square + d]*square_weight[d]);
                            }
                        }
                        I_qhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                        I_qhg0g0_blll[((n*K + k)*K + a)*K + l] = I_qhg0g0_blll[((n*K + k)*K + l)*K + a];
                    }
                }
            }
        }
        /* r11: 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int k = 0; k < K; ++k) {
                            for (int f = 0; f < n_square; ++f) {
                                r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] = (1.0 / sqrt(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k]*square[f] + 1.0));
                            }
                        }
                    }
                }
            }
        }
        /* r12: 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r11[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int k = 0; k < K; ++k) {
                            for (int l = 0; l < K; ++l) {
                                for (int f = 0; f < n_square; ++f) {
                                    r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] = (1.0 / sqrt(-(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l] + 1.0));
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
                                        sum2 += (asin((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]*square_weight[f]);
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
        /* r13: 1/sqrt(Cq[g, n, k, k] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    r13[(g*M + n)*K + k] = (1.0 / sqrt(Cq[((g*M + n)*S + k)*S + k] + 1.0));
                }
            }
        }
        /* I_qg0g0_bll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int g = 0; g < n_quartic; ++g) {
                        sum2 += (asin(Cq[((g*M + n)*S + k)*S + l]*r13[(g*M + n)*K + k]*r13[(g*M + n)*K + l])*quartic_weight[g]*r1[n*n_quartic + g]);
                    }
                    I_qg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum2;
                    I_qg0g0_bll[(n*K + l)*K + k] = I_qg0g0_bll[(n*K + k)*K + l];
                }
            }
        }
        /* r14: 1/sqrt(Cs2[c, d, n, i, j, j] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            r14[(((c*n_square + d)*M + n)*S + i)*S + j] = (1.0 / sqrt(Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + j] + 1.0));
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
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + l])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
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
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r14[(((c*n_square + d)*M + n)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + k)*S + K + m])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
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
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + l])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                        I_hhg0g0_blll[((n*K + k)*K + a)*K + l] = I_hhg0g0_blll[((n*K + k)*K + l)*K + a];
                    }
                }
            }
        }
        /* r15: 1/sqrt(Cs1[c, i, j, j] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r15[(c*S + i)*S + j] = (1.0 / sqrt(Cs1[((c*S + i)*S + j)*S + j] + 1.0));
                }
            }
        }
        /* I_hg0g0_blb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + K + n)*S + k)*S + K + m]*r15[(c*S + K + n)*S + k]*r15[(c*S + K + n)*S + K + m])*r2[(K + n)*n_square + c]*square_weight[c]);
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
                        sum2 += (asin(Cs1[((c*S + K + n)*S + k)*S + l]*r15[(c*S + K + n)*S + k]*r15[(c*S + K + n)*S + l])*r2[(K + n)*n_square + c]*square_weight[c]);
                    }
                    I_hg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum2;
                    I_hg0g0_bll[(n*K + l)*K + k] = I_hg0g0_bll[(n*K + k)*K + l];
                }
            }
        }
        /* I_hg0g0_llb: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + k)*S + l)*S + K + n]*r15[(c*S + k)*S + l]*r15[(c*S + k)*S + K + n])*r2[k*n_square + c]*square_weight[c]);
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
                        sum2 += (asin(Cs1[((c*S + k)*S + l)*S + a]*r15[(c*S + k)*S + a]*r15[(c*S + k)*S + l])*r2[k*n_square + c]*square_weight[c]);
                    }
                    I_hg0g0_lll[(k*K + l)*K + a] = 0.63661977236758138 * sum2;
                    I_hg0g0_lll[(k*K + a)*K + l] = I_hg0g0_lll[(k*K + l)*K + a];
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
                                sum2 += (fo_anil_fluctuations_joint4(Cq[((g*M + n)*S + k)*S + k], Cq[((g*M + n)*S + k)*S + l], Cq[((g*M + n)*S + k)*S + a], Cq[((g*M + n)*S + k)*S + b], Cq[((g*M + n)*S + l)*S + l], Cq[((g*M + n)*S + l)*S + a], Cq[((g*M + n)*S + l)*S + b], Cq[((g*M + n)*S + a)*S + a], Cq[((g*M + n)*S + a)*S + b], Cq[((g*M + n)*S + b)*S + b])*quartic_weight[g]*r1[n*n_quartic + g]);
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
                                        sum2 += (fo_anil_fluctuations_joint4(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
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
                                sum2 += (fo_anil_fluctuations_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + K + m], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + K + m], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + K + m], Cs1[((c*S + K + n)*S + K + m)*S + K + m])*r2[(K + n)*n_square + c]*square_weight[c]);
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
                                sum2 += (fo_anil_fluctuations_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + b], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + b], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + b], Cs1[((c*S + K + n)*S + b)*S + b])*r2[(K + n)*n_square + c]*square_weight[c]);
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
    for (int step = 0; step < params->inner_steps; ++step) {
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
            H[k*M + m] = 0.0;
        }
    }
    for (int step = 0; step < params->inner_steps; ++step) {
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
    /* base: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
    for (int k = 0; k < K; ++k) {
        base[k] = h[k];
    }
    for (int n = 0; n < M; ++n) {
        base[K + n] = 0.0;
    }
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
    if (isfinite(params->P)) {
        /* base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base0[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base0[K + n] = 0.0;
        }
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
        /* base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
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
    for (int i = 0; i < S; ++i) {
        mc[i] = base[i];
    }
    for (int i = 0; i < S; ++i) {
        double sum1 = 0.0;
        for (int m = 0; m < M; ++m) {
            sum1 += (L[i*M + m]*mean[m]);
        }
        mc[i] += sum1;
    }
    /* G: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G[i*S + j] = mc[i]*mc[j];
            G[j*S + i] = G[i*S + j];
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L[i*M + m]*L[j*M + p]*cov[m*M + p]);
                }
            }
            G[i*S + j] += sum1;
            G[j*S + i] = G[i*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* mc0: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            mc0[i] = base0[i];
        }
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int m = 0; m < M; ++m) {
                sum2 += (L0[i*M + m]*mean[m]);
            }
            mc0[i] += sum2;
        }
        /* G0: <c_i c_j> over the task */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G0[i*S + j] = mc0[i]*mc0[j];
                G0[j*S + i] = G0[i*S + j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                    }
                }
                G0[i*S + j] += sum2;
                G0[j*S + i] = G0[i*S + j];
            }
        }
        /* mc1: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            mc1[i] = base1[i];
        }
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int m = 0; m < M; ++m) {
                sum2 += (L1[i*M + m]*mean[m]);
            }
            mc1[i] += sum2;
        }
        /* G1: <c_i c_j> over the task */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G1[i*S + j] = mc1[i]*mc1[j];
                G1[j*S + i] = G1[i*S + j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L1[i*M + m]*L1[j*M + p]*cov[m*M + p]);
                    }
                }
                G1[i*S + j] += sum2;
                G1[j*S + i] = G1[i*S + j];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* GX1: <c_i c_j> over the task, of c0 and c1 */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                GX1[i*S + j] = mc0[i]*mc1[j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[i*M + m]*L1[j*M + p]*cov[m*M + p]);
                    }
                }
                GX1[i*S + j] += sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* F: lower triangular factor of the covariance: C = F F^T */
        fo_anil_fluctuations_factor(S, C, F);
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
                B2[l*K + k] = B2[k*K + l];
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
                B2[l*K + k] = B2[k*K + l];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* B22: <d_k d_l> <d_a d_b> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B22[((k*K + l)*K + a)*K + b] = (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[a*S + b]*I2[k*S + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = 0; r < S; ++r) {
                                    for (int s = 0; s < S; ++s) {
                                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[r*S + s] + G0[i*S + r]*G0[j*S + s] + G0[i*S + s]*G0[j*S + r] - 2.0*mc0[i]*mc0[j]*mc0[r]*mc0[s])*I_g0g0g0g0[((a*S + b)*S + r)*S + s]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                                    }
                                }
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                sum2 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[a*S + b] * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                sum2 += (s > r ? 2.0 : 1.0) * (G0[r*S + s]*I_g0g0g0g0[((a*S + b)*S + r)*S + s]);
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l] * sum2;
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
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = 0; r < S; ++r) {
                                    for (int s = 0; s < S; ++s) {
                                        for (int p = 0; p < M; ++p) {
                                            sum2 += (j > i ? 2.0 : 1.0) * (I_g0g0g0g0[((a*S + b)*S + r)*S + s]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]*L0[i*M + p]*L0[j*M + p]*L0[r*M + p]*L0[s*M + p]*kappa[p]);
                                        }
                                    }
                                }
                            }
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
        /* B2x: <d_k d_l> c1_i averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    B2x[(k*K + l)*S + i] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*mc1[i];
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            sum2 += (r > j ? 2.0 : 1.0) * ((G0[j*S + r]*mc1[i] + GX1[j*S + i]*mc0[r] + GX1[r*S + i]*mc0[j] - 2.0*mc0[j]*mc0[r]*mc1[i])*I_g0g0g0g0[((k*S + l)*S + j)*S + r]);
                        }
                    }
                    B2x[(k*K + l)*S + i] += (params->eta_w*params->eta_w) * sum2;
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
        /* B2xx: <d_k d_l> c1_i c1_j averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        B2xx[((k*K + l)*S + i)*S + j] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*G1[i*S + j]*I2[k*S + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                sum2 += (s > r ? 2.0 : 1.0) * ((G0[r*S + s]*G1[i*S + j] + GX1[r*S + i]*GX1[s*S + j] + GX1[r*S + j]*GX1[s*S + i] - 2.0*mc0[r]*mc0[s]*mc1[i]*mc1[j])*I_g0g0g0g0[((k*S + l)*S + r)*S + s]);
                            }
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += (params->eta_w*params->eta_w) * sum2;
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
                        for (int r = 0; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                for (int p = 0; p < M; ++p) {
                                    sum2 += (s > r ? 2.0 : 1.0) * (I_g0g0g0g0[((k*S + l)*S + r)*S + s]*L0[r*M + p]*L0[s*M + p]*L1[i*M + p]*L1[j*M + p]*kappa[p]);
                                }
                            }
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
                q3x[i] = -3.0*(*Gd)*Xd[i] + 3.0*(*Gr)*Xr[i] - 2.0*((*mr)*(*mr)*(*mr))*mc1[i];
            }
            /* q4: <r^4> over the task, at a node, but for what needs no nodes */
            *q4 = -3.0*((*Gd)*(*Gd)) + 3.0*((*Gr)*(*Gr)) - 2.0*((*mr)*(*mr)*(*mr)*(*mr));
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
                P2[(K + n)*S + k] = P2[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
                P2[(K + m)*S + K + n] = P2[(K + n)*S + K + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* P4: <c_i c_j c_r c_s> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] = (*p21)*B2[a*K + b]*w0[k]*w0[l] + (*p21)*B2[k*K + a]*w0[b]*w0[l] + (*p21)*B2[k*K + b]*w0[a]*w0[l] + (*p21)*B2[k*K + l]*w0[a]*w0[b] + (*p21)*B2[l*K + a]*w0[b]*w0[k] + (*p21)*B2[l*K + b]*w0[a]*w0[k] + (*p22)*G1[a*S + b]*w0[k]*w0[l] + (*p22)*G1[k*S + a]*w0[b]*w0[l] + (*p22)*G1[k*S + b]*w0[a]*w0[l] + (*p22)*G1[k*S + l]*w0[a]*w0[b] + (*p22)*G1[l*S + a]*w0[b]*w0[k] + (*p22)*G1[l*S + b]*w0[a]*w0[k] + (*p32)*B2x[(a*K + b)*S + k]*w0[l] + (*p32)*B2x[(a*K + b)*S + l]*w0[k] + (*p32)*B2x[(k*K + a)*S + b]*w0[l] + (*p32)*B2x[(k*K + a)*S + l]*w0[b] + (*p32)*B2x[(k*K + b)*S + a]*w0[l] + (*p32)*B2x[(k*K + b)*S + l]*w0[a] + (*p32)*B2x[(k*K + l)*S + a]*w0[b] + (*p32)*B2x[(k*K + l)*S + b]*w0[a] + (*p32)*B2x[(l*K + a)*S + b]*w0[k] + (*p32)*B2x[(l*K + a)*S + k]*w0[b] + (*p32)*B2x[(l*K + b)*S + a]*w0[k] + (*p32)*B2x[(l*K + b)*S + k]*w0[a] + (*p33)*G1[a*S + b]*mc1[k]*w0[l] + (*p33)*G1[a*S + b]*mc1[l]*w0[k] + (*p33)*G1[k*S + a]*mc1[b]*w0[l] + (*p33)*G1[k*S + a]*mc1[l]*w0[b] + (*p33)*G1[k*S + b]*mc1[a]*w0[l] + (*p33)*G1[k*S + b]*mc1[l]*w0[a] + (*p33)*G1[k*S + l]*mc1[a]*w0[b] + (*p33)*G1[k*S + l]*mc1[b]*w0[a] + (*p33)*G1[l*S + a]*mc1[b]*w0[k] + (*p33)*G1[l*S + a]*mc1[k]*w0[b] + (*p33)*G1[l*S + b]*mc1[a]*w0[k] + (*p33)*G1[l*S + b]*mc1[k]*w0[a] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[k]*w0[l] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[l]*w0[k] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*w0[b] - 2.0*(*p33)*mc1[b]*mc1[k]*mc1[l]*w0[a] + (*p43)*B2xx[((a*K + b)*S + k)*S + l] + (*p43)*B2xx[((k*K + a)*S + l)*S + b] + (*p43)*B2xx[((k*K + b)*S + l)*S + a] + (*p43)*B2xx[((k*K + l)*S + a)*S + b] + (*p43)*B2xx[((l*K + a)*S + k)*S + b] + (*p43)*B2xx[((l*K + b)*S + k)*S + a] + (*p44)*G1[a*S + b]*G1[k*S + l] + (*p44)*G1[k*S + a]*G1[l*S + b] + (*p44)*G1[k*S + b]*G1[l*S + a] - 2.0*(*p44)*mc1[a]*mc1[b]*mc1[k]*mc1[l];
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
                        P4[((k*K + l)*S + a)*S + b] += (*p31)*B3[(k*K + a)*K + b]*w0[l] + (*p31)*B3[(k*K + l)*K + a]*w0[b] + (*p31)*B3[(k*K + l)*K + b]*w0[a] + (*p31)*B3[(l*K + a)*K + b]*w0[k] + (*p41)*B4[((k*K + l)*K + a)*K + b] + (*p42)*B22[((a*K + b)*K + k)*K + l] + (*p42)*B22[((k*K + a)*K + l)*K + b] + (*p42)*B22[((l*K + a)*K + k)*K + b] + (*p42)*B3x[((k*K + a)*K + b)*S + l] + (*p42)*B3x[((k*K + l)*K + a)*S + b] + (*p42)*B3x[((k*K + l)*K + b)*S + a] + (*p42)*B3x[((l*K + a)*K + b)*S + k];
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
                            sum2 += (L1[a*M + p]*L1[b*M + p]*L1[k*M + p]*L1[l*M + p]*kappa[p]);
                        }
                        P4[((k*K + l)*S + a)*S + b] += (*p44) * sum2;
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
                        P4[((k*K + l)*S + a)*S + K + n] = (*p21)*B2x[(k*K + a)*S + K + n]*w0[l] + (*p21)*B2x[(k*K + l)*S + K + n]*w0[a] + (*p21)*B2x[(l*K + a)*S + K + n]*w0[k] + (*p22)*G1[a*S + K + n]*mc1[k]*w0[l] + (*p22)*G1[a*S + K + n]*mc1[l]*w0[k] + (*p22)*G1[k*S + a]*mc1[K + n]*w0[l] + (*p22)*G1[k*S + l]*mc1[K + n]*w0[a] + (*p22)*G1[k*S + K + n]*mc1[a]*w0[l] + (*p22)*G1[k*S + K + n]*mc1[l]*w0[a] + (*p22)*G1[l*S + a]*mc1[K + n]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[a]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[k]*w0[a] - 2.0*(*p22)*mc1[a]*mc1[k]*mc1[K + n]*w0[l] - 2.0*(*p22)*mc1[a]*mc1[l]*mc1[K + n]*w0[k] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + n]*w0[a] + (*p32)*B2xx[((k*K + a)*S + l)*S + K + n] + (*p32)*B2xx[((k*K + l)*S + a)*S + K + n] + (*p32)*B2xx[((l*K + a)*S + k)*S + K + n] + (*p33)*G1[a*S + K + n]*G1[k*S + l] + (*p33)*G1[k*S + a]*G1[l*S + K + n] + (*p33)*G1[k*S + K + n]*G1[l*S + a] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*mc1[K + n];
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
                            sum2 += (L1[a*M + p]*L1[k*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p]);
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
                        P4[((k*K + l)*S + K + n)*S + K + m] = (*p21)*B2xx[((k*K + l)*S + K + n)*S + K + m] + (*p22)*G1[k*S + l]*G1[(K + n)*S + K + m] + (*p22)*G1[k*S + K + m]*G1[l*S + K + n] + (*p22)*G1[k*S + K + n]*G1[l*S + K + m] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + m]*mc1[K + n];
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
                            sum2 += (L1[k*M + p]*L1[l*M + p]*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p]);
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
    for (size_t row = 0; row < count; ++row) {
        const double *tR = directions + row*(overlaps + (size_t)K);
        const double *tQ = tR + (size_t)K*(size_t)M;
        const double *tw0 = tR + overlaps;
        double *tdR = results + row*(overlaps + (size_t)K);
        double *tdQ = tdR + (size_t)K*(size_t)M;
        double *tdw0 = tdR + overlaps;

        (void)tw0;
        /* tC: derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]] */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                tC[k*S + l] = tQ[fo_anil_fluctuations_packed(K, k, l)];
                tC[l*S + k] = tC[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                tC[k*S + K + n] = tR[k*M + n];
                tC[(K + n)*S + k] = tC[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                tC[(K + n)*S + K + m] = 0.0;
                tC[(K + m)*S + K + n] = tC[(K + n)*S + K + m];
            }
        }
        /* tr0: derivative of r0: 1/sqrt(C[i, i] + 1) */
        for (int i = 0; i < S; ++i) {
            tr0[i] = -0.5*(r0[i]*r0[i]*r0[i])*tC[i*S + i];
        }
        /* tC1: derivative of C1: covariance of the fields with the Gaussian weight of k absorbed */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    tC1[(k*S + i)*S + j] = -2.0*C[k*S + i]*C[k*S + j]*r0[k]*tr0[k] - C[k*S + i]*(r0[k]*r0[k])*tC[k*S + j] - C[k*S + j]*(r0[k]*r0[k])*tC[k*S + i] + tC[i*S + j];
                    tC1[(k*S + j)*S + i] = tC1[(k*S + i)*S + j];
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            /* tr1: derivative of r1: 1/sqrt(C[n, n]*quartic[g] + 1) */
            for (int n = 0; n < M; ++n) {
                for (int g = 0; g < n_quartic; ++g) {
                    tr1[n*n_quartic + g] = -0.5*quartic[g]*(r1[n*n_quartic + g]*r1[n*n_quartic + g]*r1[n*n_quartic + g])*tC[(K + n)*S + K + n];
                }
            }
            /* tCq: derivative of Cq: covariance of the fields with the Gaussian weight of n absorbed, of the strengths g */
            for (int g = 0; g < n_quartic; ++g) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            tCq[((g*M + n)*S + i)*S + j] = -2.0*C[(K + n)*S + i]*C[(K + n)*S + j]*quartic[g]*r1[n*n_quartic + g]*tr1[n*n_quartic + g] - C[(K + n)*S + i]*quartic[g]*(r1[n*n_quartic + g]*r1[n*n_quartic + g])*tC[(K + n)*S + j] - C[(K + n)*S + j]*quartic[g]*(r1[n*n_quartic + g]*r1[n*n_quartic + g])*tC[(K + n)*S + i] + tC[i*S + j];
                            tCq[((g*M + n)*S + j)*S + i] = tCq[((g*M + n)*S + i)*S + j];
                        }
                    }
                }
            }
            /* tr2: derivative of r2: 1/sqrt(C[i, i]*square[c] + 1) */
            for (int i = 0; i < S; ++i) {
                for (int c = 0; c < n_square; ++c) {
                    tr2[i*n_square + c] = -0.5*(r2[i*n_square + c]*r2[i*n_square + c]*r2[i*n_square + c])*square[c]*tC[i*S + i];
                }
            }
            /* tCs1: derivative of Cs1: covariance of the fields with the Gaussian weight of i absorbed, of the strengths c */
            for (int c = 0; c < n_square; ++c) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            tCs1[((c*S + i)*S + j)*S + r] = -2.0*C[i*S + j]*C[i*S + r]*r2[i*n_square + c]*square[c]*tr2[i*n_square + c] - C[i*S + j]*(r2[i*n_square + c]*r2[i*n_square + c])*square[c]*tC[i*S + r] - C[i*S + r]*(r2[i*n_square + c]*r2[i*n_square + c])*square[c]*tC[i*S + j] + tC[j*S + r];
                            tCs1[((c*S + i)*S + r)*S + j] = tCs1[((c*S + i)*S + j)*S + r];
                        }
                    }
                }
            }
            /* tr3: derivative of r3: 1/sqrt(Cs1[c, n, i, i]*square[d] + 1) */
            for (int c = 0; c < n_square; ++c) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int d = 0; d < n_square; ++d) {
                            tr3[((c*M + n)*S + i)*n_square + d] = -0.5*(r3[((c*M + n)*S + i)*n_square + d]*r3[((c*M + n)*S + i)*n_square + d]*r3[((c*M + n)*S + i)*n_square + d])*square[d]*tCs1[((c*S + K + n)*S + i)*S + i];
                        }
                    }
                }
            }
            /* tCs2: derivative of Cs2: covariance of the fields with the Gaussian weight of n, i absorbed, of the strengths c, d */
            for (int c = 0; c < n_square; ++c) {
                for (int d = 0; d < n_square; ++d) {
                    for (int n = 0; n < M; ++n) {
                        for (int i = 0; i < S; ++i) {
                            for (int j = 0; j < S; ++j) {
                                for (int r = j; r < S; ++r) {
                                    tCs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r] = -2.0*Cs1[((c*S + K + n)*S + i)*S + j]*Cs1[((c*S + K + n)*S + i)*S + r]*r3[((c*M + n)*S + i)*n_square + d]*square[d]*tr3[((c*M + n)*S + i)*n_square + d] - Cs1[((c*S + K + n)*S + i)*S + j]*(r3[((c*M + n)*S + i)*n_square + d]*r3[((c*M + n)*S + i)*n_square + d])*square[d]*tCs1[((c*S + K + n)*S + i)*S + r] - Cs1[((c*S + K + n)*S + i)*S + r]*(r3[((c*M + n)*S + i)*n_square + d]*r3[((c*M + n)*S + i)*n_square + d])*square[d]*tCs1[((c*S + K + n)*S + i)*S + j] + tCs1[((c*S + K + n)*S + j)*S + r];
                                    tCs2[((((c*n_square + d)*M + n)*S + i)*S + r)*S + j] = tCs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r];
                                }
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            /* tr4: derivative of r4: 1/sqrt(C[i, i]*fine[x] + 1) */
            for (int i = 0; i < S; ++i) {
                for (int x = 0; x < n_fine; ++x) {
                    tr4[i*n_fine + x] = -0.5*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]*r4[i*n_fine + x])*tC[i*S + i];
                }
            }
            /* tr5: derivative of r5: 1/sqrt(-C[i, j]**2*fine[x]*r4[i, x]**2 + C[j, j] + 1) */
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int x = 0; x < n_fine; ++x) {
                        tr5[(i*S + j)*n_fine + x] = -0.5*(-2.0*(C[i*S + j]*C[i*S + j])*fine[x]*r4[i*n_fine + x]*tr4[i*n_fine + x] - 2.0*C[i*S + j]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x])*tC[i*S + j] + tC[j*S + j])*(r5[(i*S + j)*n_fine + x]*r5[(i*S + j)*n_fine + x]*r5[(i*S + j)*n_fine + x]);
                    }
                }
            }
            /* tI_eg0g0_fff: derivative of I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        double sum3 = 0.0;
                        for (int x = 0; x < n_fine; ++x) {
                            sum3 += (((-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r])*r5[(i*S + j)*n_fine + x]*tr5[(i*S + r)*n_fine + x] + (-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r])*r5[(i*S + r)*n_fine + x]*tr5[(i*S + j)*n_fine + x] + (-2.0*C[i*S + j]*C[i*S + r]*fine[x]*r4[i*n_fine + x]*tr4[i*n_fine + x] - C[i*S + j]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x])*tC[i*S + r] - C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x])*tC[i*S + j] + tC[j*S + r])*r5[(i*S + j)*n_fine + x]*r5[(i*S + r)*n_fine + x])*(1.0 / sqrt(-((-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r])*(-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r]))*(r5[(i*S + j)*n_fine + x]*r5[(i*S + j)*n_fine + x])*(r5[(i*S + r)*n_fine + x]*r5[(i*S + r)*n_fine + x]) + 1.0))*fine_weight[x]*r4[i*n_fine + x] + asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r])*r5[(i*S + j)*n_fine + x]*r5[(i*S + r)*n_fine + x])*fine_weight[x]*tr4[i*n_fine + x]);
                        }
                        tI_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum3;
                        tI_eg0g0_fff[(i*S + r)*S + j] = tI_eg0g0_fff[(i*S + j)*S + r];
                    }
                }
            }
        }
        /* tI2: derivative of I2: <g(z_i) g(z_j)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                tI2[i*S + j] = 0.63661977236758138*(C[i*S + j]*r0[i]*tr0[j] + C[i*S + j]*r0[j]*tr0[i] + r0[i]*r0[j]*tC[i*S + j])*(1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*(r0[i]*r0[i])*(r0[j]*r0[j]) + 1.0));
                tI2[j*S + i] = tI2[i*S + j];
            }
        }
        /* tr6: derivative of r6: 1/sqrt(C1[k, i, i] + 1) */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                tr6[k*S + i] = -0.5*(r6[k*S + i]*r6[k*S + i]*r6[k*S + i])*tC1[(k*S + i)*S + i];
            }
        }
        /* tI3: derivative of I3: <g'(z_k) z_i g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    tI3[(k*S + i)*S + j] = 0.63661977236758138*C1[(k*S + i)*S + j]*r0[k]*tr6[k*S + j] + 0.63661977236758138*C1[(k*S + i)*S + j]*r6[k*S + j]*tr0[k] + 0.63661977236758138*r0[k]*r6[k*S + j]*tC1[(k*S + i)*S + j];
                }
            }
        }
        if (isfinite(params->V)) {
            /* tr7: derivative of r7: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r6[k, l]**2 + 1) */
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        tr7[(k*K + l)*S + i] = -0.5*(-2.0*(C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*r6[k*S + l]*tr6[k*S + l] - 2.0*C1[(k*S + l)*S + i]*(r6[k*S + l]*r6[k*S + l])*tC1[(k*S + l)*S + i] + tC1[(k*S + i)*S + i])*(r7[(k*K + l)*S + i]*r7[(k*K + l)*S + i]*r7[(k*K + l)*S + i]);
                    }
                }
            }
            /* tI4: derivative of I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            tI4[((k*K + l)*S + i)*S + j] = 0.4052847345693511*((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r6[k*S + l]*r6[k*S + l]))*r7[(k*K + l)*S + i]*tr7[(k*K + l)*S + j] + (C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r6[k*S + l]*r6[k*S + l]))*r7[(k*K + l)*S + j]*tr7[(k*K + l)*S + i] + (-2.0*C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*r6[k*S + l]*tr6[k*S + l] - C1[(k*S + l)*S + i]*(r6[k*S + l]*r6[k*S + l])*tC1[(k*S + l)*S + j] - C1[(k*S + l)*S + j]*(r6[k*S + l]*r6[k*S + l])*tC1[(k*S + l)*S + i] + tC1[(k*S + i)*S + j])*r7[(k*K + l)*S + i]*r7[(k*K + l)*S + j])*(1.0 / sqrt(-((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r6[k*S + l]*r6[k*S + l]))*(C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r6[k*S + l]*r6[k*S + l])))*(r7[(k*K + l)*S + i]*r7[(k*K + l)*S + i])*(r7[(k*K + l)*S + j]*r7[(k*K + l)*S + j]) + 1.0))*r0[k]*r6[k*S + l] + 0.4052847345693511*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r6[k*S + l]*r6[k*S + l]))*r7[(k*K + l)*S + i]*r7[(k*K + l)*S + j])*r0[k]*tr6[k*S + l] + 0.4052847345693511*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r6[k*S + l]*r6[k*S + l]))*r7[(k*K + l)*S + i]*r7[(k*K + l)*S + j])*r6[k*S + l]*tr0[k];
                            tI4[((l*K + k)*S + i)*S + j] = tI4[((k*K + l)*S + i)*S + j];
                            tI4[((k*K + l)*S + j)*S + i] = tI4[((k*K + l)*S + i)*S + j];
                            tI4[((l*K + k)*S + j)*S + i] = tI4[((k*K + l)*S + i)*S + j];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            /* tr8: derivative of r8: asin(C[i, j]*r0[i]*r0[j]) */
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    tr8[i*S + j] = (C[i*S + j]*r0[i]*tr0[j] + C[i*S + j]*r0[j]*tr0[i] + r0[i]*r0[j]*tC[i*S + j])*(1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*(r0[i]*r0[i])*(r0[j]*r0[j]) + 1.0));
                }
            }
            /* tI_g0g0g0g0: derivative of I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
            for (int i = 0; i < S; ++i) {
                for (int j = i + 1; j < S; ++j) {
                    for (int r = j + 1; r < S; ++r) {
                        for (int s = r + 1; s < S; ++s) {
                            tI_g0g0g0g0[((i*S + j)*S + r)*S + s] = fo_anil_fluctuations_joint4_along(1.0, 0.0, C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s], tC[i*S + i], tC[i*S + j], tC[i*S + r], tC[i*S + s], tC[j*S + j], tC[j*S + r], tC[j*S + s], tC[r*S + r], tC[r*S + s], tC[s*S + s]);
                            tI_g0g0g0g0[((j*S + i)*S + r)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + r)*S + j)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + j)*S + s)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + r)*S + i)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + i)*S + s)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + i)*S + j)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + r)*S + s)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + s)*S + j)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + j)*S + i)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + r)*S + s)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + s)*S + i)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + i)*S + s)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + s)*S + r)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + i)*S + j)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + j)*S + s)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + s)*S + r)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + j)*S + i)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + s)*S + i)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + i)*S + r)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + s)*S + j)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + j)*S + r)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + r)*S + i)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + r)*S + j)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        tI_g0g0g0g0[((i*S + i)*S + j)*S + r] = tI_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*tr8[j*S + r];
                        tI_g0g0g0g0[((i*S + i)*S + r)*S + j] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((i*S + j)*S + i)*S + r] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((i*S + r)*S + i)*S + j] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((i*S + j)*S + r)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((j*S + i)*S + i)*S + r] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((i*S + r)*S + j)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((r*S + i)*S + i)*S + j] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((j*S + i)*S + r)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((r*S + i)*S + j)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((j*S + r)*S + i)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((r*S + j)*S + i)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            /* tJ2: derivative of J2: <g'(z_k) g'(z_l)> over the fields */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tJ2[k*K + l] = -0.31830988618379069*(((1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0)))*((1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0)))*((1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))))*r0[k]*tC1[(k*S + l)*S + l] + 0.63661977236758138*(1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))*tr0[k];
                    tJ2[l*K + k] = tJ2[k*K + l];
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            /* tr9: derivative of r9: 1/sqrt(Cq[g, n, k, k]*square[c] + 1) */
            for (int g = 0; g < n_quartic; ++g) {
                for (int n = 0; n < M; ++n) {
                    for (int k = 0; k < K; ++k) {
                        for (int c = 0; c < n_square; ++c) {
                            tr9[((g*M + n)*K + k)*n_square + c] = -0.5*(r9[((g*M + n)*K + k)*n_square + c]*r9[((g*M + n)*K + k)*n_square + c]*r9[((g*M + n)*K + k)*n_square + c])*square[c]*tCq[((g*M + n)*S + k)*S + k];
                        }
                    }
                }
            }
            /* tr10: derivative of r10: 1/sqrt(-Cq[g, n, k, l]**2*r9[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1) */
            for (int g = 0; g < n_quartic; ++g) {
                for (int n = 0; n < M; ++n) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = 0; l < K; ++l) {
                            for (int c = 0; c < n_square; ++c) {
                                tr10[(((g*M + n)*K + k)*K + l)*n_square + c] = -0.5*(-2.0*(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*r9[((g*M + n)*K + k)*n_square + c]*square[c]*tr9[((g*M + n)*K + k)*n_square + c] - 2.0*Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + c]*r9[((g*M + n)*K + k)*n_square + c])*square[c]*tCq[((g*M + n)*S + k)*S + l] + tCq[((g*M + n)*S + l)*S + l])*(r10[(((g*M + n)*K + k)*K + l)*n_square + c]*r10[(((g*M + n)*K + k)*K + l)*n_square + c]*r10[(((g*M + n)*K + k)*K + l)*n_square + c]);
                            }
                        }
                    }
                }
            }
            /* tI_qhg0g0_blll: derivative of I_qhg0g0_blll: <(g(z_n)^2 - g(oo)^2)^2 (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            double sum3 = 0.0;
                            for (int g = 0; g < n_quartic; ++g) {
                                for (int d = 0; d < n_square; ++d) {
                                    sum3 += (((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r10[(((g*M + n)*K + k)*K + a)*n_square + d]*tr10[(((g*M + n)*K + k)*K + l)*n_square + d] + (-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r10[(((g*M + n)*K + k)*K + l)*n_square + d]*tr10[(((g*M + n)*K + k)*K + a)*n_square + d] + (-2.0*Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*r9[((g*M + n)*K + k)*n_square + d]*square[d]*tr9[((g*M + n)*K + k)*n_square + d] - Cq[((g*M + n)*S + k)*S + a]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d]*tCq[((g*M + n)*S + k)*S + l] - Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d]*tCq[((g*M + n)*S + k)*S + a] + tCq[((g*M + n)*S + l)*S + a])*r10[(((g*M + n)*K + k)*K + a)*n_square + d]*r10[(((g*M + n)*K + k)*K + l)*n_square + d])*(1.0 / sqrt(-((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*(-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a]))*(r10[(((g*M + n)*K + k)*K + a)*n_square + d]*r10[(((g*M + n)*K + k)*K + a)*n_square + d])*(r10[(((g*M + n)*K + k)*K + l)*n_square + d]*r10[(((g*M + n)*K + k)*K + l)*n_square + d]) + 1.0))*quartic_weight[g]*r1[n*n_quartic + g]*r9[((g*M + n)*K + k)*n_square + d]*square_weight[d] + asin((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r10[(((g*M + n)*K + k)*K + a)*n_square + d]*r10[(((g*M + n)*K + k)*K + l)*n_square + d])*quartic_weight[g]*r1[n*n_quartic + g]*square_weight[d]*tr9[((g*M + n)*K + k)*n_square + d] + asin((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r9[((g*M + n)*K + k)*n_square + d]*r9[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r10[(((g*M + n)*K + k)*K + a)*n_square + d]*r10[(((g*M + n)*K + k)*K + l)*n_square + d])*quartic_weight[g]*r9[((g*M + n)*K + k)*n_square + d]*square_weight[d]*tr1[n*n_quartic + g]);
                                }
                            }
                            tI_qhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum3;
                            tI_qhg0g0_blll[((n*K + k)*K + a)*K + l] = tI_qhg0g0_blll[((n*K + k)*K + l)*K + a];
                        }
                    }
                }
            }
            /* tr11: derivative of r11: 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1) */
            for (int c = 0; c < n_square; ++c) {
                for (int d = 0; d < n_square; ++d) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int k = 0; k < K; ++k) {
                                for (int f = 0; f < n_square; ++f) {
                                    tr11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] = -0.5*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f]*tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k];
                                }
                            }
                        }
                    }
                }
            }
            /* tr12: derivative of r12: 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r11[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1) */
            for (int c = 0; c < n_square; ++c) {
                for (int d = 0; d < n_square; ++d) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = 0; m < M; ++m) {
                            for (int k = 0; k < K; ++k) {
                                for (int l = 0; l < K; ++l) {
                                    for (int f = 0; f < n_square; ++f) {
                                        tr12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] = -0.5*(-2.0*(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*square[f]*tr11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] - 2.0*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f]*tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l] + tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l])*(r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f]);
                                    }
                                }
                            }
                        }
                    }
                }
            }
            /* tI_hhhg0g0_bblll: derivative of I_hhhg0g0_bblll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int m = n + 1; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = 0; l < K; ++l) {
                            for (int a = l; a < K; ++a) {
                                double sum3 = 0.0;
                                for (int c = 0; c < n_square; ++c) {
                                    for (int d = 0; d < n_square; ++d) {
                                        for (int f = 0; f < n_square; ++f) {
                                            sum3 += (((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*tr12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] + (-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f]*tr12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f] + (-2.0*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*square[f]*tr11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] - Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f]*tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l] - Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f]*tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a] + tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*(1.0 / sqrt(-((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*(-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a]))*(r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f])*(r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f]) + 1.0))*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]*square_weight[f] + asin((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r2[(K + n)*n_square + c]*square_weight[c]*square_weight[d]*square_weight[f]*tr3[((c*M + n)*S + K + m)*n_square + d] + asin((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]*square_weight[f]*tr2[(K + n)*n_square + c] + asin((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r12[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]*square_weight[f]*tr11[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]);
                                        }
                                    }
                                }
                                tI_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a] = 0.63661977236758138 * sum3;
                                tI_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + l] = tI_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                                tI_hhhg0g0_bblll[(((m*M + n)*K + k)*K + l)*K + a] = tI_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                                tI_hhhg0g0_bblll[(((m*M + n)*K + k)*K + a)*K + l] = tI_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            tI_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a] = tI_qhg0g0_blll[((n*K + k)*K + l)*K + a];
                            tI_hhhg0g0_bblll[(((n*M + n)*K + k)*K + a)*K + l] = tI_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a];
                        }
                    }
                }
            }
            /* tr13: derivative of r13: 1/sqrt(Cq[g, n, k, k] + 1) */
            for (int g = 0; g < n_quartic; ++g) {
                for (int n = 0; n < M; ++n) {
                    for (int k = 0; k < K; ++k) {
                        tr13[(g*M + n)*K + k] = -0.5*(r13[(g*M + n)*K + k]*r13[(g*M + n)*K + k]*r13[(g*M + n)*K + k])*tCq[((g*M + n)*S + k)*S + k];
                    }
                }
            }
            /* tI_qg0g0_bll: derivative of I_qg0g0_bll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        double sum3 = 0.0;
                        for (int g = 0; g < n_quartic; ++g) {
                            sum3 += ((Cq[((g*M + n)*S + k)*S + l]*r13[(g*M + n)*K + k]*tr13[(g*M + n)*K + l] + Cq[((g*M + n)*S + k)*S + l]*r13[(g*M + n)*K + l]*tr13[(g*M + n)*K + k] + r13[(g*M + n)*K + k]*r13[(g*M + n)*K + l]*tCq[((g*M + n)*S + k)*S + l])*(1.0 / sqrt(-(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*(r13[(g*M + n)*K + k]*r13[(g*M + n)*K + k])*(r13[(g*M + n)*K + l]*r13[(g*M + n)*K + l]) + 1.0))*quartic_weight[g]*r1[n*n_quartic + g] + asin(Cq[((g*M + n)*S + k)*S + l]*r13[(g*M + n)*K + k]*r13[(g*M + n)*K + l])*quartic_weight[g]*tr1[n*n_quartic + g]);
                        }
                        tI_qg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum3;
                        tI_qg0g0_bll[(n*K + l)*K + k] = tI_qg0g0_bll[(n*K + k)*K + l];
                    }
                }
            }
            /* tr14: derivative of r14: 1/sqrt(Cs2[c, d, n, i, j, j] + 1) */
            for (int c = 0; c < n_square; ++c) {
                for (int d = 0; d < n_square; ++d) {
                    for (int n = 0; n < M; ++n) {
                        for (int i = 0; i < S; ++i) {
                            for (int j = 0; j < S; ++j) {
                                tr14[(((c*n_square + d)*M + n)*S + i)*S + j] = -0.5*(r14[(((c*n_square + d)*M + n)*S + i)*S + j]*r14[(((c*n_square + d)*M + n)*S + i)*S + j]*r14[(((c*n_square + d)*M + n)*S + i)*S + j])*tCs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + j];
                            }
                        }
                    }
                }
            }
            /* tI_hhg0g0_bbll: derivative of I_hhg0g0_bbll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int m = n + 1; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = k; l < K; ++l) {
                            double sum3 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                for (int d = 0; d < n_square; ++d) {
                                    sum3 += ((Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + k]*tr14[(((c*n_square + d)*M + n)*S + K + m)*S + l] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + l]*tr14[(((c*n_square + d)*M + n)*S + K + m)*S + k] + r14[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + l]*tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*(1.0 / sqrt(-(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*(r14[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + k])*(r14[(((c*n_square + d)*M + n)*S + K + m)*S + l]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + l]) + 1.0))*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d] + asin(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + l])*r2[(K + n)*n_square + c]*square_weight[c]*square_weight[d]*tr3[((c*M + n)*S + K + m)*n_square + d] + asin(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r14[(((c*n_square + d)*M + n)*S + K + m)*S + l])*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]*tr2[(K + n)*n_square + c]);
                                }
                            }
                            tI_hhg0g0_bbll[((n*M + m)*K + k)*K + l] = 0.63661977236758138 * sum3;
                            tI_hhg0g0_bbll[((n*M + m)*K + l)*K + k] = tI_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                            tI_hhg0g0_bbll[((m*M + n)*K + k)*K + l] = tI_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                            tI_hhg0g0_bbll[((m*M + n)*K + l)*K + k] = tI_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        tI_hhg0g0_bbll[((n*M + n)*K + k)*K + l] = tI_qg0g0_bll[(n*K + k)*K + l];
                        tI_hhg0g0_bbll[((n*M + n)*K + l)*K + k] = tI_hhg0g0_bbll[((n*M + n)*K + k)*K + l];
                    }
                }
            }
            /* tI_hhg0g0_bllb: derivative of I_hhg0g0_bllb: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_m)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int m = 0; m < M; ++m) {
                            double sum3 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                for (int d = 0; d < n_square; ++d) {
                                    sum3 += ((Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r14[(((c*n_square + d)*M + n)*S + k)*S + l]*tr14[(((c*n_square + d)*M + n)*S + k)*S + K + m] + Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r14[(((c*n_square + d)*M + n)*S + k)*S + K + m]*tr14[(((c*n_square + d)*M + n)*S + k)*S + l] + r14[(((c*n_square + d)*M + n)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + k)*S + K + m]*tCs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m])*(1.0 / sqrt(-(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m])*(r14[(((c*n_square + d)*M + n)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + k)*S + l])*(r14[(((c*n_square + d)*M + n)*S + k)*S + K + m]*r14[(((c*n_square + d)*M + n)*S + k)*S + K + m]) + 1.0))*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d] + asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r14[(((c*n_square + d)*M + n)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + k)*S + K + m])*r2[(K + n)*n_square + c]*square_weight[c]*square_weight[d]*tr3[((c*M + n)*S + k)*n_square + d] + asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r14[(((c*n_square + d)*M + n)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + k)*S + K + m])*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]*tr2[(K + n)*n_square + c]);
                                }
                            }
                            tI_hhg0g0_bllb[((n*K + k)*K + l)*M + m] = 0.63661977236758138 * sum3;
                        }
                    }
                }
            }
            /* tI_hhg0g0_blll: derivative of I_hhg0g0_blll: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            double sum3 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                for (int d = 0; d < n_square; ++d) {
                                    sum3 += ((Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + a]*tr14[(((c*n_square + d)*M + n)*S + k)*S + l] + Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + l]*tr14[(((c*n_square + d)*M + n)*S + k)*S + a] + r14[(((c*n_square + d)*M + n)*S + k)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + l]*tCs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a])*(1.0 / sqrt(-(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a])*(r14[(((c*n_square + d)*M + n)*S + k)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + a])*(r14[(((c*n_square + d)*M + n)*S + k)*S + l]*r14[(((c*n_square + d)*M + n)*S + k)*S + l]) + 1.0))*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d] + asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + l])*r2[(K + n)*n_square + c]*square_weight[c]*square_weight[d]*tr3[((c*M + n)*S + k)*n_square + d] + asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + a]*r14[(((c*n_square + d)*M + n)*S + k)*S + l])*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]*tr2[(K + n)*n_square + c]);
                                }
                            }
                            tI_hhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum3;
                            tI_hhg0g0_blll[((n*K + k)*K + a)*K + l] = tI_hhg0g0_blll[((n*K + k)*K + l)*K + a];
                        }
                    }
                }
            }
            /* tr15: derivative of r15: 1/sqrt(Cs1[c, i, j, j] + 1) */
            for (int c = 0; c < n_square; ++c) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        tr15[(c*S + i)*S + j] = -0.5*(r15[(c*S + i)*S + j]*r15[(c*S + i)*S + j]*r15[(c*S + i)*S + j])*tCs1[((c*S + i)*S + j)*S + j];
                    }
                }
            }
            /* tI_hg0g0_blb: derivative of I_hg0g0_blb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        double sum3 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            sum3 += ((Cs1[((c*S + K + n)*S + k)*S + K + m]*r15[(c*S + K + n)*S + k]*tr15[(c*S + K + n)*S + K + m] + Cs1[((c*S + K + n)*S + k)*S + K + m]*r15[(c*S + K + n)*S + K + m]*tr15[(c*S + K + n)*S + k] + r15[(c*S + K + n)*S + k]*r15[(c*S + K + n)*S + K + m]*tCs1[((c*S + K + n)*S + k)*S + K + m])*(1.0 / sqrt(-(Cs1[((c*S + K + n)*S + k)*S + K + m]*Cs1[((c*S + K + n)*S + k)*S + K + m])*(r15[(c*S + K + n)*S + k]*r15[(c*S + K + n)*S + k])*(r15[(c*S + K + n)*S + K + m]*r15[(c*S + K + n)*S + K + m]) + 1.0))*r2[(K + n)*n_square + c]*square_weight[c] + asin(Cs1[((c*S + K + n)*S + k)*S + K + m]*r15[(c*S + K + n)*S + k]*r15[(c*S + K + n)*S + K + m])*square_weight[c]*tr2[(K + n)*n_square + c]);
                        }
                        tI_hg0g0_blb[(n*K + k)*M + m] = 0.63661977236758138 * sum3;
                    }
                }
            }
            /* tI_hg0g0_bll: derivative of I_hg0g0_bll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        double sum3 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            sum3 += ((Cs1[((c*S + K + n)*S + k)*S + l]*r15[(c*S + K + n)*S + k]*tr15[(c*S + K + n)*S + l] + Cs1[((c*S + K + n)*S + k)*S + l]*r15[(c*S + K + n)*S + l]*tr15[(c*S + K + n)*S + k] + r15[(c*S + K + n)*S + k]*r15[(c*S + K + n)*S + l]*tCs1[((c*S + K + n)*S + k)*S + l])*(1.0 / sqrt(-(Cs1[((c*S + K + n)*S + k)*S + l]*Cs1[((c*S + K + n)*S + k)*S + l])*(r15[(c*S + K + n)*S + k]*r15[(c*S + K + n)*S + k])*(r15[(c*S + K + n)*S + l]*r15[(c*S + K + n)*S + l]) + 1.0))*r2[(K + n)*n_square + c]*square_weight[c] + asin(Cs1[((c*S + K + n)*S + k)*S + l]*r15[(c*S + K + n)*S + k]*r15[(c*S + K + n)*S + l])*square_weight[c]*tr2[(K + n)*n_square + c]);
                        }
                        tI_hg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum3;
                        tI_hg0g0_bll[(n*K + l)*K + k] = tI_hg0g0_bll[(n*K + k)*K + l];
                    }
                }
            }
            /* tI_hg0g0_llb: derivative of I_hg0g0_llb: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields */
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        double sum3 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            sum3 += ((Cs1[((c*S + k)*S + l)*S + K + n]*r15[(c*S + k)*S + l]*tr15[(c*S + k)*S + K + n] + Cs1[((c*S + k)*S + l)*S + K + n]*r15[(c*S + k)*S + K + n]*tr15[(c*S + k)*S + l] + r15[(c*S + k)*S + l]*r15[(c*S + k)*S + K + n]*tCs1[((c*S + k)*S + l)*S + K + n])*(1.0 / sqrt(-(Cs1[((c*S + k)*S + l)*S + K + n]*Cs1[((c*S + k)*S + l)*S + K + n])*(r15[(c*S + k)*S + l]*r15[(c*S + k)*S + l])*(r15[(c*S + k)*S + K + n]*r15[(c*S + k)*S + K + n]) + 1.0))*r2[k*n_square + c]*square_weight[c] + asin(Cs1[((c*S + k)*S + l)*S + K + n]*r15[(c*S + k)*S + l]*r15[(c*S + k)*S + K + n])*square_weight[c]*tr2[k*n_square + c]);
                        }
                        tI_hg0g0_llb[(k*K + l)*M + n] = 0.63661977236758138 * sum3;
                    }
                }
            }
            /* tI_hg0g0_lll: derivative of I_hg0g0_lll: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        double sum3 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            sum3 += ((Cs1[((c*S + k)*S + l)*S + a]*r15[(c*S + k)*S + a]*tr15[(c*S + k)*S + l] + Cs1[((c*S + k)*S + l)*S + a]*r15[(c*S + k)*S + l]*tr15[(c*S + k)*S + a] + r15[(c*S + k)*S + a]*r15[(c*S + k)*S + l]*tCs1[((c*S + k)*S + l)*S + a])*(1.0 / sqrt(-(Cs1[((c*S + k)*S + l)*S + a]*Cs1[((c*S + k)*S + l)*S + a])*(r15[(c*S + k)*S + a]*r15[(c*S + k)*S + a])*(r15[(c*S + k)*S + l]*r15[(c*S + k)*S + l]) + 1.0))*r2[k*n_square + c]*square_weight[c] + asin(Cs1[((c*S + k)*S + l)*S + a]*r15[(c*S + k)*S + a]*r15[(c*S + k)*S + l])*square_weight[c]*tr2[k*n_square + c]);
                        }
                        tI_hg0g0_lll[(k*K + l)*K + a] = 0.63661977236758138 * sum3;
                        tI_hg0g0_lll[(k*K + a)*K + l] = tI_hg0g0_lll[(k*K + l)*K + a];
                    }
                }
            }
            /* tI_qg0g0g0g0_bllll: derivative of I_qg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                double sum3 = 0.0;
                                for (int g = 0; g < n_quartic; ++g) {
                                    sum3 += (fo_anil_fluctuations_joint4_along(quartic_weight[g]*r1[n*n_quartic + g], quartic_weight[g]*tr1[n*n_quartic + g], Cq[((g*M + n)*S + k)*S + k], Cq[((g*M + n)*S + k)*S + l], Cq[((g*M + n)*S + k)*S + a], Cq[((g*M + n)*S + k)*S + b], Cq[((g*M + n)*S + l)*S + l], Cq[((g*M + n)*S + l)*S + a], Cq[((g*M + n)*S + l)*S + b], Cq[((g*M + n)*S + a)*S + a], Cq[((g*M + n)*S + a)*S + b], Cq[((g*M + n)*S + b)*S + b], tCq[((g*M + n)*S + k)*S + k], tCq[((g*M + n)*S + k)*S + l], tCq[((g*M + n)*S + k)*S + a], tCq[((g*M + n)*S + k)*S + b], tCq[((g*M + n)*S + l)*S + l], tCq[((g*M + n)*S + l)*S + a], tCq[((g*M + n)*S + l)*S + b], tCq[((g*M + n)*S + a)*S + a], tCq[((g*M + n)*S + a)*S + b], tCq[((g*M + n)*S + b)*S + b]));
                                }
                                tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = sum3;
                                tI_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = tI_qg0g0_bll[(n*K + a)*K + b] + tI_qhg0g0_blll[((n*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
            /* tI_hhg0g0g0g0_bbllll: derivative of I_hhg0g0g0g0_bbllll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int m = n + 1; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = k + 1; l < K; ++l) {
                            for (int a = l + 1; a < K; ++a) {
                                for (int b = a + 1; b < K; ++b) {
                                    double sum3 = 0.0;
                                    for (int c = 0; c < n_square; ++c) {
                                        for (int d = 0; d < n_square; ++d) {
                                            sum3 += (fo_anil_fluctuations_joint4_along(r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d], r2[(K + n)*n_square + c]*square_weight[c]*square_weight[d]*tr3[((c*M + n)*S + K + m)*n_square + d] + r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]*tr2[(K + n)*n_square + c], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], tCs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b]));
                                        }
                                    }
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = sum3;
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
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
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b] = tI_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + a)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + l)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + b)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + b)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + l)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + b)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + l)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + b)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + a)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + l)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + k)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + a)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + l)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + k)*K + l] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + l)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
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
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = tI_hhg0g0_bbll[((n*M + m)*K + a)*K + b] + tI_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k] = tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
            /* tI_hg0g0g0g0_blllb: derivative of I_hg0g0g0g0_blllb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_m)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int m = 0; m < M; ++m) {
                                double sum3 = 0.0;
                                for (int c = 0; c < n_square; ++c) {
                                    sum3 += (fo_anil_fluctuations_joint4_along(r2[(K + n)*n_square + c]*square_weight[c], square_weight[c]*tr2[(K + n)*n_square + c], Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + K + m], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + K + m], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + K + m], Cs1[((c*S + K + n)*S + K + m)*S + K + m], tCs1[((c*S + K + n)*S + k)*S + k], tCs1[((c*S + K + n)*S + k)*S + l], tCs1[((c*S + K + n)*S + k)*S + a], tCs1[((c*S + K + n)*S + k)*S + K + m], tCs1[((c*S + K + n)*S + l)*S + l], tCs1[((c*S + K + n)*S + l)*S + a], tCs1[((c*S + K + n)*S + l)*S + K + m], tCs1[((c*S + K + n)*S + a)*S + a], tCs1[((c*S + K + n)*S + a)*S + K + m], tCs1[((c*S + K + n)*S + K + m)*S + K + m]));
                                }
                                tI_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = sum3;
                                tI_hg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m] = tI_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m] = tI_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_hg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m] = tI_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m] = tI_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_hg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m] = tI_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            tI_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = tI_hg0g0_blb[(n*K + a)*M + m] + tI_hhg0g0_bllb[((n*K + k)*K + a)*M + m];
                            tI_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m] = tI_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                            tI_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m] = tI_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        }
                    }
                }
            }
            /* tI_hg0g0g0g0_bllll: derivative of I_hg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                double sum3 = 0.0;
                                for (int c = 0; c < n_square; ++c) {
                                    sum3 += (fo_anil_fluctuations_joint4_along(r2[(K + n)*n_square + c]*square_weight[c], square_weight[c]*tr2[(K + n)*n_square + c], Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + b], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + b], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + b], Cs1[((c*S + K + n)*S + b)*S + b], tCs1[((c*S + K + n)*S + k)*S + k], tCs1[((c*S + K + n)*S + k)*S + l], tCs1[((c*S + K + n)*S + k)*S + a], tCs1[((c*S + K + n)*S + k)*S + b], tCs1[((c*S + K + n)*S + l)*S + l], tCs1[((c*S + K + n)*S + l)*S + a], tCs1[((c*S + K + n)*S + l)*S + b], tCs1[((c*S + K + n)*S + a)*S + a], tCs1[((c*S + K + n)*S + a)*S + b], tCs1[((c*S + K + n)*S + b)*S + b]));
                                }
                                tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = sum3;
                                tI_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = tI_hg0g0_bll[(n*K + a)*K + b] + tI_hhg0g0_blll[((n*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
            /* tI_ssg0g0g0g0_bbllll: derivative of I_ssg0g0g0g0_bbllll: <g(z_n)^2 g(z_m)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = k + 1; l < K; ++l) {
                            for (int a = l + 1; a < K; ++a) {
                                for (int b = a + 1; b < K; ++b) {
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = tI_g0g0g0g0[((k*S + l)*S + a)*S + b] + tI_hg0g0g0g0_bllll[(((m*K + k)*K + l)*K + a)*K + b] + tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] + tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                    tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
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
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = tI2[a*S + b] + tI_hg0g0_lll[(k*K + a)*K + b] + tI_hg0g0g0g0_bllll[(((m*K + k)*K + k)*K + a)*K + b] + tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] + tI_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                                tI_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k] = tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
            /* tI_sg0g0g0g0_blllb: derivative of I_sg0g0g0g0_blllb: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_m)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int m = 0; m < M; ++m) {
                                tI_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = tI_g0g0g0g0[((k*S + l)*S + a)*S + K + m] + tI_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_sg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m] = tI_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m] = tI_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_sg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m] = tI_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m] = tI_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                                tI_sg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m] = tI_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            tI_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = tI2[a*S + K + m] + tI_hg0g0_llb[(k*K + a)*M + m] + tI_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                            tI_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m] = tI_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                            tI_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m] = tI_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        }
                    }
                }
            }
            /* tI_sg0g0g0g0_bllll: derivative of I_sg0g0g0g0_bllll: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = tI_g0g0g0g0[((k*S + l)*S + a)*S + b] + tI_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                                tI_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = tI2[a*S + b] + tI_hg0g0_lll[(k*K + a)*K + b] + tI_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                            tI_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = tI_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            h[k] = w0[k];
        }
        /* th: derivative of h: head after the inner loop: its part without the task */
        for (int k = 0; k < K; ++k) {
            th[k] = tw0[k];
        }
        for (int step = 0; step < params->inner_steps; ++step) {
            for (int k = 0; k < K; ++k) {
                h_next[k] = h[k];
            }
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum3 += (I2[k*S + l]*h[l]);
                }
                h_next[k] += -params->eta_w * sum3;
            }
            /* th_next: th after one more step */
            for (int k = 0; k < K; ++k) {
                th_next[k] = th[k];
            }
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum3 += (I2[k*S + l]*th[l] + h[l]*tI2[k*S + l]);
                }
                th_next[k] += -params->eta_w * sum3;
            }
            for (int k = 0; k < K; ++k) {
                h[k] = h_next[k];
            }
            for (int k = 0; k < K; ++k) {
                th[k] = th_next[k];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                H[k*M + m] = 0.0;
            }
        }
        /* tH: derivative of H: its response to the task: w_k = h_k + sum_m H_km u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                tH[k*M + m] = 0.0;
            }
        }
        for (int step = 0; step < params->inner_steps; ++step) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    double sum3 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum3 += (H[l*M + m]*I2[k*S + l]);
                    }
                    H_next[k*M + m] += -params->eta_w * sum3;
                }
            }
            /* tH_next: tH after one more step */
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    tH_next[k*M + m] = params->eta_w*tI2[k*S + K + m] + tH[k*M + m];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    double sum3 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum3 += (H[l*M + m]*tI2[k*S + l] + I2[k*S + l]*tH[l*M + m]);
                    }
                    tH_next[k*M + m] += -params->eta_w * sum3;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = H_next[k*M + m];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    tH[k*M + m] = tH_next[k*M + m];
                }
            }
        }
        /* tbase: derivative of base: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            tbase[k] = th[k];
        }
        for (int n = 0; n < M; ++n) {
            tbase[K + n] = 0.0;
        }
        /* tL: derivative of L: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                tL[k*M + m] = tH[k*M + m];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                tL[(K + n)*M + m] = 0.0;
            }
        }
        if (isfinite(params->P)) {
            /* tbase0: derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
            for (int k = 0; k < K; ++k) {
                tbase0[k] = tw0[k];
            }
            for (int n = 0; n < M; ++n) {
                tbase0[K + n] = 0.0;
            }
            /* tbase1: derivative of base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
            for (int k = 0; k < K; ++k) {
                tbase1[k] = th[k] - tw0[k];
            }
            for (int n = 0; n < M; ++n) {
                tbase1[K + n] = 0.0;
            }
            /* tL1: derivative of L1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    tL1[k*M + m] = tH[k*M + m];
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    tL1[(K + n)*M + m] = 0.0;
                }
            }
        }
        /* tmc: derivative of mc: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            tmc[i] = tbase[i];
        }
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int m = 0; m < M; ++m) {
                sum2 += (mean[m]*tL[i*M + m]);
            }
            tmc[i] += sum2;
        }
        /* tG: derivative of G: <c_i c_j> over the task */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                tG[i*S + j] = mc[i]*tmc[j] + mc[j]*tmc[i];
                tG[j*S + i] = tG[i*S + j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L[i*M + m]*cov[m*M + p]*tL[j*M + p] + L[j*M + p]*cov[m*M + p]*tL[i*M + m]);
                    }
                }
                tG[i*S + j] += sum2;
                tG[j*S + i] = tG[i*S + j];
            }
        }
        if (isfinite(params->P)) {
            /* tmc0: derivative of mc0: <c_i> over the task */
            for (int i = 0; i < S; ++i) {
                tmc0[i] = tbase0[i];
            }
            /* tG0: derivative of G0: <c_i c_j> over the task */
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    tG0[i*S + j] = mc0[i]*tmc0[j] + mc0[j]*tmc0[i];
                    tG0[j*S + i] = tG0[i*S + j];
                }
            }
            /* tmc1: derivative of mc1: <c_i> over the task */
            for (int i = 0; i < S; ++i) {
                tmc1[i] = tbase1[i];
            }
            for (int i = 0; i < S; ++i) {
                double sum3 = 0.0;
                for (int m = 0; m < M; ++m) {
                    sum3 += (mean[m]*tL1[i*M + m]);
                }
                tmc1[i] += sum3;
            }
            /* tG1: derivative of G1: <c_i c_j> over the task */
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    tG1[i*S + j] = mc1[i]*tmc1[j] + mc1[j]*tmc1[i];
                    tG1[j*S + i] = tG1[i*S + j];
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    double sum3 = 0.0;
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            sum3 += (L1[i*M + m]*cov[m*M + p]*tL1[j*M + p] + L1[j*M + p]*cov[m*M + p]*tL1[i*M + m]);
                        }
                    }
                    tG1[i*S + j] += sum3;
                    tG1[j*S + i] = tG1[i*S + j];
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            /* tGX1: derivative of GX1: <c_i c_j> over the task, of c0 and c1 */
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    tGX1[i*S + j] = mc0[i]*tmc1[j] + mc1[j]*tmc0[i];
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    double sum3 = 0.0;
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            sum3 += (L0[i*M + m]*cov[m*M + p]*tL1[j*M + p]);
                        }
                    }
                    tGX1[i*S + j] += sum3;
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            /* tF: derivative of F: lower triangular factor of the covariance: C = F F^T */
            fo_anil_fluctuations_factor_along(S, F, tC, tF);
        }
        if (isfinite(params->P)) {
            /* tB2: derivative of B2: <d_k d_l> averaged over the task */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tB2[k*K + l] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*tI2[k*S + l];
                    tB2[l*K + k] = tB2[k*K + l];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum3 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            sum3 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*tI_g0g0g0g0[((k*S + l)*S + i)*S + j] + I_g0g0g0g0[((k*S + l)*S + i)*S + j]*tG0[i*S + j]);
                        }
                    }
                    tB2[k*K + l] += (params->eta_w*params->eta_w) * sum3;
                    tB2[l*K + k] = tB2[k*K + l];
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            /* tB22: derivative of B22: <d_k d_l> <d_a d_b> averaged over the task */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            tB22[((k*K + l)*K + a)*K + b] = (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[a*S + b]*tI2[k*S + l] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[k*S + l]*tI2[a*S + b];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            double sum3 = 0.0;
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    for (int r = 0; r < S; ++r) {
                                        for (int s = 0; s < S; ++s) {
                                            sum3 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[r*S + s] + G0[i*S + r]*G0[j*S + s] + G0[i*S + s]*G0[j*S + r] - 2.0*mc0[i]*mc0[j]*mc0[r]*mc0[s])*I_g0g0g0g0[((a*S + b)*S + r)*S + s]*tI_g0g0g0g0[((k*S + l)*S + i)*S + j] + (G0[i*S + j]*G0[r*S + s] + G0[i*S + r]*G0[j*S + s] + G0[i*S + s]*G0[j*S + r] - 2.0*mc0[i]*mc0[j]*mc0[r]*mc0[s])*I_g0g0g0g0[((k*S + l)*S + i)*S + j]*tI_g0g0g0g0[((a*S + b)*S + r)*S + s] + (G0[i*S + j]*tG0[r*S + s] + G0[i*S + r]*tG0[j*S + s] + G0[i*S + s]*tG0[j*S + r] + G0[j*S + r]*tG0[i*S + s] + G0[j*S + s]*tG0[i*S + r] + G0[r*S + s]*tG0[i*S + j] - 2.0*mc0[i]*mc0[j]*mc0[r]*tmc0[s] - 2.0*mc0[i]*mc0[j]*mc0[s]*tmc0[r] - 2.0*mc0[i]*mc0[r]*mc0[s]*tmc0[j] - 2.0*mc0[j]*mc0[r]*mc0[s]*tmc0[i])*I_g0g0g0g0[((a*S + b)*S + r)*S + s]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                                        }
                                    }
                                }
                            }
                            tB22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum3;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            double sum3 = 0.0;
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    sum3 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                                }
                            }
                            tB22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*tI2[a*S + b] * sum3;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            double sum3 = 0.0;
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    sum3 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*tI_g0g0g0g0[((k*S + l)*S + i)*S + j] + I_g0g0g0g0[((k*S + l)*S + i)*S + j]*tG0[i*S + j]);
                                }
                            }
                            tB22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[a*S + b] * sum3;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            double sum3 = 0.0;
                            for (int r = 0; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    sum3 += (s > r ? 2.0 : 1.0) * (G0[r*S + s]*I_g0g0g0g0[((a*S + b)*S + r)*S + s]);
                                }
                            }
                            tB22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*tI2[k*S + l] * sum3;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            double sum3 = 0.0;
                            for (int r = 0; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    sum3 += (s > r ? 2.0 : 1.0) * (G0[r*S + s]*tI_g0g0g0g0[((a*S + b)*S + r)*S + s] + I_g0g0g0g0[((a*S + b)*S + r)*S + s]*tG0[r*S + s]);
                                }
                            }
                            tB22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l] * sum3;
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
                            double sum3 = 0.0;
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    for (int r = 0; r < S; ++r) {
                                        for (int s = 0; s < S; ++s) {
                                            for (int p = 0; p < M; ++p) {
                                                sum3 += (j > i ? 2.0 : 1.0) * (I_g0g0g0g0[((a*S + b)*S + r)*S + s]*L0[i*M + p]*L0[j*M + p]*L0[r*M + p]*L0[s*M + p]*kappa[p]*tI_g0g0g0g0[((k*S + l)*S + i)*S + j] + I_g0g0g0g0[((k*S + l)*S + i)*S + j]*L0[i*M + p]*L0[j*M + p]*L0[r*M + p]*L0[s*M + p]*kappa[p]*tI_g0g0g0g0[((a*S + b)*S + r)*S + s]);
                                            }
                                        }
                                    }
                                }
                            }
                            tB22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum3;
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
                            tB22[((l*K + k)*K + a)*K + b] = tB22[((k*K + l)*K + a)*K + b];
                            tB22[((k*K + l)*K + b)*K + a] = tB22[((k*K + l)*K + a)*K + b];
                            tB22[((l*K + k)*K + b)*K + a] = tB22[((k*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            /* tB2x: derivative of B2x: <d_k d_l> c1_i averaged over the task */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        tB2x[(k*K + l)*S + i] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*tmc1[i] + (params->eta_w*params->eta_w)*(params->noise*params->noise)*mc1[i]*tI2[k*S + l];
                        tB2x[(l*K + k)*S + i] = tB2x[(k*K + l)*S + i];
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        double sum3 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                sum3 += (r > j ? 2.0 : 1.0) * ((G0[j*S + r]*mc1[i] + GX1[j*S + i]*mc0[r] + GX1[r*S + i]*mc0[j] - 2.0*mc0[j]*mc0[r]*mc1[i])*tI_g0g0g0g0[((k*S + l)*S + j)*S + r] + (G0[j*S + r]*tmc1[i] + GX1[j*S + i]*tmc0[r] + GX1[r*S + i]*tmc0[j] - 2.0*mc0[j]*mc0[r]*tmc1[i] - 2.0*mc0[j]*mc1[i]*tmc0[r] + mc0[j]*tGX1[r*S + i] - 2.0*mc0[r]*mc1[i]*tmc0[j] + mc0[r]*tGX1[j*S + i] + mc1[i]*tG0[j*S + r])*I_g0g0g0g0[((k*S + l)*S + j)*S + r]);
                            }
                        }
                        tB2x[(k*K + l)*S + i] += (params->eta_w*params->eta_w) * sum3;
                        tB2x[(l*K + k)*S + i] = tB2x[(k*K + l)*S + i];
                    }
                }
            }
            /* tB2xx: derivative of B2xx: <d_k d_l> c1_i c1_j averaged over the task */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            tB2xx[((k*K + l)*S + i)*S + j] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*G1[i*S + j]*tI2[k*S + l] + (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*tG1[i*S + j];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            double sum3 = 0.0;
                            for (int r = 0; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    sum3 += (s > r ? 2.0 : 1.0) * ((G0[r*S + s]*G1[i*S + j] + GX1[r*S + i]*GX1[s*S + j] + GX1[r*S + j]*GX1[s*S + i] - 2.0*mc0[r]*mc0[s]*mc1[i]*mc1[j])*tI_g0g0g0g0[((k*S + l)*S + r)*S + s] + (G0[r*S + s]*tG1[i*S + j] + G1[i*S + j]*tG0[r*S + s] + GX1[r*S + i]*tGX1[s*S + j] + GX1[r*S + j]*tGX1[s*S + i] + GX1[s*S + i]*tGX1[r*S + j] + GX1[s*S + j]*tGX1[r*S + i] - 2.0*mc0[r]*mc0[s]*mc1[i]*tmc1[j] - 2.0*mc0[r]*mc0[s]*mc1[j]*tmc1[i] - 2.0*mc0[r]*mc1[i]*mc1[j]*tmc0[s] - 2.0*mc0[s]*mc1[i]*mc1[j]*tmc0[r])*I_g0g0g0g0[((k*S + l)*S + r)*S + s]);
                                }
                            }
                            tB2xx[((k*K + l)*S + i)*S + j] += (params->eta_w*params->eta_w) * sum3;
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
                            double sum3 = 0.0;
                            for (int r = 0; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    for (int p = 0; p < M; ++p) {
                                        sum3 += (s > r ? 2.0 : 1.0) * (I_g0g0g0g0[((k*S + l)*S + r)*S + s]*L0[r*M + p]*L0[s*M + p]*L1[i*M + p]*kappa[p]*tL1[j*M + p] + I_g0g0g0g0[((k*S + l)*S + r)*S + s]*L0[r*M + p]*L0[s*M + p]*L1[j*M + p]*kappa[p]*tL1[i*M + p] + L0[r*M + p]*L0[s*M + p]*L1[i*M + p]*L1[j*M + p]*kappa[p]*tI_g0g0g0g0[((k*S + l)*S + r)*S + s]);
                                    }
                                }
                            }
                            tB2xx[((k*K + l)*S + i)*S + j] += (params->eta_w*params->eta_w) * sum3;
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
                            tB2xx[((l*K + k)*S + i)*S + j] = tB2xx[((k*K + l)*S + i)*S + j];
                            tB2xx[((k*K + l)*S + j)*S + i] = tB2xx[((k*K + l)*S + i)*S + j];
                            tB2xx[((l*K + k)*S + j)*S + i] = tB2xx[((k*K + l)*S + i)*S + j];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            /* tB3: derivative of B3: <d_k d_l d_a> averaged over the task */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        tB3[(k*K + l)*K + a] = 0.0;
                    }
                }
            }
            /* tB3x: derivative of B3x: <d_k d_l d_a> c1_i averaged over the task */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            tB3x[((k*K + l)*K + a)*S + i] = 0.0;
                        }
                    }
                }
            }
            /* tB4: derivative of B4: <d_k d_l d_a d_b> averaged over the task */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            tB4[((k*K + l)*K + a)*K + b] = 0.0;
                        }
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
                /* tzn: derivative of zn: fields at a node */
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (nodes[e*S + j]*tF[i*S + j]);
                    }
                    tzn[i] = sum4;
                }
                for (int i = 0; i < S; ++i) {
                    g0n[i] = erf(0.70710678118654757*zn[i]);
                }
                /* tg0n: derivative of g0n: g at a node */
                for (int i = 0; i < S; ++i) {
                    tg0n[i] = 0.79788456080286541*exp(-0.5*(zn[i]*zn[i]))*tzn[i];
                }
                {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (g0n[j]*mc0[j]);
                    }
                    *mr = -params->eta_w * sum4;
                }
                /* tmr: derivative of mr: mean of the residual over the task */
                {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (g0n[j]*tmc0[j] + mc0[j]*tg0n[j]);
                    }
                    *tmr = -params->eta_w * sum4;
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
                /* tGr: derivative of Gr: its second moment */
                {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            sum4 += (r > j ? 2.0 : 1.0) * (G0[j*S + r]*g0n[j]*tg0n[r] + G0[j*S + r]*g0n[r]*tg0n[j] + g0n[j]*g0n[r]*tG0[j*S + r]);
                        }
                    }
                    *tGr = (params->eta_w*params->eta_w) * sum4;
                }
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (GX1[j*S + i]*g0n[j]);
                    }
                    Xr[i] = -params->eta_w * sum4;
                }
                /* tXr: derivative of Xr: its moment with c1 */
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (GX1[j*S + i]*tg0n[j] + g0n[j]*tGX1[j*S + i]);
                    }
                    tXr[i] = -params->eta_w * sum4;
                }
                *Gd = (params->eta_w*params->eta_w)*(params->noise*params->noise);
                {
                    double sum4 = 0.0;
                    for (int n = 0; n < M; ++n) {
                        sum4 += (G0[(K + n)*S + K + n]*(g0n[K + n]*g0n[K + n]));
                    }
                    *Gd += (params->eta_w*params->eta_w) * sum4;
                }
                /* tGd: derivative of Gd: its second moment, squares of the teacher's units only */
                {
                    double sum4 = 0.0;
                    for (int n = 0; n < M; ++n) {
                        sum4 += (2.0*G0[(K + n)*S + K + n]*g0n[K + n]*tg0n[K + n] + (g0n[K + n]*g0n[K + n])*tG0[(K + n)*S + K + n]);
                    }
                    *tGd = (params->eta_w*params->eta_w) * sum4;
                }
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int n = 0; n < M; ++n) {
                        sum4 += (GX1[(K + n)*S + i]*g0n[K + n]);
                    }
                    Xd[i] = -params->eta_w * sum4;
                }
                /* tXd: derivative of Xd: its moment with c1, the teacher's units only */
                for (int i = 0; i < S; ++i) {
                    double sum4 = 0.0;
                    for (int n = 0; n < M; ++n) {
                        sum4 += (GX1[(K + n)*S + i]*tg0n[K + n] + g0n[K + n]*tGX1[(K + n)*S + i]);
                    }
                    tXd[i] = -params->eta_w * sum4;
                }
                *q3 = 3.0*(*Gr)*(*mr) - 2.0*((*mr)*(*mr)*(*mr));
                /* tq3: derivative of q3: <r^3> over the task, at a node */
                *tq3 = 3.0*(*Gr)*(*tmr) - 6.0*((*mr)*(*mr))*(*tmr) + 3.0*(*mr)*(*tGr);
                for (int i = 0; i < S; ++i) {
                    q3x[i] = -3.0*(*Gd)*Xd[i] + 3.0*(*Gr)*Xr[i] - 2.0*((*mr)*(*mr)*(*mr))*mc1[i];
                }
                /* tq3x: derivative of q3x: <r^3 c1_i> over the task, at a node, but for what needs no nodes */
                for (int i = 0; i < S; ++i) {
                    tq3x[i] = -3.0*(*Gd)*tXd[i] + 3.0*(*Gr)*tXr[i] - 2.0*((*mr)*(*mr)*(*mr))*tmc1[i] - 6.0*((*mr)*(*mr))*(*tmr)*mc1[i] - 3.0*(*tGd)*Xd[i] + 3.0*(*tGr)*Xr[i];
                }
                *q4 = -3.0*((*Gd)*(*Gd)) + 3.0*((*Gr)*(*Gr)) - 2.0*((*mr)*(*mr)*(*mr)*(*mr));
                /* tq4: derivative of q4: <r^4> over the task, at a node, but for what needs no nodes */
                *tq4 = -6.0*(*Gd)*(*tGd) + 6.0*(*Gr)*(*tGr) - 8.0*((*mr)*(*mr)*(*mr))*(*tmr);
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            tB3[(k*K + l)*K + a] += (*q3)*g0n[a]*g0n[k]*tg0n[l]*weights[e] + (*q3)*g0n[a]*g0n[l]*tg0n[k]*weights[e] + (*q3)*g0n[k]*g0n[l]*tg0n[a]*weights[e] + (*tq3)*g0n[a]*g0n[k]*g0n[l]*weights[e];
                        }
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int i = 0; i < S; ++i) {
                                tB3x[((k*K + l)*K + a)*S + i] += g0n[a]*g0n[k]*g0n[l]*tq3x[i]*weights[e] + g0n[a]*g0n[k]*q3x[i]*tg0n[l]*weights[e] + g0n[a]*g0n[l]*q3x[i]*tg0n[k]*weights[e] + g0n[k]*g0n[l]*q3x[i]*tg0n[a]*weights[e];
                            }
                        }
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            for (int b = a; b < K; ++b) {
                                tB4[((k*K + l)*K + a)*K + b] += (*q4)*g0n[a]*g0n[b]*g0n[k]*tg0n[l]*weights[e] + (*q4)*g0n[a]*g0n[b]*g0n[l]*tg0n[k]*weights[e] + (*q4)*g0n[a]*g0n[k]*g0n[l]*tg0n[b]*weights[e] + (*q4)*g0n[b]*g0n[k]*g0n[l]*tg0n[a]*weights[e] + (*tq4)*g0n[a]*g0n[b]*g0n[k]*g0n[l]*weights[e];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        tB3[(l*K + k)*K + a] = tB3[(k*K + l)*K + a];
                        tB3[(k*K + a)*K + l] = tB3[(k*K + l)*K + a];
                        tB3[(l*K + a)*K + k] = tB3[(k*K + l)*K + a];
                        tB3[(a*K + k)*K + l] = tB3[(k*K + l)*K + a];
                        tB3[(a*K + l)*K + k] = tB3[(k*K + l)*K + a];
                    }
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            double sum3 = 0.0;
                            for (int n = 0; n < M; ++n) {
                                for (int m = 0; m < M; ++m) {
                                    sum3 += (G0[(K + n)*S + K + n]*GX1[(K + m)*S + i]*tI_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] + G0[(K + n)*S + K + n]*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m]*tGX1[(K + m)*S + i] + GX1[(K + m)*S + i]*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m]*tG0[(K + n)*S + K + n]);
                                }
                            }
                            tB3x[((k*K + l)*K + a)*S + i] += -3.0*(params->eta_w*params->eta_w*params->eta_w) * sum3;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            double sum3 = 0.0;
                            for (int n = 0; n < M; ++n) {
                                sum3 += (GX1[(K + n)*S + i]*tI_g0g0g0g0[((k*S + l)*S + a)*S + K + n] + I_g0g0g0g0[((k*S + l)*S + a)*S + K + n]*tGX1[(K + n)*S + i]);
                            }
                            tB3x[((k*K + l)*K + a)*S + i] += -3.0*(params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise) * sum3;
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
                            double sum3 = 0.0;
                            for (int n = 0; n < M; ++n) {
                                sum3 += (I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + n]*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*kappa[n]*tL1[i*M + n] + (L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*L1[i*M + n]*kappa[n]*tI_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + n]);
                            }
                            tB3x[((k*K + l)*K + a)*S + i] += -(params->eta_w*params->eta_w*params->eta_w) * sum3;
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
                            tB3x[((l*K + k)*K + a)*S + i] = tB3x[((k*K + l)*K + a)*S + i];
                            tB3x[((k*K + a)*K + l)*S + i] = tB3x[((k*K + l)*K + a)*S + i];
                            tB3x[((l*K + a)*K + k)*S + i] = tB3x[((k*K + l)*K + a)*S + i];
                            tB3x[((a*K + k)*K + l)*S + i] = tB3x[((k*K + l)*K + a)*S + i];
                            tB3x[((a*K + l)*K + k)*S + i] = tB3x[((k*K + l)*K + a)*S + i];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            tB4[((k*K + l)*K + a)*K + b] += 3.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*tI_g0g0g0g0[((k*S + l)*S + a)*S + b];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            double sum3 = 0.0;
                            for (int n = 0; n < M; ++n) {
                                for (int m = n; m < M; ++m) {
                                    sum3 += (m > n ? 2.0 : 1.0) * (G0[(K + m)*S + K + m]*G0[(K + n)*S + K + n]*tI_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] + G0[(K + m)*S + K + m]*I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b]*tG0[(K + n)*S + K + n] + G0[(K + n)*S + K + n]*I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b]*tG0[(K + m)*S + K + m]);
                                }
                            }
                            tB4[((k*K + l)*K + a)*K + b] += 3.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum3;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            double sum3 = 0.0;
                            for (int n = 0; n < M; ++n) {
                                sum3 += (G0[(K + n)*S + K + n]*tI_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] + I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b]*tG0[(K + n)*S + K + n]);
                            }
                            tB4[((k*K + l)*K + a)*K + b] += 6.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise) * sum3;
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
                            double sum3 = 0.0;
                            for (int n = 0; n < M; ++n) {
                                sum3 += ((L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*kappa[n]*tI_ssg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b]);
                            }
                            tB4[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum3;
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
                            tB4[((l*K + k)*K + a)*K + b] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((k*K + a)*K + l)*K + b] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((k*K + l)*K + b)*K + a] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((l*K + a)*K + k)*K + b] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((l*K + k)*K + b)*K + a] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((a*K + k)*K + l)*K + b] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((k*K + a)*K + b)*K + l] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((k*K + b)*K + l)*K + a] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((a*K + l)*K + k)*K + b] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((l*K + a)*K + b)*K + k] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((l*K + b)*K + k)*K + a] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((a*K + k)*K + b)*K + l] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((k*K + b)*K + a)*K + l] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((b*K + k)*K + l)*K + a] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((a*K + l)*K + b)*K + k] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((l*K + b)*K + a)*K + k] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((b*K + l)*K + k)*K + a] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((a*K + b)*K + k)*K + l] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((b*K + k)*K + a)*K + l] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((a*K + b)*K + l)*K + k] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((b*K + l)*K + a)*K + k] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((b*K + a)*K + k)*K + l] = tB4[((k*K + l)*K + a)*K + b];
                            tB4[((b*K + a)*K + l)*K + k] = tB4[((k*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            /* tP2: derivative of P2: <c_i c_j> minus its value at P -> infinity */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tP2[k*S + l] = (*p21)*tB2[k*K + l] + (*p22)*tG1[k*S + l];
                    tP2[l*S + k] = tP2[k*S + l];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    tP2[k*S + K + n] = 0.0;
                    tP2[(K + n)*S + k] = tP2[k*S + K + n];
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    tP2[(K + n)*S + K + m] = 0.0;
                    tP2[(K + m)*S + K + n] = tP2[(K + n)*S + K + m];
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            /* tP4: derivative of P4: <c_i c_j c_r c_s> minus its value at P -> infinity */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            tP4[((k*K + l)*S + a)*S + b] = (*p21)*B2[a*K + b]*tw0[k]*w0[l] + (*p21)*B2[a*K + b]*tw0[l]*w0[k] + (*p21)*B2[k*K + a]*tw0[b]*w0[l] + (*p21)*B2[k*K + a]*tw0[l]*w0[b] + (*p21)*B2[k*K + b]*tw0[a]*w0[l] + (*p21)*B2[k*K + b]*tw0[l]*w0[a] + (*p21)*B2[k*K + l]*tw0[a]*w0[b] + (*p21)*B2[k*K + l]*tw0[b]*w0[a] + (*p21)*B2[l*K + a]*tw0[b]*w0[k] + (*p21)*B2[l*K + a]*tw0[k]*w0[b] + (*p21)*B2[l*K + b]*tw0[a]*w0[k] + (*p21)*B2[l*K + b]*tw0[k]*w0[a] + (*p21)*tB2[a*K + b]*w0[k]*w0[l] + (*p21)*tB2[k*K + a]*w0[b]*w0[l] + (*p21)*tB2[k*K + b]*w0[a]*w0[l] + (*p21)*tB2[k*K + l]*w0[a]*w0[b] + (*p21)*tB2[l*K + a]*w0[b]*w0[k] + (*p21)*tB2[l*K + b]*w0[a]*w0[k] + (*p22)*G1[a*S + b]*tw0[k]*w0[l] + (*p22)*G1[a*S + b]*tw0[l]*w0[k] + (*p22)*G1[k*S + a]*tw0[b]*w0[l] + (*p22)*G1[k*S + a]*tw0[l]*w0[b] + (*p22)*G1[k*S + b]*tw0[a]*w0[l] + (*p22)*G1[k*S + b]*tw0[l]*w0[a] + (*p22)*G1[k*S + l]*tw0[a]*w0[b] + (*p22)*G1[k*S + l]*tw0[b]*w0[a] + (*p22)*G1[l*S + a]*tw0[b]*w0[k] + (*p22)*G1[l*S + a]*tw0[k]*w0[b] + (*p22)*G1[l*S + b]*tw0[a]*w0[k] + (*p22)*G1[l*S + b]*tw0[k]*w0[a] + (*p22)*tG1[a*S + b]*w0[k]*w0[l] + (*p22)*tG1[k*S + a]*w0[b]*w0[l] + (*p22)*tG1[k*S + b]*w0[a]*w0[l] + (*p22)*tG1[k*S + l]*w0[a]*w0[b] + (*p22)*tG1[l*S + a]*w0[b]*w0[k] + (*p22)*tG1[l*S + b]*w0[a]*w0[k] + (*p32)*B2x[(a*K + b)*S + k]*tw0[l] + (*p32)*B2x[(a*K + b)*S + l]*tw0[k] + (*p32)*B2x[(k*K + a)*S + b]*tw0[l] + (*p32)*B2x[(k*K + a)*S + l]*tw0[b] + (*p32)*B2x[(k*K + b)*S + a]*tw0[l] + (*p32)*B2x[(k*K + b)*S + l]*tw0[a] + (*p32)*B2x[(k*K + l)*S + a]*tw0[b] + (*p32)*B2x[(k*K + l)*S + b]*tw0[a] + (*p32)*B2x[(l*K + a)*S + b]*tw0[k] + (*p32)*B2x[(l*K + a)*S + k]*tw0[b] + (*p32)*B2x[(l*K + b)*S + a]*tw0[k] + (*p32)*B2x[(l*K + b)*S + k]*tw0[a] + (*p32)*tB2x[(a*K + b)*S + k]*w0[l] + (*p32)*tB2x[(a*K + b)*S + l]*w0[k] + (*p32)*tB2x[(k*K + a)*S + b]*w0[l] + (*p32)*tB2x[(k*K + a)*S + l]*w0[b] + (*p32)*tB2x[(k*K + b)*S + a]*w0[l] + (*p32)*tB2x[(k*K + b)*S + l]*w0[a] + (*p32)*tB2x[(k*K + l)*S + a]*w0[b] + (*p32)*tB2x[(k*K + l)*S + b]*w0[a] + (*p32)*tB2x[(l*K + a)*S + b]*w0[k] + (*p32)*tB2x[(l*K + a)*S + k]*w0[b] + (*p32)*tB2x[(l*K + b)*S + a]*w0[k] + (*p32)*tB2x[(l*K + b)*S + k]*w0[a] + (*p33)*G1[a*S + b]*mc1[k]*tw0[l] + (*p33)*G1[a*S + b]*mc1[l]*tw0[k] + (*p33)*G1[a*S + b]*tmc1[k]*w0[l] + (*p33)*G1[a*S + b]*tmc1[l]*w0[k] + (*p33)*G1[k*S + a]*mc1[b]*tw0[l] + (*p33)*G1[k*S + a]*mc1[l]*tw0[b] + (*p33)*G1[k*S + a]*tmc1[b]*w0[l] + (*p33)*G1[k*S + a]*tmc1[l]*w0[b] + (*p33)*G1[k*S + b]*mc1[a]*tw0[l] + (*p33)*G1[k*S + b]*mc1[l]*tw0[a] + (*p33)*G1[k*S + b]*tmc1[a]*w0[l] + (*p33)*G1[k*S + b]*tmc1[l]*w0[a] + (*p33)*G1[k*S + l]*mc1[a]*tw0[b] + (*p33)*G1[k*S + l]*mc1[b]*tw0[a] + (*p33)*G1[k*S + l]*tmc1[a]*w0[b] + (*p33)*G1[k*S + l]*tmc1[b]*w0[a] + (*p33)*G1[l*S + a]*mc1[b]*tw0[k] + (*p33)*G1[l*S + a]*mc1[k]*tw0[b] + (*p33)*G1[l*S + a]*tmc1[b]*w0[k] + (*p33)*G1[l*S + a]*tmc1[k]*w0[b] + (*p33)*G1[l*S + b]*mc1[a]*tw0[k] + (*p33)*G1[l*S + b]*mc1[k]*tw0[a] + (*p33)*G1[l*S + b]*tmc1[a]*w0[k] + (*p33)*G1[l*S + b]*tmc1[k]*w0[a] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[k]*tw0[l] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[l]*tw0[k] - 2.0*(*p33)*mc1[a]*mc1[b]*tmc1[k]*w0[l] - 2.0*(*p33)*mc1[a]*mc1[b]*tmc1[l]*w0[k] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*tw0[b] - 2.0*(*p33)*mc1[a]*mc1[k]*tmc1[b]*w0[l] - 2.0*(*p33)*mc1[a]*mc1[k]*tmc1[l]*w0[b] - 2.0*(*p33)*mc1[a]*mc1[l]*tmc1[b]*w0[k] - 2.0*(*p33)*mc1[a]*mc1[l]*tmc1[k]*w0[b] + (*p33)*mc1[a]*tG1[k*S + b]*w0[l] + (*p33)*mc1[a]*tG1[k*S + l]*w0[b] + (*p33)*mc1[a]*tG1[l*S + b]*w0[k] - 2.0*(*p33)*mc1[b]*mc1[k]*mc1[l]*tw0[a] - 2.0*(*p33)*mc1[b]*mc1[k]*tmc1[a]*w0[l] - 2.0*(*p33)*mc1[b]*mc1[k]*tmc1[l]*w0[a] - 2.0*(*p33)*mc1[b]*mc1[l]*tmc1[a]*w0[k] - 2.0*(*p33)*mc1[b]*mc1[l]*tmc1[k]*w0[a] + (*p33)*mc1[b]*tG1[k*S + a]*w0[l] + (*p33)*mc1[b]*tG1[k*S + l]*w0[a] + (*p33)*mc1[b]*tG1[l*S + a]*w0[k] - 2.0*(*p33)*mc1[k]*mc1[l]*tmc1[a]*w0[b] - 2.0*(*p33)*mc1[k]*mc1[l]*tmc1[b]*w0[a] + (*p33)*mc1[k]*tG1[a*S + b]*w0[l] + (*p33)*mc1[k]*tG1[l*S + a]*w0[b] + (*p33)*mc1[k]*tG1[l*S + b]*w0[a] + (*p33)*mc1[l]*tG1[a*S + b]*w0[k] + (*p33)*mc1[l]*tG1[k*S + a]*w0[b] + (*p33)*mc1[l]*tG1[k*S + b]*w0[a] + (*p43)*tB2xx[((a*K + b)*S + k)*S + l] + (*p43)*tB2xx[((k*K + a)*S + l)*S + b] + (*p43)*tB2xx[((k*K + b)*S + l)*S + a] + (*p43)*tB2xx[((k*K + l)*S + a)*S + b] + (*p43)*tB2xx[((l*K + a)*S + k)*S + b] + (*p43)*tB2xx[((l*K + b)*S + k)*S + a] + (*p44)*G1[a*S + b]*tG1[k*S + l] + (*p44)*G1[k*S + a]*tG1[l*S + b] + (*p44)*G1[k*S + b]*tG1[l*S + a] + (*p44)*G1[k*S + l]*tG1[a*S + b] + (*p44)*G1[l*S + a]*tG1[k*S + b] + (*p44)*G1[l*S + b]*tG1[k*S + a] - 2.0*(*p44)*mc1[a]*mc1[b]*mc1[k]*tmc1[l] - 2.0*(*p44)*mc1[a]*mc1[b]*mc1[l]*tmc1[k] - 2.0*(*p44)*mc1[a]*mc1[k]*mc1[l]*tmc1[b] - 2.0*(*p44)*mc1[b]*mc1[k]*mc1[l]*tmc1[a];
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
                            tP4[((k*K + l)*S + a)*S + b] += (*p31)*B3[(k*K + a)*K + b]*tw0[l] + (*p31)*B3[(k*K + l)*K + a]*tw0[b] + (*p31)*B3[(k*K + l)*K + b]*tw0[a] + (*p31)*B3[(l*K + a)*K + b]*tw0[k] + (*p31)*tB3[(k*K + a)*K + b]*w0[l] + (*p31)*tB3[(k*K + l)*K + a]*w0[b] + (*p31)*tB3[(k*K + l)*K + b]*w0[a] + (*p31)*tB3[(l*K + a)*K + b]*w0[k] + (*p41)*tB4[((k*K + l)*K + a)*K + b] + (*p42)*tB22[((a*K + b)*K + k)*K + l] + (*p42)*tB22[((k*K + a)*K + l)*K + b] + (*p42)*tB22[((l*K + a)*K + k)*K + b] + (*p42)*tB3x[((k*K + a)*K + b)*S + l] + (*p42)*tB3x[((k*K + l)*K + a)*S + b] + (*p42)*tB3x[((k*K + l)*K + b)*S + a] + (*p42)*tB3x[((l*K + a)*K + b)*S + k];
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
                            double sum3 = 0.0;
                            for (int p = 0; p < M; ++p) {
                                sum3 += (L1[a*M + p]*L1[b*M + p]*L1[k*M + p]*kappa[p]*tL1[l*M + p] + L1[a*M + p]*L1[b*M + p]*L1[l*M + p]*kappa[p]*tL1[k*M + p] + L1[a*M + p]*L1[k*M + p]*L1[l*M + p]*kappa[p]*tL1[b*M + p] + L1[b*M + p]*L1[k*M + p]*L1[l*M + p]*kappa[p]*tL1[a*M + p]);
                            }
                            tP4[((k*K + l)*S + a)*S + b] += (*p44) * sum3;
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
                            tP4[((l*K + k)*S + a)*S + b] = tP4[((k*K + l)*S + a)*S + b];
                            tP4[((k*K + l)*S + b)*S + a] = tP4[((k*K + l)*S + a)*S + b];
                            tP4[((l*K + k)*S + b)*S + a] = tP4[((k*K + l)*S + a)*S + b];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            tP4[((k*K + l)*S + a)*S + K + n] = (*p21)*B2x[(k*K + a)*S + K + n]*tw0[l] + (*p21)*B2x[(k*K + l)*S + K + n]*tw0[a] + (*p21)*B2x[(l*K + a)*S + K + n]*tw0[k] + (*p21)*tB2x[(k*K + a)*S + K + n]*w0[l] + (*p21)*tB2x[(k*K + l)*S + K + n]*w0[a] + (*p21)*tB2x[(l*K + a)*S + K + n]*w0[k] + (*p22)*G1[a*S + K + n]*mc1[k]*tw0[l] + (*p22)*G1[a*S + K + n]*mc1[l]*tw0[k] + (*p22)*G1[a*S + K + n]*tmc1[k]*w0[l] + (*p22)*G1[a*S + K + n]*tmc1[l]*w0[k] + (*p22)*G1[k*S + a]*mc1[K + n]*tw0[l] + (*p22)*G1[k*S + a]*tmc1[K + n]*w0[l] + (*p22)*G1[k*S + l]*mc1[K + n]*tw0[a] + (*p22)*G1[k*S + l]*tmc1[K + n]*w0[a] + (*p22)*G1[k*S + K + n]*mc1[a]*tw0[l] + (*p22)*G1[k*S + K + n]*mc1[l]*tw0[a] + (*p22)*G1[k*S + K + n]*tmc1[a]*w0[l] + (*p22)*G1[k*S + K + n]*tmc1[l]*w0[a] + (*p22)*G1[l*S + a]*mc1[K + n]*tw0[k] + (*p22)*G1[l*S + a]*tmc1[K + n]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[a]*tw0[k] + (*p22)*G1[l*S + K + n]*mc1[k]*tw0[a] + (*p22)*G1[l*S + K + n]*tmc1[a]*w0[k] + (*p22)*G1[l*S + K + n]*tmc1[k]*w0[a] - 2.0*(*p22)*mc1[a]*mc1[k]*mc1[K + n]*tw0[l] - 2.0*(*p22)*mc1[a]*mc1[k]*tmc1[K + n]*w0[l] - 2.0*(*p22)*mc1[a]*mc1[l]*mc1[K + n]*tw0[k] - 2.0*(*p22)*mc1[a]*mc1[l]*tmc1[K + n]*w0[k] - 2.0*(*p22)*mc1[a]*mc1[K + n]*tmc1[k]*w0[l] - 2.0*(*p22)*mc1[a]*mc1[K + n]*tmc1[l]*w0[k] + (*p22)*mc1[a]*tG1[k*S + K + n]*w0[l] + (*p22)*mc1[a]*tG1[l*S + K + n]*w0[k] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + n]*tw0[a] - 2.0*(*p22)*mc1[k]*mc1[l]*tmc1[K + n]*w0[a] - 2.0*(*p22)*mc1[k]*mc1[K + n]*tmc1[a]*w0[l] - 2.0*(*p22)*mc1[k]*mc1[K + n]*tmc1[l]*w0[a] + (*p22)*mc1[k]*tG1[a*S + K + n]*w0[l] + (*p22)*mc1[k]*tG1[l*S + K + n]*w0[a] - 2.0*(*p22)*mc1[l]*mc1[K + n]*tmc1[a]*w0[k] - 2.0*(*p22)*mc1[l]*mc1[K + n]*tmc1[k]*w0[a] + (*p22)*mc1[l]*tG1[a*S + K + n]*w0[k] + (*p22)*mc1[l]*tG1[k*S + K + n]*w0[a] + (*p22)*mc1[K + n]*tG1[k*S + a]*w0[l] + (*p22)*mc1[K + n]*tG1[k*S + l]*w0[a] + (*p22)*mc1[K + n]*tG1[l*S + a]*w0[k] + (*p32)*tB2xx[((k*K + a)*S + l)*S + K + n] + (*p32)*tB2xx[((k*K + l)*S + a)*S + K + n] + (*p32)*tB2xx[((l*K + a)*S + k)*S + K + n] + (*p33)*G1[a*S + K + n]*tG1[k*S + l] + (*p33)*G1[k*S + a]*tG1[l*S + K + n] + (*p33)*G1[k*S + l]*tG1[a*S + K + n] + (*p33)*G1[k*S + K + n]*tG1[l*S + a] + (*p33)*G1[l*S + a]*tG1[k*S + K + n] + (*p33)*G1[l*S + K + n]*tG1[k*S + a] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*tmc1[K + n] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[K + n]*tmc1[l] - 2.0*(*p33)*mc1[a]*mc1[l]*mc1[K + n]*tmc1[k] - 2.0*(*p33)*mc1[k]*mc1[l]*mc1[K + n]*tmc1[a];
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
                            tP4[((k*K + l)*S + a)*S + K + n] += (*p31)*tB3x[((k*K + l)*K + a)*S + K + n];
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
                            double sum3 = 0.0;
                            for (int p = 0; p < M; ++p) {
                                sum3 += (L1[a*M + p]*L1[k*M + p]*L1[l*M + p]*kappa[p]*tL1[(K + n)*M + p] + L1[a*M + p]*L1[k*M + p]*L1[(K + n)*M + p]*kappa[p]*tL1[l*M + p] + L1[a*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p]*tL1[k*M + p] + L1[k*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p]*tL1[a*M + p]);
                            }
                            tP4[((k*K + l)*S + a)*S + K + n] += (*p33) * sum3;
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
                            tP4[((l*K + k)*S + a)*S + K + n] = tP4[((k*K + l)*S + a)*S + K + n];
                            tP4[((k*K + l)*S + K + n)*S + a] = tP4[((k*K + l)*S + a)*S + K + n];
                            tP4[((l*K + k)*S + K + n)*S + a] = tP4[((k*K + l)*S + a)*S + K + n];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = n; m < M; ++m) {
                            tP4[((k*K + l)*S + K + n)*S + K + m] = (*p21)*tB2xx[((k*K + l)*S + K + n)*S + K + m] + (*p22)*G1[k*S + l]*tG1[(K + n)*S + K + m] + (*p22)*G1[k*S + K + m]*tG1[l*S + K + n] + (*p22)*G1[k*S + K + n]*tG1[l*S + K + m] + (*p22)*G1[l*S + K + m]*tG1[k*S + K + n] + (*p22)*G1[l*S + K + n]*tG1[k*S + K + m] + (*p22)*G1[(K + n)*S + K + m]*tG1[k*S + l] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + m]*tmc1[K + n] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + n]*tmc1[K + m] - 2.0*(*p22)*mc1[k]*mc1[K + m]*mc1[K + n]*tmc1[l] - 2.0*(*p22)*mc1[l]*mc1[K + m]*mc1[K + n]*tmc1[k];
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
                            double sum3 = 0.0;
                            for (int p = 0; p < M; ++p) {
                                sum3 += (L1[k*M + p]*L1[l*M + p]*L1[(K + m)*M + p]*kappa[p]*tL1[(K + n)*M + p] + L1[k*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p]*tL1[(K + m)*M + p] + L1[k*M + p]*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p]*tL1[l*M + p] + L1[l*M + p]*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p]*tL1[k*M + p]);
                            }
                            tP4[((k*K + l)*S + K + n)*S + K + m] += (*p22) * sum3;
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
                            tP4[((l*K + k)*S + K + n)*S + K + m] = tP4[((k*K + l)*S + K + n)*S + K + m];
                            tP4[((k*K + l)*S + K + m)*S + K + n] = tP4[((k*K + l)*S + K + n)*S + K + m];
                            tP4[((l*K + k)*S + K + m)*S + K + n] = tP4[((k*K + l)*S + K + n)*S + K + m];
                        }
                    }
                }
            }
        }
        /* tA: derivative of A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += (G[k*S + j]*tI3[(k*S + i)*S + j] + I3[(k*S + i)*S + j]*tG[k*S + j]);
                }
                tA[k*S + i] = -params->eta_J * sum2;
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    double sum3 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum3 += (I3[(k*S + i)*S + j]*tP2[k*S + j] + P2[k*S + j]*tI3[(k*S + i)*S + j]);
                    }
                    tA[k*S + i] += -params->eta_J * sum3;
                }
            }
        }
        if (isfinite(params->V)) {
            /* tE: derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tE[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G[k*S + l]*tJ2[k*K + l]/params->V + (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*K + l]*tG[k*S + l]/params->V;
                    tE[l*K + k] = tE[k*K + l];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum3 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            sum3 += (j > i ? 2.0 : 1.0) * ((G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i] - 2.0*mc[i]*mc[j]*mc[k]*mc[l])*tI4[((k*K + l)*S + i)*S + j] + (G[i*S + j]*tG[k*S + l] + G[k*S + i]*tG[l*S + j] + G[k*S + j]*tG[l*S + i] + G[k*S + l]*tG[i*S + j] + G[l*S + i]*tG[k*S + j] + G[l*S + j]*tG[k*S + i] - 2.0*mc[i]*mc[j]*mc[k]*tmc[l] - 2.0*mc[i]*mc[j]*mc[l]*tmc[k] - 2.0*mc[i]*mc[k]*mc[l]*tmc[j] - 2.0*mc[j]*mc[k]*mc[l]*tmc[i])*I4[((k*K + l)*S + i)*S + j]);
                        }
                    }
                    tE[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum3;
                    tE[l*K + k] = tE[k*K + l];
                }
            }
        }
        if (isfinite(params->P) && isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tE[k*K + l] += (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*K + l]*tP2[k*S + l]/params->V + (params->eta_J*params->eta_J)*(params->noise*params->noise)*P2[k*S + l]*tJ2[k*K + l]/params->V;
                    tE[l*K + k] = tE[k*K + l];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum3 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            sum3 += (j > i ? 2.0 : 1.0) * (I4[((k*K + l)*S + i)*S + j]*tP4[((k*K + l)*S + i)*S + j] + P4[((k*K + l)*S + i)*S + j]*tI4[((k*K + l)*S + i)*S + j]);
                        }
                    }
                    tE[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum3;
                    tE[l*K + k] = tE[k*K + l];
                }
            }
        }
        if (isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum3 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            for (int p = 0; p < M; ++p) {
                                sum3 += (j > i ? 2.0 : 1.0) * (I4[((k*K + l)*S + i)*S + j]*L[i*M + p]*L[j*M + p]*L[k*M + p]*kappa[p]*tL[l*M + p] + I4[((k*K + l)*S + i)*S + j]*L[i*M + p]*L[j*M + p]*L[l*M + p]*kappa[p]*tL[k*M + p] + I4[((k*K + l)*S + i)*S + j]*L[i*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]*tL[j*M + p] + I4[((k*K + l)*S + i)*S + j]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]*tL[i*M + p] + L[i*M + p]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]*tI4[((k*K + l)*S + i)*S + j]);
                            }
                        }
                    }
                    tE[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum3;
                    tE[l*K + k] = tE[k*K + l];
                }
            }
        }
        /* tdR: derivative of dR: dR/dalpha */
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                tdR[k*M + n] = -params->decay*params->eta_J*tR[k*M + n] + tA[k*S + K + n];
            }
        }
        /* tdQ: derivative of dQ: dQ/dalpha */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                tdQ[fo_anil_fluctuations_packed(K, k, l)] = -2.0*params->decay*params->eta_J*tQ[fo_anil_fluctuations_packed(K, k, l)] + tA[k*S + l] + tA[l*S + k];
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tdQ[fo_anil_fluctuations_packed(K, k, l)] += tE[k*K + l];
                }
            }
        }
        /* tdw0: derivative of dw0: dw0/dalpha */
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (I2[k*S + i]*tmc[i] + mc[i]*tI2[k*S + i]);
            }
            tdw0[k] = -params->eta_0 * sum2;
        }
    }
}

int fo_anil_fluctuations_tangent(int K, int M, const fo_anil_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work)
{
    const size_t n = fo_anil_fluctuations_state_size(K, M);
    const int status = fo_anil_fluctuations_checked(K, M, params);
    const double higher = params && params->first_order ? 0.0 : 1.0;
    int needed = 0;

    if (status != FO_ANIL_FLUCTUATIONS_OK) {
        return status;
    }
    if (!fo_anil_fluctuations_counted(fo_anil_fluctuations_tangent_work(K, M, params))) {
        return FO_ANIL_FLUCTUATIONS_TOO_LARGE;
    }
    for (size_t row = 0; row < count; ++row) {
        needed |= fo_anil_fluctuations_needs_rule(K, M, params, state) || fo_anil_fluctuations_needs_rule(K, M, params, directions + row*n);
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && !(params->nodes && params->weights && params->n_nodes > 0) && (params->n_nodes != 0 || needed)) {
        return FO_ANIL_FLUCTUATIONS_NODES;
    }
    if (!fo_anil_fluctuations_all_finite(n, state) || !fo_anil_fluctuations_all_finite(count*n, directions)) {
        return FO_ANIL_FLUCTUATIONS_NONFINITE;
    }
    fo_anil_fluctuations_tangent_arrays(K, M, params, state, count, directions, results, work);
    return fo_anil_fluctuations_all_finite(count*n, results) ? FO_ANIL_FLUCTUATIONS_OK : FO_ANIL_FLUCTUATIONS_DOMAIN;
}

/* How many doubles of work eps_g_tangent needs; counted in double, which cannot wrap. */
static double fo_anil_fluctuations_eps_g_tangent_work(int K, int M, const fo_anil_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M + 1.0*S;
    size += 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K;
    size += 1.0*K*M + 1.0*K*M + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
    if (isfinite(params->P)) {
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S*M + 1.0*S;
        size += 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K;
        size += 1.0*S*S + 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*K + 1.0*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void fo_anil_fluctuations_eps_g_tangent_arrays(int K, int M, const fo_anil_fluctuations_params *params, const double *FO_ANIL_FLUCTUATIONS_RESTRICT state,
                                 size_t count, const double *directions, double *results, double *FO_ANIL_FLUCTUATIONS_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const double *known_task = params->known_task;
    const size_t with_P = isfinite(params->P) ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *r2 = C + (size_t)S*(size_t)S;
    double *I2 = r2 + (size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *base = H_next + (size_t)K*(size_t)M;
    double *L = base + (size_t)S;
    double *mc = L + (size_t)S*(size_t)M;
    double *G = mc + (size_t)S;
    double *tC = G + (size_t)S*(size_t)S;
    double *tr2 = tC + (size_t)S*(size_t)S;
    double *tI2 = tr2 + (size_t)S;
    double *th = tI2 + (size_t)S*(size_t)S;
    double *th_next = th + (size_t)K;
    double *tH = th_next + (size_t)K;
    double *tH_next = tH + (size_t)K*(size_t)M;
    double *tbase = tH_next + (size_t)K*(size_t)M;
    double *tL = tbase + (size_t)S;
    double *tmc = tL + (size_t)S*(size_t)M;
    double *tG = tmc + (size_t)S;
    double *r0 = tG + (size_t)S*(size_t)S;
    double *r1 = r0 + with_P*(size_t)S*(size_t)n_fine;
    double *I_eg0g0_fff = r1 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *r3 = I_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *I_g0g0g0g0 = r3 + with_P*(size_t)S*(size_t)S;
    double *base0 = I_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *L0 = base0 + with_P*(size_t)S;
    double *base1 = L0 + with_P*(size_t)S*(size_t)M;
    double *L1 = base1 + with_P*(size_t)S;
    double *mc0 = L1 + with_P*(size_t)S*(size_t)M;
    double *G0 = mc0 + with_P*(size_t)S;
    double *mc1 = G0 + with_P*(size_t)S*(size_t)S;
    double *G1 = mc1 + with_P*(size_t)S;
    double *p21 = G1 + with_P*(size_t)S*(size_t)S;
    double *p22 = p21 + with_P*(size_t)1;
    double *B2 = p22 + with_P*(size_t)1;
    double *P2 = B2 + with_P*(size_t)K*(size_t)K;
    double *tr0 = P2 + with_P*(size_t)S*(size_t)S;
    double *tr1 = tr0 + with_P*(size_t)S*(size_t)n_fine;
    double *tI_eg0g0_fff = tr1 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *tr3 = tI_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *tI_g0g0g0g0 = tr3 + with_P*(size_t)S*(size_t)S;
    double *tbase0 = tI_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *tbase1 = tbase0 + with_P*(size_t)S;
    double *tL1 = tbase1 + with_P*(size_t)S;
    double *tmc0 = tL1 + with_P*(size_t)S*(size_t)M;
    double *tG0 = tmc0 + with_P*(size_t)S;
    double *tmc1 = tG0 + with_P*(size_t)S*(size_t)S;
    double *tG1 = tmc1 + with_P*(size_t)S;
    double *tB2 = tG1 + with_P*(size_t)S*(size_t)S;
    double *tP2 = tB2 + with_P*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_P;
    (void)kurtosis;
    (void)known_task;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[fo_anil_fluctuations_packed(K, k, l)];
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
    if (isfinite(params->P)) {
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
        /* I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    double sum2 = 0.0;
                    for (int x = 0; x < n_fine; ++x) {
                        sum2 += (asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r])*r1[(i*S + j)*n_fine + x]*r1[(i*S + r)*n_fine + x])*fine_weight[x]*r0[i*n_fine + x]);
                    }
                    I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum2;
                    I_eg0g0_fff[(i*S + r)*S + j] = I_eg0g0_fff[(i*S + j)*S + r];
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
            for (int j = 0; j < S; ++j) {
                r3[i*S + j] = asin(C[i*S + j]*r2[i]*r2[j]);
            }
        }
        /* I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                for (int r = j + 1; r < S; ++r) {
                    for (int s = r + 1; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = fo_anil_fluctuations_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
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
    for (int step = 0; step < params->inner_steps; ++step) {
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
            H[k*M + m] = 0.0;
        }
    }
    for (int step = 0; step < params->inner_steps; ++step) {
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
    /* base: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
    for (int k = 0; k < K; ++k) {
        base[k] = h[k];
    }
    for (int n = 0; n < M; ++n) {
        base[K + n] = 0.0;
    }
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
    if (isfinite(params->P)) {
        /* base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base0[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base0[K + n] = 0.0;
        }
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
        /* base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
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
    /* mc: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc[i] = base[i];
    }
    for (int i = 0; i < S; ++i) {
        double sum1 = 0.0;
        for (int m = 0; m < M; ++m) {
            sum1 += (L[i*M + m]*mean[m]);
        }
        mc[i] += sum1;
    }
    /* G: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G[i*S + j] = mc[i]*mc[j];
            G[j*S + i] = G[i*S + j];
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L[i*M + m]*L[j*M + p]*cov[m*M + p]);
                }
            }
            G[i*S + j] += sum1;
            G[j*S + i] = G[i*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* mc0: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            mc0[i] = base0[i];
        }
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int m = 0; m < M; ++m) {
                sum2 += (L0[i*M + m]*mean[m]);
            }
            mc0[i] += sum2;
        }
        /* G0: <c_i c_j> over the task */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G0[i*S + j] = mc0[i]*mc0[j];
                G0[j*S + i] = G0[i*S + j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                    }
                }
                G0[i*S + j] += sum2;
                G0[j*S + i] = G0[i*S + j];
            }
        }
        /* mc1: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            mc1[i] = base1[i];
        }
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int m = 0; m < M; ++m) {
                sum2 += (L1[i*M + m]*mean[m]);
            }
            mc1[i] += sum2;
        }
        /* G1: <c_i c_j> over the task */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G1[i*S + j] = mc1[i]*mc1[j];
                G1[j*S + i] = G1[i*S + j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L1[i*M + m]*L1[j*M + p]*cov[m*M + p]);
                    }
                }
                G1[i*S + j] += sum2;
                G1[j*S + i] = G1[i*S + j];
            }
        }
        /* p21: share of 2 support samples in 1 given blocks */
        *p21 = 1.0/params->P;
        /* p22: share of 2 support samples in 2 given blocks, minus 1 */
        *p22 = -1.0/params->P;
        /* B2: <d_k d_l> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                B2[k*K + l] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l];
                B2[l*K + k] = B2[k*K + l];
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
                B2[l*K + k] = B2[k*K + l];
            }
        }
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
                P2[(K + n)*S + k] = P2[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
                P2[(K + m)*S + K + n] = P2[(K + n)*S + K + m];
            }
        }
    }
    for (size_t row = 0; row < count; ++row) {
        const double *tR = directions + row*(overlaps + (size_t)K);
        const double *tQ = tR + (size_t)K*(size_t)M;
        const double *tw0 = tR + overlaps;
        double *teps_g = results + row;

        (void)tw0;
        /* tC: derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]] */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                tC[k*S + l] = tQ[fo_anil_fluctuations_packed(K, k, l)];
                tC[l*S + k] = tC[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                tC[k*S + K + n] = tR[k*M + n];
                tC[(K + n)*S + k] = tC[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                tC[(K + n)*S + K + m] = 0.0;
                tC[(K + m)*S + K + n] = tC[(K + n)*S + K + m];
            }
        }
        if (isfinite(params->P)) {
            /* tr0: derivative of r0: 1/sqrt(C[i, i]*fine[x] + 1) */
            for (int i = 0; i < S; ++i) {
                for (int x = 0; x < n_fine; ++x) {
                    tr0[i*n_fine + x] = -0.5*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]*r0[i*n_fine + x])*tC[i*S + i];
                }
            }
            /* tr1: derivative of r1: 1/sqrt(-C[i, j]**2*fine[x]*r0[i, x]**2 + C[j, j] + 1) */
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int x = 0; x < n_fine; ++x) {
                        tr1[(i*S + j)*n_fine + x] = -0.5*(-2.0*(C[i*S + j]*C[i*S + j])*fine[x]*r0[i*n_fine + x]*tr0[i*n_fine + x] - 2.0*C[i*S + j]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x])*tC[i*S + j] + tC[j*S + j])*(r1[(i*S + j)*n_fine + x]*r1[(i*S + j)*n_fine + x]*r1[(i*S + j)*n_fine + x]);
                    }
                }
            }
            /* tI_eg0g0_fff: derivative of I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        double sum3 = 0.0;
                        for (int x = 0; x < n_fine; ++x) {
                            sum3 += (((-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r])*r1[(i*S + j)*n_fine + x]*tr1[(i*S + r)*n_fine + x] + (-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r])*r1[(i*S + r)*n_fine + x]*tr1[(i*S + j)*n_fine + x] + (-2.0*C[i*S + j]*C[i*S + r]*fine[x]*r0[i*n_fine + x]*tr0[i*n_fine + x] - C[i*S + j]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x])*tC[i*S + r] - C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x])*tC[i*S + j] + tC[j*S + r])*r1[(i*S + j)*n_fine + x]*r1[(i*S + r)*n_fine + x])*(1.0 / sqrt(-((-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r])*(-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r]))*(r1[(i*S + j)*n_fine + x]*r1[(i*S + j)*n_fine + x])*(r1[(i*S + r)*n_fine + x]*r1[(i*S + r)*n_fine + x]) + 1.0))*fine_weight[x]*r0[i*n_fine + x] + asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r])*r1[(i*S + j)*n_fine + x]*r1[(i*S + r)*n_fine + x])*fine_weight[x]*tr0[i*n_fine + x]);
                        }
                        tI_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum3;
                        tI_eg0g0_fff[(i*S + r)*S + j] = tI_eg0g0_fff[(i*S + j)*S + r];
                    }
                }
            }
        }
        /* tr2: derivative of r2: 1/sqrt(C[i, i] + 1) */
        for (int i = 0; i < S; ++i) {
            tr2[i] = -0.5*(r2[i]*r2[i]*r2[i])*tC[i*S + i];
        }
        /* tI2: derivative of I2: <g(z_i) g(z_j)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                tI2[i*S + j] = 0.63661977236758138*(C[i*S + j]*r2[i]*tr2[j] + C[i*S + j]*r2[j]*tr2[i] + r2[i]*r2[j]*tC[i*S + j])*(1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*(r2[i]*r2[i])*(r2[j]*r2[j]) + 1.0));
                tI2[j*S + i] = tI2[i*S + j];
            }
        }
        if (isfinite(params->P)) {
            /* tr3: derivative of r3: asin(C[i, j]*r2[i]*r2[j]) */
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    tr3[i*S + j] = (C[i*S + j]*r2[i]*tr2[j] + C[i*S + j]*r2[j]*tr2[i] + r2[i]*r2[j]*tC[i*S + j])*(1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*(r2[i]*r2[i])*(r2[j]*r2[j]) + 1.0));
                }
            }
            /* tI_g0g0g0g0: derivative of I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
            for (int i = 0; i < S; ++i) {
                for (int j = i + 1; j < S; ++j) {
                    for (int r = j + 1; r < S; ++r) {
                        for (int s = r + 1; s < S; ++s) {
                            tI_g0g0g0g0[((i*S + j)*S + r)*S + s] = fo_anil_fluctuations_joint4_along(1.0, 0.0, C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s], tC[i*S + i], tC[i*S + j], tC[i*S + r], tC[i*S + s], tC[j*S + j], tC[j*S + r], tC[j*S + s], tC[r*S + r], tC[r*S + s], tC[s*S + s]);
                            tI_g0g0g0g0[((j*S + i)*S + r)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + r)*S + j)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + j)*S + s)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + r)*S + i)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + i)*S + s)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + i)*S + j)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + r)*S + s)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + s)*S + j)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + j)*S + i)*S + s] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + r)*S + s)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + s)*S + i)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + i)*S + s)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((i*S + s)*S + r)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + i)*S + j)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + j)*S + s)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((j*S + s)*S + r)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + j)*S + i)*S + r] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + s)*S + i)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + i)*S + r)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((r*S + s)*S + j)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + j)*S + r)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + r)*S + i)*S + j] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                            tI_g0g0g0g0[((s*S + r)*S + j)*S + i] = tI_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        }
                    }
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        tI_g0g0g0g0[((i*S + i)*S + j)*S + r] = tI_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*tr3[j*S + r];
                        tI_g0g0g0g0[((i*S + i)*S + r)*S + j] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((i*S + j)*S + i)*S + r] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((i*S + r)*S + i)*S + j] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((i*S + j)*S + r)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((j*S + i)*S + i)*S + r] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((i*S + r)*S + j)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((r*S + i)*S + i)*S + j] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((j*S + i)*S + r)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((r*S + i)*S + j)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((j*S + r)*S + i)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                        tI_g0g0g0g0[((r*S + j)*S + i)*S + i] = tI_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            h[k] = w0[k];
        }
        /* th: derivative of h: head after the inner loop: its part without the task */
        for (int k = 0; k < K; ++k) {
            th[k] = tw0[k];
        }
        for (int step = 0; step < params->inner_steps; ++step) {
            for (int k = 0; k < K; ++k) {
                h_next[k] = h[k];
            }
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum3 += (I2[k*S + l]*h[l]);
                }
                h_next[k] += -params->eta_w * sum3;
            }
            /* th_next: th after one more step */
            for (int k = 0; k < K; ++k) {
                th_next[k] = th[k];
            }
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum3 += (I2[k*S + l]*th[l] + h[l]*tI2[k*S + l]);
                }
                th_next[k] += -params->eta_w * sum3;
            }
            for (int k = 0; k < K; ++k) {
                h[k] = h_next[k];
            }
            for (int k = 0; k < K; ++k) {
                th[k] = th_next[k];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                H[k*M + m] = 0.0;
            }
        }
        /* tH: derivative of H: its response to the task: w_k = h_k + sum_m H_km u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                tH[k*M + m] = 0.0;
            }
        }
        for (int step = 0; step < params->inner_steps; ++step) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    double sum3 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum3 += (H[l*M + m]*I2[k*S + l]);
                    }
                    H_next[k*M + m] += -params->eta_w * sum3;
                }
            }
            /* tH_next: tH after one more step */
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    tH_next[k*M + m] = params->eta_w*tI2[k*S + K + m] + tH[k*M + m];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    double sum3 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum3 += (H[l*M + m]*tI2[k*S + l] + I2[k*S + l]*tH[l*M + m]);
                    }
                    tH_next[k*M + m] += -params->eta_w * sum3;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = H_next[k*M + m];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    tH[k*M + m] = tH_next[k*M + m];
                }
            }
        }
        /* tbase: derivative of base: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            tbase[k] = th[k];
        }
        for (int n = 0; n < M; ++n) {
            tbase[K + n] = 0.0;
        }
        /* tL: derivative of L: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                tL[k*M + m] = tH[k*M + m];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                tL[(K + n)*M + m] = 0.0;
            }
        }
        if (isfinite(params->P)) {
            /* tbase0: derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
            for (int k = 0; k < K; ++k) {
                tbase0[k] = tw0[k];
            }
            for (int n = 0; n < M; ++n) {
                tbase0[K + n] = 0.0;
            }
            /* tbase1: derivative of base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
            for (int k = 0; k < K; ++k) {
                tbase1[k] = th[k] - tw0[k];
            }
            for (int n = 0; n < M; ++n) {
                tbase1[K + n] = 0.0;
            }
            /* tL1: derivative of L1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    tL1[k*M + m] = tH[k*M + m];
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    tL1[(K + n)*M + m] = 0.0;
                }
            }
        }
        /* tmc: derivative of mc: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            tmc[i] = tbase[i];
        }
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int m = 0; m < M; ++m) {
                sum2 += (mean[m]*tL[i*M + m]);
            }
            tmc[i] += sum2;
        }
        /* tG: derivative of G: <c_i c_j> over the task */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                tG[i*S + j] = mc[i]*tmc[j] + mc[j]*tmc[i];
                tG[j*S + i] = tG[i*S + j];
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L[i*M + m]*cov[m*M + p]*tL[j*M + p] + L[j*M + p]*cov[m*M + p]*tL[i*M + m]);
                    }
                }
                tG[i*S + j] += sum2;
                tG[j*S + i] = tG[i*S + j];
            }
        }
        if (isfinite(params->P)) {
            /* tmc0: derivative of mc0: <c_i> over the task */
            for (int i = 0; i < S; ++i) {
                tmc0[i] = tbase0[i];
            }
            /* tG0: derivative of G0: <c_i c_j> over the task */
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    tG0[i*S + j] = mc0[i]*tmc0[j] + mc0[j]*tmc0[i];
                    tG0[j*S + i] = tG0[i*S + j];
                }
            }
            /* tmc1: derivative of mc1: <c_i> over the task */
            for (int i = 0; i < S; ++i) {
                tmc1[i] = tbase1[i];
            }
            for (int i = 0; i < S; ++i) {
                double sum3 = 0.0;
                for (int m = 0; m < M; ++m) {
                    sum3 += (mean[m]*tL1[i*M + m]);
                }
                tmc1[i] += sum3;
            }
            /* tG1: derivative of G1: <c_i c_j> over the task */
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    tG1[i*S + j] = mc1[i]*tmc1[j] + mc1[j]*tmc1[i];
                    tG1[j*S + i] = tG1[i*S + j];
                }
            }
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    double sum3 = 0.0;
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            sum3 += (L1[i*M + m]*cov[m*M + p]*tL1[j*M + p] + L1[j*M + p]*cov[m*M + p]*tL1[i*M + m]);
                        }
                    }
                    tG1[i*S + j] += sum3;
                    tG1[j*S + i] = tG1[i*S + j];
                }
            }
            /* tB2: derivative of B2: <d_k d_l> averaged over the task */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tB2[k*K + l] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*tI2[k*S + l];
                    tB2[l*K + k] = tB2[k*K + l];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum3 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            sum3 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*tI_g0g0g0g0[((k*S + l)*S + i)*S + j] + I_g0g0g0g0[((k*S + l)*S + i)*S + j]*tG0[i*S + j]);
                        }
                    }
                    tB2[k*K + l] += (params->eta_w*params->eta_w) * sum3;
                    tB2[l*K + k] = tB2[k*K + l];
                }
            }
            /* tP2: derivative of P2: <c_i c_j> minus its value at P -> infinity */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tP2[k*S + l] = (*p21)*tB2[k*K + l] + (*p22)*tG1[k*S + l];
                    tP2[l*S + k] = tP2[k*S + l];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    tP2[k*S + K + n] = 0.0;
                    tP2[(K + n)*S + k] = tP2[k*S + K + n];
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    tP2[(K + n)*S + K + m] = 0.0;
                    tP2[(K + m)*S + K + n] = tP2[(K + n)*S + K + m];
                }
            }
        }
        /* teps_g: derivative of eps_g: loss on fresh data after the inner loop */
        {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    sum2 += (j > i ? 2.0 : 1.0) * (G[i*S + j]*tI2[i*S + j] + I2[i*S + j]*tG[i*S + j]);
                }
            }
            *teps_g = 0.5 * sum2;
        }
        if (isfinite(params->P)) {
            {
                double sum3 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum3 += (j > i ? 2.0 : 1.0) * (I2[i*S + j]*tP2[i*S + j] + P2[i*S + j]*tI2[i*S + j]);
                    }
                }
                *teps_g += 0.5 * sum3;
            }
        }
    }
}

int fo_anil_fluctuations_eps_g_tangent(int K, int M, const fo_anil_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work)
{
    const size_t n = fo_anil_fluctuations_state_size(K, M);
    const int status = fo_anil_fluctuations_checked(K, M, params);

    if (status != FO_ANIL_FLUCTUATIONS_OK) {
        return status;
    }
    if (!fo_anil_fluctuations_counted(fo_anil_fluctuations_eps_g_tangent_work(K, M, params))) {
        return FO_ANIL_FLUCTUATIONS_TOO_LARGE;
    }
    if (!fo_anil_fluctuations_all_finite(n, state) || !fo_anil_fluctuations_all_finite(count*n, directions)) {
        return FO_ANIL_FLUCTUATIONS_NONFINITE;
    }
    fo_anil_fluctuations_eps_g_tangent_arrays(K, M, params, state, count, directions, results, work);
    return fo_anil_fluctuations_all_finite(count, results) ? FO_ANIL_FLUCTUATIONS_OK : FO_ANIL_FLUCTUATIONS_DOMAIN;
}

/* Generators of the lattices, one row for each number of points. */
static const int fo_anil_fluctuations_generators[5][14] = {
    {1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128},
    {1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413},
    {1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472},
    {1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729},
    {1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852}
};
static const int fo_anil_fluctuations_sizes[5] = {1021, 4093, 16381, 65521, 262139};

int fo_anil_fluctuations_node_count(int size)
{
    return (size + 1)/2;
}

int fo_anil_fluctuations_nodes(int K, int M, int size, double *nodes, double *weights)
{
    const int S = K + M;
    const double scale = S <= 5 ? 0.9 : S <= 8 ? 0.8 : 0.65;
    const int count = fo_anil_fluctuations_node_count(size);
    int row = 0;
    double total = 0.0;

    while (row < 5 && fo_anil_fluctuations_sizes[row] != size) {
        ++row;
    }
    if (K < 1) {
        return FO_ANIL_FLUCTUATIONS_BAD_K;
    }
    if (M < 1) {
        return FO_ANIL_FLUCTUATIONS_BAD_M;
    }
    if (row == 5) {
        return FO_ANIL_FLUCTUATIONS_RULE;
    }
    if (S > 14) {
        return FO_ANIL_FLUCTUATIONS_RULE_UNITS;
    }
    for (int e = 0; e < count; ++e) {
        double density = e > 0 ? 2.0 : 1.0;

        for (int i = 0; i < S; ++i) {
            const double u = fmod((double)((long long)e*fo_anil_fluctuations_generators[row][i] % size)/size + 0.5, 1.0);
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
    return FO_ANIL_FLUCTUATIONS_OK;
}

size_t fo_anil_fluctuations_work_size(int K, int M, const fo_anil_fluctuations_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, fo_anil_fluctuations_diffusion_work(K, M, params));
    arrays = fmax(arrays, fo_anil_fluctuations_tangent_work(K, M, params));
    arrays = fmax(arrays, fo_anil_fluctuations_eps_g_tangent_work(K, M, params));
    return fo_anil_fluctuations_counted(arrays);
}


int fo_anil_fluctuations_check(int version, size_t size)
{
    return version == FO_ANIL_FLUCTUATIONS_ABI && size == sizeof(fo_anil_fluctuations_params) ? FO_ANIL_FLUCTUATIONS_OK : FO_ANIL_FLUCTUATIONS_LAYOUT;
}

const char *fo_anil_fluctuations_strerror(int status)
{
    switch (status) {
    case FO_ANIL_FLUCTUATIONS_OK:
        return "ok";
    case FO_ANIL_FLUCTUATIONS_BAD_K:
        return "K is less than 1";
    case FO_ANIL_FLUCTUATIONS_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case FO_ANIL_FLUCTUATIONS_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case FO_ANIL_FLUCTUATIONS_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case FO_ANIL_FLUCTUATIONS_STEP_LIMIT:
        return "step limit: max_steps reached";
    case FO_ANIL_FLUCTUATIONS_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case FO_ANIL_FLUCTUATIONS_NULL_PARAMS:
        return "params is NULL";
    case FO_ANIL_FLUCTUATIONS_TIMES:
        return "the times (alphas) do not increase";
    case FO_ANIL_FLUCTUATIONS_RTOL:
        return "rtol is negative or not finite";
    case FO_ANIL_FLUCTUATIONS_ATOL:
        return "atol is not positive or not finite";
    case FO_ANIL_FLUCTUATIONS_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case FO_ANIL_FLUCTUATIONS_OBSERVABLE:
        return "the observable is none of this model";
    case FO_ANIL_FLUCTUATIONS_RULE:
        return "the number of nodes (size) is that of no rule";
    case FO_ANIL_FLUCTUATIONS_NODES:
        return "nodes and weights are missing: finite P needs them";
    case FO_ANIL_FLUCTUATIONS_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case FO_ANIL_FLUCTUATIONS_BAD_M:
        return "M is less than 1";
    case FO_ANIL_FLUCTUATIONS_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case FO_ANIL_FLUCTUATIONS_NO_TIMES:
        return "there are no times: n is 0";
    case FO_ANIL_FLUCTUATIONS_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case FO_ANIL_FLUCTUATIONS_NULL_OPTIONS:
        return "options is NULL";
    case FO_ANIL_FLUCTUATIONS_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case FO_ANIL_FLUCTUATIONS_NULL_TIMES:
        return "alphas is NULL";
    case FO_ANIL_FLUCTUATIONS_NULL_RESULTS:
        return "where the results go is NULL";
    case FO_ANIL_FLUCTUATIONS_NULL_WORK:
        return "work is NULL";
    case FO_ANIL_FLUCTUATIONS_NULL_REQUEST:
        return "request is NULL";
    case FO_ANIL_FLUCTUATIONS_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case FO_ANIL_FLUCTUATIONS_BAD_eta_J:
        return "eta_J is negative or not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_eta_w:
        return "eta_w is negative or not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_noise:
        return "noise is negative or not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_decay:
        return "decay is negative or not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_V:
        return "V is not at least 1";
    case FO_ANIL_FLUCTUATIONS_BAD_P:
        return "P is not at least 1";
    case FO_ANIL_FLUCTUATIONS_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case FO_ANIL_FLUCTUATIONS_BAD_T:
        return "T has an element that is not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_mean:
        return "mean has an element that is not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_cov:
        return "cov has an element that is not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case FO_ANIL_FLUCTUATIONS_BAD_known_task:
        return "known_task has an element that is not finite";
    case FO_ANIL_FLUCTUATIONS_MISSING_T:
        return "T is NULL, and has to be given";
    case FO_ANIL_FLUCTUATIONS_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case FO_ANIL_FLUCTUATIONS_FINITE_V:
        return "V is finite, and has to be infinite here";
    case FO_ANIL_FLUCTUATIONS_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
