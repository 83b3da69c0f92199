import { defined } from "../../schemas/base/defined.ts";
import { type ImportId, groupIdOf, type PhaseId, phaseIdOf } from "../../schemas/base/ids.ts";
import type { ImportRow } from "../../schemas/model/import-rows.ts";
import type { GateCount, Phase } from "../../schemas/model/phase.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { RecordedDecision, Review } from "../../schemas/model/review.ts";
import type { CalendarDate, ClusterNumber, Instant } from "../../schemas/base/values.ts";
import { accept, type Decision } from "../base/decision.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { dayOf, endOfDay, startOfDay } from "../base/time.ts";
import { countGate } from "../statistics/phase-gate.ts";
import { presentHistory } from "../statistics/present-history.ts";
import { clustersInOrder, isGateReached, openedOn } from "../parties/phases.ts";
import type { GroupImport } from "./paired-reviews.ts";
import { type ImportMessage, refused, say } from "./messages.ts";
import type { ImportError, Placed } from "./sheets.ts";

type PhaseRow = Placed<ImportRow<"phases">>;

/** The phase of a later cluster as an import opens it: with the groups that the import holds of it. */
export interface PhaseImport {
  readonly id: PhaseId;
  readonly cluster: ClusterNumber;
  /** The cluster that comes before. */
  readonly after: ClusterNumber;
  readonly openedOn: CalendarDate;
  readonly gate: GateCount;
  readonly decision: RecordedDecision | undefined;
  readonly groups: readonly GroupImport[];
}

/** The existing phases, and the effects of this import. */
interface PhasesThere {
  readonly phases: readonly Phase[];
  readonly groups: readonly Group[];
  readonly reviews: readonly Review[];
  readonly played: readonly { readonly review: Review }[];
}

const at = ({ row }: PhaseRow, column: string, message: ImportMessage): ImportError => ({
  sheet: "phases",
  row,
  column,
  message,
});

const inPairings = ({ row }: { readonly row: number }, column: string, message: ImportMessage): ImportError => ({
  sheet: "pairings",
  row,
  column,
  message,
});

/** Returns the state of the gate on a day: of the reviews of the cluster before, those that were concluded by then. */
const gateOn = (
  cluster: ClusterNumber,
  groups: readonly GroupImport[],
  there: PhasesThere,
  day: CalendarDate,
): GateCount => {
  const before = [
    ...there.groups.filter((group) => group.cluster === cluster),
    ...groups.filter((group) => group.cluster === cluster).map(({ id, number: group }) => ({ id, group })),
  ];
  const reviews = [...there.reviews, ...there.played.map(({ review }) => review)];
  return countGate(before, reviews.map(presentHistory), endOfDay(day)).count;
};

/** Returns the decision of a row; undefined where it names none, or not all of it. */
const decisionOf = ({ body, document, decided_on: decidedOn }: PhaseRow): RecordedDecision | undefined =>
  body === undefined || document === undefined || decidedOn === undefined ? undefined : { body, document, decidedOn };

/** Returns the errors of a single row: a day that cannot be, or a decision of which a part is missing. */
const ofRow = (row: PhaseRow, now: Instant): readonly ImportError[] => {
  const { body, document, opened_on: opened, decided_on: decided } = row;
  const when = resolveRecordedDate(opened, now);
  const decision = { body, document, decided_on: decided };
  const names = Object.entries(decision).filter(([, cell]) => cell === undefined);
  return [
    ...(when.ok ? [] : [at(row, "opened_on", refused(when))]),
    ...(names.length === 3 ? [] : names.map(([column]) => at(row, column, say("decision-part-missing")))),
    ...(decided !== undefined && decided > opened ? [at(row, "decided_on", say("decided-after-opening"))] : []),
  ];
};

/**
 * Returns errors for groups of a cluster of which the one before has none yet, and for groups that had started before
 * the phase was opened.
 */
const outOfOrder = (
  own: readonly GroupImport[],
  after: ClusterNumber,
  clusters: ReadonlySet<number>,
  opened: CalendarDate | undefined,
): readonly ImportError[] =>
  own.flatMap((group) => [
    ...(clusters.has(after) ? [] : [inPairings(group, "cluster", say("cluster-before-missing", { cluster: after }))]),
    ...(opened !== undefined && group.startedOn !== undefined && group.startedOn < opened
      ? [inPairings(group, "started_on", say("started-before-opening", { day: opened }))]
      : []),
  ]);

/**
 * Returns the day on which the phase of a cluster is opened, here or by a row, and its source; undefined for the first
 * cluster, and for one without.
 */
