import { type WireItem, withoutWriteId, fromItem, toItem, writeIdOf } from "./attributes.ts";
import { Letter, type LetterText } from "../../../schemas/model/letter.ts";
import { pack } from "./packed.ts";
import { asStored } from "./row.ts";
import { letterFields, letterRow, letterTextRow, letterKey } from "./keys/letters.ts";
import type { ReviewId, LetterId } from "../../../schemas/base/ids.ts";
import { type Condition, carries, areOpen, isNew } from "./conditions.ts";
import { type Access, tableOf } from "./tables.ts";
import { type Step, putUnder, transact } from "./outcome.ts";
import { aggregateRowKey } from "./keys/aggregates.ts";
import { obligationPath } from "./keys/reviews.ts";
import type { ReadItem } from "./item-reader.ts";
import { Conflict } from "../ports/commit.ts";
import { lettersTable } from "../../../schemas/model/tables.ts";
import { readBatches } from "./batches.ts";

/** Returns a letter from its item. Throws a TypeError on a row of another kind. */
export const readLetter = (item: WireItem): Letter =>
  asStored(Letter, letterFields(withoutWriteId(fromItem(item))), "letter");

/** An obligation that must still be open in this generation when a letter is claimed. */
export interface StillOpen {
  readonly review: ReviewId;
  readonly obligation: string;
  readonly generation: number;
}

/** Letters by id, and their changes. */
export interface LetterStore {
  letter(id: LetterId): Promise<Letter | undefined>;
  /** Returns the ids of these letters that have a row. */
  known(ids: readonly LetterId[]): Promise<ReadonlySet<string>>;
  /**
   * Writes a planned letter unless its id exists, together with the rows of the letters that it covers. Returns true if
   * it was new, and false also if one of those has a row. Throws Conflict "busy".
   */
  plan(letter: Letter, covered?: readonly Letter[]): Promise<boolean>;
  /**
   * Replaces a row under the condition that its revision is `next.revision - 1`; false when it was not. Throws
   * Conflict "busy" while a claim of the same row is under way.
   */
  move(next: Letter): Promise<boolean>;
  /**
   * Moves a letter in one transaction. The transaction checks each named review's aggregate: the obligation is open in
   * this generation, and the content still applies. "closed": a check failed; "stale": the row had moved; "busy": a
   * transaction conflict, retry it.
   */
  claim(
    next: Letter,
    stillOpen: readonly StillOpen[],
    said?: LetterText,
  ): Promise<"claimed" | "closed" | "stale" | "busy">;
  /**
   * Replaces a row as `move` does and writes the planned letter that takes its place, both or neither. "stale": the row had
   * moved; "known": there is a letter of that id already; "busy": a transaction conflict, try again.
   */
  replace(next: Letter, successor: Letter): Promise<"replaced" | "stale" | "known" | "busy">;
}

const meanings = ["stale", "closed"] as const;

type Meaning = (typeof meanings)[number];

/** Returns the condition that the row is the one that the next was made from. */
const followsOn = (next: Letter): Condition => carries("revision", next.revision - 1);

type Claim = Awaited<ReturnType<LetterStore["claim"]>>;

const claimOf = (outcome: "done" | "refused" | "busy" | Meaning): Claim => {
  if (outcome === "done") return "claimed";
  return outcome === "refused" ? "stale" : outcome;
};

/**
 * Returns one check for each review: a transaction may name an aggregate once, for any number of its obligations in a
 * letter.
 */
const reviewChecks = (access: Access, stillOpen: readonly StillOpen[]): Step<Meaning>[] =>
  [...Map.groupBy(stillOpen, ({ review }) => review)].map(([review, open]) => ({
    means: "closed",
    item: {
      ConditionCheck: {
        TableName: tableOf(access.tables, "records").name,
        Key: toItem(aggregateRowKey("review", review)),
        ...areOpen(
          obligationPath,
          open.map(({ obligation, generation }) => ({ id: obligation, generation })),
        ),
      },
    },
  }));

/** Writes letters: each on the condition that its row is the one that it was made from, or that there is none. */
const letterWrites = (access: Access, read: ReadItem): Pick<LetterStore, "plan" | "move" | "claim" | "replace"> => {
  const { client, tables } = access;
  const row = (letter: Letter, condition: Condition) => ({
    TableName: tableOf(tables, "letters").name,
    Item: toItem(letterRow(letter)),
    ...condition,
  });
  const textRow = (id: LetterId, said: LetterText) => ({
    TableName: tableOf(tables, "letters").name,
    Item: toItem(letterTextRow(id, pack(said))),
  });
  const readWriteId = (id: LetterId) => () => read(letterKey(id), writeIdOf);
  const put = async (next: Letter, condition: Condition) => {
    const { kind } = await putUnder(client, row(next, condition), readWriteId(next.id));
    return kind;
  };
  const write = async (next: Letter, condition: Condition): Promise<boolean> => {
    const outcome = await put(next, condition);
    if (outcome === "busy") throw new Conflict("busy", `Letter ${next.id} is being changed right now`);
    return outcome === "done";
  };

  return {
    plan: async (planned, covered = []) => {
      if (covered.length === 0) return write(planned, isNew(lettersTable.partitionKey));
      const steps = [planned, ...covered].map((letter): Step<"known"> => ({
        means: "known",
        item: { Put: row(letter, isNew(lettersTable.partitionKey)) },
      }));
      const outcome = await transact(client, steps, ["known"], readWriteId(planned.id));
      if (outcome === "busy") throw new Conflict("busy", `Letter ${planned.id} is being written right now`);
      return outcome === "done";
    },
    move: (next) => write(next, followsOn(next)),
    claim: async (next, stillOpen, said) => {
      // A transaction of one item would cost twice what a write does.
      if (stillOpen.length === 0 && said === undefined) return claimOf(await put(next, followsOn(next)));
      const claimed: Step<Meaning> = { means: "stale", item: { Put: row(next, followsOn(next)) } };
      // If two senders write one letter, the stored text is that of the sender with the claim.
      const texts: Step<Meaning>[] =
        said === undefined ? [] : [{ means: "stale", item: { Put: textRow(next.id, said) } }];
      const steps = [claimed, ...texts, ...reviewChecks(access, stillOpen)];
      return claimOf(await transact(client, steps, meanings, readWriteId(next.id)));
    },
    replace: async (next, successor) => {
      const steps: Step<"stale" | "known">[] = [
        { means: "stale", item: { Put: row(next, followsOn(next)) } },
        { means: "known", item: { Put: row(successor, isNew(lettersTable.partitionKey)) } },
      ];
      const outcome = await transact(client, steps, ["stale", "known"], readWriteId(next.id));
      return outcome === "done" ? "replaced" : outcome;
    },
  };
};

/** Reads letters by their ids. */
const lettersById = ({ client, tables }: Access, read: ReadItem): Pick<LetterStore, "letter" | "known"> => ({
  letter: (id) => read(letterKey(id), readLetter),
  known: async (ids) => {
    const wanted = [...new Set(ids)].map(letterKey);
    const found = await readBatches(client, tableOf(tables, "letters").name, wanted, {
      only: lettersTable.partitionKey,
    });
    return new Set(found.flatMap((item) => item[lettersTable.partitionKey]?.S ?? []));
  },
});

/** Letters on DynamoDB. */
export const dynamoLetters = (access: Access, read: ReadItem): LetterStore => ({
  ...lettersById(access, read),
  ...letterWrites(access, read),
});
