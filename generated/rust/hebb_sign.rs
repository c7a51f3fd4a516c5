// hebb_sign.rs - Hebb's rule on the labels of a teacher of threshold units: declarations of hebb_sign.h, and a solver that owns its work array.
//
// Emitted by orderode 0.1.0 from the system hebb_sign, digest e9a1a51d62f343a8. Do not edit. Licence of this file: MIT-0.
// Link with the object of hebb_sign.c and libm.
#![allow(dead_code, non_snake_case, non_upper_case_globals)]

use std::ffi::CStr;
use std::os::raw::{c_char, c_double, c_int, c_ulong};
use std::ptr;

/// Digest of the system that the functions were emitted from.
pub const DIGEST: &str = "e9a1a51d62f343a8";

/// Of structs, codes and calls: another number where one of them is another.
pub const ABI: c_int = 99292680;

// Status of a call, one for each fault.
/// ok
pub const OK: c_int = 0;
/// K is less than 1
pub const BAD_K: c_int = 1;
/// non-finite: the state holds NaN or infinity
pub const NONFINITE: c_int = 2;
/// domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance
pub const DOMAIN: c_int = 3;
/// negative norm: a diagonal element of Q became negative
pub const NEGATIVE_NORM: c_int = 4;
/// step limit: max_steps reached
pub const STEP_LIMIT: c_int = 5;
/// step size: the next step would be as small as rounding
pub const STEP_SIZE: c_int = 6;
/// params is NULL
pub const NULL_PARAMS: c_int = 7;
/// the times (alphas) do not increase
pub const TIMES: c_int = 8;
/// rtol is negative or not finite
pub const RTOL: c_int = 9;
/// atol is not positive or not finite
pub const ATOL: c_int = 10;
/// the instruction set (instructions) is not one of this processor and build
pub const INSTRUCTIONS: c_int = 11;
/// the observable is none of this model
pub const OBSERVABLE: c_int = 12;
/// the number of nodes (size) is that of no rule
pub const RULE: c_int = 13;
/// nodes and weights are missing: finite P and V need them
pub const NODES: c_int = 14;
/// K + M is larger than the dimensions of any rule
pub const RULE_UNITS: c_int = 15;
/// M is less than 1
pub const BAD_M: c_int = 16;
/// K and M are so large that the work array would have more than INT_MAX doubles
pub const TOO_LARGE: c_int = 17;
/// there are no times: n is 0
pub const NO_TIMES: c_int = 18;
/// a time (alphas) is not finite
pub const TIMES_NONFINITE: c_int = 19;
/// options is NULL
pub const NULL_OPTIONS: c_int = 20;
/// what to start from (state0, states) is NULL
pub const NULL_STATE: c_int = 21;
/// alphas is NULL
pub const NULL_TIMES: c_int = 22;
/// where the results go is NULL
pub const NULL_RESULTS: c_int = 23;
/// work is NULL
pub const NULL_WORK: c_int = 24;
/// request is NULL
pub const NULL_REQUEST: c_int = 25;
/// the program was made for another header: version or size of params differ
pub const LAYOUT: c_int = 26;
/// eta_J is negative or not finite
pub const BAD_eta_J: c_int = 32;
/// eta_0 is negative or not finite
pub const BAD_eta_0: c_int = 33;
/// noise is negative or not finite
pub const BAD_noise: c_int = 34;
/// decay is negative or not finite
pub const BAD_decay: c_int = 35;
/// V is not at least 1
pub const BAD_V: c_int = 36;
/// T has an element that is not finite
pub const BAD_T: c_int = 37;
/// mean has an element that is not finite
pub const BAD_mean: c_int = 38;
/// cov has an element that is not finite
pub const BAD_cov: c_int = 39;
/// kurtosis has an element that is not finite
pub const BAD_kurtosis: c_int = 40;
/// T is NULL, and has to be given
pub const MISSING_T: c_int = 41;
/// V is finite, and has to be infinite here
pub const FINITE_V: c_int = 42;

/// Parameters of the algorithm, as in hebb_sign.h: matrices are stored row by row, a null pointer stands for the default.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Params {
    /// rate of the first layer
    pub eta_J: c_double,
    /// rate of the head start
    pub eta_0: c_double,
    /// standard deviation of label noise
    pub noise: c_double,
    /// weight decay of the first layer
    pub decay: c_double,
    /// samples in the query set
    pub V: c_double,
    /// overlaps of the teacher, M x M
    pub T: *const c_double,
    /// mean of the task vector, M
    pub mean: *const c_double,
    /// its covariance, M x M
    pub cov: *const c_double,
    /// kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M
    pub kurtosis: *const c_double,
}

/// Step control of the integrator.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Options {
    pub rtol: c_double,
    pub atol: c_double,
    /// Accepted and rejected together; 0 means 10 million.
    pub max_steps: c_ulong,
}

/// What the integrator did.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Stats {
    pub accepted: c_ulong,
    pub rejected: c_ulong,
    pub evaluations: c_ulong,
    pub alpha: c_double,
}

