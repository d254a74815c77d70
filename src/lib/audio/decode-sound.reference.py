"""Writes decode-sound.reference.json: half a second of two tones in every coding, and what libsndfile decodes from it.

    python decode-sound.reference.py > decode-sound.reference.json
"""

import base64
import io
import json

import numpy as np
import soundfile as sf

SAMPLE_RATE = 16000
seconds = np.arange(SAMPLE_RATE // 2) / SAMPLE_RATE
left = 0.5 * np.sin(2 * np.pi * 440 * seconds)
right = 0.25 * np.sin(2 * np.pi * 1000 * seconds)

CODINGS = [
    ("WAV, 16 bit", "WAV", "PCM_16", left),
    ("FLAC, 16 bit", "FLAC", "PCM_16", left),
    ("FLAC, 24 bit, stereo", "FLAC", "PCM_24", np.stack([left, right], axis=1)),
    ("MP3", "MP3", "MPEG_LAYER_III", left),
    ("MP3, stereo", "MP3", "MPEG_LAYER_III", np.stack([left, right], axis=1)),
    ("OGG, Vorbis", "OGG", "VORBIS", left),
    ("OGG, Opus", "OGG", "OPUS", left),
]


def encode(coding):
    name, container, subtype, samples = coding
    file = io.BytesIO()
    sf.write(file, samples, SAMPLE_RATE, format=container, subtype=subtype)
    file.seek(0)
    decoded, rate = sf.read(file, always_2d=True)
    mono = decoded.mean(axis=1)
    middle = len(mono) // 2
    return {
        "name": name,
        "base64": base64.b64encode(file.getvalue()).decode(),
        "sampleRate": rate,
        "length": len(mono),
        "middle": [round(float(value), 6) for value in mono[middle : middle + 40]],
    }


print(json.dumps({"libsndfile": sf.__libsndfile_version__, "files": [encode(coding) for coding in CODINGS]}))
