import Negotiator from "negotiator";
import { Language } from "../../../schemas/base/values.ts";

/** In this order where the caller likes several as much as each other, as with `*`. */
const offered: readonly Language[] = ["en", "fr", "es", "ar", "ru", "zh"];

/**
 * The working language that an Accept-Language header asks for (RFC 9110, 12.5.4): the best by its q-values, a
 * regional tag like fr-CA taken as its language. English where there is no header, none of the six, or no sense in it.
 */
export const languageOf = (accepted: string | undefined): Language => {
  const headers = accepted === undefined ? {} : { "accept-language": accepted };
  return Language.catch("en").parse(new Negotiator({ headers }).language([...offered]));
};
