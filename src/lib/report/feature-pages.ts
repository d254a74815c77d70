import type { ColumnGroup } from "../features/column-group";
import { contourList, contours } from "../features/egemaps/contours";
import { describeFunctional, egemapsFunctionals } from "../features/egemaps/functionals/egemaps-functionals";
import { statistics } from "../features/egemaps/functionals/statistics";
import { librosaColumns } from "../features/librosa/librosa-v1";
import { logmelColumns } from "../features/logmel-v1";
import { meydaColumns } from "../features/meyda-v1";
import { voiceColumns } from "../features/voice/voice-v1";

const voiceLayers = [1, 2, 3];
const voiceUnits = 256;

/**
 * The pages of docs/ that tell every column of the feature sets, by file name, as Markdown. They
 * are made from the sets' own declarations.
 *
 * @example Object.keys(featurePages()).length // 5
 */
export function featurePages(): Record<string, string> {
  return {
    "egemaps.md": egemapsPage(),
    "librosa-v1.md": groupsPage(
      "librosa-v1",
      "Means over time of what librosa 0.11 gives with its defaults, at the recording's own rate: frames of 2048 samples, a hop of 512, Hann window, zeros beyond the ends.",
      librosaColumns,
    ),
    "logmel-v1.md": groupsPage(
      "logmel-v1",
      "A matrix for networks: a row every 10 ms, a column per mel band. Recordings are resampled to 16 kHz; Hann window of 25 ms in a transform of 512 samples.",
      logmelColumns,
    ),
    "meyda-v1.md": groupsPage(
      "meyda-v1",
      "Descriptors of Meyda 5 in frames of 512 samples every 256, at 16 kHz, Hann window. Of each its mean, standard deviation (divided by n) and 10th, 50th and 90th percentile over the frames. |X| is the amplitude spectrum of a frame, f the frequency of a bin; the sums run over the bins.",
      meydaColumns,
    ),
    "voice-v1.md": groupsPage(
      "voice-v1",
      "Statistics of the states h of a pretrained voice encoder, an LSTM of three layers with 256 units each (Wan et al. 2018, weights of resemblyzer 0.1.4). It hears 40 mel bands of power every 10 ms, at 16 kHz, the recording scaled to a peak of .3. The set `voice-v1:layer2` has the columns of that layer alone.",
      voiceLayers.flatMap((layer) => voiceColumns(layer, voiceUnits)),
    ),
  };
}

function egemapsPage(): string {
  const columnRows = egemapsFunctionals.map((functional) => {
    const { measures, unit } = describeFunctional(functional);
    const { column, contour, frames, statistic } = functional;
    return [`\`${column}\``, measures, unit, `\`${statistic}\` of \`${contour}\`, ${frames}`];
  });
  const contourRows = contourList.map(([name, { measures, unit, frame, smoothing, definition }]) => [
    `\`${name}\``,
    measures,
    unit,
    frame,
    smoothing ?? "none",
    definition,
  ]);
  const statisticRows = Object.entries(statistics).map(([name, { definition }]) => [
    `\`${name}\``,
    definition,
  ]);
  return page("egemaps-v02", [
    `The ${egemapsFunctionals.length} functionals of the extended Geneva minimalistic acoustic parameter set (Eyben et al. 2016, "The Geneva Minimalistic Acoustic Parameter Set", IEEE Transactions on Affective Computing 7(2)), with openSMILE's names and order. Each is a statistic over time of one of ${contourList.length} contours.`,
    "## The columns",
    "The last column says how a value is made: which statistic, of which contour, over which frames. Formulas of both stand below. A statistic without values, as of voiced frames in a whisper, is 0.",
    table(["column", "measures", "unit", "made of"], columnRows),
    "## The contours",
    `A value every 10 ms. Frames of 20 ms have a Hamming window, frames of 60 ms a Gaussian one. X is the spectrum of the frame. Smoothing is the mean over three frames: \`sma3\` over all of them, \`sma3nz\` over those that are not zero; statistics of voiced or unvoiced frames alone are always of the latter. Contours of 60 ms frames are 0 where a frame is unvoiced, levels of formants ${contours.F1amplitudeLogRelF0.unvoiced} dB. Eyben's thesis is "Real-time Speech and Music Classification by Large Audio Feature Space Extraction" (Springer 2016).`,
    table(["contour", "measures", "unit", "frame", "smoothing", "definition"], contourRows),
    "## The statistics",
    "Of the n values x of the contour in the frames that count.",
    table(["statistic", "definition"], statisticRows),
  ]);
}

function groupsPage(set: string, introduction: string, groups: readonly ColumnGroup[]): string {
  const count = groups.reduce((sum, { columns }) => sum + columns.length, 0);
  const rows = groups.map(({ columns, measures, unit, definition }) => [
    range(columns),
    `${columns.length}`,
    measures,
    unit,
    definition,
  ]);
  return page(set, [
    introduction,
    `${count} columns:`,
    table(["columns", "number", "measures", "unit", "definition"], rows),
  ]);
}

function page(title: string, parts: readonly string[]): string {
  const note =
    "<!-- Made by `npm run docs:features` from the set's declarations: change these, not this page. -->";
  return `${[`# ${title}`, note, ...parts].join("\n\n")}\n`;
}

/** The first and the last name, or both of two. */
function range(columns: readonly string[]): string {
  const first = `\`${columns[0]}\``;
  const last = `\`${columns[columns.length - 1]}\``;
  if (columns.length === 1) return first;
  return `${first}${columns.length === 2 ? ", " : " .. "}${last}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
