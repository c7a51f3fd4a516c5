/*
 * FO-ANIL with three students and three teachers: alpha and eps_g, from the emitted solver and nothing else.
 *
 *     cc -O2 -std=c99 -I ../../generated/c embed.c ../../generated/c/fo_anil.c -lm -o embed && ./embed
 */
#include "fo_anil.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { K = 3, M = 3, POINTS = 11, STATE = K*M + K*(K + 1)/2 + K };

int main(void)
{
    const double T[M*M] = {1, 0, 0, 0, 2, 0, 0, 0, 3};
    const double start[STATE] = {0.10, -0.05, 0.20, 0.03, 0.15, -0.10, -0.08, 0.02, 0.12, /* R, row by row */
                                 0.5, 0, 0, 0.5, 0, 0.5,                                  /* Q, upper triangle */
                                 0, 0, 0};                                                /* head start */
    const fo_anil_params parameters = {.eta_J = 6, .eta_w = 4, .V = 100, .P = INFINITY, .inner_steps = 1, .T = T}; /* tasks N(0, 1) */
    const fo_anil_options options = {.rtol = 1e-10, .atol = 1e-14, .max_steps = 0};
    double alphas[POINTS], states[POINTS][STATE], eps_g;
    double *work = malloc(fo_anil_work_size(K, M, &parameters)*sizeof *work);
    int status;

    if (!work) {
        fprintf(stderr, "embed: out of memory\n");
        return EXIT_FAILURE;
    }
    for (int point = 0; point < POINTS; ++point) {
        alphas[point] = 2.0*point;
    }
    status = fo_anil_integrate(K, M, &parameters, &options, start, POINTS, alphas, states[0], NULL, work);
    for (int point = 0; point < POINTS && status == FO_ANIL_OK; ++point) {
        status = fo_anil_eps_g(K, M, &parameters, states[point], &eps_g, work);
        printf("%g %.15g\n", alphas[point], eps_g);
    }
    if (status != FO_ANIL_OK) {
        fprintf(stderr, "embed: %s\n", fo_anil_strerror(status));
    }
    free(work);
    return status == FO_ANIL_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
