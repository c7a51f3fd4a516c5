/*
 * structured_sgd_relu_fluctuations.c - SGD on inputs whose covariance has several eigenvalues
 *
 * Emitted by orderode 0.1.0 from the system structured_sgd_relu_fluctuations, digest 64a89b29db8ba1a2. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in structured_sgd_relu_fluctuations.h.
 */
#include "structured_sgd_relu_fluctuations.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define STRUCTURED_SGD_RELU_FLUCTUATIONS_RESTRICT
#else
#define STRUCTURED_SGD_RELU_FLUCTUATIONS_RESTRICT restrict
#endif

void structured_sgd_relu_fluctuations_defaults(structured_sgd_relu_fluctuations_params *params)
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

size_t structured_sgd_relu_fluctuations_state_size(int K, int M, int blocks)
{
    return (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int structured_sgd_relu_fluctuations_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double structured_sgd_relu_fluctuations_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

static int structured_sgd_relu_fluctuations_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int structured_sgd_relu_fluctuations_checked(int K, int M, int blocks, const structured_sgd_relu_fluctuations_params *params)
{
    if (K < 1) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_K;
    }
    if (M < 1) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_M;
    }
    if (blocks < 1) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_blocks;
    }
    if (!params) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_V;
    }
    if (!params->T) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_MISSING_T;
    }
    if (!structured_sgd_relu_fluctuations_all_finite((size_t)blocks*(size_t)M*(size_t)M, params->T)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_T;
    }
    if (params->mean && !structured_sgd_relu_fluctuations_all_finite((size_t)M, params->mean)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_mean;
    }
    if (params->cov && !structured_sgd_relu_fluctuations_all_finite((size_t)M*(size_t)M, params->cov)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_cov;
    }
    if (params->kurtosis && !structured_sgd_relu_fluctuations_all_finite((size_t)M, params->kurtosis)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_kurtosis;
    }
    if (!params->shares) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_MISSING_shares;
    }
    if (!structured_sgd_relu_fluctuations_all_finite((size_t)blocks, params->shares)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_shares;
    }
    if (params->variances && !structured_sgd_relu_fluctuations_all_finite((size_t)blocks, params->variances)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_variances;
    }
