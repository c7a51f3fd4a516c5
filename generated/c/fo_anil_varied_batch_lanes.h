/*
 * fo_anil_varied_batch_lanes.h - FO-ANIL: the head adapts in an inner loop, first-order outer step; teachers vary with the task
 *
 * Emitted by orderode 0.1.0 from the system fo_anil_varied, digest dc84d11e5d9f3029. Do not edit. Licence: MIT-0.
 * Part of fo_anil_varied_batch.c, which includes it once per instruction set: no include guard.
 */
/* -- vectors of one instruction set ------------------------------------------------------------------------------------ */

#undef AT
#undef WIDE
#undef LANES
#undef WIDTH
#undef TARGET
#define LANES(x) AT(spread)(x)
#if FO_ANIL_VARIED_BATCH_LEVEL == 2 || FO_ANIL_VARIED_BATCH_LEVEL == 4
#define TARGET __attribute__((target("avx512f,avx512dq,avx2,fma")))
#elif FO_ANIL_VARIED_BATCH_LEVEL == 1 || FO_ANIL_VARIED_BATCH_LEVEL == 3
#define TARGET __attribute__((target("avx2,fma")))
#endif
#if FO_ANIL_VARIED_BATCH_LEVEL == 4
#define AT(f) fo_anil_varied_batch_##f##_avx512_single
#define WIDE(f) fo_anil_varied_batch_##f##_avx512
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif FO_ANIL_VARIED_BATCH_LEVEL == 3
#define AT(f) fo_anil_varied_batch_##f##_avx2_single
#define WIDE(f) fo_anil_varied_batch_##f##_avx2
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif FO_ANIL_VARIED_BATCH_LEVEL == 2
#define AT(f) fo_anil_varied_batch_##f##_avx512
#define WIDTH 8
typedef __m512d AT(vector);
typedef __mmask8 AT(mask);
#elif FO_ANIL_VARIED_BATCH_LEVEL == 1
#define AT(f) fo_anil_varied_batch_##f##_avx2
#define WIDTH 4
typedef __m256d AT(vector);
typedef __m256d AT(mask);
#else
#define AT(f) fo_anil_varied_batch_##f##_baseline
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
#if FO_ANIL_VARIED_BATCH_LEVEL == 2
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
#elif FO_ANIL_VARIED_BATCH_LEVEL == 1
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
#if FO_ANIL_VARIED_BATCH_LEVEL
/* One trajectory with the bits of a lane: what has no operation of its own is taken from a vector. */
TARGET static inline lanes AT(lowest)(WIDE(vector) x)
{
#if FO_ANIL_VARIED_BATCH_LEVEL == 4
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
#if FO_ANIL_VARIED_BATCH_LEVEL == 2
    __asm__("" : "+v"(x));
#elif FO_ANIL_VARIED_BATCH_LEVEL == 1
    __asm__("" : "+x"(x));
#endif
    return x;
}

/* sqrt(x), x > 0: quicker than the instruction where many are wanted. */
TARGET static inline lanes AT(quick_root)(lanes x)
{
#if FO_ANIL_VARIED_BATCH_LEVEL == 0
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

/* The factor p of asin(x) = x + x^3 p(x^2), |x| <= FO_ANIL_VARIED_BATCH_NARROW. */
TARGET static inline lanes AT(arcsine_factor)(lanes u)
{
    return AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(LANES(0.081323126116977645), u, LANES(-0.13119590854890659)), u, LANES(0.12469228538576427)), u, LANES(-0.057344048056586196)), u, LANES(0.030262886099907103)), u, LANES(0.0026235961611215607)), u, LANES(0.01079035006769722)), u, LANES(0.011421446555339138)), u, LANES(0.013976421888983695)), u, LANES(0.017352063618159528)), u, LANES(0.022372186639372297)), u, LANES(0.030381943794998225)), u, LANES(0.044642857150846253)), u, LANES(0.074999999999961334)), u, LANES(0.16666666666666669));
}

/* asin(x), |x| <= 1, NaN elsewhere: at |x| > FO_ANIL_VARIED_BATCH_NARROW from pi/2 - 2 asin(sqrt((1 - |x|)/2)). */
TARGET static inline lanes AT(arcsine)(lanes x)
{
    const lanes size = AT(absolute)(x);
    const mask far = AT(greater)(size, LANES(FO_ANIL_VARIED_BATCH_NARROW));
    const lanes rest = AT(larger)(AT(fma)(LANES(-0.5), size, LANES(0.5)), LANES(DBL_MIN));
    const lanes z = AT(select)(far, AT(quick_root)(rest), size);
    const lanes u = AT(select)(far, rest, size*size);
    const lanes small = AT(fma)(z*u, AT(arcsine_factor)(u), z);
    const lanes large = LANES(1.5707963267948966) - (LANES(2.0)*small - LANES(6.123233995736766e-17));
    const mask inside = AT(at_most)(size, LANES(1.0));

    return AT(with_sign)(AT(select)(inside, AT(select)(far, large, small), LANES(NAN)), x);
}

#if FO_ANIL_VARIED_BATCH_LEVEL >= 3
/* n numbers to their arcsines, in place: as many at a time as a vector holds. */
TARGET static inline void AT(arcsines)(size_t n, lanes *x)
{
#if FO_ANIL_VARIED_BATCH_LEVEL == 4
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
        if (AT(any)(AT(greater)(AT(absolute)(y), LANES(FO_ANIL_VARIED_BATCH_NARROW)))) {
            x[place] = AT(arcsine)(y);
        }
    }
}
#endif

/* -- the equations ----------------------------------------------------------------------------------------------------- */

/* Parameters, one trajectory per lane. */
typedef struct {
    lanes eta_J;
    lanes eta_w;
    lanes eta_0;
    lanes noise;
    lanes decay;
    lanes V;
    lanes over_V;
    mask on_V; /* finite */
    lanes inner_steps;
    lanes *T;
    lanes *mean;
    lanes *cov;
    lanes *kurtosis;
    lanes *spread;
    lanes has_kurtosis;
    mask on_kurtosis; /* given */
    lanes is_general;
    mask on_general; /* beyond the usual case */
} AT(parameters);

