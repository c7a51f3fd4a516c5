/* The operations of the level that is asked for. Nothing of this file is emitted. */
#include "kernel.h"

#if KERNEL_LEVEL == 2
#include "avx512.h"
#elif KERNEL_LEVEL == 1
#include "avx2.h"
TARGET lanes AT(inverse_root)(lanes x);
#else
#include "single.h"
#endif
