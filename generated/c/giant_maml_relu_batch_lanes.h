/*
 * giant_maml_relu_batch_lanes.h - MAML of first order: both layers adapt in a giant step
 *
 * Emitted by orderode 0.1.0 from the system giant_maml_relu, digest 86fb68f6630eea05. Do not edit. Licence: MIT-0.
 * Part of giant_maml_relu_batch.c, which includes it once per instruction set: no include guard.
 */
/* -- vectors of one instruction set ------------------------------------------------------------------------------------ */

#undef AT
#undef WIDE
#undef LANES
#undef WIDTH
#undef TARGET
#define LANES(x) AT(spread)(x)
#if GIANT_MAML_RELU_BATCH_LEVEL == 2 || GIANT_MAML_RELU_BATCH_LEVEL == 4
#define TARGET __attribute__((target("avx512f,avx512dq,avx2,fma")))
#elif GIANT_MAML_RELU_BATCH_LEVEL == 1 || GIANT_MAML_RELU_BATCH_LEVEL == 3
#define TARGET __attribute__((target("avx2,fma")))
#endif
#if GIANT_MAML_RELU_BATCH_LEVEL == 4
#define AT(f) giant_maml_relu_batch_##f##_avx512_single
#define WIDE(f) giant_maml_relu_batch_##f##_avx512
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif GIANT_MAML_RELU_BATCH_LEVEL == 3
#define AT(f) giant_maml_relu_batch_##f##_avx2_single
#define WIDE(f) giant_maml_relu_batch_##f##_avx2
#define WIDTH 1
typedef double AT(vector);
typedef int AT(mask);
#elif GIANT_MAML_RELU_BATCH_LEVEL == 2
#define AT(f) giant_maml_relu_batch_##f##_avx512
#define WIDTH 8
typedef __m512d AT(vector);
typedef __mmask8 AT(mask);
#elif GIANT_MAML_RELU_BATCH_LEVEL == 1
#define AT(f) giant_maml_relu_batch_##f##_avx2
#define WIDTH 4
typedef __m256d AT(vector);
typedef __m256d AT(mask);
#else
#define AT(f) giant_maml_relu_batch_##f##_baseline
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
#if GIANT_MAML_RELU_BATCH_LEVEL == 2
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
#elif GIANT_MAML_RELU_BATCH_LEVEL == 1
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
#if GIANT_MAML_RELU_BATCH_LEVEL
/* One trajectory with the bits of a lane: what has no operation of its own is taken from a vector. */
TARGET static inline lanes AT(lowest)(WIDE(vector) x)
{
#if GIANT_MAML_RELU_BATCH_LEVEL == 4
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
#if GIANT_MAML_RELU_BATCH_LEVEL == 2
    __asm__("" : "+v"(x));
#elif GIANT_MAML_RELU_BATCH_LEVEL == 1
    __asm__("" : "+x"(x));
#endif
    return x;
}

/* sqrt(x), x > 0: quicker than the instruction where many are wanted. */
TARGET static inline lanes AT(quick_root)(lanes x)
{
#if GIANT_MAML_RELU_BATCH_LEVEL == 0
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

/* The factor p of asin(x) = x + x^3 p(x^2), |x| <= GIANT_MAML_RELU_BATCH_NARROW. */
TARGET static inline lanes AT(arcsine_factor)(lanes u)
{
    return AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(AT(fma)(LANES(0.081323126116977645), u, LANES(-0.13119590854890659)), u, LANES(0.12469228538576427)), u, LANES(-0.057344048056586196)), u, LANES(0.030262886099907103)), u, LANES(0.0026235961611215607)), u, LANES(0.01079035006769722)), u, LANES(0.011421446555339138)), u, LANES(0.013976421888983695)), u, LANES(0.017352063618159528)), u, LANES(0.022372186639372297)), u, LANES(0.030381943794998225)), u, LANES(0.044642857150846253)), u, LANES(0.074999999999961334)), u, LANES(0.16666666666666669));
}

/* asin(x), |x| <= 1, NaN elsewhere: at |x| > GIANT_MAML_RELU_BATCH_NARROW from pi/2 - 2 asin(sqrt((1 - |x|)/2)). */
TARGET static inline lanes AT(arcsine)(lanes x)
{
    const lanes size = AT(absolute)(x);
    const mask far = AT(greater)(size, LANES(GIANT_MAML_RELU_BATCH_NARROW));
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

#if GIANT_MAML_RELU_BATCH_LEVEL >= 3
/* n numbers to their arcsines, in place: as many at a time as a vector holds. */
TARGET static inline void AT(arcsines)(size_t n, lanes *x)
{
#if GIANT_MAML_RELU_BATCH_LEVEL == 4
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
        if (AT(any)(AT(greater)(AT(absolute)(y), LANES(GIANT_MAML_RELU_BATCH_NARROW)))) {
            x[place] = AT(arcsine)(y);
        }
    }
}
#endif

/* -- the equations ----------------------------------------------------------------------------------------------------- */

/* Parameters, one trajectory per lane. */
typedef struct {
    lanes eta_J;
    lanes gamma;
    lanes eta_w;
    lanes eta_0;
    lanes noise;
    lanes p_second;
    lanes V;
    lanes over_V;
    mask on_V; /* finite */
    lanes ratio;
    lanes over_ratio;
    mask on_ratio; /* finite */
    lanes *T;
    lanes *u_first;
    lanes *u_second;
    lanes is_general;
    mask on_general; /* beyond the usual case */
} AT(parameters);

