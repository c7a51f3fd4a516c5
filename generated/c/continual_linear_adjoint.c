/*
 * continual_linear_adjoint.c - Continual learning: SGD on two tasks with heads of their own
 *
 * Emitted by orderode 0.1.0 from the system continual_linear_adjoint, digest 762be62495f52939. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in continual_linear_adjoint.h.
 */
#include "continual_linear_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define CONTINUAL_LINEAR_ADJOINT_RESTRICT
#else
#define CONTINUAL_LINEAR_ADJOINT_RESTRICT restrict
#endif

void continual_linear_adjoint_defaults(continual_linear_adjoint_params *params)
{
    params->eta_J = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->p_second = 0.0;
    params->V = INFINITY;
    params->T = NULL;
    params->u_first = NULL;
    params->u_second = NULL;
}

size_t continual_linear_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K + (size_t)K;
}

size_t continual_linear_adjoint_row_size(int K, int M)
{
    return continual_linear_adjoint_state_size(K, M) + 6;
}

/* The slope of an element that is a copy of another goes to that. */
static void continual_linear_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int continual_linear_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int continual_linear_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int continual_linear_adjoint_checked(int K, int M, const continual_linear_adjoint_params *params)
{
    if (K < 1) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_M;
    }
    if (!params) {
        return CONTINUAL_LINEAR_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_decay;
    }
    if (!(params->p_second >= 0.0) || !isfinite(params->p_second)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_p_second;
    }
    if (!(params->V >= 1.0)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return CONTINUAL_LINEAR_ADJOINT_MISSING_T;
    }
    if (!continual_linear_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_T;
    }
    if (params->u_first && !continual_linear_adjoint_all_finite((size_t)M, params->u_first)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_u_first;
    }
    if (params->u_second && !continual_linear_adjoint_all_finite((size_t)M, params->u_second)) {
        return CONTINUAL_LINEAR_ADJOINT_BAD_u_second;
    }
