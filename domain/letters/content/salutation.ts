import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { MandateRole } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { dayOf } from "../../base/time.ts";
import {
  clusterNumberWords,
  day,
  groupWords,
  inSentence,
  mechanism,
  type NamedParty,
  representation,
} from "./wording.ts";
import { enumerate, isolateDirection, link, mailTo, type Markup, markup, keepOnOneLine } from "./html.ts";
import { type Page, paragraph } from "./layout.ts";

/** Whom a letter speaks to: a party's permanent mission, by note verbale, or one person. */
export type Reader =
  | { readonly kind: "mission"; readonly party: NamedParty }
  | {
      readonly kind: "person";
      readonly name: string;
      readonly party: NamedParty;
      readonly role: MandateRole;
    };

/** The review that a letter is about. */
export interface ReviewNamed {
  readonly id: ReviewId;
  readonly group: GroupId;
  readonly underReview: NamedParty;
}

/** What every letter about a review is written with. */
export interface Frame {
  readonly reader: Reader;
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

/** What a letter says, before it is put into the form that its reader gets. */
export interface LetterStatement {
  /** In one line, without the reference. */
  readonly subject: string;
  /** What the secretariat informs of: "that ...", to the full stop. */
  readonly that: Markup;
  readonly blocks: readonly Markup[];
  /** Why it came, after "because, according to the records of the secretariat,". */
  readonly because: Markup;
}

/** "the country review of Peru (c1-PE)" */
export const reviewOf = ({ id, underReview }: ReviewNamed): Markup =>
  markup`the country review of ${inSentence(underReview)} (${keepOnOneLine(id)})`;

/** "Peru (c1-PE), cluster 1": a row of a list that may hold reviews of several clusters. */
export const reviewInCluster = ({ id, underReview }: Pick<ReviewNamed, "id" | "underReview">): Markup =>
  markup`${isolateDirection(underReview.name)} (${keepOnOneLine(id)}), ${clusterNumberWords(id)}`;

type ListedReview = Pick<ReviewNamed, "id" | "underReview">;

const byName = (reviews: readonly ListedReview[]): readonly ListedReview[] =>
  reviews.toSorted((a, b) => a.underReview.name.localeCompare(b.underReview.name, "en") || (a.id < b.id ? -1 : 1));

/** "the country review of Peru (c1-PE)", "the country reviews of France (c1-FR) and Peru (c1-PE)" */
export const reviewsInSentence = (reviews: readonly ListedReview[]): Markup => {
  const each = byName(reviews).map(({ id, underReview }) => markup`${inSentence(underReview)} (${keepOnOneLine(id)})`);
  return markup`the country ${each.length === 1 ? "review" : "reviews"} of ${enumerate(each)}`;
};

/** "the country reviews of France (c1-FR, cluster 1) and France (c4-FR, cluster 4)" */
export const reviewsInClusters = (reviews: readonly ListedReview[]): Markup => {
  const each = byName(reviews).map(
    ({ id, underReview }) => markup`${inSentence(underReview)} (${keepOnOneLine(`${id}, ${clusterNumberWords(id)}`)})`,
  );
  return markup`the country ${each.length === 1 ? "review" : "reviews"} of ${enumerate(each)}`;
};

/** "under cluster 1 (criminalization and jurisdiction)" */
export const underCluster = ({ group }: ReviewNamed): string => `under ${groupWords(group).cluster}`;

/** How a note verbale begins, up to "has the honour to". */
export const compliments = (party: NamedParty): Markup =>
  markup`The secretariat of the ${mechanism} presents its compliments to the ${representation(party)} and has the honour to`;

/** How a note verbale ends. */
export const assurances = (party: NamedParty): Markup =>
  paragraph(
    markup`The secretariat avails itself of this opportunity to renew to the ${representation(party)} the assurances of its highest consideration.`,
  );

/** Where the matter is dealt with, and whom to ask. */
const whereTo = ({ frontEndUrl, replyTo }: Frame, reference: string): Markup =>
  paragraph(
    markup`Country reviews are conducted online, at ${link(frontEndUrl)}. Questions are answered at ${mailTo(replyTo)}; kindly quote the reference ${isolateDirection(reference)}.`,
  );

/** A letter in English in the form for its reader: a note verbale, or a letter to a person. Throws where a value is missing. */
export const frameLetter = (frame: Frame, statement: LetterStatement, reference: string): Page => {
  const { reader, now, replyTo } = frame;
  const [opening, closing, to] =
    reader.kind === "mission"
      ? [
          [paragraph(markup`${compliments(reader.party)} inform it ${statement.that}`)],
          [assurances(reader.party)],
          markup`This letter is addressed to the ${representation(reader.party)}`,
        ]
      : [
          [
            paragraph(markup`Dear ${isolateDirection(reader.name)},`),
            paragraph(markup`The secretariat of the ${mechanism} informs you ${statement.that}`),
          ],
          [paragraph(markup`Yours sincerely,`), paragraph(markup`The secretariat of the Mechanism`)],
          markup`This letter is addressed to you`,
        ];
  return {
    lang: "en",
    dir: "ltr",
    subject: `${statement.subject} [${reference}]`,
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolateDirection(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: [...opening, ...statement.blocks, whereTo(frame, reference), ...closing],
    foot: [
      markup`${to} because, according to the records of the secretariat, ${statement.because}.`,
      markup`It was generated automatically; replies are read by the secretariat at ${mailTo(replyTo)}.`,
    ],
  };
};
