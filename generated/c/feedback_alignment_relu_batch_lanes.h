/*
 * feedback_alignment_relu_batch_lanes.h - Feedback alignment: a fixed vector in place of the head in the step of the first layer
 *
 * Emitted by orderode 0.1.0 from the system feedback_alignment_relu, digest 1aa9f3325e52a33c. Do not edit. Licence: MIT-0.
 * Part of feedback_alignment_relu_batch.c, which includes it once per instruction set: no include guard.
 */
/* -- vectors of one instruction set ------------------------------------------------------------------------------------ */

#undef AT
#undef WIDE
#undef LANES
#undef WIDTH
#undef TARGET
#define LANES(x) AT(spread)(x)
#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 2 || FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 4
#define TARGET __attribute__((target("avx512f,avx512dq,avx2,fma")))
#elif FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 1 || FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 3
#define TARGET __attribute__((target("avx2,fma")))
#endif
#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 4
#define AT(f) feedback_alignment_relu_batch_##f##_avx512_single
#define WIDE(f) feedback_alignment_relu_batch_##f##_avx512
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 3
#define AT(f) feedback_alignment_relu_batch_##f##_avx2_single
#define WIDE(f) feedback_alignment_relu_batch_##f##_avx2
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 2
#define AT(f) feedback_alignment_relu_batch_##f##_avx512
#define WIDTH 8
typedef __m512d AT(vector);
typedef __mmask8 AT(mask);
#elif FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 1
#define AT(f) feedback_alignment_relu_batch_##f##_avx2
#define WIDTH 4
typedef __m256d AT(vector);
typedef __m256d AT(mask);
#else
#define AT(f) feedback_alignment_relu_batch_##f##_baseline
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
#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 2
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
#elif FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 1
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
#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL
/* One trajectory with the bits of a lane: what has no operation of its own is taken from a vector. */
TARGET static inline lanes AT(lowest)(WIDE(vector) x)
{
#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 4
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
#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 2
    __asm__("" : "+v"(x));
#elif FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 1
    __asm__("" : "+x"(x));
#endif
    return x;
}

/* sqrt(x), x > 0: quicker than the instruction where many are wanted. */
TARGET static inline lanes AT(quick_root)(lanes x)
{
#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 0
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

/* The factor p of asin(x) = x + x^3 p(x^2), |x| <= FEEDBACK_ALIGNMENT_RELU_BATCH_NARROW. */
TARGET static inline lanes AT(arcsine_factor)(lanes u)
{
    return AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(LANES(0.081323126116977645), u, LANES(-0.13119590854890659)), u, LANES(0.12469228538576427)), u, LANES(-0.057344048056586196)), u, LANES(0.030262886099907103)), u, LANES(0.0026235961611215607)), u, LANES(0.01079035006769722)), u, LANES(0.011421446555339138)), u, LANES(0.013976421888983695)), u, LANES(0.017352063618159528)), u, LANES(0.022372186639372297)), u, LANES(0.030381943794998225)), u, LANES(0.044642857150846253)), u, LANES(0.074999999999961334)), u, LANES(0.16666666666666669));
}

