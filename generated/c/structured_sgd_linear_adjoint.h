/*
 * structured_sgd_linear_adjoint.h - SGD on inputs whose covariance has several eigenvalues
 *
 * Emitted by orderode 0.1.0 from the system structured_sgd_linear_adjoint, digest c1128b0cff904d58. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Yoshida and Okada, arXiv 2001.03371
 *
 * Conventions
 *   activation    g(x) = x
 *   inputs        blocks h of shares[h] N coordinates, independent N(0, variances[h])
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N, within each block
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or tasks are Gaussian. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out
 *
 * State: R row by row (blocks x K x M), then the upper triangle of Q of each block row by row (blocks x K (K+1)/2), then the head start w0 (K);
 * structured_sgd_linear_adjoint_state_size(K, M, blocks) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1, blocks >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_STRUCTURED_SGD_LINEAR_ADJOINT_H
#define ORDERODE_STRUCTURED_SGD_LINEAR_ADJOINT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define STRUCTURED_SGD_LINEAR_ADJOINT_DIGEST "c1128b0cff904d58"

/* Of structs, codes and calls: another number where one of them is another. */
#define STRUCTURED_SGD_LINEAR_ADJOINT_ABI 203422686

/* Status of a call, one for each fault; structured_sgd_linear_adjoint_strerror puts it in words. */
enum {
    STRUCTURED_SGD_LINEAR_ADJOINT_OK = 0, /* ok */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_K = 1, /* K is less than 1 */
    STRUCTURED_SGD_LINEAR_ADJOINT_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    STRUCTURED_SGD_LINEAR_ADJOINT_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    STRUCTURED_SGD_LINEAR_ADJOINT_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    STRUCTURED_SGD_LINEAR_ADJOINT_STEP_LIMIT = 5, /* step limit: max_steps reached */
    STRUCTURED_SGD_LINEAR_ADJOINT_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    STRUCTURED_SGD_LINEAR_ADJOINT_NULL_PARAMS = 7, /* params is NULL */
    STRUCTURED_SGD_LINEAR_ADJOINT_TIMES = 8, /* the times (alphas) do not increase */
    STRUCTURED_SGD_LINEAR_ADJOINT_RTOL = 9, /* rtol is negative or not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_ATOL = 10, /* atol is not positive or not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    STRUCTURED_SGD_LINEAR_ADJOINT_OBSERVABLE = 12, /* the observable is none of this model */
    STRUCTURED_SGD_LINEAR_ADJOINT_RULE = 13, /* the number of nodes (size) is that of no rule */
    STRUCTURED_SGD_LINEAR_ADJOINT_NODES = 14, /* nodes and weights are missing: finite P and V need them */
    STRUCTURED_SGD_LINEAR_ADJOINT_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_M = 16, /* M is less than 1 */
    STRUCTURED_SGD_LINEAR_ADJOINT_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    STRUCTURED_SGD_LINEAR_ADJOINT_NO_TIMES = 18, /* there are no times: n is 0 */
    STRUCTURED_SGD_LINEAR_ADJOINT_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_NULL_OPTIONS = 20, /* options is NULL */
    STRUCTURED_SGD_LINEAR_ADJOINT_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    STRUCTURED_SGD_LINEAR_ADJOINT_NULL_TIMES = 22, /* alphas is NULL */
    STRUCTURED_SGD_LINEAR_ADJOINT_NULL_RESULTS = 23, /* where the results go is NULL */
    STRUCTURED_SGD_LINEAR_ADJOINT_NULL_WORK = 24, /* work is NULL */
    STRUCTURED_SGD_LINEAR_ADJOINT_NULL_REQUEST = 25, /* request is NULL */
    STRUCTURED_SGD_LINEAR_ADJOINT_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_blocks = 32, /* blocks is less than 1 */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_eta_J = 33, /* eta_J is negative or not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_eta_0 = 34, /* eta_0 is negative or not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_noise = 35, /* noise is negative or not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_decay = 36, /* decay is negative or not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_V = 37, /* V is not at least 1 */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_T = 38, /* T has an element that is not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_mean = 39, /* mean has an element that is not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_cov = 40, /* cov has an element that is not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_kurtosis = 41, /* kurtosis has an element that is not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_shares = 42, /* shares has an element that is not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_BAD_variances = 43, /* variances has an element that is not finite */
    STRUCTURED_SGD_LINEAR_ADJOINT_MISSING_T = 44, /* T is NULL, and has to be given */
    STRUCTURED_SGD_LINEAR_ADJOINT_MISSING_shares = 45, /* shares is NULL, and has to be given */
    STRUCTURED_SGD_LINEAR_ADJOINT_FINITE_V = 46 /* V is finite, and has to be infinite here */
};

/* Parameters of the algorithm. Scalars may be infinite only where it is said; matrices are stored row by row. */
typedef struct {
    double eta_J; /* rate of the first layer */
    double eta_0; /* rate of the head start; default 0.0 */
    double noise; /* standard deviation of label noise; default 0.0 */
    double decay; /* weight decay of the first layer; default 0.0 */
    double V; /* samples in the query set; INFINITY for the limit */
    const double *T; /* overlaps of the teacher, blocks x M x M */
    const double *mean; /* mean of the task vector, M; NULL: all 1 */
    const double *cov; /* its covariance, M x M; NULL: zero */
    const double *kurtosis; /* kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; NULL: Gaussian */
    const double *shares; /* share of the inputs that are in each block, blocks */
    const double *variances; /* variance of the inputs in each block, blocks; NULL: all 1 */
} structured_sgd_linear_adjoint_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void structured_sgd_linear_adjoint_defaults(structured_sgd_linear_adjoint_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define STRUCTURED_SGD_LINEAR_ADJOINT_HEAD_START 1.0


/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; structured_sgd_linear_adjoint_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t structured_sgd_linear_adjoint_state_size(int K, int M, int blocks);
size_t structured_sgd_linear_adjoint_work_size(int K, int M, int blocks, const structured_sgd_linear_adjoint_params *params);

/*
 * Backwards: how what a function gives answers to the state and to parameters, by the transposed equations. Of each of count rows
 * of factors, one for each number that it gives, the slopes of the sum with these: to the state, in its order, then to
 * eta_J, eta_0, noise, decay, V; structured_sgd_linear_adjoint_row_size doubles, at a cost of a few evaluations. Of parameters that are infinite: 0.
 */
size_t structured_sgd_linear_adjoint_row_size(int K, int M, int blocks);
int structured_sgd_linear_adjoint_rhs(int K, int M, int blocks, const structured_sgd_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work);
int structured_sgd_linear_adjoint_eps_g(int K, int M, int blocks, const structured_sgd_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work);

/*
 * structured_sgd_linear_adjoint_check(STRUCTURED_SGD_LINEAR_ADJOINT_ABI, sizeof(structured_sgd_linear_adjoint_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int structured_sgd_linear_adjoint_check(int version, size_t size);

const char *structured_sgd_linear_adjoint_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
