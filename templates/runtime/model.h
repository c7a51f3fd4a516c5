/*
 * The model as the files here see it, in neutral names; derive/targets/runtime.py has the rule by which the emitter
 * replaces them. Here they make every file one that a compiler, an editor and a linter read as it is.
 * Nothing of this file is emitted: a model has a header of its own.
 */
#ifndef RUNTIME_MODEL_H
#define RUNTIME_MODEL_H

#include <float.h>
#include <limits.h>
#include <math.h>
#include <stddef.h>

/* For what a file has for others to call, and does not call itself. */
#if defined(__GNUC__) || defined(__clang__)
#define UNUSED __attribute__((unused))
#else
#define UNUSED
#endif

enum {
    MODEL_OK,
    MODEL_BAD_K,
    MODEL_NONFINITE,
    MODEL_DOMAIN,
    MODEL_NEGATIVE_NORM,
    MODEL_STEP_LIMIT,
    MODEL_STEP_SIZE,
    MODEL_NULL_PARAMS,
    MODEL_TIMES,
    MODEL_RTOL,
    MODEL_ATOL,
    MODEL_INSTRUCTIONS,
    MODEL_OBSERVABLE,
    MODEL_BAD_M,
    MODEL_TOO_LARGE,
    MODEL_NO_TIMES,
    MODEL_TIMES_NONFINITE,
    MODEL_NULL_OPTIONS,
    MODEL_NULL_STATE,
    MODEL_NULL_TIMES,
    MODEL_NULL_RESULTS,
    MODEL_NULL_WORK,
    MODEL_NULL_REQUEST,
    MODEL_NO_CONVERGENCE,
    MODEL_ACTIVATION,
    MODEL_TARGET
};

typedef struct {
    double eta;
} model_params;

typedef struct {
    double rtol;
    double atol;
    unsigned long max_steps;
} model_options;

typedef struct {
    unsigned long accepted;
    unsigned long rejected;
    unsigned long evaluations;
    double alpha;
} model_stats;

#endif
