/* Variables that are matrices over groups. */
#include "problem.h"

UNUSED static void matrix_sizes(int groups, const double *table, double *found);
UNUSED static void move_matrix(int groups, double *table, const double *step, double share, double *scratch);

/* -- emitted from here on -- */
/* The size of an entry of a matrix is that of the diagonal: sqrt|x_kk x_ll|. */
static void matrix_sizes(int groups, const double *table, double *found)
{
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            found[k*groups + l] = sqrt(fabs(table[k*(groups + 1)]*table[l*(groups + 1)]));
        }
    }
}

/* A step of a matrix: exp(d_k + d_l) (x_kl (1 - d_k - d_l) + size_kl step_kl), with d half the step of the diagonal. */
static void move_matrix(int groups, double *table, const double *step, double share, double *scratch)
{
    for (int k = 0; k < groups; ++k) {
        scratch[k] = 0.5*share*step[k*(groups + 1)];
        scratch[groups + k] = sqrt(table[k*(groups + 1)]);
    }
    for (int k = 0; k < groups; ++k) {
        for (int l = 0; l < groups; ++l) {
            const int place = k*groups + l;
            const double shares = scratch[k] + scratch[l], size = scratch[groups + k]*scratch[groups + l];

            table[place] = exp(shares)*(table[place]*(1.0 - shares) + size*share*step[place]);
        }
    }
}
