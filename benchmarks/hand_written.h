/*
 * hand_written.h - the equations of SGD (Saad and Solla 1995, V = 1) and of FO-ANIL at P = V = infinity (one inner step, w0 = 0, tasks N(0, I)), as somebody writes
 * them by hand: eight trajectories in the lanes of AVX-512 vectors, and one in plain loops. Nothing here is emitted or derived; it is what the kernels
 * are measured against. erf(x/sqrt 2) throughout. State: R, and the upper triangle of Q, row by row.
 */
#include <immintrin.h>
#include <math.h>
#include <stddef.h>
#ifdef SIZE_K
#define K SIZE_K
#define M SIZE_M
#define SIZES(x)
#else
#define K k_
#define M m_
#endif
enum { MOST = 24 };
#define PI 3.14159265358979323846
typedef double lanes __attribute__((vector_size(64)));
#define TARGET __attribute__((target("avx512f,avx512dq,avx2,fma")))
TARGET static inline lanes spread(double x) { return _mm512_set1_pd(x); }
TARGET static inline lanes fmadd(lanes x, lanes y, lanes z) { return _mm512_fmadd_pd(x, y, z); }

/* 14 bits, then one step of fourth order */
TARGET static inline lanes inverse_root(lanes x)
{
    const lanes y = _mm512_maskz_rsqrt14_pd(0xFF, x), e = fmadd(-(x*y), y, spread(1.0));
    return fmadd(y*e, fmadd(e, fmadd(e, spread(0.3125), spread(0.375)), spread(0.5)), y);
}

/* asin(x) = x + x^3 p(x^2) for |x| <= 0.6, else pi/2 - 2 asin(sqrt((1 - |x|)/2)) */
TARGET static inline lanes factor(lanes u)
{
    static const double c[] = {0.16666666666666669, 0.074999999999961334, 0.044642857150846253, 0.030381943794998225, 0.022372186639372297, 0.017352063618159528, 0.013976421888983695, 0.011421446555339138, 0.01079035006769722, 0.0026235961611215607, 0.030262886099907103, -0.057344048056586196, 0.12469228538576427, -0.13119590854890659, 0.081323126116977645};
    const lanes v = u*u;
    lanes even = spread(c[14]), odd = spread(c[13]);
    for (int p = 12; p >= 0; p -= 2) {
        even = fmadd(even, v, spread(c[p]));
    }
    for (int p = 11; p > 0; p -= 2) {
        odd = fmadd(odd, v, spread(c[p]));
    }
    return fmadd(odd, u, even);
}
TARGET static inline lanes arcsine(lanes x)
{
    const lanes u = x*x;
    const lanes size = _mm512_abs_pd(x);
    lanes near = fmadd(x*u, factor(u), x);
    const __mmask8 far = _mm512_cmp_pd_mask(size, spread(0.6), _CMP_GT_OQ);
    if (far) {
        const lanes w = fmadd(size, spread(-0.5), spread(0.5)), z = _mm512_maskz_sqrt_pd(0xFF, w);
        lanes large = spread(1.5707963267948966) - 2.0*fmadd(z*w, factor(w), z);
        large = _mm512_or_pd(large, _mm512_and_pd(x, spread(-0.0)));
        near = _mm512_mask_blend_pd(far, near, large);
    }
    return near;
}

typedef struct { lanes C[MOST][MOST], H[MOST][MOST], G[MOST][MOST], v[MOST][MOST], r[MOST], D[MOST][MOST]; } room;

