/*
 * fo_anil_linear.js - FO-ANIL: the head adapts in an inner loop, first-order outer step
 *
 * Emitted by orderode 0.1.0 from the system fo_anil_linear, digest 1c3eabdfb64143fa. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: arXiv 2408.12545
 *
 * Conventions
 *   activation    g(x) = x
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   nodes (approximation): at finite P and V three and four contributions of one sample are averaged by a rule with nodes, given by the caller
 *   1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
 *   covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or, with Gaussian tasks, P -> inf. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out: of order 1/P^2 for Gaussian tasks, of order 1 for others. Where there is one task, given as known_task, they are those of the support set, by the rule with nodes: averages over tasks are then exact by the law of total covariance
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K*(K + 1)/2), then the head start w0 (K).
 * Time: alpha = t/N. Any K >= 1, M >= 1. An ES module without imports; the loops are those of fo_anil_linear.c.
 */

/** Digest of the system these functions were emitted from. */
export const DIGEST = "1c3eabdfb64143fa";

/** Status of a trajectory: a name in words, and why it ended; codes as in fo_anil_linear.h. */
export const STATUS = {
    OK: 0,
    NONFINITE: 2,
    DOMAIN: 3,
    NEGATIVE_NORM: 4,
    STEP_LIMIT: 5,
    STEP_SIZE: 6,
    NODES: 14,
};

const _WORDS = {
    0: "ok",
    2: "non-finite: the state holds NaN or infinity",
    3: "domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance",
    4: "negative norm: a diagonal element of Q became negative",
    5: "step limit: max_steps reached",
    6: "step size: the next step would be as small as rounding",
    14: "nodes and weights are missing: finite P and V need them; rule(...) makes them",
};

/** The words for a status. */
export function words(status) {
    return _WORDS[status];
}

/** The elements of w0 at alpha = 0, where a problem gives none. */
export const HEAD_START = 0.0;

/**
 * Parameters of the algorithm with what stands for those that are not given, as in problem files: NaN and undefined
 * have to be given. Arrays are flat, row by row, or arrays of rows.
 */
