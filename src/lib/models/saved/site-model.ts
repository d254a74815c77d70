import type { RecognizerDescription } from "./recognizer-format";
import type { SavedModelFacts } from "./saved-model-facts";

/** A model as an exported site carries it. */
export interface SiteModel {
  readonly description: RecognizerDescription;
  readonly facts: SavedModelFacts;
  /** Base64, because a page that is opened from a file can read nothing else. */
  readonly weights: string;
  /** Of the voice encoder, base64 of little-endian single precision; of models on `voice-v1`. */
  readonly voiceWeights?: string;
}
