/*
 * structured_sgd_linear.c - SGD on inputs whose covariance has several eigenvalues
 *
 * Emitted by orderode 0.1.0 from the system structured_sgd_linear, digest c1128b0cff904d58. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in structured_sgd_linear.h.
 */
#include "structured_sgd_linear.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define STRUCTURED_SGD_LINEAR_RESTRICT
#else
#define STRUCTURED_SGD_LINEAR_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = STRUCTURED_SGD_LINEAR_K and M = STRUCTURED_SGD_LINEAR_M where these are defined. */
#if defined(STRUCTURED_SGD_LINEAR_K) && defined(__GNUC__)
#define STRUCTURED_SGD_LINEAR_SIZED inline __attribute__((always_inline))
#else
#define STRUCTURED_SGD_LINEAR_SIZED
#endif

void structured_sgd_linear_defaults(structured_sgd_linear_params *params)
{
    params->eta_J = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->V = INFINITY;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
    params->shares = NULL;
    params->variances = NULL;
}

size_t structured_sgd_linear_state_size(int K, int M, int blocks)
{
    return (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int structured_sgd_linear_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int structured_sgd_linear_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int structured_sgd_linear_checked(int K, int M, int blocks, const structured_sgd_linear_params *params)
{
    if (K < 1) {
        return STRUCTURED_SGD_LINEAR_BAD_K;
    }
    if (M < 1) {
        return STRUCTURED_SGD_LINEAR_BAD_M;
    }
    if (blocks < 1) {
        return STRUCTURED_SGD_LINEAR_BAD_blocks;
    }
    if (!params) {
        return STRUCTURED_SGD_LINEAR_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return STRUCTURED_SGD_LINEAR_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return STRUCTURED_SGD_LINEAR_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return STRUCTURED_SGD_LINEAR_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return STRUCTURED_SGD_LINEAR_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return STRUCTURED_SGD_LINEAR_BAD_V;
    }
    if (!params->T) {
        return STRUCTURED_SGD_LINEAR_MISSING_T;
    }
    if (!structured_sgd_linear_all_finite((size_t)blocks*(size_t)M*(size_t)M, params->T)) {
        return STRUCTURED_SGD_LINEAR_BAD_T;
    }
    if (params->mean && !structured_sgd_linear_all_finite((size_t)M, params->mean)) {
        return STRUCTURED_SGD_LINEAR_BAD_mean;
    }
    if (params->cov && !structured_sgd_linear_all_finite((size_t)M*(size_t)M, params->cov)) {
        return STRUCTURED_SGD_LINEAR_BAD_cov;
    }
    if (params->kurtosis && !structured_sgd_linear_all_finite((size_t)M, params->kurtosis)) {
        return STRUCTURED_SGD_LINEAR_BAD_kurtosis;
    }
    if (!params->shares) {
        return STRUCTURED_SGD_LINEAR_MISSING_shares;
    }
    if (!structured_sgd_linear_all_finite((size_t)blocks, params->shares)) {
        return STRUCTURED_SGD_LINEAR_BAD_shares;
    }
    if (params->variances && !structured_sgd_linear_all_finite((size_t)blocks, params->variances)) {
        return STRUCTURED_SGD_LINEAR_BAD_variances;
    }
return STRUCTURED_SGD_LINEAR_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t structured_sgd_linear_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int structured_sgd_linear_general(int K, int M, int blocks, const structured_sgd_linear_params *params)
{
    int found = params->eta_0 != 0.0;

    (void)K;
    (void)M;
    (void)blocks;
    if (params->cov) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                found |= params->cov[n*M + m] != 0.0;
            }
        }
    }
    return found;
}


