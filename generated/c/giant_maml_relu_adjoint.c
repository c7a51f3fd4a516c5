/*
 * giant_maml_relu_adjoint.c - MAML of first order: both layers adapt in a giant step
 *
 * Emitted by orderode 0.1.0 from the system giant_maml_relu_adjoint, digest 86fb68f6630eea05. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in giant_maml_relu_adjoint.h.
 */
#include "giant_maml_relu_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define GIANT_MAML_RELU_ADJOINT_RESTRICT
#else
#define GIANT_MAML_RELU_ADJOINT_RESTRICT restrict
#endif

void giant_maml_relu_adjoint_defaults(giant_maml_relu_adjoint_params *params)
{
    params->eta_J = NAN;
    params->gamma = NAN;
    params->eta_w = 0.0;
    params->eta_0 = 0.0;
    params->noise = 0.0;
    params->p_second = 0.5;
    params->V = INFINITY;
    params->ratio = INFINITY;
    params->T = NULL;
    params->u_first = NULL;
    params->u_second = NULL;
}

size_t giant_maml_relu_adjoint_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t giant_maml_relu_adjoint_row_size(int K, int M)
{
    return giant_maml_relu_adjoint_state_size(K, M) + 8;
}

/* The slope of an element that is a copy of another goes to that. */
static void giant_maml_relu_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int giant_maml_relu_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double giant_maml_relu_adjoint_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

/* 1/(2 x); 0 where x is: the root of a difference that is zero for every state, as of a field and itself, does not move. */
static double giant_maml_relu_adjoint_half(double x)
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

