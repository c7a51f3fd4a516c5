/* Lanes take trajectories, and finish them. */
#include "slots.h"

TARGET UNUSED static void AT(refill)(AT(fleet) *f, size_t *queue);

/* -- emitted from here on -- */
/* Mean square of x over the scale of y and z. */
TARGET static lanes AT(mean_square)(const AT(fleet) *f, const lanes *x, const lanes *y, const lanes *z)
{
    const lanes rtol = LANES(f->request->options.rtol), atol = LANES(f->request->options.atol);
    lanes sum = LANES(0.0);

    for (size_t s = 0; s < f->size; ++s) {
        const lanes e = x[s]/AT(fma)(rtol, AT(larger)(AT(absolute)(y[s]), AT(absolute)(z[s])), atol);
        sum = AT(fma)(e, e, sum);
    }
    return sum/LANES((double)f->size);
}

/* A lane is done with its trajectory, in `state`, the observables from time `from` on not reached; or with tracing it. */
TARGET static void AT(finish)(AT(fleet) *f, int lane, int status, size_t from, const lanes *state)
{
    const kernel_results *results = f->results;
    const size_t t = f->trajectory[lane];
    const int whole = !f->again[lane];

    f->empty[lane] = 1;
    if (results->stats) {
        const double tries = AT(at)(&f->tries, lane), accepted = AT(at)(&f->accepted, lane);
        const unsigned long evaluations = status > MODEL_STEP_SIZE ? 0 : 1 + 6*(unsigned long)tries;
        model_stats *stats = results->stats + t;

        stats->evaluations = whole ? evaluations : stats->evaluations + evaluations;
        if (whole) {
            stats->accepted = (unsigned long)accepted;
            stats->rejected = (unsigned long)(tries - accepted);
            stats->alpha = AT(at)(&f->alpha, lane);
        }
    }
    if (!whole) {
        return;
    }
    AT(unreached)(f, t, from);
    if (results->states) {
        double *row = results->states + t*f->size;
        AT(get)(f->size, state, lane, row);
        for (size_t s = 0; status != MODEL_OK && s < f->size; ++s) {
            row[s] = NAN;
        }
    }
    if (results->status) {
        results->status[t] = status;
    }
}

/* A lane begins at the time with this place, for the trajectory or to trace where it crosses. */
TARGET static void AT(begin)(AT(fleet) *f, int lane, size_t place, int again)
{
    f->again[lane] = again;
    f->crossed[lane] = 0;
    f->next[lane] = place;
    AT(put_one)(0.0, lane, &f->tries);
    AT(put_one)(0.0, lane, &f->accepted);
    AT(put_one)(0.0, lane, &f->h);
    AT(put_one)(f->request->alphas[place], lane, &f->alpha);
    AT(put_one)(f->request->alphas[again ? place + 1 : f->request->n - 1], lane, &f->end);
}

/* What crossed is traced from the time before, then the next trajectory comes into a lane; 0 if there is none. What is no
 * trajectory gets its status here. */
TARGET static int AT(fill)(AT(fleet) *f, int lane, size_t *queue)
{
    if (f->crossed[lane] && f->results->crossing) {
        AT(begin)(f, lane, f->crossed[lane] - 1, 1);
        for (size_t s = 0; s < f->size; ++s) {
            AT(put_one)(AT(at)(f->kept + s, lane), lane, f->y + s);
        }
        f->empty[lane] = 0;
        return 1;
    }
    for (;;) {
        const size_t t = kernel_next(queue);
        int status;

        f->trajectory[lane] = t;
        AT(begin)(f, lane, 0, 0);
        if (t >= f->count) {
            return 0;
        }
        if (f->results->crossing) {
            f->results->crossing[t] = NAN;
        }
        status = kernel_checked(f->K, f->M, f->params + t, f->states + t*f->size);
        if (status == MODEL_OK && f->request->then) {
            status = kernel_checked(f->K, f->M, f->request->then + t, f->states + t*f->size);
        }
        if (status != MODEL_OK) {
            AT(finish)(f, lane, status, 0, f->y);
        } else if (!kernel_finite(f->size, f->states + t*f->size)) {
            AT(finish)(f, lane, MODEL_NONFINITE, 0, f->y);
        } else {
            AT(load)(f->K, f->M, f->params + t, lane, &f->given);
            if (f->request->then) {
                AT(load_ramps)(f->K, f->M, f->params + t, f->request->then + t, lane, &f->ramps, &f->given);
            }
            AT(put)(f->size, f->states + t*f->size, lane, f->y);
            f->empty[lane] = 0;
            return 1;
        }
    }
}