/* asin(x), |x| <= 1, NaN elsewhere: at |x| > FEEDBACK_ALIGNMENT_RELU_BATCH_NARROW from pi/2 - 2 asin(sqrt((1 - |x|)/2)). */
TARGET static inline lanes AT(arcsine)(lanes x)
{
    const lanes size = AT(absolute)(x);
    const mask far = AT(greater)(size, LANES(FEEDBACK_ALIGNMENT_RELU_BATCH_NARROW));
    const lanes rest = AT(larger)(AT(fma)(LANES(-0.5), size, LANES(0.5)), LANES(DBL_MIN));
    const lanes z = AT(select)(far, AT(quick_root)(rest), size);
    const lanes u = AT(select)(far, rest, size*size);
    const lanes small = AT(fma)(z*u, AT(arcsine_factor)(u), z);
    const lanes large = LANES(1.5707963267948966) - (LANES(2.0)*small - LANES(6.123233995736766e-17));
    const mask inside = AT(at_most)(size, LANES(1.0));

    return AT(with_sign)(AT(select)(inside, AT(select)(far, large, small), LANES(NAN)), x);
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
TARGET static inline lanes AT(tolerant_root)(lanes x, lanes y)
{
    const lanes rest = x - y;
    const mask rounding = AT(at_most)(-rest, LANES(1e-9)*x);

    return AT(select)(AT(at_most)(LANES(0.0), rest), AT(root)(rest), AT(select)(rounding, LANES(0.0), LANES(NAN)));
}

/* The angle of the point (x, y) from the first axis, atan2(y, x), by the arcsine of the smaller coordinate; 0 at the origin. */
TARGET static inline lanes AT(angle)(lanes y, lanes x)
{
    const lanes height = AT(absolute)(y), width = AT(absolute)(x);
    const mask steep = AT(greater)(height, width);
    const lanes square = AT(fma)(x, x, y*y);
    const lanes scale = AT(inverse_root)(AT(select)(AT(at_most)(square, LANES(0.0)), LANES(1.0), square));
    const lanes small = AT(arcsine)(AT(select)(steep, width, height)*scale);
    const lanes rest = LANES(1.5707963267948966) - (small - LANES(6.123233995736766e-17));
    const lanes right = AT(select)(steep, rest, small);
    const lanes left = LANES(2.0*1.5707963267948966) - (right - LANES(2.0*6.123233995736766e-17));

    return AT(with_sign)(AT(select)(AT(greater)(LANES(0.0), x), left, right), y);
}

#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL >= 3
/* n numbers to their arcsines, in place: as many at a time as a vector holds. */
TARGET static inline void AT(arcsines)(size_t n, lanes *x)
{
#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == 4
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
        if (AT(any)(AT(greater)(AT(absolute)(y), LANES(FEEDBACK_ALIGNMENT_RELU_BATCH_NARROW)))) {
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
    lanes V;
    lanes over_V;
    mask on_V; /* finite */
    lanes *T;
    lanes *mean;
    lanes *cov;
    lanes *kurtosis;
    lanes *feedback;
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
    const lanes *feedback = given->feedback;
    lanes *dR = dstate;
    lanes *dQ = dstate + (size_t)K*(size_t)M;
    lanes *dw0 = dstate + overlaps;
    const size_t with_V = AT(any)(given->on_V) ? 1 : 0;
    lanes *C = work;
    lanes *r1 = C + (size_t)S*(size_t)S;
    lanes *r2 = r1 + (size_t)S*(size_t)S;
    lanes *r3 = r2 + (size_t)S*(size_t)S;
    lanes *base0 = r3 + (size_t)K;
    lanes *L0 = base0 + (size_t)S;
    lanes *mc0 = L0 + (size_t)S*(size_t)M;
    lanes *A = mc0 + (size_t)S;
    lanes *Ct = A + (size_t)K*(size_t)S;
    lanes *r0 = Ct + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *Ct1_oo = r0 + with_V*(size_t)n_path*(size_t)S;
    lanes *Cm = Ct1_oo + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    lanes *r4 = Cm + with_V*(size_t)K*(size_t)K;
    lanes *r5 = r4 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *r6 = r5 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *I4 = r6 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *J2 = I4 + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    lanes *G0 = J2 + with_V*(size_t)K*(size_t)K;
    lanes *E = G0 + with_V*(size_t)S*(size_t)S;
    mask general = given->on_general;
    size_t place = 0;

    (void)w0;
    (void)place;
    (void)with_V;
    (void)T;
    (void)mean;
    (void)cov;
    (void)kurtosis;
    (void)feedback;
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[k*S + l] = Q[feedback_alignment_relu_batch_packed(K, k, l)];
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
    if (AT(any)(given->on_V)) {
        /* Ct: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        Ct[(t*S + i)*S + j] = C[i*S + j]*LANES(feedback_alignment_relu_batch_path[t]);
                        Ct[(t*S + j)*S + i] = Ct[(t*S + i)*S + j];
                    }
                }
            }
        }
        /* r0: 1/sqrt((1 - path[t])*C[i, i] + Ct[t, i, i]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t1 = 1.0 - LANES(feedback_alignment_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    r0[t*S + i] = AT(inverse_root)(AT(fma)(t1, C[i*S + i], Ct[(t*S + i)*S + i]));
                }
            }
        }
        /* Ct1_oo: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    const lanes t2 = -(r0[t*S + i]*r0[t*S + i]);
                    for (int j = 0; j < S; ++j) {
                        const lanes t3 = t2*Ct[(t*S + i)*S + j];
                        for (int r = j; r < S; ++r) {
                            Ct1_oo[((t*S + i)*S + j)*S + r] = AT(fma)(t3, Ct[(t*S + i)*S + r], Ct[(t*S + j)*S + r]);
                            Ct1_oo[((t*S + i)*S + r)*S + j] = Ct1_oo[((t*S + i)*S + j)*S + r];
                        }
                    }
                }
            }
        }
        /* Cm: <sign(k) sign(l)> minus the rule with nodes */
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t4 = LANES(0.0);
                    lanes t4_l_1 = LANES(0.0);
                    lanes t4_l_2 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        const lanes x_0 = AT(held)(LANES(feedback_alignment_relu_batch_path[t]));
                        const lanes x_1 = AT(held)(LANES(feedback_alignment_relu_batch_path_weight[t]));
                        const lanes x_2 = AT(held)(r0[t*S + k]);
                        t4 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C[l*S + l], Ct1_oo[((t*S + k)*S + l)*S + l])), t4);
                        t4_l_1 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C[l_1*S + l_1], Ct1_oo[((t*S + k)*S + l_1)*S + l_1])), t4_l_1);
                        t4_l_2 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C[l_2*S + l_2], Ct1_oo[((t*S + k)*S + l_2)*S + l_2])), t4_l_2);
                    }
                    Cm[k*K + l] = AT(fma)(-0.63661977236758138*t4, C[k*S + l], 0.63661977236758138*AT(angle)(C[k*S + l], AT(tolerant_root)(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l]))));
                    Cm[k*K + l_1] = AT(fma)(-0.63661977236758138*t4_l_1, C[k*S + l_1], 0.63661977236758138*AT(angle)(C[k*S + l_1], AT(tolerant_root)(C[k*S + k]*C[l_1*S + l_1], (C[k*S + l_1]*C[k*S + l_1]))));
                    Cm[k*K + l_2] = AT(fma)(-0.63661977236758138*t4_l_2, C[k*S + l_2], 0.63661977236758138*AT(angle)(C[k*S + l_2], AT(tolerant_root)(C[k*S + k]*C[l_2*S + l_2], (C[k*S + l_2]*C[k*S + l_2]))));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t4 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        t4 = AT(fma)(LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + k], AT(inverse_root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[l*S + l], Ct1_oo[((t*S + k)*S + l)*S + l])), t4);
                    }
                    Cm[k*K + l] = AT(fma)(-0.63661977236758138*t4, C[k*S + l], 0.63661977236758138*AT(angle)(C[k*S + l], AT(tolerant_root)(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l]))));
                }
            }
        }
    }
    /* r1: sqrt(C[i, i]*C[j, j] - C[i, j]**2) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r1[i*S + j] = AT(tolerant_root)(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j]));
            }
        }
    }
    /* r2: atan2(C[i, j], r1[i, j]) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r2[i*S + j] = AT(angle)(C[i*S + j], r1[i*S + j]);
            }
        }
    }
    /* r3: 1/sqrt(C[k, k]) */
    {
        for (int k = 0; k < K; ++k) {
            r3[k] = AT(inverse_root)(C[k*S + k]);
        }
    }
    if (AT(any)(given->on_V)) {
        /* r4: 1/sqrt((1 - path[t])*C[j, j] + Ct1_oo[t, i, j, j]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t5 = 1.0 - LANES(feedback_alignment_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        r4[(t*S + i)*S + j] = AT(inverse_root)(AT(fma)(t5, C[j*S + j], Ct1_oo[((t*S + i)*S + j)*S + j]));
                    }
                }
            }
        }
        /* r5: sqrt(((1 - path[t])*C[k, k] + Ct[t, k, k])*((1 - path[t])*C[l, l] + Ct[t, l, l]) - Ct[t, k, l]**2) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t6 = 1.0 - LANES(feedback_alignment_relu_batch_path[t]);
                for (int k = 0; k < K; ++k) {
                    const lanes t7 = AT(fma)(t6, C[k*S + k], Ct[(t*S + k)*S + k]);
                    for (int l = 0; l < K; ++l) {
                        r5[(t*K + k)*K + l] = AT(tolerant_root)(t7*(AT(fma)(t6, C[l*S + l], Ct[(t*S + l)*S + l])), (Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]));
                    }
                }
            }
        }
        /* r6: atan2(Ct[t, k, l], r5[t, k, l]) */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        r6[(t*K + k)*K + l] = AT(angle)(Ct[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                    }
                }
            }
        }
        /* I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                const lanes t19 = 0.039788735772973836*(r3[k]*r3[k]);
                for (int l = k; l < K; ++l) {
                    const lanes t9 = 1.5707963267948966*Cm[k*K + l];
                    const lanes t22 = 0.039788735772973836*(r3[l]*r3[l]);
                    for (int i = 0; i < S; ++i) {
                        const lanes t17 = 0.039788735772973836*r2[k*S + i];
                        const lanes t18 = 0.039788735772973836*r2[l*S + i];
                        const lanes t20 = t19*C[k*S + i];
                        const lanes t21 = t19*r1[k*S + i];
                        const lanes t23 = t22*C[l*S + i];
                        const lanes t24 = t22*r1[l*S + i];
                        for (int j = i; j < S - 2; j += 3) {
                            const int j_1 = j + 1, j_2 = j + 2;
                            const lanes t10 = C[i*S + j]*C[k*S + l];
                            const lanes t10_j_1 = C[i*S + j_1]*C[k*S + l];
                            const lanes t10_j_2 = C[i*S + j_2]*C[k*S + l];
                            const lanes t11 = 0.039788735772973836*C[i*S + j];
                            const lanes t11_j_1 = 0.039788735772973836*C[i*S + j_1];
                            const lanes t11_j_2 = 0.039788735772973836*C[i*S + j_2];
                            const lanes t12 = C[i*S + j]*C[k*S + i];
                            const lanes t12_j_1 = C[i*S + j_1]*C[k*S + i];
                            const lanes t12_j_2 = C[i*S + j_2]*C[k*S + i];
                            const lanes t13 = C[i*S + j]*C[l*S + i];
                            const lanes t13_j_1 = C[i*S + j_1]*C[l*S + i];
                            const lanes t13_j_2 = C[i*S + j_2]*C[l*S + i];
                            const lanes t14 = C[i*S + j]*C[k*S + j];
                            const lanes t14_j_1 = C[i*S + j_1]*C[k*S + j_1];
                            const lanes t14_j_2 = C[i*S + j_2]*C[k*S + j_2];
                            const lanes t15 = C[i*S + j]*C[l*S + j];
                            const lanes t15_j_1 = C[i*S + j_1]*C[l*S + j_1];
                            const lanes t15_j_2 = C[i*S + j_2]*C[l*S + j_2];
                            const lanes t16 = 0.025330295910584444*(C[i*S + j]*C[i*S + j]);
                            const lanes t16_j_1 = 0.025330295910584444*(C[i*S + j_1]*C[i*S + j_1]);
                            const lanes t16_j_2 = 0.025330295910584444*(C[i*S + j_2]*C[i*S + j_2]);
                            lanes t8 = LANES(0.0);
                            lanes t8_j_1 = LANES(0.0);
                            lanes t8_j_2 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                const lanes x_0 = AT(held)(C[i*S + i]);
                                const lanes x_1 = AT(held)(C[k*S + i]);
                                const lanes x_2 = AT(held)(C[k*S + k]);
                                const lanes x_3 = AT(held)(C[k*S + l]);
                                const lanes x_4 = AT(held)(C[l*S + i]);
                                const lanes x_5 = AT(held)(C[l*S + l]);
                                const lanes x_6 = AT(held)(Ct1_oo[((t*S + i)*S + k)*S + k]);
                                const lanes x_7 = AT(held)(Ct1_oo[((t*S + i)*S + k)*S + l]);
                                const lanes x_8 = AT(held)(Ct1_oo[((t*S + i)*S + l)*S + l]);
                                const lanes x_9 = AT(held)(Ct1_oo[((t*S + k)*S + i)*S + i]);
                                const lanes x_10 = AT(held)(Ct1_oo[((t*S + k)*S + l)*S + i]);
                                const lanes x_11 = AT(held)(Ct1_oo[((t*S + k)*S + l)*S + l]);
                                const lanes x_12 = AT(held)(Ct1_oo[((t*S + l)*S + i)*S + i]);
                                const lanes x_13 = AT(held)(Ct1_oo[((t*S + l)*S + k)*S + i]);
                                const lanes x_14 = AT(held)(Ct1_oo[((t*S + l)*S + k)*S + k]);
                                const lanes x_15 = AT(held)(Ct[(t*S + k)*S + k]);
                                const lanes x_16 = AT(held)(LANES(feedback_alignment_relu_batch_path[t]));
                                const lanes x_17 = AT(held)(LANES(feedback_alignment_relu_batch_path_last[t]));
                                const lanes x_18 = AT(held)(LANES(feedback_alignment_relu_batch_path_weight[t]));
                                const lanes x_19 = AT(held)(r0[t*S + i]);
                                const lanes x_20 = AT(held)(r0[t*S + k]);
                                const lanes x_21 = AT(held)(r0[t*S + l]);
                                const lanes x_22 = AT(held)(r4[(t*S + k)*S + i]);
                                const lanes x_23 = AT(held)(r4[(t*S + k)*S + l]);
                                const lanes x_24 = AT(held)(r4[(t*S + l)*S + i]);
                                const lanes x_25 = AT(held)(r4[(t*S + l)*S + k]);
                                const lanes x_26 = AT(held)(r6[(t*K + k)*K + l]);
                                t8 = t8 + AT(fma)(t16*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo[((t*S + i)*S + l)*S + j], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo[((t*S + i)*S + l)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo[((t*S + i)*S + l)*S + j], x_7))*(AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo[((t*S + i)*S + l)*S + j], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C[j*S + j], AT(fma)(-(x_23*x_23), (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]), Ct1_oo[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C[l*S + j]*r4[(t*S + l)*S + j], Ct1_oo[((t*S + l)*S + i)*S + j], AT(fma)(t15*(1.0 - x_16), r4[(t*S + l)*S + j], x_4*AT(root)(AT(fma)(1.0 - x_16, C[j*S + j], Ct1_oo[((t*S + l)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo[((t*S + l)*S + k)*S + j], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo[((t*S + l)*S + k)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo[((t*S + l)*S + k)*S + j], x_13))*(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo[((t*S + l)*S + k)*S + j], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo[((t*S + l)*S + i)*S + j], AT(fma)(t13*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C[l*S + j]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j], Ct1_oo[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C[j*S + j], AT(fma)(-(x_24*x_24), (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]), Ct1_oo[((t*S + l)*S + j)*S + j]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j], Ct1_oo[((t*S + l)*S + k)*S + j]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j], Ct1_oo[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C[k*S + j]*r4[(t*S + k)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j], AT(fma)(t14*(1.0 - x_16), r4[(t*S + k)*S + j], x_1*AT(root)(AT(fma)(1.0 - x_16, C[j*S + j], Ct1_oo[((t*S + k)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo[((t*S + k)*S + l)*S + j], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo[((t*S + k)*S + l)*S + j], x_10))*(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo[((t*S + k)*S + l)*S + j], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo[((t*S + k)*S + i)*S + j], AT(fma)(t12*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C[k*S + j]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j], Ct1_oo[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C[j*S + j], AT(fma)(-(x_22*x_22), (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]), Ct1_oo[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j], Ct1_oo[((t*S + k)*S + l)*S + j]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j], Ct1_oo[((t*S + k)*S + l)*S + j]))))), AT(fma)(t11*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_21*x_25, C[l*S + j], AT(fma)(x_10*x_18*x_20*x_23, C[k*S + j], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo[((t*S + k)*S + l)*S + j], AT(fma)(t10*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C[j*S + j], AT(fma)(-(x_23*x_23), (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]), Ct1_oo[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_21*x_25, C[l*S + j], AT(fma)(x_10*x_18*x_20*x_23, C[k*S + j], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo[((t*S + k)*S + l)*S + j], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t8_j_1 = t8_j_1 + AT(fma)(t16_j_1*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j_1], AT(angle)(AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo[((t*S + i)*S + l)*S + j_1], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), (Ct1_oo[((t*S + i)*S + k)*S + j_1]*Ct1_oo[((t*S + i)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), (Ct1_oo[((t*S + i)*S + l)*S + j_1]*Ct1_oo[((t*S + i)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo[((t*S + i)*S + l)*S + j_1], x_7))*(AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo[((t*S + i)*S + l)*S + j_1], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C[j_1*S + j_1], AT(fma)(-(x_23*x_23), (Ct1_oo[((t*S + k)*S + l)*S + j_1]*Ct1_oo[((t*S + k)*S + l)*S + j_1]), Ct1_oo[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_1], Ct1_oo[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_1], Ct1_oo[((t*S + k)*S + i)*S + j_1])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C[l*S + j_1]*r4[(t*S + l)*S + j_1], Ct1_oo[((t*S + l)*S + i)*S + j_1], AT(fma)(t15_j_1*(1.0 - x_16), r4[(t*S + l)*S + j_1], x_4*AT(root)(AT(fma)(1.0 - x_16, C[j_1*S + j_1], Ct1_oo[((t*S + l)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo[((t*S + l)*S + k)*S + j_1], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), (Ct1_oo[((t*S + l)*S + k)*S + j_1]*Ct1_oo[((t*S + l)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), (Ct1_oo[((t*S + l)*S + i)*S + j_1]*Ct1_oo[((t*S + l)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo[((t*S + l)*S + k)*S + j_1], x_13))*(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo[((t*S + l)*S + k)*S + j_1], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo[((t*S + l)*S + i)*S + j_1], AT(fma)(t13_j_1*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C[l*S + j_1]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j_1], Ct1_oo[((t*S + l)*S + k)*S + j_1]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C[j_1*S + j_1], AT(fma)(-(x_24*x_24), (Ct1_oo[((t*S + l)*S + i)*S + j_1]*Ct1_oo[((t*S + l)*S + i)*S + j_1]), Ct1_oo[((t*S + l)*S + j_1)*S + j_1]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j_1], Ct1_oo[((t*S + l)*S + k)*S + j_1]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j_1], Ct1_oo[((t*S + l)*S + k)*S + j_1]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C[k*S + j_1]*r4[(t*S + k)*S + j_1], Ct1_oo[((t*S + k)*S + i)*S + j_1], AT(fma)(t14_j_1*(1.0 - x_16), r4[(t*S + k)*S + j_1], x_1*AT(root)(AT(fma)(1.0 - x_16, C[j_1*S + j_1], Ct1_oo[((t*S + k)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo[((t*S + k)*S + l)*S + j_1], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), (Ct1_oo[((t*S + k)*S + l)*S + j_1]*Ct1_oo[((t*S + k)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), (Ct1_oo[((t*S + k)*S + i)*S + j_1]*Ct1_oo[((t*S + k)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo[((t*S + k)*S + l)*S + j_1], x_10))*(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo[((t*S + k)*S + l)*S + j_1], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo[((t*S + k)*S + i)*S + j_1], AT(fma)(t12_j_1*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C[k*S + j_1]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j_1], Ct1_oo[((t*S + k)*S + l)*S + j_1]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C[j_1*S + j_1], AT(fma)(-(x_22*x_22), (Ct1_oo[((t*S + k)*S + i)*S + j_1]*Ct1_oo[((t*S + k)*S + i)*S + j_1]), Ct1_oo[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j_1], Ct1_oo[((t*S + k)*S + l)*S + j_1]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j_1], Ct1_oo[((t*S + k)*S + l)*S + j_1]))))), AT(fma)(t11_j_1*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_21*x_25, C[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_23, C[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo[((t*S + k)*S + l)*S + j_1], AT(fma)(t10_j_1*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_1], Ct1_oo[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_1], Ct1_oo[((t*S + k)*S + i)*S + j_1]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C[j_1*S + j_1], AT(fma)(-(x_23*x_23), (Ct1_oo[((t*S + k)*S + l)*S + j_1]*Ct1_oo[((t*S + k)*S + l)*S + j_1]), Ct1_oo[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_1], Ct1_oo[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_1], Ct1_oo[((t*S + k)*S + i)*S + j_1]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_21*x_25, C[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_23, C[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo[((t*S + k)*S + l)*S + j_1], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_1], Ct1_oo[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t8_j_2 = t8_j_2 + AT(fma)(t16_j_2*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j_2], AT(angle)(AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo[((t*S + i)*S + l)*S + j_2], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), (Ct1_oo[((t*S + i)*S + k)*S + j_2]*Ct1_oo[((t*S + i)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), (Ct1_oo[((t*S + i)*S + l)*S + j_2]*Ct1_oo[((t*S + i)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo[((t*S + i)*S + l)*S + j_2], x_7))*(AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo[((t*S + i)*S + l)*S + j_2], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C[j_2*S + j_2], AT(fma)(-(x_23*x_23), (Ct1_oo[((t*S + k)*S + l)*S + j_2]*Ct1_oo[((t*S + k)*S + l)*S + j_2]), Ct1_oo[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_2], Ct1_oo[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_2], Ct1_oo[((t*S + k)*S + i)*S + j_2])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C[l*S + j_2]*r4[(t*S + l)*S + j_2], Ct1_oo[((t*S + l)*S + i)*S + j_2], AT(fma)(t15_j_2*(1.0 - x_16), r4[(t*S + l)*S + j_2], x_4*AT(root)(AT(fma)(1.0 - x_16, C[j_2*S + j_2], Ct1_oo[((t*S + l)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo[((t*S + l)*S + k)*S + j_2], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), (Ct1_oo[((t*S + l)*S + k)*S + j_2]*Ct1_oo[((t*S + l)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), (Ct1_oo[((t*S + l)*S + i)*S + j_2]*Ct1_oo[((t*S + l)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo[((t*S + l)*S + k)*S + j_2], x_13))*(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo[((t*S + l)*S + k)*S + j_2], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo[((t*S + l)*S + i)*S + j_2], AT(fma)(t13_j_2*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C[l*S + j_2]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j_2], Ct1_oo[((t*S + l)*S + k)*S + j_2]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C[j_2*S + j_2], AT(fma)(-(x_24*x_24), (Ct1_oo[((t*S + l)*S + i)*S + j_2]*Ct1_oo[((t*S + l)*S + i)*S + j_2]), Ct1_oo[((t*S + l)*S + j_2)*S + j_2]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j_2], Ct1_oo[((t*S + l)*S + k)*S + j_2]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo[((t*S + l)*S + i)*S + j_2], Ct1_oo[((t*S + l)*S + k)*S + j_2]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C[k*S + j_2]*r4[(t*S + k)*S + j_2], Ct1_oo[((t*S + k)*S + i)*S + j_2], AT(fma)(t14_j_2*(1.0 - x_16), r4[(t*S + k)*S + j_2], x_1*AT(root)(AT(fma)(1.0 - x_16, C[j_2*S + j_2], Ct1_oo[((t*S + k)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo[((t*S + k)*S + l)*S + j_2], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), (Ct1_oo[((t*S + k)*S + l)*S + j_2]*Ct1_oo[((t*S + k)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), (Ct1_oo[((t*S + k)*S + i)*S + j_2]*Ct1_oo[((t*S + k)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo[((t*S + k)*S + l)*S + j_2], x_10))*(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo[((t*S + k)*S + l)*S + j_2], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo[((t*S + k)*S + i)*S + j_2], AT(fma)(t12_j_2*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C[k*S + j_2]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j_2], Ct1_oo[((t*S + k)*S + l)*S + j_2]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C[j_2*S + j_2], AT(fma)(-(x_22*x_22), (Ct1_oo[((t*S + k)*S + i)*S + j_2]*Ct1_oo[((t*S + k)*S + i)*S + j_2]), Ct1_oo[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j_2], Ct1_oo[((t*S + k)*S + l)*S + j_2]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo[((t*S + k)*S + i)*S + j_2], Ct1_oo[((t*S + k)*S + l)*S + j_2]))))), AT(fma)(t11_j_2*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_21*x_25, C[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_23, C[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo[((t*S + k)*S + l)*S + j_2], AT(fma)(t10_j_2*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_2], Ct1_oo[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_2], Ct1_oo[((t*S + k)*S + i)*S + j_2]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C[j_2*S + j_2], AT(fma)(-(x_23*x_23), (Ct1_oo[((t*S + k)*S + l)*S + j_2]*Ct1_oo[((t*S + k)*S + l)*S + j_2]), Ct1_oo[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_2], Ct1_oo[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_2], Ct1_oo[((t*S + k)*S + i)*S + j_2]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_21*x_25, C[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_23, C[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo[((t*S + k)*S + l)*S + j_2], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo[((t*S + k)*S + l)*S + j_2], Ct1_oo[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t9*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                            }
                            I4[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C[i*S + j], AT(fma)(0.039788735772973836*C[i*S + j], r2[l*S + j], AT(fma)(0.039788735772973836*C[i*S + j], r2[k*S + j], AT(fma)(0.039788735772973836*C[i*S + j], r2[i*S + j], AT(fma)(t24, C[l*S + j], AT(fma)(t23, r1[l*S + j], AT(fma)(t21, C[k*S + j], AT(fma)(t20, r1[k*S + j], AT(fma)(t18, C[i*S + j], AT(fma)(t17, C[i*S + j], AT(fma)(LANES(0.039788735772973836), r1[i*S + j], t8)))))))))));
                            I4[((k*K + l)*S + i)*S + j_1] = AT(fma)(LANES(0.0625), C[i*S + j_1], AT(fma)(0.039788735772973836*C[i*S + j_1], r2[l*S + j_1], AT(fma)(0.039788735772973836*C[i*S + j_1], r2[k*S + j_1], AT(fma)(0.039788735772973836*C[i*S + j_1], r2[i*S + j_1], AT(fma)(t24, C[l*S + j_1], AT(fma)(t23, r1[l*S + j_1], AT(fma)(t21, C[k*S + j_1], AT(fma)(t20, r1[k*S + j_1], AT(fma)(t18, C[i*S + j_1], AT(fma)(t17, C[i*S + j_1], AT(fma)(LANES(0.039788735772973836), r1[i*S + j_1], t8_j_1)))))))))));
                            I4[((k*K + l)*S + i)*S + j_2] = AT(fma)(LANES(0.0625), C[i*S + j_2], AT(fma)(0.039788735772973836*C[i*S + j_2], r2[l*S + j_2], AT(fma)(0.039788735772973836*C[i*S + j_2], r2[k*S + j_2], AT(fma)(0.039788735772973836*C[i*S + j_2], r2[i*S + j_2], AT(fma)(t24, C[l*S + j_2], AT(fma)(t23, r1[l*S + j_2], AT(fma)(t21, C[k*S + j_2], AT(fma)(t20, r1[k*S + j_2], AT(fma)(t18, C[i*S + j_2], AT(fma)(t17, C[i*S + j_2], AT(fma)(LANES(0.039788735772973836), r1[i*S + j_2], t8_j_2)))))))))));
                        }
                        for (int j = i + (S - (i))/3*3; j < S; ++j) {
                            const lanes t10 = C[i*S + j]*C[k*S + l];
                            const lanes t11 = 0.039788735772973836*C[i*S + j];
                            const lanes t12 = C[i*S + j]*C[k*S + i];
                            const lanes t13 = C[i*S + j]*C[l*S + i];
                            const lanes t14 = C[i*S + j]*C[k*S + j];
                            const lanes t15 = C[i*S + j]*C[l*S + j];
                            const lanes t16 = 0.025330295910584444*(C[i*S + j]*C[i*S + j]);
                            lanes t8 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                t8 = t8 + AT(fma)(t16*(1.0 - LANES(feedback_alignment_relu_batch_path[t]))*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + i]*r4[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo[((t*S + i)*S + l)*S + j], Ct1_oo[((t*S + i)*S + k)*S + l]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + k)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[k*S + k], Ct1_oo[((t*S + i)*S + k)*S + k])))*(AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo[((t*S + i)*S + l)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[l*S + l], Ct1_oo[((t*S + i)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo[((t*S + i)*S + l)*S + j], Ct1_oo[((t*S + i)*S + k)*S + l]))*(AT(fma)(-Ct1_oo[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo[((t*S + i)*S + l)*S + j], Ct1_oo[((t*S + i)*S + k)*S + l]))))), AT(fma)(0.025330295910584444*(AT(fma)(C[l*S + j]*r4[(t*S + l)*S + j], Ct1_oo[((t*S + l)*S + i)*S + j], AT(fma)(t15*(1.0 - LANES(feedback_alignment_relu_batch_path[t])), r4[(t*S + l)*S + j], AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[j*S + j], Ct1_oo[((t*S + l)*S + j)*S + j]))*C[l*S + i])))*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + l], AT(angle)(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo[((t*S + l)*S + k)*S + j], Ct1_oo[((t*S + l)*S + k)*S + i]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[i*S + i], Ct1_oo[((t*S + l)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo[((t*S + l)*S + k)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[k*S + k], Ct1_oo[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo[((t*S + l)*S + k)*S + j], Ct1_oo[((t*S + l)*S + k)*S + i]))*(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo[((t*S + l)*S + k)*S + j], Ct1_oo[((t*S + l)*S + k)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C[k*S + j]*r4[(t*S + k)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j], AT(fma)(t14*(1.0 - LANES(feedback_alignment_relu_batch_path[t])), r4[(t*S + k)*S + j], AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[j*S + j], Ct1_oo[((t*S + k)*S + j)*S + j]))*C[k*S + i])))*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + k], AT(angle)(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + l)*S + i]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[i*S + i], Ct1_oo[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[l*S + l], Ct1_oo[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + l)*S + i]))*(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + l)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C[l*S + i]*r4[(t*S + l)*S + i], Ct1_oo[((t*S + l)*S + i)*S + j], AT(fma)(t13*(1.0 - LANES(feedback_alignment_relu_batch_path[t])), r4[(t*S + l)*S + i], AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[i*S + i], Ct1_oo[((t*S + l)*S + i)*S + i]))*C[l*S + j])))*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + l], AT(angle)(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo[((t*S + l)*S + k)*S + i], Ct1_oo[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[j*S + j], Ct1_oo[((t*S + l)*S + j)*S + j])))*(AT(fma)(-(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), (Ct1_oo[((t*S + l)*S + k)*S + i]*Ct1_oo[((t*S + l)*S + k)*S + i]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[k*S + k], Ct1_oo[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo[((t*S + l)*S + k)*S + i], Ct1_oo[((t*S + l)*S + k)*S + j]))*(AT(fma)(-Ct1_oo[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo[((t*S + l)*S + k)*S + i], Ct1_oo[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(C[k*S + i]*r4[(t*S + k)*S + i], Ct1_oo[((t*S + k)*S + i)*S + j], AT(fma)(t12*(1.0 - LANES(feedback_alignment_relu_batch_path[t])), r4[(t*S + k)*S + i], AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[i*S + i], Ct1_oo[((t*S + k)*S + i)*S + i]))*C[k*S + j])))*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + k], AT(angle)(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo[((t*S + k)*S + l)*S + i], Ct1_oo[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[j*S + j], Ct1_oo[((t*S + k)*S + j)*S + j])))*(AT(fma)(-(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[l*S + l], Ct1_oo[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo[((t*S + k)*S + l)*S + i], Ct1_oo[((t*S + k)*S + l)*S + j]))*(AT(fma)(-Ct1_oo[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo[((t*S + k)*S + l)*S + i], Ct1_oo[((t*S + k)*S + l)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(t9*AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[k*S + k], Ct[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[l*S + l], Ct1_oo[((t*S + k)*S + l)*S + l])), LANES(feedback_alignment_relu_batch_path_last[t]), C[k*S + l]*LANES(feedback_alignment_relu_batch_path_weight[t])))*r0[t*S + k]*r4[(t*S + k)*S + l], AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[i*S + i], Ct1_oo[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[j*S + j], Ct1_oo[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j])))), AT(fma)(t11*LANES(feedback_alignment_relu_batch_path_weight[t]), r6[(t*K + k)*K + l], AT(fma)(0.025330295910584444*(AT(fma)(C[l*S + j]*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo[((t*S + l)*S + k)*S + i], AT(fma)(C[l*S + i]*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo[((t*S + l)*S + k)*S + j], AT(fma)(C[k*S + j]*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo[((t*S + k)*S + l)*S + i], AT(fma)(C[k*S + i]*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo[((t*S + k)*S + l)*S + j], AT(fma)(t10*(1.0 - LANES(feedback_alignment_relu_batch_path[t]))*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + k], r4[(t*S + k)*S + l], (AT(fma)(t9*AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[k*S + k], Ct[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[l*S + l], Ct1_oo[((t*S + k)*S + l)*S + l])), LANES(feedback_alignment_relu_batch_path_last[t]), C[k*S + l]*LANES(feedback_alignment_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))*r0[t*S + k]*r4[(t*S + k)*S + l])))))), AT(angle)(AT(fma)(-Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[i*S + i], Ct1_oo[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[j*S + j], Ct1_oo[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(C[l*S + j]*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo[((t*S + l)*S + k)*S + i], AT(fma)(C[l*S + i]*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo[((t*S + l)*S + k)*S + j], AT(fma)(C[k*S + j]*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo[((t*S + k)*S + l)*S + i], AT(fma)(C[k*S + i]*LANES(feedback_alignment_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo[((t*S + k)*S + l)*S + j], (AT(fma)(t9*AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[k*S + k], Ct[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(feedback_alignment_relu_batch_path[t]), C[l*S + l], Ct1_oo[((t*S + k)*S + l)*S + l])), LANES(feedback_alignment_relu_batch_path_last[t]), C[k*S + l]*LANES(feedback_alignment_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo[((t*S + k)*S + l)*S + j], Ct1_oo[((t*S + k)*S + i)*S + j]))*r0[t*S + k]*r4[(t*S + k)*S + l])))))))))))));
                            }
                            I4[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C[i*S + j], AT(fma)(0.039788735772973836*C[i*S + j], r2[l*S + j], AT(fma)(0.039788735772973836*C[i*S + j], r2[k*S + j], AT(fma)(0.039788735772973836*C[i*S + j], r2[i*S + j], AT(fma)(t24, C[l*S + j], AT(fma)(t23, r1[l*S + j], AT(fma)(t21, C[k*S + j], AT(fma)(t20, r1[k*S + j], AT(fma)(t18, C[i*S + j], AT(fma)(t17, C[i*S + j], AT(fma)(LANES(0.039788735772973836), r1[i*S + j], t8)))))))))));
                        }
                    }
                }
            }
        }
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    for (int i = 0; i < S; ++i) {
                        for (int j = i; j < S; ++j) {
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
                    J2[k*K + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C[k*S + l], AT(tolerant_root)(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l]))), LANES(0.25));
                }
            }
        }
    }
    /* base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
    {
        for (int k = 0; k < K; ++k) {
            base0[k] = w0[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            base0[K + n] = LANES(0.0);
        }
    }
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
    /* mc0: <c_i> over the task */
    {
        for (int i = 0; i < S - 2; i += 3) {
            const int i_1 = i + 1, i_2 = i + 2;
            lanes t25 = LANES(0.0);
            lanes t25_i_1 = LANES(0.0);
            lanes t25_i_2 = LANES(0.0);
            for (int m = 0; m < M; ++m) {
                const lanes x_0 = AT(held)(mean[m]);
                t25 = AT(fma)(x_0, L0[i*M + m], t25);
                t25_i_1 = AT(fma)(x_0, L0[i_1*M + m], t25_i_1);
                t25_i_2 = AT(fma)(x_0, L0[i_2*M + m], t25_i_2);
            }
            mc0[i] = t25 + base0[i];
            mc0[i_1] = t25_i_1 + base0[i_1];
            mc0[i_2] = t25_i_2 + base0[i_2];
        }
        for (int i = S/3*3; i < S; ++i) {
            lanes t25 = LANES(0.0);
            for (int m = 0; m < M; ++m) {
                t25 = AT(fma)(mean[m], L0[i*M + m], t25);
            }
            mc0[i] = t25 + base0[i];
        }
    }
    if (AT(any)(given->on_V)) {
        /* G0: <c_i c_j> over the task */
        {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S; ++j) {
                    G0[i*S + j] = mc0[i]*mc0[j];
                }
            }
        }
    }
    if (AT(any)(AT(both)(given->on_V, general))) {
        {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S - 2; j += 3) {
                    const int j_1 = j + 1, j_2 = j + 2;
                    lanes t26 = LANES(0.0);
                    lanes t26_j_1 = LANES(0.0);
                    lanes t26_j_2 = LANES(0.0);
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            const lanes x_0 = AT(held)(L0[i*M + m]);
                            const lanes x_1 = AT(held)(cov[m*M + p]);
                            t26 = AT(fma)(x_0*x_1, L0[j*M + p], t26);
                            t26_j_1 = AT(fma)(x_0*x_1, L0[j_1*M + p], t26_j_1);
                            t26_j_2 = AT(fma)(x_0*x_1, L0[j_2*M + p], t26_j_2);
                        }
                    }
                    G0[i*S + j] = G0[i*S + j] + AT(select)(general, t26, LANES(0.0));
                    G0[i*S + j_1] = G0[i*S + j_1] + AT(select)(general, t26_j_1, LANES(0.0));
                    G0[i*S + j_2] = G0[i*S + j_2] + AT(select)(general, t26_j_2, LANES(0.0));
                }
                for (int j = i + (S - (i))/3*3; j < S; ++j) {
                    lanes t26 = LANES(0.0);
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            t26 = AT(fma)(L0[i*M + m]*L0[j*M + p], cov[m*M + p], t26);
                        }
                    }
                    G0[i*S + j] = G0[i*S + j] + AT(select)(general, t26, LANES(0.0));
                }
            }
        }
    }
    /* A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    {
        const lanes t30 = -given->eta_J;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            const lanes t28 = 0.15915494309189535*(r3[k]*r3[k]);
            const lanes t28_k_1 = 0.15915494309189535*(r3[k_1]*r3[k_1]);
            const lanes t28_k_2 = 0.15915494309189535*(r3[k_2]*r3[k_2]);
            const lanes t31 = t30*feedback[k];
            const lanes t31_k_1 = t30*feedback[k_1];
            const lanes t31_k_2 = t30*feedback[k_2];
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                const lanes t29 = t28*C[k*S + i];
                const lanes t29_k_1 = t28_k_1*C[k_1*S + i];
                const lanes t29_k_2 = t28_k_2*C[k_2*S + i];
                const lanes t29_i_1 = t28*C[k*S + i_1];
                const lanes t29_i_1_k_1 = t28_k_1*C[k_1*S + i_1];
                const lanes t29_i_1_k_2 = t28_k_2*C[k_2*S + i_1];
                const lanes t29_i_2 = t28*C[k*S + i_2];
                const lanes t29_i_2_k_1 = t28_k_1*C[k_1*S + i_2];
                const lanes t29_i_2_k_2 = t28_k_2*C[k_2*S + i_2];
                lanes t27 = LANES(0.0);
                lanes t27_k_1 = LANES(0.0);
                lanes t27_k_2 = LANES(0.0);
                lanes t27_i_1 = LANES(0.0);
                lanes t27_i_1_k_1 = LANES(0.0);
                lanes t27_i_1_k_2 = LANES(0.0);
                lanes t27_i_2 = LANES(0.0);
                lanes t27_i_2_k_1 = LANES(0.0);
                lanes t27_i_2_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(C[i*S + j]);
                    const lanes x_1 = AT(held)(mc0[j]);
                    const lanes x_2 = AT(held)(r1[k*S + j]);
                    const lanes x_3 = AT(held)(r2[k*S + j]);
                    const lanes x_4 = AT(held)(r1[k_1*S + j]);
                    const lanes x_5 = AT(held)(r2[k_1*S + j]);
                    const lanes x_6 = AT(held)(r1[k_2*S + j]);
                    const lanes x_7 = AT(held)(r2[k_2*S + j]);
                    const lanes x_8 = AT(held)(C[i_1*S + j]);
                    const lanes x_9 = AT(held)(C[i_2*S + j]);
                    t27 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, x_3, AT(fma)(t29, x_2, 0.25*x_0)), t27);
                    t27_k_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, x_5, AT(fma)(t29_k_1, x_4, 0.25*x_0)), t27_k_1);
                    t27_k_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, x_7, AT(fma)(t29_k_2, x_6, 0.25*x_0)), t27_k_2);
                    t27_i_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_3, x_8, AT(fma)(t29_i_1, x_2, 0.25*x_8)), t27_i_1);
                    t27_i_1_k_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_5, x_8, AT(fma)(t29_i_1_k_1, x_4, 0.25*x_8)), t27_i_1_k_1);
                    t27_i_1_k_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_7, x_8, AT(fma)(t29_i_1_k_2, x_6, 0.25*x_8)), t27_i_1_k_2);
                    t27_i_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_3, x_9, AT(fma)(t29_i_2, x_2, 0.25*x_9)), t27_i_2);
                    t27_i_2_k_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_5, x_9, AT(fma)(t29_i_2_k_1, x_4, 0.25*x_9)), t27_i_2_k_1);
                    t27_i_2_k_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_7, x_9, AT(fma)(t29_i_2_k_2, x_6, 0.25*x_9)), t27_i_2_k_2);
                }
                A[k*S + i] = t27*t31;
                A[k_1*S + i] = t27_k_1*t31_k_1;
                A[k_2*S + i] = t27_k_2*t31_k_2;
                A[k*S + i_1] = t27_i_1*t31;
                A[k_1*S + i_1] = t27_i_1_k_1*t31_k_1;
                A[k_2*S + i_1] = t27_i_1_k_2*t31_k_2;
                A[k*S + i_2] = t27_i_2*t31;
                A[k_1*S + i_2] = t27_i_2_k_1*t31_k_1;
                A[k_2*S + i_2] = t27_i_2_k_2*t31_k_2;
            }
            for (int i = S/3*3; i < S; ++i) {
                const lanes t29 = t28*C[k*S + i];
                const lanes t29_k_1 = t28_k_1*C[k_1*S + i];
                const lanes t29_k_2 = t28_k_2*C[k_2*S + i];
                lanes t27 = LANES(0.0);
                lanes t27_k_1 = LANES(0.0);
                lanes t27_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(C[i*S + j]);
                    const lanes x_1 = AT(held)(mc0[j]);
                    t27 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, r2[k*S + j], AT(fma)(t29, r1[k*S + j], 0.25*x_0)), t27);
                    t27_k_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, r2[k_1*S + j], AT(fma)(t29_k_1, r1[k_1*S + j], 0.25*x_0)), t27_k_1);
                    t27_k_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, r2[k_2*S + j], AT(fma)(t29_k_2, r1[k_2*S + j], 0.25*x_0)), t27_k_2);
                }
                A[k*S + i] = t27*t31;
                A[k_1*S + i] = t27_k_1*t31_k_1;
                A[k_2*S + i] = t27_k_2*t31_k_2;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            const lanes t28 = 0.15915494309189535*(r3[k]*r3[k]);
            const lanes t31 = t30*feedback[k];
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                const lanes t29 = t28*C[k*S + i];
                const lanes t29_i_1 = t28*C[k*S + i_1];
                const lanes t29_i_2 = t28*C[k*S + i_2];
                lanes t27 = LANES(0.0);
                lanes t27_i_1 = LANES(0.0);
                lanes t27_i_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(mc0[j]);
                    const lanes x_1 = AT(held)(r1[k*S + j]);
                    const lanes x_2 = AT(held)(r2[k*S + j]);
                    t27 = AT(fma)(x_0, AT(fma)(LANES(0.25), C[i*S + j], AT(fma)(0.15915494309189535*x_2, C[i*S + j], t29*x_1)), t27);
                    t27_i_1 = AT(fma)(x_0, AT(fma)(LANES(0.25), C[i_1*S + j], AT(fma)(0.15915494309189535*x_2, C[i_1*S + j], t29_i_1*x_1)), t27_i_1);
                    t27_i_2 = AT(fma)(x_0, AT(fma)(LANES(0.25), C[i_2*S + j], AT(fma)(0.15915494309189535*x_2, C[i_2*S + j], t29_i_2*x_1)), t27_i_2);
                }
                A[k*S + i] = t27*t31;
                A[k*S + i_1] = t27_i_1*t31;
                A[k*S + i_2] = t27_i_2*t31;
            }
            for (int i = S/3*3; i < S; ++i) {
                const lanes t29 = t28*C[k*S + i];
                lanes t27 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t27 = AT(fma)(AT(fma)(LANES(0.25), C[i*S + j], AT(fma)(0.15915494309189535*C[i*S + j], r2[k*S + j], t29*r1[k*S + j])), mc0[j], t27);
                }
                A[k*S + i] = t27*t31;
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t34 = (given->eta_J*given->eta_J)*(given->noise*given->noise)*given->over_V;
            const lanes t36 = (given->eta_J*given->eta_J)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t35 = t34*feedback[k];
                const lanes t37 = t36*feedback[k];
                for (int l = k; l < K; ++l) {
                    lanes t32 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = i + 1; j < S; ++j) {
                            t32 = AT(fma)(G0[i*S + j], I4[((k*K + l)*S + i)*S + j], t32);
                        }
                    }
                    t32 = t32 + t32;
                    for (int i = 0; i < S; ++i) {
                        const lanes t33 = G0[i*S + i]*I4[((k*K + l)*S + i)*S + i];
                        t32 = t32 + t33;
                    }
                    E[k*K + l] = AT(fma)(t35*feedback[l], J2[k*K + l], t32*t37*feedback[l]);
                }
            }
        }
    }
    /* dR: dR/dalpha */
    {
        const lanes t38 = -given->decay*given->eta_J;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR[k*M + n] = AT(fma)(t38, R[k*M + n], A[k*S + K + n]);
            }
        }
    }
    /* dQ: dQ/dalpha */
    {
        const lanes t39 = -2.0*given->decay*given->eta_J;
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[feedback_alignment_relu_batch_packed(K, k, l)] = AT(fma)(t39, Q[feedback_alignment_relu_batch_packed(K, k, l)], A[k*S + l] + A[l*S + k]);
            }
        }
    }
    if (AT(any)(given->on_V)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ[feedback_alignment_relu_batch_packed(K, k, l)] = dQ[feedback_alignment_relu_batch_packed(K, k, l)] + AT(select)(given->on_V, E[k*K + l], LANES(0.0));
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
            const lanes t41 = -given->eta_0;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                lanes t40 = LANES(0.0);
                lanes t40_k_1 = LANES(0.0);
                lanes t40_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(C[i*S + i]);
                    const lanes x_1 = AT(held)(mc0[i]);
                    t40 = AT(fma)(x_1, AT(fma)(LANES(0.25), C[k*S + i], AT(fma)(0.15915494309189535*C[k*S + i], AT(angle)(C[k*S + i], AT(tolerant_root)(x_0*C[k*S + k], (C[k*S + i]*C[k*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C[k*S + k], (C[k*S + i]*C[k*S + i])))), t40);
                    t40_k_1 = AT(fma)(x_1, AT(fma)(LANES(0.25), C[k_1*S + i], AT(fma)(0.15915494309189535*C[k_1*S + i], AT(angle)(C[k_1*S + i], AT(tolerant_root)(x_0*C[k_1*S + k_1], (C[k_1*S + i]*C[k_1*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C[k_1*S + k_1], (C[k_1*S + i]*C[k_1*S + i])))), t40_k_1);
                    t40_k_2 = AT(fma)(x_1, AT(fma)(LANES(0.25), C[k_2*S + i], AT(fma)(0.15915494309189535*C[k_2*S + i], AT(angle)(C[k_2*S + i], AT(tolerant_root)(x_0*C[k_2*S + k_2], (C[k_2*S + i]*C[k_2*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C[k_2*S + k_2], (C[k_2*S + i]*C[k_2*S + i])))), t40_k_2);
                }
                dw0[k] = dw0[k] + AT(select)(general, t40*t41, LANES(0.0));
                dw0[k_1] = dw0[k_1] + AT(select)(general, t40_k_1*t41, LANES(0.0));
                dw0[k_2] = dw0[k_2] + AT(select)(general, t40_k_2*t41, LANES(0.0));
            }
            for (int k = K/3*3; k < K; ++k) {
                lanes t40 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t40 = AT(fma)(AT(fma)(LANES(0.25), C[k*S + i], AT(fma)(0.15915494309189535*C[k*S + i], AT(angle)(C[k*S + i], AT(tolerant_root)(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i]))), 0.15915494309189535*AT(tolerant_root)(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i])))), mc0[i], t40);
                }
                dw0[k] = dw0[k] + AT(select)(general, t40*t41, LANES(0.0));
            }
        }
    }
}

