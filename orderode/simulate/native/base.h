/* What all parts share. Included once for each instruction set, whose functions bear its name: TARGET is the attribute
   that allows it, and NAME(x) is x of this set. The same operations in the same order, without contraction: the same bits. */

#define LANES 8

/* Iterations of the loop that follows are independent. */
#if defined(__clang__)
#define INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#elif defined(__GNUC__)
#define INDEPENDENT _Pragma("GCC ivdep")
#else
#define INDEPENDENT
#endif

typedef unsigned long long word;

/* The random numbers of one step: counter-based, so that no order of evaluation matters. */
typedef struct {
    word seed, run, step;
} place;

static inline double from_bits(word bits)
{
    union { word bits; double value; } both;
    both.bits = bits;
    return both.value;
}

static inline word to_bits(double value)
{
    union { word bits; double value; } both;
    both.value = value;
    return both.bits;
}

/* From inputs to outputs of one step, or measurement, at sizes of the axes and coefficients c. */
typedef void (*planned)(const long *size, const double *c, const double *table, const double *const *in, double *const *out,
                        double *work);

/* A model at given numbers. Arrays of samples are (S, support) and then (S, query), S = K + M. */
typedef struct {
    long size[4];          /* of the axes of the plan: K, M, support set, query set */
    long support, query;   /* samples drawn */
    long through;          /* whether the support samples move the first layer too */
    long averaged;         /* of the samples that do, the first so many have no products a_k^s a_l^s */
    long noisy;            /* 0: no label noise, 1: of the support set, 2: of all samples */
    long N;
    double decay;
    planned plan;
    long plan_work;                           /* doubles */
    const double *c, *table;                  /* of the plan */
    const double *T;                          /* (M, M) */
    const double *mean, *root, *kurtosis;     /* of the tasks: u = mean + root e */
    const double *second;                     /* (M, M): mean of u_m u_n */
    const double *vectors[8];                 /* of the model, or null */
} model;

enum { LEARNER_S, TEACHER_S, NOISE_S, LEARNER_Q, TEACHER_Q, NOISE_Q, TASK, START, AVERAGES, VECTORS = 64, INPUTS = 72 };

static long number_of_fields(const model *m) { return m->size[0] + m->size[1]; }
static long number_of_samples(const model *m) { return m->support + m->query; }

/* Where in one array of normals: z (S, support), z (S, query), zeta (samples), e (M), Bartlett's (K, K). */
typedef struct {
    double *z, *zeta, *e, *normal;
    long count;
} drawn;

/* What one step is computed from and with; all arrays are the caller's. */
typedef struct {
    double *C, *L, *draws, *u, *fields, *support_a, *query_a, *head, *aZ, *squares, *F, *A, *chi, *linear, *plan;
    long *order;
} workspace;
