import {
  type AnyContour,
  type Contour,
  ofFormants,
  ofPeriods,
  ofSpectrum,
  ofVoiced,
  type Source,
} from "./contour";

const mfcc = (order: number) =>
  ofSpectrum({
    smoothing: "sma3",
    unit: "1",
    measures: `mel-frequency cepstral coefficient ${order}`,
    definition: `Cosine transform, order ${order}, of the logarithms of 26 mel bands from 20 to 8000 Hz; HTK's lifter of 22 (HTK book, 5.4 to 5.6)`,
    of: ({ cepstrum }) => cepstrum[order],
  });

const formantFrequency = (number: number) =>
  ofFormants({
    smoothing: "sma3nz",
    unit: "Hz",
    measures: `frequency of formant ${number}`,
    definition: `angle(z) x 11000 Hz / (2 pi) for root ${number}, by frequency, of the linear predictor of order 11 (Eyben's thesis, 2.2.8)`,
    of: ({ frequenciesHz }) => frequenciesHz[number - 1],
  });

const formantBandwidth = (number: number) =>
  ofFormants({
    smoothing: "sma3nz",
    unit: "Hz",
    measures: `bandwidth of formant ${number}`,
    definition: `|ln abs(z)| x 11000 Hz / pi for the same root (Eyben's thesis, 2.2.8)`,
    of: ({ bandwidthsHz }) => bandwidthsHz[number - 1],
  });

const formantLevel = (number: number) =>
  ofVoiced({
    smoothing: "sma3nz",
    unit: "dB",
    measures: `level of formant ${number} relative to the fundamental`,
    definition: `20 log10(A${number} / H0): A${number} is the strongest harmonic within a fifth of the formant's frequency, H0 the fundamental (Eyben et al. 2016, 3.1)`,
    unvoiced: -201,
    of: ({ harmonics, formants }) => harmonics.formantLevelDb(formants.frequenciesHz[number - 1]),
  });

/**
 * The contours of eGeMAPS v02, each declared once; the descriptors among them in openSMILE's order.
 */
