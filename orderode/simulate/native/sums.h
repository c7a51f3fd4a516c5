/* found = the sum of expr over s = 0, ..., n - 1, in LANES partial sums. */
#define SUM_OVER(s, n, expr, found) \
    do { \
        double partial[LANES] = {0}; \
        const long whole = (n) - (n) % LANES; \
        for (long base = 0; base < whole; base += LANES) { \
            for (long lane = 0; lane < LANES; lane++) { \
                const long s = base + lane; \
                partial[lane] += (expr); \
            } \
        } \
        for (long s = whole; s < (n); s++) { \
            partial[s - whole] += (expr); \
        } \
        (found) = ((partial[0] + partial[4]) + (partial[2] + partial[6])) \
                + ((partial[1] + partial[5]) + (partial[3] + partial[7])); \
    } while (0)