/* Rates at the start, and how much they change until the end. */
typedef struct {
    lanes from_eta_J, change_eta_J;
    lanes from_gamma, change_gamma;
    lanes from_eta_w, change_eta_w;
    lanes from_eta_0, change_eta_0;
    lanes from_noise, change_noise;
    lanes from_p_second, change_p_second;
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
    const lanes *u_first = given->u_first;
    const lanes *u_second = given->u_second;
    lanes *dR = dstate;
    lanes *dQ = dstate + (size_t)K*(size_t)M;
    lanes *dw0 = dstate + overlaps;
    const size_t with_ratio = AT(any)(given->on_ratio) ? 1 : 0;
    const size_t with_V = AT(any)(given->on_V) ? 1 : 0;
    lanes *C_ahead = work;
    lanes *I2_ahead = C_ahead + (size_t)S*(size_t)S;
    lanes *r1 = I2_ahead + (size_t)S*(size_t)S;
    lanes *r2 = r1 + (size_t)S*(size_t)S;
    lanes *r3 = r2 + (size_t)S*(size_t)S;
    lanes *I3_ahead = r3 + (size_t)K;
    lanes *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    lanes *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    lanes *c0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    lanes *mc0_first_ahead = c0_first_ahead + (size_t)S;
    lanes *G0_first_ahead = mc0_first_ahead + (size_t)S;
    lanes *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    lanes *W_first_ahead = A_first_ahead + (size_t)K*(size_t)S;
    lanes *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    lanes *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    lanes *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    lanes *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    lanes *R_first = dw0_first_ahead + (size_t)K;
    lanes *Q_first = R_first + (size_t)K*(size_t)M;
    lanes *w0_first = Q_first + (size_t)K*(size_t)K;
    lanes *X_first = w0_first + (size_t)K;
    lanes *C_first = X_first + (size_t)K*(size_t)K;
    lanes *r8 = C_first + (size_t)S*(size_t)S;
    lanes *r9 = r8 + (size_t)S*(size_t)S;
    lanes *r10 = r9 + (size_t)S*(size_t)S;
    lanes *I_g2g0_first = r10 + (size_t)K;
    lanes *J2_first = I_g2g0_first + (size_t)K*(size_t)S;
    lanes *c0_first = J2_first + (size_t)S*(size_t)S;
    lanes *mc0_first = c0_first + (size_t)S;
    lanes *G0_first = mc0_first + (size_t)S;
    lanes *A_first = G0_first + (size_t)S*(size_t)S;
    lanes *W_first = A_first + (size_t)K*(size_t)S;
    lanes *dw0_first = W_first + (size_t)K*(size_t)S;
    lanes *c0_second_ahead = dw0_first + (size_t)K;
    lanes *mc0_second_ahead = c0_second_ahead + (size_t)S;
    lanes *G0_second_ahead = mc0_second_ahead + (size_t)S;
    lanes *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    lanes *W_second_ahead = A_second_ahead + (size_t)K*(size_t)S;
    lanes *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    lanes *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    lanes *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    lanes *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    lanes *R_second = dw0_second_ahead + (size_t)K;
    lanes *Q_second = R_second + (size_t)K*(size_t)M;
    lanes *w0_second = Q_second + (size_t)K*(size_t)K;
    lanes *X_second = w0_second + (size_t)K;
    lanes *C_second = X_second + (size_t)K*(size_t)K;
    lanes *r15 = C_second + (size_t)S*(size_t)S;
    lanes *r16 = r15 + (size_t)S*(size_t)S;
    lanes *r17 = r16 + (size_t)S*(size_t)S;
    lanes *I_g2g0_second = r17 + (size_t)K;
    lanes *J2_second = I_g2g0_second + (size_t)K*(size_t)S;
    lanes *c0_second = J2_second + (size_t)S*(size_t)S;
    lanes *mc0_second = c0_second + (size_t)S;
    lanes *G0_second = mc0_second + (size_t)S;
    lanes *A_second = G0_second + (size_t)S*(size_t)S;
    lanes *W_second = A_second + (size_t)K*(size_t)S;
    lanes *dw0_second = W_second + (size_t)K*(size_t)S;
    lanes *B_first = dw0_second + (size_t)K;
    lanes *B_second = B_first + (size_t)K*(size_t)K;
    lanes *Ct_ahead = B_second + (size_t)K*(size_t)K;
    lanes *r0 = Ct_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *Ct1_oo_ahead = r0 + with_ratio*(size_t)n_path*(size_t)S;
    lanes *Cm_ahead = Ct1_oo_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    lanes *r4 = Cm_ahead + with_ratio*(size_t)K*(size_t)K;
    lanes *r5 = r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *r6 = r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *I4_ahead = r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *E_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    lanes *E_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    lanes *Ct_first = E_second_ahead + with_ratio*(size_t)K*(size_t)K;
    lanes *r7 = Ct_first + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *Ct1_oo_first = r7 + with_V*(size_t)n_path*(size_t)S;
    lanes *Cm_first = Ct1_oo_first + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    lanes *r11 = Cm_first + with_V*(size_t)K*(size_t)K;
    lanes *r12 = r11 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *r13 = r12 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *I4_first = r13 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *E_first = I4_first + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    lanes *Ct_second = E_first + with_V*(size_t)K*(size_t)K;
    lanes *r14 = Ct_second + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *Ct1_oo_second = r14 + with_V*(size_t)n_path*(size_t)S;
    lanes *Cm_second = Ct1_oo_second + with_V*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    lanes *r18 = Cm_second + with_V*(size_t)K*(size_t)K;
    lanes *r19 = r18 + with_V*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *r20 = r19 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *I4_second = r20 + with_V*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *E_second = I4_second + with_V*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    mask general = given->on_general;
    size_t place = 0;

    (void)w0;
    (void)place;
    (void)with_ratio;
    (void)with_V;
    (void)T;
    (void)u_first;
    (void)u_second;
    /* C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C_ahead[k*S + l] = Q[giant_maml_relu_batch_packed(K, k, l)];
                C_ahead[l*S + k] = C_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C_ahead[k*S + K + n] = R[k*M + n];
                C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C_ahead[(K + n)*S + K + m] = T[n*M + m];
                C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        /* Ct_ahead: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        Ct_ahead[(t*S + i)*S + j] = C_ahead[i*S + j]*LANES(giant_maml_relu_batch_path[t]);
                        Ct_ahead[(t*S + j)*S + i] = Ct_ahead[(t*S + i)*S + j];
                    }
                }
            }
        }
        /* r0: 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t1 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    r0[t*S + i] = AT(inverse_root)(AT(fma)(t1, C_ahead[i*S + i], Ct_ahead[(t*S + i)*S + i]));
                }
            }
        }
        /* Ct1_oo_ahead: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    const lanes t2 = -(r0[t*S + i]*r0[t*S + i]);
                    for (int j = 0; j < S; ++j) {
                        const lanes t3 = t2*Ct_ahead[(t*S + i)*S + j];
                        for (int r = j; r < S; ++r) {
                            Ct1_oo_ahead[((t*S + i)*S + j)*S + r] = AT(fma)(t3, Ct_ahead[(t*S + i)*S + r], Ct_ahead[(t*S + j)*S + r]);
                            Ct1_oo_ahead[((t*S + i)*S + r)*S + j] = Ct1_oo_ahead[((t*S + i)*S + j)*S + r];
                        }
                    }
                }
            }
        }
        /* Cm_ahead: <sign(k) sign(l)> minus the rule with nodes */
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t4 = LANES(0.0);
                    lanes t4_l_1 = LANES(0.0);
                    lanes t4_l_2 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        const lanes x_0 = AT(held)(LANES(giant_maml_relu_batch_path[t]));
                        const lanes x_1 = AT(held)(LANES(giant_maml_relu_batch_path_weight[t]));
                        const lanes x_2 = AT(held)(r0[t*S + k]);
                        t4 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), t4);
                        t4_l_1 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_ahead[l_1*S + l_1], Ct1_oo_ahead[((t*S + k)*S + l_1)*S + l_1])), t4_l_1);
                        t4_l_2 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_ahead[l_2*S + l_2], Ct1_oo_ahead[((t*S + k)*S + l_2)*S + l_2])), t4_l_2);
                    }
                    Cm_ahead[k*K + l] = AT(fma)(-0.63661977236758138*t4, C_ahead[k*S + l], 0.63661977236758138*AT(angle)(C_ahead[k*S + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))));
                    Cm_ahead[k*K + l_1] = AT(fma)(-0.63661977236758138*t4_l_1, C_ahead[k*S + l_1], 0.63661977236758138*AT(angle)(C_ahead[k*S + l_1], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l_1*S + l_1], (C_ahead[k*S + l_1]*C_ahead[k*S + l_1]))));
                    Cm_ahead[k*K + l_2] = AT(fma)(-0.63661977236758138*t4_l_2, C_ahead[k*S + l_2], 0.63661977236758138*AT(angle)(C_ahead[k*S + l_2], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l_2*S + l_2], (C_ahead[k*S + l_2]*C_ahead[k*S + l_2]))));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t4 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        t4 = AT(fma)(LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k], AT(inverse_root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), t4);
                    }
                    Cm_ahead[k*K + l] = AT(fma)(-0.63661977236758138*t4, C_ahead[k*S + l], 0.63661977236758138*AT(angle)(C_ahead[k*S + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))));
                }
            }
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                I2_ahead[k*S + l] = AT(fma)(LANES(0.25), C_ahead[k*S + l], AT(fma)(0.15915494309189535*C_ahead[k*S + l], AT(angle)(C_ahead[k*S + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))), 0.15915494309189535*AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))));
                I2_ahead[l*S + k] = I2_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                I2_ahead[k*S + K + l] = AT(fma)(LANES(0.25), C_ahead[k*S + K + l], AT(fma)(0.15915494309189535*C_ahead[k*S + K + l], AT(angle)(C_ahead[k*S + K + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))), 0.15915494309189535*AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))));
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    I2_ahead[(K + k)*S + K + l] = AT(select)(general, AT(fma)(LANES(0.25), C_ahead[(K + k)*S + K + l], AT(fma)(0.15915494309189535*C_ahead[(K + k)*S + K + l], AT(angle)(C_ahead[(K + k)*S + K + l], AT(tolerant_root)(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))), 0.15915494309189535*AT(tolerant_root)(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))), LANES(0.0));
                    I2_ahead[(K + l)*S + K + k] = I2_ahead[(K + k)*S + K + l];
                }
            }
        }
    }
    /* r1: sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r1[i*S + j] = AT(tolerant_root)(C_ahead[i*S + i]*C_ahead[j*S + j], (C_ahead[i*S + j]*C_ahead[i*S + j]));
            }
        }
    }
    /* r2: atan2(C_ahead[i, j], r1[i, j]) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r2[i*S + j] = AT(angle)(C_ahead[i*S + j], r1[i*S + j]);
            }
        }
    }
    /* r3: 1/sqrt(C_ahead[k, k]) */
    {
        for (int k = 0; k < K; ++k) {
            r3[k] = AT(inverse_root)(C_ahead[k*S + k]);
        }
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            const lanes t5 = 0.15915494309189535*(r3[k]*r3[k]);
            for (int i = 0; i < S; ++i) {
                const lanes t6 = t5*C_ahead[k*S + i];
                for (int j = 0; j < S; ++j) {
                    I3_ahead[(k*S + i)*S + j] = AT(fma)(LANES(0.25), C_ahead[i*S + j], AT(fma)(0.15915494309189535*C_ahead[i*S + j], r2[k*S + j], t6*r1[k*S + j]));
                }
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        /* r4: 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t7 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        r4[(t*S + i)*S + j] = AT(inverse_root)(AT(fma)(t7, C_ahead[j*S + j], Ct1_oo_ahead[((t*S + i)*S + j)*S + j]));
                    }
                }
            }
        }
        /* r5: sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t8 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int k = 0; k < K; ++k) {
                    const lanes t9 = AT(fma)(t8, C_ahead[k*S + k], Ct_ahead[(t*S + k)*S + k]);
                    for (int l = 0; l < K; ++l) {
                        r5[(t*K + k)*K + l] = AT(tolerant_root)(t9*(AT(fma)(t8, C_ahead[l*S + l], Ct_ahead[(t*S + l)*S + l])), (Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]));
                    }
                }
            }
        }
        /* r6: atan2(Ct_ahead[t, k, l], r5[t, k, l]) */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        r6[(t*K + k)*K + l] = AT(angle)(Ct_ahead[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                    }
                }
            }
        }
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                const lanes t21 = 0.039788735772973836*(r3[k]*r3[k]);
                for (int l = k; l < K; ++l) {
                    const lanes t11 = 1.5707963267948966*Cm_ahead[k*K + l];
                    const lanes t24 = 0.039788735772973836*(r3[l]*r3[l]);
                    for (int i = 0; i < S; ++i) {
                        const lanes t19 = 0.039788735772973836*r2[k*S + i];
                        const lanes t20 = 0.039788735772973836*r2[l*S + i];
                        const lanes t22 = t21*C_ahead[k*S + i];
                        const lanes t23 = t21*r1[k*S + i];
                        const lanes t25 = t24*C_ahead[l*S + i];
                        const lanes t26 = t24*r1[l*S + i];
                        for (int j = i; j < S - 2; j += 3) {
                            const int j_1 = j + 1, j_2 = j + 2;
                            const lanes t12 = C_ahead[i*S + j]*C_ahead[k*S + l];
                            const lanes t12_j_1 = C_ahead[i*S + j_1]*C_ahead[k*S + l];
                            const lanes t12_j_2 = C_ahead[i*S + j_2]*C_ahead[k*S + l];
                            const lanes t13 = 0.039788735772973836*C_ahead[i*S + j];
                            const lanes t13_j_1 = 0.039788735772973836*C_ahead[i*S + j_1];
                            const lanes t13_j_2 = 0.039788735772973836*C_ahead[i*S + j_2];
                            const lanes t14 = C_ahead[i*S + j]*C_ahead[k*S + i];
                            const lanes t14_j_1 = C_ahead[i*S + j_1]*C_ahead[k*S + i];
                            const lanes t14_j_2 = C_ahead[i*S + j_2]*C_ahead[k*S + i];
                            const lanes t15 = C_ahead[i*S + j]*C_ahead[l*S + i];
                            const lanes t15_j_1 = C_ahead[i*S + j_1]*C_ahead[l*S + i];
                            const lanes t15_j_2 = C_ahead[i*S + j_2]*C_ahead[l*S + i];
                            const lanes t16 = C_ahead[i*S + j]*C_ahead[k*S + j];
                            const lanes t16_j_1 = C_ahead[i*S + j_1]*C_ahead[k*S + j_1];
                            const lanes t16_j_2 = C_ahead[i*S + j_2]*C_ahead[k*S + j_2];
                            const lanes t17 = C_ahead[i*S + j]*C_ahead[l*S + j];
                            const lanes t17_j_1 = C_ahead[i*S + j_1]*C_ahead[l*S + j_1];
                            const lanes t17_j_2 = C_ahead[i*S + j_2]*C_ahead[l*S + j_2];
                            const lanes t18 = 0.025330295910584444*(C_ahead[i*S + j]*C_ahead[i*S + j]);
                            const lanes t18_j_1 = 0.025330295910584444*(C_ahead[i*S + j_1]*C_ahead[i*S + j_1]);
                            const lanes t18_j_2 = 0.025330295910584444*(C_ahead[i*S + j_2]*C_ahead[i*S + j_2]);
                            lanes t10 = LANES(0.0);
                            lanes t10_j_1 = LANES(0.0);
                            lanes t10_j_2 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                const lanes x_0 = AT(held)(C_ahead[i*S + i]);
                                const lanes x_1 = AT(held)(C_ahead[k*S + i]);
                                const lanes x_2 = AT(held)(C_ahead[k*S + k]);
                                const lanes x_3 = AT(held)(C_ahead[k*S + l]);
                                const lanes x_4 = AT(held)(C_ahead[l*S + i]);
                                const lanes x_5 = AT(held)(C_ahead[l*S + l]);
                                const lanes x_6 = AT(held)(Ct1_oo_ahead[((t*S + i)*S + k)*S + k]);
                                const lanes x_7 = AT(held)(Ct1_oo_ahead[((t*S + i)*S + k)*S + l]);
                                const lanes x_8 = AT(held)(Ct1_oo_ahead[((t*S + i)*S + l)*S + l]);
                                const lanes x_9 = AT(held)(Ct1_oo_ahead[((t*S + k)*S + i)*S + i]);
                                const lanes x_10 = AT(held)(Ct1_oo_ahead[((t*S + k)*S + l)*S + i]);
                                const lanes x_11 = AT(held)(Ct1_oo_ahead[((t*S + k)*S + l)*S + l]);
                                const lanes x_12 = AT(held)(Ct1_oo_ahead[((t*S + l)*S + i)*S + i]);
                                const lanes x_13 = AT(held)(Ct1_oo_ahead[((t*S + l)*S + k)*S + i]);
                                const lanes x_14 = AT(held)(Ct1_oo_ahead[((t*S + l)*S + k)*S + k]);
                                const lanes x_15 = AT(held)(Ct_ahead[(t*S + k)*S + k]);
                                const lanes x_16 = AT(held)(LANES(giant_maml_relu_batch_path[t]));
                                const lanes x_17 = AT(held)(LANES(giant_maml_relu_batch_path_last[t]));
                                const lanes x_18 = AT(held)(LANES(giant_maml_relu_batch_path_weight[t]));
                                const lanes x_19 = AT(held)(r0[t*S + i]);
                                const lanes x_20 = AT(held)(r0[t*S + k]);
                                const lanes x_21 = AT(held)(r0[t*S + l]);
                                const lanes x_22 = AT(held)(r4[(t*S + k)*S + i]);
                                const lanes x_23 = AT(held)(r4[(t*S + k)*S + l]);
                                const lanes x_24 = AT(held)(r4[(t*S + l)*S + i]);
                                const lanes x_25 = AT(held)(r4[(t*S + l)*S + k]);
                                const lanes x_26 = AT(held)(r6[(t*K + k)*K + l]);
                                t10 = t10 + AT(fma)(t18*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], x_7))*(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j*S + j], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_ahead[l*S + j]*r4[(t*S + l)*S + j], Ct1_oo_ahead[((t*S + l)*S + i)*S + j], AT(fma)(t17*(1.0 - x_16), r4[(t*S + l)*S + j], x_4*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j*S + j], Ct1_oo_ahead[((t*S + l)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], x_13))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_ahead[((t*S + l)*S + i)*S + j], AT(fma)(t15*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_ahead[l*S + j]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_ahead[j*S + j], AT(fma)(-(x_24*x_24), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]), Ct1_oo_ahead[((t*S + l)*S + j)*S + j]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_ahead[k*S + j]*r4[(t*S + k)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j], AT(fma)(t16*(1.0 - x_16), r4[(t*S + k)*S + j], x_1*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], x_10))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_ahead[((t*S + k)*S + i)*S + j], AT(fma)(t14*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_ahead[k*S + j]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_ahead[j*S + j], AT(fma)(-(x_22*x_22), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))))), AT(fma)(t13*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j], AT(fma)(t12*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j*S + j], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t10_j_1 = t10_j_1 + AT(fma)(t18_j_1*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j_1], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), (Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), (Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1], x_7))*(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_ahead[l*S + j_1]*r4[(t*S + l)*S + j_1], Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], AT(fma)(t17_j_1*(1.0 - x_16), r4[(t*S + l)*S + j_1], x_4*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], Ct1_oo_ahead[((t*S + l)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], x_13))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], AT(fma)(t15_j_1*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_ahead[l*S + j_1]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], AT(fma)(-(x_24*x_24), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + l)*S + j_1)*S + j_1]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_ahead[k*S + j_1]*r4[(t*S + k)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], AT(fma)(t16_j_1*(1.0 - x_16), r4[(t*S + k)*S + j_1], x_1*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], Ct1_oo_ahead[((t*S + k)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], x_10))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], AT(fma)(t14_j_1*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_ahead[k*S + j_1]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], AT(fma)(-(x_22*x_22), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]))))), AT(fma)(t13_j_1*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], AT(fma)(t12_j_1*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t10_j_2 = t10_j_2 + AT(fma)(t18_j_2*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j_2], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), (Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), (Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2], x_7))*(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_ahead[l*S + j_2]*r4[(t*S + l)*S + j_2], Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], AT(fma)(t17_j_2*(1.0 - x_16), r4[(t*S + l)*S + j_2], x_4*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], Ct1_oo_ahead[((t*S + l)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], x_13))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], AT(fma)(t15_j_2*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_ahead[l*S + j_2]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], AT(fma)(-(x_24*x_24), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + l)*S + j_2)*S + j_2]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_ahead[k*S + j_2]*r4[(t*S + k)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], AT(fma)(t16_j_2*(1.0 - x_16), r4[(t*S + k)*S + j_2], x_1*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], Ct1_oo_ahead[((t*S + k)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], x_10))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], AT(fma)(t14_j_2*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_ahead[k*S + j_2]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], AT(fma)(-(x_22*x_22), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]))))), AT(fma)(t13_j_2*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], AT(fma)(t12_j_2*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                            }
                            I4_ahead[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C_ahead[i*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[l*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[k*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[i*S + j], AT(fma)(t26, C_ahead[l*S + j], AT(fma)(t25, r1[l*S + j], AT(fma)(t23, C_ahead[k*S + j], AT(fma)(t22, r1[k*S + j], AT(fma)(t20, C_ahead[i*S + j], AT(fma)(t19, C_ahead[i*S + j], AT(fma)(LANES(0.039788735772973836), r1[i*S + j], t10)))))))))));
                            I4_ahead[((k*K + l)*S + i)*S + j_1] = AT(fma)(LANES(0.0625), C_ahead[i*S + j_1], AT(fma)(0.039788735772973836*C_ahead[i*S + j_1], r2[l*S + j_1], AT(fma)(0.039788735772973836*C_ahead[i*S + j_1], r2[k*S + j_1], AT(fma)(0.039788735772973836*C_ahead[i*S + j_1], r2[i*S + j_1], AT(fma)(t26, C_ahead[l*S + j_1], AT(fma)(t25, r1[l*S + j_1], AT(fma)(t23, C_ahead[k*S + j_1], AT(fma)(t22, r1[k*S + j_1], AT(fma)(t20, C_ahead[i*S + j_1], AT(fma)(t19, C_ahead[i*S + j_1], AT(fma)(LANES(0.039788735772973836), r1[i*S + j_1], t10_j_1)))))))))));
                            I4_ahead[((k*K + l)*S + i)*S + j_2] = AT(fma)(LANES(0.0625), C_ahead[i*S + j_2], AT(fma)(0.039788735772973836*C_ahead[i*S + j_2], r2[l*S + j_2], AT(fma)(0.039788735772973836*C_ahead[i*S + j_2], r2[k*S + j_2], AT(fma)(0.039788735772973836*C_ahead[i*S + j_2], r2[i*S + j_2], AT(fma)(t26, C_ahead[l*S + j_2], AT(fma)(t25, r1[l*S + j_2], AT(fma)(t23, C_ahead[k*S + j_2], AT(fma)(t22, r1[k*S + j_2], AT(fma)(t20, C_ahead[i*S + j_2], AT(fma)(t19, C_ahead[i*S + j_2], AT(fma)(LANES(0.039788735772973836), r1[i*S + j_2], t10_j_2)))))))))));
                        }
                        for (int j = i + (S - (i))/3*3; j < S; ++j) {
                            const lanes t12 = C_ahead[i*S + j]*C_ahead[k*S + l];
                            const lanes t13 = 0.039788735772973836*C_ahead[i*S + j];
                            const lanes t14 = C_ahead[i*S + j]*C_ahead[k*S + i];
                            const lanes t15 = C_ahead[i*S + j]*C_ahead[l*S + i];
                            const lanes t16 = C_ahead[i*S + j]*C_ahead[k*S + j];
                            const lanes t17 = C_ahead[i*S + j]*C_ahead[l*S + j];
                            const lanes t18 = 0.025330295910584444*(C_ahead[i*S + j]*C_ahead[i*S + j]);
                            lanes t10 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                t10 = t10 + AT(fma)(t18*(1.0 - LANES(giant_maml_relu_batch_path[t]))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + i]*r4[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], Ct1_oo_ahead[((t*S + i)*S + k)*S + l]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct1_oo_ahead[((t*S + i)*S + k)*S + k])))*(AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + i)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], Ct1_oo_ahead[((t*S + i)*S + k)*S + l]))*(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], Ct1_oo_ahead[((t*S + i)*S + k)*S + l]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[l*S + j]*r4[(t*S + l)*S + j], Ct1_oo_ahead[((t*S + l)*S + i)*S + j], AT(fma)(t17*(1.0 - LANES(giant_maml_relu_batch_path[t])), r4[(t*S + l)*S + j], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + l)*S + j)*S + j]))*C_ahead[l*S + i])))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + i]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + l)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + i]))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[k*S + j]*r4[(t*S + k)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j], AT(fma)(t16*(1.0 - LANES(giant_maml_relu_batch_path[t])), r4[(t*S + k)*S + j], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))*C_ahead[k*S + i])))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + i]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + i]))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[l*S + i]*r4[(t*S + l)*S + i], Ct1_oo_ahead[((t*S + l)*S + i)*S + j], AT(fma)(t15*(1.0 - LANES(giant_maml_relu_batch_path[t])), r4[(t*S + l)*S + i], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + l)*S + i)*S + i]))*C_ahead[l*S + j])))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo_ahead[((t*S + l)*S + k)*S + i], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + l)*S + j)*S + j])))*(AT(fma)(-(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo_ahead[((t*S + l)*S + k)*S + i], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo_ahead[((t*S + l)*S + k)*S + i], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[k*S + i]*r4[(t*S + k)*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + j], AT(fma)(t14*(1.0 - LANES(giant_maml_relu_batch_path[t])), r4[(t*S + k)*S + i], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + i]))*C_ahead[k*S + j])))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo_ahead[((t*S + k)*S + l)*S + i], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j])))*(AT(fma)(-(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo_ahead[((t*S + k)*S + l)*S + i], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo_ahead[((t*S + k)*S + l)*S + i], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(t11*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct_ahead[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_ahead[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*r0[t*S + k]*r4[(t*S + k)*S + l], AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j])))), AT(fma)(t13*LANES(giant_maml_relu_batch_path_weight[t]), r6[(t*K + k)*K + l], AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[l*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + i], AT(fma)(C_ahead[l*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + j], AT(fma)(C_ahead[k*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + i], AT(fma)(C_ahead[k*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + j], AT(fma)(t12*(1.0 - LANES(giant_maml_relu_batch_path[t]))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k], r4[(t*S + k)*S + l], (AT(fma)(t11*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct_ahead[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_ahead[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*r0[t*S + k]*r4[(t*S + k)*S + l])))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(C_ahead[l*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + i], AT(fma)(C_ahead[l*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + j], AT(fma)(C_ahead[k*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + i], AT(fma)(C_ahead[k*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + j], (AT(fma)(t11*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct_ahead[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_ahead[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*r0[t*S + k]*r4[(t*S + k)*S + l])))))))))))));
                            }
                            I4_ahead[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C_ahead[i*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[l*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[k*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[i*S + j], AT(fma)(t26, C_ahead[l*S + j], AT(fma)(t25, r1[l*S + j], AT(fma)(t23, C_ahead[k*S + j], AT(fma)(t22, r1[k*S + j], AT(fma)(t20, C_ahead[i*S + j], AT(fma)(t19, C_ahead[i*S + j], AT(fma)(LANES(0.039788735772973836), r1[i*S + j], t10)))))))))));
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
                            I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                            I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                            I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        }
                    }
                }
            }
        }
    }
    /* I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            const lanes t27 = 0.15915494309189535*(r3[k]*r3[k]);
            for (int i = 0; i < S; ++i) {
                I_g2g0_ahead[k*S + i] = t27*AT(tolerant_root)(C_ahead[i*S + i]*C_ahead[k*S + k], (C_ahead[k*S + i]*C_ahead[k*S + i]));
            }
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2_ahead[k*S + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C_ahead[k*S + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))), LANES(0.25));
                J2_ahead[l*S + k] = J2_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                J2_ahead[k*S + K + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C_ahead[k*S + K + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))), LANES(0.25));
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    J2_ahead[(K + k)*S + K + l] = AT(select)(general, AT(fma)(LANES(0.15915494309189535), AT(angle)(C_ahead[(K + k)*S + K + l], AT(tolerant_root)(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))), LANES(0.25)), LANES(0.0));
                    J2_ahead[(K + l)*S + K + k] = J2_ahead[(K + k)*S + K + l];
                }
            }
        }
    }
    /* c0_first_ahead: c = (head, -u) in the task first */
    {
        for (int k = 0; k < K; ++k) {
            c0_first_ahead[k] = w0[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            c0_first_ahead[K + n] = -u_first[n];
        }
    }
    /* mc0_first_ahead: <c_i> over the task */
    {
        for (int i = 0; i < S; ++i) {
            mc0_first_ahead[i] = c0_first_ahead[i];
        }
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0_first_ahead[k*S + l] = c0_first_ahead[k]*c0_first_ahead[l];
                G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                G0_first_ahead[k*S + K + l] = c0_first_ahead[k]*c0_first_ahead[K + l];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    G0_first_ahead[(K + k)*S + K + l] = AT(select)(general, c0_first_ahead[K + k]*c0_first_ahead[K + l], LANES(0.0));
                    G0_first_ahead[(K + l)*S + K + k] = G0_first_ahead[(K + k)*S + K + l];
                }
            }
        }
    }
    /* A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    {
        const lanes t29 = -given->gamma;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t28 = LANES(0.0);
                lanes t28_k_1 = LANES(0.0);
                lanes t28_k_2 = LANES(0.0);
                lanes t28_i_1 = LANES(0.0);
                lanes t28_i_1_k_1 = LANES(0.0);
                lanes t28_i_1_k_2 = LANES(0.0);
                lanes t28_i_2 = LANES(0.0);
                lanes t28_i_2_k_1 = LANES(0.0);
                lanes t28_i_2_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_first_ahead[k*S + j]);
                    const lanes x_1 = AT(held)(G0_first_ahead[k_1*S + j]);
                    const lanes x_2 = AT(held)(G0_first_ahead[k_2*S + j]);
                    t28 = AT(fma)(x_0, I3_ahead[(k*S + i)*S + j], t28);
                    t28_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i)*S + j], t28_k_1);
                    t28_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i)*S + j], t28_k_2);
                    t28_i_1 = AT(fma)(x_0, I3_ahead[(k*S + i_1)*S + j], t28_i_1);
                    t28_i_1_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i_1)*S + j], t28_i_1_k_1);
                    t28_i_1_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i_1)*S + j], t28_i_1_k_2);
                    t28_i_2 = AT(fma)(x_0, I3_ahead[(k*S + i_2)*S + j], t28_i_2);
                    t28_i_2_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i_2)*S + j], t28_i_2_k_1);
                    t28_i_2_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i_2)*S + j], t28_i_2_k_2);
                }
                A_first_ahead[k*S + i] = t28*t29;
                A_first_ahead[k_1*S + i] = t28_k_1*t29;
                A_first_ahead[k_2*S + i] = t28_k_2*t29;
                A_first_ahead[k*S + i_1] = t28_i_1*t29;
                A_first_ahead[k_1*S + i_1] = t28_i_1_k_1*t29;
                A_first_ahead[k_2*S + i_1] = t28_i_1_k_2*t29;
                A_first_ahead[k*S + i_2] = t28_i_2*t29;
                A_first_ahead[k_1*S + i_2] = t28_i_2_k_1*t29;
                A_first_ahead[k_2*S + i_2] = t28_i_2_k_2*t29;
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t28 = LANES(0.0);
                lanes t28_k_1 = LANES(0.0);
                lanes t28_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t28 = AT(fma)(G0_first_ahead[k*S + j], I3_ahead[(k*S + i)*S + j], t28);
                    t28_k_1 = AT(fma)(G0_first_ahead[k_1*S + j], I3_ahead[(k_1*S + i)*S + j], t28_k_1);
                    t28_k_2 = AT(fma)(G0_first_ahead[k_2*S + j], I3_ahead[(k_2*S + i)*S + j], t28_k_2);
                }
                A_first_ahead[k*S + i] = t28*t29;
                A_first_ahead[k_1*S + i] = t28_k_1*t29;
                A_first_ahead[k_2*S + i] = t28_k_2*t29;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t28 = LANES(0.0);
                lanes t28_i_1 = LANES(0.0);
                lanes t28_i_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_first_ahead[k*S + j]);
                    t28 = AT(fma)(x_0, I3_ahead[(k*S + i)*S + j], t28);
                    t28_i_1 = AT(fma)(x_0, I3_ahead[(k*S + i_1)*S + j], t28_i_1);
                    t28_i_2 = AT(fma)(x_0, I3_ahead[(k*S + i_2)*S + j], t28_i_2);
                }
                A_first_ahead[k*S + i] = t28*t29;
                A_first_ahead[k*S + i_1] = t28_i_1*t29;
                A_first_ahead[k*S + i_2] = t28_i_2*t29;
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t28 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t28 = AT(fma)(G0_first_ahead[k*S + j], I3_ahead[(k*S + i)*S + j], t28);
                }
                A_first_ahead[k*S + i] = t28*t29;
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        /* E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t32 = (given->gamma*given->gamma)*(given->noise*given->noise)*given->over_ratio;
            const lanes t33 = (given->gamma*given->gamma)*given->over_ratio;
            for (int k = 0; k < K; ++k) {
                const lanes t34 = t33*c0_first_ahead[k];
                for (int l = k; l < K; ++l) {
                    lanes t30 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = i + 1; j < S; ++j) {
                            t30 = AT(fma)(c0_first_ahead[i]*c0_first_ahead[j], I4_ahead[((k*K + l)*S + i)*S + j], t30);
                        }
                    }
                    t30 = t30 + t30;
                    for (int i = 0; i < S; ++i) {
                        const lanes t31 = I4_ahead[((k*K + l)*S + i)*S + i]*(c0_first_ahead[i]*c0_first_ahead[i]);
                        t30 = t30 + t31;
                    }
                    E_first_ahead[k*K + l] = AT(fma)(t32*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t30*t34*c0_first_ahead[l]);
                }
            }
        }
    }
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    {
        const lanes t36 = -given->gamma;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t35 = LANES(0.0);
                lanes t35_k_1 = LANES(0.0);
                lanes t35_k_2 = LANES(0.0);
                lanes t35_l_1 = LANES(0.0);
                lanes t35_l_1_k_1 = LANES(0.0);
                lanes t35_l_1_k_2 = LANES(0.0);
                lanes t35_l_2 = LANES(0.0);
                lanes t35_l_2_k_1 = LANES(0.0);
                lanes t35_l_2_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_first_ahead[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_ahead[k*S + i]);
                    const lanes x_2 = AT(held)(G0_first_ahead[k_1*S + i]);
                    const lanes x_3 = AT(held)(I_g2g0_ahead[k_1*S + i]);
                    const lanes x_4 = AT(held)(G0_first_ahead[k_2*S + i]);
                    const lanes x_5 = AT(held)(I_g2g0_ahead[k_2*S + i]);
                    t35 = AT(fma)(x_0, x_1, t35);
                    t35_k_1 = AT(fma)(x_2, x_3, t35_k_1);
                    t35_k_2 = AT(fma)(x_4, x_5, t35_k_2);
                    t35_l_1 = AT(fma)(x_0, x_1, t35_l_1);
                    t35_l_1_k_1 = AT(fma)(x_2, x_3, t35_l_1_k_1);
                    t35_l_1_k_2 = AT(fma)(x_4, x_5, t35_l_1_k_2);
                    t35_l_2 = AT(fma)(x_0, x_1, t35_l_2);
                    t35_l_2_k_1 = AT(fma)(x_2, x_3, t35_l_2_k_1);
                    t35_l_2_k_2 = AT(fma)(x_4, x_5, t35_l_2_k_2);
                }
                W_first_ahead[k*S + l] = AT(fma)(t36*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t35*t36*LANES(k == l ? 1.0 : 0.0));
                W_first_ahead[k_1*S + l] = AT(fma)(t36*G0_first_ahead[k_1*S + l], J2_ahead[k_1*S + l], t35_k_1*t36*LANES(k_1 == l ? 1.0 : 0.0));
                W_first_ahead[k_2*S + l] = AT(fma)(t36*G0_first_ahead[k_2*S + l], J2_ahead[k_2*S + l], t35_k_2*t36*LANES(k_2 == l ? 1.0 : 0.0));
                W_first_ahead[k*S + l_1] = AT(fma)(t36*G0_first_ahead[k*S + l_1], J2_ahead[k*S + l_1], t35_l_1*t36*LANES(k == l_1 ? 1.0 : 0.0));
                W_first_ahead[k_1*S + l_1] = AT(fma)(t36*G0_first_ahead[k_1*S + l_1], J2_ahead[k_1*S + l_1], t35_l_1_k_1*t36*LANES(k_1 == l_1 ? 1.0 : 0.0));
                W_first_ahead[k_2*S + l_1] = AT(fma)(t36*G0_first_ahead[k_2*S + l_1], J2_ahead[k_2*S + l_1], t35_l_1_k_2*t36*LANES(k_2 == l_1 ? 1.0 : 0.0));
                W_first_ahead[k*S + l_2] = AT(fma)(t36*G0_first_ahead[k*S + l_2], J2_ahead[k*S + l_2], t35_l_2*t36*LANES(k == l_2 ? 1.0 : 0.0));
                W_first_ahead[k_1*S + l_2] = AT(fma)(t36*G0_first_ahead[k_1*S + l_2], J2_ahead[k_1*S + l_2], t35_l_2_k_1*t36*LANES(k_1 == l_2 ? 1.0 : 0.0));
                W_first_ahead[k_2*S + l_2] = AT(fma)(t36*G0_first_ahead[k_2*S + l_2], J2_ahead[k_2*S + l_2], t35_l_2_k_2*t36*LANES(k_2 == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t35 = LANES(0.0);
                lanes t35_k_1 = LANES(0.0);
                lanes t35_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t35 = AT(fma)(G0_first_ahead[k*S + i], I_g2g0_ahead[k*S + i], t35);
                    t35_k_1 = AT(fma)(G0_first_ahead[k_1*S + i], I_g2g0_ahead[k_1*S + i], t35_k_1);
                    t35_k_2 = AT(fma)(G0_first_ahead[k_2*S + i], I_g2g0_ahead[k_2*S + i], t35_k_2);
                }
                W_first_ahead[k*S + l] = AT(fma)(t36*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t35*t36*LANES(k == l ? 1.0 : 0.0));
                W_first_ahead[k_1*S + l] = AT(fma)(t36*G0_first_ahead[k_1*S + l], J2_ahead[k_1*S + l], t35_k_1*t36*LANES(k_1 == l ? 1.0 : 0.0));
                W_first_ahead[k_2*S + l] = AT(fma)(t36*G0_first_ahead[k_2*S + l], J2_ahead[k_2*S + l], t35_k_2*t36*LANES(k_2 == l ? 1.0 : 0.0));
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t35 = LANES(0.0);
                lanes t35_l_1 = LANES(0.0);
                lanes t35_l_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_first_ahead[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_ahead[k*S + i]);
                    t35 = AT(fma)(x_0, x_1, t35);
                    t35_l_1 = AT(fma)(x_0, x_1, t35_l_1);
                    t35_l_2 = AT(fma)(x_0, x_1, t35_l_2);
                }
                W_first_ahead[k*S + l] = AT(fma)(t36*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t35*t36*LANES(k == l ? 1.0 : 0.0));
                W_first_ahead[k*S + l_1] = AT(fma)(t36*G0_first_ahead[k*S + l_1], J2_ahead[k*S + l_1], t35_l_1*t36*LANES(k == l_1 ? 1.0 : 0.0));
                W_first_ahead[k*S + l_2] = AT(fma)(t36*G0_first_ahead[k*S + l_2], J2_ahead[k*S + l_2], t35_l_2*t36*LANES(k == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t35 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t35 = AT(fma)(G0_first_ahead[k*S + i], I_g2g0_ahead[k*S + i], t35);
                }
                W_first_ahead[k*S + l] = AT(fma)(t36*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t35*t36*LANES(k == l ? 1.0 : 0.0));
            }
        }
    }
    {
        const lanes t37 = -given->gamma;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                W_first_ahead[k*S + K + n] = t37*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
            }
        }
    }
    /* Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t38 = LANES(0.0);
                lanes t38_l_1 = LANES(0.0);
                lanes t38_l_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(A_first_ahead[k*S + j]);
                    t38 = AT(fma)(x_0, W_first_ahead[l*S + j], t38);
                    t38_l_1 = AT(fma)(x_0, W_first_ahead[l_1*S + j], t38_l_1);
                    t38_l_2 = AT(fma)(x_0, W_first_ahead[l_2*S + j], t38_l_2);
                }
                Y_first_ahead[k*K + l] = t38;
                Y_first_ahead[k*K + l_1] = t38_l_1;
                Y_first_ahead[k*K + l_2] = t38_l_2;
            }
            for (int l = k + (K - (k))/3*3; l < K; ++l) {
                lanes t38 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t38 = AT(fma)(A_first_ahead[k*S + j], W_first_ahead[l*S + j], t38);
                }
                Y_first_ahead[k*K + l] = t38;
            }
        }
    }
    /* dR_first_ahead: change of R in a step */
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
            }
        }
    }
    /* dQ_first_ahead: change of Q in a step */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ_first_ahead[k*K + l] = dQ_first_ahead[k*K + l] + AT(select)(given->on_ratio, E_first_ahead[k*K + l], LANES(0.0));
                }
            }
        }
    }
    /* dw0_first_ahead: change of w0 in a step */
    {
        const lanes t40 = -given->eta_w;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            lanes t39 = LANES(0.0);
            lanes t39_k_1 = LANES(0.0);
            lanes t39_k_2 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                const lanes x_0 = AT(held)(mc0_first_ahead[i]);
                t39 = AT(fma)(x_0, I2_ahead[k*S + i], t39);
                t39_k_1 = AT(fma)(x_0, I2_ahead[k_1*S + i], t39_k_1);
                t39_k_2 = AT(fma)(x_0, I2_ahead[k_2*S + i], t39_k_2);
            }
            dw0_first_ahead[k] = t39*t40;
            dw0_first_ahead[k_1] = t39_k_1*t40;
            dw0_first_ahead[k_2] = t39_k_2*t40;
        }
        for (int k = K/3*3; k < K; ++k) {
            lanes t39 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                t39 = AT(fma)(mc0_first_ahead[i], I2_ahead[k*S + i], t39);
            }
            dw0_first_ahead[k] = t39*t40;
        }
    }
    /* R_first: overlaps of learner and teacher after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
            }
        }
    }
    /* Q_first: overlaps of the learner after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Q_first[k*K + l] = Q[giant_maml_relu_batch_packed(K, k, l)] + dQ_first_ahead[k*K + l];
            }
        }
    }
    /* w0_first: head start after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            w0_first[k] = dw0_first_ahead[k] + w0[k];
        }
    }
    /* X_first: overlaps of the learner after the giant step with itself before it */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                X_first[k*K + l] = A_first_ahead[k*S + l] + Q[giant_maml_relu_batch_packed(K, k, l)];
            }
        }
    }
    /* C_first: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C_first[k*S + l] = Q_first[k*K + l];
                C_first[l*S + k] = C_first[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C_first[k*S + K + n] = R_first[k*M + n];
                C_first[(K + n)*S + k] = C_first[k*S + K + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C_first[(K + n)*S + K + m] = T[n*M + m];
                C_first[(K + m)*S + K + n] = C_first[(K + n)*S + K + m];
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* Ct_first: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        Ct_first[(t*S + i)*S + j] = C_first[i*S + j]*LANES(giant_maml_relu_batch_path[t]);
                        Ct_first[(t*S + j)*S + i] = Ct_first[(t*S + i)*S + j];
                    }
                }
            }
        }
        /* r7: 1/sqrt((1 - path[t])*C_first[i, i] + Ct_first[t, i, i]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t41 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    r7[t*S + i] = AT(inverse_root)(AT(fma)(t41, C_first[i*S + i], Ct_first[(t*S + i)*S + i]));
                }
            }
        }
        /* Ct1_oo_first: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    const lanes t42 = -(r7[t*S + i]*r7[t*S + i]);
                    for (int j = 0; j < S; ++j) {
                        const lanes t43 = t42*Ct_first[(t*S + i)*S + j];
                        for (int r = j; r < S; ++r) {
                            Ct1_oo_first[((t*S + i)*S + j)*S + r] = AT(fma)(t43, Ct_first[(t*S + i)*S + r], Ct_first[(t*S + j)*S + r]);
                            Ct1_oo_first[((t*S + i)*S + r)*S + j] = Ct1_oo_first[((t*S + i)*S + j)*S + r];
                        }
                    }
                }
            }
        }
        /* Cm_first: <sign(k) sign(l)> minus the rule with nodes */
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t44 = LANES(0.0);
                    lanes t44_l_1 = LANES(0.0);
                    lanes t44_l_2 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        const lanes x_0 = AT(held)(LANES(giant_maml_relu_batch_path[t]));
                        const lanes x_1 = AT(held)(LANES(giant_maml_relu_batch_path_weight[t]));
                        const lanes x_2 = AT(held)(r7[t*S + k]);
                        t44 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_first[l*S + l], Ct1_oo_first[((t*S + k)*S + l)*S + l])), t44);
                        t44_l_1 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_first[l_1*S + l_1], Ct1_oo_first[((t*S + k)*S + l_1)*S + l_1])), t44_l_1);
                        t44_l_2 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_first[l_2*S + l_2], Ct1_oo_first[((t*S + k)*S + l_2)*S + l_2])), t44_l_2);
                    }
                    Cm_first[k*K + l] = AT(fma)(-0.63661977236758138*t44, C_first[k*S + l], 0.63661977236758138*AT(angle)(C_first[k*S + l], AT(tolerant_root)(C_first[k*S + k]*C_first[l*S + l], (C_first[k*S + l]*C_first[k*S + l]))));
                    Cm_first[k*K + l_1] = AT(fma)(-0.63661977236758138*t44_l_1, C_first[k*S + l_1], 0.63661977236758138*AT(angle)(C_first[k*S + l_1], AT(tolerant_root)(C_first[k*S + k]*C_first[l_1*S + l_1], (C_first[k*S + l_1]*C_first[k*S + l_1]))));
                    Cm_first[k*K + l_2] = AT(fma)(-0.63661977236758138*t44_l_2, C_first[k*S + l_2], 0.63661977236758138*AT(angle)(C_first[k*S + l_2], AT(tolerant_root)(C_first[k*S + k]*C_first[l_2*S + l_2], (C_first[k*S + l_2]*C_first[k*S + l_2]))));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t44 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        t44 = AT(fma)(LANES(giant_maml_relu_batch_path_weight[t])*r7[t*S + k], AT(inverse_root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[l*S + l], Ct1_oo_first[((t*S + k)*S + l)*S + l])), t44);
                    }
                    Cm_first[k*K + l] = AT(fma)(-0.63661977236758138*t44, C_first[k*S + l], 0.63661977236758138*AT(angle)(C_first[k*S + l], AT(tolerant_root)(C_first[k*S + k]*C_first[l*S + l], (C_first[k*S + l]*C_first[k*S + l]))));
                }
            }
        }
    }
    /* r8: sqrt(C_first[i, i]*C_first[j, j] - C_first[i, j]**2) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r8[i*S + j] = AT(tolerant_root)(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j]));
            }
        }
    }
    /* r9: atan2(C_first[i, j], r8[i, j]) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r9[i*S + j] = AT(angle)(C_first[i*S + j], r8[i*S + j]);
            }
        }
    }
    /* r10: 1/sqrt(C_first[k, k]) */
    {
        for (int k = 0; k < K; ++k) {
            r10[k] = AT(inverse_root)(C_first[k*S + k]);
        }
    }
    if (AT(any)(given->on_V)) {
        /* r11: 1/sqrt((1 - path[t])*C_first[j, j] + Ct1_oo_first[t, i, j, j]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t45 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        r11[(t*S + i)*S + j] = AT(inverse_root)(AT(fma)(t45, C_first[j*S + j], Ct1_oo_first[((t*S + i)*S + j)*S + j]));
                    }
                }
            }
        }
        /* r12: sqrt(((1 - path[t])*C_first[k, k] + Ct_first[t, k, k])*((1 - path[t])*C_first[l, l] + Ct_first[t, l, l]) - Ct_first[t, k, l]**2) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t46 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int k = 0; k < K; ++k) {
                    const lanes t47 = AT(fma)(t46, C_first[k*S + k], Ct_first[(t*S + k)*S + k]);
                    for (int l = 0; l < K; ++l) {
                        r12[(t*K + k)*K + l] = AT(tolerant_root)(t47*(AT(fma)(t46, C_first[l*S + l], Ct_first[(t*S + l)*S + l])), (Ct_first[(t*S + k)*S + l]*Ct_first[(t*S + k)*S + l]));
                    }
                }
            }
        }
        /* r13: atan2(Ct_first[t, k, l], r12[t, k, l]) */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        r13[(t*K + k)*K + l] = AT(angle)(Ct_first[(t*S + k)*S + l], r12[(t*K + k)*K + l]);
                    }
                }
            }
        }
        /* I4_first: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                const lanes t59 = 0.039788735772973836*(r10[k]*r10[k]);
                for (int l = k; l < K; ++l) {
                    const lanes t49 = 1.5707963267948966*Cm_first[k*K + l];
                    const lanes t62 = 0.039788735772973836*(r10[l]*r10[l]);
                    for (int i = 0; i < S; ++i) {
                        const lanes t57 = 0.039788735772973836*r9[k*S + i];
                        const lanes t58 = 0.039788735772973836*r9[l*S + i];
                        const lanes t60 = t59*C_first[k*S + i];
                        const lanes t61 = t59*r8[k*S + i];
                        const lanes t63 = t62*C_first[l*S + i];
                        const lanes t64 = t62*r8[l*S + i];
                        for (int j = i; j < S - 2; j += 3) {
                            const int j_1 = j + 1, j_2 = j + 2;
                            const lanes t50 = C_first[i*S + j]*C_first[k*S + l];
                            const lanes t50_j_1 = C_first[i*S + j_1]*C_first[k*S + l];
                            const lanes t50_j_2 = C_first[i*S + j_2]*C_first[k*S + l];
                            const lanes t51 = 0.039788735772973836*C_first[i*S + j];
                            const lanes t51_j_1 = 0.039788735772973836*C_first[i*S + j_1];
                            const lanes t51_j_2 = 0.039788735772973836*C_first[i*S + j_2];
                            const lanes t52 = C_first[i*S + j]*C_first[k*S + i];
                            const lanes t52_j_1 = C_first[i*S + j_1]*C_first[k*S + i];
                            const lanes t52_j_2 = C_first[i*S + j_2]*C_first[k*S + i];
                            const lanes t53 = C_first[i*S + j]*C_first[l*S + i];
                            const lanes t53_j_1 = C_first[i*S + j_1]*C_first[l*S + i];
                            const lanes t53_j_2 = C_first[i*S + j_2]*C_first[l*S + i];
                            const lanes t54 = C_first[i*S + j]*C_first[k*S + j];
                            const lanes t54_j_1 = C_first[i*S + j_1]*C_first[k*S + j_1];
                            const lanes t54_j_2 = C_first[i*S + j_2]*C_first[k*S + j_2];
                            const lanes t55 = C_first[i*S + j]*C_first[l*S + j];
                            const lanes t55_j_1 = C_first[i*S + j_1]*C_first[l*S + j_1];
                            const lanes t55_j_2 = C_first[i*S + j_2]*C_first[l*S + j_2];
                            const lanes t56 = 0.025330295910584444*(C_first[i*S + j]*C_first[i*S + j]);
                            const lanes t56_j_1 = 0.025330295910584444*(C_first[i*S + j_1]*C_first[i*S + j_1]);
                            const lanes t56_j_2 = 0.025330295910584444*(C_first[i*S + j_2]*C_first[i*S + j_2]);
                            lanes t48 = LANES(0.0);
                            lanes t48_j_1 = LANES(0.0);
                            lanes t48_j_2 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                const lanes x_0 = AT(held)(C_first[i*S + i]);
                                const lanes x_1 = AT(held)(C_first[k*S + i]);
                                const lanes x_2 = AT(held)(C_first[k*S + k]);
                                const lanes x_3 = AT(held)(C_first[k*S + l]);
                                const lanes x_4 = AT(held)(C_first[l*S + i]);
                                const lanes x_5 = AT(held)(C_first[l*S + l]);
                                const lanes x_6 = AT(held)(Ct1_oo_first[((t*S + i)*S + k)*S + k]);
                                const lanes x_7 = AT(held)(Ct1_oo_first[((t*S + i)*S + k)*S + l]);
                                const lanes x_8 = AT(held)(Ct1_oo_first[((t*S + i)*S + l)*S + l]);
                                const lanes x_9 = AT(held)(Ct1_oo_first[((t*S + k)*S + i)*S + i]);
                                const lanes x_10 = AT(held)(Ct1_oo_first[((t*S + k)*S + l)*S + i]);
                                const lanes x_11 = AT(held)(Ct1_oo_first[((t*S + k)*S + l)*S + l]);
                                const lanes x_12 = AT(held)(Ct1_oo_first[((t*S + l)*S + i)*S + i]);
                                const lanes x_13 = AT(held)(Ct1_oo_first[((t*S + l)*S + k)*S + i]);
                                const lanes x_14 = AT(held)(Ct1_oo_first[((t*S + l)*S + k)*S + k]);
                                const lanes x_15 = AT(held)(Ct_first[(t*S + k)*S + k]);
                                const lanes x_16 = AT(held)(LANES(giant_maml_relu_batch_path[t]));
                                const lanes x_17 = AT(held)(LANES(giant_maml_relu_batch_path_last[t]));
                                const lanes x_18 = AT(held)(LANES(giant_maml_relu_batch_path_weight[t]));
                                const lanes x_19 = AT(held)(r11[(t*S + k)*S + i]);
                                const lanes x_20 = AT(held)(r11[(t*S + k)*S + l]);
                                const lanes x_21 = AT(held)(r11[(t*S + l)*S + i]);
                                const lanes x_22 = AT(held)(r11[(t*S + l)*S + k]);
                                const lanes x_23 = AT(held)(r13[(t*K + k)*K + l]);
                                const lanes x_24 = AT(held)(r7[t*S + i]);
                                const lanes x_25 = AT(held)(r7[t*S + k]);
                                const lanes x_26 = AT(held)(r7[t*S + l]);
                                t48 = t48 + AT(fma)(t56*x_18*x_24*(1.0 - x_16)*r11[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), Ct1_oo_first[((t*S + i)*S + l)*S + j], x_7), AT(tolerant_root)((AT(fma)(-(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), (Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), (Ct1_oo_first[((t*S + i)*S + l)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), Ct1_oo_first[((t*S + i)*S + l)*S + j], x_7))*(AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), Ct1_oo_first[((t*S + i)*S + l)*S + j], x_7))))), AT(fma)(0.025330295910584444*x_20*x_25*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_20*x_20), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_first[j*S + j], AT(fma)(-(x_20*x_20), (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]), Ct1_oo_first[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j])))), AT(fma)(0.025330295910584444*x_18*x_26*(AT(fma)(C_first[l*S + j]*r11[(t*S + l)*S + j], Ct1_oo_first[((t*S + l)*S + i)*S + j], AT(fma)(t55*(1.0 - x_16), r11[(t*S + l)*S + j], x_4*AT(root)(AT(fma)(1.0 - x_16, C_first[j*S + j], Ct1_oo_first[((t*S + l)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), Ct1_oo_first[((t*S + l)*S + k)*S + j], x_13), AT(tolerant_root)((AT(fma)(-(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), (Ct1_oo_first[((t*S + l)*S + k)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), Ct1_oo_first[((t*S + l)*S + k)*S + j], x_13))*(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), Ct1_oo_first[((t*S + l)*S + k)*S + j], x_13))))), AT(fma)(0.025330295910584444*x_18*x_26*(AT(fma)(x_21*x_4, Ct1_oo_first[((t*S + l)*S + i)*S + j], AT(fma)(t53*x_21, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_first[l*S + j]))), AT(angle)(AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j], Ct1_oo_first[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_21*x_21), x_14)))*(AT(fma)(1.0 - x_16, C_first[j*S + j], AT(fma)(-(x_21*x_21), (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j]), Ct1_oo_first[((t*S + l)*S + j)*S + j]))), ((AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j], Ct1_oo_first[((t*S + l)*S + k)*S + j]))*(AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j], Ct1_oo_first[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*x_18*x_25*(AT(fma)(C_first[k*S + j]*r11[(t*S + k)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j], AT(fma)(t54*(1.0 - x_16), r11[(t*S + k)*S + j], x_1*AT(root)(AT(fma)(1.0 - x_16, C_first[j*S + j], Ct1_oo_first[((t*S + k)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), Ct1_oo_first[((t*S + k)*S + l)*S + j], x_10), AT(tolerant_root)((AT(fma)(-(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), Ct1_oo_first[((t*S + k)*S + l)*S + j], x_10))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), Ct1_oo_first[((t*S + k)*S + l)*S + j], x_10))))), AT(fma)(0.025330295910584444*x_18*x_25*(AT(fma)(x_1*x_19, Ct1_oo_first[((t*S + k)*S + i)*S + j], AT(fma)(t52*x_19, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_first[k*S + j]))), AT(angle)(AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j], Ct1_oo_first[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_19*x_19), x_11)))*(AT(fma)(1.0 - x_16, C_first[j*S + j], AT(fma)(-(x_19*x_19), (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j]), Ct1_oo_first[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j], Ct1_oo_first[((t*S + k)*S + l)*S + j]))*(AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j], Ct1_oo_first[((t*S + k)*S + l)*S + j]))))), AT(fma)(t51*x_18, x_23, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_22*x_26*x_4, Ct1_oo_first[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_22*x_26, C_first[l*S + j], AT(fma)(x_10*x_18*x_20*x_25, C_first[k*S + j], AT(fma)(x_1*x_18*x_20*x_25, Ct1_oo_first[((t*S + k)*S + l)*S + j], AT(fma)(t50*x_18*x_20*x_25, 1.0 - x_16, x_20*x_25*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_20*x_20), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_first[j*S + j], AT(fma)(-(x_20*x_20), (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]), Ct1_oo_first[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(x_18*x_22*x_26*x_4, Ct1_oo_first[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_22*x_26, C_first[l*S + j], AT(fma)(x_10*x_18*x_20*x_25, C_first[k*S + j], AT(fma)(x_1*x_18*x_20*x_25, Ct1_oo_first[((t*S + k)*S + l)*S + j], x_20*x_25*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t48_j_1 = t48_j_1 + AT(fma)(t56_j_1*x_18*x_24*(1.0 - x_16)*r11[(t*S + i)*S + j_1], AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j_1]*(r11[(t*S + i)*S + j_1]*r11[(t*S + i)*S + j_1]), Ct1_oo_first[((t*S + i)*S + l)*S + j_1], x_7), AT(tolerant_root)((AT(fma)(-(r11[(t*S + i)*S + j_1]*r11[(t*S + i)*S + j_1]), (Ct1_oo_first[((t*S + i)*S + k)*S + j_1]*Ct1_oo_first[((t*S + i)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r11[(t*S + i)*S + j_1]*r11[(t*S + i)*S + j_1]), (Ct1_oo_first[((t*S + i)*S + l)*S + j_1]*Ct1_oo_first[((t*S + i)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j_1]*(r11[(t*S + i)*S + j_1]*r11[(t*S + i)*S + j_1]), Ct1_oo_first[((t*S + i)*S + l)*S + j_1], x_7))*(AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j_1]*(r11[(t*S + i)*S + j_1]*r11[(t*S + i)*S + j_1]), Ct1_oo_first[((t*S + i)*S + l)*S + j_1], x_7))))), AT(fma)(0.025330295910584444*x_20*x_25*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_20*x_20), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_first[j_1*S + j_1], AT(fma)(-(x_20*x_20), (Ct1_oo_first[((t*S + k)*S + l)*S + j_1]*Ct1_oo_first[((t*S + k)*S + l)*S + j_1]), Ct1_oo_first[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], Ct1_oo_first[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], Ct1_oo_first[((t*S + k)*S + i)*S + j_1])))), AT(fma)(0.025330295910584444*x_18*x_26*(AT(fma)(C_first[l*S + j_1]*r11[(t*S + l)*S + j_1], Ct1_oo_first[((t*S + l)*S + i)*S + j_1], AT(fma)(t55_j_1*(1.0 - x_16), r11[(t*S + l)*S + j_1], x_4*AT(root)(AT(fma)(1.0 - x_16, C_first[j_1*S + j_1], Ct1_oo_first[((t*S + l)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j_1]*(r11[(t*S + l)*S + j_1]*r11[(t*S + l)*S + j_1]), Ct1_oo_first[((t*S + l)*S + k)*S + j_1], x_13), AT(tolerant_root)((AT(fma)(-(r11[(t*S + l)*S + j_1]*r11[(t*S + l)*S + j_1]), (Ct1_oo_first[((t*S + l)*S + k)*S + j_1]*Ct1_oo_first[((t*S + l)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r11[(t*S + l)*S + j_1]*r11[(t*S + l)*S + j_1]), (Ct1_oo_first[((t*S + l)*S + i)*S + j_1]*Ct1_oo_first[((t*S + l)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j_1]*(r11[(t*S + l)*S + j_1]*r11[(t*S + l)*S + j_1]), Ct1_oo_first[((t*S + l)*S + k)*S + j_1], x_13))*(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j_1]*(r11[(t*S + l)*S + j_1]*r11[(t*S + l)*S + j_1]), Ct1_oo_first[((t*S + l)*S + k)*S + j_1], x_13))))), AT(fma)(0.025330295910584444*x_18*x_26*(AT(fma)(x_21*x_4, Ct1_oo_first[((t*S + l)*S + i)*S + j_1], AT(fma)(t53_j_1*x_21, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_first[l*S + j_1]))), AT(angle)(AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j_1], Ct1_oo_first[((t*S + l)*S + k)*S + j_1]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_21*x_21), x_14)))*(AT(fma)(1.0 - x_16, C_first[j_1*S + j_1], AT(fma)(-(x_21*x_21), (Ct1_oo_first[((t*S + l)*S + i)*S + j_1]*Ct1_oo_first[((t*S + l)*S + i)*S + j_1]), Ct1_oo_first[((t*S + l)*S + j_1)*S + j_1]))), ((AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j_1], Ct1_oo_first[((t*S + l)*S + k)*S + j_1]))*(AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j_1], Ct1_oo_first[((t*S + l)*S + k)*S + j_1]))))), AT(fma)(0.025330295910584444*x_18*x_25*(AT(fma)(C_first[k*S + j_1]*r11[(t*S + k)*S + j_1], Ct1_oo_first[((t*S + k)*S + i)*S + j_1], AT(fma)(t54_j_1*(1.0 - x_16), r11[(t*S + k)*S + j_1], x_1*AT(root)(AT(fma)(1.0 - x_16, C_first[j_1*S + j_1], Ct1_oo_first[((t*S + k)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j_1]*(r11[(t*S + k)*S + j_1]*r11[(t*S + k)*S + j_1]), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], x_10), AT(tolerant_root)((AT(fma)(-(r11[(t*S + k)*S + j_1]*r11[(t*S + k)*S + j_1]), (Ct1_oo_first[((t*S + k)*S + l)*S + j_1]*Ct1_oo_first[((t*S + k)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r11[(t*S + k)*S + j_1]*r11[(t*S + k)*S + j_1]), (Ct1_oo_first[((t*S + k)*S + i)*S + j_1]*Ct1_oo_first[((t*S + k)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j_1]*(r11[(t*S + k)*S + j_1]*r11[(t*S + k)*S + j_1]), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], x_10))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j_1]*(r11[(t*S + k)*S + j_1]*r11[(t*S + k)*S + j_1]), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], x_10))))), AT(fma)(0.025330295910584444*x_18*x_25*(AT(fma)(x_1*x_19, Ct1_oo_first[((t*S + k)*S + i)*S + j_1], AT(fma)(t52_j_1*x_19, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_first[k*S + j_1]))), AT(angle)(AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j_1], Ct1_oo_first[((t*S + k)*S + l)*S + j_1]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_19*x_19), x_11)))*(AT(fma)(1.0 - x_16, C_first[j_1*S + j_1], AT(fma)(-(x_19*x_19), (Ct1_oo_first[((t*S + k)*S + i)*S + j_1]*Ct1_oo_first[((t*S + k)*S + i)*S + j_1]), Ct1_oo_first[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j_1], Ct1_oo_first[((t*S + k)*S + l)*S + j_1]))*(AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j_1], Ct1_oo_first[((t*S + k)*S + l)*S + j_1]))))), AT(fma)(t51_j_1*x_18, x_23, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_22*x_26*x_4, Ct1_oo_first[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_22*x_26, C_first[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_25, C_first[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_25, Ct1_oo_first[((t*S + k)*S + l)*S + j_1], AT(fma)(t50_j_1*x_18*x_20*x_25, 1.0 - x_16, x_20*x_25*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], Ct1_oo_first[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], Ct1_oo_first[((t*S + k)*S + i)*S + j_1]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_20*x_20), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_first[j_1*S + j_1], AT(fma)(-(x_20*x_20), (Ct1_oo_first[((t*S + k)*S + l)*S + j_1]*Ct1_oo_first[((t*S + k)*S + l)*S + j_1]), Ct1_oo_first[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], Ct1_oo_first[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], Ct1_oo_first[((t*S + k)*S + i)*S + j_1]))))), 0.039788735772973836*(AT(fma)(x_18*x_22*x_26*x_4, Ct1_oo_first[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_22*x_26, C_first[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_25, C_first[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_25, Ct1_oo_first[((t*S + k)*S + l)*S + j_1], x_20*x_25*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_1], Ct1_oo_first[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t48_j_2 = t48_j_2 + AT(fma)(t56_j_2*x_18*x_24*(1.0 - x_16)*r11[(t*S + i)*S + j_2], AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j_2]*(r11[(t*S + i)*S + j_2]*r11[(t*S + i)*S + j_2]), Ct1_oo_first[((t*S + i)*S + l)*S + j_2], x_7), AT(tolerant_root)((AT(fma)(-(r11[(t*S + i)*S + j_2]*r11[(t*S + i)*S + j_2]), (Ct1_oo_first[((t*S + i)*S + k)*S + j_2]*Ct1_oo_first[((t*S + i)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r11[(t*S + i)*S + j_2]*r11[(t*S + i)*S + j_2]), (Ct1_oo_first[((t*S + i)*S + l)*S + j_2]*Ct1_oo_first[((t*S + i)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j_2]*(r11[(t*S + i)*S + j_2]*r11[(t*S + i)*S + j_2]), Ct1_oo_first[((t*S + i)*S + l)*S + j_2], x_7))*(AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j_2]*(r11[(t*S + i)*S + j_2]*r11[(t*S + i)*S + j_2]), Ct1_oo_first[((t*S + i)*S + l)*S + j_2], x_7))))), AT(fma)(0.025330295910584444*x_20*x_25*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_20*x_20), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_first[j_2*S + j_2], AT(fma)(-(x_20*x_20), (Ct1_oo_first[((t*S + k)*S + l)*S + j_2]*Ct1_oo_first[((t*S + k)*S + l)*S + j_2]), Ct1_oo_first[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], Ct1_oo_first[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], Ct1_oo_first[((t*S + k)*S + i)*S + j_2])))), AT(fma)(0.025330295910584444*x_18*x_26*(AT(fma)(C_first[l*S + j_2]*r11[(t*S + l)*S + j_2], Ct1_oo_first[((t*S + l)*S + i)*S + j_2], AT(fma)(t55_j_2*(1.0 - x_16), r11[(t*S + l)*S + j_2], x_4*AT(root)(AT(fma)(1.0 - x_16, C_first[j_2*S + j_2], Ct1_oo_first[((t*S + l)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j_2]*(r11[(t*S + l)*S + j_2]*r11[(t*S + l)*S + j_2]), Ct1_oo_first[((t*S + l)*S + k)*S + j_2], x_13), AT(tolerant_root)((AT(fma)(-(r11[(t*S + l)*S + j_2]*r11[(t*S + l)*S + j_2]), (Ct1_oo_first[((t*S + l)*S + k)*S + j_2]*Ct1_oo_first[((t*S + l)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r11[(t*S + l)*S + j_2]*r11[(t*S + l)*S + j_2]), (Ct1_oo_first[((t*S + l)*S + i)*S + j_2]*Ct1_oo_first[((t*S + l)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j_2]*(r11[(t*S + l)*S + j_2]*r11[(t*S + l)*S + j_2]), Ct1_oo_first[((t*S + l)*S + k)*S + j_2], x_13))*(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j_2]*(r11[(t*S + l)*S + j_2]*r11[(t*S + l)*S + j_2]), Ct1_oo_first[((t*S + l)*S + k)*S + j_2], x_13))))), AT(fma)(0.025330295910584444*x_18*x_26*(AT(fma)(x_21*x_4, Ct1_oo_first[((t*S + l)*S + i)*S + j_2], AT(fma)(t53_j_2*x_21, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_first[l*S + j_2]))), AT(angle)(AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j_2], Ct1_oo_first[((t*S + l)*S + k)*S + j_2]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_21*x_21), x_14)))*(AT(fma)(1.0 - x_16, C_first[j_2*S + j_2], AT(fma)(-(x_21*x_21), (Ct1_oo_first[((t*S + l)*S + i)*S + j_2]*Ct1_oo_first[((t*S + l)*S + i)*S + j_2]), Ct1_oo_first[((t*S + l)*S + j_2)*S + j_2]))), ((AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j_2], Ct1_oo_first[((t*S + l)*S + k)*S + j_2]))*(AT(fma)(-x_13*(x_21*x_21), Ct1_oo_first[((t*S + l)*S + i)*S + j_2], Ct1_oo_first[((t*S + l)*S + k)*S + j_2]))))), AT(fma)(0.025330295910584444*x_18*x_25*(AT(fma)(C_first[k*S + j_2]*r11[(t*S + k)*S + j_2], Ct1_oo_first[((t*S + k)*S + i)*S + j_2], AT(fma)(t54_j_2*(1.0 - x_16), r11[(t*S + k)*S + j_2], x_1*AT(root)(AT(fma)(1.0 - x_16, C_first[j_2*S + j_2], Ct1_oo_first[((t*S + k)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j_2]*(r11[(t*S + k)*S + j_2]*r11[(t*S + k)*S + j_2]), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], x_10), AT(tolerant_root)((AT(fma)(-(r11[(t*S + k)*S + j_2]*r11[(t*S + k)*S + j_2]), (Ct1_oo_first[((t*S + k)*S + l)*S + j_2]*Ct1_oo_first[((t*S + k)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r11[(t*S + k)*S + j_2]*r11[(t*S + k)*S + j_2]), (Ct1_oo_first[((t*S + k)*S + i)*S + j_2]*Ct1_oo_first[((t*S + k)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j_2]*(r11[(t*S + k)*S + j_2]*r11[(t*S + k)*S + j_2]), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], x_10))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j_2]*(r11[(t*S + k)*S + j_2]*r11[(t*S + k)*S + j_2]), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], x_10))))), AT(fma)(0.025330295910584444*x_18*x_25*(AT(fma)(x_1*x_19, Ct1_oo_first[((t*S + k)*S + i)*S + j_2], AT(fma)(t52_j_2*x_19, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_first[k*S + j_2]))), AT(angle)(AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j_2], Ct1_oo_first[((t*S + k)*S + l)*S + j_2]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_19*x_19), x_11)))*(AT(fma)(1.0 - x_16, C_first[j_2*S + j_2], AT(fma)(-(x_19*x_19), (Ct1_oo_first[((t*S + k)*S + i)*S + j_2]*Ct1_oo_first[((t*S + k)*S + i)*S + j_2]), Ct1_oo_first[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j_2], Ct1_oo_first[((t*S + k)*S + l)*S + j_2]))*(AT(fma)(-x_10*(x_19*x_19), Ct1_oo_first[((t*S + k)*S + i)*S + j_2], Ct1_oo_first[((t*S + k)*S + l)*S + j_2]))))), AT(fma)(t51_j_2*x_18, x_23, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_22*x_26*x_4, Ct1_oo_first[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_22*x_26, C_first[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_25, C_first[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_25, Ct1_oo_first[((t*S + k)*S + l)*S + j_2], AT(fma)(t50_j_2*x_18*x_20*x_25, 1.0 - x_16, x_20*x_25*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], Ct1_oo_first[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], Ct1_oo_first[((t*S + k)*S + i)*S + j_2]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_20*x_20), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_first[j_2*S + j_2], AT(fma)(-(x_20*x_20), (Ct1_oo_first[((t*S + k)*S + l)*S + j_2]*Ct1_oo_first[((t*S + k)*S + l)*S + j_2]), Ct1_oo_first[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], Ct1_oo_first[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], Ct1_oo_first[((t*S + k)*S + i)*S + j_2]))))), 0.039788735772973836*(AT(fma)(x_18*x_22*x_26*x_4, Ct1_oo_first[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_22*x_26, C_first[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_25, C_first[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_25, Ct1_oo_first[((t*S + k)*S + l)*S + j_2], x_20*x_25*(AT(fma)(-x_10*(x_20*x_20), Ct1_oo_first[((t*S + k)*S + l)*S + j_2], Ct1_oo_first[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t49*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                            }
                            I4_first[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C_first[i*S + j], AT(fma)(0.039788735772973836*C_first[i*S + j], r9[l*S + j], AT(fma)(0.039788735772973836*C_first[i*S + j], r9[k*S + j], AT(fma)(0.039788735772973836*C_first[i*S + j], r9[i*S + j], AT(fma)(t64, C_first[l*S + j], AT(fma)(t63, r8[l*S + j], AT(fma)(t61, C_first[k*S + j], AT(fma)(t60, r8[k*S + j], AT(fma)(t58, C_first[i*S + j], AT(fma)(t57, C_first[i*S + j], AT(fma)(LANES(0.039788735772973836), r8[i*S + j], t48)))))))))));
                            I4_first[((k*K + l)*S + i)*S + j_1] = AT(fma)(LANES(0.0625), C_first[i*S + j_1], AT(fma)(0.039788735772973836*C_first[i*S + j_1], r9[l*S + j_1], AT(fma)(0.039788735772973836*C_first[i*S + j_1], r9[k*S + j_1], AT(fma)(0.039788735772973836*C_first[i*S + j_1], r9[i*S + j_1], AT(fma)(t64, C_first[l*S + j_1], AT(fma)(t63, r8[l*S + j_1], AT(fma)(t61, C_first[k*S + j_1], AT(fma)(t60, r8[k*S + j_1], AT(fma)(t58, C_first[i*S + j_1], AT(fma)(t57, C_first[i*S + j_1], AT(fma)(LANES(0.039788735772973836), r8[i*S + j_1], t48_j_1)))))))))));
                            I4_first[((k*K + l)*S + i)*S + j_2] = AT(fma)(LANES(0.0625), C_first[i*S + j_2], AT(fma)(0.039788735772973836*C_first[i*S + j_2], r9[l*S + j_2], AT(fma)(0.039788735772973836*C_first[i*S + j_2], r9[k*S + j_2], AT(fma)(0.039788735772973836*C_first[i*S + j_2], r9[i*S + j_2], AT(fma)(t64, C_first[l*S + j_2], AT(fma)(t63, r8[l*S + j_2], AT(fma)(t61, C_first[k*S + j_2], AT(fma)(t60, r8[k*S + j_2], AT(fma)(t58, C_first[i*S + j_2], AT(fma)(t57, C_first[i*S + j_2], AT(fma)(LANES(0.039788735772973836), r8[i*S + j_2], t48_j_2)))))))))));
                        }
                        for (int j = i + (S - (i))/3*3; j < S; ++j) {
                            const lanes t50 = C_first[i*S + j]*C_first[k*S + l];
                            const lanes t51 = 0.039788735772973836*C_first[i*S + j];
                            const lanes t52 = C_first[i*S + j]*C_first[k*S + i];
                            const lanes t53 = C_first[i*S + j]*C_first[l*S + i];
                            const lanes t54 = C_first[i*S + j]*C_first[k*S + j];
                            const lanes t55 = C_first[i*S + j]*C_first[l*S + j];
                            const lanes t56 = 0.025330295910584444*(C_first[i*S + j]*C_first[i*S + j]);
                            lanes t48 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                t48 = t48 + AT(fma)(t56*(1.0 - LANES(giant_maml_relu_batch_path[t]))*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + i)*S + j]*r7[t*S + i], AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), Ct1_oo_first[((t*S + i)*S + l)*S + j], Ct1_oo_first[((t*S + i)*S + k)*S + l]), AT(tolerant_root)((AT(fma)(-(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), (Ct1_oo_first[((t*S + i)*S + k)*S + j]*Ct1_oo_first[((t*S + i)*S + k)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[k*S + k], Ct1_oo_first[((t*S + i)*S + k)*S + k])))*(AT(fma)(-(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), (Ct1_oo_first[((t*S + i)*S + l)*S + j]*Ct1_oo_first[((t*S + i)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[l*S + l], Ct1_oo_first[((t*S + i)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), Ct1_oo_first[((t*S + i)*S + l)*S + j], Ct1_oo_first[((t*S + i)*S + k)*S + l]))*(AT(fma)(-Ct1_oo_first[((t*S + i)*S + k)*S + j]*(r11[(t*S + i)*S + j]*r11[(t*S + i)*S + j]), Ct1_oo_first[((t*S + i)*S + l)*S + j], Ct1_oo_first[((t*S + i)*S + k)*S + l]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_first[l*S + j]*r11[(t*S + l)*S + j], Ct1_oo_first[((t*S + l)*S + i)*S + j], AT(fma)(t55*(1.0 - LANES(giant_maml_relu_batch_path[t])), r11[(t*S + l)*S + j], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[j*S + j], Ct1_oo_first[((t*S + l)*S + j)*S + j]))*C_first[l*S + i])))*LANES(giant_maml_relu_batch_path_weight[t])*r7[t*S + l], AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), Ct1_oo_first[((t*S + l)*S + k)*S + j], Ct1_oo_first[((t*S + l)*S + k)*S + i]), AT(tolerant_root)((AT(fma)(-(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[i*S + i], Ct1_oo_first[((t*S + l)*S + i)*S + i])))*(AT(fma)(-(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), (Ct1_oo_first[((t*S + l)*S + k)*S + j]*Ct1_oo_first[((t*S + l)*S + k)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[k*S + k], Ct1_oo_first[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), Ct1_oo_first[((t*S + l)*S + k)*S + j], Ct1_oo_first[((t*S + l)*S + k)*S + i]))*(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + j]*r11[(t*S + l)*S + j]), Ct1_oo_first[((t*S + l)*S + k)*S + j], Ct1_oo_first[((t*S + l)*S + k)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_first[k*S + j]*r11[(t*S + k)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j], AT(fma)(t54*(1.0 - LANES(giant_maml_relu_batch_path[t])), r11[(t*S + k)*S + j], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[j*S + j], Ct1_oo_first[((t*S + k)*S + j)*S + j]))*C_first[k*S + i])))*LANES(giant_maml_relu_batch_path_weight[t])*r7[t*S + k], AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + l)*S + i]), AT(tolerant_root)((AT(fma)(-(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[i*S + i], Ct1_oo_first[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[l*S + l], Ct1_oo_first[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + l)*S + i]))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + j]*r11[(t*S + k)*S + j]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + l)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_first[l*S + i]*r11[(t*S + l)*S + i], Ct1_oo_first[((t*S + l)*S + i)*S + j], AT(fma)(t53*(1.0 - LANES(giant_maml_relu_batch_path[t])), r11[(t*S + l)*S + i], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[i*S + i], Ct1_oo_first[((t*S + l)*S + i)*S + i]))*C_first[l*S + j])))*LANES(giant_maml_relu_batch_path_weight[t])*r7[t*S + l], AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]), Ct1_oo_first[((t*S + l)*S + k)*S + i], Ct1_oo_first[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(-(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]), (Ct1_oo_first[((t*S + l)*S + i)*S + j]*Ct1_oo_first[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[j*S + j], Ct1_oo_first[((t*S + l)*S + j)*S + j])))*(AT(fma)(-(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]), (Ct1_oo_first[((t*S + l)*S + k)*S + i]*Ct1_oo_first[((t*S + l)*S + k)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[k*S + k], Ct1_oo_first[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]), Ct1_oo_first[((t*S + l)*S + k)*S + i], Ct1_oo_first[((t*S + l)*S + k)*S + j]))*(AT(fma)(-Ct1_oo_first[((t*S + l)*S + i)*S + j]*(r11[(t*S + l)*S + i]*r11[(t*S + l)*S + i]), Ct1_oo_first[((t*S + l)*S + k)*S + i], Ct1_oo_first[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_first[k*S + i]*r11[(t*S + k)*S + i], Ct1_oo_first[((t*S + k)*S + i)*S + j], AT(fma)(t52*(1.0 - LANES(giant_maml_relu_batch_path[t])), r11[(t*S + k)*S + i], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[i*S + i], Ct1_oo_first[((t*S + k)*S + i)*S + i]))*C_first[k*S + j])))*LANES(giant_maml_relu_batch_path_weight[t])*r7[t*S + k], AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]), Ct1_oo_first[((t*S + k)*S + l)*S + i], Ct1_oo_first[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(-(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]), (Ct1_oo_first[((t*S + k)*S + i)*S + j]*Ct1_oo_first[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[j*S + j], Ct1_oo_first[((t*S + k)*S + j)*S + j])))*(AT(fma)(-(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]), (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[l*S + l], Ct1_oo_first[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]), Ct1_oo_first[((t*S + k)*S + l)*S + i], Ct1_oo_first[((t*S + k)*S + l)*S + j]))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + i)*S + j]*(r11[(t*S + k)*S + i]*r11[(t*S + k)*S + i]), Ct1_oo_first[((t*S + k)*S + l)*S + i], Ct1_oo_first[((t*S + k)*S + l)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(t49*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[k*S + k], Ct_first[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[l*S + l], Ct1_oo_first[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_first[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*r11[(t*S + k)*S + l]*r7[t*S + k], AT(tolerant_root)((AT(fma)(-(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[i*S + i], Ct1_oo_first[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[j*S + j], Ct1_oo_first[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j])))), AT(fma)(t51*LANES(giant_maml_relu_batch_path_weight[t]), r13[(t*K + k)*K + l], AT(fma)(0.025330295910584444*(AT(fma)(C_first[l*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + l)*S + k]*r7[t*S + l], Ct1_oo_first[((t*S + l)*S + k)*S + i], AT(fma)(C_first[l*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + l)*S + k]*r7[t*S + l], Ct1_oo_first[((t*S + l)*S + k)*S + j], AT(fma)(C_first[k*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + k)*S + l]*r7[t*S + k], Ct1_oo_first[((t*S + k)*S + l)*S + i], AT(fma)(C_first[k*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + k)*S + l]*r7[t*S + k], Ct1_oo_first[((t*S + k)*S + l)*S + j], AT(fma)(t50*(1.0 - LANES(giant_maml_relu_batch_path[t]))*LANES(giant_maml_relu_batch_path_weight[t])*r7[t*S + k], r11[(t*S + k)*S + l], (AT(fma)(t49*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[k*S + k], Ct_first[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[l*S + l], Ct1_oo_first[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_first[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))*r11[(t*S + k)*S + l]*r7[t*S + k])))))), AT(angle)(AT(fma)(-Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), (Ct1_oo_first[((t*S + k)*S + l)*S + i]*Ct1_oo_first[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[i*S + i], Ct1_oo_first[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), (Ct1_oo_first[((t*S + k)*S + l)*S + j]*Ct1_oo_first[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[j*S + j], Ct1_oo_first[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(C_first[l*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + l)*S + k]*r7[t*S + l], Ct1_oo_first[((t*S + l)*S + k)*S + i], AT(fma)(C_first[l*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + l)*S + k]*r7[t*S + l], Ct1_oo_first[((t*S + l)*S + k)*S + j], AT(fma)(C_first[k*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + k)*S + l]*r7[t*S + k], Ct1_oo_first[((t*S + k)*S + l)*S + i], AT(fma)(C_first[k*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r11[(t*S + k)*S + l]*r7[t*S + k], Ct1_oo_first[((t*S + k)*S + l)*S + j], (AT(fma)(t49*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[k*S + k], Ct_first[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_first[l*S + l], Ct1_oo_first[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_first[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo_first[((t*S + k)*S + l)*S + i]*(r11[(t*S + k)*S + l]*r11[(t*S + k)*S + l]), Ct1_oo_first[((t*S + k)*S + l)*S + j], Ct1_oo_first[((t*S + k)*S + i)*S + j]))*r11[(t*S + k)*S + l]*r7[t*S + k])))))))))))));
                            }
                            I4_first[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C_first[i*S + j], AT(fma)(0.039788735772973836*C_first[i*S + j], r9[l*S + j], AT(fma)(0.039788735772973836*C_first[i*S + j], r9[k*S + j], AT(fma)(0.039788735772973836*C_first[i*S + j], r9[i*S + j], AT(fma)(t64, C_first[l*S + j], AT(fma)(t63, r8[l*S + j], AT(fma)(t61, C_first[k*S + j], AT(fma)(t60, r8[k*S + j], AT(fma)(t58, C_first[i*S + j], AT(fma)(t57, C_first[i*S + j], AT(fma)(LANES(0.039788735772973836), r8[i*S + j], t48)))))))))));
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
                            I4_first[((l*K + k)*S + i)*S + j] = I4_first[((k*K + l)*S + i)*S + j];
                            I4_first[((k*K + l)*S + j)*S + i] = I4_first[((k*K + l)*S + i)*S + j];
                            I4_first[((l*K + k)*S + j)*S + i] = I4_first[((k*K + l)*S + i)*S + j];
                        }
                    }
                }
            }
        }
    }
    /* I_g2g0_first: <g''(z_k) g(z_i)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            const lanes t65 = 0.15915494309189535*(r10[k]*r10[k]);
            for (int i = 0; i < S; ++i) {
                I_g2g0_first[k*S + i] = t65*AT(tolerant_root)(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i]));
            }
        }
    }
    /* J2_first: <g'(z_i) g'(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2_first[k*S + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C_first[k*S + l], AT(tolerant_root)(C_first[k*S + k]*C_first[l*S + l], (C_first[k*S + l]*C_first[k*S + l]))), LANES(0.25));
                J2_first[l*S + k] = J2_first[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                J2_first[k*S + K + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C_first[k*S + K + l], AT(tolerant_root)(C_first[k*S + k]*C_first[(K + l)*S + K + l], (C_first[k*S + K + l]*C_first[k*S + K + l]))), LANES(0.25));
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    J2_first[(K + k)*S + K + l] = AT(select)(general, AT(fma)(LANES(0.15915494309189535), AT(angle)(C_first[(K + k)*S + K + l], AT(tolerant_root)(C_first[(K + k)*S + K + k]*C_first[(K + l)*S + K + l], (C_first[(K + k)*S + K + l]*C_first[(K + k)*S + K + l]))), LANES(0.25)), LANES(0.0));
                    J2_first[(K + l)*S + K + k] = J2_first[(K + k)*S + K + l];
                }
            }
        }
    }
    /* c0_first: c = (head, -u) in the task first */
    {
        for (int k = 0; k < K; ++k) {
            c0_first[k] = w0_first[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            c0_first[K + n] = -u_first[n];
        }
    }
    /* mc0_first: <c_i> over the task */
    {
        for (int i = 0; i < S; ++i) {
            mc0_first[i] = c0_first[i];
        }
    }
    /* G0_first: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0_first[k*S + l] = c0_first[k]*c0_first[l];
                G0_first[l*S + k] = G0_first[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                G0_first[k*S + K + l] = c0_first[k]*c0_first[K + l];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    G0_first[(K + k)*S + K + l] = AT(select)(general, c0_first[K + k]*c0_first[K + l], LANES(0.0));
                    G0_first[(K + l)*S + K + k] = G0_first[(K + k)*S + K + l];
                }
            }
        }
        /* A_first: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
        {
            const lanes t69 = -given->eta_J;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                const lanes t67 = 0.15915494309189535*(r10[k]*r10[k]);
                const lanes t67_k_1 = 0.15915494309189535*(r10[k_1]*r10[k_1]);
                const lanes t67_k_2 = 0.15915494309189535*(r10[k_2]*r10[k_2]);
                for (int l = 0; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t68 = t67*C_first[k*S + l];
                    const lanes t68_k_1 = t67_k_1*C_first[k_1*S + l];
                    const lanes t68_k_2 = t67_k_2*C_first[k_2*S + l];
                    const lanes t68_l_1 = t67*C_first[k*S + l_1];
                    const lanes t68_l_1_k_1 = t67_k_1*C_first[k_1*S + l_1];
                    const lanes t68_l_1_k_2 = t67_k_2*C_first[k_2*S + l_1];
                    const lanes t68_l_2 = t67*C_first[k*S + l_2];
                    const lanes t68_l_2_k_1 = t67_k_1*C_first[k_1*S + l_2];
                    const lanes t68_l_2_k_2 = t67_k_2*C_first[k_2*S + l_2];
                    lanes t66 = LANES(0.0);
                    lanes t66_k_1 = LANES(0.0);
                    lanes t66_k_2 = LANES(0.0);
                    lanes t66_l_1 = LANES(0.0);
                    lanes t66_l_1_k_1 = LANES(0.0);
                    lanes t66_l_1_k_2 = LANES(0.0);
                    lanes t66_l_2 = LANES(0.0);
                    lanes t66_l_2_k_1 = LANES(0.0);
                    lanes t66_l_2_k_2 = LANES(0.0);
                    for (int j = 0; j < S; ++j) {
                        const lanes x_0 = AT(held)(C_first[l*S + j]);
                        const lanes x_1 = AT(held)(G0_first[k*S + j]);
                        const lanes x_2 = AT(held)(r8[k*S + j]);
                        const lanes x_3 = AT(held)(r9[k*S + j]);
                        const lanes x_4 = AT(held)(G0_first[k_1*S + j]);
                        const lanes x_5 = AT(held)(r8[k_1*S + j]);
                        const lanes x_6 = AT(held)(r9[k_1*S + j]);
                        const lanes x_7 = AT(held)(G0_first[k_2*S + j]);
                        const lanes x_8 = AT(held)(r8[k_2*S + j]);
                        const lanes x_9 = AT(held)(r9[k_2*S + j]);
                        const lanes x_10 = AT(held)(C_first[l_1*S + j]);
                        const lanes x_11 = AT(held)(C_first[l_2*S + j]);
                        t66 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, x_3, AT(fma)(t68, x_2, 0.25*x_0)), t66);
                        t66_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_0, x_6, AT(fma)(t68_k_1, x_5, 0.25*x_0)), t66_k_1);
                        t66_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_0, x_9, AT(fma)(t68_k_2, x_8, 0.25*x_0)), t66_k_2);
                        t66_l_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_10, x_3, AT(fma)(t68_l_1, x_2, 0.25*x_10)), t66_l_1);
                        t66_l_1_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_10, x_6, AT(fma)(t68_l_1_k_1, x_5, 0.25*x_10)), t66_l_1_k_1);
                        t66_l_1_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_10, x_9, AT(fma)(t68_l_1_k_2, x_8, 0.25*x_10)), t66_l_1_k_2);
                        t66_l_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_11, x_3, AT(fma)(t68_l_2, x_2, 0.25*x_11)), t66_l_2);
                        t66_l_2_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_11, x_6, AT(fma)(t68_l_2_k_1, x_5, 0.25*x_11)), t66_l_2_k_1);
                        t66_l_2_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_11, x_9, AT(fma)(t68_l_2_k_2, x_8, 0.25*x_11)), t66_l_2_k_2);
                    }
                    A_first[k*S + l] = t66*t69;
                    A_first[k_1*S + l] = t66_k_1*t69;
                    A_first[k_2*S + l] = t66_k_2*t69;
                    A_first[k*S + l_1] = t66_l_1*t69;
                    A_first[k_1*S + l_1] = t66_l_1_k_1*t69;
                    A_first[k_2*S + l_1] = t66_l_1_k_2*t69;
                    A_first[k*S + l_2] = t66_l_2*t69;
                    A_first[k_1*S + l_2] = t66_l_2_k_1*t69;
                    A_first[k_2*S + l_2] = t66_l_2_k_2*t69;
                }
                for (int l = K/3*3; l < K; ++l) {
                    const lanes t68 = t67*C_first[k*S + l];
                    const lanes t68_k_1 = t67_k_1*C_first[k_1*S + l];
                    const lanes t68_k_2 = t67_k_2*C_first[k_2*S + l];
                    lanes t66 = LANES(0.0);
                    lanes t66_k_1 = LANES(0.0);
                    lanes t66_k_2 = LANES(0.0);
                    for (int j = 0; j < S; ++j) {
                        const lanes x_0 = AT(held)(C_first[l*S + j]);
                        t66 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r9[k*S + j], AT(fma)(t68, r8[k*S + j], 0.25*x_0)), G0_first[k*S + j], t66);
                        t66_k_1 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r9[k_1*S + j], AT(fma)(t68_k_1, r8[k_1*S + j], 0.25*x_0)), G0_first[k_1*S + j], t66_k_1);
                        t66_k_2 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r9[k_2*S + j], AT(fma)(t68_k_2, r8[k_2*S + j], 0.25*x_0)), G0_first[k_2*S + j], t66_k_2);
                    }
                    A_first[k*S + l] = t66*t69;
                    A_first[k_1*S + l] = t66_k_1*t69;
                    A_first[k_2*S + l] = t66_k_2*t69;
                }
            }
            for (int k = K/3*3; k < K; ++k) {
                const lanes t67 = 0.15915494309189535*(r10[k]*r10[k]);
                for (int l = 0; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t68 = t67*C_first[k*S + l];
                    const lanes t68_l_1 = t67*C_first[k*S + l_1];
                    const lanes t68_l_2 = t67*C_first[k*S + l_2];
                    lanes t66 = LANES(0.0);
                    lanes t66_l_1 = LANES(0.0);
                    lanes t66_l_2 = LANES(0.0);
                    for (int j = 0; j < S; ++j) {
                        const lanes x_0 = AT(held)(G0_first[k*S + j]);
                        const lanes x_1 = AT(held)(r8[k*S + j]);
                        const lanes x_2 = AT(held)(r9[k*S + j]);
                        t66 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_first[l*S + j], AT(fma)(0.15915494309189535*x_2, C_first[l*S + j], t68*x_1)), t66);
                        t66_l_1 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_first[l_1*S + j], AT(fma)(0.15915494309189535*x_2, C_first[l_1*S + j], t68_l_1*x_1)), t66_l_1);
                        t66_l_2 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_first[l_2*S + j], AT(fma)(0.15915494309189535*x_2, C_first[l_2*S + j], t68_l_2*x_1)), t66_l_2);
                    }
                    A_first[k*S + l] = t66*t69;
                    A_first[k*S + l_1] = t66_l_1*t69;
                    A_first[k*S + l_2] = t66_l_2*t69;
                }
                for (int l = K/3*3; l < K; ++l) {
                    const lanes t68 = t67*C_first[k*S + l];
                    lanes t66 = LANES(0.0);
                    for (int j = 0; j < S; ++j) {
                        t66 = AT(fma)(AT(fma)(LANES(0.25), C_first[l*S + j], AT(fma)(0.15915494309189535*C_first[l*S + j], r9[k*S + j], t68*r8[k*S + j])), G0_first[k*S + j], t66);
                    }
                    A_first[k*S + l] = t66*t69;
                }
            }
        }
    }
    {
        const lanes t73 = -given->eta_J;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            const lanes t71 = 0.15915494309189535*(r10[k]*r10[k]);
            const lanes t71_k_1 = 0.15915494309189535*(r10[k_1]*r10[k_1]);
            const lanes t71_k_2 = 0.15915494309189535*(r10[k_2]*r10[k_2]);
            for (int l = 0; l < M - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                const lanes t72 = t71*C_first[k*S + K + l];
                const lanes t72_k_1 = t71_k_1*C_first[k_1*S + K + l];
                const lanes t72_k_2 = t71_k_2*C_first[k_2*S + K + l];
                const lanes t72_l_1 = t71*C_first[k*S + K + l_1];
                const lanes t72_l_1_k_1 = t71_k_1*C_first[k_1*S + K + l_1];
                const lanes t72_l_1_k_2 = t71_k_2*C_first[k_2*S + K + l_1];
                const lanes t72_l_2 = t71*C_first[k*S + K + l_2];
                const lanes t72_l_2_k_1 = t71_k_1*C_first[k_1*S + K + l_2];
                const lanes t72_l_2_k_2 = t71_k_2*C_first[k_2*S + K + l_2];
                lanes t70 = LANES(0.0);
                lanes t70_k_1 = LANES(0.0);
                lanes t70_k_2 = LANES(0.0);
                lanes t70_l_1 = LANES(0.0);
                lanes t70_l_1_k_1 = LANES(0.0);
                lanes t70_l_1_k_2 = LANES(0.0);
                lanes t70_l_2 = LANES(0.0);
                lanes t70_l_2_k_1 = LANES(0.0);
                lanes t70_l_2_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(C_first[(K + l)*S + j]);
                    const lanes x_1 = AT(held)(G0_first[k*S + j]);
                    const lanes x_2 = AT(held)(r8[k*S + j]);
                    const lanes x_3 = AT(held)(r9[k*S + j]);
                    const lanes x_4 = AT(held)(G0_first[k_1*S + j]);
                    const lanes x_5 = AT(held)(r8[k_1*S + j]);
                    const lanes x_6 = AT(held)(r9[k_1*S + j]);
                    const lanes x_7 = AT(held)(G0_first[k_2*S + j]);
                    const lanes x_8 = AT(held)(r8[k_2*S + j]);
                    const lanes x_9 = AT(held)(r9[k_2*S + j]);
                    const lanes x_10 = AT(held)(C_first[(K + l_1)*S + j]);
                    const lanes x_11 = AT(held)(C_first[(K + l_2)*S + j]);
                    t70 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, x_3, AT(fma)(t72, x_2, 0.25*x_0)), t70);
                    t70_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_0, x_6, AT(fma)(t72_k_1, x_5, 0.25*x_0)), t70_k_1);
                    t70_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_0, x_9, AT(fma)(t72_k_2, x_8, 0.25*x_0)), t70_k_2);
                    t70_l_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_10, x_3, AT(fma)(t72_l_1, x_2, 0.25*x_10)), t70_l_1);
                    t70_l_1_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_10, x_6, AT(fma)(t72_l_1_k_1, x_5, 0.25*x_10)), t70_l_1_k_1);
                    t70_l_1_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_10, x_9, AT(fma)(t72_l_1_k_2, x_8, 0.25*x_10)), t70_l_1_k_2);
                    t70_l_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_11, x_3, AT(fma)(t72_l_2, x_2, 0.25*x_11)), t70_l_2);
                    t70_l_2_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_11, x_6, AT(fma)(t72_l_2_k_1, x_5, 0.25*x_11)), t70_l_2_k_1);
                    t70_l_2_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_11, x_9, AT(fma)(t72_l_2_k_2, x_8, 0.25*x_11)), t70_l_2_k_2);
                }
                A_first[k*S + K + l] = t70*t73;
                A_first[k_1*S + K + l] = t70_k_1*t73;
                A_first[k_2*S + K + l] = t70_k_2*t73;
                A_first[k*S + K + l_1] = t70_l_1*t73;
                A_first[k_1*S + K + l_1] = t70_l_1_k_1*t73;
                A_first[k_2*S + K + l_1] = t70_l_1_k_2*t73;
                A_first[k*S + K + l_2] = t70_l_2*t73;
                A_first[k_1*S + K + l_2] = t70_l_2_k_1*t73;
                A_first[k_2*S + K + l_2] = t70_l_2_k_2*t73;
            }
            for (int l = M/3*3; l < M; ++l) {
                const lanes t72 = t71*C_first[k*S + K + l];
                const lanes t72_k_1 = t71_k_1*C_first[k_1*S + K + l];
                const lanes t72_k_2 = t71_k_2*C_first[k_2*S + K + l];
                lanes t70 = LANES(0.0);
                lanes t70_k_1 = LANES(0.0);
                lanes t70_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(C_first[(K + l)*S + j]);
                    t70 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r9[k*S + j], AT(fma)(t72, r8[k*S + j], 0.25*x_0)), G0_first[k*S + j], t70);
                    t70_k_1 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r9[k_1*S + j], AT(fma)(t72_k_1, r8[k_1*S + j], 0.25*x_0)), G0_first[k_1*S + j], t70_k_1);
                    t70_k_2 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r9[k_2*S + j], AT(fma)(t72_k_2, r8[k_2*S + j], 0.25*x_0)), G0_first[k_2*S + j], t70_k_2);
                }
                A_first[k*S + K + l] = t70*t73;
                A_first[k_1*S + K + l] = t70_k_1*t73;
                A_first[k_2*S + K + l] = t70_k_2*t73;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            const lanes t71 = 0.15915494309189535*(r10[k]*r10[k]);
            for (int l = 0; l < M - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                const lanes t72 = t71*C_first[k*S + K + l];
                const lanes t72_l_1 = t71*C_first[k*S + K + l_1];
                const lanes t72_l_2 = t71*C_first[k*S + K + l_2];
                lanes t70 = LANES(0.0);
                lanes t70_l_1 = LANES(0.0);
                lanes t70_l_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_first[k*S + j]);
                    const lanes x_1 = AT(held)(r8[k*S + j]);
                    const lanes x_2 = AT(held)(r9[k*S + j]);
                    t70 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_first[(K + l)*S + j], AT(fma)(0.15915494309189535*x_2, C_first[(K + l)*S + j], t72*x_1)), t70);
                    t70_l_1 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_first[(K + l_1)*S + j], AT(fma)(0.15915494309189535*x_2, C_first[(K + l_1)*S + j], t72_l_1*x_1)), t70_l_1);
                    t70_l_2 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_first[(K + l_2)*S + j], AT(fma)(0.15915494309189535*x_2, C_first[(K + l_2)*S + j], t72_l_2*x_1)), t70_l_2);
                }
                A_first[k*S + K + l] = t70*t73;
                A_first[k*S + K + l_1] = t70_l_1*t73;
                A_first[k*S + K + l_2] = t70_l_2*t73;
            }
            for (int l = M/3*3; l < M; ++l) {
                const lanes t72 = t71*C_first[k*S + K + l];
                lanes t70 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t70 = AT(fma)(AT(fma)(LANES(0.25), C_first[(K + l)*S + j], AT(fma)(0.15915494309189535*C_first[(K + l)*S + j], r9[k*S + j], t72*r8[k*S + j])), G0_first[k*S + j], t70);
                }
                A_first[k*S + K + l] = t70*t73;
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* E_first: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t76 = (given->eta_J*given->eta_J)*(given->noise*given->noise)*given->over_V;
            const lanes t77 = (given->eta_J*given->eta_J)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t78 = t77*c0_first[k];
                for (int l = k; l < K; ++l) {
                    lanes t74 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = i + 1; j < S; ++j) {
                            t74 = AT(fma)(c0_first[i]*c0_first[j], I4_first[((k*K + l)*S + i)*S + j], t74);
                        }
                    }
                    t74 = t74 + t74;
                    for (int i = 0; i < S; ++i) {
                        const lanes t75 = I4_first[((k*K + l)*S + i)*S + i]*(c0_first[i]*c0_first[i]);
                        t74 = t74 + t75;
                    }
                    E_first[k*K + l] = AT(fma)(t76*G0_first[k*S + l], J2_first[k*S + l], t74*t78*c0_first[l]);
                }
            }
        }
    }
    /* W_first: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    {
        const lanes t80 = -given->eta_J;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t79 = LANES(0.0);
                lanes t79_k_1 = LANES(0.0);
                lanes t79_k_2 = LANES(0.0);
                lanes t79_l_1 = LANES(0.0);
                lanes t79_l_1_k_1 = LANES(0.0);
                lanes t79_l_1_k_2 = LANES(0.0);
                lanes t79_l_2 = LANES(0.0);
                lanes t79_l_2_k_1 = LANES(0.0);
                lanes t79_l_2_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_first[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_first[k*S + i]);
                    const lanes x_2 = AT(held)(G0_first[k_1*S + i]);
                    const lanes x_3 = AT(held)(I_g2g0_first[k_1*S + i]);
                    const lanes x_4 = AT(held)(G0_first[k_2*S + i]);
                    const lanes x_5 = AT(held)(I_g2g0_first[k_2*S + i]);
                    t79 = AT(fma)(x_0, x_1, t79);
                    t79_k_1 = AT(fma)(x_2, x_3, t79_k_1);
                    t79_k_2 = AT(fma)(x_4, x_5, t79_k_2);
                    t79_l_1 = AT(fma)(x_0, x_1, t79_l_1);
                    t79_l_1_k_1 = AT(fma)(x_2, x_3, t79_l_1_k_1);
                    t79_l_1_k_2 = AT(fma)(x_4, x_5, t79_l_1_k_2);
                    t79_l_2 = AT(fma)(x_0, x_1, t79_l_2);
                    t79_l_2_k_1 = AT(fma)(x_2, x_3, t79_l_2_k_1);
                    t79_l_2_k_2 = AT(fma)(x_4, x_5, t79_l_2_k_2);
                }
                W_first[k*S + l] = AT(fma)(t80*G0_first[k*S + l], J2_first[k*S + l], t79*t80*LANES(k == l ? 1.0 : 0.0));
                W_first[k_1*S + l] = AT(fma)(t80*G0_first[k_1*S + l], J2_first[k_1*S + l], t79_k_1*t80*LANES(k_1 == l ? 1.0 : 0.0));
                W_first[k_2*S + l] = AT(fma)(t80*G0_first[k_2*S + l], J2_first[k_2*S + l], t79_k_2*t80*LANES(k_2 == l ? 1.0 : 0.0));
                W_first[k*S + l_1] = AT(fma)(t80*G0_first[k*S + l_1], J2_first[k*S + l_1], t79_l_1*t80*LANES(k == l_1 ? 1.0 : 0.0));
                W_first[k_1*S + l_1] = AT(fma)(t80*G0_first[k_1*S + l_1], J2_first[k_1*S + l_1], t79_l_1_k_1*t80*LANES(k_1 == l_1 ? 1.0 : 0.0));
                W_first[k_2*S + l_1] = AT(fma)(t80*G0_first[k_2*S + l_1], J2_first[k_2*S + l_1], t79_l_1_k_2*t80*LANES(k_2 == l_1 ? 1.0 : 0.0));
                W_first[k*S + l_2] = AT(fma)(t80*G0_first[k*S + l_2], J2_first[k*S + l_2], t79_l_2*t80*LANES(k == l_2 ? 1.0 : 0.0));
                W_first[k_1*S + l_2] = AT(fma)(t80*G0_first[k_1*S + l_2], J2_first[k_1*S + l_2], t79_l_2_k_1*t80*LANES(k_1 == l_2 ? 1.0 : 0.0));
                W_first[k_2*S + l_2] = AT(fma)(t80*G0_first[k_2*S + l_2], J2_first[k_2*S + l_2], t79_l_2_k_2*t80*LANES(k_2 == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t79 = LANES(0.0);
                lanes t79_k_1 = LANES(0.0);
                lanes t79_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t79 = AT(fma)(G0_first[k*S + i], I_g2g0_first[k*S + i], t79);
                    t79_k_1 = AT(fma)(G0_first[k_1*S + i], I_g2g0_first[k_1*S + i], t79_k_1);
                    t79_k_2 = AT(fma)(G0_first[k_2*S + i], I_g2g0_first[k_2*S + i], t79_k_2);
                }
                W_first[k*S + l] = AT(fma)(t80*G0_first[k*S + l], J2_first[k*S + l], t79*t80*LANES(k == l ? 1.0 : 0.0));
                W_first[k_1*S + l] = AT(fma)(t80*G0_first[k_1*S + l], J2_first[k_1*S + l], t79_k_1*t80*LANES(k_1 == l ? 1.0 : 0.0));
                W_first[k_2*S + l] = AT(fma)(t80*G0_first[k_2*S + l], J2_first[k_2*S + l], t79_k_2*t80*LANES(k_2 == l ? 1.0 : 0.0));
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t79 = LANES(0.0);
                lanes t79_l_1 = LANES(0.0);
                lanes t79_l_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_first[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_first[k*S + i]);
                    t79 = AT(fma)(x_0, x_1, t79);
                    t79_l_1 = AT(fma)(x_0, x_1, t79_l_1);
                    t79_l_2 = AT(fma)(x_0, x_1, t79_l_2);
                }
                W_first[k*S + l] = AT(fma)(t80*G0_first[k*S + l], J2_first[k*S + l], t79*t80*LANES(k == l ? 1.0 : 0.0));
                W_first[k*S + l_1] = AT(fma)(t80*G0_first[k*S + l_1], J2_first[k*S + l_1], t79_l_1*t80*LANES(k == l_1 ? 1.0 : 0.0));
                W_first[k*S + l_2] = AT(fma)(t80*G0_first[k*S + l_2], J2_first[k*S + l_2], t79_l_2*t80*LANES(k == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t79 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t79 = AT(fma)(G0_first[k*S + i], I_g2g0_first[k*S + i], t79);
                }
                W_first[k*S + l] = AT(fma)(t80*G0_first[k*S + l], J2_first[k*S + l], t79*t80*LANES(k == l ? 1.0 : 0.0));
            }
        }
    }
    {
        const lanes t81 = -given->eta_J;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                W_first[k*S + K + n] = t81*G0_first[k*S + K + n]*J2_first[k*S + K + n];
            }
        }
    }
    /* dw0_first: dw0/dalpha */
    {
        const lanes t83 = -given->eta_0;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            lanes t82 = LANES(0.0);
            lanes t82_k_1 = LANES(0.0);
            lanes t82_k_2 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                const lanes x_0 = AT(held)(C_first[i*S + i]);
                const lanes x_1 = AT(held)(mc0_first[i]);
                t82 = AT(fma)(x_1, AT(fma)(LANES(0.25), C_first[k*S + i], AT(fma)(0.15915494309189535*C_first[k*S + i], AT(angle)(C_first[k*S + i], AT(tolerant_root)(x_0*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i])))), t82);
                t82_k_1 = AT(fma)(x_1, AT(fma)(LANES(0.25), C_first[k_1*S + i], AT(fma)(0.15915494309189535*C_first[k_1*S + i], AT(angle)(C_first[k_1*S + i], AT(tolerant_root)(x_0*C_first[k_1*S + k_1], (C_first[k_1*S + i]*C_first[k_1*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C_first[k_1*S + k_1], (C_first[k_1*S + i]*C_first[k_1*S + i])))), t82_k_1);
                t82_k_2 = AT(fma)(x_1, AT(fma)(LANES(0.25), C_first[k_2*S + i], AT(fma)(0.15915494309189535*C_first[k_2*S + i], AT(angle)(C_first[k_2*S + i], AT(tolerant_root)(x_0*C_first[k_2*S + k_2], (C_first[k_2*S + i]*C_first[k_2*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C_first[k_2*S + k_2], (C_first[k_2*S + i]*C_first[k_2*S + i])))), t82_k_2);
            }
            dw0_first[k] = t82*t83;
            dw0_first[k_1] = t82_k_1*t83;
            dw0_first[k_2] = t82_k_2*t83;
        }
        for (int k = K/3*3; k < K; ++k) {
            lanes t82 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                t82 = AT(fma)(AT(fma)(LANES(0.25), C_first[k*S + i], AT(fma)(0.15915494309189535*C_first[k*S + i], AT(angle)(C_first[k*S + i], AT(tolerant_root)(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i]))), 0.15915494309189535*AT(tolerant_root)(C_first[i*S + i]*C_first[k*S + k], (C_first[k*S + i]*C_first[k*S + i])))), mc0_first[i], t82);
            }
            dw0_first[k] = t82*t83;
        }
    }
    /* c0_second_ahead: c = (head, -u) in the task second */
    {
        for (int k = 0; k < K; ++k) {
            c0_second_ahead[k] = w0[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            c0_second_ahead[K + n] = -u_second[n];
        }
    }
    /* mc0_second_ahead: <c_i> over the task */
    {
        for (int i = 0; i < S; ++i) {
            mc0_second_ahead[i] = c0_second_ahead[i];
        }
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0_second_ahead[k*S + l] = c0_second_ahead[k]*c0_second_ahead[l];
                G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                G0_second_ahead[k*S + K + l] = c0_second_ahead[k]*c0_second_ahead[K + l];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    G0_second_ahead[(K + k)*S + K + l] = AT(select)(general, c0_second_ahead[K + k]*c0_second_ahead[K + l], LANES(0.0));
                    G0_second_ahead[(K + l)*S + K + k] = G0_second_ahead[(K + k)*S + K + l];
                }
            }
        }
    }
    /* A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    {
        const lanes t85 = -given->gamma;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t84 = LANES(0.0);
                lanes t84_k_1 = LANES(0.0);
                lanes t84_k_2 = LANES(0.0);
                lanes t84_i_1 = LANES(0.0);
                lanes t84_i_1_k_1 = LANES(0.0);
                lanes t84_i_1_k_2 = LANES(0.0);
                lanes t84_i_2 = LANES(0.0);
                lanes t84_i_2_k_1 = LANES(0.0);
                lanes t84_i_2_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_second_ahead[k*S + j]);
                    const lanes x_1 = AT(held)(G0_second_ahead[k_1*S + j]);
                    const lanes x_2 = AT(held)(G0_second_ahead[k_2*S + j]);
                    t84 = AT(fma)(x_0, I3_ahead[(k*S + i)*S + j], t84);
                    t84_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i)*S + j], t84_k_1);
                    t84_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i)*S + j], t84_k_2);
                    t84_i_1 = AT(fma)(x_0, I3_ahead[(k*S + i_1)*S + j], t84_i_1);
                    t84_i_1_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i_1)*S + j], t84_i_1_k_1);
                    t84_i_1_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i_1)*S + j], t84_i_1_k_2);
                    t84_i_2 = AT(fma)(x_0, I3_ahead[(k*S + i_2)*S + j], t84_i_2);
                    t84_i_2_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i_2)*S + j], t84_i_2_k_1);
                    t84_i_2_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i_2)*S + j], t84_i_2_k_2);
                }
                A_second_ahead[k*S + i] = t84*t85;
                A_second_ahead[k_1*S + i] = t84_k_1*t85;
                A_second_ahead[k_2*S + i] = t84_k_2*t85;
                A_second_ahead[k*S + i_1] = t84_i_1*t85;
                A_second_ahead[k_1*S + i_1] = t84_i_1_k_1*t85;
                A_second_ahead[k_2*S + i_1] = t84_i_1_k_2*t85;
                A_second_ahead[k*S + i_2] = t84_i_2*t85;
                A_second_ahead[k_1*S + i_2] = t84_i_2_k_1*t85;
                A_second_ahead[k_2*S + i_2] = t84_i_2_k_2*t85;
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t84 = LANES(0.0);
                lanes t84_k_1 = LANES(0.0);
                lanes t84_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t84 = AT(fma)(G0_second_ahead[k*S + j], I3_ahead[(k*S + i)*S + j], t84);
                    t84_k_1 = AT(fma)(G0_second_ahead[k_1*S + j], I3_ahead[(k_1*S + i)*S + j], t84_k_1);
                    t84_k_2 = AT(fma)(G0_second_ahead[k_2*S + j], I3_ahead[(k_2*S + i)*S + j], t84_k_2);
                }
                A_second_ahead[k*S + i] = t84*t85;
                A_second_ahead[k_1*S + i] = t84_k_1*t85;
                A_second_ahead[k_2*S + i] = t84_k_2*t85;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t84 = LANES(0.0);
                lanes t84_i_1 = LANES(0.0);
                lanes t84_i_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_second_ahead[k*S + j]);
                    t84 = AT(fma)(x_0, I3_ahead[(k*S + i)*S + j], t84);
                    t84_i_1 = AT(fma)(x_0, I3_ahead[(k*S + i_1)*S + j], t84_i_1);
                    t84_i_2 = AT(fma)(x_0, I3_ahead[(k*S + i_2)*S + j], t84_i_2);
                }
                A_second_ahead[k*S + i] = t84*t85;
                A_second_ahead[k*S + i_1] = t84_i_1*t85;
                A_second_ahead[k*S + i_2] = t84_i_2*t85;
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t84 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t84 = AT(fma)(G0_second_ahead[k*S + j], I3_ahead[(k*S + i)*S + j], t84);
                }
                A_second_ahead[k*S + i] = t84*t85;
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        /* E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t88 = (given->gamma*given->gamma)*(given->noise*given->noise)*given->over_ratio;
            const lanes t89 = (given->gamma*given->gamma)*given->over_ratio;
            for (int k = 0; k < K; ++k) {
                const lanes t90 = t89*c0_second_ahead[k];
                for (int l = k; l < K; ++l) {
                    lanes t86 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = i + 1; j < S; ++j) {
                            t86 = AT(fma)(c0_second_ahead[i]*c0_second_ahead[j], I4_ahead[((k*K + l)*S + i)*S + j], t86);
                        }
                    }
                    t86 = t86 + t86;
                    for (int i = 0; i < S; ++i) {
                        const lanes t87 = I4_ahead[((k*K + l)*S + i)*S + i]*(c0_second_ahead[i]*c0_second_ahead[i]);
                        t86 = t86 + t87;
                    }
                    E_second_ahead[k*K + l] = AT(fma)(t88*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t86*t90*c0_second_ahead[l]);
                }
            }
        }
    }
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    {
        const lanes t92 = -given->gamma;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t91 = LANES(0.0);
                lanes t91_k_1 = LANES(0.0);
                lanes t91_k_2 = LANES(0.0);
                lanes t91_l_1 = LANES(0.0);
                lanes t91_l_1_k_1 = LANES(0.0);
                lanes t91_l_1_k_2 = LANES(0.0);
                lanes t91_l_2 = LANES(0.0);
                lanes t91_l_2_k_1 = LANES(0.0);
                lanes t91_l_2_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_second_ahead[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_ahead[k*S + i]);
                    const lanes x_2 = AT(held)(G0_second_ahead[k_1*S + i]);
                    const lanes x_3 = AT(held)(I_g2g0_ahead[k_1*S + i]);
                    const lanes x_4 = AT(held)(G0_second_ahead[k_2*S + i]);
                    const lanes x_5 = AT(held)(I_g2g0_ahead[k_2*S + i]);
                    t91 = AT(fma)(x_0, x_1, t91);
                    t91_k_1 = AT(fma)(x_2, x_3, t91_k_1);
                    t91_k_2 = AT(fma)(x_4, x_5, t91_k_2);
                    t91_l_1 = AT(fma)(x_0, x_1, t91_l_1);
                    t91_l_1_k_1 = AT(fma)(x_2, x_3, t91_l_1_k_1);
                    t91_l_1_k_2 = AT(fma)(x_4, x_5, t91_l_1_k_2);
                    t91_l_2 = AT(fma)(x_0, x_1, t91_l_2);
                    t91_l_2_k_1 = AT(fma)(x_2, x_3, t91_l_2_k_1);
                    t91_l_2_k_2 = AT(fma)(x_4, x_5, t91_l_2_k_2);
                }
                W_second_ahead[k*S + l] = AT(fma)(t92*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t91*t92*LANES(k == l ? 1.0 : 0.0));
                W_second_ahead[k_1*S + l] = AT(fma)(t92*G0_second_ahead[k_1*S + l], J2_ahead[k_1*S + l], t91_k_1*t92*LANES(k_1 == l ? 1.0 : 0.0));
                W_second_ahead[k_2*S + l] = AT(fma)(t92*G0_second_ahead[k_2*S + l], J2_ahead[k_2*S + l], t91_k_2*t92*LANES(k_2 == l ? 1.0 : 0.0));
                W_second_ahead[k*S + l_1] = AT(fma)(t92*G0_second_ahead[k*S + l_1], J2_ahead[k*S + l_1], t91_l_1*t92*LANES(k == l_1 ? 1.0 : 0.0));
                W_second_ahead[k_1*S + l_1] = AT(fma)(t92*G0_second_ahead[k_1*S + l_1], J2_ahead[k_1*S + l_1], t91_l_1_k_1*t92*LANES(k_1 == l_1 ? 1.0 : 0.0));
                W_second_ahead[k_2*S + l_1] = AT(fma)(t92*G0_second_ahead[k_2*S + l_1], J2_ahead[k_2*S + l_1], t91_l_1_k_2*t92*LANES(k_2 == l_1 ? 1.0 : 0.0));
                W_second_ahead[k*S + l_2] = AT(fma)(t92*G0_second_ahead[k*S + l_2], J2_ahead[k*S + l_2], t91_l_2*t92*LANES(k == l_2 ? 1.0 : 0.0));
                W_second_ahead[k_1*S + l_2] = AT(fma)(t92*G0_second_ahead[k_1*S + l_2], J2_ahead[k_1*S + l_2], t91_l_2_k_1*t92*LANES(k_1 == l_2 ? 1.0 : 0.0));
                W_second_ahead[k_2*S + l_2] = AT(fma)(t92*G0_second_ahead[k_2*S + l_2], J2_ahead[k_2*S + l_2], t91_l_2_k_2*t92*LANES(k_2 == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t91 = LANES(0.0);
                lanes t91_k_1 = LANES(0.0);
                lanes t91_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t91 = AT(fma)(G0_second_ahead[k*S + i], I_g2g0_ahead[k*S + i], t91);
                    t91_k_1 = AT(fma)(G0_second_ahead[k_1*S + i], I_g2g0_ahead[k_1*S + i], t91_k_1);
                    t91_k_2 = AT(fma)(G0_second_ahead[k_2*S + i], I_g2g0_ahead[k_2*S + i], t91_k_2);
                }
                W_second_ahead[k*S + l] = AT(fma)(t92*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t91*t92*LANES(k == l ? 1.0 : 0.0));
                W_second_ahead[k_1*S + l] = AT(fma)(t92*G0_second_ahead[k_1*S + l], J2_ahead[k_1*S + l], t91_k_1*t92*LANES(k_1 == l ? 1.0 : 0.0));
                W_second_ahead[k_2*S + l] = AT(fma)(t92*G0_second_ahead[k_2*S + l], J2_ahead[k_2*S + l], t91_k_2*t92*LANES(k_2 == l ? 1.0 : 0.0));
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t91 = LANES(0.0);
                lanes t91_l_1 = LANES(0.0);
                lanes t91_l_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_second_ahead[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_ahead[k*S + i]);
                    t91 = AT(fma)(x_0, x_1, t91);
                    t91_l_1 = AT(fma)(x_0, x_1, t91_l_1);
                    t91_l_2 = AT(fma)(x_0, x_1, t91_l_2);
                }
                W_second_ahead[k*S + l] = AT(fma)(t92*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t91*t92*LANES(k == l ? 1.0 : 0.0));
                W_second_ahead[k*S + l_1] = AT(fma)(t92*G0_second_ahead[k*S + l_1], J2_ahead[k*S + l_1], t91_l_1*t92*LANES(k == l_1 ? 1.0 : 0.0));
                W_second_ahead[k*S + l_2] = AT(fma)(t92*G0_second_ahead[k*S + l_2], J2_ahead[k*S + l_2], t91_l_2*t92*LANES(k == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t91 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t91 = AT(fma)(G0_second_ahead[k*S + i], I_g2g0_ahead[k*S + i], t91);
                }
                W_second_ahead[k*S + l] = AT(fma)(t92*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t91*t92*LANES(k == l ? 1.0 : 0.0));
            }
        }
    }
    {
        const lanes t93 = -given->gamma;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                W_second_ahead[k*S + K + n] = t93*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
            }
        }
    }
    /* Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t94 = LANES(0.0);
                lanes t94_l_1 = LANES(0.0);
                lanes t94_l_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(A_second_ahead[k*S + j]);
                    t94 = AT(fma)(x_0, W_second_ahead[l*S + j], t94);
                    t94_l_1 = AT(fma)(x_0, W_second_ahead[l_1*S + j], t94_l_1);
                    t94_l_2 = AT(fma)(x_0, W_second_ahead[l_2*S + j], t94_l_2);
                }
                Y_second_ahead[k*K + l] = t94;
                Y_second_ahead[k*K + l_1] = t94_l_1;
                Y_second_ahead[k*K + l_2] = t94_l_2;
            }
            for (int l = k + (K - (k))/3*3; l < K; ++l) {
                lanes t94 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t94 = AT(fma)(A_second_ahead[k*S + j], W_second_ahead[l*S + j], t94);
                }
                Y_second_ahead[k*K + l] = t94;
            }
        }
    }
    /* dR_second_ahead: change of R in a step */
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
            }
        }
    }
    /* dQ_second_ahead: change of Q in a step */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ_second_ahead[k*K + l] = dQ_second_ahead[k*K + l] + AT(select)(given->on_ratio, E_second_ahead[k*K + l], LANES(0.0));
                }
            }
        }
    }
    /* dw0_second_ahead: change of w0 in a step */
    {
        const lanes t96 = -given->eta_w;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            lanes t95 = LANES(0.0);
            lanes t95_k_1 = LANES(0.0);
            lanes t95_k_2 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                const lanes x_0 = AT(held)(mc0_second_ahead[i]);
                t95 = AT(fma)(x_0, I2_ahead[k*S + i], t95);
                t95_k_1 = AT(fma)(x_0, I2_ahead[k_1*S + i], t95_k_1);
                t95_k_2 = AT(fma)(x_0, I2_ahead[k_2*S + i], t95_k_2);
            }
            dw0_second_ahead[k] = t95*t96;
            dw0_second_ahead[k_1] = t95_k_1*t96;
            dw0_second_ahead[k_2] = t95_k_2*t96;
        }
        for (int k = K/3*3; k < K; ++k) {
            lanes t95 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                t95 = AT(fma)(mc0_second_ahead[i], I2_ahead[k*S + i], t95);
            }
            dw0_second_ahead[k] = t95*t96;
        }
    }
    /* R_second: overlaps of learner and teacher after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
            }
        }
    }
    /* Q_second: overlaps of the learner after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Q_second[k*K + l] = Q[giant_maml_relu_batch_packed(K, k, l)] + dQ_second_ahead[k*K + l];
            }
        }
    }
    /* w0_second: head start after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            w0_second[k] = dw0_second_ahead[k] + w0[k];
        }
    }
    /* X_second: overlaps of the learner after the giant step with itself before it */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < K; ++l) {
                X_second[k*K + l] = A_second_ahead[k*S + l] + Q[giant_maml_relu_batch_packed(K, k, l)];
            }
        }
    }
    /* C_second: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C_second[k*S + l] = Q_second[k*K + l];
                C_second[l*S + k] = C_second[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C_second[k*S + K + n] = R_second[k*M + n];
                C_second[(K + n)*S + k] = C_second[k*S + K + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C_second[(K + n)*S + K + m] = T[n*M + m];
                C_second[(K + m)*S + K + n] = C_second[(K + n)*S + K + m];
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* Ct_second: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        Ct_second[(t*S + i)*S + j] = C_second[i*S + j]*LANES(giant_maml_relu_batch_path[t]);
                        Ct_second[(t*S + j)*S + i] = Ct_second[(t*S + i)*S + j];
                    }
                }
            }
        }
        /* r14: 1/sqrt((1 - path[t])*C_second[i, i] + Ct_second[t, i, i]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t97 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    r14[t*S + i] = AT(inverse_root)(AT(fma)(t97, C_second[i*S + i], Ct_second[(t*S + i)*S + i]));
                }
            }
        }
        /* Ct1_oo_second: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    const lanes t98 = -(r14[t*S + i]*r14[t*S + i]);
                    for (int j = 0; j < S; ++j) {
                        const lanes t99 = t98*Ct_second[(t*S + i)*S + j];
                        for (int r = j; r < S; ++r) {
                            Ct1_oo_second[((t*S + i)*S + j)*S + r] = AT(fma)(t99, Ct_second[(t*S + i)*S + r], Ct_second[(t*S + j)*S + r]);
                            Ct1_oo_second[((t*S + i)*S + r)*S + j] = Ct1_oo_second[((t*S + i)*S + j)*S + r];
                        }
                    }
                }
            }
        }
        /* Cm_second: <sign(k) sign(l)> minus the rule with nodes */
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t100 = LANES(0.0);
                    lanes t100_l_1 = LANES(0.0);
                    lanes t100_l_2 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        const lanes x_0 = AT(held)(LANES(giant_maml_relu_batch_path[t]));
                        const lanes x_1 = AT(held)(LANES(giant_maml_relu_batch_path_weight[t]));
                        const lanes x_2 = AT(held)(r14[t*S + k]);
                        t100 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_second[l*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + l])), t100);
                        t100_l_1 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_second[l_1*S + l_1], Ct1_oo_second[((t*S + k)*S + l_1)*S + l_1])), t100_l_1);
                        t100_l_2 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_second[l_2*S + l_2], Ct1_oo_second[((t*S + k)*S + l_2)*S + l_2])), t100_l_2);
                    }
                    Cm_second[k*K + l] = AT(fma)(-0.63661977236758138*t100, C_second[k*S + l], 0.63661977236758138*AT(angle)(C_second[k*S + l], AT(tolerant_root)(C_second[k*S + k]*C_second[l*S + l], (C_second[k*S + l]*C_second[k*S + l]))));
                    Cm_second[k*K + l_1] = AT(fma)(-0.63661977236758138*t100_l_1, C_second[k*S + l_1], 0.63661977236758138*AT(angle)(C_second[k*S + l_1], AT(tolerant_root)(C_second[k*S + k]*C_second[l_1*S + l_1], (C_second[k*S + l_1]*C_second[k*S + l_1]))));
                    Cm_second[k*K + l_2] = AT(fma)(-0.63661977236758138*t100_l_2, C_second[k*S + l_2], 0.63661977236758138*AT(angle)(C_second[k*S + l_2], AT(tolerant_root)(C_second[k*S + k]*C_second[l_2*S + l_2], (C_second[k*S + l_2]*C_second[k*S + l_2]))));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t100 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        t100 = AT(fma)(LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + k], AT(inverse_root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[l*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + l])), t100);
                    }
                    Cm_second[k*K + l] = AT(fma)(-0.63661977236758138*t100, C_second[k*S + l], 0.63661977236758138*AT(angle)(C_second[k*S + l], AT(tolerant_root)(C_second[k*S + k]*C_second[l*S + l], (C_second[k*S + l]*C_second[k*S + l]))));
                }
            }
        }
    }
    /* r15: sqrt(C_second[i, i]*C_second[j, j] - C_second[i, j]**2) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r15[i*S + j] = AT(tolerant_root)(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j]));
            }
        }
    }
    /* r16: atan2(C_second[i, j], r15[i, j]) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r16[i*S + j] = AT(angle)(C_second[i*S + j], r15[i*S + j]);
            }
        }
    }
    /* r17: 1/sqrt(C_second[k, k]) */
    {
        for (int k = 0; k < K; ++k) {
            r17[k] = AT(inverse_root)(C_second[k*S + k]);
        }
    }
    if (AT(any)(given->on_V)) {
        /* r18: 1/sqrt((1 - path[t])*C_second[j, j] + Ct1_oo_second[t, i, j, j]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t101 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        r18[(t*S + i)*S + j] = AT(inverse_root)(AT(fma)(t101, C_second[j*S + j], Ct1_oo_second[((t*S + i)*S + j)*S + j]));
                    }
                }
            }
        }
        /* r19: sqrt(((1 - path[t])*C_second[k, k] + Ct_second[t, k, k])*((1 - path[t])*C_second[l, l] + Ct_second[t, l, l]) - Ct_second[t, k, l]**2) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t102 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int k = 0; k < K; ++k) {
                    const lanes t103 = AT(fma)(t102, C_second[k*S + k], Ct_second[(t*S + k)*S + k]);
                    for (int l = 0; l < K; ++l) {
                        r19[(t*K + k)*K + l] = AT(tolerant_root)(t103*(AT(fma)(t102, C_second[l*S + l], Ct_second[(t*S + l)*S + l])), (Ct_second[(t*S + k)*S + l]*Ct_second[(t*S + k)*S + l]));
                    }
                }
            }
        }
        /* r20: atan2(Ct_second[t, k, l], r19[t, k, l]) */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        r20[(t*K + k)*K + l] = AT(angle)(Ct_second[(t*S + k)*S + l], r19[(t*K + k)*K + l]);
                    }
                }
            }
        }
        /* I4_second: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                const lanes t115 = 0.039788735772973836*(r17[k]*r17[k]);
                for (int l = k; l < K; ++l) {
                    const lanes t105 = 1.5707963267948966*Cm_second[k*K + l];
                    const lanes t118 = 0.039788735772973836*(r17[l]*r17[l]);
                    for (int i = 0; i < S; ++i) {
                        const lanes t113 = 0.039788735772973836*r16[k*S + i];
                        const lanes t114 = 0.039788735772973836*r16[l*S + i];
                        const lanes t116 = t115*C_second[k*S + i];
                        const lanes t117 = t115*r15[k*S + i];
                        const lanes t119 = t118*C_second[l*S + i];
                        const lanes t120 = t118*r15[l*S + i];
                        for (int j = i; j < S - 2; j += 3) {
                            const int j_1 = j + 1, j_2 = j + 2;
                            const lanes t106 = C_second[i*S + j]*C_second[k*S + l];
                            const lanes t106_j_1 = C_second[i*S + j_1]*C_second[k*S + l];
                            const lanes t106_j_2 = C_second[i*S + j_2]*C_second[k*S + l];
                            const lanes t107 = 0.039788735772973836*C_second[i*S + j];
                            const lanes t107_j_1 = 0.039788735772973836*C_second[i*S + j_1];
                            const lanes t107_j_2 = 0.039788735772973836*C_second[i*S + j_2];
                            const lanes t108 = C_second[i*S + j]*C_second[k*S + i];
                            const lanes t108_j_1 = C_second[i*S + j_1]*C_second[k*S + i];
                            const lanes t108_j_2 = C_second[i*S + j_2]*C_second[k*S + i];
                            const lanes t109 = C_second[i*S + j]*C_second[l*S + i];
                            const lanes t109_j_1 = C_second[i*S + j_1]*C_second[l*S + i];
                            const lanes t109_j_2 = C_second[i*S + j_2]*C_second[l*S + i];
                            const lanes t110 = C_second[i*S + j]*C_second[k*S + j];
                            const lanes t110_j_1 = C_second[i*S + j_1]*C_second[k*S + j_1];
                            const lanes t110_j_2 = C_second[i*S + j_2]*C_second[k*S + j_2];
                            const lanes t111 = C_second[i*S + j]*C_second[l*S + j];
                            const lanes t111_j_1 = C_second[i*S + j_1]*C_second[l*S + j_1];
                            const lanes t111_j_2 = C_second[i*S + j_2]*C_second[l*S + j_2];
                            const lanes t112 = 0.025330295910584444*(C_second[i*S + j]*C_second[i*S + j]);
                            const lanes t112_j_1 = 0.025330295910584444*(C_second[i*S + j_1]*C_second[i*S + j_1]);
                            const lanes t112_j_2 = 0.025330295910584444*(C_second[i*S + j_2]*C_second[i*S + j_2]);
                            lanes t104 = LANES(0.0);
                            lanes t104_j_1 = LANES(0.0);
                            lanes t104_j_2 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                const lanes x_0 = AT(held)(C_second[i*S + i]);
                                const lanes x_1 = AT(held)(C_second[k*S + i]);
                                const lanes x_2 = AT(held)(C_second[k*S + k]);
                                const lanes x_3 = AT(held)(C_second[k*S + l]);
                                const lanes x_4 = AT(held)(C_second[l*S + i]);
                                const lanes x_5 = AT(held)(C_second[l*S + l]);
                                const lanes x_6 = AT(held)(Ct1_oo_second[((t*S + i)*S + k)*S + k]);
                                const lanes x_7 = AT(held)(Ct1_oo_second[((t*S + i)*S + k)*S + l]);
                                const lanes x_8 = AT(held)(Ct1_oo_second[((t*S + i)*S + l)*S + l]);
                                const lanes x_9 = AT(held)(Ct1_oo_second[((t*S + k)*S + i)*S + i]);
                                const lanes x_10 = AT(held)(Ct1_oo_second[((t*S + k)*S + l)*S + i]);
                                const lanes x_11 = AT(held)(Ct1_oo_second[((t*S + k)*S + l)*S + l]);
                                const lanes x_12 = AT(held)(Ct1_oo_second[((t*S + l)*S + i)*S + i]);
                                const lanes x_13 = AT(held)(Ct1_oo_second[((t*S + l)*S + k)*S + i]);
                                const lanes x_14 = AT(held)(Ct1_oo_second[((t*S + l)*S + k)*S + k]);
                                const lanes x_15 = AT(held)(Ct_second[(t*S + k)*S + k]);
                                const lanes x_16 = AT(held)(LANES(giant_maml_relu_batch_path[t]));
                                const lanes x_17 = AT(held)(LANES(giant_maml_relu_batch_path_last[t]));
                                const lanes x_18 = AT(held)(LANES(giant_maml_relu_batch_path_weight[t]));
                                const lanes x_19 = AT(held)(r14[t*S + i]);
                                const lanes x_20 = AT(held)(r14[t*S + k]);
                                const lanes x_21 = AT(held)(r14[t*S + l]);
                                const lanes x_22 = AT(held)(r18[(t*S + k)*S + i]);
                                const lanes x_23 = AT(held)(r18[(t*S + k)*S + l]);
                                const lanes x_24 = AT(held)(r18[(t*S + l)*S + i]);
                                const lanes x_25 = AT(held)(r18[(t*S + l)*S + k]);
                                const lanes x_26 = AT(held)(r20[(t*K + k)*K + l]);
                                t104 = t104 + AT(fma)(t112*x_18*x_19*(1.0 - x_16)*r18[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), Ct1_oo_second[((t*S + i)*S + l)*S + j], x_7), AT(tolerant_root)((AT(fma)(-(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), (Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), (Ct1_oo_second[((t*S + i)*S + l)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), Ct1_oo_second[((t*S + i)*S + l)*S + j], x_7))*(AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), Ct1_oo_second[((t*S + i)*S + l)*S + j], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_second[j*S + j], AT(fma)(-(x_23*x_23), (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]), Ct1_oo_second[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_second[l*S + j]*r18[(t*S + l)*S + j], Ct1_oo_second[((t*S + l)*S + i)*S + j], AT(fma)(t111*(1.0 - x_16), r18[(t*S + l)*S + j], x_4*AT(root)(AT(fma)(1.0 - x_16, C_second[j*S + j], Ct1_oo_second[((t*S + l)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), Ct1_oo_second[((t*S + l)*S + k)*S + j], x_13), AT(tolerant_root)((AT(fma)(-(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), (Ct1_oo_second[((t*S + l)*S + k)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), Ct1_oo_second[((t*S + l)*S + k)*S + j], x_13))*(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), Ct1_oo_second[((t*S + l)*S + k)*S + j], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_second[((t*S + l)*S + i)*S + j], AT(fma)(t109*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_second[l*S + j]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j], Ct1_oo_second[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_second[j*S + j], AT(fma)(-(x_24*x_24), (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j]), Ct1_oo_second[((t*S + l)*S + j)*S + j]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j], Ct1_oo_second[((t*S + l)*S + k)*S + j]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j], Ct1_oo_second[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_second[k*S + j]*r18[(t*S + k)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j], AT(fma)(t110*(1.0 - x_16), r18[(t*S + k)*S + j], x_1*AT(root)(AT(fma)(1.0 - x_16, C_second[j*S + j], Ct1_oo_second[((t*S + k)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), Ct1_oo_second[((t*S + k)*S + l)*S + j], x_10), AT(tolerant_root)((AT(fma)(-(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), Ct1_oo_second[((t*S + k)*S + l)*S + j], x_10))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), Ct1_oo_second[((t*S + k)*S + l)*S + j], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_second[((t*S + k)*S + i)*S + j], AT(fma)(t108*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_second[k*S + j]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j], Ct1_oo_second[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_second[j*S + j], AT(fma)(-(x_22*x_22), (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j]), Ct1_oo_second[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j], Ct1_oo_second[((t*S + k)*S + l)*S + j]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j], Ct1_oo_second[((t*S + k)*S + l)*S + j]))))), AT(fma)(t107*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_second[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_21*x_25, C_second[l*S + j], AT(fma)(x_10*x_18*x_20*x_23, C_second[k*S + j], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_second[((t*S + k)*S + l)*S + j], AT(fma)(t106*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_second[j*S + j], AT(fma)(-(x_23*x_23), (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]), Ct1_oo_second[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_second[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_21*x_25, C_second[l*S + j], AT(fma)(x_10*x_18*x_20*x_23, C_second[k*S + j], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_second[((t*S + k)*S + l)*S + j], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t104_j_1 = t104_j_1 + AT(fma)(t112_j_1*x_18*x_19*(1.0 - x_16)*r18[(t*S + i)*S + j_1], AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j_1]*(r18[(t*S + i)*S + j_1]*r18[(t*S + i)*S + j_1]), Ct1_oo_second[((t*S + i)*S + l)*S + j_1], x_7), AT(tolerant_root)((AT(fma)(-(r18[(t*S + i)*S + j_1]*r18[(t*S + i)*S + j_1]), (Ct1_oo_second[((t*S + i)*S + k)*S + j_1]*Ct1_oo_second[((t*S + i)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r18[(t*S + i)*S + j_1]*r18[(t*S + i)*S + j_1]), (Ct1_oo_second[((t*S + i)*S + l)*S + j_1]*Ct1_oo_second[((t*S + i)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j_1]*(r18[(t*S + i)*S + j_1]*r18[(t*S + i)*S + j_1]), Ct1_oo_second[((t*S + i)*S + l)*S + j_1], x_7))*(AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j_1]*(r18[(t*S + i)*S + j_1]*r18[(t*S + i)*S + j_1]), Ct1_oo_second[((t*S + i)*S + l)*S + j_1], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_second[j_1*S + j_1], AT(fma)(-(x_23*x_23), (Ct1_oo_second[((t*S + k)*S + l)*S + j_1]*Ct1_oo_second[((t*S + k)*S + l)*S + j_1]), Ct1_oo_second[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], Ct1_oo_second[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], Ct1_oo_second[((t*S + k)*S + i)*S + j_1])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_second[l*S + j_1]*r18[(t*S + l)*S + j_1], Ct1_oo_second[((t*S + l)*S + i)*S + j_1], AT(fma)(t111_j_1*(1.0 - x_16), r18[(t*S + l)*S + j_1], x_4*AT(root)(AT(fma)(1.0 - x_16, C_second[j_1*S + j_1], Ct1_oo_second[((t*S + l)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j_1]*(r18[(t*S + l)*S + j_1]*r18[(t*S + l)*S + j_1]), Ct1_oo_second[((t*S + l)*S + k)*S + j_1], x_13), AT(tolerant_root)((AT(fma)(-(r18[(t*S + l)*S + j_1]*r18[(t*S + l)*S + j_1]), (Ct1_oo_second[((t*S + l)*S + k)*S + j_1]*Ct1_oo_second[((t*S + l)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r18[(t*S + l)*S + j_1]*r18[(t*S + l)*S + j_1]), (Ct1_oo_second[((t*S + l)*S + i)*S + j_1]*Ct1_oo_second[((t*S + l)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j_1]*(r18[(t*S + l)*S + j_1]*r18[(t*S + l)*S + j_1]), Ct1_oo_second[((t*S + l)*S + k)*S + j_1], x_13))*(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j_1]*(r18[(t*S + l)*S + j_1]*r18[(t*S + l)*S + j_1]), Ct1_oo_second[((t*S + l)*S + k)*S + j_1], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_second[((t*S + l)*S + i)*S + j_1], AT(fma)(t109_j_1*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_second[l*S + j_1]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j_1], Ct1_oo_second[((t*S + l)*S + k)*S + j_1]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_second[j_1*S + j_1], AT(fma)(-(x_24*x_24), (Ct1_oo_second[((t*S + l)*S + i)*S + j_1]*Ct1_oo_second[((t*S + l)*S + i)*S + j_1]), Ct1_oo_second[((t*S + l)*S + j_1)*S + j_1]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j_1], Ct1_oo_second[((t*S + l)*S + k)*S + j_1]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j_1], Ct1_oo_second[((t*S + l)*S + k)*S + j_1]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_second[k*S + j_1]*r18[(t*S + k)*S + j_1], Ct1_oo_second[((t*S + k)*S + i)*S + j_1], AT(fma)(t110_j_1*(1.0 - x_16), r18[(t*S + k)*S + j_1], x_1*AT(root)(AT(fma)(1.0 - x_16, C_second[j_1*S + j_1], Ct1_oo_second[((t*S + k)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j_1]*(r18[(t*S + k)*S + j_1]*r18[(t*S + k)*S + j_1]), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], x_10), AT(tolerant_root)((AT(fma)(-(r18[(t*S + k)*S + j_1]*r18[(t*S + k)*S + j_1]), (Ct1_oo_second[((t*S + k)*S + l)*S + j_1]*Ct1_oo_second[((t*S + k)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r18[(t*S + k)*S + j_1]*r18[(t*S + k)*S + j_1]), (Ct1_oo_second[((t*S + k)*S + i)*S + j_1]*Ct1_oo_second[((t*S + k)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j_1]*(r18[(t*S + k)*S + j_1]*r18[(t*S + k)*S + j_1]), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], x_10))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j_1]*(r18[(t*S + k)*S + j_1]*r18[(t*S + k)*S + j_1]), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_second[((t*S + k)*S + i)*S + j_1], AT(fma)(t108_j_1*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_second[k*S + j_1]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j_1], Ct1_oo_second[((t*S + k)*S + l)*S + j_1]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_second[j_1*S + j_1], AT(fma)(-(x_22*x_22), (Ct1_oo_second[((t*S + k)*S + i)*S + j_1]*Ct1_oo_second[((t*S + k)*S + i)*S + j_1]), Ct1_oo_second[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j_1], Ct1_oo_second[((t*S + k)*S + l)*S + j_1]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j_1], Ct1_oo_second[((t*S + k)*S + l)*S + j_1]))))), AT(fma)(t107_j_1*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_second[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_21*x_25, C_second[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_23, C_second[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_second[((t*S + k)*S + l)*S + j_1], AT(fma)(t106_j_1*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], Ct1_oo_second[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], Ct1_oo_second[((t*S + k)*S + i)*S + j_1]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_second[j_1*S + j_1], AT(fma)(-(x_23*x_23), (Ct1_oo_second[((t*S + k)*S + l)*S + j_1]*Ct1_oo_second[((t*S + k)*S + l)*S + j_1]), Ct1_oo_second[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], Ct1_oo_second[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], Ct1_oo_second[((t*S + k)*S + i)*S + j_1]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_second[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_21*x_25, C_second[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_23, C_second[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_second[((t*S + k)*S + l)*S + j_1], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_1], Ct1_oo_second[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t104_j_2 = t104_j_2 + AT(fma)(t112_j_2*x_18*x_19*(1.0 - x_16)*r18[(t*S + i)*S + j_2], AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j_2]*(r18[(t*S + i)*S + j_2]*r18[(t*S + i)*S + j_2]), Ct1_oo_second[((t*S + i)*S + l)*S + j_2], x_7), AT(tolerant_root)((AT(fma)(-(r18[(t*S + i)*S + j_2]*r18[(t*S + i)*S + j_2]), (Ct1_oo_second[((t*S + i)*S + k)*S + j_2]*Ct1_oo_second[((t*S + i)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r18[(t*S + i)*S + j_2]*r18[(t*S + i)*S + j_2]), (Ct1_oo_second[((t*S + i)*S + l)*S + j_2]*Ct1_oo_second[((t*S + i)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j_2]*(r18[(t*S + i)*S + j_2]*r18[(t*S + i)*S + j_2]), Ct1_oo_second[((t*S + i)*S + l)*S + j_2], x_7))*(AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j_2]*(r18[(t*S + i)*S + j_2]*r18[(t*S + i)*S + j_2]), Ct1_oo_second[((t*S + i)*S + l)*S + j_2], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_second[j_2*S + j_2], AT(fma)(-(x_23*x_23), (Ct1_oo_second[((t*S + k)*S + l)*S + j_2]*Ct1_oo_second[((t*S + k)*S + l)*S + j_2]), Ct1_oo_second[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], Ct1_oo_second[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], Ct1_oo_second[((t*S + k)*S + i)*S + j_2])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_second[l*S + j_2]*r18[(t*S + l)*S + j_2], Ct1_oo_second[((t*S + l)*S + i)*S + j_2], AT(fma)(t111_j_2*(1.0 - x_16), r18[(t*S + l)*S + j_2], x_4*AT(root)(AT(fma)(1.0 - x_16, C_second[j_2*S + j_2], Ct1_oo_second[((t*S + l)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j_2]*(r18[(t*S + l)*S + j_2]*r18[(t*S + l)*S + j_2]), Ct1_oo_second[((t*S + l)*S + k)*S + j_2], x_13), AT(tolerant_root)((AT(fma)(-(r18[(t*S + l)*S + j_2]*r18[(t*S + l)*S + j_2]), (Ct1_oo_second[((t*S + l)*S + k)*S + j_2]*Ct1_oo_second[((t*S + l)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r18[(t*S + l)*S + j_2]*r18[(t*S + l)*S + j_2]), (Ct1_oo_second[((t*S + l)*S + i)*S + j_2]*Ct1_oo_second[((t*S + l)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j_2]*(r18[(t*S + l)*S + j_2]*r18[(t*S + l)*S + j_2]), Ct1_oo_second[((t*S + l)*S + k)*S + j_2], x_13))*(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j_2]*(r18[(t*S + l)*S + j_2]*r18[(t*S + l)*S + j_2]), Ct1_oo_second[((t*S + l)*S + k)*S + j_2], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_second[((t*S + l)*S + i)*S + j_2], AT(fma)(t109_j_2*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_second[l*S + j_2]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j_2], Ct1_oo_second[((t*S + l)*S + k)*S + j_2]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_second[j_2*S + j_2], AT(fma)(-(x_24*x_24), (Ct1_oo_second[((t*S + l)*S + i)*S + j_2]*Ct1_oo_second[((t*S + l)*S + i)*S + j_2]), Ct1_oo_second[((t*S + l)*S + j_2)*S + j_2]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j_2], Ct1_oo_second[((t*S + l)*S + k)*S + j_2]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_second[((t*S + l)*S + i)*S + j_2], Ct1_oo_second[((t*S + l)*S + k)*S + j_2]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_second[k*S + j_2]*r18[(t*S + k)*S + j_2], Ct1_oo_second[((t*S + k)*S + i)*S + j_2], AT(fma)(t110_j_2*(1.0 - x_16), r18[(t*S + k)*S + j_2], x_1*AT(root)(AT(fma)(1.0 - x_16, C_second[j_2*S + j_2], Ct1_oo_second[((t*S + k)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j_2]*(r18[(t*S + k)*S + j_2]*r18[(t*S + k)*S + j_2]), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], x_10), AT(tolerant_root)((AT(fma)(-(r18[(t*S + k)*S + j_2]*r18[(t*S + k)*S + j_2]), (Ct1_oo_second[((t*S + k)*S + l)*S + j_2]*Ct1_oo_second[((t*S + k)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r18[(t*S + k)*S + j_2]*r18[(t*S + k)*S + j_2]), (Ct1_oo_second[((t*S + k)*S + i)*S + j_2]*Ct1_oo_second[((t*S + k)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j_2]*(r18[(t*S + k)*S + j_2]*r18[(t*S + k)*S + j_2]), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], x_10))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j_2]*(r18[(t*S + k)*S + j_2]*r18[(t*S + k)*S + j_2]), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_second[((t*S + k)*S + i)*S + j_2], AT(fma)(t108_j_2*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_second[k*S + j_2]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j_2], Ct1_oo_second[((t*S + k)*S + l)*S + j_2]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_second[j_2*S + j_2], AT(fma)(-(x_22*x_22), (Ct1_oo_second[((t*S + k)*S + i)*S + j_2]*Ct1_oo_second[((t*S + k)*S + i)*S + j_2]), Ct1_oo_second[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j_2], Ct1_oo_second[((t*S + k)*S + l)*S + j_2]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_second[((t*S + k)*S + i)*S + j_2], Ct1_oo_second[((t*S + k)*S + l)*S + j_2]))))), AT(fma)(t107_j_2*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_second[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_21*x_25, C_second[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_23, C_second[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_second[((t*S + k)*S + l)*S + j_2], AT(fma)(t106_j_2*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], Ct1_oo_second[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], Ct1_oo_second[((t*S + k)*S + i)*S + j_2]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_second[j_2*S + j_2], AT(fma)(-(x_23*x_23), (Ct1_oo_second[((t*S + k)*S + l)*S + j_2]*Ct1_oo_second[((t*S + k)*S + l)*S + j_2]), Ct1_oo_second[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], Ct1_oo_second[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], Ct1_oo_second[((t*S + k)*S + i)*S + j_2]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_second[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_21*x_25, C_second[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_23, C_second[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_second[((t*S + k)*S + l)*S + j_2], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_second[((t*S + k)*S + l)*S + j_2], Ct1_oo_second[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t105*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                            }
                            I4_second[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C_second[i*S + j], AT(fma)(0.039788735772973836*C_second[i*S + j], r16[l*S + j], AT(fma)(0.039788735772973836*C_second[i*S + j], r16[k*S + j], AT(fma)(0.039788735772973836*C_second[i*S + j], r16[i*S + j], AT(fma)(t120, C_second[l*S + j], AT(fma)(t119, r15[l*S + j], AT(fma)(t117, C_second[k*S + j], AT(fma)(t116, r15[k*S + j], AT(fma)(t114, C_second[i*S + j], AT(fma)(t113, C_second[i*S + j], AT(fma)(LANES(0.039788735772973836), r15[i*S + j], t104)))))))))));
                            I4_second[((k*K + l)*S + i)*S + j_1] = AT(fma)(LANES(0.0625), C_second[i*S + j_1], AT(fma)(0.039788735772973836*C_second[i*S + j_1], r16[l*S + j_1], AT(fma)(0.039788735772973836*C_second[i*S + j_1], r16[k*S + j_1], AT(fma)(0.039788735772973836*C_second[i*S + j_1], r16[i*S + j_1], AT(fma)(t120, C_second[l*S + j_1], AT(fma)(t119, r15[l*S + j_1], AT(fma)(t117, C_second[k*S + j_1], AT(fma)(t116, r15[k*S + j_1], AT(fma)(t114, C_second[i*S + j_1], AT(fma)(t113, C_second[i*S + j_1], AT(fma)(LANES(0.039788735772973836), r15[i*S + j_1], t104_j_1)))))))))));
                            I4_second[((k*K + l)*S + i)*S + j_2] = AT(fma)(LANES(0.0625), C_second[i*S + j_2], AT(fma)(0.039788735772973836*C_second[i*S + j_2], r16[l*S + j_2], AT(fma)(0.039788735772973836*C_second[i*S + j_2], r16[k*S + j_2], AT(fma)(0.039788735772973836*C_second[i*S + j_2], r16[i*S + j_2], AT(fma)(t120, C_second[l*S + j_2], AT(fma)(t119, r15[l*S + j_2], AT(fma)(t117, C_second[k*S + j_2], AT(fma)(t116, r15[k*S + j_2], AT(fma)(t114, C_second[i*S + j_2], AT(fma)(t113, C_second[i*S + j_2], AT(fma)(LANES(0.039788735772973836), r15[i*S + j_2], t104_j_2)))))))))));
                        }
                        for (int j = i + (S - (i))/3*3; j < S; ++j) {
                            const lanes t106 = C_second[i*S + j]*C_second[k*S + l];
                            const lanes t107 = 0.039788735772973836*C_second[i*S + j];
                            const lanes t108 = C_second[i*S + j]*C_second[k*S + i];
                            const lanes t109 = C_second[i*S + j]*C_second[l*S + i];
                            const lanes t110 = C_second[i*S + j]*C_second[k*S + j];
                            const lanes t111 = C_second[i*S + j]*C_second[l*S + j];
                            const lanes t112 = 0.025330295910584444*(C_second[i*S + j]*C_second[i*S + j]);
                            lanes t104 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                t104 = t104 + AT(fma)(t112*(1.0 - LANES(giant_maml_relu_batch_path[t]))*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + i]*r18[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), Ct1_oo_second[((t*S + i)*S + l)*S + j], Ct1_oo_second[((t*S + i)*S + k)*S + l]), AT(tolerant_root)((AT(fma)(-(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), (Ct1_oo_second[((t*S + i)*S + k)*S + j]*Ct1_oo_second[((t*S + i)*S + k)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[k*S + k], Ct1_oo_second[((t*S + i)*S + k)*S + k])))*(AT(fma)(-(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), (Ct1_oo_second[((t*S + i)*S + l)*S + j]*Ct1_oo_second[((t*S + i)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[l*S + l], Ct1_oo_second[((t*S + i)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), Ct1_oo_second[((t*S + i)*S + l)*S + j], Ct1_oo_second[((t*S + i)*S + k)*S + l]))*(AT(fma)(-Ct1_oo_second[((t*S + i)*S + k)*S + j]*(r18[(t*S + i)*S + j]*r18[(t*S + i)*S + j]), Ct1_oo_second[((t*S + i)*S + l)*S + j], Ct1_oo_second[((t*S + i)*S + k)*S + l]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_second[l*S + j]*r18[(t*S + l)*S + j], Ct1_oo_second[((t*S + l)*S + i)*S + j], AT(fma)(t111*(1.0 - LANES(giant_maml_relu_batch_path[t])), r18[(t*S + l)*S + j], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[j*S + j], Ct1_oo_second[((t*S + l)*S + j)*S + j]))*C_second[l*S + i])))*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + l], AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), Ct1_oo_second[((t*S + l)*S + k)*S + j], Ct1_oo_second[((t*S + l)*S + k)*S + i]), AT(tolerant_root)((AT(fma)(-(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[i*S + i], Ct1_oo_second[((t*S + l)*S + i)*S + i])))*(AT(fma)(-(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), (Ct1_oo_second[((t*S + l)*S + k)*S + j]*Ct1_oo_second[((t*S + l)*S + k)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[k*S + k], Ct1_oo_second[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), Ct1_oo_second[((t*S + l)*S + k)*S + j], Ct1_oo_second[((t*S + l)*S + k)*S + i]))*(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + j]*r18[(t*S + l)*S + j]), Ct1_oo_second[((t*S + l)*S + k)*S + j], Ct1_oo_second[((t*S + l)*S + k)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_second[k*S + j]*r18[(t*S + k)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j], AT(fma)(t110*(1.0 - LANES(giant_maml_relu_batch_path[t])), r18[(t*S + k)*S + j], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[j*S + j], Ct1_oo_second[((t*S + k)*S + j)*S + j]))*C_second[k*S + i])))*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + k], AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + l)*S + i]), AT(tolerant_root)((AT(fma)(-(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[i*S + i], Ct1_oo_second[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[l*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + l)*S + i]))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + j]*r18[(t*S + k)*S + j]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + l)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_second[l*S + i]*r18[(t*S + l)*S + i], Ct1_oo_second[((t*S + l)*S + i)*S + j], AT(fma)(t109*(1.0 - LANES(giant_maml_relu_batch_path[t])), r18[(t*S + l)*S + i], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[i*S + i], Ct1_oo_second[((t*S + l)*S + i)*S + i]))*C_second[l*S + j])))*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + l], AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]), Ct1_oo_second[((t*S + l)*S + k)*S + i], Ct1_oo_second[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(-(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]), (Ct1_oo_second[((t*S + l)*S + i)*S + j]*Ct1_oo_second[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[j*S + j], Ct1_oo_second[((t*S + l)*S + j)*S + j])))*(AT(fma)(-(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]), (Ct1_oo_second[((t*S + l)*S + k)*S + i]*Ct1_oo_second[((t*S + l)*S + k)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[k*S + k], Ct1_oo_second[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]), Ct1_oo_second[((t*S + l)*S + k)*S + i], Ct1_oo_second[((t*S + l)*S + k)*S + j]))*(AT(fma)(-Ct1_oo_second[((t*S + l)*S + i)*S + j]*(r18[(t*S + l)*S + i]*r18[(t*S + l)*S + i]), Ct1_oo_second[((t*S + l)*S + k)*S + i], Ct1_oo_second[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_second[k*S + i]*r18[(t*S + k)*S + i], Ct1_oo_second[((t*S + k)*S + i)*S + j], AT(fma)(t108*(1.0 - LANES(giant_maml_relu_batch_path[t])), r18[(t*S + k)*S + i], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[i*S + i], Ct1_oo_second[((t*S + k)*S + i)*S + i]))*C_second[k*S + j])))*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + k], AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]), Ct1_oo_second[((t*S + k)*S + l)*S + i], Ct1_oo_second[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(-(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]), (Ct1_oo_second[((t*S + k)*S + i)*S + j]*Ct1_oo_second[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[j*S + j], Ct1_oo_second[((t*S + k)*S + j)*S + j])))*(AT(fma)(-(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]), (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[l*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]), Ct1_oo_second[((t*S + k)*S + l)*S + i], Ct1_oo_second[((t*S + k)*S + l)*S + j]))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + i)*S + j]*(r18[(t*S + k)*S + i]*r18[(t*S + k)*S + i]), Ct1_oo_second[((t*S + k)*S + l)*S + i], Ct1_oo_second[((t*S + k)*S + l)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(t105*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[k*S + k], Ct_second[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[l*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_second[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*r14[t*S + k]*r18[(t*S + k)*S + l], AT(tolerant_root)((AT(fma)(-(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[i*S + i], Ct1_oo_second[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[j*S + j], Ct1_oo_second[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j])))), AT(fma)(t107*LANES(giant_maml_relu_batch_path_weight[t]), r20[(t*K + k)*K + l], AT(fma)(0.025330295910584444*(AT(fma)(C_second[l*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + l]*r18[(t*S + l)*S + k], Ct1_oo_second[((t*S + l)*S + k)*S + i], AT(fma)(C_second[l*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + l]*r18[(t*S + l)*S + k], Ct1_oo_second[((t*S + l)*S + k)*S + j], AT(fma)(C_second[k*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + k]*r18[(t*S + k)*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + i], AT(fma)(C_second[k*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + k]*r18[(t*S + k)*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + j], AT(fma)(t106*(1.0 - LANES(giant_maml_relu_batch_path[t]))*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + k], r18[(t*S + k)*S + l], (AT(fma)(t105*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[k*S + k], Ct_second[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[l*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_second[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))*r14[t*S + k]*r18[(t*S + k)*S + l])))))), AT(angle)(AT(fma)(-Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), (Ct1_oo_second[((t*S + k)*S + l)*S + i]*Ct1_oo_second[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[i*S + i], Ct1_oo_second[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), (Ct1_oo_second[((t*S + k)*S + l)*S + j]*Ct1_oo_second[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[j*S + j], Ct1_oo_second[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(C_second[l*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + l]*r18[(t*S + l)*S + k], Ct1_oo_second[((t*S + l)*S + k)*S + i], AT(fma)(C_second[l*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + l]*r18[(t*S + l)*S + k], Ct1_oo_second[((t*S + l)*S + k)*S + j], AT(fma)(C_second[k*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + k]*r18[(t*S + k)*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + i], AT(fma)(C_second[k*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r14[t*S + k]*r18[(t*S + k)*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + j], (AT(fma)(t105*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[k*S + k], Ct_second[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_second[l*S + l], Ct1_oo_second[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_second[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo_second[((t*S + k)*S + l)*S + i]*(r18[(t*S + k)*S + l]*r18[(t*S + k)*S + l]), Ct1_oo_second[((t*S + k)*S + l)*S + j], Ct1_oo_second[((t*S + k)*S + i)*S + j]))*r14[t*S + k]*r18[(t*S + k)*S + l])))))))))))));
                            }
                            I4_second[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C_second[i*S + j], AT(fma)(0.039788735772973836*C_second[i*S + j], r16[l*S + j], AT(fma)(0.039788735772973836*C_second[i*S + j], r16[k*S + j], AT(fma)(0.039788735772973836*C_second[i*S + j], r16[i*S + j], AT(fma)(t120, C_second[l*S + j], AT(fma)(t119, r15[l*S + j], AT(fma)(t117, C_second[k*S + j], AT(fma)(t116, r15[k*S + j], AT(fma)(t114, C_second[i*S + j], AT(fma)(t113, C_second[i*S + j], AT(fma)(LANES(0.039788735772973836), r15[i*S + j], t104)))))))))));
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
                            I4_second[((l*K + k)*S + i)*S + j] = I4_second[((k*K + l)*S + i)*S + j];
                            I4_second[((k*K + l)*S + j)*S + i] = I4_second[((k*K + l)*S + i)*S + j];
                            I4_second[((l*K + k)*S + j)*S + i] = I4_second[((k*K + l)*S + i)*S + j];
                        }
                    }
                }
            }
        }
    }
    /* I_g2g0_second: <g''(z_k) g(z_i)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            const lanes t121 = 0.15915494309189535*(r17[k]*r17[k]);
            for (int i = 0; i < S; ++i) {
                I_g2g0_second[k*S + i] = t121*AT(tolerant_root)(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i]));
            }
        }
    }
    /* J2_second: <g'(z_i) g'(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2_second[k*S + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C_second[k*S + l], AT(tolerant_root)(C_second[k*S + k]*C_second[l*S + l], (C_second[k*S + l]*C_second[k*S + l]))), LANES(0.25));
                J2_second[l*S + k] = J2_second[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                J2_second[k*S + K + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C_second[k*S + K + l], AT(tolerant_root)(C_second[k*S + k]*C_second[(K + l)*S + K + l], (C_second[k*S + K + l]*C_second[k*S + K + l]))), LANES(0.25));
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    J2_second[(K + k)*S + K + l] = AT(select)(general, AT(fma)(LANES(0.15915494309189535), AT(angle)(C_second[(K + k)*S + K + l], AT(tolerant_root)(C_second[(K + k)*S + K + k]*C_second[(K + l)*S + K + l], (C_second[(K + k)*S + K + l]*C_second[(K + k)*S + K + l]))), LANES(0.25)), LANES(0.0));
                    J2_second[(K + l)*S + K + k] = J2_second[(K + k)*S + K + l];
                }
            }
        }
    }
    /* c0_second: c = (head, -u) in the task second */
    {
        for (int k = 0; k < K; ++k) {
            c0_second[k] = w0_second[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            c0_second[K + n] = -u_second[n];
        }
    }
    /* mc0_second: <c_i> over the task */
    {
        for (int i = 0; i < S; ++i) {
            mc0_second[i] = c0_second[i];
        }
    }
    /* G0_second: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0_second[k*S + l] = c0_second[k]*c0_second[l];
                G0_second[l*S + k] = G0_second[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                G0_second[k*S + K + l] = c0_second[k]*c0_second[K + l];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    G0_second[(K + k)*S + K + l] = AT(select)(general, c0_second[K + k]*c0_second[K + l], LANES(0.0));
                    G0_second[(K + l)*S + K + k] = G0_second[(K + k)*S + K + l];
                }
            }
        }
        /* A_second: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
        {
            const lanes t125 = -given->eta_J;
            for (int k = 0; k < K - 2; k += 3) {
                const int k_1 = k + 1, k_2 = k + 2;
                const lanes t123 = 0.15915494309189535*(r17[k]*r17[k]);
                const lanes t123_k_1 = 0.15915494309189535*(r17[k_1]*r17[k_1]);
                const lanes t123_k_2 = 0.15915494309189535*(r17[k_2]*r17[k_2]);
                for (int l = 0; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t124 = t123*C_second[k*S + l];
                    const lanes t124_k_1 = t123_k_1*C_second[k_1*S + l];
                    const lanes t124_k_2 = t123_k_2*C_second[k_2*S + l];
                    const lanes t124_l_1 = t123*C_second[k*S + l_1];
                    const lanes t124_l_1_k_1 = t123_k_1*C_second[k_1*S + l_1];
                    const lanes t124_l_1_k_2 = t123_k_2*C_second[k_2*S + l_1];
                    const lanes t124_l_2 = t123*C_second[k*S + l_2];
                    const lanes t124_l_2_k_1 = t123_k_1*C_second[k_1*S + l_2];
                    const lanes t124_l_2_k_2 = t123_k_2*C_second[k_2*S + l_2];
                    lanes t122 = LANES(0.0);
                    lanes t122_k_1 = LANES(0.0);
                    lanes t122_k_2 = LANES(0.0);
                    lanes t122_l_1 = LANES(0.0);
                    lanes t122_l_1_k_1 = LANES(0.0);
                    lanes t122_l_1_k_2 = LANES(0.0);
                    lanes t122_l_2 = LANES(0.0);
                    lanes t122_l_2_k_1 = LANES(0.0);
                    lanes t122_l_2_k_2 = LANES(0.0);
                    for (int j = 0; j < S; ++j) {
                        const lanes x_0 = AT(held)(C_second[l*S + j]);
                        const lanes x_1 = AT(held)(G0_second[k*S + j]);
                        const lanes x_2 = AT(held)(r15[k*S + j]);
                        const lanes x_3 = AT(held)(r16[k*S + j]);
                        const lanes x_4 = AT(held)(G0_second[k_1*S + j]);
                        const lanes x_5 = AT(held)(r15[k_1*S + j]);
                        const lanes x_6 = AT(held)(r16[k_1*S + j]);
                        const lanes x_7 = AT(held)(G0_second[k_2*S + j]);
                        const lanes x_8 = AT(held)(r15[k_2*S + j]);
                        const lanes x_9 = AT(held)(r16[k_2*S + j]);
                        const lanes x_10 = AT(held)(C_second[l_1*S + j]);
                        const lanes x_11 = AT(held)(C_second[l_2*S + j]);
                        t122 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, x_3, AT(fma)(t124, x_2, 0.25*x_0)), t122);
                        t122_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_0, x_6, AT(fma)(t124_k_1, x_5, 0.25*x_0)), t122_k_1);
                        t122_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_0, x_9, AT(fma)(t124_k_2, x_8, 0.25*x_0)), t122_k_2);
                        t122_l_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_10, x_3, AT(fma)(t124_l_1, x_2, 0.25*x_10)), t122_l_1);
                        t122_l_1_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_10, x_6, AT(fma)(t124_l_1_k_1, x_5, 0.25*x_10)), t122_l_1_k_1);
                        t122_l_1_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_10, x_9, AT(fma)(t124_l_1_k_2, x_8, 0.25*x_10)), t122_l_1_k_2);
                        t122_l_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_11, x_3, AT(fma)(t124_l_2, x_2, 0.25*x_11)), t122_l_2);
                        t122_l_2_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_11, x_6, AT(fma)(t124_l_2_k_1, x_5, 0.25*x_11)), t122_l_2_k_1);
                        t122_l_2_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_11, x_9, AT(fma)(t124_l_2_k_2, x_8, 0.25*x_11)), t122_l_2_k_2);
                    }
                    A_second[k*S + l] = t122*t125;
                    A_second[k_1*S + l] = t122_k_1*t125;
                    A_second[k_2*S + l] = t122_k_2*t125;
                    A_second[k*S + l_1] = t122_l_1*t125;
                    A_second[k_1*S + l_1] = t122_l_1_k_1*t125;
                    A_second[k_2*S + l_1] = t122_l_1_k_2*t125;
                    A_second[k*S + l_2] = t122_l_2*t125;
                    A_second[k_1*S + l_2] = t122_l_2_k_1*t125;
                    A_second[k_2*S + l_2] = t122_l_2_k_2*t125;
                }
                for (int l = K/3*3; l < K; ++l) {
                    const lanes t124 = t123*C_second[k*S + l];
                    const lanes t124_k_1 = t123_k_1*C_second[k_1*S + l];
                    const lanes t124_k_2 = t123_k_2*C_second[k_2*S + l];
                    lanes t122 = LANES(0.0);
                    lanes t122_k_1 = LANES(0.0);
                    lanes t122_k_2 = LANES(0.0);
                    for (int j = 0; j < S; ++j) {
                        const lanes x_0 = AT(held)(C_second[l*S + j]);
                        t122 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r16[k*S + j], AT(fma)(t124, r15[k*S + j], 0.25*x_0)), G0_second[k*S + j], t122);
                        t122_k_1 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r16[k_1*S + j], AT(fma)(t124_k_1, r15[k_1*S + j], 0.25*x_0)), G0_second[k_1*S + j], t122_k_1);
                        t122_k_2 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r16[k_2*S + j], AT(fma)(t124_k_2, r15[k_2*S + j], 0.25*x_0)), G0_second[k_2*S + j], t122_k_2);
                    }
                    A_second[k*S + l] = t122*t125;
                    A_second[k_1*S + l] = t122_k_1*t125;
                    A_second[k_2*S + l] = t122_k_2*t125;
                }
            }
            for (int k = K/3*3; k < K; ++k) {
                const lanes t123 = 0.15915494309189535*(r17[k]*r17[k]);
                for (int l = 0; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    const lanes t124 = t123*C_second[k*S + l];
                    const lanes t124_l_1 = t123*C_second[k*S + l_1];
                    const lanes t124_l_2 = t123*C_second[k*S + l_2];
                    lanes t122 = LANES(0.0);
                    lanes t122_l_1 = LANES(0.0);
                    lanes t122_l_2 = LANES(0.0);
                    for (int j = 0; j < S; ++j) {
                        const lanes x_0 = AT(held)(G0_second[k*S + j]);
                        const lanes x_1 = AT(held)(r15[k*S + j]);
                        const lanes x_2 = AT(held)(r16[k*S + j]);
                        t122 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_second[l*S + j], AT(fma)(0.15915494309189535*x_2, C_second[l*S + j], t124*x_1)), t122);
                        t122_l_1 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_second[l_1*S + j], AT(fma)(0.15915494309189535*x_2, C_second[l_1*S + j], t124_l_1*x_1)), t122_l_1);
                        t122_l_2 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_second[l_2*S + j], AT(fma)(0.15915494309189535*x_2, C_second[l_2*S + j], t124_l_2*x_1)), t122_l_2);
                    }
                    A_second[k*S + l] = t122*t125;
                    A_second[k*S + l_1] = t122_l_1*t125;
                    A_second[k*S + l_2] = t122_l_2*t125;
                }
                for (int l = K/3*3; l < K; ++l) {
                    const lanes t124 = t123*C_second[k*S + l];
                    lanes t122 = LANES(0.0);
                    for (int j = 0; j < S; ++j) {
                        t122 = AT(fma)(AT(fma)(LANES(0.25), C_second[l*S + j], AT(fma)(0.15915494309189535*C_second[l*S + j], r16[k*S + j], t124*r15[k*S + j])), G0_second[k*S + j], t122);
                    }
                    A_second[k*S + l] = t122*t125;
                }
            }
        }
    }
    {
        const lanes t129 = -given->eta_J;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            const lanes t127 = 0.15915494309189535*(r17[k]*r17[k]);
            const lanes t127_k_1 = 0.15915494309189535*(r17[k_1]*r17[k_1]);
            const lanes t127_k_2 = 0.15915494309189535*(r17[k_2]*r17[k_2]);
            for (int l = 0; l < M - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                const lanes t128 = t127*C_second[k*S + K + l];
                const lanes t128_k_1 = t127_k_1*C_second[k_1*S + K + l];
                const lanes t128_k_2 = t127_k_2*C_second[k_2*S + K + l];
                const lanes t128_l_1 = t127*C_second[k*S + K + l_1];
                const lanes t128_l_1_k_1 = t127_k_1*C_second[k_1*S + K + l_1];
                const lanes t128_l_1_k_2 = t127_k_2*C_second[k_2*S + K + l_1];
                const lanes t128_l_2 = t127*C_second[k*S + K + l_2];
                const lanes t128_l_2_k_1 = t127_k_1*C_second[k_1*S + K + l_2];
                const lanes t128_l_2_k_2 = t127_k_2*C_second[k_2*S + K + l_2];
                lanes t126 = LANES(0.0);
                lanes t126_k_1 = LANES(0.0);
                lanes t126_k_2 = LANES(0.0);
                lanes t126_l_1 = LANES(0.0);
                lanes t126_l_1_k_1 = LANES(0.0);
                lanes t126_l_1_k_2 = LANES(0.0);
                lanes t126_l_2 = LANES(0.0);
                lanes t126_l_2_k_1 = LANES(0.0);
                lanes t126_l_2_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(C_second[(K + l)*S + j]);
                    const lanes x_1 = AT(held)(G0_second[k*S + j]);
                    const lanes x_2 = AT(held)(r15[k*S + j]);
                    const lanes x_3 = AT(held)(r16[k*S + j]);
                    const lanes x_4 = AT(held)(G0_second[k_1*S + j]);
                    const lanes x_5 = AT(held)(r15[k_1*S + j]);
                    const lanes x_6 = AT(held)(r16[k_1*S + j]);
                    const lanes x_7 = AT(held)(G0_second[k_2*S + j]);
                    const lanes x_8 = AT(held)(r15[k_2*S + j]);
                    const lanes x_9 = AT(held)(r16[k_2*S + j]);
                    const lanes x_10 = AT(held)(C_second[(K + l_1)*S + j]);
                    const lanes x_11 = AT(held)(C_second[(K + l_2)*S + j]);
                    t126 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_0, x_3, AT(fma)(t128, x_2, 0.25*x_0)), t126);
                    t126_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_0, x_6, AT(fma)(t128_k_1, x_5, 0.25*x_0)), t126_k_1);
                    t126_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_0, x_9, AT(fma)(t128_k_2, x_8, 0.25*x_0)), t126_k_2);
                    t126_l_1 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_10, x_3, AT(fma)(t128_l_1, x_2, 0.25*x_10)), t126_l_1);
                    t126_l_1_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_10, x_6, AT(fma)(t128_l_1_k_1, x_5, 0.25*x_10)), t126_l_1_k_1);
                    t126_l_1_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_10, x_9, AT(fma)(t128_l_1_k_2, x_8, 0.25*x_10)), t126_l_1_k_2);
                    t126_l_2 = AT(fma)(x_1, AT(fma)(0.15915494309189535*x_11, x_3, AT(fma)(t128_l_2, x_2, 0.25*x_11)), t126_l_2);
                    t126_l_2_k_1 = AT(fma)(x_4, AT(fma)(0.15915494309189535*x_11, x_6, AT(fma)(t128_l_2_k_1, x_5, 0.25*x_11)), t126_l_2_k_1);
                    t126_l_2_k_2 = AT(fma)(x_7, AT(fma)(0.15915494309189535*x_11, x_9, AT(fma)(t128_l_2_k_2, x_8, 0.25*x_11)), t126_l_2_k_2);
                }
                A_second[k*S + K + l] = t126*t129;
                A_second[k_1*S + K + l] = t126_k_1*t129;
                A_second[k_2*S + K + l] = t126_k_2*t129;
                A_second[k*S + K + l_1] = t126_l_1*t129;
                A_second[k_1*S + K + l_1] = t126_l_1_k_1*t129;
                A_second[k_2*S + K + l_1] = t126_l_1_k_2*t129;
                A_second[k*S + K + l_2] = t126_l_2*t129;
                A_second[k_1*S + K + l_2] = t126_l_2_k_1*t129;
                A_second[k_2*S + K + l_2] = t126_l_2_k_2*t129;
            }
            for (int l = M/3*3; l < M; ++l) {
                const lanes t128 = t127*C_second[k*S + K + l];
                const lanes t128_k_1 = t127_k_1*C_second[k_1*S + K + l];
                const lanes t128_k_2 = t127_k_2*C_second[k_2*S + K + l];
                lanes t126 = LANES(0.0);
                lanes t126_k_1 = LANES(0.0);
                lanes t126_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(C_second[(K + l)*S + j]);
                    t126 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r16[k*S + j], AT(fma)(t128, r15[k*S + j], 0.25*x_0)), G0_second[k*S + j], t126);
                    t126_k_1 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r16[k_1*S + j], AT(fma)(t128_k_1, r15[k_1*S + j], 0.25*x_0)), G0_second[k_1*S + j], t126_k_1);
                    t126_k_2 = AT(fma)(AT(fma)(0.15915494309189535*x_0, r16[k_2*S + j], AT(fma)(t128_k_2, r15[k_2*S + j], 0.25*x_0)), G0_second[k_2*S + j], t126_k_2);
                }
                A_second[k*S + K + l] = t126*t129;
                A_second[k_1*S + K + l] = t126_k_1*t129;
                A_second[k_2*S + K + l] = t126_k_2*t129;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            const lanes t127 = 0.15915494309189535*(r17[k]*r17[k]);
            for (int l = 0; l < M - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                const lanes t128 = t127*C_second[k*S + K + l];
                const lanes t128_l_1 = t127*C_second[k*S + K + l_1];
                const lanes t128_l_2 = t127*C_second[k*S + K + l_2];
                lanes t126 = LANES(0.0);
                lanes t126_l_1 = LANES(0.0);
                lanes t126_l_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_second[k*S + j]);
                    const lanes x_1 = AT(held)(r15[k*S + j]);
                    const lanes x_2 = AT(held)(r16[k*S + j]);
                    t126 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_second[(K + l)*S + j], AT(fma)(0.15915494309189535*x_2, C_second[(K + l)*S + j], t128*x_1)), t126);
                    t126_l_1 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_second[(K + l_1)*S + j], AT(fma)(0.15915494309189535*x_2, C_second[(K + l_1)*S + j], t128_l_1*x_1)), t126_l_1);
                    t126_l_2 = AT(fma)(x_0, AT(fma)(LANES(0.25), C_second[(K + l_2)*S + j], AT(fma)(0.15915494309189535*x_2, C_second[(K + l_2)*S + j], t128_l_2*x_1)), t126_l_2);
                }
                A_second[k*S + K + l] = t126*t129;
                A_second[k*S + K + l_1] = t126_l_1*t129;
                A_second[k*S + K + l_2] = t126_l_2*t129;
            }
            for (int l = M/3*3; l < M; ++l) {
                const lanes t128 = t127*C_second[k*S + K + l];
                lanes t126 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t126 = AT(fma)(AT(fma)(LANES(0.25), C_second[(K + l)*S + j], AT(fma)(0.15915494309189535*C_second[(K + l)*S + j], r16[k*S + j], t128*r15[k*S + j])), G0_second[k*S + j], t126);
                }
                A_second[k*S + K + l] = t126*t129;
            }
        }
    }
    if (AT(any)(given->on_V)) {
        /* E_second: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t132 = (given->eta_J*given->eta_J)*(given->noise*given->noise)*given->over_V;
            const lanes t133 = (given->eta_J*given->eta_J)*given->over_V;
            for (int k = 0; k < K; ++k) {
                const lanes t134 = t133*c0_second[k];
                for (int l = k; l < K; ++l) {
                    lanes t130 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = i + 1; j < S; ++j) {
                            t130 = AT(fma)(c0_second[i]*c0_second[j], I4_second[((k*K + l)*S + i)*S + j], t130);
                        }
                    }
                    t130 = t130 + t130;
                    for (int i = 0; i < S; ++i) {
                        const lanes t131 = I4_second[((k*K + l)*S + i)*S + i]*(c0_second[i]*c0_second[i]);
                        t130 = t130 + t131;
                    }
                    E_second[k*K + l] = AT(fma)(t132*G0_second[k*S + l], J2_second[k*S + l], t130*t134*c0_second[l]);
                }
            }
        }
    }
    /* W_second: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    {
        const lanes t136 = -given->eta_J;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t135 = LANES(0.0);
                lanes t135_k_1 = LANES(0.0);
                lanes t135_k_2 = LANES(0.0);
                lanes t135_l_1 = LANES(0.0);
                lanes t135_l_1_k_1 = LANES(0.0);
                lanes t135_l_1_k_2 = LANES(0.0);
                lanes t135_l_2 = LANES(0.0);
                lanes t135_l_2_k_1 = LANES(0.0);
                lanes t135_l_2_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_second[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_second[k*S + i]);
                    const lanes x_2 = AT(held)(G0_second[k_1*S + i]);
                    const lanes x_3 = AT(held)(I_g2g0_second[k_1*S + i]);
                    const lanes x_4 = AT(held)(G0_second[k_2*S + i]);
                    const lanes x_5 = AT(held)(I_g2g0_second[k_2*S + i]);
                    t135 = AT(fma)(x_0, x_1, t135);
                    t135_k_1 = AT(fma)(x_2, x_3, t135_k_1);
                    t135_k_2 = AT(fma)(x_4, x_5, t135_k_2);
                    t135_l_1 = AT(fma)(x_0, x_1, t135_l_1);
                    t135_l_1_k_1 = AT(fma)(x_2, x_3, t135_l_1_k_1);
                    t135_l_1_k_2 = AT(fma)(x_4, x_5, t135_l_1_k_2);
                    t135_l_2 = AT(fma)(x_0, x_1, t135_l_2);
                    t135_l_2_k_1 = AT(fma)(x_2, x_3, t135_l_2_k_1);
                    t135_l_2_k_2 = AT(fma)(x_4, x_5, t135_l_2_k_2);
                }
                W_second[k*S + l] = AT(fma)(t136*G0_second[k*S + l], J2_second[k*S + l], t135*t136*LANES(k == l ? 1.0 : 0.0));
                W_second[k_1*S + l] = AT(fma)(t136*G0_second[k_1*S + l], J2_second[k_1*S + l], t135_k_1*t136*LANES(k_1 == l ? 1.0 : 0.0));
                W_second[k_2*S + l] = AT(fma)(t136*G0_second[k_2*S + l], J2_second[k_2*S + l], t135_k_2*t136*LANES(k_2 == l ? 1.0 : 0.0));
                W_second[k*S + l_1] = AT(fma)(t136*G0_second[k*S + l_1], J2_second[k*S + l_1], t135_l_1*t136*LANES(k == l_1 ? 1.0 : 0.0));
                W_second[k_1*S + l_1] = AT(fma)(t136*G0_second[k_1*S + l_1], J2_second[k_1*S + l_1], t135_l_1_k_1*t136*LANES(k_1 == l_1 ? 1.0 : 0.0));
                W_second[k_2*S + l_1] = AT(fma)(t136*G0_second[k_2*S + l_1], J2_second[k_2*S + l_1], t135_l_1_k_2*t136*LANES(k_2 == l_1 ? 1.0 : 0.0));
                W_second[k*S + l_2] = AT(fma)(t136*G0_second[k*S + l_2], J2_second[k*S + l_2], t135_l_2*t136*LANES(k == l_2 ? 1.0 : 0.0));
                W_second[k_1*S + l_2] = AT(fma)(t136*G0_second[k_1*S + l_2], J2_second[k_1*S + l_2], t135_l_2_k_1*t136*LANES(k_1 == l_2 ? 1.0 : 0.0));
                W_second[k_2*S + l_2] = AT(fma)(t136*G0_second[k_2*S + l_2], J2_second[k_2*S + l_2], t135_l_2_k_2*t136*LANES(k_2 == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t135 = LANES(0.0);
                lanes t135_k_1 = LANES(0.0);
                lanes t135_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t135 = AT(fma)(G0_second[k*S + i], I_g2g0_second[k*S + i], t135);
                    t135_k_1 = AT(fma)(G0_second[k_1*S + i], I_g2g0_second[k_1*S + i], t135_k_1);
                    t135_k_2 = AT(fma)(G0_second[k_2*S + i], I_g2g0_second[k_2*S + i], t135_k_2);
                }
                W_second[k*S + l] = AT(fma)(t136*G0_second[k*S + l], J2_second[k*S + l], t135*t136*LANES(k == l ? 1.0 : 0.0));
                W_second[k_1*S + l] = AT(fma)(t136*G0_second[k_1*S + l], J2_second[k_1*S + l], t135_k_1*t136*LANES(k_1 == l ? 1.0 : 0.0));
                W_second[k_2*S + l] = AT(fma)(t136*G0_second[k_2*S + l], J2_second[k_2*S + l], t135_k_2*t136*LANES(k_2 == l ? 1.0 : 0.0));
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t135 = LANES(0.0);
                lanes t135_l_1 = LANES(0.0);
                lanes t135_l_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_second[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_second[k*S + i]);
                    t135 = AT(fma)(x_0, x_1, t135);
                    t135_l_1 = AT(fma)(x_0, x_1, t135_l_1);
                    t135_l_2 = AT(fma)(x_0, x_1, t135_l_2);
                }
                W_second[k*S + l] = AT(fma)(t136*G0_second[k*S + l], J2_second[k*S + l], t135*t136*LANES(k == l ? 1.0 : 0.0));
                W_second[k*S + l_1] = AT(fma)(t136*G0_second[k*S + l_1], J2_second[k*S + l_1], t135_l_1*t136*LANES(k == l_1 ? 1.0 : 0.0));
                W_second[k*S + l_2] = AT(fma)(t136*G0_second[k*S + l_2], J2_second[k*S + l_2], t135_l_2*t136*LANES(k == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t135 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t135 = AT(fma)(G0_second[k*S + i], I_g2g0_second[k*S + i], t135);
                }
                W_second[k*S + l] = AT(fma)(t136*G0_second[k*S + l], J2_second[k*S + l], t135*t136*LANES(k == l ? 1.0 : 0.0));
            }
        }
    }
    {
        const lanes t137 = -given->eta_J;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                W_second[k*S + K + n] = t137*G0_second[k*S + K + n]*J2_second[k*S + K + n];
            }
        }
    }
    /* dw0_second: dw0/dalpha */
    {
        const lanes t139 = -given->eta_0;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            lanes t138 = LANES(0.0);
            lanes t138_k_1 = LANES(0.0);
            lanes t138_k_2 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                const lanes x_0 = AT(held)(C_second[i*S + i]);
                const lanes x_1 = AT(held)(mc0_second[i]);
                t138 = AT(fma)(x_1, AT(fma)(LANES(0.25), C_second[k*S + i], AT(fma)(0.15915494309189535*C_second[k*S + i], AT(angle)(C_second[k*S + i], AT(tolerant_root)(x_0*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i])))), t138);
                t138_k_1 = AT(fma)(x_1, AT(fma)(LANES(0.25), C_second[k_1*S + i], AT(fma)(0.15915494309189535*C_second[k_1*S + i], AT(angle)(C_second[k_1*S + i], AT(tolerant_root)(x_0*C_second[k_1*S + k_1], (C_second[k_1*S + i]*C_second[k_1*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C_second[k_1*S + k_1], (C_second[k_1*S + i]*C_second[k_1*S + i])))), t138_k_1);
                t138_k_2 = AT(fma)(x_1, AT(fma)(LANES(0.25), C_second[k_2*S + i], AT(fma)(0.15915494309189535*C_second[k_2*S + i], AT(angle)(C_second[k_2*S + i], AT(tolerant_root)(x_0*C_second[k_2*S + k_2], (C_second[k_2*S + i]*C_second[k_2*S + i]))), 0.15915494309189535*AT(tolerant_root)(x_0*C_second[k_2*S + k_2], (C_second[k_2*S + i]*C_second[k_2*S + i])))), t138_k_2);
            }
            dw0_second[k] = t138*t139;
            dw0_second[k_1] = t138_k_1*t139;
            dw0_second[k_2] = t138_k_2*t139;
        }
        for (int k = K/3*3; k < K; ++k) {
            lanes t138 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                t138 = AT(fma)(AT(fma)(LANES(0.25), C_second[k*S + i], AT(fma)(0.15915494309189535*C_second[k*S + i], AT(angle)(C_second[k*S + i], AT(tolerant_root)(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i]))), 0.15915494309189535*AT(tolerant_root)(C_second[i*S + i]*C_second[k*S + k], (C_second[k*S + i]*C_second[k*S + i])))), mc0_second[i], t138);
            }
            dw0_second[k] = t138*t139;
        }
    }
    /* B_first: steps against fields of the weights before the giant step */
    {
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t140 = LANES(0.0);
                lanes t140_k_1 = LANES(0.0);
                lanes t140_k_2 = LANES(0.0);
                lanes t140_l_1 = LANES(0.0);
                lanes t140_l_1_k_1 = LANES(0.0);
                lanes t140_l_1_k_2 = LANES(0.0);
                lanes t140_l_2 = LANES(0.0);
                lanes t140_l_2_k_1 = LANES(0.0);
                lanes t140_l_2_k_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(R[l*M + n]);
                    const lanes x_1 = AT(held)(W_first[k*S + K + n]);
                    const lanes x_2 = AT(held)(W_first[k_1*S + K + n]);
                    const lanes x_3 = AT(held)(W_first[k_2*S + K + n]);
                    const lanes x_4 = AT(held)(R[l_1*M + n]);
                    const lanes x_5 = AT(held)(R[l_2*M + n]);
                    t140 = AT(fma)(x_0, x_1, t140);
                    t140_k_1 = AT(fma)(x_0, x_2, t140_k_1);
                    t140_k_2 = AT(fma)(x_0, x_3, t140_k_2);
                    t140_l_1 = AT(fma)(x_1, x_4, t140_l_1);
                    t140_l_1_k_1 = AT(fma)(x_2, x_4, t140_l_1_k_1);
                    t140_l_1_k_2 = AT(fma)(x_3, x_4, t140_l_1_k_2);
                    t140_l_2 = AT(fma)(x_1, x_5, t140_l_2);
                    t140_l_2_k_1 = AT(fma)(x_2, x_5, t140_l_2_k_1);
                    t140_l_2_k_2 = AT(fma)(x_3, x_5, t140_l_2_k_2);
                }
                B_first[k*K + l] = t140;
                B_first[k_1*K + l] = t140_k_1;
                B_first[k_2*K + l] = t140_k_2;
                B_first[k*K + l_1] = t140_l_1;
                B_first[k_1*K + l_1] = t140_l_1_k_1;
                B_first[k_2*K + l_1] = t140_l_1_k_2;
                B_first[k*K + l_2] = t140_l_2;
                B_first[k_1*K + l_2] = t140_l_2_k_1;
                B_first[k_2*K + l_2] = t140_l_2_k_2;
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t140 = LANES(0.0);
                lanes t140_k_1 = LANES(0.0);
                lanes t140_k_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(R[l*M + n]);
                    t140 = AT(fma)(x_0, W_first[k*S + K + n], t140);
                    t140_k_1 = AT(fma)(x_0, W_first[k_1*S + K + n], t140_k_1);
                    t140_k_2 = AT(fma)(x_0, W_first[k_2*S + K + n], t140_k_2);
                }
                B_first[k*K + l] = t140;
                B_first[k_1*K + l] = t140_k_1;
                B_first[k_2*K + l] = t140_k_2;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t140 = LANES(0.0);
                lanes t140_l_1 = LANES(0.0);
                lanes t140_l_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(W_first[k*S + K + n]);
                    t140 = AT(fma)(x_0, R[l*M + n], t140);
                    t140_l_1 = AT(fma)(x_0, R[l_1*M + n], t140_l_1);
                    t140_l_2 = AT(fma)(x_0, R[l_2*M + n], t140_l_2);
                }
                B_first[k*K + l] = t140;
                B_first[k*K + l_1] = t140_l_1;
                B_first[k*K + l_2] = t140_l_2;
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t140 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    t140 = AT(fma)(R[l*M + n], W_first[k*S + K + n], t140);
                }
                B_first[k*K + l] = t140;
            }
        }
    }
    {
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t141 = LANES(0.0);
                lanes t141_k_1 = LANES(0.0);
                lanes t141_k_2 = LANES(0.0);
                lanes t141_l_1 = LANES(0.0);
                lanes t141_l_1_k_1 = LANES(0.0);
                lanes t141_l_1_k_2 = LANES(0.0);
                lanes t141_l_2 = LANES(0.0);
                lanes t141_l_2_k_1 = LANES(0.0);
                lanes t141_l_2_k_2 = LANES(0.0);
                for (int a = 0; a < K; ++a) {
                    const lanes x_0 = AT(held)(W_first[k*S + a]);
                    const lanes x_1 = AT(held)(X_first[a*K + l]);
                    const lanes x_2 = AT(held)(W_first[k_1*S + a]);
                    const lanes x_3 = AT(held)(W_first[k_2*S + a]);
                    const lanes x_4 = AT(held)(X_first[a*K + l_1]);
                    const lanes x_5 = AT(held)(X_first[a*K + l_2]);
                    t141 = AT(fma)(x_0, x_1, t141);
                    t141_k_1 = AT(fma)(x_1, x_2, t141_k_1);
                    t141_k_2 = AT(fma)(x_1, x_3, t141_k_2);
                    t141_l_1 = AT(fma)(x_0, x_4, t141_l_1);
                    t141_l_1_k_1 = AT(fma)(x_2, x_4, t141_l_1_k_1);
                    t141_l_1_k_2 = AT(fma)(x_3, x_4, t141_l_1_k_2);
                    t141_l_2 = AT(fma)(x_0, x_5, t141_l_2);
                    t141_l_2_k_1 = AT(fma)(x_2, x_5, t141_l_2_k_1);
                    t141_l_2_k_2 = AT(fma)(x_3, x_5, t141_l_2_k_2);
                }
                B_first[k*K + l] = B_first[k*K + l] + t141;
                B_first[k_1*K + l] = B_first[k_1*K + l] + t141_k_1;
                B_first[k_2*K + l] = B_first[k_2*K + l] + t141_k_2;
                B_first[k*K + l_1] = B_first[k*K + l_1] + t141_l_1;
                B_first[k_1*K + l_1] = B_first[k_1*K + l_1] + t141_l_1_k_1;
                B_first[k_2*K + l_1] = B_first[k_2*K + l_1] + t141_l_1_k_2;
                B_first[k*K + l_2] = B_first[k*K + l_2] + t141_l_2;
                B_first[k_1*K + l_2] = B_first[k_1*K + l_2] + t141_l_2_k_1;
                B_first[k_2*K + l_2] = B_first[k_2*K + l_2] + t141_l_2_k_2;
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t141 = LANES(0.0);
                lanes t141_k_1 = LANES(0.0);
                lanes t141_k_2 = LANES(0.0);
                for (int a = 0; a < K; ++a) {
                    const lanes x_0 = AT(held)(X_first[a*K + l]);
                    t141 = AT(fma)(x_0, W_first[k*S + a], t141);
                    t141_k_1 = AT(fma)(x_0, W_first[k_1*S + a], t141_k_1);
                    t141_k_2 = AT(fma)(x_0, W_first[k_2*S + a], t141_k_2);
                }
                B_first[k*K + l] = B_first[k*K + l] + t141;
                B_first[k_1*K + l] = B_first[k_1*K + l] + t141_k_1;
                B_first[k_2*K + l] = B_first[k_2*K + l] + t141_k_2;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t141 = LANES(0.0);
                lanes t141_l_1 = LANES(0.0);
                lanes t141_l_2 = LANES(0.0);
                for (int a = 0; a < K; ++a) {
                    const lanes x_0 = AT(held)(W_first[k*S + a]);
                    t141 = AT(fma)(x_0, X_first[a*K + l], t141);
                    t141_l_1 = AT(fma)(x_0, X_first[a*K + l_1], t141_l_1);
                    t141_l_2 = AT(fma)(x_0, X_first[a*K + l_2], t141_l_2);
                }
                B_first[k*K + l] = B_first[k*K + l] + t141;
                B_first[k*K + l_1] = B_first[k*K + l_1] + t141_l_1;
                B_first[k*K + l_2] = B_first[k*K + l_2] + t141_l_2;
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t141 = LANES(0.0);
                for (int a = 0; a < K; ++a) {
                    t141 = AT(fma)(W_first[k*S + a], X_first[a*K + l], t141);
                }
                B_first[k*K + l] = B_first[k*K + l] + t141;
            }
        }
    }
    /* B_second: steps against fields of the weights before the giant step */
    {
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t142 = LANES(0.0);
                lanes t142_k_1 = LANES(0.0);
                lanes t142_k_2 = LANES(0.0);
                lanes t142_l_1 = LANES(0.0);
                lanes t142_l_1_k_1 = LANES(0.0);
                lanes t142_l_1_k_2 = LANES(0.0);
                lanes t142_l_2 = LANES(0.0);
                lanes t142_l_2_k_1 = LANES(0.0);
                lanes t142_l_2_k_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(R[l*M + n]);
                    const lanes x_1 = AT(held)(W_second[k*S + K + n]);
                    const lanes x_2 = AT(held)(W_second[k_1*S + K + n]);
                    const lanes x_3 = AT(held)(W_second[k_2*S + K + n]);
                    const lanes x_4 = AT(held)(R[l_1*M + n]);
                    const lanes x_5 = AT(held)(R[l_2*M + n]);
                    t142 = AT(fma)(x_0, x_1, t142);
                    t142_k_1 = AT(fma)(x_0, x_2, t142_k_1);
                    t142_k_2 = AT(fma)(x_0, x_3, t142_k_2);
                    t142_l_1 = AT(fma)(x_1, x_4, t142_l_1);
                    t142_l_1_k_1 = AT(fma)(x_2, x_4, t142_l_1_k_1);
                    t142_l_1_k_2 = AT(fma)(x_3, x_4, t142_l_1_k_2);
                    t142_l_2 = AT(fma)(x_1, x_5, t142_l_2);
                    t142_l_2_k_1 = AT(fma)(x_2, x_5, t142_l_2_k_1);
                    t142_l_2_k_2 = AT(fma)(x_3, x_5, t142_l_2_k_2);
                }
                B_second[k*K + l] = t142;
                B_second[k_1*K + l] = t142_k_1;
                B_second[k_2*K + l] = t142_k_2;
                B_second[k*K + l_1] = t142_l_1;
                B_second[k_1*K + l_1] = t142_l_1_k_1;
                B_second[k_2*K + l_1] = t142_l_1_k_2;
                B_second[k*K + l_2] = t142_l_2;
                B_second[k_1*K + l_2] = t142_l_2_k_1;
                B_second[k_2*K + l_2] = t142_l_2_k_2;
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t142 = LANES(0.0);
                lanes t142_k_1 = LANES(0.0);
                lanes t142_k_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(R[l*M + n]);
                    t142 = AT(fma)(x_0, W_second[k*S + K + n], t142);
                    t142_k_1 = AT(fma)(x_0, W_second[k_1*S + K + n], t142_k_1);
                    t142_k_2 = AT(fma)(x_0, W_second[k_2*S + K + n], t142_k_2);
                }
                B_second[k*K + l] = t142;
                B_second[k_1*K + l] = t142_k_1;
                B_second[k_2*K + l] = t142_k_2;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t142 = LANES(0.0);
                lanes t142_l_1 = LANES(0.0);
                lanes t142_l_2 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    const lanes x_0 = AT(held)(W_second[k*S + K + n]);
                    t142 = AT(fma)(x_0, R[l*M + n], t142);
                    t142_l_1 = AT(fma)(x_0, R[l_1*M + n], t142_l_1);
                    t142_l_2 = AT(fma)(x_0, R[l_2*M + n], t142_l_2);
                }
                B_second[k*K + l] = t142;
                B_second[k*K + l_1] = t142_l_1;
                B_second[k*K + l_2] = t142_l_2;
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t142 = LANES(0.0);
                for (int n = 0; n < M; ++n) {
                    t142 = AT(fma)(R[l*M + n], W_second[k*S + K + n], t142);
                }
                B_second[k*K + l] = t142;
            }
        }
    }
    {
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t143 = LANES(0.0);
                lanes t143_k_1 = LANES(0.0);
                lanes t143_k_2 = LANES(0.0);
                lanes t143_l_1 = LANES(0.0);
                lanes t143_l_1_k_1 = LANES(0.0);
                lanes t143_l_1_k_2 = LANES(0.0);
                lanes t143_l_2 = LANES(0.0);
                lanes t143_l_2_k_1 = LANES(0.0);
                lanes t143_l_2_k_2 = LANES(0.0);
                for (int a = 0; a < K; ++a) {
                    const lanes x_0 = AT(held)(W_second[k*S + a]);
                    const lanes x_1 = AT(held)(X_second[a*K + l]);
                    const lanes x_2 = AT(held)(W_second[k_1*S + a]);
                    const lanes x_3 = AT(held)(W_second[k_2*S + a]);
                    const lanes x_4 = AT(held)(X_second[a*K + l_1]);
                    const lanes x_5 = AT(held)(X_second[a*K + l_2]);
                    t143 = AT(fma)(x_0, x_1, t143);
                    t143_k_1 = AT(fma)(x_1, x_2, t143_k_1);
                    t143_k_2 = AT(fma)(x_1, x_3, t143_k_2);
                    t143_l_1 = AT(fma)(x_0, x_4, t143_l_1);
                    t143_l_1_k_1 = AT(fma)(x_2, x_4, t143_l_1_k_1);
                    t143_l_1_k_2 = AT(fma)(x_3, x_4, t143_l_1_k_2);
                    t143_l_2 = AT(fma)(x_0, x_5, t143_l_2);
                    t143_l_2_k_1 = AT(fma)(x_2, x_5, t143_l_2_k_1);
                    t143_l_2_k_2 = AT(fma)(x_3, x_5, t143_l_2_k_2);
                }
                B_second[k*K + l] = B_second[k*K + l] + t143;
                B_second[k_1*K + l] = B_second[k_1*K + l] + t143_k_1;
                B_second[k_2*K + l] = B_second[k_2*K + l] + t143_k_2;
                B_second[k*K + l_1] = B_second[k*K + l_1] + t143_l_1;
                B_second[k_1*K + l_1] = B_second[k_1*K + l_1] + t143_l_1_k_1;
                B_second[k_2*K + l_1] = B_second[k_2*K + l_1] + t143_l_1_k_2;
                B_second[k*K + l_2] = B_second[k*K + l_2] + t143_l_2;
                B_second[k_1*K + l_2] = B_second[k_1*K + l_2] + t143_l_2_k_1;
                B_second[k_2*K + l_2] = B_second[k_2*K + l_2] + t143_l_2_k_2;
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t143 = LANES(0.0);
                lanes t143_k_1 = LANES(0.0);
                lanes t143_k_2 = LANES(0.0);
                for (int a = 0; a < K; ++a) {
                    const lanes x_0 = AT(held)(X_second[a*K + l]);
                    t143 = AT(fma)(x_0, W_second[k*S + a], t143);
                    t143_k_1 = AT(fma)(x_0, W_second[k_1*S + a], t143_k_1);
                    t143_k_2 = AT(fma)(x_0, W_second[k_2*S + a], t143_k_2);
                }
                B_second[k*K + l] = B_second[k*K + l] + t143;
                B_second[k_1*K + l] = B_second[k_1*K + l] + t143_k_1;
                B_second[k_2*K + l] = B_second[k_2*K + l] + t143_k_2;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t143 = LANES(0.0);
                lanes t143_l_1 = LANES(0.0);
                lanes t143_l_2 = LANES(0.0);
                for (int a = 0; a < K; ++a) {
                    const lanes x_0 = AT(held)(W_second[k*S + a]);
                    t143 = AT(fma)(x_0, X_second[a*K + l], t143);
                    t143_l_1 = AT(fma)(x_0, X_second[a*K + l_1], t143_l_1);
                    t143_l_2 = AT(fma)(x_0, X_second[a*K + l_2], t143_l_2);
                }
                B_second[k*K + l] = B_second[k*K + l] + t143;
                B_second[k*K + l_1] = B_second[k*K + l_1] + t143_l_1;
                B_second[k*K + l_2] = B_second[k*K + l_2] + t143_l_2;
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t143 = LANES(0.0);
                for (int a = 0; a < K; ++a) {
                    t143 = AT(fma)(W_second[k*S + a], X_second[a*K + l], t143);
                }
                B_second[k*K + l] = B_second[k*K + l] + t143;
            }
        }
    }
    /* dR: dR/dalpha */
    {
        const lanes t144 = -given->p_second;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR[k*M + n] = AT(fma)(t144, A_first[k*S + K + n], AT(fma)(given->p_second, A_second[k*S + K + n], A_first[k*S + K + n]));
            }
        }
    }
    /* dQ: dQ/dalpha */
    {
        const lanes t145 = -given->p_second;
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ[giant_maml_relu_batch_packed(K, k, l)] = AT(fma)(t145, B_first[l*K + k], AT(fma)(t145, B_first[k*K + l], AT(fma)(given->p_second, B_second[l*K + k], AT(fma)(given->p_second, B_second[k*K + l], B_first[k*K + l] + B_first[l*K + k]))));
            }
        }
    }
    if (AT(any)(given->on_V)) {
        {
            const lanes t146 = -given->p_second;
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ[giant_maml_relu_batch_packed(K, k, l)] = dQ[giant_maml_relu_batch_packed(K, k, l)] + AT(select)(given->on_V, AT(fma)(t146, E_first[k*K + l], AT(fma)(given->p_second, E_second[k*K + l], E_first[k*K + l])), LANES(0.0));
                }
            }
        }
    }
    /* dw0: dw0/dalpha */
    {
        const lanes t147 = -given->p_second;
        for (int k = 0; k < K; ++k) {
            dw0[k] = AT(fma)(t147, dw0_first[k], AT(fma)(given->p_second, dw0_second[k], dw0_first[k]));
        }
    }
}

