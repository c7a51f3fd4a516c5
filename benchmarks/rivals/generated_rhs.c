/* The generated right-hand side with the signature that numbalsoda calls. Compiled with -DUNITS=K (K = M units). */
#include "sgd.h"

void benchmark_rhs(double t, const double *state, double *slope, const double *eta);

void benchmark_rhs(double t, const double *state, double *slope, const double *eta)
{
    double T[UNITS*UNITS] = {0.0}, cov[UNITS*UNITS] = {0.0}, mean[UNITS], work[4096];
    sgd_params p = {0};

    (void)t;
    for (int n = 0; n < UNITS; ++n) {
        T[n*UNITS + n] = 1.0;
        mean[n] = 1.0;
    }
    p.eta_J = eta[0];
    p.V = 1.0;
    p.T = T;
    p.mean = mean;
    p.cov = cov;
    (void)sgd_rhs(UNITS, UNITS, &p, state, slope, work);
}
