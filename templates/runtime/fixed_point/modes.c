/* The stationary point of E. */
#include "problem.h"
#include "linear.c"

UNUSED static void solve_modes(const memory *at);

/* -- emitted from here on -- */
/* The stationary point of E; of the amplitudes A that the features leave open, those of least norm. */
static void solve_modes(const memory *at)
{
    const int count = at->groups, all = at->all, inner = all - count, columns = count + 1;
    double *both = at->right, *block = at->matrix + all*all;

    for (int row = 0; row < inner; ++row) {
        for (int column = 0; column < inner; ++column) {
            block[row*inner + column] = at->matrix[row*all + column];
        }
        for (int k = 0; k < count; ++k) {
            both[row*columns + k] = at->matrix[row*all + inner + k];
        }
        both[row*columns + count] = -at->vector[row];
    }
    solve_linear(inner, columns, block, both);
    for (int k = 0; k < count; ++k) {
        for (int column = 0; column < columns; ++column) {
            double sum = column < count ? at->matrix[(inner + k)*all + inner + column] : -at->vector[inner + k];

            for (int row = 0; row < inner; ++row) {
                sum -= at->matrix[row*all + inner + k]*both[row*columns + column];
            }
            if (column < count) {
                at->open[k*count + column] = sum;
            } else {
                at->step[k] = sum;
            }
        }
    }
    for (int k = 0; k < count; ++k) { /* symmetric to the last bit */
        for (int l = 0; l < k; ++l) {
            at->open[k*count + l] = at->open[l*count + k];
        }
    }
    solve_least(count, at->open, at->axes, at->step, at->modes + inner);
    for (int row = 0; row < inner; ++row) {
        at->modes[row] = both[row*columns + count];
        for (int k = 0; k < count; ++k) {
            at->modes[row] -= both[row*columns + k]*at->modes[inner + k];
        }
    }
}
