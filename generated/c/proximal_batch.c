/*
 * proximal_batch.c - FO-ANIL whose inner loop is held near its start
 *
 * Emitted by orderode 0.1.0 from the system proximal, digest dcba0e339827be20. Do not edit. Licence: MIT-0.
 * Contracts are in proximal_batch.h. proximal_batch_lanes.h holds the functions that work on vectors, and is included once per
 * instruction set.
 */
#include "proximal_batch.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)
#define PROXIMAL_BATCH_X86 1
#include <immintrin.h>
#else
#define PROXIMAL_BATCH_X86 0
#endif

/* The equations are compiled a second time for K = PROXIMAL_BATCH_K and M = PROXIMAL_BATCH_M where these are defined. */
#if defined(__GNUC__) || defined(__clang__)
#define SIZED __attribute__((always_inline))
#else
#define SIZED
#endif

/* All instruction sets are compiled, or the one set PROXIMAL_BATCH_ONLY where that is defined; the first of them is PROXIMAL_BATCH_FIRST. */
#ifdef PROXIMAL_BATCH_ONLY
#define PROXIMAL_BATCH_FIRST PROXIMAL_BATCH_ONLY
#define PROXIMAL_BATCH_COMPILED(set) ((set) == PROXIMAL_BATCH_ONLY && ((set) == 0 || PROXIMAL_BATCH_X86))
#else
#define PROXIMAL_BATCH_FIRST 0
#define PROXIMAL_BATCH_COMPILED(set) ((set) == 0 || PROXIMAL_BATCH_X86)
#endif

/* Up to this size an arcsine is a polynomial. */
#define PROXIMAL_BATCH_NARROW 0.6

enum { PROXIMAL_BATCH_WIDEST = 8 };

/* Up to so many trajectories are quicker one after the other than in the lanes of a vector; the bits are the same. */
enum { PROXIMAL_BATCH_SINGLES = 2 };

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static inline int proximal_batch_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int proximal_batch_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

static size_t proximal_batch_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* The status of parameters that are not accepted, or OK. */
static int proximal_batch_checked(int K, int M, const proximal_params *params, const double *state)
{
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return PROXIMAL_BAD_eta_J;
    }
    if (!(params->eta_w >= 0.0) || !isfinite(params->eta_w)) {
        return PROXIMAL_BAD_eta_w;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return PROXIMAL_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return PROXIMAL_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return PROXIMAL_BAD_decay;
    }
    if (!(params->anchor >= 0.0) || !isfinite(params->anchor)) {
        return PROXIMAL_BAD_anchor;
    }
    if (!(params->V >= 1.0)) {
        return PROXIMAL_BAD_V;
    }
    if (!(params->P >= 1.0)) {
        return PROXIMAL_BAD_P;
    }
    if (params->inner_steps < 1) {
        return PROXIMAL_BAD_inner_steps;
    }
    if (!params->T) {
        return PROXIMAL_MISSING_T;
    }
    if (!proximal_batch_finite((size_t)M*(size_t)M, params->T)) {
        return PROXIMAL_BAD_T;
    }
    if (params->mean && !proximal_batch_finite((size_t)M, params->mean)) {
        return PROXIMAL_BAD_mean;
    }
    if (params->cov && !proximal_batch_finite((size_t)M*(size_t)M, params->cov)) {
        return PROXIMAL_BAD_cov;
    }
    if (params->kurtosis && !proximal_batch_finite((size_t)M, params->kurtosis)) {
        return PROXIMAL_BAD_kurtosis;
    }
    if (isfinite(params->P) && params->inner_steps != 1) {
        return PROXIMAL_SEVERAL_inner_steps;
    }
    if (isfinite(params->P)) {
        return PROXIMAL_FINITE_P;
    }
    (void)K;
    (void)state;
    return PROXIMAL_OK;
}

/* The next trajectory of a queue that several threads may share. */
static size_t proximal_batch_next(size_t *queue)
{
#if defined(__GNUC__) || defined(__clang__)
    return __atomic_fetch_add(queue, (size_t)1, __ATOMIC_RELAXED);
#else
    return (*queue)++;
#endif
}

/* Subnormal numbers as zero: they are slow, and decayed overlaps turn subnormal. Returns what was before. */
static unsigned proximal_batch_flush(void)
{
#if PROXIMAL_BATCH_X86
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040U);
    return before;
