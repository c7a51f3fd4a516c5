/*
 * pooled_batch.c - Pooled training on the task stream, adapted only at test time
 *
 * Emitted by orderode 0.1.0 from the system pooled, digest b1a75debd964f563. Do not edit. Licence: MIT-0.
 * Contracts are in pooled_batch.h. pooled_batch_lanes.h holds the functions that work on vectors, and is included once per
 * instruction set.
 */
#include "pooled_batch.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)
#define POOLED_BATCH_X86 1
#include <immintrin.h>
#else
#define POOLED_BATCH_X86 0
#endif

/* The equations are compiled a second time for K = POOLED_BATCH_K and M = POOLED_BATCH_M where these are defined. */
#if defined(__GNUC__) || defined(__clang__)
#define SIZED __attribute__((always_inline))
#else
#define SIZED
#endif

/* All instruction sets are compiled, or the one set POOLED_BATCH_ONLY where that is defined; the first of them is POOLED_BATCH_FIRST. */
#ifdef POOLED_BATCH_ONLY
#define POOLED_BATCH_FIRST POOLED_BATCH_ONLY
#define POOLED_BATCH_COMPILED(set) ((set) == POOLED_BATCH_ONLY && ((set) == 0 || POOLED_BATCH_X86))
#else
#define POOLED_BATCH_FIRST 0
#define POOLED_BATCH_COMPILED(set) ((set) == 0 || POOLED_BATCH_X86)
#endif

/* Up to this size an arcsine is a polynomial. */
#define POOLED_BATCH_NARROW 0.6

enum { POOLED_BATCH_WIDEST = 8 };

/* Up to so many trajectories are quicker one after the other than in the lanes of a vector; the bits are the same. */
enum { POOLED_BATCH_SINGLES = 2 };

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static inline int pooled_batch_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int pooled_batch_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

static size_t pooled_batch_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* The status of parameters that are not accepted, or OK. */
static int pooled_batch_checked(int K, int M, const pooled_params *params, const double *state)
{
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return POOLED_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return POOLED_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return POOLED_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return POOLED_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return POOLED_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return POOLED_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return POOLED_BAD_P;
    }
    if (params->inner_steps < 1) {
        return POOLED_BAD_inner_steps;
    }
    if (!params->T) {
        return POOLED_MISSING_T;
    }
    if (!pooled_batch_finite((size_t)M*(size_t)M, params->T)) {
        return POOLED_BAD_T;
    }
    if (params->mean && !pooled_batch_finite((size_t)M, params->mean)) {
        return POOLED_BAD_mean;
    }
    if (params->cov && !pooled_batch_finite((size_t)M*(size_t)M, params->cov)) {
        return POOLED_BAD_cov;
    }
    if (params->kurtosis && !pooled_batch_finite((size_t)M, params->kurtosis)) {
        return POOLED_BAD_kurtosis;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return POOLED_SEVERAL_inner_steps;
    }
    if (isfinite(params->P)) {
        return POOLED_FINITE_P;
    }
    (void)K;
    (void)state;
    return POOLED_OK;
}

/* The next trajectory of a queue that several threads may share. */
static size_t pooled_batch_next(size_t *queue)
{
#if defined(__GNUC__) || defined(__clang__)
    return __atomic_fetch_add(queue, (size_t)1, __ATOMIC_RELAXED);
#else
    return (*queue)++;
#endif
}

/* Subnormal numbers as zero: they are slow, and decayed overlaps turn subnormal. Returns what was before. */
static unsigned pooled_batch_flush(void)
{
#if POOLED_BATCH_X86
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040U);
    return before;
#else
    return 0;
#endif
}

static void pooled_batch_restore(unsigned before)
{
#if POOLED_BATCH_X86
    _mm_setcsr((_mm_getcsr() & ~0x8040U) | (before & 0x8040U));
#else
    (void)before;
#endif
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int pooled_batch_general(int K, int M, const pooled_params *params)
{
    int found = params->eta_0 != 0.0 || params->inner_steps > 1;

    (void)K;
    (void)M;
    if (params->mean) {
        for (int n = 0; n < M; ++n) {
            found |= params->mean[n] != 0.0;
        }
    }
    if (params->cov) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                found |= n != m && params->cov[n*M + m] != 0.0;
            }
        }
    }
    return found;
}


