/* What a call is given: instruction set, arguments, memory. */
#include "arrays.h"

UNUSED static int kernel_called(int instructions, int K, int M, size_t count, const model_params *params, const double *states, const void *results, const double *work);
UNUSED static int kernel_asked(const kernel_request *request);
UNUSED static double *kernel_aligned(double *work);

/* -- emitted from here on -- */
int kernel_has(int instructions)
{
#if KERNEL_COMPILED(2)
    if (instructions == KERNEL_AVX512) {
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
#if KERNEL_COMPILED(1)
    if (instructions == KERNEL_AVX2) {
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
    return KERNEL_COMPILED(0) && instructions == KERNEL_BASELINE;
}

/* The status of an argument of all trajectories that is not accepted, or OK. */
static int kernel_called(int instructions, int K, int M, size_t count, const model_params *params, const double *states, const void *results, const double *work)
{
    if (!kernel_has(instructions)) {
        return MODEL_INSTRUCTIONS;
    }
    if (K < 1) {
        return MODEL_BAD_K;
    }
    if (M < 1) {
        return MODEL_BAD_M;
    }
    if (!params) {
        return MODEL_NULL_PARAMS;
    }
    if (!states) {
        return MODEL_NULL_STATE;
    }
    if (!results) {
        return MODEL_NULL_RESULTS;
    }
    if (!work) {
        return MODEL_NULL_WORK;
    }
    return kernel_work_size(K, M, count, params) ? MODEL_OK : MODEL_TOO_LARGE;
}


/* The status of what is asked for, or OK. */
static int kernel_asked(const kernel_request *request)
{
    if (!request) {
        return MODEL_NULL_REQUEST;
    }
    if (!request->alphas) {
        return MODEL_NULL_TIMES;
    }
    if (request->observable < 0 || request->observable >= KERNEL_OBSERVABLES) {
        return MODEL_OBSERVABLE;
    }
    if (!(request->options.rtol >= 0.0) || !isfinite(request->options.rtol)) {
        return MODEL_RTOL;
    }
    if (!(request->options.atol > 0.0) || !isfinite(request->options.atol)) {
        return MODEL_ATOL;
    }
    if (request->n < 1) {
        return MODEL_NO_TIMES;
    }
    if (!kernel_finite(request->n, request->alphas)) {
        return MODEL_TIMES_NONFINITE;
    }
    for (size_t s = 1; s < request->n; ++s) {
        if (!(request->alphas[s] > request->alphas[s - 1])) {
            return MODEL_TIMES;
        }
    }
    return MODEL_OK;
}

/* The first place in the work array where a vector may lie. */
static double *kernel_aligned(double *work)
{
    const size_t past = (size_t)work % 64;

    return past ? work + (64 - past)/sizeof(double) : work;
}
