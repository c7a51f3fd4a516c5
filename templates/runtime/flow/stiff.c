/* The integrator of one trajectory whose steps are explicit, or implicit where that costs less. */
#include "stiff.h"

/* -- emitted from here on -- */
/* What a trajectory is made of. */
typedef struct {
    size_t size, moving; /* elements of the state, and how many of them may move: the first ones */
    double rtol, atol;
    double *y, *y_new, *slope, *slope_new, *before, *k[8], *dense[5], *jacobian, *matrix, *pivots, *work;
    int has_jacobian;
    double ratio; /* h |lambda| of the last explicit step, for the largest eigenvalue of the Jacobian */
    model_stiff_stats *done;
} model_stiff_run;

static double model_stiff_norm(const model_stiff_run *run, const double *x, const double *y, const double *z)
{
    double sum = 0.0;

    for (size_t s = 0; s < run->size; ++s) {
        const double e = x[s]/(run->atol + run->rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)run->size);
}

/* What an implicit step costs, in right-hand sides: its stages, m rows of the Jacobian, its factors. */
static double model_stiff_cost(size_t m)
{
    return 8.0 + 2.0*(double)m + (double)m*(double)m/80.0;
}

/* Factors of an m x m matrix, row by row, in its place, with partial pivoting; 0 where it is singular. */
static int model_stiff_factored(size_t m, double *a, double *pivots)
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
static void model_stiff_solved(size_t m, const double *a, const double *pivots, double *x)
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
static int model_stiff_explicit(int K, int M, const model_params *params, model_stiff_run *run, double h, double *error)
{
    double *const k[7] = {run->slope, run->k[0], run->k[1], run->k[2], run->k[3], run->k[4], run->slope_new};
    double change = 0.0, distance = 0.0;

    for (int stage = 1; stage < 7; ++stage) {
        int status;

        model_stiff_stage(stage, run->size, h, run->y, k, run->y_new);
        status = model_rhs(K, M, params, run->y_new, k[stage], run->work);
        ++run->done->evaluations;
        if (status != MODEL_OK) {
            return status;
        }
        for (size_t s = 0; s < run->size && stage == 5; ++s) {
            run->before[s] = run->y_new[s];
        }
    }
    model_stiff_error(run->size, h, k, run->dense[4]);
    *error = model_stiff_norm(run, run->dense[4], run->y, run->y_new);
    /* the last two stages are at the same time: their difference is a direction of the largest eigenvalue (Hairer, Wanner) */
    for (size_t s = 0; s < run->size; ++s) {
        const double slopes = k[6][s] - k[5][s], states = run->y_new[s] - run->before[s];
        change += slopes*slopes;
        distance += states*states;
    }
    run->ratio = distance > 0.0 ? h*sqrt(change/distance) : 0.0;
    return MODEL_OK;
}

/* An implicit step to y_new. */
static int model_stiff_implicit(int K, int M, const model_params *params, model_stiff_run *run, double h, double *error)
{
    const size_t m = run->moving;
    int status = MODEL_OK;

    if (!run->has_jacobian) {
        status = model_stiff_jacobian(K, M, params, run->y, run->jacobian, run->work);
        ++run->done->jacobians;
        if (status != MODEL_OK) {
            return status;
        }
        run->has_jacobian = 1;
    }
    for (size_t s = 0; s < m; ++s) {
        for (size_t t = 0; t < m; ++t) {
            run->matrix[s*m + t] = (s == t ? 1.0/(h*MODEL_STIFF_GAMMA) : 0.0) - run->jacobian[s*run->size + t];
        }
    }
    if (!model_stiff_factored(m, run->matrix, run->pivots)) {
        return MODEL_DOMAIN;
    }
    for (int stage = 0; stage < 8; ++stage) {
        const double *slope = run->slope;

        if (stage > 0) {
            model_stiff_argument(stage, run->size, run->y, run->k, run->y_new);
            status = model_rhs(K, M, params, run->y_new, run->before, run->work);
            ++run->done->evaluations;
            slope = run->before;
        }
        if (status != MODEL_OK) {
            return status;
        }
        model_stiff_right(stage, run->size, h, slope, run->k, run->k[stage]);
        model_stiff_solved(m, run->matrix, run->pivots, run->k[stage]);
        for (size_t s = m; s < run->size; ++s) {
            run->k[stage][s] = 0.0;
        }
    }
    for (size_t s = 0; s < run->size; ++s) {
        run->y_new[s] += run->k[7][s];
    }
    *error = model_stiff_norm(run, run->k[7], run->y, run->y_new);
    if (*error <= 1.0) {
        status = model_rhs(K, M, params, run->y_new, run->slope_new, run->work);
        ++run->done->evaluations;
    }
    return status;
}