TARGET static void AT(rhs)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *dstate, lanes *work)
{
#ifdef GIANT_MAML_RELU_BATCH_K
    if (K == GIANT_MAML_RELU_BATCH_K && M == GIANT_MAML_RELU_BATCH_M) {
        AT(rhs_sized)(GIANT_MAML_RELU_BATCH_K, GIANT_MAML_RELU_BATCH_M, given, state, dstate, work);
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
    const lanes *u_first = given->u_first;
    const lanes *u_second = given->u_second;
    const size_t with_ratio = AT(any)(given->on_ratio) ? 1 : 0;
    lanes *C_ahead = work;
    lanes *I2_ahead = C_ahead + (size_t)S*(size_t)S;
    lanes *r1 = I2_ahead + (size_t)S*(size_t)S;
    lanes *r2 = r1 + (size_t)S*(size_t)S;
    lanes *r3 = r2 + (size_t)S*(size_t)S;
    lanes *I3_ahead = r3 + (size_t)K;
    lanes *I_g2g0_ahead = I3_ahead + (size_t)K*(size_t)S*(size_t)S;
    lanes *J2_ahead = I_g2g0_ahead + (size_t)K*(size_t)S;
    lanes *c0_first_ahead = J2_ahead + (size_t)S*(size_t)S;
    lanes *mc0_first_ahead = c0_first_ahead + (size_t)S;
    lanes *G0_first_ahead = mc0_first_ahead + (size_t)S;
    lanes *A_first_ahead = G0_first_ahead + (size_t)S*(size_t)S;
    lanes *W_first_ahead = A_first_ahead + (size_t)K*(size_t)S;
    lanes *Y_first_ahead = W_first_ahead + (size_t)K*(size_t)S;
    lanes *dR_first_ahead = Y_first_ahead + (size_t)K*(size_t)K;
    lanes *dQ_first_ahead = dR_first_ahead + (size_t)K*(size_t)M;
    lanes *dw0_first_ahead = dQ_first_ahead + (size_t)K*(size_t)K;
    lanes *R_first = dw0_first_ahead + (size_t)K;
    lanes *Q_first = R_first + (size_t)K*(size_t)M;
    lanes *w0_first = Q_first + (size_t)K*(size_t)K;
    lanes *C_first = w0_first + (size_t)K;
    lanes *c0_first = C_first + (size_t)S*(size_t)S;
    lanes *G0_first = c0_first + (size_t)S;
    lanes *eps_g_first = G0_first + (size_t)S*(size_t)S;
    lanes *c0_second_ahead = eps_g_first + (size_t)1;
    lanes *mc0_second_ahead = c0_second_ahead + (size_t)S;
    lanes *G0_second_ahead = mc0_second_ahead + (size_t)S;
    lanes *A_second_ahead = G0_second_ahead + (size_t)S*(size_t)S;
    lanes *W_second_ahead = A_second_ahead + (size_t)K*(size_t)S;
    lanes *Y_second_ahead = W_second_ahead + (size_t)K*(size_t)S;
    lanes *dR_second_ahead = Y_second_ahead + (size_t)K*(size_t)K;
    lanes *dQ_second_ahead = dR_second_ahead + (size_t)K*(size_t)M;
    lanes *dw0_second_ahead = dQ_second_ahead + (size_t)K*(size_t)K;
    lanes *R_second = dw0_second_ahead + (size_t)K;
    lanes *Q_second = R_second + (size_t)K*(size_t)M;
    lanes *w0_second = Q_second + (size_t)K*(size_t)K;
    lanes *C_second = w0_second + (size_t)K;
    lanes *c0_second = C_second + (size_t)S*(size_t)S;
    lanes *G0_second = c0_second + (size_t)S;
    lanes *eps_g_second = G0_second + (size_t)S*(size_t)S;
    lanes *Ct_ahead = eps_g_second + (size_t)1;
    lanes *r0 = Ct_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *Ct1_oo_ahead = r0 + with_ratio*(size_t)n_path*(size_t)S;
    lanes *Cm_ahead = Ct1_oo_ahead + with_ratio*(size_t)n_path*(size_t)S*(size_t)S*(size_t)S;
    lanes *r4 = Cm_ahead + with_ratio*(size_t)K*(size_t)K;
    lanes *r5 = r4 + with_ratio*(size_t)n_path*(size_t)S*(size_t)S;
    lanes *r6 = r5 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *I4_ahead = r6 + with_ratio*(size_t)n_path*(size_t)K*(size_t)K;
    lanes *E_first_ahead = I4_ahead + with_ratio*(size_t)K*(size_t)K*(size_t)S*(size_t)S;
    lanes *E_second_ahead = E_first_ahead + with_ratio*(size_t)K*(size_t)K;
    mask general = given->on_general;
    size_t place = 0;

    (void)w0;
    (void)place;
    (void)with_ratio;
    (void)T;
    (void)u_first;
    (void)u_second;
    /* C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C_ahead[k*S + l] = Q[giant_maml_relu_batch_packed(K, k, l)];
                C_ahead[l*S + k] = C_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C_ahead[k*S + K + n] = R[k*M + n];
                C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C_ahead[(K + n)*S + K + m] = T[n*M + m];
                C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        /* Ct_ahead: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i] */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    for (int j = i; j < S; ++j) {
                        Ct_ahead[(t*S + i)*S + j] = C_ahead[i*S + j]*LANES(giant_maml_relu_batch_path[t]);
                        Ct_ahead[(t*S + j)*S + i] = Ct_ahead[(t*S + i)*S + j];
                    }
                }
            }
        }
        /* r0: 1/sqrt((1 - path[t])*C_ahead[i, i] + Ct_ahead[t, i, i]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t1 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    r0[t*S + i] = AT(inverse_root)(AT(fma)(t1, C_ahead[i*S + i], Ct_ahead[(t*S + i)*S + i]));
                }
            }
        }
        /* Ct1_oo_ahead: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int i = 0; i < S; ++i) {
                    const lanes t2 = -(r0[t*S + i]*r0[t*S + i]);
                    for (int j = 0; j < S; ++j) {
                        const lanes t3 = t2*Ct_ahead[(t*S + i)*S + j];
                        for (int r = j; r < S; ++r) {
                            Ct1_oo_ahead[((t*S + i)*S + j)*S + r] = AT(fma)(t3, Ct_ahead[(t*S + i)*S + r], Ct_ahead[(t*S + j)*S + r]);
                            Ct1_oo_ahead[((t*S + i)*S + r)*S + j] = Ct1_oo_ahead[((t*S + i)*S + j)*S + r];
                        }
                    }
                }
            }
        }
        /* Cm_ahead: <sign(k) sign(l)> minus the rule with nodes */
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K - 2; l += 3) {
                    const int l_1 = l + 1, l_2 = l + 2;
                    lanes t4 = LANES(0.0);
                    lanes t4_l_1 = LANES(0.0);
                    lanes t4_l_2 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        const lanes x_0 = AT(held)(LANES(giant_maml_relu_batch_path[t]));
                        const lanes x_1 = AT(held)(LANES(giant_maml_relu_batch_path_weight[t]));
                        const lanes x_2 = AT(held)(r0[t*S + k]);
                        t4 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), t4);
                        t4_l_1 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_ahead[l_1*S + l_1], Ct1_oo_ahead[((t*S + k)*S + l_1)*S + l_1])), t4_l_1);
                        t4_l_2 = AT(fma)(x_1*x_2, AT(inverse_root)(AT(fma)(1.0 - x_0, C_ahead[l_2*S + l_2], Ct1_oo_ahead[((t*S + k)*S + l_2)*S + l_2])), t4_l_2);
                    }
                    Cm_ahead[k*K + l] = AT(fma)(-0.63661977236758138*t4, C_ahead[k*S + l], 0.63661977236758138*AT(angle)(C_ahead[k*S + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))));
                    Cm_ahead[k*K + l_1] = AT(fma)(-0.63661977236758138*t4_l_1, C_ahead[k*S + l_1], 0.63661977236758138*AT(angle)(C_ahead[k*S + l_1], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l_1*S + l_1], (C_ahead[k*S + l_1]*C_ahead[k*S + l_1]))));
                    Cm_ahead[k*K + l_2] = AT(fma)(-0.63661977236758138*t4_l_2, C_ahead[k*S + l_2], 0.63661977236758138*AT(angle)(C_ahead[k*S + l_2], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l_2*S + l_2], (C_ahead[k*S + l_2]*C_ahead[k*S + l_2]))));
                }
                for (int l = k + (K - (k))/3*3; l < K; ++l) {
                    lanes t4 = LANES(0.0);
                    for (int t = 0; t < n_path; ++t) {
                        t4 = AT(fma)(LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k], AT(inverse_root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), t4);
                    }
                    Cm_ahead[k*K + l] = AT(fma)(-0.63661977236758138*t4, C_ahead[k*S + l], 0.63661977236758138*AT(angle)(C_ahead[k*S + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))));
                }
            }
        }
    }
    /* I2_ahead: <g(z_i) g(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                I2_ahead[k*S + l] = AT(fma)(LANES(0.25), C_ahead[k*S + l], AT(fma)(0.15915494309189535*C_ahead[k*S + l], AT(angle)(C_ahead[k*S + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))), 0.15915494309189535*AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))));
                I2_ahead[l*S + k] = I2_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                I2_ahead[k*S + K + l] = AT(fma)(LANES(0.25), C_ahead[k*S + K + l], AT(fma)(0.15915494309189535*C_ahead[k*S + K + l], AT(angle)(C_ahead[k*S + K + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))), 0.15915494309189535*AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))));
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    I2_ahead[(K + k)*S + K + l] = AT(select)(general, AT(fma)(LANES(0.25), C_ahead[(K + k)*S + K + l], AT(fma)(0.15915494309189535*C_ahead[(K + k)*S + K + l], AT(angle)(C_ahead[(K + k)*S + K + l], AT(tolerant_root)(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))), 0.15915494309189535*AT(tolerant_root)(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l])))), LANES(0.0));
                    I2_ahead[(K + l)*S + K + k] = I2_ahead[(K + k)*S + K + l];
                }
            }
        }
    }
    /* r1: sqrt(C_ahead[i, i]*C_ahead[j, j] - C_ahead[i, j]**2) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r1[i*S + j] = AT(tolerant_root)(C_ahead[i*S + i]*C_ahead[j*S + j], (C_ahead[i*S + j]*C_ahead[i*S + j]));
            }
        }
    }
    /* r2: atan2(C_ahead[i, j], r1[i, j]) */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = 0; j < S; ++j) {
                r2[i*S + j] = AT(angle)(C_ahead[i*S + j], r1[i*S + j]);
            }
        }
    }
    /* r3: 1/sqrt(C_ahead[k, k]) */
    {
        for (int k = 0; k < K; ++k) {
            r3[k] = AT(inverse_root)(C_ahead[k*S + k]);
        }
    }
    /* I3_ahead: <g'(z_k) z_i g(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            const lanes t5 = 0.15915494309189535*(r3[k]*r3[k]);
            for (int i = 0; i < S; ++i) {
                const lanes t6 = t5*C_ahead[k*S + i];
                for (int j = 0; j < S; ++j) {
                    I3_ahead[(k*S + i)*S + j] = AT(fma)(LANES(0.25), C_ahead[i*S + j], AT(fma)(0.15915494309189535*C_ahead[i*S + j], r2[k*S + j], t6*r1[k*S + j]));
                }
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        /* r4: 1/sqrt((1 - path[t])*C_ahead[j, j] + Ct1_oo_ahead[t, i, j, j]) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t7 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int i = 0; i < S; ++i) {
                    for (int j = 0; j < S; ++j) {
                        r4[(t*S + i)*S + j] = AT(inverse_root)(AT(fma)(t7, C_ahead[j*S + j], Ct1_oo_ahead[((t*S + i)*S + j)*S + j]));
                    }
                }
            }
        }
        /* r5: sqrt(((1 - path[t])*C_ahead[k, k] + Ct_ahead[t, k, k])*((1 - path[t])*C_ahead[l, l] + Ct_ahead[t, l, l]) - Ct_ahead[t, k, l]**2) */
        {
            for (int t = 0; t < n_path; ++t) {
                const lanes t8 = 1.0 - LANES(giant_maml_relu_batch_path[t]);
                for (int k = 0; k < K; ++k) {
                    const lanes t9 = AT(fma)(t8, C_ahead[k*S + k], Ct_ahead[(t*S + k)*S + k]);
                    for (int l = 0; l < K; ++l) {
                        r5[(t*K + k)*K + l] = AT(tolerant_root)(t9*(AT(fma)(t8, C_ahead[l*S + l], Ct_ahead[(t*S + l)*S + l])), (Ct_ahead[(t*S + k)*S + l]*Ct_ahead[(t*S + k)*S + l]));
                    }
                }
            }
        }
        /* r6: atan2(Ct_ahead[t, k, l], r5[t, k, l]) */
        {
            for (int t = 0; t < n_path; ++t) {
                for (int k = 0; k < K; ++k) {
                    for (int l = 0; l < K; ++l) {
                        r6[(t*K + k)*K + l] = AT(angle)(Ct_ahead[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                    }
                }
            }
        }
        /* I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields */
        {
            for (int k = 0; k < K; ++k) {
                const lanes t21 = 0.039788735772973836*(r3[k]*r3[k]);
                for (int l = k; l < K; ++l) {
                    const lanes t11 = 1.5707963267948966*Cm_ahead[k*K + l];
                    const lanes t24 = 0.039788735772973836*(r3[l]*r3[l]);
                    for (int i = 0; i < S; ++i) {
                        const lanes t19 = 0.039788735772973836*r2[k*S + i];
                        const lanes t20 = 0.039788735772973836*r2[l*S + i];
                        const lanes t22 = t21*C_ahead[k*S + i];
                        const lanes t23 = t21*r1[k*S + i];
                        const lanes t25 = t24*C_ahead[l*S + i];
                        const lanes t26 = t24*r1[l*S + i];
                        for (int j = i; j < S - 2; j += 3) {
                            const int j_1 = j + 1, j_2 = j + 2;
                            const lanes t12 = C_ahead[i*S + j]*C_ahead[k*S + l];
                            const lanes t12_j_1 = C_ahead[i*S + j_1]*C_ahead[k*S + l];
                            const lanes t12_j_2 = C_ahead[i*S + j_2]*C_ahead[k*S + l];
                            const lanes t13 = 0.039788735772973836*C_ahead[i*S + j];
                            const lanes t13_j_1 = 0.039788735772973836*C_ahead[i*S + j_1];
                            const lanes t13_j_2 = 0.039788735772973836*C_ahead[i*S + j_2];
                            const lanes t14 = C_ahead[i*S + j]*C_ahead[k*S + i];
                            const lanes t14_j_1 = C_ahead[i*S + j_1]*C_ahead[k*S + i];
                            const lanes t14_j_2 = C_ahead[i*S + j_2]*C_ahead[k*S + i];
                            const lanes t15 = C_ahead[i*S + j]*C_ahead[l*S + i];
                            const lanes t15_j_1 = C_ahead[i*S + j_1]*C_ahead[l*S + i];
                            const lanes t15_j_2 = C_ahead[i*S + j_2]*C_ahead[l*S + i];
                            const lanes t16 = C_ahead[i*S + j]*C_ahead[k*S + j];
                            const lanes t16_j_1 = C_ahead[i*S + j_1]*C_ahead[k*S + j_1];
                            const lanes t16_j_2 = C_ahead[i*S + j_2]*C_ahead[k*S + j_2];
                            const lanes t17 = C_ahead[i*S + j]*C_ahead[l*S + j];
                            const lanes t17_j_1 = C_ahead[i*S + j_1]*C_ahead[l*S + j_1];
                            const lanes t17_j_2 = C_ahead[i*S + j_2]*C_ahead[l*S + j_2];
                            const lanes t18 = 0.025330295910584444*(C_ahead[i*S + j]*C_ahead[i*S + j]);
                            const lanes t18_j_1 = 0.025330295910584444*(C_ahead[i*S + j_1]*C_ahead[i*S + j_1]);
                            const lanes t18_j_2 = 0.025330295910584444*(C_ahead[i*S + j_2]*C_ahead[i*S + j_2]);
                            lanes t10 = LANES(0.0);
                            lanes t10_j_1 = LANES(0.0);
                            lanes t10_j_2 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                const lanes x_0 = AT(held)(C_ahead[i*S + i]);
                                const lanes x_1 = AT(held)(C_ahead[k*S + i]);
                                const lanes x_2 = AT(held)(C_ahead[k*S + k]);
                                const lanes x_3 = AT(held)(C_ahead[k*S + l]);
                                const lanes x_4 = AT(held)(C_ahead[l*S + i]);
                                const lanes x_5 = AT(held)(C_ahead[l*S + l]);
                                const lanes x_6 = AT(held)(Ct1_oo_ahead[((t*S + i)*S + k)*S + k]);
                                const lanes x_7 = AT(held)(Ct1_oo_ahead[((t*S + i)*S + k)*S + l]);
                                const lanes x_8 = AT(held)(Ct1_oo_ahead[((t*S + i)*S + l)*S + l]);
                                const lanes x_9 = AT(held)(Ct1_oo_ahead[((t*S + k)*S + i)*S + i]);
                                const lanes x_10 = AT(held)(Ct1_oo_ahead[((t*S + k)*S + l)*S + i]);
                                const lanes x_11 = AT(held)(Ct1_oo_ahead[((t*S + k)*S + l)*S + l]);
                                const lanes x_12 = AT(held)(Ct1_oo_ahead[((t*S + l)*S + i)*S + i]);
                                const lanes x_13 = AT(held)(Ct1_oo_ahead[((t*S + l)*S + k)*S + i]);
                                const lanes x_14 = AT(held)(Ct1_oo_ahead[((t*S + l)*S + k)*S + k]);
                                const lanes x_15 = AT(held)(Ct_ahead[(t*S + k)*S + k]);
                                const lanes x_16 = AT(held)(LANES(giant_maml_relu_batch_path[t]));
                                const lanes x_17 = AT(held)(LANES(giant_maml_relu_batch_path_last[t]));
                                const lanes x_18 = AT(held)(LANES(giant_maml_relu_batch_path_weight[t]));
                                const lanes x_19 = AT(held)(r0[t*S + i]);
                                const lanes x_20 = AT(held)(r0[t*S + k]);
                                const lanes x_21 = AT(held)(r0[t*S + l]);
                                const lanes x_22 = AT(held)(r4[(t*S + k)*S + i]);
                                const lanes x_23 = AT(held)(r4[(t*S + k)*S + l]);
                                const lanes x_24 = AT(held)(r4[(t*S + l)*S + i]);
                                const lanes x_25 = AT(held)(r4[(t*S + l)*S + k]);
                                const lanes x_26 = AT(held)(r6[(t*K + k)*K + l]);
                                t10 = t10 + AT(fma)(t18*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], x_7))*(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j*S + j], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_ahead[l*S + j]*r4[(t*S + l)*S + j], Ct1_oo_ahead[((t*S + l)*S + i)*S + j], AT(fma)(t17*(1.0 - x_16), r4[(t*S + l)*S + j], x_4*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j*S + j], Ct1_oo_ahead[((t*S + l)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], x_13))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_ahead[((t*S + l)*S + i)*S + j], AT(fma)(t15*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_ahead[l*S + j]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_ahead[j*S + j], AT(fma)(-(x_24*x_24), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]), Ct1_oo_ahead[((t*S + l)*S + j)*S + j]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_ahead[k*S + j]*r4[(t*S + k)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j], AT(fma)(t16*(1.0 - x_16), r4[(t*S + k)*S + j], x_1*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], x_10))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_ahead[((t*S + k)*S + i)*S + j], AT(fma)(t14*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_ahead[k*S + j]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_ahead[j*S + j], AT(fma)(-(x_22*x_22), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))))), AT(fma)(t13*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j], AT(fma)(t12*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j*S + j], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t10_j_1 = t10_j_1 + AT(fma)(t18_j_1*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j_1], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), (Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), (Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1], x_7))*(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_1]*(r4[(t*S + i)*S + j_1]*r4[(t*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_1], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_ahead[l*S + j_1]*r4[(t*S + l)*S + j_1], Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], AT(fma)(t17_j_1*(1.0 - x_16), r4[(t*S + l)*S + j_1], x_4*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], Ct1_oo_ahead[((t*S + l)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], x_13))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*(r4[(t*S + l)*S + j_1]*r4[(t*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], AT(fma)(t15_j_1*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_ahead[l*S + j_1]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], AT(fma)(-(x_24*x_24), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + l)*S + j_1)*S + j_1]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_ahead[k*S + j_1]*r4[(t*S + k)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], AT(fma)(t16_j_1*(1.0 - x_16), r4[(t*S + k)*S + j_1], x_1*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], Ct1_oo_ahead[((t*S + k)*S + j_1)*S + j_1]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], x_10))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*(r4[(t*S + k)*S + j_1]*r4[(t*S + k)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], AT(fma)(t14_j_1*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_ahead[k*S + j_1]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], AT(fma)(-(x_22*x_22), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]))))), AT(fma)(t13_j_1*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], AT(fma)(t12_j_1*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j_1*S + j_1], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1]), Ct1_oo_ahead[((t*S + k)*S + j_1)*S + j_1]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j_1], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j_1], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j_1], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_1], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_1]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                                t10_j_2 = t10_j_2 + AT(fma)(t18_j_2*x_18*x_19*(1.0 - x_16)*r4[(t*S + i)*S + j_2], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2], x_7), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), (Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_6)))*(AT(fma)(-(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), (Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_8))), ((AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2], x_7))*(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j_2]*(r4[(t*S + i)*S + j_2]*r4[(t*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j_2], x_7))))), AT(fma)(0.025330295910584444*x_20*x_23*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2])))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(C_ahead[l*S + j_2]*r4[(t*S + l)*S + j_2], Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], AT(fma)(t17_j_2*(1.0 - x_16), r4[(t*S + l)*S + j_2], x_4*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], Ct1_oo_ahead[((t*S + l)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], x_13), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]), AT(fma)(x_2, 1.0 - x_16, x_14)))*(AT(fma)(-(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_12))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], x_13))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*(r4[(t*S + l)*S + j_2]*r4[(t*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], x_13))))), AT(fma)(0.025330295910584444*x_18*x_21*(AT(fma)(x_24*x_4, Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], AT(fma)(t15_j_2*x_24, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_12))*C_ahead[l*S + j_2]))), AT(angle)(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]), AT(tolerant_root)((AT(fma)(x_2, 1.0 - x_16, AT(fma)(-(x_13*x_13), (x_24*x_24), x_14)))*(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], AT(fma)(-(x_24*x_24), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + l)*S + j_2)*S + j_2]))), ((AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]))*(AT(fma)(-x_13*(x_24*x_24), Ct1_oo_ahead[((t*S + l)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2]))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(C_ahead[k*S + j_2]*r4[(t*S + k)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], AT(fma)(t16_j_2*(1.0 - x_16), r4[(t*S + k)*S + j_2], x_1*AT(root)(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], Ct1_oo_ahead[((t*S + k)*S + j_2)*S + j_2]))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], x_10), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]), AT(fma)(x_5, 1.0 - x_16, x_11)))*(AT(fma)(-(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]), AT(fma)(x_0, 1.0 - x_16, x_9))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], x_10))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*(r4[(t*S + k)*S + j_2]*r4[(t*S + k)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], x_10))))), AT(fma)(0.025330295910584444*x_18*x_20*(AT(fma)(x_1*x_22, Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], AT(fma)(t14_j_2*x_22, 1.0 - x_16, AT(root)(AT(fma)(x_0, 1.0 - x_16, x_9))*C_ahead[k*S + j_2]))), AT(angle)(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]), AT(tolerant_root)((AT(fma)(x_5, 1.0 - x_16, AT(fma)(-(x_10*x_10), (x_22*x_22), x_11)))*(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], AT(fma)(-(x_22*x_22), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]))*(AT(fma)(-x_10*(x_22*x_22), Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]))))), AT(fma)(t13_j_2*x_18, x_26, AT(fma)(0.025330295910584444*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], AT(fma)(t12_j_2*x_18*x_20*x_23, 1.0 - x_16, x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))), AT(angle)(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]), AT(tolerant_root)((AT(fma)(-(x_10*x_10), (x_23*x_23), AT(fma)(x_0, 1.0 - x_16, x_9)))*(AT(fma)(1.0 - x_16, C_ahead[j_2*S + j_2], AT(fma)(-(x_23*x_23), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2]), Ct1_oo_ahead[((t*S + k)*S + j_2)*S + j_2]))), ((AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))))), 0.039788735772973836*(AT(fma)(x_18*x_21*x_25*x_4, Ct1_oo_ahead[((t*S + l)*S + k)*S + j_2], AT(fma)(x_13*x_18*x_21*x_25, C_ahead[l*S + j_2], AT(fma)(x_10*x_18*x_20*x_23, C_ahead[k*S + j_2], AT(fma)(x_1*x_18*x_20*x_23, Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], x_20*x_23*(AT(fma)(-x_10*(x_23*x_23), Ct1_oo_ahead[((t*S + k)*S + l)*S + j_2], Ct1_oo_ahead[((t*S + k)*S + i)*S + j_2]))*(AT(fma)(t11*x_17*AT(root)(AT(fma)(x_5, 1.0 - x_16, x_11)), AT(root)(AT(fma)(x_2, 1.0 - x_16, x_15)), x_18*x_3)))))))))))))));
                            }
                            I4_ahead[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C_ahead[i*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[l*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[k*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[i*S + j], AT(fma)(t26, C_ahead[l*S + j], AT(fma)(t25, r1[l*S + j], AT(fma)(t23, C_ahead[k*S + j], AT(fma)(t22, r1[k*S + j], AT(fma)(t20, C_ahead[i*S + j], AT(fma)(t19, C_ahead[i*S + j], AT(fma)(LANES(0.039788735772973836), r1[i*S + j], t10)))))))))));
                            I4_ahead[((k*K + l)*S + i)*S + j_1] = AT(fma)(LANES(0.0625), C_ahead[i*S + j_1], AT(fma)(0.039788735772973836*C_ahead[i*S + j_1], r2[l*S + j_1], AT(fma)(0.039788735772973836*C_ahead[i*S + j_1], r2[k*S + j_1], AT(fma)(0.039788735772973836*C_ahead[i*S + j_1], r2[i*S + j_1], AT(fma)(t26, C_ahead[l*S + j_1], AT(fma)(t25, r1[l*S + j_1], AT(fma)(t23, C_ahead[k*S + j_1], AT(fma)(t22, r1[k*S + j_1], AT(fma)(t20, C_ahead[i*S + j_1], AT(fma)(t19, C_ahead[i*S + j_1], AT(fma)(LANES(0.039788735772973836), r1[i*S + j_1], t10_j_1)))))))))));
                            I4_ahead[((k*K + l)*S + i)*S + j_2] = AT(fma)(LANES(0.0625), C_ahead[i*S + j_2], AT(fma)(0.039788735772973836*C_ahead[i*S + j_2], r2[l*S + j_2], AT(fma)(0.039788735772973836*C_ahead[i*S + j_2], r2[k*S + j_2], AT(fma)(0.039788735772973836*C_ahead[i*S + j_2], r2[i*S + j_2], AT(fma)(t26, C_ahead[l*S + j_2], AT(fma)(t25, r1[l*S + j_2], AT(fma)(t23, C_ahead[k*S + j_2], AT(fma)(t22, r1[k*S + j_2], AT(fma)(t20, C_ahead[i*S + j_2], AT(fma)(t19, C_ahead[i*S + j_2], AT(fma)(LANES(0.039788735772973836), r1[i*S + j_2], t10_j_2)))))))))));
                        }
                        for (int j = i + (S - (i))/3*3; j < S; ++j) {
                            const lanes t12 = C_ahead[i*S + j]*C_ahead[k*S + l];
                            const lanes t13 = 0.039788735772973836*C_ahead[i*S + j];
                            const lanes t14 = C_ahead[i*S + j]*C_ahead[k*S + i];
                            const lanes t15 = C_ahead[i*S + j]*C_ahead[l*S + i];
                            const lanes t16 = C_ahead[i*S + j]*C_ahead[k*S + j];
                            const lanes t17 = C_ahead[i*S + j]*C_ahead[l*S + j];
                            const lanes t18 = 0.025330295910584444*(C_ahead[i*S + j]*C_ahead[i*S + j]);
                            lanes t10 = LANES(0.0);
                            for (int t = 0; t < n_path; ++t) {
                                t10 = t10 + AT(fma)(t18*(1.0 - LANES(giant_maml_relu_batch_path[t]))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + i]*r4[(t*S + i)*S + j], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], Ct1_oo_ahead[((t*S + i)*S + k)*S + l]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*Ct1_oo_ahead[((t*S + i)*S + k)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct1_oo_ahead[((t*S + i)*S + k)*S + k])))*(AT(fma)(-(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), (Ct1_oo_ahead[((t*S + i)*S + l)*S + j]*Ct1_oo_ahead[((t*S + i)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + i)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], Ct1_oo_ahead[((t*S + i)*S + k)*S + l]))*(AT(fma)(-Ct1_oo_ahead[((t*S + i)*S + k)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]), Ct1_oo_ahead[((t*S + i)*S + l)*S + j], Ct1_oo_ahead[((t*S + i)*S + k)*S + l]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[l*S + j]*r4[(t*S + l)*S + j], Ct1_oo_ahead[((t*S + l)*S + i)*S + j], AT(fma)(t17*(1.0 - LANES(giant_maml_relu_batch_path[t])), r4[(t*S + l)*S + j], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + l)*S + j)*S + j]))*C_ahead[l*S + i])))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + i]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + l)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + j]*Ct1_oo_ahead[((t*S + l)*S + k)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + i]))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]), Ct1_oo_ahead[((t*S + l)*S + k)*S + j], Ct1_oo_ahead[((t*S + l)*S + k)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[k*S + j]*r4[(t*S + k)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j], AT(fma)(t16*(1.0 - LANES(giant_maml_relu_batch_path[t])), r4[(t*S + k)*S + j], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))*C_ahead[k*S + i])))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + i]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + i]))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + l)*S + i]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[l*S + i]*r4[(t*S + l)*S + i], Ct1_oo_ahead[((t*S + l)*S + i)*S + j], AT(fma)(t15*(1.0 - LANES(giant_maml_relu_batch_path[t])), r4[(t*S + l)*S + i], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + l)*S + i)*S + i]))*C_ahead[l*S + j])))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo_ahead[((t*S + l)*S + k)*S + i], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), (Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*Ct1_oo_ahead[((t*S + l)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + l)*S + j)*S + j])))*(AT(fma)(-(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), (Ct1_oo_ahead[((t*S + l)*S + k)*S + i]*Ct1_oo_ahead[((t*S + l)*S + k)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + k]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo_ahead[((t*S + l)*S + k)*S + i], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))*(AT(fma)(-Ct1_oo_ahead[((t*S + l)*S + i)*S + j]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]), Ct1_oo_ahead[((t*S + l)*S + k)*S + i], Ct1_oo_ahead[((t*S + l)*S + k)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[k*S + i]*r4[(t*S + k)*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + j], AT(fma)(t14*(1.0 - LANES(giant_maml_relu_batch_path[t])), r4[(t*S + k)*S + i], AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + i]))*C_ahead[k*S + j])))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k], AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo_ahead[((t*S + k)*S + l)*S + i], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), (Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j])))*(AT(fma)(-(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo_ahead[((t*S + k)*S + l)*S + i], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + i)*S + j]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]), Ct1_oo_ahead[((t*S + k)*S + l)*S + i], Ct1_oo_ahead[((t*S + k)*S + l)*S + j]))))), AT(fma)(0.025330295910584444*(AT(fma)(t11*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct_ahead[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_ahead[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*r0[t*S + k]*r4[(t*S + k)*S + l], AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j])))), AT(fma)(t13*LANES(giant_maml_relu_batch_path_weight[t]), r6[(t*K + k)*K + l], AT(fma)(0.025330295910584444*(AT(fma)(C_ahead[l*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + i], AT(fma)(C_ahead[l*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + j], AT(fma)(C_ahead[k*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + i], AT(fma)(C_ahead[k*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + j], AT(fma)(t12*(1.0 - LANES(giant_maml_relu_batch_path[t]))*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k], r4[(t*S + k)*S + l], (AT(fma)(t11*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct_ahead[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_ahead[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*r0[t*S + k]*r4[(t*S + k)*S + l])))))), AT(angle)(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]), AT(tolerant_root)((AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*Ct1_oo_ahead[((t*S + k)*S + l)*S + i]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[i*S + i], Ct1_oo_ahead[((t*S + k)*S + i)*S + i])))*(AT(fma)(-(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), (Ct1_oo_ahead[((t*S + k)*S + l)*S + j]*Ct1_oo_ahead[((t*S + k)*S + l)*S + j]), AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[j*S + j], Ct1_oo_ahead[((t*S + k)*S + j)*S + j]))), ((AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))))), 0.039788735772973836*(AT(fma)(C_ahead[l*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + i], AT(fma)(C_ahead[l*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + l]*r4[(t*S + l)*S + k], Ct1_oo_ahead[((t*S + l)*S + k)*S + j], AT(fma)(C_ahead[k*S + j]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + i], AT(fma)(C_ahead[k*S + i]*LANES(giant_maml_relu_batch_path_weight[t])*r0[t*S + k]*r4[(t*S + k)*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + j], (AT(fma)(t11*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[k*S + k], Ct_ahead[(t*S + k)*S + k]))*AT(root)(AT(fma)(1.0 - LANES(giant_maml_relu_batch_path[t]), C_ahead[l*S + l], Ct1_oo_ahead[((t*S + k)*S + l)*S + l])), LANES(giant_maml_relu_batch_path_last[t]), C_ahead[k*S + l]*LANES(giant_maml_relu_batch_path_weight[t])))*(AT(fma)(-Ct1_oo_ahead[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), Ct1_oo_ahead[((t*S + k)*S + l)*S + j], Ct1_oo_ahead[((t*S + k)*S + i)*S + j]))*r0[t*S + k]*r4[(t*S + k)*S + l])))))))))))));
                            }
                            I4_ahead[((k*K + l)*S + i)*S + j] = AT(fma)(LANES(0.0625), C_ahead[i*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[l*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[k*S + j], AT(fma)(0.039788735772973836*C_ahead[i*S + j], r2[i*S + j], AT(fma)(t26, C_ahead[l*S + j], AT(fma)(t25, r1[l*S + j], AT(fma)(t23, C_ahead[k*S + j], AT(fma)(t22, r1[k*S + j], AT(fma)(t20, C_ahead[i*S + j], AT(fma)(t19, C_ahead[i*S + j], AT(fma)(LANES(0.039788735772973836), r1[i*S + j], t10)))))))))));
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
                            I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                            I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                            I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        }
                    }
                }
            }
        }
    }
    /* I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            const lanes t27 = 0.15915494309189535*(r3[k]*r3[k]);
            for (int i = 0; i < S; ++i) {
                I_g2g0_ahead[k*S + i] = t27*AT(tolerant_root)(C_ahead[i*S + i]*C_ahead[k*S + k], (C_ahead[k*S + i]*C_ahead[k*S + i]));
            }
        }
    }
    /* J2_ahead: <g'(z_i) g'(z_j)> over the fields */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                J2_ahead[k*S + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C_ahead[k*S + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[l*S + l], (C_ahead[k*S + l]*C_ahead[k*S + l]))), LANES(0.25));
                J2_ahead[l*S + k] = J2_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                J2_ahead[k*S + K + l] = AT(fma)(LANES(0.15915494309189535), AT(angle)(C_ahead[k*S + K + l], AT(tolerant_root)(C_ahead[k*S + k]*C_ahead[(K + l)*S + K + l], (C_ahead[k*S + K + l]*C_ahead[k*S + K + l]))), LANES(0.25));
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    J2_ahead[(K + k)*S + K + l] = AT(select)(general, AT(fma)(LANES(0.15915494309189535), AT(angle)(C_ahead[(K + k)*S + K + l], AT(tolerant_root)(C_ahead[(K + k)*S + K + k]*C_ahead[(K + l)*S + K + l], (C_ahead[(K + k)*S + K + l]*C_ahead[(K + k)*S + K + l]))), LANES(0.25)), LANES(0.0));
                    J2_ahead[(K + l)*S + K + k] = J2_ahead[(K + k)*S + K + l];
                }
            }
        }
    }
    /* c0_first_ahead: c = (head, -u) in the task first */
    {
        for (int k = 0; k < K; ++k) {
            c0_first_ahead[k] = w0[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            c0_first_ahead[K + n] = -u_first[n];
        }
    }
    /* mc0_first_ahead: <c_i> over the task */
    {
        for (int i = 0; i < S; ++i) {
            mc0_first_ahead[i] = c0_first_ahead[i];
        }
    }
    /* G0_first_ahead: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0_first_ahead[k*S + l] = c0_first_ahead[k]*c0_first_ahead[l];
                G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                G0_first_ahead[k*S + K + l] = c0_first_ahead[k]*c0_first_ahead[K + l];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    G0_first_ahead[(K + k)*S + K + l] = AT(select)(general, c0_first_ahead[K + k]*c0_first_ahead[K + l], LANES(0.0));
                    G0_first_ahead[(K + l)*S + K + k] = G0_first_ahead[(K + k)*S + K + l];
                }
            }
        }
    }
    /* A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    {
        const lanes t29 = -given->gamma;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t28 = LANES(0.0);
                lanes t28_k_1 = LANES(0.0);
                lanes t28_k_2 = LANES(0.0);
                lanes t28_i_1 = LANES(0.0);
                lanes t28_i_1_k_1 = LANES(0.0);
                lanes t28_i_1_k_2 = LANES(0.0);
                lanes t28_i_2 = LANES(0.0);
                lanes t28_i_2_k_1 = LANES(0.0);
                lanes t28_i_2_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_first_ahead[k*S + j]);
                    const lanes x_1 = AT(held)(G0_first_ahead[k_1*S + j]);
                    const lanes x_2 = AT(held)(G0_first_ahead[k_2*S + j]);
                    t28 = AT(fma)(x_0, I3_ahead[(k*S + i)*S + j], t28);
                    t28_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i)*S + j], t28_k_1);
                    t28_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i)*S + j], t28_k_2);
                    t28_i_1 = AT(fma)(x_0, I3_ahead[(k*S + i_1)*S + j], t28_i_1);
                    t28_i_1_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i_1)*S + j], t28_i_1_k_1);
                    t28_i_1_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i_1)*S + j], t28_i_1_k_2);
                    t28_i_2 = AT(fma)(x_0, I3_ahead[(k*S + i_2)*S + j], t28_i_2);
                    t28_i_2_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i_2)*S + j], t28_i_2_k_1);
                    t28_i_2_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i_2)*S + j], t28_i_2_k_2);
                }
                A_first_ahead[k*S + i] = t28*t29;
                A_first_ahead[k_1*S + i] = t28_k_1*t29;
                A_first_ahead[k_2*S + i] = t28_k_2*t29;
                A_first_ahead[k*S + i_1] = t28_i_1*t29;
                A_first_ahead[k_1*S + i_1] = t28_i_1_k_1*t29;
                A_first_ahead[k_2*S + i_1] = t28_i_1_k_2*t29;
                A_first_ahead[k*S + i_2] = t28_i_2*t29;
                A_first_ahead[k_1*S + i_2] = t28_i_2_k_1*t29;
                A_first_ahead[k_2*S + i_2] = t28_i_2_k_2*t29;
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t28 = LANES(0.0);
                lanes t28_k_1 = LANES(0.0);
                lanes t28_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t28 = AT(fma)(G0_first_ahead[k*S + j], I3_ahead[(k*S + i)*S + j], t28);
                    t28_k_1 = AT(fma)(G0_first_ahead[k_1*S + j], I3_ahead[(k_1*S + i)*S + j], t28_k_1);
                    t28_k_2 = AT(fma)(G0_first_ahead[k_2*S + j], I3_ahead[(k_2*S + i)*S + j], t28_k_2);
                }
                A_first_ahead[k*S + i] = t28*t29;
                A_first_ahead[k_1*S + i] = t28_k_1*t29;
                A_first_ahead[k_2*S + i] = t28_k_2*t29;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t28 = LANES(0.0);
                lanes t28_i_1 = LANES(0.0);
                lanes t28_i_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_first_ahead[k*S + j]);
                    t28 = AT(fma)(x_0, I3_ahead[(k*S + i)*S + j], t28);
                    t28_i_1 = AT(fma)(x_0, I3_ahead[(k*S + i_1)*S + j], t28_i_1);
                    t28_i_2 = AT(fma)(x_0, I3_ahead[(k*S + i_2)*S + j], t28_i_2);
                }
                A_first_ahead[k*S + i] = t28*t29;
                A_first_ahead[k*S + i_1] = t28_i_1*t29;
                A_first_ahead[k*S + i_2] = t28_i_2*t29;
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t28 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t28 = AT(fma)(G0_first_ahead[k*S + j], I3_ahead[(k*S + i)*S + j], t28);
                }
                A_first_ahead[k*S + i] = t28*t29;
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        /* E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t32 = (given->gamma*given->gamma)*(given->noise*given->noise)*given->over_ratio;
            const lanes t33 = (given->gamma*given->gamma)*given->over_ratio;
            for (int k = 0; k < K; ++k) {
                const lanes t34 = t33*c0_first_ahead[k];
                for (int l = k; l < K; ++l) {
                    lanes t30 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = i + 1; j < S; ++j) {
                            t30 = AT(fma)(c0_first_ahead[i]*c0_first_ahead[j], I4_ahead[((k*K + l)*S + i)*S + j], t30);
                        }
                    }
                    t30 = t30 + t30;
                    for (int i = 0; i < S; ++i) {
                        const lanes t31 = I4_ahead[((k*K + l)*S + i)*S + i]*(c0_first_ahead[i]*c0_first_ahead[i]);
                        t30 = t30 + t31;
                    }
                    E_first_ahead[k*K + l] = AT(fma)(t32*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t30*t34*c0_first_ahead[l]);
                }
            }
        }
    }
    /* W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    {
        const lanes t36 = -given->gamma;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t35 = LANES(0.0);
                lanes t35_k_1 = LANES(0.0);
                lanes t35_k_2 = LANES(0.0);
                lanes t35_l_1 = LANES(0.0);
                lanes t35_l_1_k_1 = LANES(0.0);
                lanes t35_l_1_k_2 = LANES(0.0);
                lanes t35_l_2 = LANES(0.0);
                lanes t35_l_2_k_1 = LANES(0.0);
                lanes t35_l_2_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_first_ahead[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_ahead[k*S + i]);
                    const lanes x_2 = AT(held)(G0_first_ahead[k_1*S + i]);
                    const lanes x_3 = AT(held)(I_g2g0_ahead[k_1*S + i]);
                    const lanes x_4 = AT(held)(G0_first_ahead[k_2*S + i]);
                    const lanes x_5 = AT(held)(I_g2g0_ahead[k_2*S + i]);
                    t35 = AT(fma)(x_0, x_1, t35);
                    t35_k_1 = AT(fma)(x_2, x_3, t35_k_1);
                    t35_k_2 = AT(fma)(x_4, x_5, t35_k_2);
                    t35_l_1 = AT(fma)(x_0, x_1, t35_l_1);
                    t35_l_1_k_1 = AT(fma)(x_2, x_3, t35_l_1_k_1);
                    t35_l_1_k_2 = AT(fma)(x_4, x_5, t35_l_1_k_2);
                    t35_l_2 = AT(fma)(x_0, x_1, t35_l_2);
                    t35_l_2_k_1 = AT(fma)(x_2, x_3, t35_l_2_k_1);
                    t35_l_2_k_2 = AT(fma)(x_4, x_5, t35_l_2_k_2);
                }
                W_first_ahead[k*S + l] = AT(fma)(t36*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t35*t36*LANES(k == l ? 1.0 : 0.0));
                W_first_ahead[k_1*S + l] = AT(fma)(t36*G0_first_ahead[k_1*S + l], J2_ahead[k_1*S + l], t35_k_1*t36*LANES(k_1 == l ? 1.0 : 0.0));
                W_first_ahead[k_2*S + l] = AT(fma)(t36*G0_first_ahead[k_2*S + l], J2_ahead[k_2*S + l], t35_k_2*t36*LANES(k_2 == l ? 1.0 : 0.0));
                W_first_ahead[k*S + l_1] = AT(fma)(t36*G0_first_ahead[k*S + l_1], J2_ahead[k*S + l_1], t35_l_1*t36*LANES(k == l_1 ? 1.0 : 0.0));
                W_first_ahead[k_1*S + l_1] = AT(fma)(t36*G0_first_ahead[k_1*S + l_1], J2_ahead[k_1*S + l_1], t35_l_1_k_1*t36*LANES(k_1 == l_1 ? 1.0 : 0.0));
                W_first_ahead[k_2*S + l_1] = AT(fma)(t36*G0_first_ahead[k_2*S + l_1], J2_ahead[k_2*S + l_1], t35_l_1_k_2*t36*LANES(k_2 == l_1 ? 1.0 : 0.0));
                W_first_ahead[k*S + l_2] = AT(fma)(t36*G0_first_ahead[k*S + l_2], J2_ahead[k*S + l_2], t35_l_2*t36*LANES(k == l_2 ? 1.0 : 0.0));
                W_first_ahead[k_1*S + l_2] = AT(fma)(t36*G0_first_ahead[k_1*S + l_2], J2_ahead[k_1*S + l_2], t35_l_2_k_1*t36*LANES(k_1 == l_2 ? 1.0 : 0.0));
                W_first_ahead[k_2*S + l_2] = AT(fma)(t36*G0_first_ahead[k_2*S + l_2], J2_ahead[k_2*S + l_2], t35_l_2_k_2*t36*LANES(k_2 == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t35 = LANES(0.0);
                lanes t35_k_1 = LANES(0.0);
                lanes t35_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t35 = AT(fma)(G0_first_ahead[k*S + i], I_g2g0_ahead[k*S + i], t35);
                    t35_k_1 = AT(fma)(G0_first_ahead[k_1*S + i], I_g2g0_ahead[k_1*S + i], t35_k_1);
                    t35_k_2 = AT(fma)(G0_first_ahead[k_2*S + i], I_g2g0_ahead[k_2*S + i], t35_k_2);
                }
                W_first_ahead[k*S + l] = AT(fma)(t36*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t35*t36*LANES(k == l ? 1.0 : 0.0));
                W_first_ahead[k_1*S + l] = AT(fma)(t36*G0_first_ahead[k_1*S + l], J2_ahead[k_1*S + l], t35_k_1*t36*LANES(k_1 == l ? 1.0 : 0.0));
                W_first_ahead[k_2*S + l] = AT(fma)(t36*G0_first_ahead[k_2*S + l], J2_ahead[k_2*S + l], t35_k_2*t36*LANES(k_2 == l ? 1.0 : 0.0));
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t35 = LANES(0.0);
                lanes t35_l_1 = LANES(0.0);
                lanes t35_l_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_first_ahead[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_ahead[k*S + i]);
                    t35 = AT(fma)(x_0, x_1, t35);
                    t35_l_1 = AT(fma)(x_0, x_1, t35_l_1);
                    t35_l_2 = AT(fma)(x_0, x_1, t35_l_2);
                }
                W_first_ahead[k*S + l] = AT(fma)(t36*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t35*t36*LANES(k == l ? 1.0 : 0.0));
                W_first_ahead[k*S + l_1] = AT(fma)(t36*G0_first_ahead[k*S + l_1], J2_ahead[k*S + l_1], t35_l_1*t36*LANES(k == l_1 ? 1.0 : 0.0));
                W_first_ahead[k*S + l_2] = AT(fma)(t36*G0_first_ahead[k*S + l_2], J2_ahead[k*S + l_2], t35_l_2*t36*LANES(k == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t35 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t35 = AT(fma)(G0_first_ahead[k*S + i], I_g2g0_ahead[k*S + i], t35);
                }
                W_first_ahead[k*S + l] = AT(fma)(t36*G0_first_ahead[k*S + l], J2_ahead[k*S + l], t35*t36*LANES(k == l ? 1.0 : 0.0));
            }
        }
    }
    {
        const lanes t37 = -given->gamma;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                W_first_ahead[k*S + K + n] = t37*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
            }
        }
    }
    /* Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t38 = LANES(0.0);
                lanes t38_l_1 = LANES(0.0);
                lanes t38_l_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(A_first_ahead[k*S + j]);
                    t38 = AT(fma)(x_0, W_first_ahead[l*S + j], t38);
                    t38_l_1 = AT(fma)(x_0, W_first_ahead[l_1*S + j], t38_l_1);
                    t38_l_2 = AT(fma)(x_0, W_first_ahead[l_2*S + j], t38_l_2);
                }
                Y_first_ahead[k*K + l] = t38;
                Y_first_ahead[k*K + l_1] = t38_l_1;
                Y_first_ahead[k*K + l_2] = t38_l_2;
            }
            for (int l = k + (K - (k))/3*3; l < K; ++l) {
                lanes t38 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t38 = AT(fma)(A_first_ahead[k*S + j], W_first_ahead[l*S + j], t38);
                }
                Y_first_ahead[k*K + l] = t38;
            }
        }
    }
    /* dR_first_ahead: change of R in a step */
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
            }
        }
    }
    /* dQ_first_ahead: change of Q in a step */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ_first_ahead[k*K + l] = dQ_first_ahead[k*K + l] + AT(select)(given->on_ratio, E_first_ahead[k*K + l], LANES(0.0));
                }
            }
        }
    }
    /* dw0_first_ahead: change of w0 in a step */
    {
        const lanes t40 = -given->eta_w;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            lanes t39 = LANES(0.0);
            lanes t39_k_1 = LANES(0.0);
            lanes t39_k_2 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                const lanes x_0 = AT(held)(mc0_first_ahead[i]);
                t39 = AT(fma)(x_0, I2_ahead[k*S + i], t39);
                t39_k_1 = AT(fma)(x_0, I2_ahead[k_1*S + i], t39_k_1);
                t39_k_2 = AT(fma)(x_0, I2_ahead[k_2*S + i], t39_k_2);
            }
            dw0_first_ahead[k] = t39*t40;
            dw0_first_ahead[k_1] = t39_k_1*t40;
            dw0_first_ahead[k_2] = t39_k_2*t40;
        }
        for (int k = K/3*3; k < K; ++k) {
            lanes t39 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                t39 = AT(fma)(mc0_first_ahead[i], I2_ahead[k*S + i], t39);
            }
            dw0_first_ahead[k] = t39*t40;
        }
    }
    /* R_first: overlaps of learner and teacher after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
            }
        }
    }
    /* Q_first: overlaps of the learner after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Q_first[k*K + l] = Q[giant_maml_relu_batch_packed(K, k, l)] + dQ_first_ahead[k*K + l];
            }
        }
    }
    /* w0_first: head start after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            w0_first[k] = dw0_first_ahead[k] + w0[k];
        }
    }
    /* C_first: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C_first[k*S + l] = Q_first[k*K + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C_first[k*S + K + n] = R_first[k*M + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C_first[(K + n)*S + K + m] = T[n*M + m];
            }
        }
    }
    /* c0_first: c = (head, -u) in the task first */
    {
        for (int k = 0; k < K; ++k) {
            c0_first[k] = w0_first[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            c0_first[K + n] = -u_first[n];
        }
    }
    /* G0_first: <c_i c_j> over the task */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G0_first[i*S + j] = c0_first[i]*c0_first[j];
            }
        }
    }
    /* eps_g_first: loss on fresh data, adapted */
    {
        lanes t41 = LANES(0.0);
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                t41 = AT(fma)(AT(fma)(LANES(0.25), C_first[i*S + j], AT(fma)(0.15915494309189535*C_first[i*S + j], AT(angle)(C_first[i*S + j], AT(tolerant_root)(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j]))), 0.15915494309189535*AT(tolerant_root)(C_first[i*S + i]*C_first[j*S + j], (C_first[i*S + j]*C_first[i*S + j])))), G0_first[i*S + j], t41);
            }
        }
        t41 = t41 + t41;
        for (int i = 0; i < S; ++i) {
            const lanes t42 = (AT(fma)(LANES(0.25), C_first[i*S + i], AT(fma)(0.15915494309189535*C_first[i*S + i], AT(angle)(C_first[i*S + i], AT(tolerant_root)((C_first[i*S + i]*C_first[i*S + i]), (C_first[i*S + i]*C_first[i*S + i]))), 0.15915494309189535*AT(tolerant_root)((C_first[i*S + i]*C_first[i*S + i]), (C_first[i*S + i]*C_first[i*S + i])))))*G0_first[i*S + i];
            t41 = t41 + t42;
        }
        *eps_g_first = 0.5*t41;
    }
    /* c0_second_ahead: c = (head, -u) in the task second */
    {
        for (int k = 0; k < K; ++k) {
            c0_second_ahead[k] = w0[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            c0_second_ahead[K + n] = -u_second[n];
        }
    }
    /* mc0_second_ahead: <c_i> over the task */
    {
        for (int i = 0; i < S; ++i) {
            mc0_second_ahead[i] = c0_second_ahead[i];
        }
    }
    /* G0_second_ahead: <c_i c_j> over the task */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                G0_second_ahead[k*S + l] = c0_second_ahead[k]*c0_second_ahead[l];
                G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int l = 0; l < M; ++l) {
                G0_second_ahead[k*S + K + l] = c0_second_ahead[k]*c0_second_ahead[K + l];
            }
        }
    }
    if (AT(any)(general)) {
        {
            for (int k = 0; k < M; ++k) {
                for (int l = k; l < M; ++l) {
                    G0_second_ahead[(K + k)*S + K + l] = AT(select)(general, c0_second_ahead[K + k]*c0_second_ahead[K + l], LANES(0.0));
                    G0_second_ahead[(K + l)*S + K + k] = G0_second_ahead[(K + k)*S + K + l];
                }
            }
        }
    }
    /* A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields */
    {
        const lanes t44 = -given->gamma;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t43 = LANES(0.0);
                lanes t43_k_1 = LANES(0.0);
                lanes t43_k_2 = LANES(0.0);
                lanes t43_i_1 = LANES(0.0);
                lanes t43_i_1_k_1 = LANES(0.0);
                lanes t43_i_1_k_2 = LANES(0.0);
                lanes t43_i_2 = LANES(0.0);
                lanes t43_i_2_k_1 = LANES(0.0);
                lanes t43_i_2_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_second_ahead[k*S + j]);
                    const lanes x_1 = AT(held)(G0_second_ahead[k_1*S + j]);
                    const lanes x_2 = AT(held)(G0_second_ahead[k_2*S + j]);
                    t43 = AT(fma)(x_0, I3_ahead[(k*S + i)*S + j], t43);
                    t43_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i)*S + j], t43_k_1);
                    t43_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i)*S + j], t43_k_2);
                    t43_i_1 = AT(fma)(x_0, I3_ahead[(k*S + i_1)*S + j], t43_i_1);
                    t43_i_1_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i_1)*S + j], t43_i_1_k_1);
                    t43_i_1_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i_1)*S + j], t43_i_1_k_2);
                    t43_i_2 = AT(fma)(x_0, I3_ahead[(k*S + i_2)*S + j], t43_i_2);
                    t43_i_2_k_1 = AT(fma)(x_1, I3_ahead[(k_1*S + i_2)*S + j], t43_i_2_k_1);
                    t43_i_2_k_2 = AT(fma)(x_2, I3_ahead[(k_2*S + i_2)*S + j], t43_i_2_k_2);
                }
                A_second_ahead[k*S + i] = t43*t44;
                A_second_ahead[k_1*S + i] = t43_k_1*t44;
                A_second_ahead[k_2*S + i] = t43_k_2*t44;
                A_second_ahead[k*S + i_1] = t43_i_1*t44;
                A_second_ahead[k_1*S + i_1] = t43_i_1_k_1*t44;
                A_second_ahead[k_2*S + i_1] = t43_i_1_k_2*t44;
                A_second_ahead[k*S + i_2] = t43_i_2*t44;
                A_second_ahead[k_1*S + i_2] = t43_i_2_k_1*t44;
                A_second_ahead[k_2*S + i_2] = t43_i_2_k_2*t44;
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t43 = LANES(0.0);
                lanes t43_k_1 = LANES(0.0);
                lanes t43_k_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t43 = AT(fma)(G0_second_ahead[k*S + j], I3_ahead[(k*S + i)*S + j], t43);
                    t43_k_1 = AT(fma)(G0_second_ahead[k_1*S + j], I3_ahead[(k_1*S + i)*S + j], t43_k_1);
                    t43_k_2 = AT(fma)(G0_second_ahead[k_2*S + j], I3_ahead[(k_2*S + i)*S + j], t43_k_2);
                }
                A_second_ahead[k*S + i] = t43*t44;
                A_second_ahead[k_1*S + i] = t43_k_1*t44;
                A_second_ahead[k_2*S + i] = t43_k_2*t44;
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int i = 0; i < S - 2; i += 3) {
                const int i_1 = i + 1, i_2 = i + 2;
                lanes t43 = LANES(0.0);
                lanes t43_i_1 = LANES(0.0);
                lanes t43_i_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(G0_second_ahead[k*S + j]);
                    t43 = AT(fma)(x_0, I3_ahead[(k*S + i)*S + j], t43);
                    t43_i_1 = AT(fma)(x_0, I3_ahead[(k*S + i_1)*S + j], t43_i_1);
                    t43_i_2 = AT(fma)(x_0, I3_ahead[(k*S + i_2)*S + j], t43_i_2);
                }
                A_second_ahead[k*S + i] = t43*t44;
                A_second_ahead[k*S + i_1] = t43_i_1*t44;
                A_second_ahead[k*S + i_2] = t43_i_2*t44;
            }
            for (int i = S/3*3; i < S; ++i) {
                lanes t43 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t43 = AT(fma)(G0_second_ahead[k*S + j], I3_ahead[(k*S + i)*S + j], t43);
                }
                A_second_ahead[k*S + i] = t43*t44;
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        /* E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps */
        {
            const lanes t47 = (given->gamma*given->gamma)*(given->noise*given->noise)*given->over_ratio;
            const lanes t48 = (given->gamma*given->gamma)*given->over_ratio;
            for (int k = 0; k < K; ++k) {
                const lanes t49 = t48*c0_second_ahead[k];
                for (int l = k; l < K; ++l) {
                    lanes t45 = LANES(0.0);
                    for (int i = 0; i < S; ++i) {
                        for (int j = i + 1; j < S; ++j) {
                            t45 = AT(fma)(c0_second_ahead[i]*c0_second_ahead[j], I4_ahead[((k*K + l)*S + i)*S + j], t45);
                        }
                    }
                    t45 = t45 + t45;
                    for (int i = 0; i < S; ++i) {
                        const lanes t46 = I4_ahead[((k*K + l)*S + i)*S + i]*(c0_second_ahead[i]*c0_second_ahead[i]);
                        t45 = t45 + t46;
                    }
                    E_second_ahead[k*K + l] = AT(fma)(t47*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t45*t49*c0_second_ahead[l]);
                }
            }
        }
    }
    /* W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields */
    {
        const lanes t51 = -given->gamma;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t50 = LANES(0.0);
                lanes t50_k_1 = LANES(0.0);
                lanes t50_k_2 = LANES(0.0);
                lanes t50_l_1 = LANES(0.0);
                lanes t50_l_1_k_1 = LANES(0.0);
                lanes t50_l_1_k_2 = LANES(0.0);
                lanes t50_l_2 = LANES(0.0);
                lanes t50_l_2_k_1 = LANES(0.0);
                lanes t50_l_2_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_second_ahead[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_ahead[k*S + i]);
                    const lanes x_2 = AT(held)(G0_second_ahead[k_1*S + i]);
                    const lanes x_3 = AT(held)(I_g2g0_ahead[k_1*S + i]);
                    const lanes x_4 = AT(held)(G0_second_ahead[k_2*S + i]);
                    const lanes x_5 = AT(held)(I_g2g0_ahead[k_2*S + i]);
                    t50 = AT(fma)(x_0, x_1, t50);
                    t50_k_1 = AT(fma)(x_2, x_3, t50_k_1);
                    t50_k_2 = AT(fma)(x_4, x_5, t50_k_2);
                    t50_l_1 = AT(fma)(x_0, x_1, t50_l_1);
                    t50_l_1_k_1 = AT(fma)(x_2, x_3, t50_l_1_k_1);
                    t50_l_1_k_2 = AT(fma)(x_4, x_5, t50_l_1_k_2);
                    t50_l_2 = AT(fma)(x_0, x_1, t50_l_2);
                    t50_l_2_k_1 = AT(fma)(x_2, x_3, t50_l_2_k_1);
                    t50_l_2_k_2 = AT(fma)(x_4, x_5, t50_l_2_k_2);
                }
                W_second_ahead[k*S + l] = AT(fma)(t51*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t50*t51*LANES(k == l ? 1.0 : 0.0));
                W_second_ahead[k_1*S + l] = AT(fma)(t51*G0_second_ahead[k_1*S + l], J2_ahead[k_1*S + l], t50_k_1*t51*LANES(k_1 == l ? 1.0 : 0.0));
                W_second_ahead[k_2*S + l] = AT(fma)(t51*G0_second_ahead[k_2*S + l], J2_ahead[k_2*S + l], t50_k_2*t51*LANES(k_2 == l ? 1.0 : 0.0));
                W_second_ahead[k*S + l_1] = AT(fma)(t51*G0_second_ahead[k*S + l_1], J2_ahead[k*S + l_1], t50_l_1*t51*LANES(k == l_1 ? 1.0 : 0.0));
                W_second_ahead[k_1*S + l_1] = AT(fma)(t51*G0_second_ahead[k_1*S + l_1], J2_ahead[k_1*S + l_1], t50_l_1_k_1*t51*LANES(k_1 == l_1 ? 1.0 : 0.0));
                W_second_ahead[k_2*S + l_1] = AT(fma)(t51*G0_second_ahead[k_2*S + l_1], J2_ahead[k_2*S + l_1], t50_l_1_k_2*t51*LANES(k_2 == l_1 ? 1.0 : 0.0));
                W_second_ahead[k*S + l_2] = AT(fma)(t51*G0_second_ahead[k*S + l_2], J2_ahead[k*S + l_2], t50_l_2*t51*LANES(k == l_2 ? 1.0 : 0.0));
                W_second_ahead[k_1*S + l_2] = AT(fma)(t51*G0_second_ahead[k_1*S + l_2], J2_ahead[k_1*S + l_2], t50_l_2_k_1*t51*LANES(k_1 == l_2 ? 1.0 : 0.0));
                W_second_ahead[k_2*S + l_2] = AT(fma)(t51*G0_second_ahead[k_2*S + l_2], J2_ahead[k_2*S + l_2], t50_l_2_k_2*t51*LANES(k_2 == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t50 = LANES(0.0);
                lanes t50_k_1 = LANES(0.0);
                lanes t50_k_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t50 = AT(fma)(G0_second_ahead[k*S + i], I_g2g0_ahead[k*S + i], t50);
                    t50_k_1 = AT(fma)(G0_second_ahead[k_1*S + i], I_g2g0_ahead[k_1*S + i], t50_k_1);
                    t50_k_2 = AT(fma)(G0_second_ahead[k_2*S + i], I_g2g0_ahead[k_2*S + i], t50_k_2);
                }
                W_second_ahead[k*S + l] = AT(fma)(t51*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t50*t51*LANES(k == l ? 1.0 : 0.0));
                W_second_ahead[k_1*S + l] = AT(fma)(t51*G0_second_ahead[k_1*S + l], J2_ahead[k_1*S + l], t50_k_1*t51*LANES(k_1 == l ? 1.0 : 0.0));
                W_second_ahead[k_2*S + l] = AT(fma)(t51*G0_second_ahead[k_2*S + l], J2_ahead[k_2*S + l], t50_k_2*t51*LANES(k_2 == l ? 1.0 : 0.0));
            }
        }
        for (int k = K/3*3; k < K; ++k) {
            for (int l = 0; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t50 = LANES(0.0);
                lanes t50_l_1 = LANES(0.0);
                lanes t50_l_2 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    const lanes x_0 = AT(held)(G0_second_ahead[k*S + i]);
                    const lanes x_1 = AT(held)(I_g2g0_ahead[k*S + i]);
                    t50 = AT(fma)(x_0, x_1, t50);
                    t50_l_1 = AT(fma)(x_0, x_1, t50_l_1);
                    t50_l_2 = AT(fma)(x_0, x_1, t50_l_2);
                }
                W_second_ahead[k*S + l] = AT(fma)(t51*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t50*t51*LANES(k == l ? 1.0 : 0.0));
                W_second_ahead[k*S + l_1] = AT(fma)(t51*G0_second_ahead[k*S + l_1], J2_ahead[k*S + l_1], t50_l_1*t51*LANES(k == l_1 ? 1.0 : 0.0));
                W_second_ahead[k*S + l_2] = AT(fma)(t51*G0_second_ahead[k*S + l_2], J2_ahead[k*S + l_2], t50_l_2*t51*LANES(k == l_2 ? 1.0 : 0.0));
            }
            for (int l = K/3*3; l < K; ++l) {
                lanes t50 = LANES(0.0);
                for (int i = 0; i < S; ++i) {
                    t50 = AT(fma)(G0_second_ahead[k*S + i], I_g2g0_ahead[k*S + i], t50);
                }
                W_second_ahead[k*S + l] = AT(fma)(t51*G0_second_ahead[k*S + l], J2_ahead[k*S + l], t50*t51*LANES(k == l ? 1.0 : 0.0));
            }
        }
    }
    {
        const lanes t52 = -given->gamma;
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                W_second_ahead[k*S + K + n] = t52*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
            }
        }
    }
    /* Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K - 2; l += 3) {
                const int l_1 = l + 1, l_2 = l + 2;
                lanes t53 = LANES(0.0);
                lanes t53_l_1 = LANES(0.0);
                lanes t53_l_2 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    const lanes x_0 = AT(held)(A_second_ahead[k*S + j]);
                    t53 = AT(fma)(x_0, W_second_ahead[l*S + j], t53);
                    t53_l_1 = AT(fma)(x_0, W_second_ahead[l_1*S + j], t53_l_1);
                    t53_l_2 = AT(fma)(x_0, W_second_ahead[l_2*S + j], t53_l_2);
                }
                Y_second_ahead[k*K + l] = t53;
                Y_second_ahead[k*K + l_1] = t53_l_1;
                Y_second_ahead[k*K + l_2] = t53_l_2;
            }
            for (int l = k + (K - (k))/3*3; l < K; ++l) {
                lanes t53 = LANES(0.0);
                for (int j = 0; j < S; ++j) {
                    t53 = AT(fma)(A_second_ahead[k*S + j], W_second_ahead[l*S + j], t53);
                }
                Y_second_ahead[k*K + l] = t53;
            }
        }
    }
    /* dR_second_ahead: change of R in a step */
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
            }
        }
    }
    /* dQ_second_ahead: change of Q in a step */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
            }
        }
    }
    if (AT(any)(given->on_ratio)) {
        {
            for (int k = 0; k < K; ++k) {
                for (int l = k; l < K; ++l) {
                    dQ_second_ahead[k*K + l] = dQ_second_ahead[k*K + l] + AT(select)(given->on_ratio, E_second_ahead[k*K + l], LANES(0.0));
                }
            }
        }
    }
    /* dw0_second_ahead: change of w0 in a step */
    {
        const lanes t55 = -given->eta_w;
        for (int k = 0; k < K - 2; k += 3) {
            const int k_1 = k + 1, k_2 = k + 2;
            lanes t54 = LANES(0.0);
            lanes t54_k_1 = LANES(0.0);
            lanes t54_k_2 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                const lanes x_0 = AT(held)(mc0_second_ahead[i]);
                t54 = AT(fma)(x_0, I2_ahead[k*S + i], t54);
                t54_k_1 = AT(fma)(x_0, I2_ahead[k_1*S + i], t54_k_1);
                t54_k_2 = AT(fma)(x_0, I2_ahead[k_2*S + i], t54_k_2);
            }
            dw0_second_ahead[k] = t54*t55;
            dw0_second_ahead[k_1] = t54_k_1*t55;
            dw0_second_ahead[k_2] = t54_k_2*t55;
        }
        for (int k = K/3*3; k < K; ++k) {
            lanes t54 = LANES(0.0);
            for (int i = 0; i < S; ++i) {
                t54 = AT(fma)(mc0_second_ahead[i], I2_ahead[k*S + i], t54);
            }
            dw0_second_ahead[k] = t54*t55;
        }
    }
    /* R_second: overlaps of learner and teacher after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
            }
        }
    }
    /* Q_second: overlaps of the learner after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                Q_second[k*K + l] = Q[giant_maml_relu_batch_packed(K, k, l)] + dQ_second_ahead[k*K + l];
            }
        }
    }
    /* w0_second: head start after the giant step */
    {
        for (int k = 0; k < K; ++k) {
            w0_second[k] = dw0_second_ahead[k] + w0[k];
        }
    }
    /* C_second: covariance of the fields: C = [[Q, R], [R^T, T]] */
    {
        for (int k = 0; k < K; ++k) {
            for (int l = k; l < K; ++l) {
                C_second[k*S + l] = Q_second[k*K + l];
            }
        }
    }
    {
        for (int k = 0; k < K; ++k) {
            for (int n = 0; n < M; ++n) {
                C_second[k*S + K + n] = R_second[k*M + n];
            }
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            for (int m = n; m < M; ++m) {
                C_second[(K + n)*S + K + m] = T[n*M + m];
            }
        }
    }
    /* c0_second: c = (head, -u) in the task second */
    {
        for (int k = 0; k < K; ++k) {
            c0_second[k] = w0_second[k];
        }
    }
    {
        for (int n = 0; n < M; ++n) {
            c0_second[K + n] = -u_second[n];
        }
    }
    /* G0_second: <c_i c_j> over the task */
    {
        for (int i = 0; i < S; ++i) {
            for (int j = i; j < S; ++j) {
                G0_second[i*S + j] = c0_second[i]*c0_second[j];
            }
        }
    }
    /* eps_g_second: loss on fresh data, adapted */
    {
        lanes t56 = LANES(0.0);
        for (int i = 0; i < S; ++i) {
            for (int j = i + 1; j < S; ++j) {
                t56 = AT(fma)(AT(fma)(LANES(0.25), C_second[i*S + j], AT(fma)(0.15915494309189535*C_second[i*S + j], AT(angle)(C_second[i*S + j], AT(tolerant_root)(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j]))), 0.15915494309189535*AT(tolerant_root)(C_second[i*S + i]*C_second[j*S + j], (C_second[i*S + j]*C_second[i*S + j])))), G0_second[i*S + j], t56);
            }
        }
        t56 = t56 + t56;
        for (int i = 0; i < S; ++i) {
            const lanes t57 = (AT(fma)(LANES(0.25), C_second[i*S + i], AT(fma)(0.15915494309189535*C_second[i*S + i], AT(angle)(C_second[i*S + i], AT(tolerant_root)((C_second[i*S + i]*C_second[i*S + i]), (C_second[i*S + i]*C_second[i*S + i]))), 0.15915494309189535*AT(tolerant_root)((C_second[i*S + i]*C_second[i*S + i]), (C_second[i*S + i]*C_second[i*S + i])))))*G0_second[i*S + i];
            t56 = t56 + t57;
        }
        *eps_g_second = 0.5*t56;
    }
    /* eps_g: loss on fresh data, adapted */
    {
        *eps_g = AT(fma)((*eps_g_second), given->p_second, AT(fma)(-(*eps_g_first), given->p_second, (*eps_g_first)));
    }
}

