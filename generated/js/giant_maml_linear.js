/*
 * giant_maml_linear.js - MAML of first order: both layers adapt in a giant step
 *
 * Emitted by orderode 0.1.0 from the system giant_maml_linear, digest 05d1a67aecd30822. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Finn, Abbeel, Levine, arXiv 1703.03400
 *
 * Conventions
 *   activation    g(x) = x
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   tasks         one of a set in each step: first with u = u_first, with probability what is left; second with u = u_second, with probability p_second
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *   giant step ahead J'_k = J_k - gamma sqrt(N) (1/n) sum dl/dlambda_k x, w'_k = w_k - eta_w (1/n) sum dl/dw_k, over n = ratio N fresh samples x of the task; the outer step is on these
 *
 * Limits and closures
 *   N -> inf (exact): K, M, V, ratio = n/N stay fixed; overlaps are self-averaging, within a step too
 *   covariance of one step (approximation): left out: no part of it is known where weights move by order one within a step
 *   first order (approximation): the change of the adapted weights is held fixed in the outer derivative
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K*(K + 1)/2), then the head start w0 (K).
 * Time: alpha = t/N. Any K >= 1, M >= 1. An ES module without imports; the loops are those of giant_maml_linear.c.
 */

/** Digest of the system these functions were emitted from. */
export const DIGEST = "05d1a67aecd30822";

/** Status of a trajectory: a name in words, and why it ended; codes as in giant_maml_linear.h. */
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

/** The elements of w0 at alpha = 0, where a problem gives none. */
export const HEAD_START = 1.0;

/**
 * Parameters of the algorithm with what stands for those that are not given, as in problem files: NaN and undefined
 * have to be given. Arrays are flat, row by row, or arrays of rows.
 */
