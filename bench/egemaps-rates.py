"""openSMILE's eGeMAPS of recordings at other sample rates.

    python egemaps-rates.py ROOT OUT RATE... -- FILE...     FILEs relative to ROOT

Writes OUT/RATE/0.wav and so on, 16 bit, resampled by scipy's polyphase filter and scaled by .9 against clipping, and OUT/RATE.csv with a row for each.
Needs opensmile 2.6.0, scipy and soundfile.
"""

import os
import sys
from math import gcd

import numpy as np
import opensmile
import soundfile
from scipy.signal import resample_poly

root, out, *rest = sys.argv[1:]
split = rest.index("--")
rates, files = [int(rate) for rate in rest[:split]], rest[split + 1 :]
smile = opensmile.Smile(opensmile.FeatureSet.eGeMAPSv02, opensmile.FeatureLevel.Functionals)
for rate in rates:
    os.makedirs(f"{out}/{rate}", exist_ok=True)
    with open(f"{out}/{rate}.csv", "w") as table:
        print("file", *smile.feature_names, sep=",", file=table)
        for number, file in enumerate(files):
            samples, original = soundfile.read(f"{root}/{file}", always_2d=True)
            common = gcd(rate, original)
            resampled = 0.9 * resample_poly(samples.mean(axis=1), rate // common, original // common)
            steps = np.clip(np.round(resampled * 32768), -32768, 32767).astype(np.int16)
            soundfile.write(f"{out}/{rate}/{number}.wav", steps, rate, subtype="PCM_16")
            values = smile.process_signal(steps / 32768, rate).values[0]
            print(f"{rate}/{number}.wav", *(f"{value:.9g}" for value in values), sep=",", file=table)
