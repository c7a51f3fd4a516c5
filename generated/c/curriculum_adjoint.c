/*
 * curriculum_adjoint.c - SGD on the labels of threshold units, with inputs that distract
 *
 * Emitted by orderode 0.1.0 from the system curriculum_adjoint, digest bedb9d0e7bec3026. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in curriculum_adjoint.h.
 */
#include "curriculum_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if defined(__cplusplus)
#define CURRICULUM_ADJOINT_RESTRICT
#else
#define CURRICULUM_ADJOINT_RESTRICT restrict
#endif

void curriculum_adjoint_defaults(curriculum_adjoint_params *params)
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
    params->shares = NULL;
    params->variances = NULL;
}

size_t curriculum_adjoint_state_size(int K, int M, int blocks)
{
    return (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

size_t curriculum_adjoint_row_size(int K, int M, int blocks)
{
    return curriculum_adjoint_state_size(K, M, blocks) + 5;
}

/* The slope of an element that is a copy of another goes to that. */
static void curriculum_adjoint_image(double *element, double *copy)
{
    const double slope = *copy;

    *copy = 0.0;
    *element += slope;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int curriculum_adjoint_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
static double curriculum_adjoint_root(double x, double y)
{
    return x >= y ? sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NAN);
}

/* 1/(2 x); 0 where x is: the root of a difference that is zero for every state, as of a field and itself, does not move. */
static double curriculum_adjoint_half(double x)
{
    return x > 0.0 ? 0.5/x : 0.0;
}

static int curriculum_adjoint_all_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

/* The status of an argument that is not accepted, or OK. */
static int curriculum_adjoint_checked(int K, int M, int blocks, const curriculum_adjoint_params *params)
{
    if (K < 1) {
        return CURRICULUM_ADJOINT_BAD_K;
    }
    if (M < 1) {
        return CURRICULUM_ADJOINT_BAD_M;
    }
    if (blocks < 1) {
        return CURRICULUM_ADJOINT_BAD_blocks;
    }
    if (!params) {
        return CURRICULUM_ADJOINT_NULL_PARAMS;
    }
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return CURRICULUM_ADJOINT_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return CURRICULUM_ADJOINT_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return CURRICULUM_ADJOINT_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return CURRICULUM_ADJOINT_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return CURRICULUM_ADJOINT_BAD_V;
    }
    if (!params->T) {
        return CURRICULUM_ADJOINT_MISSING_T;
    }
    if (!curriculum_adjoint_all_finite((size_t)blocks*(size_t)M*(size_t)M, params->T)) {
        return CURRICULUM_ADJOINT_BAD_T;
    }
    if (params->mean && !curriculum_adjoint_all_finite((size_t)M, params->mean)) {
        return CURRICULUM_ADJOINT_BAD_mean;
    }
    if (params->cov && !curriculum_adjoint_all_finite((size_t)M*(size_t)M, params->cov)) {
        return CURRICULUM_ADJOINT_BAD_cov;
    }
    if (params->kurtosis && !curriculum_adjoint_all_finite((size_t)M, params->kurtosis)) {
        return CURRICULUM_ADJOINT_BAD_kurtosis;
    }
    if (!params->shares) {
        return CURRICULUM_ADJOINT_MISSING_shares;
    }
    if (!curriculum_adjoint_all_finite((size_t)blocks, params->shares)) {
        return CURRICULUM_ADJOINT_BAD_shares;
    }
    if (params->variances && !curriculum_adjoint_all_finite((size_t)blocks, params->variances)) {
        return CURRICULUM_ADJOINT_BAD_variances;
    }
return CURRICULUM_ADJOINT_OK;
}

/* A number of doubles as a size; 0 if it is too large: arrays are counted with ints. */
static size_t curriculum_adjoint_counted(double size)
{
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* How many doubles of work rhs needs; counted in double, which cannot wrap. */
static double curriculum_adjoint_rhs_work(int K, int M, int blocks, const curriculum_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K + 1.0*S*S + 1.0*K*M + 1.0*K*S;
    size += 1.0*K*K + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*blocks*K*S + 1.0*blocks*K*M;
    size += 1.0*blocks*K*K + 1.0*K + 1.0*blocks*S*S + 1.0*S*S + 1.0*K + 1.0*K*S*S + 1.0*K + 1.0*S*S;
    size += 1.0*K*M + 1.0*K*S + 1.0*K*K + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*blocks*K*S;
    size += 1.0*blocks*K*M + 1.0*blocks*K*K + 1.0*K;
    if (isfinite(params->V)) {
        size += 1.0*K*K + 1.0*K*K*S*S + 1.0*K*K + 1.0*K*K + 1.0*K*K*S*S + 1.0*K*K;
    }
    if (isfinite(params->V) && params->kurtosis) {
        size += 1.0*M;
    }
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void curriculum_adjoint_rhs_arrays(int K, int M, int blocks, const curriculum_adjoint_params *params, const double *CURRICULUM_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CURRICULUM_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    const size_t with_V = isfinite(params->V) ? 1 : 0;
    const size_t with_V_kurtosis = isfinite(params->V) && params->kurtosis ? 1 : 0;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *r0 = C + (size_t)S*(size_t)S;
    double *C1 = r0 + (size_t)K;
    double *r1 = C1 + (size_t)K*(size_t)S*(size_t)S;
    double *I2 = r1 + (size_t)K;
    double *I_g1d = I2 + (size_t)S*(size_t)S;
    double *I_g2g0 = I_g1d + (size_t)K*(size_t)M;
    double *J2 = I_g2g0 + (size_t)K*(size_t)S;
    double *base0 = J2 + (size_t)K*(size_t)K;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *W = G0 + (size_t)S*(size_t)S;
    double *A = W + (size_t)K*(size_t)S;
    double *dR = A + (size_t)blocks*(size_t)K*(size_t)S;
    double *dQ = dR + (size_t)blocks*(size_t)K*(size_t)M;
    double *dw0 = dQ + (size_t)blocks*(size_t)K*(size_t)K;
    double *r2 = dw0 + (size_t)K;
    double *I4 = r2 + with_V*(size_t)K*(size_t)K;
    double *E = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    double *kappa = E + with_V*(size_t)K*(size_t)K;
    double *y_Cb = kappa + with_V_kurtosis*(size_t)M;
    double *y_C = y_Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_C1 = y_r0 + (size_t)K;
    double *y_r1 = y_C1 + (size_t)K*(size_t)S*(size_t)S;
    double *y_I2 = y_r1 + (size_t)K;
    double *y_I_g1d = y_I2 + (size_t)S*(size_t)S;
    double *y_I_g2g0 = y_I_g1d + (size_t)K*(size_t)M;
    double *y_J2 = y_I_g2g0 + (size_t)K*(size_t)S;
    double *y_base0 = y_J2 + (size_t)K*(size_t)K;
    double *y_mc0 = y_base0 + (size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_W = y_G0 + (size_t)S*(size_t)S;
    double *y_A = y_W + (size_t)K*(size_t)S;
    double *y_dR = y_A + (size_t)blocks*(size_t)K*(size_t)S;
    double *y_dQ = y_dR + (size_t)blocks*(size_t)K*(size_t)M;
    double *y_dw0 = y_dQ + (size_t)blocks*(size_t)K*(size_t)K;
    double *y_r2 = y_dw0 + (size_t)K;
    double *y_I4 = y_r2 + with_V*(size_t)K*(size_t)K;
    double *y_E = y_I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;

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
    for (int n = 0; n < blocks; ++n) {
        variances[n] = params->variances ? params->variances[n] : 1.0;
    }
    /* Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]] */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)]*variances[h];
                Cb[(h*S + l)*S + k] = Cb[(h*S + k)*S + l];
            }
        }
    }
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                Cb[(h*S + k)*S + K + n] = R[(h*K + k)*M + n]*variances[h];
                Cb[(h*S + K + n)*S + k] = Cb[(h*S + k)*S + K + n];
            }
        }
    }
    for (int h = 0; h < blocks; ++h) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                Cb[(h*S + K + n)*S + K + m] = T[(h*M + n)*M + m]*variances[h];
                Cb[(h*S + K + m)*S + K + n] = Cb[(h*S + K + n)*S + K + m];
            }
        }
    }
    /* C: covariance of the fields: sum over blocks */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + l]);
            }
            C[k*S + l] = sum1;
            C[l*S + k] = C[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + K + n]);
            }
            C[k*S + K + n] = sum1;
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + K + n)*S + K + m]);
            }
            C[(K + n)*S + K + m] = sum1;
        }
    }
    /* r0: 1/sqrt(C[k, k] + 1) */
    for (int k = 0; k < K; ++k) {
        r0[k] = (1.0 / sqrt(C[k*S + k] + 1.0));
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
    /* r1: C[k, k] + 1 */
    for (int k = 0; k < K; ++k) {
        r1[k] = C[k*S + k] + 1.0;
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2[k*S + l] = 0.63661977236758138*atan2(C[k*S + l], curriculum_adjoint_root(r1[k]*r1[l], (C[k*S + l]*C[k*S + l])));
            I2[l*S + k] = I2[k*S + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I2[k*S + K + n] = 0.63661977236758138*atan2(C[k*S + K + n], curriculum_adjoint_root(C[(K + n)*S + K + n]*r1[k], (C[k*S + K + n]*C[k*S + K + n])));
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n + 1; m < M; ++m) {
            I2[(K + n)*S + K + m] = 0.63661977236758138*atan2(C[(K + n)*S + K + m], curriculum_adjoint_root(C[(K + m)*S + K + m]*C[(K + n)*S + K + n], (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])));
            I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        I2[(K + n)*S + K + n] = 1.0;
    }
    if (isfinite(params->V)) {
        /* r2: 1/sqrt(C1[k, l, l] + 1) */
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                r2[k*K + l] = (1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0));
            }
        }
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int b = a; b < K; ++b) {
                        I4[((k*K + l)*S + a)*S + b] = 0.4052847345693511*atan2(C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]), curriculum_adjoint_root((C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0)*(C1[(k*S + b)*S + b] - (C1[(k*S + l)*S + b]*C1[(k*S + l)*S + b])*(r2[k*K + l]*r2[k*K + l]) + 1.0), ((C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]))*(C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l])))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + a)*S + b] = I4[((k*K + l)*S + a)*S + b];
                        I4[((k*K + l)*S + b)*S + a] = I4[((k*K + l)*S + a)*S + b];
                        I4[((l*K + k)*S + b)*S + a] = I4[((k*K + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int a = 0; a < K; ++a) {
                    for (int n = 0; n < M; ++n) {
                        I4[((k*K + l)*S + a)*S + K + n] = 0.4052847345693511*atan2(C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]), curriculum_adjoint_root((-(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n])*(C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0), ((C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]))*(C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l])))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + a)*S + K + n] = I4[((k*K + l)*S + a)*S + K + n];
                        I4[((k*K + l)*S + K + n)*S + a] = I4[((k*K + l)*S + a)*S + K + n];
                        I4[((l*K + k)*S + K + n)*S + a] = I4[((k*K + l)*S + a)*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    for (int m = n + 1; m < M; ++m) {
                        I4[((k*K + l)*S + K + n)*S + K + m] = 0.4052847345693511*atan2(-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m], curriculum_adjoint_root((-(C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + m])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + m)*S + K + m])*(-(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n]), ((-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m])*(-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m]))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + K + n)*S + K + m] = I4[((k*K + l)*S + K + n)*S + K + m];
                        I4[((k*K + l)*S + K + m)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + m];
                        I4[((l*K + k)*S + K + m)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                for (int n = 0; n < M; ++n) {
                    I4[((k*K + l)*S + K + n)*S + K + n] = 0.63661977236758138*r0[k]*r2[k*K + l];
                    I4[((l*K + k)*S + K + n)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + n];
                }
            }
        }
    }
    /* I_g1d: <g'(z_k) g'(z_n)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I_g1d[k*M + n] = 0.63661977236758138*(1.0 / sqrt(C1[(k*S + K + n)*S + K + n]))*r0[k];
        }
    }
    /* I_g2g0: <g''(z_k) g(z_i)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            I_g2g0[k*S + l] = -0.63661977236758138*(1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))*C1[(k*S + k)*S + l]*r0[k];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I_g2g0[k*S + K + n] = -0.63661977236758138*(1.0 / sqrt(C1[(k*S + K + n)*S + K + n]))*C1[(k*S + k)*S + K + n]*r0[k];
        }
    }
    /* J2: <g'(z_k) g'(z_l)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            J2[k*K + l] = 0.63661977236758138*(1.0 / sqrt(C1[(k*S + l)*S + l] + 1.0))*r0[k];
            J2[l*K + k] = J2[k*K + l];
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
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                }
            }
            G0[i*S + j] += sum1;
            G0[j*S + i] = G0[i*S + j];
        }
    }
    /* W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            W[k*S + l] = -params->eta_J*G0[k*S + l]*J2[k*K + l];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            double sum1 = 0.0;
            for (int i = 0; i < S; ++i) {
                sum1 += (G0[k*S + i]*I_g2g0[k*S + i]);
            }
            W[k*S + l] += -params->eta_J*(k == l ? 1.0 : 0.0) * sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            W[k*S + K + n] = -params->eta_J*G0[k*S + K + n]*I_g1d[k*M + n];
        }
    }
    /* A: A[h, k, i] = <sum_s a_k^s z_hi^s>, steps against fields of block h */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                double sum1 = 0.0;
                for (int j = 0; j < S; ++j) {
                    sum1 += (Cb[(h*S + i)*S + j]*W[k*S + j]);
                }
                A[(h*K + k)*S + i] = sum1;
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
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR[(h*K + k)*M + n] = -params->decay*params->eta_J*R[(h*K + k)*M + n] + A[(h*K + k)*S + K + n];
            }
        }
    }
    /* dQ: dQ/dalpha */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)] = -2.0*params->decay*params->eta_J*Q[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)] + A[(h*K + k)*S + l] + A[(h*K + l)*S + k];
            }
        }
    }
    if (isfinite(params->V)) {
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)] += E[k*K + l]*shares[h]*variances[h];
                }
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
            sum1 += (I2[k*S + i]*mc0[i]);
        }
        dw0[k] += -params->eta_0 * sum1;
    }
    (void)y_Cb;
    (void)y_C;
    (void)y_r0;
    (void)y_C1;
    (void)y_r1;
    (void)y_I2;
    (void)y_I_g1d;
    (void)y_I_g2g0;
    (void)y_J2;
    (void)y_base0;
    (void)y_mc0;
    (void)y_G0;
    (void)y_W;
    (void)y_A;
    (void)y_dR;
    (void)y_dQ;
    (void)y_dw0;
    (void)y_r2;
    (void)y_I4;
    (void)y_E;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*curriculum_adjoint_row_size(K, M, blocks);
        double *y_R = result;
        double *y_Q = result + (size_t)blocks*(size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + curriculum_adjoint_state_size(K, M, blocks) + 0;
        double *y_eta_0 = result + curriculum_adjoint_state_size(K, M, blocks) + 1;
        double *y_noise = result + curriculum_adjoint_state_size(K, M, blocks) + 2;
        double *y_decay = result + curriculum_adjoint_state_size(K, M, blocks) + 3;
        double *y_V = result + curriculum_adjoint_state_size(K, M, blocks) + 4;

        for (size_t p = 0; p < curriculum_adjoint_row_size(K, M, blocks); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_Cb; p < y_E + with_V*(size_t)K*(size_t)K; ++p) {
            *p = 0.0;
        }
        for (size_t p = 0; p < (size_t)blocks*(size_t)K*(size_t)M; ++p) {
            y_dR[p] = factors[row*curriculum_adjoint_state_size(K, M, blocks) + p];
        }
        for (size_t p = 0; p < (size_t)blocks*(size_t)K*((size_t)K + 1)/2; ++p) {
            y_dQ[p] = factors[row*curriculum_adjoint_state_size(K, M, blocks) + (size_t)blocks*(size_t)K*(size_t)M + p];
        }
        for (size_t p = 0; p < (size_t)K; ++p) {
            y_dw0[p] = factors[row*curriculum_adjoint_state_size(K, M, blocks) + overlaps + p];
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
                        y_I2[k*S + i] += -params->eta_0*here*mc0[i];
                        (*y_eta_0) += -here*I2[k*S + i]*mc0[i];
                        y_mc0[i] += -params->eta_0*here*I2[k*S + i];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            y_dw0[k] = 0.0;
        }
        if (isfinite(params->V)) {
            for (int h = 0; h < blocks; ++h) {
                for (int k = 0; k < K; ++k) {
                    for (int l = k; l < K; ++l) {
                        {
                            const double here = y_dQ[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)];

                            if (here != 0.0) {
                                y_E[k*K + l] += here*shares[h]*variances[h];
                            }
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_dQ[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)];

                        y_dQ[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)] = 0.0;
                        if (here != 0.0) {
                            y_A[(h*K + k)*S + l] += here;
                            y_A[(h*K + l)*S + k] += here;
                            y_Q[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)] += -2.0*params->decay*params->eta_J*here;
                            (*y_decay) += -2.0*params->eta_J*here*Q[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)];
                            (*y_eta_J) += -2.0*params->decay*here*Q[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)];
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    {
                        const double here = y_dR[(h*K + k)*M + n];

                        y_dR[(h*K + k)*M + n] = 0.0;
                        if (here != 0.0) {
                            y_A[(h*K + k)*S + K + n] += here;
                            y_R[(h*K + k)*M + n] += -params->decay*params->eta_J*here;
                            (*y_decay) += -params->eta_J*here*R[(h*K + k)*M + n];
                            (*y_eta_J) += -params->decay*here*R[(h*K + k)*M + n];
                        }
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
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    {
                        const double here = y_A[(h*K + k)*S + i];

                        y_A[(h*K + k)*S + i] = 0.0;
                        if (here != 0.0) {
                            for (int j = 0; j < S; ++j) {
                                y_Cb[(h*S + i)*S + j] += here*W[k*S + j];
                                y_W[k*S + j] += here*Cb[(h*S + i)*S + j];
                            }
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_W[k*S + K + n];

                    y_W[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        y_G0[k*S + K + n] += -params->eta_J*here*I_g1d[k*M + n];
                        y_I_g1d[k*M + n] += -params->eta_J*here*G0[k*S + K + n];
                        (*y_eta_J) += -here*G0[k*S + K + n]*I_g1d[k*M + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W[k*S + l];

                    if (here != 0.0) {
                        for (int i = 0; i < S; ++i) {
                            const double p_0 = -params->eta_J;
                            const double p_1 = (k == l ? 1.0 : 0.0)*G0[k*S + i]*I_g2g0[k*S + i];
                            const double b_p_1 = here*p_0;
                            const double b_p_0 = here*p_1;
                            y_G0[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*I_g2g0[k*S + i];
                            y_I_g2g0[k*S + i] += b_p_1*(k == l ? 1.0 : 0.0)*G0[k*S + i];
                            (*y_eta_J) += -b_p_0;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_W[k*S + l];

                    y_W[k*S + l] = 0.0;
                    if (here != 0.0) {
                        y_G0[k*S + l] += -params->eta_J*here*J2[k*K + l];
                        y_J2[k*K + l] += -params->eta_J*here*G0[k*S + l];
                        (*y_eta_J) += -here*G0[k*S + l]*J2[k*K + l];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                curriculum_adjoint_image(&y_G0[i*S + j], &y_G0[j*S + i]);
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                curriculum_adjoint_image(&y_G0[i*S + j], &y_G0[j*S + i]);
                {
                    const double here = y_G0[i*S + j];

                    y_G0[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_mc0[i] += here*mc0[j];
                        y_mc0[j] += here*mc0[i];
                    }
                }
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
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                curriculum_adjoint_image(&y_J2[k*K + l], &y_J2[l*K + k]);
                {
                    const double here = y_J2[k*K + l];

                    y_J2[k*K + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C1[(k*S + l)*S + l] + 1.0;
                        const double p_1 = (1.0 / sqrt(p_0));
                        const double b_p_1 = 0.63661977236758138*here*r0[k];
                        const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_r0[k] += 0.63661977236758138*here*p_1;
                        y_C1[(k*S + l)*S + l] += b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_I_g2g0[k*S + K + n];

                    y_I_g2g0[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = (1.0 / sqrt(C1[(k*S + K + n)*S + K + n]));
                        const double b_p_1 = -0.63661977236758138*here;
                        const double b_p_0 = b_p_1*C1[(k*S + k)*S + K + n]*r0[k];
                        y_C1[(k*S + k)*S + K + n] += b_p_1*p_0*r0[k];
                        y_r0[k] += b_p_1*p_0*C1[(k*S + k)*S + K + n];
                        y_C1[(k*S + K + n)*S + K + n] += -0.5*b_p_0*(((1.0 / sqrt(C1[(k*S + K + n)*S + K + n])))*((1.0 / sqrt(C1[(k*S + K + n)*S + K + n])))*((1.0 / sqrt(C1[(k*S + K + n)*S + K + n]))));
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                {
                    const double here = y_I_g2g0[k*S + l];

                    y_I_g2g0[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C1[(k*S + l)*S + l] + 1.0;
                        const double p_1 = (1.0 / sqrt(p_0));
                        const double b_p_2 = -0.63661977236758138*here;
                        const double b_p_1 = b_p_2*C1[(k*S + k)*S + l]*r0[k];
                        const double b_p_0 = -0.5*b_p_1*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                        y_C1[(k*S + k)*S + l] += b_p_2*p_1*r0[k];
                        y_r0[k] += b_p_2*p_1*C1[(k*S + k)*S + l];
                        y_C1[(k*S + l)*S + l] += b_p_0;
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_I_g1d[k*M + n];

                    y_I_g1d[k*M + n] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = (1.0 / sqrt(C1[(k*S + K + n)*S + K + n]));
                        const double b_p_0 = 0.63661977236758138*here*r0[k];
                        y_r0[k] += 0.63661977236758138*here*p_0;
                        y_C1[(k*S + K + n)*S + K + n] += -0.5*b_p_0*(((1.0 / sqrt(C1[(k*S + K + n)*S + K + n])))*((1.0 / sqrt(C1[(k*S + K + n)*S + K + n])))*((1.0 / sqrt(C1[(k*S + K + n)*S + K + n]))));
                    }
                }
            }
        }
        if (isfinite(params->V)) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        curriculum_adjoint_image(&y_I4[((k*K + l)*S + K + n)*S + K + n], &y_I4[((l*K + k)*S + K + n)*S + K + n]);
                        {
                            const double here = y_I4[((k*K + l)*S + K + n)*S + K + n];

                            y_I4[((k*K + l)*S + K + n)*S + K + n] = 0.0;
                            if (here != 0.0) {
                                y_r0[k] += 0.63661977236758138*here*r2[k*K + l];
                                y_r2[k*K + l] += 0.63661977236758138*here*r0[k];
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int n = 0; n < M; ++n) {
                        for (int m = n + 1; m < M; ++m) {
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + K + n)*S + K + m], &y_I4[((l*K + k)*S + K + n)*S + K + m]);
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + K + n)*S + K + m], &y_I4[((k*K + l)*S + K + m)*S + K + n]);
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + K + n)*S + K + m], &y_I4[((l*K + k)*S + K + m)*S + K + n]);
                            {
                                const double here = y_I4[((k*K + l)*S + K + n)*S + K + m];

                                y_I4[((k*K + l)*S + K + n)*S + K + m] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = -C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m];
                                    const double p_1 = -(C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + m])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + m)*S + K + m];
                                    const double p_2 = -(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n];
                                    const double p_3 = p_1*p_2;
                                    const double p_4 = (p_0*p_0);
                                    const double p_5 = curriculum_adjoint_root(p_3, p_4);
                                    const double p_6 = atan2(p_0, p_5);
                                    const double b_p_7 = 0.4052847345693511*here;
                                    const double b_p_6 = b_p_7*r0[k]*r2[k*K + l];
                                    const double b_p_5 = -b_p_6*p_0*(((1.0 / sqrt((p_0*p_0) + (p_5*p_5))))*((1.0 / sqrt((p_0*p_0) + (p_5*p_5)))));
                                    const double b_p_4 = -b_p_5*curriculum_adjoint_half(curriculum_adjoint_root(p_3, p_4));
                                    const double b_p_3 = b_p_5*curriculum_adjoint_half(curriculum_adjoint_root(p_3, p_4));
                                    const double b_p_2 = b_p_3*p_1;
                                    const double b_p_1 = b_p_3*p_2;
                                    const double b_p_0 = 2.0*b_p_4*p_0 + b_p_6*p_5*(((1.0 / sqrt((p_0*p_0) + (p_5*p_5))))*((1.0 / sqrt((p_0*p_0) + (p_5*p_5)))));
                                    y_r0[k] += b_p_7*p_6*r2[k*K + l];
                                    y_r2[k*K + l] += -2.0*b_p_0*C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*r2[k*K + l] - 2.0*b_p_1*(C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + m])*r2[k*K + l] - 2.0*b_p_2*(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*r2[k*K + l] + b_p_7*p_6*r0[k];
                                    y_C1[(k*S + l)*S + K + n] += -b_p_0*C1[(k*S + l)*S + K + m]*(r2[k*K + l]*r2[k*K + l]) - 2.0*b_p_2*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]);
                                    y_C1[(k*S + K + n)*S + K + n] += b_p_2;
                                    y_C1[(k*S + l)*S + K + m] += -b_p_0*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) - 2.0*b_p_1*C1[(k*S + l)*S + K + m]*(r2[k*K + l]*r2[k*K + l]);
                                    y_C1[(k*S + K + m)*S + K + m] += b_p_1;
                                    y_C1[(k*S + K + n)*S + K + m] += b_p_0;
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + a)*S + K + n], &y_I4[((l*K + k)*S + a)*S + K + n]);
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + a)*S + K + n], &y_I4[((k*K + l)*S + K + n)*S + a]);
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + a)*S + K + n], &y_I4[((l*K + k)*S + K + n)*S + a]);
                            {
                                const double here = y_I4[((k*K + l)*S + a)*S + K + n];

                                y_I4[((k*K + l)*S + a)*S + K + n] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]);
                                    const double p_1 = -(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n];
                                    const double p_2 = C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0;
                                    const double p_3 = p_1*p_2;
                                    const double p_4 = (p_0*p_0);
                                    const double p_5 = curriculum_adjoint_root(p_3, p_4);
                                    const double p_6 = atan2(p_0, p_5);
                                    const double b_p_7 = 0.4052847345693511*here;
                                    const double b_p_6 = b_p_7*r0[k]*r2[k*K + l];
                                    const double b_p_5 = -b_p_6*p_0*(((1.0 / sqrt((p_0*p_0) + (p_5*p_5))))*((1.0 / sqrt((p_0*p_0) + (p_5*p_5)))));
                                    const double b_p_4 = -b_p_5*curriculum_adjoint_half(curriculum_adjoint_root(p_3, p_4));
                                    const double b_p_3 = b_p_5*curriculum_adjoint_half(curriculum_adjoint_root(p_3, p_4));
                                    const double b_p_2 = b_p_3*p_1;
                                    const double b_p_1 = b_p_3*p_2;
                                    const double b_p_0 = 2.0*b_p_4*p_0 + b_p_6*p_5*(((1.0 / sqrt((p_0*p_0) + (p_5*p_5))))*((1.0 / sqrt((p_0*p_0) + (p_5*p_5)))));
                                    y_r0[k] += b_p_7*p_6*r2[k*K + l];
                                    y_r2[k*K + l] += -2.0*b_p_0*C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*r2[k*K + l] - 2.0*b_p_1*(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*r2[k*K + l] - 2.0*b_p_2*(C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*r2[k*K + l] + b_p_7*p_6*r0[k];
                                    y_C1[(k*S + a)*S + a] += b_p_2;
                                    y_C1[(k*S + l)*S + a] += -b_p_0*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) - 2.0*b_p_2*C1[(k*S + l)*S + a]*(r2[k*K + l]*r2[k*K + l]);
                                    y_C1[(k*S + l)*S + K + n] += -b_p_0*C1[(k*S + l)*S + a]*(r2[k*K + l]*r2[k*K + l]) - 2.0*b_p_1*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]);
                                    y_C1[(k*S + K + n)*S + K + n] += b_p_1;
                                    y_C1[(k*S + a)*S + K + n] += b_p_0;
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int a = 0; a < K; ++a) {
                        for (int b = a; b < K; ++b) {
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + a)*S + b], &y_I4[((l*K + k)*S + a)*S + b]);
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + a)*S + b], &y_I4[((k*K + l)*S + b)*S + a]);
                            curriculum_adjoint_image(&y_I4[((k*K + l)*S + a)*S + b], &y_I4[((l*K + k)*S + b)*S + a]);
                            {
                                const double here = y_I4[((k*K + l)*S + a)*S + b];

                                y_I4[((k*K + l)*S + a)*S + b] = 0.0;
                                if (here != 0.0) {
                                    const double p_0 = C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]);
                                    const double p_1 = C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0;
                                    const double p_2 = C1[(k*S + b)*S + b] - (C1[(k*S + l)*S + b]*C1[(k*S + l)*S + b])*(r2[k*K + l]*r2[k*K + l]) + 1.0;
                                    const double p_3 = p_1*p_2;
                                    const double p_4 = (p_0*p_0);
                                    const double p_5 = curriculum_adjoint_root(p_3, p_4);
                                    const double p_6 = atan2(p_0, p_5);
                                    const double b_p_7 = 0.4052847345693511*here;
                                    const double b_p_6 = b_p_7*r0[k]*r2[k*K + l];
                                    const double b_p_5 = -b_p_6*p_0*(((1.0 / sqrt((p_0*p_0) + (p_5*p_5))))*((1.0 / sqrt((p_0*p_0) + (p_5*p_5)))));
                                    const double b_p_4 = -b_p_5*curriculum_adjoint_half(curriculum_adjoint_root(p_3, p_4));
                                    const double b_p_3 = b_p_5*curriculum_adjoint_half(curriculum_adjoint_root(p_3, p_4));
                                    const double b_p_2 = b_p_3*p_1;
                                    const double b_p_1 = b_p_3*p_2;
                                    const double b_p_0 = 2.0*b_p_4*p_0 + b_p_6*p_5*(((1.0 / sqrt((p_0*p_0) + (p_5*p_5))))*((1.0 / sqrt((p_0*p_0) + (p_5*p_5)))));
                                    y_r0[k] += b_p_7*p_6*r2[k*K + l];
                                    y_r2[k*K + l] += -2.0*b_p_0*C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*r2[k*K + l] - 2.0*b_p_1*(C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*r2[k*K + l] - 2.0*b_p_2*(C1[(k*S + l)*S + b]*C1[(k*S + l)*S + b])*r2[k*K + l] + b_p_7*p_6*r0[k];
                                    y_C1[(k*S + b)*S + b] += b_p_2;
                                    y_C1[(k*S + l)*S + b] += -b_p_0*C1[(k*S + l)*S + a]*(r2[k*K + l]*r2[k*K + l]) - 2.0*b_p_2*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]);
                                    y_C1[(k*S + a)*S + a] += b_p_1;
                                    y_C1[(k*S + l)*S + a] += -b_p_0*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]) - 2.0*b_p_1*C1[(k*S + l)*S + a]*(r2[k*K + l]*r2[k*K + l]);
                                    y_C1[(k*S + a)*S + b] += b_p_0;
                                }
                            }
                        }
                    }
                }
            }
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    {
                        const double here = y_r2[k*K + l];

                        y_r2[k*K + l] = 0.0;
                        if (here != 0.0) {
                            const double p_0 = C1[(k*S + l)*S + l] + 1.0;
                            const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                            y_C1[(k*S + l)*S + l] += b_p_0;
                        }
                    }
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            y_I2[(K + n)*S + K + n] = 0.0;
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                curriculum_adjoint_image(&y_I2[(K + n)*S + K + m], &y_I2[(K + m)*S + K + n]);
                {
                    const double here = y_I2[(K + n)*S + K + m];

                    y_I2[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[(K + m)*S + K + m]*C[(K + n)*S + K + n];
                        const double p_1 = (C[(K + n)*S + K + m]*C[(K + n)*S + K + m]);
                        const double p_2 = curriculum_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[(K + n)*S + K + m]*C[(K + n)*S + K + m]))))*((1.0 / sqrt((p_2*p_2) + (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])))))*C[(K + n)*S + K + m];
                        const double b_p_1 = -b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        y_C[(K + n)*S + K + m] += 2.0*b_p_1*C[(K + n)*S + K + m] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[(K + n)*S + K + m]*C[(K + n)*S + K + m]))))*((1.0 / sqrt((p_2*p_2) + (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])))));
                        y_C[(K + m)*S + K + m] += b_p_0*C[(K + n)*S + K + n];
                        y_C[(K + n)*S + K + n] += b_p_0*C[(K + m)*S + K + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_I2[k*S + K + n];

                    y_I2[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[(K + n)*S + K + n]*r1[k];
                        const double p_1 = (C[k*S + K + n]*C[k*S + K + n]);
                        const double p_2 = curriculum_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[k*S + K + n]*C[k*S + K + n]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + K + n]*C[k*S + K + n])))))*C[k*S + K + n];
                        const double b_p_1 = -b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        y_C[k*S + K + n] += 2.0*b_p_1*C[k*S + K + n] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[k*S + K + n]*C[k*S + K + n]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + K + n]*C[k*S + K + n])))));
                        y_C[(K + n)*S + K + n] += b_p_0*r1[k];
                        y_r1[k] += b_p_0*C[(K + n)*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                curriculum_adjoint_image(&y_I2[k*S + l], &y_I2[l*S + k]);
                {
                    const double here = y_I2[k*S + l];

                    y_I2[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = r1[k]*r1[l];
                        const double p_1 = (C[k*S + l]*C[k*S + l]);
                        const double p_2 = curriculum_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l])))))*C[k*S + l];
                        const double b_p_1 = -b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        y_C[k*S + l] += 2.0*b_p_1*C[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l])))));
                        y_r1[k] += b_p_0*r1[l];
                        y_r1[l] += b_p_0*r1[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_r1[k];

                y_r1[k] = 0.0;
                if (here != 0.0) {
                    y_C[k*S + k] += here;
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    curriculum_adjoint_image(&y_C1[(k*S + i)*S + j], &y_C1[(k*S + j)*S + i]);
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
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_r0[k];

                y_r0[k] = 0.0;
                if (here != 0.0) {
                    const double p_0 = C[k*S + k] + 1.0;
                    const double b_p_0 = -0.5*here*(((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0)))*((1.0 / sqrt(p_0))));
                    y_C[k*S + k] += b_p_0;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_C[(K + n)*S + K + m];

                    y_C[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + K + n)*S + K + m] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + k)*S + K + n] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                curriculum_adjoint_image(&y_C[k*S + l], &y_C[l*S + k]);
                {
                    const double here = y_C[k*S + l];

                    y_C[k*S + l] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + k)*S + l] += here;
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    curriculum_adjoint_image(&y_Cb[(h*S + K + n)*S + K + m], &y_Cb[(h*S + K + m)*S + K + n]);
                    y_Cb[(h*S + K + n)*S + K + m] = 0.0;
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    curriculum_adjoint_image(&y_Cb[(h*S + k)*S + K + n], &y_Cb[(h*S + K + n)*S + k]);
                    {
                        const double here = y_Cb[(h*S + k)*S + K + n];

                        y_Cb[(h*S + k)*S + K + n] = 0.0;
                        if (here != 0.0) {
                            y_R[(h*K + k)*M + n] += here*variances[h];
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    curriculum_adjoint_image(&y_Cb[(h*S + k)*S + l], &y_Cb[(h*S + l)*S + k]);
                    {
                        const double here = y_Cb[(h*S + k)*S + l];

                        y_Cb[(h*S + k)*S + l] = 0.0;
                        if (here != 0.0) {
                            y_Q[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)] += here*variances[h];
                        }
                    }
                }
            }
        }
    }
}

