import type { Row } from "../../../features/row";
import type { FitContext } from "../../classifier";
import type { Network } from "../network";
import { type TrainedNetwork, type TrainingContext, trainNetwork } from "./train-network";
import type { TrainingData } from "./training-run";

/**
 * Trains as many networks as the options say, one after the other, each from a seed of its own: on
 * some hundred recordings a network's score hangs on its seed as much as on anything else, and the
 * mean of a few decides better than any one (Lakshminarayanan et al. 2017).
 */
export async function trainMembers<X extends Row>(
  network: Network<X>,
  data: TrainingData<X>,
  context: TrainingContext<X>,
): Promise<TrainedNetwork[]> {
  const { members, epochs } = network.options;
  const trained: TrainedNetwork[] = [];
  for (let member = 0; member < members; member++) {
    const onProgress: FitContext["onProgress"] = (done, _epochs, note) =>
      context.onProgress?.(member * epochs + done, members * epochs, memberNote(member, members, note));
    trained.push(await trainNetwork(network, data, { ...context, onProgress }, member));
  }
  return trained;
}

function memberNote(member: number, members: number, note: string): string {
  return members > 1 ? `network ${member + 1} of ${members}, ${note}` : note;
}