/* Rates at the start, and how much they change until the end. */
typedef struct {
    lanes from_eta_J, change_eta_J;
    lanes from_eta_w, change_eta_w;
    lanes from_eta_0, change_eta_0;
    lanes from_noise, change_noise;
    lanes from_decay, change_decay;
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
    const lanes *spread = given->spread;
    lanes *dR = dstate;
    lanes *dQ = dstate + (size_t)K*(size_t)M;
    lanes *dw0 = dstate + overlaps;
    const size_t with_V = AT(any)(given->on_V) ? 1 : 0;
    const size_t with_V_kurtosis = AT(any)(AT(both)(given->on_V, given->on_kurtosis)) ? 1 : 0;
    const size_t buffer = fo_anil_varied_batch_buffer(K, M);
    lanes *x0 = work;
    lanes *cov_apart = x0 + buffer;
    lanes *Tt = cov_apart + (size_t)M*(size_t)M;
    lanes *C = Tt + (size_t)M*(size_t)M;
    lanes *r0 = C + (size_t)S*(size_t)S;
    lanes *I2 = r0 + (size_t)S;
    lanes *J2 = I2 + (size_t)S*(size_t)S;
    lanes *h = J2 + (size_t)S*(size_t)S;
    lanes *h_next = h + (size_t)K;
    lanes *H = h_next + (size_t)K;
    lanes *H_next = H + (size_t)K*(size_t)M;
    lanes *mc = H_next + (size_t)K*(size_t)M;
    lanes *s0 = mc + (size_t)S;
    lanes *G = s0 + (size_t)M*(size_t)K;
    lanes *r1 = G + (size_t)S*(size_t)S;
    lanes *v0 = r1 + (size_t)K*(size_t)S;
    lanes *C1_0 = v0 + (size_t)K*(size_t)S;
    lanes *A = C1_0 + (size_t)K;
    lanes *X = A + (size_t)K*(size_t)S;
    lanes *C1 = X + (size_t)K*(size_t)M;
    lanes *r2 = C1 + with_V*(size_t)S*(size_t)S*(size_t)S;
    lanes *E = r2 + with_V*(size_t)K*(size_t)K*(size_t)S;
    lanes *L = E + with_V*(size_t)K*(size_t)K;
    lanes *kappa = L + with_V_kurtosis*(size_t)S*(size_t)M;
    lanes *r3 = kappa + with_V_kurtosis*(size_t)M;
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
    (void)spread;
    (void)x0;
    for (size_t p = 0; p < (size_t)K; ++p) {
        general = AT(either)(general, AT(greater)(AT(absolute)(w0[p]), LANES(0.0)));
    }
    if (AT(any)(general)) {
        /* cov_apart: cov off its diagonal */
        {
            for (int p = 0; p < M; ++p) {
                for (int q = p; q < M; ++q) {
                    cov_apart[p*M + q] = (1.0 - LANES(p == q ? 1.0 : 0.0))*cov[p*M + q];
                    cov_apart[q*M + p] = cov_apart[p*M + q];
                }
            }
        }
    }
    /* Tt: overlaps of a task's teacher: T, and the noise on the diagonal */
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                Tt[n*M + m] = T[n*M + m];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int n = 0; n < M; ++n) {
                const lanes t1 = (spread[n]*spread[n]);
                for (int m = n; m < M; ++m) {
                    Tt[n*M + m] = Tt[n*M + m] + AT(select)(general, t1*LANES(m == n ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, Tt]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[k*S + l] = Q[fo_anil_varied_batch_packed(K, k, l)];
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
                C[(K + n)*S + K + m] = Tt[n*M + m];
                C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
            }
        }
    }
    /* r0: 1/sqrt(C[i, i] + 1) */
    {
        for (int i = 0; i < S; ++i) {
            r0[i] = AT(inverse_root)(C[i*S + i] + 1.0);
        }
    }
    if (AT(any)(given->on_V)) {
        /* C1: covariance of the fields with the Gaussian weight of i absorbed */
        {
            for (int k = 0; k < K; ++k) {
                const lanes t2 = -(r0[k]*r0[k]);
                for (int l = 0; l < K; ++l) {
                    const lanes t3 = t2*C[k*S + l];
                    for (int a = l; a < K; ++a) {
                        C1[(k*S + l)*S + a] = AT(fma)(t3, C[k*S + a], C[l*S + a]);
                        C1[(k*S + a)*S + l] = C1[(k*S + l)*S + a];
                    }
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                const lanes t4 = -(r0[k]*r0[k]);
                for (int l = 0; l < K; ++l) {
                    const lanes t5 = t4*C[k*S + l];
                    for (int a = 0; a < M; ++a) {
                        C1[(k*S + l)*S + K + a] = AT(fma)(t5, C[k*S + K + a], C[l*S + K + a]);
                    }
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, given->on_kurtosis))) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < K; ++l) {
                    for (int a = 0; a < M; ++a) {
                        C1[(k*S + K + a)*S + l] = C1[(k*S + l)*S + K + a];
                    }
                }
            }
        }
    }
    if (AT(any)(given->on_V)) {
        {
            for (int k = 0; k < K; ++k) {
                const lanes t6 = -(r0[k]*r0[k]);
                for (int l = 0; l < M; ++l) {
                    const lanes t7 = t6*C[k*S + K + l];
                    for (int a = l; a < M; ++a) {
                        C1[(k*S + K + l)*S + K + a] = AT(fma)(t7, C[k*S + K + a], C[(K + l)*S + K + a]);
                    }
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, given->on_kurtosis))) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = 0; l < M; ++l) {
                    for (int a = l; a < M; ++a) {
                        C1[(k*S + K + a)*S + K + l] = C1[(k*S + K + l)*S + K + a];
                    }
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, general))) {
        {
            for (int k = 0; k < M; ++k) {
                const lanes t8 = -(r0[K + k]*r0[K + k]);
                for (int l = 0; l < K; ++l) {
                    const lanes t9 = t8*C[(K + k)*S + l];
                    for (int a = l; a < K; ++a) {
                        C1[((K + k)*S + l)*S + a] = AT(select)(general, AT(fma)(t9, C[(K + k)*S + a], C[l*S + a]), LANES(0.0));
                        C1[((K + k)*S + a)*S + l] = C1[((K + k)*S + l)*S + a];
                    }
                }
            }
        }
        {
            for (int k = 0; k < M; ++k) {
                const lanes t10 = -(r0[K + k]*r0[K + k]);
                for (int l = 0; l < K; ++l) {
                    const lanes t11 = t10*C[(K + k)*S + l];
                    for (int a = 0; a < M; ++a) {
                        C1[((K + k)*S + l)*S + K + a] = AT(select)(general, AT(fma)(t11, C[(K + k)*S + K + a], C[l*S + K + a]), LANES(0.0));
                        C1[((K + k)*S + K + a)*S + l] = C1[((K + k)*S + l)*S + K + a];
                    }
                }
            }
        }
        {
            for (int k = 0; k < M; ++k) {
                const lanes t12 = -(r0[K + k]*r0[K + k]);
                for (int l = 0; l < M; ++l) {
                    const lanes t13 = t12*C[(K + k)*S + K + l];
                    for (int a = l; a < M; ++a) {
                        C1[((K + k)*S + K + l)*S + K + a] = AT(select)(general, AT(fma)(t13, C[(K + k)*S + K + a], C[(K + l)*S + K + a]), LANES(0.0));
                        C1[((K + k)*S + K + a)*S + K + l] = C1[((K + k)*S + K + l)*S + K + a];
                    }
                }
            }
        }
    }
    if (AT(any)(general)) {
        /* I2: <g(z_i) g(z_j)> over the fields */
        {
            place = 0;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    x0[place] = C[k*S + l]*r0[k]*r0[l];
                    ++place;
                }
            }
            AT(arcsines)(place, x0);
            place = 0;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    I2[k*S + l] = 0.63661977236758138*x0[place];
                    I2[l*S + k] = I2[k*S + l];
                    ++place;
                }
            }
        }
    }
    {
        place = 0;
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                x0[place] = C[k*S + K + l]*r0[k]*r0[K + l];
                ++place;
            }
        }
        AT(arcsines)(place, x0);
        place = 0;
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                I2[k*S + K + l] = 0.63661977236758138*x0[place];
                ++place;
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* J2: <g'(z_i) g'(z_j)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                const lanes t14 = 0.63661977236758138*r0[k];
                const lanes t15 = -(r0[k]*r0[k]);
                for (int l = k; l < K; ++l) {
                    J2[k*S + l] = t14*AT(inverse_root)(AT(fma)(t15, (C[k*S + l]*C[k*S + l]), C[l*S + l] + 1.0));
                }
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < K; ++k) {
                const lanes t16 = 0.63661977236758138*r0[k];
                const lanes t17 = -(r0[k]*r0[k]);
                for (int l = 0; l < M; ++l) {
                    J2[k*S + K + l] = AT(select)(general, t16*AT(inverse_root)(AT(fma)(t17, (C[k*S + K + l]*C[k*S + K + l]), C[(K + l)*S + K + l] + 1.0)), LANES(0.0));
                }
            }
        }
        /* h: head after the inner loop: its part without the task */
        {
            const lanes t19 = -given->eta_w;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t18 = LANES(0.0);
                lanes t18_k_1 = LANES(0.0);
                lanes t18_k_2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    const lanes x_0 = AT(held)(w0[l]);
                    t18 = AT(fma)(x_0, I2[k*S + l], t18);
                    t18_k_1 = AT(fma)(x_0, I2[k_1*S + l], t18_k_1);
                    t18_k_2 = AT(fma)(x_0, I2[k_2*S + l], t18_k_2);
                }
                h[k] = AT(fma)(t18, t19, w0[k]);
                h[k_1] = AT(fma)(t18_k_1, t19, w0[k_1]);
                h[k_2] = AT(fma)(t18_k_2, t19, w0[k_2]);
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t18 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    t18 = AT(fma)(w0[l], I2[k*S + l], t18);
                }
                h[k] = AT(fma)(t18, t19, w0[k]);
            }
        }
    }
    for (int step = 1; AT(any)(general) && AT(any)(AT(greater)(given->inner_steps, LANES((double)step))); ++step) {
        /* h_next: h after one more step */
        {
            const lanes t21 = -given->eta_w;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t20 = LANES(0.0);
                lanes t20_k_1 = LANES(0.0);
                lanes t20_k_2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    const lanes x_0 = AT(held)(h[l]);
                    t20 = AT(fma)(x_0, I2[k*S + l], t20);
                    t20_k_1 = AT(fma)(x_0, I2[k_1*S + l], t20_k_1);
                    t20_k_2 = AT(fma)(x_0, I2[k_2*S + l], t20_k_2);
                }
                h_next[k] = AT(fma)(t20, t21, h[k]);
                h_next[k_1] = AT(fma)(t20_k_1, t21, h[k_1]);
                h_next[k_2] = AT(fma)(t20_k_2, t21, h[k_2]);
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t20 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    t20 = AT(fma)(h[l], I2[k*S + l], t20);
                }
                h_next[k] = AT(fma)(t20, t21, h[k]);
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                h[k] = AT(select)(AT(greater)(given->inner_steps, LANES((double)step)), h_next[k], h[k]);
            }
        }
    }
    /* H: its response to the task: w_k = h_k + sum_m H_km u_m */
    {
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                H[k*M + m] = given->eta_w*I2[k*S + K + m];
            }
        }
    }
    for (int step = 1; AT(any)(AT(greater)(given->inner_steps, LANES((double)step))); ++step) {
        /* H_next: H after one more step */
        {
            const lanes t23 = -given->eta_w;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                for (int m = 0; m < M - 2; m += 3) {
                    const int m_1 = m + 1, m_2 = m + 2;
                    lanes t22 = LANES(0.0);
                    lanes t22_k_1 = LANES(0.0);
                    lanes t22_k_2 = LANES(0.0);
                    lanes t22_m_1 = LANES(0.0);
                    lanes t22_m_1_k_1 = LANES(0.0);
                    lanes t22_m_1_k_2 = LANES(0.0);
                    lanes t22_m_2 = LANES(0.0);
                    lanes t22_m_2_k_1 = LANES(0.0);
                    lanes t22_m_2_k_2 = LANES(0.0);
                    for (int l = 0; l < K; ++l) {
                        const lanes x_0 = AT(held)(H[l*M + m]);
                        const lanes x_1 = AT(held)(I2[k*S + l]);
                        const lanes x_2 = AT(held)(I2[k_1*S + l]);
                        const lanes x_3 = AT(held)(I2[k_2*S + l]);
                        const lanes x_4 = AT(held)(H[l*M + m_1]);
                        const lanes x_5 = AT(held)(H[l*M + m_2]);
                        t22 = AT(fma)(x_0, x_1, t22);
                        t22_k_1 = AT(fma)(x_0, x_2, t22_k_1);
                        t22_k_2 = AT(fma)(x_0, x_3, t22_k_2);
                        t22_m_1 = AT(fma)(x_1, x_4, t22_m_1);
                        t22_m_1_k_1 = AT(fma)(x_2, x_4, t22_m_1_k_1);
                        t22_m_1_k_2 = AT(fma)(x_3, x_4, t22_m_1_k_2);
                        t22_m_2 = AT(fma)(x_1, x_5, t22_m_2);
                        t22_m_2_k_1 = AT(fma)(x_2, x_5, t22_m_2_k_1);
                        t22_m_2_k_2 = AT(fma)(x_3, x_5, t22_m_2_k_2);
                    }
                    H_next[k*M + m] = AT(fma)(t22, t23, AT(fma)(given->eta_w, I2[k*S + K + m], H[k*M + m]));
                    H_next[k_1*M + m] = AT(fma)(t22_k_1, t23, AT(fma)(given->eta_w, I2[k_1*S + K + m], H[k_1*M + m]));
                    H_next[k_2*M + m] = AT(fma)(t22_k_2, t23, AT(fma)(given->eta_w, I2[k_2*S + K + m], H[k_2*M + m]));
                    H_next[k*M + m_1] = AT(fma)(t22_m_1, t23, AT(fma)(given->eta_w, I2[k*S + K + m_1], H[k*M + m_1]));
                    H_next[k_1*M + m_1] = AT(fma)(t22_m_1_k_1, t23, AT(fma)(given->eta_w, I2[k_1*S + K + m_1], H[k_1*M + m_1]));
                    H_next[k_2*M + m_1] = AT(fma)(t22_m_1_k_2, t23, AT(fma)(given->eta_w, I2[k_2*S + K + m_1], H[k_2*M + m_1]));
                    H_next[k*M + m_2] = AT(fma)(t22_m_2, t23, AT(fma)(given->eta_w, I2[k*S + K + m_2], H[k*M + m_2]));
                    H_next[k_1*M + m_2] = AT(fma)(t22_m_2_k_1, t23, AT(fma)(given->eta_w, I2[k_1*S + K + m_2], H[k_1*M + m_2]));
                    H_next[k_2*M + m_2] = AT(fma)(t22_m_2_k_2, t23, AT(fma)(given->eta_w, I2[k_2*S + K + m_2], H[k_2*M + m_2]));
                }
                for (int m = M/3*3; m < M; ++m) {
                    lanes t22 = LANES(0.0);
                    lanes t22_k_1 = LANES(0.0);
                    lanes t22_k_2 = LANES(0.0);
                    for (int l = 0; l < K; ++l) {
                        const lanes x_0 = AT(held)(H[l*M + m]);
                        t22 = AT(fma)(x_0, I2[k*S + l], t22);
                        t22_k_1 = AT(fma)(x_0, I2[k_1*S + l], t22_k_1);
                        t22_k_2 = AT(fma)(x_0, I2[k_2*S + l], t22_k_2);
                    }
                    H_next[k*M + m] = AT(fma)(t22, t23, AT(fma)(given->eta_w, I2[k*S + K + m], H[k*M + m]));
                    H_next[k_1*M + m] = AT(fma)(t22_k_1, t23, AT(fma)(given->eta_w, I2[k_1*S + K + m], H[k_1*M + m]));
                    H_next[k_2*M + m] = AT(fma)(t22_k_2, t23, AT(fma)(given->eta_w, I2[k_2*S + K + m], H[k_2*M + m]));
                }
            }
            for (int k = K/3*3; k < K; ++k) {
                for (int m = 0; m < M - 2; m += 3) {
                    const int m_1 = m + 1, m_2 = m + 2;
                    lanes t22 = LANES(0.0);
                    lanes t22_m_1 = LANES(0.0);
                    lanes t22_m_2 = LANES(0.0);
                    for (int l = 0; l < K; ++l) {
                        const lanes x_0 = AT(held)(I2[k*S + l]);
                        t22 = AT(fma)(x_0, H[l*M + m], t22);
                        t22_m_1 = AT(fma)(x_0, H[l*M + m_1], t22_m_1);
                        t22_m_2 = AT(fma)(x_0, H[l*M + m_2], t22_m_2);
                    }
                    H_next[k*M + m] = AT(fma)(t22, t23, AT(fma)(given->eta_w, I2[k*S + K + m], H[k*M + m]));
                    H_next[k*M + m_1] = AT(fma)(t22_m_1, t23, AT(fma)(given->eta_w, I2[k*S + K + m_1], H[k*M + m_1]));
                    H_next[k*M + m_2] = AT(fma)(t22_m_2, t23, AT(fma)(given->eta_w, I2[k*S + K + m_2], H[k*M + m_2]));
                }
                for (int m = M/3*3; m < M; ++m) {
                    lanes t22 = LANES(0.0);
                    for (int l = 0; l < K; ++l) {
                        t22 = AT(fma)(H[l*M + m], I2[k*S + l], t22);
                    }
                    H_next[k*M + m] = AT(fma)(t22, t23, AT(fma)(given->eta_w, I2[k*S + K + m], H[k*M + m]));
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = AT(select)(AT(greater)(given->inner_steps, LANES((double)step)), H_next[k*M + m], H[k*M + m]);
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, given->on_kurtosis))) {
        /* L: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m */
        {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    L[k*M + m] = H[k*M + m];
                }
            }
        }
        {
            for (int n = 0; n < M; ++n) {
                for (int m = 0; m < M; ++m) {
                    L[(K + n)*M + m] = -LANES(m == n ? 1.0 : 0.0);
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
    /* mc: <c_i> over the task */
    {
        for (int k = 0; k < K; ++k) {
            mc[k] = LANES(0.0);
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t24 = LANES(0.0);
                lanes t24_k_1 = LANES(0.0);
                lanes t24_k_2 = LANES(0.0);
                for (int p = 0; p < M; ++p) {
                    const lanes x_0 = AT(held)(mean[p]);
                    t24 = AT(fma)(x_0, H[k*M + p], t24);
                    t24_k_1 = AT(fma)(x_0, H[k_1*M + p], t24_k_1);
                    t24_k_2 = AT(fma)(x_0, H[k_2*M + p], t24_k_2);
                }
                mc[k] = mc[k] + AT(select)(general, t24 + h[k], LANES(0.0));
                mc[k_1] = mc[k_1] + AT(select)(general, t24_k_1 + h[k_1], LANES(0.0));
                mc[k_2] = mc[k_2] + AT(select)(general, t24_k_2 + h[k_2], LANES(0.0));
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t24 = LANES(0.0);
                for (int p = 0; p < M; ++p) {
                    t24 = AT(fma)(mean[p], H[k*M + p], t24);
                }
                mc[k] = mc[k] + AT(select)(general, t24 + h[k], LANES(0.0));
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            mc[K + n] = LANES(0.0);
        }
    }
    if (AT(any)(general)) {
        {
            for (int n = 0; n < M; ++n) {
                mc[K + n] = mc[K + n] + AT(select)(general, -mean[n], LANES(0.0));
            }
        }
    }
    /* s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M)) */
    {
        for (int q = 0; q < M; ++q) {
            for (int k = 0; k < K; ++k) {
                s0[q*K + k] = H[k*M + q]*cov[q*M + q];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int q = 0; q < M - 2; q += 3) {
                const int q_1 = q + 1, q_2 = q + 2;
                for (int k = 0; k < K - 2; k += 3) {
                    const int k_1 = k + 1, k_2 = k + 2;
                    lanes t25 = LANES(0.0);
                    lanes t25_q_1 = LANES(0.0);
                    lanes t25_q_2 = LANES(0.0);
                    lanes t25_k_1 = LANES(0.0);
                    lanes t25_k_1_q_1 = LANES(0.0);
                    lanes t25_k_1_q_2 = LANES(0.0);
                    lanes t25_k_2 = LANES(0.0);
                    lanes t25_k_2_q_1 = LANES(0.0);
                    lanes t25_k_2_q_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(H[k*M + p]);
                        const lanes x_1 = AT(held)(cov_apart[q*M + p]);
                        const lanes x_2 = AT(held)(cov_apart[q_1*M + p]);
                        const lanes x_3 = AT(held)(cov_apart[q_2*M + p]);
                        const lanes x_4 = AT(held)(H[k_1*M + p]);
                        const lanes x_5 = AT(held)(H[k_2*M + p]);
                        t25 = AT(fma)(x_0, x_1, t25);
                        t25_q_1 = AT(fma)(x_0, x_2, t25_q_1);
                        t25_q_2 = AT(fma)(x_0, x_3, t25_q_2);
                        t25_k_1 = AT(fma)(x_1, x_4, t25_k_1);
                        t25_k_1_q_1 = AT(fma)(x_2, x_4, t25_k_1_q_1);
                        t25_k_1_q_2 = AT(fma)(x_3, x_4, t25_k_1_q_2);
                        t25_k_2 = AT(fma)(x_1, x_5, t25_k_2);
                        t25_k_2_q_1 = AT(fma)(x_2, x_5, t25_k_2_q_1);
                        t25_k_2_q_2 = AT(fma)(x_3, x_5, t25_k_2_q_2);
                    }
                    s0[q*K + k] = s0[q*K + k] + AT(select)(general, t25, LANES(0.0));
                    s0[q_1*K + k] = s0[q_1*K + k] + AT(select)(general, t25_q_1, LANES(0.0));
                    s0[q_2*K + k] = s0[q_2*K + k] + AT(select)(general, t25_q_2, LANES(0.0));
                    s0[q*K + k_1] = s0[q*K + k_1] + AT(select)(general, t25_k_1, LANES(0.0));
                    s0[q_1*K + k_1] = s0[q_1*K + k_1] + AT(select)(general, t25_k_1_q_1, LANES(0.0));
                    s0[q_2*K + k_1] = s0[q_2*K + k_1] + AT(select)(general, t25_k_1_q_2, LANES(0.0));
                    s0[q*K + k_2] = s0[q*K + k_2] + AT(select)(general, t25_k_2, LANES(0.0));
                    s0[q_1*K + k_2] = s0[q_1*K + k_2] + AT(select)(general, t25_k_2_q_1, LANES(0.0));
                    s0[q_2*K + k_2] = s0[q_2*K + k_2] + AT(select)(general, t25_k_2_q_2, LANES(0.0));
                }
                for (int k = K/3*3; k < K; ++k) {
                    lanes t25 = LANES(0.0);
                    lanes t25_q_1 = LANES(0.0);
                    lanes t25_q_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(H[k*M + p]);
                        t25 = AT(fma)(x_0, cov_apart[q*M + p], t25);
                        t25_q_1 = AT(fma)(x_0, cov_apart[q_1*M + p], t25_q_1);
                        t25_q_2 = AT(fma)(x_0, cov_apart[q_2*M + p], t25_q_2);
                    }
                    s0[q*K + k] = s0[q*K + k] + AT(select)(general, t25, LANES(0.0));
                    s0[q_1*K + k] = s0[q_1*K + k] + AT(select)(general, t25_q_1, LANES(0.0));
                    s0[q_2*K + k] = s0[q_2*K + k] + AT(select)(general, t25_q_2, LANES(0.0));
                }
            }
            for (int q = M/3*3; q < M; ++q) {
                for (int k = 0; k < K - 2; k += 3) {
                    const int k_1 = k + 1, k_2 = k + 2;
                    lanes t25 = LANES(0.0);
                    lanes t25_k_1 = LANES(0.0);
                    lanes t25_k_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(cov_apart[q*M + p]);
                        t25 = AT(fma)(x_0, H[k*M + p], t25);
                        t25_k_1 = AT(fma)(x_0, H[k_1*M + p], t25_k_1);
                        t25_k_2 = AT(fma)(x_0, H[k_2*M + p], t25_k_2);
                    }
                    s0[q*K + k] = s0[q*K + k] + AT(select)(general, t25, LANES(0.0));
                    s0[q*K + k_1] = s0[q*K + k_1] + AT(select)(general, t25_k_1, LANES(0.0));
                    s0[q*K + k_2] = s0[q*K + k_2] + AT(select)(general, t25_k_2, LANES(0.0));
                }
                for (int k = K/3*3; k < K; ++k) {
                    lanes t25 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        t25 = AT(fma)(H[k*M + p], cov_apart[q*M + p], t25);
                    }
                    s0[q*K + k] = s0[q*K + k] + AT(select)(general, t25, LANES(0.0));
                }
            }
        }
    }
    /* G: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t26 = LANES(0.0);
                lanes t26_l_1 = LANES(0.0);
                lanes t26_l_2 = LANES(0.0);
                for (int q = 0; q < M; ++q) {
                    const lanes x_0 = AT(held)(s0[q*K + k]);
                    t26 = AT(fma)(x_0, H[l*M + q], t26);
                    t26_l_1 = AT(fma)(x_0, H[l_1*M + q], t26_l_1);
                    t26_l_2 = AT(fma)(x_0, H[l_2*M + q], t26_l_2);
                }
                G[k*S + l] = t26;
                G[l*S + k] = G[k*S + l];
                G[k*S + l_1] = t26_l_1;
                G[l_1*S + k] = G[k*S + l_1];
                G[k*S + l_2] = t26_l_2;
                G[l_2*S + k] = G[k*S + l_2];
            }
            for (int l = k + (K - (k))/3*3; l < K; ++l) {
                lanes t26 = LANES(0.0);
                for (int q = 0; q < M; ++q) {
                    t26 = AT(fma)(H[l*M + q], s0[q*K + k], t26);
                }
                G[k*S + l] = t26;
                G[l*S + k] = G[k*S + l];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    G[k*S + l] = G[k*S + l] + AT(select)(general, mc[k]*mc[l], LANES(0.0));
                    G[l*S + k] = G[k*S + l];
                }
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                for (int n = 0; n < M - 2; n += 3) {
                    const int n_1 = n + 1, n_2 = n + 2;
                    lanes t27 = LANES(0.0);
                    lanes t27_k_1 = LANES(0.0);
                    lanes t27_k_2 = LANES(0.0);
                    lanes t27_n_1 = LANES(0.0);
                    lanes t27_n_1_k_1 = LANES(0.0);
                    lanes t27_n_1_k_2 = LANES(0.0);
                    lanes t27_n_2 = LANES(0.0);
                    lanes t27_n_2_k_1 = LANES(0.0);
                    lanes t27_n_2_k_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(H[k*M + p]);
                        const lanes x_1 = AT(held)(cov_apart[n*M + p]);
                        const lanes x_2 = AT(held)(H[k_1*M + p]);
                        const lanes x_3 = AT(held)(H[k_2*M + p]);
                        const lanes x_4 = AT(held)(cov_apart[n_1*M + p]);
                        const lanes x_5 = AT(held)(cov_apart[n_2*M + p]);
                        t27 = AT(fma)(x_0, x_1, t27);
                        t27_k_1 = AT(fma)(x_1, x_2, t27_k_1);
                        t27_k_2 = AT(fma)(x_1, x_3, t27_k_2);
                        t27_n_1 = AT(fma)(x_0, x_4, t27_n_1);
                        t27_n_1_k_1 = AT(fma)(x_2, x_4, t27_n_1_k_1);
                        t27_n_1_k_2 = AT(fma)(x_3, x_4, t27_n_1_k_2);
                        t27_n_2 = AT(fma)(x_0, x_5, t27_n_2);
                        t27_n_2_k_1 = AT(fma)(x_2, x_5, t27_n_2_k_1);
                        t27_n_2_k_2 = AT(fma)(x_3, x_5, t27_n_2_k_2);
                    }
                    G[k*S + K + n] = G[k*S + K + n] + AT(select)(general, AT(fma)(mc[k], mc[K + n], -t27), LANES(0.0));
                    G[k_1*S + K + n] = G[k_1*S + K + n] + AT(select)(general, AT(fma)(mc[k_1], mc[K + n], -t27_k_1), LANES(0.0));
                    G[k_2*S + K + n] = G[k_2*S + K + n] + AT(select)(general, AT(fma)(mc[k_2], mc[K + n], -t27_k_2), LANES(0.0));
                    G[k*S + K + n_1] = G[k*S + K + n_1] + AT(select)(general, AT(fma)(mc[k], mc[K + n_1], -t27_n_1), LANES(0.0));
                    G[k_1*S + K + n_1] = G[k_1*S + K + n_1] + AT(select)(general, AT(fma)(mc[k_1], mc[K + n_1], -t27_n_1_k_1), LANES(0.0));
                    G[k_2*S + K + n_1] = G[k_2*S + K + n_1] + AT(select)(general, AT(fma)(mc[k_2], mc[K + n_1], -t27_n_1_k_2), LANES(0.0));
                    G[k*S + K + n_2] = G[k*S + K + n_2] + AT(select)(general, AT(fma)(mc[k], mc[K + n_2], -t27_n_2), LANES(0.0));
                    G[k_1*S + K + n_2] = G[k_1*S + K + n_2] + AT(select)(general, AT(fma)(mc[k_1], mc[K + n_2], -t27_n_2_k_1), LANES(0.0));
                    G[k_2*S + K + n_2] = G[k_2*S + K + n_2] + AT(select)(general, AT(fma)(mc[k_2], mc[K + n_2], -t27_n_2_k_2), LANES(0.0));
                }
                for (int n = M/3*3; n < M; ++n) {
                    lanes t27 = LANES(0.0);
                    lanes t27_k_1 = LANES(0.0);
                    lanes t27_k_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(cov_apart[n*M + p]);
                        t27 = AT(fma)(x_0, H[k*M + p], t27);
                        t27_k_1 = AT(fma)(x_0, H[k_1*M + p], t27_k_1);
                        t27_k_2 = AT(fma)(x_0, H[k_2*M + p], t27_k_2);
                    }
                    G[k*S + K + n] = G[k*S + K + n] + AT(select)(general, AT(fma)(mc[k], mc[K + n], -t27), LANES(0.0));
                    G[k_1*S + K + n] = G[k_1*S + K + n] + AT(select)(general, AT(fma)(mc[k_1], mc[K + n], -t27_k_1), LANES(0.0));
                    G[k_2*S + K + n] = G[k_2*S + K + n] + AT(select)(general, AT(fma)(mc[k_2], mc[K + n], -t27_k_2), LANES(0.0));
                }
            }
            for (int k = K/3*3; k < K; ++k) {
                for (int n = 0; n < M - 2; n += 3) {
                    const int n_1 = n + 1, n_2 = n + 2;
                    lanes t27 = LANES(0.0);
                    lanes t27_n_1 = LANES(0.0);
                    lanes t27_n_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(H[k*M + p]);
                        t27 = AT(fma)(x_0, cov_apart[n*M + p], t27);
                        t27_n_1 = AT(fma)(x_0, cov_apart[n_1*M + p], t27_n_1);
                        t27_n_2 = AT(fma)(x_0, cov_apart[n_2*M + p], t27_n_2);
                    }
                    G[k*S + K + n] = G[k*S + K + n] + AT(select)(general, AT(fma)(mc[k], mc[K + n], -t27), LANES(0.0));
                    G[k*S + K + n_1] = G[k*S + K + n_1] + AT(select)(general, AT(fma)(mc[k], mc[K + n_1], -t27_n_1), LANES(0.0));
                    G[k*S + K + n_2] = G[k*S + K + n_2] + AT(select)(general, AT(fma)(mc[k], mc[K + n_2], -t27_n_2), LANES(0.0));
                }
                for (int n = M/3*3; n < M; ++n) {
                    lanes t27 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        t27 = AT(fma)(H[k*M + p], cov_apart[n*M + p], t27);
                    }
                    G[k*S + K + n] = G[k*S + K + n] + AT(select)(general, AT(fma)(mc[k], mc[K + n], -t27), LANES(0.0));
                }
            }
        }
    }
    if (AT(any)(given->on_V)) {
        {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    G[(K + n)*S + K + m] = AT(select)(given->on_V, cov[n*M + m], LANES(0.0));
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, general))) {
        {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    G[(K + n)*S + K + m] = G[(K + n)*S + K + m] + AT(select)(AT(both)(given->on_V, general), mc[K + m]*mc[K + n], LANES(0.0));
                }
            }
        }
    }
    /* r1: 1/sqrt(C1[k, i, i] + 1) */
    {
        for (int k = 0; k < K; ++k) {
            const lanes t28 = -(r0[k]*r0[k]);
            for (int i = 0; i < S; ++i) {
                r1[k*S + i] = AT(inverse_root)(AT(fma)(t28, (C[k*S + i]*C[k*S + i]), C[i*S + i] + 1.0));
            }
        }
    }
    /* v0: G[k, j]*r1[k, j] */
    {
        for (int k = 0; k < K; ++k) {
            for (int j = 0; j < S; ++j) {
                v0[k*S + j] = G[k*S + j]*r1[k*S + j];
            }
        }
    }
    /* C1_0: partial sum Sum(C[k, j]*v0[k, j], (j, 1, K + M)) */
    {
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            lanes t29 = LANES(0.0);
            lanes t29_k_1 = LANES(0.0);
            lanes t29_k_2 = LANES(0.0);
            for (int j = 0; j < S; ++j) {
                t29 = AT(fma)(C[k*S + j], v0[k*S + j], t29);
                t29_k_1 = AT(fma)(C[k_1*S + j], v0[k_1*S + j], t29_k_1);
                t29_k_2 = AT(fma)(C[k_2*S + j], v0[k_2*S + j], t29_k_2);
            }
            C1_0[k] = t29;
            C1_0[k_1] = t29_k_1;
            C1_0[k_2] = t29_k_2;
        }
        for (int k = K/3*3; k < K; ++k) {
            lanes t29 = LANES(0.0);
            for (int j = 0; j < S; ++j) {
                t29 = AT(fma)(C[k*S + j], v0[k*S + j], t29);
            }
            C1_0[k] = t29;
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    {
        const lanes t31 = 0.63661977236758138*given->eta_J;
        const lanes t33 = -0.63661977236758138*given->eta_J;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            const lanes t32 = t31*C1_0[k]*(r0[k]*r0[k]*r0[k]);
            const lanes t32_k_1 = t31*C1_0[k_1]*(r0[k_1]*r0[k_1]*r0[k_1]);
            const lanes t32_k_2 = t31*C1_0[k_2]*(r0[k_2]*r0[k_2]*r0[k_2]);
            const lanes t34 = t33*r0[k];
            const lanes t34_k_1 = t33*r0[k_1];
            const lanes t34_k_2 = t33*r0[k_2];
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t30 = LANES(0.0);
                lanes t30_k_1 = LANES(0.0);
                lanes t30_k_2 = LANES(0.0);
                lanes t30_i_1 = LANES(0.0);
                lanes t30_i_1_k_1 = LANES(0.0);
                lanes t30_i_1_k_2 = LANES(0.0);
                lanes t30_i_2 = LANES(0.0);
                lanes t30_i_2_k_1 = LANES(0.0);
                lanes t30_i_2_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(C[i*S + j]);
                    const lanes x_1 = AT(held)(v0[k*S + j]);
                    const lanes x_2 = AT(held)(v0[k_1*S + j]);
                    const lanes x_3 = AT(held)(v0[k_2*S + j]);
                    const lanes x_4 = AT(held)(C[i_1*S + j]);
                    const lanes x_5 = AT(held)(C[i_2*S + j]);
                    t30 = AT(fma)(x_0, x_1, t30);
                    t30_k_1 = AT(fma)(x_0, x_2, t30_k_1);
                    t30_k_2 = AT(fma)(x_0, x_3, t30_k_2);
                    t30_i_1 = AT(fma)(x_1, x_4, t30_i_1);
                    t30_i_1_k_1 = AT(fma)(x_2, x_4, t30_i_1_k_1);
                    t30_i_1_k_2 = AT(fma)(x_3, x_4, t30_i_1_k_2);
                    t30_i_2 = AT(fma)(x_1, x_5, t30_i_2);
                    t30_i_2_k_1 = AT(fma)(x_2, x_5, t30_i_2_k_1);
                    t30_i_2_k_2 = AT(fma)(x_3, x_5, t30_i_2_k_2);
                }
                A[k*S + i] = AT(fma)(t32, C[k*S + i], t30*t34);
                A[k_1*S + i] = AT(fma)(t32_k_1, C[k_1*S + i], t30_k_1*t34_k_1);
                A[k_2*S + i] = AT(fma)(t32_k_2, C[k_2*S + i], t30_k_2*t34_k_2);
                A[k*S + i_1] = AT(fma)(t32, C[k*S + i_1], t30_i_1*t34);
                A[k_1*S + i_1] = AT(fma)(t32_k_1, C[k_1*S + i_1], t30_i_1_k_1*t34_k_1);
                A[k_2*S + i_1] = AT(fma)(t32_k_2, C[k_2*S + i_1], t30_i_1_k_2*t34_k_2);
                A[k*S + i_2] = AT(fma)(t32, C[k*S + i_2], t30_i_2*t34);
                A[k_1*S + i_2] = AT(fma)(t32_k_1, C[k_1*S + i_2], t30_i_2_k_1*t34_k_1);
                A[k_2*S + i_2] = AT(fma)(t32_k_2, C[k_2*S + i_2], t30_i_2_k_2*t34_k_2);
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t30 = LANES(0.0);
                lanes t30_k_1 = LANES(0.0);
                lanes t30_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(C[i*S + j]);
                    t30 = AT(fma)(x_0, v0[k*S + j], t30);
                    t30_k_1 = AT(fma)(x_0, v0[k_1*S + j], t30_k_1);
                    t30_k_2 = AT(fma)(x_0, v0[k_2*S + j], t30_k_2);
                }
                A[k*S + i] = AT(fma)(t32, C[k*S + i], t30*t34);
                A[k_1*S + i] = AT(fma)(t32_k_1, C[k_1*S + i], t30_k_1*t34_k_1);
                A[k_2*S + i] = AT(fma)(t32_k_2, C[k_2*S + i], t30_k_2*t34_k_2);
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            const lanes t32 = t31*C1_0[k]*(r0[k]*r0[k]*r0[k]);
            const lanes t34 = t33*r0[k];
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t30 = LANES(0.0);
                lanes t30_i_1 = LANES(0.0);
                lanes t30_i_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(v0[k*S + j]);
                    t30 = AT(fma)(x_0, C[i*S + j], t30);
                    t30_i_1 = AT(fma)(x_0, C[i_1*S + j], t30_i_1);
                    t30_i_2 = AT(fma)(x_0, C[i_2*S + j], t30_i_2);
                }
                A[k*S + i] = AT(fma)(t32, C[k*S + i], t30*t34);
                A[k*S + i_1] = AT(fma)(t32, C[k*S + i_1], t30_i_1*t34);
                A[k*S + i_2] = AT(fma)(t32, C[k*S + i_2], t30_i_2*t34);
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t30 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t30 = AT(fma)(C[i*S + j], v0[k*S + j], t30);
                }
                A[k*S + i] = AT(fma)(t32, C[k*S + i], t30*t34);
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* r2: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r1[k, l]**2 + 1) */
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    const lanes t35 = -(r1[k*S + l]*r1[k*S + l]);
                    for (int i = 0; i < S; ++i) {
                        r2[(k*K + l)*S + i] = AT(inverse_root)(AT(fma)(t35, (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i]), C1[(k*S + i)*S + i] + 1.0));
                    }
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, given->on_kurtosis))) {
        /* r3: asin((C1[k, i, j] - C1[k, l, i]*C1[k, l, j]*r1[k, l]**2)*r2[k, l, i]*r2[k, l, j]) */
        {
            for (int k = 0; k < K; ++k) {
                for (int i = 0; i < S; ++i) {
                    place = 0;
                    for (int j = 0; j < S; ++j) {
                        for (int l = k; l < K; ++l) {
                            x0[place] = (AT(fma)(-C1[(k*S + i)*S + l]*(r1[k*S + l]*r1[k*S + l]), C1[(k*S + j)*S + l], C1[(k*S + i)*S + j]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                            ++place;
                        }
                    }
                    AT(arcsines)(place, x0);
                    place = 0;
                    for (int j = 0; j < S; ++j) {
                        for (int l = k; l < K; ++l) {
                            r3[((k*S + i)*S + j)*K + l] = x0[place];
                            ++place;
                        }
                    }
                }
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t44 = (given->eta_J*given->eta_J)*(given->noise*given->noise)*given->over_V;
            const lanes t45 = 0.4052847345693511*(given->eta_J*given->eta_J)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t40 = -2.0*mc[k];
                const lanes t46 = t45*r0[k];
                for (int l = k; l < K; ++l) {
                    const lanes t36 = -(r1[k*S + l]*r1[k*S + l]);
                    const lanes t41 = t40*mc[l];
                    place = 0;
                    for (int i = 0; i < S; ++i) {
                        const lanes t37 = t36*C1[(k*S + l)*S + i];
                        for (int j = i + 1; j < S; ++j) {
                            x0[place] = (AT(fma)(t37, C1[(k*S + l)*S + j], C1[(k*S + i)*S + j]))*r2[(k*K + l)*S + i]*r2[(k*K + l)*S + j];
                            ++place;
                        }
                    }
                    for (int i = 0; i < S; ++i) {
                        const lanes t38 = (AT(fma)(t36, (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i]), C1[(k*S + i)*S + i]))*(r2[(k*K + l)*S + i]*r2[(k*K + l)*S + i]);
                        x0[place] = t38;
                        ++place;
                    }
                    AT(arcsines)(place, x0);
                    place = 0;
                    lanes t39 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        const lanes t42 = t41*mc[i];
                        for (int j = i + 1; j < S; ++j) {
                            t39 = AT(fma)(x0[place], AT(fma)(G[k*S + j], G[l*S + i], AT(fma)(G[k*S + i], G[l*S + j], AT(fma)(G[i*S + j], G[k*S + l], t42*mc[j]))), t39);
                            ++place;
                        }
                    }
                    t39 = t39 + t39;
                    for (int i = 0; i < S; ++i) {
                        const lanes t43 = AT(fma)(2.0*G[k*S + i], G[l*S + i], AT(fma)(G[i*S + i], G[k*S + l], t41*(mc[i]*mc[i])));
                        t39 = AT(fma)(t43, x0[place], t39);
                        ++place;
                    }
                    E[k*K + l] = AT(fma)(t44*G[k*S + l], J2[k*S + l], t39*t46*r1[k*S + l]);
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, given->on_kurtosis))) {
        {
            const lanes t48 = 0.4052847345693511*(given->eta_J*given->eta_J)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t49 = t48*r0[k];
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t47 = LANES(0.0);
                    lanes t47_l_1 = LANES(0.0);
                    lanes t47_l_2 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            for (int p = 0; p < M; ++p) {
                                const lanes x_0 = AT(held)(L[i*M + p]);
                                const lanes x_1 = AT(held)(L[j*M + p]);
                                const lanes x_2 = AT(held)(L[k*M + p]);
                                const lanes x_3 = AT(held)(kappa[p]);
                                t47 = AT(fma)(x_0*x_1*x_2*x_3*L[l*M + p], r3[((k*S + i)*S + j)*K + l], t47);
                                t47_l_1 = AT(fma)(x_0*x_1*x_2*x_3*L[l_1*M + p], r3[((k*S + i)*S + j)*K + l_1], t47_l_1);
                                t47_l_2 = AT(fma)(x_0*x_1*x_2*x_3*L[l_2*M + p], r3[((k*S + i)*S + j)*K + l_2], t47_l_2);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(given->on_kurtosis, t47*t49*r1[k*S + l], LANES(0.0));
                    E[k*K + l_1] = E[k*K + l_1] + AT(select)(given->on_kurtosis, t47_l_1*t49*r1[k*S + l_1], LANES(0.0));
                    E[k*K + l_2] = E[k*K + l_2] + AT(select)(given->on_kurtosis, t47_l_2*t49*r1[k*S + l_2], LANES(0.0));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t47 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = 0; j < S; ++j) {
                            for (int p = 0; p < M; ++p) {
                                t47 = AT(fma)(L[i*M + p]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p], r3[((k*S + i)*S + j)*K + l], t47);
                            }
                        }
                    }
                    E[k*K + l] = E[k*K + l] + AT(select)(given->on_kurtosis, t47*t49*r1[k*S + l], LANES(0.0));
                }
            }
        }
    }
    if (AT(any)(general)) {
        /* X: X[k, n] = spread_n^2 <sum_s da_k^s/dbeta_n^s>, steps against noise */
        {
            const lanes t50 = -given->eta_J;
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    X[k*M + n] = t50*G[k*S + K + n]*J2[k*S + K + n]*(spread[n]*spread[n]);
                }
            }
        }
    }
    /* dR: dR/dalpha */
    {
        const lanes t51 = -given->decay*given->eta_J;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR[k*M + n] = AT(fma)(t51, R[k*M + n], A[k*S + K + n]);
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int n = 0; n < M; ++n) {
                    dR[k*M + n] = dR[k*M + n] + AT(select)(general, -X[k*M + n], LANES(0.0));
                }
            }
        }
    }
    /* dQ: dQ/dalpha */
    {
        const lanes t52 = -2.0*given->decay*given->eta_J;
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[fo_anil_varied_batch_packed(K, k, l)] = AT(fma)(t52, Q[fo_anil_varied_batch_packed(K, k, l)], A[k*S + l] + A[l*S + k]);
            }
        }
    }
    if (AT(any)(given->on_V)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ[fo_anil_varied_batch_packed(K, k, l)] = dQ[fo_anil_varied_batch_packed(K, k, l)] + AT(select)(given->on_V, E[k*K + l], LANES(0.0));
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
            const lanes t54 = -given->eta_0;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t53 = LANES(0.0);
                lanes t53_k_1 = LANES(0.0);
                lanes t53_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(mc[i]);
                    t53 = AT(fma)(x_0, I2[k*S + i], t53);
                    t53_k_1 = AT(fma)(x_0, I2[k_1*S + i], t53_k_1);
                    t53_k_2 = AT(fma)(x_0, I2[k_2*S + i], t53_k_2);
                }
                dw0[k] = dw0[k] + AT(select)(general, t53*t54, LANES(0.0));
                dw0[k_1] = dw0[k_1] + AT(select)(general, t53_k_1*t54, LANES(0.0));
                dw0[k_2] = dw0[k_2] + AT(select)(general, t53_k_2*t54, LANES(0.0));
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t53 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t53 = AT(fma)(mc[i], I2[k*S + i], t53);
                }
                dw0[k] = dw0[k] + AT(select)(general, t53*t54, LANES(0.0));
            }
        }
    }
}

