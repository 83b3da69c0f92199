import type { ReviewId } from "../../schemas/ids.ts";
import type { Occasion } from "../../schemas/letter.ts";
import type { NominationKind, SeatRole } from "../../schemas/review.ts";
import type { CalendarDate, Instant, Instrument } from "../../schemas/values.ts";
import { periodOn } from "../policy.ts";
import type { RungName } from "../reminders.ts";
import { dayOf, longDate } from "../time.ts";
import {
  day,
  endOf,
  groupWords,
  inSentence,
  instrumentWords,
  mechanism,
  type NamedParty,
  periodWords,
  representation,
  seatWords,
} from "./english.ts";
import { assurances, compliments } from "./frame.ts";
import { isolated, link, mailTo, type Markup, markup, strong, unbroken } from "./markup.ts";
import { choices, heading, notice, type Page, paragraph, table } from "./page.ts";

/** A review that the letter speaks of, and the party's place in it. */
export interface ReviewOwed {
  readonly id: ReviewId;
  readonly underReview: NamedParty;
  readonly role: SeatRole;
  readonly instruments: readonly Instrument[];
}

/** An occasion to remind of a nomination. */
export type NominationOccasion = Occasion & { readonly kind: NominationKind };

/** A reminder to a permanent mission that its party has a nomination to make. */
export interface NominationReminder {
  readonly kind: "nomination-reminder";
  readonly party: NamedParty;
  readonly occasion: NominationOccasion;
  readonly rung: RungName;
  /** The day the reviews started, from which the period counts. */
  readonly openedOn: CalendarDate;
  /** Those reviews of the occasion for which the nomination is still missing. At least one. */
  readonly reviews: readonly ReviewOwed[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

type Tone = "opening" | "upcoming" | "overdue";

/** What the letter has to say at this moment: a letter that leaves late never announces a date that has passed. */
const toneOf = ({ rung, occasion, now }: NominationReminder): Tone => {
  if (now > occasion.dueAt) return "overdue";
  return rung === "start" ? "opening" : "upcoming";
};

interface Words {
  /** "a focal point", "governmental experts" */
  readonly whom: string;
  readonly rule: (period: string) => Markup;
  /** Whom the party may name for its reviews, where it has several or only one. */
  readonly scope: (party: Markup, several: boolean) => Markup;
  readonly effect: Markup;
}

const guidelines = "guidelines for conducting the country reviews (resolution 10/1, annex I)";

const words: { readonly [K in NominationKind]: Words } = {
  "focal-point": {
    whom: "a focal point",
    rule: (period) =>
      markup`In accordance with paragraph 18 of the procedures and rules for the functioning of the Mechanism (resolution 9/1, annex) and paragraph 5 of the ${guidelines}, each party is to appoint, within ${period} from the start of the review, a focal point to coordinate its participation in it.`,
    scope: (party, several) =>
      several
        ? markup`One person may serve as the focal point of ${party} in all of its reviews, or a different person may be named for each. `
        : markup``,
    effect: markup`The parties to a country review can begin their consultations once each of them has named its focal point.`,
  },
  experts: {
    whom: "governmental experts",
    rule: (period) =>
      markup`In accordance with paragraph 6 of the ${guidelines}, each party should designate, within ${period} from the start of its participation in the review, governmental experts to carry out the country review.`,
    scope: (party, several) =>
      several
        ? markup`The number of experts is for ${party} to decide; they may be the same for all of its reviews or different for each. `
        : markup`The number of experts is for ${party} to decide. `,
    effect: markup`A country review goes on while experts are being named; their early designation helps the parties to divide the work among them.`,
  },
};

const occasionFor: { readonly [T in Tone]: (letter: NominationReminder, what: Words) => Markup } = {
  opening: ({ party, occasion, openedOn }) => {
    const { group, cluster } = groupWords(occasion.group);
    return markup`${compliments(party)} inform it that the country reviews of the ${group} under ${cluster} started on ${day(openedOn)}.`;
  },
  upcoming: ({ party, occasion, openedOn }, { whom }) => {
    const { group, cluster } = groupWords(occasion.group);
    return markup`${compliments(party)} recall the nomination of ${whom} by ${inSentence(party)} for the country reviews of the ${group} under ${cluster}, which started on ${day(openedOn)}.`;
  },
  overdue: ({ party, occasion, openedOn }, { whom }) => {
    const { group, cluster } = groupWords(occasion.group);
    return markup`${compliments(party)} refer to the nomination of ${whom} by ${inSentence(party)} for the country reviews of the ${group} under ${cluster}, which started on ${day(openedOn)}. The nomination was due by the ${endOf(occasion.dueAt)}, and the secretariat has not yet recorded it.`;
  },
};

const request: { readonly [T in Tone]: (party: NamedParty) => Markup } = {
  opening: () => markup`The secretariat would be grateful to receive the nomination within that time.`,
  upcoming: () =>
    markup`As at the date of this letter, the secretariat has not yet recorded the nomination. It would be grateful to receive it by the date indicated.`,
  overdue: (party) =>
    markup`The nomination remains welcome at any time; the passing of the date has no consequence for ${inSentence(party)} in the Mechanism. The secretariat would be grateful to receive it at the earliest convenience of the ${party.id === "EU" ? "Delegation" : "Permanent Mission"}, and stands ready to assist should there be any difficulty.`,
};

const rowOf = ({ id, underReview, role, instruments: held }: ReviewOwed): readonly [Markup, Markup] => [
  markup`${isolated(underReview.name)} (${unbroken(id)})`,
  markup`${seatWords[role]}, for ${instrumentWords(held)}`,
];

/** The party's own review first, the others by the name of the party under review. */
const inOrder = (reviews: readonly ReviewOwed[]): readonly ReviewOwed[] =>
  reviews.toSorted(
    (a, b) =>
      Number(b.role === "under-review") - Number(a.role === "under-review") ||
      a.underReview.name.localeCompare(b.underReview.name, "en"),
  );

const subjectOf = (tone: Tone, { occasion }: NominationReminder, { whom }: Words, reference: string): string => {
  const date = longDate(dayOf(occasion.dueAt), "en");
  switch (tone) {
    case "opening":
      return `Nomination of ${whom}, due by ${date} [${reference}]`;
    case "upcoming":
      return `Reminder: nomination of ${whom}, due by ${date} [${reference}]`;
    case "overdue":
      return `Reminder: nomination of ${whom}, which was due by ${date} [${reference}]`;
  }
};

/** RM/c1-g1/FR/focal-point: group, party and step, the same on every letter about this nomination. */
export const nominationReference = ({ group, party, kind }: Occasion): string => `RM/${group}/${party}/${kind}`;

/** The reminder in English. Throws where a value is missing or no review is left to speak of. */
export const nominationReminder = (letter: NominationReminder, reference: string): Page => {
  if (letter.reviews.length === 0) throw new TypeError("A reminder speaks of no review");
  const { party, occasion, now, frontEndUrl, replyTo } = letter;
  const tone = toneOf(letter);
  const what = words[occasion.kind];
  const name = inSentence(party);
  const several = letter.reviews.length > 1;
  return {
    lang: "en",
    dir: "ltr",
    subject: subjectOf(tone, letter, what, reference),
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolated(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: [
      paragraph(occasionFor[tone](letter, what)),
      paragraph(markup`${what.rule(periodWords(periodOn(occasion.kind, letter.openedOn)))} ${request[tone](party)}`),
      notice("Due date", strong(endOf(occasion.dueAt))),
      heading(several ? "Country reviews concerned" : "Country review concerned"),
      table({
        caption: "The nomination is awaited for:",
        heads: ["Country review", "Participation"],
        rows: inOrder(letter.reviews).map(rowOf),
      }),
      paragraph(markup`${what.scope(name, several)}${what.effect}`),
      heading("How to nominate"),
      paragraph(markup`The nomination may be made in either of two ways:`),
      choices([
        markup`online, at ${link(frontEndUrl)}; or`,
        markup`by note verbale addressed to ${mailTo(replyTo)}, quoting the reference ${isolated(reference)}.`,
      ]),
      paragraph(
        markup`For each person, kindly indicate name, title, institution, e-mail address, telephone number and the working language preferred for correspondence. If the nomination has been sent in the meantime, kindly disregard this letter.`,
      ),
      assurances(party),
    ],
    foot: [
      markup`This letter is addressed to the ${representation(party)} because, according to the records of the secretariat, ${name} takes part in the ${several ? "reviews" : "review"} listed above and has not yet named ${what.whom} for ${several ? "them" : "it"}. Reminders end when the nomination is recorded.`,
      markup`It was generated automatically; replies are read by the secretariat at ${mailTo(replyTo)}.`,
    ],
  };
};
