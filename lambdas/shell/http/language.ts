import Negotiator from "negotiator";
import { Language, languagesInOrder } from "../../../schemas/base/values.ts";

const WorkingLanguage = Language.catch("en");

/**
 * Returns the working language that an Accept-Language header requests (RFC 9110, 12.5.4): the best by its q-values,
 * with a regional tag like fr-CA as its language; of equal ones the first in the order of languages. English without a header, without one of the six, or if it is
 * malformed.
 */
export const languageOf = (accepted: string | undefined): Language => {
  if (accepted === undefined) return "en";
  const negotiator = new Negotiator({ headers: { "accept-language": accepted } });
  return WorkingLanguage.parse(negotiator.language([...languagesInOrder]));
};
