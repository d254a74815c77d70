import assert from "node:assert/strict";
import type { NetworkInterfaceInfo } from "node:os";
import { test } from "node:test";
import { exposure } from "./exposure";

const card = { netmask: "", mac: "", cidr: null, family: "IPv4" } as const;
const interfaces: Record<string, NetworkInterfaceInfo[]> = {
  lo: [{ ...card, address: "127.0.0.1", internal: true }],
  eth0: [{ ...card, address: "192.0.2.7", internal: false }],
};

test("a service for this machine alone says nothing", () => {
  for (const host of ["127.0.0.1", "127.0.0.2", "localhost", "::1"]) {
    assert.deepEqual(exposure(host, "http://127.0.0.1:8080", undefined, interfaces), []);
  }
});

test("a service for everyone tells its addresses, and warns where there is no token", () => {
  for (const host of ["0.0.0.0", "::"]) {
    const [others, warning] = exposure(host, "http://127.0.0.1:8080", undefined, interfaces);
    assert.equal(others, "others reach it at http://192.0.2.7:8080");
    assert.match(warning, /^WARNING: there is no token, .* --token/);
    assert.deepEqual(exposure(host, "http://127.0.0.1:8080", "secret", interfaces), [others]);
  }
});
