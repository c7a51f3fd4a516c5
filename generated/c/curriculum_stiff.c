/*
 * curriculum_stiff.c - SGD on the labels of threshold units, with inputs that distract
 *
 * Emitted by orderode 0.1.0 from the system curriculum, digest bedb9d0e7bec3026. Do not edit. Licence: MIT-0.
 * Conventions and contracts are in curriculum_stiff.h and curriculum.h.
 */
#include "curriculum_stiff.h"
#include "curriculum_adjoint.h"

#include <float.h>
#include <limits.h>
#include <math.h>

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static int curriculum_stiff_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

/* How many elements of the state may move, all of them at its beginning. */
static size_t curriculum_stiff_moving(int K, int M, int blocks, const curriculum_params *params)
{
    const size_t overlaps = (size_t)blocks*(size_t)K*(size_t)M + (size_t)blocks*(size_t)K*((size_t)K + 1)/2;
    size_t moving = overlaps;

    (void)params;
    if (params->eta_0 != 0.0) {
        moving = overlaps + (size_t)K;
    }
    return moving;
}

/* The parameters as the equations backwards take them. */
static curriculum_adjoint_params curriculum_stiff_passed(const curriculum_params *params)
{
    curriculum_adjoint_params passed;

    passed.eta_J = params->eta_J;
    passed.eta_0 = params->eta_0;
    passed.noise = params->noise;
    passed.decay = params->decay;
    passed.V = params->V;
    passed.T = params->T;
    passed.mean = params->mean;
    passed.cov = params->cov;
    passed.kurtosis = params->kurtosis;
    passed.shares = params->shares;
    passed.variances = params->variances;
    return passed;
}

size_t curriculum_stiff_work_size(int K, int M, int blocks, const curriculum_params *params)
{
    const size_t equations = curriculum_work_size(K, M, blocks, params);
    curriculum_adjoint_params passed;
    size_t backwards;
    double n, size;

    if (!equations) {
        return 0;
    }
    passed = curriculum_stiff_passed(params);
    backwards = curriculum_adjoint_work_size(K, M, blocks, &passed);
    n = (double)curriculum_state_size(K, M, blocks);
    /* vectors and pivots, Jacobian and matrix; beside the work of the equations backwards their factors and results */
    size = 19.0*n + 2.0*n*n + fmax((double)equations, n*n + n*(n + 5.0) + (double)backwards);
    return backwards && size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

/* The status of sizes and parameters that are not accepted, or OK. */
static int curriculum_stiff_checked(int K, int M, int blocks, const curriculum_params *params)
{
    if (K < 1) {
        return CURRICULUM_BAD_K;
    }
    if (M < 1) {
        return CURRICULUM_BAD_M;
    }
    if (blocks < 1) {
        return CURRICULUM_BAD_blocks;
    }
    if (!params) {
        return CURRICULUM_NULL_PARAMS;
    }
    return curriculum_stiff_work_size(K, M, blocks, params) ? CURRICULUM_OK : CURRICULUM_TOO_LARGE;
}

/* Of the slopes of what moves, with respect to the state: rows of state_size numbers. */
static int curriculum_stiff_jacobian(int K, int M, int blocks, const curriculum_params *params, const double *state, double *jacobian, double *work)
{
    const curriculum_adjoint_params passed = curriculum_stiff_passed(params);
    const size_t size = curriculum_state_size(K, M, blocks), row = curriculum_adjoint_row_size(K, M, blocks);
    const size_t moving = curriculum_stiff_moving(K, M, blocks, params);
    double *factors = work, *results = work + size*size;
    int status;

    for (size_t s = 0; s < moving; ++s) {
        for (size_t t = 0; t < size; ++t) {
            factors[s*size + t] = s == t ? 1.0 : 0.0;
        }
    }
    status = curriculum_adjoint_rhs(K, M, blocks, &passed, state, moving, factors, results, results + size*row);
    for (size_t s = 0; s < moving && status == CURRICULUM_OK; ++s) {
        for (size_t t = 0; t < size; ++t) {
            jacobian[s*size + t] = results[s*row + t];
        }
    }
    return status;
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

/* Whether a diagonal element of Q is negative in one of n states. */
static int curriculum_stiff_norms_negative(int K, int M, int blocks, size_t n, const double *states)
{
    for (size_t s = 0; s < n; ++s) {
        const double *Q = states + s*curriculum_state_size(K, M, blocks) + (size_t)blocks*(size_t)K*(size_t)M;
        for (int h = 0; h < blocks; ++h) {
            for (int k = 0; k < K; ++k) {
                if (Q[(size_t)h*((size_t)K*((size_t)K + 1)/2) + (size_t)curriculum_stiff_packed(K, k, k)] < 0.0) {
                    return 1;
                }
            }
        }
    }
    return 0;
}

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
static void curriculum_stiff_stage(int stage, size_t size, double h, const double *y, double *const *k, double *y_new)
{
    switch (stage) {
    case 1:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((1.0/5.0)*k[0][s]);
        }
        break;
    case 2:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((3.0/40.0)*k[0][s] + (9.0/40.0)*k[1][s]);
        }
        break;
    case 3:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((44.0/45.0)*k[0][s] + (-56.0/15.0)*k[1][s] + (32.0/9.0)*k[2][s]);
        }
        break;
    case 4:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((19372.0/6561.0)*k[0][s] + (-25360.0/2187.0)*k[1][s] + (64448.0/6561.0)*k[2][s] + (-212.0/729.0)*k[3][s]);
        }
        break;
    case 5:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((9017.0/3168.0)*k[0][s] + (-355.0/33.0)*k[1][s] + (46732.0/5247.0)*k[2][s] + (49.0/176.0)*k[3][s] + (-5103.0/18656.0)*k[4][s]);
        }
        break;
    case 6:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + h*((35.0/384.0)*k[0][s] + (500.0/1113.0)*k[2][s] + (125.0/192.0)*k[3][s] + (-2187.0/6784.0)*k[4][s] + (11.0/84.0)*k[5][s]);
        }
        break;
    default:
        break;
    }
}

