import type { ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import type { Instant, Instrument } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import { capitalize, isolateDirection, link, mailTo, type Markup, markup } from "./html.ts";
import { invitationReference, mandateRights, rolesAmong } from "./invitation.ts";
import { type Page, paragraph, table } from "./layout.ts";
import { reviewInCluster } from "./salutation.ts";
import {
  day,
  inSentence,
  instrumentWords,
  mandateWords,
  mechanism,
  type NamedParty,
  representation,
  withClusters,
} from "./wording.ts";

/** What a further party named the person for. */
export interface FurtherMandate {
  readonly role: MandateRole;
  readonly review: ReviewId;
  readonly underReview: NamedParty;
  readonly since: Instant;
  /** Of an expert who is named for some instruments alone. */
  readonly instruments?: readonly Instrument[] | undefined;
}

/** To a delegate whom another party named as well: by whom, as what and since when, and what rights that gives. */
export interface FurtherNomination {
  readonly kind: "further-nomination";
  readonly user: UserId;
  readonly name: string;
  readonly party: NamedParty;
  readonly mandates: readonly FurtherMandate[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

const servesAs = ({ role, since, instruments }: FurtherMandate): Markup => {
  const some = instruments === undefined ? markup`` : markup` for ${instrumentWords(instruments)}`;
  return capitalize(markup`${mandateWords[role]}${some}, from ${day(dayOf(since))}`);
};

const rowsOf = (mandates: readonly FurtherMandate[]): readonly (readonly [Markup, Markup])[] =>
  mandates
    .toSorted((a, b) => a.underReview.name.localeCompare(b.underReview.name, "en"))
    .map((mandate) => [reviewInCluster({ id: mandate.review, underReview: mandate.underReview }), servesAs(mandate)]);

/** RM/access/u-…: the same as on every letter about this account. */
export const furtherNominationReference = ({ user }: Pick<FurtherNomination, "user">): string =>
  invitationReference(user);

/** The letter in English. */
export const furtherNomination = (letter: FurtherNomination, reference: string): Page => {
  const { name, mandates, now, frontEndUrl, replyTo } = letter;
  const party = inSentence(letter.party);
  const roles = rolesAmong(mandates);
  const named = roles.map((role) => mandateWords[role]).join(" and ");
  const reviews = mandates.map(({ review }) => review);
  const several = new Set(reviews).size > 1;
  return {
    lang: "en",
    dir: "ltr",
    subject: `${withClusters(`You are named ${named}`, reviews)} by a further party [${reference}]`,
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolateDirection(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: [
      paragraph(markup`Dear ${isolateDirection(name)},`),
      paragraph(
        markup`The secretariat of the ${mechanism} has the honour to inform you that ${party} has named you ${named} for ${several ? "the country reviews" : "the country review"} listed below. What another party has named you for goes on as it was.`,
      ),
      table({
        caption: `Your part in the country reviews for ${party.text}`,
        heads: ["Country review", "You serve as"],
        rows: rowsOf(mandates),
      }),
      ...roles.map((role) => paragraph(mandateRights[role](party))),
      paragraph(
        markup`In each country review you have the rights of the capacity in which you act there: in those listed you act for ${party} and for no other party, and in those of another party not for ${party}. Nobody serves two parties in the same country review.`,
      ),
      paragraph(
        markup`You sign in at ${link(frontEndUrl)} with the account of this address, for whichever party you act. Your details stay as they are recorded; as long as you serve more than one party you correct them yourself, or the secretariat does, and no mission.`,
      ),
      paragraph(
        markup`For any question, kindly write to ${mailTo(replyTo)}, quoting the reference ${isolateDirection(reference)}.`,
      ),
      paragraph(markup`Yours sincerely,`),
      paragraph(markup`The secretariat of the Mechanism`),
    ],
    foot: [
      markup`You receive this letter because ${party} named you ${named} and gave this address. If you believe that this is a mistake, kindly tell the ${representation(letter.party)}, or the secretariat at ${mailTo(replyTo)}. The party for which you were registered is not written to about it.`,
      markup`It was generated automatically; replies are read by the secretariat.`,
    ],
  };
};