TARGET static void AT(rhs)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *dstate, lanes *work)
{
#ifdef FO_ANIL_VARIED_BATCH_K
    if (K == FO_ANIL_VARIED_BATCH_K && M == FO_ANIL_VARIED_BATCH_M) {
        AT(rhs_sized)(FO_ANIL_VARIED_BATCH_K, FO_ANIL_VARIED_BATCH_M, given, state, dstate, work);
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
    const lanes *spread = given->spread;
    const size_t buffer = fo_anil_varied_batch_buffer(K, M);
    lanes *x0 = work;
    lanes *cov_apart = x0 + buffer;
    lanes *Tt = cov_apart + (size_t)M*(size_t)M;
    lanes *C = Tt + (size_t)M*(size_t)M;
    lanes *r0 = C + (size_t)S*(size_t)S;
    lanes *I2 = r0 + (size_t)S;
    lanes *h = I2 + (size_t)S*(size_t)S;
    lanes *h_next = h + (size_t)K;
    lanes *H = h_next + (size_t)K;
    lanes *H_next = H + (size_t)K*(size_t)M;
    lanes *mc = H_next + (size_t)K*(size_t)M;
    lanes *s0 = mc + (size_t)S;
    lanes *G = s0 + (size_t)M*(size_t)K;
    mask general = given->on_general;
    size_t place = 0;

    (void)w0;
    (void)place;
    (void)T;
    (void)mean;
    (void)cov;
    (void)kurtosis;
    (void)spread;
    (void)x0;
    for (size_t p = 0; p < (size_t)K; ++p) {
        general = AT(either)(general, AT(greater)(AT(absolute)(w0[p]), LANES(0.0)));
    }
    if (AT(any)(general)) {
        /* cov_apart: cov off its diagonal */
        {
            for (int p = 0; p < M; ++p) {
                for (int q = p; q < M; ++q) {
                    cov_apart[p*M + q] = (1.0 - LANES(p == q ? 1.0 : 0.0))*cov[p*M + q];
                    cov_apart[q*M + p] = cov_apart[p*M + q];
                }
            }
        }
    }
    /* Tt: overlaps of a task's teacher: T, and the noise on the diagonal */
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                Tt[n*M + m] = T[n*M + m];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int n = 0; n < M; ++n) {
                const lanes t1 = (spread[n]*spread[n]);
                for (int m = n; m < M; ++m) {
                    Tt[n*M + m] = Tt[n*M + m] + AT(select)(general, t1*LANES(m == n ? 1.0 : 0.0), LANES(0.0));
                }
            }
        }
    }
    /* C: covariance of the fields: C = [[Q, R], [R^T, Tt]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[k*S + l] = Q[fo_anil_varied_batch_packed(K, k, l)];
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
                C[(K + n)*S + K + m] = Tt[n*M + m];
            }
        }
    }
    /* r0: 1/sqrt(C[i, i] + 1) */
    {
        for (int i = 0; i < S; ++i) {
            r0[i] = AT(inverse_root)(C[i*S + i] + 1.0);
        }
    }
    /* I2: <g(z_i) g(z_j)> over the fields */
    {
        place = 0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                x0[place] = C[i*S + j]*r0[i]*r0[j];
                ++place;
            }
        }
        AT(arcsines)(place, x0);
        place = 0;
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                I2[i*S + j] = 0.63661977236758138*x0[place];
                I2[j*S + i] = I2[i*S + j];
                ++place;
            }
        }
    }
    if (AT(any)(general)) {
        /* h: head after the inner loop: its part without the task */
        {
            const lanes t3 = -given->eta_w;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t2 = LANES(0.0);
                lanes t2_k_1 = LANES(0.0);
                lanes t2_k_2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    const lanes x_0 = AT(held)(w0[l]);
                    t2 = AT(fma)(x_0, I2[k*S + l], t2);
                    t2_k_1 = AT(fma)(x_0, I2[k_1*S + l], t2_k_1);
                    t2_k_2 = AT(fma)(x_0, I2[k_2*S + l], t2_k_2);
                }
                h[k] = AT(fma)(t2, t3, w0[k]);
                h[k_1] = AT(fma)(t2_k_1, t3, w0[k_1]);
                h[k_2] = AT(fma)(t2_k_2, t3, w0[k_2]);
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    t2 = AT(fma)(w0[l], I2[k*S + l], t2);
                }
                h[k] = AT(fma)(t2, t3, w0[k]);
            }
        }
    }
    for (int step = 1; AT(any)(general) && AT(any)(AT(greater)(given->inner_steps, LANES((double)step))); ++step) {
        /* h_next: h after one more step */
        {
            const lanes t5 = -given->eta_w;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t4 = LANES(0.0);
                lanes t4_k_1 = LANES(0.0);
                lanes t4_k_2 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    const lanes x_0 = AT(held)(h[l]);
                    t4 = AT(fma)(x_0, I2[k*S + l], t4);
                    t4_k_1 = AT(fma)(x_0, I2[k_1*S + l], t4_k_1);
                    t4_k_2 = AT(fma)(x_0, I2[k_2*S + l], t4_k_2);
                }
                h_next[k] = AT(fma)(t4, t5, h[k]);
                h_next[k_1] = AT(fma)(t4_k_1, t5, h[k_1]);
                h_next[k_2] = AT(fma)(t4_k_2, t5, h[k_2]);
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t4 = LANES(0.0);
                for (int l = 0; l < K; ++l) {
                    t4 = AT(fma)(h[l], I2[k*S + l], t4);
                }
                h_next[k] = AT(fma)(t4, t5, h[k]);
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                h[k] = AT(select)(AT(greater)(given->inner_steps, LANES((double)step)), h_next[k], h[k]);
            }
        }
    }
    /* H: its response to the task: w_k = h_k + sum_m H_km u_m */
    {
        for (int k = 0; k < K; ++k) {
            for (int m = 0; m < M; ++m) {
                H[k*M + m] = given->eta_w*I2[k*S + K + m];
            }
        }
    }
    for (int step = 1; AT(any)(AT(greater)(given->inner_steps, LANES((double)step))); ++step) {
        /* H_next: H after one more step */
        {
            const lanes t7 = -given->eta_w;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                for (int m = 0; m < M - 2; m += 3) {
                    const int m_1 = m + 1, m_2 = m + 2;
                    lanes t6 = LANES(0.0);
                    lanes t6_k_1 = LANES(0.0);
                    lanes t6_k_2 = LANES(0.0);
                    lanes t6_m_1 = LANES(0.0);
                    lanes t6_m_1_k_1 = LANES(0.0);
                    lanes t6_m_1_k_2 = LANES(0.0);
                    lanes t6_m_2 = LANES(0.0);
                    lanes t6_m_2_k_1 = LANES(0.0);
                    lanes t6_m_2_k_2 = LANES(0.0);
                    for (int l = 0; l < K; ++l) {
                        const lanes x_0 = AT(held)(H[l*M + m]);
                        const lanes x_1 = AT(held)(I2[k*S + l]);
                        const lanes x_2 = AT(held)(I2[k_1*S + l]);
                        const lanes x_3 = AT(held)(I2[k_2*S + l]);
                        const lanes x_4 = AT(held)(H[l*M + m_1]);
                        const lanes x_5 = AT(held)(H[l*M + m_2]);
                        t6 = AT(fma)(x_0, x_1, t6);
                        t6_k_1 = AT(fma)(x_0, x_2, t6_k_1);
                        t6_k_2 = AT(fma)(x_0, x_3, t6_k_2);
                        t6_m_1 = AT(fma)(x_1, x_4, t6_m_1);
                        t6_m_1_k_1 = AT(fma)(x_2, x_4, t6_m_1_k_1);
                        t6_m_1_k_2 = AT(fma)(x_3, x_4, t6_m_1_k_2);
                        t6_m_2 = AT(fma)(x_1, x_5, t6_m_2);
                        t6_m_2_k_1 = AT(fma)(x_2, x_5, t6_m_2_k_1);
                        t6_m_2_k_2 = AT(fma)(x_3, x_5, t6_m_2_k_2);
                    }
                    H_next[k*M + m] = AT(fma)(t6, t7, AT(fma)(given->eta_w, I2[k*S + K + m], H[k*M + m]));
                    H_next[k_1*M + m] = AT(fma)(t6_k_1, t7, AT(fma)(given->eta_w, I2[k_1*S + K + m], H[k_1*M + m]));
                    H_next[k_2*M + m] = AT(fma)(t6_k_2, t7, AT(fma)(given->eta_w, I2[k_2*S + K + m], H[k_2*M + m]));
                    H_next[k*M + m_1] = AT(fma)(t6_m_1, t7, AT(fma)(given->eta_w, I2[k*S + K + m_1], H[k*M + m_1]));
                    H_next[k_1*M + m_1] = AT(fma)(t6_m_1_k_1, t7, AT(fma)(given->eta_w, I2[k_1*S + K + m_1], H[k_1*M + m_1]));
                    H_next[k_2*M + m_1] = AT(fma)(t6_m_1_k_2, t7, AT(fma)(given->eta_w, I2[k_2*S + K + m_1], H[k_2*M + m_1]));
                    H_next[k*M + m_2] = AT(fma)(t6_m_2, t7, AT(fma)(given->eta_w, I2[k*S + K + m_2], H[k*M + m_2]));
                    H_next[k_1*M + m_2] = AT(fma)(t6_m_2_k_1, t7, AT(fma)(given->eta_w, I2[k_1*S + K + m_2], H[k_1*M + m_2]));
                    H_next[k_2*M + m_2] = AT(fma)(t6_m_2_k_2, t7, AT(fma)(given->eta_w, I2[k_2*S + K + m_2], H[k_2*M + m_2]));
                }
                for (int m = M/3*3; m < M; ++m) {
                    lanes t6 = LANES(0.0);
                    lanes t6_k_1 = LANES(0.0);
                    lanes t6_k_2 = LANES(0.0);
                    for (int l = 0; l < K; ++l) {
                        const lanes x_0 = AT(held)(H[l*M + m]);
                        t6 = AT(fma)(x_0, I2[k*S + l], t6);
                        t6_k_1 = AT(fma)(x_0, I2[k_1*S + l], t6_k_1);
                        t6_k_2 = AT(fma)(x_0, I2[k_2*S + l], t6_k_2);
                    }
                    H_next[k*M + m] = AT(fma)(t6, t7, AT(fma)(given->eta_w, I2[k*S + K + m], H[k*M + m]));
                    H_next[k_1*M + m] = AT(fma)(t6_k_1, t7, AT(fma)(given->eta_w, I2[k_1*S + K + m], H[k_1*M + m]));
                    H_next[k_2*M + m] = AT(fma)(t6_k_2, t7, AT(fma)(given->eta_w, I2[k_2*S + K + m], H[k_2*M + m]));
                }
            }
            for (int k = K/3*3; k < K; ++k) {
                for (int m = 0; m < M - 2; m += 3) {
                    const int m_1 = m + 1, m_2 = m + 2;
                    lanes t6 = LANES(0.0);
                    lanes t6_m_1 = LANES(0.0);
                    lanes t6_m_2 = LANES(0.0);
                    for (int l = 0; l < K; ++l) {
                        const lanes x_0 = AT(held)(I2[k*S + l]);
                        t6 = AT(fma)(x_0, H[l*M + m], t6);
                        t6_m_1 = AT(fma)(x_0, H[l*M + m_1], t6_m_1);
                        t6_m_2 = AT(fma)(x_0, H[l*M + m_2], t6_m_2);
                    }
                    H_next[k*M + m] = AT(fma)(t6, t7, AT(fma)(given->eta_w, I2[k*S + K + m], H[k*M + m]));
                    H_next[k*M + m_1] = AT(fma)(t6_m_1, t7, AT(fma)(given->eta_w, I2[k*S + K + m_1], H[k*M + m_1]));
                    H_next[k*M + m_2] = AT(fma)(t6_m_2, t7, AT(fma)(given->eta_w, I2[k*S + K + m_2], H[k*M + m_2]));
                }
                for (int m = M/3*3; m < M; ++m) {
                    lanes t6 = LANES(0.0);
                    for (int l = 0; l < K; ++l) {
                        t6 = AT(fma)(H[l*M + m], I2[k*S + l], t6);
                    }
                    H_next[k*M + m] = AT(fma)(t6, t7, AT(fma)(given->eta_w, I2[k*S + K + m], H[k*M + m]));
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                for (int m = 0; m < M; ++m) {
                    H[k*M + m] = AT(select)(AT(greater)(given->inner_steps, LANES((double)step)), H_next[k*M + m], H[k*M + m]);
                }
            }
        }
    }
    if (AT(any)(general)) {
        /* mc: <c_i> over the task */
        {
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t8 = LANES(0.0);
                lanes t8_k_1 = LANES(0.0);
                lanes t8_k_2 = LANES(0.0);
                for (int p = 0; p < M; ++p) {
                    const lanes x_0 = AT(held)(mean[p]);
                    t8 = AT(fma)(x_0, H[k*M + p], t8);
                    t8_k_1 = AT(fma)(x_0, H[k_1*M + p], t8_k_1);
                    t8_k_2 = AT(fma)(x_0, H[k_2*M + p], t8_k_2);
                }
                mc[k] = t8 + h[k];
                mc[k_1] = t8_k_1 + h[k_1];
                mc[k_2] = t8_k_2 + h[k_2];
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t8 = LANES(0.0);
                for (int p = 0; p < M; ++p) {
                    t8 = AT(fma)(mean[p], H[k*M + p], t8);
                }
                mc[k] = t8 + h[k];
            }
        }
        {
            for (int n = 0; n < M; ++n) {
                mc[K + n] = -mean[n];
            }
        }
    }
    /* s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M)) */
    {
        for (int q = 0; q < M; ++q) {
            for (int k = 0; k < K; ++k) {
                s0[q*K + k] = H[k*M + q]*cov[q*M + q];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int q = 0; q < M - 2; q += 3) {
                const int q_1 = q + 1, q_2 = q + 2;
                for (int k = 0; k < K - 2; k += 3) {
                    const int k_1 = k + 1, k_2 = k + 2;
                    lanes t9 = LANES(0.0);
                    lanes t9_q_1 = LANES(0.0);
                    lanes t9_q_2 = LANES(0.0);
                    lanes t9_k_1 = LANES(0.0);
                    lanes t9_k_1_q_1 = LANES(0.0);
                    lanes t9_k_1_q_2 = LANES(0.0);
                    lanes t9_k_2 = LANES(0.0);
                    lanes t9_k_2_q_1 = LANES(0.0);
                    lanes t9_k_2_q_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(H[k*M + p]);
                        const lanes x_1 = AT(held)(cov_apart[q*M + p]);
                        const lanes x_2 = AT(held)(cov_apart[q_1*M + p]);
                        const lanes x_3 = AT(held)(cov_apart[q_2*M + p]);
                        const lanes x_4 = AT(held)(H[k_1*M + p]);
                        const lanes x_5 = AT(held)(H[k_2*M + p]);
                        t9 = AT(fma)(x_0, x_1, t9);
                        t9_q_1 = AT(fma)(x_0, x_2, t9_q_1);
                        t9_q_2 = AT(fma)(x_0, x_3, t9_q_2);
                        t9_k_1 = AT(fma)(x_1, x_4, t9_k_1);
                        t9_k_1_q_1 = AT(fma)(x_2, x_4, t9_k_1_q_1);
                        t9_k_1_q_2 = AT(fma)(x_3, x_4, t9_k_1_q_2);
                        t9_k_2 = AT(fma)(x_1, x_5, t9_k_2);
                        t9_k_2_q_1 = AT(fma)(x_2, x_5, t9_k_2_q_1);
                        t9_k_2_q_2 = AT(fma)(x_3, x_5, t9_k_2_q_2);
                    }
                    s0[q*K + k] = s0[q*K + k] + AT(select)(general, t9, LANES(0.0));
                    s0[q_1*K + k] = s0[q_1*K + k] + AT(select)(general, t9_q_1, LANES(0.0));
                    s0[q_2*K + k] = s0[q_2*K + k] + AT(select)(general, t9_q_2, LANES(0.0));
                    s0[q*K + k_1] = s0[q*K + k_1] + AT(select)(general, t9_k_1, LANES(0.0));
                    s0[q_1*K + k_1] = s0[q_1*K + k_1] + AT(select)(general, t9_k_1_q_1, LANES(0.0));
                    s0[q_2*K + k_1] = s0[q_2*K + k_1] + AT(select)(general, t9_k_1_q_2, LANES(0.0));
                    s0[q*K + k_2] = s0[q*K + k_2] + AT(select)(general, t9_k_2, LANES(0.0));
                    s0[q_1*K + k_2] = s0[q_1*K + k_2] + AT(select)(general, t9_k_2_q_1, LANES(0.0));
                    s0[q_2*K + k_2] = s0[q_2*K + k_2] + AT(select)(general, t9_k_2_q_2, LANES(0.0));
                }
                for (int k = K/3*3; k < K; ++k) {
                    lanes t9 = LANES(0.0);
                    lanes t9_q_1 = LANES(0.0);
                    lanes t9_q_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(H[k*M + p]);
                        t9 = AT(fma)(x_0, cov_apart[q*M + p], t9);
                        t9_q_1 = AT(fma)(x_0, cov_apart[q_1*M + p], t9_q_1);
                        t9_q_2 = AT(fma)(x_0, cov_apart[q_2*M + p], t9_q_2);
                    }
                    s0[q*K + k] = s0[q*K + k] + AT(select)(general, t9, LANES(0.0));
                    s0[q_1*K + k] = s0[q_1*K + k] + AT(select)(general, t9_q_1, LANES(0.0));
                    s0[q_2*K + k] = s0[q_2*K + k] + AT(select)(general, t9_q_2, LANES(0.0));
                }
            }
            for (int q = M/3*3; q < M; ++q) {
                for (int k = 0; k < K - 2; k += 3) {
                    const int k_1 = k + 1, k_2 = k + 2;
                    lanes t9 = LANES(0.0);
                    lanes t9_k_1 = LANES(0.0);
                    lanes t9_k_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(cov_apart[q*M + p]);
                        t9 = AT(fma)(x_0, H[k*M + p], t9);
                        t9_k_1 = AT(fma)(x_0, H[k_1*M + p], t9_k_1);
                        t9_k_2 = AT(fma)(x_0, H[k_2*M + p], t9_k_2);
                    }
                    s0[q*K + k] = s0[q*K + k] + AT(select)(general, t9, LANES(0.0));
                    s0[q*K + k_1] = s0[q*K + k_1] + AT(select)(general, t9_k_1, LANES(0.0));
                    s0[q*K + k_2] = s0[q*K + k_2] + AT(select)(general, t9_k_2, LANES(0.0));
                }
                for (int k = K/3*3; k < K; ++k) {
                    lanes t9 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        t9 = AT(fma)(H[k*M + p], cov_apart[q*M + p], t9);
                    }
                    s0[q*K + k] = s0[q*K + k] + AT(select)(general, t9, LANES(0.0));
                }
            }
        }
    }
    /* G: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t10 = LANES(0.0);
                lanes t10_l_1 = LANES(0.0);
                lanes t10_l_2 = LANES(0.0);
                for (int q = 0; q < M; ++q) {
                    const lanes x_0 = AT(held)(s0[q*K + k]);
                    t10 = AT(fma)(x_0, H[l*M + q], t10);
                    t10_l_1 = AT(fma)(x_0, H[l_1*M + q], t10_l_1);
                    t10_l_2 = AT(fma)(x_0, H[l_2*M + q], t10_l_2);
                }
                G[k*S + l] = t10;
                G[k*S + l_1] = t10_l_1;
                G[k*S + l_2] = t10_l_2;
            }
            for (int l = k + (K - (k))/3*3; l < K; ++l) {
                lanes t10 = LANES(0.0);
                for (int q = 0; q < M; ++q) {
                    t10 = AT(fma)(H[l*M + q], s0[q*K + k], t10);
                }
                G[k*S + l] = t10;
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    G[k*S + l] = G[k*S + l] + AT(select)(general, mc[k]*mc[l], LANES(0.0));
                }
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                for (int n = 0; n < M - 2; n += 3) {
                    const int n_1 = n + 1, n_2 = n + 2;
                    lanes t11 = LANES(0.0);
                    lanes t11_k_1 = LANES(0.0);
                    lanes t11_k_2 = LANES(0.0);
                    lanes t11_n_1 = LANES(0.0);
                    lanes t11_n_1_k_1 = LANES(0.0);
                    lanes t11_n_1_k_2 = LANES(0.0);
                    lanes t11_n_2 = LANES(0.0);
                    lanes t11_n_2_k_1 = LANES(0.0);
                    lanes t11_n_2_k_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(H[k*M + p]);
                        const lanes x_1 = AT(held)(cov_apart[n*M + p]);
                        const lanes x_2 = AT(held)(H[k_1*M + p]);
                        const lanes x_3 = AT(held)(H[k_2*M + p]);
                        const lanes x_4 = AT(held)(cov_apart[n_1*M + p]);
                        const lanes x_5 = AT(held)(cov_apart[n_2*M + p]);
                        t11 = AT(fma)(x_0, x_1, t11);
                        t11_k_1 = AT(fma)(x_1, x_2, t11_k_1);
                        t11_k_2 = AT(fma)(x_1, x_3, t11_k_2);
                        t11_n_1 = AT(fma)(x_0, x_4, t11_n_1);
                        t11_n_1_k_1 = AT(fma)(x_2, x_4, t11_n_1_k_1);
                        t11_n_1_k_2 = AT(fma)(x_3, x_4, t11_n_1_k_2);
                        t11_n_2 = AT(fma)(x_0, x_5, t11_n_2);
                        t11_n_2_k_1 = AT(fma)(x_2, x_5, t11_n_2_k_1);
                        t11_n_2_k_2 = AT(fma)(x_3, x_5, t11_n_2_k_2);
                    }
                    G[k*S + K + n] = G[k*S + K + n] + AT(select)(general, AT(fma)(mc[k], mc[K + n], -t11), LANES(0.0));
                    G[k_1*S + K + n] = G[k_1*S + K + n] + AT(select)(general, AT(fma)(mc[k_1], mc[K + n], -t11_k_1), LANES(0.0));
                    G[k_2*S + K + n] = G[k_2*S + K + n] + AT(select)(general, AT(fma)(mc[k_2], mc[K + n], -t11_k_2), LANES(0.0));
                    G[k*S + K + n_1] = G[k*S + K + n_1] + AT(select)(general, AT(fma)(mc[k], mc[K + n_1], -t11_n_1), LANES(0.0));
                    G[k_1*S + K + n_1] = G[k_1*S + K + n_1] + AT(select)(general, AT(fma)(mc[k_1], mc[K + n_1], -t11_n_1_k_1), LANES(0.0));
                    G[k_2*S + K + n_1] = G[k_2*S + K + n_1] + AT(select)(general, AT(fma)(mc[k_2], mc[K + n_1], -t11_n_1_k_2), LANES(0.0));
                    G[k*S + K + n_2] = G[k*S + K + n_2] + AT(select)(general, AT(fma)(mc[k], mc[K + n_2], -t11_n_2), LANES(0.0));
                    G[k_1*S + K + n_2] = G[k_1*S + K + n_2] + AT(select)(general, AT(fma)(mc[k_1], mc[K + n_2], -t11_n_2_k_1), LANES(0.0));
                    G[k_2*S + K + n_2] = G[k_2*S + K + n_2] + AT(select)(general, AT(fma)(mc[k_2], mc[K + n_2], -t11_n_2_k_2), LANES(0.0));
                }
                for (int n = M/3*3; n < M; ++n) {
                    lanes t11 = LANES(0.0);
                    lanes t11_k_1 = LANES(0.0);
                    lanes t11_k_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(cov_apart[n*M + p]);
                        t11 = AT(fma)(x_0, H[k*M + p], t11);
                        t11_k_1 = AT(fma)(x_0, H[k_1*M + p], t11_k_1);
                        t11_k_2 = AT(fma)(x_0, H[k_2*M + p], t11_k_2);
                    }
                    G[k*S + K + n] = G[k*S + K + n] + AT(select)(general, AT(fma)(mc[k], mc[K + n], -t11), LANES(0.0));
                    G[k_1*S + K + n] = G[k_1*S + K + n] + AT(select)(general, AT(fma)(mc[k_1], mc[K + n], -t11_k_1), LANES(0.0));
                    G[k_2*S + K + n] = G[k_2*S + K + n] + AT(select)(general, AT(fma)(mc[k_2], mc[K + n], -t11_k_2), LANES(0.0));
                }
            }
            for (int k = K/3*3; k < K; ++k) {
                for (int n = 0; n < M - 2; n += 3) {
                    const int n_1 = n + 1, n_2 = n + 2;
                    lanes t11 = LANES(0.0);
                    lanes t11_n_1 = LANES(0.0);
                    lanes t11_n_2 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        const lanes x_0 = AT(held)(H[k*M + p]);
                        t11 = AT(fma)(x_0, cov_apart[n*M + p], t11);
                        t11_n_1 = AT(fma)(x_0, cov_apart[n_1*M + p], t11_n_1);
                        t11_n_2 = AT(fma)(x_0, cov_apart[n_2*M + p], t11_n_2);
                    }
                    G[k*S + K + n] = G[k*S + K + n] + AT(select)(general, AT(fma)(mc[k], mc[K + n], -t11), LANES(0.0));
                    G[k*S + K + n_1] = G[k*S + K + n_1] + AT(select)(general, AT(fma)(mc[k], mc[K + n_1], -t11_n_1), LANES(0.0));
                    G[k*S + K + n_2] = G[k*S + K + n_2] + AT(select)(general, AT(fma)(mc[k], mc[K + n_2], -t11_n_2), LANES(0.0));
                }
                for (int n = M/3*3; n < M; ++n) {
                    lanes t11 = LANES(0.0);
                    for (int p = 0; p < M; ++p) {
                        t11 = AT(fma)(H[k*M + p], cov_apart[n*M + p], t11);
                    }
                    G[k*S + K + n] = G[k*S + K + n] + AT(select)(general, AT(fma)(mc[k], mc[K + n], -t11), LANES(0.0));
                }
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                G[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int n = 0; n < M; ++n) {
                for (int m = n; m < M; ++m) {
                    G[(K + n)*S + K + m] = G[(K + n)*S + K + m] + AT(select)(general, mc[K + m]*mc[K + n], LANES(0.0));
                }
            }
        }
    }
    /* eps_g: loss on fresh data after the inner loop */
    {
        lanes t12 = LANES(0.0);
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                t12 = AT(fma)(G[i*S + j], I2[i*S + j], t12);
            }
        }
        t12 = t12 + t12;
        for (int i = 0; i < S; ++i) {
            const lanes t13 = G[i*S + i]*I2[i*S + i];
            t12 = t12 + t13;
        }
        *eps_g = 0.5*t12;
    }
}

