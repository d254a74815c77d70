"""librosa's recipe of librosa-v1 over files; prints the seconds of the loop, imports and a first warm-up file left out."""
import json, sys, time
import librosa, numpy, soundfile


def extract(samples, rate):
    stft = numpy.abs(librosa.stft(samples))
    mfcc = librosa.feature.mfcc(y=samples, sr=rate, n_mfcc=40).mean(axis=1)
    chroma = librosa.feature.chroma_stft(S=stft, sr=rate).mean(axis=1)
    mel = librosa.feature.melspectrogram(y=samples, sr=rate).mean(axis=1)
    return numpy.concatenate([mfcc, chroma, mel])


files = sys.argv[1:]
extract(*soundfile.read(files[0], dtype="float32"))
start = time.perf_counter()
for file in files:
    extract(*soundfile.read(file, dtype="float32"))
print(json.dumps({"seconds": time.perf_counter() - start}))
