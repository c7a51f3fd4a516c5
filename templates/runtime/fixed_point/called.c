/* What all points share. */
#include "tables.c"

UNUSED static int called(int activation, int target, int given);

/* -- emitted from here on -- */
/* The status of what all points share, or OK; ``given``: no pointer is NULL. */
static int called(int activation, int target, int given)
{
    if (!given) {
        return MODEL_NULL_POINTER;
    }
    if (!features_of(activation)) {
        return MODEL_ACTIVATION;
    }
    return target_of(target) ? MODEL_OK : MODEL_TARGET;
}
