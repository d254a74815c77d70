import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/**
 * What `/metrics` tells, in Prometheus' form; beside it Node's own: event-loop lag, memory, CPU
 * time.
 */
export class ServiceMetrics {
  readonly registry = new Registry();
  readonly streams = this.counter("ser_streams_total", "Streams by how they ended or were refused", [
    "outcome",
  ]);
  readonly windows = this.counter("ser_windows_total", "Windows recognised in streams", []);
  readonly recordings = this.counter("ser_recordings_total", "Recordings by status", ["status"]);
  readonly latency = new Histogram({
    name: "ser_event_latency_seconds",
    help: "From the arrival of the last sample that an event needed to its sending",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  constructor(pool: { readonly streams: number; readonly queueSeconds: number }) {
    collectDefaultMetrics({ register: this.registry });
    this.gauge("ser_streams_open", "Streams that are open", () => pool.streams);
    this.gauge(
      "ser_queue_seconds",
      "How far the least busy analysis thread is behind",
      () => pool.queueSeconds,
    );
  }

  private counter<Label extends string>(name: string, help: string, labelNames: readonly Label[]) {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, value: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(value());
      },
    });
  }
}
