"""openSMILE's eGeMAPS of recordings with half a bit of dither: how well openSMILE agrees with itself.

    python egemaps-agreement.py ROOT OUT.csv FILE...     FILEs relative to ROOT

Each sample gets -1, 0 or +1 of a 16-bit step (probabilities 1/4, 1/2, 1/4), from a fixed seed. Needs opensmile 2.6.0 and soundfile.
"""

import sys

import numpy as np
import opensmile
import soundfile

root, out, *files = sys.argv[1:]
smile = opensmile.Smile(opensmile.FeatureSet.eGeMAPSv02, opensmile.FeatureLevel.Functionals)
draw = np.random.default_rng(0)
with open(out, "w") as table:
    print("file", *smile.feature_names, sep=",", file=table)
    for file in files:
        samples, rate = soundfile.read(f"{root}/{file}", dtype="int16")
        dither = draw.integers(0, 2, len(samples)) + draw.integers(0, 2, len(samples)) - 1
        dithered = np.clip(samples.astype(np.int32) + dither, -32768, 32767)
        values = smile.process_signal(dithered / 32768, rate).values[0]
        print(file, *(f"{value:.9g}" for value in values), sep=",", file=table)
