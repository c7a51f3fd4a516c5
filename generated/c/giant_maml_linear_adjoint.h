/*
 * giant_maml_linear_adjoint.h - MAML of first order: both layers adapt in a giant step
 *
 * Emitted by orderode 0.1.0 from the system giant_maml_linear_adjoint, digest 05d1a67aecd30822. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Finn, Abbeel, Levine, arXiv 1703.03400
 *
 * Conventions
 *   activation    g(x) = x
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   tasks         one of a set in each step: first with u = u_first, with probability what is left; second with u = u_second, with probability p_second
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *   giant step ahead J'_k = J_k - gamma sqrt(N) (1/n) sum dl/dlambda_k x, w'_k = w_k - eta_w (1/n) sum dl/dw_k, over n = ratio N fresh samples x of the task; the outer step is on these
 *
 * Limits and closures
 *   N -> inf (exact): K, M, V, ratio = n/N stay fixed; overlaps are self-averaging, within a step too
 *   covariance of one step (approximation): left out: no part of it is known where weights move by order one within a step
 *   first order (approximation): the change of the adapted weights is held fixed in the outer derivative
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * giant_maml_linear_adjoint_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_GIANT_MAML_LINEAR_ADJOINT_H
#define ORDERODE_GIANT_MAML_LINEAR_ADJOINT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define GIANT_MAML_LINEAR_ADJOINT_DIGEST "05d1a67aecd30822"

/* Of structs, codes and calls: another number where one of them is another. */
#define GIANT_MAML_LINEAR_ADJOINT_ABI 186202971

/* Status of a call, one for each fault; giant_maml_linear_adjoint_strerror puts it in words. */
enum {
    GIANT_MAML_LINEAR_ADJOINT_OK = 0, /* ok */
    GIANT_MAML_LINEAR_ADJOINT_BAD_K = 1, /* K is less than 1 */
    GIANT_MAML_LINEAR_ADJOINT_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    GIANT_MAML_LINEAR_ADJOINT_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    GIANT_MAML_LINEAR_ADJOINT_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    GIANT_MAML_LINEAR_ADJOINT_STEP_LIMIT = 5, /* step limit: max_steps reached */
    GIANT_MAML_LINEAR_ADJOINT_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    GIANT_MAML_LINEAR_ADJOINT_NULL_PARAMS = 7, /* params is NULL */
    GIANT_MAML_LINEAR_ADJOINT_TIMES = 8, /* the times (alphas) do not increase */
    GIANT_MAML_LINEAR_ADJOINT_RTOL = 9, /* rtol is negative or not finite */
    GIANT_MAML_LINEAR_ADJOINT_ATOL = 10, /* atol is not positive or not finite */
    GIANT_MAML_LINEAR_ADJOINT_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    GIANT_MAML_LINEAR_ADJOINT_OBSERVABLE = 12, /* the observable is none of this model */
    GIANT_MAML_LINEAR_ADJOINT_RULE = 13, /* the number of nodes (size) is that of no rule */
    GIANT_MAML_LINEAR_ADJOINT_NODES = 14, /* nodes and weights are missing: finite P and V need them */
    GIANT_MAML_LINEAR_ADJOINT_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    GIANT_MAML_LINEAR_ADJOINT_BAD_M = 16, /* M is less than 1 */
    GIANT_MAML_LINEAR_ADJOINT_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    GIANT_MAML_LINEAR_ADJOINT_NO_TIMES = 18, /* there are no times: n is 0 */
    GIANT_MAML_LINEAR_ADJOINT_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    GIANT_MAML_LINEAR_ADJOINT_NULL_OPTIONS = 20, /* options is NULL */
    GIANT_MAML_LINEAR_ADJOINT_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    GIANT_MAML_LINEAR_ADJOINT_NULL_TIMES = 22, /* alphas is NULL */
    GIANT_MAML_LINEAR_ADJOINT_NULL_RESULTS = 23, /* where the results go is NULL */
    GIANT_MAML_LINEAR_ADJOINT_NULL_WORK = 24, /* work is NULL */
    GIANT_MAML_LINEAR_ADJOINT_NULL_REQUEST = 25, /* request is NULL */
    GIANT_MAML_LINEAR_ADJOINT_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    GIANT_MAML_LINEAR_ADJOINT_BAD_eta_J = 32, /* eta_J is negative or not finite */
    GIANT_MAML_LINEAR_ADJOINT_BAD_gamma = 33, /* gamma is negative or not finite */
    GIANT_MAML_LINEAR_ADJOINT_BAD_eta_w = 34, /* eta_w is negative or not finite */
    GIANT_MAML_LINEAR_ADJOINT_BAD_eta_0 = 35, /* eta_0 is negative or not finite */
    GIANT_MAML_LINEAR_ADJOINT_BAD_noise = 36, /* noise is negative or not finite */
    GIANT_MAML_LINEAR_ADJOINT_BAD_p_second = 37, /* p_second is negative or not finite */
    GIANT_MAML_LINEAR_ADJOINT_BAD_V = 38, /* V is not at least 1 */
    GIANT_MAML_LINEAR_ADJOINT_BAD_ratio = 39, /* ratio is not positive */
    GIANT_MAML_LINEAR_ADJOINT_BAD_T = 40, /* T has an element that is not finite */
    GIANT_MAML_LINEAR_ADJOINT_BAD_u_first = 41, /* u_first has an element that is not finite */
    GIANT_MAML_LINEAR_ADJOINT_BAD_u_second = 42, /* u_second has an element that is not finite */
    GIANT_MAML_LINEAR_ADJOINT_MISSING_T = 43, /* T is NULL, and has to be given */
    GIANT_MAML_LINEAR_ADJOINT_FINITE_V = 44, /* V is finite, and has to be infinite here */
    GIANT_MAML_LINEAR_ADJOINT_FINITE_ratio = 45 /* ratio is finite, and has to be infinite here */
};

