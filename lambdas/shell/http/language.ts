import Negotiator from "negotiator";
import { Language } from "../../../schemas/base/values.ts";

/** In this order where the caller likes several as much as each other, as with `*`. */
const offered: readonly Language[] = ["en", "fr", "es", "ar", "ru", "zh"];

const WorkingLanguage = Language.catch("en");

/**
 * The working language that an Accept-Language header asks for (RFC 9110, 12.5.4): the best by its q-values, a
 * regional tag like fr-CA taken as its language. English where there is no header, none of the six, or no sense in it.
 */
export const languageOf = (accepted: string | undefined): Language => {
  if (accepted === undefined) return "en";
  const negotiator = new Negotiator({ headers: { "accept-language": accepted } });
  return WorkingLanguage.parse(negotiator.language([...offered]));
};