export function defaults() {
    return {
        eta_J: NaN, // rate of the first layer
        eta_w: NaN, // rate of the inner loop
        eta_0: 0.0, // rate of the head start
        noise: 0.0, // standard deviation of label noise
        decay: 0.0, // weight decay of the first layer
        V: Infinity, // samples in the query set; Infinity for the limit
        P: Infinity, // samples in the support set; Infinity for the limit
        first_order: 0, // 1 keeps the first power of 1/P only, 0 keeps all of them
        inner_steps: 1, // steps of the inner loop
        T: undefined, // overlaps of the teacher, M x M
        mean: null, // mean of the task vector, M; null: zero
        cov: null, // its covariance, M x M; null: identity
        kurtosis: null, // kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; null: Gaussian
        nodes: null, // nodes of a rule for independent standard normal numbers, one row per node, n_nodes x S; null: for P or V infinite only
        weights: null, // its weights, n_nodes; null: for P or V infinite only
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

/* Lower triangular F with F F^T = C, row by row; a column whose pivot is rounding only is zero. */
function _factor(S, C, F) {
    for (let i = 0; i < S; ++i) {
        for (let j = 0; j < S; ++j) {
            let rest = j <= i ? C[i*S + j] : 0.0;

            for (let k = 0; k < j && j <= i; ++k) {
                rest -= F[i*S + k]*F[j*S + k];
            }
            if (j === i) {
                rest = rest > 1e-14*C[i*S + i] ? Math.sqrt(rest) : 0.0;
            } else if (j < i) {
                rest = F[j*S + j] > 0.0 ? rest/F[j*S + j] : 0.0;
            }
            F[i*S + j] = rest;
        }
    }
}

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

/* Whether an element off the diagonal of an n x n matrix is not zero. */
function _coupled(x, n) {
    return x.some((value, place) => value !== 0 && place % (n + 1) !== 0);
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
    if (!(_g.eta_J >= 0.0 && Number.isFinite(_g.eta_J))) {
        throw new RangeError(`eta_J is negative or not finite: ${_g.eta_J}`);
    }
    if (!(_g.eta_w >= 0.0 && Number.isFinite(_g.eta_w))) {
        throw new RangeError(`eta_w is negative or not finite: ${_g.eta_w}`);
    }
    if (!(_g.eta_0 >= 0.0 && Number.isFinite(_g.eta_0))) {
        throw new RangeError(`eta_0 is negative or not finite: ${_g.eta_0}`);
    }
    if (!(_g.noise >= 0.0 && Number.isFinite(_g.noise))) {
        throw new RangeError(`noise is negative or not finite: ${_g.noise}`);
    }
    if (!(_g.decay >= 0.0 && Number.isFinite(_g.decay))) {
        throw new RangeError(`decay is negative or not finite: ${_g.decay}`);
    }
    if (!(_g.V >= 1.0)) {
        throw new RangeError(`V is not at least 1: ${_g.V}`);
    }
    if (!(_g.P >= 1.0)) {
        throw new RangeError(`P is not at least 1: ${_g.P}`);
    }
    if (!(Number.isInteger(_g.inner_steps) && _g.inner_steps >= 1)) {
        throw new RangeError(`inner_steps is not at least 1: ${_g.inner_steps}`);
    }
    const S = K + M;
    const n_nodes = _g.weights === null ? 0 : _g.weights.length;
    if (_g.T === undefined) {
        throw new RangeError("T has to be given: overlaps of the teacher, M x M");
    }
    _g.T = _numbers("T", _g.T, M*M);
    _g.mean = _g.mean === null ? _filled(M, 0.0, 0) : _numbers("mean", _g.mean, M);
    _g.cov = _g.cov === null ? _filled(M*M, 1.0, M) : _numbers("cov", _g.cov, M*M);
    _g.kurtosis = _g.kurtosis === null ? null : _numbers("kurtosis", _g.kurtosis, M);
    _g.nodes = _g.nodes === null ? new Float64Array(0) : _numbers("nodes", _g.nodes, n_nodes*S);
    _g.weights = _g.weights === null ? new Float64Array(0) : _numbers("weights", _g.weights, n_nodes);
    if (Number.isFinite(_g.P) && _g.inner_steps !== 1) {
        throw new RangeError("inner_steps is more than 1 where P is finite: write inner_steps = 1 or P = inf");
    }
    return _g;
}

/* What evaluates d state/d alpha, with its work arrays; a status, and the numbers in ``_into``. */
function _of_rhs(K, M, _g) {
    const S = K + M;
    const {eta_J, eta_w, eta_0, noise, decay, V, P, first_order, inner_steps, T, mean, cov, kurtosis, nodes, weights} = _g;
    const higher = first_order ? 0.0 : 1.0;
    const n_nodes = _g.weights.length;
    const R = new Float64Array(K*M);
    const Q = new Float64Array(K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const dR = new Float64Array(K*M);
    const dQ = new Float64Array(K*(K + 1)/2);
    const dw0 = new Float64Array(K);
    const cov_apart = new Float64Array(M*M);
    const C = new Float64Array(S*S);
    const I2 = new Float64Array(S*S);
    const h = new Float64Array(K);
    const h_next = new Float64Array(K);
    const H = new Float64Array(K*M);
    const H_next = new Float64Array(K*M);
    const mc = new Float64Array(S);
    const s0 = new Float64Array(M*K);
    const G = new Float64Array(S*S);
    const A = new Float64Array(K*S);
    const _with_P = Number.isFinite(P) ? 1 : 0;
    const I_g0g0g0g0 = new Float64Array(_with_P*S*S*S*S);
    const base1 = new Float64Array(_with_P*S);
    const mc0 = new Float64Array(_with_P*S);
    const G0 = new Float64Array(_with_P*S*S);
    const mc1 = new Float64Array(_with_P*S);
    const G1 = new Float64Array(_with_P*S*S);
    const p21 = new Float64Array(_with_P*1);
    const p22 = new Float64Array(_with_P*1);
    const B2 = new Float64Array(_with_P*K*K);
    const P2 = new Float64Array(_with_P*S*S);
    const _with_V = Number.isFinite(V) ? 1 : 0;
    const J2 = new Float64Array(_with_V*K*K);
    const E = new Float64Array(_with_V*K*K);
    const _with_V_kurtosis = Number.isFinite(V) && kurtosis !== null ? 1 : 0;
    const L = new Float64Array(_with_V_kurtosis*S*M);
    const kappa = new Float64Array(_with_V_kurtosis*M);
    const _with_P_V_kurtosis = Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null ? 1 : 0;
    const L0 = new Float64Array(_with_P_V_kurtosis*S*M);
    const L1 = new Float64Array(_with_P_V_kurtosis*S*M);
    const s5 = new Float64Array(_with_P_V_kurtosis*M*K*K*S);
    const s6 = new Float64Array(_with_P_V_kurtosis*M*K*K);
    const v2 = new Float64Array(_with_P_V_kurtosis*M*S*S);
    const v6 = new Float64Array(_with_P_V_kurtosis*M*K*K*K);
    const v7 = new Float64Array(_with_P_V_kurtosis*M*M*K*K);
    const v8 = new Float64Array(_with_P_V_kurtosis*M*M*M*K);
    const _with_P_V = Number.isFinite(P) && Number.isFinite(V) ? 1 : 0;
    const GX1 = new Float64Array(_with_P_V*S*S);
    const p32 = new Float64Array(_with_P_V*1);
    const p33 = new Float64Array(_with_P_V*1);
    const p43 = new Float64Array(_with_P_V*1);
    const p44 = new Float64Array(_with_P_V*1);
    const s1 = new Float64Array(_with_P_V*K*K);
    const s4 = new Float64Array(_with_P_V*K*K);
    const s7 = new Float64Array(_with_P_V*K*K*S);
    const B2x = new Float64Array(_with_P_V*K*K*S);
    const s8 = new Float64Array(_with_P_V*K*K*S*S);
    const B2xx = new Float64Array(_with_P_V*K*K*S*S);
    const P4 = new Float64Array(_with_P_V*K*K*S*S);
    const _with_P_V_higher = Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 ? 1 : 0;
    const F = new Float64Array(_with_P_V_higher*S*S);
    const p31 = new Float64Array(_with_P_V_higher*1);
    const p41 = new Float64Array(_with_P_V_higher*1);
    const p42 = new Float64Array(_with_P_V_higher*1);
    const s2 = new Float64Array(_with_P_V_higher*K*K*S*S);
    const s3 = new Float64Array(_with_P_V_higher*K*K*S*S);
    const B22 = new Float64Array(_with_P_V_higher*K*K*K*K);
    const B3 = new Float64Array(_with_P_V_higher*K*K*K);
    const B3x = new Float64Array(_with_P_V_higher*K*K*K*S);
    const B4 = new Float64Array(_with_P_V_higher*K*K*K*K);
    const zn = new Float64Array(_with_P_V_higher*S);
    const g0n = new Float64Array(_with_P_V_higher*S);
    const mr = new Float64Array(_with_P_V_higher*1);
    const Gr = new Float64Array(_with_P_V_higher*1);
    const Xr = new Float64Array(_with_P_V_higher*S);
    const q3 = new Float64Array(_with_P_V_higher*1);
    const q3x = new Float64Array(_with_P_V_higher*S);
    const q4 = new Float64Array(_with_P_V_higher*1);
    const _with_P_V_higher_kurtosis = Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && kurtosis !== null ? 1 : 0;
    const v1 = new Float64Array(_with_P_V_higher_kurtosis*M*K*K);
    const Lr = new Float64Array(_with_P_V_higher_kurtosis*M);
    const _always = _g.eta_0 !== 0 || _g.inner_steps > 1 || _some(_g.mean) || _coupled(_g.cov, M);
    let general = _always;

    function _0() {
        // cov_apart: cov off its diagonal
        for (let p = 0; p < M; ++p) {
            for (let q = p; q < M; ++q) {
                cov_apart[p*M + q] = (1.0 - (p === q ? 1.0 : 0.0))*cov[p*M + q];
                cov_apart[q*M + p] = cov_apart[p*M + q];
            }
        }
    }

    function _1() {
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
        // I2: <g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                I2[k*S + j] = C[k*S + j];
                I2[j*S + k] = I2[k*S + j];
            }
        }
    }

    function _2() {
        // I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let r = l; r < S; ++r) {
                    for (let s = r; s < S; ++s) {
                        I_g0g0g0g0[((k*S + l)*S + r)*S + s] = C[k*S + l]*C[r*S + s] + C[k*S + r]*C[l*S + s] + C[k*S + s]*C[l*S + r];
                        I_g0g0g0g0[((l*S + k)*S + r)*S + s] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((k*S + r)*S + l)*S + s] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((k*S + l)*S + s)*S + r] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((l*S + r)*S + k)*S + s] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((l*S + k)*S + s)*S + r] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + k)*S + l)*S + s] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((k*S + r)*S + s)*S + l] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((k*S + s)*S + l)*S + r] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + l)*S + k)*S + s] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((l*S + r)*S + s)*S + k] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((l*S + s)*S + k)*S + r] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + k)*S + s)*S + l] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((k*S + s)*S + r)*S + l] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + k)*S + l)*S + r] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + l)*S + s)*S + k] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((l*S + s)*S + r)*S + k] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + l)*S + k)*S + r] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + k)*S + l] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + k)*S + r)*S + l] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + l)*S + k] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + l)*S + r)*S + k] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + k)*S + l] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + l)*S + k] = I_g0g0g0g0[((k*S + l)*S + r)*S + s];
                    }
                }
            }
        }
    }

    function _3() {
        // J2: <g'(z_k) g'(z_l)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                J2[k*K + l] = 1.0;
            }
        }
    }

    function _4() {
        // h: head after the inner loop: its part without the task
        for (let k = 0; k < K; ++k) {
            h[k] = w0[k];
        }
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let l = 0; l < K; ++l) {
                _sum += (I2[k*S + l]*w0[l]);
            }
            h[k] += -eta_w * _sum;
        }
    }

    function _5() {
        // h_next: h after one more step
        for (let k = 0; k < K; ++k) {
            h_next[k] = h[k];
        }
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let l = 0; l < K; ++l) {
                _sum += (I2[k*S + l]*h[l]);
            }
            h_next[k] += -eta_w * _sum;
        }
        for (let k = 0; k < K; ++k) {
            h[k] = h_next[k];
        }
    }

    function _6() {
        // H: its response to the task: w_k = h_k + sum_m H_km u_m
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                H[k*M + m] = eta_w*I2[k*S + K + m];
            }
        }
    }

    function _7() {
        // H_next: H after one more step
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                H_next[k*M + m] = eta_w*I2[k*S + K + m] + H[k*M + m];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                let _sum = 0.0;
                for (let l = 0; l < K; ++l) {
                    _sum += (H[l*M + m]*I2[k*S + l]);
                }
                H_next[k*M + m] += -eta_w * _sum;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                H[k*M + m] = H_next[k*M + m];
            }
        }
    }

    function _8() {
        // L: c = (adapted head, -u): c_i = base[i] + sum_m L[i, m] u_m
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                L[k*M + m] = H[k*M + m];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = 0; m < M; ++m) {
                L[(K + n)*M + m] = -(m === n ? 1.0 : 0.0);
            }
        }
    }

    function _9() {
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

    function _10() {
        // base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        for (let k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
    }

    function _11() {
        for (let n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
    }

    function _12() {
        // L1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                L1[k*M + m] = H[k*M + m];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = 0; m < M; ++m) {
                L1[(K + n)*M + m] = -(m === n ? 1.0 : 0.0);
            }
        }
    }

    function _13() {
        // kappa: fourth cumulants of the task vector's components
        for (let m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }

    function _14() {
        // mc: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc[k] = 0.0;
        }
    }

    function _15() {
        for (let k = 0; k < K; ++k) {
            mc[k] += h[k];
        }
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let p = 0; p < M; ++p) {
                _sum += (H[k*M + p]*mean[p]);
            }
            mc[k] += _sum;
        }
    }

    function _16() {
        for (let n = 0; n < M; ++n) {
            mc[K + n] = 0.0;
        }
    }

    function _17() {
        for (let n = 0; n < M; ++n) {
            mc[K + n] += -mean[n];
        }
    }

    function _18() {
        // s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M))
        for (let q = 0; q < M; ++q) {
            for (let k = 0; k < K; ++k) {
                s0[q*K + k] = H[k*M + q]*cov[q*M + q];
            }
        }
    }

    function _19() {
        for (let q = 0; q < M; ++q) {
            for (let k = 0; k < K; ++k) {
                let _sum = 0.0;
                for (let p = 0; p < M; ++p) {
                    _sum += (H[k*M + p]*cov_apart[q*M + p]);
                }
                s0[q*K + k] += _sum;
            }
        }
    }

    function _20() {
        // G: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let q = 0; q < M; ++q) {
                    _sum += (H[l*M + q]*s0[q*K + k]);
                }
                G[k*S + l] = _sum;
                G[l*S + k] = G[k*S + l];
            }
        }
    }

    function _21() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G[k*S + l] += mc[k]*mc[l];
                G[l*S + k] = G[k*S + l];
            }
        }
    }

    function _22() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }

    function _23() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G[k*S + K + n] += mc[k]*mc[K + n];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                let _sum = 0.0;
                for (let p = 0; p < M; ++p) {
                    _sum += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G[k*S + K + n] += -1.0 * _sum;
            }
        }
    }

    function _24() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _25() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
            }
        }
    }

    function _26() {
        // mc0: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }

    function _27() {
        // G0: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] = 0.0;
            }
        }
    }

    function _28() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
            }
        }
    }

    function _29() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[l*S + k] = G0[k*S + l];
            }
        }
    }

    function _30() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] = 0.0;
            }
        }
    }

    function _31() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }

    function _32() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[(K + n)*S + k] = G0[k*S + K + n];
            }
        }
    }

    function _33() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _34() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
    }

    function _35() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + m)*S + K + n] = G0[(K + n)*S + K + m];
            }
        }
    }

    function _36() {
        // mc1: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc1[k] = base1[k];
        }
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let p = 0; p < M; ++p) {
                _sum += (H[k*M + p]*mean[p]);
            }
            mc1[k] += _sum;
        }
    }

    function _37() {
        for (let n = 0; n < M; ++n) {
            mc1[K + n] = base1[K + n] - mean[n];
        }
    }

    function _38() {
        // G1: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let q = 0; q < M; ++q) {
                    _sum += (H[l*M + q]*s0[q*K + k]);
                }
                G1[k*S + l] = _sum;
            }
        }
    }

    function _39() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G1[k*S + l] += mc1[k]*mc1[l];
            }
        }
    }

    function _40() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G1[l*S + k] = G1[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G1[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }

    function _41() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G1[k*S + K + n] += mc1[k]*mc1[K + n];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                let _sum = 0.0;
                for (let p = 0; p < M; ++p) {
                    _sum += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G1[k*S + K + n] += -1.0 * _sum;
            }
        }
    }

    function _42() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _43() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] += mc1[K + m]*mc1[K + n];
            }
        }
    }

    function _44() {
        // GX1: <c_i c_j> over the task, of c0 and c1
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                GX1[k*S + l] = 0.0;
            }
        }
    }

    function _45() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                GX1[k*S + l] += mc0[k]*mc1[l];
            }
        }
    }

    function _46() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                GX1[k*S + K + n] = 0.0;
            }
        }
    }

    function _47() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                GX1[k*S + K + n] += mc0[k]*mc1[K + n];
            }
        }
    }

    function _48() {
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                GX1[(K + n)*S + k] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }

    function _49() {
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                GX1[(K + n)*S + k] += mc0[K + n]*mc1[k];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                let _sum = 0.0;
                for (let q = 0; q < M; ++q) {
                    _sum += (H[k*M + q]*cov_apart[n*M + q]);
                }
                GX1[(K + n)*S + k] += -1.0 * _sum;
            }
        }
    }

    function _50() {
        for (let n = 0; n < M; ++n) {
            for (let m = 0; m < M; ++m) {
                GX1[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _51() {
        for (let n = 0; n < M; ++n) {
            for (let m = 0; m < M; ++m) {
                GX1[(K + n)*S + K + m] += mc0[K + n]*mc1[K + m];
            }
        }
    }

    function _52() {
        // F: lower triangular factor of the covariance: C = F F^T
        _factor(S, C, F);
    }

    function _53() {
        // p21: share of 2 support samples in 1 given blocks
        p21[0] = 1/P;
        // p22: share of 2 support samples in 2 given blocks, minus 1
        p22[0] = -1.0/P;
    }

    function _54() {
        // p31: share of 3 support samples in 1 given blocks
        p31[0] = higher/(P*P);
    }

    function _55() {
        // p32: share of 3 support samples in 2 given blocks
        p32[0] = 1/P;
    }

    function _56() {
        p32[0] += -higher/(P*P);
    }

    function _57() {
        // p33: share of 3 support samples in 3 given blocks, minus 1
        p33[0] = -3.0*1/P;
    }

    function _58() {
        p33[0] += 2.0*higher/(P*P);
        // p41: share of 4 support samples in 1 given blocks
        p41[0] = higher/(P*P*P);
        // p42: share of 4 support samples in 2 given blocks
        p42[0] = higher/(P*P) - higher/(P*P*P);
    }

    function _59() {
        // p43: share of 4 support samples in 3 given blocks
        p43[0] = 1/P;
    }

    function _60() {
        p43[0] += -3.0*higher/(P*P) + 2.0*higher/(P*P*P);
    }

    function _61() {
        // p44: share of 4 support samples in 4 given blocks, minus 1
        p44[0] = -6.0*1/P;
    }

    function _62() {
        p44[0] += 11.0*higher/(P*P) - 6.0*higher/(P*P*P);
    }

    function _63() {
        // B2: <d_k d_l> averaged over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                B2[k*K + l] = (eta_w*eta_w)*(noise*noise)*I2[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
                    }
                }
                B2[k*K + l] += (eta_w*eta_w) * _sum;
            }
        }
    }

    function _64() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                B2[l*K + k] = B2[k*K + l];
            }
        }
    }

    function _65() {
        // s1: partial sum Sum(G0[i, j]*I_g0g0g0g0[a, b, i, j], (i, 1, K + M), (j, 1, K + M))
        for (let a = 0; a < K; ++a) {
            for (let b = a; b < K; ++b) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((a*S + b)*S + i)*S + j]);
                    }
                }
                s1[a*K + b] = _sum;
            }
        }
    }

    function _66() {
        // s2: partial sum Sum(G0[i, j]*I_g0g0g0g0[a, b, i, r], (i, 1, K + M))
        for (let a = 0; a < K; ++a) {
            for (let b = a; b < K; ++b) {
                for (let j = 0; j < S; ++j) {
                    for (let r = 0; r < S; ++r) {
                        let _sum = 0.0;
                        for (let i = 0; i < S; ++i) {
                            _sum += (G0[j*S + i]*I_g0g0g0g0[((a*S + b)*S + r)*S + i]);
                        }
                        s2[((a*K + b)*S + j)*S + r] = _sum;
                    }
                }
            }
        }
        // s3: partial sum Sum(G0[r, s]*s2[a, b, j, r], (r, 1, K + M))
        for (let a = 0; a < K; ++a) {
            for (let b = a; b < K; ++b) {
                for (let j = 0; j < S; ++j) {
                    for (let s = 0; s < S; ++s) {
                        let _sum = 0.0;
                        for (let r = 0; r < S; ++r) {
                            _sum += (G0[s*S + r]*s2[((a*K + b)*S + j)*S + r]);
                        }
                        s3[((a*K + b)*S + j)*S + s] = _sum;
                    }
                }
            }
        }
    }

    function _67() {
        // s4: partial sum Sum(I_g0g0g0g0[a, b, i, j]*mc0[i]*mc0[j], (j, 1, K + M), (i, 1, K + M))
        for (let a = 0; a < K; ++a) {
            for (let b = a; b < K; ++b) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    for (let i = j; i < S; ++i) {
                        _sum += (i > j ? 2.0 : 1.0) * (I_g0g0g0g0[((a*S + b)*S + j)*S + i]*mc0[i]*mc0[j]);
                    }
                }
                s4[a*K + b] = _sum;
            }
        }
    }

    function _68() {
        // s5: partial sum Sum(I_g0g0g0g0[k, l, i, j]*L0[i, p], (i, 1, K + M))
        for (let p = 0; p < M; ++p) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    for (let j = 0; j < S; ++j) {
                        let _sum = 0.0;
                        for (let i = 0; i < S; ++i) {
                            _sum += (I_g0g0g0g0[((k*S + l)*S + j)*S + i]*L0[i*M + p]);
                        }
                        s5[((p*K + k)*K + l)*S + j] = _sum;
                    }
                }
            }
        }
        // s6: partial sum Sum(L0[j, p]*s5[p, k, l, j], (j, 1, K + M))
        for (let p = 0; p < M; ++p) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    let _sum = 0.0;
                    for (let j = 0; j < S; ++j) {
                        _sum += (L0[j*M + p]*s5[((p*K + k)*K + l)*S + j]);
                    }
                    s6[(p*K + k)*K + l] = _sum;
                }
            }
        }
    }

    function _69() {
        // v1: kappa[p]*s6[p, a, b]
        for (let p = 0; p < M; ++p) {
            for (let a = 0; a < K; ++a) {
                for (let b = a; b < K; ++b) {
                    v1[(p*K + a)*K + b] = kappa[p]*s6[(p*K + a)*K + b];
                }
            }
        }
    }

    function _70() {
        // B22: <d_k d_l> <d_a d_b> averaged over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        B22[((k*K + l)*K + a)*K + b] = (eta_w*eta_w*eta_w*eta_w)*(noise*noise*noise*noise)*I2[a*S + b]*I2[k*S + l] + (eta_w*eta_w*eta_w*eta_w)*(noise*noise)*I2[a*S + b]*s1[k*K + l] + (eta_w*eta_w*eta_w*eta_w)*(noise*noise)*I2[k*S + l]*s1[a*K + b] + (eta_w*eta_w*eta_w*eta_w)*s1[a*K + b]*s1[k*K + l];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        let _sum = 0.0;
                        for (let j = 0; j < S; ++j) {
                            for (let s = 0; s < S; ++s) {
                                _sum += (I_g0g0g0g0[((k*S + l)*S + j)*S + s]*s3[((a*K + b)*S + j)*S + s]);
                            }
                        }
                        B22[((k*K + l)*K + a)*K + b] += 2.0*(eta_w*eta_w*eta_w*eta_w) * _sum;
                    }
                }
            }
        }
    }

    function _71() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        B22[((k*K + l)*K + a)*K + b] += -2.0*(eta_w*eta_w*eta_w*eta_w)*s4[a*K + b]*s4[k*K + l];
                    }
                }
            }
        }
    }

    function _72() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (s6[(p*K + k)*K + l]*v1[(p*K + a)*K + b]);
                        }
                        B22[((k*K + l)*K + a)*K + b] += (eta_w*eta_w*eta_w*eta_w) * _sum;
                    }
                }
            }
        }
    }

    function _73() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        B22[((l*K + k)*K + a)*K + b] = B22[((k*K + l)*K + a)*K + b];
                        B22[((k*K + l)*K + b)*K + a] = B22[((k*K + l)*K + a)*K + b];
                        B22[((l*K + k)*K + b)*K + a] = B22[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
    }

    function _74() {
        // s7: partial sum Sum(I_g0g0g0g0[k, l, j, r]*mc0[r], (r, 1, K + M))
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let j = 0; j < S; ++j) {
                    let _sum = 0.0;
                    for (let r = 0; r < S; ++r) {
                        _sum += (I_g0g0g0g0[((k*S + l)*S + j)*S + r]*mc0[r]);
                    }
                    s7[(k*K + l)*S + j] = _sum;
                }
            }
        }
        // B2x: <d_k d_l> c1_i averaged over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    B2x[(k*K + l)*S + i] = (eta_w*eta_w)*(noise*noise)*I2[k*S + l]*mc1[i] + (eta_w*eta_w)*mc1[i]*s1[k*K + l] - 2.0*(eta_w*eta_w)*mc1[i]*s4[k*K + l];
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    let _sum = 0.0;
                    for (let j = 0; j < S; ++j) {
                        _sum += (GX1[j*S + i]*s7[(k*K + l)*S + j]);
                    }
                    B2x[(k*K + l)*S + i] += 2.0*(eta_w*eta_w) * _sum;
                    B2x[(l*K + k)*S + i] = B2x[(k*K + l)*S + i];
                }
            }
        }
    }

    function _75() {
        // s8: partial sum Sum(GX1[r, i]*I_g0g0g0g0[k, l, r, s], (r, 1, K + M))
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let s = 0; s < S; ++s) {
                        let _sum = 0.0;
                        for (let r = 0; r < S; ++r) {
                            _sum += (GX1[r*S + i]*I_g0g0g0g0[((k*S + l)*S + s)*S + r]);
                        }
                        s8[((k*K + l)*S + i)*S + s] = _sum;
                    }
                }
            }
        }
    }

    function _76() {
        // v2: L1[i, p]*L1[j, p]*kappa[p]
        for (let p = 0; p < M; ++p) {
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    v2[(p*S + i)*S + j] = L1[i*M + p]*L1[j*M + p]*kappa[p];
                }
            }
        }
    }

    function _77() {
        // B2xx: <d_k d_l> c1_i c1_j averaged over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        B2xx[((k*K + l)*S + i)*S + j] = (eta_w*eta_w)*(noise*noise)*G1[i*S + j]*I2[k*S + l] + (eta_w*eta_w)*G1[i*S + j]*s1[k*K + l];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        let _sum = 0.0;
                        for (let s = 0; s < S; ++s) {
                            _sum += (GX1[s*S + j]*s8[((k*K + l)*S + i)*S + s]);
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += 2.0*(eta_w*eta_w) * _sum;
                    }
                }
            }
        }
    }

    function _78() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        B2xx[((k*K + l)*S + i)*S + j] += -2.0*(eta_w*eta_w)*mc1[i]*mc1[j]*s4[k*K + l];
                    }
                }
            }
        }
    }

    function _79() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (s6[(p*K + k)*K + l]*v2[(p*S + i)*S + j]);
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += (eta_w*eta_w) * _sum;
                    }
                }
            }
        }
    }

    function _80() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        B2xx[((l*K + k)*S + i)*S + j] = B2xx[((k*K + l)*S + i)*S + j];
                        B2xx[((k*K + l)*S + j)*S + i] = B2xx[((k*K + l)*S + i)*S + j];
                        B2xx[((l*K + k)*S + j)*S + i] = B2xx[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }

    function _81() {
        // B3: <d_k d_l d_a> averaged over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    B3[(k*K + l)*K + a] = 0.0;
                }
            }
        }
        // B3x: <d_k d_l d_a> c1_i averaged over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let i = 0; i < S; ++i) {
                        B3x[((k*K + l)*K + a)*S + i] = 0.0;
                    }
                }
            }
        }
        // B4: <d_k d_l d_a d_b> averaged over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        B4[((k*K + l)*K + a)*K + b] = 0.0;
                    }
                }
            }
        }
    }

    function _82(e) {
        // zn: fields at a node
        for (let i = 0; i < S; ++i) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (F[i*S + j]*nodes[e*S + j]);
            }
            zn[i] = _sum;
        }
    }

    function _83(e) {
        // g0n: g at a node
        for (let i = 0; i < S; ++i) {
            g0n[i] = zn[i];
        }
    }

    function _84(e) {
        // mr: mean of the residual over the task
        {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (g0n[j]*mc0[j]);
            }
            mr[0] = -eta_w * _sum;
        }
    }

    function _85(e) {
        // Gr: its second moment
        Gr[0] = (eta_w*eta_w)*(noise*noise);
    }

    function _86(e) {
        {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                for (let r = j; r < S; ++r) {
                    _sum += (r > j ? 2.0 : 1.0) * (G0[j*S + r]*g0n[j]*g0n[r]);
                }
            }
            Gr[0] += (eta_w*eta_w) * _sum;
        }
    }

    function _87(e) {
        // Xr: its moment with c1
        for (let i = 0; i < S; ++i) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (GX1[j*S + i]*g0n[j]);
            }
            Xr[i] = -eta_w * _sum;
        }
    }

    function _88(e) {
        // Lr: its response to the task
        for (let p = 0; p < M; ++p) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (L0[i*M + p]*g0n[i]);
            }
            Lr[p] = -eta_w * _sum;
        }
    }

    function _89(e) {
        // q3: <r^3> over the task, at a node
        q3[0] = 3.0*Gr[0]*mr[0] - 2.0*(mr[0]*mr[0]*mr[0]);
    }

    function _90(e) {
        // q3x: <r^3 c1_i> over the task, at a node
        for (let i = 0; i < S; ++i) {
            q3x[i] = 3.0*Gr[0]*Xr[i];
        }
    }

    function _91(e) {
        for (let i = 0; i < S; ++i) {
            q3x[i] += -2.0*(mr[0]*mr[0]*mr[0])*mc1[i];
        }
    }

    function _92(e) {
        for (let i = 0; i < S; ++i) {
            let _sum = 0.0;
            for (let p = 0; p < M; ++p) {
                _sum += (L1[i*M + p]*(Lr[p]*Lr[p]*Lr[p])*kappa[p]);
            }
            q3x[i] += _sum;
        }
    }

    function _93(e) {
        // q4: <r^4> over the task, at a node
        q4[0] = 3.0*(Gr[0]*Gr[0]);
    }

    function _94(e) {
        q4[0] += -2.0*(mr[0]*mr[0]*mr[0]*mr[0]);
    }

    function _95(e) {
        {
            let _sum = 0.0;
            for (let p = 0; p < M; ++p) {
                _sum += ((Lr[p]*Lr[p]*Lr[p]*Lr[p])*kappa[p]);
            }
            q4[0] += _sum;
        }
    }

    function _96(e) {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    B3[(k*K + l)*K + a] += q3[0]*g0n[a]*g0n[k]*g0n[l]*weights[e];
                }
            }
        }
    }

    function _97(e) {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let i = 0; i < S; ++i) {
                        B3x[((k*K + l)*K + a)*S + i] += g0n[a]*g0n[k]*g0n[l]*q3x[i]*weights[e];
                    }
                }
            }
        }
    }

    function _98(e) {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        B4[((k*K + l)*K + a)*K + b] += q4[0]*g0n[a]*g0n[b]*g0n[k]*g0n[l]*weights[e];
                    }
                }
            }
        }
    }

    function _99() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    B3[(l*K + k)*K + a] = B3[(k*K + l)*K + a];
                    B3[(k*K + a)*K + l] = B3[(k*K + l)*K + a];
                    B3[(l*K + a)*K + k] = B3[(k*K + l)*K + a];
                    B3[(a*K + k)*K + l] = B3[(k*K + l)*K + a];
                    B3[(a*K + l)*K + k] = B3[(k*K + l)*K + a];
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let i = 0; i < S; ++i) {
                        B3x[((l*K + k)*K + a)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((k*K + a)*K + l)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((l*K + a)*K + k)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((a*K + k)*K + l)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                        B3x[((a*K + l)*K + k)*S + i] = B3x[((k*K + l)*K + a)*S + i];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        B4[((l*K + k)*K + a)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + a)*K + l)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + l)*K + b)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + a)*K + k)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + k)*K + b)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + k)*K + l)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + a)*K + b)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + b)*K + l)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + l)*K + k)*K + b] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + a)*K + b)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + b)*K + k)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + k)*K + b)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((k*K + b)*K + a)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + k)*K + l)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + l)*K + b)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((l*K + b)*K + a)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + l)*K + k)*K + a] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + b)*K + k)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + k)*K + a)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((a*K + b)*K + l)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + l)*K + a)*K + k] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + a)*K + k)*K + l] = B4[((k*K + l)*K + a)*K + b];
                        B4[((b*K + a)*K + l)*K + k] = B4[((k*K + l)*K + a)*K + b];
                    }
                }
            }
        }
    }

    function _100() {
        // P2: <c_i c_j> minus its value at P -> infinity
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                P2[k*S + l] = p21[0]*B2[k*K + l] + p22[0]*G1[k*S + l];
                P2[l*S + k] = P2[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                P2[k*S + K + n] = 0.0;
            }
        }
    }

    function _101() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
                P2[(K + m)*S + K + n] = P2[(K + n)*S + K + m];
            }
        }
    }

    function _102() {
        // v6: L1[a, p]*L1[b, p]*L1[l, p]*kappa[p]
        for (let p = 0; p < M; ++p) {
            for (let a = 0; a < K; ++a) {
                for (let b = a; b < K; ++b) {
                    for (let l = 0; l < K; ++l) {
                        v6[((p*K + a)*K + b)*K + l] = L1[a*M + p]*L1[b*M + p]*L1[l*M + p]*kappa[p];
                    }
                }
            }
        }
        // v7: L1[a, p]*L1[l, p]*L1[n, p]*kappa[p]
        for (let n = 0; n < M; ++n) {
            for (let p = 0; p < M; ++p) {
                for (let a = 0; a < K; ++a) {
                    for (let l = 0; l < K; ++l) {
                        v7[((n*M + p)*K + a)*K + l] = L1[a*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p];
                    }
                }
            }
        }
        // v8: L1[l, p]*L1[m, p]*L1[n, p]*kappa[p]
        for (let m = 0; m < M; ++m) {
            for (let n = 0; n < M; ++n) {
                for (let p = 0; p < M; ++p) {
                    for (let l = 0; l < K; ++l) {
                        v8[((m*M + n)*M + p)*K + l] = L1[l*M + p]*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p];
                    }
                }
            }
        }
    }

    function _103() {
        // P4: <c_i c_j c_r c_s> minus its value at P -> infinity
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] = p43[0]*B2xx[((a*K + b)*S + k)*S + l] + p43[0]*B2xx[((k*K + a)*S + l)*S + b] + p43[0]*B2xx[((k*K + b)*S + l)*S + a] + p43[0]*B2xx[((k*K + l)*S + a)*S + b] + p43[0]*B2xx[((l*K + a)*S + k)*S + b] + p43[0]*B2xx[((l*K + b)*S + k)*S + a] + p44[0]*G1[a*S + b]*G1[k*S + l] + p44[0]*G1[k*S + a]*G1[l*S + b] + p44[0]*G1[k*S + b]*G1[l*S + a];
                    }
                }
            }
        }
    }

    function _104() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += p21[0]*B2[a*K + b]*w0[k]*w0[l] + p21[0]*B2[k*K + a]*w0[b]*w0[l] + p21[0]*B2[k*K + b]*w0[a]*w0[l] + p21[0]*B2[k*K + l]*w0[a]*w0[b] + p21[0]*B2[l*K + a]*w0[b]*w0[k] + p21[0]*B2[l*K + b]*w0[a]*w0[k] + p22[0]*G1[a*S + b]*w0[k]*w0[l] + p22[0]*G1[k*S + a]*w0[b]*w0[l] + p22[0]*G1[k*S + b]*w0[a]*w0[l] + p22[0]*G1[k*S + l]*w0[a]*w0[b] + p22[0]*G1[l*S + a]*w0[b]*w0[k] + p22[0]*G1[l*S + b]*w0[a]*w0[k] + p32[0]*B2x[(a*K + b)*S + k]*w0[l] + p32[0]*B2x[(a*K + b)*S + l]*w0[k] + p32[0]*B2x[(k*K + a)*S + b]*w0[l] + p32[0]*B2x[(k*K + a)*S + l]*w0[b] + p32[0]*B2x[(k*K + b)*S + a]*w0[l] + p32[0]*B2x[(k*K + b)*S + l]*w0[a] + p32[0]*B2x[(k*K + l)*S + a]*w0[b] + p32[0]*B2x[(k*K + l)*S + b]*w0[a] + p32[0]*B2x[(l*K + a)*S + b]*w0[k] + p32[0]*B2x[(l*K + a)*S + k]*w0[b] + p32[0]*B2x[(l*K + b)*S + a]*w0[k] + p32[0]*B2x[(l*K + b)*S + k]*w0[a] + p33[0]*G1[a*S + b]*mc1[k]*w0[l] + p33[0]*G1[a*S + b]*mc1[l]*w0[k] + p33[0]*G1[k*S + a]*mc1[b]*w0[l] + p33[0]*G1[k*S + a]*mc1[l]*w0[b] + p33[0]*G1[k*S + b]*mc1[a]*w0[l] + p33[0]*G1[k*S + b]*mc1[l]*w0[a] + p33[0]*G1[k*S + l]*mc1[a]*w0[b] + p33[0]*G1[k*S + l]*mc1[b]*w0[a] + p33[0]*G1[l*S + a]*mc1[b]*w0[k] + p33[0]*G1[l*S + a]*mc1[k]*w0[b] + p33[0]*G1[l*S + b]*mc1[a]*w0[k] + p33[0]*G1[l*S + b]*mc1[k]*w0[a] - 2.0*p33[0]*mc1[a]*mc1[b]*mc1[k]*w0[l] - 2.0*p33[0]*mc1[a]*mc1[b]*mc1[l]*w0[k] - 2.0*p33[0]*mc1[a]*mc1[k]*mc1[l]*w0[b] - 2.0*p33[0]*mc1[b]*mc1[k]*mc1[l]*w0[a] - 2.0*p44[0]*mc1[a]*mc1[b]*mc1[k]*mc1[l];
                    }
                }
            }
        }
    }

    function _105() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += p41[0]*B4[((k*K + l)*K + a)*K + b] + p42[0]*B22[((a*K + b)*K + k)*K + l] + p42[0]*B22[((k*K + a)*K + l)*K + b] + p42[0]*B22[((l*K + a)*K + k)*K + b] + p42[0]*B3x[((k*K + a)*K + b)*S + l] + p42[0]*B3x[((k*K + l)*K + a)*S + b] + p42[0]*B3x[((k*K + l)*K + b)*S + a] + p42[0]*B3x[((l*K + a)*K + b)*S + k];
                    }
                }
            }
        }
    }

    function _106() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (L1[k*M + p]*v6[((p*K + a)*K + b)*K + l]);
                        }
                        P4[((k*K + l)*S + a)*S + b] += p44[0] * _sum;
                    }
                }
            }
        }
    }

    function _107() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        P4[((k*K + l)*S + a)*S + b] += p31[0]*B3[(k*K + a)*K + b]*w0[l] + p31[0]*B3[(k*K + l)*K + a]*w0[b] + p31[0]*B3[(k*K + l)*K + b]*w0[a] + p31[0]*B3[(l*K + a)*K + b]*w0[k];
                    }
                }
            }
        }
    }

    function _108() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        P4[((l*K + k)*S + a)*S + b] = P4[((k*K + l)*S + a)*S + b];
                        P4[((k*K + l)*S + b)*S + a] = P4[((k*K + l)*S + a)*S + b];
                        P4[((l*K + k)*S + b)*S + a] = P4[((k*K + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] = p32[0]*B2xx[((k*K + a)*S + l)*S + K + n] + p32[0]*B2xx[((k*K + l)*S + a)*S + K + n] + p32[0]*B2xx[((l*K + a)*S + k)*S + K + n] + p33[0]*G1[a*S + K + n]*G1[k*S + l] + p33[0]*G1[k*S + a]*G1[l*S + K + n] + p33[0]*G1[k*S + K + n]*G1[l*S + a];
                    }
                }
            }
        }
    }

    function _109() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] += p21[0]*B2x[(k*K + a)*S + K + n]*w0[l] + p21[0]*B2x[(k*K + l)*S + K + n]*w0[a] + p21[0]*B2x[(l*K + a)*S + K + n]*w0[k] + p22[0]*G1[a*S + K + n]*mc1[k]*w0[l] + p22[0]*G1[a*S + K + n]*mc1[l]*w0[k] + p22[0]*G1[k*S + a]*mc1[K + n]*w0[l] + p22[0]*G1[k*S + l]*mc1[K + n]*w0[a] + p22[0]*G1[k*S + K + n]*mc1[a]*w0[l] + p22[0]*G1[k*S + K + n]*mc1[l]*w0[a] + p22[0]*G1[l*S + a]*mc1[K + n]*w0[k] + p22[0]*G1[l*S + K + n]*mc1[a]*w0[k] + p22[0]*G1[l*S + K + n]*mc1[k]*w0[a] - 2.0*p22[0]*mc1[a]*mc1[k]*mc1[K + n]*w0[l] - 2.0*p22[0]*mc1[a]*mc1[l]*mc1[K + n]*w0[k] - 2.0*p22[0]*mc1[k]*mc1[l]*mc1[K + n]*w0[a] - 2.0*p33[0]*mc1[a]*mc1[k]*mc1[l]*mc1[K + n];
                    }
                }
            }
        }
    }

    function _110() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let n = 0; n < M; ++n) {
                        P4[((k*K + l)*S + a)*S + K + n] += p31[0]*B3x[((k*K + l)*K + a)*S + K + n];
                    }
                }
            }
        }
    }

    function _111() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let n = 0; n < M; ++n) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (L1[k*M + p]*v7[((n*M + p)*K + a)*K + l]);
                        }
                        P4[((k*K + l)*S + a)*S + K + n] += p33[0] * _sum;
                    }
                }
            }
        }
    }

    function _112() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let n = 0; n < M; ++n) {
                        P4[((l*K + k)*S + a)*S + K + n] = P4[((k*K + l)*S + a)*S + K + n];
                        P4[((k*K + l)*S + K + n)*S + a] = P4[((k*K + l)*S + a)*S + K + n];
                        P4[((l*K + k)*S + K + n)*S + a] = P4[((k*K + l)*S + a)*S + K + n];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let n = 0; n < M; ++n) {
                    for (let m = n; m < M; ++m) {
                        P4[((k*K + l)*S + K + n)*S + K + m] = p21[0]*B2xx[((k*K + l)*S + K + n)*S + K + m] + p22[0]*G1[k*S + l]*G1[(K + n)*S + K + m] + p22[0]*G1[k*S + K + m]*G1[l*S + K + n] + p22[0]*G1[k*S + K + n]*G1[l*S + K + m];
                    }
                }
            }
        }
    }

    function _113() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let n = 0; n < M; ++n) {
                    for (let m = n; m < M; ++m) {
                        P4[((k*K + l)*S + K + n)*S + K + m] += -2.0*p22[0]*mc1[k]*mc1[l]*mc1[K + m]*mc1[K + n];
                    }
                }
            }
        }
    }

    function _114() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let n = 0; n < M; ++n) {
                    for (let m = n; m < M; ++m) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (L1[k*M + p]*v8[((m*M + n)*M + p)*K + l]);
                        }
                        P4[((k*K + l)*S + K + n)*S + K + m] += p22[0] * _sum;
                    }
                }
            }
        }
    }

    function _115() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let n = 0; n < M; ++n) {
                    for (let m = n; m < M; ++m) {
                        P4[((l*K + k)*S + K + n)*S + K + m] = P4[((k*K + l)*S + K + n)*S + K + m];
                        P4[((k*K + l)*S + K + m)*S + K + n] = P4[((k*K + l)*S + K + n)*S + K + m];
                        P4[((l*K + k)*S + K + m)*S + K + n] = P4[((k*K + l)*S + K + n)*S + K + m];
                    }
                }
            }
        }
    }

    function _116() {
        // A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C[i*S + j]*G[k*S + j]);
                }
                A[k*S + i] = -eta_J * _sum;
            }
        }
    }

    function _117() {
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C[i*S + j]*P2[k*S + j]);
                }
                A[k*S + i] += -eta_J * _sum;
            }
        }
    }

    function _118() {
        // E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E[k*K + l] = (eta_J*eta_J)*(noise*noise)*G[k*S + l]*J2[k*K + l]/V;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * ((G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i] - 2.0*mc[i]*mc[j]*mc[k]*mc[l])*C[i*S + j]);
                    }
                }
                E[k*K + l] += (eta_J*eta_J)/V * _sum;
            }
        }
    }

    function _119() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E[k*K + l] += (eta_J*eta_J)*(noise*noise)*J2[k*K + l]*P2[k*S + l]/V;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (C[i*S + j]*P4[((k*K + l)*S + i)*S + j]);
                    }
                }
                E[k*K + l] += (eta_J*eta_J)/V * _sum;
            }
        }
    }

    function _120() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        for (let p = 0; p < M; ++p) {
                            _sum += (j > i ? 2.0 : 1.0) * (C[i*S + j]*L[i*M + p]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (eta_J*eta_J)/V * _sum;
            }
        }
    }

    function _121() {
        // dR: dR/dalpha
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                dR[k*M + n] = -decay*eta_J*R[k*M + n] + A[k*S + K + n];
            }
        }
        // dQ: dQ/dalpha
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] = -2.0*decay*eta_J*Q[_packed(K, k, l)] + A[k*S + l] + A[l*S + k];
            }
        }
    }

    function _122() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] += E[k*K + l];
            }
        }
    }

    function _123() {
        // dw0: dw0/dalpha
        for (let k = 0; k < K; ++k) {
            dw0[k] = 0.0;
        }
    }

    function _124() {
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (I2[k*S + i]*mc[i]);
            }
            dw0[k] += -eta_0 * _sum;
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
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && n_nodes === 0) {
            return STATUS.NODES;
        }
        for (let _s = 0; _s < _place; ++_s) {
            if (!Number.isFinite(_state[_s])) {
                return STATUS.NONFINITE;
            }
        }
        general = _always || _some(w0);
        if (general) {
            _0();
        }
        _1();
        if (Number.isFinite(P)) {
            _2();
        }
        if (Number.isFinite(V)) {
            _3();
        }
        if (general) {
            _4();
        }
        for (let _step = 1; general && _step < inner_steps; ++_step) {
            _5();
        }
        _6();
        for (let _step = 1; _step < inner_steps; ++_step) {
            _7();
        }
        if (Number.isFinite(V) && kurtosis !== null) {
            _8();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _9();
        }
        if (Number.isFinite(P) && general) {
            _10();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _11();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _12();
        }
        if (Number.isFinite(V) && kurtosis !== null) {
            _13();
        }
        _14();
        if (general) {
            _15();
        }
        _16();
        if (general) {
            _17();
        }
        _18();
        if (general) {
            _19();
        }
        _20();
        if (general) {
            _21();
        }
        _22();
        if (general) {
            _23();
        }
        if (Number.isFinite(V)) {
            _24();
        }
        if (Number.isFinite(V) && general) {
            _25();
        }
        if (Number.isFinite(P) && general) {
            _26();
        }
        if (Number.isFinite(P)) {
            _27();
        }
        if (Number.isFinite(P) && general) {
            _28();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _29();
        }
        if (Number.isFinite(P)) {
            _30();
        }
        if (Number.isFinite(P) && general) {
            _31();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _32();
        }
        if (Number.isFinite(P)) {
            _33();
        }
        if (Number.isFinite(P) && general) {
            _34();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _35();
        }
        if (Number.isFinite(P) && general) {
            _36();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _37();
        }
        if (Number.isFinite(P)) {
            _38();
        }
        if (Number.isFinite(P) && general) {
            _39();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _40();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _41();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _42();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _43();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _44();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _45();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _46();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _47();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _48();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _49();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _50();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _51();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _52();
        }
        if (Number.isFinite(P)) {
            _53();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _54();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _55();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _56();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _57();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _58();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _59();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _60();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _61();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _62();
        }
        if (Number.isFinite(P)) {
            _63();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _64();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _65();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _66();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _67();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _68();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && kurtosis !== null) {
            _69();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _70();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general && higher > 0.0) {
            _71();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && kurtosis !== null) {
            _72();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _73();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _74();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _75();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _76();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _77();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _78();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _79();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _80();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _81();
            for (let e = 0; e < n_nodes; ++e) {
                _82(e);
                _83(e);
                if (general) {
                    _84(e);
                }
                _85(e);
                _86(e);
                _87(e);
                if (kurtosis !== null) {
                    _88(e);
                }
                if (general) {
                    _89(e);
                }
                _90(e);
                if (general) {
                    _91(e);
                }
                if (kurtosis !== null) {
                    _92(e);
                }
                _93(e);
                if (general) {
                    _94(e);
                }
                if (kurtosis !== null) {
                    _95(e);
                }
                if (general) {
                    _96(e);
                }
                _97(e);
                _98(e);
            }
            _99();
        }
        if (Number.isFinite(P)) {
            _100();
        }
        if (Number.isFinite(P) && general) {
            _101();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _102();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _103();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _104();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _105();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _106();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general && higher > 0.0) {
            _107();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _108();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _109();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _110();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _111();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _112();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _113();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _114();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _115();
        }
        _116();
        if (Number.isFinite(P)) {
            _117();
        }
        if (Number.isFinite(V)) {
            _118();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _119();
        }
        if (Number.isFinite(V) && kurtosis !== null) {
            _120();
        }
        _121();
        if (Number.isFinite(V)) {
            _122();
        }
        _123();
        if (general) {
            _124();
        }
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

