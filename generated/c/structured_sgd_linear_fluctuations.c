/*
 * structured_sgd_linear_fluctuations.c - SGD on inputs whose covariance has several eigenvalues
 *
 * Emitted by orderode 0.1.0 from the system structured_sgd_linear_fluctuations, digest c1128b0cff904d58. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in structured_sgd_linear_fluctuations.h.
 */
#include "structured_sgd_linear_fluctuations.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RESTRICT
#else
#define STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RESTRICT restrict
#endif

void structured_sgd_linear_fluctuations_defaults(structured_sgd_linear_fluctuations_params *params)
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

size_t structured_sgd_linear_fluctuations_state_size(int K, int M, int blocks)
{
    return (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int structured_sgd_linear_fluctuations_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int structured_sgd_linear_fluctuations_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int structured_sgd_linear_fluctuations_checked(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params)
{
    if (K < 1) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_K;
    }
    if (M < 1) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_M;
    }
    if (blocks < 1) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_blocks;
    }
    if (!params) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_V;
    }
    if (!params->T) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_MISSING_T;
    }
    if (!structured_sgd_linear_fluctuations_all_finite((size_t)blocks*(size_t)M*(size_t)M, params->T)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_T;
    }
    if (params->mean && !structured_sgd_linear_fluctuations_all_finite((size_t)M, params->mean)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_mean;
    }
    if (params->cov && !structured_sgd_linear_fluctuations_all_finite((size_t)M*(size_t)M, params->cov)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_cov;
    }
    if (params->kurtosis && !structured_sgd_linear_fluctuations_all_finite((size_t)M, params->kurtosis)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_kurtosis;
    }
    if (!params->shares) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_MISSING_shares;
    }
    if (!structured_sgd_linear_fluctuations_all_finite((size_t)blocks, params->shares)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_shares;
    }
    if (params->variances && !structured_sgd_linear_fluctuations_all_finite((size_t)blocks, params->variances)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_variances;
    }
