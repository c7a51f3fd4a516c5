/* The equations of a model, and the parameters of a trajectory in a lane. Nothing of this file is emitted. */
#include "lanes.h"

#ifndef RUNTIME_HOST_H
#define RUNTIME_HOST_H
#include "host.h"
#endif

typedef struct {
    lanes eta;
} AT(parameters);

typedef struct {
    lanes from_eta, change_eta;
} AT(ramps);

TARGET void AT(rhs)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *dstate, lanes *work);
TARGET void AT(load)(int K, int M, const model_params *params, int lane, AT(parameters) *given);
TARGET void AT(empty_ramps)(AT(ramps) *ramps);
TARGET void AT(load_ramps)(int K, int M, const model_params *params, const model_params *then, int lane, AT(ramps) *ramps, AT(parameters) *given);
TARGET void AT(ramped)(const AT(ramps) *ramps, lanes share, AT(parameters) *given);
TARGET void AT(conditions)(AT(parameters) *given);
TARGET lanes *AT(empty)(int K, int M, AT(parameters) *given, lanes *work);
