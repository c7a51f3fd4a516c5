/*
 * perceptron_sign_batch.c - The perceptron rule on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system perceptron_sign, digest 19e20c112ada4578. Do not edit. Licence: MIT-0.
 * Contracts are in perceptron_sign_batch.h. perceptron_sign_batch_lanes.h holds the functions that work on vectors, and is included once per
 * instruction set.
 */
#include "perceptron_sign_batch.h"

#include <float.h>
#include <limits.h>
#include <math.h>

#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)
#define PERCEPTRON_SIGN_BATCH_X86 1
#include <immintrin.h>
#else
#define PERCEPTRON_SIGN_BATCH_X86 0
#endif

/* The equations are compiled a second time for K = PERCEPTRON_SIGN_BATCH_K and M = PERCEPTRON_SIGN_BATCH_M where these are defined. */
#if defined(__GNUC__) || defined(__clang__)
#define SIZED __attribute__((always_inline))
#else
#define SIZED
#endif

/* All instruction sets are compiled, or the one set PERCEPTRON_SIGN_BATCH_ONLY where that is defined; the first of them is PERCEPTRON_SIGN_BATCH_FIRST. */
#ifdef PERCEPTRON_SIGN_BATCH_ONLY
#define PERCEPTRON_SIGN_BATCH_FIRST PERCEPTRON_SIGN_BATCH_ONLY
#define PERCEPTRON_SIGN_BATCH_COMPILED(set) ((set) == PERCEPTRON_SIGN_BATCH_ONLY && ((set) == 0 || PERCEPTRON_SIGN_BATCH_X86))
#else
#define PERCEPTRON_SIGN_BATCH_FIRST 0
#define PERCEPTRON_SIGN_BATCH_COMPILED(set) ((set) == 0 || PERCEPTRON_SIGN_BATCH_X86)
#endif

/* Up to this size an arcsine is a polynomial. */
#define PERCEPTRON_SIGN_BATCH_NARROW 0.6

enum { PERCEPTRON_SIGN_BATCH_WIDEST = 8 };

/* Up to so many trajectories are quicker one after the other than in the lanes of a vector; the bits are the same. */
enum { PERCEPTRON_SIGN_BATCH_SINGLES = 2 };

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static inline int perceptron_sign_batch_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int perceptron_sign_batch_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}

static size_t perceptron_sign_batch_state_size(int K, int M)
{
    return (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2 + (size_t)K;
}

/* The status of parameters that are not accepted, or OK. */
static int perceptron_sign_batch_checked(int K, int M, const perceptron_sign_params *params, const double *state)
{
    if (!(params->eta_J >= 0.0) || !isfinite(params->eta_J)) {
        return PERCEPTRON_SIGN_BAD_eta_J;
    }
    if (!(params->eta_0 >= 0.0) || !isfinite(params->eta_0)) {
        return PERCEPTRON_SIGN_BAD_eta_0;
    }
    if (!(params->noise >= 0.0) || !isfinite(params->noise)) {
        return PERCEPTRON_SIGN_BAD_noise;
    }
    if (!(params->decay >= 0.0) || !isfinite(params->decay)) {
        return PERCEPTRON_SIGN_BAD_decay;
    }
    if (!(params->V >= 1.0)) {
        return PERCEPTRON_SIGN_BAD_V;
    }
    if (!params->T) {
        return PERCEPTRON_SIGN_MISSING_T;
    }
    if (!perceptron_sign_batch_finite((size_t)M*(size_t)M, params->T)) {
        return PERCEPTRON_SIGN_BAD_T;
    }
    if (params->mean && !perceptron_sign_batch_finite((size_t)M, params->mean)) {
        return PERCEPTRON_SIGN_BAD_mean;
    }
    if (params->cov && !perceptron_sign_batch_finite((size_t)M*(size_t)M, params->cov)) {
        return PERCEPTRON_SIGN_BAD_cov;
    }
    if (params->kurtosis && !perceptron_sign_batch_finite((size_t)M, params->kurtosis)) {
        return PERCEPTRON_SIGN_BAD_kurtosis;
    }
    (void)K;
    (void)state;
    return PERCEPTRON_SIGN_OK;
}

/* The next trajectory of a queue that several threads may share. */
static size_t perceptron_sign_batch_next(size_t *queue)
{
#if defined(__GNUC__) || defined(__clang__)
    return __atomic_fetch_add(queue, (size_t)1, __ATOMIC_RELAXED);
#else
    return (*queue)++;
#endif
}

/* Subnormal numbers as zero: they are slow, and decayed overlaps turn subnormal. Returns what was before. */
static unsigned perceptron_sign_batch_flush(void)
{
#if PERCEPTRON_SIGN_BATCH_X86
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040U);
    return before;
#else
    return 0;
#endif
}