/* The error of a step: the difference of the two orders. */
static void curriculum_stiff_error(size_t size, double h, double *const *k, double *error)
{
    for (size_t s = 0; s < size; ++s) {
        error[s] = h*((71.0/57600.0)*k[0][s] + (-71.0/16695.0)*k[2][s] + (71.0/1920.0)*k[3][s] + (-17253.0/339200.0)*k[4][s] + (22.0/525.0)*k[5][s] + (-1.0/40.0)*k[6][s]);
    }
}

/* The last coefficient of the dense output. */
static void curriculum_stiff_bend(size_t size, double h, double *const *k, double *bend)
{
    for (size_t s = 0; s < size; ++s) {
        bend[s] = h*((-12715105075.0/11282082432.0)*k[0][s] + (87487479700.0/32700410799.0)*k[2][s] + (-10690763975.0/1880347072.0)*k[3][s] + (701980252875.0/199316789632.0)*k[4][s] + (-1453857185.0/822651844.0)*k[5][s] + (69997945.0/29380423.0)*k[6][s]);
    }
}

/* -- Rodas5P, after Steinebach, BIT Numerical Mathematics 63, 27 (2023) ------------------------------------------------- */

static const double CURRICULUM_STIFF_GAMMA = 0.21193756319429014;

/* Where a stage is evaluated: y and a sum of the stages before. */
static void curriculum_stiff_argument(int stage, size_t size, const double *y, double *const *k, double *y_new)
{
    switch (stage) {
    case 1:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + (3.0)*k[0][s];
        }
        break;
    case 2:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + (2.849394379747939)*k[0][s] + (0.45842242204463923)*k[1][s];
        }
        break;
    case 3:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + (-6.954028509809101)*k[0][s] + (2.489845061869568)*k[1][s] + (-10.358996098473584)*k[2][s];
        }
        break;
    case 4:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + (2.8029986275628964)*k[0][s] + (0.5072464736228206)*k[1][s] + (-0.3988312541770524)*k[2][s] + (-0.04721187230404641)*k[3][s];
        }
        break;
    case 5:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + (-7.502846399306121)*k[0][s] + (2.561846144803919)*k[1][s] + (-11.627539656261098)*k[2][s] + (-0.18268767659942256)*k[3][s] + (0.030198172008377946)*k[4][s];
        }
        break;
    case 6:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + (-7.502846399306121)*k[0][s] + (2.561846144803919)*k[1][s] + (-11.627539656261098)*k[2][s] + (-0.18268767659942256)*k[3][s] + (0.030198172008377946)*k[4][s] + (1.0)*k[5][s];
        }
        break;
    case 7:
        for (size_t s = 0; s < size; ++s) {
            y_new[s] = y[s] + (-7.502846399306121)*k[0][s] + (2.561846144803919)*k[1][s] + (-11.627539656261098)*k[2][s] + (-0.18268767659942256)*k[3][s] + (0.030198172008377946)*k[4][s] + (1.0)*k[5][s] + (1.0)*k[6][s];
        }
        break;
    default:
        break;
    }
}

