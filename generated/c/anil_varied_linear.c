/*
 * anil_varied_linear.c - ANIL: the head adapts in one inner step, exact outer gradient; teachers vary with the task
 *
 * Emitted by orderode 0.1.0 from the system anil_varied_linear, digest 9e88629090ea65c0. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in anil_varied_linear.h.
 */
#include "anil_varied_linear.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define ANIL_VARIED_LINEAR_RESTRICT
#else
#define ANIL_VARIED_LINEAR_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = ANIL_VARIED_LINEAR_K and M = ANIL_VARIED_LINEAR_M where these are defined. */
#if defined(ANIL_VARIED_LINEAR_K) && defined(__GNUC__)
#define ANIL_VARIED_LINEAR_SIZED inline __attribute__((always_inline))
#else
#define ANIL_VARIED_LINEAR_SIZED
#endif

void anil_varied_linear_defaults(anil_varied_linear_params *params)
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
    params->spread = NULL;
}

size_t anil_varied_linear_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int anil_varied_linear_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int anil_varied_linear_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int anil_varied_linear_checked(int K, int M, const anil_varied_linear_params *params)
{
    if (K < 1) {
        return ANIL_VARIED_LINEAR_BAD_K;
    }
    if (M < 1) {
        return ANIL_VARIED_LINEAR_BAD_M;
    }
    if (!params) {
        return ANIL_VARIED_LINEAR_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return ANIL_VARIED_LINEAR_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return ANIL_VARIED_LINEAR_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return ANIL_VARIED_LINEAR_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return ANIL_VARIED_LINEAR_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return ANIL_VARIED_LINEAR_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return ANIL_VARIED_LINEAR_BAD_V;
    }
    if (!params->T) {
        return ANIL_VARIED_LINEAR_MISSING_T;
    }
    if (!anil_varied_linear_all_finite((size_t)M*(size_t)M, params->T)) {
        return ANIL_VARIED_LINEAR_BAD_T;
    }
    if (params->mean && !anil_varied_linear_all_finite((size_t)M, params->mean)) {
        return ANIL_VARIED_LINEAR_BAD_mean;
    }
    if (params->cov && !anil_varied_linear_all_finite((size_t)M*(size_t)M, params->cov)) {
        return ANIL_VARIED_LINEAR_BAD_cov;
    }
    if (params->kurtosis && !anil_varied_linear_all_finite((size_t)M, params->kurtosis)) {
        return ANIL_VARIED_LINEAR_BAD_kurtosis;
    }
    if (params->spread && !anil_varied_linear_all_finite((size_t)M, params->spread)) {
        return ANIL_VARIED_LINEAR_BAD_spread;
    }
return ANIL_VARIED_LINEAR_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t anil_varied_linear_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int anil_varied_linear_general(int K, int M, const anil_varied_linear_params *params)
{
    int found = params->eta_0 != 0.0;

    (void)K;
    (void)M;
    if (params->mean) {
        for (int n = 0; n < M; ++n) {
            found |= params->mean[n] != 0.0;
        }
    }
    if (params->cov) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                found |= n != m && params->cov[n*M + m] != 0.0;
            }
        }
    }
    if (params->spread) {
        for (int n = 0; n < M; ++n) {
            found |= params->spread[n] != 0.0;
        }
    }
    return found;
}


