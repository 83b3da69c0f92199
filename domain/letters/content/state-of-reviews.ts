import type { GroupId } from "../../../schemas/base/ids.ts";
import type { ObligationKind, Stage } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import en from "../../labels/en.json" with { type: "json" };
import { type Markup, isolateDirection, keepOnOneLine, link, mailTo, markup, sentences } from "./html.ts";
import { heading, type Page, paragraph, table } from "./layout.ts";
import type { ReviewListed } from "./nomination-blocks.ts";
import { titleOfDuty } from "./obligation-wording.ts";
import { type Frame, frameLetter, reviewsInSentence } from "./salutation.ts";
import { endOf, groupWords, inSentence, instrumentWords, type NamedParty, seatWords, withClusters } from "./wording.ts";

/** A review that was taken over, with the party's part in it and the stage that it is in. */
export interface ReviewStanding extends ReviewListed {
  readonly stage: Stage;
}

/** Something that is owed in a review. */
export interface DutyStanding {
  readonly kind: ObligationKind;
  readonly by: NamedParty;
  readonly review: Pick<ReviewListed, "id" | "underReview">;
  readonly dueAt: Instant;
}

/** To a mission or a focal point: where the reviews of a group stand that were taken over, and what is owed in them. */
export interface StateOfReviews extends Frame {
  readonly kind: "state-of-reviews";
  readonly party: NamedParty;
  readonly group: GroupId;
  /** At least one. */
  readonly reviews: readonly ReviewStanding[];
  /** What the party owes, the earliest date first. */
  readonly owed: readonly DutyStanding[];
  /** What others owe in the same reviews. */
  readonly awaited: readonly DutyStanding[];
}

const named = ({ id, underReview }: Pick<ReviewListed, "id" | "underReview">): Markup =>
  markup`${isolateDirection(underReview.name)} (${keepOnOneLine(id)})`;

const standingRows = (reviews: readonly ReviewStanding[]) =>
  reviews
    .toSorted(
      (one, other) =>
        Number(other.role === "under-review") - Number(one.role === "under-review") ||
        one.underReview.name.localeCompare(other.underReview.name, "en"),
    )
    .map((review): readonly [Markup, Markup] => [
      named(review),
      markup`${seatWords[review.role]}, for ${instrumentWords(review.instruments)}; stage: ${en.stages[review.stage]}`,
    ]);

const dateOf = (dueAt: Instant, now: Instant): Markup =>
  markup`${now > dueAt ? "was due by the" : "due by the"} ${endOf(dueAt)}`;

const ownBlocks = (
  { party, owed, now, frontEndUrl, replyTo }: StateOfReviews,
  reference: string,
): readonly Markup[] => {
  if (owed.length === 0) return [paragraph(markup`Nothing is awaited from ${inSentence(party)} at present.`)];
  const hasPassed = owed.some(({ dueAt }) => now > dueAt);
  return [
    heading("What is awaited"),
    table({
      caption: "According to the records, these are awaited:",
      heads: ["What is awaited", "Date"],
      rows: owed.map(({ kind, review, dueAt }) => [
        markup`${titleOfDuty(kind)}, in ${reviewsInSentence([review])}`,
        dateOf(dueAt, now),
      ]),
    }),
    ...(hasPassed
      ? [
          paragraph(
            markup`Where a date has passed, what is awaited remains welcome at any time: the passing of a date has no consequence for ${inSentence(party)} in the Mechanism.`,
          ),
        ]
      : []),
    paragraph(
      markup`It may be provided online, at ${link(frontEndUrl)}, or by note verbale addressed to ${mailTo(replyTo)}, quoting the reference ${isolateDirection(reference)}.`,
    ),
  ];
};

const otherBlocks = ({ awaited, now }: StateOfReviews): readonly Markup[] =>
  awaited.length === 0
    ? []
    : [
        heading("What is awaited from others"),
        table({
          caption: "In the same country reviews, other parties are awaited to provide:",
          heads: ["What is awaited", "Date"],
          rows: awaited.map(({ by, kind, review, dueAt }) => [
            markup`${isolateDirection(by.name)}: ${titleOfDuty(kind)}, in ${reviewsInSentence([review])}`,
            dateOf(dueAt, now),
          ]),
        }),
      ];

/** The letter in English in the form for its reader. Throws where a value is missing or there is no review. */
export const stateOfReviews = (letter: StateOfReviews, reference: string): Page => {
  const { party, reviews, replyTo } = letter;
  if (reviews.length === 0) throw new TypeError("A letter about the state of reviews speaks of no review");
  const { group, cluster } = groupWords(letter.group);
  const several = reviews.length > 1;
  const listed = `country ${several ? "reviews" : "review"} of the ${group}`;
  const statement = {
    subject: withClusters(`State of the ${listed}`, [letter.group]),
    that: markup`that its records of the ${listed} under ${cluster} that ${several ? "are" : "is"} listed below are kept in a new system. What was recorded before has been taken over.`,
    blocks: [
      heading(several ? "Country reviews concerned" : "Country review concerned"),
      table({
        caption: `At present the ${several ? "reviews stand" : "review stands"} as follows:`,
        heads: ["Country review", "Participation"],
        rows: standingRows(reviews),
      }),
      ...ownBlocks(letter, reference),
      ...otherBlocks(letter),
      paragraph(
        sentences([
          markup`Should anything differ from the records of ${inSentence(party)}, the secretariat would be grateful to be told at ${mailTo(replyTo)}.`,
          letter.owed.length === 0 ? markup`` : markup`Reminders of what is awaited continue from this letter on.`,
        ]),
      ),
    ],
    because: markup`${inSentence(party)} takes part in the ${several ? "reviews" : "review"} listed above`,
  };
  return frameLetter(letter, statement, reference);
};
