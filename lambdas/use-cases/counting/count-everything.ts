import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { Store } from "../../io/ports/store.ts";
import { pagesOf } from "../../io/pages.ts";
import {
  recountAmongAll,
  type RecountIo,
  recountSubjects,
  settledState,
  sourcesPerRecount,
} from "./recount-subjects.ts";

/** A count of everything, in which every aggregate comes once, for any number of runs. */
export interface Recount {
  readonly begin: () => Promise<void>;
  readonly count: (subjects: readonly string[]) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Counts aggregates that changed, and those whose counts depend on them. */
  readonly countChanged: (subjects: readonly string[]) => Promise<void>;
  /** Returns true if everything has been counted since the counts began. */
  readonly isComplete: () => Promise<boolean>;
}

const isCounted = (subject: string): boolean => /^(?:review|party|group)#/u.test(subject);

/**
 * Counts entries that the stream of the journal missed. After a count of everything without a failure, the counts cover
 * the whole journal, and the stream continues them.
 */
export const recountOf = (io: RecountIo): Recount => {
  const change = async (next: { readonly isRecountWhole: boolean; readonly isComplete?: boolean }): Promise<void> => {
    const state = await settledState(io);
    const { revision: _revision, ...rest } = state;
    // A batch that was decided meanwhile is no hindrance: the next attempt takes it in.
    if (!(await io.counts.writeState({ ...rest, ...next }, state))) await change(next);
  };
  return {
    begin: () => change({ isRecountWhole: true }),
    count: async (subjects) => {
      const counted = subjects.filter(isCounted);
      if (counted.length === 0) return;
      try {
        await recountAmongAll(io, counted);
      } catch (error) {
        await change({ isRecountWhole: false });
        throw error;
      }
    },
    end: async () => {
      const { isRecountWhole, isComplete } = await settledState(io);
      if (isRecountWhole && !isComplete) await change({ isRecountWhole: false, isComplete: true });
    },
    countChanged: async (subjects) => {
      if (subjects.length > 0) await recountSubjects(io, subjects);
    },
    isComplete: async () => (await io.counts.state())?.isComplete === true,
  };
};

/** The kinds of subjects that are counted, parties first: what reviews add to them is then added to rows that are there. */
const kinds = ["party", "group", "review"] as const;
const perPage = 1_000;

/** Counts all aggregates in one run; reports the number counted so far. */
export const countEverything = async (
  io: RecountIo & { readonly store: Pick<Store, "list"> },
  progress: (subjects: number, of: number) => void,
): Promise<void> => {
  const recount = recountOf(io);
  await recount.begin();
  const subjects: string[] = [];
  for (const kind of kinds)
    for await (const aggregates of pagesOf((paging) => io.store.list(kind, paging), perPage))
      subjects.push(...aggregates.map(({ id }) => aggregateKey(kind, id)));
  for (let first = 0; first < subjects.length; first += sourcesPerRecount) {
    await recount.count(subjects.slice(first, first + sourcesPerRecount));
    progress(Math.min(first + sourcesPerRecount, subjects.length), subjects.length);
  }
  await recount.end();
};
