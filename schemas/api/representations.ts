import { type Endpoint, isNegotiated } from "./endpoint.ts";

/** Content types of replies, by the name of each in `format`. */
export const replyFormats = {
  json: "application/json",
  html: "text/html",
  svg: "image/svg+xml",
  csv: "text/csv",
  markdown: "text/markdown",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
export type ReplyFormat = keyof typeof replyFormats;

const formatNames: readonly ReplyFormat[] = ["json", "html", "svg", "csv", "markdown", "docx"];

/** Returns the formats in which an operation gives its reply, the usual one first. */
export const formatsOf = ({ replyType, otherReplyTypes = {}, csv }: Endpoint): readonly ReplyFormat[] => {
  const types = [replyType ?? "application/json", ...Object.keys(otherReplyTypes), ...(csv ? ["text/csv"] : [])];
  return types.flatMap((type) => formatNames.find((name) => replyFormats[name] === type) ?? []);
};

/** Returns whether an operation takes `format`: a reading that gives its reply in several formats. */
export const takesFormat = (endpoint: Endpoint): boolean => endpoint.method === "GET" && formatsOf(endpoint).length > 1;

/** Returns whether an operation takes `language`: a reading in the requested language. */
export const takesLanguage = (endpoint: Endpoint): boolean => endpoint.method === "GET" && isNegotiated(endpoint);