return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t structured_sgd_linear_fluctuations_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work diffusion needs; counted in double, which cannot wrap. */
static double structured_sgd_linear_fluctuations_diffusion_work(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*S*S + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S;
    size += 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*S*S + 1.0*S*S*S + 1.0*S*S*S*S + 1.0*K*S*K*S + 1.0*K*S*K;
    size += 1.0*blocks*K*S*K*S + 1.0*blocks*K*S*blocks*K*S + 1.0*blocks*K*S*K;
    if (isfinite(params->V)) {
        size += 1.0*S*S*S*S + 1.0*S*S*S*S + 1.0*S*S*S*S*S*S + 1.0*K*S*S*S + 1.0*S*S*S*S + 1.0*K*K*K*S*S*S + 1.0*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*K*K*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K*S*S*S + 1.0*K*S*S*S*S + 1.0*K*K*S*S*S*S + 1.0*K*K*K*S*S*S*S;
        size += 1.0*K*K*K*K*S*S*S*S + 1.0*K*K + 1.0*K*S*K*K + 1.0*K*K*K + 1.0*K*K*K*K + 1.0*blocks*K*S*K*K;
    }
    if (params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void structured_sgd_linear_fluctuations_diffusion_arrays(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params, const double *STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RESTRICT state,
double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const size_t with_kurtosis = params->kurtosis ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *I2 = C + (size_t)S*(size_t)S;
    double *I_g2g0 = I2 + (size_t)S*(size_t)S;
    double *J2 = I_g2g0 + (size_t)K*(size_t)S;
    double *base0 = J2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *W = G0 + (size_t)S*(size_t)S;
    double *dw0 = W + (size_t)K*(size_t)S;
    double *M2 = dw0 + (size_t)K;
    double *M3 = M2 + (size_t)S*(size_t)S;
    double *M4 = M3 + (size_t)S*(size_t)S*(size_t)S;
    double *WW = M4 + (size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *WY = WW + (size_t)K*(size_t)S*(size_t)K*(size_t)S;
    double *ZWb = WY + (size_t)K*(size_t)S*(size_t)K;
    double *ZZb = ZWb + (size_t)blocks*(size_t)K*(size_t)S*(size_t)K*(size_t)S;
    double *ZYb = ZZb + (size_t)blocks*(size_t)K*(size_t)S*(size_t)blocks*(size_t)K*(size_t)S;
    double *I4 = ZYb + (size_t)blocks*(size_t)K*(size_t)S*(size_t)K;
    double *I_g1g1g1g1 = I4 + with_V*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *I_g1g1g1g1g0g0 = I_g1g1g1g1 + with_V*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *I_g2g0g0g0 = I_g1g1g1g1g0g0 + with_V*(size_t)S*(size_t)S*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *I_g2g1g1g0 = I_g2g0g0g0 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *I_g2g1g1g0g0g0 = I_g2g1g1g0 + with_V*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *I_g2g2 = I_g2g1g1g0g0g0 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *I_g2g2g0g0 = I_g2g2 + with_V*(size_t)K*(size_t)K;
    double *I_g3g1 = I_g2g2g0g0 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *I_g3g1g0g0 = I_g3g1 + with_V*(size_t)K*(size_t)K;
    double *K2 = I_g3g1g0g0 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *K3 = K2 + with_V*(size_t)K*(size_t)S;
    double *K4 = K3 + with_V*(size_t)K*(size_t)S*(size_t)S;
    double *M5 = K4 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *M6 = M5 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *M7 = M6 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *M8 = M7 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *mS = M8 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *WS = mS + with_V*(size_t)K*(size_t)K;
    double *YS = WS + with_V*(size_t)K*(size_t)S*(size_t)K*(size_t)K;
    double *SS = YS + with_V*(size_t)K*(size_t)K*(size_t)K;
    double *ZSb = SS + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *kappa = ZSb + with_V*(size_t)blocks*(size_t)K*(size_t)S*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_V;
    (void)with_kurtosis;
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
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + structured_sgd_linear_fluctuations_packed(K, k, l)]*variances[h];
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
            C[l*S + k] = C[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + K + n]);
            }
            C[k*S + K + n] = sum1;
            C[(K + n)*S + k] = C[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + K + n)*S + K + m]);
            }
            C[(K + n)*S + K + m] = sum1;
            C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    if (isfinite(params->V)) {
        /* I4: <g'(z_i) g'(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                for (int r = 0; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        I4[((i*S + j)*S + r)*S + s] = C[r*S + s];
                        I4[((j*S + i)*S + r)*S + s] = I4[((i*S + j)*S + r)*S + s];
                        I4[((i*S + j)*S + s)*S + r] = I4[((i*S + j)*S + r)*S + s];
                        I4[((j*S + i)*S + s)*S + r] = I4[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
        /* I_g1g1g1g1: <g'(z_i) g'(z_j) g'(z_r) g'(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        I_g1g1g1g1[((i*S + j)*S + r)*S + s] = 1.0;
                        I_g1g1g1g1[((j*S + i)*S + r)*S + s] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((i*S + r)*S + j)*S + s] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((i*S + j)*S + s)*S + r] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((j*S + r)*S + i)*S + s] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((j*S + i)*S + s)*S + r] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((r*S + i)*S + j)*S + s] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((i*S + r)*S + s)*S + j] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((i*S + s)*S + j)*S + r] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((r*S + j)*S + i)*S + s] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((j*S + r)*S + s)*S + i] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((j*S + s)*S + i)*S + r] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((r*S + i)*S + s)*S + j] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((i*S + s)*S + r)*S + j] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((s*S + i)*S + j)*S + r] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((r*S + j)*S + s)*S + i] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((j*S + s)*S + r)*S + i] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((s*S + j)*S + i)*S + r] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((r*S + s)*S + i)*S + j] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((s*S + i)*S + r)*S + j] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((r*S + s)*S + j)*S + i] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((s*S + j)*S + r)*S + i] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((s*S + r)*S + i)*S + j] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                        I_g1g1g1g1[((s*S + r)*S + j)*S + i] = I_g1g1g1g1[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
        /* I_g1g1g1g1g0g0: <g'(z_i) g'(z_j) g'(z_r) g'(z_s) g(z_x) g(z_y)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        for (int x = 0; x < S; ++x) {
                            for (int y = x; y < S; ++y) {
                                I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + x)*S + y] = C[x*S + y];
                            }
                        }
                    }
                }
            }
        }
        for (int j = 0; j < S; ++j) {
            for (int r = j; r < S; ++r) {
                for (int s = r; s < S; ++s) {
                    for (int x = 0; x < S; ++x) {
                        for (int y = x; y < S; ++y) {
                            for (int i = 0; i < j + 1; ++i) {
                                I_g1g1g1g1g0g0[((((j*S + i)*S + r)*S + s)*S + x)*S + y] = I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + x)*S + y];
                            }
                        }
                    }
                }
            }
        }
        for (int r = 0; r < S; ++r) {
            for (int s = r; s < S; ++s) {
                for (int x = 0; x < S; ++x) {
                    for (int y = x; y < S; ++y) {
                        for (int i = 0; i < r + 1; ++i) {
                            for (int j = 0; j < r + 1; ++j) {
                                I_g1g1g1g1g0g0[((((r*S + j)*S + i)*S + s)*S + x)*S + y] = I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + x)*S + y];
                                I_g1g1g1g1g0g0[((((i*S + r)*S + j)*S + s)*S + x)*S + y] = I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + x)*S + y];
                            }
                        }
                    }
                }
            }
        }
        for (int s = 0; s < S; ++s) {
            for (int x = 0; x < S; ++x) {
                for (int y = x; y < S; ++y) {
                    for (int i = 0; i < s + 1; ++i) {
                        for (int j = 0; j < s + 1; ++j) {
                            for (int r = 0; r < s + 1; ++r) {
                                I_g1g1g1g1g0g0[((((s*S + j)*S + r)*S + i)*S + x)*S + y] = I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + x)*S + y];
                                I_g1g1g1g1g0g0[((((i*S + s)*S + r)*S + j)*S + x)*S + y] = I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + x)*S + y];
                                I_g1g1g1g1g0g0[((((i*S + j)*S + s)*S + r)*S + x)*S + y] = I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + x)*S + y];
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = 0; r < S; ++r) {
                    for (int s = 0; s < S; ++s) {
                        for (int y = 0; y < S; ++y) {
                            for (int x = 0; x < y + 1; ++x) {
                                I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + y)*S + x] = I_g1g1g1g1g0g0[((((i*S + j)*S + r)*S + s)*S + x)*S + y];
                            }
                        }
                    }
                }
            }
        }
    }
    /* I_g2g0: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0[k*S + i] = 0.0;
        }
    }
    if (isfinite(params->V)) {
        /* I_g2g0g0g0: <g''(z_k) g(z_i) g(z_j) g(z_r)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        I_g2g0g0g0[((k*S + i)*S + j)*S + r] = 0.0;
                        I_g2g0g0g0[((k*S + j)*S + i)*S + r] = I_g2g0g0g0[((k*S + i)*S + j)*S + r];
                        I_g2g0g0g0[((k*S + i)*S + r)*S + j] = I_g2g0g0g0[((k*S + i)*S + j)*S + r];
                        I_g2g0g0g0[((k*S + j)*S + r)*S + i] = I_g2g0g0g0[((k*S + i)*S + j)*S + r];
                        I_g2g0g0g0[((k*S + r)*S + i)*S + j] = I_g2g0g0g0[((k*S + i)*S + j)*S + r];
                        I_g2g0g0g0[((k*S + r)*S + j)*S + i] = I_g2g0g0g0[((k*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* I_g2g1g1g0: <g''(z_i) g'(z_j) g'(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    for (int s = 0; s < S; ++s) {
                        I_g2g1g1g0[((i*S + j)*S + r)*S + s] = 0.0;
                        I_g2g1g1g0[((i*S + r)*S + j)*S + s] = I_g2g1g1g0[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
        /* I_g2g1g1g0g0g0: <g''(z_k) g'(z_l) g'(z_a) g(z_i) g(z_j) g(z_r)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r] = 0.0;
                                I_g2g1g1g0g0g0[((((k*K + a)*K + l)*S + i)*S + j)*S + r] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + j)*S + i)*S + r] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + r)*S + j] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + a)*K + l)*S + j)*S + i)*S + r] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + a)*K + l)*S + i)*S + r)*S + j] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + j)*S + r)*S + i] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + r)*S + i)*S + j] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + a)*K + l)*S + j)*S + r)*S + i] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + a)*K + l)*S + r)*S + i)*S + j] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + r)*S + j)*S + i] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                                I_g2g1g1g0g0g0[((((k*K + a)*K + l)*S + r)*S + j)*S + i] = I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r];
                            }
                        }
                    }
                }
            }
        }
        /* I_g2g2: <g''(z_k) g''(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                I_g2g2[k*K + l] = 0.0;
                I_g2g2[l*K + k] = I_g2g2[k*K + l];
            }
        }
        /* I_g2g2g0g0: <g''(z_k) g''(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I_g2g2g0g0[((k*K + l)*S + i)*S + j] = 0.0;
                        I_g2g2g0g0[((l*K + k)*S + i)*S + j] = I_g2g2g0g0[((k*K + l)*S + i)*S + j];
                        I_g2g2g0g0[((k*K + l)*S + j)*S + i] = I_g2g2g0g0[((k*K + l)*S + i)*S + j];
                        I_g2g2g0g0[((l*K + k)*S + j)*S + i] = I_g2g2g0g0[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
        /* I_g3g1: <g'''(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                I_g3g1[k*K + l] = 0.0;
            }
        }
        /* I_g3g1g0g0: <g'''(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I_g3g1g0g0[((k*K + l)*S + i)*S + j] = 0.0;
                        I_g3g1g0g0[((k*K + l)*S + j)*S + i] = I_g3g1g0g0[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* J2: <g'(z_i) g'(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            J2[i*S + j] = 1.0;
            J2[j*S + i] = J2[i*S + j];
        }
    }
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
    if (params->kurtosis) {
        /* kappa: fourth cumulants of the task vector's components */
        for (int m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }
    /* mc0: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0[i] = base0[i];
    }
    for (int i = 0; i < S; ++i) {
        double sum1 = 0.0;
        for (int m = 0; m < M; ++m) {
            sum1 += (L0[i*M + m]*mean[m]);
        }
        mc0[i] += sum1;
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
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                }
            }
            G0[i*S + j] += sum1;
            G0[j*S + i] = G0[i*S + j];
        }
    }
    /* W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W[k*S + l] = -params->eta_J*G0[k*S + l]*J2[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0[k*S + i]*I_g2g0[k*S + i]);
            }
            W[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W[k*S + K + n] = -params->eta_J*G0[k*S + K + n]*J2[k*S + K + n];
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2[k*S + i]*mc0[i]);
        }
        dw0[k] = -params->eta_0 * sum1;
    }
    /* M2: <c_i c_j> over tasks and support sets */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            M2[i*S + j] = G0[i*S + j];
            M2[j*S + i] = M2[i*S + j];
        }
    }
    /* M3: <c_i c_j c_r> over tasks and support sets */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            for (int r = j; r < S; ++r) {
                M3[(i*S + j)*S + r] = G0[i*S + j]*mc0[r] + G0[i*S + r]*mc0[j] + G0[j*S + r]*mc0[i] - 2.0*mc0[i]*mc0[j]*mc0[r];
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
                    M4[((i*S + j)*S + r)*S + s] = G0[i*S + j]*G0[r*S + s] + G0[i*S + r]*G0[j*S + s] + G0[i*S + s]*G0[j*S + r] - 2.0*mc0[i]*mc0[j]*mc0[r]*mc0[s];
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
                            sum2 += (L0[i*M + p]*L0[j*M + p]*L0[r*M + p]*L0[s*M + p]*kappa[p]);
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
                K2[k*S + i] = M2[k*S + i] - mc0[i]*mc0[k];
            }
        }
        /* K3: cumulant of c_k c_i c_j */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    K3[(k*S + i)*S + j] = -K2[k*S + i]*mc0[j] - K2[k*S + j]*mc0[i] - M2[i*S + j]*mc0[k] + M3[(k*S + i)*S + j];
                    K3[(k*S + j)*S + i] = K3[(k*S + i)*S + j];
                }
            }
        }
        /* K4: cumulant of c_k c_i c_j c_r */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        K4[((k*S + i)*S + j)*S + r] = -K2[k*S + i]*M2[j*S + r] - K2[k*S + j]*M2[i*S + r] - K2[k*S + r]*M2[i*S + j] - K3[(k*S + i)*S + j]*mc0[r] - K3[(k*S + i)*S + r]*mc0[j] - K3[(k*S + j)*S + r]*mc0[i] - M3[(i*S + j)*S + r]*mc0[k] + M4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + j)*S + i)*S + r] = K4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + i)*S + r)*S + j] = K4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + j)*S + r)*S + i] = K4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + r)*S + i)*S + j] = K4[((k*S + i)*S + j)*S + r];
                        K4[((k*S + r)*S + j)*S + i] = K4[((k*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* M5: <c_k c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            M5[(((k*S + i)*S + j)*S + r)*S + s] = K2[k*S + i]*M3[(j*S + r)*S + s] + K2[k*S + j]*M3[(i*S + r)*S + s] + K2[k*S + r]*M3[(i*S + j)*S + s] + K2[k*S + s]*M3[(i*S + j)*S + r] + K3[(k*S + i)*S + j]*M2[r*S + s] + K3[(k*S + i)*S + r]*M2[j*S + s] + K3[(k*S + i)*S + s]*M2[j*S + r] + K3[(k*S + j)*S + r]*M2[i*S + s] + K3[(k*S + j)*S + s]*M2[i*S + r] + K3[(k*S + r)*S + s]*M2[i*S + j] + K4[((k*S + i)*S + j)*S + r]*mc0[s] + K4[((k*S + i)*S + j)*S + s]*mc0[r] + K4[((k*S + i)*S + r)*S + s]*mc0[j] + K4[((k*S + j)*S + r)*S + s]*mc0[i] + M4[((i*S + j)*S + r)*S + s]*mc0[k];
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
        /* M6: <c_k c_l c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            for (int s = r; s < S; ++s) {
                                M6[((((k*K + l)*S + i)*S + j)*S + r)*S + s] = K2[k*S + i]*M4[((l*S + j)*S + r)*S + s] + K2[k*S + j]*M4[((l*S + i)*S + r)*S + s] + K2[k*S + l]*M4[((i*S + j)*S + r)*S + s] + K2[k*S + r]*M4[((l*S + i)*S + j)*S + s] + K2[k*S + s]*M4[((l*S + i)*S + j)*S + r] + K3[(k*S + i)*S + j]*M3[(l*S + r)*S + s] + K3[(k*S + i)*S + r]*M3[(l*S + j)*S + s] + K3[(k*S + i)*S + s]*M3[(l*S + j)*S + r] + K3[(k*S + j)*S + r]*M3[(l*S + i)*S + s] + K3[(k*S + j)*S + s]*M3[(l*S + i)*S + r] + K3[(k*S + l)*S + i]*M3[(j*S + r)*S + s] + K3[(k*S + l)*S + j]*M3[(i*S + r)*S + s] + K3[(k*S + l)*S + r]*M3[(i*S + j)*S + s] + K3[(k*S + l)*S + s]*M3[(i*S + j)*S + r] + K3[(k*S + r)*S + s]*M3[(l*S + i)*S + j] + K4[((k*S + i)*S + j)*S + r]*M2[l*S + s] + K4[((k*S + i)*S + j)*S + s]*M2[l*S + r] + K4[((k*S + i)*S + r)*S + s]*M2[l*S + j] + K4[((k*S + j)*S + r)*S + s]*M2[l*S + i] + K4[((k*S + l)*S + i)*S + j]*M2[r*S + s] + K4[((k*S + l)*S + i)*S + r]*M2[j*S + s] + K4[((k*S + l)*S + i)*S + s]*M2[j*S + r] + K4[((k*S + l)*S + j)*S + r]*M2[i*S + s] + K4[((k*S + l)*S + j)*S + s]*M2[i*S + r] + K4[((k*S + l)*S + r)*S + s]*M2[i*S + j] + M5[(((l*S + i)*S + j)*S + r)*S + s]*mc0[k];
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
        /* M7: <c_k c_l c_a c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                for (int s = r; s < S; ++s) {
                                    M7[(((((k*K + l)*K + a)*S + i)*S + j)*S + r)*S + s] = K2[a*S + k]*M5[(((l*S + i)*S + j)*S + r)*S + s] + K2[k*S + i]*M5[(((a*S + l)*S + j)*S + r)*S + s] + K2[k*S + j]*M5[(((a*S + l)*S + i)*S + r)*S + s] + K2[k*S + l]*M5[(((a*S + i)*S + j)*S + r)*S + s] + K2[k*S + r]*M5[(((a*S + l)*S + i)*S + j)*S + s] + K2[k*S + s]*M5[(((a*S + l)*S + i)*S + j)*S + r] + K3[(a*S + k)*S + i]*M4[((l*S + j)*S + r)*S + s] + K3[(a*S + k)*S + j]*M4[((l*S + i)*S + r)*S + s] + K3[(a*S + k)*S + l]*M4[((i*S + j)*S + r)*S + s] + K3[(a*S + k)*S + r]*M4[((l*S + i)*S + j)*S + s] + K3[(a*S + k)*S + s]*M4[((l*S + i)*S + j)*S + r] + K3[(k*S + i)*S + j]*M4[((l*S + a)*S + r)*S + s] + K3[(k*S + i)*S + r]*M4[((l*S + a)*S + j)*S + s] + K3[(k*S + i)*S + s]*M4[((l*S + a)*S + j)*S + r] + K3[(k*S + j)*S + r]*M4[((l*S + a)*S + i)*S + s] + K3[(k*S + j)*S + s]*M4[((l*S + a)*S + i)*S + r] + K3[(k*S + l)*S + i]*M4[((a*S + j)*S + r)*S + s] + K3[(k*S + l)*S + j]*M4[((a*S + i)*S + r)*S + s] + K3[(k*S + l)*S + r]*M4[((a*S + i)*S + j)*S + s] + K3[(k*S + l)*S + s]*M4[((a*S + i)*S + j)*S + r] + K3[(k*S + r)*S + s]*M4[((l*S + a)*S + i)*S + j] + K4[((a*S + k)*S + i)*S + j]*M3[(l*S + r)*S + s] + K4[((a*S + k)*S + i)*S + r]*M3[(l*S + j)*S + s] + K4[((a*S + k)*S + i)*S + s]*M3[(l*S + j)*S + r] + K4[((a*S + k)*S + j)*S + r]*M3[(l*S + i)*S + s] + K4[((a*S + k)*S + j)*S + s]*M3[(l*S + i)*S + r] + K4[((a*S + k)*S + l)*S + i]*M3[(j*S + r)*S + s] + K4[((a*S + k)*S + l)*S + j]*M3[(i*S + r)*S + s] + K4[((a*S + k)*S + l)*S + r]*M3[(i*S + j)*S + s] + K4[((a*S + k)*S + l)*S + s]*M3[(i*S + j)*S + r] + K4[((a*S + k)*S + r)*S + s]*M3[(l*S + i)*S + j] + K4[((k*S + i)*S + j)*S + r]*M3[(l*S + a)*S + s] + K4[((k*S + i)*S + j)*S + s]*M3[(l*S + a)*S + r] + K4[((k*S + i)*S + r)*S + s]*M3[(l*S + a)*S + j] + K4[((k*S + j)*S + r)*S + s]*M3[(l*S + a)*S + i] + K4[((k*S + l)*S + i)*S + j]*M3[(a*S + r)*S + s] + K4[((k*S + l)*S + i)*S + r]*M3[(a*S + j)*S + s] + K4[((k*S + l)*S + i)*S + s]*M3[(a*S + j)*S + r] + K4[((k*S + l)*S + j)*S + r]*M3[(a*S + i)*S + s] + K4[((k*S + l)*S + j)*S + s]*M3[(a*S + i)*S + r] + K4[((k*S + l)*S + r)*S + s]*M3[(a*S + i)*S + j] + M6[((((l*K + a)*S + i)*S + j)*S + r)*S + s]*mc0[k];
                                }
                            }
                        }
                    }
                }
            }
        }
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
        /* M8: <c_k c_l c_a c_b c_i c_j c_r c_s> over tasks and support sets, cumulants of more than 4 left out */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                for (int r = j; r < S; ++r) {
                                    for (int s = r; s < S; ++s) {
                                        M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s] = K2[a*S + k]*M6[((((l*K + b)*S + i)*S + j)*S + r)*S + s] + K2[b*S + k]*M6[((((l*K + a)*S + i)*S + j)*S + r)*S + s] + K2[k*S + i]*M6[((((a*K + b)*S + l)*S + j)*S + r)*S + s] + K2[k*S + j]*M6[((((a*K + b)*S + l)*S + i)*S + r)*S + s] + K2[k*S + l]*M6[((((a*K + b)*S + i)*S + j)*S + r)*S + s] + K2[k*S + r]*M6[((((a*K + b)*S + l)*S + i)*S + j)*S + s] + K2[k*S + s]*M6[((((a*K + b)*S + l)*S + i)*S + j)*S + r] + K3[(a*S + k)*S + b]*M5[(((l*S + i)*S + j)*S + r)*S + s] + K3[(a*S + k)*S + i]*M5[(((b*S + l)*S + j)*S + r)*S + s] + K3[(a*S + k)*S + j]*M5[(((b*S + l)*S + i)*S + r)*S + s] + K3[(a*S + k)*S + l]*M5[(((b*S + i)*S + j)*S + r)*S + s] + K3[(a*S + k)*S + r]*M5[(((b*S + l)*S + i)*S + j)*S + s] + K3[(a*S + k)*S + s]*M5[(((b*S + l)*S + i)*S + j)*S + r] + K3[(b*S + k)*S + i]*M5[(((a*S + l)*S + j)*S + r)*S + s] + K3[(b*S + k)*S + j]*M5[(((a*S + l)*S + i)*S + r)*S + s] + K3[(b*S + k)*S + l]*M5[(((a*S + i)*S + j)*S + r)*S + s] + K3[(b*S + k)*S + r]*M5[(((a*S + l)*S + i)*S + j)*S + s] + K3[(b*S + k)*S + s]*M5[(((a*S + l)*S + i)*S + j)*S + r] + K3[(k*S + i)*S + j]*M5[(((a*S + l)*S + b)*S + r)*S + s] + K3[(k*S + i)*S + r]*M5[(((a*S + l)*S + b)*S + j)*S + s] + K3[(k*S + i)*S + s]*M5[(((a*S + l)*S + b)*S + j)*S + r] + K3[(k*S + j)*S + r]*M5[(((a*S + l)*S + b)*S + i)*S + s] + K3[(k*S + j)*S + s]*M5[(((a*S + l)*S + b)*S + i)*S + r] + K3[(k*S + l)*S + i]*M5[(((a*S + b)*S + j)*S + r)*S + s] + K3[(k*S + l)*S + j]*M5[(((a*S + b)*S + i)*S + r)*S + s] + K3[(k*S + l)*S + r]*M5[(((a*S + b)*S + i)*S + j)*S + s] + K3[(k*S + l)*S + s]*M5[(((a*S + b)*S + i)*S + j)*S + r] + K3[(k*S + r)*S + s]*M5[(((a*S + l)*S + b)*S + i)*S + j] + K4[((a*S + k)*S + b)*S + i]*M4[((l*S + j)*S + r)*S + s] + K4[((a*S + k)*S + b)*S + j]*M4[((l*S + i)*S + r)*S + s] + K4[((a*S + k)*S + b)*S + r]*M4[((l*S + i)*S + j)*S + s] + K4[((a*S + k)*S + b)*S + s]*M4[((l*S + i)*S + j)*S + r] + K4[((a*S + k)*S + i)*S + j]*M4[((l*S + b)*S + r)*S + s] + K4[((a*S + k)*S + i)*S + r]*M4[((l*S + b)*S + j)*S + s] + K4[((a*S + k)*S + i)*S + s]*M4[((l*S + b)*S + j)*S + r] + K4[((a*S + k)*S + j)*S + r]*M4[((l*S + b)*S + i)*S + s] + K4[((a*S + k)*S + j)*S + s]*M4[((l*S + b)*S + i)*S + r] + K4[((a*S + k)*S + l)*S + b]*M4[((i*S + j)*S + r)*S + s] + K4[((a*S + k)*S + l)*S + i]*M4[((b*S + j)*S + r)*S + s] + K4[((a*S + k)*S + l)*S + j]*M4[((b*S + i)*S + r)*S + s] + K4[((a*S + k)*S + l)*S + r]*M4[((b*S + i)*S + j)*S + s] + K4[((a*S + k)*S + l)*S + s]*M4[((b*S + i)*S + j)*S + r] + K4[((a*S + k)*S + r)*S + s]*M4[((l*S + b)*S + i)*S + j] + K4[((b*S + k)*S + i)*S + j]*M4[((l*S + a)*S + r)*S + s] + K4[((b*S + k)*S + i)*S + r]*M4[((l*S + a)*S + j)*S + s] + K4[((b*S + k)*S + i)*S + s]*M4[((l*S + a)*S + j)*S + r] + K4[((b*S + k)*S + j)*S + r]*M4[((l*S + a)*S + i)*S + s] + K4[((b*S + k)*S + j)*S + s]*M4[((l*S + a)*S + i)*S + r] + K4[((b*S + k)*S + l)*S + i]*M4[((a*S + j)*S + r)*S + s] + K4[((b*S + k)*S + l)*S + j]*M4[((a*S + i)*S + r)*S + s] + K4[((b*S + k)*S + l)*S + r]*M4[((a*S + i)*S + j)*S + s] + K4[((b*S + k)*S + l)*S + s]*M4[((a*S + i)*S + j)*S + r] + K4[((b*S + k)*S + r)*S + s]*M4[((l*S + a)*S + i)*S + j] + K4[((k*S + i)*S + j)*S + r]*M4[((l*S + a)*S + b)*S + s] + K4[((k*S + i)*S + j)*S + s]*M4[((l*S + a)*S + b)*S + r] + K4[((k*S + i)*S + r)*S + s]*M4[((l*S + a)*S + b)*S + j] + K4[((k*S + j)*S + r)*S + s]*M4[((l*S + a)*S + b)*S + i] + K4[((k*S + l)*S + i)*S + j]*M4[((a*S + b)*S + r)*S + s] + K4[((k*S + l)*S + i)*S + r]*M4[((a*S + b)*S + j)*S + s] + K4[((k*S + l)*S + i)*S + s]*M4[((a*S + b)*S + j)*S + r] + K4[((k*S + l)*S + j)*S + r]*M4[((a*S + b)*S + i)*S + s] + K4[((k*S + l)*S + j)*S + s]*M4[((a*S + b)*S + i)*S + r] + K4[((k*S + l)*S + r)*S + s]*M4[((a*S + b)*S + i)*S + j] + M7[(((((l*K + a)*K + b)*S + i)*S + j)*S + r)*S + s]*mc0[k];
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
                mS[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*S + l]*M2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4[((k*S + l)*S + i)*S + j]*M4[((k*S + l)*S + i)*S + j]);
                    }
                }
                mS[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
    }
    /* WW: covariance of sum_s a_k^s, by z_i^s, and sum_s a_l^s, by z_j^s, in one step */
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                for (int b = 0; b < K; ++b) {
                    WW[((k*S + a)*K + l)*S + b] = (params->eta_J*params->eta_J)*J2[k*S + a]*J2[l*S + b]*M4[((k*S + a)*S + l)*S + b] - W[k*S + a]*W[l*S + b];
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                for (int b = 0; b < K; ++b) {
                    double sum1 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            sum1 += (I_g2g0[k*S + i]*I_g2g0[l*S + j]*M4[((k*S + l)*S + i)*S + j]);
                        }
                    }
                    WW[((k*S + a)*K + l)*S + b] += (params->eta_J*params->eta_J)*(a == k ? 1.0 : 0.0)*(b == l ? 1.0 : 0.0) * sum1;
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                for (int b = 0; b < K; ++b) {
                    double sum1 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        sum1 += (I_g2g0[k*S + i]*M4[((k*S + l)*S + b)*S + i]);
                    }
                    WW[((k*S + a)*K + l)*S + b] += (params->eta_J*params->eta_J)*(a == k ? 1.0 : 0.0)*J2[l*S + b] * sum1;
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                for (int b = 0; b < K; ++b) {
                    double sum1 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum1 += (I_g2g0[l*S + j]*M4[((k*S + a)*S + l)*S + j]);
                    }
                    WW[((k*S + a)*K + l)*S + b] += (params->eta_J*params->eta_J)*(b == l ? 1.0 : 0.0)*J2[k*S + a] * sum1;
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    for (int b = 0; b < K; ++b) {
                        WW[((k*S + a)*K + l)*S + b] += (params->eta_J*params->eta_J)*(params->noise*params->noise)*(a == k ? 1.0 : 0.0)*(b == k ? 1.0 : 0.0)*I_g3g1[k*K + l]*M2[k*S + l]/params->V + (params->eta_J*params->eta_J)*(params->noise*params->noise)*(a == k ? 1.0 : 0.0)*(b == l ? 1.0 : 0.0)*I_g2g2[k*K + l]*M2[k*S + l]/params->V + (params->eta_J*params->eta_J)*(params->noise*params->noise)*(a == l ? 1.0 : 0.0)*(b == k ? 1.0 : 0.0)*I_g2g2[k*K + l]*M2[k*S + l]/params->V + (params->eta_J*params->eta_J)*(params->noise*params->noise)*(a == l ? 1.0 : 0.0)*(b == l ? 1.0 : 0.0)*I_g3g1[l*K + k]*M2[k*S + l]/params->V + 2.0*(params->eta_J*params->eta_J)*I_g1g1g1g1[((k*S + a)*S + l)*S + b]*M4[((k*S + a)*S + l)*S + b]/params->V - (params->eta_J*params->eta_J)*J2[k*S + a]*J2[l*S + b]*M4[((k*S + a)*S + l)*S + b]/params->V;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    for (int b = 0; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = 0; j < S; ++j) {
                                sum2 += (((a == k ? 1.0 : 0.0)*(b == k ? 1.0 : 0.0)*I_g3g1g0g0[((k*K + l)*S + i)*S + j] - (a == k ? 1.0 : 0.0)*(b == l ? 1.0 : 0.0)*I_g2g0[k*S + i]*I_g2g0[l*S + j] + (a == k ? 1.0 : 0.0)*(b == l ? 1.0 : 0.0)*I_g2g2g0g0[((k*K + l)*S + i)*S + j] + (a == l ? 1.0 : 0.0)*(b == k ? 1.0 : 0.0)*I_g2g2g0g0[((k*K + l)*S + i)*S + j] + (a == l ? 1.0 : 0.0)*(b == l ? 1.0 : 0.0)*I_g3g1g0g0[((l*K + k)*S + i)*S + j])*M4[((k*S + l)*S + i)*S + j]);
                            }
                        }
                        WW[((k*S + a)*K + l)*S + b] += (params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    for (int b = 0; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += ((a == b ? 1.0 : 0.0)*I_g2g1g1g0[((a*S + k)*S + l)*S + i]*M4[((k*S + a)*S + l)*S + i] - (a == k ? 1.0 : 0.0)*I_g2g0[k*S + i]*J2[l*S + b]*M4[((k*S + l)*S + b)*S + i] + (a == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + l)*S + b)*S + i]*M4[((k*S + l)*S + b)*S + i] + (a == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + b)*S + i]*M4[((k*S + l)*S + b)*S + i] + (b == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + a)*S + l)*S + i]*M4[((k*S + a)*S + l)*S + i] + (b == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + a)*S + i]*M4[((k*S + a)*S + l)*S + i]);
                        }
                        WW[((k*S + a)*K + l)*S + b] += (params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    for (int b = 0; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            sum2 += ((a == b ? 1.0 : 0.0)*I_g2g1g1g0[((a*S + k)*S + l)*S + j]*M4[((k*S + a)*S + l)*S + j] + (a == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + l)*S + b)*S + j]*M4[((k*S + l)*S + b)*S + j] + (a == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + b)*S + j]*M4[((k*S + l)*S + b)*S + j] + (b == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + a)*S + l)*S + j]*M4[((k*S + a)*S + l)*S + j] - (b == l ? 1.0 : 0.0)*I_g2g0[l*S + j]*J2[k*S + a]*M4[((k*S + a)*S + l)*S + j] + (b == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + a)*S + j]*M4[((k*S + a)*S + l)*S + j]);
                        }
                        WW[((k*S + a)*K + l)*S + b] += (params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    WW[((k*S + a)*K + l)*S + K + n] = (params->eta_J*params->eta_J)*J2[k*S + a]*J2[l*S + K + n]*M4[((k*S + a)*S + l)*S + K + n] - W[k*S + a]*W[l*S + K + n];
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    double sum1 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        sum1 += (I_g2g0[k*S + i]*M4[((k*S + l)*S + K + n)*S + i]);
                    }
                    WW[((k*S + a)*K + l)*S + K + n] += (params->eta_J*params->eta_J)*(a == k ? 1.0 : 0.0)*J2[l*S + K + n] * sum1;
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        WW[((k*S + a)*K + l)*S + K + n] += 2.0*(params->eta_J*params->eta_J)*I_g1g1g1g1[((k*S + a)*S + l)*S + K + n]*M4[((k*S + a)*S + l)*S + K + n]/params->V - (params->eta_J*params->eta_J)*J2[k*S + a]*J2[l*S + K + n]*M4[((k*S + a)*S + l)*S + K + n]/params->V;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += ((-(a == k ? 1.0 : 0.0)*I_g2g0[k*S + i]*J2[l*S + K + n] + (a == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + l)*S + K + n)*S + i] + (a == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + K + n)*S + i])*M4[((k*S + l)*S + K + n)*S + i]);
                        }
                        WW[((k*S + a)*K + l)*S + K + n] += (params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            sum2 += (((a == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + l)*S + K + n)*S + j] + (a == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + K + n)*S + j])*M4[((k*S + l)*S + K + n)*S + j]);
                        }
                        WW[((k*S + a)*K + l)*S + K + n] += (params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    WW[((k*S + K + n)*K + l)*S + a] = (params->eta_J*params->eta_J)*J2[k*S + K + n]*J2[l*S + a]*M4[((k*S + K + n)*S + l)*S + a] - W[k*S + K + n]*W[l*S + a];
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    double sum1 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum1 += (I_g2g0[l*S + j]*M4[((k*S + K + n)*S + l)*S + j]);
                    }
                    WW[((k*S + K + n)*K + l)*S + a] += (params->eta_J*params->eta_J)*(a == l ? 1.0 : 0.0)*J2[k*S + K + n] * sum1;
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        WW[((k*S + K + n)*K + l)*S + a] += 2.0*(params->eta_J*params->eta_J)*I_g1g1g1g1[((k*S + K + n)*S + l)*S + a]*M4[((k*S + K + n)*S + l)*S + a]/params->V - (params->eta_J*params->eta_J)*J2[k*S + K + n]*J2[l*S + a]*M4[((k*S + K + n)*S + l)*S + a]/params->V;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += (((a == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + K + n)*S + l)*S + i] + (a == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + K + n)*S + i])*M4[((k*S + K + n)*S + l)*S + i]);
                        }
                        WW[((k*S + K + n)*K + l)*S + a] += (params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            sum2 += (((a == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + K + n)*S + l)*S + j] - (a == l ? 1.0 : 0.0)*I_g2g0[l*S + j]*J2[k*S + K + n] + (a == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + K + n)*S + j])*M4[((k*S + K + n)*S + l)*S + j]);
                        }
                        WW[((k*S + K + n)*K + l)*S + a] += (params->eta_J*params->eta_J)/params->V * sum2;
                    }
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                for (int m = 0; m < M; ++m) {
                    WW[((k*S + K + n)*K + l)*S + K + m] = (params->eta_J*params->eta_J)*J2[k*S + K + n]*J2[l*S + K + m]*M4[((k*S + K + n)*S + l)*S + K + m] - W[k*S + K + n]*W[l*S + K + m];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int m = 0; m < M; ++m) {
                        WW[((k*S + K + n)*K + l)*S + K + m] += 2.0*(params->eta_J*params->eta_J)*I_g1g1g1g1[((k*S + K + n)*S + l)*S + K + m]*M4[((k*S + K + n)*S + l)*S + K + m]/params->V - (params->eta_J*params->eta_J)*J2[k*S + K + n]*J2[l*S + K + m]*M4[((k*S + K + n)*S + l)*S + K + m]/params->V;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int m = 0; m < M; ++m) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += (I_g2g1g1g0[(((K + n)*S + k)*S + l)*S + i]*M4[((k*S + K + n)*S + l)*S + i]);
                        }
                        WW[((k*S + K + n)*K + l)*S + K + m] += (params->eta_J*params->eta_J)*(m == n ? 1.0 : 0.0)/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int m = 0; m < M; ++m) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            sum2 += (I_g2g1g1g0[(((K + n)*S + k)*S + l)*S + j]*M4[((k*S + K + n)*S + l)*S + j]);
                        }
                        WW[((k*S + K + n)*K + l)*S + K + m] += (params->eta_J*params->eta_J)*(m == n ? 1.0 : 0.0)/params->V * sum2;
                    }
                }
            }
        }
    }
    /* WY: covariance of sum_s a_k^s, by z_i^s, and N times the change of w0_l in one step */
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                WY[(k*S + a)*K + l] = -W[k*S + a]*dw0[l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                double sum1 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        sum1 += (I2[l*S + j]*I_g2g0[k*S + i]*M3[(k*S + i)*S + j]);
                    }
                }
                WY[(k*S + a)*K + l] += params->eta_0*params->eta_J*(a == k ? 1.0 : 0.0) * sum1;
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                double sum1 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum1 += (I2[l*S + j]*M3[(k*S + a)*S + j]);
                }
                WY[(k*S + a)*K + l] += params->eta_0*params->eta_J*J2[k*S + a] * sum1;
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    WY[(k*S + a)*K + l] += params->eta_0*params->eta_J*(params->noise*params->noise)*(a == k ? 1.0 : 0.0)*I_g2g0[k*S + l]*mc0[k]/params->V + params->eta_0*params->eta_J*(params->noise*params->noise)*(a == l ? 1.0 : 0.0)*J2[k*S + l]*mc0[k]/params->V;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum2 += ((-I2[l*S + j]*J2[k*S + a] + I4[((k*S + a)*S + l)*S + j])*M3[(k*S + a)*S + j]);
                    }
                    WY[(k*S + a)*K + l] += params->eta_0*params->eta_J/params->V * sum2;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            sum2 += ((-(a == k ? 1.0 : 0.0)*I2[l*S + j]*I_g2g0[k*S + i] + (a == k ? 1.0 : 0.0)*I_g2g0g0g0[((k*S + l)*S + i)*S + j] + (a == l ? 1.0 : 0.0)*I4[((k*S + l)*S + i)*S + j])*M3[(k*S + i)*S + j]);
                        }
                    }
                    WY[(k*S + a)*K + l] += params->eta_0*params->eta_J/params->V * sum2;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int a = 0; a < K; ++a) {
                for (int l = 0; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        sum2 += (I4[((k*S + a)*S + l)*S + i]*M3[(k*S + a)*S + i]);
                    }
                    WY[(k*S + a)*K + l] += params->eta_0*params->eta_J/params->V * sum2;
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                WY[(k*S + K + n)*K + l] = -W[k*S + K + n]*dw0[l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                double sum1 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum1 += (I2[l*S + j]*M3[(k*S + K + n)*S + j]);
                }
                WY[(k*S + K + n)*K + l] += params->eta_0*params->eta_J*J2[k*S + K + n] * sum1;
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum2 += ((-I2[l*S + j]*J2[k*S + K + n] + I4[((k*S + K + n)*S + l)*S + j])*M3[(k*S + K + n)*S + j]);
                    }
                    WY[(k*S + K + n)*K + l] += params->eta_0*params->eta_J/params->V * sum2;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        sum2 += (I4[((k*S + K + n)*S + l)*S + i]*M3[(k*S + K + n)*S + i]);
                    }
                    WY[(k*S + K + n)*K + l] += params->eta_0*params->eta_J/params->V * sum2;
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
                        sum2 += ((C[i*S + j]*C[k*S + l] + C[k*S + i]*C[l*S + j] + C[k*S + j]*C[l*S + i] - I2[k*S + i]*I2[l*S + j])*M2[i*S + j]);
                    }
                }
                Dww[k*K + l] += (params->eta_0*params->eta_0)/params->V * sum2;
            }
        }
        /* WS: covariance of sum_s a_k^s, by z_i^s, and sum_s a_l^s a_a^s in one step */
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        WS[((k*S + b)*K + l)*K + a] = -W[k*S + b]*mS[l*K + a] - (params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*S + b]*J2[l*S + a]*M4[((k*S + b)*S + l)*S + a]/params->V - 3.0*(params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)*I_g1g1g1g1[((k*S + b)*S + l)*S + a]*M4[((k*S + b)*S + l)*S + a]/(params->V*params->V) + (params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*S + b]*J2[l*S + a]*M4[((k*S + b)*S + l)*S + a]/(params->V*params->V);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = 0; j < S; ++j) {
                                for (int r = 0; r < S; ++r) {
                                    sum2 += ((-(a == b ? 1.0 : 0.0)*I_g2g1g1g0g0g0[((((a*K + k)*K + l)*S + i)*S + j)*S + r] + (b == k ? 1.0 : 0.0)*I4[((l*S + a)*S + j)*S + r]*I_g2g0[k*S + i] - (b == k ? 1.0 : 0.0)*I_g2g1g1g0g0g0[((((k*K + l)*K + a)*S + i)*S + j)*S + r] - (b == l ? 1.0 : 0.0)*I_g2g1g1g0g0g0[((((l*K + k)*K + a)*S + i)*S + j)*S + r])*M6[((((k*K + a)*S + l)*S + i)*S + j)*S + r]);
                                }
                            }
                        }
                        WS[((k*S + b)*K + l)*K + a] += (params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                sum2 += (r > j ? 2.0 : 1.0) * ((I4[((l*S + a)*S + j)*S + r]*J2[k*S + b] - I_g1g1g1g1g0g0[((((k*S + b)*S + l)*S + a)*S + j)*S + r])*M6[((((b*K + a)*S + k)*S + l)*S + j)*S + r]);
                            }
                        }
                        WS[((k*S + b)*K + l)*K + a] += (params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                sum2 += (j > i ? 2.0 : 1.0) * (I_g1g1g1g1g0g0[((((k*S + b)*S + l)*S + a)*S + i)*S + j]*M6[((((b*K + a)*S + k)*S + l)*S + i)*S + j]);
                            }
                        }
                        WS[((k*S + b)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int r = i; r < S; ++r) {
                                sum2 += (r > i ? 2.0 : 1.0) * (I_g1g1g1g1g0g0[((((k*S + b)*S + l)*S + a)*S + i)*S + r]*M6[((((b*K + a)*S + k)*S + l)*S + i)*S + r]);
                            }
                        }
                        WS[((k*S + b)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += ((-3.0*(a == b ? 1.0 : 0.0)*I_g2g1g1g0[((a*S + k)*S + l)*S + i] + (b == k ? 1.0 : 0.0)*I_g2g0[k*S + i]*J2[l*S + a] - 3.0*(b == k ? 1.0 : 0.0)*I_g2g1g1g0[((k*S + l)*S + a)*S + i] - 3.0*(b == l ? 1.0 : 0.0)*I_g2g1g1g0[((l*S + k)*S + a)*S + i])*M4[((k*S + l)*S + a)*S + i]);
                        }
                        WS[((k*S + b)*K + l)*K + a] += (params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = 0; j < S; ++j) {
                                for (int r = 0; r < S; ++r) {
                                    sum2 += (I4[((l*S + a)*S + j)*S + r]*I_g2g0[k*S + i]*M6[((((k*K + a)*S + l)*S + i)*S + j)*S + r]);
                                }
                            }
                        }
                        WS[((k*S + b)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)*(b == k ? 1.0 : 0.0)/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                sum2 += (r > j ? 2.0 : 1.0) * (I4[((l*S + a)*S + j)*S + r]*M6[((((b*K + a)*S + k)*S + l)*S + j)*S + r]);
                            }
                        }
                        WS[((k*S + b)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)*J2[k*S + b]/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int b = 0; b < K; ++b) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += (I_g2g0[k*S + i]*M4[((k*S + l)*S + a)*S + i]);
                        }
                        WS[((k*S + b)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)*(b == k ? 1.0 : 0.0)*J2[l*S + a]/params->V * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        WS[((k*S + K + n)*K + l)*K + a] = -W[k*S + K + n]*mS[l*K + a] - (params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*S + K + n]*J2[l*S + a]*M4[((k*S + K + n)*S + l)*S + a]/params->V - 3.0*(params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)*I_g1g1g1g1[((k*S + K + n)*S + l)*S + a]*M4[((k*S + K + n)*S + l)*S + a]/(params->V*params->V) + (params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*S + K + n]*J2[l*S + a]*M4[((k*S + K + n)*S + l)*S + a]/(params->V*params->V);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                sum2 += (r > j ? 2.0 : 1.0) * ((I4[((l*S + a)*S + j)*S + r]*J2[k*S + K + n] - I_g1g1g1g1g0g0[((((k*S + K + n)*S + l)*S + a)*S + j)*S + r])*M6[((((k*K + a)*S + K + n)*S + l)*S + j)*S + r]);
                            }
                        }
                        WS[((k*S + K + n)*K + l)*K + a] += (params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int j = i; j < S; ++j) {
                                sum2 += (j > i ? 2.0 : 1.0) * (I_g1g1g1g1g0g0[((((k*S + K + n)*S + l)*S + a)*S + i)*S + j]*M6[((((k*K + a)*S + K + n)*S + l)*S + i)*S + j]);
                            }
                        }
                        WS[((k*S + K + n)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            for (int r = i; r < S; ++r) {
                                sum2 += (r > i ? 2.0 : 1.0) * (I_g1g1g1g1g0g0[((((k*S + K + n)*S + l)*S + a)*S + i)*S + r]*M6[((((k*K + a)*S + K + n)*S + l)*S + i)*S + r]);
                            }
                        }
                        WS[((k*S + K + n)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                sum2 += (r > j ? 2.0 : 1.0) * (I4[((l*S + a)*S + j)*S + r]*M6[((((k*K + a)*S + K + n)*S + l)*S + j)*S + r]);
                            }
                        }
                        WS[((k*S + K + n)*K + l)*K + a] += -(params->eta_J*params->eta_J*params->eta_J)*J2[k*S + K + n]/params->V * sum2;
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
                                sum2 += ((-C[i*S + j]*C[k*S + r] - C[i*S + r]*C[k*S + j] - C[j*S + r]*C[k*S + i] + I2[k*S + i]*I4[((l*S + a)*S + j)*S + r])*M5[(((a*S + l)*S + i)*S + j)*S + r]);
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
                                sum2 += (I2[k*S + i]*I4[((l*S + a)*S + j)*S + r]*M5[(((a*S + l)*S + i)*S + j)*S + r]);
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
                        sum2 += ((I2[k*S + i]*J2[l*S + a] - 3.0*I4[((l*S + a)*S + k)*S + i])*M3[(l*S + a)*S + i]);
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
                    YS[(k*K + l)*K + a] += -params->eta_0*(params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[l*S + a]/params->V * sum2;
                }
            }
        }
        /* SS: covariance of sum_s a_k^s a_l^s and sum_s a_a^s a_b^s in one step */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = 0; b < K; ++b) {
                        SS[((k*K + l)*K + a)*K + b] = -mS[a*K + b]*mS[k*K + l] + (params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise*params->noise*params->noise)*J2[a*S + b]*J2[k*S + l]*M4[((k*S + l)*S + a)*S + b]/(params->V*params->V) + 3.0*(params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise*params->noise*params->noise)*I_g1g1g1g1[((k*S + l)*S + a)*S + b]*M4[((k*S + l)*S + a)*S + b]/(params->V*params->V*params->V) - (params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise*params->noise*params->noise)*J2[a*S + b]*J2[k*S + l]*M4[((k*S + l)*S + a)*S + b]/(params->V*params->V*params->V);
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
                                        sum2 += (j > i ? 2.0 : 1.0) * ((C[i*S + j]*C[r*S + s] + C[i*S + r]*C[j*S + s] + C[i*S + s]*C[j*S + r] - I4[((a*S + b)*S + r)*S + s]*I4[((k*S + l)*S + i)*S + j])*M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s]);
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
                                        sum2 += (j > i ? 2.0 : 1.0) * (I4[((a*S + b)*S + r)*S + s]*I4[((k*S + l)*S + i)*S + j]*M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s]);
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
                                sum2 += (j > i ? 2.0 : 1.0) * ((-I4[((a*S + b)*S + i)*S + j]*J2[k*S + l] - I4[((k*S + l)*S + i)*S + j]*J2[a*S + b] + 6.0*I_g1g1g1g1g0g0[((((k*S + l)*S + a)*S + b)*S + i)*S + j])*M6[((((a*K + b)*S + k)*S + l)*S + i)*S + j]);
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
                                sum2 += (j > i ? 2.0 : 1.0) * ((I4[((a*S + b)*S + i)*S + j]*J2[k*S + l] + I4[((k*S + l)*S + i)*S + j]*J2[a*S + b])*M6[((((a*K + b)*S + k)*S + l)*S + i)*S + j]);
                            }
                        }
                        SS[((k*K + l)*K + a)*K + b] += (params->eta_J*params->eta_J*params->eta_J*params->eta_J)*(params->noise*params->noise)/(params->V*params->V) * sum2;
                    }
                }
            }
        }
    }
    /* ZWb: covariance of sum_s a_k^s z_hi^s and sum_s a_l^s, by z_j^s, in one step */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    for (int j = 0; j < S; ++j) {
                        double sum1 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            sum1 += (Cb[(h*S + i)*S + r]*WW[((k*S + r)*K + l)*S + j]);
                        }
                        ZWb[(((h*K + k)*S + i)*K + l)*S + j] = sum1;
                    }
                }
            }
        }
    }
    /* ZZb: covariance of sum_s a_k^s z_hi^s and sum_s a_l^s z_oj^s in one step */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int o = 0; o < blocks; ++o) {
                    for (int l = 0; l < K; ++l) {
                        for (int j = 0; j < S; ++j) {
                            double sum1 = 0.0;
                            for (int r = 0; r < S; ++r) {
                                sum1 += (Cb[(o*S + j)*S + r]*ZWb[(((h*K + k)*S + i)*K + l)*S + r]);
                            }
                            ZZb[((((h*K + k)*S + i)*blocks + o)*K + l)*S + j] = sum1;
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    for (int o = 0; o < blocks; ++o) {
                        for (int l = 0; l < K; ++l) {
                            for (int j = 0; j < S; ++j) {
                                ZZb[((((h*K + k)*S + i)*blocks + o)*K + l)*S + j] += (h == o ? 1.0 : 0.0)*Cb[(h*S + i)*S + j]*mS[k*K + l];
                            }
                        }
                    }
                }
            }
        }
    }
    /* ZYb: covariance of sum_s a_k^s z_hi^s and N times the change of w0_l in one step */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    double sum1 = 0.0;
                    for (int r = 0; r < S; ++r) {
                        sum1 += (Cb[(h*S + i)*S + r]*WY[(k*S + r)*K + l]);
                    }
                    ZYb[((h*K + k)*S + i)*K + l] = sum1;
                }
            }
        }
    }
    if (isfinite(params->V)) {
        /* ZSb: covariance of sum_s a_k^s z_hi^s and sum_s a_l^s a_a^s in one step */
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = 0; a < K; ++a) {
                            double sum2 = 0.0;
                            for (int r = 0; r < S; ++r) {
                                sum2 += (Cb[(h*S + i)*S + r]*WS[((k*S + r)*K + l)*K + a]);
                            }
                            ZSb[(((h*K + k)*S + i)*K + l)*K + a] = sum2;
                        }
                    }
                }
            }
        }
    }
    /* DRR: covariance of N dR_hkn and N dR_olm in one step */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int o = 0; o < blocks; ++o) {
                    for (int l = 0; l < K; ++l) {
                        for (int m = 0; m < M; ++m) {
                            DRR[((((h*K + k)*M + n)*blocks + o)*K + l)*M + m] = ZZb[((((h*K + k)*S + K + n)*blocks + o)*K + l)*S + K + m];
                        }
                    }
                }
            }
        }
    }
    /* DRQ: covariance of N dR_hkn and N dQ_ola in one step */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int o = 0; o < blocks; ++o) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = 0; a < K; ++a) {
                            DRQ[((((h*K + k)*M + n)*blocks + o)*K + l)*K + a] = ZZb[((((h*K + k)*S + K + n)*blocks + o)*K + a)*S + l] + ZZb[((((h*K + k)*S + K + n)*blocks + o)*K + l)*S + a];
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    for (int o = 0; o < blocks; ++o) {
                        for (int l = 0; l < K; ++l) {
                            for (int a = 0; a < K; ++a) {
                                DRQ[((((h*K + k)*M + n)*blocks + o)*K + l)*K + a] += ZSb[(((h*K + k)*S + K + n)*K + l)*K + a]*shares[o]*variances[o];
                            }
                        }
                    }
                }
            }
        }
    }
    /* DRw: covariance of N dR_hkn and N dw0_l in one step */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                for (int l = 0; l < K; ++l) {
                    DRw[((h*K + k)*M + n)*K + l] = ZYb[((h*K + k)*S + K + n)*K + l];
                }
            }
        }
    }
    /* DQQ: covariance of N dQ_hkl and N dQ_oab in one step */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int o = 0; o < blocks; ++o) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = 0; b < K; ++b) {
                            DQQ[((((h*K + k)*K + l)*blocks + o)*K + a)*K + b] = ZZb[((((h*K + k)*S + l)*blocks + o)*K + a)*S + b] + ZZb[((((h*K + k)*S + l)*blocks + o)*K + b)*S + a] + ZZb[((((h*K + l)*S + k)*blocks + o)*K + a)*S + b] + ZZb[((((h*K + l)*S + k)*blocks + o)*K + b)*S + a];
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int o = 0; o < blocks; ++o) {
                        for (int a = 0; a < K; ++a) {
                            for (int b = 0; b < K; ++b) {
                                DQQ[((((h*K + k)*K + l)*blocks + o)*K + a)*K + b] += SS[((k*K + l)*K + a)*K + b]*shares[h]*shares[o]*variances[h]*variances[o] + ZSb[(((h*K + k)*S + l)*K + a)*K + b]*shares[o]*variances[o] + ZSb[(((h*K + l)*S + k)*K + a)*K + b]*shares[o]*variances[o] + ZSb[(((o*K + a)*S + b)*K + k)*K + l]*shares[h]*variances[h] + ZSb[(((o*K + b)*S + a)*K + k)*K + l]*shares[h]*variances[h];
                            }
                        }
                    }
                }
            }
        }
    }
    /* DQw: covariance of N dQ_hkl and N dw0_a in one step */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    DQw[((h*K + k)*K + l)*K + a] = ZYb[((h*K + k)*S + l)*K + a] + ZYb[((h*K + l)*S + k)*K + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        DQw[((h*K + k)*K + l)*K + a] += YS[(a*K + k)*K + l]*shares[h]*variances[h];
                    }
                }
            }
        }
    }
}

