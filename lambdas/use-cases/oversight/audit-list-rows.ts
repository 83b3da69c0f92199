import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { listedObligations, listedReview } from "../../../domain/views/listed-reviews.ts";
import type { Store } from "../../io/ports/store.ts";
import type { PageRequest, Page } from "../../io/ports/paging.ts";
import { pagesOf } from "../../io/pages.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";

type ListedKind = "party" | "review";

/** A list of small rows, and how each follows from its aggregate. */
interface List<K extends ListedKind> {
  readonly name: string;
  /** Returns the stored rows by id. */
  readonly read: () => Promise<ReadonlyMap<string, unknown>>;
  readonly rowOf: (aggregate: Aggregate<K>) => unknown;
}

const byId = async <Row>(
  rows: (paging: PageRequest) => Promise<Page<Row>>,
  idOf: (row: Row) => string | undefined,
): Promise<ReadonlyMap<string, Row>> => {
  const found = new Map<string, Row>();
  for await (const page of pagesOf(rows, 1_000))
    for (const row of page) {
      const id = idOf(row);
      if (id !== undefined) found.set(id, row);
    }
  return found;
};

/** A review that never had an obligation has no row in the list of them. */
const rowOfAny = <Row>(rows: readonly Row[]): readonly Row[] | null => (rows.length === 0 ? null : rows);

const partyLists = (store: Store): readonly List<"party">[] => [
  { name: "party names", read: () => store.partyNames(), rowOf: ({ state }) => state.name },
];

const reviewLists = (store: Store): readonly List<"review">[] => [
  {
    name: "reviews",
    read: () =>
      byId(
        (paging) => store.listedReviews(paging),
        ({ id }) => id,
      ),
    rowOf: listedReview,
  },
  {
    name: "obligations",
    read: () =>
      byId(
        (paging) => store.obligationsOfReviews(paging),
        ([first]) => first?.review,
      ),
    rowOf: ({ state }) => rowOfAny(listedObligations(state)),
  },
];

/**
 * Returns aggregates, of some or of all, whose row in a list differs from them, or is missing. Lists are eventually
 * consistent, so differences are read once more.
 */
const violationsIn = async <K extends ListedKind>(
  store: Store,
  kind: K,
  lists: readonly List<K>[],
  some?: readonly Aggregate<K>[],
) => {
  const readAll = () => Promise.all(lists.map(async (list) => ({ ...list, rows: await list.read() })));
  type Read = Awaited<ReturnType<typeof readAll>>;
  const differing = (aggregate: Aggregate<K>, read: Read): readonly string[] =>
    read
      .filter(({ rows, rowOf }) => hashOf(rows.get(aggregate.id) ?? null) !== hashOf(rowOf(aggregate)))
      .map(({ name }) => name);
  const first = await readAll();
  const unseen = new Set(some === undefined ? first.flatMap(({ rows }) => [...rows.keys()]) : []);
  const doubtful: string[] = [];
  for await (const aggregates of some === undefined ? pagesOf((paging) => store.list(kind, paging), 200) : [some])
    for (const aggregate of aggregates) {
      unseen.delete(aggregate.id);
      if (differing(aggregate, first).length > 0) doubtful.push(aggregate.id);
    }
  doubtful.push(...unseen);
  if (doubtful.length === 0) return [];
  const again = await readAll();
  return (await readableAggregates(store, kind, doubtful)).flatMap((aggregate) =>
    differing(aggregate, again).map((name) => {
      const subject = aggregateKey(kind, aggregate.id);
      return { subject, fault: `${subject}: its row in the list of ${name} differs or is missing (guarantee 16)` };
    }),
  );
};

/** Returns parties and reviews, of some or of all, whose small rows in lists do not follow from their aggregates. */
export const listRowViolations = async (
  store: Store,
  some?: { readonly parties: readonly Aggregate<"party">[]; readonly reviews: readonly Aggregate<"review">[] },
): Promise<readonly { readonly subject: string; readonly fault: string }[]> => [
  ...(some?.parties.length === 0 ? [] : await violationsIn(store, "party", partyLists(store), some?.parties)),
  ...(some?.reviews.length === 0 ? [] : await violationsIn(store, "review", reviewLists(store), some?.reviews)),
];
