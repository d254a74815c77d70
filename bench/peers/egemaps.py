"""openSMILE's eGeMAPSv02 over the files named as arguments; prints the seconds of the loop, imports left out."""
import json, sys, time
import opensmile, soundfile

files = sys.argv[1:]
smile = opensmile.Smile(opensmile.FeatureSet.eGeMAPSv02, opensmile.FeatureLevel.Functionals, num_workers=1)
start = time.perf_counter()
for file in files:
    samples, rate = soundfile.read(file, dtype="float32")
    smile.process_signal(samples, rate)
print(json.dumps({"seconds": time.perf_counter() - start}))
