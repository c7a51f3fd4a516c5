/*
 * srf.h - Spiked random features: ridge regression on features whose weights share a spike
 *
 * Emitted by orderode 0.1.0 from the system srf, digest 53edd64a08781c67. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Cui, Pesce, Dandi, Krzakala, Lu, Zdeborova, Loureiro, arXiv 2402.04980
 *
 * Conventions
 *   inputs        x with i.i.d. N(0, 1) entries; s = theta.x, |theta| = 1
 *   labels        y = g(s) + sqrt(noise2) N(0, 1)
 *   network       f = sum_i a_i sigma(w_i.x)/sqrt(p)
 *   weights       w_i = b_i + u_k v in group k, rows b_i with covariance c_k/d, |v| = 1, v.theta = gamma
 *   readout       least sum_mu (y - f)^2/2 + lambda |a|^2/2 over n fresh samples
 *   ratios        alpha = n/d, beta = p/d, alpha0 = n0/d
 *   erf           erf(x) itself, for network and target, where the ODE systems have erf(x/sqrt(2))
 *   others        gelu is x Phi(x) itself, silu (swish) x/(1 + exp(-x)), softplus log(1 + exp(x)), sigmoid 1/(1 + exp(-x))
 *
 * Limits and closures
 *   d -> inf (exact): n, p and n0 grow like d; the row norms of the weights do not fluctuate
 *
 * Averages over kappa are Gauss-Legendre sums over 8 panels of 20 nodes on either side of 0, graded as sinh. Owen's T
 * is a Gauss-Legendre sum of 12 nodes, to 1e-15 for all h and |a| <= 1, which is all that occurs.
 * Where a function has no closed averages (sigmoid, silu, softplus, tanh) those of its ends are, and the rest is a trapezoidal sum
 * on a grid that all kappa share, to 2e-14 for every mean and variance.
 * Thread-safe: no globals, no allocation, no input or output; the caller owns all memory. A work array belongs to one
 * call at a time.
 */
#ifndef ORDERODE_SRF_H
#define ORDERODE_SRF_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define SRF_DIGEST "53edd64a08781c67"

/* Of structs, codes and calls: another number where one of them is another. */
#define SRF_ABI 168231210

/* Groups that are accepted at most. */
enum { SRF_MOST_GROUPS = 32 };

/* Status of a call or of a point, one for each fault; srf_strerror puts it in words. */
enum {
    SRF_OK = 0, /* ok */
    SRF_NO_CONVERGENCE = 1, /* no convergence: Newton's steps did not become small */
    SRF_NONFINITE = 2, /* non-finite: a value is NaN or infinite */
    SRF_NULL_PARAMS = 3, /* params is NULL */
    SRF_ACTIVATION = 4, /* the activation is none of this system */
    SRF_TARGET = 5, /* the target is none of this system */
    SRF_GROUPS = 7, /* the number of groups (groups) is less than 1 or more than 32 */
    SRF_FRACTIONS = 8, /* the fractions of a point do not sum to 1 */
    SRF_NULL_RESULTS = 9, /* results is NULL */
    SRF_NULL_WORK = 10, /* work is NULL */
    SRF_LAYOUT = 11, /* the program was made for another header: version or size of params differ */
    SRF_NULL_u = 16, /* u is NULL */
    SRF_NULL_c = 17, /* c is NULL */
    SRF_NULL_fraction = 18, /* fraction is NULL */
    SRF_BAD_alpha = 32, /* alpha is not positive or not finite */
    SRF_BAD_beta = 33, /* beta is not positive or not finite */
    SRF_BAD_lam = 34, /* lam is negative or not finite */
    SRF_BAD_gamma = 35, /* gamma is more than 1 in size */
    SRF_BAD_noise2 = 36, /* noise2 is negative or not finite */
    SRF_BAD_inverse_p = 37, /* inverse_p is negative or not finite */
    SRF_BAD_u = 38, /* u is not finite */
    SRF_BAD_c = 39, /* c is not positive or not finite */
    SRF_BAD_fraction = 40 /* fraction is not positive or not finite */
};