TARGET static void AT(rhs)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *dstate, lanes *work)
{
#ifdef FEEDBACK_ALIGNMENT_RELU_BATCH_K
    if (K == FEEDBACK_ALIGNMENT_RELU_BATCH_K && M == FEEDBACK_ALIGNMENT_RELU_BATCH_M) {
        AT(rhs_sized)(FEEDBACK_ALIGNMENT_RELU_BATCH_K, FEEDBACK_ALIGNMENT_RELU_BATCH_M, given, state, dstate, work);
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
    const lanes *feedback = given->feedback;
    lanes *C = work;
    lanes *base0 = C + (size_t)S*(size_t)S;
    lanes *L0 = base0 + (size_t)S;
    lanes *mc0 = L0 + (size_t)S*(size_t)M;
    lanes *G0 = mc0 + (size_t)S;
    mask general = given->on_general;
    size_t place = 0;

    (void)w0;
    (void)place;
    (void)T;
    (void)mean;
    (void)cov;
    (void)kurtosis;
    (void)feedback;
    /* C: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C[k*S + l] = Q[feedback_alignment_relu_batch_packed(K, k, l)];
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
    /* base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m */
    {
        for (int k = 0; k < K; ++k) {
            base0[k] = w0[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            base0[K + n] = LANES(0.0);
        }
    }
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
    /* mc0: <c_i> over the task */
    {
        for (int i = 0; i < S - 2; i += 3) {
            const int i_1 = i + 1, i_2 = i + 2;
            lanes t1 = LANES(0.0);
            lanes t1_i_1 = LANES(0.0);
            lanes t1_i_2 = LANES(0.0);
            for (int m = 0; m < M; ++m) {
                const lanes x_0 = AT(held)(mean[m]);
                t1 = AT(fma)(x_0, L0[i*M + m], t1);
                t1_i_1 = AT(fma)(x_0, L0[i_1*M + m], t1_i_1);
                t1_i_2 = AT(fma)(x_0, L0[i_2*M + m], t1_i_2);
            }
            mc0[i] = t1 + base0[i];
            mc0[i_1] = t1_i_1 + base0[i_1];
            mc0[i_2] = t1_i_2 + base0[i_2];
        }
        for (int i = S/3*3; i < S; ++i) {
            lanes t1 = LANES(0.0);
            for (int m = 0; m < M; ++m) {
                t1 = AT(fma)(mean[m], L0[i*M + m], t1);
            }
            mc0[i] = t1 + base0[i];
        }
    }
    /* G0: <c_i c_j> over the task */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G0[i*S + j] = mc0[i]*mc0[j];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int i = 0; i < S; ++i) {
                for (int j = i; j < S - 2; j += 3) {
                    const int j_1 = j + 1, j_2 = j + 2;
                    lanes t2 = LANES(0.0);
                    lanes t2_j_1 = LANES(0.0);
                    lanes t2_j_2 = LANES(0.0);
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            const lanes x_0 = AT(held)(L0[i*M + m]);
                            const lanes x_1 = AT(held)(cov[m*M + p]);
                            t2 = AT(fma)(x_0*x_1, L0[j*M + p], t2);
                            t2_j_1 = AT(fma)(x_0*x_1, L0[j_1*M + p], t2_j_1);
                            t2_j_2 = AT(fma)(x_0*x_1, L0[j_2*M + p], t2_j_2);
                        }
                    }
                    G0[i*S + j] = G0[i*S + j] + AT(select)(general, t2, LANES(0.0));
                    G0[i*S + j_1] = G0[i*S + j_1] + AT(select)(general, t2_j_1, LANES(0.0));
                    G0[i*S + j_2] = G0[i*S + j_2] + AT(select)(general, t2_j_2, LANES(0.0));
                }
                for (int j = i + (S - (i))/3*3; j < S; ++j) {
                    lanes t2 = LANES(0.0);
                    for (int m = 0; m < M; ++m) {
                        for (int p = 0; p < M; ++p) {
                            t2 = AT(fma)(L0[i*M + m]*L0[j*M + p], cov[m*M + p], t2);
                        }
                    }
                    G0[i*S + j] = G0[i*S + j] + AT(select)(general, t2, LANES(0.0));
                }
            }
        }
    }
    /* eps_g: loss on fresh data */
    {
        lanes t3 = LANES(0.0);
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                t3 = AT(fma)(AT(fma)(LANES(0.25), C[i*S + j], AT(fma)(0.15915494309189535*C[i*S + j], AT(angle)(C[i*S + j], AT(tolerant_root)(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j]))), 0.15915494309189535*AT(tolerant_root)(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])))), G0[i*S + j], t3);
            }
        }
        t3 = t3 + t3;
        for (int i = 0; i < S; ++i) {
            const lanes t4 = (AT(fma)(LANES(0.25), C[i*S + i], AT(fma)(0.15915494309189535*C[i*S + i], AT(angle)(C[i*S + i], AT(tolerant_root)((C[i*S + i]*C[i*S + i]), (C[i*S + i]*C[i*S + i]))), 0.15915494309189535*AT(tolerant_root)((C[i*S + i]*C[i*S + i]), (C[i*S + i]*C[i*S + i])))))*G0[i*S + i];
            t3 = t3 + t4;
        }
        *eps_g = 0.5*t3;
    }
}