TARGET static void AT(eps_g)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *eps_g, lanes *work)
{
#ifdef FO_ANIL_VARIED_BATCH_K
    if (K == FO_ANIL_VARIED_BATCH_K && M == FO_ANIL_VARIED_BATCH_M) {
        AT(eps_g_sized)(FO_ANIL_VARIED_BATCH_K, FO_ANIL_VARIED_BATCH_M, given, state, eps_g, work);
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
TARGET static void AT(put_mean)(int K, int M, const fo_anil_varied_params *params, int lane, lanes *mean)
{
    double *out = (double *)(mean) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->mean ? params->mean[n] : 0.0;
    }
}

TARGET static void AT(put_cov)(int K, int M, const fo_anil_varied_params *params, int lane, lanes *cov)
{
    double *out = (double *)(cov) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            out[(n*M + m)*WIDTH] = params->cov ? params->cov[n*M + m] : (n == m ? 1.0 : 0.0);
        }
    }
}

TARGET static void AT(put_kurtosis)(int K, int M, const fo_anil_varied_params *params, int lane, lanes *kurtosis)
{
    double *out = (double *)(kurtosis) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->kurtosis ? params->kurtosis[n] : 0.0;
    }
}

TARGET static void AT(put_spread)(int K, int M, const fo_anil_varied_params *params, int lane, lanes *spread)
{
    double *out = (double *)(spread) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->spread ? params->spread[n] : 0.0;
    }
}