/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double anil_varied_linear_rhs_work(int K, int M, const anil_varied_linear_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*M*M + 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*S*S + 1.0*K + 1.0*K*M;
    size += 1.0*S + 1.0*M*K + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*K + 1.0*K*S + 1.0*K*S;
    size += 1.0*K*M + 1.0*K;
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M;
    }
    if (isfinite(params->V)) {
        size += 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static ANIL_VARIED_LINEAR_SIZED void anil_varied_linear_rhs_arrays(int K, int M, const anil_varied_linear_params *params, const double *ANIL_VARIED_LINEAR_RESTRICT state,
                                 double *ANIL_VARIED_LINEAR_RESTRICT dstate, double *ANIL_VARIED_LINEAR_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    int general = anil_varied_linear_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *spread = work + (size_t)M + (size_t)M*(size_t)M;
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M + (size_t)M;
    double *Tt = cov_apart + (size_t)M*(size_t)M;
    double *C = Tt + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *I3 = I2 + (size_t)S*(size_t)S;
    double *J2 = I3 + (size_t)K*(size_t)S*(size_t)S;
    double *h = J2 + (size_t)S*(size_t)S;
    double *H = h + (size_t)K;
    double *mc = H + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *mc0 = G + (size_t)S*(size_t)S;
    double *GX = mc0 + (size_t)S;
    double *s1 = GX + (size_t)S*(size_t)S;
    double *s2 = s1 + (size_t)K*(size_t)K;
    double *A = s2 + (size_t)K*(size_t)S;
    double *X = A + (size_t)K*(size_t)S;
    double *s3 = X + (size_t)K*(size_t)M;
    double *L = s3 + (size_t)K;
    double *kappa = L + with_V_kurtosis*(size_t)S*(size_t)M;
    double *E = kappa + with_V_kurtosis*(size_t)M;

    (void)w0;
    (void)with_V_kurtosis;
    (void)with_V;
    (void)kurtosis;
    for (int n = 0; n < M; ++n) {
        mean[n] = params->mean ? params->mean[n] : 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            cov[n*M + m] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
    for (int n = 0; n < M; ++n) {
        spread[n] = params->spread ? params->spread[n] : 0.0;
    }
    for (size_t p = 0; p < (size_t)K; ++p) {
        general |= w0[p] != 0.0;
    }
    if (general) {
        /* cov_apart: cov off its diagonal */
        for (int p = 0; p < M; ++p) {
            for (int q = p; q < M; ++q) {
                cov_apart[p*M + q] = (1.0 - (p == q ? 1.0 : 0.0))*cov[p*M + q];
                cov_apart[q*M + p] = cov_apart[p*M + q];
            }
        }
    }
    /* Tt: overlaps of a task's teacher: T, and the noise on the diagonal */
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Tt[n*M + m] = T[n*M + m];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                Tt[n*M + m] += (m == n ? 1.0 : 0.0)*(spread[n]*spread[n]);
            }
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, Tt]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[anil_varied_linear_packed(K, k, l)];
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
            C[(K + n)*S + K + m] = Tt[n*M + m];
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
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3[(k*S + i)*S + j] = C[i*S + j];
            }
        }
    }
    if (isfinite(params->V)) {
        /* J2: <g'(z_i) g'(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*S + l] = 1.0;
            }
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                J2[k*S + K + l] = 1.0;
            }
        }
        /* h: head after the inner loop: its part without the task */
        for (int k = 0; k < K; ++k) {
            h[k] = w0[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int l = 0; l < K; ++l) {
                sum2 += (I2[k*S + l]*w0[l]);
            }
            h[k] += -params->eta_w * sum2;
        }
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
    if (general) {
        for (int k = 0; k < K; ++k) {
            mc[k] += h[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum2 += (H[k*M + p]*mean[p]);
            }
            mc[k] += sum2;
        }
    }
    for (int n = 0; n < M; ++n) {
        mc[K + n] = 0.0;
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            mc[K + n] += -mean[n];
        }
    }
    /* s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M)) */
    for (int q = 0; q < M; ++q) {
        for (int k = 0; k < K; ++k) {
            s0[q*K + k] = H[k*M + q]*cov[q*M + q];
        }
    }
    if (general) {
        for (int q = 0; q < M; ++q) {
            for (int k = 0; k < K; ++k) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[q*M + p]);
                }
                s0[q*K + k] += sum2;
            }
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
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G[k*S + l] += mc[k]*mc[l];
                G[l*S + k] = G[k*S + l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G[k*S + K + n] += mc[k]*mc[K + n];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G[k*S + K + n] += -1.0 * sum2;
            }
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->V) && general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
            }
        }
    }
    if (general) {
        /* mc0: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }
    /* GX: <c_i c_j> over the task, of c and c0 */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            GX[k*S + l] = 0.0;
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                GX[k*S + l] += mc0[l]*mc[k];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            GX[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                GX[k*S + K + n] += mc0[K + n]*mc[k];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[n*M + p]);
                }
                GX[k*S + K + n] += -1.0 * sum2;
            }
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int k = 0; k < K; ++k) {
            GX[(K + n)*S + k] = 0.0;
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                GX[(K + n)*S + k] += mc0[k]*mc[K + n];
            }
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            GX[(K + n)*S + K + m] = cov[n*M + m];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                GX[(K + n)*S + K + m] += mc0[K + m]*mc[K + n];
            }
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
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G[k*S + l]*J2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i] - 2.0*mc[i]*mc[j]*mc[k]*mc[l])*C[i*S + j]);
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
                            sum2 += (j > i ? 2.0 : 1.0) * (C[i*S + j]*L[i*M + p]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
    }
    if (general) {
        /* X: X[k, n] = spread_n^2 <sum_s da_k^s/dbeta_n^s>, steps against noise */
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                X[k*M + n] = -params->eta_J*G[k*S + K + n]*J2[k*S + K + n]*(spread[n]*spread[n]);
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    sum2 += (GX[i*S + K + n]*I2[k*S + i]);
                }
                X[k*M + n] += params->eta_J*params->eta_w*J2[k*S + K + n]*(spread[n]*spread[n]) * sum2;
            }
        }
    }
    /* dR: dR/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->decay*params->eta_J*R[k*M + n] + A[k*S + K + n];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR[k*M + n] += -X[k*M + n];
            }
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[anil_varied_linear_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[anil_varied_linear_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[anil_varied_linear_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    if (general) {
        /* s3: partial sum Sum(I2[l, i]*mc[i], (i, 1, K + M)) */
        for (int l = 0; l < K; ++l) {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum2 += (I2[l*S + i]*mc[i]);
            }
            s3[l] = sum2;
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
                sum2 += (I2[k*S + i]*mc[i]);
            }
            dw0[k] += -params->eta_0 * sum2;
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int l = 0; l < K; ++l) {
                sum2 += (I2[k*S + l]*s3[l]);
            }
            dw0[k] += params->eta_0*params->eta_w * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int anil_varied_linear_checked_rhs(int K, int M, const anil_varied_linear_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = anil_varied_linear_state_size(K, M);

    if (!anil_varied_linear_all_finite(n, state)) {
        return ANIL_VARIED_LINEAR_NONFINITE;
    }
#ifdef ANIL_VARIED_LINEAR_K
    if (K == ANIL_VARIED_LINEAR_K && M == ANIL_VARIED_LINEAR_M) {
        anil_varied_linear_rhs_arrays(ANIL_VARIED_LINEAR_K, ANIL_VARIED_LINEAR_M, params, state, dstate, work);
        return anil_varied_linear_all_finite(n, dstate) ? ANIL_VARIED_LINEAR_OK : ANIL_VARIED_LINEAR_DOMAIN;
    }
#endif
    anil_varied_linear_rhs_arrays(K, M, params, state, dstate, work);
    return anil_varied_linear_all_finite(n, dstate) ? ANIL_VARIED_LINEAR_OK : ANIL_VARIED_LINEAR_DOMAIN;
}

