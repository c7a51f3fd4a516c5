/*
 * logistic_adjoint.h - Logistic loss: SGD on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system logistic_adjoint, digest 63e5b8984afa71ef. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 *
 * Conventions
 *   activation    g(x) = erf(x/sqrt(2)) for the learner's units, g(x) = sign(x) for the teacher's
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   tasks         one of a set in each step: labels with u = u_labels, with probability what is left
 *   loss          l = softplus(-y*f)
 *   functions     softplus(x) = log(1 + exp(x))
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): left out: no part of it is known with a set of tasks, whose choice moves all of the state
 *   cubature (approximation): no rule gives <F_k z_i>, <dl/dw_k>, <l of eps_g>; at finite V <F_k F_l>, F_k the slope of the loss: averages by a rule with nodes in the space of the fields, given by the caller
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * logistic_adjoint_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_LOGISTIC_ADJOINT_H
#define ORDERODE_LOGISTIC_ADJOINT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define LOGISTIC_ADJOINT_DIGEST "63e5b8984afa71ef"

/* Of structs, codes and calls: another number where one of them is another. */
#define LOGISTIC_ADJOINT_ABI 129595201

/* Status of a call, one for each fault; logistic_adjoint_strerror puts it in words. */
enum {
    LOGISTIC_ADJOINT_OK = 0, /* ok */
    LOGISTIC_ADJOINT_BAD_K = 1, /* K is less than 1 */
    LOGISTIC_ADJOINT_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    LOGISTIC_ADJOINT_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    LOGISTIC_ADJOINT_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    LOGISTIC_ADJOINT_STEP_LIMIT = 5, /* step limit: max_steps reached */
    LOGISTIC_ADJOINT_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    LOGISTIC_ADJOINT_NULL_PARAMS = 7, /* params is NULL */
    LOGISTIC_ADJOINT_TIMES = 8, /* the times (alphas) do not increase */
    LOGISTIC_ADJOINT_RTOL = 9, /* rtol is negative or not finite */
    LOGISTIC_ADJOINT_ATOL = 10, /* atol is not positive or not finite */
    LOGISTIC_ADJOINT_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    LOGISTIC_ADJOINT_OBSERVABLE = 12, /* the observable is none of this model */
    LOGISTIC_ADJOINT_RULE = 13, /* the number of nodes (size) is that of no rule */
    LOGISTIC_ADJOINT_NODES = 14, /* nodes and weights are missing */
    LOGISTIC_ADJOINT_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    LOGISTIC_ADJOINT_BAD_M = 16, /* M is less than 1 */
    LOGISTIC_ADJOINT_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    LOGISTIC_ADJOINT_NO_TIMES = 18, /* there are no times: n is 0 */
    LOGISTIC_ADJOINT_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    LOGISTIC_ADJOINT_NULL_OPTIONS = 20, /* options is NULL */
    LOGISTIC_ADJOINT_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    LOGISTIC_ADJOINT_NULL_TIMES = 22, /* alphas is NULL */
    LOGISTIC_ADJOINT_NULL_RESULTS = 23, /* where the results go is NULL */
    LOGISTIC_ADJOINT_NULL_WORK = 24, /* work is NULL */
    LOGISTIC_ADJOINT_NULL_REQUEST = 25, /* request is NULL */
    LOGISTIC_ADJOINT_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    LOGISTIC_ADJOINT_BAD_eta_J = 32, /* eta_J is negative or not finite */
    LOGISTIC_ADJOINT_BAD_eta_0 = 33, /* eta_0 is negative or not finite */
    LOGISTIC_ADJOINT_BAD_decay = 34, /* decay is negative or not finite */
    LOGISTIC_ADJOINT_BAD_V = 35, /* V is not at least 1 */
    LOGISTIC_ADJOINT_BAD_T = 36, /* T has an element that is not finite */
    LOGISTIC_ADJOINT_BAD_u_labels = 37, /* u_labels has an element that is not finite */
    LOGISTIC_ADJOINT_MISSING_T = 38, /* T is NULL, and has to be given */
    LOGISTIC_ADJOINT_FINITE_V = 39 /* V is finite, and has to be infinite here */
};

/* Parameters of the algorithm. Scalars may be infinite only where it is said; matrices are stored row by row. */
typedef struct {
    double eta_J; /* rate of the first layer */
    double eta_0; /* rate of the head start; default 0.0 */
    double decay; /* weight decay of the first layer; default 0.0 */
    double V; /* samples in the query set; INFINITY for the limit */
    int n_nodes; /* number of nodes of the rule */
    const double *T; /* overlaps of the teacher, M x M */
    const double *u_labels; /* teacher's head, M; NULL: all 1 */
    const double *nodes; /* nodes of a rule for independent standard normal numbers, one row per node, n_nodes x S; NULL: refused */
    const double *weights; /* its weights, n_nodes; NULL: refused */
} logistic_adjoint_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void logistic_adjoint_defaults(logistic_adjoint_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define LOGISTIC_ADJOINT_HEAD_START 1.0


/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; logistic_adjoint_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t logistic_adjoint_state_size(int K, int M);
size_t logistic_adjoint_work_size(int K, int M, const logistic_adjoint_params *params);

/*
 * Nodes and weights of a rule for the K + M <= 14 fields, from a lattice of size 1021, 4093, 16381, 65521, 262139 points:
 * logistic_adjoint_node_count(size) rows of K + M numbers, and as many weights. They are needed where P and V are finite and all powers
 * of 1/P are kept; made once, they serve all calls.
 */
int logistic_adjoint_node_count(int size);
int logistic_adjoint_nodes(int K, int M, int size, double *nodes, double *weights);

/*
 * Backwards: how what a function gives answers to the state and to parameters, by the transposed equations. Of each of count rows
 * of factors, one for each number that it gives, the slopes of the sum with these: to the state, in its order, then to
 * eta_J, eta_0, decay, V; logistic_adjoint_row_size doubles, at a cost of a few evaluations. Of parameters that are infinite: 0.
 * Fields of different units that coincide have no slopes: what is given there leaves them out.
 */
size_t logistic_adjoint_row_size(int K, int M);
int logistic_adjoint_rhs(int K, int M, const logistic_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work);
int logistic_adjoint_eps_g(int K, int M, const logistic_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work);

/*
 * logistic_adjoint_check(LOGISTIC_ADJOINT_ABI, sizeof(logistic_adjoint_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int logistic_adjoint_check(int version, size_t size);

const char *logistic_adjoint_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
