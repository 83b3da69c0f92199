import type { components } from "../../client/api-types.ts";
import type { FindingKind, Tally } from "./finding.ts";
import { type Counted, type CountedOne, measures } from "./measures.ts";
import { dimensionsOf, partsOf } from "./measure-dimensions.ts";

type CheckedMeasure = components["schemas"]["MeasureView"];
/** A measure in the statistics, or in a paper, which words the definition elsewhere. */
export type ShownMeasure = Omit<CheckedMeasure, "definition">;

const rule = "Figures: one definition per figure, all from one fold over the journal as at a date";
const sumRule = "Figures as at any day: parts sum to totals";
const shareRule = "Figures as at any day: percentages say their base";

/** Against what a measure is held, and as what a difference is reported. */
interface Check {
  readonly counted: Counted;
  readonly day: string;
  readonly about: (part: string) => string;
  readonly kind: FindingKind;
}

export const keysOf = (ones: readonly CountedOne[]): number => new Set(ones.map(({ key }) => key)).size;

type MeasurePart = CheckedMeasure["parts"][number];

/** Returns the dimensions of a part; a cycle only specifies its cluster. */
const namesOf = ({ count: _count, cycle: _cycle, ...values }: MeasurePart): readonly string[] =>
  Object.keys(values).toSorted();

/** Parts of one kind sum to the total, unless one may count in several of them. */
export const checkSums = ({ total, overlapping, parts }: ShownMeasure, about: string, tally: Tally): void => {
  for (const [dimensions, those] of Map.groupBy(parts, (part) => namesOf(part).join(" and "))) {
    if (dimensions.split(" and ").some((one) => overlapping.includes(one))) continue;
    tally.count("sums of parts of measures");
    const sum = those.reduce((before, { count }) => before + count, 0);
    if (sum !== total)
      tally.report(
        "statistic-parts-wrong",
        about,
        `its parts by ${dimensions} sum to ${sum}, and it says ${total}`,
        sumRule,
      );
  }
};

const groupsIn = (parts: readonly MeasurePart[]): ReadonlyMap<string, number> =>
  new Map(
    parts.flatMap((part) =>
      part.group !== undefined && namesOf(part).length === 1 ? [[part.group, part.count] as const] : [],
    ),
  );

/** Returns the parts with values that the checker has too, by these values in words. */
const partsIn = ({ measure, parts }: ShownMeasure): ReadonlyMap<string, number> => {
  const known = dimensionsOf(measure);
  return new Map(
    parts.flatMap((part) => {
      const names = namesOf(part);
      if (!known.has(names.join(" and "))) return [];
      const values = new Map<string, unknown>(Object.entries(part));
      return [[names.map((name) => ` by ${name} ${String(values.get(name))}`).join(""), part.count] as const];
    }),
  );
};

/** To one decimal. */
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part * 1_000) / whole) / 10;

/**
 * Checks that a measure equals the journal's count on a day: in total, by group and by its dimensions, and as a share.
 */
export const checkMeasure = (view: ShownMeasure, own: readonly CountedOne[], check: Check, tally: Tally): void => {
  const { measure, total, parts, share } = view;
  const { counted, day, about, kind } = check;
  const wrong = (part: string, said: number, is: number): void => {
    if (said !== is) tally.report(kind, about(part), `it says ${said}, and the journal gives ${is}`, rule);
  };
  tally.count("measures counted again");
  wrong("", total, keysOf(own));
  const byGroup = Map.groupBy(own, ({ group }) => group);
  const shownByGroup = groupsIn(parts);
  for (const group of new Set([...shownByGroup.keys(), ...byGroup.keys()])) {
    if (group === undefined) continue;
    tally.count("parts of measures counted again");
    wrong(` by group ${group}`, shownByGroup.get(group) ?? 0, keysOf(byGroup.get(group) ?? []));
  }
  const [apiParts, ownParts] = [partsIn(view), partsOf(measure, own, counted, day)];
  for (const part of new Set([...apiParts.keys(), ...ownParts.keys()])) {
    tally.count("parts of measures counted again");
    wrong(part, apiParts.get(part) ?? 0, ownParts.get(part) ?? 0);
  }
  if (share === undefined) return;
  tally.count("shares counted again");
  const base = keysOf(measures[share.of](counted, day));
  if (share.total !== base || share.percent !== shareOf(keysOf(own), base))
    tally.report(
      kind,
      about(" as a share"),
      `it says ${share.percent} per cent of ${share.total}, and the journal gives ${shareOf(keysOf(own), base)} of ${base}`,
      shareRule,
    );
};
