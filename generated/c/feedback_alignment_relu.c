/*
 * feedback_alignment_relu.c - Feedback alignment: a fixed vector in place of the head in the step of the first layer
 *
 * Emitted by orderode 0.1.0 from the system feedback_alignment_relu, digest 1aa9f3325e52a33c. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in feedback_alignment_relu.h.
 */
#include "feedback_alignment_relu.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define FEEDBACK_ALIGNMENT_RELU_RESTRICT
#else
#define FEEDBACK_ALIGNMENT_RELU_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = FEEDBACK_ALIGNMENT_RELU_K and M = FEEDBACK_ALIGNMENT_RELU_M where these are defined. */
#if defined(FEEDBACK_ALIGNMENT_RELU_K) && defined(__GNUC__)
#define FEEDBACK_ALIGNMENT_RELU_SIZED inline __attribute__((always_inline))
#else
#define FEEDBACK_ALIGNMENT_RELU_SIZED
#endif

void feedback_alignment_relu_defaults(feedback_alignment_relu_params *params)
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
    params->feedback = NULL;
}

size_t feedback_alignment_relu_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int feedback_alignment_relu_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double feedback_alignment_relu_root(double x, double y)
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

static int feedback_alignment_relu_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int feedback_alignment_relu_checked(int K, int M, const feedback_alignment_relu_params *params)
{
    if (K < 1) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_K;
    }
    if (M < 1) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_M;
    }
    if (!params) {
        return FEEDBACK_ALIGNMENT_RELU_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_V;
    }
    if (!params->T) {
        return FEEDBACK_ALIGNMENT_RELU_MISSING_T;
    }
    if (!feedback_alignment_relu_all_finite((size_t)M*(size_t)M, params->T)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_T;
    }
    if (params->mean && !feedback_alignment_relu_all_finite((size_t)M, params->mean)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_mean;
    }
    if (params->cov && !feedback_alignment_relu_all_finite((size_t)M*(size_t)M, params->cov)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_cov;
    }
    if (params->kurtosis && !feedback_alignment_relu_all_finite((size_t)M, params->kurtosis)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_kurtosis;
    }
    if (params->feedback && !feedback_alignment_relu_all_finite((size_t)K, params->feedback)) {
        return FEEDBACK_ALIGNMENT_RELU_BAD_feedback;
    }
