# giant_step_relu.jl - Giant steps: gradient descent on batches of as many samples as there are inputs: giant_step_relu.h for Julia.
#
# Emitted by orderode 0.1.0 from the system giant_step_relu, digest 05b275096d0d7b68. Do not edit. Licence of this file: MIT-0.
# The library: cc -O2 -std=c99 -shared -fPIC giant_step_relu.c -lm -o libgiant_step_relu.so, beside this file or at ENV["GIANT_STEP_RELU_LIBRARY"].
module giant_step_relu

const library = get(ENV, "GIANT_STEP_RELU_LIBRARY", joinpath(@__DIR__, "libgiant_step_relu.so"))
# Digest of the system that the functions were emitted from.
const DIGEST = "05b275096d0d7b68"
# Of structs, codes and calls: another number where one of them is another.
const ABI = 47050578

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
const BAD_gamma = 32  # gamma is negative or not finite
const BAD_noise = 33  # noise is negative or not finite
const BAD_ratio = 34  # ratio is not positive
const BAD_T = 35  # T has an element that is not finite
const BAD_mean = 36  # mean has an element that is not finite
const BAD_cov = 37  # cov has an element that is not finite
const BAD_kurtosis = 38  # kurtosis has an element that is not finite
const MISSING_T = 39  # T is NULL, and has to be given
const FINITE_ratio = 40  # ratio is finite, and has to be infinite here

# Parameters of the algorithm, as in giant_step_relu.h, with the defaults of the model: C_NULL stands for the default of an array, pointer(T)
# for T, which has to be kept alive by GC.@preserve. Rows of C are columns here.
mutable struct Params
    gamma::Cdouble  # rate of a giant step
    noise::Cdouble  # standard deviation of label noise
    ratio::Cdouble  # samples in the batch of a step over the dimension of inputs
    T::Ptr{Cdouble}  # overlaps of the teacher, M x M
    mean::Ptr{Cdouble}  # mean of the task vector, M
    cov::Ptr{Cdouble}  # its covariance, M x M
    kurtosis::Ptr{Cdouble}  # kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M

    function Params()
        made = new()
        require(ccall((:giant_step_relu_check, library), Cint, (Cint, Csize_t), ABI, sizeof(Params)))
        ccall((:giant_step_relu_defaults, library), Cvoid, (Ref{Params},), made)
        return made
    end
end

# The words for a status.
words(status) = unsafe_string(ccall((:giant_step_relu_strerror, library), Cstring, (Cint,), status))
require(status) = status == OK ? nothing : error(words(status))

# A state is R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K).
state_size(K, M) = Int(ccall((:giant_step_relu_state_size, library), Csize_t, (Cint, Cint, ), K, M))

function workspace(K, M, params)
    size = ccall((:giant_step_relu_work_size, library), Csize_t, (Cint, Cint, Ref{Params}), K, M, params)
    size > 0 || error("no work array for these K, M and parameters")
    return Vector{Cdouble}(undef, size)
end

# What one step changes the state by.
function change(K, M, params, state, work = workspace(K, M, params))
    found = similar(state)
    require(ccall((:giant_step_relu_change, library), Cint, (Cint, Cint, Ref{Params}, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Cdouble}),
                  K, M, params, state, found, work))
    return found
end

# The state after one step.
function step(K, M, params, state, work = workspace(K, M, params))
    found = similar(state)
    require(ccall((:giant_step_relu_step, library), Cint, (Cint, Cint, Ref{Params}, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Cdouble}),
                  K, M, params, state, found, work))
    return found
end

# loss on fresh data.
function eps_g(K, M, params, state, work = workspace(K, M, params))
    found = Ref{Cdouble}()
    require(ccall((:giant_step_relu_eps_g, library), Cint, (Cint, Cint, Ref{Params}, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Cdouble}),
                  K, M, params, state, found, work))
    return found[]
end

# The state at the start and after each of so many steps (state_size, steps + 1), the status, and the last step that has a state; what
# lies behind it is NaN.
function run(K, M, params, start, steps)
    length(start) == state_size(K, M) || error("a state has $(state_size(K, M)) numbers")
    states = Matrix{Cdouble}(undef, length(start), steps + 1)
    done = Ref{Csize_t}()
    status = ccall((:giant_step_relu_run, library), Cint,
                   (Cint, Cint, Ref{Params}, Ptr{Cdouble}, Csize_t, Ptr{Cdouble}, Ptr{Cdouble}, Ptr{Csize_t}, Ptr{Cdouble}),
                   K, M, params, start, steps, states, C_NULL, done, workspace(K, M, params))
    return states, status, Int(done[])
end

end