int structured_sgd_linear_fluctuations_diffusion(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params, const double *state, double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *work)
{
    const size_t S = (size_t)K + (size_t)M;
    const int status = structured_sgd_linear_fluctuations_checked(K, M, blocks, params);

    (void)S;
    if (status != STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK) {
        return status;
    }
    if (!structured_sgd_linear_fluctuations_counted(structured_sgd_linear_fluctuations_diffusion_work(K, M, blocks, params)) || !structured_sgd_linear_fluctuations_counted(1.0*blocks*K*M*blocks*K*M) || !structured_sgd_linear_fluctuations_counted(1.0*blocks*K*M*blocks*K*K) || !structured_sgd_linear_fluctuations_counted(1.0*blocks*K*M*K) || !structured_sgd_linear_fluctuations_counted(1.0*blocks*K*K*blocks*K*K) || !structured_sgd_linear_fluctuations_counted(1.0*blocks*K*K*K) || !structured_sgd_linear_fluctuations_counted(1.0*K*K)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_TOO_LARGE;
    }
    if (!structured_sgd_linear_fluctuations_all_finite(structured_sgd_linear_fluctuations_state_size(K, M, blocks), state)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NONFINITE;
    }
    structured_sgd_linear_fluctuations_diffusion_arrays(K, M, blocks, params, state, DRR, DRQ, DRw, DQQ, DQw, Dww, work);
    return structured_sgd_linear_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)M*(size_t)blocks*(size_t)K*(size_t)M, DRR) && structured_sgd_linear_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)M*(size_t)blocks*(size_t)K*(size_t)K, DRQ) && structured_sgd_linear_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)M*(size_t)K, DRw) && structured_sgd_linear_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)K*(size_t)blocks*(size_t)K*(size_t)K, DQQ) && structured_sgd_linear_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)K*(size_t)K, DQw) && structured_sgd_linear_fluctuations_all_finite((size_t)K*(size_t)K, Dww) ? STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK : STRUCTURED_SGD_LINEAR_FLUCTUATIONS_DOMAIN;
}

