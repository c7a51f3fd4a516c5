/* Threads that share a queue, and subnormal numbers. */
#include "arrays.h"

UNUSED static size_t kernel_next(size_t *queue);
UNUSED static unsigned kernel_flush(void);
UNUSED static void kernel_restore(unsigned before);

/* -- emitted from here on -- */
/* The next trajectory of a queue that several threads may share. */
static size_t kernel_next(size_t *queue)
{
#if defined(__GNUC__) || defined(__clang__)
    return __atomic_fetch_add(queue, (size_t)1, __ATOMIC_RELAXED);
#else
    return (*queue)++;
#endif
}

/* Subnormal numbers as zero: they are slow, and decayed overlaps turn subnormal. Returns what was before. */
static unsigned kernel_flush(void)
{
#if KERNEL_X86
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040U);
    return before;
#else
    return 0;
#endif
}

static void kernel_restore(unsigned before)
{
#if KERNEL_X86
    _mm_setcsr((_mm_getcsr() & ~0x8040U) | (before & 0x8040U));
#else
    (void)before;
#endif
}
