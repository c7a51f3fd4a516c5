/*
 * one_step.h - One large gradient step on the first layer, then ridge regression of the readout
 *
 * Emitted by orderode 0.1.0 from the system one_step, digest 4a245ffaf08d1e3d. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Cui, Pesce, Dandi, Krzakala, Lu, Zdeborova, Loureiro, arXiv 2402.04980
 *
 * Conventions
 *   inputs        x with i.i.d. N(0, 1) entries; s = theta.x, |theta| = 1
 *   labels        y = g(s) + sqrt(noise2) N(0, 1)
 *   network       f = sum_i a_i sigma(w_i.x)/sqrt(p)
 *   weights       w0 uniform on the unit sphere; w1 = w0 + eta mean_mu y sigma'(w0.x) x over n0 samples, a0 = 1/sqrt(p)
 *   readout       least sum_mu (y - f)^2/2 + lambda |a|^2/2 over n fresh samples
 *   ratios        alpha = n/d, beta = p/d, alpha0 = n0/d
 *   erf           erf(x) itself, for network and target, where the ODE systems have erf(x/sqrt(2))
 *   others        gelu is x Phi(x) itself, silu (swish) x/(1 + exp(-x)), softplus log(1 + exp(x)), sigmoid 1/(1 + exp(-x))
 *
 * Limits and closures
 *   d -> inf (exact): n, p and n0 grow like d; the row norms of the weights do not fluctuate
 *   level 0 (approximation): the bulk after the step is isotropic, of the right variance (the map of the paper)
 *   level 1 (exact): the bulk's covariance (1 + a M)^2 + tau S and its correlation with spike and teacher
 *
 * Averages over the samples of the step are sums over the same nodes, of the signal, times the trapezoidal rule with
 * 69 points on +-8.5 standard deviations for the noise.
 *
 * Averages over kappa are Gauss-Legendre sums over 8 panels of 20 nodes on either side of 0, graded as sinh. Owen's T
 * is a Gauss-Legendre sum of 12 nodes, to 1e-15 for all h and |a| <= 1, which is all that occurs.
 * Where a function has no closed averages (sigmoid, silu, softplus, tanh) those of its ends are, and the rest is a trapezoidal sum
 * on a grid that all kappa share, to 2e-14 for every mean and variance.
 * Thread-safe: no globals, no allocation, no input or output; the caller owns all memory. A work array belongs to one
 * call at a time.
 */
#ifndef ORDERODE_ONE_STEP_H
#define ORDERODE_ONE_STEP_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define ONE_STEP_DIGEST "4a245ffaf08d1e3d"

/* Of structs, codes and calls: another number where one of them is another. */
#define ONE_STEP_ABI 102711224

/* Status of a call or of a point, one for each fault; one_step_strerror puts it in words. */
enum {
    ONE_STEP_OK = 0, /* ok */
    ONE_STEP_NO_CONVERGENCE = 1, /* no convergence: Newton's steps did not become small */
    ONE_STEP_NONFINITE = 2, /* non-finite: a value is NaN or infinite */
    ONE_STEP_NULL_PARAMS = 3, /* params is NULL */
    ONE_STEP_ACTIVATION = 4, /* the activation is none of this system */
    ONE_STEP_TARGET = 5, /* the target is none of this system */
    ONE_STEP_LEVEL = 6, /* level is neither 0 nor 1 */
    ONE_STEP_NULL_RESULTS = 9, /* results is NULL */
    ONE_STEP_NULL_WORK = 10, /* work is NULL */
    ONE_STEP_LAYOUT = 11, /* the program was made for another header: version or size of params differ */
    ONE_STEP_BAD_alpha = 32, /* alpha is not positive or not finite */
    ONE_STEP_BAD_beta = 33, /* beta is not positive or not finite */
    ONE_STEP_BAD_lam = 34, /* lam is negative or not finite */
    ONE_STEP_BAD_alpha0 = 35, /* alpha0 is not positive or not finite */
    ONE_STEP_BAD_eta = 36, /* eta is negative or not finite */
    ONE_STEP_BAD_noise2 = 37, /* noise2 is negative or not finite */
    ONE_STEP_BAD_inverse_p = 38 /* inverse_p is negative or not finite */
};

