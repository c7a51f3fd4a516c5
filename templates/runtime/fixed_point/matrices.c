/* Variables that are matrices over groups. */
#include "problem.h"

UNUSED static void matrix_sizes(int count, const double *table, double *found);
UNUSED static void move_matrix(int count, double *table, const double *step, double share, double *scratch);

/* -- emitted from here on -- */
/* The size of an entry of a matrix is that of the diagonal: sqrt|x_kk x_ll|. */
static void matrix_sizes(int count, const double *table, double *found)
{
    for (int k = 0; k < count; ++k) {
        for (int l = 0; l < count; ++l) {
            found[k*count + l] = sqrt(fabs(table[k*(count + 1)]*table[l*(count + 1)]));
        }
    }
}

/* A step of a matrix: exp(d_k + d_l) (x_kl (1 - d_k - d_l) + size_kl step_kl), with d half the step of the diagonal. */
static void move_matrix(int count, double *table, const double *step, double share, double *scratch)
{
    for (int k = 0; k < count; ++k) {
        scratch[k] = 0.5*share*step[k*(count + 1)];
        scratch[count + k] = sqrt(table[k*(count + 1)]);
    }
    for (int k = 0; k < count; ++k) {
        for (int l = 0; l < count; ++l) {
            const int place = k*count + l;
            const double shares = scratch[k] + scratch[l], size = scratch[count + k]*scratch[count + l];

            table[place] = exp(shares)*(table[place]*(1.0 - shares) + size*share*step[place]);
        }
    }
}
