// Ends its process by the signal DIES_BY at the file that DIES_AT counts, before that file gets its
// name.
const fs = require("node:fs");
const { isMainThread } = require("node:worker_threads");

const { renameSync } = fs;
let left = Number(process.env.DIES_AT);
if (isMainThread)
  fs.renameSync = (from, to) => {
    if (/[\\/]out[\\/]/.test(to) && --left === 0) process.kill(process.pid, process.env.DIES_BY);
    renameSync(from, to);
  };
