/* The integrator of one trajectory. */
#include "flow.h"

/* -- emitted from here on -- */
static double model_norm(size_t n, const double *x, const double *y, const double *z, double rtol, double atol)
{
    double sum = 0.0;

    for (size_t s = 0; s < n; ++s) {
        const double e = x[s]/(atol + rtol*fmax(fabs(y[s]), fabs(z[s])));
        sum += e*e;
    }
    return sqrt(sum/(double)n);
}

/* The tail of the output that was not reached. */
static int model_stop(int status, size_t from, size_t n, size_t size, double *states)
{
    for (size_t s = from*size; s < n*size; ++s) {
        states[s] = NAN;
    }
    return status;
}

int model_integrate_ramped(int K, int M, const model_params *params, const model_params *then, const model_options *options,
                             const double *state0, size_t n, const double *alphas, double *states, model_stats *stats, double *work)
{
    model_stats local = {0, 0, 0, 0.0};
    model_stats *done = stats ? stats : &local;
    double rtol, atol;
    unsigned long max_steps;
    size_t size, first, next = 1;
    double *y, *y_new, *k[7], *dense[5], *ramped, *arrays;
    double alpha, end, h, previous_error = 1e-4;
    model_params between;
    const model_params *now = params;
    int status = model_checked(K, M, params), after_rejection = 0;

    *done = local;
    if (K < 1 || M < 1) {
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
    rtol = options->rtol;
    atol = options->atol;
    max_steps = options->max_steps ? options->max_steps : 10000000UL;
    size = model_state_size(K, M);
    if (status == MODEL_OK && then) {
        status = model_checked(K, M, then);
        between = *params;
        now = &between;
    }
    if (status == MODEL_OK && !model_work_size(K, M, params)) {
        return MODEL_TOO_LARGE;
    }
    if (status == MODEL_OK && (!(rtol >= 0.0) || !isfinite(rtol))) {
        status = MODEL_RTOL;
    }
    if (status == MODEL_OK && (!(atol > 0.0) || !isfinite(atol))) {
        status = MODEL_ATOL;
    }
    for (size_t s = 0; s < n && status == MODEL_OK; ++s) {
        if (!isfinite(alphas[s])) {
            status = MODEL_TIMES_NONFINITE;
        }
    }
    for (size_t s = 1; s < n && status == MODEL_OK; ++s) {
        if (!(alphas[s] > alphas[s - 1])) {
            status = MODEL_TIMES;
        }
    }
    if (status != MODEL_OK) {
        return model_stop(status, 0, n, size, states);
    }
    y = work;
    y_new = y + size;
    for (int s = 0; s < 7; ++s) {
        k[s] = y_new + (size_t)(s + 1)*size;
    }
    for (int s = 0; s < 5; ++s) {
        dense[s] = k[6] + (size_t)(s + 1)*size;
    }
    ramped = dense[4] + size;
    arrays = ramped + model_ramped_size(K, M);

    for (size_t s = 0; s < size; ++s) {
        y[s] = state0[s];
        states[s] = state0[s];
    }
    alpha = alphas[0];
    end = alphas[n - 1];
    done->alpha = alpha;
    status = model_checked_rhs(K, M, params, y, k[0], arrays);
    done->evaluations = 1;
    if (status == MODEL_OK && model_norms_negative(K, M, 1, y)) {
        status = MODEL_NEGATIVE_NORM;
    }
    if (status != MODEL_OK) {
        return model_stop(status, 1, n, size, states);
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const double scale_y = model_norm(size, y, y, y, rtol, atol);
        const double scale_f = model_norm(size, k[0], y, y, rtol, atol);
        h = (scale_y < 1e-5 || scale_f < 1e-5) ? 1e-6 : 0.01*scale_y/scale_f;
    }

    while (next < n) {
        double error, alpha_new;

        if (done->accepted + done->rejected >= max_steps || !(h > 4.0*DBL_EPSILON*fabs(alpha))) {
            const int ended = h > 4.0*DBL_EPSILON*fabs(alpha) ? MODEL_STEP_LIMIT : MODEL_STEP_SIZE;

            return model_stop(status == MODEL_OK ? ended : status, next, n, size, states);
        }
        alpha_new = alpha + h;
        if (alpha + 1.01*h >= end) {
            h = end - alpha;
            alpha_new = end;
        }
        status = MODEL_OK;
        for (int stage = 1; stage < 7 && status == MODEL_OK; ++stage) {
            model_stage(stage, size, h, y, k, y_new);
            if (then) {
                model_between(K, M, params, then, (alpha + model_nodes_of_step[stage]*h - alphas[0])/(end - alphas[0]), ramped, &between);
            }
            status = model_checked_rhs(K, M, now, y_new, k[stage], arrays);
            ++done->evaluations;
        }
        if (status != MODEL_OK) { /* a stage left the domain: a smaller step may not */
            h *= 0.25;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        model_error(size, h, k, dense[4]);
        error = model_norm(size, dense[4], y, y_new, rtol, atol);
        if (!(error <= 1.0)) {
            h *= isfinite(error) ? fmax(0.2, 0.9*pow(error, -0.2)) : 0.2;
            after_rejection = 1;
            ++done->rejected;
            continue;
        }
        for (size_t s = 0; s < size; ++s) {
            const double change = y_new[s] - y[s], bend = h*k[0][s] - change;
            dense[0][s] = y[s];
            dense[1][s] = change;
            dense[2][s] = bend;
            dense[3][s] = change - h*k[6][s] - bend;
        }
        model_bend(size, h, k, dense[4]);
        first = next;
        while (next < n && alphas[next] <= alpha_new) {
            const double t = fmin((alphas[next] - alpha)/h, 1.0), u = 1.0 - t;
            double *row = states + next*size;
            for (size_t s = 0; s < size; ++s) {
                row[s] = dense[0][s] + t*(dense[1][s] + u*(dense[2][s] + t*(dense[3][s] + u*dense[4][s])));
            }
            ++next;
        }
        alpha = alpha_new;
        ++done->accepted;
        done->alpha = alpha;
        for (size_t s = 0; s < size; ++s) {
            y[s] = y_new[s];
            k[0][s] = k[6][s];
        }
        if (model_norms_negative(K, M, 1, y) || model_norms_negative(K, M, next - first, states + first*size)) {
            return model_stop(MODEL_NEGATIVE_NORM, first, n, size, states);
        }
        {
            /* proportional-integral control (Gustafsson), no growth right after a rejection */
            const double bounded = fmax(error, 1e-10);
            double grow = 0.9*pow(bounded, -0.17)*pow(previous_error, 0.04);
            grow = fmin(after_rejection ? 1.0 : 10.0, fmax(0.2, grow));
            h *= grow;
            previous_error = fmax(error, 1e-4);
            after_rejection = 0;
        }
    }
    return MODEL_OK;
}

int model_integrate(int K, int M, const model_params *params, const model_options *options, const double *state0,
                      size_t n, const double *alphas, double *states, model_stats *stats, double *work)
{
    return model_integrate_ramped(K, M, params, NULL, options, state0, n, alphas, states, stats, work);
}
