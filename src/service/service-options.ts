import type { ModelSource } from "./threads/model-source";

/** What a service allows; each is told to whoever meets it, with its own status or close code. */
export interface ServiceLimits {
  /**
   * Streams open at a time. Above it, or where the threads fall behind, new ones are refused with
   * 1013.
   */
  readonly maxStreams: number;
  /** How long samples may wait for an analysis thread before new streams are refused. */
  readonly maxQueueSeconds: number;
  /**
   * Share of an analysis thread's time that streams may take, by what they have cost so far; above
   * it new ones are refused, but a thread's first.
   */
  readonly maxThreadShare: number;
  /** Of a WebSocket message; 1009 above. */
  readonly maxMessageBytes: number;
  /** Of audio in one stream; then it gets its last events and 1008. */
  readonly maxStreamSeconds: number;
  /** Without a message; then 1008. */
  readonly maxIdleSeconds: number;
  /**
   * Events that a client has not taken yet; above it the connection is cut without a close code.
   */
  readonly maxUnsentBytes: number;
  /** Of a recording's file; 413 above. */
  readonly maxBodyBytes: number;
  /** Of a recording's sound; 422 above. */
  readonly maxRecordingSeconds: number;
  /**
   * Recordings that are being sent at a time; above it the slowest is dropped with 408, or the new
   * one refused with 503.
   */
  readonly maxUploads: number;
  /** Of a recording that is being sent; 408 below. */
  readonly leastUploadBytesPerSecond: number;
  /** An upload may begin slowly for so long. */
  readonly uploadGraceSeconds: number;
  /** How long a recording may take to arrive; then 408. */
  readonly maxUploadSeconds: number;
  /**
   * Recordings that have arrived and wait or are in work; 503 above, with the time after which to
   * try again.
   */
  readonly maxRecordings: number;
  /**
   * Memory that a recording's thread may take, the model's among it, but for the sound itself; 422
   * above.
   */
  readonly maxRecordingHeapBytes: number;
  /** How long one recording may take; then 503. */
  readonly maxAnalysisSeconds: number;
  /**
   * How long a thread of streams may give no answer; then it is replaced, and its streams end with
   * 1011.
   */
  readonly maxSilentSeconds: number;
  /** What is in work after so long of stopping is given up; all is over within ten seconds. */
  readonly maxDrainSeconds: number;
}

export const defaultLimits: ServiceLimits = {
  maxStreams: 100,
  maxQueueSeconds: 0.2,
  maxThreadShare: 0.75,
  maxMessageBytes: 2 ** 20,
  maxStreamSeconds: 3600,
  maxIdleSeconds: 30,
  maxUnsentBytes: 2 ** 20,
  maxBodyBytes: 50 * 2 ** 20,
  maxRecordingSeconds: 600,
  maxUploads: 16,
  leastUploadBytesPerSecond: 2 ** 14,
  uploadGraceSeconds: 5,
  maxUploadSeconds: 120,
  maxRecordings: 8,
  maxRecordingHeapBytes: 256 * 2 ** 20,
  maxAnalysisSeconds: 120,
  maxSilentSeconds: 30,
  maxDrainSeconds: 8,
};

export interface ServiceOptions {
  /** The saved model. */
  readonly model: ModelSource;
  /** Default 127.0.0.1: this machine alone. */
  readonly host?: string;
  /** Default 0: any free one. */
  readonly port?: number;
  /** Path under which a proxy shows the service, such as "/emotion"; default none. */
  readonly basePath?: string;
  /** Who calls `/v1` or `/metrics` must bear it; without it everyone may who reaches the port. */
  readonly token?: string;
  /** Web origins, such as "https://example.org", whose pages may call besides the service's own. */
  readonly origins?: readonly string[];
  /**
   * Folder for utterances that someone corrects on the page; default none: sound is kept nowhere.
   * Of a service for this machine alone.
   */
  readonly corrections?: string;
  /** Analysis threads for streams; default one per core, at most 4. One more takes recordings. */
  readonly threads?: number;
  readonly limits?: Partial<ServiceLimits>;
}
