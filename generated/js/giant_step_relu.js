/*
 * giant_step_relu.js - Giant steps: gradient descent on batches of as many samples as there are inputs
 *
 * Emitted by orderode 0.1.0 from the system giant_step_relu, digest 05b275096d0d7b68. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Dandi, Krzakala, Loureiro, Pesce, Stephan, arXiv 2305.18270
 *
 * Conventions
 *   activation    g(x) = max(x, 0)
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   giant step    J_k <- J_k - gamma sqrt(N) (1/n) sum dl/dlambda_k x, over n = ratio N fresh samples x
 *
 * Limits and closures
 *   N -> inf (exact): K, M, ratio = n/N and the number of steps stay fixed; overlaps are self-averaging
 *   quadrature (approximation): at finite ratio averages of four g are integrals, by a Gauss-Legendre rule of 24 nodes that errs by up to 3e-6 of sqrt(C_cc C_dd) where two students are almost parallel or opposite, 1e-9 else, as observed
 *   one task (exact): the same in each step, given by its mean: its covariance has to be zero
 *   covariance of one step (approximation): left out: no part of it is known for a giant step, whose samples fluctuate with the weights
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K*(K + 1)/2), then the head start w0 (K).
 * Time: steps t = 0, 1, ... Any K >= 1, M >= 1. An ES module without imports; the loops are those of giant_step_relu.c.
 */

/** Digest of the system these functions were emitted from. */
export const DIGEST = "05b275096d0d7b68";

/** Status of a trajectory: a name in words, and why it ended; codes as in giant_step_relu.h. */
export const STATUS = {
    OK: 0,
    NONFINITE: 2,
    DOMAIN: 3,
    NEGATIVE_NORM: 4,
    STEP_LIMIT: 5,
    STEP_SIZE: 6,
};

const _WORDS = {
    0: "ok",
    2: "non-finite: the state holds NaN or infinity",
    3: "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance",
    4: "negative norm: a diagonal element of Q became negative",
    5: "step limit: max_steps reached",
    6: "step size: the next step would be as small as rounding",
};

/** The words for a status. */
export function words(status) {
    return _WORDS[status];
}

/** The elements of w0 at t = 0, where a problem gives none. */
export const HEAD_START = 1.0;

/**
 * Parameters of the algorithm with what stands for those that are not given, as in problem files: NaN and undefined
 * have to be given. Arrays are flat, row by row, or arrays of rows.
 */
export function defaults() {
    return {
        gamma: NaN, // rate of a giant step
        noise: 0.0, // standard deviation of label noise
        ratio: Infinity, // samples in the batch of a step over the dimension of inputs; Infinity for the limit
        T: undefined, // overlaps of the teacher, M x M
        mean: null, // mean of the task vector, M; null: all 1
        cov: null, // its covariance, M x M; null: zero
        kurtosis: null, // kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; null: Gaussian
    };
}

