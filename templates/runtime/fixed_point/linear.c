/* Linear equations, and their solution of least norm. */
#include "point.h"

UNUSED static void solve_linear(int n, int columns, double *matrix, double *right);
UNUSED static void solve_least(int n, double *matrix, double *axes, const double *right, double *solution);

/* -- emitted from here on -- */
/* Solves matrix (n, n) x = right (n, columns) in place, by elimination with the largest pivot of scaled rows. */
static void solve_linear(int n, int columns, double *matrix, double *right)
{
    for (int row = 0; row < n; ++row) {
        double scale = 0.0;

        for (int column = 0; column < n; ++column) {
            scale = fmax(scale, fabs(matrix[row*n + column]));
        }
        for (int column = 0; column < n; ++column) {
            matrix[row*n + column] /= scale;
        }
        for (int column = 0; column < columns; ++column) {
            right[row*columns + column] /= scale;
        }
    }
    for (int step = 0; step < n; ++step) {
        int best = step;

        for (int row = step + 1; row < n; ++row) {
            if (fabs(matrix[row*n + step]) > fabs(matrix[best*n + step])) {
                best = row;
            }
        }
        for (int column = 0; column < n; ++column) {
            const double kept = matrix[step*n + column];

            matrix[step*n + column] = matrix[best*n + column];
            matrix[best*n + column] = kept;
        }
        for (int column = 0; column < columns; ++column) {
            const double kept = right[step*columns + column];

            right[step*columns + column] = right[best*columns + column];
            right[best*columns + column] = kept;
        }
        for (int row = step + 1; row < n; ++row) {
            const double factor = matrix[row*n + step]/matrix[step*n + step];

            for (int column = step; column < n; ++column) {
                matrix[row*n + column] -= factor*matrix[step*n + column];
            }
            for (int column = 0; column < columns; ++column) {
                right[row*columns + column] -= factor*right[step*columns + column];
            }
        }
    }
    for (int row = n - 1; row >= 0; --row) {
        for (int column = 0; column < columns; ++column) {
            double sum = right[row*columns + column];

            for (int after = row + 1; after < n; ++after) {
                sum -= matrix[row*n + after]*right[after*columns + column];
            }
            right[row*columns + column] = sum/matrix[row*n + row];
        }
    }
}

/* The solution of least norm of matrix (n, n) x = right, by Jacobi's rotations; the matrix is symmetric and is lost. */
static void solve_least(int n, double *matrix, double *axes, const double *right, double *solution)
{
    double largest = 0.0;

    for (int i = 0; i < n*n; ++i) {
        axes[i] = i % (n + 1) == 0;
    }
    for (int sweep = 0; sweep < 50; ++sweep) {
        double off = 0.0, all = 0.0;

        for (int i = 0; i < n*n; ++i) {
            all += matrix[i]*matrix[i];
            off += i % (n + 1) == 0 ? 0.0 : matrix[i]*matrix[i];
        }
        if (!(off > 1e-34*all)) {
            break;
        }
        for (int i = 0; i < n; ++i) {
            for (int j = i + 1; j < n; ++j) {
                const double pivot = matrix[i*n + j];
                double angle, cosine, sine;

                if (pivot == 0.0) {
                    continue;
                }
                angle = 0.5*atan2(2.0*pivot, matrix[j*n + j] - matrix[i*n + i]);
                cosine = cos(angle);
                sine = sin(angle);
                for (int m = 0; m < n; ++m) {
                    const double a = matrix[m*n + i], b = matrix[m*n + j];

                    matrix[m*n + i] = cosine*a - sine*b;
                    matrix[m*n + j] = sine*a + cosine*b;
                }
                for (int m = 0; m < n; ++m) {
                    const double a = matrix[i*n + m], b = matrix[j*n + m];

                    matrix[i*n + m] = cosine*a - sine*b;
                    matrix[j*n + m] = sine*a + cosine*b;
                }
                for (int m = 0; m < n; ++m) {
                    const double a = axes[m*n + i], b = axes[m*n + j];

                    axes[m*n + i] = cosine*a - sine*b;
                    axes[m*n + j] = sine*a + cosine*b;
                }
            }
        }
    }
    for (int i = 0; i < n; ++i) {
        largest = fmax(largest, fabs(matrix[i*n + i]));
        solution[i] = 0.0;
    }
    for (int i = 0; i < n; ++i) {
        double along = 0.0;

        if (fabs(matrix[i*n + i]) <= LEAST_MODE*largest) {
            continue;
        }
        for (int m = 0; m < n; ++m) {
            along += axes[m*n + i]*right[m];
        }
        for (int m = 0; m < n; ++m) {
            solution[m] += axes[m*n + i]*along/matrix[i*n + i];
        }
    }
}