/* How many doubles of work tangent needs; counted in double, which cannot wrap. */
static double structured_sgd_linear_fluctuations_tangent_work(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*S*S + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S;
    size += 1.0*S*S + 1.0*K*S + 1.0*blocks*S*S + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S;
    size += 1.0*K*S + 1.0*blocks*K*S;
    if (isfinite(params->V)) {
        size += 1.0*S*S*S*S + 1.0*S*S*S*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void structured_sgd_linear_fluctuations_tangent_arrays(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params, const double *STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RESTRICT state,
                                 size_t count, const double *directions, double *results, double *STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *I2 = C + (size_t)S*(size_t)S;
    double *I_g2g0 = I2 + (size_t)S*(size_t)S;
    double *J2 = I_g2g0 + (size_t)K*(size_t)S;
    double *base0 = J2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *W = G0 + (size_t)S*(size_t)S;
    double *tCb = W + (size_t)K*(size_t)S;
    double *tC = tCb + (size_t)blocks*(size_t)S*(size_t)S;
    double *tI2 = tC + (size_t)S*(size_t)S;
    double *tbase0 = tI2 + (size_t)S*(size_t)S;
    double *tmc0 = tbase0 + (size_t)S;
    double *tG0 = tmc0 + (size_t)S;
    double *tW = tG0 + (size_t)S*(size_t)S;
    double *tA = tW + (size_t)K*(size_t)S;
    double *I4 = tA + (size_t)blocks*(size_t)K*(size_t)S;
    double *tI4 = I4 + with_V*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *tE = tI4 + with_V*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *kappa = tE + with_V*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_V;
    (void)with_V_kurtosis;
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
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + structured_sgd_linear_fluctuations_packed(K, k, l)]*variances[h];
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
            C[l*S + k] = C[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + K + n]);
            }
            C[k*S + K + n] = sum1;
            C[(K + n)*S + k] = C[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + K + n)*S + K + m]);
            }
            C[(K + n)*S + K + m] = sum1;
            C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    if (isfinite(params->V)) {
        /* I4: <g'(z_i) g'(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                for (int r = 0; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        I4[((i*S + j)*S + r)*S + s] = C[r*S + s];
                        I4[((j*S + i)*S + r)*S + s] = I4[((i*S + j)*S + r)*S + s];
                        I4[((i*S + j)*S + s)*S + r] = I4[((i*S + j)*S + r)*S + s];
                        I4[((j*S + i)*S + s)*S + r] = I4[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
    }
    /* I_g2g0: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0[k*S + i] = 0.0;
        }
    }
    /* J2: <g'(z_i) g'(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            J2[i*S + j] = 1.0;
            J2[j*S + i] = J2[i*S + j];
        }
    }
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
    if (isfinite(params->V) && params->kurtosis) {
        /* kappa: fourth cumulants of the task vector's components */
        for (int m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }
    /* mc0: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0[i] = base0[i];
    }
    for (int i = 0; i < S; ++i) {
        double sum1 = 0.0;
        for (int m = 0; m < M; ++m) {
            sum1 += (L0[i*M + m]*mean[m]);
        }
        mc0[i] += sum1;
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
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                }
            }
            G0[i*S + j] += sum1;
            G0[j*S + i] = G0[i*S + j];
        }
    }
    /* W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W[k*S + l] = -params->eta_J*G0[k*S + l]*J2[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0[k*S + i]*I_g2g0[k*S + i]);
            }
            W[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W[k*S + K + n] = -params->eta_J*G0[k*S + K + n]*J2[k*S + K + n];
        }
    }
    for (size_t row = 0; row < count; ++row) {
        const double *tR = directions + row*(overlaps + (size_t)K);
        const double *tQ = tR + (size_t)blocks*(size_t)K*(size_t)M;
        const double *tw0 = tR + overlaps;
        double *tdR = results + row*(overlaps + (size_t)K);
        double *tdQ = tdR + (size_t)blocks*(size_t)K*(size_t)M;
        double *tdw0 = tdR + overlaps;

        (void)tw0;
        /* tCb: derivative of Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]] */
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tCb[(h*S + k)*S + l] = tQ[h*(K*(K + 1)/2) + structured_sgd_linear_fluctuations_packed(K, k, l)]*variances[h];
                    tCb[(h*S + l)*S + k] = tCb[(h*S + k)*S + l];
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    tCb[(h*S + k)*S + K + n] = tR[(h*K + k)*M + n]*variances[h];
                    tCb[(h*S + K + n)*S + k] = tCb[(h*S + k)*S + K + n];
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    tCb[(h*S + K + n)*S + K + m] = 0.0;
                    tCb[(h*S + K + m)*S + K + n] = tCb[(h*S + K + n)*S + K + m];
                }
            }
        }
        /* tC: derivative of C: covariance of the fields: sum over blocks */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int h = 0; h < blocks; ++h) {
                    sum2 += (tCb[(h*S + k)*S + l]);
                }
                tC[k*S + l] = sum2;
                tC[l*S + k] = tC[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int h = 0; h < blocks; ++h) {
                    sum2 += (tCb[(h*S + k)*S + K + n]);
                }
                tC[k*S + K + n] = sum2;
                tC[(K + n)*S + k] = tC[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                double sum2 = 0.0;
                for (int h = 0; h < blocks; ++h) {
                    sum2 += (tCb[(h*S + K + n)*S + K + m]);
                }
                tC[(K + n)*S + K + m] = sum2;
                tC[(K + m)*S + K + n] = tC[(K + n)*S + K + m];
            }
        }
        /* tI2: derivative of I2: <g(z_i) g(z_j)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                tI2[i*S + j] = tC[i*S + j];
                tI2[j*S + i] = tI2[i*S + j];
            }
        }
        if (isfinite(params->V)) {
            /* tI4: derivative of I4: <g'(z_i) g'(z_j) g(z_r) g(z_s)> over the fields */
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = 0; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            tI4[((i*S + j)*S + r)*S + s] = tC[r*S + s];
                            tI4[((j*S + i)*S + r)*S + s] = tI4[((i*S + j)*S + r)*S + s];
                            tI4[((i*S + j)*S + s)*S + r] = tI4[((i*S + j)*S + r)*S + s];
                            tI4[((j*S + i)*S + s)*S + r] = tI4[((i*S + j)*S + r)*S + s];
                        }
                    }
                }
            }
        }
        /* tbase0: derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            tbase0[k] = tw0[k];
        }
        for (int n = 0; n < M; ++n) {
            tbase0[K + n] = 0.0;
        }
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
        /* tW: derivative of W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                tW[k*S + l] = -params->eta_J*J2[k*S + l]*tG0[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    sum2 += (I_g2g0[k*S + i]*tG0[k*S + i]);
                }
                tW[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0) * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                tW[k*S + K + n] = -params->eta_J*J2[k*S + K + n]*tG0[k*S + K + n];
            }
        }
        /* tA: derivative of A: A[h, k, i] = <sum_s a_k^s z_hi^s>, steps against fields of block h */
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum2 += (Cb[(h*S + i)*S + j]*tW[k*S + j] + W[k*S + j]*tCb[(h*S + i)*S + j]);
                    }
                    tA[(h*K + k)*S + i] = sum2;
                }
            }
        }
        if (isfinite(params->V)) {
            /* tE: derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tE[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*S + l]*tG0[k*S + l]/params->V;
                    tE[l*K + k] = tE[k*K + l];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum3 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            sum3 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*tI4[((k*S + l)*S + i)*S + j] + (G0[i*S + j]*tG0[k*S + l] + G0[k*S + i]*tG0[l*S + j] + G0[k*S + j]*tG0[l*S + i] + G0[k*S + l]*tG0[i*S + j] + G0[l*S + i]*tG0[k*S + j] + G0[l*S + j]*tG0[k*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*tmc0[l] - 2.0*mc0[i]*mc0[j]*mc0[l]*tmc0[k] - 2.0*mc0[i]*mc0[k]*mc0[l]*tmc0[j] - 2.0*mc0[j]*mc0[k]*mc0[l]*tmc0[i])*I4[((k*S + l)*S + i)*S + j]);
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
                                sum3 += (j > i ? 2.0 : 1.0) * (L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]*tI4[((k*S + l)*S + i)*S + j]);
                            }
                        }
                    }
                    tE[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum3;
                    tE[l*K + k] = tE[k*K + l];
                }
            }
        }
        /* tdR: derivative of dR: dR/dalpha */
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    tdR[(h*K + k)*M + n] = -params->decay*params->eta_J*tR[(h*K + k)*M + n] + tA[(h*K + k)*S + K + n];
                }
            }
        }
        /* tdQ: derivative of dQ: dQ/dalpha */
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tdQ[h*(K*(K + 1)/2) + structured_sgd_linear_fluctuations_packed(K, k, l)] = -2.0*params->decay*params->eta_J*tQ[h*(K*(K + 1)/2) + structured_sgd_linear_fluctuations_packed(K, k, l)] + tA[(h*K + k)*S + l] + tA[(h*K + l)*S + k];
                }
            }
        }
        if (isfinite(params->V)) {
            for (int h = 0; h < blocks; ++h) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        tdQ[h*(K*(K + 1)/2) + structured_sgd_linear_fluctuations_packed(K, k, l)] += shares[h]*tE[k*K + l]*variances[h];
                    }
                }
            }
        }
        /* tdw0: derivative of dw0: dw0/dalpha */
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (I2[k*S + i]*tmc0[i] + mc0[i]*tI2[k*S + i]);
            }
            tdw0[k] = -params->eta_0 * sum2;
        }
    }
}

