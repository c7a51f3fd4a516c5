/* What is asked for within a step: observables at times, where one crosses a level, and the end of what has crossed. */
#include "queue.h"

TARGET UNUSED static mask AT(sample)(AT(fleet) *f, mask here, lanes alpha_new);
TARGET UNUSED static void AT(locate)(AT(fleet) *f, mask here, lanes after);

/* -- emitted from here on -- */
/* The state at alpha + t h into the row. */
TARGET static void AT(interpolate)(AT(fleet) *f, lanes t)
{
    const lanes u = LANES(1.0) - t;

    for (size_t s = 0; s < f->size; ++s) {
        const lanes upper = AT(fma)(t, AT(fma)(u, f->dense[3][s], f->dense[2][s]), f->dense[1][s]);
        f->row[s] = AT(fma)(t, AT(fma)(u, upper, f->dense[0][s]), f->y[s]);
    }
}

/* Lanes in `here` that have the level between the time before and this one are to trace it; the others keep this time's state. */
TARGET static void AT(compare)(AT(fleet) *f, mask here)
{
    const lanes level = LANES(f->request->level);
    const mask before = AT(greater)(f->seen, level), after = AT(greater)(f->looked, level);
    const mask finite = AT(at_most)(AT(larger)(AT(absolute)(f->seen), AT(absolute)(f->looked)), LANES(DBL_MAX));
    const mask crossing = AT(both)(AT(both)(here, finite), AT(either)(AT(without)(before, after), AT(without)(after, before)));
    const mask still = AT(without)(here, crossing);

    for (size_t s = 0; s < f->size; ++s) {
        f->kept[s] = AT(select)(still, f->row[s], f->kept[s]);
    }
    f->seen = AT(select)(still, f->looked, f->seen);
    f->watching = AT(without)(f->watching, crossing);
    for (int lane = 0; lane < WIDTH; ++lane) {
        if (AT(holds)(crossing, lane)) {
            f->crossed[lane] = f->next[lane];
            if (f->results->crossing) {
                f->results->crossing[f->trajectory[lane]] = f->request->alphas[f->next[lane]];
            }
        }
    }
}

/* What a lane saw at the times from `from` on is no crossing. */
TARGET static void AT(uncrossed)(AT(fleet) *f, int lane, size_t from)
{
    if (f->crossed[lane] >= from) {
        f->crossed[lane] = 0;
        if (f->results->crossing) {
            f->results->crossing[f->trajectory[lane]] = NAN;
        }
    }
}

/* Observables at the times that lie in the step of lanes in `here`; returns the lanes where a norm is negative there. Lanes that have
 * crossed and need go no further are done with their trajectory. */
TARGET static mask AT(sample)(AT(fleet) *f, mask here, lanes alpha_new)
{
    mask failed = AT(without)(here, here);
    mask pending = here;

    while (AT(any)(pending)) {
        const lanes t = AT(smaller)((f->awaited - f->alpha)/f->h, LANES(1.0));
        mask bad;

        AT(interpolate)(f, AT(select)(pending, t, LANES(0.0)));
        bad = AT(both)(pending, AT(negative)(f, f->row));
        failed = AT(either)(failed, bad);
        AT(at_time)(f, AT(select)(pending, f->awaited, f->alpha));
        AT(record)(f, pending, f->row);
        if (AT(any)(f->watching)) {
            AT(compare)(f, AT(both)(AT(without)(pending, failed), f->watching));
        }
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (AT(holds)(pending, lane)) {
                const double alpha = f->request->alphas[f->next[lane]];
                const size_t next = ++f->next[lane];
                AT(put_one)(next < f->request->n ? f->request->alphas[next] : INFINITY, lane, &f->awaited);
                if (f->crossed[lane] && alpha >= f->request->until && !AT(holds)(failed, lane)) {
                    AT(put_one)(alpha, lane, &f->alpha);
                    AT(finish)(f, lane, MODEL_OK, next, f->row);
                    AT(put_one)(INFINITY, lane, &f->awaited);
                }
            }
        }
        pending = AT(without)(AT(both)(pending, AT(at_most)(f->awaited, alpha_new)), failed);
    }
    return failed;
}

/* Where the observable crosses the level in the step of lanes in `here` (Illinois method on the dense output). */
TARGET static void AT(locate)(AT(fleet) *f, mask here, lanes after)
{
    const double level = f->request->level;
    double low[WIDTH], high[WIDTH], f_low[WIDTH], f_high[WIDTH], found[WIDTH];
    int side[WIDTH], left = 0;

    for (int lane = 0; lane < WIDTH; ++lane) {
        low[lane] = 0.0;
        high[lane] = found[lane] = 1.0;
        f_low[lane] = AT(at)(&f->seen, lane) - level;
        f_high[lane] = AT(at)(&after, lane) - level;
        side[lane] = AT(holds)(here, lane) && f_high[lane] != 0.0 ? 0 : 2; /* 2: done; else which end moved last */
        left += side[lane] != 2;
    }
    for (int turn = 0; turn < 100 && left; ++turn) {
        lanes t = LANES(0.0);
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (side[lane] != 2) {
                const double guess = (low[lane]*f_high[lane] - high[lane]*f_low[lane])/(f_high[lane] - f_low[lane]);
                const double last = found[lane];
                found[lane] = guess > low[lane] && guess < high[lane] ? guess : 0.5*(low[lane] + high[lane]);
                if (turn > 0 && (fabs(found[lane] - last) <= 1e-14 || high[lane] - low[lane] <= 1e-14)) {
                    side[lane] = 2;
                    --left;
                }
                AT(put_one)(found[lane], lane, &t);
            }
        }
        AT(interpolate)(f, t);
        AT(at_time)(f, AT(fma)(t, f->h, f->alpha));
        AT(observe)(f, f->request->observable, f->row, f->values);
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (side[lane] != 2) {
                const double value = AT(at)(f->values, lane) - level;
                if (value == 0.0) {
                    side[lane] = 2;
                    --left;
                } else if ((value > 0.0) == (f_high[lane] > 0.0)) {
                    high[lane] = found[lane];
                    f_high[lane] = value;
                    f_low[lane] *= side[lane] == 1 ? 0.5 : 1.0;
                    side[lane] = 1;
                } else {
                    low[lane] = found[lane];
                    f_low[lane] = value;
                    f_high[lane] *= side[lane] == -1 ? 0.5 : 1.0;
                    side[lane] = -1;
                }
            }
        }
    }
    for (int lane = 0; lane < WIDTH; ++lane) {
        if (AT(holds)(here, lane) && f->results->crossing) {
            f->results->crossing[f->trajectory[lane]] = AT(at)(&f->alpha, lane) + found[lane]*AT(at)(&f->h, lane);
        }
    }
}
