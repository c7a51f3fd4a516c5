/*
 * sgd_relu_fluctuations.c - SGD: online gradient descent of a two-layer student on mini-batches of V samples
 *
 * Emitted by orderode 0.1.0 from the system sgd_relu_fluctuations, digest f80b51350550731a. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in sgd_relu_fluctuations.h.
 */
#include "sgd_relu_fluctuations.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define SGD_RELU_FLUCTUATIONS_RESTRICT
#else
#define SGD_RELU_FLUCTUATIONS_RESTRICT restrict
#endif

void sgd_relu_fluctuations_defaults(sgd_relu_fluctuations_params *params)
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
}

size_t sgd_relu_fluctuations_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int sgd_relu_fluctuations_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double sgd_relu_fluctuations_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

static int sgd_relu_fluctuations_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int sgd_relu_fluctuations_checked(int K, int M, const sgd_relu_fluctuations_params *params)
{
    if (K < 1) {
        return SGD_RELU_FLUCTUATIONS_BAD_K;
    }
    if (M < 1) {
        return SGD_RELU_FLUCTUATIONS_BAD_M;
    }
    if (!params) {
        return SGD_RELU_FLUCTUATIONS_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return SGD_RELU_FLUCTUATIONS_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return SGD_RELU_FLUCTUATIONS_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return SGD_RELU_FLUCTUATIONS_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return SGD_RELU_FLUCTUATIONS_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return SGD_RELU_FLUCTUATIONS_BAD_V;
    }
    if (!params->T) {
        return SGD_RELU_FLUCTUATIONS_MISSING_T;
    }
    if (!sgd_relu_fluctuations_all_finite((size_t)M*(size_t)M, params->T)) {
        return SGD_RELU_FLUCTUATIONS_BAD_T;
    }
    if (params->mean && !sgd_relu_fluctuations_all_finite((size_t)M, params->mean)) {
        return SGD_RELU_FLUCTUATIONS_BAD_mean;
    }
    if (params->cov && !sgd_relu_fluctuations_all_finite((size_t)M*(size_t)M, params->cov)) {
        return SGD_RELU_FLUCTUATIONS_BAD_cov;
    }
    if (params->kurtosis && !sgd_relu_fluctuations_all_finite((size_t)M, params->kurtosis)) {
        return SGD_RELU_FLUCTUATIONS_BAD_kurtosis;
    }
return SGD_RELU_FLUCTUATIONS_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t sgd_relu_fluctuations_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work diffusion needs; counted in double, which cannot wrap. */
static double sgd_relu_fluctuations_diffusion_work(int K, int M, const sgd_relu_fluctuations_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S*S + 1.0*S + 1.0*S*M;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*S*S + 1.0*K*S*S + 1.0*K*K*S*S + 1.0*K*S*K*S;
    size += 1.0*K*S*K;
    if (params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void sgd_relu_fluctuations_diffusion_arrays(int K, int M, const sgd_relu_fluctuations_params *params, const double *SGD_RELU_FLUCTUATIONS_RESTRICT state,
double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *SGD_RELU_FLUCTUATIONS_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_kurtosis = params->kurtosis ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *r0 = I2 + (size_t)S*(size_t)S;
    double *r1 = r0 + (size_t)K*(size_t)S;
    double *r2 = r1 + (size_t)K*(size_t)S;
    double *I3 = r2 + (size_t)K;
    double *base0 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *dw0 = A + (size_t)K*(size_t)S;
    double *M2 = dw0 + (size_t)K;
    double *M3 = M2 + (size_t)S*(size_t)S;
    double *M4 = M3 + (size_t)K*(size_t)S*(size_t)S;
    double *ZZ = M4 + (size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *ZY = ZZ + (size_t)K*(size_t)S*(size_t)K*(size_t)S;
    double *kappa = ZY + (size_t)K*(size_t)S*(size_t)K;

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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[sgd_relu_fluctuations_packed(K, k, l)];
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
            I2[i*S + j] = 0.15915494309189535*sgd_relu_fluctuations_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])) + 0.15915494309189535*atan2(C[i*S + j], sgd_relu_fluctuations_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])))*C[i*S + j] + 0.25*C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    /* r0: sqrt(C[i, i]*C[k, k] - C[k, i]**2) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r0[k*S + i] = sgd_relu_fluctuations_root(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i]));
        }
    }
    /* r1: atan2(C[k, i], r0[k, i]) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r1[k*S + i] = atan2(C[k*S + i], r0[k*S + i]);
        }
    }
    /* r2: 1/sqrt(C[k, k]) */
    for (int k = 0; k < K; ++k) {
        r2[k] = (1.0 / sqrt(C[k*S + k]));
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3[(k*S + i)*S + j] = 0.15915494309189535*C[i*S + j]*r1[k*S + j] + 0.25*C[i*S + j] + 0.15915494309189535*C[k*S + i]*r0[k*S + j]*(r2[k]*r2[k]);
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
                            sum1 += (I3[(k*S + i)*S + r]*I3[(l*S + j)*S + s]*M4[((k*K + l)*S + r)*S + s]);
                        }
                    }
                    ZZ[((k*S + i)*K + l)*S + j] += (params->eta_J*params->eta_J) * sum1;
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
    /* DQw: covariance of N dQ_kl and N dw0_a in one step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < K; ++a) {
                DQw[(k*K + l)*K + a] = ZY[(k*S + l)*K + a] + ZY[(l*S + k)*K + a];
            }
        }
    }
}

int sgd_relu_fluctuations_diffusion(int K, int M, const sgd_relu_fluctuations_params *params, const double *state, double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *work)
{
    const size_t S = (size_t)K + (size_t)M;
    const int status = sgd_relu_fluctuations_checked(K, M, params);

    (void)S;
    if (status != SGD_RELU_FLUCTUATIONS_OK) {
        return status;
    }
    if (!sgd_relu_fluctuations_counted(sgd_relu_fluctuations_diffusion_work(K, M, params)) || !sgd_relu_fluctuations_counted(1.0*K*M*K*M) || !sgd_relu_fluctuations_counted(1.0*K*M*K*K) || !sgd_relu_fluctuations_counted(1.0*K*M*K) || !sgd_relu_fluctuations_counted(1.0*K*K*K*K) || !sgd_relu_fluctuations_counted(1.0*K*K*K) || !sgd_relu_fluctuations_counted(1.0*K*K)) {
        return SGD_RELU_FLUCTUATIONS_TOO_LARGE;
    }
    if (isfinite(params->V)) {
        return SGD_RELU_FLUCTUATIONS_FINITE_V;
    }
    if (!sgd_relu_fluctuations_all_finite(sgd_relu_fluctuations_state_size(K, M), state)) {
        return SGD_RELU_FLUCTUATIONS_NONFINITE;
    }
    sgd_relu_fluctuations_diffusion_arrays(K, M, params, state, DRR, DRQ, DRw, DQQ, DQw, Dww, work);
    return sgd_relu_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K*(size_t)M, DRR) && sgd_relu_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K*(size_t)K, DRQ) && sgd_relu_fluctuations_all_finite((size_t)K*(size_t)M*(size_t)K, DRw) && sgd_relu_fluctuations_all_finite((size_t)K*(size_t)K*(size_t)K*(size_t)K, DQQ) && sgd_relu_fluctuations_all_finite((size_t)K*(size_t)K*(size_t)K, DQw) && sgd_relu_fluctuations_all_finite((size_t)K*(size_t)K, Dww) ? SGD_RELU_FLUCTUATIONS_OK : SGD_RELU_FLUCTUATIONS_DOMAIN;
}

size_t sgd_relu_fluctuations_work_size(int K, int M, const sgd_relu_fluctuations_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, sgd_relu_fluctuations_diffusion_work(K, M, params));
    return sgd_relu_fluctuations_counted(arrays);
}


int sgd_relu_fluctuations_check(int version, size_t size)
{
    return version == SGD_RELU_FLUCTUATIONS_ABI && size == sizeof(sgd_relu_fluctuations_params) ? SGD_RELU_FLUCTUATIONS_OK : SGD_RELU_FLUCTUATIONS_LAYOUT;
}

const char *sgd_relu_fluctuations_strerror(int status)
{
    switch (status) {
    case SGD_RELU_FLUCTUATIONS_OK:
        return "ok";
    case SGD_RELU_FLUCTUATIONS_BAD_K:
        return "K is less than 1";
    case SGD_RELU_FLUCTUATIONS_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case SGD_RELU_FLUCTUATIONS_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case SGD_RELU_FLUCTUATIONS_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case SGD_RELU_FLUCTUATIONS_STEP_LIMIT:
        return "step limit: max_steps reached";
    case SGD_RELU_FLUCTUATIONS_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case SGD_RELU_FLUCTUATIONS_NULL_PARAMS:
        return "params is NULL";
    case SGD_RELU_FLUCTUATIONS_TIMES:
        return "the times (alphas) do not increase";
    case SGD_RELU_FLUCTUATIONS_RTOL:
        return "rtol is negative or not finite";
    case SGD_RELU_FLUCTUATIONS_ATOL:
        return "atol is not positive or not finite";
    case SGD_RELU_FLUCTUATIONS_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case SGD_RELU_FLUCTUATIONS_OBSERVABLE:
        return "the observable is none of this model";
    case SGD_RELU_FLUCTUATIONS_RULE:
        return "the number of nodes (size) is that of no rule";
    case SGD_RELU_FLUCTUATIONS_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case SGD_RELU_FLUCTUATIONS_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case SGD_RELU_FLUCTUATIONS_BAD_M:
        return "M is less than 1";
    case SGD_RELU_FLUCTUATIONS_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case SGD_RELU_FLUCTUATIONS_NO_TIMES:
        return "there are no times: n is 0";
    case SGD_RELU_FLUCTUATIONS_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case SGD_RELU_FLUCTUATIONS_NULL_OPTIONS:
        return "options is NULL";
    case SGD_RELU_FLUCTUATIONS_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case SGD_RELU_FLUCTUATIONS_NULL_TIMES:
        return "alphas is NULL";
    case SGD_RELU_FLUCTUATIONS_NULL_RESULTS:
        return "where the results go is NULL";
    case SGD_RELU_FLUCTUATIONS_NULL_WORK:
        return "work is NULL";
    case SGD_RELU_FLUCTUATIONS_NULL_REQUEST:
        return "request is NULL";
    case SGD_RELU_FLUCTUATIONS_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case SGD_RELU_FLUCTUATIONS_BAD_eta_J:
        return "eta_J is negative or not finite";
    case SGD_RELU_FLUCTUATIONS_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case SGD_RELU_FLUCTUATIONS_BAD_noise:
        return "noise is negative or not finite";
    case SGD_RELU_FLUCTUATIONS_BAD_decay:
        return "decay is negative or not finite";
    case SGD_RELU_FLUCTUATIONS_BAD_V:
        return "V is not at least 1";
    case SGD_RELU_FLUCTUATIONS_BAD_T:
        return "T has an element that is not finite";
    case SGD_RELU_FLUCTUATIONS_BAD_mean:
        return "mean has an element that is not finite";
    case SGD_RELU_FLUCTUATIONS_BAD_cov:
        return "cov has an element that is not finite";
    case SGD_RELU_FLUCTUATIONS_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case SGD_RELU_FLUCTUATIONS_MISSING_T:
        return "T is NULL, and has to be given";
    case SGD_RELU_FLUCTUATIONS_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
