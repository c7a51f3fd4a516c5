/*
 * sgd_tanh.c - SGD: online gradient descent of a two-layer student on mini-batches of V samples
 *
 * Emitted by orderode 0.1.0 from the system sgd_tanh, digest 8ce8926ac5192192. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in sgd_tanh.h.
 */
#include "sgd_tanh.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define SGD_TANH_RESTRICT
#else
#define SGD_TANH_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = SGD_TANH_K and M = SGD_TANH_M where these are defined. */
#if defined(SGD_TANH_K) && defined(__GNUC__)
#define SGD_TANH_SIZED inline __attribute__((always_inline))
#else
#define SGD_TANH_SIZED
#endif

void sgd_tanh_defaults(sgd_tanh_params *params)
{
    params->eta_J = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->V = INFINITY;
    params->n_nodes = 0;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
    params->nodes = NULL;
    params->weights = NULL;
}

size_t sgd_tanh_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int sgd_tanh_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* Lower triangular F with F F^T = C, row by row; a column whose pivot is rounding only is zero. */
static void sgd_tanh_factor(int S, const double *C, double *F)
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

static int sgd_tanh_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int sgd_tanh_checked(int K, int M, const sgd_tanh_params *params)
{
    if (K < 1) {
        return SGD_TANH_BAD_K;
    }
    if (M < 1) {
        return SGD_TANH_BAD_M;
    }
    if (!params) {
        return SGD_TANH_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return SGD_TANH_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return SGD_TANH_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return SGD_TANH_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return SGD_TANH_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return SGD_TANH_BAD_V;
    }
    if (!params->T) {
        return SGD_TANH_MISSING_T;
    }
    if (!sgd_tanh_all_finite((size_t)M*(size_t)M, params->T)) {
        return SGD_TANH_BAD_T;
    }
    if (params->mean && !sgd_tanh_all_finite((size_t)M, params->mean)) {
        return SGD_TANH_BAD_mean;
    }
    if (params->cov && !sgd_tanh_all_finite((size_t)M*(size_t)M, params->cov)) {
        return SGD_TANH_BAD_cov;
    }
    if (params->kurtosis && !sgd_tanh_all_finite((size_t)M, params->kurtosis)) {
        return SGD_TANH_BAD_kurtosis;
    }
return SGD_TANH_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t sgd_tanh_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int sgd_tanh_general(int K, int M, const sgd_tanh_params *params)
{
    int found = params->eta_0 != 0.0;

    (void)K;
    (void)M;
    if (params->cov) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                found |= params->cov[n*M + m] != 0.0;
            }
        }
    }
    return found;
}


