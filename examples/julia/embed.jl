# FO-ANIL with three students and three teachers: alpha and eps_g.
#
#     cc -O2 -std=c99 -shared -fPIC ../../generated/c/fo_anil.c -lm -o ../../generated/julia/libfo_anil.so
#     julia embed.jl
include("../../generated/julia/fo_anil.jl")

K, M = 3, 3
start = [0.10, -0.05, 0.20, 0.03, 0.15, -0.10, -0.08, 0.02, 0.12, # R, row by row
         0.5, 0, 0, 0.5, 0, 0.5, # Q, upper triangle
         0, 0, 0] # head start
T = [1.0 0 0; 0 2 0; 0 0 3]
alphas = collect(0.0:2.0:20.0)
GC.@preserve T begin
    params = fo_anil.Params() # tasks N(0, 1)
    params.eta_J, params.eta_w, params.V, params.T = 6, 4, 100, pointer(T)
    states, status, _ = fo_anil.integrate(K, M, params, start, alphas; rtol = 1e-10, atol = 1e-14)
    fo_anil.require(status)
    for (alpha, state) in zip(alphas, eachcol(states))
        println(alpha, " ", fo_anil.eps_g(K, M, params, collect(state)))
    end
end