/* What evaluates loss on fresh data after the inner loop, with its work arrays; a status, and the numbers in ``_into``. */
function _of_eps_g(K, M, _g) {
    const S = K + M;
    const {eta_w, noise, P, inner_steps, T, mean, cov} = _g;
    const R = new Float64Array(K*M);
    const Q = new Float64Array(K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const eps_g = new Float64Array(1);
    const cov_apart = new Float64Array(M*M);
    const C = new Float64Array(S*S);
    const I2 = new Float64Array(S*S);
    const h = new Float64Array(K);
    const h_next = new Float64Array(K);
    const H = new Float64Array(K*M);
    const H_next = new Float64Array(K*M);
    const mc = new Float64Array(S);
    const s0 = new Float64Array(M*K);
    const G = new Float64Array(S*S);
    const _with_P = Number.isFinite(P) ? 1 : 0;
    const base1 = new Float64Array(_with_P*S);
    const mc0 = new Float64Array(_with_P*S);
    const G0 = new Float64Array(_with_P*S*S);
    const mc1 = new Float64Array(_with_P*S);
    const G1 = new Float64Array(_with_P*S*S);
    const p21 = new Float64Array(_with_P*1);
    const p22 = new Float64Array(_with_P*1);
    const B2 = new Float64Array(_with_P*K*K);
    const P2 = new Float64Array(_with_P*S*S);
    const _always = _g.eta_0 !== 0 || _g.inner_steps > 1 || _some(_g.mean) || _coupled(_g.cov, M);
    let general = _always;

    function _0() {
        // cov_apart: cov off its diagonal
        for (let p = 0; p < M; ++p) {
            for (let q = p; q < M; ++q) {
                cov_apart[p*M + q] = (1.0 - (p === q ? 1.0 : 0.0))*cov[p*M + q];
                cov_apart[q*M + p] = cov_apart[p*M + q];
            }
        }
    }

    function _1() {
        // C: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C[k*S + l] = Q[_packed(K, k, l)];
            }
        }
    }

    function _2() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C[l*S + k] = C[k*S + l];
            }
        }
    }

    function _3() {
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
        // I2: <g(z_i) g(z_j)> over the fields
        for (let i = 0; i < S; ++i) {
            for (let j = i; j < S; ++j) {
                I2[i*S + j] = C[i*S + j];
                I2[j*S + i] = I2[i*S + j];
            }
        }
    }

    function _4() {
        // h: head after the inner loop: its part without the task
        for (let k = 0; k < K; ++k) {
            h[k] = w0[k];
        }
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let l = 0; l < K; ++l) {
                _sum += (I2[k*S + l]*w0[l]);
            }
            h[k] += -eta_w * _sum;
        }
    }

    function _5() {
        // h_next: h after one more step
        for (let k = 0; k < K; ++k) {
            h_next[k] = h[k];
        }
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let l = 0; l < K; ++l) {
                _sum += (I2[k*S + l]*h[l]);
            }
            h_next[k] += -eta_w * _sum;
        }
        for (let k = 0; k < K; ++k) {
            h[k] = h_next[k];
        }
    }

    function _6() {
        // H: its response to the task: w_k = h_k + sum_m H_km u_m
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                H[k*M + m] = eta_w*I2[k*S + K + m];
            }
        }
    }

    function _7() {
        // H_next: H after one more step
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                H_next[k*M + m] = eta_w*I2[k*S + K + m] + H[k*M + m];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                let _sum = 0.0;
                for (let l = 0; l < K; ++l) {
                    _sum += (H[l*M + m]*I2[k*S + l]);
                }
                H_next[k*M + m] += -eta_w * _sum;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                H[k*M + m] = H_next[k*M + m];
            }
        }
    }

    function _8() {
        // base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        for (let k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
        for (let n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
    }

    function _9() {
        // mc: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc[k] = h[k];
        }
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let p = 0; p < M; ++p) {
                _sum += (H[k*M + p]*mean[p]);
            }
            mc[k] += _sum;
        }
        for (let n = 0; n < M; ++n) {
            mc[K + n] = -mean[n];
        }
    }

    function _10() {
        // s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M))
        for (let q = 0; q < M; ++q) {
            for (let k = 0; k < K; ++k) {
                s0[q*K + k] = H[k*M + q]*cov[q*M + q];
            }
        }
    }

    function _11() {
        for (let q = 0; q < M; ++q) {
            for (let k = 0; k < K; ++k) {
                let _sum = 0.0;
                for (let p = 0; p < M; ++p) {
                    _sum += (H[k*M + p]*cov_apart[q*M + p]);
                }
                s0[q*K + k] += _sum;
            }
        }
    }

    function _12() {
        // G: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let q = 0; q < M; ++q) {
                    _sum += (H[l*M + q]*s0[q*K + k]);
                }
                G[k*S + l] = _sum;
            }
        }
    }

    function _13() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G[k*S + l] += mc[k]*mc[l];
            }
        }
    }

    function _14() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }

    function _15() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G[k*S + K + n] += mc[k]*mc[K + n];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                let _sum = 0.0;
                for (let p = 0; p < M; ++p) {
                    _sum += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G[k*S + K + n] += -1.0 * _sum;
            }
        }
    }

    function _16() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _17() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
            }
        }
    }

    function _18() {
        // mc0: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }

    function _19() {
        // G0: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] = 0.0;
            }
        }
    }

    function _20() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
            }
        }
    }

    function _21() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] = 0.0;
            }
        }
    }

    function _22() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }

    function _23() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _24() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
        // mc1: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc1[k] = base1[k];
        }
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let p = 0; p < M; ++p) {
                _sum += (H[k*M + p]*mean[p]);
            }
            mc1[k] += _sum;
        }
        for (let n = 0; n < M; ++n) {
            mc1[K + n] = base1[K + n] - mean[n];
        }
    }

    function _25() {
        // G1: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let q = 0; q < M; ++q) {
                    _sum += (H[l*M + q]*s0[q*K + k]);
                }
                G1[k*S + l] = _sum;
            }
        }
    }

    function _26() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G1[k*S + l] += mc1[k]*mc1[l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G1[k*S + K + n] = -H[k*M + n]*cov[n*M + n] + mc1[k]*mc1[K + n];
                G1[(K + n)*S + k] = G1[k*S + K + n];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                let _sum = 0.0;
                for (let p = 0; p < M; ++p) {
                    _sum += (H[k*M + p]*cov_apart[n*M + p]);
                }
                G1[k*S + K + n] += -1.0 * _sum;
                G1[(K + n)*S + k] = G1[k*S + K + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] = cov[n*M + m] + mc1[K + m]*mc1[K + n];
                G1[(K + m)*S + K + n] = G1[(K + n)*S + K + m];
            }
        }
    }

    function _27() {
        // p21: share of 2 support samples in 1 given blocks
        p21[0] = 1/P;
        // p22: share of 2 support samples in 2 given blocks, minus 1
        p22[0] = -1.0/P;
        // B2: <d_k d_l> averaged over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                B2[k*K + l] = (eta_w*eta_w)*(noise*noise)*I2[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * ((C[i*S + j]*C[k*S + l] + C[k*S + i]*C[l*S + j] + C[k*S + j]*C[l*S + i])*G0[i*S + j]);
                    }
                }
                B2[k*K + l] += (eta_w*eta_w) * _sum;
            }
        }
        // P2: <c_i c_j> minus its value at P -> infinity
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                P2[k*S + l] = p21[0]*B2[k*K + l] + p22[0]*G1[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                P2[k*S + K + n] = 0.0;
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
            }
        }
    }

    function _28() {
        // eps_g: loss on fresh data after the inner loop
        {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    _sum += (j > i ? 2.0 : 1.0) * (G[i*S + j]*I2[i*S + j]);
                }
            }
            eps_g[0] = 0.5 * _sum;
        }
    }

    function _29() {
        {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    _sum += (j > i ? 2.0 : 1.0) * (I2[i*S + j]*P2[i*S + j]);
                }
            }
            eps_g[0] += 0.5 * _sum;
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
        general = _always || _some(w0);
        if (general) {
            _0();
        }
        _1();
        if (Number.isFinite(P)) {
            _2();
        }
        _3();
        if (general) {
            _4();
        }
        for (let _step = 1; general && _step < inner_steps; ++_step) {
            _5();
        }
        _6();
        for (let _step = 1; _step < inner_steps; ++_step) {
            _7();
        }
        if (Number.isFinite(P) && general) {
            _8();
        }
        if (general) {
            _9();
        }
        _10();
        if (general) {
            _11();
        }
        _12();
        if (general) {
            _13();
        }
        _14();
        if (general) {
            _15();
        }
        _16();
        if (general) {
            _17();
        }
        if (Number.isFinite(P) && general) {
            _18();
        }
        if (Number.isFinite(P)) {
            _19();
        }
        if (Number.isFinite(P) && general) {
            _20();
        }
        if (Number.isFinite(P)) {
            _21();
        }
        if (Number.isFinite(P) && general) {
            _22();
        }
        if (Number.isFinite(P)) {
            _23();
        }
        if (Number.isFinite(P) && general) {
            _24();
        }
        if (Number.isFinite(P)) {
            _25();
        }
        if (Number.isFinite(P) && general) {
            _26();
        }
        if (Number.isFinite(P)) {
            _27();
        }
        _28();
        if (Number.isFinite(P)) {
            _29();
        }
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