int structured_sgd_linear_fluctuations_tangent(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work)
{
    const size_t n = structured_sgd_linear_fluctuations_state_size(K, M, blocks);
    const int status = structured_sgd_linear_fluctuations_checked(K, M, blocks, params);

    if (status != STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK) {
        return status;
    }
    if (!structured_sgd_linear_fluctuations_counted(structured_sgd_linear_fluctuations_tangent_work(K, M, blocks, params))) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_TOO_LARGE;
    }
    if (!structured_sgd_linear_fluctuations_all_finite(n, state) || !structured_sgd_linear_fluctuations_all_finite(count*n, directions)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NONFINITE;
    }
    structured_sgd_linear_fluctuations_tangent_arrays(K, M, blocks, params, state, count, directions, results, work);
    return structured_sgd_linear_fluctuations_all_finite(count*n, results) ? STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK : STRUCTURED_SGD_LINEAR_FLUCTUATIONS_DOMAIN;
}

/* How many doubles of work eps_g_tangent needs; counted in double, which cannot wrap. */
static double structured_sgd_linear_fluctuations_eps_g_tangent_work(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*blocks*S*S;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void structured_sgd_linear_fluctuations_eps_g_tangent_arrays(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params, const double *STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RESTRICT state,
                                 size_t count, const double *directions, double *results, double *STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *I2 = C + (size_t)S*(size_t)S;
    double *base0 = I2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *tCb = G0 + (size_t)S*(size_t)S;
    double *tC = tCb + (size_t)blocks*(size_t)S*(size_t)S;
    double *tI2 = tC + (size_t)S*(size_t)S;
    double *tbase0 = tI2 + (size_t)S*(size_t)S;
    double *tmc0 = tbase0 + (size_t)S;
    double *tG0 = tmc0 + (size_t)S;

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
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + structured_sgd_linear_fluctuations_packed(K, k, l)]*variances[h];
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
            C[l*S + k] = C[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + K + n]);
            }
            C[k*S + K + n] = sum1;
            C[(K + n)*S + k] = C[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + K + n)*S + K + m]);
            }
            C[(K + n)*S + K + m] = sum1;
            C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
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
    /* mc0: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0[i] = base0[i];
    }
    for (int i = 0; i < S; ++i) {
        double sum1 = 0.0;
        for (int m = 0; m < M; ++m) {
            sum1 += (L0[i*M + m]*mean[m]);
        }
        mc0[i] += sum1;
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
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                }
            }
            G0[i*S + j] += sum1;
            G0[j*S + i] = G0[i*S + j];
        }
    }
    for (size_t row = 0; row < count; ++row) {
        const double *tR = directions + row*(overlaps + (size_t)K);
        const double *tQ = tR + (size_t)blocks*(size_t)K*(size_t)M;
        const double *tw0 = tR + overlaps;
        double *teps_g = results + row;

        (void)tw0;
        /* tCb: derivative of Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]] */
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tCb[(h*S + k)*S + l] = tQ[h*(K*(K + 1)/2) + structured_sgd_linear_fluctuations_packed(K, k, l)]*variances[h];
                    tCb[(h*S + l)*S + k] = tCb[(h*S + k)*S + l];
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    tCb[(h*S + k)*S + K + n] = tR[(h*K + k)*M + n]*variances[h];
                    tCb[(h*S + K + n)*S + k] = tCb[(h*S + k)*S + K + n];
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    tCb[(h*S + K + n)*S + K + m] = 0.0;
                    tCb[(h*S + K + m)*S + K + n] = tCb[(h*S + K + n)*S + K + m];
                }
            }
        }
        /* tC: derivative of C: covariance of the fields: sum over blocks */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int h = 0; h < blocks; ++h) {
                    sum2 += (tCb[(h*S + k)*S + l]);
                }
                tC[k*S + l] = sum2;
                tC[l*S + k] = tC[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int h = 0; h < blocks; ++h) {
                    sum2 += (tCb[(h*S + k)*S + K + n]);
                }
                tC[k*S + K + n] = sum2;
                tC[(K + n)*S + k] = tC[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                double sum2 = 0.0;
                for (int h = 0; h < blocks; ++h) {
                    sum2 += (tCb[(h*S + K + n)*S + K + m]);
                }
                tC[(K + n)*S + K + m] = sum2;
                tC[(K + m)*S + K + n] = tC[(K + n)*S + K + m];
            }
        }
        /* tI2: derivative of I2: <g(z_i) g(z_j)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                tI2[i*S + j] = tC[i*S + j];
                tI2[j*S + i] = tI2[i*S + j];
            }
        }
        /* tbase0: derivative of base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            tbase0[k] = tw0[k];
        }
        for (int n = 0; n < M; ++n) {
            tbase0[K + n] = 0.0;
        }
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
        /* teps_g: derivative of eps_g: loss on fresh data */
        {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    sum2 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*tI2[i*S + j] + I2[i*S + j]*tG0[i*S + j]);
                }
            }
            *teps_g = 0.5 * sum2;
        }
    }
}

