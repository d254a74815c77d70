import { checkWaveform } from "../../audio/check-waveform";
import { resample } from "../../audio/resample";
import type { Waveform } from "../../audio/waveform";
import { melPower } from "../../frames/mel-spectrogram";
import type { Matrix } from "../../numbers/matrix";
import { type ColumnGroup, numberedColumns } from "../column-group";
import type { VectorSet } from "../feature-set";
import { StateStatistics } from "../state-statistics";
import { LstmNetwork } from "./lstm-network";
import type { VoiceWeights } from "./voice-weights";

/**
 * What the encoder was trained on: 16 kHz, power (no logarithm) of 40 Slaney mel bands, 25 ms
 * window, 10 ms hop.
 */
const sampleRate = 16000;
const melOptions = { nFft: 400, hopLength: 160, nMels: 40 };
/** Peak to which each recording is scaled: the encoder takes power, so level matters. */
const peak = 0.3;

/**
 * `voice-v1`: what a pretrained voice encoder makes of a recording: for each layer of its LSTM the
 * states' mean over time and standard deviation, 3 x 512 numbers (`layer1_mean0`.. `layer1_std0`..
 * to `layer3_std255`). The encoder learned to tell speakers apart (Wan et al. 2018, weights of
 * resemblyzer 0.1.4), not emotions. Recordings are resampled to 16 kHz and scaled to a peak of .3;
 * silence stays silence.
 *
 * `extractMany` runs the recordings side by side, which is faster and gives the same bits.
 *
 * @param layer one layer only, 512 columns: the set `voice-v1:layer2`, say; the layers above it are
 *   not run
 * @example
 * const weights = voiceWeights(new Float32Array(VOICE_WEIGHT_COUNT));
 * createVoiceV1(weights).columns.length // 1536
 * createVoiceV1(weights, 2).name // "voice-v1:layer2"
 */
export function createVoiceV1(weights: VoiceWeights, layer?: 1 | 2 | 3): VectorSet {
  const layers = weights.layers.slice(0, layer);
  const firstLayer = layer ? layer - 1 : 0;
  let network: Promise<LstmNetwork> | undefined;
  const extractMany = async (waveforms: readonly Waveform[]) => {
    network ??= LstmNetwork.create(layers);
    return pooledStates(
      await network,
      waveforms.map(voiceFrames),
      layers.map(({ units }) => units),
      firstLayer,
    );
  };
  return {
    kind: "vector",
    name: layer ? `voice-v1:layer${layer}` : "voice-v1",
    columns: layers
      .flatMap(({ units }, index) => (index < firstLayer ? [] : voiceColumns(index + 1, units)))
      .flatMap(({ columns }) => columns),
    extractMany,
    extract: async (waveform) => (await extractMany([waveform]))[0],
  };
}

/** What the encoder hears of a recording: mel power, frames x 40 bands. */
function voiceFrames(waveform: Waveform): Matrix {
  checkWaveform(waveform);
  const { samples } = resample(waveform, sampleRate);
  const highest = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
  const gain = highest > 0 ? peak / highest : 0;
  return melPower(
    samples.map((sample) => sample * gain),
    sampleRate,
    melOptions,
  );
}

/**
 * A row per sequence: mean and standard deviation of the states of each layer from `firstLayer` on.
 */
function pooledStates(
  network: LstmNetwork,
  sequences: readonly Matrix[],
  units: readonly number[],
  firstLayer: number,
): Float64Array[] {
  const statistics = sequences.map(() => units.map((count) => new StateStatistics(count)));
  network.run(sequences, (layer, sequence, states) => statistics[sequence][layer].add(states));
  return statistics.map((layers) =>
    Float64Array.from(layers.slice(firstLayer).flatMap((layer) => layer.values())),
  );
}

/** The columns that a layer of so many units gives; layers count from 1. */
export function voiceColumns(layer: number, units: number): ColumnGroup[] {
  return [
    {
      columns: numberedColumns(`layer${layer}_mean`, units),
      unit: "1",
      measures: `states of layer ${layer}, mean`,
      definition: "m = sum h / n over the frames",
    },
    {
      columns: numberedColumns(`layer${layer}_std`, units),
      unit: "1",
      measures: `states of layer ${layer}, standard deviation`,
      definition: "sqrt(sum h^2 / n - m^2) over the frames",
    },
  ];
}
