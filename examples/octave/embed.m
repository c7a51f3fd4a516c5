% FO-ANIL with three students and three teachers: alpha and eps_g; fo_anil_mex.c says how it is built.
start = [0.10 -0.05 0.20 0.03 0.15 -0.10 -0.08 0.02 0.12 ... % R, row by row
         0.5 0 0 0.5 0 0.5 ... % Q, upper triangle
         0 0 0]; % head start
alphas = 0:2:20;
eps_g = fo_anil_mex(3, 3, 6, 4, Inf, 100, diag([1 2 3]), start, alphas); % tasks N(0, 1)
printf("%g %.15g\n", [alphas; eps_g]);
