/*
 * continual_adjoint.c - Continual learning: SGD on two tasks with heads of their own
 *
 * Emitted by orderode 0.1.0 from the system continual_adjoint, digest b06df25a63773ca0. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in continual_adjoint.h.
 */
#include "continual_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define CONTINUAL_ADJOINT_RESTRICT
#else
#define CONTINUAL_ADJOINT_RESTRICT restrict
#endif

void continual_adjoint_defaults(continual_adjoint_params *params)
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

size_t continual_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K + (size_t)K;
}

size_t continual_adjoint_row_size(int K, int M)
{
    return continual_adjoint_state_size(K, M) + 6;
}

/* The slope of an element that is a copy of another goes to that. */
static void continual_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int continual_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int continual_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int continual_adjoint_checked(int K, int M, const continual_adjoint_params *params)
{
    if (K < 1) {
        return CONTINUAL_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return CONTINUAL_ADJOINT_BAD_M;
    }
    if (!params) {
        return CONTINUAL_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return CONTINUAL_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return CONTINUAL_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return CONTINUAL_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return CONTINUAL_ADJOINT_BAD_decay;
    }
    if (!(params->p_second >= 0.0) || !isfinite(params->p_second)) {
        return CONTINUAL_ADJOINT_BAD_p_second;
    }
    if (!(params->V >= 1.0)) {
        return CONTINUAL_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return CONTINUAL_ADJOINT_MISSING_T;
    }
    if (!continual_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return CONTINUAL_ADJOINT_BAD_T;
    }
    if (params->u_first && !continual_adjoint_all_finite((size_t)M, params->u_first)) {
        return CONTINUAL_ADJOINT_BAD_u_first;
    }
    if (params->u_second && !continual_adjoint_all_finite((size_t)M, params->u_second)) {
        return CONTINUAL_ADJOINT_BAD_u_second;
    }
return CONTINUAL_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t continual_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double continual_adjoint_rhs_work(int K, int M, const continual_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S;
    size += 1.0*K + 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K + 1.0*S*S + 1.0*S;
    size += 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S;
    size += 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K + 1.0*K*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void continual_adjoint_rhs_arrays(int K, int M, const continual_adjoint_params *params, const double *CONTINUAL_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CONTINUAL_ADJOINT_RESTRICT work)
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
    double *r0 = C + (size_t)S*(size_t)S;
    double *I2 = r0 + (size_t)S;
    double *c0_first = I2 + (size_t)S*(size_t)S;
    double *c0_second = c0_first + (size_t)S;
    double *G0 = c0_second + (size_t)S;
    double *r1 = G0 + (size_t)S*(size_t)S;
    double *v0 = r1 + (size_t)K*(size_t)S;
    double *C1_0 = v0 + (size_t)K*(size_t)S;
    double *A = C1_0 + (size_t)K;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *dw1 = dw0 + (size_t)K;
    double *C1 = dw1 + (size_t)K;
    double *J2 = C1 + with_V*(size_t)K*(size_t)S*(size_t)S;
    double *r2 = J2 + with_V*(size_t)K*(size_t)K;
    double *E = r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_C = E + with_V*(size_t)K*(size_t)K;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_I2 = y_r0 + (size_t)S;
    double *y_c0_first = y_I2 + (size_t)S*(size_t)S;
    double *y_c0_second = y_c0_first + (size_t)S;
    double *y_G0 = y_c0_second + (size_t)S;
    double *y_r1 = y_G0 + (size_t)S*(size_t)S;
    double *y_v0 = y_r1 + (size_t)K*(size_t)S;
    double *y_C1_0 = y_v0 + (size_t)K*(size_t)S;
    double *y_A = y_C1_0 + (size_t)K;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_dw1 = y_dw0 + (size_t)K;
    double *y_C1 = y_dw1 + (size_t)K;
    double *y_J2 = y_C1 + with_V*(size_t)K*(size_t)S*(size_t)S;
    double *y_r2 = y_J2 + with_V*(size_t)K*(size_t)K;
    double *y_E = y_r2 + with_V*(size_t)K*(size_t)K*(size_t)S;

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
            C[k*S + l] = Q[continual_adjoint_packed(K, k, l)];
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
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
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
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            I2[k*S + j] = 0.63661977236758138*asin(C[k*S + j]*r0[j]*r0[k]);
            I2[j*S + k] = I2[k*S + j];
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((-params->p_second*c0_first[i]*c0_first[j]*c0_first[k]*c0_first[l] + params->p_second*c0_second[i]*c0_second[j]*c0_second[k]*c0_second[l] + c0_first[i]*c0_first[j]*c0_first[k]*c0_first[l])*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]));
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r1[k*S + l]/params->V * sum2;
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
            dQ[continual_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[continual_adjoint_packed(K, k, l)];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[continual_adjoint_packed(K, k, l)] += A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[continual_adjoint_packed(K, k, l)] += E[k*K + l];
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
    (void)y_r0;
    (void)y_I2;
    (void)y_c0_first;
    (void)y_c0_second;
    (void)y_G0;
    (void)y_r1;
    (void)y_v0;
    (void)y_C1_0;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_dw1;
    (void)y_C1;
    (void)y_J2;
    (void)y_r2;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*continual_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_w1 = result + overlaps + (size_t)K;
        double *y_eta_J = result + continual_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + continual_adjoint_state_size(K, M) + 1;
        double *y_noise = result + continual_adjoint_state_size(K, M) + 2;
        double *y_decay = result + continual_adjoint_state_size(K, M) + 3;
        double *y_p_second = result + continual_adjoint_state_size(K, M) + 4;
        double *y_V = result + continual_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < continual_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*continual_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*continual_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*continual_adjoint_state_size(K, M) + overlaps + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw1[p] = factors[row*continual_adjoint_state_size(K, M) + overlaps + (size_t)K + p];
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
                        const double here = y_dQ[continual_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[continual_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[continual_adjoint_packed(K, k, l)];

                    y_dQ[continual_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_Q[continual_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[continual_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[continual_adjoint_packed(K, k, l)];
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
                                    const double p_5 = C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    const double p_6 = p_5*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double p_7 = asin(p_6);
                                    const double p_8 = 0.4052847345693511*(params->eta_J*params->eta_J)/params->V;
                                    const double p_9 = p_4*p_7*r0[k]*r1[k*S + l];
                                    const double b_p_9 = here*p_8;
                                    const double b_p_8 = here*p_9;
                                    const double b_p_7 = b_p_9*p_4*r0[k]*r1[k*S + l];
                                    const double b_p_6 = b_p_7*(1.0 / sqrt(1.0 - (p_6*p_6)));
                                    const double b_p_5 = b_p_6*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                                    const double b_p_4 = b_p_9*p_7*r0[k]*r1[k*S + l];
                                    const double b_p_3 = b_p_4*p_2;
                                    const double b_p_2 = b_p_4*p_3;
                                    const double b_p_1 = b_p_4*p_0;
                                    const double b_p_0 = b_p_4*p_1;
                                    y_r0[k] += b_p_9*p_4*p_7*r1[k*S + l];
                                    y_r1[k*S + l] += -2.0*b_p_5*C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*r1[k*S + l] + b_p_9*p_4*p_7*r0[k];
                                    (*y_V) += -0.4052847345693511*b_p_8*(params->eta_J*params->eta_J)/(params->V*params->V);
                                    (*y_eta_J) += 0.8105694691387022*b_p_8*params->eta_J/params->V;
                                    y_r2[(k*K + l)*S + i] += b_p_6*p_5*r2[(k*K + l)*S + j];
                                    y_r2[(k*K + l)*S + j] += b_p_6*p_5*r2[(k*K + l)*S + i];
                                    y_C1[(k*S + i)*S + j] += b_p_5;
                                    y_C1[(k*S + l)*S + i] += -b_p_5*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]);
                                    y_C1[(k*S + l)*S + j] += -b_p_5*C1[(k*S + l)*S + i]*(r1[k*S + l]*r1[k*S + l]);
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
                            y_J2[k*K + l] += b_p_1*G0[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G0[k*S + l]*J2[k*K + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->noise;
                        }
                    }
                }
            }
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
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                continual_adjoint_image(&y_G0[(K + n)*S + K + m], &y_G0[(K + m)*S + K + n]);
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
                continual_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
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
                continual_adjoint_image(&y_I2[k*S + j], &y_I2[j*S + k]);
                {
                    const double here = y_I2[k*S + j];

                    y_I2[k*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[k*S + j]*r0[j]*r0[k];
                        const double b_p_1 = 0.63661977236758138*here;
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_C[k*S + j] += b_p_0*r0[j]*r0[k];
                        y_r0[j] += b_p_0*C[k*S + j]*r0[k];
                        y_r0[k] += b_p_0*C[k*S + j]*r0[j];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        continual_adjoint_image(&y_C1[(k*S + i)*S + j], &y_C1[(k*S + j)*S + i]);
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
                continual_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                continual_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                continual_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[continual_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int continual_adjoint_rhs(int K, int M, const continual_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = continual_adjoint_state_size(K, M);
    const int status = continual_adjoint_checked(K, M, params);

    if (status != CONTINUAL_ADJOINT_OK) {
        return status;
    }
    if (!continual_adjoint_counted(continual_adjoint_rhs_work(K, M, params))) {
        return CONTINUAL_ADJOINT_TOO_LARGE;
    }
    if (!continual_adjoint_all_finite(n, state) || !continual_adjoint_all_finite(count*n, factors)) {
        return CONTINUAL_ADJOINT_NONFINITE;
    }
    continual_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!continual_adjoint_all_finite(count*continual_adjoint_row_size(K, M), results)) {
        return CONTINUAL_ADJOINT_DOMAIN;
    }
    return CONTINUAL_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double continual_adjoint_eps_g_work(int K, int M, const continual_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0 + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void continual_adjoint_eps_g_arrays(int K, int M, const continual_adjoint_params *params, const double *CONTINUAL_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CONTINUAL_ADJOINT_RESTRICT work)
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
    double *r0 = G0 + (size_t)S*(size_t)S;
    double *eps_g = r0 + (size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_G0 = y_C + (size_t)S*(size_t)S;
    double *y_r0 = y_G0 + (size_t)S*(size_t)S;
    double *y_eps_g = y_r0 + (size_t)S;

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
            C[k*S + l] = Q[continual_adjoint_packed(K, k, l)];
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
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* eps_g: mean of both tasks as they come */
    *eps_g = 0.0;
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (asin(C[i*S + j]*r0[i]*r0[j])*G0[i*S + j]);
            }
        }
        *eps_g += 0.31830988618379069 * sum1;
    }
    (void)y_C;
    (void)y_G0;
    (void)y_r0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*continual_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_w1 = result + overlaps + (size_t)K;
        double *y_eta_J = result + continual_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + continual_adjoint_state_size(K, M) + 1;
        double *y_noise = result + continual_adjoint_state_size(K, M) + 2;
        double *y_decay = result + continual_adjoint_state_size(K, M) + 3;
        double *y_p_second = result + continual_adjoint_state_size(K, M) + 4;
        double *y_V = result + continual_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < continual_adjoint_row_size(K, M); ++p) {
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
        *y_eps_g = 0.0;
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
                        y_Q[continual_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int continual_adjoint_eps_g(int K, int M, const continual_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = continual_adjoint_state_size(K, M);
    const int status = continual_adjoint_checked(K, M, params);

    if (status != CONTINUAL_ADJOINT_OK) {
        return status;
    }
    if (!continual_adjoint_counted(continual_adjoint_eps_g_work(K, M, params))) {
        return CONTINUAL_ADJOINT_TOO_LARGE;
    }
    if (!continual_adjoint_all_finite(n, state) || !continual_adjoint_all_finite(count, factors)) {
        return CONTINUAL_ADJOINT_NONFINITE;
    }
    continual_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!continual_adjoint_all_finite(count*continual_adjoint_row_size(K, M), results)) {
        return CONTINUAL_ADJOINT_DOMAIN;
    }
    return CONTINUAL_ADJOINT_OK;
}

/* How many doubles of work eps_first needs; counted in double, which cannot wrap. */
static double continual_adjoint_eps_first_work(int K, int M, const continual_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S + 1.0 + 1.0*S*S + 1.0*S + 1.0*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void continual_adjoint_eps_first_arrays(int K, int M, const continual_adjoint_params *params, const double *CONTINUAL_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CONTINUAL_ADJOINT_RESTRICT work)
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
    double *r0 = c0_first + (size_t)S;
    double *eps_first = r0 + (size_t)S;
    double *y_C = eps_first + (size_t)1;
    double *y_c0_first = y_C + (size_t)S*(size_t)S;
    double *y_r0 = y_c0_first + (size_t)S;
    double *y_eps_first = y_r0 + (size_t)S;

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
            C[k*S + l] = Q[continual_adjoint_packed(K, k, l)];
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
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* eps_first: loss on fresh data of the first task */
    *eps_first = 0.0;
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (asin(C[i*S + j]*r0[i]*r0[j])*c0_first[i]*c0_first[j]);
            }
        }
        *eps_first += 0.31830988618379069 * sum1;
    }
    (void)y_C;
    (void)y_c0_first;
    (void)y_r0;
    (void)y_eps_first;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*continual_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_w1 = result + overlaps + (size_t)K;
        double *y_eta_J = result + continual_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + continual_adjoint_state_size(K, M) + 1;
        double *y_noise = result + continual_adjoint_state_size(K, M) + 2;
        double *y_decay = result + continual_adjoint_state_size(K, M) + 3;
        double *y_p_second = result + continual_adjoint_state_size(K, M) + 4;
        double *y_V = result + continual_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < continual_adjoint_row_size(K, M); ++p) {
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
                        const double p_0 = C[i*S + j]*r0[i]*r0[j];
                        const double p_1 = asin(p_0);
                        const double b_p_1 = 0.31830988618379069*here*c0_first[i]*c0_first[j];
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_c0_first[i] += 0.31830988618379069*here*p_1*c0_first[j];
                        y_c0_first[j] += 0.31830988618379069*here*p_1*c0_first[i];
                        y_C[i*S + j] += b_p_0*r0[i]*r0[j];
                        y_r0[i] += b_p_0*C[i*S + j]*r0[j];
                        y_r0[j] += b_p_0*C[i*S + j]*r0[i];
                    }
                }
            }
        }
        *y_eps_first = 0.0;
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
                        y_Q[continual_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int continual_adjoint_eps_first(int K, int M, const continual_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = continual_adjoint_state_size(K, M);
    const int status = continual_adjoint_checked(K, M, params);

    if (status != CONTINUAL_ADJOINT_OK) {
        return status;
    }
    if (!continual_adjoint_counted(continual_adjoint_eps_first_work(K, M, params))) {
        return CONTINUAL_ADJOINT_TOO_LARGE;
    }
    if (!continual_adjoint_all_finite(n, state) || !continual_adjoint_all_finite(count, factors)) {
        return CONTINUAL_ADJOINT_NONFINITE;
    }
    continual_adjoint_eps_first_arrays(K, M, params, state, count, factors, results, work);
    if (!continual_adjoint_all_finite(count*continual_adjoint_row_size(K, M), results)) {
        return CONTINUAL_ADJOINT_DOMAIN;
    }
    return CONTINUAL_ADJOINT_OK;
}

/* How many doubles of work eps_second needs; counted in double, which cannot wrap. */
static double continual_adjoint_eps_second_work(int K, int M, const continual_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S + 1.0 + 1.0*S*S + 1.0*S + 1.0*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void continual_adjoint_eps_second_arrays(int K, int M, const continual_adjoint_params *params, const double *CONTINUAL_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CONTINUAL_ADJOINT_RESTRICT work)
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
    double *r0 = c0_second + (size_t)S;
    double *eps_second = r0 + (size_t)S;
    double *y_C = eps_second + (size_t)1;
    double *y_c0_second = y_C + (size_t)S*(size_t)S;
    double *y_r0 = y_c0_second + (size_t)S;
    double *y_eps_second = y_r0 + (size_t)S;

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
            C[k*S + l] = Q[continual_adjoint_packed(K, k, l)];
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
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* eps_second: loss on fresh data of the second task */
    *eps_second = 0.0;
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (asin(C[i*S + j]*r0[i]*r0[j])*c0_second[i]*c0_second[j]);
            }
        }
        *eps_second += 0.31830988618379069 * sum1;
    }
    (void)y_C;
    (void)y_c0_second;
    (void)y_r0;
    (void)y_eps_second;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*continual_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_w1 = result + overlaps + (size_t)K;
        double *y_eta_J = result + continual_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + continual_adjoint_state_size(K, M) + 1;
        double *y_noise = result + continual_adjoint_state_size(K, M) + 2;
        double *y_decay = result + continual_adjoint_state_size(K, M) + 3;
        double *y_p_second = result + continual_adjoint_state_size(K, M) + 4;
        double *y_V = result + continual_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < continual_adjoint_row_size(K, M); ++p) {
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
                        const double p_0 = C[i*S + j]*r0[i]*r0[j];
                        const double p_1 = asin(p_0);
                        const double b_p_1 = 0.31830988618379069*here*c0_second[i]*c0_second[j];
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
                        y_c0_second[i] += 0.31830988618379069*here*p_1*c0_second[j];
                        y_c0_second[j] += 0.31830988618379069*here*p_1*c0_second[i];
                        y_C[i*S + j] += b_p_0*r0[i]*r0[j];
                        y_r0[i] += b_p_0*C[i*S + j]*r0[j];
                        y_r0[j] += b_p_0*C[i*S + j]*r0[i];
                    }
                }
            }
        }
        *y_eps_second = 0.0;
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
                        y_Q[continual_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int continual_adjoint_eps_second(int K, int M, const continual_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = continual_adjoint_state_size(K, M);
    const int status = continual_adjoint_checked(K, M, params);

    if (status != CONTINUAL_ADJOINT_OK) {
        return status;
    }
    if (!continual_adjoint_counted(continual_adjoint_eps_second_work(K, M, params))) {
        return CONTINUAL_ADJOINT_TOO_LARGE;
    }
    if (!continual_adjoint_all_finite(n, state) || !continual_adjoint_all_finite(count, factors)) {
        return CONTINUAL_ADJOINT_NONFINITE;
    }
    continual_adjoint_eps_second_arrays(K, M, params, state, count, factors, results, work);
    if (!continual_adjoint_all_finite(count*continual_adjoint_row_size(K, M), results)) {
        return CONTINUAL_ADJOINT_DOMAIN;
    }
    return CONTINUAL_ADJOINT_OK;
}

size_t continual_adjoint_work_size(int K, int M, const continual_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, continual_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, continual_adjoint_eps_g_work(K, M, params));
    arrays = fmax(arrays, continual_adjoint_eps_first_work(K, M, params));
    arrays = fmax(arrays, continual_adjoint_eps_second_work(K, M, params));
    return continual_adjoint_counted(arrays);
}


