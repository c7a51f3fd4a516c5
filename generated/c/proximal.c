/*
 * proximal.c - FO-ANIL whose inner loop is held near its start
 *
 * Emitted by orderode 0.1.0 from the system proximal, digest dcba0e339827be20. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in proximal.h.
 */
#include "proximal.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define PROXIMAL_RESTRICT
#else
#define PROXIMAL_RESTRICT restrict
#endif

/* rhs: compiled a second time for K = PROXIMAL_K and M = PROXIMAL_M where these are defined. */
#if defined(PROXIMAL_K) && defined(__GNUC__)
#define PROXIMAL_SIZED inline __attribute__((always_inline))
#else
#define PROXIMAL_SIZED
#endif

void proximal_defaults(proximal_params *params)
{
    params->eta_J = NAN;
    params->eta_w = NAN;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->decay = 0.0;
    params->anchor = NAN;
    params->V = INFINITY;
    params->P = INFINITY;
    params->first_order = 0;
    params->inner_steps = 1;
    params->n_nodes = 0;
    params->T = NULL;
    params->mean = NULL;
    params->cov = NULL;
    params->kurtosis = NULL;
    params->nodes = NULL;
    params->weights = NULL;
}

size_t proximal_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int proximal_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* Lower triangular F with F F^T = C, row by row; a column whose pivot is rounding only is zero. */
static void proximal_factor(int S, const double *C, double *F)
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

/* strengths of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most */
enum { n_square = 4 };
static const double square[n_square] = {
    1.0307240770272368, 1.2592670725916821, 1.6165727214646848, 1.9168663365684531
};

/* weights of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most */
static const double square_weight[n_square] = {
    -0.42988755889773028, -0.31629594366833252, -0.18211935431582907, -0.071697143118108125
};

/* strengths of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most */
enum { n_quartic = 4 };
static const double quartic[n_quartic] = {
    2.1028936336367146, 2.5084723662975725, 3.0452007395688132, 3.6548924341451614
};

