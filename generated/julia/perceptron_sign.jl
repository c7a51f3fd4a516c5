# perceptron_sign.jl - The perceptron rule on the labels of a teacher of threshold units: perceptron_sign.h for Julia.
#
# Emitted by orderode 0.1.0 from the system perceptron_sign, digest 19e20c112ada4578. Do not edit. Licence of this file: MIT-0.
# The library: cc -O2 -std=c99 -shared -fPIC perceptron_sign.c -lm -o libperceptron_sign.so, beside this file or at ENV["PERCEPTRON_SIGN_LIBRARY"].
module perceptron_sign

const library = get(ENV, "PERCEPTRON_SIGN_LIBRARY", joinpath(@__DIR__, "libperceptron_sign.so"))
# Digest of the system that the functions were emitted from.
const DIGEST = "19e20c112ada4578"
# Of structs, codes and calls: another number where one of them is another.
const ABI = 99292680

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
const BAD_eta_0 = 33  # eta_0 is negative or not finite
const BAD_noise = 34  # noise is negative or not finite
const BAD_decay = 35  # decay is negative or not finite
const BAD_V = 36  # V is not at least 1
const BAD_T = 37  # T has an element that is not finite
const BAD_mean = 38  # mean has an element that is not finite
const BAD_cov = 39  # cov has an element that is not finite
const BAD_kurtosis = 40  # kurtosis has an element that is not finite
const MISSING_T = 41  # T is NULL, and has to be given
const FINITE_V = 42  # V is finite, and has to be infinite here

# Parameters of the algorithm, as in perceptron_sign.h, with the defaults of the model: C_NULL stands for the default of an array, pointer(T)
# for T, which has to be kept alive by GC.@preserve. Rows of C are columns here.
mutable struct Params
    eta_J::Cdouble  # rate of the first layer
    eta_0::Cdouble  # rate of the head start
    noise::Cdouble  # standard deviation of label noise
    decay::Cdouble  # weight decay of the first layer
    V::Cdouble  # samples in the query set
    T::Ptr{Cdouble}  # overlaps of the teacher, M x M
    mean::Ptr{Cdouble}  # mean of the task vector, M
    cov::Ptr{Cdouble}  # its covariance, M x M
    kurtosis::Ptr{Cdouble}  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M

    function Params()
        made = new()
        require(ccall((:perceptron_sign_check, library), Cint, (Cint, Csize_t), ABI, sizeof(Params)))
        ccall((:perceptron_sign_defaults, library), Cvoid, (Ref{Params},), made)
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
words(status) = unsafe_string(ccall((:perceptron_sign_strerror, library), Cstring, (Cint,), status))
require(status) = status == OK ? nothing : error(words(status))

# A state is R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K).
state_size(K, M) = Int(ccall((:perceptron_sign_state_size, library), Csize_t, (Cint, Cint, ), K, M))

function workspace(K, M, params)
    size = ccall((:perceptron_sign_work_size, library), Csize_t, (Cint, Cint, Ref{Params}), K, M, params)
    size > 0 || error("no work array for these K, M and parameters")
    return Vector{Cdouble}(undef, size)
end

# d state/d alpha.
function rhs(K, M, params, state, work = workspace(K, M, params))
    found = similar(state)
    require(ccall((:perceptron_sign_rhs, library), Cint, (Cint, Cint, Ref{Params}, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Cdouble}),
                  K, M, params, state, found, work))
    return found
end

# share of wrong labels.
function eps_g(K, M, params, state, work = workspace(K, M, params))
    found = Ref{Cdouble}()
    require(ccall((:perceptron_sign_eps_g, library), Cint, (Cint, Cint, Ref{Params}, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Cdouble}),
                  K, M, params, state, found, work))
    return found[]
end

# The states (state_size, n) at the increasing alphas, from start at the first of them, the status, and what the integrator did; from
# where it failed they are NaN.
function integrate(K, M, params, start, alphas; rtol = 1e-8, atol = 1e-12, max_steps = 0)
    length(start) == state_size(K, M) || error("a state has $(state_size(K, M)) numbers")
    states = Matrix{Cdouble}(undef, length(start), length(alphas))
    stats = Ref{Stats}()
    status = ccall((:perceptron_sign_integrate, library), Cint,
                   (Cint, Cint, Ref{Params}, Ref{Options}, Ptr{Cdouble}, Csize_t, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Stats}, Ptr{Cdouble}),
                   K, M, params, Options(rtol, atol, max_steps), start, length(alphas), alphas, states, stats,
                   workspace(K, M, params))
    return states, status, stats[]
end

end
