/* Eight lanes: AVX-512. */
#ifndef KERNEL_LEVEL
#define KERNEL_LEVEL 2
#endif
#include "levels.h"

/* -- emitted from here on -- */
TARGET static inline lanes AT(spread)(double x) { return _mm512_set1_pd(x); }
TARGET static inline lanes AT(fma)(lanes x, lanes y, lanes z) { return _mm512_fmadd_pd(x, y, z); }
TARGET static inline lanes AT(root)(lanes x) { return _mm512_maskz_sqrt_pd(0xFF, x); }
TARGET static inline lanes AT(absolute)(lanes x) { return _mm512_abs_pd(x); }
TARGET static inline lanes AT(larger)(lanes x, lanes y) { return _mm512_maskz_max_pd(0xFF, x, y); }
TARGET static inline lanes AT(smaller)(lanes x, lanes y) { return _mm512_maskz_min_pd(0xFF, x, y); }
TARGET static inline mask AT(greater)(lanes x, lanes y) { return _mm512_cmp_pd_mask(x, y, _CMP_GT_OQ); }
TARGET static inline mask AT(at_most)(lanes x, lanes y) { return _mm512_cmp_pd_mask(x, y, _CMP_LE_OQ); }
TARGET static inline mask AT(both)(mask x, mask y) { return (mask)(x & y); }
TARGET static inline mask AT(either)(mask x, mask y) { return (mask)(x | y); }
TARGET static inline mask AT(without)(mask x, mask y) { return (mask)(x & ~y); }
TARGET static inline int AT(any)(mask x) { return x != 0; }
TARGET static inline lanes AT(select)(mask x, lanes y, lanes z) { return _mm512_mask_blend_pd(x, z, y); }
TARGET static inline lanes AT(with_sign)(lanes x, lanes y)
{
    const __m512i sign = _mm512_set1_epi64((long long)0x8000000000000000ULL);

    return _mm512_castsi512_pd(_mm512_or_si512(_mm512_maskz_andnot_epi64(0xFF, sign, _mm512_castpd_si512(x)), _mm512_and_si512(sign, _mm512_castpd_si512(y))));
}
/* The exponent of x as a number; x lies between 1 and 2 after. */
TARGET static inline lanes AT(exponent)(lanes *x)
{
    const __m512i bits = _mm512_castpd_si512(*x);
    const __m512i one = _mm512_set1_epi64(0x3FF0000000000000LL);
    const __m512i low = _mm512_set1_epi64(0x000FFFFFFFFFFFFFLL);
    const __m512i magic = _mm512_set1_epi64(0x4330000000000000LL);
    const __m512i power = _mm512_or_si512(_mm512_maskz_srli_epi64(0xFF, bits, 52), magic);

    *x = _mm512_castsi512_pd(_mm512_or_si512(_mm512_and_si512(bits, low), one));
    return _mm512_sub_pd(_mm512_castsi512_pd(power), _mm512_set1_pd(4503599627370496.0 + 1023.0));
}
/* 2^n for whole n between -1022 and 1023, given as n + 1.5 2^52. */
TARGET static inline lanes AT(power_of_two)(lanes shifted)
{
    const __m512i bits = _mm512_add_epi64(_mm512_castpd_si512(shifted), _mm512_set1_epi64(1023));

    return _mm512_castsi512_pd(_mm512_maskz_slli_epi64(0xFF, bits, 52));
}
/* x^(-1/2), NaN for x <= 0: 14 bits from the instruction and a step of fourth order. */
TARGET static inline lanes AT(inverse_root)(lanes x)
{
    const lanes y = _mm512_maskz_rsqrt14_pd(0xFF, x);
    const lanes e = AT(fma)(-(x*y), y, LANES(1.0));

    return AT(fma)(y*e, AT(fma)(AT(fma)(LANES(0.3125), e, LANES(0.375)), e, LANES(0.5)), y);
}
