/*
 * adatron_sign_adjoint.c - Online AdaTron on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system adatron_sign_adjoint, digest 558a4fb4c4491f65. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in adatron_sign_adjoint.h.
 */
#include "adatron_sign_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define ADATRON_SIGN_ADJOINT_RESTRICT
#else
#define ADATRON_SIGN_ADJOINT_RESTRICT restrict
#endif

void adatron_sign_adjoint_defaults(adatron_sign_adjoint_params *params)
{
    params->eta_J = NAN;
    params->eta_0 = 0.0;
    params->decay = 0.0;
    params->V = INFINITY;
    params->n_nodes = 0;
    params->T = NULL;
    params->u_labels = NULL;
    params->nodes = NULL;
    params->weights = NULL;
}

size_t adatron_sign_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t adatron_sign_adjoint_row_size(int K, int M)
{
    return adatron_sign_adjoint_state_size(K, M) + 4;
}

/* The slope of an element that is a copy of another goes to that. */
static void adatron_sign_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int adatron_sign_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double adatron_sign_adjoint_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

/* 1/(2 x); 0 where x is: the root of a difference that is zero for every state, as of a field and itself, does not move. */
static double adatron_sign_adjoint_half(double x)
{
    return x > 0.0 ? 0.5/x : 0.0;
}

/* Lower triangular F with F F^T = C, row by row; a column whose pivot is rounding only is zero. */
static void adatron_sign_adjoint_factor(int S, const double *C, double *F)
{
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            double rest = j <= i ? C[i*S + j] : 0.0;

            for (int k = 0; k < j && j <= i; ++k) {
                rest -= F[i*S + k]*F[j*S + k];
            }
            if (j == i) {
                rest = rest > 1e-14*C[i*S + i] ? sqrt(rest) : 0.0;
            } else if (j < i) {
                rest = F[j*S + j] > 0.0 ? rest/F[j*S + j] : 0.0;
            }
            F[i*S + j] = rest;
        }
    }
}

/* Slopes yF with respect to the lower triangular F with F F^T = C become slopes yC; NaN where a pivot is zero, for C is singular. */
static void adatron_sign_adjoint_factor_back(int S, const double *F, double *yF, double *yC)
{
    for (int i = S - 1; i >= 0; --i) {
        for (int j = i; j >= 0; --j) {
            const double here = yF[i*S + j];
            double rest = F[j*S + j] > 0.0 ? here/(j < i ? F[j*S + j] : 2.0*F[j*S + j]) : NAN;

            if (j < i) {
                yF[j*S + j] -= rest*F[i*S + j];
            }
            for (int k = 0; k < j; ++k) {
                yF[i*S + k] -= rest*F[j*S + k];
                yF[j*S + k] -= rest*F[i*S + k];
            }
            yC[i*S + j] += rest;
            yF[i*S + j] = 0.0;
        }
    }
}

