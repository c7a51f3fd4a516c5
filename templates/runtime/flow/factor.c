/* The factor of a covariance. */
#include "flow.h"

UNUSED static void model_factor(int S, const double *C, double *F);

/* -- emitted from here on -- */
/* Lower triangular F with F F^T = C, row by row; a column whose pivot is rounding only is zero. */
static void model_factor(int S, const double *C, double *F)
{
    for (int i = 0; i < S; ++i) {
        for (int j = 0; j < S; ++j) {
            double rest = j <= i ? C[i*S + j] : 0.0;

            for (int k = 0; k < j && j <= i; ++k) {
                rest -= F[i*S + k]*F[j*S + k];
            }
            if (j == i) {
                rest = rest > 1e-14*C[i*S + i] ? sqrt(rest) : 0.0;
            } else if (j < i) {
                rest = F[j*S + j] > 0.0 ? rest/F[j*S + j] : 0.0;
            }
            F[i*S + j] = rest;
        }
    }
}