/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double structured_sgd_linear_rhs_work(int K, int M, int blocks, const structured_sgd_linear_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K*S + 1.0*blocks*K*S;
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M;
    }
    if (isfinite(params->V)) {
        size += 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static STRUCTURED_SGD_LINEAR_SIZED void structured_sgd_linear_rhs_arrays(int K, int M, int blocks, const structured_sgd_linear_params *params, const double *STRUCTURED_SGD_LINEAR_RESTRICT state,
                                 double *STRUCTURED_SGD_LINEAR_RESTRICT dstate, double *STRUCTURED_SGD_LINEAR_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    int general = structured_sgd_linear_general(K, M, blocks, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)blocks*(size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *J2 = C + (size_t)S*(size_t)S;
    double *mc0 = J2 + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *s0 = G0 + (size_t)S*(size_t)S;
    double *W = s0 + (size_t)K;
    double *A = W + (size_t)K*(size_t)S;
    double *L0 = A + (size_t)blocks*(size_t)K*(size_t)S;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *E = kappa + with_V_kurtosis*(size_t)M;

    (void)w0;
    (void)with_V_kurtosis;
    (void)with_V;
    (void)kurtosis;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : 0.0;
        }
    }
    for (int n = 0; n < blocks; ++n) {
        variances[n] = params->variances ? params->variances[n] : 1.0;
    }
    /* Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]] */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + structured_sgd_linear_packed(K, k, l)]*variances[h];
                Cb[(h*S + l)*S + k] = Cb[(h*S + k)*S + l];
            }
        }
    }
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                Cb[(h*S + k)*S + K + n] = R[(h*K + k)*M + n]*variances[h];
                Cb[(h*S + K + n)*S + k] = Cb[(h*S + k)*S + K + n];
            }
        }
    }
    for (int h = 0; h < blocks; ++h) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                Cb[(h*S + K + n)*S + K + m] = T[(h*M + n)*M + m]*variances[h];
                Cb[(h*S + K + m)*S + K + n] = Cb[(h*S + K + n)*S + K + m];
            }
        }
    }
    /* C: covariance of the fields: sum over blocks */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + l]);
            }
            C[k*S + l] = sum1;
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[l*S + k] = C[k*S + l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + K + n]);
            }
            C[k*S + K + n] = sum1;
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                double sum2 = 0.0;
                for (int h = 0; h < blocks; ++h) {
                    sum2 += (Cb[(h*S + K + n)*S + K + m]);
                }
                C[(K + n)*S + K + m] = sum2;
            }
        }
    }
    /* J2: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2[k*S + j] = 1.0;
            J2[j*S + k] = J2[k*S + j];
        }
    }
    if (isfinite(params->V) && general && params->kurtosis) {
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
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = mc0[K + m]*mc0[K + n];
            }
        }
    }
    if (isfinite(params->V) && general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += cov[n*M + m];
            }
        }
    }
    if (general) {
        /* s0: partial sum Sum(G0[k, i]*I_g2g0[k, i], (i, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            s0[k] = 0.0;
        }
    }
    /* W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W[k*S + l] = -params->eta_J*G0[k*S + l]*J2[k*S + l];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                W[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0)*s0[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W[k*S + K + n] = -params->eta_J*G0[k*S + K + n]*J2[k*S + K + n];
        }
    }
    /* A: A[h, k, i] = <sum_s a_k^s z_hi^s>, steps against fields of block h */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                double sum1 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum1 += (Cb[(h*S + i)*S + j]*W[k*S + j]);
                }
                A[(h*K + k)*S + i] = sum1;
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*C[i*S + j]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
    }
    if (isfinite(params->V) && general && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (j > i ? 2.0 : 1.0) * (C[i*S + j]*L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
    }
    /* dR: dR/dalpha */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR[(h*K + k)*M + n] = -params->decay*params->eta_J*R[(h*K + k)*M + n] + A[(h*K + k)*S + K + n];
            }
        }
    }
    /* dQ: dQ/dalpha */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[h*(K*(K + 1)/2) + structured_sgd_linear_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[h*(K*(K + 1)/2) + structured_sgd_linear_packed(K, k, l)] + A[(h*K + k)*S + l] + A[(h*K + l)*S + k];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ[h*(K*(K + 1)/2) + structured_sgd_linear_packed(K, k, l)] += E[k*K + l]*shares[h]*variances[h];
                }
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = 0.0;
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (C[k*S + i]*mc0[i]);
            }
            dw0[k] += -params->eta_0 * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int structured_sgd_linear_checked_rhs(int K, int M, int blocks, const structured_sgd_linear_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = structured_sgd_linear_state_size(K, M, blocks);

    if (!structured_sgd_linear_all_finite(n, state)) {
        return STRUCTURED_SGD_LINEAR_NONFINITE;
    }
#ifdef STRUCTURED_SGD_LINEAR_K
    if (K == STRUCTURED_SGD_LINEAR_K && M == STRUCTURED_SGD_LINEAR_M) {
        structured_sgd_linear_rhs_arrays(STRUCTURED_SGD_LINEAR_K, STRUCTURED_SGD_LINEAR_M, blocks, params, state, dstate, work);
        return structured_sgd_linear_all_finite(n, dstate) ? STRUCTURED_SGD_LINEAR_OK : STRUCTURED_SGD_LINEAR_DOMAIN;
    }
#endif
    structured_sgd_linear_rhs_arrays(K, M, blocks, params, state, dstate, work);
    return structured_sgd_linear_all_finite(n, dstate) ? STRUCTURED_SGD_LINEAR_OK : STRUCTURED_SGD_LINEAR_DOMAIN;
}