TARGET static void AT(eps_g)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *eps_g, lanes *work)
{
#ifdef FEEDBACK_ALIGNMENT_RELU_BATCH_K
    if (K == FEEDBACK_ALIGNMENT_RELU_BATCH_K && M == FEEDBACK_ALIGNMENT_RELU_BATCH_M) {
        AT(eps_g_sized)(FEEDBACK_ALIGNMENT_RELU_BATCH_K, FEEDBACK_ALIGNMENT_RELU_BATCH_M, given, state, eps_g, work);
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
TARGET static void AT(put_mean)(int K, int M, const feedback_alignment_relu_params *params, int lane, lanes *mean)
{
    double *out = (double *)(mean) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->mean ? params->mean[n] : 1.0;
    }
}

TARGET static void AT(put_cov)(int K, int M, const feedback_alignment_relu_params *params, int lane, lanes *cov)
{
    double *out = (double *)(cov) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        for (int m = 0; m < M; ++m) {
            out[(n*M + m)*WIDTH] = params->cov ? params->cov[n*M + m] : 0.0;
        }
    }
}

TARGET static void AT(put_kurtosis)(int K, int M, const feedback_alignment_relu_params *params, int lane, lanes *kurtosis)
{
    double *out = (double *)(kurtosis) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->kurtosis ? params->kurtosis[n] : 0.0;
    }
}

