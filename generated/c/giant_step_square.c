/*
 * giant_step_square.c - Giant steps: gradient descent on batches of as many samples as there are inputs
 *
 * Emitted by orderode 0.1.0 from the system giant_step_square, digest ebb5b80595c585f3. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in giant_step_square.h.
 */
#include "giant_step_square.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define GIANT_STEP_SQUARE_RESTRICT
#else
#define GIANT_STEP_SQUARE_RESTRICT restrict
#endif

/* change: compiled a second time for K = GIANT_STEP_SQUARE_K and M = GIANT_STEP_SQUARE_M where these are defined. */
#if defined(GIANT_STEP_SQUARE_K) && defined(__GNUC__)
#define GIANT_STEP_SQUARE_SIZED inline __attribute__((always_inline))
#else
#define GIANT_STEP_SQUARE_SIZED
#endif

void giant_step_square_defaults(giant_step_square_params *params)
{
    params->gamma = NAN;
    params->noise = 0.0;
    params->ratio = INFINITY;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
}

size_t giant_step_square_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int giant_step_square_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int giant_step_square_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int giant_step_square_checked(int K, int M, const giant_step_square_params *params)
{
    if (K < 1) {
        return GIANT_STEP_SQUARE_BAD_K;
    }
    if (M < 1) {
        return GIANT_STEP_SQUARE_BAD_M;
    }
    if (!params) {
        return GIANT_STEP_SQUARE_NULL_PARAMS;
    }
    if (!(params->gamma >= 0.0) || !isfinite(params->gamma)) {
        return GIANT_STEP_SQUARE_BAD_gamma;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return GIANT_STEP_SQUARE_BAD_noise;
    }
    if (!(params->ratio > 0.0)) {
        return GIANT_STEP_SQUARE_BAD_ratio;
    }
    if (!params->T) {
        return GIANT_STEP_SQUARE_MISSING_T;
    }
    if (!giant_step_square_all_finite((size_t)M*(size_t)M, params->T)) {
        return GIANT_STEP_SQUARE_BAD_T;
    }
    if (params->mean && !giant_step_square_all_finite((size_t)M, params->mean)) {
        return GIANT_STEP_SQUARE_BAD_mean;
    }
    if (params->cov && !giant_step_square_all_finite((size_t)M*(size_t)M, params->cov)) {
        return GIANT_STEP_SQUARE_BAD_cov;
    }
    if (params->kurtosis && !giant_step_square_all_finite((size_t)M, params->kurtosis)) {
        return GIANT_STEP_SQUARE_BAD_kurtosis;
    }
return GIANT_STEP_SQUARE_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t giant_step_square_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int giant_step_square_general(int K, int M, const giant_step_square_params *params)
{
    int found = 0;

    (void)K;
    (void)M;
    if (params->cov) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                found |= params->cov[n*M + m] != 0.0;
            }
        }
    }
    return found;
}


