import type { AddresseeReason, StoredAudienceList } from "../../../schemas/model/audience.ts";
import { genderOf, type Reader } from "./letter-frame.ts";
import type { Phrase, Value } from "./letter-writer.ts";
import { mandatePhrase, phrase } from "./phrases.ts";

/** The list whose words fit best: of overdue obligations that are answers to the questionnaire alone, what is said of those. */
const listNamed = ({ list, kinds }: ListedReason): StoredAudienceList =>
  list === "duties-overdue" && kinds.every((kind) => kind === "questionnaire") ? "overdue-questionnaire" : list;
type ListedReason = Extract<AddresseeReason, { readonly code: "listed" }>;

/**
 * Why somebody is written to, after "because, according to the records of the secretariat,": what they are, and what
 * the audience that they are in is. `reviews` are those of the reason, as a sentence names them. What a list says of a
 * party is said without blame, as it stands.
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