/* Sizes of what a vector function needs, in vectors: input arrays, then work arrays. */
static double pooled_batch_inputs(int K, int M)
{
    (void)K;
    return 1.0*M*M + 1.0*M + 1.0*M*M + 1.0*M;
}

/* The size of a buffer of arguments. */
static size_t pooled_batch_buffer(int K, int M)
{
    const size_t S = (size_t)K + (size_t)M;
    size_t size = 0;

    size = S > size ? S : size;
    size = S*S > size ? S*S : size;
    return size;
}

/* ... where of these parameters some switch arrays on; counted in doubles, which cannot wrap. */
static double pooled_batch_arrays(int K, int M, size_t count, const pooled_params *params)
{
    const double S = (double)K + M;
    double size = 0.0;
    int on_V = 0;
    int on_kurtosis = 0;

    for (size_t t = 0; t < count; ++t) {
        on_V |= isfinite(params[t].V) != 0;
        on_kurtosis |= params[t].kurtosis != NULL;
    }
    (void)S;
    {
        double needed = 1.0*(double)pooled_batch_buffer(K, M);
        needed += 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S;
        if (on_V) {
            needed += 1.0*K*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
        }
        if (on_V && on_kurtosis) {
            needed += 1.0*S*M + 1.0*M + 1.0*K*S*S*K;
        }
        size = needed > size ? needed : size;
    }
    {
        double needed = 1.0*(double)pooled_batch_buffer(K, M);
        needed += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S;
        size = needed > size ? needed : size;
    }
    {
        double needed = 1.0*(double)pooled_batch_buffer(K, M);
        needed += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M;
        needed += 1.0*S + 1.0*M*K + 1.0*S*S;
        size = needed > size ? needed : size;
    }
    return size;
}

#if POOLED_BATCH_COMPILED(0)
#define POOLED_BATCH_LEVEL 0
#include "pooled_batch_lanes.h"
#undef POOLED_BATCH_LEVEL
#endif
#if POOLED_BATCH_COMPILED(1)
#define POOLED_BATCH_LEVEL 1
#include "pooled_batch_lanes.h"
#undef POOLED_BATCH_LEVEL
#define POOLED_BATCH_LEVEL 3
#include "pooled_batch_lanes.h"
#undef POOLED_BATCH_LEVEL
#endif
#if POOLED_BATCH_COMPILED(2)
#define POOLED_BATCH_LEVEL 2
#include "pooled_batch_lanes.h"
#undef POOLED_BATCH_LEVEL
#define POOLED_BATCH_LEVEL 4
#include "pooled_batch_lanes.h"
#undef POOLED_BATCH_LEVEL
#endif

