import assert from "node:assert/strict";
import { test } from "node:test";
import { queueAddress, withoutPassword } from "./queue-address";

test("addresses of a Redis are taken as they are, with TLS, password, port, database and options", () => {
  for (const address of ["redis://host", "rediss://ann:p%40ss@host:6380/3?family=6", "redis://:x@[::1]:1"])
    assert.equal(queueAddress(address), address);
});

test("other addresses are refused, without their password", () => {
  for (const address of ["http://ann:secret@host", "ann:secret@host", "redis://ann:secret@host/jobs", ""])
    assert.throws(
      () => queueAddress(address),
      ({ name, message }: Error) => name === "UsageError" && !message.includes("secret"),
    );
});

test("what is shown of a command has no password, whatever stands in it", () => {
  const command = "ser evaluate --queue rediss://ann:p@ss:word@host:6379 --out a@b/run";
  assert.doesNotMatch(withoutPassword(command), /ann|p@ss|word/);
  assert.match(withoutPassword(command), /^ser evaluate --queue rediss:\/\/host:6379 --out a@b\/run$/);
});
