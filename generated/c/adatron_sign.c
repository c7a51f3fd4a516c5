/*
 * adatron_sign.c - Online AdaTron on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system adatron_sign, digest 558a4fb4c4491f65. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in adatron_sign.h.
 */
#include "adatron_sign.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define ADATRON_SIGN_RESTRICT
#else
#define ADATRON_SIGN_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = ADATRON_SIGN_K and M = ADATRON_SIGN_M where these are defined. */
#if defined(ADATRON_SIGN_K) && defined(__GNUC__)
#define ADATRON_SIGN_SIZED inline __attribute__((always_inline))
#else
#define ADATRON_SIGN_SIZED
#endif

void adatron_sign_defaults(adatron_sign_params *params)
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

size_t adatron_sign_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int adatron_sign_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double adatron_sign_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

/* Lower triangular F with F F^T = C, row by row; a column whose pivot is rounding only is zero. */
static void adatron_sign_factor(int S, const double *C, double *F)
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

static int adatron_sign_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int adatron_sign_checked(int K, int M, const adatron_sign_params *params)
{
    if (K < 1) {
        return ADATRON_SIGN_BAD_K;
    }
    if (M < 1) {
        return ADATRON_SIGN_BAD_M;
    }
    if (!params) {
        return ADATRON_SIGN_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return ADATRON_SIGN_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return ADATRON_SIGN_BAD_eta_0;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return ADATRON_SIGN_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return ADATRON_SIGN_BAD_V;
    }
    if (!params->T) {
        return ADATRON_SIGN_MISSING_T;
    }
    if (!adatron_sign_all_finite((size_t)M*(size_t)M, params->T)) {
        return ADATRON_SIGN_BAD_T;
    }
    if (params->u_labels && !adatron_sign_all_finite((size_t)M, params->u_labels)) {
        return ADATRON_SIGN_BAD_u_labels;
    }
return ADATRON_SIGN_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t adatron_sign_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int adatron_sign_general(int K, int M, const adatron_sign_params *params)
{
    int found = params->eta_0 != 0.0;

    (void)K;
    (void)M;
    return found;
}


/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double adatron_sign_rhs_work(int K, int M, const adatron_sign_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*K*S + 1.0*K*K;
    size += 1.0*S + 1.0*M + 1.0 + 1.0*K + 1.0*K + 1.0*K + 1.0*K*S;
    if (isfinite(params->V)) {
        size += 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static ADATRON_SIGN_SIZED void adatron_sign_rhs_arrays(int K, int M, const adatron_sign_params *params, const double *ADATRON_SIGN_RESTRICT state,
                                 double *ADATRON_SIGN_RESTRICT dstate, double *ADATRON_SIGN_RESTRICT work)
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
    int general = adatron_sign_general(K, M, params);
    const int n_nodes = params->n_nodes;
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
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
    double *E = A + (size_t)K*(size_t)S;

    (void)w0;
    (void)with_V;
    for (int n = 0; n < M; ++n) {
        u_labels[n] = params->u_labels ? params->u_labels[n] : 1.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[adatron_sign_packed(K, k, l)];
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
    adatron_sign_factor(S, Co, F);
    if (general) {
        /* I2: <g(z_i) g(z_j)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                I2[i*S + j] = 0.63661977236758138*atan2(C[i*S + j], adatron_sign_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])));
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
    }
    for (int n = 0; n < M; ++n) {
        c0_labels[K + n] = -u_labels[n];
    }
    if (general) {
        /* mc0: <c_i> over the task */
        for (int i = 0; i < S; ++i) {
            mc0[i] = c0_labels[i];
        }
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
            dQ[adatron_sign_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[adatron_sign_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[adatron_sign_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = 0.0;
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (I2[k*S + i]*mc0[i]);
            }
            dw0[k] += -params->eta_0 * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int adatron_sign_checked_rhs(int K, int M, const adatron_sign_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = adatron_sign_state_size(K, M);

    if (!(params->nodes && params->weights && params->n_nodes > 0)) {
        return ADATRON_SIGN_NODES;
    }
    if (!adatron_sign_all_finite(n, state)) {
        return ADATRON_SIGN_NONFINITE;
    }
#ifdef ADATRON_SIGN_K
    if (K == ADATRON_SIGN_K && M == ADATRON_SIGN_M) {
        adatron_sign_rhs_arrays(ADATRON_SIGN_K, ADATRON_SIGN_M, params, state, dstate, work);
        return adatron_sign_all_finite(n, dstate) ? ADATRON_SIGN_OK : ADATRON_SIGN_DOMAIN;
    }
#endif
    adatron_sign_rhs_arrays(K, M, params, state, dstate, work);
    return adatron_sign_all_finite(n, dstate) ? ADATRON_SIGN_OK : ADATRON_SIGN_DOMAIN;
}

int adatron_sign_rhs(int K, int M, const adatron_sign_params *params, const double *state, double *dstate, double *work)
{
    const int status = adatron_sign_checked(K, M, params);

    if (status != ADATRON_SIGN_OK) {
        return status;
    }
    if (!adatron_sign_counted(adatron_sign_rhs_work(K, M, params))) {
        return ADATRON_SIGN_TOO_LARGE;
    }
    return adatron_sign_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double adatron_sign_eps_g_work(int K, int M, const adatron_sign_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void adatron_sign_eps_g_arrays(int K, int M, const adatron_sign_params *params, const double *ADATRON_SIGN_RESTRICT state,
                                 double *eps_g, double *ADATRON_SIGN_RESTRICT work)
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

    (void)w0;
    for (int n = 0; n < M; ++n) {
        u_labels[n] = params->u_labels ? params->u_labels[n] : 1.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[adatron_sign_packed(K, k, l)];
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
            I2[i*S + j] = 0.63661977236758138*atan2(C[i*S + j], adatron_sign_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])));
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
}

int adatron_sign_eps_g(int K, int M, const adatron_sign_params *params, const double *state, double *eps_g, double *work)
{
    const int status = adatron_sign_checked(K, M, params);

    if (status != ADATRON_SIGN_OK) {
        return status;
    }
    if (!adatron_sign_counted(adatron_sign_eps_g_work(K, M, params))) {
        return ADATRON_SIGN_TOO_LARGE;
    }
    if (!adatron_sign_all_finite(adatron_sign_state_size(K, M), state)) {
        return ADATRON_SIGN_NONFINITE;
    }
    adatron_sign_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? ADATRON_SIGN_OK : ADATRON_SIGN_DOMAIN;
}

/* Generators of the lattices, one row for each number of points. */
static const int adatron_sign_generators[5][14] = {
    {1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128},
    {1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413},
    {1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472},
    {1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729},
    {1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852}
};
static const int adatron_sign_sizes[5] = {1021, 4093, 16381, 65521, 262139};

int adatron_sign_node_count(int size)
{
    return (size + 1)/2;
}

int adatron_sign_nodes(int K, int M, int size, double *nodes, double *weights)
{
    const int S = K + M;
    const double scale = S <= 5 ? 0.9 : S <= 8 ? 0.8 : 0.65;
    const int count = adatron_sign_node_count(size);
    int row = 0;
    double total = 0.0;

    while (row < 5 && adatron_sign_sizes[row] != size) {
        ++row;
    }
    if (K < 1) {
        return ADATRON_SIGN_BAD_K;
    }
    if (M < 1) {
        return ADATRON_SIGN_BAD_M;
    }
    if (row == 5) {
        return ADATRON_SIGN_RULE;
    }
    if (S > 14) {
        return ADATRON_SIGN_RULE_UNITS;
    }
    for (int e = 0; e < count; ++e) {
        double density = e > 0 ? 2.0 : 1.0;

        for (int i = 0; i < S; ++i) {
            const double u = fmod((double)((long long)e*adatron_sign_generators[row][i] % size)/size + 0.5, 1.0);
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
    return ADATRON_SIGN_OK;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { ADATRON_SIGN_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t adatron_sign_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t adatron_sign_work_size(int K, int M, const adatron_sign_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, adatron_sign_rhs_work(K, M, params));
    arrays = fmax(arrays, adatron_sign_eps_g_work(K, M, params));
    return adatron_sign_counted(ADATRON_SIGN_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)adatron_sign_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double adatron_sign_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void adatron_sign_between(int K, int M, const adatron_sign_params *params, const adatron_sign_params *then, double share, double *ramped, adatron_sign_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->decay = params->decay + share*(then->decay - params->decay);
    (void)K;
    (void)M;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int adatron_sign_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*adatron_sign_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[adatron_sign_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void adatron_sign_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void adatron_sign_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void adatron_sign_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double adatron_sign_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int adatron_sign_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int adatron_sign_integrate_ramped(int K, int M, const adatron_sign_params *params, const adatron_sign_params *then, const adatron_sign_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, adatron_sign_stats *stats, double *work)
{
    adatron_sign_stats local = {0, 0, 0, 0.0};
    adatron_sign_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    adatron_sign_params between;
    const adatron_sign_params *now = params;
    int status = adatron_sign_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return ADATRON_SIGN_NULL_OPTIONS;
    }
    if (!state0) {
        return ADATRON_SIGN_NULL_STATE;
    }
    if (!alphas) {
        return ADATRON_SIGN_NULL_TIMES;
    }
    if (!states) {
        return ADATRON_SIGN_NULL_RESULTS;
    }
    if (!work) {
        return ADATRON_SIGN_NULL_WORK;
    }
    if (n < 1) {
        return ADATRON_SIGN_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = adatron_sign_state_size(K, M);
    if (status == ADATRON_SIGN_OK && then) {
        status = adatron_sign_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == ADATRON_SIGN_OK && !adatron_sign_work_size(K, M, params)) {
        return ADATRON_SIGN_TOO_LARGE;
    }
    if (status == ADATRON_SIGN_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = ADATRON_SIGN_RTOL;
    }
    if (status == ADATRON_SIGN_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = ADATRON_SIGN_ATOL;
    }
    for (size_t s = 0; s < n && status == ADATRON_SIGN_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = ADATRON_SIGN_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == ADATRON_SIGN_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = ADATRON_SIGN_TIMES;
        }
    }
    if (status != ADATRON_SIGN_OK) {
        return adatron_sign_stop(status, 0, n, size, states);
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
    arrays = ramped + adatron_sign_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = adatron_sign_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == ADATRON_SIGN_OK && adatron_sign_norms_negative(K, M, 1, y)) {
        status = ADATRON_SIGN_NEGATIVE_NORM;
    }
    if (status != ADATRON_SIGN_OK) {
        return adatron_sign_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = adatron_sign_norm(size, y, y, y, rtol, atol);
        const double scale_f = adatron_sign_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? ADATRON_SIGN_STEP_LIMIT : ADATRON_SIGN_STEP_SIZE;

            return adatron_sign_stop(status == ADATRON_SIGN_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = ADATRON_SIGN_OK;
        for (int stage = 1; stage < 7 && status == ADATRON_SIGN_OK; ++stage) {
            adatron_sign_stage(stage, size, h, y, k, y_new);
            if (then) {
                adatron_sign_between(K, M, params, then, (alpha + adatron_sign_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = adatron_sign_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != ADATRON_SIGN_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        adatron_sign_error(size, h, k, dense[4]);
        error = adatron_sign_norm(size, dense[4], y, y_new, rtol, atol);
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
        adatron_sign_bend(size, h, k, dense[4]);
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
        if (adatron_sign_norms_negative(K, M, 1, y) || adatron_sign_norms_negative(K, M, next - first, states + first*size)) {
            return adatron_sign_stop(ADATRON_SIGN_NEGATIVE_NORM, first, n, size, states);
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
    return ADATRON_SIGN_OK;
}

int adatron_sign_integrate(int K, int M, const adatron_sign_params *params, const adatron_sign_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, adatron_sign_stats *stats, double *work)
{
    return adatron_sign_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int adatron_sign_check(int version, size_t size)
{
    return version == ADATRON_SIGN_ABI && size == sizeof(adatron_sign_params) ? ADATRON_SIGN_OK : ADATRON_SIGN_LAYOUT;
}

const char *adatron_sign_strerror(int status)
{
    switch (status) {
    case ADATRON_SIGN_OK:
        return "ok";
    case ADATRON_SIGN_BAD_K:
        return "K is less than 1";
    case ADATRON_SIGN_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case ADATRON_SIGN_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case ADATRON_SIGN_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case ADATRON_SIGN_STEP_LIMIT:
        return "step limit: max_steps reached";
    case ADATRON_SIGN_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case ADATRON_SIGN_NULL_PARAMS:
        return "params is NULL";
    case ADATRON_SIGN_TIMES:
        return "the times (alphas) do not increase";
    case ADATRON_SIGN_RTOL:
        return "rtol is negative or not finite";
    case ADATRON_SIGN_ATOL:
        return "atol is not positive or not finite";
    case ADATRON_SIGN_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case ADATRON_SIGN_OBSERVABLE:
        return "the observable is none of this model";
    case ADATRON_SIGN_RULE:
        return "the number of nodes (size) is that of no rule";
    case ADATRON_SIGN_NODES:
        return "nodes and weights are missing";
    case ADATRON_SIGN_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case ADATRON_SIGN_BAD_M:
        return "M is less than 1";
    case ADATRON_SIGN_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case ADATRON_SIGN_NO_TIMES:
        return "there are no times: n is 0";
    case ADATRON_SIGN_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case ADATRON_SIGN_NULL_OPTIONS:
        return "options is NULL";
    case ADATRON_SIGN_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case ADATRON_SIGN_NULL_TIMES:
        return "alphas is NULL";
    case ADATRON_SIGN_NULL_RESULTS:
        return "where the results go is NULL";
    case ADATRON_SIGN_NULL_WORK:
        return "work is NULL";
    case ADATRON_SIGN_NULL_REQUEST:
        return "request is NULL";
    case ADATRON_SIGN_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case ADATRON_SIGN_BAD_eta_J:
        return "eta_J is negative or not finite";
    case ADATRON_SIGN_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case ADATRON_SIGN_BAD_decay:
        return "decay is negative or not finite";
    case ADATRON_SIGN_BAD_V:
        return "V is not at least 1";
    case ADATRON_SIGN_BAD_T:
        return "T has an element that is not finite";
    case ADATRON_SIGN_BAD_u_labels:
        return "u_labels has an element that is not finite";
    case ADATRON_SIGN_MISSING_T:
        return "T is NULL, and has to be given";
    case ADATRON_SIGN_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