int continual_adjoint_check(int version, size_t size)
{
    return version == CONTINUAL_ADJOINT_ABI && size == sizeof(continual_adjoint_params) ? CONTINUAL_ADJOINT_OK : CONTINUAL_ADJOINT_LAYOUT;
}

const char *continual_adjoint_strerror(int status)
{
    switch (status) {
    case CONTINUAL_ADJOINT_OK:
        return "ok";
    case CONTINUAL_ADJOINT_BAD_K:
        return "K is less than 1";
    case CONTINUAL_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case CONTINUAL_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case CONTINUAL_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case CONTINUAL_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case CONTINUAL_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case CONTINUAL_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case CONTINUAL_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case CONTINUAL_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case CONTINUAL_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case CONTINUAL_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case CONTINUAL_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case CONTINUAL_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case CONTINUAL_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case CONTINUAL_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case CONTINUAL_ADJOINT_BAD_M:
        return "M is less than 1";
    case CONTINUAL_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case CONTINUAL_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case CONTINUAL_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case CONTINUAL_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case CONTINUAL_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case CONTINUAL_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case CONTINUAL_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case CONTINUAL_ADJOINT_NULL_WORK:
        return "work is NULL";
    case CONTINUAL_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case CONTINUAL_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case CONTINUAL_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case CONTINUAL_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case CONTINUAL_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case CONTINUAL_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case CONTINUAL_ADJOINT_BAD_p_second:
        return "p_second is negative or not finite";
    case CONTINUAL_ADJOINT_BAD_V:
        return "V is not at least 1";
    case CONTINUAL_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case CONTINUAL_ADJOINT_BAD_u_first:
        return "u_first has an element that is not finite";
    case CONTINUAL_ADJOINT_BAD_u_second:
        return "u_second has an element that is not finite";
    case CONTINUAL_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case CONTINUAL_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