static void perceptron_sign_batch_restore(unsigned before)
{
#if PERCEPTRON_SIGN_BATCH_X86
    _mm_setcsr((_mm_getcsr() & ~0x8040U) | (before & 0x8040U));
#else
    (void)before;
#endif
}

/* Whether a parameter is not what it is in the usual case: zero, diagonal or 1. */
static int perceptron_sign_batch_general(int K, int M, const perceptron_sign_params *params)
{
    int found = params->eta_0 != 0.0;

    (void)K;
    (void)M;
    if (params->cov) {
        for (int n = 0; n < M; ++n) {
            for (int m = 0; m < M; ++m) {
                found |= params->cov[n*M + m] != 0.0;
            }
        }
    }
    return found;
}


/* Sizes of what a vector function needs, in vectors: input arrays, then work arrays. */
static double perceptron_sign_batch_inputs(int K, int M)
{
    (void)K;
    return 1.0*M*M + 1.0*M + 1.0*M*M + 1.0*M;
}

/* ... where of these parameters some switch arrays on; counted in doubles, which cannot wrap. */
static double perceptron_sign_batch_arrays(int K, int M, size_t count, const perceptron_sign_params *params)
{
    const double S = (double)K + M;
    double size = 0.0;
    int on_V = 0;

    for (size_t t = 0; t < count; ++t) {
        on_V |= isfinite(params[t].V) != 0;
    }
    (void)S;
    {
        double needed = 0.0;
        needed += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*K*S;
        if (on_V) {
            needed += 1.0*S*S + 1.0*K*K;
        }
        size = needed > size ? needed : size;
    }
    {
        double needed = 0.0;
        needed += 1.0*S*S + 1.0*S*S + 1.0*S + 1.0*S*M + 1.0*S + 1.0*S*S;
        size = needed > size ? needed : size;
    }
    return size;
}

#if PERCEPTRON_SIGN_BATCH_COMPILED(0)
#define PERCEPTRON_SIGN_BATCH_LEVEL 0
#include "perceptron_sign_batch_lanes.h"
#undef PERCEPTRON_SIGN_BATCH_LEVEL
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(1)
#define PERCEPTRON_SIGN_BATCH_LEVEL 1
#include "perceptron_sign_batch_lanes.h"
#undef PERCEPTRON_SIGN_BATCH_LEVEL
#define PERCEPTRON_SIGN_BATCH_LEVEL 3
#include "perceptron_sign_batch_lanes.h"
#undef PERCEPTRON_SIGN_BATCH_LEVEL
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(2)
#define PERCEPTRON_SIGN_BATCH_LEVEL 2
#include "perceptron_sign_batch_lanes.h"
#undef PERCEPTRON_SIGN_BATCH_LEVEL
#define PERCEPTRON_SIGN_BATCH_LEVEL 4
#include "perceptron_sign_batch_lanes.h"
#undef PERCEPTRON_SIGN_BATCH_LEVEL
#endif

