/*
 * pooled_relu_adjoint.c - Pooled training on the task stream, adapted only at test time
 *
 * Emitted by orderode 0.1.0 from the system pooled_relu_adjoint, digest da3f20a3a1859c7a. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in pooled_relu_adjoint.h.
 */
#include "pooled_relu_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define POOLED_RELU_ADJOINT_RESTRICT
#else
#define POOLED_RELU_ADJOINT_RESTRICT restrict
#endif

void pooled_relu_adjoint_defaults(pooled_relu_adjoint_params *params)
{
    params->eta_J = NAN;
    params->eta_w = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->V = INFINITY;
    params->inner_steps = 1;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
}

size_t pooled_relu_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t pooled_relu_adjoint_row_size(int K, int M)
{
    return pooled_relu_adjoint_state_size(K, M) + 6;
}

/* The slope of an element that is a copy of another goes to that. */
static void pooled_relu_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int pooled_relu_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double pooled_relu_adjoint_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

/* 1/(2 x); 0 where x is: the root of a difference that is zero for every state, as of a field and itself, does not move. */
static double pooled_relu_adjoint_half(double x)
{
    return x > 0.0 ? 0.5/x : 0.0;
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

static int pooled_relu_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int pooled_relu_adjoint_checked(int K, int M, const pooled_relu_adjoint_params *params)
{
    if (K < 1) {
        return POOLED_RELU_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return POOLED_RELU_ADJOINT_BAD_M;
    }
    if (!params) {
        return POOLED_RELU_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return POOLED_RELU_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return POOLED_RELU_ADJOINT_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return POOLED_RELU_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return POOLED_RELU_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return POOLED_RELU_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return POOLED_RELU_ADJOINT_BAD_V;
    }
    if (params->inner_steps < 1) {
        return POOLED_RELU_ADJOINT_BAD_inner_steps;
    }
    if (!params->T) {
        return POOLED_RELU_ADJOINT_MISSING_T;
    }
    if (!pooled_relu_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return POOLED_RELU_ADJOINT_BAD_T;
    }
    if (params->mean && !pooled_relu_adjoint_all_finite((size_t)M, params->mean)) {
        return POOLED_RELU_ADJOINT_BAD_mean;
    }
    if (params->cov && !pooled_relu_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return POOLED_RELU_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !pooled_relu_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return POOLED_RELU_ADJOINT_BAD_kurtosis;
    }
return POOLED_RELU_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t pooled_relu_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double pooled_relu_adjoint_rhs_work(int K, int M, const pooled_relu_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
    size += 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K;
    size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K;
        size += 1.0*n_path*K*K + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_relu_adjoint_rhs_arrays(int K, int M, const pooled_relu_adjoint_params *params, const double *POOLED_RELU_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_RELU_ADJOINT_RESTRICT work)
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
    double *r1 = C + (size_t)S*(size_t)S;
    double *r2 = r1 + (size_t)S*(size_t)S;
    double *r3 = r2 + (size_t)S*(size_t)S;
    double *base0 = r3 + (size_t)K;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *A = G0 + (size_t)S*(size_t)S;
    double *dR = A + (size_t)K*(size_t)S;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *Ct = dw0 + (size_t)K;
    double *r0 = Ct + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo = r0 + with_V*(size_t)n_path*(size_t)S;
    double *Cm = Ct1_oo + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r4 = Cm + with_V*(size_t)K*(size_t)K;
    double *r5 = r4 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *r6 = r5 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4 = r6 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E = J2 + with_V*(size_t)K*(size_t)K;
    double *kappa = E + with_V*(size_t)K*(size_t)K;
    double *y_C = kappa + with_V_kurtosis*(size_t)M;
    double *y_r1 = y_C + (size_t)S*(size_t)S;
    double *y_r2 = y_r1 + (size_t)S*(size_t)S;
    double *y_r3 = y_r2 + (size_t)S*(size_t)S;
    double *y_base0 = y_r3 + (size_t)K;
    double *y_mc0 = y_base0 + (size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_A = y_G0 + (size_t)S*(size_t)S;
    double *y_dR = y_A + (size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_Ct = y_dw0 + (size_t)K;
    double *y_r0 = y_Ct + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_Ct1_oo = y_r0 + with_V*(size_t)n_path*(size_t)S;
    double *y_Cm = y_Ct1_oo + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *y_r4 = y_Cm + with_V*(size_t)K*(size_t)K;
    double *y_r5 = y_r4 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_r6 = y_r5 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_I4 = y_r6 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_J2 = y_I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_E = y_J2 + with_V*(size_t)K*(size_t)K;

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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_relu_adjoint_packed(K, k, l)];
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
                Cm[k*K + l] = 0.63661977236758138*atan2(C[k*S + l], pooled_relu_adjoint_root(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l])));
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
            r1[i*S + j] = pooled_relu_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j]));
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
    if (isfinite(params->V)) {
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
                    r5[(t*K + k)*K + l] = pooled_relu_adjoint_root(((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*((1.0 - path[t])*C[l*S + l] + Ct[(t*S + l)*S + l]), (Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]));
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
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l], pooled_relu_adjoint_root(((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + i)*S + l)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + l)*S + l]), ((-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l])*(-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l]))))*(C[i*S + j]*C[i*S + j])*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*pooled_relu_adjoint_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + i]*r4[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i])*C[k*S + j] + C[k*S + i]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i])*atan2(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j], pooled_relu_adjoint_root(((1.0 - path[t])*C[j*S + j] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + l]), ((-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j])*(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + j]*r4[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j])*C[k*S + i] + C[k*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j])*atan2(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i], pooled_relu_adjoint_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]))*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + l]), ((-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i])*(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[l*S + i]*r4[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i])*C[l*S + j] + C[l*S + i]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i])*atan2(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j], pooled_relu_adjoint_root(((1.0 - path[t])*C[j*S + j] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + i]*Ct1_oo[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + k]), ((-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j])*(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r0[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[l*S + j]*r4[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + l)*S + j)*S + j])*C[l*S + i] + C[l*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j])*atan2(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i], pooled_relu_adjoint_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]))*((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + k]), ((-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i])*(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r0[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[l*S + i]*Ct1_oo[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C[l*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + l]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[l*S + i]*Ct1_oo[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C[l*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k])*atan2(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), pooled_relu_adjoint_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))) + 0.039788735772973836*C[i*S + j]*path_weight[t]*r6[(t*K + k)*K + l]);
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
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 0.15915494309189535*atan2(C[k*S + l], pooled_relu_adjoint_root(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l]))) + 0.25;
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
    if (isfinite(params->V) && params->kurtosis) {
        /* kappa: fourth cumulants of the task vector's components */
        for (int m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }
    /* mc0: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0[i] = 0.0;
    }
    for (int i = 0; i < S; ++i) {
        mc0[i] += base0[i];
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
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                }
            }
            G0[i*S + j] = sum1;
            G0[j*S + i] = G0[i*S + j];
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G0[i*S + j] += mc0[i]*mc0[j];
            G0[j*S + i] = G0[i*S + j];
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C[i*S + j]*r2[k*S + j] + 0.25*C[i*S + j] + 0.15915494309189535*C[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]))*G0[k*S + j]);
            }
            A[k*S + i] = -params->eta_J * sum1;
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*I4[((k*K + l)*S + i)*S + j]);
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
                            sum2 += (j > i ? 2.0 : 1.0) * (I4[((k*K + l)*S + i)*S + j]*L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
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
            dQ[pooled_relu_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[pooled_relu_adjoint_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[pooled_relu_adjoint_packed(K, k, l)] += E[k*K + l];
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
            sum1 += ((0.15915494309189535*pooled_relu_adjoint_root(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i])) + 0.15915494309189535*atan2(C[k*S + i], pooled_relu_adjoint_root(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i])))*C[k*S + i] + 0.25*C[k*S + i])*mc0[i]);
        }
        dw0[k] += -params->eta_0 * sum1;
    }
    (void)y_C;
    (void)y_r1;
    (void)y_r2;
    (void)y_r3;
    (void)y_base0;
    (void)y_mc0;
    (void)y_G0;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_Ct;
    (void)y_r0;
    (void)y_Ct1_oo;
    (void)y_Cm;
    (void)y_r4;
    (void)y_r5;
    (void)y_r6;
    (void)y_I4;
    (void)y_J2;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_relu_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_relu_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_relu_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_relu_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_relu_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_relu_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_relu_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < pooled_relu_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*pooled_relu_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*pooled_relu_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*pooled_relu_adjoint_state_size(K, M) + overlaps + p];
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
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = C[i*S + i]*C[k*S + k];
                        const double p_1 = (C[k*S + i]*C[k*S + i]);
                        const double p_2 = pooled_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C[k*S + i], p_2);
                        const double p_4 = 0.15915494309189535*p_2 + 0.15915494309189535*p_3*C[k*S + i] + 0.25*C[k*S + i];
                        const double b_p_4 = -params->eta_0*here*mc0[i];
                        const double b_p_3 = 0.15915494309189535*b_p_4*C[k*S + i];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[k*S + i]*C[k*S + i]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + i]*C[k*S + i])))))*C[k*S + i] + 0.15915494309189535*b_p_4;
                        const double b_p_1 = -b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                        (*y_eta_0) += -here*p_4*mc0[i];
                        y_mc0[i] += -params->eta_0*here*p_4;
                        y_C[k*S + i] += 2.0*b_p_1*C[k*S + i] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[k*S + i]*C[k*S + i]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + i]*C[k*S + i]))))) + b_p_4*(0.15915494309189535*p_3 + 0.25);
                        y_C[i*S + i] += b_p_0*C[k*S + k];
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
                        const double here = y_dQ[pooled_relu_adjoint_packed(K, k, l)];

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
                    const double here = y_dQ[pooled_relu_adjoint_packed(K, k, l)];

                    y_dQ[pooled_relu_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_A[k*S + l] += here;
                        y_A[l*S + k] += here;
                        y_Q[pooled_relu_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                        (*y_decay) += -2.0*params->eta_J*here*Q[pooled_relu_adjoint_packed(K, k, l)];
                        (*y_eta_J) += -2.0*params->decay*here*Q[pooled_relu_adjoint_packed(K, k, l)];
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
                        const double whole = y_E[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    for (int p = 0; p < M; ++p) {
                                        const double here = (j > i ? 2.0 : 1.0) * whole;
                                        const double p_0 = (params->eta_J*params->eta_J)*L0[i*M + p]*kappa[p]/params->V;
                                        const double p_1 = I4[((k*K + l)*S + i)*S + j]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p];
                                        const double b_p_1 = here*p_0;
                                        const double b_p_0 = here*p_1;
                                        y_I4[((k*K + l)*S + i)*S + j] += b_p_1*L0[j*M + p]*L0[k*M + p]*L0[l*M + p];
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
                                    const double b_p_2 = (params->eta_J*params->eta_J)*here*I4[((k*K + l)*S + i)*S + j]/params->V;
                                    const double b_p_1 = b_p_2*p_0;
                                    const double b_p_0 = b_p_2*p_1;
                                    y_I4[((k*K + l)*S + i)*S + j] += (params->eta_J*params->eta_J)*here*p_2/params->V;
                                    (*y_V) += -(params->eta_J*params->eta_J)*here*p_2*I4[((k*K + l)*S + i)*S + j]/(params->V*params->V);
                                    (*y_eta_J) += 2.0*params->eta_J*here*p_2*I4[((k*K + l)*S + i)*S + j]/params->V;
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
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A[k*S + i];

                    y_A[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = C[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]);
                            const double p_1 = 0.15915494309189535*p_0 + 0.15915494309189535*C[i*S + j]*r2[k*S + j] + 0.25*C[i*S + j];
                            const double b_p_1 = -params->eta_J*here*G0[k*S + j];
                            const double b_p_0 = 0.15915494309189535*b_p_1;
                            y_G0[k*S + j] += -params->eta_J*here*p_1;
                            (*y_eta_J) += -here*p_1*G0[k*S + j];
                            y_C[i*S + j] += b_p_1*(0.15915494309189535*r2[k*S + j] + 0.25);
                            y_r2[k*S + j] += 0.15915494309189535*b_p_1*C[i*S + j];
                            y_C[k*S + i] += b_p_0*r1[k*S + j]*(r3[k]*r3[k]);
                            y_r1[k*S + j] += b_p_0*C[k*S + i]*(r3[k]*r3[k]);
                            y_r3[k] += 2.0*b_p_0*C[k*S + i]*r1[k*S + j]*r3[k];
                        }
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                pooled_relu_adjoint_image(&y_G0[i*S + j], &y_G0[j*S + i]);
                {
                    const double here = y_G0[i*S + j];

                    if (here != 0.0) {
                        y_mc0[i] += here*mc0[j];
                        y_mc0[j] += here*mc0[i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                pooled_relu_adjoint_image(&y_G0[i*S + j], &y_G0[j*S + i]);
                y_G0[i*S + j] = 0.0;
            }
        }
        for (int i = 0; i < S; ++i) {
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0[i];

                if (here != 0.0) {
                    y_base0[i] += here;
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            y_mc0[i] = 0.0;
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
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_J2[k*K + l];

                        y_J2[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C[k*S + k]*C[l*S + l];
                            const double p_1 = (C[k*S + l]*C[k*S + l]);
                            const double p_2 = pooled_relu_adjoint_root(p_0, p_1);
                            const double b_p_3 = 0.15915494309189535*here;
                            const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l])))))*C[k*S + l];
                            const double b_p_1 = -b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                            const double b_p_0 = b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                            y_C[k*S + l] += 2.0*b_p_1*C[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l])))));
                            y_C[k*S + k] += b_p_0*C[l*S + l];
                            y_C[l*S + l] += b_p_0*C[k*S + k];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            pooled_relu_adjoint_image(&y_I4[((k*K + l)*S + i)*S + j], &y_I4[((l*K + k)*S + i)*S + j]);
                            pooled_relu_adjoint_image(&y_I4[((k*K + l)*S + i)*S + j], &y_I4[((k*K + l)*S + j)*S + i]);
                            pooled_relu_adjoint_image(&y_I4[((k*K + l)*S + i)*S + j], &y_I4[((l*K + k)*S + j)*S + i]);
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_I4[((k*K + l)*S + i)*S + j];

                                if (here != 0.0) {
                                    for (int t = 0; t < n_path; ++t) {
                                        const double p_0 = 1.0 - path[t];
                                        const double p_1 = p_0*C[k*S + k] + Ct[(t*S + k)*S + k];
                                        const double p_2 = p_0*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l];
                                        const double p_3 = 1.5707963267948966*sqrt(p_1);
                                        const double p_4 = sqrt(p_2)*Cm[k*K + l]*path_last[t];
                                        const double p_5 = p_3*p_4 + C[k*S + l]*path_weight[t];
                                        const double p_6 = Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_7 = C[k*S + i]*path_weight[t];
                                        const double p_8 = Ct1_oo[((t*S + k)*S + l)*S + j]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_9 = C[k*S + j]*path_weight[t];
                                        const double p_10 = Ct1_oo[((t*S + k)*S + l)*S + i]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_11 = C[l*S + i]*path_weight[t];
                                        const double p_12 = Ct1_oo[((t*S + l)*S + k)*S + j]*r0[t*S + l]*r4[(t*S + l)*S + k];
                                        const double p_13 = C[l*S + j]*path_weight[t];
                                        const double p_14 = Ct1_oo[((t*S + l)*S + k)*S + i]*r0[t*S + l]*r4[(t*S + l)*S + k];
                                        const double p_16 = p_0*C[i*S + j]*path_weight[t];
                                        const double p_17 = C[k*S + l]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_18 = p_10*p_9 + p_11*p_12 + p_13*p_14 + p_16*p_17 + p_5*p_6*r0[t*S + k]*r4[(t*S + k)*S + l] + p_7*p_8;
                                        const double p_19 = p_0*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_20 = p_0*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_21 = p_19*p_20;
                                        const double p_22 = (p_6*p_6);
                                        const double p_23 = pooled_relu_adjoint_root(p_21, p_22);
                                        const double p_24 = atan2(p_6, p_23);
                                        const double p_26 = 0.025330295910584444*p_5;
                                        const double p_27 = p_23*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_28 = p_0*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i];
                                        const double p_29 = p_0*C[i*S + j]*C[k*S + i]*r4[(t*S + k)*S + i] + sqrt(p_28)*C[k*S + j] + C[k*S + i]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i];
                                        const double p_30 = -Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j];
                                        const double p_31 = p_0*C[j*S + j] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + j)*S + j];
                                        const double p_32 = p_0*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + l];
                                        const double p_33 = p_31*p_32;
                                        const double p_34 = (p_30*p_30);
                                        const double p_35 = pooled_relu_adjoint_root(p_33, p_34);
                                        const double p_36 = atan2(p_30, p_35);
                                        const double p_37 = 0.025330295910584444*p_29;
                                        const double p_38 = p_36*path_weight[t]*r0[t*S + k];
                                        const double p_39 = p_0*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i];
                                        const double p_40 = p_0*C[i*S + j]*C[l*S + i]*r4[(t*S + l)*S + i] + sqrt(p_39)*C[l*S + j] + C[l*S + i]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i];
                                        const double p_41 = -Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j];
                                        const double p_42 = p_0*C[j*S + j] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + j)*S + j];
                                        const double p_43 = p_0*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + i]*Ct1_oo[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + k];
                                        const double p_44 = p_42*p_43;
                                        const double p_45 = (p_41*p_41);
                                        const double p_46 = pooled_relu_adjoint_root(p_44, p_45);
                                        const double p_47 = atan2(p_41, p_46);
                                        const double p_48 = 0.025330295910584444*p_40;
                                        const double p_49 = p_47*path_weight[t]*r0[t*S + l];
                                        const double p_50 = p_0*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j];
                                        const double p_51 = p_0*C[i*S + j]*C[k*S + j]*r4[(t*S + k)*S + j] + sqrt(p_50)*C[k*S + i] + C[k*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j];
                                        const double p_52 = -Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i];
                                        const double p_53 = p_0*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]);
                                        const double p_54 = p_0*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + l];
                                        const double p_55 = p_53*p_54;
                                        const double p_56 = (p_52*p_52);
                                        const double p_57 = pooled_relu_adjoint_root(p_55, p_56);
                                        const double p_58 = atan2(p_52, p_57);
                                        const double p_59 = 0.025330295910584444*p_51;
                                        const double p_60 = p_58*path_weight[t]*r0[t*S + k];
                                        const double p_61 = p_0*C[j*S + j] + Ct1_oo[((t*S + l)*S + j)*S + j];
                                        const double p_62 = p_0*C[i*S + j]*C[l*S + j]*r4[(t*S + l)*S + j] + sqrt(p_61)*C[l*S + i] + C[l*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j];
                                        const double p_63 = -Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i];
                                        const double p_64 = p_0*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        const double p_65 = p_0*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + k];
                                        const double p_66 = p_64*p_65;
                                        const double p_67 = (p_63*p_63);
                                        const double p_68 = pooled_relu_adjoint_root(p_66, p_67);
                                        const double p_69 = atan2(p_63, p_68);
                                        const double p_70 = 0.025330295910584444*p_62;
                                        const double p_71 = p_69*path_weight[t]*r0[t*S + l];
                                        const double p_72 = -Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l];
                                        const double p_73 = p_0*C[k*S + k] - (Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + k];
                                        const double p_74 = p_0*C[l*S + l] - (Ct1_oo[((t*S + i)*S + l)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + l)*S + l];
                                        const double p_75 = p_73*p_74;
                                        const double p_76 = (p_72*p_72);
                                        const double p_77 = pooled_relu_adjoint_root(p_75, p_76);
                                        const double p_78 = atan2(p_72, p_77);
                                        const double p_79 = 0.025330295910584444*p_0*(C[i*S + j]*C[i*S + j]);
                                        const double p_80 = p_78*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j];
                                        const double b_p_80 = here*p_79;
                                        const double b_p_79 = here*p_80;
                                        const double b_p_78 = b_p_80*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j];
                                        const double b_p_77 = -b_p_78*p_72*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_76 = -b_p_77*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_75, p_76));
                                        const double b_p_75 = b_p_77*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_75, p_76));
                                        const double b_p_74 = b_p_75*p_73;
                                        const double b_p_73 = b_p_75*p_74;
                                        const double b_p_72 = 2.0*b_p_76*p_72 + b_p_78*p_77*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_71 = here*p_70;
                                        const double b_p_70 = here*p_71;
                                        const double b_p_69 = b_p_71*path_weight[t]*r0[t*S + l];
                                        const double b_p_68 = -b_p_69*p_63*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_67 = -b_p_68*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_66, p_67));
                                        const double b_p_66 = b_p_68*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_66, p_67));
                                        const double b_p_65 = b_p_66*p_64;
                                        const double b_p_64 = b_p_66*p_65;
                                        const double b_p_63 = 2.0*b_p_67*p_63 + b_p_69*p_68*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_62 = 0.025330295910584444*b_p_70;
                                        const double b_p_61 = 0.5*b_p_62*C[l*S + i]/sqrt(p_61);
                                        const double b_p_60 = here*p_59;
                                        const double b_p_59 = here*p_60;
                                        const double b_p_58 = b_p_60*path_weight[t]*r0[t*S + k];
                                        const double b_p_57 = -b_p_58*p_52*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_56 = -b_p_57*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_55, p_56));
                                        const double b_p_55 = b_p_57*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_55, p_56));
                                        const double b_p_54 = b_p_55*p_53;
                                        const double b_p_53 = b_p_55*p_54;
                                        const double b_p_52 = 2.0*b_p_56*p_52 + b_p_58*p_57*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_51 = 0.025330295910584444*b_p_59;
                                        const double b_p_50 = 0.5*b_p_51*C[k*S + i]/sqrt(p_50);
                                        const double b_p_49 = here*p_48;
                                        const double b_p_48 = here*p_49;
                                        const double b_p_47 = b_p_49*path_weight[t]*r0[t*S + l];
                                        const double b_p_46 = -b_p_47*p_41*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_45 = -b_p_46*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_44, p_45));
                                        const double b_p_44 = b_p_46*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_44, p_45));
                                        const double b_p_43 = b_p_44*p_42;
                                        const double b_p_42 = b_p_44*p_43;
                                        const double b_p_41 = 2.0*b_p_45*p_41 + b_p_47*p_46*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_40 = 0.025330295910584444*b_p_48;
                                        const double b_p_39 = 0.5*b_p_40*C[l*S + j]/sqrt(p_39);
                                        const double b_p_38 = here*p_37;
                                        const double b_p_37 = here*p_38;
                                        const double b_p_36 = b_p_38*path_weight[t]*r0[t*S + k];
                                        const double b_p_35 = -b_p_36*p_30*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_34 = -b_p_35*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_33, p_34));
                                        const double b_p_33 = b_p_35*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_33, p_34));
                                        const double b_p_32 = b_p_33*p_31;
                                        const double b_p_31 = b_p_33*p_32;
                                        const double b_p_30 = 2.0*b_p_34*p_30 + b_p_36*p_35*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_29 = 0.025330295910584444*b_p_37;
                                        const double b_p_28 = 0.5*b_p_29*C[k*S + j]/sqrt(p_28);
                                        const double b_p_27 = here*p_26;
                                        const double b_p_26 = here*p_27;
                                        const double b_p_25 = 0.039788735772973836*here;
                                        const double b_p_24 = 0.025330295910584444*here*p_18;
                                        const double b_p_23 = -b_p_24*p_6*(((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))*((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))) + b_p_27*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double b_p_22 = -b_p_23*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_21, p_22));
                                        const double b_p_21 = b_p_23*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_21, p_22));
                                        const double b_p_20 = b_p_21*p_19;
                                        const double b_p_19 = b_p_21*p_20;
                                        const double b_p_18 = 0.025330295910584444*here*p_24;
                                        const double b_p_17 = b_p_18*p_16;
                                        const double b_p_16 = b_p_18*p_17;
                                        const double b_p_15 = 0.039788735772973836*here;
                                        const double b_p_14 = b_p_15*p_13 + b_p_18*p_13;
                                        const double b_p_13 = b_p_15*p_14 + b_p_18*p_14;
                                        const double b_p_12 = b_p_15*p_11 + b_p_18*p_11;
                                        const double b_p_11 = b_p_15*p_12 + b_p_18*p_12;
                                        const double b_p_10 = b_p_15*p_9 + b_p_18*p_9;
                                        const double b_p_9 = b_p_15*p_10 + b_p_18*p_10;
                                        const double b_p_8 = b_p_15*p_7 + b_p_18*p_7;
                                        const double b_p_7 = b_p_15*p_8 + b_p_18*p_8;
                                        const double b_p_6 = b_p_15*p_5*r0[t*S + k]*r4[(t*S + k)*S + l] + b_p_18*p_5*r0[t*S + k]*r4[(t*S + k)*S + l] + 2.0*b_p_22*p_6 + b_p_24*p_23*(((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))*((1.0 / sqrt((p_23*p_23) + (p_6*p_6)))));
                                        const double b_p_5 = b_p_15*p_6*r0[t*S + k]*r4[(t*S + k)*S + l] + b_p_18*p_6*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*b_p_26;
                                        const double b_p_4 = b_p_5*p_3;
                                        const double b_p_3 = b_p_5*p_4;
                                        const double b_p_2 = 0.5*b_p_4*Cm[k*K + l]*path_last[t]/sqrt(p_2);
                                        const double b_p_1 = 0.78539816339744828*b_p_3/sqrt(p_1);
                                        y_r0[t*S + i] += b_p_80*p_78*path_weight[t]*r4[(t*S + i)*S + j];
                                        y_r4[(t*S + i)*S + j] += -2.0*b_p_72*Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*r4[(t*S + i)*S + j] - 2.0*b_p_73*(Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + k)*S + j])*r4[(t*S + i)*S + j] - 2.0*b_p_74*(Ct1_oo[((t*S + i)*S + l)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j])*r4[(t*S + i)*S + j] + b_p_80*p_78*path_weight[t]*r0[t*S + i];
                                        y_C[i*S + j] += b_p_16*p_0*path_weight[t] + b_p_25*path_weight[t]*r6[(t*K + k)*K + l] + b_p_29*p_0*C[k*S + i]*r4[(t*S + k)*S + i] + b_p_40*p_0*C[l*S + i]*r4[(t*S + l)*S + i] + b_p_51*p_0*C[k*S + j]*r4[(t*S + k)*S + j] + b_p_62*p_0*C[l*S + j]*r4[(t*S + l)*S + j] + 0.050660591821168888*b_p_79*p_0*C[i*S + j];
                                        y_C[l*S + l] += b_p_2*p_0 + b_p_32*p_0 + b_p_54*p_0 + b_p_74*p_0;
                                        y_Ct1_oo[((t*S + i)*S + l)*S + j] += -b_p_72*Ct1_oo[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) - 2.0*b_p_74*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]);
                                        y_Ct1_oo[((t*S + i)*S + l)*S + l] += b_p_74;
                                        y_C[k*S + k] += b_p_1*p_0 + b_p_43*p_0 + b_p_65*p_0 + b_p_73*p_0;
                                        y_Ct1_oo[((t*S + i)*S + k)*S + j] += -b_p_72*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) - 2.0*b_p_73*Ct1_oo[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]);
                                        y_Ct1_oo[((t*S + i)*S + k)*S + k] += b_p_73;
                                        y_Ct1_oo[((t*S + i)*S + k)*S + l] += b_p_72;
                                        y_r0[t*S + l] += b_p_12*Ct1_oo[((t*S + l)*S + k)*S + j]*r4[(t*S + l)*S + k] + b_p_14*Ct1_oo[((t*S + l)*S + k)*S + i]*r4[(t*S + l)*S + k] + b_p_49*p_47*path_weight[t] + b_p_71*p_69*path_weight[t];
                                        y_Ct1_oo[((t*S + l)*S + k)*S + j] += b_p_12*r0[t*S + l]*r4[(t*S + l)*S + k] + b_p_41 - b_p_63*Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) - 2.0*b_p_65*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        y_Ct1_oo[((t*S + l)*S + k)*S + k] += b_p_43 + b_p_65;
                                        y_r4[(t*S + l)*S + j] += b_p_62*(p_0*C[i*S + j]*C[l*S + j] + C[l*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]) - 2.0*b_p_63*Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*r4[(t*S + l)*S + j] - 2.0*b_p_64*(Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*r4[(t*S + l)*S + j] - 2.0*b_p_65*(Ct1_oo[((t*S + l)*S + k)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j])*r4[(t*S + l)*S + j];
                                        y_C[i*S + i] += b_p_19*p_0 + b_p_28*p_0 + b_p_39*p_0 + b_p_53*p_0 + b_p_64*p_0;
                                        y_Ct1_oo[((t*S + l)*S + i)*S + i] += b_p_39 + b_p_64;
                                        y_Ct1_oo[((t*S + l)*S + i)*S + j] += b_p_40*C[l*S + i]*r4[(t*S + l)*S + i] - b_p_41*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) - 2.0*b_p_42*Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + b_p_62*C[l*S + j]*r4[(t*S + l)*S + j] - b_p_63*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) - 2.0*b_p_64*Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        y_Ct1_oo[((t*S + l)*S + k)*S + i] += b_p_14*r0[t*S + l]*r4[(t*S + l)*S + k] - b_p_41*Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) - 2.0*b_p_43*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + b_p_63;
                                        y_C[l*S + i] += b_p_11*path_weight[t] + b_p_40*(p_0*C[i*S + j]*r4[(t*S + l)*S + i] + Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i]) + b_p_62*sqrt(p_61);
                                        y_C[l*S + j] += b_p_13*path_weight[t] + b_p_40*sqrt(p_39) + b_p_62*(p_0*C[i*S + j]*r4[(t*S + l)*S + j] + Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j]);
                                        y_C[j*S + j] += b_p_20*p_0 + b_p_31*p_0 + b_p_42*p_0 + b_p_50*p_0 + b_p_61*p_0;
                                        y_Ct1_oo[((t*S + l)*S + j)*S + j] += b_p_42 + b_p_61;
                                        y_r0[t*S + k] += b_p_10*Ct1_oo[((t*S + k)*S + l)*S + i]*r4[(t*S + k)*S + l] + b_p_15*p_5*p_6*r4[(t*S + k)*S + l] + b_p_17*C[k*S + l]*r4[(t*S + k)*S + l] + b_p_18*p_5*p_6*r4[(t*S + k)*S + l] + b_p_27*p_23*r4[(t*S + k)*S + l] + b_p_38*p_36*path_weight[t] + b_p_60*p_58*path_weight[t] + b_p_8*Ct1_oo[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + l];
                                        y_Ct1_oo[((t*S + k)*S + l)*S + j] += -2.0*b_p_20*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) + b_p_30 - b_p_52*Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - 2.0*b_p_54*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - b_p_6*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) + b_p_8*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        y_Ct1_oo[((t*S + k)*S + l)*S + l] += b_p_2 + b_p_32 + b_p_54;
                                        y_r4[(t*S + k)*S + j] += b_p_51*(p_0*C[i*S + j]*C[k*S + j] + C[k*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]) - 2.0*b_p_52*Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + j] - 2.0*b_p_53*(Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*r4[(t*S + k)*S + j] - 2.0*b_p_54*(Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*r4[(t*S + k)*S + j];
                                        y_Ct1_oo[((t*S + k)*S + i)*S + i] += b_p_19 + b_p_28 + b_p_53;
                                        y_Ct1_oo[((t*S + k)*S + i)*S + j] += b_p_29*C[k*S + i]*r4[(t*S + k)*S + i] - b_p_30*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) - 2.0*b_p_31*Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + b_p_51*C[k*S + j]*r4[(t*S + k)*S + j] - b_p_52*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - 2.0*b_p_53*Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + b_p_6;
                                        y_Ct1_oo[((t*S + k)*S + l)*S + i] += b_p_10*r0[t*S + k]*r4[(t*S + k)*S + l] - 2.0*b_p_19*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) - b_p_30*Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) - 2.0*b_p_32*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + b_p_52 - b_p_6*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        y_C[k*S + i] += b_p_29*(p_0*C[i*S + j]*r4[(t*S + k)*S + i] + Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i]) + b_p_51*sqrt(p_50) + b_p_7*path_weight[t];
                                        y_C[k*S + j] += b_p_29*sqrt(p_28) + b_p_51*(p_0*C[i*S + j]*r4[(t*S + k)*S + j] + Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j]) + b_p_9*path_weight[t];
                                        y_Ct1_oo[((t*S + k)*S + j)*S + j] += b_p_20 + b_p_31 + b_p_50;
                                        y_r4[(t*S + l)*S + i] += b_p_40*(p_0*C[i*S + j]*C[l*S + i] + C[l*S + i]*Ct1_oo[((t*S + l)*S + i)*S + j]) - 2.0*b_p_41*Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*r4[(t*S + l)*S + i] - 2.0*b_p_42*(Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*r4[(t*S + l)*S + i] - 2.0*b_p_43*(Ct1_oo[((t*S + l)*S + k)*S + i]*Ct1_oo[((t*S + l)*S + k)*S + i])*r4[(t*S + l)*S + i];
                                        y_r4[(t*S + k)*S + i] += b_p_29*(p_0*C[i*S + j]*C[k*S + i] + C[k*S + i]*Ct1_oo[((t*S + k)*S + i)*S + j]) - 2.0*b_p_30*Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*r4[(t*S + k)*S + i] - 2.0*b_p_31*(Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*r4[(t*S + k)*S + i] - 2.0*b_p_32*(Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*r4[(t*S + k)*S + i];
                                        y_r4[(t*S + k)*S + l] += b_p_10*Ct1_oo[((t*S + k)*S + l)*S + i]*r0[t*S + k] + b_p_15*p_5*p_6*r0[t*S + k] + b_p_17*C[k*S + l]*r0[t*S + k] + b_p_18*p_5*p_6*r0[t*S + k] - 2.0*b_p_19*(Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*r4[(t*S + k)*S + l] - 2.0*b_p_20*(Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*r4[(t*S + k)*S + l] + b_p_27*p_23*r0[t*S + k] - 2.0*b_p_6*Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + l] + b_p_8*Ct1_oo[((t*S + k)*S + l)*S + j]*r0[t*S + k];
                                        y_r6[(t*K + k)*K + l] += b_p_25*C[i*S + j]*path_weight[t];
                                        y_C[k*S + l] += b_p_17*r0[t*S + k]*r4[(t*S + k)*S + l] + b_p_5*path_weight[t];
                                        y_r4[(t*S + l)*S + k] += b_p_12*Ct1_oo[((t*S + l)*S + k)*S + j]*r0[t*S + l] + b_p_14*Ct1_oo[((t*S + l)*S + k)*S + i]*r0[t*S + l];
                                        y_Cm[k*K + l] += b_p_4*sqrt(p_2)*path_last[t];
                                        y_Ct[(t*S + k)*S + k] += b_p_1;
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_I4[((k*K + l)*S + i)*S + j];

                                y_I4[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    const double b_p_3 = 0.039788735772973836*here;
                                    const double b_p_2 = 0.039788735772973836*here;
                                    const double b_p_1 = 0.039788735772973836*here;
                                    const double b_p_0 = 0.039788735772973836*here;
                                    y_C[i*S + j] += here*(0.039788735772973836*r2[i*S + j] + 0.039788735772973836*r2[k*S + i] + 0.039788735772973836*r2[k*S + j] + 0.039788735772973836*r2[l*S + i] + 0.039788735772973836*r2[l*S + j] + 0.0625);
                                    y_r1[i*S + j] += 0.039788735772973836*here;
                                    y_r2[i*S + j] += 0.039788735772973836*here*C[i*S + j];
                                    y_r2[k*S + i] += 0.039788735772973836*here*C[i*S + j];
                                    y_r2[k*S + j] += 0.039788735772973836*here*C[i*S + j];
                                    y_r2[l*S + i] += 0.039788735772973836*here*C[i*S + j];
                                    y_r2[l*S + j] += 0.039788735772973836*here*C[i*S + j];
                                    y_C[l*S + j] += b_p_3*r1[l*S + i]*(r3[l]*r3[l]);
                                    y_r1[l*S + i] += b_p_3*C[l*S + j]*(r3[l]*r3[l]);
                                    y_r3[l] += 2.0*b_p_2*C[l*S + i]*r1[l*S + j]*r3[l] + 2.0*b_p_3*C[l*S + j]*r1[l*S + i]*r3[l];
                                    y_C[l*S + i] += b_p_2*r1[l*S + j]*(r3[l]*r3[l]);
                                    y_r1[l*S + j] += b_p_2*C[l*S + i]*(r3[l]*r3[l]);
                                    y_C[k*S + j] += b_p_1*r1[k*S + i]*(r3[k]*r3[k]);
                                    y_r1[k*S + i] += b_p_1*C[k*S + j]*(r3[k]*r3[k]);
                                    y_r3[k] += 2.0*b_p_0*C[k*S + i]*r1[k*S + j]*r3[k] + 2.0*b_p_1*C[k*S + j]*r1[k*S + i]*r3[k];
                                    y_C[k*S + i] += b_p_0*r1[k*S + j]*(r3[k]*r3[k]);
                                    y_r1[k*S + j] += b_p_0*C[k*S + i]*(r3[k]*r3[k]);
                                }
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        {
                            const double here = y_r6[(t*K + k)*K + l];

                            y_r6[(t*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                y_Ct[(t*S + k)*S + l] += here*(((1.0 / sqrt((Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l])))))*r5[(t*K + k)*K + l];
                                y_r5[(t*K + k)*K + l] += -here*(((1.0 / sqrt((Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l])))))*Ct[(t*S + k)*S + l];
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        {
                            const double here = y_r5[(t*K + k)*K + l];

                            y_r5[(t*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C[k*S + k] + Ct[(t*S + k)*S + k];
                                const double p_2 = p_0*C[l*S + l] + Ct[(t*S + l)*S + l];
                                const double p_3 = p_1*p_2;
                                const double p_4 = (Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]);
                                const double b_p_4 = -here*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_3, p_4));
                                const double b_p_3 = here*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_3, p_4));
                                const double b_p_2 = b_p_3*p_1;
                                const double b_p_1 = b_p_3*p_2;
                                y_Ct[(t*S + k)*S + l] += 2.0*b_p_4*Ct[(t*S + k)*S + l];
                                y_C[l*S + l] += b_p_2*p_0;
                                y_Ct[(t*S + l)*S + l] += b_p_2;
                                y_C[k*S + k] += b_p_1*p_0;
                                y_Ct[(t*S + k)*S + k] += b_p_1;
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        {
                            const double here = y_r4[(t*S + i)*S + j];

                            y_r4[(t*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C[j*S + j] + Ct1_oo[((t*S + i)*S + j)*S + j];
                                const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C[j*S + j] += b_p_1*p_0;
                                y_Ct1_oo[((t*S + i)*S + j)*S + j] += b_p_1;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_r3[k];

                y_r3[k] = 0.0;
                if (here != 0.0) {
                    y_C[k*S + k] += -0.5*here*(((1.0 / sqrt(C[k*S + k])))*((1.0 / sqrt(C[k*S + k])))*((1.0 / sqrt(C[k*S + k]))));
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_r2[i*S + j];

                    y_r2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_C[i*S + j] += here*(((1.0 / sqrt((C[i*S + j]*C[i*S + j]) + (r1[i*S + j]*r1[i*S + j]))))*((1.0 / sqrt((C[i*S + j]*C[i*S + j]) + (r1[i*S + j]*r1[i*S + j])))))*r1[i*S + j];
                        y_r1[i*S + j] += -here*(((1.0 / sqrt((C[i*S + j]*C[i*S + j]) + (r1[i*S + j]*r1[i*S + j]))))*((1.0 / sqrt((C[i*S + j]*C[i*S + j]) + (r1[i*S + j]*r1[i*S + j])))))*C[i*S + j];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_r1[i*S + j];

                    y_r1[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + i]*C[j*S + j];
                        const double p_1 = (C[i*S + j]*C[i*S + j]);
                        const double b_p_1 = -here*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = here*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                        y_C[i*S + j] += 2.0*b_p_1*C[i*S + j];
                        y_C[i*S + i] += b_p_0*C[j*S + j];
                        y_C[j*S + j] += b_p_0*C[i*S + i];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm[k*K + l];

                        if (here != 0.0) {
                            for (int t = 0; t < n_path; ++t) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l];
                                const double p_2 = (1.0 / sqrt(p_1));
                                const double p_3 = -0.63661977236758138*path_weight[t];
                                const double b_p_4 = here*p_3;
                                const double b_p_2 = b_p_4*C[k*S + l]*r0[t*S + k];
                                const double b_p_1 = -0.5*b_p_2*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C[k*S + l] += b_p_4*p_2*r0[t*S + k];
                                y_r0[t*S + k] += b_p_4*p_2*C[k*S + l];
                                y_C[l*S + l] += b_p_1*p_0;
                                y_Ct1_oo[((t*S + k)*S + l)*S + l] += b_p_1;
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm[k*K + l];

                        y_Cm[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C[k*S + k]*C[l*S + l];
                            const double p_1 = (C[k*S + l]*C[k*S + l]);
                            const double p_2 = pooled_relu_adjoint_root(p_0, p_1);
                            const double b_p_3 = 0.63661977236758138*here;
                            const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l])))))*C[k*S + l];
                            const double b_p_1 = -b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                            const double b_p_0 = b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                            y_C[k*S + l] += 2.0*b_p_1*C[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l])))));
                            y_C[k*S + k] += b_p_0*C[l*S + l];
                            y_C[l*S + l] += b_p_0*C[k*S + k];
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            pooled_relu_adjoint_image(&y_Ct1_oo[((t*S + i)*S + j)*S + r], &y_Ct1_oo[((t*S + i)*S + r)*S + j]);
                            {
                                const double here = y_Ct1_oo[((t*S + i)*S + j)*S + r];

                                y_Ct1_oo[((t*S + i)*S + j)*S + r] = 0.0;
                                if (here != 0.0) {
                                    y_Ct[(t*S + i)*S + j] += -here*Ct[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]);
                                    y_Ct[(t*S + i)*S + r] += -here*Ct[(t*S + i)*S + j]*(r0[t*S + i]*r0[t*S + i]);
                                    y_Ct[(t*S + j)*S + r] += here;
                                    y_r0[t*S + i] += -2.0*here*Ct[(t*S + i)*S + j]*Ct[(t*S + i)*S + r]*r0[t*S + i];
                                }
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_r0[t*S + i];

                        y_r0[t*S + i] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = 1.0 - path[t];
                            const double p_1 = p_0*C[i*S + i] + Ct[(t*S + i)*S + i];
                            const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                            y_C[i*S + i] += b_p_1*p_0;
                            y_Ct[(t*S + i)*S + i] += b_p_1;
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        pooled_relu_adjoint_image(&y_Ct[(t*S + i)*S + j], &y_Ct[(t*S + j)*S + i]);
                        {
                            const double here = y_Ct[(t*S + i)*S + j];

                            y_Ct[(t*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                y_C[i*S + j] += here*path[t];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                pooled_relu_adjoint_image(&y_C[(K + n)*S + K + m], &y_C[(K + m)*S + K + n]);
                y_C[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                pooled_relu_adjoint_image(&y_C[k*S + K + n], &y_C[(K + n)*S + k]);
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
                pooled_relu_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[pooled_relu_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_relu_adjoint_rhs(int K, int M, const pooled_relu_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_relu_adjoint_state_size(K, M);
    const int status = pooled_relu_adjoint_checked(K, M, params);

    if (status != POOLED_RELU_ADJOINT_OK) {
        return status;
    }
    if (!pooled_relu_adjoint_counted(pooled_relu_adjoint_rhs_work(K, M, params))) {
        return POOLED_RELU_ADJOINT_TOO_LARGE;
    }
    if (!pooled_relu_adjoint_all_finite(n, state) || !pooled_relu_adjoint_all_finite(count*n, factors)) {
        return POOLED_RELU_ADJOINT_NONFINITE;
    }
    pooled_relu_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_relu_adjoint_all_finite(count*pooled_relu_adjoint_row_size(K, M), results)) {
        return POOLED_RELU_ADJOINT_DOMAIN;
    }
    return POOLED_RELU_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double pooled_relu_adjoint_eps_g_work(int K, int M, const pooled_relu_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S;
    size += 1.0*S + 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_relu_adjoint_eps_g_arrays(int K, int M, const pooled_relu_adjoint_params *params, const double *POOLED_RELU_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_RELU_ADJOINT_RESTRICT work)
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
    double *base0 = C + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *eps_g = G0 + (size_t)S*(size_t)S;
    double *y_C = eps_g + (size_t)1;
    double *y_base0 = y_C + (size_t)S*(size_t)S;
    double *y_mc0 = y_base0 + (size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_eps_g = y_G0 + (size_t)S*(size_t)S;

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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_relu_adjoint_packed(K, k, l)];
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
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                }
            }
            G0[i*S + j] = sum1;
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G0[i*S + j] += mc0[i]*mc0[j];
        }
    }
    /* eps_g: loss on fresh data before adaptation */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((0.15915494309189535*pooled_relu_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])) + 0.15915494309189535*atan2(C[i*S + j], pooled_relu_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])))*C[i*S + j] + 0.25*C[i*S + j])*G0[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
    (void)y_C;
    (void)y_base0;
    (void)y_mc0;
    (void)y_G0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_relu_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_relu_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_relu_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_relu_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_relu_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_relu_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_relu_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < pooled_relu_adjoint_row_size(K, M); ++p) {
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
                        const double p_0 = C[i*S + i]*C[j*S + j];
                        const double p_1 = (C[i*S + j]*C[i*S + j]);
                        const double p_2 = pooled_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C[i*S + j], p_2);
                        const double p_4 = 0.15915494309189535*p_2 + 0.15915494309189535*p_3*C[i*S + j] + 0.25*C[i*S + j];
                        const double b_p_4 = 0.5*here*G0[i*S + j];
                        const double b_p_3 = 0.15915494309189535*b_p_4*C[i*S + j];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))))*C[i*S + j] + 0.15915494309189535*b_p_4;
                        const double b_p_1 = -b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                        y_G0[i*S + j] += 0.5*here*p_4;
                        y_C[i*S + j] += 2.0*b_p_1*C[i*S + j] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))) + b_p_4*(0.15915494309189535*p_3 + 0.25);
                        y_C[i*S + i] += b_p_0*C[j*S + j];
                        y_C[j*S + j] += b_p_0*C[i*S + i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                {
                    const double here = y_G0[i*S + j];

                    if (here != 0.0) {
                        y_mc0[i] += here*mc0[j];
                        y_mc0[j] += here*mc0[i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                y_G0[i*S + j] = 0.0;
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
                        y_Q[pooled_relu_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_relu_adjoint_eps_g(int K, int M, const pooled_relu_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_relu_adjoint_state_size(K, M);
    const int status = pooled_relu_adjoint_checked(K, M, params);

    if (status != POOLED_RELU_ADJOINT_OK) {
        return status;
    }
    if (!pooled_relu_adjoint_counted(pooled_relu_adjoint_eps_g_work(K, M, params))) {
        return POOLED_RELU_ADJOINT_TOO_LARGE;
    }
    if (!pooled_relu_adjoint_all_finite(n, state) || !pooled_relu_adjoint_all_finite(count, factors)) {
        return POOLED_RELU_ADJOINT_NONFINITE;
    }
    pooled_relu_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_relu_adjoint_all_finite(count*pooled_relu_adjoint_row_size(K, M), results)) {
        return POOLED_RELU_ADJOINT_DOMAIN;
    }
    return POOLED_RELU_ADJOINT_OK;
}

/* How many doubles of work eps_g_adapted needs; counted in double, which cannot wrap. */
static double pooled_relu_adjoint_eps_g_adapted_work(int K, int M, const pooled_relu_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M + 1.0*S + 1.0*S*M;
    size += 1.0*S + 1.0*S*S + 1.0 + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M;
    size += 1.0*K*M + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void pooled_relu_adjoint_eps_g_adapted_arrays(int K, int M, const pooled_relu_adjoint_params *params, const double *POOLED_RELU_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *POOLED_RELU_ADJOINT_RESTRICT work)
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
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *base = H_next + (size_t)K*(size_t)M;
    double *L = base + (size_t)S;
    double *mc = L + (size_t)S*(size_t)M;
    double *G = mc + (size_t)S;
    double *eps_g_adapted = G + (size_t)S*(size_t)S;
    double *y_C = eps_g_adapted + (size_t)1;
    double *y_I2 = y_C + (size_t)S*(size_t)S;
    double *y_h = y_I2 + (size_t)S*(size_t)S;
    double *y_h_next = y_h + (size_t)K;
    double *y_H = y_h_next + (size_t)K;
    double *y_H_next = y_H + (size_t)K*(size_t)M;
    double *y_base = y_H_next + (size_t)K*(size_t)M;
    double *y_L = y_base + (size_t)S;
    double *y_mc = y_L + (size_t)S*(size_t)M;
    double *y_G = y_mc + (size_t)S;
    double *y_eps_g_adapted = y_G + (size_t)S*(size_t)S;

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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[pooled_relu_adjoint_packed(K, k, l)];
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
        for (int j = i; j < S; ++j) {
            I2[i*S + j] = 0.15915494309189535*pooled_relu_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])) + 0.15915494309189535*atan2(C[i*S + j], pooled_relu_adjoint_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])))*C[i*S + j] + 0.25*C[i*S + j];
            I2[j*S + i] = I2[i*S + j];
        }
    }
    /* h: head after the inner loop: its part without the task */
    for (int k = 0; k < K; ++k) {
        h[k] = w0[k];
    }
    for (int step = 0; step < params->inner_steps; ++step) {
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
            H[k*M + m] = 0.0;
        }
    }
    for (int step = 0; step < params->inner_steps; ++step) {
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
    /* base: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
    for (int k = 0; k < K; ++k) {
        base[k] = h[k];
    }
    for (int n = 0; n < M; ++n) {
        base[K + n] = 0.0;
    }
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
    /* mc: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc[i] = base[i];
    }
    for (int i = 0; i < S; ++i) {
        double sum1 = 0.0;
        for (int m = 0; m < M; ++m) {
            sum1 += (L[i*M + m]*mean[m]);
        }
        mc[i] += sum1;
    }
    /* G: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L[i*M + m]*L[j*M + p]*cov[m*M + p]);
                }
            }
            G[i*S + j] = sum1;
        }
    }
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G[i*S + j] += mc[i]*mc[j];
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
    (void)y_C;
    (void)y_I2;
    (void)y_h;
    (void)y_h_next;
    (void)y_H;
    (void)y_H_next;
    (void)y_base;
    (void)y_L;
    (void)y_mc;
    (void)y_G;
    (void)y_eps_g_adapted;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*pooled_relu_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + pooled_relu_adjoint_state_size(K, M) + 0;
        double *y_eta_w = result + pooled_relu_adjoint_state_size(K, M) + 1;
        double *y_eta_0 = result + pooled_relu_adjoint_state_size(K, M) + 2;
        double *y_noise = result + pooled_relu_adjoint_state_size(K, M) + 3;
        double *y_decay = result + pooled_relu_adjoint_state_size(K, M) + 4;
        double *y_V = result + pooled_relu_adjoint_state_size(K, M) + 5;

        for (size_t p = 0; p < pooled_relu_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C; p < y_eps_g_adapted + (size_t)1; ++p) {
            *p = 0.0;
        }
        *y_eps_g_adapted = factors[row];
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
            const double whole = *y_eps_g_adapted;

            *y_eps_g_adapted = 0.0;
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
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                {
                    const double here = y_G[i*S + j];

                    if (here != 0.0) {
                        y_mc[i] += here*mc[j];
                        y_mc[j] += here*mc[i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                {
                    const double here = y_G[i*S + j];

                    y_G[i*S + j] = 0.0;
                    if (here != 0.0) {
                        for (int m = 0; m < M; ++m) {
                            for (int p = 0; p < M; ++p) {
                                y_L[i*M + m] += here*L[j*M + p]*cov[m*M + p];
                                y_L[j*M + p] += here*L[i*M + m]*cov[m*M + p];
                            }
                        }
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc[i];

                if (here != 0.0) {
                    for (int m = 0; m < M; ++m) {
                        y_L[i*M + m] += here*mean[m];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc[i];

                y_mc[i] = 0.0;
                if (here != 0.0) {
                    y_base[i] += here;
                }
            }
        }
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
        for (int n = 0; n < M; ++n) {
            y_base[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_base[k];

                y_base[k] = 0.0;
                if (here != 0.0) {
                    y_h[k] += here;
                }
            }
        }
        for (int steps = params->inner_steps - 1; steps >= 0; --steps) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = 0.0;
                }
            }
            for (int step = 0; step < steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        double sum4 = 0.0;
                        for (int l = 0; l < K; ++l) {
                            sum4 += (H[l*M + m]*I2[k*S + l]);
                        }
                        H_next[k*M + m] += -params->eta_w * sum4;
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H[k*M + m] = H_next[k*M + m];
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H[k*M + m];

                        y_H[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H_next[k*M + m] += here;
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H_next[k*M + m];

                        if (here != 0.0) {
                            for (int l = 0; l < K; ++l) {
                                y_H[l*M + m] += -params->eta_w*here*I2[k*S + l];
                                y_I2[k*S + l] += -params->eta_w*here*H[l*M + m];
                                (*y_eta_w) += -here*H[l*M + m]*I2[k*S + l];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    {
                        const double here = y_H_next[k*M + m];

                        y_H_next[k*M + m] = 0.0;
                        if (here != 0.0) {
                            y_H[k*M + m] += here;
                            y_I2[k*S + K + m] += params->eta_w*here;
                            (*y_eta_w) += here*I2[k*S + K + m];
                        }
                    }
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = 0.0;
                }
            }
            for (int step = 0; step < params->inner_steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H_next[k*M + m] = params->eta_w*I2[k*S + K + m] + H[k*M + m];
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        double sum4 = 0.0;
                        for (int l = 0; l < K; ++l) {
                            sum4 += (H[l*M + m]*I2[k*S + l]);
                        }
                        H_next[k*M + m] += -params->eta_w * sum4;
                    }
                }
                for (int k = 0; k < K; ++k) {
                    for (int m = 0; m < M; ++m) {
                        H[k*M + m] = H_next[k*M + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                y_H[k*M + m] = 0.0;
            }
        }
        for (int steps = params->inner_steps - 1; steps >= 0; --steps) {
            for (int k = 0; k < K; ++k) {
                h[k] = w0[k];
            }
            for (int step = 0; step < steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    h_next[k] = h[k];
                }
                for (int k = 0; k < K; ++k) {
                    double sum4 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum4 += (I2[k*S + l]*h[l]);
                    }
                    h_next[k] += -params->eta_w * sum4;
                }
                for (int k = 0; k < K; ++k) {
                    h[k] = h_next[k];
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h[k];

                    y_h[k] = 0.0;
                    if (here != 0.0) {
                        y_h_next[k] += here;
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h_next[k];

                    if (here != 0.0) {
                        for (int l = 0; l < K; ++l) {
                            y_I2[k*S + l] += -params->eta_w*here*h[l];
                            (*y_eta_w) += -here*I2[k*S + l]*h[l];
                            y_h[l] += -params->eta_w*here*I2[k*S + l];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                {
                    const double here = y_h_next[k];

                    y_h_next[k] = 0.0;
                    if (here != 0.0) {
                        y_h[k] += here;
                    }
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                h[k] = w0[k];
            }
            for (int step = 0; step < params->inner_steps; ++step) {
                for (int k = 0; k < K; ++k) {
                    h_next[k] = h[k];
                }
                for (int k = 0; k < K; ++k) {
                    double sum4 = 0.0;
                    for (int l = 0; l < K; ++l) {
                        sum4 += (I2[k*S + l]*h[l]);
                    }
                    h_next[k] += -params->eta_w * sum4;
                }
                for (int k = 0; k < K; ++k) {
                    h[k] = h_next[k];
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
                pooled_relu_adjoint_image(&y_I2[i*S + j], &y_I2[j*S + i]);
                {
                    const double here = y_I2[i*S + j];

                    y_I2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[i*S + i]*C[j*S + j];
                        const double p_1 = (C[i*S + j]*C[i*S + j]);
                        const double p_2 = pooled_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C[i*S + j], p_2);
                        const double b_p_3 = 0.15915494309189535*here*C[i*S + j];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j])))))*C[i*S + j] + 0.15915494309189535*here;
                        const double b_p_1 = -b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*pooled_relu_adjoint_half(pooled_relu_adjoint_root(p_0, p_1));
                        y_C[i*S + j] += 2.0*b_p_1*C[i*S + j] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C[i*S + j]*C[i*S + j]))))) + here*(0.15915494309189535*p_3 + 0.25);
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
                        y_Q[pooled_relu_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int pooled_relu_adjoint_eps_g_adapted(int K, int M, const pooled_relu_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = pooled_relu_adjoint_state_size(K, M);
    const int status = pooled_relu_adjoint_checked(K, M, params);

    if (status != POOLED_RELU_ADJOINT_OK) {
        return status;
    }
    if (!pooled_relu_adjoint_counted(pooled_relu_adjoint_eps_g_adapted_work(K, M, params))) {
        return POOLED_RELU_ADJOINT_TOO_LARGE;
    }
    if (!pooled_relu_adjoint_all_finite(n, state) || !pooled_relu_adjoint_all_finite(count, factors)) {
        return POOLED_RELU_ADJOINT_NONFINITE;
    }
    pooled_relu_adjoint_eps_g_adapted_arrays(K, M, params, state, count, factors, results, work);
    if (!pooled_relu_adjoint_all_finite(count*pooled_relu_adjoint_row_size(K, M), results)) {
        return POOLED_RELU_ADJOINT_DOMAIN;
    }
    return POOLED_RELU_ADJOINT_OK;
}

size_t pooled_relu_adjoint_work_size(int K, int M, const pooled_relu_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, pooled_relu_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, pooled_relu_adjoint_eps_g_work(K, M, params));
    arrays = fmax(arrays, pooled_relu_adjoint_eps_g_adapted_work(K, M, params));
    return pooled_relu_adjoint_counted(arrays);
}


int pooled_relu_adjoint_check(int version, size_t size)
{
    return version == POOLED_RELU_ADJOINT_ABI && size == sizeof(pooled_relu_adjoint_params) ? POOLED_RELU_ADJOINT_OK : POOLED_RELU_ADJOINT_LAYOUT;
}

const char *pooled_relu_adjoint_strerror(int status)
{
    switch (status) {
    case POOLED_RELU_ADJOINT_OK:
        return "ok";
    case POOLED_RELU_ADJOINT_BAD_K:
        return "K is less than 1";
    case POOLED_RELU_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case POOLED_RELU_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case POOLED_RELU_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case POOLED_RELU_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case POOLED_RELU_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case POOLED_RELU_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case POOLED_RELU_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case POOLED_RELU_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case POOLED_RELU_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case POOLED_RELU_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case POOLED_RELU_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case POOLED_RELU_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case POOLED_RELU_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case POOLED_RELU_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case POOLED_RELU_ADJOINT_BAD_M:
        return "M is less than 1";
    case POOLED_RELU_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case POOLED_RELU_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case POOLED_RELU_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case POOLED_RELU_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case POOLED_RELU_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case POOLED_RELU_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case POOLED_RELU_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case POOLED_RELU_ADJOINT_NULL_WORK:
        return "work is NULL";
    case POOLED_RELU_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case POOLED_RELU_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case POOLED_RELU_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case POOLED_RELU_ADJOINT_BAD_eta_w:
        return "eta_w is negative or not finite";
    case POOLED_RELU_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case POOLED_RELU_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case POOLED_RELU_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case POOLED_RELU_ADJOINT_BAD_V:
        return "V is not at least 1";
    case POOLED_RELU_ADJOINT_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case POOLED_RELU_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case POOLED_RELU_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case POOLED_RELU_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case POOLED_RELU_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case POOLED_RELU_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case POOLED_RELU_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
