/* Roots of differences, and angles. */
#include "arcsine.h"

/* -- emitted from here on -- */
/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
TARGET static inline lanes AT(tolerant_root)(lanes x, lanes y)
{
    const lanes rest = x - y;
    const mask rounding = AT(at_most)(-rest, LANES(1e-9)*x);

    return AT(select)(AT(at_most)(LANES(0.0), rest), AT(root)(rest), AT(select)(rounding, LANES(0.0), LANES(NAN)));
}

/* The angle of the point (x, y) from the first axis, atan2(y, x), by the arcsine of the smaller coordinate; 0 at the origin. */
TARGET static inline lanes AT(angle)(lanes y, lanes x)
{
    const lanes height = AT(absolute)(y), width = AT(absolute)(x);
    const mask steep = AT(greater)(height, width);
    const lanes square = AT(fma)(x, x, y*y);
    const lanes scale = AT(inverse_root)(AT(select)(AT(at_most)(square, LANES(0.0)), LANES(1.0), square));
    const lanes small = AT(arcsine)(AT(select)(steep, width, height)*scale);
    const lanes rest = LANES(1.5707963267948966) - (small - LANES(6.123233995736766e-17));
    const lanes right = AT(select)(steep, rest, small);
    const lanes left = LANES(2.0*1.5707963267948966) - (right - LANES(2.0*6.123233995736766e-17));

    return AT(with_sign)(AT(select)(AT(greater)(LANES(0.0), x), left, right), y);
}