/* The parameters of one trajectory into a lane; AT(conditions) has to follow. */
TARGET static void AT(load)(int K, int M, const fo_anil_varied_params *params, int lane, AT(parameters) *given)
{
    AT(put_one)((double)params->eta_J, lane, &given->eta_J);
    AT(put_one)((double)params->eta_w, lane, &given->eta_w);
    AT(put_one)((double)params->eta_0, lane, &given->eta_0);
    AT(put_one)((double)params->noise, lane, &given->noise);
    AT(put_one)((double)params->decay, lane, &given->decay);
    AT(put_one)((double)params->V, lane, &given->V);
    AT(put_one)(1.0/params->V, lane, &given->over_V);
    AT(put_one)((double)params->inner_steps, lane, &given->inner_steps);
    AT(put)((size_t)M*(size_t)M, params->T, lane, given->T);
    AT(put_mean)(K, M, params, lane, given->mean);
    AT(put_cov)(K, M, params, lane, given->cov);
    AT(put_kurtosis)(K, M, params, lane, given->kurtosis);
    AT(put_spread)(K, M, params, lane, given->spread);
    AT(put_one)(params->kurtosis ? 1.0 : 0.0, lane, &given->has_kurtosis);
    AT(put_one)(fo_anil_varied_batch_general(K, M, params) ? 1.0 : 0.0, lane, &given->is_general);
    (void)K;
}