return FEEDBACK_ALIGNMENT_RELU_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t feedback_alignment_relu_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int feedback_alignment_relu_general(int K, int M, const feedback_alignment_relu_params *params)
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
static double feedback_alignment_relu_rhs_work(int K, int M, const feedback_alignment_relu_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*K;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*S + 1.0*S*M + 1.0*S + 1.0*K*S;
    if (isfinite(params->V)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*S*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static FEEDBACK_ALIGNMENT_RELU_SIZED void feedback_alignment_relu_rhs_arrays(int K, int M, const feedback_alignment_relu_params *params, const double *FEEDBACK_ALIGNMENT_RELU_RESTRICT state,
                                 double *FEEDBACK_ALIGNMENT_RELU_RESTRICT dstate, double *FEEDBACK_ALIGNMENT_RELU_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    int general = feedback_alignment_relu_general(K, M, params);
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *feedback = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M + (size_t)K;
    double *r1 = C + (size_t)S*(size_t)S;
    double *r2 = r1 + (size_t)S*(size_t)S;
    double *r3 = r2 + (size_t)S*(size_t)S;
    double *base0 = r3 + (size_t)K;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *A = mc0 + (size_t)S;
    double *Ct = A + (size_t)K*(size_t)S;
    double *r0 = Ct + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo = r0 + with_V*(size_t)n_path*(size_t)S;
    double *Cm = Ct1_oo + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r4 = Cm + with_V*(size_t)K*(size_t)K;
    double *r5 = r4 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *r6 = r5 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4 = r6 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *G0 = J2 + with_V*(size_t)K*(size_t)K;
    double *E = G0 + with_V*(size_t)S*(size_t)S;

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
    for (int n = 0; n < K; ++n) {
        feedback[n] = params->feedback ? params->feedback[n] : 1.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[feedback_alignment_relu_packed(K, k, l)];
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
                Cm[k*K + l] = 0.63661977236758138*atan2(C[k*S + l], feedback_alignment_relu_root(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l])));
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
            r1[i*S + j] = feedback_alignment_relu_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j]));
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
                    r5[(t*K + k)*K + l] = feedback_alignment_relu_root(((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*((1.0 - path[t])*C[l*S + l] + Ct[(t*S + l)*S + l]), (Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]));
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
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l], feedback_alignment_relu_root(((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + i)*S + l)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + l)*S + l]), ((-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l])*(-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l]))))*(C[i*S + j]*C[i*S + j])*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*feedback_alignment_relu_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + i]*r4[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i])*C[k*S + j] + C[k*S + i]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i])*atan2(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j], feedback_alignment_relu_root(((1.0 - path[t])*C[j*S + j] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + l]), ((-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j])*(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + j]*r4[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j])*C[k*S + i] + C[k*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j])*atan2(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i], feedback_alignment_relu_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]))*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + l]), ((-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i])*(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[l*S + i]*r4[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i])*C[l*S + j] + C[l*S + i]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i])*atan2(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j], feedback_alignment_relu_root(((1.0 - path[t])*C[j*S + j] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + i]*Ct1_oo[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + k]), ((-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j])*(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r0[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[l*S + j]*r4[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + l)*S + j)*S + j])*C[l*S + i] + C[l*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j])*atan2(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i], feedback_alignment_relu_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]))*((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + k]), ((-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i])*(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r0[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[l*S + i]*Ct1_oo[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C[l*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + l]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[l*S + i]*Ct1_oo[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C[l*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k])*atan2(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), feedback_alignment_relu_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))) + 0.039788735772973836*C[i*S + j]*path_weight[t]*r6[(t*K + k)*K + l]);
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
                J2[k*K + l] = 0.15915494309189535*atan2(C[k*S + l], feedback_alignment_relu_root(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l]))) + 0.25;
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
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G0[i*S + j] = mc0[i]*mc0[j];
            }
        }
    }
    if (isfinite(params->V) && general) {
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
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C[i*S + j]*r2[k*S + j] + 0.25*C[i*S + j] + 0.15915494309189535*C[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]))*mc0[j]);
            }
            A[k*S + i] = -params->eta_J*feedback[k] * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*K + l]*feedback[k]*feedback[l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I4[((k*K + l)*S + i)*S + j]);
                    }
                }
                E[k*K + l] += (params->eta_J*params->eta_J)*feedback[k]*feedback[l]/params->V * sum2;
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
            dQ[feedback_alignment_relu_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[feedback_alignment_relu_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[feedback_alignment_relu_packed(K, k, l)] += E[k*K + l];
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
                sum2 += ((0.15915494309189535*feedback_alignment_relu_root(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i])) + 0.15915494309189535*atan2(C[k*S + i], feedback_alignment_relu_root(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i])))*C[k*S + i] + 0.25*C[k*S + i])*mc0[i]);
            }
            dw0[k] += -params->eta_0 * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int feedback_alignment_relu_checked_rhs(int K, int M, const feedback_alignment_relu_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = feedback_alignment_relu_state_size(K, M);

    if (!feedback_alignment_relu_all_finite(n, state)) {
        return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
    }
#ifdef FEEDBACK_ALIGNMENT_RELU_K
    if (K == FEEDBACK_ALIGNMENT_RELU_K && M == FEEDBACK_ALIGNMENT_RELU_M) {
        feedback_alignment_relu_rhs_arrays(FEEDBACK_ALIGNMENT_RELU_K, FEEDBACK_ALIGNMENT_RELU_M, params, state, dstate, work);
        return feedback_alignment_relu_all_finite(n, dstate) ? FEEDBACK_ALIGNMENT_RELU_OK : FEEDBACK_ALIGNMENT_RELU_DOMAIN;
    }
#endif
    feedback_alignment_relu_rhs_arrays(K, M, params, state, dstate, work);
    return feedback_alignment_relu_all_finite(n, dstate) ? FEEDBACK_ALIGNMENT_RELU_OK : FEEDBACK_ALIGNMENT_RELU_DOMAIN;
}

