/** Numbers of either precision: a signal, a frame, a spectrum. PCM is scaled to [-1, 1). */
export type Samples = Float32Array | Float64Array;
