/* One lane: plain C, or with the bits of a lane of a wider vector, whose level has been included before. */
#ifndef KERNEL_LEVEL
#define KERNEL_LEVEL 0
#endif
#include "levels.h"

/* -- emitted from here on -- */
TARGET static inline lanes AT(spread)(double x) { return x; }
TARGET static inline lanes AT(root)(lanes x) { return sqrt(x); }
TARGET static inline lanes AT(absolute)(lanes x) { return fabs(x); }
TARGET static inline lanes AT(larger)(lanes x, lanes y) { return x > y ? x : y; }
TARGET static inline lanes AT(smaller)(lanes x, lanes y) { return x < y ? x : y; }
TARGET static inline mask AT(greater)(lanes x, lanes y) { return x > y; }
TARGET static inline mask AT(at_most)(lanes x, lanes y) { return x <= y; }
TARGET static inline mask AT(both)(mask x, mask y) { return x && y; }
TARGET static inline mask AT(either)(mask x, mask y) { return x || y; }
TARGET static inline mask AT(without)(mask x, mask y) { return x && !y; }
TARGET static inline int AT(any)(mask x) { return x; }
TARGET static inline lanes AT(select)(mask x, lanes y, lanes z) { return x ? y : z; }
TARGET static inline lanes AT(with_sign)(lanes x, lanes y) { return copysign(x, y); }
#if KERNEL_LEVEL
/* One trajectory with the bits of a lane: what has no operation of its own is taken from a vector. */
TARGET static inline lanes AT(lowest)(WIDE(vector) x)
{
#if KERNEL_LEVEL == 4
    return _mm512_cvtsd_f64(x);
#else
    return _mm256_cvtsd_f64(x);
#endif
}
TARGET static inline lanes AT(fma)(lanes x, lanes y, lanes z) { return __builtin_fma(x, y, z); }
/* The exponent of x as a number; x lies between 1 and 2 after. */
TARGET static inline lanes AT(exponent)(lanes *x)
{
    WIDE(vector) wide = WIDE(spread)(*x);
    const WIDE(vector) power = WIDE(exponent)(&wide);

    *x = AT(lowest)(wide);
    return AT(lowest)(power);
}
/* 2^n for whole n between -1022 and 1023, given as n + 1.5 2^52. */
TARGET static inline lanes AT(power_of_two)(lanes shifted) { return AT(lowest)(WIDE(power_of_two)(WIDE(spread)(shifted))); }
/* x^(-1/2), NaN for x <= 0. */
TARGET static inline lanes AT(inverse_root)(lanes x) { return AT(lowest)(WIDE(inverse_root)(WIDE(spread)(x))); }
#else
TARGET static inline lanes AT(fma)(lanes x, lanes y, lanes z) { return x*y + z; }
/* The exponent of x as a number; x lies between 1 and 2 after. */
TARGET static inline lanes AT(exponent)(lanes *x)
{
    int power;

    *x = 2.0*frexp(*x, &power);
    return (double)(power - 1);
}
/* 2^n for whole n between -1022 and 1023, given as n + 1.5 2^52. */
TARGET static inline lanes AT(power_of_two)(lanes shifted) { return ldexp(1.0, (int)(shifted - 6755399441055744.0)); }
/* x^(-1/2), NaN for x <= 0. */
TARGET static inline lanes AT(inverse_root)(lanes x) { return 1.0/sqrt(x > 0.0 ? x : NAN); }
#endif
