/*
 * perceptron_sign_adjoint.c - The perceptron rule on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system perceptron_sign_adjoint, digest 19e20c112ada4578. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in perceptron_sign_adjoint.h.
 */
#include "perceptron_sign_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define PERCEPTRON_SIGN_ADJOINT_RESTRICT
#else
#define PERCEPTRON_SIGN_ADJOINT_RESTRICT restrict
#endif

void perceptron_sign_adjoint_defaults(perceptron_sign_adjoint_params *params)
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

size_t perceptron_sign_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t perceptron_sign_adjoint_row_size(int K, int M)
{
    return perceptron_sign_adjoint_state_size(K, M) + 5;
}

/* The slope of an element that is a copy of another goes to that. */
static void perceptron_sign_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int perceptron_sign_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double perceptron_sign_adjoint_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

/* 1/(2 x); 0 where x is: the root of a difference that is zero for every state, as of a field and itself, does not move. */
static double perceptron_sign_adjoint_half(double x)
{
    return x > 0.0 ? 0.5/x : 0.0;
}

static int perceptron_sign_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int perceptron_sign_adjoint_checked(int K, int M, const perceptron_sign_adjoint_params *params)
{
    if (K < 1) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_M;
    }
    if (!params) {
        return PERCEPTRON_SIGN_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return PERCEPTRON_SIGN_ADJOINT_MISSING_T;
    }
    if (!perceptron_sign_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_T;
    }
    if (params->mean && !perceptron_sign_adjoint_all_finite((size_t)M, params->mean)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_mean;
    }
    if (params->cov && !perceptron_sign_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !perceptron_sign_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return PERCEPTRON_SIGN_ADJOINT_BAD_kurtosis;
    }
