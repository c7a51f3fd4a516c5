/* What averages of a function without closed ones need. */
#include "point.h"

/* -- emitted from here on -- */
/* r0, r1, r2 at x: the part of f, f' and f^2 that has no closed average. */
typedef void (*values_at)(double x, double *found);

/* Sums for its averages over a field of one standard deviation: over a grid, or, where that is narrow, around each mean. */
typedef struct {
    values_at values;
    double spread;
    double pace; /* of the grid, in units of the spread */
    int size;    /* the grid is from -size to size; -1 where there is none */
    int window;  /* points on either side of a mean that count */
    double *grid;  /* 3 values per point */
    double *gauss; /* weights of the points beside one on which a mean falls */
} averages;