TARGET static void AT(eps_g)(int K, int M, const AT(parameters) *given, const lanes *state, lanes *eps_g, lanes *work)
{
#ifdef GIANT_MAML_RELU_BATCH_K
    if (K == GIANT_MAML_RELU_BATCH_K && M == GIANT_MAML_RELU_BATCH_M) {
        AT(eps_g_sized)(GIANT_MAML_RELU_BATCH_K, GIANT_MAML_RELU_BATCH_M, given, state, eps_g, work);
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
TARGET static void AT(put_u_first)(int K, int M, const giant_maml_relu_params *params, int lane, lanes *u_first)
{
    double *out = (double *)(u_first) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->u_first ? params->u_first[n] : 1.0;
    }
}

TARGET static void AT(put_u_second)(int K, int M, const giant_maml_relu_params *params, int lane, lanes *u_second)
{
    double *out = (double *)(u_second) + lane;

    (void)K;
    for (int n = 0; n < M; ++n) {
        out[n*WIDTH] = params->u_second ? params->u_second[n] : 1.0;
    }
}

/* The parameters of one trajectory into a lane; AT(conditions) has to follow. */
TARGET static void AT(load)(int K, int M, const giant_maml_relu_params *params, int lane, AT(parameters) *given)
{
    AT(put_one)((double)params->eta_J, lane, &given->eta_J);
    AT(put_one)((double)params->gamma, lane, &given->gamma);
    AT(put_one)((double)params->eta_w, lane, &given->eta_w);
    AT(put_one)((double)params->eta_0, lane, &given->eta_0);
    AT(put_one)((double)params->noise, lane, &given->noise);
    AT(put_one)((double)params->p_second, lane, &given->p_second);
    AT(put_one)((double)params->V, lane, &given->V);
    AT(put_one)(1.0/params->V, lane, &given->over_V);
    AT(put_one)((double)params->ratio, lane, &given->ratio);
    AT(put_one)(1.0/params->ratio, lane, &given->over_ratio);
    AT(put)((size_t)M*(size_t)M, params->T, lane, given->T);
    AT(put_u_first)(K, M, params, lane, given->u_first);
    AT(put_u_second)(K, M, params, lane, given->u_second);
    AT(put_one)(giant_maml_relu_batch_general(K, M, params) ? 1.0 : 0.0, lane, &given->is_general);
    (void)K;
}

/* Rates of empty lanes. */
TARGET static void AT(empty_ramps)(AT(ramps) *ramps)
{
    ramps->from_eta_J = ramps->change_eta_J = LANES(0.0);
    ramps->from_gamma = ramps->change_gamma = LANES(0.0);
    ramps->from_eta_w = ramps->change_eta_w = LANES(0.0);
    ramps->from_eta_0 = ramps->change_eta_0 = LANES(0.0);
    ramps->from_noise = ramps->change_noise = LANES(0.0);
    ramps->from_p_second = ramps->change_p_second = LANES(0.0);
    ramps->none = LANES(0.0);
}

/* The rates of one trajectory, and those that it comes to, into a lane. */
TARGET static void AT(load_ramps)(int K, int M, const giant_maml_relu_params *params, const giant_maml_relu_params *then, int lane, AT(ramps) *ramps, AT(parameters) *given)
{
    AT(put_one)(params->eta_J, lane, &ramps->from_eta_J);
    AT(put_one)(then->eta_J - params->eta_J, lane, &ramps->change_eta_J);
    AT(put_one)(params->gamma, lane, &ramps->from_gamma);
    AT(put_one)(then->gamma - params->gamma, lane, &ramps->change_gamma);
    AT(put_one)(params->eta_w, lane, &ramps->from_eta_w);
    AT(put_one)(then->eta_w - params->eta_w, lane, &ramps->change_eta_w);
    AT(put_one)(params->eta_0, lane, &ramps->from_eta_0);
    AT(put_one)(then->eta_0 - params->eta_0, lane, &ramps->change_eta_0);
    AT(put_one)(params->noise, lane, &ramps->from_noise);
    AT(put_one)(then->noise - params->noise, lane, &ramps->change_noise);
    AT(put_one)(params->p_second, lane, &ramps->from_p_second);
    AT(put_one)(then->p_second - params->p_second, lane, &ramps->change_p_second);
    AT(put_one)(giant_maml_relu_batch_general(K, M, params) || giant_maml_relu_batch_general(K, M, then) ? 1.0 : 0.0, lane, &given->is_general);
    (void)params;
    (void)then;
    (void)lane;
    (void)ramps;
}

/* Rates at a share of the way. */
TARGET static void AT(ramped)(const AT(ramps) *ramps, lanes share, AT(parameters) *given)
{
    given->eta_J = AT(fma)(share, ramps->change_eta_J, ramps->from_eta_J);
    given->gamma = AT(fma)(share, ramps->change_gamma, ramps->from_gamma);
    given->eta_w = AT(fma)(share, ramps->change_eta_w, ramps->from_eta_w);
    given->eta_0 = AT(fma)(share, ramps->change_eta_0, ramps->from_eta_0);
    given->noise = AT(fma)(share, ramps->change_noise, ramps->from_noise);
    given->p_second = AT(fma)(share, ramps->change_p_second, ramps->from_p_second);
    (void)ramps;
    (void)share;
    (void)given;
}

TARGET static void AT(conditions)(AT(parameters) *given)
{
    given->on_V = AT(at_most)(given->V, LANES(DBL_MAX));
    given->on_ratio = AT(at_most)(given->ratio, LANES(DBL_MAX));
    given->on_general = AT(greater)(given->is_general, LANES(0.0));
    (void)given;
}

/* Parameters of empty lanes, their arrays at the start of work; returns what lies behind. */
TARGET static lanes *AT(empty)(int K, int M, AT(parameters) *given, lanes *work)
{
    const size_t n = (size_t)giant_maml_relu_batch_inputs(K, M);

    for (size_t s = 0; s < n; ++s) {
        work[s] = LANES(0.0);
    }
    given->eta_J = LANES(0.0);
    given->gamma = LANES(0.0);
    given->eta_w = LANES(0.0);
    given->eta_0 = LANES(0.0);
    given->noise = LANES(0.0);
    given->p_second = LANES(0.0);
    given->V = LANES(INFINITY);
    given->over_V = LANES(0.0);
    given->ratio = LANES(INFINITY);
    given->over_ratio = LANES(0.0);
    given->is_general = LANES(0.0);
    given->T = work;
    work += (size_t)M*(size_t)M;
    given->u_first = work;
    work += (size_t)M;
    given->u_second = work;
    work += (size_t)M;
    AT(conditions)(given);
    return work;
}

#if GIANT_MAML_RELU_BATCH_LEVEL < 3
TARGET static void AT(all_rhs)(int K, int M, size_t count, const giant_maml_relu_params *params, const double *states, double *results, double *work)
{
    const size_t size = giant_maml_relu_batch_state_size(K, M), out = size;
    AT(parameters) given;
    lanes *y = (lanes *)work, *value = y + size, *arrays = AT(empty)(K, M, &given, value + size);

    for (size_t s = 0; s < size; ++s) {
        y[s] = LANES(0.0);
    }
    for (size_t first = 0; first < count; first += WIDTH) {
        const size_t left = count - first;
        const int used = left < WIDTH ? (int)left : WIDTH;
        for (int lane = 0; lane < used; ++lane) {
            if (giant_maml_relu_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) == GIANT_MAML_RELU_OK) {
                AT(load)(K, M, params + first + lane, lane, &given);
                AT(put)(size, states + (first + (size_t)lane)*size, lane, y);
            }
        }
        AT(conditions)(&given);
        AT(rhs)(K, M, &given, y, value, arrays);
        for (int lane = 0; lane < used; ++lane) {
            double *row = results + (first + (size_t)lane)*out;
            AT(get)(out, value, lane, row);
            if (giant_maml_relu_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) != GIANT_MAML_RELU_OK || !giant_maml_relu_batch_finite(size, states + (first + (size_t)lane)*size)
                || !giant_maml_relu_batch_finite(out, row)) {
                for (size_t s = 0; s < out; ++s) {
                    row[s] = NAN;
                }
            }
        }
    }
}

