"""Reference for the one-step systems, written from the published equations: closed forms and one
plain fixed point.

Slow and simple on purpose: nothing here is shared with the derived code, which the tests hold
against it.
"""

import itertools
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import brentq
from scipy.special import erf, ndtr, owens_t

SQ2PI = np.sqrt(2 * np.pi)


def phi(x):
    return np.exp(-x * x / 2) / SQ2PI


def nodes(width=1.0, panels=8, order=20, end=9.0):
    """Gauss-Legendre panels graded as sinh around 0, with the weight of N(0, 1)."""
    z, w = np.polynomial.legendre.leggauss(order)
    edges = np.linspace(0, np.arcsinh(end / width), panels + 1)
    t = np.concatenate([(a + b) / 2 + (b - a) / 2 * z for a, b in itertools.pairwise(edges)])
    dt = np.concatenate([(b - a) / 2 * w for a, b in itertools.pairwise(edges)])
    k, dk = width * np.sinh(t), width * np.cosh(t) * dt
    k = np.concatenate([-k[::-1], k])
    weights = np.concatenate([dk[::-1], dk]) * phi(k)
    return k, weights / weights.sum()


def students(name, m, r):
    """c0, c1, c2^2 at mean m and variance r."""
    if name == "erf":
        c0 = erf(m / np.sqrt(1 + 2 * r))
        c1 = 2 / np.sqrt(np.pi * (1 + 2 * r)) * np.exp(-m * m / (1 + 2 * r))
        second = 1 - 8 * owens_t(np.sqrt(2 / (1 + 2 * r)) * m, 1 / np.sqrt(1 + 4 * r))
    else:
        a = m / np.sqrt(r)
        c0 = m * ndtr(a) + np.sqrt(r) * phi(a)
        c1 = ndtr(a)
        second = (m * m + r) * ndtr(a) + m * np.sqrt(r) * phi(a)
    return c0, c1, second - c0**2 - r * c1**2


def targets(name, M, q):
    """h0, h1, h2 at mean M and standard deviation q."""
    if name == "sign":
        return erf(M / q / np.sqrt(2)), 2 * phi(M / q), np.ones_like(M)
    if name in ("sin", "sin2"):
        f = 2 if name == "sin2" else 1
        M, q = f * M, f * q
        return (
            np.sin(M) * np.exp(-q * q / 2),
            q * np.cos(M) * np.exp(-q * q / 2),
            (1 - np.cos(2 * M) * np.exp(-2 * q * q)) / 2,
        )
    s = 1 + 2 * q * q
    h2 = 1 - 8 * owens_t(np.sqrt(2 / s) * M, 1 / np.sqrt(1 + 4 * q * q))
    return erf(M / np.sqrt(s)), 2 * q / np.sqrt(np.pi * s) * np.exp(-M * M / s), h2


LABEL = {
    "sign": np.sign,
    "sin": np.sin,
    "sin2": lambda s: np.sin(2 * s),
    "erf": erf,
}
#: mu1, mu2, Var sigma', E sigma at unit variance.
STUDENT_MOMENTS = {
    "erf": (2 / np.sqrt(3 * np.pi), 0.0, 4 / np.pi / np.sqrt(5) - 4 / (3 * np.pi), 0.0),
    "relu": (0.5, 1 / SQ2PI, 0.25, 1 / SQ2PI),
}


@dataclass
class Isotropic:
    c: float

    def t1(self, x):
        return self.c / (1 + self.c * x)

    def N(self, x):
        return np.eye(2) / (1 + self.c * x)

    @property
    def rho(self):
        return self.c


