import type { Actor } from "../../domain/base/actor.ts";
import { refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import { dayAfter, dayBefore, dayOf, type Period, startOfDay } from "../../domain/base/time.ts";
import { explainLetter, type LetterReader, letterTextView, letterView } from "../../domain/views/letters.ts";
import { usersAmong } from "../../domain/views/named.ts";
import * as api from "../../schemas/api/endpoints/letters.ts";
import type { UserId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant, Language } from "../../schemas/base/values.ts";
import { readableAggregates } from "../use-cases/base/skip-unreadable.ts";
import type { Ledger } from "../io/ports/outbox.ts";
import type { LetterFilter } from "../io/store/letter-lists.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

export interface LetterIo extends RouteIo {
  readonly ledger: Ledger;
}

interface Explaining {
  readonly reader: LetterReader;
  readonly language: Language;
  readonly explained: boolean;
}

const readerOf = ({ role }: Actor): LetterReader => (role === "secretariat" ? "secretariat" : "party");

/** Returns the current reviews whose obligations the letters cover. */
const reviewsSpokenOf = async (io: LetterIo, letters: readonly Letter[]): Promise<readonly Review[]> => {
  const ids = new Set(letters.flatMap(({ obligationRefs = [] }) => obligationRefs.map(({ review }) => review)));
  return (await readableAggregates(io.store, "review", [...ids])).map(({ state }) => state);
};

/** Returns the persons that letters are for. A caller who may read a letter may also read its recipient's name. */
const readersOf = (letters: readonly Letter[]): readonly UserId[] =>
  usersAmong(letters.map(({ recipient }) => recipient));

type LetterChoice = Pick<LetterFilter, "party" | "kind" | "state" | "cycle" | "cluster">;

interface Days {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

/** The time of the days that are named, whole days in Vienna; open where one is not. */
const timeOf = ({ from, to }: Days): Pick<LetterFilter, "from" | "until"> => ({
  ...(from === undefined ? {} : { from: startOfDay(from) }),
  ...(to === undefined ? {} : { until: startOfDay(dayAfter(to, { days: 1 })) }),
});

/** The length of the listed period if the query has one end or none. */
const usualDays: Period = { days: 30 };

/** Returns both ends of the period: the last days until today, or the days next to the given end. */
const daysUntil = ({ from, to }: Days, now: Instant): Pick<LetterFilter, "from" | "until"> => {
  const last = to ?? (from === undefined ? dayOf(now) : dayAfter(from, usualDays));
  return timeOf({ from: from ?? dayBefore(last, usualDays), to: last });
};

/** Returns how letters look to their reader, each with its explanation where that is asked for. */
const viewsOf = async (io: LetterIo, letters: readonly Letter[], { reader, language, explained }: Explaining) => {
  if (!explained) return letters.map(letterView);
  const wording = { language, words: await loadWords(labelWords, language) };
  const reviews = await reviewsSpokenOf(io, letters);
  return letters.map((letter) => ({
    ...letterView(letter),
    explanation: explainLetter(letter, reviews, wording, reader),
  }));
};

/** One letter, for the mission of its party and the secretariat. */
export const letterRoutes = (io: LetterIo): readonly Route[] => [
  route(api.GetLetter, io, async ({ params, query: { include }, actor, now, language }) => {
    const letter = await io.ledger.letter(params.letterId);
    if (letter === undefined || !may(actor, "letters.read", { party: letter.party }, now)) return refuse("not-found");
    const explained = include === "explanation" || include === "all";
    const withText = include === "text" || include === "all";
    const [view = letterView(letter)] = await viewsOf(io, [letter], { reader: readerOf(actor), language, explained });
    const text = withText ? { text: letterTextView(letter, await io.ledger.letterText(letter.id)) } : {};
    return { reply: { ...view, ...text }, mayName: readersOf([letter]) };
  }),
];

/** Returns the filter for letters: to one party, in one state, or of a period. */
const filterOf = (query: LetterChoice & Days, now: Instant): LetterFilter => {
  const { party, kind, state, cycle, cluster, from, to } = query;
  const isByDay = party === undefined && (state === undefined || from !== undefined || to !== undefined);
  return { party, kind, state, cycle, cluster, ...(isByDay ? daysUntil(query, now) : timeOf(query)) };
};

/** Letters by party, kind, state and day: to all parties for the secretariat, for a mission those to its own. */
export const letterListRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListLetters, io, async ({ query, cursors, actor, now, language }) => {
    const party = query.party ?? actor.party;
    if (!may(actor, "letters.read", { party }, now)) return refuse("not-found");
    const page = await io.ledger.list(filterOf({ ...query, party }, now), await cursors.page(query));
    const reading = { reader: readerOf(actor), language, explained: query.include === "explanation" };
    const items = await viewsOf(io, page.items, reading);
    return { reply: { items, ...(await cursors.seal(page.next)) }, mayName: readersOf(page.items) };
  }),
];
