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

static inline float single_from_bits(unsigned bits)
{
    union { unsigned bits; float value; } both;
    both.bits = bits;
    return both.value;
}

static inline unsigned single_to_bits(float value)
{
    union { unsigned bits; float value; } both;
    both.value = value;
    return both.bits;
}

/* So many doubles, rounded up to whole lanes: arrays of that size one after the other stay aligned. */
static inline long whole_lanes(long count) { return (count + LANES - 1) / LANES * LANES; }

/* The first place from here on where lanes are aligned. */
static inline double *aligned(double *work) { return work + (LANES - (long)((word)work / sizeof(double) % LANES)) % LANES; }

/* From inputs to outputs of one step, or measurement, at sizes of the axes and coefficients c. */
typedef void (*planned)(const long *size, const double *c, const double *table, const double *const *in, double *const *out,
                        double *work);

/* A model at given numbers. A sample is made of D standard normal numbers, one for each of the S = K + M directions of the
   weights, and, where teachers vary with the task, one for each unit of them. */
typedef struct {
    long size[4];          /* of the axes of the plan: K, M, support set, query set */
    long support, query;   /* samples drawn */
    long through;          /* whether the support samples move the first layer too */
    long averaged;         /* of the samples that do, the first so many have no products a_k^s a_l^s */
    long noisy;            /* 0: no label noise, 1: of the support set, 2: of all samples */
    long gains;            /* whether units are kept or not, with probability `keep` */
    long varies;           /* whether teachers do, by `spread` */
    long spherical;        /* whether the weights keep their lengths */
    long tasks, heads;     /* number of tasks of a set, or 0; of heads */
    long N;
    double decay, keep;
    planned plan;
    long plan_work;                           /* doubles */
    const double *c, *table;                  /* of the plan */
    const double *T;                          /* (M, M) */
    const double *mean, *root, *kurtosis;     /* of the tasks: u = mean + root e */
    const double *second;                     /* (M, M): mean of u_m u_n */
    const double *spread;                     /* (M,) */
    const double *ends, *chances, *rows;      /* of a set: sums of probabilities, these, (tasks,); vectors (tasks, M) */
    const long *head;                         /* which head a task has, (tasks,) */
    const double *vectors[8];                 /* of the model, or null */
} model;

enum { LEARNER_S, TEACHER_S, NOISE_S, LEARNER_Q, TEACHER_Q, NOISE_Q, TASK, START, GAINS, AVERAGES, VECTORS = 64, INPUTS = 72 };

static long number_of_fields(const model *m) { return m->size[0] + m->size[1]; }
static long size_of_heads(const model *m) { return m->heads * m->size[0]; }
static long size_of_task(const model *m) { return m->size[1] + m->tasks; }
static long number_of_samples(const model *m) { return m->support + m->query; }
static long directions(const model *m) { return number_of_fields(m) + (m->varies ? m->size[1] : 0); }

/* Where in one array of normals: z (D, support), z (D, query), zeta (samples), e (M); for steps at finite N, below Bartlett's
   diagonals, (K, K) and (M, M), and along the directions of the weights the noise of the teachers, (M, S). */
typedef struct {
    double *z, *zeta, *e, *below, *below_teachers, *along;
    long count;
} drawn;

/* What one step is computed from and with; all arrays are the caller's, (rows, columns) one row after the other. */
typedef struct {
    double *C, *L, *labels, *draws, *u, *gains, *A, *B, *chi;          /* (S, S), (S, S), (S, D), -, M, K, (K, K), (M, M), - */
    double *learner_s, *teacher_s, *learner_q, *teacher_q;             /* fields: (K, support), (M, support) and so on */
    double *support_a, *query_a, *head, *aZ, *squares, *F, *FA, *linear, *plan;
    long *order;
    long task;  /* of a set: which one it is */
    long size;  /* of it all, in doubles */
} workspace;