return CONTINUAL_LINEAR_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t continual_linear_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double continual_linear_adjoint_rhs_work(int K, int M, const continual_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S;
    size += 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void continual_linear_adjoint_rhs_arrays(int K, int M, const continual_linear_adjoint_params *params, const double *CONTINUAL_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CONTINUAL_LINEAR_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *w1 = state + overlaps + (size_t)K;
    const double *T = params->T;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *c0_first = I2 + (size_t)S*(size_t)S;
    double *c0_second = c0_first + (size_t)S;
    double *G0 = c0_second + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *dw1 = dw0 + (size_t)K;
    double *J2 = dw1 + (size_t)K;
    double *E = J2 + with_V*(size_t)K*(size_t)K;
    double *y_C = E + with_V*(size_t)K*(size_t)K;
    double *y_I2 = y_C + (size_t)S*(size_t)S;
    double *y_c0_first = y_I2 + (size_t)S*(size_t)S;
    double *y_c0_second = y_c0_first + (size_t)S;
    double *y_G0 = y_c0_second + (size_t)S;
    double *y_A = y_G0 + (size_t)S*(size_t)S;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_dw1 = y_dw0 + (size_t)K;
    double *y_E = y_dw1 + (size_t)K;

    (void)w0;
    (void)w1;
    (void)with_V;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 0.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[continual_linear_adjoint_packed(K, k, l)];
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
    if (isfinite(params->V)) {
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 1.0;
            }
        }
    }
    /* c0_first: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first[K + n] = -u_first[n];
    }
    /* c0_second: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second[k] = w1[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second[K + n] = -u_second[n];
    }
    /* G0: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] = params->p_second*w1[k]*w1[l] + (1.0 - params->p_second)*w0[k]*w0[l];
            G0[l*S + k] = G0[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = -params->p_second*u_second[n]*w1[k] - (1.0 - params->p_second)*u_first[n]*w0[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] = params->p_second*u_second[m]*u_second[n] + (1.0 - params->p_second)*u_first[m]*u_first[n];
            G0[(K + m)*S + K + n] = G0[(K + n)*S + K + m];
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((-params->p_second*c0_first[i]*c0_first[j]*c0_first[k]*c0_first[l] + params->p_second*c0_second[i]*c0_second[j]*c0_second[k]*c0_second[l] + c0_first[i]*c0_first[j]*c0_first[k]*c0_first[l])*C[i*S + j]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
    }
    /* dR: dR/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->decay*params->eta_J*R[k*M + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] += A[k*S + K + n];
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[continual_linear_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[continual_linear_adjoint_packed(K, k, l)];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[continual_linear_adjoint_packed(K, k, l)] += A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[continual_linear_adjoint_packed(K, k, l)] += E[k*K + l];
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
            sum1 += (I2[k*S + i]*c0_first[i]);
        }
        dw0[k] += -params->eta_0 * sum1;
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2[k*S + i]*c0_first[i]);
        }
        dw0[k] += params->eta_0*params->p_second * sum1;
    }
    /* dw1: dw1/dalpha */
    for (int k = 0; k < K; ++k) {
        dw1[k] = 0.0;
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2[k*S + i]*c0_second[i]);
        }
        dw1[k] += -params->eta_0*params->p_second * sum1;
    }
    (void)y_C;
    (void)y_I2;
    (void)y_c0_first;
    (void)y_c0_second;
    (void)y_G0;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_dw1;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*continual_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_w1 = result + overlaps + (size_t)K;
        double *y_eta_J = result + continual_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + continual_linear_adjoint_state_size(K, M) + 1;
        double *y_noise = result + continual_linear_adjoint_state_size(K, M) + 2;
        double *y_decay = result + continual_linear_adjoint_state_size(K, M) + 3;
        double *y_p_second = result + continual_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + continual_linear_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < continual_linear_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*continual_linear_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*continual_linear_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*continual_linear_adjoint_state_size(K, M) + overlaps + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw1[p] = factors[row*continual_linear_adjoint_state_size(K, M) + overlaps + (size_t)K + p];
        }
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_w1;
        (void)y_eta_J;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_p_second;
        (void)y_V;
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw1[k];

                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = -params->eta_0;
                        const double p_1 = params->p_second*I2[k*S + i]*c0_second[i];
                        const double b_p_1 = here*p_0;
                        const double b_p_0 = here*p_1;
                        y_I2[k*S + i] += b_p_1*params->p_second*c0_second[i];
                        y_c0_second[i] += b_p_1*params->p_second*I2[k*S + i];
                        (*y_p_second) += b_p_1*I2[k*S + i]*c0_second[i];
                        (*y_eta_0) += -b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_dw1[k] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2[k*S + i] += params->eta_0*here*params->p_second*c0_first[i];
                        y_c0_first[i] += params->eta_0*here*params->p_second*I2[k*S + i];
                        (*y_eta_0) += here*params->p_second*I2[k*S + i]*c0_first[i];
                        (*y_p_second) += params->eta_0*here*I2[k*S + i]*c0_first[i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2[k*S + i] += -params->eta_0*here*c0_first[i];
                        y_c0_first[i] += -params->eta_0*here*I2[k*S + i];
                        (*y_eta_0) += -here*I2[k*S + i]*c0_first[i];
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
                        const double here = y_dQ[continual_linear_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[continual_linear_adjoint_packed(K, k, l)];

                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ[continual_linear_adjoint_packed(K, k, l)];

                    y_dQ[continual_linear_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_Q[continual_linear_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[continual_linear_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[continual_linear_adjoint_packed(K, k, l)];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR[k*M + n];

                    if (here != 0.0) {
                        y_A[k*S + K + n] += here;
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
                        y_R[k*M + n] += -params->decay*params->eta_J*here;
                        (*y_decay) += -params->eta_J*here*R[k*M + n];
                        (*y_eta_J) += -params->decay*here*R[k*M + n];
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
                                    const double p_0 = params->p_second*c0_second[i];
                                    const double p_1 = c0_second[j]*c0_second[k]*c0_second[l];
                                    const double p_2 = -params->p_second*c0_first[i];
                                    const double p_3 = c0_first[j]*c0_first[k]*c0_first[l];
                                    const double p_4 = p_0*p_1 + p_2*p_3 + c0_first[i]*c0_first[j]*c0_first[k]*c0_first[l];
                                    const double b_p_4 = (params->eta_J*params->eta_J)*here*C[i*S + j]/params->V;
                                    const double b_p_3 = b_p_4*p_2;
                                    const double b_p_2 = b_p_4*p_3;
                                    const double b_p_1 = b_p_4*p_0;
                                    const double b_p_0 = b_p_4*p_1;
                                    y_C[i*S + j] += (params->eta_J*params->eta_J)*here*p_4/params->V;
                                    (*y_V) += -(params->eta_J*params->eta_J)*here*p_4*C[i*S + j]/(params->V*params->V);
                                    (*y_eta_J) += 2.0*params->eta_J*here*p_4*C[i*S + j]/params->V;
                                    y_c0_first[i] += -b_p_2*params->p_second + b_p_4*c0_first[j]*c0_first[k]*c0_first[l];
                                    y_c0_first[j] += b_p_3*c0_first[k]*c0_first[l] + b_p_4*c0_first[i]*c0_first[k]*c0_first[l];
                                    y_c0_first[k] += b_p_3*c0_first[j]*c0_first[l] + b_p_4*c0_first[i]*c0_first[j]*c0_first[l];
                                    y_c0_first[l] += b_p_3*c0_first[j]*c0_first[k] + b_p_4*c0_first[i]*c0_first[j]*c0_first[k];
                                    (*y_p_second) += b_p_0*c0_second[i] - b_p_2*c0_first[i];
                                    y_c0_second[j] += b_p_1*c0_second[k]*c0_second[l];
                                    y_c0_second[k] += b_p_1*c0_second[j]*c0_second[l];
                                    y_c0_second[l] += b_p_1*c0_second[j]*c0_second[k];
                                    y_c0_second[i] += b_p_0*params->p_second;
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
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                continual_linear_adjoint_image(&y_G0[(K + n)*S + K + m], &y_G0[(K + m)*S + K + n]);
                {
                    const double here = y_G0[(K + n)*S + K + m];

                    y_G0[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        const double b_p_0 = here*u_first[m]*u_first[n];
                        (*y_p_second) += -b_p_0 + here*u_second[m]*u_second[n];
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
                        const double p_0 = 1.0 - params->p_second;
                        const double b_p_0 = -here*u_first[n]*w0[k];
                        (*y_p_second) += -b_p_0 - here*u_second[n]*w1[k];
                        y_w0[k] += -here*p_0*u_first[n];
                        y_w1[k] += -here*params->p_second*u_second[n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                continual_linear_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
                {
                    const double here = y_G0[k*S + l];

                    y_G0[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = 1.0 - params->p_second;
                        const double b_p_0 = here*w0[k]*w0[l];
                        (*y_p_second) += -b_p_0 + here*w1[k]*w1[l];
                        y_w0[k] += here*p_0*w0[l];
                        y_w0[l] += here*p_0*w0[k];
                        y_w1[k] += here*params->p_second*w1[l];
                        y_w1[l] += here*params->p_second*w1[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_second[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_second[k];

                y_c0_second[k] = 0.0;
                if (here != 0.0) {
                    y_w1[k] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_first[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_first[k];

                y_c0_first[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                continual_linear_adjoint_image(&y_I2[k*S + j], &y_I2[j*S + k]);
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
                continual_linear_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                continual_linear_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                continual_linear_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[continual_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int continual_linear_adjoint_rhs(int K, int M, const continual_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = continual_linear_adjoint_state_size(K, M);
    const int status = continual_linear_adjoint_checked(K, M, params);

    if (status != CONTINUAL_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!continual_linear_adjoint_counted(continual_linear_adjoint_rhs_work(K, M, params))) {
        return CONTINUAL_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!continual_linear_adjoint_all_finite(n, state) || !continual_linear_adjoint_all_finite(count*n, factors)) {
        return CONTINUAL_LINEAR_ADJOINT_NONFINITE;
    }
    continual_linear_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!continual_linear_adjoint_all_finite(count*continual_linear_adjoint_row_size(K, M), results)) {
        return CONTINUAL_LINEAR_ADJOINT_DOMAIN;
    }
    return CONTINUAL_LINEAR_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double continual_linear_adjoint_eps_g_work(int K, int M, const continual_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void continual_linear_adjoint_eps_g_arrays(int K, int M, const continual_linear_adjoint_params *params, const double *CONTINUAL_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CONTINUAL_LINEAR_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *w1 = state + overlaps + (size_t)K;
    const double *T = params->T;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M;
    double *G0 = C + (size_t)S*(size_t)S;
    double *eps_g = G0 + (size_t)S*(size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_G0 = y_C + (size_t)S*(size_t)S;
    double *y_eps_g = y_G0 + (size_t)S*(size_t)S;

    (void)w0;
    (void)w1;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 0.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[continual_linear_adjoint_packed(K, k, l)];
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
    /* G0: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] = params->p_second*w1[k]*w1[l] + (1.0 - params->p_second)*w0[k]*w0[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = -params->p_second*u_second[n]*w1[k] - (1.0 - params->p_second)*u_first[n]*w0[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] = params->p_second*u_second[m]*u_second[n] + (1.0 - params->p_second)*u_first[m]*u_first[n];
        }
    }
    /* eps_g: mean of both tasks as they come */
    *eps_g = 0.0;
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (C[i*S + j]*G0[i*S + j]);
            }
        }
        *eps_g += 0.5 * sum1;
    }
    (void)y_C;
    (void)y_G0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*continual_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_w1 = result + overlaps + (size_t)K;
        double *y_eta_J = result + continual_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + continual_linear_adjoint_state_size(K, M) + 1;
        double *y_noise = result + continual_linear_adjoint_state_size(K, M) + 2;
        double *y_decay = result + continual_linear_adjoint_state_size(K, M) + 3;
        double *y_p_second = result + continual_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + continual_linear_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < continual_linear_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_eps_g + (size_t)1; ++p) {
            *p = 0.0;
        }
        *y_eps_g = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_w1;
        (void)y_eta_J;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_p_second;
        (void)y_V;
        {
            const double whole = *y_eps_g;

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
        *y_eps_g = 0.0;
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_G0[(K + n)*S + K + m];

                    y_G0[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        const double b_p_0 = here*u_first[m]*u_first[n];
                        (*y_p_second) += -b_p_0 + here*u_second[m]*u_second[n];
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
                        const double p_0 = 1.0 - params->p_second;
                        const double b_p_0 = -here*u_first[n]*w0[k];
                        (*y_p_second) += -b_p_0 - here*u_second[n]*w1[k];
                        y_w0[k] += -here*p_0*u_first[n];
                        y_w1[k] += -here*params->p_second*u_second[n];
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
                        const double p_0 = 1.0 - params->p_second;
                        const double b_p_0 = here*w0[k]*w0[l];
                        (*y_p_second) += -b_p_0 + here*w1[k]*w1[l];
                        y_w0[k] += here*p_0*w0[l];
                        y_w0[l] += here*p_0*w0[k];
                        y_w1[k] += here*params->p_second*w1[l];
                        y_w1[l] += here*params->p_second*w1[k];
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
                        y_Q[continual_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int continual_linear_adjoint_eps_g(int K, int M, const continual_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = continual_linear_adjoint_state_size(K, M);
    const int status = continual_linear_adjoint_checked(K, M, params);

    if (status != CONTINUAL_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!continual_linear_adjoint_counted(continual_linear_adjoint_eps_g_work(K, M, params))) {
        return CONTINUAL_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!continual_linear_adjoint_all_finite(n, state) || !continual_linear_adjoint_all_finite(count, factors)) {
        return CONTINUAL_LINEAR_ADJOINT_NONFINITE;
    }
    continual_linear_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!continual_linear_adjoint_all_finite(count*continual_linear_adjoint_row_size(K, M), results)) {
        return CONTINUAL_LINEAR_ADJOINT_DOMAIN;
    }
    return CONTINUAL_LINEAR_ADJOINT_OK;
}

/* How many doubles of work eps_first needs; counted in double, which cannot wrap. */
static double continual_linear_adjoint_eps_first_work(int K, int M, const continual_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0 + 1.0*S*S + 1.0*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void continual_linear_adjoint_eps_first_arrays(int K, int M, const continual_linear_adjoint_params *params, const double *CONTINUAL_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CONTINUAL_LINEAR_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *w1 = state + overlaps + (size_t)K;
    const double *T = params->T;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M;
    double *c0_first = C + (size_t)S*(size_t)S;
    double *eps_first = c0_first + (size_t)S;
    double *y_C = eps_first + (size_t)1;
    double *y_c0_first = y_C + (size_t)S*(size_t)S;
    double *y_eps_first = y_c0_first + (size_t)S;

    (void)w0;
    (void)w1;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 0.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[continual_linear_adjoint_packed(K, k, l)];
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
    /* c0_first: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first[K + n] = -u_first[n];
    }
    /* eps_first: loss on fresh data of the first task */
    *eps_first = 0.0;
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (C[i*S + j]*c0_first[i]*c0_first[j]);
            }
        }
        *eps_first += 0.5 * sum1;
    }
    (void)y_C;
    (void)y_c0_first;
    (void)y_eps_first;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*continual_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_w1 = result + overlaps + (size_t)K;
        double *y_eta_J = result + continual_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + continual_linear_adjoint_state_size(K, M) + 1;
        double *y_noise = result + continual_linear_adjoint_state_size(K, M) + 2;
        double *y_decay = result + continual_linear_adjoint_state_size(K, M) + 3;
        double *y_p_second = result + continual_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + continual_linear_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < continual_linear_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_eps_first + (size_t)1; ++p) {
            *p = 0.0;
        }
        *y_eps_first = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_w1;
        (void)y_eta_J;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_p_second;
        (void)y_V;
        {
            const double whole = *y_eps_first;

            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        y_C[i*S + j] += 0.5*here*c0_first[i]*c0_first[j];
                        y_c0_first[i] += 0.5*here*C[i*S + j]*c0_first[j];
                        y_c0_first[j] += 0.5*here*C[i*S + j]*c0_first[i];
                    }
                }
            }
        }
        *y_eps_first = 0.0;
        for (int n = 0; n < M; ++n) {
            y_c0_first[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_first[k];

                y_c0_first[k] = 0.0;
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
                        y_Q[continual_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int continual_linear_adjoint_eps_first(int K, int M, const continual_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = continual_linear_adjoint_state_size(K, M);
    const int status = continual_linear_adjoint_checked(K, M, params);

    if (status != CONTINUAL_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!continual_linear_adjoint_counted(continual_linear_adjoint_eps_first_work(K, M, params))) {
        return CONTINUAL_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!continual_linear_adjoint_all_finite(n, state) || !continual_linear_adjoint_all_finite(count, factors)) {
        return CONTINUAL_LINEAR_ADJOINT_NONFINITE;
    }
    continual_linear_adjoint_eps_first_arrays(K, M, params, state, count, factors, results, work);
    if (!continual_linear_adjoint_all_finite(count*continual_linear_adjoint_row_size(K, M), results)) {
        return CONTINUAL_LINEAR_ADJOINT_DOMAIN;
    }
    return CONTINUAL_LINEAR_ADJOINT_OK;
}

/* How many doubles of work eps_second needs; counted in double, which cannot wrap. */
static double continual_linear_adjoint_eps_second_work(int K, int M, const continual_linear_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0 + 1.0*S*S + 1.0*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void continual_linear_adjoint_eps_second_arrays(int K, int M, const continual_linear_adjoint_params *params, const double *CONTINUAL_LINEAR_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CONTINUAL_LINEAR_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *w1 = state + overlaps + (size_t)K;
    const double *T = params->T;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M;
    double *c0_second = C + (size_t)S*(size_t)S;
    double *eps_second = c0_second + (size_t)S;
    double *y_C = eps_second + (size_t)1;
    double *y_c0_second = y_C + (size_t)S*(size_t)S;
    double *y_eps_second = y_c0_second + (size_t)S;

    (void)w0;
    (void)w1;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 0.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[continual_linear_adjoint_packed(K, k, l)];
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
    /* c0_second: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second[k] = w1[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second[K + n] = -u_second[n];
    }
    /* eps_second: loss on fresh data of the second task */
    *eps_second = 0.0;
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (C[i*S + j]*c0_second[i]*c0_second[j]);
            }
        }
        *eps_second += 0.5 * sum1;
    }
    (void)y_C;
    (void)y_c0_second;
    (void)y_eps_second;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*continual_linear_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_w1 = result + overlaps + (size_t)K;
        double *y_eta_J = result + continual_linear_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + continual_linear_adjoint_state_size(K, M) + 1;
        double *y_noise = result + continual_linear_adjoint_state_size(K, M) + 2;
        double *y_decay = result + continual_linear_adjoint_state_size(K, M) + 3;
        double *y_p_second = result + continual_linear_adjoint_state_size(K, M) + 4;
        double *y_V = result + continual_linear_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < continual_linear_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_eps_second + (size_t)1; ++p) {
            *p = 0.0;
        }
        *y_eps_second = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_w1;
        (void)y_eta_J;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_decay;
        (void)y_p_second;
        (void)y_V;
        {
            const double whole = *y_eps_second;

            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        y_C[i*S + j] += 0.5*here*c0_second[i]*c0_second[j];
                        y_c0_second[i] += 0.5*here*C[i*S + j]*c0_second[j];
                        y_c0_second[j] += 0.5*here*C[i*S + j]*c0_second[i];
                    }
                }
            }
        }
        *y_eps_second = 0.0;
        for (int n = 0; n < M; ++n) {
            y_c0_second[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_second[k];

                y_c0_second[k] = 0.0;
                if (here != 0.0) {
                    y_w1[k] += here;
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
                        y_Q[continual_linear_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int continual_linear_adjoint_eps_second(int K, int M, const continual_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = continual_linear_adjoint_state_size(K, M);
    const int status = continual_linear_adjoint_checked(K, M, params);

    if (status != CONTINUAL_LINEAR_ADJOINT_OK) {
        return status;
    }
    if (!continual_linear_adjoint_counted(continual_linear_adjoint_eps_second_work(K, M, params))) {
        return CONTINUAL_LINEAR_ADJOINT_TOO_LARGE;
    }
    if (!continual_linear_adjoint_all_finite(n, state) || !continual_linear_adjoint_all_finite(count, factors)) {
        return CONTINUAL_LINEAR_ADJOINT_NONFINITE;
    }
    continual_linear_adjoint_eps_second_arrays(K, M, params, state, count, factors, results, work);
    if (!continual_linear_adjoint_all_finite(count*continual_linear_adjoint_row_size(K, M), results)) {
        return CONTINUAL_LINEAR_ADJOINT_DOMAIN;
    }
    return CONTINUAL_LINEAR_ADJOINT_OK;
}

size_t continual_linear_adjoint_work_size(int K, int M, const continual_linear_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, continual_linear_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, continual_linear_adjoint_eps_g_work(K, M, params));
    arrays = fmax(arrays, continual_linear_adjoint_eps_first_work(K, M, params));
    arrays = fmax(arrays, continual_linear_adjoint_eps_second_work(K, M, params));
    return continual_linear_adjoint_counted(arrays);
}


int continual_linear_adjoint_check(int version, size_t size)
{
    return version == CONTINUAL_LINEAR_ADJOINT_ABI && size == sizeof(continual_linear_adjoint_params) ? CONTINUAL_LINEAR_ADJOINT_OK : CONTINUAL_LINEAR_ADJOINT_LAYOUT;
}

const char *continual_linear_adjoint_strerror(int status)
{
    switch (status) {
    case CONTINUAL_LINEAR_ADJOINT_OK:
        return "ok";
    case CONTINUAL_LINEAR_ADJOINT_BAD_K:
        return "K is less than 1";
    case CONTINUAL_LINEAR_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case CONTINUAL_LINEAR_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case CONTINUAL_LINEAR_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case CONTINUAL_LINEAR_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case CONTINUAL_LINEAR_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case CONTINUAL_LINEAR_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case CONTINUAL_LINEAR_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case CONTINUAL_LINEAR_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case CONTINUAL_LINEAR_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case CONTINUAL_LINEAR_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case CONTINUAL_LINEAR_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case CONTINUAL_LINEAR_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case CONTINUAL_LINEAR_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case CONTINUAL_LINEAR_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case CONTINUAL_LINEAR_ADJOINT_BAD_M:
        return "M is less than 1";
    case CONTINUAL_LINEAR_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case CONTINUAL_LINEAR_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case CONTINUAL_LINEAR_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case CONTINUAL_LINEAR_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case CONTINUAL_LINEAR_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case CONTINUAL_LINEAR_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case CONTINUAL_LINEAR_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case CONTINUAL_LINEAR_ADJOINT_NULL_WORK:
        return "work is NULL";
    case CONTINUAL_LINEAR_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case CONTINUAL_LINEAR_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case CONTINUAL_LINEAR_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case CONTINUAL_LINEAR_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case CONTINUAL_LINEAR_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case CONTINUAL_LINEAR_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case CONTINUAL_LINEAR_ADJOINT_BAD_p_second:
        return "p_second is negative or not finite";
    case CONTINUAL_LINEAR_ADJOINT_BAD_V:
        return "V is not at least 1";
    case CONTINUAL_LINEAR_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case CONTINUAL_LINEAR_ADJOINT_BAD_u_first:
        return "u_first has an element that is not finite";
    case CONTINUAL_LINEAR_ADJOINT_BAD_u_second:
        return "u_second has an element that is not finite";
    case CONTINUAL_LINEAR_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case CONTINUAL_LINEAR_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
