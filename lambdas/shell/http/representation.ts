import type { APIGatewayProxyEventV2 } from "aws-lambda";
import Negotiator from "negotiator";
import type { Endpoint } from "../../../schemas/api/endpoint.ts";

const json = "application/json";

/** The types of a reply, by their names in `?format=`. */
const typeNamed: Readonly<Record<string, string>> = { json, csv: "text/csv", svg: "image/svg+xml", html: "text/html" };

const preferred = (accept: string, types: readonly string[]): string | undefined =>
  new Negotiator({ headers: { accept } }).mediaType([...types]);

/**
 * Returns the content type in which the caller wants the reply: that of `?format=`, or else of `Accept` (RFC 9110,
 * 12.5.1). Equal preference means JSON, in any order: generated clients list all types of the document.
 */
export const representationOf = (
  { csv, otherReplyTypes }: Pick<Endpoint, "csv" | "otherReplyTypes">,
  { headers, queryStringParameters }: APIGatewayProxyEventV2,
): string => {
  const named = typeNamed[queryStringParameters?.["format"] ?? ""];
  if (named !== undefined) return named;
  const { accept } = headers;
  if (accept === undefined || (csv === undefined && otherReplyTypes === undefined)) return json;
  const types = [json, ...(csv === undefined ? [] : ["text/csv"]), ...Object.keys(otherReplyTypes ?? {})];
  const first = preferred(accept, types);
  const reversed = accept.split(",").toReversed().join(",");
  return first !== undefined && first === preferred(reversed, types) ? first : json;
};
