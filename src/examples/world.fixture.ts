/**
 * What an example may use besides the library: each is made once, when it is first used.
 * CONTRIBUTING.md lists them.
 */
export const world: Readonly<Record<string, () => unknown>> = {};
