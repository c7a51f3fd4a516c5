/*
 * Whole trajectories of the equations of hand_written.h, as somebody writes an integrator of many of them by hand: Dormand and Prince 5(4), each lane with its own
 * step and error (mean square over rtol |y| + atol), proportional-integral control; a lane that is done takes the next trajectory of a queue that threads may share.
 * With a level FO-ANIL's eps_g is compared with it after every step, and a trajectory ends where it crosses: found by the Illinois method on the cubic through both ends of the step.
 */
#include "hand_written.h"
#undef K
#undef M

enum { MODEL_SGD, MODEL_FO_ANIL };

typedef struct {
    int model, K, M;
    size_t count;
    const double *eta_J, *eta_w, *T; /* (count), (count), (M, M) */
    const double *states;            /* (count, K M + K (K + 1)/2) */
    double end, level, rtol, atol;   /* level NAN: none */
    double *results, *crossing;      /* (count, K M + K (K + 1)/2), (count) */
    size_t *evaluations;             /* (count) */
} task;

TARGET static lanes larger(lanes x, lanes y) { return _mm512_maskz_max_pd(0xFF, x, y); }
TARGET static lanes smaller(lanes x, lanes y) { return _mm512_maskz_min_pd(0xFF, x, y); }
/* To a hundredth: a step size needs no more. */
TARGET static lanes log2_about(lanes x)
{
    const lanes m = _mm512_maskz_getmant_pd(0xFF, x, _MM_MANT_NORM_1_2, _MM_MANT_SIGN_zero);
    return _mm512_maskz_getexp_pd(0xFF, x) + fmadd(fmadd(spread(-1.0/3.0), m, spread(2.0)), m, spread(-5.0/3.0));
}
TARGET static lanes exp2_about(lanes x)
{
    const lanes whole = _mm512_maskz_roundscale_pd(0xFF, x, 0x09), f = x - whole;
    return _mm512_maskz_scalef_pd(0xFF, fmadd(fmadd(spread(0.3431), f, spread(0.6569)), f, spread(1.0)), whole);
}
TARGET static lanes blend(__mmask8 m, lanes yes, lanes no) { return _mm512_mask_blend_pd(m, no, yes); }

/* FO-ANIL: 1/2 sum_ij G_ij <g_i g_j> after the inner step */
TARGET static lanes hand_eps(int K, int M, lanes eta_w, const lanes *T, const lanes *state)
{
    const int S = K + M;
    const lanes *q = state + K*M;
    lanes r[MOST], Q[MOST][MOST], A[MOST][MOST], sum = spread(0.0);
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) { Q[k][l] = *q++; }
        r[k] = inverse_root(1.0 + Q[k][k]);
    }
    for (int n = 0; n < M; ++n) { r[K + n] = inverse_root(1.0 + T[n*M + n]); }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) { A[k][n] = 0.63661977236758138*arcsine(state[k*M + n]*r[k]*r[K + n]); }
    }
    for (int n = 0; n < M; ++n) { sum += 0.63661977236758138*arcsine(T[n*M + n]*r[K + n]*r[K + n]); }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) { sum = fmadd(-2.0*eta_w*A[k][n], A[k][n], sum); }
        for (int l = k; l < K; ++l) {
            lanes moment = A[k][0]*A[l][0];
            for (int n = 1; n < M; ++n) { moment = fmadd(A[k][n], A[l][n], moment); }
            sum = fmadd((k == l ? 0.63661977236758138 : 2*0.63661977236758138)*eta_w*eta_w*moment, arcsine(Q[k][l]*r[k]*r[l]), sum);
        }
    }
    (void)S;
    return 0.5*sum;
}

TARGET static void slope_of(const task *t, lanes eta_J, lanes eta_w, const lanes *T, const lanes *y, lanes *dy)
{
    if (t->model == MODEL_SGD) {
        hand_sgd(t->K, t->M, eta_J, T, y, dy);
    } else {
        hand_fo_anil(t->K, t->M, eta_J, eta_w, T, y, dy);
    }
}

