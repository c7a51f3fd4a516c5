/*
 * dropout_linear.h - SGD with dropout: units are kept with a probability in each step
 *
 * Emitted by orderode 0.1.0 from the system dropout_linear, digest c4657ccb582458ad. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Mori, Mignacco, arXiv 2505.07792
 *
 * Conventions
 *   activation    g(x) = x
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   gains         r_k is 1 with probability keep, else 0; one for all samples of a step
 *   loss          l = (-y - noise*zeta + sum_k r_k*w0_k*g(lambda_k))^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): left out: no part of it is known with gains, which the samples of a step share
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * dropout_linear_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_DROPOUT_LINEAR_H
#define ORDERODE_DROPOUT_LINEAR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define DROPOUT_LINEAR_DIGEST "c4657ccb582458ad"

/* Of structs, codes and calls: another number where one of them is another. */
#define DROPOUT_LINEAR_ABI 67165297

/* Status of a call, one for each fault; dropout_linear_strerror puts it in words. */
enum {
    DROPOUT_LINEAR_OK = 0, /* ok */
    DROPOUT_LINEAR_BAD_K = 1, /* K is less than 1 */
    DROPOUT_LINEAR_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    DROPOUT_LINEAR_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    DROPOUT_LINEAR_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    DROPOUT_LINEAR_STEP_LIMIT = 5, /* step limit: max_steps reached */
    DROPOUT_LINEAR_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    DROPOUT_LINEAR_NULL_PARAMS = 7, /* params is NULL */
    DROPOUT_LINEAR_TIMES = 8, /* the times (alphas) do not increase */
    DROPOUT_LINEAR_RTOL = 9, /* rtol is negative or not finite */
    DROPOUT_LINEAR_ATOL = 10, /* atol is not positive or not finite */
    DROPOUT_LINEAR_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    DROPOUT_LINEAR_OBSERVABLE = 12, /* the observable is none of this model */
    DROPOUT_LINEAR_RULE = 13, /* the number of nodes (size) is that of no rule */
    DROPOUT_LINEAR_NODES = 14, /* nodes and weights are missing: finite P and V need them */
    DROPOUT_LINEAR_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    DROPOUT_LINEAR_BAD_M = 16, /* M is less than 1 */
    DROPOUT_LINEAR_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    DROPOUT_LINEAR_NO_TIMES = 18, /* there are no times: n is 0 */
    DROPOUT_LINEAR_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    DROPOUT_LINEAR_NULL_OPTIONS = 20, /* options is NULL */
    DROPOUT_LINEAR_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    DROPOUT_LINEAR_NULL_TIMES = 22, /* alphas is NULL */
    DROPOUT_LINEAR_NULL_RESULTS = 23, /* where the results go is NULL */
    DROPOUT_LINEAR_NULL_WORK = 24, /* work is NULL */
    DROPOUT_LINEAR_NULL_REQUEST = 25, /* request is NULL */
    DROPOUT_LINEAR_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    DROPOUT_LINEAR_BAD_eta_J = 32, /* eta_J is negative or not finite */
    DROPOUT_LINEAR_BAD_eta_0 = 33, /* eta_0 is negative or not finite */
    DROPOUT_LINEAR_BAD_noise = 34, /* noise is negative or not finite */
    DROPOUT_LINEAR_BAD_decay = 35, /* decay is negative or not finite */
    DROPOUT_LINEAR_BAD_keep = 36, /* keep is negative or not finite */
    DROPOUT_LINEAR_BAD_V = 37, /* V is not at least 1 */
    DROPOUT_LINEAR_BAD_T = 38, /* T has an element that is not finite */
    DROPOUT_LINEAR_BAD_mean = 39, /* mean has an element that is not finite */
    DROPOUT_LINEAR_BAD_cov = 40, /* cov has an element that is not finite */
    DROPOUT_LINEAR_BAD_kurtosis = 41, /* kurtosis has an element that is not finite */
    DROPOUT_LINEAR_MISSING_T = 42, /* T is NULL, and has to be given */
    DROPOUT_LINEAR_FINITE_V = 43 /* V is finite, and has to be infinite here */
};

/* Parameters of the algorithm. Scalars may be infinite only where it is said; matrices are stored row by row. */
typedef struct {
    double eta_J; /* rate of the first layer */
    double eta_0; /* rate of the head start; default 0.0 */
    double noise; /* standard deviation of label noise; default 0.0 */
    double decay; /* weight decay of the first layer; default 0.0 */
    double keep; /* probability that a step keeps a unit; default 1.0 */
    double V; /* samples in the query set; INFINITY for the limit */
    const double *T; /* overlaps of the teacher, M x M */
    const double *mean; /* mean of the task vector, M; NULL: all 1 */
    const double *cov; /* its covariance, M x M; NULL: zero */
    const double *kurtosis; /* kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; NULL: Gaussian */
} dropout_linear_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void dropout_linear_defaults(dropout_linear_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define DROPOUT_LINEAR_HEAD_START 1.0


/* Step control of the integrator. */
typedef struct {
    double rtol;           /* error of a step against rtol*|y| + atol, root mean square over the state; >= 0 */
    double atol;           /* > 0, for overlaps may be exactly zero */
    unsigned long max_steps; /* accepted and rejected steps together; 0 means 10 million */
} dropout_linear_options;

/* What the integrator did. */
typedef struct {
    unsigned long accepted;
    unsigned long rejected;
    unsigned long evaluations; /* of the right-hand side */
    double alpha;              /* how far it came */
} dropout_linear_stats;

/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; dropout_linear_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t dropout_linear_state_size(int K, int M);
size_t dropout_linear_work_size(int K, int M, const dropout_linear_params *params);

/* d state/d alpha. */
int dropout_linear_rhs(int K, int M, const dropout_linear_params *params, const double *state, double *dstate, double *work);

/* loss of all units. */
int dropout_linear_eps_g(int K, int M, const dropout_linear_params *params, const double *state, double *eps_g, double *work);

/*
 * Integrates from state0 at alphas[0] and writes the state at each of the n increasing times alphas[0..n-1] into the rows
 * of states (n x state_size), from steps of Dormand-Prince 5(4) with error control and its dense output of order 4.
 * stats may be NULL. On a status other than OK the rows not reached hold NaN.
 */
int dropout_linear_integrate(int K, int M, const dropout_linear_params *params, const dropout_linear_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, dropout_linear_stats *stats, double *work);

/*
 * The same with rates that change on straight lines, from those of params at alphas[0] to those of then at alphas[n-1]; all else is
 * that of params. Constant where then is NULL. Rates that change otherwise are some calls one after the other.
 */
int dropout_linear_integrate_ramped(int K, int M, const dropout_linear_params *params, const dropout_linear_params *then, const dropout_linear_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, dropout_linear_stats *stats, double *work);

/*
 * dropout_linear_check(DROPOUT_LINEAR_ABI, sizeof(dropout_linear_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int dropout_linear_check(int version, size_t size);

const char *dropout_linear_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
