/*
 * dropout_linear_batch_lanes.h - SGD with dropout: units are kept with a probability in each step
 *
 * Emitted by orderode 0.1.0 from the system dropout_linear, digest c4657ccb582458ad. Do not edit. Licence: MIT-0.
 * Part of dropout_linear_batch.c, which includes it once per instruction set: no include guard.
 */
/* -- vectors of one instruction set ------------------------------------------------------------------------------------ */

#undef AT
#undef WIDE
#undef LANES
#undef WIDTH
#undef TARGET
#define LANES(x) AT(spread)(x)
#if DROPOUT_LINEAR_BATCH_LEVEL == 2 || DROPOUT_LINEAR_BATCH_LEVEL == 4
#define TARGET __attribute__((target("avx512f,avx512dq,avx2,fma")))
#elif DROPOUT_LINEAR_BATCH_LEVEL == 1 || DROPOUT_LINEAR_BATCH_LEVEL == 3
#define TARGET __attribute__((target("avx2,fma")))
#endif
#if DROPOUT_LINEAR_BATCH_LEVEL == 4
#define AT(f) dropout_linear_batch_##f##_avx512_single
#define WIDE(f) dropout_linear_batch_##f##_avx512
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif DROPOUT_LINEAR_BATCH_LEVEL == 3
#define AT(f) dropout_linear_batch_##f##_avx2_single
#define WIDE(f) dropout_linear_batch_##f##_avx2
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif DROPOUT_LINEAR_BATCH_LEVEL == 2
#define AT(f) dropout_linear_batch_##f##_avx512
#define WIDTH 8
typedef __m512d AT(vector);
typedef __mmask8 AT(mask);
#elif DROPOUT_LINEAR_BATCH_LEVEL == 1
#define AT(f) dropout_linear_batch_##f##_avx2
#define WIDTH 4
typedef __m256d AT(vector);
typedef __m256d AT(mask);
#else
#define AT(f) dropout_linear_batch_##f##_baseline
#define WIDTH 1
#define TARGET
typedef double AT(vector);
typedef int AT(mask);
#endif
#undef lanes
#undef mask
#define lanes AT(vector)
#define mask AT(mask)

/* Masked with all lanes where the plain intrinsics of GCC 12 warn of a value that is not initialised. */
#if DROPOUT_LINEAR_BATCH_LEVEL == 2
TARGET static inline lanes AT(spread)(double x) { return _mm512_set1_pd(x); }
TARGET static inline lanes AT(fma)(lanes x, lanes y, lanes z) { return _mm512_fmadd_pd(x, y, z); }
TARGET static inline lanes AT(root)(lanes x) { return _mm512_maskz_sqrt_pd(0xFF, x); }
TARGET static inline lanes AT(absolute)(lanes x) { return _mm512_abs_pd(x); }
TARGET static inline lanes AT(larger)(lanes x, lanes y) { return _mm512_maskz_max_pd(0xFF, x, y); }
TARGET static inline lanes AT(smaller)(lanes x, lanes y) { return _mm512_maskz_min_pd(0xFF, x, y); }
TARGET static inline mask AT(greater)(lanes x, lanes y) { return _mm512_cmp_pd_mask(x, y, _CMP_GT_OQ); }
TARGET static inline mask AT(at_most)(lanes x, lanes y) { return _mm512_cmp_pd_mask(x, y, _CMP_LE_OQ); }
TARGET static inline mask AT(both)(mask x, mask y) { return (mask)(x & y); }
TARGET static inline mask AT(either)(mask x, mask y) { return (mask)(x | y); }
TARGET static inline mask AT(without)(mask x, mask y) { return (mask)(x & ~y); }
TARGET static inline int AT(any)(mask x) { return x != 0; }
TARGET static inline lanes AT(select)(mask x, lanes y, lanes z) { return _mm512_mask_blend_pd(x, z, y); }
TARGET static inline lanes AT(with_sign)(lanes x, lanes y)
{
    const __m512i sign = _mm512_set1_epi64((long long)0x8000000000000000ULL);

    return _mm512_castsi512_pd(_mm512_or_si512(_mm512_maskz_andnot_epi64(0xFF, sign, _mm512_castpd_si512(x)), _mm512_and_si512(sign, _mm512_castpd_si512(y))));
}
/* The exponent of x as a number; x lies between 1 and 2 after. */
TARGET static inline lanes AT(exponent)(lanes *x)
{
    const __m512i bits = _mm512_castpd_si512(*x);
    const __m512i one = _mm512_set1_epi64(0x3FF0000000000000LL);
    const __m512i low = _mm512_set1_epi64(0x000FFFFFFFFFFFFFLL);
    const __m512i magic = _mm512_set1_epi64(0x4330000000000000LL);
    const __m512i power = _mm512_or_si512(_mm512_maskz_srli_epi64(0xFF, bits, 52), magic);

    *x = _mm512_castsi512_pd(_mm512_or_si512(_mm512_and_si512(bits, low), one));
    return _mm512_sub_pd(_mm512_castsi512_pd(power), _mm512_set1_pd(4503599627370496.0 + 1023.0));
}
/* 2^n for whole n between -1022 and 1023, given as n + 1.5 2^52. */
TARGET static inline lanes AT(power_of_two)(lanes shifted)
{
    const __m512i bits = _mm512_add_epi64(_mm512_castpd_si512(shifted), _mm512_set1_epi64(1023));

    return _mm512_castsi512_pd(_mm512_maskz_slli_epi64(0xFF, bits, 52));
}
/* x^(-1/2), NaN for x <= 0: 14 bits from the instruction and a step of fourth order. */
TARGET static inline lanes AT(inverse_root)(lanes x)
{
    const lanes y = _mm512_maskz_rsqrt14_pd(0xFF, x);
    const lanes e = AT(fma)(-(x*y), y, LANES(1.0));

    return AT(fma)(y*e, AT(fma)(AT(fma)(LANES(0.3125), e, LANES(0.375)), e, LANES(0.5)), y);
}
#elif DROPOUT_LINEAR_BATCH_LEVEL == 1
TARGET static inline lanes AT(spread)(double x) { return _mm256_set1_pd(x); }
TARGET static inline lanes AT(fma)(lanes x, lanes y, lanes z) { return _mm256_fmadd_pd(x, y, z); }
TARGET static inline lanes AT(root)(lanes x) { return _mm256_sqrt_pd(x); }
TARGET static inline lanes AT(absolute)(lanes x) { return _mm256_andnot_pd(_mm256_set1_pd(-0.0), x); }
TARGET static inline lanes AT(larger)(lanes x, lanes y) { return _mm256_max_pd(x, y); }
TARGET static inline lanes AT(smaller)(lanes x, lanes y) { return _mm256_min_pd(x, y); }
TARGET static inline mask AT(greater)(lanes x, lanes y) { return _mm256_cmp_pd(x, y, _CMP_GT_OQ); }
TARGET static inline mask AT(at_most)(lanes x, lanes y) { return _mm256_cmp_pd(x, y, _CMP_LE_OQ); }
TARGET static inline mask AT(both)(mask x, mask y) { return _mm256_and_pd(x, y); }
TARGET static inline mask AT(either)(mask x, mask y) { return _mm256_or_pd(x, y); }
TARGET static inline mask AT(without)(mask x, mask y) { return _mm256_andnot_pd(y, x); }
TARGET static inline int AT(any)(mask x) { return _mm256_movemask_pd(x) != 0; }
TARGET static inline lanes AT(select)(mask x, lanes y, lanes z) { return _mm256_blendv_pd(z, y, x); }
TARGET static inline lanes AT(with_sign)(lanes x, lanes y)
{
    const lanes sign = _mm256_set1_pd(-0.0);

    return _mm256_or_pd(_mm256_andnot_pd(sign, x), _mm256_and_pd(sign, y));
}
/* The exponent of x as a number; x lies between 1 and 2 after. */
TARGET static inline lanes AT(exponent)(lanes *x)
{
    const __m256i bits = _mm256_castpd_si256(*x);
    const __m256i one = _mm256_set1_epi64x(0x3FF0000000000000LL);
    const __m256i low = _mm256_set1_epi64x(0x000FFFFFFFFFFFFFLL);
    const __m256i magic = _mm256_set1_epi64x(0x4330000000000000LL);
    const __m256i power = _mm256_or_si256(_mm256_srli_epi64(bits, 52), magic);

    *x = _mm256_castsi256_pd(_mm256_or_si256(_mm256_and_si256(bits, low), one));
    return _mm256_sub_pd(_mm256_castsi256_pd(power), _mm256_set1_pd(4503599627370496.0 + 1023.0));
}
/* 2^n for whole n between -1022 and 1023, given as n + 1.5 2^52. */
TARGET static inline lanes AT(power_of_two)(lanes shifted)
{
    const __m256i bits = _mm256_add_epi64(_mm256_castpd_si256(shifted), _mm256_set1_epi64x(1023));

    return _mm256_castsi256_pd(_mm256_slli_epi64(bits, 52));
}
/* x^(-1/2), NaN for x <= 0: 4 bits from the halved exponent (Lomont 2003), a step of fourth and one of third order. */
TARGET static inline lanes AT(inverse_root)(lanes x)
{
    const __m256i half = _mm256_srli_epi64(_mm256_castpd_si256(x), 1);
    const mask good = AT(both)(AT(at_most)(LANES(DBL_MIN), x), AT(at_most)(x, LANES(DBL_MAX)));
    lanes y = _mm256_castsi256_pd(_mm256_sub_epi64(_mm256_set1_epi64x(0x5FE6EB50C7B537A9LL), half));
    lanes e = AT(fma)(-(x*y), y, LANES(1.0));

    y = y*AT(fma)(AT(fma)(AT(fma)(LANES(0.31372071100275467), e, LANES(0.37635619162745854)), e, LANES(0.49999924549523467)), e, LANES(0.99999916177006221));
    e = AT(fma)(-(x*y), y, LANES(1.0));
    return AT(select)(good, AT(fma)(y*e, AT(fma)(LANES(0.375), e, LANES(0.5)), y), LANES(NAN));
}
#else
TARGET static inline lanes AT(spread)(double x) { return x; }
TARGET static inline lanes AT(root)(lanes x) { return sqrt(x); }
TARGET static inline lanes AT(absolute)(lanes x) { return fabs(x); }
TARGET static inline lanes AT(larger)(lanes x, lanes y) { return x > y ? x : y; }
TARGET static inline lanes AT(smaller)(lanes x, lanes y) { return x < y ? x : y; }
TARGET static inline mask AT(greater)(lanes x, lanes y) { return x > y; }
TARGET static inline mask AT(at_most)(lanes x, lanes y) { return x <= y; }
TARGET static inline mask AT(both)(mask x, mask y) { return x && y; }
TARGET static inline mask AT(either)(mask x, mask y) { return x || y; }
TARGET static inline mask AT(without)(mask x, mask y) { return x && !y; }
TARGET static inline int AT(any)(mask x) { return x; }
TARGET static inline lanes AT(select)(mask x, lanes y, lanes z) { return x ? y : z; }
TARGET static inline lanes AT(with_sign)(lanes x, lanes y) { return copysign(x, y); }
#if DROPOUT_LINEAR_BATCH_LEVEL
/* One trajectory with the bits of a lane: what has no operation of its own is taken from a vector. */
TARGET static inline lanes AT(lowest)(WIDE(vector) x)
{
#if DROPOUT_LINEAR_BATCH_LEVEL == 4
    return _mm512_cvtsd_f64(x);
#else
    return _mm256_cvtsd_f64(x);
#endif
}
TARGET static inline lanes AT(fma)(lanes x, lanes y, lanes z) { return __builtin_fma(x, y, z); }
/* The exponent of x as a number; x lies between 1 and 2 after. */
TARGET static inline lanes AT(exponent)(lanes *x)
{
    WIDE(vector) wide = WIDE(spread)(*x);
    const WIDE(vector) power = WIDE(exponent)(&wide);

    *x = AT(lowest)(wide);
    return AT(lowest)(power);
}
/* 2^n for whole n between -1022 and 1023, given as n + 1.5 2^52. */
TARGET static inline lanes AT(power_of_two)(lanes shifted) { return AT(lowest)(WIDE(power_of_two)(WIDE(spread)(shifted))); }
/* x^(-1/2), NaN for x <= 0. */
TARGET static inline lanes AT(inverse_root)(lanes x) { return AT(lowest)(WIDE(inverse_root)(WIDE(spread)(x))); }
#else
TARGET static inline lanes AT(fma)(lanes x, lanes y, lanes z) { return x*y + z; }
/* The exponent of x as a number; x lies between 1 and 2 after. */
TARGET static inline lanes AT(exponent)(lanes *x)
{
    int power;

    *x = 2.0*frexp(*x, &power);
    return (double)(power - 1);
}
/* 2^n for whole n between -1022 and 1023, given as n + 1.5 2^52. */
TARGET static inline lanes AT(power_of_two)(lanes shifted) { return ldexp(1.0, (int)(shifted - 6755399441055744.0)); }
/* x^(-1/2), NaN for x <= 0. */
TARGET static inline lanes AT(inverse_root)(lanes x) { return 1.0/sqrt(x > 0.0 ? x : NAN); }
#endif
#endif

/* x in a register: where several operations read it, compilers may else read it from memory for each of them. */
TARGET static inline lanes AT(held)(lanes x)
{
#if DROPOUT_LINEAR_BATCH_LEVEL == 2
    __asm__("" : "+v"(x));
#elif DROPOUT_LINEAR_BATCH_LEVEL == 1
    __asm__("" : "+x"(x));
#endif
    return x;
}

/* sqrt(x), x > 0: quicker than the instruction where many are wanted. */
TARGET static inline lanes AT(quick_root)(lanes x)
{
#if DROPOUT_LINEAR_BATCH_LEVEL == 0
    return sqrt(x);
#else
    const lanes y = AT(inverse_root)(x), z = x*y;
    return AT(fma)(LANES(0.5)*y, AT(fma)(-z, z, x), z);
#endif
}

/* log2(x), x > 0 and normal; absolute error below 1e-14. */
TARGET static inline lanes AT(log2)(lanes x)
{
    lanes power = AT(exponent)(&x), t, u;
    const mask upper = AT(greater)(x, LANES(1.4142135623730951));

    x = AT(select)(upper, LANES(0.5)*x, x);
    power = AT(select)(upper, power + LANES(1.0), power);
    t = (x - LANES(1.0))/(x + LANES(1.0));
    u = t*t;
    return AT(fma)(t, AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(LANES(0.17379588014298886), u, LANES(0.16831839104465415)), u, LANES(0.1924089043266122)), u, LANES(0.22195203610200445)), u, LANES(0.26230820290711637)), u, LANES(0.32059889786709789)), u, LANES(0.41219858311162461)), u, LANES(0.5770780163555842)), u, LANES(0.96179669392597555)), u, LANES(2.8853900817779268)), power);
}

/* 2^x, |x| <= 1000; relative error below 1e-14. */
TARGET static inline lanes AT(exp2)(lanes x)
{
    const lanes shifted = x + LANES(6755399441055744.0);
    const lanes rest = x - (shifted - LANES(6755399441055744.0));

    return AT(power_of_two)(shifted)*AT(fma)(rest, AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(LANES(2.5729324177362305e-11), rest, LANES(4.4558179083360645e-10)), rest, LANES(7.0548973041554995e-09)), rest, LANES(1.0178057087733941e-07)), rest, LANES(1.3215486808705563e-06)), rest, LANES(1.5252733841556773e-05)), rest, LANES(0.00015403530393370734)), rest, LANES(0.0013333558146406471)), rest, LANES(0.0096181291076284803)), rest, LANES(0.055504108664821625)), rest, LANES(0.24022650695910072)), rest, LANES(0.69314718055994529)), LANES(1.0));
}

/* The factor p of asin(x) = x + x^3 p(x^2), |x| <= DROPOUT_LINEAR_BATCH_NARROW. */
TARGET static inline lanes AT(arcsine_factor)(lanes u)
{
    return AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(LANES(0.081323126116977645), u, LANES(-0.13119590854890659)), u, LANES(0.12469228538576427)), u, LANES(-0.057344048056586196)), u, LANES(0.030262886099907103)), u, LANES(0.0026235961611215607)), u, LANES(0.01079035006769722)), u, LANES(0.011421446555339138)), u, LANES(0.013976421888983695)), u, LANES(0.017352063618159528)), u, LANES(0.022372186639372297)), u, LANES(0.030381943794998225)), u, LANES(0.044642857150846253)), u, LANES(0.074999999999961334)), u, LANES(0.16666666666666669));
}

/* asin(x), |x| <= 1, NaN elsewhere: at |x| > DROPOUT_LINEAR_BATCH_NARROW from pi/2 - 2 asin(sqrt((1 - |x|)/2)). */
TARGET static inline lanes AT(arcsine)(lanes x)
{
    const lanes size = AT(absolute)(x);
    const mask far = AT(greater)(size, LANES(DROPOUT_LINEAR_BATCH_NARROW));
    const lanes rest = AT(larger)(AT(fma)(LANES(-0.5), size, LANES(0.5)), LANES(DBL_MIN));
    const lanes z = AT(select)(far, AT(quick_root)(rest), size);
    const lanes u = AT(select)(far, rest, size*size);
    const lanes small = AT(fma)(z*u, AT(arcsine_factor)(u), z);
    const lanes large = LANES(1.5707963267948966) - (LANES(2.0)*small - LANES(6.123233995736766e-17));
    const mask inside = AT(at_most)(size, LANES(1.0));

    return AT(with_sign)(AT(select)(inside, AT(select)(far, large, small), LANES(NAN)), x);
}

#if DROPOUT_LINEAR_BATCH_LEVEL >= 3
/* n numbers to their arcsines, in place: as many at a time as a vector holds. */
TARGET static inline void AT(arcsines)(size_t n, lanes *x)
{
#if DROPOUT_LINEAR_BATCH_LEVEL == 4
    for (size_t place = 0; place < n; place += 8) {
        const __mmask8 there = n - place < 8 ? (__mmask8)((1U << (n - place)) - 1U) : (__mmask8)0xFF;
        WIDE(vector) some = _mm512_maskz_loadu_pd(there, x + place);
        WIDE(arcsines)(1, &some);
        _mm512_mask_storeu_pd(x + place, there, some);
    }
#else
    for (size_t place = 0; place < n; place += 4) {
        const __m256i there = _mm256_cmpgt_epi64(_mm256_set1_epi64x((long long)(n - place)), _mm256_setr_epi64x(0, 1, 2, 3));
        WIDE(vector) some = _mm256_maskload_pd(x + place, there);
        WIDE(arcsines)(1, &some);
        _mm256_maskstore_pd(x + place, there, some);
    }
#endif
}
#else
/* n vectors to their arcsines, in place. Arguments that are small in all lanes of a vector take the short way, which gives the same bits. */
TARGET static inline void AT(arcsines)(size_t n, lanes *x)
{
    for (size_t place = 0; place < n; ++place) {
        const lanes y = x[place], u = y*y;
        const lanes small = AT(fma)(y*u, AT(arcsine_factor)(u), y);

        x[place] = small;
        if (AT(any)(AT(greater)(AT(absolute)(y), LANES(DROPOUT_LINEAR_BATCH_NARROW)))) {
            x[place] = AT(arcsine)(y);
        }
    }
}
#endif

/* -- the equations ----------------------------------------------------------------------------------------------------- */

/* Parameters, one trajectory per lane. */
typedef struct {
    lanes eta_J;
    lanes eta_0;
    lanes noise;
    lanes decay;
    lanes keep;
    lanes V;
    lanes over_V;
    mask on_V; /* finite */
    lanes *T;
    lanes *mean;
    lanes *cov;
    lanes *kurtosis;
    lanes has_kurtosis;
    mask on_kurtosis; /* given */
    lanes is_general;
    mask on_general; /* beyond the usual case */
} AT(parameters);

/* Rates at the start, and how much they change until the end. */
typedef struct {
    lanes from_eta_J, change_eta_J;
    lanes from_eta_0, change_eta_0;
    lanes from_noise, change_noise;
    lanes from_decay, change_decay;
    lanes from_keep, change_keep;
    lanes none;
} AT(ramps);

