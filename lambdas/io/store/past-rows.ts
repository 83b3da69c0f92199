import pMap from "p-map";
import * as z from "zod";
import { earliestStart, type Setting } from "../../../domain/base/settings.ts";
import { type Period, startOfDay } from "../../../domain/base/time.ts";
import { isUnderWay } from "../../../domain/letters/erased-letter.ts";
import { keptFrom } from "../../../domain/policy/retention.ts";
import { LetterState, type Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { logUnreadable } from "../log-failure.ts";
import { all, pagesOf } from "../pages.ts";
import type { Page, PageRequest } from "../ports/paging.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import { fromItem, toItem, type WireItem } from "./attributes.ts";
import { belongsTo, type Condition } from "./conditions.ts";
import { deleteUnder } from "./row-deletion.ts";
import { emptyNote } from "./erasures.ts";
import { readContact } from "./contact-rows.ts";
import { type ItemKey, readingItems } from "./item-reader.ts";
import { contactsPartition } from "./keys/indexes.ts";
import { detailErasedKey, statePartitions } from "./keys/letters.ts";
import { notesErasedKey } from "./keys/system.ts";
import { overPartition } from "./keys/reach.ts";
import { detailsPast, type KindsThat, letterRowKindOf, type LetterRowKind, rowKinds } from "./keys/row-kinds.ts";
import { mergedPage, page, type SortRange } from "./pages.ts";
import { records } from "./questions.ts";
import { parseRow } from "./row.ts";
import { readLetter } from "./letters.ts";
import { type Access, keyOf, type NamedTable, tableOf } from "./tables.ts";

/** A detail of letters that is erased after its period. */
export type LetterDetail = keyof typeof rowKinds.letters.letter.after;

/** Rows of the table of letters that are past their retention. */
export interface PastLetters {
  /**
   * Passes each letter in a final state that has had some details for long enough, with these details, to `erase`. It
   * reads from where the last call ended, so that it costs what it erases. A letter for which `erase` returns false, or
   * that is unreadable, is passed again by the next call.
   */
  erasePastDetails(
    now: Instant,
    erase: (letter: Letter, details: ReadonlySet<LetterDetail>) => Promise<boolean>,
  ): Promise<void>;
  /** Deletes marks that were unsuppressed, and records of reachability, that ended long enough ago. Returns their number. */
  deletePast(now: Instant): Promise<number>;
}

/** Rows of records that are past their retention. The table itself deletes rows that expire. */
export interface PastRecords {
  /** Empties the notes on contacts that are past their retention, from where the last call ended. Returns their number. */
  erasePastNotes(now: Instant): Promise<number>;
}

/**
 * Returns the content of an item; undefined if it is unreadable, which is logged: such a row does not prevent the
 * erasure of others.
 */
const readableOf = <T>(item: WireItem, table: NamedTable, read: (item: WireItem) => T): T | undefined => {
  try {
    return read(item);
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    logUnreadable(keyOf(item, table));
    return undefined;
  }
};

const ProgressRow = z.object({ upTo: z.string() });

/** A list of rows by their age, the period of a detail that they have, and how it is erased. */
interface AgedRows {
  readonly which: "records" | "letters";
  /** The key of the row that says up to where the detail is erased. */
  readonly progress: ItemKey;
  readonly period: Setting<Period>;
  /** The attribute by which the lists are sorted; it begins with the instant from which the period runs. */
  readonly sort: string;
  readonly lists: readonly ((range: SortRange, paging: PageRequest) => Promise<Page<WireItem>>)[];
  /** Returns false if the row still has the detail. */
  readonly erase: (item: WireItem) => Promise<boolean>;
}

const itself = (item: WireItem): WireItem => item;

/** The limit of parallel erasures. */
const maxConcurrency = 8;

/** The rows that one read of a list returns. */
const perRead = 200;

/**
 * Erases a detail of the rows that are past its period, from where the last run ended to `now`. The next run starts at
 * the first row that still has the detail.
 */
const eraseAged = async (access: Access, now: Instant, rows: AgedRows): Promise<void> => {
  const { which, progress, period, sort, lists, erase } = rows;
  const below = keptFrom(period, now);
  const read = readingItems(access, which);
  const reached = await read(progress, (item) => parseRow(ProgressRow, fromItem(item), "progress of erasures"));
  const from = reached?.upTo ?? startOfDay(earliestStart);
  if (from >= below) return;
  let upTo: string = below;
  for (const list of lists)
    for await (const items of pagesOf((paging) => list({ from, below }, paging), perRead))
      await pMap(
        items,
        async (item) => {
          if (await erase(item)) return;
          upTo = [upTo, item[sort]?.S ?? from].toSorted()[0] ?? from;
        },
        { concurrency: maxConcurrency },
      );
  await access.client.putItem({
    TableName: tableOf(access.tables, which).name,
    Item: toItem({ ...progress, schema: 1, upTo }),
  });
};

/** Erases the details of the table of records that are past their retention. */
export const pastRecords = (access: Access): PastRecords => ({
  erasePastNotes: async (now) => {
    let emptied = 0;
    await eraseAged(access, now, {
      which: "records",
      progress: { ...notesErasedKey },
      period: rowKinds.records.contact.after.note,
      sort: "kindSort",
      lists: [
        (sort, paging) =>
          page(access.client, records(access, { index: "byKind", partition: contactsPartition, sort }), paging, itself),
      ],
      erase: async (item) => {
        const contact = readableOf(item, tableOf(access.tables, "records"), readContact);
        if (contact?.note === undefined) return contact !== undefined;
        await emptyNote(access)(contact);
        emptied += 1;
        return true;
      },
    });
    return emptied;
  },
});

type SweptKind = KindsThat<"letters", "until-swept">;

/** The attributes in which rows next to the letters store their end. */
const endNames: Readonly<Record<SweptKind, string>> = {
  mark: "unsuppressedAt",
  unreachable: "until",
  returned: "until",
};
const isSwept = (kind: LetterRowKind): kind is SweptKind => rowKinds.letters[kind].lives === "until-swept";

/** Returns the condition under which a row next to the letters is deleted; undefined if it is still kept. */
const overSince = (item: WireItem, now: Instant): Condition | undefined => {
  const kind = letterRowKindOf(item["id"]?.S ?? "");
  if (!isSwept(kind)) return undefined;
  const at = item[endNames[kind]]?.S;
  const isPast = at !== undefined && at < keptFrom(rowKinds.letters[kind].after, now);
  return isPast ? belongsTo(endNames[kind], at) : undefined;
};

/** Details in the order in which letters lose them. */
const letterDetails = ["address", "text"] as const satisfies readonly LetterDetail[];

/** The states in which a letter no longer changes automatically. */
const finalStates = LetterState.options.filter((state) => !isUnderWay({ state }));

/** Returns the last time from which any of these periods keeps data. */
const lastKeptFrom = (periods: readonly Setting<Period>[], now: Instant): string =>
  periods
    .map((period): string => keptFrom(period, now))
    .toSorted()
    .at(-1) ?? "";

/** Past rows of the table of letters, found by the lists of their states: a night reads what is past, and not the whole table. */
export const pastLetters = (access: Access): PastLetters => {
  const { client } = access;
  const table = tableOf(access.tables, "letters");
  /** Items of lists by state that sort below an end. */
  const listed = async (partitions: readonly string[], below: string): Promise<readonly WireItem[]> =>
    all((paging) => mergedPage(client, { table, index: "byState", sort: { below } }, partitions, paging, itself));
  return {
    erasePastDetails: async (now, erase) => {
      const { after } = rowKinds.letters.letter;
      for (const detail of letterDetails)
        await eraseAged(access, now, {
          which: "letters",
          progress: { ...detailErasedKey(detail) },
          period: after[detail],
          // Its last change is the attention of a letter in a final state.
          sort: "attentionSort",
          lists: finalStates.map(
            (state) => (sort, paging) =>
              mergedPage(client, { table, index: "byState", sort }, statePartitions(state), paging, itself),
          ),
          erase: async (item) => {
            const letter = readableOf(item, table, readLetter);
            if (letter === undefined) return false;
            const details = detailsPast(after, letter.changedAt, now);
            // A letter that changed after the time by which its list is sorted still has the detail.
            return details.has(detail) && erase(letter, details);
          },
        });
    },
    deletePast: async (now) => {
      const periods = Object.values(rowKinds.letters).flatMap((rule) =>
        rule.lives === "until-swept" ? [rule.after] : [],
      );
      let deleted = 0;
      for (const item of await listed([overPartition], lastKeptFrom(periods, now))) {
        const past = overSince(item, now);
        if (past !== undefined && (await deleteUnder(client, table, { id: item["id"]?.S ?? "" }, past))) deleted += 1;
      }
      return deleted;
    },
  };
};