/* Fills empty lanes and makes their first slope, first values and first step. Lanes that fail at once are empty again. */
TARGET static void AT(refill)(AT(fleet) *f, size_t *queue)
{
    lanes flags = LANES(0.0), again = LANES(0.0), active = LANES(0.0);
    mask fresh;
    int any = 0;

    for (int lane = 0; lane < WIDTH; ++lane) {
        const int was_empty = f->empty[lane];
        if (was_empty && AT(fill)(f, lane, queue)) {
            AT(put_one)(1.0, lane, &flags);
            any = 1;
        }
        f->empty[lane] = 0;
        AT(put_one)(f->again[lane] ? 1.0 : 0.0, lane, &again);
        AT(put_one)(f->trajectory[lane] < f->count ? 1.0 : 0.0, lane, &active);
    }
    f->active = AT(greater)(active, LANES(0.0));
    f->tracing = AT(both)(f->active, AT(greater)(again, LANES(0.0)));
    f->watching = AT(both)(f->watching, f->active);
    if (!any) {
        return;
    }
    fresh = AT(greater)(flags, LANES(0.0));
    AT(conditions)(&f->given);
    AT(at_time)(f, f->alpha);
    AT(rhs)(f->K, f->M, &f->given, f->y, f->slope[1], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        f->slope[0][s] = AT(select)(fresh, f->slope[1][s], f->slope[0][s]);
    }
    AT(record)(f, fresh, f->y);
    if (!isnan(f->request->level)) {
        f->seen = AT(select)(fresh, f->looked, f->seen);
        f->watching = AT(without)(AT(either)(f->watching, fresh), f->tracing);
        for (size_t s = 0; s < f->size; ++s) {
            f->kept[s] = AT(select)(fresh, f->y[s], f->kept[s]);
        }
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const lanes scale_y = AT(root)(AT(mean_square)(f, f->y, f->y, f->y));
        const lanes scale_f = AT(root)(AT(mean_square)(f, f->slope[0], f->y, f->y));
        const mask flat = AT(either)(AT(greater)(LANES(1e-5), scale_y), AT(greater)(LANES(1e-5), scale_f));
        const lanes h = AT(select)(flat, LANES(1e-6), LANES(0.01)*scale_y/scale_f);
        f->h = AT(select)(fresh, h, f->h);
        f->log_before = AT(select)(fresh, LANES(-13.287712379549449), f->log_before); /* log2 of 1e-4 */
    }
    f->rejected = AT(without)(f->rejected, fresh);
    f->broken = AT(without)(f->broken, fresh);
    for (int lane = 0; lane < WIDTH; ++lane) {
        if (AT(holds)(fresh, lane)) {
            const mask negative = AT(negative)(f, f->y);
            int status = MODEL_OK;
            ++f->next[lane];
            AT(put_one)(f->request->n > 1 && !f->again[lane] ? f->request->alphas[1] : INFINITY, lane, &f->awaited);
            for (size_t s = 0; s < f->size; ++s) {
                status = isfinite(AT(at)(f->slope[0] + s, lane)) ? status : MODEL_DOMAIN;
            }
            if (status == MODEL_OK && AT(holds)(negative, lane)) {
                status = MODEL_NEGATIVE_NORM;
            }
            if (status != MODEL_OK || f->request->n == 1) {
                AT(finish)(f, lane, status, 1, f->y);
            }
        }
    }
}