/* Generators of the lattices by their numbers of points. */
const _GENERATORS = {
    1021: [1, 211, 95, 344, 374, 25, 56, 203, 337, 175, 360, 489, 295, 128],
    4093: [1, 402, 216, 1743, 1387, 452, 729, 230, 1982, 2002, 713, 1966, 1233, 1413],
    16381: [1, 943, 1792, 3471, 3334, 4327, 1959, 3870, 3274, 5442, 815, 2148, 2132, 4472],
    65521: [1, 8430, 28175, 6005, 26892, 11698, 16680, 1116, 28781, 8462, 6495, 32417, 29047, 30729],
    262139: [1, 23024, 46897, 103164, 55735, 121169, 18306, 99809, 7795, 35892, 6232, 11480, 96328, 92852],
};

/**
 * The nodes and weights of a rule for the K + M <= 14 fields, from a lattice of size 1021, 4093, 16381, 65521, 262139 points:
 * parameters of a solver, which needs them where P and V are finite and all powers of 1/P are kept.
 */
export function rule(K, M, size) {
    const S = K + M;
    const generator = _GENERATORS[size];
    const scale = S <= 5 ? 0.9 : S <= 8 ? 0.8 : 0.65;
    const count = (size + 1)/2;

    if (!generator || S > 14) {
        throw new RangeError(`no rule of ${size} points for ${S} fields: sizes ${Object.keys(_GENERATORS)}, at most 14 fields`);
    }
    const nodes = new Float64Array(count*S), weights = new Float64Array(count);
    let total = 0.0;
    for (let e = 0; e < count; ++e) {
        let density = e > 0 ? 2.0 : 1.0;

        for (let i = 0; i < S; ++i) {
            const u = (e*generator[i] % size/size + 0.5) % 1.0;
            const x = scale*Math.log(u/(1.0 - u));

            nodes[e*S + i] = x;
            density *= Math.exp(-0.5*x*x)/(u*(1.0 - u));
        }
        weights[e] = density;
        total += density;
    }
    return {nodes, weights: weights.map((weight) => weight/total)};
}

