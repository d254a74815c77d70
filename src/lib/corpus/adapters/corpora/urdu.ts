import { namedCorpus } from "../named-corpus";

const FOLDERS: Readonly<Record<string, string>> = { angry: "A", happy: "H", neutral: "N", sad: "S" };

/**
 * `Angry/SM4_F30_A082.wav`: a folder per emotion; speaker (S, gender, number), part, letter and
 * number.
 */
export const urdu = namedCorpus({
  name: "urdu",
  facts: {
    title: "URDU",
    citation: "Latif et al. 2018",
    language: "Urdu",
    licence: "research only",
    source: "https://github.com/siddiquelatif/URDU-Dataset",
    recordings: 400,
    speakers: 38,
  },
  pattern:
    /\/(?:(?<folder>Angry|Happy|Neutral|Sad)\/)?(?<speaker>S(?<gender>[FM])\d+)_(?<part>F\d+)_(?<emotion>[A-Z])(?<number>\d+)$/i,
  emotions: { A: "anger", H: "happiness", N: "neutral", S: "sadness" },
  columns: ({ folder, emotion }) => ({ original: folder ?? emotion }),
  refuses: ({ folder, emotion }) => {
    const letter = folder && FOLDERS[folder.toLowerCase()];
    if (!letter || letter === emotion.toUpperCase()) return undefined;
    return `unknown emotion letter "${emotion}", the folder ${folder} has ${letter}`;
  },
});
