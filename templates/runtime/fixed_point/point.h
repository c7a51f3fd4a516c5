/*
 * A fixed point as the files here see it: the sizes and constants of the method, and its rules, with values as in
 * derive/targets/stationary.py. Nothing of this file is emitted.
 */
#ifndef RUNTIME_POINT_H
#define RUNTIME_POINT_H

#include "../model.h"

enum { PANELS = 8, ORDER = 20, NODES = 2 * PANELS * ORDER, OWEN = 12 };
enum { GRID = 1000, SPACE = 4 * GRID, HERMITE = 12 };
enum { NOISE = 69, LABELS = NODES * NOISE };
enum { MOST_STEPS = 60 };

#define END 9.0
#define ROUNDING 1e-15
#define EXPONENT 40.0
#define RANGE 8.5
#define NARROW 12.0
#define LEAST_MODE 1e-12
#define TOLERANCE 1e-13
#define NOISE_END 8.5
#define PI 3.1415926535897931

extern const int warm_ups[3];
extern const double panel_node[ORDER];
extern const double panel_weight[ORDER];
extern const double owen_node[OWEN];
extern const double owen_weight[OWEN];
extern const double hermite_node[HERMITE];
extern const double hermite_weight[HERMITE];

#endif