int curriculum_adjoint_rhs(int K, int M, int blocks, const curriculum_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = curriculum_adjoint_state_size(K, M, blocks);
    const int status = curriculum_adjoint_checked(K, M, blocks, params);

    if (status != CURRICULUM_ADJOINT_OK) {
        return status;
    }
    if (!curriculum_adjoint_counted(curriculum_adjoint_rhs_work(K, M, blocks, params))) {
        return CURRICULUM_ADJOINT_TOO_LARGE;
    }
    if (!curriculum_adjoint_all_finite(n, state) || !curriculum_adjoint_all_finite(count*n, factors)) {
        return CURRICULUM_ADJOINT_NONFINITE;
    }
    curriculum_adjoint_rhs_arrays(K, M, blocks, params, state, count, factors, results, work);
    if (!curriculum_adjoint_all_finite(count*curriculum_adjoint_row_size(K, M, blocks), results)) {
        return CURRICULUM_ADJOINT_DOMAIN;
    }
    return CURRICULUM_ADJOINT_OK;
}

/* How many doubles of work eps_g needs; counted in double, which cannot wrap. */
static double curriculum_adjoint_eps_g_work(int K, int M, int blocks, const curriculum_adjoint_params *params)
{
    const double S = (double)K + M;
    double size = 1.0*M + 1.0*M*M + 1.0*blocks;

    (void)S;
    (void)params;
    size += 1.0*blocks*S*S + 1.0*S*S + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
    size += 1.0 + 1.0*blocks*S*S + 1.0*S*S + 1.0*K + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S;
    size += 1.0;
    return size;
}

