/* Numbers of one trajectory in a lane of vectors. */
#include "arcsines.h"

TARGET UNUSED static void AT(put)(size_t n, const double *from, int lane, lanes *to);
TARGET UNUSED static void AT(get)(size_t n, const lanes *from, int lane, double *to);
TARGET UNUSED static int AT(holds)(mask x, int lane);
TARGET UNUSED static void AT(put_one)(double from, int lane, lanes *to);

/* -- emitted from here on -- */
/* -- lanes ------------------------------------------------------------------------------------------------------------- */

/* n numbers of one trajectory into a lane of n vectors, and back. */
TARGET static void AT(put)(size_t n, const double *from, int lane, lanes *to)
{
    double *x = (double *)to + lane;

    for (size_t s = 0; s < n; ++s) {
        x[s*WIDTH] = from[s];
    }
}

TARGET static void AT(get)(size_t n, const lanes *from, int lane, double *to)
{
    const double *x = (const double *)from + lane;

    for (size_t s = 0; s < n; ++s) {
        to[s] = x[s*WIDTH];
    }
}

/* One number of one lane. */
TARGET static double AT(at)(const lanes *x, int lane)
{
    return ((const double *)x)[lane];
}

TARGET static int AT(holds)(mask x, int lane)
{
    const lanes flags = AT(select)(x, LANES(1.0), LANES(0.0));

    return AT(at)(&flags, lane) > 0.0;
}

TARGET static void AT(put_one)(double from, int lane, lanes *to)
{
    ((double *)to)[lane] = from;
}
