/* What all points share. */
#include "tables.c"

UNUSED static int called(int activation, int target, const void *params, const void *results, const void *work);

/* -- emitted from here on -- */
/* The status of what all points share, or OK. */
static int called(int activation, int target, const void *params, const void *results, const void *work)
{
    if (!params) {
        return MODEL_NULL_PARAMS;
    }
    if (!results) {
        return MODEL_NULL_RESULTS;
    }
    if (!work) {
        return MODEL_NULL_WORK;
    }
    if (!features_of(activation)) {
        return MODEL_ACTIVATION;
    }
    return target_of(target) ? MODEL_OK : MODEL_TARGET;
}