/* The right-hand side of the linear equations of a stage. */
static void curriculum_stiff_right(int stage, size_t size, double h, const double *slope, double *const *k, double *right)
{
    switch (stage) {
    case 0:
        for (size_t s = 0; s < size; ++s) {
            right[s] = slope[s];
        }
        break;
    case 1:
        for (size_t s = 0; s < size; ++s) {
            right[s] = slope[s] + ((-14.155112264123755)*k[0][s])/h;
        }
        break;
    case 2:
        for (size_t s = 0; s < size; ++s) {
            right[s] = slope[s] + ((-17.97296035885952)*k[0][s] + (-2.859693295451294)*k[1][s])/h;
        }
        break;
    case 3:
        for (size_t s = 0; s < size; ++s) {
            right[s] = slope[s] + ((147.12150275711716)*k[0][s] + (-1.41221402718213)*k[1][s] + (71.68940251302358)*k[2][s])/h;
        }
        break;
    case 4:
        for (size_t s = 0; s < size; ++s) {
            right[s] = slope[s] + ((165.43517024871676)*k[0][s] + (-0.4592823456491126)*k[1][s] + (42.90938336958603)*k[2][s] + (-5.961986721573306)*k[3][s])/h;
        }
        break;
    case 5:
        for (size_t s = 0; s < size; ++s) {
            right[s] = slope[s] + ((24.854864614690072)*k[0][s] + (-3.0009227002832186)*k[1][s] + (47.4931110020768)*k[2][s] + (5.5814197821558125)*k[3][s] + (-0.6610691825249471)*k[4][s])/h;
        }
        break;
    case 6:
        for (size_t s = 0; s < size; ++s) {
            right[s] = slope[s] + ((30.91273214028599)*k[0][s] + (-3.1208243349937974)*k[1][s] + (77.79954646070892)*k[2][s] + (34.28646028294783)*k[3][s] + (-19.097331116725623)*k[4][s] + (-28.087943162872662)*k[5][s])/h;
        }
        break;
    case 7:
        for (size_t s = 0; s < size; ++s) {
            right[s] = slope[s] + ((37.80277123390563)*k[0][s] + (-3.2571969029072276)*k[1][s] + (112.26918849496327)*k[2][s] + (66.9347231244047)*k[3][s] + (-40.06618937091002)*k[4][s] + (-54.66780262877968)*k[5][s] + (-9.48861652309627)*k[6][s])/h;
        }
        break;
    default:
        (void)h;
        (void)k;
        break;
    }
}

