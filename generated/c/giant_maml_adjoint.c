/*
 * giant_maml_adjoint.c - MAML of first order: both layers adapt in a giant step
 *
 * Emitted by orderode 0.1.0 from the system giant_maml_adjoint, digest a3377f3291bec17e. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in giant_maml_adjoint.h.
 */
#include "giant_maml_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define GIANT_MAML_ADJOINT_RESTRICT
#else
#define GIANT_MAML_ADJOINT_RESTRICT restrict
#endif

void giant_maml_adjoint_defaults(giant_maml_adjoint_params *params)
{
    params->eta_J = NAN;
    params->gamma = NAN;
    params->eta_w = 0.0;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->p_second = 0.5;
    params->V = INFINITY;
    params->ratio = INFINITY;
    params->T = NULL;
    params->u_first = NULL;
    params->u_second = NULL;
}

size_t giant_maml_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t giant_maml_adjoint_row_size(int K, int M)
{
    return giant_maml_adjoint_state_size(K, M) + 8;
}

/* The slope of an element that is a copy of another goes to that. */
static void giant_maml_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int giant_maml_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int giant_maml_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int giant_maml_adjoint_checked(int K, int M, const giant_maml_adjoint_params *params)
{
    if (K < 1) {
        return GIANT_MAML_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return GIANT_MAML_ADJOINT_BAD_M;
    }
    if (!params) {
        return GIANT_MAML_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return GIANT_MAML_ADJOINT_BAD_eta_J;
    }
    if (!(params->gamma >= 0.0) || !isfinite(params->gamma)) {
        return GIANT_MAML_ADJOINT_BAD_gamma;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return GIANT_MAML_ADJOINT_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return GIANT_MAML_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return GIANT_MAML_ADJOINT_BAD_noise;
    }
    if (!(params->p_second >= 0.0) || !isfinite(params->p_second)) {
        return GIANT_MAML_ADJOINT_BAD_p_second;
    }
    if (!(params->V >= 1.0)) {
        return GIANT_MAML_ADJOINT_BAD_V;
    }
    if (!(params->ratio > 0.0)) {
        return GIANT_MAML_ADJOINT_BAD_ratio;
    }
    if (!params->T) {
        return GIANT_MAML_ADJOINT_MISSING_T;
    }
    if (!giant_maml_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return GIANT_MAML_ADJOINT_BAD_T;
    }
    if (params->u_first && !giant_maml_adjoint_all_finite((size_t)M, params->u_first)) {
        return GIANT_MAML_ADJOINT_BAD_u_first;
    }
    if (params->u_second && !giant_maml_adjoint_all_finite((size_t)M, params->u_second)) {
        return GIANT_MAML_ADJOINT_BAD_u_second;
    }
return GIANT_MAML_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t giant_maml_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double giant_maml_adjoint_rhs_work(int K, int M, const giant_maml_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S*S + 1.0*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K*S + 1.0*S*S;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S + 1.0*S*S;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K + 1.0*K*S;
    size += 1.0*K + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M;
    size += 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K;
    size += 1.0*K*S + 1.0*K + 1.0*K*K + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S;
    size += 1.0*S + 1.0*S*S*S + 1.0*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K*S + 1.0*S*S + 1.0*S;
    size += 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K;
    size += 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S;
    size += 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S + 1.0*S*S;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K + 1.0*K*S;
    size += 1.0*K + 1.0*K*K + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->ratio)) {
        size += 1.0*K*K*S + 1.0*K*K*S*S + 1.0*S + 1.0*K*K + 1.0*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K*S*S;
        size += 1.0*S + 1.0*K*K + 1.0*S + 1.0*K*K;
    }
    if (isfinite(params->V)) {
        size += 1.0*S*S*S + 1.0*S + 1.0*K*K*S + 1.0*K*K + 1.0*S*S*S + 1.0*S + 1.0*K*K*S + 1.0*K*K;
        size += 1.0*S*S*S + 1.0*S + 1.0*K*K*S + 1.0*K*K + 1.0*S*S*S + 1.0*S + 1.0*K*K*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void giant_maml_adjoint_rhs_arrays(int K, int M, const giant_maml_adjoint_params *params, const double *GIANT_MAML_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *GIANT_MAML_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C_ahead = work + (size_t)M + (size_t)M;
    double *r0 = C_ahead + (size_t)S*(size_t)S;
    double *C1_ahead = r0 + (size_t)S;
    double *I2_ahead = C1_ahead + (size_t)S*(size_t)S*(size_t)S;
    double *r1 = I2_ahead + (size_t)S*(size_t)S;
    double *I3_ahead = r1 + (size_t)K*(size_t)S;
    double *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    double *mc0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    double *G0_first_ahead = mc0_first_ahead + (size_t)S;
    double *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    double *s0 = A_first_ahead + (size_t)K*(size_t)S;
    double *W_first_ahead = s0 + (size_t)K;
    double *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    double *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    double *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    double *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    double *R_first = dw0_first_ahead + (size_t)K;
    double *Q_first = R_first + (size_t)K*(size_t)M;
    double *w0_first = Q_first + (size_t)K*(size_t)K;
    double *X_first = w0_first + (size_t)K;
    double *C_first = X_first + (size_t)K*(size_t)K;
    double *r3 = C_first + (size_t)S*(size_t)S;
    double *J2_first = r3 + (size_t)S;
    double *mc0_first = J2_first + (size_t)S*(size_t)S;
    double *G0_first = mc0_first + (size_t)S;
    double *r4 = G0_first + (size_t)S*(size_t)S;
    double *v0 = r4 + (size_t)K*(size_t)S;
    double *C1_first_0 = v0 + (size_t)K*(size_t)S;
    double *A_first = C1_first_0 + (size_t)K;
    double *s1 = A_first + (size_t)K*(size_t)S;
    double *W_first = s1 + (size_t)K;
    double *dw0_first = W_first + (size_t)K*(size_t)S;
    double *mc0_second_ahead = dw0_first + (size_t)K;
    double *G0_second_ahead = mc0_second_ahead + (size_t)S;
    double *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    double *s2 = A_second_ahead + (size_t)K*(size_t)S;
    double *W_second_ahead = s2 + (size_t)K;
    double *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    double *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    double *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    double *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    double *R_second = dw0_second_ahead + (size_t)K;
    double *Q_second = R_second + (size_t)K*(size_t)M;
    double *w0_second = Q_second + (size_t)K*(size_t)K;
    double *X_second = w0_second + (size_t)K;
    double *C_second = X_second + (size_t)K*(size_t)K;
    double *r6 = C_second + (size_t)S*(size_t)S;
    double *J2_second = r6 + (size_t)S;
    double *mc0_second = J2_second + (size_t)S*(size_t)S;
    double *G0_second = mc0_second + (size_t)S;
    double *r7 = G0_second + (size_t)S*(size_t)S;
    double *v1 = r7 + (size_t)K*(size_t)S;
    double *C1_second_0 = v1 + (size_t)K*(size_t)S;
    double *A_second = C1_second_0 + (size_t)K;
    double *s3 = A_second + (size_t)K*(size_t)S;
    double *W_second = s3 + (size_t)K;
    double *dw0_second = W_second + (size_t)K*(size_t)S;
    double *B_first = dw0_second + (size_t)K;
    double *B_second = B_first + (size_t)K*(size_t)K;
    double *dR = B_second + (size_t)K*(size_t)K;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *r2 = dw0 + (size_t)K;
    double *I4_ahead = r2 + with_ratio*(size_t)K*(size_t)K*(size_t)S;
    double *c0_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E_first_ahead = c0_first_ahead + with_ratio*(size_t)S;
    double *c0_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *E_second_ahead = c0_second_ahead + with_ratio*(size_t)S;
    double *C1_first = E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    double *c0_first = C1_first + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *r5 = c0_first + with_V*(size_t)S;
    double *E_first = r5 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *C1_second = E_first + with_V*(size_t)K*(size_t)K;
    double *c0_second = C1_second + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *r8 = c0_second + with_V*(size_t)S;
    double *E_second = r8 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_C_ahead = E_second + with_V*(size_t)K*(size_t)K;
    double *y_r0 = y_C_ahead + (size_t)S*(size_t)S;
    double *y_C1_ahead = y_r0 + (size_t)S;
    double *y_I2_ahead = y_C1_ahead + (size_t)S*(size_t)S*(size_t)S;
    double *y_r1 = y_I2_ahead + (size_t)S*(size_t)S;
    double *y_I3_ahead = y_r1 + (size_t)K*(size_t)S;
    double *y_I_g2g0_ahead = y_I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *y_J2_ahead = y_I_g2g0_ahead + (size_t)K*(size_t)S;
    double *y_mc0_first_ahead = y_J2_ahead + (size_t)S*(size_t)S;
    double *y_G0_first_ahead = y_mc0_first_ahead + (size_t)S;
    double *y_A_first_ahead = y_G0_first_ahead + (size_t)S*(size_t)S;
    double *y_s0 = y_A_first_ahead + (size_t)K*(size_t)S;
    double *y_W_first_ahead = y_s0 + (size_t)K;
    double *y_Y_first_ahead = y_W_first_ahead + (size_t)K*(size_t)S;
    double *y_dR_first_ahead = y_Y_first_ahead + (size_t)K*(size_t)K;
    double *y_dQ_first_ahead = y_dR_first_ahead + (size_t)K*(size_t)M;
    double *y_dw0_first_ahead = y_dQ_first_ahead + (size_t)K*(size_t)K;
    double *y_R_first = y_dw0_first_ahead + (size_t)K;
    double *y_Q_first = y_R_first + (size_t)K*(size_t)M;
    double *y_w0_first = y_Q_first + (size_t)K*(size_t)K;
    double *y_X_first = y_w0_first + (size_t)K;
    double *y_C_first = y_X_first + (size_t)K*(size_t)K;
    double *y_r3 = y_C_first + (size_t)S*(size_t)S;
    double *y_J2_first = y_r3 + (size_t)S;
    double *y_mc0_first = y_J2_first + (size_t)S*(size_t)S;
    double *y_G0_first = y_mc0_first + (size_t)S;
    double *y_r4 = y_G0_first + (size_t)S*(size_t)S;
    double *y_v0 = y_r4 + (size_t)K*(size_t)S;
    double *y_C1_first_0 = y_v0 + (size_t)K*(size_t)S;
    double *y_A_first = y_C1_first_0 + (size_t)K;
    double *y_s1 = y_A_first + (size_t)K*(size_t)S;
    double *y_W_first = y_s1 + (size_t)K;
    double *y_dw0_first = y_W_first + (size_t)K*(size_t)S;
    double *y_mc0_second_ahead = y_dw0_first + (size_t)K;
    double *y_G0_second_ahead = y_mc0_second_ahead + (size_t)S;
    double *y_A_second_ahead = y_G0_second_ahead + (size_t)S*(size_t)S;
    double *y_s2 = y_A_second_ahead + (size_t)K*(size_t)S;
    double *y_W_second_ahead = y_s2 + (size_t)K;
    double *y_Y_second_ahead = y_W_second_ahead + (size_t)K*(size_t)S;
    double *y_dR_second_ahead = y_Y_second_ahead + (size_t)K*(size_t)K;
    double *y_dQ_second_ahead = y_dR_second_ahead + (size_t)K*(size_t)M;
    double *y_dw0_second_ahead = y_dQ_second_ahead + (size_t)K*(size_t)K;
    double *y_R_second = y_dw0_second_ahead + (size_t)K;
    double *y_Q_second = y_R_second + (size_t)K*(size_t)M;
    double *y_w0_second = y_Q_second + (size_t)K*(size_t)K;
    double *y_X_second = y_w0_second + (size_t)K;
    double *y_C_second = y_X_second + (size_t)K*(size_t)K;
    double *y_r6 = y_C_second + (size_t)S*(size_t)S;
    double *y_J2_second = y_r6 + (size_t)S;
    double *y_mc0_second = y_J2_second + (size_t)S*(size_t)S;
    double *y_G0_second = y_mc0_second + (size_t)S;
    double *y_r7 = y_G0_second + (size_t)S*(size_t)S;
    double *y_v1 = y_r7 + (size_t)K*(size_t)S;
    double *y_C1_second_0 = y_v1 + (size_t)K*(size_t)S;
    double *y_A_second = y_C1_second_0 + (size_t)K;
    double *y_s3 = y_A_second + (size_t)K*(size_t)S;
    double *y_W_second = y_s3 + (size_t)K;
    double *y_dw0_second = y_W_second + (size_t)K*(size_t)S;
    double *y_B_first = y_dw0_second + (size_t)K;
    double *y_B_second = y_B_first + (size_t)K*(size_t)K;
    double *y_dR = y_B_second + (size_t)K*(size_t)K;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_r2 = y_dw0 + (size_t)K;
    double *y_I4_ahead = y_r2 + with_ratio*(size_t)K*(size_t)K*(size_t)S;
    double *y_c0_first_ahead = y_I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_E_first_ahead = y_c0_first_ahead + with_ratio*(size_t)S;
    double *y_c0_second_ahead = y_E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_E_second_ahead = y_c0_second_ahead + with_ratio*(size_t)S;
    double *y_C1_first = y_E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_c0_first = y_C1_first + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *y_r5 = y_c0_first + with_V*(size_t)S;
    double *y_E_first = y_r5 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_C1_second = y_E_first + with_V*(size_t)K*(size_t)K;
    double *y_c0_second = y_C1_second + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *y_r8 = y_c0_second + with_V*(size_t)S;
    double *y_E_second = y_r8 + with_V*(size_t)K*(size_t)K*(size_t)S;

    (void)w0;
    (void)with_ratio;
    (void)with_V;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 1.0;
    }
    /* C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_ahead[k*S + l] = Q[giant_maml_adjoint_packed(K, k, l)];
            C_ahead[l*S + k] = C_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[k*S + K + n] = R[k*M + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + n)*S + K + m] = T[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
        }
    }
    /* r0: 1/sqrt(C_ahead[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C_ahead[i*S + i] + 1.0));
    }
    /* C1_ahead: covariance of the fields with the Gaussian weight of i absorbed */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                C1_ahead[(k*S + l)*S + a] = -C_ahead[k*S + a]*C_ahead[k*S + l]*(r0[k]*r0[k]) + C_ahead[l*S + a];
                C1_ahead[(k*S + a)*S + l] = C1_ahead[(k*S + l)*S + a];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < M; ++a) {
                C1_ahead[(k*S + l)*S + K + a] = -C_ahead[k*S + K + a]*C_ahead[k*S + l]*(r0[k]*r0[k]) + C_ahead[l*S + K + a];
                C1_ahead[(k*S + K + a)*S + l] = C1_ahead[(k*S + l)*S + K + a];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            for (int a = l; a < M; ++a) {
                C1_ahead[(k*S + K + l)*S + K + a] = -C_ahead[k*S + K + a]*C_ahead[k*S + K + l]*(r0[k]*r0[k]) + C_ahead[(K + l)*S + K + a];
                C1_ahead[(k*S + K + a)*S + K + l] = C1_ahead[(k*S + K + l)*S + K + a];
            }
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                C1_ahead[((K + k)*S + l)*S + a] = -C_ahead[(K + k)*S + a]*C_ahead[(K + k)*S + l]*(r0[K + k]*r0[K + k]) + C_ahead[l*S + a];
                C1_ahead[((K + k)*S + a)*S + l] = C1_ahead[((K + k)*S + l)*S + a];
            }
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < M; ++a) {
                C1_ahead[((K + k)*S + l)*S + K + a] = -C_ahead[(K + k)*S + K + a]*C_ahead[(K + k)*S + l]*(r0[K + k]*r0[K + k]) + C_ahead[l*S + K + a];
                C1_ahead[((K + k)*S + K + a)*S + l] = C1_ahead[((K + k)*S + l)*S + K + a];
            }
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = 0; l < M; ++l) {
            for (int a = l; a < M; ++a) {
                C1_ahead[((K + k)*S + K + l)*S + K + a] = -C_ahead[(K + k)*S + K + a]*C_ahead[(K + k)*S + K + l]*(r0[K + k]*r0[K + k]) + C_ahead[(K + l)*S + K + a];
                C1_ahead[((K + k)*S + K + a)*S + K + l] = C1_ahead[((K + k)*S + K + l)*S + K + a];
            }
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            I2_ahead[k*S + j] = 0.63661977236758138*asin(C_ahead[k*S + j]*r0[j]*r0[k]);
            I2_ahead[j*S + k] = I2_ahead[k*S + j];
        }
    }
    /* r1: 1/sqrt(C1_ahead[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r1[k*S + i] = (1.0 / sqrt(C1_ahead[(k*S + i)*S + i] + 1.0));
        }
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3_ahead[(k*S + i)*S + j] = 0.63661977236758138*C1_ahead[(k*S + i)*S + j]*r0[k]*r1[k*S + j];
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* r2: 1/sqrt(C1_ahead[k, i, i] - C1_ahead[k, l, i]**2*r1[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r2[(k*K + l)*S + i] = (1.0 / sqrt(C1_ahead[(k*S + i)*S + i] - (C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 1.0));
                }
            }
        }
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = 0.4052847345693511*asin((C1_ahead[(k*S + i)*S + j] - C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j])*r0[k]*r1[k*S + l];
                        I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0_ahead[k*S + i] = -0.63661977236758138*C1_ahead[(k*S + k)*S + i]*r0[k]*r1[k*S + i];
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2_ahead[k*S + j] = 0.63661977236758138*(1.0 / sqrt(C1_ahead[(k*S + j)*S + j] + 1.0))*r0[k];
            J2_ahead[j*S + k] = J2_ahead[k*S + j];
        }
    }
    if (isfinite(params->ratio)) {
        /* c0_first_ahead: c = (head, -u) in the task first */
        for (int k = 0; k < K; ++k) {
            c0_first_ahead[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_first_ahead[K + n] = -u_first[n];
        }
    }
    /* mc0_first_ahead: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_first_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_first_ahead[K + n] = -u_first[n];
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first_ahead[k*S + l] = w0[k]*w0[l];
            G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_first_ahead[k*S + K + n] = -u_first[n]*w0[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_first_ahead[(K + n)*S + K + m] = u_first[m]*u_first[n];
            G0_first_ahead[(K + m)*S + K + n] = G0_first_ahead[(K + n)*S + K + m];
        }
    }
    /* A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_first_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[i]*c0_first_ahead[j]);
                    }
                }
                E_first_ahead[k*K + l] += (params->gamma*params->gamma)*c0_first_ahead[k]*c0_first_ahead[l]/params->ratio * sum2;
            }
        }
    }
    /* s0: partial sum Sum(G0_first_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
        }
        s0[k] = sum1;
    }
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first_ahead[k*S + l] = -params->gamma*(k == l ? 1.0 : 0.0)*s0[k] - params->gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first_ahead[k*S + K + n] = -params->gamma*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_first_ahead[k*S + j]*W_first_ahead[l*S + j]);
            }
            Y_first_ahead[k*K + l] = sum1;
        }
    }
    /* dR_first_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
        }
    }
    /* dQ_first_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] += E_first_ahead[k*K + l];
            }
        }
    }
    /* dw0_first_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_first_ahead[i]);
        }
        dw0_first_ahead[k] = -params->eta_w * sum1;
    }
    /* R_first: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
        }
    }
    /* Q_first: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_first[k*K + l] = Q[giant_maml_adjoint_packed(K, k, l)] + dQ_first_ahead[k*K + l];
        }
    }
    /* w0_first: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_first[k] = dw0_first_ahead[k] + w0[k];
    }
    /* X_first: overlaps of the learner after the giant step with itself before it */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            X_first[k*K + l] = A_first_ahead[k*S + l] + Q[giant_maml_adjoint_packed(K, k, l)];
        }
    }
    /* C_first: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_first[k*S + l] = Q_first[k*K + l];
            C_first[l*S + k] = C_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_first[k*S + K + n] = R_first[k*M + n];
            C_first[(K + n)*S + k] = C_first[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_first[(K + n)*S + K + m] = T[n*M + m];
            C_first[(K + m)*S + K + n] = C_first[(K + n)*S + K + m];
        }
    }
    /* r3: 1/sqrt(C_first[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r3[i] = (1.0 / sqrt(C_first[i*S + i] + 1.0));
    }
    if (isfinite(params->V)) {
        /* C1_first: covariance of the fields with the Gaussian weight of i absorbed */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    C1_first[(k*S + l)*S + a] = -C_first[k*S + a]*C_first[k*S + l]*(r3[k]*r3[k]) + C_first[l*S + a];
                    C1_first[(k*S + a)*S + l] = C1_first[(k*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1_first[(k*S + l)*S + K + a] = -C_first[k*S + K + a]*C_first[k*S + l]*(r3[k]*r3[k]) + C_first[l*S + K + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1_first[(k*S + K + l)*S + K + a] = -C_first[k*S + K + a]*C_first[k*S + K + l]*(r3[k]*r3[k]) + C_first[(K + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    C1_first[((K + k)*S + l)*S + a] = -C_first[(K + k)*S + a]*C_first[(K + k)*S + l]*(r3[K + k]*r3[K + k]) + C_first[l*S + a];
                    C1_first[((K + k)*S + a)*S + l] = C1_first[((K + k)*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1_first[((K + k)*S + l)*S + K + a] = -C_first[(K + k)*S + K + a]*C_first[(K + k)*S + l]*(r3[K + k]*r3[K + k]) + C_first[l*S + K + a];
                    C1_first[((K + k)*S + K + a)*S + l] = C1_first[((K + k)*S + l)*S + K + a];
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1_first[((K + k)*S + K + l)*S + K + a] = -C_first[(K + k)*S + K + a]*C_first[(K + k)*S + K + l]*(r3[K + k]*r3[K + k]) + C_first[(K + l)*S + K + a];
                    C1_first[((K + k)*S + K + a)*S + K + l] = C1_first[((K + k)*S + K + l)*S + K + a];
                }
            }
        }
    }
    /* J2_first: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2_first[k*S + j] = 0.63661977236758138*(1.0 / sqrt(C_first[j*S + j] - (C_first[k*S + j]*C_first[k*S + j])*(r3[k]*r3[k]) + 1.0))*r3[k];
            J2_first[j*S + k] = J2_first[k*S + j];
        }
    }
    if (isfinite(params->V)) {
        /* c0_first: c = (head, -u) in the task first */
        for (int k = 0; k < K; ++k) {
            c0_first[k] = w0_first[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_first[K + n] = -u_first[n];
        }
    }
    /* mc0_first: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_first[k] = w0_first[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_first[K + n] = -u_first[n];
    }
    /* G0_first: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first[k*S + l] = w0_first[k]*w0_first[l];
            G0_first[l*S + k] = G0_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_first[k*S + K + n] = -u_first[n]*w0_first[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_first[(K + n)*S + K + m] = u_first[m]*u_first[n];
            G0_first[(K + m)*S + K + n] = G0_first[(K + n)*S + K + m];
        }
    }
    /* r4: 1/sqrt(C1_first[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r4[k*S + i] = (1.0 / sqrt(C_first[i*S + i] - (C_first[k*S + i]*C_first[k*S + i])*(r3[k]*r3[k]) + 1.0));
        }
    }
    /* v0: G0_first[k, j]*r4[k, j] */
    for (int k = 0; k < K; ++k) {
        for (int j = 0; j < S; ++j) {
            v0[k*S + j] = G0_first[k*S + j]*r4[k*S + j];
        }
    }
    /* C1_first_0: partial sum Sum(C_first[k, j]*v0[k, j], (j, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int j = 0; j < S; ++j) {
            sum1 += (C_first[k*S + j]*v0[k*S + j]);
        }
        C1_first_0[k] = sum1;
    }
    /* A_first: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            A_first[k*S + l] = 0.63661977236758138*params->eta_J*C1_first_0[k]*C_first[k*S + l]*(r3[k]*r3[k]*r3[k]);
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C_first[l*S + j]*v0[k*S + j]);
            }
            A_first[k*S + l] += -0.63661977236758138*params->eta_J*r3[k] * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            A_first[k*S + K + l] = 0.63661977236758138*params->eta_J*C1_first_0[k]*C_first[k*S + K + l]*(r3[k]*r3[k]*r3[k]);
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C_first[(K + l)*S + j]*v0[k*S + j]);
            }
            A_first[k*S + K + l] += -0.63661977236758138*params->eta_J*r3[k] * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* r5: 1/sqrt(C1_first[k, i, i] - C1_first[k, l, i]**2*r4[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r5[(k*K + l)*S + i] = (1.0 / sqrt(C1_first[(k*S + i)*S + i] - (C1_first[(k*S + l)*S + i]*C1_first[(k*S + l)*S + i])*(r4[k*S + l]*r4[k*S + l]) + 1.0));
                }
            }
        }
        /* E_first: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0_first[k*S + l]*J2_first[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (asin((C1_first[(k*S + i)*S + j] - C1_first[(k*S + l)*S + i]*C1_first[(k*S + l)*S + j]*(r4[k*S + l]*r4[k*S + l]))*r5[(k*K + l)*S + i]*r5[(k*K + l)*S + j])*c0_first[i]*c0_first[j]);
                    }
                }
                E_first[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*c0_first[k]*c0_first[l]*r3[k]*r4[k*S + l]/params->V * sum2;
            }
        }
    }
    /* s1: partial sum Sum(G0_first[k, i]*I_g2g0_first[k, i], (i, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += ((-C_first[k*S + i]*C_first[k*S + k]*(r3[k]*r3[k]) + C_first[k*S + i])*G0_first[k*S + i]*r4[k*S + i]);
        }
        s1[k] = -0.63661977236758138*r3[k] * sum1;
    }
    /* W_first: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first[k*S + l] = -params->eta_J*(k == l ? 1.0 : 0.0)*s1[k] - params->eta_J*G0_first[k*S + l]*J2_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first[k*S + K + n] = -params->eta_J*G0_first[k*S + K + n]*J2_first[k*S + K + n];
        }
    }
    /* dw0_first: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (asin(C_first[k*S + i]*r3[i]*r3[k])*mc0_first[i]);
        }
        dw0_first[k] = -0.63661977236758138*params->eta_0 * sum1;
    }
    if (isfinite(params->ratio)) {
        /* c0_second_ahead: c = (head, -u) in the task second */
        for (int k = 0; k < K; ++k) {
            c0_second_ahead[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_second_ahead[K + n] = -u_second[n];
        }
    }
    /* mc0_second_ahead: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_second_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_second_ahead[K + n] = -u_second[n];
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second_ahead[k*S + l] = w0[k]*w0[l];
            G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_second_ahead[k*S + K + n] = -u_second[n]*w0[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_second_ahead[(K + n)*S + K + m] = u_second[m]*u_second[n];
            G0_second_ahead[(K + m)*S + K + n] = G0_second_ahead[(K + n)*S + K + m];
        }
    }
    /* A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_second_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[i]*c0_second_ahead[j]);
                    }
                }
                E_second_ahead[k*K + l] += (params->gamma*params->gamma)*c0_second_ahead[k]*c0_second_ahead[l]/params->ratio * sum2;
            }
        }
    }
    /* s2: partial sum Sum(G0_second_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
        }
        s2[k] = sum1;
    }
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second_ahead[k*S + l] = -params->gamma*(k == l ? 1.0 : 0.0)*s2[k] - params->gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second_ahead[k*S + K + n] = -params->gamma*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_second_ahead[k*S + j]*W_second_ahead[l*S + j]);
            }
            Y_second_ahead[k*K + l] = sum1;
        }
    }
    /* dR_second_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
        }
    }
    /* dQ_second_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] += E_second_ahead[k*K + l];
            }
        }
    }
    /* dw0_second_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_second_ahead[i]);
        }
        dw0_second_ahead[k] = -params->eta_w * sum1;
    }
    /* R_second: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
        }
    }
    /* Q_second: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_second[k*K + l] = Q[giant_maml_adjoint_packed(K, k, l)] + dQ_second_ahead[k*K + l];
        }
    }
    /* w0_second: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_second[k] = dw0_second_ahead[k] + w0[k];
    }
    /* X_second: overlaps of the learner after the giant step with itself before it */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            X_second[k*K + l] = A_second_ahead[k*S + l] + Q[giant_maml_adjoint_packed(K, k, l)];
        }
    }
    /* C_second: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_second[k*S + l] = Q_second[k*K + l];
            C_second[l*S + k] = C_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_second[k*S + K + n] = R_second[k*M + n];
            C_second[(K + n)*S + k] = C_second[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_second[(K + n)*S + K + m] = T[n*M + m];
            C_second[(K + m)*S + K + n] = C_second[(K + n)*S + K + m];
        }
    }
    /* r6: 1/sqrt(C_second[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r6[i] = (1.0 / sqrt(C_second[i*S + i] + 1.0));
    }
    if (isfinite(params->V)) {
        /* C1_second: covariance of the fields with the Gaussian weight of i absorbed */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    C1_second[(k*S + l)*S + a] = -C_second[k*S + a]*C_second[k*S + l]*(r6[k]*r6[k]) + C_second[l*S + a];
                    C1_second[(k*S + a)*S + l] = C1_second[(k*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1_second[(k*S + l)*S + K + a] = -C_second[k*S + K + a]*C_second[k*S + l]*(r6[k]*r6[k]) + C_second[l*S + K + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1_second[(k*S + K + l)*S + K + a] = -C_second[k*S + K + a]*C_second[k*S + K + l]*(r6[k]*r6[k]) + C_second[(K + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    C1_second[((K + k)*S + l)*S + a] = -C_second[(K + k)*S + a]*C_second[(K + k)*S + l]*(r6[K + k]*r6[K + k]) + C_second[l*S + a];
                    C1_second[((K + k)*S + a)*S + l] = C1_second[((K + k)*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1_second[((K + k)*S + l)*S + K + a] = -C_second[(K + k)*S + K + a]*C_second[(K + k)*S + l]*(r6[K + k]*r6[K + k]) + C_second[l*S + K + a];
                    C1_second[((K + k)*S + K + a)*S + l] = C1_second[((K + k)*S + l)*S + K + a];
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1_second[((K + k)*S + K + l)*S + K + a] = -C_second[(K + k)*S + K + a]*C_second[(K + k)*S + K + l]*(r6[K + k]*r6[K + k]) + C_second[(K + l)*S + K + a];
                    C1_second[((K + k)*S + K + a)*S + K + l] = C1_second[((K + k)*S + K + l)*S + K + a];
                }
            }
        }
    }
    /* J2_second: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2_second[k*S + j] = 0.63661977236758138*(1.0 / sqrt(C_second[j*S + j] - (C_second[k*S + j]*C_second[k*S + j])*(r6[k]*r6[k]) + 1.0))*r6[k];
            J2_second[j*S + k] = J2_second[k*S + j];
        }
    }
    if (isfinite(params->V)) {
        /* c0_second: c = (head, -u) in the task second */
        for (int k = 0; k < K; ++k) {
            c0_second[k] = w0_second[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_second[K + n] = -u_second[n];
        }
    }
    /* mc0_second: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_second[k] = w0_second[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_second[K + n] = -u_second[n];
    }
    /* G0_second: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second[k*S + l] = w0_second[k]*w0_second[l];
            G0_second[l*S + k] = G0_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_second[k*S + K + n] = -u_second[n]*w0_second[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_second[(K + n)*S + K + m] = u_second[m]*u_second[n];
            G0_second[(K + m)*S + K + n] = G0_second[(K + n)*S + K + m];
        }
    }
    /* r7: 1/sqrt(C1_second[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r7[k*S + i] = (1.0 / sqrt(C_second[i*S + i] - (C_second[k*S + i]*C_second[k*S + i])*(r6[k]*r6[k]) + 1.0));
        }
    }
    /* v1: G0_second[k, j]*r7[k, j] */
    for (int k = 0; k < K; ++k) {
        for (int j = 0; j < S; ++j) {
            v1[k*S + j] = G0_second[k*S + j]*r7[k*S + j];
        }
    }
    /* C1_second_0: partial sum Sum(C_second[k, j]*v1[k, j], (j, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int j = 0; j < S; ++j) {
            sum1 += (C_second[k*S + j]*v1[k*S + j]);
        }
        C1_second_0[k] = sum1;
    }
    /* A_second: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            A_second[k*S + l] = 0.63661977236758138*params->eta_J*C1_second_0[k]*C_second[k*S + l]*(r6[k]*r6[k]*r6[k]);
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C_second[l*S + j]*v1[k*S + j]);
            }
            A_second[k*S + l] += -0.63661977236758138*params->eta_J*r6[k] * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            A_second[k*S + K + l] = 0.63661977236758138*params->eta_J*C1_second_0[k]*C_second[k*S + K + l]*(r6[k]*r6[k]*r6[k]);
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C_second[(K + l)*S + j]*v1[k*S + j]);
            }
            A_second[k*S + K + l] += -0.63661977236758138*params->eta_J*r6[k] * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* r8: 1/sqrt(C1_second[k, i, i] - C1_second[k, l, i]**2*r7[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r8[(k*K + l)*S + i] = (1.0 / sqrt(C1_second[(k*S + i)*S + i] - (C1_second[(k*S + l)*S + i]*C1_second[(k*S + l)*S + i])*(r7[k*S + l]*r7[k*S + l]) + 1.0));
                }
            }
        }
        /* E_second: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0_second[k*S + l]*J2_second[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (asin((C1_second[(k*S + i)*S + j] - C1_second[(k*S + l)*S + i]*C1_second[(k*S + l)*S + j]*(r7[k*S + l]*r7[k*S + l]))*r8[(k*K + l)*S + i]*r8[(k*K + l)*S + j])*c0_second[i]*c0_second[j]);
                    }
                }
                E_second[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*c0_second[k]*c0_second[l]*r6[k]*r7[k*S + l]/params->V * sum2;
            }
        }
    }
    /* s3: partial sum Sum(G0_second[k, i]*I_g2g0_second[k, i], (i, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += ((-C_second[k*S + i]*C_second[k*S + k]*(r6[k]*r6[k]) + C_second[k*S + i])*G0_second[k*S + i]*r7[k*S + i]);
        }
        s3[k] = -0.63661977236758138*r6[k] * sum1;
    }
    /* W_second: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second[k*S + l] = -params->eta_J*(k == l ? 1.0 : 0.0)*s3[k] - params->eta_J*G0_second[k*S + l]*J2_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second[k*S + K + n] = -params->eta_J*G0_second[k*S + K + n]*J2_second[k*S + K + n];
        }
    }
    /* dw0_second: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (asin(C_second[k*S + i]*r6[i]*r6[k])*mc0_second[i]);
        }
        dw0_second[k] = -0.63661977236758138*params->eta_0 * sum1;
    }
    /* B_first: steps against fields of the weights before the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum1 += (R[l*M + n]*W_first[k*S + K + n]);
            }
            B_first[k*K + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int a = 0; a < K; ++a) {
                sum1 += (W_first[k*S + a]*X_first[a*K + l]);
            }
            B_first[k*K + l] += sum1;
        }
    }
    /* B_second: steps against fields of the weights before the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum1 += (R[l*M + n]*W_second[k*S + K + n]);
            }
            B_second[k*K + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int a = 0; a < K; ++a) {
                sum1 += (W_second[k*S + a]*X_second[a*K + l]);
            }
            B_second[k*K + l] += sum1;
        }
    }
    /* dR: dR/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->p_second*A_first[k*S + K + n] + params->p_second*A_second[k*S + K + n] + A_first[k*S + K + n];
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[giant_maml_adjoint_packed(K, k, l)] = -params->p_second*B_first[k*K + l] - params->p_second*B_first[l*K + k] + params->p_second*B_second[k*K + l] + params->p_second*B_second[l*K + k] + B_first[k*K + l] + B_first[l*K + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[giant_maml_adjoint_packed(K, k, l)] += -params->p_second*E_first[k*K + l] + params->p_second*E_second[k*K + l] + E_first[k*K + l];
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = -params->p_second*dw0_first[k] + params->p_second*dw0_second[k] + dw0_first[k];
    }
    (void)y_C_ahead;
    (void)y_r0;
    (void)y_C1_ahead;
    (void)y_I2_ahead;
    (void)y_r1;
    (void)y_I3_ahead;
    (void)y_I_g2g0_ahead;
    (void)y_J2_ahead;
    (void)y_mc0_first_ahead;
    (void)y_G0_first_ahead;
    (void)y_A_first_ahead;
    (void)y_s0;
    (void)y_W_first_ahead;
    (void)y_Y_first_ahead;
    (void)y_dR_first_ahead;
    (void)y_dQ_first_ahead;
    (void)y_dw0_first_ahead;
    (void)y_R_first;
    (void)y_Q_first;
    (void)y_w0_first;
    (void)y_X_first;
    (void)y_C_first;
    (void)y_r3;
    (void)y_J2_first;
    (void)y_mc0_first;
    (void)y_G0_first;
    (void)y_r4;
    (void)y_v0;
    (void)y_C1_first_0;
    (void)y_A_first;
    (void)y_s1;
    (void)y_W_first;
    (void)y_dw0_first;
    (void)y_mc0_second_ahead;
    (void)y_G0_second_ahead;
    (void)y_A_second_ahead;
    (void)y_s2;
    (void)y_W_second_ahead;
    (void)y_Y_second_ahead;
    (void)y_dR_second_ahead;
    (void)y_dQ_second_ahead;
    (void)y_dw0_second_ahead;
    (void)y_R_second;
    (void)y_Q_second;
    (void)y_w0_second;
    (void)y_X_second;
    (void)y_C_second;
    (void)y_r6;
    (void)y_J2_second;
    (void)y_mc0_second;
    (void)y_G0_second;
    (void)y_r7;
    (void)y_v1;
    (void)y_C1_second_0;
    (void)y_A_second;
    (void)y_s3;
    (void)y_W_second;
    (void)y_dw0_second;
    (void)y_B_first;
    (void)y_B_second;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_r2;
    (void)y_I4_ahead;
    (void)y_c0_first_ahead;
    (void)y_E_first_ahead;
    (void)y_c0_second_ahead;
    (void)y_E_second_ahead;
    (void)y_C1_first;
    (void)y_c0_first;
    (void)y_r5;
    (void)y_E_first;
    (void)y_C1_second;
    (void)y_c0_second;
    (void)y_r8;
    (void)y_E_second;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*giant_maml_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + giant_maml_adjoint_state_size(K, M) + 0;
        double *y_gamma = result + giant_maml_adjoint_state_size(K, M) + 1;
        double *y_eta_w = result + giant_maml_adjoint_state_size(K, M) + 2;
        double *y_eta_0 = result + giant_maml_adjoint_state_size(K, M) + 3;
        double *y_noise = result + giant_maml_adjoint_state_size(K, M) + 4;
        double *y_p_second = result + giant_maml_adjoint_state_size(K, M) + 5;
        double *y_V = result + giant_maml_adjoint_state_size(K, M) + 6;
        double *y_ratio = result + giant_maml_adjoint_state_size(K, M) + 7;

        for (size_t p = 0; p < giant_maml_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C_ahead; p < y_E_second + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*giant_maml_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*giant_maml_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*giant_maml_adjoint_state_size(K, M) + overlaps + p];
        }
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_gamma;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_p_second;
        (void)y_V;
        (void)y_ratio;
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                y_dw0[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_first[k] += here*(1.0 - params->p_second);
                    y_dw0_second[k] += here*params->p_second;
                    (*y_p_second) += here*(-dw0_first[k] + dw0_second[k]);
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ[giant_maml_adjoint_packed(K, k, l)];

                        if (here != 0.0) {
                            y_E_first[k*K + l] += here*(1.0 - params->p_second);
                            y_E_second[k*K + l] += here*params->p_second;
                            (*y_p_second) += here*(-E_first[k*K + l] + E_second[k*K + l]);
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ[giant_maml_adjoint_packed(K, k, l)];

                    y_dQ[giant_maml_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_B_first[k*K + l] += here*(1.0 - params->p_second);
                        y_B_first[l*K + k] += here*(1.0 - params->p_second);
                        y_B_second[k*K + l] += here*params->p_second;
                        y_B_second[l*K + k] += here*params->p_second;
                        (*y_p_second) += here*(-B_first[k*K + l] - B_first[l*K + k] + B_second[k*K + l] + B_second[l*K + k]);
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
                        y_A_first[k*S + K + n] += here*(1.0 - params->p_second);
                        y_A_second[k*S + K + n] += here*params->p_second;
                        (*y_p_second) += here*(-A_first[k*S + K + n] + A_second[k*S + K + n]);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_B_second[k*K + l];

                    if (here != 0.0) {
                        for (int a = 0; a < K; ++a) {
                            y_W_second[k*S + a] += here*X_second[a*K + l];
                            y_X_second[a*K + l] += here*W_second[k*S + a];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_B_second[k*K + l];

                    y_B_second[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int n = 0; n < M; ++n) {
                            y_R[l*M + n] += here*W_second[k*S + K + n];
                            y_W_second[k*S + K + n] += here*R[l*M + n];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_B_first[k*K + l];

                    if (here != 0.0) {
                        for (int a = 0; a < K; ++a) {
                            y_W_first[k*S + a] += here*X_first[a*K + l];
                            y_X_first[a*K + l] += here*W_first[k*S + a];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_B_first[k*K + l];

                    y_B_first[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int n = 0; n < M; ++n) {
                            y_R[l*M + n] += here*W_first[k*S + K + n];
                            y_W_first[k*S + K + n] += here*R[l*M + n];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_second[k];

                y_dw0_second[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = C_second[k*S + i]*r6[i]*r6[k];
                        const double p_1 = asin(p_0);
                        const double p_2 = -2.0*params->eta_0;
                        const double p_3 = 0.31830988618379069*p_1*mc0_second[i];
                        const double b_p_3 = here*p_2;
                        const double b_p_2 = here*p_3;
                        const double b_p_1 = 0.31830988618379069*b_p_3*mc0_second[i];
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_mc0_second[i] += 0.31830988618379069*b_p_3*p_1;
                        (*y_eta_0) += -2.0*b_p_2;
                        y_C_second[k*S + i] += b_p_0*r6[i]*r6[k];
                        y_r6[i] += b_p_0*C_second[k*S + i]*r6[k];
                        y_r6[k] += b_p_0*C_second[k*S + i]*r6[i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_second[k*S + K + n];

                    y_W_second[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_second[k*S + K + n] += -params->eta_J*here*J2_second[k*S + K + n];
                        y_J2_second[k*S + K + n] += -params->eta_J*here*G0_second[k*S + K + n];
                        (*y_eta_J) += -here*G0_second[k*S + K + n]*J2_second[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second[k*S + l];

                    y_W_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_second[k*S + l] += -params->eta_J*here*J2_second[k*S + l];
                        y_J2_second[k*S + l] += -params->eta_J*here*G0_second[k*S + l];
                        (*y_eta_J) += here*(-(k == l ? 1.0 : 0.0)*s3[k] - G0_second[k*S + l]*J2_second[k*S + l]);
                        y_s3[k] += -params->eta_J*here*(k == l ? 1.0 : 0.0);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_s3[k];

                y_s3[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = -C_second[k*S + i]*C_second[k*S + k]*(r6[k]*r6[k]) + C_second[k*S + i];
                        const double p_1 = -0.63661977236758138*p_0;
                        const double p_2 = G0_second[k*S + i]*r6[k]*r7[k*S + i];
                        const double b_p_2 = here*p_1;
                        const double b_p_1 = here*p_2;
                        const double b_p_0 = -0.63661977236758138*b_p_1;
                        y_G0_second[k*S + i] += b_p_2*r6[k]*r7[k*S + i];
                        y_r6[k] += -2.0*b_p_0*C_second[k*S + i]*C_second[k*S + k]*r6[k] + b_p_2*G0_second[k*S + i]*r7[k*S + i];
                        y_r7[k*S + i] += b_p_2*G0_second[k*S + i]*r6[k];
                        y_C_second[k*S + i] += b_p_0*(-C_second[k*S + k]*(r6[k]*r6[k]) + 1.0);
                        y_C_second[k*S + k] += -b_p_0*C_second[k*S + i]*(r6[k]*r6[k]);
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_second[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = C1_second[(k*S + i)*S + j] - C1_second[(k*S + l)*S + i]*C1_second[(k*S + l)*S + j]*(r7[k*S + l]*r7[k*S + l]);
                                    const double p_1 = p_0*r8[(k*K + l)*S + i]*r8[(k*K + l)*S + j];
                                    const double p_2 = asin(p_1);
                                    const double p_3 = (params->eta_J*params->eta_J)*c0_second[i]/params->V;
                                    const double p_4 = c0_second[j]*c0_second[k]*c0_second[l];
                                    const double p_5 = p_2*r6[k]*r7[k*S + l];
                                    const double p_6 = 0.4052847345693511*p_3;
                                    const double p_7 = p_4*p_5;
                                    const double b_p_7 = here*p_6;
                                    const double b_p_6 = here*p_7;
                                    const double b_p_5 = b_p_7*p_4;
                                    const double b_p_4 = b_p_7*p_5;
                                    const double b_p_3 = 0.4052847345693511*b_p_6;
                                    const double b_p_2 = b_p_5*r6[k]*r7[k*S + l];
                                    const double b_p_1 = b_p_2*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r8[(k*K + l)*S + i]*r8[(k*K + l)*S + j];
                                    y_r6[k] += b_p_5*p_2*r7[k*S + l];
                                    y_r7[k*S + l] += -2.0*b_p_0*C1_second[(k*S + l)*S + i]*C1_second[(k*S + l)*S + j]*r7[k*S + l] + b_p_5*p_2*r6[k];
                                    y_c0_second[j] += b_p_4*c0_second[k]*c0_second[l];
                                    y_c0_second[k] += b_p_4*c0_second[j]*c0_second[l];
                                    y_c0_second[l] += b_p_4*c0_second[j]*c0_second[k];
                                    (*y_V) += -b_p_3*(params->eta_J*params->eta_J)*c0_second[i]/(params->V*params->V);
                                    y_c0_second[i] += b_p_3*(params->eta_J*params->eta_J)/params->V;
                                    (*y_eta_J) += 2.0*b_p_3*params->eta_J*c0_second[i]/params->V;
                                    y_r8[(k*K + l)*S + i] += b_p_1*p_0*r8[(k*K + l)*S + j];
                                    y_r8[(k*K + l)*S + j] += b_p_1*p_0*r8[(k*K + l)*S + i];
                                    y_C1_second[(k*S + i)*S + j] += b_p_0;
                                    y_C1_second[(k*S + l)*S + i] += -b_p_0*C1_second[(k*S + l)*S + j]*(r7[k*S + l]*r7[k*S + l]);
                                    y_C1_second[(k*S + l)*S + j] += -b_p_0*C1_second[(k*S + l)*S + i]*(r7[k*S + l]*r7[k*S + l]);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_second[k*K + l];

                        y_E_second[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->eta_J*params->eta_J)*(params->noise*params->noise);
                            const double p_1 = G0_second[k*S + l]*J2_second[k*S + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second[k*S + l] += b_p_1*J2_second[k*S + l]/params->V;
                            y_J2_second[k*S + l] += b_p_1*G0_second[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G0_second[k*S + l]*J2_second[k*S + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->noise;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        {
                            const double here = y_r8[(k*K + l)*S + i];

                            y_r8[(k*K + l)*S + i] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = C1_second[(k*S + i)*S + i] - (C1_second[(k*S + l)*S + i]*C1_second[(k*S + l)*S + i])*(r7[k*S + l]*r7[k*S + l]) + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C1_second[(k*S + i)*S + i] += b_p_0;
                                y_C1_second[(k*S + l)*S + i] += -2.0*b_p_0*C1_second[(k*S + l)*S + i]*(r7[k*S + l]*r7[k*S + l]);
                                y_r7[k*S + l] += -2.0*b_p_0*(C1_second[(k*S + l)*S + i]*C1_second[(k*S + l)*S + i])*r7[k*S + l];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_A_second[k*S + K + l];

                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = -0.63661977236758138*params->eta_J;
                            const double p_1 = C_second[(K + l)*S + j]*r6[k]*v1[k*S + j];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_C_second[(K + l)*S + j] += b_p_1*r6[k]*v1[k*S + j];
                            y_r6[k] += b_p_1*C_second[(K + l)*S + j]*v1[k*S + j];
                            y_v1[k*S + j] += b_p_1*C_second[(K + l)*S + j]*r6[k];
                            (*y_eta_J) += -0.63661977236758138*b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_A_second[k*S + K + l];

                    y_A_second[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = 0.63661977236758138*params->eta_J;
                        const double p_1 = C1_second_0[k]*C_second[k*S + K + l]*(r6[k]*r6[k]*r6[k]);
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_C1_second_0[k] += b_p_1*C_second[k*S + K + l]*(r6[k]*r6[k]*r6[k]);
                        y_C_second[k*S + K + l] += b_p_1*C1_second_0[k]*(r6[k]*r6[k]*r6[k]);
                        y_r6[k] += 3.0*b_p_1*C1_second_0[k]*C_second[k*S + K + l]*(r6[k]*r6[k]);
                        (*y_eta_J) += 0.63661977236758138*b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_A_second[k*S + l];

                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = -0.63661977236758138*params->eta_J;
                            const double p_1 = C_second[l*S + j]*r6[k]*v1[k*S + j];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_C_second[l*S + j] += b_p_1*r6[k]*v1[k*S + j];
                            y_r6[k] += b_p_1*C_second[l*S + j]*v1[k*S + j];
                            y_v1[k*S + j] += b_p_1*C_second[l*S + j]*r6[k];
                            (*y_eta_J) += -0.63661977236758138*b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_A_second[k*S + l];

                    y_A_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = 0.63661977236758138*params->eta_J;
                        const double p_1 = C1_second_0[k]*C_second[k*S + l]*(r6[k]*r6[k]*r6[k]);
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_C1_second_0[k] += b_p_1*C_second[k*S + l]*(r6[k]*r6[k]*r6[k]);
                        y_C_second[k*S + l] += b_p_1*C1_second_0[k]*(r6[k]*r6[k]*r6[k]);
                        y_r6[k] += 3.0*b_p_1*C1_second_0[k]*C_second[k*S + l]*(r6[k]*r6[k]);
                        (*y_eta_J) += 0.63661977236758138*b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_C1_second_0[k];

                y_C1_second_0[k] = 0.0;
                if (here != 0.0) {
                    for (int j = 0; j < S; ++j) {
                        y_C_second[k*S + j] += here*v1[k*S + j];
                        y_v1[k*S + j] += here*C_second[k*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_v1[k*S + j];

                    y_v1[k*S + j] = 0.0;
                    if (here != 0.0) {
                        y_G0_second[k*S + j] += here*r7[k*S + j];
                        y_r7[k*S + j] += here*G0_second[k*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_r7[k*S + i];

                    y_r7[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_second[i*S + i] - (C_second[k*S + i]*C_second[k*S + i])*(r6[k]*r6[k]) + 1.0;
                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_C_second[i*S + i] += b_p_0;
                        y_C_second[k*S + i] += -2.0*b_p_0*C_second[k*S + i]*(r6[k]*r6[k]);
                        y_r6[k] += -2.0*b_p_0*(C_second[k*S + i]*C_second[k*S + i])*r6[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_G0_second[(K + n)*S + K + m], &y_G0_second[(K + m)*S + K + n]);
                y_G0_second[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0_second[k*S + K + n];

                    y_G0_second[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_w0_second[k] += -here*u_second[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_G0_second[k*S + l], &y_G0_second[l*S + k]);
                {
                    const double here = y_G0_second[k*S + l];

                    y_G0_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_w0_second[k] += here*w0_second[l];
                        y_w0_second[l] += here*w0_second[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc0_second[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0_second[k];

                y_mc0_second[k] = 0.0;
                if (here != 0.0) {
                    y_w0_second[k] += here;
                }
            }
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                y_c0_second[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_c0_second[k];

                    y_c0_second[k] = 0.0;
                    if (here != 0.0) {
                        y_w0_second[k] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                giant_maml_adjoint_image(&y_J2_second[k*S + j], &y_J2_second[j*S + k]);
                {
                    const double here = y_J2_second[k*S + j];

                    y_J2_second[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_second[j*S + j] - (C_second[k*S + j]*C_second[k*S + j])*(r6[k]*r6[k]) + 1.0;
                        const double p_1 = (1.0 / sqrt(p_0));
                        const double b_p_1 = 0.63661977236758138*here*r6[k];
                        const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_r6[k] += -2.0*b_p_0*(C_second[k*S + j]*C_second[k*S + j])*r6[k] + 0.63661977236758138*here*p_1;
                        y_C_second[j*S + j] += b_p_0;
                        y_C_second[k*S + j] += -2.0*b_p_0*C_second[k*S + j]*(r6[k]*r6[k]);
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        giant_maml_adjoint_image(&y_C1_second[((K + k)*S + K + l)*S + K + a], &y_C1_second[((K + k)*S + K + a)*S + K + l]);
                        {
                            const double here = y_C1_second[((K + k)*S + K + l)*S + K + a];

                            y_C1_second[((K + k)*S + K + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C_second[(K + k)*S + K + a] += -here*C_second[(K + k)*S + K + l]*(r6[K + k]*r6[K + k]);
                                y_C_second[(K + k)*S + K + l] += -here*C_second[(K + k)*S + K + a]*(r6[K + k]*r6[K + k]);
                                y_C_second[(K + l)*S + K + a] += here;
                                y_r6[K + k] += -2.0*here*C_second[(K + k)*S + K + a]*C_second[(K + k)*S + K + l]*r6[K + k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < M; ++a) {
                        giant_maml_adjoint_image(&y_C1_second[((K + k)*S + l)*S + K + a], &y_C1_second[((K + k)*S + K + a)*S + l]);
                        {
                            const double here = y_C1_second[((K + k)*S + l)*S + K + a];

                            y_C1_second[((K + k)*S + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C_second[(K + k)*S + K + a] += -here*C_second[(K + k)*S + l]*(r6[K + k]*r6[K + k]);
                                y_C_second[(K + k)*S + l] += -here*C_second[(K + k)*S + K + a]*(r6[K + k]*r6[K + k]);
                                y_C_second[l*S + K + a] += here;
                                y_r6[K + k] += -2.0*here*C_second[(K + k)*S + K + a]*C_second[(K + k)*S + l]*r6[K + k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        giant_maml_adjoint_image(&y_C1_second[((K + k)*S + l)*S + a], &y_C1_second[((K + k)*S + a)*S + l]);
                        {
                            const double here = y_C1_second[((K + k)*S + l)*S + a];

                            y_C1_second[((K + k)*S + l)*S + a] = 0.0;
                            if (here != 0.0) {
                                y_C_second[(K + k)*S + a] += -here*C_second[(K + k)*S + l]*(r6[K + k]*r6[K + k]);
                                y_C_second[(K + k)*S + l] += -here*C_second[(K + k)*S + a]*(r6[K + k]*r6[K + k]);
                                y_C_second[l*S + a] += here;
                                y_r6[K + k] += -2.0*here*C_second[(K + k)*S + a]*C_second[(K + k)*S + l]*r6[K + k];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        {
                            const double here = y_C1_second[(k*S + K + l)*S + K + a];

                            y_C1_second[(k*S + K + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C_second[k*S + K + a] += -here*C_second[k*S + K + l]*(r6[k]*r6[k]);
                                y_C_second[k*S + K + l] += -here*C_second[k*S + K + a]*(r6[k]*r6[k]);
                                y_C_second[(K + l)*S + K + a] += here;
                                y_r6[k] += -2.0*here*C_second[k*S + K + a]*C_second[k*S + K + l]*r6[k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < M; ++a) {
                        {
                            const double here = y_C1_second[(k*S + l)*S + K + a];

                            y_C1_second[(k*S + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C_second[k*S + K + a] += -here*C_second[k*S + l]*(r6[k]*r6[k]);
                                y_C_second[k*S + l] += -here*C_second[k*S + K + a]*(r6[k]*r6[k]);
                                y_C_second[l*S + K + a] += here;
                                y_r6[k] += -2.0*here*C_second[k*S + K + a]*C_second[k*S + l]*r6[k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        giant_maml_adjoint_image(&y_C1_second[(k*S + l)*S + a], &y_C1_second[(k*S + a)*S + l]);
                        {
                            const double here = y_C1_second[(k*S + l)*S + a];

                            y_C1_second[(k*S + l)*S + a] = 0.0;
                            if (here != 0.0) {
                                y_C_second[k*S + a] += -here*C_second[k*S + l]*(r6[k]*r6[k]);
                                y_C_second[k*S + l] += -here*C_second[k*S + a]*(r6[k]*r6[k]);
                                y_C_second[l*S + a] += here;
                                y_r6[k] += -2.0*here*C_second[k*S + a]*C_second[k*S + l]*r6[k];
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_r6[i];

                y_r6[i] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C_second[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C_second[i*S + i] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_C_second[(K + n)*S + K + m], &y_C_second[(K + m)*S + K + n]);
                y_C_second[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                giant_maml_adjoint_image(&y_C_second[k*S + K + n], &y_C_second[(K + n)*S + k]);
                {
                    const double here = y_C_second[k*S + K + n];

                    y_C_second[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R_second[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_C_second[k*S + l], &y_C_second[l*S + k]);
                {
                    const double here = y_C_second[k*S + l];

                    y_C_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q_second[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_X_second[k*K + l];

                    y_X_second[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + l] += here;
                        y_Q[giant_maml_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_w0_second[k];

                y_w0_second[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_second_ahead[k] += here;
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Q_second[k*K + l];

                    y_Q_second[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_adjoint_packed(K, k, l)] += here;
                        y_dQ_second_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_R_second[k*M + n];

                    y_R_second[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                        y_dR_second_ahead[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_second_ahead[k];

                y_dw0_second_ahead[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2_ahead[k*S + i] += -params->eta_w*here*mc0_second_ahead[i];
                        (*y_eta_w) += -here*I2_ahead[k*S + i]*mc0_second_ahead[i];
                        y_mc0_second_ahead[i] += -params->eta_w*here*I2_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ_second_ahead[k*K + l];

                        if (here != 0.0) {
                            y_E_second_ahead[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ_second_ahead[k*K + l];

                    y_dQ_second_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + l] += here;
                        y_A_second_ahead[l*S + k] += here;
                        y_Y_second_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR_second_ahead[k*M + n];

                    y_dR_second_ahead[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Y_second_ahead[k*K + l];

                    y_Y_second_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_A_second_ahead[k*S + j] += here*W_second_ahead[l*S + j];
                            y_W_second_ahead[l*S + j] += here*A_second_ahead[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_second_ahead[k*S + K + n];

                    y_W_second_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_second_ahead[k*S + K + n] += -params->gamma*here*J2_ahead[k*S + K + n];
                        y_J2_ahead[k*S + K + n] += -params->gamma*here*G0_second_ahead[k*S + K + n];
                        (*y_gamma) += -here*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second_ahead[k*S + l];

                    y_W_second_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_second_ahead[k*S + l] += -params->gamma*here*J2_ahead[k*S + l];
                        y_J2_ahead[k*S + l] += -params->gamma*here*G0_second_ahead[k*S + l];
                        (*y_gamma) += here*(-(k == l ? 1.0 : 0.0)*s2[k] - G0_second_ahead[k*S + l]*J2_ahead[k*S + l]);
                        y_s2[k] += -params->gamma*here*(k == l ? 1.0 : 0.0);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_s2[k];

                y_s2[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_G0_second_ahead[k*S + i] += here*I_g2g0_ahead[k*S + i];
                        y_I_g2g0_ahead[k*S + i] += here*G0_second_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_second_ahead[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->gamma*params->gamma)*c0_second_ahead[i]/params->ratio;
                                    const double p_1 = I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_ahead[((k*K + l)*S + i)*S + j] += b_p_1*c0_second_ahead[j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    y_c0_second_ahead[j] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    y_c0_second_ahead[k] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[l];
                                    y_c0_second_ahead[l] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[k];
                                    y_c0_second_ahead[i] += b_p_0*(params->gamma*params->gamma)/params->ratio;
                                    (*y_gamma) += 2.0*b_p_0*params->gamma*c0_second_ahead[i]/params->ratio;
                                    (*y_ratio) += -b_p_0*(params->gamma*params->gamma)*c0_second_ahead[i]/(params->ratio*params->ratio);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_second_ahead[k*K + l];

                        y_E_second_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->gamma*params->gamma)*(params->noise*params->noise);
                            const double p_1 = G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second_ahead[k*S + l] += b_p_1*J2_ahead[k*S + l]/params->ratio;
                            y_J2_ahead[k*S + l] += b_p_1*G0_second_ahead[k*S + l]/params->ratio;
                            (*y_ratio) += -b_p_1*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/(params->ratio*params->ratio);
                            (*y_gamma) += 2.0*b_p_0*params->gamma*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->gamma*params->gamma)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A_second_ahead[k*S + i];

                    y_A_second_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_G0_second_ahead[k*S + j] += -params->gamma*here*I3_ahead[(k*S + i)*S + j];
                            y_I3_ahead[(k*S + i)*S + j] += -params->gamma*here*G0_second_ahead[k*S + j];
                            (*y_gamma) += -here*G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_G0_second_ahead[(K + n)*S + K + m], &y_G0_second_ahead[(K + m)*S + K + n]);
                y_G0_second_ahead[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0_second_ahead[k*S + K + n];

                    y_G0_second_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += -here*u_second[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_G0_second_ahead[k*S + l], &y_G0_second_ahead[l*S + k]);
                {
                    const double here = y_G0_second_ahead[k*S + l];

                    y_G0_second_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here*w0[l];
                        y_w0[l] += here*w0[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc0_second_ahead[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0_second_ahead[k];

                y_mc0_second_ahead[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int n = 0; n < M; ++n) {
                y_c0_second_ahead[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_c0_second_ahead[k];

                    y_c0_second_ahead[k] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_first[k];

                y_dw0_first[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = C_first[k*S + i]*r3[i]*r3[k];
                        const double p_1 = asin(p_0);
                        const double p_2 = -2.0*params->eta_0;
                        const double p_3 = 0.31830988618379069*p_1*mc0_first[i];
                        const double b_p_3 = here*p_2;
                        const double b_p_2 = here*p_3;
                        const double b_p_1 = 0.31830988618379069*b_p_3*mc0_first[i];
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_mc0_first[i] += 0.31830988618379069*b_p_3*p_1;
                        (*y_eta_0) += -2.0*b_p_2;
                        y_C_first[k*S + i] += b_p_0*r3[i]*r3[k];
                        y_r3[i] += b_p_0*C_first[k*S + i]*r3[k];
                        y_r3[k] += b_p_0*C_first[k*S + i]*r3[i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_first[k*S + K + n];

                    y_W_first[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_first[k*S + K + n] += -params->eta_J*here*J2_first[k*S + K + n];
                        y_J2_first[k*S + K + n] += -params->eta_J*here*G0_first[k*S + K + n];
                        (*y_eta_J) += -here*G0_first[k*S + K + n]*J2_first[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first[k*S + l];

                    y_W_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_first[k*S + l] += -params->eta_J*here*J2_first[k*S + l];
                        y_J2_first[k*S + l] += -params->eta_J*here*G0_first[k*S + l];
                        (*y_eta_J) += here*(-(k == l ? 1.0 : 0.0)*s1[k] - G0_first[k*S + l]*J2_first[k*S + l]);
                        y_s1[k] += -params->eta_J*here*(k == l ? 1.0 : 0.0);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_s1[k];

                y_s1[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = -C_first[k*S + i]*C_first[k*S + k]*(r3[k]*r3[k]) + C_first[k*S + i];
                        const double p_1 = -0.63661977236758138*p_0;
                        const double p_2 = G0_first[k*S + i]*r3[k]*r4[k*S + i];
                        const double b_p_2 = here*p_1;
                        const double b_p_1 = here*p_2;
                        const double b_p_0 = -0.63661977236758138*b_p_1;
                        y_G0_first[k*S + i] += b_p_2*r3[k]*r4[k*S + i];
                        y_r3[k] += -2.0*b_p_0*C_first[k*S + i]*C_first[k*S + k]*r3[k] + b_p_2*G0_first[k*S + i]*r4[k*S + i];
                        y_r4[k*S + i] += b_p_2*G0_first[k*S + i]*r3[k];
                        y_C_first[k*S + i] += b_p_0*(-C_first[k*S + k]*(r3[k]*r3[k]) + 1.0);
                        y_C_first[k*S + k] += -b_p_0*C_first[k*S + i]*(r3[k]*r3[k]);
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_first[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = C1_first[(k*S + i)*S + j] - C1_first[(k*S + l)*S + i]*C1_first[(k*S + l)*S + j]*(r4[k*S + l]*r4[k*S + l]);
                                    const double p_1 = p_0*r5[(k*K + l)*S + i]*r5[(k*K + l)*S + j];
                                    const double p_2 = asin(p_1);
                                    const double p_3 = (params->eta_J*params->eta_J)*c0_first[i]/params->V;
                                    const double p_4 = c0_first[j]*c0_first[k]*c0_first[l];
                                    const double p_5 = p_2*r3[k]*r4[k*S + l];
                                    const double p_6 = 0.4052847345693511*p_3;
                                    const double p_7 = p_4*p_5;
                                    const double b_p_7 = here*p_6;
                                    const double b_p_6 = here*p_7;
                                    const double b_p_5 = b_p_7*p_4;
                                    const double b_p_4 = b_p_7*p_5;
                                    const double b_p_3 = 0.4052847345693511*b_p_6;
                                    const double b_p_2 = b_p_5*r3[k]*r4[k*S + l];
                                    const double b_p_1 = b_p_2*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r5[(k*K + l)*S + i]*r5[(k*K + l)*S + j];
                                    y_r3[k] += b_p_5*p_2*r4[k*S + l];
                                    y_r4[k*S + l] += -2.0*b_p_0*C1_first[(k*S + l)*S + i]*C1_first[(k*S + l)*S + j]*r4[k*S + l] + b_p_5*p_2*r3[k];
                                    y_c0_first[j] += b_p_4*c0_first[k]*c0_first[l];
                                    y_c0_first[k] += b_p_4*c0_first[j]*c0_first[l];
                                    y_c0_first[l] += b_p_4*c0_first[j]*c0_first[k];
                                    (*y_V) += -b_p_3*(params->eta_J*params->eta_J)*c0_first[i]/(params->V*params->V);
                                    y_c0_first[i] += b_p_3*(params->eta_J*params->eta_J)/params->V;
                                    (*y_eta_J) += 2.0*b_p_3*params->eta_J*c0_first[i]/params->V;
                                    y_r5[(k*K + l)*S + i] += b_p_1*p_0*r5[(k*K + l)*S + j];
                                    y_r5[(k*K + l)*S + j] += b_p_1*p_0*r5[(k*K + l)*S + i];
                                    y_C1_first[(k*S + i)*S + j] += b_p_0;
                                    y_C1_first[(k*S + l)*S + i] += -b_p_0*C1_first[(k*S + l)*S + j]*(r4[k*S + l]*r4[k*S + l]);
                                    y_C1_first[(k*S + l)*S + j] += -b_p_0*C1_first[(k*S + l)*S + i]*(r4[k*S + l]*r4[k*S + l]);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_first[k*K + l];

                        y_E_first[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->eta_J*params->eta_J)*(params->noise*params->noise);
                            const double p_1 = G0_first[k*S + l]*J2_first[k*S + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first[k*S + l] += b_p_1*J2_first[k*S + l]/params->V;
                            y_J2_first[k*S + l] += b_p_1*G0_first[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G0_first[k*S + l]*J2_first[k*S + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->noise;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        {
                            const double here = y_r5[(k*K + l)*S + i];

                            y_r5[(k*K + l)*S + i] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = C1_first[(k*S + i)*S + i] - (C1_first[(k*S + l)*S + i]*C1_first[(k*S + l)*S + i])*(r4[k*S + l]*r4[k*S + l]) + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C1_first[(k*S + i)*S + i] += b_p_0;
                                y_C1_first[(k*S + l)*S + i] += -2.0*b_p_0*C1_first[(k*S + l)*S + i]*(r4[k*S + l]*r4[k*S + l]);
                                y_r4[k*S + l] += -2.0*b_p_0*(C1_first[(k*S + l)*S + i]*C1_first[(k*S + l)*S + i])*r4[k*S + l];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_A_first[k*S + K + l];

                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = -0.63661977236758138*params->eta_J;
                            const double p_1 = C_first[(K + l)*S + j]*r3[k]*v0[k*S + j];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_C_first[(K + l)*S + j] += b_p_1*r3[k]*v0[k*S + j];
                            y_r3[k] += b_p_1*C_first[(K + l)*S + j]*v0[k*S + j];
                            y_v0[k*S + j] += b_p_1*C_first[(K + l)*S + j]*r3[k];
                            (*y_eta_J) += -0.63661977236758138*b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_A_first[k*S + K + l];

                    y_A_first[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = 0.63661977236758138*params->eta_J;
                        const double p_1 = C1_first_0[k]*C_first[k*S + K + l]*(r3[k]*r3[k]*r3[k]);
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_C1_first_0[k] += b_p_1*C_first[k*S + K + l]*(r3[k]*r3[k]*r3[k]);
                        y_C_first[k*S + K + l] += b_p_1*C1_first_0[k]*(r3[k]*r3[k]*r3[k]);
                        y_r3[k] += 3.0*b_p_1*C1_first_0[k]*C_first[k*S + K + l]*(r3[k]*r3[k]);
                        (*y_eta_J) += 0.63661977236758138*b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_A_first[k*S + l];

                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = -0.63661977236758138*params->eta_J;
                            const double p_1 = C_first[l*S + j]*r3[k]*v0[k*S + j];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_C_first[l*S + j] += b_p_1*r3[k]*v0[k*S + j];
                            y_r3[k] += b_p_1*C_first[l*S + j]*v0[k*S + j];
                            y_v0[k*S + j] += b_p_1*C_first[l*S + j]*r3[k];
                            (*y_eta_J) += -0.63661977236758138*b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_A_first[k*S + l];

                    y_A_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = 0.63661977236758138*params->eta_J;
                        const double p_1 = C1_first_0[k]*C_first[k*S + l]*(r3[k]*r3[k]*r3[k]);
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_C1_first_0[k] += b_p_1*C_first[k*S + l]*(r3[k]*r3[k]*r3[k]);
                        y_C_first[k*S + l] += b_p_1*C1_first_0[k]*(r3[k]*r3[k]*r3[k]);
                        y_r3[k] += 3.0*b_p_1*C1_first_0[k]*C_first[k*S + l]*(r3[k]*r3[k]);
                        (*y_eta_J) += 0.63661977236758138*b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_C1_first_0[k];

                y_C1_first_0[k] = 0.0;
                if (here != 0.0) {
                    for (int j = 0; j < S; ++j) {
                        y_C_first[k*S + j] += here*v0[k*S + j];
                        y_v0[k*S + j] += here*C_first[k*S + j];
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
                        y_G0_first[k*S + j] += here*r4[k*S + j];
                        y_r4[k*S + j] += here*G0_first[k*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_r4[k*S + i];

                    y_r4[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_first[i*S + i] - (C_first[k*S + i]*C_first[k*S + i])*(r3[k]*r3[k]) + 1.0;
                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_C_first[i*S + i] += b_p_0;
                        y_C_first[k*S + i] += -2.0*b_p_0*C_first[k*S + i]*(r3[k]*r3[k]);
                        y_r3[k] += -2.0*b_p_0*(C_first[k*S + i]*C_first[k*S + i])*r3[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_G0_first[(K + n)*S + K + m], &y_G0_first[(K + m)*S + K + n]);
                y_G0_first[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0_first[k*S + K + n];

                    y_G0_first[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_w0_first[k] += -here*u_first[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_G0_first[k*S + l], &y_G0_first[l*S + k]);
                {
                    const double here = y_G0_first[k*S + l];

                    y_G0_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_w0_first[k] += here*w0_first[l];
                        y_w0_first[l] += here*w0_first[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc0_first[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0_first[k];

                y_mc0_first[k] = 0.0;
                if (here != 0.0) {
                    y_w0_first[k] += here;
                }
            }
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                y_c0_first[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_c0_first[k];

                    y_c0_first[k] = 0.0;
                    if (here != 0.0) {
                        y_w0_first[k] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                giant_maml_adjoint_image(&y_J2_first[k*S + j], &y_J2_first[j*S + k]);
                {
                    const double here = y_J2_first[k*S + j];

                    y_J2_first[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_first[j*S + j] - (C_first[k*S + j]*C_first[k*S + j])*(r3[k]*r3[k]) + 1.0;
                        const double p_1 = (1.0 / sqrt(p_0));
                        const double b_p_1 = 0.63661977236758138*here*r3[k];
                        const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_r3[k] += -2.0*b_p_0*(C_first[k*S + j]*C_first[k*S + j])*r3[k] + 0.63661977236758138*here*p_1;
                        y_C_first[j*S + j] += b_p_0;
                        y_C_first[k*S + j] += -2.0*b_p_0*C_first[k*S + j]*(r3[k]*r3[k]);
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        giant_maml_adjoint_image(&y_C1_first[((K + k)*S + K + l)*S + K + a], &y_C1_first[((K + k)*S + K + a)*S + K + l]);
                        {
                            const double here = y_C1_first[((K + k)*S + K + l)*S + K + a];

                            y_C1_first[((K + k)*S + K + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C_first[(K + k)*S + K + a] += -here*C_first[(K + k)*S + K + l]*(r3[K + k]*r3[K + k]);
                                y_C_first[(K + k)*S + K + l] += -here*C_first[(K + k)*S + K + a]*(r3[K + k]*r3[K + k]);
                                y_C_first[(K + l)*S + K + a] += here;
                                y_r3[K + k] += -2.0*here*C_first[(K + k)*S + K + a]*C_first[(K + k)*S + K + l]*r3[K + k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < M; ++a) {
                        giant_maml_adjoint_image(&y_C1_first[((K + k)*S + l)*S + K + a], &y_C1_first[((K + k)*S + K + a)*S + l]);
                        {
                            const double here = y_C1_first[((K + k)*S + l)*S + K + a];

                            y_C1_first[((K + k)*S + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C_first[(K + k)*S + K + a] += -here*C_first[(K + k)*S + l]*(r3[K + k]*r3[K + k]);
                                y_C_first[(K + k)*S + l] += -here*C_first[(K + k)*S + K + a]*(r3[K + k]*r3[K + k]);
                                y_C_first[l*S + K + a] += here;
                                y_r3[K + k] += -2.0*here*C_first[(K + k)*S + K + a]*C_first[(K + k)*S + l]*r3[K + k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        giant_maml_adjoint_image(&y_C1_first[((K + k)*S + l)*S + a], &y_C1_first[((K + k)*S + a)*S + l]);
                        {
                            const double here = y_C1_first[((K + k)*S + l)*S + a];

                            y_C1_first[((K + k)*S + l)*S + a] = 0.0;
                            if (here != 0.0) {
                                y_C_first[(K + k)*S + a] += -here*C_first[(K + k)*S + l]*(r3[K + k]*r3[K + k]);
                                y_C_first[(K + k)*S + l] += -here*C_first[(K + k)*S + a]*(r3[K + k]*r3[K + k]);
                                y_C_first[l*S + a] += here;
                                y_r3[K + k] += -2.0*here*C_first[(K + k)*S + a]*C_first[(K + k)*S + l]*r3[K + k];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        {
                            const double here = y_C1_first[(k*S + K + l)*S + K + a];

                            y_C1_first[(k*S + K + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C_first[k*S + K + a] += -here*C_first[k*S + K + l]*(r3[k]*r3[k]);
                                y_C_first[k*S + K + l] += -here*C_first[k*S + K + a]*(r3[k]*r3[k]);
                                y_C_first[(K + l)*S + K + a] += here;
                                y_r3[k] += -2.0*here*C_first[k*S + K + a]*C_first[k*S + K + l]*r3[k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < M; ++a) {
                        {
                            const double here = y_C1_first[(k*S + l)*S + K + a];

                            y_C1_first[(k*S + l)*S + K + a] = 0.0;
                            if (here != 0.0) {
                                y_C_first[k*S + K + a] += -here*C_first[k*S + l]*(r3[k]*r3[k]);
                                y_C_first[k*S + l] += -here*C_first[k*S + K + a]*(r3[k]*r3[k]);
                                y_C_first[l*S + K + a] += here;
                                y_r3[k] += -2.0*here*C_first[k*S + K + a]*C_first[k*S + l]*r3[k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        giant_maml_adjoint_image(&y_C1_first[(k*S + l)*S + a], &y_C1_first[(k*S + a)*S + l]);
                        {
                            const double here = y_C1_first[(k*S + l)*S + a];

                            y_C1_first[(k*S + l)*S + a] = 0.0;
                            if (here != 0.0) {
                                y_C_first[k*S + a] += -here*C_first[k*S + l]*(r3[k]*r3[k]);
                                y_C_first[k*S + l] += -here*C_first[k*S + a]*(r3[k]*r3[k]);
                                y_C_first[l*S + a] += here;
                                y_r3[k] += -2.0*here*C_first[k*S + a]*C_first[k*S + l]*r3[k];
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_r3[i];

                y_r3[i] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C_first[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C_first[i*S + i] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_C_first[(K + n)*S + K + m], &y_C_first[(K + m)*S + K + n]);
                y_C_first[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                giant_maml_adjoint_image(&y_C_first[k*S + K + n], &y_C_first[(K + n)*S + k]);
                {
                    const double here = y_C_first[k*S + K + n];

                    y_C_first[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R_first[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_C_first[k*S + l], &y_C_first[l*S + k]);
                {
                    const double here = y_C_first[k*S + l];

                    y_C_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q_first[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_X_first[k*K + l];

                    y_X_first[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + l] += here;
                        y_Q[giant_maml_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_w0_first[k];

                y_w0_first[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_first_ahead[k] += here;
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Q_first[k*K + l];

                    y_Q_first[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_adjoint_packed(K, k, l)] += here;
                        y_dQ_first_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_R_first[k*M + n];

                    y_R_first[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                        y_dR_first_ahead[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_first_ahead[k];

                y_dw0_first_ahead[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2_ahead[k*S + i] += -params->eta_w*here*mc0_first_ahead[i];
                        (*y_eta_w) += -here*I2_ahead[k*S + i]*mc0_first_ahead[i];
                        y_mc0_first_ahead[i] += -params->eta_w*here*I2_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ_first_ahead[k*K + l];

                        if (here != 0.0) {
                            y_E_first_ahead[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ_first_ahead[k*K + l];

                    y_dQ_first_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + l] += here;
                        y_A_first_ahead[l*S + k] += here;
                        y_Y_first_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR_first_ahead[k*M + n];

                    y_dR_first_ahead[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Y_first_ahead[k*K + l];

                    y_Y_first_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_A_first_ahead[k*S + j] += here*W_first_ahead[l*S + j];
                            y_W_first_ahead[l*S + j] += here*A_first_ahead[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_first_ahead[k*S + K + n];

                    y_W_first_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_first_ahead[k*S + K + n] += -params->gamma*here*J2_ahead[k*S + K + n];
                        y_J2_ahead[k*S + K + n] += -params->gamma*here*G0_first_ahead[k*S + K + n];
                        (*y_gamma) += -here*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first_ahead[k*S + l];

                    y_W_first_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_first_ahead[k*S + l] += -params->gamma*here*J2_ahead[k*S + l];
                        y_J2_ahead[k*S + l] += -params->gamma*here*G0_first_ahead[k*S + l];
                        (*y_gamma) += here*(-(k == l ? 1.0 : 0.0)*s0[k] - G0_first_ahead[k*S + l]*J2_ahead[k*S + l]);
                        y_s0[k] += -params->gamma*here*(k == l ? 1.0 : 0.0);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_s0[k];

                y_s0[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_G0_first_ahead[k*S + i] += here*I_g2g0_ahead[k*S + i];
                        y_I_g2g0_ahead[k*S + i] += here*G0_first_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_first_ahead[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->gamma*params->gamma)*c0_first_ahead[i]/params->ratio;
                                    const double p_1 = I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_ahead[((k*K + l)*S + i)*S + j] += b_p_1*c0_first_ahead[j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    y_c0_first_ahead[j] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    y_c0_first_ahead[k] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[l];
                                    y_c0_first_ahead[l] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[k];
                                    y_c0_first_ahead[i] += b_p_0*(params->gamma*params->gamma)/params->ratio;
                                    (*y_gamma) += 2.0*b_p_0*params->gamma*c0_first_ahead[i]/params->ratio;
                                    (*y_ratio) += -b_p_0*(params->gamma*params->gamma)*c0_first_ahead[i]/(params->ratio*params->ratio);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_first_ahead[k*K + l];

                        y_E_first_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->gamma*params->gamma)*(params->noise*params->noise);
                            const double p_1 = G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first_ahead[k*S + l] += b_p_1*J2_ahead[k*S + l]/params->ratio;
                            y_J2_ahead[k*S + l] += b_p_1*G0_first_ahead[k*S + l]/params->ratio;
                            (*y_ratio) += -b_p_1*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/(params->ratio*params->ratio);
                            (*y_gamma) += 2.0*b_p_0*params->gamma*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->gamma*params->gamma)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A_first_ahead[k*S + i];

                    y_A_first_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_G0_first_ahead[k*S + j] += -params->gamma*here*I3_ahead[(k*S + i)*S + j];
                            y_I3_ahead[(k*S + i)*S + j] += -params->gamma*here*G0_first_ahead[k*S + j];
                            (*y_gamma) += -here*G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_G0_first_ahead[(K + n)*S + K + m], &y_G0_first_ahead[(K + m)*S + K + n]);
                y_G0_first_ahead[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0_first_ahead[k*S + K + n];

                    y_G0_first_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += -here*u_first[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_G0_first_ahead[k*S + l], &y_G0_first_ahead[l*S + k]);
                {
                    const double here = y_G0_first_ahead[k*S + l];

                    y_G0_first_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here*w0[l];
                        y_w0[l] += here*w0[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc0_first_ahead[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0_first_ahead[k];

                y_mc0_first_ahead[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int n = 0; n < M; ++n) {
                y_c0_first_ahead[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_c0_first_ahead[k];

                    y_c0_first_ahead[k] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                giant_maml_adjoint_image(&y_J2_ahead[k*S + j], &y_J2_ahead[j*S + k]);
                {
                    const double here = y_J2_ahead[k*S + j];

                    y_J2_ahead[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C1_ahead[(k*S + j)*S + j] + 1.0;
                        const double p_1 = (1.0 / sqrt(p_0));
                        const double b_p_1 = 0.63661977236758138*here*r0[k];
                        const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_r0[k] += 0.63661977236758138*here*p_1;
                        y_C1_ahead[(k*S + j)*S + j] += b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_I_g2g0_ahead[k*S + i];

                    y_I_g2g0_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double b_p_0 = -0.63661977236758138*here;
                        y_C1_ahead[(k*S + k)*S + i] += b_p_0*r0[k]*r1[k*S + i];
                        y_r0[k] += b_p_0*C1_ahead[(k*S + k)*S + i]*r1[k*S + i];
                        y_r1[k*S + i] += b_p_0*C1_ahead[(k*S + k)*S + i]*r0[k];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            giant_maml_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((l*K + k)*S + i)*S + j]);
                            giant_maml_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((k*K + l)*S + j)*S + i]);
                            giant_maml_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((l*K + k)*S + j)*S + i]);
                            {
                                const double here = y_I4_ahead[((k*K + l)*S + i)*S + j];

                                y_I4_ahead[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = C1_ahead[(k*S + i)*S + j] - C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    const double p_1 = p_0*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double p_2 = asin(p_1);
                                    const double b_p_3 = 0.4052847345693511*here;
                                    const double b_p_2 = b_p_3*r0[k]*r1[k*S + l];
                                    const double b_p_1 = b_p_2*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    y_r0[k] += b_p_3*p_2*r1[k*S + l];
                                    y_r1[k*S + l] += -2.0*b_p_0*C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + j]*r1[k*S + l] + b_p_3*p_2*r0[k];
                                    y_r2[(k*K + l)*S + i] += b_p_1*p_0*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_1*p_0*r2[(k*K + l)*S + i];
                                    y_C1_ahead[(k*S + i)*S + j] += b_p_0;
                                    y_C1_ahead[(k*S + l)*S + i] += -b_p_0*C1_ahead[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    y_C1_ahead[(k*S + l)*S + j] += -b_p_0*C1_ahead[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        {
                            const double here = y_r2[(k*K + l)*S + i];

                            y_r2[(k*K + l)*S + i] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = C1_ahead[(k*S + i)*S + i] - (C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C1_ahead[(k*S + i)*S + i] += b_p_0;
                                y_C1_ahead[(k*S + l)*S + i] += -2.0*b_p_0*C1_ahead[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
                                y_r1[k*S + l] += -2.0*b_p_0*(C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + i])*r1[k*S + l];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    {
                        const double here = y_I3_ahead[(k*S + i)*S + j];

                        y_I3_ahead[(k*S + i)*S + j] = 0.0;
                        if (here != 0.0) {
                            const double b_p_0 = 0.63661977236758138*here;
                            y_C1_ahead[(k*S + i)*S + j] += b_p_0*r0[k]*r1[k*S + j];
                            y_r0[k] += b_p_0*C1_ahead[(k*S + i)*S + j]*r1[k*S + j];
                            y_r1[k*S + j] += b_p_0*C1_ahead[(k*S + i)*S + j]*r0[k];
                        }
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
                        const double p_0 = C1_ahead[(k*S + i)*S + i] + 1.0;
                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_C1_ahead[(k*S + i)*S + i] += b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                giant_maml_adjoint_image(&y_I2_ahead[k*S + j], &y_I2_ahead[j*S + k]);
                {
                    const double here = y_I2_ahead[k*S + j];

                    y_I2_ahead[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + j]*r0[j]*r0[k];
                        const double b_p_1 = 0.63661977236758138*here;
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_C_ahead[k*S + j] += b_p_0*r0[j]*r0[k];
                        y_r0[j] += b_p_0*C_ahead[k*S + j]*r0[k];
                        y_r0[k] += b_p_0*C_ahead[k*S + j]*r0[j];
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[((K + k)*S + K + l)*S + K + a], &y_C1_ahead[((K + k)*S + K + a)*S + K + l]);
                    {
                        const double here = y_C1_ahead[((K + k)*S + K + l)*S + K + a];

                        y_C1_ahead[((K + k)*S + K + l)*S + K + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[(K + k)*S + K + a] += -here*C_ahead[(K + k)*S + K + l]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[(K + k)*S + K + l] += -here*C_ahead[(K + k)*S + K + a]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[(K + l)*S + K + a] += here;
                            y_r0[K + k] += -2.0*here*C_ahead[(K + k)*S + K + a]*C_ahead[(K + k)*S + K + l]*r0[K + k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[((K + k)*S + l)*S + K + a], &y_C1_ahead[((K + k)*S + K + a)*S + l]);
                    {
                        const double here = y_C1_ahead[((K + k)*S + l)*S + K + a];

                        y_C1_ahead[((K + k)*S + l)*S + K + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[(K + k)*S + K + a] += -here*C_ahead[(K + k)*S + l]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[(K + k)*S + l] += -here*C_ahead[(K + k)*S + K + a]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[l*S + K + a] += here;
                            y_r0[K + k] += -2.0*here*C_ahead[(K + k)*S + K + a]*C_ahead[(K + k)*S + l]*r0[K + k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[((K + k)*S + l)*S + a], &y_C1_ahead[((K + k)*S + a)*S + l]);
                    {
                        const double here = y_C1_ahead[((K + k)*S + l)*S + a];

                        y_C1_ahead[((K + k)*S + l)*S + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[(K + k)*S + a] += -here*C_ahead[(K + k)*S + l]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[(K + k)*S + l] += -here*C_ahead[(K + k)*S + a]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[l*S + a] += here;
                            y_r0[K + k] += -2.0*here*C_ahead[(K + k)*S + a]*C_ahead[(K + k)*S + l]*r0[K + k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[(k*S + K + l)*S + K + a], &y_C1_ahead[(k*S + K + a)*S + K + l]);
                    {
                        const double here = y_C1_ahead[(k*S + K + l)*S + K + a];

                        y_C1_ahead[(k*S + K + l)*S + K + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[k*S + K + a] += -here*C_ahead[k*S + K + l]*(r0[k]*r0[k]);
                            y_C_ahead[k*S + K + l] += -here*C_ahead[k*S + K + a]*(r0[k]*r0[k]);
                            y_C_ahead[(K + l)*S + K + a] += here;
                            y_r0[k] += -2.0*here*C_ahead[k*S + K + a]*C_ahead[k*S + K + l]*r0[k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[(k*S + l)*S + K + a], &y_C1_ahead[(k*S + K + a)*S + l]);
                    {
                        const double here = y_C1_ahead[(k*S + l)*S + K + a];

                        y_C1_ahead[(k*S + l)*S + K + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[k*S + K + a] += -here*C_ahead[k*S + l]*(r0[k]*r0[k]);
                            y_C_ahead[k*S + l] += -here*C_ahead[k*S + K + a]*(r0[k]*r0[k]);
                            y_C_ahead[l*S + K + a] += here;
                            y_r0[k] += -2.0*here*C_ahead[k*S + K + a]*C_ahead[k*S + l]*r0[k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[(k*S + l)*S + a], &y_C1_ahead[(k*S + a)*S + l]);
                    {
                        const double here = y_C1_ahead[(k*S + l)*S + a];

                        y_C1_ahead[(k*S + l)*S + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[k*S + a] += -here*C_ahead[k*S + l]*(r0[k]*r0[k]);
                            y_C_ahead[k*S + l] += -here*C_ahead[k*S + a]*(r0[k]*r0[k]);
                            y_C_ahead[l*S + a] += here;
                            y_r0[k] += -2.0*here*C_ahead[k*S + a]*C_ahead[k*S + l]*r0[k];
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
                    const double p_0 = C_ahead[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C_ahead[i*S + i] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_C_ahead[(K + n)*S + K + m], &y_C_ahead[(K + m)*S + K + n]);
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C_ahead[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                giant_maml_adjoint_image(&y_C_ahead[k*S + K + n], &y_C_ahead[(K + n)*S + k]);
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C_ahead[k*S + K + n];

                    y_C_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_C_ahead[k*S + l], &y_C_ahead[l*S + k]);
                {
                    const double here = y_C_ahead[k*S + l];

                    y_C_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int giant_maml_adjoint_rhs(int K, int M, const giant_maml_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = giant_maml_adjoint_state_size(K, M);
    const int status = giant_maml_adjoint_checked(K, M, params);

    if (status != GIANT_MAML_ADJOINT_OK) {
        return status;
    }
    if (!giant_maml_adjoint_counted(giant_maml_adjoint_rhs_work(K, M, params))) {
        return GIANT_MAML_ADJOINT_TOO_LARGE;
    }
    if (!giant_maml_adjoint_all_finite(n, state) || !giant_maml_adjoint_all_finite(count*n, factors)) {
        return GIANT_MAML_ADJOINT_NONFINITE;
    }
    giant_maml_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!giant_maml_adjoint_all_finite(count*giant_maml_adjoint_row_size(K, M), results)) {
        return GIANT_MAML_ADJOINT_DOMAIN;
    }
    return GIANT_MAML_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double giant_maml_adjoint_eps_g_work(int K, int M, const giant_maml_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S*S + 1.0*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K*S + 1.0*S*S;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0;
    size += 1.0 + 1.0*S*S + 1.0*S + 1.0*S*S*S + 1.0*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K*S;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M;
    size += 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*S;
    size += 1.0 + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M;
    size += 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*S;
    size += 1.0 + 1.0;
    if (isfinite(params->ratio)) {
        size += 1.0*K*K*S + 1.0*K*K*S*S + 1.0*S + 1.0*K*K + 1.0*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K*S*S;
        size += 1.0*S + 1.0*K*K + 1.0*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void giant_maml_adjoint_eps_g_arrays(int K, int M, const giant_maml_adjoint_params *params, const double *GIANT_MAML_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *GIANT_MAML_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C_ahead = work + (size_t)M + (size_t)M;
    double *r0 = C_ahead + (size_t)S*(size_t)S;
    double *C1_ahead = r0 + (size_t)S;
    double *I2_ahead = C1_ahead + (size_t)S*(size_t)S*(size_t)S;
    double *r1 = I2_ahead + (size_t)S*(size_t)S;
    double *I3_ahead = r1 + (size_t)K*(size_t)S;
    double *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    double *mc0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    double *G0_first_ahead = mc0_first_ahead + (size_t)S;
    double *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    double *s0 = A_first_ahead + (size_t)K*(size_t)S;
    double *W_first_ahead = s0 + (size_t)K;
    double *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    double *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    double *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    double *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    double *R_first = dw0_first_ahead + (size_t)K;
    double *Q_first = R_first + (size_t)K*(size_t)M;
    double *w0_first = Q_first + (size_t)K*(size_t)K;
    double *C_first = w0_first + (size_t)K;
    double *G0_first = C_first + (size_t)S*(size_t)S;
    double *r3 = G0_first + (size_t)S*(size_t)S;
    double *eps_g_first = r3 + (size_t)S;
    double *mc0_second_ahead = eps_g_first + (size_t)1;
    double *G0_second_ahead = mc0_second_ahead + (size_t)S;
    double *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    double *s1 = A_second_ahead + (size_t)K*(size_t)S;
    double *W_second_ahead = s1 + (size_t)K;
    double *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    double *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    double *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    double *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    double *R_second = dw0_second_ahead + (size_t)K;
    double *Q_second = R_second + (size_t)K*(size_t)M;
    double *w0_second = Q_second + (size_t)K*(size_t)K;
    double *C_second = w0_second + (size_t)K;
    double *G0_second = C_second + (size_t)S*(size_t)S;
    double *r4 = G0_second + (size_t)S*(size_t)S;
    double *eps_g_second = r4 + (size_t)S;
    double *eps_g = eps_g_second + (size_t)1;
    double *r2 = eps_g + (size_t)1;
    double *I4_ahead = r2 + with_ratio*(size_t)K*(size_t)K*(size_t)S;
    double *c0_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E_first_ahead = c0_first_ahead + with_ratio*(size_t)S;
    double *c0_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *E_second_ahead = c0_second_ahead + with_ratio*(size_t)S;
    double *y_C_ahead = E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_r0 = y_C_ahead + (size_t)S*(size_t)S;
    double *y_C1_ahead = y_r0 + (size_t)S;
    double *y_I2_ahead = y_C1_ahead + (size_t)S*(size_t)S*(size_t)S;
    double *y_r1 = y_I2_ahead + (size_t)S*(size_t)S;
    double *y_I3_ahead = y_r1 + (size_t)K*(size_t)S;
    double *y_I_g2g0_ahead = y_I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *y_J2_ahead = y_I_g2g0_ahead + (size_t)K*(size_t)S;
    double *y_mc0_first_ahead = y_J2_ahead + (size_t)S*(size_t)S;
    double *y_G0_first_ahead = y_mc0_first_ahead + (size_t)S;
    double *y_A_first_ahead = y_G0_first_ahead + (size_t)S*(size_t)S;
    double *y_s0 = y_A_first_ahead + (size_t)K*(size_t)S;
    double *y_W_first_ahead = y_s0 + (size_t)K;
    double *y_Y_first_ahead = y_W_first_ahead + (size_t)K*(size_t)S;
    double *y_dR_first_ahead = y_Y_first_ahead + (size_t)K*(size_t)K;
    double *y_dQ_first_ahead = y_dR_first_ahead + (size_t)K*(size_t)M;
    double *y_dw0_first_ahead = y_dQ_first_ahead + (size_t)K*(size_t)K;
    double *y_R_first = y_dw0_first_ahead + (size_t)K;
    double *y_Q_first = y_R_first + (size_t)K*(size_t)M;
    double *y_w0_first = y_Q_first + (size_t)K*(size_t)K;
    double *y_C_first = y_w0_first + (size_t)K;
    double *y_G0_first = y_C_first + (size_t)S*(size_t)S;
    double *y_r3 = y_G0_first + (size_t)S*(size_t)S;
    double *y_eps_g_first = y_r3 + (size_t)S;
    double *y_mc0_second_ahead = y_eps_g_first + (size_t)1;
    double *y_G0_second_ahead = y_mc0_second_ahead + (size_t)S;
    double *y_A_second_ahead = y_G0_second_ahead + (size_t)S*(size_t)S;
    double *y_s1 = y_A_second_ahead + (size_t)K*(size_t)S;
    double *y_W_second_ahead = y_s1 + (size_t)K;
    double *y_Y_second_ahead = y_W_second_ahead + (size_t)K*(size_t)S;
    double *y_dR_second_ahead = y_Y_second_ahead + (size_t)K*(size_t)K;
    double *y_dQ_second_ahead = y_dR_second_ahead + (size_t)K*(size_t)M;
    double *y_dw0_second_ahead = y_dQ_second_ahead + (size_t)K*(size_t)K;
    double *y_R_second = y_dw0_second_ahead + (size_t)K;
    double *y_Q_second = y_R_second + (size_t)K*(size_t)M;
    double *y_w0_second = y_Q_second + (size_t)K*(size_t)K;
    double *y_C_second = y_w0_second + (size_t)K;
    double *y_G0_second = y_C_second + (size_t)S*(size_t)S;
    double *y_r4 = y_G0_second + (size_t)S*(size_t)S;
    double *y_eps_g_second = y_r4 + (size_t)S;
    double *y_eps_g = y_eps_g_second + (size_t)1;
    double *y_r2 = y_eps_g + (size_t)1;
    double *y_I4_ahead = y_r2 + with_ratio*(size_t)K*(size_t)K*(size_t)S;
    double *y_c0_first_ahead = y_I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_E_first_ahead = y_c0_first_ahead + with_ratio*(size_t)S;
    double *y_c0_second_ahead = y_E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_E_second_ahead = y_c0_second_ahead + with_ratio*(size_t)S;

    (void)w0;
    (void)with_ratio;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 1.0;
    }
    /* C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_ahead[k*S + l] = Q[giant_maml_adjoint_packed(K, k, l)];
            C_ahead[l*S + k] = C_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[k*S + K + n] = R[k*M + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + n)*S + K + m] = T[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
        }
    }
    /* r0: 1/sqrt(C_ahead[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C_ahead[i*S + i] + 1.0));
    }
    /* C1_ahead: covariance of the fields with the Gaussian weight of i absorbed */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                C1_ahead[(k*S + l)*S + a] = -C_ahead[k*S + a]*C_ahead[k*S + l]*(r0[k]*r0[k]) + C_ahead[l*S + a];
                C1_ahead[(k*S + a)*S + l] = C1_ahead[(k*S + l)*S + a];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < M; ++a) {
                C1_ahead[(k*S + l)*S + K + a] = -C_ahead[k*S + K + a]*C_ahead[k*S + l]*(r0[k]*r0[k]) + C_ahead[l*S + K + a];
                C1_ahead[(k*S + K + a)*S + l] = C1_ahead[(k*S + l)*S + K + a];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            for (int a = l; a < M; ++a) {
                C1_ahead[(k*S + K + l)*S + K + a] = -C_ahead[k*S + K + a]*C_ahead[k*S + K + l]*(r0[k]*r0[k]) + C_ahead[(K + l)*S + K + a];
                C1_ahead[(k*S + K + a)*S + K + l] = C1_ahead[(k*S + K + l)*S + K + a];
            }
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = l; a < K; ++a) {
                C1_ahead[((K + k)*S + l)*S + a] = -C_ahead[(K + k)*S + a]*C_ahead[(K + k)*S + l]*(r0[K + k]*r0[K + k]) + C_ahead[l*S + a];
                C1_ahead[((K + k)*S + a)*S + l] = C1_ahead[((K + k)*S + l)*S + a];
            }
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < M; ++a) {
                C1_ahead[((K + k)*S + l)*S + K + a] = -C_ahead[(K + k)*S + K + a]*C_ahead[(K + k)*S + l]*(r0[K + k]*r0[K + k]) + C_ahead[l*S + K + a];
                C1_ahead[((K + k)*S + K + a)*S + l] = C1_ahead[((K + k)*S + l)*S + K + a];
            }
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = 0; l < M; ++l) {
            for (int a = l; a < M; ++a) {
                C1_ahead[((K + k)*S + K + l)*S + K + a] = -C_ahead[(K + k)*S + K + a]*C_ahead[(K + k)*S + K + l]*(r0[K + k]*r0[K + k]) + C_ahead[(K + l)*S + K + a];
                C1_ahead[((K + k)*S + K + a)*S + K + l] = C1_ahead[((K + k)*S + K + l)*S + K + a];
            }
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            I2_ahead[k*S + j] = 0.63661977236758138*asin(C_ahead[k*S + j]*r0[j]*r0[k]);
            I2_ahead[j*S + k] = I2_ahead[k*S + j];
        }
    }
    /* r1: 1/sqrt(C1_ahead[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r1[k*S + i] = (1.0 / sqrt(C1_ahead[(k*S + i)*S + i] + 1.0));
        }
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3_ahead[(k*S + i)*S + j] = 0.63661977236758138*C1_ahead[(k*S + i)*S + j]*r0[k]*r1[k*S + j];
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* r2: 1/sqrt(C1_ahead[k, i, i] - C1_ahead[k, l, i]**2*r1[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r2[(k*K + l)*S + i] = (1.0 / sqrt(C1_ahead[(k*S + i)*S + i] - (C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 1.0));
                }
            }
        }
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = 0.4052847345693511*asin((C1_ahead[(k*S + i)*S + j] - C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j])*r0[k]*r1[k*S + l];
                        I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0_ahead[k*S + i] = -0.63661977236758138*C1_ahead[(k*S + k)*S + i]*r0[k]*r1[k*S + i];
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2_ahead[k*S + j] = 0.63661977236758138*(1.0 / sqrt(C1_ahead[(k*S + j)*S + j] + 1.0))*r0[k];
            J2_ahead[j*S + k] = J2_ahead[k*S + j];
        }
    }
    if (isfinite(params->ratio)) {
        /* c0_first_ahead: c = (head, -u) in the task first */
        for (int k = 0; k < K; ++k) {
            c0_first_ahead[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_first_ahead[K + n] = -u_first[n];
        }
    }
    /* mc0_first_ahead: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_first_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_first_ahead[K + n] = -u_first[n];
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first_ahead[k*S + l] = w0[k]*w0[l];
            G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_first_ahead[k*S + K + n] = -u_first[n]*w0[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_first_ahead[(K + n)*S + K + m] = u_first[m]*u_first[n];
            G0_first_ahead[(K + m)*S + K + n] = G0_first_ahead[(K + n)*S + K + m];
        }
    }
    /* A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_first_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[i]*c0_first_ahead[j]);
                    }
                }
                E_first_ahead[k*K + l] += (params->gamma*params->gamma)*c0_first_ahead[k]*c0_first_ahead[l]/params->ratio * sum2;
            }
        }
    }
    /* s0: partial sum Sum(G0_first_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
        }
        s0[k] = sum1;
    }
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first_ahead[k*S + l] = -params->gamma*(k == l ? 1.0 : 0.0)*s0[k] - params->gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first_ahead[k*S + K + n] = -params->gamma*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_first_ahead[k*S + j]*W_first_ahead[l*S + j]);
            }
            Y_first_ahead[k*K + l] = sum1;
        }
    }
    /* dR_first_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
        }
    }
    /* dQ_first_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] += E_first_ahead[k*K + l];
            }
        }
    }
    /* dw0_first_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_first_ahead[i]);
        }
        dw0_first_ahead[k] = -params->eta_w * sum1;
    }
    /* R_first: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
        }
    }
    /* Q_first: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_first[k*K + l] = Q[giant_maml_adjoint_packed(K, k, l)] + dQ_first_ahead[k*K + l];
        }
    }
    /* w0_first: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_first[k] = dw0_first_ahead[k] + w0[k];
    }
    /* C_first: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_first[k*S + l] = Q_first[k*K + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_first[k*S + K + n] = R_first[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_first[(K + n)*S + K + m] = T[n*M + m];
        }
    }
    /* G0_first: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first[k*S + l] = w0_first[k]*w0_first[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_first[k*S + K + n] = -u_first[n]*w0_first[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_first[(K + n)*S + K + m] = u_first[m]*u_first[n];
        }
    }
    /* r3: 1/sqrt(C_first[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r3[i] = (1.0 / sqrt(C_first[i*S + i] + 1.0));
    }
    /* eps_g_first: loss on fresh data, adapted */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (asin(C_first[i*S + j]*r3[i]*r3[j])*G0_first[i*S + j]);
            }
        }
        *eps_g_first = 0.31830988618379069 * sum1;
    }
    if (isfinite(params->ratio)) {
        /* c0_second_ahead: c = (head, -u) in the task second */
        for (int k = 0; k < K; ++k) {
            c0_second_ahead[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_second_ahead[K + n] = -u_second[n];
        }
    }
    /* mc0_second_ahead: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_second_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_second_ahead[K + n] = -u_second[n];
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second_ahead[k*S + l] = w0[k]*w0[l];
            G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_second_ahead[k*S + K + n] = -u_second[n]*w0[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_second_ahead[(K + n)*S + K + m] = u_second[m]*u_second[n];
            G0_second_ahead[(K + m)*S + K + n] = G0_second_ahead[(K + n)*S + K + m];
        }
    }
    /* A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_second_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[i]*c0_second_ahead[j]);
                    }
                }
                E_second_ahead[k*K + l] += (params->gamma*params->gamma)*c0_second_ahead[k]*c0_second_ahead[l]/params->ratio * sum2;
            }
        }
    }
    /* s1: partial sum Sum(G0_second_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
        }
        s1[k] = sum1;
    }
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second_ahead[k*S + l] = -params->gamma*(k == l ? 1.0 : 0.0)*s1[k] - params->gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second_ahead[k*S + K + n] = -params->gamma*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_second_ahead[k*S + j]*W_second_ahead[l*S + j]);
            }
            Y_second_ahead[k*K + l] = sum1;
        }
    }
    /* dR_second_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
        }
    }
    /* dQ_second_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] += E_second_ahead[k*K + l];
            }
        }
    }
    /* dw0_second_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_second_ahead[i]);
        }
        dw0_second_ahead[k] = -params->eta_w * sum1;
    }
    /* R_second: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
        }
    }
    /* Q_second: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_second[k*K + l] = Q[giant_maml_adjoint_packed(K, k, l)] + dQ_second_ahead[k*K + l];
        }
    }
    /* w0_second: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_second[k] = dw0_second_ahead[k] + w0[k];
    }
    /* C_second: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_second[k*S + l] = Q_second[k*K + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_second[k*S + K + n] = R_second[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_second[(K + n)*S + K + m] = T[n*M + m];
        }
    }
    /* G0_second: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second[k*S + l] = w0_second[k]*w0_second[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_second[k*S + K + n] = -u_second[n]*w0_second[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_second[(K + n)*S + K + m] = u_second[m]*u_second[n];
        }
    }
    /* r4: 1/sqrt(C_second[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r4[i] = (1.0 / sqrt(C_second[i*S + i] + 1.0));
    }
    /* eps_g_second: loss on fresh data, adapted */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (asin(C_second[i*S + j]*r4[i]*r4[j])*G0_second[i*S + j]);
            }
        }
        *eps_g_second = 0.31830988618379069 * sum1;
    }
    /* eps_g: loss on fresh data, adapted */
    *eps_g = -(*eps_g_first)*params->p_second + (*eps_g_first) + (*eps_g_second)*params->p_second;
    (void)y_C_ahead;
    (void)y_r0;
    (void)y_C1_ahead;
    (void)y_I2_ahead;
    (void)y_r1;
    (void)y_I3_ahead;
    (void)y_I_g2g0_ahead;
    (void)y_J2_ahead;
    (void)y_mc0_first_ahead;
    (void)y_G0_first_ahead;
    (void)y_A_first_ahead;
    (void)y_s0;
    (void)y_W_first_ahead;
    (void)y_Y_first_ahead;
    (void)y_dR_first_ahead;
    (void)y_dQ_first_ahead;
    (void)y_dw0_first_ahead;
    (void)y_R_first;
    (void)y_Q_first;
    (void)y_w0_first;
    (void)y_C_first;
    (void)y_G0_first;
    (void)y_r3;
    (void)y_eps_g_first;
    (void)y_mc0_second_ahead;
    (void)y_G0_second_ahead;
    (void)y_A_second_ahead;
    (void)y_s1;
    (void)y_W_second_ahead;
    (void)y_Y_second_ahead;
    (void)y_dR_second_ahead;
    (void)y_dQ_second_ahead;
    (void)y_dw0_second_ahead;
    (void)y_R_second;
    (void)y_Q_second;
    (void)y_w0_second;
    (void)y_C_second;
    (void)y_G0_second;
    (void)y_r4;
    (void)y_eps_g_second;
    (void)y_eps_g;
    (void)y_r2;
    (void)y_I4_ahead;
    (void)y_c0_first_ahead;
    (void)y_E_first_ahead;
    (void)y_c0_second_ahead;
    (void)y_E_second_ahead;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*giant_maml_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + giant_maml_adjoint_state_size(K, M) + 0;
        double *y_gamma = result + giant_maml_adjoint_state_size(K, M) + 1;
        double *y_eta_w = result + giant_maml_adjoint_state_size(K, M) + 2;
        double *y_eta_0 = result + giant_maml_adjoint_state_size(K, M) + 3;
        double *y_noise = result + giant_maml_adjoint_state_size(K, M) + 4;
        double *y_p_second = result + giant_maml_adjoint_state_size(K, M) + 5;
        double *y_V = result + giant_maml_adjoint_state_size(K, M) + 6;
        double *y_ratio = result + giant_maml_adjoint_state_size(K, M) + 7;

        for (size_t p = 0; p < giant_maml_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C_ahead; p < y_E_second_ahead + with_ratio*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        *y_eps_g = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_gamma;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_p_second;
        (void)y_V;
        (void)y_ratio;
        {
            const double here = *y_eps_g;

            *y_eps_g = 0.0;
            if (here != 0.0) {
                (*y_eps_g_first) += here*(1.0 - params->p_second);
                (*y_eps_g_second) += here*params->p_second;
                (*y_p_second) += here*(-(*eps_g_first) + (*eps_g_second));
            }
        }
        {
            const double whole = *y_eps_g_second;

            *y_eps_g_second = 0.0;
            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        const double p_0 = C_second[i*S + j]*r4[i]*r4[j];
                        const double p_1 = asin(p_0);
                        const double b_p_1 = 0.31830988618379069*here*G0_second[i*S + j];
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_G0_second[i*S + j] += 0.31830988618379069*here*p_1;
                        y_C_second[i*S + j] += b_p_0*r4[i]*r4[j];
                        y_r4[i] += b_p_0*C_second[i*S + j]*r4[j];
                        y_r4[j] += b_p_0*C_second[i*S + j]*r4[i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_r4[i];

                y_r4[i] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C_second[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C_second[i*S + i] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_G0_second[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0_second[k*S + K + n];

                    y_G0_second[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_w0_second[k] += -here*u_second[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G0_second[k*S + l];

                    y_G0_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_w0_second[k] += here*w0_second[l];
                        y_w0_second[l] += here*w0_second[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C_second[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C_second[k*S + K + n];

                    y_C_second[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R_second[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_C_second[k*S + l];

                    y_C_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q_second[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_w0_second[k];

                y_w0_second[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_second_ahead[k] += here;
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Q_second[k*K + l];

                    y_Q_second[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_adjoint_packed(K, k, l)] += here;
                        y_dQ_second_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_R_second[k*M + n];

                    y_R_second[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                        y_dR_second_ahead[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_second_ahead[k];

                y_dw0_second_ahead[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2_ahead[k*S + i] += -params->eta_w*here*mc0_second_ahead[i];
                        (*y_eta_w) += -here*I2_ahead[k*S + i]*mc0_second_ahead[i];
                        y_mc0_second_ahead[i] += -params->eta_w*here*I2_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ_second_ahead[k*K + l];

                        if (here != 0.0) {
                            y_E_second_ahead[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ_second_ahead[k*K + l];

                    y_dQ_second_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + l] += here;
                        y_A_second_ahead[l*S + k] += here;
                        y_Y_second_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR_second_ahead[k*M + n];

                    y_dR_second_ahead[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Y_second_ahead[k*K + l];

                    y_Y_second_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_A_second_ahead[k*S + j] += here*W_second_ahead[l*S + j];
                            y_W_second_ahead[l*S + j] += here*A_second_ahead[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_second_ahead[k*S + K + n];

                    y_W_second_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_second_ahead[k*S + K + n] += -params->gamma*here*J2_ahead[k*S + K + n];
                        y_J2_ahead[k*S + K + n] += -params->gamma*here*G0_second_ahead[k*S + K + n];
                        (*y_gamma) += -here*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second_ahead[k*S + l];

                    y_W_second_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_second_ahead[k*S + l] += -params->gamma*here*J2_ahead[k*S + l];
                        y_J2_ahead[k*S + l] += -params->gamma*here*G0_second_ahead[k*S + l];
                        (*y_gamma) += here*(-(k == l ? 1.0 : 0.0)*s1[k] - G0_second_ahead[k*S + l]*J2_ahead[k*S + l]);
                        y_s1[k] += -params->gamma*here*(k == l ? 1.0 : 0.0);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_s1[k];

                y_s1[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_G0_second_ahead[k*S + i] += here*I_g2g0_ahead[k*S + i];
                        y_I_g2g0_ahead[k*S + i] += here*G0_second_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_second_ahead[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->gamma*params->gamma)*c0_second_ahead[i]/params->ratio;
                                    const double p_1 = I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_ahead[((k*K + l)*S + i)*S + j] += b_p_1*c0_second_ahead[j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    y_c0_second_ahead[j] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    y_c0_second_ahead[k] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[l];
                                    y_c0_second_ahead[l] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[k];
                                    y_c0_second_ahead[i] += b_p_0*(params->gamma*params->gamma)/params->ratio;
                                    (*y_gamma) += 2.0*b_p_0*params->gamma*c0_second_ahead[i]/params->ratio;
                                    (*y_ratio) += -b_p_0*(params->gamma*params->gamma)*c0_second_ahead[i]/(params->ratio*params->ratio);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_second_ahead[k*K + l];

                        y_E_second_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->gamma*params->gamma)*(params->noise*params->noise);
                            const double p_1 = G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second_ahead[k*S + l] += b_p_1*J2_ahead[k*S + l]/params->ratio;
                            y_J2_ahead[k*S + l] += b_p_1*G0_second_ahead[k*S + l]/params->ratio;
                            (*y_ratio) += -b_p_1*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/(params->ratio*params->ratio);
                            (*y_gamma) += 2.0*b_p_0*params->gamma*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->gamma*params->gamma)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A_second_ahead[k*S + i];

                    y_A_second_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_G0_second_ahead[k*S + j] += -params->gamma*here*I3_ahead[(k*S + i)*S + j];
                            y_I3_ahead[(k*S + i)*S + j] += -params->gamma*here*G0_second_ahead[k*S + j];
                            (*y_gamma) += -here*G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_G0_second_ahead[(K + n)*S + K + m], &y_G0_second_ahead[(K + m)*S + K + n]);
                y_G0_second_ahead[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0_second_ahead[k*S + K + n];

                    y_G0_second_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += -here*u_second[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_G0_second_ahead[k*S + l], &y_G0_second_ahead[l*S + k]);
                {
                    const double here = y_G0_second_ahead[k*S + l];

                    y_G0_second_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here*w0[l];
                        y_w0[l] += here*w0[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc0_second_ahead[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0_second_ahead[k];

                y_mc0_second_ahead[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int n = 0; n < M; ++n) {
                y_c0_second_ahead[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_c0_second_ahead[k];

                    y_c0_second_ahead[k] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here;
                    }
                }
            }
        }
        {
            const double whole = *y_eps_g_first;

            *y_eps_g_first = 0.0;
            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        const double p_0 = C_first[i*S + j]*r3[i]*r3[j];
                        const double p_1 = asin(p_0);
                        const double b_p_1 = 0.31830988618379069*here*G0_first[i*S + j];
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_G0_first[i*S + j] += 0.31830988618379069*here*p_1;
                        y_C_first[i*S + j] += b_p_0*r3[i]*r3[j];
                        y_r3[i] += b_p_0*C_first[i*S + j]*r3[j];
                        y_r3[j] += b_p_0*C_first[i*S + j]*r3[i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_r3[i];

                y_r3[i] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C_first[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C_first[i*S + i] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_G0_first[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0_first[k*S + K + n];

                    y_G0_first[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_w0_first[k] += -here*u_first[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G0_first[k*S + l];

                    y_G0_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_w0_first[k] += here*w0_first[l];
                        y_w0_first[l] += here*w0_first[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C_first[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C_first[k*S + K + n];

                    y_C_first[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R_first[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_C_first[k*S + l];

                    y_C_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q_first[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_w0_first[k];

                y_w0_first[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_first_ahead[k] += here;
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Q_first[k*K + l];

                    y_Q_first[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_adjoint_packed(K, k, l)] += here;
                        y_dQ_first_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_R_first[k*M + n];

                    y_R_first[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                        y_dR_first_ahead[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_first_ahead[k];

                y_dw0_first_ahead[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2_ahead[k*S + i] += -params->eta_w*here*mc0_first_ahead[i];
                        (*y_eta_w) += -here*I2_ahead[k*S + i]*mc0_first_ahead[i];
                        y_mc0_first_ahead[i] += -params->eta_w*here*I2_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ_first_ahead[k*K + l];

                        if (here != 0.0) {
                            y_E_first_ahead[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ_first_ahead[k*K + l];

                    y_dQ_first_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + l] += here;
                        y_A_first_ahead[l*S + k] += here;
                        y_Y_first_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR_first_ahead[k*M + n];

                    y_dR_first_ahead[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Y_first_ahead[k*K + l];

                    y_Y_first_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_A_first_ahead[k*S + j] += here*W_first_ahead[l*S + j];
                            y_W_first_ahead[l*S + j] += here*A_first_ahead[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_first_ahead[k*S + K + n];

                    y_W_first_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_first_ahead[k*S + K + n] += -params->gamma*here*J2_ahead[k*S + K + n];
                        y_J2_ahead[k*S + K + n] += -params->gamma*here*G0_first_ahead[k*S + K + n];
                        (*y_gamma) += -here*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first_ahead[k*S + l];

                    y_W_first_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_first_ahead[k*S + l] += -params->gamma*here*J2_ahead[k*S + l];
                        y_J2_ahead[k*S + l] += -params->gamma*here*G0_first_ahead[k*S + l];
                        (*y_gamma) += here*(-(k == l ? 1.0 : 0.0)*s0[k] - G0_first_ahead[k*S + l]*J2_ahead[k*S + l]);
                        y_s0[k] += -params->gamma*here*(k == l ? 1.0 : 0.0);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_s0[k];

                y_s0[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_G0_first_ahead[k*S + i] += here*I_g2g0_ahead[k*S + i];
                        y_I_g2g0_ahead[k*S + i] += here*G0_first_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_first_ahead[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->gamma*params->gamma)*c0_first_ahead[i]/params->ratio;
                                    const double p_1 = I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_ahead[((k*K + l)*S + i)*S + j] += b_p_1*c0_first_ahead[j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    y_c0_first_ahead[j] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    y_c0_first_ahead[k] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[l];
                                    y_c0_first_ahead[l] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[k];
                                    y_c0_first_ahead[i] += b_p_0*(params->gamma*params->gamma)/params->ratio;
                                    (*y_gamma) += 2.0*b_p_0*params->gamma*c0_first_ahead[i]/params->ratio;
                                    (*y_ratio) += -b_p_0*(params->gamma*params->gamma)*c0_first_ahead[i]/(params->ratio*params->ratio);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_first_ahead[k*K + l];

                        y_E_first_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->gamma*params->gamma)*(params->noise*params->noise);
                            const double p_1 = G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first_ahead[k*S + l] += b_p_1*J2_ahead[k*S + l]/params->ratio;
                            y_J2_ahead[k*S + l] += b_p_1*G0_first_ahead[k*S + l]/params->ratio;
                            (*y_ratio) += -b_p_1*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/(params->ratio*params->ratio);
                            (*y_gamma) += 2.0*b_p_0*params->gamma*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->gamma*params->gamma)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A_first_ahead[k*S + i];

                    y_A_first_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_G0_first_ahead[k*S + j] += -params->gamma*here*I3_ahead[(k*S + i)*S + j];
                            y_I3_ahead[(k*S + i)*S + j] += -params->gamma*here*G0_first_ahead[k*S + j];
                            (*y_gamma) += -here*G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_G0_first_ahead[(K + n)*S + K + m], &y_G0_first_ahead[(K + m)*S + K + n]);
                y_G0_first_ahead[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0_first_ahead[k*S + K + n];

                    y_G0_first_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += -here*u_first[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_G0_first_ahead[k*S + l], &y_G0_first_ahead[l*S + k]);
                {
                    const double here = y_G0_first_ahead[k*S + l];

                    y_G0_first_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here*w0[l];
                        y_w0[l] += here*w0[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc0_first_ahead[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0_first_ahead[k];

                y_mc0_first_ahead[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int n = 0; n < M; ++n) {
                y_c0_first_ahead[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_c0_first_ahead[k];

                    y_c0_first_ahead[k] = 0.0;
                    if (here != 0.0) {
                        y_w0[k] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                giant_maml_adjoint_image(&y_J2_ahead[k*S + j], &y_J2_ahead[j*S + k]);
                {
                    const double here = y_J2_ahead[k*S + j];

                    y_J2_ahead[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C1_ahead[(k*S + j)*S + j] + 1.0;
                        const double p_1 = (1.0 / sqrt(p_0));
                        const double b_p_1 = 0.63661977236758138*here*r0[k];
                        const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_r0[k] += 0.63661977236758138*here*p_1;
                        y_C1_ahead[(k*S + j)*S + j] += b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_I_g2g0_ahead[k*S + i];

                    y_I_g2g0_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double b_p_0 = -0.63661977236758138*here;
                        y_C1_ahead[(k*S + k)*S + i] += b_p_0*r0[k]*r1[k*S + i];
                        y_r0[k] += b_p_0*C1_ahead[(k*S + k)*S + i]*r1[k*S + i];
                        y_r1[k*S + i] += b_p_0*C1_ahead[(k*S + k)*S + i]*r0[k];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            giant_maml_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((l*K + k)*S + i)*S + j]);
                            giant_maml_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((k*K + l)*S + j)*S + i]);
                            giant_maml_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((l*K + k)*S + j)*S + i]);
                            {
                                const double here = y_I4_ahead[((k*K + l)*S + i)*S + j];

                                y_I4_ahead[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = C1_ahead[(k*S + i)*S + j] - C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    const double p_1 = p_0*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double p_2 = asin(p_1);
                                    const double b_p_3 = 0.4052847345693511*here;
                                    const double b_p_2 = b_p_3*r0[k]*r1[k*S + l];
                                    const double b_p_1 = b_p_2*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    y_r0[k] += b_p_3*p_2*r1[k*S + l];
                                    y_r1[k*S + l] += -2.0*b_p_0*C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + j]*r1[k*S + l] + b_p_3*p_2*r0[k];
                                    y_r2[(k*K + l)*S + i] += b_p_1*p_0*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_1*p_0*r2[(k*K + l)*S + i];
                                    y_C1_ahead[(k*S + i)*S + j] += b_p_0;
                                    y_C1_ahead[(k*S + l)*S + i] += -b_p_0*C1_ahead[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    y_C1_ahead[(k*S + l)*S + j] += -b_p_0*C1_ahead[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        {
                            const double here = y_r2[(k*K + l)*S + i];

                            y_r2[(k*K + l)*S + i] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = C1_ahead[(k*S + i)*S + i] - (C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C1_ahead[(k*S + i)*S + i] += b_p_0;
                                y_C1_ahead[(k*S + l)*S + i] += -2.0*b_p_0*C1_ahead[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
                                y_r1[k*S + l] += -2.0*b_p_0*(C1_ahead[(k*S + l)*S + i]*C1_ahead[(k*S + l)*S + i])*r1[k*S + l];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    {
                        const double here = y_I3_ahead[(k*S + i)*S + j];

                        y_I3_ahead[(k*S + i)*S + j] = 0.0;
                        if (here != 0.0) {
                            const double b_p_0 = 0.63661977236758138*here;
                            y_C1_ahead[(k*S + i)*S + j] += b_p_0*r0[k]*r1[k*S + j];
                            y_r0[k] += b_p_0*C1_ahead[(k*S + i)*S + j]*r1[k*S + j];
                            y_r1[k*S + j] += b_p_0*C1_ahead[(k*S + i)*S + j]*r0[k];
                        }
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
                        const double p_0 = C1_ahead[(k*S + i)*S + i] + 1.0;
                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_C1_ahead[(k*S + i)*S + i] += b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                giant_maml_adjoint_image(&y_I2_ahead[k*S + j], &y_I2_ahead[j*S + k]);
                {
                    const double here = y_I2_ahead[k*S + j];

                    y_I2_ahead[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + j]*r0[j]*r0[k];
                        const double b_p_1 = 0.63661977236758138*here;
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_C_ahead[k*S + j] += b_p_0*r0[j]*r0[k];
                        y_r0[j] += b_p_0*C_ahead[k*S + j]*r0[k];
                        y_r0[k] += b_p_0*C_ahead[k*S + j]*r0[j];
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[((K + k)*S + K + l)*S + K + a], &y_C1_ahead[((K + k)*S + K + a)*S + K + l]);
                    {
                        const double here = y_C1_ahead[((K + k)*S + K + l)*S + K + a];

                        y_C1_ahead[((K + k)*S + K + l)*S + K + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[(K + k)*S + K + a] += -here*C_ahead[(K + k)*S + K + l]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[(K + k)*S + K + l] += -here*C_ahead[(K + k)*S + K + a]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[(K + l)*S + K + a] += here;
                            y_r0[K + k] += -2.0*here*C_ahead[(K + k)*S + K + a]*C_ahead[(K + k)*S + K + l]*r0[K + k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[((K + k)*S + l)*S + K + a], &y_C1_ahead[((K + k)*S + K + a)*S + l]);
                    {
                        const double here = y_C1_ahead[((K + k)*S + l)*S + K + a];

                        y_C1_ahead[((K + k)*S + l)*S + K + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[(K + k)*S + K + a] += -here*C_ahead[(K + k)*S + l]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[(K + k)*S + l] += -here*C_ahead[(K + k)*S + K + a]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[l*S + K + a] += here;
                            y_r0[K + k] += -2.0*here*C_ahead[(K + k)*S + K + a]*C_ahead[(K + k)*S + l]*r0[K + k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[((K + k)*S + l)*S + a], &y_C1_ahead[((K + k)*S + a)*S + l]);
                    {
                        const double here = y_C1_ahead[((K + k)*S + l)*S + a];

                        y_C1_ahead[((K + k)*S + l)*S + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[(K + k)*S + a] += -here*C_ahead[(K + k)*S + l]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[(K + k)*S + l] += -here*C_ahead[(K + k)*S + a]*(r0[K + k]*r0[K + k]);
                            y_C_ahead[l*S + a] += here;
                            y_r0[K + k] += -2.0*here*C_ahead[(K + k)*S + a]*C_ahead[(K + k)*S + l]*r0[K + k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[(k*S + K + l)*S + K + a], &y_C1_ahead[(k*S + K + a)*S + K + l]);
                    {
                        const double here = y_C1_ahead[(k*S + K + l)*S + K + a];

                        y_C1_ahead[(k*S + K + l)*S + K + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[k*S + K + a] += -here*C_ahead[k*S + K + l]*(r0[k]*r0[k]);
                            y_C_ahead[k*S + K + l] += -here*C_ahead[k*S + K + a]*(r0[k]*r0[k]);
                            y_C_ahead[(K + l)*S + K + a] += here;
                            y_r0[k] += -2.0*here*C_ahead[k*S + K + a]*C_ahead[k*S + K + l]*r0[k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[(k*S + l)*S + K + a], &y_C1_ahead[(k*S + K + a)*S + l]);
                    {
                        const double here = y_C1_ahead[(k*S + l)*S + K + a];

                        y_C1_ahead[(k*S + l)*S + K + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[k*S + K + a] += -here*C_ahead[k*S + l]*(r0[k]*r0[k]);
                            y_C_ahead[k*S + l] += -here*C_ahead[k*S + K + a]*(r0[k]*r0[k]);
                            y_C_ahead[l*S + K + a] += here;
                            y_r0[k] += -2.0*here*C_ahead[k*S + K + a]*C_ahead[k*S + l]*r0[k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    giant_maml_adjoint_image(&y_C1_ahead[(k*S + l)*S + a], &y_C1_ahead[(k*S + a)*S + l]);
                    {
                        const double here = y_C1_ahead[(k*S + l)*S + a];

                        y_C1_ahead[(k*S + l)*S + a] = 0.0;
                        if (here != 0.0) {
                            y_C_ahead[k*S + a] += -here*C_ahead[k*S + l]*(r0[k]*r0[k]);
                            y_C_ahead[k*S + l] += -here*C_ahead[k*S + a]*(r0[k]*r0[k]);
                            y_C_ahead[l*S + a] += here;
                            y_r0[k] += -2.0*here*C_ahead[k*S + a]*C_ahead[k*S + l]*r0[k];
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
                    const double p_0 = C_ahead[i*S + i] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C_ahead[i*S + i] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_adjoint_image(&y_C_ahead[(K + n)*S + K + m], &y_C_ahead[(K + m)*S + K + n]);
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C_ahead[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                giant_maml_adjoint_image(&y_C_ahead[k*S + K + n], &y_C_ahead[(K + n)*S + k]);
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C_ahead[k*S + K + n];

                    y_C_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_adjoint_image(&y_C_ahead[k*S + l], &y_C_ahead[l*S + k]);
                {
                    const double here = y_C_ahead[k*S + l];

                    y_C_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int giant_maml_adjoint_eps_g(int K, int M, const giant_maml_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = giant_maml_adjoint_state_size(K, M);
    const int status = giant_maml_adjoint_checked(K, M, params);

    if (status != GIANT_MAML_ADJOINT_OK) {
        return status;
    }
    if (!giant_maml_adjoint_counted(giant_maml_adjoint_eps_g_work(K, M, params))) {
        return GIANT_MAML_ADJOINT_TOO_LARGE;
    }
    if (!giant_maml_adjoint_all_finite(n, state) || !giant_maml_adjoint_all_finite(count, factors)) {
        return GIANT_MAML_ADJOINT_NONFINITE;
    }
    giant_maml_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!giant_maml_adjoint_all_finite(count*giant_maml_adjoint_row_size(K, M), results)) {
        return GIANT_MAML_ADJOINT_DOMAIN;
    }
    return GIANT_MAML_ADJOINT_OK;
}

size_t giant_maml_adjoint_work_size(int K, int M, const giant_maml_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, giant_maml_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, giant_maml_adjoint_eps_g_work(K, M, params));
    return giant_maml_adjoint_counted(arrays);
}


int giant_maml_adjoint_check(int version, size_t size)
{
    return version == GIANT_MAML_ADJOINT_ABI && size == sizeof(giant_maml_adjoint_params) ? GIANT_MAML_ADJOINT_OK : GIANT_MAML_ADJOINT_LAYOUT;
}

const char *giant_maml_adjoint_strerror(int status)
{
    switch (status) {
    case GIANT_MAML_ADJOINT_OK:
        return "ok";
    case GIANT_MAML_ADJOINT_BAD_K:
        return "K is less than 1";
    case GIANT_MAML_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case GIANT_MAML_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case GIANT_MAML_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case GIANT_MAML_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case GIANT_MAML_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case GIANT_MAML_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case GIANT_MAML_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case GIANT_MAML_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case GIANT_MAML_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case GIANT_MAML_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case GIANT_MAML_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case GIANT_MAML_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case GIANT_MAML_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case GIANT_MAML_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case GIANT_MAML_ADJOINT_BAD_M:
        return "M is less than 1";
    case GIANT_MAML_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case GIANT_MAML_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case GIANT_MAML_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case GIANT_MAML_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case GIANT_MAML_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case GIANT_MAML_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case GIANT_MAML_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case GIANT_MAML_ADJOINT_NULL_WORK:
        return "work is NULL";
    case GIANT_MAML_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case GIANT_MAML_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case GIANT_MAML_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case GIANT_MAML_ADJOINT_BAD_gamma:
        return "gamma is negative or not finite";
    case GIANT_MAML_ADJOINT_BAD_eta_w:
        return "eta_w is negative or not finite";
    case GIANT_MAML_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case GIANT_MAML_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case GIANT_MAML_ADJOINT_BAD_p_second:
        return "p_second is negative or not finite";
    case GIANT_MAML_ADJOINT_BAD_V:
        return "V is not at least 1";
    case GIANT_MAML_ADJOINT_BAD_ratio:
        return "ratio is not positive";
    case GIANT_MAML_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case GIANT_MAML_ADJOINT_BAD_u_first:
        return "u_first has an element that is not finite";
    case GIANT_MAML_ADJOINT_BAD_u_second:
        return "u_second has an element that is not finite";
    case GIANT_MAML_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case GIANT_MAML_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    case GIANT_MAML_ADJOINT_FINITE_ratio:
        return "ratio is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
