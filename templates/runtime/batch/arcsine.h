/* The arcsine of a vector. */
#include "polynomials.h"

/* -- emitted from here on -- */
/* asin(x), |x| <= 1, NaN elsewhere: at |x| > KERNEL_NARROW from pi/2 - 2 asin(sqrt((1 - |x|)/2)). */
TARGET static inline lanes AT(arcsine)(lanes x)
{
    const lanes size = AT(absolute)(x);
    const mask far = AT(greater)(size, LANES(KERNEL_NARROW));
    const lanes rest = AT(larger)(AT(fma)(LANES(-0.5), size, LANES(0.5)), LANES(DBL_MIN));
    const lanes z = AT(select)(far, AT(quick_root)(rest), size);
    const lanes u = AT(select)(far, rest, size*size);
    const lanes small = AT(fma)(z*u, AT(arcsine_factor)(u), z);
    const lanes large = LANES(1.5707963267948966) - (LANES(2.0)*small - LANES(6.123233995736766e-17));
    const mask inside = AT(at_most)(size, LANES(1.0));

    return AT(with_sign)(AT(select)(inside, AT(select)(far, large, small), LANES(NAN)), x);
}
