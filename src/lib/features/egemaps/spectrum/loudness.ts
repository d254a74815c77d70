const compression = 0.33;

/**
 * Loudness: the mean over mel bands of the auditory spectrum, each band weighted by the ear's
 * equal-loudness curve and compressed by the power .33 (Hermansky 1990, "Perceptual linear
 * predictive analysis of speech"; Eyben's thesis, section 2.2.9).
 */
export class Loudness {
  private readonly weights: Float64Array;

  /** @param centresHz centre of each band */
  constructor(centresHz: Float64Array) {
    this.weights = centresHz.map(equalLoudness);
  }

  /** Loudness of a frame from the power of its mel bands; 0 for silence. */
  of(bands: Float64Array): number {
    let sum = 0;
    for (let b = 0; b < bands.length; b++)
      sum += Math.exp(compression * Math.log(bands[b] * this.weights[b]));
    return sum / bands.length;
  }
}

/**
 * Sensitivity of the ear at about 40 phon; Hermansky's equation with the steep fall above 5 kHz,
 * constants as measured at openSMILE's output.
 */
function equalLoudness(hz: number): number {
  const w = 2 * Math.PI * hz;
  const w2 = w * w;
  const rise = (w2 * w2 * (w2 + 56.8e6)) / ((w2 + 6.3e6) ** 2 * (w2 + 0.38e9));
  return (1e32 * rise) / (w ** 7 + 1.7e31);
}
