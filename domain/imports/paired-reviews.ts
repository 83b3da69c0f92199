import {
  cycleOf,
  firstCycle,
  type GroupId,
  groupIdOf,
  type PartyId,
  type ReviewId,
  reviewIdOf,
} from "../../schemas/base/ids.ts";
import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { ImportRow } from "../../schemas/model/import-rows.ts";
import type { LotsDeviation } from "../../schemas/model/lots.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Review, Seat } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { inForce } from "../base/settings.ts";
import { dayOf } from "../base/time.ts";
import { judgeDeviations } from "../lots/deviations.ts";
import type { ReviewElsewhere } from "../lots/eligibility.ts";
import { pairingElsewhere } from "../lots/seats.ts";
import { isLive } from "../review/blockers.ts";
import { violations } from "../lots/rules.ts";
import { lotsLimits } from "../policy/lots.ts";
import { type ImportMessage, say } from "./messages.ts";
import { type ImportError, type Placed, unregistered } from "./sheets.ts";

type PairingRow = Placed<ImportRow<"pairings">>;
type DeviationRow = Placed<ImportRow<"deviations">>;

/** A review as an import draws it: its seats, its group, and the data on the draw. */
export interface PairedImport {
  readonly id: ReviewId;
  readonly cluster: number;
  readonly group: GroupId;
  readonly party: PartyId;
  readonly seats: readonly Seat[];
  readonly limitWaived: boolean;
  readonly document: string | undefined;
  readonly drawnOn: CalendarDate | undefined;
  readonly startedOn: CalendarDate | undefined;
  /** The first row of the review. */
  readonly row: number;
}

/** A group as an import plans it. */
export interface GroupImport {
  readonly id: GroupId;
  readonly cluster: number;
  readonly number: number;
  readonly plannedFor: CalendarDate;
  readonly startedOn: CalendarDate | undefined;
  readonly reviews: readonly PairedImport[];
  readonly row: number;
}

const at = ({ row }: PairingRow, column: string, message: ImportMessage): ImportError => ({
  sheet: "pairings",
  row,
  column,
  message,
});

/** Returns the cells of rows that must repeat those of the first one and do not. */
const unlike = (
  [first, ...others]: readonly PairingRow[],
  columns: readonly ("planned_for" | "started_on" | "group" | "document" | "drawn_on" | "waived")[],
  of: "group" | "review",
): readonly ImportError[] =>
  others.flatMap((row) =>
    columns
      .filter((column) => row[column] !== first?.[column])
      .map((column) => at(row, column, say(`unlike-${of}`, { row: first?.row ?? 0 }))),
  );

const pairedOf = (id: ReviewId, rows: readonly [PairingRow, ...PairingRow[]]): PairedImport => {
  const [first] = rows;
  return {
    id,
    cluster: first.cluster,
    group: groupIdOf(first.cluster, first.group),
    party: first.review_of,
    seats: rows.map(({ party, role, instruments }) => ({ party, role, instruments })),
    limitWaived: first.waived !== undefined,
    document: first.document,
    drawnOn: first.drawn_on,
    startedOn: first.started_on,
    row: first.row,
  };
};

/**
 * Returns why the rows of one review are invalid: its party holds the one seat under review. No reason excuses an
 * error.
 */
const misplaced = (rows: readonly PairingRow[]): readonly ImportError[] => {
  const [first] = rows;
  const isUnderReview = ({ role }: PairingRow) => role === "under-review";
  return [
    ...(first === undefined || rows.some((row) => isUnderReview(row) && row.party === first.review_of)
      ? []
      : [at(first, "review_of", say("own-seat-missing"))]),
    ...rows
      .filter((row) => isUnderReview(row) !== (row.party === row.review_of))
      .map((row) => at(row, "role", say("wrong-role"))),
  ];
};

/**
 * Returns the groups and reviews that rows of seats form, and the contradictions between rows of one group or review.
 */
export const groupsOfRows = (
  rows: readonly PairingRow[],
): { readonly groups: readonly GroupImport[]; readonly errors: readonly ImportError[] } => {
  const byReview = Map.groupBy(rows, ({ cluster, review_of: party }) => reviewIdOf(cluster, party));
  const byGroup = Map.groupBy(rows, ({ cluster, group }) => groupIdOf(cluster, group));
  const reviews = [...byReview].flatMap(([id, [first, ...more]]) =>
    first === undefined ? [] : [pairedOf(id, [first, ...more])],
  );
  const groups = [...byGroup].flatMap(([id, [first]]): readonly GroupImport[] =>
    first === undefined
      ? []
      : [
          {
            id,
            cluster: first.cluster,
            number: first.group,
            plannedFor: first.planned_for,
            startedOn: first.started_on,
            reviews: reviews.filter((review) => review.group === id),
            row: first.row,
          },
        ],
  );
  const errors = [
    ...[...byGroup.values()].flatMap((those) => unlike(those, ["planned_for", "started_on"], "group")),
    ...[...byReview.values()].flatMap((those) => unlike(those, ["group", "document", "drawn_on", "waived"], "review")),
    ...[...byReview.values()].flatMap(misplaced),
  ];
  return { groups, errors };
};

/** The existing pairings. */
export interface PairingsThere {
  readonly parties: readonly Party[];
  readonly reviews: readonly Review[];
  readonly groups: readonly Group[];
}

