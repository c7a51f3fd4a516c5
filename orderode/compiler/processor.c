/* The widest instruction set that vector kernels may use here: 2 AVX-512 (F and DQ), 1 AVX2 with FMA, 0 the compiler's own. */
int orderode_widest(void)
{
#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") ? 2 : 1;
    }
#endif
    return 0;
}