int structured_sgd_linear_fluctuations_eps_g_tangent(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work)
{
    const size_t n = structured_sgd_linear_fluctuations_state_size(K, M, blocks);
    const int status = structured_sgd_linear_fluctuations_checked(K, M, blocks, params);

    if (status != STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK) {
        return status;
    }
    if (!structured_sgd_linear_fluctuations_counted(structured_sgd_linear_fluctuations_eps_g_tangent_work(K, M, blocks, params))) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_TOO_LARGE;
    }
    if (!structured_sgd_linear_fluctuations_all_finite(n, state) || !structured_sgd_linear_fluctuations_all_finite(count*n, directions)) {
        return STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NONFINITE;
    }
    structured_sgd_linear_fluctuations_eps_g_tangent_arrays(K, M, blocks, params, state, count, directions, results, work);
    return structured_sgd_linear_fluctuations_all_finite(count, results) ? STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK : STRUCTURED_SGD_LINEAR_FLUCTUATIONS_DOMAIN;
}

size_t structured_sgd_linear_fluctuations_work_size(int K, int M, int blocks, const structured_sgd_linear_fluctuations_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || blocks < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, structured_sgd_linear_fluctuations_diffusion_work(K, M, blocks, params));
    arrays = fmax(arrays, structured_sgd_linear_fluctuations_tangent_work(K, M, blocks, params));
    arrays = fmax(arrays, structured_sgd_linear_fluctuations_eps_g_tangent_work(K, M, blocks, params));
    return structured_sgd_linear_fluctuations_counted(arrays);
}


