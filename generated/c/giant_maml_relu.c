/*
 * giant_maml_relu.c - MAML of first order: both layers adapt in a giant step
 *
 * Emitted by orderode 0.1.0 from the system giant_maml_relu, digest 86fb68f6630eea05. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in giant_maml_relu.h.
 */
#include "giant_maml_relu.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define GIANT_MAML_RELU_RESTRICT
#else
#define GIANT_MAML_RELU_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = GIANT_MAML_RELU_K and M = GIANT_MAML_RELU_M where these are defined. */
#if defined(GIANT_MAML_RELU_K) && defined(__GNUC__)
#define GIANT_MAML_RELU_SIZED inline __attribute__((always_inline))
#else
#define GIANT_MAML_RELU_SIZED
#endif

void giant_maml_relu_defaults(giant_maml_relu_params *params)
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

size_t giant_maml_relu_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int giant_maml_relu_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double giant_maml_relu_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

/* scales t of the couplings: nodes of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t) */
enum { n_path = 24 };
static const double path[n_path] = {
    0.0075507293691167007, 0.039435267412553474, 0.095316987027231723, 0.17248476943874028,
    0.26674786872644507, 0.37249018186766836, 0.4830564497390103, 0.59148741259930226,
    0.69145397403576525, 0.77813257052449714, 0.84876693335574249, 0.90277391435862731,
    0.94141308690614656, 0.96717248326903382, 0.9830755342256603, 0.99208564617655892,
    0.9967093088891672, 0.99881774111339638, 0.99964833614451731, 0.99991906157094979,
    0.99998716592076597, 0.99999888069950083, 0.99999996855077067, 0.99999999995863109
};

/* weights of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t) */
static const double path_weight[n_path] = {
    0.019338357926509325, 0.044216283881751937, 0.067097416148525615, 0.086539259811065292,
    0.10104452484869522, 0.10931825900908285, 0.11063816808016586, 0.10515366369175164,
    0.093965809204587691, 0.078930303002582372, 0.06224713654521654, 0.045987515397480881,
    0.031717491809136689, 0.020315370815220651, 0.01199128435398639, 0.0064495550902108657,
    0.0031094461519960517, 0.001311573642846805, 0.00046650264342256798, 0.00013192298659749272,
    2.6800885343436852e-05, 3.2116251390093717e-06, 1.4202436215286699e-07, 4.2432267133926537e-10
};

/* 1 at the last node */
static const double path_last[n_path] = {
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 1.0
};