/* Dense output of the step to y_new, by the values and slopes at its ends where it is explicit. */
static void model_stiff_interpolated(model_stiff_run *run, int implicit, double h)
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
        model_stiff_between(run->size, run->k, run->dense);
    } else {
        model_stiff_bend(run->size, h, k, run->dense[4]);
    }
}

/* The tail of the output that was not reached. */
static int model_stiff_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

/* The status of what the integrator is given beside parameters. */
static int model_stiff_asked(const model_stiff_options *options, size_t n, const double *alphas)
{
    if (!(options->rtol >= 0.0) || !isfinite(options->rtol)) {
        return MODEL_RTOL;
    }
    if (!(options->atol > 0.0) || !isfinite(options->atol)) {
        return MODEL_ATOL;
    }
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(alphas[s])) {
            return MODEL_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            return MODEL_TIMES;
        }
    }
    return MODEL_OK;
}

int model_stiff_integrate(int K, int M, const model_params *params, const model_stiff_options *options,
                            const double *state0, size_t n, const double *alphas, double *states, model_stiff_stats *stats,
                            double *work)
{
    enum { LIMITED_FOR = 15, FREE_FOR = 6, PATIENCE = 4 };
    model_stiff_stats local = {0, 0, 0, 0, 0, 0.0};
    model_stiff_run run;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double alpha, end, h, cost, spent = 0.0, patience = 0.0, explicit_h = 0.0, turned = 0.0, previous_error = 1e-4;
    int status = model_stiff_checked(K, M, params), after_rejection = 0, limited = 0, unlimited = 0, implicit;

    run.done = stats ? stats : &local;
    *run.done = local;
    if (status != MODEL_OK) {
        return status;
    }
    if (!options) {
        return MODEL_NULL_OPTIONS;
    }
    if (!state0) {
        return MODEL_NULL_STATE;
    }
    if (!alphas) {
        return MODEL_NULL_TIMES;
    }
    if (!states) {
        return MODEL_NULL_RESULTS;
    }
    if (!work) {
        return MODEL_NULL_WORK;
    }
    if (n < 1) {
        return MODEL_NO_TIMES;
    }
    size = model_state_size(K, M);
    status = model_stiff_asked(options, n, alphas);
    if (status != MODEL_OK) {
        return model_stiff_stop(status, 0, n, size, states);
    }
    run.size = size;
    run.moving = model_stiff_moving(K, M, params);
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
    cost = model_stiff_cost(run.moving);
    implicit = !options->automatic;

    for (size_t s = 0; s < size; ++s) {
        run.y[s] = states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    run.done->alpha = alpha;
    status = model_rhs(K, M, params, run.y, run.slope, run.work);
    run.done->evaluations = 1;
    if (status == MODEL_OK && model_stiff_norms_negative(K, M, 1, run.y)) {
        status = MODEL_NEGATIVE_NORM;
    }
    if (status != MODEL_OK) {
        const int outcome = status <= MODEL_STEP_SIZE && status != MODEL_BAD_K;

        return model_stiff_stop(status, outcome ? 1 : 0, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = model_stiff_norm(&run, run.y, run.y, run.y);
        const double scale_f = model_stiff_norm(&run, run.slope, run.y, run.y);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error = 0.0, alpha_new;
        int taken;

        if (run.done->accepted + run.done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? MODEL_STEP_LIMIT : MODEL_STEP_SIZE;

            return model_stiff_stop(status == MODEL_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = implicit ? model_stiff_implicit(K, M, params, &run, h, &error)
                          : model_stiff_explicit(K, M, params, &run, h, &error);
        taken = status == MODEL_OK && error <= 1.0;
        first = next;
        if (!taken) {
            ++run.done->rejected;
            if (status == MODEL_OK) {
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
                model_stiff_interpolated(&run, implicit, h);
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
            if (model_stiff_norms_negative(K, M, 1, run.y)
                || model_stiff_norms_negative(K, M, next - first, states + first*size)) {
                return model_stiff_stop(MODEL_NEGATIVE_NORM, first, n, size, states);
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
            status = MODEL_OK;
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
    return MODEL_OK;
}
