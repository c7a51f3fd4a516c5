/*
 * giant_step_relu.c - Giant steps: gradient descent on batches of as many samples as there are inputs
 *
 * Emitted by orderode 0.1.0 from the system giant_step_relu, digest 05b275096d0d7b68. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in giant_step_relu.h.
 */
#include "giant_step_relu.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define GIANT_STEP_RELU_RESTRICT
#else
#define GIANT_STEP_RELU_RESTRICT restrict
#endif

/* change: compiled a second time for K = GIANT_STEP_RELU_K and M = GIANT_STEP_RELU_M where these are defined. */
#if defined(GIANT_STEP_RELU_K) && defined(__GNUC__)
#define GIANT_STEP_RELU_SIZED inline __attribute__((always_inline))
#else
#define GIANT_STEP_RELU_SIZED
#endif

void giant_step_relu_defaults(giant_step_relu_params *params)
{
    params->gamma = NAN;
    params->noise = 0.0;
    params->ratio = INFINITY;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
}

size_t giant_step_relu_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int giant_step_relu_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double giant_step_relu_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

/* scales t of the couplings: nodes of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t) */
enum { n_path = 24 };
static const double path[n_path] = {
    0.0075507293691167007, 0.039435267412553474, 0.095316987027231723, 0.17248476943874028,
    0.26674786872644507, 0.37249018186766836, 0.4830564497390103, 0.59148741259930226,
    0.69145397403576525, 0.77813257052449714, 0.84876693335574249, 0.90277391435862731,
    0.94141308690614656, 0.96717248326903382, 0.9830755342256603, 0.99208564617655892,
    0.9967093088891672, 0.99881774111339638, 0.99964833614451731, 0.99991906157094979,
    0.99998716592076597, 0.99999888069950083, 0.99999996855077067, 0.99999999995863109
};

/* weights of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t) */
static const double path_weight[n_path] = {
    0.019338357926509325, 0.044216283881751937, 0.067097416148525615, 0.086539259811065292,
    0.10104452484869522, 0.10931825900908285, 0.11063816808016586, 0.10515366369175164,
    0.093965809204587691, 0.078930303002582372, 0.06224713654521654, 0.045987515397480881,
    0.031717491809136689, 0.020315370815220651, 0.01199128435398639, 0.0064495550902108657,
    0.0031094461519960517, 0.001311573642846805, 0.00046650264342256798, 0.00013192298659749272,
    2.6800885343436852e-05, 3.2116251390093717e-06, 1.4202436215286699e-07, 4.2432267133926537e-10
};

/* 1 at the last node */
static const double path_last[n_path] = {
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 1.0
};