/* The elements of one evaluation, in order; no checks. */
static void curriculum_adjoint_eps_g_arrays(int K, int M, int blocks, const curriculum_adjoint_params *params, const double *CURRICULUM_ADJOINT_RESTRICT state,
                                 size_t count, const double *factors, double *results, double *CURRICULUM_ADJOINT_RESTRICT work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    const double *R = state;
    const double *Q = state + (size_t)blocks*(size_t)K*(size_t)M;
    const double *w0 = state + overlaps;
    const double *T = params->T;
    const double *shares = params->shares;
    const double *kurtosis = params->kurtosis;
    double *mean = work;
    double *cov = work + (size_t)M;
    double *variances = work + (size_t)M + (size_t)M*(size_t)M;
    double *Cb = work + (size_t)M + (size_t)M*(size_t)M + (size_t)blocks;
    double *C = Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *r0 = C + (size_t)S*(size_t)S;
    double *I2 = r0 + (size_t)K;
    double *base0 = I2 + (size_t)S*(size_t)S;
    double *L0 = base0 + (size_t)S;
    double *mc0 = L0 + (size_t)S*(size_t)M;
    double *G0 = mc0 + (size_t)S;
    double *eps_g = G0 + (size_t)S*(size_t)S;
    double *y_Cb = eps_g + (size_t)1;
    double *y_C = y_Cb + (size_t)blocks*(size_t)S*(size_t)S;
    double *y_r0 = y_C + (size_t)S*(size_t)S;
    double *y_I2 = y_r0 + (size_t)K;
    double *y_base0 = y_I2 + (size_t)S*(size_t)S;
    double *y_mc0 = y_base0 + (size_t)S;
    double *y_G0 = y_mc0 + (size_t)S;
    double *y_eps_g = y_G0 + (size_t)S*(size_t)S;

    (void)shares;
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
    for (int n = 0; n < blocks; ++n) {
        variances[n] = params->variances ? params->variances[n] : 1.0;
    }
    /* Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]] */
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)]*variances[h];
            }
        }
    }
    for (int h = 0; h < blocks; ++h) {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                Cb[(h*S + k)*S + K + n] = R[(h*K + k)*M + n]*variances[h];
            }
        }
    }
    for (int h = 0; h < blocks; ++h) {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                Cb[(h*S + K + n)*S + K + m] = T[(h*M + n)*M + m]*variances[h];
            }
        }
    }
    /* C: covariance of the fields: sum over blocks */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + l]);
            }
            C[k*S + l] = sum1;
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + k)*S + K + n]);
            }
            C[k*S + K + n] = sum1;
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n; m < M; ++m) {
            double sum1 = 0.0;
            for (int h = 0; h < blocks; ++h) {
                sum1 += (Cb[(h*S + K + n)*S + K + m]);
            }
            C[(K + n)*S + K + m] = sum1;
        }
    }
    /* r0: C[k, k] + 1 */
    for (int k = 0; k < K; ++k) {
        r0[k] = C[k*S + k] + 1.0;
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            I2[k*S + l] = 0.63661977236758138*atan2(C[k*S + l], curriculum_adjoint_root(r0[k]*r0[l], (C[k*S + l]*C[k*S + l])));
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            I2[k*S + K + n] = 0.63661977236758138*atan2(C[k*S + K + n], curriculum_adjoint_root(C[(K + n)*S + K + n]*r0[k], (C[k*S + K + n]*C[k*S + K + n])));
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = n + 1; m < M; ++m) {
            I2[(K + n)*S + K + m] = 0.63661977236758138*atan2(C[(K + n)*S + K + m], curriculum_adjoint_root(C[(K + m)*S + K + m]*C[(K + n)*S + K + n], (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])));
            I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
        }
    }
    for (int n = 0; n < M; ++n) {
        I2[(K + n)*S + K + n] = 1.0;
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
    for (int i = 0; i < S; ++i) {
        for (int j = i; j < S; ++j) {
            double sum1 = 0.0;
            for (int m = 0; m < M; ++m) {
                for (int p = 0; p < M; ++p) {
                    sum1 += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                }
            }
            G0[i*S + j] += sum1;
        }
    }
    /* eps_g: loss on fresh data */
    {
        double sum1 = 0.0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                sum1 += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I2[i*S + j]);
            }
        }
        *eps_g = 0.5 * sum1;
    }
    (void)y_Cb;
    (void)y_C;
    (void)y_r0;
    (void)y_I2;
    (void)y_base0;
    (void)y_mc0;
    (void)y_G0;
    (void)y_eps_g;
    for (size_t row = 0; row < count; ++row) {
        double *result = results + row*curriculum_adjoint_row_size(K, M, blocks);
        double *y_R = result;
        double *y_Q = result + (size_t)blocks*(size_t)K*(size_t)M;
        double *y_w0 = result + overlaps;
        double *y_eta_J = result + curriculum_adjoint_state_size(K, M, blocks) + 0;
        double *y_eta_0 = result + curriculum_adjoint_state_size(K, M, blocks) + 1;
        double *y_noise = result + curriculum_adjoint_state_size(K, M, blocks) + 2;
        double *y_decay = result + curriculum_adjoint_state_size(K, M, blocks) + 3;
        double *y_V = result + curriculum_adjoint_state_size(K, M, blocks) + 4;

        for (size_t p = 0; p < curriculum_adjoint_row_size(K, M, blocks); ++p) {
            result[p] = 0.0;
        }
        for (double *p = y_Cb; p < y_eps_g + (size_t)1; ++p) {
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
                        y_G0[i*S + j] += 0.5*here*I2[i*S + j];
                        y_I2[i*S + j] += 0.5*here*G0[i*S + j];
                    }
                }
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
            }
        }
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                {
                    const double here = y_G0[i*S + j];

                    y_G0[i*S + j] = 0.0;
                    if (here != 0.0) {
                        y_mc0[i] += here*mc0[j];
                        y_mc0[j] += here*mc0[i];
                    }
                }
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
            y_I2[(K + n)*S + K + n] = 0.0;
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                curriculum_adjoint_image(&y_I2[(K + n)*S + K + m], &y_I2[(K + m)*S + K + n]);
                {
                    const double here = y_I2[(K + n)*S + K + m];

                    y_I2[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[(K + m)*S + K + m]*C[(K + n)*S + K + n];
                        const double p_1 = (C[(K + n)*S + K + m]*C[(K + n)*S + K + m]);
                        const double p_2 = curriculum_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[(K + n)*S + K + m]*C[(K + n)*S + K + m]))))*((1.0 / sqrt((p_2*p_2) + (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])))))*C[(K + n)*S + K + m];
                        const double b_p_1 = -b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        y_C[(K + n)*S + K + m] += 2.0*b_p_1*C[(K + n)*S + K + m] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[(K + n)*S + K + m]*C[(K + n)*S + K + m]))))*((1.0 / sqrt((p_2*p_2) + (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])))));
                        y_C[(K + m)*S + K + m] += b_p_0*C[(K + n)*S + K + n];
                        y_C[(K + n)*S + K + n] += b_p_0*C[(K + m)*S + K + m];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_I2[k*S + K + n];

                    y_I2[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = C[(K + n)*S + K + n]*r0[k];
                        const double p_1 = (C[k*S + K + n]*C[k*S + K + n]);
                        const double p_2 = curriculum_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[k*S + K + n]*C[k*S + K + n]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + K + n]*C[k*S + K + n])))))*C[k*S + K + n];
                        const double b_p_1 = -b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        y_C[k*S + K + n] += 2.0*b_p_1*C[k*S + K + n] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[k*S + K + n]*C[k*S + K + n]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + K + n]*C[k*S + K + n])))));
                        y_C[(K + n)*S + K + n] += b_p_0*r0[k];
                        y_r0[k] += b_p_0*C[(K + n)*S + K + n];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                {
                    const double here = y_I2[k*S + l];

                    y_I2[k*S + l] = 0.0;
                    if (here != 0.0) {
                        const double p_0 = r0[k]*r0[l];
                        const double p_1 = (C[k*S + l]*C[k*S + l]);
                        const double p_2 = curriculum_adjoint_root(p_0, p_1);
                        const double b_p_3 = 0.63661977236758138*here;
                        const double b_p_2 = -b_p_3*(((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l])))))*C[k*S + l];
                        const double b_p_1 = -b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        const double b_p_0 = b_p_2*curriculum_adjoint_half(curriculum_adjoint_root(p_0, p_1));
                        y_C[k*S + l] += 2.0*b_p_1*C[k*S + l] + b_p_3*p_2*(((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l]))))*((1.0 / sqrt((p_2*p_2) + (C[k*S + l]*C[k*S + l])))));
                        y_r0[k] += b_p_0*r0[l];
                        y_r0[l] += b_p_0*r0[k];
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            {
                const double here = y_r0[k];

                y_r0[k] = 0.0;
                if (here != 0.0) {
                    y_C[k*S + k] += here;
                }
            }
        }
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                {
                    const double here = y_C[(K + n)*S + K + m];

                    y_C[(K + n)*S + K + m] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + K + n)*S + K + m] += here;
                        }
                    }
                }
            }
        }
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                {
                    const double here = y_C[k*S + K + n];

                    y_C[k*S + K + n] = 0.0;
                    if (here != 0.0) {
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + k)*S + K + n] += here;
                        }
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
                        for (int h = 0; h < blocks; ++h) {
                            y_Cb[(h*S + k)*S + l] += here;
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    y_Cb[(h*S + K + n)*S + K + m] = 0.0;
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    {
                        const double here = y_Cb[(h*S + k)*S + K + n];

                        y_Cb[(h*S + k)*S + K + n] = 0.0;
                        if (here != 0.0) {
                            y_R[(h*K + k)*M + n] += here*variances[h];
                        }
                    }
                }
            }
        }
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    {
                        const double here = y_Cb[(h*S + k)*S + l];

                        y_Cb[(h*S + k)*S + l] = 0.0;
                        if (here != 0.0) {
                            y_Q[h*(K*(K + 1)/2) + curriculum_adjoint_packed(K, k, l)] += here*variances[h];
                        }
                    }
                }
            }
        }
    }
}

