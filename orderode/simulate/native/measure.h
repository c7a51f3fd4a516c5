/* Means over tasks of what the plan gives for one. */

static long NAME(measure_work_size)(const model *m)
{
    const long M = m->size[1], S = number_of_fields(m), n = number_of_samples(m);
    return (S * n + n + M) + S * n + M + m->plan_work;
}

/* values (outputs, tasks) at one state, of L (S, S) and w0 (K,): task t is that of step t. */
TARGET static void NAME(measure)(const model *m, place at, long tasks, const double *L, const double *w0,
                                 const double *const *averages, long of_averages, long outputs, double *values, double *work)
{
    const long K = m->size[0], M = m->size[1], S = K + M, P = m->support, V = m->query;
    double *fields = work + S * (P + V) + P + V + M, *query = fields + S * P, *u = fields + S * (P + V);
    for (long t = 0; t < tasks; t++, at.step++) {
        const drawn d = NAME(layout)(m, work, 0);
        const double *in[INPUTS];
        double *out[INPUTS];
        NAME(draw)(m, &at, d, 0, 0);
        NAME(task)(m, d.e, u);
        NAME(multiply)(S, S, P, L, d.z, fields);
        NAME(multiply)(S, S, V, L, d.z + S * P, query);
        NAME(inputs)(m, fields, query, d.zeta, u, w0, averages, of_averages, in);
        for (long i = 0; i < outputs; i++) {
            out[i] = values + i * tasks + t;
        }
        m->plan(m->size, m->c, m->table, in, out, u + M);
    }
}
