import type { Setting } from "../../../domain/base/settings.ts";
import { epochOf, type Period } from "../../../domain/base/time.ts";
import { isUnderWay } from "../../../domain/letters/erased-letter.ts";
import { keptFrom } from "../../../domain/policy/retention.ts";
import { LetterState, type Letter } from "../../../schemas/model/letter.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { logUnreadable } from "../log-failure.ts";
import { all } from "../pages.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import type { WireItem } from "./attributes.ts";
import { belongsTo, carries, type Condition } from "./conditions.ts";
import { deleteUnder } from "./row-deletion.ts";
import { emptyNote } from "./erasures.ts";
import { readContact } from "./contact-rows.ts";
import type { RecordKey } from "./keys/key.ts";
import { statePartitions } from "./keys/letters.ts";
import { overPartition } from "./keys/reach.ts";
import {
  detailsPast,
  type KindsThat,
  letterRowKindOf,
  type LetterRowKind,
  type RecordKind,
  recordKindOf,
  rowKinds,
} from "./keys/row-kinds.ts";
import { mergedPage } from "./pages.ts";
import { readLetter } from "./letters.ts";
import { scanItems } from "./table-scan.ts";
import { type Access, keyOf, type NamedTable, tableOf } from "./tables.ts";

/** A letter with the details that are past their retention. */
export interface PastDetails {
  readonly letter: Letter;
  readonly details: ReadonlySet<"address" | "text">;
}

/** Rows of the table of letters that are past their retention. */
export interface PastLetters {
  /** Returns the letters in a final state that have had some details for long enough, with these details. */
  detailsPast(now: Instant): Promise<readonly PastDetails[]>;
  /** Deletes marks that were unsuppressed, and records of reachability, that ended long enough ago. Returns their number. */
  deletePast(now: Instant): Promise<number>;
}

/** Rows of records that are past their retention. */
export interface PastRecords {
  /**
   * Deletes expired rows, even if the table has not, and erases details past their retention. Returns the number of
   * rows. It reads the whole table.
   */
  erasePast(now: Instant): Promise<number>;
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

/** Deletes an item of records that has expired; returns false if it has not. */
const deleteExpired = async (access: Access, item: WireItem, key: RecordKey, now: Instant): Promise<boolean> => {
  const expiresAt = item[recordsTable.timeToLive]?.N;
  if (expiresAt === undefined || Number(expiresAt) * 1000 > epochOf(now)) return false;
  const asRead = carries(recordsTable.timeToLive, Number(expiresAt));
  return deleteUnder(access.client, tableOf(access.tables, "records"), { ...key }, asRead);
};

type DetailedKind = KindsThat<"records", "without-details">;

/** Erases the past details of a row of each kind that has some; returns false if it has none. */
const eraseDetails: Readonly<Record<DetailedKind, (access: Access, item: WireItem, now: Instant) => Promise<boolean>>> =
  {
    contact: async (access, item, now) => {
      const contact = readableOf(item, tableOf(access.tables, "records"), readContact);
      if (contact?.note === undefined) return false;
      if (!detailsPast(rowKinds.records.contact.after, contact.recordedAt, now).has("note")) return false;
      await emptyNote(access)(contact);
      return true;
    },
  };
const isDetailed = (kind: RecordKind | undefined): kind is DetailedKind =>
  kind !== undefined && rowKinds.records[kind].lives === "without-details";

/** Erases rows and details of the table of records that are past their retention. */
export const pastRecords = (access: Access): PastRecords => ({
  erasePast: async (now) => {
    let erased = 0;
    const { partitionKey, sortKey, timeToLive } = recordsTable;
    for await (const item of scanItems(access, "records", [partitionKey, sortKey, timeToLive, "contact"])) {
      const key = { pk: item[partitionKey]?.S ?? "", sk: item[sortKey]?.S ?? "" };
      const kind = recordKindOf(key);
      const isErased =
        (await deleteExpired(access, item, key, now)) ||
        (isDetailed(kind) && (await eraseDetails[kind](access, item, now)));
      if (isErased) erased += 1;
    }
    return erased;
  },
});

const itself = (item: WireItem): WireItem => item;

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
    detailsPast: async (now) => {
      const { after } = rowKinds.letters.letter;
      // Its last change is the attention of a letter in a final state, and that is what its list is sorted by.
      const below = lastKeptFrom(Object.values(after), now);
      const lists = finalStates.map((state) => listed(statePartitions(state), below));
      return (await Promise.all(lists)).flat().flatMap((item) => {
        const letter = readableOf(item, table, readLetter);
        const details = letter === undefined ? undefined : detailsPast(after, letter.changedAt, now);
        return letter === undefined || details === undefined || details.size === 0 ? [] : [{ letter, details }];
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
