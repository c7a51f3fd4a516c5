/*
 * curriculum.js - SGD on the labels of threshold units, with inputs that distract
 *
 * Emitted by orderode 0.1.0 from the system curriculum, digest bedb9d0e7bec3026. Do not edit: change the model or
 * the templates and regenerate. Licence of this file: MIT-0, it owes nobody anything.
 * Reference: Saglietti, Sarao Mannelli, Saxe, arXiv 2106.08068
 *
 * Conventions
 *   activation    g(x) = erf(x/sqrt(2)) for the learner's units, g(x) = sign(x) for the teacher's
 *   inputs        blocks h of shares[h] N coordinates, independent N(0, variances[h])
 *   local fields  lambda_k = J_k.x/sqrt(N), beta_m = B_m.x/sqrt(N)
 *   overlaps      Q = J J^T/N, R = J B^T/N, T = B B^T/N, within each block
 *   outputs       f = sum_k w_k g(lambda_k), y = sum_m u_m g(beta_m); no 1/sqrt(K), no 1/sqrt(M)
 *   task          u with given mean and covariance, Gaussian or independent with given kurtosis
 *   loss          l = (f - y - noise*zeta)^2/2
 *   time          alpha = t/N after t steps
 *
 * Limits and closures
 *   N -> inf (exact): K, M and all numbers of samples stay fixed; overlaps are self-averaging
 *   covariance of one step (approximation): left out: not derived yet: rules give <z z g g> of two threshold units that differ, alone
 *
 * State: R row by row (blocks x K x M), then the upper triangle of Q of each block row by row (blocks*K*(K + 1)/2), then the head start w0 (K).
 * Time: alpha = t/N. Any K >= 1, M >= 1, blocks >= 1. An ES module without imports; the loops are those of curriculum.c.
 */

/** Digest of the system these functions were emitted from. */
export const DIGEST = "bedb9d0e7bec3026";

/** Status of a trajectory: a name in words, and why it ended; codes as in curriculum.h. */
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
        eta_0: 0.0, // rate of the head start
        noise: 0.0, // standard deviation of label noise
        decay: 0.0, // weight decay of the first layer
        V: Infinity, // samples in the query set; Infinity for the limit
        T: undefined, // overlaps of the teacher, blocks x M x M
        mean: null, // mean of the task vector, M; null: all 1
        cov: null, // its covariance, M x M; null: zero
        kurtosis: null, // kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M; null: Gaussian
        shares: undefined, // share of the inputs that are in each block, blocks
        variances: null, // variance of the inputs in each block, blocks; null: all 1
    };
}

/** Numbers in a state. */
export function state_size(K, M, blocks) {
    return blocks*K*M + blocks*K*(K + 1)/2 + K;
}

/* Place of element (k, l) = (l, k) in the upper triangle of a K x K matrix, row by row. */
function _packed(K, k, l) {
    return k <= l ? (k*(2*K - k - 1) >> 1) + l : (l*(2*K - l - 1) >> 1) + k;
}