const openingOf = (
  cluster: ClusterNumber,
  rows: readonly PhaseRow[],
  { phases }: PhasesThere,
): { readonly day: CalendarDate; readonly row?: number } | undefined => {
  const known = phases.find(({ id }) => id === phaseIdOf(cluster));
  if (known !== undefined) return { day: openedOn(known) };
  const row = rows.find((one) => one.cluster === cluster);
  return row === undefined ? undefined : { day: row.opened_on, row: row.row };
};

/** Returns the error of a phase that would be opened before that of the cluster that precedes it. */
const openedTooEarly = (
  row: PhaseRow,
  after: ClusterNumber,
  rows: readonly PhaseRow[],
  there: PhasesThere,
): readonly ImportError[] => {
  const before = openingOf(after, rows, there);
  if (before === undefined || before.day <= row.opened_on) return [];
  return [
    at(
      row,
      "opened_on",
      before.row === undefined
        ? say("opened-before-preceding", { cluster: after, day: before.day })
        : say("opened-before-preceding-row", { cluster: after, day: before.day, row: before.row }),
    ),
  ];
};

/**
 * Opens a phase that is not open here by its row: on its day, with the decision that it needs before its gate is
 * reached.
 */
const openByRow = (
  row: PhaseRow,
  after: ClusterNumber,
  { all, own }: { readonly all: readonly GroupImport[]; readonly own: readonly GroupImport[] },
  there: PhasesThere,
  now: Instant,
): { readonly opened: PhaseImport; readonly errors: readonly ImportError[] } => {
  const { cluster, opened_on: day } = row;
  const gate = gateOn(after, all, there, day);
  const decision = decisionOf(row);
  const { concluded, of, needed } = gate;
  const isAllowed = isGateReached(gate) || decision !== undefined;
  return {
    opened: { id: phaseIdOf(cluster), cluster, after, openedOn: day, gate, decision, groups: own },
    errors: [
      ...ofRow(row, now),
      ...(isAllowed ? [] : [at(row, "opened_on", say("gate-not-reached", { concluded, of, needed }))]),
    ],
  };
};

/**
 * Returns the phases that an import opens: those of later clusters of which it holds groups, and that are not open
 * here. Each needs its day, a decision where the gate was not reached by then, and groups of the cluster before.
 */
export const planPhases = (
  rows: readonly PhaseRow[],
  groups: readonly GroupImport[],
  there: PhasesThere,
  now: Instant,
): { readonly opened: readonly PhaseImport[]; readonly errors: readonly ImportError[] } => {
  const order = clustersInOrder(dayOf(now));
  const opened: PhaseImport[] = [];
  const errors = rows
    .filter((row) => row.cluster === order[0] || groups.every(({ cluster }) => cluster !== row.cluster))
    .map((row) => at(row, "cluster", say("no-later-cluster")));
  const clusters = new Set([...there.groups, ...groups].map(({ cluster }) => cluster));
  for (const [place, cluster] of order.entries()) {
    const after = order[place - 1];
    const own = groups.filter((group) => group.cluster === cluster);
    const [first] = own;
    if (after === undefined || first === undefined) continue;
    const known = there.phases.find(({ id }) => id === phaseIdOf(cluster));
    const openedHere = known === undefined ? undefined : openedOn(known);
    const row = rows.find((one) => one.cluster === cluster);
    errors.push(...outOfOrder(own, after, clusters, openedHere ?? row?.opened_on));
    if (openedHere !== undefined) {
      if (row !== undefined && row.opened_on !== openedHere)
        errors.push(at(row, "opened_on", say("opened-otherwise", { day: openedHere })));
    } else if (row === undefined) {
      errors.push(inPairings(first, "cluster", say("phase-missing")));
    } else {
      const phase = openByRow(row, after, { all: groups, own }, there, now);
      opened.push(phase.opened);
      errors.push(...phase.errors, ...openedTooEarly(row, after, rows, there));
    }
  }
  return { opened, errors };
};

/**
 * Takes over a phase from an import: opened on its day, with nothing to set up and no notifications. Groups of it in
 * later imports are found automatically.
 */
export const takePhaseOver = (
  { id: phase, cluster, after, openedOn: day, gate, decision, groups }: PhaseImport,
  by: ImportId,
  now: Instant,
): Decision =>
  accept([
    {
      kind: "phase-opened",
      happenedAt: startOfDay(day),
      phase,
      cluster,
      follows: phaseIdOf(after),
      gate,
      ...defined({ decision }),
      groups: groups.map(({ id: group, number, plannedFor, reviews }) => ({
        group,
        number,
        follows: groupIdOf(after, number),
        plannedFor,
        reviews: reviews.map((review) => review.id),
      })),
      drawings: [],
      import: by,
    },
    {
      kind: "phase-opening-completed",
      happenedAt: now,
      phase,
      reviews: groups.reduce((sum, { reviews }) => sum + reviews.length, 0),
      parties: [],
    },
  ]);
