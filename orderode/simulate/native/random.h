/* Threefry-2x64-20 (Salmon, Moraes, Dror, Shaw, SC 2011): block n of a step is the bijection with key (seed, run) of (n, step).
   A word makes one uniform or two normal deviates. */

#define CHUNK 16
#define WORDS (2 * CHUNK)

/* CHUNK blocks from `first` on: their first words, then their second words. */
TARGET static void NAME(blocks)(const place *at, word first, word *words)
{
    static const int by[8] = {16, 42, 12, 31, 16, 32, 24, 21};
    const word key[3] = {at->seed, at->run, at->seed ^ at->run ^ 0x1BD11BDAA9FC1A22ULL}, step = at->step;
    INDEPENDENT
    for (int i = 0; i < CHUNK; i++) {
        word x = first + (word)i + key[0], y = step + key[1];
#define ROUND(r) x += y; y = (y << by[r]) | (y >> (64 - by[r])); y ^= x;
#define INJECT(n) x += key[(n) % 3]; y += key[((n) + 1) % 3] + (n);
        ROUND(0) ROUND(1) ROUND(2) ROUND(3) INJECT(1)
        ROUND(4) ROUND(5) ROUND(6) ROUND(7) INJECT(2)
        ROUND(0) ROUND(1) ROUND(2) ROUND(3) INJECT(3)
        ROUND(4) ROUND(5) ROUND(6) ROUND(7) INJECT(4)
        ROUND(0) ROUND(1) ROUND(2) ROUND(3) INJECT(5)
#undef ROUND
#undef INJECT
        words[i] = x;
        words[CHUNK + i] = y;
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

/* Box and Muller, in single precision: of a word 31 bits make a length, sqrt(-2 log u), and 32 a direction of the plane, by its
   octants. Over all words the second, fourth and sixth moments of a deviate are those of a normal to 4e-8, and the largest of
   them is 6.66. The logarithm, of u = 2^(e - 32) (1 + t), and the sine and cosine are polynomials of least error. */
TARGET static inline void NAME(pair)(word w, float *first, float *second)
{
    const unsigned a = (unsigned)(w >> 32), b = (unsigned)w;
    const unsigned shifted = single_to_bits((float)(int)(a >> 1) + 0.5f) - 0x3F3504F3u + (1u << 23);
    const float t = single_from_bits((shifted & 0x007FFFFFu) + 0x3F3504F3u) - 1.0f, t2 = t * t;
    float sum = -0.07902744f;
    sum = sum * t + 0.12622319f;
    sum = sum * t - 0.12998183f;
    sum = sum * t + 0.14214496f;
    sum = sum * t - 0.16641282f;
    sum = sum * t + 0.20001045f;
    sum = sum * t - 0.25000307f;
    sum = sum * t + 0.3333333f;
    const float log_m = (t - 0.5f * t2) + t * t2 * sum, power = (float)(32 - (int)(shifted >> 23));
    const float length = sqrtf(2.0f * (power * 0.69314718f - log_m));
    const float angle = (float)((int)(b & 0x3FFFFFFFu) - 0x20000000) * (0.78539816339f / 0x20000000), q = angle * angle;
    float sine = -0.0001958789f, cosine = 2.4547942e-05f;
    sine = sine * q + 0.008332748f;
    cosine = cosine * q - 0.0013888302f;
    sine = sine * q - 0.16666664f;
    cosine = cosine * q + 0.041666664f;
    sine = angle + angle * (q * sine);
    cosine = (1.0f - 0.5f * q) + q * q * cosine;
    const float signed_length = single_from_bits(single_to_bits(length) | (b & 0x80000000u));
    *first = signed_length * (b & 0x40000000u ? sine : cosine);
    *second = signed_length * (b & 0x40000000u ? cosine : sine);
}

/* The deviates of all words of a chunk: the first of each, then the second. */
TARGET static void NAME(deviates)(const word *words, double *out)
{
    INDEPENDENT
    for (int i = 0; i < WORDS; i++) {
        float x, y;
        NAME(pair)(words[i], &x, &y);
        out[i] = x;
        out[WORDS + i] = y;
    }
}

/* count standard normals from the blocks from `first` on; how many blocks that takes. */
TARGET static word NAME(normals)(const place *at, word first, long count, double *out)
{
    word chunks = 0;
    for (long start = 0; start < count; start += 2 * WORDS, chunks++) {
        word words[WORDS];
        NAME(blocks)(at, first + chunks * CHUNK, words);
        if (count - start >= 2 * WORDS) {
            NAME(deviates)(words, out + start);
        } else {
            double last[2 * WORDS];
            NAME(deviates)(words, last);
            for (long i = start; i < count; i++) {
                out[i] = last[i - start];
            }
        }
    }
    return chunks * CHUNK;
}

/* Uniform deviates in (0, 1] from the blocks from `first` on; how many blocks that takes. */
TARGET static word NAME(uniforms)(const place *at, word first, long count, double *out)
{
    word words[WORDS], chunks = 0;
    for (long i = 0; i < count; i++) {
        if (i % WORDS == 0) {
            NAME(blocks)(at, first + chunks++ * CHUNK, words);
        }
        out[i] = NAME(uniform)(words[i % WORDS]);
    }
    return chunks * CHUNK;
}

/* Chi-squared deviates of `degrees`, degrees - 1, ..., count of them, 0 where that is below 1: squares of normals, or from
   three degrees on Marsaglia and Tsang (2000). Attempt n for the k-th takes block n count + k after `first`. */
TARGET static void NAME(chi_squares)(const place *at, word first, long count, double degrees, double *out)
{
    word words[WORDS], held = ~0ULL;
    for (long k = 0; k < count; k++, degrees -= 1) {
        const double d = degrees / 2 - 1.0 / 3, c = 1 / sqrt(9 * fabs(d));
        int done = degrees < 1;
        out[k] = 0.0;
        for (word n = (word)k; !done; n += (word)count) {
            float x, y;
            if (n / CHUNK != held) {
                held = n / CHUNK;
                NAME(blocks)(at, first + held * CHUNK, words);
            }
            NAME(pair)(words[n % CHUNK], &x, &y);
            if (degrees < 3) {
                out[k] = degrees < 2 ? (double)x * x : (double)x * x + (double)y * y;
                break;
            }
            const double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            const double u = NAME(uniform)(words[CHUNK + n % CHUNK]);
            done = v > 0 && NAME(logarithm)(u) < 0.5 * x * x + d * (1 - v + NAME(logarithm)(v));
            out[k] = 2 * d * v;
        }
    }
}
