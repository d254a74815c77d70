"""States of a small LSTM by numpy in double precision, for lstm-network.test.ts: python lstm-network.reference.py > lstm-network.reference.json"""

import json
import platform

import numpy as np

INPUTS, UNITS, FRAMES = 3, 8, 40


def wave(count, seed):
    """Numbers that both languages can make: the test has the same function."""
    return np.sin(np.arange(1, count + 1) * 0.7 + seed).astype(np.float32).astype(float)


def layer(inputs, seed):
    return (
        wave(4 * UNITS * inputs, seed).reshape(4 * UNITS, inputs),
        wave(4 * UNITS * UNITS, seed + 1).reshape(4 * UNITS, UNITS),
        wave(4 * UNITS, seed + 2),
    )


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def run(x, weights):
    w, u, b = weights
    h, c, states = np.zeros(UNITS), np.zeros(UNITS), []
    for frame in x:
        i, f, g, o = np.split(w @ frame + u @ h + b, 4)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        states.append(h)
    return np.array(states)


first = run(wave(FRAMES * INPUTS, 9).reshape(FRAMES, INPUTS), layer(INPUTS, 1))
second = run(first, layer(UNITS, 5))
print(
    json.dumps(
        {
            "made": {"python": platform.python_version(), "numpy": np.__version__},
            "layers": [first.round(9).tolist(), second.round(9).tolist()],
        }
    )
)