int curriculum_adjoint_eps_g(int K, int M, int blocks, const curriculum_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work)
{
    const size_t n = curriculum_adjoint_state_size(K, M, blocks);
    const int status = curriculum_adjoint_checked(K, M, blocks, params);

    if (status != CURRICULUM_ADJOINT_OK) {
        return status;
    }
    if (!curriculum_adjoint_counted(curriculum_adjoint_eps_g_work(K, M, blocks, params))) {
        return CURRICULUM_ADJOINT_TOO_LARGE;
    }
    if (!curriculum_adjoint_all_finite(n, state) || !curriculum_adjoint_all_finite(count, factors)) {
        return CURRICULUM_ADJOINT_NONFINITE;
    }
    curriculum_adjoint_eps_g_arrays(K, M, blocks, params, state, count, factors, results, work);
    if (!curriculum_adjoint_all_finite(count*curriculum_adjoint_row_size(K, M, blocks), results)) {
        return CURRICULUM_ADJOINT_DOMAIN;
    }
    return CURRICULUM_ADJOINT_OK;
}

size_t curriculum_adjoint_work_size(int K, int M, int blocks, const curriculum_adjoint_params *params)
{
    double arrays = 0.0;

    if (K < 1 || M < 1 || blocks < 1 || !params) {
        return 0;
    }
    arrays = fmax(arrays, curriculum_adjoint_rhs_work(K, M, blocks, params));
    arrays = fmax(arrays, curriculum_adjoint_eps_g_work(K, M, blocks, params));
    return curriculum_adjoint_counted(arrays);
}