/* The last coefficients of the dense output. */
static void curriculum_stiff_between(size_t size, double *const *k, double *const *dense)
{
    for (size_t s = 0; s < size; ++s) {
        dense[2][s] = (25.948786856663858)*k[0][s] + (-2.5579724845846235)*k[1][s] + (10.433815404888879)*k[2][s] + (-2.3679251022685204)*k[3][s] + (0.524948541321073)*k[4][s] + (1.1241088310450404)*k[5][s] + (0.4272876194431874)*k[6][s] + (-0.17202221070155493)*k[7][s];
        dense[3][s] = (1.5042150689705522)*k[0][s] + (1.918970055202184)*k[1][s] + (75.96518368425814)*k[2][s] + (55.62989378001063)*k[3][s] + (-31.89673303144361)*k[4][s] + (-43.80927263842078)*k[5][s] + (-6.944867146247393)*k[6][s] + (-1.8271488842096497)*k[7][s];
        dense[4][s] = (-11.419903575922262)*k[0][s] + (-2.8879645146136994)*k[1][s] + (-72.92137995996029)*k[2][s] + (-80.12511834622643)*k[3][s] + (52.072871366152654)*k[4][s] + (59.78993625266729)*k[5][s] + (0.15582684282751913)*k[6][s] + (-4.883087185713722)*k[7][s];
    }
}

/* What a trajectory is made of. */
typedef struct {
    size_t size, moving; /* elements of the state, and how many of them may move: the first ones */
    double rtol, atol;
    double *y, *y_new, *slope, *slope_new, *before, *k[8], *dense[5], *jacobian, *matrix, *pivots, *work;
    int has_jacobian;
    double ratio; /* h |lambda| of the last explicit step, for the largest eigenvalue of the Jacobian */
    curriculum_stiff_stats *done;
} curriculum_stiff_run;

static double curriculum_stiff_norm(const curriculum_stiff_run *run, const double *x, const double *y, const double *z)
{
    double sum = 0.0;

    for (size_t s = 0; s < run->size; ++s) {
        const double e = x[s]/(run->atol + run->rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)run->size);
}

/* What an implicit step costs, in right-hand sides: its stages, m rows of the Jacobian, its factors. */
static double curriculum_stiff_cost(size_t m)
{
    return 8.0 + 2.0*(double)m + (double)m*(double)m/80.0;
}

/* Factors of an m x m matrix, row by row, in its place, with partial pivoting; 0 where it is singular. */
static int curriculum_stiff_factored(size_t m, double *a, double *pivots)
{
    for (size_t j = 0; j < m; ++j) {
        size_t best = j;

        for (size_t i = j + 1; i < m; ++i) {
            best = fabs(a[i*m + j]) > fabs(a[best*m + j]) ? i : best;
        }
        pivots[j] = (double)best;
        if (!(fabs(a[best*m + j]) > 0.0)) {
            return 0;
        }
        for (size_t i = 0; i < m && best != j; ++i) {
            const double moved = a[j*m + i];
            a[j*m + i] = a[best*m + i];
            a[best*m + i] = moved;
        }
        for (size_t i = j + 1; i < m; ++i) {
            const double factor = a[i*m + j]/a[j*m + j];
            a[i*m + j] = factor;
            for (size_t l = j + 1; l < m && factor != 0.0; ++l) {
                a[i*m + l] -= factor*a[j*m + l];
            }
        }
    }
    return 1;
}

/* x becomes what the matrix with these factors takes to x. */
static void curriculum_stiff_solved(size_t m, const double *a, const double *pivots, double *x)
{
    for (size_t i = 0; i < m; ++i) {
        const size_t from = (size_t)pivots[i];
        const double moved = x[i];
        x[i] = x[from];
        x[from] = moved;
    }
    for (size_t i = 0; i < m; ++i) {
        for (size_t l = 0; l < i; ++l) {
            x[i] -= a[i*m + l]*x[l];
        }
    }
    for (size_t i = m; i-- > 0;) {
        for (size_t l = i + 1; l < m; ++l) {
            x[i] -= a[i*m + l]*x[l];
        }
        x[i] /= a[i*m + i];
    }
}