TARGET static void AT(all_eps_g)(int K, int M, size_t count, const giant_maml_relu_params *params, const double *states, double *results, double *work)
{
    const size_t size = giant_maml_relu_batch_state_size(K, M), out = 1;
    AT(parameters) given;
    lanes *y = (lanes *)work, *value = y + size, *arrays = AT(empty)(K, M, &given, value + size);

    for (size_t s = 0; s < size; ++s) {
        y[s] = LANES(0.0);
    }
    for (size_t first = 0; first < count; first += WIDTH) {
        const size_t left = count - first;
        const int used = left < WIDTH ? (int)left : WIDTH;
        for (int lane = 0; lane < used; ++lane) {
            if (giant_maml_relu_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) == GIANT_MAML_RELU_OK) {
                AT(load)(K, M, params + first + lane, lane, &given);
                AT(put)(size, states + (first + (size_t)lane)*size, lane, y);
            }
        }
        AT(conditions)(&given);
        AT(eps_g)(K, M, &given, y, value, arrays);
        for (int lane = 0; lane < used; ++lane) {
            double *row = results + (first + (size_t)lane)*out;
            AT(get)(out, value, lane, row);
            if (giant_maml_relu_batch_checked(K, M, params + first + lane, states + (first + (size_t)lane)*size) != GIANT_MAML_RELU_OK || !giant_maml_relu_batch_finite(size, states + (first + (size_t)lane)*size)
                || !giant_maml_relu_batch_finite(out, row)) {
                for (size_t s = 0; s < out; ++s) {
                    row[s] = NAN;
                }
            }
        }
    }
}
#endif

