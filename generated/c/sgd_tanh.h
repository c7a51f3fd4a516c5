/*
 * sgd_tanh.h - SGD: online gradient descent of a two-layer student on mini-batches of V samples
 *
 * Emitted by orderode 0.1.0 from the system sgd_tanh, digest 8ce8926ac5192192. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Saad and Solla, Phys. Rev. E 52, 4225 (1995)
 *
 * Conventions
 *   activation    g(x) = tanh(x)
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): left out: no rule gives its averages
 *   cubature (approximation): no rule gives <g(z_i) g(z_j)>, <g'(z_k) z_i g(z_j)>; at finite V <g'(z_k) g'(z_l) g(z_i) g(z_j)>, <g'(z_k) g'(z_l)>: averages by a rule with nodes in the space of the fields, given by the caller, of the difference to functions near whose averages are exact (tanh: erf(sqrt(3)*x/2))
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * sgd_tanh_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_SGD_TANH_H
#define ORDERODE_SGD_TANH_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define SGD_TANH_DIGEST "8ce8926ac5192192"

/* Of structs, codes and calls: another number where one of them is another. */
#define SGD_TANH_ABI 207571773

/* Status of a call, one for each fault; sgd_tanh_strerror puts it in words. */
enum {
    SGD_TANH_OK = 0, /* ok */
    SGD_TANH_BAD_K = 1, /* K is less than 1 */
    SGD_TANH_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    SGD_TANH_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    SGD_TANH_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    SGD_TANH_STEP_LIMIT = 5, /* step limit: max_steps reached */
    SGD_TANH_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    SGD_TANH_NULL_PARAMS = 7, /* params is NULL */
    SGD_TANH_TIMES = 8, /* the times (alphas) do not increase */
    SGD_TANH_RTOL = 9, /* rtol is negative or not finite */
    SGD_TANH_ATOL = 10, /* atol is not positive or not finite */
    SGD_TANH_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    SGD_TANH_OBSERVABLE = 12, /* the observable is none of this model */
    SGD_TANH_RULE = 13, /* the number of nodes (size) is that of no rule */
    SGD_TANH_NODES = 14, /* nodes and weights are missing */
    SGD_TANH_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    SGD_TANH_BAD_M = 16, /* M is less than 1 */
    SGD_TANH_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    SGD_TANH_NO_TIMES = 18, /* there are no times: n is 0 */
    SGD_TANH_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    SGD_TANH_NULL_OPTIONS = 20, /* options is NULL */
    SGD_TANH_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    SGD_TANH_NULL_TIMES = 22, /* alphas is NULL */
    SGD_TANH_NULL_RESULTS = 23, /* where the results go is NULL */
    SGD_TANH_NULL_WORK = 24, /* work is NULL */
    SGD_TANH_NULL_REQUEST = 25, /* request is NULL */
    SGD_TANH_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    SGD_TANH_BAD_eta_J = 32, /* eta_J is negative or not finite */
    SGD_TANH_BAD_eta_0 = 33, /* eta_0 is negative or not finite */
    SGD_TANH_BAD_noise = 34, /* noise is negative or not finite */
    SGD_TANH_BAD_decay = 35, /* decay is negative or not finite */
    SGD_TANH_BAD_V = 36, /* V is not at least 1 */
    SGD_TANH_BAD_T = 37, /* T has an element that is not finite */
    SGD_TANH_BAD_mean = 38, /* mean has an element that is not finite */
    SGD_TANH_BAD_cov = 39, /* cov has an element that is not finite */
    SGD_TANH_BAD_kurtosis = 40, /* kurtosis has an element that is not finite */
    SGD_TANH_MISSING_T = 41, /* T is NULL, and has to be given */
    SGD_TANH_FINITE_V = 42 /* V is finite, and has to be infinite here */
};

/* Parameters of the algorithm. Scalars may be infinite only where it is said; matrices are stored row by row. */
typedef struct {
    double eta_J; /* rate of the first layer */
    double eta_0; /* rate of the head start; default 0.0 */
    double noise; /* standard deviation of label noise; default 0.0 */
    double decay; /* weight decay of the first layer; default 0.0 */
    double V; /* samples in the query set; INFINITY for the limit */
    int n_nodes; /* number of nodes of the rule */
    const double *T; /* overlaps of the teacher, M x M */
    const double *mean; /* mean of the task vector, M; NULL: all 1 */
    const double *cov; /* its covariance, M x M; NULL: zero */
    const double *kurtosis; /* kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; NULL: Gaussian */
    const double *nodes; /* nodes of a rule for independent standard normal numbers, one row per node, n_nodes x S; NULL: refused */
    const double *weights; /* its weights, n_nodes; NULL: refused */
} sgd_tanh_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void sgd_tanh_defaults(sgd_tanh_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define SGD_TANH_HEAD_START 1.0


/* Step control of the integrator. */
typedef struct {
    double rtol;           /* error of a step against rtol*|y| + atol, root mean square over the state; >= 0 */
    double atol;           /* > 0, for overlaps may be exactly zero */
    unsigned long max_steps; /* accepted and rejected steps together; 0 means 10 million */
} sgd_tanh_options;

/* What the integrator did. */
typedef struct {
    unsigned long accepted;
    unsigned long rejected;
    unsigned long evaluations; /* of the right-hand side */
    double alpha;              /* how far it came */
} sgd_tanh_stats;

/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; sgd_tanh_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t sgd_tanh_state_size(int K, int M);
size_t sgd_tanh_work_size(int K, int M, const sgd_tanh_params *params);

/*
 * Nodes and weights of a rule for the K + M <= 14 fields, from a lattice of size 1021, 4093, 16381, 65521, 262139 points:
 * sgd_tanh_node_count(size) rows of K + M numbers, and as many weights. They are needed where P and V are finite and all powers
 * of 1/P are kept; made once, they serve all calls.
 */
int sgd_tanh_node_count(int size);
int sgd_tanh_nodes(int K, int M, int size, double *nodes, double *weights);

/* d state/d alpha. */
int sgd_tanh_rhs(int K, int M, const sgd_tanh_params *params, const double *state, double *dstate, double *work);

/* loss on fresh data. */
int sgd_tanh_eps_g(int K, int M, const sgd_tanh_params *params, const double *state, double *eps_g, double *work);

/*
 * Integrates from state0 at alphas[0] and writes the state at each of the n increasing times alphas[0..n-1] into the rows
 * of states (n x state_size), from steps of Dormand-Prince 5(4) with error control and its dense output of order 4.
 * stats may be NULL. On a status other than OK the rows not reached hold NaN.
 */
int sgd_tanh_integrate(int K, int M, const sgd_tanh_params *params, const sgd_tanh_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, sgd_tanh_stats *stats, double *work);

/*
 * The same with rates that change on straight lines, from those of params at alphas[0] to those of then at alphas[n-1]; all else is
 * that of params. Constant where then is NULL. Rates that change otherwise are some calls one after the other.
 */
int sgd_tanh_integrate_ramped(int K, int M, const sgd_tanh_params *params, const sgd_tanh_params *then, const sgd_tanh_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, sgd_tanh_stats *stats, double *work);

/*
 * sgd_tanh_check(SGD_TANH_ABI, sizeof(sgd_tanh_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int sgd_tanh_check(int version, size_t size);

const char *sgd_tanh_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
