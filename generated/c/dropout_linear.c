/*
 * dropout_linear.c - SGD with dropout: units are kept with a probability in each step
 *
 * Emitted by orderode 0.1.0 from the system dropout_linear, digest c4657ccb582458ad. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in dropout_linear.h.
 */
#include "dropout_linear.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define DROPOUT_LINEAR_RESTRICT
#else
#define DROPOUT_LINEAR_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = DROPOUT_LINEAR_K and M = DROPOUT_LINEAR_M where these are defined. */
#if defined(DROPOUT_LINEAR_K) && defined(__GNUC__)
#define DROPOUT_LINEAR_SIZED inline __attribute__((always_inline))
#else
#define DROPOUT_LINEAR_SIZED
#endif

void dropout_linear_defaults(dropout_linear_params *params)
{
    params->eta_J = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->keep = 1.0;
    params->V = INFINITY;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
}

size_t dropout_linear_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int dropout_linear_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int dropout_linear_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int dropout_linear_checked(int K, int M, const dropout_linear_params *params)
{
    if (K < 1) {
        return DROPOUT_LINEAR_BAD_K;
    }
    if (M < 1) {
        return DROPOUT_LINEAR_BAD_M;
    }
    if (!params) {
        return DROPOUT_LINEAR_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return DROPOUT_LINEAR_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return DROPOUT_LINEAR_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return DROPOUT_LINEAR_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return DROPOUT_LINEAR_BAD_decay;
    }
    if (!(params->keep >= 0.0) || !isfinite(params->keep)) {
        return DROPOUT_LINEAR_BAD_keep;
    }
    if (!(params->V >= 1.0)) {
        return DROPOUT_LINEAR_BAD_V;
    }
    if (!params->T) {
        return DROPOUT_LINEAR_MISSING_T;
    }
    if (!dropout_linear_all_finite((size_t)M*(size_t)M, params->T)) {
        return DROPOUT_LINEAR_BAD_T;
    }
    if (params->mean && !dropout_linear_all_finite((size_t)M, params->mean)) {
        return DROPOUT_LINEAR_BAD_mean;
    }
    if (params->cov && !dropout_linear_all_finite((size_t)M*(size_t)M, params->cov)) {
        return DROPOUT_LINEAR_BAD_cov;
    }
    if (params->kurtosis && !dropout_linear_all_finite((size_t)M, params->kurtosis)) {
        return DROPOUT_LINEAR_BAD_kurtosis;
    }
return DROPOUT_LINEAR_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t dropout_linear_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int dropout_linear_general(int K, int M, const dropout_linear_params *params)
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
static double dropout_linear_rhs_work(int K, int M, const dropout_linear_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*S + 1.0*S*S + 1.0*K*S;
    if (isfinite(params->V)) {
        size += 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*M*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static DROPOUT_LINEAR_SIZED void dropout_linear_rhs_arrays(int K, int M, const dropout_linear_params *params, const double *DROPOUT_LINEAR_RESTRICT state,
                                 double *DROPOUT_LINEAR_RESTRICT dstate, double *DROPOUT_LINEAR_RESTRICT work)
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
    int general = dropout_linear_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *I3 = I2 + (size_t)S*(size_t)S;
    double *mc0 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *I4 = A + (size_t)K*(size_t)S;
    double *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E = J2 + with_V*(size_t)K*(size_t)K;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *v0 = kappa + with_V_kurtosis*(size_t)M;

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
            C[k*S + l] = Q[dropout_linear_packed(K, k, l)];
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
    if (general) {
        /* I2: <g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                I2[k*S + j] = C[k*S + j];
                I2[j*S + k] = I2[k*S + j];
            }
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
            }
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
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[(K + n)*S + k] = G0[k*S + K + n];
            }
        }
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
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            A[k*S + i] = params->eta_J*(params->keep*params->keep)*G0[k*S + k]*I3[(k*S + i)*S + k] - params->eta_J*params->keep*G0[k*S + k]*I3[(k*S + i)*S + k];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum1 += (G0[k*S + K + n]*I3[(k*S + i)*S + K + n]);
            }
            A[k*S + i] += -params->eta_J*params->keep * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int l = 0; l < K; ++l) {
                sum1 += (G0[k*S + l]*I3[(k*S + i)*S + l]);
            }
            A[k*S + i] += -params->eta_J*(params->keep*params->keep) * sum1;
        }
    }
    if (isfinite(params->V) && general && params->kurtosis) {
        /* v0: L0[l, p]*kappa[p] */
        for (int p = 0; p < M; ++p) {
            for (int l = 0; l < K; ++l) {
                v0[p*K + l] = L0[l*M + p]*kappa[p];
            }
        }
    }
    if (isfinite(params->V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = -18.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V + 12.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V + 6.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V + 2.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*G0[k*S + k]*G0[l*S + l]*I4[((k*K + l)*S + k)*S + l]/params->V + 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*(G0[k*S + l]*G0[k*S + l])*I4[((k*K + l)*S + k)*S + l]/params->V + 6.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*G0[k*S + l]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + l]/params->V - 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V - 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*I4[((k*K + l)*S + k)*S + l]*(mc0[k]*mc0[k])*(mc0[l]*mc0[l])/params->V - 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*I4[((k*K + l)*S + l)*S + l]*mc0[k]*(mc0[l]*mc0[l]*mc0[l])/params->V + 36.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V - 24.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V - 9.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V - 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*G0[k*S + k]*G0[l*S + l]*I4[((k*K + l)*S + k)*S + l]/params->V - 8.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*(G0[k*S + l]*G0[k*S + l])*I4[((k*K + l)*S + k)*S + l]/params->V - 9.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*G0[k*S + l]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + l]/params->V + 6.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V + 8.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*I4[((k*K + l)*S + k)*S + l]*(mc0[k]*mc0[k])*(mc0[l]*mc0[l])/params->V + 6.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*I4[((k*K + l)*S + l)*S + l]*mc0[k]*(mc0[l]*mc0[l]*mc0[l])/params->V - (params->eta_J*params->eta_J)*(params->keep*params->keep)*(params->noise*params->noise)*(k == l ? 1.0 : 0.0)*G0[k*S + l]*J2[k*K + l]/params->V + (params->eta_J*params->eta_J)*(params->keep*params->keep)*(params->noise*params->noise)*G0[k*S + l]*J2[k*K + l]/params->V - 21.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V + 14.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V + 3.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V + 2.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*G0[k*S + k]*G0[l*S + l]*I4[((k*K + l)*S + k)*S + l]/params->V + 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*(G0[k*S + l]*G0[k*S + l])*I4[((k*K + l)*S + k)*S + l]/params->V + 3.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*G0[k*S + l]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + l]/params->V - 2.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V - 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + l]*(mc0[k]*mc0[k])*(mc0[l]*mc0[l])/params->V - 2.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)*I4[((k*K + l)*S + l)*S + l]*mc0[k]*(mc0[l]*mc0[l]*mc0[l])/params->V + (params->eta_J*params->eta_J)*params->keep*(params->noise*params->noise)*(k == l ? 1.0 : 0.0)*G0[k*S + l]*J2[k*K + l]/params->V + 3.0*(params->eta_J*params->eta_J)*params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V - 2.0*(params->eta_J*params->eta_J)*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        sum2 += (m > n ? 2.0 : 1.0) * ((-params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[(K + n)*S + K + m] - params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + K + m]*G0[l*S + K + n] - params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + K + m] + 2.0*params->keep*(k == l ? 1.0 : 0.0)*mc0[k]*mc0[l]*mc0[K + m]*mc0[K + n] + params->keep*G0[k*S + l]*G0[(K + n)*S + K + m] + params->keep*G0[k*S + K + m]*G0[l*S + K + n] + params->keep*G0[k*S + K + n]*G0[l*S + K + m] - 2.0*params->keep*mc0[k]*mc0[l]*mc0[K + m]*mc0[K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[(K + n)*S + K + m] + (k == l ? 1.0 : 0.0)*G0[k*S + K + m]*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + K + m] - 2.0*(k == l ? 1.0 : 0.0)*mc0[k]*mc0[l]*mc0[K + m]*mc0[K + n])*I4[((k*K + l)*S + K + n)*S + K + m]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*params->keep/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    sum2 += ((params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] + 4.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + a] + 2.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + a]*I4[((k*K + l)*S + a)*S + a] + 2.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a] - 2.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*(mc0[a]*mc0[a])*mc0[k]*mc0[l] - 4.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*mc0[a]*(mc0[k]*mc0[k])*mc0[l] - (params->keep*params->keep)*G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] - 2.0*(params->keep*params->keep)*G0[k*S + a]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + a] - 2.0*(params->keep*params->keep)*G0[k*S + a]*G0[l*S + a]*I4[((k*K + l)*S + a)*S + a] - (params->keep*params->keep)*G0[k*S + a]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + a] - (params->keep*params->keep)*G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a] - 2.0*(params->keep*params->keep)*G0[k*S + l]*G0[l*S + a]*I4[((k*K + l)*S + l)*S + a] + 2.0*(params->keep*params->keep)*I4[((k*K + l)*S + a)*S + a]*(mc0[a]*mc0[a])*mc0[k]*mc0[l] + 2.0*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + a]*mc0[a]*(mc0[k]*mc0[k])*mc0[l] + 2.0*(params->keep*params->keep)*I4[((k*K + l)*S + l)*S + a]*mc0[a]*mc0[k]*(mc0[l]*mc0[l]) - 2.0*params->keep*(k == l ? 1.0 : 0.0)*G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] - 6.0*params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + a] - 4.0*params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + a]*I4[((k*K + l)*S + a)*S + a] - 3.0*params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a] + 4.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*(mc0[a]*mc0[a])*mc0[k]*mc0[l] + 6.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*mc0[a]*(mc0[k]*mc0[k])*mc0[l] + params->keep*G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] + 2.0*params->keep*G0[k*S + a]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + a] + 2.0*params->keep*G0[k*S + a]*G0[l*S + a]*I4[((k*K + l)*S + a)*S + a] + params->keep*G0[k*S + a]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + a] + params->keep*G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a] + 2.0*params->keep*G0[k*S + l]*G0[l*S + a]*I4[((k*K + l)*S + l)*S + a] - 2.0*params->keep*I4[((k*K + l)*S + a)*S + a]*(mc0[a]*mc0[a])*mc0[k]*mc0[l] - 2.0*params->keep*I4[((k*K + l)*S + k)*S + a]*mc0[a]*(mc0[k]*mc0[k])*mc0[l] - 2.0*params->keep*I4[((k*K + l)*S + l)*S + a]*mc0[a]*mc0[k]*(mc0[l]*mc0[l]) + (k == l ? 1.0 : 0.0)*G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] + 2.0*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + a] + 2.0*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + a]*I4[((k*K + l)*S + a)*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a] - 2.0*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*(mc0[a]*mc0[a])*mc0[k]*mc0[l] - 2.0*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*mc0[a]*(mc0[k]*mc0[k])*mc0[l]);
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        sum2 += ((-params->keep*(k == l ? 1.0 : 0.0)*G0[a*S + K + n]*G0[k*S + l] - params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + K + n] - params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + a] + 2.0*params->keep*(k == l ? 1.0 : 0.0)*mc0[a]*mc0[k]*mc0[l]*mc0[K + n] + params->keep*G0[a*S + K + n]*G0[k*S + l] + params->keep*G0[k*S + a]*G0[l*S + K + n] + params->keep*G0[k*S + K + n]*G0[l*S + a] - 2.0*params->keep*mc0[a]*mc0[k]*mc0[l]*mc0[K + n] + (k == l ? 1.0 : 0.0)*G0[a*S + K + n]*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + a] - 2.0*(k == l ? 1.0 : 0.0)*mc0[a]*mc0[k]*mc0[l]*mc0[K + n])*I4[((k*K + l)*S + a)*S + K + n]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        sum2 += ((-params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + K + n] - params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[(K + n)*S + a] - params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + a] + 2.0*params->keep*(k == l ? 1.0 : 0.0)*mc0[a]*mc0[k]*mc0[l]*mc0[K + n] + params->keep*G0[k*S + a]*G0[l*S + K + n] + params->keep*G0[k*S + l]*G0[(K + n)*S + a] + params->keep*G0[k*S + K + n]*G0[l*S + a] - 2.0*params->keep*mc0[a]*mc0[k]*mc0[l]*mc0[K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[(K + n)*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + a] - 2.0*(k == l ? 1.0 : 0.0)*mc0[a]*mc0[k]*mc0[l]*mc0[K + n])*I4[((k*K + l)*S + K + n)*S + a]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int b = 0; b < K; ++b) {
                    sum2 += (4.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + b]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + b] + 2.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b] - 4.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*mc0[b]*(mc0[k]*mc0[k])*mc0[l] - 2.0*(params->keep*params->keep)*G0[k*S + b]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + b] - (params->keep*params->keep)*G0[k*S + b]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + b] - (params->keep*params->keep)*G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b] - 2.0*(params->keep*params->keep)*G0[k*S + l]*G0[l*S + b]*I4[((k*K + l)*S + l)*S + b] + 2.0*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + b]*mc0[b]*(mc0[k]*mc0[k])*mc0[l] + 2.0*(params->keep*params->keep)*I4[((k*K + l)*S + l)*S + b]*mc0[b]*mc0[k]*(mc0[l]*mc0[l]) - 6.0*params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + b]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + b] - 3.0*params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b] + 6.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*mc0[b]*(mc0[k]*mc0[k])*mc0[l] + 2.0*params->keep*G0[k*S + b]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + b] + params->keep*G0[k*S + b]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + b] + params->keep*G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b] + 2.0*params->keep*G0[k*S + l]*G0[l*S + b]*I4[((k*K + l)*S + l)*S + b] - 2.0*params->keep*I4[((k*K + l)*S + k)*S + b]*mc0[b]*(mc0[k]*mc0[k])*mc0[l] - 2.0*params->keep*I4[((k*K + l)*S + l)*S + b]*mc0[b]*mc0[k]*(mc0[l]*mc0[l]) + 2.0*(k == l ? 1.0 : 0.0)*G0[k*S + b]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + b] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b] - 2.0*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*mc0[b]*(mc0[k]*mc0[k])*mc0[l]);
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        sum2 += (b > a ? 2.0 : 1.0) * ((-params->keep*(k == l ? 1.0 : 0.0)*G0[a*S + b]*G0[k*S + l] - params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + b] - params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + b]*G0[l*S + a] + 2.0*params->keep*(k == l ? 1.0 : 0.0)*mc0[a]*mc0[b]*mc0[k]*mc0[l] + params->keep*G0[a*S + b]*G0[k*S + l] + params->keep*G0[k*S + a]*G0[l*S + b] + params->keep*G0[k*S + b]*G0[l*S + a] - 2.0*params->keep*mc0[a]*mc0[b]*mc0[k]*mc0[l] + (k == l ? 1.0 : 0.0)*G0[a*S + b]*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + b] + (k == l ? 1.0 : 0.0)*G0[k*S + b]*G0[l*S + a] - 2.0*(k == l ? 1.0 : 0.0)*mc0[a]*mc0[b]*mc0[k]*mc0[l])*I4[((k*K + l)*S + a)*S + b]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    sum2 += (2.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + 4.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[k*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] - 4.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*(mc0[k]*mc0[k])*mc0[l]*mc0[K + n] - (params->keep*params->keep)*G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] - 2.0*(params->keep*params->keep)*G0[k*S + l]*G0[k*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] - 2.0*(params->keep*params->keep)*G0[k*S + l]*G0[l*S + K + n]*I4[((k*K + l)*S + l)*S + K + n] - (params->keep*params->keep)*G0[k*S + K + n]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + K + n] + 2.0*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + K + n]*(mc0[k]*mc0[k])*mc0[l]*mc0[K + n] + 2.0*(params->keep*params->keep)*I4[((k*K + l)*S + l)*S + K + n]*mc0[k]*(mc0[l]*mc0[l])*mc0[K + n] - 3.0*params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] - 6.0*params->keep*(k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[k*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + 6.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*(mc0[k]*mc0[k])*mc0[l]*mc0[K + n] + params->keep*G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + 2.0*params->keep*G0[k*S + l]*G0[k*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + 2.0*params->keep*G0[k*S + l]*G0[l*S + K + n]*I4[((k*K + l)*S + l)*S + K + n] + params->keep*G0[k*S + K + n]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + K + n] - 2.0*params->keep*I4[((k*K + l)*S + k)*S + K + n]*(mc0[k]*mc0[k])*mc0[l]*mc0[K + n] - 2.0*params->keep*I4[((k*K + l)*S + l)*S + K + n]*mc0[k]*(mc0[l]*mc0[l])*mc0[K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + 2.0*(k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[k*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] - 2.0*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*(mc0[k]*mc0[k])*mc0[l]*mc0[K + n]);
                }
                E[k*K + l] += 2.0*(params->eta_J*params->eta_J)*params->keep/params->V * sum2;
            }
        }
    }
    if (isfinite(params->V) && general && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += ((-6.0*(params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) + 2.0*(params->keep*params->keep*params->keep)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) + 2.0*(params->keep*params->keep*params->keep)*I4[((k*K + l)*S + k)*S + l]*L0[k*M + p]*L0[l*M + p] + 2.0*(params->keep*params->keep*params->keep)*I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p]) + 12.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) - 3.0*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) - 4.0*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + l]*L0[k*M + p]*L0[l*M + p] - 3.0*(params->keep*params->keep)*I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p]) - 7.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) + params->keep*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) + 2.0*params->keep*I4[((k*K + l)*S + k)*S + l]*L0[k*M + p]*L0[l*M + p] + params->keep*I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p]) + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]))*L0[k*M + p]*v0[p*K + l]);
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*params->keep/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (m > n ? 2.0 : 1.0) * (I4[((k*K + l)*S + K + n)*S + K + m]*L0[k*M + p]*L0[l*M + p]*L0[(K + m)*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int b = 0; b < K; ++b) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += ((2.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + l)*S + b]*L0[l*M + p] - 3.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + l)*S + b]*L0[l*M + p] + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p])*L0[b*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (((params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] + 2.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + l)*S + a]*L0[l*M + p] - 2.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] - 3.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] + params->keep*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + l)*S + a]*L0[l*M + p] + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p])*L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (I4[((k*K + l)*S + a)*S + K + n]*L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (I4[((k*K + l)*S + K + n)*S + a]*L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (b > a ? 2.0 : 1.0) * (I4[((k*K + l)*S + a)*S + b]*L0[a*M + p]*L0[b*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += ((2.0*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + l)*S + K + n]*L0[l*M + p] - 3.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + l)*S + K + n]*L0[l*M + p] + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p])*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p]);
                    }
                }
                E[k*K + l] += 2.0*(params->eta_J*params->eta_J)*params->keep/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (m > n ? 2.0 : 1.0) * (I4[((k*K + l)*S + K + n)*S + K + m]*L0[k*M + p]*L0[l*M + p]*L0[(K + m)*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*params->keep*(k == l ? 1.0 : 0.0)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (I4[((k*K + l)*S + a)*S + K + n]*L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (I4[((k*K + l)*S + K + n)*S + a]*L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (b > a ? 2.0 : 1.0) * (I4[((k*K + l)*S + a)*S + b]*L0[a*M + p]*L0[b*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (m > n ? 2.0 : 1.0) * (I4[((k*K + l)*S + K + n)*S + K + m]*L0[k*M + p]*L0[l*M + p]*L0[(K + m)*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += -(params->eta_J*params->eta_J)*(params->keep*params->keep)*(k == l ? 1.0 : 0.0)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (I4[((k*K + l)*S + a)*S + K + n]*L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += -(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int a = 0; a < K; ++a) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (I4[((k*K + l)*S + K + n)*S + a]*L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += -(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (b > a ? 2.0 : 1.0) * (I4[((k*K + l)*S + a)*S + b]*L0[a*M + p]*L0[b*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += -(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*(k == l ? 1.0 : 0.0)/params->V * sum2;
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
            dQ[dropout_linear_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[dropout_linear_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[dropout_linear_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = 0.0;
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            dw0[k] += params->eta_0*(params->keep*params->keep)*I2[k*S + k]*mc0[k] - params->eta_0*params->keep*I2[k*S + k]*mc0[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum2 += (I2[k*S + K + n]*mc0[K + n]);
            }
            dw0[k] += -params->eta_0*params->keep * sum2;
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int l = 0; l < K; ++l) {
                sum2 += (I2[k*S + l]*mc0[l]);
            }
            dw0[k] += -params->eta_0*(params->keep*params->keep) * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int dropout_linear_checked_rhs(int K, int M, const dropout_linear_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = dropout_linear_state_size(K, M);

    if (!dropout_linear_all_finite(n, state)) {
        return DROPOUT_LINEAR_NONFINITE;
    }
#ifdef DROPOUT_LINEAR_K
    if (K == DROPOUT_LINEAR_K && M == DROPOUT_LINEAR_M) {
        dropout_linear_rhs_arrays(DROPOUT_LINEAR_K, DROPOUT_LINEAR_M, params, state, dstate, work);
        return dropout_linear_all_finite(n, dstate) ? DROPOUT_LINEAR_OK : DROPOUT_LINEAR_DOMAIN;
    }
#endif
    dropout_linear_rhs_arrays(K, M, params, state, dstate, work);
    return dropout_linear_all_finite(n, dstate) ? DROPOUT_LINEAR_OK : DROPOUT_LINEAR_DOMAIN;
}

int dropout_linear_rhs(int K, int M, const dropout_linear_params *params, const double *state, double *dstate, double *work)
{
    const int status = dropout_linear_checked(K, M, params);

    if (status != DROPOUT_LINEAR_OK) {
        return status;
    }
    if (!dropout_linear_counted(dropout_linear_rhs_work(K, M, params))) {
        return DROPOUT_LINEAR_TOO_LARGE;
    }
    return dropout_linear_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double dropout_linear_eps_g_work(int K, int M, const dropout_linear_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void dropout_linear_eps_g_arrays(int K, int M, const dropout_linear_params *params, const double *DROPOUT_LINEAR_RESTRICT state,
                                 double *eps_g, double *DROPOUT_LINEAR_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    int general = dropout_linear_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
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
            C[k*S + l] = Q[dropout_linear_packed(K, k, l)];
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
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
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
            G0[(K + n)*S + k] = G0[k*S + K + n];
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
    /* eps_g: loss of all units */
    {
        double sum1 = 0.0;
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                sum1 += (m > n ? 2.0 : 1.0) * (G0[(K + n)*S + K + m]*I2[(K + n)*S + K + m]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
    {
        double sum1 = 0.0;
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                sum1 += (G0[k*S + K + m]*I2[k*S + K + m]);
            }
        }
        *eps_g += 0.5*params->keep * sum1;
    }
    {
        double sum1 = 0.0;
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                sum1 += (G0[(K + n)*S + l]*I2[(K + n)*S + l]);
            }
        }
        *eps_g += 0.5*params->keep * sum1;
    }
    {
        double sum1 = 0.0;
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                sum1 += (l > k ? 2.0 : 1.0) * (G0[k*S + l]*I2[k*S + l]);
            }
        }
        *eps_g += 0.5*(params->keep*params->keep) * sum1;
    }
}

int dropout_linear_eps_g(int K, int M, const dropout_linear_params *params, const double *state, double *eps_g, double *work)
{
    const int status = dropout_linear_checked(K, M, params);

    if (status != DROPOUT_LINEAR_OK) {
        return status;
    }
    if (!dropout_linear_counted(dropout_linear_eps_g_work(K, M, params))) {
        return DROPOUT_LINEAR_TOO_LARGE;
    }
    if (!dropout_linear_all_finite(dropout_linear_state_size(K, M), state)) {
        return DROPOUT_LINEAR_NONFINITE;
    }
    dropout_linear_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? DROPOUT_LINEAR_OK : DROPOUT_LINEAR_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { DROPOUT_LINEAR_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t dropout_linear_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t dropout_linear_work_size(int K, int M, const dropout_linear_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, dropout_linear_rhs_work(K, M, params));
    arrays = fmax(arrays, dropout_linear_eps_g_work(K, M, params));
    return dropout_linear_counted(DROPOUT_LINEAR_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)dropout_linear_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double dropout_linear_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void dropout_linear_between(int K, int M, const dropout_linear_params *params, const dropout_linear_params *then, double share, double *ramped, dropout_linear_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->noise = params->noise + share*(then->noise - params->noise);
    now->decay = params->decay + share*(then->decay - params->decay);
    now->keep = params->keep + share*(then->keep - params->keep);
    (void)K;
    (void)M;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int dropout_linear_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*dropout_linear_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[dropout_linear_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void dropout_linear_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void dropout_linear_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void dropout_linear_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double dropout_linear_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int dropout_linear_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int dropout_linear_integrate_ramped(int K, int M, const dropout_linear_params *params, const dropout_linear_params *then, const dropout_linear_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, dropout_linear_stats *stats, double *work)
{
    dropout_linear_stats local = {0, 0, 0, 0.0};
    dropout_linear_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    dropout_linear_params between;
    const dropout_linear_params *now = params;
    int status = dropout_linear_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return DROPOUT_LINEAR_NULL_OPTIONS;
    }
    if (!state0) {
        return DROPOUT_LINEAR_NULL_STATE;
    }
    if (!alphas) {
        return DROPOUT_LINEAR_NULL_TIMES;
    }
    if (!states) {
        return DROPOUT_LINEAR_NULL_RESULTS;
    }
    if (!work) {
        return DROPOUT_LINEAR_NULL_WORK;
    }
    if (n < 1) {
        return DROPOUT_LINEAR_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = dropout_linear_state_size(K, M);
    if (status == DROPOUT_LINEAR_OK && then) {
        status = dropout_linear_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == DROPOUT_LINEAR_OK && !dropout_linear_work_size(K, M, params)) {
        return DROPOUT_LINEAR_TOO_LARGE;
    }
    if (status == DROPOUT_LINEAR_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = DROPOUT_LINEAR_RTOL;
    }
    if (status == DROPOUT_LINEAR_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = DROPOUT_LINEAR_ATOL;
    }
    for (size_t s = 0; s < n && status == DROPOUT_LINEAR_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = DROPOUT_LINEAR_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == DROPOUT_LINEAR_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = DROPOUT_LINEAR_TIMES;
        }
    }
    if (status != DROPOUT_LINEAR_OK) {
        return dropout_linear_stop(status, 0, n, size, states);
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
    arrays = ramped + dropout_linear_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = dropout_linear_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == DROPOUT_LINEAR_OK && dropout_linear_norms_negative(K, M, 1, y)) {
        status = DROPOUT_LINEAR_NEGATIVE_NORM;
    }
    if (status != DROPOUT_LINEAR_OK) {
        return dropout_linear_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = dropout_linear_norm(size, y, y, y, rtol, atol);
        const double scale_f = dropout_linear_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? DROPOUT_LINEAR_STEP_LIMIT : DROPOUT_LINEAR_STEP_SIZE;

            return dropout_linear_stop(status == DROPOUT_LINEAR_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = DROPOUT_LINEAR_OK;
        for (int stage = 1; stage < 7 && status == DROPOUT_LINEAR_OK; ++stage) {
            dropout_linear_stage(stage, size, h, y, k, y_new);
            if (then) {
                dropout_linear_between(K, M, params, then, (alpha + dropout_linear_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = dropout_linear_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != DROPOUT_LINEAR_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        dropout_linear_error(size, h, k, dense[4]);
        error = dropout_linear_norm(size, dense[4], y, y_new, rtol, atol);
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
        dropout_linear_bend(size, h, k, dense[4]);
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
        if (dropout_linear_norms_negative(K, M, 1, y) || dropout_linear_norms_negative(K, M, next - first, states + first*size)) {
            return dropout_linear_stop(DROPOUT_LINEAR_NEGATIVE_NORM, first, n, size, states);
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
    return DROPOUT_LINEAR_OK;
}

int dropout_linear_integrate(int K, int M, const dropout_linear_params *params, const dropout_linear_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, dropout_linear_stats *stats, double *work)
{
    return dropout_linear_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int dropout_linear_check(int version, size_t size)
{
    return version == DROPOUT_LINEAR_ABI && size == sizeof(dropout_linear_params) ? DROPOUT_LINEAR_OK : DROPOUT_LINEAR_LAYOUT;
}

const char *dropout_linear_strerror(int status)
{
    switch (status) {
    case DROPOUT_LINEAR_OK:
        return "ok";
    case DROPOUT_LINEAR_BAD_K:
        return "K is less than 1";
    case DROPOUT_LINEAR_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case DROPOUT_LINEAR_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case DROPOUT_LINEAR_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case DROPOUT_LINEAR_STEP_LIMIT:
        return "step limit: max_steps reached";
    case DROPOUT_LINEAR_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case DROPOUT_LINEAR_NULL_PARAMS:
        return "params is NULL";
    case DROPOUT_LINEAR_TIMES:
        return "the times (alphas) do not increase";
    case DROPOUT_LINEAR_RTOL:
        return "rtol is negative or not finite";
    case DROPOUT_LINEAR_ATOL:
        return "atol is not positive or not finite";
    case DROPOUT_LINEAR_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case DROPOUT_LINEAR_OBSERVABLE:
        return "the observable is none of this model";
    case DROPOUT_LINEAR_RULE:
        return "the number of nodes (size) is that of no rule";
    case DROPOUT_LINEAR_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case DROPOUT_LINEAR_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case DROPOUT_LINEAR_BAD_M:
        return "M is less than 1";
    case DROPOUT_LINEAR_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case DROPOUT_LINEAR_NO_TIMES:
        return "there are no times: n is 0";
    case DROPOUT_LINEAR_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case DROPOUT_LINEAR_NULL_OPTIONS:
        return "options is NULL";
    case DROPOUT_LINEAR_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case DROPOUT_LINEAR_NULL_TIMES:
        return "alphas is NULL";
    case DROPOUT_LINEAR_NULL_RESULTS:
        return "where the results go is NULL";
    case DROPOUT_LINEAR_NULL_WORK:
        return "work is NULL";
    case DROPOUT_LINEAR_NULL_REQUEST:
        return "request is NULL";
    case DROPOUT_LINEAR_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case DROPOUT_LINEAR_BAD_eta_J:
        return "eta_J is negative or not finite";
    case DROPOUT_LINEAR_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case DROPOUT_LINEAR_BAD_noise:
        return "noise is negative or not finite";
    case DROPOUT_LINEAR_BAD_decay:
        return "decay is negative or not finite";
    case DROPOUT_LINEAR_BAD_keep:
        return "keep is negative or not finite";
    case DROPOUT_LINEAR_BAD_V:
        return "V is not at least 1";
    case DROPOUT_LINEAR_BAD_T:
        return "T has an element that is not finite";
    case DROPOUT_LINEAR_BAD_mean:
        return "mean has an element that is not finite";
    case DROPOUT_LINEAR_BAD_cov:
        return "cov has an element that is not finite";
    case DROPOUT_LINEAR_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case DROPOUT_LINEAR_MISSING_T:
        return "T is NULL, and has to be given";
    case DROPOUT_LINEAR_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
