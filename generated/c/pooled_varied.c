/*
 * pooled_varied.c - Pooled training on the task stream, adapted only at test time; teachers vary with the task
 *
 * Emitted by orderode 0.1.0 from the system pooled_varied, digest a8da87377f14f482. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in pooled_varied.h.
 */
#include "pooled_varied.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define POOLED_VARIED_RESTRICT
#else
#define POOLED_VARIED_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = POOLED_VARIED_K and M = POOLED_VARIED_M where these are defined. */
#if defined(POOLED_VARIED_K) && defined(__GNUC__)
#define POOLED_VARIED_SIZED inline __attribute__((always_inline))
#else
#define POOLED_VARIED_SIZED
#endif

void pooled_varied_defaults(pooled_varied_params *params)
{
    params->eta_J = NAN;
    params->eta_w = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->V = INFINITY;
    params->P = INFINITY;
    params->first_order = 0;
    params->inner_steps = 1;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
    params->spread = NULL;
}

size_t pooled_varied_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int pooled_varied_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* scales t of the couplings: nodes of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions */
enum { n_path = 10 };
static const double path[n_path] = {
    0.15695732645063498, 0.35226839947456207, 0.53050523985520426, 0.68267137058293004,
    0.80347745925294034, 0.8913194525585042, 0.94838578349890046, 0.98022720723965429,
    0.99456341776548074, 0.99927079955520715
};

/* weights of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions */
static const double path_weight[n_path] = {
    0.19927364793410826, 0.18864007392816537, 0.16637479230733504, 0.13707026388755236,
    0.10427193603945759, 0.071783423926572845, 0.043294000664199653, 0.021709744436756509,
    0.0083189643898639466, 0.0020597150876994308
};

/* strengths of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most */
enum { n_fine = 7 };
static const double fine[n_fine] = {
    1.0110464369533159, 1.0969923449326693, 1.2556771668737854, 1.460560479906744,
    1.6745730670733887, 1.8568793338110265, 1.9716452434570688
};

/* weights of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most */
static const double fine_weight[n_fine] = {
    -0.26391745202300493, -0.23413868502848809, -0.18775023983578937, -0.13887062175827453,
    -0.09481851314563873, -0.056907584804985825, -0.02359690340381855
};

/* average of g over 4 fields, of their covariance: upper triangle, row by row */
static double pooled_varied_joint4(
double v00, double v01, double v02, double v03, double v11, double v12, double v13, double v22, double v23, double v33)
{
    double total = 0.0;

    for (int t = 0; t < n_path; ++t) {
        const double a00 = v00 + 1.0;
        const double a01 = v01;
        const double a02 = v02*path[t];
        const double a03 = v03*path[t];
        const double a11 = v11 + 1.0;
        const double a12 = v12*path[t];
        const double a13 = v13*path[t];
        const double a22 = v22 + 1.0;
        const double a23 = v23;
        const double a33 = v33 + 1.0;
        const double x0 = (a02*a02);
        const double x1 = a00*a23;
        const double x2 = a01*a22;
        const double x3 = (a12*a12);
        const double x4 = (a01*a01);
        const double x5 = (1.0 / sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4));
        const double x6 = (a23*a23);
        const double x7 = (a03*a03);
        const double x8 = (1.0 / sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0));
        const double x9 = 0.4052847345693511*path_weight[t];
        const double x10 = a00*a33;
        const double x11 = a01*a23;
        const double x12 = a01*a33;
        const double x13 = (a13*a13);
        const double x14 = (1.0 / sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4));
        const double x15 = a11*a22;
        const double x16 = a11*a23;
        const double x17 = (1.0 / sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3));

        total += v02*x9*(1.0 / sqrt(a00*a22 - x0))*asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v03*x9*(1.0 / sqrt(x10 - x7))*asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v12*x9*(1.0 / sqrt(x15 - x3))*asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v13*x9*(1.0 / sqrt(a11*a33 - x13))*asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12));
    }
    return total + 0.4052847345693511*asin(v01*(1.0 / sqrt(v00 + 1.0))*(1.0 / sqrt(v11 + 1.0)))*asin(v23*(1.0 / sqrt(v22 + 1.0))*(1.0 / sqrt(v33 + 1.0)));
}

