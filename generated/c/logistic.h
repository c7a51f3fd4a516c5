/*
 * logistic.h - Logistic loss: SGD on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system logistic, digest 63e5b8984afa71ef. Do not edit: change the model or
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
 * logistic_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_LOGISTIC_H
#define ORDERODE_LOGISTIC_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define LOGISTIC_DIGEST "63e5b8984afa71ef"

/* Of structs, codes and calls: another number where one of them is another. */
#define LOGISTIC_ABI 129595201

/* Status of a call, one for each fault; logistic_strerror puts it in words. */
enum {
    LOGISTIC_OK = 0, /* ok */
    LOGISTIC_BAD_K = 1, /* K is less than 1 */
    LOGISTIC_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    LOGISTIC_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    LOGISTIC_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    LOGISTIC_STEP_LIMIT = 5, /* step limit: max_steps reached */
    LOGISTIC_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    LOGISTIC_NULL_PARAMS = 7, /* params is NULL */
    LOGISTIC_TIMES = 8, /* the times (alphas) do not increase */
    LOGISTIC_RTOL = 9, /* rtol is negative or not finite */
    LOGISTIC_ATOL = 10, /* atol is not positive or not finite */
    LOGISTIC_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    LOGISTIC_OBSERVABLE = 12, /* the observable is none of this model */
    LOGISTIC_RULE = 13, /* the number of nodes (size) is that of no rule */
    LOGISTIC_NODES = 14, /* nodes and weights are missing */
    LOGISTIC_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    LOGISTIC_BAD_M = 16, /* M is less than 1 */
    LOGISTIC_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    LOGISTIC_NO_TIMES = 18, /* there are no times: n is 0 */
    LOGISTIC_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    LOGISTIC_NULL_OPTIONS = 20, /* options is NULL */
    LOGISTIC_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    LOGISTIC_NULL_TIMES = 22, /* alphas is NULL */
    LOGISTIC_NULL_RESULTS = 23, /* where the results go is NULL */
    LOGISTIC_NULL_WORK = 24, /* work is NULL */
    LOGISTIC_NULL_REQUEST = 25, /* request is NULL */
    LOGISTIC_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    LOGISTIC_BAD_eta_J = 32, /* eta_J is negative or not finite */
    LOGISTIC_BAD_eta_0 = 33, /* eta_0 is negative or not finite */
    LOGISTIC_BAD_decay = 34, /* decay is negative or not finite */
    LOGISTIC_BAD_V = 35, /* V is not at least 1 */
    LOGISTIC_BAD_T = 36, /* T has an element that is not finite */
    LOGISTIC_BAD_u_labels = 37, /* u_labels has an element that is not finite */
    LOGISTIC_MISSING_T = 38, /* T is NULL, and has to be given */
    LOGISTIC_FINITE_V = 39 /* V is finite, and has to be infinite here */
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
} logistic_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void logistic_defaults(logistic_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define LOGISTIC_HEAD_START 1.0


/* Step control of the integrator. */
typedef struct {
    double rtol;           /* error of a step against rtol*|y| + atol, root mean square over the state; >= 0 */
    double atol;           /* > 0, for overlaps may be exactly zero */
    unsigned long max_steps; /* accepted and rejected steps together; 0 means 10 million */
} logistic_options;

/* What the integrator did. */
typedef struct {
    unsigned long accepted;
    unsigned long rejected;
    unsigned long evaluations; /* of the right-hand side */
    double alpha;              /* how far it came */
} logistic_stats;

/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; logistic_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t logistic_state_size(int K, int M);
size_t logistic_work_size(int K, int M, const logistic_params *params);

/*
 * Nodes and weights of a rule for the K + M <= 14 fields, from a lattice of size 1021, 4093, 16381, 65521, 262139 points:
 * logistic_node_count(size) rows of K + M numbers, and as many weights. They are needed where P and V are finite and all powers
 * of 1/P are kept; made once, they serve all calls.
 */
int logistic_node_count(int size);
int logistic_nodes(int K, int M, int size, double *nodes, double *weights);

/* d state/d alpha. */
int logistic_rhs(int K, int M, const logistic_params *params, const double *state, double *dstate, double *work);

/* loss on fresh data. */
int logistic_eps_g(int K, int M, const logistic_params *params, const double *state, double *eps_g, double *work);

/*
 * Integrates from state0 at alphas[0] and writes the state at each of the n increasing times alphas[0..n-1] into the rows
 * of states (n x state_size), from steps of Dormand-Prince 5(4) with error control and its dense output of order 4.
 * stats may be NULL. On a status other than OK the rows not reached hold NaN.
 */
int logistic_integrate(int K, int M, const logistic_params *params, const logistic_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, logistic_stats *stats, double *work);

/*
 * The same with rates that change on straight lines, from those of params at alphas[0] to those of then at alphas[n-1]; all else is
 * that of params. Constant where then is NULL. Rates that change otherwise are some calls one after the other.
 */
int logistic_integrate_ramped(int K, int M, const logistic_params *params, const logistic_params *then, const logistic_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, logistic_stats *stats, double *work);

/*
 * logistic_check(LOGISTIC_ABI, sizeof(logistic_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int logistic_check(int version, size_t size);

const char *logistic_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
