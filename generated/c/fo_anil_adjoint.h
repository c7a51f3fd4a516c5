/*
 * fo_anil_adjoint.h - FO-ANIL: the head adapts in an inner loop, first-order outer step
 *
 * Emitted by orderode 0.1.0 from the system fo_anil_adjoint, digest b747df8ac15efc67. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: arXiv 2408.12545
 *
 * Conventions
 *   activation    g(x) = erf(x/sqrt(2))
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   quadrature (approximation): at finite P averages of four g are integrals, by a Gauss-Legendre rule of 12 nodes; g^2 beside others is a number and a sum of 4 Gaussians, off by 1.7e-07
 *   nodes (approximation): at finite P and V three and four contributions of one sample are averaged by a rule with nodes, given by the caller
 *   1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
 *   covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or, with Gaussian tasks, P -> inf. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out: of order 1/P^2 for Gaussian tasks, of order 1 for others. Where there is one task, given as known_task, they are those of the support set, by the rule with nodes: averages over tasks are then exact by the law of total covariance
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K);
 * fo_anil_adjoint_state_size(K, M) doubles.
 * Time: alpha = t/N. Any K >= 1, M >= 1. Thread-safe: no globals, no allocation, no input or output; the caller owns
 * all memory. A work array belongs to one call at a time.
 */
#ifndef ORDERODE_FO_ANIL_ADJOINT_H
#define ORDERODE_FO_ANIL_ADJOINT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Digest of the system these functions were emitted from. */
#define FO_ANIL_ADJOINT_DIGEST "b747df8ac15efc67"

/* Of structs, codes and calls: another number where one of them is another. */
#define FO_ANIL_ADJOINT_ABI 9693126

/* Status of a call, one for each fault; fo_anil_adjoint_strerror puts it in words. */
enum {
    FO_ANIL_ADJOINT_OK = 0, /* ok */
    FO_ANIL_ADJOINT_BAD_K = 1, /* K is less than 1 */
    FO_ANIL_ADJOINT_NONFINITE = 2, /* non-finite: the state holds NaN or infinity */
    FO_ANIL_ADJOINT_DOMAIN = 3, /* domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance */
    FO_ANIL_ADJOINT_NEGATIVE_NORM = 4, /* negative norm: a diagonal element of Q became negative */
    FO_ANIL_ADJOINT_STEP_LIMIT = 5, /* step limit: max_steps reached */
    FO_ANIL_ADJOINT_STEP_SIZE = 6, /* step size: the next step would be as small as rounding */
    FO_ANIL_ADJOINT_NULL_PARAMS = 7, /* params is NULL */
    FO_ANIL_ADJOINT_TIMES = 8, /* the times (alphas) do not increase */
    FO_ANIL_ADJOINT_RTOL = 9, /* rtol is negative or not finite */
    FO_ANIL_ADJOINT_ATOL = 10, /* atol is not positive or not finite */
    FO_ANIL_ADJOINT_INSTRUCTIONS = 11, /* the instruction set (instructions) is not one of this processor and build */
    FO_ANIL_ADJOINT_OBSERVABLE = 12, /* the observable is none of this model */
    FO_ANIL_ADJOINT_RULE = 13, /* the number of nodes (size) is that of no rule */
    FO_ANIL_ADJOINT_NODES = 14, /* nodes and weights are missing: finite P and V need them */
    FO_ANIL_ADJOINT_RULE_UNITS = 15, /* K + M is larger than the dimensions of any rule */
    FO_ANIL_ADJOINT_BAD_M = 16, /* M is less than 1 */
    FO_ANIL_ADJOINT_TOO_LARGE = 17, /* K and M are so large that the work array would have more than INT_MAX doubles */
    FO_ANIL_ADJOINT_NO_TIMES = 18, /* there are no times: n is 0 */
    FO_ANIL_ADJOINT_TIMES_NONFINITE = 19, /* a time (alphas) is not finite */
    FO_ANIL_ADJOINT_NULL_OPTIONS = 20, /* options is NULL */
    FO_ANIL_ADJOINT_NULL_STATE = 21, /* what to start from (state0, states) is NULL */
    FO_ANIL_ADJOINT_NULL_TIMES = 22, /* alphas is NULL */
    FO_ANIL_ADJOINT_NULL_RESULTS = 23, /* where the results go is NULL */
    FO_ANIL_ADJOINT_NULL_WORK = 24, /* work is NULL */
    FO_ANIL_ADJOINT_NULL_REQUEST = 25, /* request is NULL */
    FO_ANIL_ADJOINT_LAYOUT = 26, /* the program was made for another header: version or size of params differ */
    FO_ANIL_ADJOINT_BAD_eta_J = 32, /* eta_J is negative or not finite */
    FO_ANIL_ADJOINT_BAD_eta_w = 33, /* eta_w is negative or not finite */
    FO_ANIL_ADJOINT_BAD_eta_0 = 34, /* eta_0 is negative or not finite */
    FO_ANIL_ADJOINT_BAD_noise = 35, /* noise is negative or not finite */
    FO_ANIL_ADJOINT_BAD_decay = 36, /* decay is negative or not finite */
    FO_ANIL_ADJOINT_BAD_V = 37, /* V is not at least 1 */
    FO_ANIL_ADJOINT_BAD_P = 38, /* P is not at least 1 */
    FO_ANIL_ADJOINT_BAD_inner_steps = 39, /* inner_steps is not at least 1 */
    FO_ANIL_ADJOINT_BAD_T = 40, /* T has an element that is not finite */
    FO_ANIL_ADJOINT_BAD_mean = 41, /* mean has an element that is not finite */
    FO_ANIL_ADJOINT_BAD_cov = 42, /* cov has an element that is not finite */
    FO_ANIL_ADJOINT_BAD_kurtosis = 43, /* kurtosis has an element that is not finite */
    FO_ANIL_ADJOINT_MISSING_T = 44, /* T is NULL, and has to be given */
    FO_ANIL_ADJOINT_SEVERAL_inner_steps = 45, /* inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf */
    FO_ANIL_ADJOINT_FINITE_V = 46, /* V is finite, and has to be infinite here */
    FO_ANIL_ADJOINT_FINITE_P = 47 /* P is finite, and has to be infinite here */
};

