import type { ModelFamily } from "../model-family";
import type { NetworkName } from "./create-network";

/**
 * One kind of network; its code and the tensor library are loaded with the first model that is
 * made.
 */
export function networkFamily(name: NetworkName, takes: "vector" | "matrix"): Omit<ModelFamily, "numbers"> {
  const networks = () => import("./create-network");
  return {
    takes,
    usesTensors: true,
    create: async (options) => (await networks()).createNetwork(name, options),
    restore: async (state) => (await networks()).restoreNetwork(state),
  };
}
