import type { LetterId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Letter, LetterText } from "../../../schemas/model/letter.ts";
import { lettersTable } from "../../../schemas/model/tables.ts";
import { Conflict, type PageRequest } from "../ports/store.ts";
import type { Ledger, StillOpen } from "../ports/outbox.ts";
import { dynamoAwaitedLetters } from "./awaited-letters.ts";
import { toItem, writeIdOf } from "./attributes.ts";
import { readBatches } from "./batches.ts";
import { areOpen, carries, type Condition, isNew } from "./conditions.ts";
import { obligationPath } from "./keys/reviews.ts";
import { letterRow, letterTextRow, letterKey, statePartitions, nominationsPartition } from "./keys/letters.ts";
import { notAfter } from "./keys/key.ts";
import { partyPartition } from "./keys/indexes.ts";
import { aggregateRowKey } from "./keys/aggregates.ts";
import { dynamoLetterLists } from "./letter-lists.ts";
import { dynamoLetterTexts } from "./letter-texts.ts";
import { pastLetters } from "./past-rows.ts";
import { putUnder, type Step, transact } from "./outcome.ts";
import { mergedPage, page, type Question } from "./pages.ts";
import { dynamoReach } from "./reach.ts";
import { type ReadItem, readingItems } from "./item-reader.ts";
import { dynamoRestorations } from "./restorations.ts";
import { readLetter } from "./rows/letters.ts";
import { type Access, tableOf } from "./tables.ts";
import { dynamoTallies } from "./tallies.ts";

const meanings = ["stale", "closed"] as const;
type Meaning = (typeof meanings)[number];

/** Returns the condition that the row is the one that the next was made from. */
const followsOn = (next: Letter): Condition => carries("revision", next.revision - 1);

type Claim = Awaited<ReturnType<Ledger["claim"]>>;

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
const letterWrites = (access: Access, read: ReadItem): Pick<Ledger, "plan" | "move" | "claim" | "replace"> => {
  const { client, tables } = access;
  const row = (letter: Letter, condition: Condition) => ({
    TableName: tableOf(tables, "letters").name,
    Item: toItem(letterRow(letter)),
    ...condition,
  });
  const textRow = (id: LetterId, said: LetterText) => ({
    TableName: tableOf(tables, "letters").name,
    Item: toItem(letterTextRow(id, said)),
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
const lettersById = ({ client, tables }: Access, read: ReadItem): Pick<Ledger, "letter" | "known"> => ({
  letter: (id) => read(letterKey(id), readLetter),
  known: async (ids) => {
    const wanted = [...new Set(ids)].map(letterKey);
    const found = await readBatches(client, tableOf(tables, "letters").name, wanted, lettersTable.partitionKey);
    return new Set(found.flatMap((item) => item[lettersTable.partitionKey]?.S ?? []));
  },
});

/** Lists letters by what they have in common. */
const letterLists = ({
  client,
  tables,
}: Access): Pick<Ledger, "needingAttention" | "ofParty" | "aboutNominations" | "ofSubject"> => {
  const letters = (question: Omit<Question, "table">, paging: PageRequest) =>
    page(client, { table: tableOf(tables, "letters"), ...question }, paging, readLetter);
  const newestFirst = (
    { from, ...question }: Pick<Question, "index" | "partition"> & { readonly from: Instant | undefined },
    paging: PageRequest,
  ) => letters({ ...question, ...(from === undefined ? {} : { sort: { from } }), newestFirst: true }, paging);

  return {
    needingAttention: (state, until, paging) =>
      mergedPage(
        client,
        { table: tableOf(tables, "letters"), index: "byState", sort: { below: notAfter(until) } },
        statePartitions(state),
        paging,
        readLetter,
      ),
    ofParty: (party, { from, ...paging }) =>
      newestFirst({ index: "byParty", partition: partyPartition(party), from }, paging),
    aboutNominations: ({ from, ...paging }) =>
      newestFirst({ index: "byNomination", partition: nominationsPartition, from }, paging),
    ofSubject: (subject, paging) => letters({ index: "bySubject", partition: subject, newestFirst: true }, paging),
  };
};

/** The letter ledger on DynamoDB. */
export const dynamoLedger = (access: Access): Ledger => {
  const read = readingItems(access, "letters");
  return {
    ...dynamoReach(access, read),
    ...dynamoTallies(access, read),
    ...dynamoAwaitedLetters(access, read),
    ...dynamoLetterTexts(access, read),
    ...dynamoRestorations(access, read),
    ...lettersById(access, read),
    ...letterWrites(access, read),
    ...letterLists(access),
    ...dynamoLetterLists(access),
    ...pastLetters(access),
  };
};
