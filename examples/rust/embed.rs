// FO-ANIL with three students and three teachers: alpha and eps_g.
//
//     cc -O2 -std=c99 -c ../../generated/c/fo_anil.c -o fo_anil.o
//     rustc -O -C link-arg=fo_anil.o -l m embed.rs -o embed && ./embed
#[path = "../../generated/rust/fo_anil.rs"]
mod fo_anil;
use fo_anil::{words, Arrays, Options, Params, Solver};

fn main() -> Result<(), String> {
    let start = [
        0.10, -0.05, 0.20, 0.03, 0.15, -0.10, -0.08, 0.02, 0.12, // R, row by row
        0.5, 0.0, 0.0, 0.5, 0.0, 0.5, // Q, upper triangle
        0.0, 0.0, 0.0, // head start
    ];
    let params = Params { eta_J: 6.0, eta_w: 4.0, V: 100.0, ..Params::default() }; // tasks N(0, 1)
    let arrays = Arrays { T: Some(vec![1.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 3.0]), ..Arrays::default() };
    let alphas: Vec<f64> = (0..11).map(|point| 2.0 * point as f64).collect();
    let options = Options { rtol: 1e-10, atol: 1e-14, max_steps: 0 };
    let mut solver = Solver::new(3, 3, params, arrays)?;
    let (states, status, _) = solver.integrate(&start, &alphas, options);
    if status != fo_anil::OK {
        return Err(words(status).to_string());
    }
    for (alpha, state) in alphas.iter().zip(states.chunks(start.len())) {
        println!("{} {:.14e}", alpha, solver.eps_g(state).map_err(words)?);
    }
    Ok(())
}
