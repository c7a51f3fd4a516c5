/*
 * logistic_linear.js - Logistic loss: SGD on the labels of a teacher of threshold units
 *
 * Emitted by orderode 0.1.0 from the system logistic_linear, digest 7f5f71ed0cee5916. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 *
 * Conventions
 *   activation    g(x) = x for the learner's units, g(x) = sign(x) for the teacher's
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   tasks         one of a set in each step: labels with u = u_labels, with probability what is left
 *   loss          l = softplus(-y*f)
 *   functions     softplus(x) = log(1 + exp(x))
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): left out: no part of it is known with a set of tasks, whose choice moves all of the state
 *   cubature (approximation): no rule gives <F_k z_i>, <dl/dw_k>, <l of eps_g>; at finite V <F_k F_l>, F_k the slope of the loss: averages by a rule with nodes in the space of the fields, given by the caller
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K*(K + 1)/2), then the head start w0 (K).
 * Time: alpha = t/N. Any K >= 1, M >= 1. An ES module without imports; the loops are those of logistic_linear.c.
 */

/** Digest of the system these functions were emitted from. */
export const DIGEST = "7f5f71ed0cee5916";

/** Status of a trajectory: a name in words, and why it ended; codes as in logistic_linear.h. */
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
    14: "nodes and weights are missing; rule(...) makes them",
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
        eta_0: 0.0, // rate of the head start
        decay: 0.0, // weight decay of the first layer
        V: Infinity, // samples in the query set; Infinity for the limit
        T: undefined, // overlaps of the teacher, M x M
        u_labels: null, // teacher's head, M; null: all 1
        nodes: null, // nodes of a rule for independent standard normal numbers, one row per node, n_nodes x S; null: refused
        weights: null, // its weights, n_nodes; null: refused
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
    if (!(_g.eta_0 >= 0.0 && Number.isFinite(_g.eta_0))) {
        throw new RangeError(`eta_0 is negative or not finite: ${_g.eta_0}`);
    }
    if (!(_g.decay >= 0.0 && Number.isFinite(_g.decay))) {
        throw new RangeError(`decay is negative or not finite: ${_g.decay}`);
    }
    if (!(_g.V >= 1.0)) {
        throw new RangeError(`V is not at least 1: ${_g.V}`);
    }
    const S = K + M;
    const n_nodes = _g.weights === null ? 0 : _g.weights.length;
    if (_g.T === undefined) {
        throw new RangeError("T has to be given: overlaps of the teacher, M x M");
    }
    _g.T = _numbers("T", _g.T, M*M);
    _g.u_labels = _g.u_labels === null ? _filled(M, 1.0, 0) : _numbers("u_labels", _g.u_labels, M);
    _g.nodes = _g.nodes === null ? new Float64Array(0) : _numbers("nodes", _g.nodes, n_nodes*S);
    _g.weights = _g.weights === null ? new Float64Array(0) : _numbers("weights", _g.weights, n_nodes);
    return _g;
}

