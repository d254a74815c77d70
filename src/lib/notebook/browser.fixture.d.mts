/** For tests in TypeScript. */
export declare const browserPath: string | undefined;
export declare const withoutBrowser: string | false;
