/* Values held in registers, and quick roots. */
#include "primitives.h"

/* -- emitted from here on -- */
/* x in a register: where several operations read it, compilers may else read it from memory for each of them. */
TARGET static inline lanes AT(held)(lanes x)
{
#if KERNEL_LEVEL == 2
    __asm__("" : "+v"(x));
#elif KERNEL_LEVEL == 1
    __asm__("" : "+x"(x));
#endif
    return x;
}

/* sqrt(x), x > 0: quicker than the instruction where many are wanted. */
TARGET static inline lanes AT(quick_root)(lanes x)
{
#if KERNEL_LEVEL == 0
    return sqrt(x);
#else
    const lanes y = AT(inverse_root)(x), z = x*y;
    return AT(fma)(LANES(0.5)*y, AT(fma)(-z, z, x), z);
#endif
}