/* Rates of empty lanes. */
TARGET static void AT(empty_ramps)(AT(ramps) *ramps)
{
    ramps->from_eta_J = ramps->change_eta_J = LANES(0.0);
    ramps->from_eta_w = ramps->change_eta_w = LANES(0.0);
    ramps->from_eta_0 = ramps->change_eta_0 = LANES(0.0);
    ramps->from_noise = ramps->change_noise = LANES(0.0);
    ramps->from_decay = ramps->change_decay = LANES(0.0);
    ramps->none = LANES(0.0);
}

/* The rates of one trajectory, and those that it comes to, into a lane. */
TARGET static void AT(load_ramps)(int K, int M, const fo_anil_varied_params *params, const fo_anil_varied_params *then, int lane, AT(ramps) *ramps, AT(parameters) *given)
{
    AT(put_one)(params->eta_J, lane, &ramps->from_eta_J);
    AT(put_one)(then->eta_J - params->eta_J, lane, &ramps->change_eta_J);
    AT(put_one)(params->eta_w, lane, &ramps->from_eta_w);
    AT(put_one)(then->eta_w - params->eta_w, lane, &ramps->change_eta_w);
    AT(put_one)(params->eta_0, lane, &ramps->from_eta_0);
    AT(put_one)(then->eta_0 - params->eta_0, lane, &ramps->change_eta_0);
    AT(put_one)(params->noise, lane, &ramps->from_noise);
    AT(put_one)(then->noise - params->noise, lane, &ramps->change_noise);
    AT(put_one)(params->decay, lane, &ramps->from_decay);
    AT(put_one)(then->decay - params->decay, lane, &ramps->change_decay);
    AT(put_one)(fo_anil_varied_batch_general(K, M, params) || fo_anil_varied_batch_general(K, M, then) ? 1.0 : 0.0, lane, &given->is_general);
    (void)params;
    (void)then;
    (void)lane;
    (void)ramps;
}