return PERCEPTRON_SIGN_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t perceptron_sign_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double perceptron_sign_adjoint_rhs_work(int K, int M, const perceptron_sign_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*K*S;
    size += 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S;
    size += 1.0*S + 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*S*S + 1.0*K*K + 1.0*S*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void perceptron_sign_adjoint_rhs_arrays(int K, int M, const perceptron_sign_adjoint_params *params, const double *PERCEPTRON_SIGN_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *PERCEPTRON_SIGN_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *r0 = I2 + (size_t)S*(size_t)S;
    double *I_xg0 = r0 + (size_t)S;
    double *base0 = I_xg0 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *A = mc0 + (size_t)S;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *G0 = dw0 + (size_t)K;
    double *E = G0 + with_V*(size_t)S*(size_t)S;
    double *y_C = E + with_V*(size_t)K*(size_t)K;
    double *y_I2 = y_C + (size_t)S*(size_t)S;
    double *y_r0 = y_I2 + (size_t)S*(size_t)S;
    double *y_I_xg0 = y_r0 + (size_t)S;
    double *y_base0 = y_I_xg0 + (size_t)S*(size_t)S;
    double *y_mc0 = y_base0 + (size_t)S;
    double *y_A = y_mc0 + (size_t)S;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_G0 = y_dw0 + (size_t)K;
    double *y_E = y_G0 + with_V*(size_t)S*(size_t)S;

    (void)w0;
    (void)with_V;
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
            C[k*S + l] = Q[perceptron_sign_adjoint_packed(K, k, l)];
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
    for (int i = 0; i < S; ++i) {
        for (int j = i + 1; j < S; ++j) {
            I2[i*S + j] = 0.63661977236758138*atan2(C[i*S + j], perceptron_sign_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])));
            I2[j*S + i] = I2[i*S + j];
        }
    }
    for (int i = 0; i < S; ++i) {
        I2[i*S + i] = 1.0;
    }
    /* r0: 1/sqrt(C[i, i]) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i]));
    }
    /* I_xg0: <z_i g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            I_xg0[i*S + j] = 0.79788456080286541*C[i*S + j]*r0[j];
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
    if (isfinite(params->V)) {
        /* G0: <c_i c_j> over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] = mc0[k]*mc0[l];
                G0[l*S + k] = G0[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[k*M + m]*L0[l*M + p]*cov[m*M + p]);
                    }
                }
                G0[k*S + l] += sum2;
                G0[l*S + k] = G0[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                G0[k*S + K + l] = mc0[k]*mc0[K + l];
                G0[(K + l)*S + k] = G0[k*S + K + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[k*M + m]*L0[(K + l)*M + p]*cov[m*M + p]);
                    }
                }
                G0[k*S + K + l] += sum2;
                G0[(K + l)*S + k] = G0[k*S + K + l];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                G0[(K + k)*S + K + l] = mc0[K + k]*mc0[K + l];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[(K + k)*M + m]*L0[(K + l)*M + p]*cov[m*M + p]);
                    }
                }
                G0[(K + k)*S + K + l] += sum2;
            }
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            A[k*S + i] = -0.5*params->eta_J*I_xg0[i*S + k];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum1 += (I_xg0[i*S + K + n]*mc0[K + n]);
            }
            A[k*S + i] += -0.5*params->eta_J * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = 0.25*(params->eta_J*params->eta_J)*I2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    sum2 += ((I2[k*S + K + n] + I2[l*S + K + n])*mc0[K + n]);
                }
                E[k*K + l] += 0.25*(params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        sum2 += (m > n ? 2.0 : 1.0) * (G0[(K + n)*S + K + m]*I2[(K + n)*S + K + m]);
                    }
                }
                E[k*K + l] += 0.25*(params->eta_J*params->eta_J)/params->V * sum2;
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
            dQ[perceptron_sign_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[perceptron_sign_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[perceptron_sign_adjoint_packed(K, k, l)] += E[k*K + l];
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
            sum1 += (I2[k*S + i]*mc0[i]);
        }
        dw0[k] += -params->eta_0 * sum1;
    }
    (void)y_C;
    (void)y_I2;
    (void)y_r0;
    (void)y_I_xg0;
    (void)y_base0;
    (void)y_mc0;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_G0;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*perceptron_sign_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + perceptron_sign_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + perceptron_sign_adjoint_state_size(K, M) + 1;
        double *y_noise = result + perceptron_sign_adjoint_state_size(K, M) + 2;
        double *y_decay = result + perceptron_sign_adjoint_state_size(K, M) + 3;
        double *y_V = result + perceptron_sign_adjoint_state_size(K, M) + 4;

        for (size_t p = 0; p < perceptron_sign_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*perceptron_sign_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*perceptron_sign_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*perceptron_sign_adjoint_state_size(K, M) + overlaps + p];
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
                        y_I2[k*S + i] += -params->eta_0*here*mc0[i];
                        (*y_eta_0) += -here*I2[k*S + i]*mc0[i];
                        y_mc0[i] += -params->eta_0*here*I2[k*S + i];
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
                        const double here = y_dQ[perceptron_sign_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[perceptron_sign_adjoint_packed(K, k, l)];

                    y_dQ[perceptron_sign_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[perceptron_sign_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[perceptron_sign_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[perceptron_sign_adjoint_packed(K, k, l)];
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
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int n = 0; n < M; ++n) {
                                for (int m = n; m < M; ++m) {
                                    const double here = (m > n ? 2.0 : 1.0) * whole;
                                    const double p_0 = 0.25*(params->eta_J*params->eta_J);
                                    const double p_1 = G0[(K + n)*S + K + m]*I2[(K + n)*S + K + m]/params->V;
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_G0[(K + n)*S + K + m] += b_p_1*I2[(K + n)*S + K + m]/params->V;
                                    y_I2[(K + n)*S + K + m] += b_p_1*G0[(K + n)*S + K + m]/params->V;
                                    (*y_V) += -b_p_1*G0[(K + n)*S + K + m]*I2[(K + n)*S + K + m]/(params->V*params->V);
                                    (*y_eta_J) += 0.5*b_p_0*params->eta_J;
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
                                const double p_0 = I2[k*S + K + n] + I2[l*S + K + n];
                                const double p_1 = 0.25*(params->eta_J*params->eta_J);
                                const double p_2 = p_0*mc0[K + n]/params->V;
                                const double b_p_2 = here*p_1;
                                const double b_p_1 = here*p_2;
                                const double b_p_0 = b_p_2*mc0[K + n]/params->V;
                                (*y_V) += -b_p_2*p_0*mc0[K + n]/(params->V*params->V);
                                y_mc0[K + n] += b_p_2*p_0/params->V;
                                (*y_eta_J) += 0.5*b_p_1*params->eta_J;
                                y_I2[k*S + K + n] += b_p_0;
                                y_I2[l*S + K + n] += b_p_0;
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
                            y_I2[k*S + l] += 0.25*(params->eta_J*params->eta_J)*here/params->V;
                            (*y_V) += -0.25*(params->eta_J*params->eta_J)*here*I2[k*S + l]/(params->V*params->V);
                            (*y_eta_J) += 0.5*params->eta_J*here*I2[k*S + l]/params->V;
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
                            y_I_xg0[i*S + K + n] += -0.5*params->eta_J*here*mc0[K + n];
                            (*y_eta_J) += -0.5*here*I_xg0[i*S + K + n]*mc0[K + n];
                            y_mc0[K + n] += -0.5*params->eta_J*here*I_xg0[i*S + K + n];
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
                        y_I_xg0[i*S + k] += -0.5*params->eta_J*here;
                        (*y_eta_J) += -0.5*here*I_xg0[i*S + k];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    {
                        const double here = y_G0[(K + k)*S + K + l];

                        y_G0[(K + k)*S + K + l] = 0.0;
                        if (here != 0.0) {
                            y_mc0[K + k] += here*mc0[K + l];
                            y_mc0[K + l] += here*mc0[K + k];
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < M; ++l) {
                    perceptron_sign_adjoint_image(&y_G0[k*S + K + l], &y_G0[(K + l)*S + k]);
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < M; ++l) {
                    perceptron_sign_adjoint_image(&y_G0[k*S + K + l], &y_G0[(K + l)*S + k]);
                    {
                        const double here = y_G0[k*S + K + l];

                        y_G0[k*S + K + l] = 0.0;
                        if (here != 0.0) {
                            y_mc0[k] += here*mc0[K + l];
                            y_mc0[K + l] += here*mc0[k];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    perceptron_sign_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    perceptron_sign_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
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
        }
        for (int i = 0; i < S; ++i) {
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0[i];

                y_mc0[i] = 0.0;
                if (here != 0.0) {
                    y_base0[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_base0[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_base0[k];

                y_base0[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_I_xg0[i*S + j];

                    y_I_xg0[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_C[i*S + j] += 0.79788456080286541*here*r0[j];
                        y_r0[j] += 0.79788456080286541*here*C[i*S + j];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_r0[i];

                y_r0[i] = 0.0;
                if (here != 0.0) {
                    y_C[i*S + i] += -0.5*here*(((1.0 / sqrt(C[i*S + i])))*((1.0 / sqrt(C[i*S + i])))*((1.0 / sqrt(C[i*S + i]))));
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            y_I2[i*S + i] = 0.0;
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                perceptron_sign_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
                {
                    const double here = y_I2[i*S + j];

                    y_I2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + i]*C[j*S + j];
                        const double p_1 = (C[i*S + j]*C[i*S + j]);
                        const double p_2 = perceptron_sign_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))))*C[i*S + j];
                        const double b_p_1 = -b_p_2*perceptron_sign_adjoint_half(perceptron_sign_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*perceptron_sign_adjoint_half(perceptron_sign_adjoint_root(p_0, p_1));
                        y_C[i*S + j] += 2.0*b_p_1*C[i*S + j] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))));
                        y_C[i*S + i] += b_p_0*C[j*S + j];
                        y_C[j*S + j] += b_p_0*C[i*S + i];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                perceptron_sign_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                perceptron_sign_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                perceptron_sign_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[perceptron_sign_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int perceptron_sign_adjoint_rhs(int K, int M, const perceptron_sign_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = perceptron_sign_adjoint_state_size(K, M);
    const int status = perceptron_sign_adjoint_checked(K, M, params);

    if (status != PERCEPTRON_SIGN_ADJOINT_OK) {
        return status;
    }
    if (!perceptron_sign_adjoint_counted(perceptron_sign_adjoint_rhs_work(K, M, params))) {
        return PERCEPTRON_SIGN_ADJOINT_TOO_LARGE;
    }
    if (!perceptron_sign_adjoint_all_finite(n, state) || !perceptron_sign_adjoint_all_finite(count*n, factors)) {
        return PERCEPTRON_SIGN_ADJOINT_NONFINITE;
    }
    perceptron_sign_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!perceptron_sign_adjoint_all_finite(count*perceptron_sign_adjoint_row_size(K, M), results)) {
        return PERCEPTRON_SIGN_ADJOINT_DOMAIN;
    }
    return PERCEPTRON_SIGN_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double perceptron_sign_adjoint_eps_g_work(int K, int M, const perceptron_sign_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0 + 1.0*S*S;
    size += 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void perceptron_sign_adjoint_eps_g_arrays(int K, int M, const perceptron_sign_adjoint_params *params, const double *PERCEPTRON_SIGN_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *PERCEPTRON_SIGN_ADJOINT_RESTRICT work)
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
    double *base0 = I2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *eps_g = G0 + (size_t)S*(size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_I2 = y_C + (size_t)S*(size_t)S;
    double *y_base0 = y_I2 + (size_t)S*(size_t)S;
    double *y_mc0 = y_base0 + (size_t)S;
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
            C[k*S + l] = Q[perceptron_sign_adjoint_packed(K, k, l)];
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
        for (int j = i + 1; j < S; ++j) {
            I2[i*S + j] = 0.63661977236758138*atan2(C[i*S + j], perceptron_sign_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])));
            I2[j*S + i] = I2[i*S + j];
        }
    }
    for (int i = 0; i < S; ++i) {
        I2[i*S + i] = 1.0;
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
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                }
            }
            G0[i*S + j] += sum1;
        }
    }
    /* eps_g: share of wrong labels */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I2[i*S + j]);
            }
        }
        *eps_g = 0.25 * sum1;
    }
    (void)y_C;
    (void)y_I2;
    (void)y_base0;
    (void)y_mc0;
    (void)y_G0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*perceptron_sign_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + perceptron_sign_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + perceptron_sign_adjoint_state_size(K, M) + 1;
        double *y_noise = result + perceptron_sign_adjoint_state_size(K, M) + 2;
        double *y_decay = result + perceptron_sign_adjoint_state_size(K, M) + 3;
        double *y_V = result + perceptron_sign_adjoint_state_size(K, M) + 4;

        for (size_t p = 0; p < perceptron_sign_adjoint_row_size(K, M); ++p) {
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
                        y_G0[i*S + j] += 0.25*here*I2[i*S + j];
                        y_I2[i*S + j] += 0.25*here*G0[i*S + j];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                {
                    const double here = y_G0[i*S + j];

                    y_G0[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_mc0[i] += here*mc0[j];
                        y_mc0[j] += here*mc0[i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0[i];

                y_mc0[i] = 0.0;
                if (here != 0.0) {
                    y_base0[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_base0[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_base0[k];

                y_base0[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            y_I2[i*S + i] = 0.0;
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                perceptron_sign_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
                {
                    const double here = y_I2[i*S + j];

                    y_I2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + i]*C[j*S + j];
                        const double p_1 = (C[i*S + j]*C[i*S + j]);
                        const double p_2 = perceptron_sign_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))))*C[i*S + j];
                        const double b_p_1 = -b_p_2*perceptron_sign_adjoint_half(perceptron_sign_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*perceptron_sign_adjoint_half(perceptron_sign_adjoint_root(p_0, p_1));
                        y_C[i*S + j] += 2.0*b_p_1*C[i*S + j] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))));
                        y_C[i*S + i] += b_p_0*C[j*S + j];
                        y_C[j*S + j] += b_p_0*C[i*S + i];
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
                        y_Q[perceptron_sign_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int perceptron_sign_adjoint_eps_g(int K, int M, const perceptron_sign_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = perceptron_sign_adjoint_state_size(K, M);
    const int status = perceptron_sign_adjoint_checked(K, M, params);

    if (status != PERCEPTRON_SIGN_ADJOINT_OK) {
        return status;
    }
    if (!perceptron_sign_adjoint_counted(perceptron_sign_adjoint_eps_g_work(K, M, params))) {
        return PERCEPTRON_SIGN_ADJOINT_TOO_LARGE;
    }
    if (!perceptron_sign_adjoint_all_finite(n, state) || !perceptron_sign_adjoint_all_finite(count, factors)) {
        return PERCEPTRON_SIGN_ADJOINT_NONFINITE;
    }
    perceptron_sign_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!perceptron_sign_adjoint_all_finite(count*perceptron_sign_adjoint_row_size(K, M), results)) {
        return PERCEPTRON_SIGN_ADJOINT_DOMAIN;
    }
    return PERCEPTRON_SIGN_ADJOINT_OK;
}

size_t perceptron_sign_adjoint_work_size(int K, int M, const perceptron_sign_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, perceptron_sign_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, perceptron_sign_adjoint_eps_g_work(K, M, params));
    return perceptron_sign_adjoint_counted(arrays);
}


