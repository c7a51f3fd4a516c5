/*
 * giant_step.h - Giant steps: gradient descent on batches of as many samples as there are inputs
 *
 * Emitted by orderode 0.1.0 from the system giant_step, digest afc103f1aaac0b2b. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Dandi, Krzakala, Loureiro, Pesce, Stephan, arXiv 2305.18270
 *
 * Conventions
 *   activation    g(x) = erf(x/sqrt(2))
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   giant step    J_k <- J_k - gamma sqrt(N) (1/n) sum dl/dlambda_k x, over n = ratio N fresh samples x
 *
 * Limits and closures
 *   N -> inf (exact): K, M, ratio = n/N and the number of steps stay fixed; overlaps are self-averaging
 *   one task (exact): the same in each step, given by its mean: its covariance has to be zero
 *   covariance of one step (approximation): left out: no part of it is known for a giant step, whose samples fluctuate with the weights
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * giant_step_state_size(K, M) doubles.
 * Time: steps t = 0, 1, ... Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_GIANT_STEP_H
#define ORDERODE_GIANT_STEP_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define GIANT_STEP_DIGEST "afc103f1aaac0b2b"

/* Of structs, codes and calls: another number where one of them is another. */
#define GIANT_STEP_ABI 47050578

/* Status of a call, one for each fault; giant_step_strerror puts it in words. */
enum {
    GIANT_STEP_OK = 0, /* ok */
    GIANT_STEP_BAD_K = 1, /* K is less than 1 */
    GIANT_STEP_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    GIANT_STEP_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    GIANT_STEP_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    GIANT_STEP_STEP_LIMIT = 5, /* step limit: max_steps reached */
    GIANT_STEP_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    GIANT_STEP_NULL_PARAMS = 7, /* params is NULL */
    GIANT_STEP_TIMES = 8, /* the times (alphas) do not increase */
    GIANT_STEP_RTOL = 9, /* rtol is negative or not finite */
    GIANT_STEP_ATOL = 10, /* atol is not positive or not finite */
    GIANT_STEP_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    GIANT_STEP_OBSERVABLE = 12, /* the observable is none of this model */
    GIANT_STEP_RULE = 13, /* the number of nodes (size) is that of no rule */
    GIANT_STEP_NODES = 14, /* nodes and weights are missing: finite P and V need them */
    GIANT_STEP_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    GIANT_STEP_BAD_M = 16, /* M is less than 1 */
    GIANT_STEP_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    GIANT_STEP_NO_TIMES = 18, /* there are no times: n is 0 */
    GIANT_STEP_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    GIANT_STEP_NULL_OPTIONS = 20, /* options is NULL */
    GIANT_STEP_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    GIANT_STEP_NULL_TIMES = 22, /* alphas is NULL */
    GIANT_STEP_NULL_RESULTS = 23, /* where the results go is NULL */
    GIANT_STEP_NULL_WORK = 24, /* work is NULL */
    GIANT_STEP_NULL_REQUEST = 25, /* request is NULL */
    GIANT_STEP_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    GIANT_STEP_BAD_gamma = 32, /* gamma is negative or not finite */
    GIANT_STEP_BAD_noise = 33, /* noise is negative or not finite */
    GIANT_STEP_BAD_ratio = 34, /* ratio is not positive */
    GIANT_STEP_BAD_T = 35, /* T has an element that is not finite */
    GIANT_STEP_BAD_mean = 36, /* mean has an element that is not finite */
    GIANT_STEP_BAD_cov = 37, /* cov has an element that is not finite */
    GIANT_STEP_BAD_kurtosis = 38, /* kurtosis has an element that is not finite */
    GIANT_STEP_MISSING_T = 39, /* T is NULL, and has to be given */
    GIANT_STEP_FINITE_ratio = 40 /* ratio is finite, and has to be infinite here */
};

/* Parameters of the algorithm. Scalars may be infinite only where it is said; matrices are stored row by row. */
typedef struct {
    double gamma; /* rate of a giant step */
    double noise; /* standard deviation of label noise; default 0.0 */
    double ratio; /* samples in the batch of a step over the dimension of inputs; INFINITY for the limit */
    const double *T; /* overlaps of the teacher, M x M */
    const double *mean; /* mean of the task vector, M; NULL: all 1 */
    const double *cov; /* its covariance, M x M; NULL: zero */
    const double *kurtosis; /* kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; NULL: Gaussian */
} giant_step_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void giant_step_defaults(giant_step_params *params);

/* The elements of w0 at t = 0, where a problem gives none. */
#define GIANT_STEP_HEAD_START 1.0


/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; giant_step_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t giant_step_state_size(int K, int M);
size_t giant_step_work_size(int K, int M, const giant_step_params *params);

/* What one step changes the state by. */
int giant_step_change(int K, int M, const giant_step_params *params, const double *state, double *dstate, double *work);

/* The state after one step; next may be state itself. */
int giant_step_step(int K, int M, const giant_step_params *params, const double *state, double *next, double *work);

/* loss on fresh data. */
int giant_step_eps_g(int K, int M, const giant_step_params *params, const double *state, double *eps_g, double *work);

/*
 * Writes state0 and the state after each of so many steps into the rows of states (steps + 1 x state_size), and the
 * observables there, where they are not NULL (steps + 1 each). done may be NULL: the last step that has a state. On a status
 * other than OK what lies behind it holds NaN.
 */
int giant_step_run(int K, int M, const giant_step_params *params, const double *state0, size_t steps, double *states,
                   double *eps_g, size_t *done, double *work);

/*
 * giant_step_check(GIANT_STEP_ABI, sizeof(giant_step_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int giant_step_check(int version, size_t size);

const char *giant_step_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
