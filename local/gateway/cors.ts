import type { CorsPlan } from "../template/plan-api.ts";

const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Returns whether an address is one of this machine. */
export const isOnLoopback = (address: string): boolean => {
  const { protocol, hostname = "" } = URL.parse(address) ?? {};
  return protocol === "http:" && loopback.has(hostname);
};

type Headers = readonly (readonly [string, string])[];

const allowed = (origins: readonly string[], origin: string): string | undefined => {
  if (origins.includes("*")) return "*";
  const wildcards = origins.filter((each) => /:(?:\/\/)?\*$/u.test(each));
  const isListed = origins.includes(origin) || wildcards.some((each) => origin.startsWith(each.slice(0, -1)));
  // Like the sign-in: a developer uses any free port.
  const isSibling = isOnLoopback(origin) && origins.some(isOnLoopback);
  return isListed || isSibling ? origin : undefined;
};

/** The CORS header of what a page of any origin may read. */
export const forAnyOrigin: Headers = [["access-control-allow-origin", "*"]];

/** The CORS headers of an ordinary answer; none for an origin that is not allowed. */
export const corsHeaders = (cors: CorsPlan | undefined, origin: string | undefined): Headers => {
  const answer = cors === undefined || origin === undefined ? undefined : allowed(cors.origins, origin);
  if (cors === undefined || answer === undefined) return [];
  return [
    ["access-control-allow-origin", answer],
    ...(cors.credentials ? [["access-control-allow-credentials", "true"] as const] : []),
    ...(cors.exposes.length > 0 ? [["access-control-expose-headers", cors.exposes.join(",")] as const] : []),
  ];
};

/** The headers of the answer to a preflight request. */
export const preflightHeaders = (cors: CorsPlan, origin: string | undefined): Headers => {
  const answer = origin === undefined ? undefined : allowed(cors.origins, origin);
  if (answer === undefined) return [];
  return [
    ["access-control-allow-origin", answer],
    ["access-control-allow-methods", cors.methods.join(",")],
    ["access-control-allow-headers", cors.headers.join(",")],
    ...(cors.credentials ? [["access-control-allow-credentials", "true"] as const] : []),
    ...(cors.maxAgeSeconds === undefined ? [] : [["access-control-max-age", String(cors.maxAgeSeconds)] as const]),
  ];
};
