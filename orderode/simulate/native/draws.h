/* The randomness of one step, and the fields that it makes. */

static drawn NAME(layout)(const model *m, double *at, int orthogonal)
{
    const long S = number_of_fields(m), samples = number_of_samples(m);
    drawn d;
    d.z = at;
    d.zeta = d.z + S * samples;
    d.e = d.zeta + (m->noisy ? samples : 0);
    d.normal = d.e + m->size[1];
    d.count = d.normal - at + (orthogonal ? m->size[0] * m->size[0] : 0);
    return d;
}

/* Fills it in; e with components of the prior's kurtosis; A (K, K), if it is asked for, is Bartlett's factor
   of N - S degrees of freedom; chi (K,) is work. */
TARGET static void NAME(draw)(const model *m, const place *at, drawn d, double *A, double *chi)
{
    const long K = m->size[0], M = m->size[1];
    word next = NAME(normals)(at, 0, d.count, d.z);
    for (long i = 0; i < M; i++, next++) {
        const double kappa = m->kurtosis[i];
        if (kappa != 3.0) {
            word a[CHUNK], b[CHUNK];
            NAME(blocks)(at, next, a, b);
            const double t = 2.0 * NAME(uniform)(a[0]) - 1.0;
            d.e[i] = kappa == 1.8 ? sqrt(3.0) * t : fabs(t) >= 1.0 / kappa ? 0.0 : t < 0 ? -sqrt(kappa) : sqrt(kappa);
        }
    }
    if (m->noisy == 1) {
        for (long i = m->support; i < number_of_samples(m); i++) {
            d.zeta[i] = 0.0;
        }
    }
    if (A) {
        const long degrees = m->N - K - M;
        NAME(chi_squares)(at, next, K, (double)degrees, chi);
        for (long k = 0; k < K; k++) {
            for (long l = 0; l < K; l++) {
                A[k * K + l] = l >= degrees || l > k ? 0.0 : l == k ? sqrt(chi[k]) : d.normal[k * K + l];
            }
        }
    }
}

/* u = mean + root e. */
TARGET static void NAME(task)(const model *m, const double *e, double *u)
{
    const long M = m->size[1];
    for (long i = 0; i < M; i++) {
        u[i] = m->mean[i];
        for (long j = 0; j < M; j++) {
            u[i] += m->root[i * M + j] * e[j];
        }
    }
}

/* Arrays for the plan: fields of the two sets (S, support) and (S, query), zeta (samples,), u (M,), w0 (K,), averages, vectors. */
TARGET static void NAME(inputs)(const model *m, const double *support, const double *query, const double *zeta, const double *u,
                                const double *w0, const double *const *averages, long count, const double **in)
{
    in[LEARNER_S] = support;
    in[TEACHER_S] = support + m->size[0] * m->support;
    in[NOISE_S] = zeta;
    in[LEARNER_Q] = query;
    in[TEACHER_Q] = query + m->size[0] * m->query;
    in[NOISE_Q] = zeta + m->support;
    in[TASK] = u;
    in[START] = w0;
    for (long i = 0; i < count; i++) {
        in[AVERAGES + i] = averages[i];
    }
    for (long i = 0; i < INPUTS - VECTORS; i++) {
        in[VECTORS + i] = m->vectors[i];
    }
}