/* -- Dormand-Prince 5(4), after Hairer, Norsett, Wanner, Solving Ordinary Differential Equations I, II.4 to II.6 ------- */

/* Where a stage is evaluated: y and h times a sum of the slopes before. */
function _stage(stage, h, y, k, y_new) {
    const [k0, k1, k2, k3, k4, k5] = k;

    switch (stage) {
    case 1:
        for (let s = 0; s < y.length; ++s) {
            y_new[s] = y[s] + h*((1.0/5.0)*k0[s]);
        }
        break;
    case 2:
        for (let s = 0; s < y.length; ++s) {
            y_new[s] = y[s] + h*((3.0/40.0)*k0[s] + (9.0/40.0)*k1[s]);
        }
        break;
    case 3:
        for (let s = 0; s < y.length; ++s) {
            y_new[s] = y[s] + h*((44.0/45.0)*k0[s] + (-56.0/15.0)*k1[s] + (32.0/9.0)*k2[s]);
        }
        break;
    case 4:
        for (let s = 0; s < y.length; ++s) {
            y_new[s] = y[s] + h*((19372.0/6561.0)*k0[s] + (-25360.0/2187.0)*k1[s] + (64448.0/6561.0)*k2[s] + (-212.0/729.0)*k3[s]);
        }
        break;
    case 5:
        for (let s = 0; s < y.length; ++s) {
            y_new[s] = y[s] + h*((9017.0/3168.0)*k0[s] + (-355.0/33.0)*k1[s] + (46732.0/5247.0)*k2[s] + (49.0/176.0)*k3[s] + (-5103.0/18656.0)*k4[s]);
        }
        break;
    case 6:
        for (let s = 0; s < y.length; ++s) {
            y_new[s] = y[s] + h*((35.0/384.0)*k0[s] + (500.0/1113.0)*k2[s] + (125.0/192.0)*k3[s] + (-2187.0/6784.0)*k4[s] + (11.0/84.0)*k5[s]);
        }
        break;
    }
}

