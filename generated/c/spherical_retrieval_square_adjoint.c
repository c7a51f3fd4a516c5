/*
 * spherical_retrieval_square_adjoint.c - Phase retrieval: spherical SGD of a learner of quadratic units
 *
 * Emitted by orderode 0.1.0 from the system spherical_retrieval_square_adjoint, digest 83a97f1dddb03141. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in spherical_retrieval_square_adjoint.h.
 */
#include "spherical_retrieval_square_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RESTRICT
#else
#define SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RESTRICT restrict
#endif

void spherical_retrieval_square_adjoint_defaults(spherical_retrieval_square_adjoint_params *params)
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

size_t spherical_retrieval_square_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t spherical_retrieval_square_adjoint_row_size(int K, int M)
{
    return spherical_retrieval_square_adjoint_state_size(K, M) + 5;
}

/* The slope of an element that is a copy of another goes to that. */
static void spherical_retrieval_square_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int spherical_retrieval_square_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int spherical_retrieval_square_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int spherical_retrieval_square_adjoint_checked(int K, int M, const spherical_retrieval_square_adjoint_params *params)
{
    if (K < 1) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_M;
    }
    if (!params) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_MISSING_T;
    }
    if (!spherical_retrieval_square_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_T;
    }
    if (params->mean && !spherical_retrieval_square_adjoint_all_finite((size_t)M, params->mean)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_mean;
    }
    if (params->cov && !spherical_retrieval_square_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !spherical_retrieval_square_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_kurtosis;
    }