/** Returns errors for unknown parties, parties that have a review of the cluster, and existing groups. */
export const refusePairings = (
  rows: readonly PairingRow[],
  { parties, reviews, groups }: PairingsThere,
): readonly ImportError[] => {
  const known = new Set(parties.map(({ id }) => id));
  return rows.flatMap((row) => {
    const { cluster, group, review_of: reviewed, party, role } = row;
    const there = reviews.find((review) => review.cluster === cluster && review.party === reviewed);
    const isThere = groups.some(({ id }) => id === groupIdOf(cluster, group));
    return [
      ...(known.has(party) ? [] : [at(row, "party", unregistered)]),
      ...(known.has(reviewed) ? [] : [at(row, "review_of", unregistered)]),
      ...(there === undefined || role !== "under-review"
        ? []
        : [at(row, "review_of", say("review-exists", { review: there.id }))]),
      ...(isThere && role === "under-review" ? [at(row, "group", say("group-exists"))] : []),
    ];
  });
};

/** Reasons for parties that are none, or that hold no seat for which they could be. */
export const refuseDeviations = (
  rows: readonly DeviationRow[],
  pairings: readonly PairingRow[],
  { parties }: Pick<PairingsThere, "parties">,
): readonly ImportError[] =>
  rows.flatMap(({ row, cluster, party }) => {
    if (pairings.some((seat) => seat.cluster === cluster && seat.party === party)) return [];
    const isKnown = parties.some(({ id }) => id === party);
    const message = isKnown ? say("no-seat-in-cluster", { cluster }) : unregistered;
    return [{ sheet: "deviations", row, column: "party", message }];
  });

const deviationsOf = (rows: readonly DeviationRow[], cluster: number): readonly LotsDeviation[] =>
  rows.filter((row) => row.cluster === cluster).map(({ rule, party, reason }) => ({ rule, party, reason }));

const asPaired = ({ number, plannedFor, reviews }: GroupImport): PairedGroup => ({
  number,
  plannedFor,
  reviews: reviews.map(({ id, party, seats, limitWaived }) => ({ id, party, seats: [...seats], limitWaived })),
});

const thereAsPaired = (group: Group, reviews: readonly Review[]): PairedGroup => ({
  number: group.group,
  plannedFor: group.plannedFor,
  reviews: reviews
    .filter((review) => review.group === group.id)
    .map(({ id, party, seats, reviewerLimitWaivedAt }) => ({
      id,
      party,
      seats: Object.values(seats),
      limitWaived: reviewerLimitWaivedAt !== undefined,
    })),
});

/**
 * The reason why a draw of imported groups is valid, by cluster and party, and the rules that it breaks without a
 * reason.
 */
export interface JudgedPairings {
  readonly accepted: ReadonlyMap<ReviewId, readonly LotsDeviation[]>;
  readonly errors: readonly ImportError[];
}

/** Returns the pairings in the other clusters: in live reviews, and in those of this import. */
const pairedElsewhere = (
  cluster: number,
  groups: readonly GroupImport[],
  there: PairingsThere,
): readonly ReviewElsewhere[] => [
  ...there.reviews
    .filter((review) => review.cluster !== cluster && cycleOf(review.id) === firstCycle && isLive(review))
    .map(pairingElsewhere),
  ...groups.filter((group) => group.cluster !== cluster).flatMap((group) => asPaired(group).reviews),
];

/**
 * Checks imported pairings against the rules of the lots, together with those that exist: each broken rule needs a
 * reason for that rule and party. Of two parties that review each other in two clusters, each cluster needs its own.
 * The least service of a party is not checked: an import may hold a part of a draw.
 */
export const judgePairings = (
  groups: readonly GroupImport[],
  deviationRows: readonly DeviationRow[],
  there: PairingsThere,
  now: Instant,
): JudgedPairings => {
  const accepted = new Map<ReviewId, readonly LotsDeviation[]>();
  const errors: ImportError[] = [];
  const { load, ...limits } = inForce(lotsLimits, dayOf(now));
  for (const cluster of new Set(groups.map((group) => group.cluster))) {
    const own = groups.filter((group) => group.cluster === cluster);
    const reviews = own.flatMap((group) => group.reviews);
    const live = there.groups
      .filter((group) => group.cluster === cluster)
      .map((group) => thereAsPaired(group, there.reviews));
    const all = [...live, ...own.map(asPaired)];
    const drawn = new Set(reviews.flatMap(({ seats }) => seats.map(({ party }) => party)));
    const elsewhere = pairedElsewhere(cluster, groups, there);
    const broken = violations(all, there.parties, { ...limits, load: { ...load, min: 0 } }, elsewhere).filter(
      ({ review, party }) => (review === undefined ? drawn.has(party) : reviews.some(({ id }) => id === review)),
    );
    const judged = judgeDeviations(broken, deviationsOf(deviationRows, cluster));
    for (const { rule, party, review, detail } of judged.unexplained) {
      const concerned = reviews.find(({ id, seats }) =>
        review === undefined ? seats.some((seat) => seat.party === party) : id === review,
      );
      const message = say("rule-broken", { party, detail, rule });
      errors.push({ sheet: "pairings", row: concerned?.row ?? 0, column: "party", message });
    }
    for (const { id, party } of reviews)
      accepted.set(
        id,
        judged.accepted.filter((deviation) => deviation.party === party),
      );
  }
  return { accepted, errors };
};