/* An explicit step to y_new; its error, of which more than 1 is too much. */
static int curriculum_stiff_explicit(int K, int M, int blocks, const curriculum_params *params, curriculum_stiff_run *run, double h, double *error)
{
    double *const k[7] = {run->slope, run->k[0], run->k[1], run->k[2], run->k[3], run->k[4], run->slope_new};
    double change = 0.0, distance = 0.0;

    for (int stage = 1; stage < 7; ++stage) {
        int status;

        curriculum_stiff_stage(stage, run->size, h, run->y, k, run->y_new);
        status = curriculum_rhs(K, M, blocks, params, run->y_new, k[stage], run->work);
        ++run->done->evaluations;
        if (status != CURRICULUM_OK) {
            return status;
        }
        for (size_t s = 0; s < run->size && stage == 5; ++s) {
            run->before[s] = run->y_new[s];
        }
    }
    curriculum_stiff_error(run->size, h, k, run->dense[4]);
    *error = curriculum_stiff_norm(run, run->dense[4], run->y, run->y_new);
    /* the last two stages are at the same time: their difference is a direction of the largest eigenvalue (Hairer, Wanner) */
    for (size_t s = 0; s < run->size; ++s) {
        const double slopes = k[6][s] - k[5][s], states = run->y_new[s] - run->before[s];
        change += slopes*slopes;
        distance += states*states;
    }
    run->ratio = distance > 0.0 ? h*sqrt(change/distance) : 0.0;
    return CURRICULUM_OK;
}

/* An implicit step to y_new. */
static int curriculum_stiff_implicit(int K, int M, int blocks, const curriculum_params *params, curriculum_stiff_run *run, double h, double *error)
{
    const size_t m = run->moving;
    int status = CURRICULUM_OK;

    if (!run->has_jacobian) {
        status = curriculum_stiff_jacobian(K, M, blocks, params, run->y, run->jacobian, run->work);
        ++run->done->jacobians;
        if (status != CURRICULUM_OK) {
            return status;
        }
        run->has_jacobian = 1;
    }
    for (size_t s = 0; s < m; ++s) {
        for (size_t t = 0; t < m; ++t) {
            run->matrix[s*m + t] = (s == t ? 1.0/(h*CURRICULUM_STIFF_GAMMA) : 0.0) - run->jacobian[s*run->size + t];
        }
    }
    if (!curriculum_stiff_factored(m, run->matrix, run->pivots)) {
        return CURRICULUM_DOMAIN;
    }
    for (int stage = 0; stage < 8; ++stage) {
        const double *slope = run->slope;

        if (stage > 0) {
            curriculum_stiff_argument(stage, run->size, run->y, run->k, run->y_new);
            status = curriculum_rhs(K, M, blocks, params, run->y_new, run->before, run->work);
            ++run->done->evaluations;
            slope = run->before;
        }
        if (status != CURRICULUM_OK) {
            return status;
        }
        curriculum_stiff_right(stage, run->size, h, slope, run->k, run->k[stage]);
        curriculum_stiff_solved(m, run->matrix, run->pivots, run->k[stage]);
        for (size_t s = m; s < run->size; ++s) {
            run->k[stage][s] = 0.0;
        }
    }
    for (size_t s = 0; s < run->size; ++s) {
        run->y_new[s] += run->k[7][s];
    }
    *error = curriculum_stiff_norm(run, run->k[7], run->y, run->y_new);
    if (*error <= 1.0) {
        status = curriculum_rhs(K, M, blocks, params, run->y_new, run->slope_new, run->work);
        ++run->done->evaluations;
    }
    return status;
}

