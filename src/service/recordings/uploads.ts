import { BusyError } from "../busy-error";
import type { ServiceLimits } from "../service-options";

const CHECK_SECONDS = 1;

/** Of an upload's connection: what has come in so far. */
interface Source {
  readonly bytesRead: number;
}

interface Upload {
  readonly source: Source;
  readonly startedAt: number;
  readonly startedBytes: number;
  readonly drop: (why: string) => void;
}

type UploadLimits = Pick<
  ServiceLimits,
  "maxUploads" | "leastUploadBytesPerSecond" | "uploadGraceSeconds" | "maxUploadSeconds"
>;

/**
 * Recordings on their way in. One that drips takes no other's place: it is dropped below the least
 * rate, after the deadline, and before that where a new one finds no place, if it is the slowest.
 */
export class Uploads {
  private readonly open = new Set<Upload>();
  private timer: NodeJS.Timeout | undefined;

  /** @param now in ms, of any zero */
  constructor(
    private readonly limits: UploadLimits,
    private readonly now = () => performance.now(),
  ) {}

  get count(): number {
    return this.open.size;
  }

  /**
   * Takes in an upload whose headers have come.
   *
   * @param drop answers it, as it was too slow
   * @returns to be called when it has arrived, or is gone
   * @throws BusyError where there is no place, and no slow one that could give its own
   */
  begin(source: Source, drop: Upload["drop"]): () => void {
    if (this.open.size >= this.limits.maxUploads) this.makeRoom();
    const upload = { source, drop, startedAt: this.now(), startedBytes: source.bytesRead };
    this.open.add(upload);
    this.timer ??= setInterval(() => this.dropSlow(), CHECK_SECONDS * 1000).unref();
    return () => this.end(upload);
  }

  /** Drops those that are too slow or too late. */
  dropSlow(): void {
    const { leastUploadBytesPerSecond, maxUploadSeconds } = this.limits;
    for (const upload of this.open) {
      if (this.seconds(upload) > maxUploadSeconds) {
        this.drop(upload, `the recording did not arrive within ${maxUploadSeconds} s`);
      } else if (this.isMature(upload) && this.rate(upload) < leastUploadBytesPerSecond) {
        this.drop(upload, `the recording came with less than ${leastUploadBytesPerSecond} bytes a second`);
      }
    }
  }

  private makeRoom(): void {
    const mature = [...this.open].filter((upload) => this.isMature(upload));
    if (mature.length === 0)
      throw new BusyError(`${this.open.size} recordings are being sent, which is the most`);
    const slowest = mature.reduce((a, b) => (this.rate(b) < this.rate(a) ? b : a));
    this.drop(slowest, "others wait, and this recording came slowest");
  }

  private drop(upload: Upload, why: string): void {
    this.end(upload);
    upload.drop(why);
  }

  private end(upload: Upload): void {
    this.open.delete(upload);
    if (this.open.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private seconds({ startedAt }: Upload): number {
    return (this.now() - startedAt) / 1000;
  }

  private isMature(upload: Upload): boolean {
    return this.seconds(upload) >= this.limits.uploadGraceSeconds;
  }

  private rate(upload: Upload): number {
    return (upload.source.bytesRead - upload.startedBytes) / this.seconds(upload);
  }
}
