/*
 * curriculum.c - SGD on the labels of threshold units, with inputs that distract
 *
 * Emitted by orderode 0.1.0 from the system curriculum, digest bedb9d0e7bec3026. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in curriculum.h.
 */
#include "curriculum.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define CURRICULUM_RESTRICT
#else
#define CURRICULUM_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = CURRICULUM_K and M = CURRICULUM_M where these are defined. */
#if defined(CURRICULUM_K) && defined(__GNUC__)
#define CURRICULUM_SIZED inline __attribute__((always_inline))
#else
#define CURRICULUM_SIZED
#endif

void curriculum_defaults(curriculum_params *params)
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

size_t curriculum_state_size(int K, int M, int blocks)
{
    return (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int curriculum_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double curriculum_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

static int curriculum_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int curriculum_checked(int K, int M, int blocks, const curriculum_params *params)
{
    if (K < 1) {
        return CURRICULUM_BAD_K;
    }
    if (M < 1) {
        return CURRICULUM_BAD_M;
    }
    if (blocks < 1) {
        return CURRICULUM_BAD_blocks;
    }
    if (!params) {
        return CURRICULUM_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return CURRICULUM_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return CURRICULUM_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return CURRICULUM_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return CURRICULUM_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return CURRICULUM_BAD_V;
    }
    if (!params->T) {
        return CURRICULUM_MISSING_T;
    }
    if (!curriculum_all_finite((size_t)blocks*(size_t)M*(size_t)M, params->T)) {
        return CURRICULUM_BAD_T;
    }
    if (params->mean && !curriculum_all_finite((size_t)M, params->mean)) {
        return CURRICULUM_BAD_mean;
    }
    if (params->cov && !curriculum_all_finite((size_t)M*(size_t)M, params->cov)) {
        return CURRICULUM_BAD_cov;
    }
    if (params->kurtosis && !curriculum_all_finite((size_t)M, params->kurtosis)) {
        return CURRICULUM_BAD_kurtosis;
    }
    if (!params->shares) {
        return CURRICULUM_MISSING_shares;
    }
    if (!curriculum_all_finite((size_t)blocks, params->shares)) {
        return CURRICULUM_BAD_shares;
    }
    if (params->variances && !curriculum_all_finite((size_t)blocks, params->variances)) {
        return CURRICULUM_BAD_variances;
    }
return CURRICULUM_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t curriculum_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int curriculum_general(int K, int M, int blocks, const curriculum_params *params)
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
static double curriculum_rhs_work(int K, int M, int blocks, const curriculum_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K + 1.0*S*S + 1.0*K*M + 1.0*K*S;
    size += 1.0*K*K + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*blocks*K*S;
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K*S*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static CURRICULUM_SIZED void curriculum_rhs_arrays(int K, int M, int blocks, const curriculum_params *params, const double *CURRICULUM_RESTRICT state,
                                 double *CURRICULUM_RESTRICT dstate, double *CURRICULUM_RESTRICT work)
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
    int general = curriculum_general(K, M, blocks, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)blocks*(size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)K;
    double *r1 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *I2 = r1 + (size_t)K;
    double *I_g1d = I2 + (size_t)S*(size_t)S;
    double *I_g2g0 = I_g1d + (size_t)K*(size_t)M;
    double *J2 = I_g2g0 + (size_t)K*(size_t)S;
    double *base0 = J2 + (size_t)K*(size_t)K;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *W = G0 + (size_t)S*(size_t)S;
    double *A = W + (size_t)K*(size_t)S;
    double *r2 = A + (size_t)blocks*(size_t)K*(size_t)S;
    double *I4 = r2 + with_V*(size_t)K*(size_t)K;
    double *E = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *kappa = E + with_V*(size_t)K*(size_t)K;

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
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + curriculum_packed(K, k, l)]*variances[h];
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
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + K + n)*S + K + m]);
            }
            C[(K + n)*S + K + m] = sum1;
        }
    }
    /* r0: 1/sqrt(C[k, k] + 1) */
    for (int k = 0; k < K; ++k) {
        r0[k] = (1.0 / sqrt(C[k*S + k] + 1.0));
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
    if (general) {
        /* r1: C[k, k] + 1 */
        for (int k = 0; k < K; ++k) {
            r1[k] = C[k*S + k] + 1.0;
        }
        /* I2: <g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                I2[k*S + l] = 0.63661977236758138*atan2(C[k*S + l], curriculum_root(r1[k]*r1[l], (C[k*S + l]*C[k*S + l])));
                I2[l*S + k] = I2[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                I2[k*S + K + n] = 0.63661977236758138*atan2(C[k*S + K + n], curriculum_root(C[(K + n)*S + K + n]*r1[k], (C[k*S + K + n]*C[k*S + K + n])));
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                I2[(K + n)*S + K + m] = 0.63661977236758138*atan2(C[(K + n)*S + K + m], curriculum_root(C[(K + m)*S + K + m]*C[(K + n)*S + K + n], (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])));
                I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
            }
        }
        for (int n = 0; n < M; ++n) {
            I2[(K + n)*S + K + n] = 1.0;
        }
    }
    if (isfinite(params->V)) {
        /* r2: 1/sqrt(C1[k, l, l] + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                r2[k*K + l] = (1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0));
            }
        }
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I4[((k*K + l)*S + a)*S + b] = 0.4052847345693511*atan2(C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]), curriculum_root((C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0)*(C1[(k*S + b)*S + b] - (C1[(k*S + l)*S + b]*C1[(k*S + l)*S + b])*(r2[k*K + l]*r2[k*K + l]) + 1.0), ((C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]))*(C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l])))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + a)*S + b] = I4[((k*K + l)*S + a)*S + b];
                        I4[((k*K + l)*S + b)*S + a] = I4[((k*K + l)*S + a)*S + b];
                        I4[((l*K + k)*S + b)*S + a] = I4[((k*K + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        I4[((k*K + l)*S + a)*S + K + n] = 0.4052847345693511*atan2(C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]), curriculum_root((-(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n])*(C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0), ((C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]))*(C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l])))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + a)*S + K + n] = I4[((k*K + l)*S + a)*S + K + n];
                        I4[((k*K + l)*S + K + n)*S + a] = I4[((k*K + l)*S + a)*S + K + n];
                        I4[((l*K + k)*S + K + n)*S + a] = I4[((k*K + l)*S + a)*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n + 1; m < M; ++m) {
                        I4[((k*K + l)*S + K + n)*S + K + m] = 0.4052847345693511*atan2(-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m], curriculum_root((-(C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + m])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + m)*S + K + m])*(-(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n]), ((-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m])*(-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m]))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + K + n)*S + K + m] = I4[((k*K + l)*S + K + n)*S + K + m];
                        I4[((k*K + l)*S + K + m)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + m];
                        I4[((l*K + k)*S + K + m)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    I4[((k*K + l)*S + K + n)*S + K + n] = 0.63661977236758138*r0[k]*r2[k*K + l];
                    I4[((l*K + k)*S + K + n)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + n];
                }
            }
        }
    }
    /* I_g1d: <g'(z_k) g'(z_n)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I_g1d[k*M + n] = 0.63661977236758138*(1.0 / sqrt(C1[(k*S + K + n)*S + K + n]))*r0[k];
        }
    }
    /* I_g2g0: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            I_g2g0[k*S + l] = -0.63661977236758138*(1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))*C1[(k*S + k)*S + l]*r0[k];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I_g2g0[k*S + K + n] = -0.63661977236758138*(1.0 / sqrt(C1[(k*S + K + n)*S + K + n]))*C1[(k*S + k)*S + K + n]*r0[k];
        }
    }
    /* J2: <g'(z_k) g'(z_l)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2[k*K + l] = 0.63661977236758138*(1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))*r0[k];
            J2[l*K + k] = J2[k*K + l];
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
    if (isfinite(params->V) && general && params->kurtosis) {
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
    if (general) {
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
    }
    /* W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W[k*S + l] = -params->eta_J*G0[k*S + l]*J2[k*K + l];
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
            W[k*S + K + n] = -params->eta_J*G0[k*S + K + n]*I_g1d[k*M + n];
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
                E[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0[k*S + l]*J2[k*K + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*I4[((k*K + l)*S + i)*S + j]);
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
                            sum2 += (j > i ? 2.0 : 1.0) * (I4[((k*K + l)*S + i)*S + j]*L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
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
                dQ[h*(K*(K + 1)/2) + curriculum_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[h*(K*(K + 1)/2) + curriculum_packed(K, k, l)] + A[(h*K + k)*S + l] + A[(h*K + l)*S + k];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ[h*(K*(K + 1)/2) + curriculum_packed(K, k, l)] += E[k*K + l]*shares[h]*variances[h];
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
                sum2 += (I2[k*S + i]*mc0[i]);
            }
            dw0[k] += -params->eta_0 * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int curriculum_checked_rhs(int K, int M, int blocks, const curriculum_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = curriculum_state_size(K, M, blocks);

    if (!curriculum_all_finite(n, state)) {
        return CURRICULUM_NONFINITE;
    }
#ifdef CURRICULUM_K
    if (K == CURRICULUM_K && M == CURRICULUM_M) {
        curriculum_rhs_arrays(CURRICULUM_K, CURRICULUM_M, blocks, params, state, dstate, work);
        return curriculum_all_finite(n, dstate) ? CURRICULUM_OK : CURRICULUM_DOMAIN;
    }
#endif
    curriculum_rhs_arrays(K, M, blocks, params, state, dstate, work);
    return curriculum_all_finite(n, dstate) ? CURRICULUM_OK : CURRICULUM_DOMAIN;
}

int curriculum_rhs(int K, int M, int blocks, const curriculum_params *params, const double *state, double *dstate, double *work)
{
    const int status = curriculum_checked(K, M, blocks, params);

    if (status != CURRICULUM_OK) {
        return status;
    }
    if (!curriculum_counted(curriculum_rhs_work(K, M, blocks, params))) {
        return CURRICULUM_TOO_LARGE;
    }
    return curriculum_checked_rhs(K, M, blocks, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double curriculum_eps_g_work(int K, int M, int blocks, const curriculum_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void curriculum_eps_g_arrays(int K, int M, int blocks, const curriculum_params *params, const double *CURRICULUM_RESTRICT state,
                                 double *eps_g, double *CURRICULUM_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    int general = curriculum_general(K, M, blocks, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *r0 = C + (size_t)S*(size_t)S;
    double *I2 = r0 + (size_t)K;
    double *base0 = I2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
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
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + curriculum_packed(K, k, l)]*variances[h];
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
    /* r0: C[k, k] + 1 */
    for (int k = 0; k < K; ++k) {
        r0[k] = C[k*S + k] + 1.0;
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2[k*S + l] = 0.63661977236758138*atan2(C[k*S + l], curriculum_root(r0[k]*r0[l], (C[k*S + l]*C[k*S + l])));
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I2[k*S + K + n] = 0.63661977236758138*atan2(C[k*S + K + n], curriculum_root(C[(K + n)*S + K + n]*r0[k], (C[k*S + K + n]*C[k*S + K + n])));
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n + 1; m < M; ++m) {
            I2[(K + n)*S + K + m] = 0.63661977236758138*atan2(C[(K + n)*S + K + m], curriculum_root(C[(K + m)*S + K + m]*C[(K + n)*S + K + n], (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])));
            I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        I2[(K + n)*S + K + n] = 1.0;
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
        }
    }
    if (general) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                    }
                }
                G0[i*S + j] += sum2;
            }
        }
    }
    /* eps_g: loss on fresh data */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I2[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
}

