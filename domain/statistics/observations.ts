import { laterCycleOf } from "../../schemas/base/ids.ts";
import type { ObservationItem, ObservationKind } from "../../schemas/model/observation-items.ts";
import type {
  ObservationMember,
  ObservationPart,
  ObservationStatistics,
} from "../../schemas/views/observation-statistics.ts";
import { isAboutPhase } from "../base/cycles.ts";
import type { Source } from "../base/settings.ts";
import { dayOf } from "../base/time.ts";
import { type Count, isInGroups } from "./count.ts";
import type { ReviewHistory } from "./review-history.ts";
import { holdsAt } from "./spans.ts";

/** The observations to which a count is narrowed, in addition to the part of the Mechanism. */
export interface ObservationFilter {
  readonly kind?: ObservationKind | undefined;
  readonly article?: string | undefined;
}

/** Lists name gaps and challenges, best practices, suggestions and technical assistance needs (paragraph 35). */
const sources: readonly Source[] = ["S35", "S37", "D"];

/** An observation of a published list. */
interface Observation extends ObservationItem {
  readonly review: ReviewHistory;
  readonly regionalGroup: NonNullable<ObservationPart["regionalGroup"]>;
  readonly sinceDay: ObservationMember["sinceDay"];
}

/**
 * Returns the lists that are published in a part of the Mechanism: of parties of a regional group, where one is
 * requested.
 */
const publishedIn = ({ mechanism, at, scope }: Count) => {
  const { cycle, cluster, regionalGroup } = scope;
  return mechanism.reviews.flatMap((review) => {
    const list = (review.observations ?? []).find((one) => holdsAt(one, at));
    const own = mechanism.parties.get(review.party)?.party.regionalGroup ?? ("none" as const);
    const isAsked =
      isAboutPhase(review.id, { cycle, cluster }) &&
      isInGroups(review.group, scope) &&
      (regionalGroup === undefined || own === regionalGroup);
    return list !== undefined && isAsked ? [{ review, list, regionalGroup: own }] : [];
  });
};

const observationsIn = (count: Count, { kind, article }: ObservationFilter): readonly Observation[] =>
  publishedIn(count)
    .flatMap(({ review, list, regionalGroup }) =>
      list.items.map((item) => ({ ...item, review, regionalGroup, sinceDay: dayOf(list.from) })),
    )
    .filter(
      (one) =>
        (kind === undefined || one.kind === kind) &&
        (article === undefined || one.article === article) &&
        (count.scope.instrument === undefined || one.instrument === count.scope.instrument),
    );

type ObservationValues = Omit<ObservationPart, "count" | "lists">;

/** The dimensions of observations: a number of an article is that of one instrument. */
const dimensions: readonly ((one: Observation) => ObservationValues)[] = [
  ({ kind }) => ({ kind }),
  ({ instrument, article }) => ({ instrument, article }),
  ({ regionalGroup }) => ({ regionalGroup }),
  ({ kind, instrument, article }) => ({ kind, instrument, article }),
  ({ kind, regionalGroup }) => ({ kind, regionalGroup }),
];

const partsBy = (
  values: (one: Observation) => ObservationValues,
  all: readonly Observation[],
): readonly ObservationPart[] =>
  [...Map.groupBy(all, (one) => JSON.stringify(values(one))).values()]
    .flatMap((own) => {
      const [first] = own;
      const lists = new Set(own.map(({ review }) => review.id)).size;
      return first === undefined ? [] : [{ ...values(first), count: own.length, lists }];
    })
    .toSorted((one, other) => other.count - one.count || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

/**
 * Returns the number of observations in published lists as at an instant, and by kind, article and region. Parts sum to
 * the total.
 */
export const countObservations = (
  count: Count,
  filter: ObservationFilter,
): Pick<ObservationStatistics, "published" | "itemized" | "total" | "parts" | "sources"> => {
  const lists = publishedIn(count);
  const all = observationsIn(count, filter);
  return {
    published: lists.length,
    itemized: lists.filter(({ list }) => list.items.length > 0).length,
    total: all.length,
    parts: dimensions.flatMap((values) => partsBy(values, all)),
    sources: [...sources],
  };
};

/** Returns these observations one by one, in the order of publication, each with its place in the list. */
export const listObservations = (
  count: Count,
  filter: ObservationFilter,
): readonly { readonly place: string; readonly member: ObservationMember }[] =>
  observationsIn(count, filter)
    .map(({ review, kind, instrument, article, sinceDay }, number) => {
      const { id, cluster, group, party } = review;
      const place = `${sinceDay} ${id} ${String(number).padStart(6, "0")}`;
      return {
        place,
        member: { review: id, ...laterCycleOf(id), cluster, group, party, kind, instrument, article, sinceDay },
      };
    })
    .toSorted((one, other) => (one.place < other.place ? -1 : 1));