TARGET SIZED static inline void AT(rhs_sized)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *dstate, lanes *work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const lanes *R = state;
    const lanes *Q = state + (size_t)K*(size_t)M;
    const lanes *w0 = state + overlaps;
    const lanes *T = given->T;
    const lanes *mean = given->mean;
    const lanes *cov = given->cov;
    const lanes *kurtosis = given->kurtosis;
    lanes *dR = dstate;
    lanes *dQ = dstate + (size_t)K*(size_t)M;
    lanes *dw0 = dstate + overlaps;
    const size_t with_V = AT(any)(given->on_V) ? 1 : 0;
    const size_t with_V_kurtosis = AT(any)(AT(both)(given->on_V, given->on_kurtosis)) ? 1 : 0;
    lanes *C = work;
    lanes *I2 = C + (size_t)S*(size_t)S;
    lanes *I3 = I2 + (size_t)S*(size_t)S;
    lanes *mc0 = I3 + (size_t)K*(size_t)S*(size_t)S;
    lanes *G0 = mc0 + (size_t)S;
    lanes *A = G0 + (size_t)S*(size_t)S;
    lanes *I4 = A + (size_t)K*(size_t)S;
    lanes *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    lanes *E = J2 + with_V*(size_t)K*(size_t)K;
    lanes *L0 = E + with_V*(size_t)K*(size_t)K;
    lanes *kappa = L0 + with_V_kurtosis*(size_t)S*(size_t)M;
    lanes *v0 = kappa + with_V_kurtosis*(size_t)M;
    mask general = given->on_general;
    size_t place = 0;

    (void)w0;
    (void)place;
    (void)with_V;
    (void)with_V_kurtosis;
    (void)T;
    (void)mean;
    (void)cov;
    (void)kurtosis;
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[k*S + l] = Q[dropout_linear_batch_packed(K, k, l)];
                C[l*S + k] = C[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C[k*S + K + n] = R[k*M + n];
                C[(K + n)*S + k] = C[k*S + K + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C[(K + n)*S + K + m] = T[n*M + m];
                C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
            }
        }
    }
    if (AT(any)(general)) {
        /* I2: <g(z_i) g(z_j)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                for (int j = k; j < S; ++j) {
                    I2[k*S + j] = C[k*S + j];
                    I2[j*S + k] = I2[k*S + j];
                }
            }
        }
    }
    /* I3: <g'(z_k) z_i g(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            for (int i = 0; i < S; ++i) {
                for (int j = 0; j < S; ++j) {
                    I3[(k*S + i)*S + j] = C[i*S + j];
                }
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
                            I4[((k*K + l)*S + i)*S + j] = C[i*S + j];
                            I4[((l*K + k)*S + i)*S + j] = I4[((k*K + l)*S + i)*S + j];
                            I4[((k*K + l)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                            I4[((l*K + k)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                        }
                    }
                }
            }
        }
        /* J2: <g'(z_k) g'(z_l)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    J2[k*K + l] = LANES(1.0);
                }
            }
        }
    }
    if (AT(any)(AT(both)(AT(both)(given->on_V, general), given->on_kurtosis))) {
        /* L0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
        {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    L0[k*M + m] = LANES(0.0);
                }
            }
        }
        {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    L0[(K + n)*M + m] = -LANES(m == n ? 1.0 : 0.0);
                }
            }
        }
        /* kappa: fourth cumulants of the task vector's components */
        {
            for (int m = 0; m < M; ++m) {
                kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
            }
        }
    }
    /* mc0: <c_i> over the task */
    {
        for (int k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }
    /* G0: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] = mc0[k]*mc0[l];
                G0[l*S + k] = G0[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] = mc0[k]*mc0[K + n];
            }
        }
    }
    if (AT(any)(given->on_V)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    G0[(K + n)*S + k] = G0[k*S + K + n];
                }
            }
        }
        {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    G0[(K + n)*S + K + m] = AT(select)(given->on_V, mc0[K + m]*mc0[K + n], LANES(0.0));
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, general))) {
        {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    G0[(K + n)*S + K + m] = G0[(K + n)*S + K + m] + AT(select)(AT(both)(given->on_V, general), cov[n*M + m], LANES(0.0));
                }
            }
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    {
        const lanes t2 = given->eta_J*(given->keep*given->keep);
        const lanes t4 = -given->eta_J*given->keep;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            const lanes t3 = t2*G0[k*S + k];
            const lanes t3_k_1 = t2*G0[k_1*S + k_1];
            const lanes t3_k_2 = t2*G0[k_2*S + k_2];
            const lanes t5 = t4*G0[k*S + k];
            const lanes t5_k_1 = t4*G0[k_1*S + k_1];
            const lanes t5_k_2 = t4*G0[k_2*S + k_2];
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t1 = LANES(0.0);
                lanes t1_k_1 = LANES(0.0);
                lanes t1_k_2 = LANES(0.0);
                lanes t1_i_1 = LANES(0.0);
                lanes t1_i_1_k_1 = LANES(0.0);
                lanes t1_i_1_k_2 = LANES(0.0);
                lanes t1_i_2 = LANES(0.0);
                lanes t1_i_2_k_1 = LANES(0.0);
                lanes t1_i_2_k_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(G0[k*S + K + n]);
                    const lanes x_1 = AT(held)(G0[k_1*S + K + n]);
                    const lanes x_2 = AT(held)(G0[k_2*S + K + n]);
                    t1 = AT(fma)(x_0, I3[(k*S + i)*S + K + n], t1);
                    t1_k_1 = AT(fma)(x_1, I3[(k_1*S + i)*S + K + n], t1_k_1);
                    t1_k_2 = AT(fma)(x_2, I3[(k_2*S + i)*S + K + n], t1_k_2);
                    t1_i_1 = AT(fma)(x_0, I3[(k*S + i_1)*S + K + n], t1_i_1);
                    t1_i_1_k_1 = AT(fma)(x_1, I3[(k_1*S + i_1)*S + K + n], t1_i_1_k_1);
                    t1_i_1_k_2 = AT(fma)(x_2, I3[(k_2*S + i_1)*S + K + n], t1_i_1_k_2);
                    t1_i_2 = AT(fma)(x_0, I3[(k*S + i_2)*S + K + n], t1_i_2);
                    t1_i_2_k_1 = AT(fma)(x_1, I3[(k_1*S + i_2)*S + K + n], t1_i_2_k_1);
                    t1_i_2_k_2 = AT(fma)(x_2, I3[(k_2*S + i_2)*S + K + n], t1_i_2_k_2);
                }
                A[k*S + i] = AT(fma)(t5, I3[(k*S + i)*S + k], AT(fma)(t3, I3[(k*S + i)*S + k], t1*t4));
                A[k_1*S + i] = AT(fma)(t5_k_1, I3[(k_1*S + i)*S + k_1], AT(fma)(t3_k_1, I3[(k_1*S + i)*S + k_1], t1_k_1*t4));
                A[k_2*S + i] = AT(fma)(t5_k_2, I3[(k_2*S + i)*S + k_2], AT(fma)(t3_k_2, I3[(k_2*S + i)*S + k_2], t1_k_2*t4));
                A[k*S + i_1] = AT(fma)(t5, I3[(k*S + i_1)*S + k], AT(fma)(t3, I3[(k*S + i_1)*S + k], t1_i_1*t4));
                A[k_1*S + i_1] = AT(fma)(t5_k_1, I3[(k_1*S + i_1)*S + k_1], AT(fma)(t3_k_1, I3[(k_1*S + i_1)*S + k_1], t1_i_1_k_1*t4));
                A[k_2*S + i_1] = AT(fma)(t5_k_2, I3[(k_2*S + i_1)*S + k_2], AT(fma)(t3_k_2, I3[(k_2*S + i_1)*S + k_2], t1_i_1_k_2*t4));
                A[k*S + i_2] = AT(fma)(t5, I3[(k*S + i_2)*S + k], AT(fma)(t3, I3[(k*S + i_2)*S + k], t1_i_2*t4));
                A[k_1*S + i_2] = AT(fma)(t5_k_1, I3[(k_1*S + i_2)*S + k_1], AT(fma)(t3_k_1, I3[(k_1*S + i_2)*S + k_1], t1_i_2_k_1*t4));
                A[k_2*S + i_2] = AT(fma)(t5_k_2, I3[(k_2*S + i_2)*S + k_2], AT(fma)(t3_k_2, I3[(k_2*S + i_2)*S + k_2], t1_i_2_k_2*t4));
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t1 = LANES(0.0);
                lanes t1_k_1 = LANES(0.0);
                lanes t1_k_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    t1 = AT(fma)(G0[k*S + K + n], I3[(k*S + i)*S + K + n], t1);
                    t1_k_1 = AT(fma)(G0[k_1*S + K + n], I3[(k_1*S + i)*S + K + n], t1_k_1);
                    t1_k_2 = AT(fma)(G0[k_2*S + K + n], I3[(k_2*S + i)*S + K + n], t1_k_2);
                }
                A[k*S + i] = AT(fma)(t5, I3[(k*S + i)*S + k], AT(fma)(t3, I3[(k*S + i)*S + k], t1*t4));
                A[k_1*S + i] = AT(fma)(t5_k_1, I3[(k_1*S + i)*S + k_1], AT(fma)(t3_k_1, I3[(k_1*S + i)*S + k_1], t1_k_1*t4));
                A[k_2*S + i] = AT(fma)(t5_k_2, I3[(k_2*S + i)*S + k_2], AT(fma)(t3_k_2, I3[(k_2*S + i)*S + k_2], t1_k_2*t4));
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            const lanes t3 = t2*G0[k*S + k];
            const lanes t5 = t4*G0[k*S + k];
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t1 = LANES(0.0);
                lanes t1_i_1 = LANES(0.0);
                lanes t1_i_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(G0[k*S + K + n]);
                    t1 = AT(fma)(x_0, I3[(k*S + i)*S + K + n], t1);
                    t1_i_1 = AT(fma)(x_0, I3[(k*S + i_1)*S + K + n], t1_i_1);
                    t1_i_2 = AT(fma)(x_0, I3[(k*S + i_2)*S + K + n], t1_i_2);
                }
                A[k*S + i] = AT(fma)(t5, I3[(k*S + i)*S + k], AT(fma)(t3, I3[(k*S + i)*S + k], t1*t4));
                A[k*S + i_1] = AT(fma)(t5, I3[(k*S + i_1)*S + k], AT(fma)(t3, I3[(k*S + i_1)*S + k], t1_i_1*t4));
                A[k*S + i_2] = AT(fma)(t5, I3[(k*S + i_2)*S + k], AT(fma)(t3, I3[(k*S + i_2)*S + k], t1_i_2*t4));
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t1 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    t1 = AT(fma)(G0[k*S + K + n], I3[(k*S + i)*S + K + n], t1);
                }
                A[k*S + i] = AT(fma)(t5, I3[(k*S + i)*S + k], AT(fma)(t3, I3[(k*S + i)*S + k], t1*t4));
            }
        }
    }
    {
        const lanes t7 = -given->eta_J*(given->keep*given->keep);
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t6 = LANES(0.0);
                lanes t6_k_1 = LANES(0.0);
                lanes t6_k_2 = LANES(0.0);
                lanes t6_i_1 = LANES(0.0);
                lanes t6_i_1_k_1 = LANES(0.0);
                lanes t6_i_1_k_2 = LANES(0.0);
                lanes t6_i_2 = LANES(0.0);
                lanes t6_i_2_k_1 = LANES(0.0);
                lanes t6_i_2_k_2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    const lanes x_0 = AT(held)(G0[k*S + l]);
                    const lanes x_1 = AT(held)(G0[k_1*S + l]);
                    const lanes x_2 = AT(held)(G0[k_2*S + l]);
                    t6 = AT(fma)(x_0, I3[(k*S + i)*S + l], t6);
                    t6_k_1 = AT(fma)(x_1, I3[(k_1*S + i)*S + l], t6_k_1);
                    t6_k_2 = AT(fma)(x_2, I3[(k_2*S + i)*S + l], t6_k_2);
                    t6_i_1 = AT(fma)(x_0, I3[(k*S + i_1)*S + l], t6_i_1);
                    t6_i_1_k_1 = AT(fma)(x_1, I3[(k_1*S + i_1)*S + l], t6_i_1_k_1);
                    t6_i_1_k_2 = AT(fma)(x_2, I3[(k_2*S + i_1)*S + l], t6_i_1_k_2);
                    t6_i_2 = AT(fma)(x_0, I3[(k*S + i_2)*S + l], t6_i_2);
                    t6_i_2_k_1 = AT(fma)(x_1, I3[(k_1*S + i_2)*S + l], t6_i_2_k_1);
                    t6_i_2_k_2 = AT(fma)(x_2, I3[(k_2*S + i_2)*S + l], t6_i_2_k_2);
                }
                A[k*S + i] = AT(fma)(t6, t7, A[k*S + i]);
                A[k_1*S + i] = AT(fma)(t6_k_1, t7, A[k_1*S + i]);
                A[k_2*S + i] = AT(fma)(t6_k_2, t7, A[k_2*S + i]);
                A[k*S + i_1] = AT(fma)(t6_i_1, t7, A[k*S + i_1]);
                A[k_1*S + i_1] = AT(fma)(t6_i_1_k_1, t7, A[k_1*S + i_1]);
                A[k_2*S + i_1] = AT(fma)(t6_i_1_k_2, t7, A[k_2*S + i_1]);
                A[k*S + i_2] = AT(fma)(t6_i_2, t7, A[k*S + i_2]);
                A[k_1*S + i_2] = AT(fma)(t6_i_2_k_1, t7, A[k_1*S + i_2]);
                A[k_2*S + i_2] = AT(fma)(t6_i_2_k_2, t7, A[k_2*S + i_2]);
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t6 = LANES(0.0);
                lanes t6_k_1 = LANES(0.0);
                lanes t6_k_2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    t6 = AT(fma)(G0[k*S + l], I3[(k*S + i)*S + l], t6);
                    t6_k_1 = AT(fma)(G0[k_1*S + l], I3[(k_1*S + i)*S + l], t6_k_1);
                    t6_k_2 = AT(fma)(G0[k_2*S + l], I3[(k_2*S + i)*S + l], t6_k_2);
                }
                A[k*S + i] = AT(fma)(t6, t7, A[k*S + i]);
                A[k_1*S + i] = AT(fma)(t6_k_1, t7, A[k_1*S + i]);
                A[k_2*S + i] = AT(fma)(t6_k_2, t7, A[k_2*S + i]);
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t6 = LANES(0.0);
                lanes t6_i_1 = LANES(0.0);
                lanes t6_i_2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    const lanes x_0 = AT(held)(G0[k*S + l]);
                    t6 = AT(fma)(x_0, I3[(k*S + i)*S + l], t6);
                    t6_i_1 = AT(fma)(x_0, I3[(k*S + i_1)*S + l], t6_i_1);
                    t6_i_2 = AT(fma)(x_0, I3[(k*S + i_2)*S + l], t6_i_2);
                }
                A[k*S + i] = AT(fma)(t6, t7, A[k*S + i]);
                A[k*S + i_1] = AT(fma)(t6_i_1, t7, A[k*S + i_1]);
                A[k*S + i_2] = AT(fma)(t6_i_2, t7, A[k*S + i_2]);
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t6 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    t6 = AT(fma)(G0[k*S + l], I3[(k*S + i)*S + l], t6);
                }
                A[k*S + i] = AT(fma)(t6, t7, A[k*S + i]);
            }
        }
    }
    if (AT(any)(AT(both)(AT(both)(given->on_V, general), given->on_kurtosis))) {
        /* v0: L0[l, p]*kappa[p] */
        {
            for (int p = 0; p < M; ++p) {
                for (int l = 0; l < K; ++l) {
                    v0[p*K + l] = L0[l*M + p]*kappa[p];
                }
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t16 = -given->keep;
            const lanes t21 = -2.0*given->keep;
            const lanes t28 = 2.0*given->keep;
            const lanes t35 = -8.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            const lanes t36 = 4.0*(given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            const lanes t37 = 4.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep*given->keep)*given->over_V;
            const lanes t38 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*(given->noise*given->noise)*given->over_V;
            const lanes t39 = -9.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            const lanes t41 = -4.0*(given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            const lanes t43 = -4.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            const lanes t45 = -4.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep*given->keep)*given->over_V;
            const lanes t49 = -2.0*(given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            const lanes t52 = 2.0*(given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            const lanes t54 = 2.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep*given->keep)*given->over_V;
            const lanes t56 = 3.0*(given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            const lanes t58 = 6.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            const lanes t61 = 6.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep*given->keep)*given->over_V;
            const lanes t63 = 8.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            const lanes t65 = (given->eta_J*given->eta_J)*given->keep*(given->noise*given->noise)*given->over_V;
            const lanes t66 = -(given->eta_J*given->eta_J)*(given->keep*given->keep)*(given->noise*given->noise)*given->over_V;
            const lanes t67 = -24.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            const lanes t69 = -21.0*(given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            const lanes t71 = -18.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep*given->keep)*given->over_V;
            const lanes t73 = -2.0*(given->eta_J*given->eta_J)*given->keep*given->over_V;
            const lanes t75 = 3.0*(given->eta_J*given->eta_J)*given->keep*given->over_V;
            const lanes t77 = 12.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep*given->keep)*given->over_V;
            const lanes t79 = 14.0*(given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            const lanes t81 = 36.0*(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            const lanes t83 = (given->eta_J*given->eta_J)*given->keep*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t22 = t21*mc0[k];
                const lanes t25 = -2.0*mc0[k];
                const lanes t29 = t28*mc0[k];
                const lanes t40 = t39*G0[k*S + k];
                const lanes t42 = t41*(mc0[k]*mc0[k]);
                const lanes t44 = t43*G0[k*S + k];
                const lanes t46 = t45*(mc0[k]*mc0[k]);
                const lanes t47 = t45*(mc0[k]*mc0[k]*mc0[k]);
                const lanes t48 = t45*mc0[k];
                const lanes t50 = t49*(mc0[k]*mc0[k]*mc0[k]);
                const lanes t51 = t49*mc0[k];
                const lanes t53 = t52*G0[k*S + k];
                const lanes t55 = t54*G0[k*S + k];
                const lanes t57 = t56*G0[k*S + k];
                const lanes t59 = t58*(mc0[k]*mc0[k]*mc0[k]);
                const lanes t60 = t58*mc0[k];
                const lanes t62 = t61*G0[k*S + k];
                const lanes t64 = t63*(mc0[k]*mc0[k]);
                const lanes t68 = t67*(mc0[k]*mc0[k]*mc0[k]);
                const lanes t70 = t69*G0[k*S + k];
                const lanes t72 = t71*G0[k*S + k];
                const lanes t74 = t73*(mc0[k]*mc0[k]*mc0[k]);
                const lanes t76 = t75*G0[k*S + k];
                const lanes t78 = t77*(mc0[k]*mc0[k]*mc0[k]);
                const lanes t80 = t79*(mc0[k]*mc0[k]*mc0[k]);
                const lanes t82 = t81*G0[k*S + k];
                for (int l = k; l < K; ++l) {
                    const lanes t9 = given->keep*G0[k*S + l];
                    const lanes t12 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t13 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t17 = t16*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t18 = t16*LANES(k == l ? 1.0 : 0.0);
                    const lanes t23 = t22*mc0[l];
                    const lanes t26 = t25*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t30 = t29*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t32 = 2.0*LANES(k == l ? 1.0 : 0.0);
                    const lanes t33 = t21*LANES(k == l ? 1.0 : 0.0);
                    lanes t8 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        const lanes t10 = given->keep*G0[l*S + K + n];
                        const lanes t11 = given->keep*G0[k*S + K + n];
                        const lanes t14 = t13*G0[l*S + K + n];
                        const lanes t15 = t13*G0[k*S + K + n];
                        const lanes t19 = t18*G0[l*S + K + n];
                        const lanes t20 = t18*G0[k*S + K + n];
                        const lanes t24 = t23*mc0[K + n];
                        const lanes t27 = t26*mc0[K + n];
                        const lanes t31 = t30*mc0[K + n];
                        for (int m = n + 1; m < M; ++m) {
                            t8 = AT(fma)(AT(fma)(t9, G0[(K + n)*S + K + m], AT(fma)(t31, mc0[K + m], AT(fma)(t27, mc0[K + m], AT(fma)(t24, mc0[K + m], AT(fma)(t20, G0[l*S + K + m], AT(fma)(t19, G0[k*S + K + m], AT(fma)(t17, G0[(K + n)*S + K + m], AT(fma)(t15, G0[l*S + K + m], AT(fma)(t14, G0[k*S + K + m], AT(fma)(t12, G0[(K + n)*S + K + m], AT(fma)(t11, G0[l*S + K + m], t10*G0[k*S + K + m]))))))))))), I4[((k*K + l)*S + K + n)*S + K + m], t8);
                        }
                    }
                    t8 = t8 + t8;
                    for (int n = 0; n < M; ++n) {
                        const lanes t34 = (AT(fma)(t33*G0[k*S + K + n], G0[l*S + K + n], AT(fma)(t32*G0[k*S + K + n], G0[l*S + K + n], AT(fma)(t28*G0[k*S + K + n], G0[l*S + K + n], AT(fma)(t9, G0[(K + n)*S + K + n], AT(fma)(t30, (mc0[K + n]*mc0[K + n]), AT(fma)(t26, (mc0[K + n]*mc0[K + n]), AT(fma)(t23, (mc0[K + n]*mc0[K + n]), AT(fma)(t17, G0[(K + n)*S + K + n], t12*G0[(K + n)*S + K + n])))))))))*I4[((k*K + l)*S + K + n)*S + K + n];
                        t8 = t8 + t34;
                    }
                    E[k*K + l] = AT(fma)(t82*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k], LANES(k == l ? 1.0 : 0.0), AT(fma)(t80*I4[((k*K + l)*S + k)*S + k]*mc0[l], LANES(k == l ? 1.0 : 0.0), AT(fma)(t78*I4[((k*K + l)*S + k)*S + k]*mc0[l], LANES(k == l ? 1.0 : 0.0), AT(fma)(t76*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k], LANES(k == l ? 1.0 : 0.0), AT(fma)(t74*I4[((k*K + l)*S + k)*S + k]*mc0[l], LANES(k == l ? 1.0 : 0.0), AT(fma)(t72*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k], LANES(k == l ? 1.0 : 0.0), AT(fma)(t70*G0[k*S + l]*I4[((k*K + l)*S + k)*S + k], LANES(k == l ? 1.0 : 0.0), AT(fma)(t68*I4[((k*K + l)*S + k)*S + k]*mc0[l], LANES(k == l ? 1.0 : 0.0), AT(fma)(t66*G0[k*S + l]*J2[k*K + l], LANES(k == l ? 1.0 : 0.0), AT(fma)(t65*G0[k*S + l]*J2[k*K + l], LANES(k == l ? 1.0 : 0.0), AT(fma)(t61*G0[k*S + l]*G0[l*S + l], I4[((k*K + l)*S + l)*S + l], AT(fma)(t56*G0[k*S + l]*G0[l*S + l], I4[((k*K + l)*S + l)*S + l], AT(fma)(t39*G0[k*S + l]*G0[l*S + l], I4[((k*K + l)*S + l)*S + l], AT(fma)(t64*(mc0[l]*mc0[l]), I4[((k*K + l)*S + k)*S + l], AT(fma)(t62*G0[k*S + l], I4[((k*K + l)*S + k)*S + k], AT(fma)(t60*(mc0[l]*mc0[l]*mc0[l]), I4[((k*K + l)*S + l)*S + l], AT(fma)(t59*mc0[l], I4[((k*K + l)*S + k)*S + k], AT(fma)(t57*G0[k*S + l], I4[((k*K + l)*S + k)*S + k], AT(fma)(t55*G0[l*S + l], I4[((k*K + l)*S + k)*S + l], AT(fma)(t53*G0[l*S + l], I4[((k*K + l)*S + k)*S + l], AT(fma)(t51*(mc0[l]*mc0[l]*mc0[l]), I4[((k*K + l)*S + l)*S + l], AT(fma)(t50*mc0[l], I4[((k*K + l)*S + k)*S + k], AT(fma)(t48*(mc0[l]*mc0[l]*mc0[l]), I4[((k*K + l)*S + l)*S + l], AT(fma)(t47*mc0[l], I4[((k*K + l)*S + k)*S + k], AT(fma)(t46*(mc0[l]*mc0[l]), I4[((k*K + l)*S + k)*S + l], AT(fma)(t44*G0[l*S + l], I4[((k*K + l)*S + k)*S + l], AT(fma)(t42*(mc0[l]*mc0[l]), I4[((k*K + l)*S + k)*S + l], AT(fma)(t40*G0[k*S + l], I4[((k*K + l)*S + k)*S + k], AT(fma)(t38*G0[k*S + l], J2[k*K + l], AT(fma)(t37*(G0[k*S + l]*G0[k*S + l]), I4[((k*K + l)*S + k)*S + l], AT(fma)(t36*(G0[k*S + l]*G0[k*S + l]), I4[((k*K + l)*S + k)*S + l], AT(fma)(t35*(G0[k*S + l]*G0[k*S + l]), I4[((k*K + l)*S + k)*S + l], t8*t83))))))))))))))))))))))))))))))));
                }
            }
        }
        {
            const lanes t90 = -(given->keep*given->keep);
            const lanes t94 = -2.0*(given->keep*given->keep);
            const lanes t96 = 2.0*given->keep;
            const lanes t100 = (given->keep*given->keep);
            const lanes t102 = -6.0*given->keep;
            const lanes t104 = -4.0*given->keep;
            const lanes t106 = -3.0*given->keep;
            const lanes t109 = -2.0*given->keep;
            const lanes t120 = 2.0*(given->keep*given->keep);
            const lanes t129 = 4.0*(given->keep*given->keep);
            const lanes t131 = -4.0*(given->keep*given->keep);
            const lanes t136 = 4.0*given->keep;
            const lanes t139 = 6.0*given->keep;
            const lanes t142 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t87 = given->keep*G0[k*S + k];
                const lanes t93 = t90*G0[k*S + k];
                const lanes t107 = t106*G0[k*S + k];
                const lanes t110 = t109*mc0[k];
                const lanes t112 = t109*(mc0[k]*mc0[k]);
                const lanes t116 = -2.0*mc0[k];
                const lanes t118 = -2.0*(mc0[k]*mc0[k]);
                const lanes t121 = t120*mc0[k];
                const lanes t123 = t120*(mc0[k]*mc0[k]);
                const lanes t127 = t120*G0[k*S + k];
                const lanes t132 = t131*(mc0[k]*mc0[k]);
                const lanes t134 = t94*mc0[k];
                const lanes t137 = t136*mc0[k];
                const lanes t140 = t139*(mc0[k]*mc0[k]);
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t85 = given->keep*G0[k*S + l];
                    const lanes t85_l_1 = given->keep*G0[k*S + l_1];
                    const lanes t85_l_2 = given->keep*G0[k*S + l_2];
                    const lanes t86 = given->keep*G0[l*S + l];
                    const lanes t86_l_1 = given->keep*G0[l_1*S + l_1];
                    const lanes t86_l_2 = given->keep*G0[l_2*S + l_2];
                    const lanes t88 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t88_l_1 = LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t88_l_2 = LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t89 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t89_l_1 = LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t89_l_2 = LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t91 = t90*G0[k*S + l];
                    const lanes t91_l_1 = t90*G0[k*S + l_1];
                    const lanes t91_l_2 = t90*G0[k*S + l_2];
                    const lanes t92 = t90*G0[l*S + l];
                    const lanes t92_l_1 = t90*G0[l_1*S + l_1];
                    const lanes t92_l_2 = t90*G0[l_2*S + l_2];
                    const lanes t95 = t94*G0[k*S + l];
                    const lanes t95_l_1 = t94*G0[k*S + l_1];
                    const lanes t95_l_2 = t94*G0[k*S + l_2];
                    const lanes t97 = t96*G0[k*S + l];
                    const lanes t97_l_1 = t96*G0[k*S + l_1];
                    const lanes t97_l_2 = t96*G0[k*S + l_2];
                    const lanes t98 = 2.0*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t98_l_1 = 2.0*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t98_l_2 = 2.0*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t99 = 2.0*LANES(k == l ? 1.0 : 0.0);
                    const lanes t99_l_1 = 2.0*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t99_l_2 = 2.0*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t101 = t100*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t101_l_1 = t100*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t101_l_2 = t100*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t103 = t102*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t103_l_1 = t102*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t103_l_2 = t102*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t105 = t104*LANES(k == l ? 1.0 : 0.0);
                    const lanes t105_l_1 = t104*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t105_l_2 = t104*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t108 = t107*LANES(k == l ? 1.0 : 0.0);
                    const lanes t108_l_1 = t107*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t108_l_2 = t107*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t111 = t110*mc0[l];
                    const lanes t111_l_1 = t110*mc0[l_1];
                    const lanes t111_l_2 = t110*mc0[l_2];
                    const lanes t113 = t112*mc0[l];
                    const lanes t113_l_1 = t112*mc0[l_1];
                    const lanes t113_l_2 = t112*mc0[l_2];
                    const lanes t114 = t110*(mc0[l]*mc0[l]);
                    const lanes t114_l_1 = t110*(mc0[l_1]*mc0[l_1]);
                    const lanes t114_l_2 = t110*(mc0[l_2]*mc0[l_2]);
                    const lanes t115 = t109*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t115_l_1 = t109*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t115_l_2 = t109*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t117 = t116*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t117_l_1 = t116*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t117_l_2 = t116*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t119 = t118*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t119_l_1 = t118*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t119_l_2 = t118*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t122 = t121*mc0[l];
                    const lanes t122_l_1 = t121*mc0[l_1];
                    const lanes t122_l_2 = t121*mc0[l_2];
                    const lanes t124 = t123*mc0[l];
                    const lanes t124_l_1 = t123*mc0[l_1];
                    const lanes t124_l_2 = t123*mc0[l_2];
                    const lanes t125 = t121*(mc0[l]*mc0[l]);
                    const lanes t125_l_1 = t121*(mc0[l_1]*mc0[l_1]);
                    const lanes t125_l_2 = t121*(mc0[l_2]*mc0[l_2]);
                    const lanes t126 = t120*LANES(k == l ? 1.0 : 0.0);
                    const lanes t126_l_1 = t120*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t126_l_2 = t120*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t128 = t127*LANES(k == l ? 1.0 : 0.0);
                    const lanes t128_l_1 = t127*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t128_l_2 = t127*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t130 = t129*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t130_l_1 = t129*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t130_l_2 = t129*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t133 = t132*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t133_l_1 = t132*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t133_l_2 = t132*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t135 = t134*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t135_l_1 = t134*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t135_l_2 = t134*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t138 = t137*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t138_l_1 = t137*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t138_l_2 = t137*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t141 = t140*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t141_l_1 = t140*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t141_l_2 = t140*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    lanes t84 = LANES(0.0);
                    lanes t84_l_1 = LANES(0.0);
                    lanes t84_l_2 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        const lanes x_0 = AT(held)(G0[a*S + a]);
                        const lanes x_1 = AT(held)(G0[k*S + a]);
                        const lanes x_2 = AT(held)(mc0[a]);
                        t84 = t84 + AT(fma)(t99*x_1*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t96*x_1*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t94*x_1*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t126*x_1*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t105*x_1*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t98*x_1, I4[((k*K + l)*S + k)*S + a], AT(fma)(t97*G0[l*S + a], I4[((k*K + l)*S + l)*S + a], AT(fma)(t97*x_1, I4[((k*K + l)*S + k)*S + a], AT(fma)(t95*G0[l*S + a], I4[((k*K + l)*S + l)*S + a], AT(fma)(t95*x_1, I4[((k*K + l)*S + k)*S + a], AT(fma)(t93*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t92*x_1, I4[((k*K + l)*S + l)*S + a], AT(fma)(t91*x_0, I4[((k*K + l)*S + a)*S + a], AT(fma)(t89*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t88*x_0, I4[((k*K + l)*S + a)*S + a], AT(fma)(t87*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t86*x_1, I4[((k*K + l)*S + l)*S + a], AT(fma)(t85*x_0, I4[((k*K + l)*S + a)*S + a], AT(fma)(t141*x_2, I4[((k*K + l)*S + k)*S + a], AT(fma)(t138*(x_2*x_2), I4[((k*K + l)*S + a)*S + a], AT(fma)(t135*(x_2*x_2), I4[((k*K + l)*S + a)*S + a], AT(fma)(t133*x_2, I4[((k*K + l)*S + k)*S + a], AT(fma)(t130*x_1, I4[((k*K + l)*S + k)*S + a], AT(fma)(t128*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t125*x_2, I4[((k*K + l)*S + l)*S + a], AT(fma)(t124*x_2, I4[((k*K + l)*S + k)*S + a], AT(fma)(t122*(x_2*x_2), I4[((k*K + l)*S + a)*S + a], AT(fma)(t119*x_2, I4[((k*K + l)*S + k)*S + a], AT(fma)(t117*(x_2*x_2), I4[((k*K + l)*S + a)*S + a], AT(fma)(t115*x_0, I4[((k*K + l)*S + a)*S + a], AT(fma)(t114*x_2, I4[((k*K + l)*S + l)*S + a], AT(fma)(t113*x_2, I4[((k*K + l)*S + k)*S + a], AT(fma)(t111*(x_2*x_2), I4[((k*K + l)*S + a)*S + a], AT(fma)(t108*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t103*x_1, I4[((k*K + l)*S + k)*S + a], t101*x_0*I4[((k*K + l)*S + a)*S + a])))))))))))))))))))))))))))))))))));
                        t84_l_1 = t84_l_1 + AT(fma)(t99_l_1*x_1*G0[l_1*S + a], I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t96*x_1*G0[l_1*S + a], I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t94*x_1*G0[l_1*S + a], I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t126_l_1*x_1*G0[l_1*S + a], I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t105_l_1*x_1*G0[l_1*S + a], I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t98_l_1*x_1, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t97_l_1*G0[l_1*S + a], I4[((k*K + l_1)*S + l_1)*S + a], AT(fma)(t97_l_1*x_1, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t95_l_1*G0[l_1*S + a], I4[((k*K + l_1)*S + l_1)*S + a], AT(fma)(t95_l_1*x_1, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t93*G0[l_1*S + a], I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t92_l_1*x_1, I4[((k*K + l_1)*S + l_1)*S + a], AT(fma)(t91_l_1*x_0, I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t89_l_1*G0[l_1*S + a], I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t88_l_1*x_0, I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t87*G0[l_1*S + a], I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t86_l_1*x_1, I4[((k*K + l_1)*S + l_1)*S + a], AT(fma)(t85_l_1*x_0, I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t141_l_1*x_2, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t138_l_1*(x_2*x_2), I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t135_l_1*(x_2*x_2), I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t133_l_1*x_2, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t130_l_1*x_1, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t128_l_1*G0[l_1*S + a], I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t125_l_1*x_2, I4[((k*K + l_1)*S + l_1)*S + a], AT(fma)(t124_l_1*x_2, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t122_l_1*(x_2*x_2), I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t119_l_1*x_2, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t117_l_1*(x_2*x_2), I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t115_l_1*x_0, I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t114_l_1*x_2, I4[((k*K + l_1)*S + l_1)*S + a], AT(fma)(t113_l_1*x_2, I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t111_l_1*(x_2*x_2), I4[((k*K + l_1)*S + a)*S + a], AT(fma)(t108_l_1*G0[l_1*S + a], I4[((k*K + l_1)*S + k)*S + a], AT(fma)(t103_l_1*x_1, I4[((k*K + l_1)*S + k)*S + a], t101_l_1*x_0*I4[((k*K + l_1)*S + a)*S + a])))))))))))))))))))))))))))))))))));
                        t84_l_2 = t84_l_2 + AT(fma)(t99_l_2*x_1*G0[l_2*S + a], I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t96*x_1*G0[l_2*S + a], I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t94*x_1*G0[l_2*S + a], I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t126_l_2*x_1*G0[l_2*S + a], I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t105_l_2*x_1*G0[l_2*S + a], I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t98_l_2*x_1, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t97_l_2*G0[l_2*S + a], I4[((k*K + l_2)*S + l_2)*S + a], AT(fma)(t97_l_2*x_1, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t95_l_2*G0[l_2*S + a], I4[((k*K + l_2)*S + l_2)*S + a], AT(fma)(t95_l_2*x_1, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t93*G0[l_2*S + a], I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t92_l_2*x_1, I4[((k*K + l_2)*S + l_2)*S + a], AT(fma)(t91_l_2*x_0, I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t89_l_2*G0[l_2*S + a], I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t88_l_2*x_0, I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t87*G0[l_2*S + a], I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t86_l_2*x_1, I4[((k*K + l_2)*S + l_2)*S + a], AT(fma)(t85_l_2*x_0, I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t141_l_2*x_2, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t138_l_2*(x_2*x_2), I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t135_l_2*(x_2*x_2), I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t133_l_2*x_2, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t130_l_2*x_1, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t128_l_2*G0[l_2*S + a], I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t125_l_2*x_2, I4[((k*K + l_2)*S + l_2)*S + a], AT(fma)(t124_l_2*x_2, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t122_l_2*(x_2*x_2), I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t119_l_2*x_2, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t117_l_2*(x_2*x_2), I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t115_l_2*x_0, I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t114_l_2*x_2, I4[((k*K + l_2)*S + l_2)*S + a], AT(fma)(t113_l_2*x_2, I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t111_l_2*(x_2*x_2), I4[((k*K + l_2)*S + a)*S + a], AT(fma)(t108_l_2*G0[l_2*S + a], I4[((k*K + l_2)*S + k)*S + a], AT(fma)(t103_l_2*x_1, I4[((k*K + l_2)*S + k)*S + a], t101_l_2*x_0*I4[((k*K + l_2)*S + a)*S + a])))))))))))))))))))))))))))))))))));
                    }
                    E[k*K + l] = AT(fma)(t142, t84, E[k*K + l]);
                    E[k*K + l_1] = AT(fma)(t142, t84_l_1, E[k*K + l_1]);
                    E[k*K + l_2] = AT(fma)(t142, t84_l_2, E[k*K + l_2]);
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t85 = given->keep*G0[k*S + l];
                    const lanes t86 = given->keep*G0[l*S + l];
                    const lanes t88 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t89 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t91 = t90*G0[k*S + l];
                    const lanes t92 = t90*G0[l*S + l];
                    const lanes t95 = t94*G0[k*S + l];
                    const lanes t97 = t96*G0[k*S + l];
                    const lanes t98 = 2.0*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t99 = 2.0*LANES(k == l ? 1.0 : 0.0);
                    const lanes t101 = t100*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t103 = t102*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t105 = t104*LANES(k == l ? 1.0 : 0.0);
                    const lanes t108 = t107*LANES(k == l ? 1.0 : 0.0);
                    const lanes t111 = t110*mc0[l];
                    const lanes t113 = t112*mc0[l];
                    const lanes t114 = t110*(mc0[l]*mc0[l]);
                    const lanes t115 = t109*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t117 = t116*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t119 = t118*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t122 = t121*mc0[l];
                    const lanes t124 = t123*mc0[l];
                    const lanes t125 = t121*(mc0[l]*mc0[l]);
                    const lanes t126 = t120*LANES(k == l ? 1.0 : 0.0);
                    const lanes t128 = t127*LANES(k == l ? 1.0 : 0.0);
                    const lanes t130 = t129*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t133 = t132*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t135 = t134*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t138 = t137*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t141 = t140*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    lanes t84 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        t84 = t84 + AT(fma)(t99*G0[k*S + a]*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t96*G0[k*S + a]*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t94*G0[k*S + a]*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t126*G0[k*S + a]*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t105*G0[k*S + a]*G0[l*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t98*G0[k*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t97*G0[l*S + a], I4[((k*K + l)*S + l)*S + a], AT(fma)(t97*G0[k*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t95*G0[l*S + a], I4[((k*K + l)*S + l)*S + a], AT(fma)(t95*G0[k*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t93*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t92*G0[k*S + a], I4[((k*K + l)*S + l)*S + a], AT(fma)(t91*G0[a*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t89*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t88*G0[a*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t87*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t86*G0[k*S + a], I4[((k*K + l)*S + l)*S + a], AT(fma)(t85*G0[a*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t141*mc0[a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t138*(mc0[a]*mc0[a]), I4[((k*K + l)*S + a)*S + a], AT(fma)(t135*(mc0[a]*mc0[a]), I4[((k*K + l)*S + a)*S + a], AT(fma)(t133*mc0[a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t130*G0[k*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t128*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t125*mc0[a], I4[((k*K + l)*S + l)*S + a], AT(fma)(t124*mc0[a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t122*(mc0[a]*mc0[a]), I4[((k*K + l)*S + a)*S + a], AT(fma)(t119*mc0[a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t117*(mc0[a]*mc0[a]), I4[((k*K + l)*S + a)*S + a], AT(fma)(t115*G0[a*S + a], I4[((k*K + l)*S + a)*S + a], AT(fma)(t114*mc0[a], I4[((k*K + l)*S + l)*S + a], AT(fma)(t113*mc0[a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t111*(mc0[a]*mc0[a]), I4[((k*K + l)*S + a)*S + a], AT(fma)(t108*G0[l*S + a], I4[((k*K + l)*S + k)*S + a], AT(fma)(t103*G0[k*S + a], I4[((k*K + l)*S + k)*S + a], t101*G0[a*S + a]*I4[((k*K + l)*S + a)*S + a])))))))))))))))))))))))))))))))))));
                    }
                    E[k*K + l] = AT(fma)(t142, t84, E[k*K + l]);
                }
            }
        }
        {
            const lanes t151 = -given->keep;
            const lanes t156 = -2.0*given->keep;
            const lanes t163 = 2.0*given->keep;
            const lanes t167 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t157 = t156*mc0[k];
                const lanes t160 = -2.0*mc0[k];
                const lanes t164 = t163*mc0[k];
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t144 = given->keep*G0[k*S + l];
                    const lanes t144_l_1 = given->keep*G0[k*S + l_1];
                    const lanes t144_l_2 = given->keep*G0[k*S + l_2];
                    const lanes t147 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t147_l_1 = LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t147_l_2 = LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t148 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t148_l_1 = LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t148_l_2 = LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t152 = t151*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t152_l_1 = t151*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t152_l_2 = t151*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t153 = t151*LANES(k == l ? 1.0 : 0.0);
                    const lanes t153_l_1 = t151*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t153_l_2 = t151*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t158 = t157*mc0[l];
                    const lanes t158_l_1 = t157*mc0[l_1];
                    const lanes t158_l_2 = t157*mc0[l_2];
                    const lanes t161 = t160*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t161_l_1 = t160*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t161_l_2 = t160*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t165 = t164*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t165_l_1 = t164*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t165_l_2 = t164*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    lanes t143 = LANES(0.0);
                    lanes t143_l_1 = LANES(0.0);
                    lanes t143_l_2 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        const lanes t145 = given->keep*G0[k*S + a];
                        const lanes t145_l_1 = given->keep*G0[k*S + a];
                        const lanes t145_l_2 = given->keep*G0[k*S + a];
                        const lanes t146 = given->keep*G0[l*S + a];
                        const lanes t146_l_1 = given->keep*G0[l_1*S + a];
                        const lanes t146_l_2 = given->keep*G0[l_2*S + a];
                        const lanes t149 = t148*G0[k*S + a];
                        const lanes t149_l_1 = t148_l_1*G0[k*S + a];
                        const lanes t149_l_2 = t148_l_2*G0[k*S + a];
                        const lanes t150 = t148*G0[l*S + a];
                        const lanes t150_l_1 = t148_l_1*G0[l_1*S + a];
                        const lanes t150_l_2 = t148_l_2*G0[l_2*S + a];
                        const lanes t154 = t153*G0[k*S + a];
                        const lanes t154_l_1 = t153_l_1*G0[k*S + a];
                        const lanes t154_l_2 = t153_l_2*G0[k*S + a];
                        const lanes t155 = t153*G0[l*S + a];
                        const lanes t155_l_1 = t153_l_1*G0[l_1*S + a];
                        const lanes t155_l_2 = t153_l_2*G0[l_2*S + a];
                        const lanes t159 = t158*mc0[a];
                        const lanes t159_l_1 = t158_l_1*mc0[a];
                        const lanes t159_l_2 = t158_l_2*mc0[a];
                        const lanes t162 = t161*mc0[a];
                        const lanes t162_l_1 = t161_l_1*mc0[a];
                        const lanes t162_l_2 = t161_l_2*mc0[a];
                        const lanes t166 = t165*mc0[a];
                        const lanes t166_l_1 = t165_l_1*mc0[a];
                        const lanes t166_l_2 = t165_l_2*mc0[a];
                        for (int n = 0; n < M; ++n) {
                            const lanes x_0 = AT(held)(G0[a*S + K + n]);
                            const lanes x_1 = AT(held)(G0[k*S + K + n]);
                            const lanes x_2 = AT(held)(mc0[K + n]);
                            t143 = AT(fma)(AT(fma)(t166, x_2, AT(fma)(t162, x_2, AT(fma)(t159, x_2, AT(fma)(t155, x_1, AT(fma)(t154, G0[l*S + K + n], AT(fma)(t152, x_0, AT(fma)(t150, x_1, AT(fma)(t149, G0[l*S + K + n], AT(fma)(t147, x_0, AT(fma)(t146, x_1, AT(fma)(t145, G0[l*S + K + n], t144*x_0))))))))))), I4[((k*K + l)*S + a)*S + K + n], t143);
                            t143_l_1 = AT(fma)(AT(fma)(t166_l_1, x_2, AT(fma)(t162_l_1, x_2, AT(fma)(t159_l_1, x_2, AT(fma)(t155_l_1, x_1, AT(fma)(t154_l_1, G0[l_1*S + K + n], AT(fma)(t152_l_1, x_0, AT(fma)(t150_l_1, x_1, AT(fma)(t149_l_1, G0[l_1*S + K + n], AT(fma)(t147_l_1, x_0, AT(fma)(t146_l_1, x_1, AT(fma)(t145_l_1, G0[l_1*S + K + n], t144_l_1*x_0))))))))))), I4[((k*K + l_1)*S + a)*S + K + n], t143_l_1);
                            t143_l_2 = AT(fma)(AT(fma)(t166_l_2, x_2, AT(fma)(t162_l_2, x_2, AT(fma)(t159_l_2, x_2, AT(fma)(t155_l_2, x_1, AT(fma)(t154_l_2, G0[l_2*S + K + n], AT(fma)(t152_l_2, x_0, AT(fma)(t150_l_2, x_1, AT(fma)(t149_l_2, G0[l_2*S + K + n], AT(fma)(t147_l_2, x_0, AT(fma)(t146_l_2, x_1, AT(fma)(t145_l_2, G0[l_2*S + K + n], t144_l_2*x_0))))))))))), I4[((k*K + l_2)*S + a)*S + K + n], t143_l_2);
                        }
                    }
                    E[k*K + l] = AT(fma)(t143, t167, E[k*K + l]);
                    E[k*K + l_1] = AT(fma)(t143_l_1, t167, E[k*K + l_1]);
                    E[k*K + l_2] = AT(fma)(t143_l_2, t167, E[k*K + l_2]);
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t144 = given->keep*G0[k*S + l];
                    const lanes t147 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t148 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t152 = t151*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t153 = t151*LANES(k == l ? 1.0 : 0.0);
                    const lanes t158 = t157*mc0[l];
                    const lanes t161 = t160*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t165 = t164*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    lanes t143 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        const lanes t145 = given->keep*G0[k*S + a];
                        const lanes t146 = given->keep*G0[l*S + a];
                        const lanes t149 = t148*G0[k*S + a];
                        const lanes t150 = t148*G0[l*S + a];
                        const lanes t154 = t153*G0[k*S + a];
                        const lanes t155 = t153*G0[l*S + a];
                        const lanes t159 = t158*mc0[a];
                        const lanes t162 = t161*mc0[a];
                        const lanes t166 = t165*mc0[a];
                        for (int n = 0; n < M; ++n) {
                            t143 = AT(fma)(AT(fma)(t166, mc0[K + n], AT(fma)(t162, mc0[K + n], AT(fma)(t159, mc0[K + n], AT(fma)(t155, G0[k*S + K + n], AT(fma)(t154, G0[l*S + K + n], AT(fma)(t152, G0[a*S + K + n], AT(fma)(t150, G0[k*S + K + n], AT(fma)(t149, G0[l*S + K + n], AT(fma)(t147, G0[a*S + K + n], AT(fma)(t146, G0[k*S + K + n], AT(fma)(t145, G0[l*S + K + n], t144*G0[a*S + K + n]))))))))))), I4[((k*K + l)*S + a)*S + K + n], t143);
                        }
                    }
                    E[k*K + l] = AT(fma)(t143, t167, E[k*K + l]);
                }
            }
        }
        {
            const lanes t176 = -given->keep;
            const lanes t181 = -2.0*given->keep;
            const lanes t188 = 2.0*given->keep;
            const lanes t192 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t182 = t181*mc0[k];
                const lanes t185 = -2.0*mc0[k];
                const lanes t189 = t188*mc0[k];
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t170 = given->keep*G0[k*S + l];
                    const lanes t170_l_1 = given->keep*G0[k*S + l_1];
                    const lanes t170_l_2 = given->keep*G0[k*S + l_2];
                    const lanes t172 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t172_l_1 = LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t172_l_2 = LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t174 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t174_l_1 = LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t174_l_2 = LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t177 = t176*LANES(k == l ? 1.0 : 0.0);
                    const lanes t177_l_1 = t176*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t177_l_2 = t176*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t179 = t176*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t179_l_1 = t176*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t179_l_2 = t176*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t183 = t182*mc0[l];
                    const lanes t183_l_1 = t182*mc0[l_1];
                    const lanes t183_l_2 = t182*mc0[l_2];
                    const lanes t186 = t185*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t186_l_1 = t185*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t186_l_2 = t185*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t190 = t189*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t190_l_1 = t189*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t190_l_2 = t189*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    lanes t168 = LANES(0.0);
                    lanes t168_l_1 = LANES(0.0);
                    lanes t168_l_2 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        const lanes t169 = given->keep*G0[l*S + K + n];
                        const lanes t169_l_1 = given->keep*G0[l_1*S + K + n];
                        const lanes t169_l_2 = given->keep*G0[l_2*S + K + n];
                        const lanes t171 = given->keep*G0[k*S + K + n];
                        const lanes t171_l_1 = given->keep*G0[k*S + K + n];
                        const lanes t171_l_2 = given->keep*G0[k*S + K + n];
                        const lanes t173 = t172*G0[l*S + K + n];
                        const lanes t173_l_1 = t172_l_1*G0[l_1*S + K + n];
                        const lanes t173_l_2 = t172_l_2*G0[l_2*S + K + n];
                        const lanes t175 = t172*G0[k*S + K + n];
                        const lanes t175_l_1 = t172_l_1*G0[k*S + K + n];
                        const lanes t175_l_2 = t172_l_2*G0[k*S + K + n];
                        const lanes t178 = t177*G0[l*S + K + n];
                        const lanes t178_l_1 = t177_l_1*G0[l_1*S + K + n];
                        const lanes t178_l_2 = t177_l_2*G0[l_2*S + K + n];
                        const lanes t180 = t177*G0[k*S + K + n];
                        const lanes t180_l_1 = t177_l_1*G0[k*S + K + n];
                        const lanes t180_l_2 = t177_l_2*G0[k*S + K + n];
                        const lanes t184 = t183*mc0[K + n];
                        const lanes t184_l_1 = t183_l_1*mc0[K + n];
                        const lanes t184_l_2 = t183_l_2*mc0[K + n];
                        const lanes t187 = t186*mc0[K + n];
                        const lanes t187_l_1 = t186_l_1*mc0[K + n];
                        const lanes t187_l_2 = t186_l_2*mc0[K + n];
                        const lanes t191 = t190*mc0[K + n];
                        const lanes t191_l_1 = t190_l_1*mc0[K + n];
                        const lanes t191_l_2 = t190_l_2*mc0[K + n];
                        for (int a = 0; a < K; ++a) {
                            const lanes x_0 = AT(held)(G0[k*S + a]);
                            const lanes x_1 = AT(held)(G0[(K + n)*S + a]);
                            const lanes x_2 = AT(held)(mc0[a]);
                            t168 = AT(fma)(AT(fma)(t191, x_2, AT(fma)(t187, x_2, AT(fma)(t184, x_2, AT(fma)(t180, G0[l*S + a], AT(fma)(t179, x_1, AT(fma)(t178, x_0, AT(fma)(t175, G0[l*S + a], AT(fma)(t174, x_1, AT(fma)(t173, x_0, AT(fma)(t171, G0[l*S + a], AT(fma)(t170, x_1, t169*x_0))))))))))), I4[((k*K + l)*S + K + n)*S + a], t168);
                            t168_l_1 = AT(fma)(AT(fma)(t191_l_1, x_2, AT(fma)(t187_l_1, x_2, AT(fma)(t184_l_1, x_2, AT(fma)(t180_l_1, G0[l_1*S + a], AT(fma)(t179_l_1, x_1, AT(fma)(t178_l_1, x_0, AT(fma)(t175_l_1, G0[l_1*S + a], AT(fma)(t174_l_1, x_1, AT(fma)(t173_l_1, x_0, AT(fma)(t171_l_1, G0[l_1*S + a], AT(fma)(t170_l_1, x_1, t169_l_1*x_0))))))))))), I4[((k*K + l_1)*S + K + n)*S + a], t168_l_1);
                            t168_l_2 = AT(fma)(AT(fma)(t191_l_2, x_2, AT(fma)(t187_l_2, x_2, AT(fma)(t184_l_2, x_2, AT(fma)(t180_l_2, G0[l_2*S + a], AT(fma)(t179_l_2, x_1, AT(fma)(t178_l_2, x_0, AT(fma)(t175_l_2, G0[l_2*S + a], AT(fma)(t174_l_2, x_1, AT(fma)(t173_l_2, x_0, AT(fma)(t171_l_2, G0[l_2*S + a], AT(fma)(t170_l_2, x_1, t169_l_2*x_0))))))))))), I4[((k*K + l_2)*S + K + n)*S + a], t168_l_2);
                        }
                    }
                    E[k*K + l] = AT(fma)(t168, t192, E[k*K + l]);
                    E[k*K + l_1] = AT(fma)(t168_l_1, t192, E[k*K + l_1]);
                    E[k*K + l_2] = AT(fma)(t168_l_2, t192, E[k*K + l_2]);
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t170 = given->keep*G0[k*S + l];
                    const lanes t172 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t174 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t177 = t176*LANES(k == l ? 1.0 : 0.0);
                    const lanes t179 = t176*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t183 = t182*mc0[l];
                    const lanes t186 = t185*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t190 = t189*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    lanes t168 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        const lanes t169 = given->keep*G0[l*S + K + n];
                        const lanes t171 = given->keep*G0[k*S + K + n];
                        const lanes t173 = t172*G0[l*S + K + n];
                        const lanes t175 = t172*G0[k*S + K + n];
                        const lanes t178 = t177*G0[l*S + K + n];
                        const lanes t180 = t177*G0[k*S + K + n];
                        const lanes t184 = t183*mc0[K + n];
                        const lanes t187 = t186*mc0[K + n];
                        const lanes t191 = t190*mc0[K + n];
                        for (int a = 0; a < K; ++a) {
                            t168 = AT(fma)(AT(fma)(t191, mc0[a], AT(fma)(t187, mc0[a], AT(fma)(t184, mc0[a], AT(fma)(t180, G0[l*S + a], AT(fma)(t179, G0[(K + n)*S + a], AT(fma)(t178, G0[k*S + a], AT(fma)(t175, G0[l*S + a], AT(fma)(t174, G0[(K + n)*S + a], AT(fma)(t173, G0[k*S + a], AT(fma)(t171, G0[l*S + a], AT(fma)(t170, G0[(K + n)*S + a], t169*G0[k*S + a]))))))))))), I4[((k*K + l)*S + K + n)*S + a], t168);
                        }
                    }
                    E[k*K + l] = AT(fma)(t168, t192, E[k*K + l]);
                }
            }
        }
        {
            const lanes t197 = -(given->keep*given->keep);
            const lanes t200 = -2.0*(given->keep*given->keep);
            const lanes t202 = 2.0*given->keep;
            const lanes t205 = -6.0*given->keep;
            const lanes t207 = -3.0*given->keep;
            const lanes t210 = -2.0*given->keep;
            const lanes t217 = 2.0*(given->keep*given->keep);
            const lanes t224 = 4.0*(given->keep*given->keep);
            const lanes t226 = -4.0*(given->keep*given->keep);
            const lanes t229 = 6.0*given->keep;
            const lanes t232 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t195 = given->keep*G0[k*S + k];
                const lanes t199 = t197*G0[k*S + k];
                const lanes t208 = t207*G0[k*S + k];
                const lanes t211 = t210*(mc0[k]*mc0[k]);
                const lanes t213 = t210*mc0[k];
                const lanes t215 = -2.0*(mc0[k]*mc0[k]);
                const lanes t218 = t217*(mc0[k]*mc0[k]);
                const lanes t220 = t217*mc0[k];
                const lanes t222 = t217*G0[k*S + k];
                const lanes t227 = t226*(mc0[k]*mc0[k]);
                const lanes t230 = t229*(mc0[k]*mc0[k]);
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t194 = given->keep*G0[l*S + l];
                    const lanes t194_l_1 = given->keep*G0[l_1*S + l_1];
                    const lanes t194_l_2 = given->keep*G0[l_2*S + l_2];
                    const lanes t196 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t196_l_1 = LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t196_l_2 = LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t198 = t197*G0[l*S + l];
                    const lanes t198_l_1 = t197*G0[l_1*S + l_1];
                    const lanes t198_l_2 = t197*G0[l_2*S + l_2];
                    const lanes t201 = t200*G0[k*S + l];
                    const lanes t201_l_1 = t200*G0[k*S + l_1];
                    const lanes t201_l_2 = t200*G0[k*S + l_2];
                    const lanes t203 = t202*G0[k*S + l];
                    const lanes t203_l_1 = t202*G0[k*S + l_1];
                    const lanes t203_l_2 = t202*G0[k*S + l_2];
                    const lanes t204 = 2.0*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t204_l_1 = 2.0*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t204_l_2 = 2.0*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t206 = t205*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t206_l_1 = t205*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t206_l_2 = t205*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t209 = t208*LANES(k == l ? 1.0 : 0.0);
                    const lanes t209_l_1 = t208*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t209_l_2 = t208*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t212 = t211*mc0[l];
                    const lanes t212_l_1 = t211*mc0[l_1];
                    const lanes t212_l_2 = t211*mc0[l_2];
                    const lanes t214 = t213*(mc0[l]*mc0[l]);
                    const lanes t214_l_1 = t213*(mc0[l_1]*mc0[l_1]);
                    const lanes t214_l_2 = t213*(mc0[l_2]*mc0[l_2]);
                    const lanes t216 = t215*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t216_l_1 = t215*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t216_l_2 = t215*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t219 = t218*mc0[l];
                    const lanes t219_l_1 = t218*mc0[l_1];
                    const lanes t219_l_2 = t218*mc0[l_2];
                    const lanes t221 = t220*(mc0[l]*mc0[l]);
                    const lanes t221_l_1 = t220*(mc0[l_1]*mc0[l_1]);
                    const lanes t221_l_2 = t220*(mc0[l_2]*mc0[l_2]);
                    const lanes t223 = t222*LANES(k == l ? 1.0 : 0.0);
                    const lanes t223_l_1 = t222*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t223_l_2 = t222*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t225 = t224*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t225_l_1 = t224*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t225_l_2 = t224*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t228 = t227*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t228_l_1 = t227*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t228_l_2 = t227*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t231 = t230*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t231_l_1 = t230*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t231_l_2 = t230*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    lanes t193 = LANES(0.0);
                    lanes t193_l_1 = LANES(0.0);
                    lanes t193_l_2 = LANES(0.0);
                    for (int b = 0; b < K; ++b) {
                        const lanes x_0 = AT(held)(G0[k*S + b]);
                        const lanes x_1 = AT(held)(mc0[b]);
                        t193 = t193 + AT(fma)(t231*x_1, I4[((k*K + l)*S + k)*S + b], AT(fma)(t228*x_1, I4[((k*K + l)*S + k)*S + b], AT(fma)(t225*x_0, I4[((k*K + l)*S + k)*S + b], AT(fma)(t223*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t221*x_1, I4[((k*K + l)*S + l)*S + b], AT(fma)(t219*x_1, I4[((k*K + l)*S + k)*S + b], AT(fma)(t216*x_1, I4[((k*K + l)*S + k)*S + b], AT(fma)(t214*x_1, I4[((k*K + l)*S + l)*S + b], AT(fma)(t212*x_1, I4[((k*K + l)*S + k)*S + b], AT(fma)(t209*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t206*x_0, I4[((k*K + l)*S + k)*S + b], AT(fma)(t204*x_0, I4[((k*K + l)*S + k)*S + b], AT(fma)(t203*G0[l*S + b], I4[((k*K + l)*S + l)*S + b], AT(fma)(t203*x_0, I4[((k*K + l)*S + k)*S + b], AT(fma)(t201*G0[l*S + b], I4[((k*K + l)*S + l)*S + b], AT(fma)(t201*x_0, I4[((k*K + l)*S + k)*S + b], AT(fma)(t199*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t198*x_0, I4[((k*K + l)*S + l)*S + b], AT(fma)(t196*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t195*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], t194*x_0*I4[((k*K + l)*S + l)*S + b]))))))))))))))))))));
                        t193_l_1 = t193_l_1 + AT(fma)(t231_l_1*x_1, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t228_l_1*x_1, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t225_l_1*x_0, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t223_l_1*G0[l_1*S + b], I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t221_l_1*x_1, I4[((k*K + l_1)*S + l_1)*S + b], AT(fma)(t219_l_1*x_1, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t216_l_1*x_1, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t214_l_1*x_1, I4[((k*K + l_1)*S + l_1)*S + b], AT(fma)(t212_l_1*x_1, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t209_l_1*G0[l_1*S + b], I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t206_l_1*x_0, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t204_l_1*x_0, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t203_l_1*G0[l_1*S + b], I4[((k*K + l_1)*S + l_1)*S + b], AT(fma)(t203_l_1*x_0, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t201_l_1*G0[l_1*S + b], I4[((k*K + l_1)*S + l_1)*S + b], AT(fma)(t201_l_1*x_0, I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t199*G0[l_1*S + b], I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t198_l_1*x_0, I4[((k*K + l_1)*S + l_1)*S + b], AT(fma)(t196_l_1*G0[l_1*S + b], I4[((k*K + l_1)*S + k)*S + b], AT(fma)(t195*G0[l_1*S + b], I4[((k*K + l_1)*S + k)*S + b], t194_l_1*x_0*I4[((k*K + l_1)*S + l_1)*S + b]))))))))))))))))))));
                        t193_l_2 = t193_l_2 + AT(fma)(t231_l_2*x_1, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t228_l_2*x_1, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t225_l_2*x_0, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t223_l_2*G0[l_2*S + b], I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t221_l_2*x_1, I4[((k*K + l_2)*S + l_2)*S + b], AT(fma)(t219_l_2*x_1, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t216_l_2*x_1, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t214_l_2*x_1, I4[((k*K + l_2)*S + l_2)*S + b], AT(fma)(t212_l_2*x_1, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t209_l_2*G0[l_2*S + b], I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t206_l_2*x_0, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t204_l_2*x_0, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t203_l_2*G0[l_2*S + b], I4[((k*K + l_2)*S + l_2)*S + b], AT(fma)(t203_l_2*x_0, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t201_l_2*G0[l_2*S + b], I4[((k*K + l_2)*S + l_2)*S + b], AT(fma)(t201_l_2*x_0, I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t199*G0[l_2*S + b], I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t198_l_2*x_0, I4[((k*K + l_2)*S + l_2)*S + b], AT(fma)(t196_l_2*G0[l_2*S + b], I4[((k*K + l_2)*S + k)*S + b], AT(fma)(t195*G0[l_2*S + b], I4[((k*K + l_2)*S + k)*S + b], t194_l_2*x_0*I4[((k*K + l_2)*S + l_2)*S + b]))))))))))))))))))));
                    }
                    E[k*K + l] = AT(fma)(t193, t232, E[k*K + l]);
                    E[k*K + l_1] = AT(fma)(t193_l_1, t232, E[k*K + l_1]);
                    E[k*K + l_2] = AT(fma)(t193_l_2, t232, E[k*K + l_2]);
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t194 = given->keep*G0[l*S + l];
                    const lanes t196 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t198 = t197*G0[l*S + l];
                    const lanes t201 = t200*G0[k*S + l];
                    const lanes t203 = t202*G0[k*S + l];
                    const lanes t204 = 2.0*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t206 = t205*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t209 = t208*LANES(k == l ? 1.0 : 0.0);
                    const lanes t212 = t211*mc0[l];
                    const lanes t214 = t213*(mc0[l]*mc0[l]);
                    const lanes t216 = t215*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t219 = t218*mc0[l];
                    const lanes t221 = t220*(mc0[l]*mc0[l]);
                    const lanes t223 = t222*LANES(k == l ? 1.0 : 0.0);
                    const lanes t225 = t224*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t228 = t227*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t231 = t230*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    lanes t193 = LANES(0.0);
                    for (int b = 0; b < K; ++b) {
                        t193 = t193 + AT(fma)(t231*mc0[b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t228*mc0[b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t225*G0[k*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t223*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t221*mc0[b], I4[((k*K + l)*S + l)*S + b], AT(fma)(t219*mc0[b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t216*mc0[b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t214*mc0[b], I4[((k*K + l)*S + l)*S + b], AT(fma)(t212*mc0[b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t209*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t206*G0[k*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t204*G0[k*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t203*G0[l*S + b], I4[((k*K + l)*S + l)*S + b], AT(fma)(t203*G0[k*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t201*G0[l*S + b], I4[((k*K + l)*S + l)*S + b], AT(fma)(t201*G0[k*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t199*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t198*G0[k*S + b], I4[((k*K + l)*S + l)*S + b], AT(fma)(t196*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], AT(fma)(t195*G0[l*S + b], I4[((k*K + l)*S + k)*S + b], t194*G0[k*S + b]*I4[((k*K + l)*S + l)*S + b]))))))))))))))))))));
                    }
                    E[k*K + l] = AT(fma)(t193, t232, E[k*K + l]);
                }
            }
        }
        {
            const lanes t241 = -given->keep;
            const lanes t246 = -2.0*given->keep;
            const lanes t253 = 2.0*given->keep;
            const lanes t260 = (given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t247 = t246*mc0[k];
                const lanes t250 = -2.0*mc0[k];
                const lanes t254 = t253*mc0[k];
                for (int l = k; l < K; ++l) {
                    const lanes t234 = given->keep*G0[k*S + l];
                    const lanes t237 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t238 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t242 = t241*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t243 = t241*LANES(k == l ? 1.0 : 0.0);
                    const lanes t248 = t247*mc0[l];
                    const lanes t251 = t250*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t255 = t254*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t257 = 2.0*LANES(k == l ? 1.0 : 0.0);
                    const lanes t258 = t246*LANES(k == l ? 1.0 : 0.0);
                    lanes t233 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        const lanes t235 = given->keep*G0[k*S + a];
                        const lanes t236 = given->keep*G0[l*S + a];
                        const lanes t239 = t238*G0[k*S + a];
                        const lanes t240 = t238*G0[l*S + a];
                        const lanes t244 = t243*G0[k*S + a];
                        const lanes t245 = t243*G0[l*S + a];
                        const lanes t249 = t248*mc0[a];
                        const lanes t252 = t251*mc0[a];
                        const lanes t256 = t255*mc0[a];
                        for (int b = a + 1; b < K; ++b) {
                            t233 = AT(fma)(AT(fma)(t256, mc0[b], AT(fma)(t252, mc0[b], AT(fma)(t249, mc0[b], AT(fma)(t245, G0[k*S + b], AT(fma)(t244, G0[l*S + b], AT(fma)(t242, G0[a*S + b], AT(fma)(t240, G0[k*S + b], AT(fma)(t239, G0[l*S + b], AT(fma)(t237, G0[a*S + b], AT(fma)(t236, G0[k*S + b], AT(fma)(t235, G0[l*S + b], t234*G0[a*S + b]))))))))))), I4[((k*K + l)*S + a)*S + b], t233);
                        }
                    }
                    t233 = t233 + t233;
                    for (int a = 0; a < K; ++a) {
                        const lanes t259 = (AT(fma)(t258*G0[k*S + a], G0[l*S + a], AT(fma)(t257*G0[k*S + a], G0[l*S + a], AT(fma)(t253*G0[k*S + a], G0[l*S + a], AT(fma)(t255, (mc0[a]*mc0[a]), AT(fma)(t251, (mc0[a]*mc0[a]), AT(fma)(t248, (mc0[a]*mc0[a]), AT(fma)(t242, G0[a*S + a], AT(fma)(t237, G0[a*S + a], t234*G0[a*S + a])))))))))*I4[((k*K + l)*S + a)*S + a];
                        t233 = t233 + t259;
                    }
                    E[k*K + l] = AT(fma)(t233, t260, E[k*K + l]);
                }
            }
        }
        {
            const lanes t265 = -(given->keep*given->keep);
            const lanes t268 = -2.0*(given->keep*given->keep);
            const lanes t270 = 2.0*given->keep;
            const lanes t273 = -6.0*given->keep;
            const lanes t275 = -3.0*given->keep;
            const lanes t278 = -2.0*given->keep;
            const lanes t285 = 2.0*(given->keep*given->keep);
            const lanes t292 = 4.0*(given->keep*given->keep);
            const lanes t294 = -4.0*(given->keep*given->keep);
            const lanes t297 = 6.0*given->keep;
            const lanes t300 = 2.0*(given->eta_J*given->eta_J)*given->keep*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t262 = given->keep*G0[k*S + k];
                const lanes t266 = t265*G0[k*S + k];
                const lanes t276 = t275*G0[k*S + k];
                const lanes t279 = t278*(mc0[k]*mc0[k]);
                const lanes t281 = t278*mc0[k];
                const lanes t283 = -2.0*(mc0[k]*mc0[k]);
                const lanes t286 = t285*(mc0[k]*mc0[k]);
                const lanes t288 = t285*mc0[k];
                const lanes t290 = t285*G0[k*S + k];
                const lanes t295 = t294*(mc0[k]*mc0[k]);
                const lanes t298 = t297*(mc0[k]*mc0[k]);
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t263 = given->keep*G0[l*S + l];
                    const lanes t263_l_1 = given->keep*G0[l_1*S + l_1];
                    const lanes t263_l_2 = given->keep*G0[l_2*S + l_2];
                    const lanes t264 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t264_l_1 = LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t264_l_2 = LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t267 = t265*G0[l*S + l];
                    const lanes t267_l_1 = t265*G0[l_1*S + l_1];
                    const lanes t267_l_2 = t265*G0[l_2*S + l_2];
                    const lanes t269 = t268*G0[k*S + l];
                    const lanes t269_l_1 = t268*G0[k*S + l_1];
                    const lanes t269_l_2 = t268*G0[k*S + l_2];
                    const lanes t271 = t270*G0[k*S + l];
                    const lanes t271_l_1 = t270*G0[k*S + l_1];
                    const lanes t271_l_2 = t270*G0[k*S + l_2];
                    const lanes t272 = 2.0*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t272_l_1 = 2.0*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t272_l_2 = 2.0*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t274 = t273*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t274_l_1 = t273*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t274_l_2 = t273*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t277 = t276*LANES(k == l ? 1.0 : 0.0);
                    const lanes t277_l_1 = t276*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t277_l_2 = t276*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t280 = t279*mc0[l];
                    const lanes t280_l_1 = t279*mc0[l_1];
                    const lanes t280_l_2 = t279*mc0[l_2];
                    const lanes t282 = t281*(mc0[l]*mc0[l]);
                    const lanes t282_l_1 = t281*(mc0[l_1]*mc0[l_1]);
                    const lanes t282_l_2 = t281*(mc0[l_2]*mc0[l_2]);
                    const lanes t284 = t283*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t284_l_1 = t283*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t284_l_2 = t283*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t287 = t286*mc0[l];
                    const lanes t287_l_1 = t286*mc0[l_1];
                    const lanes t287_l_2 = t286*mc0[l_2];
                    const lanes t289 = t288*(mc0[l]*mc0[l]);
                    const lanes t289_l_1 = t288*(mc0[l_1]*mc0[l_1]);
                    const lanes t289_l_2 = t288*(mc0[l_2]*mc0[l_2]);
                    const lanes t291 = t290*LANES(k == l ? 1.0 : 0.0);
                    const lanes t291_l_1 = t290*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t291_l_2 = t290*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t293 = t292*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t293_l_1 = t292*LANES(k == l_1 ? 1.0 : 0.0)*G0[k*S + l_1];
                    const lanes t293_l_2 = t292*LANES(k == l_2 ? 1.0 : 0.0)*G0[k*S + l_2];
                    const lanes t296 = t295*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t296_l_1 = t295*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t296_l_2 = t295*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    const lanes t299 = t298*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t299_l_1 = t298*LANES(k == l_1 ? 1.0 : 0.0)*mc0[l_1];
                    const lanes t299_l_2 = t298*LANES(k == l_2 ? 1.0 : 0.0)*mc0[l_2];
                    lanes t261 = LANES(0.0);
                    lanes t261_l_1 = LANES(0.0);
                    lanes t261_l_2 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        const lanes x_0 = AT(held)(G0[k*S + K + n]);
                        const lanes x_1 = AT(held)(mc0[K + n]);
                        t261 = t261 + AT(fma)(t299*x_1, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t296*x_1, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t293*x_0, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t291*G0[l*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t289*x_1, I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t287*x_1, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t284*x_1, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t282*x_1, I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t280*x_1, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t277*G0[l*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t274*x_0, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t272*x_0, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t271*G0[l*S + K + n], I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t271*x_0, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t269*G0[l*S + K + n], I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t269*x_0, I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t267*x_0, I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t266*G0[l*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t264*G0[l*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t263*x_0, I4[((k*K + l)*S + l)*S + K + n], t262*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n]))))))))))))))))))));
                        t261_l_1 = t261_l_1 + AT(fma)(t299_l_1*x_1, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t296_l_1*x_1, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t293_l_1*x_0, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t291_l_1*G0[l_1*S + K + n], I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t289_l_1*x_1, I4[((k*K + l_1)*S + l_1)*S + K + n], AT(fma)(t287_l_1*x_1, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t284_l_1*x_1, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t282_l_1*x_1, I4[((k*K + l_1)*S + l_1)*S + K + n], AT(fma)(t280_l_1*x_1, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t277_l_1*G0[l_1*S + K + n], I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t274_l_1*x_0, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t272_l_1*x_0, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t271_l_1*G0[l_1*S + K + n], I4[((k*K + l_1)*S + l_1)*S + K + n], AT(fma)(t271_l_1*x_0, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t269_l_1*G0[l_1*S + K + n], I4[((k*K + l_1)*S + l_1)*S + K + n], AT(fma)(t269_l_1*x_0, I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t267_l_1*x_0, I4[((k*K + l_1)*S + l_1)*S + K + n], AT(fma)(t266*G0[l_1*S + K + n], I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t264_l_1*G0[l_1*S + K + n], I4[((k*K + l_1)*S + k)*S + K + n], AT(fma)(t263_l_1*x_0, I4[((k*K + l_1)*S + l_1)*S + K + n], t262*G0[l_1*S + K + n]*I4[((k*K + l_1)*S + k)*S + K + n]))))))))))))))))))));
                        t261_l_2 = t261_l_2 + AT(fma)(t299_l_2*x_1, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t296_l_2*x_1, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t293_l_2*x_0, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t291_l_2*G0[l_2*S + K + n], I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t289_l_2*x_1, I4[((k*K + l_2)*S + l_2)*S + K + n], AT(fma)(t287_l_2*x_1, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t284_l_2*x_1, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t282_l_2*x_1, I4[((k*K + l_2)*S + l_2)*S + K + n], AT(fma)(t280_l_2*x_1, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t277_l_2*G0[l_2*S + K + n], I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t274_l_2*x_0, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t272_l_2*x_0, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t271_l_2*G0[l_2*S + K + n], I4[((k*K + l_2)*S + l_2)*S + K + n], AT(fma)(t271_l_2*x_0, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t269_l_2*G0[l_2*S + K + n], I4[((k*K + l_2)*S + l_2)*S + K + n], AT(fma)(t269_l_2*x_0, I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t267_l_2*x_0, I4[((k*K + l_2)*S + l_2)*S + K + n], AT(fma)(t266*G0[l_2*S + K + n], I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t264_l_2*G0[l_2*S + K + n], I4[((k*K + l_2)*S + k)*S + K + n], AT(fma)(t263_l_2*x_0, I4[((k*K + l_2)*S + l_2)*S + K + n], t262*G0[l_2*S + K + n]*I4[((k*K + l_2)*S + k)*S + K + n]))))))))))))))))))));
                    }
                    E[k*K + l] = AT(fma)(t261, t300, E[k*K + l]);
                    E[k*K + l_1] = AT(fma)(t261_l_1, t300, E[k*K + l_1]);
                    E[k*K + l_2] = AT(fma)(t261_l_2, t300, E[k*K + l_2]);
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t263 = given->keep*G0[l*S + l];
                    const lanes t264 = LANES(k == l ? 1.0 : 0.0)*G0[k*S + k];
                    const lanes t267 = t265*G0[l*S + l];
                    const lanes t269 = t268*G0[k*S + l];
                    const lanes t271 = t270*G0[k*S + l];
                    const lanes t272 = 2.0*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t274 = t273*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t277 = t276*LANES(k == l ? 1.0 : 0.0);
                    const lanes t280 = t279*mc0[l];
                    const lanes t282 = t281*(mc0[l]*mc0[l]);
                    const lanes t284 = t283*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t287 = t286*mc0[l];
                    const lanes t289 = t288*(mc0[l]*mc0[l]);
                    const lanes t291 = t290*LANES(k == l ? 1.0 : 0.0);
                    const lanes t293 = t292*LANES(k == l ? 1.0 : 0.0)*G0[k*S + l];
                    const lanes t296 = t295*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    const lanes t299 = t298*LANES(k == l ? 1.0 : 0.0)*mc0[l];
                    lanes t261 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        t261 = t261 + AT(fma)(t299*mc0[K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t296*mc0[K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t293*G0[k*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t291*G0[l*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t289*mc0[K + n], I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t287*mc0[K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t284*mc0[K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t282*mc0[K + n], I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t280*mc0[K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t277*G0[l*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t274*G0[k*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t272*G0[k*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t271*G0[l*S + K + n], I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t271*G0[k*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t269*G0[l*S + K + n], I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t269*G0[k*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t267*G0[k*S + K + n], I4[((k*K + l)*S + l)*S + K + n], AT(fma)(t266*G0[l*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t264*G0[l*S + K + n], I4[((k*K + l)*S + k)*S + K + n], AT(fma)(t263*G0[k*S + K + n], I4[((k*K + l)*S + l)*S + K + n], t262*G0[l*S + K + n]*I4[((k*K + l)*S + k)*S + K + n]))))))))))))))))))));
                    }
                    E[k*K + l] = AT(fma)(t261, t300, E[k*K + l]);
                }
            }
        }
    }
    if (AT(any)(AT(both)(AT(both)(given->on_V, general), given->on_kurtosis))) {
        {
            const lanes t305 = -3.0*(given->keep*given->keep);
            const lanes t308 = 2.0*(given->keep*given->keep*given->keep);
            const lanes t311 = -7.0*given->keep;
            const lanes t313 = -6.0*(given->keep*given->keep*given->keep);
            const lanes t315 = -4.0*(given->keep*given->keep);
            const lanes t317 = 2.0*given->keep;
            const lanes t320 = 12.0*(given->keep*given->keep);
            const lanes t322 = (given->eta_J*given->eta_J)*given->keep*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t302 = given->keep*I4[((k*K + l)*S + k)*S + k];
                    const lanes t302_l_1 = given->keep*I4[((k*K + l_1)*S + k)*S + k];
                    const lanes t302_l_2 = given->keep*I4[((k*K + l_2)*S + k)*S + k];
                    const lanes t303 = given->keep*I4[((k*K + l)*S + l)*S + l];
                    const lanes t303_l_1 = given->keep*I4[((k*K + l_1)*S + l_1)*S + l_1];
                    const lanes t303_l_2 = given->keep*I4[((k*K + l_2)*S + l_2)*S + l_2];
                    const lanes t304 = LANES(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k];
                    const lanes t304_l_1 = LANES(k == l_1 ? 1.0 : 0.0)*I4[((k*K + l_1)*S + k)*S + k];
                    const lanes t304_l_2 = LANES(k == l_2 ? 1.0 : 0.0)*I4[((k*K + l_2)*S + k)*S + k];
                    const lanes t306 = t305*I4[((k*K + l)*S + k)*S + k];
                    const lanes t306_l_1 = t305*I4[((k*K + l_1)*S + k)*S + k];
                    const lanes t306_l_2 = t305*I4[((k*K + l_2)*S + k)*S + k];
                    const lanes t307 = t305*I4[((k*K + l)*S + l)*S + l];
                    const lanes t307_l_1 = t305*I4[((k*K + l_1)*S + l_1)*S + l_1];
                    const lanes t307_l_2 = t305*I4[((k*K + l_2)*S + l_2)*S + l_2];
                    const lanes t309 = t308*I4[((k*K + l)*S + k)*S + k];
                    const lanes t309_l_1 = t308*I4[((k*K + l_1)*S + k)*S + k];
                    const lanes t309_l_2 = t308*I4[((k*K + l_2)*S + k)*S + k];
                    const lanes t310 = t308*I4[((k*K + l)*S + l)*S + l];
                    const lanes t310_l_1 = t308*I4[((k*K + l_1)*S + l_1)*S + l_1];
                    const lanes t310_l_2 = t308*I4[((k*K + l_2)*S + l_2)*S + l_2];
                    const lanes t312 = t311*LANES(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k];
                    const lanes t312_l_1 = t311*LANES(k == l_1 ? 1.0 : 0.0)*I4[((k*K + l_1)*S + k)*S + k];
                    const lanes t312_l_2 = t311*LANES(k == l_2 ? 1.0 : 0.0)*I4[((k*K + l_2)*S + k)*S + k];
                    const lanes t314 = t313*LANES(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k];
                    const lanes t314_l_1 = t313*LANES(k == l_1 ? 1.0 : 0.0)*I4[((k*K + l_1)*S + k)*S + k];
                    const lanes t314_l_2 = t313*LANES(k == l_2 ? 1.0 : 0.0)*I4[((k*K + l_2)*S + k)*S + k];
                    const lanes t316 = t315*I4[((k*K + l)*S + k)*S + l];
                    const lanes t316_l_1 = t315*I4[((k*K + l_1)*S + k)*S + l_1];
                    const lanes t316_l_2 = t315*I4[((k*K + l_2)*S + k)*S + l_2];
                    const lanes t318 = t317*I4[((k*K + l)*S + k)*S + l];
                    const lanes t318_l_1 = t317*I4[((k*K + l_1)*S + k)*S + l_1];
                    const lanes t318_l_2 = t317*I4[((k*K + l_2)*S + k)*S + l_2];
                    const lanes t319 = t308*I4[((k*K + l)*S + k)*S + l];
                    const lanes t319_l_1 = t308*I4[((k*K + l_1)*S + k)*S + l_1];
                    const lanes t319_l_2 = t308*I4[((k*K + l_2)*S + k)*S + l_2];
                    const lanes t321 = t320*LANES(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k];
                    const lanes t321_l_1 = t320*LANES(k == l_1 ? 1.0 : 0.0)*I4[((k*K + l_1)*S + k)*S + k];
                    const lanes t321_l_2 = t320*LANES(k == l_2 ? 1.0 : 0.0)*I4[((k*K + l_2)*S + k)*S + k];
                    lanes t301 = LANES(0.0);
                    lanes t301_l_1 = LANES(0.0);
                    lanes t301_l_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(L0[k*M + p]);
                        t301 = AT(fma)(x_0*(AT(fma)(t319*x_0, L0[l*M + p], AT(fma)(t318*x_0, L0[l*M + p], AT(fma)(t316*x_0, L0[l*M + p], AT(fma)(t321, (x_0*x_0), AT(fma)(t314, (x_0*x_0), AT(fma)(t312, (x_0*x_0), AT(fma)(t310, (L0[l*M + p]*L0[l*M + p]), AT(fma)(t309, (x_0*x_0), AT(fma)(t307, (L0[l*M + p]*L0[l*M + p]), AT(fma)(t306, (x_0*x_0), AT(fma)(t304, (x_0*x_0), AT(fma)(t303, (L0[l*M + p]*L0[l*M + p]), t302*(x_0*x_0)))))))))))))), v0[p*K + l], t301);
                        t301_l_1 = AT(fma)(x_0*(AT(fma)(t319_l_1*x_0, L0[l_1*M + p], AT(fma)(t318_l_1*x_0, L0[l_1*M + p], AT(fma)(t316_l_1*x_0, L0[l_1*M + p], AT(fma)(t321_l_1, (x_0*x_0), AT(fma)(t314_l_1, (x_0*x_0), AT(fma)(t312_l_1, (x_0*x_0), AT(fma)(t310_l_1, (L0[l_1*M + p]*L0[l_1*M + p]), AT(fma)(t309_l_1, (x_0*x_0), AT(fma)(t307_l_1, (L0[l_1*M + p]*L0[l_1*M + p]), AT(fma)(t306_l_1, (x_0*x_0), AT(fma)(t304_l_1, (x_0*x_0), AT(fma)(t303_l_1, (L0[l_1*M + p]*L0[l_1*M + p]), t302_l_1*(x_0*x_0)))))))))))))), v0[p*K + l_1], t301_l_1);
                        t301_l_2 = AT(fma)(x_0*(AT(fma)(t319_l_2*x_0, L0[l_2*M + p], AT(fma)(t318_l_2*x_0, L0[l_2*M + p], AT(fma)(t316_l_2*x_0, L0[l_2*M + p], AT(fma)(t321_l_2, (x_0*x_0), AT(fma)(t314_l_2, (x_0*x_0), AT(fma)(t312_l_2, (x_0*x_0), AT(fma)(t310_l_2, (L0[l_2*M + p]*L0[l_2*M + p]), AT(fma)(t309_l_2, (x_0*x_0), AT(fma)(t307_l_2, (L0[l_2*M + p]*L0[l_2*M + p]), AT(fma)(t306_l_2, (x_0*x_0), AT(fma)(t304_l_2, (x_0*x_0), AT(fma)(t303_l_2, (L0[l_2*M + p]*L0[l_2*M + p]), t302_l_2*(x_0*x_0)))))))))))))), v0[p*K + l_2], t301_l_2);
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t301*t322, LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t301_l_1*t322, LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t301_l_2*t322, LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t302 = given->keep*I4[((k*K + l)*S + k)*S + k];
                    const lanes t303 = given->keep*I4[((k*K + l)*S + l)*S + l];
                    const lanes t304 = LANES(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k];
                    const lanes t306 = t305*I4[((k*K + l)*S + k)*S + k];
                    const lanes t307 = t305*I4[((k*K + l)*S + l)*S + l];
                    const lanes t309 = t308*I4[((k*K + l)*S + k)*S + k];
                    const lanes t310 = t308*I4[((k*K + l)*S + l)*S + l];
                    const lanes t312 = t311*LANES(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k];
                    const lanes t314 = t313*LANES(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k];
                    const lanes t316 = t315*I4[((k*K + l)*S + k)*S + l];
                    const lanes t318 = t317*I4[((k*K + l)*S + k)*S + l];
                    const lanes t319 = t308*I4[((k*K + l)*S + k)*S + l];
                    const lanes t321 = t320*LANES(k == l ? 1.0 : 0.0)*I4[((k*K + l)*S + k)*S + k];
                    lanes t301 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        t301 = AT(fma)((AT(fma)(t319*L0[k*M + p], L0[l*M + p], AT(fma)(t318*L0[k*M + p], L0[l*M + p], AT(fma)(t316*L0[k*M + p], L0[l*M + p], AT(fma)(t321, (L0[k*M + p]*L0[k*M + p]), AT(fma)(t314, (L0[k*M + p]*L0[k*M + p]), AT(fma)(t312, (L0[k*M + p]*L0[k*M + p]), AT(fma)(t310, (L0[l*M + p]*L0[l*M + p]), AT(fma)(t309, (L0[k*M + p]*L0[k*M + p]), AT(fma)(t307, (L0[l*M + p]*L0[l*M + p]), AT(fma)(t306, (L0[k*M + p]*L0[k*M + p]), AT(fma)(t304, (L0[k*M + p]*L0[k*M + p]), AT(fma)(t303, (L0[l*M + p]*L0[l*M + p]), t302*(L0[k*M + p]*L0[k*M + p]))))))))))))))*L0[k*M + p], v0[p*K + l], t301);
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t301*t322, LANES(0.0));
                }
            }
        }
        {
            const lanes t324 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    lanes t323 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int m = n + 1; m < M; ++m) {
                            for (int p = 0; p < M; ++p) {
                                t323 = AT(fma)(L0[k*M + p]*L0[l*M + p]*L0[(K + m)*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + K + n)*S + K + m], t323);
                            }
                        }
                    }
                    t323 = t323 + t323;
                    for (int n = 0; n < M; ++n) {
                        for (int p = 0; p < M; ++p) {
                            t323 = AT(fma)(L0[k*M + p]*L0[l*M + p]*(L0[(K + n)*M + p]*L0[(K + n)*M + p])*kappa[p], I4[((k*K + l)*S + K + n)*S + K + n], t323);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t323*t324, LANES(0.0));
                }
            }
        }
        {
            const lanes t330 = -(given->keep*given->keep);
            const lanes t333 = -3.0*given->keep;
            const lanes t336 = 2.0*(given->keep*given->keep);
            const lanes t339 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t328 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t328_l_1 = LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t328_l_2 = LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t334 = t333*LANES(k == l ? 1.0 : 0.0);
                    const lanes t334_l_1 = t333*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t334_l_2 = t333*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t337 = t336*LANES(k == l ? 1.0 : 0.0);
                    const lanes t337_l_1 = t336*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t337_l_2 = t336*LANES(k == l_2 ? 1.0 : 0.0);
                    lanes t325 = LANES(0.0);
                    lanes t325_l_1 = LANES(0.0);
                    lanes t325_l_2 = LANES(0.0);
                    for (int b = 0; b < K; ++b) {
                        const lanes t326 = given->keep*I4[((k*K + l)*S + k)*S + b];
                        const lanes t326_l_1 = given->keep*I4[((k*K + l_1)*S + k)*S + b];
                        const lanes t326_l_2 = given->keep*I4[((k*K + l_2)*S + k)*S + b];
                        const lanes t327 = given->keep*I4[((k*K + l)*S + l)*S + b];
                        const lanes t327_l_1 = given->keep*I4[((k*K + l_1)*S + l_1)*S + b];
                        const lanes t327_l_2 = given->keep*I4[((k*K + l_2)*S + l_2)*S + b];
                        const lanes t329 = t328*I4[((k*K + l)*S + k)*S + b];
                        const lanes t329_l_1 = t328_l_1*I4[((k*K + l_1)*S + k)*S + b];
                        const lanes t329_l_2 = t328_l_2*I4[((k*K + l_2)*S + k)*S + b];
                        const lanes t331 = t330*I4[((k*K + l)*S + k)*S + b];
                        const lanes t331_l_1 = t330*I4[((k*K + l_1)*S + k)*S + b];
                        const lanes t331_l_2 = t330*I4[((k*K + l_2)*S + k)*S + b];
                        const lanes t332 = t330*I4[((k*K + l)*S + l)*S + b];
                        const lanes t332_l_1 = t330*I4[((k*K + l_1)*S + l_1)*S + b];
                        const lanes t332_l_2 = t330*I4[((k*K + l_2)*S + l_2)*S + b];
                        const lanes t335 = t334*I4[((k*K + l)*S + k)*S + b];
                        const lanes t335_l_1 = t334_l_1*I4[((k*K + l_1)*S + k)*S + b];
                        const lanes t335_l_2 = t334_l_2*I4[((k*K + l_2)*S + k)*S + b];
                        const lanes t338 = t337*I4[((k*K + l)*S + k)*S + b];
                        const lanes t338_l_1 = t337_l_1*I4[((k*K + l_1)*S + k)*S + b];
                        const lanes t338_l_2 = t337_l_2*I4[((k*K + l_2)*S + k)*S + b];
                        for (int p = 0; p < M; ++p) {
                            const lanes x_0 = AT(held)(L0[b*M + p]);
                            const lanes x_1 = AT(held)(L0[k*M + p]);
                            const lanes x_2 = AT(held)(kappa[p]);
                            t325 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t338, x_1, AT(fma)(t335, x_1, AT(fma)(t332, L0[l*M + p], AT(fma)(t331, x_1, AT(fma)(t329, x_1, AT(fma)(t327, L0[l*M + p], t326*x_1))))))), L0[l*M + p], t325);
                            t325_l_1 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t338_l_1, x_1, AT(fma)(t335_l_1, x_1, AT(fma)(t332_l_1, L0[l_1*M + p], AT(fma)(t331_l_1, x_1, AT(fma)(t329_l_1, x_1, AT(fma)(t327_l_1, L0[l_1*M + p], t326_l_1*x_1))))))), L0[l_1*M + p], t325_l_1);
                            t325_l_2 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t338_l_2, x_1, AT(fma)(t335_l_2, x_1, AT(fma)(t332_l_2, L0[l_2*M + p], AT(fma)(t331_l_2, x_1, AT(fma)(t329_l_2, x_1, AT(fma)(t327_l_2, L0[l_2*M + p], t326_l_2*x_1))))))), L0[l_2*M + p], t325_l_2);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t325*t339, LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t325_l_1*t339, LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t325_l_2*t339, LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t328 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t334 = t333*LANES(k == l ? 1.0 : 0.0);
                    const lanes t337 = t336*LANES(k == l ? 1.0 : 0.0);
                    lanes t325 = LANES(0.0);
                    for (int b = 0; b < K; ++b) {
                        const lanes t326 = given->keep*I4[((k*K + l)*S + k)*S + b];
                        const lanes t327 = given->keep*I4[((k*K + l)*S + l)*S + b];
                        const lanes t329 = t328*I4[((k*K + l)*S + k)*S + b];
                        const lanes t331 = t330*I4[((k*K + l)*S + k)*S + b];
                        const lanes t332 = t330*I4[((k*K + l)*S + l)*S + b];
                        const lanes t335 = t334*I4[((k*K + l)*S + k)*S + b];
                        const lanes t338 = t337*I4[((k*K + l)*S + k)*S + b];
                        for (int p = 0; p < M; ++p) {
                            t325 = AT(fma)((AT(fma)(t338, L0[k*M + p], AT(fma)(t335, L0[k*M + p], AT(fma)(t332, L0[l*M + p], AT(fma)(t331, L0[k*M + p], AT(fma)(t329, L0[k*M + p], AT(fma)(t327, L0[l*M + p], t326*L0[k*M + p])))))))*L0[b*M + p]*L0[k*M + p]*kappa[p], L0[l*M + p], t325);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t325*t339, LANES(0.0));
                }
            }
        }
        {
            const lanes t347 = -(given->keep*given->keep);
            const lanes t351 = (given->keep*given->keep);
            const lanes t354 = -3.0*given->keep;
            const lanes t357 = -2.0*given->keep;
            const lanes t360 = 2.0*(given->keep*given->keep);
            const lanes t363 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t344 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t344_l_1 = LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t344_l_2 = LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t352 = t351*LANES(k == l ? 1.0 : 0.0);
                    const lanes t352_l_1 = t351*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t352_l_2 = t351*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t355 = t354*LANES(k == l ? 1.0 : 0.0);
                    const lanes t355_l_1 = t354*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t355_l_2 = t354*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t358 = t357*LANES(k == l ? 1.0 : 0.0);
                    const lanes t358_l_1 = t357*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t358_l_2 = t357*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t361 = t360*LANES(k == l ? 1.0 : 0.0);
                    const lanes t361_l_1 = t360*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t361_l_2 = t360*LANES(k == l_2 ? 1.0 : 0.0);
                    lanes t340 = LANES(0.0);
                    lanes t340_l_1 = LANES(0.0);
                    lanes t340_l_2 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        const lanes t341 = given->keep*I4[((k*K + l)*S + a)*S + a];
                        const lanes t341_l_1 = given->keep*I4[((k*K + l_1)*S + a)*S + a];
                        const lanes t341_l_2 = given->keep*I4[((k*K + l_2)*S + a)*S + a];
                        const lanes t342 = given->keep*I4[((k*K + l)*S + k)*S + a];
                        const lanes t342_l_1 = given->keep*I4[((k*K + l_1)*S + k)*S + a];
                        const lanes t342_l_2 = given->keep*I4[((k*K + l_2)*S + k)*S + a];
                        const lanes t343 = given->keep*I4[((k*K + l)*S + l)*S + a];
                        const lanes t343_l_1 = given->keep*I4[((k*K + l_1)*S + l_1)*S + a];
                        const lanes t343_l_2 = given->keep*I4[((k*K + l_2)*S + l_2)*S + a];
                        const lanes t345 = t344*I4[((k*K + l)*S + a)*S + a];
                        const lanes t345_l_1 = t344_l_1*I4[((k*K + l_1)*S + a)*S + a];
                        const lanes t345_l_2 = t344_l_2*I4[((k*K + l_2)*S + a)*S + a];
                        const lanes t346 = t344*I4[((k*K + l)*S + k)*S + a];
                        const lanes t346_l_1 = t344_l_1*I4[((k*K + l_1)*S + k)*S + a];
                        const lanes t346_l_2 = t344_l_2*I4[((k*K + l_2)*S + k)*S + a];
                        const lanes t348 = t347*I4[((k*K + l)*S + a)*S + a];
                        const lanes t348_l_1 = t347*I4[((k*K + l_1)*S + a)*S + a];
                        const lanes t348_l_2 = t347*I4[((k*K + l_2)*S + a)*S + a];
                        const lanes t349 = t347*I4[((k*K + l)*S + k)*S + a];
                        const lanes t349_l_1 = t347*I4[((k*K + l_1)*S + k)*S + a];
                        const lanes t349_l_2 = t347*I4[((k*K + l_2)*S + k)*S + a];
                        const lanes t350 = t347*I4[((k*K + l)*S + l)*S + a];
                        const lanes t350_l_1 = t347*I4[((k*K + l_1)*S + l_1)*S + a];
                        const lanes t350_l_2 = t347*I4[((k*K + l_2)*S + l_2)*S + a];
                        const lanes t353 = t352*I4[((k*K + l)*S + a)*S + a];
                        const lanes t353_l_1 = t352_l_1*I4[((k*K + l_1)*S + a)*S + a];
                        const lanes t353_l_2 = t352_l_2*I4[((k*K + l_2)*S + a)*S + a];
                        const lanes t356 = t355*I4[((k*K + l)*S + k)*S + a];
                        const lanes t356_l_1 = t355_l_1*I4[((k*K + l_1)*S + k)*S + a];
                        const lanes t356_l_2 = t355_l_2*I4[((k*K + l_2)*S + k)*S + a];
                        const lanes t359 = t358*I4[((k*K + l)*S + a)*S + a];
                        const lanes t359_l_1 = t358_l_1*I4[((k*K + l_1)*S + a)*S + a];
                        const lanes t359_l_2 = t358_l_2*I4[((k*K + l_2)*S + a)*S + a];
                        const lanes t362 = t361*I4[((k*K + l)*S + k)*S + a];
                        const lanes t362_l_1 = t361_l_1*I4[((k*K + l_1)*S + k)*S + a];
                        const lanes t362_l_2 = t361_l_2*I4[((k*K + l_2)*S + k)*S + a];
                        for (int p = 0; p < M; ++p) {
                            const lanes x_0 = AT(held)(L0[a*M + p]);
                            const lanes x_1 = AT(held)(L0[k*M + p]);
                            const lanes x_2 = AT(held)(kappa[p]);
                            t340 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t362, x_1, AT(fma)(t359, x_0, AT(fma)(t356, x_1, AT(fma)(t353, x_0, AT(fma)(t350, L0[l*M + p], AT(fma)(t349, x_1, AT(fma)(t348, x_0, AT(fma)(t346, x_1, AT(fma)(t345, x_0, AT(fma)(t343, L0[l*M + p], AT(fma)(t342, x_1, t341*x_0)))))))))))), L0[l*M + p], t340);
                            t340_l_1 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t362_l_1, x_1, AT(fma)(t359_l_1, x_0, AT(fma)(t356_l_1, x_1, AT(fma)(t353_l_1, x_0, AT(fma)(t350_l_1, L0[l_1*M + p], AT(fma)(t349_l_1, x_1, AT(fma)(t348_l_1, x_0, AT(fma)(t346_l_1, x_1, AT(fma)(t345_l_1, x_0, AT(fma)(t343_l_1, L0[l_1*M + p], AT(fma)(t342_l_1, x_1, t341_l_1*x_0)))))))))))), L0[l_1*M + p], t340_l_1);
                            t340_l_2 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t362_l_2, x_1, AT(fma)(t359_l_2, x_0, AT(fma)(t356_l_2, x_1, AT(fma)(t353_l_2, x_0, AT(fma)(t350_l_2, L0[l_2*M + p], AT(fma)(t349_l_2, x_1, AT(fma)(t348_l_2, x_0, AT(fma)(t346_l_2, x_1, AT(fma)(t345_l_2, x_0, AT(fma)(t343_l_2, L0[l_2*M + p], AT(fma)(t342_l_2, x_1, t341_l_2*x_0)))))))))))), L0[l_2*M + p], t340_l_2);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t340*t363, LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t340_l_1*t363, LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t340_l_2*t363, LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t344 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t352 = t351*LANES(k == l ? 1.0 : 0.0);
                    const lanes t355 = t354*LANES(k == l ? 1.0 : 0.0);
                    const lanes t358 = t357*LANES(k == l ? 1.0 : 0.0);
                    const lanes t361 = t360*LANES(k == l ? 1.0 : 0.0);
                    lanes t340 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        const lanes t341 = given->keep*I4[((k*K + l)*S + a)*S + a];
                        const lanes t342 = given->keep*I4[((k*K + l)*S + k)*S + a];
                        const lanes t343 = given->keep*I4[((k*K + l)*S + l)*S + a];
                        const lanes t345 = t344*I4[((k*K + l)*S + a)*S + a];
                        const lanes t346 = t344*I4[((k*K + l)*S + k)*S + a];
                        const lanes t348 = t347*I4[((k*K + l)*S + a)*S + a];
                        const lanes t349 = t347*I4[((k*K + l)*S + k)*S + a];
                        const lanes t350 = t347*I4[((k*K + l)*S + l)*S + a];
                        const lanes t353 = t352*I4[((k*K + l)*S + a)*S + a];
                        const lanes t356 = t355*I4[((k*K + l)*S + k)*S + a];
                        const lanes t359 = t358*I4[((k*K + l)*S + a)*S + a];
                        const lanes t362 = t361*I4[((k*K + l)*S + k)*S + a];
                        for (int p = 0; p < M; ++p) {
                            t340 = AT(fma)((AT(fma)(t362, L0[k*M + p], AT(fma)(t359, L0[a*M + p], AT(fma)(t356, L0[k*M + p], AT(fma)(t353, L0[a*M + p], AT(fma)(t350, L0[l*M + p], AT(fma)(t349, L0[k*M + p], AT(fma)(t348, L0[a*M + p], AT(fma)(t346, L0[k*M + p], AT(fma)(t345, L0[a*M + p], AT(fma)(t343, L0[l*M + p], AT(fma)(t342, L0[k*M + p], t341*L0[a*M + p]))))))))))))*L0[a*M + p]*L0[k*M + p]*kappa[p], L0[l*M + p], t340);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t340*t363, LANES(0.0));
                }
            }
        }
        {
            const lanes t365 = (given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t364 = LANES(0.0);
                    lanes t364_l_1 = LANES(0.0);
                    lanes t364_l_2 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            for (int p = 0; p < M; ++p) {
                                const lanes x_0 = AT(held)(L0[a*M + p]);
                                const lanes x_1 = AT(held)(L0[k*M + p]);
                                const lanes x_2 = AT(held)(L0[(K + n)*M + p]);
                                const lanes x_3 = AT(held)(kappa[p]);
                                t364 = AT(fma)(x_0*x_1*x_2*x_3*L0[l*M + p], I4[((k*K + l)*S + a)*S + K + n], t364);
                                t364_l_1 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_1*M + p], I4[((k*K + l_1)*S + a)*S + K + n], t364_l_1);
                                t364_l_2 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_2*M + p], I4[((k*K + l_2)*S + a)*S + K + n], t364_l_2);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t364*t365, LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t364_l_1*t365, LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t364_l_2*t365, LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t364 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            for (int p = 0; p < M; ++p) {
                                t364 = AT(fma)(L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + K + n], t364);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t364*t365, LANES(0.0));
                }
            }
        }
        {
            const lanes t367 = (given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t366 = LANES(0.0);
                    lanes t366_l_1 = LANES(0.0);
                    lanes t366_l_2 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int a = 0; a < K; ++a) {
                            for (int p = 0; p < M; ++p) {
                                const lanes x_0 = AT(held)(L0[a*M + p]);
                                const lanes x_1 = AT(held)(L0[k*M + p]);
                                const lanes x_2 = AT(held)(L0[(K + n)*M + p]);
                                const lanes x_3 = AT(held)(kappa[p]);
                                t366 = AT(fma)(x_0*x_1*x_2*x_3*L0[l*M + p], I4[((k*K + l)*S + K + n)*S + a], t366);
                                t366_l_1 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_1*M + p], I4[((k*K + l_1)*S + K + n)*S + a], t366_l_1);
                                t366_l_2 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_2*M + p], I4[((k*K + l_2)*S + K + n)*S + a], t366_l_2);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t366*t367, LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t366_l_1*t367, LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t366_l_2*t367, LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t366 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int a = 0; a < K; ++a) {
                            for (int p = 0; p < M; ++p) {
                                t366 = AT(fma)(L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + K + n)*S + a], t366);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t366*t367, LANES(0.0));
                }
            }
        }
        {
            const lanes t369 = (given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    lanes t368 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            for (int p = 0; p < M; ++p) {
                                t368 = AT(fma)(L0[a*M + p]*L0[b*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + b], t368);
                            }
                        }
                    }
                    t368 = t368 + t368;
                    for (int a = 0; a < K; ++a) {
                        for (int p = 0; p < M; ++p) {
                            t368 = AT(fma)((L0[a*M + p]*L0[a*M + p])*L0[k*M + p]*L0[l*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + a], t368);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t368*t369, LANES(0.0));
                }
            }
        }
        {
            const lanes t375 = -(given->keep*given->keep);
            const lanes t378 = -3.0*given->keep;
            const lanes t381 = 2.0*(given->keep*given->keep);
            const lanes t384 = 2.0*(given->eta_J*given->eta_J)*given->keep*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t373 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t373_l_1 = LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t373_l_2 = LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t379 = t378*LANES(k == l ? 1.0 : 0.0);
                    const lanes t379_l_1 = t378*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t379_l_2 = t378*LANES(k == l_2 ? 1.0 : 0.0);
                    const lanes t382 = t381*LANES(k == l ? 1.0 : 0.0);
                    const lanes t382_l_1 = t381*LANES(k == l_1 ? 1.0 : 0.0);
                    const lanes t382_l_2 = t381*LANES(k == l_2 ? 1.0 : 0.0);
                    lanes t370 = LANES(0.0);
                    lanes t370_l_1 = LANES(0.0);
                    lanes t370_l_2 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        const lanes t371 = given->keep*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t371_l_1 = given->keep*I4[((k*K + l_1)*S + k)*S + K + n];
                        const lanes t371_l_2 = given->keep*I4[((k*K + l_2)*S + k)*S + K + n];
                        const lanes t372 = given->keep*I4[((k*K + l)*S + l)*S + K + n];
                        const lanes t372_l_1 = given->keep*I4[((k*K + l_1)*S + l_1)*S + K + n];
                        const lanes t372_l_2 = given->keep*I4[((k*K + l_2)*S + l_2)*S + K + n];
                        const lanes t374 = t373*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t374_l_1 = t373_l_1*I4[((k*K + l_1)*S + k)*S + K + n];
                        const lanes t374_l_2 = t373_l_2*I4[((k*K + l_2)*S + k)*S + K + n];
                        const lanes t376 = t375*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t376_l_1 = t375*I4[((k*K + l_1)*S + k)*S + K + n];
                        const lanes t376_l_2 = t375*I4[((k*K + l_2)*S + k)*S + K + n];
                        const lanes t377 = t375*I4[((k*K + l)*S + l)*S + K + n];
                        const lanes t377_l_1 = t375*I4[((k*K + l_1)*S + l_1)*S + K + n];
                        const lanes t377_l_2 = t375*I4[((k*K + l_2)*S + l_2)*S + K + n];
                        const lanes t380 = t379*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t380_l_1 = t379_l_1*I4[((k*K + l_1)*S + k)*S + K + n];
                        const lanes t380_l_2 = t379_l_2*I4[((k*K + l_2)*S + k)*S + K + n];
                        const lanes t383 = t382*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t383_l_1 = t382_l_1*I4[((k*K + l_1)*S + k)*S + K + n];
                        const lanes t383_l_2 = t382_l_2*I4[((k*K + l_2)*S + k)*S + K + n];
                        for (int p = 0; p < M; ++p) {
                            const lanes x_0 = AT(held)(L0[k*M + p]);
                            const lanes x_1 = AT(held)(L0[(K + n)*M + p]);
                            const lanes x_2 = AT(held)(kappa[p]);
                            t370 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t383, x_0, AT(fma)(t380, x_0, AT(fma)(t377, L0[l*M + p], AT(fma)(t376, x_0, AT(fma)(t374, x_0, AT(fma)(t372, L0[l*M + p], t371*x_0))))))), L0[l*M + p], t370);
                            t370_l_1 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t383_l_1, x_0, AT(fma)(t380_l_1, x_0, AT(fma)(t377_l_1, L0[l_1*M + p], AT(fma)(t376_l_1, x_0, AT(fma)(t374_l_1, x_0, AT(fma)(t372_l_1, L0[l_1*M + p], t371_l_1*x_0))))))), L0[l_1*M + p], t370_l_1);
                            t370_l_2 = AT(fma)(x_0*x_1*x_2*(AT(fma)(t383_l_2, x_0, AT(fma)(t380_l_2, x_0, AT(fma)(t377_l_2, L0[l_2*M + p], AT(fma)(t376_l_2, x_0, AT(fma)(t374_l_2, x_0, AT(fma)(t372_l_2, L0[l_2*M + p], t371_l_2*x_0))))))), L0[l_2*M + p], t370_l_2);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t370*t384, LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t370_l_1*t384, LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t370_l_2*t384, LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    const lanes t373 = LANES(k == l ? 1.0 : 0.0);
                    const lanes t379 = t378*LANES(k == l ? 1.0 : 0.0);
                    const lanes t382 = t381*LANES(k == l ? 1.0 : 0.0);
                    lanes t370 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        const lanes t371 = given->keep*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t372 = given->keep*I4[((k*K + l)*S + l)*S + K + n];
                        const lanes t374 = t373*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t376 = t375*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t377 = t375*I4[((k*K + l)*S + l)*S + K + n];
                        const lanes t380 = t379*I4[((k*K + l)*S + k)*S + K + n];
                        const lanes t383 = t382*I4[((k*K + l)*S + k)*S + K + n];
                        for (int p = 0; p < M; ++p) {
                            t370 = AT(fma)((AT(fma)(t383, L0[k*M + p], AT(fma)(t380, L0[k*M + p], AT(fma)(t377, L0[l*M + p], AT(fma)(t376, L0[k*M + p], AT(fma)(t374, L0[k*M + p], AT(fma)(t372, L0[l*M + p], t371*L0[k*M + p])))))))*L0[k*M + p]*L0[l*M + p]*kappa[p], L0[(K + n)*M + p], t370);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t370*t384, LANES(0.0));
                }
            }
        }
        {
            const lanes t386 = (given->eta_J*given->eta_J)*given->keep*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    lanes t385 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int m = n + 1; m < M; ++m) {
                            for (int p = 0; p < M; ++p) {
                                t385 = AT(fma)(L0[k*M + p]*L0[l*M + p]*L0[(K + m)*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + K + n)*S + K + m], t385);
                            }
                        }
                    }
                    t385 = t385 + t385;
                    for (int n = 0; n < M; ++n) {
                        for (int p = 0; p < M; ++p) {
                            t385 = AT(fma)(L0[k*M + p]*L0[l*M + p]*(L0[(K + n)*M + p]*L0[(K + n)*M + p])*kappa[p], I4[((k*K + l)*S + K + n)*S + K + n], t385);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t385*t386*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
        {
            const lanes t388 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t387 = LANES(0.0);
                    lanes t387_l_1 = LANES(0.0);
                    lanes t387_l_2 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            for (int p = 0; p < M; ++p) {
                                const lanes x_0 = AT(held)(L0[a*M + p]);
                                const lanes x_1 = AT(held)(L0[k*M + p]);
                                const lanes x_2 = AT(held)(L0[(K + n)*M + p]);
                                const lanes x_3 = AT(held)(kappa[p]);
                                t387 = AT(fma)(x_0*x_1*x_2*x_3*L0[l*M + p], I4[((k*K + l)*S + a)*S + K + n], t387);
                                t387_l_1 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_1*M + p], I4[((k*K + l_1)*S + a)*S + K + n], t387_l_1);
                                t387_l_2 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_2*M + p], I4[((k*K + l_2)*S + a)*S + K + n], t387_l_2);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t387*t388*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t387_l_1*t388*LANES(k == l_1 ? 1.0 : 0.0), LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t387_l_2*t388*LANES(k == l_2 ? 1.0 : 0.0), LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t387 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            for (int p = 0; p < M; ++p) {
                                t387 = AT(fma)(L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + K + n], t387);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t387*t388*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
        {
            const lanes t390 = (given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t389 = LANES(0.0);
                    lanes t389_l_1 = LANES(0.0);
                    lanes t389_l_2 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int a = 0; a < K; ++a) {
                            for (int p = 0; p < M; ++p) {
                                const lanes x_0 = AT(held)(L0[a*M + p]);
                                const lanes x_1 = AT(held)(L0[k*M + p]);
                                const lanes x_2 = AT(held)(L0[(K + n)*M + p]);
                                const lanes x_3 = AT(held)(kappa[p]);
                                t389 = AT(fma)(x_0*x_1*x_2*x_3*L0[l*M + p], I4[((k*K + l)*S + K + n)*S + a], t389);
                                t389_l_1 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_1*M + p], I4[((k*K + l_1)*S + K + n)*S + a], t389_l_1);
                                t389_l_2 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_2*M + p], I4[((k*K + l_2)*S + K + n)*S + a], t389_l_2);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t389*t390*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t389_l_1*t390*LANES(k == l_1 ? 1.0 : 0.0), LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t389_l_2*t390*LANES(k == l_2 ? 1.0 : 0.0), LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t389 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int a = 0; a < K; ++a) {
                            for (int p = 0; p < M; ++p) {
                                t389 = AT(fma)(L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + K + n)*S + a], t389);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t389*t390*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
        {
            const lanes t392 = (given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    lanes t391 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            for (int p = 0; p < M; ++p) {
                                t391 = AT(fma)(L0[a*M + p]*L0[b*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + b], t391);
                            }
                        }
                    }
                    t391 = t391 + t391;
                    for (int a = 0; a < K; ++a) {
                        for (int p = 0; p < M; ++p) {
                            t391 = AT(fma)((L0[a*M + p]*L0[a*M + p])*L0[k*M + p]*L0[l*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + a], t391);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t391*t392*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
        {
            const lanes t394 = -(given->eta_J*given->eta_J)*(given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    lanes t393 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int m = n + 1; m < M; ++m) {
                            for (int p = 0; p < M; ++p) {
                                t393 = AT(fma)(L0[k*M + p]*L0[l*M + p]*L0[(K + m)*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + K + n)*S + K + m], t393);
                            }
                        }
                    }
                    t393 = t393 + t393;
                    for (int n = 0; n < M; ++n) {
                        for (int p = 0; p < M; ++p) {
                            t393 = AT(fma)(L0[k*M + p]*L0[l*M + p]*(L0[(K + n)*M + p]*L0[(K + n)*M + p])*kappa[p], I4[((k*K + l)*S + K + n)*S + K + n], t393);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t393*t394*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
        {
            const lanes t396 = -(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t395 = LANES(0.0);
                    lanes t395_l_1 = LANES(0.0);
                    lanes t395_l_2 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            for (int p = 0; p < M; ++p) {
                                const lanes x_0 = AT(held)(L0[a*M + p]);
                                const lanes x_1 = AT(held)(L0[k*M + p]);
                                const lanes x_2 = AT(held)(L0[(K + n)*M + p]);
                                const lanes x_3 = AT(held)(kappa[p]);
                                t395 = AT(fma)(x_0*x_1*x_2*x_3*L0[l*M + p], I4[((k*K + l)*S + a)*S + K + n], t395);
                                t395_l_1 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_1*M + p], I4[((k*K + l_1)*S + a)*S + K + n], t395_l_1);
                                t395_l_2 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_2*M + p], I4[((k*K + l_2)*S + a)*S + K + n], t395_l_2);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t395*t396*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t395_l_1*t396*LANES(k == l_1 ? 1.0 : 0.0), LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t395_l_2*t396*LANES(k == l_2 ? 1.0 : 0.0), LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t395 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int n = 0; n < M; ++n) {
                            for (int p = 0; p < M; ++p) {
                                t395 = AT(fma)(L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + K + n], t395);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t395*t396*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
        {
            const lanes t398 = -(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t397 = LANES(0.0);
                    lanes t397_l_1 = LANES(0.0);
                    lanes t397_l_2 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int a = 0; a < K; ++a) {
                            for (int p = 0; p < M; ++p) {
                                const lanes x_0 = AT(held)(L0[a*M + p]);
                                const lanes x_1 = AT(held)(L0[k*M + p]);
                                const lanes x_2 = AT(held)(L0[(K + n)*M + p]);
                                const lanes x_3 = AT(held)(kappa[p]);
                                t397 = AT(fma)(x_0*x_1*x_2*x_3*L0[l*M + p], I4[((k*K + l)*S + K + n)*S + a], t397);
                                t397_l_1 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_1*M + p], I4[((k*K + l_1)*S + K + n)*S + a], t397_l_1);
                                t397_l_2 = AT(fma)(x_0*x_1*x_2*x_3*L0[l_2*M + p], I4[((k*K + l_2)*S + K + n)*S + a], t397_l_2);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t397*t398*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(AT(both)(general, given->on_kurtosis), t397_l_1*t398*LANES(k == l_1 ? 1.0 : 0.0), LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(AT(both)(general, given->on_kurtosis), t397_l_2*t398*LANES(k == l_2 ? 1.0 : 0.0), LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t397 = LANES(0.0);
                    for (int n = 0; n < M; ++n) {
                        for (int a = 0; a < K; ++a) {
                            for (int p = 0; p < M; ++p) {
                                t397 = AT(fma)(L0[a*M + p]*L0[k*M + p]*L0[l*M + p]*L0[(K + n)*M + p]*kappa[p], I4[((k*K + l)*S + K + n)*S + a], t397);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t397*t398*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
        {
            const lanes t400 = -(given->eta_J*given->eta_J)*(given->keep*given->keep*given->keep*given->keep)*given->over_V;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    lanes t399 = LANES(0.0);
                    for (int a = 0; a < K; ++a) {
                        for (int b = a + 1; b < K; ++b) {
                            for (int p = 0; p < M; ++p) {
                                t399 = AT(fma)(L0[a*M + p]*L0[b*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + b], t399);
                            }
                        }
                    }
                    t399 = t399 + t399;
                    for (int a = 0; a < K; ++a) {
                        for (int p = 0; p < M; ++p) {
                            t399 = AT(fma)((L0[a*M + p]*L0[a*M + p])*L0[k*M + p]*L0[l*M + p]*kappa[p], I4[((k*K + l)*S + a)*S + a], t399);
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(AT(both)(general, given->on_kurtosis), t399*t400*LANES(k == l ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
    }
    /* dR: dR/dalpha */
    {
        const lanes t401 = -given->decay*given->eta_J;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR[k*M + n] = AT(fma)(t401, R[k*M + n], A[k*S + K + n]);
            }
        }
    }
    /* dQ: dQ/dalpha */
    {
        const lanes t402 = -2.0*given->decay*given->eta_J;
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[dropout_linear_batch_packed(K, k, l)] = AT(fma)(t402, Q[dropout_linear_batch_packed(K, k, l)], A[k*S + l] + A[l*S + k]);
            }
        }
    }
    if (AT(any)(given->on_V)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ[dropout_linear_batch_packed(K, k, l)] = dQ[dropout_linear_batch_packed(K, k, l)] + AT(select)(given->on_V, E[k*K + l], LANES(0.0));
                }
            }
        }
    }
    /* dw0: dw0/dalpha */
    {
        for (int k = 0; k < K; ++k) {
            dw0[k] = LANES(0.0);
        }
    }
    if (AT(any)(general)) {
        {
            const lanes t404 = given->eta_0*(given->keep*given->keep);
            const lanes t405 = -given->eta_0*given->keep;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t403 = LANES(0.0);
                lanes t403_k_1 = LANES(0.0);
                lanes t403_k_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(mc0[K + n]);
                    t403 = AT(fma)(x_0, I2[k*S + K + n], t403);
                    t403_k_1 = AT(fma)(x_0, I2[k_1*S + K + n], t403_k_1);
                    t403_k_2 = AT(fma)(x_0, I2[k_2*S + K + n], t403_k_2);
                }
                dw0[k] = dw0[k] + AT(select)(general, AT(fma)(t405*mc0[k], I2[k*S + k], AT(fma)(t404*mc0[k], I2[k*S + k], t403*t405)), LANES(0.0));
                dw0[k_1] = dw0[k_1] + AT(select)(general, AT(fma)(t405*mc0[k_1], I2[k_1*S + k_1], AT(fma)(t404*mc0[k_1], I2[k_1*S + k_1], t403_k_1*t405)), LANES(0.0));
                dw0[k_2] = dw0[k_2] + AT(select)(general, AT(fma)(t405*mc0[k_2], I2[k_2*S + k_2], AT(fma)(t404*mc0[k_2], I2[k_2*S + k_2], t403_k_2*t405)), LANES(0.0));
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t403 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    t403 = AT(fma)(mc0[K + n], I2[k*S + K + n], t403);
                }
                dw0[k] = dw0[k] + AT(select)(general, AT(fma)(t405*mc0[k], I2[k*S + k], AT(fma)(t404*mc0[k], I2[k*S + k], t403*t405)), LANES(0.0));
            }
        }
        {
            const lanes t407 = -given->eta_0*(given->keep*given->keep);
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t406 = LANES(0.0);
                lanes t406_k_1 = LANES(0.0);
                lanes t406_k_2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    const lanes x_0 = AT(held)(mc0[l]);
                    t406 = AT(fma)(x_0, I2[k*S + l], t406);
                    t406_k_1 = AT(fma)(x_0, I2[k_1*S + l], t406_k_1);
                    t406_k_2 = AT(fma)(x_0, I2[k_2*S + l], t406_k_2);
                }
                dw0[k] = dw0[k] + AT(select)(general, t406*t407, LANES(0.0));
                dw0[k_1] = dw0[k_1] + AT(select)(general, t406_k_1*t407, LANES(0.0));
                dw0[k_2] = dw0[k_2] + AT(select)(general, t406_k_2*t407, LANES(0.0));
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t406 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    t406 = AT(fma)(mc0[l], I2[k*S + l], t406);
                }
                dw0[k] = dw0[k] + AT(select)(general, t406*t407, LANES(0.0));
            }
        }
    }
}

