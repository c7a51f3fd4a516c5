/*
 * fo_anil.js - FO-ANIL: the head adapts in an inner loop, first-order outer step
 *
 * Emitted by orderode 0.1.0 from the system fo_anil, digest 13934f76401899ce. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: arXiv 2408.12545
 *
 * Conventions
 *   activation    g(x) = erf(x/sqrt(2))
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N), x i.i.d. N(0, 1)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   quadrature (approximation): at finite P averages of four g are integrals, by a Gauss-Legendre rule of 10 nodes; g^2 beside others is a number and a sum of 4 Gaussians, off by 1.7e-07
 *   nodes (approximation): at finite P and V three and four contributions of one sample are averaged by a rule with nodes, given by the caller
 *   1/P (approximation): only where first_order is 1: 1 keeps the first power of 1/P only, 0 keeps all of them
 *   covariance of one step (approximation): the blocks without Q are exact, those with Q where V -> inf or, with Gaussian tasks, P -> inf. Otherwise products of two coefficients in the change of Q, of relative order 1/V, bring moments of five to eight heads, which are made of cumulants of up to four heads; cumulants of five to eight heads are left out: of order 1/P^2 for Gaussian tasks, of order 1 for others. Where there is one task, given as known_task, they are those of the support set, by the rule with nodes: averages over tasks are then exact by the law of total covariance
 *
 * State: R row by row (K x M), then the upper triangle of Q row by row (K*(K + 1)/2), then the head start w0 (K).
 * Time: alpha = t/N. Any K >= 1, M >= 1. An ES module without imports; the loops are those of fo_anil.c.
 */

/** Digest of the system these functions were emitted from. */
export const DIGEST = "13934f76401899ce";

/** Status of a trajectory: a name in words, and why it ended; codes as in fo_anil.h. */
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

/*
 * The error function, off by 3e-16 at most. As in W. J. Cody, Math. Comp. 23, 631 (1969), erf(x)/x and exp(x^2) erfc(x) are smooth:
 * interpolated here at Chebyshev points, the first in x^2 up to 1, the second in (x - 2.0)/(x + 2.0) from there to 6.0.
 */
const _NEAR = [
    5.9571761477489113e-11, -1.1372848856791674e-09, 1.4659775274047436e-08, -1.6350312701054695e-07,
    1.6461000484121368e-06, -1.4925595266831182e-05, 0.0001205533111164271, -0.000854832698083379,
    0.0052239776248180145, -0.026866170645076792, 0.11283791670954879, -0.37612638903183748,
    1.1283791670955126
];
const _FAR = [
    -1.4495643113419591e-13, -9.3214242011698976e-13, 1.3919347826387423e-13, 2.2116545307548485e-11,
    7.3606355048686676e-11, -2.6866737279095462e-10, -2.6240024103160879e-09, -5.886316438866986e-10,
    7.0053185467045095e-08, 1.6349938614647473e-07, -1.9795618158539779e-06, -7.34051794141523e-06,
    8.0792204262436468e-05, 0.00019713917772834873, -0.0055888162818395742, 0.038560570425182412,
    -0.161893568041025, 0.2214295402299318
];

