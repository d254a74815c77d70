import { InputError } from "../check";
import { type Frication, PHONES, type Phone, type PhoneSymbol } from "./phones";

/** A stretch of an utterance in which the tract aims at one set of formants. */
export interface Segment {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly formantsHz: readonly [number, number, number];
  readonly kind: Phone["kind"] | "burst" | "breath" | "pause";
  readonly stressed: boolean;
  /** Level of voicing in dB; absent: unvoiced. */
  readonly voicingDb?: number;
  /** Level of noise from the glottis in dB, where it is more than the voice's own. */
  readonly aspirationDb?: number;
  readonly frication?: Frication;
}

type Piece = Omit<Segment, "startSeconds" | "endSeconds"> & { readonly seconds: number };

const SILENCE_SECONDS = 0.2;
const PAUSE_SECONDS = 0.2;
const RESTING: Segment["formantsHz"] = [500, 1500, 2500];
/** Vowels of stressed syllables, and of the last one before a pause, are longer (Klatt 1976). */
const STRESSED = 1.25;
const FINAL = 1.35;

/**
 * Lays out an utterance in time: phones become one to three segments (a stop is a closure, a burst
 * and, when voiceless, a breath), with silence before, after and at pauses.
 *
 * @param text Symbols of `phones.ts` between spaces, `'` after a stressed vowel, `|` for a pause.
 * @param rate Speaking rate; 1 gives the inherent durations.
 * @throws InputError for an unknown symbol.
 *
 * @example segmentsOf("m a'", 1).map(({ kind }) => kind) // ["pause", "nasal", "vowel", "pause"]
 */
export function segmentsOf(text: string, rate: number): Segment[] {
  const symbols = text.trim().split(/\s+/);
  const pieces = symbols.flatMap((symbol, i) =>
    symbol === "|" ? [pause(PAUSE_SECONDS / rate)] : piecesOf(symbol, isFinal(symbols, i), rate),
  );
  let time = 0;
  return [pause(SILENCE_SECONDS), ...pieces, pause(SILENCE_SECONDS)].map(({ seconds, ...piece }) => {
    const startSeconds = time;
    time += seconds;
    return { ...piece, startSeconds, endSeconds: time };
  });
}

function isFinal(symbols: readonly string[], i: number): boolean {
  return i === symbols.length - 1 || symbols[i + 1] === "|";
}

function piecesOf(symbol: string, final: boolean, rate: number): Piece[] {
  const stressed = symbol.endsWith("'");
  const phone: Phone | undefined = PHONES[symbol.replace("'", "") as PhoneSymbol];
  if (!phone)
    throw new InputError(`text: unknown sound "${symbol}", there are ${Object.keys(PHONES).join(", ")}`);
  const { kind, formantsHz, voicingDb, frication } = phone;
  const longer = kind === "vowel" ? (stressed ? STRESSED : 1) * (final ? FINAL : 1) : 1;
  const main = { kind, formantsHz, stressed, voicingDb, seconds: (phone.seconds * longer) / rate };
  if (kind !== "stop") return [{ ...main, frication }];
  const burst: Piece = { kind: "burst", formantsHz, stressed, frication, seconds: 0.012 };
  const breath: Piece = { kind: "breath", formantsHz, stressed, aspirationDb: -24, seconds: 0.025 / rate };
  return voicingDb === undefined ? [main, burst, breath] : [main, burst];
}

function pause(seconds: number): Piece {
  return { kind: "pause", formantsHz: RESTING, stressed: false, seconds };
}
