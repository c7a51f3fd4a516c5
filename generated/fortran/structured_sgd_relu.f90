! structured_sgd_relu.f90 - SGD on inputs whose covariance has several eigenvalues: structured_sgd_relu.h for Fortran 2008.
!
! Emitted by orderode 0.1.0 from the system structured_sgd_relu, digest 64a89b29db8ba1a2. Do not edit. Licence of this file: MIT-0.
! Link with the object of structured_sgd_relu.c and libm.
module structured_sgd_relu
  use, intrinsic :: iso_c_binding
  implicit none

  ! Digest of the system that the functions were emitted from.
  character(*), parameter :: structured_sgd_relu_digest = "64a89b29db8ba1a2"
  ! Of structs, codes and calls: another number where one of them is another.
  integer(c_int), parameter :: structured_sgd_relu_abi = 203422686

  ! Status of a call, one for each fault.
  ! ok
  integer(c_int), parameter :: structured_sgd_relu_status_OK = 0
  ! K is less than 1
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_K = 1
  ! non-finite: the state holds NaN or infinity
  integer(c_int), parameter :: structured_sgd_relu_status_NONFINITE = 2
  ! domain: an argument left the domain of a root or an arcsine; the overlaps are not a covariance
  integer(c_int), parameter :: structured_sgd_relu_status_DOMAIN = 3
  ! negative norm: a diagonal element of Q became negative
  integer(c_int), parameter :: structured_sgd_relu_status_NEGATIVE_NORM = 4
  ! step limit: max_steps reached
  integer(c_int), parameter :: structured_sgd_relu_status_STEP_LIMIT = 5
  ! step size: the next step would be as small as rounding
  integer(c_int), parameter :: structured_sgd_relu_status_STEP_SIZE = 6
  ! params is NULL
  integer(c_int), parameter :: structured_sgd_relu_status_NULL_PARAMS = 7
  ! the times (alphas) do not increase
  integer(c_int), parameter :: structured_sgd_relu_status_TIMES = 8
  ! rtol is negative or not finite
  integer(c_int), parameter :: structured_sgd_relu_status_RTOL = 9
  ! atol is not positive or not finite
  integer(c_int), parameter :: structured_sgd_relu_status_ATOL = 10
  ! the instruction set (instructions) is not one of this processor and build
  integer(c_int), parameter :: structured_sgd_relu_status_INSTRUCTIONS = 11
  ! the observable is none of this model
  integer(c_int), parameter :: structured_sgd_relu_status_OBSERVABLE = 12
  ! the number of nodes (size) is that of no rule
  integer(c_int), parameter :: structured_sgd_relu_status_RULE = 13
  ! nodes and weights are missing: finite P and V need them
  integer(c_int), parameter :: structured_sgd_relu_status_NODES = 14
  ! K + M is larger than the dimensions of any rule
  integer(c_int), parameter :: structured_sgd_relu_status_RULE_UNITS = 15
  ! M is less than 1
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_M = 16
  ! K and M are so large that the work array would have more than INT_MAX doubles
  integer(c_int), parameter :: structured_sgd_relu_status_TOO_LARGE = 17
  ! there are no times: n is 0
  integer(c_int), parameter :: structured_sgd_relu_status_NO_TIMES = 18
  ! a time (alphas) is not finite
  integer(c_int), parameter :: structured_sgd_relu_status_TIMES_NONFINITE = 19
  ! options is NULL
  integer(c_int), parameter :: structured_sgd_relu_status_NULL_OPTIONS = 20
  ! what to start from (state0, states) is NULL
  integer(c_int), parameter :: structured_sgd_relu_status_NULL_STATE = 21
  ! alphas is NULL
  integer(c_int), parameter :: structured_sgd_relu_status_NULL_TIMES = 22
  ! where the results go is NULL
  integer(c_int), parameter :: structured_sgd_relu_status_NULL_RESULTS = 23
  ! work is NULL
  integer(c_int), parameter :: structured_sgd_relu_status_NULL_WORK = 24
  ! request is NULL
  integer(c_int), parameter :: structured_sgd_relu_status_NULL_REQUEST = 25
  ! the program was made for another header: version or size of params differ
  integer(c_int), parameter :: structured_sgd_relu_status_LAYOUT = 26
  ! blocks is less than 1
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_blocks = 32
  ! eta_J is negative or not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_eta_J = 33
  ! eta_0 is negative or not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_eta_0 = 34
  ! noise is negative or not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_noise = 35
  ! decay is negative or not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_decay = 36
  ! V is not at least 1
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_V = 37
  ! T has an element that is not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_T = 38
  ! mean has an element that is not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_mean = 39
  ! cov has an element that is not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_cov = 40
  ! kurtosis has an element that is not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_kurtosis = 41
  ! shares has an element that is not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_shares = 42
  ! variances has an element that is not finite
  integer(c_int), parameter :: structured_sgd_relu_status_BAD_variances = 43
  ! T is NULL, and has to be given
  integer(c_int), parameter :: structured_sgd_relu_status_MISSING_T = 44
  ! shares is NULL, and has to be given
  integer(c_int), parameter :: structured_sgd_relu_status_MISSING_shares = 45
  ! V is finite, and has to be infinite here
  integer(c_int), parameter :: structured_sgd_relu_status_FINITE_V = 46

  ! Parameters of the algorithm, as in structured_sgd_relu.h: c_null_ptr stands for the default of an array, c_loc(T) for T, a target.
  ! Rows of C are columns here.
  type, bind(c) :: structured_sgd_relu_params
    ! rate of the first layer
    real(c_double) :: eta_J
    ! rate of the head start
    real(c_double) :: eta_0
    ! standard deviation of label noise
    real(c_double) :: noise
    ! weight decay of the first layer
    real(c_double) :: decay
    ! samples in the query set
    real(c_double) :: V
    ! overlaps of the teacher, blocks x M x M
    type(c_ptr) :: T
    ! mean of the task vector, M
    type(c_ptr) :: mean
    ! its covariance, M x M
    type(c_ptr) :: cov
    ! kurtosis E(u - mean)^4/var^2 of independent components (diagonal covariance only), M
    type(c_ptr) :: kurtosis
    ! share of the inputs that are in each block, blocks
    type(c_ptr) :: shares
    ! variance of the inputs in each block, blocks
    type(c_ptr) :: variances
  end type

  ! Step control of the integrator; max_steps are accepted and rejected together, 0 means 10 million.
  type, bind(c) :: structured_sgd_relu_options
    real(c_double) :: rtol = 1.0e-8_c_double, atol = 1.0e-12_c_double
    integer(c_long) :: max_steps = 0
  end type

  ! What the integrator did, and how far it came.
  type, bind(c) :: structured_sgd_relu_stats
    integer(c_long) :: accepted, rejected, evaluations
    real(c_double) :: alpha
  end type

  ! A state is R row by row (blocks x K x M), then the upper triangle of Q of each block row by row (blocks x K (K+1)/2), then the head start w0 (K).
  interface
    subroutine structured_sgd_relu_defaults(params) bind(c, name="structured_sgd_relu_defaults")
      import
      type(structured_sgd_relu_params), intent(out) :: params
    end subroutine

    function structured_sgd_relu_check(version, size) &
        bind(c, name="structured_sgd_relu_check") result(status)
      import
      integer(c_int), value :: version
      integer(c_size_t), value :: size
      integer(c_int) :: status
    end function

    function structured_sgd_relu_state_size(K, M, blocks) &
        bind(c, name="structured_sgd_relu_state_size") result(doubles)
      import
      integer(c_int), value :: K, M, blocks
      integer(c_size_t) :: doubles
    end function

    function structured_sgd_relu_work_size(K, M, blocks, params) &
        bind(c, name="structured_sgd_relu_work_size") result(doubles)
      import
      integer(c_int), value :: K, M, blocks
      type(structured_sgd_relu_params), intent(in) :: params
      integer(c_size_t) :: doubles
    end function

    ! d state/d alpha
    function structured_sgd_relu_rhs(K, M, blocks, params, state, found, work) &
        bind(c, name="structured_sgd_relu_rhs") result(status)
      import
      integer(c_int), value :: K, M, blocks
      type(structured_sgd_relu_params), intent(in) :: params
      real(c_double), intent(in) :: state(*)
      real(c_double), intent(out) :: found(*)
      real(c_double), intent(inout) :: work(*)
      integer(c_int) :: status
    end function

    ! loss on fresh data
    function structured_sgd_relu_eps_g(K, M, blocks, params, state, found, work) &
        bind(c, name="structured_sgd_relu_eps_g") result(status)
      import
      integer(c_int), value :: K, M, blocks
      type(structured_sgd_relu_params), intent(in) :: params
      real(c_double), intent(in) :: state(*)
      real(c_double), intent(out) :: found
      real(c_double), intent(inout) :: work(*)
      integer(c_int) :: status
    end function

    ! From start at alphas(1) to the states (state_size, n) at each of the increasing alphas; from where it failed they are NaN.
    function structured_sgd_relu_integrate(K, M, blocks, params, options, start, n, alphas, states, stats, work) &
        bind(c, name="structured_sgd_relu_integrate") result(status)
      import
      integer(c_int), value :: K, M, blocks
      type(structured_sgd_relu_params), intent(in) :: params
      type(structured_sgd_relu_options), intent(in) :: options
      integer(c_size_t), value :: n
      real(c_double), intent(in) :: start(*), alphas(n)
      real(c_double), intent(out) :: states(*)
      type(structured_sgd_relu_stats), intent(out) :: stats
      real(c_double), intent(inout) :: work(*)
      integer(c_int) :: status
    end function
  end interface

contains

  ! The words for a status.
  function structured_sgd_relu_words(status) result(words)
    integer(c_int), intent(in) :: status
    character(len=:), allocatable :: words
    character(kind=c_char), pointer :: text(:)
    integer :: i
    interface
      function strerror(status) &
        bind(c, name="structured_sgd_relu_strerror") result(text)
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
