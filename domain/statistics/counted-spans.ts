import { defined } from "../../schemas/base/defined.ts";
import { aggregateKey } from "../base/hash-chain.ts";
import type { GroupId, ReviewId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant, Instrument } from "../../schemas/base/values.ts";
import { Measure, type PartDimensions } from "../../schemas/model/statistics.ts";
import { dayOf, endOfDay } from "../base/time.ts";
import { type Count, valuesOf } from "./count.ts";
import type { Dimension } from "./measure.ts";
import { measures } from "./measures.ts";
import type { Occurrence } from "./occurrences.ts";
import { inTurn, within } from "./spans.ts";
import type { MechanismHistory } from "./mechanism-history.ts";

/** Days from one on up to another, which is not of them any more; for good where there is none. */
export interface DaySpan {
  readonly from: CalendarDate;
  readonly to?: CalendarDate | undefined;
}

/** A span of days at whose end something was so that a measure counts, with all its dimensions and filters. */
export interface CountedSpan extends DaySpan {
  readonly measure: Measure;
  readonly key: string;
  readonly user?: string | undefined;
  /** The group of the review, which implies its cycle and cluster. */
  readonly group?: GroupId | undefined;
  readonly regionalGroup?: PartDimensions["regionalGroup"];
  readonly instruments: readonly Instrument[];
  /** The values that it counts under, of the dimensions that are no place. */
  readonly values: { readonly [D in Dimension]?: readonly PartDimensions[] };
}

/** The owner of a key, `review#…`, `party#…`, `user#…` or `meeting#…`: its counts come from no other owner. */
export type Owner = string;

/** The counted spans of an owner, by the subject whose journal is the source: `review#…` or `party#…`. */
export type CountedBySource = ReadonlyMap<string, readonly CountedSpan[]>;

/** Returns the owner of a key; reviews share parties, people and the meetings at which lots were drawn. */
const ownerOf = (measure: Measure, { key, review, party }: Occurrence): Owner => {
  const ofParty = aggregateKey("party", party ?? "");
  switch (measures[measure].counts) {
    case "people":
      return aggregateKey("user", key);
    case "meetings":
      return `meeting#${key}`;
    case "parties":
    case "changes":
    case "accessions":
      return ofParty;
    case "reviews":
    case "blockers":
    case "seats":
    case "duties":
    case "drawings":
    case "delays":
    case "rounds":
      return review === undefined ? ofParty : aggregateKey("review", review);
  }
};

const places: ReadonlySet<Dimension> = new Set<Dimension>(["cluster", "group", "regionalGroup", "instrument"]);

/** The dimensions of each measure in addition to the places that every row of counts has. */
const ownDimensions = new Map(
  Measure.options.map((measure) => {
    const names: readonly Dimension[] = measures[measure].parts.flat();
    return [measure, [...new Set(names)].filter((name) => !places.has(name))] as const;
  }),
);

/** Returns the parts of an occurrence with constant instruments. */
const byInstruments = (one: Occurrence): readonly Occurrence[] => {
  const { instrumentsFrom = [] } = one;
  const [first] = instrumentsFrom;
  if (first === undefined) return [one];
  const before =
    one.from < first.from ? within({ ...one, instrumentsFrom: [] }, { from: one.from, to: first.from }) : [];
  const parts = inTurn(instrumentsFrom).flatMap(({ from, to, instruments }) =>
    within({ ...one, instrumentsFrom: [{ from, instruments }] }, { from, to }),
  );
  return [...before, ...parts];
};

/** Returns the days at whose end a span was so: up to the one on which it ended. */
const daysOf = ({ from, to }: { readonly from: Instant; readonly to?: Instant | undefined }): DaySpan => ({
  from: dayOf(from),
  ...(to === undefined ? {} : { to: dayOf(to) }),
});

const countedSpan = (measure: Measure, one: Occurrence, mechanism: MechanismHistory): CountedSpan => {
  const days = daysOf(one);
  const count: Count = { mechanism, at: endOfDay(days.from), scope: {} };
  const valuesBy = ownDimensions.get(measure) ?? [];
  const [region] = valuesOf.regionalGroup(one, count);
  return {
    measure,
    key: one.key,
    ...days,
    ...defined({ user: one.user, group: one.group }),
    ...(region === undefined ? {} : { regionalGroup: region.regionalGroup }),
    instruments: valuesOf.instrument(one, count).flatMap(({ instrument }) => instrument ?? []),
    values: Object.fromEntries(valuesBy.map((name) => [name, valuesOf[name](one, count)])),
  };
};

/**
 * Returns the counted spans of a review, and what it adds to parties, people and meetings; or, for a party, its spans
 * independent of reviews. The mechanism holds the data around the source: parties, people and the plan of its group.
 */
export const countedSpansOf = (
  mechanism: MechanismHistory,
  review: ReviewId | undefined,
): ReadonlyMap<Owner, readonly CountedSpan[]> => {
  const found = new Map<Owner, CountedSpan[]>();
  for (const measure of Measure.options)
    for (const one of measures[measure].of(mechanism)) {
      if (one.review !== review) continue;
      const owner = ownerOf(measure, one);
      const spans = byInstruments(one)
        .map((part) => countedSpan(measure, part, mechanism))
        .filter(({ from, to }) => to === undefined || from < to);
      found.set(owner, [...(found.get(owner) ?? []), ...spans]);
    }
  return found;
};
