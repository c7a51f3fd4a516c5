/*
 * sign_teacher.c - SGD on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system sign_teacher, digest d8b653d63e748bff. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in sign_teacher.h.
 */
#include "sign_teacher.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define SIGN_TEACHER_RESTRICT
#else
#define SIGN_TEACHER_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = SIGN_TEACHER_K and M = SIGN_TEACHER_M where these are defined. */
#if defined(SIGN_TEACHER_K) && defined(__GNUC__)
#define SIGN_TEACHER_SIZED inline __attribute__((always_inline))
#else
#define SIGN_TEACHER_SIZED
#endif

void sign_teacher_defaults(sign_teacher_params *params)
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

size_t sign_teacher_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int sign_teacher_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double sign_teacher_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

static int sign_teacher_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int sign_teacher_checked(int K, int M, const sign_teacher_params *params)
{
    if (K < 1) {
        return SIGN_TEACHER_BAD_K;
    }
    if (M < 1) {
        return SIGN_TEACHER_BAD_M;
    }
    if (!params) {
        return SIGN_TEACHER_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return SIGN_TEACHER_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return SIGN_TEACHER_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return SIGN_TEACHER_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return SIGN_TEACHER_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return SIGN_TEACHER_BAD_V;
    }
    if (!params->T) {
        return SIGN_TEACHER_MISSING_T;
    }
    if (!sign_teacher_all_finite((size_t)M*(size_t)M, params->T)) {
        return SIGN_TEACHER_BAD_T;
    }
    if (params->mean && !sign_teacher_all_finite((size_t)M, params->mean)) {
        return SIGN_TEACHER_BAD_mean;
    }
    if (params->cov && !sign_teacher_all_finite((size_t)M*(size_t)M, params->cov)) {
        return SIGN_TEACHER_BAD_cov;
    }
    if (params->kurtosis && !sign_teacher_all_finite((size_t)M, params->kurtosis)) {
        return SIGN_TEACHER_BAD_kurtosis;
    }
return SIGN_TEACHER_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t sign_teacher_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int sign_teacher_general(int K, int M, const sign_teacher_params *params)
{
    int found = params->eta_0 != 0.0;

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


/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double sign_teacher_rhs_work(int K, int M, const sign_teacher_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K + 1.0*S*S + 1.0*K*K + 1.0*K*M + 1.0*K*S*S;
    size += 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*K*S;
    if (isfinite(params->V)) {
        size += 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static SIGN_TEACHER_SIZED void sign_teacher_rhs_arrays(int K, int M, const sign_teacher_params *params, const double *SIGN_TEACHER_RESTRICT state,
                                 double *SIGN_TEACHER_RESTRICT dstate, double *SIGN_TEACHER_RESTRICT work)
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
    int general = sign_teacher_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)K;
    double *r1 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *I2 = r1 + (size_t)K;
    double *r2 = I2 + (size_t)S*(size_t)S;
    double *r3 = r2 + (size_t)K*(size_t)K;
    double *I3 = r3 + (size_t)K*(size_t)M;
    double *base0 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *I4 = A + (size_t)K*(size_t)S;
    double *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E = J2 + with_V*(size_t)K*(size_t)K;
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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[sign_teacher_packed(K, k, l)];
            C[l*S + k] = C[k*S + l];
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
                I2[k*S + l] = 0.63661977236758138*atan2(C[k*S + l], sign_teacher_root(r1[k]*r1[l], (C[k*S + l]*C[k*S + l])));
                I2[l*S + k] = I2[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                I2[k*S + K + n] = 0.63661977236758138*atan2(C[k*S + K + n], sign_teacher_root(C[(K + n)*S + K + n]*r1[k], (C[k*S + K + n]*C[k*S + K + n])));
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                I2[(K + n)*S + K + m] = 0.63661977236758138*atan2(C[(K + n)*S + K + m], sign_teacher_root(C[(K + m)*S + K + m]*C[(K + n)*S + K + n], (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])));
                I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
            }
        }
        for (int n = 0; n < M; ++n) {
            I2[(K + n)*S + K + n] = 1.0;
        }
    }
    /* r2: 1/sqrt(C1[k, l, l] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            r2[k*K + l] = (1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0));
        }
    }
    /* r3: 1/sqrt(C1[k, n, n]) */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            r3[k*M + n] = (1.0 / sqrt(C1[(k*S + K + n)*S + K + n]));
        }
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < K; ++a) {
                I3[(k*S + l)*S + a] = 0.63661977236758138*C1[(k*S + l)*S + a]*r0[k]*r2[k*K + a];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int n = 0; n < M; ++n) {
                I3[(k*S + l)*S + K + n] = 0.63661977236758138*C1[(k*S + l)*S + K + n]*r0[k]*r3[k*M + n];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                I3[(k*S + K + n)*S + l] = 0.63661977236758138*C1[(k*S + K + n)*S + l]*r0[k]*r2[k*K + l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                I3[(k*S + K + n)*S + K + m] = 0.63661977236758138*C1[(k*S + K + n)*S + K + m]*r0[k]*r3[k*M + m];
            }
        }
    }
    if (isfinite(params->V)) {
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I4[((k*K + l)*S + a)*S + b] = 0.4052847345693511*atan2(C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]), sign_teacher_root((C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0)*(C1[(k*S + b)*S + b] - (C1[(k*S + l)*S + b]*C1[(k*S + l)*S + b])*(r2[k*K + l]*r2[k*K + l]) + 1.0), ((C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]))*(C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l])))))*r0[k]*r2[k*K + l];
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
                        I4[((k*K + l)*S + a)*S + K + n] = 0.4052847345693511*atan2(C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]), sign_teacher_root((-(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n])*(C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0), ((C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]))*(C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l])))))*r0[k]*r2[k*K + l];
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
                        I4[((k*K + l)*S + K + n)*S + K + m] = 0.4052847345693511*atan2(-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m], sign_teacher_root((-(C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + m])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + m)*S + K + m])*(-(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n]), ((-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m])*(-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m]))))*r0[k]*r2[k*K + l];
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
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*(1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))*r0[k];
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
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->decay*params->eta_J*R[k*M + n] + A[k*S + K + n];
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[sign_teacher_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[sign_teacher_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[sign_teacher_packed(K, k, l)] += E[k*K + l];
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
static int sign_teacher_checked_rhs(int K, int M, const sign_teacher_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = sign_teacher_state_size(K, M);

    if (!sign_teacher_all_finite(n, state)) {
        return SIGN_TEACHER_NONFINITE;
    }
#ifdef SIGN_TEACHER_K
    if (K == SIGN_TEACHER_K && M == SIGN_TEACHER_M) {
        sign_teacher_rhs_arrays(SIGN_TEACHER_K, SIGN_TEACHER_M, params, state, dstate, work);
        return sign_teacher_all_finite(n, dstate) ? SIGN_TEACHER_OK : SIGN_TEACHER_DOMAIN;
    }
#endif
    sign_teacher_rhs_arrays(K, M, params, state, dstate, work);
    return sign_teacher_all_finite(n, dstate) ? SIGN_TEACHER_OK : SIGN_TEACHER_DOMAIN;
}

int sign_teacher_rhs(int K, int M, const sign_teacher_params *params, const double *state, double *dstate, double *work)
{
    const int status = sign_teacher_checked(K, M, params);

    if (status != SIGN_TEACHER_OK) {
        return status;
    }
    if (!sign_teacher_counted(sign_teacher_rhs_work(K, M, params))) {
        return SIGN_TEACHER_TOO_LARGE;
    }
    return sign_teacher_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double sign_teacher_eps_g_work(int K, int M, const sign_teacher_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void sign_teacher_eps_g_arrays(int K, int M, const sign_teacher_params *params, const double *SIGN_TEACHER_RESTRICT state,
                                 double *eps_g, double *SIGN_TEACHER_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    int general = sign_teacher_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *I2 = r0 + (size_t)K;
    double *base0 = I2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
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
            C[k*S + l] = Q[sign_teacher_packed(K, k, l)];
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
    /* r0: C[k, k] + 1 */
    for (int k = 0; k < K; ++k) {
        r0[k] = C[k*S + k] + 1.0;
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2[k*S + l] = 0.63661977236758138*atan2(C[k*S + l], sign_teacher_root(r0[k]*r0[l], (C[k*S + l]*C[k*S + l])));
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I2[k*S + K + n] = 0.63661977236758138*atan2(C[k*S + K + n], sign_teacher_root(C[(K + n)*S + K + n]*r0[k], (C[k*S + K + n]*C[k*S + K + n])));
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n + 1; m < M; ++m) {
            I2[(K + n)*S + K + m] = 0.63661977236758138*atan2(C[(K + n)*S + K + m], sign_teacher_root(C[(K + m)*S + K + m]*C[(K + n)*S + K + n], (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])));
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

int sign_teacher_eps_g(int K, int M, const sign_teacher_params *params, const double *state, double *eps_g, double *work)
{
    const int status = sign_teacher_checked(K, M, params);

    if (status != SIGN_TEACHER_OK) {
        return status;
    }
    if (!sign_teacher_counted(sign_teacher_eps_g_work(K, M, params))) {
        return SIGN_TEACHER_TOO_LARGE;
    }
    if (!sign_teacher_all_finite(sign_teacher_state_size(K, M), state)) {
        return SIGN_TEACHER_NONFINITE;
    }
    sign_teacher_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? SIGN_TEACHER_OK : SIGN_TEACHER_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { SIGN_TEACHER_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t sign_teacher_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t sign_teacher_work_size(int K, int M, const sign_teacher_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, sign_teacher_rhs_work(K, M, params));
    arrays = fmax(arrays, sign_teacher_eps_g_work(K, M, params));
    return sign_teacher_counted(SIGN_TEACHER_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)sign_teacher_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double sign_teacher_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void sign_teacher_between(int K, int M, const sign_teacher_params *params, const sign_teacher_params *then, double share, double *ramped, sign_teacher_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->noise = params->noise + share*(then->noise - params->noise);
    now->decay = params->decay + share*(then->decay - params->decay);
    (void)K;
    (void)M;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int sign_teacher_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*sign_teacher_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[sign_teacher_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void sign_teacher_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void sign_teacher_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void sign_teacher_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double sign_teacher_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int sign_teacher_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int sign_teacher_integrate_ramped(int K, int M, const sign_teacher_params *params, const sign_teacher_params *then, const sign_teacher_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, sign_teacher_stats *stats, double *work)
{
    sign_teacher_stats local = {0, 0, 0, 0.0};
    sign_teacher_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    sign_teacher_params between;
    const sign_teacher_params *now = params;
    int status = sign_teacher_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return SIGN_TEACHER_NULL_OPTIONS;
    }
    if (!state0) {
        return SIGN_TEACHER_NULL_STATE;
    }
    if (!alphas) {
        return SIGN_TEACHER_NULL_TIMES;
    }
    if (!states) {
        return SIGN_TEACHER_NULL_RESULTS;
    }
    if (!work) {
        return SIGN_TEACHER_NULL_WORK;
    }
    if (n < 1) {
        return SIGN_TEACHER_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = sign_teacher_state_size(K, M);
    if (status == SIGN_TEACHER_OK && then) {
        status = sign_teacher_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == SIGN_TEACHER_OK && !sign_teacher_work_size(K, M, params)) {
        return SIGN_TEACHER_TOO_LARGE;
    }
    if (status == SIGN_TEACHER_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = SIGN_TEACHER_RTOL;
    }
    if (status == SIGN_TEACHER_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = SIGN_TEACHER_ATOL;
    }
    for (size_t s = 0; s < n && status == SIGN_TEACHER_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = SIGN_TEACHER_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == SIGN_TEACHER_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = SIGN_TEACHER_TIMES;
        }
    }
    if (status != SIGN_TEACHER_OK) {
        return sign_teacher_stop(status, 0, n, size, states);
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
    arrays = ramped + sign_teacher_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = sign_teacher_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == SIGN_TEACHER_OK && sign_teacher_norms_negative(K, M, 1, y)) {
        status = SIGN_TEACHER_NEGATIVE_NORM;
    }
    if (status != SIGN_TEACHER_OK) {
        return sign_teacher_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = sign_teacher_norm(size, y, y, y, rtol, atol);
        const double scale_f = sign_teacher_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? SIGN_TEACHER_STEP_LIMIT : SIGN_TEACHER_STEP_SIZE;

            return sign_teacher_stop(status == SIGN_TEACHER_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = SIGN_TEACHER_OK;
        for (int stage = 1; stage < 7 && status == SIGN_TEACHER_OK; ++stage) {
            sign_teacher_stage(stage, size, h, y, k, y_new);
            if (then) {
                sign_teacher_between(K, M, params, then, (alpha + sign_teacher_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = sign_teacher_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != SIGN_TEACHER_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        sign_teacher_error(size, h, k, dense[4]);
        error = sign_teacher_norm(size, dense[4], y, y_new, rtol, atol);
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
        sign_teacher_bend(size, h, k, dense[4]);
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
        if (sign_teacher_norms_negative(K, M, 1, y) || sign_teacher_norms_negative(K, M, next - first, states + first*size)) {
            return sign_teacher_stop(SIGN_TEACHER_NEGATIVE_NORM, first, n, size, states);
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
    return SIGN_TEACHER_OK;
}

int sign_teacher_integrate(int K, int M, const sign_teacher_params *params, const sign_teacher_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, sign_teacher_stats *stats, double *work)
{
    return sign_teacher_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int sign_teacher_check(int version, size_t size)
{
    return version == SIGN_TEACHER_ABI && size == sizeof(sign_teacher_params) ? SIGN_TEACHER_OK : SIGN_TEACHER_LAYOUT;
}

const char *sign_teacher_strerror(int status)
{
    switch (status) {
    case SIGN_TEACHER_OK:
        return "ok";
    case SIGN_TEACHER_BAD_K:
        return "K is less than 1";
    case SIGN_TEACHER_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case SIGN_TEACHER_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case SIGN_TEACHER_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case SIGN_TEACHER_STEP_LIMIT:
        return "step limit: max_steps reached";
    case SIGN_TEACHER_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case SIGN_TEACHER_NULL_PARAMS:
        return "params is NULL";
    case SIGN_TEACHER_TIMES:
        return "the times (alphas) do not increase";
    case SIGN_TEACHER_RTOL:
        return "rtol is negative or not finite";
    case SIGN_TEACHER_ATOL:
        return "atol is not positive or not finite";
    case SIGN_TEACHER_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case SIGN_TEACHER_OBSERVABLE:
        return "the observable is none of this model";
    case SIGN_TEACHER_RULE:
        return "the number of nodes (size) is that of no rule";
    case SIGN_TEACHER_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case SIGN_TEACHER_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case SIGN_TEACHER_BAD_M:
        return "M is less than 1";
    case SIGN_TEACHER_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case SIGN_TEACHER_NO_TIMES:
        return "there are no times: n is 0";
    case SIGN_TEACHER_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case SIGN_TEACHER_NULL_OPTIONS:
        return "options is NULL";
    case SIGN_TEACHER_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case SIGN_TEACHER_NULL_TIMES:
        return "alphas is NULL";
    case SIGN_TEACHER_NULL_RESULTS:
        return "where the results go is NULL";
    case SIGN_TEACHER_NULL_WORK:
        return "work is NULL";
    case SIGN_TEACHER_NULL_REQUEST:
        return "request is NULL";
    case SIGN_TEACHER_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case SIGN_TEACHER_BAD_eta_J:
        return "eta_J is negative or not finite";
    case SIGN_TEACHER_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case SIGN_TEACHER_BAD_noise:
        return "noise is negative or not finite";
    case SIGN_TEACHER_BAD_decay:
        return "decay is negative or not finite";
    case SIGN_TEACHER_BAD_V:
        return "V is not at least 1";
    case SIGN_TEACHER_BAD_T:
        return "T has an element that is not finite";
    case SIGN_TEACHER_BAD_mean:
        return "mean has an element that is not finite";
    case SIGN_TEACHER_BAD_cov:
        return "cov has an element that is not finite";
    case SIGN_TEACHER_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case SIGN_TEACHER_MISSING_T:
        return "T is NULL, and has to be given";
    case SIGN_TEACHER_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
