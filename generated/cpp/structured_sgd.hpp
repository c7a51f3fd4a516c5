/*
 * structured_sgd.hpp - SGD on inputs whose covariance has several eigenvalues: structured_sgd.h for C++11, which owns the work array and throws.
 *
 * Emitted by orderode 0.1.0 from the system structured_sgd, digest e06d409bb1169f08. Do not edit. Licence of this file: MIT-0.
 */
#ifndef ORDERODE_STRUCTURED_SGD_HPP
#define ORDERODE_STRUCTURED_SGD_HPP

#include "structured_sgd.h"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace orderode {
namespace structured_sgd {

/* A status other than OK, and its words. */
class error : public std::runtime_error {
public:
    explicit error(int status) : std::runtime_error(::structured_sgd_strerror(status)), status(status) {}
    const int status;
};

/* Parameters with the defaults of the model; arrays they point to stay the caller's. */
struct parameters : ::structured_sgd_params {
    parameters() { ::structured_sgd_defaults(this); }
};

/* The states at some times: one row of state_size doubles each, status OK or why the rest is NaN. */
struct trajectory {
    std::vector<double> states;
    std::size_t state_size;
    int status;
    ::structured_sgd_stats stats;
    const double *operator[](std::size_t row) const { return states.data() + row*state_size; }
};

/* A state is R row by row (blocks x K x M), then the upper triangle of Q of each block row by row (blocks x K (K+1)/2), then the head start w0 (K). One object belongs to one thread at a time. */
class solver {
public:
    /* K units of the learner, M of the teacher, blocks blocks of the inputs. */
    solver(int K, int M, int blocks, const parameters &given) : K(K), M(M), blocks(blocks), given(given)
    {
        require(::structured_sgd_check(STRUCTURED_SGD_ABI, sizeof(::structured_sgd_params)));
        work.resize(::structured_sgd_work_size(K, M, blocks, &given));
        if (work.empty()) {
            throw std::invalid_argument("structured_sgd: no work array for these K, M, blocks and parameters");
        }
    }

    std::size_t state_size() const { return ::structured_sgd_state_size(K, M, blocks); }

    /* d state/d alpha. */
    std::vector<double> rhs(const std::vector<double> &state)
    {
        std::vector<double> found(state_size());
        require(::structured_sgd_rhs(K, M, blocks, &given, checked(state), found.data(), work.data()));
        return found;
    }

    /* loss on fresh data. */
    double eps_g(const double *state)
    {
        double found;
        require(::structured_sgd_eps_g(K, M, blocks, &given, state, &found, work.data()));
        return found;
    }

    /* From the state at alphas[0] to each of the increasing alphas. A trajectory that fails has a status; what is wrong with an
       argument is thrown. */
    trajectory integrate(const std::vector<double> &state, const std::vector<double> &alphas, double rtol = 1e-8,
                         double atol = 1e-12, unsigned long max_steps = 0)
    {
        const ::structured_sgd_options options = {rtol, atol, max_steps};
        trajectory found = {std::vector<double>(alphas.size()*state_size()), state_size(), STRUCTURED_SGD_OK, ::structured_sgd_stats()};
        found.status = ::structured_sgd_integrate(K, M, blocks, &given, &options, checked(state), alphas.size(), alphas.data(),
                                   found.states.data(), &found.stats, work.data());
        if (found.status > STRUCTURED_SGD_STEP_SIZE || found.status == STRUCTURED_SGD_BAD_K) {
            throw error(found.status);
        }
        return found;
    }

private:
    static void require(int status)
    {
        if (status != STRUCTURED_SGD_OK) {
            throw error(status);
        }
    }

    const double *checked(const std::vector<double> &state) const
    {
        if (state.size() != state_size()) {
            throw std::invalid_argument("structured_sgd: a state has " + std::to_string(state_size()) + " numbers");
        }
        return state.data();
    }

    int K, M, blocks;
    parameters given;
    std::vector<double> work;
};

} /* namespace structured_sgd */
} /* namespace orderode */

#endif
