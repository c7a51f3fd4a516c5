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