int structured_sgd_linear_rhs(int K, int M, int blocks, const structured_sgd_linear_params *params, const double *state, double *dstate, double *work)
{
    const int status = structured_sgd_linear_checked(K, M, blocks, params);

    if (status != STRUCTURED_SGD_LINEAR_OK) {
        return status;
    }
    if (!structured_sgd_linear_counted(structured_sgd_linear_rhs_work(K, M, blocks, params))) {
        return STRUCTURED_SGD_LINEAR_TOO_LARGE;
    }
    return structured_sgd_linear_checked_rhs(K, M, blocks, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double structured_sgd_linear_eps_g_work(int K, int M, int blocks, const structured_sgd_linear_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void structured_sgd_linear_eps_g_arrays(int K, int M, int blocks, const structured_sgd_linear_params *params, const double *STRUCTURED_SGD_LINEAR_RESTRICT state,
                                 double *eps_g, double *STRUCTURED_SGD_LINEAR_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    int general = structured_sgd_linear_general(K, M, blocks, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *mc0 = C + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;

    (void)shares;
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
    for (int n = 0; n < blocks; ++n) {
        variances[n] = params->variances ? params->variances[n] : 1.0;
    }
    /* Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]] */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + structured_sgd_linear_packed(K, k, l)]*variances[h];
            }
        }
    }
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                Cb[(h*S + k)*S + K + n] = R[(h*K + k)*M + n]*variances[h];
            }
        }
    }
    for (int h = 0; h < blocks; ++h) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                Cb[(h*S + K + n)*S + K + m] = T[(h*M + n)*M + m]*variances[h];
            }
        }
    }
    /* C: covariance of the fields: sum over blocks */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + l]);
            }
            C[k*S + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + K + n]);
            }
            C[k*S + K + n] = sum1;
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + K + n)*S + K + m]);
            }
            C[(K + n)*S + K + m] = sum1;
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
                sum1 += (j > i ? 2.0 : 1.0) * (C[i*S + j]*G0[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
}

int structured_sgd_linear_eps_g(int K, int M, int blocks, const structured_sgd_linear_params *params, const double *state, double *eps_g, double *work)
{
    const int status = structured_sgd_linear_checked(K, M, blocks, params);

    if (status != STRUCTURED_SGD_LINEAR_OK) {
        return status;
    }
    if (!structured_sgd_linear_counted(structured_sgd_linear_eps_g_work(K, M, blocks, params))) {
        return STRUCTURED_SGD_LINEAR_TOO_LARGE;
    }
    if (!structured_sgd_linear_all_finite(structured_sgd_linear_state_size(K, M, blocks), state)) {
        return STRUCTURED_SGD_LINEAR_NONFINITE;
    }
    structured_sgd_linear_eps_g_arrays(K, M, blocks, params, state, eps_g, work);
    return isfinite(*eps_g) ? STRUCTURED_SGD_LINEAR_OK : STRUCTURED_SGD_LINEAR_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { STRUCTURED_SGD_LINEAR_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t structured_sgd_linear_ramped_size(int K, int M, int blocks)
{
    (void)K;
    (void)M;
    (void)blocks;
    return (size_t)blocks + (size_t)blocks;
}

size_t structured_sgd_linear_work_size(int K, int M, int blocks, const structured_sgd_linear_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || blocks < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, structured_sgd_linear_rhs_work(K, M, blocks, params));
    arrays = fmax(arrays, structured_sgd_linear_eps_g_work(K, M, blocks, params));
    return structured_sgd_linear_counted(STRUCTURED_SGD_LINEAR_VECTORS*((double)blocks*(double)K*(double)M + (double)blocks*(double)K*((double)K + 1)/2 + (double)K) + (double)structured_sgd_linear_ramped_size(K, M, blocks) + arrays);
}

/* At which share of a step each stage is. */
static const double structured_sgd_linear_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void structured_sgd_linear_between(int K, int M, int blocks, const structured_sgd_linear_params *params, const structured_sgd_linear_params *then, double share, double *ramped, structured_sgd_linear_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->noise = params->noise + share*(then->noise - params->noise);
    now->decay = params->decay + share*(then->decay - params->decay);
    for (size_t s = 0; s < (size_t)blocks; ++s) {
        ramped[s] = params->shares[s] + share*(then->shares[s] - params->shares[s]);
    }
    now->shares = ramped;
    ramped += (size_t)blocks;
    for (size_t s = 0; s < (size_t)blocks; ++s) {
        ramped[s] = params->variances[s] + share*(then->variances[s] - params->variances[s]);
    }
    now->variances = ramped;
    ramped += (size_t)blocks;
    (void)K;
    (void)M;
    (void)blocks;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int structured_sgd_linear_norms_negative(int K, int M, int blocks, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*structured_sgd_linear_state_size(K, M, blocks) + (size_t)blocks*(size_t)K*(size_t)M;
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                if (Q[(size_t)h*((size_t)K*((size_t)K + 1)/2) + (size_t)structured_sgd_linear_packed(K, k, k)] < 0.0) {
                    return 1;
                }
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void structured_sgd_linear_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void structured_sgd_linear_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void structured_sgd_linear_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double structured_sgd_linear_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int structured_sgd_linear_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int structured_sgd_linear_integrate_ramped(int K, int M, int blocks, const structured_sgd_linear_params *params, const structured_sgd_linear_params *then, const structured_sgd_linear_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, structured_sgd_linear_stats *stats, double *work)
{
    structured_sgd_linear_stats local = {0, 0, 0, 0.0};
    structured_sgd_linear_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    structured_sgd_linear_params between;
    const structured_sgd_linear_params *now = params;
    int status = structured_sgd_linear_checked(K, M, blocks, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return STRUCTURED_SGD_LINEAR_NULL_OPTIONS;
    }
    if (!state0) {
        return STRUCTURED_SGD_LINEAR_NULL_STATE;
    }
    if (!alphas) {
        return STRUCTURED_SGD_LINEAR_NULL_TIMES;
    }
    if (!states) {
        return STRUCTURED_SGD_LINEAR_NULL_RESULTS;
    }
    if (!work) {
        return STRUCTURED_SGD_LINEAR_NULL_WORK;
    }
    if (n < 1) {
        return STRUCTURED_SGD_LINEAR_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = structured_sgd_linear_state_size(K, M, blocks);
    if (status == STRUCTURED_SGD_LINEAR_OK && then) {
        status = structured_sgd_linear_checked(K, M, blocks, then);
        between = *params;
        now = &between;
    }
    if (status == STRUCTURED_SGD_LINEAR_OK && !structured_sgd_linear_work_size(K, M, blocks, params)) {
        return STRUCTURED_SGD_LINEAR_TOO_LARGE;
    }
    if (status == STRUCTURED_SGD_LINEAR_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = STRUCTURED_SGD_LINEAR_RTOL;
    }
    if (status == STRUCTURED_SGD_LINEAR_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = STRUCTURED_SGD_LINEAR_ATOL;
    }
    for (size_t s = 0; s < n && status == STRUCTURED_SGD_LINEAR_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = STRUCTURED_SGD_LINEAR_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == STRUCTURED_SGD_LINEAR_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = STRUCTURED_SGD_LINEAR_TIMES;
        }
    }
    if (status != STRUCTURED_SGD_LINEAR_OK) {
        return structured_sgd_linear_stop(status, 0, n, size, states);
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
    arrays = ramped + structured_sgd_linear_ramped_size(K, M, blocks);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = structured_sgd_linear_checked_rhs(K, M, blocks, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == STRUCTURED_SGD_LINEAR_OK && structured_sgd_linear_norms_negative(K, M, blocks, 1, y)) {
        status = STRUCTURED_SGD_LINEAR_NEGATIVE_NORM;
    }
    if (status != STRUCTURED_SGD_LINEAR_OK) {
        return structured_sgd_linear_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = structured_sgd_linear_norm(size, y, y, y, rtol, atol);
        const double scale_f = structured_sgd_linear_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? STRUCTURED_SGD_LINEAR_STEP_LIMIT : STRUCTURED_SGD_LINEAR_STEP_SIZE;

            return structured_sgd_linear_stop(status == STRUCTURED_SGD_LINEAR_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = STRUCTURED_SGD_LINEAR_OK;
        for (int stage = 1; stage < 7 && status == STRUCTURED_SGD_LINEAR_OK; ++stage) {
            structured_sgd_linear_stage(stage, size, h, y, k, y_new);
            if (then) {
                structured_sgd_linear_between(K, M, blocks, params, then, (alpha + structured_sgd_linear_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = structured_sgd_linear_checked_rhs(K, M, blocks, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != STRUCTURED_SGD_LINEAR_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        structured_sgd_linear_error(size, h, k, dense[4]);
        error = structured_sgd_linear_norm(size, dense[4], y, y_new, rtol, atol);
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
        structured_sgd_linear_bend(size, h, k, dense[4]);
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
        if (structured_sgd_linear_norms_negative(K, M, blocks, 1, y) || structured_sgd_linear_norms_negative(K, M, blocks, next - first, states + first*size)) {
            return structured_sgd_linear_stop(STRUCTURED_SGD_LINEAR_NEGATIVE_NORM, first, n, size, states);
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
    return STRUCTURED_SGD_LINEAR_OK;
}

int structured_sgd_linear_integrate(int K, int M, int blocks, const structured_sgd_linear_params *params, const structured_sgd_linear_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, structured_sgd_linear_stats *stats, double *work)
{
    return structured_sgd_linear_integrate_ramped(K, M, blocks, params, NULL, options, state0, n, alphas, states, stats, work);
}

int structured_sgd_linear_check(int version, size_t size)
{
    return version == STRUCTURED_SGD_LINEAR_ABI && size == sizeof(structured_sgd_linear_params) ? STRUCTURED_SGD_LINEAR_OK : STRUCTURED_SGD_LINEAR_LAYOUT;
}

const char *structured_sgd_linear_strerror(int status)
{
    switch (status) {
    case STRUCTURED_SGD_LINEAR_OK:
        return "ok";
    case STRUCTURED_SGD_LINEAR_BAD_K:
        return "K is less than 1";
    case STRUCTURED_SGD_LINEAR_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case STRUCTURED_SGD_LINEAR_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case STRUCTURED_SGD_LINEAR_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case STRUCTURED_SGD_LINEAR_STEP_LIMIT:
        return "step limit: max_steps reached";
    case STRUCTURED_SGD_LINEAR_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case STRUCTURED_SGD_LINEAR_NULL_PARAMS:
        return "params is NULL";
    case STRUCTURED_SGD_LINEAR_TIMES:
        return "the times (alphas) do not increase";
    case STRUCTURED_SGD_LINEAR_RTOL:
        return "rtol is negative or not finite";
    case STRUCTURED_SGD_LINEAR_ATOL:
        return "atol is not positive or not finite";
    case STRUCTURED_SGD_LINEAR_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case STRUCTURED_SGD_LINEAR_OBSERVABLE:
        return "the observable is none of this model";
    case STRUCTURED_SGD_LINEAR_RULE:
        return "the number of nodes (size) is that of no rule";
    case STRUCTURED_SGD_LINEAR_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case STRUCTURED_SGD_LINEAR_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case STRUCTURED_SGD_LINEAR_BAD_M:
        return "M is less than 1";
    case STRUCTURED_SGD_LINEAR_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case STRUCTURED_SGD_LINEAR_NO_TIMES:
        return "there are no times: n is 0";
    case STRUCTURED_SGD_LINEAR_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case STRUCTURED_SGD_LINEAR_NULL_OPTIONS:
        return "options is NULL";
    case STRUCTURED_SGD_LINEAR_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case STRUCTURED_SGD_LINEAR_NULL_TIMES:
        return "alphas is NULL";
    case STRUCTURED_SGD_LINEAR_NULL_RESULTS:
        return "where the results go is NULL";
    case STRUCTURED_SGD_LINEAR_NULL_WORK:
        return "work is NULL";
    case STRUCTURED_SGD_LINEAR_NULL_REQUEST:
        return "request is NULL";
    case STRUCTURED_SGD_LINEAR_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case STRUCTURED_SGD_LINEAR_BAD_blocks:
        return "blocks is less than 1";
    case STRUCTURED_SGD_LINEAR_BAD_eta_J:
        return "eta_J is negative or not finite";
    case STRUCTURED_SGD_LINEAR_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case STRUCTURED_SGD_LINEAR_BAD_noise:
        return "noise is negative or not finite";
    case STRUCTURED_SGD_LINEAR_BAD_decay:
        return "decay is negative or not finite";
    case STRUCTURED_SGD_LINEAR_BAD_V:
        return "V is not at least 1";
    case STRUCTURED_SGD_LINEAR_BAD_T:
        return "T has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_BAD_mean:
        return "mean has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_BAD_cov:
        return "cov has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_BAD_shares:
        return "shares has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_BAD_variances:
        return "variances has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_MISSING_T:
        return "T is NULL, and has to be given";
    case STRUCTURED_SGD_LINEAR_MISSING_shares:
        return "shares is NULL, and has to be given";
    case STRUCTURED_SGD_LINEAR_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
