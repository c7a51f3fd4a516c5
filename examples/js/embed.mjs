// FO-ANIL with three students and three teachers: alpha and eps_g. Run it: node embed.mjs; in a browser the same lines do, in a <script type="module">.
import {solver} from "../../generated/js/fo_anil.js";

const anil = solver(3, 3, {eta_J: 6, eta_w: 4, V: 100, T: [[1, 0, 0], [0, 2, 0], [0, 0, 3]]}); // tasks N(0, 1)
const R = [[0.10, -0.05, 0.20], [0.03, 0.15, -0.10], [-0.08, 0.02, 0.12]];
const start = [...R.flat(), 0.5, 0, 0, 0.5, 0, 0.5, 0, 0, 0]; // then the upper triangle of Q and the head start
const alphas = Array.from({length: 11}, (_, point) => 2*point);
const found = anil.integrate(start, alphas, {rtol: 1e-10, atol: 1e-14});
for (const [point, alpha] of alphas.entries()) {
    console.log(alpha, anil.eps_g(found.states.subarray(point*anil.state_size, (point + 1)*anil.state_size)));
}
