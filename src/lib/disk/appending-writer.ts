import { appendFileSync, writeFileSync } from "node:fs";
import { ByteWriter } from "hyparquet-writer";

/** A byte writer that goes to the disk after each row group, when `ParquetWriter` calls `flush`. */
export class AppendingWriter extends ByteWriter {
  constructor(private readonly path: string) {
    super();
    writeFileSync(path, "");
  }

  flush(): void {
    appendFileSync(this.path, new Uint8Array(this.buffer, 0, this.index));
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}
