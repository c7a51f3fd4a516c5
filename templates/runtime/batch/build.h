/* What the compiler and the processor have; kernel.h includes it. */

/* -- emitted from here on -- */
#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)
#define KERNEL_X86 1
#include <immintrin.h>
#else
#define KERNEL_X86 0
#endif

/* The equations are compiled a second time for K = KERNEL_K and M = KERNEL_M where these are defined. */
#if defined(__GNUC__) || defined(__clang__)
#define SIZED __attribute__((always_inline))
#else
#define SIZED
#endif

/* All instruction sets are compiled, or the one set KERNEL_ONLY where that is defined; the first of them is KERNEL_FIRST. */
#ifdef KERNEL_ONLY
#define KERNEL_FIRST KERNEL_ONLY
#define KERNEL_COMPILED(set) ((set) == KERNEL_ONLY && ((set) == 0 || KERNEL_X86))
#else
#define KERNEL_FIRST 0
#define KERNEL_COMPILED(set) ((set) == 0 || KERNEL_X86)
#endif