/* FO-ANIL, P = V = infinity */
TARGET void hand_fo_anil(int k_, int m_, lanes eta_J, lanes eta_w, const lanes *T, const lanes *state, lanes *slope)
{
    const int S = K + M;
    room a;
    const lanes *q = state + K*M;
    (void)k_; (void)m_;
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) { a.C[k][l] = a.C[l][k] = *q++; }
        for (int n = 0; n < M; ++n) { a.C[k][K + n] = a.C[K + n][k] = state[k*M + n]; }
    }
    for (int n = 0; n < M; ++n) { for (int m = 0; m < M; ++m) { a.C[K + n][K + m] = T[n*M + m]; } }
    for (int i = 0; i < S; ++i) { a.r[i] = inverse_root(1.0 + a.C[i][i]); }
    const lanes scale = eta_w*0.63661977236758138;
    for (int k = 0; k < K; ++k) {
        for (int m = 0; m < M; ++m) {
            a.H[k][m] = scale*arcsine(a.C[k][K + m]*a.r[k]*a.r[K + m]);
            a.G[k][K + m] = -a.H[k][m];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            lanes sum = a.H[k][0]*a.H[l][0];
            for (int m = 1; m < M; ++m) { sum = fmadd(a.H[k][m], a.H[l][m], sum); }
            a.G[k][l] = a.G[l][k] = sum;
        }
    }
    for (int k = 0; k < K; ++k) {
        const lanes s = a.r[k]*a.r[k];
        lanes total = spread(0.0);
        for (int j = 0; j < S; ++j) {
            const lanes c = a.C[k][j];
            a.v[k][j] = a.G[k][j]*inverse_root(1.0 + a.C[j][j] - c*c*s);
            total = fmadd(a.v[k][j], c, total);
        }
        const lanes f = -0.63661977236758138*eta_J*a.r[k];
        total = -total*s;
        for (int i = 0; i < S; ++i) {
            lanes sum = total*a.C[k][i];
            for (int j = 0; j < S; ++j) { sum = fmadd(a.C[i][j], a.v[k][j], sum); }
            a.D[k][i] = f*sum;
        }
    }
    for (int k = 0; k < K; ++k) { for (int n = 0; n < M; ++n) { *slope++ = a.D[k][K + n]; } }
    for (int k = 0; k < K; ++k) { for (int l = k; l < K; ++l) { *slope++ = a.D[k][l] + a.D[l][k]; } }
}

/* SGD with all heads one, V = 1 */
TARGET void hand_sgd(int k_, int m_, lanes eta, const lanes *T, const lanes *state, lanes *slope)
{
    const int S = K + M;
    room a;
    const lanes *q = state + K*M;
    (void)k_; (void)m_;
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) { a.C[k][l] = a.C[l][k] = *q++; }
        for (int n = 0; n < M; ++n) { a.C[k][K + n] = a.C[K + n][k] = state[k*M + n]; }
    }
    for (int n = 0; n < M; ++n) { for (int m = 0; m < M; ++m) { a.C[K + n][K + m] = T[n*M + m]; } }
    for (int i = 0; i < S; ++i) { a.r[i] = inverse_root(1.0 + a.C[i][i]); }
    lanes *p = slope + K*M;
    for (int k = 0; k < K; ++k) {
        const lanes s = a.r[k]*a.r[k];
        lanes total = spread(0.0);
        for (int j = 0; j < S; ++j) {
            const lanes c = a.C[k][j];
            a.v[k][j] = a.G[k][j] = inverse_root(1.0 + a.C[j][j] - c*c*s);
            if (j >= K) { a.v[k][j] = -a.v[k][j]; }
            total = fmadd(a.v[k][j], c, total);
        }
        const lanes f = -0.63661977236758138*eta*a.r[k];
        total = -total*s;
        for (int i = 0; i < S; ++i) {
            lanes sum = total*a.C[k][i];
            for (int j = 0; j < S; ++j) { sum = fmadd(a.C[i][j], a.v[k][j], sum); }
            a.D[k][i] = f*sum;
        }
        for (int n = 0; n < M; ++n) { slope[k*M + n] = a.D[k][K + n]; }
    }
    const lanes four = 0.4052847345693511*eta*eta;
    for (int k = 0; k < K; ++k) {
        const lanes s = a.r[k]*a.r[k];
        for (int l = k; l < K; ++l) {
            /* covariance under the weights of k and of l */
            lanes sum = spread(0.0), A[MOST][MOST], z[MOST];
            const lanes g = a.G[k][l], t = g*g;
            for (int i = 0; i < S; ++i) {
                const lanes ci = a.C[k][i]*s, di = (a.C[l][i] - a.C[k][l]*ci)*t;
                for (int j = i; j < S; ++j) {
                    const lanes dj = fmadd(-(a.C[k][l]*s), a.C[k][j], a.C[l][j]);
                    A[i][j] = fmadd(-di, dj, fmadd(-ci, a.C[k][j], a.C[i][j]));
                }
                z[i] = inverse_root(1.0 + A[i][i]);
            }
            for (int i = 0; i < S; ++i) {
                sum += 0.5*arcsine(A[i][i]*z[i]*z[i]);
                for (int j = i + 1; j < S; ++j) {
                    const lanes term = arcsine(A[i][j]*z[i]*z[j]);
                    sum = (i < K) == (j < K) ? sum + term : sum - term;
                }
            }
            *p++ = a.D[k][l] + a.D[l][k] + four*2.0*sum*a.r[k]*g;
        }
    }
}

