"""librosa.pyin over files, 65 to 600 Hz; prints the seconds of the loop, imports and a first warm-up file left out."""
import json, sys, time
import librosa, soundfile

files = sys.argv[1:]
librosa.pyin(soundfile.read(files[0])[0], fmin=65, fmax=600, sr=soundfile.info(files[0]).samplerate)
start = time.perf_counter()
for file in files:
    samples, rate = soundfile.read(file)
    librosa.pyin(samples, fmin=65, fmax=600, sr=rate)
print(json.dumps({"seconds": time.perf_counter() - start}))