TARGET static void AT(put_feedback)(int K, int M, const feedback_alignment_relu_params *params, int lane, lanes *feedback)
{
    double *out = (double *)(feedback) + lane;

    (void)K;
    (void)M;
    for (int n = 0; n < K; ++n) {
        out[n*WIDTH] = params->feedback ? params->feedback[n] : 1.0;
    }
}

/* The parameters of one trajectory into a lane; AT(conditions) has to follow. */
TARGET static void AT(load)(int K, int M, const feedback_alignment_relu_params *params, int lane, AT(parameters) *given)
{
    AT(put_one)((double)params->eta_J, lane, &given->eta_J);
    AT(put_one)((double)params->eta_0, lane, &given->eta_0);
    AT(put_one)((double)params->noise, lane, &given->noise);
    AT(put_one)((double)params->decay, lane, &given->decay);
    AT(put_one)((double)params->V, lane, &given->V);
    AT(put_one)(1.0/params->V, lane, &given->over_V);
    AT(put)((size_t)M*(size_t)M, params->T, lane, given->T);
    AT(put_mean)(K, M, params, lane, given->mean);
    AT(put_cov)(K, M, params, lane, given->cov);
    AT(put_kurtosis)(K, M, params, lane, given->kurtosis);
    AT(put_feedback)(K, M, params, lane, given->feedback);
    AT(put_one)(params->kurtosis ? 1.0 : 0.0, lane, &given->has_kurtosis);
    AT(put_one)(feedback_alignment_relu_batch_general(K, M, params) ? 1.0 : 0.0, lane, &given->is_general);
    (void)K;
}

