/*
 * The vector kernel as the files here see it, in neutral names: what its header and its source, which are emitted from
 * templates, give. Nothing of this file is emitted.
 */
#ifndef RUNTIME_KERNEL_H
#define RUNTIME_KERNEL_H

#include "../model.h"

#include "build.h"

/* Up to this size an arcsine is a polynomial. */
#define KERNEL_NARROW 0.6

enum { KERNEL_OBSERVABLES = 1, KERNEL_BASELINE = 0, KERNEL_AVX2 = 1, KERNEL_AVX512 = 2 };

typedef struct {
    model_options options;
    size_t n;
    const double *alphas;
    double level;
    int observable;
    double until;
    const model_params *then;
} kernel_request;

typedef struct {
    double *states;
    double *crossing;
    int *status;
    model_stats *stats;
} kernel_results;

size_t kernel_state_size(int K, int M);
size_t kernel_work_size(int K, int M, size_t count, const model_params *params);
double kernel_inputs(int K, int M);
int kernel_has(int instructions);
int kernel_checked(int K, int M, const model_params *params, const double *state);

#endif

/* The instruction set: 2 AVX-512, 1 AVX2 and FMA, 0 neither; 4 and 3 one lane with the bits of 2 and 1. */
#ifndef KERNEL_LEVEL
#define KERNEL_LEVEL (2*KERNEL_X86)
#endif