static int giant_maml_relu_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int giant_maml_relu_checked(int K, int M, const giant_maml_relu_params *params)
{
    if (K < 1) {
        return GIANT_MAML_RELU_BAD_K;
    }
    if (M < 1) {
        return GIANT_MAML_RELU_BAD_M;
    }
    if (!params) {
        return GIANT_MAML_RELU_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return GIANT_MAML_RELU_BAD_eta_J;
    }
    if (!(params->gamma >= 0.0) || !isfinite(params->gamma)) {
        return GIANT_MAML_RELU_BAD_gamma;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return GIANT_MAML_RELU_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return GIANT_MAML_RELU_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return GIANT_MAML_RELU_BAD_noise;
    }
    if (!(params->p_second >= 0.0) || !isfinite(params->p_second)) {
        return GIANT_MAML_RELU_BAD_p_second;
    }
    if (!(params->V >= 1.0)) {
        return GIANT_MAML_RELU_BAD_V;
    }
    if (!(params->ratio > 0.0)) {
        return GIANT_MAML_RELU_BAD_ratio;
    }
    if (!params->T) {
        return GIANT_MAML_RELU_MISSING_T;
    }
    if (!giant_maml_relu_all_finite((size_t)M*(size_t)M, params->T)) {
        return GIANT_MAML_RELU_BAD_T;
    }
    if (params->u_first && !giant_maml_relu_all_finite((size_t)M, params->u_first)) {
        return GIANT_MAML_RELU_BAD_u_first;
    }
    if (params->u_second && !giant_maml_relu_all_finite((size_t)M, params->u_second)) {
        return GIANT_MAML_RELU_BAD_u_second;
    }
return GIANT_MAML_RELU_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t giant_maml_relu_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int giant_maml_relu_general(int K, int M, const giant_maml_relu_params *params)
{
    int found = 0;

    (void)K;
    (void)M;
    (void)params;
    return found;
}


/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double giant_maml_relu_rhs_work(int K, int M, const giant_maml_relu_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K*S + 1.0*S*S;
    size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S*S + 1.0*S*S;
    size += 1.0*K + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S;
    size += 1.0*K + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M;
    size += 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S*S;
    size += 1.0*S*S + 1.0*K + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S;
    size += 1.0*K*S + 1.0*K + 1.0*K*K + 1.0*K*K;
    if (isfinite(params->ratio)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K;
        size += 1.0*K*K*S*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static GIANT_MAML_RELU_SIZED void giant_maml_relu_rhs_arrays(int K, int M, const giant_maml_relu_params *params, const double *GIANT_MAML_RELU_RESTRICT state,
                                 double *GIANT_MAML_RELU_RESTRICT dstate, double *GIANT_MAML_RELU_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    int general = giant_maml_relu_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C_ahead = work + (size_t)M + (size_t)M;
    double *I2_ahead = C_ahead + (size_t)S*(size_t)S;
    double *r1 = I2_ahead + (size_t)S*(size_t)S;
    double *r2 = r1 + (size_t)S*(size_t)S;
    double *r3 = r2 + (size_t)S*(size_t)S;
    double *I3_ahead = r3 + (size_t)K;
    double *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    double *c0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    double *mc0_first_ahead = c0_first_ahead + (size_t)S;
    double *G0_first_ahead = mc0_first_ahead + (size_t)S;
    double *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    double *W_first_ahead = A_first_ahead + (size_t)K*(size_t)S;
    double *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    double *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    double *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    double *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    double *R_first = dw0_first_ahead + (size_t)K;
    double *Q_first = R_first + (size_t)K*(size_t)M;
    double *w0_first = Q_first + (size_t)K*(size_t)K;
    double *X_first = w0_first + (size_t)K;
    double *C_first = X_first + (size_t)K*(size_t)K;
    double *r8 = C_first + (size_t)S*(size_t)S;
    double *r9 = r8 + (size_t)S*(size_t)S;
    double *r10 = r9 + (size_t)S*(size_t)S;
    double *I_g2g0_first = r10 + (size_t)K;
    double *J2_first = I_g2g0_first + (size_t)K*(size_t)S;
    double *c0_first = J2_first + (size_t)S*(size_t)S;
    double *mc0_first = c0_first + (size_t)S;
    double *G0_first = mc0_first + (size_t)S;
    double *A_first = G0_first + (size_t)S*(size_t)S;
    double *W_first = A_first + (size_t)K*(size_t)S;
    double *dw0_first = W_first + (size_t)K*(size_t)S;
    double *c0_second_ahead = dw0_first + (size_t)K;
    double *mc0_second_ahead = c0_second_ahead + (size_t)S;
    double *G0_second_ahead = mc0_second_ahead + (size_t)S;
    double *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    double *W_second_ahead = A_second_ahead + (size_t)K*(size_t)S;
    double *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    double *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    double *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    double *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    double *R_second = dw0_second_ahead + (size_t)K;
    double *Q_second = R_second + (size_t)K*(size_t)M;
    double *w0_second = Q_second + (size_t)K*(size_t)K;
    double *X_second = w0_second + (size_t)K;
    double *C_second = X_second + (size_t)K*(size_t)K;
    double *r15 = C_second + (size_t)S*(size_t)S;
    double *r16 = r15 + (size_t)S*(size_t)S;
    double *r17 = r16 + (size_t)S*(size_t)S;
    double *I_g2g0_second = r17 + (size_t)K;
    double *J2_second = I_g2g0_second + (size_t)K*(size_t)S;
    double *c0_second = J2_second + (size_t)S*(size_t)S;
    double *mc0_second = c0_second + (size_t)S;
    double *G0_second = mc0_second + (size_t)S;
    double *A_second = G0_second + (size_t)S*(size_t)S;
    double *W_second = A_second + (size_t)K*(size_t)S;
    double *dw0_second = W_second + (size_t)K*(size_t)S;
    double *B_first = dw0_second + (size_t)K;
    double *B_second = B_first + (size_t)K*(size_t)K;
    double *Ct_ahead = B_second + (size_t)K*(size_t)K;
    double *r0 = Ct_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo_ahead = r0 + with_ratio*(size_t)n_path*(size_t)S;
    double *Cm_ahead = Ct1_oo_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r4 = Cm_ahead + with_ratio*(size_t)K*(size_t)K;
    double *r5 = r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *r6 = r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4_ahead = r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *E_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *Ct_first = E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    double *r7 = Ct_first + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo_first = r7 + with_V*(size_t)n_path*(size_t)S;
    double *Cm_first = Ct1_oo_first + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r11 = Cm_first + with_V*(size_t)K*(size_t)K;
    double *r12 = r11 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *r13 = r12 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4_first = r13 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *E_first = I4_first + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *Ct_second = E_first + with_V*(size_t)K*(size_t)K;
    double *r14 = Ct_second + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo_second = r14 + with_V*(size_t)n_path*(size_t)S;
    double *Cm_second = Ct1_oo_second + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r18 = Cm_second + with_V*(size_t)K*(size_t)K;
    double *r19 = r18 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *r20 = r19 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4_second = r20 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *E_second = I4_second + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;

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
            C_ahead[k*S + l] = Q[giant_maml_relu_packed(K, k, l)];
            C_ahead[l*S + k] = C_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[k*S + K + n] = R[k*M + n];
            C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + n)*S + K + m] = T[n*M + m];
            C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
        }
    }
    if (isfinite(params->ratio)) {
        /* Ct_ahead: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct_ahead[(t*S + i)*S + j] = C_ahead[i*S + j]*path[t];
                    Ct_ahead[(t*S + j)*S + i] = Ct_ahead[(t*S + i)*S + j];
                }
            }
        }
        /* r0: 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r0[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct_ahead[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo_ahead: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo_ahead[((t*S + i)*S + j)*S + r] = -Ct_ahead[(t*S + i)*S + j]*Ct_ahead[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]) + Ct_ahead[(t*S + j)*S + r];
                        Ct1_oo_ahead[((t*S + i)*S + r)*S + j] = Ct1_oo_ahead[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm_ahead: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm_ahead[k*K + l] = 0.63661977236758138*atan2(C_ahead[k*S + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]))*path_weight[t]*r0[t*S + k]);
                }
                Cm_ahead[k*K + l] += -0.63661977236758138*C_ahead[k*S + l] * sum2;
            }
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2_ahead[k*S + l] = 0.15915494309189535*giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])) + 0.15915494309189535*atan2(C_ahead[k*S + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])))*C_ahead[k*S + l] + 0.25*C_ahead[k*S + l];
            I2_ahead[l*S + k] = I2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            I2_ahead[k*S + K + l] = 0.15915494309189535*giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])) + 0.15915494309189535*atan2(C_ahead[k*S + K + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))*C_ahead[k*S + K + l] + 0.25*C_ahead[k*S + K + l];
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                I2_ahead[(K + k)*S + K + l] = 0.15915494309189535*giant_maml_relu_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])) + 0.15915494309189535*atan2(C_ahead[(K + k)*S + K + l], giant_maml_relu_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))*C_ahead[(K + k)*S + K + l] + 0.25*C_ahead[(K + k)*S + K + l];
                I2_ahead[(K + l)*S + K + k] = I2_ahead[(K + k)*S + K + l];
            }
        }
    }
    /* r1: sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r1[i*S + j] = giant_maml_relu_root(C_ahead[i*S + i]*C_ahead[j*S + j], (C_ahead[i*S + j]*C_ahead[i*S + j]));
        }
    }
    /* r2: atan2(C_ahead[i, j], r1[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r2[i*S + j] = atan2(C_ahead[i*S + j], r1[i*S + j]);
        }
    }
    /* r3: 1/sqrt(C_ahead[k, k]) */
    for (int k = 0; k < K; ++k) {
        r3[k] = (1.0 / sqrt(C_ahead[k*S + k]));
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3_ahead[(k*S + i)*S + j] = 0.15915494309189535*C_ahead[i*S + j]*r2[k*S + j] + 0.25*C_ahead[i*S + j] + 0.15915494309189535*C_ahead[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]);
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* r4: 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r4[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r5: sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r5[(t*K + k)*K + l] = giant_maml_relu_root(((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*((1.0 - path[t])*C_ahead[l*S + l] + Ct_ahead[(t*S + l)*S + l]), (Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]));
                }
            }
        }
        /* r6: atan2(Ct_ahead[t, k, l], r5[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r6[(t*K + k)*K + l] = atan2(Ct_ahead[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                }
            }
        }
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C_ahead[i*S + j]*r2[i*S + j] + 0.039788735772973836*C_ahead[i*S + j]*r2[k*S + i] + 0.039788735772973836*C_ahead[i*S + j]*r2[k*S + j] + 0.039788735772973836*C_ahead[i*S + j]*r2[l*S + i] + 0.039788735772973836*C_ahead[i*S + j]*r2[l*S + j] + 0.0625*C_ahead[i*S + j] + 0.039788735772973836*C_ahead[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]) + 0.039788735772973836*C_ahead[k*S + j]*r1[k*S + i]*(r3[k]*r3[k]) + 0.039788735772973836*C_ahead[l*S + i]*r1[l*S + j]*(r3[l]*r3[l]) + 0.039788735772973836*C_ahead[l*S + j]*r1[l*S + i]*(r3[l]*r3[l]) + 0.039788735772973836*r1[i*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int t = 0; t < n_path; ++t) {
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l], giant_maml_relu_root(((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l])*(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l]))))*(C_ahead[i*S + j]*C_ahead[i*S + j])*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*giant_maml_relu_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + i]*r4[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i])*C_ahead[k*S + j] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i])*atan2(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j], giant_maml_relu_root(((1.0 - path[t])*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + j]*r4[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j])*C_ahead[k*S + i] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j])*atan2(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i], giant_maml_relu_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]))*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[l*S + i]*r4[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i])*C_ahead[l*S + j] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i])*atan2(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j], giant_maml_relu_root(((1.0 - path[t])*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r0[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[l*S + j]*r4[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + l)*S + j)*S + j])*C_ahead[l*S + i] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j])*atan2(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i], giant_maml_relu_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]))*((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r0[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + l]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k])*atan2(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), giant_maml_relu_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))) + 0.039788735772973836*C_ahead[i*S + j]*path_weight[t]*r6[(t*K + k)*K + l]);
                        }
                        I4_ahead[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
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
            I_g2g0_ahead[k*S + i] = 0.15915494309189535*giant_maml_relu_root(C_ahead[i*S + i]*C_ahead[k*S + k], (C_ahead[k*S + i]*C_ahead[k*S + i]))*(r3[k]*r3[k]);
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2_ahead[k*S + l] = 0.15915494309189535*atan2(C_ahead[k*S + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))) + 0.25;
            J2_ahead[l*S + k] = J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2_ahead[k*S + K + l] = 0.15915494309189535*atan2(C_ahead[k*S + K + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))) + 0.25;
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                J2_ahead[(K + k)*S + K + l] = 0.15915494309189535*atan2(C_ahead[(K + k)*S + K + l], giant_maml_relu_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))) + 0.25;
                J2_ahead[(K + l)*S + K + k] = J2_ahead[(K + k)*S + K + l];
            }
        }
    }
    /* c0_first_ahead: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first_ahead[K + n] = -u_first[n];
    }
    /* mc0_first_ahead: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_first_ahead[i] = c0_first_ahead[i];
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first_ahead[k*S + l] = c0_first_ahead[k]*c0_first_ahead[l];
            G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_first_ahead[k*S + K + l] = c0_first_ahead[k]*c0_first_ahead[K + l];
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                G0_first_ahead[(K + k)*S + K + l] = c0_first_ahead[K + k]*c0_first_ahead[K + l];
                G0_first_ahead[(K + l)*S + K + k] = G0_first_ahead[(K + k)*S + K + l];
            }
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
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first_ahead[k*S + l] = -params->gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            W_first_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
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
            Q_first[k*K + l] = Q[giant_maml_relu_packed(K, k, l)] + dQ_first_ahead[k*K + l];
        }
    }
    /* w0_first: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_first[k] = dw0_first_ahead[k] + w0[k];
    }
    /* X_first: overlaps of the learner after the giant step with itself before it */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            X_first[k*K + l] = A_first_ahead[k*S + l] + Q[giant_maml_relu_packed(K, k, l)];
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
    if (isfinite(params->V)) {
        /* Ct_first: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct_first[(t*S + i)*S + j] = C_first[i*S + j]*path[t];
                    Ct_first[(t*S + j)*S + i] = Ct_first[(t*S + i)*S + j];
                }
            }
        }
        /* r7: 1/sqrt((1 - path[t])*C_first[i, i] + Ct_first[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r7[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C_first[i*S + i] + Ct_first[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo_first: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo_first[((t*S + i)*S + j)*S + r] = -Ct_first[(t*S + i)*S + j]*Ct_first[(t*S + i)*S + r]*(r7[t*S + i]*r7[t*S + i]) + Ct_first[(t*S + j)*S + r];
                        Ct1_oo_first[((t*S + i)*S + r)*S + j] = Ct1_oo_first[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm_first: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm_first[k*K + l] = 0.63661977236758138*atan2(C_first[k*S + l], giant_maml_relu_root(C_first[k*S + k]*C_first[l*S + l], (C_first[k*S + l]*C_first[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l]))*path_weight[t]*r7[t*S + k]);
                }
                Cm_first[k*K + l] += -0.63661977236758138*C_first[k*S + l] * sum2;
            }
        }
    }
    /* r8: sqrt(C_first[i, i]*C_first[j, j] - C_first[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r8[i*S + j] = giant_maml_relu_root(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j]));
        }
    }
    /* r9: atan2(C_first[i, j], r8[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r9[i*S + j] = atan2(C_first[i*S + j], r8[i*S + j]);
        }
    }
    /* r10: 1/sqrt(C_first[k, k]) */
    for (int k = 0; k < K; ++k) {
        r10[k] = (1.0 / sqrt(C_first[k*S + k]));
    }
    if (isfinite(params->V)) {
        /* r11: 1/sqrt((1 - path[t])*C_first[j, j] + Ct1_oo_first[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r11[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r12: sqrt(((1 - path[t])*C_first[k, k] + Ct_first[t, k, k])*((1 - path[t])*C_first[l, l] + Ct_first[t, l, l]) - Ct_first[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r12[(t*K + k)*K + l] = giant_maml_relu_root(((1.0 - path[t])*C_first[k*S + k] + Ct_first[(t*S + k)*S + k])*((1.0 - path[t])*C_first[l*S + l] + Ct_first[(t*S + l)*S + l]), (Ct_first[(t*S + k)*S + l]*Ct_first[(t*S + k)*S + l]));
                }
            }
        }
        /* r13: atan2(Ct_first[t, k, l], r12[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r13[(t*K + k)*K + l] = atan2(Ct_first[(t*S + k)*S + l], r12[(t*K + k)*K + l]);
                }
            }
        }
        /* I4_first: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_first[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C_first[i*S + j]*r9[i*S + j] + 0.039788735772973836*C_first[i*S + j]*r9[k*S + i] + 0.039788735772973836*C_first[i*S + j]*r9[k*S + j] + 0.039788735772973836*C_first[i*S + j]*r9[l*S + i] + 0.039788735772973836*C_first[i*S + j]*r9[l*S + j] + 0.0625*C_first[i*S + j] + 0.039788735772973836*C_first[k*S + i]*(r10[k]*r10[k])*r8[k*S + j] + 0.039788735772973836*C_first[k*S + j]*(r10[k]*r10[k])*r8[k*S + i] + 0.039788735772973836*C_first[l*S + i]*(r10[l]*r10[l])*r8[l*S + j] + 0.039788735772973836*C_first[l*S + j]*(r10[l]*r10[l])*r8[l*S + i] + 0.039788735772973836*r8[i*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int t = 0; t < n_path; ++t) {
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + l], giant_maml_relu_root(((1.0 - path[t])*C_first[k*S + k] - (Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + k)*S + j])*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C_first[l*S + l] - (Ct1_oo_first[((t*S + i)*S + l)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j])*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + l)*S + l]), ((-Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + l])*(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + l]))))*(C_first[i*S + j]*C_first[i*S + j])*path_weight[t]*r11[(t*S + i)*S + j]*r7[t*S + i] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C_first[k*S + k] + Ct_first[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l])*Cm_first[k*K + l]*path_last[t] + C_first[k*S + l]*path_weight[t])*giant_maml_relu_root(((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i] - (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + k)*S + j)*S + j] - (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l])), ((Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))))*r11[(t*S + k)*S + l]*r7[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[k*S + i]*r11[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i])*C_first[k*S + j] + C_first[k*S + i]*Ct1_oo_first[((t*S + k)*S + i)*S + j]*r11[(t*S + k)*S + i])*atan2(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + j], giant_maml_relu_root(((1.0 - path[t])*C_first[j*S + j] - (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j])*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C_first[l*S + l] - (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + j])*(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r7[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[k*S + j]*r11[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + k)*S + j)*S + j])*C_first[k*S + i] + C_first[k*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j]*r11[(t*S + k)*S + j])*atan2(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + i], giant_maml_relu_root(((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i] - (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j])*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]))*((1.0 - path[t])*C_first[l*S + l] - (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + i])*(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r7[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[l*S + i]*r11[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + l)*S + i)*S + i])*C_first[l*S + j] + C_first[l*S + i]*Ct1_oo_first[((t*S + l)*S + i)*S + j]*r11[(t*S + l)*S + i])*atan2(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + j], giant_maml_relu_root(((1.0 - path[t])*C_first[j*S + j] - (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j])*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C_first[k*S + k] - (Ct1_oo_first[((t*S + l)*S + k)*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + i])*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + j])*(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r7[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[l*S + j]*r11[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + l)*S + j)*S + j])*C_first[l*S + i] + C_first[l*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j]*r11[(t*S + l)*S + j])*atan2(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + i], giant_maml_relu_root(((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + l)*S + i)*S + i] - (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j])*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]))*((1.0 - path[t])*C_first[k*S + k] - (Ct1_oo_first[((t*S + l)*S + k)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j])*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + i])*(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r7[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C_first[k*S + k] + Ct_first[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l])*Cm_first[k*K + l]*path_last[t] + C_first[k*S + l]*path_weight[t])*(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[k*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[k*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[l*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*path_weight[t]*r11[(t*S + l)*S + k]*r7[t*S + l] + C_first[l*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*path_weight[t]*r11[(t*S + l)*S + k]*r7[t*S + l]) + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[k*S + l]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + (1.5707963267948966*sqrt((1.0 - path[t])*C_first[k*S + k] + Ct_first[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l])*Cm_first[k*K + l]*path_last[t] + C_first[k*S + l]*path_weight[t])*(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[k*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[k*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[l*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*path_weight[t]*r11[(t*S + l)*S + k]*r7[t*S + l] + C_first[l*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*path_weight[t]*r11[(t*S + l)*S + k]*r7[t*S + l])*atan2(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), giant_maml_relu_root(((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i] - (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + k)*S + j)*S + j] - (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l])), ((Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))))) + 0.039788735772973836*C_first[i*S + j]*path_weight[t]*r13[(t*K + k)*K + l]);
                        }
                        I4_first[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_first[((l*K + k)*S + i)*S + j] = I4_first[((k*K + l)*S + i)*S + j];
                        I4_first[((k*K + l)*S + j)*S + i] = I4_first[((k*K + l)*S + i)*S + j];
                        I4_first[((l*K + k)*S + j)*S + i] = I4_first[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0_first: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0_first[k*S + i] = 0.15915494309189535*giant_maml_relu_root(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i]))*(r10[k]*r10[k]);
        }
    }
    /* J2_first: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2_first[k*S + l] = 0.15915494309189535*atan2(C_first[k*S + l], giant_maml_relu_root(C_first[k*S + k]*C_first[l*S + l], (C_first[k*S + l]*C_first[k*S + l]))) + 0.25;
            J2_first[l*S + k] = J2_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2_first[k*S + K + l] = 0.15915494309189535*atan2(C_first[k*S + K + l], giant_maml_relu_root(C_first[k*S + k]*C_first[(K + l)*S + K + l], (C_first[k*S + K + l]*C_first[k*S + K + l]))) + 0.25;
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                J2_first[(K + k)*S + K + l] = 0.15915494309189535*atan2(C_first[(K + k)*S + K + l], giant_maml_relu_root(C_first[(K + k)*S + K + k]*C_first[(K + l)*S + K + l], (C_first[(K + k)*S + K + l]*C_first[(K + k)*S + K + l]))) + 0.25;
                J2_first[(K + l)*S + K + k] = J2_first[(K + k)*S + K + l];
            }
        }
    }
    /* c0_first: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first[k] = w0_first[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first[K + n] = -u_first[n];
    }
    /* mc0_first: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_first[i] = c0_first[i];
    }
    /* G0_first: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first[k*S + l] = c0_first[k]*c0_first[l];
            G0_first[l*S + k] = G0_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_first[k*S + K + l] = c0_first[k]*c0_first[K + l];
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                G0_first[(K + k)*S + K + l] = c0_first[K + k]*c0_first[K + l];
                G0_first[(K + l)*S + K + k] = G0_first[(K + k)*S + K + l];
            }
        }
        /* A_first: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += ((0.15915494309189535*C_first[k*S + l]*(r10[k]*r10[k])*r8[k*S + j] + 0.15915494309189535*C_first[l*S + j]*r9[k*S + j] + 0.25*C_first[l*S + j])*G0_first[k*S + j]);
                }
                A_first[k*S + l] = -params->eta_J * sum2;
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C_first[k*S + K + l]*(r10[k]*r10[k])*r8[k*S + j] + 0.15915494309189535*C_first[(K + l)*S + j]*r9[k*S + j] + 0.25*C_first[(K + l)*S + j])*G0_first[k*S + j]);
            }
            A_first[k*S + K + l] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->V)) {
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
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_first[((k*K + l)*S + i)*S + j]*c0_first[i]*c0_first[j]);
                    }
                }
                E_first[k*K + l] += (params->eta_J*params->eta_J)*c0_first[k]*c0_first[l]/params->V * sum2;
            }
        }
    }
    /* W_first: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first[k*S + l] = -params->eta_J*G0_first[k*S + l]*J2_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_first[k*S + i]*I_g2g0_first[k*S + i]);
            }
            W_first[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0) * sum1;
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
            sum1 += ((0.15915494309189535*giant_maml_relu_root(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i])) + 0.15915494309189535*atan2(C_first[k*S + i], giant_maml_relu_root(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i])))*C_first[k*S + i] + 0.25*C_first[k*S + i])*mc0_first[i]);
        }
        dw0_first[k] = -params->eta_0 * sum1;
    }
    /* c0_second_ahead: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second_ahead[K + n] = -u_second[n];
    }
    /* mc0_second_ahead: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_second_ahead[i] = c0_second_ahead[i];
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second_ahead[k*S + l] = c0_second_ahead[k]*c0_second_ahead[l];
            G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_second_ahead[k*S + K + l] = c0_second_ahead[k]*c0_second_ahead[K + l];
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                G0_second_ahead[(K + k)*S + K + l] = c0_second_ahead[K + k]*c0_second_ahead[K + l];
                G0_second_ahead[(K + l)*S + K + k] = G0_second_ahead[(K + k)*S + K + l];
            }
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
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second_ahead[k*S + l] = -params->gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            W_second_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
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
            Q_second[k*K + l] = Q[giant_maml_relu_packed(K, k, l)] + dQ_second_ahead[k*K + l];
        }
    }
    /* w0_second: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_second[k] = dw0_second_ahead[k] + w0[k];
    }
    /* X_second: overlaps of the learner after the giant step with itself before it */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            X_second[k*K + l] = A_second_ahead[k*S + l] + Q[giant_maml_relu_packed(K, k, l)];
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
    if (isfinite(params->V)) {
        /* Ct_second: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct_second[(t*S + i)*S + j] = C_second[i*S + j]*path[t];
                    Ct_second[(t*S + j)*S + i] = Ct_second[(t*S + i)*S + j];
                }
            }
        }
        /* r14: 1/sqrt((1 - path[t])*C_second[i, i] + Ct_second[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r14[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C_second[i*S + i] + Ct_second[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo_second: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo_second[((t*S + i)*S + j)*S + r] = -Ct_second[(t*S + i)*S + j]*Ct_second[(t*S + i)*S + r]*(r14[t*S + i]*r14[t*S + i]) + Ct_second[(t*S + j)*S + r];
                        Ct1_oo_second[((t*S + i)*S + r)*S + j] = Ct1_oo_second[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm_second: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm_second[k*K + l] = 0.63661977236758138*atan2(C_second[k*S + l], giant_maml_relu_root(C_second[k*S + k]*C_second[l*S + l], (C_second[k*S + l]*C_second[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l]))*path_weight[t]*r14[t*S + k]);
                }
                Cm_second[k*K + l] += -0.63661977236758138*C_second[k*S + l] * sum2;
            }
        }
    }
    /* r15: sqrt(C_second[i, i]*C_second[j, j] - C_second[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r15[i*S + j] = giant_maml_relu_root(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j]));
        }
    }
    /* r16: atan2(C_second[i, j], r15[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r16[i*S + j] = atan2(C_second[i*S + j], r15[i*S + j]);
        }
    }
    /* r17: 1/sqrt(C_second[k, k]) */
    for (int k = 0; k < K; ++k) {
        r17[k] = (1.0 / sqrt(C_second[k*S + k]));
    }
    if (isfinite(params->V)) {
        /* r18: 1/sqrt((1 - path[t])*C_second[j, j] + Ct1_oo_second[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r18[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r19: sqrt(((1 - path[t])*C_second[k, k] + Ct_second[t, k, k])*((1 - path[t])*C_second[l, l] + Ct_second[t, l, l]) - Ct_second[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r19[(t*K + k)*K + l] = giant_maml_relu_root(((1.0 - path[t])*C_second[k*S + k] + Ct_second[(t*S + k)*S + k])*((1.0 - path[t])*C_second[l*S + l] + Ct_second[(t*S + l)*S + l]), (Ct_second[(t*S + k)*S + l]*Ct_second[(t*S + k)*S + l]));
                }
            }
        }
        /* r20: atan2(Ct_second[t, k, l], r19[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r20[(t*K + k)*K + l] = atan2(Ct_second[(t*S + k)*S + l], r19[(t*K + k)*K + l]);
                }
            }
        }
        /* I4_second: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_second[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C_second[i*S + j]*r16[i*S + j] + 0.039788735772973836*C_second[i*S + j]*r16[k*S + i] + 0.039788735772973836*C_second[i*S + j]*r16[k*S + j] + 0.039788735772973836*C_second[i*S + j]*r16[l*S + i] + 0.039788735772973836*C_second[i*S + j]*r16[l*S + j] + 0.0625*C_second[i*S + j] + 0.039788735772973836*C_second[k*S + i]*r15[k*S + j]*(r17[k]*r17[k]) + 0.039788735772973836*C_second[k*S + j]*r15[k*S + i]*(r17[k]*r17[k]) + 0.039788735772973836*C_second[l*S + i]*r15[l*S + j]*(r17[l]*r17[l]) + 0.039788735772973836*C_second[l*S + j]*r15[l*S + i]*(r17[l]*r17[l]) + 0.039788735772973836*r15[i*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int t = 0; t < n_path; ++t) {
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + l], giant_maml_relu_root(((1.0 - path[t])*C_second[k*S + k] - (Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + k)*S + j])*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C_second[l*S + l] - (Ct1_oo_second[((t*S + i)*S + l)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j])*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + l)*S + l]), ((-Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + l])*(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + l]))))*(C_second[i*S + j]*C_second[i*S + j])*path_weight[t]*r14[t*S + i]*r18[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C_second[k*S + k] + Ct_second[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l])*Cm_second[k*K + l]*path_last[t] + C_second[k*S + l]*path_weight[t])*giant_maml_relu_root(((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i] - (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + k)*S + j)*S + j] - (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l])), ((Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))))*r14[t*S + k]*r18[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[k*S + i]*r18[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i])*C_second[k*S + j] + C_second[k*S + i]*Ct1_oo_second[((t*S + k)*S + i)*S + j]*r18[(t*S + k)*S + i])*atan2(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + j], giant_maml_relu_root(((1.0 - path[t])*C_second[j*S + j] - (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j])*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C_second[l*S + l] - (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + j])*(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r14[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[k*S + j]*r18[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + k)*S + j)*S + j])*C_second[k*S + i] + C_second[k*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j]*r18[(t*S + k)*S + j])*atan2(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + i], giant_maml_relu_root(((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i] - (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j])*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]))*((1.0 - path[t])*C_second[l*S + l] - (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + i])*(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r14[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[l*S + i]*r18[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + l)*S + i)*S + i])*C_second[l*S + j] + C_second[l*S + i]*Ct1_oo_second[((t*S + l)*S + i)*S + j]*r18[(t*S + l)*S + i])*atan2(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + j], giant_maml_relu_root(((1.0 - path[t])*C_second[j*S + j] - (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j])*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C_second[k*S + k] - (Ct1_oo_second[((t*S + l)*S + k)*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + i])*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + j])*(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r14[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[l*S + j]*r18[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + l)*S + j)*S + j])*C_second[l*S + i] + C_second[l*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j]*r18[(t*S + l)*S + j])*atan2(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + i], giant_maml_relu_root(((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + l)*S + i)*S + i] - (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j])*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]))*((1.0 - path[t])*C_second[k*S + k] - (Ct1_oo_second[((t*S + l)*S + k)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j])*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + i])*(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r14[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C_second[k*S + k] + Ct_second[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l])*Cm_second[k*K + l]*path_last[t] + C_second[k*S + l]*path_weight[t])*(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[k*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[k*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[l*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*path_weight[t]*r14[t*S + l]*r18[(t*S + l)*S + k] + C_second[l*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*path_weight[t]*r14[t*S + l]*r18[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[k*S + l]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C_second[k*S + k] + Ct_second[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l])*Cm_second[k*K + l]*path_last[t] + C_second[k*S + l]*path_weight[t])*(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[k*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[k*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[l*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*path_weight[t]*r14[t*S + l]*r18[(t*S + l)*S + k] + C_second[l*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*path_weight[t]*r14[t*S + l]*r18[(t*S + l)*S + k])*atan2(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), giant_maml_relu_root(((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i] - (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + k)*S + j)*S + j] - (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l])), ((Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))))) + 0.039788735772973836*C_second[i*S + j]*path_weight[t]*r20[(t*K + k)*K + l]);
                        }
                        I4_second[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_second[((l*K + k)*S + i)*S + j] = I4_second[((k*K + l)*S + i)*S + j];
                        I4_second[((k*K + l)*S + j)*S + i] = I4_second[((k*K + l)*S + i)*S + j];
                        I4_second[((l*K + k)*S + j)*S + i] = I4_second[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0_second: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0_second[k*S + i] = 0.15915494309189535*giant_maml_relu_root(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i]))*(r17[k]*r17[k]);
        }
    }
    /* J2_second: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2_second[k*S + l] = 0.15915494309189535*atan2(C_second[k*S + l], giant_maml_relu_root(C_second[k*S + k]*C_second[l*S + l], (C_second[k*S + l]*C_second[k*S + l]))) + 0.25;
            J2_second[l*S + k] = J2_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2_second[k*S + K + l] = 0.15915494309189535*atan2(C_second[k*S + K + l], giant_maml_relu_root(C_second[k*S + k]*C_second[(K + l)*S + K + l], (C_second[k*S + K + l]*C_second[k*S + K + l]))) + 0.25;
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                J2_second[(K + k)*S + K + l] = 0.15915494309189535*atan2(C_second[(K + k)*S + K + l], giant_maml_relu_root(C_second[(K + k)*S + K + k]*C_second[(K + l)*S + K + l], (C_second[(K + k)*S + K + l]*C_second[(K + k)*S + K + l]))) + 0.25;
                J2_second[(K + l)*S + K + k] = J2_second[(K + k)*S + K + l];
            }
        }
    }
    /* c0_second: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second[k] = w0_second[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second[K + n] = -u_second[n];
    }
    /* mc0_second: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_second[i] = c0_second[i];
    }
    /* G0_second: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second[k*S + l] = c0_second[k]*c0_second[l];
            G0_second[l*S + k] = G0_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_second[k*S + K + l] = c0_second[k]*c0_second[K + l];
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                G0_second[(K + k)*S + K + l] = c0_second[K + k]*c0_second[K + l];
                G0_second[(K + l)*S + K + k] = G0_second[(K + k)*S + K + l];
            }
        }
        /* A_second: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += ((0.15915494309189535*C_second[k*S + l]*r15[k*S + j]*(r17[k]*r17[k]) + 0.15915494309189535*C_second[l*S + j]*r16[k*S + j] + 0.25*C_second[l*S + j])*G0_second[k*S + j]);
                }
                A_second[k*S + l] = -params->eta_J * sum2;
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C_second[k*S + K + l]*r15[k*S + j]*(r17[k]*r17[k]) + 0.15915494309189535*C_second[(K + l)*S + j]*r16[k*S + j] + 0.25*C_second[(K + l)*S + j])*G0_second[k*S + j]);
            }
            A_second[k*S + K + l] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->V)) {
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
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_second[((k*K + l)*S + i)*S + j]*c0_second[i]*c0_second[j]);
                    }
                }
                E_second[k*K + l] += (params->eta_J*params->eta_J)*c0_second[k]*c0_second[l]/params->V * sum2;
            }
        }
    }
    /* W_second: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second[k*S + l] = -params->eta_J*G0_second[k*S + l]*J2_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_second[k*S + i]*I_g2g0_second[k*S + i]);
            }
            W_second[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0) * sum1;
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
            sum1 += ((0.15915494309189535*giant_maml_relu_root(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i])) + 0.15915494309189535*atan2(C_second[k*S + i], giant_maml_relu_root(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i])))*C_second[k*S + i] + 0.25*C_second[k*S + i])*mc0_second[i]);
        }
        dw0_second[k] = -params->eta_0 * sum1;
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
            dQ[giant_maml_relu_packed(K, k, l)] = -params->p_second*B_first[k*K + l] - params->p_second*B_first[l*K + k] + params->p_second*B_second[k*K + l] + params->p_second*B_second[l*K + k] + B_first[k*K + l] + B_first[l*K + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[giant_maml_relu_packed(K, k, l)] += -params->p_second*E_first[k*K + l] + params->p_second*E_second[k*K + l] + E_first[k*K + l];
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = -params->p_second*dw0_first[k] + params->p_second*dw0_second[k] + dw0_first[k];
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int giant_maml_relu_checked_rhs(int K, int M, const giant_maml_relu_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = giant_maml_relu_state_size(K, M);

    if (!giant_maml_relu_all_finite(n, state)) {
        return GIANT_MAML_RELU_NONFINITE;
    }
#ifdef GIANT_MAML_RELU_K
    if (K == GIANT_MAML_RELU_K && M == GIANT_MAML_RELU_M) {
        giant_maml_relu_rhs_arrays(GIANT_MAML_RELU_K, GIANT_MAML_RELU_M, params, state, dstate, work);
        return giant_maml_relu_all_finite(n, dstate) ? GIANT_MAML_RELU_OK : GIANT_MAML_RELU_DOMAIN;
    }
#endif
    giant_maml_relu_rhs_arrays(K, M, params, state, dstate, work);
    return giant_maml_relu_all_finite(n, dstate) ? GIANT_MAML_RELU_OK : GIANT_MAML_RELU_DOMAIN;
}

int giant_maml_relu_rhs(int K, int M, const giant_maml_relu_params *params, const double *state, double *dstate, double *work)
{
    const int status = giant_maml_relu_checked(K, M, params);

    if (status != GIANT_MAML_RELU_OK) {
        return status;
    }
    if (!giant_maml_relu_counted(giant_maml_relu_rhs_work(K, M, params))) {
        return GIANT_MAML_RELU_TOO_LARGE;
    }
    return giant_maml_relu_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double giant_maml_relu_eps_g_work(int K, int M, const giant_maml_relu_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K*S + 1.0*S*S;
    size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0;
    size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0;
    if (isfinite(params->ratio)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void giant_maml_relu_eps_g_arrays(int K, int M, const giant_maml_relu_params *params, const double *GIANT_MAML_RELU_RESTRICT state,
                                 double *eps_g, double *GIANT_MAML_RELU_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    int general = giant_maml_relu_general(K, M, params);
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C_ahead = work + (size_t)M + (size_t)M;
    double *I2_ahead = C_ahead + (size_t)S*(size_t)S;
    double *r1 = I2_ahead + (size_t)S*(size_t)S;
    double *r2 = r1 + (size_t)S*(size_t)S;
    double *r3 = r2 + (size_t)S*(size_t)S;
    double *I3_ahead = r3 + (size_t)K;
    double *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    double *c0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    double *mc0_first_ahead = c0_first_ahead + (size_t)S;
    double *G0_first_ahead = mc0_first_ahead + (size_t)S;
    double *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    double *W_first_ahead = A_first_ahead + (size_t)K*(size_t)S;
    double *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    double *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    double *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    double *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    double *R_first = dw0_first_ahead + (size_t)K;
    double *Q_first = R_first + (size_t)K*(size_t)M;
    double *w0_first = Q_first + (size_t)K*(size_t)K;
    double *C_first = w0_first + (size_t)K;
    double *c0_first = C_first + (size_t)S*(size_t)S;
    double *G0_first = c0_first + (size_t)S;
    double *eps_g_first = G0_first + (size_t)S*(size_t)S;
    double *c0_second_ahead = eps_g_first + (size_t)1;
    double *mc0_second_ahead = c0_second_ahead + (size_t)S;
    double *G0_second_ahead = mc0_second_ahead + (size_t)S;
    double *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    double *W_second_ahead = A_second_ahead + (size_t)K*(size_t)S;
    double *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    double *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    double *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    double *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    double *R_second = dw0_second_ahead + (size_t)K;
    double *Q_second = R_second + (size_t)K*(size_t)M;
    double *w0_second = Q_second + (size_t)K*(size_t)K;
    double *C_second = w0_second + (size_t)K;
    double *c0_second = C_second + (size_t)S*(size_t)S;
    double *G0_second = c0_second + (size_t)S;
    double *eps_g_second = G0_second + (size_t)S*(size_t)S;
    double *Ct_ahead = eps_g_second + (size_t)1;
    double *r0 = Ct_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo_ahead = r0 + with_ratio*(size_t)n_path*(size_t)S;
    double *Cm_ahead = Ct1_oo_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r4 = Cm_ahead + with_ratio*(size_t)K*(size_t)K;
    double *r5 = r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *r6 = r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4_ahead = r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *E_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;

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
            C_ahead[k*S + l] = Q[giant_maml_relu_packed(K, k, l)];
            C_ahead[l*S + k] = C_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[k*S + K + n] = R[k*M + n];
            C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + n)*S + K + m] = T[n*M + m];
            C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
        }
    }
    if (isfinite(params->ratio)) {
        /* Ct_ahead: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct_ahead[(t*S + i)*S + j] = C_ahead[i*S + j]*path[t];
                    Ct_ahead[(t*S + j)*S + i] = Ct_ahead[(t*S + i)*S + j];
                }
            }
        }
        /* r0: 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r0[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct_ahead[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo_ahead: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo_ahead[((t*S + i)*S + j)*S + r] = -Ct_ahead[(t*S + i)*S + j]*Ct_ahead[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]) + Ct_ahead[(t*S + j)*S + r];
                        Ct1_oo_ahead[((t*S + i)*S + r)*S + j] = Ct1_oo_ahead[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm_ahead: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm_ahead[k*K + l] = 0.63661977236758138*atan2(C_ahead[k*S + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]))*path_weight[t]*r0[t*S + k]);
                }
                Cm_ahead[k*K + l] += -0.63661977236758138*C_ahead[k*S + l] * sum2;
            }
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2_ahead[k*S + l] = 0.15915494309189535*giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])) + 0.15915494309189535*atan2(C_ahead[k*S + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])))*C_ahead[k*S + l] + 0.25*C_ahead[k*S + l];
            I2_ahead[l*S + k] = I2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            I2_ahead[k*S + K + l] = 0.15915494309189535*giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])) + 0.15915494309189535*atan2(C_ahead[k*S + K + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))*C_ahead[k*S + K + l] + 0.25*C_ahead[k*S + K + l];
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                I2_ahead[(K + k)*S + K + l] = 0.15915494309189535*giant_maml_relu_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])) + 0.15915494309189535*atan2(C_ahead[(K + k)*S + K + l], giant_maml_relu_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))*C_ahead[(K + k)*S + K + l] + 0.25*C_ahead[(K + k)*S + K + l];
                I2_ahead[(K + l)*S + K + k] = I2_ahead[(K + k)*S + K + l];
            }
        }
    }
    /* r1: sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r1[i*S + j] = giant_maml_relu_root(C_ahead[i*S + i]*C_ahead[j*S + j], (C_ahead[i*S + j]*C_ahead[i*S + j]));
        }
    }
    /* r2: atan2(C_ahead[i, j], r1[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r2[i*S + j] = atan2(C_ahead[i*S + j], r1[i*S + j]);
        }
    }
    /* r3: 1/sqrt(C_ahead[k, k]) */
    for (int k = 0; k < K; ++k) {
        r3[k] = (1.0 / sqrt(C_ahead[k*S + k]));
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3_ahead[(k*S + i)*S + j] = 0.15915494309189535*C_ahead[i*S + j]*r2[k*S + j] + 0.25*C_ahead[i*S + j] + 0.15915494309189535*C_ahead[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]);
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* r4: 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r4[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r5: sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r5[(t*K + k)*K + l] = giant_maml_relu_root(((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*((1.0 - path[t])*C_ahead[l*S + l] + Ct_ahead[(t*S + l)*S + l]), (Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]));
                }
            }
        }
        /* r6: atan2(Ct_ahead[t, k, l], r5[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r6[(t*K + k)*K + l] = atan2(Ct_ahead[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                }
            }
        }
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C_ahead[i*S + j]*r2[i*S + j] + 0.039788735772973836*C_ahead[i*S + j]*r2[k*S + i] + 0.039788735772973836*C_ahead[i*S + j]*r2[k*S + j] + 0.039788735772973836*C_ahead[i*S + j]*r2[l*S + i] + 0.039788735772973836*C_ahead[i*S + j]*r2[l*S + j] + 0.0625*C_ahead[i*S + j] + 0.039788735772973836*C_ahead[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]) + 0.039788735772973836*C_ahead[k*S + j]*r1[k*S + i]*(r3[k]*r3[k]) + 0.039788735772973836*C_ahead[l*S + i]*r1[l*S + j]*(r3[l]*r3[l]) + 0.039788735772973836*C_ahead[l*S + j]*r1[l*S + i]*(r3[l]*r3[l]) + 0.039788735772973836*r1[i*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int t = 0; t < n_path; ++t) {
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l], giant_maml_relu_root(((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l])*(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l]))))*(C_ahead[i*S + j]*C_ahead[i*S + j])*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*giant_maml_relu_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + i]*r4[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i])*C_ahead[k*S + j] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i])*atan2(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j], giant_maml_relu_root(((1.0 - path[t])*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + j]*r4[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j])*C_ahead[k*S + i] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j])*atan2(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i], giant_maml_relu_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]))*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[l*S + i]*r4[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i])*C_ahead[l*S + j] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i])*atan2(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j], giant_maml_relu_root(((1.0 - path[t])*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r0[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[l*S + j]*r4[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + l)*S + j)*S + j])*C_ahead[l*S + i] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j])*atan2(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i], giant_maml_relu_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]))*((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r0[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + l]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k])*atan2(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), giant_maml_relu_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))) + 0.039788735772973836*C_ahead[i*S + j]*path_weight[t]*r6[(t*K + k)*K + l]);
                        }
                        I4_ahead[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
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
            I_g2g0_ahead[k*S + i] = 0.15915494309189535*giant_maml_relu_root(C_ahead[i*S + i]*C_ahead[k*S + k], (C_ahead[k*S + i]*C_ahead[k*S + i]))*(r3[k]*r3[k]);
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2_ahead[k*S + l] = 0.15915494309189535*atan2(C_ahead[k*S + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))) + 0.25;
            J2_ahead[l*S + k] = J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2_ahead[k*S + K + l] = 0.15915494309189535*atan2(C_ahead[k*S + K + l], giant_maml_relu_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))) + 0.25;
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                J2_ahead[(K + k)*S + K + l] = 0.15915494309189535*atan2(C_ahead[(K + k)*S + K + l], giant_maml_relu_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))) + 0.25;
                J2_ahead[(K + l)*S + K + k] = J2_ahead[(K + k)*S + K + l];
            }
        }
    }
    /* c0_first_ahead: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first_ahead[K + n] = -u_first[n];
    }
    /* mc0_first_ahead: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_first_ahead[i] = c0_first_ahead[i];
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first_ahead[k*S + l] = c0_first_ahead[k]*c0_first_ahead[l];
            G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_first_ahead[k*S + K + l] = c0_first_ahead[k]*c0_first_ahead[K + l];
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                G0_first_ahead[(K + k)*S + K + l] = c0_first_ahead[K + k]*c0_first_ahead[K + l];
                G0_first_ahead[(K + l)*S + K + k] = G0_first_ahead[(K + k)*S + K + l];
            }
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
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first_ahead[k*S + l] = -params->gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            W_first_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
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
            Q_first[k*K + l] = Q[giant_maml_relu_packed(K, k, l)] + dQ_first_ahead[k*K + l];
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
    /* c0_first: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first[k] = w0_first[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first[K + n] = -u_first[n];
    }
    /* G0_first: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G0_first[i*S + j] = c0_first[i]*c0_first[j];
        }
    }
    /* eps_g_first: loss on fresh data, adapted */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((0.15915494309189535*giant_maml_relu_root(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j])) + 0.15915494309189535*atan2(C_first[i*S + j], giant_maml_relu_root(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j])))*C_first[i*S + j] + 0.25*C_first[i*S + j])*G0_first[i*S + j]);
            }
        }
        *eps_g_first = 0.5 * sum1;
    }
    /* c0_second_ahead: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second_ahead[K + n] = -u_second[n];
    }
    /* mc0_second_ahead: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_second_ahead[i] = c0_second_ahead[i];
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second_ahead[k*S + l] = c0_second_ahead[k]*c0_second_ahead[l];
            G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_second_ahead[k*S + K + l] = c0_second_ahead[k]*c0_second_ahead[K + l];
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                G0_second_ahead[(K + k)*S + K + l] = c0_second_ahead[K + k]*c0_second_ahead[K + l];
                G0_second_ahead[(K + l)*S + K + k] = G0_second_ahead[(K + k)*S + K + l];
            }
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
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second_ahead[k*S + l] = -params->gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            W_second_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
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
            Q_second[k*K + l] = Q[giant_maml_relu_packed(K, k, l)] + dQ_second_ahead[k*K + l];
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
    /* c0_second: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second[k] = w0_second[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second[K + n] = -u_second[n];
    }
    /* G0_second: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G0_second[i*S + j] = c0_second[i]*c0_second[j];
        }
    }
    /* eps_g_second: loss on fresh data, adapted */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((0.15915494309189535*giant_maml_relu_root(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j])) + 0.15915494309189535*atan2(C_second[i*S + j], giant_maml_relu_root(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j])))*C_second[i*S + j] + 0.25*C_second[i*S + j])*G0_second[i*S + j]);
            }
        }
        *eps_g_second = 0.5 * sum1;
    }
    /* eps_g: loss on fresh data, adapted */
    *eps_g = -(*eps_g_first)*params->p_second + (*eps_g_first) + (*eps_g_second)*params->p_second;
}

