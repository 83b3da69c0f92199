import pMap from "p-map";
import { explainMissingLetter, refuseDistantDay } from "../../domain/views/explain-missing-letter.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import type { Actor } from "../../domain/base/actor.ts";
import { type Refused, refuse } from "../../domain/base/decision.ts";
import { deniedTo, may } from "../../domain/review/permissions.ts";
import { snapshotsOf } from "../../domain/review/snapshots.ts";
import { lettersAbout, noticeView, partiesEver } from "../../domain/views/proof-of-notice.ts";
import { usersAmong } from "../../domain/views/named.ts";
import * as api from "../../schemas/api/endpoints/proof-of-notice.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { NoticeView } from "../../schemas/views/notice.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { all } from "../io/pages.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { route, type Route } from "../shell/http/route.ts";
import type { LetterIo } from "./letters.ts";

/** The number of parties whose letters are read in parallel. */
const maxConcurrency = 4;

interface NoticesRequest {
  readonly review: () => Promise<Aggregate<"review"> | undefined>;
  readonly actor: Actor;
  readonly now: Instant;
}

interface Notice {
  /** The position in the list; the order never changes later. */
  readonly place: string;
  readonly view: NoticeView;
}

const placeOf = ({ plannedAt, id }: Letter): string => `${plannedAt}#${id}`;

/**
 * Returns all letters about a review that the caller may read, oldest first. They are found by party, because one
 * reminder covers several reviews and no index can list it under each. Throws if a letter is unreadable, because an
 * incomplete list proves nothing.
 */
const noticesOf = async (
  io: LetterIo,
  { review: loadReview, actor, now }: NoticesRequest,
): Promise<Refused | { readonly notices: readonly Notice[] }> => {
  const aggregate = await loadReview();
  if (aggregate === undefined) return refuse("not-found");
  const review = aggregate.state;
  const denied = deniedTo(actor, "notices.read", { review }, now);
  if (denied !== undefined) return denied;
  const [first] = (await io.store.journalOf("review", review.id, { limit: 1 })).items;
  // A party has letters of many years, and none covers the review before it was drawn.
  const since = first === undefined ? {} : { from: first.recordedAt };
  const parties = partiesEver(review).filter((party) => may(actor, "letters.read", { party }, now));
  const found = await pMap(
    parties,
    async (party) =>
      lettersAbout(review, await all((paging) => io.ledger.ofParty(party, { ...paging, ...since }), 200)).map(
        (letter) => ({
          place: placeOf(letter),
          view: noticeView(letter, party, review.id),
        }),
      ),
    { concurrency: maxConcurrency },
  );
  return { notices: found.flat().toSorted((one, other) => (one.place < other.place ? -1 : 1)) };
};

/** Proof of notice for a review, as a list and as a file; and why a day brought a party no letter. */
export const noticeRoutes = (io: LetterIo): readonly Route[] => [
  route(api.ListReviewNotices, io, async ({ query, cursors, ...request }) => {
    const found = await noticesOf(io, request);
    if ("refusal" in found) return found;
    const { after } = await cursors.open(query.cursor);
    const left = found.notices.filter(({ place }) => after === undefined || place > after);
    const page = left.slice(0, query.limit);
    const next = left.length > page.length ? page.at(-1)?.place : undefined;
    const items = page.map(({ view }) => view);
    const mayName = usersAmong(items.map(({ recipient }) => recipient));
    return { reply: { items, ...(await cursors.seal(next)) }, mayName };
  }),

  route(api.ExplainAbsence, io, async ({ params, query, actor, now, language }) => {
    const { partyId: party } = params;
    const partyAggregate = await io.store.load("party", party);
    if (partyAggregate === undefined || !may(actor, "letters.read", { party }, now)) return refuse("not-found");
    const refused = refuseDistantDay(query.date, now);
    if (refused !== undefined) return refused;
    // All of the party's letters are read: the reply would otherwise claim that an omitted one was never planned.
    const [letters, seated, unreachable] = await Promise.all([
      all((paging) => io.ledger.ofParty(party, paging), 200),
      io.store.reviewsOfParty(party),
      io.ledger.unreachableOf({ kind: "mission", party }),
    ]);
    // A review whose seat moved to another party is no longer in any list of this party.
    const mentionedReviews = letters.flatMap(({ obligationRefs = [] }) => obligationRefs.map(({ review }) => review));
    const histories = await pMap(
      [...new Set([...seated, ...mentionedReviews])],
      async (id) => snapshotsOf(await all((paging) => io.store.journalOf("review", id, paging))),
      { concurrency: maxConcurrency },
    );
    const words = await loadWords(labelWords, language);
    const reply = explainMissingLetter({ party, day: query.date, now, histories, letters, unreachable }, words);
    return { reply, mayName: usersAmong(reply.reasons.map(({ recipient }) => recipient)) };
  }),
];
