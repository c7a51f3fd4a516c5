// Answers requests, a list as JSON on standard input; "inf" stands for the number that JSON has not, "nan" in what is answered.
import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";

const read = (x) => (Array.isArray(x) ? x.map(read) : x === "inf" ? Infinity : x);
const written = (x) => Array.from(x, (value) => (Number.isNaN(value) ? "nan" : value));

function answer(module, {counts, given, rule, state, observables, alphas, options}) {
    const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, read(value)]));
    const solver = module.solver(...counts, rule ? {...values, ...module.rule(...counts, rule)} : values);
    const found = {};
    if (alphas) {
        const {states, ...done} = solver.integrate(state, alphas, options);
        Object.assign(found, done, {states: written(states)});
    } else {
        found.rhs = written(solver.rhs(state));
        for (const name of observables ?? []) {
            found[name] = solver[name](state);
        }
    }
    return found;
}

const answers = [];
for (const request of JSON.parse(readFileSync(0, "utf8"))) {
    try {
        const module = await import(pathToFileURL(request.path));
        answers.push({digest: module.DIGEST, ...answer(module, request)});
    } catch (error) {
        answers.push({error: error.message});
    }
}
console.log(JSON.stringify(answers));
