/* Owen's T. */
#include "point.h"

/* -- emitted from here on -- */
double model_owens_t(double h, double slope)
{
    double sum = 0.0;

    for (int node = 0; node < OWEN; ++node) {
        const double position = 0.5*slope*(1.0 + owen_node[node]);
        const double stretch = 1.0 + position*position;

        sum += owen_weight[node]*exp(-0.5*h*h*stretch)/stretch;
    }
    return 0.5*slope*sum*0.15915494309189535;
}
