import { takeJobs } from "./take-jobs";

// A worker of the queue's tests: worker.fixture.ts ADDRESS LOCKSECONDS
void takeJobs(process.argv[2], { workers: 2, lockSeconds: Number(process.argv[3]) });
