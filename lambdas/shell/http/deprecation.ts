import { epochOf, httpDate, startOfDay } from "../../../domain/base/time.ts";
import type { Deprecation } from "../../../schemas/api/endpoint.ts";

/**
 * Returns the headers of every reply of a deprecated operation: since when it is deprecated (RFC 9745), from when it
 * may end (RFC 8594), and a link to its replacement. Days begin in Vienna.
 */
export const deprecationHeaders = ({ since, sunset, link }: Deprecation): Readonly<Record<string, string>> => ({
  deprecation: `@${epochOf(startOfDay(since)) / 1000}`,
  sunset: httpDate(startOfDay(sunset)),
  link: `<${link}>; rel="deprecation"; type="text/html"`,
});
