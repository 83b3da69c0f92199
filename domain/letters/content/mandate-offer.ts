import type { MandateId } from "../../../schemas/base/ids.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, type Statement } from "./frame-statement.ts";
import { isolateDirection, link } from "./html.ts";
import { type Page, paragraph } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { mandatePhrase, phrase } from "./phrases.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import type { Gender } from "../../../schemas/base/values.ts";

/** A mandate that a party offers to a person of another party, and the answer. */
export interface MandateOfferLetter extends Frame {
  readonly kind: "mandate-offer";
  readonly mandate: MandateId;
  /** The party that made the offer. */
  readonly party: NamedParty;
  readonly role: MandateRole;
  readonly gender?: Gender | undefined;
  /**
   * The content for the reader. The person learns of the offer; the mission that made it learns the answer, without a
   * name. The mission of the party that registered the person learns that they accepted.
   */
  readonly informs: "offered" | "accepted" | "refused" | { readonly name: string };
}

/** Returns RM/access/m-…, with the mandate, so that the party that offers it learns no id of the person. */
export const mandateOfferReference = ({ mandate }: Pick<MandateOfferLetter, "mandate">): string =>
  `RM/access/${mandate}`;

const statementOf = (letter: MandateOfferLetter, { say }: LetterWriter): Statement => {
  const { informs, party, role, gender, frontEndUrl } = letter;
  const named = { party, mandate: mandatePhrase(role, gender) };
  if (informs === "offered")
    return {
      subject: phrase("mandate-offer.subject", named),
      that: say("mandate-offer.that", named),
      blocks: [
        paragraph(say("mandate-offer.begins", { party })),
        paragraph(say("mandate-offer.answer", { link: link(frontEndUrl) })),
      ],
      because: phrase("mandate-offer.because", named),
    };
  if (informs === "accepted" || informs === "refused")
    return {
      subject: phrase(`mandate-offer.subject-${informs}`, named),
      that: say(`mandate-offer.that-${informs}`, named),
      blocks: [],
      because: phrase("mandate-offer.because-offering", { party }),
    };
  return {
    subject: phrase("mandate-offer.subject-accepted", named),
    that: say("mandate-offer.that-home", { ...named, name: isolateDirection(informs.name) }),
    blocks: [paragraph(say("mandate-offer.home-rights"))],
    because: phrase("mandate-offer.because-home"),
  };
};

/** Returns the letter. Throws if a value is missing. */
export const mandateOffer = (letter: MandateOfferLetter, reference: string, writer: LetterWriter): Page =>
  frameStatement(writer, letter, statementOf(letter, writer), reference);
