/*
 * pooled_linear_fluctuations.c - Pooled training on the task stream, adapted only at test time
 *
 * Emitted by orderode 0.1.0 from the system pooled_linear_fluctuations, digest 99ea2b7e261d76aa. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in pooled_linear_fluctuations.h.
 */
#include "pooled_linear_fluctuations.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define POOLED_LINEAR_FLUCTUATIONS_RESTRICT
#else
#define POOLED_LINEAR_FLUCTUATIONS_RESTRICT restrict
#endif

void pooled_linear_fluctuations_defaults(pooled_linear_fluctuations_params *params)
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
}

size_t pooled_linear_fluctuations_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int pooled_linear_fluctuations_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int pooled_linear_fluctuations_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int pooled_linear_fluctuations_checked(int K, int M, const pooled_linear_fluctuations_params *params)
{
    if (K < 1) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_K;
    }
    if (M < 1) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_M;
    }
    if (!params) {
        return POOLED_LINEAR_FLUCTUATIONS_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_P;
    }
    if (params->inner_steps < 1) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_inner_steps;
    }
    if (!params->T) {
        return POOLED_LINEAR_FLUCTUATIONS_MISSING_T;
    }
    if (!pooled_linear_fluctuations_all_finite((size_t)M*(size_t)M, params->T)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_T;
    }
    if (params->mean && !pooled_linear_fluctuations_all_finite((size_t)M, params->mean)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_mean;
    }
    if (params->cov && !pooled_linear_fluctuations_all_finite((size_t)M*(size_t)M, params->cov)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_cov;
    }
    if (params->kurtosis && !pooled_linear_fluctuations_all_finite((size_t)M, params->kurtosis)) {
        return POOLED_LINEAR_FLUCTUATIONS_BAD_kurtosis;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return POOLED_LINEAR_FLUCTUATIONS_SEVERAL_inner_steps;
    }