/* weights of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most */
static const double quartic_weight[n_quartic] = {
    0.3007729784066514, 0.43221520697299254, 0.239652036200282, 0.02735977842007406
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
static double proximal_joint4(
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

static int proximal_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* Whether the rule's nodes contribute: not where w0 is zero, mean is zero, cov is diagonal. */
static int proximal_needs_rule(int K, int M, const proximal_params *params, const double *state)
{
    const double *w0 = state + (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *mean = params->mean;
    const double *cov = params->cov;
    int found = 0;

    for (int n = 0; n < K; ++n) {
        found |= w0[n] != 0.0;
    }
    for (int n = 0; n < M; ++n) {
        found |= mean && mean[n] != 0.0;
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            found |= cov && n != m && cov[n*M + m] != 0.0;
        }
    }
    return found;
}

/* The status of an argument that is not accepted, or OK. */
static int proximal_checked(int K, int M, const proximal_params *params)
{
    if (K < 1) {
        return PROXIMAL_BAD_K;
    }
    if (M < 1) {
        return PROXIMAL_BAD_M;
    }
    if (!params) {
        return PROXIMAL_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return PROXIMAL_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return PROXIMAL_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return PROXIMAL_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return PROXIMAL_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return PROXIMAL_BAD_decay;
    }
    if (!(params->anchor >= 0.0) || !isfinite(params->anchor)) {
        return PROXIMAL_BAD_anchor;
    }
    if (!(params->V >= 1.0)) {
        return PROXIMAL_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return PROXIMAL_BAD_P;
    }
    if (params->inner_steps < 1) {
        return PROXIMAL_BAD_inner_steps;
    }
    if (!params->T) {
        return PROXIMAL_MISSING_T;
    }
    if (!proximal_all_finite((size_t)M*(size_t)M, params->T)) {
        return PROXIMAL_BAD_T;
    }
    if (params->mean && !proximal_all_finite((size_t)M, params->mean)) {
        return PROXIMAL_BAD_mean;
    }
    if (params->cov && !proximal_all_finite((size_t)M*(size_t)M, params->cov)) {
        return PROXIMAL_BAD_cov;
    }
    if (params->kurtosis && !proximal_all_finite((size_t)M, params->kurtosis)) {
        return PROXIMAL_BAD_kurtosis;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return PROXIMAL_SEVERAL_inner_steps;
    }
return PROXIMAL_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t proximal_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int proximal_general(int K, int M, const proximal_params *params)
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
    return found;
}


/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double proximal_rhs_work(int K, int M, const proximal_params *params)
{
    const double S = (double)K + M;
    const double higher = params->first_order ? 0.0 : 1.0;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*K*S*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M;
    size += 1.0*K*M + 1.0*S + 1.0*M*K + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S;
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        size += 1.0*M*n_quartic + 1.0*n_quartic*M*S*S + 1.0*S*n_square + 1.0*n_square*S*S*S + 1.0*n_square*M*S*n_square + 1.0*n_square*n_square*M*S*S*S + 1.0*n_quartic*M*K*n_square + 1.0*n_quartic*M*K*K*n_square;
        size += 1.0*M*K*K*K + 1.0*n_square*n_square*M*M*K*n_square + 1.0*n_square*n_square*M*M*K*K*n_square + 1.0*M*M*K*K*K + 1.0*n_quartic*M*K + 1.0*M*n_quartic + 1.0*M*K*K + 1.0*n_square*n_square*M*S*S;
        size += 1.0*M*M*K*K + 1.0*M*K*K*M + 1.0*M*K*K*K + 1.0*n_square*S*S + 1.0*M*n_square + 1.0*M*K*M + 1.0*M*K*K + 1.0*K*n_square;
        size += 1.0*K*K*M + 1.0*K*K*K + 1.0*M*K*K*K*K + 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M + 1.0*M*K*K*K*K + 1.0*M*M*K*K*K*K + 1.0*M*K*K*K*M;
        size += 1.0*M*K*K*K*K + 1.0*S*S + 1.0 + 1.0 + 1.0 + 1.0*K*K*S*S + 1.0*K*K*S*S + 1.0*K*K*K*K;
        size += 1.0*K*K*K + 1.0*K*K*K*S + 1.0*K*K*K*K + 1.0*S + 1.0*S + 1.0 + 1.0 + 1.0*S;
        size += 1.0 + 1.0*S + 1.0 + 1.0*S + 1.0;
    }
    if (isfinite(params->P)) {
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S + 1.0*K*S;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*M + 1.0*K*S*S*K;
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        size += 1.0*S*M + 1.0*S*M + 1.0*M*K*K*S + 1.0*M*K*K + 1.0*M*S*S + 1.0*M*K*K*K + 1.0*M*M*K*K + 1.0*M*M*M*K;
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        size += 1.0*S*S + 1.0 + 1.0 + 1.0 + 1.0 + 1.0*K*K + 1.0*K*K + 1.0*K*K*S;
        size += 1.0*K*K*S + 1.0*K*K*S*S + 1.0*K*K*S*S + 1.0*K*K*S*S;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        size += 1.0*M*K*K;
    }
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static PROXIMAL_SIZED void proximal_rhs_arrays(int K, int M, const proximal_params *params, const double *PROXIMAL_RESTRICT state,
                                 double *PROXIMAL_RESTRICT dstate, double *PROXIMAL_RESTRICT work)
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
    const double higher = params->first_order ? 0.0 : 1.0;
    const size_t with_P_V_higher = isfinite(params->P) && isfinite(params->V) && higher > 0.0 ? 1 : 0;
    const size_t with_P = isfinite(params->P) ? 1 : 0;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    const size_t with_P_V_kurtosis = isfinite(params->P) && isfinite(params->V) && params->kurtosis ? 1 : 0;
    const size_t with_P_V = isfinite(params->P) && isfinite(params->V) ? 1 : 0;
    const size_t with_P_V_higher_kurtosis = isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    int general = proximal_general(K, M, params);
    const int n_nodes = params->n_nodes;
    double *dR = dstate;
    double *dQ = dstate + (size_t)K*(size_t)M;
    double *dw0 = dstate + overlaps;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = cov_apart + (size_t)M*(size_t)M;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)S;
    double *I2 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *h = I2 + (size_t)S*(size_t)S;
    double *h_next = h + (size_t)K;
    double *H = h_next + (size_t)K;
    double *H_next = H + (size_t)K*(size_t)M;
    double *mc = H_next + (size_t)K*(size_t)M;
    double *s0 = mc + (size_t)S;
    double *G = s0 + (size_t)M*(size_t)K;
    double *r14 = G + (size_t)S*(size_t)S;
    double *v13 = r14 + (size_t)K*(size_t)S;
    double *C1_0 = v13 + (size_t)K*(size_t)S;
    double *A = C1_0 + (size_t)K;
    double *r1 = A + (size_t)K*(size_t)S;
    double *Cq = r1 + with_P_V_higher*(size_t)M*(size_t)n_quartic;
    double *r2 = Cq + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)S*(size_t)S;
    double *Cs1 = r2 + with_P_V_higher*(size_t)S*(size_t)n_square;
    double *r3 = Cs1 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S*(size_t)S;
    double *Cs2 = r3 + with_P_V_higher*(size_t)n_square*(size_t)M*(size_t)S*(size_t)n_square;
    double *r7 = Cs2 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S*(size_t)S;
    double *r8 = r7 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)n_square;
    double *I_qhg0g0_blll = r8 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *r9 = I_qhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *r10 = r9 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)n_square;
    double *I_hhhg0g0_bblll = r10 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)n_square;
    double *r11 = I_hhhg0g0_bblll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *v1 = r11 + with_P_V_higher*(size_t)n_quartic*(size_t)M*(size_t)K;
    double *I_qg0g0_bll = v1 + with_P_V_higher*(size_t)M*(size_t)n_quartic;
    double *r12 = I_qg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *I_hhg0g0_bbll = r12 + with_P_V_higher*(size_t)n_square*(size_t)n_square*(size_t)M*(size_t)S*(size_t)S;
    double *I_hhg0g0_bllb = I_hhg0g0_bbll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *I_hhg0g0_blll = I_hhg0g0_bllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)M;
    double *r13 = I_hhg0g0_blll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *v2 = r13 + with_P_V_higher*(size_t)n_square*(size_t)S*(size_t)S;
    double *I_hg0g0_blb = v2 + with_P_V_higher*(size_t)M*(size_t)n_square;
    double *I_hg0g0_bll = I_hg0g0_blb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)M;
    double *v3 = I_hg0g0_bll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K;
    double *I_hg0g0_llb = v3 + with_P_V_higher*(size_t)K*(size_t)n_square;
    double *I_hg0g0_lll = I_hg0g0_llb + with_P_V_higher*(size_t)K*(size_t)K*(size_t)M;
    double *I_qg0g0g0g0_bllll = I_hg0g0_lll + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K;
    double *I_hhg0g0g0g0_bbllll = I_qg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_hg0g0g0g0_blllb = I_hhg0g0g0g0_bbllll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_hg0g0g0g0_bllll = I_hg0g0g0g0_blllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *I_ssg0g0g0g0_bbllll = I_hg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_sg0g0g0g0_blllb = I_ssg0g0g0g0_bbllll + with_P_V_higher*(size_t)M*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *I_sg0g0g0g0_bllll = I_sg0g0g0g0_blllb + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)M;
    double *F = I_sg0g0g0g0_bllll + with_P_V_higher*(size_t)M*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *p31 = F + with_P_V_higher*(size_t)S*(size_t)S;
    double *p41 = p31 + with_P_V_higher*(size_t)1;
    double *p42 = p41 + with_P_V_higher*(size_t)1;
    double *s2 = p42 + with_P_V_higher*(size_t)1;
    double *s3 = s2 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *B22 = s3 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *B3 = B22 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *B3x = B3 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K;
    double *B4 = B3x + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)S;
    double *zn = B4 + with_P_V_higher*(size_t)K*(size_t)K*(size_t)K*(size_t)K;
    double *g0n = zn + with_P_V_higher*(size_t)S;
    double *mr = g0n + with_P_V_higher*(size_t)S;
    double *Gr = mr + with_P_V_higher*(size_t)1;
    double *Xr = Gr + with_P_V_higher*(size_t)1;
    double *Gd = Xr + with_P_V_higher*(size_t)S;
    double *Xd = Gd + with_P_V_higher*(size_t)1;
    double *q3 = Xd + with_P_V_higher*(size_t)S;
    double *q3x = q3 + with_P_V_higher*(size_t)1;
    double *q4 = q3x + with_P_V_higher*(size_t)S;
    double *r4 = q4 + with_P_V_higher*(size_t)1;
    double *r5 = r4 + with_P*(size_t)S*(size_t)n_fine;
    double *v0 = r5 + with_P*(size_t)S*(size_t)S*(size_t)n_fine;
    double *I_eg0g0_fff = v0 + with_P*(size_t)n_fine*(size_t)S;
    double *r6 = I_eg0g0_fff + with_P*(size_t)S*(size_t)S*(size_t)S;
    double *I_g0g0g0g0 = r6 + with_P*(size_t)S*(size_t)S;
    double *base1 = I_g0g0g0g0 + with_P*(size_t)S*(size_t)S*(size_t)S*(size_t)S;
    double *mc0 = base1 + with_P*(size_t)S;
    double *G0 = mc0 + with_P*(size_t)S;
    double *mc1 = G0 + with_P*(size_t)S*(size_t)S;
    double *G1 = mc1 + with_P*(size_t)S;
    double *p21 = G1 + with_P*(size_t)S*(size_t)S;
    double *p22 = p21 + with_P*(size_t)1;
    double *B2 = p22 + with_P*(size_t)1;
    double *P2 = B2 + with_P*(size_t)K*(size_t)K;
    double *v14 = P2 + with_P*(size_t)S*(size_t)S;
    double *L = v14 + with_P*(size_t)K*(size_t)S;
    double *kappa = L + with_V_kurtosis*(size_t)S*(size_t)M;
    double *r16 = kappa + with_V_kurtosis*(size_t)M;
    double *L0 = r16 + with_V_kurtosis*(size_t)K*(size_t)S*(size_t)S*(size_t)K;
    double *L1 = L0 + with_P_V_kurtosis*(size_t)S*(size_t)M;
    double *s5 = L1 + with_P_V_kurtosis*(size_t)S*(size_t)M;
    double *s6 = s5 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K*(size_t)S;
    double *v5 = s6 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K;
    double *v10 = v5 + with_P_V_kurtosis*(size_t)M*(size_t)S*(size_t)S;
    double *v11 = v10 + with_P_V_kurtosis*(size_t)M*(size_t)K*(size_t)K*(size_t)K;
    double *v12 = v11 + with_P_V_kurtosis*(size_t)M*(size_t)M*(size_t)K*(size_t)K;
    double *GX1 = v12 + with_P_V_kurtosis*(size_t)M*(size_t)M*(size_t)M*(size_t)K;
    double *p32 = GX1 + with_P_V*(size_t)S*(size_t)S;
    double *p33 = p32 + with_P_V*(size_t)1;
    double *p43 = p33 + with_P_V*(size_t)1;
    double *p44 = p43 + with_P_V*(size_t)1;
    double *s1 = p44 + with_P_V*(size_t)1;
    double *s4 = s1 + with_P_V*(size_t)K*(size_t)K;
    double *s7 = s4 + with_P_V*(size_t)K*(size_t)K;
    double *B2x = s7 + with_P_V*(size_t)K*(size_t)K*(size_t)S;
    double *s8 = B2x + with_P_V*(size_t)K*(size_t)K*(size_t)S;
    double *B2xx = s8 + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *P4 = B2xx + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *v4 = P4 + with_P_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *J2 = v4 + with_P_V_higher_kurtosis*(size_t)M*(size_t)K*(size_t)K;
    double *r15 = J2 + with_V*(size_t)K*(size_t)K;
    double *E = r15 + with_V*(size_t)K*(size_t)K*(size_t)S;

    (void)w0;
    (void)with_P_V_higher;
    (void)with_P;
    (void)with_V_kurtosis;
    (void)with_P_V_kurtosis;
    (void)with_P_V;
    (void)with_P_V_higher_kurtosis;
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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[proximal_packed(K, k, l)];
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
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* r1: 1/sqrt(C[n, n]*quartic[g] + 1) */
        for (int n = 0; n < M; ++n) {
            for (int g = 0; g < n_quartic; ++g) {
                r1[n*n_quartic + g] = (1.0 / sqrt(C[(K + n)*S + K + n]*quartic[g] + 1.0));
            }
        }
        /* Cq: covariance of the fields with the Gaussian weight of n absorbed, of the strengths g */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        Cq[((g*M + n)*S + i)*S + j] = C[i*S + j] - C[(K + n)*S + i]*C[(K + n)*S + j]*quartic[g]*(r1[n*n_quartic + g]*r1[n*n_quartic + g]);
                        Cq[((g*M + n)*S + j)*S + i] = Cq[((g*M + n)*S + i)*S + j];
                    }
                }
            }
        }
        /* r2: 1/sqrt(C[i, i]*square[c] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int c = 0; c < n_square; ++c) {
                r2[i*n_square + c] = (1.0 / sqrt(C[i*S + i]*square[c] + 1.0));
            }
        }
        /* Cs1: covariance of the fields with the Gaussian weight of i absorbed, of the strengths c */
        for (int c = 0; c < n_square; ++c) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Cs1[((c*S + i)*S + j)*S + r] = -C[i*S + j]*C[i*S + r]*(r2[i*n_square + c]*r2[i*n_square + c])*square[c] + C[j*S + r];
                        Cs1[((c*S + i)*S + r)*S + j] = Cs1[((c*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* r3: 1/sqrt(Cs1[c, n, i, i]*square[d] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int n = 0; n < M; ++n) {
                for (int i = 0; i < S; ++i) {
                    for (int d = 0; d < n_square; ++d) {
                        r3[((c*M + n)*S + i)*n_square + d] = (1.0 / sqrt(Cs1[((c*S + K + n)*S + i)*S + i]*square[d] + 1.0));
                    }
                }
            }
        }
        /* Cs2: covariance of the fields with the Gaussian weight of n, i absorbed, of the strengths c, d */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            for (int r = j; r < S; ++r) {
                                Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r] = -Cs1[((c*S + K + n)*S + i)*S + j]*Cs1[((c*S + K + n)*S + i)*S + r]*(r3[((c*M + n)*S + i)*n_square + d]*r3[((c*M + n)*S + i)*n_square + d])*square[d] + Cs1[((c*S + K + n)*S + j)*S + r];
                                Cs2[((((c*n_square + d)*M + n)*S + i)*S + r)*S + j] = Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r];
                            }
                        }
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
        /* r4: 1/sqrt(C[i, i]*fine[x] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int x = 0; x < n_fine; ++x) {
                r4[i*n_fine + x] = (1.0 / sqrt(C[i*S + i]*fine[x] + 1.0));
            }
        }
        /* r5: 1/sqrt(-C[i, j]**2*fine[x]*r4[i, x]**2 + C[j, j] + 1) */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int x = 0; x < n_fine; ++x) {
                    r5[(i*S + j)*n_fine + x] = (1.0 / sqrt(-(C[i*S + j]*C[i*S + j])*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + j] + 1.0));
                }
            }
        }
        /* v0: fine_weight[x]*r4[i, x] */
        for (int x = 0; x < n_fine; ++x) {
            for (int i = 0; i < S; ++i) {
                v0[x*S + i] = fine_weight[x]*r4[i*n_fine + x];
            }
        }
        /* I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                for (int r = j; r < S; ++r) {
                    double sum2 = 0.0;
                    for (int x = 0; x < n_fine; ++x) {
                        sum2 += (asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r])*r5[(i*S + j)*n_fine + x]*r5[(i*S + r)*n_fine + x])*v0[x*S + i]);
                    }
                    I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * sum2;
                }
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
    if (isfinite(params->P)) {
        /* r6: asin(C[i, j]*r0[i]*r0[j]) */
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                r6[i*S + j] = asin(C[i*S + j]*r0[i]*r0[j]);
            }
        }
        /* I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields */
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                for (int r = j + 1; r < S; ++r) {
                    for (int s = r + 1; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = proximal_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
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
                    I_g0g0g0g0[((i*S + i)*S + j)*S + r] = I_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*r6[j*S + r];
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
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* r7: 1/sqrt(Cq[g, n, k, k]*square[c] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int c = 0; c < n_square; ++c) {
                        r7[((g*M + n)*K + k)*n_square + c] = (1.0 / sqrt(Cq[((g*M + n)*S + k)*S + k]*square[c] + 1.0));
                    }
                }
            }
        }
        /* r8: 1/sqrt(-Cq[g, n, k, l]**2*r7[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int c = 0; c < n_square; ++c) {
                            r8[(((g*M + n)*K + k)*K + l)*n_square + c] = (1.0 / sqrt(-(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*(r7[((g*M + n)*K + k)*n_square + c]*r7[((g*M + n)*K + k)*n_square + c])*square[c] + Cq[((g*M + n)*S + l)*S + l] + 1.0));
                        }
                    }
                }
            }
        }
        /* I_qhg0g0_blll: <(g(z_n)^2 - g(oo)^2)^2 (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int g = 0; g < n_quartic; ++g) {
                            for (int d = 0; d < n_square; ++d) {
                                sum2 += (asin((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r7[((g*M + n)*K + k)*n_square + d]*r7[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r8[(((g*M + n)*K + k)*K + a)*n_square + d]*r8[(((g*M + n)*K + k)*K + l)*n_square + d])*quartic_weight[g]*r1[n*n_quartic + g]*r7[((g*M + n)*K + k)*n_square + d]*square_weight[d]);
                            }
                        }
                        I_qhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                    }
                }
            }
        }
        /* r9: 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int k = 0; k < K; ++k) {
                            for (int f = 0; f < n_square; ++f) {
                                r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] = (1.0 / sqrt(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k]*square[f] + 1.0));
                            }
                        }
                    }
                }
            }
        }
        /* r10: 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r9[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int m = 0; m < M; ++m) {
                        for (int k = 0; k < K; ++k) {
                            for (int l = 0; l < K; ++l) {
                                for (int f = 0; f < n_square; ++f) {
                                    r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] = (1.0 / sqrt(-(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l] + 1.0));
                                }
                            }
                        }
                    }
                }
            }
        }
        /* I_hhhg0g0_bblll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            double sum2 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                for (int d = 0; d < n_square; ++d) {
                                    for (int f = 0; f < n_square; ++f) {
                                        sum2 += (asin((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*square_weight[c]*square_weight[d]*square_weight[f]);
                                    }
                                }
                            }
                            I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                            I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                            I_hhhg0g0_bblll[(((m*M + n)*K + k)*K + l)*K + a] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                            I_hhhg0g0_bblll[(((m*M + n)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a] = I_qhg0g0_blll[((n*K + k)*K + l)*K + a];
                        I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a];
                    }
                }
            }
        }
        /* r11: 1/sqrt(Cq[g, n, k, k] + 1) */
        for (int g = 0; g < n_quartic; ++g) {
            for (int n = 0; n < M; ++n) {
                for (int k = 0; k < K; ++k) {
                    r11[(g*M + n)*K + k] = (1.0 / sqrt(Cq[((g*M + n)*S + k)*S + k] + 1.0));
                }
            }
        }
        /* v1: quartic_weight[g]*r1[n, g] */
        for (int n = 0; n < M; ++n) {
            for (int g = 0; g < n_quartic; ++g) {
                v1[n*n_quartic + g] = quartic_weight[g]*r1[n*n_quartic + g];
            }
        }
        /* I_qg0g0_bll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int g = 0; g < n_quartic; ++g) {
                        sum2 += (asin(Cq[((g*M + n)*S + k)*S + l]*r11[(g*M + n)*K + k]*r11[(g*M + n)*K + l])*v1[n*n_quartic + g]);
                    }
                    I_qg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* r12: 1/sqrt(Cs2[c, d, n, i, j, j] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int d = 0; d < n_square; ++d) {
                for (int n = 0; n < M; ++n) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            r12[(((c*n_square + d)*M + n)*S + i)*S + j] = (1.0 / sqrt(Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + j] + 1.0));
                        }
                    }
                }
            }
        }
        /* I_hhg0g0_bbll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        double sum2 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            for (int d = 0; d < n_square; ++d) {
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + l])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_bbll[((n*M + m)*K + k)*K + l] = 0.63661977236758138 * sum2;
                        I_hhg0g0_bbll[((n*M + m)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                        I_hhg0g0_bbll[((m*M + n)*K + k)*K + l] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                        I_hhg0g0_bbll[((m*M + n)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    I_hhg0g0_bbll[((n*M + n)*K + k)*K + l] = I_qg0g0_bll[(n*K + k)*K + l];
                    I_hhg0g0_bbll[((n*M + n)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + n)*K + k)*K + l];
                }
            }
        }
        /* I_hhg0g0_bllb: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int m = 0; m < M; ++m) {
                        double sum2 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            for (int d = 0; d < n_square; ++d) {
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r12[(((c*n_square + d)*M + n)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + k)*S + K + m])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_bllb[((n*K + k)*K + l)*M + m] = 0.63661977236758138 * sum2;
                    }
                }
            }
        }
        /* I_hhg0g0_blll: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        double sum2 = 0.0;
                        for (int c = 0; c < n_square; ++c) {
                            for (int d = 0; d < n_square; ++d) {
                                sum2 += (asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + l])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * sum2;
                    }
                }
            }
        }
        /* r13: 1/sqrt(Cs1[c, i, j, j] + 1) */
        for (int c = 0; c < n_square; ++c) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r13[(c*S + i)*S + j] = (1.0 / sqrt(Cs1[((c*S + i)*S + j)*S + j] + 1.0));
                }
            }
        }
        /* v2: r2[n, c]*square_weight[c] */
        for (int n = 0; n < M; ++n) {
            for (int c = 0; c < n_square; ++c) {
                v2[n*n_square + c] = r2[(K + n)*n_square + c]*square_weight[c];
            }
        }
        /* I_hg0g0_blb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + K + n)*S + k)*S + K + m]*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + K + m])*v2[n*n_square + c]);
                    }
                    I_hg0g0_blb[(n*K + k)*M + m] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* I_hg0g0_bll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + K + n)*S + k)*S + l]*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + l])*v2[n*n_square + c]);
                    }
                    I_hg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* v3: r2[k, c]*square_weight[c] */
        for (int k = 0; k < K; ++k) {
            for (int c = 0; c < n_square; ++c) {
                v3[k*n_square + c] = r2[k*n_square + c]*square_weight[c];
            }
        }
        /* I_hg0g0_llb: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + k)*S + l)*S + K + n]*r13[(c*S + k)*S + l]*r13[(c*S + k)*S + K + n])*v3[k*n_square + c]);
                    }
                    I_hg0g0_llb[(k*K + l)*M + n] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* I_hg0g0_lll: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    double sum2 = 0.0;
                    for (int c = 0; c < n_square; ++c) {
                        sum2 += (asin(Cs1[((c*S + k)*S + l)*S + a]*r13[(c*S + k)*S + a]*r13[(c*S + k)*S + l])*v3[k*n_square + c]);
                    }
                    I_hg0g0_lll[(k*K + l)*K + a] = 0.63661977236758138 * sum2;
                }
            }
        }
        /* I_qg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            double sum2 = 0.0;
                            for (int g = 0; g < n_quartic; ++g) {
                                sum2 += (proximal_joint4(Cq[((g*M + n)*S + k)*S + k], Cq[((g*M + n)*S + k)*S + l], Cq[((g*M + n)*S + k)*S + a], Cq[((g*M + n)*S + k)*S + b], Cq[((g*M + n)*S + l)*S + l], Cq[((g*M + n)*S + l)*S + a], Cq[((g*M + n)*S + l)*S + b], Cq[((g*M + n)*S + a)*S + a], Cq[((g*M + n)*S + a)*S + b], Cq[((g*M + n)*S + b)*S + b])*v1[n*n_quartic + g]);
                            }
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = sum2;
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I_qg0g0_bll[(n*K + a)*K + b] + I_qhg0g0_blll[((n*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
                }
            }
        }
        /* I_hhg0g0g0g0_bbllll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                double sum2 = 0.0;
                                for (int c = 0; c < n_square; ++c) {
                                    for (int d = 0; d < n_square; ++d) {
                                        sum2 += (proximal_joint4(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
                                    }
                                }
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = sum2;
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = I_hhg0g0_bbll[((n*M + m)*K + a)*K + b] + I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        /* I_hg0g0g0g0_blllb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            double sum2 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                sum2 += (proximal_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + K + m], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + K + m], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + K + m], Cs1[((c*S + K + n)*S + K + m)*S + K + m])*v2[n*n_square + c]);
                            }
                            I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = sum2;
                            I_hg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int m = 0; m < M; ++m) {
                        I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = I_hg0g0_blb[(n*K + a)*M + m] + I_hhg0g0_bllb[((n*K + k)*K + a)*M + m];
                        I_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                    }
                }
            }
        }
        /* I_hg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            double sum2 = 0.0;
                            for (int c = 0; c < n_square; ++c) {
                                sum2 += (proximal_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + b], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + b], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + b], Cs1[((c*S + K + n)*S + b)*S + b])*v2[n*n_square + c]);
                            }
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = sum2;
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I_hg0g0_bll[(n*K + a)*K + b] + I_hhg0g0_blll[((n*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
                }
            }
        }
        /* I_ssg0g0g0g0_bbllll: <g(z_n)^2 g(z_m)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k + 1; l < K; ++l) {
                        for (int a = l + 1; a < K; ++a) {
                            for (int b = a + 1; b < K; ++b) {
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = I_g0g0g0g0[((k*S + l)*S + a)*S + b] + I_hg0g0g0g0_bllll[(((m*K + k)*K + l)*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] + I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                for (int k = 0; k < K; ++k) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = I2[a*S + b] + I_hg0g0_lll[(k*K + a)*K + b] + I_hg0g0g0g0_bllll[(((m*K + k)*K + k)*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] + I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        /* I_sg0g0g0g0_blllb: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_m)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int m = 0; m < M; ++m) {
                            I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = I_g0g0g0g0[((k*S + l)*S + a)*S + K + m] + I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int m = 0; m < M; ++m) {
                        I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = I2[a*S + K + m] + I_hg0g0_llb[(k*K + a)*M + m] + I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                    }
                }
            }
        }
        /* I_sg0g0g0g0_bllll: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields */
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int l = k + 1; l < K; ++l) {
                    for (int a = l + 1; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = I_g0g0g0g0[((k*S + l)*S + a)*S + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I2[a*S + b] + I_hg0g0_lll[(k*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
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
            h_next[k] = -params->anchor*params->eta_w*h[k] + params->anchor*params->eta_w*w0[k] + h[k];
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
                H_next[k*M + m] = -params->anchor*params->eta_w*H[k*M + m] + params->eta_w*I2[k*S + K + m] + H[k*M + m];
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
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
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
    }
    if (isfinite(params->P) && general) {
        /* base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        /* L1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m */
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                L1[k*M + m] = H[k*M + m];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                L1[(K + n)*M + m] = -(m == n ? 1.0 : 0.0);
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
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
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[l*S + k] = G0[k*S + l];
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
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[(K + n)*S + k] = G0[k*S + K + n];
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
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + m)*S + K + n] = G0[(K + n)*S + K + m];
            }
        }
    }
    if (isfinite(params->P) && general) {
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
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
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
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G1[l*S + k] = G1[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G1[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G1[k*S + K + n] += mc1[k]*mc1[K + n];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                double sum2 = 0.0;
                for (int p = 0; p < M; ++p) {
                    sum2 += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G1[k*S + K + n] += -1.0 * sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] += mc1[K + m]*mc1[K + n];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* GX1: <c_i c_j> over the task, of c0 and c1 */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                GX1[k*S + l] = 0.0;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                GX1[k*S + l] += mc0[k]*mc1[l];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                GX1[k*S + K + n] = 0.0;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                GX1[k*S + K + n] += mc0[k]*mc1[K + n];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                GX1[(K + n)*S + k] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                GX1[(K + n)*S + k] += mc0[K + n]*mc1[k];
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int k = 0; k < K; ++k) {
                double sum2 = 0.0;
                for (int q = 0; q < M; ++q) {
                    sum2 += (H[k*M + q]*cov_apart[n*M + q]);
                }
                GX1[(K + n)*S + k] += -1.0 * sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                GX1[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                GX1[(K + n)*S + K + m] += mc0[K + n]*mc1[K + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* F: lower triangular factor of the covariance: C = F F^T */
        proximal_factor(S, C, F);
    }
    if (isfinite(params->P)) {
        /* p21: share of 2 support samples in 1 given blocks */
        *p21 = 1.0/params->P;
        /* p22: share of 2 support samples in 2 given blocks, minus 1 */
        *p22 = -1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* p31: share of 3 support samples in 1 given blocks */
        *p31 = higher/(params->P*params->P);
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* p32: share of 3 support samples in 2 given blocks */
        *p32 = 1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        *p32 += -higher/(params->P*params->P);
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* p33: share of 3 support samples in 3 given blocks, minus 1 */
        *p33 = -3.0*1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        *p33 += 2.0*higher/(params->P*params->P);
        /* p41: share of 4 support samples in 1 given blocks */
        *p41 = higher/(params->P*params->P*params->P);
        /* p42: share of 4 support samples in 2 given blocks */
        *p42 = higher/(params->P*params->P) - higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* p43: share of 4 support samples in 3 given blocks */
        *p43 = 1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        *p43 += -3.0*higher/(params->P*params->P) + 2.0*higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* p44: share of 4 support samples in 4 given blocks, minus 1 */
        *p44 = -6.0*1.0/params->P;
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        *p44 += 11.0*higher/(params->P*params->P) - 6.0*higher/(params->P*params->P*params->P);
    }
    if (isfinite(params->P)) {
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
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                B2[l*K + k] = B2[k*K + l];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* s1: partial sum Sum(G0[i, j]*I_g0g0g0g0[a, b, i, j], (i, 1, K + M), (j, 1, K + M)) */
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((a*S + b)*S + i)*S + j]);
                    }
                }
                s1[a*K + b] = sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* s2: partial sum Sum(G0[i, j]*I_g0g0g0g0[a, b, i, r], (i, 1, K + M)) */
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int j = 0; j < S; ++j) {
                    for (int r = 0; r < S; ++r) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += (G0[j*S + i]*I_g0g0g0g0[((a*S + b)*S + r)*S + i]);
                        }
                        s2[((a*K + b)*S + j)*S + r] = sum2;
                    }
                }
            }
        }
        /* s3: partial sum Sum(G0[r, s]*s2[a, b, j, r], (r, 1, K + M)) */
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                for (int j = 0; j < S; ++j) {
                    for (int s = 0; s < S; ++s) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            sum2 += (G0[s*S + r]*s2[((a*K + b)*S + j)*S + r]);
                        }
                        s3[((a*K + b)*S + j)*S + s] = sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        /* s4: partial sum Sum(I_g0g0g0g0[a, b, i, j]*mc0[i]*mc0[j], (j, 1, K + M), (i, 1, K + M)) */
        for (int a = 0; a < K; ++a) {
            for (int b = a; b < K; ++b) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    for (int i = j; i < S; ++i) {
                        sum2 += (i > j ? 2.0 : 1.0) * (I_g0g0g0g0[((a*S + b)*S + j)*S + i]*mc0[i]*mc0[j]);
                    }
                }
                s4[a*K + b] = sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        /* s5: partial sum Sum(I_g0g0g0g0[k, l, i, j]*L0[i, p], (i, 1, K + M)) */
        for (int p = 0; p < M; ++p) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int j = 0; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int i = 0; i < S; ++i) {
                            sum2 += (I_g0g0g0g0[((k*S + l)*S + j)*S + i]*L0[i*M + p]);
                        }
                        s5[((p*K + k)*K + l)*S + j] = sum2;
                    }
                }
            }
        }
        /* s6: partial sum Sum(L0[j, p]*s5[p, k, l, j], (j, 1, K + M)) */
        for (int p = 0; p < M; ++p) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum2 += (L0[j*M + p]*s5[((p*K + k)*K + l)*S + j]);
                    }
                    s6[(p*K + k)*K + l] = sum2;
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        /* v4: kappa[p]*s6[p, a, b] */
        for (int p = 0; p < M; ++p) {
            for (int a = 0; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    v4[(p*K + a)*K + b] = kappa[p]*s6[(p*K + a)*K + b];
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* B22: <d_k d_l> <d_a d_b> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B22[((k*K + l)*K + a)*K + b] = (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I2[a*S + b]*I2[k*S + l] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[a*S + b]*s1[k*K + l] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*s1[a*K + b] + (params->eta_w*params->eta_w*params->eta_w*params->eta_w)*s1[a*K + b]*s1[k*K + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int j = 0; j < S; ++j) {
                            for (int s = 0; s < S; ++s) {
                                sum2 += (I_g0g0g0g0[((k*S + l)*S + j)*S + s]*s3[((a*K + b)*S + j)*S + s]);
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += 2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B22[((k*K + l)*K + a)*K + b] += -2.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*s4[a*K + b]*s4[k*K + l];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (s6[(p*K + k)*K + l]*v4[(p*K + a)*K + b]);
                        }
                        B22[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B22[((l*K + k)*K + a)*K + b] = B22[((k*K + l)*K + a)*K + b];
                        B22[((k*K + l)*K + b)*K + a] = B22[((k*K + l)*K + a)*K + b];
                        B22[((l*K + k)*K + b)*K + a] = B22[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        /* s7: partial sum Sum(I_g0g0g0g0[k, l, j, r]*mc0[r], (r, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int j = 0; j < S; ++j) {
                    double sum2 = 0.0;
                    for (int r = 0; r < S; ++r) {
                        sum2 += (I_g0g0g0g0[((k*S + l)*S + j)*S + r]*mc0[r]);
                    }
                    s7[(k*K + l)*S + j] = sum2;
                }
            }
        }
        /* B2x: <d_k d_l> c1_i averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    B2x[(k*K + l)*S + i] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*I2[k*S + l]*mc1[i] + (params->eta_w*params->eta_w)*mc1[i]*s1[k*K + l] - 2.0*(params->eta_w*params->eta_w)*mc1[i]*s4[k*K + l];
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    double sum2 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum2 += (GX1[j*S + i]*s7[(k*K + l)*S + j]);
                    }
                    B2x[(k*K + l)*S + i] += 2.0*(params->eta_w*params->eta_w) * sum2;
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* s8: partial sum Sum(GX1[r, i]*I_g0g0g0g0[k, l, r, s], (r, 1, K + M)) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int s = 0; s < S; ++s) {
                        double sum2 = 0.0;
                        for (int r = 0; r < S; ++r) {
                            sum2 += (GX1[r*S + i]*I_g0g0g0g0[((k*S + l)*S + s)*S + r]);
                        }
                        s8[((k*K + l)*S + i)*S + s] = sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        /* v5: L1[i, p]*L1[j, p]*kappa[p] */
        for (int p = 0; p < M; ++p) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    v5[(p*S + i)*S + j] = L1[i*M + p]*L1[j*M + p]*kappa[p];
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* B2xx: <d_k d_l> c1_i c1_j averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        B2xx[((k*K + l)*S + i)*S + j] = (params->eta_w*params->eta_w)*(params->noise*params->noise)*G1[i*S + j]*I2[k*S + l] + (params->eta_w*params->eta_w)*G1[i*S + j]*s1[k*K + l];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int s = 0; s < S; ++s) {
                            sum2 += (GX1[s*S + j]*s8[((k*K + l)*S + i)*S + s]);
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += 2.0*(params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        B2xx[((k*K + l)*S + i)*S + j] += -2.0*(params->eta_w*params->eta_w)*mc1[i]*mc1[j]*s4[k*K + l];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (s6[(p*K + k)*K + l]*v5[(p*S + i)*S + j]);
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += (params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        B2xx[((l*K + k)*S + i)*S + j] = B2xx[((k*K + l)*S + i)*S + j];
                        B2xx[((k*K + l)*S + j)*S + i] = B2xx[((k*K + l)*S + i)*S + j];
                        B2xx[((l*K + k)*S + j)*S + i] = B2xx[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        /* B3: <d_k d_l d_a> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    B3[(k*K + l)*K + a] = 0.0;
                }
            }
        }
        /* B3x: <d_k d_l d_a> c1_i averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        B3x[((k*K + l)*K + a)*S + i] = 0.0;
                    }
                }
            }
        }
        /* B4: <d_k d_l d_a d_b> averaged over the task */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B4[((k*K + l)*K + a)*K + b] = 0.0;
                    }
                }
            }
        }
        for (int e = 0; e < n_nodes; ++e) {
            /* zn: fields at a node */
            for (int i = 0; i < S; ++i) {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum3 += (F[i*S + j]*nodes[e*S + j]);
                }
                zn[i] = sum3;
            }
            /* g0n: g at a node */
            for (int i = 0; i < S; ++i) {
                g0n[i] = erf(0.70710678118654757*zn[i]);
            }
            if (general) {
                /* mr: mean of the residual over the task */
                {
                    double sum4 = 0.0;
                    for (int j = 0; j < S; ++j) {
                        sum4 += (g0n[j]*mc0[j]);
                    }
                    *mr = -params->eta_w * sum4;
                }
            }
            /* Gr: its second moment */
            *Gr = (params->eta_w*params->eta_w)*(params->noise*params->noise);
            {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        sum3 += (r > j ? 2.0 : 1.0) * (G0[j*S + r]*g0n[j]*g0n[r]);
                    }
                }
                *Gr += (params->eta_w*params->eta_w) * sum3;
            }
            /* Xr: its moment with c1 */
            for (int i = 0; i < S; ++i) {
                double sum3 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum3 += (GX1[j*S + i]*g0n[j]);
                }
                Xr[i] = -params->eta_w * sum3;
            }
            /* Gd: its second moment, squares of the teacher's units only */
            *Gd = (params->eta_w*params->eta_w)*(params->noise*params->noise);
            {
                double sum3 = 0.0;
                for (int n = 0; n < M; ++n) {
                    sum3 += (G0[(K + n)*S + K + n]*(g0n[K + n]*g0n[K + n]));
                }
                *Gd += (params->eta_w*params->eta_w) * sum3;
            }
            /* Xd: its moment with c1, the teacher's units only */
            for (int i = 0; i < S; ++i) {
                double sum3 = 0.0;
                for (int n = 0; n < M; ++n) {
                    sum3 += (GX1[(K + n)*S + i]*g0n[K + n]);
                }
                Xd[i] = -params->eta_w * sum3;
            }
            if (general) {
                /* q3: <r^3> over the task, at a node */
                *q3 = 3.0*(*Gr)*(*mr) - 2.0*((*mr)*(*mr)*(*mr));
            }
            /* q3x: <r^3 c1_i> over the task, at a node, but for what needs no nodes */
            for (int i = 0; i < S; ++i) {
                q3x[i] = -3.0*(*Gd)*Xd[i] + 3.0*(*Gr)*Xr[i];
            }
            if (general) {
                for (int i = 0; i < S; ++i) {
                    q3x[i] += -2.0*((*mr)*(*mr)*(*mr))*mc1[i];
                }
            }
            /* q4: <r^4> over the task, at a node, but for what needs no nodes */
            *q4 = -3.0*((*Gd)*(*Gd)) + 3.0*((*Gr)*(*Gr));
            if (general) {
                *q4 += -2.0*((*mr)*(*mr)*(*mr)*(*mr));
            }
            if (general) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        for (int a = l; a < K; ++a) {
                            B3[(k*K + l)*K + a] += (*q3)*g0n[a]*g0n[k]*g0n[l]*weights[e];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int i = 0; i < S; ++i) {
                            B3x[((k*K + l)*K + a)*S + i] += g0n[a]*g0n[k]*g0n[l]*q3x[i]*weights[e];
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = l; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            B4[((k*K + l)*K + a)*K + b] += (*q4)*g0n[a]*g0n[b]*g0n[k]*g0n[l]*weights[e];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    B3[(l*K + k)*K + a] = B3[(k*K + l)*K + a];
                    B3[(k*K + a)*K + l] = B3[(k*K + l)*K + a];
                    B3[(l*K + a)*K + k] = B3[(k*K + l)*K + a];
                    B3[(a*K + k)*K + l] = B3[(k*K + l)*K + a];
                    B3[(a*K + l)*K + k] = B3[(k*K + l)*K + a];
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            for (int m = 0; m < M; ++m) {
                                sum2 += (G0[(K + n)*S + K + n]*GX1[(K + m)*S + i]*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m]);
                            }
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -3.0*(params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            sum2 += (GX1[(K + n)*S + i]*I_g0g0g0g0[((k*S + l)*S + a)*S + K + n]);
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -3.0*(params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            sum2 += (I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + n]*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*L1[i*M + n]*kappa[n]);
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -(params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int i = 0; i < S; ++i) {
                        B3x[((l*K + k)*K + a)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((k*K + a)*K + l)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((l*K + a)*K + k)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((a*K + k)*K + l)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((a*K + l)*K + k)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B4[((k*K + l)*K + a)*K + b] += 3.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise*params->noise*params->noise)*I_g0g0g0g0[((k*S + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            for (int m = n; m < M; ++m) {
                                sum2 += (m > n ? 2.0 : 1.0) * (G0[(K + m)*S + K + m]*G0[(K + n)*S + K + n]*I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b]);
                            }
                        }
                        B4[((k*K + l)*K + a)*K + b] += 3.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            sum2 += (G0[(K + n)*S + K + n]*I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b]);
                        }
                        B4[((k*K + l)*K + a)*K + b] += 6.0*(params->eta_w*params->eta_w*params->eta_w*params->eta_w)*(params->noise*params->noise) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int n = 0; n < M; ++n) {
                            sum2 += (I_ssg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b]*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*kappa[n]);
                        }
                        B4[((k*K + l)*K + a)*K + b] += (params->eta_w*params->eta_w*params->eta_w*params->eta_w) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = l; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        B4[((l*K + k)*K + a)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + a)*K + l)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + l)*K + b)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + a)*K + k)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + k)*K + b)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + k)*K + l)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + a)*K + b)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + b)*K + l)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + l)*K + k)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + a)*K + b)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + b)*K + k)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + k)*K + b)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + b)*K + a)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + k)*K + l)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + l)*K + b)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + b)*K + a)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + l)*K + k)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + b)*K + k)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + k)*K + a)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + b)*K + l)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + l)*K + a)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + a)*K + k)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + a)*K + l)*K + k] = B4[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
    }
    if (isfinite(params->P)) {
        /* P2: <c_i c_j> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                P2[k*S + l] = (*p21)*B2[k*K + l] + (*p22)*G1[k*S + l];
                P2[l*S + k] = P2[k*S + l];
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                P2[k*S + K + n] = 0.0;
            }
        }
    }
    if (isfinite(params->P) && general) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
                P2[(K + m)*S + K + n] = P2[(K + n)*S + K + m];
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        /* v10: L1[a, p]*L1[b, p]*L1[l, p]*kappa[p] */
        for (int p = 0; p < M; ++p) {
            for (int a = 0; a < K; ++a) {
                for (int b = a; b < K; ++b) {
                    for (int l = 0; l < K; ++l) {
                        v10[((p*K + a)*K + b)*K + l] = L1[a*M + p]*L1[b*M + p]*L1[l*M + p]*kappa[p];
                    }
                }
            }
        }
        /* v11: L1[a, p]*L1[l, p]*L1[n, p]*kappa[p] */
        for (int n = 0; n < M; ++n) {
            for (int p = 0; p < M; ++p) {
                for (int a = 0; a < K; ++a) {
                    for (int l = 0; l < K; ++l) {
                        v11[((n*M + p)*K + a)*K + l] = L1[a*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p];
                    }
                }
            }
        }
        /* v12: L1[l, p]*L1[m, p]*L1[n, p]*kappa[p] */
        for (int m = 0; m < M; ++m) {
            for (int n = 0; n < M; ++n) {
                for (int p = 0; p < M; ++p) {
                    for (int l = 0; l < K; ++l) {
                        v12[((m*M + n)*M + p)*K + l] = L1[l*M + p]*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        /* P4: <c_i c_j c_r c_s> minus its value at P -> infinity */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] = (*p43)*B2xx[((a*K + b)*S + k)*S + l] + (*p43)*B2xx[((k*K + a)*S + l)*S + b] + (*p43)*B2xx[((k*K + b)*S + l)*S + a] + (*p43)*B2xx[((k*K + l)*S + a)*S + b] + (*p43)*B2xx[((l*K + a)*S + k)*S + b] + (*p43)*B2xx[((l*K + b)*S + k)*S + a] + (*p44)*G1[a*S + b]*G1[k*S + l] + (*p44)*G1[k*S + a]*G1[l*S + b] + (*p44)*G1[k*S + b]*G1[l*S + a];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += (*p21)*B2[a*K + b]*w0[k]*w0[l] + (*p21)*B2[k*K + a]*w0[b]*w0[l] + (*p21)*B2[k*K + b]*w0[a]*w0[l] + (*p21)*B2[k*K + l]*w0[a]*w0[b] + (*p21)*B2[l*K + a]*w0[b]*w0[k] + (*p21)*B2[l*K + b]*w0[a]*w0[k] + (*p22)*G1[a*S + b]*w0[k]*w0[l] + (*p22)*G1[k*S + a]*w0[b]*w0[l] + (*p22)*G1[k*S + b]*w0[a]*w0[l] + (*p22)*G1[k*S + l]*w0[a]*w0[b] + (*p22)*G1[l*S + a]*w0[b]*w0[k] + (*p22)*G1[l*S + b]*w0[a]*w0[k] + (*p32)*B2x[(a*K + b)*S + k]*w0[l] + (*p32)*B2x[(a*K + b)*S + l]*w0[k] + (*p32)*B2x[(k*K + a)*S + b]*w0[l] + (*p32)*B2x[(k*K + a)*S + l]*w0[b] + (*p32)*B2x[(k*K + b)*S + a]*w0[l] + (*p32)*B2x[(k*K + b)*S + l]*w0[a] + (*p32)*B2x[(k*K + l)*S + a]*w0[b] + (*p32)*B2x[(k*K + l)*S + b]*w0[a] + (*p32)*B2x[(l*K + a)*S + b]*w0[k] + (*p32)*B2x[(l*K + a)*S + k]*w0[b] + (*p32)*B2x[(l*K + b)*S + a]*w0[k] + (*p32)*B2x[(l*K + b)*S + k]*w0[a] + (*p33)*G1[a*S + b]*mc1[k]*w0[l] + (*p33)*G1[a*S + b]*mc1[l]*w0[k] + (*p33)*G1[k*S + a]*mc1[b]*w0[l] + (*p33)*G1[k*S + a]*mc1[l]*w0[b] + (*p33)*G1[k*S + b]*mc1[a]*w0[l] + (*p33)*G1[k*S + b]*mc1[l]*w0[a] + (*p33)*G1[k*S + l]*mc1[a]*w0[b] + (*p33)*G1[k*S + l]*mc1[b]*w0[a] + (*p33)*G1[l*S + a]*mc1[b]*w0[k] + (*p33)*G1[l*S + a]*mc1[k]*w0[b] + (*p33)*G1[l*S + b]*mc1[a]*w0[k] + (*p33)*G1[l*S + b]*mc1[k]*w0[a] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[k]*w0[l] - 2.0*(*p33)*mc1[a]*mc1[b]*mc1[l]*w0[k] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*w0[b] - 2.0*(*p33)*mc1[b]*mc1[k]*mc1[l]*w0[a] - 2.0*(*p44)*mc1[a]*mc1[b]*mc1[k]*mc1[l];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += (*p41)*B4[((k*K + l)*K + a)*K + b] + (*p42)*B22[((a*K + b)*K + k)*K + l] + (*p42)*B22[((k*K + a)*K + l)*K + b] + (*p42)*B22[((l*K + a)*K + k)*K + b] + (*p42)*B3x[((k*K + a)*K + b)*S + l] + (*p42)*B3x[((k*K + l)*K + a)*S + b] + (*p42)*B3x[((k*K + l)*K + b)*S + a] + (*p42)*B3x[((l*K + a)*K + b)*S + k];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[k*M + p]*v10[((p*K + a)*K + b)*K + l]);
                        }
                        P4[((k*K + l)*S + a)*S + b] += (*p44) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += (*p31)*B3[(k*K + a)*K + b]*w0[l] + (*p31)*B3[(k*K + l)*K + a]*w0[b] + (*p31)*B3[(k*K + l)*K + b]*w0[a] + (*p31)*B3[(l*K + a)*K + b]*w0[k];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        P4[((l*K + k)*S + a)*S + b] = P4[((k*K + l)*S + a)*S + b];
                        P4[((k*K + l)*S + b)*S + a] = P4[((k*K + l)*S + a)*S + b];
                        P4[((l*K + k)*S + b)*S + a] = P4[((k*K + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] = (*p32)*B2xx[((k*K + a)*S + l)*S + K + n] + (*p32)*B2xx[((k*K + l)*S + a)*S + K + n] + (*p32)*B2xx[((l*K + a)*S + k)*S + K + n] + (*p33)*G1[a*S + K + n]*G1[k*S + l] + (*p33)*G1[k*S + a]*G1[l*S + K + n] + (*p33)*G1[k*S + K + n]*G1[l*S + a];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] += (*p21)*B2x[(k*K + a)*S + K + n]*w0[l] + (*p21)*B2x[(k*K + l)*S + K + n]*w0[a] + (*p21)*B2x[(l*K + a)*S + K + n]*w0[k] + (*p22)*G1[a*S + K + n]*mc1[k]*w0[l] + (*p22)*G1[a*S + K + n]*mc1[l]*w0[k] + (*p22)*G1[k*S + a]*mc1[K + n]*w0[l] + (*p22)*G1[k*S + l]*mc1[K + n]*w0[a] + (*p22)*G1[k*S + K + n]*mc1[a]*w0[l] + (*p22)*G1[k*S + K + n]*mc1[l]*w0[a] + (*p22)*G1[l*S + a]*mc1[K + n]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[a]*w0[k] + (*p22)*G1[l*S + K + n]*mc1[k]*w0[a] - 2.0*(*p22)*mc1[a]*mc1[k]*mc1[K + n]*w0[l] - 2.0*(*p22)*mc1[a]*mc1[l]*mc1[K + n]*w0[k] - 2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + n]*w0[a] - 2.0*(*p33)*mc1[a]*mc1[k]*mc1[l]*mc1[K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] += (*p31)*B3x[((k*K + l)*K + a)*S + K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[k*M + p]*v11[((n*M + p)*K + a)*K + l]);
                        }
                        P4[((k*K + l)*S + a)*S + K + n] += (*p33) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        P4[((l*K + k)*S + a)*S + K + n] = P4[((k*K + l)*S + a)*S + K + n];
                        P4[((k*K + l)*S + K + n)*S + a] = P4[((k*K + l)*S + a)*S + K + n];
                        P4[((l*K + k)*S + K + n)*S + a] = P4[((k*K + l)*S + a)*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        P4[((k*K + l)*S + K + n)*S + K + m] = (*p21)*B2xx[((k*K + l)*S + K + n)*S + K + m] + (*p22)*G1[k*S + l]*G1[(K + n)*S + K + m] + (*p22)*G1[k*S + K + m]*G1[l*S + K + n] + (*p22)*G1[k*S + K + n]*G1[l*S + K + m];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && general) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        P4[((k*K + l)*S + K + n)*S + K + m] += -2.0*(*p22)*mc1[k]*mc1[l]*mc1[K + m]*mc1[K + n];
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V) && params->kurtosis) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        double sum2 = 0.0;
                        for (int p = 0; p < M; ++p) {
                            sum2 += (L1[k*M + p]*v12[((m*M + n)*M + p)*K + l]);
                        }
                        P4[((k*K + l)*S + K + n)*S + K + m] += (*p22) * sum2;
                    }
                }
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n; m < M; ++m) {
                        P4[((l*K + k)*S + K + n)*S + K + m] = P4[((k*K + l)*S + K + n)*S + K + m];
                        P4[((k*K + l)*S + K + m)*S + K + n] = P4[((k*K + l)*S + K + n)*S + K + m];
                        P4[((l*K + k)*S + K + m)*S + K + n] = P4[((k*K + l)*S + K + n)*S + K + m];
                    }
                }
            }
        }
    }
    /* r14: 1/sqrt(C1[k, i, i] + 1) */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            r14[k*S + i] = (1.0 / sqrt(C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0));
        }
    }
    if (isfinite(params->V)) {
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*r0[k]*r14[k*S + l];
            }
        }
    }
    /* v13: G[k, j]*r14[k, j] */
    for (int k = 0; k < K; ++k) {
        for (int j = 0; j < S; ++j) {
            v13[k*S + j] = G[k*S + j]*r14[k*S + j];
        }
    }
    if (isfinite(params->P)) {
        /* v14: P2[k, j]*r14[k, j] */
        for (int k = 0; k < K; ++k) {
            for (int j = 0; j < S; ++j) {
                v14[k*S + j] = P2[k*S + j]*r14[k*S + j];
            }
        }
    }
    /* C1_0: partial sum Sum(C[k, j]*v13[k, j], (j, 1, K + M)) */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int j = 0; j < S; ++j) {
            sum1 += (C[k*S + j]*v13[k*S + j]);
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
                sum1 += (C[i*S + j]*v13[k*S + j]);
            }
            A[k*S + i] += -0.63661977236758138*params->eta_J*r0[k] * sum1;
        }
    }
    if (isfinite(params->P)) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                double sum2 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum2 += (C1[(k*S + i)*S + j]*v14[k*S + j]);
                }
                A[k*S + i] += -0.63661977236758138*params->eta_J*r0[k] * sum2;
            }
        }
    }
    if (isfinite(params->V)) {
        /* r15: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r14[k, l]**2 + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    r15[(k*K + l)*S + i] = (1.0 / sqrt(C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r14[k*S + l]*r14[k*S + l]) + 1.0));
                }
            }
        }
    }
    if (isfinite(params->V) && params->kurtosis) {
        /* r16: asin((C1[k, i, j] - C1[k, l, i]*C1[k, l, j]*r14[k, l]**2)*r15[k, l, i]*r15[k, l, j]) */
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int l = k; l < K; ++l) {
                        r16[((k*S + i)*S + j)*K + l] = asin((C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j]);
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
                        sum2 += (j > i ? 2.0 : 1.0) * ((G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i] - 2.0*mc[i]*mc[j]*mc[k]*mc[l])*asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j]));
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r14[k*S + l]/params->V * sum2;
            }
        }
    }
    if (isfinite(params->P) && isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E[k*K + l] += (params->eta_J*params->eta_J)*(params->noise*params->noise)*J2[k*K + l]*P2[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j])*P4[((k*K + l)*S + i)*S + j]);
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r14[k*S + l]/params->V * sum2;
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
                            sum2 += (L[i*M + p]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]*r16[((k*S + i)*S + j)*K + l]);
                        }
                    }
                }
                E[k*K + l] += 0.4052847345693511*(params->eta_J*params->eta_J)*r0[k]*r14[k*S + l]/params->V * sum2;
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
            dQ[proximal_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[proximal_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[proximal_packed(K, k, l)] += E[k*K + l];
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
                sum2 += (I2[k*S + i]*mc[i]);
            }
            dw0[k] += -params->eta_0 * sum2;
        }
    }
}

