/*
 * adatron_sign.h - Online AdaTron on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system adatron_sign, digest 558a4fb4c4491f65. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Biehl and Riegler, Europhys. Lett. 28, 525 (1994)
 *
 * Conventions
 *   activation    g(x) = sign(x)
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   tasks         one of a set in each step: labels with u = u_labels, with probability what is left
 *   loss          l = (f - y)^2/2
 *   functions     relu(x) = max(x, 0)
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): left out: no part of it is known with a set of tasks, whose choice moves all of the state
 *   cubature (approximation): no rule gives <F_k z_i>; at finite V <F_k F_l>, F_k minus the coefficient of the step: averages by a rule with nodes in the space of the fields, given by the caller
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * adatron_sign_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_ADATRON_SIGN_H
#define ORDERODE_ADATRON_SIGN_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define ADATRON_SIGN_DIGEST "558a4fb4c4491f65"

/* Of structs, codes and calls: another number where one of them is another. */
#define ADATRON_SIGN_ABI 129595201

/* Status of a call, one for each fault; adatron_sign_strerror puts it in words. */
enum {
    ADATRON_SIGN_OK = 0, /* ok */
    ADATRON_SIGN_BAD_K = 1, /* K is less than 1 */
    ADATRON_SIGN_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    ADATRON_SIGN_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    ADATRON_SIGN_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    ADATRON_SIGN_STEP_LIMIT = 5, /* step limit: max_steps reached */
    ADATRON_SIGN_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    ADATRON_SIGN_NULL_PARAMS = 7, /* params is NULL */
    ADATRON_SIGN_TIMES = 8, /* the times (alphas) do not increase */
    ADATRON_SIGN_RTOL = 9, /* rtol is negative or not finite */
    ADATRON_SIGN_ATOL = 10, /* atol is not positive or not finite */
    ADATRON_SIGN_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    ADATRON_SIGN_OBSERVABLE = 12, /* the observable is none of this model */
    ADATRON_SIGN_RULE = 13, /* the number of nodes (size) is that of no rule */
    ADATRON_SIGN_NODES = 14, /* nodes and weights are missing */
    ADATRON_SIGN_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    ADATRON_SIGN_BAD_M = 16, /* M is less than 1 */
    ADATRON_SIGN_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    ADATRON_SIGN_NO_TIMES = 18, /* there are no times: n is 0 */
    ADATRON_SIGN_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    ADATRON_SIGN_NULL_OPTIONS = 20, /* options is NULL */
    ADATRON_SIGN_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    ADATRON_SIGN_NULL_TIMES = 22, /* alphas is NULL */
    ADATRON_SIGN_NULL_RESULTS = 23, /* where the results go is NULL */
    ADATRON_SIGN_NULL_WORK = 24, /* work is NULL */
    ADATRON_SIGN_NULL_REQUEST = 25, /* request is NULL */
    ADATRON_SIGN_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    ADATRON_SIGN_BAD_eta_J = 32, /* eta_J is negative or not finite */
    ADATRON_SIGN_BAD_eta_0 = 33, /* eta_0 is negative or not finite */
    ADATRON_SIGN_BAD_decay = 34, /* decay is negative or not finite */
    ADATRON_SIGN_BAD_V = 35, /* V is not at least 1 */
    ADATRON_SIGN_BAD_T = 36, /* T has an element that is not finite */
    ADATRON_SIGN_BAD_u_labels = 37, /* u_labels has an element that is not finite */
    ADATRON_SIGN_MISSING_T = 38, /* T is NULL, and has to be given */
    ADATRON_SIGN_FINITE_V = 39 /* V is finite, and has to be infinite here */
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
} adatron_sign_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void adatron_sign_defaults(adatron_sign_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define ADATRON_SIGN_HEAD_START 1.0


/* Step control of the integrator. */
typedef struct {
    double rtol;           /* error of a step against rtol*|y| + atol, root mean square over the state; >= 0 */
    double atol;           /* > 0, for overlaps may be exactly zero */
    unsigned long max_steps; /* accepted and rejected steps together; 0 means 10 million */
} adatron_sign_options;

/* What the integrator did. */
typedef struct {
    unsigned long accepted;
    unsigned long rejected;
    unsigned long evaluations; /* of the right-hand side */
    double alpha;              /* how far it came */
} adatron_sign_stats;

/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; adatron_sign_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t adatron_sign_state_size(int K, int M);
size_t adatron_sign_work_size(int K, int M, const adatron_sign_params *params);

/*
 * Nodes and weights of a rule for the K + M <= 14 fields, from a lattice of size 1021, 4093, 16381, 65521, 262139 points:
 * adatron_sign_node_count(size) rows of K + M numbers, and as many weights. They are needed where P and V are finite and all powers
 * of 1/P are kept; made once, they serve all calls.
 */
int adatron_sign_node_count(int size);
int adatron_sign_nodes(int K, int M, int size, double *nodes, double *weights);

/* d state/d alpha. */
int adatron_sign_rhs(int K, int M, const adatron_sign_params *params, const double *state, double *dstate, double *work);

/* share of wrong labels. */
int adatron_sign_eps_g(int K, int M, const adatron_sign_params *params, const double *state, double *eps_g, double *work);

/*
 * Integrates from state0 at alphas[0] and writes the state at each of the n increasing times alphas[0..n-1] into the rows
 * of states (n x state_size), from steps of Dormand-Prince 5(4) with error control and its dense output of order 4.
 * stats may be NULL. On a status other than OK the rows not reached hold NaN.
 */
int adatron_sign_integrate(int K, int M, const adatron_sign_params *params, const adatron_sign_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, adatron_sign_stats *stats, double *work);

/*
 * The same with rates that change on straight lines, from those of params at alphas[0] to those of then at alphas[n-1]; all else is
 * that of params. Constant where then is NULL. Rates that change otherwise are some calls one after the other.
 */
int adatron_sign_integrate_ramped(int K, int M, const adatron_sign_params *params, const adatron_sign_params *then, const adatron_sign_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, adatron_sign_stats *stats, double *work);

/*
 * adatron_sign_check(ADATRON_SIGN_ABI, sizeof(adatron_sign_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int adatron_sign_check(int version, size_t size);

const char *adatron_sign_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