/* The error of a step: the difference of the two orders; and the last coefficient of the dense output. */
function _error_and_bend(h, k, error, bend) {
    const [k0, , k2, k3, k4, k5, k6] = k;

    for (let s = 0; s < error.length; ++s) {
        error[s] = h*((71.0/57600.0)*k0[s] + (-71.0/16695.0)*k2[s] + (71.0/1920.0)*k3[s] + (-17253.0/339200.0)*k4[s] + (22.0/525.0)*k5[s] + (-1.0/40.0)*k6[s]);
        bend[s] = h*((-12715105075.0/11282082432.0)*k0[s] + (87487479700.0/32700410799.0)*k2[s] + (-10690763975.0/1880347072.0)*k3[s] + (701980252875.0/199316789632.0)*k4[s] + (-1453857185.0/822651844.0)*k5[s] + (69997945.0/29380423.0)*k6[s]);
    }
}

function _norm(x, y, z, rtol, atol) {
    let sum = 0.0;

    for (let s = 0; s < x.length; ++s) {
        const e = x[s]/(atol + rtol*Math.max(Math.abs(y[s]), Math.abs(z[s])));
        sum += e*e;
    }
    return Math.sqrt(sum/x.length);
}

/* Whether a diagonal element of Q is negative in a state that starts at a place. */
function _norms_negative(K, M, states, from) {
    from += K*M;
    for (let h = 0; h < 1; ++h) {
        for (let k = 0; k < K; ++k) {
            if (states[from + h*(K*(K + 1)/2) + _packed(K, k, k)] < 0.0) {
                return true;
            }
        }
    }
    from += K*(K + 1)/2;
    from += K;
    return false;
}

