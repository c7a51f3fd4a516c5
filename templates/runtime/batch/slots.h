/*
 * What of the integrator depends on the model or is a table of the method: the observables, the norms, and the sums over
 * stages. Nothing of this file is emitted.
 */
#include "fleet.h"

TARGET void AT(at_time)(AT(fleet) *f, lanes alpha);
TARGET void AT(observe)(const AT(fleet) *f, int which, const lanes *state, lanes *value);
TARGET mask AT(negative)(const AT(fleet) *f, const lanes *state);
TARGET void AT(record)(AT(fleet) *f, mask here, const lanes *state);
TARGET void AT(unreached)(const AT(fleet) *f, size_t t, size_t from);
TARGET int AT(reason)(const AT(fleet) *f, int lane);
TARGET lanes AT(stages)(AT(fleet) *f);
TARGET void AT(interpolation)(AT(fleet) *f);
