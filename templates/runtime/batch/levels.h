/* What the vector code calls its numbers and functions: AT(f) is f on the vectors of one instruction set. */
#include "kernel.h"

/* -- emitted from here on -- */
/* -- vectors of one instruction set ------------------------------------------------------------------------------------ */

#undef AT
#undef WIDE
#undef LANES
#undef WIDTH
#undef TARGET
#define LANES(x) AT(spread)(x)
#if KERNEL_LEVEL == 2 || KERNEL_LEVEL == 4
#define TARGET __attribute__((target("avx512f,avx512dq,avx2,fma")))
#elif KERNEL_LEVEL == 1 || KERNEL_LEVEL == 3
#define TARGET __attribute__((target("avx2,fma")))
#endif
#if KERNEL_LEVEL == 4
#define AT(f) kernel_##f##_avx512_single
#define WIDE(f) kernel_##f##_avx512
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif KERNEL_LEVEL == 3
#define AT(f) kernel_##f##_avx2_single
#define WIDE(f) kernel_##f##_avx2
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif KERNEL_LEVEL == 2
#define AT(f) kernel_##f##_avx512
#define WIDTH 8
typedef __m512d AT(vector);
typedef __mmask8 AT(mask);
#elif KERNEL_LEVEL == 1
#define AT(f) kernel_##f##_avx2
#define WIDTH 4
typedef __m256d AT(vector);
typedef __m256d AT(mask);
#else
#define AT(f) kernel_##f##_baseline
#define WIDTH 1
#define TARGET
typedef double AT(vector);
typedef int AT(mask);
#endif
#undef lanes
#undef mask
#define lanes AT(vector)
#define mask AT(mask)
