import { isDeepStrictEqual } from "node:util";
import { addDays, addPeriod } from "./calendar.ts";
import type { Tally } from "./finding.ts";
import { checkMeasure, checkSums, keysOf } from "./measure-checks.ts";
import { binOn, type Counted, drawn, measures, redraws } from "./measures.ts";
import { joinedProtocols, joinedSince } from "./counted-parties.ts";
import { timeline } from "./timeline.ts";
import { countedFigure, shownFigure } from "./paper-figures.ts";
import { registersOn } from "./paper-registers.ts";
import type { RecordedEntry } from "./course.ts";
import { figures, type PaperNumbers } from "./read-papers.ts";
import { launch } from "./rules.ts";

const rule = "Status paper: every number of it is counted as at its day, as known when it was ordered";

/** The content of the journal when a paper was ordered. */
export interface KnownThen {
  readonly counted: Counted;
  readonly registers: ReadonlyMap<string, readonly RecordedEntry[]>;
  readonly contacts: ReadonlyMap<string, readonly RecordedEntry[]>;
}

/** Returns the name of a place in a paper for a finding. */
export type AboutPaper = (part: string) => string;

/** The halves of calendar years from the launch to a day. */
const halvesTo = (day: string): readonly { readonly from: string; readonly to: string }[] => {
  const ends: string[] = [];
  for (let year = Number(launch.slice(0, 4)); year <= Number(day.slice(0, 4)); year += 1)
    ends.push(`${year}-06-30`, `${year}-12-31`);
  const over = ends.filter((end) => end >= launch && end < day);
  const last = over.at(-1);
  return [
    ...over.map((to, place) => ({
      from: over[place - 1] === undefined ? launch : addDays(over[place - 1] ?? "", 1),
      to,
    })),
    { from: last === undefined ? launch : addDays(last, 1), to: day },
  ];
};

const changesUntil = (counted: Counted, day: string): ReadonlySet<string> =>
  new Set(measures["changes-of-focal-point"](counted, day).map(({ key }) => key));

const halfYears = (counted: Counted, day: string) =>
  halvesTo(day).map(({ from, to }) => {
    const before = from === launch ? new Set<string>() : changesUntil(counted, addDays(from, -1));
    return { from, to, changes: changesUntil(counted, to).difference(before).size };
  });

const inNumbers = new Intl.Collator("en", { numeric: true });

const groupsOn = (counted: Counted, day: string) =>
  [...Map.groupBy(drawn(counted, day), ({ group }) => group)]
    .toSorted(([one], [other]) => inNumbers.compare(one, other))
    .map(([group, reviews]) => {
      const [startedOn = ""] = reviews.flatMap(({ entered }) => entered.get("nomination") ?? []).toSorted();
      const planned = counted.planned.get(group);
      return {
        group,
        ...(startedOn === "" || startedOn > day ? {} : { startedOn }),
        ...(planned === undefined || timeline.observations === undefined || timeline.questionnaire === undefined
          ? {}
          : {
              dueOn: addPeriod(planned, timeline.observations),
              questionnairesDueOn: addPeriod(planned, timeline.questionnaire),
            }),
      };
    });

/** Returns the imported data: reviews, and requests for redraws that an import gives as a number. */
const takenOver = (counted: Counted, day: string) => ({
  reviews: drawn(counted, day).filter(({ facts }) => facts.some(({ fact }) => fact.kind === "review-imported")).length,
  redrawsAsked: counted.parties
    .flatMap(({ redrawsBefore }) => redrawsBefore)
    .reduce((sum, one) => (one.day > day ? sum : sum + one.number), 0),
});

const gatePercent = 70;

/** "70 per cent of the reviews of the first group", of the last cluster whose first group had started by a day. */
const gate = (counted: Counted, day: string) => {
  const firsts = [...counted.planned.keys()].filter((group) => /^c\d-g1$/u.test(group));
  const startOf = (group: string): string =>
    counted.reviews
      .flatMap((one) => (one.group === group ? (one.entered.get("nomination") ?? []) : []))
      .toSorted()[0] ?? "9999";
  const last = firsts
    .filter((group) => startOf(group) <= day)
    .toSorted((one, other) => startOf(one).localeCompare(startOf(other)))
    .at(-1);
  const cluster = Number(last?.slice(1, 2) ?? 1);
  const groups = firsts.filter((group) => group.startsWith(`c${cluster}-`));
  const own = drawn(counted, day).filter(
    (review) => groups.includes(review.group) && binOn(review, day) !== "discontinued",
  );
  const concluded = own.filter((review) => binOn(review, day) === "concluded").length;
  const needed = Math.ceil((own.length * gatePercent) / 100);
  return { cluster, groups, percent: gatePercent, concluded, of: own.length, needed };
};

