/* Threefry-2x64-20 (Salmon, Moraes, Dror, Shaw, SC 2011): block n of a step is the bijection with key (seed, run) of (n, step).
   Two words of a block make two uniform or two normal deviates. */

#define CHUNK 64

TARGET static void NAME(blocks)(const place *at, word first, word *a, word *b)
{
    static const int by[8] = {16, 42, 12, 31, 16, 32, 24, 21};
    const word key[3] = {at->seed, at->run, at->seed ^ at->run ^ 0x1BD11BDAA9FC1A22ULL};
    INDEPENDENT
    for (int i = 0; i < CHUNK; i++) {
        word x = first + (word)i + key[0], y = at->step + key[1];
#define ROUND(r) x += y; y = (y << by[r]) | (y >> (64 - by[r])); y ^= x;
#define INJECT(n) x += key[(n) % 3]; y += key[((n) + 1) % 3] + (n);
        ROUND(0) ROUND(1) ROUND(2) ROUND(3) INJECT(1)
        ROUND(4) ROUND(5) ROUND(6) ROUND(7) INJECT(2)
        ROUND(0) ROUND(1) ROUND(2) ROUND(3) INJECT(3)
        ROUND(4) ROUND(5) ROUND(6) ROUND(7) INJECT(4)
        ROUND(0) ROUND(1) ROUND(2) ROUND(3) INJECT(5)
#undef ROUND
#undef INJECT
        a[i] = x;
        b[i] = y;
    }
}

/* (0, 1], of 52 bits. */
TARGET static inline double NAME(uniform)(word w)
{
    return 2.0 - from_bits((w >> 12) | 0x3FF0000000000000ULL);
}

/* log x, x normal and positive: x = 2^e m with m in [sqrt 1/2, sqrt 2), log m = 2 artanh((m - 1)/(m + 1)). */
TARGET static inline double NAME(logarithm)(double x)
{
    const word bits = to_bits(x), shifted = bits - 0x3FE6A09E667F3BCDULL + (1024ULL << 52);
    const word e = shifted >> 52;
    const double m = from_bits(bits - (e << 52) + (1024ULL << 52));
    const double power = from_bits(0x4330000000000000ULL | e) - 4503599627371520.0;
    const double s = (m - 1.0) / (m + 1.0), q = s * s;
    double sum = 1.0 / 23;
    sum = sum * q + 1.0 / 21;
    sum = sum * q + 1.0 / 19;
    sum = sum * q + 1.0 / 17;
    sum = sum * q + 1.0 / 15;
    sum = sum * q + 1.0 / 13;
    sum = sum * q + 1.0 / 11;
    sum = sum * q + 1.0 / 9;
    sum = sum * q + 1.0 / 7;
    sum = sum * q + 1.0 / 5;
    sum = sum * q + 1.0 / 3;
    return power * 0.69314718055994530942 + (2.0 * s + 2.0 * s * q * sum);
}

/* Box and Muller: a direction of the plane, from its octants, and a length. */
TARGET static inline void NAME(pair)(word a, word b, double *first, double *second)
{
    const double length = sqrt(-2.0 * NAME(logarithm)(NAME(uniform)(a)));
    const double angle = (from_bits((b >> 12) | 0x3FF0000000000000ULL) - 1.5) * 1.57079632679489661923;
    const double q = angle * angle;
    double sine = 1.0 / 355687428096000.0, cosine = 1.0 / 20922789888000.0;
    sine = sine * q - 1.0 / 1307674368000.0;
    cosine = cosine * q - 1.0 / 87178291200.0;
    sine = sine * q + 1.0 / 6227020800.0;
    cosine = cosine * q + 1.0 / 479001600.0;
    sine = sine * q - 1.0 / 39916800.0;
    cosine = cosine * q - 1.0 / 3628800.0;
    sine = sine * q + 1.0 / 362880.0;
    cosine = cosine * q + 1.0 / 40320.0;
    sine = sine * q - 1.0 / 5040.0;
    cosine = cosine * q - 1.0 / 720.0;
    sine = sine * q + 1.0 / 120.0;
    cosine = cosine * q + 1.0 / 24.0;
    sine = sine * q - 1.0 / 6.0;
    cosine = cosine * q - 0.5;
    sine = angle + angle * (q * sine);
    cosine = 1.0 + q * cosine;
    const double signed_length = from_bits(to_bits(length) ^ (b << 63));
    *first = signed_length * (b & 2 ? sine : cosine);
    *second = signed_length * (b & 2 ? cosine : sine);
}

/* count standard normals from the blocks from `first` on; how many blocks that takes. */
TARGET static word NAME(normals)(const place *at, word first, long count, double *out)
{
    const long pairs = (count + 1) / 2;
    for (long start = 0; start < pairs; start += CHUNK) {
        word a[CHUNK], b[CHUNK];
        double x[CHUNK], y[CHUNK];
        NAME(blocks)(at, first + (word)start, a, b);
        INDEPENDENT
        for (int i = 0; i < CHUNK; i++) {
            NAME(pair)(a[i], b[i], x + i, y + i);
        }
        for (long i = 0; i < CHUNK && start + i < pairs; i++) {
            out[start + i] = x[i];
        }
        for (long i = 0; i < CHUNK && start + i < count - pairs; i++) {
            out[pairs + start + i] = y[i];
        }
    }
    return (word)pairs;
}

/* Chi-squared deviates of `degrees`, degrees - 1, ..., count of them, 0 where that is below 1: squares of normals, or from
   three degrees on Marsaglia and Tsang (2000). Attempt n for the k-th takes two blocks, 2(n count + k) after `first`. */
TARGET static void NAME(chi_squares)(const place *at, word first, long count, double degrees, double *out)
{
    word a[CHUNK], b[CHUNK], held = ~0ULL;
    for (long k = 0; k < count; k++, degrees -= 1) {
        const double d = degrees / 2 - 1.0 / 3, c = 1 / sqrt(9 * fabs(d));
        int done = degrees < 1;
        out[k] = 0.0;
        for (word n = 2 * (word)k; !done; n += 2 * (word)count) {
            double x, y;
            if (n / CHUNK != held) {
                held = n / CHUNK;
                NAME(blocks)(at, first + held * CHUNK, a, b);
            }
            NAME(pair)(a[n % CHUNK], b[n % CHUNK], &x, &y);
            if (degrees < 3) {
                out[k] = degrees < 2 ? x * x : x * x + y * y;
                break;
            }
            const double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            const double u = NAME(uniform)(a[n % CHUNK + 1]);
            done = v > 0 && NAME(logarithm)(u) < 0.5 * x * x + d * (1 - v + NAME(logarithm)(v));
            out[k] = 2 * d * v;
        }
    }
}
