import { type IndexKeys, sort } from "./key.ts";
import type { Bytes } from "../attributes.ts";
import { partyPartition } from "./indexes.ts";
import type { lettersTable } from "../../../../schemas/model/tables.ts";
import type { Letter, LetterState } from "../../../../schemas/model/letter.ts";
import type { LetterId, BulletinId } from "../../../../schemas/base/ids.ts";
import { subjectOfLetter } from "../../../../domain/letters/letter-kinds.ts";
import { concernsNominations } from "../../../../domain/letters/about-nominations.ts";
import { unknownLetterWork } from "../../../../domain/oversight/letter-work.ts";
import { workKeys } from "./work.ts";
import { monthOf } from "../../../../domain/base/time.ts";

type LetterIndexKeys = IndexKeys<typeof lettersTable.indexes>;
export const inLetters = (keys: LetterIndexKeys): LetterIndexKeys => keys;
export const letterKey = (id: string): Readonly<Record<typeof lettersTable.partitionKey, string>> => ({ id });
/** Returns the key of a letter's text, next to the letter. */
export const letterTextKey = (letter: LetterId) => letterKey(`text#${letter}`);
/** Returns a letter's text, packed, as an item. */
export const letterTextRow = (letter: LetterId, packed: Bytes) => ({
  ...letterTextKey(letter),
  schema: 1,
  letter,
  packed,
});
/** Returns the key of the row that says up to where a detail of letters is erased. */
export const detailErasedKey = (detail: "address" | "text") => letterKey(`erased-up-to#${detail}`);
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
/**
 * The part of a letter's id in sort keys, which need not be unique: it keeps letters of one time in order, and a planned
 * letter below one KB in each of its indexes.
 */
const idInOrder = (id: string): string => id.slice(0, 8);
/** Returns the index keys of a letter by the month in which it was planned; whole groups are planned at once. */
const monthKeys = ({ plannedAt, id }: Pick<Letter, "plannedAt" | "id">) =>
  inLetters({ monthKey: sort(monthOf(plannedAt), String(shardOf(id))), monthSort: sort(plannedAt, idInOrder(id)) });
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
    attentionSort: sort(letter.attentionAt, letter.changedAt, idInOrder(letter.id)),
    subjectKey: subjectOfLetter(letter),
    subjectSort: sort(letter.plannedAt, idInOrder(letter.id)),
    ...workKeys(unknownLetterWork(letter)),
  }),
  ...monthKeys(letter),
  ...(letter.party === undefined
    ? {}
    : inLetters({ partyKey: partyPartition(letter.party), partySort: sort(letter.plannedAt, idInOrder(letter.id)) })),
  ...(concernsNominations(letter)
    ? inLetters({ nominationKey: nominationsPartition, nominationSort: sort(letter.plannedAt, idInOrder(letter.id)) })
    : {}),
});
/** Returns a letter's own fields from its item. */
export const letterFields = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { attentionSort: _a, partyKey: _p, partySort: _s, subjectKey: _k, subjectSort: _o, ...others } = row;
  const { nominationKey: _n, nominationSort: _m, monthKey: _y, monthSort: _t, ...indexed } = others;
  const { workKey: _w, workSort: _i, ...fields } = indexed;
  return { ...fields, state: stateInRow(fields["state"]) };
};
