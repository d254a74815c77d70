/** The corpus that options name, after its problems were told; refused where it cannot serve the purpose. */
export async function openHealthy(
  options: { corpus: string; skipBad?: boolean; name?: string },
  purpose: "extract" | "evaluate",
) {
  const { openCorpus } = await import("../../lib/corpus/open-corpus");
  const { requireHealthy } = await import("../../lib/corpus/health/require-healthy");
  const opened = await openCorpus(options.corpus, { name: options.name });
  const { corpus, problems } = requireHealthy(opened, { purpose, skipBad: options.skipBad });
  for (const { message } of problems) console.error(message);
  return corpus;
}
