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

/* A lane is done with its trajectory: the observables from time `from` on were not reached. */
TARGET static void AT(finish)(AT(fleet) *f, int lane, int status, size_t from)
{
    const kernel_results *results = f->results;
    const size_t t = f->trajectory[lane];

    AT(unreached)(f, t, from);
    if (results->states) {
        double *row = results->states + t*f->size;
        AT(get)(f->size, f->y, lane, row);
        for (size_t s = 0; status != MODEL_OK && s < f->size; ++s) {
            row[s] = NAN;
        }
    }
    if (results->status) {
        results->status[t] = status;
    }
    if (results->stats) {
        const double tries = AT(at)(&f->tries, lane), accepted = AT(at)(&f->accepted, lane);
        results->stats[t].accepted = (unsigned long)accepted;
        results->stats[t].rejected = (unsigned long)(tries - accepted);
        results->stats[t].evaluations = status > MODEL_STEP_SIZE ? 0 : 1 + 6*(unsigned long)tries;
        results->stats[t].alpha = AT(at)(&f->alpha, lane);
    }
    f->empty[lane] = 1;
}

/* The next trajectory into a lane; 0 if there is none. What is no trajectory gets its status here. */
TARGET static int AT(fill)(AT(fleet) *f, int lane, size_t *queue)
{
    for (;;) {
        const size_t t = kernel_next(queue);
        int status;

        f->trajectory[lane] = t;
        f->next[lane] = 0;
        AT(put_one)(0.0, lane, &f->tries);
        AT(put_one)(0.0, lane, &f->accepted);
        AT(put_one)(0.0, lane, &f->h);
        AT(put_one)(f->request->alphas[0], lane, &f->alpha);
        if (t >= f->count) {
            return 0;
        }
        if (f->results->crossing) {
            f->results->crossing[t] = NAN;
        }
        status = kernel_checked(f->K, f->M, f->params + t, f->states + t*f->size);
        if (status != MODEL_OK) {
            AT(finish)(f, lane, status, 0);
        } else if (!kernel_finite(f->size, f->states + t*f->size)) {
            AT(finish)(f, lane, MODEL_NONFINITE, 0);
        } else {
            AT(load)(f->K, f->M, f->params + t, lane, &f->given);
            AT(put)(f->size, f->states + t*f->size, lane, f->y);
            f->empty[lane] = 0;
            return 1;
        }
    }
}

/* Fills empty lanes and makes their first slope, first values and first step. Lanes that fail at once are empty again. */
TARGET static void AT(refill)(AT(fleet) *f, size_t *queue)
{
    lanes flags = LANES(0.0), active = LANES(0.0);
    mask fresh;
    int any = 0;

    for (int lane = 0; lane < WIDTH; ++lane) {
        const int was_empty = f->empty[lane];
        if (was_empty && AT(fill)(f, lane, queue)) {
            AT(put_one)(1.0, lane, &flags);
            any = 1;
        }
        f->empty[lane] = 0;
        AT(put_one)(f->trajectory[lane] < f->count ? 1.0 : 0.0, lane, &active);
    }
    f->active = AT(greater)(active, LANES(0.0));
    f->watching = AT(both)(f->watching, f->active);
    if (!any) {
        return;
    }
    fresh = AT(greater)(flags, LANES(0.0));
    AT(conditions)(&f->given);
    AT(rhs)(f->K, f->M, &f->given, f->y, f->slope[1], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        f->slope[0][s] = AT(select)(fresh, f->slope[1][s], f->slope[0][s]);
    }
    AT(record)(f, fresh, f->y);
    if (!isnan(f->request->level)) {
        AT(observe)(f, f->request->observable, f->y, f->values);
        f->seen = AT(select)(fresh, *f->values, f->seen);
        f->watching = AT(either)(f->watching, fresh);
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
            f->next[lane] = 1;
            AT(put_one)(f->request->n > 1 ? f->request->alphas[1] : INFINITY, lane, &f->awaited);
            for (size_t s = 0; s < f->size; ++s) {
                status = isfinite(AT(at)(f->slope[0] + s, lane)) ? status : MODEL_DOMAIN;
            }
            if (status == MODEL_OK && AT(holds)(negative, lane)) {
                status = MODEL_NEGATIVE_NORM;
            }
            if (f->results->crossing && AT(holds)(f->watching, lane) && AT(at)(&f->seen, lane) == f->request->level) {
                f->results->crossing[f->trajectory[lane]] = f->request->alphas[0];
                f->watching = AT(without)(f->watching, AT(at_most)(AT(absolute)(f->seen - LANES(f->request->level)), LANES(0.0)));
            }
            if (status != MODEL_OK || f->request->n == 1) {
                AT(finish)(f, lane, status, 1);
            }
        }
    }
}