TARGET static void AT(rhs)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *dstate, lanes *work)
{
#ifdef DROPOUT_LINEAR_BATCH_K
    if (K == DROPOUT_LINEAR_BATCH_K && M == DROPOUT_LINEAR_BATCH_M) {
        AT(rhs_sized)(DROPOUT_LINEAR_BATCH_K, DROPOUT_LINEAR_BATCH_M, given, state, dstate, work);
        return;
    }
#endif
    AT(rhs_sized)(K, M, given, state, dstate, work);
}

TARGET SIZED static inline void AT(eps_g_sized)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *eps_g, lanes *work)
{
    const int S = K + M;
    const size_t overlaps = (size_t)K*(size_t)M + (size_t)K*((size_t)K + 1)/2;
    const lanes *R = state;
    const lanes *Q = state + (size_t)K*(size_t)M;
    const lanes *w0 = state + overlaps;
    const lanes *T = given->T;
    const lanes *mean = given->mean;
    const lanes *cov = given->cov;
    const lanes *kurtosis = given->kurtosis;
    lanes *C = work;
    lanes *I2 = C + (size_t)S*(size_t)S;
    lanes *mc0 = I2 + (size_t)S*(size_t)S;
    lanes *G0 = mc0 + (size_t)S;
    mask general = given->on_general;
    size_t place = 0;

    (void)w0;
    (void)place;
    (void)T;
    (void)mean;
    (void)cov;
    (void)kurtosis;
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[k*S + l] = Q[dropout_linear_batch_packed(K, k, l)];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C[k*S + K + n] = R[k*M + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C[(K + n)*S + K + m] = T[n*M + m];
            }
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                I2[i*S + j] = C[i*S + j];
                I2[j*S + i] = I2[i*S + j];
            }
        }
    }
    /* mc0: <c_i> over the task */
    {
        for (int k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }
    /* G0: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0[k*S + l] = mc0[k]*mc0[l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G0[k*S + K + n] = mc0[k]*mc0[K + n];
                G0[(K + n)*S + k] = G0[k*S + K + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = mc0[K + m]*mc0[K + n];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    G0[(K + n)*S + K + m] = G0[(K + n)*S + K + m] + AT(select)(general, cov[n*M + m], LANES(0.0));
                }
            }
        }
    }
    /* eps_g: loss of all units */
    {
        lanes t1 = LANES(0.0);
        for (int n = 0; n < M; ++n) {
            for (int m = n + 1; m < M; ++m) {
                t1 = AT(fma)(G0[(K + n)*S + K + m], I2[(K + n)*S + K + m], t1);
            }
        }
        t1 = t1 + t1;
        for (int n = 0; n < M; ++n) {
            const lanes t2 = G0[(K + n)*S + K + n]*I2[(K + n)*S + K + n];
            t1 = t1 + t2;
        }
        *eps_g = 0.5*t1;
    }
    {
        lanes t3 = LANES(0.0);
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                t3 = AT(fma)(G0[k*S + K + m], I2[k*S + K + m], t3);
            }
        }
        *eps_g = AT(fma)(0.5*t3, given->keep, *eps_g);
    }
    {
        lanes t4 = LANES(0.0);
        for (int n = 0; n < M; ++n) {
            for (int l = 0; l < K; ++l) {
                t4 = AT(fma)(G0[(K + n)*S + l], I2[(K + n)*S + l], t4);
            }
        }
        *eps_g = AT(fma)(0.5*t4, given->keep, *eps_g);
    }
    {
        lanes t5 = LANES(0.0);
        for (int k = 0; k < K; ++k) {
            for (int l = k + 1; l < K; ++l) {
                t5 = AT(fma)(G0[k*S + l], I2[k*S + l], t5);
            }
        }
        t5 = t5 + t5;
        for (int k = 0; k < K; ++k) {
            const lanes t6 = G0[k*S + k]*I2[k*S + k];
            t5 = t5 + t6;
        }
        *eps_g = AT(fma)(0.5*t5, (given->keep*given->keep), *eps_g);
    }
}

