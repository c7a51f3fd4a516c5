/*
 * FO-ANIL as a function of Octave and Matlab: eps_g = fo_anil_mex(K, M, eta_J, eta_w, P, V, T, start, alphas).
 *
 *     mkoctfile --mex -I../../generated/c fo_anil_mex.c ../../generated/c/fo_anil.c
 *     octave --no-gui --quiet embed.m
 *
 * In Matlab: mex -I../../generated/c fo_anil_mex.c ../../generated/c/fo_anil.c
 */
#include "fo_anil.h"
#include "mex.h"

static void require(int status)
{
    if (status != FO_ANIL_OK) {
        mexErrMsgIdAndTxt("orderode:fo_anil", "%s", fo_anil_strerror(status));
    }
}

void mexFunction(int nlhs, mxArray *plhs[], int nrhs, const mxArray *prhs[])
{
    if (nrhs != 9 || nlhs > 1) {
        mexErrMsgIdAndTxt("orderode:fo_anil", "eps_g = fo_anil_mex(K, M, eta_J, eta_w, P, V, T, start, alphas)");
    }
    const int K = (int)mxGetScalar(prhs[0]), M = (int)mxGetScalar(prhs[1]);
    const size_t points = mxGetNumberOfElements(prhs[8]), size = fo_anil_state_size(K, M);
    const fo_anil_options options = {1e-10, 1e-14, 0};
    fo_anil_params params;

    if (mxGetNumberOfElements(prhs[6]) != (size_t)M*M || mxGetNumberOfElements(prhs[7]) != size) {
        mexErrMsgIdAndTxt("orderode:fo_anil", "T is M x M, and start has %d numbers", (int)size);
    }
    require(fo_anil_check(FO_ANIL_ABI, sizeof(params)));
    fo_anil_defaults(&params);
    params.eta_J = mxGetScalar(prhs[2]);
    params.eta_w = mxGetScalar(prhs[3]);
    params.P = mxGetScalar(prhs[4]);
    params.V = mxGetScalar(prhs[5]);
    params.T = mxGetPr(prhs[6]);

    double *states = mxMalloc(points*size*sizeof *states);
    double *work = mxMalloc(fo_anil_work_size(K, M, &params)*sizeof *work);
    plhs[0] = mxCreateDoubleMatrix(1, points, mxREAL);
    require(fo_anil_integrate(K, M, &params, &options, mxGetPr(prhs[7]), points, mxGetPr(prhs[8]), states, NULL, work));
    for (size_t i = 0; i < points; ++i) {
        require(fo_anil_eps_g(K, M, &params, states + i*size, mxGetPr(plhs[0]) + i, work));
    }
    mxFree(work);
    mxFree(states);
}
