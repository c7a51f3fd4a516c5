/* What Python calls: `level` chooses among instruction sets, all of which give the same bits. */

#ifdef WIDE
#define CHOOSE(f, ...) \
    (level == 2 ? f##_avx512(__VA_ARGS__) : level == 1 ? f##_avx2(__VA_ARGS__) : f##_plain(__VA_ARGS__))
#else
#define CHOOSE(f, ...) f##_plain(__VA_ARGS__)
#endif

int simulate_level(void)
{
#ifdef WIDE
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") ? 2
         : __builtin_cpu_supports("avx2") ? 1 : 0;
#else
    return 0;
#endif
}

/* CHUNK blocks of two words each: the first words, then the second. */
void simulate_blocks(int level, word seed, word run, word step, word first, word *words)
{
    const place at = {seed, run, step};
    (void)level;
    CHOOSE(blocks, &at, first, words);
}

/* count normals, and so many chi-squared deviates of degrees, degrees - 1, ... */
void simulate_deviates(int level, word seed, word run, word step, long count, double *normal, long many, double degrees,
                       double *chi)
{
    const place at = {seed, run, step};
    (void)level;
    const word next = CHOOSE(normals, &at, 0, count, normal);
    CHOOSE(chi_squares, &at, next, many, degrees, chi);
}

/* erf(x/sqrt 2) for order 0, else its derivative of this order. */
void simulate_erf(int level, const double *table, int order, long n, const double *x, double *out)
{
    (void)level;
    if (order == 0) {
        CHOOSE(erf_values, table, n, x, out);
    } else {
        CHOOSE(erf_higher, table, order, n, x, out);
    }
}

/* The factor L of C (n, n), which is overwritten. */
void simulate_factor(int level, long n, double *C, double *L, long *order)
{
    (void)level;
    CHOOSE(factor, n, C, L, order);
}

long simulate_work(const model *m) { return divided_plain(m, 0).size + LANES; }

/* The randomness of one step at finite N: normals as in `drawn`; gains (K,), A (K, K), B (M, M); the task of a set. */
void simulate_draw(int level, const model *m, word seed, word run, word step, double *normal, double *gains, double *A, double *B,
                   long *task, double *work)
{
    const place at = {seed, run, step};
    workspace w = divided_plain(m, aligned(work));
    (void)level;
    w.gains = gains;
    w.A = A;
    w.B = B;
    CHOOSE(draw, m, &at, layout_plain(m, normal, 1), 1, &w);
    *task = w.task;
}

/* Steps first, ..., last - 1 of one run. */
void simulate_run(int level, const model *m, word seed, word run, word first, word last, double *Q, double *R, double *w0,
                  double *tasks, double *work)
{
    const place at = {seed, run, first};
    (void)level;
    CHOOSE(run, m, at, last, Q, R, w0, tasks, work);
}

/* `count` steps, from number `step` on, at state b; of arrays of averages, which lead with all states, `sizes` are the numbers of
   elements of one. */
void simulate_sample(int level, const model *m, word seed, long b, word step, long count, const double *labels, const double *w0,
                     const double *const *averages, const long *sizes, long of_averages, double *out, double *work)
{
    const long size = number_of_fields(m) * directions(m);
    const place at = {seed, (word)b, step};
    const double *here[INPUTS];
    (void)level;
    for (long i = 0; i < of_averages; i++) {
        here[i] = averages[i] + b * sizes[i];
    }
    CHOOSE(sample, m, at, count, labels + b * size, w0 + b * size_of_heads(m), here, of_averages, out, work);
}

/* values (outputs, tasks) at state b, as above; its random numbers are those of this seed and number. */
void simulate_measure(int level, const model *m, word seed, word number, long b, long tasks, const double *labels, const double *w0,
                      const double *const *averages, const long *sizes, long of_averages, long outputs, double *values,
                      double *work)
{
    const long size = number_of_fields(m) * directions(m);
    const place at = {seed, number, 0};
    const double *here[INPUTS];
    (void)level;
    for (long i = 0; i < of_averages; i++) {
        here[i] = averages[i] + b * sizes[i];
    }
    CHOOSE(measure, m, at, tasks, labels + b * size, w0 + b * size_of_heads(m), here, of_averages, outputs, values, work);
}
