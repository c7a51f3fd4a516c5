/*
 * sgd_linear_fluctuations.h - SGD: online gradient descent of a two-layer student on mini-batches of V samples
 *
 * Emitted by orderode 0.1.0 from the system sgd_linear_fluctuations, digest 80d1b8677f57962b. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Saad and Solla, Phys. Rev. E 52, 4225 (1995)
 *
 * Conventions
 *   activation    g(x) = x
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or tasks are Gaussian. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * sgd_linear_fluctuations_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_SGD_LINEAR_FLUCTUATIONS_H
#define ORDERODE_SGD_LINEAR_FLUCTUATIONS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define SGD_LINEAR_FLUCTUATIONS_DIGEST "80d1b8677f57962b"

/* Of structs, codes and calls: another number where one of them is another. */
#define SGD_LINEAR_FLUCTUATIONS_ABI 99292680

/* Status of a call, one for each fault; sgd_linear_fluctuations_strerror puts it in words. */
enum {
    SGD_LINEAR_FLUCTUATIONS_OK = 0, /* ok */
    SGD_LINEAR_FLUCTUATIONS_BAD_K = 1, /* K is less than 1 */
    SGD_LINEAR_FLUCTUATIONS_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    SGD_LINEAR_FLUCTUATIONS_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    SGD_LINEAR_FLUCTUATIONS_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    SGD_LINEAR_FLUCTUATIONS_STEP_LIMIT = 5, /* step limit: max_steps reached */
    SGD_LINEAR_FLUCTUATIONS_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    SGD_LINEAR_FLUCTUATIONS_NULL_PARAMS = 7, /* params is NULL */
    SGD_LINEAR_FLUCTUATIONS_TIMES = 8, /* the times (alphas) do not increase */
    SGD_LINEAR_FLUCTUATIONS_RTOL = 9, /* rtol is negative or not finite */
    SGD_LINEAR_FLUCTUATIONS_ATOL = 10, /* atol is not positive or not finite */
    SGD_LINEAR_FLUCTUATIONS_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    SGD_LINEAR_FLUCTUATIONS_OBSERVABLE = 12, /* the observable is none of this model */
    SGD_LINEAR_FLUCTUATIONS_RULE = 13, /* the number of nodes (size) is that of no rule */
    SGD_LINEAR_FLUCTUATIONS_NODES = 14, /* nodes and weights are missing: finite P and V need them */
    SGD_LINEAR_FLUCTUATIONS_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    SGD_LINEAR_FLUCTUATIONS_BAD_M = 16, /* M is less than 1 */
    SGD_LINEAR_FLUCTUATIONS_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    SGD_LINEAR_FLUCTUATIONS_NO_TIMES = 18, /* there are no times: n is 0 */
    SGD_LINEAR_FLUCTUATIONS_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    SGD_LINEAR_FLUCTUATIONS_NULL_OPTIONS = 20, /* options is NULL */
    SGD_LINEAR_FLUCTUATIONS_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    SGD_LINEAR_FLUCTUATIONS_NULL_TIMES = 22, /* alphas is NULL */
    SGD_LINEAR_FLUCTUATIONS_NULL_RESULTS = 23, /* where the results go is NULL */
    SGD_LINEAR_FLUCTUATIONS_NULL_WORK = 24, /* work is NULL */
    SGD_LINEAR_FLUCTUATIONS_NULL_REQUEST = 25, /* request is NULL */
    SGD_LINEAR_FLUCTUATIONS_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    SGD_LINEAR_FLUCTUATIONS_BAD_eta_J = 32, /* eta_J is negative or not finite */
    SGD_LINEAR_FLUCTUATIONS_BAD_eta_0 = 33, /* eta_0 is negative or not finite */
    SGD_LINEAR_FLUCTUATIONS_BAD_noise = 34, /* noise is negative or not finite */
    SGD_LINEAR_FLUCTUATIONS_BAD_decay = 35, /* decay is negative or not finite */
    SGD_LINEAR_FLUCTUATIONS_BAD_V = 36, /* V is not at least 1 */
    SGD_LINEAR_FLUCTUATIONS_BAD_T = 37, /* T has an element that is not finite */
    SGD_LINEAR_FLUCTUATIONS_BAD_mean = 38, /* mean has an element that is not finite */
    SGD_LINEAR_FLUCTUATIONS_BAD_cov = 39, /* cov has an element that is not finite */
    SGD_LINEAR_FLUCTUATIONS_BAD_kurtosis = 40, /* kurtosis has an element that is not finite */
    SGD_LINEAR_FLUCTUATIONS_MISSING_T = 41, /* T is NULL, and has to be given */
    SGD_LINEAR_FLUCTUATIONS_FINITE_V = 42 /* V is finite, and has to be infinite here */
};

/* Parameters of the algorithm. Scalars may be infinite only where it is said; matrices are stored row by row. */
typedef struct {
    double eta_J; /* rate of the first layer */
    double eta_0; /* rate of the head start; default 0.0 */
    double noise; /* standard deviation of label noise; default 0.0 */
    double decay; /* weight decay of the first layer; default 0.0 */
    double V; /* samples in the query set; INFINITY for the limit */
    const double *T; /* overlaps of the teacher, M x M */
    const double *mean; /* mean of the task vector, M; NULL: all 1 */
    const double *cov; /* its covariance, M x M; NULL: zero */
    const double *kurtosis; /* kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; NULL: Gaussian */
} sgd_linear_fluctuations_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void sgd_linear_fluctuations_defaults(sgd_linear_fluctuations_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define SGD_LINEAR_FLUCTUATIONS_HEAD_START 1.0


/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; sgd_linear_fluctuations_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t sgd_linear_fluctuations_state_size(int K, int M);
size_t sgd_linear_fluctuations_work_size(int K, int M, const sgd_linear_fluctuations_params *params);

/*
 * Covariance of N times the changes of the overlaps and of w0 in one step, row by row:
 *   DRR (K x M x K x M): covariance of N dR_kn and N dR_lm in one step
 *   DRQ (K x M x K x K): covariance of N dR_kn and N dQ_la in one step
 *   DRw (K x M x K): covariance of N dR_kn and N dw0_l in one step
 *   DQQ (K x K x K x K): covariance of N dQ_kl and N dQ_ab in one step
 *   DQw (K x K x K): covariance of N dQ_kl and N dw0_a in one step
 *   Dww (K x K): covariance of N times the change of w0_k and N times the change of w0_l in one step
 */
int sgd_linear_fluctuations_diffusion(int K, int M, const sgd_linear_fluctuations_params *params, const double *state, double *DRR, double *DRQ, double *DRw, double *DQQ, double *DQw, double *Dww, double *work);

/*
 * Derivative of d state/d alpha in the direction (tR, tQ, tw0) of the state: for count of them, one after the other.
 */
int sgd_linear_fluctuations_tangent(int K, int M, const sgd_linear_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work);

/*
 * Derivative of eps_g in the direction (tR, tQ, tw0) of the state: for count of them, one after the other.
 */
int sgd_linear_fluctuations_eps_g_tangent(int K, int M, const sgd_linear_fluctuations_params *params, const double *state, size_t count,
                      const double *directions, double *results, double *work);

/*
 * sgd_linear_fluctuations_check(SGD_LINEAR_FLUCTUATIONS_ABI, sizeof(sgd_linear_fluctuations_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int sgd_linear_fluctuations_check(int version, size_t size);

const char *sgd_linear_fluctuations_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
