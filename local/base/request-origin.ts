import type { IncomingHttpHeaders } from "node:http";

const here: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a Host header names this machine; a page elsewhere whose name was made to point here names itself. */
export const isHere = (host: string | undefined): boolean =>
  host !== undefined && URL.canParse(`http://${host}`) && here.has(new URL(`http://${host}`).hostname);

/** What a request says of where it comes from. */
type Whence = Pick<IncomingHttpHeaders, "host" | "origin"> & { readonly "sec-fetch-site"?: string | undefined };

/** Whether a request was sent from a page of this system, by whoever typed its address, or by something that is no browser. */
export const isOurs = ({ origin, host, "sec-fetch-site": site }: Whence): boolean =>
  site === undefined ? origin === undefined || origin === `http://${host}` : site === "same-origin" || site === "none";

/** Whether a call of the services that functions use comes from a browser, or from a name that was made to point here. */
export const isFromBrowser = ({ host, origin, "sec-fetch-site": site }: Whence): boolean =>
  origin !== undefined || site !== undefined || !isHere(host);
