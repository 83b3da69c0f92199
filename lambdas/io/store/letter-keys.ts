import { monthOf } from "../../../domain/base/time.ts";
import { concernsNominations } from "../../../domain/letters/about-nominations.ts";
import { logicalRecipient } from "../../../domain/letters/letter-id.ts";
import { subjectOfLetter } from "../../../domain/letters/letter-kinds.ts";
import type { BulletinId, Hash, LetterId } from "../../../schemas/base/ids.ts";
import type { SuppressedAddress, BouncingAddress, UnreachableRecipient } from "../../../schemas/model/address.ts";
import type { Letter, LetterState, LetterText, PartyRecipient } from "../../../schemas/model/letter.ts";
import { type lettersTable, rowKinds } from "../../../schemas/model/tables.ts";
import { type IndexKeys, partyPartition, sort } from "./keys.ts";

type LetterIndexKeys = IndexKeys<typeof lettersTable.indexes>;
const inLetters = (keys: LetterIndexKeys): LetterIndexKeys => keys;

export const letterKey = (id: string): Readonly<Record<typeof lettersTable.partitionKey, string>> => ({ id });

/** Returns the key of a letter's text, next to the letter. */
export const letterTextKey = (letter: LetterId) => letterKey(`text#${letter}`);
/** Returns a letter's text as an item. */
export const letterTextRow = (letter: LetterId, said: LetterText) => ({
  ...letterTextKey(letter),
  schema: 1,
  letter,
  said,
});

/** Returns the key of the mail service's line of slots, in the table of letters. */
export const slotsKey = (service: string) => letterKey(`slots#${service}`);
/** Among the letters: that the tables were restored. */
export const restorationKey = letterKey("restoration");
/** Among the letters: which of them a bulletin awaits. */
export const awaitedKey = (bulletin: BulletinId) => letterKey(`awaited#${bulletin}`);
export const tallyKey = (bulletin: BulletinId) => letterKey(`tally#${bulletin}`);

/**
 * The number of lists for letters of one state: whole groups move at once, and one index key accepts a thousand writes
 * a second.
 */
const shards = 4;
/** Ids are hashes, so that their first digit spreads letters evenly. */
const shardOf = (id: string): number => Number.parseInt(id.slice(0, 1), 16) % shards;

/** Returns the list of a letter by its state; a row stores it instead of the state alone. */
export const statePartition = ({ state, id }: Pick<Letter, "state" | "id">): string => sort(state, String(shardOf(id)));
/** Every list that holds letters of a state. */
export const statePartitions = (state: LetterState): readonly string[] =>
  Array.from({ length: shards }, (_, shard) => sort(state, String(shard)));
/** The state of a letter, from what its row keeps. */
export const stateInRow = (kept: unknown): unknown => (typeof kept === "string" ? kept.split("#")[0] : kept);

/** Returns the index keys of a letter by the month in which it was planned; whole groups are planned at once. */
const monthKeys = ({ plannedAt, id }: Pick<Letter, "plannedAt" | "id">) =>
  inLetters({ monthKey: sort(monthOf(plannedAt), String(shardOf(id))), monthSort: sort(plannedAt, id) });
/** Every list that holds letters of a month (YYYY-MM). */
export const monthPartitions = (month: string): readonly string[] =>
  Array.from({ length: shards }, (_, shard) => sort(month, String(shard)));
/** The place of a letter in the lists of months, as its keys. */
export const monthPlace = (letter: Letter): Readonly<Record<string, string>> => ({
  ...letterKey(letter.id),
  ...monthKeys(letter),
});

/** Sort keys that begin with an instant, whichever, sort below this. */
export const endOfSort = "~";

/** The partition of all letters that inform missions of missing nominations, for all parties. */
export const nominationsPartition = "missing";

/** Returns a letter as an item. Letters that are due for a check at one time are ordered by their last change. */
export const letterRow = (letter: Letter) => ({
  ...letter,
  ...inLetters({
    state: statePartition(letter),
    attentionSort: sort(letter.attentionAt, letter.changedAt, letter.id),
    subjectKey: subjectOfLetter(letter),
    subjectSort: sort(letter.plannedAt, letter.id),
  }),
  ...monthKeys(letter),
  ...(letter.party === undefined
    ? {}
    : inLetters({ partyKey: partyPartition(letter.party), partySort: sort(letter.plannedAt, letter.id) })),
  ...(concernsNominations(letter)
    ? inLetters({ nominationKey: nominationsPartition, nominationSort: sort(letter.plannedAt, letter.id) })
    : {}),
});

/** Partitions of other rows in the table of letters, separate from the lists of letters by state. */
export const suppressedPartition = "address-suppressed";
export const unreachablePartition = "recipient-unreachable";
export const returnedPartition = "address-returns";
/** Marks that were unsuppressed and recipients that are reached again, in the order in which they were over. */
export const overPartition = "over";

/** Returns the key of the mark of an address, by its hash. */
export const markKey = (address: Hash) => letterKey(`address#${address}`);
/** Returns the position of a row in the list of its kind, or in the list of ended rows. */
const placeInList = (partition: string, since: string, over: string | undefined, id: string) =>
  inLetters({ state: over === undefined ? partition : overPartition, attentionSort: sort(over ?? since, id) });

/** A mark as an item. */
export const markRow = (mark: SuppressedAddress) => ({
  ...markKey(mark.hash),
  ...mark,
  ...placeInList(suppressedPartition, mark.at, mark.unsuppressedAt, mark.hash),
});

/** Returns the key of the record that a recipient is unreachable. */
export const unreachableKey = (recipient: PartyRecipient) => letterKey(`unreachable#${logicalRecipient(recipient)}`);
/** A row about a recipient who cannot be reached, as an item. */
export const unreachableRow = (row: UnreachableRecipient) => ({
  ...row,
  ...unreachableKey(row.recipient),
  ...placeInList(unreachablePartition, row.since, row.until, unreachableKey(row.recipient).id),
});

/** Returns the key of the record that letters to one of a recipient's addresses bounce. */
export const returnedKey = ({ recipient, contact }: Pick<BouncingAddress, "recipient" | "contact">) =>
  letterKey(`returned#${logicalRecipient(recipient)}#${contact}`);
/** A row about an address from which letters come back, as an item. */
export const returnedRow = (row: BouncingAddress) => ({
  ...row,
  ...returnedKey(row),
  ...placeInList(returnedPartition, row.since, row.until, returnedKey(row).id),
});

const besideLetters: Readonly<Record<Exclude<(typeof rowKinds)["letters"][number], "letter">, string>> = {
  "letter-text": "text#",
  mark: "address#",
  unreachable: "unreachable#",
  returned: "returned#",
  tally: "tally#",
  awaited: "awaited#",
  slots: "slots#",
  restoration: "restoration",
};
/** Returns the kind of a row in the table of letters, by its id. */
export const letterRowKindOf = (id: string): (typeof rowKinds)["letters"][number] =>
  rowKinds.letters.find((kind) => kind !== "letter" && id.startsWith(besideLetters[kind])) ?? "letter";

/** Returns a letter's own fields from its item. */
export const letterFields = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { attentionSort: _a, partyKey: _p, partySort: _s, subjectKey: _k, subjectSort: _o, ...others } = row;
  const { nominationKey: _n, nominationSort: _m, monthKey: _y, monthSort: _t, ...fields } = others;
  return { ...fields, state: stateInRow(fields["state"]) };
};
