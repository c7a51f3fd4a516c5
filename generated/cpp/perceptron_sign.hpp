/*
 * perceptron_sign.hpp - The perceptron rule on the labels of a teacher of threshold units: perceptron_sign.h for C++11, which owns the work array and throws.
 *
 * Emitted by orderode 0.1.0 from the system perceptron_sign, digest 19e20c112ada4578. Do not edit. Licence of this file: MIT-0.
 */
#ifndef ORDERODE_PERCEPTRON_SIGN_HPP
#define ORDERODE_PERCEPTRON_SIGN_HPP

#include "perceptron_sign.h"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace orderode {
namespace perceptron_sign {

/* A status other than OK, and its words. */
class error : public std::runtime_error {
public:
    explicit error(int status) : std::runtime_error(::perceptron_sign_strerror(status)), status(status) {}
    const int status;
};

/* Parameters with the defaults of the model; arrays they point to stay the caller's. */
struct parameters : ::perceptron_sign_params {
    parameters() { ::perceptron_sign_defaults(this); }
};

/* The states at some times: one row of state_size doubles each, status OK or why the rest is NaN. */
struct trajectory {
    std::vector<double> states;
    std::size_t state_size;
    int status;
    ::perceptron_sign_stats stats;
    const double *operator[](std::size_t row) const { return states.data() + row*state_size; }
};

/* A state is R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K). One object belongs to one thread at a time. */
class solver {
public:
    /* K units of the learner, M of the teacher. */
    solver(int K, int M, const parameters &given) : K(K), M(M), given(given)
    {
        require(::perceptron_sign_check(PERCEPTRON_SIGN_ABI, sizeof(::perceptron_sign_params)));
        work.resize(::perceptron_sign_work_size(K, M, &given));
        if (work.empty()) {
            throw std::invalid_argument("perceptron_sign: no work array for these K, M and parameters");
        }
    }

    std::size_t state_size() const { return ::perceptron_sign_state_size(K, M); }

    /* d state/d alpha. */
    std::vector<double> rhs(const std::vector<double> &state)
    {
        std::vector<double> found(state_size());
        require(::perceptron_sign_rhs(K, M, &given, checked(state), found.data(), work.data()));
        return found;
    }

    /* share of wrong labels. */
    double eps_g(const double *state)
    {
        double found;
        require(::perceptron_sign_eps_g(K, M, &given, state, &found, work.data()));
        return found;
    }

    /* From the state at alphas[0] to each of the increasing alphas. A trajectory that fails has a status; what is wrong with an
       argument is thrown. */
    trajectory integrate(const std::vector<double> &state, const std::vector<double> &alphas, double rtol = 1e-8,
                         double atol = 1e-12, unsigned long max_steps = 0)
    {
        const ::perceptron_sign_options options = {rtol, atol, max_steps};
        trajectory found = {std::vector<double>(alphas.size()*state_size()), state_size(), PERCEPTRON_SIGN_OK, ::perceptron_sign_stats()};
        found.status = ::perceptron_sign_integrate(K, M, &given, &options, checked(state), alphas.size(), alphas.data(),
                                   found.states.data(), &found.stats, work.data());
        if (found.status > PERCEPTRON_SIGN_STEP_SIZE || found.status == PERCEPTRON_SIGN_BAD_K) {
            throw error(found.status);
        }
        return found;
    }

private:
    static void require(int status)
    {
        if (status != PERCEPTRON_SIGN_OK) {
            throw error(status);
        }
    }

    const double *checked(const std::vector<double> &state) const
    {
        if (state.size() != state_size()) {
            throw std::invalid_argument("perceptron_sign: a state has " + std::to_string(state_size()) + " numbers");
        }
        return state.data();
    }

    int K, M;
    parameters given;
    std::vector<double> work;
};

} /* namespace perceptron_sign */
} /* namespace orderode */

#endif