/* Rates of empty lanes. */
TARGET static void AT(empty_ramps)(AT(ramps) *ramps)
{
    ramps->from_eta_J = ramps->change_eta_J = LANES(0.0);
    ramps->from_eta_0 = ramps->change_eta_0 = LANES(0.0);
    ramps->from_noise = ramps->change_noise = LANES(0.0);
    ramps->from_decay = ramps->change_decay = LANES(0.0);
    ramps->none = LANES(0.0);
}

/* The rates of one trajectory, and those that it comes to, into a lane. */
TARGET static void AT(load_ramps)(int K, int M, const feedback_alignment_relu_params *params, const feedback_alignment_relu_params *then, int lane, AT(ramps) *ramps, AT(parameters) *given)
{
    AT(put_one)(params->eta_J, lane, &ramps->from_eta_J);
    AT(put_one)(then->eta_J - params->eta_J, lane, &ramps->change_eta_J);
    AT(put_one)(params->eta_0, lane, &ramps->from_eta_0);
    AT(put_one)(then->eta_0 - params->eta_0, lane, &ramps->change_eta_0);
    AT(put_one)(params->noise, lane, &ramps->from_noise);
    AT(put_one)(then->noise - params->noise, lane, &ramps->change_noise);
    AT(put_one)(params->decay, lane, &ramps->from_decay);
    AT(put_one)(then->decay - params->decay, lane, &ramps->change_decay);
    AT(put_one)(feedback_alignment_relu_batch_general(K, M, params) || feedback_alignment_relu_batch_general(K, M, then) ? 1.0 : 0.0, lane, &given->is_general);
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
    const size_t n = (size_t)feedback_alignment_relu_batch_inputs(K, M);

    for (size_t s = 0; s < n; ++s) {
        work[s] = LANES(0.0);
    }
    given->eta_J = LANES(0.0);
    given->eta_0 = LANES(0.0);
    given->noise = LANES(0.0);
    given->decay = LANES(0.0);
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
    given->feedback = work;
    work += (size_t)K;
    AT(conditions)(given);
    return work;
}