static int giant_step_relu_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int giant_step_relu_checked(int K, int M, const giant_step_relu_params *params)
{
    if (K < 1) {
        return GIANT_STEP_RELU_BAD_K;
    }
    if (M < 1) {
        return GIANT_STEP_RELU_BAD_M;
    }
    if (!params) {
        return GIANT_STEP_RELU_NULL_PARAMS;
    }
    if (!(params->gamma >= 0.0) || !isfinite(params->gamma)) {
        return GIANT_STEP_RELU_BAD_gamma;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return GIANT_STEP_RELU_BAD_noise;
    }
    if (!(params->ratio > 0.0)) {
        return GIANT_STEP_RELU_BAD_ratio;
    }
    if (!params->T) {
        return GIANT_STEP_RELU_MISSING_T;
    }
    if (!giant_step_relu_all_finite((size_t)M*(size_t)M, params->T)) {
        return GIANT_STEP_RELU_BAD_T;
    }
    if (params->mean && !giant_step_relu_all_finite((size_t)M, params->mean)) {
        return GIANT_STEP_RELU_BAD_mean;
    }
    if (params->cov && !giant_step_relu_all_finite((size_t)M*(size_t)M, params->cov)) {
        return GIANT_STEP_RELU_BAD_cov;
    }
    if (params->kurtosis && !giant_step_relu_all_finite((size_t)M, params->kurtosis)) {
        return GIANT_STEP_RELU_BAD_kurtosis;
    }
return GIANT_STEP_RELU_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t giant_step_relu_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int giant_step_relu_general(int K, int M, const giant_step_relu_params *params)
{
    int found = 0;

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


/* How many doubles of work change needs; counted in double, which cannot wrap. */
static double giant_step_relu_change_work(int K, int M, const giant_step_relu_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S*M;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K;
    if (isfinite(params->ratio)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K;
    }
    if (params->kurtosis && isfinite(params->ratio)) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static GIANT_STEP_RELU_SIZED void giant_step_relu_change_arrays(int K, int M, const giant_step_relu_params *params, const double *GIANT_STEP_RELU_RESTRICT state,
                                 double *GIANT_STEP_RELU_RESTRICT dstate, double *GIANT_STEP_RELU_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    const size_t with_kurtosis_ratio = params->kurtosis && isfinite(params->ratio) ? 1 : 0;
    int general = giant_step_relu_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *r1 = C + (size_t)S*(size_t)S;
    double *r2 = r1 + (size_t)S*(size_t)S;
    double *r3 = r2 + (size_t)S*(size_t)S;
    double *I_g2g0 = r3 + (size_t)K;
    double *J2 = I_g2g0 + (size_t)K*(size_t)S;
    double *base0 = J2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *W = A + (size_t)K*(size_t)S;
    double *Y = W + (size_t)K*(size_t)S;
    double *Ct = Y + (size_t)K*(size_t)K;
    double *r0 = Ct + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo = r0 + with_ratio*(size_t)n_path*(size_t)S;
    double *Cm = Ct1_oo + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r4 = Cm + with_ratio*(size_t)K*(size_t)K;
    double *r5 = r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *r6 = r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4 = r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *E = I4 + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *kappa = E + with_ratio*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_ratio;
    (void)with_kurtosis_ratio;
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
            C[k*S + l] = Q[giant_step_relu_packed(K, k, l)];
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
    if (isfinite(params->ratio)) {
        /* Ct: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct[(t*S + i)*S + j] = C[i*S + j]*path[t];
                    Ct[(t*S + j)*S + i] = Ct[(t*S + i)*S + j];
                }
            }
        }
        /* r0: 1/sqrt((1 - path[t])*C[i, i] + Ct[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r0[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C[i*S + i] + Ct[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo[((t*S + i)*S + j)*S + r] = -Ct[(t*S + i)*S + j]*Ct[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]) + Ct[(t*S + j)*S + r];
                        Ct1_oo[((t*S + i)*S + r)*S + j] = Ct1_oo[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm[k*K + l] = 0.63661977236758138*atan2(C[k*S + l], giant_step_relu_root(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l]))*path_weight[t]*r0[t*S + k]);
                }
                Cm[k*K + l] += -0.63661977236758138*C[k*S + l] * sum2;
            }
        }
    }
    /* r1: sqrt(C[i, i]*C[j, j] - C[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r1[i*S + j] = giant_step_relu_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j]));
        }
    }
    /* r2: atan2(C[i, j], r1[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r2[i*S + j] = atan2(C[i*S + j], r1[i*S + j]);
        }
    }
    /* r3: 1/sqrt(C[k, k]) */
    for (int k = 0; k < K; ++k) {
        r3[k] = (1.0 / sqrt(C[k*S + k]));
    }
    if (isfinite(params->ratio)) {
        /* r4: 1/sqrt((1 - path[t])*C[j, j] + Ct1_oo[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r4[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r5: sqrt(((1 - path[t])*C[k, k] + Ct[t, k, k])*((1 - path[t])*C[l, l] + Ct[t, l, l]) - Ct[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r5[(t*K + k)*K + l] = giant_step_relu_root(((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*((1.0 - path[t])*C[l*S + l] + Ct[(t*S + l)*S + l]), (Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]));
                }
            }
        }
        /* r6: atan2(Ct[t, k, l], r5[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r6[(t*K + k)*K + l] = atan2(Ct[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                }
            }
        }
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C[i*S + j]*r2[i*S + j] + 0.039788735772973836*C[i*S + j]*r2[k*S + i] + 0.039788735772973836*C[i*S + j]*r2[k*S + j] + 0.039788735772973836*C[i*S + j]*r2[l*S + i] + 0.039788735772973836*C[i*S + j]*r2[l*S + j] + 0.0625*C[i*S + j] + 0.039788735772973836*C[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]) + 0.039788735772973836*C[k*S + j]*r1[k*S + i]*(r3[k]*r3[k]) + 0.039788735772973836*C[l*S + i]*r1[l*S + j]*(r3[l]*r3[l]) + 0.039788735772973836*C[l*S + j]*r1[l*S + i]*(r3[l]*r3[l]) + 0.039788735772973836*r1[i*S + j];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int t = 0; t < n_path; ++t) {
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l], giant_step_relu_root(((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + i)*S + l)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + l)*S + l]), ((-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l])*(-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l]))))*(C[i*S + j]*C[i*S + j])*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*giant_step_relu_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + i]*r4[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i])*C[k*S + j] + C[k*S + i]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i])*atan2(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j], giant_step_relu_root(((1.0 - path[t])*C[j*S + j] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + l]), ((-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j])*(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + j]*r4[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j])*C[k*S + i] + C[k*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j])*atan2(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i], giant_step_relu_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]))*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + l]), ((-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i])*(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[l*S + i]*r4[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i])*C[l*S + j] + C[l*S + i]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i])*atan2(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j], giant_step_relu_root(((1.0 - path[t])*C[j*S + j] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + i]*Ct1_oo[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + k]), ((-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j])*(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r0[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[l*S + j]*r4[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + l)*S + j)*S + j])*C[l*S + i] + C[l*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j])*atan2(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i], giant_step_relu_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]))*((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + k]), ((-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i])*(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r0[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[l*S + i]*Ct1_oo[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C[l*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + l]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[l*S + i]*Ct1_oo[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C[l*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k])*atan2(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), giant_step_relu_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))) + 0.039788735772973836*C[i*S + j]*path_weight[t]*r6[(t*K + k)*K + l]);
                        }
                        I4[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4[((l*K + k)*S + i)*S + j] = I4[((k*K + l)*S + i)*S + j];
                        I4[((k*K + l)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                        I4[((l*K + k)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0[k*S + i] = 0.15915494309189535*giant_step_relu_root(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i]))*(r3[k]*r3[k]);
        }
    }
    /* J2: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2[k*S + l] = 0.15915494309189535*atan2(C[k*S + l], giant_step_relu_root(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l]))) + 0.25;
            J2[l*S + k] = J2[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2[k*S + K + l] = 0.15915494309189535*atan2(C[k*S + K + l], giant_step_relu_root(C[k*S + k]*C[(K + l)*S + K + l], (C[k*S + K + l]*C[k*S + K + l]))) + 0.25;
        }
    }
    if (general) {
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                J2[(K + k)*S + K + l] = 0.15915494309189535*atan2(C[(K + k)*S + K + l], giant_step_relu_root(C[(K + k)*S + K + k]*C[(K + l)*S + K + l], (C[(K + k)*S + K + l]*C[(K + k)*S + K + l]))) + 0.25;
                J2[(K + l)*S + K + k] = J2[(K + k)*S + K + l];
            }
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
    if (general && params->kurtosis && isfinite(params->ratio)) {
        /* kappa: fourth cumulants of the task vector's components */
        for (int m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
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
            G0[j*S + i] = G0[i*S + j];
        }
    }
    if (general) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                    }
                }
                G0[i*S + j] += sum2;
                G0[j*S + i] = G0[i*S + j];
            }
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C[i*S + j]*r2[k*S + j] + 0.25*C[i*S + j] + 0.15915494309189535*C[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]))*G0[k*S + j]);
            }
            A[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0[k*S + l]*J2[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*I4[((k*K + l)*S + i)*S + j]);
                    }
                }
                E[k*K + l] += (params->gamma*params->gamma)/params->ratio * sum2;
            }
        }
    }
    if (general && params->kurtosis && isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        for (int p = 0; p < M; ++p) {
                            sum2 += (j > i ? 2.0 : 1.0) * (I4[((k*K + l)*S + i)*S + j]*L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (params->gamma*params->gamma)/params->ratio * sum2;
            }
        }
    }
    /* W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W[k*S + l] = -params->gamma*G0[k*S + l]*J2[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0[k*S + i]*I_g2g0[k*S + i]);
            }
            W[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W[k*S + K + n] = -params->gamma*G0[k*S + K + n]*J2[k*S + K + n];
        }
    }
    /* Y: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A[k*S + j]*W[l*S + j]);
            }
            Y[k*K + l] = sum1;
        }
    }
    /* dR: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = A[k*S + K + n];
        }
    }
    /* dQ: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[giant_step_relu_packed(K, k, l)] = A[k*S + l] + A[l*S + k] + Y[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[giant_step_relu_packed(K, k, l)] += E[k*K + l];
            }
        }
    }
    /* dw0: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        dw0[k] = 0.0;
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int giant_step_relu_checked_change(int K, int M, const giant_step_relu_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = giant_step_relu_state_size(K, M);

    if (!giant_step_relu_all_finite(n, state)) {
        return GIANT_STEP_RELU_NONFINITE;
    }
#ifdef GIANT_STEP_RELU_K
    if (K == GIANT_STEP_RELU_K && M == GIANT_STEP_RELU_M) {
        giant_step_relu_change_arrays(GIANT_STEP_RELU_K, GIANT_STEP_RELU_M, params, state, dstate, work);
        return giant_step_relu_all_finite(n, dstate) ? GIANT_STEP_RELU_OK : GIANT_STEP_RELU_DOMAIN;
    }
#endif
    giant_step_relu_change_arrays(K, M, params, state, dstate, work);
    return giant_step_relu_all_finite(n, dstate) ? GIANT_STEP_RELU_OK : GIANT_STEP_RELU_DOMAIN;
}

int giant_step_relu_change(int K, int M, const giant_step_relu_params *params, const double *state, double *dstate, double *work)
{
    const int status = giant_step_relu_checked(K, M, params);

    if (status != GIANT_STEP_RELU_OK) {
        return status;
    }
    if (!giant_step_relu_counted(giant_step_relu_change_work(K, M, params))) {
        return GIANT_STEP_RELU_TOO_LARGE;
    }
    return giant_step_relu_checked_change(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double giant_step_relu_eps_g_work(int K, int M, const giant_step_relu_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void giant_step_relu_eps_g_arrays(int K, int M, const giant_step_relu_params *params, const double *GIANT_STEP_RELU_RESTRICT state,
                                 double *eps_g, double *GIANT_STEP_RELU_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    int general = giant_step_relu_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M;
    double *base0 = C + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;

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
            C[k*S + l] = Q[giant_step_relu_packed(K, k, l)];
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
    if (general) {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                double sum2 = 0.0;
                for (int m = 0; m < M; ++m) {
                    for (int p = 0; p < M; ++p) {
                        sum2 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                    }
                }
                G0[i*S + j] += sum2;
            }
        }
    }
    /* eps_g: loss on fresh data */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((0.15915494309189535*giant_step_relu_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])) + 0.15915494309189535*atan2(C[i*S + j], giant_step_relu_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])))*C[i*S + j] + 0.25*C[i*S + j])*G0[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
}

