/* A step of the reduced simulation, and its sums over samples. */

/* The parts of `work`, which may be null for their size. */
TARGET static workspace NAME(divided)(const model *m, double *work)
{
    const long K = m->size[0], M = m->size[1], S = K + M, D = directions(m), P = m->support, V = m->query, most = S + M + LANES;
    workspace w;
    w.size = 0;
    w.task = 0;
#define PART(name, count) \
    w.name = work ? work + w.size : 0; \
    w.size += whole_lanes(count);
    PART(C, S * S)
    PART(L, S * S)
    PART(labels, S * D)
    PART(draws, D * (P + V) + P + V + M + K * K + M * M + M * S)
    PART(u, M)
    PART(gains, K)
    PART(A, K * K)
    PART(B, M * M)
    PART(chi, most)
    PART(learner_s, K * P)
    PART(teacher_s, M * P)
    PART(learner_q, K * V)
    PART(teacher_q, M * V)
    PART(support_a, K * m->size[2])
    PART(query_a, K * m->size[3])
    PART(head, K)
    PART(aZ, K * D)
    PART(squares, K * K)
    PART(F, K * K)
    PART(FA, K * K)
    PART(linear, K * S)
    PART(plan, m->plan_work)
    w.order = work ? (long *)(work + w.size) : 0;
    w.size += whole_lanes(S * (long)(sizeof(long) / sizeof(double)));
#undef PART
    return w;
}

/* Coefficients and sums of a step from its draws, at labels (S, D) and heads w0 (heads, K), with averages over fields (or
   none): the task u; aZ = sum_s a^s z^s (K, D); squares = sum_s a^s a^s (K, K). */
TARGET static void NAME(sums)(const model *m, const double *labels, const double *w0, const double *const *averages, long count,
                              drawn d, workspace *w)
{
    const long K = m->size[0], D = directions(m), P = m->support, V = m->query, left_out = m->averaged < P ? m->averaged : P;
    const double *in[INPUTS];
    double *of_both[] = {w->support_a, w->query_a, w->head}, *of_query[] = {w->query_a, w->head};
    NAME(task)(m, d.e, w);
    NAME(fields)(m, labels, d, w);
    NAME(inputs)(m, d, w, w0, averages, count, in);
    m->plan(m->size, m->c, m->table, in, m->through ? of_both : of_query, w->plan);
    for (long i = 0; i < K * D; i++) {
        w->aZ[i] = 0.0;
    }
    for (long i = 0; i < K * K; i++) {
        w->squares[i] = 0.0;
    }
    for (long k = 0; k < K; k++) {
        const double *a = w->query_a + k * V, *b = w->support_a + k * P;
        NAME(products)(V, a, D, d.z + D * P, V, w->aZ + k * D);
        NAME(products)(V, a, k + 1, w->query_a, V, w->squares + k * K);
        if (m->through) {
            NAME(products)(P, b, D, d.z, P, w->aZ + k * D);
            NAME(products)(P - left_out, b + left_out, k + 1, w->support_a + left_out, P, w->squares + k * K);
        }
        for (long l = 0; l < k; l++) {
            w->squares[l * K + k] = w->squares[k * K + l];
        }
    }
}

/* Of one step's teachers: their noise has `along` (M, S) in the directions of the weights, and with those of its own makes
   B B^T. L (S, S) is the factor of the overlaps with the common teacher. */
TARGET static void NAME(vary)(const model *m, const double *L, drawn d, workspace *w)
{
    const long K = m->size[0], M = m->size[1], S = K + M, D = directions(m);
    for (long i = 0; i < S; i++) {
        const double scale = i < K ? 0.0 : m->spread[i - K] / sqrt((double)m->N);
        for (long j = 0; j < D; j++) {
            const double noise = i < K ? 0.0 : j < S ? d.along[(i - K) * S + j] : w->B[(i - K) * M + j - S];
            w->labels[i * D + j] = (j < S ? L[i * S + j] : 0.0) + scale * noise;
        }
    }
}

/* Rescales what a step made of Q and R so that the weights have the lengths before, Q_kk = lengths_k. */
TARGET static void NAME(restore)(const model *m, const double *lengths, double *Q, double *R, double *scale)
{
    const long K = m->size[0], M = m->size[1];
    for (long k = 0; k < K; k++) {
        scale[k] = sqrt(lengths[k] / Q[k * K + k]);
    }
    for (long k = 0; k < K; k++) {
        for (long l = 0; l < K; l++) {
            Q[k * K + l] = scale[k] * Q[k * K + l] * scale[l];
        }
        for (long i = 0; i < M; i++) {
            R[k * M + i] *= scale[k];
        }
    }
}