return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t spherical_retrieval_square_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double spherical_retrieval_square_adjoint_rhs_work(int K, int M, const spherical_retrieval_square_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K + 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*S*S*K*K + 1.0*S*S*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void spherical_retrieval_square_adjoint_rhs_arrays(int K, int M, const spherical_retrieval_square_adjoint_params *params, const double *SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RESTRICT work)
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
    double *ll = A + (size_t)K*(size_t)S;
    double *dR = ll + (size_t)K;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *J2 = dw0 + (size_t)K;
    double *E = J2 + with_V*(size_t)K*(size_t)K;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r0 = kappa + with_V_kurtosis*(size_t)M;
    double *y_C = r0 + with_V_kurtosis*(size_t)S*(size_t)S*(size_t)K*(size_t)K;
    double *y_mc0 = y_C + (size_t)S*(size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_A = y_G0 + (size_t)S*(size_t)S;
    double *y_ll = y_A + (size_t)K*(size_t)S;
    double *y_dR = y_ll + (size_t)K;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_J2 = y_dw0 + (size_t)K;
    double *y_E = y_J2 + with_V*(size_t)K*(size_t)K;
    double *y_r0 = y_E + with_V*(size_t)K*(size_t)K;

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
            C[k*S + l] = Q[spherical_retrieval_square_adjoint_packed(K, k, l)];
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
                J2[k*K + l] = 4.0*C[k*S + l];
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
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((4.0*C[i*S + j]*C[k*S + j] + 2.0*C[j*S + j]*C[k*S + i])*G0[k*S + j]);
            }
            A[k*S + i] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        /* r0: 4*C[i, i]*C[j, j]*C[k, l] + 8*C[i, i]*C[k, j]*C[l, j] + 8*C[i, j]**2*C[k, l] + 16*C[i, j]*C[k, i]*C[l, j] + 16*C[i, j]*C[k, j]*C[l, i] + 8*C[j, j]*C[k, i]*C[l, i] */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        r0[((i*S + j)*K + k)*K + l] = 4.0*C[i*S + i]*C[j*S + j]*C[k*S + l] + 8.0*C[i*S + i]*C[j*S + k]*C[j*S + l] + 8.0*(C[i*S + j]*C[i*S + j])*C[k*S + l] + 16.0*C[i*S + j]*C[i*S + k]*C[j*S + l] + 16.0*C[i*S + j]*C[i*S + l]*C[j*S + k] + 8.0*C[i*S + k]*C[i*S + l]*C[j*S + j];
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*(4.0*C[i*S + i]*C[j*S + j]*C[k*S + l] + 8.0*C[i*S + i]*C[k*S + j]*C[l*S + j] + 8.0*(C[i*S + j]*C[i*S + j])*C[k*S + l] + 16.0*C[i*S + j]*C[k*S + i]*C[l*S + j] + 16.0*C[i*S + j]*C[k*S + j]*C[l*S + i] + 8.0*C[j*S + j]*C[k*S + i]*C[l*S + i]));
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
                    for (int j = 0; j < S; ++j) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]*r0[((i*S + j)*K + k)*K + l]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
    }
    /* ll: l[k] = dQ_kk/(2 Q_kk), what a step adds to a length that is taken back */
    for (int k = 0; k < K; ++k) {
        ll[k] = -params->decay*params->eta_J + (((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)])))*((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)]))))*A[k*S + k];
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            ll[k] += 0.5*(((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)])))*((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)]))))*E[k*K + k];
        }
    }
    /* dR: dR/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->decay*params->eta_J*R[k*M + n] + A[k*S + K + n] - R[k*M + n]*ll[k];
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[spherical_retrieval_square_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[spherical_retrieval_square_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k] - Q[spherical_retrieval_square_adjoint_packed(K, k, l)]*ll[k] - Q[spherical_retrieval_square_adjoint_packed(K, k, l)]*ll[l];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[spherical_retrieval_square_adjoint_packed(K, k, l)] += E[k*K + l];
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
            sum1 += ((C[i*S + i]*C[k*S + k] + 2.0*(C[k*S + i]*C[k*S + i]))*mc0[i]);
        }
        dw0[k] += -params->eta_0 * sum1;
    }
    (void)y_C;
    (void)y_mc0;
    (void)y_G0;
    (void)y_A;
    (void)y_ll;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_J2;
    (void)y_E;
    (void)y_r0;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*spherical_retrieval_square_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + spherical_retrieval_square_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + spherical_retrieval_square_adjoint_state_size(K, M) + 1;
        double *y_noise = result + spherical_retrieval_square_adjoint_state_size(K, M) + 2;
        double *y_decay = result + spherical_retrieval_square_adjoint_state_size(K, M) + 3;
        double *y_V = result + spherical_retrieval_square_adjoint_state_size(K, M) + 4;

        for (size_t p = 0; p < spherical_retrieval_square_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_r0 + with_V_kurtosis*(size_t)S*(size_t)S*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*spherical_retrieval_square_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*spherical_retrieval_square_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*spherical_retrieval_square_adjoint_state_size(K, M) + overlaps + p];
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
                        const double p_0 = C[i*S + i]*C[k*S + k] + 2.0*(C[k*S + i]*C[k*S + i]);
                        const double b_p_0 = -params->eta_0*here*mc0[i];
                        (*y_eta_0) += -here*p_0*mc0[i];
                        y_mc0[i] += -params->eta_0*here*p_0;
                        y_C[i*S + i] += b_p_0*C[k*S + k];
                        y_C[k*S + i] += 4.0*b_p_0*C[k*S + i];
                        y_C[k*S + k] += b_p_0*C[i*S + i];
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
                        const double here = y_dQ[spherical_retrieval_square_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[spherical_retrieval_square_adjoint_packed(K, k, l)];

                    y_dQ[spherical_retrieval_square_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[spherical_retrieval_square_adjoint_packed(K, k, l)] += here*(-2.0*params->decay*params->eta_J - ll[k] - ll[l]);
                        (*y_decay) += -2.0*params->eta_J*here*Q[spherical_retrieval_square_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[spherical_retrieval_square_adjoint_packed(K, k, l)];
                        y_ll[k] += -here*Q[spherical_retrieval_square_adjoint_packed(K, k, l)];
                        y_ll[l] += -here*Q[spherical_retrieval_square_adjoint_packed(K, k, l)];
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
                        y_R[k*M + n] += here*(-params->decay*params->eta_J - ll[k]);
                        (*y_decay) += -params->eta_J*here*R[k*M + n];
                        (*y_eta_J) += -params->decay*here*R[k*M + n];
                        y_ll[k] += -here*R[k*M + n];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_ll[k];

                    if (here != 0.0) {
                        const double p_0 = (1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)]));
                        const double b_p_0 = here*p_0*E[k*K + k];
                        y_E[k*K + k] += 0.5*here*(p_0*p_0);
                        y_Q[spherical_retrieval_square_adjoint_packed(K, k, k)] += -0.5*b_p_0*(((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)])))*((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)])))*((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)]))));
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_ll[k];

                y_ll[k] = 0.0;
                if (here != 0.0) {
                    const double p_0 = (1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)]));
                    const double b_p_0 = 2.0*here*p_0*A[k*S + k];
                    y_A[k*S + k] += here*(p_0*p_0);
                    (*y_decay) += -params->eta_J*here;
                    (*y_eta_J) += -params->decay*here;
                    y_Q[spherical_retrieval_square_adjoint_packed(K, k, k)] += -0.5*b_p_0*(((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)])))*((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)])))*((1.0 / sqrt(Q[spherical_retrieval_square_adjoint_packed(K, k, k)]))));
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
                                        const double p_0 = (params->eta_J*params->eta_J)*L0[i*M + p]*kappa[p]/params->V;
                                        const double p_1 = L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*r0[((i*S + j)*K + k)*K + l];
                                        const double b_p_1 = here*p_0;
                                        const double b_p_0 = here*p_1;
                                        y_r0[((i*S + j)*K + k)*K + l] += b_p_1*L0[j*M + p]*L0[k*M + p]*L0[l*M + p];
                                        (*y_V) += -b_p_0*(params->eta_J*params->eta_J)*L0[i*M + p]*kappa[p]/(params->V*params->V);
                                        (*y_eta_J) += 2.0*b_p_0*params->eta_J*L0[i*M + p]*kappa[p]/params->V;
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
                                    const double p_3 = 4.0*C[i*S + i]*C[j*S + j]*C[k*S + l] + 8.0*C[i*S + i]*C[k*S + j]*C[l*S + j] + 8.0*(C[i*S + j]*C[i*S + j])*C[k*S + l] + 16.0*C[i*S + j]*C[k*S + i]*C[l*S + j] + 16.0*C[i*S + j]*C[k*S + j]*C[l*S + i] + 8.0*C[j*S + j]*C[k*S + i]*C[l*S + i];
                                    const double b_p_3 = (params->eta_J*params->eta_J)*here*p_2/params->V;
                                    const double b_p_2 = (params->eta_J*params->eta_J)*here*p_3/params->V;
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    (*y_V) += -(params->eta_J*params->eta_J)*here*p_2*p_3/(params->V*params->V);
                                    (*y_eta_J) += 2.0*params->eta_J*here*p_2*p_3/params->V;
                                    y_C[i*S + i] += b_p_3*(4.0*C[j*S + j]*C[k*S + l] + 8.0*C[k*S + j]*C[l*S + j]);
                                    y_C[i*S + j] += b_p_3*(16.0*C[i*S + j]*C[k*S + l] + 16.0*C[k*S + i]*C[l*S + j] + 16.0*C[k*S + j]*C[l*S + i]);
                                    y_C[j*S + j] += b_p_3*(4.0*C[i*S + i]*C[k*S + l] + 8.0*C[k*S + i]*C[l*S + i]);
                                    y_C[k*S + i] += b_p_3*(16.0*C[i*S + j]*C[l*S + j] + 8.0*C[j*S + j]*C[l*S + i]);
                                    y_C[k*S + j] += b_p_3*(8.0*C[i*S + i]*C[l*S + j] + 16.0*C[i*S + j]*C[l*S + i]);
                                    y_C[k*S + l] += b_p_3*(4.0*C[i*S + i]*C[j*S + j] + 8.0*(C[i*S + j]*C[i*S + j]));
                                    y_C[l*S + i] += b_p_3*(16.0*C[i*S + j]*C[k*S + j] + 8.0*C[j*S + j]*C[k*S + i]);
                                    y_C[l*S + j] += b_p_3*(8.0*C[i*S + i]*C[k*S + j] + 16.0*C[i*S + j]*C[k*S + i]);
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
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int k = 0; k < K; ++k) {
                        for (int l = k; l < K; ++l) {
                            {
                                const double here = y_r0[((i*S + j)*K + k)*K + l];

                                y_r0[((i*S + j)*K + k)*K + l] = 0.0;
                                if (here != 0.0) {
                                    y_C[i*S + i] += here*(4.0*C[j*S + j]*C[k*S + l] + 8.0*C[j*S + k]*C[j*S + l]);
                                    y_C[i*S + j] += here*(16.0*C[i*S + j]*C[k*S + l] + 16.0*C[i*S + k]*C[j*S + l] + 16.0*C[i*S + l]*C[j*S + k]);
                                    y_C[i*S + k] += here*(16.0*C[i*S + j]*C[j*S + l] + 8.0*C[i*S + l]*C[j*S + j]);
                                    y_C[i*S + l] += here*(16.0*C[i*S + j]*C[j*S + k] + 8.0*C[i*S + k]*C[j*S + j]);
                                    y_C[j*S + j] += here*(4.0*C[i*S + i]*C[k*S + l] + 8.0*C[i*S + k]*C[i*S + l]);
                                    y_C[j*S + k] += here*(8.0*C[i*S + i]*C[j*S + l] + 16.0*C[i*S + j]*C[i*S + l]);
                                    y_C[j*S + l] += here*(8.0*C[i*S + i]*C[j*S + k] + 16.0*C[i*S + j]*C[i*S + k]);
                                    y_C[k*S + l] += here*(4.0*C[i*S + i]*C[j*S + j] + 8.0*(C[i*S + j]*C[i*S + j]));
                                }
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

                    y_A[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = 4.0*C[i*S + j]*C[k*S + j] + 2.0*C[j*S + j]*C[k*S + i];
                            const double b_p_0 = -params->eta_J*here*G0[k*S + j];
                            y_G0[k*S + j] += -params->eta_J*here*p_0;
                            (*y_eta_J) += -here*p_0*G0[k*S + j];
                            y_C[i*S + j] += 4.0*b_p_0*C[k*S + j];
                            y_C[j*S + j] += 2.0*b_p_0*C[k*S + i];
                            y_C[k*S + i] += 2.0*b_p_0*C[j*S + j];
                            y_C[k*S + j] += 4.0*b_p_0*C[i*S + j];
                        }
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
                spherical_retrieval_square_adjoint_image(&y_G0[k*S + l], &y_G0[l*S + k]);
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
                    {
                        const double here = y_J2[k*K + l];

                        y_J2[k*K + l] = 0.0;
                        if (here != 0.0) {
                            y_C[k*S + l] += 4.0*here;
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                spherical_retrieval_square_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                spherical_retrieval_square_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                spherical_retrieval_square_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[spherical_retrieval_square_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int spherical_retrieval_square_adjoint_rhs(int K, int M, const spherical_retrieval_square_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = spherical_retrieval_square_adjoint_state_size(K, M);
    const int status = spherical_retrieval_square_adjoint_checked(K, M, params);

    if (status != SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_OK) {
        return status;
    }
    if (!spherical_retrieval_square_adjoint_counted(spherical_retrieval_square_adjoint_rhs_work(K, M, params))) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_TOO_LARGE;
    }
    if (!spherical_retrieval_square_adjoint_all_finite(n, state) || !spherical_retrieval_square_adjoint_all_finite(count*n, factors)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NONFINITE;
    }
    spherical_retrieval_square_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!spherical_retrieval_square_adjoint_all_finite(count*spherical_retrieval_square_adjoint_row_size(K, M), results)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_DOMAIN;
    }
    return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double spherical_retrieval_square_adjoint_eps_g_work(int K, int M, const spherical_retrieval_square_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void spherical_retrieval_square_adjoint_eps_g_arrays(int K, int M, const spherical_retrieval_square_adjoint_params *params, const double *SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RESTRICT work)
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
            C[k*S + l] = Q[spherical_retrieval_square_adjoint_packed(K, k, l)];
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
    /* eps_g: loss on fresh data */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((C[i*S + i]*C[j*S + j] + 2.0*(C[i*S + j]*C[i*S + j]))*G0[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
    (void)y_C;
    (void)y_mc0;
    (void)y_G0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*spherical_retrieval_square_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + spherical_retrieval_square_adjoint_state_size(K, M) + 0;
        double *y_eta_0 = result + spherical_retrieval_square_adjoint_state_size(K, M) + 1;
        double *y_noise = result + spherical_retrieval_square_adjoint_state_size(K, M) + 2;
        double *y_decay = result + spherical_retrieval_square_adjoint_state_size(K, M) + 3;
        double *y_V = result + spherical_retrieval_square_adjoint_state_size(K, M) + 4;

        for (size_t p = 0; p < spherical_retrieval_square_adjoint_row_size(K, M); ++p) {
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
                        const double p_0 = C[i*S + i]*C[j*S + j] + 2.0*(C[i*S + j]*C[i*S + j]);
                        const double b_p_0 = 0.5*here*G0[i*S + j];
                        y_G0[i*S + j] += 0.5*here*p_0;
                        y_C[i*S + i] += b_p_0*C[j*S + j];
                        y_C[i*S + j] += 4.0*b_p_0*C[i*S + j];
                        y_C[j*S + j] += b_p_0*C[i*S + i];
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
                        y_Q[spherical_retrieval_square_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int spherical_retrieval_square_adjoint_eps_g(int K, int M, const spherical_retrieval_square_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = spherical_retrieval_square_adjoint_state_size(K, M);
    const int status = spherical_retrieval_square_adjoint_checked(K, M, params);

    if (status != SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_OK) {
        return status;
    }
    if (!spherical_retrieval_square_adjoint_counted(spherical_retrieval_square_adjoint_eps_g_work(K, M, params))) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_TOO_LARGE;
    }
    if (!spherical_retrieval_square_adjoint_all_finite(n, state) || !spherical_retrieval_square_adjoint_all_finite(count, factors)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NONFINITE;
    }
    spherical_retrieval_square_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!spherical_retrieval_square_adjoint_all_finite(count*spherical_retrieval_square_adjoint_row_size(K, M), results)) {
        return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_DOMAIN;
    }
    return SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_OK;
}

size_t spherical_retrieval_square_adjoint_work_size(int K, int M, const spherical_retrieval_square_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, spherical_retrieval_square_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, spherical_retrieval_square_adjoint_eps_g_work(K, M, params));
    return spherical_retrieval_square_adjoint_counted(arrays);
}


int spherical_retrieval_square_adjoint_check(int version, size_t size)
{
    return version == SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_ABI && size == sizeof(spherical_retrieval_square_adjoint_params) ? SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_OK : SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_LAYOUT;
}

const char *spherical_retrieval_square_adjoint_strerror(int status)
{
    switch (status) {
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_OK:
        return "ok";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_K:
        return "K is less than 1";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_M:
        return "M is less than 1";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NULL_WORK:
        return "work is NULL";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_V:
        return "V is not at least 1";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case SPHERICAL_RETRIEVAL_SQUARE_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