/** Returns the parties that joined by a day, as lines that can be compared in any order. */
const joined = (counted: Counted, day: string) => {
  const on = (party: string, instrument: string): string => {
    const days = new Map(Object.entries(counted.parties.find(({ id }) => id === party)?.joined ?? {}));
    return `${party} ${instrument} ${days.get(instrument)}`;
  };
  return {
    newParties: counted.parties
      .filter((party) => joinedSince(party, day).includes("UNTOC"))
      .map(({ id }) => on(id, "UNTOC"))
      .toSorted(),
    accessions: joinedProtocols(counted, day)
      .map(({ party, instrument }) => on(party, instrument))
      .toSorted(),
  };
};

/** The parties to each instrument on the day before the launch. */
const beforeLaunch = ({ parties }: Counted) => {
  const asAt = addDays(launch, -1);
  const isParty = ({ joined: on, leftOn = "9999" }: Counted["parties"][number], instrument: string): boolean =>
    (new Map(Object.entries(on)).get(instrument) ?? "9999") <= asAt && leftOn > asAt;
  return {
    asAt,
    instruments: ["UNTOC", "TIP", "SOM", "FP"].map((instrument) => ({
      instrument,
      parties: parties.filter((party) => isParty(party, instrument)).length,
    })),
  };
};

/** Every number of a paper is what the journal gave on its day, as far as it was recorded when the paper was ordered. */
export const checkPaperNumbers = (
  data: PaperNumbers,
  { counted, registers, contacts }: KnownThen,
  about: AboutPaper,
  tally: Tally,
): void => {
  const day = data.asAt;
  const isSame = (part: string, said: unknown, is: unknown): void => {
    tally.count("parts of papers counted again");
    if (!isDeepStrictEqual(said, is))
      tally.report(
        "paper-miscounted",
        about(part),
        `it says ${JSON.stringify(said)}, and the journal gives ${JSON.stringify(is)}`,
        rule,
      );
  };
  for (const [name, count] of Object.entries(measures)) {
    const view = data.measures.find(({ measure }) => measure === name);
    if (view === undefined) {
      isSame(name, undefined, keysOf(count(counted, day)));
      continue;
    }
    const aboutPart = (part: string) => about(`${name}${part}`);
    checkMeasure(view, count(counted, day), { counted, day, about: aboutPart, kind: "paper-miscounted" }, tally);
    checkSums(view, aboutPart(""), tally);
  }
  isSame("half-years", data.halfYears, halfYears(counted, day));
  isSame("groups", data.groups, groupsOn(counted, day));
  isSame("parties before the launch", data.beforeLaunch, beforeLaunch(counted));
  isSame("what was taken over", data.takenOver, takenOver(counted, day));
  // Of a later cycle the gate is counted by the same rule; the checker counts that of the first.
  if (data.gate.cycle === undefined) isSame("the gate", data.gate, gate(counted, day));
  const { newParties, accessions } = joined(counted, day);
  isSame("new parties", data.newParties.map((one) => `${one.party} UNTOC ${one.sinceDay}`).toSorted(), newParties);
  isSame(
    "accessions",
    data.accessions.map((one) => `${one.party} ${one.instrument} ${one.sinceDay}`).toSorted(),
    accessions,
  );
  const days = redraws(counted, day).map((one) => one.day);
  isSame("days of redraws", data.redrawDays, [...new Set(days)].toSorted());
  for (const figure of figures) {
    const drawing = data.figures.find((one) => one.figure === figure);
    const [said, is] = [
      drawing === undefined ? new Map<string, number>() : shownFigure(drawing),
      countedFigure(figure, counted, day),
    ];
    for (const cell of new Set([...said.keys(), ...is.keys()]))
      isSame(`figure ${figure} ${cell}`, said.get(cell) ?? 0, is.get(cell) ?? 0);
  }
  isSame("registers", data.registers, registersOn(registers, contacts, day));
};

/**
 * Checks a paper's statements about the previous one: its printed numbers, and the counts for its day with all data
 * known since.
 */
export const checkComparison = (
  data: PaperNumbers,
  before: PaperNumbers | undefined,
  { counted, isCountable }: { readonly counted: Counted; readonly isCountable: boolean },
  about: AboutPaper,
  tally: Tally,
): void => {
  for (const { measure, published, counted: said } of data.previous?.measures ?? []) {
    tally.count("comparisons of papers counted again");
    const was = before?.measures.find((one) => one.measure === measure)?.total;
    const is = keysOf(measures[measure](counted, data.previous?.asAt ?? ""));
    if (published !== was)
      tally.report(
        "paper-miscounted",
        about(`${measure} as published`),
        `it says ${published}, and that paper says ${was ?? "nothing"}`,
        rule,
      );
    if (isCountable && said !== is)
      tally.report(
        "paper-miscounted",
        about(`${measure} as counted for the day before`),
        `it says ${said}, and the journal gives ${is}`,
        rule,
      );
  }
};
