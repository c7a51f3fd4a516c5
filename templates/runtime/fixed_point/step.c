/* The step before the readout is trained, and its samples. */
#include "bulk.h"

double label(int target, double x);
int take_step(int activation, int target, const model_params *params, spectrum *found, double *subtracted);

UNUSED static void fill_labels(int target, double noise2, double subtracted, double *space, spectrum *bulk);

/* -- emitted from here on -- */
int model_step(int activation, int target, const model_params *params, double *strength, double *overlap, double *variance)
{
    spectrum found;
    double subtracted;
    const int status = take_step(activation, target, params, &found, &subtracted);

    if (status == MODEL_OK) {
        *strength = found.u;
        *overlap = found.gamma;
        *variance = found.c;
    }
    return status;
}

/* Signals and residual labels of the step's samples, with their weights: a rule for the signal times the trapezoidal one for the noise. */
static void fill_labels(int target, double noise2, double subtracted, double *space, spectrum *bulk)
{
    const int copies = noise2 > 0.0 ? NOISE : 1;
    double *y = space, *s = space + LABELS, *weight = space + 2*LABELS;
    double total = 0.0;

    for (int node = 0; node < NODES; ++node) {
        const double half = 0.5*asinh(END)/PANELS;
        const double t = half*(2*(node / 2 / ORDER) + 1 + panel_node[node / 2 % ORDER]);
        const double signal = (node % 2 ? -1.0 : 1.0)*sinh(t);
        const double share = cosh(t)*panel_weight[node / 2 % ORDER]*exp(-0.5*signal*signal);

        for (int copy = 0; copy < copies; ++copy) {
            const int place = node*copies + copy;
            const double noise = copies > 1 ? -NOISE_END + 2.0*NOISE_END*copy/(NOISE - 1) : 0.0;

            s[place] = signal;
            y[place] = label(target, signal) - subtracted + sqrt(noise2)*noise;
            weight[place] = share*exp(-0.5*noise*noise);
            total += weight[place];
        }
    }
    for (int place = 0; place < NODES*copies; ++place) {
        weight[place] /= total;
    }
    bulk->labels = NODES*copies;
    bulk->y = y;
    bulk->s = s;
    bulk->weight = weight;
}
