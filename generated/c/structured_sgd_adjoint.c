/*
 * structured_sgd_adjoint.c - SGD on inputs whose covariance has several eigenvalues
 *
 * Emitted by orderode 0.1.0 from the system structured_sgd_adjoint, digest e06d409bb1169f08. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in structured_sgd_adjoint.h.
 */
#include "structured_sgd_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define STRUCTURED_SGD_ADJOINT_RESTRICT
#else
#define STRUCTURED_SGD_ADJOINT_RESTRICT restrict
#endif

void structured_sgd_adjoint_defaults(structured_sgd_adjoint_params *params)
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

size_t structured_sgd_adjoint_state_size(int K, int M, int blocks)
{
    return (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t structured_sgd_adjoint_row_size(int K, int M, int blocks)
{
    return structured_sgd_adjoint_state_size(K, M, blocks) + 5;
}

/* The slope of an element that is a copy of another goes to that. */
static void structured_sgd_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int structured_sgd_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int structured_sgd_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int structured_sgd_adjoint_checked(int K, int M, int blocks, const structured_sgd_adjoint_params *params)
{
    if (K < 1) {
        return STRUCTURED_SGD_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return STRUCTURED_SGD_ADJOINT_BAD_M;
    }
    if (blocks < 1) {
        return STRUCTURED_SGD_ADJOINT_BAD_blocks;
    }
    if (!params) {
        return STRUCTURED_SGD_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return STRUCTURED_SGD_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return STRUCTURED_SGD_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return STRUCTURED_SGD_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return STRUCTURED_SGD_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return STRUCTURED_SGD_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return STRUCTURED_SGD_ADJOINT_MISSING_T;
    }
    if (!structured_sgd_adjoint_all_finite((size_t)blocks*(size_t)M*(size_t)M, params->T)) {
        return STRUCTURED_SGD_ADJOINT_BAD_T;
    }
    if (params->mean && !structured_sgd_adjoint_all_finite((size_t)M, params->mean)) {
        return STRUCTURED_SGD_ADJOINT_BAD_mean;
    }
    if (params->cov && !structured_sgd_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return STRUCTURED_SGD_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !structured_sgd_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return STRUCTURED_SGD_ADJOINT_BAD_kurtosis;
    }
    if (!params->shares) {
        return STRUCTURED_SGD_ADJOINT_MISSING_shares;
    }
    if (!structured_sgd_adjoint_all_finite((size_t)blocks, params->shares)) {
        return STRUCTURED_SGD_ADJOINT_BAD_shares;
    }
    if (params->variances && !structured_sgd_adjoint_all_finite((size_t)blocks, params->variances)) {
        return STRUCTURED_SGD_ADJOINT_BAD_variances;
    }
return STRUCTURED_SGD_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t structured_sgd_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double structured_sgd_adjoint_rhs_work(int K, int M, int blocks, const structured_sgd_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K*S;
    size += 1.0*blocks*K*S + 1.0*blocks*K*M + 1.0*blocks*K*K + 1.0*K + 1.0*blocks*S*S + 1.0*S*S + 1.0*S + 1.0*S*S;
    size += 1.0*S + 1.0*S*S + 1.0*K + 1.0*K*S + 1.0*blocks*K*S + 1.0*blocks*K*M + 1.0*blocks*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*S*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K + 1.0*S*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*K*S*S*K + 1.0*K*S*S*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void structured_sgd_adjoint_rhs_arrays(int K, int M, int blocks, const structured_sgd_adjoint_params *params, const double *STRUCTURED_SGD_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *STRUCTURED_SGD_ADJOINT_RESTRICT work)
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
    double *r0 = C + (size_t)S*(size_t)S;
    double *J2 = r0 + (size_t)S;
    double *mc0 = J2 + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *s0 = G0 + (size_t)S*(size_t)S;
    double *W = s0 + (size_t)K;
    double *A = W + (size_t)K*(size_t)S;
    double *dR = A + (size_t)blocks*(size_t)K*(size_t)S;
    double *dQ = dR + (size_t)blocks*(size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)blocks*(size_t)K*(size_t)K;
    double *C1 = dw0 + (size_t)K;
    double *r1 = C1 + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *r2 = r1 + with_V*(size_t)K*(size_t)K;
    double *E = r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r3 = kappa + with_V_kurtosis*(size_t)M;
    double *y_Cb = r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K;
    double *y_C = y_Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_J2 = y_r0 + (size_t)S;
    double *y_mc0 = y_J2 + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_s0 = y_G0 + (size_t)S*(size_t)S;
    double *y_W = y_s0 + (size_t)K;
    double *y_A = y_W + (size_t)K*(size_t)S;
    double *y_dR = y_A + (size_t)blocks*(size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)blocks*(size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)blocks*(size_t)K*(size_t)K;
    double *y_C1 = y_dw0 + (size_t)K;
    double *y_r1 = y_C1 + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *y_r2 = y_r1 + with_V*(size_t)K*(size_t)K;
    double *y_E = y_r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_r3 = y_E + with_V*(size_t)K*(size_t)K;

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
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)]*variances[h];
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
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C[(K + n)*S + k] = C[k*S + K + n];
            }
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
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
            }
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
    /* J2: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2[k*S + j] = 0.63661977236758138*(1.0 / sqrt(C[j*S + j] - (C[k*S + j]*C[k*S + j])*(r0[k]*r0[k]) + 1.0))*r0[k];
            J2[j*S + k] = J2[k*S + j];
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
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += cov[n*M + m];
            }
        }
    }
    /* s0: partial sum Sum(G0[k, i]*I_g2g0[k, i], (i, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += ((-C[k*S + i]*C[k*S + k]*(r0[k]*r0[k]) + C[k*S + i])*(1.0 / sqrt(C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0))*G0[k*S + i]);
        }
        s0[k] = -0.63661977236758138*r0[k] * sum1;
    }
    /* W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W[k*S + l] = -params->eta_J*(k == l ? 1.0 : 0.0)*s0[k] - params->eta_J*G0[k*S + l]*J2[k*S + l];
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
        /* r1: 1/sqrt(C1[k, l, l] + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                r1[k*K + l] = (1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0));
            }
        }
        /* r2: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r2[(k*K + l)*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r1[k*K + l]*r1[k*K + l]) + 1.0));
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
                        r3[((k*S + i)*S + j)*K + l] = asin((C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r1[k*K + l]*r1[k*K + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]);
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*K + l]*r1[k*K + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]));
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r1[k*K + l]/params->V * sum2;
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
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r1[k*K + l]/params->V * sum2;
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
                dQ[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)] + A[(h*K + k)*S + l] + A[(h*K + l)*S + k];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)] += E[k*K + l]*shares[h]*variances[h];
                }
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
    (void)y_Cb;
    (void)y_C;
    (void)y_r0;
    (void)y_J2;
    (void)y_mc0;
    (void)y_G0;
    (void)y_s0;
    (void)y_W;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_C1;
    (void)y_r1;
    (void)y_r2;
    (void)y_E;
    (void)y_r3;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*structured_sgd_adjoint_row_size(K, M, blocks);
        double *y_R = result;
        double *y_Q = result + (size_t)blocks*(size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + structured_sgd_adjoint_state_size(K, M, blocks) + 0;
        double *y_eta_0 = result + structured_sgd_adjoint_state_size(K, M, blocks) + 1;
        double *y_noise = result + structured_sgd_adjoint_state_size(K, M, blocks) + 2;
        double *y_decay = result + structured_sgd_adjoint_state_size(K, M, blocks) + 3;
        double *y_V = result + structured_sgd_adjoint_state_size(K, M, blocks) + 4;

        for (size_t p = 0; p < structured_sgd_adjoint_row_size(K, M, blocks); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_Cb; p < y_r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)blocks*(size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*structured_sgd_adjoint_state_size(K, M, blocks) + p];
        }
        for (size_t p = 0; p < (size_t)blocks*(size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*structured_sgd_adjoint_state_size(K, M, blocks) + (size_t)blocks*(size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*structured_sgd_adjoint_state_size(K, M, blocks) + overlaps + p];
        }
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_V;
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
            for (int h = 0; h < blocks; ++h) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        {
                            const double here = y_dQ[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)];

                            if (here != 0.0) {
                                y_E[k*K + l] += here*shares[h]*variances[h];
                            }
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)];

                        y_dQ[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)] = 0.0;
                        if (here != 0.0) {
                            y_A[(h*K + k)*S + l] += here;
                            y_A[(h*K + l)*S + k] += here;
                            y_Q[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                            (*y_decay) += -2.0*params->eta_J*here*Q[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)];
                            (*y_eta_J) += -2.0*params->decay*here*Q[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)];
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    {
                        const double here = y_dR[(h*K + k)*M + n];

                        y_dR[(h*K + k)*M + n] = 0.0;
                        if (here != 0.0) {
                            y_A[(h*K + k)*S + K + n] += here;
                            y_R[(h*K + k)*M + n] += -params->decay*params->eta_J*here;
                            (*y_decay) += -params->eta_J*here*R[(h*K + k)*M + n];
                            (*y_eta_J) += -params->decay*here*R[(h*K + k)*M + n];
                        }
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
                                        const double p_3 = L0[l*M + p]*r1[k*K + l]*r3[((k*S + i)*S + j)*K + l];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_r1[k*K + l] += b_p_3*L0[l*M + p]*r3[((k*S + i)*S + j)*K + l];
                                        y_r3[((k*S + i)*S + j)*K + l] += b_p_3*L0[l*M + p]*r1[k*K + l];
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
                                    const double p_3 = C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*K + l]*r1[k*K + l]);
                                    const double p_4 = p_3*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double p_5 = asin(p_4);
                                    const double p_6 = 0.4052847345693511*(params->eta_J*params->eta_J)/params->V;
                                    const double p_7 = p_2*p_5*r0[k]*r1[k*K + l];
                                    const double b_p_7 = here*p_6;
                                    const double b_p_6 = here*p_7;
                                    const double b_p_5 = b_p_7*p_2*r0[k]*r1[k*K + l];
                                    const double b_p_4 = b_p_5*(1.0 / sqrt(1.0 - (p_4*p_4)));
                                    const double b_p_3 = b_p_4*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double b_p_2 = b_p_7*p_5*r0[k]*r1[k*K + l];
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    y_r0[k] += b_p_7*p_2*p_5*r1[k*K + l];
                                    y_r1[k*K + l] += -2.0*b_p_3*C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*r1[k*K + l] + b_p_7*p_2*p_5*r0[k];
                                    (*y_V) += -0.4052847345693511*b_p_6*(params->eta_J*params->eta_J)/(params->V*params->V);
                                    (*y_eta_J) += 0.8105694691387022*b_p_6*params->eta_J/params->V;
                                    y_r2[(k*K + l)*S + i] += b_p_4*p_3*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_4*p_3*r2[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_3;
                                    y_C1[(k*S + l)*S + i] += -b_p_3*C1[(k*S + l)*S + j]*(r1[k*K + l]*r1[k*K + l]);
                                    y_C1[(k*S + l)*S + j] += -b_p_3*C1[(k*S + l)*S + i]*(r1[k*K + l]*r1[k*K + l]);
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
                                    const double p_0 = C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r1[k*K + l]*r1[k*K + l]);
                                    const double p_1 = p_0*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double b_p_1 = here*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + i] += b_p_1*p_0*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_1*p_0*r2[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_0;
                                    y_C1[(k*S + i)*S + l] += -b_p_0*C1[(k*S + j)*S + l]*(r1[k*K + l]*r1[k*K + l]);
                                    y_C1[(k*S + j)*S + l] += -b_p_0*C1[(k*S + i)*S + l]*(r1[k*K + l]*r1[k*K + l]);
                                    y_r1[k*K + l] += -2.0*b_p_0*C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*r1[k*K + l];
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
                                const double p_0 = C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r1[k*K + l]*r1[k*K + l]) + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C1[(k*S + i)*S + i] += b_p_0;
                                y_C1[(k*S + l)*S + i] += -2.0*b_p_0*C1[(k*S + l)*S + i]*(r1[k*K + l]*r1[k*K + l]);
                                y_r1[k*K + l] += -2.0*b_p_0*(C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*r1[k*K + l];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_r1[k*K + l];

                        y_r1[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C1[(k*S + l)*S + l] + 1.0;
                            const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                            y_C1[(k*S + l)*S + l] += b_p_0;
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_A[(h*K + k)*S + i];

                        y_A[(h*K + k)*S + i] = 0.0;
                        if (here != 0.0) {
                            for (int j = 0; j < S; ++j) {
                                y_Cb[(h*S + i)*S + j] += here*W[k*S + j];
                                y_W[k*S + j] += here*Cb[(h*S + i)*S + j];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W[k*S + K + n];

                    y_W[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0[k*S + K + n] += -params->eta_J*here*J2[k*S + K + n];
                        y_J2[k*S + K + n] += -params->eta_J*here*G0[k*S + K + n];
                        (*y_eta_J) += -here*G0[k*S + K + n]*J2[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W[k*S + l];

                    y_W[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0[k*S + l] += -params->eta_J*here*J2[k*S + l];
                        y_J2[k*S + l] += -params->eta_J*here*G0[k*S + l];
                        (*y_eta_J) += here*(-(k == l ? 1.0 : 0.0)*s0[k] - G0[k*S + l]*J2[k*S + l]);
                        y_s0[k] += -params->eta_J*here*(k == l ? 1.0 : 0.0);
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
                        const double p_0 = -C[k*S + i]*C[k*S + k]*(r0[k]*r0[k]) + C[k*S + i];
                        const double p_1 = C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0;
                        const double p_2 = (1.0 / sqrt(p_1));
                        const double p_3 = -0.63661977236758138*p_0;
                        const double p_4 = p_2*G0[k*S + i]*r0[k];
                        const double b_p_4 = here*p_3;
                        const double b_p_3 = here*p_4;
                        const double b_p_2 = b_p_4*G0[k*S + i]*r0[k];
                        const double b_p_1 = -0.5*b_p_2*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                        const double b_p_0 = -0.63661977236758138*b_p_3;
                        y_G0[k*S + i] += b_p_4*p_2*r0[k];
                        y_r0[k] += -2.0*b_p_0*C[k*S + i]*C[k*S + k]*r0[k] - 2.0*b_p_1*(C[k*S + i]*C[k*S + i])*r0[k] + b_p_4*p_2*G0[k*S + i];
                        y_C[i*S + i] += b_p_1;
                        y_C[k*S + i] += b_p_0*(-C[k*S + k]*(r0[k]*r0[k]) + 1.0) - 2.0*b_p_1*C[k*S + i]*(r0[k]*r0[k]);
                        y_C[k*S + k] += -b_p_0*C[k*S + i]*(r0[k]*r0[k]);
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                }
            }
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    {
                        const double here = y_G0[(K + n)*S + K + m];

                        y_G0[(K + n)*S + K + m] = 0.0;
                        if (here != 0.0) {
                            y_mc0[K + m] += here*mc0[K + n];
                            y_mc0[K + n] += here*mc0[K + m];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0[k*S + K + n];

                    y_G0[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                structured_sgd_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
                {
                    const double here = y_G0[k*S + l];

                    y_G0[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[l];
                        y_mc0[l] += here*mc0[k];
                    }
                }
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
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                structured_sgd_adjoint_image(&y_J2[k*S + j], &y_J2[j*S + k]);
                {
                    const double here = y_J2[k*S + j];

                    y_J2[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[j*S + j] - (C[k*S + j]*C[k*S + j])*(r0[k]*r0[k]) + 1.0;
                        const double p_1 = (1.0 / sqrt(p_0));
                        const double b_p_1 = 0.63661977236758138*here*r0[k];
                        const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_r0[k] += -2.0*b_p_0*(C[k*S + j]*C[k*S + j])*r0[k] + 0.63661977236758138*here*p_1;
                        y_C[j*S + j] += b_p_0;
                        y_C[k*S + j] += -2.0*b_p_0*C[k*S + j]*(r0[k]*r0[k]);
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < M; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        structured_sgd_adjoint_image(&y_C1[((K + k)*S + K + l)*S + K + a], &y_C1[((K + k)*S + K + a)*S + K + l]);
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
                        structured_sgd_adjoint_image(&y_C1[((K + k)*S + l)*S + K + a], &y_C1[((K + k)*S + K + a)*S + l]);
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
                        structured_sgd_adjoint_image(&y_C1[((K + k)*S + l)*S + a], &y_C1[((K + k)*S + a)*S + l]);
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
                        structured_sgd_adjoint_image(&y_C1[(k*S + K + l)*S + K + a], &y_C1[(k*S + K + a)*S + K + l]);
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
                        structured_sgd_adjoint_image(&y_C1[(k*S + l)*S + K + a], &y_C1[(k*S + K + a)*S + l]);
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
                        structured_sgd_adjoint_image(&y_C1[(k*S + l)*S + a], &y_C1[(k*S + a)*S + l]);
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
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    structured_sgd_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_C[(K + n)*S + K + m];

                    y_C[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + K + n)*S + K + m] += here;
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    structured_sgd_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + k)*S + K + n] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                structured_sgd_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + k)*S + l] += here;
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    structured_sgd_adjoint_image(&y_Cb[(h*S + K + n)*S + K + m], &y_Cb[(h*S + K + m)*S + K + n]);
                    y_Cb[(h*S + K + n)*S + K + m] = 0.0;
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    structured_sgd_adjoint_image(&y_Cb[(h*S + k)*S + K + n], &y_Cb[(h*S + K + n)*S + k]);
                    {
                        const double here = y_Cb[(h*S + k)*S + K + n];

                        y_Cb[(h*S + k)*S + K + n] = 0.0;
                        if (here != 0.0) {
                            y_R[(h*K + k)*M + n] += here*variances[h];
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    structured_sgd_adjoint_image(&y_Cb[(h*S + k)*S + l], &y_Cb[(h*S + l)*S + k]);
                    {
                        const double here = y_Cb[(h*S + k)*S + l];

                        y_Cb[(h*S + k)*S + l] = 0.0;
                        if (here != 0.0) {
                            y_Q[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)] += here*variances[h];
                        }
                    }
                }
            }
        }
    }
}

int structured_sgd_adjoint_rhs(int K, int M, int blocks, const structured_sgd_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = structured_sgd_adjoint_state_size(K, M, blocks);
    const int status = structured_sgd_adjoint_checked(K, M, blocks, params);

    if (status != STRUCTURED_SGD_ADJOINT_OK) {
        return status;
    }
    if (!structured_sgd_adjoint_counted(structured_sgd_adjoint_rhs_work(K, M, blocks, params))) {
        return STRUCTURED_SGD_ADJOINT_TOO_LARGE;
    }
    if (!structured_sgd_adjoint_all_finite(n, state) || !structured_sgd_adjoint_all_finite(count*n, factors)) {
        return STRUCTURED_SGD_ADJOINT_NONFINITE;
    }
    structured_sgd_adjoint_rhs_arrays(K, M, blocks, params, state, count, factors, results, work);
    if (!structured_sgd_adjoint_all_finite(count*structured_sgd_adjoint_row_size(K, M, blocks), results)) {
        return STRUCTURED_SGD_ADJOINT_DOMAIN;
    }
    return STRUCTURED_SGD_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double structured_sgd_adjoint_eps_g_work(int K, int M, int blocks, const structured_sgd_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0 + 1.0*blocks*S*S + 1.0*S*S;
    size += 1.0*S + 1.0*S*S + 1.0*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void structured_sgd_adjoint_eps_g_arrays(int K, int M, int blocks, const structured_sgd_adjoint_params *params, const double *STRUCTURED_SGD_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *STRUCTURED_SGD_ADJOINT_RESTRICT work)
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
    double *mc0 = C + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *r0 = G0 + (size_t)S*(size_t)S;
    double *eps_g = r0 + (size_t)S;
    double *y_Cb = eps_g + (size_t)1;
    double *y_C = y_Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *y_mc0 = y_C + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_r0 = y_G0 + (size_t)S*(size_t)S;
    double *y_eps_g = y_r0 + (size_t)S;

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
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)]*variances[h];
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
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] += cov[n*M + m];
        }
    }
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* eps_g: loss on fresh data */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (asin(C[i*S + j]*r0[i]*r0[j])*G0[i*S + j]);
            }
        }
        *eps_g = 0.31830988618379069 * sum1;
    }
    (void)y_Cb;
    (void)y_C;
    (void)y_mc0;
    (void)y_G0;
    (void)y_r0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*structured_sgd_adjoint_row_size(K, M, blocks);
        double *y_R = result;
        double *y_Q = result + (size_t)blocks*(size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + structured_sgd_adjoint_state_size(K, M, blocks) + 0;
        double *y_eta_0 = result + structured_sgd_adjoint_state_size(K, M, blocks) + 1;
        double *y_noise = result + structured_sgd_adjoint_state_size(K, M, blocks) + 2;
        double *y_decay = result + structured_sgd_adjoint_state_size(K, M, blocks) + 3;
        double *y_V = result + structured_sgd_adjoint_state_size(K, M, blocks) + 4;

        for (size_t p = 0; p < structured_sgd_adjoint_row_size(K, M, blocks); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_Cb; p < y_eps_g + (size_t)1; ++p) {
            *p = 0.0;
        }
        *y_eps_g = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_V;
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
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_G0[(K + n)*S + K + m];

                    y_G0[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        y_mc0[K + m] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[K + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0[k*S + K + n];

                    y_G0[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G0[k*S + l];

                    y_G0[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[l];
                        y_mc0[l] += here*mc0[k];
                    }
                }
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
                {
                    const double here = y_C[(K + n)*S + K + m];

                    y_C[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + K + n)*S + K + m] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + k)*S + K + n] += here;
                        }
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
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + k)*S + l] += here;
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_Cb[(h*S + K + n)*S + K + m] = 0.0;
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    {
                        const double here = y_Cb[(h*S + k)*S + K + n];

                        y_Cb[(h*S + k)*S + K + n] = 0.0;
                        if (here != 0.0) {
                            y_R[(h*K + k)*M + n] += here*variances[h];
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cb[(h*S + k)*S + l];

                        y_Cb[(h*S + k)*S + l] = 0.0;
                        if (here != 0.0) {
                            y_Q[h*(K*(K + 1)/2) + structured_sgd_adjoint_packed(K, k, l)] += here*variances[h];
                        }
                    }
                }
            }
        }
    }
}

