import type { GroupId, PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { ObligationKind } from "../../../schemas/model/review.ts";
import { dayOf, daysBetween } from "../../base/time.ts";
import { isNomination } from "../../reminders/schedule.ts";
import { type EscalatedLetter, escalatedTo } from "../escalation.ts";
import type { ContentOf } from "../letter-kinds.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import { pageOf } from "./frame-statement.ts";
import { link, mailTo, type Markup, strong } from "./html.ts";
import { heading, notice, type Page, paragraph, table } from "./layout.ts";
import { type AddressedData, gathered, type KindPage, type LetterData, surroundingsOf } from "./letter-page.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { clusterNumberOf, codeOf, day, groupPhrase, phrase, titleOfObligation, withClusters } from "./phrases.ts";

/** An overdue obligation of one party: a nomination for several reviews of a group, or an obligation in one review. */
export interface ObligationListed {
  readonly party: NamedParty;
  readonly kind: ObligationKind;
  readonly group: GroupId;
  readonly reviews: readonly [ReviewId, ...ReviewId[]];
  readonly dueAt: Instant;
  /** The day since which it is on the list. */
  readonly since: Instant;
  /** No address of the party's mission works, so that no letter reaches it. */
  readonly unreachable?: boolean;
}

/** The list of a day to the secretariat: what is open though days of its reminders have passed, sent or not. */
export interface DailyList {
  readonly kind: "daily-list";
  readonly day: CalendarDate;
  /** The obligations, latest addition to the list first. At least one. */
  readonly obligations: readonly ObligationListed[];
  readonly now: Instant;
  readonly frontEndUrl: string;
  readonly replyTo: string;
}

/**
 * Rows that a letter lists; the rest is counted, because the size of a letter and the time of its reader are limited.
 */
const mostRows = 200;

/** Returns the number of obligations on the list, and of those that were added today. */
const countsOf = ({ obligations, day: on }: DailyList, { say }: LetterWriter): Markup => {
  const fresh = obligations.filter(({ since }) => dayOf(since) === on).length;
  if (obligations.length === 1) return say(fresh === 1 ? "daily-list.one-today" : "daily-list.one-earlier");
  return say("daily-list.counts", { count: obligations.length, fresh });
};

/** Returns the obligation with its review, its due date, and the day since which it is listed. */
const obligationPhrase = ({ kind, group, reviews, dueAt, since }: ObligationListed, today: CalendarDate): Phrase => {
  const values = {
    obligation: titleOfObligation(kind),
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

/** Returns the obligation, marked as new on its first day, else with the time that it has been on the list. */
const markedRow = (obligation: ObligationListed, today: CalendarDate): Phrase => {
  const row = obligationPhrase(obligation, today);
  const count = daysBetween(dayOf(obligation.since), today);
  return count < 1 ? phrase("daily-list.new", { row }) : phrase("daily-list.listed-for", { row, count });
};

const rowOf = (
  obligation: ObligationListed,
  today: CalendarDate,
  writer: LetterWriter,
): readonly [party: Markup, obligation: Markup] => {
  const row = markedRow(obligation, today);
  return [
    writer.write(obligation.party, "bare"),
    writer.write(obligation.unreachable === true ? phrase("daily-list.unreachable", { row }) : row),
  ];
};

/** Returns RM/list/2020-12-24, the reference of the list of that day. */
const subjectOf = ({ day: on, obligations }: DailyList): Phrase =>
  phrase("daily-list.subject", {
    day: day(on),
    obligations: withClusters(
      phrase("daily-list.past-date", { count: obligations.length }),
      obligations.map(({ group }) => group),
    ),
  });

/** Returns the list. Throws if a value is missing or the list is empty. */
const dailyList = (list: DailyList, reference: string, writer: LetterWriter): Page => {
  if (list.obligations.length === 0) throw new TypeError("A list lists nothing");
  const { day: on, obligations, frontEndUrl, replyTo } = list;
  const { say, line } = writer;
  const rows = obligations.slice(0, mostRows);
  const rest = obligations.length - rows.length;
  return pageOf(writer, list, reference, {
    subject: subjectOf(list),
    blocks: [
      paragraph(say("daily-list.still-open")),
      notice(writer, line("daily-list.on-list"), strong(countsOf(list, writer))),
      heading(line("daily-list.by-day")),
      table(writer, {
        caption: line("daily-list.caption"),
        columns: [line("daily-list.column-party"), line("daily-list.column-open")],
        rows: rows.map((obligation) => rowOf(obligation, on, writer)),
      }),
      ...(rest === 0 ? [] : [paragraph(say("daily-list.rest", { count: rest }))]),
      paragraph(say("daily-list.online", { link: link(frontEndUrl) })),
    ],
    foot: [say("daily-list.because"), say("foot.replies", { mail: mailTo(replyTo) })],
  });
};

/**
 * Returns the key of a row in the list: nominations of a party for a group share one, every other obligation has its
 * own.
 */
const rowKey = ({ party, kind, group, review, dueAt }: EscalatedLetter): string =>
  [party, kind, isNomination(kind) ? group : review, dueAt].join(" ");

const escalated = ({ reviews, now }: LetterData): readonly EscalatedLetter[] =>
  escalatedTo("secretariat", reviews, now);

const partiesListed = (_content: unknown, data: LetterData): readonly PartyId[] => [
  ...new Set(escalated(data).map(({ party }) => party)),
];

const obligationsListed = (data: AddressedData): readonly ObligationListed[] =>
  [...Map.groupBy(escalated(data), rowKey).values()].flatMap((together): ObligationListed[] => {
    const [first, ...others] = together;
    if (first === undefined) return [];
    const { party, kind, group, dueAt, since } = first;
    const reviews = [first.review, ...others.map(({ review }) => review)] as const;
    const unreachable = data.unreachable.has(party);
    return [{ party: data.named(party), kind, group, reviews, dueAt, since, unreachable }];
  });

export const dailyListPage: KindPage<ContentOf<"daily-list">, DailyList> = {
  needs: {
    isAboutOverdue: ({ day: on }, { now }) => on === dayOf(now),
    parties: partiesListed,
    reachabilityOf: partiesListed,
  },
  whyObsolete: ({ day: on }, data) => {
    // A list delayed for days has nothing that today's list lacks.
    if (on !== dayOf(data.now)) return "replaced";
    return escalated(data).length === 0 ? "done" : undefined;
  },
  gather: ({ day: on }, data) =>
    gathered(
      { kind: "daily-list", day: on, obligations: obligationsListed(data), ...surroundingsOf(data) },
      { names: escalated(data).map(({ review }) => review) },
    ),
  reference: ({ day: on }) => `RM/list/${on}`,
  page: dailyList,
};