int curriculum_adjoint_check(int version, size_t size)
{
    return version == CURRICULUM_ADJOINT_ABI && size == sizeof(curriculum_adjoint_params) ? CURRICULUM_ADJOINT_OK : CURRICULUM_ADJOINT_LAYOUT;
}

const char *curriculum_adjoint_strerror(int status)
{
    switch (status) {
    case CURRICULUM_ADJOINT_OK:
        return "ok";
    case CURRICULUM_ADJOINT_BAD_K:
        return "K is less than 1";
    case CURRICULUM_ADJOINT_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case CURRICULUM_ADJOINT_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case CURRICULUM_ADJOINT_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case CURRICULUM_ADJOINT_STEP_LIMIT:
        return "step limit: max_steps reached";
    case CURRICULUM_ADJOINT_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case CURRICULUM_ADJOINT_NULL_PARAMS:
        return "params is NULL";
    case CURRICULUM_ADJOINT_TIMES:
        return "the times (alphas) do not increase";
    case CURRICULUM_ADJOINT_RTOL:
        return "rtol is negative or not finite";
    case CURRICULUM_ADJOINT_ATOL:
        return "atol is not positive or not finite";
    case CURRICULUM_ADJOINT_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case CURRICULUM_ADJOINT_OBSERVABLE:
        return "the observable is none of this model";
    case CURRICULUM_ADJOINT_RULE:
        return "the number of nodes (size) is that of no rule";
    case CURRICULUM_ADJOINT_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case CURRICULUM_ADJOINT_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case CURRICULUM_ADJOINT_BAD_M:
        return "M is less than 1";
    case CURRICULUM_ADJOINT_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case CURRICULUM_ADJOINT_NO_TIMES:
        return "there are no times: n is 0";
    case CURRICULUM_ADJOINT_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case CURRICULUM_ADJOINT_NULL_OPTIONS:
        return "options is NULL";
    case CURRICULUM_ADJOINT_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case CURRICULUM_ADJOINT_NULL_TIMES:
        return "alphas is NULL";
    case CURRICULUM_ADJOINT_NULL_RESULTS:
        return "where the results go is NULL";
    case CURRICULUM_ADJOINT_NULL_WORK:
        return "work is NULL";
    case CURRICULUM_ADJOINT_NULL_REQUEST:
        return "request is NULL";
    case CURRICULUM_ADJOINT_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case CURRICULUM_ADJOINT_BAD_blocks:
        return "blocks is less than 1";
    case CURRICULUM_ADJOINT_BAD_eta_J:
        return "eta_J is negative or not finite";
    case CURRICULUM_ADJOINT_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case CURRICULUM_ADJOINT_BAD_noise:
        return "noise is negative or not finite";
    case CURRICULUM_ADJOINT_BAD_decay:
        return "decay is negative or not finite";
    case CURRICULUM_ADJOINT_BAD_V:
        return "V is not at least 1";
    case CURRICULUM_ADJOINT_BAD_T:
        return "T has an element that is not finite";
    case CURRICULUM_ADJOINT_BAD_mean:
        return "mean has an element that is not finite";
    case CURRICULUM_ADJOINT_BAD_cov:
        return "cov has an element that is not finite";
    case CURRICULUM_ADJOINT_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case CURRICULUM_ADJOINT_BAD_shares:
        return "shares has an element that is not finite";
    case CURRICULUM_ADJOINT_BAD_variances:
        return "variances has an element that is not finite";
    case CURRICULUM_ADJOINT_MISSING_T:
        return "T is NULL, and has to be given";
    case CURRICULUM_ADJOINT_MISSING_shares:
        return "shares is NULL, and has to be given";
    case CURRICULUM_ADJOINT_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}
