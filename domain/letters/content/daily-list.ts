import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { ObligationKind } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { dayOf, daysBetween, longDate } from "../../base/time.ts";
import { dutyWords } from "./obligation-wording.ts";
import { clusterNumberWords, day, groupWords, mechanism, type NamedParty, withClusters } from "./wording.ts";
import { isolateDirection, link, mailTo, type Markup, markup, strong, keepOnOneLine } from "./html.ts";
import { heading, notice, type Page, paragraph, table } from "./layout.ts";

/** What one party owes past its date: a nomination for several reviews of a group, or a duty in one review. */
export interface DutyListed {
  readonly party: NamedParty;
  readonly kind: ObligationKind;
  readonly group: GroupId;
  readonly reviews: readonly [ReviewId, ...ReviewId[]];
  readonly dueAt: Instant;
  /** Since when it is on the list. */
  readonly since: Instant;
  /** No address of the party's mission works, so that no letter reaches it. */
  readonly unreachable?: boolean;
}

/** The list of a day to the secretariat: what is open though days of its reminders have passed, sent or not. */
export interface DailyList {
  readonly kind: "daily-list";
  readonly day: CalendarDate;
  /** At least one; latest come to the list first. */
  readonly duties: readonly DutyListed[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

/** So many rows a letter lists; the rest is counted, for a letter has a limit and a reader too. */
const mostRows = 200;

const titles: { readonly [K in ObligationKind]: string } = {
  "focal-point": "Nomination of a focal point",
  experts: "Nomination of governmental experts",
  questionnaire: dutyWords.questionnaire.title,
  feedback: dutyWords.feedback.title,
  clarification: dutyWords.clarification.title,
  agreement: dutyWords.agreement.title,
};

const duties = (count: number): string => (count === 1 ? "1 duty" : `${count} duties`);
const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

/** How many of those on the list came on it today. */
const sinceToday = (fresh: number, all: number): string => {
  if (all === 1) return fresh === 1 ? "on it since today" : "on it since an earlier day";
  return `${fresh === 0 ? "none" : fresh} of them since today`;
};

const noMissionAddress = markup`; no address of its mission works`;
const nothing = markup``;

const rowOf = (duty: DutyListed, today: CalendarDate): [Markup, Markup] => {
  const { party, kind, group, reviews, dueAt, since, unreachable = false } = duty;
  const where =
    reviews.length === 1
      ? markup`in ${keepOnOneLine(reviews[0])}, ${clusterNumberWords(group)}`
      : markup`in ${reviews.length.toString()} reviews of the ${groupWords(group).group}, ${clusterNumberWords(group)}`;
  const late = days(daysBetween(dayOf(dueAt), today));
  return [
    isolateDirection(party.name),
    markup`${titles[kind]} ${where}; ${kind === "questionnaire" ? "were" : "was"} due by ${day(dayOf(dueAt))} (${late} ago), on this list since ${day(dayOf(since))}${unreachable ? noMissionAddress : nothing}`,
  ];
};

/** RM/list/2020-12-24: the list of that day. */
export const dailyListReference = ({ day: on }: Pick<DailyList, "day">): string => `RM/list/${on}`;

/** The list in English. Throws where a value is missing or nothing is on it. */
export const dailyList = (list: DailyList, reference: string): Page => {
  if (list.duties.length === 0) throw new TypeError("A list lists nothing");
  const { day: on, duties: listed, now, frontEndUrl, replyTo } = list;
  const fresh = listed.filter(({ since }) => dayOf(since) === on).length;
  const groups = listed.map(({ group }) => group);
  const rows = listed.slice(0, mostRows);
  const rest = listed.length - rows.length;
  return {
    lang: "en",
    dir: "ltr",
    subject: `Daily list of ${longDate(on, "en")}: ${withClusters(`${duties(listed.length)} past the date`, groups)} [${reference}]`,
    sender: `Secretariat of the ${mechanism}`,
    marks: [
      ["Reference", isolateDirection(reference)],
      ["Date", day(dayOf(now))],
    ],
    blocks: [
      paragraph(
        markup`What is listed below is still open: its date has passed, and so have days on which the permanent mission was to be reminded of it. The passing of a date has no consequence for a party in the Mechanism; a call or a briefing may help where letters did not.`,
      ),
      notice("On the list", strong(`${duties(listed.length)}, ${sinceToday(fresh, listed.length)}`)),
      heading("By the day on which they came on the list"),
      table({ caption: "Latest first:", heads: ["Party", "What is open"], rows: rows.map((one) => rowOf(one, on)) }),
      ...(rest === 0 ? [] : [paragraph(markup`${duties(rest)} more ${rest === 1 ? "is" : "are"} listed online.`)]),
      paragraph(markup`All of them, with the letters sent, are found at ${link(frontEndUrl)}.`),
    ],
    foot: [
      markup`This letter is addressed to the secretariat because duties in the Mechanism are still open some time after their dates. On a day on which none is, no list is sent.`,
      markup`It was generated automatically; replies are read by the secretariat at ${mailTo(replyTo)}.`,
    ],
  };
};
