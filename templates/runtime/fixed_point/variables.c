/* Tables of variables: their sizes, and steps in units of these. */
#include "problem.h"

UNUSED static void vector_sizes(int count, const double *table, double *found);
UNUSED static void rescale(const memory *at);
UNUSED static void move_vector(int count, double *table, const double *step, double share);

/* -- emitted from here on -- */
/* The sizes of variables. */
static void vector_sizes(int count, const double *table, double *found)
{
    for (int k = 0; k < count; ++k) {
        found[k] = fabs(table[k]);
    }
}

/* Curvature and slope in units of the variables' sizes. */
static void rescale(const memory *at)
{
    const int size = at->size;

    for (int row = 0; row < size; ++row) {
        at->vector[row] *= at->sizes[row];
        for (int column = 0; column < size; ++column) {
            at->matrix[row*size + column] *= at->sizes[row]*at->sizes[column];
        }
    }
}

/* A step of the logarithms: x exp(step). */
static void move_vector(int count, double *table, const double *step, double share)
{
    for (int k = 0; k < count; ++k) {
        table[k] *= exp(share*step[k]);
    }
}