/* Rates at a share of the way. */
TARGET static void AT(ramped)(const AT(ramps) *ramps, lanes share, AT(parameters) *given)
{
    given->eta_J = AT(fma)(share, ramps->change_eta_J, ramps->from_eta_J);
    given->eta_w = AT(fma)(share, ramps->change_eta_w, ramps->from_eta_w);
    given->eta_0 = AT(fma)(share, ramps->change_eta_0, ramps->from_eta_0);
    given->noise = AT(fma)(share, ramps->change_noise, ramps->from_noise);
    given->decay = AT(fma)(share, ramps->change_decay, ramps->from_decay);
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
    const size_t n = (size_t)fo_anil_varied_batch_inputs(K, M);

    for (size_t s = 0; s < n; ++s) {
        work[s] = LANES(0.0);
    }
    given->eta_J = LANES(0.0);
    given->eta_w = LANES(0.0);
    given->eta_0 = LANES(0.0);
    given->noise = LANES(0.0);
    given->decay = LANES(0.0);
    given->V = LANES(INFINITY);
    given->over_V = LANES(0.0);
    given->inner_steps = LANES(0.0);
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
    given->spread = work;
    work += (size_t)M;
    AT(conditions)(given);
    return work;
}

#if FO_ANIL_VARIED_BATCH_LEVEL < 3
TARGET static void AT(all_rhs)(int K, int M, size_t count, const fo_anil_varied_params *params, const double *states, double *results, double *work)
{
    const size_t size = fo_anil_varied_batch_state_size(K, M), out = size;
    AT(parameters) given;
    lanes *y = (lanes *)work, *value = y + size, *arrays = AT(empty)(K, M, &given, value + size);

    for (size_t s = 0; s < size; ++s) {
        y[s] = LANES(0.0);
    }
    for (size_t first = 0; first < count; first += WIDTH) {
        const size_t left = count - first;
        const int used = left < WIDTH ? (int)left : WIDTH;
        for (int lane = 0; lane < used; ++lane) {
            if (fo_anil_varied_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) == FO_ANIL_VARIED_OK) {
                AT(load)(K, M, params + first + lane, lane, &given);
                AT(put)(size, states + (first + (size_t)lane)*size, lane, y);
            }
        }
        AT(conditions)(&given);
        AT(rhs)(K, M, &given, y, value, arrays);
        for (int lane = 0; lane < used; ++lane) {
            double *row = results + (first + (size_t)lane)*out;
            AT(get)(out, value, lane, row);
            if (fo_anil_varied_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) != FO_ANIL_VARIED_OK || !fo_anil_varied_batch_finite(size, states + (first + (size_t)lane)*size)
                || !fo_anil_varied_batch_finite(out, row)) {
                for (size_t s = 0; s < out; ++s) {
                    row[s] = NAN;
                }
            }
        }
    }
}

