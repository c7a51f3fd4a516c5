/*
 * perceptron_sign.h - The perceptron rule on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system perceptron_sign, digest 19e20c112ada4578. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Biehl and Riegler, Europhys. Lett. 28, 525 (1994)
 *
 * Conventions
 *   activation    g(x) = sign(x)
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): left out: not derived yet: rules give <z z g g> of two threshold units that differ, alone
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * perceptron_sign_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_PERCEPTRON_SIGN_H
#define ORDERODE_PERCEPTRON_SIGN_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define PERCEPTRON_SIGN_DIGEST "19e20c112ada4578"

/* Of structs, codes and calls: another number where one of them is another. */
#define PERCEPTRON_SIGN_ABI 99292680

/* Status of a call, one for each fault; perceptron_sign_strerror puts it in words. */
enum {
    PERCEPTRON_SIGN_OK = 0, /* ok */
    PERCEPTRON_SIGN_BAD_K = 1, /* K is less than 1 */
    PERCEPTRON_SIGN_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    PERCEPTRON_SIGN_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    PERCEPTRON_SIGN_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    PERCEPTRON_SIGN_STEP_LIMIT = 5, /* step limit: max_steps reached */
    PERCEPTRON_SIGN_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    PERCEPTRON_SIGN_NULL_PARAMS = 7, /* params is NULL */
    PERCEPTRON_SIGN_TIMES = 8, /* the times (alphas) do not increase */
    PERCEPTRON_SIGN_RTOL = 9, /* rtol is negative or not finite */
    PERCEPTRON_SIGN_ATOL = 10, /* atol is not positive or not finite */
    PERCEPTRON_SIGN_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    PERCEPTRON_SIGN_OBSERVABLE = 12, /* the observable is none of this model */
    PERCEPTRON_SIGN_RULE = 13, /* the number of nodes (size) is that of no rule */
    PERCEPTRON_SIGN_NODES = 14, /* nodes and weights are missing: finite P and V need them */
    PERCEPTRON_SIGN_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    PERCEPTRON_SIGN_BAD_M = 16, /* M is less than 1 */
    PERCEPTRON_SIGN_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    PERCEPTRON_SIGN_NO_TIMES = 18, /* there are no times: n is 0 */
    PERCEPTRON_SIGN_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    PERCEPTRON_SIGN_NULL_OPTIONS = 20, /* options is NULL */
    PERCEPTRON_SIGN_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    PERCEPTRON_SIGN_NULL_TIMES = 22, /* alphas is NULL */
    PERCEPTRON_SIGN_NULL_RESULTS = 23, /* where the results go is NULL */
    PERCEPTRON_SIGN_NULL_WORK = 24, /* work is NULL */
    PERCEPTRON_SIGN_NULL_REQUEST = 25, /* request is NULL */
    PERCEPTRON_SIGN_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    PERCEPTRON_SIGN_BAD_eta_J = 32, /* eta_J is negative or not finite */
    PERCEPTRON_SIGN_BAD_eta_0 = 33, /* eta_0 is negative or not finite */
    PERCEPTRON_SIGN_BAD_noise = 34, /* noise is negative or not finite */
    PERCEPTRON_SIGN_BAD_decay = 35, /* decay is negative or not finite */
    PERCEPTRON_SIGN_BAD_V = 36, /* V is not at least 1 */
    PERCEPTRON_SIGN_BAD_T = 37, /* T has an element that is not finite */
    PERCEPTRON_SIGN_BAD_mean = 38, /* mean has an element that is not finite */
    PERCEPTRON_SIGN_BAD_cov = 39, /* cov has an element that is not finite */
    PERCEPTRON_SIGN_BAD_kurtosis = 40, /* kurtosis has an element that is not finite */
    PERCEPTRON_SIGN_MISSING_T = 41, /* T is NULL, and has to be given */
    PERCEPTRON_SIGN_FINITE_V = 42 /* V is finite, and has to be infinite here */
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
} perceptron_sign_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void perceptron_sign_defaults(perceptron_sign_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define PERCEPTRON_SIGN_HEAD_START 1.0


/* Step control of the integrator. */
typedef struct {
    double rtol;           /* error of a step against rtol*|y| + atol, root mean square over the state; >= 0 */
    double atol;           /* > 0, for overlaps may be exactly zero */
    unsigned long max_steps; /* accepted and rejected steps together; 0 means 10 million */
} perceptron_sign_options;

/* What the integrator did. */
typedef struct {
    unsigned long accepted;
    unsigned long rejected;
    unsigned long evaluations; /* of the right-hand side */
    double alpha;              /* how far it came */
} perceptron_sign_stats;

/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; perceptron_sign_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t perceptron_sign_state_size(int K, int M);
size_t perceptron_sign_work_size(int K, int M, const perceptron_sign_params *params);

/* d state/d alpha. */
int perceptron_sign_rhs(int K, int M, const perceptron_sign_params *params, const double *state, double *dstate, double *work);

/* share of wrong labels. */
int perceptron_sign_eps_g(int K, int M, const perceptron_sign_params *params, const double *state, double *eps_g, double *work);

/*
 * Integrates from state0 at alphas[0] and writes the state at each of the n increasing times alphas[0..n-1] into the rows
 * of states (n x state_size), from steps of Dormand-Prince 5(4) with error control and its dense output of order 4.
 * stats may be NULL. On a status other than OK the rows not reached hold NaN.
 */
int perceptron_sign_integrate(int K, int M, const perceptron_sign_params *params, const perceptron_sign_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, perceptron_sign_stats *stats, double *work);

/*
 * The same with rates that change on straight lines, from those of params at alphas[0] to those of then at alphas[n-1]; all else is
 * that of params. Constant where then is NULL. Rates that change otherwise are some calls one after the other.
 */
int perceptron_sign_integrate_ramped(int K, int M, const perceptron_sign_params *params, const perceptron_sign_params *then, const perceptron_sign_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, perceptron_sign_stats *stats, double *work);

/*
 * perceptron_sign_check(PERCEPTRON_SIGN_ABI, sizeof(perceptron_sign_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int perceptron_sign_check(int version, size_t size);

const char *perceptron_sign_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