/* Parameters of the algorithm. Scalars may be infinite only where it is said; matrices are stored row by row. */
typedef struct {
    double eta_J; /* rate of the first layer */
    double gamma; /* rate of the giant step */
    double eta_w; /* rate of the head in the giant step; default 0.0 */
    double eta_0; /* rate of the head start; default 0.0 */
    double noise; /* standard deviation of label noise; default 0.0 */
    double p_second; /* probability of the second task; default 0.5 */
    double V; /* samples in the query set; INFINITY for the limit */
    double ratio; /* samples in the support set over the dimension of inputs; INFINITY for the limit */
    const double *T; /* overlaps of the teacher, M x M */
    const double *u_first; /* teacher's head of the first task, M; NULL: all 1 */
    const double *u_second; /* teacher's head of the second task, M; NULL: all 1 */
} giant_maml_linear_adjoint_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void giant_maml_linear_adjoint_defaults(giant_maml_linear_adjoint_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define GIANT_MAML_LINEAR_ADJOINT_HEAD_START 1.0


/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; giant_maml_linear_adjoint_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t giant_maml_linear_adjoint_state_size(int K, int M);
size_t giant_maml_linear_adjoint_work_size(int K, int M, const giant_maml_linear_adjoint_params *params);

/*
 * Backwards: how what a function gives answers to the state and to parameters, by the transposed equations. Of each of count rows
 * of factors, one for each number that it gives, the slopes of the sum with these: to the state, in its order, then to
 * eta_J, gamma, eta_w, eta_0, noise, p_second, V, ratio; giant_maml_linear_adjoint_row_size doubles, at a cost of a few evaluations. Of parameters that are infinite: 0.
 */
size_t giant_maml_linear_adjoint_row_size(int K, int M);
int giant_maml_linear_adjoint_rhs(int K, int M, const giant_maml_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work);
int giant_maml_linear_adjoint_eps_g(int K, int M, const giant_maml_linear_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work);

/*
 * giant_maml_linear_adjoint_check(GIANT_MAML_LINEAR_ADJOINT_ABI, sizeof(giant_maml_linear_adjoint_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int giant_maml_linear_adjoint_check(int version, size_t size);

const char *giant_maml_linear_adjoint_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