TARGET static void AT(eps_g)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *eps_g, lanes *work)
{
#ifdef DROPOUT_LINEAR_BATCH_K
    if (K == DROPOUT_LINEAR_BATCH_K && M == DROPOUT_LINEAR_BATCH_M) {
        AT(eps_g_sized)(DROPOUT_LINEAR_BATCH_K, DROPOUT_LINEAR_BATCH_M, given, state, eps_g, work);
        return;
    }
#endif
    AT(eps_g_sized)(K, M, given, state, eps_g, work);
}

/* -- lanes ------------------------------------------------------------------------------------------------------------- */

/* n numbers of one trajectory into a lane of n vectors, and back. */
TARGET static void AT(put)(size_t n, const double *from, int lane, lanes *to)
{
    double *x = (double *)to + lane;

    for (size_t s = 0; s < n; ++s) {
        x[s*WIDTH] = from[s];
    }
}

TARGET static void AT(get)(size_t n, const lanes *from, int lane, double *to)
{
    const double *x = (const double *)from + lane;

    for (size_t s = 0; s < n; ++s) {
        to[s] = x[s*WIDTH];
    }
}

/* One number of one lane. */
TARGET static double AT(at)(const lanes *x, int lane)
{
    return ((const double *)x)[lane];
}

TARGET static int AT(holds)(mask x, int lane)
{
    const lanes flags = AT(select)(x, LANES(1.0), LANES(0.0));

    return AT(at)(&flags, lane) > 0.0;
}

