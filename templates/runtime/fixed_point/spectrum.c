/* The law of the bulk after a step: its resolvent G, and what follows from it. */
#include "bulk.h"
#include "linear.c"

/* Values and slopes of G's equation and of the law, for odd and for all activations. */
void stage_odd_dyson_tangent(const spectrum *params, double r, double G, double r_dot, double G_dot, double *found);
void stage_any_dyson_tangent(const spectrum *params, double r, double G0, double G1, double G2, double r_dot, double G0_dot, double G1_dot,
                             double G2_dot, double *found);
void stage_odd_corner_tangent(const spectrum *params, double r, double G, double r_dot, double G_dot, double *found);
void stage_any_corner_tangent(const spectrum *params, double r, double G0, double G1, double G2, double r_dot, double G0_dot, double G1_dot,
                              double G2_dot, double *found);

UNUSED static void spectrum_law(spectrum *params, double x, double *law);

/* -- emitted from here on -- */
/* A step for G at r, and its slope along (r_dot, G_dot). */
static void dyson(const spectrum *params, double r, const double *G, double r_dot, const double *G_dot, double *found)
{
    if (params->size == 1) {
        stage_odd_dyson_tangent(params, r, G[0], r_dot, G_dot[0], found);
    } else {
        stage_any_dyson_tangent(params, r, G[0], G[1], G[2], r_dot, G_dot[0], G_dot[1], G_dot[2], found);
    }
}

/* G at r by Newton's steps from where it is; 1 where they become small. */
static int newton_spectrum(const spectrum *params, double r, double *G, double matrix[3][3])
{
    double before = INFINITY;

    for (int turn = 0; turn < MOST_STEPS; ++turn) {
        double left[3][3], right[3] = {0.0, 0.0, 0.0}, found[6], largest = 0.0;

        for (int column = 0; column < 3; ++column) {
            double along[3] = {0.0, 0.0, 0.0};

            along[column] = 1.0;
            if (column < params->size) {
                dyson(params, r, G, 0.0, along, found);
            }
            for (int row = 0; row < 3; ++row) {
                const double slope = row < params->size && column < params->size ? found[params->size + row] : 0.0;

                matrix[row][column] = (row == column) - slope;
                left[row][column] = matrix[row][column];
            }
        }
        for (int row = 0; row < params->size; ++row) {
            right[row] = found[row] - G[row];
        }
        solve_linear(3, 1, left[0], right);
        for (int row = 0; row < params->size; ++row) {
            largest = fmax(largest, fabs(right[row]/G[0]));
        }
        if (!isfinite(largest)) {
            return 0;
        }
        for (int row = 0; row < params->size; ++row) {
            G[row] += fmin(1.0, 0.5/largest)*right[row];
        }
        /* The slope of G follows from the matrix, which is that before a step as small as this. */
        if (largest < TOLERANCE || (largest < 1e-9 && largest >= 0.5*before)) {
            return G[0] > 0.0;
        }
        before = largest;
    }
    return 0;
}

/* G at r by plain steps; 1 where they become small. */
static int iterate_spectrum(const spectrum *params, double r, double *G, int most, double small)
{
    const double still[3] = {0.0, 0.0, 0.0};

    for (int turn = 0; turn < most; ++turn) {
        double found[6], largest = 0.0;

        dyson(params, r, G, 0.0, still, found);
        for (int row = 0; row < params->size; ++row) {
            largest = fmax(largest, fabs((found[row] - G[row])/found[0]));
            G[row] = found[row];
        }
        if (!(largest >= small)) {
            return isfinite(G[0]);
        }
    }
    return 0;
}

/* t1, W_vv, W_ve, W_ee and their slopes at x; NaN where there is no G. */
static void spectrum_law(spectrum *params, double x, double *law)
{
    const double r = sqrt(x), still[3] = {0.0, 0.0, 0.0};
    double G[3] = {params->G[0], params->G[1], params->G[2]}, matrix[3][3], found[8], right[3] = {0.0, 0.0, 0.0};

    if (!newton_spectrum(params, r, G, matrix)) {
        G[0] = 1.0/params->alpha0;
        G[1] = 0.0;
        G[2] = -1.0/params->alpha0;
        iterate_spectrum(params, r, G, 20000, 1e-6);
        if (!newton_spectrum(params, r, G, matrix)) {
            for (int i = 0; i < 8; ++i) {
                law[i] = NAN;
            }
            return;
        }
    }
    for (int row = 0; row < params->size; ++row) {
        params->G[row] = G[row];
    }
    dyson(params, r, G, 1.0, still, found);
    for (int row = 0; row < params->size; ++row) {
        right[row] = found[params->size + row];
    }
    solve_linear(3, 1, matrix[0], right); /* the slope of G */
    if (params->size == 1) {
        stage_odd_corner_tangent(params, r, G[0], 1.0, right[0], found);
    } else {
        stage_any_corner_tangent(params, r, G[0], G[1], G[2], 1.0, right[0], right[1], right[2], found);
    }
    for (int i = 0; i < 4; ++i) {
        law[i] = found[i];
        law[4 + i] = found[4 + i]/(2.0*r);
    }
}
