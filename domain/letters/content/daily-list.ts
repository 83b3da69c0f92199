import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { ObligationKind } from "../../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { dayOf, daysBetween } from "../../base/time.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { pageOf } from "./frame-statement.ts";
import { link, mailTo, type Markup, strong } from "./html.ts";
import { heading, notice, type Page, paragraph, table } from "./layout.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { clusterNumberOf, codeOf, day, groupPhrase, phrase, titleOfDuty, withClusters } from "./phrases.ts";

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

/** How many are on the list, and how many of those came on it today. */
const countsOf = ({ duties, day: on }: DailyList, { say }: LetterWriter): Markup => {
  const fresh = duties.filter(({ since }) => dayOf(since) === on).length;
  if (duties.length === 1) return say(fresh === 1 ? "daily-list.one-today" : "daily-list.one-earlier");
  return say("daily-list.counts", { count: duties.length, fresh });
};

/** What is owed and where, since when it was due and since when it is listed. */
const dutyPhrase = ({ kind, group, reviews, dueAt, since }: DutyListed, today: CalendarDate): Phrase => {
  const values = {
    duty: titleOfDuty(kind),
    cluster: clusterNumberOf(group),
    kind,
    day: day(dayOf(dueAt)),
    count: daysBetween(dayOf(dueAt), today),
    since: day(dayOf(since)),
  };
  return reviews.length === 1
    ? phrase("daily-list.row", { ...values, code: codeOf(reviews[0]) })
    : phrase("daily-list.row-of-group", { ...values, number: reviews.length, group: groupPhrase(group) });
};

/** What is open, marked as new on its first day, or with how long it has been on the list. */
const markedRow = (duty: DutyListed, today: CalendarDate): Phrase => {
  const row = dutyPhrase(duty, today);
  const count = daysBetween(dayOf(duty.since), today);
  return count < 1 ? phrase("daily-list.new", { row }) : phrase("daily-list.listed-for", { row, count });
};

const rowOf = (duty: DutyListed, today: CalendarDate, writer: LetterWriter): readonly [party: Markup, duty: Markup] => {
  const row = markedRow(duty, today);
  return [
    writer.write(duty.party, "bare"),
    writer.write(duty.unreachable === true ? phrase("daily-list.unreachable", { row }) : row),
  ];
};

/** RM/list/2020-12-24: the list of that day. */
export const dailyListReference = ({ day: on }: Pick<DailyList, "day">): string => `RM/list/${on}`;

const subjectOf = ({ day: on, duties }: DailyList): Phrase =>
  phrase("daily-list.subject", {
    day: day(on),
    duties: withClusters(
      phrase("daily-list.past-date", { count: duties.length }),
      duties.map(({ group }) => group),
    ),
  });

/** The list. Throws where a value is missing or nothing is on it. */
export const dailyList = (list: DailyList, reference: string, writer: LetterWriter): Page => {
  if (list.duties.length === 0) throw new TypeError("A list lists nothing");
  const { day: on, duties, frontEndUrl, replyTo } = list;
  const { say, line } = writer;
  const rows = duties.slice(0, mostRows);
  const rest = duties.length - rows.length;
  return pageOf(writer, list, reference, {
    subject: subjectOf(list),
    blocks: [
      paragraph(say("daily-list.still-open")),
      notice(writer, line("daily-list.on-list"), strong(countsOf(list, writer))),
      heading(line("daily-list.by-day")),
      table(writer, {
        caption: line("daily-list.caption"),
        columns: [line("daily-list.head-party"), line("daily-list.head-open")],
        rows: rows.map((duty) => rowOf(duty, on, writer)),
      }),
      ...(rest === 0 ? [] : [paragraph(say("daily-list.rest", { count: rest }))]),
      paragraph(say("daily-list.online", { link: link(frontEndUrl) })),
    ],
    foot: [say("daily-list.because"), say("foot.replies", { mail: mailTo(replyTo) })],
  });
};
