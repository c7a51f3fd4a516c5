! giant_step_square.f90 - Giant steps: gradient descent on batches of as many samples as there are inputs: giant_step_square.h for Fortran 2008.
!
! Emitted by orderode 0.1.0 from the system giant_step_square, digest ebb5b80595c585f3. Do not edit. Licence of this file: MIT-0.
! Link with the object of giant_step_square.c and libm.
module giant_step_square
  use, intrinsic :: iso_c_binding
  implicit none

  ! Digest of the system that the functions were emitted from.
  character(*), parameter :: giant_step_square_digest = "ebb5b80595c585f3"
  ! Of structs, codes and calls: another number where one of them is another.
  integer(c_int), parameter :: giant_step_square_abi = 47050578

  ! Status of a call, one for each fault.
  ! ok
  integer(c_int), parameter :: giant_step_square_status_OK = 0
  ! K is less than 1
  integer(c_int), parameter :: giant_step_square_status_BAD_K = 1
  ! non-finite: the state holds NaN or infinity
  integer(c_int), parameter :: giant_step_square_status_NONFINITE = 2
  ! domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance
  integer(c_int), parameter :: giant_step_square_status_DOMAIN = 3
  ! negative norm: a diagonal element of Q became negative
  integer(c_int), parameter :: giant_step_square_status_NEGATIVE_NORM = 4
  ! step limit: max_steps reached
  integer(c_int), parameter :: giant_step_square_status_STEP_LIMIT = 5
  ! step size: the next step would be as small as rounding
  integer(c_int), parameter :: giant_step_square_status_STEP_SIZE = 6
  ! params is NULL
  integer(c_int), parameter :: giant_step_square_status_NULL_PARAMS = 7
  ! the times (alphas) do not increase
  integer(c_int), parameter :: giant_step_square_status_TIMES = 8
  ! rtol is negative or not finite
  integer(c_int), parameter :: giant_step_square_status_RTOL = 9
  ! atol is not positive or not finite
  integer(c_int), parameter :: giant_step_square_status_ATOL = 10
  ! the instruction set (instructions) is not one of this processor and build
  integer(c_int), parameter :: giant_step_square_status_INSTRUCTIONS = 11
  ! the observable is none of this model
  integer(c_int), parameter :: giant_step_square_status_OBSERVABLE = 12
  ! the number of nodes (size) is that of no rule
  integer(c_int), parameter :: giant_step_square_status_RULE = 13
  ! nodes and weights are missing: finite P and V need them
  integer(c_int), parameter :: giant_step_square_status_NODES = 14
  ! K + M is larger than the dimensions of any rule
  integer(c_int), parameter :: giant_step_square_status_RULE_UNITS = 15
  ! M is less than 1
  integer(c_int), parameter :: giant_step_square_status_BAD_M = 16
  ! K and M are so large that the work array would have more than INT_MAX doubles
  integer(c_int), parameter :: giant_step_square_status_TOO_LARGE = 17
  ! there are no times: n is 0
  integer(c_int), parameter :: giant_step_square_status_NO_TIMES = 18
  ! a time (alphas) is not finite
  integer(c_int), parameter :: giant_step_square_status_TIMES_NONFINITE = 19
  ! options is NULL
  integer(c_int), parameter :: giant_step_square_status_NULL_OPTIONS = 20
  ! what to start from (state0, states) is NULL
  integer(c_int), parameter :: giant_step_square_status_NULL_STATE = 21
  ! alphas is NULL
  integer(c_int), parameter :: giant_step_square_status_NULL_TIMES = 22
  ! where the results go is NULL
  integer(c_int), parameter :: giant_step_square_status_NULL_RESULTS = 23
  ! work is NULL
  integer(c_int), parameter :: giant_step_square_status_NULL_WORK = 24
  ! request is NULL
  integer(c_int), parameter :: giant_step_square_status_NULL_REQUEST = 25
  ! the program was made for another header: version or size of params differ
  integer(c_int), parameter :: giant_step_square_status_LAYOUT = 26
  ! gamma is negative or not finite
  integer(c_int), parameter :: giant_step_square_status_BAD_gamma = 32
  ! noise is negative or not finite
  integer(c_int), parameter :: giant_step_square_status_BAD_noise = 33
  ! ratio is not positive
  integer(c_int), parameter :: giant_step_square_status_BAD_ratio = 34
  ! T has an element that is not finite
  integer(c_int), parameter :: giant_step_square_status_BAD_T = 35
  ! mean has an element that is not finite
  integer(c_int), parameter :: giant_step_square_status_BAD_mean = 36
  ! cov has an element that is not finite
  integer(c_int), parameter :: giant_step_square_status_BAD_cov = 37
  ! kurtosis has an element that is not finite
  integer(c_int), parameter :: giant_step_square_status_BAD_kurtosis = 38
  ! T is NULL, and has to be given
  integer(c_int), parameter :: giant_step_square_status_MISSING_T = 39
  ! ratio is finite, and has to be infinite here
  integer(c_int), parameter :: giant_step_square_status_FINITE_ratio = 40

  ! Parameters of the algorithm, as in giant_step_square.h: c_null_ptr stands for the default of an array, c_loc(T) for T, a target.
  ! Rows of C are columns here.
  type, bind(c) :: giant_step_square_params
    ! rate of a giant step
    real(c_double) :: gamma
    ! standard deviation of label noise
    real(c_double) :: noise
    ! samples in the batch of a step over the dimension of inputs
    real(c_double) :: ratio
    ! overlaps of the teacher, M x M
    type(c_ptr) :: T
    ! mean of the task vector, M
    type(c_ptr) :: mean
    ! its covariance, M x M
    type(c_ptr) :: cov
    ! kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M
    type(c_ptr) :: kurtosis
  end type

  ! A state is R row by row (K x M), then the upper triangle of Q row by row (K (K+1)/2), then the head start w0 (K).
  interface
    subroutine giant_step_square_defaults(params) bind(c, name="giant_step_square_defaults")
      import
      type(giant_step_square_params), intent(out) :: params
    end subroutine

    function giant_step_square_check(version, size) &
        bind(c, name="giant_step_square_check") result(status)
      import
      integer(c_int), value :: version
      integer(c_size_t), value :: size
      integer(c_int) :: status
    end function

    function giant_step_square_state_size(K, M) &
        bind(c, name="giant_step_square_state_size") result(doubles)
      import
      integer(c_int), value :: K, M
      integer(c_size_t) :: doubles
    end function

    function giant_step_square_work_size(K, M, params) &
        bind(c, name="giant_step_square_work_size") result(doubles)
      import
      integer(c_int), value :: K, M
      type(giant_step_square_params), intent(in) :: params
      integer(c_size_t) :: doubles
    end function

    ! What one step changes the state by
    function giant_step_square_change(K, M, params, state, found, work) &
        bind(c, name="giant_step_square_change") result(status)
      import
      integer(c_int), value :: K, M
      type(giant_step_square_params), intent(in) :: params
      real(c_double), intent(in) :: state(*)
      real(c_double), intent(out) :: found(*)
      real(c_double), intent(inout) :: work(*)
      integer(c_int) :: status
    end function

    ! The state after one step
    function giant_step_square_step(K, M, params, state, found, work) &
        bind(c, name="giant_step_square_step") result(status)
      import
      integer(c_int), value :: K, M
      type(giant_step_square_params), intent(in) :: params
      real(c_double), intent(in) :: state(*)
      real(c_double), intent(out) :: found(*)
      real(c_double), intent(inout) :: work(*)
      integer(c_int) :: status
    end function

    ! loss on fresh data
    function giant_step_square_eps_g(K, M, params, state, found, work) &
        bind(c, name="giant_step_square_eps_g") result(status)
      import
      integer(c_int), value :: K, M
      type(giant_step_square_params), intent(in) :: params
      real(c_double), intent(in) :: state(*)
      real(c_double), intent(out) :: found
      real(c_double), intent(inout) :: work(*)
      integer(c_int) :: status
    end function

    ! start and the state after each of so many steps, (state_size, steps + 1), and the observables there; done: the last step that
    ! has a state; what lies behind it is NaN.
    function giant_step_square_run(K, M, params, start, steps, states, &
        eps_g, &
        done, work) &
        bind(c, name="giant_step_square_run") result(status)
      import
      integer(c_int), value :: K, M
      type(giant_step_square_params), intent(in) :: params
      integer(c_size_t), value :: steps
      real(c_double), intent(in) :: start(*)
      real(c_double), intent(out) :: states(*)
      real(c_double), intent(out) :: eps_g(*)
      integer(c_size_t), intent(out) :: done
      real(c_double), intent(inout) :: work(*)
      integer(c_int) :: status
    end function
  end interface

contains

  ! The words for a status.
  function giant_step_square_words(status) result(words)
    integer(c_int), intent(in) :: status
    character(len=:), allocatable :: words
    character(kind=c_char), pointer :: text(:)
    integer :: i
    interface
      function strerror(status) &
        bind(c, name="giant_step_square_strerror") result(text)
        import
        integer(c_int), value :: status
        type(c_ptr) :: text
      end function

      function strlen(text) bind(c, name="strlen") result(length)
        import
        type(c_ptr), value :: text
        integer(c_size_t) :: length
      end function
    end interface

    call c_f_pointer(strerror(status), text, [strlen(strerror(status))])
    allocate (character(len=size(text)) :: words)
    do i = 1, size(text)
      words(i:i) = text(i)
    end do
  end function

end module