#else
    return 0;
#endif
}

static void proximal_batch_restore(unsigned before)
{
#if PROXIMAL_BATCH_X86
    _mm_setcsr((_mm_getcsr() & ~0x8040U) | (before & 0x8040U));
#else
    (void)before;
#endif
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int proximal_batch_general(int K, int M, const proximal_params *params)
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
static double proximal_batch_inputs(int K, int M)
{
    (void)K;
    return 1.0*M*M + 1.0*M + 1.0*M*M + 1.0*M;
}

/* The size of a buffer of arguments. */
static size_t proximal_batch_buffer(int K, int M)
{
    const size_t S = (size_t)K + (size_t)M;
    size_t size = 0;

    size = S*S > size ? S*S : size;
    return size;
}

/* ... where of these parameters some switch arrays on; counted in doubles, which cannot wrap. */
static double proximal_batch_arrays(int K, int M, size_t count, const proximal_params *params)
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
        double needed = 1.0*(double)proximal_batch_buffer(K, M);
        needed += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M;
        needed += 1.0*S + 1.0*M*K + 1.0*S*S + 1.0*K*S + 1.0*K*S + 1.0*K + 1.0*K*S;
        if (on_V) {
            needed += 1.0*K*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
        }
        if (on_V && on_kurtosis) {
            needed += 1.0*S*M + 1.0*M + 1.0*K*S*S*K;
        }
        size = needed > size ? needed : size;
    }
    {
        double needed = 1.0*(double)proximal_batch_buffer(K, M);
        needed += 1.0*M*M + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*K + 1.0*K + 1.0*K*M + 1.0*K*M;
        needed += 1.0*S + 1.0*M*K + 1.0*S*S;
        size = needed > size ? needed : size;
    }
    return size;
}

#if PROXIMAL_BATCH_COMPILED(0)
#define PROXIMAL_BATCH_LEVEL 0
#include "proximal_batch_lanes.h"
#undef PROXIMAL_BATCH_LEVEL
#endif
#if PROXIMAL_BATCH_COMPILED(1)
#define PROXIMAL_BATCH_LEVEL 1
#include "proximal_batch_lanes.h"
#undef PROXIMAL_BATCH_LEVEL
#define PROXIMAL_BATCH_LEVEL 3
#include "proximal_batch_lanes.h"
#undef PROXIMAL_BATCH_LEVEL
#endif
#if PROXIMAL_BATCH_COMPILED(2)
#define PROXIMAL_BATCH_LEVEL 2
#include "proximal_batch_lanes.h"
#undef PROXIMAL_BATCH_LEVEL
#define PROXIMAL_BATCH_LEVEL 4
#include "proximal_batch_lanes.h"
#undef PROXIMAL_BATCH_LEVEL
#endif

