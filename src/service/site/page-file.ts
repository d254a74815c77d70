/** One file of the web page, held in memory. */
export interface PageFile {
  /** Where it is served: "/" or "/page.js". */
  readonly path: string;
  /** Such as "text/html; charset=utf-8". */
  readonly contentType: string;
  readonly body: string | Uint8Array;
}