int giant_step_relu_eps_g(int K, int M, const giant_step_relu_params *params, const double *state, double *eps_g, double *work)
{
    const int status = giant_step_relu_checked(K, M, params);

    if (status != GIANT_STEP_RELU_OK) {
        return status;
    }
    if (!giant_step_relu_counted(giant_step_relu_eps_g_work(K, M, params))) {
        return GIANT_STEP_RELU_TOO_LARGE;
    }
    if (!giant_step_relu_all_finite(giant_step_relu_state_size(K, M), state)) {
        return GIANT_STEP_RELU_NONFINITE;
    }
    giant_step_relu_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? GIANT_STEP_RELU_OK : GIANT_STEP_RELU_DOMAIN;
}

/* -- The map, step by step ------------------------------------------------------------------------------------------- */

size_t giant_step_relu_work_size(int K, int M, const giant_step_relu_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, giant_step_relu_change_work(K, M, params));
    arrays = fmax(arrays, giant_step_relu_eps_g_work(K, M, params));
    return giant_step_relu_counted((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K + arrays);
}

/* The state after a step; the change comes first in work. */
static int giant_step_relu_checked_step(int K, int M, const giant_step_relu_params *params, const double *state, double *next, double *work)
{
    const size_t n = giant_step_relu_state_size(K, M);
    const int status = giant_step_relu_checked_change(K, M, params, state, work, work + n);

    if (status != GIANT_STEP_RELU_OK) {
        return status;
    }
    for (size_t s = 0; s < n; ++s) {
        next[s] = state[s] + work[s];
    }
    return giant_step_relu_all_finite(n, next) ? GIANT_STEP_RELU_OK : GIANT_STEP_RELU_NONFINITE;
}

