// npm run check: all checks, one after the other; exit code 1 if any finds something.
import { checks } from "./checks.mjs";
import { foreground } from "./setup/foreground.mjs";

for (const { name, args } of checks) {
  const start = performance.now();
  const ok = (await foreground(process.execPath, args)) === 0;
  if (!ok) process.exitCode = 1;
  process.stderr.write(
    `${ok ? "ok" : "NOT OK"} | ${name} | ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
  );
}