extern "C" {
    fn hebb_sign_defaults(params: *mut Params);
    fn hebb_sign_state_size(K: c_int, M: c_int) -> usize;
    fn hebb_sign_work_size(K: c_int, M: c_int, params: *const Params) -> usize;
    fn hebb_sign_rhs(K: c_int, M: c_int, params: *const Params, state: *const c_double, found: *mut c_double, work: *mut c_double) -> c_int;
    fn hebb_sign_eps_g(K: c_int, M: c_int, params: *const Params, state: *const c_double, found: *mut c_double, work: *mut c_double) -> c_int;
    fn hebb_sign_integrate(K: c_int, M: c_int, params: *const Params, options: *const Options, start: *const c_double,
        n: usize, alphas: *const c_double, states: *mut c_double, stats: *mut Stats, work: *mut c_double) -> c_int;
    fn hebb_sign_check(version: c_int, size: usize) -> c_int;
    fn hebb_sign_strerror(status: c_int) -> *const c_char;
}

/// The words for a status.
pub fn words(status: c_int) -> &'static str {
    unsafe { CStr::from_ptr(hebb_sign_strerror(status)) }.to_str().unwrap_or("")
}

impl Default for Params {
    fn default() -> Self {
        let mut made = Params {
            eta_J: 0.0,
            eta_0: 0.0,
            noise: 0.0,
            decay: 0.0,
            V: 0.0,
            T: ptr::null(),
            mean: ptr::null(),
            cov: ptr::null(),
            kurtosis: ptr::null(),
        };
        unsafe { hebb_sign_defaults(&mut made) };
        made
    }
}

/// Arrays of numbers that parameters point to; those given have the shapes that ``Params`` says.
#[derive(Clone, Default)]
pub struct Arrays {
    pub T: Option<Vec<f64>>,
    pub mean: Option<Vec<f64>>,
    pub cov: Option<Vec<f64>>,
    pub kurtosis: Option<Vec<f64>>,
}

/// Solves for K units of the learner and M of the teacher. A state is R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K).
pub struct Solver {
    K: c_int,
    M: c_int,
    params: Params,
    arrays: Arrays,
    work: Vec<f64>,
}

impl Solver {
    /// Pointers of ``params`` are those of ``arrays``; Err names the fault.
    pub fn new(K: usize, M: usize, params: Params, arrays: Arrays) -> Result<Self, &'static str> {
        let mut made = Solver { K: K as c_int, M: M as c_int, params, arrays, work: Vec::new() };
        made.params.T = made.arrays.T.as_ref().map_or(ptr::null(), |x| x.as_ptr());
        made.params.mean = made.arrays.mean.as_ref().map_or(ptr::null(), |x| x.as_ptr());
        made.params.cov = made.arrays.cov.as_ref().map_or(ptr::null(), |x| x.as_ptr());
        made.params.kurtosis = made.arrays.kurtosis.as_ref().map_or(ptr::null(), |x| x.as_ptr());
        let status = unsafe { hebb_sign_check(ABI, std::mem::size_of::<Params>()) };
        if status != OK {
            return Err(words(status));
        }
        let size = unsafe { hebb_sign_work_size(made.K, made.M, &made.params) };
        if size == 0 {
            return Err("no work array for these K, M and parameters");
        }
        made.work = vec![0.0; size];
        Ok(made)
    }

    pub fn state_size(&self) -> usize {
        unsafe { hebb_sign_state_size(self.K, self.M) }
    }

    /// d state/d alpha; Err is a status.
    pub fn rhs(&mut self, state: &[f64]) -> Result<Vec<f64>, c_int> {
        assert_eq!(state.len(), self.state_size(), "numbers of a state");
        let mut found = vec![0.0; state.len()];
        let status = unsafe {
            hebb_sign_rhs(self.K, self.M, &self.params, state.as_ptr(), found.as_mut_ptr(), self.work.as_mut_ptr())
        };
        if status == OK { Ok(found) } else { Err(status) }
    }

    /// share of wrong labels; Err is a status.
    pub fn eps_g(&mut self, state: &[f64]) -> Result<f64, c_int> {
        assert_eq!(state.len(), self.state_size(), "numbers of a state");
        let mut found = 0.0;
        let status = unsafe {
            hebb_sign_eps_g(self.K, self.M, &self.params, state.as_ptr(), &mut found, self.work.as_mut_ptr())
        };
        if status == OK { Ok(found) } else { Err(status) }
    }

    /// The states at the increasing ``alphas``, one after the other, from ``start`` at the first of them, the status, and what
    /// the integrator did; from where it failed they are NaN.
    pub fn integrate(&mut self, start: &[f64], alphas: &[f64], options: Options) -> (Vec<f64>, c_int, Stats) {
        assert_eq!(start.len(), self.state_size(), "numbers of a state");
        let mut states = vec![0.0; alphas.len() * start.len()];
        let mut stats = Stats::default();
        let status = unsafe {
            hebb_sign_integrate(self.K, self.M, &self.params, &options, start.as_ptr(), alphas.len(), alphas.as_ptr(),
                states.as_mut_ptr(), &mut stats, self.work.as_mut_ptr())
        };
        (states, status, stats)
    }
}