enum {
    ONE_STEP_ACTIVATION_ERF = 0, /* sigma(x) = erf(x) */
    ONE_STEP_ACTIVATION_RELU = 1, /* sigma(x) = max(x, 0) */
    ONE_STEP_ACTIVATION_TANH = 2, /* sigma(x) = tanh(x) */
    ONE_STEP_ACTIVATION_GELU = 3, /* sigma(x) = x Phi(x), Phi the normal distribution function */
    ONE_STEP_ACTIVATION_SILU = 4, /* sigma(x) = x/(1 + exp(-x)) */
    ONE_STEP_ACTIVATION_SOFTPLUS = 5, /* sigma(x) = log(1 + exp(x)) */
    ONE_STEP_ACTIVATION_SIGMOID = 6, /* sigma(x) = 1/(1 + exp(-x)) */
    ONE_STEP_ACTIVATION_SIN = 7 /* sigma(x) = sin(x) */
};

enum {
    ONE_STEP_TARGET_SIGN = 0, /* g(s) = sign(s) */
    ONE_STEP_TARGET_SIN = 1, /* g(s) = sin(s) */
    ONE_STEP_TARGET_SIN2 = 2, /* g(s) = sin(2 s) */
    ONE_STEP_TARGET_ERF = 3, /* g(s) = erf(s) */
    ONE_STEP_TARGET_RELU = 4, /* g(s) = max(s, 0) */
    ONE_STEP_TARGET_LINEAR = 5, /* g(s) = s */
    ONE_STEP_TARGET_HE2 = 6, /* g(s) = He_2(s)/sqrt(2!) */
    ONE_STEP_TARGET_HE3 = 7, /* g(s) = He_3(s)/sqrt(3!) */
    ONE_STEP_TARGET_HE4 = 8, /* g(s) = He_4(s)/sqrt(4!) */
    ONE_STEP_TARGET_TANH = 9, /* g(s) = tanh(s) */
    ONE_STEP_TARGET_GELU = 10, /* g(s) = s Phi(s), Phi the normal distribution function */
    ONE_STEP_TARGET_SILU = 11, /* g(s) = s/(1 + exp(-s)) */
    ONE_STEP_TARGET_SOFTPLUS = 12, /* g(s) = log(1 + exp(s)) */
    ONE_STEP_TARGET_SIGMOID = 13 /* g(s) = 1/(1 + exp(-s)) */
};

/* Parameters of a point. */
typedef struct {
    double alpha; /* samples of the ridge regression, n/d */
    double beta; /* neurons, p/d */
    double lam; /* ridge lambda */
    double alpha0; /* samples of the gradient step, n0/d */
    double eta; /* rate of the gradient step over p */
    double noise2; /* variance Delta of the label noise */
    double inverse_p; /* 1/p of a finite system, for its leading correction; 0 in the limit */
} one_step_params;

/* What is found at a point; NaN unless status is OK. */
typedef struct {
    double test_error; /* mean square error on fresh inputs, label noise excluded */
    double train_error; /* mean square error on the training samples, label noise included */
    double V1; /* variance of the readout along the inputs, over its fluctuations */
    double V2; /* variance of the readout, over its fluctuations */
    double Vh1; /* conjugate of V1 */
    double Vh2; /* conjugate of V2 */
    double A; /* amplitude of the mean feature c0 */
    double m_v; /* mean output along the spike */
    double m_e; /* mean output along the rest of the teacher */
    double Q1; /* squared readout seen through the bulk */
    double Q2; /* squared readout */
    double x; /* spectral parameter of the bulk, D times Vh1 */
    int status;
    int steps; /* of Newton */
} one_step_result;

/* Size of the work array in doubles. */
size_t one_step_work_size(void);

/*
 * Solves count points, one after the other, into results (count). Neighbouring points that differ in alpha, beta, lam,
 * noise2 or inverse_p only share the tables over kappa, which cost more than the rest. Returns the status
 * of the first argument that is not accepted, else OK; what fails at a point is in the status of its result.
 * Level 0 is an isotropic bulk, level 1 the exact one.
 */
int one_step_solve(int activation, int target, int level, size_t count, const one_step_params *params, one_step_result *results,
              double *work);

/* The spike after the step: its strength and overlap with the teacher, and the variance of the isotropic bulk. */
int one_step_step(int activation, int target, const one_step_params *params, double *strength, double *overlap, double *variance);

/* Owen's T(h, a) for |a| <= 1. */
double one_step_owens_t(double h, double slope);

/*
 * one_step_check(ONE_STEP_ABI, sizeof(one_step_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int one_step_check(int version, size_t size);

const char *one_step_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