/**
 * Solves for K units of the learner and M of the teacher, with the parameters that ``defaults`` lists. What is wrong
 * with them is thrown, in words.
 *
 * rhs(state)                d state/d alpha; throws where there is none.
 * eps_g(state)              loss on fresh data after the inner loop.
 * integrate(state, alphas)  the state at each of the increasing times, from ``state`` at the first one, row by row; status and
 *                           why it ended. A third argument may have rtol, atol and max_steps. Rows that are not reached are NaN.
 */
export function solver(K, M, given = {}) {
    const _g = _accepted(K, M, given);
    const size = state_size(K, M);
    const slope = _of_rhs(K, M, _g);
    const _1 = _of_eps_g(K, M, _g);
    const vector = () => new Float64Array(size);

    function called(evaluate, state, into) {
        const status = evaluate(_numbers("state", state, size), into);

        if (status !== STATUS.OK) {
            throw new RangeError(words(status));
        }
        return into;
    }

    function integrate(state0, times, {rtol = 1e-8, atol = 1e-12, max_steps = 10000000} = {}) {
        const alphas = _numbers("alphas", times, times.length), n = alphas.length;
        const start = _numbers("state", state0, size);
        const states = new Float64Array(n*size).fill(NaN);
        const done = {status: STATUS.OK, states, accepted: 0, rejected: 0, evaluations: 0, alpha: alphas[0]};
        const y = start.slice(), y_new = vector(), error_of = vector();
        const k = [vector(), vector(), vector(), vector(), vector(), vector(), vector()];
        const [k0, , , , , , k6] = k;
        const change = vector(), bend = vector(), last = vector(), rest = vector();
        const end = alphas[n - 1];
        let alpha = alphas[0], previous_error = 1e-4, after_rejection = false, next = 1, h;

        function stopped(status, from) {
            done.status = status;
            done.message = words(status);
            states.fill(NaN, from*size);
            return done;
        }

        if (n < 1) {
            throw new RangeError("there are no times");
        }
        if (!(rtol >= 0.0) || !Number.isFinite(rtol)) {
            throw new RangeError(`rtol is negative or not finite: ${rtol}`);
        }
        if (!(atol > 0.0) || !Number.isFinite(atol)) {
            throw new RangeError(`atol is not positive or not finite: ${atol}`);
        }
        for (let s = 1; s < n; ++s) {
            if (!(alphas[s] > alphas[s - 1])) {
                throw new RangeError("the times (alphas) do not increase");
            }
        }
        states.set(start);
        let status = slope(y, k0);
        done.evaluations = 1;
        if (status === STATUS.OK && _norms_negative(K, M, y, 0)) {
            status = STATUS.NEGATIVE_NORM;
        }
        if (status !== STATUS.OK) {
            return stopped(status, 1);
        }
        { // first step: the local scale of y over that of its slope; the error control takes it from there
            const scale_y = _norm(y, y, y, rtol, atol), scale_f = _norm(k0, y, y, rtol, atol);
            h = scale_y < 1e-5 || scale_f < 1e-5 ? 1e-6 : 0.01*scale_y/scale_f;
        }

        while (next < n) {
            if (done.accepted + done.rejected >= max_steps || !(h > 4.0*Number.EPSILON*Math.abs(alpha))) {
                const ended = h > 4.0*Number.EPSILON*Math.abs(alpha) ? STATUS.STEP_LIMIT : STATUS.STEP_SIZE;

                return stopped(status === STATUS.OK ? ended : status, next);
            }
            let alpha_new = alpha + h;
            if (alpha + 1.01*h >= end) {
                h = end - alpha;
                alpha_new = end;
            }
            status = STATUS.OK;
            for (let stage = 1; stage < 7 && status === STATUS.OK; ++stage) {
                _stage(stage, h, y, k, y_new);
                status = slope(y_new, k[stage]);
                ++done.evaluations;
            }
            if (status !== STATUS.OK) { // a stage left the domain: a smaller step may not
                h *= 0.25;
                after_rejection = true;
                ++done.rejected;
                continue;
            }
            _error_and_bend(h, k, error_of, rest);
            const error = _norm(error_of, y, y_new, rtol, atol);
            if (!(error <= 1.0)) {
                h *= Number.isFinite(error) ? Math.max(0.2, 0.9*Math.pow(error, -0.2)) : 0.2;
                after_rejection = true;
                ++done.rejected;
                continue;
            }
            for (let s = 0; s < size; ++s) {
                change[s] = y_new[s] - y[s];
                bend[s] = h*k0[s] - change[s];
                last[s] = change[s] - h*k6[s] - bend[s];
            }
            const first = next;
            while (next < n && alphas[next] <= alpha_new) {
                const t = Math.min((alphas[next] - alpha)/h, 1.0), u = 1.0 - t;
                for (let s = 0; s < size; ++s) {
                    states[next*size + s] = y[s] + t*(change[s] + u*(bend[s] + t*(last[s] + u*rest[s])));
                }
                ++next;
            }
            alpha = alpha_new;
            ++done.accepted;
            done.alpha = alpha;
            for (let s = 0; s < size; ++s) {
                y[s] = y_new[s];
                k0[s] = k6[s];
            }
            let negative = _norms_negative(K, M, y, 0);
            for (let row = first; row < next && !negative; ++row) {
                negative = _norms_negative(K, M, states, row*size);
            }
            if (negative) {
                return stopped(STATUS.NEGATIVE_NORM, first);
            }
            // proportional-integral control (Gustafsson), no growth right after a rejection
            const grow = 0.9*Math.pow(Math.max(error, 1e-10), -0.17)*Math.pow(previous_error, 0.04);
            h *= Math.min(after_rejection ? 1.0 : 10.0, Math.max(0.2, grow));
            previous_error = Math.max(error, 1e-4);
            after_rejection = false;
        }
        return stopped(STATUS.OK, n);
    }

    return {
        state_size: size,
        rhs: (state) => called(slope, state, vector()),
        eps_g: (state) => called(_1, state, [NaN])[0],
        integrate,
    };
}