TARGET static void AT(all_eps_g)(int K, int M, size_t count, const fo_anil_varied_params *params, const double *states, double *results, double *work)
{
    const size_t size = fo_anil_varied_batch_state_size(K, M), out = 1;
    AT(parameters) given;
    lanes *y = (lanes *)work, *value = y + size, *arrays = AT(empty)(K, M, &given, value + size);

    for (size_t s = 0; s < size; ++s) {
        y[s] = LANES(0.0);
    }
    for (size_t first = 0; first < count; first += WIDTH) {
        const size_t left = count - first;
        const int used = left < WIDTH ? (int)left : WIDTH;
        for (int lane = 0; lane < used; ++lane) {
            if (fo_anil_varied_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) == FO_ANIL_VARIED_OK) {
                AT(load)(K, M, params + first + lane, lane, &given);
                AT(put)(size, states + (first + (size_t)lane)*size, lane, y);
            }
        }
        AT(conditions)(&given);
        AT(eps_g)(K, M, &given, y, value, arrays);
        for (int lane = 0; lane < used; ++lane) {
            double *row = results + (first + (size_t)lane)*out;
            AT(get)(out, value, lane, row);
            if (fo_anil_varied_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) != FO_ANIL_VARIED_OK || !fo_anil_varied_batch_finite(size, states + (first + (size_t)lane)*size)
                || !fo_anil_varied_batch_finite(out, row)) {
                for (size_t s = 0; s < out; ++s) {
                    row[s] = NAN;
                }
            }
        }
    }
}
#endif

/* -- Dormand-Prince 5(4) with steps of each lane's own, after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I - */

#if FO_ANIL_VARIED_BATCH_LEVEL == FO_ANIL_VARIED_BATCH_FIRST
enum { FO_ANIL_VARIED_BATCH_VECTORS = 15 }; /* y, new y, 7 stages, 4 of dense output, a row, what is kept */
#endif

/* What one call integrates at a time. */
typedef struct {
    int K, M;
    size_t size, count;
    const fo_anil_varied_params *params;
    const double *states;
    const fo_anil_varied_batch_request *request;
    const fo_anil_varied_batch_results *results;
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
    if (which == FO_ANIL_VARIED_BATCH_EPS_G) {
        AT(eps_g)(f->K, f->M, &f->given, state, value, f->arrays);
    }
}

/* Whether a diagonal element of Q is negative. */
TARGET static mask AT(negative)(const AT(fleet) *f, const lanes *state)
{
    const lanes *Q = state + (size_t)f->K*(size_t)f->M;
    lanes least = LANES(0.0);

    for (int k = 0; k < f->K; ++k) {
        least = AT(smaller)(Q[fo_anil_varied_batch_packed(f->K, k, k)], least);
    }
    return AT(greater)(LANES(0.0), least);
}

/* Values of the observables asked for at `state`, in lanes where `here` holds, to the place of the next time; what is compared with
 * the level is looked at. */
TARGET static void AT(record)(AT(fleet) *f, mask here, const lanes *state)
{
    const size_t n = f->request->n;
    const int compared = isnan(f->request->level) ? -1 : f->request->observable;

    if (f->results->eps_g || compared == FO_ANIL_VARIED_BATCH_EPS_G) {
        AT(observe)(f, FO_ANIL_VARIED_BATCH_EPS_G, state, f->values);
        if (compared == FO_ANIL_VARIED_BATCH_EPS_G) {
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
            return FO_ANIL_VARIED_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[1] + s, lane));
    }
    if (domain) {
        return FO_ANIL_VARIED_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (3.0/40.0)*AT(at)(f->slope[0] + s, lane) + (9.0/40.0)*AT(at)(f->slope[1] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FO_ANIL_VARIED_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[2] + s, lane));
    }
    if (domain) {
        return FO_ANIL_VARIED_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (44.0/45.0)*AT(at)(f->slope[0] + s, lane) + (-56.0/15.0)*AT(at)(f->slope[1] + s, lane) + (32.0/9.0)*AT(at)(f->slope[2] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FO_ANIL_VARIED_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[3] + s, lane));
    }
    if (domain) {
        return FO_ANIL_VARIED_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (19372.0/6561.0)*AT(at)(f->slope[0] + s, lane) + (-25360.0/2187.0)*AT(at)(f->slope[1] + s, lane) + (64448.0/6561.0)*AT(at)(f->slope[2] + s, lane) + (-212.0/729.0)*AT(at)(f->slope[3] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FO_ANIL_VARIED_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[4] + s, lane));
    }
    if (domain) {
        return FO_ANIL_VARIED_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (9017.0/3168.0)*AT(at)(f->slope[0] + s, lane) + (-355.0/33.0)*AT(at)(f->slope[1] + s, lane) + (46732.0/5247.0)*AT(at)(f->slope[2] + s, lane) + (49.0/176.0)*AT(at)(f->slope[3] + s, lane) + (-5103.0/18656.0)*AT(at)(f->slope[4] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FO_ANIL_VARIED_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[5] + s, lane));
    }
    if (domain) {
        return FO_ANIL_VARIED_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (35.0/384.0)*AT(at)(f->slope[0] + s, lane) + (500.0/1113.0)*AT(at)(f->slope[2] + s, lane) + (125.0/192.0)*AT(at)(f->slope[3] + s, lane) + (-2187.0/6784.0)*AT(at)(f->slope[4] + s, lane) + (11.0/84.0)*AT(at)(f->slope[5] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FO_ANIL_VARIED_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[6] + s, lane));
    }
    if (domain) {
        return FO_ANIL_VARIED_DOMAIN;
    }
    return FO_ANIL_VARIED_NONFINITE;
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
    const fo_anil_varied_batch_results *results = f->results;
    const size_t t = f->trajectory[lane];
    const int whole = !f->again[lane];

    f->empty[lane] = 1;
    if (results->stats) {
        const double tries = AT(at)(&f->tries, lane), accepted = AT(at)(&f->accepted, lane);
        const unsigned long evaluations = status > FO_ANIL_VARIED_STEP_SIZE ? 0 : 1 + 6*(unsigned long)tries;
        fo_anil_varied_stats *stats = results->stats + t;

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
        for (size_t s = 0; status != FO_ANIL_VARIED_OK && s < f->size; ++s) {
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
        const size_t t = fo_anil_varied_batch_next(queue);
        int status;

        f->trajectory[lane] = t;
        AT(begin)(f, lane, 0, 0);
        if (t >= f->count) {
            return 0;
        }
        if (f->results->crossing) {
            f->results->crossing[t] = NAN;
        }
        status = fo_anil_varied_batch_checked(f->K, f->M, f->params + t, f->states + t*f->size);
        if (status == FO_ANIL_VARIED_OK && f->request->then) {
            status = fo_anil_varied_batch_checked(f->K, f->M, f->request->then + t, f->states + t*f->size);
        }
        if (status != FO_ANIL_VARIED_OK) {
            AT(finish)(f, lane, status, 0, f->y);
        } else if (!fo_anil_varied_batch_finite(f->size, f->states + t*f->size)) {
            AT(finish)(f, lane, FO_ANIL_VARIED_NONFINITE, 0, f->y);
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
            int status = FO_ANIL_VARIED_OK;
            ++f->next[lane];
            AT(put_one)(f->request->n > 1 && !f->again[lane] ? f->request->alphas[1] : INFINITY, lane, &f->awaited);
            for (size_t s = 0; s < f->size; ++s) {
                status = isfinite(AT(at)(f->slope[0] + s, lane)) ? status : FO_ANIL_VARIED_DOMAIN;
            }
            if (status == FO_ANIL_VARIED_OK && AT(holds)(negative, lane)) {
                status = FO_ANIL_VARIED_NEGATIVE_NORM;
            }
            if (status != FO_ANIL_VARIED_OK || f->request->n == 1) {
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
                    AT(finish)(f, lane, FO_ANIL_VARIED_OK, next, f->row);
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
                const int ended = AT(holds)(moving, lane) ? FO_ANIL_VARIED_STEP_LIMIT : FO_ANIL_VARIED_STEP_SIZE;

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
                AT(finish)(f, lane, FO_ANIL_VARIED_NEGATIVE_NORM, f->next[lane], f->y);
            } else if (AT(holds)(done, lane)) {
                AT(finish)(f, lane, FO_ANIL_VARIED_OK, f->next[lane], f->y);
            }
        }
    }
}

/* Integrates what the queue holds. */
TARGET static void AT(run)(int K, int M, size_t count, const fo_anil_varied_params *params, const double *states,
                           const fo_anil_varied_batch_request *request, const fo_anil_varied_batch_results *results, size_t *queue, double *work)
{
    const size_t size = fo_anil_varied_batch_state_size(K, M);
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
    f.arrays = AT(empty)(K, M, &f.given, f.values + FO_ANIL_VARIED_BATCH_OBSERVABLES);
    AT(empty_ramps)(&f.ramps);
    f.alpha = f.end = f.h = f.log_before = f.tries = f.accepted = f.awaited = f.looked = f.seen = LANES(0.0);
    f.active = f.watching = f.tracing = f.rejected = f.broken = AT(greater)(LANES(0.0), LANES(0.0));
    for (int lane = 0; lane < WIDTH; ++lane) {
        f.empty[lane] = 1;
        f.failing[lane] = FO_ANIL_VARIED_OK;
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