/* What evaluates d state/d alpha, with its work arrays; a status, and the numbers in ``_into``. */
function _of_rhs(K, M, _g) {
    const S = K + M;
    const {eta_J, eta_0, decay, V, T, u_labels, nodes, weights} = _g;
    const n_nodes = _g.weights.length;
    const R = new Float64Array(K*M);
    const Q = new Float64Array(K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const dR = new Float64Array(K*M);
    const dQ = new Float64Array(K*(K + 1)/2);
    const dw0 = new Float64Array(K);
    const C = new Float64Array(S*S);
    const Co = new Float64Array(S*S);
    const F = new Float64Array(S*S);
    const c0_labels = new Float64Array(S);
    const An = new Float64Array(K*S);
    const En = new Float64Array(K*K);
    const dw0_n = new Float64Array(K);
    const zn = new Float64Array(S);
    const g0n = new Float64Array(S);
    const g1n = new Float64Array(K);
    const s0n = new Float64Array(1);
    const s1n = new Float64Array(1);
    const v0n = new Float64Array(1);
    const dl0n = new Float64Array(1);
    const F0n = new Float64Array(K);
    const F1n = new Float64Array(K);
    const A = new Float64Array(K*S);
    const _with_V = Number.isFinite(V) ? 1 : 0;
    const E = new Float64Array(_with_V*K*K);
    const _always = _g.eta_0 !== 0;
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
        // Co: C with its fields in the order M, K
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                Co[(M + k)*S + M + l] = C[k*S + l];
                Co[(M + l)*S + M + k] = Co[(M + k)*S + M + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                Co[(M + k)*S + n] = C[k*S + K + n];
                Co[n*S + M + k] = Co[(M + k)*S + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                Co[n*S + m] = C[(K + n)*S + K + m];
                Co[m*S + n] = Co[n*S + m];
            }
        }
        // F: lower triangular factor of that covariance
        _factor(S, Co, F);
        // c0_labels: c = (head, -u) in the task labels
        for (let k = 0; k < K; ++k) {
            c0_labels[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            c0_labels[K + n] = -u_labels[n];
        }
    }

    function _1() {
        // An: <F_k z_i> over the fields, by nodes
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                An[k*S + i] = 0.0;
            }
        }
        // En: <F_k F_l> over the fields, by nodes
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                En[k*K + l] = 0.0;
            }
        }
        // dw0_n: <dl/dw_k> over the fields, by nodes
        for (let k = 0; k < K; ++k) {
            dw0_n[k] = 0.0;
        }
    }

    function _2(e) {
        // zn: fields at a node
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (F[(M + k)*S + j]*nodes[e*S + j]);
            }
            zn[k] = _sum;
        }
    }

    function _3(e) {
        for (let n = 0; n < M; ++n) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (F[n*S + j]*nodes[e*S + j]);
            }
            zn[K + n] = _sum;
        }
    }

    function _4(e) {
        // g0n: g at a node
        for (let k = 0; k < K; ++k) {
            g0n[k] = zn[k];
        }
    }

    function _5(e) {
        for (let n = 0; n < M; ++n) {
            g0n[K + n] = Math.sign(zn[K + n]);
        }
    }

    function _6(e) {
        // g1n: g' at a node
        for (let k = 0; k < K; ++k) {
            g1n[k] = 1.0;
        }
    }

    function _7(e) {
        // s0n: a sum over units at a node
        {
            let _sum = 0.0;
            for (let b = 0; b < K; ++b) {
                _sum += (c0_labels[b]*g0n[b]);
            }
            s0n[0] = _sum;
        }
    }

    function _8(e) {
        // s1n: a sum over units at a node
        {
            let _sum = 0.0;
            for (let q = 0; q < M; ++q) {
                _sum += (c0_labels[K + q]*g0n[K + q]);
            }
            s1n[0] = -1.0 * _sum;
        }
    }

    function _9(e) {
        // v0n: argument of a function of the loss at a node
        v0n[0] = -s0n[0]*s1n[0];
    }

    function _10(e) {
        // dl0n: slope of that function at a node
        dl0n[0] = 0.5*Math.tanh(0.5*v0n[0]) + 0.5;
    }

    function _11(e) {
        // F0n: slope of the loss in a field at a node
        for (let k = 0; k < K; ++k) {
            F0n[k] = -dl0n[0]*s1n[0]*c0_labels[k]*g1n[k];
        }
    }

    function _12(e) {
        // F1n: slope of the loss in the head at a node
        for (let k = 0; k < K; ++k) {
            F1n[k] = -dl0n[0]*s1n[0]*g0n[k];
        }
    }

    function _13(e) {
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                An[k*S + i] += F0n[k]*weights[e]*zn[i];
            }
        }
    }

    function _14(e) {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                En[k*K + l] += F0n[k]*F0n[l]*weights[e];
            }
        }
    }

    function _15(e) {
        for (let k = 0; k < K; ++k) {
            dw0_n[k] += F1n[k]*weights[e];
        }
    }

    function _16() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                En[l*K + k] = En[k*K + l];
            }
        }
    }

    function _17() {
        // A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                A[k*S + i] = -eta_J*An[k*S + i];
            }
        }
    }

    function _18() {
        // E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E[k*K + l] = (eta_J*eta_J)*En[k*K + l]/V;
            }
        }
    }

    function _19() {
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

    function _20() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] += E[k*K + l];
            }
        }
    }

    function _21() {
        // dw0: dw0/dalpha
        for (let k = 0; k < K; ++k) {
            dw0[k] = 0.0;
        }
    }

    function _22() {
        for (let k = 0; k < K; ++k) {
            dw0[k] += -eta_0*dw0_n[k];
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
        if (n_nodes === 0) {
            return STATUS.NODES;
        }
        for (let _s = 0; _s < _place; ++_s) {
            if (!Number.isFinite(_state[_s])) {
                return STATUS.NONFINITE;
            }
        }
        general = _always;
        _0();
        _1();
        for (let e = 0; e < n_nodes; ++e) {
            _2(e);
            _3(e);
            _4(e);
            _5(e);
            _6(e);
            _7(e);
            _8(e);
            _9(e);
            _10(e);
            _11(e);
            if (general) {
                _12(e);
            }
            _13(e);
            if (Number.isFinite(V)) {
                _14(e);
            }
            if (general) {
                _15(e);
            }
        }
        _16();
        _17();
        if (Number.isFinite(V)) {
            _18();
        }
        _19();
        if (Number.isFinite(V)) {
            _20();
        }
        _21();
        if (general) {
            _22();
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

/* What evaluates loss on fresh data, with its work arrays; a status, and the numbers in ``_into``. */
function _of_eps_g(K, M, _g) {
    const S = K + M;
    const {T, u_labels, nodes, weights} = _g;
    const n_nodes = _g.weights.length;
    const R = new Float64Array(K*M);
    const Q = new Float64Array(K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const eps_g = new Float64Array(1);
    const C = new Float64Array(S*S);
    const Co = new Float64Array(S*S);
    const F = new Float64Array(S*S);
    const c0_labels = new Float64Array(S);
    const eps_g_n = new Float64Array(1);
    const zn = new Float64Array(S);
    const g0n = new Float64Array(S);
    const s0n = new Float64Array(1);
    const s1n = new Float64Array(1);
    const v0n = new Float64Array(1);
    const l0n = new Float64Array(1);

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
        // Co: C with its fields in the order M, K
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                Co[(M + k)*S + M + l] = C[k*S + l];
                Co[(M + l)*S + M + k] = Co[(M + k)*S + M + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                Co[(M + k)*S + n] = C[k*S + K + n];
                Co[n*S + M + k] = Co[(M + k)*S + n];
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                Co[n*S + m] = C[(K + n)*S + K + m];
                Co[m*S + n] = Co[n*S + m];
            }
        }
        // F: lower triangular factor of that covariance
        _factor(S, Co, F);
        // c0_labels: c = (head, -u) in the task labels
        for (let k = 0; k < K; ++k) {
            c0_labels[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            c0_labels[K + n] = -u_labels[n];
        }
    }

    function _1() {
        // eps_g_n: <l of eps_g> over the fields, by nodes
        eps_g_n[0] = 0.0;
    }

    function _2(e) {
        // zn: fields at a node
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (F[(M + k)*S + j]*nodes[e*S + j]);
            }
            zn[k] = _sum;
        }
    }

    function _3(e) {
        for (let n = 0; n < M; ++n) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (F[n*S + j]*nodes[e*S + j]);
            }
            zn[K + n] = _sum;
        }
    }

    function _4(e) {
        // g0n: g at a node
        for (let k = 0; k < K; ++k) {
            g0n[k] = zn[k];
        }
    }

    function _5(e) {
        for (let n = 0; n < M; ++n) {
            g0n[K + n] = Math.sign(zn[K + n]);
        }
    }

    function _6(e) {
        // s0n: a sum over units at a node
        {
            let _sum = 0.0;
            for (let b = 0; b < K; ++b) {
                _sum += (c0_labels[b]*g0n[b]);
            }
            s0n[0] = _sum;
        }
    }

    function _7(e) {
        // s1n: a sum over units at a node
        {
            let _sum = 0.0;
            for (let q = 0; q < M; ++q) {
                _sum += (c0_labels[K + q]*g0n[K + q]);
            }
            s1n[0] = -1.0 * _sum;
        }
    }

    function _8(e) {
        // v0n: argument of a function of the loss at a node
        v0n[0] = -s0n[0]*s1n[0];
    }

    function _9(e) {
        // l0n: that function at a node
        l0n[0] = 0.5*v0n[0] + Math.log(1.0 + Math.exp(-Math.abs(v0n[0]))) + 0.5*Math.abs(v0n[0]);
    }

    function _10(e) {
        eps_g_n[0] += l0n[0]*weights[e];
    }

    function _11() {
        // eps_g: loss on fresh data
        eps_g[0] = eps_g_n[0];
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
        if (n_nodes === 0) {
            return STATUS.NODES;
        }
        for (let _s = 0; _s < _place; ++_s) {
            if (!Number.isFinite(_state[_s])) {
                return STATUS.NONFINITE;
            }
        }
        _0();
        _1();
        for (let e = 0; e < n_nodes; ++e) {
            _2(e);
            _3(e);
            _4(e);
            _5(e);
            _6(e);
            _7(e);
            _8(e);
            _9(e);
            _10(e);
        }
        _11();
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

            if (i < M) { // no point crosses the jump at zero
                const v = Math.abs(2.0*u - 1.0);
                const r = v/(1.0 - v);
                const y = (u > 0.5 ? 1.0 : -1.0)*Math.log1p(r*r);

                nodes[e*S + i] = y;
                density *= Math.exp(-0.5*y*y)*r/((1.0 + r*r)*(1.0 - v)*(1.0 - v));
                continue;
            }
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
 * eps_g(state)              loss on fresh data.
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