return STRUCTURED_SGD_RELU_FLUCTUATIONS_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t structured_sgd_relu_fluctuations_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work diffusion needs; counted in double, which cannot wrap. */
static double structured_sgd_relu_fluctuations_diffusion_work(int K, int M, int blocks, const structured_sgd_relu_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S*M;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*S*S + 1.0*K*S*S + 1.0*K*K*S*S + 1.0*K*S*K*S;
    size += 1.0*K*S*K + 1.0*blocks*K*S*K*S + 1.0*blocks*K*S*blocks*K*S + 1.0*blocks*K*S*K;
    if (params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void structured_sgd_relu_fluctuations_diffusion_arrays(int K, int M, int blocks, const structured_sgd_relu_fluctuations_params *params, const double *STRUCTURED_SGD_RELU_FLUCTUATIONS_RESTRICT state,
double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *STRUCTURED_SGD_RELU_FLUCTUATIONS_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    const size_t with_kurtosis = params->kurtosis ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *I2 = C + (size_t)S*(size_t)S;
    double *r0 = I2 + (size_t)S*(size_t)S;
    double *I_g2g0 = r0 + (size_t)K;
    double *J2 = I_g2g0 + (size_t)K*(size_t)S;
    double *base0 = J2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *W = G0 + (size_t)S*(size_t)S;
    double *dw0 = W + (size_t)K*(size_t)S;
    double *M2 = dw0 + (size_t)K;
    double *M3 = M2 + (size_t)S*(size_t)S;
    double *M4 = M3 + (size_t)K*(size_t)S*(size_t)S;
    double *WW = M4 + (size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *WY = WW + (size_t)K*(size_t)S*(size_t)K*(size_t)S;
    double *ZWb = WY + (size_t)K*(size_t)S*(size_t)K;
    double *ZZb = ZWb + (size_t)blocks*(size_t)K*(size_t)S*(size_t)K*(size_t)S;
    double *ZYb = ZZb + (size_t)blocks*(size_t)K*(size_t)S*(size_t)blocks*(size_t)K*(size_t)S;
    double *kappa = ZYb + (size_t)blocks*(size_t)K*(size_t)S*(size_t)K;

    (void)shares;
    (void)w0;
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
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + structured_sgd_relu_fluctuations_packed(K, k, l)]*variances[h];
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
            I2[i*S + j] = 0.15915494309189535*structured_sgd_relu_fluctuations_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])) + 0.15915494309189535*atan2(C[i*S + j], structured_sgd_relu_fluctuations_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])))*C[i*S + j] + 0.25*C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    /* r0: 1/sqrt(C[k, k]) */
    for (int k = 0; k < K; ++k) {
        r0[k] = (1.0 / sqrt(C[k*S + k]));
    }
    /* I_g2g0: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0[k*S + i] = 0.15915494309189535*structured_sgd_relu_fluctuations_root(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i]))*(r0[k]*r0[k]);
        }
    }
    /* J2: <g'(z_i) g'(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            J2[i*S + j] = 0.15915494309189535*atan2(C[i*S + j], structured_sgd_relu_fluctuations_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j]))) + 0.25;
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
    /* M3: <c_k c_i c_j> over tasks and support sets */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                M3[(k*S + i)*S + j] = G0[i*S + j]*mc0[k] + G0[k*S + i]*mc0[j] + G0[k*S + j]*mc0[i] - 2.0*mc0[i]*mc0[j]*mc0[k];
                M3[(k*S + j)*S + i] = M3[(k*S + i)*S + j];
            }
        }
    }
    /* M4: <c_k c_l c_i c_j> over tasks and support sets */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    M4[((k*K + l)*S + i)*S + j] = G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l];
                }
            }
        }
    }
    if (params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                        }
                        M4[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    M4[((l*K + k)*S + i)*S + j] = M4[((k*K + l)*S + i)*S + j];
                    M4[((k*K + l)*S + j)*S + i] = M4[((k*K + l)*S + i)*S + j];
                    M4[((l*K + k)*S + j)*S + i] = M4[((k*K + l)*S + i)*S + j];
                }
            }
        }
    }
    /* WW: covariance of sum_s a_k^s, by z_i^s, and sum_s a_l^s, by z_j^s, in one step */
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                for (int b = 0; b < K; ++b) {
                    WW[((k*S + a)*K + l)*S + b] = (params->eta_J*params->eta_J)*J2[k*S + a]*J2[l*S + b]*M4[((a*K + b)*S + k)*S + l] - W[k*S + a]*W[l*S + b];
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
                            sum1 += (I_g2g0[k*S + i]*I_g2g0[l*S + j]*M4[((k*K + l)*S + i)*S + j]);
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
                        sum1 += (I_g2g0[k*S + i]*M4[((k*K + b)*S + l)*S + i]);
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
                        sum1 += (I_g2g0[l*S + j]*M4[((k*K + a)*S + l)*S + j]);
                    }
                    WW[((k*S + a)*K + l)*S + b] += (params->eta_J*params->eta_J)*(b == l ? 1.0 : 0.0)*J2[k*S + a] * sum1;
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int a = 0; a < K; ++a) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    WW[((k*S + a)*K + l)*S + K + n] = (params->eta_J*params->eta_J)*J2[k*S + a]*J2[l*S + K + n]*M4[((k*K + a)*S + l)*S + K + n] - W[k*S + a]*W[l*S + K + n];
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
                        sum1 += (I_g2g0[k*S + i]*M4[((k*K + l)*S + K + n)*S + i]);
                    }
                    WW[((k*S + a)*K + l)*S + K + n] += (params->eta_J*params->eta_J)*(a == k ? 1.0 : 0.0)*J2[l*S + K + n] * sum1;
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    WW[((k*S + K + n)*K + l)*S + a] = (params->eta_J*params->eta_J)*J2[k*S + K + n]*J2[l*S + a]*M4[((k*K + a)*S + K + n)*S + l] - W[k*S + K + n]*W[l*S + a];
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
                        sum1 += (I_g2g0[l*S + j]*M4[((k*K + l)*S + K + n)*S + j]);
                    }
                    WW[((k*S + K + n)*K + l)*S + a] += (params->eta_J*params->eta_J)*(a == l ? 1.0 : 0.0)*J2[k*S + K + n] * sum1;
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                for (int m = 0; m < M; ++m) {
                    WW[((k*S + K + n)*K + l)*S + K + m] = (params->eta_J*params->eta_J)*J2[k*S + K + n]*J2[l*S + K + m]*M4[((k*K + l)*S + K + n)*S + K + m] - W[k*S + K + n]*W[l*S + K + m];
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
                    sum1 += (I2[l*S + j]*M3[(a*S + k)*S + j]);
                }
                WY[(k*S + a)*K + l] += params->eta_0*params->eta_J*J2[k*S + a] * sum1;
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
}

