/*
 * giant_maml_linear.c - MAML of first order: both layers adapt in a giant step
 *
 * Emitted by orderode 0.1.0 from the system giant_maml_linear, digest 05d1a67aecd30822. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in giant_maml_linear.h.
 */
#include "giant_maml_linear.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define GIANT_MAML_LINEAR_RESTRICT
#else
#define GIANT_MAML_LINEAR_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = GIANT_MAML_LINEAR_K and M = GIANT_MAML_LINEAR_M where these are defined. */
#if defined(GIANT_MAML_LINEAR_K) && defined(__GNUC__)
#define GIANT_MAML_LINEAR_SIZED inline __attribute__((always_inline))
#else
#define GIANT_MAML_LINEAR_SIZED
#endif

void giant_maml_linear_defaults(giant_maml_linear_params *params)
{
    params->eta_J = NAN;
    params->gamma = NAN;
    params->eta_w = 0.0;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->p_second = 0.5;
    params->V = INFINITY;
    params->ratio = INFINITY;
    params->T = NULL;
    params->u_first = NULL;
    params->u_second = NULL;
}

size_t giant_maml_linear_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int giant_maml_linear_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int giant_maml_linear_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int giant_maml_linear_checked(int K, int M, const giant_maml_linear_params *params)
{
    if (K < 1) {
        return GIANT_MAML_LINEAR_BAD_K;
    }
    if (M < 1) {
        return GIANT_MAML_LINEAR_BAD_M;
    }
    if (!params) {
        return GIANT_MAML_LINEAR_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return GIANT_MAML_LINEAR_BAD_eta_J;
    }
    if (!(params->gamma >= 0.0) || !isfinite(params->gamma)) {
        return GIANT_MAML_LINEAR_BAD_gamma;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return GIANT_MAML_LINEAR_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return GIANT_MAML_LINEAR_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return GIANT_MAML_LINEAR_BAD_noise;
    }
    if (!(params->p_second >= 0.0) || !isfinite(params->p_second)) {
        return GIANT_MAML_LINEAR_BAD_p_second;
    }
    if (!(params->V >= 1.0)) {
        return GIANT_MAML_LINEAR_BAD_V;
    }
    if (!(params->ratio > 0.0)) {
        return GIANT_MAML_LINEAR_BAD_ratio;
    }
    if (!params->T) {
        return GIANT_MAML_LINEAR_MISSING_T;
    }
    if (!giant_maml_linear_all_finite((size_t)M*(size_t)M, params->T)) {
        return GIANT_MAML_LINEAR_BAD_T;
    }
    if (params->u_first && !giant_maml_linear_all_finite((size_t)M, params->u_first)) {
        return GIANT_MAML_LINEAR_BAD_u_first;
    }
    if (params->u_second && !giant_maml_linear_all_finite((size_t)M, params->u_second)) {
        return GIANT_MAML_LINEAR_BAD_u_second;
    }
return GIANT_MAML_LINEAR_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t giant_maml_linear_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int giant_maml_linear_general(int K, int M, const giant_maml_linear_params *params)
{
    int found = 0;

    (void)K;
    (void)M;
    (void)params;
    return found;
}


/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double giant_maml_linear_rhs_work(int K, int M, const giant_maml_linear_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S;
    size += 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K;
    size += 1.0*K*S + 1.0*K + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K*K;
    size += 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*S + 1.0*K + 1.0*K*K;
    size += 1.0*K*K;
    if (isfinite(params->ratio)) {
        size += 1.0*K*K*S*S + 1.0*S + 1.0*K*K + 1.0*S + 1.0*K*K;
    }
    if (isfinite(params->V)) {
        size += 1.0*S + 1.0*K*K + 1.0*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static GIANT_MAML_LINEAR_SIZED void giant_maml_linear_rhs_arrays(int K, int M, const giant_maml_linear_params *params, const double *GIANT_MAML_LINEAR_RESTRICT state,
                                 double *GIANT_MAML_LINEAR_RESTRICT dstate, double *GIANT_MAML_LINEAR_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    int general = giant_maml_linear_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C_ahead = work + (size_t)M + (size_t)M;
    double *I2_ahead = C_ahead + (size_t)S*(size_t)S;
    double *I3_ahead = I2_ahead + (size_t)S*(size_t)S;
    double *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    double *mc0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    double *G0_first_ahead = mc0_first_ahead + (size_t)S;
    double *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    double *s0 = A_first_ahead + (size_t)K*(size_t)S;
    double *W_first_ahead = s0 + (size_t)K;
    double *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    double *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    double *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    double *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    double *R_first = dw0_first_ahead + (size_t)K;
    double *Q_first = R_first + (size_t)K*(size_t)M;
    double *w0_first = Q_first + (size_t)K*(size_t)K;
    double *X_first = w0_first + (size_t)K;
    double *C_first = X_first + (size_t)K*(size_t)K;
    double *J2_first = C_first + (size_t)S*(size_t)S;
    double *mc0_first = J2_first + (size_t)S*(size_t)S;
    double *G0_first = mc0_first + (size_t)S;
    double *A_first = G0_first + (size_t)S*(size_t)S;
    double *s1 = A_first + (size_t)K*(size_t)S;
    double *W_first = s1 + (size_t)K;
    double *dw0_first = W_first + (size_t)K*(size_t)S;
    double *mc0_second_ahead = dw0_first + (size_t)K;
    double *G0_second_ahead = mc0_second_ahead + (size_t)S;
    double *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    double *s2 = A_second_ahead + (size_t)K*(size_t)S;
    double *W_second_ahead = s2 + (size_t)K;
    double *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    double *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    double *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    double *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    double *R_second = dw0_second_ahead + (size_t)K;
    double *Q_second = R_second + (size_t)K*(size_t)M;
    double *w0_second = Q_second + (size_t)K*(size_t)K;
    double *X_second = w0_second + (size_t)K;
    double *C_second = X_second + (size_t)K*(size_t)K;
    double *J2_second = C_second + (size_t)S*(size_t)S;
    double *mc0_second = J2_second + (size_t)S*(size_t)S;
    double *G0_second = mc0_second + (size_t)S;
    double *A_second = G0_second + (size_t)S*(size_t)S;
    double *s3 = A_second + (size_t)K*(size_t)S;
    double *W_second = s3 + (size_t)K;
    double *dw0_second = W_second + (size_t)K*(size_t)S;
    double *B_first = dw0_second + (size_t)K;
    double *B_second = B_first + (size_t)K*(size_t)K;
    double *I4_ahead = B_second + (size_t)K*(size_t)K;
    double *c0_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E_first_ahead = c0_first_ahead + with_ratio*(size_t)S;
    double *c0_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *E_second_ahead = c0_second_ahead + with_ratio*(size_t)S;
    double *c0_first = E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    double *E_first = c0_first + with_V*(size_t)S;
    double *c0_second = E_first + with_V*(size_t)K*(size_t)K;
    double *E_second = c0_second + with_V*(size_t)S;

    (void)w0;
    (void)with_ratio;
    (void)with_V;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 1.0;
    }
    /* C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_ahead[k*S + l] = Q[giant_maml_linear_packed(K, k, l)];
            C_ahead[l*S + k] = C_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[k*S + K + n] = R[k*M + n];
            C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + n)*S + K + m] = T[n*M + m];
            C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            I2_ahead[k*S + j] = C_ahead[k*S + j];
            I2_ahead[j*S + k] = I2_ahead[k*S + j];
        }
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3_ahead[(k*S + i)*S + j] = C_ahead[i*S + j];
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = C_ahead[i*S + j];
                        I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    if (general) {
        /* I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                I_g2g0_ahead[k*S + i] = 0.0;
            }
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2_ahead[k*S + j] = 1.0;
            J2_ahead[j*S + k] = J2_ahead[k*S + j];
        }
    }
    if (isfinite(params->ratio)) {
        /* c0_first_ahead: c = (head, -u) in the task first */
        for (int k = 0; k < K; ++k) {
            c0_first_ahead[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_first_ahead[K + n] = -u_first[n];
        }
    }
    /* mc0_first_ahead: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_first_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_first_ahead[K + n] = -u_first[n];
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first_ahead[k*S + l] = w0[k]*w0[l];
            G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_first_ahead[k*S + K + n] = -u_first[n]*w0[k];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0_first_ahead[(K + n)*S + K + m] = u_first[m]*u_first[n];
                G0_first_ahead[(K + m)*S + K + n] = G0_first_ahead[(K + n)*S + K + m];
            }
        }
    }
    /* A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_first_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[i]*c0_first_ahead[j]);
                    }
                }
                E_first_ahead[k*K + l] += (params->gamma*params->gamma)*c0_first_ahead[k]*c0_first_ahead[l]/params->ratio * sum2;
            }
        }
    }
    if (general) {
        /* s0: partial sum Sum(G0_first_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            s0[k] = sum2;
        }
    }
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first_ahead[k*S + l] = -params->gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                W_first_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0)*s0[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first_ahead[k*S + K + n] = -params->gamma*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_first_ahead[k*S + j]*W_first_ahead[l*S + j]);
            }
            Y_first_ahead[k*K + l] = sum1;
        }
    }
    /* dR_first_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
        }
    }
    /* dQ_first_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] += E_first_ahead[k*K + l];
            }
        }
    }
    /* dw0_first_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_first_ahead[i]);
        }
        dw0_first_ahead[k] = -params->eta_w * sum1;
    }
    /* R_first: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
        }
    }
    /* Q_first: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_first[k*K + l] = Q[giant_maml_linear_packed(K, k, l)] + dQ_first_ahead[k*K + l];
        }
    }
    /* w0_first: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_first[k] = dw0_first_ahead[k] + w0[k];
    }
    /* X_first: overlaps of the learner after the giant step with itself before it */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            X_first[k*K + l] = A_first_ahead[k*S + l] + Q[giant_maml_linear_packed(K, k, l)];
        }
    }
    /* C_first: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_first[k*S + l] = Q_first[k*K + l];
            C_first[l*S + k] = C_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_first[k*S + K + n] = R_first[k*M + n];
            C_first[(K + n)*S + k] = C_first[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_first[(K + n)*S + K + m] = T[n*M + m];
            C_first[(K + m)*S + K + n] = C_first[(K + n)*S + K + m];
        }
    }
    /* J2_first: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2_first[k*S + j] = 1.0;
            J2_first[j*S + k] = J2_first[k*S + j];
        }
    }
    if (isfinite(params->V)) {
        /* c0_first: c = (head, -u) in the task first */
        for (int k = 0; k < K; ++k) {
            c0_first[k] = w0_first[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_first[K + n] = -u_first[n];
        }
    }
    /* mc0_first: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_first[k] = w0_first[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_first[K + n] = -u_first[n];
    }
    /* G0_first: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first[k*S + l] = w0_first[k]*w0_first[l];
            G0_first[l*S + k] = G0_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_first[k*S + K + n] = -u_first[n]*w0_first[k];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0_first[(K + n)*S + K + m] = u_first[m]*u_first[n];
                G0_first[(K + m)*S + K + n] = G0_first[(K + n)*S + K + m];
            }
        }
        /* A_first: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += (C_first[l*S + j]*G0_first[k*S + j]);
                }
                A_first[k*S + l] = -params->eta_J * sum2;
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C_first[(K + l)*S + j]*G0_first[k*S + j]);
            }
            A_first[k*S + K + l] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* E_first: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0_first[k*S + l]*J2_first[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (C_first[i*S + j]*c0_first[i]*c0_first[j]);
                    }
                }
                E_first[k*K + l] += (params->eta_J*params->eta_J)*c0_first[k]*c0_first[l]/params->V * sum2;
            }
        }
    }
    if (general) {
        /* s1: partial sum Sum(G0_first[k, i]*I_g2g0_first[k, i], (i, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            s1[k] = 0.0;
        }
    }
    /* W_first: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first[k*S + l] = -params->eta_J*G0_first[k*S + l]*J2_first[k*S + l];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                W_first[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0)*s1[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first[k*S + K + n] = -params->eta_J*G0_first[k*S + K + n]*J2_first[k*S + K + n];
        }
    }
    /* dw0_first: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (C_first[k*S + i]*mc0_first[i]);
        }
        dw0_first[k] = -params->eta_0 * sum1;
    }
    if (isfinite(params->ratio)) {
        /* c0_second_ahead: c = (head, -u) in the task second */
        for (int k = 0; k < K; ++k) {
            c0_second_ahead[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_second_ahead[K + n] = -u_second[n];
        }
    }
    /* mc0_second_ahead: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_second_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_second_ahead[K + n] = -u_second[n];
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second_ahead[k*S + l] = w0[k]*w0[l];
            G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_second_ahead[k*S + K + n] = -u_second[n]*w0[k];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0_second_ahead[(K + n)*S + K + m] = u_second[m]*u_second[n];
                G0_second_ahead[(K + m)*S + K + n] = G0_second_ahead[(K + n)*S + K + m];
            }
        }
    }
    /* A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_second_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[i]*c0_second_ahead[j]);
                    }
                }
                E_second_ahead[k*K + l] += (params->gamma*params->gamma)*c0_second_ahead[k]*c0_second_ahead[l]/params->ratio * sum2;
            }
        }
    }
    if (general) {
        /* s2: partial sum Sum(G0_second_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            s2[k] = sum2;
        }
    }
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second_ahead[k*S + l] = -params->gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                W_second_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0)*s2[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second_ahead[k*S + K + n] = -params->gamma*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_second_ahead[k*S + j]*W_second_ahead[l*S + j]);
            }
            Y_second_ahead[k*K + l] = sum1;
        }
    }
    /* dR_second_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
        }
    }
    /* dQ_second_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] += E_second_ahead[k*K + l];
            }
        }
    }
    /* dw0_second_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_second_ahead[i]);
        }
        dw0_second_ahead[k] = -params->eta_w * sum1;
    }
    /* R_second: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
        }
    }
    /* Q_second: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_second[k*K + l] = Q[giant_maml_linear_packed(K, k, l)] + dQ_second_ahead[k*K + l];
        }
    }
    /* w0_second: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_second[k] = dw0_second_ahead[k] + w0[k];
    }
    /* X_second: overlaps of the learner after the giant step with itself before it */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            X_second[k*K + l] = A_second_ahead[k*S + l] + Q[giant_maml_linear_packed(K, k, l)];
        }
    }
    /* C_second: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_second[k*S + l] = Q_second[k*K + l];
            C_second[l*S + k] = C_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_second[k*S + K + n] = R_second[k*M + n];
            C_second[(K + n)*S + k] = C_second[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_second[(K + n)*S + K + m] = T[n*M + m];
            C_second[(K + m)*S + K + n] = C_second[(K + n)*S + K + m];
        }
    }
    /* J2_second: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2_second[k*S + j] = 1.0;
            J2_second[j*S + k] = J2_second[k*S + j];
        }
    }
    if (isfinite(params->V)) {
        /* c0_second: c = (head, -u) in the task second */
        for (int k = 0; k < K; ++k) {
            c0_second[k] = w0_second[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_second[K + n] = -u_second[n];
        }
    }
    /* mc0_second: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_second[k] = w0_second[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_second[K + n] = -u_second[n];
    }
    /* G0_second: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second[k*S + l] = w0_second[k]*w0_second[l];
            G0_second[l*S + k] = G0_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_second[k*S + K + n] = -u_second[n]*w0_second[k];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0_second[(K + n)*S + K + m] = u_second[m]*u_second[n];
                G0_second[(K + m)*S + K + n] = G0_second[(K + n)*S + K + m];
            }
        }
        /* A_second: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += (C_second[l*S + j]*G0_second[k*S + j]);
                }
                A_second[k*S + l] = -params->eta_J * sum2;
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (C_second[(K + l)*S + j]*G0_second[k*S + j]);
            }
            A_second[k*S + K + l] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* E_second: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0_second[k*S + l]*J2_second[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (C_second[i*S + j]*c0_second[i]*c0_second[j]);
                    }
                }
                E_second[k*K + l] += (params->eta_J*params->eta_J)*c0_second[k]*c0_second[l]/params->V * sum2;
            }
        }
    }
    if (general) {
        /* s3: partial sum Sum(G0_second[k, i]*I_g2g0_second[k, i], (i, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            s3[k] = 0.0;
        }
    }
    /* W_second: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second[k*S + l] = -params->eta_J*G0_second[k*S + l]*J2_second[k*S + l];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                W_second[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0)*s3[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second[k*S + K + n] = -params->eta_J*G0_second[k*S + K + n]*J2_second[k*S + K + n];
        }
    }
    /* dw0_second: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (C_second[k*S + i]*mc0_second[i]);
        }
        dw0_second[k] = -params->eta_0 * sum1;
    }
    /* B_first: steps against fields of the weights before the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum1 += (R[l*M + n]*W_first[k*S + K + n]);
            }
            B_first[k*K + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int a = 0; a < K; ++a) {
                sum1 += (W_first[k*S + a]*X_first[a*K + l]);
            }
            B_first[k*K + l] += sum1;
        }
    }
    /* B_second: steps against fields of the weights before the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum1 += (R[l*M + n]*W_second[k*S + K + n]);
            }
            B_second[k*K + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int a = 0; a < K; ++a) {
                sum1 += (W_second[k*S + a]*X_second[a*K + l]);
            }
            B_second[k*K + l] += sum1;
        }
    }
    /* dR: dR/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->p_second*A_first[k*S + K + n] + params->p_second*A_second[k*S + K + n] + A_first[k*S + K + n];
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[giant_maml_linear_packed(K, k, l)] = -params->p_second*B_first[k*K + l] - params->p_second*B_first[l*K + k] + params->p_second*B_second[k*K + l] + params->p_second*B_second[l*K + k] + B_first[k*K + l] + B_first[l*K + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[giant_maml_linear_packed(K, k, l)] += -params->p_second*E_first[k*K + l] + params->p_second*E_second[k*K + l] + E_first[k*K + l];
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = -params->p_second*dw0_first[k] + params->p_second*dw0_second[k] + dw0_first[k];
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int giant_maml_linear_checked_rhs(int K, int M, const giant_maml_linear_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = giant_maml_linear_state_size(K, M);

    if (!giant_maml_linear_all_finite(n, state)) {
        return GIANT_MAML_LINEAR_NONFINITE;
    }
#ifdef GIANT_MAML_LINEAR_K
    if (K == GIANT_MAML_LINEAR_K && M == GIANT_MAML_LINEAR_M) {
        giant_maml_linear_rhs_arrays(GIANT_MAML_LINEAR_K, GIANT_MAML_LINEAR_M, params, state, dstate, work);
        return giant_maml_linear_all_finite(n, dstate) ? GIANT_MAML_LINEAR_OK : GIANT_MAML_LINEAR_DOMAIN;
    }
#endif
    giant_maml_linear_rhs_arrays(K, M, params, state, dstate, work);
    return giant_maml_linear_all_finite(n, dstate) ? GIANT_MAML_LINEAR_OK : GIANT_MAML_LINEAR_DOMAIN;
}

int giant_maml_linear_rhs(int K, int M, const giant_maml_linear_params *params, const double *state, double *dstate, double *work)
{
    const int status = giant_maml_linear_checked(K, M, params);

    if (status != GIANT_MAML_LINEAR_OK) {
        return status;
    }
    if (!giant_maml_linear_counted(giant_maml_linear_rhs_work(K, M, params))) {
        return GIANT_MAML_LINEAR_TOO_LARGE;
    }
    return giant_maml_linear_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double giant_maml_linear_eps_g_work(int K, int M, const giant_maml_linear_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S;
    size += 1.0*K + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*S*S + 1.0*S*S + 1.0 + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K;
    size += 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K;
    size += 1.0*S*S + 1.0*S*S + 1.0;
    if (isfinite(params->ratio)) {
        size += 1.0*K*K*S*S + 1.0*S + 1.0*K*K + 1.0*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void giant_maml_linear_eps_g_arrays(int K, int M, const giant_maml_linear_params *params, const double *GIANT_MAML_LINEAR_RESTRICT state,
                                 double *eps_g, double *GIANT_MAML_LINEAR_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    int general = giant_maml_linear_general(K, M, params);
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C_ahead = work + (size_t)M + (size_t)M;
    double *I2_ahead = C_ahead + (size_t)S*(size_t)S;
    double *I3_ahead = I2_ahead + (size_t)S*(size_t)S;
    double *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    double *mc0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    double *G0_first_ahead = mc0_first_ahead + (size_t)S;
    double *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    double *s0 = A_first_ahead + (size_t)K*(size_t)S;
    double *W_first_ahead = s0 + (size_t)K;
    double *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    double *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    double *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    double *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    double *R_first = dw0_first_ahead + (size_t)K;
    double *Q_first = R_first + (size_t)K*(size_t)M;
    double *w0_first = Q_first + (size_t)K*(size_t)K;
    double *C_first = w0_first + (size_t)K;
    double *G0_first = C_first + (size_t)S*(size_t)S;
    double *eps_g_first = G0_first + (size_t)S*(size_t)S;
    double *mc0_second_ahead = eps_g_first + (size_t)1;
    double *G0_second_ahead = mc0_second_ahead + (size_t)S;
    double *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    double *s1 = A_second_ahead + (size_t)K*(size_t)S;
    double *W_second_ahead = s1 + (size_t)K;
    double *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    double *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    double *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    double *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    double *R_second = dw0_second_ahead + (size_t)K;
    double *Q_second = R_second + (size_t)K*(size_t)M;
    double *w0_second = Q_second + (size_t)K*(size_t)K;
    double *C_second = w0_second + (size_t)K;
    double *G0_second = C_second + (size_t)S*(size_t)S;
    double *eps_g_second = G0_second + (size_t)S*(size_t)S;
    double *I4_ahead = eps_g_second + (size_t)1;
    double *c0_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E_first_ahead = c0_first_ahead + with_ratio*(size_t)S;
    double *c0_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *E_second_ahead = c0_second_ahead + with_ratio*(size_t)S;

    (void)w0;
    (void)with_ratio;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 1.0;
    }
    /* C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_ahead[k*S + l] = Q[giant_maml_linear_packed(K, k, l)];
            C_ahead[l*S + k] = C_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[k*S + K + n] = R[k*M + n];
            C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + n)*S + K + m] = T[n*M + m];
            C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            I2_ahead[k*S + j] = C_ahead[k*S + j];
            I2_ahead[j*S + k] = I2_ahead[k*S + j];
        }
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3_ahead[(k*S + i)*S + j] = C_ahead[i*S + j];
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = C_ahead[i*S + j];
                        I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    if (general) {
        /* I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                I_g2g0_ahead[k*S + i] = 0.0;
            }
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int j = k; j < S; ++j) {
            J2_ahead[k*S + j] = 1.0;
            J2_ahead[j*S + k] = J2_ahead[k*S + j];
        }
    }
    if (isfinite(params->ratio)) {
        /* c0_first_ahead: c = (head, -u) in the task first */
        for (int k = 0; k < K; ++k) {
            c0_first_ahead[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_first_ahead[K + n] = -u_first[n];
        }
    }
    /* mc0_first_ahead: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_first_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_first_ahead[K + n] = -u_first[n];
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first_ahead[k*S + l] = w0[k]*w0[l];
            G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_first_ahead[k*S + K + n] = -u_first[n]*w0[k];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0_first_ahead[(K + n)*S + K + m] = u_first[m]*u_first[n];
                G0_first_ahead[(K + m)*S + K + n] = G0_first_ahead[(K + n)*S + K + m];
            }
        }
    }
    /* A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_first_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[i]*c0_first_ahead[j]);
                    }
                }
                E_first_ahead[k*K + l] += (params->gamma*params->gamma)*c0_first_ahead[k]*c0_first_ahead[l]/params->ratio * sum2;
            }
        }
    }
    if (general) {
        /* s0: partial sum Sum(G0_first_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            s0[k] = sum2;
        }
    }
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first_ahead[k*S + l] = -params->gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                W_first_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0)*s0[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first_ahead[k*S + K + n] = -params->gamma*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_first_ahead[k*S + j]*W_first_ahead[l*S + j]);
            }
            Y_first_ahead[k*K + l] = sum1;
        }
    }
    /* dR_first_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
        }
    }
    /* dQ_first_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] += E_first_ahead[k*K + l];
            }
        }
    }
    /* dw0_first_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_first_ahead[i]);
        }
        dw0_first_ahead[k] = -params->eta_w * sum1;
    }
    /* R_first: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
        }
    }
    /* Q_first: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_first[k*K + l] = Q[giant_maml_linear_packed(K, k, l)] + dQ_first_ahead[k*K + l];
        }
    }
    /* w0_first: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_first[k] = dw0_first_ahead[k] + w0[k];
    }
    /* C_first: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_first[k*S + l] = Q_first[k*K + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_first[k*S + K + n] = R_first[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_first[(K + n)*S + K + m] = T[n*M + m];
        }
    }
    /* G0_first: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first[k*S + l] = w0_first[k]*w0_first[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_first[k*S + K + n] = -u_first[n]*w0_first[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_first[(K + n)*S + K + m] = u_first[m]*u_first[n];
        }
    }
    /* eps_g_first: loss on fresh data, adapted */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (C_first[i*S + j]*G0_first[i*S + j]);
            }
        }
        *eps_g_first = 0.5 * sum1;
    }
    if (isfinite(params->ratio)) {
        /* c0_second_ahead: c = (head, -u) in the task second */
        for (int k = 0; k < K; ++k) {
            c0_second_ahead[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            c0_second_ahead[K + n] = -u_second[n];
        }
    }
    /* mc0_second_ahead: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0_second_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0_second_ahead[K + n] = -u_second[n];
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second_ahead[k*S + l] = w0[k]*w0[l];
            G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_second_ahead[k*S + K + n] = -u_second[n]*w0[k];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0_second_ahead[(K + n)*S + K + m] = u_second[m]*u_second[n];
                G0_second_ahead[(K + m)*S + K + n] = G0_second_ahead[(K + n)*S + K + m];
            }
        }
    }
    /* A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_second_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[i]*c0_second_ahead[j]);
                    }
                }
                E_second_ahead[k*K + l] += (params->gamma*params->gamma)*c0_second_ahead[k]*c0_second_ahead[l]/params->ratio * sum2;
            }
        }
    }
    if (general) {
        /* s1: partial sum Sum(G0_second_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            s1[k] = sum2;
        }
    }
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second_ahead[k*S + l] = -params->gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                W_second_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0)*s1[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second_ahead[k*S + K + n] = -params->gamma*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_second_ahead[k*S + j]*W_second_ahead[l*S + j]);
            }
            Y_second_ahead[k*K + l] = sum1;
        }
    }
    /* dR_second_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
        }
    }
    /* dQ_second_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] += E_second_ahead[k*K + l];
            }
        }
    }
    /* dw0_second_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_second_ahead[i]);
        }
        dw0_second_ahead[k] = -params->eta_w * sum1;
    }
    /* R_second: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
        }
    }
    /* Q_second: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_second[k*K + l] = Q[giant_maml_linear_packed(K, k, l)] + dQ_second_ahead[k*K + l];
        }
    }
    /* w0_second: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_second[k] = dw0_second_ahead[k] + w0[k];
    }
    /* C_second: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_second[k*S + l] = Q_second[k*K + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_second[k*S + K + n] = R_second[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_second[(K + n)*S + K + m] = T[n*M + m];
        }
    }
    /* G0_second: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second[k*S + l] = w0_second[k]*w0_second[l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0_second[k*S + K + n] = -u_second[n]*w0_second[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0_second[(K + n)*S + K + m] = u_second[m]*u_second[n];
        }
    }
    /* eps_g_second: loss on fresh data, adapted */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (C_second[i*S + j]*G0_second[i*S + j]);
            }
        }
        *eps_g_second = 0.5 * sum1;
    }
    /* eps_g: loss on fresh data, adapted */
    *eps_g = -(*eps_g_first)*params->p_second + (*eps_g_first) + (*eps_g_second)*params->p_second;
}