int giant_step_relu_step(int K, int M, const giant_step_relu_params *params, const double *state, double *next, double *work)
{
    const int status = giant_step_relu_checked(K, M, params);

    if (status != GIANT_STEP_RELU_OK) {
        return status;
    }
    if (!state) {
        return GIANT_STEP_RELU_NULL_STATE;
    }
    if (!next) {
        return GIANT_STEP_RELU_NULL_RESULTS;
    }
    if (!work) {
        return GIANT_STEP_RELU_NULL_WORK;
    }
    if (!giant_step_relu_work_size(K, M, params)) {
        return GIANT_STEP_RELU_TOO_LARGE;
    }
    return giant_step_relu_checked_step(K, M, params, state, next, work);
}

int giant_step_relu_run(int K, int M, const giant_step_relu_params *params, const double *state0, size_t steps, double *states,
                   double *eps_g, size_t *done, double *work)
{
    const size_t n = giant_step_relu_state_size(K, M);
    size_t reached = 0;
    int status = giant_step_relu_checked(K, M, params);

    if (done) {
        *done = 0;
    }
    if (status != GIANT_STEP_RELU_OK) {
        return status;
    }
    if (!state0) {
        return GIANT_STEP_RELU_NULL_STATE;
    }
    if (!states) {
        return GIANT_STEP_RELU_NULL_RESULTS;
    }
    if (!work) {
        return GIANT_STEP_RELU_NULL_WORK;
    }
    if (!giant_step_relu_work_size(K, M, params)) {
        return GIANT_STEP_RELU_TOO_LARGE;
    }
    for (size_t s = 0; s < n; ++s) {
        states[s] = state0[s];
    }
    status = giant_step_relu_all_finite(n, states) ? GIANT_STEP_RELU_OK : GIANT_STEP_RELU_NONFINITE;
    for (size_t t = 0; t <= steps; ++t) {
        double *here = states + t*n;

        if (t > 0 && status == GIANT_STEP_RELU_OK) {
            status = giant_step_relu_checked_step(K, M, params, here - n, here, work);
        }
        if (status == GIANT_STEP_RELU_OK && eps_g) {
            giant_step_relu_eps_g_arrays(K, M, params, here, eps_g + t, work);
            status = isfinite(eps_g[t]) ? GIANT_STEP_RELU_OK : GIANT_STEP_RELU_DOMAIN;
        }
        if (status == GIANT_STEP_RELU_OK) {
            reached = t;
            continue;
        }
        for (size_t s = 0; s < n; ++s) {
            here[s] = NAN;
        }
        if (eps_g) {
            eps_g[t] = NAN;
        }
    }
    if (done) {
        *done = reached;
    }
    return status;
}

