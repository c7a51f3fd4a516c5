/* Nodes over kappa, and functions there. */
#include "remainder.c"

/* What the functions of a model are. */
typedef void (*function)(const averages *, double, double, double *);
function features_of(int activation);
function target_of(int target);
int activation_parity(int activation);
int target_parity(int target);
void prepare_activation(int activation, double spread, double largest, double *space, averages *at);
void prepare_target(int target, double spread, double largest, double *space, averages *at);

UNUSED static void fill_nodes(double width, double *weight, double *kappa);
UNUSED static void fill_features(int activation, double u, double c, const double *kappa, double *c0, double *c1, double *c22,
                                 double *space);
UNUSED static void fill_signal(int target, double gamma, double rest, const double *kappa, double *h0, double *h1, double *h2,
                               double *space);

/* -- emitted from here on -- */
/* Half the nodes and weights of N(0, 1) on the scale ``width`` around 0; node 2 i + 1 is the mirror image of node 2 i. */
static void fill_nodes(double width, double *weight, double *kappa)
{
    double total = 0.0;

    for (int node = 0; node < PANELS*ORDER; ++node) {
        const double half = 0.5*asinh(END/width)/PANELS;
        const double t = half*(2*(node / ORDER) + 1 + panel_node[node % ORDER]);

        kappa[2*node] = width*sinh(t);
        kappa[2*node + 1] = -kappa[2*node];
        weight[2*node] = half*width*cosh(t)*panel_weight[node % ORDER]*exp(-0.5*kappa[2*node]*kappa[2*node]);
        total += 2.0*weight[2*node];
    }
    for (int node = 0; node < NODES; node += 2) {
        weight[node] /= total;
        weight[node + 1] = weight[node];
    }
}

/* Three functions of kappa at the nodes: f at mean slope kappa; at -kappa by parity where there is one. */
static void fill_function(function f, int parity, const averages *at, double slope, double width, const double *kappa,
                          double *first, double *second, double *third)
{
    double found[3];

    for (int node = 0; node < NODES; ++node) {
        if (node % 2 && parity) {
            found[0] *= parity;
            found[1] *= -parity;
        } else {
            f(at, slope*kappa[node], width, found);
        }
        first[node] = found[0];
        second[node] = found[1];
        third[node] = found[2];
    }
}

/* c0, c1, c2^2 at the nodes, for a spike of strength u and a bulk of variance c. */
static void fill_features(int activation, double u, double c, const double *kappa, double *c0, double *c1, double *c22, double *space)
{
    averages at;

    prepare_activation(activation, sqrt(c), fabs(u)*END, space, &at);
    fill_function(features_of(activation), activation_parity(activation), &at, u, c, kappa, c0, c1, c22);
}

/* h0, h1, h2 at the nodes. */
static void fill_signal(int target, double gamma, double rest, const double *kappa, double *h0, double *h1, double *h2, double *space)
{
    averages at;

    prepare_target(target, rest, fabs(gamma)*END, space, &at);
    fill_function(target_of(target), target_parity(target), &at, gamma, rest, kappa, h0, h1, h2);
}