int structured_sgd_adjoint_eps_g(int K, int M, int blocks, const structured_sgd_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = structured_sgd_adjoint_state_size(K, M, blocks);
    const int status = structured_sgd_adjoint_checked(K, M, blocks, params);

    if (status != STRUCTURED_SGD_ADJOINT_OK) {
        return status;
    }
    if (!structured_sgd_adjoint_counted(structured_sgd_adjoint_eps_g_work(K, M, blocks, params))) {
        return STRUCTURED_SGD_ADJOINT_TOO_LARGE;
    }
    if (!structured_sgd_adjoint_all_finite(n, state) || !structured_sgd_adjoint_all_finite(count, factors)) {
        return STRUCTURED_SGD_ADJOINT_NONFINITE;
    }
    structured_sgd_adjoint_eps_g_arrays(K, M, blocks, params, state, count, factors, results, work);
    if (!structured_sgd_adjoint_all_finite(count*structured_sgd_adjoint_row_size(K, M, blocks), results)) {
        return STRUCTURED_SGD_ADJOINT_DOMAIN;
    }
    return STRUCTURED_SGD_ADJOINT_OK;
}

size_t structured_sgd_adjoint_work_size(int K, int M, int blocks, const structured_sgd_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || blocks < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, structured_sgd_adjoint_rhs_work(K, M, blocks, params));
    arrays = fmax(arrays, structured_sgd_adjoint_eps_g_work(K, M, blocks, params));
    return structured_sgd_adjoint_counted(arrays);
}


