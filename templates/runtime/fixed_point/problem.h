/*
 * A point to solve as the files here see it, with what templates emit for the stages of a system. Nothing of this file
 * is emitted.
 */
#ifndef RUNTIME_PROBLEM_H
#define RUNTIME_PROBLEM_H

#include "point.h"

/* A model's has what stages read beside the parameters. */
typedef struct {
    const model_params *params;
} problem;

/* A model's has the tables of nodes and all variables too. */
typedef struct {
    int groups;
    int size;
    int all;
    double *V1;
    double *start;
    double *sizes;
    double *step;
    double *vector;
    double *matrix;
    double *modes;
    double *open;
    double *right;
    double *axes;
} memory;

void set_start(const problem *of, const memory *at);
void plain_step(const problem *of, const memory *at);
void curvature(const problem *of, const memory *at);
void move(const memory *at, const double *step, double share);

#endif