int giant_maml_linear_eps_g(int K, int M, const giant_maml_linear_params *params, const double *state, double *eps_g, double *work)
{
    const int status = giant_maml_linear_checked(K, M, params);

    if (status != GIANT_MAML_LINEAR_OK) {
        return status;
    }
    if (!giant_maml_linear_counted(giant_maml_linear_eps_g_work(K, M, params))) {
        return GIANT_MAML_LINEAR_TOO_LARGE;
    }
    if (!giant_maml_linear_all_finite(giant_maml_linear_state_size(K, M), state)) {
        return GIANT_MAML_LINEAR_NONFINITE;
    }
    giant_maml_linear_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? GIANT_MAML_LINEAR_OK : GIANT_MAML_LINEAR_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { GIANT_MAML_LINEAR_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t giant_maml_linear_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t giant_maml_linear_work_size(int K, int M, const giant_maml_linear_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, giant_maml_linear_rhs_work(K, M, params));
    arrays = fmax(arrays, giant_maml_linear_eps_g_work(K, M, params));
    return giant_maml_linear_counted(GIANT_MAML_LINEAR_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)giant_maml_linear_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double giant_maml_linear_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void giant_maml_linear_between(int K, int M, const giant_maml_linear_params *params, const giant_maml_linear_params *then, double share, double *ramped, giant_maml_linear_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->gamma = params->gamma + share*(then->gamma - params->gamma);
    now->eta_w = params->eta_w + share*(then->eta_w - params->eta_w);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->noise = params->noise + share*(then->noise - params->noise);
    now->p_second = params->p_second + share*(then->p_second - params->p_second);
    (void)K;
    (void)M;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int giant_maml_linear_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*giant_maml_linear_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[giant_maml_linear_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void giant_maml_linear_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void giant_maml_linear_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void giant_maml_linear_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double giant_maml_linear_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int giant_maml_linear_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int giant_maml_linear_integrate_ramped(int K, int M, const giant_maml_linear_params *params, const giant_maml_linear_params *then, const giant_maml_linear_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, giant_maml_linear_stats *stats, double *work)
{
    giant_maml_linear_stats local = {0, 0, 0, 0.0};
    giant_maml_linear_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    giant_maml_linear_params between;
    const giant_maml_linear_params *now = params;
    int status = giant_maml_linear_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return GIANT_MAML_LINEAR_NULL_OPTIONS;
    }
    if (!state0) {
        return GIANT_MAML_LINEAR_NULL_STATE;
    }
    if (!alphas) {
        return GIANT_MAML_LINEAR_NULL_TIMES;
    }
    if (!states) {
        return GIANT_MAML_LINEAR_NULL_RESULTS;
    }
    if (!work) {
        return GIANT_MAML_LINEAR_NULL_WORK;
    }
    if (n < 1) {
        return GIANT_MAML_LINEAR_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = giant_maml_linear_state_size(K, M);
    if (status == GIANT_MAML_LINEAR_OK && then) {
        status = giant_maml_linear_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == GIANT_MAML_LINEAR_OK && !giant_maml_linear_work_size(K, M, params)) {
        return GIANT_MAML_LINEAR_TOO_LARGE;
    }
    if (status == GIANT_MAML_LINEAR_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = GIANT_MAML_LINEAR_RTOL;
    }
    if (status == GIANT_MAML_LINEAR_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = GIANT_MAML_LINEAR_ATOL;
    }
    for (size_t s = 0; s < n && status == GIANT_MAML_LINEAR_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = GIANT_MAML_LINEAR_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == GIANT_MAML_LINEAR_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = GIANT_MAML_LINEAR_TIMES;
        }
    }
    if (status != GIANT_MAML_LINEAR_OK) {
        return giant_maml_linear_stop(status, 0, n, size, states);
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
    arrays = ramped + giant_maml_linear_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = giant_maml_linear_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == GIANT_MAML_LINEAR_OK && giant_maml_linear_norms_negative(K, M, 1, y)) {
        status = GIANT_MAML_LINEAR_NEGATIVE_NORM;
    }
    if (status != GIANT_MAML_LINEAR_OK) {
        return giant_maml_linear_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = giant_maml_linear_norm(size, y, y, y, rtol, atol);
        const double scale_f = giant_maml_linear_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? GIANT_MAML_LINEAR_STEP_LIMIT : GIANT_MAML_LINEAR_STEP_SIZE;

            return giant_maml_linear_stop(status == GIANT_MAML_LINEAR_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = GIANT_MAML_LINEAR_OK;
        for (int stage = 1; stage < 7 && status == GIANT_MAML_LINEAR_OK; ++stage) {
            giant_maml_linear_stage(stage, size, h, y, k, y_new);
            if (then) {
                giant_maml_linear_between(K, M, params, then, (alpha + giant_maml_linear_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = giant_maml_linear_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != GIANT_MAML_LINEAR_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        giant_maml_linear_error(size, h, k, dense[4]);
        error = giant_maml_linear_norm(size, dense[4], y, y_new, rtol, atol);
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
        giant_maml_linear_bend(size, h, k, dense[4]);
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
        if (giant_maml_linear_norms_negative(K, M, 1, y) || giant_maml_linear_norms_negative(K, M, next - first, states + first*size)) {
            return giant_maml_linear_stop(GIANT_MAML_LINEAR_NEGATIVE_NORM, first, n, size, states);
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
    return GIANT_MAML_LINEAR_OK;
}

int giant_maml_linear_integrate(int K, int M, const giant_maml_linear_params *params, const giant_maml_linear_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, giant_maml_linear_stats *stats, double *work)
{
    return giant_maml_linear_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int giant_maml_linear_check(int version, size_t size)
{
    return version == GIANT_MAML_LINEAR_ABI && size == sizeof(giant_maml_linear_params) ? GIANT_MAML_LINEAR_OK : GIANT_MAML_LINEAR_LAYOUT;
}

const char *giant_maml_linear_strerror(int status)
{
    switch (status) {
    case GIANT_MAML_LINEAR_OK:
        return "ok";
    case GIANT_MAML_LINEAR_BAD_K:
        return "K is less than 1";
    case GIANT_MAML_LINEAR_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case GIANT_MAML_LINEAR_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case GIANT_MAML_LINEAR_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case GIANT_MAML_LINEAR_STEP_LIMIT:
        return "step limit: max_steps reached";
    case GIANT_MAML_LINEAR_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case GIANT_MAML_LINEAR_NULL_PARAMS:
        return "params is NULL";
    case GIANT_MAML_LINEAR_TIMES:
        return "the times (alphas) do not increase";
    case GIANT_MAML_LINEAR_RTOL:
        return "rtol is negative or not finite";
    case GIANT_MAML_LINEAR_ATOL:
        return "atol is not positive or not finite";
    case GIANT_MAML_LINEAR_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case GIANT_MAML_LINEAR_OBSERVABLE:
        return "the observable is none of this model";
    case GIANT_MAML_LINEAR_RULE:
        return "the number of nodes (size) is that of no rule";
    case GIANT_MAML_LINEAR_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case GIANT_MAML_LINEAR_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case GIANT_MAML_LINEAR_BAD_M:
        return "M is less than 1";
    case GIANT_MAML_LINEAR_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case GIANT_MAML_LINEAR_NO_TIMES:
        return "there are no times: n is 0";
    case GIANT_MAML_LINEAR_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case GIANT_MAML_LINEAR_NULL_OPTIONS:
        return "options is NULL";
    case GIANT_MAML_LINEAR_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case GIANT_MAML_LINEAR_NULL_TIMES:
        return "alphas is NULL";
    case GIANT_MAML_LINEAR_NULL_RESULTS:
        return "where the results go is NULL";
    case GIANT_MAML_LINEAR_NULL_WORK:
        return "work is NULL";
    case GIANT_MAML_LINEAR_NULL_REQUEST:
        return "request is NULL";
    case GIANT_MAML_LINEAR_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case GIANT_MAML_LINEAR_BAD_eta_J:
        return "eta_J is negative or not finite";
    case GIANT_MAML_LINEAR_BAD_gamma:
        return "gamma is negative or not finite";
    case GIANT_MAML_LINEAR_BAD_eta_w:
        return "eta_w is negative or not finite";
    case GIANT_MAML_LINEAR_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case GIANT_MAML_LINEAR_BAD_noise:
        return "noise is negative or not finite";
    case GIANT_MAML_LINEAR_BAD_p_second:
        return "p_second is negative or not finite";
    case GIANT_MAML_LINEAR_BAD_V:
        return "V is not at least 1";
    case GIANT_MAML_LINEAR_BAD_ratio:
        return "ratio is not positive";
    case GIANT_MAML_LINEAR_BAD_T:
        return "T has an element that is not finite";
    case GIANT_MAML_LINEAR_BAD_u_first:
        return "u_first has an element that is not finite";
    case GIANT_MAML_LINEAR_BAD_u_second:
        return "u_second has an element that is not finite";
    case GIANT_MAML_LINEAR_MISSING_T:
        return "T is NULL, and has to be given";
    case GIANT_MAML_LINEAR_FINITE_V:
        return "V is finite, and has to be infinite here";
    case GIANT_MAML_LINEAR_FINITE_ratio:
        return "ratio is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