/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double sgd_tanh_rhs_work(int K, int M, const sgd_tanh_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*S*S + 1.0*S*S + 1.0*K*S*S + 1.0*K*K*S*S + 1.0*K*K;
    size += 1.0*S + 1.0*S + 1.0*K + 1.0*S + 1.0*K + 1.0*S + 1.0*S*S + 1.0*K*S;
    size += 1.0*K*S + 1.0*S;
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*K*S*S*K;
    }
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static SGD_TANH_SIZED void sgd_tanh_rhs_arrays(int K, int M, const sgd_tanh_params *params, const double *SGD_TANH_RESTRICT state,
                                 double *SGD_TANH_RESTRICT dstate, double *SGD_TANH_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const double *nodes = params->nodes;
    const double *weights = params->weights;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    int general = sgd_tanh_general(K, M, params);
    const int n_nodes = params->n_nodes;
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1_3o2 = r0 + (size_t)K;
    double *F = C1_3o2 + (size_t)K*(size_t)S*(size_t)S;
    double *I2n = F + (size_t)S*(size_t)S;
    double *I3n = I2n + (size_t)S*(size_t)S;
    double *I4n = I3n + (size_t)K*(size_t)S*(size_t)S;
    double *J2n = I4n + (size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *zn = J2n + (size_t)K*(size_t)K;
    double *g0n = zn + (size_t)S;
    double *g1n = g0n + (size_t)S;
    double *n0n = g1n + (size_t)K;
    double *n1n = n0n + (size_t)S;
    double *mc0 = n1n + (size_t)K;
    double *G0 = mc0 + (size_t)S;
    double *r1 = G0 + (size_t)S*(size_t)S;
    double *A = r1 + (size_t)K*(size_t)S;
    double *r4 = A + (size_t)K*(size_t)S;
    double *L0 = r4 + (size_t)S;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r3 = kappa + with_V_kurtosis*(size_t)M;
    double *J2 = r3 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K;
    double *r2 = J2 + with_V*(size_t)K*(size_t)K;
    double *E = r2 + with_V*(size_t)K*(size_t)K*(size_t)S;

    (void)w0;
    (void)with_V_kurtosis;
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
            C[k*S + l] = Q[sgd_tanh_packed(K, k, l)];
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
    /* r0: 1/sqrt(3*C[k, k]/2 + 1) */
    for (int k = 0; k < K; ++k) {
        r0[k] = (1.0 / sqrt(1.5*C[k*S + k] + 1.0));
    }
    /* C1_3o2: covariance of the fields with the Gaussian weight of k absorbed */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                C1_3o2[(k*S + i)*S + j] = C[i*S + j] - 1.5*C[k*S + i]*C[k*S + j]*(r0[k]*r0[k]);
                C1_3o2[(k*S + j)*S + i] = C1_3o2[(k*S + i)*S + j];
            }
        }
    }
    /* F: lower triangular factor of the covariance: C = F F^T */
    sgd_tanh_factor(S, C, F);
    /* I2n: <g(z_i) g(z_j)> over the fields: what the nodes give of it */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2n[i*S + j] = 0.0;
        }
    }
    /* I3n: <g'(z_k) z_i g(z_j)> over the fields: what the nodes give of it */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3n[(k*S + i)*S + j] = 0.0;
            }
        }
    }
    /* I4n: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields: what the nodes give of it */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    I4n[((k*K + l)*S + i)*S + j] = 0.0;
                }
            }
        }
    }
    /* J2n: <g'(z_k) g'(z_l)> over the fields: what the nodes give of it */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2n[k*K + l] = 0.0;
        }
    }
    for (int e = 0; e < n_nodes; ++e) {
        /* zn: fields at a node */
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum2 += (F[i*S + j]*nodes[e*S + j]);
            }
            zn[i] = sum2;
        }
        /* g0n: g at a node */
        for (int i = 0; i < S; ++i) {
            g0n[i] = tanh(zn[i]);
        }
        /* g1n: g' at a node */
        for (int k = 0; k < K; ++k) {
            g1n[k] = 1.0 - ((tanh(zn[k]))*(tanh(zn[k])));
        }
        /* n0n: g at a node, of the function near g */
        for (int i = 0; i < S; ++i) {
            n0n[i] = erf(0.8660254037844386*zn[i]);
        }
        /* n1n: g' at a node, of the function near g */
        for (int k = 0; k < K; ++k) {
            n1n[k] = 0.97720502380583985*exp(-0.75*(zn[k]*zn[k]));
        }
        if (general) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    I2n[i*S + j] += g0n[i]*g0n[j]*weights[e] - n0n[i]*n0n[j]*weights[e];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    I3n[(k*S + i)*S + j] += g0n[j]*g1n[k]*weights[e]*zn[i] - n0n[j]*n1n[k]*weights[e]*zn[i];
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            I4n[((k*K + l)*S + i)*S + j] += g0n[i]*g0n[j]*g1n[k]*g1n[l]*weights[e] - n0n[i]*n0n[j]*n1n[k]*n1n[l]*weights[e];
                        }
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    J2n[k*K + l] += g1n[k]*g1n[l]*weights[e] - n1n[k]*n1n[l]*weights[e];
                }
            }
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2n[j*S + i] = I2n[i*S + j];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    I4n[((l*K + k)*S + i)*S + j] = I4n[((k*K + l)*S + i)*S + j];
                    I4n[((k*K + l)*S + j)*S + i] = I4n[((k*K + l)*S + i)*S + j];
                    I4n[((l*K + k)*S + j)*S + i] = I4n[((k*K + l)*S + i)*S + j];
                }
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2n[l*K + k] = J2n[k*K + l];
        }
    }
    if (isfinite(params->V) && general && params->kurtosis) {
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
    if (isfinite(params->V) && general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += cov[n*M + m];
            }
        }
    }
    /* r1: 1/sqrt(3*C1_3o2[k, i, i]/2 + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r1[k*S + i] = (1.0 / sqrt(1.5*C1_3o2[(k*S + i)*S + i] + 1.0));
        }
    }
    if (isfinite(params->V)) {
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = J2n[k*K + l] + 0.95492965855137202*r0[k]*r1[k*S + l];
            }
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.95492965855137202*C1_3o2[(k*S + i)*S + j]*r0[k]*r1[k*S + j] + I3n[(k*S + i)*S + j])*G0[k*S + j]);
            }
            A[k*S + i] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* r2: 1/sqrt(3*C1_3o2[k, i, i] - 9*C1_3o2[k, l, i]**2*r1[k, l]**2/2 + 2) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r2[(k*K + l)*S + i] = (1.0 / sqrt(3.0*C1_3o2[(k*S + i)*S + i] - 4.5*(C1_3o2[(k*S + l)*S + i]*C1_3o2[(k*S + l)*S + i])*(r1[k*S + l]*r1[k*S + l]) + 2.0));
                }
            }
        }
    }
    if (isfinite(params->V) && general && params->kurtosis) {
        /* r3: asin(3*(C1_3o2[k, i, j] - 3*C1_3o2[k, l, i]*C1_3o2[k, l, j]*r1[k, l]**2/2)*r2[k, l, i]*r2[k, l, j]) */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int l = k; l < K; ++l) {
                        r3[((k*S + i)*S + j)*K + l] = asin(3.0*(C1_3o2[(k*S + i)*S + j] - 1.5*C1_3o2[(k*S + i)*S + l]*C1_3o2[(k*S + j)*S + l]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]);
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((0.60792710185402665*asin(3.0*(C1_3o2[(k*S + i)*S + j] - 1.5*C1_3o2[(k*S + l)*S + i]*C1_3o2[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j])*r0[k]*r1[k*S + l] + I4n[((k*K + l)*S + i)*S + j])*(general ? G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l] : mc0[i]*mc0[j]*mc0[k]*mc0[l]));
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)/params->V * sum2;
            }
        }
    }
    if (isfinite(params->V) && general && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += ((I4n[((k*K + l)*S + i)*S + j] + 0.60792710185402665*r0[k]*r1[k*S + l]*r3[((k*S + i)*S + j)*K + l])*L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
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
            dQ[sgd_tanh_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[sgd_tanh_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[sgd_tanh_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    if (general) {
        /* r4: 1/sqrt(3*C[i, i] + 2) */
        for (int i = 0; i < S; ++i) {
            r4[i] = (1.0 / sqrt(3.0*C[i*S + i] + 2.0));
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
                sum2 += ((0.63661977236758138*asin(3.0*C[k*S + i]*r4[i]*r4[k]) + I2n[k*S + i])*mc0[i]);
            }
            dw0[k] += -params->eta_0 * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int sgd_tanh_checked_rhs(int K, int M, const sgd_tanh_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = sgd_tanh_state_size(K, M);

    if (!(params->nodes && params->weights && params->n_nodes > 0)) {
        return SGD_TANH_NODES;
    }
    if (!sgd_tanh_all_finite(n, state)) {
        return SGD_TANH_NONFINITE;
    }
#ifdef SGD_TANH_K
    if (K == SGD_TANH_K && M == SGD_TANH_M) {
        sgd_tanh_rhs_arrays(SGD_TANH_K, SGD_TANH_M, params, state, dstate, work);
        return sgd_tanh_all_finite(n, dstate) ? SGD_TANH_OK : SGD_TANH_DOMAIN;
    }
#endif
    sgd_tanh_rhs_arrays(K, M, params, state, dstate, work);
    return sgd_tanh_all_finite(n, dstate) ? SGD_TANH_OK : SGD_TANH_DOMAIN;
}

int sgd_tanh_rhs(int K, int M, const sgd_tanh_params *params, const double *state, double *dstate, double *work)
{
    const int status = sgd_tanh_checked(K, M, params);

    if (status != SGD_TANH_OK) {
        return status;
    }
    if (!sgd_tanh_counted(sgd_tanh_rhs_work(K, M, params))) {
        return SGD_TANH_TOO_LARGE;
    }
    return sgd_tanh_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double sgd_tanh_eps_g_work(int K, int M, const sgd_tanh_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S + 1.0*S + 1.0*S*S;
    size += 1.0*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void sgd_tanh_eps_g_arrays(int K, int M, const sgd_tanh_params *params, const double *SGD_TANH_RESTRICT state,
                                 double *eps_g, double *SGD_TANH_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const double *nodes = params->nodes;
    const double *weights = params->weights;
    int general = sgd_tanh_general(K, M, params);
    const int n_nodes = params->n_nodes;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *F = C + (size_t)S*(size_t)S;
    double *I2n = F + (size_t)S*(size_t)S;
    double *zn = I2n + (size_t)S*(size_t)S;
    double *g0n = zn + (size_t)S;
    double *n0n = g0n + (size_t)S;
    double *mc0 = n0n + (size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *r0 = G0 + (size_t)S*(size_t)S;

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
            C[k*S + l] = Q[sgd_tanh_packed(K, k, l)];
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
    /* F: lower triangular factor of the covariance: C = F F^T */
    sgd_tanh_factor(S, C, F);
    /* I2n: <g(z_i) g(z_j)> over the fields: what the nodes give of it */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2n[i*S + j] = 0.0;
        }
    }
    for (int e = 0; e < n_nodes; ++e) {
        /* zn: fields at a node */
        for (int i = 0; i < S; ++i) {
            double sum2 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum2 += (F[i*S + j]*nodes[e*S + j]);
            }
            zn[i] = sum2;
        }
        /* g0n: g at a node */
        for (int i = 0; i < S; ++i) {
            g0n[i] = tanh(zn[i]);
        }
        /* n0n: g at a node, of the function near g */
        for (int i = 0; i < S; ++i) {
            n0n[i] = erf(0.8660254037844386*zn[i]);
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                I2n[i*S + j] += g0n[i]*g0n[j]*weights[e] - n0n[i]*n0n[j]*weights[e];
            }
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2n[j*S + i] = I2n[i*S + j];
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
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += cov[n*M + m];
            }
        }
    }
    /* r0: 1/sqrt(3*C[i, i] + 2) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(3.0*C[i*S + i] + 2.0));
    }
    /* eps_g: loss on fresh data */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((0.63661977236758138*asin(3.0*C[i*S + j]*r0[i]*r0[j]) + I2n[i*S + j])*G0[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
}

int sgd_tanh_eps_g(int K, int M, const sgd_tanh_params *params, const double *state, double *eps_g, double *work)
{
    const int status = sgd_tanh_checked(K, M, params);

    if (status != SGD_TANH_OK) {
        return status;
    }
    if (!sgd_tanh_counted(sgd_tanh_eps_g_work(K, M, params))) {
        return SGD_TANH_TOO_LARGE;
    }
    if (!(params->nodes && params->weights && params->n_nodes > 0)) {
        return SGD_TANH_NODES;
    }
    if (!sgd_tanh_all_finite(sgd_tanh_state_size(K, M), state)) {
        return SGD_TANH_NONFINITE;
    }
    sgd_tanh_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? SGD_TANH_OK : SGD_TANH_DOMAIN;
}

/* Generators of the lattices, one row for each number of points. */
static const int sgd_tanh_generators[5][14] = {
    {1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128},
    {1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413},
    {1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472},
    {1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729},
    {1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852}
};
static const int sgd_tanh_sizes[5] = {1021, 4093, 16381, 65521, 262139};

int sgd_tanh_node_count(int size)
{
    return (size + 1)/2;
}

int sgd_tanh_nodes(int K, int M, int size, double *nodes, double *weights)
{
    const int S = K + M;
    const double scale = S <= 5 ? 0.9 : S <= 8 ? 0.8 : 0.65;
    const int count = sgd_tanh_node_count(size);
    int row = 0;
    double total = 0.0;

    while (row < 5 && sgd_tanh_sizes[row] != size) {
        ++row;
    }
    if (K < 1) {
        return SGD_TANH_BAD_K;
    }
    if (M < 1) {
        return SGD_TANH_BAD_M;
    }
    if (row == 5) {
        return SGD_TANH_RULE;
    }
    if (S > 14) {
        return SGD_TANH_RULE_UNITS;
    }
    for (int e = 0; e < count; ++e) {
        double density = e > 0 ? 2.0 : 1.0;

        for (int i = 0; i < S; ++i) {
            const double u = fmod((double)((long long)e*sgd_tanh_generators[row][i] % size)/size + 0.5, 1.0);
            const double x = scale*log(u/(1.0 - u));

            nodes[e*S + i] = x;
            density *= exp(-0.5*x*x)/(u*(1.0 - u));
        }
        weights[e] = density;
        total += density;
    }
    for (int e = 0; e < count; ++e) {
        weights[e] /= total;
    }
    return SGD_TANH_OK;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { SGD_TANH_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t sgd_tanh_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t sgd_tanh_work_size(int K, int M, const sgd_tanh_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, sgd_tanh_rhs_work(K, M, params));
    arrays = fmax(arrays, sgd_tanh_eps_g_work(K, M, params));
    return sgd_tanh_counted(SGD_TANH_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)sgd_tanh_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double sgd_tanh_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void sgd_tanh_between(int K, int M, const sgd_tanh_params *params, const sgd_tanh_params *then, double share, double *ramped, sgd_tanh_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->noise = params->noise + share*(then->noise - params->noise);
    now->decay = params->decay + share*(then->decay - params->decay);
    (void)K;
    (void)M;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int sgd_tanh_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*sgd_tanh_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[sgd_tanh_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void sgd_tanh_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void sgd_tanh_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void sgd_tanh_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double sgd_tanh_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int sgd_tanh_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int sgd_tanh_integrate_ramped(int K, int M, const sgd_tanh_params *params, const sgd_tanh_params *then, const sgd_tanh_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, sgd_tanh_stats *stats, double *work)
{
    sgd_tanh_stats local = {0, 0, 0, 0.0};
    sgd_tanh_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    sgd_tanh_params between;
    const sgd_tanh_params *now = params;
    int status = sgd_tanh_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return SGD_TANH_NULL_OPTIONS;
    }
    if (!state0) {
        return SGD_TANH_NULL_STATE;
    }
    if (!alphas) {
        return SGD_TANH_NULL_TIMES;
    }
    if (!states) {
        return SGD_TANH_NULL_RESULTS;
    }
    if (!work) {
        return SGD_TANH_NULL_WORK;
    }
    if (n < 1) {
        return SGD_TANH_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = sgd_tanh_state_size(K, M);
    if (status == SGD_TANH_OK && then) {
        status = sgd_tanh_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == SGD_TANH_OK && !sgd_tanh_work_size(K, M, params)) {
        return SGD_TANH_TOO_LARGE;
    }
    if (status == SGD_TANH_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = SGD_TANH_RTOL;
    }
    if (status == SGD_TANH_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = SGD_TANH_ATOL;
    }
    for (size_t s = 0; s < n && status == SGD_TANH_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = SGD_TANH_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == SGD_TANH_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = SGD_TANH_TIMES;
        }
    }
    if (status != SGD_TANH_OK) {
        return sgd_tanh_stop(status, 0, n, size, states);
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
    arrays = ramped + sgd_tanh_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = sgd_tanh_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == SGD_TANH_OK && sgd_tanh_norms_negative(K, M, 1, y)) {
        status = SGD_TANH_NEGATIVE_NORM;
    }
    if (status != SGD_TANH_OK) {
        return sgd_tanh_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = sgd_tanh_norm(size, y, y, y, rtol, atol);
        const double scale_f = sgd_tanh_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? SGD_TANH_STEP_LIMIT : SGD_TANH_STEP_SIZE;

            return sgd_tanh_stop(status == SGD_TANH_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = SGD_TANH_OK;
        for (int stage = 1; stage < 7 && status == SGD_TANH_OK; ++stage) {
            sgd_tanh_stage(stage, size, h, y, k, y_new);
            if (then) {
                sgd_tanh_between(K, M, params, then, (alpha + sgd_tanh_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = sgd_tanh_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != SGD_TANH_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        sgd_tanh_error(size, h, k, dense[4]);
        error = sgd_tanh_norm(size, dense[4], y, y_new, rtol, atol);
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
        sgd_tanh_bend(size, h, k, dense[4]);
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
        if (sgd_tanh_norms_negative(K, M, 1, y) || sgd_tanh_norms_negative(K, M, next - first, states + first*size)) {
            return sgd_tanh_stop(SGD_TANH_NEGATIVE_NORM, first, n, size, states);
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
    return SGD_TANH_OK;
}

int sgd_tanh_integrate(int K, int M, const sgd_tanh_params *params, const sgd_tanh_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, sgd_tanh_stats *stats, double *work)
{
    return sgd_tanh_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int sgd_tanh_check(int version, size_t size)
{
    return version == SGD_TANH_ABI && size == sizeof(sgd_tanh_params) ? SGD_TANH_OK : SGD_TANH_LAYOUT;
}

const char *sgd_tanh_strerror(int status)
{
    switch (status) {
    case SGD_TANH_OK:
        return "ok";
    case SGD_TANH_BAD_K:
        return "K is less than 1";
    case SGD_TANH_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case SGD_TANH_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case SGD_TANH_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case SGD_TANH_STEP_LIMIT:
        return "step limit: max_steps reached";
    case SGD_TANH_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case SGD_TANH_NULL_PARAMS:
        return "params is NULL";
    case SGD_TANH_TIMES:
        return "the times (alphas) do not increase";
    case SGD_TANH_RTOL:
        return "rtol is negative or not finite";
    case SGD_TANH_ATOL:
        return "atol is not positive or not finite";
    case SGD_TANH_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case SGD_TANH_OBSERVABLE:
        return "the observable is none of this model";
    case SGD_TANH_RULE:
        return "the number of nodes (size) is that of no rule";
    case SGD_TANH_NODES:
        return "nodes and weights are missing";
    case SGD_TANH_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case SGD_TANH_BAD_M:
        return "M is less than 1";
    case SGD_TANH_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case SGD_TANH_NO_TIMES:
        return "there are no times: n is 0";
    case SGD_TANH_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case SGD_TANH_NULL_OPTIONS:
        return "options is NULL";
    case SGD_TANH_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case SGD_TANH_NULL_TIMES:
        return "alphas is NULL";
    case SGD_TANH_NULL_RESULTS:
        return "where the results go is NULL";
    case SGD_TANH_NULL_WORK:
        return "work is NULL";
    case SGD_TANH_NULL_REQUEST:
        return "request is NULL";
    case SGD_TANH_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case SGD_TANH_BAD_eta_J:
        return "eta_J is negative or not finite";
    case SGD_TANH_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case SGD_TANH_BAD_noise:
        return "noise is negative or not finite";
    case SGD_TANH_BAD_decay:
        return "decay is negative or not finite";
    case SGD_TANH_BAD_V:
        return "V is not at least 1";
    case SGD_TANH_BAD_T:
        return "T has an element that is not finite";
    case SGD_TANH_BAD_mean:
        return "mean has an element that is not finite";
    case SGD_TANH_BAD_cov:
        return "cov has an element that is not finite";
    case SGD_TANH_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case SGD_TANH_MISSING_T:
        return "T is NULL, and has to be given";
    case SGD_TANH_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
