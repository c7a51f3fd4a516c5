/* The randomness of one step, and the fields that it makes. */

static drawn NAME(layout)(const model *m, double *at, int finite)
{
    const long K = m->size[0], M = m->size[1], samples = number_of_samples(m);
    drawn d;
    d.z = at;
    d.zeta = d.z + directions(m) * samples;
    d.e = d.zeta + (m->noisy ? samples : 0);
    d.below = d.e + M;
    d.below_teachers = d.below + (finite ? K * K : 0);
    d.along = d.below_teachers + (finite && m->varies ? M * M : 0);
    d.count = d.along - at + (finite && m->varies ? M * (K + M) : 0);
    return d;
}

/* Bartlett's factor A (n, n) of a Wishart matrix, from normals and chi-squared deviates of `degrees`, degrees - 1, ... */
TARGET static void NAME(bartlett)(long n, long degrees, const double *normal, const double *chi, double *A)
{
    for (long k = 0; k < n; k++) {
        for (long l = 0; l < n; l++) {
            A[k * n + l] = l >= degrees || l > k ? 0.0 : l == k ? sqrt(chi[k]) : normal[k * n + l];
        }
    }
}

/* Fills it in; e with components of the prior's kurtosis; of a set the task is drawn. For a step at finite N also A (K, K), of the directions beyond those
   that samples are made of, and B (M, M), of the teachers' noise. */
TARGET static void NAME(draw)(const model *m, const place *at, drawn d, int finite, workspace *w)
{
    const long K = m->size[0], M = m->size[1], beyond = m->N - K - M;
    word next = NAME(normals)(at, 0, d.count, d.z);
    int uniform = m->gains != 0 || m->tasks != 0;
    w->task = 0;
    for (long i = 0; i < M; i++) {
        uniform |= m->kurtosis[i] != 3.0;
    }
    if (uniform) {
        double *t = w->chi;
        next += NAME(uniforms)(at, next, M + K + (m->tasks != 0), t);
        while (w->task + 1 < m->tasks && t[M + K] > m->ends[w->task]) {
            w->task++;
        }
        for (long i = 0; i < M; i++) {
            const double kappa = m->kurtosis[i], s = 2.0 * t[i] - 1.0;
            if (kappa != 3.0) {
                d.e[i] = kappa == 1.8 ? sqrt(3.0) * s : fabs(s) >= 1.0 / kappa ? 0.0 : s < 0 ? -sqrt(kappa) : sqrt(kappa);
            }
        }
        for (long k = 0; k < K; k++) {
            w->gains[k] = t[M + k] <= m->keep;
        }
    }
    if (m->noisy == 1) {
        for (long i = m->support; i < number_of_samples(m); i++) {
            d.zeta[i] = 0.0;
        }
    }
    if (finite) {
        const long left = m->varies ? beyond - M : beyond;
        NAME(chi_squares)(at, next, K, (double)left, w->chi);
        NAME(bartlett)(K, left, d.below, w->chi, w->A);
    }
    if (finite && m->varies) {
        NAME(chi_squares)(at, next + (1ULL << 32), M, (double)beyond, w->chi);
        NAME(bartlett)(M, beyond, d.below_teachers, w->chi, w->B);
        for (long i = beyond; i < M; i++) {  /* directions that there are not */
            for (long s = 0; s < m->support; s++) {
                d.z[(K + M + i) * m->support + s] = 0.0;
            }
            for (long s = 0; s < m->query; s++) {
                d.z[directions(m) * m->support + (K + M + i) * m->query + s] = 0.0;
            }
        }
    }
}

/* u = mean + root e, or the vector of a task of a set. */
TARGET static void NAME(task)(const model *m, const double *e, workspace *w)
{
    const long M = m->size[1];
    double *u = w->u;
    for (long i = 0; i < M; i++) {
        if (m->tasks) {
            u[i] = m->rows[w->task * M + i];
            continue;
        }
        u[i] = m->mean[i];
        for (long j = 0; j < M; j++) {
            u[i] += m->root[i * M + j] * e[j];
        }
    }
}

/* Fields of both sets, labels (S, D) times the numbers that samples are made of. */
TARGET static void NAME(fields)(const model *m, const double *labels, drawn d, workspace *w)
{
    const long K = m->size[0], M = m->size[1], D = directions(m), P = m->support, V = m->query;
    const double *z_query = d.z + D * P;
    NAME(multiply)(K, D, P, labels, d.z, w->learner_s);
    NAME(multiply)(M, D, P, labels + K * D, d.z, w->teacher_s);
    NAME(multiply)(K, D, V, labels, z_query, w->learner_q);
    NAME(multiply)(M, D, V, labels + K * D, z_query, w->teacher_q);
}

/* Arrays for the plan: fields of the two sets, zeta (samples,), u (M,), of w0 (heads, K) that of the task, gains
   (K,), averages, vectors. */
TARGET static void NAME(inputs)(const model *m, drawn d, const workspace *w, const double *w0, const double *const *averages,
                                long count, const double **in)
{
    in[LEARNER_S] = w->learner_s;
    in[TEACHER_S] = w->teacher_s;
    in[NOISE_S] = d.zeta;
    in[LEARNER_Q] = w->learner_q;
    in[TEACHER_Q] = w->teacher_q;
    in[NOISE_Q] = d.zeta + m->support;
    in[TASK] = w->u;
    in[START] = w0 + (m->tasks ? m->head[w->task] * m->size[0] : 0);
    in[GAINS] = w->gains;
    for (long i = 0; i < count; i++) {
        in[AVERAGES + i] = averages[i];
    }
    for (long i = 0; i < INPUTS - VECTORS; i++) {
        in[VECTORS + i] = m->vectors[i];
    }
}
