/* What a call integrates at a time. */
#include "equations.h"

/* -- emitted from here on -- */
/* -- Dormand-Prince 5(4) with steps of each lane's own, after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I - */

#if KERNEL_LEVEL == KERNEL_FIRST
enum { KERNEL_VECTORS = 15 }; /* y, new y, 7 stages, 4 of dense output, a row, what is kept */
#endif

/* What one call integrates at a time. */
typedef struct {
    int K, M;
    size_t size, count;
    const model_params *params;
    const double *states;
    const kernel_request *request;
    const kernel_results *results;
    AT(parameters) given;
    AT(ramps) ramps;         /* of rates that change along the way */
    lanes *y, *y_new, *slope[7], *dense[4], *row, *kept, *values, *arrays;
    lanes alpha, h, log_before, tries, accepted;
    lanes end;               /* of the trajectory, or of what is traced */
    lanes awaited;           /* the next time asked for */
    lanes looked;            /* the observable that is compared with the level, where it was computed last */
    lanes seen;              /* the same at the time before, in lanes that trace at the start of the step */
    mask active, rejected, broken;
    mask watching;           /* lanes that look for the level at the times asked for; at the time before their state is `kept` */
    mask tracing;            /* lanes that go from there once more, to where the level is crossed */
    int again[WIDTH];        /* the same */
    size_t crossed[WIDTH];   /* place of the time behind a crossing that is yet to be traced, or 0 */
    int failing[WIDTH];      /* why a stage of the last step failed */
    int empty[WIDTH];        /* lanes that want a trajectory */
    size_t trajectory[WIDTH];
    size_t next[WIDTH];      /* place of the next time asked for */
} AT(fleet);