/* One trajectory in plain loops: the formulas as the papers print them. */
typedef struct {
    double C[MOST][MOST];
} covariance;

/* <g'(i) j g(k)> */
static double I3(const covariance *c, int i, int j, int k)
{
    const double L = (1.0 + c->C[i][i])*(1.0 + c->C[k][k]) - c->C[i][k]*c->C[i][k];

    return 2.0/PI/sqrt(L)*(c->C[j][k]*(1.0 + c->C[i][i]) - c->C[i][j]*c->C[i][k])/(1.0 + c->C[i][i]);
}

/* <g'(i) g'(j) g(k) g(l)> */
static double I4(const covariance *c, int i, int j, int k, int l)
{
    const double(*C)[MOST] = c->C;
    const double L4 = (1.0 + C[i][i])*(1.0 + C[j][j]) - C[i][j]*C[i][j];
    const double L0 = L4*C[k][l] - C[j][k]*C[j][l]*(1.0 + C[i][i]) - C[i][k]*C[i][l]*(1.0 + C[j][j]) + C[i][j]*C[i][k]*C[j][l] + C[i][j]*C[i][l]*C[j][k];
    const double L1 = L4*(1.0 + C[k][k]) - C[j][k]*C[j][k]*(1.0 + C[i][i]) - C[i][k]*C[i][k]*(1.0 + C[j][j]) + 2.0*C[i][j]*C[i][k]*C[j][k];
    const double L2 = L4*(1.0 + C[l][l]) - C[j][l]*C[j][l]*(1.0 + C[i][i]) - C[i][l]*C[i][l]*(1.0 + C[j][j]) + 2.0*C[i][j]*C[i][l]*C[j][l];

    return 4.0/(PI*PI)/sqrt(L4)*asin(L0/sqrt(L1*L2));
}

static void fill(int k_, int m_, covariance *c, const double *T, const double *state)
{
    const double *q = state + K*M;

    (void)k_;
    (void)m_;
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            c->C[k][l] = c->C[l][k] = *q++;
        }
        for (int n = 0; n < M; ++n) {
            c->C[k][K + n] = c->C[K + n][k] = state[k*M + n];
        }
    }
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            c->C[K + n][K + m] = T[n*M + m];
        }
    }
}

/* FO-ANIL, P = V = infinity */
static void plain_fo_anil(int k_, int m_, double eta_J, double eta_w, const double *T, const double *state, double *slope)
{
    const int S = K + M;
    covariance c;
    double H[MOST][MOST], G[MOST][MOST], D[MOST][MOST];

    fill(k_, m_, &c, T, state);
    for (int k = 0; k < K; ++k) {
        for (int m = 0; m < M; ++m) {
            H[k][m] = eta_w*2.0/PI*asin(c.C[k][K + m]/sqrt((1.0 + c.C[k][k])*(1.0 + c.C[K + m][K + m])));
            G[k][K + m] = -H[k][m];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = 0; l < K; ++l) {
            G[k][l] = 0.0;
            for (int m = 0; m < M; ++m) {
                G[k][l] += H[k][m]*H[l][m];
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            D[k][i] = 0.0;
            for (int j = 0; j < S; ++j) {
                D[k][i] -= eta_J*G[k][j]*I3(&c, k, i, j);
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            *slope++ = D[k][K + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            *slope++ = D[k][l] + D[l][k];
        }
    }
}

/* SGD with all heads one, V = 1 */
static void plain_sgd(int k_, int m_, double eta, const double *T, const double *state, double *slope)
{
    const int S = K + M;
    covariance c;
    double D[MOST][MOST];

    fill(k_, m_, &c, T, state);
    for (int k = 0; k < K; ++k) {
        for (int i = 0; i < S; ++i) {
            D[k][i] = 0.0;
            for (int j = 0; j < S; ++j) {
                D[k][i] -= (j < K ? eta : -eta)*I3(&c, k, i, j);
            }
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int n = 0; n < M; ++n) {
            *slope++ = D[k][K + n];
        }
    }
    for (int k = 0; k < K; ++k) {
        for (int l = k; l < K; ++l) {
            double sum = 0.0;
            for (int i = 0; i < S; ++i) {
                sum += I4(&c, k, l, i, i);
                for (int j = i + 1; j < S; ++j) {
                    sum += ((i < K) == (j < K) ? 2.0 : -2.0)*I4(&c, k, l, i, j);
                }
            }
            *slope++ = D[k][l] + D[l][k] + eta*eta*sum;
        }
    }
}