int giant_maml_relu_eps_g(int K, int M, const giant_maml_relu_params *params, const double *state, double *eps_g, double *work)
{
    const int status = giant_maml_relu_checked(K, M, params);

    if (status != GIANT_MAML_RELU_OK) {
        return status;
    }
    if (!giant_maml_relu_counted(giant_maml_relu_eps_g_work(K, M, params))) {
        return GIANT_MAML_RELU_TOO_LARGE;
    }
    if (!giant_maml_relu_all_finite(giant_maml_relu_state_size(K, M), state)) {
        return GIANT_MAML_RELU_NONFINITE;
    }
    giant_maml_relu_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? GIANT_MAML_RELU_OK : GIANT_MAML_RELU_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { GIANT_MAML_RELU_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t giant_maml_relu_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t giant_maml_relu_work_size(int K, int M, const giant_maml_relu_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, giant_maml_relu_rhs_work(K, M, params));
    arrays = fmax(arrays, giant_maml_relu_eps_g_work(K, M, params));
    return giant_maml_relu_counted(GIANT_MAML_RELU_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)giant_maml_relu_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double giant_maml_relu_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void giant_maml_relu_between(int K, int M, const giant_maml_relu_params *params, const giant_maml_relu_params *then, double share, double *ramped, giant_maml_relu_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->gamma = params->gamma + share*(then->gamma - params->gamma);
    now->eta_w = params->eta_w + share*(then->eta_w - params->eta_w);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->noise = params->noise + share*(then->noise - params->noise);
    now->p_second = params->p_second + share*(then->p_second - params->p_second);
    (void)K;
    (void)M;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int giant_maml_relu_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*giant_maml_relu_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[giant_maml_relu_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void giant_maml_relu_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
{
    switch (stage) {
    case 1:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((1.0/5.0)*k[0][s]);
        }
        break;
    case 2:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((3.0/40.0)*k[0][s] + (9.0/40.0)*k[1][s]);
        }
        break;
    case 3:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((44.0/45.0)*k[0][s] + (-56.0/15.0)*k[1][s] + (32.0/9.0)*k[2][s]);
        }
        break;
    case 4:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((19372.0/6561.0)*k[0][s] + (-25360.0/2187.0)*k[1][s] + (64448.0/6561.0)*k[2][s] + (-212.0/729.0)*k[3][s]);
        }
        break;
    case 5:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((9017.0/3168.0)*k[0][s] + (-355.0/33.0)*k[1][s] + (46732.0/5247.0)*k[2][s] + (49.0/176.0)*k[3][s] + (-5103.0/18656.0)*k[4][s]);
        }
        break;
    case 6:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((35.0/384.0)*k[0][s] + (500.0/1113.0)*k[2][s] + (125.0/192.0)*k[3][s] + (-2187.0/6784.0)*k[4][s] + (11.0/84.0)*k[5][s]);
        }
        break;
    default:
        break;
    }
}