int perceptron_sign_adjoint_check(int version, size_t size)
{
    return version == PERCEPTRON_SIGN_ADJOINT_ABI && size == sizeof(perceptron_sign_adjoint_params) ? PERCEPTRON_SIGN_ADJOINT_OK : PERCEPTRON_SIGN_ADJOINT_LAYOUT;
}

const char *perceptron_sign_adjoint_strerror(int status)
{
    switch (status) {
    case PERCEPTRON_SIGN_ADJOINT_OK:
        return "ok";
    case PERCEPTRON_SIGN_ADJOINT_BAD_K:
        return "K is less than 1";
    case PERCEPTRON_SIGN_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case PERCEPTRON_SIGN_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case PERCEPTRON_SIGN_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case PERCEPTRON_SIGN_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case PERCEPTRON_SIGN_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case PERCEPTRON_SIGN_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case PERCEPTRON_SIGN_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case PERCEPTRON_SIGN_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case PERCEPTRON_SIGN_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case PERCEPTRON_SIGN_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case PERCEPTRON_SIGN_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case PERCEPTRON_SIGN_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case PERCEPTRON_SIGN_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case PERCEPTRON_SIGN_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case PERCEPTRON_SIGN_ADJOINT_BAD_M:
        return "M is less than 1";
    case PERCEPTRON_SIGN_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case PERCEPTRON_SIGN_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case PERCEPTRON_SIGN_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case PERCEPTRON_SIGN_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case PERCEPTRON_SIGN_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case PERCEPTRON_SIGN_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case PERCEPTRON_SIGN_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case PERCEPTRON_SIGN_ADJOINT_NULL_WORK:
        return "work is NULL";
    case PERCEPTRON_SIGN_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case PERCEPTRON_SIGN_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case PERCEPTRON_SIGN_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case PERCEPTRON_SIGN_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case PERCEPTRON_SIGN_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case PERCEPTRON_SIGN_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case PERCEPTRON_SIGN_ADJOINT_BAD_V:
        return "V is not at least 1";
    case PERCEPTRON_SIGN_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case PERCEPTRON_SIGN_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case PERCEPTRON_SIGN_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case PERCEPTRON_SIGN_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case PERCEPTRON_SIGN_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case PERCEPTRON_SIGN_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