/* Parameters of the algorithm. Scalars may be infinite only where it is said; matrices are stored row by row. */
typedef struct {
    double eta_J; /* rate of the first layer */
    double eta_w; /* rate of the inner loop */
    double eta_0; /* rate of the head start; default 0.0 */
    double noise; /* standard deviation of label noise; default 0.0 */
    double decay; /* weight decay of the first layer; default 0.0 */
    double V; /* samples in the query set; INFINITY for the limit */
    double P; /* samples in the support set; INFINITY for the limit */
    int first_order; /* 1 keeps the first power of 1/P only, 0 keeps all of them; default 0 */
    int inner_steps; /* steps of the inner loop; default 1 */
    int n_nodes; /* number of nodes of the rule */
    const double *T; /* overlaps of the teacher, M x M */
    const double *mean; /* mean of the task vector, M; NULL: zero */
    const double *cov; /* its covariance, M x M; NULL: identity */
    const double *kurtosis; /* kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; NULL: Gaussian */
    const double *nodes; /* nodes of a rule for independent standard normal numbers, one row per node, n_nodes x S; NULL: for P or V infinite only */
    const double *weights; /* its weights, n_nodes; NULL: for P or V infinite only */
} fo_anil_adjoint_params;

/*
 * What stands for a parameter that is not given, as in problem files: the rates that have no default are NAN, which is refused, numbers
 * of samples are INFINITY, and arrays NULL. What is left out of a struct that C sets to zero has its default only where that is 0.
 */
void fo_anil_adjoint_defaults(fo_anil_adjoint_params *params);

/* The elements of w0 at alpha = 0, where a problem gives none. */
#define FO_ANIL_ADJOINT_HEAD_START 0.0


/*
 * Sizes in doubles. The work array serves every function of this file at these parameters and, whatever the rates, at all
 * with the same of them infinite, 0, or NULL; fo_anil_adjoint_work_size is 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t fo_anil_adjoint_state_size(int K, int M);
size_t fo_anil_adjoint_work_size(int K, int M, const fo_anil_adjoint_params *params);

/*
 * Nodes and weights of a rule for the K + M <= 14 fields, from a lattice of size 1021, 4093, 16381, 65521, 262139 points:
 * fo_anil_adjoint_node_count(size) rows of K + M numbers, and as many weights. They are needed where P and V are finite and all powers
 * of 1/P are kept; made once, they serve all calls.
 */
int fo_anil_adjoint_node_count(int size);
int fo_anil_adjoint_nodes(int K, int M, int size, double *nodes, double *weights);

/*
 * Backwards: how what a function gives answers to the state and to parameters, by the transposed equations. Of each of count rows
 * of factors, one for each number that it gives, the slopes of the sum with these: to the state, in its order, then to
 * eta_J, eta_w, eta_0, noise, decay, V, P; fo_anil_adjoint_row_size doubles, at a cost of a few evaluations. Of parameters that are infinite: 0.
 * Where w0 is zero, mean is zero, cov is diagonal and there are no nodes, slopes to what is zero there are NaN.
 */
size_t fo_anil_adjoint_row_size(int K, int M);
int fo_anil_adjoint_rhs(int K, int M, const fo_anil_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work);
int fo_anil_adjoint_eps_g(int K, int M, const fo_anil_adjoint_params *params, const double *state, size_t count,
                      const double *factors, double *results, double *work);

/*
 * fo_anil_adjoint_check(FO_ANIL_ADJOINT_ABI, sizeof(fo_anil_adjoint_params)): OK, or LAYOUT where a program was compiled with another header than the
 * library that it is linked to, or a binding declares the struct otherwise.
 */
int fo_anil_adjoint_check(int version, size_t size);

const char *fo_anil_adjoint_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
