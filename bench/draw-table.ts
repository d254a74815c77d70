import { closeSync, existsSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { random } from "../src/lib/numbers/random";

const emotions = ["anger", "happiness", "neutral", "sadness"];
/** Causes that all columns share, so that columns correlate as acoustic features do. */
const causes = 24;
const recordingsPerSpeaker = 34;

/**
 * Draws a feature table with speakers and classes into a folder, once: `rows.f64` (training rows,
 * then a tenth as many of other speakers) and `table.json`. Half the difference between recordings
 * is the speaker's; classes overlap, as emotions do.
 */
export function drawTable(folder: string, training: number, columns: number): string {
  if (existsSync(join(folder, "table.json"))) return folder;
  mkdirSync(folder, { recursive: true });
  const source = random(`growth ${training} x ${columns}`);
  const draw = (length: number, deviation: number) =>
    Float64Array.from({ length }, () => deviation * source.normal());
  const mixing = Array.from({ length: causes }, () => draw(columns, 0.3));
  const ofClass = emotions.map(() => draw(causes, 0.5));
  const total = training + Math.ceil(training / 10);
  const [labels, speakers]: [string[], string[]] = [[], []];
  const file = openSync(join(folder, "rows.f64"), "w");
  let speaker = draw(causes, 0.7);
  for (let i = 0; i < total; i++) {
    if (i % recordingsPerSpeaker === 0 || i === training) speaker = draw(causes, 0.7);
    const c = i % 7 === 0 ? 0 : i % emotions.length;
    labels.push(emotions[c]);
    speakers.push(`${i < training ? "training" : "test"}-${Math.floor(i / recordingsPerSpeaker)}`);
    const row = draw(columns, 0.7);
    for (let k = 0; k < causes; k++) {
      const cause = ofClass[c][k] + speaker[k] + source.normal();
      for (let column = 0; column < columns; column++) row[column] += cause * mixing[k][column];
    }
    writeSync(file, row);
  }
  closeSync(file);
  writeFileSync(join(folder, "table.json"), JSON.stringify({ columns, training, labels, speakers }));
  return folder;
}
