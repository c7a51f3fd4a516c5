/* Averages over a Gaussian field of what has no closed ones. */
#include "averages.h"

UNUSED static void prepare(values_at values, double singularity, double reach, double spread, double largest, double *space, averages *at);
UNUSED static void average(const averages *at, double m, double *found);

/* -- emitted from here on -- */
/*
 * Sets sums up for means of at most ``largest`` in size. The step of the grid makes the error of the trapezoidal rule
 * exp(-EXPONENT), be it of the Gaussian or of the nearest singularity of f; beyond reach the values are 0.
 */
static void prepare(values_at values, double singularity, double reach, double spread, double largest, double *space, averages *at)
{
    const double ratio = fmin(singularity/spread, sqrt(2.0*EXPONENT));
    const double pace = 2.0*PI*ratio/(EXPONENT + 0.5*ratio*ratio);

    at->values = values;
    at->spread = spread;
    at->size = -1;
    if (!(spread*NARROW >= singularity)) {
        return;
    }
    at->pace = pace;
    at->size = (int)ceil(fmin(reach, largest + RANGE*spread)/(pace*spread));
    at->window = (int)fmin(ceil(RANGE/pace), 2.0*at->size);
    at->grid = space;
    at->gauss = space + 3*GRID;
    for (int point = -at->size; point <= at->size; ++point) {
        values(pace*spread*point, at->grid + 3*(point + at->size));
    }
    for (int point = 0; point <= at->window; ++point) {
        const double z = pace*point;

        at->gauss[point] = exp(-0.5*z*z);
    }
}

/* r0, r1, r2 averaged over a field with mean m. */
static void average(const averages *at, double m, double *found)
{
    double above[3] = {0.0, 0.0, 0.0}, below[3] = {0.0, 0.0, 0.0};

    found[0] = found[1] = found[2] = 0.0;
    if (at->size < 0) {
        for (int point = 0; point < HERMITE; ++point) {
            double value[3];

            at->values(m + at->spread*hermite_node[point], value);
            for (int i = 0; i < 3; ++i) {
                found[i] += hermite_weight[point]*value[i];
            }
        }
    } else {
        const double pace = at->pace, position = m/(pace*at->spread), end = at->size;
        const double nearest = fmax(fmin(position, end), -end);
        const int centre = (int)(nearest + (nearest < 0.0 ? -0.5 : 0.5));
        const double offset = pace*(position - centre);
        const double *const middle = at->grid + 3*(centre + at->size);
        const int up_to = at->size - centre, down_to = at->size + centre;
        double up = 1.0, down = 1.0;

        /* exp(-(z - offset)^2/2) at z = pace i is gauss[i] exp(pace offset)^i, but for a factor. */
        if (fabs(offset) < RANGE + 1.0) {
            const double growth = exp(pace*offset), decay = 1.0/growth;
            const double scale = pace*0.3989422804014327*exp(-0.5*offset*offset);

            for (int point = 1; point <= at->window; ++point) {
                const double weight = at->gauss[point];

                up *= growth;
                down *= decay;
                if (point <= up_to) {
                    const double *const value = middle + 3*point;

                    above[0] += weight*up*value[0];
                    above[1] += weight*up*value[1];
                    above[2] += weight*up*value[2];
                }
                if (point <= down_to) {
                    const double *const value = middle - 3*point;

                    below[0] += weight*down*value[0];
                    below[1] += weight*down*value[1];
                    below[2] += weight*down*value[2];
                }
            }
            for (int i = 0; i < 3; ++i) {
                found[i] = scale*(middle[i] + (above[i] + below[i]));
            }
        }
    }
    if (fabs(found[0]) < ROUNDING) {
        found[0] = 0.0; /* a feature that is 0 but for rounding must not become one */
    }
}
