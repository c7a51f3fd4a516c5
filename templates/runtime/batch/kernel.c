/* All that is in vectors, for every instruction set, as an emitted kernel includes it. Nothing of this file is emitted. */
#define KERNEL_LEVEL 0
#include "kernel.h"
#include "steps.h"
#undef KERNEL_LEVEL
#if KERNEL_X86
#define KERNEL_LEVEL 1
#include "steps.h"
#undef KERNEL_LEVEL
#define KERNEL_LEVEL 2
#include "steps.h"
#undef KERNEL_LEVEL
#define KERNEL_LEVEL 3
#include "steps.h"
#undef KERNEL_LEVEL
#define KERNEL_LEVEL 4
#include "steps.h"
#undef KERNEL_LEVEL
#endif
