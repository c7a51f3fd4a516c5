/*
 * pooled_linear_adjoint.c - Pooled training on the task stream, adapted only at test time
 *
 * Emitted by orderode 0.1.0 from the system pooled_linear_adjoint, digest 99ea2b7e261d76aa. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in pooled_linear_adjoint.h.
 */
#include "pooled_linear_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define POOLED_LINEAR_ADJOINT_RESTRICT
#else
#define POOLED_LINEAR_ADJOINT_RESTRICT restrict
#endif

void pooled_linear_adjoint_defaults(pooled_linear_adjoint_params *params)
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

size_t pooled_linear_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t pooled_linear_adjoint_row_size(int K, int M)
{
    return pooled_linear_adjoint_state_size(K, M) + 7;
}

/* The slope of an element that is a copy of another goes to that. */
static void pooled_linear_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int pooled_linear_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int pooled_linear_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int pooled_linear_adjoint_checked(int K, int M, const pooled_linear_adjoint_params *params)
{
    if (K < 1) {
        return POOLED_LINEAR_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return POOLED_LINEAR_ADJOINT_BAD_M;
    }
    if (!params) {
        return POOLED_LINEAR_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return POOLED_LINEAR_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return POOLED_LINEAR_ADJOINT_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return POOLED_LINEAR_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return POOLED_LINEAR_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return POOLED_LINEAR_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return POOLED_LINEAR_ADJOINT_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return POOLED_LINEAR_ADJOINT_BAD_P;
    }
    if (params->inner_steps < 1) {
        return POOLED_LINEAR_ADJOINT_BAD_inner_steps;
    }
    if (!params->T) {
        return POOLED_LINEAR_ADJOINT_MISSING_T;
    }
    if (!pooled_linear_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return POOLED_LINEAR_ADJOINT_BAD_T;
    }
    if (params->mean && !pooled_linear_adjoint_all_finite((size_t)M, params->mean)) {
        return POOLED_LINEAR_ADJOINT_BAD_mean;
    }
    if (params->cov && !pooled_linear_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return POOLED_LINEAR_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !pooled_linear_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return POOLED_LINEAR_ADJOINT_BAD_kurtosis;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return POOLED_LINEAR_ADJOINT_SEVERAL_inner_steps;
    }
return POOLED_LINEAR_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t pooled_linear_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double pooled_linear_adjoint_rhs_work(int K, int M, const pooled_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_linear_adjoint_rhs_arrays(int K, int M, const pooled_linear_adjoint_params *params, const double *POOLED_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_LINEAR_ADJOINT_RESTRICT work)
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
    double *mc0 = C + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *J2 = dw0 + (size_t)K;
    double *E = J2 + with_V*(size_t)K*(size_t)K;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *y_C = kappa + with_V_kurtosis*(size_t)M;
    double *y_mc0 = y_C + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_A = y_G0 + (size_t)S*(size_t)S;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_E = y_dw0 + (size_t)K;

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
            C[k*S + l] = Q[pooled_linear_adjoint_packed(K, k, l)];
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
    if (isfinite(params->V)) {
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
        mc0[k] = 0.0;
    }
    for (int k = 0; k < K; ++k) {
        mc0[k] += w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0[K + n] = 0.0;
    }
    for (int n = 0; n < M; ++n) {
        mc0[K + n] += -mean[n];
    }
    /* G0: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] = 0.0;
            G0[l*S + k] = G0[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] += mc0[k]*mc0[l];
            G0[l*S + k] = G0[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = 0.0;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] += mc0[k]*mc0[K + n];
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C[i*S + j]*G0[k*S + j]);
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*C[i*S + j]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
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
                            sum2 += (j > i ? 2.0 : 1.0) * (C[i*S + j]*L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
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
            dQ[pooled_linear_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[pooled_linear_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[pooled_linear_adjoint_packed(K, k, l)] += E[k*K + l];
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
            sum1 += (C[k*S + i]*mc0[i]);
        }
        dw0[k] += -params->eta_0 * sum1;
    }
    (void)y_C;
    (void)y_mc0;
    (void)y_G0;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_linear_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_linear_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_linear_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_linear_adjoint_state_size(K, M) + 5;
        double *y_P = result + pooled_linear_adjoint_state_size(K, M) + 6;

        for (size_t p = 0; p < pooled_linear_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*pooled_linear_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*pooled_linear_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*pooled_linear_adjoint_state_size(K, M) + overlaps + p];
        }
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_V;
        (void)y_P;
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_C[k*S + i] += -params->eta_0*here*mc0[i];
                        (*y_eta_0) += -here*C[k*S + i]*mc0[i];
                        y_mc0[i] += -params->eta_0*here*C[k*S + i];
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
                        const double here = y_dQ[pooled_linear_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[pooled_linear_adjoint_packed(K, k, l)];

                    y_dQ[pooled_linear_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[pooled_linear_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[pooled_linear_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[pooled_linear_adjoint_packed(K, k, l)];
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
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    for (int p = 0; p < M; ++p) {
                                        const double here = (j > i ? 2.0 : 1.0) * whole;
                                        const double p_1 = L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p];
                                        const double b_p_0 = here*p_1;
                                        y_C[i*S + j] += b_p_0*(params->eta_J*params->eta_J)*kappa[p]/params->V;
                                        (*y_V) += -b_p_0*(params->eta_J*params->eta_J)*C[i*S + j]*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_0*params->eta_J*C[i*S + j]*kappa[p]/params->V;
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
                                    const double b_p_2 = (params->eta_J*params->eta_J)*here*C[i*S + j]/params->V;
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    y_C[i*S + j] += (params->eta_J*params->eta_J)*here*p_2/params->V;
                                    (*y_V) += -(params->eta_J*params->eta_J)*here*p_2*C[i*S + j]/(params->V*params->V);
                                    (*y_eta_J) += 2.0*params->eta_J*here*p_2*C[i*S + j]/params->V;
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
                            (*y_V) += -b_p_1*G0[k*S + l]*J2[k*K + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->noise;
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
                        for (int j = 0; j < S; ++j) {
                            y_C[i*S + j] += -params->eta_J*here*G0[k*S + j];
                            y_G0[k*S + j] += -params->eta_J*here*C[i*S + j];
                            (*y_eta_J) += -here*C[i*S + j]*G0[k*S + j];
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    {
                        const double here = y_G0[(K + n)*S + K + m];

                        if (here != 0.0) {
                            y_mc0[K + m] += here*mc0[K + n];
                            y_mc0[K + n] += here*mc0[K + m];
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_G0[(K + n)*S + K + m] = 0.0;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0[k*S + K + n];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                y_G0[k*S + K + n] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                pooled_linear_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
                {
                    const double here = y_G0[k*S + l];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[l];
                        y_mc0[l] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                pooled_linear_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
                y_G0[k*S + l] = 0.0;
            }
        }
        for (int n = 0; n < M; ++n) {
        }
        for (int n = 0; n < M; ++n) {
            y_mc0[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc0[k];

                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_mc0[k] = 0.0;
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                pooled_linear_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                pooled_linear_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                pooled_linear_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[pooled_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_linear_adjoint_rhs(int K, int M, const pooled_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_linear_adjoint_state_size(K, M);
    const int status = pooled_linear_adjoint_checked(K, M, params);

    if (status != POOLED_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!pooled_linear_adjoint_counted(pooled_linear_adjoint_rhs_work(K, M, params))) {
        return POOLED_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!pooled_linear_adjoint_all_finite(n, state) || !pooled_linear_adjoint_all_finite(count*n, factors)) {
        return POOLED_LINEAR_ADJOINT_NONFINITE;
    }
    pooled_linear_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_linear_adjoint_all_finite(count*pooled_linear_adjoint_row_size(K, M), results)) {
        return POOLED_LINEAR_ADJOINT_DOMAIN;
    }
    return POOLED_LINEAR_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double pooled_linear_adjoint_eps_g_work(int K, int M, const pooled_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_linear_adjoint_eps_g_arrays(int K, int M, const pooled_linear_adjoint_params *params, const double *POOLED_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_LINEAR_ADJOINT_RESTRICT work)
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
    double *eps_g = G0 + (size_t)S*(size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_mc0 = y_C + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_eps_g = y_G0 + (size_t)S*(size_t)S;

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
            C[k*S + l] = Q[pooled_linear_adjoint_packed(K, k, l)];
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
            G0[k*S + l] = 0.0;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] += mc0[k]*mc0[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = 0.0;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] += mc0[k]*mc0[K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] = cov[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
        }
    }
    /* eps_g: loss on fresh data before adaptation */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (C[i*S + j]*G0[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
    (void)y_C;
    (void)y_mc0;
    (void)y_G0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_linear_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_linear_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_linear_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_linear_adjoint_state_size(K, M) + 5;
        double *y_P = result + pooled_linear_adjoint_state_size(K, M) + 6;

        for (size_t p = 0; p < pooled_linear_adjoint_row_size(K, M); ++p) {
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
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_V;
        (void)y_P;
        {
            const double whole = *y_eps_g;

            *y_eps_g = 0.0;
            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        y_C[i*S + j] += 0.5*here*G0[i*S + j];
                        y_G0[i*S + j] += 0.5*here*C[i*S + j];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_G0[(K + n)*S + K + m];

                    if (here != 0.0) {
                        y_mc0[K + m] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[K + m];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_G0[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G0[k*S + K + n];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[K + n];
                        y_mc0[K + n] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                y_G0[k*S + K + n] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G0[k*S + l];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc0[l];
                        y_mc0[l] += here*mc0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                y_G0[k*S + l] = 0.0;
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
                        y_Q[pooled_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_linear_adjoint_eps_g(int K, int M, const pooled_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_linear_adjoint_state_size(K, M);
    const int status = pooled_linear_adjoint_checked(K, M, params);

    if (status != POOLED_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!pooled_linear_adjoint_counted(pooled_linear_adjoint_eps_g_work(K, M, params))) {
        return POOLED_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!pooled_linear_adjoint_all_finite(n, state) || !pooled_linear_adjoint_all_finite(count, factors)) {
        return POOLED_LINEAR_ADJOINT_NONFINITE;
    }
    pooled_linear_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_linear_adjoint_all_finite(count*pooled_linear_adjoint_row_size(K, M), results)) {
        return POOLED_LINEAR_ADJOINT_DOMAIN;
    }
    return POOLED_LINEAR_ADJOINT_OK;
}

/* How many doubles of work eps_g_adapted needs; counted in double, which cannot wrap. */
static double pooled_linear_adjoint_eps_g_adapted_work(int K, int M, const pooled_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M + 1.0*S;
    size += 1.0*M*K + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M;
    size += 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S + 1.0;
    if (isfinite(params->P)) {
        size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K;
        size += 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0;
        size += 1.0*K*K + 1.0*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_linear_adjoint_eps_g_adapted_arrays(int K, int M, const pooled_linear_adjoint_params *params, const double *POOLED_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_LINEAR_ADJOINT_RESTRICT work)
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
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = cov_apart + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *mc = H_next + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *eps_g_adapted = G + (size_t)S*(size_t)S;
    double *base1 = eps_g_adapted + (size_t)1;
    double *mc0 = base1 + with_P*(size_t)S;
    double *G0 = mc0 + with_P*(size_t)S;
    double *mc1 = G0 + with_P*(size_t)S*(size_t)S;
    double *G1 = mc1 + with_P*(size_t)S;
    double *p21 = G1 + with_P*(size_t)S*(size_t)S;
    double *p22 = p21 + with_P*(size_t)1;
    double *B2 = p22 + with_P*(size_t)1;
    double *P2 = B2 + with_P*(size_t)K*(size_t)K;
    double *y_C = P2 + with_P*(size_t)S*(size_t)S;
    double *y_I2 = y_C + (size_t)S*(size_t)S;
    double *y_h = y_I2 + (size_t)S*(size_t)S;
    double *y_h_next = y_h + (size_t)K;
    double *y_H = y_h_next + (size_t)K;
    double *y_H_next = y_H + (size_t)K*(size_t)M;
    double *y_mc = y_H_next + (size_t)K*(size_t)M;
    double *y_s0 = y_mc + (size_t)S;
    double *y_G = y_s0 + (size_t)M*(size_t)K;
    double *y_eps_g_adapted = y_G + (size_t)S*(size_t)S;
    double *y_base1 = y_eps_g_adapted + (size_t)1;
    double *y_mc0 = y_base1 + with_P*(size_t)S;
    double *y_G0 = y_mc0 + with_P*(size_t)S;
    double *y_mc1 = y_G0 + with_P*(size_t)S*(size_t)S;
    double *y_G1 = y_mc1 + with_P*(size_t)S;
    double *y_p21 = y_G1 + with_P*(size_t)S*(size_t)S;
    double *y_p22 = y_p21 + with_P*(size_t)1;
    double *y_B2 = y_p22 + with_P*(size_t)1;
    double *y_P2 = y_B2 + with_P*(size_t)K*(size_t)K;

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
    /* cov_apart: cov off its diagonal */
    for (int p = 0; p < M; ++p) {
        for (int q = p; q < M; ++q) {
            cov_apart[p*M + q] = (1.0 - (p == q ? 1.0 : 0.0))*cov[p*M + q];
            cov_apart[q*M + p] = cov_apart[p*M + q];
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_linear_adjoint_packed(K, k, l)];
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[l*S + k] = C[k*S + l];
            }
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
    /* h: head after the inner loop: its part without the task */
    for (int k = 0; k < K; ++k) {
        h[k] = w0[k];
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int l = 0; l < K; ++l) {
            sum1 += (I2[k*S + l]*w0[l]);
        }
        h[k] += -params->eta_w * sum1;
    }
    for (int step = 1; step < params->inner_steps; ++step) {
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
            H[k*M + m] = params->eta_w*I2[k*S + K + m];
        }
    }
    for (int step = 1; step < params->inner_steps; ++step) {
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
    if (isfinite(params->P)) {
        /* base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
    }
    /* mc: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc[k] = h[k];
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int p = 0; p < M; ++p) {
            sum1 += (H[k*M + p]*mean[p]);
        }
        mc[k] += sum1;
    }
    for (int n = 0; n < M; ++n) {
        mc[K + n] = -mean[n];
    }
    /* s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M)) */
    for (int q = 0; q < M; ++q) {
        for (int k = 0; k < K; ++k) {
            s0[q*K + k] = H[k*M + q]*cov[q*M + q];
        }
    }
    for (int q = 0; q < M; ++q) {
        for (int k = 0; k < K; ++k) {
            double sum1 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum1 += (H[k*M + p]*cov_apart[q*M + p]);
            }
            s0[q*K + k] += sum1;
        }
    }
    /* G: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int q = 0; q < M; ++q) {
                sum1 += (H[l*M + q]*s0[q*K + k]);
            }
            G[k*S + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G[k*S + l] += mc[k]*mc[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G[k*S + K + n] += mc[k]*mc[K + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum1 += (H[k*M + p]*cov_apart[n*M + p]);
            }
            G[k*S + K + n] += -1.0 * sum1;
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G[(K + n)*S + K + m] = cov[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
        }
    }
    if (isfinite(params->P)) {
        /* mc0: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }
    if (isfinite(params->P)) {
        /* G0: <c_i c_j> over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] = 0.0;
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] = 0.0;
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
        /* mc1: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc1[k] = base1[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum2 += (H[k*M + p]*mean[p]);
            }
            mc1[k] += sum2;
        }
        for (int n = 0; n < M; ++n) {
            mc1[K + n] = base1[K + n] - mean[n];
        }
    }
    if (isfinite(params->P)) {
        /* G1: <c_i c_j> over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int q = 0; q < M; ++q) {
                    sum2 += (H[l*M + q]*s0[q*K + k]);
                }
                G1[k*S + l] = sum2;
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G1[k*S + l] += mc1[k]*mc1[l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G1[k*S + K + n] = -H[k*M + n]*cov[n*M + n] + mc1[k]*mc1[K + n];
                G1[(K + n)*S + k] = G1[k*S + K + n];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G1[k*S + K + n] += -1.0 * sum2;
                G1[(K + n)*S + k] = G1[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] = cov[n*M + m] + mc1[K + m]*mc1[K + n];
                G1[(K + m)*S + K + n] = G1[(K + n)*S + K + m];
            }
        }
    }
    if (isfinite(params->P)) {
        /* p21: share of 2 support samples in 1 given blocks */
        *p21 = 1.0/params->P;
        /* p22: share of 2 support samples in 2 given blocks, minus 1 */
        *p22 = -1.0/params->P;
        /* B2: <d_k d_l> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                B2[k*K + l] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((C[i*S + j]*C[k*S + l] + C[k*S + i]*C[l*S + j] + C[k*S + j]*C[l*S + i])*G0[i*S + j]);
                    }
                }
                B2[k*K + l] += (params->eta_w*params->eta_w) * sum2;
            }
        }
        /* P2: <c_i c_j> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                P2[k*S + l] = (*p21)*B2[k*K + l] + (*p22)*G1[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                P2[k*S + K + n] = 0.0;
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
            }
        }
    }
    /* eps_g_adapted: loss on fresh data after adaptation */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (G[i*S + j]*I2[i*S + j]);
            }
        }
        *eps_g_adapted = 0.5 * sum1;
    }
    if (isfinite(params->P)) {
        {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    sum2 += (j > i ? 2.0 : 1.0) * (I2[i*S + j]*P2[i*S + j]);
                }
            }
            *eps_g_adapted += 0.5 * sum2;
        }
    }
    (void)y_C;
    (void)y_I2;
    (void)y_h;
    (void)y_h_next;
    (void)y_H;
    (void)y_H_next;
    (void)y_mc;
    (void)y_s0;
    (void)y_G;
    (void)y_eps_g_adapted;
    (void)y_base1;
    (void)y_mc0;
    (void)y_G0;
    (void)y_mc1;
    (void)y_G1;
    (void)y_p21;
    (void)y_p22;
    (void)y_B2;
    (void)y_P2;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_linear_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_linear_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_linear_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_linear_adjoint_state_size(K, M) + 5;
        double *y_P = result + pooled_linear_adjoint_state_size(K, M) + 6;

        for (size_t p = 0; p < pooled_linear_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_P2 + with_P*(size_t)S*(size_t)S; ++p) {
            *p = 0.0;
        }
        *y_eps_g_adapted = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_V;
        (void)y_P;
        if (isfinite(params->P)) {
            {
                const double whole = *y_eps_g_adapted;

                if (whole != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            const double here = (j > i ? 2.0 : 1.0) * whole;
                            y_I2[i*S + j] += 0.5*here*P2[i*S + j];
                            y_P2[i*S + j] += 0.5*here*I2[i*S + j];
                        }
                    }
                }
            }
        }
        {
            const double whole = *y_eps_g_adapted;

            *y_eps_g_adapted = 0.0;
            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        y_G[i*S + j] += 0.5*here*I2[i*S + j];
                        y_I2[i*S + j] += 0.5*here*G[i*S + j];
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_P2[(K + n)*S + K + m] = 0.0;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    y_P2[k*S + K + n] = 0.0;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_P2[k*S + l];

                        y_P2[k*S + l] = 0.0;
                        if (here != 0.0) {
                            y_B2[k*K + l] += here*(*p21);
                            y_G1[k*S + l] += here*(*p22);
                            (*y_p21) += here*B2[k*K + l];
                            (*y_p22) += here*G1[k*S + l];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_B2[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = C[i*S + j]*C[k*S + l] + C[k*S + i]*C[l*S + j] + C[k*S + j]*C[l*S + i];
                                    const double b_p_0 = (params->eta_w*params->eta_w)*here*G0[i*S + j];
                                    y_G0[i*S + j] += (params->eta_w*params->eta_w)*here*p_0;
                                    (*y_eta_w) += 2.0*params->eta_w*here*p_0*G0[i*S + j];
                                    y_C[i*S + j] += b_p_0*C[k*S + l];
                                    y_C[k*S + i] += b_p_0*C[l*S + j];
                                    y_C[k*S + j] += b_p_0*C[l*S + i];
                                    y_C[k*S + l] += b_p_0*C[i*S + j];
                                    y_C[l*S + i] += b_p_0*C[k*S + j];
                                    y_C[l*S + j] += b_p_0*C[k*S + i];
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_B2[k*K + l];

                        y_B2[k*K + l] = 0.0;
                        if (here != 0.0) {
                            y_I2[k*S + l] += (params->eta_w*params->eta_w)*here*(params->noise*params->noise);
                            (*y_eta_w) += 2.0*params->eta_w*here*(params->noise*params->noise)*I2[k*S + l];
                            (*y_noise) += 2.0*(params->eta_w*params->eta_w)*here*params->noise*I2[k*S + l];
                        }
                    }
                }
            }
            {
                const double here = *y_p22;

                *y_p22 = 0.0;
                if (here != 0.0) {
                    (*y_P) += here/(params->P*params->P);
                }
            }
            {
                const double here = *y_p21;

                *y_p21 = 0.0;
                if (here != 0.0) {
                    (*y_P) += -here/(params->P*params->P);
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    pooled_linear_adjoint_image(&y_G1[(K + n)*S + K + m], &y_G1[(K + m)*S + K + n]);
                    {
                        const double here = y_G1[(K + n)*S + K + m];

                        y_G1[(K + n)*S + K + m] = 0.0;
                        if (here != 0.0) {
                            y_mc1[K + m] += here*mc1[K + n];
                            y_mc1[K + n] += here*mc1[K + m];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    pooled_linear_adjoint_image(&y_G1[k*S + K + n], &y_G1[(K + n)*S + k]);
                    {
                        const double here = y_G1[k*S + K + n];

                        if (here != 0.0) {
                            for (int p = 0; p < M; ++p) {
                                y_H[k*M + p] += -here*cov_apart[n*M + p];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    pooled_linear_adjoint_image(&y_G1[k*S + K + n], &y_G1[(K + n)*S + k]);
                    {
                        const double here = y_G1[k*S + K + n];

                        y_G1[k*S + K + n] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + n] += -here*cov[n*M + n];
                            y_mc1[k] += here*mc1[K + n];
                            y_mc1[K + n] += here*mc1[k];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_G1[k*S + l];

                        if (here != 0.0) {
                            y_mc1[k] += here*mc1[l];
                            y_mc1[l] += here*mc1[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_G1[k*S + l];

                        y_G1[k*S + l] = 0.0;
                        if (here != 0.0) {
                            for (int q = 0; q < M; ++q) {
                                y_H[l*M + q] += here*s0[q*K + k];
                                y_s0[q*K + k] += here*H[l*M + q];
                            }
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_mc1[K + n];

                    y_mc1[K + n] = 0.0;
                    if (here != 0.0) {
                        y_base1[K + n] += here;
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_mc1[k];

                    if (here != 0.0) {
                        for (int p = 0; p < M; ++p) {
                            y_H[k*M + p] += here*mean[p];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_mc1[k];

                    y_mc1[k] = 0.0;
                    if (here != 0.0) {
                        y_base1[k] += here;
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    {
                        const double here = y_G0[(K + n)*S + K + m];

                        if (here != 0.0) {
                            y_mc0[K + m] += here*mc0[K + n];
                            y_mc0[K + n] += here*mc0[K + m];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_G0[(K + n)*S + K + m] = 0.0;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    {
                        const double here = y_G0[k*S + K + n];

                        if (here != 0.0) {
                            y_mc0[k] += here*mc0[K + n];
                            y_mc0[K + n] += here*mc0[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    y_G0[k*S + K + n] = 0.0;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_G0[k*S + l];

                        if (here != 0.0) {
                            y_mc0[k] += here*mc0[l];
                            y_mc0[l] += here*mc0[k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    y_G0[k*S + l] = 0.0;
                }
            }
        }
        if (isfinite(params->P)) {
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
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_G[(K + n)*S + K + m];

                    if (here != 0.0) {
                        y_mc[K + m] += here*mc[K + n];
                        y_mc[K + n] += here*mc[K + m];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_G[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G[k*S + K + n];

                    if (here != 0.0) {
                        for (int p = 0; p < M; ++p) {
                            y_H[k*M + p] += -here*cov_apart[n*M + p];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G[k*S + K + n];

                    if (here != 0.0) {
                        y_mc[k] += here*mc[K + n];
                        y_mc[K + n] += here*mc[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_G[k*S + K + n];

                    y_G[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_H[k*M + n] += -here*cov[n*M + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G[k*S + l];

                    if (here != 0.0) {
                        y_mc[k] += here*mc[l];
                        y_mc[l] += here*mc[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_G[k*S + l];

                    y_G[k*S + l] = 0.0;
                    if (here != 0.0) {
                        for (int q = 0; q < M; ++q) {
                            y_H[l*M + q] += here*s0[q*K + k];
                            y_s0[q*K + k] += here*H[l*M + q];
                        }
                    }
                }
            }
        }
        for (int q = 0; q < M; ++q) {
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_s0[q*K + k];

                    if (here != 0.0) {
                        for (int p = 0; p < M; ++p) {
                            y_H[k*M + p] += here*cov_apart[q*M + p];
                        }
                    }
                }
            }
        }
        for (int q = 0; q < M; ++q) {
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_s0[q*K + k];

                    y_s0[q*K + k] = 0.0;
                    if (here != 0.0) {
                        y_H[k*M + q] += here*cov[q*M + q];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_mc[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc[k];

                if (here != 0.0) {
                    for (int p = 0; p < M; ++p) {
                        y_H[k*M + p] += here*mean[p];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_mc[k];

                y_mc[k] = 0.0;
                if (here != 0.0) {
                    y_h[k] += here;
                }
            }
        }
        if (isfinite(params->P)) {
            for (int n = 0; n < M; ++n) {
                y_base1[K + n] = 0.0;
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_base1[k];

                    y_base1[k] = 0.0;
                    if (here != 0.0) {
                        y_h[k] += here;
                        y_w0[k] += -here;
                    }
                }
            }
        }
        for (int steps = params->inner_steps - 1; steps >= 1; --steps) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = params->eta_w*I2[k*S + K + m];
                }
            }
            for (int step = 1; step < steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        double sum4 = 0.0;
                        for (int l = 0; l < K; ++l) {
                            sum4 += (H[l*M + m]*I2[k*S + l]);
                        }
                        H_next[k*M + m] += -params->eta_w * sum4;
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H[k*M + m] = H_next[k*M + m];
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H[k*M + m];

                        y_H[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H_next[k*M + m] += here;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H_next[k*M + m];

                        if (here != 0.0) {
                            for (int l = 0; l < K; ++l) {
                                y_H[l*M + m] += -params->eta_w*here*I2[k*S + l];
                                y_I2[k*S + l] += -params->eta_w*here*H[l*M + m];
                                (*y_eta_w) += -here*H[l*M + m]*I2[k*S + l];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H_next[k*M + m];

                        y_H_next[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + m] += here;
                            y_I2[k*S + K + m] += params->eta_w*here;
                            (*y_eta_w) += here*I2[k*S + K + m];
                        }
                    }
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = params->eta_w*I2[k*S + K + m];
                }
            }
            for (int step = 1; step < params->inner_steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        double sum4 = 0.0;
                        for (int l = 0; l < K; ++l) {
                            sum4 += (H[l*M + m]*I2[k*S + l]);
                        }
                        H_next[k*M + m] += -params->eta_w * sum4;
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H[k*M + m] = H_next[k*M + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                {
                    const double here = y_H[k*M + m];

                    y_H[k*M + m] = 0.0;
                    if (here != 0.0) {
                        y_I2[k*S + K + m] += params->eta_w*here;
                        (*y_eta_w) += here*I2[k*S + K + m];
                    }
                }
            }
        }
        for (int steps = params->inner_steps - 1; steps >= 1; --steps) {
            for (int k = 0; k < K; ++k) {
                h[k] = w0[k];
            }
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum3 += (I2[k*S + l]*w0[l]);
                }
                h[k] += -params->eta_w * sum3;
            }
            for (int step = 1; step < steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    h_next[k] = h[k];
                }
                for (int k = 0; k < K; ++k) {
                    double sum4 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum4 += (I2[k*S + l]*h[l]);
                    }
                    h_next[k] += -params->eta_w * sum4;
                }
                for (int k = 0; k < K; ++k) {
                    h[k] = h_next[k];
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h[k];

                    y_h[k] = 0.0;
                    if (here != 0.0) {
                        y_h_next[k] += here;
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h_next[k];

                    if (here != 0.0) {
                        for (int l = 0; l < K; ++l) {
                            y_I2[k*S + l] += -params->eta_w*here*h[l];
                            (*y_eta_w) += -here*I2[k*S + l]*h[l];
                            y_h[l] += -params->eta_w*here*I2[k*S + l];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h_next[k];

                    y_h_next[k] = 0.0;
                    if (here != 0.0) {
                        y_h[k] += here;
                    }
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                h[k] = w0[k];
            }
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum3 += (I2[k*S + l]*w0[l]);
                }
                h[k] += -params->eta_w * sum3;
            }
            for (int step = 1; step < params->inner_steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    h_next[k] = h[k];
                }
                for (int k = 0; k < K; ++k) {
                    double sum4 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum4 += (I2[k*S + l]*h[l]);
                    }
                    h_next[k] += -params->eta_w * sum4;
                }
                for (int k = 0; k < K; ++k) {
                    h[k] = h_next[k];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_h[k];

                if (here != 0.0) {
                    for (int l = 0; l < K; ++l) {
                        y_I2[k*S + l] += -params->eta_w*here*w0[l];
                        (*y_eta_w) += -here*I2[k*S + l]*w0[l];
                        y_w0[l] += -params->eta_w*here*I2[k*S + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_h[k];

                y_h[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                pooled_linear_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
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
        if (isfinite(params->P)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    pooled_linear_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[pooled_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_linear_adjoint_eps_g_adapted(int K, int M, const pooled_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_linear_adjoint_state_size(K, M);
    const int status = pooled_linear_adjoint_checked(K, M, params);

    if (status != POOLED_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!pooled_linear_adjoint_counted(pooled_linear_adjoint_eps_g_adapted_work(K, M, params))) {
        return POOLED_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!pooled_linear_adjoint_all_finite(n, state) || !pooled_linear_adjoint_all_finite(count, factors)) {
        return POOLED_LINEAR_ADJOINT_NONFINITE;
    }
    pooled_linear_adjoint_eps_g_adapted_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_linear_adjoint_all_finite(count*pooled_linear_adjoint_row_size(K, M), results)) {
        return POOLED_LINEAR_ADJOINT_DOMAIN;
    }
    return POOLED_LINEAR_ADJOINT_OK;
}

size_t pooled_linear_adjoint_work_size(int K, int M, const pooled_linear_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, pooled_linear_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, pooled_linear_adjoint_eps_g_work(K, M, params));
    arrays = fmax(arrays, pooled_linear_adjoint_eps_g_adapted_work(K, M, params));
    return pooled_linear_adjoint_counted(arrays);
}


int pooled_linear_adjoint_check(int version, size_t size)
{
    return version == POOLED_LINEAR_ADJOINT_ABI && size == sizeof(pooled_linear_adjoint_params) ? POOLED_LINEAR_ADJOINT_OK : POOLED_LINEAR_ADJOINT_LAYOUT;
}

const char *pooled_linear_adjoint_strerror(int status)
{
    switch (status) {
    case POOLED_LINEAR_ADJOINT_OK:
        return "ok";
    case POOLED_LINEAR_ADJOINT_BAD_K:
        return "K is less than 1";
    case POOLED_LINEAR_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case POOLED_LINEAR_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case POOLED_LINEAR_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case POOLED_LINEAR_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case POOLED_LINEAR_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case POOLED_LINEAR_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case POOLED_LINEAR_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case POOLED_LINEAR_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case POOLED_LINEAR_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case POOLED_LINEAR_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case POOLED_LINEAR_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case POOLED_LINEAR_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case POOLED_LINEAR_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case POOLED_LINEAR_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case POOLED_LINEAR_ADJOINT_BAD_M:
        return "M is less than 1";
    case POOLED_LINEAR_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case POOLED_LINEAR_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case POOLED_LINEAR_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case POOLED_LINEAR_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case POOLED_LINEAR_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case POOLED_LINEAR_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case POOLED_LINEAR_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case POOLED_LINEAR_ADJOINT_NULL_WORK:
        return "work is NULL";
    case POOLED_LINEAR_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case POOLED_LINEAR_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case POOLED_LINEAR_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case POOLED_LINEAR_ADJOINT_BAD_eta_w:
        return "eta_w is negative or not finite";
    case POOLED_LINEAR_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case POOLED_LINEAR_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case POOLED_LINEAR_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case POOLED_LINEAR_ADJOINT_BAD_V:
        return "V is not at least 1";
    case POOLED_LINEAR_ADJOINT_BAD_P:
        return "P is not at least 1";
    case POOLED_LINEAR_ADJOINT_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case POOLED_LINEAR_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case POOLED_LINEAR_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case POOLED_LINEAR_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case POOLED_LINEAR_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case POOLED_LINEAR_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case POOLED_LINEAR_ADJOINT_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case POOLED_LINEAR_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    case POOLED_LINEAR_ADJOINT_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