export const contours = {
  loudness: ofSpectrum({
    smoothing: "sma3",
    descriptor: "Loudness_sma3",
    unit: "1",
    measures: "loudness",
    definition:
      "Mean over 26 mel bands of (power x equal-loudness weight)^.33 (Hermansky 1990; Eyben's thesis, 2.2.9)",
    of: ({ loudness, bands }) => loudness.of(bands),
  }),
  alphaRatio: ofSpectrum({
    smoothing: "sma3",
    unit: "dB",
    measures: "alpha ratio",
    definition: "10 log10(energy from 1 to 5 kHz / energy below 1 kHz) (Eyben et al. 2016, 3.1)",
    of: ({ balance, power }) => balance.alphaRatioDb(power),
  }),
  hammarbergIndex: ofSpectrum({
    smoothing: "sma3",
    unit: "dB",
    measures: "Hammarberg index",
    definition: "10 log10(highest |X|^2 up to 2 kHz / highest from 2 to 5 kHz) (Hammarberg et al. 1980)",
    of: ({ balance, power }) => balance.hammarbergIndexDb(power),
  }),
  "slope0-500": ofSpectrum({
    smoothing: "sma3",
    unit: "dB/Hz",
    measures: "spectral slope from 0 to 500 Hz",
    definition: "Linear regression of 10 log10 |X|^2 on frequency in the band (Eyben's thesis, 2.2.6)",
    of: ({ lowSlope, power }) => lowSlope.dbPerHz(power),
  }),
  "slope500-1500": ofSpectrum({
    smoothing: "sma3",
    unit: "dB/Hz",
    measures: "spectral slope from 500 to 1500 Hz",
    definition: "Linear regression of 10 log10 |X|^2 on frequency in the band (Eyben's thesis, 2.2.6)",
    of: ({ highSlope, power }) => highSlope.dbPerHz(power),
  }),
  spectralFlux: ofSpectrum({
    smoothing: "sma3",
    unit: "1",
    measures: "spectral flux",
    definition:
      "sqrt(mean over bins below 5 kHz of (|X(t)| - |X(t - 1)|)^2); 0 in the first frame (Eyben's thesis, 2.2.6)",
    of: ({ flux }) => flux,
  }),
  mfcc1: mfcc(1),
  mfcc2: mfcc(2),
  mfcc3: mfcc(3),
  mfcc4: mfcc(4),
  "F0semitoneFrom27.5Hz": ofVoiced({
    smoothing: "sma3nz",
    unit: "semitones",
    measures: "fundamental frequency above 27.5 Hz",
    definition:
      "12 log2(F0 / 27.5 Hz); F0 by sub-harmonic summation and a Viterbi path (Hermes 1988; Eyben's thesis, 2.2.11)",
    of: ({ f0Hz }) => 12 * Math.log2(f0Hz / 27.5),
  }),
  jitterLocal: ofPeriods({
    smoothing: "sma3nz",
    unit: "1",
    measures: "jitter",
    definition: "mean |T(i) - T(i - 1)| / mean T(i) over the periods T, at most 1 (Eyben's thesis, 2.2.12)",
    of: ({ jitter }) => jitter,
  }),
  shimmerLocaldB: ofPeriods({
    smoothing: "sma3nz",
    unit: "dB",
    measures: "shimmer",
    definition:
      "20 log10(1 + mean |A(i + 1) - A(i)| / mean A) over the periods' peak-to-peak amplitudes A (Eyben's thesis, 2.2.12)",
    of: ({ shimmerDb }) => shimmerDb,
  }),
  HNRdBACF: ofVoiced({
    smoothing: "sma3nz",
    unit: "dB",
    measures: "harmonics-to-noise ratio",
    definition:
      "10 log10(r(T0) / (r(0) - r(T0))) with the autocorrelation r at the pitch period T0 (Eyben's thesis, 2.2.13)",
    of: ({ hnrDb }) => hnrDb,
  }),
  "logRelF0-H1-H2": ofVoiced({
    smoothing: "sma3nz",
    unit: "dB",
    measures: "H1 - H2, the difference of two harmonics' levels",
    definition:
      "20 log10(H1 / H2); openSMILE counts harmonics from zero, so these are the second and the third (Eyben et al. 2016, 3.1)",
    of: ({ harmonics }) => harmonics.h1MinusH2Db(),
  }),
  "logRelF0-H1-A3": ofVoiced({
    smoothing: "sma3nz",
    unit: "dB",
    measures: "H1 - A3, a harmonic's level over the third formant's",
    definition:
      "20 log10(H1 / A3); H1 as above, A3 the strongest harmonic at formant 3 (Eyben et al. 2016, 3.1)",
    of: ({ harmonics, formants }) => harmonics.h1MinusA3Db(formants.frequenciesHz[2]),
  }),
  F1frequency: formantFrequency(1),
  F1bandwidth: formantBandwidth(1),
  F1amplitudeLogRelF0: formantLevel(1),
  F2frequency: formantFrequency(2),
  F2bandwidth: formantBandwidth(2),
  F2amplitudeLogRelF0: formantLevel(2),
  F3frequency: formantFrequency(3),
  F3bandwidth: formantBandwidth(3),
  F3amplitudeLogRelF0: formantLevel(3),
  energy: ofSpectrum({
    unit: "1",
    measures: "energy",
    definition: "Mean square of the samples of the frame, 1 for a full-scale square wave",
    of: ({ meanSquare }) => meanSquare,
  }),
  F0hz: ofVoiced({
    unit: "Hz",
    measures: "fundamental frequency",
    definition: "F0 as it was decided, before smoothing",
    of: ({ f0Hz }) => f0Hz,
  }),
} as const;

export type ContourName = keyof typeof contours;

/** One array per contour, a value every 10 ms, in the contour's unit. */
export type Contours = Readonly<Record<ContourName, Float64Array>>;

/** The contours with their names, in the order of their declaration. */
export const contourList = Object.entries(contours) as [ContourName, AnyContour][];

/** The contours that are measured from one source. */
export function contoursOf<S extends Source>(source: S): [ContourName, Contour<S>][] {
  const isOfSource = (entry: [ContourName, AnyContour]): entry is [ContourName, Contour<S> & AnyContour] =>
    entry[1].source === source;
  return contourList.filter(isOfSource);
}

/** Contours of so many frames before anything is measured: 0, or what unvoiced frames have. */
export function emptyContours(shortFrames: number, longFrames: number): Contours {
  const empty = ({ frame, unvoiced = 0 }: AnyContour) =>
    new Float64Array(frame === "20 ms" ? shortFrames : longFrames).fill(unvoiced);
  return Object.fromEntries(contourList.map(([name, contour]) => [name, empty(contour)])) as Contours;
}
