/*
 * giant_step.hpp - Giant steps: gradient descent on batches of as many samples as there are inputs: giant_step.h for C++11, which owns the work array and throws.
 *
 * Emitted by orderode 0.1.0 from the system giant_step, digest afc103f1aaac0b2b. Do not edit. Licence of this file: MIT-0.
 */
#ifndef ORDERODE_GIANT_STEP_HPP
#define ORDERODE_GIANT_STEP_HPP

#include "giant_step.h"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace orderode {
namespace giant_step {

/* A status other than OK, and its words. */
class error : public std::runtime_error {
public:
    explicit error(int status) : std::runtime_error(::giant_step_strerror(status)), status(status) {}
    const int status;
};

/* Parameters with the defaults of the model; arrays they point to stay the caller's. */
struct parameters : ::giant_step_params {
    parameters() { ::giant_step_defaults(this); }
};

/* The state at the start and after each step: one row of state_size doubles each, status OK or why the rest is NaN; the last step that
   has a state. */
struct trajectory {
    std::vector<double> states;
    std::size_t state_size;
    int status;
    std::size_t done;
    const double *operator[](std::size_t row) const { return states.data() + row*state_size; }
};

/* A state is R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K). One object belongs to one thread at a time. */
class solver {
public:
    /* K units of the learner, M of the teacher. */
    solver(int K, int M, const parameters &given) : K(K), M(M), given(given)
    {
        require(::giant_step_check(GIANT_STEP_ABI, sizeof(::giant_step_params)));
        work.resize(::giant_step_work_size(K, M, &given));
        if (work.empty()) {
            throw std::invalid_argument("giant_step: no work array for these K, M and parameters");
        }
    }

    std::size_t state_size() const { return ::giant_step_state_size(K, M); }

    /* What one step changes the state by. */
    std::vector<double> change(const std::vector<double> &state)
    {
        std::vector<double> found(state_size());
        require(::giant_step_change(K, M, &given, checked(state), found.data(), work.data()));
        return found;
    }

    /* The state after one step. */
    std::vector<double> step(const std::vector<double> &state)
    {
        std::vector<double> found(state_size());
        require(::giant_step_step(K, M, &given, checked(state), found.data(), work.data()));
        return found;
    }

    /* loss on fresh data. */
    double eps_g(const double *state)
    {
        double found;
        require(::giant_step_eps_g(K, M, &given, state, &found, work.data()));
        return found;
    }

    /* The state, and after each of so many steps. A run that leaves the domain has a status; what is wrong with an argument is thrown. */
    trajectory run(const std::vector<double> &state, std::size_t steps)
    {
        trajectory found = {std::vector<double>((steps + 1)*state_size()), state_size(), GIANT_STEP_OK, 0};
        found.status = ::giant_step_run(K, M, &given, checked(state), steps, found.states.data(),
                                   nullptr, &found.done, work.data());
        if (found.status > GIANT_STEP_STEP_SIZE || found.status == GIANT_STEP_BAD_K) {
            throw error(found.status);
        }
        return found;
    }

private:
    static void require(int status)
    {
        if (status != GIANT_STEP_OK) {
            throw error(status);
        }
    }

    const double *checked(const std::vector<double> &state) const
    {
        if (state.size() != state_size()) {
            throw std::invalid_argument("giant_step: a state has " + std::to_string(state_size()) + " numbers");
        }
        return state.data();
    }

    int K, M;
    parameters given;
    std::vector<double> work;
};

} /* namespace giant_step */
} /* namespace orderode */

#endif