static int giant_maml_relu_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int giant_maml_relu_adjoint_checked(int K, int M, const giant_maml_relu_adjoint_params *params)
{
    if (K < 1) {
        return GIANT_MAML_RELU_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return GIANT_MAML_RELU_ADJOINT_BAD_M;
    }
    if (!params) {
        return GIANT_MAML_RELU_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_eta_J;
    }
    if (!(params->gamma >= 0.0) || !isfinite(params->gamma)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_gamma;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_noise;
    }
    if (!(params->p_second >= 0.0) || !isfinite(params->p_second)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_p_second;
    }
    if (!(params->V >= 1.0)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_V;
    }
    if (!(params->ratio > 0.0)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_ratio;
    }
    if (!params->T) {
        return GIANT_MAML_RELU_ADJOINT_MISSING_T;
    }
    if (!giant_maml_relu_adjoint_all_finite((size_t)M*(size_t)M, params->T)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_T;
    }
    if (params->u_first && !giant_maml_relu_adjoint_all_finite((size_t)M, params->u_first)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_u_first;
    }
    if (params->u_second && !giant_maml_relu_adjoint_all_finite((size_t)M, params->u_second)) {
        return GIANT_MAML_RELU_ADJOINT_BAD_u_second;
    }
return GIANT_MAML_RELU_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t giant_maml_relu_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double giant_maml_relu_adjoint_rhs_work(int K, int M, const giant_maml_relu_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K*S + 1.0*S*S;
    size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S*S + 1.0*S*S;
    size += 1.0*K + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S;
    size += 1.0*K + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M;
    size += 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S*S;
    size += 1.0*S*S + 1.0*K + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S;
    size += 1.0*K*S + 1.0*K + 1.0*K*K + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K*S + 1.0*S*S + 1.0*S;
    size += 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K;
    size += 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K;
    size += 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K;
    size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*K*K + 1.0*S*S + 1.0*S*S + 1.0*S*S;
    size += 1.0*K + 1.0*K*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S;
    size += 1.0*K + 1.0*K*K + 1.0*K*K + 1.0*K*M + 1.0*K*K + 1.0*K;
    if (isfinite(params->ratio)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K;
        size += 1.0*n_path*K*K + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K;
    }
    if (isfinite(params->V)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K;
        size += 1.0*K*K*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K;
        size += 1.0*n_path*K*K + 1.0*K*K*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S;
        size += 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void giant_maml_relu_adjoint_rhs_arrays(int K, int M, const giant_maml_relu_adjoint_params *params, const double *GIANT_MAML_RELU_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *GIANT_MAML_RELU_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C_ahead = work + (size_t)M + (size_t)M;
    double *I2_ahead = C_ahead + (size_t)S*(size_t)S;
    double *r1 = I2_ahead + (size_t)S*(size_t)S;
    double *r2 = r1 + (size_t)S*(size_t)S;
    double *r3 = r2 + (size_t)S*(size_t)S;
    double *I3_ahead = r3 + (size_t)K;
    double *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    double *c0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    double *mc0_first_ahead = c0_first_ahead + (size_t)S;
    double *G0_first_ahead = mc0_first_ahead + (size_t)S;
    double *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    double *W_first_ahead = A_first_ahead + (size_t)K*(size_t)S;
    double *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    double *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    double *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    double *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    double *R_first = dw0_first_ahead + (size_t)K;
    double *Q_first = R_first + (size_t)K*(size_t)M;
    double *w0_first = Q_first + (size_t)K*(size_t)K;
    double *X_first = w0_first + (size_t)K;
    double *C_first = X_first + (size_t)K*(size_t)K;
    double *r8 = C_first + (size_t)S*(size_t)S;
    double *r9 = r8 + (size_t)S*(size_t)S;
    double *r10 = r9 + (size_t)S*(size_t)S;
    double *I_g2g0_first = r10 + (size_t)K;
    double *J2_first = I_g2g0_first + (size_t)K*(size_t)S;
    double *c0_first = J2_first + (size_t)S*(size_t)S;
    double *mc0_first = c0_first + (size_t)S;
    double *G0_first = mc0_first + (size_t)S;
    double *A_first = G0_first + (size_t)S*(size_t)S;
    double *W_first = A_first + (size_t)K*(size_t)S;
    double *dw0_first = W_first + (size_t)K*(size_t)S;
    double *c0_second_ahead = dw0_first + (size_t)K;
    double *mc0_second_ahead = c0_second_ahead + (size_t)S;
    double *G0_second_ahead = mc0_second_ahead + (size_t)S;
    double *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    double *W_second_ahead = A_second_ahead + (size_t)K*(size_t)S;
    double *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    double *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    double *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    double *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    double *R_second = dw0_second_ahead + (size_t)K;
    double *Q_second = R_second + (size_t)K*(size_t)M;
    double *w0_second = Q_second + (size_t)K*(size_t)K;
    double *X_second = w0_second + (size_t)K;
    double *C_second = X_second + (size_t)K*(size_t)K;
    double *r15 = C_second + (size_t)S*(size_t)S;
    double *r16 = r15 + (size_t)S*(size_t)S;
    double *r17 = r16 + (size_t)S*(size_t)S;
    double *I_g2g0_second = r17 + (size_t)K;
    double *J2_second = I_g2g0_second + (size_t)K*(size_t)S;
    double *c0_second = J2_second + (size_t)S*(size_t)S;
    double *mc0_second = c0_second + (size_t)S;
    double *G0_second = mc0_second + (size_t)S;
    double *A_second = G0_second + (size_t)S*(size_t)S;
    double *W_second = A_second + (size_t)K*(size_t)S;
    double *dw0_second = W_second + (size_t)K*(size_t)S;
    double *B_first = dw0_second + (size_t)K;
    double *B_second = B_first + (size_t)K*(size_t)K;
    double *dR = B_second + (size_t)K*(size_t)K;
    double *dQ = dR + (size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)K*(size_t)K;
    double *Ct_ahead = dw0 + (size_t)K;
    double *r0 = Ct_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo_ahead = r0 + with_ratio*(size_t)n_path*(size_t)S;
    double *Cm_ahead = Ct1_oo_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r4 = Cm_ahead + with_ratio*(size_t)K*(size_t)K;
    double *r5 = r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *r6 = r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4_ahead = r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *E_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *Ct_first = E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    double *r7 = Ct_first + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo_first = r7 + with_V*(size_t)n_path*(size_t)S;
    double *Cm_first = Ct1_oo_first + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r11 = Cm_first + with_V*(size_t)K*(size_t)K;
    double *r12 = r11 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *r13 = r12 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4_first = r13 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *E_first = I4_first + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *Ct_second = E_first + with_V*(size_t)K*(size_t)K;
    double *r14 = Ct_second + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo_second = r14 + with_V*(size_t)n_path*(size_t)S;
    double *Cm_second = Ct1_oo_second + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r18 = Cm_second + with_V*(size_t)K*(size_t)K;
    double *r19 = r18 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *r20 = r19 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4_second = r20 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *E_second = I4_second + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_C_ahead = E_second + with_V*(size_t)K*(size_t)K;
    double *y_I2_ahead = y_C_ahead + (size_t)S*(size_t)S;
    double *y_r1 = y_I2_ahead + (size_t)S*(size_t)S;
    double *y_r2 = y_r1 + (size_t)S*(size_t)S;
    double *y_r3 = y_r2 + (size_t)S*(size_t)S;
    double *y_I3_ahead = y_r3 + (size_t)K;
    double *y_I_g2g0_ahead = y_I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *y_J2_ahead = y_I_g2g0_ahead + (size_t)K*(size_t)S;
    double *y_c0_first_ahead = y_J2_ahead + (size_t)S*(size_t)S;
    double *y_mc0_first_ahead = y_c0_first_ahead + (size_t)S;
    double *y_G0_first_ahead = y_mc0_first_ahead + (size_t)S;
    double *y_A_first_ahead = y_G0_first_ahead + (size_t)S*(size_t)S;
    double *y_W_first_ahead = y_A_first_ahead + (size_t)K*(size_t)S;
    double *y_Y_first_ahead = y_W_first_ahead + (size_t)K*(size_t)S;
    double *y_dR_first_ahead = y_Y_first_ahead + (size_t)K*(size_t)K;
    double *y_dQ_first_ahead = y_dR_first_ahead + (size_t)K*(size_t)M;
    double *y_dw0_first_ahead = y_dQ_first_ahead + (size_t)K*(size_t)K;
    double *y_R_first = y_dw0_first_ahead + (size_t)K;
    double *y_Q_first = y_R_first + (size_t)K*(size_t)M;
    double *y_w0_first = y_Q_first + (size_t)K*(size_t)K;
    double *y_X_first = y_w0_first + (size_t)K;
    double *y_C_first = y_X_first + (size_t)K*(size_t)K;
    double *y_r8 = y_C_first + (size_t)S*(size_t)S;
    double *y_r9 = y_r8 + (size_t)S*(size_t)S;
    double *y_r10 = y_r9 + (size_t)S*(size_t)S;
    double *y_I_g2g0_first = y_r10 + (size_t)K;
    double *y_J2_first = y_I_g2g0_first + (size_t)K*(size_t)S;
    double *y_c0_first = y_J2_first + (size_t)S*(size_t)S;
    double *y_mc0_first = y_c0_first + (size_t)S;
    double *y_G0_first = y_mc0_first + (size_t)S;
    double *y_A_first = y_G0_first + (size_t)S*(size_t)S;
    double *y_W_first = y_A_first + (size_t)K*(size_t)S;
    double *y_dw0_first = y_W_first + (size_t)K*(size_t)S;
    double *y_c0_second_ahead = y_dw0_first + (size_t)K;
    double *y_mc0_second_ahead = y_c0_second_ahead + (size_t)S;
    double *y_G0_second_ahead = y_mc0_second_ahead + (size_t)S;
    double *y_A_second_ahead = y_G0_second_ahead + (size_t)S*(size_t)S;
    double *y_W_second_ahead = y_A_second_ahead + (size_t)K*(size_t)S;
    double *y_Y_second_ahead = y_W_second_ahead + (size_t)K*(size_t)S;
    double *y_dR_second_ahead = y_Y_second_ahead + (size_t)K*(size_t)K;
    double *y_dQ_second_ahead = y_dR_second_ahead + (size_t)K*(size_t)M;
    double *y_dw0_second_ahead = y_dQ_second_ahead + (size_t)K*(size_t)K;
    double *y_R_second = y_dw0_second_ahead + (size_t)K;
    double *y_Q_second = y_R_second + (size_t)K*(size_t)M;
    double *y_w0_second = y_Q_second + (size_t)K*(size_t)K;
    double *y_X_second = y_w0_second + (size_t)K;
    double *y_C_second = y_X_second + (size_t)K*(size_t)K;
    double *y_r15 = y_C_second + (size_t)S*(size_t)S;
    double *y_r16 = y_r15 + (size_t)S*(size_t)S;
    double *y_r17 = y_r16 + (size_t)S*(size_t)S;
    double *y_I_g2g0_second = y_r17 + (size_t)K;
    double *y_J2_second = y_I_g2g0_second + (size_t)K*(size_t)S;
    double *y_c0_second = y_J2_second + (size_t)S*(size_t)S;
    double *y_mc0_second = y_c0_second + (size_t)S;
    double *y_G0_second = y_mc0_second + (size_t)S;
    double *y_A_second = y_G0_second + (size_t)S*(size_t)S;
    double *y_W_second = y_A_second + (size_t)K*(size_t)S;
    double *y_dw0_second = y_W_second + (size_t)K*(size_t)S;
    double *y_B_first = y_dw0_second + (size_t)K;
    double *y_B_second = y_B_first + (size_t)K*(size_t)K;
    double *y_dR = y_B_second + (size_t)K*(size_t)K;
    double *y_dQ = y_dR + (size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)K*(size_t)K;
    double *y_Ct_ahead = y_dw0 + (size_t)K;
    double *y_r0 = y_Ct_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_Ct1_oo_ahead = y_r0 + with_ratio*(size_t)n_path*(size_t)S;
    double *y_Cm_ahead = y_Ct1_oo_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *y_r4 = y_Cm_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_r5 = y_r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_r6 = y_r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_I4_ahead = y_r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_E_first_ahead = y_I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_E_second_ahead = y_E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_Ct_first = y_E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_r7 = y_Ct_first + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_Ct1_oo_first = y_r7 + with_V*(size_t)n_path*(size_t)S;
    double *y_Cm_first = y_Ct1_oo_first + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *y_r11 = y_Cm_first + with_V*(size_t)K*(size_t)K;
    double *y_r12 = y_r11 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_r13 = y_r12 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_I4_first = y_r13 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_E_first = y_I4_first + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_Ct_second = y_E_first + with_V*(size_t)K*(size_t)K;
    double *y_r14 = y_Ct_second + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_Ct1_oo_second = y_r14 + with_V*(size_t)n_path*(size_t)S;
    double *y_Cm_second = y_Ct1_oo_second + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *y_r18 = y_Cm_second + with_V*(size_t)K*(size_t)K;
    double *y_r19 = y_r18 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_r20 = y_r19 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_I4_second = y_r20 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_E_second = y_I4_second + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;

    (void)w0;
    (void)with_ratio;
    (void)with_V;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 1.0;
    }
    /* C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_ahead[k*S + l] = Q[giant_maml_relu_adjoint_packed(K, k, l)];
            C_ahead[l*S + k] = C_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[k*S + K + n] = R[k*M + n];
            C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + n)*S + K + m] = T[n*M + m];
            C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
        }
    }
    if (isfinite(params->ratio)) {
        /* Ct_ahead: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct_ahead[(t*S + i)*S + j] = C_ahead[i*S + j]*path[t];
                    Ct_ahead[(t*S + j)*S + i] = Ct_ahead[(t*S + i)*S + j];
                }
            }
        }
        /* r0: 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r0[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct_ahead[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo_ahead: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo_ahead[((t*S + i)*S + j)*S + r] = -Ct_ahead[(t*S + i)*S + j]*Ct_ahead[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]) + Ct_ahead[(t*S + j)*S + r];
                        Ct1_oo_ahead[((t*S + i)*S + r)*S + j] = Ct1_oo_ahead[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm_ahead: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm_ahead[k*K + l] = 0.63661977236758138*atan2(C_ahead[k*S + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]))*path_weight[t]*r0[t*S + k]);
                }
                Cm_ahead[k*K + l] += -0.63661977236758138*C_ahead[k*S + l] * sum2;
            }
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2_ahead[k*S + l] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])) + 0.15915494309189535*atan2(C_ahead[k*S + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])))*C_ahead[k*S + l] + 0.25*C_ahead[k*S + l];
            I2_ahead[l*S + k] = I2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            I2_ahead[k*S + K + l] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])) + 0.15915494309189535*atan2(C_ahead[k*S + K + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))*C_ahead[k*S + K + l] + 0.25*C_ahead[k*S + K + l];
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            I2_ahead[(K + k)*S + K + l] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])) + 0.15915494309189535*atan2(C_ahead[(K + k)*S + K + l], giant_maml_relu_adjoint_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))*C_ahead[(K + k)*S + K + l] + 0.25*C_ahead[(K + k)*S + K + l];
            I2_ahead[(K + l)*S + K + k] = I2_ahead[(K + k)*S + K + l];
        }
    }
    /* r1: sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r1[i*S + j] = giant_maml_relu_adjoint_root(C_ahead[i*S + i]*C_ahead[j*S + j], (C_ahead[i*S + j]*C_ahead[i*S + j]));
        }
    }
    /* r2: atan2(C_ahead[i, j], r1[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r2[i*S + j] = atan2(C_ahead[i*S + j], r1[i*S + j]);
        }
    }
    /* r3: 1/sqrt(C_ahead[k, k]) */
    for (int k = 0; k < K; ++k) {
        r3[k] = (1.0 / sqrt(C_ahead[k*S + k]));
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3_ahead[(k*S + i)*S + j] = 0.15915494309189535*C_ahead[i*S + j]*r2[k*S + j] + 0.25*C_ahead[i*S + j] + 0.15915494309189535*C_ahead[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]);
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* r4: 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r4[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r5: sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r5[(t*K + k)*K + l] = giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*((1.0 - path[t])*C_ahead[l*S + l] + Ct_ahead[(t*S + l)*S + l]), (Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]));
                }
            }
        }
        /* r6: atan2(Ct_ahead[t, k, l], r5[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r6[(t*K + k)*K + l] = atan2(Ct_ahead[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                }
            }
        }
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C_ahead[i*S + j]*r2[i*S + j] + 0.039788735772973836*C_ahead[i*S + j]*r2[k*S + i] + 0.039788735772973836*C_ahead[i*S + j]*r2[k*S + j] + 0.039788735772973836*C_ahead[i*S + j]*r2[l*S + i] + 0.039788735772973836*C_ahead[i*S + j]*r2[l*S + j] + 0.0625*C_ahead[i*S + j] + 0.039788735772973836*C_ahead[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]) + 0.039788735772973836*C_ahead[k*S + j]*r1[k*S + i]*(r3[k]*r3[k]) + 0.039788735772973836*C_ahead[l*S + i]*r1[l*S + j]*(r3[l]*r3[l]) + 0.039788735772973836*C_ahead[l*S + j]*r1[l*S + i]*(r3[l]*r3[l]) + 0.039788735772973836*r1[i*S + j];
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
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l])*(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l]))))*(C_ahead[i*S + j]*C_ahead[i*S + j])*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + i]*r4[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i])*C_ahead[k*S + j] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i])*atan2(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + j]*r4[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j])*C_ahead[k*S + i] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j])*atan2(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]))*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[l*S + i]*r4[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i])*C_ahead[l*S + j] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i])*atan2(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r0[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[l*S + j]*r4[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + l)*S + j)*S + j])*C_ahead[l*S + i] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j])*atan2(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]))*((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r0[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + l]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k])*atan2(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))) + 0.039788735772973836*C_ahead[i*S + j]*path_weight[t]*r6[(t*K + k)*K + l]);
                        }
                        I4_ahead[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0_ahead[k*S + i] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_ahead[i*S + i]*C_ahead[k*S + k], (C_ahead[k*S + i]*C_ahead[k*S + i]))*(r3[k]*r3[k]);
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2_ahead[k*S + l] = 0.15915494309189535*atan2(C_ahead[k*S + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))) + 0.25;
            J2_ahead[l*S + k] = J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2_ahead[k*S + K + l] = 0.15915494309189535*atan2(C_ahead[k*S + K + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))) + 0.25;
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            J2_ahead[(K + k)*S + K + l] = 0.15915494309189535*atan2(C_ahead[(K + k)*S + K + l], giant_maml_relu_adjoint_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))) + 0.25;
            J2_ahead[(K + l)*S + K + k] = J2_ahead[(K + k)*S + K + l];
        }
    }
    /* c0_first_ahead: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first_ahead[K + n] = -u_first[n];
    }
    /* mc0_first_ahead: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_first_ahead[i] = c0_first_ahead[i];
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first_ahead[k*S + l] = c0_first_ahead[k]*c0_first_ahead[l];
            G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_first_ahead[k*S + K + l] = c0_first_ahead[k]*c0_first_ahead[K + l];
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            G0_first_ahead[(K + k)*S + K + l] = c0_first_ahead[K + k]*c0_first_ahead[K + l];
            G0_first_ahead[(K + l)*S + K + k] = G0_first_ahead[(K + k)*S + K + l];
        }
    }
    /* A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_first_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[i]*c0_first_ahead[j]);
                    }
                }
                E_first_ahead[k*K + l] += (params->gamma*params->gamma)*c0_first_ahead[k]*c0_first_ahead[l]/params->ratio * sum2;
            }
        }
    }
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first_ahead[k*S + l] = -params->gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            W_first_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first_ahead[k*S + K + n] = -params->gamma*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_first_ahead[k*S + j]*W_first_ahead[l*S + j]);
            }
            Y_first_ahead[k*K + l] = sum1;
        }
    }
    /* dR_first_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
        }
    }
    /* dQ_first_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] += E_first_ahead[k*K + l];
            }
        }
    }
    /* dw0_first_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_first_ahead[i]);
        }
        dw0_first_ahead[k] = -params->eta_w * sum1;
    }
    /* R_first: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
        }
    }
    /* Q_first: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_first[k*K + l] = Q[giant_maml_relu_adjoint_packed(K, k, l)] + dQ_first_ahead[k*K + l];
        }
    }
    /* w0_first: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_first[k] = dw0_first_ahead[k] + w0[k];
    }
    /* X_first: overlaps of the learner after the giant step with itself before it */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            X_first[k*K + l] = A_first_ahead[k*S + l] + Q[giant_maml_relu_adjoint_packed(K, k, l)];
        }
    }
    /* C_first: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_first[k*S + l] = Q_first[k*K + l];
            C_first[l*S + k] = C_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_first[k*S + K + n] = R_first[k*M + n];
            C_first[(K + n)*S + k] = C_first[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_first[(K + n)*S + K + m] = T[n*M + m];
            C_first[(K + m)*S + K + n] = C_first[(K + n)*S + K + m];
        }
    }
    if (isfinite(params->V)) {
        /* Ct_first: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct_first[(t*S + i)*S + j] = C_first[i*S + j]*path[t];
                    Ct_first[(t*S + j)*S + i] = Ct_first[(t*S + i)*S + j];
                }
            }
        }
        /* r7: 1/sqrt((1 - path[t])*C_first[i, i] + Ct_first[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r7[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C_first[i*S + i] + Ct_first[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo_first: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo_first[((t*S + i)*S + j)*S + r] = -Ct_first[(t*S + i)*S + j]*Ct_first[(t*S + i)*S + r]*(r7[t*S + i]*r7[t*S + i]) + Ct_first[(t*S + j)*S + r];
                        Ct1_oo_first[((t*S + i)*S + r)*S + j] = Ct1_oo_first[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm_first: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm_first[k*K + l] = 0.63661977236758138*atan2(C_first[k*S + l], giant_maml_relu_adjoint_root(C_first[k*S + k]*C_first[l*S + l], (C_first[k*S + l]*C_first[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l]))*path_weight[t]*r7[t*S + k]);
                }
                Cm_first[k*K + l] += -0.63661977236758138*C_first[k*S + l] * sum2;
            }
        }
    }
    /* r8: sqrt(C_first[i, i]*C_first[j, j] - C_first[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r8[i*S + j] = giant_maml_relu_adjoint_root(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j]));
        }
    }
    /* r9: atan2(C_first[i, j], r8[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r9[i*S + j] = atan2(C_first[i*S + j], r8[i*S + j]);
        }
    }
    /* r10: 1/sqrt(C_first[k, k]) */
    for (int k = 0; k < K; ++k) {
        r10[k] = (1.0 / sqrt(C_first[k*S + k]));
    }
    if (isfinite(params->V)) {
        /* r11: 1/sqrt((1 - path[t])*C_first[j, j] + Ct1_oo_first[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r11[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r12: sqrt(((1 - path[t])*C_first[k, k] + Ct_first[t, k, k])*((1 - path[t])*C_first[l, l] + Ct_first[t, l, l]) - Ct_first[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r12[(t*K + k)*K + l] = giant_maml_relu_adjoint_root(((1.0 - path[t])*C_first[k*S + k] + Ct_first[(t*S + k)*S + k])*((1.0 - path[t])*C_first[l*S + l] + Ct_first[(t*S + l)*S + l]), (Ct_first[(t*S + k)*S + l]*Ct_first[(t*S + k)*S + l]));
                }
            }
        }
        /* r13: atan2(Ct_first[t, k, l], r12[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r13[(t*K + k)*K + l] = atan2(Ct_first[(t*S + k)*S + l], r12[(t*K + k)*K + l]);
                }
            }
        }
        /* I4_first: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_first[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C_first[i*S + j]*r9[i*S + j] + 0.039788735772973836*C_first[i*S + j]*r9[k*S + i] + 0.039788735772973836*C_first[i*S + j]*r9[k*S + j] + 0.039788735772973836*C_first[i*S + j]*r9[l*S + i] + 0.039788735772973836*C_first[i*S + j]*r9[l*S + j] + 0.0625*C_first[i*S + j] + 0.039788735772973836*C_first[k*S + i]*(r10[k]*r10[k])*r8[k*S + j] + 0.039788735772973836*C_first[k*S + j]*(r10[k]*r10[k])*r8[k*S + i] + 0.039788735772973836*C_first[l*S + i]*(r10[l]*r10[l])*r8[l*S + j] + 0.039788735772973836*C_first[l*S + j]*(r10[l]*r10[l])*r8[l*S + i] + 0.039788735772973836*r8[i*S + j];
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
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + l], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_first[k*S + k] - (Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + k)*S + j])*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C_first[l*S + l] - (Ct1_oo_first[((t*S + i)*S + l)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j])*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + l)*S + l]), ((-Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + l])*(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + l]))))*(C_first[i*S + j]*C_first[i*S + j])*path_weight[t]*r11[(t*S + i)*S + j]*r7[t*S + i] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C_first[k*S + k] + Ct_first[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l])*Cm_first[k*K + l]*path_last[t] + C_first[k*S + l]*path_weight[t])*giant_maml_relu_adjoint_root(((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i] - (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + k)*S + j)*S + j] - (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l])), ((Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))))*r11[(t*S + k)*S + l]*r7[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[k*S + i]*r11[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i])*C_first[k*S + j] + C_first[k*S + i]*Ct1_oo_first[((t*S + k)*S + i)*S + j]*r11[(t*S + k)*S + i])*atan2(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + j], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_first[j*S + j] - (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j])*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C_first[l*S + l] - (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + j])*(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r7[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[k*S + j]*r11[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + k)*S + j)*S + j])*C_first[k*S + i] + C_first[k*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j]*r11[(t*S + k)*S + j])*atan2(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + i], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i] - (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j])*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]))*((1.0 - path[t])*C_first[l*S + l] - (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + i])*(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r7[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[l*S + i]*r11[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + l)*S + i)*S + i])*C_first[l*S + j] + C_first[l*S + i]*Ct1_oo_first[((t*S + l)*S + i)*S + j]*r11[(t*S + l)*S + i])*atan2(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + j], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_first[j*S + j] - (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j])*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C_first[k*S + k] - (Ct1_oo_first[((t*S + l)*S + k)*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + i])*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + j])*(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r7[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[l*S + j]*r11[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + l)*S + j)*S + j])*C_first[l*S + i] + C_first[l*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j]*r11[(t*S + l)*S + j])*atan2(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + i], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + l)*S + i)*S + i] - (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j])*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]))*((1.0 - path[t])*C_first[k*S + k] - (Ct1_oo_first[((t*S + l)*S + k)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j])*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + i])*(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r7[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C_first[k*S + k] + Ct_first[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l])*Cm_first[k*K + l]*path_last[t] + C_first[k*S + l]*path_weight[t])*(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[k*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[k*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[l*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*path_weight[t]*r11[(t*S + l)*S + k]*r7[t*S + l] + C_first[l*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*path_weight[t]*r11[(t*S + l)*S + k]*r7[t*S + l]) + 0.025330295910584444*((1.0 - path[t])*C_first[i*S + j]*C_first[k*S + l]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + (1.5707963267948966*sqrt((1.0 - path[t])*C_first[k*S + k] + Ct_first[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l])*Cm_first[k*K + l]*path_last[t] + C_first[k*S + l]*path_weight[t])*(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[k*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[k*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*path_weight[t]*r11[(t*S + k)*S + l]*r7[t*S + k] + C_first[l*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*path_weight[t]*r11[(t*S + l)*S + k]*r7[t*S + l] + C_first[l*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*path_weight[t]*r11[(t*S + l)*S + k]*r7[t*S + l])*atan2(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), giant_maml_relu_adjoint_root(((1.0 - path[t])*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i] - (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*((1.0 - path[t])*C_first[j*S + j] + Ct1_oo_first[((t*S + k)*S + j)*S + j] - (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l])), ((Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))*(Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]))))) + 0.039788735772973836*C_first[i*S + j]*path_weight[t]*r13[(t*K + k)*K + l]);
                        }
                        I4_first[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_first[((l*K + k)*S + i)*S + j] = I4_first[((k*K + l)*S + i)*S + j];
                        I4_first[((k*K + l)*S + j)*S + i] = I4_first[((k*K + l)*S + i)*S + j];
                        I4_first[((l*K + k)*S + j)*S + i] = I4_first[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0_first: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0_first[k*S + i] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i]))*(r10[k]*r10[k]);
        }
    }
    /* J2_first: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2_first[k*S + l] = 0.15915494309189535*atan2(C_first[k*S + l], giant_maml_relu_adjoint_root(C_first[k*S + k]*C_first[l*S + l], (C_first[k*S + l]*C_first[k*S + l]))) + 0.25;
            J2_first[l*S + k] = J2_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2_first[k*S + K + l] = 0.15915494309189535*atan2(C_first[k*S + K + l], giant_maml_relu_adjoint_root(C_first[k*S + k]*C_first[(K + l)*S + K + l], (C_first[k*S + K + l]*C_first[k*S + K + l]))) + 0.25;
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            J2_first[(K + k)*S + K + l] = 0.15915494309189535*atan2(C_first[(K + k)*S + K + l], giant_maml_relu_adjoint_root(C_first[(K + k)*S + K + k]*C_first[(K + l)*S + K + l], (C_first[(K + k)*S + K + l]*C_first[(K + k)*S + K + l]))) + 0.25;
            J2_first[(K + l)*S + K + k] = J2_first[(K + k)*S + K + l];
        }
    }
    /* c0_first: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first[k] = w0_first[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first[K + n] = -u_first[n];
    }
    /* mc0_first: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_first[i] = c0_first[i];
    }
    /* G0_first: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first[k*S + l] = c0_first[k]*c0_first[l];
            G0_first[l*S + k] = G0_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_first[k*S + K + l] = c0_first[k]*c0_first[K + l];
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            G0_first[(K + k)*S + K + l] = c0_first[K + k]*c0_first[K + l];
            G0_first[(K + l)*S + K + k] = G0_first[(K + k)*S + K + l];
        }
    }
    /* A_first: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C_first[k*S + l]*(r10[k]*r10[k])*r8[k*S + j] + 0.15915494309189535*C_first[l*S + j]*r9[k*S + j] + 0.25*C_first[l*S + j])*G0_first[k*S + j]);
            }
            A_first[k*S + l] = -params->eta_J * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C_first[k*S + K + l]*(r10[k]*r10[k])*r8[k*S + j] + 0.15915494309189535*C_first[(K + l)*S + j]*r9[k*S + j] + 0.25*C_first[(K + l)*S + j])*G0_first[k*S + j]);
            }
            A_first[k*S + K + l] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* E_first: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0_first[k*S + l]*J2_first[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_first[((k*K + l)*S + i)*S + j]*c0_first[i]*c0_first[j]);
                    }
                }
                E_first[k*K + l] += (params->eta_J*params->eta_J)*c0_first[k]*c0_first[l]/params->V * sum2;
            }
        }
    }
    /* W_first: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first[k*S + l] = -params->eta_J*G0_first[k*S + l]*J2_first[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_first[k*S + i]*I_g2g0_first[k*S + i]);
            }
            W_first[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first[k*S + K + n] = -params->eta_J*G0_first[k*S + K + n]*J2_first[k*S + K + n];
        }
    }
    /* dw0_first: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += ((0.15915494309189535*giant_maml_relu_adjoint_root(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i])) + 0.15915494309189535*atan2(C_first[k*S + i], giant_maml_relu_adjoint_root(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i])))*C_first[k*S + i] + 0.25*C_first[k*S + i])*mc0_first[i]);
        }
        dw0_first[k] = -params->eta_0 * sum1;
    }
    /* c0_second_ahead: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second_ahead[K + n] = -u_second[n];
    }
    /* mc0_second_ahead: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_second_ahead[i] = c0_second_ahead[i];
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second_ahead[k*S + l] = c0_second_ahead[k]*c0_second_ahead[l];
            G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_second_ahead[k*S + K + l] = c0_second_ahead[k]*c0_second_ahead[K + l];
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            G0_second_ahead[(K + k)*S + K + l] = c0_second_ahead[K + k]*c0_second_ahead[K + l];
            G0_second_ahead[(K + l)*S + K + k] = G0_second_ahead[(K + k)*S + K + l];
        }
    }
    /* A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_second_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[i]*c0_second_ahead[j]);
                    }
                }
                E_second_ahead[k*K + l] += (params->gamma*params->gamma)*c0_second_ahead[k]*c0_second_ahead[l]/params->ratio * sum2;
            }
        }
    }
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second_ahead[k*S + l] = -params->gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            W_second_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second_ahead[k*S + K + n] = -params->gamma*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_second_ahead[k*S + j]*W_second_ahead[l*S + j]);
            }
            Y_second_ahead[k*K + l] = sum1;
        }
    }
    /* dR_second_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
        }
    }
    /* dQ_second_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] += E_second_ahead[k*K + l];
            }
        }
    }
    /* dw0_second_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_second_ahead[i]);
        }
        dw0_second_ahead[k] = -params->eta_w * sum1;
    }
    /* R_second: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
        }
    }
    /* Q_second: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_second[k*K + l] = Q[giant_maml_relu_adjoint_packed(K, k, l)] + dQ_second_ahead[k*K + l];
        }
    }
    /* w0_second: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_second[k] = dw0_second_ahead[k] + w0[k];
    }
    /* X_second: overlaps of the learner after the giant step with itself before it */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            X_second[k*K + l] = A_second_ahead[k*S + l] + Q[giant_maml_relu_adjoint_packed(K, k, l)];
        }
    }
    /* C_second: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_second[k*S + l] = Q_second[k*K + l];
            C_second[l*S + k] = C_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_second[k*S + K + n] = R_second[k*M + n];
            C_second[(K + n)*S + k] = C_second[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_second[(K + n)*S + K + m] = T[n*M + m];
            C_second[(K + m)*S + K + n] = C_second[(K + n)*S + K + m];
        }
    }
    if (isfinite(params->V)) {
        /* Ct_second: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct_second[(t*S + i)*S + j] = C_second[i*S + j]*path[t];
                    Ct_second[(t*S + j)*S + i] = Ct_second[(t*S + i)*S + j];
                }
            }
        }
        /* r14: 1/sqrt((1 - path[t])*C_second[i, i] + Ct_second[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r14[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C_second[i*S + i] + Ct_second[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo_second: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo_second[((t*S + i)*S + j)*S + r] = -Ct_second[(t*S + i)*S + j]*Ct_second[(t*S + i)*S + r]*(r14[t*S + i]*r14[t*S + i]) + Ct_second[(t*S + j)*S + r];
                        Ct1_oo_second[((t*S + i)*S + r)*S + j] = Ct1_oo_second[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm_second: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm_second[k*K + l] = 0.63661977236758138*atan2(C_second[k*S + l], giant_maml_relu_adjoint_root(C_second[k*S + k]*C_second[l*S + l], (C_second[k*S + l]*C_second[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l]))*path_weight[t]*r14[t*S + k]);
                }
                Cm_second[k*K + l] += -0.63661977236758138*C_second[k*S + l] * sum2;
            }
        }
    }
    /* r15: sqrt(C_second[i, i]*C_second[j, j] - C_second[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r15[i*S + j] = giant_maml_relu_adjoint_root(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j]));
        }
    }
    /* r16: atan2(C_second[i, j], r15[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r16[i*S + j] = atan2(C_second[i*S + j], r15[i*S + j]);
        }
    }
    /* r17: 1/sqrt(C_second[k, k]) */
    for (int k = 0; k < K; ++k) {
        r17[k] = (1.0 / sqrt(C_second[k*S + k]));
    }
    if (isfinite(params->V)) {
        /* r18: 1/sqrt((1 - path[t])*C_second[j, j] + Ct1_oo_second[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r18[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r19: sqrt(((1 - path[t])*C_second[k, k] + Ct_second[t, k, k])*((1 - path[t])*C_second[l, l] + Ct_second[t, l, l]) - Ct_second[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r19[(t*K + k)*K + l] = giant_maml_relu_adjoint_root(((1.0 - path[t])*C_second[k*S + k] + Ct_second[(t*S + k)*S + k])*((1.0 - path[t])*C_second[l*S + l] + Ct_second[(t*S + l)*S + l]), (Ct_second[(t*S + k)*S + l]*Ct_second[(t*S + k)*S + l]));
                }
            }
        }
        /* r20: atan2(Ct_second[t, k, l], r19[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r20[(t*K + k)*K + l] = atan2(Ct_second[(t*S + k)*S + l], r19[(t*K + k)*K + l]);
                }
            }
        }
        /* I4_second: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_second[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C_second[i*S + j]*r16[i*S + j] + 0.039788735772973836*C_second[i*S + j]*r16[k*S + i] + 0.039788735772973836*C_second[i*S + j]*r16[k*S + j] + 0.039788735772973836*C_second[i*S + j]*r16[l*S + i] + 0.039788735772973836*C_second[i*S + j]*r16[l*S + j] + 0.0625*C_second[i*S + j] + 0.039788735772973836*C_second[k*S + i]*r15[k*S + j]*(r17[k]*r17[k]) + 0.039788735772973836*C_second[k*S + j]*r15[k*S + i]*(r17[k]*r17[k]) + 0.039788735772973836*C_second[l*S + i]*r15[l*S + j]*(r17[l]*r17[l]) + 0.039788735772973836*C_second[l*S + j]*r15[l*S + i]*(r17[l]*r17[l]) + 0.039788735772973836*r15[i*S + j];
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
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + l], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_second[k*S + k] - (Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + k)*S + j])*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C_second[l*S + l] - (Ct1_oo_second[((t*S + i)*S + l)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j])*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + l)*S + l]), ((-Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + l])*(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + l]))))*(C_second[i*S + j]*C_second[i*S + j])*path_weight[t]*r14[t*S + i]*r18[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C_second[k*S + k] + Ct_second[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l])*Cm_second[k*K + l]*path_last[t] + C_second[k*S + l]*path_weight[t])*giant_maml_relu_adjoint_root(((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i] - (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + k)*S + j)*S + j] - (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l])), ((Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))))*r14[t*S + k]*r18[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[k*S + i]*r18[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i])*C_second[k*S + j] + C_second[k*S + i]*Ct1_oo_second[((t*S + k)*S + i)*S + j]*r18[(t*S + k)*S + i])*atan2(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + j], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_second[j*S + j] - (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j])*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C_second[l*S + l] - (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + j])*(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r14[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[k*S + j]*r18[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + k)*S + j)*S + j])*C_second[k*S + i] + C_second[k*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j]*r18[(t*S + k)*S + j])*atan2(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + i], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i] - (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j])*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]))*((1.0 - path[t])*C_second[l*S + l] - (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + i])*(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r14[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[l*S + i]*r18[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + l)*S + i)*S + i])*C_second[l*S + j] + C_second[l*S + i]*Ct1_oo_second[((t*S + l)*S + i)*S + j]*r18[(t*S + l)*S + i])*atan2(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + j], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_second[j*S + j] - (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j])*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C_second[k*S + k] - (Ct1_oo_second[((t*S + l)*S + k)*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + i])*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + j])*(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r14[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[l*S + j]*r18[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + l)*S + j)*S + j])*C_second[l*S + i] + C_second[l*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j]*r18[(t*S + l)*S + j])*atan2(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + i], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + l)*S + i)*S + i] - (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j])*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]))*((1.0 - path[t])*C_second[k*S + k] - (Ct1_oo_second[((t*S + l)*S + k)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j])*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + i])*(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r14[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C_second[k*S + k] + Ct_second[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l])*Cm_second[k*K + l]*path_last[t] + C_second[k*S + l]*path_weight[t])*(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[k*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[k*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[l*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*path_weight[t]*r14[t*S + l]*r18[(t*S + l)*S + k] + C_second[l*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*path_weight[t]*r14[t*S + l]*r18[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C_second[i*S + j]*C_second[k*S + l]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C_second[k*S + k] + Ct_second[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l])*Cm_second[k*K + l]*path_last[t] + C_second[k*S + l]*path_weight[t])*(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[k*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[k*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*path_weight[t]*r14[t*S + k]*r18[(t*S + k)*S + l] + C_second[l*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*path_weight[t]*r14[t*S + l]*r18[(t*S + l)*S + k] + C_second[l*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*path_weight[t]*r14[t*S + l]*r18[(t*S + l)*S + k])*atan2(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), giant_maml_relu_adjoint_root(((1.0 - path[t])*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i] - (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*((1.0 - path[t])*C_second[j*S + j] + Ct1_oo_second[((t*S + k)*S + j)*S + j] - (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l])), ((Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))*(Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]))))) + 0.039788735772973836*C_second[i*S + j]*path_weight[t]*r20[(t*K + k)*K + l]);
                        }
                        I4_second[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_second[((l*K + k)*S + i)*S + j] = I4_second[((k*K + l)*S + i)*S + j];
                        I4_second[((k*K + l)*S + j)*S + i] = I4_second[((k*K + l)*S + i)*S + j];
                        I4_second[((l*K + k)*S + j)*S + i] = I4_second[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0_second: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0_second[k*S + i] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i]))*(r17[k]*r17[k]);
        }
    }
    /* J2_second: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2_second[k*S + l] = 0.15915494309189535*atan2(C_second[k*S + l], giant_maml_relu_adjoint_root(C_second[k*S + k]*C_second[l*S + l], (C_second[k*S + l]*C_second[k*S + l]))) + 0.25;
            J2_second[l*S + k] = J2_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2_second[k*S + K + l] = 0.15915494309189535*atan2(C_second[k*S + K + l], giant_maml_relu_adjoint_root(C_second[k*S + k]*C_second[(K + l)*S + K + l], (C_second[k*S + K + l]*C_second[k*S + K + l]))) + 0.25;
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            J2_second[(K + k)*S + K + l] = 0.15915494309189535*atan2(C_second[(K + k)*S + K + l], giant_maml_relu_adjoint_root(C_second[(K + k)*S + K + k]*C_second[(K + l)*S + K + l], (C_second[(K + k)*S + K + l]*C_second[(K + k)*S + K + l]))) + 0.25;
            J2_second[(K + l)*S + K + k] = J2_second[(K + k)*S + K + l];
        }
    }
    /* c0_second: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second[k] = w0_second[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second[K + n] = -u_second[n];
    }
    /* mc0_second: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_second[i] = c0_second[i];
    }
    /* G0_second: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second[k*S + l] = c0_second[k]*c0_second[l];
            G0_second[l*S + k] = G0_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_second[k*S + K + l] = c0_second[k]*c0_second[K + l];
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            G0_second[(K + k)*S + K + l] = c0_second[K + k]*c0_second[K + l];
            G0_second[(K + l)*S + K + k] = G0_second[(K + k)*S + K + l];
        }
    }
    /* A_second: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C_second[k*S + l]*r15[k*S + j]*(r17[k]*r17[k]) + 0.15915494309189535*C_second[l*S + j]*r16[k*S + j] + 0.25*C_second[l*S + j])*G0_second[k*S + j]);
            }
            A_second[k*S + l] = -params->eta_J * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += ((0.15915494309189535*C_second[k*S + K + l]*r15[k*S + j]*(r17[k]*r17[k]) + 0.15915494309189535*C_second[(K + l)*S + j]*r16[k*S + j] + 0.25*C_second[(K + l)*S + j])*G0_second[k*S + j]);
            }
            A_second[k*S + K + l] = -params->eta_J * sum1;
        }
    }
    if (isfinite(params->V)) {
        /* E_second: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second[k*K + l] = (params->eta_J*params->eta_J)*(params->noise*params->noise)*G0_second[k*S + l]*J2_second[k*S + l]/params->V;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_second[((k*K + l)*S + i)*S + j]*c0_second[i]*c0_second[j]);
                    }
                }
                E_second[k*K + l] += (params->eta_J*params->eta_J)*c0_second[k]*c0_second[l]/params->V * sum2;
            }
        }
    }
    /* W_second: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second[k*S + l] = -params->eta_J*G0_second[k*S + l]*J2_second[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_second[k*S + i]*I_g2g0_second[k*S + i]);
            }
            W_second[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second[k*S + K + n] = -params->eta_J*G0_second[k*S + K + n]*J2_second[k*S + K + n];
        }
    }
    /* dw0_second: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += ((0.15915494309189535*giant_maml_relu_adjoint_root(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i])) + 0.15915494309189535*atan2(C_second[k*S + i], giant_maml_relu_adjoint_root(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i])))*C_second[k*S + i] + 0.25*C_second[k*S + i])*mc0_second[i]);
        }
        dw0_second[k] = -params->eta_0 * sum1;
    }
    /* B_first: steps against fields of the weights before the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum1 += (R[l*M + n]*W_first[k*S + K + n]);
            }
            B_first[k*K + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int a = 0; a < K; ++a) {
                sum1 += (W_first[k*S + a]*X_first[a*K + l]);
            }
            B_first[k*K + l] += sum1;
        }
    }
    /* B_second: steps against fields of the weights before the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int n = 0; n < M; ++n) {
                sum1 += (R[l*M + n]*W_second[k*S + K + n]);
            }
            B_second[k*K + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int a = 0; a < K; ++a) {
                sum1 += (W_second[k*S + a]*X_second[a*K + l]);
            }
            B_second[k*K + l] += sum1;
        }
    }
    /* dR: dR/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR[k*M + n] = -params->p_second*A_first[k*S + K + n] + params->p_second*A_second[k*S + K + n] + A_first[k*S + K + n];
        }
    }
    /* dQ: dQ/dalpha */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ[giant_maml_relu_adjoint_packed(K, k, l)] = -params->p_second*B_first[k*K + l] - params->p_second*B_first[l*K + k] + params->p_second*B_second[k*K + l] + params->p_second*B_second[l*K + k] + B_first[k*K + l] + B_first[l*K + k];
        }
    }
    if (isfinite(params->V)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[giant_maml_relu_adjoint_packed(K, k, l)] += -params->p_second*E_first[k*K + l] + params->p_second*E_second[k*K + l] + E_first[k*K + l];
            }
        }
    }
    /* dw0: dw0/dalpha */
    for (int k = 0; k < K; ++k) {
        dw0[k] = -params->p_second*dw0_first[k] + params->p_second*dw0_second[k] + dw0_first[k];
    }
    (void)y_C_ahead;
    (void)y_I2_ahead;
    (void)y_r1;
    (void)y_r2;
    (void)y_r3;
    (void)y_I3_ahead;
    (void)y_I_g2g0_ahead;
    (void)y_J2_ahead;
    (void)y_c0_first_ahead;
    (void)y_mc0_first_ahead;
    (void)y_G0_first_ahead;
    (void)y_A_first_ahead;
    (void)y_W_first_ahead;
    (void)y_Y_first_ahead;
    (void)y_dR_first_ahead;
    (void)y_dQ_first_ahead;
    (void)y_dw0_first_ahead;
    (void)y_R_first;
    (void)y_Q_first;
    (void)y_w0_first;
    (void)y_X_first;
    (void)y_C_first;
    (void)y_r8;
    (void)y_r9;
    (void)y_r10;
    (void)y_I_g2g0_first;
    (void)y_J2_first;
    (void)y_c0_first;
    (void)y_mc0_first;
    (void)y_G0_first;
    (void)y_A_first;
    (void)y_W_first;
    (void)y_dw0_first;
    (void)y_c0_second_ahead;
    (void)y_mc0_second_ahead;
    (void)y_G0_second_ahead;
    (void)y_A_second_ahead;
    (void)y_W_second_ahead;
    (void)y_Y_second_ahead;
    (void)y_dR_second_ahead;
    (void)y_dQ_second_ahead;
    (void)y_dw0_second_ahead;
    (void)y_R_second;
    (void)y_Q_second;
    (void)y_w0_second;
    (void)y_X_second;
    (void)y_C_second;
    (void)y_r15;
    (void)y_r16;
    (void)y_r17;
    (void)y_I_g2g0_second;
    (void)y_J2_second;
    (void)y_c0_second;
    (void)y_mc0_second;
    (void)y_G0_second;
    (void)y_A_second;
    (void)y_W_second;
    (void)y_dw0_second;
    (void)y_B_first;
    (void)y_B_second;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_Ct_ahead;
    (void)y_r0;
    (void)y_Ct1_oo_ahead;
    (void)y_Cm_ahead;
    (void)y_r4;
    (void)y_r5;
    (void)y_r6;
    (void)y_I4_ahead;
    (void)y_E_first_ahead;
    (void)y_E_second_ahead;
    (void)y_Ct_first;
    (void)y_r7;
    (void)y_Ct1_oo_first;
    (void)y_Cm_first;
    (void)y_r11;
    (void)y_r12;
    (void)y_r13;
    (void)y_I4_first;
    (void)y_E_first;
    (void)y_Ct_second;
    (void)y_r14;
    (void)y_Ct1_oo_second;
    (void)y_Cm_second;
    (void)y_r18;
    (void)y_r19;
    (void)y_r20;
    (void)y_I4_second;
    (void)y_E_second;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*giant_maml_relu_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + giant_maml_relu_adjoint_state_size(K, M) + 0;
        double *y_gamma = result + giant_maml_relu_adjoint_state_size(K, M) + 1;
        double *y_eta_w = result + giant_maml_relu_adjoint_state_size(K, M) + 2;
        double *y_eta_0 = result + giant_maml_relu_adjoint_state_size(K, M) + 3;
        double *y_noise = result + giant_maml_relu_adjoint_state_size(K, M) + 4;
        double *y_p_second = result + giant_maml_relu_adjoint_state_size(K, M) + 5;
        double *y_V = result + giant_maml_relu_adjoint_state_size(K, M) + 6;
        double *y_ratio = result + giant_maml_relu_adjoint_state_size(K, M) + 7;

        for (size_t p = 0; p < giant_maml_relu_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C_ahead; p < y_E_second + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*giant_maml_relu_adjoint_state_size(K, M) + p];
        }
        for (size_t p = 0; p < (size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*giant_maml_relu_adjoint_state_size(K, M) + (size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*giant_maml_relu_adjoint_state_size(K, M) + overlaps + p];
        }
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_gamma;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_p_second;
        (void)y_V;
        (void)y_ratio;
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0[k];

                y_dw0[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_first[k] += here*(1.0 - params->p_second);
                    y_dw0_second[k] += here*params->p_second;
                    (*y_p_second) += here*(-dw0_first[k] + dw0_second[k]);
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ[giant_maml_relu_adjoint_packed(K, k, l)];

                        if (here != 0.0) {
                            y_E_first[k*K + l] += here*(1.0 - params->p_second);
                            y_E_second[k*K + l] += here*params->p_second;
                            (*y_p_second) += here*(-E_first[k*K + l] + E_second[k*K + l]);
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ[giant_maml_relu_adjoint_packed(K, k, l)];

                    y_dQ[giant_maml_relu_adjoint_packed(K, k, l)] = 0.0;
                    if (here != 0.0) {
                        y_B_first[k*K + l] += here*(1.0 - params->p_second);
                        y_B_first[l*K + k] += here*(1.0 - params->p_second);
                        y_B_second[k*K + l] += here*params->p_second;
                        y_B_second[l*K + k] += here*params->p_second;
                        (*y_p_second) += here*(-B_first[k*K + l] - B_first[l*K + k] + B_second[k*K + l] + B_second[l*K + k]);
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
                        y_A_first[k*S + K + n] += here*(1.0 - params->p_second);
                        y_A_second[k*S + K + n] += here*params->p_second;
                        (*y_p_second) += here*(-A_first[k*S + K + n] + A_second[k*S + K + n]);
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_B_second[k*K + l];

                    if (here != 0.0) {
                        for (int a = 0; a < K; ++a) {
                            y_W_second[k*S + a] += here*X_second[a*K + l];
                            y_X_second[a*K + l] += here*W_second[k*S + a];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_B_second[k*K + l];

                    y_B_second[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int n = 0; n < M; ++n) {
                            y_R[l*M + n] += here*W_second[k*S + K + n];
                            y_W_second[k*S + K + n] += here*R[l*M + n];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_B_first[k*K + l];

                    if (here != 0.0) {
                        for (int a = 0; a < K; ++a) {
                            y_W_first[k*S + a] += here*X_first[a*K + l];
                            y_X_first[a*K + l] += here*W_first[k*S + a];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_B_first[k*K + l];

                    y_B_first[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int n = 0; n < M; ++n) {
                            y_R[l*M + n] += here*W_first[k*S + K + n];
                            y_W_first[k*S + K + n] += here*R[l*M + n];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_second[k];

                y_dw0_second[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = C_second[i*S + i]*C_second[k*S + k];
                        const double p_1 = (C_second[k*S + i]*C_second[k*S + i]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_second[k*S + i], p_2);
                        const double p_4 = 0.15915494309189535*p_2 + 0.15915494309189535*p_3*C_second[k*S + i] + 0.25*C_second[k*S + i];
                        const double b_p_4 = -params->eta_0*here*mc0_second[i];
                        const double b_p_3 = 0.15915494309189535*b_p_4*C_second[k*S + i];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_second[k*S + i]*C_second[k*S + i]))))*((1.0 / sqrt((p_2*p_2) + (C_second[k*S + i]*C_second[k*S + i])))))*C_second[k*S + i] + 0.15915494309189535*b_p_4;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        (*y_eta_0) += -here*p_4*mc0_second[i];
                        y_mc0_second[i] += -params->eta_0*here*p_4;
                        y_C_second[k*S + i] += 2.0*b_p_1*C_second[k*S + i] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_second[k*S + i]*C_second[k*S + i]))))*((1.0 / sqrt((p_2*p_2) + (C_second[k*S + i]*C_second[k*S + i]))))) + b_p_4*(0.15915494309189535*p_3 + 0.25);
                        y_C_second[i*S + i] += b_p_0*C_second[k*S + k];
                        y_C_second[k*S + k] += b_p_0*C_second[i*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_second[k*S + K + n];

                    y_W_second[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_second[k*S + K + n] += -params->eta_J*here*J2_second[k*S + K + n];
                        y_J2_second[k*S + K + n] += -params->eta_J*here*G0_second[k*S + K + n];
                        (*y_eta_J) += -here*G0_second[k*S + K + n]*J2_second[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second[k*S + l];

                    if (here != 0.0) {
                        for (int i = 0; i < S; ++i) {
                            const double p_0 = -params->eta_J;
                            const double p_1 = (k == l ? 1.0 : 0.0)*G0_second[k*S + i]*I_g2g0_second[k*S + i];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*I_g2g0_second[k*S + i];
                            y_I_g2g0_second[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*G0_second[k*S + i];
                            (*y_eta_J) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second[k*S + l];

                    y_W_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_second[k*S + l] += -params->eta_J*here*J2_second[k*S + l];
                        y_J2_second[k*S + l] += -params->eta_J*here*G0_second[k*S + l];
                        (*y_eta_J) += -here*G0_second[k*S + l]*J2_second[k*S + l];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_second[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->eta_J*params->eta_J)*c0_second[i]/params->V;
                                    const double p_1 = I4_second[((k*K + l)*S + i)*S + j]*c0_second[j]*c0_second[k]*c0_second[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_second[((k*K + l)*S + i)*S + j] += b_p_1*c0_second[j]*c0_second[k]*c0_second[l];
                                    y_c0_second[j] += b_p_1*I4_second[((k*K + l)*S + i)*S + j]*c0_second[k]*c0_second[l];
                                    y_c0_second[k] += b_p_1*I4_second[((k*K + l)*S + i)*S + j]*c0_second[j]*c0_second[l];
                                    y_c0_second[l] += b_p_1*I4_second[((k*K + l)*S + i)*S + j]*c0_second[j]*c0_second[k];
                                    (*y_V) += -b_p_0*(params->eta_J*params->eta_J)*c0_second[i]/(params->V*params->V);
                                    y_c0_second[i] += b_p_0*(params->eta_J*params->eta_J)/params->V;
                                    (*y_eta_J) += 2.0*b_p_0*params->eta_J*c0_second[i]/params->V;
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_second[k*K + l];

                        y_E_second[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->eta_J*params->eta_J)*(params->noise*params->noise);
                            const double p_1 = G0_second[k*S + l]*J2_second[k*S + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second[k*S + l] += b_p_1*J2_second[k*S + l]/params->V;
                            y_J2_second[k*S + l] += b_p_1*G0_second[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G0_second[k*S + l]*J2_second[k*S + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_A_second[k*S + K + l];

                    y_A_second[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = C_second[k*S + K + l]*r15[k*S + j]*(r17[k]*r17[k]);
                            const double p_1 = 0.15915494309189535*p_0 + 0.15915494309189535*C_second[(K + l)*S + j]*r16[k*S + j] + 0.25*C_second[(K + l)*S + j];
                            const double b_p_1 = -params->eta_J*here*G0_second[k*S + j];
                            const double b_p_0 = 0.15915494309189535*b_p_1;
                            y_G0_second[k*S + j] += -params->eta_J*here*p_1;
                            (*y_eta_J) += -here*p_1*G0_second[k*S + j];
                            y_C_second[(K + l)*S + j] += b_p_1*(0.15915494309189535*r16[k*S + j] + 0.25);
                            y_r16[k*S + j] += 0.15915494309189535*b_p_1*C_second[(K + l)*S + j];
                            y_C_second[k*S + K + l] += b_p_0*r15[k*S + j]*(r17[k]*r17[k]);
                            y_r15[k*S + j] += b_p_0*C_second[k*S + K + l]*(r17[k]*r17[k]);
                            y_r17[k] += 2.0*b_p_0*C_second[k*S + K + l]*r15[k*S + j]*r17[k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_A_second[k*S + l];

                    y_A_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = C_second[k*S + l]*r15[k*S + j]*(r17[k]*r17[k]);
                            const double p_1 = 0.15915494309189535*p_0 + 0.15915494309189535*C_second[l*S + j]*r16[k*S + j] + 0.25*C_second[l*S + j];
                            const double b_p_1 = -params->eta_J*here*G0_second[k*S + j];
                            const double b_p_0 = 0.15915494309189535*b_p_1;
                            y_G0_second[k*S + j] += -params->eta_J*here*p_1;
                            (*y_eta_J) += -here*p_1*G0_second[k*S + j];
                            y_C_second[l*S + j] += b_p_1*(0.15915494309189535*r16[k*S + j] + 0.25);
                            y_r16[k*S + j] += 0.15915494309189535*b_p_1*C_second[l*S + j];
                            y_C_second[k*S + l] += b_p_0*r15[k*S + j]*(r17[k]*r17[k]);
                            y_r15[k*S + j] += b_p_0*C_second[k*S + l]*(r17[k]*r17[k]);
                            y_r17[k] += 2.0*b_p_0*C_second[k*S + l]*r15[k*S + j]*r17[k];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_second[(K + k)*S + K + l], &y_G0_second[(K + l)*S + K + k]);
                {
                    const double here = y_G0_second[(K + k)*S + K + l];

                    y_G0_second[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second[K + k] += here*c0_second[K + l];
                        y_c0_second[K + l] += here*c0_second[K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_G0_second[k*S + K + l];

                    y_G0_second[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second[k] += here*c0_second[K + l];
                        y_c0_second[K + l] += here*c0_second[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_second[k*S + l], &y_G0_second[l*S + k]);
                {
                    const double here = y_G0_second[k*S + l];

                    y_G0_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second[k] += here*c0_second[l];
                        y_c0_second[l] += here*c0_second[k];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0_second[i];

                y_mc0_second[i] = 0.0;
                if (here != 0.0) {
                    y_c0_second[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_second[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_second[k];

                y_c0_second[k] = 0.0;
                if (here != 0.0) {
                    y_w0_second[k] += here;
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_J2_second[(K + k)*S + K + l], &y_J2_second[(K + l)*S + K + k]);
                {
                    const double here = y_J2_second[(K + k)*S + K + l];

                    y_J2_second[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_second[(K + k)*S + K + k]*C_second[(K + l)*S + K + l];
                        const double p_1 = (C_second[(K + k)*S + K + l]*C_second[(K + k)*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_second[(K + k)*S + K + l]*C_second[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_second[(K + k)*S + K + l]*C_second[(K + k)*S + K + l])))))*C_second[(K + k)*S + K + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_second[(K + k)*S + K + l] += 2.0*b_p_1*C_second[(K + k)*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_second[(K + k)*S + K + l]*C_second[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_second[(K + k)*S + K + l]*C_second[(K + k)*S + K + l])))));
                        y_C_second[(K + k)*S + K + k] += b_p_0*C_second[(K + l)*S + K + l];
                        y_C_second[(K + l)*S + K + l] += b_p_0*C_second[(K + k)*S + K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_J2_second[k*S + K + l];

                    y_J2_second[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_second[k*S + k]*C_second[(K + l)*S + K + l];
                        const double p_1 = (C_second[k*S + K + l]*C_second[k*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_second[k*S + K + l]*C_second[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_second[k*S + K + l]*C_second[k*S + K + l])))))*C_second[k*S + K + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_second[k*S + K + l] += 2.0*b_p_1*C_second[k*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_second[k*S + K + l]*C_second[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_second[k*S + K + l]*C_second[k*S + K + l])))));
                        y_C_second[k*S + k] += b_p_0*C_second[(K + l)*S + K + l];
                        y_C_second[(K + l)*S + K + l] += b_p_0*C_second[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_J2_second[k*S + l], &y_J2_second[l*S + k]);
                {
                    const double here = y_J2_second[k*S + l];

                    y_J2_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_second[k*S + k]*C_second[l*S + l];
                        const double p_1 = (C_second[k*S + l]*C_second[k*S + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_second[k*S + l]*C_second[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_second[k*S + l]*C_second[k*S + l])))))*C_second[k*S + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_second[k*S + l] += 2.0*b_p_1*C_second[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_second[k*S + l]*C_second[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_second[k*S + l]*C_second[k*S + l])))));
                        y_C_second[k*S + k] += b_p_0*C_second[l*S + l];
                        y_C_second[l*S + l] += b_p_0*C_second[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_I_g2g0_second[k*S + i];

                    y_I_g2g0_second[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_second[i*S + i]*C_second[k*S + k];
                        const double p_1 = (C_second[k*S + i]*C_second[k*S + i]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_2 = 0.15915494309189535*here*(r17[k]*r17[k]);
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_r17[k] += 0.31830988618379069*here*p_2*r17[k];
                        y_C_second[k*S + i] += 2.0*b_p_1*C_second[k*S + i];
                        y_C_second[i*S + i] += b_p_0*C_second[k*S + k];
                        y_C_second[k*S + k] += b_p_0*C_second[i*S + i];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            giant_maml_relu_adjoint_image(&y_I4_second[((k*K + l)*S + i)*S + j], &y_I4_second[((l*K + k)*S + i)*S + j]);
                            giant_maml_relu_adjoint_image(&y_I4_second[((k*K + l)*S + i)*S + j], &y_I4_second[((k*K + l)*S + j)*S + i]);
                            giant_maml_relu_adjoint_image(&y_I4_second[((k*K + l)*S + i)*S + j], &y_I4_second[((l*K + k)*S + j)*S + i]);
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_I4_second[((k*K + l)*S + i)*S + j];

                                if (here != 0.0) {
                                    for (int t = 0; t < n_path; ++t) {
                                        const double p_0 = 1.0 - path[t];
                                        const double p_1 = p_0*C_second[k*S + k] + Ct_second[(t*S + k)*S + k];
                                        const double p_2 = p_0*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l];
                                        const double p_3 = 1.5707963267948966*sqrt(p_1);
                                        const double p_4 = sqrt(p_2)*Cm_second[k*K + l]*path_last[t];
                                        const double p_5 = p_3*p_4 + C_second[k*S + l]*path_weight[t];
                                        const double p_6 = Ct1_oo_second[((t*S + k)*S + i)*S + j] - Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]);
                                        const double p_7 = C_second[k*S + i]*path_weight[t];
                                        const double p_8 = Ct1_oo_second[((t*S + k)*S + l)*S + j]*r14[t*S + k]*r18[(t*S + k)*S + l];
                                        const double p_9 = C_second[k*S + j]*path_weight[t];
                                        const double p_10 = Ct1_oo_second[((t*S + k)*S + l)*S + i]*r14[t*S + k]*r18[(t*S + k)*S + l];
                                        const double p_11 = C_second[l*S + i]*path_weight[t];
                                        const double p_12 = Ct1_oo_second[((t*S + l)*S + k)*S + j]*r14[t*S + l]*r18[(t*S + l)*S + k];
                                        const double p_13 = C_second[l*S + j]*path_weight[t];
                                        const double p_14 = Ct1_oo_second[((t*S + l)*S + k)*S + i]*r14[t*S + l]*r18[(t*S + l)*S + k];
                                        const double p_16 = p_0*C_second[i*S + j]*path_weight[t];
                                        const double p_17 = C_second[k*S + l]*r14[t*S + k]*r18[(t*S + k)*S + l];
                                        const double p_18 = p_10*p_9 + p_11*p_12 + p_13*p_14 + p_16*p_17 + p_5*p_6*r14[t*S + k]*r18[(t*S + k)*S + l] + p_7*p_8;
                                        const double p_19 = p_0*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i] - (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]);
                                        const double p_20 = p_0*C_second[j*S + j] + Ct1_oo_second[((t*S + k)*S + j)*S + j] - (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]);
                                        const double p_21 = p_19*p_20;
                                        const double p_22 = (p_6*p_6);
                                        const double p_23 = giant_maml_relu_adjoint_root(p_21, p_22);
                                        const double p_24 = atan2(p_6, p_23);
                                        const double p_26 = 0.025330295910584444*p_5;
                                        const double p_27 = p_23*r14[t*S + k]*r18[(t*S + k)*S + l];
                                        const double p_28 = p_0*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i];
                                        const double p_29 = p_0*C_second[i*S + j]*C_second[k*S + i]*r18[(t*S + k)*S + i] + sqrt(p_28)*C_second[k*S + j] + C_second[k*S + i]*Ct1_oo_second[((t*S + k)*S + i)*S + j]*r18[(t*S + k)*S + i];
                                        const double p_30 = -Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + j];
                                        const double p_31 = p_0*C_second[j*S + j] - (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j])*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + j)*S + j];
                                        const double p_32 = p_0*C_second[l*S + l] - (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + Ct1_oo_second[((t*S + k)*S + l)*S + l];
                                        const double p_33 = p_31*p_32;
                                        const double p_34 = (p_30*p_30);
                                        const double p_35 = giant_maml_relu_adjoint_root(p_33, p_34);
                                        const double p_36 = atan2(p_30, p_35);
                                        const double p_37 = 0.025330295910584444*p_29;
                                        const double p_38 = p_36*path_weight[t]*r14[t*S + k];
                                        const double p_39 = p_0*C_second[i*S + i] + Ct1_oo_second[((t*S + l)*S + i)*S + i];
                                        const double p_40 = p_0*C_second[i*S + j]*C_second[l*S + i]*r18[(t*S + l)*S + i] + sqrt(p_39)*C_second[l*S + j] + C_second[l*S + i]*Ct1_oo_second[((t*S + l)*S + i)*S + j]*r18[(t*S + l)*S + i];
                                        const double p_41 = -Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + j];
                                        const double p_42 = p_0*C_second[j*S + j] - (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j])*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + j)*S + j];
                                        const double p_43 = p_0*C_second[k*S + k] - (Ct1_oo_second[((t*S + l)*S + k)*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + i])*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + Ct1_oo_second[((t*S + l)*S + k)*S + k];
                                        const double p_44 = p_42*p_43;
                                        const double p_45 = (p_41*p_41);
                                        const double p_46 = giant_maml_relu_adjoint_root(p_44, p_45);
                                        const double p_47 = atan2(p_41, p_46);
                                        const double p_48 = 0.025330295910584444*p_40;
                                        const double p_49 = p_47*path_weight[t]*r14[t*S + l];
                                        const double p_50 = p_0*C_second[j*S + j] + Ct1_oo_second[((t*S + k)*S + j)*S + j];
                                        const double p_51 = p_0*C_second[i*S + j]*C_second[k*S + j]*r18[(t*S + k)*S + j] + sqrt(p_50)*C_second[k*S + i] + C_second[k*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j]*r18[(t*S + k)*S + j];
                                        const double p_52 = -Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + i];
                                        const double p_53 = p_0*C_second[i*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + i] - (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j])*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]);
                                        const double p_54 = p_0*C_second[l*S + l] - (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + Ct1_oo_second[((t*S + k)*S + l)*S + l];
                                        const double p_55 = p_53*p_54;
                                        const double p_56 = (p_52*p_52);
                                        const double p_57 = giant_maml_relu_adjoint_root(p_55, p_56);
                                        const double p_58 = atan2(p_52, p_57);
                                        const double p_59 = 0.025330295910584444*p_51;
                                        const double p_60 = p_58*path_weight[t]*r14[t*S + k];
                                        const double p_61 = p_0*C_second[j*S + j] + Ct1_oo_second[((t*S + l)*S + j)*S + j];
                                        const double p_62 = p_0*C_second[i*S + j]*C_second[l*S + j]*r18[(t*S + l)*S + j] + sqrt(p_61)*C_second[l*S + i] + C_second[l*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j]*r18[(t*S + l)*S + j];
                                        const double p_63 = -Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + i];
                                        const double p_64 = p_0*C_second[i*S + i] + Ct1_oo_second[((t*S + l)*S + i)*S + i] - (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j])*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]);
                                        const double p_65 = p_0*C_second[k*S + k] - (Ct1_oo_second[((t*S + l)*S + k)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j])*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) + Ct1_oo_second[((t*S + l)*S + k)*S + k];
                                        const double p_66 = p_64*p_65;
                                        const double p_67 = (p_63*p_63);
                                        const double p_68 = giant_maml_relu_adjoint_root(p_66, p_67);
                                        const double p_69 = atan2(p_63, p_68);
                                        const double p_70 = 0.025330295910584444*p_62;
                                        const double p_71 = p_69*path_weight[t]*r14[t*S + l];
                                        const double p_72 = -Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + l];
                                        const double p_73 = p_0*C_second[k*S + k] - (Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + k)*S + j])*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + k)*S + k];
                                        const double p_74 = p_0*C_second[l*S + l] - (Ct1_oo_second[((t*S + i)*S + l)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j])*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) + Ct1_oo_second[((t*S + i)*S + l)*S + l];
                                        const double p_75 = p_73*p_74;
                                        const double p_76 = (p_72*p_72);
                                        const double p_77 = giant_maml_relu_adjoint_root(p_75, p_76);
                                        const double p_78 = atan2(p_72, p_77);
                                        const double p_79 = 0.025330295910584444*p_0*(C_second[i*S + j]*C_second[i*S + j]);
                                        const double p_80 = p_78*path_weight[t]*r14[t*S + i]*r18[(t*S + i)*S + j];
                                        const double b_p_80 = here*p_79;
                                        const double b_p_79 = here*p_80;
                                        const double b_p_78 = b_p_80*path_weight[t]*r14[t*S + i]*r18[(t*S + i)*S + j];
                                        const double b_p_77 = -b_p_78*p_72*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_76 = -b_p_77*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_75, p_76));
                                        const double b_p_75 = b_p_77*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_75, p_76));
                                        const double b_p_74 = b_p_75*p_73;
                                        const double b_p_73 = b_p_75*p_74;
                                        const double b_p_72 = 2.0*b_p_76*p_72 + b_p_78*p_77*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_71 = here*p_70;
                                        const double b_p_70 = here*p_71;
                                        const double b_p_69 = b_p_71*path_weight[t]*r14[t*S + l];
                                        const double b_p_68 = -b_p_69*p_63*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_67 = -b_p_68*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_66, p_67));
                                        const double b_p_66 = b_p_68*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_66, p_67));
                                        const double b_p_65 = b_p_66*p_64;
                                        const double b_p_64 = b_p_66*p_65;
                                        const double b_p_63 = 2.0*b_p_67*p_63 + b_p_69*p_68*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_62 = 0.025330295910584444*b_p_70;
                                        const double b_p_61 = 0.5*b_p_62*C_second[l*S + i]/sqrt(p_61);
                                        const double b_p_60 = here*p_59;
                                        const double b_p_59 = here*p_60;
                                        const double b_p_58 = b_p_60*path_weight[t]*r14[t*S + k];
                                        const double b_p_57 = -b_p_58*p_52*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_56 = -b_p_57*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_55, p_56));
                                        const double b_p_55 = b_p_57*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_55, p_56));
                                        const double b_p_54 = b_p_55*p_53;
                                        const double b_p_53 = b_p_55*p_54;
                                        const double b_p_52 = 2.0*b_p_56*p_52 + b_p_58*p_57*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_51 = 0.025330295910584444*b_p_59;
                                        const double b_p_50 = 0.5*b_p_51*C_second[k*S + i]/sqrt(p_50);
                                        const double b_p_49 = here*p_48;
                                        const double b_p_48 = here*p_49;
                                        const double b_p_47 = b_p_49*path_weight[t]*r14[t*S + l];
                                        const double b_p_46 = -b_p_47*p_41*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_45 = -b_p_46*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_44, p_45));
                                        const double b_p_44 = b_p_46*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_44, p_45));
                                        const double b_p_43 = b_p_44*p_42;
                                        const double b_p_42 = b_p_44*p_43;
                                        const double b_p_41 = 2.0*b_p_45*p_41 + b_p_47*p_46*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_40 = 0.025330295910584444*b_p_48;
                                        const double b_p_39 = 0.5*b_p_40*C_second[l*S + j]/sqrt(p_39);
                                        const double b_p_38 = here*p_37;
                                        const double b_p_37 = here*p_38;
                                        const double b_p_36 = b_p_38*path_weight[t]*r14[t*S + k];
                                        const double b_p_35 = -b_p_36*p_30*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_34 = -b_p_35*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_33, p_34));
                                        const double b_p_33 = b_p_35*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_33, p_34));
                                        const double b_p_32 = b_p_33*p_31;
                                        const double b_p_31 = b_p_33*p_32;
                                        const double b_p_30 = 2.0*b_p_34*p_30 + b_p_36*p_35*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_29 = 0.025330295910584444*b_p_37;
                                        const double b_p_28 = 0.5*b_p_29*C_second[k*S + j]/sqrt(p_28);
                                        const double b_p_27 = here*p_26;
                                        const double b_p_26 = here*p_27;
                                        const double b_p_25 = 0.039788735772973836*here;
                                        const double b_p_24 = 0.025330295910584444*here*p_18;
                                        const double b_p_23 = -b_p_24*p_6*(((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))*((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))) + b_p_27*r14[t*S + k]*r18[(t*S + k)*S + l];
                                        const double b_p_22 = -b_p_23*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_21, p_22));
                                        const double b_p_21 = b_p_23*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_21, p_22));
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
                                        const double b_p_6 = b_p_15*p_5*r14[t*S + k]*r18[(t*S + k)*S + l] + b_p_18*p_5*r14[t*S + k]*r18[(t*S + k)*S + l] + 2.0*b_p_22*p_6 + b_p_24*p_23*(((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))*((1.0 / sqrt((p_23*p_23) + (p_6*p_6)))));
                                        const double b_p_5 = b_p_15*p_6*r14[t*S + k]*r18[(t*S + k)*S + l] + b_p_18*p_6*r14[t*S + k]*r18[(t*S + k)*S + l] + 0.025330295910584444*b_p_26;
                                        const double b_p_4 = b_p_5*p_3;
                                        const double b_p_3 = b_p_5*p_4;
                                        const double b_p_2 = 0.5*b_p_4*Cm_second[k*K + l]*path_last[t]/sqrt(p_2);
                                        const double b_p_1 = 0.78539816339744828*b_p_3/sqrt(p_1);
                                        y_r14[t*S + i] += b_p_80*p_78*path_weight[t]*r18[(t*S + i)*S + j];
                                        y_r18[(t*S + i)*S + j] += -2.0*b_p_72*Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]*r18[(t*S + i)*S + j] - 2.0*b_p_73*(Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + k)*S + j])*r18[(t*S + i)*S + j] - 2.0*b_p_74*(Ct1_oo_second[((t*S + i)*S + l)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j])*r18[(t*S + i)*S + j] + b_p_80*p_78*path_weight[t]*r14[t*S + i];
                                        y_C_second[i*S + j] += b_p_16*p_0*path_weight[t] + b_p_25*path_weight[t]*r20[(t*K + k)*K + l] + b_p_29*p_0*C_second[k*S + i]*r18[(t*S + k)*S + i] + b_p_40*p_0*C_second[l*S + i]*r18[(t*S + l)*S + i] + b_p_51*p_0*C_second[k*S + j]*r18[(t*S + k)*S + j] + b_p_62*p_0*C_second[l*S + j]*r18[(t*S + l)*S + j] + 0.050660591821168888*b_p_79*p_0*C_second[i*S + j];
                                        y_C_second[l*S + l] += b_p_2*p_0 + b_p_32*p_0 + b_p_54*p_0 + b_p_74*p_0;
                                        y_Ct1_oo_second[((t*S + i)*S + l)*S + j] += -b_p_72*Ct1_oo_second[((t*S + i)*S + k)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) - 2.0*b_p_74*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]);
                                        y_Ct1_oo_second[((t*S + i)*S + l)*S + l] += b_p_74;
                                        y_C_second[k*S + k] += b_p_1*p_0 + b_p_43*p_0 + b_p_65*p_0 + b_p_73*p_0;
                                        y_Ct1_oo_second[((t*S + i)*S + k)*S + j] += -b_p_72*Ct1_oo_second[((t*S + i)*S + l)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]) - 2.0*b_p_73*Ct1_oo_second[((t*S + i)*S + k)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]);
                                        y_Ct1_oo_second[((t*S + i)*S + k)*S + k] += b_p_73;
                                        y_Ct1_oo_second[((t*S + i)*S + k)*S + l] += b_p_72;
                                        y_r14[t*S + l] += b_p_12*Ct1_oo_second[((t*S + l)*S + k)*S + j]*r18[(t*S + l)*S + k] + b_p_14*Ct1_oo_second[((t*S + l)*S + k)*S + i]*r18[(t*S + l)*S + k] + b_p_49*p_47*path_weight[t] + b_p_71*p_69*path_weight[t];
                                        y_Ct1_oo_second[((t*S + l)*S + k)*S + j] += b_p_12*r14[t*S + l]*r18[(t*S + l)*S + k] + b_p_41 - b_p_63*Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) - 2.0*b_p_65*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]);
                                        y_Ct1_oo_second[((t*S + l)*S + k)*S + k] += b_p_43 + b_p_65;
                                        y_r18[(t*S + l)*S + j] += b_p_62*(p_0*C_second[i*S + j]*C_second[l*S + j] + C_second[l*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j]) - 2.0*b_p_63*Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]*r18[(t*S + l)*S + j] - 2.0*b_p_64*(Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j])*r18[(t*S + l)*S + j] - 2.0*b_p_65*(Ct1_oo_second[((t*S + l)*S + k)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j])*r18[(t*S + l)*S + j];
                                        y_C_second[i*S + i] += b_p_19*p_0 + b_p_28*p_0 + b_p_39*p_0 + b_p_53*p_0 + b_p_64*p_0;
                                        y_Ct1_oo_second[((t*S + l)*S + i)*S + i] += b_p_39 + b_p_64;
                                        y_Ct1_oo_second[((t*S + l)*S + i)*S + j] += b_p_40*C_second[l*S + i]*r18[(t*S + l)*S + i] - b_p_41*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) - 2.0*b_p_42*Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + b_p_62*C_second[l*S + j]*r18[(t*S + l)*S + j] - b_p_63*Ct1_oo_second[((t*S + l)*S + k)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]) - 2.0*b_p_64*Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]);
                                        y_Ct1_oo_second[((t*S + l)*S + k)*S + i] += b_p_14*r14[t*S + l]*r18[(t*S + l)*S + k] - b_p_41*Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) - 2.0*b_p_43*Ct1_oo_second[((t*S + l)*S + k)*S + i]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]) + b_p_63;
                                        y_C_second[l*S + i] += b_p_11*path_weight[t] + b_p_40*(p_0*C_second[i*S + j]*r18[(t*S + l)*S + i] + Ct1_oo_second[((t*S + l)*S + i)*S + j]*r18[(t*S + l)*S + i]) + b_p_62*sqrt(p_61);
                                        y_C_second[l*S + j] += b_p_13*path_weight[t] + b_p_40*sqrt(p_39) + b_p_62*(p_0*C_second[i*S + j]*r18[(t*S + l)*S + j] + Ct1_oo_second[((t*S + l)*S + i)*S + j]*r18[(t*S + l)*S + j]);
                                        y_C_second[j*S + j] += b_p_20*p_0 + b_p_31*p_0 + b_p_42*p_0 + b_p_50*p_0 + b_p_61*p_0;
                                        y_Ct1_oo_second[((t*S + l)*S + j)*S + j] += b_p_42 + b_p_61;
                                        y_r14[t*S + k] += b_p_10*Ct1_oo_second[((t*S + k)*S + l)*S + i]*r18[(t*S + k)*S + l] + b_p_15*p_5*p_6*r18[(t*S + k)*S + l] + b_p_17*C_second[k*S + l]*r18[(t*S + k)*S + l] + b_p_18*p_5*p_6*r18[(t*S + k)*S + l] + b_p_27*p_23*r18[(t*S + k)*S + l] + b_p_38*p_36*path_weight[t] + b_p_60*p_58*path_weight[t] + b_p_8*Ct1_oo_second[((t*S + k)*S + l)*S + j]*r18[(t*S + k)*S + l];
                                        y_Ct1_oo_second[((t*S + k)*S + l)*S + j] += -2.0*b_p_20*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]) + b_p_30 - b_p_52*Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) - 2.0*b_p_54*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) - b_p_6*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]) + b_p_8*r14[t*S + k]*r18[(t*S + k)*S + l];
                                        y_Ct1_oo_second[((t*S + k)*S + l)*S + l] += b_p_2 + b_p_32 + b_p_54;
                                        y_r18[(t*S + k)*S + j] += b_p_51*(p_0*C_second[i*S + j]*C_second[k*S + j] + C_second[k*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j]) - 2.0*b_p_52*Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*r18[(t*S + k)*S + j] - 2.0*b_p_53*(Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j])*r18[(t*S + k)*S + j] - 2.0*b_p_54*(Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*r18[(t*S + k)*S + j];
                                        y_Ct1_oo_second[((t*S + k)*S + i)*S + i] += b_p_19 + b_p_28 + b_p_53;
                                        y_Ct1_oo_second[((t*S + k)*S + i)*S + j] += b_p_29*C_second[k*S + i]*r18[(t*S + k)*S + i] - b_p_30*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) - 2.0*b_p_31*Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + b_p_51*C_second[k*S + j]*r18[(t*S + k)*S + j] - b_p_52*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) - 2.0*b_p_53*Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]) + b_p_6;
                                        y_Ct1_oo_second[((t*S + k)*S + l)*S + i] += b_p_10*r14[t*S + k]*r18[(t*S + k)*S + l] - 2.0*b_p_19*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]) - b_p_30*Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) - 2.0*b_p_32*Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]) + b_p_52 - b_p_6*Ct1_oo_second[((t*S + k)*S + l)*S + j]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]);
                                        y_C_second[k*S + i] += b_p_29*(p_0*C_second[i*S + j]*r18[(t*S + k)*S + i] + Ct1_oo_second[((t*S + k)*S + i)*S + j]*r18[(t*S + k)*S + i]) + b_p_51*sqrt(p_50) + b_p_7*path_weight[t];
                                        y_C_second[k*S + j] += b_p_29*sqrt(p_28) + b_p_51*(p_0*C_second[i*S + j]*r18[(t*S + k)*S + j] + Ct1_oo_second[((t*S + k)*S + i)*S + j]*r18[(t*S + k)*S + j]) + b_p_9*path_weight[t];
                                        y_Ct1_oo_second[((t*S + k)*S + j)*S + j] += b_p_20 + b_p_31 + b_p_50;
                                        y_r18[(t*S + l)*S + i] += b_p_40*(p_0*C_second[i*S + j]*C_second[l*S + i] + C_second[l*S + i]*Ct1_oo_second[((t*S + l)*S + i)*S + j]) - 2.0*b_p_41*Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + i]*r18[(t*S + l)*S + i] - 2.0*b_p_42*(Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j])*r18[(t*S + l)*S + i] - 2.0*b_p_43*(Ct1_oo_second[((t*S + l)*S + k)*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + i])*r18[(t*S + l)*S + i];
                                        y_r18[(t*S + k)*S + i] += b_p_29*(p_0*C_second[i*S + j]*C_second[k*S + i] + C_second[k*S + i]*Ct1_oo_second[((t*S + k)*S + i)*S + j]) - 2.0*b_p_30*Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + i]*r18[(t*S + k)*S + i] - 2.0*b_p_31*(Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j])*r18[(t*S + k)*S + i] - 2.0*b_p_32*(Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*r18[(t*S + k)*S + i];
                                        y_r18[(t*S + k)*S + l] += b_p_10*Ct1_oo_second[((t*S + k)*S + l)*S + i]*r14[t*S + k] + b_p_15*p_5*p_6*r14[t*S + k] + b_p_17*C_second[k*S + l]*r14[t*S + k] + b_p_18*p_5*p_6*r14[t*S + k] - 2.0*b_p_19*(Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i])*r18[(t*S + k)*S + l] - 2.0*b_p_20*(Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j])*r18[(t*S + k)*S + l] + b_p_27*p_23*r14[t*S + k] - 2.0*b_p_6*Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + j]*r18[(t*S + k)*S + l] + b_p_8*Ct1_oo_second[((t*S + k)*S + l)*S + j]*r14[t*S + k];
                                        y_r20[(t*K + k)*K + l] += b_p_25*C_second[i*S + j]*path_weight[t];
                                        y_C_second[k*S + l] += b_p_17*r14[t*S + k]*r18[(t*S + k)*S + l] + b_p_5*path_weight[t];
                                        y_r18[(t*S + l)*S + k] += b_p_12*Ct1_oo_second[((t*S + l)*S + k)*S + j]*r14[t*S + l] + b_p_14*Ct1_oo_second[((t*S + l)*S + k)*S + i]*r14[t*S + l];
                                        y_Cm_second[k*K + l] += b_p_4*sqrt(p_2)*path_last[t];
                                        y_Ct_second[(t*S + k)*S + k] += b_p_1;
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
                                const double here = y_I4_second[((k*K + l)*S + i)*S + j];

                                y_I4_second[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    const double b_p_3 = 0.039788735772973836*here;
                                    const double b_p_2 = 0.039788735772973836*here;
                                    const double b_p_1 = 0.039788735772973836*here;
                                    const double b_p_0 = 0.039788735772973836*here;
                                    y_C_second[i*S + j] += here*(0.039788735772973836*r16[i*S + j] + 0.039788735772973836*r16[k*S + i] + 0.039788735772973836*r16[k*S + j] + 0.039788735772973836*r16[l*S + i] + 0.039788735772973836*r16[l*S + j] + 0.0625);
                                    y_r15[i*S + j] += 0.039788735772973836*here;
                                    y_r16[i*S + j] += 0.039788735772973836*here*C_second[i*S + j];
                                    y_r16[k*S + i] += 0.039788735772973836*here*C_second[i*S + j];
                                    y_r16[k*S + j] += 0.039788735772973836*here*C_second[i*S + j];
                                    y_r16[l*S + i] += 0.039788735772973836*here*C_second[i*S + j];
                                    y_r16[l*S + j] += 0.039788735772973836*here*C_second[i*S + j];
                                    y_C_second[l*S + j] += b_p_3*r15[l*S + i]*(r17[l]*r17[l]);
                                    y_r15[l*S + i] += b_p_3*C_second[l*S + j]*(r17[l]*r17[l]);
                                    y_r17[l] += 2.0*b_p_2*C_second[l*S + i]*r15[l*S + j]*r17[l] + 2.0*b_p_3*C_second[l*S + j]*r15[l*S + i]*r17[l];
                                    y_C_second[l*S + i] += b_p_2*r15[l*S + j]*(r17[l]*r17[l]);
                                    y_r15[l*S + j] += b_p_2*C_second[l*S + i]*(r17[l]*r17[l]);
                                    y_C_second[k*S + j] += b_p_1*r15[k*S + i]*(r17[k]*r17[k]);
                                    y_r15[k*S + i] += b_p_1*C_second[k*S + j]*(r17[k]*r17[k]);
                                    y_r17[k] += 2.0*b_p_0*C_second[k*S + i]*r15[k*S + j]*r17[k] + 2.0*b_p_1*C_second[k*S + j]*r15[k*S + i]*r17[k];
                                    y_C_second[k*S + i] += b_p_0*r15[k*S + j]*(r17[k]*r17[k]);
                                    y_r15[k*S + j] += b_p_0*C_second[k*S + i]*(r17[k]*r17[k]);
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
                            const double here = y_r20[(t*K + k)*K + l];

                            y_r20[(t*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                y_Ct_second[(t*S + k)*S + l] += here*(((1.0 / sqrt((Ct_second[(t*S + k)*S + l]*Ct_second[(t*S + k)*S + l]) + (r19[(t*K + k)*K + l]*r19[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct_second[(t*S + k)*S + l]*Ct_second[(t*S + k)*S + l]) + (r19[(t*K + k)*K + l]*r19[(t*K + k)*K + l])))))*r19[(t*K + k)*K + l];
                                y_r19[(t*K + k)*K + l] += -here*(((1.0 / sqrt((Ct_second[(t*S + k)*S + l]*Ct_second[(t*S + k)*S + l]) + (r19[(t*K + k)*K + l]*r19[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct_second[(t*S + k)*S + l]*Ct_second[(t*S + k)*S + l]) + (r19[(t*K + k)*K + l]*r19[(t*K + k)*K + l])))))*Ct_second[(t*S + k)*S + l];
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        {
                            const double here = y_r19[(t*K + k)*K + l];

                            y_r19[(t*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C_second[k*S + k] + Ct_second[(t*S + k)*S + k];
                                const double p_2 = p_0*C_second[l*S + l] + Ct_second[(t*S + l)*S + l];
                                const double p_3 = p_1*p_2;
                                const double p_4 = (Ct_second[(t*S + k)*S + l]*Ct_second[(t*S + k)*S + l]);
                                const double b_p_4 = -here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_3, p_4));
                                const double b_p_3 = here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_3, p_4));
                                const double b_p_2 = b_p_3*p_1;
                                const double b_p_1 = b_p_3*p_2;
                                y_Ct_second[(t*S + k)*S + l] += 2.0*b_p_4*Ct_second[(t*S + k)*S + l];
                                y_C_second[l*S + l] += b_p_2*p_0;
                                y_Ct_second[(t*S + l)*S + l] += b_p_2;
                                y_C_second[k*S + k] += b_p_1*p_0;
                                y_Ct_second[(t*S + k)*S + k] += b_p_1;
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        {
                            const double here = y_r18[(t*S + i)*S + j];

                            y_r18[(t*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C_second[j*S + j] + Ct1_oo_second[((t*S + i)*S + j)*S + j];
                                const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C_second[j*S + j] += b_p_1*p_0;
                                y_Ct1_oo_second[((t*S + i)*S + j)*S + j] += b_p_1;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_r17[k];

                y_r17[k] = 0.0;
                if (here != 0.0) {
                    y_C_second[k*S + k] += -0.5*here*(((1.0 / sqrt(C_second[k*S + k])))*((1.0 / sqrt(C_second[k*S + k])))*((1.0 / sqrt(C_second[k*S + k]))));
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_r16[i*S + j];

                    y_r16[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_C_second[i*S + j] += here*(((1.0 / sqrt((C_second[i*S + j]*C_second[i*S + j]) + (r15[i*S + j]*r15[i*S + j]))))*((1.0 / sqrt((C_second[i*S + j]*C_second[i*S + j]) + (r15[i*S + j]*r15[i*S + j])))))*r15[i*S + j];
                        y_r15[i*S + j] += -here*(((1.0 / sqrt((C_second[i*S + j]*C_second[i*S + j]) + (r15[i*S + j]*r15[i*S + j]))))*((1.0 / sqrt((C_second[i*S + j]*C_second[i*S + j]) + (r15[i*S + j]*r15[i*S + j])))))*C_second[i*S + j];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_r15[i*S + j];

                    y_r15[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_second[i*S + i]*C_second[j*S + j];
                        const double p_1 = (C_second[i*S + j]*C_second[i*S + j]);
                        const double b_p_1 = -here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_second[i*S + j] += 2.0*b_p_1*C_second[i*S + j];
                        y_C_second[i*S + i] += b_p_0*C_second[j*S + j];
                        y_C_second[j*S + j] += b_p_0*C_second[i*S + i];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm_second[k*K + l];

                        if (here != 0.0) {
                            for (int t = 0; t < n_path; ++t) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C_second[l*S + l] + Ct1_oo_second[((t*S + k)*S + l)*S + l];
                                const double p_2 = (1.0 / sqrt(p_1));
                                const double p_3 = -0.63661977236758138*path_weight[t];
                                const double b_p_4 = here*p_3;
                                const double b_p_2 = b_p_4*C_second[k*S + l]*r14[t*S + k];
                                const double b_p_1 = -0.5*b_p_2*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C_second[k*S + l] += b_p_4*p_2*r14[t*S + k];
                                y_r14[t*S + k] += b_p_4*p_2*C_second[k*S + l];
                                y_C_second[l*S + l] += b_p_1*p_0;
                                y_Ct1_oo_second[((t*S + k)*S + l)*S + l] += b_p_1;
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm_second[k*K + l];

                        y_Cm_second[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C_second[k*S + k]*C_second[l*S + l];
                            const double p_1 = (C_second[k*S + l]*C_second[k*S + l]);
                            const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                            const double b_p_3 = 0.63661977236758138*here;
                            const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_second[k*S + l]*C_second[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_second[k*S + l]*C_second[k*S + l])))))*C_second[k*S + l];
                            const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                            const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                            y_C_second[k*S + l] += 2.0*b_p_1*C_second[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_second[k*S + l]*C_second[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_second[k*S + l]*C_second[k*S + l])))));
                            y_C_second[k*S + k] += b_p_0*C_second[l*S + l];
                            y_C_second[l*S + l] += b_p_0*C_second[k*S + k];
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            giant_maml_relu_adjoint_image(&y_Ct1_oo_second[((t*S + i)*S + j)*S + r], &y_Ct1_oo_second[((t*S + i)*S + r)*S + j]);
                            {
                                const double here = y_Ct1_oo_second[((t*S + i)*S + j)*S + r];

                                y_Ct1_oo_second[((t*S + i)*S + j)*S + r] = 0.0;
                                if (here != 0.0) {
                                    y_Ct_second[(t*S + i)*S + j] += -here*Ct_second[(t*S + i)*S + r]*(r14[t*S + i]*r14[t*S + i]);
                                    y_Ct_second[(t*S + i)*S + r] += -here*Ct_second[(t*S + i)*S + j]*(r14[t*S + i]*r14[t*S + i]);
                                    y_Ct_second[(t*S + j)*S + r] += here;
                                    y_r14[t*S + i] += -2.0*here*Ct_second[(t*S + i)*S + j]*Ct_second[(t*S + i)*S + r]*r14[t*S + i];
                                }
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_r14[t*S + i];

                        y_r14[t*S + i] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = 1.0 - path[t];
                            const double p_1 = p_0*C_second[i*S + i] + Ct_second[(t*S + i)*S + i];
                            const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                            y_C_second[i*S + i] += b_p_1*p_0;
                            y_Ct_second[(t*S + i)*S + i] += b_p_1;
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        giant_maml_relu_adjoint_image(&y_Ct_second[(t*S + i)*S + j], &y_Ct_second[(t*S + j)*S + i]);
                        {
                            const double here = y_Ct_second[(t*S + i)*S + j];

                            y_Ct_second[(t*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                y_C_second[i*S + j] += here*path[t];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_relu_adjoint_image(&y_C_second[(K + n)*S + K + m], &y_C_second[(K + m)*S + K + n]);
                y_C_second[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                giant_maml_relu_adjoint_image(&y_C_second[k*S + K + n], &y_C_second[(K + n)*S + k]);
                {
                    const double here = y_C_second[k*S + K + n];

                    y_C_second[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R_second[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_C_second[k*S + l], &y_C_second[l*S + k]);
                {
                    const double here = y_C_second[k*S + l];

                    y_C_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q_second[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_X_second[k*K + l];

                    y_X_second[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + l] += here;
                        y_Q[giant_maml_relu_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_w0_second[k];

                y_w0_second[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_second_ahead[k] += here;
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Q_second[k*K + l];

                    y_Q_second[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_relu_adjoint_packed(K, k, l)] += here;
                        y_dQ_second_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_R_second[k*M + n];

                    y_R_second[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                        y_dR_second_ahead[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_second_ahead[k];

                y_dw0_second_ahead[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2_ahead[k*S + i] += -params->eta_w*here*mc0_second_ahead[i];
                        (*y_eta_w) += -here*I2_ahead[k*S + i]*mc0_second_ahead[i];
                        y_mc0_second_ahead[i] += -params->eta_w*here*I2_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ_second_ahead[k*K + l];

                        if (here != 0.0) {
                            y_E_second_ahead[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ_second_ahead[k*K + l];

                    y_dQ_second_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + l] += here;
                        y_A_second_ahead[l*S + k] += here;
                        y_Y_second_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR_second_ahead[k*M + n];

                    y_dR_second_ahead[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Y_second_ahead[k*K + l];

                    y_Y_second_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_A_second_ahead[k*S + j] += here*W_second_ahead[l*S + j];
                            y_W_second_ahead[l*S + j] += here*A_second_ahead[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_second_ahead[k*S + K + n];

                    y_W_second_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_second_ahead[k*S + K + n] += -params->gamma*here*J2_ahead[k*S + K + n];
                        y_J2_ahead[k*S + K + n] += -params->gamma*here*G0_second_ahead[k*S + K + n];
                        (*y_gamma) += -here*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second_ahead[k*S + l];

                    if (here != 0.0) {
                        for (int i = 0; i < S; ++i) {
                            const double p_0 = -params->gamma;
                            const double p_1 = (k == l ? 1.0 : 0.0)*G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second_ahead[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*I_g2g0_ahead[k*S + i];
                            y_I_g2g0_ahead[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*G0_second_ahead[k*S + i];
                            (*y_gamma) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second_ahead[k*S + l];

                    y_W_second_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_second_ahead[k*S + l] += -params->gamma*here*J2_ahead[k*S + l];
                        y_J2_ahead[k*S + l] += -params->gamma*here*G0_second_ahead[k*S + l];
                        (*y_gamma) += -here*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_second_ahead[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->gamma*params->gamma)*c0_second_ahead[i]/params->ratio;
                                    const double p_1 = I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_ahead[((k*K + l)*S + i)*S + j] += b_p_1*c0_second_ahead[j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    y_c0_second_ahead[j] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    y_c0_second_ahead[k] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[l];
                                    y_c0_second_ahead[l] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[k];
                                    y_c0_second_ahead[i] += b_p_0*(params->gamma*params->gamma)/params->ratio;
                                    (*y_gamma) += 2.0*b_p_0*params->gamma*c0_second_ahead[i]/params->ratio;
                                    (*y_ratio) += -b_p_0*(params->gamma*params->gamma)*c0_second_ahead[i]/(params->ratio*params->ratio);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_second_ahead[k*K + l];

                        y_E_second_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->gamma*params->gamma)*(params->noise*params->noise);
                            const double p_1 = G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second_ahead[k*S + l] += b_p_1*J2_ahead[k*S + l]/params->ratio;
                            y_J2_ahead[k*S + l] += b_p_1*G0_second_ahead[k*S + l]/params->ratio;
                            (*y_ratio) += -b_p_1*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/(params->ratio*params->ratio);
                            (*y_gamma) += 2.0*b_p_0*params->gamma*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->gamma*params->gamma)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A_second_ahead[k*S + i];

                    y_A_second_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_G0_second_ahead[k*S + j] += -params->gamma*here*I3_ahead[(k*S + i)*S + j];
                            y_I3_ahead[(k*S + i)*S + j] += -params->gamma*here*G0_second_ahead[k*S + j];
                            (*y_gamma) += -here*G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_second_ahead[(K + k)*S + K + l], &y_G0_second_ahead[(K + l)*S + K + k]);
                {
                    const double here = y_G0_second_ahead[(K + k)*S + K + l];

                    y_G0_second_ahead[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second_ahead[K + k] += here*c0_second_ahead[K + l];
                        y_c0_second_ahead[K + l] += here*c0_second_ahead[K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_G0_second_ahead[k*S + K + l];

                    y_G0_second_ahead[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second_ahead[k] += here*c0_second_ahead[K + l];
                        y_c0_second_ahead[K + l] += here*c0_second_ahead[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_second_ahead[k*S + l], &y_G0_second_ahead[l*S + k]);
                {
                    const double here = y_G0_second_ahead[k*S + l];

                    y_G0_second_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second_ahead[k] += here*c0_second_ahead[l];
                        y_c0_second_ahead[l] += here*c0_second_ahead[k];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0_second_ahead[i];

                y_mc0_second_ahead[i] = 0.0;
                if (here != 0.0) {
                    y_c0_second_ahead[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_second_ahead[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_second_ahead[k];

                y_c0_second_ahead[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_first[k];

                y_dw0_first[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        const double p_0 = C_first[i*S + i]*C_first[k*S + k];
                        const double p_1 = (C_first[k*S + i]*C_first[k*S + i]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_first[k*S + i], p_2);
                        const double p_4 = 0.15915494309189535*p_2 + 0.15915494309189535*p_3*C_first[k*S + i] + 0.25*C_first[k*S + i];
                        const double b_p_4 = -params->eta_0*here*mc0_first[i];
                        const double b_p_3 = 0.15915494309189535*b_p_4*C_first[k*S + i];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_first[k*S + i]*C_first[k*S + i]))))*((1.0 / sqrt((p_2*p_2) + (C_first[k*S + i]*C_first[k*S + i])))))*C_first[k*S + i] + 0.15915494309189535*b_p_4;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        (*y_eta_0) += -here*p_4*mc0_first[i];
                        y_mc0_first[i] += -params->eta_0*here*p_4;
                        y_C_first[k*S + i] += 2.0*b_p_1*C_first[k*S + i] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_first[k*S + i]*C_first[k*S + i]))))*((1.0 / sqrt((p_2*p_2) + (C_first[k*S + i]*C_first[k*S + i]))))) + b_p_4*(0.15915494309189535*p_3 + 0.25);
                        y_C_first[i*S + i] += b_p_0*C_first[k*S + k];
                        y_C_first[k*S + k] += b_p_0*C_first[i*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_first[k*S + K + n];

                    y_W_first[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_first[k*S + K + n] += -params->eta_J*here*J2_first[k*S + K + n];
                        y_J2_first[k*S + K + n] += -params->eta_J*here*G0_first[k*S + K + n];
                        (*y_eta_J) += -here*G0_first[k*S + K + n]*J2_first[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first[k*S + l];

                    if (here != 0.0) {
                        for (int i = 0; i < S; ++i) {
                            const double p_0 = -params->eta_J;
                            const double p_1 = (k == l ? 1.0 : 0.0)*G0_first[k*S + i]*I_g2g0_first[k*S + i];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*I_g2g0_first[k*S + i];
                            y_I_g2g0_first[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*G0_first[k*S + i];
                            (*y_eta_J) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first[k*S + l];

                    y_W_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_first[k*S + l] += -params->eta_J*here*J2_first[k*S + l];
                        y_J2_first[k*S + l] += -params->eta_J*here*G0_first[k*S + l];
                        (*y_eta_J) += -here*G0_first[k*S + l]*J2_first[k*S + l];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_first[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->eta_J*params->eta_J)*c0_first[i]/params->V;
                                    const double p_1 = I4_first[((k*K + l)*S + i)*S + j]*c0_first[j]*c0_first[k]*c0_first[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_first[((k*K + l)*S + i)*S + j] += b_p_1*c0_first[j]*c0_first[k]*c0_first[l];
                                    y_c0_first[j] += b_p_1*I4_first[((k*K + l)*S + i)*S + j]*c0_first[k]*c0_first[l];
                                    y_c0_first[k] += b_p_1*I4_first[((k*K + l)*S + i)*S + j]*c0_first[j]*c0_first[l];
                                    y_c0_first[l] += b_p_1*I4_first[((k*K + l)*S + i)*S + j]*c0_first[j]*c0_first[k];
                                    (*y_V) += -b_p_0*(params->eta_J*params->eta_J)*c0_first[i]/(params->V*params->V);
                                    y_c0_first[i] += b_p_0*(params->eta_J*params->eta_J)/params->V;
                                    (*y_eta_J) += 2.0*b_p_0*params->eta_J*c0_first[i]/params->V;
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_first[k*K + l];

                        y_E_first[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->eta_J*params->eta_J)*(params->noise*params->noise);
                            const double p_1 = G0_first[k*S + l]*J2_first[k*S + l]/params->V;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first[k*S + l] += b_p_1*J2_first[k*S + l]/params->V;
                            y_J2_first[k*S + l] += b_p_1*G0_first[k*S + l]/params->V;
                            (*y_V) += -b_p_1*G0_first[k*S + l]*J2_first[k*S + l]/(params->V*params->V);
                            (*y_eta_J) += 2.0*b_p_0*params->eta_J*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->eta_J*params->eta_J)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_A_first[k*S + K + l];

                    y_A_first[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = C_first[k*S + K + l]*(r10[k]*r10[k])*r8[k*S + j];
                            const double p_1 = 0.15915494309189535*p_0 + 0.15915494309189535*C_first[(K + l)*S + j]*r9[k*S + j] + 0.25*C_first[(K + l)*S + j];
                            const double b_p_1 = -params->eta_J*here*G0_first[k*S + j];
                            const double b_p_0 = 0.15915494309189535*b_p_1;
                            y_G0_first[k*S + j] += -params->eta_J*here*p_1;
                            (*y_eta_J) += -here*p_1*G0_first[k*S + j];
                            y_C_first[(K + l)*S + j] += b_p_1*(0.15915494309189535*r9[k*S + j] + 0.25);
                            y_r9[k*S + j] += 0.15915494309189535*b_p_1*C_first[(K + l)*S + j];
                            y_C_first[k*S + K + l] += b_p_0*(r10[k]*r10[k])*r8[k*S + j];
                            y_r10[k] += 2.0*b_p_0*C_first[k*S + K + l]*r10[k]*r8[k*S + j];
                            y_r8[k*S + j] += b_p_0*C_first[k*S + K + l]*(r10[k]*r10[k]);
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_A_first[k*S + l];

                    y_A_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            const double p_0 = C_first[k*S + l]*(r10[k]*r10[k])*r8[k*S + j];
                            const double p_1 = 0.15915494309189535*p_0 + 0.15915494309189535*C_first[l*S + j]*r9[k*S + j] + 0.25*C_first[l*S + j];
                            const double b_p_1 = -params->eta_J*here*G0_first[k*S + j];
                            const double b_p_0 = 0.15915494309189535*b_p_1;
                            y_G0_first[k*S + j] += -params->eta_J*here*p_1;
                            (*y_eta_J) += -here*p_1*G0_first[k*S + j];
                            y_C_first[l*S + j] += b_p_1*(0.15915494309189535*r9[k*S + j] + 0.25);
                            y_r9[k*S + j] += 0.15915494309189535*b_p_1*C_first[l*S + j];
                            y_C_first[k*S + l] += b_p_0*(r10[k]*r10[k])*r8[k*S + j];
                            y_r10[k] += 2.0*b_p_0*C_first[k*S + l]*r10[k]*r8[k*S + j];
                            y_r8[k*S + j] += b_p_0*C_first[k*S + l]*(r10[k]*r10[k]);
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_first[(K + k)*S + K + l], &y_G0_first[(K + l)*S + K + k]);
                {
                    const double here = y_G0_first[(K + k)*S + K + l];

                    y_G0_first[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first[K + k] += here*c0_first[K + l];
                        y_c0_first[K + l] += here*c0_first[K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_G0_first[k*S + K + l];

                    y_G0_first[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first[k] += here*c0_first[K + l];
                        y_c0_first[K + l] += here*c0_first[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_first[k*S + l], &y_G0_first[l*S + k]);
                {
                    const double here = y_G0_first[k*S + l];

                    y_G0_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first[k] += here*c0_first[l];
                        y_c0_first[l] += here*c0_first[k];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0_first[i];

                y_mc0_first[i] = 0.0;
                if (here != 0.0) {
                    y_c0_first[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_first[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_first[k];

                y_c0_first[k] = 0.0;
                if (here != 0.0) {
                    y_w0_first[k] += here;
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_J2_first[(K + k)*S + K + l], &y_J2_first[(K + l)*S + K + k]);
                {
                    const double here = y_J2_first[(K + k)*S + K + l];

                    y_J2_first[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_first[(K + k)*S + K + k]*C_first[(K + l)*S + K + l];
                        const double p_1 = (C_first[(K + k)*S + K + l]*C_first[(K + k)*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_first[(K + k)*S + K + l]*C_first[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_first[(K + k)*S + K + l]*C_first[(K + k)*S + K + l])))))*C_first[(K + k)*S + K + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_first[(K + k)*S + K + l] += 2.0*b_p_1*C_first[(K + k)*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_first[(K + k)*S + K + l]*C_first[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_first[(K + k)*S + K + l]*C_first[(K + k)*S + K + l])))));
                        y_C_first[(K + k)*S + K + k] += b_p_0*C_first[(K + l)*S + K + l];
                        y_C_first[(K + l)*S + K + l] += b_p_0*C_first[(K + k)*S + K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_J2_first[k*S + K + l];

                    y_J2_first[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_first[k*S + k]*C_first[(K + l)*S + K + l];
                        const double p_1 = (C_first[k*S + K + l]*C_first[k*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_first[k*S + K + l]*C_first[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_first[k*S + K + l]*C_first[k*S + K + l])))))*C_first[k*S + K + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_first[k*S + K + l] += 2.0*b_p_1*C_first[k*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_first[k*S + K + l]*C_first[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_first[k*S + K + l]*C_first[k*S + K + l])))));
                        y_C_first[k*S + k] += b_p_0*C_first[(K + l)*S + K + l];
                        y_C_first[(K + l)*S + K + l] += b_p_0*C_first[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_J2_first[k*S + l], &y_J2_first[l*S + k]);
                {
                    const double here = y_J2_first[k*S + l];

                    y_J2_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_first[k*S + k]*C_first[l*S + l];
                        const double p_1 = (C_first[k*S + l]*C_first[k*S + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_first[k*S + l]*C_first[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_first[k*S + l]*C_first[k*S + l])))))*C_first[k*S + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_first[k*S + l] += 2.0*b_p_1*C_first[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_first[k*S + l]*C_first[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_first[k*S + l]*C_first[k*S + l])))));
                        y_C_first[k*S + k] += b_p_0*C_first[l*S + l];
                        y_C_first[l*S + l] += b_p_0*C_first[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_I_g2g0_first[k*S + i];

                    y_I_g2g0_first[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_first[i*S + i]*C_first[k*S + k];
                        const double p_1 = (C_first[k*S + i]*C_first[k*S + i]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_2 = 0.15915494309189535*here*(r10[k]*r10[k]);
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_r10[k] += 0.31830988618379069*here*p_2*r10[k];
                        y_C_first[k*S + i] += 2.0*b_p_1*C_first[k*S + i];
                        y_C_first[i*S + i] += b_p_0*C_first[k*S + k];
                        y_C_first[k*S + k] += b_p_0*C_first[i*S + i];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            giant_maml_relu_adjoint_image(&y_I4_first[((k*K + l)*S + i)*S + j], &y_I4_first[((l*K + k)*S + i)*S + j]);
                            giant_maml_relu_adjoint_image(&y_I4_first[((k*K + l)*S + i)*S + j], &y_I4_first[((k*K + l)*S + j)*S + i]);
                            giant_maml_relu_adjoint_image(&y_I4_first[((k*K + l)*S + i)*S + j], &y_I4_first[((l*K + k)*S + j)*S + i]);
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_I4_first[((k*K + l)*S + i)*S + j];

                                if (here != 0.0) {
                                    for (int t = 0; t < n_path; ++t) {
                                        const double p_0 = 1.0 - path[t];
                                        const double p_1 = p_0*C_first[k*S + k] + Ct_first[(t*S + k)*S + k];
                                        const double p_2 = p_0*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l];
                                        const double p_3 = 1.5707963267948966*sqrt(p_1);
                                        const double p_4 = sqrt(p_2)*Cm_first[k*K + l]*path_last[t];
                                        const double p_5 = p_3*p_4 + C_first[k*S + l]*path_weight[t];
                                        const double p_6 = Ct1_oo_first[((t*S + k)*S + i)*S + j] - Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]);
                                        const double p_7 = C_first[k*S + i]*path_weight[t];
                                        const double p_8 = Ct1_oo_first[((t*S + k)*S + l)*S + j]*r11[(t*S + k)*S + l]*r7[t*S + k];
                                        const double p_9 = C_first[k*S + j]*path_weight[t];
                                        const double p_10 = Ct1_oo_first[((t*S + k)*S + l)*S + i]*r11[(t*S + k)*S + l]*r7[t*S + k];
                                        const double p_11 = C_first[l*S + i]*path_weight[t];
                                        const double p_12 = Ct1_oo_first[((t*S + l)*S + k)*S + j]*r11[(t*S + l)*S + k]*r7[t*S + l];
                                        const double p_13 = C_first[l*S + j]*path_weight[t];
                                        const double p_14 = Ct1_oo_first[((t*S + l)*S + k)*S + i]*r11[(t*S + l)*S + k]*r7[t*S + l];
                                        const double p_16 = p_0*C_first[i*S + j]*path_weight[t];
                                        const double p_17 = C_first[k*S + l]*r11[(t*S + k)*S + l]*r7[t*S + k];
                                        const double p_18 = p_10*p_9 + p_11*p_12 + p_13*p_14 + p_16*p_17 + p_5*p_6*r11[(t*S + k)*S + l]*r7[t*S + k] + p_7*p_8;
                                        const double p_19 = p_0*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i] - (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]);
                                        const double p_20 = p_0*C_first[j*S + j] + Ct1_oo_first[((t*S + k)*S + j)*S + j] - (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]);
                                        const double p_21 = p_19*p_20;
                                        const double p_22 = (p_6*p_6);
                                        const double p_23 = giant_maml_relu_adjoint_root(p_21, p_22);
                                        const double p_24 = atan2(p_6, p_23);
                                        const double p_26 = 0.025330295910584444*p_5;
                                        const double p_27 = p_23*r11[(t*S + k)*S + l]*r7[t*S + k];
                                        const double p_28 = p_0*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i];
                                        const double p_29 = p_0*C_first[i*S + j]*C_first[k*S + i]*r11[(t*S + k)*S + i] + sqrt(p_28)*C_first[k*S + j] + C_first[k*S + i]*Ct1_oo_first[((t*S + k)*S + i)*S + j]*r11[(t*S + k)*S + i];
                                        const double p_30 = -Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + j];
                                        const double p_31 = p_0*C_first[j*S + j] - (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j])*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + j)*S + j];
                                        const double p_32 = p_0*C_first[l*S + l] - (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + Ct1_oo_first[((t*S + k)*S + l)*S + l];
                                        const double p_33 = p_31*p_32;
                                        const double p_34 = (p_30*p_30);
                                        const double p_35 = giant_maml_relu_adjoint_root(p_33, p_34);
                                        const double p_36 = atan2(p_30, p_35);
                                        const double p_37 = 0.025330295910584444*p_29;
                                        const double p_38 = p_36*path_weight[t]*r7[t*S + k];
                                        const double p_39 = p_0*C_first[i*S + i] + Ct1_oo_first[((t*S + l)*S + i)*S + i];
                                        const double p_40 = p_0*C_first[i*S + j]*C_first[l*S + i]*r11[(t*S + l)*S + i] + sqrt(p_39)*C_first[l*S + j] + C_first[l*S + i]*Ct1_oo_first[((t*S + l)*S + i)*S + j]*r11[(t*S + l)*S + i];
                                        const double p_41 = -Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + j];
                                        const double p_42 = p_0*C_first[j*S + j] - (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j])*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + j)*S + j];
                                        const double p_43 = p_0*C_first[k*S + k] - (Ct1_oo_first[((t*S + l)*S + k)*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + i])*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + Ct1_oo_first[((t*S + l)*S + k)*S + k];
                                        const double p_44 = p_42*p_43;
                                        const double p_45 = (p_41*p_41);
                                        const double p_46 = giant_maml_relu_adjoint_root(p_44, p_45);
                                        const double p_47 = atan2(p_41, p_46);
                                        const double p_48 = 0.025330295910584444*p_40;
                                        const double p_49 = p_47*path_weight[t]*r7[t*S + l];
                                        const double p_50 = p_0*C_first[j*S + j] + Ct1_oo_first[((t*S + k)*S + j)*S + j];
                                        const double p_51 = p_0*C_first[i*S + j]*C_first[k*S + j]*r11[(t*S + k)*S + j] + sqrt(p_50)*C_first[k*S + i] + C_first[k*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j]*r11[(t*S + k)*S + j];
                                        const double p_52 = -Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + i];
                                        const double p_53 = p_0*C_first[i*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + i] - (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j])*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]);
                                        const double p_54 = p_0*C_first[l*S + l] - (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + Ct1_oo_first[((t*S + k)*S + l)*S + l];
                                        const double p_55 = p_53*p_54;
                                        const double p_56 = (p_52*p_52);
                                        const double p_57 = giant_maml_relu_adjoint_root(p_55, p_56);
                                        const double p_58 = atan2(p_52, p_57);
                                        const double p_59 = 0.025330295910584444*p_51;
                                        const double p_60 = p_58*path_weight[t]*r7[t*S + k];
                                        const double p_61 = p_0*C_first[j*S + j] + Ct1_oo_first[((t*S + l)*S + j)*S + j];
                                        const double p_62 = p_0*C_first[i*S + j]*C_first[l*S + j]*r11[(t*S + l)*S + j] + sqrt(p_61)*C_first[l*S + i] + C_first[l*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j]*r11[(t*S + l)*S + j];
                                        const double p_63 = -Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + i];
                                        const double p_64 = p_0*C_first[i*S + i] + Ct1_oo_first[((t*S + l)*S + i)*S + i] - (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j])*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]);
                                        const double p_65 = p_0*C_first[k*S + k] - (Ct1_oo_first[((t*S + l)*S + k)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j])*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) + Ct1_oo_first[((t*S + l)*S + k)*S + k];
                                        const double p_66 = p_64*p_65;
                                        const double p_67 = (p_63*p_63);
                                        const double p_68 = giant_maml_relu_adjoint_root(p_66, p_67);
                                        const double p_69 = atan2(p_63, p_68);
                                        const double p_70 = 0.025330295910584444*p_62;
                                        const double p_71 = p_69*path_weight[t]*r7[t*S + l];
                                        const double p_72 = -Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + l];
                                        const double p_73 = p_0*C_first[k*S + k] - (Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + k)*S + j])*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + k)*S + k];
                                        const double p_74 = p_0*C_first[l*S + l] - (Ct1_oo_first[((t*S + i)*S + l)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j])*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) + Ct1_oo_first[((t*S + i)*S + l)*S + l];
                                        const double p_75 = p_73*p_74;
                                        const double p_76 = (p_72*p_72);
                                        const double p_77 = giant_maml_relu_adjoint_root(p_75, p_76);
                                        const double p_78 = atan2(p_72, p_77);
                                        const double p_79 = 0.025330295910584444*p_0*(C_first[i*S + j]*C_first[i*S + j]);
                                        const double p_80 = p_78*path_weight[t]*r11[(t*S + i)*S + j]*r7[t*S + i];
                                        const double b_p_80 = here*p_79;
                                        const double b_p_79 = here*p_80;
                                        const double b_p_78 = b_p_80*path_weight[t]*r11[(t*S + i)*S + j]*r7[t*S + i];
                                        const double b_p_77 = -b_p_78*p_72*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_76 = -b_p_77*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_75, p_76));
                                        const double b_p_75 = b_p_77*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_75, p_76));
                                        const double b_p_74 = b_p_75*p_73;
                                        const double b_p_73 = b_p_75*p_74;
                                        const double b_p_72 = 2.0*b_p_76*p_72 + b_p_78*p_77*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_71 = here*p_70;
                                        const double b_p_70 = here*p_71;
                                        const double b_p_69 = b_p_71*path_weight[t]*r7[t*S + l];
                                        const double b_p_68 = -b_p_69*p_63*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_67 = -b_p_68*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_66, p_67));
                                        const double b_p_66 = b_p_68*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_66, p_67));
                                        const double b_p_65 = b_p_66*p_64;
                                        const double b_p_64 = b_p_66*p_65;
                                        const double b_p_63 = 2.0*b_p_67*p_63 + b_p_69*p_68*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_62 = 0.025330295910584444*b_p_70;
                                        const double b_p_61 = 0.5*b_p_62*C_first[l*S + i]/sqrt(p_61);
                                        const double b_p_60 = here*p_59;
                                        const double b_p_59 = here*p_60;
                                        const double b_p_58 = b_p_60*path_weight[t]*r7[t*S + k];
                                        const double b_p_57 = -b_p_58*p_52*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_56 = -b_p_57*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_55, p_56));
                                        const double b_p_55 = b_p_57*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_55, p_56));
                                        const double b_p_54 = b_p_55*p_53;
                                        const double b_p_53 = b_p_55*p_54;
                                        const double b_p_52 = 2.0*b_p_56*p_52 + b_p_58*p_57*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_51 = 0.025330295910584444*b_p_59;
                                        const double b_p_50 = 0.5*b_p_51*C_first[k*S + i]/sqrt(p_50);
                                        const double b_p_49 = here*p_48;
                                        const double b_p_48 = here*p_49;
                                        const double b_p_47 = b_p_49*path_weight[t]*r7[t*S + l];
                                        const double b_p_46 = -b_p_47*p_41*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_45 = -b_p_46*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_44, p_45));
                                        const double b_p_44 = b_p_46*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_44, p_45));
                                        const double b_p_43 = b_p_44*p_42;
                                        const double b_p_42 = b_p_44*p_43;
                                        const double b_p_41 = 2.0*b_p_45*p_41 + b_p_47*p_46*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_40 = 0.025330295910584444*b_p_48;
                                        const double b_p_39 = 0.5*b_p_40*C_first[l*S + j]/sqrt(p_39);
                                        const double b_p_38 = here*p_37;
                                        const double b_p_37 = here*p_38;
                                        const double b_p_36 = b_p_38*path_weight[t]*r7[t*S + k];
                                        const double b_p_35 = -b_p_36*p_30*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_34 = -b_p_35*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_33, p_34));
                                        const double b_p_33 = b_p_35*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_33, p_34));
                                        const double b_p_32 = b_p_33*p_31;
                                        const double b_p_31 = b_p_33*p_32;
                                        const double b_p_30 = 2.0*b_p_34*p_30 + b_p_36*p_35*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_29 = 0.025330295910584444*b_p_37;
                                        const double b_p_28 = 0.5*b_p_29*C_first[k*S + j]/sqrt(p_28);
                                        const double b_p_27 = here*p_26;
                                        const double b_p_26 = here*p_27;
                                        const double b_p_25 = 0.039788735772973836*here;
                                        const double b_p_24 = 0.025330295910584444*here*p_18;
                                        const double b_p_23 = -b_p_24*p_6*(((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))*((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))) + b_p_27*r11[(t*S + k)*S + l]*r7[t*S + k];
                                        const double b_p_22 = -b_p_23*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_21, p_22));
                                        const double b_p_21 = b_p_23*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_21, p_22));
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
                                        const double b_p_6 = b_p_15*p_5*r11[(t*S + k)*S + l]*r7[t*S + k] + b_p_18*p_5*r11[(t*S + k)*S + l]*r7[t*S + k] + 2.0*b_p_22*p_6 + b_p_24*p_23*(((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))*((1.0 / sqrt((p_23*p_23) + (p_6*p_6)))));
                                        const double b_p_5 = b_p_15*p_6*r11[(t*S + k)*S + l]*r7[t*S + k] + b_p_18*p_6*r11[(t*S + k)*S + l]*r7[t*S + k] + 0.025330295910584444*b_p_26;
                                        const double b_p_4 = b_p_5*p_3;
                                        const double b_p_3 = b_p_5*p_4;
                                        const double b_p_2 = 0.5*b_p_4*Cm_first[k*K + l]*path_last[t]/sqrt(p_2);
                                        const double b_p_1 = 0.78539816339744828*b_p_3/sqrt(p_1);
                                        y_r11[(t*S + i)*S + j] += -2.0*b_p_72*Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]*r11[(t*S + i)*S + j] - 2.0*b_p_73*(Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + k)*S + j])*r11[(t*S + i)*S + j] - 2.0*b_p_74*(Ct1_oo_first[((t*S + i)*S + l)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j])*r11[(t*S + i)*S + j] + b_p_80*p_78*path_weight[t]*r7[t*S + i];
                                        y_r7[t*S + i] += b_p_80*p_78*path_weight[t]*r11[(t*S + i)*S + j];
                                        y_C_first[i*S + j] += b_p_16*p_0*path_weight[t] + b_p_25*path_weight[t]*r13[(t*K + k)*K + l] + b_p_29*p_0*C_first[k*S + i]*r11[(t*S + k)*S + i] + b_p_40*p_0*C_first[l*S + i]*r11[(t*S + l)*S + i] + b_p_51*p_0*C_first[k*S + j]*r11[(t*S + k)*S + j] + b_p_62*p_0*C_first[l*S + j]*r11[(t*S + l)*S + j] + 0.050660591821168888*b_p_79*p_0*C_first[i*S + j];
                                        y_C_first[l*S + l] += b_p_2*p_0 + b_p_32*p_0 + b_p_54*p_0 + b_p_74*p_0;
                                        y_Ct1_oo_first[((t*S + i)*S + l)*S + j] += -b_p_72*Ct1_oo_first[((t*S + i)*S + k)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) - 2.0*b_p_74*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]);
                                        y_Ct1_oo_first[((t*S + i)*S + l)*S + l] += b_p_74;
                                        y_C_first[k*S + k] += b_p_1*p_0 + b_p_43*p_0 + b_p_65*p_0 + b_p_73*p_0;
                                        y_Ct1_oo_first[((t*S + i)*S + k)*S + j] += -b_p_72*Ct1_oo_first[((t*S + i)*S + l)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]) - 2.0*b_p_73*Ct1_oo_first[((t*S + i)*S + k)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]);
                                        y_Ct1_oo_first[((t*S + i)*S + k)*S + k] += b_p_73;
                                        y_Ct1_oo_first[((t*S + i)*S + k)*S + l] += b_p_72;
                                        y_r7[t*S + l] += b_p_12*Ct1_oo_first[((t*S + l)*S + k)*S + j]*r11[(t*S + l)*S + k] + b_p_14*Ct1_oo_first[((t*S + l)*S + k)*S + i]*r11[(t*S + l)*S + k] + b_p_49*p_47*path_weight[t] + b_p_71*p_69*path_weight[t];
                                        y_Ct1_oo_first[((t*S + l)*S + k)*S + j] += b_p_12*r11[(t*S + l)*S + k]*r7[t*S + l] + b_p_41 - b_p_63*Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) - 2.0*b_p_65*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]);
                                        y_Ct1_oo_first[((t*S + l)*S + k)*S + k] += b_p_43 + b_p_65;
                                        y_r11[(t*S + l)*S + j] += b_p_62*(p_0*C_first[i*S + j]*C_first[l*S + j] + C_first[l*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j]) - 2.0*b_p_63*Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]*r11[(t*S + l)*S + j] - 2.0*b_p_64*(Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j])*r11[(t*S + l)*S + j] - 2.0*b_p_65*(Ct1_oo_first[((t*S + l)*S + k)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j])*r11[(t*S + l)*S + j];
                                        y_C_first[i*S + i] += b_p_19*p_0 + b_p_28*p_0 + b_p_39*p_0 + b_p_53*p_0 + b_p_64*p_0;
                                        y_Ct1_oo_first[((t*S + l)*S + i)*S + i] += b_p_39 + b_p_64;
                                        y_Ct1_oo_first[((t*S + l)*S + i)*S + j] += b_p_40*C_first[l*S + i]*r11[(t*S + l)*S + i] - b_p_41*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) - 2.0*b_p_42*Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + b_p_62*C_first[l*S + j]*r11[(t*S + l)*S + j] - b_p_63*Ct1_oo_first[((t*S + l)*S + k)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]) - 2.0*b_p_64*Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]);
                                        y_Ct1_oo_first[((t*S + l)*S + k)*S + i] += b_p_14*r11[(t*S + l)*S + k]*r7[t*S + l] - b_p_41*Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) - 2.0*b_p_43*Ct1_oo_first[((t*S + l)*S + k)*S + i]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]) + b_p_63;
                                        y_C_first[l*S + i] += b_p_11*path_weight[t] + b_p_40*(p_0*C_first[i*S + j]*r11[(t*S + l)*S + i] + Ct1_oo_first[((t*S + l)*S + i)*S + j]*r11[(t*S + l)*S + i]) + b_p_62*sqrt(p_61);
                                        y_C_first[l*S + j] += b_p_13*path_weight[t] + b_p_40*sqrt(p_39) + b_p_62*(p_0*C_first[i*S + j]*r11[(t*S + l)*S + j] + Ct1_oo_first[((t*S + l)*S + i)*S + j]*r11[(t*S + l)*S + j]);
                                        y_C_first[j*S + j] += b_p_20*p_0 + b_p_31*p_0 + b_p_42*p_0 + b_p_50*p_0 + b_p_61*p_0;
                                        y_Ct1_oo_first[((t*S + l)*S + j)*S + j] += b_p_42 + b_p_61;
                                        y_r7[t*S + k] += b_p_10*Ct1_oo_first[((t*S + k)*S + l)*S + i]*r11[(t*S + k)*S + l] + b_p_15*p_5*p_6*r11[(t*S + k)*S + l] + b_p_17*C_first[k*S + l]*r11[(t*S + k)*S + l] + b_p_18*p_5*p_6*r11[(t*S + k)*S + l] + b_p_27*p_23*r11[(t*S + k)*S + l] + b_p_38*p_36*path_weight[t] + b_p_60*p_58*path_weight[t] + b_p_8*Ct1_oo_first[((t*S + k)*S + l)*S + j]*r11[(t*S + k)*S + l];
                                        y_Ct1_oo_first[((t*S + k)*S + l)*S + j] += -2.0*b_p_20*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]) + b_p_30 - b_p_52*Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) - 2.0*b_p_54*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) - b_p_6*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]) + b_p_8*r11[(t*S + k)*S + l]*r7[t*S + k];
                                        y_Ct1_oo_first[((t*S + k)*S + l)*S + l] += b_p_2 + b_p_32 + b_p_54;
                                        y_r11[(t*S + k)*S + j] += b_p_51*(p_0*C_first[i*S + j]*C_first[k*S + j] + C_first[k*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j]) - 2.0*b_p_52*Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*r11[(t*S + k)*S + j] - 2.0*b_p_53*(Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j])*r11[(t*S + k)*S + j] - 2.0*b_p_54*(Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*r11[(t*S + k)*S + j];
                                        y_Ct1_oo_first[((t*S + k)*S + i)*S + i] += b_p_19 + b_p_28 + b_p_53;
                                        y_Ct1_oo_first[((t*S + k)*S + i)*S + j] += b_p_29*C_first[k*S + i]*r11[(t*S + k)*S + i] - b_p_30*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) - 2.0*b_p_31*Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + b_p_51*C_first[k*S + j]*r11[(t*S + k)*S + j] - b_p_52*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) - 2.0*b_p_53*Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]) + b_p_6;
                                        y_Ct1_oo_first[((t*S + k)*S + l)*S + i] += b_p_10*r11[(t*S + k)*S + l]*r7[t*S + k] - 2.0*b_p_19*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]) - b_p_30*Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) - 2.0*b_p_32*Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]) + b_p_52 - b_p_6*Ct1_oo_first[((t*S + k)*S + l)*S + j]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]);
                                        y_C_first[k*S + i] += b_p_29*(p_0*C_first[i*S + j]*r11[(t*S + k)*S + i] + Ct1_oo_first[((t*S + k)*S + i)*S + j]*r11[(t*S + k)*S + i]) + b_p_51*sqrt(p_50) + b_p_7*path_weight[t];
                                        y_C_first[k*S + j] += b_p_29*sqrt(p_28) + b_p_51*(p_0*C_first[i*S + j]*r11[(t*S + k)*S + j] + Ct1_oo_first[((t*S + k)*S + i)*S + j]*r11[(t*S + k)*S + j]) + b_p_9*path_weight[t];
                                        y_Ct1_oo_first[((t*S + k)*S + j)*S + j] += b_p_20 + b_p_31 + b_p_50;
                                        y_r11[(t*S + l)*S + i] += b_p_40*(p_0*C_first[i*S + j]*C_first[l*S + i] + C_first[l*S + i]*Ct1_oo_first[((t*S + l)*S + i)*S + j]) - 2.0*b_p_41*Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + i]*r11[(t*S + l)*S + i] - 2.0*b_p_42*(Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j])*r11[(t*S + l)*S + i] - 2.0*b_p_43*(Ct1_oo_first[((t*S + l)*S + k)*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + i])*r11[(t*S + l)*S + i];
                                        y_r11[(t*S + k)*S + i] += b_p_29*(p_0*C_first[i*S + j]*C_first[k*S + i] + C_first[k*S + i]*Ct1_oo_first[((t*S + k)*S + i)*S + j]) - 2.0*b_p_30*Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + i]*r11[(t*S + k)*S + i] - 2.0*b_p_31*(Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j])*r11[(t*S + k)*S + i] - 2.0*b_p_32*(Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*r11[(t*S + k)*S + i];
                                        y_r11[(t*S + k)*S + l] += b_p_10*Ct1_oo_first[((t*S + k)*S + l)*S + i]*r7[t*S + k] + b_p_15*p_5*p_6*r7[t*S + k] + b_p_17*C_first[k*S + l]*r7[t*S + k] + b_p_18*p_5*p_6*r7[t*S + k] - 2.0*b_p_19*(Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i])*r11[(t*S + k)*S + l] - 2.0*b_p_20*(Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j])*r11[(t*S + k)*S + l] + b_p_27*p_23*r7[t*S + k] - 2.0*b_p_6*Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + j]*r11[(t*S + k)*S + l] + b_p_8*Ct1_oo_first[((t*S + k)*S + l)*S + j]*r7[t*S + k];
                                        y_r13[(t*K + k)*K + l] += b_p_25*C_first[i*S + j]*path_weight[t];
                                        y_C_first[k*S + l] += b_p_17*r11[(t*S + k)*S + l]*r7[t*S + k] + b_p_5*path_weight[t];
                                        y_r11[(t*S + l)*S + k] += b_p_12*Ct1_oo_first[((t*S + l)*S + k)*S + j]*r7[t*S + l] + b_p_14*Ct1_oo_first[((t*S + l)*S + k)*S + i]*r7[t*S + l];
                                        y_Cm_first[k*K + l] += b_p_4*sqrt(p_2)*path_last[t];
                                        y_Ct_first[(t*S + k)*S + k] += b_p_1;
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
                                const double here = y_I4_first[((k*K + l)*S + i)*S + j];

                                y_I4_first[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    const double b_p_3 = 0.039788735772973836*here;
                                    const double b_p_2 = 0.039788735772973836*here;
                                    const double b_p_1 = 0.039788735772973836*here;
                                    const double b_p_0 = 0.039788735772973836*here;
                                    y_C_first[i*S + j] += here*(0.039788735772973836*r9[i*S + j] + 0.039788735772973836*r9[k*S + i] + 0.039788735772973836*r9[k*S + j] + 0.039788735772973836*r9[l*S + i] + 0.039788735772973836*r9[l*S + j] + 0.0625);
                                    y_r8[i*S + j] += 0.039788735772973836*here;
                                    y_r9[i*S + j] += 0.039788735772973836*here*C_first[i*S + j];
                                    y_r9[k*S + i] += 0.039788735772973836*here*C_first[i*S + j];
                                    y_r9[k*S + j] += 0.039788735772973836*here*C_first[i*S + j];
                                    y_r9[l*S + i] += 0.039788735772973836*here*C_first[i*S + j];
                                    y_r9[l*S + j] += 0.039788735772973836*here*C_first[i*S + j];
                                    y_C_first[l*S + j] += b_p_3*(r10[l]*r10[l])*r8[l*S + i];
                                    y_r10[l] += 2.0*b_p_2*C_first[l*S + i]*r10[l]*r8[l*S + j] + 2.0*b_p_3*C_first[l*S + j]*r10[l]*r8[l*S + i];
                                    y_r8[l*S + i] += b_p_3*C_first[l*S + j]*(r10[l]*r10[l]);
                                    y_C_first[l*S + i] += b_p_2*(r10[l]*r10[l])*r8[l*S + j];
                                    y_r8[l*S + j] += b_p_2*C_first[l*S + i]*(r10[l]*r10[l]);
                                    y_C_first[k*S + j] += b_p_1*(r10[k]*r10[k])*r8[k*S + i];
                                    y_r10[k] += 2.0*b_p_0*C_first[k*S + i]*r10[k]*r8[k*S + j] + 2.0*b_p_1*C_first[k*S + j]*r10[k]*r8[k*S + i];
                                    y_r8[k*S + i] += b_p_1*C_first[k*S + j]*(r10[k]*r10[k]);
                                    y_C_first[k*S + i] += b_p_0*(r10[k]*r10[k])*r8[k*S + j];
                                    y_r8[k*S + j] += b_p_0*C_first[k*S + i]*(r10[k]*r10[k]);
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
                            const double here = y_r13[(t*K + k)*K + l];

                            y_r13[(t*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                y_Ct_first[(t*S + k)*S + l] += here*(((1.0 / sqrt((Ct_first[(t*S + k)*S + l]*Ct_first[(t*S + k)*S + l]) + (r12[(t*K + k)*K + l]*r12[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct_first[(t*S + k)*S + l]*Ct_first[(t*S + k)*S + l]) + (r12[(t*K + k)*K + l]*r12[(t*K + k)*K + l])))))*r12[(t*K + k)*K + l];
                                y_r12[(t*K + k)*K + l] += -here*(((1.0 / sqrt((Ct_first[(t*S + k)*S + l]*Ct_first[(t*S + k)*S + l]) + (r12[(t*K + k)*K + l]*r12[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct_first[(t*S + k)*S + l]*Ct_first[(t*S + k)*S + l]) + (r12[(t*K + k)*K + l]*r12[(t*K + k)*K + l])))))*Ct_first[(t*S + k)*S + l];
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        {
                            const double here = y_r12[(t*K + k)*K + l];

                            y_r12[(t*K + k)*K + l] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C_first[k*S + k] + Ct_first[(t*S + k)*S + k];
                                const double p_2 = p_0*C_first[l*S + l] + Ct_first[(t*S + l)*S + l];
                                const double p_3 = p_1*p_2;
                                const double p_4 = (Ct_first[(t*S + k)*S + l]*Ct_first[(t*S + k)*S + l]);
                                const double b_p_4 = -here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_3, p_4));
                                const double b_p_3 = here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_3, p_4));
                                const double b_p_2 = b_p_3*p_1;
                                const double b_p_1 = b_p_3*p_2;
                                y_Ct_first[(t*S + k)*S + l] += 2.0*b_p_4*Ct_first[(t*S + k)*S + l];
                                y_C_first[l*S + l] += b_p_2*p_0;
                                y_Ct_first[(t*S + l)*S + l] += b_p_2;
                                y_C_first[k*S + k] += b_p_1*p_0;
                                y_Ct_first[(t*S + k)*S + k] += b_p_1;
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        {
                            const double here = y_r11[(t*S + i)*S + j];

                            y_r11[(t*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C_first[j*S + j] + Ct1_oo_first[((t*S + i)*S + j)*S + j];
                                const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C_first[j*S + j] += b_p_1*p_0;
                                y_Ct1_oo_first[((t*S + i)*S + j)*S + j] += b_p_1;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_r10[k];

                y_r10[k] = 0.0;
                if (here != 0.0) {
                    y_C_first[k*S + k] += -0.5*here*(((1.0 / sqrt(C_first[k*S + k])))*((1.0 / sqrt(C_first[k*S + k])))*((1.0 / sqrt(C_first[k*S + k]))));
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_r9[i*S + j];

                    y_r9[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_C_first[i*S + j] += here*(((1.0 / sqrt((C_first[i*S + j]*C_first[i*S + j]) + (r8[i*S + j]*r8[i*S + j]))))*((1.0 / sqrt((C_first[i*S + j]*C_first[i*S + j]) + (r8[i*S + j]*r8[i*S + j])))))*r8[i*S + j];
                        y_r8[i*S + j] += -here*(((1.0 / sqrt((C_first[i*S + j]*C_first[i*S + j]) + (r8[i*S + j]*r8[i*S + j]))))*((1.0 / sqrt((C_first[i*S + j]*C_first[i*S + j]) + (r8[i*S + j]*r8[i*S + j])))))*C_first[i*S + j];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_r8[i*S + j];

                    y_r8[i*S + j] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_first[i*S + i]*C_first[j*S + j];
                        const double p_1 = (C_first[i*S + j]*C_first[i*S + j]);
                        const double b_p_1 = -here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_first[i*S + j] += 2.0*b_p_1*C_first[i*S + j];
                        y_C_first[i*S + i] += b_p_0*C_first[j*S + j];
                        y_C_first[j*S + j] += b_p_0*C_first[i*S + i];
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm_first[k*K + l];

                        if (here != 0.0) {
                            for (int t = 0; t < n_path; ++t) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C_first[l*S + l] + Ct1_oo_first[((t*S + k)*S + l)*S + l];
                                const double p_2 = (1.0 / sqrt(p_1));
                                const double p_3 = -0.63661977236758138*path_weight[t];
                                const double b_p_4 = here*p_3;
                                const double b_p_2 = b_p_4*C_first[k*S + l]*r7[t*S + k];
                                const double b_p_1 = -0.5*b_p_2*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C_first[k*S + l] += b_p_4*p_2*r7[t*S + k];
                                y_r7[t*S + k] += b_p_4*p_2*C_first[k*S + l];
                                y_C_first[l*S + l] += b_p_1*p_0;
                                y_Ct1_oo_first[((t*S + k)*S + l)*S + l] += b_p_1;
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm_first[k*K + l];

                        y_Cm_first[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C_first[k*S + k]*C_first[l*S + l];
                            const double p_1 = (C_first[k*S + l]*C_first[k*S + l]);
                            const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                            const double b_p_3 = 0.63661977236758138*here;
                            const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_first[k*S + l]*C_first[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_first[k*S + l]*C_first[k*S + l])))))*C_first[k*S + l];
                            const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                            const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                            y_C_first[k*S + l] += 2.0*b_p_1*C_first[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_first[k*S + l]*C_first[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_first[k*S + l]*C_first[k*S + l])))));
                            y_C_first[k*S + k] += b_p_0*C_first[l*S + l];
                            y_C_first[l*S + l] += b_p_0*C_first[k*S + k];
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            giant_maml_relu_adjoint_image(&y_Ct1_oo_first[((t*S + i)*S + j)*S + r], &y_Ct1_oo_first[((t*S + i)*S + r)*S + j]);
                            {
                                const double here = y_Ct1_oo_first[((t*S + i)*S + j)*S + r];

                                y_Ct1_oo_first[((t*S + i)*S + j)*S + r] = 0.0;
                                if (here != 0.0) {
                                    y_Ct_first[(t*S + i)*S + j] += -here*Ct_first[(t*S + i)*S + r]*(r7[t*S + i]*r7[t*S + i]);
                                    y_Ct_first[(t*S + i)*S + r] += -here*Ct_first[(t*S + i)*S + j]*(r7[t*S + i]*r7[t*S + i]);
                                    y_Ct_first[(t*S + j)*S + r] += here;
                                    y_r7[t*S + i] += -2.0*here*Ct_first[(t*S + i)*S + j]*Ct_first[(t*S + i)*S + r]*r7[t*S + i];
                                }
                            }
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_r7[t*S + i];

                        y_r7[t*S + i] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = 1.0 - path[t];
                            const double p_1 = p_0*C_first[i*S + i] + Ct_first[(t*S + i)*S + i];
                            const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                            y_C_first[i*S + i] += b_p_1*p_0;
                            y_Ct_first[(t*S + i)*S + i] += b_p_1;
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        giant_maml_relu_adjoint_image(&y_Ct_first[(t*S + i)*S + j], &y_Ct_first[(t*S + j)*S + i]);
                        {
                            const double here = y_Ct_first[(t*S + i)*S + j];

                            y_Ct_first[(t*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                y_C_first[i*S + j] += here*path[t];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_relu_adjoint_image(&y_C_first[(K + n)*S + K + m], &y_C_first[(K + m)*S + K + n]);
                y_C_first[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                giant_maml_relu_adjoint_image(&y_C_first[k*S + K + n], &y_C_first[(K + n)*S + k]);
                {
                    const double here = y_C_first[k*S + K + n];

                    y_C_first[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R_first[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_C_first[k*S + l], &y_C_first[l*S + k]);
                {
                    const double here = y_C_first[k*S + l];

                    y_C_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q_first[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_X_first[k*K + l];

                    y_X_first[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + l] += here;
                        y_Q[giant_maml_relu_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_w0_first[k];

                y_w0_first[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_first_ahead[k] += here;
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Q_first[k*K + l];

                    y_Q_first[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_relu_adjoint_packed(K, k, l)] += here;
                        y_dQ_first_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_R_first[k*M + n];

                    y_R_first[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                        y_dR_first_ahead[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_first_ahead[k];

                y_dw0_first_ahead[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2_ahead[k*S + i] += -params->eta_w*here*mc0_first_ahead[i];
                        (*y_eta_w) += -here*I2_ahead[k*S + i]*mc0_first_ahead[i];
                        y_mc0_first_ahead[i] += -params->eta_w*here*I2_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ_first_ahead[k*K + l];

                        if (here != 0.0) {
                            y_E_first_ahead[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ_first_ahead[k*K + l];

                    y_dQ_first_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + l] += here;
                        y_A_first_ahead[l*S + k] += here;
                        y_Y_first_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR_first_ahead[k*M + n];

                    y_dR_first_ahead[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Y_first_ahead[k*K + l];

                    y_Y_first_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_A_first_ahead[k*S + j] += here*W_first_ahead[l*S + j];
                            y_W_first_ahead[l*S + j] += here*A_first_ahead[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_first_ahead[k*S + K + n];

                    y_W_first_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_first_ahead[k*S + K + n] += -params->gamma*here*J2_ahead[k*S + K + n];
                        y_J2_ahead[k*S + K + n] += -params->gamma*here*G0_first_ahead[k*S + K + n];
                        (*y_gamma) += -here*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first_ahead[k*S + l];

                    if (here != 0.0) {
                        for (int i = 0; i < S; ++i) {
                            const double p_0 = -params->gamma;
                            const double p_1 = (k == l ? 1.0 : 0.0)*G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first_ahead[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*I_g2g0_ahead[k*S + i];
                            y_I_g2g0_ahead[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*G0_first_ahead[k*S + i];
                            (*y_gamma) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first_ahead[k*S + l];

                    y_W_first_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_first_ahead[k*S + l] += -params->gamma*here*J2_ahead[k*S + l];
                        y_J2_ahead[k*S + l] += -params->gamma*here*G0_first_ahead[k*S + l];
                        (*y_gamma) += -here*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_first_ahead[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->gamma*params->gamma)*c0_first_ahead[i]/params->ratio;
                                    const double p_1 = I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_ahead[((k*K + l)*S + i)*S + j] += b_p_1*c0_first_ahead[j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    y_c0_first_ahead[j] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    y_c0_first_ahead[k] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[l];
                                    y_c0_first_ahead[l] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[k];
                                    y_c0_first_ahead[i] += b_p_0*(params->gamma*params->gamma)/params->ratio;
                                    (*y_gamma) += 2.0*b_p_0*params->gamma*c0_first_ahead[i]/params->ratio;
                                    (*y_ratio) += -b_p_0*(params->gamma*params->gamma)*c0_first_ahead[i]/(params->ratio*params->ratio);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_first_ahead[k*K + l];

                        y_E_first_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->gamma*params->gamma)*(params->noise*params->noise);
                            const double p_1 = G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first_ahead[k*S + l] += b_p_1*J2_ahead[k*S + l]/params->ratio;
                            y_J2_ahead[k*S + l] += b_p_1*G0_first_ahead[k*S + l]/params->ratio;
                            (*y_ratio) += -b_p_1*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/(params->ratio*params->ratio);
                            (*y_gamma) += 2.0*b_p_0*params->gamma*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->gamma*params->gamma)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A_first_ahead[k*S + i];

                    y_A_first_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_G0_first_ahead[k*S + j] += -params->gamma*here*I3_ahead[(k*S + i)*S + j];
                            y_I3_ahead[(k*S + i)*S + j] += -params->gamma*here*G0_first_ahead[k*S + j];
                            (*y_gamma) += -here*G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_first_ahead[(K + k)*S + K + l], &y_G0_first_ahead[(K + l)*S + K + k]);
                {
                    const double here = y_G0_first_ahead[(K + k)*S + K + l];

                    y_G0_first_ahead[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first_ahead[K + k] += here*c0_first_ahead[K + l];
                        y_c0_first_ahead[K + l] += here*c0_first_ahead[K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_G0_first_ahead[k*S + K + l];

                    y_G0_first_ahead[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first_ahead[k] += here*c0_first_ahead[K + l];
                        y_c0_first_ahead[K + l] += here*c0_first_ahead[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_first_ahead[k*S + l], &y_G0_first_ahead[l*S + k]);
                {
                    const double here = y_G0_first_ahead[k*S + l];

                    y_G0_first_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first_ahead[k] += here*c0_first_ahead[l];
                        y_c0_first_ahead[l] += here*c0_first_ahead[k];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0_first_ahead[i];

                y_mc0_first_ahead[i] = 0.0;
                if (here != 0.0) {
                    y_c0_first_ahead[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_first_ahead[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_first_ahead[k];

                y_c0_first_ahead[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_J2_ahead[(K + k)*S + K + l], &y_J2_ahead[(K + l)*S + K + k]);
                {
                    const double here = y_J2_ahead[(K + k)*S + K + l];

                    y_J2_ahead[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l];
                        const double p_1 = (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))))*C_ahead[(K + k)*S + K + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[(K + k)*S + K + l] += 2.0*b_p_1*C_ahead[(K + k)*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))));
                        y_C_ahead[(K + k)*S + K + k] += b_p_0*C_ahead[(K + l)*S + K + l];
                        y_C_ahead[(K + l)*S + K + l] += b_p_0*C_ahead[(K + k)*S + K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_J2_ahead[k*S + K + l];

                    y_J2_ahead[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l];
                        const double p_1 = (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))))*C_ahead[k*S + K + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[k*S + K + l] += 2.0*b_p_1*C_ahead[k*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))));
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[(K + l)*S + K + l];
                        y_C_ahead[(K + l)*S + K + l] += b_p_0*C_ahead[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_J2_ahead[k*S + l], &y_J2_ahead[l*S + k]);
                {
                    const double here = y_J2_ahead[k*S + l];

                    y_J2_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + k]*C_ahead[l*S + l];
                        const double p_1 = (C_ahead[k*S + l]*C_ahead[k*S + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))))*C_ahead[k*S + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[k*S + l] += 2.0*b_p_1*C_ahead[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))));
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[l*S + l];
                        y_C_ahead[l*S + l] += b_p_0*C_ahead[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_I_g2g0_ahead[k*S + i];

                    y_I_g2g0_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[i*S + i]*C_ahead[k*S + k];
                        const double p_1 = (C_ahead[k*S + i]*C_ahead[k*S + i]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_2 = 0.15915494309189535*here*(r3[k]*r3[k]);
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_r3[k] += 0.31830988618379069*here*p_2*r3[k];
                        y_C_ahead[k*S + i] += 2.0*b_p_1*C_ahead[k*S + i];
                        y_C_ahead[i*S + i] += b_p_0*C_ahead[k*S + k];
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[i*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            giant_maml_relu_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((l*K + k)*S + i)*S + j]);
                            giant_maml_relu_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((k*K + l)*S + j)*S + i]);
                            giant_maml_relu_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((l*K + k)*S + j)*S + i]);
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_I4_ahead[((k*K + l)*S + i)*S + j];

                                if (here != 0.0) {
                                    for (int t = 0; t < n_path; ++t) {
                                        const double p_0 = 1.0 - path[t];
                                        const double p_1 = p_0*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k];
                                        const double p_2 = p_0*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l];
                                        const double p_3 = 1.5707963267948966*sqrt(p_1);
                                        const double p_4 = sqrt(p_2)*Cm_ahead[k*K + l]*path_last[t];
                                        const double p_5 = p_3*p_4 + C_ahead[k*S + l]*path_weight[t];
                                        const double p_6 = Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_7 = C_ahead[k*S + i]*path_weight[t];
                                        const double p_8 = Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_9 = C_ahead[k*S + j]*path_weight[t];
                                        const double p_10 = Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_11 = C_ahead[l*S + i]*path_weight[t];
                                        const double p_12 = Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*r0[t*S + l]*r4[(t*S + l)*S + k];
                                        const double p_13 = C_ahead[l*S + j]*path_weight[t];
                                        const double p_14 = Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*r0[t*S + l]*r4[(t*S + l)*S + k];
                                        const double p_16 = p_0*C_ahead[i*S + j]*path_weight[t];
                                        const double p_17 = C_ahead[k*S + l]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_18 = p_10*p_9 + p_11*p_12 + p_13*p_14 + p_16*p_17 + p_5*p_6*r0[t*S + k]*r4[(t*S + k)*S + l] + p_7*p_8;
                                        const double p_19 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_20 = p_0*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_21 = p_19*p_20;
                                        const double p_22 = (p_6*p_6);
                                        const double p_23 = giant_maml_relu_adjoint_root(p_21, p_22);
                                        const double p_24 = atan2(p_6, p_23);
                                        const double p_26 = 0.025330295910584444*p_5;
                                        const double p_27 = p_23*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_28 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i];
                                        const double p_29 = p_0*C_ahead[i*S + j]*C_ahead[k*S + i]*r4[(t*S + k)*S + i] + sqrt(p_28)*C_ahead[k*S + j] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i];
                                        const double p_30 = -Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j];
                                        const double p_31 = p_0*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + j)*S + j];
                                        const double p_32 = p_0*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l];
                                        const double p_33 = p_31*p_32;
                                        const double p_34 = (p_30*p_30);
                                        const double p_35 = giant_maml_relu_adjoint_root(p_33, p_34);
                                        const double p_36 = atan2(p_30, p_35);
                                        const double p_37 = 0.025330295910584444*p_29;
                                        const double p_38 = p_36*path_weight[t]*r0[t*S + k];
                                        const double p_39 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i];
                                        const double p_40 = p_0*C_ahead[i*S + j]*C_ahead[l*S + i]*r4[(t*S + l)*S + i] + sqrt(p_39)*C_ahead[l*S + j] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i];
                                        const double p_41 = -Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j];
                                        const double p_42 = p_0*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + j)*S + j];
                                        const double p_43 = p_0*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k];
                                        const double p_44 = p_42*p_43;
                                        const double p_45 = (p_41*p_41);
                                        const double p_46 = giant_maml_relu_adjoint_root(p_44, p_45);
                                        const double p_47 = atan2(p_41, p_46);
                                        const double p_48 = 0.025330295910584444*p_40;
                                        const double p_49 = p_47*path_weight[t]*r0[t*S + l];
                                        const double p_50 = p_0*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j];
                                        const double p_51 = p_0*C_ahead[i*S + j]*C_ahead[k*S + j]*r4[(t*S + k)*S + j] + sqrt(p_50)*C_ahead[k*S + i] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j];
                                        const double p_52 = -Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i];
                                        const double p_53 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]);
                                        const double p_54 = p_0*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l];
                                        const double p_55 = p_53*p_54;
                                        const double p_56 = (p_52*p_52);
                                        const double p_57 = giant_maml_relu_adjoint_root(p_55, p_56);
                                        const double p_58 = atan2(p_52, p_57);
                                        const double p_59 = 0.025330295910584444*p_51;
                                        const double p_60 = p_58*path_weight[t]*r0[t*S + k];
                                        const double p_61 = p_0*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + l)*S + j)*S + j];
                                        const double p_62 = p_0*C_ahead[i*S + j]*C_ahead[l*S + j]*r4[(t*S + l)*S + j] + sqrt(p_61)*C_ahead[l*S + i] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j];
                                        const double p_63 = -Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i];
                                        const double p_64 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        const double p_65 = p_0*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k];
                                        const double p_66 = p_64*p_65;
                                        const double p_67 = (p_63*p_63);
                                        const double p_68 = giant_maml_relu_adjoint_root(p_66, p_67);
                                        const double p_69 = atan2(p_63, p_68);
                                        const double p_70 = 0.025330295910584444*p_62;
                                        const double p_71 = p_69*path_weight[t]*r0[t*S + l];
                                        const double p_72 = -Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l];
                                        const double p_73 = p_0*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + k];
                                        const double p_74 = p_0*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + l)*S + l];
                                        const double p_75 = p_73*p_74;
                                        const double p_76 = (p_72*p_72);
                                        const double p_77 = giant_maml_relu_adjoint_root(p_75, p_76);
                                        const double p_78 = atan2(p_72, p_77);
                                        const double p_79 = 0.025330295910584444*p_0*(C_ahead[i*S + j]*C_ahead[i*S + j]);
                                        const double p_80 = p_78*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j];
                                        const double b_p_80 = here*p_79;
                                        const double b_p_79 = here*p_80;
                                        const double b_p_78 = b_p_80*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j];
                                        const double b_p_77 = -b_p_78*p_72*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_76 = -b_p_77*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_75, p_76));
                                        const double b_p_75 = b_p_77*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_75, p_76));
                                        const double b_p_74 = b_p_75*p_73;
                                        const double b_p_73 = b_p_75*p_74;
                                        const double b_p_72 = 2.0*b_p_76*p_72 + b_p_78*p_77*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_71 = here*p_70;
                                        const double b_p_70 = here*p_71;
                                        const double b_p_69 = b_p_71*path_weight[t]*r0[t*S + l];
                                        const double b_p_68 = -b_p_69*p_63*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_67 = -b_p_68*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_66, p_67));
                                        const double b_p_66 = b_p_68*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_66, p_67));
                                        const double b_p_65 = b_p_66*p_64;
                                        const double b_p_64 = b_p_66*p_65;
                                        const double b_p_63 = 2.0*b_p_67*p_63 + b_p_69*p_68*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_62 = 0.025330295910584444*b_p_70;
                                        const double b_p_61 = 0.5*b_p_62*C_ahead[l*S + i]/sqrt(p_61);
                                        const double b_p_60 = here*p_59;
                                        const double b_p_59 = here*p_60;
                                        const double b_p_58 = b_p_60*path_weight[t]*r0[t*S + k];
                                        const double b_p_57 = -b_p_58*p_52*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_56 = -b_p_57*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_55, p_56));
                                        const double b_p_55 = b_p_57*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_55, p_56));
                                        const double b_p_54 = b_p_55*p_53;
                                        const double b_p_53 = b_p_55*p_54;
                                        const double b_p_52 = 2.0*b_p_56*p_52 + b_p_58*p_57*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_51 = 0.025330295910584444*b_p_59;
                                        const double b_p_50 = 0.5*b_p_51*C_ahead[k*S + i]/sqrt(p_50);
                                        const double b_p_49 = here*p_48;
                                        const double b_p_48 = here*p_49;
                                        const double b_p_47 = b_p_49*path_weight[t]*r0[t*S + l];
                                        const double b_p_46 = -b_p_47*p_41*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_45 = -b_p_46*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_44, p_45));
                                        const double b_p_44 = b_p_46*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_44, p_45));
                                        const double b_p_43 = b_p_44*p_42;
                                        const double b_p_42 = b_p_44*p_43;
                                        const double b_p_41 = 2.0*b_p_45*p_41 + b_p_47*p_46*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_40 = 0.025330295910584444*b_p_48;
                                        const double b_p_39 = 0.5*b_p_40*C_ahead[l*S + j]/sqrt(p_39);
                                        const double b_p_38 = here*p_37;
                                        const double b_p_37 = here*p_38;
                                        const double b_p_36 = b_p_38*path_weight[t]*r0[t*S + k];
                                        const double b_p_35 = -b_p_36*p_30*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_34 = -b_p_35*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_33, p_34));
                                        const double b_p_33 = b_p_35*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_33, p_34));
                                        const double b_p_32 = b_p_33*p_31;
                                        const double b_p_31 = b_p_33*p_32;
                                        const double b_p_30 = 2.0*b_p_34*p_30 + b_p_36*p_35*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_29 = 0.025330295910584444*b_p_37;
                                        const double b_p_28 = 0.5*b_p_29*C_ahead[k*S + j]/sqrt(p_28);
                                        const double b_p_27 = here*p_26;
                                        const double b_p_26 = here*p_27;
                                        const double b_p_25 = 0.039788735772973836*here;
                                        const double b_p_24 = 0.025330295910584444*here*p_18;
                                        const double b_p_23 = -b_p_24*p_6*(((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))*((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))) + b_p_27*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double b_p_22 = -b_p_23*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_21, p_22));
                                        const double b_p_21 = b_p_23*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_21, p_22));
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
                                        const double b_p_2 = 0.5*b_p_4*Cm_ahead[k*K + l]*path_last[t]/sqrt(p_2);
                                        const double b_p_1 = 0.78539816339744828*b_p_3/sqrt(p_1);
                                        y_r0[t*S + i] += b_p_80*p_78*path_weight[t]*r4[(t*S + i)*S + j];
                                        y_r4[(t*S + i)*S + j] += -2.0*b_p_72*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*r4[(t*S + i)*S + j] - 2.0*b_p_73*(Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j])*r4[(t*S + i)*S + j] - 2.0*b_p_74*(Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j])*r4[(t*S + i)*S + j] + b_p_80*p_78*path_weight[t]*r0[t*S + i];
                                        y_C_ahead[i*S + j] += b_p_16*p_0*path_weight[t] + b_p_25*path_weight[t]*r6[(t*K + k)*K + l] + b_p_29*p_0*C_ahead[k*S + i]*r4[(t*S + k)*S + i] + b_p_40*p_0*C_ahead[l*S + i]*r4[(t*S + l)*S + i] + b_p_51*p_0*C_ahead[k*S + j]*r4[(t*S + k)*S + j] + b_p_62*p_0*C_ahead[l*S + j]*r4[(t*S + l)*S + j] + 0.050660591821168888*b_p_79*p_0*C_ahead[i*S + j];
                                        y_C_ahead[l*S + l] += b_p_2*p_0 + b_p_32*p_0 + b_p_54*p_0 + b_p_74*p_0;
                                        y_Ct1_oo_ahead[((t*S + i)*S + l)*S + j] += -b_p_72*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) - 2.0*b_p_74*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]);
                                        y_Ct1_oo_ahead[((t*S + i)*S + l)*S + l] += b_p_74;
                                        y_C_ahead[k*S + k] += b_p_1*p_0 + b_p_43*p_0 + b_p_65*p_0 + b_p_73*p_0;
                                        y_Ct1_oo_ahead[((t*S + i)*S + k)*S + j] += -b_p_72*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) - 2.0*b_p_73*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]);
                                        y_Ct1_oo_ahead[((t*S + i)*S + k)*S + k] += b_p_73;
                                        y_Ct1_oo_ahead[((t*S + i)*S + k)*S + l] += b_p_72;
                                        y_r0[t*S + l] += b_p_12*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*r4[(t*S + l)*S + k] + b_p_14*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*r4[(t*S + l)*S + k] + b_p_49*p_47*path_weight[t] + b_p_71*p_69*path_weight[t];
                                        y_Ct1_oo_ahead[((t*S + l)*S + k)*S + j] += b_p_12*r0[t*S + l]*r4[(t*S + l)*S + k] + b_p_41 - b_p_63*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) - 2.0*b_p_65*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        y_Ct1_oo_ahead[((t*S + l)*S + k)*S + k] += b_p_43 + b_p_65;
                                        y_r4[(t*S + l)*S + j] += b_p_62*(p_0*C_ahead[i*S + j]*C_ahead[l*S + j] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]) - 2.0*b_p_63*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*r4[(t*S + l)*S + j] - 2.0*b_p_64*(Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*r4[(t*S + l)*S + j] - 2.0*b_p_65*(Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*r4[(t*S + l)*S + j];
                                        y_C_ahead[i*S + i] += b_p_19*p_0 + b_p_28*p_0 + b_p_39*p_0 + b_p_53*p_0 + b_p_64*p_0;
                                        y_Ct1_oo_ahead[((t*S + l)*S + i)*S + i] += b_p_39 + b_p_64;
                                        y_Ct1_oo_ahead[((t*S + l)*S + i)*S + j] += b_p_40*C_ahead[l*S + i]*r4[(t*S + l)*S + i] - b_p_41*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) - 2.0*b_p_42*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + b_p_62*C_ahead[l*S + j]*r4[(t*S + l)*S + j] - b_p_63*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) - 2.0*b_p_64*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        y_Ct1_oo_ahead[((t*S + l)*S + k)*S + i] += b_p_14*r0[t*S + l]*r4[(t*S + l)*S + k] - b_p_41*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) - 2.0*b_p_43*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + b_p_63;
                                        y_C_ahead[l*S + i] += b_p_11*path_weight[t] + b_p_40*(p_0*C_ahead[i*S + j]*r4[(t*S + l)*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i]) + b_p_62*sqrt(p_61);
                                        y_C_ahead[l*S + j] += b_p_13*path_weight[t] + b_p_40*sqrt(p_39) + b_p_62*(p_0*C_ahead[i*S + j]*r4[(t*S + l)*S + j] + Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j]);
                                        y_C_ahead[j*S + j] += b_p_20*p_0 + b_p_31*p_0 + b_p_42*p_0 + b_p_50*p_0 + b_p_61*p_0;
                                        y_Ct1_oo_ahead[((t*S + l)*S + j)*S + j] += b_p_42 + b_p_61;
                                        y_r0[t*S + k] += b_p_10*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*r4[(t*S + k)*S + l] + b_p_15*p_5*p_6*r4[(t*S + k)*S + l] + b_p_17*C_ahead[k*S + l]*r4[(t*S + k)*S + l] + b_p_18*p_5*p_6*r4[(t*S + k)*S + l] + b_p_27*p_23*r4[(t*S + k)*S + l] + b_p_38*p_36*path_weight[t] + b_p_60*p_58*path_weight[t] + b_p_8*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + l];
                                        y_Ct1_oo_ahead[((t*S + k)*S + l)*S + j] += -2.0*b_p_20*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) + b_p_30 - b_p_52*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - 2.0*b_p_54*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - b_p_6*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) + b_p_8*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        y_Ct1_oo_ahead[((t*S + k)*S + l)*S + l] += b_p_2 + b_p_32 + b_p_54;
                                        y_r4[(t*S + k)*S + j] += b_p_51*(p_0*C_ahead[i*S + j]*C_ahead[k*S + j] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]) - 2.0*b_p_52*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + j] - 2.0*b_p_53*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*r4[(t*S + k)*S + j] - 2.0*b_p_54*(Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*r4[(t*S + k)*S + j];
                                        y_Ct1_oo_ahead[((t*S + k)*S + i)*S + i] += b_p_19 + b_p_28 + b_p_53;
                                        y_Ct1_oo_ahead[((t*S + k)*S + i)*S + j] += b_p_29*C_ahead[k*S + i]*r4[(t*S + k)*S + i] - b_p_30*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) - 2.0*b_p_31*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + b_p_51*C_ahead[k*S + j]*r4[(t*S + k)*S + j] - b_p_52*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - 2.0*b_p_53*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + b_p_6;
                                        y_Ct1_oo_ahead[((t*S + k)*S + l)*S + i] += b_p_10*r0[t*S + k]*r4[(t*S + k)*S + l] - 2.0*b_p_19*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) - b_p_30*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) - 2.0*b_p_32*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + b_p_52 - b_p_6*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        y_C_ahead[k*S + i] += b_p_29*(p_0*C_ahead[i*S + j]*r4[(t*S + k)*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i]) + b_p_51*sqrt(p_50) + b_p_7*path_weight[t];
                                        y_C_ahead[k*S + j] += b_p_29*sqrt(p_28) + b_p_51*(p_0*C_ahead[i*S + j]*r4[(t*S + k)*S + j] + Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j]) + b_p_9*path_weight[t];
                                        y_Ct1_oo_ahead[((t*S + k)*S + j)*S + j] += b_p_20 + b_p_31 + b_p_50;
                                        y_r4[(t*S + l)*S + i] += b_p_40*(p_0*C_ahead[i*S + j]*C_ahead[l*S + i] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]) - 2.0*b_p_41*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*r4[(t*S + l)*S + i] - 2.0*b_p_42*(Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*r4[(t*S + l)*S + i] - 2.0*b_p_43*(Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*r4[(t*S + l)*S + i];
                                        y_r4[(t*S + k)*S + i] += b_p_29*(p_0*C_ahead[i*S + j]*C_ahead[k*S + i] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]) - 2.0*b_p_30*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*r4[(t*S + k)*S + i] - 2.0*b_p_31*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*r4[(t*S + k)*S + i] - 2.0*b_p_32*(Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*r4[(t*S + k)*S + i];
                                        y_r4[(t*S + k)*S + l] += b_p_10*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*r0[t*S + k] + b_p_15*p_5*p_6*r0[t*S + k] + b_p_17*C_ahead[k*S + l]*r0[t*S + k] + b_p_18*p_5*p_6*r0[t*S + k] - 2.0*b_p_19*(Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*r4[(t*S + k)*S + l] - 2.0*b_p_20*(Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*r4[(t*S + k)*S + l] + b_p_27*p_23*r0[t*S + k] - 2.0*b_p_6*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + l] + b_p_8*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r0[t*S + k];
                                        y_r6[(t*K + k)*K + l] += b_p_25*C_ahead[i*S + j]*path_weight[t];
                                        y_C_ahead[k*S + l] += b_p_17*r0[t*S + k]*r4[(t*S + k)*S + l] + b_p_5*path_weight[t];
                                        y_r4[(t*S + l)*S + k] += b_p_12*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*r0[t*S + l] + b_p_14*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*r0[t*S + l];
                                        y_Cm_ahead[k*K + l] += b_p_4*sqrt(p_2)*path_last[t];
                                        y_Ct_ahead[(t*S + k)*S + k] += b_p_1;
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
                                const double here = y_I4_ahead[((k*K + l)*S + i)*S + j];

                                y_I4_ahead[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    const double b_p_3 = 0.039788735772973836*here;
                                    const double b_p_2 = 0.039788735772973836*here;
                                    const double b_p_1 = 0.039788735772973836*here;
                                    const double b_p_0 = 0.039788735772973836*here;
                                    y_C_ahead[i*S + j] += here*(0.039788735772973836*r2[i*S + j] + 0.039788735772973836*r2[k*S + i] + 0.039788735772973836*r2[k*S + j] + 0.039788735772973836*r2[l*S + i] + 0.039788735772973836*r2[l*S + j] + 0.0625);
                                    y_r1[i*S + j] += 0.039788735772973836*here;
                                    y_r2[i*S + j] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_r2[k*S + i] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_r2[k*S + j] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_r2[l*S + i] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_r2[l*S + j] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_C_ahead[l*S + j] += b_p_3*r1[l*S + i]*(r3[l]*r3[l]);
                                    y_r1[l*S + i] += b_p_3*C_ahead[l*S + j]*(r3[l]*r3[l]);
                                    y_r3[l] += 2.0*b_p_2*C_ahead[l*S + i]*r1[l*S + j]*r3[l] + 2.0*b_p_3*C_ahead[l*S + j]*r1[l*S + i]*r3[l];
                                    y_C_ahead[l*S + i] += b_p_2*r1[l*S + j]*(r3[l]*r3[l]);
                                    y_r1[l*S + j] += b_p_2*C_ahead[l*S + i]*(r3[l]*r3[l]);
                                    y_C_ahead[k*S + j] += b_p_1*r1[k*S + i]*(r3[k]*r3[k]);
                                    y_r1[k*S + i] += b_p_1*C_ahead[k*S + j]*(r3[k]*r3[k]);
                                    y_r3[k] += 2.0*b_p_0*C_ahead[k*S + i]*r1[k*S + j]*r3[k] + 2.0*b_p_1*C_ahead[k*S + j]*r1[k*S + i]*r3[k];
                                    y_C_ahead[k*S + i] += b_p_0*r1[k*S + j]*(r3[k]*r3[k]);
                                    y_r1[k*S + j] += b_p_0*C_ahead[k*S + i]*(r3[k]*r3[k]);
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
                                y_Ct_ahead[(t*S + k)*S + l] += here*(((1.0 / sqrt((Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l])))))*r5[(t*K + k)*K + l];
                                y_r5[(t*K + k)*K + l] += -here*(((1.0 / sqrt((Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l])))))*Ct_ahead[(t*S + k)*S + l];
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
                                const double p_1 = p_0*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k];
                                const double p_2 = p_0*C_ahead[l*S + l] + Ct_ahead[(t*S + l)*S + l];
                                const double p_3 = p_1*p_2;
                                const double p_4 = (Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]);
                                const double b_p_4 = -here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_3, p_4));
                                const double b_p_3 = here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_3, p_4));
                                const double b_p_2 = b_p_3*p_1;
                                const double b_p_1 = b_p_3*p_2;
                                y_Ct_ahead[(t*S + k)*S + l] += 2.0*b_p_4*Ct_ahead[(t*S + k)*S + l];
                                y_C_ahead[l*S + l] += b_p_2*p_0;
                                y_Ct_ahead[(t*S + l)*S + l] += b_p_2;
                                y_C_ahead[k*S + k] += b_p_1*p_0;
                                y_Ct_ahead[(t*S + k)*S + k] += b_p_1;
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
                                const double p_1 = p_0*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + i)*S + j)*S + j];
                                const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C_ahead[j*S + j] += b_p_1*p_0;
                                y_Ct1_oo_ahead[((t*S + i)*S + j)*S + j] += b_p_1;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    {
                        const double here = y_I3_ahead[(k*S + i)*S + j];

                        y_I3_ahead[(k*S + i)*S + j] = 0.0;
                        if (here != 0.0) {
                            const double b_p_0 = 0.15915494309189535*here;
                            y_C_ahead[i*S + j] += here*(0.15915494309189535*r2[k*S + j] + 0.25);
                            y_r2[k*S + j] += 0.15915494309189535*here*C_ahead[i*S + j];
                            y_C_ahead[k*S + i] += b_p_0*r1[k*S + j]*(r3[k]*r3[k]);
                            y_r1[k*S + j] += b_p_0*C_ahead[k*S + i]*(r3[k]*r3[k]);
                            y_r3[k] += 2.0*b_p_0*C_ahead[k*S + i]*r1[k*S + j]*r3[k];
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
                    y_C_ahead[k*S + k] += -0.5*here*(((1.0 / sqrt(C_ahead[k*S + k])))*((1.0 / sqrt(C_ahead[k*S + k])))*((1.0 / sqrt(C_ahead[k*S + k]))));
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_r2[i*S + j];

                    y_r2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_C_ahead[i*S + j] += here*(((1.0 / sqrt((C_ahead[i*S + j]*C_ahead[i*S + j]) + (r1[i*S + j]*r1[i*S + j]))))*((1.0 / sqrt((C_ahead[i*S + j]*C_ahead[i*S + j]) + (r1[i*S + j]*r1[i*S + j])))))*r1[i*S + j];
                        y_r1[i*S + j] += -here*(((1.0 / sqrt((C_ahead[i*S + j]*C_ahead[i*S + j]) + (r1[i*S + j]*r1[i*S + j]))))*((1.0 / sqrt((C_ahead[i*S + j]*C_ahead[i*S + j]) + (r1[i*S + j]*r1[i*S + j])))))*C_ahead[i*S + j];
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
                        const double p_0 = C_ahead[i*S + i]*C_ahead[j*S + j];
                        const double p_1 = (C_ahead[i*S + j]*C_ahead[i*S + j]);
                        const double b_p_1 = -here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[i*S + j] += 2.0*b_p_1*C_ahead[i*S + j];
                        y_C_ahead[i*S + i] += b_p_0*C_ahead[j*S + j];
                        y_C_ahead[j*S + j] += b_p_0*C_ahead[i*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_I2_ahead[(K + k)*S + K + l], &y_I2_ahead[(K + l)*S + K + k]);
                {
                    const double here = y_I2_ahead[(K + k)*S + K + l];

                    y_I2_ahead[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l];
                        const double p_1 = (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_ahead[(K + k)*S + K + l], p_2);
                        const double b_p_3 = 0.15915494309189535*here*C_ahead[(K + k)*S + K + l];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))))*C_ahead[(K + k)*S + K + l] + 0.15915494309189535*here;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[(K + k)*S + K + l] += 2.0*b_p_1*C_ahead[(K + k)*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))) + here*(0.15915494309189535*p_3 + 0.25);
                        y_C_ahead[(K + k)*S + K + k] += b_p_0*C_ahead[(K + l)*S + K + l];
                        y_C_ahead[(K + l)*S + K + l] += b_p_0*C_ahead[(K + k)*S + K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_I2_ahead[k*S + K + l];

                    y_I2_ahead[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l];
                        const double p_1 = (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_ahead[k*S + K + l], p_2);
                        const double b_p_3 = 0.15915494309189535*here*C_ahead[k*S + K + l];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))))*C_ahead[k*S + K + l] + 0.15915494309189535*here;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[k*S + K + l] += 2.0*b_p_1*C_ahead[k*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))) + here*(0.15915494309189535*p_3 + 0.25);
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[(K + l)*S + K + l];
                        y_C_ahead[(K + l)*S + K + l] += b_p_0*C_ahead[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_I2_ahead[k*S + l], &y_I2_ahead[l*S + k]);
                {
                    const double here = y_I2_ahead[k*S + l];

                    y_I2_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + k]*C_ahead[l*S + l];
                        const double p_1 = (C_ahead[k*S + l]*C_ahead[k*S + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_ahead[k*S + l], p_2);
                        const double b_p_3 = 0.15915494309189535*here*C_ahead[k*S + l];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))))*C_ahead[k*S + l] + 0.15915494309189535*here;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[k*S + l] += 2.0*b_p_1*C_ahead[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))) + here*(0.15915494309189535*p_3 + 0.25);
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[l*S + l];
                        y_C_ahead[l*S + l] += b_p_0*C_ahead[k*S + k];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm_ahead[k*K + l];

                        if (here != 0.0) {
                            for (int t = 0; t < n_path; ++t) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l];
                                const double p_2 = (1.0 / sqrt(p_1));
                                const double p_3 = -0.63661977236758138*path_weight[t];
                                const double b_p_4 = here*p_3;
                                const double b_p_2 = b_p_4*C_ahead[k*S + l]*r0[t*S + k];
                                const double b_p_1 = -0.5*b_p_2*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C_ahead[k*S + l] += b_p_4*p_2*r0[t*S + k];
                                y_r0[t*S + k] += b_p_4*p_2*C_ahead[k*S + l];
                                y_C_ahead[l*S + l] += b_p_1*p_0;
                                y_Ct1_oo_ahead[((t*S + k)*S + l)*S + l] += b_p_1;
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm_ahead[k*K + l];

                        y_Cm_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C_ahead[k*S + k]*C_ahead[l*S + l];
                            const double p_1 = (C_ahead[k*S + l]*C_ahead[k*S + l]);
                            const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                            const double b_p_3 = 0.63661977236758138*here;
                            const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))))*C_ahead[k*S + l];
                            const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                            const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                            y_C_ahead[k*S + l] += 2.0*b_p_1*C_ahead[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))));
                            y_C_ahead[k*S + k] += b_p_0*C_ahead[l*S + l];
                            y_C_ahead[l*S + l] += b_p_0*C_ahead[k*S + k];
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            giant_maml_relu_adjoint_image(&y_Ct1_oo_ahead[((t*S + i)*S + j)*S + r], &y_Ct1_oo_ahead[((t*S + i)*S + r)*S + j]);
                            {
                                const double here = y_Ct1_oo_ahead[((t*S + i)*S + j)*S + r];

                                y_Ct1_oo_ahead[((t*S + i)*S + j)*S + r] = 0.0;
                                if (here != 0.0) {
                                    y_Ct_ahead[(t*S + i)*S + j] += -here*Ct_ahead[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]);
                                    y_Ct_ahead[(t*S + i)*S + r] += -here*Ct_ahead[(t*S + i)*S + j]*(r0[t*S + i]*r0[t*S + i]);
                                    y_Ct_ahead[(t*S + j)*S + r] += here;
                                    y_r0[t*S + i] += -2.0*here*Ct_ahead[(t*S + i)*S + j]*Ct_ahead[(t*S + i)*S + r]*r0[t*S + i];
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
                            const double p_1 = p_0*C_ahead[i*S + i] + Ct_ahead[(t*S + i)*S + i];
                            const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                            y_C_ahead[i*S + i] += b_p_1*p_0;
                            y_Ct_ahead[(t*S + i)*S + i] += b_p_1;
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        giant_maml_relu_adjoint_image(&y_Ct_ahead[(t*S + i)*S + j], &y_Ct_ahead[(t*S + j)*S + i]);
                        {
                            const double here = y_Ct_ahead[(t*S + i)*S + j];

                            y_Ct_ahead[(t*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                y_C_ahead[i*S + j] += here*path[t];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_relu_adjoint_image(&y_C_ahead[(K + n)*S + K + m], &y_C_ahead[(K + m)*S + K + n]);
                y_C_ahead[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                giant_maml_relu_adjoint_image(&y_C_ahead[k*S + K + n], &y_C_ahead[(K + n)*S + k]);
                {
                    const double here = y_C_ahead[k*S + K + n];

                    y_C_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_C_ahead[k*S + l], &y_C_ahead[l*S + k]);
                {
                    const double here = y_C_ahead[k*S + l];

                    y_C_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_relu_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int giant_maml_relu_adjoint_rhs(int K, int M, const giant_maml_relu_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = giant_maml_relu_adjoint_state_size(K, M);
    const int status = giant_maml_relu_adjoint_checked(K, M, params);

    if (status != GIANT_MAML_RELU_ADJOINT_OK) {
        return status;
    }
    if (!giant_maml_relu_adjoint_counted(giant_maml_relu_adjoint_rhs_work(K, M, params))) {
        return GIANT_MAML_RELU_ADJOINT_TOO_LARGE;
    }
    if (!giant_maml_relu_adjoint_all_finite(n, state) || !giant_maml_relu_adjoint_all_finite(count*n, factors)) {
        return GIANT_MAML_RELU_ADJOINT_NONFINITE;
    }
    giant_maml_relu_adjoint_rhs_arrays(K, M, params, state, count, factors, results, work);
    if (!giant_maml_relu_adjoint_all_finite(count*giant_maml_relu_adjoint_row_size(K, M), results)) {
        return GIANT_MAML_RELU_ADJOINT_DOMAIN;
    }
    return GIANT_MAML_RELU_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double giant_maml_relu_adjoint_eps_g_work(int K, int M, const giant_maml_relu_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M;

    (void)S;
    (void)params;
    size += 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K*S + 1.0*S*S;
    size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0;
    size += 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M + 1.0*K*K;
    size += 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0;
    size += 1.0 + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K*S;
    size += 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M;
    size += 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*S;
    size += 1.0 + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K*K + 1.0*K*M;
    size += 1.0*K*K + 1.0*K + 1.0*K*M + 1.0*K*K + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*S;
    size += 1.0 + 1.0;
    if (isfinite(params->ratio)) {
        size += 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K + 1.0*n_path*K*K + 1.0*K*K*S*S;
        size += 1.0*K*K + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*S + 1.0*n_path*S*S*S + 1.0*K*K + 1.0*n_path*S*S + 1.0*n_path*K*K;
        size += 1.0*n_path*K*K + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void giant_maml_relu_adjoint_eps_g_arrays(int K, int M, const giant_maml_relu_adjoint_params *params, const double *GIANT_MAML_RELU_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *GIANT_MAML_RELU_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const size_t with_ratio = isfinite(params->ratio) ? 1 : 0;
    double *u_first = work;
    double *u_second = work + (size_t)M;
    double *C_ahead = work + (size_t)M + (size_t)M;
    double *I2_ahead = C_ahead + (size_t)S*(size_t)S;
    double *r1 = I2_ahead + (size_t)S*(size_t)S;
    double *r2 = r1 + (size_t)S*(size_t)S;
    double *r3 = r2 + (size_t)S*(size_t)S;
    double *I3_ahead = r3 + (size_t)K;
    double *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    double *c0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    double *mc0_first_ahead = c0_first_ahead + (size_t)S;
    double *G0_first_ahead = mc0_first_ahead + (size_t)S;
    double *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    double *W_first_ahead = A_first_ahead + (size_t)K*(size_t)S;
    double *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    double *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    double *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    double *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    double *R_first = dw0_first_ahead + (size_t)K;
    double *Q_first = R_first + (size_t)K*(size_t)M;
    double *w0_first = Q_first + (size_t)K*(size_t)K;
    double *C_first = w0_first + (size_t)K;
    double *c0_first = C_first + (size_t)S*(size_t)S;
    double *G0_first = c0_first + (size_t)S;
    double *eps_g_first = G0_first + (size_t)S*(size_t)S;
    double *c0_second_ahead = eps_g_first + (size_t)1;
    double *mc0_second_ahead = c0_second_ahead + (size_t)S;
    double *G0_second_ahead = mc0_second_ahead + (size_t)S;
    double *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    double *W_second_ahead = A_second_ahead + (size_t)K*(size_t)S;
    double *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    double *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    double *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    double *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    double *R_second = dw0_second_ahead + (size_t)K;
    double *Q_second = R_second + (size_t)K*(size_t)M;
    double *w0_second = Q_second + (size_t)K*(size_t)K;
    double *C_second = w0_second + (size_t)K;
    double *c0_second = C_second + (size_t)S*(size_t)S;
    double *G0_second = c0_second + (size_t)S;
    double *eps_g_second = G0_second + (size_t)S*(size_t)S;
    double *eps_g = eps_g_second + (size_t)1;
    double *Ct_ahead = eps_g + (size_t)1;
    double *r0 = Ct_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *Ct1_oo_ahead = r0 + with_ratio*(size_t)n_path*(size_t)S;
    double *Cm_ahead = Ct1_oo_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *r4 = Cm_ahead + with_ratio*(size_t)K*(size_t)K;
    double *r5 = r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *r6 = r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *I4_ahead = r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *E_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *E_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_C_ahead = E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_I2_ahead = y_C_ahead + (size_t)S*(size_t)S;
    double *y_r1 = y_I2_ahead + (size_t)S*(size_t)S;
    double *y_r2 = y_r1 + (size_t)S*(size_t)S;
    double *y_r3 = y_r2 + (size_t)S*(size_t)S;
    double *y_I3_ahead = y_r3 + (size_t)K;
    double *y_I_g2g0_ahead = y_I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    double *y_J2_ahead = y_I_g2g0_ahead + (size_t)K*(size_t)S;
    double *y_c0_first_ahead = y_J2_ahead + (size_t)S*(size_t)S;
    double *y_mc0_first_ahead = y_c0_first_ahead + (size_t)S;
    double *y_G0_first_ahead = y_mc0_first_ahead + (size_t)S;
    double *y_A_first_ahead = y_G0_first_ahead + (size_t)S*(size_t)S;
    double *y_W_first_ahead = y_A_first_ahead + (size_t)K*(size_t)S;
    double *y_Y_first_ahead = y_W_first_ahead + (size_t)K*(size_t)S;
    double *y_dR_first_ahead = y_Y_first_ahead + (size_t)K*(size_t)K;
    double *y_dQ_first_ahead = y_dR_first_ahead + (size_t)K*(size_t)M;
    double *y_dw0_first_ahead = y_dQ_first_ahead + (size_t)K*(size_t)K;
    double *y_R_first = y_dw0_first_ahead + (size_t)K;
    double *y_Q_first = y_R_first + (size_t)K*(size_t)M;
    double *y_w0_first = y_Q_first + (size_t)K*(size_t)K;
    double *y_C_first = y_w0_first + (size_t)K;
    double *y_c0_first = y_C_first + (size_t)S*(size_t)S;
    double *y_G0_first = y_c0_first + (size_t)S;
    double *y_eps_g_first = y_G0_first + (size_t)S*(size_t)S;
    double *y_c0_second_ahead = y_eps_g_first + (size_t)1;
    double *y_mc0_second_ahead = y_c0_second_ahead + (size_t)S;
    double *y_G0_second_ahead = y_mc0_second_ahead + (size_t)S;
    double *y_A_second_ahead = y_G0_second_ahead + (size_t)S*(size_t)S;
    double *y_W_second_ahead = y_A_second_ahead + (size_t)K*(size_t)S;
    double *y_Y_second_ahead = y_W_second_ahead + (size_t)K*(size_t)S;
    double *y_dR_second_ahead = y_Y_second_ahead + (size_t)K*(size_t)K;
    double *y_dQ_second_ahead = y_dR_second_ahead + (size_t)K*(size_t)M;
    double *y_dw0_second_ahead = y_dQ_second_ahead + (size_t)K*(size_t)K;
    double *y_R_second = y_dw0_second_ahead + (size_t)K;
    double *y_Q_second = y_R_second + (size_t)K*(size_t)M;
    double *y_w0_second = y_Q_second + (size_t)K*(size_t)K;
    double *y_C_second = y_w0_second + (size_t)K;
    double *y_c0_second = y_C_second + (size_t)S*(size_t)S;
    double *y_G0_second = y_c0_second + (size_t)S;
    double *y_eps_g_second = y_G0_second + (size_t)S*(size_t)S;
    double *y_eps_g = y_eps_g_second + (size_t)1;
    double *y_Ct_ahead = y_eps_g + (size_t)1;
    double *y_r0 = y_Ct_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_Ct1_oo_ahead = y_r0 + with_ratio*(size_t)n_path*(size_t)S;
    double *y_Cm_ahead = y_Ct1_oo_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    double *y_r4 = y_Cm_ahead + with_ratio*(size_t)K*(size_t)K;
    double *y_r5 = y_r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    double *y_r6 = y_r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_I4_ahead = y_r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    double *y_E_first_ahead = y_I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *y_E_second_ahead = y_E_first_ahead + with_ratio*(size_t)K*(size_t)K;

    (void)w0;
    (void)with_ratio;
    for (int n = 0; n < M; ++n) {
        u_first[n] = params->u_first ? params->u_first[n] : 1.0;
    }
    for (int n = 0; n < M; ++n) {
        u_second[n] = params->u_second ? params->u_second[n] : 1.0;
    }
    /* C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_ahead[k*S + l] = Q[giant_maml_relu_adjoint_packed(K, k, l)];
            C_ahead[l*S + k] = C_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_ahead[k*S + K + n] = R[k*M + n];
            C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_ahead[(K + n)*S + K + m] = T[n*M + m];
            C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
        }
    }
    if (isfinite(params->ratio)) {
        /* Ct_ahead: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    Ct_ahead[(t*S + i)*S + j] = C_ahead[i*S + j]*path[t];
                    Ct_ahead[(t*S + j)*S + i] = Ct_ahead[(t*S + i)*S + j];
                }
            }
        }
        /* r0: 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                r0[t*S + i] = (1.0 / sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct_ahead[(t*S + i)*S + i]));
            }
        }
        /* Ct1_oo_ahead: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    for (int r = j; r < S; ++r) {
                        Ct1_oo_ahead[((t*S + i)*S + j)*S + r] = -Ct_ahead[(t*S + i)*S + j]*Ct_ahead[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]) + Ct_ahead[(t*S + j)*S + r];
                        Ct1_oo_ahead[((t*S + i)*S + r)*S + j] = Ct1_oo_ahead[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        /* Cm_ahead: <sign(k) sign(l)> minus the rule with nodes */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cm_ahead[k*K + l] = 0.63661977236758138*atan2(C_ahead[k*S + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])));
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int t = 0; t < n_path; ++t) {
                    sum2 += ((1.0 / sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]))*path_weight[t]*r0[t*S + k]);
                }
                Cm_ahead[k*K + l] += -0.63661977236758138*C_ahead[k*S + l] * sum2;
            }
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2_ahead[k*S + l] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])) + 0.15915494309189535*atan2(C_ahead[k*S + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l])))*C_ahead[k*S + l] + 0.25*C_ahead[k*S + l];
            I2_ahead[l*S + k] = I2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            I2_ahead[k*S + K + l] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])) + 0.15915494309189535*atan2(C_ahead[k*S + K + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))*C_ahead[k*S + K + l] + 0.25*C_ahead[k*S + K + l];
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            I2_ahead[(K + k)*S + K + l] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])) + 0.15915494309189535*atan2(C_ahead[(K + k)*S + K + l], giant_maml_relu_adjoint_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))*C_ahead[(K + k)*S + K + l] + 0.25*C_ahead[(K + k)*S + K + l];
            I2_ahead[(K + l)*S + K + k] = I2_ahead[(K + k)*S + K + l];
        }
    }
    /* r1: sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r1[i*S + j] = giant_maml_relu_adjoint_root(C_ahead[i*S + i]*C_ahead[j*S + j], (C_ahead[i*S + j]*C_ahead[i*S + j]));
        }
    }
    /* r2: atan2(C_ahead[i, j], r1[i, j]) */
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            r2[i*S + j] = atan2(C_ahead[i*S + j], r1[i*S + j]);
        }
    }
    /* r3: 1/sqrt(C_ahead[k, k]) */
    for (int k = 0; k < K; ++k) {
        r3[k] = (1.0 / sqrt(C_ahead[k*S + k]));
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                I3_ahead[(k*S + i)*S + j] = 0.15915494309189535*C_ahead[i*S + j]*r2[k*S + j] + 0.25*C_ahead[i*S + j] + 0.15915494309189535*C_ahead[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]);
            }
        }
    }
    if (isfinite(params->ratio)) {
        /* r4: 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j]) */
        for (int t = 0; t < n_path; ++t) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    r4[(t*S + i)*S + j] = (1.0 / sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        /* r5: sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r5[(t*K + k)*K + l] = giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*((1.0 - path[t])*C_ahead[l*S + l] + Ct_ahead[(t*S + l)*S + l]), (Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]));
                }
            }
        }
        /* r6: atan2(Ct_ahead[t, k, l], r5[t, k, l]) */
        for (int t = 0; t < n_path; ++t) {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    r6[(t*K + k)*K + l] = atan2(Ct_ahead[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                }
            }
        }
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C_ahead[i*S + j]*r2[i*S + j] + 0.039788735772973836*C_ahead[i*S + j]*r2[k*S + i] + 0.039788735772973836*C_ahead[i*S + j]*r2[k*S + j] + 0.039788735772973836*C_ahead[i*S + j]*r2[l*S + i] + 0.039788735772973836*C_ahead[i*S + j]*r2[l*S + j] + 0.0625*C_ahead[i*S + j] + 0.039788735772973836*C_ahead[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]) + 0.039788735772973836*C_ahead[k*S + j]*r1[k*S + i]*(r3[k]*r3[k]) + 0.039788735772973836*C_ahead[l*S + i]*r1[l*S + j]*(r3[l]*r3[l]) + 0.039788735772973836*C_ahead[l*S + j]*r1[l*S + i]*(r3[l]*r3[l]) + 0.039788735772973836*r1[i*S + j];
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
                            sum2 += (0.025330295910584444*(1.0 - path[t])*atan2(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l])*(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l]))))*(C_ahead[i*S + j]*C_ahead[i*S + j])*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + i]*r4[(t*S + k)*S + i] + sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i])*C_ahead[k*S + j] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i])*atan2(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + j]*r4[(t*S + k)*S + j] + sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j])*C_ahead[k*S + i] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j])*atan2(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]))*((1.0 - path[t])*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l]), ((-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[l*S + i]*r4[(t*S + l)*S + i] + sqrt((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i])*C_ahead[l*S + j] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i])*atan2(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r0[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[l*S + j]*r4[(t*S + l)*S + j] + sqrt((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + l)*S + j)*S + j])*C_ahead[l*S + i] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j])*atan2(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i], giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]))*((1.0 - path[t])*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k]), ((-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r0[t*S + l] + 0.039788735772973836*((1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C_ahead[i*S + j]*C_ahead[k*S + l]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + (1.5707963267948966*sqrt((1.0 - path[t])*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k])*sqrt((1.0 - path[t])*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l])*Cm_ahead[k*K + l]*path_last[t] + C_ahead[k*S + l]*path_weight[t])*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k])*atan2(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), giant_maml_relu_adjoint_root(((1.0 - path[t])*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))) + 0.039788735772973836*C_ahead[i*S + j]*path_weight[t]*r6[(t*K + k)*K + l]);
                        }
                        I4_ahead[((k*K + l)*S + i)*S + j] += sum2;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }
    /* I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            I_g2g0_ahead[k*S + i] = 0.15915494309189535*giant_maml_relu_adjoint_root(C_ahead[i*S + i]*C_ahead[k*S + k], (C_ahead[k*S + i]*C_ahead[k*S + i]))*(r3[k]*r3[k]);
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2_ahead[k*S + l] = 0.15915494309189535*atan2(C_ahead[k*S + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))) + 0.25;
            J2_ahead[l*S + k] = J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            J2_ahead[k*S + K + l] = 0.15915494309189535*atan2(C_ahead[k*S + K + l], giant_maml_relu_adjoint_root(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))) + 0.25;
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            J2_ahead[(K + k)*S + K + l] = 0.15915494309189535*atan2(C_ahead[(K + k)*S + K + l], giant_maml_relu_adjoint_root(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))) + 0.25;
            J2_ahead[(K + l)*S + K + k] = J2_ahead[(K + k)*S + K + l];
        }
    }
    /* c0_first_ahead: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first_ahead[K + n] = -u_first[n];
    }
    /* mc0_first_ahead: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_first_ahead[i] = c0_first_ahead[i];
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_first_ahead[k*S + l] = c0_first_ahead[k]*c0_first_ahead[l];
            G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_first_ahead[k*S + K + l] = c0_first_ahead[k]*c0_first_ahead[K + l];
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            G0_first_ahead[(K + k)*S + K + l] = c0_first_ahead[K + k]*c0_first_ahead[K + l];
            G0_first_ahead[(K + l)*S + K + k] = G0_first_ahead[(K + k)*S + K + l];
        }
    }
    /* A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_first_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_first_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[i]*c0_first_ahead[j]);
                    }
                }
                E_first_ahead[k*K + l] += (params->gamma*params->gamma)*c0_first_ahead[k]*c0_first_ahead[l]/params->ratio * sum2;
            }
        }
    }
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_first_ahead[k*S + l] = -params->gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            W_first_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_first_ahead[k*S + K + n] = -params->gamma*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_first_ahead[k*S + j]*W_first_ahead[l*S + j]);
            }
            Y_first_ahead[k*K + l] = sum1;
        }
    }
    /* dR_first_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
        }
    }
    /* dQ_first_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] += E_first_ahead[k*K + l];
            }
        }
    }
    /* dw0_first_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_first_ahead[i]);
        }
        dw0_first_ahead[k] = -params->eta_w * sum1;
    }
    /* R_first: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
        }
    }
    /* Q_first: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_first[k*K + l] = Q[giant_maml_relu_adjoint_packed(K, k, l)] + dQ_first_ahead[k*K + l];
        }
    }
    /* w0_first: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_first[k] = dw0_first_ahead[k] + w0[k];
    }
    /* C_first: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_first[k*S + l] = Q_first[k*K + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_first[k*S + K + n] = R_first[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_first[(K + n)*S + K + m] = T[n*M + m];
        }
    }
    /* c0_first: c = (head, -u) in the task first */
    for (int k = 0; k < K; ++k) {
        c0_first[k] = w0_first[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_first[K + n] = -u_first[n];
    }
    /* G0_first: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G0_first[i*S + j] = c0_first[i]*c0_first[j];
        }
    }
    /* eps_g_first: loss on fresh data, adapted */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((0.15915494309189535*giant_maml_relu_adjoint_root(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j])) + 0.15915494309189535*atan2(C_first[i*S + j], giant_maml_relu_adjoint_root(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j])))*C_first[i*S + j] + 0.25*C_first[i*S + j])*G0_first[i*S + j]);
            }
        }
        *eps_g_first = 0.5 * sum1;
    }
    /* c0_second_ahead: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second_ahead[k] = w0[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second_ahead[K + n] = -u_second[n];
    }
    /* mc0_second_ahead: <c_i> over the task */
    for (int i = 0; i < S; ++i) {
        mc0_second_ahead[i] = c0_second_ahead[i];
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            G0_second_ahead[k*S + l] = c0_second_ahead[k]*c0_second_ahead[l];
            G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < M; ++l) {
            G0_second_ahead[k*S + K + l] = c0_second_ahead[k]*c0_second_ahead[K + l];
        }
    }
    for (int k = 0; k < M; ++k) {
        for (int l = k; l < M; ++l) {
            G0_second_ahead[(K + k)*S + K + l] = c0_second_ahead[K + k]*c0_second_ahead[K + l];
            G0_second_ahead[(K + l)*S + K + k] = G0_second_ahead[(K + k)*S + K + l];
        }
    }
    /* A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
            }
            A_second_ahead[k*S + i] = -params->gamma * sum1;
        }
    }
    if (isfinite(params->ratio)) {
        /* E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                E_second_ahead[k*K + l] = (params->gamma*params->gamma)*(params->noise*params->noise)*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                double sum2 = 0.0;
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        sum2 += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[i]*c0_second_ahead[j]);
                    }
                }
                E_second_ahead[k*K + l] += (params->gamma*params->gamma)*c0_second_ahead[k]*c0_second_ahead[l]/params->ratio * sum2;
            }
        }
    }
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W_second_ahead[k*S + l] = -params->gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            W_second_ahead[k*S + l] += -params->gamma*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W_second_ahead[k*S + K + n] = -params->gamma*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
        }
    }
    /* Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int j = 0; j < S; ++j) {
                sum1 += (A_second_ahead[k*S + j]*W_second_ahead[l*S + j]);
            }
            Y_second_ahead[k*K + l] = sum1;
        }
    }
    /* dR_second_ahead: change of R in a step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
        }
    }
    /* dQ_second_ahead: change of Q in a step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
        }
    }
    if (isfinite(params->ratio)) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] += E_second_ahead[k*K + l];
            }
        }
    }
    /* dw0_second_ahead: change of w0 in a step */
    for (int k = 0; k < K; ++k) {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            sum1 += (I2_ahead[k*S + i]*mc0_second_ahead[i]);
        }
        dw0_second_ahead[k] = -params->eta_w * sum1;
    }
    /* R_second: overlaps of learner and teacher after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
        }
    }
    /* Q_second: overlaps of the learner after the giant step */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            Q_second[k*K + l] = Q[giant_maml_relu_adjoint_packed(K, k, l)] + dQ_second_ahead[k*K + l];
        }
    }
    /* w0_second: head start after the giant step */
    for (int k = 0; k < K; ++k) {
        w0_second[k] = dw0_second_ahead[k] + w0[k];
    }
    /* C_second: covariance of the fields: C = [[Q, R], [R^T, T]] */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            C_second[k*S + l] = Q_second[k*K + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            C_second[k*S + K + n] = R_second[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            C_second[(K + n)*S + K + m] = T[n*M + m];
        }
    }
    /* c0_second: c = (head, -u) in the task second */
    for (int k = 0; k < K; ++k) {
        c0_second[k] = w0_second[k];
    }
    for (int n = 0; n < M; ++n) {
        c0_second[K + n] = -u_second[n];
    }
    /* G0_second: <c_i c_j> over the task */
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            G0_second[i*S + j] = c0_second[i]*c0_second[j];
        }
    }
    /* eps_g_second: loss on fresh data, adapted */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * ((0.15915494309189535*giant_maml_relu_adjoint_root(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j])) + 0.15915494309189535*atan2(C_second[i*S + j], giant_maml_relu_adjoint_root(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j])))*C_second[i*S + j] + 0.25*C_second[i*S + j])*G0_second[i*S + j]);
            }
        }
        *eps_g_second = 0.5 * sum1;
    }
    /* eps_g: loss on fresh data, adapted */
    *eps_g = -(*eps_g_first)*params->p_second + (*eps_g_first) + (*eps_g_second)*params->p_second;
    (void)y_C_ahead;
    (void)y_I2_ahead;
    (void)y_r1;
    (void)y_r2;
    (void)y_r3;
    (void)y_I3_ahead;
    (void)y_I_g2g0_ahead;
    (void)y_J2_ahead;
    (void)y_c0_first_ahead;
    (void)y_mc0_first_ahead;
    (void)y_G0_first_ahead;
    (void)y_A_first_ahead;
    (void)y_W_first_ahead;
    (void)y_Y_first_ahead;
    (void)y_dR_first_ahead;
    (void)y_dQ_first_ahead;
    (void)y_dw0_first_ahead;
    (void)y_R_first;
    (void)y_Q_first;
    (void)y_w0_first;
    (void)y_C_first;
    (void)y_c0_first;
    (void)y_G0_first;
    (void)y_eps_g_first;
    (void)y_c0_second_ahead;
    (void)y_mc0_second_ahead;
    (void)y_G0_second_ahead;
    (void)y_A_second_ahead;
    (void)y_W_second_ahead;
    (void)y_Y_second_ahead;
    (void)y_dR_second_ahead;
    (void)y_dQ_second_ahead;
    (void)y_dw0_second_ahead;
    (void)y_R_second;
    (void)y_Q_second;
    (void)y_w0_second;
    (void)y_C_second;
    (void)y_c0_second;
    (void)y_G0_second;
    (void)y_eps_g_second;
    (void)y_eps_g;
    (void)y_Ct_ahead;
    (void)y_r0;
    (void)y_Ct1_oo_ahead;
    (void)y_Cm_ahead;
    (void)y_r4;
    (void)y_r5;
    (void)y_r6;
    (void)y_I4_ahead;
    (void)y_E_first_ahead;
    (void)y_E_second_ahead;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*giant_maml_relu_adjoint_row_size(K, M);
        double *y_R = result;
        double *y_Q = result + (size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + giant_maml_relu_adjoint_state_size(K, M) + 0;
        double *y_gamma = result + giant_maml_relu_adjoint_state_size(K, M) + 1;
        double *y_eta_w = result + giant_maml_relu_adjoint_state_size(K, M) + 2;
        double *y_eta_0 = result + giant_maml_relu_adjoint_state_size(K, M) + 3;
        double *y_noise = result + giant_maml_relu_adjoint_state_size(K, M) + 4;
        double *y_p_second = result + giant_maml_relu_adjoint_state_size(K, M) + 5;
        double *y_V = result + giant_maml_relu_adjoint_state_size(K, M) + 6;
        double *y_ratio = result + giant_maml_relu_adjoint_state_size(K, M) + 7;

        for (size_t p = 0; p < giant_maml_relu_adjoint_row_size(K, M); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_C_ahead; p < y_E_second_ahead + with_ratio*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        *y_eps_g = factors[row];
        (void)y_R;
        (void)y_Q;
        (void)y_w0;
        (void)y_eta_J;
        (void)y_gamma;
        (void)y_eta_w;
        (void)y_eta_0;
        (void)y_noise;
        (void)y_p_second;
        (void)y_V;
        (void)y_ratio;
        {
            const double here = *y_eps_g;

            *y_eps_g = 0.0;
            if (here != 0.0) {
                (*y_eps_g_first) += here*(1.0 - params->p_second);
                (*y_eps_g_second) += here*params->p_second;
                (*y_p_second) += here*(-(*eps_g_first) + (*eps_g_second));
            }
        }
        {
            const double whole = *y_eps_g_second;

            *y_eps_g_second = 0.0;
            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        const double p_0 = C_second[i*S + i]*C_second[j*S + j];
                        const double p_1 = (C_second[i*S + j]*C_second[i*S + j]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_second[i*S + j], p_2);
                        const double p_4 = 0.15915494309189535*p_2 + 0.15915494309189535*p_3*C_second[i*S + j] + 0.25*C_second[i*S + j];
                        const double b_p_4 = 0.5*here*G0_second[i*S + j];
                        const double b_p_3 = 0.15915494309189535*b_p_4*C_second[i*S + j];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_second[i*S + j]*C_second[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C_second[i*S + j]*C_second[i*S + j])))))*C_second[i*S + j] + 0.15915494309189535*b_p_4;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_G0_second[i*S + j] += 0.5*here*p_4;
                        y_C_second[i*S + j] += 2.0*b_p_1*C_second[i*S + j] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_second[i*S + j]*C_second[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C_second[i*S + j]*C_second[i*S + j]))))) + b_p_4*(0.15915494309189535*p_3 + 0.25);
                        y_C_second[i*S + i] += b_p_0*C_second[j*S + j];
                        y_C_second[j*S + j] += b_p_0*C_second[i*S + i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                {
                    const double here = y_G0_second[i*S + j];

                    y_G0_second[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_c0_second[i] += here*c0_second[j];
                        y_c0_second[j] += here*c0_second[i];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_second[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_second[k];

                y_c0_second[k] = 0.0;
                if (here != 0.0) {
                    y_w0_second[k] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C_second[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C_second[k*S + K + n];

                    y_C_second[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R_second[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_C_second[k*S + l];

                    y_C_second[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q_second[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_w0_second[k];

                y_w0_second[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_second_ahead[k] += here;
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Q_second[k*K + l];

                    y_Q_second[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_relu_adjoint_packed(K, k, l)] += here;
                        y_dQ_second_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_R_second[k*M + n];

                    y_R_second[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                        y_dR_second_ahead[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_second_ahead[k];

                y_dw0_second_ahead[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2_ahead[k*S + i] += -params->eta_w*here*mc0_second_ahead[i];
                        (*y_eta_w) += -here*I2_ahead[k*S + i]*mc0_second_ahead[i];
                        y_mc0_second_ahead[i] += -params->eta_w*here*I2_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ_second_ahead[k*K + l];

                        if (here != 0.0) {
                            y_E_second_ahead[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ_second_ahead[k*K + l];

                    y_dQ_second_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + l] += here;
                        y_A_second_ahead[l*S + k] += here;
                        y_Y_second_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR_second_ahead[k*M + n];

                    y_dR_second_ahead[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A_second_ahead[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Y_second_ahead[k*K + l];

                    y_Y_second_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_A_second_ahead[k*S + j] += here*W_second_ahead[l*S + j];
                            y_W_second_ahead[l*S + j] += here*A_second_ahead[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_second_ahead[k*S + K + n];

                    y_W_second_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_second_ahead[k*S + K + n] += -params->gamma*here*J2_ahead[k*S + K + n];
                        y_J2_ahead[k*S + K + n] += -params->gamma*here*G0_second_ahead[k*S + K + n];
                        (*y_gamma) += -here*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second_ahead[k*S + l];

                    if (here != 0.0) {
                        for (int i = 0; i < S; ++i) {
                            const double p_0 = -params->gamma;
                            const double p_1 = (k == l ? 1.0 : 0.0)*G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second_ahead[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*I_g2g0_ahead[k*S + i];
                            y_I_g2g0_ahead[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*G0_second_ahead[k*S + i];
                            (*y_gamma) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_second_ahead[k*S + l];

                    y_W_second_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_second_ahead[k*S + l] += -params->gamma*here*J2_ahead[k*S + l];
                        y_J2_ahead[k*S + l] += -params->gamma*here*G0_second_ahead[k*S + l];
                        (*y_gamma) += -here*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_second_ahead[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->gamma*params->gamma)*c0_second_ahead[i]/params->ratio;
                                    const double p_1 = I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_ahead[((k*K + l)*S + i)*S + j] += b_p_1*c0_second_ahead[j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    y_c0_second_ahead[j] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[k]*c0_second_ahead[l];
                                    y_c0_second_ahead[k] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[l];
                                    y_c0_second_ahead[l] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[j]*c0_second_ahead[k];
                                    y_c0_second_ahead[i] += b_p_0*(params->gamma*params->gamma)/params->ratio;
                                    (*y_gamma) += 2.0*b_p_0*params->gamma*c0_second_ahead[i]/params->ratio;
                                    (*y_ratio) += -b_p_0*(params->gamma*params->gamma)*c0_second_ahead[i]/(params->ratio*params->ratio);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_second_ahead[k*K + l];

                        y_E_second_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->gamma*params->gamma)*(params->noise*params->noise);
                            const double p_1 = G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_second_ahead[k*S + l] += b_p_1*J2_ahead[k*S + l]/params->ratio;
                            y_J2_ahead[k*S + l] += b_p_1*G0_second_ahead[k*S + l]/params->ratio;
                            (*y_ratio) += -b_p_1*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/(params->ratio*params->ratio);
                            (*y_gamma) += 2.0*b_p_0*params->gamma*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->gamma*params->gamma)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A_second_ahead[k*S + i];

                    y_A_second_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_G0_second_ahead[k*S + j] += -params->gamma*here*I3_ahead[(k*S + i)*S + j];
                            y_I3_ahead[(k*S + i)*S + j] += -params->gamma*here*G0_second_ahead[k*S + j];
                            (*y_gamma) += -here*G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_second_ahead[(K + k)*S + K + l], &y_G0_second_ahead[(K + l)*S + K + k]);
                {
                    const double here = y_G0_second_ahead[(K + k)*S + K + l];

                    y_G0_second_ahead[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second_ahead[K + k] += here*c0_second_ahead[K + l];
                        y_c0_second_ahead[K + l] += here*c0_second_ahead[K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_G0_second_ahead[k*S + K + l];

                    y_G0_second_ahead[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second_ahead[k] += here*c0_second_ahead[K + l];
                        y_c0_second_ahead[K + l] += here*c0_second_ahead[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_second_ahead[k*S + l], &y_G0_second_ahead[l*S + k]);
                {
                    const double here = y_G0_second_ahead[k*S + l];

                    y_G0_second_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_second_ahead[k] += here*c0_second_ahead[l];
                        y_c0_second_ahead[l] += here*c0_second_ahead[k];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0_second_ahead[i];

                y_mc0_second_ahead[i] = 0.0;
                if (here != 0.0) {
                    y_c0_second_ahead[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_second_ahead[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_second_ahead[k];

                y_c0_second_ahead[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        {
            const double whole = *y_eps_g_first;

            *y_eps_g_first = 0.0;
            if (whole != 0.0) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        const double here = (j > i ? 2.0 : 1.0) * whole;
                        const double p_0 = C_first[i*S + i]*C_first[j*S + j];
                        const double p_1 = (C_first[i*S + j]*C_first[i*S + j]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_first[i*S + j], p_2);
                        const double p_4 = 0.15915494309189535*p_2 + 0.15915494309189535*p_3*C_first[i*S + j] + 0.25*C_first[i*S + j];
                        const double b_p_4 = 0.5*here*G0_first[i*S + j];
                        const double b_p_3 = 0.15915494309189535*b_p_4*C_first[i*S + j];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_first[i*S + j]*C_first[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C_first[i*S + j]*C_first[i*S + j])))))*C_first[i*S + j] + 0.15915494309189535*b_p_4;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_G0_first[i*S + j] += 0.5*here*p_4;
                        y_C_first[i*S + j] += 2.0*b_p_1*C_first[i*S + j] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_first[i*S + j]*C_first[i*S + j]))))*((1.0 / sqrt((p_2*p_2) + (C_first[i*S + j]*C_first[i*S + j]))))) + b_p_4*(0.15915494309189535*p_3 + 0.25);
                        y_C_first[i*S + i] += b_p_0*C_first[j*S + j];
                        y_C_first[j*S + j] += b_p_0*C_first[i*S + i];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                {
                    const double here = y_G0_first[i*S + j];

                    y_G0_first[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_c0_first[i] += here*c0_first[j];
                        y_c0_first[j] += here*c0_first[i];
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_first[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_first[k];

                y_c0_first[k] = 0.0;
                if (here != 0.0) {
                    y_w0_first[k] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                y_C_first[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C_first[k*S + K + n];

                    y_C_first[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R_first[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_C_first[k*S + l];

                    y_C_first[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q_first[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_w0_first[k];

                y_w0_first[k] = 0.0;
                if (here != 0.0) {
                    y_dw0_first_ahead[k] += here;
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Q_first[k*K + l];

                    y_Q_first[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_relu_adjoint_packed(K, k, l)] += here;
                        y_dQ_first_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_R_first[k*M + n];

                    y_R_first[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                        y_dR_first_ahead[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_dw0_first_ahead[k];

                y_dw0_first_ahead[k] = 0.0;
                if (here != 0.0) {
                    for (int i = 0; i < S; ++i) {
                        y_I2_ahead[k*S + i] += -params->eta_w*here*mc0_first_ahead[i];
                        (*y_eta_w) += -here*I2_ahead[k*S + i]*mc0_first_ahead[i];
                        y_mc0_first_ahead[i] += -params->eta_w*here*I2_ahead[k*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ_first_ahead[k*K + l];

                        if (here != 0.0) {
                            y_E_first_ahead[k*K + l] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_dQ_first_ahead[k*K + l];

                    y_dQ_first_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + l] += here;
                        y_A_first_ahead[l*S + k] += here;
                        y_Y_first_ahead[k*K + l] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_dR_first_ahead[k*M + n];

                    y_dR_first_ahead[k*M + n] = 0.0;
                    if (here != 0.0) {
                        y_A_first_ahead[k*S + K + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_Y_first_ahead[k*K + l];

                    y_Y_first_ahead[k*K + l] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_A_first_ahead[k*S + j] += here*W_first_ahead[l*S + j];
                            y_W_first_ahead[l*S + j] += here*A_first_ahead[k*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W_first_ahead[k*S + K + n];

                    y_W_first_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0_first_ahead[k*S + K + n] += -params->gamma*here*J2_ahead[k*S + K + n];
                        y_J2_ahead[k*S + K + n] += -params->gamma*here*G0_first_ahead[k*S + K + n];
                        (*y_gamma) += -here*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first_ahead[k*S + l];

                    if (here != 0.0) {
                        for (int i = 0; i < S; ++i) {
                            const double p_0 = -params->gamma;
                            const double p_1 = (k == l ? 1.0 : 0.0)*G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first_ahead[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*I_g2g0_ahead[k*S + i];
                            y_I_g2g0_ahead[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*G0_first_ahead[k*S + i];
                            (*y_gamma) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W_first_ahead[k*S + l];

                    y_W_first_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0_first_ahead[k*S + l] += -params->gamma*here*J2_ahead[k*S + l];
                        y_J2_ahead[k*S + l] += -params->gamma*here*G0_first_ahead[k*S + l];
                        (*y_gamma) += -here*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double whole = y_E_first_ahead[k*K + l];

                        if (whole != 0.0) {
                            for (int i = 0; i < S; ++i) {
                                for (int j = i; j < S; ++j) {
                                    const double here = (j > i ? 2.0 : 1.0) * whole;
                                    const double p_0 = (params->gamma*params->gamma)*c0_first_ahead[i]/params->ratio;
                                    const double p_1 = I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    const double b_p_1 = here*p_0;
                                    const double b_p_0 = here*p_1;
                                    y_I4_ahead[((k*K + l)*S + i)*S + j] += b_p_1*c0_first_ahead[j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    y_c0_first_ahead[j] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[k]*c0_first_ahead[l];
                                    y_c0_first_ahead[k] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[l];
                                    y_c0_first_ahead[l] += b_p_1*I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[j]*c0_first_ahead[k];
                                    y_c0_first_ahead[i] += b_p_0*(params->gamma*params->gamma)/params->ratio;
                                    (*y_gamma) += 2.0*b_p_0*params->gamma*c0_first_ahead[i]/params->ratio;
                                    (*y_ratio) += -b_p_0*(params->gamma*params->gamma)*c0_first_ahead[i]/(params->ratio*params->ratio);
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_E_first_ahead[k*K + l];

                        y_E_first_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = (params->gamma*params->gamma)*(params->noise*params->noise);
                            const double p_1 = G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/params->ratio;
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0_first_ahead[k*S + l] += b_p_1*J2_ahead[k*S + l]/params->ratio;
                            y_J2_ahead[k*S + l] += b_p_1*G0_first_ahead[k*S + l]/params->ratio;
                            (*y_ratio) += -b_p_1*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/(params->ratio*params->ratio);
                            (*y_gamma) += 2.0*b_p_0*params->gamma*(params->noise*params->noise);
                            (*y_noise) += 2.0*b_p_0*(params->gamma*params->gamma)*params->noise;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_A_first_ahead[k*S + i];

                    y_A_first_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        for (int j = 0; j < S; ++j) {
                            y_G0_first_ahead[k*S + j] += -params->gamma*here*I3_ahead[(k*S + i)*S + j];
                            y_I3_ahead[(k*S + i)*S + j] += -params->gamma*here*G0_first_ahead[k*S + j];
                            (*y_gamma) += -here*G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j];
                        }
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_first_ahead[(K + k)*S + K + l], &y_G0_first_ahead[(K + l)*S + K + k]);
                {
                    const double here = y_G0_first_ahead[(K + k)*S + K + l];

                    y_G0_first_ahead[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first_ahead[K + k] += here*c0_first_ahead[K + l];
                        y_c0_first_ahead[K + l] += here*c0_first_ahead[K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_G0_first_ahead[k*S + K + l];

                    y_G0_first_ahead[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first_ahead[k] += here*c0_first_ahead[K + l];
                        y_c0_first_ahead[K + l] += here*c0_first_ahead[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_G0_first_ahead[k*S + l], &y_G0_first_ahead[l*S + k]);
                {
                    const double here = y_G0_first_ahead[k*S + l];

                    y_G0_first_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_c0_first_ahead[k] += here*c0_first_ahead[l];
                        y_c0_first_ahead[l] += here*c0_first_ahead[k];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            {
                const double here = y_mc0_first_ahead[i];

                y_mc0_first_ahead[i] = 0.0;
                if (here != 0.0) {
                    y_c0_first_ahead[i] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_c0_first_ahead[K + n] = 0.0;
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_c0_first_ahead[k];

                y_c0_first_ahead[k] = 0.0;
                if (here != 0.0) {
                    y_w0[k] += here;
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_J2_ahead[(K + k)*S + K + l], &y_J2_ahead[(K + l)*S + K + k]);
                {
                    const double here = y_J2_ahead[(K + k)*S + K + l];

                    y_J2_ahead[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l];
                        const double p_1 = (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))))*C_ahead[(K + k)*S + K + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[(K + k)*S + K + l] += 2.0*b_p_1*C_ahead[(K + k)*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))));
                        y_C_ahead[(K + k)*S + K + k] += b_p_0*C_ahead[(K + l)*S + K + l];
                        y_C_ahead[(K + l)*S + K + l] += b_p_0*C_ahead[(K + k)*S + K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_J2_ahead[k*S + K + l];

                    y_J2_ahead[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l];
                        const double p_1 = (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))))*C_ahead[k*S + K + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[k*S + K + l] += 2.0*b_p_1*C_ahead[k*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))));
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[(K + l)*S + K + l];
                        y_C_ahead[(K + l)*S + K + l] += b_p_0*C_ahead[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_J2_ahead[k*S + l], &y_J2_ahead[l*S + k]);
                {
                    const double here = y_J2_ahead[k*S + l];

                    y_J2_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + k]*C_ahead[l*S + l];
                        const double p_1 = (C_ahead[k*S + l]*C_ahead[k*S + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.15915494309189535*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))))*C_ahead[k*S + l];
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[k*S + l] += 2.0*b_p_1*C_ahead[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))));
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[l*S + l];
                        y_C_ahead[l*S + l] += b_p_0*C_ahead[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                {
                    const double here = y_I_g2g0_ahead[k*S + i];

                    y_I_g2g0_ahead[k*S + i] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[i*S + i]*C_ahead[k*S + k];
                        const double p_1 = (C_ahead[k*S + i]*C_ahead[k*S + i]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double b_p_2 = 0.15915494309189535*here*(r3[k]*r3[k]);
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_r3[k] += 0.31830988618379069*here*p_2*r3[k];
                        y_C_ahead[k*S + i] += 2.0*b_p_1*C_ahead[k*S + i];
                        y_C_ahead[i*S + i] += b_p_0*C_ahead[k*S + k];
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[i*S + i];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            giant_maml_relu_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((l*K + k)*S + i)*S + j]);
                            giant_maml_relu_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((k*K + l)*S + j)*S + i]);
                            giant_maml_relu_adjoint_image(&y_I4_ahead[((k*K + l)*S + i)*S + j], &y_I4_ahead[((l*K + k)*S + j)*S + i]);
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            {
                                const double here = y_I4_ahead[((k*K + l)*S + i)*S + j];

                                if (here != 0.0) {
                                    for (int t = 0; t < n_path; ++t) {
                                        const double p_0 = 1.0 - path[t];
                                        const double p_1 = p_0*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k];
                                        const double p_2 = p_0*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l];
                                        const double p_3 = 1.5707963267948966*sqrt(p_1);
                                        const double p_4 = sqrt(p_2)*Cm_ahead[k*K + l]*path_last[t];
                                        const double p_5 = p_3*p_4 + C_ahead[k*S + l]*path_weight[t];
                                        const double p_6 = Ct1_oo_ahead[((t*S + k)*S + i)*S + j] - Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_7 = C_ahead[k*S + i]*path_weight[t];
                                        const double p_8 = Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_9 = C_ahead[k*S + j]*path_weight[t];
                                        const double p_10 = Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_11 = C_ahead[l*S + i]*path_weight[t];
                                        const double p_12 = Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*r0[t*S + l]*r4[(t*S + l)*S + k];
                                        const double p_13 = C_ahead[l*S + j]*path_weight[t];
                                        const double p_14 = Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*r0[t*S + l]*r4[(t*S + l)*S + k];
                                        const double p_16 = p_0*C_ahead[i*S + j]*path_weight[t];
                                        const double p_17 = C_ahead[k*S + l]*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_18 = p_10*p_9 + p_11*p_12 + p_13*p_14 + p_16*p_17 + p_5*p_6*r0[t*S + k]*r4[(t*S + k)*S + l] + p_7*p_8;
                                        const double p_19 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_20 = p_0*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        const double p_21 = p_19*p_20;
                                        const double p_22 = (p_6*p_6);
                                        const double p_23 = giant_maml_relu_adjoint_root(p_21, p_22);
                                        const double p_24 = atan2(p_6, p_23);
                                        const double p_26 = 0.025330295910584444*p_5;
                                        const double p_27 = p_23*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double p_28 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i];
                                        const double p_29 = p_0*C_ahead[i*S + j]*C_ahead[k*S + i]*r4[(t*S + k)*S + i] + sqrt(p_28)*C_ahead[k*S + j] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i];
                                        const double p_30 = -Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + j];
                                        const double p_31 = p_0*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + j)*S + j];
                                        const double p_32 = p_0*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l];
                                        const double p_33 = p_31*p_32;
                                        const double p_34 = (p_30*p_30);
                                        const double p_35 = giant_maml_relu_adjoint_root(p_33, p_34);
                                        const double p_36 = atan2(p_30, p_35);
                                        const double p_37 = 0.025330295910584444*p_29;
                                        const double p_38 = p_36*path_weight[t]*r0[t*S + k];
                                        const double p_39 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i];
                                        const double p_40 = p_0*C_ahead[i*S + j]*C_ahead[l*S + i]*r4[(t*S + l)*S + i] + sqrt(p_39)*C_ahead[l*S + j] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i];
                                        const double p_41 = -Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + j];
                                        const double p_42 = p_0*C_ahead[j*S + j] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + j)*S + j];
                                        const double p_43 = p_0*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k];
                                        const double p_44 = p_42*p_43;
                                        const double p_45 = (p_41*p_41);
                                        const double p_46 = giant_maml_relu_adjoint_root(p_44, p_45);
                                        const double p_47 = atan2(p_41, p_46);
                                        const double p_48 = 0.025330295910584444*p_40;
                                        const double p_49 = p_47*path_weight[t]*r0[t*S + l];
                                        const double p_50 = p_0*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + k)*S + j)*S + j];
                                        const double p_51 = p_0*C_ahead[i*S + j]*C_ahead[k*S + j]*r4[(t*S + k)*S + j] + sqrt(p_50)*C_ahead[k*S + i] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j];
                                        const double p_52 = -Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + i];
                                        const double p_53 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]);
                                        const double p_54 = p_0*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo_ahead[((t*S + k)*S + l)*S + l];
                                        const double p_55 = p_53*p_54;
                                        const double p_56 = (p_52*p_52);
                                        const double p_57 = giant_maml_relu_adjoint_root(p_55, p_56);
                                        const double p_58 = atan2(p_52, p_57);
                                        const double p_59 = 0.025330295910584444*p_51;
                                        const double p_60 = p_58*path_weight[t]*r0[t*S + k];
                                        const double p_61 = p_0*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + l)*S + j)*S + j];
                                        const double p_62 = p_0*C_ahead[i*S + j]*C_ahead[l*S + j]*r4[(t*S + l)*S + j] + sqrt(p_61)*C_ahead[l*S + i] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j];
                                        const double p_63 = -Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + i];
                                        const double p_64 = p_0*C_ahead[i*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + i] - (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        const double p_65 = p_0*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo_ahead[((t*S + l)*S + k)*S + k];
                                        const double p_66 = p_64*p_65;
                                        const double p_67 = (p_63*p_63);
                                        const double p_68 = giant_maml_relu_adjoint_root(p_66, p_67);
                                        const double p_69 = atan2(p_63, p_68);
                                        const double p_70 = 0.025330295910584444*p_62;
                                        const double p_71 = p_69*path_weight[t]*r0[t*S + l];
                                        const double p_72 = -Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + l];
                                        const double p_73 = p_0*C_ahead[k*S + k] - (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + k)*S + k];
                                        const double p_74 = p_0*C_ahead[l*S + l] - (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo_ahead[((t*S + i)*S + l)*S + l];
                                        const double p_75 = p_73*p_74;
                                        const double p_76 = (p_72*p_72);
                                        const double p_77 = giant_maml_relu_adjoint_root(p_75, p_76);
                                        const double p_78 = atan2(p_72, p_77);
                                        const double p_79 = 0.025330295910584444*p_0*(C_ahead[i*S + j]*C_ahead[i*S + j]);
                                        const double p_80 = p_78*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j];
                                        const double b_p_80 = here*p_79;
                                        const double b_p_79 = here*p_80;
                                        const double b_p_78 = b_p_80*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j];
                                        const double b_p_77 = -b_p_78*p_72*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_76 = -b_p_77*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_75, p_76));
                                        const double b_p_75 = b_p_77*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_75, p_76));
                                        const double b_p_74 = b_p_75*p_73;
                                        const double b_p_73 = b_p_75*p_74;
                                        const double b_p_72 = 2.0*b_p_76*p_72 + b_p_78*p_77*(((1.0 / sqrt((p_72*p_72) + (p_77*p_77))))*((1.0 / sqrt((p_72*p_72) + (p_77*p_77)))));
                                        const double b_p_71 = here*p_70;
                                        const double b_p_70 = here*p_71;
                                        const double b_p_69 = b_p_71*path_weight[t]*r0[t*S + l];
                                        const double b_p_68 = -b_p_69*p_63*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_67 = -b_p_68*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_66, p_67));
                                        const double b_p_66 = b_p_68*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_66, p_67));
                                        const double b_p_65 = b_p_66*p_64;
                                        const double b_p_64 = b_p_66*p_65;
                                        const double b_p_63 = 2.0*b_p_67*p_63 + b_p_69*p_68*(((1.0 / sqrt((p_63*p_63) + (p_68*p_68))))*((1.0 / sqrt((p_63*p_63) + (p_68*p_68)))));
                                        const double b_p_62 = 0.025330295910584444*b_p_70;
                                        const double b_p_61 = 0.5*b_p_62*C_ahead[l*S + i]/sqrt(p_61);
                                        const double b_p_60 = here*p_59;
                                        const double b_p_59 = here*p_60;
                                        const double b_p_58 = b_p_60*path_weight[t]*r0[t*S + k];
                                        const double b_p_57 = -b_p_58*p_52*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_56 = -b_p_57*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_55, p_56));
                                        const double b_p_55 = b_p_57*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_55, p_56));
                                        const double b_p_54 = b_p_55*p_53;
                                        const double b_p_53 = b_p_55*p_54;
                                        const double b_p_52 = 2.0*b_p_56*p_52 + b_p_58*p_57*(((1.0 / sqrt((p_52*p_52) + (p_57*p_57))))*((1.0 / sqrt((p_52*p_52) + (p_57*p_57)))));
                                        const double b_p_51 = 0.025330295910584444*b_p_59;
                                        const double b_p_50 = 0.5*b_p_51*C_ahead[k*S + i]/sqrt(p_50);
                                        const double b_p_49 = here*p_48;
                                        const double b_p_48 = here*p_49;
                                        const double b_p_47 = b_p_49*path_weight[t]*r0[t*S + l];
                                        const double b_p_46 = -b_p_47*p_41*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_45 = -b_p_46*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_44, p_45));
                                        const double b_p_44 = b_p_46*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_44, p_45));
                                        const double b_p_43 = b_p_44*p_42;
                                        const double b_p_42 = b_p_44*p_43;
                                        const double b_p_41 = 2.0*b_p_45*p_41 + b_p_47*p_46*(((1.0 / sqrt((p_41*p_41) + (p_46*p_46))))*((1.0 / sqrt((p_41*p_41) + (p_46*p_46)))));
                                        const double b_p_40 = 0.025330295910584444*b_p_48;
                                        const double b_p_39 = 0.5*b_p_40*C_ahead[l*S + j]/sqrt(p_39);
                                        const double b_p_38 = here*p_37;
                                        const double b_p_37 = here*p_38;
                                        const double b_p_36 = b_p_38*path_weight[t]*r0[t*S + k];
                                        const double b_p_35 = -b_p_36*p_30*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_34 = -b_p_35*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_33, p_34));
                                        const double b_p_33 = b_p_35*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_33, p_34));
                                        const double b_p_32 = b_p_33*p_31;
                                        const double b_p_31 = b_p_33*p_32;
                                        const double b_p_30 = 2.0*b_p_34*p_30 + b_p_36*p_35*(((1.0 / sqrt((p_30*p_30) + (p_35*p_35))))*((1.0 / sqrt((p_30*p_30) + (p_35*p_35)))));
                                        const double b_p_29 = 0.025330295910584444*b_p_37;
                                        const double b_p_28 = 0.5*b_p_29*C_ahead[k*S + j]/sqrt(p_28);
                                        const double b_p_27 = here*p_26;
                                        const double b_p_26 = here*p_27;
                                        const double b_p_25 = 0.039788735772973836*here;
                                        const double b_p_24 = 0.025330295910584444*here*p_18;
                                        const double b_p_23 = -b_p_24*p_6*(((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))*((1.0 / sqrt((p_23*p_23) + (p_6*p_6))))) + b_p_27*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        const double b_p_22 = -b_p_23*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_21, p_22));
                                        const double b_p_21 = b_p_23*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_21, p_22));
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
                                        const double b_p_2 = 0.5*b_p_4*Cm_ahead[k*K + l]*path_last[t]/sqrt(p_2);
                                        const double b_p_1 = 0.78539816339744828*b_p_3/sqrt(p_1);
                                        y_r0[t*S + i] += b_p_80*p_78*path_weight[t]*r4[(t*S + i)*S + j];
                                        y_r4[(t*S + i)*S + j] += -2.0*b_p_72*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*r4[(t*S + i)*S + j] - 2.0*b_p_73*(Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j])*r4[(t*S + i)*S + j] - 2.0*b_p_74*(Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j])*r4[(t*S + i)*S + j] + b_p_80*p_78*path_weight[t]*r0[t*S + i];
                                        y_C_ahead[i*S + j] += b_p_16*p_0*path_weight[t] + b_p_25*path_weight[t]*r6[(t*K + k)*K + l] + b_p_29*p_0*C_ahead[k*S + i]*r4[(t*S + k)*S + i] + b_p_40*p_0*C_ahead[l*S + i]*r4[(t*S + l)*S + i] + b_p_51*p_0*C_ahead[k*S + j]*r4[(t*S + k)*S + j] + b_p_62*p_0*C_ahead[l*S + j]*r4[(t*S + l)*S + j] + 0.050660591821168888*b_p_79*p_0*C_ahead[i*S + j];
                                        y_C_ahead[l*S + l] += b_p_2*p_0 + b_p_32*p_0 + b_p_54*p_0 + b_p_74*p_0;
                                        y_Ct1_oo_ahead[((t*S + i)*S + l)*S + j] += -b_p_72*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) - 2.0*b_p_74*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]);
                                        y_Ct1_oo_ahead[((t*S + i)*S + l)*S + l] += b_p_74;
                                        y_C_ahead[k*S + k] += b_p_1*p_0 + b_p_43*p_0 + b_p_65*p_0 + b_p_73*p_0;
                                        y_Ct1_oo_ahead[((t*S + i)*S + k)*S + j] += -b_p_72*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) - 2.0*b_p_73*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]);
                                        y_Ct1_oo_ahead[((t*S + i)*S + k)*S + k] += b_p_73;
                                        y_Ct1_oo_ahead[((t*S + i)*S + k)*S + l] += b_p_72;
                                        y_r0[t*S + l] += b_p_12*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*r4[(t*S + l)*S + k] + b_p_14*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*r4[(t*S + l)*S + k] + b_p_49*p_47*path_weight[t] + b_p_71*p_69*path_weight[t];
                                        y_Ct1_oo_ahead[((t*S + l)*S + k)*S + j] += b_p_12*r0[t*S + l]*r4[(t*S + l)*S + k] + b_p_41 - b_p_63*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) - 2.0*b_p_65*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        y_Ct1_oo_ahead[((t*S + l)*S + k)*S + k] += b_p_43 + b_p_65;
                                        y_r4[(t*S + l)*S + j] += b_p_62*(p_0*C_ahead[i*S + j]*C_ahead[l*S + j] + C_ahead[l*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]) - 2.0*b_p_63*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*r4[(t*S + l)*S + j] - 2.0*b_p_64*(Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*r4[(t*S + l)*S + j] - 2.0*b_p_65*(Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j])*r4[(t*S + l)*S + j];
                                        y_C_ahead[i*S + i] += b_p_19*p_0 + b_p_28*p_0 + b_p_39*p_0 + b_p_53*p_0 + b_p_64*p_0;
                                        y_Ct1_oo_ahead[((t*S + l)*S + i)*S + i] += b_p_39 + b_p_64;
                                        y_Ct1_oo_ahead[((t*S + l)*S + i)*S + j] += b_p_40*C_ahead[l*S + i]*r4[(t*S + l)*S + i] - b_p_41*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) - 2.0*b_p_42*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + b_p_62*C_ahead[l*S + j]*r4[(t*S + l)*S + j] - b_p_63*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) - 2.0*b_p_64*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]);
                                        y_Ct1_oo_ahead[((t*S + l)*S + k)*S + i] += b_p_14*r0[t*S + l]*r4[(t*S + l)*S + k] - b_p_41*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) - 2.0*b_p_43*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + b_p_63;
                                        y_C_ahead[l*S + i] += b_p_11*path_weight[t] + b_p_40*(p_0*C_ahead[i*S + j]*r4[(t*S + l)*S + i] + Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i]) + b_p_62*sqrt(p_61);
                                        y_C_ahead[l*S + j] += b_p_13*path_weight[t] + b_p_40*sqrt(p_39) + b_p_62*(p_0*C_ahead[i*S + j]*r4[(t*S + l)*S + j] + Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j]);
                                        y_C_ahead[j*S + j] += b_p_20*p_0 + b_p_31*p_0 + b_p_42*p_0 + b_p_50*p_0 + b_p_61*p_0;
                                        y_Ct1_oo_ahead[((t*S + l)*S + j)*S + j] += b_p_42 + b_p_61;
                                        y_r0[t*S + k] += b_p_10*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*r4[(t*S + k)*S + l] + b_p_15*p_5*p_6*r4[(t*S + k)*S + l] + b_p_17*C_ahead[k*S + l]*r4[(t*S + k)*S + l] + b_p_18*p_5*p_6*r4[(t*S + k)*S + l] + b_p_27*p_23*r4[(t*S + k)*S + l] + b_p_38*p_36*path_weight[t] + b_p_60*p_58*path_weight[t] + b_p_8*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + l];
                                        y_Ct1_oo_ahead[((t*S + k)*S + l)*S + j] += -2.0*b_p_20*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) + b_p_30 - b_p_52*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - 2.0*b_p_54*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - b_p_6*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) + b_p_8*r0[t*S + k]*r4[(t*S + k)*S + l];
                                        y_Ct1_oo_ahead[((t*S + k)*S + l)*S + l] += b_p_2 + b_p_32 + b_p_54;
                                        y_r4[(t*S + k)*S + j] += b_p_51*(p_0*C_ahead[i*S + j]*C_ahead[k*S + j] + C_ahead[k*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]) - 2.0*b_p_52*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + j] - 2.0*b_p_53*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*r4[(t*S + k)*S + j] - 2.0*b_p_54*(Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*r4[(t*S + k)*S + j];
                                        y_Ct1_oo_ahead[((t*S + k)*S + i)*S + i] += b_p_19 + b_p_28 + b_p_53;
                                        y_Ct1_oo_ahead[((t*S + k)*S + i)*S + j] += b_p_29*C_ahead[k*S + i]*r4[(t*S + k)*S + i] - b_p_30*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) - 2.0*b_p_31*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + b_p_51*C_ahead[k*S + j]*r4[(t*S + k)*S + j] - b_p_52*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) - 2.0*b_p_53*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + b_p_6;
                                        y_Ct1_oo_ahead[((t*S + k)*S + l)*S + i] += b_p_10*r0[t*S + k]*r4[(t*S + k)*S + l] - 2.0*b_p_19*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]) - b_p_30*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) - 2.0*b_p_32*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + b_p_52 - b_p_6*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]);
                                        y_C_ahead[k*S + i] += b_p_29*(p_0*C_ahead[i*S + j]*r4[(t*S + k)*S + i] + Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i]) + b_p_51*sqrt(p_50) + b_p_7*path_weight[t];
                                        y_C_ahead[k*S + j] += b_p_29*sqrt(p_28) + b_p_51*(p_0*C_ahead[i*S + j]*r4[(t*S + k)*S + j] + Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j]) + b_p_9*path_weight[t];
                                        y_Ct1_oo_ahead[((t*S + k)*S + j)*S + j] += b_p_20 + b_p_31 + b_p_50;
                                        y_r4[(t*S + l)*S + i] += b_p_40*(p_0*C_ahead[i*S + j]*C_ahead[l*S + i] + C_ahead[l*S + i]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]) - 2.0*b_p_41*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*r4[(t*S + l)*S + i] - 2.0*b_p_42*(Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j])*r4[(t*S + l)*S + i] - 2.0*b_p_43*(Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i])*r4[(t*S + l)*S + i];
                                        y_r4[(t*S + k)*S + i] += b_p_29*(p_0*C_ahead[i*S + j]*C_ahead[k*S + i] + C_ahead[k*S + i]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]) - 2.0*b_p_30*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*r4[(t*S + k)*S + i] - 2.0*b_p_31*(Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j])*r4[(t*S + k)*S + i] - 2.0*b_p_32*(Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*r4[(t*S + k)*S + i];
                                        y_r4[(t*S + k)*S + l] += b_p_10*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*r0[t*S + k] + b_p_15*p_5*p_6*r0[t*S + k] + b_p_17*C_ahead[k*S + l]*r0[t*S + k] + b_p_18*p_5*p_6*r0[t*S + k] - 2.0*b_p_19*(Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i])*r4[(t*S + k)*S + l] - 2.0*b_p_20*(Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j])*r4[(t*S + k)*S + l] + b_p_27*p_23*r0[t*S + k] - 2.0*b_p_6*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r4[(t*S + k)*S + l] + b_p_8*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*r0[t*S + k];
                                        y_r6[(t*K + k)*K + l] += b_p_25*C_ahead[i*S + j]*path_weight[t];
                                        y_C_ahead[k*S + l] += b_p_17*r0[t*S + k]*r4[(t*S + k)*S + l] + b_p_5*path_weight[t];
                                        y_r4[(t*S + l)*S + k] += b_p_12*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*r0[t*S + l] + b_p_14*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*r0[t*S + l];
                                        y_Cm_ahead[k*K + l] += b_p_4*sqrt(p_2)*path_last[t];
                                        y_Ct_ahead[(t*S + k)*S + k] += b_p_1;
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
                                const double here = y_I4_ahead[((k*K + l)*S + i)*S + j];

                                y_I4_ahead[((k*K + l)*S + i)*S + j] = 0.0;
                                if (here != 0.0) {
                                    const double b_p_3 = 0.039788735772973836*here;
                                    const double b_p_2 = 0.039788735772973836*here;
                                    const double b_p_1 = 0.039788735772973836*here;
                                    const double b_p_0 = 0.039788735772973836*here;
                                    y_C_ahead[i*S + j] += here*(0.039788735772973836*r2[i*S + j] + 0.039788735772973836*r2[k*S + i] + 0.039788735772973836*r2[k*S + j] + 0.039788735772973836*r2[l*S + i] + 0.039788735772973836*r2[l*S + j] + 0.0625);
                                    y_r1[i*S + j] += 0.039788735772973836*here;
                                    y_r2[i*S + j] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_r2[k*S + i] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_r2[k*S + j] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_r2[l*S + i] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_r2[l*S + j] += 0.039788735772973836*here*C_ahead[i*S + j];
                                    y_C_ahead[l*S + j] += b_p_3*r1[l*S + i]*(r3[l]*r3[l]);
                                    y_r1[l*S + i] += b_p_3*C_ahead[l*S + j]*(r3[l]*r3[l]);
                                    y_r3[l] += 2.0*b_p_2*C_ahead[l*S + i]*r1[l*S + j]*r3[l] + 2.0*b_p_3*C_ahead[l*S + j]*r1[l*S + i]*r3[l];
                                    y_C_ahead[l*S + i] += b_p_2*r1[l*S + j]*(r3[l]*r3[l]);
                                    y_r1[l*S + j] += b_p_2*C_ahead[l*S + i]*(r3[l]*r3[l]);
                                    y_C_ahead[k*S + j] += b_p_1*r1[k*S + i]*(r3[k]*r3[k]);
                                    y_r1[k*S + i] += b_p_1*C_ahead[k*S + j]*(r3[k]*r3[k]);
                                    y_r3[k] += 2.0*b_p_0*C_ahead[k*S + i]*r1[k*S + j]*r3[k] + 2.0*b_p_1*C_ahead[k*S + j]*r1[k*S + i]*r3[k];
                                    y_C_ahead[k*S + i] += b_p_0*r1[k*S + j]*(r3[k]*r3[k]);
                                    y_r1[k*S + j] += b_p_0*C_ahead[k*S + i]*(r3[k]*r3[k]);
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
                                y_Ct_ahead[(t*S + k)*S + l] += here*(((1.0 / sqrt((Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l])))))*r5[(t*K + k)*K + l];
                                y_r5[(t*K + k)*K + l] += -here*(((1.0 / sqrt((Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l]))))*((1.0 / sqrt((Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]) + (r5[(t*K + k)*K + l]*r5[(t*K + k)*K + l])))))*Ct_ahead[(t*S + k)*S + l];
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
                                const double p_1 = p_0*C_ahead[k*S + k] + Ct_ahead[(t*S + k)*S + k];
                                const double p_2 = p_0*C_ahead[l*S + l] + Ct_ahead[(t*S + l)*S + l];
                                const double p_3 = p_1*p_2;
                                const double p_4 = (Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]);
                                const double b_p_4 = -here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_3, p_4));
                                const double b_p_3 = here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_3, p_4));
                                const double b_p_2 = b_p_3*p_1;
                                const double b_p_1 = b_p_3*p_2;
                                y_Ct_ahead[(t*S + k)*S + l] += 2.0*b_p_4*Ct_ahead[(t*S + k)*S + l];
                                y_C_ahead[l*S + l] += b_p_2*p_0;
                                y_Ct_ahead[(t*S + l)*S + l] += b_p_2;
                                y_C_ahead[k*S + k] += b_p_1*p_0;
                                y_Ct_ahead[(t*S + k)*S + k] += b_p_1;
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
                                const double p_1 = p_0*C_ahead[j*S + j] + Ct1_oo_ahead[((t*S + i)*S + j)*S + j];
                                const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C_ahead[j*S + j] += b_p_1*p_0;
                                y_Ct1_oo_ahead[((t*S + i)*S + j)*S + j] += b_p_1;
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    {
                        const double here = y_I3_ahead[(k*S + i)*S + j];

                        y_I3_ahead[(k*S + i)*S + j] = 0.0;
                        if (here != 0.0) {
                            const double b_p_0 = 0.15915494309189535*here;
                            y_C_ahead[i*S + j] += here*(0.15915494309189535*r2[k*S + j] + 0.25);
                            y_r2[k*S + j] += 0.15915494309189535*here*C_ahead[i*S + j];
                            y_C_ahead[k*S + i] += b_p_0*r1[k*S + j]*(r3[k]*r3[k]);
                            y_r1[k*S + j] += b_p_0*C_ahead[k*S + i]*(r3[k]*r3[k]);
                            y_r3[k] += 2.0*b_p_0*C_ahead[k*S + i]*r1[k*S + j]*r3[k];
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
                    y_C_ahead[k*S + k] += -0.5*here*(((1.0 / sqrt(C_ahead[k*S + k])))*((1.0 / sqrt(C_ahead[k*S + k])))*((1.0 / sqrt(C_ahead[k*S + k]))));
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                {
                    const double here = y_r2[i*S + j];

                    y_r2[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_C_ahead[i*S + j] += here*(((1.0 / sqrt((C_ahead[i*S + j]*C_ahead[i*S + j]) + (r1[i*S + j]*r1[i*S + j]))))*((1.0 / sqrt((C_ahead[i*S + j]*C_ahead[i*S + j]) + (r1[i*S + j]*r1[i*S + j])))))*r1[i*S + j];
                        y_r1[i*S + j] += -here*(((1.0 / sqrt((C_ahead[i*S + j]*C_ahead[i*S + j]) + (r1[i*S + j]*r1[i*S + j]))))*((1.0 / sqrt((C_ahead[i*S + j]*C_ahead[i*S + j]) + (r1[i*S + j]*r1[i*S + j])))))*C_ahead[i*S + j];
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
                        const double p_0 = C_ahead[i*S + i]*C_ahead[j*S + j];
                        const double p_1 = (C_ahead[i*S + j]*C_ahead[i*S + j]);
                        const double b_p_1 = -here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = here*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[i*S + j] += 2.0*b_p_1*C_ahead[i*S + j];
                        y_C_ahead[i*S + i] += b_p_0*C_ahead[j*S + j];
                        y_C_ahead[j*S + j] += b_p_0*C_ahead[i*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < M; ++k) {
            for (int l = k; l < M; ++l) {
                giant_maml_relu_adjoint_image(&y_I2_ahead[(K + k)*S + K + l], &y_I2_ahead[(K + l)*S + K + k]);
                {
                    const double here = y_I2_ahead[(K + k)*S + K + l];

                    y_I2_ahead[(K + k)*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l];
                        const double p_1 = (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_ahead[(K + k)*S + K + l], p_2);
                        const double b_p_3 = 0.15915494309189535*here*C_ahead[(K + k)*S + K + l];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))))*C_ahead[(K + k)*S + K + l] + 0.15915494309189535*here;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[(K + k)*S + K + l] += 2.0*b_p_1*C_ahead[(K + k)*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))))) + here*(0.15915494309189535*p_3 + 0.25);
                        y_C_ahead[(K + k)*S + K + k] += b_p_0*C_ahead[(K + l)*S + K + l];
                        y_C_ahead[(K + l)*S + K + l] += b_p_0*C_ahead[(K + k)*S + K + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                {
                    const double here = y_I2_ahead[k*S + K + l];

                    y_I2_ahead[k*S + K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l];
                        const double p_1 = (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_ahead[k*S + K + l], p_2);
                        const double b_p_3 = 0.15915494309189535*here*C_ahead[k*S + K + l];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l])))))*C_ahead[k*S + K + l] + 0.15915494309189535*here;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[k*S + K + l] += 2.0*b_p_1*C_ahead[k*S + K + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))))) + here*(0.15915494309189535*p_3 + 0.25);
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[(K + l)*S + K + l];
                        y_C_ahead[(K + l)*S + K + l] += b_p_0*C_ahead[k*S + k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_I2_ahead[k*S + l], &y_I2_ahead[l*S + k]);
                {
                    const double here = y_I2_ahead[k*S + l];

                    y_I2_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C_ahead[k*S + k]*C_ahead[l*S + l];
                        const double p_1 = (C_ahead[k*S + l]*C_ahead[k*S + l]);
                        const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                        const double p_3 = atan2(C_ahead[k*S + l], p_2);
                        const double b_p_3 = 0.15915494309189535*here*C_ahead[k*S + l];
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))))*C_ahead[k*S + l] + 0.15915494309189535*here;
                        const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                        y_C_ahead[k*S + l] += 2.0*b_p_1*C_ahead[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))) + here*(0.15915494309189535*p_3 + 0.25);
                        y_C_ahead[k*S + k] += b_p_0*C_ahead[l*S + l];
                        y_C_ahead[l*S + l] += b_p_0*C_ahead[k*S + k];
                    }
                }
            }
        }
        if (isfinite(params->ratio)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm_ahead[k*K + l];

                        if (here != 0.0) {
                            for (int t = 0; t < n_path; ++t) {
                                const double p_0 = 1.0 - path[t];
                                const double p_1 = p_0*C_ahead[l*S + l] + Ct1_oo_ahead[((t*S + k)*S + l)*S + l];
                                const double p_2 = (1.0 / sqrt(p_1));
                                const double p_3 = -0.63661977236758138*path_weight[t];
                                const double b_p_4 = here*p_3;
                                const double b_p_2 = b_p_4*C_ahead[k*S + l]*r0[t*S + k];
                                const double b_p_1 = -0.5*b_p_2*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                                y_C_ahead[k*S + l] += b_p_4*p_2*r0[t*S + k];
                                y_r0[t*S + k] += b_p_4*p_2*C_ahead[k*S + l];
                                y_C_ahead[l*S + l] += b_p_1*p_0;
                                y_Ct1_oo_ahead[((t*S + k)*S + l)*S + l] += b_p_1;
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cm_ahead[k*K + l];

                        y_Cm_ahead[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C_ahead[k*S + k]*C_ahead[l*S + l];
                            const double p_1 = (C_ahead[k*S + l]*C_ahead[k*S + l]);
                            const double p_2 = giant_maml_relu_adjoint_root(p_0, p_1);
                            const double b_p_3 = 0.63661977236758138*here;
                            const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))))*C_ahead[k*S + l];
                            const double b_p_1 = -b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                            const double b_p_0 = b_p_2*giant_maml_relu_adjoint_half(giant_maml_relu_adjoint_root(p_0, p_1));
                            y_C_ahead[k*S + l] += 2.0*b_p_1*C_ahead[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C_ahead[k*S + l]*C_ahead[k*S + l])))));
                            y_C_ahead[k*S + k] += b_p_0*C_ahead[l*S + l];
                            y_C_ahead[l*S + l] += b_p_0*C_ahead[k*S + k];
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        for (int r = j; r < S; ++r) {
                            giant_maml_relu_adjoint_image(&y_Ct1_oo_ahead[((t*S + i)*S + j)*S + r], &y_Ct1_oo_ahead[((t*S + i)*S + r)*S + j]);
                            {
                                const double here = y_Ct1_oo_ahead[((t*S + i)*S + j)*S + r];

                                y_Ct1_oo_ahead[((t*S + i)*S + j)*S + r] = 0.0;
                                if (here != 0.0) {
                                    y_Ct_ahead[(t*S + i)*S + j] += -here*Ct_ahead[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]);
                                    y_Ct_ahead[(t*S + i)*S + r] += -here*Ct_ahead[(t*S + i)*S + j]*(r0[t*S + i]*r0[t*S + i]);
                                    y_Ct_ahead[(t*S + j)*S + r] += here;
                                    y_r0[t*S + i] += -2.0*here*Ct_ahead[(t*S + i)*S + j]*Ct_ahead[(t*S + i)*S + r]*r0[t*S + i];
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
                            const double p_1 = p_0*C_ahead[i*S + i] + Ct_ahead[(t*S + i)*S + i];
                            const double b_p_1 = -0.5*here*(((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1)))*((1.0 / sqrt(p_1))));
                            y_C_ahead[i*S + i] += b_p_1*p_0;
                            y_Ct_ahead[(t*S + i)*S + i] += b_p_1;
                        }
                    }
                }
            }
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        giant_maml_relu_adjoint_image(&y_Ct_ahead[(t*S + i)*S + j], &y_Ct_ahead[(t*S + j)*S + i]);
                        {
                            const double here = y_Ct_ahead[(t*S + i)*S + j];

                            y_Ct_ahead[(t*S + i)*S + j] = 0.0;
                            if (here != 0.0) {
                                y_C_ahead[i*S + j] += here*path[t];
                            }
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                giant_maml_relu_adjoint_image(&y_C_ahead[(K + n)*S + K + m], &y_C_ahead[(K + m)*S + K + n]);
                y_C_ahead[(K + n)*S + K + m] = 0.0;
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                giant_maml_relu_adjoint_image(&y_C_ahead[k*S + K + n], &y_C_ahead[(K + n)*S + k]);
                {
                    const double here = y_C_ahead[k*S + K + n];

                    y_C_ahead[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_R[k*M + n] += here;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                giant_maml_relu_adjoint_image(&y_C_ahead[k*S + l], &y_C_ahead[l*S + k]);
                {
                    const double here = y_C_ahead[k*S + l];

                    y_C_ahead[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_Q[giant_maml_relu_adjoint_packed(K, k, l)] += here;
                    }
                }
            }
        }
    }
}

