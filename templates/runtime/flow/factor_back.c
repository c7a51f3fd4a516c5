/* The factor of a covariance, backwards. */
#include "flow.h"

UNUSED static void model_factor_back(int S, const double *F, double *yF, double *yC);

/* -- emitted from here on -- */
/* Slopes yF with respect to the lower triangular F with F F^T = C become slopes yC; NaN where a pivot is zero, for C is singular. */
static void model_factor_back(int S, const double *F, double *yF, double *yC)
{
    for (int i = S - 1; i >= 0; --i) {
        for (int j = i; j >= 0; --j) {
            const double here = yF[i*S + j];
            double rest = F[j*S + j] > 0.0 ? here/(j < i ? F[j*S + j] : 2.0*F[j*S + j]) : NAN;

            if (j < i) {
                yF[j*S + j] -= rest*F[i*S + j];
            }
            for (int k = 0; k < j; ++k) {
                yF[i*S + k] -= rest*F[j*S + k];
                yF[j*S + k] -= rest*F[i*S + k];
            }
            yC[i*S + j] += rest;
            yF[i*S + j] = 0.0;
        }
    }
}