#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL < 3
TARGET static void AT(all_rhs)(int K, int M, size_t count, const feedback_alignment_relu_params *params, const double *states, double *results, double *work)
{
    const size_t size = feedback_alignment_relu_batch_state_size(K, M), out = size;
    AT(parameters) given;
    lanes *y = (lanes *)work, *value = y + size, *arrays = AT(empty)(K, M, &given, value + size);

    for (size_t s = 0; s < size; ++s) {
        y[s] = LANES(0.0);
    }
    for (size_t first = 0; first < count; first += WIDTH) {
        const size_t left = count - first;
        const int used = left < WIDTH ? (int)left : WIDTH;
        for (int lane = 0; lane < used; ++lane) {
            if (feedback_alignment_relu_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) == FEEDBACK_ALIGNMENT_RELU_OK) {
                AT(load)(K, M, params + first + lane, lane, &given);
                AT(put)(size, states + (first + (size_t)lane)*size, lane, y);
            }
        }
        AT(conditions)(&given);
        AT(rhs)(K, M, &given, y, value, arrays);
        for (int lane = 0; lane < used; ++lane) {
            double *row = results + (first + (size_t)lane)*out;
            AT(get)(out, value, lane, row);
            if (feedback_alignment_relu_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) != FEEDBACK_ALIGNMENT_RELU_OK || !feedback_alignment_relu_batch_finite(size, states + (first + (size_t)lane)*size)
                || !feedback_alignment_relu_batch_finite(out, row)) {
                for (size_t s = 0; s < out; ++s) {
                    row[s] = NAN;
                }
            }
        }
    }
}

