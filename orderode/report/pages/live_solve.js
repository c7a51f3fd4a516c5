const model = @@model@@;
const INFINITE = Infinity;

/* -- one trajectory --------------------------------------------------------------------------------------------------- */

function solved({K, M, T, R, Q, w0, given, alphas}) {
    const triangle = Q.flatMap((row, k) => row.slice(k));
    const run = (more) => {
        const made = solver(K, M, {...given, T, ...more});
        return [made, made.integrate([...R.flat(), ...triangle, ...w0], alphas, {rtol: model.rtol, atol: model.atol, max_steps: 20000})];
    };
    let [made, found] = run({});
    if (model.rule && found.status === STATUS.NODES) {
        [made, found] = run(rule(K, M, 1021));
    }
    const size = made.state_size, reached = alphas.filter((_, point) => Number.isFinite(found.states[point*size])).length;
    const column = (place) => alphas.slice(0, reached).map((_, point) => found.states[point*size + place]);
    const curves = {R: [], rho: [], Q: [], error: []};
    let place = K*M;
    const norms = Array.from({length: K}, (_, k) => {
        const x = column(place);
        place += K - k;
        curves.Q.push({y: x, color: 5, dash: k});
        return x;
    });
    for (let k = 0; k < K; ++k) {
        for (let n = 0; n < M; ++n) {
            const y = column(k*M + n);
            curves.R.push({y, color: n, dash: k});
            curves.rho.push({y: y.map((r, point) => r/Math.sqrt(norms[k][point]*T[n][n])), color: n, dash: k});
        }
    }
    curves.error.push({y: alphas.slice(0, reached).map((_, point) => made.eps_g(found.states.subarray(point*size, (point + 1)*size))), color: 0, dash: 0});
    const {status, message, accepted, alpha} = found;
    return {curves, found: {status, message, accepted, alpha}, reached};
}

/* What both are where they are so many that a trajectory takes longer than a frame. */
const slow = ({given}) => [given.P, given.V].every((x) => x !== undefined && x !== INFINITE);

if (typeof document === "undefined") { // in a worker, which integrates while the page is dragged
    onmessage = ({data}) => {
        const begun = performance.now();
        try {
            postMessage({...solved(data), took: performance.now() - begun});
        } catch (fault) {
            postMessage({fault: fault.message});
        }
    };
}