size_t pooled_batch_work_size(int K, int M, size_t count, const pooled_params *params)
{
    double size;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    size = POOLED_BATCH_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + POOLED_BATCH_OBSERVABLES + pooled_batch_inputs(K, M);
    size = POOLED_BATCH_WIDEST*(size + pooled_batch_arrays(K, M, count, params)) + 8;
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

int pooled_batch_has(int instructions)
{
#if POOLED_BATCH_COMPILED(2)
    if (instructions == POOLED_BATCH_AVX512) {
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
#if POOLED_BATCH_COMPILED(1)
    if (instructions == POOLED_BATCH_AVX2) {
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
    return POOLED_BATCH_COMPILED(0) && instructions == POOLED_BATCH_BASELINE;
}

/* The status of an argument of all trajectories that is not accepted, or OK. */
static int pooled_batch_called(int instructions, int K, int M, size_t count, const pooled_params *params, const double *states, const void *results, const double *work)
{
    if (!pooled_batch_has(instructions)) {
        return POOLED_INSTRUCTIONS;
    }
    if (K < 1) {
        return POOLED_BAD_K;
    }
    if (M < 1) {
        return POOLED_BAD_M;
    }
    if (!params) {
        return POOLED_NULL_PARAMS;
    }
    if (!states) {
        return POOLED_NULL_STATE;
    }
    if (!results) {
        return POOLED_NULL_RESULTS;
    }
    if (!work) {
        return POOLED_NULL_WORK;
    }
    return pooled_batch_work_size(K, M, count, params) ? POOLED_OK : POOLED_TOO_LARGE;
}


/* The status of what is asked for, or OK. */
static int pooled_batch_asked(const pooled_batch_request *request)
{
    if (!request) {
        return POOLED_NULL_REQUEST;
    }
    if (!request->alphas) {
        return POOLED_NULL_TIMES;
    }
    if (request->observable < 0 || request->observable >= POOLED_BATCH_OBSERVABLES) {
        return POOLED_OBSERVABLE;
    }
    if (!(request->options.rtol >= 0.0) || !isfinite(request->options.rtol)) {
        return POOLED_RTOL;
    }
    if (!(request->options.atol > 0.0) || !isfinite(request->options.atol)) {
        return POOLED_ATOL;
    }
    if (request->n < 1) {
        return POOLED_NO_TIMES;
    }
    if (!pooled_batch_finite(request->n, request->alphas)) {
        return POOLED_TIMES_NONFINITE;
    }
    for (size_t s = 1; s < request->n; ++s) {
        if (!(request->alphas[s] > request->alphas[s - 1])) {
            return POOLED_TIMES;
        }
    }
    return POOLED_OK;
}

/* The first place in the work array where a vector may lie. */
static double *pooled_batch_aligned(double *work)
{
    const size_t past = (size_t)work % 64;

    return past ? work + (64 - past)/sizeof(double) : work;
}

const char *pooled_batch_strerror(int status)
{
    switch (status) {
    case POOLED_OK:
        return "ok";
    case POOLED_BAD_K:
        return "K is less than 1";
    case POOLED_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case POOLED_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case POOLED_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case POOLED_STEP_LIMIT:
        return "step limit: max_steps reached";
    case POOLED_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case POOLED_NULL_PARAMS:
        return "params is NULL";
    case POOLED_TIMES:
        return "the times (alphas) do not increase";
    case POOLED_RTOL:
        return "rtol is negative or not finite";
    case POOLED_ATOL:
        return "atol is not positive or not finite";
    case POOLED_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case POOLED_OBSERVABLE:
        return "the observable is none of this model";
    case POOLED_RULE:
        return "the number of nodes (size) is that of no rule";
    case POOLED_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case POOLED_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case POOLED_BAD_M:
        return "M is less than 1";
    case POOLED_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case POOLED_NO_TIMES:
        return "there are no times: n is 0";
    case POOLED_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case POOLED_NULL_OPTIONS:
        return "options is NULL";
    case POOLED_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case POOLED_NULL_TIMES:
        return "alphas is NULL";
    case POOLED_NULL_RESULTS:
        return "where the results go is NULL";
    case POOLED_NULL_WORK:
        return "work is NULL";
    case POOLED_NULL_REQUEST:
        return "request is NULL";
    case POOLED_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case POOLED_BAD_eta_J:
        return "eta_J is negative or not finite";
    case POOLED_BAD_eta_w:
        return "eta_w is negative or not finite";
    case POOLED_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case POOLED_BAD_noise:
        return "noise is negative or not finite";
    case POOLED_BAD_decay:
        return "decay is negative or not finite";
    case POOLED_BAD_V:
        return "V is not at least 1";
    case POOLED_BAD_P:
        return "P is not at least 1";
    case POOLED_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case POOLED_BAD_T:
        return "T has an element that is not finite";
    case POOLED_BAD_mean:
        return "mean has an element that is not finite";
    case POOLED_BAD_cov:
        return "cov has an element that is not finite";
    case POOLED_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case POOLED_MISSING_T:
        return "T is NULL, and has to be given";
    case POOLED_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case POOLED_FINITE_V:
        return "V is finite, and has to be infinite here";
    case POOLED_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}


int pooled_batch_rhs(int instructions, int K, int M, size_t count, const pooled_params *params, const double *states, double *dstates, double *work)
{
    const int status = pooled_batch_called(instructions, K, M, count, params, states, dstates, work);
    unsigned before;

    if (status != POOLED_OK) {
        return status;
    }
    work = pooled_batch_aligned(work);
    before = pooled_batch_flush();
#if POOLED_BATCH_COMPILED(0)
    if (instructions == 0) {
        pooled_batch_all_rhs_baseline(K, M, count, params, states, dstates, work);
    }
#endif
#if POOLED_BATCH_COMPILED(1)
    if (instructions == 1) {
        pooled_batch_all_rhs_avx2(K, M, count, params, states, dstates, work);
    }
#endif
#if POOLED_BATCH_COMPILED(2)
    if (instructions == 2) {
        pooled_batch_all_rhs_avx512(K, M, count, params, states, dstates, work);
    }
#endif
    pooled_batch_restore(before);
    return POOLED_OK;
}

int pooled_batch_eps_g(int instructions, int K, int M, size_t count, const pooled_params *params, const double *states, double *eps_g, double *work)
{
    const int status = pooled_batch_called(instructions, K, M, count, params, states, eps_g, work);
    unsigned before;

    if (status != POOLED_OK) {
        return status;
    }
    work = pooled_batch_aligned(work);
    before = pooled_batch_flush();
#if POOLED_BATCH_COMPILED(0)
    if (instructions == 0) {
        pooled_batch_all_eps_g_baseline(K, M, count, params, states, eps_g, work);
    }
#endif
#if POOLED_BATCH_COMPILED(1)
    if (instructions == 1) {
        pooled_batch_all_eps_g_avx2(K, M, count, params, states, eps_g, work);
    }
#endif
#if POOLED_BATCH_COMPILED(2)
    if (instructions == 2) {
        pooled_batch_all_eps_g_avx512(K, M, count, params, states, eps_g, work);
    }
#endif
    pooled_batch_restore(before);
    return POOLED_OK;
}

int pooled_batch_eps_g_adapted(int instructions, int K, int M, size_t count, const pooled_params *params, const double *states, double *eps_g_adapted, double *work)
{
    const int status = pooled_batch_called(instructions, K, M, count, params, states, eps_g_adapted, work);
    unsigned before;

    if (status != POOLED_OK) {
        return status;
    }
    work = pooled_batch_aligned(work);
    before = pooled_batch_flush();
#if POOLED_BATCH_COMPILED(0)
    if (instructions == 0) {
        pooled_batch_all_eps_g_adapted_baseline(K, M, count, params, states, eps_g_adapted, work);
    }
#endif
#if POOLED_BATCH_COMPILED(1)
    if (instructions == 1) {
        pooled_batch_all_eps_g_adapted_avx2(K, M, count, params, states, eps_g_adapted, work);
    }
#endif
#if POOLED_BATCH_COMPILED(2)
    if (instructions == 2) {
        pooled_batch_all_eps_g_adapted_avx512(K, M, count, params, states, eps_g_adapted, work);
    }
#endif
    pooled_batch_restore(before);
    return POOLED_OK;
}

int pooled_batch_integrate(int instructions, int K, int M, size_t count, const pooled_params *params, const double *states,
                      const pooled_batch_request *request, const pooled_batch_results *results, size_t *queue, double *work)
{
    size_t own = 0;
    int status = pooled_batch_called(instructions, K, M, count, params, states, results, work);
    unsigned before;

    status = status == POOLED_OK ? pooled_batch_asked(request) : status;
    if (status != POOLED_OK) {
        return status;
    }
    queue = queue ? queue : &own;
    work = pooled_batch_aligned(work);
    before = pooled_batch_flush();
#if POOLED_BATCH_COMPILED(0)
    if (instructions == 0) {
        pooled_batch_run_baseline(K, M, count, params, states, request, results, queue, work);
    }
#endif
#if POOLED_BATCH_COMPILED(1)
    if (instructions == 1 && count <= POOLED_BATCH_SINGLES) {
        pooled_batch_run_avx2_single(K, M, count, params, states, request, results, queue, work);
    } else if (instructions == 1) {
        pooled_batch_run_avx2(K, M, count, params, states, request, results, queue, work);
    }
#endif
#if POOLED_BATCH_COMPILED(2)
    if (instructions == 2 && count <= POOLED_BATCH_SINGLES) {
        pooled_batch_run_avx512_single(K, M, count, params, states, request, results, queue, work);
    } else if (instructions == 2) {
        pooled_batch_run_avx512(K, M, count, params, states, request, results, queue, work);
    }
#endif
    pooled_batch_restore(before);
    return POOLED_OK;
}

int pooled_batch_check(int version, size_t params, size_t request, size_t results)
{
    const int same = params == sizeof(pooled_params) && request == sizeof(pooled_batch_request) && results == sizeof(pooled_batch_results);

    return version == POOLED_ABI && same ? POOLED_OK : POOLED_LAYOUT;
}