TARGET static void AT(all_eps_g)(int K, int M, size_t count, const feedback_alignment_relu_params *params, const double *states, double *results, double *work)
{
    const size_t size = feedback_alignment_relu_batch_state_size(K, M), out = 1;
    AT(parameters) given;
    lanes *y = (lanes *)work, *value = y + size, *arrays = AT(empty)(K, M, &given, value + size);

    for (size_t s = 0; s < size; ++s) {
        y[s] = LANES(0.0);
    }
    for (size_t first = 0; first < count; first += WIDTH) {
        const size_t left = count - first;
        const int used = left < WIDTH ? (int)left : WIDTH;
        for (int lane = 0; lane < used; ++lane) {
            if (feedback_alignment_relu_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) == FEEDBACK_ALIGNMENT_RELU_OK) {
                AT(load)(K, M, params + first + lane, lane, &given);
                AT(put)(size, states + (first + (size_t)lane)*size, lane, y);
            }
        }
        AT(conditions)(&given);
        AT(eps_g)(K, M, &given, y, value, arrays);
        for (int lane = 0; lane < used; ++lane) {
            double *row = results + (first + (size_t)lane)*out;
            AT(get)(out, value, lane, row);
            if (feedback_alignment_relu_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) != FEEDBACK_ALIGNMENT_RELU_OK || !feedback_alignment_relu_batch_finite(size, states + (first + (size_t)lane)*size)
                || !feedback_alignment_relu_batch_finite(out, row)) {
                for (size_t s = 0; s < out; ++s) {
                    row[s] = NAN;
                }
            }
        }
    }
}
#endif

/* -- Dormand-Prince 5(4) with steps of each lane's own, after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I - */

#if FEEDBACK_ALIGNMENT_RELU_BATCH_LEVEL == FEEDBACK_ALIGNMENT_RELU_BATCH_FIRST
enum { FEEDBACK_ALIGNMENT_RELU_BATCH_VECTORS = 15 }; /* y, new y, 7 stages, 4 of dense output, a row, what is kept */
#endif

/* What one call integrates at a time. */
typedef struct {
    int K, M;
    size_t size, count;
    const feedback_alignment_relu_params *params;
    const double *states;
    const feedback_alignment_relu_batch_request *request;
    const feedback_alignment_relu_batch_results *results;
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
    if (which == FEEDBACK_ALIGNMENT_RELU_BATCH_EPS_G) {
        AT(eps_g)(f->K, f->M, &f->given, state, value, f->arrays);
    }
}

/* Whether a diagonal element of Q is negative. */
TARGET static mask AT(negative)(const AT(fleet) *f, const lanes *state)
{
    const lanes *Q = state + (size_t)f->K*(size_t)f->M;
    lanes least = LANES(0.0);

    for (int k = 0; k < f->K; ++k) {
        least = AT(smaller)(Q[feedback_alignment_relu_batch_packed(f->K, k, k)], least);
    }
    return AT(greater)(LANES(0.0), least);
}

/* Values of the observables asked for at `state`, in lanes where `here` holds, to the place of the next time; what is compared with
 * the level is looked at. */
TARGET static void AT(record)(AT(fleet) *f, mask here, const lanes *state)
{
    const size_t n = f->request->n;
    const int compared = isnan(f->request->level) ? -1 : f->request->observable;

    if (f->results->eps_g || compared == FEEDBACK_ALIGNMENT_RELU_BATCH_EPS_G) {
        AT(observe)(f, FEEDBACK_ALIGNMENT_RELU_BATCH_EPS_G, state, f->values);
        if (compared == FEEDBACK_ALIGNMENT_RELU_BATCH_EPS_G) {
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
            return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[1] + s, lane));
    }
    if (domain) {
        return FEEDBACK_ALIGNMENT_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (3.0/40.0)*AT(at)(f->slope[0] + s, lane) + (9.0/40.0)*AT(at)(f->slope[1] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[2] + s, lane));
    }
    if (domain) {
        return FEEDBACK_ALIGNMENT_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (44.0/45.0)*AT(at)(f->slope[0] + s, lane) + (-56.0/15.0)*AT(at)(f->slope[1] + s, lane) + (32.0/9.0)*AT(at)(f->slope[2] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[3] + s, lane));
    }
    if (domain) {
        return FEEDBACK_ALIGNMENT_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (19372.0/6561.0)*AT(at)(f->slope[0] + s, lane) + (-25360.0/2187.0)*AT(at)(f->slope[1] + s, lane) + (64448.0/6561.0)*AT(at)(f->slope[2] + s, lane) + (-212.0/729.0)*AT(at)(f->slope[3] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[4] + s, lane));
    }
    if (domain) {
        return FEEDBACK_ALIGNMENT_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (9017.0/3168.0)*AT(at)(f->slope[0] + s, lane) + (-355.0/33.0)*AT(at)(f->slope[1] + s, lane) + (46732.0/5247.0)*AT(at)(f->slope[2] + s, lane) + (49.0/176.0)*AT(at)(f->slope[3] + s, lane) + (-5103.0/18656.0)*AT(at)(f->slope[4] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[5] + s, lane));
    }
    if (domain) {
        return FEEDBACK_ALIGNMENT_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (35.0/384.0)*AT(at)(f->slope[0] + s, lane) + (500.0/1113.0)*AT(at)(f->slope[2] + s, lane) + (125.0/192.0)*AT(at)(f->slope[3] + s, lane) + (-2187.0/6784.0)*AT(at)(f->slope[4] + s, lane) + (11.0/84.0)*AT(at)(f->slope[5] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[6] + s, lane));
    }
    if (domain) {
        return FEEDBACK_ALIGNMENT_RELU_DOMAIN;
    }
    return FEEDBACK_ALIGNMENT_RELU_NONFINITE;
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
    const feedback_alignment_relu_batch_results *results = f->results;
    const size_t t = f->trajectory[lane];
    const int whole = !f->again[lane];

    f->empty[lane] = 1;
    if (results->stats) {
        const double tries = AT(at)(&f->tries, lane), accepted = AT(at)(&f->accepted, lane);
        const unsigned long evaluations = status > FEEDBACK_ALIGNMENT_RELU_STEP_SIZE ? 0 : 1 + 6*(unsigned long)tries;
        feedback_alignment_relu_stats *stats = results->stats + t;

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
        for (size_t s = 0; status != FEEDBACK_ALIGNMENT_RELU_OK && s < f->size; ++s) {
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
        const size_t t = feedback_alignment_relu_batch_next(queue);
        int status;

        f->trajectory[lane] = t;
        AT(begin)(f, lane, 0, 0);
        if (t >= f->count) {
            return 0;
        }
        if (f->results->crossing) {
            f->results->crossing[t] = NAN;
        }
        status = feedback_alignment_relu_batch_checked(f->K, f->M, f->params + t, f->states + t*f->size);
        if (status == FEEDBACK_ALIGNMENT_RELU_OK && f->request->then) {
            status = feedback_alignment_relu_batch_checked(f->K, f->M, f->request->then + t, f->states + t*f->size);
        }
        if (status != FEEDBACK_ALIGNMENT_RELU_OK) {
            AT(finish)(f, lane, status, 0, f->y);
        } else if (!feedback_alignment_relu_batch_finite(f->size, f->states + t*f->size)) {
            AT(finish)(f, lane, FEEDBACK_ALIGNMENT_RELU_NONFINITE, 0, f->y);
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
            int status = FEEDBACK_ALIGNMENT_RELU_OK;
            ++f->next[lane];
            AT(put_one)(f->request->n > 1 && !f->again[lane] ? f->request->alphas[1] : INFINITY, lane, &f->awaited);
            for (size_t s = 0; s < f->size; ++s) {
                status = isfinite(AT(at)(f->slope[0] + s, lane)) ? status : FEEDBACK_ALIGNMENT_RELU_DOMAIN;
            }
            if (status == FEEDBACK_ALIGNMENT_RELU_OK && AT(holds)(negative, lane)) {
                status = FEEDBACK_ALIGNMENT_RELU_NEGATIVE_NORM;
            }
            if (status != FEEDBACK_ALIGNMENT_RELU_OK || f->request->n == 1) {
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
                    AT(finish)(f, lane, FEEDBACK_ALIGNMENT_RELU_OK, next, f->row);
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
                const int ended = AT(holds)(moving, lane) ? FEEDBACK_ALIGNMENT_RELU_STEP_LIMIT : FEEDBACK_ALIGNMENT_RELU_STEP_SIZE;

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
                AT(finish)(f, lane, FEEDBACK_ALIGNMENT_RELU_NEGATIVE_NORM, f->next[lane], f->y);
            } else if (AT(holds)(done, lane)) {
                AT(finish)(f, lane, FEEDBACK_ALIGNMENT_RELU_OK, f->next[lane], f->y);
            }
        }
    }
}

/* Integrates what the queue holds. */
TARGET static void AT(run)(int K, int M, size_t count, const feedback_alignment_relu_params *params, const double *states,
                           const feedback_alignment_relu_batch_request *request, const feedback_alignment_relu_batch_results *results, size_t *queue, double *work)
{
    const size_t size = feedback_alignment_relu_batch_state_size(K, M);
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
    f.arrays = AT(empty)(K, M, &f.given, f.values + FEEDBACK_ALIGNMENT_RELU_BATCH_OBSERVABLES);
    AT(empty_ramps)(&f.ramps);
    f.alpha = f.end = f.h = f.log_before = f.tries = f.accepted = f.awaited = f.looked = f.seen = LANES(0.0);
    f.active = f.watching = f.tracing = f.rejected = f.broken = AT(greater)(LANES(0.0), LANES(0.0));
    for (int lane = 0; lane < WIDTH; ++lane) {
        f.empty[lane] = 1;
        f.failing[lane] = FEEDBACK_ALIGNMENT_RELU_OK;
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