return POOLED_LINEAR_FLUCTUATIONS_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t pooled_linear_fluctuations_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work diffusion needs; counted in double, which cannot wrap. */
static double pooled_linear_fluctuations_diffusion_work(int K, int M, const pooled_linear_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*K*S;
    size += 1.0*K + 1.0*S*S + 1.0*S*S*S + 1.0*S*S*S*S + 1.0*K*S*K*S + 1.0*K*S*K;
    if (isfinite(params->V)) {
        size += 1.0*K*K*S*S + 1.0*K*K*K*K + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*S + 1.0*K*S*S + 1.0*K*S*S*S + 1.0*K*S*S*S*S;
        size += 1.0*K*K*S*S*S*S + 1.0*K*K*K*S*S*S*S + 1.0*K*K*K*K*S*S*S*S + 1.0*K*K + 1.0*K*S*K*K + 1.0*K*K*K + 1.0*K*K*K*K;
    }
    if (params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_linear_fluctuations_diffusion_arrays(int K, int M, const pooled_linear_fluctuations_params *params, const double *POOLED_LINEAR_FLUCTUATIONS_RESTRICT state,
double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *POOLED_LINEAR_FLUCTUATIONS_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const size_t with_kurtosis = params->kurtosis ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *I3 = I2 + (size_t)S*(size_t)S;
    double *base0 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *dw0 = A + (size_t)K*(size_t)S;
    double *M2 = dw0 + (size_t)K;
    double *M3 = M2 + (size_t)S*(size_t)S;
    double *M4 = M3 + (size_t)S*(size_t)S*(size_t)S;
    double *ZZ = M4 + (size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *ZY = ZZ + (size_t)K*(size_t)S*(size_t)K*(size_t)S;
    double *I4 = ZY + (size_t)K*(size_t)S*(size_t)K;
    double *I_g1g1g1g1 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *I_g1g1xx = I_g1g1g1g1 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *J2 = I_g1g1xx + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *K2 = J2 + with_V*(size_t)K*(size_t)K;
    double *K3 = K2 + with_V*(size_t)K*(size_t)S;
    double *K4 = K3 + with_V*(size_t)K*(size_t)S*(size_t)S;
    double *M5 = K4 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S;
    double *M6 = M5 + with_V*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *M7 = M6 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *M8 = M7 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *mS = M8 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *ZS = mS + with_V*(size_t)K*(size_t)K;
    double *YS = ZS + with_V*(size_t)K*(size_t)S*(size_t)K*(size_t)K;
    double *SS = YS + with_V*(size_t)K*(size_t)K*(size_t)K;
    double *kappa = SS + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_V;
    (void)with_kurtosis;
    (void)kurtosis;
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
            C[k*S + l] = Q[pooled_linear_fluctuations_packed(K, k, l)];
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
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3[(k*S + i)*S + j] = C[i*S + j];
            }
        }
    }
    if (isfinite(params->V)) {
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4[((k*K + l)*S + i)*S + j] = C[i*S + j];
                        I4[((l*K + k)*S + i)*S + j] = I4[((k*K + l)*S + i)*S + j];
                        I4[((k*K + l)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                        I4[((l*K + k)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
        /* I_g1g1g1g1: <g'(z_k) g'(z_l) g'(z_a) g'(z_b)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I_g1g1g1g1[((k*K + l)*K + a)*K + b] = 1.0;
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
        /* I_g1g1xx: <g'(z_k) g'(z_l) z_i z_j> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I_g1g1xx[((k*K + l)*S + i)*S + j] = C[i*S + j];
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
                J2[k*K + l] = 1.0;
                J2[l*K + k] = J2[k*K + l];
            }
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
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0[k*S + j]*I3[(k*S + i)*S + j]);
            }
            A[k*S + i] = -params->eta_J * sum1;
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
                                sum2 += ((C[i*S + j]*C[r*S + s] + C[i*S + r]*C[j*S + s] + C[i*S + s]*C[j*S + r] - I3[(k*S + i)*S + r]*I3[(l*S + j)*S + s])*M4[((k*S + l)*S + r)*S + s]);
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
                    ZY[(k*S + i)*K + l] += params->eta_0*params->eta_J*(params->noise*params->noise)*I3[(k*S + i)*S + l]*mc0[k]/params->V;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int l = 0; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        for (int r = 0; r < S; ++r) {
                            sum2 += ((C[i*S + j]*C[l*S + r] + C[i*S + l]*C[j*S + r] + C[i*S + r]*C[l*S + j] - I2[l*S + r]*I3[(k*S + i)*S + j])*M3[(k*S + j)*S + r]);
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
                        sum2 += ((C[i*S + j]*C[k*S + l] + C[k*S + i]*C[l*S + j] + C[k*S + j]*C[l*S + i] - I2[k*S + i]*I2[l*S + j])*M2[i*S + j]);
                    }
                }
                Dww[k*K + l] += (params->eta_0*params->eta_0)/params->V * sum2;
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
                                    sum2 += ((-C[i*S + j]*C[r*S + s] - C[i*S + r]*C[j*S + s] - C[i*S + s]*C[j*S + r] + I3[(k*S + i)*S + j]*I4[((l*K + a)*S + r)*S + s])*M6[((((k*K + a)*S + l)*S + j)*S + r)*S + s]);
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
                            sum2 += ((-3.0*C[i*S + j] + I3[(k*S + i)*S + j]*J2[l*K + a])*M4[((k*S + l)*S + a)*S + j]);
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
                                sum2 += ((-C[i*S + j]*C[k*S + r] - C[i*S + r]*C[k*S + j] - C[j*S + r]*C[k*S + i] + I2[k*S + i]*I4[((l*K + a)*S + j)*S + r])*M5[(((a*S + l)*S + i)*S + j)*S + r]);
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
                                        sum2 += (j > i ? 2.0 : 1.0) * ((C[i*S + j]*C[r*S + s] + C[i*S + r]*C[j*S + s] + C[i*S + s]*C[j*S + r] - I4[((a*K + b)*S + r)*S + s]*I4[((k*K + l)*S + i)*S + j])*M8[((((((k*K + l)*K + a)*K + b)*S + i)*S + j)*S + r)*S + s]);
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
                                sum2 += (j > i ? 2.0 : 1.0) * ((6.0*C[i*S + j] - I4[((a*K + b)*S + i)*S + j]*J2[k*K + l] - I4[((k*K + l)*S + i)*S + j]*J2[a*K + b])*M6[((((a*K + b)*S + k)*S + l)*S + i)*S + j]);
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

int pooled_linear_fluctuations_diffusion(int K, int M, const pooled_linear_fluctuations_params *params, const double *state, double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *work)
{
    const size_t S = (size_t)K + (size_t)M;
    const int status = pooled_linear_fluctuations_checked(K, M, params);

    (void)S;
    if (status != POOLED_LINEAR_FLUCTUATIONS_OK) {
        return status;
    }
    if (!pooled_linear_fluctuations_counted(pooled_linear_fluctuations_diffusion_work(K, M, params)) || !pooled_linear_fluctuations_counted(1.0*K*M*K*M) || !pooled_linear_fluctuations_counted(1.0*K*M*K*K) || !pooled_linear_fluctuations_counted(1.0*K*M*K) || !pooled_linear_fluctuations_counted(1.0*K*K*K*K) || !pooled_linear_fluctuations_counted(1.0*K*K*K) || !pooled_linear_fluctuations_counted(1.0*K*K)) {
        return POOLED_LINEAR_FLUCTUATIONS_TOO_LARGE;
    }
    if (!pooled_linear_fluctuations_all_finite(pooled_linear_fluctuations_state_size(K, M), state)) {
        return POOLED_LINEAR_FLUCTUATIONS_NONFINITE;
    }
    pooled_linear_fluctuations_diffusion_arrays(K, M, params, state, DRR, DRQ, DRw, DQQ, DQw, Dww, work);
    return pooled_linear_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K*(size_t)M, DRR) && pooled_linear_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K*(size_t)K, DRQ) && pooled_linear_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K, DRw) && pooled_linear_fluctuations_all_finite((size_t)K*(size_t)K*(size_t)K*(size_t)K, DQQ) && pooled_linear_fluctuations_all_finite((size_t)K*(size_t)K*(size_t)K, DQw) && pooled_linear_fluctuations_all_finite((size_t)K*(size_t)K, Dww) ? POOLED_LINEAR_FLUCTUATIONS_OK : POOLED_LINEAR_FLUCTUATIONS_DOMAIN;
}

/* How many doubles of work tangent needs; counted in double, which cannot wrap. */
static double pooled_linear_fluctuations_tangent_work(int K, int M, const pooled_linear_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S*S;
    size += 1.0*S*S + 1.0*K*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S;
    if (isfinite(params->V)) {
        size += 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K*S*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_linear_fluctuations_tangent_arrays(int K, int M, const pooled_linear_fluctuations_params *params, const double *POOLED_LINEAR_FLUCTUATIONS_RESTRICT state,
                                 size_t count, const double *directions, double *results, double *POOLED_LINEAR_FLUCTUATIONS_RESTRICT work)
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
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *I3 = I2 + (size_t)S*(size_t)S;
    double *base0 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *tC = G0 + (size_t)S*(size_t)S;
    double *tI2 = tC + (size_t)S*(size_t)S;
    double *tI3 = tI2 + (size_t)S*(size_t)S;
    double *tbase0 = tI3 + (size_t)K*(size_t)S*(size_t)S;
    double *tmc0 = tbase0 + (size_t)S;
    double *tG0 = tmc0 + (size_t)S;
    double *tA = tG0 + (size_t)S*(size_t)S;
    double *I4 = tA + (size_t)K*(size_t)S;
    double *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *tI4 = J2 + with_V*(size_t)K*(size_t)K;
    double *tE = tI4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *kappa = tE + with_V*(size_t)K*(size_t)K;

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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_linear_fluctuations_packed(K, k, l)];
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
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3[(k*S + i)*S + j] = C[i*S + j];
            }
        }
    }
    if (isfinite(params->V)) {
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4[((k*K + l)*S + i)*S + j] = C[i*S + j];
                        I4[((l*K + k)*S + i)*S + j] = I4[((k*K + l)*S + i)*S + j];
                        I4[((k*K + l)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                        I4[((l*K + k)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 1.0;
                J2[l*K + k] = J2[k*K + l];
            }
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
                tC[k*S + l] = tQ[pooled_linear_fluctuations_packed(K, k, l)];
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
        /* tI2: derivative of I2: <g(z_i) g(z_j)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                tI2[i*S + j] = tC[i*S + j];
                tI2[j*S + i] = tI2[i*S + j];
            }
        }
        /* tI3: derivative of I3: <g'(z_k) z_i g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    tI3[(k*S + i)*S + j] = tC[i*S + j];
                }
            }
        }
        if (isfinite(params->V)) {
            /* tI4: derivative of I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            tI4[((k*K + l)*S + i)*S + j] = tC[i*S + j];
                            tI4[((l*K + k)*S + i)*S + j] = tI4[((k*K + l)*S + i)*S + j];
                            tI4[((k*K + l)*S + j)*S + i] = tI4[((k*K + l)*S + i)*S + j];
                            tI4[((l*K + k)*S + j)*S + i] = tI4[((k*K + l)*S + i)*S + j];
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
        /* tA: derivative of A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += (G0[k*S + j]*tI3[(k*S + i)*S + j] + I3[(k*S + i)*S + j]*tG0[k*S + j]);
                }
                tA[k*S + i] = -params->eta_J * sum2;
            }
        }
        if (isfinite(params->V)) {
            /* tE: derivative of E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tE[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*K + l]*tG0[k*S + l]/params->V;
                    tE[l*K + k] = tE[k*K + l];
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum3 = 0.0;
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            sum3 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*tI4[((k*K + l)*S + i)*S + j] + (G0[i*S + j]*tG0[k*S + l] + G0[k*S + i]*tG0[l*S + j] + G0[k*S + j]*tG0[l*S + i] + G0[k*S + l]*tG0[i*S + j] + G0[l*S + i]*tG0[k*S + j] + G0[l*S + j]*tG0[k*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*tmc0[l] - 2.0*mc0[i]*mc0[j]*mc0[l]*tmc0[k] - 2.0*mc0[i]*mc0[k]*mc0[l]*tmc0[j] - 2.0*mc0[j]*mc0[k]*mc0[l]*tmc0[i])*I4[((k*K + l)*S + i)*S + j]);
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
                                sum3 += (j > i ? 2.0 : 1.0) * (L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]*tI4[((k*K + l)*S + i)*S + j]);
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
                tdQ[pooled_linear_fluctuations_packed(K, k, l)] = -2.0*params->decay*params->eta_J*tQ[pooled_linear_fluctuations_packed(K, k, l)] + tA[k*S + l] + tA[l*S + k];
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    tdQ[pooled_linear_fluctuations_packed(K, k, l)] += tE[k*K + l];
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

int pooled_linear_fluctuations_tangent(int K, int M, const pooled_linear_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work)
{
    const size_t n = pooled_linear_fluctuations_state_size(K, M);
    const int status = pooled_linear_fluctuations_checked(K, M, params);

    if (status != POOLED_LINEAR_FLUCTUATIONS_OK) {
        return status;
    }
    if (!pooled_linear_fluctuations_counted(pooled_linear_fluctuations_tangent_work(K, M, params))) {
        return POOLED_LINEAR_FLUCTUATIONS_TOO_LARGE;
    }
    if (!pooled_linear_fluctuations_all_finite(n, state) || !pooled_linear_fluctuations_all_finite(count*n, directions)) {
        return POOLED_LINEAR_FLUCTUATIONS_NONFINITE;
    }
    pooled_linear_fluctuations_tangent_arrays(K, M, params, state, count, directions, results, work);
    return pooled_linear_fluctuations_all_finite(count*n, results) ? POOLED_LINEAR_FLUCTUATIONS_OK : POOLED_LINEAR_FLUCTUATIONS_DOMAIN;
}

/* How many doubles of work eps_g_tangent needs; counted in double, which cannot wrap. */
static double pooled_linear_fluctuations_eps_g_tangent_work(int K, int M, const pooled_linear_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S*S + 1.0*S*S;
    size += 1.0*S + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_linear_fluctuations_eps_g_tangent_arrays(int K, int M, const pooled_linear_fluctuations_params *params, const double *POOLED_LINEAR_FLUCTUATIONS_RESTRICT state,
                                 size_t count, const double *directions, double *results, double *POOLED_LINEAR_FLUCTUATIONS_RESTRICT work)
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
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *base0 = I2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *tC = G0 + (size_t)S*(size_t)S;
    double *tI2 = tC + (size_t)S*(size_t)S;
    double *tbase0 = tI2 + (size_t)S*(size_t)S;
    double *tmc0 = tbase0 + (size_t)S;
    double *tG0 = tmc0 + (size_t)S;

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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_linear_fluctuations_packed(K, k, l)];
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
        const double *tQ = tR + (size_t)K*(size_t)M;
        const double *tw0 = tR + overlaps;
        double *teps_g = results + row;

        (void)tw0;
        /* tC: derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]] */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                tC[k*S + l] = tQ[pooled_linear_fluctuations_packed(K, k, l)];
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
        /* teps_g: derivative of eps_g: loss on fresh data before adaptation */
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

int pooled_linear_fluctuations_eps_g_tangent(int K, int M, const pooled_linear_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work)
{
    const size_t n = pooled_linear_fluctuations_state_size(K, M);
    const int status = pooled_linear_fluctuations_checked(K, M, params);

    if (status != POOLED_LINEAR_FLUCTUATIONS_OK) {
        return status;
    }
    if (!pooled_linear_fluctuations_counted(pooled_linear_fluctuations_eps_g_tangent_work(K, M, params))) {
        return POOLED_LINEAR_FLUCTUATIONS_TOO_LARGE;
    }
    if (!pooled_linear_fluctuations_all_finite(n, state) || !pooled_linear_fluctuations_all_finite(count*n, directions)) {
        return POOLED_LINEAR_FLUCTUATIONS_NONFINITE;
    }
    pooled_linear_fluctuations_eps_g_tangent_arrays(K, M, params, state, count, directions, results, work);
    return pooled_linear_fluctuations_all_finite(count, results) ? POOLED_LINEAR_FLUCTUATIONS_OK : POOLED_LINEAR_FLUCTUATIONS_DOMAIN;
}

/* How many doubles of work eps_g_adapted_tangent needs; counted in double, which cannot wrap. */
static double pooled_linear_fluctuations_eps_g_adapted_tangent_work(int K, int M, const pooled_linear_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M + 1.0*S + 1.0*S*M;
    size += 1.0*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M;
    size += 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
    if (isfinite(params->P)) {
        size += 1.0*S*S*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S;
        size += 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*K + 1.0*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_linear_fluctuations_eps_g_adapted_tangent_arrays(int K, int M, const pooled_linear_fluctuations_params *params, const double *POOLED_LINEAR_FLUCTUATIONS_RESTRICT state,
                                 size_t count, const double *directions, double *results, double *POOLED_LINEAR_FLUCTUATIONS_RESTRICT work)
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
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *base = H_next + (size_t)K*(size_t)M;
    double *L = base + (size_t)S;
    double *mc = L + (size_t)S*(size_t)M;
    double *G = mc + (size_t)S;
    double *tC = G + (size_t)S*(size_t)S;
    double *tI2 = tC + (size_t)S*(size_t)S;
    double *th = tI2 + (size_t)S*(size_t)S;
    double *th_next = th + (size_t)K;
    double *tH = th_next + (size_t)K;
    double *tH_next = tH + (size_t)K*(size_t)M;
    double *tbase = tH_next + (size_t)K*(size_t)M;
    double *tL = tbase + (size_t)S;
    double *tmc = tL + (size_t)S*(size_t)M;
    double *tG = tmc + (size_t)S;
    double *I_g0g0g0g0 = tG + (size_t)S*(size_t)S;
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
    double *tI_g0g0g0g0 = P2 + with_P*(size_t)S*(size_t)S;
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
            C[k*S + l] = Q[pooled_linear_fluctuations_packed(K, k, l)];
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
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    for (int s = r; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = C[i*S + j]*C[r*S + s] + C[i*S + r]*C[j*S + s] + C[i*S + s]*C[j*S + r];
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
        double *teps_g_adapted = results + row;

        (void)tw0;
        /* tC: derivative of C: covariance of the fields: C = [[Q, R], [R^T, T]] */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                tC[k*S + l] = tQ[pooled_linear_fluctuations_packed(K, k, l)];
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
        /* tI2: derivative of I2: <g(z_i) g(z_j)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                tI2[i*S + j] = tC[i*S + j];
                tI2[j*S + i] = tI2[i*S + j];
            }
        }
        if (isfinite(params->P)) {
            /* tI_g0g0g0g0: derivative of I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        for (int s = r; s < S; ++s) {
                            tI_g0g0g0g0[((i*S + j)*S + r)*S + s] = C[i*S + j]*tC[r*S + s] + C[i*S + r]*tC[j*S + s] + C[i*S + s]*tC[j*S + r] + C[j*S + r]*tC[i*S + s] + C[j*S + s]*tC[i*S + r] + C[r*S + s]*tC[i*S + j];
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
        /* teps_g_adapted: derivative of eps_g_adapted: loss on fresh data after adaptation */
        {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    sum2 += (j > i ? 2.0 : 1.0) * (G[i*S + j]*tI2[i*S + j] + I2[i*S + j]*tG[i*S + j]);
                }
            }
            *teps_g_adapted = 0.5 * sum2;
        }
        if (isfinite(params->P)) {
            {
                double sum3 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum3 += (j > i ? 2.0 : 1.0) * (I2[i*S + j]*tP2[i*S + j] + P2[i*S + j]*tI2[i*S + j]);
                    }
                }
                *teps_g_adapted += 0.5 * sum3;
            }
        }
    }
}

int pooled_linear_fluctuations_eps_g_adapted_tangent(int K, int M, const pooled_linear_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work)
{
    const size_t n = pooled_linear_fluctuations_state_size(K, M);
    const int status = pooled_linear_fluctuations_checked(K, M, params);

    if (status != POOLED_LINEAR_FLUCTUATIONS_OK) {
        return status;
    }
    if (!pooled_linear_fluctuations_counted(pooled_linear_fluctuations_eps_g_adapted_tangent_work(K, M, params))) {
        return POOLED_LINEAR_FLUCTUATIONS_TOO_LARGE;
    }
    if (!pooled_linear_fluctuations_all_finite(n, state) || !pooled_linear_fluctuations_all_finite(count*n, directions)) {
        return POOLED_LINEAR_FLUCTUATIONS_NONFINITE;
    }
    pooled_linear_fluctuations_eps_g_adapted_tangent_arrays(K, M, params, state, count, directions, results, work);
    return pooled_linear_fluctuations_all_finite(count, results) ? POOLED_LINEAR_FLUCTUATIONS_OK : POOLED_LINEAR_FLUCTUATIONS_DOMAIN;
}

size_t pooled_linear_fluctuations_work_size(int K, int M, const pooled_linear_fluctuations_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, pooled_linear_fluctuations_diffusion_work(K, M, params));
    arrays = fmax(arrays, pooled_linear_fluctuations_tangent_work(K, M, params));
    arrays = fmax(arrays, pooled_linear_fluctuations_eps_g_tangent_work(K, M, params));
    arrays = fmax(arrays, pooled_linear_fluctuations_eps_g_adapted_tangent_work(K, M, params));
    return pooled_linear_fluctuations_counted(arrays);
}


int pooled_linear_fluctuations_check(int version, size_t size)
{
    return version == POOLED_LINEAR_FLUCTUATIONS_ABI && size == sizeof(pooled_linear_fluctuations_params) ? POOLED_LINEAR_FLUCTUATIONS_OK : POOLED_LINEAR_FLUCTUATIONS_LAYOUT;
}

const char *pooled_linear_fluctuations_strerror(int status)
{
    switch (status) {
    case POOLED_LINEAR_FLUCTUATIONS_OK:
        return "ok";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_K:
        return "K is less than 1";
    case POOLED_LINEAR_FLUCTUATIONS_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case POOLED_LINEAR_FLUCTUATIONS_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case POOLED_LINEAR_FLUCTUATIONS_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case POOLED_LINEAR_FLUCTUATIONS_STEP_LIMIT:
        return "step limit: max_steps reached";
    case POOLED_LINEAR_FLUCTUATIONS_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case POOLED_LINEAR_FLUCTUATIONS_NULL_PARAMS:
        return "params is NULL";
    case POOLED_LINEAR_FLUCTUATIONS_TIMES:
        return "the times (alphas) do not increase";
    case POOLED_LINEAR_FLUCTUATIONS_RTOL:
        return "rtol is negative or not finite";
    case POOLED_LINEAR_FLUCTUATIONS_ATOL:
        return "atol is not positive or not finite";
    case POOLED_LINEAR_FLUCTUATIONS_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case POOLED_LINEAR_FLUCTUATIONS_OBSERVABLE:
        return "the observable is none of this model";
    case POOLED_LINEAR_FLUCTUATIONS_RULE:
        return "the number of nodes (size) is that of no rule";
    case POOLED_LINEAR_FLUCTUATIONS_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case POOLED_LINEAR_FLUCTUATIONS_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_M:
        return "M is less than 1";
    case POOLED_LINEAR_FLUCTUATIONS_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case POOLED_LINEAR_FLUCTUATIONS_NO_TIMES:
        return "there are no times: n is 0";
    case POOLED_LINEAR_FLUCTUATIONS_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case POOLED_LINEAR_FLUCTUATIONS_NULL_OPTIONS:
        return "options is NULL";
    case POOLED_LINEAR_FLUCTUATIONS_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case POOLED_LINEAR_FLUCTUATIONS_NULL_TIMES:
        return "alphas is NULL";
    case POOLED_LINEAR_FLUCTUATIONS_NULL_RESULTS:
        return "where the results go is NULL";
    case POOLED_LINEAR_FLUCTUATIONS_NULL_WORK:
        return "work is NULL";
    case POOLED_LINEAR_FLUCTUATIONS_NULL_REQUEST:
        return "request is NULL";
    case POOLED_LINEAR_FLUCTUATIONS_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_eta_J:
        return "eta_J is negative or not finite";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_eta_w:
        return "eta_w is negative or not finite";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_noise:
        return "noise is negative or not finite";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_decay:
        return "decay is negative or not finite";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_V:
        return "V is not at least 1";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_P:
        return "P is not at least 1";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_T:
        return "T has an element that is not finite";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_mean:
        return "mean has an element that is not finite";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_cov:
        return "cov has an element that is not finite";
    case POOLED_LINEAR_FLUCTUATIONS_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case POOLED_LINEAR_FLUCTUATIONS_MISSING_T:
        return "T is NULL, and has to be given";
    case POOLED_LINEAR_FLUCTUATIONS_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case POOLED_LINEAR_FLUCTUATIONS_FINITE_V:
        return "V is finite, and has to be infinite here";
    case POOLED_LINEAR_FLUCTUATIONS_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