enum {
    SRF_ACTIVATION_ERF = 0, /* sigma(x) = erf(x) */
    SRF_ACTIVATION_RELU = 1, /* sigma(x) = max(x, 0) */
    SRF_ACTIVATION_TANH = 2, /* sigma(x) = tanh(x) */
    SRF_ACTIVATION_GELU = 3, /* sigma(x) = x Phi(x), Phi the normal distribution function */
    SRF_ACTIVATION_SILU = 4, /* sigma(x) = x/(1 + exp(-x)) */
    SRF_ACTIVATION_SOFTPLUS = 5, /* sigma(x) = log(1 + exp(x)) */
    SRF_ACTIVATION_SIGMOID = 6, /* sigma(x) = 1/(1 + exp(-x)) */
    SRF_ACTIVATION_SIN = 7 /* sigma(x) = sin(x) */
};

enum {
    SRF_TARGET_SIGN = 0, /* g(s) = sign(s) */
    SRF_TARGET_SIN = 1, /* g(s) = sin(s) */
    SRF_TARGET_SIN2 = 2, /* g(s) = sin(2 s) */
    SRF_TARGET_ERF = 3, /* g(s) = erf(s) */
    SRF_TARGET_RELU = 4, /* g(s) = max(s, 0) */
    SRF_TARGET_LINEAR = 5, /* g(s) = s */
    SRF_TARGET_HE2 = 6, /* g(s) = He_2(s)/sqrt(2!) */
    SRF_TARGET_HE3 = 7, /* g(s) = He_3(s)/sqrt(3!) */
    SRF_TARGET_HE4 = 8, /* g(s) = He_4(s)/sqrt(4!) */
    SRF_TARGET_TANH = 9, /* g(s) = tanh(s) */
    SRF_TARGET_GELU = 10, /* g(s) = s Phi(s), Phi the normal distribution function */
    SRF_TARGET_SILU = 11, /* g(s) = s/(1 + exp(-s)) */
    SRF_TARGET_SOFTPLUS = 12, /* g(s) = log(1 + exp(s)) */
    SRF_TARGET_SIGMOID = 13 /* g(s) = 1/(1 + exp(-s)) */
};

/* Parameters of a point that do not depend on the group. */
typedef struct {
    double alpha; /* samples of the ridge regression, n/d */
    double beta; /* neurons, p/d */
    double lam; /* ridge lambda */
    double gamma; /* overlap of the spike with the teacher, from -1 to 1 */
    double noise2; /* variance Delta of the label noise */
    double inverse_p; /* 1/p of a finite system, for its leading correction; 0 in the limit */
} srf_params;

/* What is found at a point; NaN unless status is OK. */
typedef struct {
    double test_error; /* mean square error on fresh inputs, label noise excluded */
    double train_error; /* mean square error on the training samples, label noise included */
    int status;
    int steps; /* of Newton */
} srf_result;

/* Size of the work array in doubles. */
size_t srf_work_size(int groups);

/*
 * Size of the overlaps of a point in doubles. They are, row by row:
 *   V1   (groups, groups) covariance of the groups' readouts along the inputs, over their fluctuations
 *   V2   (groups) variance of the readouts of a group, over their fluctuations
 *   Vh1  (groups, groups) conjugate of V1
 *   Vh2  (groups) conjugate of V2
 *   D    (groups) response of a group's bulk
 *   R    (groups) conjugate of D
 *   A    (groups) amplitude of the mean feature c0; of least norm where the features leave it open
 *   m_v  (groups) mean output along the spike
 *   m_e  (groups) mean output along the rest of the teacher
 *   Q1   (groups, groups) product of the groups' readouts seen through the bulk
 *   Q2   (groups) squared readout
 */
size_t srf_overlaps_size(int groups);

/*
 * Solves count points, one after the other, into results (count) and, unless it is null, overlaps (count, size above).
 * u (count, groups): strength of the spike in the weights of each group.
 * c (count, groups): variance of the bulk of each group: its rows have covariance c/d.
 * fraction (count, groups): share of the neurons in each group; they sum to 1.
 * Neighbouring points with the same gamma, u and c share the tables over kappa, which cost more than the rest. Returns
 * the status of the first argument that is not accepted, else OK; what fails at a point is in the status of its result.
 */
int srf_solve(int activation, int target, size_t count, int groups, const srf_params *params, const double *u, const double *c, const double *fraction,
              srf_result *results, double *overlaps, double *work);

/* Owen's T(h, a) for |a| <= 1. */
double srf_owens_t(double h, double slope);

/*
 * srf_check(SRF_ABI, sizeof(srf_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int srf_check(int version, size_t size);

const char *srf_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