/** Numbers in a state. */
export function state_size(K, M) {
    return K*M + K*(K + 1)/2 + K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
function _packed(K, k, l) {
    return k <= l ? (k*(2*K - k - 1) >> 1) + l : (l*(2*K - l - 1) >> 1) + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
function _root(x, y) {
    return x >= y ? Math.sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NaN);
}

/* scales t of the couplings: nodes of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t) */
const n_path = 24;
const path = Float64Array.of(
    0.0075507293691167007, 0.039435267412553474, 0.095316987027231723, 0.17248476943874028,
    0.26674786872644507, 0.37249018186766836, 0.4830564497390103, 0.59148741259930226,
    0.69145397403576525, 0.77813257052449714, 0.84876693335574249, 0.90277391435862731,
    0.94141308690614656, 0.96717248326903382, 0.9830755342256603, 0.99208564617655892,
    0.9967093088891672, 0.99881774111339638, 0.99964833614451731, 0.99991906157094979,
    0.99998716592076597, 0.99999888069950083, 0.99999996855077067, 0.99999999995863109
);

/* weights of the Gauss-Legendre rule of 24 nodes in sqrt(arccos t) */
const path_weight = Float64Array.of(
    0.019338357926509325, 0.044216283881751937, 0.067097416148525615, 0.086539259811065292,
    0.10104452484869522, 0.10931825900908285, 0.11063816808016586, 0.10515366369175164,
    0.093965809204587691, 0.078930303002582372, 0.06224713654521654, 0.045987515397480881,
    0.031717491809136689, 0.020315370815220651, 0.01199128435398639, 0.0064495550902108657,
    0.0031094461519960517, 0.001311573642846805, 0.00046650264342256798, 0.00013192298659749272,
    2.6800885343436852e-05, 3.2116251390093717e-06, 1.4202436215286699e-07, 4.2432267133926537e-10
);

/* 1 at the last node */
const path_last = Float64Array.of(
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 1.0
);

/* The numbers of an array that is given, flat or as rows. */
function _numbers(name, given, size) {
    const found = Float64Array.from(ArrayBuffer.isView(given) ? given : [given].flat(Infinity));

    if (found.length !== size) {
        throw new RangeError(`${name} has ${found.length} numbers, expected ${size}`);
    }
    if (!found.every(Number.isFinite)) {
        throw new RangeError(`${name} has an element that is not finite`);
    }
    return found;
}

/* What stands for an array that is not given. */
function _filled(size, value, columns) {
    return new Float64Array(size).map((_, place) => columns && place % (columns + 1) ? 0.0 : value);
}

/* Whether an element is not zero. */
function _some(x) {
    return x.some((value) => value !== 0);
}

/* What is given, with the defaults; throws what is wrong with it, in words. */
function _accepted(K, M, given) {
    const _g = defaults();

    for (const [name, value] of Object.entries({K, M})) {
        if (!Number.isInteger(value) || value < 1) {
            throw new RangeError(`${name} is ${value}, expected a whole number of at least 1`);
        }
    }
    for (const [name, value] of Object.entries(given)) {
        if (!Object.hasOwn(_g, name)) {
            throw new RangeError(`${name} is no parameter; there are ${Object.keys(_g).join(", ")}`);
        }
        if (value !== undefined) {
            _g[name] = value;
        }
    }
    if (!(_g.gamma >= 0.0 && Number.isFinite(_g.gamma))) {
        throw new RangeError(`gamma is negative or not finite: ${_g.gamma}`);
    }
    if (!(_g.noise >= 0.0 && Number.isFinite(_g.noise))) {
        throw new RangeError(`noise is negative or not finite: ${_g.noise}`);
    }
    if (!(_g.ratio > 0.0)) {
        throw new RangeError(`ratio is not positive: ${_g.ratio}`);
    }
    if (_g.T === undefined) {
        throw new RangeError("T has to be given: overlaps of the teacher, M x M");
    }
    _g.T = _numbers("T", _g.T, M*M);
    _g.mean = _g.mean === null ? _filled(M, 1.0, 0) : _numbers("mean", _g.mean, M);
    _g.cov = _g.cov === null ? _filled(M*M, 0.0, M) : _numbers("cov", _g.cov, M*M);
    _g.kurtosis = _g.kurtosis === null ? null : _numbers("kurtosis", _g.kurtosis, M);
    return _g;
}

/* What evaluates what one step changes the state by, with its work arrays; a status, and the numbers in ``_into``. */
function _of_change(K, M, _g) {
    const S = K + M;
    const {gamma, noise, ratio, T, mean, cov, kurtosis} = _g;
    const R = new Float64Array(K*M);
    const Q = new Float64Array(K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const dR = new Float64Array(K*M);
    const dQ = new Float64Array(K*(K + 1)/2);
    const dw0 = new Float64Array(K);
    const C = new Float64Array(S*S);
    const r1 = new Float64Array(S*S);
    const r2 = new Float64Array(S*S);
    const r3 = new Float64Array(K);
    const I_g2g0 = new Float64Array(K*S);
    const J2 = new Float64Array(S*S);
    const base0 = new Float64Array(S);
    const L0 = new Float64Array(S*M);
    const mc0 = new Float64Array(S);
    const G0 = new Float64Array(S*S);
    const A = new Float64Array(K*S);
    const W = new Float64Array(K*S);
    const Y = new Float64Array(K*K);
    const _with_ratio = Number.isFinite(ratio) ? 1 : 0;
    const Ct = new Float64Array(_with_ratio*n_path*S*S);
    const r0 = new Float64Array(_with_ratio*n_path*S);
    const Ct1_oo = new Float64Array(_with_ratio*n_path*S*S*S);
    const Cm = new Float64Array(_with_ratio*K*K);
    const r4 = new Float64Array(_with_ratio*n_path*S*S);
    const r5 = new Float64Array(_with_ratio*n_path*K*K);
    const r6 = new Float64Array(_with_ratio*n_path*K*K);
    const I4 = new Float64Array(_with_ratio*K*K*S*S);
    const E = new Float64Array(_with_ratio*K*K);
    const _with_kurtosis_ratio = kurtosis !== null && Number.isFinite(ratio) ? 1 : 0;
    const kappa = new Float64Array(_with_kurtosis_ratio*M);
    const _always = _some(_g.cov);
    let general = _always;

    function _0() {
        // C: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C[k*S + l] = Q[_packed(K, k, l)];
                C[l*S + k] = C[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C[k*S + K + n] = R[k*M + n];
                C[(K + n)*S + k] = C[k*S + K + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C[(K + n)*S + K + m] = T[n*M + m];
                C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
            }
        }
    }

    function _1() {
        // Ct: couplings of the fields scaled by t; variances are larger by (1 - t) C[i, i]
        for (let t = 0; t < n_path; ++t) {
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    Ct[(t*S + i)*S + j] = C[i*S + j]*path[t];
                    Ct[(t*S + j)*S + i] = Ct[(t*S + i)*S + j];
                }
            }
        }
        // r0: 1/sqrt((1 - path[t])*C[i, i] + Ct[t, i, i])
        for (let t = 0; t < n_path; ++t) {
            for (let i = 0; i < S; ++i) {
                r0[t*S + i] = (1.0 / Math.sqrt((1.0 - path[t])*C[i*S + i] + Ct[(t*S + i)*S + i]));
            }
        }
        // Ct1_oo: covariance of the fields with the Gaussian weight of i absorbed, couplings scaled
        for (let t = 0; t < n_path; ++t) {
            for (let i = 0; i < S; ++i) {
                for (let j = 0; j < S; ++j) {
                    for (let r = j; r < S; ++r) {
                        Ct1_oo[((t*S + i)*S + j)*S + r] = -Ct[(t*S + i)*S + j]*Ct[(t*S + i)*S + r]*(r0[t*S + i]*r0[t*S + i]) + Ct[(t*S + j)*S + r];
                        Ct1_oo[((t*S + i)*S + r)*S + j] = Ct1_oo[((t*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        // Cm: <sign(k) sign(l)> minus the rule with nodes
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                Cm[k*K + l] = 0.63661977236758138*Math.atan2(C[k*S + l], _root(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l])));
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let t = 0; t < n_path; ++t) {
                    _sum += ((1.0 / Math.sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l]))*path_weight[t]*r0[t*S + k]);
                }
                Cm[k*K + l] += -0.63661977236758138*C[k*S + l] * _sum;
            }
        }
    }

    function _2() {
        // r1: sqrt(C[i, i]*C[j, j] - C[i, j]**2)
        for (let i = 0; i < S; ++i) {
            for (let j = 0; j < S; ++j) {
                r1[i*S + j] = _root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j]));
            }
        }
        // r2: atan2(C[i, j], r1[i, j])
        for (let i = 0; i < S; ++i) {
            for (let j = 0; j < S; ++j) {
                r2[i*S + j] = Math.atan2(C[i*S + j], r1[i*S + j]);
            }
        }
        // r3: 1/sqrt(C[k, k])
        for (let k = 0; k < K; ++k) {
            r3[k] = (1.0 / Math.sqrt(C[k*S + k]));
        }
    }

    function _3() {
        // r4: 1/sqrt((1 - path[t])*C[j, j] + Ct1_oo[t, i, j, j])
        for (let t = 0; t < n_path; ++t) {
            for (let i = 0; i < S; ++i) {
                for (let j = 0; j < S; ++j) {
                    r4[(t*S + i)*S + j] = (1.0 / Math.sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + i)*S + j)*S + j]));
                }
            }
        }
        // r5: sqrt(((1 - path[t])*C[k, k] + Ct[t, k, k])*((1 - path[t])*C[l, l] + Ct[t, l, l]) - Ct[t, k, l]**2)
        for (let t = 0; t < n_path; ++t) {
            for (let k = 0; k < K; ++k) {
                for (let l = 0; l < K; ++l) {
                    r5[(t*K + k)*K + l] = _root(((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*((1.0 - path[t])*C[l*S + l] + Ct[(t*S + l)*S + l]), (Ct[(t*S + k)*S + l]*Ct[(t*S + k)*S + l]));
                }
            }
        }
        // r6: atan2(Ct[t, k, l], r5[t, k, l])
        for (let t = 0; t < n_path; ++t) {
            for (let k = 0; k < K; ++k) {
                for (let l = 0; l < K; ++l) {
                    r6[(t*K + k)*K + l] = Math.atan2(Ct[(t*S + k)*S + l], r5[(t*K + k)*K + l]);
                }
            }
        }
        // I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        I4[((k*K + l)*S + i)*S + j] = 0.039788735772973836*C[i*S + j]*r2[i*S + j] + 0.039788735772973836*C[i*S + j]*r2[k*S + i] + 0.039788735772973836*C[i*S + j]*r2[k*S + j] + 0.039788735772973836*C[i*S + j]*r2[l*S + i] + 0.039788735772973836*C[i*S + j]*r2[l*S + j] + 0.0625*C[i*S + j] + 0.039788735772973836*C[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]) + 0.039788735772973836*C[k*S + j]*r1[k*S + i]*(r3[k]*r3[k]) + 0.039788735772973836*C[l*S + i]*r1[l*S + j]*(r3[l]*r3[l]) + 0.039788735772973836*C[l*S + j]*r1[l*S + i]*(r3[l]*r3[l]) + 0.039788735772973836*r1[i*S + j];
                    }
                }
            }
        }
    }

    function _4() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        let _sum = 0.0;
                        for (let t = 0; t < n_path; ++t) {
                            _sum += (0.025330295910584444*(1.0 - path[t])*Math.atan2(-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l], _root(((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + k)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + k])*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + i)*S + l)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j])*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + l)*S + l]), ((-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l])*(-Ct1_oo[((t*S + i)*S + k)*S + j]*Ct1_oo[((t*S + i)*S + l)*S + j]*(r4[(t*S + i)*S + j]*r4[(t*S + i)*S + j]) + Ct1_oo[((t*S + i)*S + k)*S + l]))))*(C[i*S + j]*C[i*S + j])*path_weight[t]*r0[t*S + i]*r4[(t*S + i)*S + j] + 0.025330295910584444*(1.5707963267948966*Math.sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*Math.sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*_root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))*r0[t*S + k]*r4[(t*S + k)*S + l] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + i]*r4[(t*S + k)*S + i] + Math.sqrt((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i])*C[k*S + j] + C[k*S + i]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + i])*Math.atan2(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j], _root(((1.0 - path[t])*C[j*S + j] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + j)*S + j])*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + l]), ((-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j])*(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*(r4[(t*S + k)*S + i]*r4[(t*S + k)*S + i]) + Ct1_oo[((t*S + k)*S + l)*S + j]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + j]*r4[(t*S + k)*S + j] + Math.sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j])*C[k*S + i] + C[k*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j]*r4[(t*S + k)*S + j])*Math.atan2(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i], _root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + i)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]))*((1.0 - path[t])*C[l*S + l] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + l]), ((-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i])*(-Ct1_oo[((t*S + k)*S + i)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + j]*r4[(t*S + k)*S + j]) + Ct1_oo[((t*S + k)*S + l)*S + i]))))*path_weight[t]*r0[t*S + k] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[l*S + i]*r4[(t*S + l)*S + i] + Math.sqrt((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i])*C[l*S + j] + C[l*S + i]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + i])*Math.atan2(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j], _root(((1.0 - path[t])*C[j*S + j] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + j)*S + j])*((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + i]*Ct1_oo[((t*S + l)*S + k)*S + i])*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + k]), ((-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j])*(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*(r4[(t*S + l)*S + i]*r4[(t*S + l)*S + i]) + Ct1_oo[((t*S + l)*S + k)*S + j]))))*path_weight[t]*r0[t*S + l] + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[l*S + j]*r4[(t*S + l)*S + j] + Math.sqrt((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + l)*S + j)*S + j])*C[l*S + i] + C[l*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j]*r4[(t*S + l)*S + j])*Math.atan2(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i], _root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + l)*S + i)*S + i] - (Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + i)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]))*((1.0 - path[t])*C[k*S + k] - (Ct1_oo[((t*S + l)*S + k)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j])*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + k]), ((-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i])*(-Ct1_oo[((t*S + l)*S + i)*S + j]*Ct1_oo[((t*S + l)*S + k)*S + j]*(r4[(t*S + l)*S + j]*r4[(t*S + l)*S + j]) + Ct1_oo[((t*S + l)*S + k)*S + i]))))*path_weight[t]*r0[t*S + l] + 0.039788735772973836*((1.5707963267948966*Math.sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*Math.sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[l*S + i]*Ct1_oo[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C[l*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k]) + 0.025330295910584444*((1.0 - path[t])*C[i*S + j]*C[k*S + l]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + (1.5707963267948966*Math.sqrt((1.0 - path[t])*C[k*S + k] + Ct[(t*S + k)*S + k])*Math.sqrt((1.0 - path[t])*C[l*S + l] + Ct1_oo[((t*S + k)*S + l)*S + l])*Cm[k*K + l]*path_last[t] + C[k*S + l]*path_weight[t])*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[k*S + j]*Ct1_oo[((t*S + k)*S + l)*S + i]*path_weight[t]*r0[t*S + k]*r4[(t*S + k)*S + l] + C[l*S + i]*Ct1_oo[((t*S + l)*S + k)*S + j]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k] + C[l*S + j]*Ct1_oo[((t*S + l)*S + k)*S + i]*path_weight[t]*r0[t*S + l]*r4[(t*S + l)*S + k])*Math.atan2(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]), _root(((1.0 - path[t])*C[i*S + i] + Ct1_oo[((t*S + k)*S + i)*S + i] - (Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + i])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*((1.0 - path[t])*C[j*S + j] + Ct1_oo[((t*S + k)*S + j)*S + j] - (Ct1_oo[((t*S + k)*S + l)*S + j]*Ct1_oo[((t*S + k)*S + l)*S + j])*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l])), ((Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))*(Ct1_oo[((t*S + k)*S + i)*S + j] - Ct1_oo[((t*S + k)*S + l)*S + i]*Ct1_oo[((t*S + k)*S + l)*S + j]*(r4[(t*S + k)*S + l]*r4[(t*S + k)*S + l]))))) + 0.039788735772973836*C[i*S + j]*path_weight[t]*r6[(t*K + k)*K + l]);
                        }
                        I4[((k*K + l)*S + i)*S + j] += _sum;
                    }
                }
            }
        }
    }

    function _5() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        I4[((l*K + k)*S + i)*S + j] = I4[((k*K + l)*S + i)*S + j];
                        I4[((k*K + l)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                        I4[((l*K + k)*S + j)*S + i] = I4[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }

    function _6() {
        // I_g2g0: <g''(z_k) g(z_i)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                I_g2g0[k*S + i] = 0.15915494309189535*_root(C[i*S + i]*C[k*S + k], (C[k*S + i]*C[k*S + i]))*(r3[k]*r3[k]);
            }
        }
        // J2: <g'(z_i) g'(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                J2[k*S + l] = 0.15915494309189535*Math.atan2(C[k*S + l], _root(C[k*S + k]*C[l*S + l], (C[k*S + l]*C[k*S + l]))) + 0.25;
                J2[l*S + k] = J2[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < M; ++l) {
                J2[k*S + K + l] = 0.15915494309189535*Math.atan2(C[k*S + K + l], _root(C[k*S + k]*C[(K + l)*S + K + l], (C[k*S + K + l]*C[k*S + K + l]))) + 0.25;
            }
        }
    }

    function _7() {
        for (let k = 0; k < M; ++k) {
            for (let l = k; l < M; ++l) {
                J2[(K + k)*S + K + l] = 0.15915494309189535*Math.atan2(C[(K + k)*S + K + l], _root(C[(K + k)*S + K + k]*C[(K + l)*S + K + l], (C[(K + k)*S + K + l]*C[(K + k)*S + K + l]))) + 0.25;
                J2[(K + l)*S + K + k] = J2[(K + k)*S + K + l];
            }
        }
    }

    function _8() {
        // base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        for (let k = 0; k < K; ++k) {
            base0[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            base0[K + n] = 0.0;
        }
        // L0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                L0[k*M + m] = 0.0;
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = 0; m < M; ++m) {
                L0[(K + n)*M + m] = -(m === n ? 1.0 : 0.0);
            }
        }
    }

    function _9() {
        // kappa: fourth cumulants of the task vector's components
        for (let m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }

    function _10() {
        // mc0: <c_i> over the task
        for (let i = 0; i < S; ++i) {
            mc0[i] = base0[i];
        }
        for (let i = 0; i < S; ++i) {
            let _sum = 0.0;
            for (let m = 0; m < M; ++m) {
                _sum += (L0[i*M + m]*mean[m]);
            }
            mc0[i] += _sum;
        }
        // G0: <c_i c_j> over the task
        for (let i = 0; i < S; ++i) {
            for (let j = i; j < S; ++j) {
                G0[i*S + j] = mc0[i]*mc0[j];
                G0[j*S + i] = G0[i*S + j];
            }
        }
    }

    function _11() {
        for (let i = 0; i < S; ++i) {
            for (let j = i; j < S; ++j) {
                let _sum = 0.0;
                for (let m = 0; m < M; ++m) {
                    for (let p = 0; p < M; ++p) {
                        _sum += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                    }
                }
                G0[i*S + j] += _sum;
                G0[j*S + i] = G0[i*S + j];
            }
        }
    }

    function _12() {
        // A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += ((0.15915494309189535*C[i*S + j]*r2[k*S + j] + 0.25*C[i*S + j] + 0.15915494309189535*C[k*S + i]*r1[k*S + j]*(r3[k]*r3[k]))*G0[k*S + j]);
                }
                A[k*S + i] = -gamma * _sum;
            }
        }
    }

    function _13() {
        // E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E[k*K + l] = (gamma*gamma)*(noise*noise)*G0[k*S + l]*J2[k*S + l]/ratio;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*I4[((k*K + l)*S + i)*S + j]);
                    }
                }
                E[k*K + l] += (gamma*gamma)/ratio * _sum;
            }
        }
    }

    function _14() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        for (let p = 0; p < M; ++p) {
                            _sum += (j > i ? 2.0 : 1.0) * (I4[((k*K + l)*S + i)*S + j]*L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (gamma*gamma)/ratio * _sum;
            }
        }
    }

    function _15() {
        // W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W[k*S + l] = -gamma*G0[k*S + l]*J2[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    _sum += (G0[k*S + i]*I_g2g0[k*S + i]);
                }
                W[k*S + l] += -gamma*(k === l ? 1.0 : 0.0) * _sum;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                W[k*S + K + n] = -gamma*G0[k*S + K + n]*J2[k*S + K + n];
            }
        }
        // Y: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (A[k*S + j]*W[l*S + j]);
                }
                Y[k*K + l] = _sum;
            }
        }
        // dR: change of R in a step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                dR[k*M + n] = A[k*S + K + n];
            }
        }
        // dQ: change of Q in a step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] = A[k*S + l] + A[l*S + k] + Y[k*K + l];
            }
        }
    }

    function _16() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] += E[k*K + l];
            }
        }
    }

    function _17() {
        // dw0: change of w0 in a step
        for (let k = 0; k < K; ++k) {
            dw0[k] = 0.0;
        }
    }

    return function _evaluate(_state, _into) {
        let _place = 0;

        for (let _s = 0; _s < R.length; ++_s) {
            R[_s] = _state[_place++];
        }
        for (let _s = 0; _s < Q.length; ++_s) {
            Q[_s] = _state[_place++];
        }
        for (let _s = 0; _s < w0.length; ++_s) {
            w0[_s] = _state[_place++];
        }
        for (let _s = 0; _s < _place; ++_s) {
            if (!Number.isFinite(_state[_s])) {
                return STATUS.NONFINITE;
            }
        }
        general = _always;
        _0();
        if (Number.isFinite(ratio)) {
            _1();
        }
        _2();
        if (Number.isFinite(ratio)) {
            _3();
            _4();
            _5();
        }
        _6();
        if (general) {
            _7();
        }
        _8();
        if (general && kurtosis !== null && Number.isFinite(ratio)) {
            _9();
        }
        _10();
        if (general) {
            _11();
        }
        _12();
        if (Number.isFinite(ratio)) {
            _13();
        }
        if (general && kurtosis !== null && Number.isFinite(ratio)) {
            _14();
        }
        _15();
        if (Number.isFinite(ratio)) {
            _16();
        }
        _17();
        _place = 0;
        for (let _s = 0; _s < dR.length; ++_s) {
            _into[_place++] = dR[_s];
        }
        for (let _s = 0; _s < dQ.length; ++_s) {
            _into[_place++] = dQ[_s];
        }
        for (let _s = 0; _s < dw0.length; ++_s) {
            _into[_place++] = dw0[_s];
        }
        for (let _s = 0; _s < _place; ++_s) {
            if (!Number.isFinite(_into[_s])) {
                return STATUS.DOMAIN;
            }
        }
        return STATUS.OK;
    };
}