def solve(student, target, u, gamma, bulk, alpha, beta, lam, noise2=0.0, inverse_p=0.0, tol=1e-14):
    """One spike, any bulk: ``bulk`` has t1(x), N(x) for complex x too, and rho."""
    r = bulk.rho
    qb = np.sqrt(1 - gamma**2)
    k, w = nodes(min(1.0, 1 / max(abs(u), 1), max(qb / max(abs(gamma), 1e-9), 1e-3)))
    c0, c1, c22 = students(student, u * k, r)
    h0, h1, h2 = targets(target, gamma * k, qb)

    def mean(f):
        return float(np.sum(w * f))

    ab = alpha / beta
    V1, V2 = r / (lam + 0.1), 1 / (lam + 0.1)
    for _ in range(100000):
        q = 1 / (1 + c1**2 * V1 + c22 * V2)
        Vh1, Vh2 = ab * mean(c1**2 * q), ab * mean(c22 * q)
        lp = lam + Vh2

        def f(X, lp=lp, Vh1=Vh1):
            return np.exp(X) * (lp / Vh1 + bulk.t1(np.exp(X))) - beta

        if isinstance(bulk, Isotropic):
            c, l = bulk.c, lp / Vh1
            B = l + c - beta * c
            s = np.sqrt(B * B + 4 * c * l * beta)
            x = 2 * beta / (B + s) if B > 0 else (s - B) / (2 * c * l)
        else:
            x = np.exp(brentq(f, -30, 30, xtol=1e-15, rtol=1e-15))
        D = x / Vh1
        new = D * bulk.t1(x) / beta, D / beta
        change = max(abs(new[0] / V1 - 1), abs(new[1] / V2 - 1))
        V1, V2 = new
        if change < tol:
            break
    q = 1 / (1 + c1**2 * V1 + c22 * V2)
    step = 1e-30
    t1 = bulk.t1(x)
    t2 = -bulk.t1(x + 1j * step).imag / step
    N = bulk.N(x)
    dN = bulk.N(x + 1j * step).imag / step
    Ni = np.linalg.inv(N)
    K = (Ni - np.eye(2)) / Vh1
    P = np.diag([mean(q * c1**2 * k**2), mean(q * c1**2)])
    G = np.array([mean(q * c1 * k * h0), mean(q * c1 * h1)])
    p0 = np.array([mean(q * c0 * c1 * k), 0.0])
    m = np.zeros((3, 3))
    m[:2, :2] = np.eye(2) + ab * K @ P
    m[:2, 2] = ab * K @ p0
    m[2, :2] = p0
    s00 = mean(q * c0**2) + inverse_p / (ab * V2)
    m[2, 2] = s00 if s00 else 1.0
    mv, me, A = np.linalg.solve(m, np.array([*(ab * K @ G), mean(q * c0 * h0)]))
    b = ab * (G - P @ [mv, me] - p0 * A)
    f0, f1 = A * c0 + mv * c1 * k, me * c1
    r2 = h2 + f0**2 + f1**2 - 2 * f0 * h0 - 2 * f1 * h1
    g = lp + Vh1 * t1 - D * Vh1**2 * t2
    dD = np.array([-(D * t1 - Vh1 * D**2 * t2) / g, -D / g])  # by Vh1, lambda'
    dx = Vh1 * dD + np.array([D, 0])
    J = -np.array([(t1 * dD - D * t2 * dx) / beta, dD / beta])
    source = []
    for j in range(2):
        dK = -Ni @ dN @ Ni * dx[j] / Vh1 - (j == 0) * (Ni - np.eye(2)) / Vh1**2
        source.append(b @ dK @ b)
    # qhat = a + S Q,  Q = J qhat - source
    a = np.array([ab * mean(c * q * q * (r2 + noise2)) for c in (c1**2, c22)])
    a[1] += inverse_p * A * A / V2**2
    S = np.array([[ab * mean(x_ * y_ * q * q) for y_ in (c1**2, c22)] for x_ in (c1**2, c22)])
    Q1, Q2 = np.linalg.solve(np.eye(2) - J @ S, J @ a - source)
    total = r2 + c1**2 * Q1 + c22 * Q2
    return {
        "test": mean(total),
        "train": mean((total + noise2) * q * q),
        "V1": V1,
        "V2": V2,
        "Vh1": Vh1,
        "Vh2": Vh2,
        "A": A,
        "m_v": mv,
        "m_e": me,
        "Q1": Q1,
        "Q2": Q2,
        "x": x,
    }