int giant_step_relu_check(int version, size_t size)
{
    return version == GIANT_STEP_RELU_ABI && size == sizeof(giant_step_relu_params) ? GIANT_STEP_RELU_OK : GIANT_STEP_RELU_LAYOUT;
}

const char *giant_step_relu_strerror(int status)
{
    switch (status) {
    case GIANT_STEP_RELU_OK:
        return "ok";
    case GIANT_STEP_RELU_BAD_K:
        return "K is less than 1";
    case GIANT_STEP_RELU_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case GIANT_STEP_RELU_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case GIANT_STEP_RELU_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case GIANT_STEP_RELU_STEP_LIMIT:
        return "step limit: max_steps reached";
    case GIANT_STEP_RELU_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case GIANT_STEP_RELU_NULL_PARAMS:
        return "params is NULL";
    case GIANT_STEP_RELU_TIMES:
        return "the times (alphas) do not increase";
    case GIANT_STEP_RELU_RTOL:
        return "rtol is negative or not finite";
    case GIANT_STEP_RELU_ATOL:
        return "atol is not positive or not finite";
    case GIANT_STEP_RELU_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case GIANT_STEP_RELU_OBSERVABLE:
        return "the observable is none of this model";
    case GIANT_STEP_RELU_RULE:
        return "the number of nodes (size) is that of no rule";
    case GIANT_STEP_RELU_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case GIANT_STEP_RELU_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case GIANT_STEP_RELU_BAD_M:
        return "M is less than 1";
    case GIANT_STEP_RELU_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case GIANT_STEP_RELU_NO_TIMES:
        return "there are no times: n is 0";
    case GIANT_STEP_RELU_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case GIANT_STEP_RELU_NULL_OPTIONS:
        return "options is NULL";
    case GIANT_STEP_RELU_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case GIANT_STEP_RELU_NULL_TIMES:
        return "alphas is NULL";
    case GIANT_STEP_RELU_NULL_RESULTS:
        return "where the results go is NULL";
    case GIANT_STEP_RELU_NULL_WORK:
        return "work is NULL";
    case GIANT_STEP_RELU_NULL_REQUEST:
        return "request is NULL";
    case GIANT_STEP_RELU_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case GIANT_STEP_RELU_BAD_gamma:
        return "gamma is negative or not finite";
    case GIANT_STEP_RELU_BAD_noise:
        return "noise is negative or not finite";
    case GIANT_STEP_RELU_BAD_ratio:
        return "ratio is not positive";
    case GIANT_STEP_RELU_BAD_T:
        return "T has an element that is not finite";
    case GIANT_STEP_RELU_BAD_mean:
        return "mean has an element that is not finite";
    case GIANT_STEP_RELU_BAD_cov:
        return "cov has an element that is not finite";
    case GIANT_STEP_RELU_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case GIANT_STEP_RELU_MISSING_T:
        return "T is NULL, and has to be given";
    case GIANT_STEP_RELU_FINITE_ratio:
        return "ratio is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