TARGET static void AT(put_one)(double from, int lane, lanes *to)
{
    ((double *)to)[lane] = from;
}

/* Inputs that the caller may leave out. */
TARGET static void AT(put_mean)(int K, int M, const dropout_linear_params *params, int lane, lanes *mean)
{
    double *out = (double *)(mean) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->mean ? params->mean[n] : 1.0;
    }
}

TARGET static void AT(put_cov)(int K, int M, const dropout_linear_params *params, int lane, lanes *cov)
{
    double *out = (double *)(cov) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            out[(n*M + m)*WIDTH] = params->cov ? params->cov[n*M + m] : 0.0;
        }
    }
}

TARGET static void AT(put_kurtosis)(int K, int M, const dropout_linear_params *params, int lane, lanes *kurtosis)
{
    double *out = (double *)(kurtosis) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->kurtosis ? params->kurtosis[n] : 0.0;
    }
}

/* The parameters of one trajectory into a lane; AT(conditions) has to follow. */
TARGET static void AT(load)(int K, int M, const dropout_linear_params *params, int lane, AT(parameters) *given)
{
    AT(put_one)((double)params->eta_J, lane, &given->eta_J);
    AT(put_one)((double)params->eta_0, lane, &given->eta_0);
    AT(put_one)((double)params->noise, lane, &given->noise);
    AT(put_one)((double)params->decay, lane, &given->decay);
    AT(put_one)((double)params->keep, lane, &given->keep);
    AT(put_one)((double)params->V, lane, &given->V);
    AT(put_one)(1.0/params->V, lane, &given->over_V);
    AT(put)((size_t)M*(size_t)M, params->T, lane, given->T);
    AT(put_mean)(K, M, params, lane, given->mean);
    AT(put_cov)(K, M, params, lane, given->cov);
    AT(put_kurtosis)(K, M, params, lane, given->kurtosis);
    AT(put_one)(params->kurtosis ? 1.0 : 0.0, lane, &given->has_kurtosis);
    AT(put_one)(dropout_linear_batch_general(K, M, params) ? 1.0 : 0.0, lane, &given->is_general);
    (void)K;
}