def solve_groups(
    student,
    target,
    u,
    c,
    fractions,
    gamma,
    alpha,
    beta,
    lam,
    noise2=0.0,
    inverse_p=0.0,
    tol=1e-14,
    most=3000,
):
    """Groups of neurons with an isotropic bulk: plain fixed point, least squares for the means, and
    the variances by complex steps along the map from (Vh1, lambda_k) to (V1, V2), itself a plain
    fixed point."""
    u, c, pi = (np.asarray(x, dtype=float) for x in (u, c, fractions))
    K = len(u)
    qb = np.sqrt(1 - gamma**2)
    k, w = nodes(min(1.0, 1 / max(np.abs(u).max(), 1), max(qb / max(abs(gamma), 1e-9), 1e-3)))
    each = [students(student, a * k, b) for a, b in zip(u, c, strict=True)]
    c0, c1, c22 = (np.array([x[i] for x in each]) for i in range(3))
    h0, h1, h2 = targets(target, gamma * k, qb)
    ab = alpha / beta

    def readout(Vh1, lams, V2):
        """(V1, V2) of the log-determinant, from a starting V2."""
        for _ in range(most):
            D = np.diag(beta * c * V2)
            R = np.diag(Vh1 @ np.linalg.inv(np.eye(K) + D @ Vh1))
            new = pi / (lams + c * R)
            part = np.imag if np.iscomplexobj(new) else np.real
            done = np.abs(part(new - V2)).max() <= 1e-15 * np.abs(part(new)).max()
            V2 = new
            if done:
                break
        D = np.diag(beta * c * V2)
        return np.linalg.inv(np.eye(K) + D @ Vh1) @ D / beta, V2

    V1, V2 = np.diag(pi * c) / (lam + 0.1), pi / (lam + 0.1)
    for _ in range(most):
        q = 1 / (1 + np.einsum("kz,lz,kl->z", c1, c1, V1) + V2 @ c22)
        Vh1, Vh2 = ab * np.einsum("z,kz,lz->kl", w * q, c1, c1), ab * c22 @ (w * q)
        new = readout(Vh1, lam + Vh2, V2)
        change = max(np.abs(new[0] - V1).max() / np.abs(V1).max(), np.abs(new[1] / V2 - 1).max())
        V1, V2 = new
        if change < tol:
            break
    q = 1 / (1 + np.einsum("kz,lz,kl->z", c1, c1, V1) + V2 @ c22)
    D = beta * c * V2
    # m_v = D b_v, m_e = D b_e, E[q c0_k r] = inverse_p/(ab V2_k) A_k; as least squares
    left, right = np.zeros((3 * K, 3 * K)), np.zeros(3 * K)
    for i in range(K):
        a, b, z = i, K + i, 2 * K + i
        left[a, :K] = ab * D[i] * (c1 * (w * q * c1[i] * k**2)).sum(axis=1)
        left[a, 2 * K :] = ab * D[i] * (c0 * (w * q * c1[i] * k)).sum(axis=1)
        left[b, K : 2 * K] = ab * D[i] * (c1 * (w * q * c1[i])).sum(axis=1)
        left[a, a] += 1
        left[b, b] += 1
        left[z, :K] = (c1 * (w * q * c0[i] * k)).sum(axis=1)
        left[z, 2 * K :] = (c0 * (w * q * c0[i])).sum(axis=1)
        left[z, z] += inverse_p / (ab * V2[i])
        right[a] = ab * D[i] * np.sum(w * q * c1[i] * k * h0)
        right[b] = ab * D[i] * np.sum(w * q * c1[i] * h1)
        right[z] = np.sum(w * q * c0[i] * h0)
    mv, me, A = np.linalg.lstsq(left, right, rcond=1e-13)[0].reshape(3, K)
    bv, be = mv / D, me / D
    f0, f1 = A @ c0 + k * (mv @ c1), me @ c1
    r2 = h2 + f0**2 + f1**2 - 2 * f0 * h0 - 2 * f1 * h1

    def response(qh1, qh2):
        """(Q1, Q2) = -d(V1, V2) along (qh1, qh2)."""
        step = 1e-30
        found = readout(Vh1 + 1j * step * qh1, lam + Vh2 + 1j * step * qh2, V2.astype(complex))
        return [-x.imag / step for x in found]

    # Q = response(a + S Q): linear, solved column by column
    def forces(Q1, Q2, with_source):
        total = np.einsum("kz,lz,kl->z", c1, c1, Q1) + Q2 @ c22 + with_source * (r2 + noise2)
        qh1 = ab * np.einsum("z,kz,lz->kl", w * q * q * total, c1, c1)
        qh2 = ab * c22 @ (w * q * q * total)
        if with_source:
            qh2 = qh2 + beta * c * (bv**2 + be**2) + inverse_p * A**2 / V2**2
        return qh1, qh2

    def flat(Q1, Q2):
        return np.concatenate([Q1.ravel(), Q2])

    def tables(x):
        return x[: K * K].reshape(K, K), x[K * K :]

    n = K * K + K
    matrix = np.eye(n)
    for i in range(n):
        matrix[:, i] -= flat(*response(*forces(*tables(np.eye(n)[i]), 0)))
    Q1, Q2 = tables(
        np.linalg.solve(matrix, flat(*response(*forces(np.zeros((K, K)), np.zeros(K), 1))))
    )
    total = r2 + np.einsum("kz,lz,kl->z", c1, c1, Q1) + Q2 @ c22
    return {
        "test_error": np.sum(w * total),
        "train_error": np.sum(w * (total + noise2) * q * q),
        **{
            "V1": V1,
            "V2": V2,
            "Vh1": Vh1,
            "Vh2": Vh2,
            "D": D,
            "A": A,
            "m_v": mv,
            "m_e": me,
            "Q1": Q1,
            "Q2": Q2,
        },
    }