int anil_varied_linear_rhs(int K, int M, const anil_varied_linear_params *params, const double *state, double *dstate, double *work)
{
    const int status = anil_varied_linear_checked(K, M, params);

    if (status != ANIL_VARIED_LINEAR_OK) {
        return status;
    }
    if (!anil_varied_linear_counted(anil_varied_linear_rhs_work(K, M, params))) {
        return ANIL_VARIED_LINEAR_TOO_LARGE;
    }
    return anil_varied_linear_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double anil_varied_linear_eps_g_work(int K, int M, const anil_varied_linear_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*M*M + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*M + 1.0*S + 1.0*M*K;
    size += 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void anil_varied_linear_eps_g_arrays(int K, int M, const anil_varied_linear_params *params, const double *ANIL_VARIED_LINEAR_RESTRICT state,
                                 double *eps_g, double *ANIL_VARIED_LINEAR_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    int general = anil_varied_linear_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *spread = work + (size_t)M + (size_t)M*(size_t)M;
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M + (size_t)M;
    double *Tt = cov_apart + (size_t)M*(size_t)M;
    double *C = Tt + (size_t)M*(size_t)M;
    double *I2 = C + (size_t)S*(size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *H = h + (size_t)K;
    double *mc = H + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;

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
    for (int n = 0; n < M; ++n) {
        spread[n] = params->spread ? params->spread[n] : 0.0;
    }
    for (size_t p = 0; p < (size_t)K; ++p) {
        general |= w0[p] != 0.0;
    }
    if (general) {
        /* cov_apart: cov off its diagonal */
        for (int p = 0; p < M; ++p) {
            for (int q = p; q < M; ++q) {
                cov_apart[p*M + q] = (1.0 - (p == q ? 1.0 : 0.0))*cov[p*M + q];
                cov_apart[q*M + p] = cov_apart[p*M + q];
            }
        }
    }
    /* Tt: overlaps of a task's teacher: T, and the noise on the diagonal */
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            Tt[n*M + m] = T[n*M + m];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                Tt[n*M + m] += (m == n ? 1.0 : 0.0)*(spread[n]*spread[n]);
            }
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, Tt]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[anil_varied_linear_packed(K, k, l)];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C[k*S + K + n] = R[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C[(K + n)*S + K + m] = Tt[n*M + m];
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    if (general) {
        /* h: head after the inner loop: its part without the task */
        for (int k = 0; k < K; ++k) {
            h[k] = w0[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int l = 0; l < K; ++l) {
                sum2 += (I2[k*S + l]*w0[l]);
            }
            h[k] += -params->eta_w * sum2;
        }
    }
    /* H: its response to the task: w_k = h_k + sum_m H_km u_m */
    for (int k = 0; k < K; ++k) {
        for (int m = 0; m < M; ++m) {
            H[k*M + m] = params->eta_w*I2[k*S + K + m];
        }
    }
    if (general) {
        /* mc: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc[k] = h[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum2 += (H[k*M + p]*mean[p]);
            }
            mc[k] += sum2;
        }
        for (int n = 0; n < M; ++n) {
            mc[K + n] = -mean[n];
        }
    }
    /* s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M)) */
    for (int q = 0; q < M; ++q) {
        for (int k = 0; k < K; ++k) {
            s0[q*K + k] = H[k*M + q]*cov[q*M + q];
        }
    }
    if (general) {
        for (int q = 0; q < M; ++q) {
            for (int k = 0; k < K; ++k) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[q*M + p]);
                }
                s0[q*K + k] += sum2;
            }
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
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G[k*S + l] += mc[k]*mc[l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G[k*S + K + n] += mc[k]*mc[K + n];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G[k*S + K + n] += -1.0 * sum2;
            }
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G[(K + n)*S + K + m] = cov[n*M + m];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
            }
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
}

int anil_varied_linear_eps_g(int K, int M, const anil_varied_linear_params *params, const double *state, double *eps_g, double *work)
{
    const int status = anil_varied_linear_checked(K, M, params);

    if (status != ANIL_VARIED_LINEAR_OK) {
        return status;
    }
    if (!anil_varied_linear_counted(anil_varied_linear_eps_g_work(K, M, params))) {
        return ANIL_VARIED_LINEAR_TOO_LARGE;
    }
    if (!anil_varied_linear_all_finite(anil_varied_linear_state_size(K, M), state)) {
        return ANIL_VARIED_LINEAR_NONFINITE;
    }
    anil_varied_linear_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? ANIL_VARIED_LINEAR_OK : ANIL_VARIED_LINEAR_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { ANIL_VARIED_LINEAR_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t anil_varied_linear_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t anil_varied_linear_work_size(int K, int M, const anil_varied_linear_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, anil_varied_linear_rhs_work(K, M, params));
    arrays = fmax(arrays, anil_varied_linear_eps_g_work(K, M, params));
    return anil_varied_linear_counted(ANIL_VARIED_LINEAR_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)anil_varied_linear_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double anil_varied_linear_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void anil_varied_linear_between(int K, int M, const anil_varied_linear_params *params, const anil_varied_linear_params *then, double share, double *ramped, anil_varied_linear_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->eta_w = params->eta_w + share*(then->eta_w - params->eta_w);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->noise = params->noise + share*(then->noise - params->noise);
    now->decay = params->decay + share*(then->decay - params->decay);
    (void)K;
    (void)M;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int anil_varied_linear_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*anil_varied_linear_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[anil_varied_linear_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void anil_varied_linear_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void anil_varied_linear_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void anil_varied_linear_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double anil_varied_linear_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int anil_varied_linear_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int anil_varied_linear_integrate_ramped(int K, int M, const anil_varied_linear_params *params, const anil_varied_linear_params *then, const anil_varied_linear_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, anil_varied_linear_stats *stats, double *work)
{
    anil_varied_linear_stats local = {0, 0, 0, 0.0};
    anil_varied_linear_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    anil_varied_linear_params between;
    const anil_varied_linear_params *now = params;
    int status = anil_varied_linear_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return ANIL_VARIED_LINEAR_NULL_OPTIONS;
    }
    if (!state0) {
        return ANIL_VARIED_LINEAR_NULL_STATE;
    }
    if (!alphas) {
        return ANIL_VARIED_LINEAR_NULL_TIMES;
    }
    if (!states) {
        return ANIL_VARIED_LINEAR_NULL_RESULTS;
    }
    if (!work) {
        return ANIL_VARIED_LINEAR_NULL_WORK;
    }
    if (n < 1) {
        return ANIL_VARIED_LINEAR_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = anil_varied_linear_state_size(K, M);
    if (status == ANIL_VARIED_LINEAR_OK && then) {
        status = anil_varied_linear_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == ANIL_VARIED_LINEAR_OK && !anil_varied_linear_work_size(K, M, params)) {
        return ANIL_VARIED_LINEAR_TOO_LARGE;
    }
    if (status == ANIL_VARIED_LINEAR_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = ANIL_VARIED_LINEAR_RTOL;
    }
    if (status == ANIL_VARIED_LINEAR_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = ANIL_VARIED_LINEAR_ATOL;
    }
    for (size_t s = 0; s < n && status == ANIL_VARIED_LINEAR_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = ANIL_VARIED_LINEAR_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == ANIL_VARIED_LINEAR_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = ANIL_VARIED_LINEAR_TIMES;
        }
    }
    if (status != ANIL_VARIED_LINEAR_OK) {
        return anil_varied_linear_stop(status, 0, n, size, states);
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
    arrays = ramped + anil_varied_linear_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = anil_varied_linear_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == ANIL_VARIED_LINEAR_OK && anil_varied_linear_norms_negative(K, M, 1, y)) {
        status = ANIL_VARIED_LINEAR_NEGATIVE_NORM;
    }
    if (status != ANIL_VARIED_LINEAR_OK) {
        return anil_varied_linear_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = anil_varied_linear_norm(size, y, y, y, rtol, atol);
        const double scale_f = anil_varied_linear_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? ANIL_VARIED_LINEAR_STEP_LIMIT : ANIL_VARIED_LINEAR_STEP_SIZE;

            return anil_varied_linear_stop(status == ANIL_VARIED_LINEAR_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = ANIL_VARIED_LINEAR_OK;
        for (int stage = 1; stage < 7 && status == ANIL_VARIED_LINEAR_OK; ++stage) {
            anil_varied_linear_stage(stage, size, h, y, k, y_new);
            if (then) {
                anil_varied_linear_between(K, M, params, then, (alpha + anil_varied_linear_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = anil_varied_linear_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != ANIL_VARIED_LINEAR_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        anil_varied_linear_error(size, h, k, dense[4]);
        error = anil_varied_linear_norm(size, dense[4], y, y_new, rtol, atol);
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
        anil_varied_linear_bend(size, h, k, dense[4]);
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
        if (anil_varied_linear_norms_negative(K, M, 1, y) || anil_varied_linear_norms_negative(K, M, next - first, states + first*size)) {
            return anil_varied_linear_stop(ANIL_VARIED_LINEAR_NEGATIVE_NORM, first, n, size, states);
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
    return ANIL_VARIED_LINEAR_OK;
}

int anil_varied_linear_integrate(int K, int M, const anil_varied_linear_params *params, const anil_varied_linear_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, anil_varied_linear_stats *stats, double *work)
{
    return anil_varied_linear_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int anil_varied_linear_check(int version, size_t size)
{
    return version == ANIL_VARIED_LINEAR_ABI && size == sizeof(anil_varied_linear_params) ? ANIL_VARIED_LINEAR_OK : ANIL_VARIED_LINEAR_LAYOUT;
}

const char *anil_varied_linear_strerror(int status)
{
    switch (status) {
    case ANIL_VARIED_LINEAR_OK:
        return "ok";
    case ANIL_VARIED_LINEAR_BAD_K:
        return "K is less than 1";
    case ANIL_VARIED_LINEAR_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case ANIL_VARIED_LINEAR_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case ANIL_VARIED_LINEAR_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case ANIL_VARIED_LINEAR_STEP_LIMIT:
        return "step limit: max_steps reached";
    case ANIL_VARIED_LINEAR_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case ANIL_VARIED_LINEAR_NULL_PARAMS:
        return "params is NULL";
    case ANIL_VARIED_LINEAR_TIMES:
        return "the times (alphas) do not increase";
    case ANIL_VARIED_LINEAR_RTOL:
        return "rtol is negative or not finite";
    case ANIL_VARIED_LINEAR_ATOL:
        return "atol is not positive or not finite";
    case ANIL_VARIED_LINEAR_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case ANIL_VARIED_LINEAR_OBSERVABLE:
        return "the observable is none of this model";
    case ANIL_VARIED_LINEAR_RULE:
        return "the number of nodes (size) is that of no rule";
    case ANIL_VARIED_LINEAR_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case ANIL_VARIED_LINEAR_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case ANIL_VARIED_LINEAR_BAD_M:
        return "M is less than 1";
    case ANIL_VARIED_LINEAR_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case ANIL_VARIED_LINEAR_NO_TIMES:
        return "there are no times: n is 0";
    case ANIL_VARIED_LINEAR_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case ANIL_VARIED_LINEAR_NULL_OPTIONS:
        return "options is NULL";
    case ANIL_VARIED_LINEAR_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case ANIL_VARIED_LINEAR_NULL_TIMES:
        return "alphas is NULL";
    case ANIL_VARIED_LINEAR_NULL_RESULTS:
        return "where the results go is NULL";
    case ANIL_VARIED_LINEAR_NULL_WORK:
        return "work is NULL";
    case ANIL_VARIED_LINEAR_NULL_REQUEST:
        return "request is NULL";
    case ANIL_VARIED_LINEAR_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case ANIL_VARIED_LINEAR_BAD_eta_J:
        return "eta_J is negative or not finite";
    case ANIL_VARIED_LINEAR_BAD_eta_w:
        return "eta_w is negative or not finite";
    case ANIL_VARIED_LINEAR_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case ANIL_VARIED_LINEAR_BAD_noise:
        return "noise is negative or not finite";
    case ANIL_VARIED_LINEAR_BAD_decay:
        return "decay is negative or not finite";
    case ANIL_VARIED_LINEAR_BAD_V:
        return "V is not at least 1";
    case ANIL_VARIED_LINEAR_BAD_T:
        return "T has an element that is not finite";
    case ANIL_VARIED_LINEAR_BAD_mean:
        return "mean has an element that is not finite";
    case ANIL_VARIED_LINEAR_BAD_cov:
        return "cov has an element that is not finite";
    case ANIL_VARIED_LINEAR_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case ANIL_VARIED_LINEAR_BAD_spread:
        return "spread has an element that is not finite";
    case ANIL_VARIED_LINEAR_MISSING_T:
        return "T is NULL, and has to be given";
    case ANIL_VARIED_LINEAR_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