/* The error of a step: the difference of the two orders. */
static void giant_maml_relu_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void giant_maml_relu_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double giant_maml_relu_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int giant_maml_relu_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int giant_maml_relu_integrate_ramped(int K, int M, const giant_maml_relu_params *params, const giant_maml_relu_params *then, const giant_maml_relu_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, giant_maml_relu_stats *stats, double *work)
{
    giant_maml_relu_stats local = {0, 0, 0, 0.0};
    giant_maml_relu_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    giant_maml_relu_params between;
    const giant_maml_relu_params *now = params;
    int status = giant_maml_relu_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return GIANT_MAML_RELU_NULL_OPTIONS;
    }
    if (!state0) {
        return GIANT_MAML_RELU_NULL_STATE;
    }
    if (!alphas) {
        return GIANT_MAML_RELU_NULL_TIMES;
    }
    if (!states) {
        return GIANT_MAML_RELU_NULL_RESULTS;
    }
    if (!work) {
        return GIANT_MAML_RELU_NULL_WORK;
    }
    if (n < 1) {
        return GIANT_MAML_RELU_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = giant_maml_relu_state_size(K, M);
    if (status == GIANT_MAML_RELU_OK && then) {
        status = giant_maml_relu_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == GIANT_MAML_RELU_OK && !giant_maml_relu_work_size(K, M, params)) {
        return GIANT_MAML_RELU_TOO_LARGE;
    }
    if (status == GIANT_MAML_RELU_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = GIANT_MAML_RELU_RTOL;
    }
    if (status == GIANT_MAML_RELU_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = GIANT_MAML_RELU_ATOL;
    }
    for (size_t s = 0; s < n && status == GIANT_MAML_RELU_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = GIANT_MAML_RELU_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == GIANT_MAML_RELU_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = GIANT_MAML_RELU_TIMES;
        }
    }
    if (status != GIANT_MAML_RELU_OK) {
        return giant_maml_relu_stop(status, 0, n, size, states);
    }
    y = work;
    y_new = y + size;
    for (int s = 0; s < 7; ++s) {
        k[s] = y_new + (size_t)(s + 1)*size;
    }
    for (int s = 0; s < 5; ++s) {
        dense[s] = k[6] + (size_t)(s + 1)*size;
    }
    ramped = dense[4] + size;
    arrays = ramped + giant_maml_relu_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = giant_maml_relu_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == GIANT_MAML_RELU_OK && giant_maml_relu_norms_negative(K, M, 1, y)) {
        status = GIANT_MAML_RELU_NEGATIVE_NORM;
    }
    if (status != GIANT_MAML_RELU_OK) {
        return giant_maml_relu_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = giant_maml_relu_norm(size, y, y, y, rtol, atol);
        const double scale_f = giant_maml_relu_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? GIANT_MAML_RELU_STEP_LIMIT : GIANT_MAML_RELU_STEP_SIZE;

            return giant_maml_relu_stop(status == GIANT_MAML_RELU_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = GIANT_MAML_RELU_OK;
        for (int stage = 1; stage < 7 && status == GIANT_MAML_RELU_OK; ++stage) {
            giant_maml_relu_stage(stage, size, h, y, k, y_new);
            if (then) {
                giant_maml_relu_between(K, M, params, then, (alpha + giant_maml_relu_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = giant_maml_relu_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != GIANT_MAML_RELU_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        giant_maml_relu_error(size, h, k, dense[4]);
        error = giant_maml_relu_norm(size, dense[4], y, y_new, rtol, atol);
        if (!(error <= 1.0)) {
            h *= isfinite(error) ? fmax(0.2, 0.9*pow(error, -0.2)) : 0.2;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        for (size_t s = 0; s < size; ++s) {
            const double change = y_new[s] - y[s], bend = h*k[0][s] - change;
            dense[0][s] = y[s];
            dense[1][s] = change;
            dense[2][s] = bend;
            dense[3][s] = change - h*k[6][s] - bend;
        }
        giant_maml_relu_bend(size, h, k, dense[4]);
        first = next;
        while (next < n && alphas[next] <= alpha_new) {
            const double t = fmin((alphas[next] - alpha)/h, 1.0), u = 1.0 - t;
            double *row = states + next*size;
            for (size_t s = 0; s < size; ++s) {
                row[s] = dense[0][s] + t*(dense[1][s] + u*(dense[2][s] + t*(dense[3][s] + u*dense[4][s])));
            }
            ++next;
        }
        alpha = alpha_new;
        ++done->accepted;
        done->alpha = alpha;
        for (size_t s = 0; s < size; ++s) {
            y[s] = y_new[s];
            k[0][s] = k[6][s];
        }
        if (giant_maml_relu_norms_negative(K, M, 1, y) || giant_maml_relu_norms_negative(K, M, next - first, states + first*size)) {
            return giant_maml_relu_stop(GIANT_MAML_RELU_NEGATIVE_NORM, first, n, size, states);
        }
        {
            /* proportional-integral control (Gustafsson), no growth right after a rejection */
            const double bounded = fmax(error, 1e-10);
            double grow = 0.9*pow(bounded, -0.17)*pow(previous_error, 0.04);
            grow = fmin(after_rejection ? 1.0 : 10.0, fmax(0.2, grow));
            h *= grow;
            previous_error = fmax(error, 1e-4);
            after_rejection = 0;
        }
    }
    return GIANT_MAML_RELU_OK;
}

int giant_maml_relu_integrate(int K, int M, const giant_maml_relu_params *params, const giant_maml_relu_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, giant_maml_relu_stats *stats, double *work)
{
    return giant_maml_relu_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int giant_maml_relu_check(int version, size_t size)
{
    return version == GIANT_MAML_RELU_ABI && size == sizeof(giant_maml_relu_params) ? GIANT_MAML_RELU_OK : GIANT_MAML_RELU_LAYOUT;
}

const char *giant_maml_relu_strerror(int status)
{
    switch (status) {
    case GIANT_MAML_RELU_OK:
        return "ok";
    case GIANT_MAML_RELU_BAD_K:
        return "K is less than 1";
    case GIANT_MAML_RELU_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case GIANT_MAML_RELU_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case GIANT_MAML_RELU_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case GIANT_MAML_RELU_STEP_LIMIT:
        return "step limit: max_steps reached";
    case GIANT_MAML_RELU_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case GIANT_MAML_RELU_NULL_PARAMS:
        return "params is NULL";
    case GIANT_MAML_RELU_TIMES:
        return "the times (alphas) do not increase";
    case GIANT_MAML_RELU_RTOL:
        return "rtol is negative or not finite";
    case GIANT_MAML_RELU_ATOL:
        return "atol is not positive or not finite";
    case GIANT_MAML_RELU_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case GIANT_MAML_RELU_OBSERVABLE:
        return "the observable is none of this model";
    case GIANT_MAML_RELU_RULE:
        return "the number of nodes (size) is that of no rule";
    case GIANT_MAML_RELU_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case GIANT_MAML_RELU_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case GIANT_MAML_RELU_BAD_M:
        return "M is less than 1";
    case GIANT_MAML_RELU_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case GIANT_MAML_RELU_NO_TIMES:
        return "there are no times: n is 0";
    case GIANT_MAML_RELU_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case GIANT_MAML_RELU_NULL_OPTIONS:
        return "options is NULL";
    case GIANT_MAML_RELU_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case GIANT_MAML_RELU_NULL_TIMES:
        return "alphas is NULL";
    case GIANT_MAML_RELU_NULL_RESULTS:
        return "where the results go is NULL";
    case GIANT_MAML_RELU_NULL_WORK:
        return "work is NULL";
    case GIANT_MAML_RELU_NULL_REQUEST:
        return "request is NULL";
    case GIANT_MAML_RELU_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case GIANT_MAML_RELU_BAD_eta_J:
        return "eta_J is negative or not finite";
    case GIANT_MAML_RELU_BAD_gamma:
        return "gamma is negative or not finite";
    case GIANT_MAML_RELU_BAD_eta_w:
        return "eta_w is negative or not finite";
    case GIANT_MAML_RELU_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case GIANT_MAML_RELU_BAD_noise:
        return "noise is negative or not finite";
    case GIANT_MAML_RELU_BAD_p_second:
        return "p_second is negative or not finite";
    case GIANT_MAML_RELU_BAD_V:
        return "V is not at least 1";
    case GIANT_MAML_RELU_BAD_ratio:
        return "ratio is not positive";
    case GIANT_MAML_RELU_BAD_T:
        return "T has an element that is not finite";
    case GIANT_MAML_RELU_BAD_u_first:
        return "u_first has an element that is not finite";
    case GIANT_MAML_RELU_BAD_u_second:
        return "u_second has an element that is not finite";
    case GIANT_MAML_RELU_MISSING_T:
        return "T is NULL, and has to be given";
    case GIANT_MAML_RELU_FINITE_V:
        return "V is finite, and has to be infinite here";
    case GIANT_MAML_RELU_FINITE_ratio:
        return "ratio is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
