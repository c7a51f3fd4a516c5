/*
 * anil_adjoint.c - ANIL: the head adapts in one inner step, exact outer gradient
 *
 * Emitted by orderode 0.1.0 from the system anil_adjoint, digest 3d1fb2b4c421731b. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in anil_adjoint.h.
 */
#include "anil_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define ANIL_ADJOINT_RESTRICT
#else
#define ANIL_ADJOINT_RESTRICT restrict
#endif

void anil_adjoint_defaults(anil_adjoint_params *params)
{
    params->eta_J = NAN;
    params->eta_w = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->V = INFINITY;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
}

size_t anil_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t anil_adjoint_row_size(int K, int M)
{
    return anil_adjoint_state_size(K, M) + 6;
}

/* The slope of an element that is a copy of another goes to that. */
static void anil_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int anil_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int anil_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int anil_adjoint_checked(int K, int M, const anil_adjoint_params *params)
{
    if (K < 1) {
        return ANIL_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return ANIL_ADJOINT_BAD_M;
    }
    if (!params) {
        return ANIL_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return ANIL_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return ANIL_ADJOINT_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return ANIL_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return ANIL_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return ANIL_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return ANIL_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return ANIL_ADJOINT_MISSING_T;
    }
    if (!anil_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return ANIL_ADJOINT_BAD_T;
    }
    if (params->mean && !anil_adjoint_all_finite((size_t)M, params->mean)) {
        return ANIL_ADJOINT_BAD_mean;
    }
    if (params->cov && !anil_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return ANIL_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !anil_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return ANIL_ADJOINT_BAD_kurtosis;
    }
return ANIL_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t anil_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double anil_adjoint_rhs_work(int K, int M, const anil_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*K*S*S + 1.0*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K;
    size += 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*K + 1.0*K*S;
    size += 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*K*S*S;
    size += 1.0*S*S + 1.0*K*S + 1.0*K*S*S + 1.0*K + 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S;
    size += 1.0*S + 1.0*S*S + 1.0*K*K + 1.0*K*S + 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K;
    size += 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K*S + 1.0*K*K + 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*K*S*S*K + 1.0*S*M + 1.0*K*S*S*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void anil_adjoint_rhs_arrays(int K, int M, const anil_adjoint_params *params, const double *ANIL_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *ANIL_ADJOINT_RESTRICT work)
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
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = cov_apart + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)S;
    double *I2 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *r1 = I2 + (size_t)S*(size_t)S;
    double *I3 = r1 + (size_t)K*(size_t)S;
    double *h = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *H = h + (size_t)K;
    double *mc = H + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *mc0 = G + (size_t)S*(size_t)S;
    double *GX = mc0 + (size_t)S;
    double *s1 = GX + (size_t)S*(size_t)S;
    double *s2 = s1 + (size_t)K*(size_t)K;
    double *A = s2 + (size_t)K*(size_t)S;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *s3 = dQ + (size_t)K*(size_t)K;
    double *dw0 = s3 + (size_t)K;
    double *J2 = dw0 + (size_t)K;
    double *r2 = J2 + with_V*(size_t)K*(size_t)K;
    double *E = r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *L = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r3 = kappa + with_V_kurtosis*(size_t)M;
    double *y_C = r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_C1 = y_r0 + (size_t)S;
    double *y_I2 = y_C1 + (size_t)K*(size_t)S*(size_t)S;
    double *y_r1 = y_I2 + (size_t)S*(size_t)S;
    double *y_I3 = y_r1 + (size_t)K*(size_t)S;
    double *y_h = y_I3 + (size_t)K*(size_t)S*(size_t)S;
    double *y_H = y_h + (size_t)K;
    double *y_mc = y_H + (size_t)K*(size_t)M;
    double *y_s0 = y_mc + (size_t)S;
    double *y_G = y_s0 + (size_t)M*(size_t)K;
    double *y_mc0 = y_G + (size_t)S*(size_t)S;
    double *y_GX = y_mc0 + (size_t)S;
    double *y_s1 = y_GX + (size_t)S*(size_t)S;
    double *y_s2 = y_s1 + (size_t)K*(size_t)K;
    double *y_A = y_s2 + (size_t)K*(size_t)S;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_s3 = y_dQ + (size_t)K*(size_t)K;
    double *y_dw0 = y_s3 + (size_t)K;
    double *y_J2 = y_dw0 + (size_t)K;
    double *y_r2 = y_J2 + with_V*(size_t)K*(size_t)K;
    double *y_E = y_r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *y_L = y_E + with_V*(size_t)K*(size_t)K;
    double *y_r3 = y_L + with_V_kurtosis*(size_t)S*(size_t)M;

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
            C[k*S + l] = Q[anil_adjoint_packed(K, k, l)];
            C[l*S + k] = C[k*S + l];
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
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* C1: covariance of the fields with the Gaussian weight of k absorbed */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                C1[(k*S + i)*S + j] = C[i*S + j] - C[k*S + i]*C[k*S + j]*(r0[k]*r0[k]);
                C1[(k*S + j)*S + i] = C1[(k*S + i)*S + j];
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
    /* r1: 1/sqrt(C1[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r1[k*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] + 1.0));
        }
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3[(k*S + i)*S + j] = 0.63661977236758138*C1[(k*S + i)*S + j]*r0[k]*r1[k*S + j];
            }
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
    /* H: its response to the task: w_k = h_k + sum_m H_km u_m */
    for (int k = 0; k < K; ++k) {
        for (int m = 0; m < M; ++m) {
            H[k*M + m] = params->eta_w*I2[k*S + K + m];
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        /* L: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                L[k*M + m] = H[k*M + m];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                L[(K + n)*M + m] = -(m == n ? 1.0 : 0.0);
            }
        }
        /* kappa: fourth cumulants of the task vector's components */
        for (int m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }
    /* mc: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc[k] = 0.0;
    }
    for (int k = 0; k < K; ++k) {
        mc[k] += h[k];
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int p = 0; p < M; ++p) {
            sum1 += (H[k*M + p]*mean[p]);
        }
        mc[k] += sum1;
    }
    for (int n = 0; n < M; ++n) {
        mc[K + n] = 0.0;
    }
    for (int n = 0; n < M; ++n) {
        mc[K + n] += -mean[n];
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
            G[l*S + k] = G[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G[k*S + l] += mc[k]*mc[l];
            G[l*S + k] = G[k*S + l];
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
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
            }
        }
    }
    /* mc0: <c_i> over the task */
    for (int k = 0; k < K; ++k) {
        mc0[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        mc0[K + n] = -mean[n];
    }
    /* GX: <c_i c_j> over the task, of c and c0 */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            GX[k*S + l] = 0.0;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            GX[k*S + l] += mc0[l]*mc[k];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            GX[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            GX[k*S + K + n] += mc0[K + n]*mc[k];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum1 += (H[k*M + p]*cov_apart[n*M + p]);
            }
            GX[k*S + K + n] += -1.0 * sum1;
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int k = 0; k < K; ++k) {
            GX[(K + n)*S + k] = 0.0;
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int k = 0; k < K; ++k) {
            GX[(K + n)*S + k] += mc0[k]*mc[K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            GX[(K + n)*S + K + m] = cov[n*M + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            GX[(K + n)*S + K + m] += mc0[K + m]*mc[K + n];
        }
    }
    /* s1: partial sum Sum(GX[j, k]*I2[l, j], (j, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (GX[j*S + k]*I2[l*S + j]);
            }
            s1[k*K + l] = sum1;
        }
    }
    /* s2: partial sum Sum(GX[r, j]*I2[k, r], (r, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        for (int j = 0; j < S; ++j) {
            double sum1 = 0.0;
            for (int r = 0; r < S; ++r) {
                sum1 += (GX[r*S + j]*I2[k*S + r]);
            }
            s2[k*S + j] = sum1;
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G[k*S + j]*I3[(k*S + i)*S + j]);
            }
            A[k*S + i] = -params->eta_J * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (I3[(k*S + i)*S + j]*s2[k*S + j]);
            }
            A[k*S + i] += params->eta_J*params->eta_w * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int l = 0; l < K; ++l) {
                sum1 += (I3[(k*S + i)*S + l]*s1[k*K + l]);
            }
            A[k*S + i] += params->eta_J*params->eta_w * sum1;
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
                E[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G[k*S + l]*J2[k*K + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i] - 2.0*mc[i]*mc[j]*mc[k]*mc[l])*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]));
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
                            sum2 += (L[i*M + p]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]*r3[((k*S + i)*S + j)*K + l]);
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
            dQ[anil_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[anil_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[anil_adjoint_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    /* s3: partial sum Sum(I2[l, i]*mc[i], (i, 1, K + M)) */
    for (int l = 0; l < K; ++l) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2[l*S + i]*mc[i]);
        }
        s3[l] = sum1;
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = 0.0;
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2[k*S + i]*mc[i]);
        }
        dw0[k] += -params->eta_0 * sum1;
    }
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int l = 0; l < K; ++l) {
            sum1 += (I2[k*S + l]*s3[l]);
        }
        dw0[k] += params->eta_0*params->eta_w * sum1;
    }
    (void)y_C;
    (void)y_r0;
    (void)y_C1;
    (void)y_I2;
    (void)y_r1;
    (void)y_I3;
    (void)y_h;
    (void)y_H;
    (void)y_mc;
    (void)y_s0;
    (void)y_G;
    (void)y_mc0;
    (void)y_GX;
    (void)y_s1;
    (void)y_s2;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_s3;
    (void)y_dw0;
    (void)y_J2;
    (void)y_r2;
    (void)y_E;
    (void)y_L;
    (void)y_r3;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*anil_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + anil_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + anil_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + anil_adjoint_state_size(K, M) + 2;
        double *y_noise = result + anil_adjoint_state_size(K, M) + 3;
        double *y_decay = result + anil_adjoint_state_size(K, M) + 4;
        double *y_V = result + anil_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < anil_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*anil_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*anil_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*anil_adjoint_state_size(K, M) + overlaps + p];
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
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    for (int l = 0; l < K; ++l) {
                        y_I2[k*S + l] += params->eta_0*params->eta_w*here*s3[l];
                        (*y_eta_0) += params->eta_w*here*I2[k*S + l]*s3[l];
                        (*y_eta_w) += params->eta_0*here*I2[k*S + l]*s3[l];
                        y_s3[l] += params->eta_0*params->eta_w*here*I2[k*S + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2[k*S + i] += -params->eta_0*here*mc[i];
                        (*y_eta_0) += -here*I2[k*S + i]*mc[i];
                        y_mc[i] += -params->eta_0*here*I2[k*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_dw0[k] = 0.0;
        }
        for (int l = 0; l < K; ++l) {
            {
                const double here = y_s3[l];

                y_s3[l] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2[l*S + i] += here*mc[i];
                        y_mc[i] += here*I2[l*S + i];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ[anil_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[anil_adjoint_packed(K, k, l)];

                    y_dQ[anil_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[anil_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[anil_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[anil_adjoint_packed(K, k, l)];
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
                                        const double p_2 = L[i*M + p]*L[j*M + p]*L[k*M + p];
                                        const double p_3 = L[l*M + p]*r1[k*S + l]*r3[((k*S + i)*S + j)*K + l];
                                        const double p_4 = p_0*p_1;
                                        const double p_5 = p_2*p_3;
                                        const double b_p_5 = here*p_4;
                                        const double b_p_4 = here*p_5;
                                        const double b_p_3 = b_p_5*p_2;
                                        const double b_p_2 = b_p_5*p_3;
                                        const double b_p_1 = b_p_4*p_0;
                                        const double b_p_0 = b_p_4*p_1;
                                        y_L[l*M + p] += b_p_3*r1[k*S + l]*r3[((k*S + i)*S + j)*K + l];
                                        y_r1[k*S + l] += b_p_3*L[l*M + p]*r3[((k*S + i)*S + j)*K + l];
                                        y_r3[((k*S + i)*S + j)*K + l] += b_p_3*L[l*M + p]*r1[k*S + l];
                                        y_L[i*M + p] += b_p_2*L[j*M + p]*L[k*M + p];
                                        y_L[j*M + p] += b_p_2*L[i*M + p]*L[k*M + p];
                                        y_L[k*M + p] += b_p_2*L[i*M + p]*L[j*M + p];
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
                                    const double p_0 = -2.0*mc[i];
                                    const double p_1 = mc[j]*mc[k]*mc[l];
                                    const double p_2 = p_0*p_1 + G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i];
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
                                    y_G[i*S + j] += b_p_2*G[k*S + l];
                                    y_G[k*S + i] += b_p_2*G[l*S + j];
                                    y_G[k*S + j] += b_p_2*G[l*S + i];
                                    y_G[k*S + l] += b_p_2*G[i*S + j];
                                    y_G[l*S + i] += b_p_2*G[k*S + j];
                                    y_G[l*S + j] += b_p_2*G[k*S + i];
                                    y_mc[j] += b_p_1*mc[k]*mc[l];
                                    y_mc[k] += b_p_1*mc[j]*mc[l];
                                    y_mc[l] += b_p_1*mc[j]*mc[k];
                                    y_mc[i] += -2.0*b_p_0;
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
                            const double p_1 = G[k*S + l]*J2[k*K + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G[k*S + l] += b_p_1*J2[k*K + l]/params->V;
                            y_J2[k*K + l] += b_p_1*G[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G[k*S + l]*J2[k*K + l]/(params->V*params->V);
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
                        for (int l = 0; l < K; ++l) {
                            y_I3[(k*S + i)*S + l] += params->eta_J*params->eta_w*here*s1[k*K + l];
                            (*y_eta_J) += params->eta_w*here*I3[(k*S + i)*S + l]*s1[k*K + l];
                            (*y_eta_w) += params->eta_J*here*I3[(k*S + i)*S + l]*s1[k*K + l];
                            y_s1[k*K + l] += params->eta_J*params->eta_w*here*I3[(k*S + i)*S + l];
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
                            y_I3[(k*S + i)*S + j] += params->eta_J*params->eta_w*here*s2[k*S + j];
                            (*y_eta_J) += params->eta_w*here*I3[(k*S + i)*S + j]*s2[k*S + j];
                            (*y_eta_w) += params->eta_J*here*I3[(k*S + i)*S + j]*s2[k*S + j];
                            y_s2[k*S + j] += params->eta_J*params->eta_w*here*I3[(k*S + i)*S + j];
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
                            y_G[k*S + j] += -params->eta_J*here*I3[(k*S + i)*S + j];
                            y_I3[(k*S + i)*S + j] += -params->eta_J*here*G[k*S + j];
                            (*y_eta_J) += -here*G[k*S + j]*I3[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_s2[k*S + j];

                    y_s2[k*S + j] = 0.0;
                    if (here != 0.0) {
                        for (int r = 0; r < S; ++r) {
                            y_GX[r*S + j] += here*I2[k*S + r];
                            y_I2[k*S + r] += here*GX[r*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_s1[k*K + l];

                    y_s1[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_GX[j*S + k] += here*I2[l*S + j];
                            y_I2[l*S + j] += here*GX[j*S + k];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                {
                    const double here = y_GX[(K + n)*S + K + m];

                    if (here != 0.0) {
                        y_mc0[K + m] += here*mc[K + n];
                        y_mc[K + n] += here*mc0[K + m];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                y_GX[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_GX[(K + n)*S + k];

                    if (here != 0.0) {
                        y_mc0[k] += here*mc[K + n];
                        y_mc[K + n] += here*mc0[k];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                y_GX[(K + n)*S + k] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_GX[k*S + K + n];

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
                    const double here = y_GX[k*S + K + n];

                    if (here != 0.0) {
                        y_mc0[K + n] += here*mc[k];
                        y_mc[k] += here*mc0[K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_GX[k*S + K + n];

                    y_GX[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_H[k*M + n] += -here*cov[n*M + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_GX[k*S + l];

                    if (here != 0.0) {
                        y_mc0[l] += here*mc[k];
                        y_mc[k] += here*mc0[l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                y_GX[k*S + l] = 0.0;
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
        }
        if (isfinite(params->V)) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_G[(K + n)*S + K + m] = 0.0;
                }
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
                anil_adjoint_image(&y_G[k*S + l], &y_G[l*S + k]);
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
                anil_adjoint_image(&y_G[k*S + l], &y_G[l*S + k]);
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

                if (here != 0.0) {
                    y_h[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_mc[k] = 0.0;
        }
        if (isfinite(params->V) && params->kurtosis) {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    y_L[(K + n)*M + m] = 0.0;
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_L[k*M + m];

                        y_L[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + m] += here;
                        }
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
                for (int j = 0; j < S; ++j) {
                    {
                        const double here = y_I3[(k*S + i)*S + j];

                        y_I3[(k*S + i)*S + j] = 0.0;
                        if (here != 0.0) {
                            const double b_p_0 = 0.63661977236758138*here;
                            y_C1[(k*S + i)*S + j] += b_p_0*r0[k]*r1[k*S + j];
                            y_r0[k] += b_p_0*C1[(k*S + i)*S + j]*r1[k*S + j];
                            y_r1[k*S + j] += b_p_0*C1[(k*S + i)*S + j]*r0[k];
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
                        const double p_0 = C1[(k*S + i)*S + i] + 1.0;
                        const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_C1[(k*S + i)*S + i] += b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int j = k; j < S; ++j) {
                anil_adjoint_image(&y_I2[k*S + j], &y_I2[j*S + k]);
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
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    anil_adjoint_image(&y_C1[(k*S + i)*S + j], &y_C1[(k*S + j)*S + i]);
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
                anil_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[anil_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int anil_adjoint_rhs(int K, int M, const anil_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = anil_adjoint_state_size(K, M);
    const int status = anil_adjoint_checked(K, M, params);

    if (status != ANIL_ADJOINT_OK) {
        return status;
    }
    if (!anil_adjoint_counted(anil_adjoint_rhs_work(K, M, params))) {
        return ANIL_ADJOINT_TOO_LARGE;
    }
    if (!anil_adjoint_all_finite(n, state) || !anil_adjoint_all_finite(count*n, factors)) {
        return ANIL_ADJOINT_NONFINITE;
    }
    anil_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!anil_adjoint_all_finite(count*anil_adjoint_row_size(K, M), results)) {
        return ANIL_ADJOINT_DOMAIN;
    }
    return ANIL_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double anil_adjoint_eps_g_work(int K, int M, const anil_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K*M + 1.0*S + 1.0*M*K;
    size += 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K*M + 1.0*S;
    size += 1.0*M*K + 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void anil_adjoint_eps_g_arrays(int K, int M, const anil_adjoint_params *params, const double *ANIL_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *ANIL_ADJOINT_RESTRICT work)
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
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = cov_apart + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *I2 = r0 + (size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *H = h + (size_t)K;
    double *mc = H + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *eps_g = G + (size_t)S*(size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_I2 = y_r0 + (size_t)S;
    double *y_h = y_I2 + (size_t)S*(size_t)S;
    double *y_H = y_h + (size_t)K;
    double *y_mc = y_H + (size_t)K*(size_t)M;
    double *y_s0 = y_mc + (size_t)S;
    double *y_G = y_s0 + (size_t)M*(size_t)K;
    double *y_eps_g = y_G + (size_t)S*(size_t)S;

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
            C[k*S + l] = Q[anil_adjoint_packed(K, k, l)];
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
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = 0.63661977236758138*asin(C[i*S + j]*r0[i]*r0[j]);
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
    /* H: its response to the task: w_k = h_k + sum_m H_km u_m */
    for (int k = 0; k < K; ++k) {
        for (int m = 0; m < M; ++m) {
            H[k*M + m] = params->eta_w*I2[k*S + K + m];
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
    /* eps_g: loss on fresh data after the inner loop */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (G[i*S + j]*I2[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
    (void)y_C;
    (void)y_r0;
    (void)y_I2;
    (void)y_h;
    (void)y_H;
    (void)y_mc;
    (void)y_s0;
    (void)y_G;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*anil_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + anil_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + anil_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + anil_adjoint_state_size(K, M) + 2;
        double *y_noise = result + anil_adjoint_state_size(K, M) + 3;
        double *y_decay = result + anil_adjoint_state_size(K, M) + 4;
        double *y_V = result + anil_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < anil_adjoint_row_size(K, M); ++p) {
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
        {
            const double whole = *y_eps_g;

            *y_eps_g = 0.0;
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
                anil_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
                {
                    const double here = y_I2[i*S + j];

                    y_I2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + j]*r0[i]*r0[j];
                        const double b_p_1 = 0.63661977236758138*here;
                        const double b_p_0 = b_p_1*(1.0 / sqrt(1.0 - (p_0*p_0)));
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
                        y_Q[anil_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int anil_adjoint_eps_g(int K, int M, const anil_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = anil_adjoint_state_size(K, M);
    const int status = anil_adjoint_checked(K, M, params);

    if (status != ANIL_ADJOINT_OK) {
        return status;
    }
    if (!anil_adjoint_counted(anil_adjoint_eps_g_work(K, M, params))) {
        return ANIL_ADJOINT_TOO_LARGE;
    }
    if (!anil_adjoint_all_finite(n, state) || !anil_adjoint_all_finite(count, factors)) {
        return ANIL_ADJOINT_NONFINITE;
    }
    anil_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!anil_adjoint_all_finite(count*anil_adjoint_row_size(K, M), results)) {
        return ANIL_ADJOINT_DOMAIN;
    }
    return ANIL_ADJOINT_OK;
}

size_t anil_adjoint_work_size(int K, int M, const anil_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, anil_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, anil_adjoint_eps_g_work(K, M, params));
    return anil_adjoint_counted(arrays);
}


int anil_adjoint_check(int version, size_t size)
{
    return version == ANIL_ADJOINT_ABI && size == sizeof(anil_adjoint_params) ? ANIL_ADJOINT_OK : ANIL_ADJOINT_LAYOUT;
}

const char *anil_adjoint_strerror(int status)
{
    switch (status) {
    case ANIL_ADJOINT_OK:
        return "ok";
    case ANIL_ADJOINT_BAD_K:
        return "K is less than 1";
    case ANIL_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case ANIL_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case ANIL_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case ANIL_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case ANIL_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case ANIL_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case ANIL_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case ANIL_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case ANIL_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case ANIL_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case ANIL_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case ANIL_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case ANIL_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case ANIL_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case ANIL_ADJOINT_BAD_M:
        return "M is less than 1";
    case ANIL_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case ANIL_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case ANIL_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case ANIL_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case ANIL_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case ANIL_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case ANIL_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case ANIL_ADJOINT_NULL_WORK:
        return "work is NULL";
    case ANIL_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case ANIL_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case ANIL_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case ANIL_ADJOINT_BAD_eta_w:
        return "eta_w is negative or not finite";
    case ANIL_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case ANIL_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case ANIL_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case ANIL_ADJOINT_BAD_V:
        return "V is not at least 1";
    case ANIL_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case ANIL_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case ANIL_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case ANIL_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case ANIL_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case ANIL_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
