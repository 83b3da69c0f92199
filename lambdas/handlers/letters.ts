import type { Actor } from "../../domain/base/actor.ts";
import { refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import { dayAfter, dayBefore, dayOf, type Period, startOfDay } from "../../domain/base/time.ts";
import { explainLetter, letterTextView, letterView } from "../../domain/views/letters.ts";
import { usersAmong } from "../../domain/views/named.ts";
import * as api from "../../schemas/api/endpoints/letters.ts";
import type { LetterId, UserId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { readableAggregates } from "../use-cases/base/skip-unreadable.ts";
import type { Ledger } from "../io/ports/outbox.ts";
import type { LetterFilter } from "../io/store/letter-lists.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

export interface LetterIo extends RouteIo {
  readonly ledger: Ledger;
}

const readable = async (io: LetterIo, actor: Actor, id: LetterId, now: Instant): Promise<Letter | undefined> => {
  const letter = await io.ledger.letter(id);
  return letter !== undefined && may(actor, "letters.read", { party: letter.party }, now) ? letter : undefined;
};

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

/** Letters to a party, for its mission and the secretariat. */
export const letterRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListPartyLetters, io, async ({ params, query, cursors, actor, now }) => {
    const party = await io.store.load("party", params.partyId);
    if (party === undefined || !may(actor, "letters.read", { party: params.partyId }, now)) return refuse("not-found");
    const { kind, state, cycle, cluster } = query;
    const filter = { party: params.partyId, kind, state, cycle, cluster, ...timeOf(query) };
    const page = await io.ledger.list(filter, await cursors.page(query));
    const mayName = readersOf(page.items);
    return { reply: { items: page.items.map(letterView), ...(await cursors.seal(page.next)) }, mayName };
  }),

  route(api.GetLetter, io, async ({ params, actor, now }) => {
    const letter = await readable(io, actor, params.letterId, now);
    return letter === undefined ? refuse("not-found") : { reply: letterView(letter), mayName: readersOf([letter]) };
  }),

  route(api.GetLetterText, io, async ({ params, actor, now }) => {
    const letter = await readable(io, actor, params.letterId, now);
    if (letter === undefined) return refuse("not-found");
    return { reply: letterTextView(letter, await io.ledger.letterText(letter.id)) };
  }),

  route(api.ExplainLetter, io, async ({ params, actor, now, language }) => {
    const letter = await readable(io, actor, params.letterId, now);
    if (letter === undefined) return refuse("not-found");
    const reader = actor.role === "secretariat" ? "secretariat" : "party";
    const wording = { language, words: await loadWords(labelWords, language) };
    const reply = explainLetter(letter, await reviewsSpokenOf(io, [letter]), wording, reader);
    return { reply, mayName: readersOf([letter]) };
  }),
];

/** Returns the filter for letters of all parties: of one party, in one state, or of a period. */
const filterOf = (query: LetterChoice & Days, now: Instant): LetterFilter => {
  const { party, kind, state, cycle, cluster, from, to } = query;
  const isByDay = party === undefined && (state === undefined || from !== undefined || to !== undefined);
  return { party, kind, state, cycle, cluster, ...(isByDay ? daysUntil(query, now) : timeOf(query)) };
};

/** All letters by party, kind, state and day, for the secretariat. */
export const allLettersRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListLetters, io, async ({ query, cursors, now }) => {
    const page = await io.ledger.list(filterOf(query, now), await cursors.page(query));
    return { reply: { items: page.items.map(letterView), ...(await cursors.seal(page.next)) } };
  }),

  route(api.ListLetterExplanations, io, async ({ query, cursors, now, language }) => {
    const page = await io.ledger.list(filterOf(query, now), await cursors.page(query));
    const reviews = await reviewsSpokenOf(io, page.items);
    const wording = { language, words: await loadWords(labelWords, language) };
    return {
      reply: {
        items: page.items.map((letter) => explainLetter(letter, reviews, wording, "secretariat")),
        ...(await cursors.seal(page.next)),
      },
    };
  }),
];
