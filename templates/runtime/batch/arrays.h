/* Packed matrices, and numbers that are finite. */
#include "kernel.h"

UNUSED static int kernel_packed(int K, int k, int l);
UNUSED static int kernel_finite(size_t n, const double *x);

/* -- emitted from here on -- */
/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
static inline int kernel_packed(int K, int k, int l)
{
    return k <= l ? k*(2*K - k - 1)/2 + l : l*(2*K - l - 1)/2 + k;
}

static int kernel_finite(size_t n, const double *x)
{
    for (size_t s = 0; s < n; ++s) {
        if (!isfinite(x[s])) {
            return 0;
        }
    }
    return 1;
}
