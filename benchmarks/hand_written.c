/*
 * Times generated right-hand sides and those of hand_written.h on the same states, and compares their values.
 * Compiled by hand_written.py with NAME, BATCH_SOURCE, and FO_ANIL or nothing defined. Arguments: K, M, windows. Prints nanoseconds per state, "generated
 * hand", in vectors and then for one trajectory in scalar code, and the largest differences.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "hand_written.h"
#undef K
#undef M
#undef TARGET
#define lanes generated_lanes
#include BATCH_SOURCE
#undef lanes

#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)
#define OF(f) PASTE(NAME, f)
#define KERNEL(f) PASTE(NAME, PASTE(_batch_, PASTE(f, _avx512)))

typedef double eight __attribute__((vector_size(64)));

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9*(double)t.tv_nsec;
}

static double uniform(void)
{
    return 2.0*rand()/RAND_MAX - 1.0;
}

/* n vectors of eight doubles. */
static void *vectors(size_t n)
{
    void *found = NULL;
    return posix_memalign(&found, 64, 64*n) ? NULL : found;
}

/* The least time of a call so far, of a window of them. */
#define TIMED(best, call) \
    do { \
        double start = now(); \
        for (long r = 0; r < repeats; ++r) { \
            call; \
            __asm__ volatile("" ::: "memory"); \
        } \
        start = (now() - start)/(double)repeats; \
        best = start < best ? start : best; \
    } while (0)

__attribute__((target("avx512f,avx512dq,avx2,fma"))) int main(int argc, char **argv)
{
    const int k = argc > 3 ? atoi(argv[1]) : 3, m = argc > 3 ? atoi(argv[2]) : 3, windows = argc > 3 ? atoi(argv[3]) : 100;
    const size_t size = OF(_state_size)(k, m), moving = size - (size_t)k;
    const long repeats = 1 + 300/(k*m);
    double *T = calloc((size_t)(m*m), sizeof(double)), *cov = calloc((size_t)(m*m), sizeof(double)), *mean = calloc((size_t)m, sizeof(double));
    double *states = calloc(8*size, sizeof(double)), *slopes = calloc(2*size, sizeof(double)), *work;
    double best[4] = {1e9, 1e9, 1e9, 1e9}, worst[2] = {0.0, 0.0};
    OF(_params) params;
    KERNEL(parameters) given;
    size_t length;
    eight *y, *dy, *dh, *Ts;
    KERNEL(vector) *arrays;

    memset(&params, 0, sizeof params);
    params.eta_J = 1.3;
    params.T = T;
    params.mean = mean;
    params.cov = cov;
    params.V = 1.0;
#ifdef FO_ANIL
    params.V = INFINITY;
    params.P = INFINITY;
    params.eta_w = 1.7;
    params.inner_steps = 1;
#endif
    for (int n = 0; n < m; ++n) {
        T[n*m + n] = 1.0 + 0.2*n;
#ifdef FO_ANIL
        cov[n*m + n] = 1.0;
#else
        mean[n] = 1.0;
#endif
    }
    length = OF(_batch_work_size)(k, m, 1, &params) + OF(_work_size)(k, m, &params) + 64;
    work = vectors(length/8 + 1);
    y = vectors(3*size + (size_t)(m*m));
    dy = y + size;
    dh = dy + size;
    Ts = dh + size;
    arrays = KERNEL(empty)(k, m, &given, (void *)work);
    for (int lane = 0; lane < 8; ++lane) {
        double *x = states + (size_t)lane*size;
        for (int e = 0; e < k*m; ++e) {
            *x++ = 0.1*uniform();
        }
        for (int a = 0; a < k; ++a) {
            for (int b = a; b < k; ++b) {
                *x++ = a == b ? 0.5 : 0.1*uniform();
            }
        }
#ifndef FO_ANIL
        for (int a = 0; a < k; ++a) {
            *x++ = 1.0;
        }
#endif
        KERNEL(load)(k, m, &params, lane, &given);
        KERNEL(put)(size, states + (size_t)lane*size, lane, (void *)y);
    }
    KERNEL(conditions)(&given);
    for (int e = 0; e < m*m; ++e) {
        Ts[e] = spread(T[e]);
    }
    for (int w = 0; w < windows; ++w) {
        TIMED(best[0], KERNEL(rhs)(k, m, &given, (void *)y, (void *)dy, arrays));
#ifdef FO_ANIL
        TIMED(best[1], hand_fo_anil(k, m, spread(1.3), spread(1.7), Ts, y, dh));
#else
        TIMED(best[1], hand_sgd(k, m, spread(1.3), Ts, y, dh));
#endif
    }
    __builtin_ia32_vzeroupper(); /* scalar code is slow while the upper halves of registers are in use */
    for (int w = 0; w < windows; ++w) {
        TIMED(best[2], OF(_rhs)(k, m, &params, states, slopes, work));
#ifdef FO_ANIL
        TIMED(best[3], plain_fo_anil(k, m, 1.3, 1.7, T, states, slopes + size));
#else
        TIMED(best[3], plain_sgd(k, m, 1.3, T, states, slopes + size));
#endif
    }
    for (size_t e = 0; e < moving; ++e) {
        const double apart = fabs(slopes[e] - slopes[size + e]);
        worst[1] = apart > worst[1] ? apart : worst[1];
        for (int lane = 0; lane < 8; ++lane) {
            const double difference = fabs(dy[e][lane] - dh[e][lane]);
            worst[0] = difference > worst[0] ? difference : worst[0];
        }
    }
    printf("%.6g %.6g %.6g %.6g %.3g %.3g\n", 1e9*best[0]/8, 1e9*best[1]/8, 1e9*best[2], 1e9*best[3], worst[0], worst[1]);
    return 0;
}
