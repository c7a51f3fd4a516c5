/* Sums in a fixed order, and the factor of a covariance. */

/* sum_i x_i y_i, in LANES partial sums. */
TARGET static double NAME(dot)(long n, const double *x, const double *y)
{
    double part[LANES] = {0};
    const long whole = n - n % LANES;
    for (long i = 0; i < whole; i += LANES) {
        for (int j = 0; j < LANES; j++) {
            part[j] += x[i + j] * y[i + j];
        }
    }
    for (long i = whole; i < n; i++) {
        part[i - whole] += x[i] * y[i];
    }
    return ((part[0] + part[4]) + (part[2] + part[6])) + ((part[1] + part[5]) + (part[3] + part[7]));
}

/* L (n, n) with L L^T = C (n, n), positive semi-definite: Cholesky, the largest remaining variance first, until what is left is
   rounding. C is overwritten, order (n) too; the rows of L keep the order of C, and columns beyond the rank are zero. */
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
        long best = j;
        for (long i = j + 1; i < n; i++) {
            if (C[order[i] * n + order[i]] > C[order[best] * n + order[best]]) {
                best = i;
            }
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

/* out (rows, n) = A (rows, inner) x (inner, n). */
TARGET static void NAME(multiply)(long rows, long inner, long n, const double *A, const double *x, double *out)
{
    for (long i = 0; i < rows; i++) {
        double *row = out + i * n;
        for (long s = 0; s < n; s++) {
            row[s] = 0.0;
        }
        for (long j = 0; j < inner; j++) {
            const double a = A[i * inner + j], *from = x + j * n;
            if (a != 0) {
                INDEPENDENT
                for (long s = 0; s < n; s++) {
                    row[s] += a * from[s];
                }
            }
        }
    }
}