/* How many doubles of work change needs; counted in double, which cannot wrap. */
static double giant_step_square_change_work(int K, int M, const giant_step_square_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K;
    if (params->kurtosis && isfinite(params->ratio)) {
        size += 1.0*S*M + 1.0*M + 1.0*S*S*K*K;
    }
    if (isfinite(params->ratio)) {
        size += 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static GIANT_STEP_SQUARE_SIZED void giant_step_square_change_arrays(int K, int M, const giant_step_square_params *params, const double *GIANT_STEP_SQUARE_RESTRICT state,
                                 double *GIANT_STEP_SQUARE_RESTRICT dstate, double *GIANT_STEP_SQUARE_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_kurtosis_ratio = params->kurtosis && isfinite(params->ratio) ? 1 : 0;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    int general = giant_step_square_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *J2 = C + (size_t)S*(size_t)S;
    double *mc0 = J2 + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *s0 = A + (size_t)K*(size_t)S;
    double *W = s0 + (size_t)K;
    double *Y = W + (size_t)K*(size_t)S;
    double *L0 = Y + (size_t)K*(size_t)K;
    double *kappa = L0 + with_kurtosis_ratio*(size_t)S*(size_t)M;
    double *r0 = kappa + with_kurtosis_ratio*(size_t)M;
    double *E = r0 + with_kurtosis_ratio*(size_t)S*(size_t)S*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_kurtosis_ratio;
    (void)with_ratio;
    (void)kurtosis;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : 0.0;
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[giant_step_square_packed(K, k, l)];
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
    /* J2: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2[k*S + j] = 4.0*C[k*S + j];
            J2[j*S + k] = J2[k*S + j];
        }
    }
    if (general && params->kurtosis && isfinite(params->ratio)) {
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
        mc0[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0[K + n] = -mean[n];
    }
    /* G0: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] = mc0[k]*mc0[l];
            G0[l*S + k] = G0[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = mc0[k]*mc0[K + n];
        }
    }
    if (isfinite(params->ratio)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = mc0[K + m]*mc0[K + n];
            }
        }
    }
    if (general && isfinite(params->ratio)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += cov[n*M + m];
            }
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((4.0*C[i*S + j]*C[k*S + j] + 2.0*C[j*S + j]*C[k*S + i])*G0[k*S + j]);
            }
            A[k*S + i] = -params->gamma * sum1;
        }
    }
    if (general && params->kurtosis && isfinite(params->ratio)) {
        /* r0: 4*C[i, i]*C[j, j]*C[k, l] + 8*C[i, i]*C[k, j]*C[l, j] + 8*C[i, j]**2*C[k, l] + 16*C[i, j]*C[k, i]*C[l, j] + 16*C[i, j]*C[k, j]*C[l, i] + 8*C[j, j]*C[k, i]*C[l, i] */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        r0[((i*S + j)*K + k)*K + l] = 4.0*C[i*S + i]*C[j*S + j]*C[k*S + l] + 8.0*C[i*S + i]*C[j*S + k]*C[j*S + l] + 8.0*(C[i*S + j]*C[i*S + j])*C[k*S + l] + 16.0*C[i*S + j]*C[i*S + k]*C[j*S + l] + 16.0*C[i*S + j]*C[i*S + l]*C[j*S + k] + 8.0*C[i*S + k]*C[i*S + l]*C[j*S + j];
                    }
                }
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0[k*S + l]*J2[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*(4.0*C[i*S + i]*C[j*S + j]*C[k*S + l] + 8.0*C[i*S + i]*C[k*S + j]*C[l*S + j] + 8.0*(C[i*S + j]*C[i*S + j])*C[k*S + l] + 16.0*C[i*S + j]*C[k*S + i]*C[l*S + j] + 16.0*C[i*S + j]*C[k*S + j]*C[l*S + i] + 8.0*C[j*S + j]*C[k*S + i]*C[l*S + i]));
                    }
                }
                E[k*K + l] += (params->gamma*params->gamma)/params->ratio * sum2;
            }
        }
    }
    if (general && params->kurtosis && isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]*r0[((i*S + j)*K + k)*K + l]);
                        }
                    }
                }
                E[k*K + l] += (params->gamma*params->gamma)/params->ratio * sum2;
            }
        }
    }
    /* s0: partial sum Sum(G0[k, i]*I_g2g0[k, i], (i, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (C[i*S + i]*G0[k*S + i]);
        }
        s0[k] = 2.0 * sum1;
    }
    /* W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W[k*S + l] = -params->gamma*(k == l ? 1.0 : 0.0)*s0[k] - params->gamma*G0[k*S + l]*J2[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W[k*S + K + n] = -params->gamma*G0[k*S + K + n]*J2[k*S + K + n];
        }
    }
    /* Y: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A[k*S + j]*W[l*S + j]);
            }
            Y[k*K + l] = sum1;
        }
    }
    /* dR: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = A[k*S + K + n];
        }
    }
    /* dQ: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[giant_step_square_packed(K, k, l)] = A[k*S + l] + A[l*S + k] + Y[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[giant_step_square_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    /* dw0: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        dw0[k] = 0.0;
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int giant_step_square_checked_change(int K, int M, const giant_step_square_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = giant_step_square_state_size(K, M);

    if (!giant_step_square_all_finite(n, state)) {
        return GIANT_STEP_SQUARE_NONFINITE;
    }
#ifdef GIANT_STEP_SQUARE_K
    if (K == GIANT_STEP_SQUARE_K && M == GIANT_STEP_SQUARE_M) {
        giant_step_square_change_arrays(GIANT_STEP_SQUARE_K, GIANT_STEP_SQUARE_M, params, state, dstate, work);
        return giant_step_square_all_finite(n, dstate) ? GIANT_STEP_SQUARE_OK : GIANT_STEP_SQUARE_DOMAIN;
    }
#endif
    giant_step_square_change_arrays(K, M, params, state, dstate, work);
    return giant_step_square_all_finite(n, dstate) ? GIANT_STEP_SQUARE_OK : GIANT_STEP_SQUARE_DOMAIN;
}

int giant_step_square_change(int K, int M, const giant_step_square_params *params, const double *state, double *dstate, double *work)
{
    const int status = giant_step_square_checked(K, M, params);

    if (status != GIANT_STEP_SQUARE_OK) {
        return status;
    }
    if (!giant_step_square_counted(giant_step_square_change_work(K, M, params))) {
        return GIANT_STEP_SQUARE_TOO_LARGE;
    }
    return giant_step_square_checked_change(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double giant_step_square_eps_g_work(int K, int M, const giant_step_square_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void giant_step_square_eps_g_arrays(int K, int M, const giant_step_square_params *params, const double *GIANT_STEP_SQUARE_RESTRICT state,
                                 double *eps_g, double *GIANT_STEP_SQUARE_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    int general = giant_step_square_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *mc0 = C + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;

    (void)w0;
    (void)kurtosis;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : 0.0;
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[giant_step_square_packed(K, k, l)];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C[k*S + K + n] = R[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C[(K + n)*S + K + m] = T[n*M + m];
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
            G0[k*S + l] = mc0[k]*mc0[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = mc0[k]*mc0[K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] = mc0[K + m]*mc0[K + n];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += cov[n*M + m];
            }
        }
    }
    /* eps_g: loss on fresh data */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((C[i*S + i]*C[j*S + j] + 2.0*(C[i*S + j]*C[i*S + j]))*G0[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
}

int giant_step_square_eps_g(int K, int M, const giant_step_square_params *params, const double *state, double *eps_g, double *work)
{
    const int status = giant_step_square_checked(K, M, params);

    if (status != GIANT_STEP_SQUARE_OK) {
        return status;
    }
    if (!giant_step_square_counted(giant_step_square_eps_g_work(K, M, params))) {
        return GIANT_STEP_SQUARE_TOO_LARGE;
    }
    if (!giant_step_square_all_finite(giant_step_square_state_size(K, M), state)) {
        return GIANT_STEP_SQUARE_NONFINITE;
    }
    giant_step_square_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? GIANT_STEP_SQUARE_OK : GIANT_STEP_SQUARE_DOMAIN;
}

/* -- The map, step by step ------------------------------------------------------------------------------------------- */

size_t giant_step_square_work_size(int K, int M, const giant_step_square_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, giant_step_square_change_work(K, M, params));
    arrays = fmax(arrays, giant_step_square_eps_g_work(K, M, params));
    return giant_step_square_counted((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K + arrays);
}

/* The state after a step; the change comes first in work. */
static int giant_step_square_checked_step(int K, int M, const giant_step_square_params *params, const double *state, double *next, double *work)
{
    const size_t n = giant_step_square_state_size(K, M);
    const int status = giant_step_square_checked_change(K, M, params, state, work, work + n);

    if (status != GIANT_STEP_SQUARE_OK) {
        return status;
    }
    for (size_t s = 0; s < n; ++s) {
        next[s] = state[s] + work[s];
    }
    return giant_step_square_all_finite(n, next) ? GIANT_STEP_SQUARE_OK : GIANT_STEP_SQUARE_NONFINITE;
}

int giant_step_square_step(int K, int M, const giant_step_square_params *params, const double *state, double *next, double *work)
{
    const int status = giant_step_square_checked(K, M, params);

    if (status != GIANT_STEP_SQUARE_OK) {
        return status;
    }
    if (!state) {
        return GIANT_STEP_SQUARE_NULL_STATE;
    }
    if (!next) {
        return GIANT_STEP_SQUARE_NULL_RESULTS;
    }
    if (!work) {
        return GIANT_STEP_SQUARE_NULL_WORK;
    }
    if (!giant_step_square_work_size(K, M, params)) {
        return GIANT_STEP_SQUARE_TOO_LARGE;
    }
    return giant_step_square_checked_step(K, M, params, state, next, work);
}

int giant_step_square_run(int K, int M, const giant_step_square_params *params, const double *state0, size_t steps, double *states,
                   double *eps_g, size_t *done, double *work)
{
    const size_t n = giant_step_square_state_size(K, M);
    size_t reached = 0;
    int status = giant_step_square_checked(K, M, params);

    if (done) {
        *done = 0;
    }
    if (status != GIANT_STEP_SQUARE_OK) {
        return status;
    }
    if (!state0) {
        return GIANT_STEP_SQUARE_NULL_STATE;
    }
    if (!states) {
        return GIANT_STEP_SQUARE_NULL_RESULTS;
    }
    if (!work) {
        return GIANT_STEP_SQUARE_NULL_WORK;
    }
    if (!giant_step_square_work_size(K, M, params)) {
        return GIANT_STEP_SQUARE_TOO_LARGE;
    }
    for (size_t s = 0; s < n; ++s) {
        states[s] = state0[s];
    }
    status = giant_step_square_all_finite(n, states) ? GIANT_STEP_SQUARE_OK : GIANT_STEP_SQUARE_NONFINITE;
    for (size_t t = 0; t <= steps; ++t) {
        double *here = states + t*n;

        if (t > 0 && status == GIANT_STEP_SQUARE_OK) {
            status = giant_step_square_checked_step(K, M, params, here - n, here, work);
        }
        if (status == GIANT_STEP_SQUARE_OK && eps_g) {
            giant_step_square_eps_g_arrays(K, M, params, here, eps_g + t, work);
            status = isfinite(eps_g[t]) ? GIANT_STEP_SQUARE_OK : GIANT_STEP_SQUARE_DOMAIN;
        }
        if (status == GIANT_STEP_SQUARE_OK) {
            reached = t;
            continue;
        }
        for (size_t s = 0; s < n; ++s) {
            here[s] = NAN;
        }
        if (eps_g) {
            eps_g[t] = NAN;
        }
    }
    if (done) {
        *done = reached;
    }
    return status;
}

int giant_step_square_check(int version, size_t size)
{
    return version == GIANT_STEP_SQUARE_ABI && size == sizeof(giant_step_square_params) ? GIANT_STEP_SQUARE_OK : GIANT_STEP_SQUARE_LAYOUT;
}

const char *giant_step_square_strerror(int status)
{
    switch (status) {
    case GIANT_STEP_SQUARE_OK:
        return "ok";
    case GIANT_STEP_SQUARE_BAD_K:
        return "K is less than 1";
    case GIANT_STEP_SQUARE_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case GIANT_STEP_SQUARE_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case GIANT_STEP_SQUARE_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case GIANT_STEP_SQUARE_STEP_LIMIT:
        return "step limit: max_steps reached";
    case GIANT_STEP_SQUARE_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case GIANT_STEP_SQUARE_NULL_PARAMS:
        return "params is NULL";
    case GIANT_STEP_SQUARE_TIMES:
        return "the times (alphas) do not increase";
    case GIANT_STEP_SQUARE_RTOL:
        return "rtol is negative or not finite";
    case GIANT_STEP_SQUARE_ATOL:
        return "atol is not positive or not finite";
    case GIANT_STEP_SQUARE_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case GIANT_STEP_SQUARE_OBSERVABLE:
        return "the observable is none of this model";
    case GIANT_STEP_SQUARE_RULE:
        return "the number of nodes (size) is that of no rule";
    case GIANT_STEP_SQUARE_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case GIANT_STEP_SQUARE_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case GIANT_STEP_SQUARE_BAD_M:
        return "M is less than 1";
    case GIANT_STEP_SQUARE_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case GIANT_STEP_SQUARE_NO_TIMES:
        return "there are no times: n is 0";
    case GIANT_STEP_SQUARE_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case GIANT_STEP_SQUARE_NULL_OPTIONS:
        return "options is NULL";
    case GIANT_STEP_SQUARE_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case GIANT_STEP_SQUARE_NULL_TIMES:
        return "alphas is NULL";
    case GIANT_STEP_SQUARE_NULL_RESULTS:
        return "where the results go is NULL";
    case GIANT_STEP_SQUARE_NULL_WORK:
        return "work is NULL";
    case GIANT_STEP_SQUARE_NULL_REQUEST:
        return "request is NULL";
    case GIANT_STEP_SQUARE_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case GIANT_STEP_SQUARE_BAD_gamma:
        return "gamma is negative or not finite";
    case GIANT_STEP_SQUARE_BAD_noise:
        return "noise is negative or not finite";
    case GIANT_STEP_SQUARE_BAD_ratio:
        return "ratio is not positive";
    case GIANT_STEP_SQUARE_BAD_T:
        return "T has an element that is not finite";
    case GIANT_STEP_SQUARE_BAD_mean:
        return "mean has an element that is not finite";
    case GIANT_STEP_SQUARE_BAD_cov:
        return "cov has an element that is not finite";
    case GIANT_STEP_SQUARE_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case GIANT_STEP_SQUARE_MISSING_T:
        return "T is NULL, and has to be given";
    case GIANT_STEP_SQUARE_FINITE_ratio:
        return "ratio is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
