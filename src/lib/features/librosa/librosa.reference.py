"""What librosa gives for the signals of src/lib/audio/signals.fixture.ts: writes librosa.reference.json beside this file.

    pip install librosa==0.11.0 soxr==1.1.0
    python librosa.reference.py
"""

import json
import math
from pathlib import Path

import librosa
import numpy as np
import scipy
import soxr


def waveform(rate, length, value_at):
    return np.array([math.floor(value_at(i / rate) * 32767 + 0.5) / 32768 for i in range(length)]), rate


def noise(level):
    state = 12345

    def following(_=0):
        nonlocal state
        state = (state * 16807) % 2147483647
        return level * ((2 * state) / 2147483647 - 1)

    return following


def resonator(hertz, bandwidth, rate):
    radius = math.exp(-math.pi * bandwidth / rate)
    b = 2 * radius * math.cos(2 * math.pi * hertz / rate)
    c = -radius * radius
    before = earlier = 0.0

    def filtered(value):
        nonlocal before, earlier
        earlier, before = before, (1 - b - c) * value + b * before + c * earlier
        return before

    return filtered


def voice(rate, length):
    resonators = [resonator(f, b, rate) for f, b in [(700, 80), (1220, 90), (2600, 120)]]
    breath = noise(0.01)
    phase = 0.0

    def value_at(seconds):
        nonlocal phase
        if seconds < 0.1:
            return 0
        phase += (110 + 80 * seconds) / rate
        pulse = 1 if phase >= 1 else 0
        phase -= pulse
        value = pulse + breath()
        for filtered in resonators:
            value = filtered(value)
        return 2 * value

    return waveform(rate, length, value_at)


signals = {
    "tone": waveform(16000, 12000, lambda s: 0.5 * math.sin(2 * math.pi * 440 * s)),
    "sweep": waveform(16000, 12000, lambda s: 0.4 * math.sin(2 * math.pi * (100 * s + 2600 * s * s))),
    "noise": waveform(16000, 12000, noise(0.3)),
    "voice": voice(16000, 12000),
    "voice44": voice(44100, 22050),
}


def listed(values, digits=8):
    """Rows are frames; NaN becomes null."""
    rounded = [None if np.isnan(v) else float(f"{v:.{digits}g}") for v in np.ravel(values)]
    return rounded


def frames(values, step=5):
    """Every fifth frame of a librosa matrix, as frames x columns."""
    return listed(np.atleast_2d(values).T[::step])


def of(y, sr):
    f = librosa.feature
    magnitude = np.abs(librosa.stft(y))
    power = magnitude**2
    short = dict(n_fft=512, win_length=400, hop_length=160, window="hamming", pad_mode="reflect")
    chroma = f.chroma_stft(y=y, sr=sr)
    f0, _, probability = librosa.pyin(y, fmin=65, fmax=500, sr=sr)
    trimmed = librosa.effects.trim(y, top_db=30)[1]
    return {
        "samples": listed(y[::500]),
        "magnitude": frames(magnitude[::41]),
        "magnitudeShort": frames(np.abs(librosa.stft(y, **short))[::37], 20),
        "mel": frames(f.melspectrogram(y=y, sr=sr)[::5]),
        "melHtk": frames(f.melspectrogram(y=y, sr=sr, n_mels=40, fmin=50, fmax=7000, htk=True, norm=None)[::3]),
        "melDb": frames(librosa.power_to_db(f.melspectrogram(y=y, sr=sr))[::5]),
        "mfcc": frames(f.mfcc(y=y, sr=sr)),
        "mfccLifter": frames(f.mfcc(y=y, sr=sr, n_mfcc=13, lifter=22)),
        "delta": frames(f.delta(f.mfcc(y=y, sr=sr, n_mfcc=5))),
        "tuning": librosa.estimate_tuning(S=power, sr=sr),
        "tuningMagnitude": librosa.estimate_tuning(S=magnitude, sr=sr),
        "chroma": frames(chroma),
        "tonnetz": frames(f.tonnetz(chroma=chroma, sr=sr)),
        "centroidHz": listed(f.spectral_centroid(y=y, sr=sr)),
        "bandwidthHz": listed(f.spectral_bandwidth(y=y, sr=sr)),
        "rolloffHz": listed(f.spectral_rolloff(y=y, sr=sr)),
        "flatness": listed(f.spectral_flatness(y=y)),
        "contrastDb": frames(f.spectral_contrast(y=y, sr=sr)),
        "zeroCrossingRate": listed(f.zero_crossing_rate(y)),
        "rms": listed(f.rms(y=y, dtype=np.float64)),
        "yin": listed(librosa.yin(y, fmin=65, fmax=500, sr=sr)),
        "pyin": listed(f0),
        "voicedProbability": listed(probability),
        "preEmphasis": listed(librosa.effects.preemphasis(y)[::500]),
        "trim": [int(i) for i in trimmed],
        "split": [[int(a), int(b)] for a, b in librosa.effects.split(y, top_db=30)],
        "recipe": listed(
            np.concatenate(
                [
                    f.mfcc(y=y, sr=sr, n_mfcc=40).mean(1),
                    f.chroma_stft(S=magnitude, sr=sr).mean(1),
                    f.melspectrogram(y=y, sr=sr).mean(1),
                ]
            )
        ),
        "to8000": listed(soxr.resample(y, sr, 8000, quality="HQ")[2000:2400:4], 10),
    }


out = {
    "versions": {m.__name__: m.__version__ for m in (librosa, np, scipy, soxr)},
    "signals": {name: of(*signal) for name, signal in signals.items()},
}
text = json.dumps(out, separators=(",", ":"))
Path(__file__).with_suffix(".json").write_text(text + "\n")
print(len(text) / 1000, "kB")
