/** For tests in TypeScript. */
export declare const browserPath: string | undefined;
export declare const withoutBrowser: string | false;
export function withPage<T>(
  use: (page: import("playwright-core").Page, requests: readonly string[]) => Promise<T>,
  options?: import("playwright-core").BrowserContextOptions,
): Promise<T>;