/* -- Dormand-Prince 5(4) with steps of each lane's own, after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I - */

#if GIANT_MAML_RELU_BATCH_LEVEL == GIANT_MAML_RELU_BATCH_FIRST
enum { GIANT_MAML_RELU_BATCH_VECTORS = 15 }; /* y, new y, 7 stages, 4 of dense output, a row, what is kept */
#endif

/* What one call integrates at a time. */
typedef struct {
    int K, M;
    size_t size, count;
    const giant_maml_relu_params *params;
    const double *states;
    const giant_maml_relu_batch_request *request;
    const giant_maml_relu_batch_results *results;
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
    if (which == GIANT_MAML_RELU_BATCH_EPS_G) {
        AT(eps_g)(f->K, f->M, &f->given, state, value, f->arrays);
    }
}

/* Whether a diagonal element of Q is negative. */
TARGET static mask AT(negative)(const AT(fleet) *f, const lanes *state)
{
    const lanes *Q = state + (size_t)f->K*(size_t)f->M;
    lanes least = LANES(0.0);

    for (int k = 0; k < f->K; ++k) {
        least = AT(smaller)(Q[giant_maml_relu_batch_packed(f->K, k, k)], least);
    }
    return AT(greater)(LANES(0.0), least);
}

/* Values of the observables asked for at `state`, in lanes where `here` holds, to the place of the next time; what is compared with
 * the level is looked at. */