size_t perceptron_sign_batch_work_size(int K, int M, size_t count, const perceptron_sign_params *params)
{
    double size;

    if (K < 1 || M < 1 || !params) {
        return 0;
    }
    size = PERCEPTRON_SIGN_BATCH_VECTORS*((double)K*(double)M + (double)K*((double)K + 1)/2 + (double)K) + PERCEPTRON_SIGN_BATCH_OBSERVABLES + perceptron_sign_batch_inputs(K, M);
    size = PERCEPTRON_SIGN_BATCH_WIDEST*(size + perceptron_sign_batch_arrays(K, M, count, params)) + 8;
    return size <= (double)INT_MAX && size <= (double)((size_t)-1/sizeof(double)) ? (size_t)size : 0;
}

int perceptron_sign_batch_has(int instructions)
{
#if PERCEPTRON_SIGN_BATCH_COMPILED(2)
    if (instructions == PERCEPTRON_SIGN_BATCH_AVX512) {
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(1)
    if (instructions == PERCEPTRON_SIGN_BATCH_AVX2) {
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    }
#endif
    return PERCEPTRON_SIGN_BATCH_COMPILED(0) && instructions == PERCEPTRON_SIGN_BATCH_BASELINE;
}

/* The status of an argument of all trajectories that is not accepted, or OK. */
static int perceptron_sign_batch_called(int instructions, int K, int M, size_t count, const perceptron_sign_params *params, const double *states, const void *results, const double *work)
{
    if (!perceptron_sign_batch_has(instructions)) {
        return PERCEPTRON_SIGN_INSTRUCTIONS;
    }
    if (K < 1) {
        return PERCEPTRON_SIGN_BAD_K;
    }
    if (M < 1) {
        return PERCEPTRON_SIGN_BAD_M;
    }
    if (!params) {
        return PERCEPTRON_SIGN_NULL_PARAMS;
    }
    if (!states) {
        return PERCEPTRON_SIGN_NULL_STATE;
    }
    if (!results) {
        return PERCEPTRON_SIGN_NULL_RESULTS;
    }
    if (!work) {
        return PERCEPTRON_SIGN_NULL_WORK;
    }
    return perceptron_sign_batch_work_size(K, M, count, params) ? PERCEPTRON_SIGN_OK : PERCEPTRON_SIGN_TOO_LARGE;
}


/* The status of what is asked for, or OK. */
static int perceptron_sign_batch_asked(const perceptron_sign_batch_request *request)
{
    if (!request) {
        return PERCEPTRON_SIGN_NULL_REQUEST;
    }
    if (!request->alphas) {
        return PERCEPTRON_SIGN_NULL_TIMES;
    }
    if (request->observable < 0 || request->observable >= PERCEPTRON_SIGN_BATCH_OBSERVABLES) {
        return PERCEPTRON_SIGN_OBSERVABLE;
    }
    if (!(request->options.rtol >= 0.0) || !isfinite(request->options.rtol)) {
        return PERCEPTRON_SIGN_RTOL;
    }
    if (!(request->options.atol > 0.0) || !isfinite(request->options.atol)) {
        return PERCEPTRON_SIGN_ATOL;
    }
    if (request->n < 1) {
        return PERCEPTRON_SIGN_NO_TIMES;
    }
    if (!perceptron_sign_batch_finite(request->n, request->alphas)) {
        return PERCEPTRON_SIGN_TIMES_NONFINITE;
    }
    for (size_t s = 1; s < request->n; ++s) {
        if (!(request->alphas[s] > request->alphas[s - 1])) {
            return PERCEPTRON_SIGN_TIMES;
        }
    }
    return PERCEPTRON_SIGN_OK;
}

/* The first place in the work array where a vector may lie. */
static double *perceptron_sign_batch_aligned(double *work)
{
    const size_t past = (size_t)work % 64;

    return past ? work + (64 - past)/sizeof(double) : work;
}

const char *perceptron_sign_batch_strerror(int status)
{
    switch (status) {
    case PERCEPTRON_SIGN_OK:
        return "ok";
    case PERCEPTRON_SIGN_BAD_K:
        return "K is less than 1";
    case PERCEPTRON_SIGN_NONFINITE:
        return "non-finite: the state holds NaN or infinity";
    case PERCEPTRON_SIGN_DOMAIN:
        return "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance";
    case PERCEPTRON_SIGN_NEGATIVE_NORM:
        return "negative norm: a diagonal element of Q became negative";
    case PERCEPTRON_SIGN_STEP_LIMIT:
        return "step limit: max_steps reached";
    case PERCEPTRON_SIGN_STEP_SIZE:
        return "step size: the next step would be as small as rounding";
    case PERCEPTRON_SIGN_NULL_PARAMS:
        return "params is NULL";
    case PERCEPTRON_SIGN_TIMES:
        return "the times (alphas) do not increase";
    case PERCEPTRON_SIGN_RTOL:
        return "rtol is negative or not finite";
    case PERCEPTRON_SIGN_ATOL:
        return "atol is not positive or not finite";
    case PERCEPTRON_SIGN_INSTRUCTIONS:
        return "the instruction set (instructions) is not one of this processor and build";
    case PERCEPTRON_SIGN_OBSERVABLE:
        return "the observable is none of this model";
    case PERCEPTRON_SIGN_RULE:
        return "the number of nodes (size) is that of no rule";
    case PERCEPTRON_SIGN_NODES:
        return "nodes and weights are missing: finite P and V need them";
    case PERCEPTRON_SIGN_RULE_UNITS:
        return "K + M is larger than the dimensions of any rule";
    case PERCEPTRON_SIGN_BAD_M:
        return "M is less than 1";
    case PERCEPTRON_SIGN_TOO_LARGE:
        return "K and M are so large that the work array would have more than INT_MAX doubles";
    case PERCEPTRON_SIGN_NO_TIMES:
        return "there are no times: n is 0";
    case PERCEPTRON_SIGN_TIMES_NONFINITE:
        return "a time (alphas) is not finite";
    case PERCEPTRON_SIGN_NULL_OPTIONS:
        return "options is NULL";
    case PERCEPTRON_SIGN_NULL_STATE:
        return "what to start from (state0, states) is NULL";
    case PERCEPTRON_SIGN_NULL_TIMES:
        return "alphas is NULL";
    case PERCEPTRON_SIGN_NULL_RESULTS:
        return "where the results go is NULL";
    case PERCEPTRON_SIGN_NULL_WORK:
        return "work is NULL";
    case PERCEPTRON_SIGN_NULL_REQUEST:
        return "request is NULL";
    case PERCEPTRON_SIGN_LAYOUT:
        return "the program was made for another header: version or size of params differ";
    case PERCEPTRON_SIGN_BAD_eta_J:
        return "eta_J is negative or not finite";
    case PERCEPTRON_SIGN_BAD_eta_0:
        return "eta_0 is negative or not finite";
    case PERCEPTRON_SIGN_BAD_noise:
        return "noise is negative or not finite";
    case PERCEPTRON_SIGN_BAD_decay:
        return "decay is negative or not finite";
    case PERCEPTRON_SIGN_BAD_V:
        return "V is not at least 1";
    case PERCEPTRON_SIGN_BAD_T:
        return "T has an element that is not finite";
    case PERCEPTRON_SIGN_BAD_mean:
        return "mean has an element that is not finite";
    case PERCEPTRON_SIGN_BAD_cov:
        return "cov has an element that is not finite";
    case PERCEPTRON_SIGN_BAD_kurtosis:
        return "kurtosis has an element that is not finite";
    case PERCEPTRON_SIGN_MISSING_T:
        return "T is NULL, and has to be given";
    case PERCEPTRON_SIGN_FINITE_V:
        return "V is finite, and has to be infinite here";
    default:
        return "unknown status";
    }
}


int perceptron_sign_batch_rhs(int instructions, int K, int M, size_t count, const perceptron_sign_params *params, const double *states, double *dstates, double *work)
{
    const int status = perceptron_sign_batch_called(instructions, K, M, count, params, states, dstates, work);
    unsigned before;

    if (status != PERCEPTRON_SIGN_OK) {
        return status;
    }
    work = perceptron_sign_batch_aligned(work);
    before = perceptron_sign_batch_flush();
#if PERCEPTRON_SIGN_BATCH_COMPILED(0)
    if (instructions == 0) {
        perceptron_sign_batch_all_rhs_baseline(K, M, count, params, states, dstates, work);
    }
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(1)
    if (instructions == 1) {
        perceptron_sign_batch_all_rhs_avx2(K, M, count, params, states, dstates, work);
    }
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(2)
    if (instructions == 2) {
        perceptron_sign_batch_all_rhs_avx512(K, M, count, params, states, dstates, work);
    }
#endif
    perceptron_sign_batch_restore(before);
    return PERCEPTRON_SIGN_OK;
}

int perceptron_sign_batch_eps_g(int instructions, int K, int M, size_t count, const perceptron_sign_params *params, const double *states, double *eps_g, double *work)
{
    const int status = perceptron_sign_batch_called(instructions, K, M, count, params, states, eps_g, work);
    unsigned before;

    if (status != PERCEPTRON_SIGN_OK) {
        return status;
    }
    work = perceptron_sign_batch_aligned(work);
    before = perceptron_sign_batch_flush();
#if PERCEPTRON_SIGN_BATCH_COMPILED(0)
    if (instructions == 0) {
        perceptron_sign_batch_all_eps_g_baseline(K, M, count, params, states, eps_g, work);
    }
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(1)
    if (instructions == 1) {
        perceptron_sign_batch_all_eps_g_avx2(K, M, count, params, states, eps_g, work);
    }
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(2)
    if (instructions == 2) {
        perceptron_sign_batch_all_eps_g_avx512(K, M, count, params, states, eps_g, work);
    }
#endif
    perceptron_sign_batch_restore(before);
    return PERCEPTRON_SIGN_OK;
}

int perceptron_sign_batch_integrate(int instructions, int K, int M, size_t count, const perceptron_sign_params *params, const double *states,
                      const perceptron_sign_batch_request *request, const perceptron_sign_batch_results *results, size_t *queue, double *work)
{
    size_t own = 0;
    int status = perceptron_sign_batch_called(instructions, K, M, count, params, states, results, work);
    unsigned before;

    status = status == PERCEPTRON_SIGN_OK ? perceptron_sign_batch_asked(request) : status;
    if (status != PERCEPTRON_SIGN_OK) {
        return status;
    }
    queue = queue ? queue : &own;
    work = perceptron_sign_batch_aligned(work);
    before = perceptron_sign_batch_flush();
#if PERCEPTRON_SIGN_BATCH_COMPILED(0)
    if (instructions == 0) {
        perceptron_sign_batch_run_baseline(K, M, count, params, states, request, results, queue, work);
    }
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(1)
    if (instructions == 1 && count <= PERCEPTRON_SIGN_BATCH_SINGLES) {
        perceptron_sign_batch_run_avx2_single(K, M, count, params, states, request, results, queue, work);
    } else if (instructions == 1) {
        perceptron_sign_batch_run_avx2(K, M, count, params, states, request, results, queue, work);
    }
#endif
#if PERCEPTRON_SIGN_BATCH_COMPILED(2)
    if (instructions == 2 && count <= PERCEPTRON_SIGN_BATCH_SINGLES) {
        perceptron_sign_batch_run_avx512_single(K, M, count, params, states, request, results, queue, work);
    } else if (instructions == 2) {
        perceptron_sign_batch_run_avx512(K, M, count, params, states, request, results, queue, work);
    }
#endif
    perceptron_sign_batch_restore(before);
    return PERCEPTRON_SIGN_OK;
}

int perceptron_sign_batch_check(int version, size_t params, size_t request, size_t results)
{
    const int same = params == sizeof(perceptron_sign_params) && request == sizeof(perceptron_sign_batch_request) && results == sizeof(perceptron_sign_batch_results);

    return version == PERCEPTRON_SIGN_ABI && same ? PERCEPTRON_SIGN_OK : PERCEPTRON_SIGN_LAYOUT;
}
