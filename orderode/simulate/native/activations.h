/* Activations and their derivatives, elementwise; fields are finite. */

/* Of the table of erf(x/sqrt 2) and its slope p(x) = sqrt(2/pi) exp(-x^2/2) side by side. The first pair holds the largest x
   in it, where erf is 1 and p is 0 to 2e-16; read, not written here, so that the loops stay free of branches. */
#define NODES_PER_UNIT 32

/* Around a node x0, at distance d: p(x0 + d) = p(x0) exp(-x0 d - d^2/2), and its integral by Hermite polynomials,
   erf(x0 + d) = erf(x0) + p(x0) sum_n (-1)^n He_n(x0) d^(n+1)/(n+1)!, to n = 6. */
TARGET static void NAME(erf_values)(const double *table, long n, const double *x, double *out)
{
    const double largest = table[0];
    INDEPENDENT
    for (long i = 0; i < n; i++) {
        const double size = fabs(x[i]), at = size < largest ? size : largest;
        const int node = (int)(at * NODES_PER_UNIT + 0.5);
        const double h = node * (1.0 / NODES_PER_UNIT), d = at - h;
        const double h2 = h * h - 1.0, h3 = h * h2 - 2.0 * h, h4 = h * h3 - 3.0 * h2, h5 = h * h4 - 4.0 * h3, h6 = h * h5 - 5.0 * h4;
        double sum = h6 * (1.0 / 5040.0);
        sum = sum * d - h5 * (1.0 / 720.0);
        sum = sum * d + h4 * (1.0 / 120.0);
        sum = sum * d - h3 * (1.0 / 24.0);
        sum = sum * d + h2 * (1.0 / 6.0);
        sum = sum * d - h * 0.5;
        sum = sum * d + 1.0;
        const double found = table[2 * node + 2] + table[2 * node + 3] * (d * sum);
        out[i] = from_bits(to_bits(found) ^ (to_bits(x[i]) >> 63 << 63));
    }
}

TARGET static void NAME(erf_slopes)(const double *table, long n, const double *x, double *out)
{
    const double largest = table[0];
    INDEPENDENT
    for (long i = 0; i < n; i++) {
        const double size = fabs(x[i]), at = size < largest ? size : largest;
        const int node = (int)(at * NODES_PER_UNIT + 0.5);
        const double h = node * (1.0 / NODES_PER_UNIT), d = at - h, y = -(h + 0.5 * d) * d;
        double sum = 1.0 / 3628800.0;
        sum = sum * y + 1.0 / 362880.0;
        sum = sum * y + 1.0 / 40320.0;
        sum = sum * y + 1.0 / 5040.0;
        sum = sum * y + 1.0 / 720.0;
        sum = sum * y + 1.0 / 120.0;
        sum = sum * y + 1.0 / 24.0;
        sum = sum * y + 1.0 / 6.0;
        sum = sum * y + 0.5;
        sum = sum * y + 1.0;
        sum = sum * y + 1.0;
        out[i] = table[2 * node + 3] * sum;
    }
}

/* (-1)^(order - 1) He_(order - 1)(x) p(x). */
TARGET static void NAME(erf_higher)(const double *table, int order, long n, const double *x, double *out)
{
    NAME(erf_slopes)(table, n, x, out);
    for (long i = 0; i < n; i++) {
        double before = 0.0, here = 1.0;
        for (int k = 0; k < order - 1; k++) {
            const double next = -x[i] * here - k * before;
            before = here;
            here = next;
        }
        out[i] *= here;
    }
}

/* sum_j c_j x^j, j = 0, ..., degree. */
TARGET static void NAME(polynomial)(const double *c, int degree, long n, const double *x, double *out)
{
    INDEPENDENT
    for (long i = 0; i < n; i++) {
        double sum = c[degree];
        for (int j = degree - 1; j >= 0; j--) {
            sum = sum * x[i] + c[j];
        }
        out[i] = sum;
    }
}
