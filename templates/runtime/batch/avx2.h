/* Four lanes: AVX2 and FMA. The inverse root, whose first guess is a polynomial, is in the template. */
#ifndef KERNEL_LEVEL
#define KERNEL_LEVEL 1
#endif
#include "levels.h"

/* -- emitted from here on -- */
TARGET static inline lanes AT(spread)(double x) { return _mm256_set1_pd(x); }
TARGET static inline lanes AT(fma)(lanes x, lanes y, lanes z) { return _mm256_fmadd_pd(x, y, z); }
TARGET static inline lanes AT(root)(lanes x) { return _mm256_sqrt_pd(x); }
TARGET static inline lanes AT(absolute)(lanes x) { return _mm256_andnot_pd(_mm256_set1_pd(-0.0), x); }
TARGET static inline lanes AT(larger)(lanes x, lanes y) { return _mm256_max_pd(x, y); }
TARGET static inline lanes AT(smaller)(lanes x, lanes y) { return _mm256_min_pd(x, y); }
TARGET static inline mask AT(greater)(lanes x, lanes y) { return _mm256_cmp_pd(x, y, _CMP_GT_OQ); }
TARGET static inline mask AT(at_most)(lanes x, lanes y) { return _mm256_cmp_pd(x, y, _CMP_LE_OQ); }
TARGET static inline mask AT(both)(mask x, mask y) { return _mm256_and_pd(x, y); }
TARGET static inline mask AT(either)(mask x, mask y) { return _mm256_or_pd(x, y); }
TARGET static inline mask AT(without)(mask x, mask y) { return _mm256_andnot_pd(y, x); }
TARGET static inline int AT(any)(mask x) { return _mm256_movemask_pd(x) != 0; }
TARGET static inline lanes AT(select)(mask x, lanes y, lanes z) { return _mm256_blendv_pd(z, y, x); }
TARGET static inline lanes AT(with_sign)(lanes x, lanes y)
{
    const lanes sign = _mm256_set1_pd(-0.0);

    return _mm256_or_pd(_mm256_andnot_pd(sign, x), _mm256_and_pd(sign, y));
}
/* The exponent of x as a number; x lies between 1 and 2 after. */
TARGET static inline lanes AT(exponent)(lanes *x)
{
    const __m256i bits = _mm256_castpd_si256(*x);
    const __m256i one = _mm256_set1_epi64x(0x3FF0000000000000LL);
    const __m256i low = _mm256_set1_epi64x(0x000FFFFFFFFFFFFFLL);
    const __m256i magic = _mm256_set1_epi64x(0x4330000000000000LL);
    const __m256i power = _mm256_or_si256(_mm256_srli_epi64(bits, 52), magic);

    *x = _mm256_castsi256_pd(_mm256_or_si256(_mm256_and_si256(bits, low), one));
    return _mm256_sub_pd(_mm256_castsi256_pd(power), _mm256_set1_pd(4503599627370496.0 + 1023.0));
}
/* 2^n for whole n between -1022 and 1023, given as n + 1.5 2^52. */
TARGET static inline lanes AT(power_of_two)(lanes shifted)
{
    const __m256i bits = _mm256_add_epi64(_mm256_castpd_si256(shifted), _mm256_set1_epi64x(1023));

    return _mm256_castsi256_pd(_mm256_slli_epi64(bits, 52));
}