size_t proximal_batch_work_size(int K, int M, size_t count, const proximal_params *params)
{
    double size;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    size = PROXIMAL_BATCH_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + PROXIMAL_BATCH_OBSERVABLES + proximal_batch_inputs(K, M);
    size = PROXIMAL_BATCH_WIDEST*(size + proximal_batch_arrays(K, M, count, params)) + 8;
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

int proximal_batch_has(int instructions)
{
#if PROXIMAL_BATCH_COMPILED(2)
    if (instructions == PROXIMAL_BATCH_AVX512) {
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
#if PROXIMAL_BATCH_COMPILED(1)
    if (instructions == PROXIMAL_BATCH_AVX2) {
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
    return PROXIMAL_BATCH_COMPILED(0) && instructions == PROXIMAL_BATCH_BASELINE;
}

/* The status of an argument of all trajectories that is not accepted, or OK. */
static int proximal_batch_called(int instructions, int K, int M, size_t count, const proximal_params *params, const double *states, const void *results, const double *work)
{
    if (!proximal_batch_has(instructions)) {
        return PROXIMAL_INSTRUCTIONS;
    }
    if (K < 1) {
        return PROXIMAL_BAD_K;
    }
    if (M < 1) {
        return PROXIMAL_BAD_M;
    }
    if (!params) {
        return PROXIMAL_NULL_PARAMS;
    }
    if (!states) {
        return PROXIMAL_NULL_STATE;
    }
    if (!results) {
        return PROXIMAL_NULL_RESULTS;
    }
    if (!work) {
        return PROXIMAL_NULL_WORK;
    }
    return proximal_batch_work_size(K, M, count, params) ? PROXIMAL_OK : PROXIMAL_TOO_LARGE;
}


/* The status of what is asked for, or OK. */
static int proximal_batch_asked(const proximal_batch_request *request)
{
    if (!request) {
        return PROXIMAL_NULL_REQUEST;
    }
    if (!request->alphas) {
        return PROXIMAL_NULL_TIMES;
    }
    if (request->observable < 0 || request->observable >= PROXIMAL_BATCH_OBSERVABLES) {
        return PROXIMAL_OBSERVABLE;
    }
    if (!(request->options.rtol >= 0.0) || !isfinite(request->options.rtol)) {
        return PROXIMAL_RTOL;
    }
    if (!(request->options.atol > 0.0) || !isfinite(request->options.atol)) {
        return PROXIMAL_ATOL;
    }
    if (request->n < 1) {
        return PROXIMAL_NO_TIMES;
    }
    if (!proximal_batch_finite(request->n, request->alphas)) {
        return PROXIMAL_TIMES_NONFINITE;
    }
    for (size_t s = 1; s < request->n; ++s) {
        if (!(request->alphas[s] > request->alphas[s - 1])) {
            return PROXIMAL_TIMES;
        }
    }
    return PROXIMAL_OK;
}

/* The first place in the work array where a vector may lie. */
static double *proximal_batch_aligned(double *work)
{
    const size_t past = (size_t)work % 64;

    return past ? work + (64 - past)/sizeof(double) : work;
}

const char *proximal_batch_strerror(int status)
{
    switch (status) {
    case PROXIMAL_OK:
        return "ok";
    case PROXIMAL_BAD_K:
        return "K is less than 1";
    case PROXIMAL_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case PROXIMAL_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case PROXIMAL_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case PROXIMAL_STEP_LIMIT:
        return "step limit: max_steps reached";
    case PROXIMAL_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case PROXIMAL_NULL_PARAMS:
        return "params is NULL";
    case PROXIMAL_TIMES:
        return "the times (alphas) do not increase";
    case PROXIMAL_RTOL:
        return "rtol is negative or not finite";
    case PROXIMAL_ATOL:
        return "atol is not positive or not finite";
    case PROXIMAL_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case PROXIMAL_OBSERVABLE:
        return "the observable is none of this model";
    case PROXIMAL_RULE:
        return "the number of nodes (size) is that of no rule";
    case PROXIMAL_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case PROXIMAL_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case PROXIMAL_BAD_M:
        return "M is less than 1";
    case PROXIMAL_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case PROXIMAL_NO_TIMES:
        return "there are no times: n is 0";
    case PROXIMAL_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case PROXIMAL_NULL_OPTIONS:
        return "options is NULL";
    case PROXIMAL_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case PROXIMAL_NULL_TIMES:
        return "alphas is NULL";
    case PROXIMAL_NULL_RESULTS:
        return "where the results go is NULL";
    case PROXIMAL_NULL_WORK:
        return "work is NULL";
    case PROXIMAL_NULL_REQUEST:
        return "request is NULL";
    case PROXIMAL_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case PROXIMAL_BAD_eta_J:
        return "eta_J is negative or not finite";
    case PROXIMAL_BAD_eta_w:
        return "eta_w is negative or not finite";
    case PROXIMAL_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case PROXIMAL_BAD_noise:
        return "noise is negative or not finite";
    case PROXIMAL_BAD_decay:
        return "decay is negative or not finite";
    case PROXIMAL_BAD_anchor:
        return "anchor is negative or not finite";
    case PROXIMAL_BAD_V:
        return "V is not at least 1";
    case PROXIMAL_BAD_P:
        return "P is not at least 1";
    case PROXIMAL_BAD_inner_steps:
        return "inner_steps is not at least 1";
    case PROXIMAL_BAD_T:
        return "T has an element that is not finite";
    case PROXIMAL_BAD_mean:
        return "mean has an element that is not finite";
    case PROXIMAL_BAD_cov:
        return "cov has an element that is not finite";
    case PROXIMAL_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case PROXIMAL_MISSING_T:
        return "T is NULL, and has to be given";
    case PROXIMAL_SEVERAL_inner_steps:
        return "inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf";
    case PROXIMAL_FINITE_V:
        return "V is finite, and has to be infinite here";
    case PROXIMAL_FINITE_P:
        return "P is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}


int proximal_batch_rhs(int instructions, int K, int M, size_t count, const proximal_params *params, const double *states, double *dstates, double *work)
{
    const int status = proximal_batch_called(instructions, K, M, count, params, states, dstates, work);
    unsigned before;

    if (status != PROXIMAL_OK) {
        return status;
    }
    work = proximal_batch_aligned(work);
    before = proximal_batch_flush();
#if PROXIMAL_BATCH_COMPILED(0)
    if (instructions == 0) {
        proximal_batch_all_rhs_baseline(K, M, count, params, states, dstates, work);
    }
#endif
#if PROXIMAL_BATCH_COMPILED(1)
    if (instructions == 1) {
        proximal_batch_all_rhs_avx2(K, M, count, params, states, dstates, work);
    }
#endif
#if PROXIMAL_BATCH_COMPILED(2)
    if (instructions == 2) {
        proximal_batch_all_rhs_avx512(K, M, count, params, states, dstates, work);
    }
#endif
    proximal_batch_restore(before);
    return PROXIMAL_OK;
}

int proximal_batch_eps_g(int instructions, int K, int M, size_t count, const proximal_params *params, const double *states, double *eps_g, double *work)
{
    const int status = proximal_batch_called(instructions, K, M, count, params, states, eps_g, work);
    unsigned before;

    if (status != PROXIMAL_OK) {
        return status;
    }
    work = proximal_batch_aligned(work);
    before = proximal_batch_flush();
#if PROXIMAL_BATCH_COMPILED(0)
    if (instructions == 0) {
        proximal_batch_all_eps_g_baseline(K, M, count, params, states, eps_g, work);
    }
#endif
#if PROXIMAL_BATCH_COMPILED(1)
    if (instructions == 1) {
        proximal_batch_all_eps_g_avx2(K, M, count, params, states, eps_g, work);
    }
#endif
#if PROXIMAL_BATCH_COMPILED(2)
    if (instructions == 2) {
        proximal_batch_all_eps_g_avx512(K, M, count, params, states, eps_g, work);
    }
#endif
    proximal_batch_restore(before);
    return PROXIMAL_OK;
}

int proximal_batch_integrate(int instructions, int K, int M, size_t count, const proximal_params *params, const double *states,
                      const proximal_batch_request *request, const proximal_batch_results *results, size_t *queue, double *work)
{
    size_t own = 0;
    int status = proximal_batch_called(instructions, K, M, count, params, states, results, work);
    unsigned before;

    status = status == PROXIMAL_OK ? proximal_batch_asked(request) : status;
    if (status != PROXIMAL_OK) {
        return status;
    }
    queue = queue ? queue : &own;
    work = proximal_batch_aligned(work);
    before = proximal_batch_flush();
#if PROXIMAL_BATCH_COMPILED(0)
    if (instructions == 0) {
        proximal_batch_run_baseline(K, M, count, params, states, request, results, queue, work);
    }
#endif
#if PROXIMAL_BATCH_COMPILED(1)
    if (instructions == 1 && count <= PROXIMAL_BATCH_SINGLES) {
        proximal_batch_run_avx2_single(K, M, count, params, states, request, results, queue, work);
    } else if (instructions == 1) {
        proximal_batch_run_avx2(K, M, count, params, states, request, results, queue, work);
    }
#endif
#if PROXIMAL_BATCH_COMPILED(2)
    if (instructions == 2 && count <= PROXIMAL_BATCH_SINGLES) {
        proximal_batch_run_avx512_single(K, M, count, params, states, request, results, queue, work);
    } else if (instructions == 2) {
        proximal_batch_run_avx512(K, M, count, params, states, request, results, queue, work);
    }
#endif
    proximal_batch_restore(before);
    return PROXIMAL_OK;
}

int proximal_batch_check(int version, size_t params, size_t request, size_t results)
{
    const int same = params == sizeof(proximal_params) && request == sizeof(proximal_batch_request) && results == sizeof(proximal_batch_results);

    return version == PROXIMAL_ABI && same ? PROXIMAL_OK : PROXIMAL_LAYOUT;
}
