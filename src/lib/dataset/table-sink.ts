import type { Labelled } from "../corpus/recording";
import type { Row } from "../features/row";

/** Where rows of a table go, one by one; nothing is complete before `finish`. */
export interface TableSink {
  add(recording: Labelled, row: Row): void;
  finish(): void;
}
