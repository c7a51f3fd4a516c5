/*
 * Times the kernels of one system, each instruction set and the scalar right-hand side, on one state per lane.
 * Compiled by batch_kernels.py with NAME and the name of its KERNELS defined, with BATCH_SOURCE, FO_ANIL for a system with
 * an inner loop, and SUPPORT for one with a parameter P. Arguments: K, M, P, V, windows. Prints "set rhs eps_g" in nanoseconds per state, and last "calls n 0",
 * how often each was called in a window.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include BATCH_SOURCE

#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)
#define OF(f) PASTE(NAME, f)

enum { LANES_MOST = 8 };

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

/* The least time of a window of `repeats` calls, per call: what the machine does when nothing else runs on it. */
#define TIMED(best, repeats, call) \
    do { \
        best = 1e9; \
        for (int window = 0; window < windows; ++window) { \
            double start = now(); \
            for (long r = 0; r < (repeats); ++r) { \
                call; \
            } \
            start = (now() - start)/(double)(repeats); \
            best = start < best ? start : best; \
        } \
    } while (0)

#define OF_KERNELS(f) PASTE(KERNELS, f)
#define KERNEL(f, set) PASTE(OF_KERNELS(_##f##_), set)

#define TIME_SET(set, width) \
    do { \
        KERNEL(parameters, set) given; \
        KERNEL(vector, set) *y = (void *)vectors, *dy = y + size; \
        KERNEL(vector, set) *arrays = KERNEL(empty, set)(K, M, &given, dy + size); \
        double rhs, eps; \
        for (int lane = 0; lane < width; ++lane) { \
            KERNEL(load, set)(K, M, &params, lane, &given); \
            KERNEL(put, set)(size, states + (size_t)lane*size, lane, y); \
        } \
        KERNEL(conditions, set)(&given); \
        TIMED(rhs, repeats, KERNEL(rhs, set)(K, M, &given, y, dy, arrays)); \
        TIMED(eps, repeats, KERNEL(eps_g, set)(K, M, &given, y, dy, arrays)); \
        printf(#set " %.6g %.6g\n", 1e9*rhs/width, 1e9*eps/width); \
    } while (0)

int main(int argc, char **argv)
{
    const int K = argc > 4 ? atoi(argv[1]) : 3, M = argc > 4 ? atoi(argv[2]) : 3;
    const double P = argc > 4 ? atof(argv[3]) : INFINITY, V = argc > 4 ? atof(argv[4]) : 1.0;
    const int windows = argc > 5 ? atoi(argv[5]) : 400;
    const size_t size = OF(_state_size)(K, M);
    const double work_estimate = V < 1e300 ? 4.0*K*K*(K + M)*(K + M) : 4.0*K*(K + M)*(K + M);
    const long repeats = P < 1e300 ? 1 : 1 + (long)(2e5/work_estimate);
    double *states = calloc(LANES_MOST*size, sizeof(double)), *slope = calloc(size, sizeof(double));
    double *T = calloc((size_t)(M*M), sizeof(double)), *cov = calloc((size_t)(M*M), sizeof(double));
    double *mean = calloc((size_t)M, sizeof(double));
    double *work, *vectors, scalar, eps;
    OF(_params) params;
    int refused = 0;

    memset(&params, 0, sizeof params);
    params.eta_J = 1.0;
    params.V = V;
    params.T = T;
    params.mean = mean;
    params.cov = cov;
#ifdef FO_ANIL
#ifdef SUPPORT
    params.P = P;
#endif
    params.eta_w = 1.0;
    params.inner_steps = 1;
#endif
    for (int m = 0; m < M; ++m) {
        T[m*M + m] = 1.0;
#ifdef FO_ANIL
        cov[m*M + m] = 1.0;
#else
        mean[m] = 1.0;
#endif
    }
    for (int lane = 0; lane < LANES_MOST; ++lane) {
        double *x = states + (size_t)lane*size;
        for (int e = 0; e < K*M; ++e) {
            *x++ = 0.1*uniform();
        }
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                *x++ = k == l ? 0.5 : 0.1*uniform();
            }
        }
#ifndef FO_ANIL
        for (int k = 0; k < K; ++k) {
            *x++ = 1.0;
        }
#endif
    }
    work = malloc(sizeof(double)*(OF(_work_size)(K, M, &params) + OF_KERNELS(_work_size)(K, M, 1, &params)));
    vectors = OF_KERNELS(_aligned)(work);
#if BATCH_X86
    if (OF_KERNELS(_has)(2)) {
        TIME_SET(avx512, 8);
    }
    if (OF_KERNELS(_has)(1)) {
        TIME_SET(avx2, 4);
    }
#endif
    TIME_SET(baseline, 1);
    TIMED(scalar, repeats, refused |= OF(_rhs)(K, M, &params, states, slope, work));
    TIMED(eps, repeats, refused |= OF(_eps_g)(K, M, &params, states, slope, work));
    if (refused) {
        fprintf(stderr, "the scalar functions refuse the problem\n");
        return 1;
    }
    printf("scalar %.6g %.6g\ncalls %ld 0\n", 1e9*scalar, 1e9*eps, repeats);
    return 0;
}