/* sqrt(x - y); 0 where rounding made y the larger, NaN farther out. */
function _root(x, y) {
    return x >= y ? Math.sqrt(x - y) : (y - x <= 1e-9*x ? 0.0 : NaN);
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
function _accepted(K, M, blocks, given) {
    const _g = defaults();

    for (const [name, value] of Object.entries({K, M, blocks})) {
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
    if (!(_g.noise >= 0.0 && Number.isFinite(_g.noise))) {
        throw new RangeError(`noise is negative or not finite: ${_g.noise}`);
    }
    if (!(_g.decay >= 0.0 && Number.isFinite(_g.decay))) {
        throw new RangeError(`decay is negative or not finite: ${_g.decay}`);
    }
    if (!(_g.V >= 1.0)) {
        throw new RangeError(`V is not at least 1: ${_g.V}`);
    }
    if (_g.T === undefined) {
        throw new RangeError("T has to be given: overlaps of the teacher, blocks x M x M");
    }
    _g.T = _numbers("T", _g.T, blocks*M*M);
    _g.mean = _g.mean === null ? _filled(M, 1.0, 0) : _numbers("mean", _g.mean, M);
    _g.cov = _g.cov === null ? _filled(M*M, 0.0, M) : _numbers("cov", _g.cov, M*M);
    _g.kurtosis = _g.kurtosis === null ? null : _numbers("kurtosis", _g.kurtosis, M);
    if (_g.shares === undefined) {
        throw new RangeError("shares has to be given: share of the inputs that are in each block, blocks");
    }
    _g.shares = _numbers("shares", _g.shares, blocks);
    _g.variances = _g.variances === null ? _filled(blocks, 1.0, 0) : _numbers("variances", _g.variances, blocks);
    return _g;
}

/* What evaluates d state/d alpha, with its work arrays; a status, and the numbers in ``_into``. */
function _of_rhs(K, M, blocks, _g) {
    const S = K + M;
    const {eta_J, eta_0, noise, decay, V, T, mean, cov, kurtosis, shares, variances} = _g;
    const R = new Float64Array(blocks*K*M);
    const Q = new Float64Array(blocks*K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const dR = new Float64Array(blocks*K*M);
    const dQ = new Float64Array(blocks*K*(K + 1)/2);
    const dw0 = new Float64Array(K);
    const Cb = new Float64Array(blocks*S*S);
    const C = new Float64Array(S*S);
    const r0 = new Float64Array(K);
    const C1 = new Float64Array(K*S*S);
    const r1 = new Float64Array(K);
    const I2 = new Float64Array(S*S);
    const I_g1d = new Float64Array(K*M);
    const I_g2g0 = new Float64Array(K*S);
    const J2 = new Float64Array(K*K);
    const base0 = new Float64Array(S);
    const L0 = new Float64Array(S*M);
    const mc0 = new Float64Array(S);
    const G0 = new Float64Array(S*S);
    const W = new Float64Array(K*S);
    const A = new Float64Array(blocks*K*S);
    const _with_V = Number.isFinite(V) ? 1 : 0;
    const r2 = new Float64Array(_with_V*K*K);
    const I4 = new Float64Array(_with_V*K*K*S*S);
    const E = new Float64Array(_with_V*K*K);
    const _with_V_kurtosis = Number.isFinite(V) && kurtosis !== null ? 1 : 0;
    const kappa = new Float64Array(_with_V_kurtosis*M);
    const _always = _g.eta_0 !== 0 || _some(_g.cov);
    let general = _always;

    function _0() {
        // Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]]
        for (let h = 0; h < blocks; ++h) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + _packed(K, k, l)]*variances[h];
                    Cb[(h*S + l)*S + k] = Cb[(h*S + k)*S + l];
                }
            }
        }
        for (let h = 0; h < blocks; ++h) {
            for (let k = 0; k < K; ++k) {
                for (let n = 0; n < M; ++n) {
                    Cb[(h*S + k)*S + K + n] = R[(h*K + k)*M + n]*variances[h];
                    Cb[(h*S + K + n)*S + k] = Cb[(h*S + k)*S + K + n];
                }
            }
        }
        for (let h = 0; h < blocks; ++h) {
            for (let n = 0; n < M; ++n) {
                for (let m = n; m < M; ++m) {
                    Cb[(h*S + K + n)*S + K + m] = T[(h*M + n)*M + m]*variances[h];
                    Cb[(h*S + K + m)*S + K + n] = Cb[(h*S + K + n)*S + K + m];
                }
            }
        }
        // C: covariance of the fields: sum over blocks
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let h = 0; h < blocks; ++h) {
                    _sum += (Cb[(h*S + k)*S + l]);
                }
                C[k*S + l] = _sum;
                C[l*S + k] = C[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                let _sum = 0.0;
                for (let h = 0; h < blocks; ++h) {
                    _sum += (Cb[(h*S + k)*S + K + n]);
                }
                C[k*S + K + n] = _sum;
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                let _sum = 0.0;
                for (let h = 0; h < blocks; ++h) {
                    _sum += (Cb[(h*S + K + n)*S + K + m]);
                }
                C[(K + n)*S + K + m] = _sum;
            }
        }
        // r0: 1/sqrt(C[k, k] + 1)
        for (let k = 0; k < K; ++k) {
            r0[k] = (1.0 / Math.sqrt(C[k*S + k] + 1.0));
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

    function _1() {
        // r1: C[k, k] + 1
        for (let k = 0; k < K; ++k) {
            r1[k] = C[k*S + k] + 1.0;
        }
        // I2: <g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                I2[k*S + l] = 0.63661977236758138*Math.atan2(C[k*S + l], _root(r1[k]*r1[l], (C[k*S + l]*C[k*S + l])));
                I2[l*S + k] = I2[k*S + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                I2[k*S + K + n] = 0.63661977236758138*Math.atan2(C[k*S + K + n], _root(C[(K + n)*S + K + n]*r1[k], (C[k*S + K + n]*C[k*S + K + n])));
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n + 1; m < M; ++m) {
                I2[(K + n)*S + K + m] = 0.63661977236758138*Math.atan2(C[(K + n)*S + K + m], _root(C[(K + m)*S + K + m]*C[(K + n)*S + K + n], (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])));
                I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
            }
        }
        for (let n = 0; n < M; ++n) {
            I2[(K + n)*S + K + n] = 1.0;
        }
    }

    function _2() {
        // r2: 1/sqrt(C1[k, l, l] + 1)
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                r2[k*K + l] = (1.0 / Math.sqrt(C1[(k*S + l)*S + l] + 1.0));
            }
        }
        // I4: <g'(z_k) g'(z_l) g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let b = a; b < K; ++b) {
                        I4[((k*K + l)*S + a)*S + b] = 0.4052847345693511*Math.atan2(C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]), _root((C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0)*(C1[(k*S + b)*S + b] - (C1[(k*S + l)*S + b]*C1[(k*S + l)*S + b])*(r2[k*K + l]*r2[k*K + l]) + 1.0), ((C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l]))*(C1[(k*S + a)*S + b] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + b]*(r2[k*K + l]*r2[k*K + l])))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + a)*S + b] = I4[((k*K + l)*S + a)*S + b];
                        I4[((k*K + l)*S + b)*S + a] = I4[((k*K + l)*S + a)*S + b];
                        I4[((l*K + k)*S + b)*S + a] = I4[((k*K + l)*S + a)*S + b];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let a = 0; a < K; ++a) {
                    for (let n = 0; n < M; ++n) {
                        I4[((k*K + l)*S + a)*S + K + n] = 0.4052847345693511*Math.atan2(C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]), _root((-(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n])*(C1[(k*S + a)*S + a] - (C1[(k*S + l)*S + a]*C1[(k*S + l)*S + a])*(r2[k*K + l]*r2[k*K + l]) + 1.0), ((C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]))*(C1[(k*S + a)*S + K + n] - C1[(k*S + l)*S + a]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l])))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + a)*S + K + n] = I4[((k*K + l)*S + a)*S + K + n];
                        I4[((k*K + l)*S + K + n)*S + a] = I4[((k*K + l)*S + a)*S + K + n];
                        I4[((l*K + k)*S + K + n)*S + a] = I4[((k*K + l)*S + a)*S + K + n];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let n = 0; n < M; ++n) {
                    for (let m = n + 1; m < M; ++m) {
                        I4[((k*K + l)*S + K + n)*S + K + m] = 0.4052847345693511*Math.atan2(-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m], _root((-(C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + m])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + m)*S + K + m])*(-(C1[(k*S + l)*S + K + n]*C1[(k*S + l)*S + K + n])*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + n]), ((-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m])*(-C1[(k*S + l)*S + K + m]*C1[(k*S + l)*S + K + n]*(r2[k*K + l]*r2[k*K + l]) + C1[(k*S + K + n)*S + K + m]))))*r0[k]*r2[k*K + l];
                        I4[((l*K + k)*S + K + n)*S + K + m] = I4[((k*K + l)*S + K + n)*S + K + m];
                        I4[((k*K + l)*S + K + m)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + m];
                        I4[((l*K + k)*S + K + m)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + m];
                    }
                }
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                for (let n = 0; n < M; ++n) {
                    I4[((k*K + l)*S + K + n)*S + K + n] = 0.63661977236758138*r0[k]*r2[k*K + l];
                    I4[((l*K + k)*S + K + n)*S + K + n] = I4[((k*K + l)*S + K + n)*S + K + n];
                }
            }
        }
    }

    function _3() {
        // I_g1d: <g'(z_k) g'(z_n)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                I_g1d[k*M + n] = 0.63661977236758138*(1.0 / Math.sqrt(C1[(k*S + K + n)*S + K + n]))*r0[k];
            }
        }
        // I_g2g0: <g''(z_k) g(z_i)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                I_g2g0[k*S + l] = -0.63661977236758138*(1.0 / Math.sqrt(C1[(k*S + l)*S + l] + 1.0))*C1[(k*S + k)*S + l]*r0[k];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                I_g2g0[k*S + K + n] = -0.63661977236758138*(1.0 / Math.sqrt(C1[(k*S + K + n)*S + K + n]))*C1[(k*S + k)*S + K + n]*r0[k];
            }
        }
        // J2: <g'(z_k) g'(z_l)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                J2[k*K + l] = 0.63661977236758138*(1.0 / Math.sqrt(C1[(k*S + l)*S + l] + 1.0))*r0[k];
                J2[l*K + k] = J2[k*K + l];
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
    }

    function _4() {
        // kappa: fourth cumulants of the task vector's components
        for (let m = 0; m < M; ++m) {
            kappa[m] = (kurtosis[m] - 3.0)*(cov[m*M + m]*cov[m*M + m]);
        }
    }

    function _5() {
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

    function _6() {
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

    function _7() {
        // W: W[k, j] = <sum_s da_k^s/dz_j^s>, slopes of the steps in the fields
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                W[k*S + l] = -eta_J*G0[k*S + l]*J2[k*K + l];
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let l = 0; l < K; ++l) {
                let _sum = 0.0;
                for (let i = 0; i < S; ++i) {
                    _sum += (G0[k*S + i]*I_g2g0[k*S + i]);
                }
                W[k*S + l] += -eta_J*(k === l ? 1.0 : 0.0) * _sum;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                W[k*S + K + n] = -eta_J*G0[k*S + K + n]*I_g1d[k*M + n];
            }
        }
        // A: A[h, k, i] = <sum_s a_k^s z_hi^s>, steps against fields of block h
        for (let h = 0; h < blocks; ++h) {
            for (let k = 0; k < K; ++k) {
                for (let i = 0; i < S; ++i) {
                    let _sum = 0.0;
                    for (let j = 0; j < S; ++j) {
                        _sum += (Cb[(h*S + i)*S + j]*W[k*S + j]);
                    }
                    A[(h*K + k)*S + i] = _sum;
                }
            }
        }
    }

    function _8() {
        // E: E[k, l] = <sum_s a_k^s a_l^s>, steps against steps
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                E[k*K + l] = (eta_J*eta_J)*(noise*noise)*G0[k*S + l]*J2[k*K + l]/V;
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
                E[k*K + l] += (eta_J*eta_J)/V * _sum;
            }
        }
    }

    function _9() {
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
                E[k*K + l] += (eta_J*eta_J)/V * _sum;
            }
        }
    }

    function _10() {
        // dR: dR/dalpha
        for (let h = 0; h < blocks; ++h) {
            for (let k = 0; k < K; ++k) {
                for (let n = 0; n < M; ++n) {
                    dR[(h*K + k)*M + n] = -decay*eta_J*R[(h*K + k)*M + n] + A[(h*K + k)*S + K + n];
                }
            }
        }
        // dQ: dQ/dalpha
        for (let h = 0; h < blocks; ++h) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    dQ[h*(K*(K + 1)/2) + _packed(K, k, l)] = -2.0*decay*eta_J*Q[h*(K*(K + 1)/2) + _packed(K, k, l)] + A[(h*K + k)*S + l] + A[(h*K + l)*S + k];
                }
            }
        }
    }

    function _11() {
        for (let h = 0; h < blocks; ++h) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    dQ[h*(K*(K + 1)/2) + _packed(K, k, l)] += E[k*K + l]*shares[h]*variances[h];
                }
            }
        }
    }

    function _12() {
        // dw0: dw0/dalpha
        for (let k = 0; k < K; ++k) {
            dw0[k] = 0.0;
        }
    }

    function _13() {
        for (let k = 0; k < K; ++k) {
            let _sum = 0.0;
            for (let i = 0; i < S; ++i) {
                _sum += (I2[k*S + i]*mc0[i]);
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
        if (Number.isFinite(V)) {
            _2();
        }
        _3();
        if (Number.isFinite(V) && general && kurtosis !== null) {
            _4();
        }
        _5();
        if (general) {
            _6();
        }
        _7();
        if (Number.isFinite(V)) {
            _8();
        }
        if (Number.isFinite(V) && general && kurtosis !== null) {
            _9();
        }
        _10();
        if (Number.isFinite(V)) {
            _11();
        }
        _12();
        if (general) {
            _13();
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
function _of_eps_g(K, M, blocks, _g) {
    const S = K + M;
    const {T, mean, cov, variances} = _g;
    const R = new Float64Array(blocks*K*M);
    const Q = new Float64Array(blocks*K*(K + 1)/2);
    const w0 = new Float64Array(K);
    const eps_g = new Float64Array(1);
    const Cb = new Float64Array(blocks*S*S);
    const C = new Float64Array(S*S);
    const r0 = new Float64Array(K);
    const I2 = new Float64Array(S*S);
    const base0 = new Float64Array(S);
    const L0 = new Float64Array(S*M);
    const mc0 = new Float64Array(S);
    const G0 = new Float64Array(S*S);
    const _always = _g.eta_0 !== 0 || _some(_g.cov);
    let general = _always;

    function _0() {
        // Cb: covariance of the fields of block h: variances[h] [[Q, R], [R^T, T]]
        for (let h = 0; h < blocks; ++h) {
            for (let k = 0; k < K; ++k) {
                for (let l = k; l < K; ++l) {
                    Cb[(h*S + k)*S + l] = Q[h*(K*(K + 1)/2) + _packed(K, k, l)]*variances[h];
                }
            }
        }
        for (let h = 0; h < blocks; ++h) {
            for (let k = 0; k < K; ++k) {
                for (let n = 0; n < M; ++n) {
                    Cb[(h*S + k)*S + K + n] = R[(h*K + k)*M + n]*variances[h];
                }
            }
        }
        for (let h = 0; h < blocks; ++h) {
            for (let n = 0; n < M; ++n) {
                for (let m = n; m < M; ++m) {
                    Cb[(h*S + K + n)*S + K + m] = T[(h*M + n)*M + m]*variances[h];
                }
            }
        }
        // C: covariance of the fields: sum over blocks
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                let _sum = 0.0;
                for (let h = 0; h < blocks; ++h) {
                    _sum += (Cb[(h*S + k)*S + l]);
                }
                C[k*S + l] = _sum;
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                let _sum = 0.0;
                for (let h = 0; h < blocks; ++h) {
                    _sum += (Cb[(h*S + k)*S + K + n]);
                }
                C[k*S + K + n] = _sum;
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n; m < M; ++m) {
                let _sum = 0.0;
                for (let h = 0; h < blocks; ++h) {
                    _sum += (Cb[(h*S + K + n)*S + K + m]);
                }
                C[(K + n)*S + K + m] = _sum;
            }
        }
        // r0: C[k, k] + 1
        for (let k = 0; k < K; ++k) {
            r0[k] = C[k*S + k] + 1.0;
        }
        // I2: <g(z_i) g(z_j)> over the fields
        for (let k = 0; k < K; ++k) {
            for (let l = k; l < K; ++l) {
                I2[k*S + l] = 0.63661977236758138*Math.atan2(C[k*S + l], _root(r0[k]*r0[l], (C[k*S + l]*C[k*S + l])));
            }
        }
        for (let k = 0; k < K; ++k) {
            for (let n = 0; n < M; ++n) {
                I2[k*S + K + n] = 0.63661977236758138*Math.atan2(C[k*S + K + n], _root(C[(K + n)*S + K + n]*r0[k], (C[k*S + K + n]*C[k*S + K + n])));
            }
        }
        for (let n = 0; n < M; ++n) {
            for (let m = n + 1; m < M; ++m) {
                I2[(K + n)*S + K + m] = 0.63661977236758138*Math.atan2(C[(K + n)*S + K + m], _root(C[(K + m)*S + K + m]*C[(K + n)*S + K + n], (C[(K + n)*S + K + m]*C[(K + n)*S + K + m])));
                I2[(K + m)*S + K + n] = I2[(K + n)*S + K + m];
            }
        }
        for (let n = 0; n < M; ++n) {
            I2[(K + n)*S + K + n] = 1.0;
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
                    _sum += (j > i ? 2.0 : 1.0) * (G0[i*S + j]*I2[i*S + j]);
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
function _norms_negative(K, M, blocks, states, from) {
    from += blocks*K*M;
    for (let h = 0; h < blocks; ++h) {
        for (let k = 0; k < K; ++k) {
            if (states[from + h*(K*(K + 1)/2) + _packed(K, k, k)] < 0.0) {
                return true;
            }
        }
    }
    from += blocks*K*(K + 1)/2;
    from += K;
    return false;
}

/**
 * Solves for K units of the learner and M of the teacher, blocks of the inputs, with the parameters that ``defaults`` lists. What is wrong
 * with them is thrown, in words.
 *
 * rhs(state)                d state/d alpha; throws where there is none.
 * eps_g(state)              loss on fresh data.
 * integrate(state, alphas)  the state at each of the increasing times, from ``state`` at the first one, row by row; status and
 *                           why it ended. A third argument may have rtol, atol and max_steps. Rows that are not reached are NaN.
 */
export function solver(K, M, blocks, given = {}) {
    const _g = _accepted(K, M, blocks, given);
    const size = state_size(K, M, blocks);
    const slope = _of_rhs(K, M, blocks, _g);
    const _1 = _of_eps_g(K, M, blocks, _g);
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
        if (status === STATUS.OK && _norms_negative(K, M, blocks, y, 0)) {
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
            let negative = _norms_negative(K, M, blocks, y, 0);
            for (let row = first; row < next && !negative; ++row) {
                negative = _norms_negative(K, M, blocks, states, row*size);
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