@dataclass
class Labels:
    """Nodes of s (and the noise) and what the step needs of y - E sigma."""

    target: str
    student: str
    noise2: float = 0.0
    s: np.ndarray = field(init=False)
    w: np.ndarray = field(init=False)
    y: np.ndarray = field(init=False)

    def __post_init__(self):
        s, w = nodes()
        y = LABEL[self.target](s) - STUDENT_MOMENTS[self.student][3]
        if self.noise2:
            z, v = np.polynomial.hermite_e.hermegauss(41)
            y = (y[:, None] + np.sqrt(self.noise2) * z).ravel()
            s, w = np.repeat(s, 41), np.outer(w, v / v.sum()).ravel()
        self.s, self.w, self.y = s, w, y

    def mean(self, f):
        return np.tensordot(self.w, f, (0, 0))


@dataclass
class OneStepBulk:
    """Level 1 for any activation, by the 2x2 iteration."""

    labels: Labels
    a: float
    tau: float
    alpha0: float
    vbar: float
    gamma: float

    def resolvent(self, x):
        y, _s, mean = self.labels.y, self.labels.s, self.labels.mean
        K0 = np.diag([1 + x, 1.0])
        Ky = np.zeros((len(y), 2, 2), dtype=complex)
        Ky[:, 0, 0] = x * (2 * self.a * y + self.tau * y * y)
        Ky[:, 0, 1] = np.sqrt(x) * self.a * y
        Ky[:, 1, 0] = -Ky[:, 0, 1]
        I = np.eye(2)
        R = np.linalg.inv(K0).astype(complex)
        for _ in range(5000):
            G = R / self.alpha0
            new = np.linalg.inv(K0 + mean(Ky @ np.linalg.inv(I + G @ Ky)))
            done = np.abs(new - R).max() < 1e-15 * np.abs(R).max()
            R = new
            if done:
                break
        return R, R / self.alpha0, Ky, K0

    def t1(self, x):
        R, *_ = self.resolvent(x)
        t = (1 - R[0, 0]) / x
        return t if np.iscomplexobj(x) else t.real

    def N(self, x):
        y, s, mean = self.labels.y, self.labels.s, self.labels.mean
        _R, G, Ky, K0 = self.resolvent(x)
        I = np.eye(2)
        inner = np.linalg.inv(I + G @ Ky)
        Rt = np.linalg.inv(K0 + mean((s * s)[:, None, None] * (Ky @ inner)))
        outer = np.linalg.inv(I + Ky @ G)
        Tr = mean((y * s)[:, None, None] * outer)
        Tl = mean((y * s)[:, None, None] * inner)
        tt, tv = Rt[0, 0], (Rt @ Tr)[0, 0]
        vv = (mean((y * y)[:, None, None] * (G @ outer)) + Tl @ Rt @ Tr)[0, 0]
        n, g = self.vbar, self.gamma
        e = np.sqrt(1 - g * g)
        Nvv = vv / n**2
        Nve = (tv / n - g * Nvv) / e
        Nee = (tt - 2 * g * tv / n + g * g * Nvv) / e**2
        N = np.array([[Nvv, Nve], [Nve, Nee]])
        return N if np.iscomplexobj(x) else N.real

    @property
    def rho(self):
        m, y = self.labels.mean, self.labels.y
        y1, y2 = m(y), m(y * y)
        return 1 + 2 * self.a * y1 + self.tau * y2 + self.a**2 * (y1**2 + y2 / self.alpha0)


def one_step(student, target, alpha0, eta, level, alpha, beta, lam, noise2=0.0, **options):
    mu1, mu2, nu, _ = STUDENT_MOMENTS[student]
    labels = Labels(target, student, noise2)
    m1, y2 = labels.mean(labels.s * labels.y), labels.mean(labels.y**2)
    vbar = np.sqrt(m1**2 + y2 / alpha0)
    u, gamma = eta * mu1 * vbar, m1 / vbar
    if level == 0:
        bulk = Isotropic(1 + eta**2 * nu * y2 / alpha0)
    else:
        bulk = OneStepBulk(labels, eta * mu2, eta**2 * (nu - mu2**2) / alpha0, alpha0, vbar, gamma)
    return {
        **solve(student, target, u, gamma, bulk, alpha, beta, lam, noise2, **options),
        "u": u,
        "gamma": gamma,
        "c": bulk.rho,
    }