int giant_maml_relu_adjoint_eps_g(int K, int M, const giant_maml_relu_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = giant_maml_relu_adjoint_state_size(K, M);
    const int status = giant_maml_relu_adjoint_checked(K, M, params);

    if (status != GIANT_MAML_RELU_ADJOINT_OK) {
        return status;
    }
    if (!giant_maml_relu_adjoint_counted(giant_maml_relu_adjoint_eps_g_work(K, M, params))) {
        return GIANT_MAML_RELU_ADJOINT_TOO_LARGE;
    }
    if (!giant_maml_relu_adjoint_all_finite(n, state) || !giant_maml_relu_adjoint_all_finite(count, factors)) {
        return GIANT_MAML_RELU_ADJOINT_NONFINITE;
    }
    giant_maml_relu_adjoint_eps_g_arrays(K, M, params, state, count, factors, results, work);
    if (!giant_maml_relu_adjoint_all_finite(count*giant_maml_relu_adjoint_row_size(K, M), results)) {
        return GIANT_MAML_RELU_ADJOINT_DOMAIN;
    }
    return GIANT_MAML_RELU_ADJOINT_OK;
}

size_t giant_maml_relu_adjoint_work_size(int K, int M, const giant_maml_relu_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, giant_maml_relu_adjoint_rhs_work(K, M, params));
    arrays = fmax(arrays, giant_maml_relu_adjoint_eps_g_work(K, M, params));
    return giant_maml_relu_adjoint_counted(arrays);
}


