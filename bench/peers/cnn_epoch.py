"""Seconds of one training epoch of the same CNN in Keras, run eagerly or as a compiled graph, one thread: the median of all but the first."""
import json, statistics, sys, time
import numpy
import tensorflow as tf
from tensorflow.keras import layers

recordings, epochs, mode = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
tf.config.threading.set_intra_op_parallelism_threads(1)
tf.config.threading.set_inter_op_parallelism_threads(1)
generator = numpy.random.default_rng(0)
inputs = generator.normal(size=(recordings, 150, 32, 1)).astype("float32")
targets = numpy.arange(recordings) % 4

spectrogram = layers.Input((150, 32, 1))
maps = layers.Conv2D(16, 5, 2, "same", activation="relu")(spectrogram)
for channels in (32, 64):
    maps = layers.Conv2D(channels, 3, 2, "same", use_bias=False)(maps)
    maps = layers.ReLU()(layers.BatchNormalization()(maps))
pooled = layers.Concatenate()([layers.GlobalAveragePooling2D()(maps), layers.GlobalMaxPooling2D()(maps)])
outputs = layers.Dense(4, activation="softmax")(layers.Dropout(0.3)(pooled))
model = tf.keras.Model(spectrogram, outputs)
model.compile(tf.keras.optimizers.AdamW(), "sparse_categorical_crossentropy", run_eagerly=mode == "eager")

seconds = []
for _ in range(epochs):
    start = time.perf_counter()
    model.fit(inputs, targets, batch_size=16, epochs=1, verbose=0)
    seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": statistics.median(seconds[1:]), "parameters": model.count_params()}))