int structured_sgd_relu_fluctuations_diffusion(int K, int M, int blocks, const structured_sgd_relu_fluctuations_params *params, const double *state, double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *work)
{
    const size_t S = (size_t)K + (size_t)M;
    const int status = structured_sgd_relu_fluctuations_checked(K, M, blocks, params);

    (void)S;
    if (status != STRUCTURED_SGD_RELU_FLUCTUATIONS_OK) {
        return status;
    }
    if (!structured_sgd_relu_fluctuations_counted(structured_sgd_relu_fluctuations_diffusion_work(K, M, blocks, params)) || !structured_sgd_relu_fluctuations_counted(1.0*blocks*K*M*blocks*K*M) || !structured_sgd_relu_fluctuations_counted(1.0*blocks*K*M*blocks*K*K) || !structured_sgd_relu_fluctuations_counted(1.0*blocks*K*M*K) || !structured_sgd_relu_fluctuations_counted(1.0*blocks*K*K*blocks*K*K) || !structured_sgd_relu_fluctuations_counted(1.0*blocks*K*K*K) || !structured_sgd_relu_fluctuations_counted(1.0*K*K)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_TOO_LARGE;
    }
    if (isfinite(params->V)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_FINITE_V;
    }
    if (!structured_sgd_relu_fluctuations_all_finite(structured_sgd_relu_fluctuations_state_size(K, M, blocks), state)) {
        return STRUCTURED_SGD_RELU_FLUCTUATIONS_NONFINITE;
    }
    structured_sgd_relu_fluctuations_diffusion_arrays(K, M, blocks, params, state, DRR, DRQ, DRw, DQQ, DQw, Dww, work);
    return structured_sgd_relu_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)M*(size_t)blocks*(size_t)K*(size_t)M, DRR) && structured_sgd_relu_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)M*(size_t)blocks*(size_t)K*(size_t)K, DRQ) && structured_sgd_relu_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)M*(size_t)K, DRw) && structured_sgd_relu_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)K*(size_t)blocks*(size_t)K*(size_t)K, DQQ) && structured_sgd_relu_fluctuations_all_finite((size_t)blocks*(size_t)K*(size_t)K*(size_t)K, DQw) && structured_sgd_relu_fluctuations_all_finite((size_t)K*(size_t)K, Dww) ? STRUCTURED_SGD_RELU_FLUCTUATIONS_OK : STRUCTURED_SGD_RELU_FLUCTUATIONS_DOMAIN;
}

size_t structured_sgd_relu_fluctuations_work_size(int K, int M, int blocks, const structured_sgd_relu_fluctuations_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || blocks < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, structured_sgd_relu_fluctuations_diffusion_work(K, M, blocks, params));
    return structured_sgd_relu_fluctuations_counted(arrays);
}


int structured_sgd_relu_fluctuations_check(int version, size_t size)
{
    return version == STRUCTURED_SGD_RELU_FLUCTUATIONS_ABI && size == sizeof(structured_sgd_relu_fluctuations_params) ? STRUCTURED_SGD_RELU_FLUCTUATIONS_OK : STRUCTURED_SGD_RELU_FLUCTUATIONS_LAYOUT;
}

const char *structured_sgd_relu_fluctuations_strerror(int status)
{
    switch (status) {
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_OK:
        return "ok";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_K:
        return "K is less than 1";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_STEP_LIMIT:
        return "step limit: max_steps reached";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NULL_PARAMS:
        return "params is NULL";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_TIMES:
        return "the times (alphas) do not increase";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_RTOL:
        return "rtol is negative or not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_ATOL:
        return "atol is not positive or not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_OBSERVABLE:
        return "the observable is none of this model";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_RULE:
        return "the number of nodes (size) is that of no rule";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_M:
        return "M is less than 1";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NO_TIMES:
        return "there are no times: n is 0";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NULL_OPTIONS:
        return "options is NULL";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NULL_TIMES:
        return "alphas is NULL";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NULL_RESULTS:
        return "where the results go is NULL";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NULL_WORK:
        return "work is NULL";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_NULL_REQUEST:
        return "request is NULL";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_blocks:
        return "blocks is less than 1";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_eta_J:
        return "eta_J is negative or not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_noise:
        return "noise is negative or not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_decay:
        return "decay is negative or not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_V:
        return "V is not at least 1";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_T:
        return "T has an element that is not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_mean:
        return "mean has an element that is not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_cov:
        return "cov has an element that is not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_shares:
        return "shares has an element that is not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_BAD_variances:
        return "variances has an element that is not finite";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_MISSING_T:
        return "T is NULL, and has to be given";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_MISSING_shares:
        return "shares is NULL, and has to be given";
    case STRUCTURED_SGD_RELU_FLUCTUATIONS_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
