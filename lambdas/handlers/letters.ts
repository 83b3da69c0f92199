import type { Actor } from "../../domain/base/actor.ts";
import { refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import { endOfTime } from "../../domain/base/time.ts";
import { explainLetter, letterTextView, letterView } from "../../domain/views/letters.ts";
import * as api from "../../schemas/api/endpoints/letters.ts";
import type { LetterId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { readableHeads } from "../use-cases/base/skip-unreadable.ts";
import type { Ledger } from "../io/ports/outbox.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

export interface LetterIo extends RouteIo {
  readonly ledger: Ledger;
}

const readable = async (io: LetterIo, actor: Actor, id: LetterId, now: Instant): Promise<Letter | undefined> => {
  const letter = await io.ledger.letter(id);
  return letter !== undefined && may(actor, "letters.read", { party: letter.party }, now) ? letter : undefined;
};

/** The reviews of whose duties letters speak, as they stand now. */
const reviewsSpokenOf = async (io: LetterIo, letters: readonly Letter[]): Promise<readonly Review[]> => {
  const ids = new Set(letters.flatMap(({ speaksOf = [] }) => speaksOf.map(({ review }) => review)));
  return (await readableHeads(io.store, "review", [...ids])).map(({ state }) => state);
};

/** Letters to a party, for its mission and the secretariat. */
export const letterRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListPartyLetters, io, async ({ params, query, cursors, actor, now }) => {
    const party = await io.store.load("party", params.partyId);
    if (party === undefined || !may(actor, "letters.read", { party: params.partyId }, now)) return refuse("not-found");
    const page = await io.ledger.ofParty(params.partyId, await cursors.page(query));
    return { reply: { items: page.items.map(letterView), ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetLetter, io, async ({ params, actor, now }) => {
    const letter = await readable(io, actor, params.letterId, now);
    return letter === undefined ? refuse("not-found") : { reply: letterView(letter) };
  }),

  route(api.GetLetterText, io, async ({ params, actor, now }) => {
    const letter = await readable(io, actor, params.letterId, now);
    if (letter === undefined) return refuse("not-found");
    return { reply: letterTextView(letter, await io.ledger.letterText(letter.id)) };
  }),

  route(api.ExplainLetter, io, async ({ params, actor, now }) => {
    const letter = await readable(io, actor, params.letterId, now);
    if (letter === undefined) return refuse("not-found");
    const reader = actor.role === "secretariat" ? "secretariat" : "party";
    return { reply: explainLetter(letter, await reviewsSpokenOf(io, [letter]), reader) };
  }),
];

/** All letters by state, for the secretariat. */
export const allLettersRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListLetters, io, async ({ query, cursors }) => {
    const paging = await cursors.page(query);
    const page = await io.ledger.needingAttention(query.state, endOfTime, paging);
    return { reply: { items: page.items.map(letterView), ...(await cursors.seal(page.next)) } };
  }),

  route(api.ListLetterExplanations, io, async ({ query, cursors }) => {
    const paging = await cursors.page(query);
    const page = await io.ledger.needingAttention(query.state, endOfTime, paging);
    const reviews = await reviewsSpokenOf(io, page.items);
    return {
      reply: {
        items: page.items.map((letter) => explainLetter(letter, reviews, "secretariat")),
        ...(await cursors.seal(page.next)),
      },
    };
  }),
];