int structured_sgd_linear_fluctuations_check(int version, size_t size)
{
    return version == STRUCTURED_SGD_LINEAR_FLUCTUATIONS_ABI && size == sizeof(structured_sgd_linear_fluctuations_params) ? STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK : STRUCTURED_SGD_LINEAR_FLUCTUATIONS_LAYOUT;
}

const char *structured_sgd_linear_fluctuations_strerror(int status)
{
    switch (status) {
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OK:
        return "ok";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_K:
        return "K is less than 1";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_STEP_LIMIT:
        return "step limit: max_steps reached";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NULL_PARAMS:
        return "params is NULL";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_TIMES:
        return "the times (alphas) do not increase";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RTOL:
        return "rtol is negative or not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_ATOL:
        return "atol is not positive or not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_OBSERVABLE:
        return "the observable is none of this model";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RULE:
        return "the number of nodes (size) is that of no rule";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_M:
        return "M is less than 1";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NO_TIMES:
        return "there are no times: n is 0";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NULL_OPTIONS:
        return "options is NULL";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NULL_TIMES:
        return "alphas is NULL";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NULL_RESULTS:
        return "where the results go is NULL";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NULL_WORK:
        return "work is NULL";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_NULL_REQUEST:
        return "request is NULL";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_blocks:
        return "blocks is less than 1";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_eta_J:
        return "eta_J is negative or not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_noise:
        return "noise is negative or not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_decay:
        return "decay is negative or not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_V:
        return "V is not at least 1";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_T:
        return "T has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_mean:
        return "mean has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_cov:
        return "cov has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_shares:
        return "shares has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_BAD_variances:
        return "variances has an element that is not finite";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_MISSING_T:
        return "T is NULL, and has to be given";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_MISSING_shares:
        return "shares is NULL, and has to be given";
    case STRUCTURED_SGD_LINEAR_FLUCTUATIONS_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
