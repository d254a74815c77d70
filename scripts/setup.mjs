// Brings a fresh clone to where everything runs; what is done already is skipped. Needs nothing but
// Node and Python.
import { setUp } from "./setup/set-up.mjs";

await setUp();
