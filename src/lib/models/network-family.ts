import type { ModelFamily } from "./model-family";
import type { NetworkName } from "./networks/create-network";

/** One kind of network; its code and the tensor library are loaded with the first model that is made. */
export function networkFamily(name: NetworkName, takes: "vector" | "matrix"): ModelFamily {
  return {
    takes,
    create: async (options) => (await loadNetworks()).createNetwork(name, options),
    restore: async (state) => (await loadNetworks()).restoreNetwork(state),
  };
}

async function loadNetworks() {
  const { nodeBackend } = await import("./node-backend");
  await nodeBackend();
  return import("./networks/create-network");
}
