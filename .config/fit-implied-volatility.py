"""Makes the constants of pricing-wasm/assembly/implied-volatility/: the Mills ratio of ratios.ts and the shares and
tail points of seed.ts. Needs mpmath, numpy and scipy; prints the constants and their greatest relative errors.
"""
import mpmath as mp
import numpy as np
from scipy.optimize import least_squares
from scipy.special import erfcx

mp.mp.dps = 50


def ratio(x):
    """The Mills ratio N(-x) / phi(x)."""
    return mp.sqrt(mp.pi / 2) * mp.erfc(x / mp.sqrt(2)) * mp.exp(x * x / 2)


def fit_ratio(origin, degree, last):
    """Remez exchange: P of `degree` over Q of one more, for R(t - origin) on [0, last], nodes even in t / (t + 4)."""
    end = last / (last + 4)
    grid = [end * (1 - mp.cos(mp.pi * i / 552)) / 2 for i in range(553)]
    points = [(t, ratio(t - origin)) for t in (4 * u / (1 - u) for u in grid)]
    count = 2 * degree + 3
    nodes = [points[24 * i] for i in range(count)]
    error = mp.mpf(0)
    while True:
        for _ in range(8):
            system, right = mp.matrix(count, count), mp.matrix(count, 1)
            for i, (t, r) in enumerate(nodes):
                scale = (1 + t) ** -(degree + 1)
                target = r * (1 + (-1) ** i * error)
                for j in range(degree + 1):
                    system[i, j] = t**j * scale
                for j in range(1, degree + 2):
                    system[i, degree + j] = -target * t**j * scale
                weight = mp.polyval(q[::-1], t) if error else 1
                system[i, count - 1] = -r * (-1) ** i * weight * scale
                right[i] = target * scale
            found = list(mp.lu_solve(system, right))
            p, q = found[: degree + 1], [mp.mpf(1)] + found[degree + 1 : -1]
            error += found[-1]
        errors = [mp.polyval(p[::-1], t) / mp.polyval(q[::-1], t) / r - 1 for t, r in points]
        extremes = [0]
        for i, e in enumerate(errors):
            if e * errors[extremes[-1]] < 0:
                extremes.append(i)
            elif abs(e) > abs(errors[extremes[-1]]):
                extremes[-1] = i
        extremes = extremes[:count]
        worst = max(map(abs, errors))
        if worst < 1.02 * abs(error) or len(extremes) < count:
            return p, q, worst
        nodes = [points[i] for i in extremes]


def rows():
    """Moneyness, near, far and the logarithms of value and room, over all that doubles can ask for."""
    near = np.concatenate([np.linspace(-9, 1, 161), np.linspace(1, 37, 145)[1:]])
    x, near = (a.ravel() for a in np.meshgrid(np.geomspace(1e-7, 2100, 220), near))
    far = np.sqrt(near**2 + 2 * x)
    mills = lambda a: np.sqrt(np.pi / 2) * erfcx(a / np.sqrt(2))
    gap = np.where(near < 0, far - near, 2 * x / (far + near))
    middle = (near + far) / 2
    fall = np.where(gap < 1e-3, gap * (1 - middle * mills(middle)), mills(near) - mills(far))
    bell = -near * near / 2 - np.log(2 * np.pi) / 2
    return x, near, far, bell + np.log(fall), bell + np.log(mills(-near) + mills(far))


def tail_point(a0, a1, b1, b2, share, logarithm):
    t = np.sqrt(np.maximum(2 * (np.log(np.maximum(share, 1e-9)) - logarithm), 0))
    return t - (a0 + a1 * t) / (1 + b1 * t + b2 * t * t)


def low_error(c, x, near, far, logarithm):
    m = np.minimum(x, 30)
    share = m * (1 + c[7] * np.sqrt(m)) / (c[4] + c[5] * np.sqrt(m) + c[6] * m)
    return (tail_point(*c[:4], share, logarithm) - near) / far


def high_error(c, x, near, far, logarithm):
    m = np.minimum(x, 30)
    share = (c[4] + c[5] * np.sqrt(m) + c[6] * m) / (1 + c[7] * np.sqrt(m) + c[8] * m)
    return (tail_point(*c[:4], share, logarithm) + near) / far


def fit_guess(error, start, data):
    """Least squares of the 1st, 3rd, 5th and 7th power of 20 times the width's relative error."""
    for power in (1, 3, 5, 7):
        start = least_squares(lambda c: (20 * error(c, *data)) ** power, start, x_scale="jac", max_nfev=60).x
    return start, np.abs(error(start, *data)).max()


if __name__ == "__main__":
    p, q, worst = fit_ratio(mp.mpf("0.75"), 10, mp.mpf(80))
    print("P", [mp.nstr(c, 17) for c in p], "Q", [mp.nstr(c, 17) for c in q], mp.nstr(worst, 3))
    with np.errstate(all="ignore"):
        x, near, far, value, room = rows()
        gain = np.expm1(np.minimum(x, 50))
        low = np.isfinite(value) & (value < np.log(0.4)) & (value > -690) & (gain > 1.3 * (np.exp(value) + gain / 2))
        high = np.isfinite(room) & (value >= np.log(0.4)) & (room > -40)
        pick = lambda mask, logarithm: (x[mask], near[mask], far[mask], logarithm[mask])
        start = [6.2, 0.26, 0.43, 0.019, 0.019, 0.0047, 0.065, 0.76]
        print("low", *fit_guess(low_error, start, pick(low, value)))
        start = [-0.02, 0.46, 0.18, 0.25, 0.81, 1.2, 0.77, 1.5, 1.8]
        print("high", *fit_guess(high_error, start, pick(high, room)))