/* What evaluates loss on fresh data, with its work arrays; a status, and the numbers in ``_into``. */
function _of_eps_g(K, M, _g) {
    const S = K + M;
    const {T, mean, cov} = _g;
    const R = new Float64Array(K*M);
    const Q = new Float64Array(K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const eps_g = new Float64Array(1);
    const C = new Float64Array(S*S);
    const base0 = new Float64Array(S);
    const L0 = new Float64Array(S*M);
    const mc0 = new Float64Array(S);
    const G0 = new Float64Array(S*S);
    const _always = _some(_g.cov);
    let general = _always;

    function _0() {
        // C: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C[k*S + l] = Q[_packed(K, k, l)];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C[k*S + K + n] = R[k*M + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C[(K + n)*S + K + m] = T[n*M + m];
            }
        }
        // base0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        for (let k = 0; k < K; ++k) {
            base0[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            base0[K + n] = 0.0;
        }
        // L0: c = (head start, -u): c_i = base0[i] + sum_m L0[i, m] u_m
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                L0[k*M + m] = 0.0;
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = 0; m < M; ++m) {
                L0[(K + n)*M + m] = -(m === n ? 1.0 : 0.0);
            }
        }
        // mc0: <c_i> over the task
        for (let i = 0; i < S; ++i) {
            mc0[i] = base0[i];
        }
        for (let i = 0; i < S; ++i) {
            let _sum = 0.0;
            for (let m = 0; m < M; ++m) {
                _sum += (L0[i*M + m]*mean[m]);
            }
            mc0[i] += _sum;
        }
        // G0: <c_i c_j> over the task
        for (let i = 0; i < S; ++i) {
            for (let j = i; j < S; ++j) {
                G0[i*S + j] = mc0[i]*mc0[j];
            }
        }
    }

    function _1() {
        for (let i = 0; i < S; ++i) {
            for (let j = i; j < S; ++j) {
                let _sum = 0.0;
                for (let m = 0; m < M; ++m) {
                    for (let p = 0; p < M; ++p) {
                        _sum += (L0[i*M + m]*L0[j*M + p]*cov[m*M + p]);
                    }
                }
                G0[i*S + j] += _sum;
            }
        }
    }

    function _2() {
        // eps_g: loss on fresh data
        {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    _sum += (j > i ? 2.0 : 1.0) * ((0.15915494309189535*_root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])) + 0.15915494309189535*Math.atan2(C[i*S + j], _root(C[i*S + i]*C[j*S + j], (C[i*S + j]*C[i*S + j])))*C[i*S + j] + 0.25*C[i*S + j])*G0[i*S + j]);
                }
            }
            eps_g[0] = 0.5 * _sum;
        }
    }

    return function _evaluate(_state, _into) {
        let _place = 0;

        for (let _s = 0; _s < R.length; ++_s) {
            R[_s] = _state[_place++];
        }
        for (let _s = 0; _s < Q.length; ++_s) {
            Q[_s] = _state[_place++];
        }
        for (let _s = 0; _s < w0.length; ++_s) {
            w0[_s] = _state[_place++];
        }
        for (let _s = 0; _s < _place; ++_s) {
            if (!Number.isFinite(_state[_s])) {
                return STATUS.NONFINITE;
            }
        }
        general = _always;
        _0();
        if (general) {
            _1();
        }
        _2();
        _place = 0;
        for (let _s = 0; _s < eps_g.length; ++_s) {
            _into[_place++] = eps_g[_s];
        }
        for (let _s = 0; _s < _place; ++_s) {
            if (!Number.isFinite(_into[_s])) {
                return STATUS.DOMAIN;
            }
        }
        return STATUS.OK;
    };
}