static int adatron_sign_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int adatron_sign_adjoint_checked(int K, int M, const adatron_sign_adjoint_params *params)
{
    if (K < 1) {
        return ADATRON_SIGN_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return ADATRON_SIGN_ADJOINT_BAD_M;
    }
    if (!params) {
        return ADATRON_SIGN_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return ADATRON_SIGN_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return ADATRON_SIGN_ADJOINT_BAD_eta_0;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return ADATRON_SIGN_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return ADATRON_SIGN_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return ADATRON_SIGN_ADJOINT_MISSING_T;
    }
    if (!adatron_sign_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return ADATRON_SIGN_ADJOINT_BAD_T;
    }
    if (params->u_labels && !adatron_sign_adjoint_all_finite((size_t)M, params->u_labels)) {
        return ADATRON_SIGN_ADJOINT_BAD_u_labels;
    }
return ADATRON_SIGN_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t adatron_sign_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double adatron_sign_adjoint_rhs_work(int K, int M, const adatron_sign_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*K*S + 1.0*K*K;
    size += 1.0*S + 1.0*M + 1.0 + 1.0*K + 1.0*K + 1.0*K + 1.0*K*S + 1.0*K*M;
    size += 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S;
    size += 1.0*K*S + 1.0*K*K + 1.0*S + 1.0*M + 1.0 + 1.0*K + 1.0*K + 1.0*K;
    size += 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void adatron_sign_adjoint_rhs_arrays(int K, int M, const adatron_sign_adjoint_params *params, const double *ADATRON_SIGN_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *ADATRON_SIGN_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *nodes = params->nodes;
    const double *weights = params->weights;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const int n_nodes = params->n_nodes;
    double *u_labels = work;
    double *C = work + (size_t)M;
    double *Co = C + (size_t)S*(size_t)S;
    double *F = Co + (size_t)S*(size_t)S;
    double *I2 = F + (size_t)S*(size_t)S;
    double *c0_labels = I2 + (size_t)S*(size_t)S;
    double *mc0 = c0_labels + (size_t)S;
    double *An = mc0 + (size_t)S;
    double *En = An + (size_t)K*(size_t)S;
    double *zn = En + (size_t)K*(size_t)K;
    double *g0n = zn + (size_t)S;
    double *s0n = g0n + (size_t)M;
    double *v0n = s0n + (size_t)1;
    double *l0n = v0n + (size_t)K;
    double *F0n = l0n + (size_t)K;
    double *A = F0n + (size_t)K;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *E = dw0 + (size_t)K;
    double *y_C = E + with_V*(size_t)K*(size_t)K;
    double *y_Co = y_C + (size_t)S*(size_t)S;
    double *y_F = y_Co + (size_t)S*(size_t)S;
    double *y_I2 = y_F + (size_t)S*(size_t)S;
    double *y_c0_labels = y_I2 + (size_t)S*(size_t)S;
    double *y_mc0 = y_c0_labels + (size_t)S;
    double *y_An = y_mc0 + (size_t)S;
    double *y_En = y_An + (size_t)K*(size_t)S;
    double *y_zn = y_En + (size_t)K*(size_t)K;
    double *y_g0n = y_zn + (size_t)S;
    double *y_s0n = y_g0n + (size_t)M;
    double *y_v0n = y_s0n + (size_t)1;
    double *y_l0n = y_v0n + (size_t)K;
    double *y_F0n = y_l0n + (size_t)K;
    double *y_A = y_F0n + (size_t)K;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_E = y_dw0 + (size_t)K;

    (void)w0;
    (void)with_V;
    for (int n = 0; n < M; ++n) {
        u_labels[n] = params->u_labels ? params->u_labels[n] : 1.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[adatron_sign_adjoint_packed(K, k, l)];
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
    /* Co: C with its fields in the order M, K */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Co[(M + k)*S + M + l] = C[k*S + l];
            Co[(M + l)*S + M + k] = Co[(M + k)*S + M + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            Co[(M + k)*S + n] = C[k*S + K + n];
            Co[n*S + M + k] = Co[(M + k)*S + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Co[n*S + m] = C[(K + n)*S + K + m];
            Co[m*S + n] = Co[n*S + m];
        }
    }
    /* F: lower triangular factor of that covariance */
    adatron_sign_adjoint_factor(S, Co, F);
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i + 1; j < S; ++j) {
            I2[i*S + j] = 0.63661977236758138*atan2(C[i*S + j], adatron_sign_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])));
            I2[j*S + i] = I2[i*S + j];
        }
    }
    for (int i = 0; i < S; ++i) {
        I2[i*S + i] = 1.0;
    }
    /* c0_labels: c = (head, -u) in the task labels */
    for (int k = 0; k < K; ++k) {
        c0_labels[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_labels[K + n] = -u_labels[n];
    }
    /* mc0: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0[i] = c0_labels[i];
    }
    /* An: <F_k z_i> over the fields, by nodes */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            An[k*S + i] = 0.0;
        }
    }
    /* En: <F_k F_l> over the fields, by nodes */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            En[k*K + l] = 0.0;
        }
    }
    for (int e = 0; e < n_nodes; ++e) {
        /* zn: fields at a node */
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum2 += (F[(M + k)*S + j]*nodes[e*S + j]);
            }
            zn[k] = sum2;
        }
        for (int n = 0; n < M; ++n) {
            double sum2 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum2 += (F[n*S + j]*nodes[e*S + j]);
            }
            zn[K + n] = sum2;
        }
        /* g0n: g at a node */
        for (int n = 0; n < M; ++n) {
            g0n[n] = (((zn[K + n]) > 0) - ((zn[K + n]) < 0));
        }
        /* s0n: a sum over units at a node */
        {
            double sum2 = 0.0;
            for (int q = 0; q < M; ++q) {
                sum2 += (c0_labels[K + q]*g0n[q]);
            }
            *s0n = -1.0 * sum2;
        }
        /* v0n: argument of a function of the loss at a node */
        for (int k = 0; k < K; ++k) {
            v0n[k] = -(*s0n)*zn[k];
        }
        /* l0n: that function at a node */
        for (int k = 0; k < K; ++k) {
            l0n[k] = 0.5*fabs(v0n[k]) + 0.5*v0n[k];
        }
        /* F0n: minus the coefficient of the step at a node */
        for (int k = 0; k < K; ++k) {
            F0n[k] = -(*s0n)*l0n[k];
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                An[k*S + i] += F0n[k]*weights[e]*zn[i];
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    En[k*K + l] += F0n[k]*F0n[l]*weights[e];
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            En[l*K + k] = En[k*K + l];
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            A[k*S + i] = -params->eta_J*An[k*S + i];
        }
    }
    if (isfinite(params->V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = (params->eta_J*params->eta_J)*En[k*K + l]/params->V;
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
            dQ[adatron_sign_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[adatron_sign_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[adatron_sign_adjoint_packed(K, k, l)] += E[k*K + l];
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
    (void)y_Co;
    (void)y_F;
    (void)y_I2;
    (void)y_c0_labels;
    (void)y_mc0;
    (void)y_An;
    (void)y_En;
    (void)y_zn;
    (void)y_g0n;
    (void)y_s0n;
    (void)y_v0n;
    (void)y_l0n;
    (void)y_F0n;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*adatron_sign_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + adatron_sign_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + adatron_sign_adjoint_state_size(K, M) + 1;
        double *y_decay = result + adatron_sign_adjoint_state_size(K, M) + 2;
        double *y_V = result + adatron_sign_adjoint_state_size(K, M) + 3;

        for (size_t p = 0; p < adatron_sign_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*adatron_sign_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*adatron_sign_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*adatron_sign_adjoint_state_size(K, M) + overlaps + p];
        }
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_eta_0;
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
                        const double here = y_dQ[adatron_sign_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[adatron_sign_adjoint_packed(K, k, l)];

                    y_dQ[adatron_sign_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[adatron_sign_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[adatron_sign_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[adatron_sign_adjoint_packed(K, k, l)];
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
                        const double here = y_E[k*K + l];

                        y_E[k*K + l] = 0.0;
                        if (here != 0.0) {
                            y_En[k*K + l] += (params->eta_J*params->eta_J)*here/params->V;
                            (*y_V) += -(params->eta_J*params->eta_J)*here*En[k*K + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*params->eta_J*here*En[k*K + l]/params->V;
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
                        y_An[k*S + i] += -params->eta_J*here;
                        (*y_eta_J) += -here*An[k*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                adatron_sign_adjoint_image(&y_En[k*K + l], &y_En[l*K + k]);
            }
        }
        for (int e = 0; e < n_nodes; ++e) {
            for (int k = 0; k < K; ++k) {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum3 += (F[(M + k)*S + j]*nodes[e*S + j]);
                }
                zn[k] = sum3;
            }
            for (int n = 0; n < M; ++n) {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum3 += (F[n*S + j]*nodes[e*S + j]);
                }
                zn[K + n] = sum3;
            }
            for (int n = 0; n < M; ++n) {
                g0n[n] = (((zn[K + n]) > 0) - ((zn[K + n]) < 0));
            }
            {
                double sum3 = 0.0;
                for (int q = 0; q < M; ++q) {
                    sum3 += (c0_labels[K + q]*g0n[q]);
                }
                *s0n = -1.0 * sum3;
            }
            for (int k = 0; k < K; ++k) {
                v0n[k] = -(*s0n)*zn[k];
            }
            for (int k = 0; k < K; ++k) {
                l0n[k] = 0.5*fabs(v0n[k]) + 0.5*v0n[k];
            }
            for (int k = 0; k < K; ++k) {
                F0n[k] = -(*s0n)*l0n[k];
            }
            if (isfinite(params->V)) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        {
                            const double here = y_En[k*K + l];

                            if (here != 0.0) {
                                y_F0n[k] += here*F0n[l]*weights[e];
                                y_F0n[l] += here*F0n[k]*weights[e];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_An[k*S + i];

                        if (here != 0.0) {
                            y_F0n[k] += here*weights[e]*zn[i];
                            y_zn[i] += here*F0n[k]*weights[e];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_F0n[k];

                    y_F0n[k] = 0.0;
                    if (here != 0.0) {
                        y_l0n[k] += -here*(*s0n);
                        (*y_s0n) += -here*l0n[k];
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_l0n[k];

                    y_l0n[k] = 0.0;
                    if (here != 0.0) {
                        const double b_p_0 = 0.5*here;
                        y_v0n[k] += b_p_0*(((v0n[k]) > 0) - ((v0n[k]) < 0)) + 0.5*here;
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_v0n[k];

                    y_v0n[k] = 0.0;
                    if (here != 0.0) {
                        (*y_s0n) += -here*zn[k];
                        y_zn[k] += -here*(*s0n);
                    }
                }
            }
            {
                const double here = *y_s0n;

                *y_s0n = 0.0;
                if (here != 0.0) {
                    for (int q = 0; q < M; ++q) {
                        y_c0_labels[K + q] += -here*g0n[q];
                        y_g0n[q] += -here*c0_labels[K + q];
                    }
                }
            }
            for (int n = 0; n < M; ++n) {
                y_g0n[n] = 0.0;
            }
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_zn[K + n];

                    y_zn[K + n] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_F[n*S + j] += here*nodes[e*S + j];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_zn[k];

                    y_zn[k] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_F[(M + k)*S + j] += here*nodes[e*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                y_En[k*K + l] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                y_An[k*S + i] = 0.0;
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0[i];

                y_mc0[i] = 0.0;
                if (here != 0.0) {
                    y_c0_labels[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_labels[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_labels[k];

                y_c0_labels[k] = 0.0;
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
                adatron_sign_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
                {
                    const double here = y_I2[i*S + j];

                    y_I2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + i]*C[j*S + j];
                        const double p_1 = (C[i*S + j]*C[i*S + j]);
                        const double p_2 = adatron_sign_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))))*C[i*S + j];
                        const double b_p_1 = -b_p_2*adatron_sign_adjoint_half(adatron_sign_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*adatron_sign_adjoint_half(adatron_sign_adjoint_root(p_0, p_1));
                        y_C[i*S + j] += 2.0*b_p_1*C[i*S + j] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))));
                        y_C[i*S + i] += b_p_0*C[j*S + j];
                        y_C[j*S + j] += b_p_0*C[i*S + i];
                    }
                }
            }
        }
        adatron_sign_adjoint_factor_back(S, F, y_F, y_Co);
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                adatron_sign_adjoint_image(&y_Co[n*S + m], &y_Co[m*S + n]);
                {
                    const double here = y_Co[n*S + m];

                    y_Co[n*S + m] = 0.0;
                    if (here != 0.0) {
                        y_C[(K + n)*S + K + m] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                adatron_sign_adjoint_image(&y_Co[(M + k)*S + n], &y_Co[n*S + M + k]);
                {
                    const double here = y_Co[(M + k)*S + n];

                    y_Co[(M + k)*S + n] = 0.0;
                    if (here != 0.0) {
                        y_C[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                adatron_sign_adjoint_image(&y_Co[(M + k)*S + M + l], &y_Co[(M + l)*S + M + k]);
                {
                    const double here = y_Co[(M + k)*S + M + l];

                    y_Co[(M + k)*S + M + l] = 0.0;
                    if (here != 0.0) {
                        y_C[k*S + l] += here;
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
                        y_Q[adatron_sign_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int adatron_sign_adjoint_rhs(int K, int M, const adatron_sign_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = adatron_sign_adjoint_state_size(K, M);
    const int status = adatron_sign_adjoint_checked(K, M, params);

    if (status != ADATRON_SIGN_ADJOINT_OK) {
        return status;
    }
    if (!adatron_sign_adjoint_counted(adatron_sign_adjoint_rhs_work(K, M, params))) {
        return ADATRON_SIGN_ADJOINT_TOO_LARGE;
    }
    if (!(params->nodes && params->weights && params->n_nodes > 0)) {
        return ADATRON_SIGN_ADJOINT_NODES;
    }
    if (!adatron_sign_adjoint_all_finite(n, state) || !adatron_sign_adjoint_all_finite(count*n, factors)) {
        return ADATRON_SIGN_ADJOINT_NONFINITE;
    }
    adatron_sign_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!adatron_sign_adjoint_all_finite(count*adatron_sign_adjoint_row_size(K, M), results)) {
        return ADATRON_SIGN_ADJOINT_DOMAIN;
    }
    return ADATRON_SIGN_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double adatron_sign_adjoint_eps_g_work(int K, int M, const adatron_sign_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S*S + 1.0*S;
    size += 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void adatron_sign_adjoint_eps_g_arrays(int K, int M, const adatron_sign_adjoint_params *params, const double *ADATRON_SIGN_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *ADATRON_SIGN_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    double *u_labels = work;
    double *C = work + (size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *c0_labels = I2 + (size_t)S*(size_t)S;
    double *G0 = c0_labels + (size_t)S;
    double *eps_g = G0 + (size_t)S*(size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_I2 = y_C + (size_t)S*(size_t)S;
    double *y_c0_labels = y_I2 + (size_t)S*(size_t)S;
    double *y_G0 = y_c0_labels + (size_t)S;
    double *y_eps_g = y_G0 + (size_t)S*(size_t)S;

    (void)w0;
    for (int n = 0; n < M; ++n) {
        u_labels[n] = params->u_labels ? params->u_labels[n] : 1.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[adatron_sign_adjoint_packed(K, k, l)];
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
            I2[i*S + j] = 0.63661977236758138*atan2(C[i*S + j], adatron_sign_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])));
            I2[j*S + i] = I2[i*S + j];
        }
    }
    for (int i = 0; i < S; ++i) {
        I2[i*S + i] = 1.0;
    }
    /* c0_labels: c = (head, -u) in the task labels */
    for (int k = 0; k < K; ++k) {
        c0_labels[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_labels[K + n] = -u_labels[n];
    }
    /* G0: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G0[i*S + j] = c0_labels[i]*c0_labels[j];
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
    (void)y_c0_labels;
    (void)y_G0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*adatron_sign_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + adatron_sign_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + adatron_sign_adjoint_state_size(K, M) + 1;
        double *y_decay = result + adatron_sign_adjoint_state_size(K, M) + 2;
        double *y_V = result + adatron_sign_adjoint_state_size(K, M) + 3;

        for (size_t p = 0; p < adatron_sign_adjoint_row_size(K, M); ++p) {
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
                {
                    const double here = y_G0[i*S + j];

                    y_G0[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_c0_labels[i] += here*c0_labels[j];
                        y_c0_labels[j] += here*c0_labels[i];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_labels[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_labels[k];

                y_c0_labels[k] = 0.0;
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
                adatron_sign_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
                {
                    const double here = y_I2[i*S + j];

                    y_I2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + i]*C[j*S + j];
                        const double p_1 = (C[i*S + j]*C[i*S + j]);
                        const double p_2 = adatron_sign_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))))*C[i*S + j];
                        const double b_p_1 = -b_p_2*adatron_sign_adjoint_half(adatron_sign_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*adatron_sign_adjoint_half(adatron_sign_adjoint_root(p_0, p_1));
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
                        y_Q[adatron_sign_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int adatron_sign_adjoint_eps_g(int K, int M, const adatron_sign_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = adatron_sign_adjoint_state_size(K, M);
    const int status = adatron_sign_adjoint_checked(K, M, params);

    if (status != ADATRON_SIGN_ADJOINT_OK) {
        return status;
    }
    if (!adatron_sign_adjoint_counted(adatron_sign_adjoint_eps_g_work(K, M, params))) {
        return ADATRON_SIGN_ADJOINT_TOO_LARGE;
    }
    if (!adatron_sign_adjoint_all_finite(n, state) || !adatron_sign_adjoint_all_finite(count, factors)) {
        return ADATRON_SIGN_ADJOINT_NONFINITE;
    }
    adatron_sign_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!adatron_sign_adjoint_all_finite(count*adatron_sign_adjoint_row_size(K, M), results)) {
        return ADATRON_SIGN_ADJOINT_DOMAIN;
    }
    return ADATRON_SIGN_ADJOINT_OK;
}

/* Generators of the lattices, one row for each number of points. */
static const int adatron_sign_adjoint_generators[5][14] = {
    {1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128},
    {1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413},
    {1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472},
    {1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729},
    {1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852}
};
static const int adatron_sign_adjoint_sizes[5] = {1021, 4093, 16381, 65521, 262139};

int adatron_sign_adjoint_node_count(int size)
{
    return (size + 1)/2;
}

int adatron_sign_adjoint_nodes(int K, int M, int size, double *nodes, double *weights)
{
    const int S = K + M;
    const double scale = S <= 5 ? 0.9 : S <= 8 ? 0.8 : 0.65;
    const int count = adatron_sign_adjoint_node_count(size);
    int row = 0;
    double total = 0.0;

    while (row < 5 && adatron_sign_adjoint_sizes[row] != size) {
        ++row;
    }
    if (K < 1) {
        return ADATRON_SIGN_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return ADATRON_SIGN_ADJOINT_BAD_M;
    }
    if (row == 5) {
        return ADATRON_SIGN_ADJOINT_RULE;
    }
    if (S > 14) {
        return ADATRON_SIGN_ADJOINT_RULE_UNITS;
    }
    for (int e = 0; e < count; ++e) {
        double density = e > 0 ? 2.0 : 1.0;

        for (int i = 0; i < S; ++i) {
            const double u = fmod((double)((long long)e*adatron_sign_adjoint_generators[row][i] % size)/size + 0.5, 1.0);
            const double x = scale*log(u/(1.0 - u));

            if (i < M) { /* no point crosses the jump at zero */
                const double v = fabs(2.0*u - 1.0);
                const double r = v/(1.0 - v);
                const double y = (u > 0.5 ? 1.0 : -1.0)*log1p(r*r);

                nodes[e*S + i] = y;
                density *= exp(-0.5*y*y)*r/((1.0 + r*r)*(1.0 - v)*(1.0 - v));
                continue;
            }
            nodes[e*S + i] = x;
            density *= exp(-0.5*x*x)/(u*(1.0 - u));
        }
        weights[e] = density;
        total += density;
    }
    for (int e = 0; e < count; ++e) {
        weights[e] /= total;
    }
    return ADATRON_SIGN_ADJOINT_OK;
}

size_t adatron_sign_adjoint_work_size(int K, int M, const adatron_sign_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, adatron_sign_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, adatron_sign_adjoint_eps_g_work(K, M, params));
    return adatron_sign_adjoint_counted(arrays);
}


int adatron_sign_adjoint_check(int version, size_t size)
{
    return version == ADATRON_SIGN_ADJOINT_ABI && size == sizeof(adatron_sign_adjoint_params) ? ADATRON_SIGN_ADJOINT_OK : ADATRON_SIGN_ADJOINT_LAYOUT;
}

const char *adatron_sign_adjoint_strerror(int status)
{
    switch (status) {
    case ADATRON_SIGN_ADJOINT_OK:
        return "ok";
    case ADATRON_SIGN_ADJOINT_BAD_K:
        return "K is less than 1";
    case ADATRON_SIGN_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case ADATRON_SIGN_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case ADATRON_SIGN_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case ADATRON_SIGN_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case ADATRON_SIGN_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case ADATRON_SIGN_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case ADATRON_SIGN_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case ADATRON_SIGN_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case ADATRON_SIGN_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case ADATRON_SIGN_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case ADATRON_SIGN_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case ADATRON_SIGN_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case ADATRON_SIGN_ADJOINT_NODES:
        return "nodes and weights are missing";
    case ADATRON_SIGN_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case ADATRON_SIGN_ADJOINT_BAD_M:
        return "M is less than 1";
    case ADATRON_SIGN_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case ADATRON_SIGN_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case ADATRON_SIGN_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case ADATRON_SIGN_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case ADATRON_SIGN_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case ADATRON_SIGN_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case ADATRON_SIGN_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case ADATRON_SIGN_ADJOINT_NULL_WORK:
        return "work is NULL";
    case ADATRON_SIGN_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case ADATRON_SIGN_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case ADATRON_SIGN_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case ADATRON_SIGN_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case ADATRON_SIGN_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case ADATRON_SIGN_ADJOINT_BAD_V:
        return "V is not at least 1";
    case ADATRON_SIGN_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case ADATRON_SIGN_ADJOINT_BAD_u_labels:
        return "u_labels has an element that is not finite";
    case ADATRON_SIGN_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case ADATRON_SIGN_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
