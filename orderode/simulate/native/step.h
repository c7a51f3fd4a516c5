/* A step of the reduced simulation, and its sums over samples. */

static long NAME(work_size)(const model *m)
{
    const long K = m->size[0], M = m->size[1], S = K + M, n = number_of_samples(m);
    return 2 * S * S + (S * n + n + M + K * K) + M + S * n + K * (m->size[2] + m->size[3]) + K + 2 * K * S + 3 * K * K + K
         + S * (long)sizeof(long) / 8 + m->plan_work;
}

static workspace NAME(divided)(const model *m, double *work)
{
    const long K = m->size[0], M = m->size[1], S = K + M, n = number_of_samples(m);
    workspace w;
    w.C = work;
    w.L = w.C + S * S;
    w.draws = w.L + S * S;
    w.u = w.draws + S * n + n + M + K * K;
    w.fields = w.u + M;
    w.support_a = w.fields + S * n;
    w.query_a = w.support_a + K * m->size[2];
    w.head = w.query_a + K * m->size[3];
    w.aZ = w.head + K;
    w.linear = w.aZ + K * S;
    w.squares = w.linear + K * S;
    w.F = w.squares + K * K;
    w.A = w.F + K * K;
    w.chi = w.A + K * K;
    w.order = (long *)(w.chi + K);
    w.plan = w.chi + K + S;
    return w;
}

/* Coefficients and sums of a step from its draws, at L (S, S) and the head start w0 (K,), with averages over fields (or none):
   the task u; aZ = sum_s a^s z^s (K, S); squares = sum_s a^s a^s (K, K). */
TARGET static void NAME(sums)(const model *m, const double *L, const double *w0, const double *const *averages, long count,
                              drawn d, workspace w)
{
    const long K = m->size[0], M = m->size[1], S = K + M, P = m->support, V = m->query;
    const double *in[INPUTS];
    const double *z_query = d.z + S * P;
    double *query = w.fields + S * P;
    double *of_both[] = {w.support_a, w.query_a, w.head}, *of_query[] = {w.query_a, w.head};
    NAME(task)(m, d.e, w.u);
    NAME(multiply)(S, S, P, L, d.z, w.fields);
    NAME(multiply)(S, S, V, L, z_query, query);
    NAME(inputs)(m, w.fields, query, d.zeta, w.u, w0, averages, count, in);
    m->plan(m->size, m->c, m->table, in, m->through ? of_both : of_query, w.plan);
    for (long k = 0; k < K; k++) {
        const double *a = w.query_a + k * V, *b = w.support_a + k * P;
        for (long i = 0; i < S; i++) {
            w.aZ[k * S + i] = NAME(dot)(V, a, z_query + i * V);
            if (m->through) {
                w.aZ[k * S + i] += NAME(dot)(P, b, d.z + i * P);
            }
        }
        for (long l = 0; l <= k; l++) {
            double sum = NAME(dot)(V, a, w.query_a + l * V);
            if (m->through && m->averaged < P) {
                sum += NAME(dot)(P - m->averaged, b + m->averaged, w.support_a + l * P + m->averaged);
            }
            w.squares[k * K + l] = w.squares[l * K + k] = sum;
        }
    }
}

/* The change of one step, N^2 Q gaining (a Z)(a Z)^T + F A (F A)^T with F F^T = a a^T; 0 if what it makes is finite, else NaN. */
TARGET static double NAME(moved)(const model *m, double kept, double *Q, double *R, double *w0, workspace w)
{
    const long K = m->size[0], M = m->size[1], S = K + M;
    const double N = (double)m->N;
    double whole = 0.0;
    double *FA = w.C;  /* K <= S, and C is done with */
    for (long k = 0; k < K; k++) {
        for (long i = 0; i < S; i++) {
            w.linear[k * S + i] = NAME(dot)(S, w.aZ + k * S, w.L + i * S);
        }
    }
    NAME(factor)(K, w.squares, w.F, w.order);
    NAME(multiply)(K, K, K, w.F, w.A, FA);
    for (long k = 0; k < K; k++) {
        for (long l = 0; l <= k; l++) {
            const double both = w.linear[k * S + l] + w.linear[l * S + k];
            const double square = NAME(dot)(S, w.aZ + k * S, w.aZ + l * S) + NAME(dot)(K, FA + k * K, FA + l * K);
            Q[k * K + l] = kept * kept * Q[k * K + l] + kept * both / N + square / (N * N);
            Q[l * K + k] = Q[k * K + l];
            whole += 0.0 * Q[k * K + l];
        }
        for (long i = 0; i < M; i++) {
            R[k * M + i] = kept * R[k * M + i] + w.linear[k * S + K + i] / N;
            whole += 0.0 * R[k * M + i];
        }
        w0[k] += w.head[k] / N;
        whole += 0.0 * w0[k];
    }
    return whole;
}

