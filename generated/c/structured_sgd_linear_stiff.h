/*
 * structured_sgd_linear_stiff.h - SGD on inputs whose covariance has several eigenvalues
 * One trajectory, by implicit steps where stability limits explicit ones.
 *
 * Emitted by orderode 0.1.0 from the system structured_sgd_linear, digest c1128b0cff904d58. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 *
 * Equations, conventions, parameters and status codes are those of structured_sgd_linear.h. It needs structured_sgd_linear.c and, for the
 * Jacobian, structured_sgd_linear_adjoint.c. Thread-safe: no globals, no allocation, no input or output; the caller owns all memory.
 */
#ifndef ORDERODE_STRUCTURED_SGD_LINEAR_STIFF_H
#define ORDERODE_STRUCTURED_SGD_LINEAR_STIFF_H

#include "structured_sgd_linear.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Step control. */
typedef struct {
    double rtol;             /* error of a step against rtol*|y| + atol, root mean square over the state; >= 0 */
    double atol;             /* > 0, for overlaps may be exactly zero */
    unsigned long max_steps; /* accepted and rejected steps together; 0 means 10 million */
    int automatic;           /* 0: all steps are implicit; 1: those that cost less than explicit ones do */
} structured_sgd_linear_stiff_options;

/* What the integrator did. */
typedef struct {
    unsigned long accepted;
    unsigned long rejected;
    unsigned long evaluations; /* of the right-hand side */
    unsigned long jacobians;   /* each of which costs one to two right-hand sides for each element that moves */
    unsigned long implicit;    /* accepted steps that were */
    double alpha;              /* how far it came */
} structured_sgd_linear_stiff_stats;

/* Size of the work array in doubles; 0 where K, M < 1, params is NULL, or it is more than INT_MAX. */
size_t structured_sgd_linear_stiff_work_size(int K, int M, int blocks, const structured_sgd_linear_params *params);

/*
 * Integrates from state0 at alphas[0] and writes the state at each of the n increasing times alphas[0..n-1] into the rows
 * of states (n x state_size). Implicit steps are those of Rodas5P (Steinebach, BIT 63, 27, 2023), a stiffly accurate,
 * L-stable Rosenbrock method of order 5(4), with a Jacobian from the equations backwards in each; explicit ones those of
 * Dormand-Prince 5(4). With options->automatic the first are explicit. Where h |lambda| > 3.25 in 15 of them, for the
 * largest eigenvalue lambda of the Jacobian, an implicit step is tried that is as long as the explicit ones that could be
 * taken for its cost; implicit ones go on while they are longer than that. Dense output is of order 4.
 * stats may be NULL. On a status other than OK the rows not reached hold NaN.
 */
int structured_sgd_linear_stiff_integrate(int K, int M, int blocks, const structured_sgd_linear_params *params, const structured_sgd_linear_stiff_options *options,
                      const double *state0, size_t n, const double *alphas, double *states, structured_sgd_linear_stiff_stats *stats,
                      double *work);

#ifdef __cplusplus
}
#endif

#endif
