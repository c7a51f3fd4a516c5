/* Sums in a fixed order, and the factor of a covariance. */

#define TILE 4

/* out[i] += x.y_i, of length n, of rows y_i of y, `stride` apart: LANES partial sums, then the rest one by one. */
TARGET static void NAME(products)(long n, const double *x, long rows, const double *y, long stride, double *out)
{
    for (long first = 0; first < rows; first += TILE) {
        const double *row[TILE];
        union { NAME(lanes) all[LANES / WIDTH]; double one[LANES]; } part[TILE] = {{{{0}}}};
        long s = 0;
        for (long i = 0; i < TILE; i++) {
            row[i] = y + (first + i < rows ? first + i : rows - 1) * stride;
        }
        for (; s + LANES <= n; s += LANES) {
            for (int h = 0; h < LANES / WIDTH; h++) {
                const NAME(lanes) here = *(const NAME(loose) *)(x + s + h * WIDTH);
                for (int i = 0; i < TILE; i++) {
                    part[i].all[h] += here * *(const NAME(loose) *)(row[i] + s + h * WIDTH);
                }
            }
        }
        for (long i = 0; i < TILE && first + i < rows; i++) {
            const double *p = part[i].one;
            double sum = ((p[0] + p[4]) + (p[2] + p[6])) + ((p[1] + p[5]) + (p[3] + p[7]));
            for (long rest = s; rest < n; rest++) {
                sum += x[rest] * row[i][rest];
            }
            out[first + i] += sum;
        }
    }
}

/* x.y, one by one. */
TARGET static inline double NAME(dot)(long n, const double *x, const double *y)
{
    double sum = 0.0;
    for (long i = 0; i < n; i++) {
        sum += x[i] * y[i];
    }
    return sum;
}

/* L (n, n) with L L^T = C (n, n), positive semi-definite: Cholesky, the largest remaining variance first, of equal ones, but for
   rounding, the first, until what is left is rounding. C is overwritten, order (n) too; the rows of L keep the order of C, and
   columns beyond the rank are zero. */
TARGET static void NAME(factor)(long n, double *C, double *L, long *order)
{
    double largest = 0.0;
    for (long i = 0; i < n; i++) {
        order[i] = i;
        largest = C[i * n + i] > largest ? C[i * n + i] : largest;
    }
    for (long i = 0; i < n * n; i++) {
        L[i] = 0.0;
    }
    for (long j = 0; j < n; j++) {
        double most = C[order[j] * n + order[j]];
        long best = j;
        for (long i = j + 1; i < n; i++) {
            const double variance = C[order[i] * n + order[i]];
            most = variance > most ? variance : most;
        }
        while (C[order[best] * n + order[best]] < most - 1e-10 * fabs(most)) {
            best++;
        }
        const long p = order[best];
        order[best] = order[j];
        order[j] = p;
        if (!(C[p * n + p] > n * 2.220446049250313e-16 * largest)) {
            return;
        }
        const double root = sqrt(C[p * n + p]);
        L[p * n + j] = root;
        for (long i = j + 1; i < n; i++) {
            const long row = order[i];
            L[row * n + j] = C[row * n + p] / root;
            for (long k = j + 1; k <= i; k++) {
                const long column = order[k];
                C[row * n + column] -= L[row * n + j] * L[column * n + j];
                C[column * n + row] = C[row * n + column];
            }
        }
    }
}

/* out (rows, n) = A (rows, inner) x (inner, n); rows of A often end in zeros. */
TARGET static void NAME(multiply)(long rows, long inner, long n, const double *A, const double *x, double *out)
{
    for (long i = 0; i < rows; i++) {
        const double *a = A + i * inner;
        double *row = out + i * n;
        long used = inner, s = 0;
        while (used > 0 && a[used - 1] == 0) {
            used--;
        }
        for (; s + TILE * WIDTH <= n; s += TILE * WIDTH) {
            NAME(lanes) sum[TILE] = {{0}};
            for (long j = 0; j < used; j++) {
                for (int t = 0; t < TILE; t++) {
                    sum[t] += a[j] * *(const NAME(loose) *)(x + j * n + s + t * WIDTH);
                }
            }
            for (int t = 0; t < TILE; t++) {
                *(NAME(loose) *)(row + s + t * WIDTH) = sum[t];
            }
        }
        for (; s + WIDTH <= n; s += WIDTH) {
            NAME(lanes) sum = {0};
            for (long j = 0; j < used; j++) {
                sum += a[j] * *(const NAME(loose) *)(x + j * n + s);
            }
            *(NAME(loose) *)(row + s) = sum;
        }
        for (; s < n; s++) {
            double sum = 0.0;
            for (long j = 0; j < used; j++) {
                sum += a[j] * x[j * n + s];
            }
            row[s] = sum;
        }
    }
}
