import type { ReviewId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { ObligationKind, type Review } from "../../../schemas/model/review.ts";
import { pagesOf } from "../../io/pages.ts";
import type { DueRow } from "../../io/store/reviews.ts";
import type { PageRequest } from "../../io/ports/paging.ts";
import type { Store } from "../../io/ports/store.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";

/** The position of an obligation in the list of all: by date, then by review. */
interface ObligationPlace {
  readonly dueAt: Instant;
  readonly review: ReviewId;
}

/**
 * A query for open obligations: their kinds, the date or position to start at, and the time before which they are due.
 */
interface ObligationQuery {
  readonly kind?: ObligationKind | undefined;
  readonly from?: { readonly dueAt: Instant; readonly review?: ReviewId | undefined } | undefined;
  readonly before?: Instant | undefined;
}

interface ObligationPage extends Pick<PageRequest, "limit" | "onUnreadable"> {
  /** The number of rows of each kind that are read first, and in each further read. */
  readonly rows?: { readonly first: number; readonly more: number };
}

const usualRows = { first: 200, more: 1_000 };

/** The number of aggregates that one call of the database returns. */
const mostAggregates = 100;

/** Most reviews have three parties, with obligations due on one day. */
const obligationsOfReview = 3;

/** Returns a position as text, in the order of the list. */
const textOf = ({ dueAt, review }: NonNullable<ObligationQuery["from"]>): string => `${dueAt} ${review ?? ""}`;

/**
 * A party may have several of these open at a time, and the index lists the first: a later one follows a row already
 * read.
 */
const isNumbered = (kind: ObligationKind): boolean => kind === "clarification";

/** The rows of one kind, from the date on at which a page begins. */
const rowsOfKind = (
  store: Pick<Store, "pending">,
  kind: ObligationKind,
  { from, before }: ObligationQuery,
  { onUnreadable, rows: { first, more } = usualRows }: ObligationPage,
): AsyncGenerator<readonly DueRow[]> => {
  const beginning = isNumbered(kind) ? undefined : from;
  const range = { ...(beginning && { from: beginning.dueAt }), ...(before && { before }) };
  return pagesOf(async ({ after }) => {
    const paging = after === undefined ? { limit: first } : { limit: more, after };
    const { items, ...next } = await store.pending(kind, {
      ...paging,
      ...range,
      ...(onUnreadable && { onUnreadable }),
    });
    const ahead = items.filter((row) => beginning === undefined || textOf(row) >= textOf(beginning));
    return { items: ahead, ...next };
  }, more);
};

/**
 * Rows of several kinds together, in the order of their places: as much at a time as is known for certain. The index has
 * those of one date by party, so that a date is known once a row of a later one was read.
 */
async function* inOrder(kinds: readonly AsyncGenerator<readonly DueRow[]>[]): AsyncGenerator<readonly DueRow[]> {
  let unread = kinds.map((pages) => ({ pages, last: "" }));
  let uncertain: readonly DueRow[] = [];
  while (unread.length > 0) {
    const behind = unread.map(({ last }) => last).toSorted()[0];
    const answers = await Promise.all(
      unread.map(async (kind) => {
        if (kind.last !== behind) return { rows: [], kind };
        const answer = await kind.pages.next();
        if (answer.done === true) return { rows: [], kind: undefined };
        return { rows: answer.value, kind: { ...kind, last: answer.value.at(-1)?.dueAt ?? kind.last } };
      }),
    );
    unread = answers.flatMap(({ kind }) => kind ?? []);
    const end = unread.map(({ last }) => last).toSorted()[0];
    const read = [...uncertain, ...answers.flatMap(({ rows }) => rows)];
    const isKnown = ({ dueAt }: DueRow): boolean => end === undefined || dueAt < end;
    uncertain = read.filter((row) => !isKnown(row));
    yield read.filter(isKnown).toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
  }
}

/**
 * Returns open obligations, earliest due first, then by review, from as many reviews as necessary for the requested
 * number. The index has the due date of every open obligation, so every obligation up to a row is in a review already
 * found. Later obligations may be returned too, but not all of them.
 */
export const earliestObligations = async <Obligation extends ObligationPlace>(
  store: Pick<Store, "pending" | "load" | "loadMany">,
  query: ObligationQuery,
  obligationsOf: (review: Review) => readonly Obligation[],
  page: ObligationPage,
): Promise<readonly Obligation[]> => {
  const kinds = query.kind === undefined ? ObligationKind.options : [query.kind];
  const met = new Set<ReviewId>();
  const found: Obligation[] = [];
  const wanted = page.limit + 1;
  let maxConcurrency = Math.ceil(wanted / obligationsOfReview);
  for await (const rows of inOrder(kinds.map((kind) => rowsOfKind(store, kind, query, page))))
    for (let left = rows; left.length > 0;) {
      const ahead = new Set(left.map(({ review }) => review)).difference(met);
      const fresh = [...ahead].slice(0, Math.min(maxConcurrency, mostAggregates));
      for (const id of fresh) met.add(id);
      const aggregates = await readableAggregates(store, "review", fresh);
      found.push(...aggregates.flatMap(({ state }) => obligationsOf(state)));
      const unmet = left.findIndex(({ review }) => !met.has(review));
      const passed = unmet === -1 ? left : left.slice(0, unmet);
      const last = passed.at(-1);
      const known = found.filter((obligation) => last !== undefined && textOf(obligation) <= textOf(last)).length;
      if (known >= wanted) return found;
      left = left.slice(passed.length);
      // As many as are likely to give the rest, and at most as many as before: where a filter takes few obligations, more and more.
      maxConcurrency = Math.min(Math.ceil(((wanted - known) * met.size) / Math.max(known, 1)), met.size);
    }
  return found;
};
