/* Many arcsines at once. */
#include "angles.h"

/* -- emitted from here on -- */
#if KERNEL_LEVEL >= 3
/* n numbers to their arcsines, in place: as many at a time as a vector holds. */
TARGET static inline void AT(arcsines)(size_t n, lanes *x)
{
#if KERNEL_LEVEL == 4
    for (size_t place = 0; place < n; place += 8) {
        const __mmask8 there = n - place < 8 ? (__mmask8)((1U << (n - place)) - 1U) : (__mmask8)0xFF;
        WIDE(vector) some = _mm512_maskz_loadu_pd(there, x + place);
        WIDE(arcsines)(1, &some);
        _mm512_mask_storeu_pd(x + place, there, some);
    }
#else
    for (size_t place = 0; place < n; place += 4) {
        const __m256i there = _mm256_cmpgt_epi64(_mm256_set1_epi64x((long long)(n - place)), _mm256_setr_epi64x(0, 1, 2, 3));
        WIDE(vector) some = _mm256_maskload_pd(x + place, there);
        WIDE(arcsines)(1, &some);
        _mm256_maskstore_pd(x + place, there, some);
    }
#endif
}
#else
/* n vectors to their arcsines, in place. Arguments that are small in all lanes of a vector take the short way, which gives the same bits. */
TARGET static inline void AT(arcsines)(size_t n, lanes *x)
{
    for (size_t place = 0; place < n; ++place) {
        const lanes y = x[place], u = y*y;
        const lanes small = AT(fma)(y*u, AT(arcsine_factor)(u), y);

        x[place] = small;
        if (AT(any)(AT(greater)(AT(absolute)(y), LANES(KERNEL_NARROW)))) {
            x[place] = AT(arcsine)(y);
        }
    }
}
#endif
