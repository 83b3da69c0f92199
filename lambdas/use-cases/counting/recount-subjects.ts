import pMap from "p-map";
import { aggregateKey, parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import { countsBatchRetention } from "../../../domain/policy/retention.ts";
import { dayOf, later } from "../../../domain/base/time.ts";
import { cellsInBlock } from "../../../domain/statistics/counts-blocks.ts";
import { recount, rowsChangedBy } from "../../../domain/statistics/recount.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { ProjectionState } from "../../io/ports/projection.ts";
import { Conflict } from "../../io/ports/commit.ts";
import { log } from "../../io/log.ts";
import { newWriteId } from "../../io/random.ts";
import { applyBatch } from "./apply-batch.ts";
import { type CountingIo, countedSource } from "./counted-sources.ts";
import { aggregatesOnce } from "../../io/aggregates-once.ts";

export type RecountIo = CountingIo & { readonly clock: Clock; readonly most?: number };

/**
 * The number of sources in one batch: their changes are in memory, and stored until they are applied. In a count of
 * everything, rows of parties and people change with nearly every batch and have data of all reviews. A few large
 * batches write them only a few times.
 */
export const sourcesPerRecount = 2_000;
/** The number of times that a batch is decided again after parallel batches. */
const tries = 10;
const maxConcurrency = 25;

const fresh: Omit<ProjectionState, "revision"> = { batch: 0, isComplete: false, isRecountWhole: false, groups: [] };

/** Returns the state of the projection, after all earlier batches are applied. */
export const settledState = async ({ counts }: Pick<RecountIo, "counts">): Promise<ProjectionState> => {
  for (let left = tries; left > 0; left--) {
    const state = await counts.state();
    if (state === undefined) await counts.writeState(fresh, undefined);
    else if (state.pending === undefined) return state;
    else await applyBatch(counts, state);
  }
  throw new Conflict("busy", "Others are counting all the time");
};

const isSource = (subject: string): boolean => /^(?:review|party)#/u.test(subject);

/** The reviews and parties that are counted by what some subjects are: a review by its parties and people, and by its group. */
const sourcesOf = async ({ store, counts }: RecountIo, subjects: readonly string[]): Promise<readonly string[]> => {
  const about = subjects.map((subject) => ({ subject, ...parseAggregateKey(subject) }));
  const owners = about.filter(({ kind }) => kind === "party" || kind === "user").map(({ subject }) => subject);
  const groups = about.filter(({ kind }) => kind === "group").map(({ id }) => id);
  const [rows, aggregates] = await Promise.all([counts.rows(owners), store.loadMany("group", groups)]);
  return [
    ...new Set([
      ...subjects.filter(isSource),
      ...[...rows.values()].flatMap(({ sources }) => [...sources.keys()]),
      ...aggregates.flatMap(({ state }) => state.reviews.map((review) => aggregateKey("review", review))),
    ]),
  ];
};

const idsOf = (kind: "review" | "party", subjects: readonly string[]): readonly string[] =>
  subjects.map(parseAggregateKey).flatMap((one) => (one.kind === kind ? [one.id] : []));

const groupsAmong = (subjects: readonly string[]): readonly GroupId[] =>
  subjects.flatMap((subject) => {
    const { kind, id } = parseAggregateKey(subject);
    return kind === "group" ? [GroupId.parse(id)] : [];
  });

/** Counts some sources again in the projection; returns false if another batch was decided meanwhile. */
const tryRecount = async (io: RecountIo, wanted: readonly string[], groups: readonly GroupId[]): Promise<boolean> => {
  const { counts, clock, most = cellsInBlock } = io;
  const state = await settledState(io);
  const own = await counts.rows(wanted);
  const aggregates = aggregatesOnce(io.store);
  const from = { store: io.store, aggregates };
  await Promise.all([aggregates.reviews(idsOf("review", wanted)), aggregates.parties(idsOf("party", wanted))]);
  const found = await pMap(wanted, (subject) => countedSource(from, subject, own.get(subject)), {
    concurrency: maxConcurrency,
  });
  const sources = found.filter((source) => source !== undefined);
  const known = [...new Set([...state.groups, ...groups])].toSorted();
  if (sources.length === 0 && known.length === state.groups.length) return true;
  const rows = await counts.rows(rowsChangedBy(sources, own));
  const batch = recount(sources, rows);
  const now = clock.now();
  const id = newWriteId();
  const pages = await counts.saveBatch(id, batch, later(now, countsBatchRetention));
  const { revision, ...rest } = state;
  const pending = { id, pages, openedTo: dayOf(now), most };
  const next = { ...rest, groups: known, pending };
  if (!(await counts.writeState(next, state))) return false;
  await applyBatch(counts, { ...next, revision: revision + 1 }, { batch, rows });
  log("COUNTED", { batch: state.batch + 1, sources: sources.length, parts: batch.changes.size });
  return true;
};

const recountSources = async (io: RecountIo, wanted: readonly string[], groups: readonly GroupId[]): Promise<void> => {
  for (let first = 0; first === 0 || first < wanted.length; first += sourcesPerRecount) {
    let left = tries;
    while (!(await tryRecount(io, wanted.slice(first, first + sourcesPerRecount), groups))) {
      left -= 1;
      if (left === 0) throw new Conflict("busy", "Others are counting all the time");
    }
  }
};

/**
 * Counts some aggregates again, and the sources counted by them, if the projection differs. Repeated, late and
 * parallel calls change nothing, because the counts follow from the current aggregates.
 */
export const recountSubjects = async (io: RecountIo, subjects: readonly string[]): Promise<void> =>
  recountSources(io, await sourcesOf(io, subjects), groupsAmong(subjects));

/**
 * Counts aggregates within a count of everything: the sources counted by them come separately, and are not read again
 * for each.
 */
export const recountAmongAll = (io: RecountIo, subjects: readonly string[]): Promise<void> =>
  recountSources(io, subjects.filter(isSource), groupsAmong(subjects));
