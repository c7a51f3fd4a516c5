/* What a call integrates at a time. */
#include "equations.h"

/* -- emitted from here on -- */
/* -- Dormand-Prince 5(4) with steps of each lane's own, after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I - */

#if KERNEL_LEVEL == KERNEL_FIRST
enum { KERNEL_VECTORS = 14 }; /* y, new y, 7 stages, 4 of dense output, a row */
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
    lanes *y, *y_new, *slope[7], *dense[4], *row, *values, *arrays;
    lanes alpha, h, log_before, tries, accepted;
    lanes awaited;           /* the next time asked for */
    lanes seen;              /* the observable at the start of the step */
    mask active, watching, rejected, broken;
    int failing[WIDTH];      /* why a stage of the last step failed */
    int empty[WIDTH];        /* lanes that want a trajectory */
    size_t trajectory[WIDTH];
    size_t next[WIDTH];      /* place of the next time asked for */
} AT(fleet);
