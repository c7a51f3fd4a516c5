const find = (id) => document.getElementById(id);
const form = find("sliders");

/* -- sliders: what they are called, where they stand, and what their places mean ------------------------------------- */

const sliders = [];
function slider(group, name, label, {low, high, step, value, read = (x) => x, show = (x) => String(x)}) {
    let box = form.querySelector(`[data-group="${group}"]`);
    if (!box) {
        box = form.appendChild(document.createElement("fieldset"));
        box.dataset.group = group;
        box.appendChild(document.createElement("legend")).textContent = group;
    }
    const line = box.appendChild(document.createElement("label"));
    line.appendChild(document.createElement("span")).innerHTML = label;
    const shown = line.appendChild(document.createElement("output"));
    const input = line.appendChild(document.createElement("input"));
    Object.assign(input, {type: "range", id: name, min: low, max: high, step});
    input.value = value;
    sliders.push({name, input, shown, read, show});
}

const plain = (x) => String(Number(x.toPrecision(4)));
// 1, 2, 5, 10, ..., 10000, and the limit at the end
const SAMPLES = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 200, 500, 1000, 10000, INFINITE];
const samples = {low: 0, high: SAMPLES.length - 1, step: 1, value: SAMPLES.length - 1, read: (x) => SAMPLES[x], show: (x) => (x === INFINITE ? "∞" : String(x))};

slider("Sizes", "K", "K, units of the student", {low: 1, high: 6, step: 1, value: 3});
slider("Sizes", "M", "M, units of the teacher", {low: 1, high: 6, step: 1, value: 3});
for (const p of model.parameters) {
    const label = `${p.symbol}, ${p.meaning}`;
    if (p.values === "rate") {
        slider("Algorithm", p.name, label, {low: 0, high: p.high, step: p.high/200, value: p.value, show: plain});
    } else if (p.values === "samples") {
        slider("Algorithm", p.name, label, samples);
    } else if (p.values === "count") {
        slider("Algorithm", p.name, label, {low: 1, high: 10, step: 1, value: p.value});
    }
}
slider("Teacher", "length", "T<sub>11</sub>, squared length of the first unit", {low: 0.2, high: 3, step: 0.1, value: 1, show: plain});
slider("Teacher", "graded", "T<sub>nn</sub> − T<sub>n−1,n−1</sub>", {low: 0, high: 2, step: 0.1, value: model.graded, show: plain});
slider("Teacher", "cosine", "cosine between two of them", {low: 0, high: 0.9, step: 0.05, value: 0, show: plain});
slider("Start", "norm", "Q<sub>kk</sub> at α = 0", {low: 0.05, high: 2, step: 0.05, value: 0.5, show: plain});
slider("Start", "own", "R<sub>kk</sub>, with the unit of the same number", {low: 0, high: 0.5, step: 0.01, value: 0.1, show: plain});
slider("Start", "spread", "standard deviation of all R<sub>kn</sub>", {low: 0, high: 0.2, step: 0.005, value: 0.05, show: plain});
slider("Start", "seed", "seed of these", {low: 1, high: 30, step: 1, value: 1});
slider("Run", "alpha_end", "α at the end", {low: 0, high: 3, step: 0.05, value: Math.log10(model.alpha_end), read: (x) => Number((10**x).toPrecision(3)), show: plain});

/* -- what they say, as parameters and a state ------------------------------------------------------------------------ */

/* Standard normal numbers of a seed: a linear congruential generator, and Box and Muller. */
function normals(seed) {
    let x = 2654435761*seed % 4294967296;
    const uniform = () => ((x = (1664525*x + 1013904223) % 4294967296) + 0.5)/4294967296;
    for (let skipped = 0; skipped < 10; ++skipped) {
        uniform();
    }
    return () => Math.sqrt(-2*Math.log(uniform()))*Math.cos(2*Math.PI*uniform());
}

const rounded = (x) => Math.round(1e6*x)/1e6;

