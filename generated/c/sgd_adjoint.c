/*
 * sgd_adjoint.c - SGD: online gradient descent of a two-layer student on mini-batches of V samples
 *
 * Emitted by orderode 0.1.0 from the system sgd_adjoint, digest fced350b1d914adb. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in sgd_adjoint.h.
 */
#include "sgd_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define SGD_ADJOINT_RESTRICT
#else
#define SGD_ADJOINT_RESTRICT restrict
#endif

void sgd_adjoint_defaults(sgd_adjoint_params *params)
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

size_t sgd_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t sgd_adjoint_row_size(int K, int M)
{
    return sgd_adjoint_state_size(K, M) + 5;
}

/* The slope of an element that is a copy of another goes to that. */
static void sgd_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int sgd_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int sgd_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int sgd_adjoint_checked(int K, int M, const sgd_adjoint_params *params)
{
    if (K < 1) {
        return SGD_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return SGD_ADJOINT_BAD_M;
    }
    if (!params) {
        return SGD_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return SGD_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return SGD_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return SGD_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return SGD_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return SGD_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return SGD_ADJOINT_MISSING_T;
    }
    if (!sgd_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return SGD_ADJOINT_BAD_T;
    }
    if (params->mean && !sgd_adjoint_all_finite((size_t)M, params->mean)) {
        return SGD_ADJOINT_BAD_mean;
    }
    if (params->cov && !sgd_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return SGD_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !sgd_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return SGD_ADJOINT_BAD_kurtosis;
    }
return SGD_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t sgd_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double sgd_adjoint_rhs_work(int K, int M, const sgd_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S;
    size += 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S;
    size += 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K + 1.0*K*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*K*S*S*K + 1.0*K*S*S*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void sgd_adjoint_rhs_arrays(int K, int M, const sgd_adjoint_params *params, const double *SGD_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *SGD_ADJOINT_RESTRICT work)
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
    double *r0 = C + (size_t)S*(size_t)S;
    double *mc0 = r0 + (size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *r1 = G0 + (size_t)S*(size_t)S;
    double *v0 = r1 + (size_t)K*(size_t)S;
    double *C1_0 = v0 + (size_t)K*(size_t)S;
    double *A = C1_0 + (size_t)K;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *C1 = dw0 + (size_t)K;
    double *J2 = C1 + with_V*(size_t)K*(size_t)S*(size_t)S;
    double *r2 = J2 + with_V*(size_t)K*(size_t)K;
    double *E = r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r3 = kappa + with_V_kurtosis*(size_t)M;
    double *y_C = r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_mc0 = y_r0 + (size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_r1 = y_G0 + (size_t)S*(size_t)S;
    double *y_v0 = y_r1 + (size_t)K*(size_t)S;
    double *y_C1_0 = y_v0 + (size_t)K*(size_t)S;
    double *y_A = y_C1_0 + (size_t)K;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_C1 = y_dw0 + (size_t)K;
    double *y_J2 = y_C1 + with_V*(size_t)K*(size_t)S*(size_t)S;
    double *y_r2 = y_J2 + with_V*(size_t)K*(size_t)K;
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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[sgd_adjoint_packed(K, k, l)];
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
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        r0[k] = (1.0 / sqrt(C[k*S + k] + 1.0));
    }
    for (int k = 0; k < M; ++k) {
        r0[K + k] = (1.0 / sqrt(C[(K + k)*S + K + k] + 1.0));
    }
    if (isfinite(params->V)) {
        /* C1: covariance of the fields with the Gaussian weight of k absorbed */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    C1[(k*S + i)*S + j] = C[i*S + j] - C[k*S + i]*C[k*S + j]*(r0[k]*r0[k]);
                    C1[(k*S + j)*S + i] = C1[(k*S + i)*S + j];
                }
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
    /* r1: 1/sqrt(C1[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r1[k*S + i] = (1.0 / sqrt(C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0));
        }
    }
    if (isfinite(params->V)) {
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*r0[k]*r1[k*S + l];
            }
        }
    }
    /* v0: G0[k, j]*r1[k, j] */
    for (int k = 0; k < K; ++k) {
        for (int j = 0; j < S; ++j) {
            v0[k*S + j] = G0[k*S + j]*r1[k*S + j];
        }
    }
    /* C1_0: partial sum Sum(C[k, j]*v0[k, j], (j, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int j = 0; j < S; ++j) {
            sum1 += (C[k*S + j]*v0[k*S + j]);
        }
        C1_0[k] = sum1;
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            A[k*S + i] = 0.63661977236758138*params->eta_J*C1_0[k]*C[k*S + i]*(r0[k]*r0[k]*r0[k]);
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C[i*S + j]*v0[k*S + j]);
            }
            A[k*S + i] += -0.63661977236758138*params->eta_J*r0[k] * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* r2: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r2[(k*K + l)*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 1.0));
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
                        r3[((k*S + i)*S + j)*K + l] = asin((C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]);
                    }
                }
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]));
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r1[k*S + l]/params->V * sum2;
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
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r1[k*S + l]/params->V * sum2;
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
            dQ[sgd_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[sgd_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[sgd_adjoint_packed(K, k, l)] += E[k*K + l];
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
    (void)y_C;
    (void)y_r0;
    (void)y_mc0;
    (void)y_G0;
    (void)y_r1;
    (void)y_v0;
    (void)y_C1_0;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_C1;
    (void)y_J2;
    (void)y_r2;
    (void)y_E;
    (void)y_r3;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*sgd_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + sgd_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + sgd_adjoint_state_size(K, M) + 1;
        double *y_noise = result + sgd_adjoint_state_size(K, M) + 2;
        double *y_decay = result + sgd_adjoint_state_size(K, M) + 3;
        double *y_V = result + sgd_adjoint_state_size(K, M) + 4;

        for (size_t p = 0; p < sgd_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*sgd_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*sgd_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*sgd_adjoint_state_size(K, M) + overlaps + p];
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
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ[sgd_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[sgd_adjoint_packed(K, k, l)];

                    y_dQ[sgd_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[sgd_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[sgd_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[sgd_adjoint_packed(K, k, l)];
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
                        const double here = y_E[k*K + l];

                        if (here != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = 0; j < S; ++j) {
                                    for (int p = 0; p < M; ++p) {
                                        const double p_0 = 0.4052847345693511*(params->eta_J*params->eta_J);
                                        const double p_1 = kappa[p]*r0[k]/params->V;
                                        const double p_2 = L0[i*M + p]*L0[j*M + p]*L0[k*M + p];
                                        const double p_3 = L0[l*M + p]*r1[k*S + l]*r3[((k*S + i)*S + j)*K + l];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_r1[k*S + l] += b_p_3*L0[l*M + p]*r3[((k*S + i)*S + j)*K + l];
                                        y_r3[((k*S + i)*S + j)*K + l] += b_p_3*L0[l*M + p]*r1[k*S + l];
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
                                    const double p_3 = C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    const double p_4 = p_3*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double p_5 = asin(p_4);
                                    const double p_6 = 0.4052847345693511*(params->eta_J*params->eta_J)/params->V;
                                    const double p_7 = p_2*p_5*r0[k]*r1[k*S + l];
                                    const double b_p_7 = here*p_6;
                                    const double b_p_6 = here*p_7;
                                    const double b_p_5 = b_p_7*p_2*r0[k]*r1[k*S + l];
                                    const double b_p_4 = b_p_5*(1.0 / sqrt(1.0 - (p_4*p_4)));
                                    const double b_p_3 = b_p_4*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double b_p_2 = b_p_7*p_5*r0[k]*r1[k*S + l];
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    y_r0[k] += b_p_7*p_2*p_5*r1[k*S + l];
                                    y_r1[k*S + l] += -2.0*b_p_3*C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*r1[k*S + l] + b_p_7*p_2*p_5*r0[k];
                                    (*y_V) += -0.4052847345693511*b_p_6*(params->eta_J*params->eta_J)/(params->V*params->V);
                                    (*y_eta_J) += 0.8105694691387022*b_p_6*params->eta_J/params->V;
                                    y_r2[(k*K + l)*S + i] += b_p_4*p_3*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_4*p_3*r2[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_3;
                                    y_C1[(k*S + l)*S + i] += -b_p_3*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    y_C1[(k*S + l)*S + j] += -b_p_3*C1[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
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
                            const double p_1 = G0[k*S + l]*J2[k*K + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0[k*S + l] += b_p_1*J2[k*K + l]/params->V;
                            y_J2[k*K + l] += b_p_1*G0[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G0[k*S + l]*J2[k*K + l]/(params->V*params->V);
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
                                    const double p_0 = C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r1[k*S + l]*r1[k*S + l]);
                                    const double p_1 = p_0*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double b_p_1 = here*(1.0 / sqrt(1.0 - (p_1*p_1)));
                                    const double b_p_0 = b_p_1*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + i] += b_p_1*p_0*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_1*p_0*r2[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_0;
                                    y_C1[(k*S + i)*S + l] += -b_p_0*C1[(k*S + j)*S + l]*(r1[k*S + l]*r1[k*S + l]);
                                    y_C1[(k*S + j)*S + l] += -b_p_0*C1[(k*S + i)*S + l]*(r1[k*S + l]*r1[k*S + l]);
                                    y_r1[k*S + l] += -2.0*b_p_0*C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*r1[k*S + l];
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
                                const double p_0 = C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 1.0;
                                const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                                y_C1[(k*S + i)*S + i] += b_p_0;
                                y_C1[(k*S + l)*S + i] += -2.0*b_p_0*C1[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
                                y_r1[k*S + l] += -2.0*b_p_0*(C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*r1[k*S + l];
                            }
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
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = -0.63661977236758138*params->eta_J;
                            const double p_1 = C[i*S + j]*r0[k]*v0[k*S + j];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_C[i*S + j] += b_p_1*r0[k]*v0[k*S + j];
                            y_r0[k] += b_p_1*C[i*S + j]*v0[k*S + j];
                            y_v0[k*S + j] += b_p_1*C[i*S + j]*r0[k];
                            (*y_eta_J) += -0.63661977236758138*b_p_0;
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
                        const double p_0 = 0.63661977236758138*params->eta_J;
                        const double p_1 = C1_0[k]*C[k*S + i]*(r0[k]*r0[k]*r0[k]);
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_C1_0[k] += b_p_1*C[k*S + i]*(r0[k]*r0[k]*r0[k]);
                        y_C[k*S + i] += b_p_1*C1_0[k]*(r0[k]*r0[k]*r0[k]);
                        y_r0[k] += 3.0*b_p_1*C1_0[k]*C[k*S + i]*(r0[k]*r0[k]);
                        (*y_eta_J) += 0.63661977236758138*b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_C1_0[k];

                y_C1_0[k] = 0.0;
                if (here != 0.0) {
                    for (int j = 0; j < S; ++j) {
                        y_C[k*S + j] += here*v0[k*S + j];
                        y_v0[k*S + j] += here*C[k*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_v0[k*S + j];

                    y_v0[k*S + j] = 0.0;
                    if (here != 0.0) {
                        y_G0[k*S + j] += here*r1[k*S + j];
                        y_r1[k*S + j] += here*G0[k*S + j];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_J2[k*K + l];

                        y_J2[k*K + l] = 0.0;
                        if (here != 0.0) {
                            y_r0[k] += 0.63661977236758138*here*r1[k*S + l];
                            y_r1[k*S + l] += 0.63661977236758138*here*r0[k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_r1[k*S + i];

                    y_r1[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0;
                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_C[i*S + i] += b_p_0;
                        y_C[k*S + i] += -2.0*b_p_0*C[k*S + i]*(r0[k]*r0[k]);
                        y_r0[k] += -2.0*b_p_0*(C[k*S + i]*C[k*S + i])*r0[k];
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
                sgd_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
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
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sgd_adjoint_image(&y_C1[(k*S + i)*S + j], &y_C1[(k*S + j)*S + i]);
                        {
                            const double here = y_C1[(k*S + i)*S + j];

                            y_C1[(k*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                y_C[i*S + j] += here;
                                y_C[k*S + i] += -here*C[k*S + j]*(r0[k]*r0[k]);
                                y_C[k*S + j] += -here*C[k*S + i]*(r0[k]*r0[k]);
                                y_r0[k] += -2.0*here*C[k*S + i]*C[k*S + j]*r0[k];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            {
                const double here = y_r0[K + k];

                y_r0[K + k] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C[(K + k)*S + K + k] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C[(K + k)*S + K + k] += b_p_0;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_r0[k];

                y_r0[k] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C[k*S + k] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C[k*S + k] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                sgd_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                sgd_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                sgd_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[sgd_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int sgd_adjoint_rhs(int K, int M, const sgd_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = sgd_adjoint_state_size(K, M);
    const int status = sgd_adjoint_checked(K, M, params);

    if (status != SGD_ADJOINT_OK) {
        return status;
    }
    if (!sgd_adjoint_counted(sgd_adjoint_rhs_work(K, M, params))) {
        return SGD_ADJOINT_TOO_LARGE;
    }
    if (!sgd_adjoint_all_finite(n, state) || !sgd_adjoint_all_finite(count*n, factors)) {
        return SGD_ADJOINT_NONFINITE;
    }
    sgd_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!sgd_adjoint_all_finite(count*sgd_adjoint_row_size(K, M), results)) {
        return SGD_ADJOINT_DOMAIN;
    }
    return SGD_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double sgd_adjoint_eps_g_work(int K, int M, const sgd_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0 + 1.0*S*S + 1.0*S + 1.0*S*S;
    size += 1.0*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void sgd_adjoint_eps_g_arrays(int K, int M, const sgd_adjoint_params *params, const double *SGD_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *SGD_ADJOINT_RESTRICT work)
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
    double *mc0 = C + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *r0 = G0 + (size_t)S*(size_t)S;
    double *eps_g = r0 + (size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_mc0 = y_C + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_r0 = y_G0 + (size_t)S*(size_t)S;
    double *y_eps_g = y_r0 + (size_t)S;

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
            C[k*S + l] = Q[sgd_adjoint_packed(K, k, l)];
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
    (void)y_C;
    (void)y_mc0;
    (void)y_G0;
    (void)y_r0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*sgd_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + sgd_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + sgd_adjoint_state_size(K, M) + 1;
        double *y_noise = result + sgd_adjoint_state_size(K, M) + 2;
        double *y_decay = result + sgd_adjoint_state_size(K, M) + 3;
        double *y_V = result + sgd_adjoint_state_size(K, M) + 4;

        for (size_t p = 0; p < sgd_adjoint_row_size(K, M); ++p) {
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
                        y_Q[sgd_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int sgd_adjoint_eps_g(int K, int M, const sgd_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = sgd_adjoint_state_size(K, M);
    const int status = sgd_adjoint_checked(K, M, params);

    if (status != SGD_ADJOINT_OK) {
        return status;
    }
    if (!sgd_adjoint_counted(sgd_adjoint_eps_g_work(K, M, params))) {
        return SGD_ADJOINT_TOO_LARGE;
    }
    if (!sgd_adjoint_all_finite(n, state) || !sgd_adjoint_all_finite(count, factors)) {
        return SGD_ADJOINT_NONFINITE;
    }
    sgd_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!sgd_adjoint_all_finite(count*sgd_adjoint_row_size(K, M), results)) {
        return SGD_ADJOINT_DOMAIN;
    }
    return SGD_ADJOINT_OK;
}

size_t sgd_adjoint_work_size(int K, int M, const sgd_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, sgd_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, sgd_adjoint_eps_g_work(K, M, params));
    return sgd_adjoint_counted(arrays);
}


int sgd_adjoint_check(int version, size_t size)
{
    return version == SGD_ADJOINT_ABI && size == sizeof(sgd_adjoint_params) ? SGD_ADJOINT_OK : SGD_ADJOINT_LAYOUT;
}

const char *sgd_adjoint_strerror(int status)
{
    switch (status) {
    case SGD_ADJOINT_OK:
        return "ok";
    case SGD_ADJOINT_BAD_K:
        return "K is less than 1";
    case SGD_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case SGD_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case SGD_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case SGD_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case SGD_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case SGD_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case SGD_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case SGD_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case SGD_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case SGD_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case SGD_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case SGD_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case SGD_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case SGD_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case SGD_ADJOINT_BAD_M:
        return "M is less than 1";
    case SGD_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case SGD_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case SGD_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case SGD_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case SGD_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case SGD_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case SGD_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case SGD_ADJOINT_NULL_WORK:
        return "work is NULL";
    case SGD_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case SGD_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case SGD_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case SGD_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case SGD_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case SGD_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case SGD_ADJOINT_BAD_V:
        return "V is not at least 1";
    case SGD_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case SGD_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case SGD_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case SGD_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case SGD_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case SGD_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
