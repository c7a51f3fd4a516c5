/* Vectors of the compiler, WIDTH numbers of this set: one that lies anywhere in an array of doubles is `loose`. */
typedef double NAME(lanes) __attribute__((vector_size(8 * WIDTH)));
typedef double NAME(loose) __attribute__((vector_size(8 * WIDTH), aligned(8), may_alias));
typedef long long NAME(lane_bits) __attribute__((vector_size(8 * WIDTH)));

/* The first of n numbers, the rest zero if there are fewer, and back. */
TARGET static inline NAME(lanes) NAME(taken)(long n, const double *x)
{
    NAME(lanes) found = {0};
    if (n >= WIDTH) {
        return *(const NAME(loose) *)x;
    }
    for (long i = 0; i < n; i++) {
        found[i] = x[i];
    }
    return found;
}

TARGET static inline void NAME(put)(long n, NAME(lanes) x, double *out)
{
    if (n >= WIDTH) {
        *(NAME(loose) *)out = x;
        return;
    }
    for (long i = 0; i < n; i++) {
        out[i] = x[i];
    }
}
