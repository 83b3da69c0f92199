import type { AddresseeReason, StoredAudienceList } from "../../../schemas/model/audience.ts";
import { genderOf, type Reader } from "./letter-frame.ts";
import type { Phrase, Value } from "./letter-writer.ts";
import { mandatePhrase, phrase } from "./phrases.ts";

/**
 * Returns the list with the most exact words: if all overdue obligations are responses to the questionnaire, the list
 * of those.
 */
const listNamed = ({ list, kinds }: ListedReason): StoredAudienceList =>
  list === "duties-overdue" && kinds.every((kind) => kind === "questionnaire") ? "overdue-questionnaire" : list;
type ListedReason = Extract<AddresseeReason, { readonly code: "listed" }>;

/**
 * Returns the reason for a letter, after "because, according to the records of the secretariat,": the recipient's role
 * and the audience. `reviews` are those of the reason, as a sentence names them. The words about a party state facts
 * without blame.
 */
export const becauseOf = (reason: AddresseeReason, reader: Reader, reviews: Value): Phrase => {
  const { party } = reader;
  const mandate = reason.as === "mission" ? undefined : mandatePhrase(reason.as, genderOf(reader));
  switch (reason.code) {
    case "registered":
      return phrase("audience.registered", { party });
    case "seated":
      return mandate === undefined
        ? phrase("audience.takes-part", { party, reviews })
        : phrase("audience.serves", { mandate, party, reviews });
    case "listed": {
      const listed = phrase(`audience.${listNamed(reason)}`, { party, reviews });
      return mandate === undefined ? listed : phrase("audience.serves-and", { mandate, party, listed });
    }
  }
};
