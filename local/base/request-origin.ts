import type { IncomingHttpHeaders } from "node:http";

const here: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Returns whether a Host header names this machine; a page of another host whose name resolves to this machine names
 * itself.
 */
export const isHere = (host: string | undefined): boolean =>
  host !== undefined && URL.canParse(`http://${host}`) && here.has(new URL(`http://${host}`).hostname);

/** Headers of a request that state its origin. */
type Whence = Pick<IncomingHttpHeaders, "host" | "origin"> & { readonly "sec-fetch-site"?: string | undefined };

/**
 * Returns whether a request was sent from a page of this system, from a typed address, or by a program that is no
 * browser.
 */
export const isOurs = ({ origin, host, "sec-fetch-site": site }: Whence): boolean =>
  site === undefined ? origin === undefined || origin === `http://${host}` : site === "same-origin" || site === "none";

/**
 * Returns whether a call of the services for functions comes from a browser, or through a name that resolves to this
 * machine.
 */
export const isFromBrowser = ({ host, origin, "sec-fetch-site": site }: Whence): boolean =>
  origin !== undefined || site !== undefined || !isHere(host);
