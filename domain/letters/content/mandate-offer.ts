import type { MandateId } from "../../../schemas/base/ids.ts";
import type { Gender } from "../../../schemas/base/values.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { frameStatement, type Statement } from "./frame-statement.ts";
import { isolateDirection, link } from "./html.ts";
import { paragraph } from "./layout.ts";
import type { Frame } from "./letter-frame.ts";
import { type AddressedData, gathered, type KindPage, skip, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { mandatePhrase, phrase } from "./phrases.ts";

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

/**
 * Returns the reader and the content for them. The offer is stated while it is pending, and the person's reply to the
 * missions of both parties. Undefined for the mission of a party that the person no longer belongs to.
 */
const readingOf = (
  { user, party, role, about }: ContentOf<"mandate-offer">,
  { letter: { recipient }, user: offered, persons, name, named }: AddressedData,
): Pick<MandateOfferLetter, "reader" | "informs" | "gender"> | undefined => {
  const person = persons.get(user);
  const gender = person?.gender;
  if (recipient.kind === "user") {
    const reader = { kind: "person", name: name ?? "", gender, party: named(party), role } as const;
    return { reader, informs: "offered", gender };
  }
  if (recipient.kind === "mission" && recipient.party === party)
    return { reader: { kind: "mission", party: named(party) }, informs: about };
  const home = offered?.party;
  return home === undefined || person === undefined
    ? undefined
    : { reader: { kind: "mission", party: named(home) }, informs: { name: person.name }, gender };
};

export const mandateOfferPage: KindPage<ContentOf<"mandate-offer">, MandateOfferLetter> = {
  needs: {
    user: ({ user }) => user,
    persons: ({ user }) => [user],
    parties: ({ party }, { user }) => (user?.party === undefined ? [party] : [party, user.party]),
  },
  gather: (content, data) => {
    const { party, mandate, role, about } = content;
    const isPending = data.user?.offers?.some((offer) => offer.mandate === mandate) === true;
    if (about === "offered" && !isPending) return skip("replaced");
    const reading = readingOf(content, data);
    if (reading === undefined) return skip("replaced");
    return gathered({
      kind: "mandate-offer",
      mandate,
      party: data.named(party),
      role,
      ...reading,
      ...surroundingsOf(data),
    });
  },
  /** RM/access/m-…, with the mandate, so that the party that offers it learns no id of the person. */
  reference: ({ mandate }) => `RM/access/${mandate}`,
  page: (letter, reference, writer) => frameStatement(writer, letter, statementOf(letter, writer), reference),
};
