"""Takes libtensorflow and the C headers that tfjs-node's addon needs out of a tensorflow-cpu wheel: WHEEL FOLDER."""

import os
import sys
import zipfile

wheel_path, folder = sys.argv[1:]
headers = ("tensorflow/c/", "tensorflow/core/platform/ctstring", "tsl/c/", "tsl/platform/ctstring")
libraries = ("libtensorflow_cc.so.2", "libtensorflow_framework.so.2")

with zipfile.ZipFile(wheel_path) as wheel:
    for name in wheel.namelist():
        inside = name.removeprefix("tensorflow/include/")
        if inside.startswith(headers) and inside.endswith(".h"):
            target = os.path.join(folder, "include", inside)
        elif name.removeprefix("tensorflow/") in libraries:
            target = os.path.join(folder, "lib", os.path.basename(name))
        else:
            continue
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with wheel.open(name) as source, open(target, "wb") as out:
            while block := source.read(1 << 20):
                out.write(block)

os.symlink("libtensorflow_cc.so.2", os.path.join(folder, "lib", "libtensorflow.so"))
os.symlink("libtensorflow_framework.so.2", os.path.join(folder, "lib", "libtensorflow_framework.so"))