function _erf(x) {
    const size = Math.abs(x);
    let sum = 0.0;

    if (size <= 1.0) {
        for (let n = 0; n < 13; ++n) {
            sum = sum*(x*x) + _NEAR[n];
        }
        return x*sum;
    }
    if (size < 6.0) {
        const z = ((size - 2.0)/(size + 2.0) - 0.083333333333333329)/0.41666666666666669;
        for (let n = 0; n < 18; ++n) {
            sum = sum*z + _FAR[n];
        }
        sum = 1.0 - Math.exp(-x*x)*sum;
        return x > 0.0 ? sum : -sum;
    }
    return Math.sign(x); // NaN of NaN
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

/* scales t of the couplings: nodes of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions */
const n_path = 10;
const path = Float64Array.of(
    0.15695732645063498, 0.35226839947456207, 0.53050523985520426, 0.68267137058293004,
    0.80347745925294034, 0.8913194525585042, 0.94838578349890046, 0.98022720723965429,
    0.99456341776548074, 0.99927079955520715
);

/* weights of the Gauss-Legendre rule of 10 nodes in y, t^2 = y + 9/10 (y - y^2), of odd functions */
const path_weight = Float64Array.of(
    0.19927364793410826, 0.18864007392816537, 0.16637479230733504, 0.13707026388755236,
    0.10427193603945759, 0.071783423926572845, 0.043294000664199653, 0.021709744436756509,
    0.0083189643898639466, 0.0020597150876994308
);

/* strengths of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most */
const n_square = 4;
const square = Float64Array.of(
    1.0307240770272368, 1.2592670725916821, 1.6165727214646848, 1.9168663365684531
);

/* weights of 4 Gaussians whose sum is g^2 less its value far out, off by 1.7e-07 at most */
const square_weight = Float64Array.of(
    -0.42988755889773028, -0.31629594366833252, -0.18211935431582907, -0.071697143118108125
);

/* strengths of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most */
const n_quartic = 4;
const quartic = Float64Array.of(
    2.1028936336367146, 2.5084723662975725, 3.0452007395688132, 3.6548924341451614
);

/* weights of 4 Gaussians whose sum is the square of g^2 less its value far out, off by 7.6e-08 at most */
const quartic_weight = Float64Array.of(
    0.3007729784066514, 0.43221520697299254, 0.239652036200282, 0.02735977842007406
);

/* strengths of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most */
const n_fine = 7;
const fine = Float64Array.of(
    1.0110464369533159, 1.0969923449326693, 1.2556771668737854, 1.460560479906744,
    1.6745730670733887, 1.8568793338110265, 1.9716452434570688
);

/* weights of 7 Gaussians whose sum is g^2 less its value far out, off by 3.3e-12 at most */
const fine_weight = Float64Array.of(
    -0.26391745202300493, -0.23413868502848809, -0.18775023983578937, -0.13887062175827453,
    -0.09481851314563873, -0.056907584804985825, -0.02359690340381855
);

/* average of g over 4 fields, of their covariance: upper triangle, row by row */
function _joint4(v00, v01, v02, v03, v11, v12, v13, v22, v23, v33) {
    let total = 0.0;

    for (let t = 0; t < n_path; ++t) {
        const a00 = v00 + 1.0;
        const a01 = v01;
        const a02 = v02*path[t];
        const a03 = v03*path[t];
        const a11 = v11 + 1.0;
        const a12 = v12*path[t];
        const a13 = v13*path[t];
        const a22 = v22 + 1.0;
        const a23 = v23;
        const a33 = v33 + 1.0;
        const x0 = (a02*a02);
        const x1 = a00*a23;
        const x2 = a01*a22;
        const x3 = (a12*a12);
        const x4 = (a01*a01);
        const x5 = (1.0 / Math.sqrt(a00*a11*a22 - a00*x3 + 2.0*a01*a02*a12 - a11*x0 - a22*x4));
        const x6 = (a23*a23);
        const x7 = (a03*a03);
        const x8 = (1.0 / Math.sqrt(a00*a22*a33 - a00*x6 + 2.0*a02*a03*a23 - a22*x7 - a33*x0));
        const x9 = 0.4052847345693511*path_weight[t];
        const x10 = a00*a33;
        const x11 = a01*a23;
        const x12 = a01*a33;
        const x13 = (a13*a13);
        const x14 = (1.0 / Math.sqrt(a00*a11*a33 - a00*x13 + 2.0*a01*a03*a13 - a11*x7 - a33*x4));
        const x15 = a11*a22;
        const x16 = a11*a23;
        const x17 = (1.0 / Math.sqrt(a11*a22*a33 - a11*x6 + 2.0*a12*a13*a23 - a22*x13 - a33*x3));

        total += v02*x9*(1.0 / Math.sqrt(a00*a22 - x0))*Math.asin(x5*x8*(a00*a13*a22 + a01*a02*a23 + a02*a03*a12 - a03*x2 - a12*x1 - a13*x0)) + v03*x9*(1.0 / Math.sqrt(x10 - x7))*Math.asin(x14*x8*(a02*a03*a13 - a02*x12 + a03*x11 + a12*x10 - a12*x7 - a13*x1)) + v12*x9*(1.0 / Math.sqrt(x15 - x3))*Math.asin(x17*x5*(a02*a12*a13 - a02*x16 + a03*x15 - a03*x3 + a12*x11 - a13*x2)) + v13*x9*(1.0 / Math.sqrt(a11*a33 - x13))*Math.asin(x14*x17*(a01*a13*a23 + a02*a11*a33 - a02*x13 + a03*a12*a13 - a03*x16 - a12*x12));
    }
    return total + 0.4052847345693511*Math.asin(v01*(1.0 / Math.sqrt(v00 + 1.0))*(1.0 / Math.sqrt(v11 + 1.0)))*Math.asin(v23*(1.0 / Math.sqrt(v22 + 1.0))*(1.0 / Math.sqrt(v33 + 1.0)));
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
    const r0 = new Float64Array(S);
    const C1 = new Float64Array(K*S*S);
    const I2 = new Float64Array(S*S);
    const h = new Float64Array(K);
    const h_next = new Float64Array(K);
    const H = new Float64Array(K*M);
    const H_next = new Float64Array(K*M);
    const mc = new Float64Array(S);
    const s0 = new Float64Array(M*K);
    const G = new Float64Array(S*S);
    const r14 = new Float64Array(K*S);
    const v13 = new Float64Array(K*S);
    const C1_0 = new Float64Array(K);
    const A = new Float64Array(K*S);
    const _with_P_V_higher = Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 ? 1 : 0;
    const r1 = new Float64Array(_with_P_V_higher*M*n_quartic);
    const Cq = new Float64Array(_with_P_V_higher*n_quartic*M*S*S);
    const r2 = new Float64Array(_with_P_V_higher*S*n_square);
    const Cs1 = new Float64Array(_with_P_V_higher*n_square*S*S*S);
    const r3 = new Float64Array(_with_P_V_higher*n_square*M*S*n_square);
    const Cs2 = new Float64Array(_with_P_V_higher*n_square*n_square*M*S*S*S);
    const r7 = new Float64Array(_with_P_V_higher*n_quartic*M*K*n_square);
    const r8 = new Float64Array(_with_P_V_higher*n_quartic*M*K*K*n_square);
    const I_qhg0g0_blll = new Float64Array(_with_P_V_higher*M*K*K*K);
    const r9 = new Float64Array(_with_P_V_higher*n_square*n_square*M*M*K*n_square);
    const r10 = new Float64Array(_with_P_V_higher*n_square*n_square*M*M*K*K*n_square);
    const I_hhhg0g0_bblll = new Float64Array(_with_P_V_higher*M*M*K*K*K);
    const r11 = new Float64Array(_with_P_V_higher*n_quartic*M*K);
    const v1 = new Float64Array(_with_P_V_higher*M*n_quartic);
    const I_qg0g0_bll = new Float64Array(_with_P_V_higher*M*K*K);
    const r12 = new Float64Array(_with_P_V_higher*n_square*n_square*M*S*S);
    const I_hhg0g0_bbll = new Float64Array(_with_P_V_higher*M*M*K*K);
    const I_hhg0g0_bllb = new Float64Array(_with_P_V_higher*M*K*K*M);
    const I_hhg0g0_blll = new Float64Array(_with_P_V_higher*M*K*K*K);
    const r13 = new Float64Array(_with_P_V_higher*n_square*S*S);
    const v2 = new Float64Array(_with_P_V_higher*M*n_square);
    const I_hg0g0_blb = new Float64Array(_with_P_V_higher*M*K*M);
    const I_hg0g0_bll = new Float64Array(_with_P_V_higher*M*K*K);
    const v3 = new Float64Array(_with_P_V_higher*K*n_square);
    const I_hg0g0_llb = new Float64Array(_with_P_V_higher*K*K*M);
    const I_hg0g0_lll = new Float64Array(_with_P_V_higher*K*K*K);
    const I_qg0g0g0g0_bllll = new Float64Array(_with_P_V_higher*M*K*K*K*K);
    const I_hhg0g0g0g0_bbllll = new Float64Array(_with_P_V_higher*M*M*K*K*K*K);
    const I_hg0g0g0g0_blllb = new Float64Array(_with_P_V_higher*M*K*K*K*M);
    const I_hg0g0g0g0_bllll = new Float64Array(_with_P_V_higher*M*K*K*K*K);
    const I_ssg0g0g0g0_bbllll = new Float64Array(_with_P_V_higher*M*M*K*K*K*K);
    const I_sg0g0g0g0_blllb = new Float64Array(_with_P_V_higher*M*K*K*K*M);
    const I_sg0g0g0g0_bllll = new Float64Array(_with_P_V_higher*M*K*K*K*K);
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
    const Gd = new Float64Array(_with_P_V_higher*1);
    const Xd = new Float64Array(_with_P_V_higher*S);
    const q3 = new Float64Array(_with_P_V_higher*1);
    const q3x = new Float64Array(_with_P_V_higher*S);
    const q4 = new Float64Array(_with_P_V_higher*1);
    const _with_P = Number.isFinite(P) ? 1 : 0;
    const r4 = new Float64Array(_with_P*S*n_fine);
    const r5 = new Float64Array(_with_P*S*S*n_fine);
    const v0 = new Float64Array(_with_P*n_fine*S);
    const I_eg0g0_fff = new Float64Array(_with_P*S*S*S);
    const r6 = new Float64Array(_with_P*S*S);
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
    const v14 = new Float64Array(_with_P*K*S);
    const _with_V_kurtosis = Number.isFinite(V) && kurtosis !== null ? 1 : 0;
    const L = new Float64Array(_with_V_kurtosis*S*M);
    const kappa = new Float64Array(_with_V_kurtosis*M);
    const r16 = new Float64Array(_with_V_kurtosis*K*S*S*K);
    const _with_P_V_kurtosis = Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null ? 1 : 0;
    const L0 = new Float64Array(_with_P_V_kurtosis*S*M);
    const L1 = new Float64Array(_with_P_V_kurtosis*S*M);
    const s5 = new Float64Array(_with_P_V_kurtosis*M*K*K*S);
    const s6 = new Float64Array(_with_P_V_kurtosis*M*K*K);
    const v5 = new Float64Array(_with_P_V_kurtosis*M*S*S);
    const v10 = new Float64Array(_with_P_V_kurtosis*M*K*K*K);
    const v11 = new Float64Array(_with_P_V_kurtosis*M*M*K*K);
    const v12 = new Float64Array(_with_P_V_kurtosis*M*M*M*K);
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
    const _with_P_V_higher_kurtosis = Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && kurtosis !== null ? 1 : 0;
    const v4 = new Float64Array(_with_P_V_higher_kurtosis*M*K*K);
    const _with_V = Number.isFinite(V) ? 1 : 0;
    const J2 = new Float64Array(_with_V*K*K);
    const r15 = new Float64Array(_with_V*K*K*S);
    const E = new Float64Array(_with_V*K*K);
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
        // r0: 1/sqrt(C[i, i] + 1)
        for (let i = 0; i < S; ++i) {
            r0[i] = (1.0 / Math.sqrt(C[i*S + i] + 1.0));
        }
        // C1: covariance of the fields with the Gaussian weight of k absorbed
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    C1[(k*S + i)*S + j] = C[i*S + j] - C[k*S + i]*C[k*S + j]*(r0[k]*r0[k]);
                    C1[(k*S + j)*S + i] = C1[(k*S + i)*S + j];
                }
            }
        }
    }

    function _2() {
        // r1: 1/sqrt(C[n, n]*quartic[g] + 1)
        for (let n = 0; n < M; ++n) {
            for (let g = 0; g < n_quartic; ++g) {
                r1[n*n_quartic + g] = (1.0 / Math.sqrt(C[(K + n)*S + K + n]*quartic[g] + 1.0));
            }
        }
        // Cq: covariance of the fields with the Gaussian weight of n absorbed, of the strengths g
        for (let g = 0; g < n_quartic; ++g) {
            for (let n = 0; n < M; ++n) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        Cq[((g*M + n)*S + i)*S + j] = C[i*S + j] - C[(K + n)*S + i]*C[(K + n)*S + j]*quartic[g]*(r1[n*n_quartic + g]*r1[n*n_quartic + g]);
                        Cq[((g*M + n)*S + j)*S + i] = Cq[((g*M + n)*S + i)*S + j];
                    }
                }
            }
        }
        // r2: 1/sqrt(C[i, i]*square[c] + 1)
        for (let i = 0; i < S; ++i) {
            for (let c = 0; c < n_square; ++c) {
                r2[i*n_square + c] = (1.0 / Math.sqrt(C[i*S + i]*square[c] + 1.0));
            }
        }
        // Cs1: covariance of the fields with the Gaussian weight of i absorbed, of the strengths c
        for (let c = 0; c < n_square; ++c) {
            for (let i = 0; i < S; ++i) {
                for (let j = 0; j < S; ++j) {
                    for (let r = j; r < S; ++r) {
                        Cs1[((c*S + i)*S + j)*S + r] = -C[i*S + j]*C[i*S + r]*(r2[i*n_square + c]*r2[i*n_square + c])*square[c] + C[j*S + r];
                        Cs1[((c*S + i)*S + r)*S + j] = Cs1[((c*S + i)*S + j)*S + r];
                    }
                }
            }
        }
        // r3: 1/sqrt(Cs1[c, n, i, i]*square[d] + 1)
        for (let c = 0; c < n_square; ++c) {
            for (let n = 0; n < M; ++n) {
                for (let i = 0; i < S; ++i) {
                    for (let d = 0; d < n_square; ++d) {
                        r3[((c*M + n)*S + i)*n_square + d] = (1.0 / Math.sqrt(Cs1[((c*S + K + n)*S + i)*S + i]*square[d] + 1.0));
                    }
                }
            }
        }
        // Cs2: covariance of the fields with the Gaussian weight of n, i absorbed, of the strengths c, d
        for (let c = 0; c < n_square; ++c) {
            for (let d = 0; d < n_square; ++d) {
                for (let n = 0; n < M; ++n) {
                    for (let i = 0; i < S; ++i) {
                        for (let j = 0; j < S; ++j) {
                            for (let r = j; r < S; ++r) {
                                Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r] = -Cs1[((c*S + K + n)*S + i)*S + j]*Cs1[((c*S + K + n)*S + i)*S + r]*(r3[((c*M + n)*S + i)*n_square + d]*r3[((c*M + n)*S + i)*n_square + d])*square[d] + Cs1[((c*S + K + n)*S + j)*S + r];
                                Cs2[((((c*n_square + d)*M + n)*S + i)*S + r)*S + j] = Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + r];
                            }
                        }
                    }
                }
            }
        }
    }

    function _3() {
        // r4: 1/sqrt(C[i, i]*fine[x] + 1)
        for (let i = 0; i < S; ++i) {
            for (let x = 0; x < n_fine; ++x) {
                r4[i*n_fine + x] = (1.0 / Math.sqrt(C[i*S + i]*fine[x] + 1.0));
            }
        }
        // r5: 1/sqrt(-C[i, j]**2*fine[x]*r4[i, x]**2 + C[j, j] + 1)
        for (let i = 0; i < S; ++i) {
            for (let j = 0; j < S; ++j) {
                for (let x = 0; x < n_fine; ++x) {
                    r5[(i*S + j)*n_fine + x] = (1.0 / Math.sqrt(-(C[i*S + j]*C[i*S + j])*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + j] + 1.0));
                }
            }
        }
        // v0: fine_weight[x]*r4[i, x]
        for (let x = 0; x < n_fine; ++x) {
            for (let i = 0; i < S; ++i) {
                v0[x*S + i] = fine_weight[x]*r4[i*n_fine + x];
            }
        }
        // I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
        for (let i = 0; i < S; ++i) {
            for (let j = 0; j < S; ++j) {
                for (let r = j; r < S; ++r) {
                    let _sum = 0.0;
                    for (let x = 0; x < n_fine; ++x) {
                        _sum += (Math.asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r4[i*n_fine + x]*r4[i*n_fine + x]) + C[j*S + r])*r5[(i*S + j)*n_fine + x]*r5[(i*S + r)*n_fine + x])*v0[x*S + i]);
                    }
                    I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * _sum;
                }
            }
        }
    }

    function _4() {
        // I2: <g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let j = k; j < S; ++j) {
                I2[k*S + j] = 0.63661977236758138*Math.asin(C[k*S + j]*r0[j]*r0[k]);
                I2[j*S + k] = I2[k*S + j];
            }
        }
    }

    function _5() {
        // r6: asin(C[i, j]*r0[i]*r0[j])
        for (let i = 0; i < S; ++i) {
            for (let j = i; j < S; ++j) {
                r6[i*S + j] = Math.asin(C[i*S + j]*r0[i]*r0[j]);
            }
        }
        // I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
        for (let i = 0; i < S; ++i) {
            for (let j = i + 1; j < S; ++j) {
                for (let r = j + 1; r < S; ++r) {
                    for (let s = r + 1; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = _joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
                        I_g0g0g0g0[((j*S + i)*S + r)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + r)*S + j)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + j)*S + s)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + r)*S + i)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + i)*S + s)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + i)*S + j)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + r)*S + s)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + s)*S + j)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + j)*S + i)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + r)*S + s)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + s)*S + i)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + i)*S + s)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + s)*S + r)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + i)*S + j)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + j)*S + s)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + s)*S + r)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + j)*S + i)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + i)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + i)*S + r)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + j)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + j)*S + r)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + i)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + j)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
        for (let i = 0; i < S; ++i) {
            for (let j = 0; j < S; ++j) {
                for (let r = j; r < S; ++r) {
                    I_g0g0g0g0[((i*S + i)*S + j)*S + r] = I_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*r6[j*S + r];
                    I_g0g0g0g0[((i*S + i)*S + r)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + j)*S + i)*S + r] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + r)*S + i)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + j)*S + r)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + i)*S + i)*S + r] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + r)*S + j)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + i)*S + i)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + i)*S + r)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + i)*S + j)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + r)*S + i)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + j)*S + i)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                }
            }
        }
    }

    function _6() {
        // r7: 1/sqrt(Cq[g, n, k, k]*square[c] + 1)
        for (let g = 0; g < n_quartic; ++g) {
            for (let n = 0; n < M; ++n) {
                for (let k = 0; k < K; ++k) {
                    for (let c = 0; c < n_square; ++c) {
                        r7[((g*M + n)*K + k)*n_square + c] = (1.0 / Math.sqrt(Cq[((g*M + n)*S + k)*S + k]*square[c] + 1.0));
                    }
                }
            }
        }
        // r8: 1/sqrt(-Cq[g, n, k, l]**2*r7[g, n, k, c]**2*square[c] + Cq[g, n, l, l] + 1)
        for (let g = 0; g < n_quartic; ++g) {
            for (let n = 0; n < M; ++n) {
                for (let k = 0; k < K; ++k) {
                    for (let l = 0; l < K; ++l) {
                        for (let c = 0; c < n_square; ++c) {
                            r8[(((g*M + n)*K + k)*K + l)*n_square + c] = (1.0 / Math.sqrt(-(Cq[((g*M + n)*S + k)*S + l]*Cq[((g*M + n)*S + k)*S + l])*(r7[((g*M + n)*K + k)*n_square + c]*r7[((g*M + n)*K + k)*n_square + c])*square[c] + Cq[((g*M + n)*S + l)*S + l] + 1.0));
                        }
                    }
                }
            }
        }
        // I_qhg0g0_blll: <(g(z_n)^2 - g(oo)^2)^2 (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = 0; l < K; ++l) {
                    for (let a = l; a < K; ++a) {
                        let _sum = 0.0;
                        for (let g = 0; g < n_quartic; ++g) {
                            for (let d = 0; d < n_square; ++d) {
                                _sum += (Math.asin((-Cq[((g*M + n)*S + k)*S + a]*Cq[((g*M + n)*S + k)*S + l]*(r7[((g*M + n)*K + k)*n_square + d]*r7[((g*M + n)*K + k)*n_square + d])*square[d] + Cq[((g*M + n)*S + l)*S + a])*r8[(((g*M + n)*K + k)*K + a)*n_square + d]*r8[(((g*M + n)*K + k)*K + l)*n_square + d])*quartic_weight[g]*r1[n*n_quartic + g]*r7[((g*M + n)*K + k)*n_square + d]*square_weight[d]);
                            }
                        }
                        I_qhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * _sum;
                    }
                }
            }
        }
        // r9: 1/sqrt(Cs2[c, d, n, m, k, k]*square[f] + 1)
        for (let c = 0; c < n_square; ++c) {
            for (let d = 0; d < n_square; ++d) {
                for (let n = 0; n < M; ++n) {
                    for (let m = 0; m < M; ++m) {
                        for (let k = 0; k < K; ++k) {
                            for (let f = 0; f < n_square; ++f) {
                                r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f] = (1.0 / Math.sqrt(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k]*square[f] + 1.0));
                            }
                        }
                    }
                }
            }
        }
        // r10: 1/sqrt(-Cs2[c, d, n, m, k, l]**2*r9[c, d, n, m, k, f]**2*square[f] + Cs2[c, d, n, m, l, l] + 1)
        for (let c = 0; c < n_square; ++c) {
            for (let d = 0; d < n_square; ++d) {
                for (let n = 0; n < M; ++n) {
                    for (let m = 0; m < M; ++m) {
                        for (let k = 0; k < K; ++k) {
                            for (let l = 0; l < K; ++l) {
                                for (let f = 0; f < n_square; ++f) {
                                    r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f] = (1.0 / Math.sqrt(-(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l])*(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l] + 1.0));
                                }
                            }
                        }
                    }
                }
            }
        }
        // I_hhhg0g0_bblll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let m = n + 1; m < M; ++m) {
                for (let k = 0; k < K; ++k) {
                    for (let l = 0; l < K; ++l) {
                        for (let a = l; a < K; ++a) {
                            let _sum = 0.0;
                            for (let c = 0; c < n_square; ++c) {
                                for (let d = 0; d < n_square; ++d) {
                                    for (let f = 0; f < n_square; ++f) {
                                        _sum += (Math.asin((-Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a]*Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*(r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f])*square[f] + Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a])*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + a)*n_square + f]*r10[(((((c*n_square + d)*M + n)*M + m)*K + k)*K + l)*n_square + f])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*r9[((((c*n_square + d)*M + n)*M + m)*K + k)*n_square + f]*square_weight[c]*square_weight[d]*square_weight[f]);
                                    }
                                }
                            }
                            I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a] = 0.63661977236758138 * _sum;
                            I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                            I_hhhg0g0_bblll[(((m*M + n)*K + k)*K + l)*K + a] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                            I_hhhg0g0_bblll[(((m*M + n)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + l)*K + a];
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = 0; l < K; ++l) {
                    for (let a = l; a < K; ++a) {
                        I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a] = I_qhg0g0_blll[((n*K + k)*K + l)*K + a];
                        I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + a)*K + l] = I_hhhg0g0_bblll[(((n*M + n)*K + k)*K + l)*K + a];
                    }
                }
            }
        }
        // r11: 1/sqrt(Cq[g, n, k, k] + 1)
        for (let g = 0; g < n_quartic; ++g) {
            for (let n = 0; n < M; ++n) {
                for (let k = 0; k < K; ++k) {
                    r11[(g*M + n)*K + k] = (1.0 / Math.sqrt(Cq[((g*M + n)*S + k)*S + k] + 1.0));
                }
            }
        }
        // v1: quartic_weight[g]*r1[n, g]
        for (let n = 0; n < M; ++n) {
            for (let g = 0; g < n_quartic; ++g) {
                v1[n*n_quartic + g] = quartic_weight[g]*r1[n*n_quartic + g];
            }
        }
        // I_qg0g0_bll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    let _sum = 0.0;
                    for (let g = 0; g < n_quartic; ++g) {
                        _sum += (Math.asin(Cq[((g*M + n)*S + k)*S + l]*r11[(g*M + n)*K + k]*r11[(g*M + n)*K + l])*v1[n*n_quartic + g]);
                    }
                    I_qg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * _sum;
                }
            }
        }
        // r12: 1/sqrt(Cs2[c, d, n, i, j, j] + 1)
        for (let c = 0; c < n_square; ++c) {
            for (let d = 0; d < n_square; ++d) {
                for (let n = 0; n < M; ++n) {
                    for (let i = 0; i < S; ++i) {
                        for (let j = 0; j < S; ++j) {
                            r12[(((c*n_square + d)*M + n)*S + i)*S + j] = (1.0 / Math.sqrt(Cs2[((((c*n_square + d)*M + n)*S + i)*S + j)*S + j] + 1.0));
                        }
                    }
                }
            }
        }
        // I_hhg0g0_bbll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let m = n + 1; m < M; ++m) {
                for (let k = 0; k < K; ++k) {
                    for (let l = k; l < K; ++l) {
                        let _sum = 0.0;
                        for (let c = 0; c < n_square; ++c) {
                            for (let d = 0; d < n_square; ++d) {
                                _sum += (Math.asin(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + k]*r12[(((c*n_square + d)*M + n)*S + K + m)*S + l])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_bbll[((n*M + m)*K + k)*K + l] = 0.63661977236758138 * _sum;
                        I_hhg0g0_bbll[((n*M + m)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                        I_hhg0g0_bbll[((m*M + n)*K + k)*K + l] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                        I_hhg0g0_bbll[((m*M + n)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + m)*K + k)*K + l];
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    I_hhg0g0_bbll[((n*M + n)*K + k)*K + l] = I_qg0g0_bll[(n*K + k)*K + l];
                    I_hhg0g0_bbll[((n*M + n)*K + l)*K + k] = I_hhg0g0_bbll[((n*M + n)*K + k)*K + l];
                }
            }
        }
        // I_hhg0g0_bllb: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_m)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = 0; l < K; ++l) {
                    for (let m = 0; m < M; ++m) {
                        let _sum = 0.0;
                        for (let c = 0; c < n_square; ++c) {
                            for (let d = 0; d < n_square; ++d) {
                                _sum += (Math.asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + K + m]*r12[(((c*n_square + d)*M + n)*S + k)*S + l]*r12[(((c*n_square + d)*M + n)*S + k)*S + K + m])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_bllb[((n*K + k)*K + l)*M + m] = 0.63661977236758138 * _sum;
                    }
                }
            }
        }
        // I_hhg0g0_blll: <(g(z_n)^2 - g(oo)^2) (g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = 0; l < K; ++l) {
                    for (let a = l; a < K; ++a) {
                        let _sum = 0.0;
                        for (let c = 0; c < n_square; ++c) {
                            for (let d = 0; d < n_square; ++d) {
                                _sum += (Math.asin(Cs2[((((c*n_square + d)*M + n)*S + k)*S + l)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + a]*r12[(((c*n_square + d)*M + n)*S + k)*S + l])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + k)*n_square + d]*square_weight[c]*square_weight[d]);
                            }
                        }
                        I_hhg0g0_blll[((n*K + k)*K + l)*K + a] = 0.63661977236758138 * _sum;
                    }
                }
            }
        }
        // r13: 1/sqrt(Cs1[c, i, j, j] + 1)
        for (let c = 0; c < n_square; ++c) {
            for (let i = 0; i < S; ++i) {
                for (let j = 0; j < S; ++j) {
                    r13[(c*S + i)*S + j] = (1.0 / Math.sqrt(Cs1[((c*S + i)*S + j)*S + j] + 1.0));
                }
            }
        }
        // v2: r2[n, c]*square_weight[c]
        for (let n = 0; n < M; ++n) {
            for (let c = 0; c < n_square; ++c) {
                v2[n*n_square + c] = r2[(K + n)*n_square + c]*square_weight[c];
            }
        }
        // I_hg0g0_blb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_m)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let m = 0; m < M; ++m) {
                    let _sum = 0.0;
                    for (let c = 0; c < n_square; ++c) {
                        _sum += (Math.asin(Cs1[((c*S + K + n)*S + k)*S + K + m]*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + K + m])*v2[n*n_square + c]);
                    }
                    I_hg0g0_blb[(n*K + k)*M + m] = 0.63661977236758138 * _sum;
                }
            }
        }
        // I_hg0g0_bll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    let _sum = 0.0;
                    for (let c = 0; c < n_square; ++c) {
                        _sum += (Math.asin(Cs1[((c*S + K + n)*S + k)*S + l]*r13[(c*S + K + n)*S + k]*r13[(c*S + K + n)*S + l])*v2[n*n_square + c]);
                    }
                    I_hg0g0_bll[(n*K + k)*K + l] = 0.63661977236758138 * _sum;
                }
            }
        }
        // v3: r2[k, c]*square_weight[c]
        for (let k = 0; k < K; ++k) {
            for (let c = 0; c < n_square; ++c) {
                v3[k*n_square + c] = r2[k*n_square + c]*square_weight[c];
            }
        }
        // I_hg0g0_llb: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_n)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                for (let n = 0; n < M; ++n) {
                    let _sum = 0.0;
                    for (let c = 0; c < n_square; ++c) {
                        _sum += (Math.asin(Cs1[((c*S + k)*S + l)*S + K + n]*r13[(c*S + k)*S + l]*r13[(c*S + k)*S + K + n])*v3[k*n_square + c]);
                    }
                    I_hg0g0_llb[(k*K + l)*M + n] = 0.63661977236758138 * _sum;
                }
            }
        }
        // I_hg0g0_lll: <(g(z_k)^2 - g(oo)^2) g(z_l) g(z_a)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    let _sum = 0.0;
                    for (let c = 0; c < n_square; ++c) {
                        _sum += (Math.asin(Cs1[((c*S + k)*S + l)*S + a]*r13[(c*S + k)*S + a]*r13[(c*S + k)*S + l])*v3[k*n_square + c]);
                    }
                    I_hg0g0_lll[(k*K + l)*K + a] = 0.63661977236758138 * _sum;
                }
            }
        }
        // I_qg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k + 1; l < K; ++l) {
                    for (let a = l + 1; a < K; ++a) {
                        for (let b = a + 1; b < K; ++b) {
                            let _sum = 0.0;
                            for (let g = 0; g < n_quartic; ++g) {
                                _sum += (_joint4(Cq[((g*M + n)*S + k)*S + k], Cq[((g*M + n)*S + k)*S + l], Cq[((g*M + n)*S + k)*S + a], Cq[((g*M + n)*S + k)*S + b], Cq[((g*M + n)*S + l)*S + l], Cq[((g*M + n)*S + l)*S + a], Cq[((g*M + n)*S + l)*S + b], Cq[((g*M + n)*S + a)*S + a], Cq[((g*M + n)*S + a)*S + b], Cq[((g*M + n)*S + b)*S + b])*v1[n*n_quartic + g]);
                            }
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = _sum;
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I_qg0g0_bll[(n*K + a)*K + b] + I_qhg0g0_blll[((n*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_qg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_qg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
                }
            }
        }
        // I_hhg0g0g0g0_bbllll: <(g(z_n)^2 - g(oo)^2) (g(z_m)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let m = n + 1; m < M; ++m) {
                for (let k = 0; k < K; ++k) {
                    for (let l = k + 1; l < K; ++l) {
                        for (let a = l + 1; a < K; ++a) {
                            for (let b = a + 1; b < K; ++b) {
                                let _sum = 0.0;
                                for (let c = 0; c < n_square; ++c) {
                                    for (let d = 0; d < n_square; ++d) {
                                        _sum += (_joint4(Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + k], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + k)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + l], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + l)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + a], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + a)*S + b], Cs2[((((c*n_square + d)*M + n)*S + K + m)*S + b)*S + b])*r2[(K + n)*n_square + c]*r3[((c*M + n)*S + K + m)*n_square + d]*square_weight[c]*square_weight[d]);
                                    }
                                }
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = _sum;
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    for (let a = l; a < K; ++a) {
                        for (let b = a; b < K; ++b) {
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b] = I_qg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + l)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + a)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + k)*K + b)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + b)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + l)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + l)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + l)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + k)*K + a)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + a)*K + b)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + l)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + k)*K + l] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + n)*K + b)*K + a)*K + l)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                for (let k = 0; k < K; ++k) {
                    for (let a = 0; a < K; ++a) {
                        for (let b = a; b < K; ++b) {
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = I_hhg0g0_bbll[((n*M + m)*K + a)*K + b] + I_hhhg0g0_bblll[(((n*M + m)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_hhg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k] = I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        // I_hg0g0g0g0_blllb: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_m)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k + 1; l < K; ++l) {
                    for (let a = l + 1; a < K; ++a) {
                        for (let m = 0; m < M; ++m) {
                            let _sum = 0.0;
                            for (let c = 0; c < n_square; ++c) {
                                _sum += (_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + K + m], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + K + m], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + K + m], Cs1[((c*S + K + n)*S + K + m)*S + K + m])*v2[n*n_square + c]);
                            }
                            I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = _sum;
                            I_hg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_hg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let a = 0; a < K; ++a) {
                    for (let m = 0; m < M; ++m) {
                        I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = I_hg0g0_blb[(n*K + a)*M + m] + I_hhg0g0_bllb[((n*K + k)*K + a)*M + m];
                        I_hg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_hg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m] = I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                    }
                }
            }
        }
        // I_hg0g0g0g0_bllll: <(g(z_n)^2 - g(oo)^2) g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k + 1; l < K; ++l) {
                    for (let a = l + 1; a < K; ++a) {
                        for (let b = a + 1; b < K; ++b) {
                            let _sum = 0.0;
                            for (let c = 0; c < n_square; ++c) {
                                _sum += (_joint4(Cs1[((c*S + K + n)*S + k)*S + k], Cs1[((c*S + K + n)*S + k)*S + l], Cs1[((c*S + K + n)*S + k)*S + a], Cs1[((c*S + K + n)*S + k)*S + b], Cs1[((c*S + K + n)*S + l)*S + l], Cs1[((c*S + K + n)*S + l)*S + a], Cs1[((c*S + K + n)*S + l)*S + b], Cs1[((c*S + K + n)*S + a)*S + a], Cs1[((c*S + K + n)*S + a)*S + b], Cs1[((c*S + K + n)*S + b)*S + b])*v2[n*n_square + c]);
                            }
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = _sum;
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I_hg0g0_bll[(n*K + a)*K + b] + I_hhg0g0_blll[((n*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_hg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
                }
            }
        }
        // I_ssg0g0g0g0_bbllll: <g(z_n)^2 g(z_m)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                for (let k = 0; k < K; ++k) {
                    for (let l = k + 1; l < K; ++l) {
                        for (let a = l + 1; a < K; ++a) {
                            for (let b = a + 1; b < K; ++b) {
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b] = I_g0g0g0g0[((k*S + l)*S + a)*S + b] + I_hg0g0g0g0_bllll[(((m*K + k)*K + l)*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] + I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + l)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + l)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + l)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + l)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + l)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + l)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + l)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + l)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + l)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + l] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                                I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + l)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b];
                            }
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                for (let k = 0; k < K; ++k) {
                    for (let a = 0; a < K; ++a) {
                        for (let b = a; b < K; ++b) {
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b] = I2[a*S + b] + I_hg0g0_lll[(k*K + a)*K + b] + I_hg0g0g0g0_bllll[(((m*K + k)*K + k)*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] + I_hhg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + a)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + k)*K + b)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + a)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + k)*K + b] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + k)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + k)*K + b)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + k)*K + a] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + k)*K + b)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + k)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + a)*K + b)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + k)*K + a)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + a)*K + b)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((n*M + m)*K + b)*K + a)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                            I_ssg0g0g0g0_bbllll[((((m*M + n)*K + b)*K + a)*K + k)*K + k] = I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + k)*K + a)*K + b];
                        }
                    }
                }
            }
        }
    }

    function _7() {
        // I_sg0g0g0g0_blllb: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_m)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k + 1; l < K; ++l) {
                    for (let a = l + 1; a < K; ++a) {
                        for (let m = 0; m < M; ++m) {
                            I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m] = I_g0g0g0g0[((k*S + l)*S + a)*S + K + m] + I_hg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + l)*K + k)*K + a)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + l)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + l)*K + a)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + l)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                            I_sg0g0g0g0_blllb[(((n*K + a)*K + l)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m];
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let a = 0; a < K; ++a) {
                    for (let m = 0; m < M; ++m) {
                        I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m] = I2[a*S + K + m] + I_hg0g0_llb[(k*K + a)*M + m] + I_hg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_sg0g0g0g0_blllb[(((n*K + k)*K + a)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                        I_sg0g0g0g0_blllb[(((n*K + a)*K + k)*K + k)*M + m] = I_sg0g0g0g0_blllb[(((n*K + k)*K + k)*K + a)*M + m];
                    }
                }
            }
        }
        // I_sg0g0g0g0_bllll: <g(z_n)^2 g(z_k) g(z_l) g(z_a) g(z_b)> over the fields
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let l = k + 1; l < K; ++l) {
                    for (let a = l + 1; a < K; ++a) {
                        for (let b = a + 1; b < K; ++b) {
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b] = I_g0g0g0g0[((k*S + l)*S + a)*S + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + a)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + l)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + k)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + l)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + l)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + a)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + l)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + l)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + l)*K + b)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + l)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + l)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + l] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                            I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + l)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b];
                        }
                    }
                }
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b] = I2[a*S + b] + I_hg0g0_lll[(k*K + a)*K + b] + I_hg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + b)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + a)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + k)*K + b] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + k)*K + b)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + k)*K + a] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + k)*K + b)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + k)*K + a)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + a)*K + b)*K + k)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                        I_sg0g0g0g0_bllll[(((n*K + b)*K + a)*K + k)*K + k] = I_sg0g0g0g0_bllll[(((n*K + k)*K + k)*K + a)*K + b];
                    }
                }
            }
        }
    }

    function _8() {
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

    function _9() {
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

    function _10() {
        // H: its response to the task: w_k = h_k + sum_m H_km u_m
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                H[k*M + m] = eta_w*I2[k*S + K + m];
            }
        }
    }

    function _11() {
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

    function _12() {
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

    function _13() {
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

    function _14() {
        // base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        for (let k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
    }

    function _15() {
        for (let n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
    }

    function _16() {
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

    function _17() {
        // kappa: fourth cumulants of the task vector's components
        for (let m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }

    function _18() {
        // mc: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc[k] = 0.0;
        }
    }

    function _19() {
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

    function _20() {
        for (let n = 0; n < M; ++n) {
            mc[K + n] = 0.0;
        }
    }

    function _21() {
        for (let n = 0; n < M; ++n) {
            mc[K + n] += -mean[n];
        }
    }

    function _22() {
        // s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M))
        for (let q = 0; q < M; ++q) {
            for (let k = 0; k < K; ++k) {
                s0[q*K + k] = H[k*M + q]*cov[q*M + q];
            }
        }
    }

    function _23() {
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

    function _24() {
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

    function _25() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G[k*S + l] += mc[k]*mc[l];
                G[l*S + k] = G[k*S + l];
            }
        }
    }

    function _26() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }

    function _27() {
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

    function _28() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _29() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
            }
        }
    }

    function _30() {
        // mc0: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }

    function _31() {
        // G0: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] = 0.0;
            }
        }
    }

    function _32() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
            }
        }
    }

    function _33() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[l*S + k] = G0[k*S + l];
            }
        }
    }

    function _34() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] = 0.0;
            }
        }
    }

    function _35() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }

    function _36() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[(K + n)*S + k] = G0[k*S + K + n];
            }
        }
    }

    function _37() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _38() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] += mc0[K + m]*mc0[K + n];
            }
        }
    }

    function _39() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + m)*S + K + n] = G0[(K + n)*S + K + m];
            }
        }
    }

    function _40() {
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

    function _41() {
        for (let n = 0; n < M; ++n) {
            mc1[K + n] = base1[K + n] - mean[n];
        }
    }

    function _42() {
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

    function _43() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G1[k*S + l] += mc1[k]*mc1[l];
            }
        }
    }

    function _44() {
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

    function _45() {
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

    function _46() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _47() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G1[(K + n)*S + K + m] += mc1[K + m]*mc1[K + n];
            }
        }
    }

    function _48() {
        // GX1: <c_i c_j> over the task, of c0 and c1
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                GX1[k*S + l] = 0.0;
            }
        }
    }

    function _49() {
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                GX1[k*S + l] += mc0[k]*mc1[l];
            }
        }
    }

    function _50() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                GX1[k*S + K + n] = 0.0;
            }
        }
    }

    function _51() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                GX1[k*S + K + n] += mc0[k]*mc1[K + n];
            }
        }
    }

    function _52() {
        for (let n = 0; n < M; ++n) {
            for (let k = 0; k < K; ++k) {
                GX1[(K + n)*S + k] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }

    function _53() {
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

    function _54() {
        for (let n = 0; n < M; ++n) {
            for (let m = 0; m < M; ++m) {
                GX1[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _55() {
        for (let n = 0; n < M; ++n) {
            for (let m = 0; m < M; ++m) {
                GX1[(K + n)*S + K + m] += mc0[K + n]*mc1[K + m];
            }
        }
    }

    function _56() {
        // F: lower triangular factor of the covariance: C = F F^T
        _factor(S, C, F);
    }

    function _57() {
        // p21: share of 2 support samples in 1 given blocks
        p21[0] = 1/P;
        // p22: share of 2 support samples in 2 given blocks, minus 1
        p22[0] = -1.0/P;
    }

    function _58() {
        // p31: share of 3 support samples in 1 given blocks
        p31[0] = higher/(P*P);
    }

    function _59() {
        // p32: share of 3 support samples in 2 given blocks
        p32[0] = 1/P;
    }

    function _60() {
        p32[0] += -higher/(P*P);
    }

    function _61() {
        // p33: share of 3 support samples in 3 given blocks, minus 1
        p33[0] = -3.0*1/P;
    }

    function _62() {
        p33[0] += 2.0*higher/(P*P);
        // p41: share of 4 support samples in 1 given blocks
        p41[0] = higher/(P*P*P);
        // p42: share of 4 support samples in 2 given blocks
        p42[0] = higher/(P*P) - higher/(P*P*P);
    }

    function _63() {
        // p43: share of 4 support samples in 3 given blocks
        p43[0] = 1/P;
    }

    function _64() {
        p43[0] += -3.0*higher/(P*P) + 2.0*higher/(P*P*P);
    }

    function _65() {
        // p44: share of 4 support samples in 4 given blocks, minus 1
        p44[0] = -6.0*1/P;
    }

    function _66() {
        p44[0] += 11.0*higher/(P*P) - 6.0*higher/(P*P*P);
    }

    function _67() {
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

    function _68() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                B2[l*K + k] = B2[k*K + l];
            }
        }
    }

    function _69() {
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

    function _70() {
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

    function _71() {
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

    function _72() {
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

    function _73() {
        // v4: kappa[p]*s6[p, a, b]
        for (let p = 0; p < M; ++p) {
            for (let a = 0; a < K; ++a) {
                for (let b = a; b < K; ++b) {
                    v4[(p*K + a)*K + b] = kappa[p]*s6[(p*K + a)*K + b];
                }
            }
        }
    }

    function _74() {
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

    function _75() {
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

    function _76() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (s6[(p*K + k)*K + l]*v4[(p*K + a)*K + b]);
                        }
                        B22[((k*K + l)*K + a)*K + b] += (eta_w*eta_w*eta_w*eta_w) * _sum;
                    }
                }
            }
        }
    }

    function _77() {
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

    function _78() {
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

    function _79() {
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

    function _80() {
        // v5: L1[i, p]*L1[j, p]*kappa[p]
        for (let p = 0; p < M; ++p) {
            for (let i = 0; i < S; ++i) {
                for (let j = i; j < S; ++j) {
                    v5[(p*S + i)*S + j] = L1[i*M + p]*L1[j*M + p]*kappa[p];
                }
            }
        }
    }

    function _81() {
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

    function _82() {
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

    function _83() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    for (let j = i; j < S; ++j) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (s6[(p*K + k)*K + l]*v5[(p*S + i)*S + j]);
                        }
                        B2xx[((k*K + l)*S + i)*S + j] += (eta_w*eta_w) * _sum;
                    }
                }
            }
        }
    }

    function _84() {
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

    function _85() {
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

    function _86(e) {
        // zn: fields at a node
        for (let i = 0; i < S; ++i) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (F[i*S + j]*nodes[e*S + j]);
            }
            zn[i] = _sum;
        }
    }

    function _87(e) {
        // g0n: g at a node
        for (let i = 0; i < S; ++i) {
            g0n[i] = _erf(0.70710678118654757*zn[i]);
        }
    }

    function _88(e) {
        // mr: mean of the residual over the task
        {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (g0n[j]*mc0[j]);
            }
            mr[0] = -eta_w * _sum;
        }
    }

    function _89(e) {
        // Gr: its second moment
        Gr[0] = (eta_w*eta_w)*(noise*noise);
    }

    function _90(e) {
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

    function _91(e) {
        // Xr: its moment with c1
        for (let i = 0; i < S; ++i) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (GX1[j*S + i]*g0n[j]);
            }
            Xr[i] = -eta_w * _sum;
        }
    }

    function _92(e) {
        // Gd: its second moment, squares of the teacher's units only
        Gd[0] = (eta_w*eta_w)*(noise*noise);
    }

    function _93(e) {
        {
            let _sum = 0.0;
            for (let n = 0; n < M; ++n) {
                _sum += (G0[(K + n)*S + K + n]*(g0n[K + n]*g0n[K + n]));
            }
            Gd[0] += (eta_w*eta_w) * _sum;
        }
    }

    function _94(e) {
        // Xd: its moment with c1, the teacher's units only
        for (let i = 0; i < S; ++i) {
            let _sum = 0.0;
            for (let n = 0; n < M; ++n) {
                _sum += (GX1[(K + n)*S + i]*g0n[K + n]);
            }
            Xd[i] = -eta_w * _sum;
        }
    }

    function _95(e) {
        // q3: <r^3> over the task, at a node
        q3[0] = 3.0*Gr[0]*mr[0] - 2.0*(mr[0]*mr[0]*mr[0]);
    }

    function _96(e) {
        // q3x: <r^3 c1_i> over the task, at a node, but for what needs no nodes
        for (let i = 0; i < S; ++i) {
            q3x[i] = -3.0*Gd[0]*Xd[i] + 3.0*Gr[0]*Xr[i];
        }
    }

    function _97(e) {
        for (let i = 0; i < S; ++i) {
            q3x[i] += -2.0*(mr[0]*mr[0]*mr[0])*mc1[i];
        }
    }

    function _98(e) {
        // q4: <r^4> over the task, at a node, but for what needs no nodes
        q4[0] = -3.0*(Gd[0]*Gd[0]) + 3.0*(Gr[0]*Gr[0]);
    }

    function _99(e) {
        q4[0] += -2.0*(mr[0]*mr[0]*mr[0]*mr[0]);
    }

    function _100(e) {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    B3[(k*K + l)*K + a] += q3[0]*g0n[a]*g0n[k]*g0n[l]*weights[e];
                }
            }
        }
    }

    function _101(e) {
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

    function _102(e) {
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

    function _103() {
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
    }

    function _104() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let i = 0; i < S; ++i) {
                        let _sum = 0.0;
                        for (let n = 0; n < M; ++n) {
                            for (let m = 0; m < M; ++m) {
                                _sum += (G0[(K + n)*S + K + n]*GX1[(K + m)*S + i]*I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + m]);
                            }
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -3.0*(eta_w*eta_w*eta_w) * _sum;
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let i = 0; i < S; ++i) {
                        let _sum = 0.0;
                        for (let n = 0; n < M; ++n) {
                            _sum += (GX1[(K + n)*S + i]*I_g0g0g0g0[((k*S + l)*S + a)*S + K + n]);
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -3.0*(eta_w*eta_w*eta_w)*(noise*noise) * _sum;
                    }
                }
            }
        }
    }

    function _105() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let i = 0; i < S; ++i) {
                        let _sum = 0.0;
                        for (let n = 0; n < M; ++n) {
                            _sum += (I_sg0g0g0g0_blllb[(((n*K + k)*K + l)*K + a)*M + n]*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*L1[i*M + n]*kappa[n]);
                        }
                        B3x[((k*K + l)*K + a)*S + i] += -(eta_w*eta_w*eta_w) * _sum;
                    }
                }
            }
        }
    }

    function _106() {
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
                        B4[((k*K + l)*K + a)*K + b] += 3.0*(eta_w*eta_w*eta_w*eta_w)*(noise*noise*noise*noise)*I_g0g0g0g0[((k*S + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        let _sum = 0.0;
                        for (let n = 0; n < M; ++n) {
                            for (let m = n; m < M; ++m) {
                                _sum += (m > n ? 2.0 : 1.0) * (G0[(K + m)*S + K + m]*G0[(K + n)*S + K + n]*I_ssg0g0g0g0_bbllll[((((n*M + m)*K + k)*K + l)*K + a)*K + b]);
                            }
                        }
                        B4[((k*K + l)*K + a)*K + b] += 3.0*(eta_w*eta_w*eta_w*eta_w) * _sum;
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        let _sum = 0.0;
                        for (let n = 0; n < M; ++n) {
                            _sum += (G0[(K + n)*S + K + n]*I_sg0g0g0g0_bllll[(((n*K + k)*K + l)*K + a)*K + b]);
                        }
                        B4[((k*K + l)*K + a)*K + b] += 6.0*(eta_w*eta_w*eta_w*eta_w)*(noise*noise) * _sum;
                    }
                }
            }
        }
    }

    function _107() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = l; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        let _sum = 0.0;
                        for (let n = 0; n < M; ++n) {
                            _sum += (I_ssg0g0g0g0_bbllll[((((n*M + n)*K + k)*K + l)*K + a)*K + b]*(L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n]*L0[(K + n)*M + n])*kappa[n]);
                        }
                        B4[((k*K + l)*K + a)*K + b] += (eta_w*eta_w*eta_w*eta_w) * _sum;
                    }
                }
            }
        }
    }

    function _108() {
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

    function _109() {
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

    function _110() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                P2[(K + n)*S + K + m] = 0.0;
                P2[(K + m)*S + K + n] = P2[(K + n)*S + K + m];
            }
        }
    }

    function _111() {
        // v10: L1[a, p]*L1[b, p]*L1[l, p]*kappa[p]
        for (let p = 0; p < M; ++p) {
            for (let a = 0; a < K; ++a) {
                for (let b = a; b < K; ++b) {
                    for (let l = 0; l < K; ++l) {
                        v10[((p*K + a)*K + b)*K + l] = L1[a*M + p]*L1[b*M + p]*L1[l*M + p]*kappa[p];
                    }
                }
            }
        }
        // v11: L1[a, p]*L1[l, p]*L1[n, p]*kappa[p]
        for (let n = 0; n < M; ++n) {
            for (let p = 0; p < M; ++p) {
                for (let a = 0; a < K; ++a) {
                    for (let l = 0; l < K; ++l) {
                        v11[((n*M + p)*K + a)*K + l] = L1[a*M + p]*L1[l*M + p]*L1[(K + n)*M + p]*kappa[p];
                    }
                }
            }
        }
        // v12: L1[l, p]*L1[m, p]*L1[n, p]*kappa[p]
        for (let m = 0; m < M; ++m) {
            for (let n = 0; n < M; ++n) {
                for (let p = 0; p < M; ++p) {
                    for (let l = 0; l < K; ++l) {
                        v12[((m*M + n)*M + p)*K + l] = L1[l*M + p]*L1[(K + m)*M + p]*L1[(K + n)*M + p]*kappa[p];
                    }
                }
            }
        }
    }

    function _112() {
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

    function _113() {
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

    function _114() {
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

    function _115() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (L1[k*M + p]*v10[((p*K + a)*K + b)*K + l]);
                        }
                        P4[((k*K + l)*S + a)*S + b] += p44[0] * _sum;
                    }
                }
            }
        }
    }

    function _116() {
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

    function _117() {
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

    function _118() {
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

    function _119() {
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

    function _120() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let n = 0; n < M; ++n) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (L1[k*M + p]*v11[((n*M + p)*K + a)*K + l]);
                        }
                        P4[((k*K + l)*S + a)*S + K + n] += p33[0] * _sum;
                    }
                }
            }
        }
    }

    function _121() {
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

    function _122() {
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

    function _123() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let n = 0; n < M; ++n) {
                    for (let m = n; m < M; ++m) {
                        let _sum = 0.0;
                        for (let p = 0; p < M; ++p) {
                            _sum += (L1[k*M + p]*v12[((m*M + n)*M + p)*K + l]);
                        }
                        P4[((k*K + l)*S + K + n)*S + K + m] += p22[0] * _sum;
                    }
                }
            }
        }
    }

    function _124() {
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

    function _125() {
        // r14: 1/sqrt(C1[k, i, i] + 1)
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                r14[k*S + i] = (1.0 / Math.sqrt(C[i*S + i] - (C[k*S + i]*C[k*S + i])*(r0[k]*r0[k]) + 1.0));
            }
        }
    }

    function _126() {
        // J2: <g'(z_k) g'(z_l)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*r0[k]*r14[k*S + l];
            }
        }
    }

    function _127() {
        // v13: G[k, j]*r14[k, j]
        for (let k = 0; k < K; ++k) {
            for (let j = 0; j < S; ++j) {
                v13[k*S + j] = G[k*S + j]*r14[k*S + j];
            }
        }
    }

    function _128() {
        // v14: P2[k, j]*r14[k, j]
        for (let k = 0; k < K; ++k) {
            for (let j = 0; j < S; ++j) {
                v14[k*S + j] = P2[k*S + j]*r14[k*S + j];
            }
        }
    }

    function _129() {
        // C1_0: partial sum Sum(C[k, j]*v13[k, j], (j, 1, K + M))
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let j = 0; j < S; ++j) {
                _sum += (C[k*S + j]*v13[k*S + j]);
            }
            C1_0[k] = _sum;
        }
        // A: A[k, i] = <sum_s a_k^s z_i^s>, steps against fields
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                A[k*S + i] = 0.63661977236758138*eta_J*C1_0[k]*C[k*S + i]*(r0[k]*r0[k]*r0[k]);
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C[i*S + j]*v13[k*S + j]);
                }
                A[k*S + i] += -0.63661977236758138*eta_J*r0[k] * _sum;
            }
        }
    }

    function _130() {
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                let _sum = 0.0;
                for (let j = 0; j < S; ++j) {
                    _sum += (C1[(k*S + i)*S + j]*v14[k*S + j]);
                }
                A[k*S + i] += -0.63661977236758138*eta_J*r0[k] * _sum;
            }
        }
    }

    function _131() {
        // r15: 1/sqrt(C1[k, i, i] - C1[k, l, i]**2*r14[k, l]**2 + 1)
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let i = 0; i < S; ++i) {
                    r15[(k*K + l)*S + i] = (1.0 / Math.sqrt(C1[(k*S + i)*S + i] - (C1[(k*S + l)*S + i]*C1[(k*S + l)*S + i])*(r14[k*S + l]*r14[k*S + l]) + 1.0));
                }
            }
        }
    }

    function _132() {
        // r16: asin((C1[k, i, j] - C1[k, l, i]*C1[k, l, j]*r14[k, l]**2)*r15[k, l, i]*r15[k, l, j])
        for (let k = 0; k < K; ++k) {
            for (let i = 0; i < S; ++i) {
                for (let j = 0; j < S; ++j) {
                    for (let l = k; l < K; ++l) {
                        r16[((k*S + i)*S + j)*K + l] = Math.asin((C1[(k*S + i)*S + j] - C1[(k*S + i)*S + l]*C1[(k*S + j)*S + l]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j]);
                    }
                }
            }
        }
    }

    function _133() {
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
                        _sum += (j > i ? 2.0 : 1.0) * ((G[i*S + j]*G[k*S + l] + G[k*S + i]*G[l*S + j] + G[k*S + j]*G[l*S + i] - 2.0*mc[i]*mc[j]*mc[k]*mc[l])*Math.asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j]));
                    }
                }
                E[k*K + l] += 0.4052847345693511*(eta_J*eta_J)*r0[k]*r14[k*S + l]/V * _sum;
            }
        }
    }

    function _134() {
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
                        _sum += (j > i ? 2.0 : 1.0) * (Math.asin((C1[(k*S + i)*S + j] - C1[(k*S + l)*S + i]*C1[(k*S + l)*S + j]*(r14[k*S + l]*r14[k*S + l]))*r15[(k*K + l)*S + i]*r15[(k*K + l)*S + j])*P4[((k*K + l)*S + i)*S + j]);
                    }
                }
                E[k*K + l] += 0.4052847345693511*(eta_J*eta_J)*r0[k]*r14[k*S + l]/V * _sum;
            }
        }
    }

    function _135() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    for (let j = 0; j < S; ++j) {
                        for (let p = 0; p < M; ++p) {
                            _sum += (L[i*M + p]*L[j*M + p]*L[k*M + p]*L[l*M + p]*kappa[p]*r16[((k*S + i)*S + j)*K + l]);
                        }
                    }
                }
                E[k*K + l] += 0.4052847345693511*(eta_J*eta_J)*r0[k]*r14[k*S + l]/V * _sum;
            }
        }
    }

    function _136() {
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

    function _137() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                dQ[_packed(K, k, l)] += E[k*K + l];
            }
        }
    }

    function _138() {
        // dw0: dw0/dalpha
        for (let k = 0; k < K; ++k) {
            dw0[k] = 0.0;
        }
    }

    function _139() {
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
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && n_nodes === 0 && (_some(w0) || _some(mean) || _coupled(cov, M))) {
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
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _2();
        }
        if (Number.isFinite(P)) {
            _3();
        }
        _4();
        if (Number.isFinite(P)) {
            _5();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _6();
            _7();
        }
        if (general) {
            _8();
        }
        for (let _step = 1; general && _step < inner_steps; ++_step) {
            _9();
        }
        _10();
        for (let _step = 1; _step < inner_steps; ++_step) {
            _11();
        }
        if (Number.isFinite(V) && kurtosis !== null) {
            _12();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _13();
        }
        if (Number.isFinite(P) && general) {
            _14();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _15();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _16();
        }
        if (Number.isFinite(V) && kurtosis !== null) {
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
        _24();
        if (general) {
            _25();
        }
        _26();
        if (general) {
            _27();
        }
        if (Number.isFinite(V)) {
            _28();
        }
        if (Number.isFinite(V) && general) {
            _29();
        }
        if (Number.isFinite(P) && general) {
            _30();
        }
        if (Number.isFinite(P)) {
            _31();
        }
        if (Number.isFinite(P) && general) {
            _32();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _33();
        }
        if (Number.isFinite(P)) {
            _34();
        }
        if (Number.isFinite(P) && general) {
            _35();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _36();
        }
        if (Number.isFinite(P)) {
            _37();
        }
        if (Number.isFinite(P) && general) {
            _38();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _39();
        }
        if (Number.isFinite(P) && general) {
            _40();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _41();
        }
        if (Number.isFinite(P)) {
            _42();
        }
        if (Number.isFinite(P) && general) {
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
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _52();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _53();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _54();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _55();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _56();
        }
        if (Number.isFinite(P)) {
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
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _63();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _64();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _65();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _66();
        }
        if (Number.isFinite(P)) {
            _67();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _68();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _69();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _70();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _71();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _72();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && kurtosis !== null) {
            _73();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _74();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general && higher > 0.0) {
            _75();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && kurtosis !== null) {
            _76();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _77();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _78();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _79();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _80();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _81();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _82();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _83();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _84();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _85();
            for (let e = 0; e < n_nodes; ++e) {
                _86(e);
                _87(e);
                if (general) {
                    _88(e);
                }
                _89(e);
                _90(e);
                _91(e);
                _92(e);
                _93(e);
                _94(e);
                if (general) {
                    _95(e);
                }
                _96(e);
                if (general) {
                    _97(e);
                }
                _98(e);
                if (general) {
                    _99(e);
                }
                if (general) {
                    _100(e);
                }
                _101(e);
                _102(e);
            }
            _103();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _104();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && kurtosis !== null) {
            _105();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _106();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0 && kurtosis !== null) {
            _107();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _108();
        }
        if (Number.isFinite(P)) {
            _109();
        }
        if (Number.isFinite(P) && general) {
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
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _114();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _115();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general && higher > 0.0) {
            _116();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _117();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _118();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && higher > 0.0) {
            _119();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _120();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _121();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && general) {
            _122();
        }
        if (Number.isFinite(P) && Number.isFinite(V) && kurtosis !== null) {
            _123();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _124();
        }
        _125();
        if (Number.isFinite(V)) {
            _126();
        }
        _127();
        if (Number.isFinite(P)) {
            _128();
        }
        _129();
        if (Number.isFinite(P)) {
            _130();
        }
        if (Number.isFinite(V)) {
            _131();
        }
        if (Number.isFinite(V) && kurtosis !== null) {
            _132();
        }
        if (Number.isFinite(V)) {
            _133();
        }
        if (Number.isFinite(P) && Number.isFinite(V)) {
            _134();
        }
        if (Number.isFinite(V) && kurtosis !== null) {
            _135();
        }
        _136();
        if (Number.isFinite(V)) {
            _137();
        }
        _138();
        if (general) {
            _139();
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
    const r2 = new Float64Array(S);
    const I2 = new Float64Array(S*S);
    const h = new Float64Array(K);
    const h_next = new Float64Array(K);
    const H = new Float64Array(K*M);
    const H_next = new Float64Array(K*M);
    const mc = new Float64Array(S);
    const s0 = new Float64Array(M*K);
    const G = new Float64Array(S*S);
    const _with_P = Number.isFinite(P) ? 1 : 0;
    const r0 = new Float64Array(_with_P*S*n_fine);
    const r1 = new Float64Array(_with_P*S*S*n_fine);
    const v0 = new Float64Array(_with_P*n_fine*S);
    const I_eg0g0_fff = new Float64Array(_with_P*S*S*S);
    const r3 = new Float64Array(_with_P*S*S);
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
    }

    function _4() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                C[(K + n)*S + k] = C[k*S + K + n];
            }
        }
    }

    function _5() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C[(K + n)*S + K + m] = T[n*M + m];
            }
        }
    }

    function _6() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                C[(K + m)*S + K + n] = C[(K + n)*S + K + m];
            }
        }
        // r0: 1/sqrt(C[i, i]*fine[x] + 1)
        for (let i = 0; i < S; ++i) {
            for (let x = 0; x < n_fine; ++x) {
                r0[i*n_fine + x] = (1.0 / Math.sqrt(C[i*S + i]*fine[x] + 1.0));
            }
        }
        // r1: 1/sqrt(-C[i, j]**2*fine[x]*r0[i, x]**2 + C[j, j] + 1)
        for (let i = 0; i < S; ++i) {
            for (let j = 0; j < S; ++j) {
                for (let x = 0; x < n_fine; ++x) {
                    r1[(i*S + j)*n_fine + x] = (1.0 / Math.sqrt(-(C[i*S + j]*C[i*S + j])*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + j] + 1.0));
                }
            }
        }
        // v0: fine_weight[x]*r0[i, x]
        for (let x = 0; x < n_fine; ++x) {
            for (let i = 0; i < S; ++i) {
                v0[x*S + i] = fine_weight[x]*r0[i*n_fine + x];
            }
        }
        // I_eg0g0_fff: <(g(z_i)^2 - g(oo)^2) g(z_j) g(z_r)> over the fields
        for (let i = 0; i < S; ++i) {
            for (let j = 0; j < S; ++j) {
                for (let r = j; r < S; ++r) {
                    let _sum = 0.0;
                    for (let x = 0; x < n_fine; ++x) {
                        _sum += (Math.asin((-C[i*S + j]*C[i*S + r]*fine[x]*(r0[i*n_fine + x]*r0[i*n_fine + x]) + C[j*S + r])*r1[(i*S + j)*n_fine + x]*r1[(i*S + r)*n_fine + x])*v0[x*S + i]);
                    }
                    I_eg0g0_fff[(i*S + j)*S + r] = 0.63661977236758138 * _sum;
                }
            }
        }
    }

    function _7() {
        // r2: 1/sqrt(C[i, i] + 1)
        for (let i = 0; i < S; ++i) {
            r2[i] = (1.0 / Math.sqrt(C[i*S + i] + 1.0));
        }
        // I2: <g(z_i) g(z_j)> over the fields
        for (let i = 0; i < S; ++i) {
            for (let j = i; j < S; ++j) {
                I2[i*S + j] = 0.63661977236758138*Math.asin(C[i*S + j]*r2[i]*r2[j]);
                I2[j*S + i] = I2[i*S + j];
            }
        }
    }

    function _8() {
        // r3: asin(C[i, j]*r2[i]*r2[j])
        for (let i = 0; i < S; ++i) {
            for (let j = i; j < S; ++j) {
                r3[i*S + j] = Math.asin(C[i*S + j]*r2[i]*r2[j]);
            }
        }
        // I_g0g0g0g0: <g(z_i) g(z_j) g(z_r) g(z_s)> over the fields
        for (let i = 0; i < S; ++i) {
            for (let j = i + 1; j < S; ++j) {
                for (let r = j + 1; r < S; ++r) {
                    for (let s = r + 1; s < S; ++s) {
                        I_g0g0g0g0[((i*S + j)*S + r)*S + s] = _joint4(C[i*S + i], C[i*S + j], C[i*S + r], C[i*S + s], C[j*S + j], C[j*S + r], C[j*S + s], C[r*S + r], C[r*S + s], C[s*S + s]);
                        I_g0g0g0g0[((j*S + i)*S + r)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + r)*S + j)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + j)*S + s)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + r)*S + i)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + i)*S + s)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + i)*S + j)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + r)*S + s)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + s)*S + j)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + j)*S + i)*S + s] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + r)*S + s)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + s)*S + i)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + i)*S + s)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((i*S + s)*S + r)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + i)*S + j)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + j)*S + s)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((j*S + s)*S + r)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + j)*S + i)*S + r] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + i)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + i)*S + r)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((r*S + s)*S + j)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + j)*S + r)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + i)*S + j] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                        I_g0g0g0g0[((s*S + r)*S + j)*S + i] = I_g0g0g0g0[((i*S + j)*S + r)*S + s];
                    }
                }
            }
        }
        for (let i = 0; i < S; ++i) {
            for (let j = 0; j < S; ++j) {
                for (let r = j; r < S; ++r) {
                    I_g0g0g0g0[((i*S + i)*S + j)*S + r] = I_eg0g0_fff[(i*S + j)*S + r] + 0.63661977236758138*r3[j*S + r];
                    I_g0g0g0g0[((i*S + i)*S + r)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + j)*S + i)*S + r] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + r)*S + i)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + j)*S + r)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + i)*S + i)*S + r] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((i*S + r)*S + j)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + i)*S + i)*S + j] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + i)*S + r)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + i)*S + j)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((j*S + r)*S + i)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                    I_g0g0g0g0[((r*S + j)*S + i)*S + i] = I_g0g0g0g0[((i*S + i)*S + j)*S + r];
                }
            }
        }
    }

    function _9() {
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

    function _10() {
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

    function _11() {
        // H: its response to the task: w_k = h_k + sum_m H_km u_m
        for (let k = 0; k < K; ++k) {
            for (let m = 0; m < M; ++m) {
                H[k*M + m] = eta_w*I2[k*S + K + m];
            }
        }
    }

    function _12() {
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

    function _13() {
        // base1: c = (adapted head minus its start, -u): c_i = base1[i] + sum_m L1[i, m] u_m
        for (let k = 0; k < K; ++k) {
            base1[k] = h[k] - w0[k];
        }
        for (let n = 0; n < M; ++n) {
            base1[K + n] = 0.0;
        }
    }

    function _14() {
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

    function _15() {
        // s0: partial sum Sum(H[k, p]*cov[p, q], (p, 1, M))
        for (let q = 0; q < M; ++q) {
            for (let k = 0; k < K; ++k) {
                s0[q*K + k] = H[k*M + q]*cov[q*M + q];
            }
        }
    }

    function _16() {
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

    function _17() {
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

    function _18() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G[k*S + l] += mc[k]*mc[l];
            }
        }
    }

    function _19() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G[k*S + K + n] = -H[k*M + n]*cov[n*M + n];
            }
        }
    }

    function _20() {
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

    function _21() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _22() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G[(K + n)*S + K + m] += mc[K + m]*mc[K + n];
            }
        }
    }

    function _23() {
        // mc0: <c_i> over the task
        for (let k = 0; k < K; ++k) {
            mc0[k] = w0[k];
        }
        for (let n = 0; n < M; ++n) {
            mc0[K + n] = -mean[n];
        }
    }

    function _24() {
        // G0: <c_i c_j> over the task
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] = 0.0;
            }
        }
    }

    function _25() {
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                G0[k*S + l] += mc0[k]*mc0[l];
            }
        }
    }

    function _26() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] = 0.0;
            }
        }
    }

    function _27() {
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                G0[k*S + K + n] += mc0[k]*mc0[K + n];
            }
        }
    }

    function _28() {
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                G0[(K + n)*S + K + m] = cov[n*M + m];
            }
        }
    }

    function _29() {
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

    function _30() {
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

    function _31() {
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

    function _32() {
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
                        _sum += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I_g0g0g0g0[((k*S + l)*S + i)*S + j]);
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

    function _33() {
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

    function _34() {
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
        if (Number.isFinite(P)) {
            _4();
        }
        _5();
        if (Number.isFinite(P)) {
            _6();
        }
        _7();
        if (Number.isFinite(P)) {
            _8();
        }
        if (general) {
            _9();
        }
        for (let _step = 1; general && _step < inner_steps; ++_step) {
            _10();
        }
        _11();
        for (let _step = 1; _step < inner_steps; ++_step) {
            _12();
        }
        if (Number.isFinite(P) && general) {
            _13();
        }
        if (general) {
            _14();
        }
        _15();
        if (general) {
            _16();
        }
        _17();
        if (general) {
            _18();
        }
        _19();
        if (general) {
            _20();
        }
        _21();
        if (general) {
            _22();
        }
        if (Number.isFinite(P) && general) {
            _23();
        }
        if (Number.isFinite(P)) {
            _24();
        }
        if (Number.isFinite(P) && general) {
            _25();
        }
        if (Number.isFinite(P)) {
            _26();
        }
        if (Number.isFinite(P) && general) {
            _27();
        }
        if (Number.isFinite(P)) {
            _28();
        }
        if (Number.isFinite(P) && general) {
            _29();
        }
        if (Number.isFinite(P)) {
            _30();
        }
        if (Number.isFinite(P) && general) {
            _31();
        }
        if (Number.isFinite(P)) {
            _32();
        }
        _33();
        if (Number.isFinite(P)) {
            _34();
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
