import { runJobs } from "../run-jobs";
import { gateTask } from "./gate.fixture";

// One who asks, to be killed: asker.fixture.ts JOBS, as JSON
void runJobs(gateTask, JSON.parse(process.argv[2]));
