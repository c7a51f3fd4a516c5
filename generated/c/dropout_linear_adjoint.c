/*
 * dropout_linear_adjoint.c - SGD with dropout: units are kept with a probability in each step
 *
 * Emitted by orderode 0.1.0 from the system dropout_linear_adjoint, digest c4657ccb582458ad. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in dropout_linear_adjoint.h.
 */
#include "dropout_linear_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define DROPOUT_LINEAR_ADJOINT_RESTRICT
#else
#define DROPOUT_LINEAR_ADJOINT_RESTRICT restrict
#endif

void dropout_linear_adjoint_defaults(dropout_linear_adjoint_params *params)
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

size_t dropout_linear_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t dropout_linear_adjoint_row_size(int K, int M)
{
    return dropout_linear_adjoint_state_size(K, M) + 6;
}

/* The slope of an element that is a copy of another goes to that. */
static void dropout_linear_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int dropout_linear_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int dropout_linear_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int dropout_linear_adjoint_checked(int K, int M, const dropout_linear_adjoint_params *params)
{
    if (K < 1) {
        return DROPOUT_LINEAR_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return DROPOUT_LINEAR_ADJOINT_BAD_M;
    }
    if (!params) {
        return DROPOUT_LINEAR_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_decay;
    }
    if (!(params->keep >= 0.0) || !isfinite(params->keep)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_keep;
    }
    if (!(params->V >= 1.0)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return DROPOUT_LINEAR_ADJOINT_MISSING_T;
    }
    if (!dropout_linear_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_T;
    }
    if (params->mean && !dropout_linear_adjoint_all_finite((size_t)M, params->mean)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_mean;
    }
    if (params->cov && !dropout_linear_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !dropout_linear_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return DROPOUT_LINEAR_ADJOINT_BAD_kurtosis;
    }
return DROPOUT_LINEAR_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t dropout_linear_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double dropout_linear_adjoint_rhs_work(int K, int M, const dropout_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*M;
    size += 1.0*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K + 1.0*K*K*S*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*M*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void dropout_linear_adjoint_rhs_arrays(int K, int M, const dropout_linear_adjoint_params *params, const double *DROPOUT_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *DROPOUT_LINEAR_ADJOINT_RESTRICT work)
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
    double *mc0 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *I4 = dw0 + (size_t)K;
    double *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E = J2 + with_V*(size_t)K*(size_t)K;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *v0 = kappa + with_V_kurtosis*(size_t)M;
    double *y_C = v0 + with_V_kurtosis*(size_t)M*(size_t)K;
    double *y_I2 = y_C + (size_t)S*(size_t)S;
    double *y_I3 = y_I2 + (size_t)S*(size_t)S;
    double *y_mc0 = y_I3 + (size_t)K*(size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_A = y_G0 + (size_t)S*(size_t)S;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_I4 = y_dw0 + (size_t)K;
    double *y_E = y_I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;

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
            C[k*S + l] = Q[dropout_linear_adjoint_packed(K, k, l)];
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
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            I2[k*S + j] = C[k*S + j];
            I2[j*S + k] = I2[k*S + j];
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
    if (isfinite(params->V)) {
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
    if (isfinite(params->V) && params->kurtosis) {
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
    if (isfinite(params->V) && params->kurtosis) {
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
            dQ[dropout_linear_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[dropout_linear_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[dropout_linear_adjoint_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = 0.0;
    }
    for (int k = 0; k < K; ++k) {
        dw0[k] += params->eta_0*(params->keep*params->keep)*I2[k*S + k]*mc0[k] - params->eta_0*params->keep*I2[k*S + k]*mc0[k];
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int n = 0; n < M; ++n) {
            sum1 += (I2[k*S + K + n]*mc0[K + n]);
        }
        dw0[k] += -params->eta_0*params->keep * sum1;
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int l = 0; l < K; ++l) {
            sum1 += (I2[k*S + l]*mc0[l]);
        }
        dw0[k] += -params->eta_0*(params->keep*params->keep) * sum1;
    }
    (void)y_C;
    (void)y_I2;
    (void)y_I3;
    (void)y_mc0;
    (void)y_G0;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_I4;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*dropout_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + dropout_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + dropout_linear_adjoint_state_size(K, M) + 1;
        double *y_noise = result + dropout_linear_adjoint_state_size(K, M) + 2;
        double *y_decay = result + dropout_linear_adjoint_state_size(K, M) + 3;
        double *y_keep = result + dropout_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + dropout_linear_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < dropout_linear_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*dropout_linear_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*dropout_linear_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*dropout_linear_adjoint_state_size(K, M) + overlaps + p];
        }
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_keep;
        (void)y_V;
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    for (int l = 0; l < K; ++l) {
                        const double p_0 = -params->eta_0;
                        const double p_1 = (params->keep*params->keep)*I2[k*S + l]*mc0[l];
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_I2[k*S + l] += b_p_1*(params->keep*params->keep)*mc0[l];
                        (*y_keep) += 2.0*b_p_1*params->keep*I2[k*S + l]*mc0[l];
                        y_mc0[l] += b_p_1*(params->keep*params->keep)*I2[k*S + l];
                        (*y_eta_0) += -b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    for (int n = 0; n < M; ++n) {
                        const double p_0 = -params->eta_0;
                        const double p_1 = params->keep*I2[k*S + K + n]*mc0[K + n];
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_I2[k*S + K + n] += b_p_1*params->keep*mc0[K + n];
                        (*y_keep) += b_p_1*I2[k*S + K + n]*mc0[K + n];
                        y_mc0[K + n] += b_p_1*params->keep*I2[k*S + K + n];
                        (*y_eta_0) += -b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    const double p_0 = -params->eta_0;
                    const double p_1 = params->keep*I2[k*S + k]*mc0[k];
                    const double b_p_1 = here*p_0;
                    const double b_p_0 = here*p_1;
                    y_I2[k*S + k] += b_p_1*params->keep*mc0[k] + params->eta_0*here*(params->keep*params->keep)*mc0[k];
                    (*y_eta_0) += -b_p_0 + here*(params->keep*params->keep)*I2[k*S + k]*mc0[k];
                    (*y_keep) += b_p_1*I2[k*S + k]*mc0[k] + 2.0*params->eta_0*here*params->keep*I2[k*S + k]*mc0[k];
                    y_mc0[k] += b_p_1*params->keep*I2[k*S + k] + params->eta_0*here*(params->keep*params->keep)*I2[k*S + k];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_dw0[k] = 0.0;
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ[dropout_linear_adjoint_packed(K, k, l)];

                        if (here != 0.0) {
                            y_E[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ[dropout_linear_adjoint_packed(K, k, l)];

                    y_dQ[dropout_linear_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[dropout_linear_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[dropout_linear_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[dropout_linear_adjoint_packed(K, k, l)];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR[k*M + n];

                    y_dR[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + K + n] += here;
                        y_R[k*M + n] += -params->decay*params->eta_J*here;
                        (*y_decay) += -params->eta_J*here*R[k*M + n];
                        (*y_eta_J) += -params->decay*here*R[k*M + n];
                    }
                }
            }
        }
        if (isfinite(params->V) && params->kurtosis) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int b = a; b < K; ++b) {
                                    for (int p = 0; p < M; ++p) {
                                        const double here = (b > a ? 2.0 : 1.0) * whole;
                                        const double p_0 = -(params->eta_J*params->eta_J);
                                        const double p_1 = (params->keep*params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        const double p_2 = L0[a*M + p]*L0[b*M + p]*L0[k*M + p];
                                        const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + b]*L0[l*M + p];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_I4[((k*K + l)*S + a)*S + b] += b_p_3*(k == l ? 1.0 : 0.0)*L0[l*M + p];
                                        (*y_V) += -b_p_1*(params->keep*params->keep*params->keep*params->keep)*kappa[p]/(params->V*params->V);
                                        (*y_keep) += 4.0*b_p_1*(params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        (*y_eta_J) += -2.0*b_p_0*params->eta_J;
                                    }
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

                        if (here != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int a = 0; a < K; ++a) {
                                    for (int p = 0; p < M; ++p) {
                                        const double p_0 = -(params->eta_J*params->eta_J);
                                        const double p_1 = (params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        const double p_2 = L0[a*M + p]*L0[k*M + p]*L0[l*M + p];
                                        const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + K + n)*S + a]*L0[(K + n)*M + p];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_I4[((k*K + l)*S + K + n)*S + a] += b_p_3*(k == l ? 1.0 : 0.0)*L0[(K + n)*M + p];
                                        (*y_V) += -b_p_1*(params->keep*params->keep*params->keep)*kappa[p]/(params->V*params->V);
                                        (*y_keep) += 3.0*b_p_1*(params->keep*params->keep)*kappa[p]/params->V;
                                        (*y_eta_J) += -2.0*b_p_0*params->eta_J;
                                    }
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

                        if (here != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int n = 0; n < M; ++n) {
                                    for (int p = 0; p < M; ++p) {
                                        const double p_0 = -(params->eta_J*params->eta_J);
                                        const double p_1 = (params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        const double p_2 = L0[a*M + p]*L0[k*M + p]*L0[l*M + p];
                                        const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + K + n]*L0[(K + n)*M + p];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_I4[((k*K + l)*S + a)*S + K + n] += b_p_3*(k == l ? 1.0 : 0.0)*L0[(K + n)*M + p];
                                        (*y_V) += -b_p_1*(params->keep*params->keep*params->keep)*kappa[p]/(params->V*params->V);
                                        (*y_keep) += 3.0*b_p_1*(params->keep*params->keep)*kappa[p]/params->V;
                                        (*y_eta_J) += -2.0*b_p_0*params->eta_J;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int m = n; m < M; ++m) {
                                    for (int p = 0; p < M; ++p) {
                                        const double here = (m > n ? 2.0 : 1.0) * whole;
                                        const double p_0 = -(params->eta_J*params->eta_J);
                                        const double p_1 = (params->keep*params->keep)*kappa[p]/params->V;
                                        const double p_2 = L0[k*M + p]*L0[l*M + p]*L0[(K + m)*M + p];
                                        const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + K + n)*S + K + m]*L0[(K + n)*M + p];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_I4[((k*K + l)*S + K + n)*S + K + m] += b_p_3*(k == l ? 1.0 : 0.0)*L0[(K + n)*M + p];
                                        (*y_V) += -b_p_1*(params->keep*params->keep)*kappa[p]/(params->V*params->V);
                                        (*y_keep) += 2.0*b_p_1*params->keep*kappa[p]/params->V;
                                        (*y_eta_J) += -2.0*b_p_0*params->eta_J;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int b = a; b < K; ++b) {
                                    for (int p = 0; p < M; ++p) {
                                        const double here = (b > a ? 2.0 : 1.0) * whole;
                                        const double p_0 = (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep);
                                        const double p_1 = L0[a*M + p]*kappa[p]/params->V;
                                        const double p_2 = L0[b*M + p]*L0[k*M + p];
                                        const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + b]*L0[l*M + p];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_I4[((k*K + l)*S + a)*S + b] += b_p_3*(k == l ? 1.0 : 0.0)*L0[l*M + p];
                                        (*y_V) += -b_p_1*L0[a*M + p]*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->keep*params->keep*params->keep);
                                        (*y_keep) += 3.0*b_p_0*(params->eta_J*params->eta_J)*(params->keep*params->keep);
                                    }
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

                        if (here != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int a = 0; a < K; ++a) {
                                    for (int p = 0; p < M; ++p) {
                                        const double p_0 = (params->eta_J*params->eta_J)*(params->keep*params->keep);
                                        const double p_1 = L0[a*M + p]*kappa[p]/params->V;
                                        const double p_2 = L0[k*M + p]*L0[l*M + p];
                                        const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + K + n)*S + a]*L0[(K + n)*M + p];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_I4[((k*K + l)*S + K + n)*S + a] += b_p_3*(k == l ? 1.0 : 0.0)*L0[(K + n)*M + p];
                                        (*y_V) += -b_p_1*L0[a*M + p]*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->keep*params->keep);
                                        (*y_keep) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->keep;
                                    }
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

                        if (here != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int n = 0; n < M; ++n) {
                                    for (int p = 0; p < M; ++p) {
                                        const double p_0 = (params->eta_J*params->eta_J)*(params->keep*params->keep);
                                        const double p_1 = L0[a*M + p]*kappa[p]/params->V;
                                        const double p_2 = L0[k*M + p]*L0[l*M + p];
                                        const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + K + n]*L0[(K + n)*M + p];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_I4[((k*K + l)*S + a)*S + K + n] += b_p_3*(k == l ? 1.0 : 0.0)*L0[(K + n)*M + p];
                                        (*y_V) += -b_p_1*L0[a*M + p]*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->keep*params->keep);
                                        (*y_keep) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->keep;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int m = n; m < M; ++m) {
                                    for (int p = 0; p < M; ++p) {
                                        const double here = (m > n ? 2.0 : 1.0) * whole;
                                        const double p_0 = (params->eta_J*params->eta_J)*params->keep;
                                        const double p_1 = L0[k*M + p]*kappa[p]/params->V;
                                        const double p_2 = L0[l*M + p]*L0[(K + m)*M + p];
                                        const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + K + n)*S + K + m]*L0[(K + n)*M + p];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_I4[((k*K + l)*S + K + n)*S + K + m] += b_p_3*(k == l ? 1.0 : 0.0)*L0[(K + n)*M + p];
                                        (*y_V) += -b_p_1*L0[k*M + p]*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_0*params->eta_J*params->keep;
                                        (*y_keep) += b_p_0*(params->eta_J*params->eta_J);
                                    }
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

                        if (here != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int p = 0; p < M; ++p) {
                                    const double p_0 = -3.0*params->keep;
                                    const double p_1 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p];
                                    const double p_2 = 2.0*(params->keep*params->keep);
                                    const double p_3 = -(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + l)*S + K + n]*L0[l*M + p] + params->keep*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + l)*S + K + n]*L0[l*M + p] + p_0*p_1 + p_1*p_2 + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p];
                                    const double p_4 = p_3*kappa[p];
                                    const double p_5 = L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p];
                                    const double p_6 = 2.0*(params->eta_J*params->eta_J)*params->keep/params->V;
                                    const double p_7 = p_4*p_5;
                                    const double b_p_7 = here*p_6;
                                    const double b_p_6 = here*p_7;
                                    const double b_p_4 = b_p_7*p_5;
                                    const double b_p_3 = b_p_4*kappa[p];
                                    const double b_p_2 = b_p_3*p_1;
                                    const double b_p_1 = b_p_3*(p_0 + p_2);
                                    const double b_p_0 = b_p_3*p_1;
                                    (*y_V) += -2.0*b_p_6*(params->eta_J*params->eta_J)*params->keep/(params->V*params->V);
                                    (*y_eta_J) += 4.0*b_p_6*params->eta_J*params->keep/params->V;
                                    (*y_keep) += -3.0*b_p_0 + 4.0*b_p_2*params->keep + b_p_3*(-2.0*params->keep*I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p] - 2.0*params->keep*I4[((k*K + l)*S + l)*S + K + n]*L0[l*M + p] + I4[((k*K + l)*S + k)*S + K + n]*L0[k*M + p] + I4[((k*K + l)*S + l)*S + K + n]*L0[l*M + p]) + 2.0*b_p_6*(params->eta_J*params->eta_J)/params->V;
                                    y_I4[((k*K + l)*S + k)*S + K + n] += b_p_1*(k == l ? 1.0 : 0.0)*L0[k*M + p] + b_p_3*(-(params->keep*params->keep)*L0[k*M + p] + params->keep*L0[k*M + p] + (k == l ? 1.0 : 0.0)*L0[k*M + p]);
                                    y_I4[((k*K + l)*S + l)*S + K + n] += b_p_3*(-(params->keep*params->keep)*L0[l*M + p] + params->keep*L0[l*M + p]);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int b = a; b < K; ++b) {
                                    for (int p = 0; p < M; ++p) {
                                        const double here = (b > a ? 2.0 : 1.0) * whole;
                                        const double p_0 = L0[a*M + p]*L0[b*M + p];
                                        const double p_1 = I4[((k*K + l)*S + a)*S + b]*L0[k*M + p]*L0[l*M + p];
                                        const double p_2 = (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        const double p_3 = p_0*p_1;
                                        const double b_p_3 = here*p_2;
                                        const double b_p_2 = here*p_3;
                                        const double b_p_1 = b_p_3*p_0;
                                        (*y_V) += -b_p_2*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_2*params->eta_J*(params->keep*params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        (*y_keep) += 4.0*b_p_2*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        y_I4[((k*K + l)*S + a)*S + b] += b_p_1*L0[k*M + p]*L0[l*M + p];
                                    }
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

                        if (here != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int a = 0; a < K; ++a) {
                                    for (int p = 0; p < M; ++p) {
                                        const double p_0 = L0[a*M + p]*L0[k*M + p];
                                        const double p_1 = I4[((k*K + l)*S + K + n)*S + a]*L0[l*M + p]*L0[(K + n)*M + p];
                                        const double p_2 = (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        const double p_3 = p_0*p_1;
                                        const double b_p_3 = here*p_2;
                                        const double b_p_2 = here*p_3;
                                        const double b_p_1 = b_p_3*p_0;
                                        (*y_V) += -b_p_2*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_2*params->eta_J*(params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        (*y_keep) += 3.0*b_p_2*(params->eta_J*params->eta_J)*(params->keep*params->keep)*kappa[p]/params->V;
                                        y_I4[((k*K + l)*S + K + n)*S + a] += b_p_1*L0[l*M + p]*L0[(K + n)*M + p];
                                    }
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

                        if (here != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int n = 0; n < M; ++n) {
                                    for (int p = 0; p < M; ++p) {
                                        const double p_0 = L0[a*M + p]*L0[k*M + p];
                                        const double p_1 = I4[((k*K + l)*S + a)*S + K + n]*L0[l*M + p]*L0[(K + n)*M + p];
                                        const double p_2 = (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        const double p_3 = p_0*p_1;
                                        const double b_p_3 = here*p_2;
                                        const double b_p_2 = here*p_3;
                                        const double b_p_1 = b_p_3*p_0;
                                        (*y_V) += -b_p_2*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_2*params->eta_J*(params->keep*params->keep*params->keep)*kappa[p]/params->V;
                                        (*y_keep) += 3.0*b_p_2*(params->eta_J*params->eta_J)*(params->keep*params->keep)*kappa[p]/params->V;
                                        y_I4[((k*K + l)*S + a)*S + K + n] += b_p_1*L0[l*M + p]*L0[(K + n)*M + p];
                                    }
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

                        if (here != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int p = 0; p < M; ++p) {
                                    const double p_0 = -3.0*params->keep;
                                    const double p_1 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p];
                                    const double p_2 = -2.0*params->keep;
                                    const double p_3 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p];
                                    const double p_4 = 2.0*(params->keep*params->keep);
                                    const double p_5 = (params->keep*params->keep)*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + l)*S + a]*L0[l*M + p] + params->keep*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] + params->keep*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + l)*S + a]*L0[l*M + p] + p_0*p_1 + p_1*p_4 + p_2*p_3 + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p];
                                    const double p_7 = L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p];
                                    const double b_p_6 = here*p_7;
                                    const double b_p_5 = b_p_6*(params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V;
                                    const double b_p_4 = b_p_5*p_1;
                                    const double b_p_3 = b_p_5*p_2;
                                    const double b_p_2 = b_p_5*p_3;
                                    const double b_p_1 = b_p_5*(p_0 + p_4);
                                    const double b_p_0 = b_p_5*p_1;
                                    (*y_V) += -b_p_6*(params->eta_J*params->eta_J)*(params->keep*params->keep)*p_5/(params->V*params->V);
                                    (*y_eta_J) += 2.0*b_p_6*params->eta_J*(params->keep*params->keep)*p_5/params->V;
                                    (*y_keep) += -3.0*b_p_0 - 2.0*b_p_2 + 4.0*b_p_4*params->keep + b_p_5*(2.0*params->keep*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] - 2.0*params->keep*I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] - 2.0*params->keep*I4[((k*K + l)*S + k)*S + a]*L0[k*M + p] - 2.0*params->keep*I4[((k*K + l)*S + l)*S + a]*L0[l*M + p] + I4[((k*K + l)*S + a)*S + a]*L0[a*M + p] + I4[((k*K + l)*S + k)*S + a]*L0[k*M + p] + I4[((k*K + l)*S + l)*S + a]*L0[l*M + p]) + 2.0*b_p_6*(params->eta_J*params->eta_J)*params->keep*p_5/params->V;
                                    y_I4[((k*K + l)*S + a)*S + a] += b_p_3*(k == l ? 1.0 : 0.0)*L0[a*M + p] + b_p_5*((params->keep*params->keep)*(k == l ? 1.0 : 0.0)*L0[a*M + p] - (params->keep*params->keep)*L0[a*M + p] + params->keep*L0[a*M + p] + (k == l ? 1.0 : 0.0)*L0[a*M + p]);
                                    y_I4[((k*K + l)*S + k)*S + a] += b_p_1*(k == l ? 1.0 : 0.0)*L0[k*M + p] + b_p_5*(-(params->keep*params->keep)*L0[k*M + p] + params->keep*L0[k*M + p] + (k == l ? 1.0 : 0.0)*L0[k*M + p]);
                                    y_I4[((k*K + l)*S + l)*S + a] += b_p_5*(-(params->keep*params->keep)*L0[l*M + p] + params->keep*L0[l*M + p]);
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

                        if (here != 0.0) {
                            for (int b = 0; b < K; ++b) {
                                for (int p = 0; p < M; ++p) {
                                    const double p_0 = -3.0*params->keep;
                                    const double p_1 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p];
                                    const double p_2 = 2.0*(params->keep*params->keep);
                                    const double p_3 = -(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p] - (params->keep*params->keep)*I4[((k*K + l)*S + l)*S + b]*L0[l*M + p] + params->keep*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p] + params->keep*I4[((k*K + l)*S + l)*S + b]*L0[l*M + p] + p_0*p_1 + p_1*p_2 + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p];
                                    const double p_5 = L0[b*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p];
                                    const double b_p_4 = here*p_5;
                                    const double b_p_3 = b_p_4*(params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V;
                                    const double b_p_2 = b_p_3*p_1;
                                    const double b_p_1 = b_p_3*(p_0 + p_2);
                                    const double b_p_0 = b_p_3*p_1;
                                    (*y_V) += -b_p_4*(params->eta_J*params->eta_J)*(params->keep*params->keep)*p_3/(params->V*params->V);
                                    (*y_eta_J) += 2.0*b_p_4*params->eta_J*(params->keep*params->keep)*p_3/params->V;
                                    (*y_keep) += -3.0*b_p_0 + 4.0*b_p_2*params->keep + b_p_3*(-2.0*params->keep*I4[((k*K + l)*S + k)*S + b]*L0[k*M + p] - 2.0*params->keep*I4[((k*K + l)*S + l)*S + b]*L0[l*M + p] + I4[((k*K + l)*S + k)*S + b]*L0[k*M + p] + I4[((k*K + l)*S + l)*S + b]*L0[l*M + p]) + 2.0*b_p_4*(params->eta_J*params->eta_J)*params->keep*p_3/params->V;
                                    y_I4[((k*K + l)*S + k)*S + b] += b_p_1*(k == l ? 1.0 : 0.0)*L0[k*M + p] + b_p_3*(-(params->keep*params->keep)*L0[k*M + p] + params->keep*L0[k*M + p] + (k == l ? 1.0 : 0.0)*L0[k*M + p]);
                                    y_I4[((k*K + l)*S + l)*S + b] += b_p_3*(-(params->keep*params->keep)*L0[l*M + p] + params->keep*L0[l*M + p]);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int m = n; m < M; ++m) {
                                    for (int p = 0; p < M; ++p) {
                                        const double here = (m > n ? 2.0 : 1.0) * whole;
                                        const double p_0 = L0[k*M + p]*L0[l*M + p];
                                        const double p_1 = I4[((k*K + l)*S + K + n)*S + K + m]*L0[(K + m)*M + p]*L0[(K + n)*M + p];
                                        const double p_2 = (params->eta_J*params->eta_J)*(params->keep*params->keep)*kappa[p]/params->V;
                                        const double p_3 = p_0*p_1;
                                        const double b_p_3 = here*p_2;
                                        const double b_p_2 = here*p_3;
                                        const double b_p_1 = b_p_3*p_0;
                                        (*y_V) += -b_p_2*(params->eta_J*params->eta_J)*(params->keep*params->keep)*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_2*params->eta_J*(params->keep*params->keep)*kappa[p]/params->V;
                                        (*y_keep) += 2.0*b_p_2*(params->eta_J*params->eta_J)*params->keep*kappa[p]/params->V;
                                        y_I4[((k*K + l)*S + K + n)*S + K + m] += b_p_1*L0[(K + m)*M + p]*L0[(K + n)*M + p];
                                    }
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

                        if (here != 0.0) {
                            for (int p = 0; p < M; ++p) {
                                const double p_0 = -7.0*params->keep;
                                const double p_1 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]);
                                const double p_2 = -6.0*(params->keep*params->keep*params->keep);
                                const double p_3 = -4.0*(params->keep*params->keep);
                                const double p_4 = I4[((k*K + l)*S + k)*S + l]*L0[k*M + p]*L0[l*M + p];
                                const double p_5 = 2.0*params->keep;
                                const double p_6 = 2.0*(params->keep*params->keep*params->keep);
                                const double p_7 = 12.0*(params->keep*params->keep);
                                const double p_8 = 2.0*(params->keep*params->keep*params->keep)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) + 2.0*(params->keep*params->keep*params->keep)*I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p]) - 3.0*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) - 3.0*(params->keep*params->keep)*I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p]) + params->keep*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) + params->keep*I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p]) + p_0*p_1 + p_1*p_2 + p_1*p_7 + p_3*p_4 + p_4*p_5 + p_4*p_6 + (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]);
                                const double p_9 = (params->eta_J*params->eta_J)*params->keep/params->V;
                                const double p_10 = p_8*L0[k*M + p]*v0[p*K + l];
                                const double b_p_10 = here*p_9;
                                const double b_p_9 = here*p_10;
                                const double b_p_8 = b_p_10*L0[k*M + p]*v0[p*K + l];
                                const double b_p_7 = b_p_8*p_1;
                                const double b_p_6 = b_p_8*p_4;
                                const double b_p_5 = b_p_8*p_4;
                                const double b_p_4 = b_p_8*(p_3 + p_5 + p_6);
                                const double b_p_3 = b_p_8*p_4;
                                const double b_p_2 = b_p_8*p_1;
                                const double b_p_1 = b_p_8*(p_0 + p_2 + p_7);
                                const double b_p_0 = b_p_8*p_1;
                                (*y_V) += -b_p_9*(params->eta_J*params->eta_J)*params->keep/(params->V*params->V);
                                (*y_eta_J) += 2.0*b_p_9*params->eta_J*params->keep/params->V;
                                (*y_keep) += -7.0*b_p_0 - 18.0*b_p_2*(params->keep*params->keep) - 8.0*b_p_3*params->keep + 2.0*b_p_5 + 6.0*b_p_6*(params->keep*params->keep) + 24.0*b_p_7*params->keep + b_p_8*(6.0*(params->keep*params->keep)*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) + 6.0*(params->keep*params->keep)*I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p]) - 6.0*params->keep*I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) - 6.0*params->keep*I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p]) + I4[((k*K + l)*S + k)*S + k]*(L0[k*M + p]*L0[k*M + p]) + I4[((k*K + l)*S + l)*S + l]*(L0[l*M + p]*L0[l*M + p])) + b_p_9*(params->eta_J*params->eta_J)/params->V;
                                y_I4[((k*K + l)*S + k)*S + k] += b_p_1*(k == l ? 1.0 : 0.0)*(L0[k*M + p]*L0[k*M + p]) + b_p_8*(2.0*(params->keep*params->keep*params->keep)*(L0[k*M + p]*L0[k*M + p]) - 3.0*(params->keep*params->keep)*(L0[k*M + p]*L0[k*M + p]) + params->keep*(L0[k*M + p]*L0[k*M + p]) + (k == l ? 1.0 : 0.0)*(L0[k*M + p]*L0[k*M + p]));
                                y_I4[((k*K + l)*S + l)*S + l] += b_p_8*(2.0*(params->keep*params->keep*params->keep)*(L0[l*M + p]*L0[l*M + p]) - 3.0*(params->keep*params->keep)*(L0[l*M + p]*L0[l*M + p]) + params->keep*(L0[l*M + p]*L0[l*M + p]));
                                y_I4[((k*K + l)*S + k)*S + l] += b_p_4*L0[k*M + p]*L0[l*M + p];
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
                        const double here = y_E[k*K + l];

                        if (here != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                const double p_0 = -(params->keep*params->keep);
                                const double p_1 = G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n];
                                const double p_2 = G0[k*S + K + n]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + K + n];
                                const double p_3 = -2.0*(params->keep*params->keep);
                                const double p_4 = G0[k*S + l]*G0[k*S + K + n]*I4[((k*K + l)*S + k)*S + K + n];
                                const double p_5 = G0[k*S + l]*G0[l*S + K + n]*I4[((k*K + l)*S + l)*S + K + n];
                                const double p_6 = 2.0*params->keep;
                                const double p_7 = 2.0*G0[k*S + l];
                                const double p_8 = (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*I4[((k*K + l)*S + k)*S + K + n];
                                const double p_9 = -6.0*params->keep*G0[k*S + l];
                                const double p_10 = -3.0*params->keep*G0[k*S + k];
                                const double p_11 = (k == l ? 1.0 : 0.0)*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n];
                                const double p_12 = -2.0*params->keep*(mc0[k]*mc0[k]);
                                const double p_13 = I4[((k*K + l)*S + k)*S + K + n]*mc0[l]*mc0[K + n];
                                const double p_14 = -2.0*params->keep*(mc0[l]*mc0[l]);
                                const double p_15 = I4[((k*K + l)*S + l)*S + K + n]*mc0[k]*mc0[K + n];
                                const double p_16 = -2.0*(mc0[k]*mc0[k])*mc0[l];
                                const double p_17 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*mc0[K + n];
                                const double p_18 = 2.0*(params->keep*params->keep)*(mc0[k]*mc0[k]);
                                const double p_19 = 2.0*(params->keep*params->keep)*(mc0[l]*mc0[l]);
                                const double p_20 = 2.0*(params->keep*params->keep)*G0[k*S + k];
                                const double p_21 = 4.0*(params->keep*params->keep)*G0[k*S + l];
                                const double p_22 = -4.0*(params->keep*params->keep)*(mc0[k]*mc0[k]);
                                const double p_23 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*mc0[l]*mc0[K + n];
                                const double p_24 = 6.0*params->keep*(mc0[k]*mc0[k]);
                                const double p_25 = params->keep*G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + params->keep*G0[k*S + K + n]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + K + n] + p_0*p_1 + p_0*p_2 + p_10*p_11 + p_11*p_20 + p_12*p_13 + p_13*p_18 + p_14*p_15 + p_15*p_19 + p_16*p_17 + p_21*p_8 + p_22*p_23 + p_23*p_24 + p_3*p_4 + p_3*p_5 + p_4*p_6 + p_5*p_6 + p_7*p_8 + p_8*p_9 + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n];
                                const double p_26 = (params->eta_J*params->eta_J)*p_25/params->V;
                                const double b_p_26 = here*p_6;
                                const double b_p_25 = b_p_26*(params->eta_J*params->eta_J)/params->V;
                                const double b_p_24 = b_p_25*p_23;
                                const double b_p_23 = b_p_25*(p_22 + p_24);
                                const double b_p_22 = b_p_25*p_23;
                                const double b_p_21 = b_p_25*p_8;
                                const double b_p_20 = b_p_25*p_11;
                                const double b_p_19 = b_p_25*p_15;
                                const double b_p_18 = b_p_25*p_13;
                                const double b_p_17 = b_p_25*p_16;
                                const double b_p_16 = b_p_25*p_17;
                                const double b_p_15 = b_p_25*(p_14 + p_19);
                                const double b_p_14 = b_p_25*p_15;
                                const double b_p_13 = b_p_25*(p_12 + p_18);
                                const double b_p_12 = b_p_25*p_13;
                                const double b_p_11 = b_p_25*(p_10 + p_20);
                                const double b_p_10 = b_p_25*p_11;
                                const double b_p_9 = b_p_25*p_8;
                                const double b_p_8 = b_p_25*(p_21 + p_7 + p_9);
                                const double b_p_7 = b_p_25*p_8;
                                const double b_p_6 = b_p_25*(p_4 + p_5) + here*p_26;
                                const double b_p_5 = b_p_25*(p_3 + p_6);
                                const double b_p_4 = b_p_25*(p_3 + p_6);
                                const double b_p_3 = b_p_25*(p_4 + p_5);
                                const double b_p_2 = b_p_25*p_0;
                                const double b_p_1 = b_p_25*p_0;
                                const double b_p_0 = b_p_25*(p_1 + p_2);
                                (*y_V) += -b_p_26*(params->eta_J*params->eta_J)*p_25/(params->V*params->V);
                                (*y_eta_J) += 2.0*b_p_26*params->eta_J*p_25/params->V;
                                y_G0[k*S + k] += b_p_1*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] - 3.0*b_p_10*params->keep + 2.0*b_p_20*(params->keep*params->keep) + b_p_25*(params->keep*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + (k == l ? 1.0 : 0.0)*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n]);
                                y_G0[k*S + K + n] += b_p_2*G0[l*S + l]*I4[((k*K + l)*S + l)*S + K + n] + b_p_25*params->keep*G0[l*S + l]*I4[((k*K + l)*S + l)*S + K + n] + b_p_4*G0[k*S + l]*I4[((k*K + l)*S + k)*S + K + n] + b_p_8*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n];
                                y_G0[l*S + l] += b_p_2*G0[k*S + K + n]*I4[((k*K + l)*S + l)*S + K + n] + b_p_25*params->keep*G0[k*S + K + n]*I4[((k*K + l)*S + l)*S + K + n];
                                y_G0[l*S + K + n] += b_p_1*G0[k*S + k]*I4[((k*K + l)*S + k)*S + K + n] + b_p_11*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n] + b_p_25*(params->keep*G0[k*S + k]*I4[((k*K + l)*S + k)*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*I4[((k*K + l)*S + k)*S + K + n]) + b_p_5*G0[k*S + l]*I4[((k*K + l)*S + l)*S + K + n];
                                y_I4[((k*K + l)*S + k)*S + K + n] += b_p_1*G0[k*S + k]*G0[l*S + K + n] + b_p_11*(k == l ? 1.0 : 0.0)*G0[l*S + K + n] + b_p_13*mc0[l]*mc0[K + n] + b_p_17*(k == l ? 1.0 : 0.0)*mc0[K + n] + b_p_23*(k == l ? 1.0 : 0.0)*mc0[l]*mc0[K + n] + b_p_25*(params->keep*G0[k*S + k]*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + K + n]) + b_p_4*G0[k*S + l]*G0[k*S + K + n] + b_p_8*(k == l ? 1.0 : 0.0)*G0[k*S + K + n];
                                y_I4[((k*K + l)*S + l)*S + K + n] += b_p_15*mc0[k]*mc0[K + n] + b_p_2*G0[k*S + K + n]*G0[l*S + l] + b_p_25*params->keep*G0[k*S + K + n]*G0[l*S + l] + b_p_5*G0[k*S + l]*G0[l*S + K + n];
                                (*y_keep) += -2.0*b_p_0*params->keep - 3.0*b_p_10*G0[k*S + k] - 2.0*b_p_12*(mc0[k]*mc0[k]) - 2.0*b_p_14*(mc0[l]*mc0[l]) + 4.0*b_p_18*params->keep*(mc0[k]*mc0[k]) + 4.0*b_p_19*params->keep*(mc0[l]*mc0[l]) + 4.0*b_p_20*params->keep*G0[k*S + k] + 8.0*b_p_21*params->keep*G0[k*S + l] - 8.0*b_p_22*params->keep*(mc0[k]*mc0[k]) + 6.0*b_p_24*(mc0[k]*mc0[k]) + b_p_25*(G0[k*S + k]*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + G0[k*S + K + n]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + K + n]) - 4.0*b_p_3*params->keep + 2.0*b_p_6 - 6.0*b_p_9*G0[k*S + l];
                                y_mc0[k] += -4.0*b_p_12*params->keep*mc0[k] + b_p_15*I4[((k*K + l)*S + l)*S + K + n]*mc0[K + n] - 4.0*b_p_16*mc0[k]*mc0[l] + 4.0*b_p_18*(params->keep*params->keep)*mc0[k] - 8.0*b_p_22*(params->keep*params->keep)*mc0[k] + 12.0*b_p_24*params->keep*mc0[k];
                                y_mc0[l] += b_p_13*I4[((k*K + l)*S + k)*S + K + n]*mc0[K + n] - 4.0*b_p_14*params->keep*mc0[l] - 2.0*b_p_16*(mc0[k]*mc0[k]) + 4.0*b_p_19*(params->keep*params->keep)*mc0[l] + b_p_23*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*mc0[K + n];
                                y_mc0[K + n] += b_p_13*I4[((k*K + l)*S + k)*S + K + n]*mc0[l] + b_p_15*I4[((k*K + l)*S + l)*S + K + n]*mc0[k] + b_p_17*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n] + b_p_23*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + K + n]*mc0[l];
                                y_G0[k*S + l] += 4.0*b_p_21*(params->keep*params->keep) + b_p_4*G0[k*S + K + n]*I4[((k*K + l)*S + k)*S + K + n] + b_p_5*G0[l*S + K + n]*I4[((k*K + l)*S + l)*S + K + n] + 2.0*b_p_7 - 6.0*b_p_9*params->keep;
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int b = a; b < K; ++b) {
                                    const double here = (b > a ? 2.0 : 1.0) * whole;
                                    const double p_0 = -params->keep;
                                    const double p_1 = (k == l ? 1.0 : 0.0)*G0[a*S + b]*G0[k*S + l];
                                    const double p_2 = (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + b];
                                    const double p_3 = (k == l ? 1.0 : 0.0)*G0[k*S + b]*G0[l*S + a];
                                    const double p_4 = -2.0*params->keep*mc0[a];
                                    const double p_5 = mc0[b]*mc0[k]*mc0[l];
                                    const double p_6 = -2.0*mc0[a]*mc0[b];
                                    const double p_7 = (k == l ? 1.0 : 0.0)*mc0[k]*mc0[l];
                                    const double p_8 = 2.0*params->keep*mc0[a];
                                    const double p_9 = (k == l ? 1.0 : 0.0)*mc0[b]*mc0[k]*mc0[l];
                                    const double p_10 = params->keep*G0[a*S + b]*G0[k*S + l] + params->keep*G0[k*S + a]*G0[l*S + b] + params->keep*G0[k*S + b]*G0[l*S + a] + p_0*p_1 + p_0*p_2 + p_0*p_3 + p_4*p_5 + p_6*p_7 + p_8*p_9 + (k == l ? 1.0 : 0.0)*G0[a*S + b]*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + b] + (k == l ? 1.0 : 0.0)*G0[k*S + b]*G0[l*S + a];
                                    const double p_11 = (params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep);
                                    const double p_12 = p_10*I4[((k*K + l)*S + a)*S + b]/params->V;
                                    const double b_p_12 = here*p_11;
                                    const double b_p_11 = here*p_12;
                                    const double b_p_10 = b_p_12*I4[((k*K + l)*S + a)*S + b]/params->V;
                                    const double b_p_9 = b_p_10*p_8;
                                    const double b_p_8 = b_p_10*p_9;
                                    const double b_p_7 = b_p_10*p_6;
                                    const double b_p_6 = b_p_10*p_7;
                                    const double b_p_5 = b_p_10*p_4;
                                    const double b_p_4 = b_p_10*p_5;
                                    const double b_p_3 = b_p_10*p_0;
                                    const double b_p_2 = b_p_10*p_0;
                                    const double b_p_1 = b_p_10*p_0;
                                    const double b_p_0 = b_p_10*(p_1 + p_2 + p_3);
                                    y_I4[((k*K + l)*S + a)*S + b] += b_p_12*p_10/params->V;
                                    (*y_V) += -b_p_12*p_10*I4[((k*K + l)*S + a)*S + b]/(params->V*params->V);
                                    (*y_eta_J) += 2.0*b_p_11*params->eta_J*(params->keep*params->keep*params->keep);
                                    (*y_keep) += -b_p_0 + b_p_10*(G0[a*S + b]*G0[k*S + l] + G0[k*S + a]*G0[l*S + b] + G0[k*S + b]*G0[l*S + a]) + 3.0*b_p_11*(params->eta_J*params->eta_J)*(params->keep*params->keep) - 2.0*b_p_4*mc0[a] + 2.0*b_p_8*mc0[a];
                                    y_G0[a*S + b] += b_p_1*(k == l ? 1.0 : 0.0)*G0[k*S + l] + b_p_10*(params->keep*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[k*S + l]);
                                    y_G0[k*S + a] += b_p_10*(params->keep*G0[l*S + b] + (k == l ? 1.0 : 0.0)*G0[l*S + b]) + b_p_2*(k == l ? 1.0 : 0.0)*G0[l*S + b];
                                    y_G0[k*S + b] += b_p_10*(params->keep*G0[l*S + a] + (k == l ? 1.0 : 0.0)*G0[l*S + a]) + b_p_3*(k == l ? 1.0 : 0.0)*G0[l*S + a];
                                    y_G0[k*S + l] += b_p_1*(k == l ? 1.0 : 0.0)*G0[a*S + b] + b_p_10*(params->keep*G0[a*S + b] + (k == l ? 1.0 : 0.0)*G0[a*S + b]);
                                    y_G0[l*S + a] += b_p_10*(params->keep*G0[k*S + b] + (k == l ? 1.0 : 0.0)*G0[k*S + b]) + b_p_3*(k == l ? 1.0 : 0.0)*G0[k*S + b];
                                    y_G0[l*S + b] += b_p_10*(params->keep*G0[k*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + a]) + b_p_2*(k == l ? 1.0 : 0.0)*G0[k*S + a];
                                    y_mc0[b] += b_p_5*mc0[k]*mc0[l] - 2.0*b_p_6*mc0[a] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[k]*mc0[l];
                                    y_mc0[k] += b_p_5*mc0[b]*mc0[l] + b_p_7*(k == l ? 1.0 : 0.0)*mc0[l] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[b]*mc0[l];
                                    y_mc0[l] += b_p_5*mc0[b]*mc0[k] + b_p_7*(k == l ? 1.0 : 0.0)*mc0[k] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[b]*mc0[k];
                                    y_mc0[a] += -2.0*b_p_4*params->keep - 2.0*b_p_6*mc0[b] + 2.0*b_p_8*params->keep;
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

                        if (here != 0.0) {
                            for (int b = 0; b < K; ++b) {
                                const double p_0 = -(params->keep*params->keep);
                                const double p_1 = G0[k*S + b]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + b];
                                const double p_2 = G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b];
                                const double p_3 = -2.0*(params->keep*params->keep);
                                const double p_4 = G0[k*S + b]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + b];
                                const double p_5 = G0[k*S + l]*G0[l*S + b]*I4[((k*K + l)*S + l)*S + b];
                                const double p_6 = 2.0*params->keep;
                                const double p_7 = 2.0*G0[k*S + b];
                                const double p_8 = (k == l ? 1.0 : 0.0)*G0[k*S + l]*I4[((k*K + l)*S + k)*S + b];
                                const double p_9 = -6.0*params->keep*G0[k*S + b];
                                const double p_10 = -3.0*params->keep*G0[k*S + k];
                                const double p_11 = (k == l ? 1.0 : 0.0)*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b];
                                const double p_12 = -2.0*params->keep*(mc0[k]*mc0[k]);
                                const double p_13 = I4[((k*K + l)*S + k)*S + b]*mc0[b]*mc0[l];
                                const double p_14 = -2.0*params->keep*(mc0[l]*mc0[l]);
                                const double p_15 = I4[((k*K + l)*S + l)*S + b]*mc0[b]*mc0[k];
                                const double p_16 = -2.0*mc0[b]*(mc0[k]*mc0[k]);
                                const double p_17 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*mc0[l];
                                const double p_18 = 2.0*(params->keep*params->keep)*(mc0[k]*mc0[k]);
                                const double p_19 = 2.0*(params->keep*params->keep)*(mc0[l]*mc0[l]);
                                const double p_20 = 2.0*(params->keep*params->keep)*G0[k*S + k];
                                const double p_21 = 4.0*(params->keep*params->keep)*G0[k*S + b];
                                const double p_22 = -4.0*(params->keep*params->keep)*(mc0[k]*mc0[k]);
                                const double p_23 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*mc0[b]*mc0[l];
                                const double p_24 = 6.0*params->keep*(mc0[k]*mc0[k]);
                                const double p_25 = params->keep*G0[k*S + b]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + b] + params->keep*G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b] + p_0*p_1 + p_0*p_2 + p_10*p_11 + p_11*p_20 + p_12*p_13 + p_13*p_18 + p_14*p_15 + p_15*p_19 + p_16*p_17 + p_21*p_8 + p_22*p_23 + p_23*p_24 + p_3*p_4 + p_3*p_5 + p_4*p_6 + p_5*p_6 + p_7*p_8 + p_8*p_9 + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b];
                                const double b_p_25 = (params->eta_J*params->eta_J)*here*(params->keep*params->keep)/params->V;
                                const double b_p_24 = b_p_25*p_23;
                                const double b_p_23 = b_p_25*(p_22 + p_24);
                                const double b_p_22 = b_p_25*p_23;
                                const double b_p_21 = b_p_25*p_8;
                                const double b_p_20 = b_p_25*p_11;
                                const double b_p_19 = b_p_25*p_15;
                                const double b_p_18 = b_p_25*p_13;
                                const double b_p_17 = b_p_25*p_16;
                                const double b_p_16 = b_p_25*p_17;
                                const double b_p_15 = b_p_25*(p_14 + p_19);
                                const double b_p_14 = b_p_25*p_15;
                                const double b_p_13 = b_p_25*(p_12 + p_18);
                                const double b_p_12 = b_p_25*p_13;
                                const double b_p_11 = b_p_25*(p_10 + p_20);
                                const double b_p_10 = b_p_25*p_11;
                                const double b_p_9 = b_p_25*p_8;
                                const double b_p_8 = b_p_25*(p_21 + p_7 + p_9);
                                const double b_p_7 = b_p_25*p_8;
                                const double b_p_6 = b_p_25*(p_4 + p_5);
                                const double b_p_5 = b_p_25*(p_3 + p_6);
                                const double b_p_4 = b_p_25*(p_3 + p_6);
                                const double b_p_3 = b_p_25*(p_4 + p_5);
                                const double b_p_2 = b_p_25*p_0;
                                const double b_p_1 = b_p_25*p_0;
                                const double b_p_0 = b_p_25*(p_1 + p_2);
                                (*y_V) += -(params->eta_J*params->eta_J)*here*(params->keep*params->keep)*p_25/(params->V*params->V);
                                (*y_eta_J) += 2.0*params->eta_J*here*(params->keep*params->keep)*p_25/params->V;
                                (*y_keep) += -2.0*b_p_0*params->keep - 3.0*b_p_10*G0[k*S + k] - 2.0*b_p_12*(mc0[k]*mc0[k]) - 2.0*b_p_14*(mc0[l]*mc0[l]) + 4.0*b_p_18*params->keep*(mc0[k]*mc0[k]) + 4.0*b_p_19*params->keep*(mc0[l]*mc0[l]) + 4.0*b_p_20*params->keep*G0[k*S + k] + 8.0*b_p_21*params->keep*G0[k*S + b] - 8.0*b_p_22*params->keep*(mc0[k]*mc0[k]) + 6.0*b_p_24*(mc0[k]*mc0[k]) + b_p_25*(G0[k*S + b]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + b] + G0[k*S + k]*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b]) - 4.0*b_p_3*params->keep + 2.0*b_p_6 - 6.0*b_p_9*G0[k*S + b] + 2.0*(params->eta_J*params->eta_J)*here*params->keep*p_25/params->V;
                                y_G0[k*S + b] += b_p_1*G0[l*S + l]*I4[((k*K + l)*S + l)*S + b] + 4.0*b_p_21*(params->keep*params->keep) + b_p_25*params->keep*G0[l*S + l]*I4[((k*K + l)*S + l)*S + b] + b_p_4*G0[k*S + l]*I4[((k*K + l)*S + k)*S + b] + 2.0*b_p_7 - 6.0*b_p_9*params->keep;
                                y_G0[k*S + k] += -3.0*b_p_10*params->keep + b_p_2*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b] + 2.0*b_p_20*(params->keep*params->keep) + b_p_25*(params->keep*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b] + (k == l ? 1.0 : 0.0)*G0[l*S + b]*I4[((k*K + l)*S + k)*S + b]);
                                y_G0[l*S + b] += b_p_11*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b] + b_p_2*G0[k*S + k]*I4[((k*K + l)*S + k)*S + b] + b_p_25*(params->keep*G0[k*S + k]*I4[((k*K + l)*S + k)*S + b] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*I4[((k*K + l)*S + k)*S + b]) + b_p_5*G0[k*S + l]*I4[((k*K + l)*S + l)*S + b];
                                y_G0[l*S + l] += b_p_1*G0[k*S + b]*I4[((k*K + l)*S + l)*S + b] + b_p_25*params->keep*G0[k*S + b]*I4[((k*K + l)*S + l)*S + b];
                                y_I4[((k*K + l)*S + k)*S + b] += b_p_11*(k == l ? 1.0 : 0.0)*G0[l*S + b] + b_p_13*mc0[b]*mc0[l] + b_p_17*(k == l ? 1.0 : 0.0)*mc0[l] + b_p_2*G0[k*S + k]*G0[l*S + b] + b_p_23*(k == l ? 1.0 : 0.0)*mc0[b]*mc0[l] + b_p_25*(params->keep*G0[k*S + k]*G0[l*S + b] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + b]) + b_p_4*G0[k*S + b]*G0[k*S + l] + b_p_8*(k == l ? 1.0 : 0.0)*G0[k*S + l];
                                y_I4[((k*K + l)*S + l)*S + b] += b_p_1*G0[k*S + b]*G0[l*S + l] + b_p_15*mc0[b]*mc0[k] + b_p_25*params->keep*G0[k*S + b]*G0[l*S + l] + b_p_5*G0[k*S + l]*G0[l*S + b];
                                y_mc0[k] += -4.0*b_p_12*params->keep*mc0[k] + b_p_15*I4[((k*K + l)*S + l)*S + b]*mc0[b] - 4.0*b_p_16*mc0[b]*mc0[k] + 4.0*b_p_18*(params->keep*params->keep)*mc0[k] - 8.0*b_p_22*(params->keep*params->keep)*mc0[k] + 12.0*b_p_24*params->keep*mc0[k];
                                y_mc0[b] += b_p_13*I4[((k*K + l)*S + k)*S + b]*mc0[l] + b_p_15*I4[((k*K + l)*S + l)*S + b]*mc0[k] - 2.0*b_p_16*(mc0[k]*mc0[k]) + b_p_23*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*mc0[l];
                                y_mc0[l] += b_p_13*I4[((k*K + l)*S + k)*S + b]*mc0[b] - 4.0*b_p_14*params->keep*mc0[l] + b_p_17*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b] + 4.0*b_p_19*(params->keep*params->keep)*mc0[l] + b_p_23*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b]*mc0[b];
                                y_G0[k*S + l] += b_p_4*G0[k*S + b]*I4[((k*K + l)*S + k)*S + b] + b_p_5*G0[l*S + b]*I4[((k*K + l)*S + l)*S + b] + b_p_8*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + b];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E[k*K + l];

                        if (here != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int a = 0; a < K; ++a) {
                                    const double p_0 = -params->keep;
                                    const double p_1 = (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + K + n];
                                    const double p_2 = (k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[(K + n)*S + a];
                                    const double p_3 = (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + a];
                                    const double p_4 = -2.0*params->keep*mc0[a];
                                    const double p_5 = mc0[k]*mc0[l]*mc0[K + n];
                                    const double p_6 = -2.0*mc0[a]*mc0[k];
                                    const double p_7 = (k == l ? 1.0 : 0.0)*mc0[l]*mc0[K + n];
                                    const double p_8 = 2.0*params->keep*mc0[a];
                                    const double p_9 = (k == l ? 1.0 : 0.0)*mc0[k]*mc0[l]*mc0[K + n];
                                    const double p_10 = params->keep*G0[k*S + a]*G0[l*S + K + n] + params->keep*G0[k*S + l]*G0[(K + n)*S + a] + params->keep*G0[k*S + K + n]*G0[l*S + a] + p_0*p_1 + p_0*p_2 + p_0*p_3 + p_4*p_5 + p_6*p_7 + p_8*p_9 + (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[(K + n)*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + a];
                                    const double p_11 = (params->eta_J*params->eta_J)*(params->keep*params->keep);
                                    const double p_12 = p_10*I4[((k*K + l)*S + K + n)*S + a]/params->V;
                                    const double b_p_12 = here*p_11;
                                    const double b_p_11 = here*p_12;
                                    const double b_p_10 = b_p_12*I4[((k*K + l)*S + K + n)*S + a]/params->V;
                                    const double b_p_9 = b_p_10*p_8;
                                    const double b_p_8 = b_p_10*p_9;
                                    const double b_p_7 = b_p_10*p_6;
                                    const double b_p_6 = b_p_10*p_7;
                                    const double b_p_5 = b_p_10*p_4;
                                    const double b_p_4 = b_p_10*p_5;
                                    const double b_p_3 = b_p_10*p_0;
                                    const double b_p_2 = b_p_10*p_0;
                                    const double b_p_1 = b_p_10*p_0;
                                    const double b_p_0 = b_p_10*(p_1 + p_2 + p_3);
                                    y_I4[((k*K + l)*S + K + n)*S + a] += b_p_12*p_10/params->V;
                                    (*y_V) += -b_p_12*p_10*I4[((k*K + l)*S + K + n)*S + a]/(params->V*params->V);
                                    (*y_eta_J) += 2.0*b_p_11*params->eta_J*(params->keep*params->keep);
                                    (*y_keep) += -b_p_0 + b_p_10*(G0[k*S + a]*G0[l*S + K + n] + G0[k*S + l]*G0[(K + n)*S + a] + G0[k*S + K + n]*G0[l*S + a]) + 2.0*b_p_11*(params->eta_J*params->eta_J)*params->keep - 2.0*b_p_4*mc0[a] + 2.0*b_p_8*mc0[a];
                                    y_G0[k*S + a] += b_p_1*(k == l ? 1.0 : 0.0)*G0[l*S + K + n] + b_p_10*(params->keep*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[l*S + K + n]);
                                    y_G0[k*S + l] += b_p_10*(params->keep*G0[(K + n)*S + a] + (k == l ? 1.0 : 0.0)*G0[(K + n)*S + a]) + b_p_2*(k == l ? 1.0 : 0.0)*G0[(K + n)*S + a];
                                    y_G0[k*S + K + n] += b_p_10*(params->keep*G0[l*S + a] + (k == l ? 1.0 : 0.0)*G0[l*S + a]) + b_p_3*(k == l ? 1.0 : 0.0)*G0[l*S + a];
                                    y_G0[l*S + a] += b_p_10*(params->keep*G0[k*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]) + b_p_3*(k == l ? 1.0 : 0.0)*G0[k*S + K + n];
                                    y_G0[l*S + K + n] += b_p_1*(k == l ? 1.0 : 0.0)*G0[k*S + a] + b_p_10*(params->keep*G0[k*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + a]);
                                    y_G0[(K + n)*S + a] += b_p_10*(params->keep*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[k*S + l]) + b_p_2*(k == l ? 1.0 : 0.0)*G0[k*S + l];
                                    y_mc0[k] += b_p_5*mc0[l]*mc0[K + n] - 2.0*b_p_6*mc0[a] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[l]*mc0[K + n];
                                    y_mc0[l] += b_p_5*mc0[k]*mc0[K + n] + b_p_7*(k == l ? 1.0 : 0.0)*mc0[K + n] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[k]*mc0[K + n];
                                    y_mc0[K + n] += b_p_5*mc0[k]*mc0[l] + b_p_7*(k == l ? 1.0 : 0.0)*mc0[l] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[k]*mc0[l];
                                    y_mc0[a] += -2.0*b_p_4*params->keep - 2.0*b_p_6*mc0[k] + 2.0*b_p_8*params->keep;
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

                        if (here != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                for (int n = 0; n < M; ++n) {
                                    const double p_0 = -params->keep;
                                    const double p_1 = (k == l ? 1.0 : 0.0)*G0[a*S + K + n]*G0[k*S + l];
                                    const double p_2 = (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + K + n];
                                    const double p_3 = (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + a];
                                    const double p_4 = -2.0*params->keep*mc0[a];
                                    const double p_5 = mc0[k]*mc0[l]*mc0[K + n];
                                    const double p_6 = -2.0*mc0[a]*mc0[k];
                                    const double p_7 = (k == l ? 1.0 : 0.0)*mc0[l]*mc0[K + n];
                                    const double p_8 = 2.0*params->keep*mc0[a];
                                    const double p_9 = (k == l ? 1.0 : 0.0)*mc0[k]*mc0[l]*mc0[K + n];
                                    const double p_10 = params->keep*G0[a*S + K + n]*G0[k*S + l] + params->keep*G0[k*S + a]*G0[l*S + K + n] + params->keep*G0[k*S + K + n]*G0[l*S + a] + p_0*p_1 + p_0*p_2 + p_0*p_3 + p_4*p_5 + p_6*p_7 + p_8*p_9 + (k == l ? 1.0 : 0.0)*G0[a*S + K + n]*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[k*S + a]*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + a];
                                    const double p_11 = (params->eta_J*params->eta_J)*(params->keep*params->keep);
                                    const double p_12 = p_10*I4[((k*K + l)*S + a)*S + K + n]/params->V;
                                    const double b_p_12 = here*p_11;
                                    const double b_p_11 = here*p_12;
                                    const double b_p_10 = b_p_12*I4[((k*K + l)*S + a)*S + K + n]/params->V;
                                    const double b_p_9 = b_p_10*p_8;
                                    const double b_p_8 = b_p_10*p_9;
                                    const double b_p_7 = b_p_10*p_6;
                                    const double b_p_6 = b_p_10*p_7;
                                    const double b_p_5 = b_p_10*p_4;
                                    const double b_p_4 = b_p_10*p_5;
                                    const double b_p_3 = b_p_10*p_0;
                                    const double b_p_2 = b_p_10*p_0;
                                    const double b_p_1 = b_p_10*p_0;
                                    const double b_p_0 = b_p_10*(p_1 + p_2 + p_3);
                                    y_I4[((k*K + l)*S + a)*S + K + n] += b_p_12*p_10/params->V;
                                    (*y_V) += -b_p_12*p_10*I4[((k*K + l)*S + a)*S + K + n]/(params->V*params->V);
                                    (*y_eta_J) += 2.0*b_p_11*params->eta_J*(params->keep*params->keep);
                                    (*y_keep) += -b_p_0 + b_p_10*(G0[a*S + K + n]*G0[k*S + l] + G0[k*S + a]*G0[l*S + K + n] + G0[k*S + K + n]*G0[l*S + a]) + 2.0*b_p_11*(params->eta_J*params->eta_J)*params->keep - 2.0*b_p_4*mc0[a] + 2.0*b_p_8*mc0[a];
                                    y_G0[a*S + K + n] += b_p_1*(k == l ? 1.0 : 0.0)*G0[k*S + l] + b_p_10*(params->keep*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[k*S + l]);
                                    y_G0[k*S + a] += b_p_10*(params->keep*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[l*S + K + n]) + b_p_2*(k == l ? 1.0 : 0.0)*G0[l*S + K + n];
                                    y_G0[k*S + l] += b_p_1*(k == l ? 1.0 : 0.0)*G0[a*S + K + n] + b_p_10*(params->keep*G0[a*S + K + n] + (k == l ? 1.0 : 0.0)*G0[a*S + K + n]);
                                    y_G0[k*S + K + n] += b_p_10*(params->keep*G0[l*S + a] + (k == l ? 1.0 : 0.0)*G0[l*S + a]) + b_p_3*(k == l ? 1.0 : 0.0)*G0[l*S + a];
                                    y_G0[l*S + a] += b_p_10*(params->keep*G0[k*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]) + b_p_3*(k == l ? 1.0 : 0.0)*G0[k*S + K + n];
                                    y_G0[l*S + K + n] += b_p_10*(params->keep*G0[k*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + a]) + b_p_2*(k == l ? 1.0 : 0.0)*G0[k*S + a];
                                    y_mc0[k] += b_p_5*mc0[l]*mc0[K + n] - 2.0*b_p_6*mc0[a] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[l]*mc0[K + n];
                                    y_mc0[l] += b_p_5*mc0[k]*mc0[K + n] + b_p_7*(k == l ? 1.0 : 0.0)*mc0[K + n] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[k]*mc0[K + n];
                                    y_mc0[K + n] += b_p_5*mc0[k]*mc0[l] + b_p_7*(k == l ? 1.0 : 0.0)*mc0[l] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[k]*mc0[l];
                                    y_mc0[a] += -2.0*b_p_4*params->keep - 2.0*b_p_6*mc0[k] + 2.0*b_p_8*params->keep;
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

                        if (here != 0.0) {
                            for (int a = 0; a < K; ++a) {
                                const double p_0 = -(params->keep*params->keep);
                                const double p_1 = G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a];
                                const double p_2 = G0[k*S + a]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + a];
                                const double p_3 = G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a];
                                const double p_4 = -2.0*(params->keep*params->keep);
                                const double p_5 = G0[k*S + a]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + a];
                                const double p_6 = G0[k*S + a]*G0[l*S + a]*I4[((k*K + l)*S + a)*S + a];
                                const double p_7 = G0[k*S + l]*G0[l*S + a]*I4[((k*K + l)*S + l)*S + a];
                                const double p_8 = 2.0*params->keep;
                                const double p_9 = 2.0*G0[k*S + a];
                                const double p_10 = (k == l ? 1.0 : 0.0)*G0[k*S + l]*I4[((k*K + l)*S + k)*S + a];
                                const double p_11 = (k == l ? 1.0 : 0.0)*G0[l*S + a]*I4[((k*K + l)*S + a)*S + a];
                                const double p_12 = (params->keep*params->keep)*G0[a*S + a];
                                const double p_13 = (k == l ? 1.0 : 0.0)*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a];
                                const double p_14 = -6.0*params->keep*G0[k*S + a];
                                const double p_15 = -4.0*params->keep*G0[k*S + a];
                                const double p_16 = -3.0*params->keep*G0[k*S + k];
                                const double p_17 = (k == l ? 1.0 : 0.0)*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a];
                                const double p_18 = -2.0*params->keep*(mc0[a]*mc0[a]);
                                const double p_19 = I4[((k*K + l)*S + a)*S + a]*mc0[k]*mc0[l];
                                const double p_20 = -2.0*params->keep*(mc0[k]*mc0[k]);
                                const double p_21 = I4[((k*K + l)*S + k)*S + a]*mc0[a]*mc0[l];
                                const double p_22 = -2.0*params->keep*(mc0[l]*mc0[l]);
                                const double p_23 = I4[((k*K + l)*S + l)*S + a]*mc0[a]*mc0[k];
                                const double p_24 = -2.0*params->keep*G0[a*S + a];
                                const double p_25 = -2.0*(mc0[a]*mc0[a])*mc0[k];
                                const double p_26 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*mc0[l];
                                const double p_27 = -2.0*mc0[a]*(mc0[k]*mc0[k]);
                                const double p_28 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*mc0[l];
                                const double p_29 = 2.0*(params->keep*params->keep)*(mc0[a]*mc0[a]);
                                const double p_30 = 2.0*(params->keep*params->keep)*(mc0[k]*mc0[k]);
                                const double p_31 = 2.0*(params->keep*params->keep)*(mc0[l]*mc0[l]);
                                const double p_32 = 2.0*(params->keep*params->keep)*G0[k*S + a];
                                const double p_33 = 2.0*(params->keep*params->keep)*G0[k*S + k];
                                const double p_34 = 4.0*(params->keep*params->keep)*G0[k*S + a];
                                const double p_35 = -4.0*(params->keep*params->keep)*(mc0[k]*mc0[k]);
                                const double p_36 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*mc0[a]*mc0[l];
                                const double p_37 = -2.0*(params->keep*params->keep)*(mc0[a]*mc0[a]);
                                const double p_38 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*mc0[k]*mc0[l];
                                const double p_39 = 4.0*params->keep*(mc0[a]*mc0[a]);
                                const double p_40 = 6.0*params->keep*(mc0[k]*mc0[k]);
                                const double p_41 = params->keep*G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] + params->keep*G0[k*S + a]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + a] + params->keep*G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a] + p_0*p_1 + p_0*p_2 + p_0*p_3 + p_10*p_14 + p_10*p_34 + p_10*p_9 + p_11*p_15 + p_11*p_32 + p_11*p_9 + p_12*p_13 + p_13*p_24 + p_16*p_17 + p_17*p_33 + p_18*p_19 + p_19*p_29 + p_20*p_21 + p_21*p_30 + p_22*p_23 + p_23*p_31 + p_25*p_26 + p_27*p_28 + p_35*p_36 + p_36*p_40 + p_37*p_38 + p_38*p_39 + p_4*p_5 + p_4*p_6 + p_4*p_7 + p_5*p_8 + p_6*p_8 + p_7*p_8 + (k == l ? 1.0 : 0.0)*G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a];
                                const double b_p_41 = (params->eta_J*params->eta_J)*here*(params->keep*params->keep)/params->V;
                                const double b_p_40 = b_p_41*p_36;
                                const double b_p_39 = b_p_41*p_38;
                                const double b_p_38 = b_p_41*(p_37 + p_39);
                                const double b_p_37 = b_p_41*p_38;
                                const double b_p_36 = b_p_41*(p_35 + p_40);
                                const double b_p_35 = b_p_41*p_36;
                                const double b_p_34 = b_p_41*p_10;
                                const double b_p_33 = b_p_41*p_17;
                                const double b_p_32 = b_p_41*p_11;
                                const double b_p_31 = b_p_41*p_23;
                                const double b_p_30 = b_p_41*p_21;
                                const double b_p_29 = b_p_41*p_19;
                                const double b_p_28 = b_p_41*p_27;
                                const double b_p_27 = b_p_41*p_28;
                                const double b_p_26 = b_p_41*p_25;
                                const double b_p_25 = b_p_41*p_26;
                                const double b_p_24 = b_p_41*p_13;
                                const double b_p_23 = b_p_41*(p_22 + p_31);
                                const double b_p_22 = b_p_41*p_23;
                                const double b_p_21 = b_p_41*(p_20 + p_30);
                                const double b_p_20 = b_p_41*p_21;
                                const double b_p_19 = b_p_41*(p_18 + p_29);
                                const double b_p_18 = b_p_41*p_19;
                                const double b_p_17 = b_p_41*(p_16 + p_33);
                                const double b_p_16 = b_p_41*p_17;
                                const double b_p_15 = b_p_41*p_11;
                                const double b_p_14 = b_p_41*p_10;
                                const double b_p_13 = b_p_41*(p_12 + p_24);
                                const double b_p_12 = b_p_41*p_13;
                                const double b_p_11 = b_p_41*(p_15 + p_32 + p_9);
                                const double b_p_10 = b_p_41*(p_14 + p_34 + p_9);
                                const double b_p_9 = b_p_41*(p_10 + p_11);
                                const double b_p_8 = b_p_41*(p_5 + p_6 + p_7);
                                const double b_p_7 = b_p_41*(p_4 + p_8);
                                const double b_p_6 = b_p_41*(p_4 + p_8);
                                const double b_p_5 = b_p_41*(p_4 + p_8);
                                const double b_p_4 = b_p_41*(p_5 + p_6 + p_7);
                                const double b_p_3 = b_p_41*p_0;
                                const double b_p_2 = b_p_41*p_0;
                                const double b_p_1 = b_p_41*p_0;
                                const double b_p_0 = b_p_41*(p_1 + p_2 + p_3);
                                (*y_V) += -(params->eta_J*params->eta_J)*here*(params->keep*params->keep)*p_41/(params->V*params->V);
                                (*y_eta_J) += 2.0*params->eta_J*here*(params->keep*params->keep)*p_41/params->V;
                                (*y_keep) += -2.0*b_p_0*params->keep + 2.0*b_p_12*params->keep*G0[a*S + a] - 6.0*b_p_14*G0[k*S + a] - 4.0*b_p_15*G0[k*S + a] - 3.0*b_p_16*G0[k*S + k] - 2.0*b_p_18*(mc0[a]*mc0[a]) - 2.0*b_p_20*(mc0[k]*mc0[k]) - 2.0*b_p_22*(mc0[l]*mc0[l]) - 2.0*b_p_24*G0[a*S + a] + 4.0*b_p_29*params->keep*(mc0[a]*mc0[a]) + 4.0*b_p_30*params->keep*(mc0[k]*mc0[k]) + 4.0*b_p_31*params->keep*(mc0[l]*mc0[l]) + 4.0*b_p_32*params->keep*G0[k*S + a] + 4.0*b_p_33*params->keep*G0[k*S + k] + 8.0*b_p_34*params->keep*G0[k*S + a] - 8.0*b_p_35*params->keep*(mc0[k]*mc0[k]) - 4.0*b_p_37*params->keep*(mc0[a]*mc0[a]) + 4.0*b_p_39*(mc0[a]*mc0[a]) - 4.0*b_p_4*params->keep + 6.0*b_p_40*(mc0[k]*mc0[k]) + b_p_41*(G0[a*S + a]*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] + G0[k*S + a]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + a] + G0[k*S + k]*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a]) + 2.0*b_p_8 + 2.0*(params->eta_J*params->eta_J)*here*params->keep*p_41/params->V;
                                y_G0[a*S + a] += b_p_1*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] + b_p_12*(params->keep*params->keep) - 2.0*b_p_24*params->keep + b_p_41*(params->keep*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + l]*I4[((k*K + l)*S + a)*S + a]);
                                y_G0[k*S + a] += -6.0*b_p_14*params->keep - 4.0*b_p_15*params->keep + b_p_2*G0[l*S + l]*I4[((k*K + l)*S + l)*S + a] + 2.0*b_p_32*(params->keep*params->keep) + 4.0*b_p_34*(params->keep*params->keep) + b_p_41*params->keep*G0[l*S + l]*I4[((k*K + l)*S + l)*S + a] + b_p_5*G0[k*S + l]*I4[((k*K + l)*S + k)*S + a] + b_p_6*G0[l*S + a]*I4[((k*K + l)*S + a)*S + a] + 2.0*b_p_9;
                                y_G0[k*S + k] += -3.0*b_p_16*params->keep + b_p_3*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a] + 2.0*b_p_33*(params->keep*params->keep) + b_p_41*(params->keep*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a] + (k == l ? 1.0 : 0.0)*G0[l*S + a]*I4[((k*K + l)*S + k)*S + a]);
                                y_G0[k*S + l] += b_p_1*G0[a*S + a]*I4[((k*K + l)*S + a)*S + a] + b_p_10*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a] + b_p_13*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a] + b_p_41*(params->keep*G0[a*S + a]*I4[((k*K + l)*S + a)*S + a] + (k == l ? 1.0 : 0.0)*G0[a*S + a]*I4[((k*K + l)*S + a)*S + a]) + b_p_5*G0[k*S + a]*I4[((k*K + l)*S + k)*S + a] + b_p_7*G0[l*S + a]*I4[((k*K + l)*S + l)*S + a];
                                y_G0[l*S + a] += b_p_11*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a] + b_p_17*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a] + b_p_3*G0[k*S + k]*I4[((k*K + l)*S + k)*S + a] + b_p_41*(params->keep*G0[k*S + k]*I4[((k*K + l)*S + k)*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*I4[((k*K + l)*S + k)*S + a]) + b_p_6*G0[k*S + a]*I4[((k*K + l)*S + a)*S + a] + b_p_7*G0[k*S + l]*I4[((k*K + l)*S + l)*S + a];
                                y_G0[l*S + l] += b_p_2*G0[k*S + a]*I4[((k*K + l)*S + l)*S + a] + b_p_41*params->keep*G0[k*S + a]*I4[((k*K + l)*S + l)*S + a];
                                y_I4[((k*K + l)*S + a)*S + a] += b_p_1*G0[a*S + a]*G0[k*S + l] + b_p_11*(k == l ? 1.0 : 0.0)*G0[l*S + a] + b_p_13*(k == l ? 1.0 : 0.0)*G0[k*S + l] + b_p_19*mc0[k]*mc0[l] + b_p_26*(k == l ? 1.0 : 0.0)*mc0[l] + b_p_38*(k == l ? 1.0 : 0.0)*mc0[k]*mc0[l] + b_p_41*(params->keep*G0[a*S + a]*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[a*S + a]*G0[k*S + l]) + b_p_6*G0[k*S + a]*G0[l*S + a];
                                y_I4[((k*K + l)*S + k)*S + a] += b_p_10*(k == l ? 1.0 : 0.0)*G0[k*S + l] + b_p_17*(k == l ? 1.0 : 0.0)*G0[l*S + a] + b_p_21*mc0[a]*mc0[l] + b_p_28*(k == l ? 1.0 : 0.0)*mc0[l] + b_p_3*G0[k*S + k]*G0[l*S + a] + b_p_36*(k == l ? 1.0 : 0.0)*mc0[a]*mc0[l] + b_p_41*(params->keep*G0[k*S + k]*G0[l*S + a] + (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[l*S + a]) + b_p_5*G0[k*S + a]*G0[k*S + l];
                                y_I4[((k*K + l)*S + l)*S + a] += b_p_2*G0[k*S + a]*G0[l*S + l] + b_p_23*mc0[a]*mc0[k] + b_p_41*params->keep*G0[k*S + a]*G0[l*S + l] + b_p_7*G0[k*S + l]*G0[l*S + a];
                                y_mc0[k] += b_p_19*I4[((k*K + l)*S + a)*S + a]*mc0[l] - 4.0*b_p_20*params->keep*mc0[k] + b_p_23*I4[((k*K + l)*S + l)*S + a]*mc0[a] - 2.0*b_p_25*(mc0[a]*mc0[a]) - 4.0*b_p_27*mc0[a]*mc0[k] + 4.0*b_p_30*(params->keep*params->keep)*mc0[k] - 8.0*b_p_35*(params->keep*params->keep)*mc0[k] + b_p_38*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*mc0[l] + 12.0*b_p_40*params->keep*mc0[k];
                                y_mc0[a] += -4.0*b_p_18*params->keep*mc0[a] + b_p_21*I4[((k*K + l)*S + k)*S + a]*mc0[l] + b_p_23*I4[((k*K + l)*S + l)*S + a]*mc0[k] - 4.0*b_p_25*mc0[a]*mc0[k] - 2.0*b_p_27*(mc0[k]*mc0[k]) + 4.0*b_p_29*(params->keep*params->keep)*mc0[a] + b_p_36*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*mc0[l] - 4.0*b_p_37*(params->keep*params->keep)*mc0[a] + 8.0*b_p_39*params->keep*mc0[a];
                                y_mc0[l] += b_p_19*I4[((k*K + l)*S + a)*S + a]*mc0[k] + b_p_21*I4[((k*K + l)*S + k)*S + a]*mc0[a] - 4.0*b_p_22*params->keep*mc0[l] + b_p_26*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a] + b_p_28*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a] + 4.0*b_p_31*(params->keep*params->keep)*mc0[l] + b_p_36*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + a]*mc0[a] + b_p_38*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + a)*S + a]*mc0[k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int m = n; m < M; ++m) {
                                    const double here = (m > n ? 2.0 : 1.0) * whole;
                                    const double p_0 = -params->keep;
                                    const double p_1 = (k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[(K + n)*S + K + m];
                                    const double p_2 = (k == l ? 1.0 : 0.0)*G0[k*S + K + m]*G0[l*S + K + n];
                                    const double p_3 = (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + K + m];
                                    const double p_4 = -2.0*params->keep*mc0[k];
                                    const double p_5 = mc0[l]*mc0[K + m]*mc0[K + n];
                                    const double p_6 = -2.0*mc0[k]*mc0[l];
                                    const double p_7 = (k == l ? 1.0 : 0.0)*mc0[K + m]*mc0[K + n];
                                    const double p_8 = 2.0*params->keep*mc0[k];
                                    const double p_9 = (k == l ? 1.0 : 0.0)*mc0[l]*mc0[K + m]*mc0[K + n];
                                    const double p_10 = params->keep*G0[k*S + l]*G0[(K + n)*S + K + m] + params->keep*G0[k*S + K + m]*G0[l*S + K + n] + params->keep*G0[k*S + K + n]*G0[l*S + K + m] + p_0*p_1 + p_0*p_2 + p_0*p_3 + p_4*p_5 + p_6*p_7 + p_8*p_9 + (k == l ? 1.0 : 0.0)*G0[k*S + l]*G0[(K + n)*S + K + m] + (k == l ? 1.0 : 0.0)*G0[k*S + K + m]*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]*G0[l*S + K + m];
                                    const double p_11 = (params->eta_J*params->eta_J)*params->keep;
                                    const double p_12 = p_10*I4[((k*K + l)*S + K + n)*S + K + m]/params->V;
                                    const double b_p_12 = here*p_11;
                                    const double b_p_11 = here*p_12;
                                    const double b_p_10 = b_p_12*I4[((k*K + l)*S + K + n)*S + K + m]/params->V;
                                    const double b_p_9 = b_p_10*p_8;
                                    const double b_p_8 = b_p_10*p_9;
                                    const double b_p_7 = b_p_10*p_6;
                                    const double b_p_6 = b_p_10*p_7;
                                    const double b_p_5 = b_p_10*p_4;
                                    const double b_p_4 = b_p_10*p_5;
                                    const double b_p_3 = b_p_10*p_0;
                                    const double b_p_2 = b_p_10*p_0;
                                    const double b_p_1 = b_p_10*p_0;
                                    const double b_p_0 = b_p_10*(p_1 + p_2 + p_3);
                                    y_I4[((k*K + l)*S + K + n)*S + K + m] += b_p_12*p_10/params->V;
                                    (*y_V) += -b_p_12*p_10*I4[((k*K + l)*S + K + n)*S + K + m]/(params->V*params->V);
                                    (*y_eta_J) += 2.0*b_p_11*params->eta_J*params->keep;
                                    (*y_keep) += -b_p_0 + b_p_10*(G0[k*S + l]*G0[(K + n)*S + K + m] + G0[k*S + K + m]*G0[l*S + K + n] + G0[k*S + K + n]*G0[l*S + K + m]) + b_p_11*(params->eta_J*params->eta_J) - 2.0*b_p_4*mc0[k] + 2.0*b_p_8*mc0[k];
                                    y_G0[k*S + l] += b_p_1*(k == l ? 1.0 : 0.0)*G0[(K + n)*S + K + m] + b_p_10*(params->keep*G0[(K + n)*S + K + m] + (k == l ? 1.0 : 0.0)*G0[(K + n)*S + K + m]);
                                    y_G0[k*S + K + m] += b_p_10*(params->keep*G0[l*S + K + n] + (k == l ? 1.0 : 0.0)*G0[l*S + K + n]) + b_p_2*(k == l ? 1.0 : 0.0)*G0[l*S + K + n];
                                    y_G0[k*S + K + n] += b_p_10*(params->keep*G0[l*S + K + m] + (k == l ? 1.0 : 0.0)*G0[l*S + K + m]) + b_p_3*(k == l ? 1.0 : 0.0)*G0[l*S + K + m];
                                    y_G0[l*S + K + m] += b_p_10*(params->keep*G0[k*S + K + n] + (k == l ? 1.0 : 0.0)*G0[k*S + K + n]) + b_p_3*(k == l ? 1.0 : 0.0)*G0[k*S + K + n];
                                    y_G0[l*S + K + n] += b_p_10*(params->keep*G0[k*S + K + m] + (k == l ? 1.0 : 0.0)*G0[k*S + K + m]) + b_p_2*(k == l ? 1.0 : 0.0)*G0[k*S + K + m];
                                    y_G0[(K + n)*S + K + m] += b_p_1*(k == l ? 1.0 : 0.0)*G0[k*S + l] + b_p_10*(params->keep*G0[k*S + l] + (k == l ? 1.0 : 0.0)*G0[k*S + l]);
                                    y_mc0[l] += b_p_5*mc0[K + m]*mc0[K + n] - 2.0*b_p_6*mc0[k] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[K + m]*mc0[K + n];
                                    y_mc0[K + m] += b_p_5*mc0[l]*mc0[K + n] + b_p_7*(k == l ? 1.0 : 0.0)*mc0[K + n] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[l]*mc0[K + n];
                                    y_mc0[K + n] += b_p_5*mc0[l]*mc0[K + m] + b_p_7*(k == l ? 1.0 : 0.0)*mc0[K + m] + b_p_9*(k == l ? 1.0 : 0.0)*mc0[l]*mc0[K + m];
                                    y_mc0[k] += -2.0*b_p_4*params->keep - 2.0*b_p_6*mc0[l] + 2.0*b_p_8*params->keep;
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
                            const double p_0 = -8.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep);
                            const double p_1 = (G0[k*S + l]*G0[k*S + l])*I4[((k*K + l)*S + k)*S + l]/params->V;
                            const double p_2 = 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep);
                            const double p_3 = 4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep);
                            const double p_4 = (params->eta_J*params->eta_J)*(params->keep*params->keep)*(params->noise*params->noise);
                            const double p_5 = G0[k*S + l]*J2[k*K + l]/params->V;
                            const double p_6 = -9.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep);
                            const double p_7 = G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V;
                            const double p_8 = G0[k*S + l]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + l]/params->V;
                            const double p_9 = -4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep);
                            const double p_10 = I4[((k*K + l)*S + k)*S + l]*(mc0[k]*mc0[k])*(mc0[l]*mc0[l])/params->V;
                            const double p_11 = -4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep);
                            const double p_12 = G0[k*S + k]*G0[l*S + l]*I4[((k*K + l)*S + k)*S + l]/params->V;
                            const double p_13 = -4.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep);
                            const double p_14 = I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V;
                            const double p_15 = I4[((k*K + l)*S + l)*S + l]*mc0[k]*(mc0[l]*mc0[l]*mc0[l])/params->V;
                            const double p_16 = -2.0*(params->eta_J*params->eta_J)*(params->keep*params->keep);
                            const double p_17 = 2.0*(params->eta_J*params->eta_J)*(params->keep*params->keep);
                            const double p_18 = 2.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep);
                            const double p_19 = 3.0*(params->eta_J*params->eta_J)*(params->keep*params->keep);
                            const double p_20 = 6.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep);
                            const double p_21 = 6.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep);
                            const double p_22 = 8.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep);
                            const double p_23 = (params->eta_J*params->eta_J)*params->keep*(params->noise*params->noise);
                            const double p_24 = (k == l ? 1.0 : 0.0)*G0[k*S + l]*J2[k*K + l]/params->V;
                            const double p_25 = -(params->eta_J*params->eta_J)*(params->keep*params->keep)*(params->noise*params->noise);
                            const double p_26 = -24.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/params->V;
                            const double p_27 = (k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l];
                            const double p_28 = -21.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V;
                            const double p_29 = (k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k];
                            const double p_30 = -18.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)/params->V;
                            const double p_31 = -2.0*(params->eta_J*params->eta_J)*params->keep/params->V;
                            const double p_32 = 3.0*(params->eta_J*params->eta_J)*params->keep/params->V;
                            const double p_33 = 12.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)/params->V;
                            const double p_34 = 14.0*(params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V;
                            const double p_35 = 36.0*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/params->V;
                            const double b_p_35 = here*p_29;
                            const double b_p_34 = here*p_27;
                            const double b_p_33 = here*p_27;
                            const double b_p_32 = here*p_29;
                            const double b_p_31 = here*p_27;
                            const double b_p_30 = here*p_29;
                            const double b_p_29 = here*(p_28 + p_30 + p_32 + p_35);
                            const double b_p_28 = here*p_29;
                            const double b_p_27 = here*(p_26 + p_31 + p_33 + p_34);
                            const double b_p_26 = here*p_27;
                            const double b_p_25 = here*p_24;
                            const double b_p_24 = here*(p_23 + p_25);
                            const double b_p_23 = here*p_24;
                            const double b_p_22 = here*p_10;
                            const double b_p_21 = here*(p_7 + p_8);
                            const double b_p_20 = here*(p_14 + p_15);
                            const double b_p_19 = here*(p_7 + p_8);
                            const double b_p_18 = here*p_12;
                            const double b_p_17 = here*p_12;
                            const double b_p_16 = here*(p_14 + p_15);
                            const double b_p_15 = here*(p_13 + p_16 + p_20);
                            const double b_p_14 = here*(p_13 + p_16 + p_20);
                            const double b_p_13 = here*(p_10 + p_14 + p_15);
                            const double b_p_12 = here*(p_11 + p_17 + p_18);
                            const double b_p_11 = here*p_12;
                            const double b_p_10 = here*(p_13 + p_22 + p_9);
                            const double b_p_9 = here*p_10;
                            const double b_p_8 = here*(p_19 + p_21 + p_6);
                            const double b_p_7 = here*(p_19 + p_21 + p_6);
                            const double b_p_6 = here*(p_7 + p_8);
                            const double b_p_5 = here*p_4;
                            const double b_p_4 = here*p_5;
                            const double b_p_3 = here*p_1;
                            const double b_p_2 = here*p_1;
                            const double b_p_1 = here*(p_0 + p_2 + p_3);
                            const double b_p_0 = here*p_1;
                            (*y_V) += -b_p_1*(G0[k*S + l]*G0[k*S + l])*I4[((k*K + l)*S + k)*S + l]/(params->V*params->V) - b_p_10*I4[((k*K + l)*S + k)*S + l]*(mc0[k]*mc0[k])*(mc0[l]*mc0[l])/(params->V*params->V) - b_p_12*G0[k*S + k]*G0[l*S + l]*I4[((k*K + l)*S + k)*S + l]/(params->V*params->V) - b_p_14*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/(params->V*params->V) - b_p_15*I4[((k*K + l)*S + l)*S + l]*mc0[k]*(mc0[l]*mc0[l]*mc0[l])/(params->V*params->V) - b_p_24*(k == l ? 1.0 : 0.0)*G0[k*S + l]*J2[k*K + l]/(params->V*params->V) + 24.0*b_p_26*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/(params->V*params->V) + 21.0*b_p_28*(params->eta_J*params->eta_J)*(params->keep*params->keep)/(params->V*params->V) + 18.0*b_p_30*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)/(params->V*params->V) + 2.0*b_p_31*(params->eta_J*params->eta_J)*params->keep/(params->V*params->V) - 3.0*b_p_32*(params->eta_J*params->eta_J)*params->keep/(params->V*params->V) - 12.0*b_p_33*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep*params->keep)/(params->V*params->V) - 14.0*b_p_34*(params->eta_J*params->eta_J)*(params->keep*params->keep)/(params->V*params->V) - 36.0*b_p_35*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/(params->V*params->V) - b_p_5*G0[k*S + l]*J2[k*K + l]/(params->V*params->V) - b_p_7*G0[k*S + k]*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/(params->V*params->V) - b_p_8*G0[k*S + l]*G0[l*S + l]*I4[((k*K + l)*S + l)*S + l]/(params->V*params->V);
                            (*y_eta_J) += -16.0*b_p_0*params->eta_J*(params->keep*params->keep*params->keep) - 8.0*b_p_11*params->eta_J*(params->keep*params->keep*params->keep) - 8.0*b_p_13*params->eta_J*(params->keep*params->keep*params->keep*params->keep) - 4.0*b_p_16*params->eta_J*(params->keep*params->keep) + 4.0*b_p_17*params->eta_J*(params->keep*params->keep) + 4.0*b_p_18*params->eta_J*(params->keep*params->keep*params->keep*params->keep) + 6.0*b_p_19*params->eta_J*(params->keep*params->keep) + 8.0*b_p_2*params->eta_J*(params->keep*params->keep) + 12.0*b_p_20*params->eta_J*(params->keep*params->keep*params->keep) + 12.0*b_p_21*params->eta_J*(params->keep*params->keep*params->keep*params->keep) + 16.0*b_p_22*params->eta_J*(params->keep*params->keep*params->keep) + 2.0*b_p_23*params->eta_J*params->keep*(params->noise*params->noise) - 2.0*b_p_25*params->eta_J*(params->keep*params->keep)*(params->noise*params->noise) + 8.0*b_p_3*params->eta_J*(params->keep*params->keep*params->keep*params->keep) + 2.0*b_p_4*params->eta_J*(params->keep*params->keep)*(params->noise*params->noise) - 18.0*b_p_6*params->eta_J*(params->keep*params->keep*params->keep) - 8.0*b_p_9*params->eta_J*(params->keep*params->keep) - 48.0*b_p_26*params->eta_J*(params->keep*params->keep*params->keep)/params->V - 42.0*b_p_28*params->eta_J*(params->keep*params->keep)/params->V - 36.0*b_p_30*params->eta_J*(params->keep*params->keep*params->keep*params->keep)/params->V - 4.0*b_p_31*params->eta_J*params->keep/params->V + 6.0*b_p_32*params->eta_J*params->keep/params->V + 24.0*b_p_33*params->eta_J*(params->keep*params->keep*params->keep*params->keep)/params->V + 28.0*b_p_34*params->eta_J*(params->keep*params->keep)/params->V + 72.0*b_p_35*params->eta_J*(params->keep*params->keep*params->keep)/params->V;
                            (*y_keep) += -24.0*b_p_0*(params->eta_J*params->eta_J)*(params->keep*params->keep) - 12.0*b_p_11*(params->eta_J*params->eta_J)*(params->keep*params->keep) - 16.0*b_p_13*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep) - 4.0*b_p_16*(params->eta_J*params->eta_J)*params->keep + 4.0*b_p_17*(params->eta_J*params->eta_J)*params->keep + 8.0*b_p_18*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep) + 6.0*b_p_19*(params->eta_J*params->eta_J)*params->keep + 8.0*b_p_2*(params->eta_J*params->eta_J)*params->keep + 18.0*b_p_20*(params->eta_J*params->eta_J)*(params->keep*params->keep) + 24.0*b_p_21*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep) + 24.0*b_p_22*(params->eta_J*params->eta_J)*(params->keep*params->keep) + b_p_23*(params->eta_J*params->eta_J)*(params->noise*params->noise) - 2.0*b_p_25*(params->eta_J*params->eta_J)*params->keep*(params->noise*params->noise) + 16.0*b_p_3*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep) + 2.0*b_p_4*(params->eta_J*params->eta_J)*params->keep*(params->noise*params->noise) - 27.0*b_p_6*(params->eta_J*params->eta_J)*(params->keep*params->keep) - 8.0*b_p_9*(params->eta_J*params->eta_J)*params->keep - 72.0*b_p_26*(params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V - 42.0*b_p_28*(params->eta_J*params->eta_J)*params->keep/params->V - 72.0*b_p_30*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/params->V - 2.0*b_p_31*(params->eta_J*params->eta_J)/params->V + 3.0*b_p_32*(params->eta_J*params->eta_J)/params->V + 48.0*b_p_33*(params->eta_J*params->eta_J)*(params->keep*params->keep*params->keep)/params->V + 28.0*b_p_34*(params->eta_J*params->eta_J)*params->keep/params->V + 108.0*b_p_35*(params->eta_J*params->eta_J)*(params->keep*params->keep)/params->V;
                            y_G0[k*S + k] += b_p_29*(k == l ? 1.0 : 0.0)*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k] + b_p_12*G0[l*S + l]*I4[((k*K + l)*S + k)*S + l]/params->V + b_p_7*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k]/params->V;
                            y_G0[k*S + l] += b_p_29*(k == l ? 1.0 : 0.0)*G0[k*S + k]*I4[((k*K + l)*S + k)*S + k] + 2.0*b_p_1*G0[k*S + l]*I4[((k*K + l)*S + k)*S + l]/params->V + b_p_24*(k == l ? 1.0 : 0.0)*J2[k*K + l]/params->V + b_p_5*J2[k*K + l]/params->V + b_p_7*G0[k*S + k]*I4[((k*K + l)*S + k)*S + k]/params->V + b_p_8*G0[l*S + l]*I4[((k*K + l)*S + l)*S + l]/params->V;
                            y_I4[((k*K + l)*S + k)*S + k] += b_p_27*(k == l ? 1.0 : 0.0)*(mc0[k]*mc0[k]*mc0[k])*mc0[l] + b_p_29*(k == l ? 1.0 : 0.0)*G0[k*S + k]*G0[k*S + l] + b_p_14*(mc0[k]*mc0[k]*mc0[k])*mc0[l]/params->V + b_p_7*G0[k*S + k]*G0[k*S + l]/params->V;
                            y_mc0[k] += 3.0*b_p_27*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k])*mc0[l] + 2.0*b_p_10*I4[((k*K + l)*S + k)*S + l]*mc0[k]*(mc0[l]*mc0[l])/params->V + 3.0*b_p_14*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k])*mc0[l]/params->V + b_p_15*I4[((k*K + l)*S + l)*S + l]*(mc0[l]*mc0[l]*mc0[l])/params->V;
                            y_mc0[l] += b_p_27*(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k]) + 2.0*b_p_10*I4[((k*K + l)*S + k)*S + l]*(mc0[k]*mc0[k])*mc0[l]/params->V + b_p_14*I4[((k*K + l)*S + k)*S + k]*(mc0[k]*mc0[k]*mc0[k])/params->V + 3.0*b_p_15*I4[((k*K + l)*S + l)*S + l]*mc0[k]*(mc0[l]*mc0[l])/params->V;
                            (*y_noise) += 2.0*b_p_23*(params->eta_J*params->eta_J)*params->keep*params->noise - 2.0*b_p_25*(params->eta_J*params->eta_J)*(params->keep*params->keep)*params->noise + 2.0*b_p_4*(params->eta_J*params->eta_J)*(params->keep*params->keep)*params->noise;
                            y_I4[((k*K + l)*S + l)*S + l] += b_p_15*mc0[k]*(mc0[l]*mc0[l]*mc0[l])/params->V + b_p_8*G0[k*S + l]*G0[l*S + l]/params->V;
                            y_G0[l*S + l] += b_p_12*G0[k*S + k]*I4[((k*K + l)*S + k)*S + l]/params->V + b_p_8*G0[k*S + l]*I4[((k*K + l)*S + l)*S + l]/params->V;
                            y_I4[((k*K + l)*S + k)*S + l] += b_p_1*(G0[k*S + l]*G0[k*S + l])/params->V + b_p_10*(mc0[k]*mc0[k])*(mc0[l]*mc0[l])/params->V + b_p_12*G0[k*S + k]*G0[l*S + l]/params->V;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A[k*S + i];

                    if (here != 0.0) {
                        for (int l = 0; l < K; ++l) {
                            const double p_0 = -params->eta_J;
                            const double p_1 = (params->keep*params->keep)*G0[k*S + l]*I3[(k*S + i)*S + l];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0[k*S + l] += b_p_1*(params->keep*params->keep)*I3[(k*S + i)*S + l];
                            y_I3[(k*S + i)*S + l] += b_p_1*(params->keep*params->keep)*G0[k*S + l];
                            (*y_keep) += 2.0*b_p_1*params->keep*G0[k*S + l]*I3[(k*S + i)*S + l];
                            (*y_eta_J) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A[k*S + i];

                    if (here != 0.0) {
                        for (int n = 0; n < M; ++n) {
                            const double p_0 = -params->eta_J;
                            const double p_1 = params->keep*G0[k*S + K + n]*I3[(k*S + i)*S + K + n];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0[k*S + K + n] += b_p_1*params->keep*I3[(k*S + i)*S + K + n];
                            y_I3[(k*S + i)*S + K + n] += b_p_1*params->keep*G0[k*S + K + n];
                            (*y_keep) += b_p_1*G0[k*S + K + n]*I3[(k*S + i)*S + K + n];
                            (*y_eta_J) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A[k*S + i];

                    y_A[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = -params->eta_J;
                        const double p_1 = params->keep*G0[k*S + k]*I3[(k*S + i)*S + k];
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_G0[k*S + k] += b_p_1*params->keep*I3[(k*S + i)*S + k] + params->eta_J*here*(params->keep*params->keep)*I3[(k*S + i)*S + k];
                        y_I3[(k*S + i)*S + k] += b_p_1*params->keep*G0[k*S + k] + params->eta_J*here*(params->keep*params->keep)*G0[k*S + k];
                        (*y_eta_J) += -b_p_0 + here*(params->keep*params->keep)*G0[k*S + k]*I3[(k*S + i)*S + k];
                        (*y_keep) += b_p_1*G0[k*S + k]*I3[(k*S + i)*S + k] + 2.0*params->eta_J*here*params->keep*G0[k*S + k]*I3[(k*S + i)*S + k];
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
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    dropout_linear_adjoint_image(&y_G0[k*S + K + n], &y_G0[(K + n)*S + k]);
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
                dropout_linear_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
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
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            dropout_linear_adjoint_image(&y_I4[((k*K + l)*S + i)*S + j], &y_I4[((l*K + k)*S + i)*S + j]);
                            dropout_linear_adjoint_image(&y_I4[((k*K + l)*S + i)*S + j], &y_I4[((k*K + l)*S + j)*S + i]);
                            dropout_linear_adjoint_image(&y_I4[((k*K + l)*S + i)*S + j], &y_I4[((l*K + k)*S + j)*S + i]);
                            {
                                const double here = y_I4[((k*K + l)*S + i)*S + j];

                                y_I4[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    y_C[i*S + j] += here;
                                }
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    {
                        const double here = y_I3[(k*S + i)*S + j];

                        y_I3[(k*S + i)*S + j] = 0.0;
                        if (here != 0.0) {
                            y_C[i*S + j] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                dropout_linear_adjoint_image(&y_I2[k*S + j], &y_I2[j*S + k]);
                {
                    const double here = y_I2[k*S + j];

                    y_I2[k*S + j] = 0.0;
                    if (here != 0.0) {
                        y_C[k*S + j] += here;
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                dropout_linear_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dropout_linear_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dropout_linear_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[dropout_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int dropout_linear_adjoint_rhs(int K, int M, const dropout_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = dropout_linear_adjoint_state_size(K, M);
    const int status = dropout_linear_adjoint_checked(K, M, params);

    if (status != DROPOUT_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!dropout_linear_adjoint_counted(dropout_linear_adjoint_rhs_work(K, M, params))) {
        return DROPOUT_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!dropout_linear_adjoint_all_finite(n, state) || !dropout_linear_adjoint_all_finite(count*n, factors)) {
        return DROPOUT_LINEAR_ADJOINT_NONFINITE;
    }
    dropout_linear_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!dropout_linear_adjoint_all_finite(count*dropout_linear_adjoint_row_size(K, M), results)) {
        return DROPOUT_LINEAR_ADJOINT_DOMAIN;
    }
    return DROPOUT_LINEAR_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double dropout_linear_adjoint_eps_g_work(int K, int M, const dropout_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S*S + 1.0*S;
    size += 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void dropout_linear_adjoint_eps_g_arrays(int K, int M, const dropout_linear_adjoint_params *params, const double *DROPOUT_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *DROPOUT_LINEAR_ADJOINT_RESTRICT work)
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
    double *mc0 = I2 + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *eps_g = G0 + (size_t)S*(size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_I2 = y_C + (size_t)S*(size_t)S;
    double *y_mc0 = y_I2 + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_eps_g = y_G0 + (size_t)S*(size_t)S;

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
            C[k*S + l] = Q[dropout_linear_adjoint_packed(K, k, l)];
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
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] += cov[n*M + m];
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
    (void)y_C;
    (void)y_I2;
    (void)y_mc0;
    (void)y_G0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*dropout_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + dropout_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + dropout_linear_adjoint_state_size(K, M) + 1;
        double *y_noise = result + dropout_linear_adjoint_state_size(K, M) + 2;
        double *y_decay = result + dropout_linear_adjoint_state_size(K, M) + 3;
        double *y_keep = result + dropout_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + dropout_linear_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < dropout_linear_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_eps_g + (size_t)1; ++p) {
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
        (void)y_keep;
        (void)y_V;
        {
            const double whole = *y_eps_g;

            if (whole != 0.0) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        const double here = (l > k ? 2.0 : 1.0) * whole;
                        y_G0[k*S + l] += 0.5*here*(params->keep*params->keep)*I2[k*S + l];
                        y_I2[k*S + l] += 0.5*here*(params->keep*params->keep)*G0[k*S + l];
                        (*y_keep) += here*params->keep*G0[k*S + l]*I2[k*S + l];
                    }
                }
            }
        }
        {
            const double here = *y_eps_g;

            if (here != 0.0) {
                for (int n = 0; n < M; ++n) {
                    for (int l = 0; l < K; ++l) {
                        y_G0[(K + n)*S + l] += 0.5*here*params->keep*I2[(K + n)*S + l];
                        y_I2[(K + n)*S + l] += 0.5*here*params->keep*G0[(K + n)*S + l];
                        (*y_keep) += 0.5*here*G0[(K + n)*S + l]*I2[(K + n)*S + l];
                    }
                }
            }
        }
        {
            const double here = *y_eps_g;

            if (here != 0.0) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        y_G0[k*S + K + m] += 0.5*here*params->keep*I2[k*S + K + m];
                        y_I2[k*S + K + m] += 0.5*here*params->keep*G0[k*S + K + m];
                        (*y_keep) += 0.5*here*G0[k*S + K + m]*I2[k*S + K + m];
                    }
                }
            }
        }
        {
            const double whole = *y_eps_g;

            *y_eps_g = 0.0;
            if (whole != 0.0) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        const double here = (m > n ? 2.0 : 1.0) * whole;
                        y_G0[(K + n)*S + K + m] += 0.5*here*I2[(K + n)*S + K + m];
                        y_I2[(K + n)*S + K + m] += 0.5*here*G0[(K + n)*S + K + m];
                    }
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
                dropout_linear_adjoint_image(&y_G0[k*S + K + n], &y_G0[(K + n)*S + k]);
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
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                dropout_linear_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
                {
                    const double here = y_I2[i*S + j];

                    y_I2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_C[i*S + j] += here;
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
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
                        y_Q[dropout_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int dropout_linear_adjoint_eps_g(int K, int M, const dropout_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = dropout_linear_adjoint_state_size(K, M);
    const int status = dropout_linear_adjoint_checked(K, M, params);

    if (status != DROPOUT_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!dropout_linear_adjoint_counted(dropout_linear_adjoint_eps_g_work(K, M, params))) {
        return DROPOUT_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!dropout_linear_adjoint_all_finite(n, state) || !dropout_linear_adjoint_all_finite(count, factors)) {
        return DROPOUT_LINEAR_ADJOINT_NONFINITE;
    }
    dropout_linear_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!dropout_linear_adjoint_all_finite(count*dropout_linear_adjoint_row_size(K, M), results)) {
        return DROPOUT_LINEAR_ADJOINT_DOMAIN;
    }
    return DROPOUT_LINEAR_ADJOINT_OK;
}

size_t dropout_linear_adjoint_work_size(int K, int M, const dropout_linear_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, dropout_linear_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, dropout_linear_adjoint_eps_g_work(K, M, params));
    return dropout_linear_adjoint_counted(arrays);
}


int dropout_linear_adjoint_check(int version, size_t size)
{
    return version == DROPOUT_LINEAR_ADJOINT_ABI && size == sizeof(dropout_linear_adjoint_params) ? DROPOUT_LINEAR_ADJOINT_OK : DROPOUT_LINEAR_ADJOINT_LAYOUT;
}

const char *dropout_linear_adjoint_strerror(int status)
{
    switch (status) {
    case DROPOUT_LINEAR_ADJOINT_OK:
        return "ok";
    case DROPOUT_LINEAR_ADJOINT_BAD_K:
        return "K is less than 1";
    case DROPOUT_LINEAR_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case DROPOUT_LINEAR_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case DROPOUT_LINEAR_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case DROPOUT_LINEAR_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case DROPOUT_LINEAR_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case DROPOUT_LINEAR_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case DROPOUT_LINEAR_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case DROPOUT_LINEAR_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case DROPOUT_LINEAR_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case DROPOUT_LINEAR_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case DROPOUT_LINEAR_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case DROPOUT_LINEAR_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case DROPOUT_LINEAR_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case DROPOUT_LINEAR_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case DROPOUT_LINEAR_ADJOINT_BAD_M:
        return "M is less than 1";
    case DROPOUT_LINEAR_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case DROPOUT_LINEAR_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case DROPOUT_LINEAR_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case DROPOUT_LINEAR_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case DROPOUT_LINEAR_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case DROPOUT_LINEAR_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case DROPOUT_LINEAR_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case DROPOUT_LINEAR_ADJOINT_NULL_WORK:
        return "work is NULL";
    case DROPOUT_LINEAR_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case DROPOUT_LINEAR_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case DROPOUT_LINEAR_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case DROPOUT_LINEAR_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case DROPOUT_LINEAR_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case DROPOUT_LINEAR_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case DROPOUT_LINEAR_ADJOINT_BAD_keep:
        return "keep is negative or not finite";
    case DROPOUT_LINEAR_ADJOINT_BAD_V:
        return "V is not at least 1";
    case DROPOUT_LINEAR_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case DROPOUT_LINEAR_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case DROPOUT_LINEAR_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case DROPOUT_LINEAR_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case DROPOUT_LINEAR_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case DROPOUT_LINEAR_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