int feedback_alignment_relu_rhs(int K, int M, const feedback_alignment_relu_params *params, const double *state, double *dstate, double *work)
{
    const int status = feedback_alignment_relu_checked(K, M, params);

    if (status != FEEDBACK_ALIGNMENT_RELU_OK) {
        return status;
    }
    if (!feedback_alignment_relu_counted(feedback_alignment_relu_rhs_work(K, M, params))) {
        return FEEDBACK_ALIGNMENT_RELU_TOO_LARGE;
    }
    return feedback_alignment_relu_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double feedback_alignment_relu_eps_g_work(int K, int M, const feedback_alignment_relu_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*K;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void feedback_alignment_relu_eps_g_arrays(int K, int M, const feedback_alignment_relu_params *params, const double *FEEDBACK_ALIGNMENT_RELU_RESTRICT state,
                                 double *eps_g, double *FEEDBACK_ALIGNMENT_RELU_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    int general = feedback_alignment_relu_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *feedback = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = work + (size_t)M + (size_t)M*(size_t)M + (size_t)K;
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
    for (int n = 0; n < K; ++n) {
        feedback[n] = params->feedback ? params->feedback[n] : 1.0;
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[feedback_alignment_relu_packed(K, k, l)];
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
                sum1 += (j > i ? 2.0 : 1.0) * ((0.15915494309189535*feedback_alignment_relu_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])) + 0.15915494309189535*atan2(C[i*S + j], feedback_alignment_relu_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])))*C[i*S + j] + 0.25*C[i*S + j])*G0[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
}