export function defaults() {
    return {
        eta_J: NaN, // rate of the first layer
        gamma: NaN, // rate of the giant step
        eta_w: 0.0, // rate of the head in the giant step
        eta_0: 0.0, // rate of the head start
        noise: 0.0, // standard deviation of label noise
        p_second: 0.5, // probability of the second task
        V: Infinity, // samples in the query set; Infinity for the limit
        ratio: Infinity, // samples in the support set over the dimension of inputs; Infinity for the limit
        T: undefined, // overlaps of the teacher, M x M
        u_first: null, // teacher's head of the first task, M; null: all 1
        u_second: null, // teacher's head of the second task, M; null: all 1
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
    if (!(_g.gamma >= 0.0 && Number.isFinite(_g.gamma))) {
        throw new RangeError(`gamma is negative or not finite: ${_g.gamma}`);
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
    if (!(_g.p_second >= 0.0 && Number.isFinite(_g.p_second))) {
        throw new RangeError(`p_second is negative or not finite: ${_g.p_second}`);
    }
    if (!(_g.V >= 1.0)) {
        throw new RangeError(`V is not at least 1: ${_g.V}`);
    }
    if (!(_g.ratio > 0.0)) {
        throw new RangeError(`ratio is not positive: ${_g.ratio}`);
    }
    if (_g.T === undefined) {
        throw new RangeError("T has to be given: overlaps of the teacher, M x M");
    }
    _g.T = _numbers("T", _g.T, M*M);
    _g.u_first = _g.u_first === null ? _filled(M, 1.0, 0) : _numbers("u_first", _g.u_first, M);
    _g.u_second = _g.u_second === null ? _filled(M, 1.0, 0) : _numbers("u_second", _g.u_second, M);
    return _g;
}

/* What evaluates d state/d alpha, with its work arrays; a status, and the numbers in ``_into``. */
function _of_rhs(K, M, _g) {
    const S = K + M;
    const {eta_J, gamma, eta_w, eta_0, noise, p_second, V, ratio, T, u_first, u_second} = _g;
    const R = new Float64Array(K*M);
    const Q = new Float64Array(K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const dR = new Float64Array(K*M);
    const dQ = new Float64Array(K*(K + 1)/2);
    const dw0 = new Float64Array(K);
    const C_ahead = new Float64Array(S*S);
    const I2_ahead = new Float64Array(S*S);
    const I3_ahead = new Float64Array(K*S*S);
    const I_g2g0_ahead = new Float64Array(K*S);
    const J2_ahead = new Float64Array(S*S);
    const mc0_first_ahead = new Float64Array(S);
    const G0_first_ahead = new Float64Array(S*S);
    const A_first_ahead = new Float64Array(K*S);
    const s0 = new Float64Array(K);
    const W_first_ahead = new Float64Array(K*S);
    const Y_first_ahead = new Float64Array(K*K);
    const dR_first_ahead = new Float64Array(K*M);
    const dQ_first_ahead = new Float64Array(K*K);
    const dw0_first_ahead = new Float64Array(K);
    const R_first = new Float64Array(K*M);
    const Q_first = new Float64Array(K*K);
    const w0_first = new Float64Array(K);
    const X_first = new Float64Array(K*K);
    const C_first = new Float64Array(S*S);
    const J2_first = new Float64Array(S*S);
    const mc0_first = new Float64Array(S);
    const G0_first = new Float64Array(S*S);
    const A_first = new Float64Array(K*S);
    const s1 = new Float64Array(K);
    const W_first = new Float64Array(K*S);
    const dw0_first = new Float64Array(K);
    const mc0_second_ahead = new Float64Array(S);
    const G0_second_ahead = new Float64Array(S*S);
    const A_second_ahead = new Float64Array(K*S);
    const s2 = new Float64Array(K);
    const W_second_ahead = new Float64Array(K*S);
    const Y_second_ahead = new Float64Array(K*K);
    const dR_second_ahead = new Float64Array(K*M);
    const dQ_second_ahead = new Float64Array(K*K);
    const dw0_second_ahead = new Float64Array(K);
    const R_second = new Float64Array(K*M);
    const Q_second = new Float64Array(K*K);
    const w0_second = new Float64Array(K);
    const X_second = new Float64Array(K*K);
    const C_second = new Float64Array(S*S);
    const J2_second = new Float64Array(S*S);
    const mc0_second = new Float64Array(S);
    const G0_second = new Float64Array(S*S);
    const A_second = new Float64Array(K*S);
    const s3 = new Float64Array(K);
    const W_second = new Float64Array(K*S);
    const dw0_second = new Float64Array(K);
    const B_first = new Float64Array(K*K);
    const B_second = new Float64Array(K*K);
    const _with_ratio = Number.isFinite(ratio) ? 1 : 0;
    const I4_ahead = new Float64Array(_with_ratio*K*K*S*S);
    const c0_first_ahead = new Float64Array(_with_ratio*S);
    const E_first_ahead = new Float64Array(_with_ratio*K*K);
    const c0_second_ahead = new Float64Array(_with_ratio*S);
    const E_second_ahead = new Float64Array(_with_ratio*K*K);
    const _with_V = Number.isFinite(V) ? 1 : 0;
    const c0_first = new Float64Array(_with_V*S);
    const E_first = new Float64Array(_with_V*K*K);
    const c0_second = new Float64Array(_with_V*S);
    const E_second = new Float64Array(_with_V*K*K);
    const _always = false;
    let general = _always;

    function _0() {
        // C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C_ahead[k*S + l] = Q[_packed(K, k, l)];
                C_ahead[l*S + k] = C_ahead[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C_ahead[k*S + K + n] = R[k*M + n];
                C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C_ahead[(K + n)*S + K + m] = T[n*M + m];
                C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
            }
        }
        // I2_ahead: <g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                I2_ahead[k*S + j] = C_ahead[k*S + j];
                I2_ahead[j*S + k] = I2_ahead[k*S + j];
            }
        }
        // I3_ahead: <g'(z_k) z_i g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                for (let j = 0; j < S; ++j) {
                    I3_ahead[(k*S + i)*S + j] = C_ahead[i*S + j];
                }
            }
        }
    }

    function _1() {
        // I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = C_ahead[i*S + j];
                        I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }

    function _2() {
        // I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                I_g2g0_ahead[k*S + i] = 0.0;
            }
        }
    }

    function _3() {
        // J2_ahead: <g'(z_i) g'(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                J2_ahead[k*S + j] = 1.0;
                J2_ahead[j*S + k] = J2_ahead[k*S + j];
            }
        }
    }

    function _4() {
        // c0_first_ahead: c = (head, -u) in the task first
        for (let k = 0; k < K; ++k) {
            c0_first_ahead[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            c0_first_ahead[K + n] = -u_first[n];
        }
    }

    function _5() {
        // mc0_first_ahead: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0_first_ahead[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0_first_ahead[K + n] = -u_first[n];
        }
        // G0_first_ahead: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0_first_ahead[k*S + l] = w0[k]*w0[l];
                G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0_first_ahead[k*S + K + n] = -u_first[n]*w0[k];
            }
        }
    }

    function _6() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0_first_ahead[(K + n)*S + K + m] = u_first[m]*u_first[n];
                G0_first_ahead[(K + m)*S + K + n] = G0_first_ahead[(K + n)*S + K + m];
            }
        }
    }

    function _7() {
        // A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
                }
                A_first_ahead[k*S + i] = -gamma * _sum;
            }
        }
    }

    function _8() {
        // E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E_first_ahead[k*K + l] = (gamma*gamma)*(noise*noise)*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/ratio;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[i]*c0_first_ahead[j]);
                    }
                }
                E_first_ahead[k*K + l] += (gamma*gamma)*c0_first_ahead[k]*c0_first_ahead[l]/ratio * _sum;
            }
        }
    }

    function _9() {
        // s0: partial sum Sum(G0_first_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M))
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            s0[k] = _sum;
        }
    }

    function _10() {
        // W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_first_ahead[k*S + l] = -gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
            }
        }
    }

    function _11() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_first_ahead[k*S + l] += -gamma*(k === l ? 1.0 : 0.0)*s0[k];
            }
        }
    }

    function _12() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                W_first_ahead[k*S + K + n] = -gamma*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
            }
        }
        // Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (A_first_ahead[k*S + j]*W_first_ahead[l*S + j]);
                }
                Y_first_ahead[k*K + l] = _sum;
            }
        }
        // dR_first_ahead: change of R in a step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
            }
        }
        // dQ_first_ahead: change of Q in a step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
            }
        }
    }

    function _13() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] += E_first_ahead[k*K + l];
            }
        }
    }

    function _14() {
        // dw0_first_ahead: change of w0 in a step
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (I2_ahead[k*S + i]*mc0_first_ahead[i]);
            }
            dw0_first_ahead[k] = -eta_w * _sum;
        }
        // R_first: overlaps of learner and teacher after the giant step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
            }
        }
        // Q_first: overlaps of the learner after the giant step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                Q_first[k*K + l] = Q[_packed(K, k, l)] + dQ_first_ahead[k*K + l];
            }
        }
        // w0_first: head start after the giant step
        for (let k = 0; k < K; ++k) {
            w0_first[k] = dw0_first_ahead[k] + w0[k];
        }
        // X_first: overlaps of the learner after the giant step with itself before it
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                X_first[k*K + l] = A_first_ahead[k*S + l] + Q[_packed(K, k, l)];
            }
        }
        // C_first: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C_first[k*S + l] = Q_first[k*K + l];
                C_first[l*S + k] = C_first[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C_first[k*S + K + n] = R_first[k*M + n];
                C_first[(K + n)*S + k] = C_first[k*S + K + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C_first[(K + n)*S + K + m] = T[n*M + m];
                C_first[(K + m)*S + K + n] = C_first[(K + n)*S + K + m];
            }
        }
        // J2_first: <g'(z_i) g'(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                J2_first[k*S + j] = 1.0;
                J2_first[j*S + k] = J2_first[k*S + j];
            }
        }
    }

    function _15() {
        // c0_first: c = (head, -u) in the task first
        for (let k = 0; k < K; ++k) {
            c0_first[k] = w0_first[k];
        }
        for (let n = 0; n < M; ++n) {
            c0_first[K + n] = -u_first[n];
        }
    }

    function _16() {
        // mc0_first: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0_first[k] = w0_first[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0_first[K + n] = -u_first[n];
        }
        // G0_first: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0_first[k*S + l] = w0_first[k]*w0_first[l];
                G0_first[l*S + k] = G0_first[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0_first[k*S + K + n] = -u_first[n]*w0_first[k];
            }
        }
    }

    function _17() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0_first[(K + n)*S + K + m] = u_first[m]*u_first[n];
                G0_first[(K + m)*S + K + n] = G0_first[(K + n)*S + K + m];
            }
        }
        // A_first: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C_first[l*S + j]*G0_first[k*S + j]);
                }
                A_first[k*S + l] = -eta_J * _sum;
            }
        }
    }

    function _18() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < M; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C_first[(K + l)*S + j]*G0_first[k*S + j]);
                }
                A_first[k*S + K + l] = -eta_J * _sum;
            }
        }
    }

    function _19() {
        // E_first: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E_first[k*K + l] = (eta_J*eta_J)*(noise*noise)*G0_first[k*S + l]*J2_first[k*S + l]/V;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (C_first[i*S + j]*c0_first[i]*c0_first[j]);
                    }
                }
                E_first[k*K + l] += (eta_J*eta_J)*c0_first[k]*c0_first[l]/V * _sum;
            }
        }
    }

    function _20() {
        // s1: partial sum Sum(G0_first[k, i]*I_g2g0_first[k, i], (i, 1, K + M))
        for (let k = 0; k < K; ++k) {
            s1[k] = 0.0;
        }
    }

    function _21() {
        // W_first: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_first[k*S + l] = -eta_J*G0_first[k*S + l]*J2_first[k*S + l];
            }
        }
    }

    function _22() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_first[k*S + l] += -eta_J*(k === l ? 1.0 : 0.0)*s1[k];
            }
        }
    }

    function _23() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                W_first[k*S + K + n] = -eta_J*G0_first[k*S + K + n]*J2_first[k*S + K + n];
            }
        }
        // dw0_first: dw0/dalpha
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (C_first[k*S + i]*mc0_first[i]);
            }
            dw0_first[k] = -eta_0 * _sum;
        }
    }

    function _24() {
        // c0_second_ahead: c = (head, -u) in the task second
        for (let k = 0; k < K; ++k) {
            c0_second_ahead[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            c0_second_ahead[K + n] = -u_second[n];
        }
    }

    function _25() {
        // mc0_second_ahead: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0_second_ahead[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0_second_ahead[K + n] = -u_second[n];
        }
        // G0_second_ahead: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0_second_ahead[k*S + l] = w0[k]*w0[l];
                G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0_second_ahead[k*S + K + n] = -u_second[n]*w0[k];
            }
        }
    }

    function _26() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0_second_ahead[(K + n)*S + K + m] = u_second[m]*u_second[n];
                G0_second_ahead[(K + m)*S + K + n] = G0_second_ahead[(K + n)*S + K + m];
            }
        }
    }

    function _27() {
        // A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
                }
                A_second_ahead[k*S + i] = -gamma * _sum;
            }
        }
    }

    function _28() {
        // E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E_second_ahead[k*K + l] = (gamma*gamma)*(noise*noise)*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/ratio;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[i]*c0_second_ahead[j]);
                    }
                }
                E_second_ahead[k*K + l] += (gamma*gamma)*c0_second_ahead[k]*c0_second_ahead[l]/ratio * _sum;
            }
        }
    }

    function _29() {
        // s2: partial sum Sum(G0_second_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M))
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            s2[k] = _sum;
        }
    }

    function _30() {
        // W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_second_ahead[k*S + l] = -gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
            }
        }
    }

    function _31() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_second_ahead[k*S + l] += -gamma*(k === l ? 1.0 : 0.0)*s2[k];
            }
        }
    }

    function _32() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                W_second_ahead[k*S + K + n] = -gamma*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
            }
        }
        // Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (A_second_ahead[k*S + j]*W_second_ahead[l*S + j]);
                }
                Y_second_ahead[k*K + l] = _sum;
            }
        }
        // dR_second_ahead: change of R in a step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
            }
        }
        // dQ_second_ahead: change of Q in a step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
            }
        }
    }

    function _33() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] += E_second_ahead[k*K + l];
            }
        }
    }

    function _34() {
        // dw0_second_ahead: change of w0 in a step
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (I2_ahead[k*S + i]*mc0_second_ahead[i]);
            }
            dw0_second_ahead[k] = -eta_w * _sum;
        }
        // R_second: overlaps of learner and teacher after the giant step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
            }
        }
        // Q_second: overlaps of the learner after the giant step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                Q_second[k*K + l] = Q[_packed(K, k, l)] + dQ_second_ahead[k*K + l];
            }
        }
        // w0_second: head start after the giant step
        for (let k = 0; k < K; ++k) {
            w0_second[k] = dw0_second_ahead[k] + w0[k];
        }
        // X_second: overlaps of the learner after the giant step with itself before it
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                X_second[k*K + l] = A_second_ahead[k*S + l] + Q[_packed(K, k, l)];
            }
        }
        // C_second: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C_second[k*S + l] = Q_second[k*K + l];
                C_second[l*S + k] = C_second[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C_second[k*S + K + n] = R_second[k*M + n];
                C_second[(K + n)*S + k] = C_second[k*S + K + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C_second[(K + n)*S + K + m] = T[n*M + m];
                C_second[(K + m)*S + K + n] = C_second[(K + n)*S + K + m];
            }
        }
        // J2_second: <g'(z_i) g'(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                J2_second[k*S + j] = 1.0;
                J2_second[j*S + k] = J2_second[k*S + j];
            }
        }
    }

    function _35() {
        // c0_second: c = (head, -u) in the task second
        for (let k = 0; k < K; ++k) {
            c0_second[k] = w0_second[k];
        }
        for (let n = 0; n < M; ++n) {
            c0_second[K + n] = -u_second[n];
        }
    }

    function _36() {
        // mc0_second: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0_second[k] = w0_second[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0_second[K + n] = -u_second[n];
        }
        // G0_second: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0_second[k*S + l] = w0_second[k]*w0_second[l];
                G0_second[l*S + k] = G0_second[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0_second[k*S + K + n] = -u_second[n]*w0_second[k];
            }
        }
    }

    function _37() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0_second[(K + n)*S + K + m] = u_second[m]*u_second[n];
                G0_second[(K + m)*S + K + n] = G0_second[(K + n)*S + K + m];
            }
        }
        // A_second: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C_second[l*S + j]*G0_second[k*S + j]);
                }
                A_second[k*S + l] = -eta_J * _sum;
            }
        }
    }

    function _38() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < M; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C_second[(K + l)*S + j]*G0_second[k*S + j]);
                }
                A_second[k*S + K + l] = -eta_J * _sum;
            }
        }
    }

    function _39() {
        // E_second: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E_second[k*K + l] = (eta_J*eta_J)*(noise*noise)*G0_second[k*S + l]*J2_second[k*S + l]/V;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (C_second[i*S + j]*c0_second[i]*c0_second[j]);
                    }
                }
                E_second[k*K + l] += (eta_J*eta_J)*c0_second[k]*c0_second[l]/V * _sum;
            }
        }
    }

    function _40() {
        // s3: partial sum Sum(G0_second[k, i]*I_g2g0_second[k, i], (i, 1, K + M))
        for (let k = 0; k < K; ++k) {
            s3[k] = 0.0;
        }
    }

    function _41() {
        // W_second: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_second[k*S + l] = -eta_J*G0_second[k*S + l]*J2_second[k*S + l];
            }
        }
    }

    function _42() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_second[k*S + l] += -eta_J*(k === l ? 1.0 : 0.0)*s3[k];
            }
        }
    }

    function _43() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                W_second[k*S + K + n] = -eta_J*G0_second[k*S + K + n]*J2_second[k*S + K + n];
            }
        }
        // dw0_second: dw0/dalpha
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (C_second[k*S + i]*mc0_second[i]);
            }
            dw0_second[k] = -eta_0 * _sum;
        }
        // B_first: steps against fields of the weights before the giant step
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                let _sum = 0.0;
                for (let n = 0; n < M; ++n) {
                    _sum += (R[l*M + n]*W_first[k*S + K + n]);
                }
                B_first[k*K + l] = _sum;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                let _sum = 0.0;
                for (let a = 0; a < K; ++a) {
                    _sum += (W_first[k*S + a]*X_first[a*K + l]);
                }
                B_first[k*K + l] += _sum;
            }
        }
        // B_second: steps against fields of the weights before the giant step
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                let _sum = 0.0;
                for (let n = 0; n < M; ++n) {
                    _sum += (R[l*M + n]*W_second[k*S + K + n]);
                }
                B_second[k*K + l] = _sum;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                let _sum = 0.0;
                for (let a = 0; a < K; ++a) {
                    _sum += (W_second[k*S + a]*X_second[a*K + l]);
                }
                B_second[k*K + l] += _sum;
            }
        }
        // dR: dR/dalpha
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                dR[k*M + n] = -p_second*A_first[k*S + K + n] + p_second*A_second[k*S + K + n] + A_first[k*S + K + n];
            }
        }
        // dQ: dQ/dalpha
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] = -p_second*B_first[k*K + l] - p_second*B_first[l*K + k] + p_second*B_second[k*K + l] + p_second*B_second[l*K + k] + B_first[k*K + l] + B_first[l*K + k];
            }
        }
    }

    function _44() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] += -p_second*E_first[k*K + l] + p_second*E_second[k*K + l] + E_first[k*K + l];
            }
        }
    }

    function _45() {
        // dw0: dw0/dalpha
        for (let k = 0; k < K; ++k) {
            dw0[k] = -p_second*dw0_first[k] + p_second*dw0_second[k] + dw0_first[k];
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
        if (general) {
            _2();
        }
        _3();
        if (Number.isFinite(ratio)) {
            _4();
        }
        _5();
        if (general) {
            _6();
        }
        _7();
        if (Number.isFinite(ratio)) {
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
        if (Number.isFinite(ratio)) {
            _13();
        }
        _14();
        if (Number.isFinite(V)) {
            _15();
        }
        _16();
        if (general) {
            _17();
        }
        _18();
        if (Number.isFinite(V)) {
            _19();
        }
        if (general) {
            _20();
        }
        _21();
        if (general) {
            _22();
        }
        _23();
        if (Number.isFinite(ratio)) {
            _24();
        }
        _25();
        if (general) {
            _26();
        }
        _27();
        if (Number.isFinite(ratio)) {
            _28();
        }
        if (general) {
            _29();
        }
        _30();
        if (general) {
            _31();
        }
        _32();
        if (Number.isFinite(ratio)) {
            _33();
        }
        _34();
        if (Number.isFinite(V)) {
            _35();
        }
        _36();
        if (general) {
            _37();
        }
        _38();
        if (Number.isFinite(V)) {
            _39();
        }
        if (general) {
            _40();
        }
        _41();
        if (general) {
            _42();
        }
        _43();
        if (Number.isFinite(V)) {
            _44();
        }
        _45();
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

/* What evaluates loss on fresh data, adapted, with its work arrays; a status, and the numbers in ``_into``. */
function _of_eps_g(K, M, _g) {
    const S = K + M;
    const {gamma, eta_w, noise, p_second, ratio, T, u_first, u_second} = _g;
    const R = new Float64Array(K*M);
    const Q = new Float64Array(K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const eps_g = new Float64Array(1);
    const C_ahead = new Float64Array(S*S);
    const I2_ahead = new Float64Array(S*S);
    const I3_ahead = new Float64Array(K*S*S);
    const I_g2g0_ahead = new Float64Array(K*S);
    const J2_ahead = new Float64Array(S*S);
    const mc0_first_ahead = new Float64Array(S);
    const G0_first_ahead = new Float64Array(S*S);
    const A_first_ahead = new Float64Array(K*S);
    const s0 = new Float64Array(K);
    const W_first_ahead = new Float64Array(K*S);
    const Y_first_ahead = new Float64Array(K*K);
    const dR_first_ahead = new Float64Array(K*M);
    const dQ_first_ahead = new Float64Array(K*K);
    const dw0_first_ahead = new Float64Array(K);
    const R_first = new Float64Array(K*M);
    const Q_first = new Float64Array(K*K);
    const w0_first = new Float64Array(K);
    const C_first = new Float64Array(S*S);
    const G0_first = new Float64Array(S*S);
    const eps_g_first = new Float64Array(1);
    const mc0_second_ahead = new Float64Array(S);
    const G0_second_ahead = new Float64Array(S*S);
    const A_second_ahead = new Float64Array(K*S);
    const s1 = new Float64Array(K);
    const W_second_ahead = new Float64Array(K*S);
    const Y_second_ahead = new Float64Array(K*K);
    const dR_second_ahead = new Float64Array(K*M);
    const dQ_second_ahead = new Float64Array(K*K);
    const dw0_second_ahead = new Float64Array(K);
    const R_second = new Float64Array(K*M);
    const Q_second = new Float64Array(K*K);
    const w0_second = new Float64Array(K);
    const C_second = new Float64Array(S*S);
    const G0_second = new Float64Array(S*S);
    const eps_g_second = new Float64Array(1);
    const _with_ratio = Number.isFinite(ratio) ? 1 : 0;
    const I4_ahead = new Float64Array(_with_ratio*K*K*S*S);
    const c0_first_ahead = new Float64Array(_with_ratio*S);
    const E_first_ahead = new Float64Array(_with_ratio*K*K);
    const c0_second_ahead = new Float64Array(_with_ratio*S);
    const E_second_ahead = new Float64Array(_with_ratio*K*K);
    const _always = false;
    let general = _always;

    function _0() {
        // C_ahead: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C_ahead[k*S + l] = Q[_packed(K, k, l)];
                C_ahead[l*S + k] = C_ahead[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C_ahead[k*S + K + n] = R[k*M + n];
                C_ahead[(K + n)*S + k] = C_ahead[k*S + K + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C_ahead[(K + n)*S + K + m] = T[n*M + m];
                C_ahead[(K + m)*S + K + n] = C_ahead[(K + n)*S + K + m];
            }
        }
        // I2_ahead: <g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                I2_ahead[k*S + j] = C_ahead[k*S + j];
                I2_ahead[j*S + k] = I2_ahead[k*S + j];
            }
        }
        // I3_ahead: <g'(z_k) z_i g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                for (let j = 0; j < S; ++j) {
                    I3_ahead[(k*S + i)*S + j] = C_ahead[i*S + j];
                }
            }
        }
    }

    function _1() {
        // I4_ahead: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        I4_ahead[((k*K + l)*S + i)*S + j] = C_ahead[i*S + j];
                        I4_ahead[((l*K + k)*S + i)*S + j] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((k*K + l)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                        I4_ahead[((l*K + k)*S + j)*S + i] = I4_ahead[((k*K + l)*S + i)*S + j];
                    }
                }
            }
        }
    }

    function _2() {
        // I_g2g0_ahead: <g''(z_k) g(z_i)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                I_g2g0_ahead[k*S + i] = 0.0;
            }
        }
    }

    function _3() {
        // J2_ahead: <g'(z_i) g'(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                J2_ahead[k*S + j] = 1.0;
                J2_ahead[j*S + k] = J2_ahead[k*S + j];
            }
        }
    }

    function _4() {
        // c0_first_ahead: c = (head, -u) in the task first
        for (let k = 0; k < K; ++k) {
            c0_first_ahead[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            c0_first_ahead[K + n] = -u_first[n];
        }
    }

    function _5() {
        // mc0_first_ahead: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0_first_ahead[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0_first_ahead[K + n] = -u_first[n];
        }
        // G0_first_ahead: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0_first_ahead[k*S + l] = w0[k]*w0[l];
                G0_first_ahead[l*S + k] = G0_first_ahead[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0_first_ahead[k*S + K + n] = -u_first[n]*w0[k];
            }
        }
    }

    function _6() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0_first_ahead[(K + n)*S + K + m] = u_first[m]*u_first[n];
                G0_first_ahead[(K + m)*S + K + n] = G0_first_ahead[(K + n)*S + K + m];
            }
        }
    }

    function _7() {
        // A_first_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (G0_first_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
                }
                A_first_ahead[k*S + i] = -gamma * _sum;
            }
        }
    }

    function _8() {
        // E_first_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E_first_ahead[k*K + l] = (gamma*gamma)*(noise*noise)*G0_first_ahead[k*S + l]*J2_ahead[k*S + l]/ratio;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_first_ahead[i]*c0_first_ahead[j]);
                    }
                }
                E_first_ahead[k*K + l] += (gamma*gamma)*c0_first_ahead[k]*c0_first_ahead[l]/ratio * _sum;
            }
        }
    }

    function _9() {
        // s0: partial sum Sum(G0_first_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M))
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (G0_first_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            s0[k] = _sum;
        }
    }

    function _10() {
        // W_first_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_first_ahead[k*S + l] = -gamma*G0_first_ahead[k*S + l]*J2_ahead[k*S + l];
            }
        }
    }

    function _11() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_first_ahead[k*S + l] += -gamma*(k === l ? 1.0 : 0.0)*s0[k];
            }
        }
    }

    function _12() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                W_first_ahead[k*S + K + n] = -gamma*G0_first_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
            }
        }
        // Y_first_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (A_first_ahead[k*S + j]*W_first_ahead[l*S + j]);
                }
                Y_first_ahead[k*K + l] = _sum;
            }
        }
        // dR_first_ahead: change of R in a step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                dR_first_ahead[k*M + n] = A_first_ahead[k*S + K + n];
            }
        }
        // dQ_first_ahead: change of Q in a step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] = A_first_ahead[k*S + l] + A_first_ahead[l*S + k] + Y_first_ahead[k*K + l];
            }
        }
    }

    function _13() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ_first_ahead[k*K + l] += E_first_ahead[k*K + l];
            }
        }
    }

    function _14() {
        // dw0_first_ahead: change of w0 in a step
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (I2_ahead[k*S + i]*mc0_first_ahead[i]);
            }
            dw0_first_ahead[k] = -eta_w * _sum;
        }
        // R_first: overlaps of learner and teacher after the giant step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                R_first[k*M + n] = R[k*M + n] + dR_first_ahead[k*M + n];
            }
        }
        // Q_first: overlaps of the learner after the giant step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                Q_first[k*K + l] = Q[_packed(K, k, l)] + dQ_first_ahead[k*K + l];
            }
        }
        // w0_first: head start after the giant step
        for (let k = 0; k < K; ++k) {
            w0_first[k] = dw0_first_ahead[k] + w0[k];
        }
        // C_first: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C_first[k*S + l] = Q_first[k*K + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C_first[k*S + K + n] = R_first[k*M + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C_first[(K + n)*S + K + m] = T[n*M + m];
            }
        }
        // G0_first: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0_first[k*S + l] = w0_first[k]*w0_first[l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0_first[k*S + K + n] = -u_first[n]*w0_first[k];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0_first[(K + n)*S + K + m] = u_first[m]*u_first[n];
            }
        }
        // eps_g_first: loss on fresh data, adapted
        {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    _sum += (j > i ? 2.0 : 1.0) * (C_first[i*S + j]*G0_first[i*S + j]);
                }
            }
            eps_g_first[0] = 0.5 * _sum;
        }
    }

    function _15() {
        // c0_second_ahead: c = (head, -u) in the task second
        for (let k = 0; k < K; ++k) {
            c0_second_ahead[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            c0_second_ahead[K + n] = -u_second[n];
        }
    }

    function _16() {
        // mc0_second_ahead: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0_second_ahead[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0_second_ahead[K + n] = -u_second[n];
        }
        // G0_second_ahead: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0_second_ahead[k*S + l] = w0[k]*w0[l];
                G0_second_ahead[l*S + k] = G0_second_ahead[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0_second_ahead[k*S + K + n] = -u_second[n]*w0[k];
            }
        }
    }

    function _17() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0_second_ahead[(K + n)*S + K + m] = u_second[m]*u_second[n];
                G0_second_ahead[(K + m)*S + K + n] = G0_second_ahead[(K + n)*S + K + m];
            }
        }
    }

    function _18() {
        // A_second_ahead: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (G0_second_ahead[k*S + j]*I3_ahead[(k*S + i)*S + j]);
                }
                A_second_ahead[k*S + i] = -gamma * _sum;
            }
        }
    }

    function _19() {
        // E_second_ahead: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E_second_ahead[k*K + l] = (gamma*gamma)*(noise*noise)*G0_second_ahead[k*S + l]*J2_ahead[k*S + l]/ratio;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        _sum += (j > i ? 2.0 : 1.0) * (I4_ahead[((k*K + l)*S + i)*S + j]*c0_second_ahead[i]*c0_second_ahead[j]);
                    }
                }
                E_second_ahead[k*K + l] += (gamma*gamma)*c0_second_ahead[k]*c0_second_ahead[l]/ratio * _sum;
            }
        }
    }

    function _20() {
        // s1: partial sum Sum(G0_second_ahead[k, i]*I_g2g0_ahead[k, i], (i, 1, K + M))
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (G0_second_ahead[k*S + i]*I_g2g0_ahead[k*S + i]);
            }
            s1[k] = _sum;
        }
    }

    function _21() {
        // W_second_ahead: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_second_ahead[k*S + l] = -gamma*G0_second_ahead[k*S + l]*J2_ahead[k*S + l];
            }
        }
    }

    function _22() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W_second_ahead[k*S + l] += -gamma*(k === l ? 1.0 : 0.0)*s1[k];
            }
        }
    }

    function _23() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                W_second_ahead[k*S + K + n] = -gamma*G0_second_ahead[k*S + K + n]*J2_ahead[k*S + K + n];
            }
        }
        // Y_second_ahead: Y[k, l] = <sum_ss' a_k^s a_l^s' x^s.x^s'>/N, s and s' different
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (A_second_ahead[k*S + j]*W_second_ahead[l*S + j]);
                }
                Y_second_ahead[k*K + l] = _sum;
            }
        }
        // dR_second_ahead: change of R in a step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                dR_second_ahead[k*M + n] = A_second_ahead[k*S + K + n];
            }
        }
        // dQ_second_ahead: change of Q in a step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] = A_second_ahead[k*S + l] + A_second_ahead[l*S + k] + Y_second_ahead[k*K + l];
            }
        }
    }

    function _24() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ_second_ahead[k*K + l] += E_second_ahead[k*K + l];
            }
        }
    }

    function _25() {
        // dw0_second_ahead: change of w0 in a step
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (I2_ahead[k*S + i]*mc0_second_ahead[i]);
            }
            dw0_second_ahead[k] = -eta_w * _sum;
        }
        // R_second: overlaps of learner and teacher after the giant step
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                R_second[k*M + n] = R[k*M + n] + dR_second_ahead[k*M + n];
            }
        }
        // Q_second: overlaps of the learner after the giant step
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                Q_second[k*K + l] = Q[_packed(K, k, l)] + dQ_second_ahead[k*K + l];
            }
        }
        // w0_second: head start after the giant step
        for (let k = 0; k < K; ++k) {
            w0_second[k] = dw0_second_ahead[k] + w0[k];
        }
        // C_second: covariance of the fields: C = [[Q, R], [R^T, T]]
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                C_second[k*S + l] = Q_second[k*K + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C_second[k*S + K + n] = R_second[k*M + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C_second[(K + n)*S + K + m] = T[n*M + m];
            }
        }
        // G0_second: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0_second[k*S + l] = w0_second[k]*w0_second[l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0_second[k*S + K + n] = -u_second[n]*w0_second[k];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0_second[(K + n)*S + K + m] = u_second[m]*u_second[n];
            }
        }
        // eps_g_second: loss on fresh data, adapted
        {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    _sum += (j > i ? 2.0 : 1.0) * (C_second[i*S + j]*G0_second[i*S + j]);
                }
            }
            eps_g_second[0] = 0.5 * _sum;
        }
        // eps_g: loss on fresh data, adapted
        eps_g[0] = -eps_g_first[0]*p_second + eps_g_first[0] + eps_g_second[0]*p_second;
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
        if (general) {
            _2();
        }
        _3();
        if (Number.isFinite(ratio)) {
            _4();
        }
        _5();
        if (general) {
            _6();
        }
        _7();
        if (Number.isFinite(ratio)) {
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
        if (Number.isFinite(ratio)) {
            _13();
        }
        _14();
        if (Number.isFinite(ratio)) {
            _15();
        }
        _16();
        if (general) {
            _17();
        }
        _18();
        if (Number.isFinite(ratio)) {
            _19();
        }
        if (general) {
            _20();
        }
        _21();
        if (general) {
            _22();
        }
        _23();
        if (Number.isFinite(ratio)) {
            _24();
        }
        _25();
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
 * eps_g(state)              loss on fresh data, adapted.
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
