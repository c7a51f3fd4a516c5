/*
 * hermite_teacher.c - SGD on the labels of a teacher with the link He_3
 *
 * Emitted by orderode 0.1.0 from the system hermite_teacher, digest 9660a97ff6c9f86e. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in hermite_teacher.h.
 */
#include "hermite_teacher.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define HERMITE_TEACHER_RESTRICT
#else
#define HERMITE_TEACHER_RESTRICT restrict
#endif

void hermite_teacher_defaults(hermite_teacher_params *params)
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

size_t hermite_teacher_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int hermite_teacher_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int hermite_teacher_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int hermite_teacher_checked(int K, int M, const hermite_teacher_params *params)
{
    if (K < 1) {
        return HERMITE_TEACHER_BAD_K;
    }
    if (M < 1) {
        return HERMITE_TEACHER_BAD_M;
    }
    if (!params) {
        return HERMITE_TEACHER_NULL_POINTER;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return HERMITE_TEACHER_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return HERMITE_TEACHER_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return HERMITE_TEACHER_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return HERMITE_TEACHER_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return HERMITE_TEACHER_BAD_V;
    }
    if (!params->T) {
        return HERMITE_TEACHER_MISSING_T;
    }
    if (!hermite_teacher_all_finite((size_t)M*(size_t)M, params->T)) {
        return HERMITE_TEACHER_BAD_T;
    }
    if (params->mean && !hermite_teacher_all_finite((size_t)M, params->mean)) {
        return HERMITE_TEACHER_BAD_mean;
    }
    if (params->cov && !hermite_teacher_all_finite((size_t)M*(size_t)M, params->cov)) {
        return HERMITE_TEACHER_BAD_cov;
    }
    if (params->kurtosis && !hermite_teacher_all_finite((size_t)M, params->kurtosis)) {
        return HERMITE_TEACHER_BAD_kurtosis;
    }
return HERMITE_TEACHER_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t hermite_teacher_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double hermite_teacher_rhs_work(int K, int M, const hermite_teacher_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K*K + 1.0*M + 1.0*S*S + 1.0*K*S*S + 1.0*S;
    size += 1.0*S*S + 1.0*K*S;
    if (isfinite(params->V)) {
        size += 1.0*K*K*S*S + 1.0*K*K*K + 1.0*K*K*K*S*S + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void hermite_teacher_rhs_arrays(int K, int M, const hermite_teacher_params *params, const double *HERMITE_TEACHER_RESTRICT state,
                                 double *HERMITE_TEACHER_RESTRICT dstate, double *HERMITE_TEACHER_RESTRICT work)
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
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)K;
    double *r1 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *r3 = r1 + (size_t)K*(size_t)K;
    double *I2 = r3 + (size_t)M;
    double *I3 = I2 + (size_t)S*(size_t)S;
    double *mc0 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *C2 = A + (size_t)K*(size_t)S;
    double *r2 = C2 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *C3 = r2 + with_V*(size_t)K*(size_t)K*(size_t)K;
    double *I4 = C3 + with_V*(size_t)K*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E = J2 + with_V*(size_t)K*(size_t)K;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;

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
            C[k*S + l] = Q[hermite_teacher_packed(K, k, l)];
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
    /* r1: 1/sqrt(C1[k, l, l] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            r1[k*K + l] = (1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0));
        }
    }
    if (isfinite(params->V)) {
        /* C2: covariance of the fields with the Gaussian weight of k, l absorbed */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        C2[((k*K + l)*S + i)*S + j] = C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*K + l]*r1[k*K + l]);
                        C2[((k*K + l)*S + j)*S + i] = C2[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
        /* r2: 1/sqrt(C2[k, l, a, a] + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    r2[(k*K + l)*K + a] = (1.0 / sqrt(C2[((k*K + l)*S + a)*S + a] + 1.0));
                }
            }
        }
        /* C3: covariance of the fields with the Gaussian weight of k, l, a absorbed */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            C3[(((k*K + l)*K + a)*S + i)*S + j] = -C2[((k*K + l)*S + a)*S + i]*C2[((k*K + l)*S + a)*S + j]*(r2[(k*K + l)*K + a]*r2[(k*K + l)*K + a]) + C2[((k*K + l)*S + i)*S + j];
                            C3[(((k*K + l)*K + a)*S + j)*S + i] = C3[(((k*K + l)*K + a)*S + i)*S + j];
                        }
                    }
                }
            }
        }
    }
    /* r3: 3*C[n, n] - 3 */
    for (int n = 0; n < M; ++n) {
        r3[n] = 3.0*C[(K + n)*S + K + n] - 3.0;
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2[k*S + l] = 0.63661977236758138*asin(C[k*S + l]*r0[k]*r0[l]);
            I2[l*S + k] = I2[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I2[k*S + K + n] = 0.79788456080286541*C1[(k*S + K + n)*S + K + n]*C[k*S + K + n]*r0[k] + 1.5957691216057308*C[k*S + K + n]*C[(K + n)*S + K + n]*r0[k] - 2.3936536824085959*C[k*S + K + n]*r0[k];
            I2[(K + n)*S + k] = I2[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            I2[(K + n)*S + K + m] = 6.0*(C[(K + n)*S + K + m]*C[(K + n)*S + K + m]*C[(K + n)*S + K + m]) + C[(K + n)*S + K + m]*r3[m]*r3[n];
            I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
        }
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int a = 0; a < K; ++a) {
                I3[(k*S + l)*S + a] = 0.63661977236758138*C1[(k*S + l)*S + a]*r0[k]*r1[k*K + a];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            for (int n = 0; n < M; ++n) {
                I3[(k*S + l)*S + K + n] = 2.3936536824085959*C1[(k*S + l)*S + K + n]*C1[(k*S + K + n)*S + K + n]*r0[k] - 2.3936536824085959*C1[(k*S + l)*S + K + n]*r0[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                I3[(k*S + K + n)*S + l] = 0.63661977236758138*C1[(k*S + K + n)*S + l]*r0[k]*r1[k*K + l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                I3[(k*S + K + n)*S + K + m] = 2.3936536824085959*C1[(k*S + K + m)*S + K + m]*C1[(k*S + K + n)*S + K + m]*r0[k] - 2.3936536824085959*C1[(k*S + K + n)*S + K + m]*r0[k];
            }
        }
    }
    if (isfinite(params->V)) {
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I4[((k*K + l)*S + a)*S + b] = 0.4052847345693511*asin(C2[((k*K + l)*S + a)*S + b]*r2[(k*K + l)*K + a]*r2[(k*K + l)*K + b])*r0[k]*r1[k*K + l];
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
                        I4[((k*K + l)*S + a)*S + K + n] = 0.63661977236758138*(1.5957691216057308*C2[((k*K + l)*S + a)*S + K + n]*C2[((k*K + l)*S + K + n)*S + K + n]*r2[(k*K + l)*K + a] + 0.79788456080286541*C2[((k*K + l)*S + a)*S + K + n]*C3[(((k*K + l)*K + a)*S + K + n)*S + K + n]*r2[(k*K + l)*K + a])*r0[k]*r1[k*K + l] - 1.5238472624217834*C2[((k*K + l)*S + a)*S + K + n]*r0[k]*r1[k*K + l]*r2[(k*K + l)*K + a];
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
                    for (int m = n; m < M; ++m) {
                        I4[((k*K + l)*S + K + n)*S + K + m] = 0.63661977236758138*(9.0*C2[((k*K + l)*S + K + m)*S + K + m]*C2[((k*K + l)*S + K + n)*S + K + m]*C2[((k*K + l)*S + K + n)*S + K + n] + 6.0*(C2[((k*K + l)*S + K + n)*S + K + m]*C2[((k*K + l)*S + K + n)*S + K + m]*C2[((k*K + l)*S + K + n)*S + K + m]))*r0[k]*r1[k*K + l] - 5.7295779513082321*C2[((k*K + l)*S + K + m)*S + K + m]*C2[((k*K + l)*S + K + n)*S + K + m]*r0[k]*r1[k*K + l] - 5.7295779513082321*C2[((k*K + l)*S + K + n)*S + K + m]*C2[((k*K + l)*S + K + n)*S + K + n]*r0[k]*r1[k*K + l] + 5.7295779513082321*C2[((k*K + l)*S + K + n)*S + K + m]*r0[k]*r1[k*K + l];
                        I4[((l*K + k)*S + K + n)*S + K + m] = I4[((k*K + l)*S + K + n)*S + K + m];
                        I4[((k*K + l)*S + K + m)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + m];
                        I4[((l*K + k)*S + K + m)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + m];
                    }
                }
            }
        }
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*r0[k]*r1[k*K + l];
                J2[l*K + k] = J2[k*K + l];
            }
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
            G0[(K + n)*S + k] = G0[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] = cov[n*M + m] + mc0[K + m]*mc0[K + n];
            G0[(K + m)*S + K + n] = G0[(K + n)*S + K + m];
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
                E[l*K + k] = E[k*K + l];
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
                E[l*K + k] = E[k*K + l];
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
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
                E[l*K + k] = E[k*K + l];
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
            dQ[hermite_teacher_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[hermite_teacher_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[hermite_teacher_packed(K, k, l)] += E[k*K + l];
            }
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
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int hermite_teacher_checked_rhs(int K, int M, const hermite_teacher_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = hermite_teacher_state_size(K, M);

    if (!hermite_teacher_all_finite(n, state)) {
        return HERMITE_TEACHER_NONFINITE;
    }
    hermite_teacher_rhs_arrays(K, M, params, state, dstate, work);
    return hermite_teacher_all_finite(n, dstate) ? HERMITE_TEACHER_OK : HERMITE_TEACHER_DOMAIN;
}

int hermite_teacher_rhs(int K, int M, const hermite_teacher_params *params, const double *state, double *dstate, double *work)
{
    const int status = hermite_teacher_checked(K, M, params);

    if (status != HERMITE_TEACHER_OK) {
        return status;
    }
    if (!hermite_teacher_counted(hermite_teacher_rhs_work(K, M, params))) {
        return HERMITE_TEACHER_TOO_LARGE;
    }
    return hermite_teacher_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double hermite_teacher_eps_g_work(int K, int M, const hermite_teacher_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*K + 1.0*M + 1.0*S*S + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void hermite_teacher_eps_g_arrays(int K, int M, const hermite_teacher_params *params, const double *HERMITE_TEACHER_RESTRICT state,
                                 double *eps_g, double *HERMITE_TEACHER_RESTRICT work)
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
    double *r0 = C + (size_t)S*(size_t)S;
    double *r1 = r0 + (size_t)K;
    double *I2 = r1 + (size_t)M;
    double *mc0 = I2 + (size_t)S*(size_t)S;
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
            C[k*S + l] = Q[hermite_teacher_packed(K, k, l)];
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
    /* r0: 1/sqrt(C[k, k] + 1) */
    for (int k = 0; k < K; ++k) {
        r0[k] = (1.0 / sqrt(C[k*S + k] + 1.0));
    }
    /* r1: 3*C[n, n] - 3 */
    for (int n = 0; n < M; ++n) {
        r1[n] = 3.0*C[(K + n)*S + K + n] - 3.0;
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2[k*S + l] = 0.63661977236758138*asin(C[k*S + l]*r0[k]*r0[l]);
            I2[l*S + k] = I2[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I2[k*S + K + n] = 0.79788456080286541*(-(C[k*S + K + n]*C[k*S + K + n])*(r0[k]*r0[k]) + C[(K + n)*S + K + n])*C[k*S + K + n]*r0[k] + 1.5957691216057308*C[k*S + K + n]*C[(K + n)*S + K + n]*r0[k] - 2.3936536824085959*C[k*S + K + n]*r0[k];
            I2[(K + n)*S + k] = I2[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            I2[(K + n)*S + K + m] = 6.0*(C[(K + n)*S + K + m]*C[(K + n)*S + K + m]*C[(K + n)*S + K + m]) + C[(K + n)*S + K + m]*r1[m]*r1[n];
            I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
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
            G0[(K + n)*S + k] = G0[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] = cov[n*M + m] + mc0[K + m]*mc0[K + n];
            G0[(K + m)*S + K + n] = G0[(K + n)*S + K + m];
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

int hermite_teacher_eps_g(int K, int M, const hermite_teacher_params *params, const double *state, double *eps_g, double *work)
{
    const int status = hermite_teacher_checked(K, M, params);

    if (status != HERMITE_TEACHER_OK) {
        return status;
    }
    if (!hermite_teacher_counted(hermite_teacher_eps_g_work(K, M, params))) {
        return HERMITE_TEACHER_TOO_LARGE;
    }
    if (!hermite_teacher_all_finite(hermite_teacher_state_size(K, M), state)) {
        return HERMITE_TEACHER_NONFINITE;
    }
    hermite_teacher_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? HERMITE_TEACHER_OK : HERMITE_TEACHER_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { HERMITE_TEACHER_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

size_t hermite_teacher_work_size(int K, int M, const hermite_teacher_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, hermite_teacher_rhs_work(K, M, params));
    arrays = fmax(arrays, hermite_teacher_eps_g_work(K, M, params));
    return hermite_teacher_counted(HERMITE_TEACHER_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + arrays);
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int hermite_teacher_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*hermite_teacher_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[hermite_teacher_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void hermite_teacher_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void hermite_teacher_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void hermite_teacher_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double hermite_teacher_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int hermite_teacher_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int hermite_teacher_integrate(int K, int M, const hermite_teacher_params *params, const hermite_teacher_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, hermite_teacher_stats *stats, double *work)
{
    hermite_teacher_stats local = {0, 0, 0, 0.0};
    hermite_teacher_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *arrays;
    double alpha, end, h, previous_error = 1e-4;
    int status = hermite_teacher_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options || !state0 || !alphas || !states || !work) {
        return HERMITE_TEACHER_NULL_POINTER;
    }
    if (n < 1) {
        return HERMITE_TEACHER_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = hermite_teacher_state_size(K, M);
    if (status == HERMITE_TEACHER_OK && !hermite_teacher_work_size(K, M, params)) {
        return HERMITE_TEACHER_TOO_LARGE;
    }
    if (status == HERMITE_TEACHER_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = HERMITE_TEACHER_RTOL;
    }
    if (status == HERMITE_TEACHER_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = HERMITE_TEACHER_ATOL;
    }
    for (size_t s = 0; s < n && status == HERMITE_TEACHER_OK; ++s) {
        if (!isfinite(alphas[s]) || (s > 0 && !(alphas[s] > alphas[s - 1]))) {
            status = HERMITE_TEACHER_TIMES;
        }
    }
    if (status != HERMITE_TEACHER_OK) {
        return hermite_teacher_stop(status, 0, n, size, states);
    }
    y = work;
    y_new = y + size;
    for (int s = 0; s < 7; ++s) {
        k[s] = y_new + (size_t)(s + 1)*size;
    }
    for (int s = 0; s < 5; ++s) {
        dense[s] = k[6] + (size_t)(s + 1)*size;
    }
    arrays = dense[4] + size;

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = hermite_teacher_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == HERMITE_TEACHER_OK && hermite_teacher_norms_negative(K, M, 1, y)) {
        status = HERMITE_TEACHER_NEGATIVE_NORM;
    }
    if (status != HERMITE_TEACHER_OK) {
        return hermite_teacher_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = hermite_teacher_norm(size, y, y, y, rtol, atol);
        const double scale_f = hermite_teacher_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? HERMITE_TEACHER_STEP_LIMIT : HERMITE_TEACHER_STEP_SIZE;

            return hermite_teacher_stop(status == HERMITE_TEACHER_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = HERMITE_TEACHER_OK;
        for (int stage = 1; stage < 7 && status == HERMITE_TEACHER_OK; ++stage) {
            hermite_teacher_stage(stage, size, h, y, k, y_new);
            status = hermite_teacher_checked_rhs(K, M, params, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != HERMITE_TEACHER_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        hermite_teacher_error(size, h, k, dense[4]);
        error = hermite_teacher_norm(size, dense[4], y, y_new, rtol, atol);
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
        hermite_teacher_bend(size, h, k, dense[4]);
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
        if (hermite_teacher_norms_negative(K, M, 1, y) || hermite_teacher_norms_negative(K, M, next - first, states + first*size)) {
            return hermite_teacher_stop(HERMITE_TEACHER_NEGATIVE_NORM, first, n, size, states);
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
    return HERMITE_TEACHER_OK;
}

const char *hermite_teacher_strerror(int status)
{
    switch (status) {
    case HERMITE_TEACHER_OK:
        return "ok";
    case HERMITE_TEACHER_BAD_K:
        return "K is less than 1";
    case HERMITE_TEACHER_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case HERMITE_TEACHER_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case HERMITE_TEACHER_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case HERMITE_TEACHER_STEP_LIMIT:
        return "step limit: max_steps reached";
    case HERMITE_TEACHER_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case HERMITE_TEACHER_NULL_POINTER:
        return "a pointer that has to be given is NULL";
    case HERMITE_TEACHER_TIMES:
        return "the times (alphas) are none, not finite, or not increasing";
    case HERMITE_TEACHER_RTOL:
        return "rtol is negative or not finite";
    case HERMITE_TEACHER_ATOL:
        return "atol is not positive or not finite";
    case HERMITE_TEACHER_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case HERMITE_TEACHER_OBSERVABLE:
        return "the observable is none of this model";
    case HERMITE_TEACHER_RULE:
        return "the number of nodes (size) is that of no rule";
    case HERMITE_TEACHER_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case HERMITE_TEACHER_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case HERMITE_TEACHER_BAD_M:
        return "M is less than 1";
    case HERMITE_TEACHER_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case HERMITE_TEACHER_BAD_eta_J:
        return "eta_J is negative or not finite";
    case HERMITE_TEACHER_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case HERMITE_TEACHER_BAD_noise:
        return "noise is negative or not finite";
    case HERMITE_TEACHER_BAD_decay:
        return "decay is negative or not finite";
    case HERMITE_TEACHER_BAD_V:
        return "V is not at least 1";
    case HERMITE_TEACHER_BAD_T:
        return "T has an element that is not finite";
    case HERMITE_TEACHER_BAD_mean:
        return "mean has an element that is not finite";
    case HERMITE_TEACHER_BAD_cov:
        return "cov has an element that is not finite";
    case HERMITE_TEACHER_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case HERMITE_TEACHER_MISSING_T:
        return "T is NULL, and has to be given";
    case HERMITE_TEACHER_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