/* Rates of empty lanes. */
TARGET static void AT(empty_ramps)(AT(ramps) *ramps)
{
    ramps->from_eta_J = ramps->change_eta_J = LANES(0.0);
    ramps->from_eta_0 = ramps->change_eta_0 = LANES(0.0);
    ramps->from_noise = ramps->change_noise = LANES(0.0);
    ramps->from_decay = ramps->change_decay = LANES(0.0);
    ramps->from_keep = ramps->change_keep = LANES(0.0);
    ramps->none = LANES(0.0);
}

/* The rates of one trajectory, and those that it comes to, into a lane. */
TARGET static void AT(load_ramps)(int K, int M, const dropout_linear_params *params, const dropout_linear_params *then, int lane, AT(ramps) *ramps, AT(parameters) *given)
{
    AT(put_one)(params->eta_J, lane, &ramps->from_eta_J);
    AT(put_one)(then->eta_J - params->eta_J, lane, &ramps->change_eta_J);
    AT(put_one)(params->eta_0, lane, &ramps->from_eta_0);
    AT(put_one)(then->eta_0 - params->eta_0, lane, &ramps->change_eta_0);
    AT(put_one)(params->noise, lane, &ramps->from_noise);
    AT(put_one)(then->noise - params->noise, lane, &ramps->change_noise);
    AT(put_one)(params->decay, lane, &ramps->from_decay);
    AT(put_one)(then->decay - params->decay, lane, &ramps->change_decay);
    AT(put_one)(params->keep, lane, &ramps->from_keep);
    AT(put_one)(then->keep - params->keep, lane, &ramps->change_keep);
    AT(put_one)(dropout_linear_batch_general(K, M, params) || dropout_linear_batch_general(K, M, then) ? 1.0 : 0.0, lane, &given->is_general);
    (void)params;
    (void)then;
    (void)lane;
    (void)ramps;
}

