import * as tf from "@tensorflow/tfjs";
import type { Row } from "../../features/row";
import { checkCount } from "../check-count";
import { checkOptions } from "../check-options";
import type { ClassifierState } from "../classifier";
import { cnn } from "./cnn";
import { crnnAttention } from "./crnn-attention";
import { mlp } from "./mlp";
import type { Network } from "./network";
import { NetworkClassifier } from "./network-classifier";

const networks = { mlp, cnn, "crnn-attention": crnnAttention };

/** The names of all networks. */
export type NetworkName = keyof typeof networks;

/**
 * At most as long as plain JavaScript can be waited for: minutes an epoch for the networks on
 * matrices.
 */
const shortened = {
  mlp: { epochs: 20, members: 1 },
  cnn: { epochs: 2, members: 1 },
  "crnn-attention": { epochs: 2, members: 1 },
};

/**
 * A new, unfitted network; refuses options that it does not have. On the plain-JavaScript backend
 * its training is shortened, as its saved settings tell.
 */
export function createNetwork(
  name: NetworkName,
  given: Readonly<Record<string, unknown>>,
): NetworkClassifier<Row> {
  checkOptions(name, given, Object.keys(networks[name]().options));
  const network = networks[name](given) as Network<Row>;
  const { epochs, members, batchSize } = network.options;
  for (const [option, value] of Object.entries({ epochs, members, batchSize })) checkCount(option, value);
  if (tf.getBackend() !== "cpu") return new NetworkClassifier(network);
  const most = shortened[name];
  const shorter = { epochs: Math.min(epochs, most.epochs), members: Math.min(members, most.members) };
  return new NetworkClassifier(networks[name]({ ...given, ...shorter }) as Network<Row>);
}

/** The fitted network that `state` was saved from; needs no Node API. */
export function restoreNetwork(state: ClassifierState): NetworkClassifier<Row> {
  const { columns: _, backend: __, ...options } = state.settings;
  const network = networks[state.model as NetworkName](options) as Network<Row>;
  return NetworkClassifier.restore(network, state);
}