/* Dense output of the step to y_new, by the values and slopes at its ends where it is explicit. */
static void curriculum_stiff_interpolated(curriculum_stiff_run *run, int implicit, double h)
{
    double *const k[7] = {run->slope, run->k[0], run->k[1], run->k[2], run->k[3], run->k[4], run->slope_new};

    for (size_t s = 0; s < run->size; ++s) {
        const double change = run->y_new[s] - run->y[s], bend = h*run->slope[s] - change;
        run->dense[0][s] = run->y[s];
        run->dense[1][s] = change;
        run->dense[2][s] = bend;
        run->dense[3][s] = change - h*run->slope_new[s] - bend;
    }
    if (implicit) {
        curriculum_stiff_between(run->size, run->k, run->dense);
    } else {
        curriculum_stiff_bend(run->size, h, k, run->dense[4]);
    }
}

/* The tail of the output that was not reached. */
static int curriculum_stiff_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

/* The status of what the integrator is given beside parameters. */
static int curriculum_stiff_asked(const curriculum_stiff_options *options, size_t n, const double *alphas)
{
    if (!(options->rtol >= 0.0) || !isfinite(options->rtol)) {
        return CURRICULUM_RTOL;
    }
    if (!(options->atol > 0.0) || !isfinite(options->atol)) {
        return CURRICULUM_ATOL;
    }
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(alphas[s])) {
            return CURRICULUM_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            return CURRICULUM_TIMES;
        }
    }
    return CURRICULUM_OK;
}

