"""Low-level descriptors and functionals of openSMILE for signals that the test makes itself by the same formula.

    pip install opensmile==2.6.0 && python egemaps.reference.py > egemaps.reference.json
"""

import json

import numpy as np
import opensmile

RATE = 16000


def noise(count):
    """The test's noise: a linear congruential generator."""
    state, out = 1, []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2**31
        out.append(state / 2**30 - 1)
    return np.array(out)


def resonate(signal, hertz, bandwidth):
    radius = np.exp(-np.pi * bandwidth / RATE)
    a1, a2 = 2 * radius * np.cos(2 * np.pi * hertz / RATE), -radius * radius
    out = np.zeros(len(signal))
    for i, sample in enumerate(signal):
        out[i] = sample + (a1 * out[i - 1] if i > 0 else 0) + (a2 * out[i - 2] if i > 1 else 0)
    return out


def voiced(count):
    """Pulses gliding from 110 to 190 Hz through three formants."""
    phase = np.cumsum(110 + 80 * np.arange(count) / count) / RATE
    signal = np.diff(np.floor(phase), prepend=0)
    for hertz, bandwidth in ((600, 80), (1400, 100), (2600, 140)):
        signal = resonate(signal, hertz, bandwidth)
    return signal / np.abs(signal).max()


def signal():
    silence = np.zeros(3200)
    parts = [silence, 0.5 * voiced(9600), 0.05 * noise(4800), silence, 0.8 * voiced(6400), silence]
    samples = np.concatenate(parts) + 0.001 * noise(30400)
    return np.round(samples * 32767) / 32768


def level(name):
    smile = opensmile.Smile(opensmile.FeatureSet.eGeMAPSv02, getattr(opensmile.FeatureLevel, name))
    return smile.process_signal(signal(), RATE)


descriptors = level("LowLevelDescriptors")
functionals = level("Functionals")
print(
    json.dumps(
        {
            "versions": {"opensmile": opensmile.__version__, "numpy": np.__version__},
            "descriptorNames": list(descriptors.columns),
            "columns": list(functionals.columns),
            "descriptors": [[float(f"{v:.6g}") for v in row] for row in descriptors.values[:-1:4]],
            "functionals": [float(f"{v:.7g}") for v in functionals.values[0]],
        },
        separators=(",", ":"),
    )
)