int giant_maml_relu_adjoint_check(int version, size_t size)
{
    return version == GIANT_MAML_RELU_ADJOINT_ABI && size == sizeof(giant_maml_relu_adjoint_params) ? GIANT_MAML_RELU_ADJOINT_OK : GIANT_MAML_RELU_ADJOINT_LAYOUT;
}

const char *giant_maml_relu_adjoint_strerror(int status)
{
    switch (status) {
    case GIANT_MAML_RELU_ADJOINT_OK:
        return "ok";
    case GIANT_MAML_RELU_ADJOINT_BAD_K:
        return "K is less than 1";
    case GIANT_MAML_RELU_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case GIANT_MAML_RELU_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case GIANT_MAML_RELU_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case GIANT_MAML_RELU_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case GIANT_MAML_RELU_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case GIANT_MAML_RELU_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case GIANT_MAML_RELU_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case GIANT_MAML_RELU_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case GIANT_MAML_RELU_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case GIANT_MAML_RELU_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case GIANT_MAML_RELU_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case GIANT_MAML_RELU_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case GIANT_MAML_RELU_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case GIANT_MAML_RELU_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case GIANT_MAML_RELU_ADJOINT_BAD_M:
        return "M is less than 1";
    case GIANT_MAML_RELU_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case GIANT_MAML_RELU_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case GIANT_MAML_RELU_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case GIANT_MAML_RELU_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case GIANT_MAML_RELU_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case GIANT_MAML_RELU_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case GIANT_MAML_RELU_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case GIANT_MAML_RELU_ADJOINT_NULL_WORK:
        return "work is NULL";
    case GIANT_MAML_RELU_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case GIANT_MAML_RELU_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case GIANT_MAML_RELU_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case GIANT_MAML_RELU_ADJOINT_BAD_gamma:
        return "gamma is negative or not finite";
    case GIANT_MAML_RELU_ADJOINT_BAD_eta_w:
        return "eta_w is negative or not finite";
    case GIANT_MAML_RELU_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case GIANT_MAML_RELU_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case GIANT_MAML_RELU_ADJOINT_BAD_p_second:
        return "p_second is negative or not finite";
    case GIANT_MAML_RELU_ADJOINT_BAD_V:
        return "V is not at least 1";
    case GIANT_MAML_RELU_ADJOINT_BAD_ratio:
        return "ratio is not positive";
    case GIANT_MAML_RELU_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case GIANT_MAML_RELU_ADJOINT_BAD_u_first:
        return "u_first has an element that is not finite";
    case GIANT_MAML_RELU_ADJOINT_BAD_u_second:
        return "u_second has an element that is not finite";
    case GIANT_MAML_RELU_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case GIANT_MAML_RELU_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    case GIANT_MAML_RELU_ADJOINT_FINITE_ratio:
        return "ratio is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
