/* The stationary point of F0. */
#include "problem.h"
#include "linear.c"

UNUSED static int stationary(const problem *of, const memory *at, int *steps);
UNUSED static void respond(const memory *at);

/* -- emitted from here on -- */
/* The variables of F0 by Newton's steps from where they are. */
static int newton_steps(const problem *of, const memory *at, int *steps)
{
    const int size = at->size;
    double before = INFINITY;

    for (*steps = 0; *steps < MOST_STEPS; ++*steps) {
        double largest = 0.0;
        int finite = 1;

        curvature(of, at);
        for (int i = 0; i < size; ++i) {
            at->step[i] = -at->vector[i];
        }
        solve_linear(size, 1, at->matrix, at->step);
        for (int i = 0; i < size; ++i) {
            largest = fmax(largest, fabs(at->step[i]));
            finite = finite && isfinite(at->step[i]);
        }
        if (!finite) {
            return MODEL_NONFINITE;
        }
        /* Converged, or at the rounding error: a small step that does not become smaller. */
        if (largest < TOLERANCE || (largest < 1e-9 && largest >= 0.5*before)) {
            return MODEL_OK;
        }
        before = largest;
        move(at, at->step, fmin(1.0, 1.0/largest));
    }
    return MODEL_NO_CONVERGENCE;
}

/* The variables of F0 at its stationary point, after a warm-up of plain steps, and a longer one where that fails. */
static int stationary(const problem *of, const memory *at, int *steps)
{
    int status = MODEL_NO_CONVERGENCE;

    set_start(of, at);
    for (size_t attempt = 0; attempt < sizeof warm_ups/sizeof warm_ups[0]; ++attempt) {
        for (int turn = 0; turn < warm_ups[attempt]; ++turn) {
            plain_step(of, at);
        }
        for (int i = 0; i < at->size; ++i) {
            at->start[i] = at->V1[i];
        }
        status = newton_steps(of, at, steps);
        if (status == MODEL_OK) {
            return status;
        }
        for (int i = 0; i < at->size; ++i) {
            at->V1[i] = at->start[i];
        }
    }
    return status;
}

/* The step of the variables by which a slope becomes 0: minus the inverse curvature times the slope. */
static void respond(const memory *at)
{
    for (int i = 0; i < at->size; ++i) {
        at->step[i] = -at->vector[i]*at->sizes[i];
    }
    solve_linear(at->size, 1, at->matrix, at->step);
    for (int i = 0; i < at->size; ++i) {
        at->step[i] *= at->sizes[i];
    }
}
