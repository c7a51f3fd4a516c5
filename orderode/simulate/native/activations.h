/* Activations and their derivatives, elementwise; fields are finite. */

/* Of the table of erf(x/sqrt 2) and its slope p(x) = sqrt(2/pi) exp(-x^2/2) side by side. The first pair holds the largest x
   in it, where erf is 1 and p is 0 to 2e-16; read, not written here, so that the loops stay free of branches. */
#define NODES_PER_UNIT 256

/* Fields x: the node h next to |x|, |x| - h, what the table has at h, and the sign of x. */
typedef struct {
    NAME(lanes) h, distance, value, slope;
    NAME(lane_bits) sign;
} NAME(nodes);

TARGET static inline NAME(nodes) NAME(nearest)(const double *table, NAME(lanes) x)
{
    const NAME(lanes) none = {0}, largest = none + table[0];
    const NAME(lane_bits) sign = (NAME(lane_bits))-none, size = (NAME(lane_bits))x & ~sign, within = (NAME(lanes))size < largest;
    const NAME(lanes) at = (NAME(lanes))((size & within) | ((NAME(lane_bits))largest & ~within));
    const NAME(lanes) shifted = at * NODES_PER_UNIT + 6755399441055744.0;  /* 1.5 2^52: the low bits are the number of the node */
    const NAME(lane_bits) place = ((NAME(lane_bits))shifted & 0xFFFF) * 2;
    NAME(nodes) found;
    found.h = (shifted - 6755399441055744.0) * (1.0 / NODES_PER_UNIT);
    found.distance = at - found.h;
    found.sign = (NAME(lane_bits))x & sign;
#ifdef WITH_AVX512
    found.value = __builtin_ia32_gatherdiv8df(none, table + 2, place, -1, 8);
    found.slope = __builtin_ia32_gatherdiv8df(none, table + 3, place, -1, 8);
#else
    for (int lane = 0; lane < WIDTH; lane++) {
        found.value[lane] = table[2 + place[lane]];
        found.slope[lane] = table[3 + place[lane]];
    }
#endif
    return found;
}

/* Around a node h, at distance d: p(h + d) = p(h) exp(-y), y = h d + d^2/2, and its integral by Hermite polynomials,
   erf(h + d) = erf(h) + p(h) sum_n (-1)^n He_n(h) d^(n+1)/(n+1)!, here to n = 3, which leaves 6e-16, in h d and d^2. */
TARGET static inline NAME(lanes) NAME(erf_near)(const NAME(nodes) *at)
{
    const NAME(lanes) d = at->distance, a = at->h * d, b = d * d;
    const NAME(lanes) sum = 1.0 + (a * (a * (1.0 / 6.0 - a * (1.0 / 24.0)) - 0.5) + b * (a * 0.125 - 1.0 / 6.0));
    return (NAME(lanes))((NAME(lane_bits))(at->value + at->slope * (d * sum)) | at->sign);
}

/* exp(-y) to y^5. */
TARGET static inline NAME(lanes) NAME(slope_near)(const NAME(nodes) *at)
{
    const NAME(lanes) d = at->distance, y = (at->h + d * 0.5) * d;
    NAME(lanes) sum = 1.0 - y * (1.0 / 5.0);
    sum = 1.0 - y * (1.0 / 4.0) * sum;
    sum = 1.0 - y * (1.0 / 3.0) * sum;
    sum = 1.0 - y * 0.5 * sum;
    return at->slope * (1.0 - y * sum);
}

TARGET static void NAME(erf_values)(const double *table, long n, const double *x, double *out)
{
    for (long i = 0; i < n; i += WIDTH) {
        const NAME(nodes) at = NAME(nearest)(table, NAME(taken)(n - i, x + i));
        NAME(put)(n - i, NAME(erf_near)(&at), out + i);
    }
}

TARGET static void NAME(erf_slopes)(const double *table, long n, const double *x, double *out)
{
    for (long i = 0; i < n; i += WIDTH) {
        const NAME(nodes) at = NAME(nearest)(table, NAME(taken)(n - i, x + i));
        NAME(put)(n - i, NAME(slope_near)(&at), out + i);
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
