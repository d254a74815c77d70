/**
 * The conditions of a stress test, each with its strength.
 *
 * Those that audEERING's ser-tests define are taken with its numbers (docs/method-tests.rst of
 * github.com/audeering/ser-tests, "Robustness Small Changes" and "Robustness Background Noise"):
 * gain 2 dB, 1000 samples at 16 kHz cut or padded, .3 % of the samples clipped, a high pass at 150
 * Hz and a low pass at 6.5 kHz of first order, a tone between 5 and 7 kHz at 40 dB, white noise at
 * 35 and 20 dB, babble of 4 to 7 voices at 20 dB. Its babble is of another corpus, its tilts are
 * filters of its own, its rooms were measured and its telephone is AMR-NB with compression: here
 * voices are the corpus's own, tilts are straight lines in dB, rooms are simulated and telephones
 * are the plain band, G.711 and GSM.
 */
export const stressConditions: readonly string[] = [
  ...["gain:-20", "gain:-10", "gain:-5", "gain:-2", "gain:2", "gain:5", "gain:10", "gain:20"],
  ...["offset:0.01", "offset:0.05"],
  ...["white:35", "white:20", "white:10"],
  ...["pink:20", "pink:10"],
  ...["babble:20", "babble:10"],
  "tone:40",
  ...["telephone", "mu-law", "a-law", "gsm"],
  ...["mp3:32", "opus:16", "opus:8"],
  ...["high-pass:150", "low-pass:6500"],
  ...["tilt:-20", "tilt:20"],
  ...["room:0.2", "room:0.5", "room:1"],
  ...["speed:0.9", "speed:1.1"],
  ...["cut-start:0.0625", "cut-end:0.0625", "pad-start:0.0625", "pad-end:0.0625", "part:0.5"],
  ...["clip:0.003", "clip:0.05", "bits:8"],
  "one-ear",
];

/** Added where a folder of noises is given: the strengths of ser-tests' environment and cough. */
export const noiseConditions: readonly string[] = ["noise:20", "noise:10"];
