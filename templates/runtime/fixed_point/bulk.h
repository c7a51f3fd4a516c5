/* The bulk after a step. */
#include "point.h"

/* -- emitted from here on -- */
/* The spike and the bulk after the step, its coefficients and samples; and where the last iteration for G ended. */
typedef struct {
    double alpha0;
    double u;
    double gamma;
    double c;
    double vbar;
    double a;
    double tau;
    double rho;
    int size; /* of G: 1 for odd activations, else 3 */
    int labels;
    const double *y;
    const double *s;
    const double *weight;
    double G[3];
} spectrum;
