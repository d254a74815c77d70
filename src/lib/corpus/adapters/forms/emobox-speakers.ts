import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORPORA } from "../corpora";

/**
 * Who speaks in EmoBox's rows, which do not tell: its `data.seg.wrd.stm` does for some corpora,
 * else the corpus's own adapter, by the path.
 *
 * @param folder absolute path of `data/<corpus>`
 * @returns the speaker of a row; empty where nobody knows
 */
export function emoboxSpeakers(folder: string): (cells: Readonly<Record<string, string>>) => string {
  const listed = speakersInStm(join(folder, "data.seg.wrd.stm"));
  return ({ key, dataset = "", speaker, wav = "" }) => {
    const adapter = CORPORA.find(({ name }) => plain(name) === plain(dataset));
    return speaker || listed.get(key) || adapter?.speakerOf?.(wav) || "";
  };
}

/** `<id=KEY,lang=en,spk=SPEAKER,emotion=EMO>` in each line. */
function speakersInStm(path: string): ReadonlyMap<string, string> {
  if (!existsSync(path)) return new Map();
  const labels = readFileSync(path, "utf8").matchAll(/<id=([^,>]+),[^>]*?spk=([^,>]+)/g);
  return new Map([...labels].map(([, key, speaker]) => [key, speaker]));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