/* Rates at a share of the way. */
TARGET static void AT(ramped)(const AT(ramps) *ramps, lanes share, AT(parameters) *given)
{
    given->eta_J = AT(fma)(share, ramps->change_eta_J, ramps->from_eta_J);
    given->eta_0 = AT(fma)(share, ramps->change_eta_0, ramps->from_eta_0);
    given->noise = AT(fma)(share, ramps->change_noise, ramps->from_noise);
    given->decay = AT(fma)(share, ramps->change_decay, ramps->from_decay);
    given->keep = AT(fma)(share, ramps->change_keep, ramps->from_keep);
    (void)ramps;
    (void)share;
    (void)given;
}

TARGET static void AT(conditions)(AT(parameters) *given)
{
    given->on_V = AT(at_most)(given->V, LANES(DBL_MAX));
    given->on_kurtosis = AT(greater)(given->has_kurtosis, LANES(0.0));
    given->on_general = AT(greater)(given->is_general, LANES(0.0));
    (void)given;
}

/* Parameters of empty lanes, their arrays at the start of work; returns what lies behind. */
TARGET static lanes *AT(empty)(int K, int M, AT(parameters) *given, lanes *work)
{
    const size_t n = (size_t)dropout_linear_batch_inputs(K, M);

    for (size_t s = 0; s < n; ++s) {
        work[s] = LANES(0.0);
    }
    given->eta_J = LANES(0.0);
    given->eta_0 = LANES(0.0);
    given->noise = LANES(0.0);
    given->decay = LANES(0.0);
    given->keep = LANES(0.0);
    given->V = LANES(INFINITY);
    given->over_V = LANES(0.0);
    given->has_kurtosis = LANES(0.0);
    given->is_general = LANES(0.0);
    given->T = work;
    work += (size_t)M*(size_t)M;
    given->mean = work;
    work += (size_t)M;
    given->cov = work;
    work += (size_t)M*(size_t)M;
    given->kurtosis = work;
    work += (size_t)M;
    AT(conditions)(given);
    return work;
}

#if DROPOUT_LINEAR_BATCH_LEVEL < 3
TARGET static void AT(all_rhs)(int K, int M, size_t count, const dropout_linear_params *params, const double *states, double *results, double *work)
{
    const size_t size = dropout_linear_batch_state_size(K, M), out = size;
    AT(parameters) given;
    lanes *y = (lanes *)work, *value = y + size, *arrays = AT(empty)(K, M, &given, value + size);

    for (size_t s = 0; s < size; ++s) {
        y[s] = LANES(0.0);
    }
    for (size_t first = 0; first < count; first += WIDTH) {
        const size_t left = count - first;
        const int used = left < WIDTH ? (int)left : WIDTH;
        for (int lane = 0; lane < used; ++lane) {
            if (dropout_linear_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) == DROPOUT_LINEAR_OK) {
                AT(load)(K, M, params + first + lane, lane, &given);
                AT(put)(size, states + (first + (size_t)lane)*size, lane, y);
            }
        }
        AT(conditions)(&given);
        AT(rhs)(K, M, &given, y, value, arrays);
        for (int lane = 0; lane < used; ++lane) {
            double *row = results + (first + (size_t)lane)*out;
            AT(get)(out, value, lane, row);
            if (dropout_linear_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) != DROPOUT_LINEAR_OK || !dropout_linear_batch_finite(size, states + (first + (size_t)lane)*size)
                || !dropout_linear_batch_finite(out, row)) {
                for (size_t s = 0; s < out; ++s) {
                    row[s] = NAN;
                }
            }
        }
    }
}

TARGET static void AT(all_eps_g)(int K, int M, size_t count, const dropout_linear_params *params, const double *states, double *results, double *work)
{
    const size_t size = dropout_linear_batch_state_size(K, M), out = 1;
    AT(parameters) given;
    lanes *y = (lanes *)work, *value = y + size, *arrays = AT(empty)(K, M, &given, value + size);

    for (size_t s = 0; s < size; ++s) {
        y[s] = LANES(0.0);
    }
    for (size_t first = 0; first < count; first += WIDTH) {
        const size_t left = count - first;
        const int used = left < WIDTH ? (int)left : WIDTH;
        for (int lane = 0; lane < used; ++lane) {
            if (dropout_linear_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) == DROPOUT_LINEAR_OK) {
                AT(load)(K, M, params + first + lane, lane, &given);
                AT(put)(size, states + (first + (size_t)lane)*size, lane, y);
            }
        }
        AT(conditions)(&given);
        AT(eps_g)(K, M, &given, y, value, arrays);
        for (int lane = 0; lane < used; ++lane) {
            double *row = results + (first + (size_t)lane)*out;
            AT(get)(out, value, lane, row);
            if (dropout_linear_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) != DROPOUT_LINEAR_OK || !dropout_linear_batch_finite(size, states + (first + (size_t)lane)*size)
                || !dropout_linear_batch_finite(out, row)) {
                for (size_t s = 0; s < out; ++s) {
                    row[s] = NAN;
                }
            }
        }
    }
}
#endif

/* -- Dormand-Prince 5(4) with steps of each lane's own, after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I - */

#if DROPOUT_LINEAR_BATCH_LEVEL == DROPOUT_LINEAR_BATCH_FIRST
enum { DROPOUT_LINEAR_BATCH_VECTORS = 15 }; /* y, new y, 7 stages, 4 of dense output, a row, what is kept */
#endif

/* What one call integrates at a time. */
typedef struct {
    int K, M;
    size_t size, count;
    const dropout_linear_params *params;
    const double *states;
    const dropout_linear_batch_request *request;
    const dropout_linear_batch_results *results;
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

/* Parameters at a time of each lane. */
TARGET static void AT(at_time)(AT(fleet) *f, lanes alpha)
{
    const double start = f->request->alphas[0], span = f->request->alphas[f->request->n - 1] - start;

    if (f->request->then && span > 0.0) {
        AT(ramped)(&f->ramps, (alpha - LANES(start))/LANES(span), &f->given);
    }
}

TARGET static void AT(observe)(const AT(fleet) *f, int which, const lanes *state, lanes *value)
{
    if (which == DROPOUT_LINEAR_BATCH_EPS_G) {
        AT(eps_g)(f->K, f->M, &f->given, state, value, f->arrays);
    }
}

/* Whether a diagonal element of Q is negative. */
TARGET static mask AT(negative)(const AT(fleet) *f, const lanes *state)
{
    const lanes *Q = state + (size_t)f->K*(size_t)f->M;
    lanes least = LANES(0.0);

    for (int k = 0; k < f->K; ++k) {
        least = AT(smaller)(Q[dropout_linear_batch_packed(f->K, k, k)], least);
    }
    return AT(greater)(LANES(0.0), least);
}

/* Values of the observables asked for at `state`, in lanes where `here` holds, to the place of the next time; what is compared with
 * the level is looked at. */
TARGET static void AT(record)(AT(fleet) *f, mask here, const lanes *state)
{
    const size_t n = f->request->n;
    const int compared = isnan(f->request->level) ? -1 : f->request->observable;

    if (f->results->eps_g || compared == DROPOUT_LINEAR_BATCH_EPS_G) {
        AT(observe)(f, DROPOUT_LINEAR_BATCH_EPS_G, state, f->values);
        if (compared == DROPOUT_LINEAR_BATCH_EPS_G) {
            f->looked = *f->values;
        }
        for (int lane = 0; lane < WIDTH && f->results->eps_g; ++lane) {
            if (AT(holds)(here, lane)) {
                const double value = AT(at)(f->values, lane);
                f->results->eps_g[f->trajectory[lane]*n + f->next[lane]] = isfinite(value) ? value : NAN;
            }
        }
    }
}

/* The observables of trajectory t from time `from` on were not reached. */
TARGET static void AT(unreached)(const AT(fleet) *f, size_t t, size_t from)
{
    const size_t n = f->request->n;

    for (size_t s = from; f->results->eps_g && s < n; ++s) {
        f->results->eps_g[t*n + s] = NAN;
    }
}

/* Why a stage of a lane's last step failed: its state was not finite, or the equations were not. */
TARGET static int AT(reason)(const AT(fleet) *f, int lane)
{
    const double h = AT(at)(&f->h, lane);
    int domain;

    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (1.0/5.0)*AT(at)(f->slope[0] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return DROPOUT_LINEAR_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[1] + s, lane));
    }
    if (domain) {
        return DROPOUT_LINEAR_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (3.0/40.0)*AT(at)(f->slope[0] + s, lane) + (9.0/40.0)*AT(at)(f->slope[1] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return DROPOUT_LINEAR_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[2] + s, lane));
    }
    if (domain) {
        return DROPOUT_LINEAR_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (44.0/45.0)*AT(at)(f->slope[0] + s, lane) + (-56.0/15.0)*AT(at)(f->slope[1] + s, lane) + (32.0/9.0)*AT(at)(f->slope[2] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return DROPOUT_LINEAR_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[3] + s, lane));
    }
    if (domain) {
        return DROPOUT_LINEAR_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (19372.0/6561.0)*AT(at)(f->slope[0] + s, lane) + (-25360.0/2187.0)*AT(at)(f->slope[1] + s, lane) + (64448.0/6561.0)*AT(at)(f->slope[2] + s, lane) + (-212.0/729.0)*AT(at)(f->slope[3] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return DROPOUT_LINEAR_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[4] + s, lane));
    }
    if (domain) {
        return DROPOUT_LINEAR_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (9017.0/3168.0)*AT(at)(f->slope[0] + s, lane) + (-355.0/33.0)*AT(at)(f->slope[1] + s, lane) + (46732.0/5247.0)*AT(at)(f->slope[2] + s, lane) + (49.0/176.0)*AT(at)(f->slope[3] + s, lane) + (-5103.0/18656.0)*AT(at)(f->slope[4] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return DROPOUT_LINEAR_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[5] + s, lane));
    }
    if (domain) {
        return DROPOUT_LINEAR_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (35.0/384.0)*AT(at)(f->slope[0] + s, lane) + (500.0/1113.0)*AT(at)(f->slope[2] + s, lane) + (125.0/192.0)*AT(at)(f->slope[3] + s, lane) + (-2187.0/6784.0)*AT(at)(f->slope[4] + s, lane) + (11.0/84.0)*AT(at)(f->slope[5] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return DROPOUT_LINEAR_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[6] + s, lane));
    }
    if (domain) {
        return DROPOUT_LINEAR_DOMAIN;
    }
    return DROPOUT_LINEAR_NONFINITE;
}

/* Coefficients of the dense output of the step from y to y_new. */
TARGET static void AT(interpolation)(AT(fleet) *f)
{
    for (size_t s = 0; s < f->size; ++s) {
        const lanes change = f->y_new[s] - f->y[s];
        const lanes bend = f->h*f->slope[0][s] - change;
        lanes sum = LANES(-12715105075.0/11282082432.0)*f->slope[0][s];
        sum = AT(fma)(LANES(87487479700.0/32700410799.0), f->slope[2][s], sum);
        sum = AT(fma)(LANES(-10690763975.0/1880347072.0), f->slope[3][s], sum);
        sum = AT(fma)(LANES(701980252875.0/199316789632.0), f->slope[4][s], sum);
        sum = AT(fma)(LANES(-1453857185.0/822651844.0), f->slope[5][s], sum);
        sum = AT(fma)(LANES(69997945.0/29380423.0), f->slope[6][s], sum);
        f->dense[0][s] = change;
        f->dense[1][s] = bend;
        f->dense[2][s] = change - f->h*f->slope[6][s] - bend;
        f->dense[3][s] = f->h*sum;
    }
}