int curriculum_stiff_integrate(int K, int M, int blocks, const curriculum_params *params, const curriculum_stiff_options *options,
                            const double *state0, size_t n, const double *alphas, double *states, curriculum_stiff_stats *stats,
                            double *work)
{
    enum { LIMITED_FOR = 15, FREE_FOR = 6, PATIENCE = 4 };
    curriculum_stiff_stats local = {0, 0, 0, 0, 0, 0.0};
    curriculum_stiff_run run;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double alpha, end, h, cost, spent = 0.0, patience = 0.0, explicit_h = 0.0, turned = 0.0, previous_error = 1e-4;
    int status = curriculum_stiff_checked(K, M, blocks, params), after_rejection = 0, limited = 0, unlimited = 0, implicit;

    run.done = stats ? stats : &local;
    *run.done = local;
    if (status != CURRICULUM_OK) {
        return status;
    }
    if (!options) {
        return CURRICULUM_NULL_OPTIONS;
    }
    if (!state0) {
        return CURRICULUM_NULL_STATE;
    }
    if (!alphas) {
        return CURRICULUM_NULL_TIMES;
    }
    if (!states) {
        return CURRICULUM_NULL_RESULTS;
    }
    if (!work) {
        return CURRICULUM_NULL_WORK;
    }
    if (n < 1) {
        return CURRICULUM_NO_TIMES;
    }
    size = curriculum_state_size(K, M, blocks);
    status = curriculum_stiff_asked(options, n, alphas);
    if (status != CURRICULUM_OK) {
        return curriculum_stiff_stop(status, 0, n, size, states);
    }
    run.size = size;
    run.moving = curriculum_stiff_moving(K, M, blocks, params);
    run.rtol = options->rtol;
    run.atol = options->atol;
    run.has_jacobian = 0;
    run.ratio = 0.0;
    run.y = work;
    run.y_new = work + size;
    run.slope = work + 2*size;
    run.slope_new = work + 3*size;
    run.before = work + 4*size;
    for (int s = 0; s < 8; ++s) {
        run.k[s] = work + (size_t)(5 + s)*size;
    }
    for (int s = 0; s < 5; ++s) {
        run.dense[s] = work + (size_t)(13 + s)*size;
    }
    run.pivots = work + 18*size;
    run.jacobian = work + 19*size;
    run.matrix = run.jacobian + size*size;
    run.work = run.matrix + size*size;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    cost = curriculum_stiff_cost(run.moving);
    implicit = !options->automatic;

    for (size_t s = 0; s < size; ++s) {
        run.y[s] = states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    run.done->alpha = alpha;
    status = curriculum_rhs(K, M, blocks, params, run.y, run.slope, run.work);
    run.done->evaluations = 1;
    if (status == CURRICULUM_OK && curriculum_stiff_norms_negative(K, M, blocks, 1, run.y)) {
        status = CURRICULUM_NEGATIVE_NORM;
    }
    if (status != CURRICULUM_OK) {
        const int outcome = status <= CURRICULUM_STEP_SIZE && status != CURRICULUM_BAD_K;

        return curriculum_stiff_stop(status, outcome ? 1 : 0, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = curriculum_stiff_norm(&run, run.y, run.y, run.y);
        const double scale_f = curriculum_stiff_norm(&run, run.slope, run.y, run.y);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error = 0.0, alpha_new;
        int taken;

        if (run.done->accepted + run.done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? CURRICULUM_STEP_LIMIT : CURRICULUM_STEP_SIZE;

            return curriculum_stiff_stop(status == CURRICULUM_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = implicit ? curriculum_stiff_implicit(K, M, blocks, params, &run, h, &error)
                          : curriculum_stiff_explicit(K, M, blocks, params, &run, h, &error);
        taken = status == CURRICULUM_OK && error <= 1.0;
        first = next;
        if (!taken) {
            ++run.done->rejected;
            if (status == CURRICULUM_OK) {
                h *= isfinite(error) ? fmax(0.2, 0.9*pow(error, -0.2)) : 0.2;
            } else { /* a stage left the domain: a smaller step may not */
                h *= 0.25;
            }
            after_rejection = 1;
        } else {
            const double bounded = fmax(error, 1e-10);
            /* proportional-integral control (Gustafsson), no growth right after a rejection */
            double grow = 0.9*pow(bounded, -0.17)*pow(previous_error, 0.04);

            if (alphas[next] <= alpha_new) {
                curriculum_stiff_interpolated(&run, implicit, h);
            }
            while (next < n && alphas[next] <= alpha_new) {
                const double t = fmin((alphas[next] - alpha)/h, 1.0), u = 1.0 - t;
                double *row = states + next*size;
                for (size_t s = 0; s < size; ++s) {
                    row[s] = run.dense[0][s]
                        + t*(run.dense[1][s] + u*(run.dense[2][s] + t*(run.dense[3][s] + u*run.dense[4][s])));
                }
                ++next;
            }
            alpha = alpha_new;
            ++run.done->accepted;
            run.done->implicit += (unsigned long)implicit;
            run.done->alpha = alpha;
            for (size_t s = 0; s < size; ++s) {
                run.y[s] = run.y_new[s];
                run.slope[s] = run.slope_new[s];
            }
            run.has_jacobian = 0;
            if (curriculum_stiff_norms_negative(K, M, blocks, 1, run.y)
                || curriculum_stiff_norms_negative(K, M, blocks, next - first, states + first*size)) {
                return curriculum_stiff_stop(CURRICULUM_NEGATIVE_NORM, first, n, size, states);
            }
            grow = fmin(after_rejection ? 1.0 : 10.0, fmax(0.2, grow));
            h *= grow;
            previous_error = fmax(error, 1e-4);
            after_rejection = 0;
        }
        spent += implicit ? cost : 6.0;
        if (!options->automatic) {
            continue;
        }
        if (implicit && h < cost/6.0*explicit_h) {
            /* back: a step is shorter than the explicit ones that can be taken for what it costs */
            patience = alpha - turned < spent/6.0*explicit_h ? PATIENCE*spent : 0.0;
            spent = 0.0;
            h = explicit_h;
            implicit = limited = after_rejection = 0;
            status = CURRICULUM_OK;
        } else if (!implicit && taken) {
            const int is_limited = run.ratio > 3.25; /* where stability ends */

            unlimited = is_limited ? 0 : unlimited + 1;
            limited = is_limited ? limited + 1 : (unlimited < FREE_FOR ? limited : 0);
            if (limited >= LIMITED_FOR && spent >= patience && end - alpha > 2.0*cost/6.0*h) {
                spent = 0.0;
                explicit_h = h;
                turned = alpha;
                h *= cost/6.0;
                implicit = 1;
                previous_error = 1.0;
            }
        }
    }
    return CURRICULUM_OK;
}
