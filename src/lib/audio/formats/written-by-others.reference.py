"""Writes written-by-others.reference.json: a tenth of a second of two tones as ffmpeg and sox write it, and what ffmpeg decodes from it.

    python written-by-others.reference.py > written-by-others.reference.json
"""

import base64
import json
import math
import struct
import subprocess
import tempfile
from pathlib import Path

RATE = 8000


def sample(i):
    phase = 2 * math.pi * i / RATE
    return int(32767 * (0.5 * math.sin(440 * phase) + 0.2 * math.sin(1900 * phase)))


source = struct.pack(f"<{RATE // 10}h", *(sample(i) for i in range(RATE // 10)))

RAW = ["-f", "s16le", "-ar", str(RATE), "-ac", "1"]
CODINGS = {
    "AIFF, 16 bit": ("ffmpeg", ["-f", "aiff", "-c:a", "pcm_s16be"]),
    "AIFF-C, little-endian": ("ffmpeg", ["-f", "aiff", "-c:a", "pcm_s16le"]),
    "AU, 16 bit": ("ffmpeg", ["-f", "au", "-c:a", "pcm_s16be"]),
    "AU, mu-law": ("ffmpeg", ["-f", "au", "-c:a", "pcm_mulaw"]),
    "CAF, 16 bit": ("ffmpeg", ["-f", "caf", "-c:a", "pcm_s16le"]),
    "RF64, 16 bit": ("ffmpeg", ["-f", "wav", "-rf64", "always", "-c:a", "pcm_s16le"]),
    "Wave64, 16 bit": ("ffmpeg", ["-f", "w64", "-c:a", "pcm_s16le"]),
    "WAV, MS ADPCM": ("ffmpeg", ["-f", "wav", "-c:a", "adpcm_ms"]),
    "WAV, IMA ADPCM": ("ffmpeg", ["-f", "wav", "-c:a", "adpcm_ima_wav"]),
    "WAV, 24 bit": ("sox", ["-b", "24", "-t", "wav"]),
    "WAV, A-law": ("sox", ["-e", "a-law", "-t", "wav"]),
    "AIFF, 24 bit": ("sox", ["-b", "24", "-t", "aiff"]),
    "OGG, FLAC": ("ffmpeg", ["-f", "ogg", "-c:a", "flac"]),
}


def run(command, data):
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def encode(name, program, options):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        if program == "ffmpeg":
            run(["ffmpeg", "-v", "error", *RAW, "-i", "-", "-bitexact", *options, str(out)], source)
        else:
            run(["sox", "-D", "-t", "raw", "-r", str(RATE), "-e", "signed", "-b", "16", "-c", "1", "-", *options, str(out)], source)
        decoded = run(["ffmpeg", "-v", "error", "-i", str(out), "-f", "f32le", "-"], b"")
        file = out.read_bytes()
    values = struct.unpack(f"<{len(decoded) // 4}f", decoded)
    middle = len(values) // 2
    return {
        "name": name,
        "writer": program,
        "base64": base64.b64encode(file).decode(),
        "length": len(values),
        "middle": [round(value, 6) for value in values[middle : middle + 20]],
    }


version = run(["ffmpeg", "-version"], b"").decode().split()[2]
print(json.dumps({"ffmpeg": version, "files": [encode(name, *how) for name, how in CODINGS.items()]}))
