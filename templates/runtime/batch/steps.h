/* The steps of all lanes, each with its own size. */
#include "output.h"

TARGET UNUSED static void AT(run)(int K, int M, size_t count, const model_params *params, const double *states,
                                  const kernel_request *request, const kernel_results *results, size_t *queue, double *work);

/* -- emitted from here on -- */
/* One step of every lane, accepted or not. */
TARGET static void AT(advance)(AT(fleet) *f)
{
    const lanes end = f->end;
    const lanes limit = LANES(f->request->options.max_steps ? (double)f->request->options.max_steps : 1e7);
    const mask moving = AT(greater)(f->h, LANES(4.0*DBL_EPSILON)*AT(absolute)(f->alpha));
    const mask stuck = AT(without)(f->active, AT(both)(moving, AT(greater)(limit, f->tries)));
    mask last, good, finite, negative, awaited, crossing, done;
    lanes alpha_new, error, log_error, power, grow, after;

    if (AT(any)(stuck)) {
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (AT(holds)(stuck, lane)) {
                const int ended = AT(holds)(moving, lane) ? MODEL_STEP_LIMIT : MODEL_STEP_SIZE;

                AT(finish)(f, lane, AT(holds)(f->broken, lane) ? f->failing[lane] : ended, f->next[lane], f->y);
            }
        }
        return;
    }
    last = AT(at_most)(end, AT(fma)(LANES(1.01), f->h, f->alpha));
    f->h = AT(select)(last, end - f->alpha, f->h);
    alpha_new = AT(select)(last, end, f->alpha + f->h);
    error = AT(stages)(f);

    good = AT(both)(f->active, AT(at_most)(error, LANES(1.0)));
    finite = AT(at_most)(error, LANES(DBL_MAX));
    f->broken = AT(without)(f->active, finite);
    f->tries = f->tries + AT(select)(f->active, LANES(1.0), LANES(0.0));
    if (AT(any)(f->broken)) { /* a stage left the domain: a smaller step may not */
        for (int lane = 0; lane < WIDTH; ++lane) {
            f->failing[lane] = AT(reason)(f, lane);
        }
    }
    /* proportional-integral control (Gustafsson), no growth right after a rejection */
    log_error = LANES(0.5)*AT(log2)(AT(select)(finite, AT(larger)(error, LANES(1e-20)), LANES(1.0)));
    power = AT(select)(good, AT(fma)(LANES(0.04), f->log_before, LANES(-0.17)*log_error), LANES(-0.2)*log_error);
    grow = AT(larger)(LANES(0.9)*AT(exp2)(power), LANES(0.2));
    grow = AT(smaller)(grow, AT(select)(AT(both)(good, f->rejected), LANES(1.0), LANES(10.0)));
    grow = AT(select)(finite, grow, LANES(0.25));
    f->rejected = AT(without)(f->active, good);
    if (!AT(any)(good)) {
        f->h = f->h*grow;
        return;
    }

    f->log_before = AT(select)(good, AT(larger)(log_error, LANES(-13.287712379549449)), f->log_before);
    f->accepted = f->accepted + AT(select)(good, LANES(1.0), LANES(0.0));
    negative = AT(both)(good, AT(negative)(f, f->y_new));
    awaited = AT(without)(AT(both)(good, AT(at_most)(f->awaited, alpha_new)), negative);
    crossing = AT(without)(good, good);
    if (AT(any)(f->tracing)) {
        const lanes level = LANES(f->request->level);
        AT(at_time)(f, alpha_new);
        AT(observe)(f, f->request->observable, f->y_new, f->values);
        after = *f->values;
        crossing = AT(either)(AT(both)(AT(greater)(f->seen, level), AT(at_most)(after, level)),
                              AT(both)(AT(at_most)(f->seen, level), AT(greater)(after, level)));
        crossing = AT(both)(AT(both)(good, f->tracing), crossing);
    } else {
        after = f->seen;
    }
    if (AT(any)(AT(either)(awaited, crossing))) {
        size_t from[WIDTH];
        mask failed;
        for (int lane = 0; lane < WIDTH; ++lane) {
            from[lane] = f->next[lane];
        }
        AT(interpolation)(f);
        if (AT(any)(crossing)) {
            AT(locate)(f, crossing, after);
        }
        failed = AT(sample)(f, awaited, alpha_new);
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (AT(holds)(failed, lane)) {
                f->next[lane] = from[lane];
                AT(uncrossed)(f, lane, from[lane]);
            }
        }
        negative = AT(either)(negative, failed);
    }
    f->seen = AT(select)(AT(both)(good, f->tracing), after, f->seen);
    for (size_t s = 0; s < f->size; ++s) {
        f->y[s] = AT(select)(good, f->y_new[s], f->y[s]);
        f->slope[0][s] = AT(select)(good, f->slope[6][s], f->slope[0][s]);
    }
    f->alpha = AT(select)(good, alpha_new, f->alpha);
    f->h = f->h*grow;
    done = AT(both)(good, AT(either)(last, crossing));
    if (AT(any)(AT(either)(done, negative))) {
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (f->empty[lane]) {
                continue;
            }
            if (AT(holds)(negative, lane)) {
                AT(finish)(f, lane, MODEL_NEGATIVE_NORM, f->next[lane], f->y);
            } else if (AT(holds)(done, lane)) {
                AT(finish)(f, lane, MODEL_OK, f->next[lane], f->y);
            }
        }
    }
}

/* Integrates what the queue holds. */
TARGET static void AT(run)(int K, int M, size_t count, const model_params *params, const double *states,
                           const kernel_request *request, const kernel_results *results, size_t *queue, double *work)
{
    const size_t size = kernel_state_size(K, M);
    AT(fleet) f;
    lanes *vectors = (lanes *)work;

    f.K = K;
    f.M = M;
    f.size = size;
    f.count = count;
    f.params = params;
    f.states = states;
    f.request = request;
    f.results = results;
    f.y = vectors;
    f.y_new = vectors + size;
    for (size_t s = 0; s < 7; ++s) {
        f.slope[s] = vectors + (2 + s)*size;
    }
    for (size_t s = 0; s < 4; ++s) {
        f.dense[s] = vectors + (9 + s)*size;
    }
    f.row = vectors + 13*size;
    f.kept = vectors + 14*size;
    for (size_t s = 0; s < 15*size; ++s) {
        vectors[s] = LANES(0.0);
    }
    f.values = vectors + 15*size;
    f.arrays = AT(empty)(K, M, &f.given, f.values + KERNEL_OBSERVABLES);
    AT(empty_ramps)(&f.ramps);
    f.alpha = f.end = f.h = f.log_before = f.tries = f.accepted = f.awaited = f.looked = f.seen = LANES(0.0);
    f.active = f.watching = f.tracing = f.rejected = f.broken = AT(greater)(LANES(0.0), LANES(0.0));
    for (int lane = 0; lane < WIDTH; ++lane) {
        f.empty[lane] = 1;
        f.failing[lane] = MODEL_OK;
        f.trajectory[lane] = count;
        f.again[lane] = 0;
        f.crossed[lane] = f.next[lane] = 0;
    }
    for (;;) {
        int wanted = 1;
        while (wanted) {
            AT(refill)(&f, queue);
            wanted = 0;
            for (int lane = 0; lane < WIDTH; ++lane) {
                wanted |= f.empty[lane];
            }
        }
        if (!AT(any)(f.active)) {
            return;
        }
        do {
            AT(advance)(&f);
            for (int lane = 0; lane < WIDTH; ++lane) {
                wanted |= f.empty[lane];
            }
        } while (!wanted);
    }
}