/**
 * Solves for K units of the learner and M of the teacher, with the parameters that ``defaults`` lists. What is wrong with them is
 * thrown, in words.
 *
 * change(state)             what one step changes the state by; throws where there is none.
 * step(state)               the state after one step.
 * eps_g(state)              loss on fresh data.
 * run(state, steps)         the state, and after each of so many steps, row by row; status and why it ended, and the last step that
 *                           has a state: rows behind it are NaN.
 */
export function solver(K, M, given = {}) {
    const _g = _accepted(K, M, given);
    const size = state_size(K, M);
    const moved = _of_change(K, M, _g);
    const _1 = _of_eps_g(K, M, _g);
    const vector = () => new Float64Array(size);

    function called(evaluate, state, into) {
        const status = evaluate(_numbers("state", state, size), into);

        if (status !== STATUS.OK) {
            throw new RangeError(words(status));
        }
        return into;
    }

    /* The state after one step, in ``into``; a status. */
    function stepped(state, into) {
        const status = moved(state, into);

        for (let s = 0; s < size; ++s) {
            into[s] += state[s];
        }
        return status === STATUS.OK && !into.every(Number.isFinite) ? STATUS.NONFINITE : status;
    }

    function run(state0, steps) {
        if (!Number.isInteger(steps) || steps < 0) {
            throw new RangeError(`steps is ${steps}, expected a whole number of at least 0`);
        }
        const states = new Float64Array((steps + 1)*size).fill(NaN);
        let status = STATUS.OK, done = 0;

        states.set(_numbers("state", state0, size));
        while (done < steps && status === STATUS.OK) {
            const from = done*size, next = vector();
            status = stepped(states.subarray(from, from + size), next);
            if (status === STATUS.OK) {
                ++done;
                states.set(next, done*size);
            }
        }
        return {status, message: words(status), states, done};
    }

    return {
        state_size: size,
        change: (state) => called(moved, state, vector()),
        step: (state) => called(stepped, state, vector()),
        eps_g: (state) => called(_1, state, [NaN])[0],
        run,
    };
}
