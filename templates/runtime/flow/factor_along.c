/* The derivative of the factor of a covariance. */
#include "flow.h"

UNUSED static void model_factor_along(int S, const double *F, const double *dC, double *dF);

/* -- emitted from here on -- */
/* Derivative of the lower triangular F with F F^T = C along dC; NaN in a column whose pivot is zero, for C is singular. */
static void model_factor_along(int S, const double *F, const double *dC, double *dF)
{
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            double rest = j <= i ? dC[i*S + j] : 0.0;

            for (int k = 0; k < j && j <= i; ++k) {
                rest -= dF[i*S + k]*F[j*S + k] + F[i*S + k]*dF[j*S + k];
            }
            if (j < i) {
                rest -= F[i*S + j]*dF[j*S + j];
            }
            if (j <= i) {
                rest = F[j*S + j] > 0.0 ? rest/(j < i ? F[j*S + j] : 2.0*F[j*S + j]) : NAN;
            }
            dF[i*S + j] = rest;
        }
    }
}
