/*
 * continual_batch.c - Continual learning: SGD on two tasks with heads of their own
 *
 * Emitted by orderode 0.1.0 from the system continual, digest b06df25a63773ca0. Do not edit. Licence: MIT-0.
 * Contracts are in continual_batch.h. continual_batch_lanes.h holds the functions that work on vectors, and is included once per
 * instruction set.
 */
#include "continual_batch.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)
#define CONTINUAL_BATCH_X86 1
#include <immintrin.h>
#else
#define CONTINUAL_BATCH_X86 0
#endif

/* The equations are compiled a second time for K = CONTINUAL_BATCH_K and M = CONTINUAL_BATCH_M where these are defined. */
#if defined(__GNUC__) || defined(__clang__)
#define SIZED __attribute__((always_inline))
#else
#define SIZED
#endif

/* All instruction sets are compiled, or the one set CONTINUAL_BATCH_ONLY where that is defined; the first of them is CONTINUAL_BATCH_FIRST. */
#ifdef CONTINUAL_BATCH_ONLY
#define CONTINUAL_BATCH_FIRST CONTINUAL_BATCH_ONLY
#define CONTINUAL_BATCH_COMPILED(set) ((set) == CONTINUAL_BATCH_ONLY && ((set) == 0 || CONTINUAL_BATCH_X86))
#else
#define CONTINUAL_BATCH_FIRST 0
#define CONTINUAL_BATCH_COMPILED(set) ((set) == 0 || CONTINUAL_BATCH_X86)
#endif

/* Up to this size an arcsine is a polynomial. */
#define CONTINUAL_BATCH_NARROW 0.6

enum { CONTINUAL_BATCH_WIDEST = 8 };

/* Up to so many trajectories are quicker one after the other than in the lanes of a vector; the bits are the same. */
enum { CONTINUAL_BATCH_SINGLES = 2 };

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static inline int continual_batch_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int continual_batch_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

static size_t continual_batch_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K + (size_t)K;
}

/* The status of parameters that are not accepted, or OK. */
static int continual_batch_checked(int K, int M, const continual_params *params, const double *state)
{
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return CONTINUAL_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return CONTINUAL_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return CONTINUAL_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return CONTINUAL_BAD_decay;
    }
    if (!(params->p_second >= 0.0) || !isfinite(params->p_second)) {
        return CONTINUAL_BAD_p_second;
    }
    if (!(params->V >= 1.0)) {
        return CONTINUAL_BAD_V;
    }
    if (!params->T) {
        return CONTINUAL_MISSING_T;
    }
    if (!continual_batch_finite((size_t)M*(size_t)M, params->T)) {
        return CONTINUAL_BAD_T;
    }
    if (params->u_first && !continual_batch_finite((size_t)M, params->u_first)) {
        return CONTINUAL_BAD_u_first;
    }
    if (params->u_second && !continual_batch_finite((size_t)M, params->u_second)) {
        return CONTINUAL_BAD_u_second;
    }
    (void)K;
    (void)state;
    return CONTINUAL_OK;
}

/* The next trajectory of a queue that several threads may share. */
static size_t continual_batch_next(size_t *queue)
{
#if defined(__GNUC__) || defined(__clang__)
    return __atomic_fetch_add(queue, (size_t)1, __ATOMIC_RELAXED);
#else
    return (*queue)++;
#endif
}

/* Subnormal numbers as zero: they are slow, and decayed overlaps turn subnormal. Returns what was before. */
static unsigned continual_batch_flush(void)
{
#if CONTINUAL_BATCH_X86
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040U);
    return before;
#else
    return 0;
#endif
}

