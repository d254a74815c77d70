/** One message of a kernel to its viewer. */
export interface Displayed {
  readonly data: Record<string, string>;
  readonly metadata: Record<string, unknown>;
  readonly transient: { readonly display_id?: string };
  readonly update: boolean;
}

/** What a cell would show: runs `cell` with this test in the kernel's place. */
export async function displayed(cell: () => unknown): Promise<Displayed[]> {
  const messages: Displayed[] = [];
  const kernel = require("tslab/dist/jupyter");
  kernel.lastWriteDisplayData = (message: Omit<Displayed, "update">, update: boolean) => {
    messages.push({ ...structuredClone(message), update });
  };
  try {
    await cell();
  } finally {
    kernel.lastWriteDisplayData = null;
  }
  return messages;
}
