! FO-ANIL with three students and three teachers: alpha and eps_g.
!
!     cc -O2 -std=c99 -c ../../generated/c/fo_anil.c -o fo_anil.o
!     gfortran -O2 ../../generated/fortran/fo_anil.f90 embed.f90 fo_anil.o -o embed && ./embed
program embed
  use, intrinsic :: iso_c_binding
  use fo_anil
  implicit none
  integer(c_int), parameter :: K = 3, M = 3
  integer(c_size_t), parameter :: points = 11
  real(c_double), parameter :: start(18) = [ &
    0.10d0, -0.05d0, 0.20d0, 0.03d0, 0.15d0, -0.10d0, -0.08d0, 0.02d0, 0.12d0, & ! R, row by row
    0.5d0, 0d0, 0d0, 0.5d0, 0d0, 0.5d0, & ! Q, upper triangle
    0d0, 0d0, 0d0] ! head start
  real(c_double), target :: T(M*M) = [1d0, 0d0, 0d0, 0d0, 2d0, 0d0, 0d0, 0d0, 3d0]
  real(c_double) :: states(size(start), points), alphas(points), eps_g
  real(c_double), allocatable :: work(:)
  type(fo_anil_params) :: parameters ! tasks N(0, 1)
  type(fo_anil_options) :: options = fo_anil_options(rtol=1d-10, atol=1d-14)
  type(fo_anil_stats) :: stats
  integer(c_int) :: status
  integer :: point

  status = fo_anil_check(fo_anil_abi, c_sizeof(parameters))
  if (status /= fo_anil_status_ok) error stop "embed: fo_anil.f90 and fo_anil.c do not belong together"
  call fo_anil_defaults(parameters)
  parameters%eta_J = 6d0
  parameters%eta_w = 4d0
  parameters%V = 100d0
  parameters%T = c_loc(T)
  allocate (work(fo_anil_work_size(K, M, parameters)))
  alphas = [(2d0*point, point=0, 10)]
  status = fo_anil_integrate(K, M, parameters, options, start, points, alphas, states, stats, work)
  if (status /= fo_anil_status_ok) print *, fo_anil_words(status)
  do point = 1, merge(11, 0, status == fo_anil_status_ok)
    status = fo_anil_eps_g(K, M, parameters, states(:, point), eps_g, work)
    print "(f0.0, es23.15)", alphas(point), eps_g
  end do
end program