static int pooled_varied_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int pooled_varied_checked(int K, int M, const pooled_varied_params *params)
{
    if (K < 1) {
        return POOLED_VARIED_BAD_K;
    }
    if (M < 1) {
        return POOLED_VARIED_BAD_M;
    }
    if (!params) {
        return POOLED_VARIED_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return POOLED_VARIED_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return POOLED_VARIED_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return POOLED_VARIED_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return POOLED_VARIED_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return POOLED_VARIED_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return POOLED_VARIED_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return POOLED_VARIED_BAD_P;
    }
    if (params->inner_steps < 1) {
        return POOLED_VARIED_BAD_inner_steps;
    }
    if (!params->T) {
        return POOLED_VARIED_MISSING_T;
    }
    if (!pooled_varied_all_finite((size_t)M*(size_t)M, params->T)) {
        return POOLED_VARIED_BAD_T;
    }
    if (params->mean && !pooled_varied_all_finite((size_t)M, params->mean)) {
        return POOLED_VARIED_BAD_mean;
    }
    if (params->cov && !pooled_varied_all_finite((size_t)M*(size_t)M, params->cov)) {
        return POOLED_VARIED_BAD_cov;
    }
    if (params->kurtosis && !pooled_varied_all_finite((size_t)M, params->kurtosis)) {
        return POOLED_VARIED_BAD_kurtosis;
    }
    if (params->spread && !pooled_varied_all_finite((size_t)M, params->spread)) {
        return POOLED_VARIED_BAD_spread;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return POOLED_VARIED_SEVERAL_inner_steps;
    }
return POOLED_VARIED_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t pooled_varied_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int pooled_varied_general(int K, int M, const pooled_varied_params *params)
{
    int found = params->eta_0 != 0.0 || params->inner_steps > 1;

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
static double pooled_varied_rhs_work(int K, int M, const pooled_varied_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S;
    size += 1.0*K + 1.0*K*S + 1.0*K*M;
    if (isfinite(params->V)) {
        size += 1.0*S*S*S + 1.0*K*K*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*K*S*S*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static POOLED_VARIED_SIZED void pooled_varied_rhs_arrays(int K, int M, const pooled_varied_params *params, const double *POOLED_VARIED_RESTRICT state,
                                 double *POOLED_VARIED_RESTRICT dstate, double *POOLED_VARIED_RESTRICT work)
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
    int general = pooled_varied_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *spread = work + (size_t)M + (size_t)M*(size_t)M;
    double *Tt = work + (size_t)M + (size_t)M*(size_t)M + (size_t)M;
    double *C = Tt + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *J2 = r0 + (size_t)S;
    double *mc0 = J2 + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *r1 = G0 + (size_t)S*(size_t)S;
    double *v0 = r1 + (size_t)K*(size_t)S;
    double *C1_0 = v0 + (size_t)K*(size_t)S;
    double *A = C1_0 + (size_t)K;
    double *X = A + (size_t)K*(size_t)S;
    double *C1 = X + (size_t)K*(size_t)M;
    double *r2 = C1 + with_V*(size_t)S*(size_t)S*(size_t)S;
    double *E = r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    double *L0 = E + with_V*(size_t)K*(size_t)K;
    double *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r3 = kappa + with_V_kurtosis*(size_t)M;

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
    for (int n = 0; n < M; ++n) {
        spread[n] = params->spread ? params->spread[n] : 0.0;
    }
    for (size_t p = 0; p < (size_t)K; ++p) {
        general |= w0[p] != 0.0;
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
            C[k*S + l] = Q[pooled_varied_packed(K, k, l)];
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
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    if (isfinite(params->V)) {
        /* C1: covariance of the fields with the Gaussian weight of i absorbed */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    C1[(k*S + l)*S + a] = -C[k*S + a]*C[k*S + l]*(r0[k]*r0[k]) + C[l*S + a];
                    C1[(k*S + a)*S + l] = C1[(k*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1[(k*S + l)*S + K + a] = -C[k*S + K + a]*C[k*S + l]*(r0[k]*r0[k]) + C[l*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1[(k*S + K + a)*S + l] = C1[(k*S + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1[(k*S + K + l)*S + K + a] = -C[k*S + K + a]*C[k*S + K + l]*(r0[k]*r0[k]) + C[(K + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1[(k*S + K + a)*S + K + l] = C1[(k*S + K + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V) && general) {
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    C1[((K + k)*S + l)*S + a] = -C[(K + k)*S + a]*C[(K + k)*S + l]*(r0[K + k]*r0[K + k]) + C[l*S + a];
                    C1[((K + k)*S + a)*S + l] = C1[((K + k)*S + l)*S + a];
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = 0; a < M; ++a) {
                    C1[((K + k)*S + l)*S + K + a] = -C[(K + k)*S + K + a]*C[(K + k)*S + l]*(r0[K + k]*r0[K + k]) + C[l*S + K + a];
                    C1[((K + k)*S + K + a)*S + l] = C1[((K + k)*S + l)*S + K + a];
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = 0; l < M; ++l) {
                for (int a = l; a < M; ++a) {
                    C1[((K + k)*S + K + l)*S + K + a] = -C[(K + k)*S + K + a]*C[(K + k)*S + K + l]*(r0[K + k]*r0[K + k]) + C[(K + l)*S + K + a];
                    C1[((K + k)*S + K + a)*S + K + l] = C1[((K + k)*S + K + l)*S + K + a];
                }
            }
        }
    }
    if (isfinite(params->V)) {
        /* J2: <g'(z_i) g'(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*S + l] = 0.63661977236758138*(1.0 / sqrt(-(C[k*S + l]*C[k*S + l])*(r0[k]*r0[k]) + C[l*S + l] + 1.0))*r0[k];
            }
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                J2[k*S + K + l] = 0.63661977236758138*(1.0 / sqrt(-(C[k*S + K + l]*C[k*S + K + l])*(r0[k]*r0[k]) + C[(K + l)*S + K + l] + 1.0))*r0[k];
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
        mc0[k] = 0.0;
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            mc0[k] += w0[k];
        }
    }
    for (int n = 0; n < M; ++n) {
        mc0[K + n] = 0.0;
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            mc0[K + n] += -mean[n];
        }
    }
    /* G0: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] = 0.0;
            G0[l*S + k] = G0[k*S + l];
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
                G0[l*S + k] = G0[k*S + l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = 0.0;
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->V) && general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
    }
    /* r1: 1/sqrt(C1[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r1[k*S + i] = (1.0 / sqrt(C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0));
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
                E[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0[k*S + l]*J2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r1[k*S + l]*r1[k*S + l]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j]));
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
                            sum2 += (L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]*r3[((k*S + i)*S + j)*K + l]);
                        }
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r1[k*S + l]/params->V * sum2;
            }
        }
    }
    if (general) {
        /* X: X[k, n] = spread_n^2 <sum_s da_k^s/dbeta_n^s>, steps against noise */
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                X[k*M + n] = -params->eta_J*G0[k*S + K + n]*J2[k*S + K + n]*(spread[n]*spread[n]);
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
            dQ[pooled_varied_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[pooled_varied_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[pooled_varied_packed(K, k, l)] += E[k*K + l];
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
                sum2 += (asin(C[k*S + i]*r0[i]*r0[k])*mc0[i]);
            }
            dw0[k] += -0.63661977236758138*params->eta_0 * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int pooled_varied_checked_rhs(int K, int M, const pooled_varied_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = pooled_varied_state_size(K, M);

    if (!pooled_varied_all_finite(n, state)) {
        return POOLED_VARIED_NONFINITE;
    }
#ifdef POOLED_VARIED_K
    if (K == POOLED_VARIED_K && M == POOLED_VARIED_M) {
        pooled_varied_rhs_arrays(POOLED_VARIED_K, POOLED_VARIED_M, params, state, dstate, work);
        return pooled_varied_all_finite(n, dstate) ? POOLED_VARIED_OK : POOLED_VARIED_DOMAIN;
    }
#endif
    pooled_varied_rhs_arrays(K, M, params, state, dstate, work);
    return pooled_varied_all_finite(n, dstate) ? POOLED_VARIED_OK : POOLED_VARIED_DOMAIN;
}

int pooled_varied_rhs(int K, int M, const pooled_varied_params *params, const double *state, double *dstate, double *work)
{
    const int status = pooled_varied_checked(K, M, params);

    if (status != POOLED_VARIED_OK) {
        return status;
    }
    if (!pooled_varied_counted(pooled_varied_rhs_work(K, M, params))) {
        return POOLED_VARIED_TOO_LARGE;
    }
    return pooled_varied_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double pooled_varied_eps_g_work(int K, int M, const pooled_varied_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_varied_eps_g_arrays(int K, int M, const pooled_varied_params *params, const double *POOLED_VARIED_RESTRICT state,
                                 double *eps_g, double *POOLED_VARIED_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    int general = pooled_varied_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *spread = work + (size_t)M + (size_t)M*(size_t)M;
    double *Tt = work + (size_t)M + (size_t)M*(size_t)M + (size_t)M;
    double *C = Tt + (size_t)M*(size_t)M;
    double *mc0 = C + (size_t)S*(size_t)S;
    double *G0 = mc0 + (size_t)S;
    double *r0 = G0 + (size_t)S*(size_t)S;

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
            C[k*S + l] = Q[pooled_varied_packed(K, k, l)];
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
    if (general) {
        /* mc0: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }
    /* G0: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0[k*S + l] = 0.0;
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            G0[k*S + K + n] = 0.0;
        }
    }
    if (general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            G0[(K + n)*S + K + m] = cov[n*M + m];
        }
    }
    if (general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
    }
    /* r0: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r0[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* eps_g: loss on fresh data before adaptation */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (asin(C[i*S + j]*r0[i]*r0[j])*G0[i*S + j]);
            }
        }
        *eps_g = 0.31830988618379069 * sum1;
    }
}

int pooled_varied_eps_g(int K, int M, const pooled_varied_params *params, const double *state, double *eps_g, double *work)
{
    const int status = pooled_varied_checked(K, M, params);

    if (status != POOLED_VARIED_OK) {
        return status;
    }
    if (!pooled_varied_counted(pooled_varied_eps_g_work(K, M, params))) {
        return POOLED_VARIED_TOO_LARGE;
    }
    if (!pooled_varied_all_finite(pooled_varied_state_size(K, M), state)) {
        return POOLED_VARIED_NONFINITE;
    }
    pooled_varied_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? POOLED_VARIED_OK : POOLED_VARIED_DOMAIN;
}

/* How many doubles of work eps_g_adapted needs; counted in double, which cannot wrap. */
static double pooled_varied_eps_g_adapted_work(int K, int M, const pooled_varied_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M;
    size += 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S;
    if (isfinite(params->P)) {
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_varied_eps_g_adapted_arrays(int K, int M, const pooled_varied_params *params, const double *POOLED_VARIED_RESTRICT state,
                                 double *eps_g_adapted, double *POOLED_VARIED_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_P = isfinite(params->P) ? 1 : 0;
    int general = pooled_varied_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *spread = work + (size_t)M + (size_t)M*(size_t)M;
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M + (size_t)M;
    double *Tt = cov_apart + (size_t)M*(size_t)M;
    double *C = Tt + (size_t)M*(size_t)M;
    double *r2 = C + (size_t)S*(size_t)S;
    double *I2 = r2 + (size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *mc = H_next + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *r0 = G + (size_t)S*(size_t)S;
    double *r1 = r0 + with_P*(size_t)S*(size_t)n_fine;
    double *v0 = r1 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *I_eg0g0_fff = v0 + with_P*(size_t)n_fine*(size_t)S;
    double *r3 = I_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *I_g0g0g0g0 = r3 + with_P*(size_t)S*(size_t)S;
    double *base1 = I_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *mc0 = base1 + with_P*(size_t)S;
    double *G0 = mc0 + with_P*(size_t)S;
    double *mc1 = G0 + with_P*(size_t)S*(size_t)S;
    double *G1 = mc1 + with_P*(size_t)S;
    double *p21 = G1 + with_P*(size_t)S*(size_t)S;
    double *p22 = p21 + with_P*(size_t)1;
    double *B2 = p22 + with_P*(size_t)1;
    double *P2 = B2 + with_P*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_P;
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
            C[k*S + l] = Q[pooled_varied_packed(K, k, l)];
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[l*S + k] = C[k*S + l];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C[k*S + K + n] = R[k*M + n];
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C[(K + n)*S + k] = C[k*S + K + n];
            }
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C[(K + n)*S + K + m] = Tt[n*M + m];
        }
    }
    if (isfinite(params->P)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
            }
        }
        /* r0: 1/sqrt(C[i, i]*fine[x] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int x = 0; x < n_fine; ++x) {
                r0[i*n_fine + x] = (1.0 / sqrt(C[i*S + i]*fine[x] + 1.0));
            }
        }
        /* r1: 1/sqrt(-C[i, j]**2*fine[x]*r0[i, x]**2 + C[j, j] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int x = 0; x < n_fine; ++x) {
                    r1[(i*S + j)*n_fine + x] = (1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + j] + 1.0));
                }
            }
        }
        /* v0: fine_weight[x]*r0[i, x] */
        for (int x = 0; x < n_fine; ++x) {
            for (int i = 0; i < S; ++i) {
                v0[x*S + i] = fine_weight[x]*r0[i*n_fine + x];
            }
        }
        /* I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    double sum2 = 0.0;
                    for (int x = 0; x < n_fine; ++x) {
                        sum2 += (asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r])*r1[(i*S + j)*n_fine + x]*r1[(i*S + r)*n_fine + x])*v0[x*S + i]);
                    }
                    I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum2;
                }
            }
        }
    }
    /* r2: 1/sqrt(C[i, i] + 1) */
    for (int i = 0; i < S; ++i) {
        r2[i] = (1.0 / sqrt(C[i*S + i] + 1.0));
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = 0.63661977236758138*asin(C[i*S + j]*r2[i]*r2[j]);
            I2[j*S + i] = I2[i*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* r3: asin(C[i, j]*r2[i]*r2[j]) */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                r3[i*S + j] = asin(C[i*S + j]*r2[i]*r2[j]);
            }
        }
        /* I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                for (int r = j + 1; r < S; ++r) {
                    for (int s = r + 1; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = pooled_varied_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
                        I_g0g0g0g0[((j*S + i)*S + r)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + r)*S + j)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + j)*S + s)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + r)*S + i)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + i)*S + s)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + i)*S + j)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + r)*S + s)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + s)*S + j)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + j)*S + i)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + r)*S + s)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + s)*S + i)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + i)*S + s)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + s)*S + r)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + i)*S + j)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + j)*S + s)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + s)*S + r)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + j)*S + i)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + i)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + i)*S + r)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + j)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + j)*S + r)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + i)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + j)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    I_g0g0g0g0[((i*S + i)*S + j)*S + r] = I_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*r3[j*S + r];
                    I_g0g0g0g0[((i*S + i)*S + r)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + j)*S + i)*S + r] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + r)*S + i)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + j)*S + r)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + i)*S + i)*S + r] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + r)*S + j)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + i)*S + i)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + i)*S + r)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + i)*S + j)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + r)*S + i)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + j)*S + i)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                }
            }
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
    for (int step = 1; general && step < params->inner_steps; ++step) {
        /* h_next: h after one more step */
        for (int k = 0; k < K; ++k) {
            h_next[k] = h[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int l = 0; l < K; ++l) {
                sum2 += (I2[k*S + l]*h[l]);
            }
            h_next[k] += -params->eta_w * sum2;
        }
        for (int k = 0; k < K; ++k) {
            h[k] = h_next[k];
        }
    }
    /* H: its response to the task: w_k = h_k + sum_m H_km u_m */
    for (int k = 0; k < K; ++k) {
        for (int m = 0; m < M; ++m) {
            H[k*M + m] = params->eta_w*I2[k*S + K + m];
        }
    }
    for (int step = 1; step < params->inner_steps; ++step) {
        /* H_next: H after one more step */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                double sum2 = 0.0;
                for (int l = 0; l < K; ++l) {
                    sum2 += (H[l*M + m]*I2[k*S + l]);
                }
                H_next[k*M + m] += -params->eta_w * sum2;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                H[k*M + m] = H_next[k*M + m];
            }
        }
    }
    if (isfinite(params->P) && general) {
        /* base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
        for (int n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
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
    if (isfinite(params->P) && general) {
        /* mc0: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (int n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }
    if (isfinite(params->P)) {
        /* G0: <c_i c_j> over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] = 0.0;
            }
        }
    }
    if (isfinite(params->P) && general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] = 0.0;
            }
        }
    }
    if (isfinite(params->P) && general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }
    if (isfinite(params->P)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->P) && general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
        /* mc1: <c_i> over the task */
        for (int k = 0; k < K; ++k) {
            mc1[k] = base1[k];
        }
        for (int k = 0; k < K; ++k) {
            double sum2 = 0.0;
            for (int p = 0; p < M; ++p) {
                sum2 += (H[k*M + p]*mean[p]);
            }
            mc1[k] += sum2;
        }
        for (int n = 0; n < M; ++n) {
            mc1[K + n] = base1[K + n] - mean[n];
        }
    }
    if (isfinite(params->P)) {
        /* G1: <c_i c_j> over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int q = 0; q < M; ++q) {
                    sum2 += (H[l*M + q]*s0[q*K + k]);
                }
                G1[k*S + l] = sum2;
            }
        }
    }
    if (isfinite(params->P) && general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G1[k*S + l] += mc1[k]*mc1[l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G1[k*S + K + n] = -H[k*M + n]*cov[n*M + n] + mc1[k]*mc1[K + n];
                G1[(K + n)*S + k] = G1[k*S + K + n];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G1[k*S + K + n] += -1.0 * sum2;
                G1[(K + n)*S + k] = G1[k*S + K + n];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] = cov[n*M + m] + mc1[K + m]*mc1[K + n];
                G1[(K + m)*S + K + n] = G1[(K + n)*S + K + m];
            }
        }
    }
    if (isfinite(params->P)) {
        /* p21: share of 2 support samples in 1 given blocks */
        *p21 = 1.0/params->P;
        /* p22: share of 2 support samples in 2 given blocks, minus 1 */
        *p22 = -1.0/params->P;
        /* B2: <d_k d_l> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                B2[k*K + l] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                    }
                }
                B2[k*K + l] += (params->eta_w*params->eta_w) * sum2;
            }
        }
        /* P2: <c_i c_j> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                P2[k*S + l] = (*p21)*B2[k*K + l] + (*p22)*G1[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                P2[k*S + K + n] = 0.0;
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
            }
        }
    }
    /* eps_g_adapted: loss on fresh data after adaptation */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (G[i*S + j]*I2[i*S + j]);
            }
        }
        *eps_g_adapted = 0.5 * sum1;
    }
    if (isfinite(params->P)) {
        {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    sum2 += (j > i ? 2.0 : 1.0) * (I2[i*S + j]*P2[i*S + j]);
                }
            }
            *eps_g_adapted += 0.5 * sum2;
        }
    }
}

int pooled_varied_eps_g_adapted(int K, int M, const pooled_varied_params *params, const double *state, double *eps_g_adapted, double *work)
{
    const int status = pooled_varied_checked(K, M, params);

    if (status != POOLED_VARIED_OK) {
        return status;
    }
    if (!pooled_varied_counted(pooled_varied_eps_g_adapted_work(K, M, params))) {
        return POOLED_VARIED_TOO_LARGE;
    }
    if (!pooled_varied_all_finite(pooled_varied_state_size(K, M), state)) {
        return POOLED_VARIED_NONFINITE;
    }
    pooled_varied_eps_g_adapted_arrays(K, M, params, state, eps_g_adapted, work);
    return isfinite(*eps_g_adapted) ? POOLED_VARIED_OK : POOLED_VARIED_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { POOLED_VARIED_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t pooled_varied_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t pooled_varied_work_size(int K, int M, const pooled_varied_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, pooled_varied_rhs_work(K, M, params));
    arrays = fmax(arrays, pooled_varied_eps_g_work(K, M, params));
    arrays = fmax(arrays, pooled_varied_eps_g_adapted_work(K, M, params));
    return pooled_varied_counted(POOLED_VARIED_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)pooled_varied_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double pooled_varied_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void pooled_varied_between(int K, int M, const pooled_varied_params *params, const pooled_varied_params *then, double share, double *ramped, pooled_varied_params *now)
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
static int pooled_varied_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*pooled_varied_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[pooled_varied_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void pooled_varied_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void pooled_varied_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void pooled_varied_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double pooled_varied_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int pooled_varied_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int pooled_varied_integrate_ramped(int K, int M, const pooled_varied_params *params, const pooled_varied_params *then, const pooled_varied_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, pooled_varied_stats *stats, double *work)
{
    pooled_varied_stats local = {0, 0, 0, 0.0};
    pooled_varied_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    pooled_varied_params between;
    const pooled_varied_params *now = params;
    int status = pooled_varied_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return POOLED_VARIED_NULL_OPTIONS;
    }
    if (!state0) {
        return POOLED_VARIED_NULL_STATE;
    }
    if (!alphas) {
        return POOLED_VARIED_NULL_TIMES;
    }
    if (!states) {
        return POOLED_VARIED_NULL_RESULTS;
    }
    if (!work) {
        return POOLED_VARIED_NULL_WORK;
    }
    if (n < 1) {
        return POOLED_VARIED_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = pooled_varied_state_size(K, M);
    if (status == POOLED_VARIED_OK && then) {
        status = pooled_varied_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == POOLED_VARIED_OK && !pooled_varied_work_size(K, M, params)) {
        return POOLED_VARIED_TOO_LARGE;
    }
    if (status == POOLED_VARIED_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = POOLED_VARIED_RTOL;
    }
    if (status == POOLED_VARIED_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = POOLED_VARIED_ATOL;
    }
    for (size_t s = 0; s < n && status == POOLED_VARIED_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = POOLED_VARIED_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == POOLED_VARIED_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = POOLED_VARIED_TIMES;
        }
    }
    if (status != POOLED_VARIED_OK) {
        return pooled_varied_stop(status, 0, n, size, states);
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
    arrays = ramped + pooled_varied_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = pooled_varied_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == POOLED_VARIED_OK && pooled_varied_norms_negative(K, M, 1, y)) {
        status = POOLED_VARIED_NEGATIVE_NORM;
    }
    if (status != POOLED_VARIED_OK) {
        return pooled_varied_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = pooled_varied_norm(size, y, y, y, rtol, atol);
        const double scale_f = pooled_varied_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? POOLED_VARIED_STEP_LIMIT : POOLED_VARIED_STEP_SIZE;

            return pooled_varied_stop(status == POOLED_VARIED_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = POOLED_VARIED_OK;
        for (int stage = 1; stage < 7 && status == POOLED_VARIED_OK; ++stage) {
            pooled_varied_stage(stage, size, h, y, k, y_new);
            if (then) {
                pooled_varied_between(K, M, params, then, (alpha + pooled_varied_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = pooled_varied_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != POOLED_VARIED_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        pooled_varied_error(size, h, k, dense[4]);
        error = pooled_varied_norm(size, dense[4], y, y_new, rtol, atol);
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
        pooled_varied_bend(size, h, k, dense[4]);
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
        if (pooled_varied_norms_negative(K, M, 1, y) || pooled_varied_norms_negative(K, M, next - first, states + first*size)) {
            return pooled_varied_stop(POOLED_VARIED_NEGATIVE_NORM, first, n, size, states);
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
    return POOLED_VARIED_OK;
}

int pooled_varied_integrate(int K, int M, const pooled_varied_params *params, const pooled_varied_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, pooled_varied_stats *stats, double *work)
{
    return pooled_varied_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int pooled_varied_check(int version, size_t size)
{
    return version == POOLED_VARIED_ABI && size == sizeof(pooled_varied_params) ? POOLED_VARIED_OK : POOLED_VARIED_LAYOUT;
}

const char *pooled_varied_strerror(int status)
{
    switch (status) {
    case POOLED_VARIED_OK:
        return "ok";
    case POOLED_VARIED_BAD_K:
        return "K is less than 1";
    case POOLED_VARIED_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case POOLED_VARIED_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case POOLED_VARIED_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case POOLED_VARIED_STEP_LIMIT:
        return "step limit: max_steps reached";
    case POOLED_VARIED_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case POOLED_VARIED_NULL_PARAMS:
        return "params is NULL";
    case POOLED_VARIED_TIMES:
        return "the times (alphas) do not increase";
    case POOLED_VARIED_RTOL:
        return "rtol is negative or not finite";
    case POOLED_VARIED_ATOL:
        return "atol is not positive or not finite";
    case POOLED_VARIED_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case POOLED_VARIED_OBSERVABLE:
        return "the observable is none of this model";
    case POOLED_VARIED_RULE:
        return "the number of nodes (size) is that of no rule";
    case POOLED_VARIED_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case POOLED_VARIED_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case POOLED_VARIED_BAD_M:
        return "M is less than 1";
    case POOLED_VARIED_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case POOLED_VARIED_NO_TIMES:
        return "there are no times: n is 0";
    case POOLED_VARIED_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case POOLED_VARIED_NULL_OPTIONS:
        return "options is NULL";
    case POOLED_VARIED_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case POOLED_VARIED_NULL_TIMES:
        return "alphas is NULL";
    case POOLED_VARIED_NULL_RESULTS:
        return "where the results go is NULL";
    case POOLED_VARIED_NULL_WORK:
        return "work is NULL";
    case POOLED_VARIED_NULL_REQUEST:
        return "request is NULL";
    case POOLED_VARIED_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case POOLED_VARIED_BAD_eta_J:
        return "eta_J is negative or not finite";
    case POOLED_VARIED_BAD_eta_w:
        return "eta_w is negative or not finite";
    case POOLED_VARIED_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case POOLED_VARIED_BAD_noise:
        return "noise is negative or not finite";
    case POOLED_VARIED_BAD_decay:
        return "decay is negative or not finite";
    case POOLED_VARIED_BAD_V:
        return "V is not at least 1";
    case POOLED_VARIED_BAD_P:
        return "P is not at least 1";
    case POOLED_VARIED_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case POOLED_VARIED_BAD_T:
        return "T has an element that is not finite";
    case POOLED_VARIED_BAD_mean:
        return "mean has an element that is not finite";
    case POOLED_VARIED_BAD_cov:
        return "cov has an element that is not finite";
    case POOLED_VARIED_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case POOLED_VARIED_BAD_spread:
        return "spread has an element that is not finite";
    case POOLED_VARIED_MISSING_T:
        return "T is NULL, and has to be given";
    case POOLED_VARIED_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case POOLED_VARIED_FINITE_V:
        return "V is finite, and has to be infinite here";
    case POOLED_VARIED_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