int structured_sgd_adjoint_check(int version, size_t size)
{
    return version == STRUCTURED_SGD_ADJOINT_ABI && size == sizeof(structured_sgd_adjoint_params) ? STRUCTURED_SGD_ADJOINT_OK : STRUCTURED_SGD_ADJOINT_LAYOUT;
}

const char *structured_sgd_adjoint_strerror(int status)
{
    switch (status) {
    case STRUCTURED_SGD_ADJOINT_OK:
        return "ok";
    case STRUCTURED_SGD_ADJOINT_BAD_K:
        return "K is less than 1";
    case STRUCTURED_SGD_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case STRUCTURED_SGD_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case STRUCTURED_SGD_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case STRUCTURED_SGD_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case STRUCTURED_SGD_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case STRUCTURED_SGD_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case STRUCTURED_SGD_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case STRUCTURED_SGD_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case STRUCTURED_SGD_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case STRUCTURED_SGD_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case STRUCTURED_SGD_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case STRUCTURED_SGD_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case STRUCTURED_SGD_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case STRUCTURED_SGD_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case STRUCTURED_SGD_ADJOINT_BAD_M:
        return "M is less than 1";
    case STRUCTURED_SGD_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case STRUCTURED_SGD_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case STRUCTURED_SGD_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case STRUCTURED_SGD_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case STRUCTURED_SGD_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case STRUCTURED_SGD_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case STRUCTURED_SGD_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case STRUCTURED_SGD_ADJOINT_NULL_WORK:
        return "work is NULL";
    case STRUCTURED_SGD_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case STRUCTURED_SGD_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case STRUCTURED_SGD_ADJOINT_BAD_blocks:
        return "blocks is less than 1";
    case STRUCTURED_SGD_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_V:
        return "V is not at least 1";
    case STRUCTURED_SGD_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_shares:
        return "shares has an element that is not finite";
    case STRUCTURED_SGD_ADJOINT_BAD_variances:
        return "variances has an element that is not finite";
    case STRUCTURED_SGD_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case STRUCTURED_SGD_ADJOINT_MISSING_shares:
        return "shares is NULL, and has to be given";
    case STRUCTURED_SGD_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