/* With finite parameters and overlaps the only way to a value that is not finite is a root or arcsine out of its domain. */
static int proximal_checked_rhs(int K, int M, const proximal_params *params, const double *state, double *dstate, double *work)
{
    const size_t n = proximal_state_size(K, M);
    const double higher = params->first_order ? 0.0 : 1.0;

    if (isfinite(params->P) && isfinite(params->V) && higher > 0.0 && !(params->nodes && params->weights && params->n_nodes > 0) && (params->n_nodes != 0 || proximal_needs_rule(K, M, params, state))) {
        return PROXIMAL_NODES;
    }
    if (!proximal_all_finite(n, state)) {
        return PROXIMAL_NONFINITE;
    }
#ifdef PROXIMAL_K
    if (K == PROXIMAL_K && M == PROXIMAL_M) {
        proximal_rhs_arrays(PROXIMAL_K, PROXIMAL_M, params, state, dstate, work);
        return proximal_all_finite(n, dstate) ? PROXIMAL_OK : PROXIMAL_DOMAIN;
    }
#endif
    proximal_rhs_arrays(K, M, params, state, dstate, work);
    return proximal_all_finite(n, dstate) ? PROXIMAL_OK : PROXIMAL_DOMAIN;
}

int proximal_rhs(int K, int M, const proximal_params *params, const double *state, double *dstate, double *work)
{
    const int status = proximal_checked(K, M, params);

    if (status != PROXIMAL_OK) {
        return status;
    }
    if (!proximal_counted(proximal_rhs_work(K, M, params))) {
        return PROXIMAL_TOO_LARGE;
    }
    return proximal_checked_rhs(K, M, params, state, dstate, work);
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double proximal_eps_g_work(int K, int M, const proximal_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M;

    (void)S;
    (void)params;
    size += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M;
    size += 1.0*S + 1.0*M*K + 1.0*S*S;
    if (isfinite(params->P)) {
        size += 1.0*S*n_fine + 1.0*S*S*n_fine + 1.0*n_fine*S + 1.0*S*S*S + 1.0*S*S + 1.0*S*S*S*S + 1.0*S + 1.0*S;
        size += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0 + 1.0 + 1.0*K*K + 1.0*S*S;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void proximal_eps_g_arrays(int K, int M, const proximal_params *params, const double *PROXIMAL_RESTRICT state,
                                 double *eps_g, double *PROXIMAL_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *kurtosis = params->kurtosis;
    const size_t with_P = isfinite(params->P) ? 1 : 0;
    int general = proximal_general(K, M, params);
    double *mean = work;
    double *cov = work + (size_t)M;
    double *cov_apart = work + (size_t)M + (size_t)M*(size_t)M;
    double *C = cov_apart + (size_t)M*(size_t)M;
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
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C[k*S + l] = Q[proximal_packed(K, k, l)];
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
            C[(K + n)*S + K + m] = T[n*M + m];
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
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = proximal_joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
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
            h_next[k] = -params->anchor*params->eta_w*h[k] + params->anchor*params->eta_w*w0[k] + h[k];
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
                H_next[k*M + m] = -params->anchor*params->eta_w*H[k*M + m] + params->eta_w*I2[k*S + K + m] + H[k*M + m];
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
    if (isfinite(params->P)) {
        {
            double sum2 = 0.0;
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    sum2 += (j > i ? 2.0 : 1.0) * (I2[i*S + j]*P2[i*S + j]);
                }
            }
            *eps_g += 0.5 * sum2;
        }
    }
}

int proximal_eps_g(int K, int M, const proximal_params *params, const double *state, double *eps_g, double *work)
{
    const int status = proximal_checked(K, M, params);

    if (status != PROXIMAL_OK) {
        return status;
    }
    if (!proximal_counted(proximal_eps_g_work(K, M, params))) {
        return PROXIMAL_TOO_LARGE;
    }
    if (!proximal_all_finite(proximal_state_size(K, M), state)) {
        return PROXIMAL_NONFINITE;
    }
    proximal_eps_g_arrays(K, M, params, state, eps_g, work);
    return isfinite(*eps_g) ? PROXIMAL_OK : PROXIMAL_DOMAIN;
}

/* Generators of the lattices, one row for each number of points. */
static const int proximal_generators[5][14] = {
    {1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128},
    {1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413},
    {1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472},
    {1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729},
    {1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852}
};
static const int proximal_sizes[5] = {1021, 4093, 16381, 65521, 262139};

int proximal_node_count(int size)
{
    return (size + 1)/2;
}

int proximal_nodes(int K, int M, int size, double *nodes, double *weights)
{
    const int S = K + M;
    const double scale = S <= 5 ? 0.9 : S <= 8 ? 0.8 : 0.65;
    const int count = proximal_node_count(size);
    int row = 0;
    double total = 0.0;

    while (row < 5 && proximal_sizes[row] != size) {
        ++row;
    }
    if (K < 1) {
        return PROXIMAL_BAD_K;
    }
    if (M < 1) {
        return PROXIMAL_BAD_M;
    }
    if (row == 5) {
        return PROXIMAL_RULE;
    }
    if (S > 14) {
        return PROXIMAL_RULE_UNITS;
    }
    for (int e = 0; e < count; ++e) {
        double density = e > 0 ? 2.0 : 1.0;

        for (int i = 0; i < S; ++i) {
            const double u = fmod((double)((long long)e*proximal_generators[row][i] % size)/size + 0.5, 1.0);
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
    return PROXIMAL_OK;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

enum { PROXIMAL_VECTORS = 14 }; /* y, new y, 7 stages, 5 of dense output */

/* How many doubles arrays that change along the way need. */
static size_t proximal_ramped_size(int K, int M)
{
    (void)K;
    (void)M;
    return 0;
}

size_t proximal_work_size(int K, int M, const proximal_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, proximal_rhs_work(K, M, params));
    arrays = fmax(arrays, proximal_eps_g_work(K, M, params));
    return proximal_counted(PROXIMAL_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + (double)proximal_ramped_size(K, M) + arrays);
}

/* At which share of a step each stage is. */
static const double proximal_nodes_of_step[7] = {0.0/1.0, 1.0/5.0, 3.0/10.0, 4.0/5.0, 8.0/9.0, 1.0/1.0, 1.0/1.0};

/* Parameters at a share of the way between two. */
static void proximal_between(int K, int M, const proximal_params *params, const proximal_params *then, double share, double *ramped, proximal_params *now)
{
    now->eta_J = params->eta_J + share*(then->eta_J - params->eta_J);
    now->eta_w = params->eta_w + share*(then->eta_w - params->eta_w);
    now->eta_0 = params->eta_0 + share*(then->eta_0 - params->eta_0);
    now->noise = params->noise + share*(then->noise - params->noise);
    now->decay = params->decay + share*(then->decay - params->decay);
    now->anchor = params->anchor + share*(then->anchor - params->anchor);
    (void)K;
    (void)M;
    (void)ramped;
}

/* Whether a diagonal element of Q is negative in one of n states. */
static int proximal_norms_negative(int K, int M, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*proximal_state_size(K, M) + (size_t)K*(size_t)M;
        for (int k = 0; k < K; ++k) {
            if (Q[proximal_packed(K, k, k)] < 0.0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void proximal_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
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
static void proximal_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void proximal_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

static double proximal_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int proximal_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int proximal_integrate_ramped(int K, int M, const proximal_params *params, const proximal_params *then, const proximal_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, proximal_stats *stats, double *work)
{
    proximal_stats local = {0, 0, 0, 0.0};
    proximal_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    proximal_params between;
    const proximal_params *now = params;
    int status = proximal_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
        return status;
    }
    if (!options) {
        return PROXIMAL_NULL_OPTIONS;
    }
    if (!state0) {
        return PROXIMAL_NULL_STATE;
    }
    if (!alphas) {
        return PROXIMAL_NULL_TIMES;
    }
    if (!states) {
        return PROXIMAL_NULL_RESULTS;
    }
    if (!work) {
        return PROXIMAL_NULL_WORK;
    }
    if (n < 1) {
        return PROXIMAL_NO_TIMES;
    }
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = proximal_state_size(K, M);
    if (status == PROXIMAL_OK && then) {
        status = proximal_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == PROXIMAL_OK && !proximal_work_size(K, M, params)) {
        return PROXIMAL_TOO_LARGE;
    }
    if (status == PROXIMAL_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = PROXIMAL_RTOL;
    }
    if (status == PROXIMAL_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = PROXIMAL_ATOL;
    }
    for (size_t s = 0; s < n && status == PROXIMAL_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = PROXIMAL_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == PROXIMAL_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = PROXIMAL_TIMES;
        }
    }
    if (status != PROXIMAL_OK) {
        return proximal_stop(status, 0, n, size, states);
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
    arrays = ramped + proximal_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = proximal_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == PROXIMAL_OK && proximal_norms_negative(K, M, 1, y)) {
        status = PROXIMAL_NEGATIVE_NORM;
    }
    if (status != PROXIMAL_OK) {
        return proximal_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = proximal_norm(size, y, y, y, rtol, atol);
        const double scale_f = proximal_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? PROXIMAL_STEP_LIMIT : PROXIMAL_STEP_SIZE;

            return proximal_stop(status == PROXIMAL_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = PROXIMAL_OK;
        for (int stage = 1; stage < 7 && status == PROXIMAL_OK; ++stage) {
            proximal_stage(stage, size, h, y, k, y_new);
            if (then) {
                proximal_between(K, M, params, then, (alpha + proximal_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = proximal_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != PROXIMAL_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        proximal_error(size, h, k, dense[4]);
        error = proximal_norm(size, dense[4], y, y_new, rtol, atol);
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
        proximal_bend(size, h, k, dense[4]);
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
        if (proximal_norms_negative(K, M, 1, y) || proximal_norms_negative(K, M, next - first, states + first*size)) {
            return proximal_stop(PROXIMAL_NEGATIVE_NORM, first, n, size, states);
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
    return PROXIMAL_OK;
}

int proximal_integrate(int K, int M, const proximal_params *params, const proximal_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, proximal_stats *stats, double *work)
{
    return proximal_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}

int proximal_check(int version, size_t size)
{
    return version == PROXIMAL_ABI && size == sizeof(proximal_params) ? PROXIMAL_OK : PROXIMAL_LAYOUT;
}

const char *proximal_strerror(int status)
{
    switch (status) {
    case PROXIMAL_OK:
        return "ok";
    case PROXIMAL_BAD_K:
        return "K is less than 1";
    case PROXIMAL_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case PROXIMAL_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case PROXIMAL_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case PROXIMAL_STEP_LIMIT:
        return "step limit: max_steps reached";
    case PROXIMAL_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case PROXIMAL_NULL_PARAMS:
        return "params is NULL";
    case PROXIMAL_TIMES:
        return "the times (alphas) do not increase";
    case PROXIMAL_RTOL:
        return "rtol is negative or not finite";
    case PROXIMAL_ATOL:
        return "atol is not positive or not finite";
    case PROXIMAL_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case PROXIMAL_OBSERVABLE:
        return "the observable is none of this model";
    case PROXIMAL_RULE:
        return "the number of nodes (size) is that of no rule";
    case PROXIMAL_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case PROXIMAL_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case PROXIMAL_BAD_M:
        return "M is less than 1";
    case PROXIMAL_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case PROXIMAL_NO_TIMES:
        return "there are no times: n is 0";
    case PROXIMAL_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case PROXIMAL_NULL_OPTIONS:
        return "options is NULL";
    case PROXIMAL_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case PROXIMAL_NULL_TIMES:
        return "alphas is NULL";
    case PROXIMAL_NULL_RESULTS:
        return "where the results go is NULL";
    case PROXIMAL_NULL_WORK:
        return "work is NULL";
    case PROXIMAL_NULL_REQUEST:
        return "request is NULL";
    case PROXIMAL_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case PROXIMAL_BAD_eta_J:
        return "eta_J is negative or not finite";
    case PROXIMAL_BAD_eta_w:
        return "eta_w is negative or not finite";
    case PROXIMAL_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case PROXIMAL_BAD_noise:
        return "noise is negative or not finite";
    case PROXIMAL_BAD_decay:
        return "decay is negative or not finite";
    case PROXIMAL_BAD_anchor:
        return "anchor is negative or not finite";
    case PROXIMAL_BAD_V:
        return "V is not at least 1";
    case PROXIMAL_BAD_P:
        return "P is not at least 1";
    case PROXIMAL_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case PROXIMAL_BAD_T:
        return "T has an element that is not finite";
    case PROXIMAL_BAD_mean:
        return "mean has an element that is not finite";
    case PROXIMAL_BAD_cov:
        return "cov has an element that is not finite";
    case PROXIMAL_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case PROXIMAL_MISSING_T:
        return "T is NULL, and has to be given";
    case PROXIMAL_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case PROXIMAL_FINITE_V:
        return "V is finite, and has to be infinite here";
    case PROXIMAL_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
