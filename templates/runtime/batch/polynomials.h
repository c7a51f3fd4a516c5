/* Polynomials, which are emitted from a template. Nothing of this file is emitted. */
#include "roots.h"

TARGET lanes AT(log2)(lanes x);
TARGET lanes AT(exp2)(lanes x);
TARGET lanes AT(arcsine_factor)(lanes u);
