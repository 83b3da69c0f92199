import { epochOf, httpDate, startOfDay } from "../../../domain/base/time.ts";
import type { Deprecation } from "../../../schemas/api/endpoint.ts";

/**
 * What every answer of an operation says that is to go: since when it is deprecated (RFC 9745), from when on it may answer no
 * more (RFC 8594), and where it is said what takes its place. Days begin in Vienna.
 */
export const deprecationHeaders = ({ since, sunset, link }: Deprecation): Readonly<Record<string, string>> => ({
  deprecation: `@${epochOf(startOfDay(since)) / 1000}`,
  sunset: httpDate(startOfDay(sunset)),
  link: `<${link}>; rel="deprecation"; type="text/html"`,
});
