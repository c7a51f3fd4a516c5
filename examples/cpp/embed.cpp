/*
 * FO-ANIL with three students and three teachers: alpha and eps_g.
 *
 *     cc -O2 -std=c99 -c ../../generated/c/fo_anil.c -o fo_anil.o
 *     c++ -O2 -std=c++11 -I ../../generated/c -I ../../generated/cpp embed.cpp fo_anil.o -lm -o embed && ./embed
 */
#include "fo_anil.hpp"

#include <cstdio>
#include <exception>

int main()
{
    const double T[] = {1, 0, 0, 0, 2, 0, 0, 0, 3};
    const std::vector<double> start = {0.10, -0.05, 0.20, 0.03, 0.15, -0.10, -0.08, 0.02, 0.12, /* R, row by row */
                                       0.5, 0, 0, 0.5, 0, 0.5,                                  /* Q, upper triangle */
                                       0, 0, 0};                                                /* head start */
    orderode::fo_anil::parameters given; /* tasks N(0, 1) */
    given.eta_J = 6, given.eta_w = 4, given.V = 100, given.T = T;
    std::vector<double> alphas;
    for (int point = 0; point < 11; ++point) {
        alphas.push_back(2.0*point);
    }
    try {
        orderode::fo_anil::solver solver(3, 3, given);
        const auto found = solver.integrate(start, alphas, 1e-10, 1e-14);
        for (std::size_t point = 0; point < alphas.size(); ++point) {
            std::printf("%g %.15g\n", alphas[point], solver.eps_g(found[point]));
        }
    } catch (const std::exception &fault) {
        std::fprintf(stderr, "embed: %s\n", fault.what());
        return 1;
    }
    return 0;
}