int curriculum_eps_g(int K, int M, int blocks, const curriculum_params *params, const double *state, double *eps_g, double *work)
{
    const int status = curriculum_checked(K, M, blocks, params);

    if (status != CURRICULUM_OK) {
        return status;
    }
    if (!curriculum_counted(curriculum_eps_g_work(K, M, blocks, params))) {
        return CURRICULUM_TOO_LARGE;
    }
    if (!curriculum_all_finite(curriculum_state_size(K, M, blocks), state)) {
        return CURRICULUM_NONFINITE;
    }
    curriculum_eps_g_arrays(K, M, blocks, params, state, eps_g, work);
    return isfinite(*eps_g) ? CURRICULUM_OK : CURRICULUM_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { CURRICULUM_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t curriculum_ramped_size(int K, int M, int blocks)
{
    (void)K;
    (void)M;
    (void)blocks;
    return (size_t)blocks + (size_t)blocks;
}

size_t curriculum_work_size(int K, int M, int blocks, const curriculum_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || blocks < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, curriculum_rhs_work(K, M, blocks, params));
    arrays = fmax(arrays, curriculum_eps_g_work(K, M, blocks, params));
    return curriculum_counted(CURRICULUM_VECTORS*((double)blocks*(double)K*(double)M + (double)blocks*(double)K*((double)K + 1)/2 + (double)K) + (double)curriculum_ramped_size(K, M, blocks) + arrays);
}

/* At which share of a step each stage is. */
static const double curriculum_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void curriculum_between(int K, int M, int blocks, const curriculum_params *params, const curriculum_params *then, double share, double *ramped, curriculum_params *now)
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
static int curriculum_norms_negative(int K, int M, int blocks, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*curriculum_state_size(K, M, blocks) + (size_t)blocks*(size_t)K*(size_t)M;
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                if (Q[(size_t)h*((size_t)K*((size_t)K + 1)/2) + (size_t)curriculum_packed(K, k, k)] < 0.0) {
                    return 1;
                }
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void curriculum_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void curriculum_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void curriculum_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double curriculum_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int curriculum_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int curriculum_integrate_ramped(int K, int M, int blocks, const curriculum_params *params, const curriculum_params *then, const curriculum_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, curriculum_stats *stats, double *work)
{
    curriculum_stats local = {0, 0, 0, 0.0};
    curriculum_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    curriculum_params between;
    const curriculum_params *now = params;
    int status = curriculum_checked(K, M, blocks, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return CURRICULUM_NULL_OPTIONS;
    }
    if (!state0) {
        return CURRICULUM_NULL_STATE;
    }
    if (!alphas) {
        return CURRICULUM_NULL_TIMES;
    }
    if (!states) {
        return CURRICULUM_NULL_RESULTS;
    }
    if (!work) {
        return CURRICULUM_NULL_WORK;
    }
    if (n < 1) {
        return CURRICULUM_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = curriculum_state_size(K, M, blocks);
    if (status == CURRICULUM_OK && then) {
        status = curriculum_checked(K, M, blocks, then);
        between = *params;
        now = &between;
    }
    if (status == CURRICULUM_OK && !curriculum_work_size(K, M, blocks, params)) {
        return CURRICULUM_TOO_LARGE;
    }
    if (status == CURRICULUM_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = CURRICULUM_RTOL;
    }
    if (status == CURRICULUM_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = CURRICULUM_ATOL;
    }
    for (size_t s = 0; s < n && status == CURRICULUM_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = CURRICULUM_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == CURRICULUM_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = CURRICULUM_TIMES;
        }
    }
    if (status != CURRICULUM_OK) {
        return curriculum_stop(status, 0, n, size, states);
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
    arrays = ramped + curriculum_ramped_size(K, M, blocks);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = curriculum_checked_rhs(K, M, blocks, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == CURRICULUM_OK && curriculum_norms_negative(K, M, blocks, 1, y)) {
        status = CURRICULUM_NEGATIVE_NORM;
    }
    if (status != CURRICULUM_OK) {
        return curriculum_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = curriculum_norm(size, y, y, y, rtol, atol);
        const double scale_f = curriculum_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? CURRICULUM_STEP_LIMIT : CURRICULUM_STEP_SIZE;

            return curriculum_stop(status == CURRICULUM_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = CURRICULUM_OK;
        for (int stage = 1; stage < 7 && status == CURRICULUM_OK; ++stage) {
            curriculum_stage(stage, size, h, y, k, y_new);
            if (then) {
                curriculum_between(K, M, blocks, params, then, (alpha + curriculum_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = curriculum_checked_rhs(K, M, blocks, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != CURRICULUM_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        curriculum_error(size, h, k, dense[4]);
        error = curriculum_norm(size, dense[4], y, y_new, rtol, atol);
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
        curriculum_bend(size, h, k, dense[4]);
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
        if (curriculum_norms_negative(K, M, blocks, 1, y) || curriculum_norms_negative(K, M, blocks, next - first, states + first*size)) {
            return curriculum_stop(CURRICULUM_NEGATIVE_NORM, first, n, size, states);
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
    return CURRICULUM_OK;
}

int curriculum_integrate(int K, int M, int blocks, const curriculum_params *params, const curriculum_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, curriculum_stats *stats, double *work)
{
    return curriculum_integrate_ramped(K, M, blocks, params, NULL, options, state0, n, alphas, states, stats, work);
}

int curriculum_check(int version, size_t size)
{
    return version == CURRICULUM_ABI && size == sizeof(curriculum_params) ? CURRICULUM_OK : CURRICULUM_LAYOUT;
}

const char *curriculum_strerror(int status)
{
    switch (status) {
    case CURRICULUM_OK:
        return "ok";
    case CURRICULUM_BAD_K:
        return "K is less than 1";
    case CURRICULUM_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case CURRICULUM_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case CURRICULUM_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case CURRICULUM_STEP_LIMIT:
        return "step limit: max_steps reached";
    case CURRICULUM_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case CURRICULUM_NULL_PARAMS:
        return "params is NULL";
    case CURRICULUM_TIMES:
        return "the times (alphas) do not increase";
    case CURRICULUM_RTOL:
        return "rtol is negative or not finite";
    case CURRICULUM_ATOL:
        return "atol is not positive or not finite";
    case CURRICULUM_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case CURRICULUM_OBSERVABLE:
        return "the observable is none of this model";
    case CURRICULUM_RULE:
        return "the number of nodes (size) is that of no rule";
    case CURRICULUM_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case CURRICULUM_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case CURRICULUM_BAD_M:
        return "M is less than 1";
    case CURRICULUM_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case CURRICULUM_NO_TIMES:
        return "there are no times: n is 0";
    case CURRICULUM_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case CURRICULUM_NULL_OPTIONS:
        return "options is NULL";
    case CURRICULUM_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case CURRICULUM_NULL_TIMES:
        return "alphas is NULL";
    case CURRICULUM_NULL_RESULTS:
        return "where the results go is NULL";
    case CURRICULUM_NULL_WORK:
        return "work is NULL";
    case CURRICULUM_NULL_REQUEST:
        return "request is NULL";
    case CURRICULUM_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case CURRICULUM_BAD_blocks:
        return "blocks is less than 1";
    case CURRICULUM_BAD_eta_J:
        return "eta_J is negative or not finite";
    case CURRICULUM_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case CURRICULUM_BAD_noise:
        return "noise is negative or not finite";
    case CURRICULUM_BAD_decay:
        return "decay is negative or not finite";
    case CURRICULUM_BAD_V:
        return "V is not at least 1";
    case CURRICULUM_BAD_T:
        return "T has an element that is not finite";
    case CURRICULUM_BAD_mean:
        return "mean has an element that is not finite";
    case CURRICULUM_BAD_cov:
        return "cov has an element that is not finite";
    case CURRICULUM_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case CURRICULUM_BAD_shares:
        return "shares has an element that is not finite";
    case CURRICULUM_BAD_variances:
        return "variances has an element that is not finite";
    case CURRICULUM_MISSING_T:
        return "T is NULL, and has to be given";
    case CURRICULUM_MISSING_shares:
        return "shares is NULL, and has to be given";
    case CURRICULUM_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
