"""voice-v1 of a gliding tone with small made-up weights, by librosa and numpy, for voice-v1.test.ts: python voice-v1.reference.py > voice-v1.reference.json"""

import json
import platform

import librosa
import numpy as np

RATE, UNITS, BANDS = 16000, 4, 40


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


time = np.arange(RATE // 2) / RATE
samples = (0.1 * np.sin(2 * np.pi * (200 * time + 900 * time**2))).astype(np.float32)
scaled = samples.astype(float) * 0.3 / np.abs(samples).max()
states = librosa.feature.melspectrogram(y=scaled, sr=RATE, n_fft=400, hop_length=160, n_mels=BANDS).T
row = []
for index in range(3):
    states = run(states, layer(BANDS if index == 0 else UNITS, 3 * index))
    row += [*states.mean(0), *states.std(0)]
made = {"python": platform.python_version(), "numpy": np.__version__, "librosa": librosa.__version__}
print(json.dumps({"made": made, "row": np.round(row, 9).tolist()}))