static void continual_batch_restore(unsigned before)
{
#if CONTINUAL_BATCH_X86
    _mm_setcsr((_mm_getcsr() & ~0x8040U) | (before & 0x8040U));
#else
    (void)before;
#endif
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int continual_batch_general(int K, int M, const continual_params *params)
{
    int found = params->eta_0 != 0.0 || params->p_second != 0.0;

    (void)K;
    (void)M;
    if (params->u_first) {
        for (int n = 0; n < M; ++n) {
            found |= params->u_first[n] != 0.0;
        }
    }
    if (params->u_second) {
        for (int n = 0; n < M; ++n) {
            found |= params->u_second[n] != 0.0;
        }
    }
    return found;
}


/* Sizes of what a vector function needs, in vectors: input arrays, then work arrays. */
static double continual_batch_inputs(int K, int M)
{
    (void)K;
    return 1.0*M*M + 1.0*M + 1.0*M;
}

/* The size of a buffer of arguments. */
static size_t continual_batch_buffer(int K, int M)
{
    const size_t S = (size_t)K + (size_t)M;
    size_t size = 0;

    size = S*S > size ? S*S : size;
    return size;
}

/* ... where of these parameters some switch arrays on; counted in doubles, which cannot wrap. */
static double continual_batch_arrays(int K, int M, size_t count, const continual_params *params)
{
    const double S = (double)K + M;
    double size = 0.0;
    int on_V = 0;

    for (size_t t = 0; t < count; ++t) {
        on_V |= isfinite(params[t].V) != 0;
    }
    (void)S;
    {
        double needed = 1.0*(double)continual_batch_buffer(K, M);
        needed += 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S + 1.0*S*S + 1.0*K*S + 1.0*K*S;
        needed += 1.0*K + 1.0*K*S;
        if (on_V) {
            needed += 1.0*K*S*S + 1.0*K*K + 1.0*K*K*S + 1.0*K*K;
        }
        size = needed > size ? needed : size;
    }
    {
        double needed = 1.0*(double)continual_batch_buffer(K, M);
        needed += 1.0*S*S + 1.0*S*S + 1.0*S;
        size = needed > size ? needed : size;
    }
    {
        double needed = 1.0*(double)continual_batch_buffer(K, M);
        needed += 1.0*S*S + 1.0*S + 1.0*S;
        size = needed > size ? needed : size;
    }
    {
        double needed = 1.0*(double)continual_batch_buffer(K, M);
        needed += 1.0*S*S + 1.0*S + 1.0*S;
        size = needed > size ? needed : size;
    }
    return size;
}

#if CONTINUAL_BATCH_COMPILED(0)
#define CONTINUAL_BATCH_LEVEL 0
#include "continual_batch_lanes.h"
#undef CONTINUAL_BATCH_LEVEL
#endif
#if CONTINUAL_BATCH_COMPILED(1)
#define CONTINUAL_BATCH_LEVEL 1
#include "continual_batch_lanes.h"
#undef CONTINUAL_BATCH_LEVEL
#define CONTINUAL_BATCH_LEVEL 3
#include "continual_batch_lanes.h"
#undef CONTINUAL_BATCH_LEVEL
#endif
#if CONTINUAL_BATCH_COMPILED(2)
#define CONTINUAL_BATCH_LEVEL 2
#include "continual_batch_lanes.h"
#undef CONTINUAL_BATCH_LEVEL
#define CONTINUAL_BATCH_LEVEL 4
#include "continual_batch_lanes.h"
#undef CONTINUAL_BATCH_LEVEL
#endif

size_t continual_batch_work_size(int K, int M, size_t count, const continual_params *params)
{
    double size;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    size = CONTINUAL_BATCH_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K + (double)K) + CONTINUAL_BATCH_OBSERVABLES + continual_batch_inputs(K, M);
    size = CONTINUAL_BATCH_WIDEST*(size + continual_batch_arrays(K, M, count, params)) + 8;
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

int continual_batch_has(int instructions)
{
#if CONTINUAL_BATCH_COMPILED(2)
    if (instructions == CONTINUAL_BATCH_AVX512) {
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
#if CONTINUAL_BATCH_COMPILED(1)
    if (instructions == CONTINUAL_BATCH_AVX2) {
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
    return CONTINUAL_BATCH_COMPILED(0) && instructions == CONTINUAL_BATCH_BASELINE;
}

/* The status of an argument of all trajectories that is not accepted, or OK. */
static int continual_batch_called(int instructions, int K, int M, size_t count, const continual_params *params, const double *states, const void *results, const double *work)
{
    if (!continual_batch_has(instructions)) {
        return CONTINUAL_INSTRUCTIONS;
    }
    if (K < 1) {
        return CONTINUAL_BAD_K;
    }
    if (M < 1) {
        return CONTINUAL_BAD_M;
    }
    if (!params) {
        return CONTINUAL_NULL_PARAMS;
    }
    if (!states) {
        return CONTINUAL_NULL_STATE;
    }
    if (!results) {
        return CONTINUAL_NULL_RESULTS;
    }
    if (!work) {
        return CONTINUAL_NULL_WORK;
    }
    return continual_batch_work_size(K, M, count, params) ? CONTINUAL_OK : CONTINUAL_TOO_LARGE;
}


/* The status of what is asked for, or OK. */
static int continual_batch_asked(const continual_batch_request *request)
{
    if (!request) {
        return CONTINUAL_NULL_REQUEST;
    }
    if (!request->alphas) {
        return CONTINUAL_NULL_TIMES;
    }
    if (request->observable < 0 || request->observable >= CONTINUAL_BATCH_OBSERVABLES) {
        return CONTINUAL_OBSERVABLE;
    }
    if (!(request->options.rtol >= 0.0) || !isfinite(request->options.rtol)) {
        return CONTINUAL_RTOL;
    }
    if (!(request->options.atol > 0.0) || !isfinite(request->options.atol)) {
        return CONTINUAL_ATOL;
    }
    if (request->n < 1) {
        return CONTINUAL_NO_TIMES;
    }
    if (!continual_batch_finite(request->n, request->alphas)) {
        return CONTINUAL_TIMES_NONFINITE;
    }
    for (size_t s = 1; s < request->n; ++s) {
        if (!(request->alphas[s] > request->alphas[s - 1])) {
            return CONTINUAL_TIMES;
        }
    }
    return CONTINUAL_OK;
}

/* The first place in the work array where a vector may lie. */
static double *continual_batch_aligned(double *work)
{
    const size_t past = (size_t)work % 64;

    return past ? work + (64 - past)/sizeof(double) : work;
}

const char *continual_batch_strerror(int status)
{
    switch (status) {
    case CONTINUAL_OK:
        return "ok";
    case CONTINUAL_BAD_K:
        return "K is less than 1";
    case CONTINUAL_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case CONTINUAL_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case CONTINUAL_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case CONTINUAL_STEP_LIMIT:
        return "step limit: max_steps reached";
    case CONTINUAL_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case CONTINUAL_NULL_PARAMS:
        return "params is NULL";
    case CONTINUAL_TIMES:
        return "the times (alphas) do not increase";
    case CONTINUAL_RTOL:
        return "rtol is negative or not finite";
    case CONTINUAL_ATOL:
        return "atol is not positive or not finite";
    case CONTINUAL_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case CONTINUAL_OBSERVABLE:
        return "the observable is none of this model";
    case CONTINUAL_RULE:
        return "the number of nodes (size) is that of no rule";
    case CONTINUAL_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case CONTINUAL_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case CONTINUAL_BAD_M:
        return "M is less than 1";
    case CONTINUAL_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case CONTINUAL_NO_TIMES:
        return "there are no times: n is 0";
    case CONTINUAL_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case CONTINUAL_NULL_OPTIONS:
        return "options is NULL";
    case CONTINUAL_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case CONTINUAL_NULL_TIMES:
        return "alphas is NULL";
    case CONTINUAL_NULL_RESULTS:
        return "where the results go is NULL";
    case CONTINUAL_NULL_WORK:
        return "work is NULL";
    case CONTINUAL_NULL_REQUEST:
        return "request is NULL";
    case CONTINUAL_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case CONTINUAL_BAD_eta_J:
        return "eta_J is negative or not finite";
    case CONTINUAL_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case CONTINUAL_BAD_noise:
        return "noise is negative or not finite";
    case CONTINUAL_BAD_decay:
        return "decay is negative or not finite";
    case CONTINUAL_BAD_p_second:
        return "p_second is negative or not finite";
    case CONTINUAL_BAD_V:
        return "V is not at least 1";
    case CONTINUAL_BAD_T:
        return "T has an element that is not finite";
    case CONTINUAL_BAD_u_first:
        return "u_first has an element that is not finite";
    case CONTINUAL_BAD_u_second:
        return "u_second has an element that is not finite";
    case CONTINUAL_MISSING_T:
        return "T is NULL, and has to be given";
    case CONTINUAL_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}


int continual_batch_rhs(int instructions, int K, int M, size_t count, const continual_params *params, const double *states, double *dstates, double *work)
{
    const int status = continual_batch_called(instructions, K, M, count, params, states, dstates, work);
    unsigned before;

    if (status != CONTINUAL_OK) {
        return status;
    }
    work = continual_batch_aligned(work);
    before = continual_batch_flush();
#if CONTINUAL_BATCH_COMPILED(0)
    if (instructions == 0) {
        continual_batch_all_rhs_baseline(K, M, count, params, states, dstates, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(1)
    if (instructions == 1) {
        continual_batch_all_rhs_avx2(K, M, count, params, states, dstates, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(2)
    if (instructions == 2) {
        continual_batch_all_rhs_avx512(K, M, count, params, states, dstates, work);
    }
#endif
    continual_batch_restore(before);
    return CONTINUAL_OK;
}

int continual_batch_eps_g(int instructions, int K, int M, size_t count, const continual_params *params, const double *states, double *eps_g, double *work)
{
    const int status = continual_batch_called(instructions, K, M, count, params, states, eps_g, work);
    unsigned before;

    if (status != CONTINUAL_OK) {
        return status;
    }
    work = continual_batch_aligned(work);
    before = continual_batch_flush();
#if CONTINUAL_BATCH_COMPILED(0)
    if (instructions == 0) {
        continual_batch_all_eps_g_baseline(K, M, count, params, states, eps_g, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(1)
    if (instructions == 1) {
        continual_batch_all_eps_g_avx2(K, M, count, params, states, eps_g, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(2)
    if (instructions == 2) {
        continual_batch_all_eps_g_avx512(K, M, count, params, states, eps_g, work);
    }
#endif
    continual_batch_restore(before);
    return CONTINUAL_OK;
}

int continual_batch_eps_first(int instructions, int K, int M, size_t count, const continual_params *params, const double *states, double *eps_first, double *work)
{
    const int status = continual_batch_called(instructions, K, M, count, params, states, eps_first, work);
    unsigned before;

    if (status != CONTINUAL_OK) {
        return status;
    }
    work = continual_batch_aligned(work);
    before = continual_batch_flush();
#if CONTINUAL_BATCH_COMPILED(0)
    if (instructions == 0) {
        continual_batch_all_eps_first_baseline(K, M, count, params, states, eps_first, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(1)
    if (instructions == 1) {
        continual_batch_all_eps_first_avx2(K, M, count, params, states, eps_first, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(2)
    if (instructions == 2) {
        continual_batch_all_eps_first_avx512(K, M, count, params, states, eps_first, work);
    }
#endif
    continual_batch_restore(before);
    return CONTINUAL_OK;
}

int continual_batch_eps_second(int instructions, int K, int M, size_t count, const continual_params *params, const double *states, double *eps_second, double *work)
{
    const int status = continual_batch_called(instructions, K, M, count, params, states, eps_second, work);
    unsigned before;

    if (status != CONTINUAL_OK) {
        return status;
    }
    work = continual_batch_aligned(work);
    before = continual_batch_flush();
#if CONTINUAL_BATCH_COMPILED(0)
    if (instructions == 0) {
        continual_batch_all_eps_second_baseline(K, M, count, params, states, eps_second, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(1)
    if (instructions == 1) {
        continual_batch_all_eps_second_avx2(K, M, count, params, states, eps_second, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(2)
    if (instructions == 2) {
        continual_batch_all_eps_second_avx512(K, M, count, params, states, eps_second, work);
    }
#endif
    continual_batch_restore(before);
    return CONTINUAL_OK;
}

int continual_batch_integrate(int instructions, int K, int M, size_t count, const continual_params *params, const double *states,
                      const continual_batch_request *request, const continual_batch_results *results, size_t *queue, double *work)
{
    size_t own = 0;
    int status = continual_batch_called(instructions, K, M, count, params, states, results, work);
    unsigned before;

    status = status == CONTINUAL_OK ? continual_batch_asked(request) : status;
    if (status != CONTINUAL_OK) {
        return status;
    }
    queue = queue ? queue : &own;
    work = continual_batch_aligned(work);
    before = continual_batch_flush();
#if CONTINUAL_BATCH_COMPILED(0)
    if (instructions == 0) {
        continual_batch_run_baseline(K, M, count, params, states, request, results, queue, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(1)
    if (instructions == 1 && count <= CONTINUAL_BATCH_SINGLES) {
        continual_batch_run_avx2_single(K, M, count, params, states, request, results, queue, work);
    } else if (instructions == 1) {
        continual_batch_run_avx2(K, M, count, params, states, request, results, queue, work);
    }
#endif
#if CONTINUAL_BATCH_COMPILED(2)
    if (instructions == 2 && count <= CONTINUAL_BATCH_SINGLES) {
        continual_batch_run_avx512_single(K, M, count, params, states, request, results, queue, work);
    } else if (instructions == 2) {
        continual_batch_run_avx512(K, M, count, params, states, request, results, queue, work);
    }
#endif
    continual_batch_restore(before);
    return CONTINUAL_OK;
}

int continual_batch_check(int version, size_t params, size_t request, size_t results)
{
    const int same = params == sizeof(continual_params) && request == sizeof(continual_batch_request) && results == sizeof(continual_batch_results);

    return version == CONTINUAL_ABI && same ? CONTINUAL_OK : CONTINUAL_LAYOUT;
}