/* The change of one step, N^2 Q gaining (a Z)(a Z)^T + F A (F A)^T with F F^T = a a^T; 0 if what it makes is finite, else NaN. */
TARGET static double NAME(moved)(const model *m, double kept, double *Q, double *R, double *w0, workspace *w)
{
    const long K = m->size[0], M = m->size[1], S = K + M, D = directions(m);
    const double N = (double)m->N;
    double whole = 0.0, *lengths = w->chi, *head = w0 + (m->tasks ? m->head[w->task] * K : 0);
    for (long k = 0; k < K; k++) {
        lengths[k] = Q[k * K + k];
        for (long i = 0; i < S; i++) {
            w->linear[k * S + i] = NAME(dot)(S, w->aZ + k * D, w->L + i * S);
        }
    }
    NAME(factor)(K, w->squares, w->F, w->order);
    NAME(multiply)(K, K, K, w->F, w->A, w->FA);
    for (long k = 0; k < K; k++) {
        for (long l = 0; l <= k; l++) {
            const double both = w->linear[k * S + l] + w->linear[l * S + k];
            const double square = NAME(dot)(D, w->aZ + k * D, w->aZ + l * D) + NAME(dot)(K, w->FA + k * K, w->FA + l * K);
            Q[k * K + l] = kept * kept * Q[k * K + l] + kept * both / N + square / (N * N);
            Q[l * K + k] = Q[k * K + l];
        }
        for (long i = 0; i < M; i++) {
            R[k * M + i] = kept * R[k * M + i] + w->linear[k * S + K + i] / N;
        }
        head[k] += w->head[k] / N;
    }
    if (m->spherical) {
        NAME(restore)(m, lengths, Q, R, w->head);
    }
    for (long i = 0; i < K * K; i++) {
        whole += 0.0 * Q[i];
    }
    for (long i = 0; i < K * M; i++) {
        whole += 0.0 * R[i];
    }
    for (long i = 0; i < size_of_heads(m); i++) {
        whole += 0.0 * w0[i];
    }
    return whole;
}

/* Steps first, ..., last - 1 of a run from Q (K, K), R (K, M), w0 (heads, K), which are overwritten; adds the moments of their
   tasks, u_m and u_m u_n (m <= n), or 1 for the task of a set, less their means, to `tasks`. A state that is not finite becomes NaN, and stays. */
TARGET static void NAME(run)(const model *m, place at, word last, double *Q, double *R, double *w0, double *tasks, double *work)
{
    const long K = m->size[0], M = m->size[1], S = K + M;
    const double N = (double)m->N, kept = 1.0 - m->decay / N;
    workspace w = NAME(divided)(m, aligned(work));
    for (; at.step < last; at.step++) {
        const drawn d = NAME(layout)(m, w.draws, 1);
        double *moment = tasks, whole = 0.0;
        NAME(draw)(m, &at, d, 1, &w);
        for (long i = 0; i < S; i++) {
            for (long j = 0; j < S; j++) {
                w.C[i * S + j] = i < K ? (j < K ? Q[i * K + j] : R[i * M + j - K])
                                       : (j < K ? R[j * M + i - K] : m->T[(i - K) * M + j - K]);
                whole += 0.0 * w.C[i * S + j];
            }
        }
        if (whole == 0) {
            NAME(factor)(S, w.C, w.L, w.order);
            if (m->varies) {
                NAME(vary)(m, w.L, d, &w);
            }
            NAME(sums)(m, m->varies ? w.labels : w.L, w0, 0, 0, d, &w);
        } else {
            NAME(task)(m, d.e, &w);
        }
        for (long i = 0; i < m->tasks; i++) {
            *moment++ += (i == w.task) - m->chances[i];
        }
        for (long i = 0; i < M && !m->tasks; i++) {
            *moment++ += w.u[i] - m->mean[i];
        }
        for (long i = 0; i < M && !m->tasks; i++) {
            for (long j = i; j < M; j++) {
                *moment++ += w.u[i] * w.u[j] - m->second[i * M + j];
            }
        }
        if (whole == 0) {
            whole = NAME(moved)(m, kept, Q, R, w0, &w);
        }
        if (whole != 0) {
            for (long i = 0; i < K * K; i++) {
                Q[i] = from_bits(0x7FF8000000000000ULL);
            }
            for (long i = 0; i < K * M; i++) {
                R[i] = from_bits(0x7FF8000000000000ULL);
            }
            for (long i = 0; i < size_of_heads(m); i++) {
                w0[i] = from_bits(0x7FF8000000000000ULL);
            }
        }
    }
}

/* `count` steps at one state, of labels (S, D) and w0 (heads, K): step t has the sums aZ (K, D), squares (K, K), head (heads, K),
   u (M,), and after it, of a set of tasks, 1 for that which is drawn, else 0, in row t of `out`. */
TARGET static void NAME(sample)(const model *m, place at, long count, const double *labels, const double *w0,
                                const double *const *averages, long of_averages, double *out, double *work)
{
    const long K = m->size[0], M = m->size[1], D = directions(m);
    workspace w = NAME(divided)(m, aligned(work));
    for (long t = 0; t < count; t++, at.step++) {
        const drawn d = NAME(layout)(m, w.draws, 0);
        NAME(draw)(m, &at, d, 0, &w);
        NAME(sums)(m, labels, w0, averages, of_averages, d, &w);
        for (long i = 0; i < K * D; i++) {
            *out++ = w.aZ[i];
        }
        for (long i = 0; i < K * K; i++) {
            *out++ = w.squares[i];
        }
        for (long h = 0; h < m->heads; h++) {
            for (long k = 0; k < K; k++) {
                *out++ = m->tasks && h != m->head[w.task] ? 0.0 : w.head[k];
            }
        }
        for (long i = 0; i < M; i++) {
            *out++ = w.u[i];
        }
        for (long i = 0; i < m->tasks; i++) {
            *out++ = i == w.task;
        }
    }
}
