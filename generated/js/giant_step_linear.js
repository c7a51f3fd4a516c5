/*
 * giant_step_linear.js - Giant steps: gradient descent on batches of as many samples as there are inputs
 *
 * Emitted by orderode 0.1.0 from the system giant_step_linear, digest 51d5aa1116cd8920. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Dandi, Krzakala, Loureiro, Pesce, Stephan, arXiv 2305.18270
 *
 * Conventions
 *   activation    g(x) = x
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   giant step    J_k <- J_k - gamma sqrt(N) (1/n) sum dl/dlambda_k x, over n = ratio N fresh samples x
 *
 * Limits and closures
 *   N -> inf (exact): K, M, ratio = n/N and the number of steps stay fixed; overlaps are self-averaging
 *   one task (exact): the same in each step, given by its mean: its covariance has to be zero
 *   covariance of one step (approximation): left out: no part of it is known for a giant step, whose samples fluctuate with the weights
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K*(K + 1)/2), then the head start w0 (K).
 * Time: steps t = 0, 1, ... Any K >= 1, M >= 1. An ES module without imports; the loops are those of giant_step_linear.c.
 */

/** Digest of the system these functions were emitted from. */
export const DIGEST = "51d5aa1116cd8920";

/** Status of a trajectory: a name in words, and why it ended; codes as in giant_step_linear.h. */
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
    const J2 = new Float64Array(S*S);
    const mc0 = new Float64Array(S);
    const G0 = new Float64Array(S*S);
    const A = new Float64Array(K*S);
    const s0 = new Float64Array(K);
    const W = new Float64Array(K*S);
    const Y = new Float64Array(K*K);
    const _with_kurtosis_ratio = kurtosis !== null && Number.isFinite(ratio) ? 1 : 0;
    const L0 = new Float64Array(_with_kurtosis_ratio*S*M);
    const kappa = new Float64Array(_with_kurtosis_ratio*M);
    const _with_ratio = Number.isFinite(ratio) ? 1 : 0;
    const E = new Float64Array(_with_ratio*K*K);
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
        // J2: <g'(z_i) g'(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                J2[k*S + j] = 1.0;
                J2[j*S + k] = J2[k*S + j];
            }
        }
    }

    function _1() {
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
        // kappa: fourth cumulants of the task vector's components
        for (let m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }

    function _2() {
        // mc0: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
        // G0: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] = mc0[k]*mc0[l];
                G0[l*S + k] = G0[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] = mc0[k]*mc0[K + n];
            }
        }
    }

    function _3() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = mc0[K + m]*mc0[K + n];
            }
        }
    }

    function _4() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += cov[n*M + m];
            }
        }
    }

    function _5() {
        // A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C[i*S + j]*G0[k*S + j]);
                }
                A[k*S + i] = -gamma * _sum;
            }
        }
    }

    function _6() {
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
                        _sum += (j > i ? 2.0 : 1.0) * ((G0[i*S + j]*G0[k*S + l] + G0[k*S + i]*G0[l*S + j] + G0[k*S + j]*G0[l*S + i] - 2.0*mc0[i]*mc0[j]*mc0[k]*mc0[l])*C[i*S + j]);
                    }
                }
                E[k*K + l] += (gamma*gamma)/ratio * _sum;
            }
        }
    }

    function _7() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        for (let p = 0; p < M; ++p) {
                            _sum += (j > i ? 2.0 : 1.0) * (C[i*S + j]*L0[i*M + p]*L0[j*M + p]*L0[k*M + p]*L0[l*M + p]*kappa[p]);
                        }
                    }
                }
                E[k*K + l] += (gamma*gamma)/ratio * _sum;
            }
        }
    }

    function _8() {
        // s0: partial sum Sum(G0[k, i]*I_g2g0[k, i], (i, 1, K + M))
        for (let k = 0; k < K; ++k) {
            s0[k] = 0.0;
        }
    }

    function _9() {
        // W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W[k*S + l] = -gamma*G0[k*S + l]*J2[k*S + l];
            }
        }
    }

    function _10() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W[k*S + l] += -gamma*(k === l ? 1.0 : 0.0)*s0[k];
            }
        }
    }

    function _11() {
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

    function _12() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] += E[k*K + l];
            }
        }
    }

    function _13() {
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
        if (general && kurtosis !== null && Number.isFinite(ratio)) {
            _1();
        }
        _2();
        if (Number.isFinite(ratio)) {
            _3();
        }
        if (general && Number.isFinite(ratio)) {
            _4();
        }
        _5();
        if (Number.isFinite(ratio)) {
            _6();
        }
        if (general && kurtosis !== null && Number.isFinite(ratio)) {
            _7();
        }
        if (general) {
            _8();
        }
        _9();
        if (general) {
            _10();
        }
        _11();
        if (Number.isFinite(ratio)) {
            _12();
        }
        _13();
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
        // mc0: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
        // G0: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] = mc0[k]*mc0[l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] = mc0[k]*mc0[K + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = mc0[K + m]*mc0[K + n];
            }
        }
    }

    function _1() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += cov[n*M + m];
            }
        }
    }

    function _2() {
        // eps_g: loss on fresh data
        {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    _sum += (j > i ? 2.0 : 1.0) * (C[i*S + j]*G0[i*S + j]);
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