/* Where in the step eps_g crosses the level: the Illinois method on Hermite's cubic. */
TARGET static lanes located(const task *t, lanes eta_w, const lanes *T, const lanes *y, const lanes *next, const lanes *dy, const lanes *dnext, lanes h, lanes seen,
                            lanes after, lanes *room)
{
    const size_t size = (size_t)(t->K*t->M + t->K*(t->K + 1)/2);
    lanes low = spread(0.0), high = spread(1.0), f = seen - t->level, g = after - t->level, x = high;
    for (int turn = 0; turn < 8; ++turn) {
        __mmask8 same;
        lanes value, u;
        x = low + (high - low)*f/(f - g);
        u = 1.0 - x;
        for (size_t s = 0; s < size; ++s) {
            const lanes change = next[s] - y[s];
            room[s] = u*y[s] + x*next[s] + x*u*(u*h*dy[s] - x*h*dnext[s] - (u - x)*change);
        }
        value = hand_eps(t->K, t->M, eta_w, T, room) - t->level;
        same = _mm512_cmp_pd_mask(value*g, spread(0.0), _CMP_GT_OQ);
        f = blend(same, 0.5*f, g);
        low = blend(same, low, high);
        high = x;
        g = value;
    }
    return x;
}

/* work: 9 states and T in vectors, aligned. */
TARGET void hand_runs(const task *t, size_t *queue, double *work)
{
    static const double a[6][6] = {{1.0/5.0}, {3.0/40.0, 9.0/40.0}, {44.0/45.0, -56.0/15.0, 32.0/9.0},
        {19372.0/6561.0, -25360.0/2187.0, 64448.0/6561.0, -212.0/729.0}, {9017.0/3168.0, -355.0/33.0, 46732.0/5247.0, 49.0/176.0, -5103.0/18656.0},
        {35.0/384.0, 0.0, 500.0/1113.0, 125.0/192.0, -2187.0/6784.0, 11.0/84.0}};
    static const double e[7] = {71.0/57600.0, 0.0, -71.0/16695.0, 71.0/1920.0, -17253.0/339200.0, 22.0/525.0, -1.0/40.0};
    const size_t size = (size_t)(t->K*t->M + t->K*(t->K + 1)/2);
    const int traced = !isnan(t->level);
    lanes *y = (lanes *)work, *next = y + size, *slope[7], *T;
    lanes alpha = spread(0.0), h = spread(0.0), before = spread(1e-4), eta_J = spread(0.0), eta_w = spread(0.0), seen = spread(0.0);
    size_t which[8], steps[8] = {0};
    int empty[8], left = 8;
    __mmask8 rejected = 0;
    for (int s = 0; s < 7; ++s) { slope[s] = next + (size_t)(s + 1)*size; }
    T = slope[6] + size;
    for (int s = 0; s < t->M*t->M; ++s) { T[s] = spread(t->T[s]); }
    for (size_t s = 0; s < size; ++s) { y[s] = slope[0][s] = spread(0.5); }
    for (int lane = 0; lane < 8; ++lane) { empty[lane] = 1; which[lane] = t->count; }
    for (;;) {
        __mmask8 fresh = 0;
        for (int lane = 0; lane < 8; ++lane) {
            if (!empty[lane] || which[lane] > t->count) { continue; }
            which[lane] = __atomic_fetch_add(queue, (size_t)1, __ATOMIC_RELAXED);
            if (which[lane] >= t->count) {
                which[lane] = t->count + 1;
                h[lane] = 0.0;
                --left;
                continue;
            }
            for (size_t s = 0; s < size; ++s) { y[s][lane] = t->states[which[lane]*size + s]; }
            eta_J[lane] = t->eta_J[which[lane]];
            eta_w[lane] = t->eta_w[which[lane]];
            alpha[lane] = 0.0;
            before[lane] = 1e-4;
            steps[lane] = 0;
            empty[lane] = 0;
            fresh |= (__mmask8)(1U << lane);
        }
        if (!left) { return; }
        if (fresh) {
            lanes sum_y = spread(0.0), sum_f = spread(0.0), first;
            slope_of(t, eta_J, eta_w, T, y, slope[1]);
            for (size_t s = 0; s < size; ++s) {
                const lanes scale = fmadd(spread(t->rtol), _mm512_abs_pd(y[s]), spread(t->atol)), u = y[s]/scale, v = slope[1][s]/scale;
                slope[0][s] = blend(fresh, slope[1][s], slope[0][s]);
                sum_y = fmadd(u, u, sum_y);
                sum_f = fmadd(v, v, sum_f);
            }
            first = 0.01*_mm512_maskz_sqrt_pd(0xFF, sum_y/sum_f);
            h = blend(fresh, first, h);
            rejected &= (__mmask8)~fresh;
            if (traced) { seen = blend(fresh, hand_eps(t->K, t->M, eta_w, T, y), seen); }
        }
        for (;;) {
            const __mmask8 last = _mm512_cmp_pd_mask(alpha + 1.01*h, spread(t->end), _CMP_GE_OQ);
            __mmask8 good, done, crossing = 0;
            lanes error = spread(0.0), after = seen, at = seen, grow, reached;
            h = blend(last, spread(t->end) - alpha, h);
            for (int stage = 0; stage < 6; ++stage) {
                for (size_t s = 0; s < size; ++s) {
                    lanes sum = a[stage][0]*slope[0][s];
                    for (int p = 1; p <= stage; ++p) { sum = fmadd(spread(a[stage][p]), slope[p][s], sum); }
                    next[s] = fmadd(h, sum, y[s]);
                }
                slope_of(t, eta_J, eta_w, T, next, slope[stage + 1]);
            }
            for (size_t s = 0; s < size; ++s) {
                const lanes scale = fmadd(spread(t->rtol), larger(_mm512_abs_pd(y[s]), _mm512_abs_pd(next[s])), spread(t->atol));
                lanes sum = e[0]*slope[0][s];
                for (int p = 2; p < 7; ++p) { sum = fmadd(spread(e[p]), slope[p][s], sum); }
                sum = h*sum/scale;
                error = fmadd(sum, sum, error);
            }
            error = larger(_mm512_maskz_sqrt_pd(0xFF, error/(double)size), spread(1e-10));
            good = _mm512_cmp_pd_mask(error, spread(1.0), _CMP_LE_OQ);
            {
                const lanes log_error = log2_about(error);
                const lanes power = blend(good, 0.04*log2_about(before) - 0.17*log_error, -0.2*log_error);
                const lanes most = blend(good & rejected, spread(1.0), spread(10.0));
                grow = smaller(larger(0.9*exp2_about(power), spread(0.2)), most);
                grow = blend(_mm512_cmp_pd_mask(error, spread(1e300), _CMP_LT_OQ), grow, spread(0.25));
                for (int lane = 0; lane < 8; ++lane) { steps[lane] += 6; }
            }
            rejected = (__mmask8)~good;
            if (!good) { h = h*grow; continue; }
            before = blend(good, larger(error, spread(1e-4)), before);
            reached = blend(last, spread(t->end), alpha + h);
            done = good & last;
            if (traced) {
                after = hand_eps(t->K, t->M, eta_w, T, next);
                crossing = good & (_mm512_cmp_pd_mask(seen, spread(t->level), _CMP_GT_OQ) ^ _mm512_cmp_pd_mask(after, spread(t->level), _CMP_GT_OQ));
                if (crossing) { at = located(t, eta_w, T, y, next, slope[0], slope[6], h, seen, after, slope[1]); }
            }
            for (size_t s = 0; s < size; ++s) {
                y[s] = blend(good, next[s], y[s]);
                slope[0][s] = blend(good, slope[6][s], slope[0][s]);
            }
            for (int lane = 0; lane < 8 && (done | crossing); ++lane) {
                if (empty[lane] || !(((done | crossing) >> lane) & 1)) { continue; }
                for (size_t s = 0; s < size; ++s) { t->results[which[lane]*size + s] = y[s][lane]; }
                t->evaluations[which[lane]] = steps[lane] + 1;
                t->crossing[which[lane]] = (crossing >> lane) & 1 ? alpha[lane] + h[lane]*at[lane] : NAN;
                empty[lane] = 1;
            }
            seen = blend(good, after, seen);
            alpha = blend(good, reached, alpha);
            h = h*grow;
            {
                int wanted = 0;
                for (int lane = 0; lane < 8; ++lane) { wanted |= empty[lane] && which[lane] < t->count; }
                if (wanted) { break; }
            }
        }
    }
}