/* Steps first, ..., last - 1 of a run from Q (K, K), R (K, M), w0 (K,), which are overwritten; adds the moments of their tasks,
   u_m and u_m u_n (m <= n) less their means, to `tasks`. A state that is not finite becomes NaN, and stays. */
TARGET static void NAME(run)(const model *m, place at, word last, double *Q, double *R, double *w0, double *tasks, double *work)
{
    const long K = m->size[0], M = m->size[1], S = K + M;
    const double N = (double)m->N, kept = 1.0 - m->decay / N;
    workspace w = NAME(divided)(m, work);
    for (; at.step < last; at.step++) {
        const drawn d = NAME(layout)(m, w.draws, 1);
        double *moment = tasks, whole = 0.0;
        NAME(draw)(m, &at, d, w.A, w.chi);
        for (long i = 0; i < S; i++) {
            for (long j = 0; j < S; j++) {
                w.C[i * S + j] = i < K ? (j < K ? Q[i * K + j] : R[i * M + j - K])
                                       : (j < K ? R[j * M + i - K] : m->T[(i - K) * M + j - K]);
                whole += 0.0 * w.C[i * S + j];
            }
        }
        if (whole == 0) {
            NAME(factor)(S, w.C, w.L, w.order);
            NAME(sums)(m, w.L, w0, 0, 0, d, w);
        } else {
            NAME(task)(m, d.e, w.u);
        }
        for (long i = 0; i < M; i++) {
            *moment++ += w.u[i] - m->mean[i];
        }
        for (long i = 0; i < M; i++) {
            for (long j = i; j < M; j++) {
                *moment++ += w.u[i] * w.u[j] - m->second[i * M + j];
            }
        }
        if (whole == 0) {
            whole = NAME(moved)(m, kept, Q, R, w0, w);
        }
        if (whole != 0) {
            for (long i = 0; i < K * K; i++) {
                Q[i] = from_bits(0x7FF8000000000000ULL);
            }
            for (long i = 0; i < K * M; i++) {
                R[i] = from_bits(0x7FF8000000000000ULL);
            }
            for (long i = 0; i < K; i++) {
                w0[i] = from_bits(0x7FF8000000000000ULL);
            }
        }
    }
}

/* `count` steps at one state, of L (S, S) and w0 (K,): step t has the sums aZ (K, S), squares (K, K), head (K,), u (M,) in row t of
   `out`. */
TARGET static void NAME(sample)(const model *m, place at, long count, const double *L, const double *w0,
                                const double *const *averages, long of_averages, double *out, double *work)
{
    const long K = m->size[0], M = m->size[1], S = K + M;
    workspace w = NAME(divided)(m, work);
    for (long t = 0; t < count; t++, at.step++) {
        const drawn d = NAME(layout)(m, w.draws, 0);
        NAME(draw)(m, &at, d, 0, 0);
        NAME(sums)(m, L, w0, averages, of_averages, d, w);
        const double *parts[] = {w.aZ, w.squares, w.head, w.u};
        const long sizes[] = {K * S, K * K, K, M};
        for (int part = 0; part < 4; part++) {
            for (long i = 0; i < sizes[part]; i++) {
                *out++ = parts[part][i];
            }
        }
    }
}