TARGET static void AT(record)(AT(fleet) *f, mask here, const lanes *state)
{
    const size_t n = f->request->n;
    const int compared = isnan(f->request->level) ? -1 : f->request->observable;

    if (f->results->eps_g || compared == GIANT_MAML_RELU_BATCH_EPS_G) {
        AT(observe)(f, GIANT_MAML_RELU_BATCH_EPS_G, state, f->values);
        if (compared == GIANT_MAML_RELU_BATCH_EPS_G) {
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
            return GIANT_MAML_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[1] + s, lane));
    }
    if (domain) {
        return GIANT_MAML_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (3.0/40.0)*AT(at)(f->slope[0] + s, lane) + (9.0/40.0)*AT(at)(f->slope[1] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return GIANT_MAML_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[2] + s, lane));
    }
    if (domain) {
        return GIANT_MAML_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (44.0/45.0)*AT(at)(f->slope[0] + s, lane) + (-56.0/15.0)*AT(at)(f->slope[1] + s, lane) + (32.0/9.0)*AT(at)(f->slope[2] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return GIANT_MAML_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[3] + s, lane));
    }
    if (domain) {
        return GIANT_MAML_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (19372.0/6561.0)*AT(at)(f->slope[0] + s, lane) + (-25360.0/2187.0)*AT(at)(f->slope[1] + s, lane) + (64448.0/6561.0)*AT(at)(f->slope[2] + s, lane) + (-212.0/729.0)*AT(at)(f->slope[3] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return GIANT_MAML_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[4] + s, lane));
    }
    if (domain) {
        return GIANT_MAML_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (9017.0/3168.0)*AT(at)(f->slope[0] + s, lane) + (-355.0/33.0)*AT(at)(f->slope[1] + s, lane) + (46732.0/5247.0)*AT(at)(f->slope[2] + s, lane) + (49.0/176.0)*AT(at)(f->slope[3] + s, lane) + (-5103.0/18656.0)*AT(at)(f->slope[4] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return GIANT_MAML_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[5] + s, lane));
    }
    if (domain) {
        return GIANT_MAML_RELU_DOMAIN;
    }
    domain = 0;
    for (size_t s = 0; s < f->size; ++s) {
        const double sum = (35.0/384.0)*AT(at)(f->slope[0] + s, lane) + (500.0/1113.0)*AT(at)(f->slope[2] + s, lane) + (125.0/192.0)*AT(at)(f->slope[3] + s, lane) + (-2187.0/6784.0)*AT(at)(f->slope[4] + s, lane) + (11.0/84.0)*AT(at)(f->slope[5] + s, lane);
        if (!isfinite(AT(at)(f->y + s, lane) + h*sum)) {
            return GIANT_MAML_RELU_NONFINITE;
        }
        domain |= !isfinite(AT(at)(f->slope[6] + s, lane));
    }
    if (domain) {
        return GIANT_MAML_RELU_DOMAIN;
    }
    return GIANT_MAML_RELU_NONFINITE;
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
    const giant_maml_relu_batch_results *results = f->results;
    const size_t t = f->trajectory[lane];
    const int whole = !f->again[lane];

    f->empty[lane] = 1;
    if (results->stats) {
        const double tries = AT(at)(&f->tries, lane), accepted = AT(at)(&f->accepted, lane);
        const unsigned long evaluations = status > GIANT_MAML_RELU_STEP_SIZE ? 0 : 1 + 6*(unsigned long)tries;
        giant_maml_relu_stats *stats = results->stats + t;

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
        for (size_t s = 0; status != GIANT_MAML_RELU_OK && s < f->size; ++s) {
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
        const size_t t = giant_maml_relu_batch_next(queue);
        int status;

        f->trajectory[lane] = t;
        AT(begin)(f, lane, 0, 0);
        if (t >= f->count) {
            return 0;
        }
        if (f->results->crossing) {
            f->results->crossing[t] = NAN;
        }
        status = giant_maml_relu_batch_checked(f->K, f->M, f->params + t, f->states + t*f->size);
        if (status == GIANT_MAML_RELU_OK && f->request->then) {
            status = giant_maml_relu_batch_checked(f->K, f->M, f->request->then + t, f->states + t*f->size);
        }
        if (status != GIANT_MAML_RELU_OK) {
            AT(finish)(f, lane, status, 0, f->y);
        } else if (!giant_maml_relu_batch_finite(f->size, f->states + t*f->size)) {
            AT(finish)(f, lane, GIANT_MAML_RELU_NONFINITE, 0, f->y);
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
            int status = GIANT_MAML_RELU_OK;
            ++f->next[lane];
            AT(put_one)(f->request->n > 1 && !f->again[lane] ? f->request->alphas[1] : INFINITY, lane, &f->awaited);
            for (size_t s = 0; s < f->size; ++s) {
                status = isfinite(AT(at)(f->slope[0] + s, lane)) ? status : GIANT_MAML_RELU_DOMAIN;
            }
            if (status == GIANT_MAML_RELU_OK && AT(holds)(negative, lane)) {
                status = GIANT_MAML_RELU_NEGATIVE_NORM;
            }
            if (status != GIANT_MAML_RELU_OK || f->request->n == 1) {
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
                    AT(finish)(f, lane, GIANT_MAML_RELU_OK, next, f->row);
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
                const int ended = AT(holds)(moving, lane) ? GIANT_MAML_RELU_STEP_LIMIT : GIANT_MAML_RELU_STEP_SIZE;

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
                AT(finish)(f, lane, GIANT_MAML_RELU_NEGATIVE_NORM, f->next[lane], f->y);
            } else if (AT(holds)(done, lane)) {
                AT(finish)(f, lane, GIANT_MAML_RELU_OK, f->next[lane], f->y);
            }
        }
    }
}

/* Integrates what the queue holds. */
TARGET static void AT(run)(int K, int M, size_t count, const giant_maml_relu_params *params, const double *states,
                           const giant_maml_relu_batch_request *request, const giant_maml_relu_batch_results *results, size_t *queue, double *work)
{
    const size_t size = giant_maml_relu_batch_state_size(K, M);
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
    f.arrays = AT(empty)(K, M, &f.given, f.values + GIANT_MAML_RELU_BATCH_OBSERVABLES);
    AT(empty_ramps)(&f.ramps);
    f.alpha = f.end = f.h = f.log_before = f.tries = f.accepted = f.awaited = f.looked = f.seen = LANES(0.0);
    f.active = f.watching = f.tracing = f.rejected = f.broken = AT(greater)(LANES(0.0), LANES(0.0));
    for (int lane = 0; lane < WIDTH; ++lane) {
        f.empty[lane] = 1;
        f.failing[lane] = GIANT_MAML_RELU_OK;
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
