/*
 * perceptron_sign_batch.h - The perceptron rule on the labels of a teacher of threshold units
 * Many trajectories at once.
 *
 * Emitted by orderode 0.1.0 from the system perceptron_sign, digest 19e20c112ada4578. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 *
 * Equations, conventions, parameters and status codes are those of perceptron_sign.h. One trajectory
 * is one lane of a vector: 8 lanes with AVX-512, 4 with AVX2 and FMA, 1 with any other processor or compiler; which is
 * chosen at run time. A lane takes steps of its own size, and one that is done takes the next trajectory.
 * One or two trajectories are integrated one after the other, with the same bits.
 * The bits of a trajectory depend on the instruction set (and on the compiler), and on nothing else: not on what is
 * computed beside it, nor on threads. Compiled with -DPERCEPTRON_SIGN_BATCH_K=3 -DPERCEPTRON_SIGN_BATCH_M=3, say, the
 * library is faster at this K and M, with the same bits: it pays where K and M are small.
 * Thread-safe: no globals, no allocation, no input or output. Subnormal numbers are taken for zero inside, and the
 * treatment of the caller is restored.
 */
#ifndef ORDERODE_PERCEPTRON_SIGN_BATCH_H
#define ORDERODE_PERCEPTRON_SIGN_BATCH_H

#include "perceptron_sign.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Instruction sets. All are compiled, or, with -DPERCEPTRON_SIGN_BATCH_ONLY=2, one. */
enum {
    PERCEPTRON_SIGN_BATCH_BASELINE = 0,
    PERCEPTRON_SIGN_BATCH_AVX2 = 1, /* and FMA */
    PERCEPTRON_SIGN_BATCH_AVX512 = 2, /* F and DQ */
    PERCEPTRON_SIGN_BATCH_SETS = 3
};

/* Observables whose crossing of a level can be asked for. */
enum {
    PERCEPTRON_SIGN_BATCH_EPS_G = 0, /* share of wrong labels */
    PERCEPTRON_SIGN_BATCH_OBSERVABLES = 1
};

/* What is asked of every trajectory. */
typedef struct {
    perceptron_sign_options options; /* step control */
    size_t n;               /* number of times, >= 1 */
    const double *alphas;   /* n increasing times; the first is the start, the last the end */
    double level;           /* level whose first crossing is located; NAN for none */
    int observable;         /* ... of this observable */
    double until;           /* a trajectory that has crossed ends at the first of the times from here on; INFINITY: at the last */
    const perceptron_sign_params *then; /* count of them, or NULL: rates go on straight lines from those of params at alphas[0] to these at
                               alphas[n-1]; all else is that of params */
} perceptron_sign_batch_request;

/* Where the results go: trajectory t into row t. Any pointer may be NULL. Values not reached are NaN. */
typedef struct {
    double *states;         /* where each ended, state_size each */
    double *eps_g; /* share of wrong labels, at the n times */
    double *crossing;       /* where the level is crossed between the first two neighbouring times that have it between them; NaN:
                               there are none. What goes there and back between two times is not seen. */
    int *status;            /* status codes of perceptron_sign.h */
    perceptron_sign_stats *stats;
} perceptron_sign_batch_results;

/* Whether this processor and this build have an instruction set. */
int perceptron_sign_batch_has(int instructions);

/*
 * Size of the work array in doubles for trajectories with the parameters params[0..count-1]; one for each call at a time.
 * 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t perceptron_sign_batch_work_size(int K, int M, size_t count, const perceptron_sign_params *params);

/* d state/d alpha of count states (count x state_size), with the parameters params[0..count-1]. */
int perceptron_sign_batch_rhs(int instructions, int K, int M, size_t count, const perceptron_sign_params *params, const double *states, double *dstates, double *work);

/* share of wrong labels, of count states. */
int perceptron_sign_batch_eps_g(int instructions, int K, int M, size_t count, const perceptron_sign_params *params, const double *states, double *eps_g, double *work);

/*
 * Integrates count trajectories from states (count x state_size) with the parameters params[0..count-1], as perceptron_sign_integrate
 * does one. Several calls may share the work: each takes the next trajectory from *queue, which is 0 at first, and writes its
 * results; all other arguments but work are the same (needs GCC or Clang). With queue NULL the call does all.
 * Returns the status of an argument of all trajectories that is not accepted, else OK; that of the parameters of one is its status.
 */
int perceptron_sign_batch_integrate(int instructions, int K, int M, size_t count, const perceptron_sign_params *params, const double *states,
                      const perceptron_sign_batch_request *request, const perceptron_sign_batch_results *results, size_t *queue, double *work);

/*
 * perceptron_sign_batch_check(PERCEPTRON_SIGN_ABI, sizeof(perceptron_sign_params), sizeof(perceptron_sign_batch_request), sizeof(perceptron_sign_batch_results)): OK, or LAYOUT where
 * a program was compiled with other headers than the library that it is linked to, or a binding declares a struct otherwise.
 */
int perceptron_sign_batch_check(int version, size_t params, size_t request, size_t results);

/* Status codes in words, as perceptron_sign_strerror has them. */
const char *perceptron_sign_batch_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
