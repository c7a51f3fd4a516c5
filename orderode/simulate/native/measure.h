/* Means over tasks of what the plan gives for one. */

/* values (outputs, tasks) at one state, of labels (S, D) and w0 (heads, K): task t is that of step t. */
TARGET static void NAME(measure)(const model *m, place at, long tasks, const double *labels, const double *w0,
                                 const double *const *averages, long of_averages, long outputs, double *values, double *work)
{
    workspace w = NAME(divided)(m, aligned(work));
    for (long t = 0; t < tasks; t++, at.step++) {
        const drawn d = NAME(layout)(m, w.draws, 0);
        const double *in[INPUTS];
        double *out[INPUTS];
        NAME(draw)(m, &at, d, 0, &w);
        NAME(task)(m, d.e, &w);
        NAME(fields)(m, labels, d, &w);
        NAME(inputs)(m, d, &w, w0, averages, of_averages, in);
        for (long i = 0; i < outputs; i++) {
            out[i] = values + i * tasks + t;
        }
        m->plan(m->size, m->c, m->table, in, out, w.plan);
    }
}
