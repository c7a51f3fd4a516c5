# proximal.jl - FO-ANIL whose inner loop is held near its start: proximal.h for Julia.
#
# Emitted by orderode 0.1.0 from the system proximal, digest 077ea3800e8aee64. Do not edit. Licence of this file: MIT-0.
# The library: cc -O2 -std=c99 -shared -fPIC proximal.c -lm -o libproximal.so, beside this file or at ENV["PROXIMAL_LIBRARY"].
module proximal

const library = get(ENV, "PROXIMAL_LIBRARY", joinpath(@__DIR__, "libproximal.so"))
# Digest of the system that the functions were emitted from.
const DIGEST = "077ea3800e8aee64"
# Of structs, codes and calls: another number where one of them is another.
const ABI = 225421437

# Status of a call, one for each fault.
const OK = 0  # ok
const BAD_K = 1  # K is less than 1
const NONFINITE = 2  # non-finite: the state holds NaN or infinity
const DOMAIN = 3  # domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance
const NEGATIVE_NORM = 4  # negative norm: a diagonal element of Q became negative
const STEP_LIMIT = 5  # step limit: max_steps reached
const STEP_SIZE = 6  # step size: the next step would be as small as rounding
const NULL_PARAMS = 7  # params is NULL
const TIMES = 8  # the times (alphas) do not increase
const RTOL = 9  # rtol is negative or not finite
const ATOL = 10  # atol is not positive or not finite
const INSTRUCTIONS = 11  # the instruction set (instructions) is not one of this processor and build
const OBSERVABLE = 12  # the observable is none of this model
const RULE = 13  # the number of nodes (size) is that of no rule
const NODES = 14  # nodes and weights are missing: finite P and V need them
const RULE_UNITS = 15  # K + M is larger than the dimensions of any rule
const BAD_M = 16  # M is less than 1
const TOO_LARGE = 17  # K and M are so large that the work array would have more than INT_MAX doubles
const NO_TIMES = 18  # there are no times: n is 0
const TIMES_NONFINITE = 19  # a time (alphas) is not finite
const NULL_OPTIONS = 20  # options is NULL
const NULL_STATE = 21  # what to start from (state0, states) is NULL
const NULL_TIMES = 22  # alphas is NULL
const NULL_RESULTS = 23  # where the results go is NULL
const NULL_WORK = 24  # work is NULL
const NULL_REQUEST = 25  # request is NULL
const LAYOUT = 26  # the program was made for another header: version or size of params differ
const BAD_eta_J = 32  # eta_J is negative or not finite
const BAD_eta_w = 33  # eta_w is negative or not finite
const BAD_eta_0 = 34  # eta_0 is negative or not finite
const BAD_noise = 35  # noise is negative or not finite
const BAD_decay = 36  # decay is negative or not finite
const BAD_anchor = 37  # anchor is negative or not finite
const BAD_V = 38  # V is not at least 1
const BAD_P = 39  # P is not at least 1
const BAD_inner_steps = 40  # inner_steps is not at least 1
const BAD_T = 41  # T has an element that is not finite
const BAD_mean = 42  # mean has an element that is not finite
const BAD_cov = 43  # cov has an element that is not finite
const BAD_kurtosis = 44  # kurtosis has an element that is not finite
const MISSING_T = 45  # T is NULL, and has to be given
const SEVERAL_inner_steps = 46  # inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf
const FINITE_V = 47  # V is finite, and has to be infinite here
const FINITE_P = 48  # P is finite, and has to be infinite here

# Parameters of the algorithm, as in proximal.h, with the defaults of the model: C_NULL stands for the default of an array, pointer(T)
# for T, which has to be kept alive by GC.@preserve. Rows of C are columns here.
mutable struct Params
    eta_J::Cdouble  # rate of the first layer
    eta_w::Cdouble  # rate of the inner loop
    eta_0::Cdouble  # rate of the head start
    noise::Cdouble  # standard deviation of label noise
    decay::Cdouble  # weight decay of the first layer
    anchor::Cdouble  # strength that holds the inner loop near its start
    V::Cdouble  # samples in the query set
    P::Cdouble  # samples in the support set
    first_order::Cint  # 1 keeps the first power of 1/P only, 0 keeps all of them
    inner_steps::Cint  # steps of the inner loop
    n_nodes::Cint  # number of nodes of the rule
    T::Ptr{Cdouble}  # overlaps of the teacher, M x M
    mean::Ptr{Cdouble}  # mean of the task vector, M
    cov::Ptr{Cdouble}  # its covariance, M x M
    kurtosis::Ptr{Cdouble}  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M
    nodes::Ptr{Cdouble}  # nodes of a rule for independent standard normal numbers, one row per node, n_nodes x S
    weights::Ptr{Cdouble}  # its weights, n_nodes

    function Params()
        made = new()
        require(ccall((:proximal_check, library), Cint, (Cint, Csize_t), ABI, sizeof(Params)))
        ccall((:proximal_defaults, library), Cvoid, (Ref{Params},), made)
        return made
    end
end

# Step control of the integrator.
struct Options
    rtol::Cdouble
    atol::Cdouble
    max_steps::Culong  # accepted and rejected together; 0 means 10 million
end

# What the integrator did, and how far it came.
struct Stats
    accepted::Culong
    rejected::Culong
    evaluations::Culong
    alpha::Cdouble
end

# The words for a status.
words(status) = unsafe_string(ccall((:proximal_strerror, library), Cstring, (Cint,), status))
require(status) = status == OK ? nothing : error(words(status))

# A state is R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K).
state_size(K, M) = Int(ccall((:proximal_state_size, library), Csize_t, (Cint, Cint, ), K, M))

function workspace(K, M, params)
    size = ccall((:proximal_work_size, library), Csize_t, (Cint, Cint, Ref{Params}), K, M, params)
    size > 0 || error("no work array for these K, M and parameters")
    return Vector{Cdouble}(undef, size)
end

# d state/d alpha.
function rhs(K, M, params, state, work = workspace(K, M, params))
    found = similar(state)
    require(ccall((:proximal_rhs, library), Cint, (Cint, Cint, Ref{Params}, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Cdouble}),
                  K, M, params, state, found, work))
    return found
end

# loss on fresh data after the inner loop.
function eps_g(K, M, params, state, work = workspace(K, M, params))
    found = Ref{Cdouble}()
    require(ccall((:proximal_eps_g, library), Cint, (Cint, Cint, Ref{Params}, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Cdouble}),
                  K, M, params, state, found, work))
    return found[]
end

# The states (state_size, n) at the increasing alphas, from start at the first of them, the status, and what the integrator did; from
# where it failed they are NaN.
function integrate(K, M, params, start, alphas; rtol = 1e-8, atol = 1e-12, max_steps = 0)
    length(start) == state_size(K, M) || error("a state has $(state_size(K, M)) numbers")
    states = Matrix{Cdouble}(undef, length(start), length(alphas))
    stats = Ref{Stats}()
    status = ccall((:proximal_integrate, library), Cint,
                   (Cint, Cint, Ref{Params}, Ref{Options}, Ptr{Cdouble}, Csize_t, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Stats}, Ptr{Cdouble}),
                   K, M, params, Options(rtol, atol, max_steps), start, length(alphas), alphas, states, stats,
                   workspace(K, M, params))
    return states, status, stats[]
end

end
