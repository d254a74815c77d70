import type { SyntheticMark } from "../../lib/models/saved/synthetic-mark";
import type { ServiceMetrics } from "../service-metrics";
import type { ServiceLimits } from "../service-options";
import type { AnalysisPool } from "../threads/analysis-pool";

/** What streams and recordings need of the service. */
export interface SessionContext {
  readonly pool: AnalysisPool;
  readonly limits: ServiceLimits;
  readonly metrics: ServiceMetrics;
  /** What goes with every answer. */
  readonly mark: Partial<SyntheticMark>;
}
