import type { APIGatewayProxyEventV2 } from "aws-lambda";
import Negotiator from "negotiator";
import { type Endpoint, isNegotiated } from "../../../schemas/api/endpoint.ts";
import {
  formatsOf,
  type ReplyFormat,
  replyFormats,
  takesFormat,
  takesLanguage,
} from "../../../schemas/api/representations.ts";
import { Language } from "../../../schemas/base/values.ts";
import type { StoredReply } from "../../io/ports/commit.ts";
import { languageOf } from "./language.ts";
import { choiceOf } from "./request.ts";

/** The format and the language of a reply. */
export interface Representation {
  readonly format: ReplyFormat;
  readonly language: Language;
}

/**
 * Returns the format that an Accept header prefers (RFC 9110, 12.5.1). Equal preference means the first, in any order:
 * generated clients list all types of the document.
 */
const preferredFormat = (formats: readonly ReplyFormat[], accepted: string | undefined): ReplyFormat => {
  const [usual = "json"] = formats;
  if (accepted === undefined || formats.length < 2) return usual;
  const types = formats.map((format) => replyFormats[format]);
  const [one, other] = [accepted, accepted.split(",").toReversed().join(",")].map((accept) =>
    new Negotiator({ headers: { accept } }).mediaType(types),
  );
  return one === other ? (formats.find((format) => replyFormats[format] === one) ?? usual) : usual;
};

/**
 * Returns the representation that a request chooses: by `format` and `language` of its query, as in links, else by Accept
 * and Accept-Language. Throws a ProblemError for a format or a language that the operation does not give.
 */
export const representationOf = (endpoint: Endpoint, event: APIGatewayProxyEventV2): Representation => {
  const formats = formatsOf(endpoint);
  const format = takesFormat(endpoint) ? choiceOf("format", formats, event) : undefined;
  const language = takesLanguage(endpoint) ? choiceOf("language", Language.options, event) : undefined;
  return {
    format: format ?? preferredFormat(formats, event.headers["accept"]),
    language: language ?? languageOf(event.headers["accept-language"]),
  };
};

/** Returns a query without the parameters that choose the representation of the reply. */
export const withoutRepresentation = (
  endpoint: Endpoint,
  event: APIGatewayProxyEventV2,
): Readonly<Record<string, string | undefined>> => {
  const { format, language, ...query } = event.queryStringParameters ?? {};
  return {
    ...query,
    ...(format === undefined || takesFormat(endpoint) ? {} : { format }),
    ...(language === undefined || takesLanguage(endpoint) ? {} : { language }),
  };
};

/** States the language of a reply that depends on it, and the headers of the request by which the reply varies. */
export const withRepresentation = (endpoint: Endpoint, language: Language, reply: StoredReply): StoredReply => {
  const vary = [
    ...(formatsOf(endpoint).length > 1 ? ["Accept"] : []),
    ...(isNegotiated(endpoint) ? ["Accept-Language"] : []),
  ];
  const said = isNegotiated(endpoint) ? { "content-language": language } : {};
  return { ...reply, headers: { ...said, ...reply.headers, ...(vary.length === 0 ? {} : { vary: vary.join(", ") }) } };
};