/* The seven stages from y with steps h; returns the mean square of the error over its scale. */
TARGET static lanes AT(stages)(AT(fleet) *f)
{
    const lanes rtol = LANES(f->request->options.rtol), atol = LANES(f->request->options.atol);
    lanes sum_of_squares = LANES(0.0);

    for (size_t s = 0; s < f->size; ++s) {
        lanes sum = LANES(1.0/5.0)*f->slope[0][s];
        f->y_new[s] = AT(fma)(f->h, sum, f->y[s]);
    }
    AT(at_time)(f, AT(fma)(LANES(1.0/5.0), f->h, f->alpha));
    AT(rhs)(f->K, f->M, &f->given, f->y_new, f->slope[1], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        lanes sum = LANES(3.0/40.0)*f->slope[0][s];
        sum = AT(fma)(LANES(9.0/40.0), f->slope[1][s], sum);
        f->y_new[s] = AT(fma)(f->h, sum, f->y[s]);
    }
    AT(at_time)(f, AT(fma)(LANES(3.0/10.0), f->h, f->alpha));
    AT(rhs)(f->K, f->M, &f->given, f->y_new, f->slope[2], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        lanes sum = LANES(44.0/45.0)*f->slope[0][s];
        sum = AT(fma)(LANES(-56.0/15.0), f->slope[1][s], sum);
        sum = AT(fma)(LANES(32.0/9.0), f->slope[2][s], sum);
        f->y_new[s] = AT(fma)(f->h, sum, f->y[s]);
    }
    AT(at_time)(f, AT(fma)(LANES(4.0/5.0), f->h, f->alpha));
    AT(rhs)(f->K, f->M, &f->given, f->y_new, f->slope[3], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        lanes sum = LANES(19372.0/6561.0)*f->slope[0][s];
        sum = AT(fma)(LANES(-25360.0/2187.0), f->slope[1][s], sum);
        sum = AT(fma)(LANES(64448.0/6561.0), f->slope[2][s], sum);
        sum = AT(fma)(LANES(-212.0/729.0), f->slope[3][s], sum);
        f->y_new[s] = AT(fma)(f->h, sum, f->y[s]);
    }
    AT(at_time)(f, AT(fma)(LANES(8.0/9.0), f->h, f->alpha));
    AT(rhs)(f->K, f->M, &f->given, f->y_new, f->slope[4], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        lanes sum = LANES(9017.0/3168.0)*f->slope[0][s];
        sum = AT(fma)(LANES(-355.0/33.0), f->slope[1][s], sum);
        sum = AT(fma)(LANES(46732.0/5247.0), f->slope[2][s], sum);
        sum = AT(fma)(LANES(49.0/176.0), f->slope[3][s], sum);
        sum = AT(fma)(LANES(-5103.0/18656.0), f->slope[4][s], sum);
        f->y_new[s] = AT(fma)(f->h, sum, f->y[s]);
    }
    AT(at_time)(f, AT(fma)(LANES(1.0/1.0), f->h, f->alpha));
    AT(rhs)(f->K, f->M, &f->given, f->y_new, f->slope[5], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        lanes sum = LANES(35.0/384.0)*f->slope[0][s];
        sum = AT(fma)(LANES(500.0/1113.0), f->slope[2][s], sum);
        sum = AT(fma)(LANES(125.0/192.0), f->slope[3][s], sum);
        sum = AT(fma)(LANES(-2187.0/6784.0), f->slope[4][s], sum);
        sum = AT(fma)(LANES(11.0/84.0), f->slope[5][s], sum);
        f->y_new[s] = AT(fma)(f->h, sum, f->y[s]);
    }
    AT(at_time)(f, AT(fma)(LANES(1.0/1.0), f->h, f->alpha));
    AT(rhs)(f->K, f->M, &f->given, f->y_new, f->slope[6], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        const lanes scale = AT(fma)(rtol, AT(larger)(AT(absolute)(f->y[s]), AT(absolute)(f->y_new[s])), atol);
        lanes sum = LANES(71.0/57600.0)*f->slope[0][s];
        sum = AT(fma)(LANES(-71.0/16695.0), f->slope[2][s], sum);
        sum = AT(fma)(LANES(71.0/1920.0), f->slope[3][s], sum);
        sum = AT(fma)(LANES(-17253.0/339200.0), f->slope[4][s], sum);
        sum = AT(fma)(LANES(22.0/525.0), f->slope[5][s], sum);
        sum = AT(fma)(LANES(-1.0/40.0), f->slope[6][s], sum);
        sum = f->h*sum/scale;
        sum_of_squares = AT(fma)(sum, sum, sum_of_squares);
    }
    return sum_of_squares/LANES((double)f->size);
}

/* Mean square of x over the scale of y and z. */
TARGET static lanes AT(mean_square)(const AT(fleet) *f, const lanes *x, const lanes *y, const lanes *z)
{
    const lanes rtol = LANES(f->request->options.rtol), atol = LANES(f->request->options.atol);
    lanes sum = LANES(0.0);

    for (size_t s = 0; s < f->size; ++s) {
        const lanes e = x[s]/AT(fma)(rtol, AT(larger)(AT(absolute)(y[s]), AT(absolute)(z[s])), atol);
        sum = AT(fma)(e, e, sum);
    }
    return sum/LANES((double)f->size);
}

/* A lane is done with its trajectory, in `state`, the observables from time `from` on not reached; or with tracing it. */
TARGET static void AT(finish)(AT(fleet) *f, int lane, int status, size_t from, const lanes *state)
{
    const dropout_linear_batch_results *results = f->results;
    const size_t t = f->trajectory[lane];
    const int whole = !f->again[lane];

    f->empty[lane] = 1;
    if (results->stats) {
        const double tries = AT(at)(&f->tries, lane), accepted = AT(at)(&f->accepted, lane);
        const unsigned long evaluations = status > DROPOUT_LINEAR_STEP_SIZE ? 0 : 1 + 6*(unsigned long)tries;
        dropout_linear_stats *stats = results->stats + t;

        stats->evaluations = whole ? evaluations : stats->evaluations + evaluations;
        if (whole) {
            stats->accepted = (unsigned long)accepted;
            stats->rejected = (unsigned long)(tries - accepted);
            stats->alpha = AT(at)(&f->alpha, lane);
        }
    }
    if (!whole) {
        return;
    }
    AT(unreached)(f, t, from);
    if (results->states) {
        double *row = results->states + t*f->size;
        AT(get)(f->size, state, lane, row);
        for (size_t s = 0; status != DROPOUT_LINEAR_OK && s < f->size; ++s) {
            row[s] = NAN;
        }
    }
    if (results->status) {
        results->status[t] = status;
    }
}

/* A lane begins at the time with this place, for the trajectory or to trace where it crosses. */
TARGET static void AT(begin)(AT(fleet) *f, int lane, size_t place, int again)
{
    f->again[lane] = again;
    f->crossed[lane] = 0;
    f->next[lane] = place;
    AT(put_one)(0.0, lane, &f->tries);
    AT(put_one)(0.0, lane, &f->accepted);
    AT(put_one)(0.0, lane, &f->h);
    AT(put_one)(f->request->alphas[place], lane, &f->alpha);
    AT(put_one)(f->request->alphas[again ? place + 1 : f->request->n - 1], lane, &f->end);
}

/* What crossed is traced from the time before, then the next trajectory comes into a lane; 0 if there is none. What is no
 * trajectory gets its status here. */
TARGET static int AT(fill)(AT(fleet) *f, int lane, size_t *queue)
{
    if (f->crossed[lane] && f->results->crossing) {
        AT(begin)(f, lane, f->crossed[lane] - 1, 1);
        for (size_t s = 0; s < f->size; ++s) {
            AT(put_one)(AT(at)(f->kept + s, lane), lane, f->y + s);
        }
        f->empty[lane] = 0;
        return 1;
    }
    for (;;) {
        const size_t t = dropout_linear_batch_next(queue);
        int status;

        f->trajectory[lane] = t;
        AT(begin)(f, lane, 0, 0);
        if (t >= f->count) {
            return 0;
        }
        if (f->results->crossing) {
            f->results->crossing[t] = NAN;
        }
        status = dropout_linear_batch_checked(f->K, f->M, f->params + t, f->states + t*f->size);
        if (status == DROPOUT_LINEAR_OK && f->request->then) {
            status = dropout_linear_batch_checked(f->K, f->M, f->request->then + t, f->states + t*f->size);
        }
        if (status != DROPOUT_LINEAR_OK) {
            AT(finish)(f, lane, status, 0, f->y);
        } else if (!dropout_linear_batch_finite(f->size, f->states + t*f->size)) {
            AT(finish)(f, lane, DROPOUT_LINEAR_NONFINITE, 0, f->y);
        } else {
            AT(load)(f->K, f->M, f->params + t, lane, &f->given);
            if (f->request->then) {
                AT(load_ramps)(f->K, f->M, f->params + t, f->request->then + t, lane, &f->ramps, &f->given);
            }
            AT(put)(f->size, f->states + t*f->size, lane, f->y);
            f->empty[lane] = 0;
            return 1;
        }
    }
}

/* Fills empty lanes and makes their first slope, first values and first step. Lanes that fail at once are empty again. */
TARGET static void AT(refill)(AT(fleet) *f, size_t *queue)
{
    lanes flags = LANES(0.0), again = LANES(0.0), active = LANES(0.0);
    mask fresh;
    int any = 0;

    for (int lane = 0; lane < WIDTH; ++lane) {
        const int was_empty = f->empty[lane];
        if (was_empty && AT(fill)(f, lane, queue)) {
            AT(put_one)(1.0, lane, &flags);
            any = 1;
        }
        f->empty[lane] = 0;
        AT(put_one)(f->again[lane] ? 1.0 : 0.0, lane, &again);
        AT(put_one)(f->trajectory[lane] < f->count ? 1.0 : 0.0, lane, &active);
    }
    f->active = AT(greater)(active, LANES(0.0));
    f->tracing = AT(both)(f->active, AT(greater)(again, LANES(0.0)));
    f->watching = AT(both)(f->watching, f->active);
    if (!any) {
        return;
    }
    fresh = AT(greater)(flags, LANES(0.0));
    AT(conditions)(&f->given);
    AT(at_time)(f, f->alpha);
    AT(rhs)(f->K, f->M, &f->given, f->y, f->slope[1], f->arrays);
    for (size_t s = 0; s < f->size; ++s) {
        f->slope[0][s] = AT(select)(fresh, f->slope[1][s], f->slope[0][s]);
    }
    AT(record)(f, fresh, f->y);
    if (!isnan(f->request->level)) {
        f->seen = AT(select)(fresh, f->looked, f->seen);
        f->watching = AT(without)(AT(either)(f->watching, fresh), f->tracing);
        for (size_t s = 0; s < f->size; ++s) {
            f->kept[s] = AT(select)(fresh, f->y[s], f->kept[s]);
        }
    }
    {
        /* first step: the local scale of y over that of its slope; the error control takes it from there */
        const lanes scale_y = AT(root)(AT(mean_square)(f, f->y, f->y, f->y));
        const lanes scale_f = AT(root)(AT(mean_square)(f, f->slope[0], f->y, f->y));
        const mask flat = AT(either)(AT(greater)(LANES(1e-5), scale_y), AT(greater)(LANES(1e-5), scale_f));
        const lanes h = AT(select)(flat, LANES(1e-6), LANES(0.01)*scale_y/scale_f);
        f->h = AT(select)(fresh, h, f->h);
        f->log_before = AT(select)(fresh, LANES(-13.287712379549449), f->log_before); /* log2 of 1e-4 */
    }
    f->rejected = AT(without)(f->rejected, fresh);
    f->broken = AT(without)(f->broken, fresh);
    for (int lane = 0; lane < WIDTH; ++lane) {
        if (AT(holds)(fresh, lane)) {
            const mask negative = AT(negative)(f, f->y);
            int status = DROPOUT_LINEAR_OK;
            ++f->next[lane];
            AT(put_one)(f->request->n > 1 && !f->again[lane] ? f->request->alphas[1] : INFINITY, lane, &f->awaited);
            for (size_t s = 0; s < f->size; ++s) {
                status = isfinite(AT(at)(f->slope[0] + s, lane)) ? status : DROPOUT_LINEAR_DOMAIN;
            }
            if (status == DROPOUT_LINEAR_OK && AT(holds)(negative, lane)) {
                status = DROPOUT_LINEAR_NEGATIVE_NORM;
            }
            if (status != DROPOUT_LINEAR_OK || f->request->n == 1) {
                AT(finish)(f, lane, status, 1, f->y);
            }
        }
    }
}

/* The state at alpha + t h into the row. */
TARGET static void AT(interpolate)(AT(fleet) *f, lanes t)
{
    const lanes u = LANES(1.0) - t;

    for (size_t s = 0; s < f->size; ++s) {
        const lanes upper = AT(fma)(t, AT(fma)(u, f->dense[3][s], f->dense[2][s]), f->dense[1][s]);
        f->row[s] = AT(fma)(t, AT(fma)(u, upper, f->dense[0][s]), f->y[s]);
    }
}

/* Lanes in `here` that have the level between the time before and this one are to trace it; the others keep this time's state. */
TARGET static void AT(compare)(AT(fleet) *f, mask here)
{
    const lanes level = LANES(f->request->level);
    const mask before = AT(greater)(f->seen, level), after = AT(greater)(f->looked, level);
    const mask finite = AT(at_most)(AT(larger)(AT(absolute)(f->seen), AT(absolute)(f->looked)), LANES(DBL_MAX));
    const mask crossing = AT(both)(AT(both)(here, finite), AT(either)(AT(without)(before, after), AT(without)(after, before)));
    const mask still = AT(without)(here, crossing);

    for (size_t s = 0; s < f->size; ++s) {
        f->kept[s] = AT(select)(still, f->row[s], f->kept[s]);
    }
    f->seen = AT(select)(still, f->looked, f->seen);
    f->watching = AT(without)(f->watching, crossing);
    for (int lane = 0; lane < WIDTH; ++lane) {
        if (AT(holds)(crossing, lane)) {
            f->crossed[lane] = f->next[lane];
            if (f->results->crossing) {
                f->results->crossing[f->trajectory[lane]] = f->request->alphas[f->next[lane]];
            }
        }
    }
}

/* What a lane saw at the times from `from` on is no crossing. */
TARGET static void AT(uncrossed)(AT(fleet) *f, int lane, size_t from)
{
    if (f->crossed[lane] >= from) {
        f->crossed[lane] = 0;
        if (f->results->crossing) {
            f->results->crossing[f->trajectory[lane]] = NAN;
        }
    }
}

/* Observables at the times that lie in the step of lanes in `here`; returns the lanes where a norm is negative there. Lanes that have
 * crossed and need go no further are done with their trajectory. */
TARGET static mask AT(sample)(AT(fleet) *f, mask here, lanes alpha_new)
{
    mask failed = AT(without)(here, here);
    mask pending = here;

    while (AT(any)(pending)) {
        const lanes t = AT(smaller)((f->awaited - f->alpha)/f->h, LANES(1.0));
        mask bad;

        AT(interpolate)(f, AT(select)(pending, t, LANES(0.0)));
        bad = AT(both)(pending, AT(negative)(f, f->row));
        failed = AT(either)(failed, bad);
        AT(at_time)(f, AT(select)(pending, f->awaited, f->alpha));
        AT(record)(f, pending, f->row);
        if (AT(any)(f->watching)) {
            AT(compare)(f, AT(both)(AT(without)(pending, failed), f->watching));
        }
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (AT(holds)(pending, lane)) {
                const double alpha = f->request->alphas[f->next[lane]];
                const size_t next = ++f->next[lane];
                AT(put_one)(next < f->request->n ? f->request->alphas[next] : INFINITY, lane, &f->awaited);
                if (f->crossed[lane] && alpha >= f->request->until && !AT(holds)(failed, lane)) {
                    AT(put_one)(alpha, lane, &f->alpha);
                    AT(finish)(f, lane, DROPOUT_LINEAR_OK, next, f->row);
                    AT(put_one)(INFINITY, lane, &f->awaited);
                }
            }
        }
        pending = AT(without)(AT(both)(pending, AT(at_most)(f->awaited, alpha_new)), failed);
    }
    return failed;
}

/* Where the observable crosses the level in the step of lanes in `here` (Illinois method on the dense output). */
TARGET static void AT(locate)(AT(fleet) *f, mask here, lanes after)
{
    const double level = f->request->level;
    double low[WIDTH], high[WIDTH], f_low[WIDTH], f_high[WIDTH], found[WIDTH];
    int side[WIDTH], left = 0;

    for (int lane = 0; lane < WIDTH; ++lane) {
        low[lane] = 0.0;
        high[lane] = found[lane] = 1.0;
        f_low[lane] = AT(at)(&f->seen, lane) - level;
        f_high[lane] = AT(at)(&after, lane) - level;
        side[lane] = AT(holds)(here, lane) && f_high[lane] != 0.0 ? 0 : 2; /* 2: done; else which end moved last */
        left += side[lane] != 2;
    }
    for (int turn = 0; turn < 100 && left; ++turn) {
        lanes t = LANES(0.0);
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (side[lane] != 2) {
                const double guess = (low[lane]*f_high[lane] - high[lane]*f_low[lane])/(f_high[lane] - f_low[lane]);
                const double last = found[lane];
                found[lane] = guess > low[lane] && guess < high[lane] ? guess : 0.5*(low[lane] + high[lane]);
                if (turn > 0 && (fabs(found[lane] - last) <= 1e-14 || high[lane] - low[lane] <= 1e-14)) {
                    side[lane] = 2;
                    --left;
                }
                AT(put_one)(found[lane], lane, &t);
            }
        }
        AT(interpolate)(f, t);
        AT(at_time)(f, AT(fma)(t, f->h, f->alpha));
        AT(observe)(f, f->request->observable, f->row, f->values);
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (side[lane] != 2) {
                const double value = AT(at)(f->values, lane) - level;
                if (value == 0.0) {
                    side[lane] = 2;
                    --left;
                } else if ((value > 0.0) == (f_high[lane] > 0.0)) {
                    high[lane] = found[lane];
                    f_high[lane] = value;
                    f_low[lane] *= side[lane] == 1 ? 0.5 : 1.0;
                    side[lane] = 1;
                } else {
                    low[lane] = found[lane];
                    f_low[lane] = value;
                    f_high[lane] *= side[lane] == -1 ? 0.5 : 1.0;
                    side[lane] = -1;
                }
            }
        }
    }
    for (int lane = 0; lane < WIDTH; ++lane) {
        if (AT(holds)(here, lane) && f->results->crossing) {
            f->results->crossing[f->trajectory[lane]] = AT(at)(&f->alpha, lane) + found[lane]*AT(at)(&f->h, lane);
        }
    }
}

/* One step of every lane, accepted or not. */
TARGET static void AT(advance)(AT(fleet) *f)
{
    const lanes end = f->end;
    const lanes limit = LANES(f->request->options.max_steps ? (double)f->request->options.max_steps : 1e7);
    const mask moving = AT(greater)(f->h, LANES(4.0*DBL_EPSILON)*AT(absolute)(f->alpha));
    const mask stuck = AT(without)(f->active, AT(both)(moving, AT(greater)(limit, f->tries)));
    mask last, good, finite, negative, awaited, crossing, done;
    lanes alpha_new, error, log_error, power, grow, after;

    if (AT(any)(stuck)) {
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (AT(holds)(stuck, lane)) {
                const int ended = AT(holds)(moving, lane) ? DROPOUT_LINEAR_STEP_LIMIT : DROPOUT_LINEAR_STEP_SIZE;

                AT(finish)(f, lane, AT(holds)(f->broken, lane) ? f->failing[lane] : ended, f->next[lane], f->y);
            }
        }
        return;
    }
    last = AT(at_most)(end, AT(fma)(LANES(1.01), f->h, f->alpha));
    f->h = AT(select)(last, end - f->alpha, f->h);
    alpha_new = AT(select)(last, end, f->alpha + f->h);
    error = AT(stages)(f);

    good = AT(both)(f->active, AT(at_most)(error, LANES(1.0)));
    finite = AT(at_most)(error, LANES(DBL_MAX));
    f->broken = AT(without)(f->active, finite);
    f->tries = f->tries + AT(select)(f->active, LANES(1.0), LANES(0.0));
    if (AT(any)(f->broken)) { /* a stage left the domain: a smaller step may not */
        for (int lane = 0; lane < WIDTH; ++lane) {
            f->failing[lane] = AT(reason)(f, lane);
        }
    }
    /* proportional-integral control (Gustafsson), no growth right after a rejection */
    log_error = LANES(0.5)*AT(log2)(AT(select)(finite, AT(larger)(error, LANES(1e-20)), LANES(1.0)));
    power = AT(select)(good, AT(fma)(LANES(0.04), f->log_before, LANES(-0.17)*log_error), LANES(-0.2)*log_error);
    grow = AT(larger)(LANES(0.9)*AT(exp2)(power), LANES(0.2));
    grow = AT(smaller)(grow, AT(select)(AT(both)(good, f->rejected), LANES(1.0), LANES(10.0)));
    grow = AT(select)(finite, grow, LANES(0.25));
    f->rejected = AT(without)(f->active, good);
    if (!AT(any)(good)) {
        f->h = f->h*grow;
        return;
    }

    f->log_before = AT(select)(good, AT(larger)(log_error, LANES(-13.287712379549449)), f->log_before);
    f->accepted = f->accepted + AT(select)(good, LANES(1.0), LANES(0.0));
    negative = AT(both)(good, AT(negative)(f, f->y_new));
    awaited = AT(without)(AT(both)(good, AT(at_most)(f->awaited, alpha_new)), negative);
    crossing = AT(without)(good, good);
    if (AT(any)(f->tracing)) {
        const lanes level = LANES(f->request->level);
        AT(at_time)(f, alpha_new);
        AT(observe)(f, f->request->observable, f->y_new, f->values);
        after = *f->values;
        crossing = AT(either)(AT(both)(AT(greater)(f->seen, level), AT(at_most)(after, level)),
                              AT(both)(AT(at_most)(f->seen, level), AT(greater)(after, level)));
        crossing = AT(both)(AT(both)(good, f->tracing), crossing);
    } else {
        after = f->seen;
    }
    if (AT(any)(AT(either)(awaited, crossing))) {
        size_t from[WIDTH];
        mask failed;
        for (int lane = 0; lane < WIDTH; ++lane) {
            from[lane] = f->next[lane];
        }
        AT(interpolation)(f);
        if (AT(any)(crossing)) {
            AT(locate)(f, crossing, after);
        }
        failed = AT(sample)(f, awaited, alpha_new);
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (AT(holds)(failed, lane)) {
                f->next[lane] = from[lane];
                AT(uncrossed)(f, lane, from[lane]);
            }
        }
        negative = AT(either)(negative, failed);
    }
    f->seen = AT(select)(AT(both)(good, f->tracing), after, f->seen);
    for (size_t s = 0; s < f->size; ++s) {
        f->y[s] = AT(select)(good, f->y_new[s], f->y[s]);
        f->slope[0][s] = AT(select)(good, f->slope[6][s], f->slope[0][s]);
    }
    f->alpha = AT(select)(good, alpha_new, f->alpha);
    f->h = f->h*grow;
    done = AT(both)(good, AT(either)(last, crossing));
    if (AT(any)(AT(either)(done, negative))) {
        for (int lane = 0; lane < WIDTH; ++lane) {
            if (f->empty[lane]) {
                continue;
            }
            if (AT(holds)(negative, lane)) {
                AT(finish)(f, lane, DROPOUT_LINEAR_NEGATIVE_NORM, f->next[lane], f->y);
            } else if (AT(holds)(done, lane)) {
                AT(finish)(f, lane, DROPOUT_LINEAR_OK, f->next[lane], f->y);
            }
        }
    }
}

/* Integrates what the queue holds. */
TARGET static void AT(run)(int K, int M, size_t count, const dropout_linear_params *params, const double *states,
                           const dropout_linear_batch_request *request, const dropout_linear_batch_results *results, size_t *queue, double *work)
{
    const size_t size = dropout_linear_batch_state_size(K, M);
    AT(fleet) f;
    lanes *vectors = (lanes *)work;

    f.K = K;
    f.M = M;
    f.size = size;
    f.count = count;
    f.params = params;
    f.states = states;
    f.request = request;
    f.results = results;
    f.y = vectors;
    f.y_new = vectors + size;
    for (size_t s = 0; s < 7; ++s) {
        f.slope[s] = vectors + (2 + s)*size;
    }
    for (size_t s = 0; s < 4; ++s) {
        f.dense[s] = vectors + (9 + s)*size;
    }
    f.row = vectors + 13*size;
    f.kept = vectors + 14*size;
    for (size_t s = 0; s < 15*size; ++s) {
        vectors[s] = LANES(0.0);
    }
    f.values = vectors + 15*size;
    f.arrays = AT(empty)(K, M, &f.given, f.values + DROPOUT_LINEAR_BATCH_OBSERVABLES);
    AT(empty_ramps)(&f.ramps);
    f.alpha = f.end = f.h = f.log_before = f.tries = f.accepted = f.awaited = f.looked = f.seen = LANES(0.0);
    f.active = f.watching = f.tracing = f.rejected = f.broken = AT(greater)(LANES(0.0), LANES(0.0));
    for (int lane = 0; lane < WIDTH; ++lane) {
        f.empty[lane] = 1;
        f.failing[lane] = DROPOUT_LINEAR_OK;
        f.trajectory[lane] = count;
        f.again[lane] = 0;
        f.crossed[lane] = f.next[lane] = 0;
    }
    for (;;) {
        int wanted = 1;
        while (wanted) {
            AT(refill)(&f, queue);
            wanted = 0;
            for (int lane = 0; lane < WIDTH; ++lane) {
                wanted |= f.empty[lane];
            }
        }
        if (!AT(any)(f.active)) {
            return;
        }
        do {
            AT(advance)(&f);
            for (int lane = 0; lane < WIDTH; ++lane) {
                wanted |= f.empty[lane];
            }
        } while (!wanted);
    }
}
