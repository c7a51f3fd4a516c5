/*
 * What of a solver the stiff integrator calls: the equations, their Jacobian, and what is a table of its two methods.
 * Nothing of this file is emitted.
 */
#include "../model.h"

typedef struct {
    double rtol;
    double atol;
    unsigned long max_steps;
    int automatic;
} model_stiff_options;

typedef struct {
    unsigned long accepted;
    unsigned long rejected;
    unsigned long evaluations;
    unsigned long jacobians;
    unsigned long implicit;
    double alpha;
} model_stiff_stats;

/* The diagonal of the implicit method. */
static const double MODEL_STIFF_GAMMA = 0.25;

size_t model_state_size(int K, int M);
size_t model_stiff_work_size(int K, int M, const model_params *params);
size_t model_stiff_moving(int K, int M, const model_params *params);
int model_stiff_checked(int K, int M, const model_params *params);
int model_stiff_jacobian(int K, int M, const model_params *params, const double *state, double *jacobian, double *work);
int model_rhs(int K, int M, const model_params *params, const double *state, double *dstate, double *work);
int model_stiff_norms_negative(int K, int M, size_t n, const double *states);
void model_stiff_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new);
void model_stiff_error(size_t size, double h, double *const *k, double *error);
void model_stiff_bend(size_t size, double h, double *const *k, double *bend);
void model_stiff_argument(int stage, size_t size, const double *y, double *const *k, double *y_new);
void model_stiff_right(int stage, size_t size, double h, const double *slope, double *const *k, double *right);
void model_stiff_between(size_t size, double *const *k, double *const *dense);
