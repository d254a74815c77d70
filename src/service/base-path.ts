import { InputError } from "../lib/check";

/**
 * The path under which a proxy shows the service, without a slash at its end.
 *
 * @throws InputError for what is no such path
 * @example checkBasePath("/lab/emotion/") // "/lab/emotion"
 */
export function checkBasePath(path: string): string {
  const bare = path.replace(/\/+$/, "");
  if (bare === "" || /^(\/[\w.~-]+)+$/.test(bare)) return bare;
  throw new InputError(
    `basePath=${path} must be / or a path such as /emotion, of letters, digits and - . _ ~`,
  );
}

/**
 * A request's address within the service: some proxies take the base path away, others hand it on.
 *
 * @example withinBasePath("/emotion/docs", "/emotion") // "/docs"
 */
export function withinBasePath(url: string, basePath: string): string {
  const rest = url.slice(basePath.length);
  if (!url.startsWith(basePath) || !/^([/?]|$)/.test(rest)) return url;
  return rest.startsWith("/") ? rest : `/${rest}`;
}