function chosen() {
    const at = {};
    for (const s of sliders) {
        at[s.name] = s.read(Number(s.input.value));
        s.shown.textContent = s.show(at[s.name]);
    }
    const {K, M} = at, normal = normals(at.seed);
    const lengths = Array.from({length: M}, (_, n) => at.length + n*at.graded);
    const T = lengths.map((a, n) => lengths.map((b, m) => rounded(n === m ? a : at.cosine*Math.sqrt(a*b))));
    const random = Array.from({length: 6}, () => Array.from({length: 6}, normal));
    const R = Array.from({length: K}, (_, k) => lengths.map((_, n) => rounded((k % M === n ? at.own : 0) + at.spread*random[k][n])));
    const Q = Array.from({length: K}, (_, k) => Array.from({length: K}, (_, l) => (k === l ? at.norm : 0)));
    const given = Object.fromEntries(model.parameters.filter((p) => p.name in at).map((p) => [p.name, at[p.name]]));
    const alphas = Array.from({length: 201}, (_, point) => at.alpha_end*point/200);
    return {K, M, T, R, Q, w0: new Array(K).fill(HEAD_START), given, alphas};
}

function problem({K, M, T, R, Q, given, alphas}) {
    const rows = (x) => `[${x.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
    const lines = Object.entries(given).map(([name, value]) => `${name} = ${value === INFINITE ? "inf" : value}`);
    return `model = "${model.model}"\nactivation = "${model.activation}"\nK = ${K}\nM = ${M}\n\n[parameters]\n${lines.join("\n")}\n\n[overlaps]\n`
        + `T = ${rows(T)}\nQ = ${rows(Q)}\nR = ${rows(R)}\n\n[run]\nalpha_end = ${alphas.at(-1)}\npoints = 201\nrtol = ${model.rtol}\natol = ${model.atol}\n`;
}

/* Whether there are weights with these overlaps: the matrix [[Q, R], [R^T, T]] has a triangular factor. */
function possible({T, R, Q}) {
    const C = [...Q.map((row, k) => [...row, ...R[k]]), ...T.map((row, n) => [...R.map((of) => of[n]), ...row])];
    const F = C.map((row) => row.map(() => 0));
    for (let i = 0; i < C.length; ++i) {
        for (let j = 0; j <= i; ++j) {
            const rest = C[i][j] - F[j].reduce((sum, x, k) => sum + (k < j ? x*F[i][k] : 0), 0);
            if (i === j && !(rest >= -1e-9)) {
                return false;
            }
            F[i][j] = i === j ? Math.sqrt(Math.max(rest, 0)) : F[j][j] > 1e-9 ? rest/F[j][j] : 0;
        }
    }
    return true;
}

/* -- drawing ---------------------------------------------------------------------------------------------------------- */

const DASHES = [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [1, 2]];
const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/* Powers of ten from low to high, both logarithms, and if these are few twice and five times them. */
function decades(low, high) {
    const found = [];
    for (let n = Math.floor(low); n <= high; ++n) {
        for (const factor of high - low < 2.5 ? [1, 2, 5] : [1]) {
            found.push(n + Math.log10(factor));
        }
    }
    const inside = found.filter((x) => x >= low && x <= high);
    return inside.length > 1 ? inside.filter((_, place) => place % Math.ceil(inside.length/7) === 0) : ticks(low, high);
}

/* Some five round numbers from low to high. */
function ticks(low, high) {
    const raw = (high - low)/4, power = 10**Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map((x) => x*power).find((x) => x >= raw);
    const found = [];
    for (let n = Math.ceil(low/step - 1e-9); n*step <= high + 1e-9*step; ++n) {
        found.push(n*step);
    }
    return found;
}

function draw(id, alphas, curves, logarithmic) {
    const canvas = find(id), scale = window.devicePixelRatio || 1, width = canvas.clientWidth, height = canvas.clientHeight;
    if (canvas.width !== Math.round(width*scale) || canvas.height !== Math.round(height*scale)) {
        canvas.width = Math.round(width*scale);
        canvas.height = Math.round(height*scale);
    }
    const c = canvas.getContext("2d"), left = 52, right = width - 8, top = 8, bottom = height - 24, end = alphas.at(-1);
    c.setTransform(scale, 0, 0, scale, 0, 0);
    c.clearRect(0, 0, width, height);
    let low = Infinity, high = -Infinity;
    for (const {y} of curves) {
        for (const value of y) {
            if (Number.isFinite(value) && (!logarithmic || value > 0)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
    }
    if (!(high >= low)) {
        return;
    }
    const to = logarithmic ? Math.log10 : (x) => x;
    low = to(low);
    high = to(high);
    const room = Math.max(0.04*(high - low), 1e-6 + 1e-3*Math.abs(high));
    low -= room;
    high += room;
    const X = (alpha) => left + (right - left)*alpha/end, Y = (value) => bottom - (bottom - top)*(to(value) - low)/(high - low);
    c.font = "12px system-ui, sans-serif";
    c.strokeStyle = color("--line");
    c.fillStyle = color("--soft");
    c.lineWidth = 1;
    c.setLineDash([]);
    c.strokeRect(left, top, right - left, bottom - top);
    c.textAlign = "center";
    for (const alpha of ticks(0, end)) {
        c.fillText(plain(alpha), Math.min(X(alpha), right - 10), bottom + 16);
    }
    c.textAlign = "right";
    for (const value of logarithmic ? decades(low, high) : ticks(low, high)) {
        const y = bottom - (bottom - top)*(value - low)/(high - low);
        c.fillText(logarithmic && value < -3 ? (10**value).toExponential(0) : plain(logarithmic ? 10**value : value), left - 5, y + 4);
        c.beginPath();
        c.moveTo(left, y);
        c.lineTo(right, y);
        c.stroke();
    }
    c.lineWidth = 1.6;
    for (const curve of curves) {
        c.strokeStyle = color(`--c${curve.color}`);
        c.setLineDash(DASHES[curve.dash]);
        c.beginPath();
        curve.y.forEach((value, point) => (point ? c.lineTo(X(alphas[point]), Y(value)) : c.moveTo(X(alphas[0]), Y(value))));
        c.stroke();
    }
}

/* -- what happens when one is moved ----------------------------------------------------------------------------------- */

let last = null;

/* What the sliders say now; a problem that has no solution is told. */
function read() {
    const asked = chosen();
    find("problem").textContent = problem(asked);
    find("key").innerHTML = asked.T.map((_, n) => `<span style="color: var(--c${n})">n = ${n + 1}</span>`).join("");
    if (!possible(asked)) {
        shown(asked, {fault: "These overlaps are no covariance: take smaller R or larger Q."}, performance.now());
        return null;
    }
    return asked;
}

function shown(asked, {curves, found, reached, took, fault}, begun) {
    if (fault) {
        last = {...asked, message: fault};
        find("said").textContent = fault;
    } else {
        draw("error", asked.alphas, curves.error, true);
        for (const id of ["R", "rho", "Q"]) {
            draw(id, asked.alphas, curves[id], false);
        }
        const error = curves.error[0].y;
        last = {...asked, curves, message: found.message, reached, solve: took, whole: performance.now() - begun, accepted: found.accepted};
        const ended = found.status === STATUS.OK ? "" : ` Stopped at α = ${plain(found.alpha)}: ${found.message}.`;
        find("said").innerHTML = `ε<sub>g</sub>(${plain(asked.alphas[reached - 1])}) = ${error.at(-1).toPrecision(6)}; ${found.accepted} steps, ${took.toFixed(1)} ms.${ended}`;
    }
    document.documentElement.dataset.drawn = String(Number(document.documentElement.dataset.drawn || 0) + 1);
}

/* At once, on this thread. */
function redraw() {
    const begun = performance.now(), asked = read();
    if (!asked) {
        return;
    }
    let made;
    try {
        made = solved(asked);
        made.took = performance.now() - begun;
    } catch (fault) {
        made = {fault: fault.message};
    }
    shown(asked, made, begun);
}

/* A worker integrates what takes long; of what is asked for meanwhile the latest is next. */
const source = find("page").textContent.split("/* -- page -- */")[0].replace(/^export /gm, ""); // file: has no modules for workers
let worker = null, running = null, next = null;
function later(asked) {
    next = asked;
    find("plots").style.opacity = 0.5;
    if (running) {
        return;
    }
    if (!worker) {
        worker = new Worker(URL.createObjectURL(new Blob([source], {type: "text/javascript"})));
        worker.onmessage = ({data}) => {
            const {asked: done, begun} = running;
            running = null;
            find("plots").style.opacity = next ? 0.5 : 1;
            shown(done, data, begun);
            if (next) {
                begin();
            }
        };
    }
    begin();
}

function begin() {
    running = {asked: next, begun: performance.now()};
    next = null;
    worker.postMessage(running.asked);
}

function refresh() {
    const asked = read();
    if (asked && slow(asked)) {
        later(asked);
    } else if (asked) {
        next = null;
        find("plots").style.opacity = 1;
        redraw();
    }
}

let waiting = false;
function soon() {
    if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => {
            waiting = false;
            refresh();
        });
    }
}

form.addEventListener("input", soon);
window.addEventListener("resize", soon);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", soon);
find("copy").addEventListener("click", () => navigator.clipboard.writeText(find("problem").textContent));
window.live = {redraw, last: () => last, busy: () => running !== null};
redraw();
