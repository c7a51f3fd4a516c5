/*
 * What of a solver the integrator calls: the equations, and what depends on the state or is a table of the method.
 * Nothing of this file is emitted.
 */
#include "../model.h"

size_t model_state_size(int K, int M);
size_t model_work_size(int K, int M, const model_params *params);
int model_checked(int K, int M, const model_params *params);
int model_checked_rhs(int K, int M, const model_params *params, const double *state, double *dstate, double *work);
int model_norms_negative(int K, int M, size_t n, const double *states);
void model_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new);
void model_error(size_t size, double h, double *const *k, double *error);
void model_bend(size_t size, double h, double *const *k, double *bend);
extern const double model_nodes_of_step[7];
size_t model_ramped_size(int K, int M);
void model_between(int K, int M, const model_params *params, const model_params *then, double share, double *ramped, model_params *now);
int model_integrate_ramped(int K, int M, const model_params *params, const model_params *then, const model_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, model_stats *stats, double *work);
