/*
 * sign_teacher_batch.h - SGD on the labels of a teacher of threshold units
 * Many trajectories at once.
 *
 * Emitted by orderode 0.1.0 from the system sign_teacher, digest d8b653d63e748bff. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 *
 * Equations, conventions, parameters and status codes are those of sign_teacher.h. One trajectory
 * is one lane of a vector: 8 lanes with AVX-512, 4 with AVX2 and FMA, 1 with any other processor or compiler; which is
 * chosen at run time. A lane takes steps of its own size, and one that is done takes the next trajectory.
 * One or two trajectories are integrated one after the other, with the same bits.
 * The bits of a trajectory depend on the instruction set (and on the compiler), and on nothing else: not on what is
 * computed beside it, nor on threads. Compiled with -DSIGN_TEACHER_BATCH_K=3 -DSIGN_TEACHER_BATCH_M=3, say, the
 * library is faster at this K and M, with the same bits: it pays where K and M are small.
 * Thread-safe: no globals, no allocation, no input or output. Subnormal numbers are taken for zero inside, and the
 * treatment of the caller is restored.
 */
#ifndef ORDERODE_SIGN_TEACHER_BATCH_H
#define ORDERODE_SIGN_TEACHER_BATCH_H

#include "sign_teacher.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Instruction sets. All are compiled, or, with -DSIGN_TEACHER_BATCH_ONLY=2, one. */
enum {
    SIGN_TEACHER_BATCH_BASELINE = 0,
    SIGN_TEACHER_BATCH_AVX2 = 1, /* and FMA */
    SIGN_TEACHER_BATCH_AVX512 = 2, /* F and DQ */
    SIGN_TEACHER_BATCH_SETS = 3
};

/* Observables whose crossing of a level can be asked for. */
enum {
    SIGN_TEACHER_BATCH_EPS_G = 0, /* loss on fresh data */
    SIGN_TEACHER_BATCH_OBSERVABLES = 1
};

/* What is asked of every trajectory. */
typedef struct {
    sign_teacher_options options; /* step control */
    size_t n;               /* number of times, >= 1 */
    const double *alphas;   /* n increasing times; the first is the start, the last the end */
    double level;           /* level whose first crossing is located; NAN for none */
    int observable;         /* ... of this observable */
    double until;           /* a trajectory that has crossed ends at the first of the times from here on; INFINITY: at the last */
    const sign_teacher_params *then; /* count of them, or NULL: rates go on straight lines from those of params at alphas[0] to these at
                               alphas[n-1]; all else is that of params */
} sign_teacher_batch_request;

/* Where the results go: trajectory t into row t. Any pointer may be NULL. Values not reached are NaN. */
typedef struct {
    double *states;         /* where each ended, state_size each */
    double *eps_g; /* loss on fresh data, at the n times */
    double *crossing;       /* where the level is crossed between the first two neighbouring times that have it between them; NaN:
                               there are none. What goes there and back between two times is not seen. */
    int *status;            /* status codes of sign_teacher.h */
    sign_teacher_stats *stats;
} sign_teacher_batch_results;

/* Whether this processor and this build have an instruction set. */
int sign_teacher_batch_has(int instructions);

/*
 * Size of the work array in doubles for trajectories with the parameters params[0..count-1]; one for each call at a time.
 * 0 where K, M < 1, params is NULL, or it is more than INT_MAX.
 */
size_t sign_teacher_batch_work_size(int K, int M, size_t count, const sign_teacher_params *params);

/* d state/d alpha of count states (count x state_size), with the parameters params[0..count-1]. */
int sign_teacher_batch_rhs(int instructions, int K, int M, size_t count, const sign_teacher_params *params, const double *states, double *dstates, double *work);

/* loss on fresh data, of count states. */
int sign_teacher_batch_eps_g(int instructions, int K, int M, size_t count, const sign_teacher_params *params, const double *states, double *eps_g, double *work);

/*
 * Integrates count trajectories from states (count x state_size) with the parameters params[0..count-1], as sign_teacher_integrate
 * does one. Several calls may share the work: each takes the next trajectory from *queue, which is 0 at first, and writes its
 * results; all other arguments but work are the same (needs GCC or Clang). With queue NULL the call does all.
 * Returns the status of an argument of all trajectories that is not accepted, else OK; that of the parameters of one is its status.
 */
int sign_teacher_batch_integrate(int instructions, int K, int M, size_t count, const sign_teacher_params *params, const double *states,
                      const sign_teacher_batch_request *request, const sign_teacher_batch_results *results, size_t *queue, double *work);

/*
 * sign_teacher_batch_check(SIGN_TEACHER_ABI, sizeof(sign_teacher_params), sizeof(sign_teacher_batch_request), sizeof(sign_teacher_batch_results)): OK, or LAYOUT where
 * a program was compiled with other headers than the library that it is linked to, or a binding declares a struct otherwise.
 */
int sign_teacher_batch_check(int version, size_t params, size_t request, size_t results);

/* Status codes in words, as sign_teacher_strerror has them. */
const char *sign_teacher_batch_strerror(int status);

#ifdef __cplusplus
}
#endif

#endif