int feedback_alignment_relu_eps_g(int K, int M, const feedback_alignment_relu_params *params, const double *state, double *eps_g, double *work)
{
    const int status = feedback_alignment_relu_checked(K, M, params);

    if (status != FEEDBACK_ALIGNMENT_RELU_OK) {
        return status;
    }
    if (!feedback_alignment_relu_counted(feedback_alignment_relu_eps_g_work(K, M, params))) {
        return FEEDBACK_ALIGNMENT_RELU_TOO_LARGE;
    }
    if (!feedback_alignment_relu_all_finite(feedback_alignment_relu_state_size(K, M), state)) {
        return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
    }
    feedback_alignment_relu_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? FEEDBACK_ALIGNMENT_RELU_OK : FEEDBACK_ALIGNMENT_RELU_DOMAIN;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { FEEDBACK_ALIGNMENT_RELU_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t feedback_alignment_relu_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t feedback_alignment_relu_work_size(int K, int M, const feedback_alignment_relu_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, feedback_alignment_relu_rhs_work(K, M, params));
    arrays = fmax(arrays, feedback_alignment_relu_eps_g_work(K, M, params));
    return feedback_alignment_relu_counted(FEEDBACK_ALIGNMENT_RELU_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)feedback_alignment_relu_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double feedback_alignment_relu_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void feedback_alignment_relu_between(int K, int M, const feedback_alignment_relu_params *params, const feedback_alignment_relu_params *then, double share, double *ramped, feedback_alignment_relu_params *now)
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
static int feedback_alignment_relu_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*feedback_alignment_relu_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[feedback_alignment_relu_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void feedback_alignment_relu_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void feedback_alignment_relu_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void feedback_alignment_relu_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double feedback_alignment_relu_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int feedback_alignment_relu_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int feedback_alignment_relu_integrate_ramped(int K, int M, const feedback_alignment_relu_params *params, const feedback_alignment_relu_params *then, const feedback_alignment_relu_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, feedback_alignment_relu_stats *stats, double *work)
{
    feedback_alignment_relu_stats local = {0, 0, 0, 0.0};
    feedback_alignment_relu_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    feedback_alignment_relu_params between;
    const feedback_alignment_relu_params *now = params;
    int status = feedback_alignment_relu_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return FEEDBACK_ALIGNMENT_RELU_NULL_OPTIONS;
    }
    if (!state0) {
        return FEEDBACK_ALIGNMENT_RELU_NULL_STATE;
    }
    if (!alphas) {
        return FEEDBACK_ALIGNMENT_RELU_NULL_TIMES;
    }
    if (!states) {
        return FEEDBACK_ALIGNMENT_RELU_NULL_RESULTS;
    }
    if (!work) {
        return FEEDBACK_ALIGNMENT_RELU_NULL_WORK;
    }
    if (n < 1) {
        return FEEDBACK_ALIGNMENT_RELU_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = feedback_alignment_relu_state_size(K, M);
    if (status == FEEDBACK_ALIGNMENT_RELU_OK && then) {
        status = feedback_alignment_relu_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == FEEDBACK_ALIGNMENT_RELU_OK && !feedback_alignment_relu_work_size(K, M, params)) {
        return FEEDBACK_ALIGNMENT_RELU_TOO_LARGE;
    }
    if (status == FEEDBACK_ALIGNMENT_RELU_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = FEEDBACK_ALIGNMENT_RELU_RTOL;
    }
    if (status == FEEDBACK_ALIGNMENT_RELU_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = FEEDBACK_ALIGNMENT_RELU_ATOL;
    }
    for (size_t s = 0; s < n && status == FEEDBACK_ALIGNMENT_RELU_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = FEEDBACK_ALIGNMENT_RELU_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == FEEDBACK_ALIGNMENT_RELU_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = FEEDBACK_ALIGNMENT_RELU_TIMES;
        }
    }
    if (status != FEEDBACK_ALIGNMENT_RELU_OK) {
        return feedback_alignment_relu_stop(status, 0, n, size, states);
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
    arrays = ramped + feedback_alignment_relu_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = feedback_alignment_relu_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == FEEDBACK_ALIGNMENT_RELU_OK && feedback_alignment_relu_norms_negative(K, M, 1, y)) {
        status = FEEDBACK_ALIGNMENT_RELU_NEGATIVE_NORM;
    }
    if (status != FEEDBACK_ALIGNMENT_RELU_OK) {
        return feedback_alignment_relu_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = feedback_alignment_relu_norm(size, y, y, y, rtol, atol);
        const double scale_f = feedback_alignment_relu_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? FEEDBACK_ALIGNMENT_RELU_STEP_LIMIT : FEEDBACK_ALIGNMENT_RELU_STEP_SIZE;

            return feedback_alignment_relu_stop(status == FEEDBACK_ALIGNMENT_RELU_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = FEEDBACK_ALIGNMENT_RELU_OK;
        for (int stage = 1; stage < 7 && status == FEEDBACK_ALIGNMENT_RELU_OK; ++stage) {
            feedback_alignment_relu_stage(stage, size, h, y, k, y_new);
            if (then) {
                feedback_alignment_relu_between(K, M, params, then, (alpha + feedback_alignment_relu_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = feedback_alignment_relu_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != FEEDBACK_ALIGNMENT_RELU_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        feedback_alignment_relu_error(size, h, k, dense[4]);
        error = feedback_alignment_relu_norm(size, dense[4], y, y_new, rtol, atol);
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
        feedback_alignment_relu_bend(size, h, k, dense[4]);
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
        if (feedback_alignment_relu_norms_negative(K, M, 1, y) || feedback_alignment_relu_norms_negative(K, M, next - first, states + first*size)) {
            return feedback_alignment_relu_stop(FEEDBACK_ALIGNMENT_RELU_NEGATIVE_NORM, first, n, size, states);
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
    return FEEDBACK_ALIGNMENT_RELU_OK;
}

int feedback_alignment_relu_integrate(int K, int M, const feedback_alignment_relu_params *params, const feedback_alignment_relu_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, feedback_alignment_relu_stats *stats, double *work)
{
    return feedback_alignment_relu_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int feedback_alignment_relu_check(int version, size_t size)
{
    return version == FEEDBACK_ALIGNMENT_RELU_ABI && size == sizeof(feedback_alignment_relu_params) ? FEEDBACK_ALIGNMENT_RELU_OK : FEEDBACK_ALIGNMENT_RELU_LAYOUT;
}

const char *feedback_alignment_relu_strerror(int status)
{
    switch (status) {
    case FEEDBACK_ALIGNMENT_RELU_OK:
        return "ok";
    case FEEDBACK_ALIGNMENT_RELU_BAD_K:
        return "K is less than 1";
    case FEEDBACK_ALIGNMENT_RELU_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case FEEDBACK_ALIGNMENT_RELU_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case FEEDBACK_ALIGNMENT_RELU_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case FEEDBACK_ALIGNMENT_RELU_STEP_LIMIT:
        return "step limit: max_steps reached";
    case FEEDBACK_ALIGNMENT_RELU_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case FEEDBACK_ALIGNMENT_RELU_NULL_PARAMS:
        return "params is NULL";
    case FEEDBACK_ALIGNMENT_RELU_TIMES:
        return "the times (alphas) do not increase";
    case FEEDBACK_ALIGNMENT_RELU_RTOL:
        return "rtol is negative or not finite";
    case FEEDBACK_ALIGNMENT_RELU_ATOL:
        return "atol is not positive or not finite";
    case FEEDBACK_ALIGNMENT_RELU_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case FEEDBACK_ALIGNMENT_RELU_OBSERVABLE:
        return "the observable is none of this model";
    case FEEDBACK_ALIGNMENT_RELU_RULE:
        return "the number of nodes (size) is that of no rule";
    case FEEDBACK_ALIGNMENT_RELU_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case FEEDBACK_ALIGNMENT_RELU_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case FEEDBACK_ALIGNMENT_RELU_BAD_M:
        return "M is less than 1";
    case FEEDBACK_ALIGNMENT_RELU_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case FEEDBACK_ALIGNMENT_RELU_NO_TIMES:
        return "there are no times: n is 0";
    case FEEDBACK_ALIGNMENT_RELU_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case FEEDBACK_ALIGNMENT_RELU_NULL_OPTIONS:
        return "options is NULL";
    case FEEDBACK_ALIGNMENT_RELU_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case FEEDBACK_ALIGNMENT_RELU_NULL_TIMES:
        return "alphas is NULL";
    case FEEDBACK_ALIGNMENT_RELU_NULL_RESULTS:
        return "where the results go is NULL";
    case FEEDBACK_ALIGNMENT_RELU_NULL_WORK:
        return "work is NULL";
    case FEEDBACK_ALIGNMENT_RELU_NULL_REQUEST:
        return "request is NULL";
    case FEEDBACK_ALIGNMENT_RELU_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case FEEDBACK_ALIGNMENT_RELU_BAD_eta_J:
        return "eta_J is negative or not finite";
    case FEEDBACK_ALIGNMENT_RELU_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case FEEDBACK_ALIGNMENT_RELU_BAD_noise:
        return "noise is negative or not finite";
    case FEEDBACK_ALIGNMENT_RELU_BAD_decay:
        return "decay is negative or not finite";
    case FEEDBACK_ALIGNMENT_RELU_BAD_V:
        return "V is not at least 1";
    case FEEDBACK_ALIGNMENT_RELU_BAD_T:
        return "T has an element that is not finite";
    case FEEDBACK_ALIGNMENT_RELU_BAD_mean:
        return "mean has an element that is not finite";
    case FEEDBACK_ALIGNMENT_RELU_BAD_cov:
        return "cov has an element that is not finite";
    case FEEDBACK_ALIGNMENT_RELU_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case FEEDBACK_ALIGNMENT_RELU_BAD_feedback:
        return "feedback has an element that is not finite";
    case FEEDBACK_ALIGNMENT_RELU_MISSING_T:
        return "T is NULL, and has to be given";
    case FEEDBACK_ALIGNMENT_RELU_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
