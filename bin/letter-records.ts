import { defined } from "../schemas/base/defined.ts";
import { stateInRow, statePartitions } from "../lambdas/io/store/keys/letters.ts";
import { fieldsOf, type Fields, listOf, numberOf, textOf } from "../local/base/json.ts";
import type { EngineClient } from "../local/services/engine-client.ts";
import type { LetterRecord, LetterRecords, LetterStep, OpenLetterRecords } from "../local/services/letter-records.ts";
import type { LetterState } from "../schemas/model/letter.ts";
import { lettersTable } from "../schemas/model/tables.ts";

/** A value as DynamoDB writes it; sets and bytes are not read. */
const plain = (value: unknown): unknown => {
  const { S, N, BOOL, L, M } = fieldsOf(value);
  if (L !== undefined) return listOf(L).map(plain);
  return M === undefined ? (S ?? numberOf(N) ?? BOOL) : plainItem(M);
};
const plainItem = (item: unknown): Fields =>
  Object.fromEntries(Object.entries(fieldsOf(item)).map(([name, value]) => [name, plain(value)]));

/** States in which the row itself says that the letter has left. */
const sentStates: readonly LetterState[] = ["accepted", "delivered", "bounced", "complained"];
/** States in which the app waits to hear whether the letter has left. */
const waitingStates: readonly LetterState[] = ["claimed", "unknown"];
/** States in which a letter has not certainly left, and how many letters of each are shown. */
const unsent: readonly LetterState[] = ["planned", ...waitingStates];
const mostUnsent = 20;
/** Number of rows per read of DynamoDB. */
const lettersPerRead = 100;

const sentIn = (state: unknown): LetterRecord["sent"] => {
  if (sentStates.some((each) => each === state)) return "yes";
  return waitingStates.some((each) => each === state) ? "unknown" : "no";
};

const stepOf = (value: unknown): LetterStep => {
  const { at, state, why } = fieldsOf(value);
  return { at: String(at), state: String(state), ...(typeof why === "string" ? { why } : {}) };
};

/** Returns the readable content of a row of the table of letters. */
const recordOf = (item: unknown): LetterRecord => {
  const row = plainItem(item);
  const { kind, party, user, office } = fieldsOf(row["recipient"]);
  const recipient = [kind, party ?? user ?? office].filter((each) => typeof each === "string").join(" ");
  const content = textOf(fieldsOf(row["content"])["kind"]) ?? "";
  const [address, rule] = [textOf(row["address"]), textOf(row["rule"])];
  const [reason, retryAt] = [textOf(row["reason"]), textOf(row["attentionAt"])];
  return {
    id: String(row["id"]),
    title: `${content} for ${recipient}`,
    state: String(stateInRow(row["state"])),
    sent: sentIn(stateInRow(row["state"])),
    details: [
      ["What", content],
      ["For", recipient],
      ...(address === undefined ? [] : [["Address", address] as const]),
      ...(rule === undefined ? [] : [["Rule", rule] as const]),
      ["Attempt", String(numberOf(row["attempt"]) ?? 1)],
    ],
    ...defined({ reason, retryAt }),
    history: listOf(row["history"]).map(stepOf),
  };
};

const read = async (
  engine: EngineClient,
  table: string,
  letters: readonly string[],
): Promise<readonly LetterRecord[]> => {
  let pending: Fields = { [table]: { Keys: letters.map((id) => ({ id: { S: id } })), ConsistentRead: true } };
  const found: LetterRecord[] = [];
  while (Object.keys(pending).length > 0) {
    const answer = await engine.call("BatchGetItem", { RequestItems: pending });
    found.push(...listOf(fieldsOf(answer["Responses"])[table]).map(recordOf));
    pending = fieldsOf(answer["UnprocessedKeys"]);
  }
  return found;
};

const inPartition = async (
  engine: EngineClient,
  table: string,
  partition: string,
): Promise<readonly LetterRecord[]> => {
  const index = lettersTable.indexes.find(({ partitionKey }) => partitionKey === "state");
  if (index === undefined) throw new Error("The table of letters has no index that finds them by their state");
  const answer = await engine.call("Query", {
    TableName: table,
    IndexName: index.name,
    KeyConditionExpression: "#state = :state",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":state": { S: partition } },
    Limit: mostUnsent,
  });
  return listOf(answer["Items"]).map(recordOf);
};

/** The letters of a state, those first that are to be looked at first. */
const inState = async (engine: EngineClient, table: string, state: LetterState): Promise<readonly LetterRecord[]> => {
  const lists = await Promise.all(statePartitions(state).map((each) => inPartition(engine, table, each)));
  return lists
    .flat()
    .toSorted((left, right) => ((left.retryAt ?? "") < (right.retryAt ?? "") ? -1 : 1))
    .slice(0, mostUnsent);
};

/** Reads the app's letters for the local stack; undefined where the app has no table of letters. */
export const openLetterRecords: OpenLetterRecords = (engine, environment): LetterRecords | undefined => {
  const table = environment["LETTERS_TABLE"];
  if (table === undefined) return undefined;
  return {
    find: async (letters) => {
      const ids = [...new Set(letters)].filter((id) => id !== "");
      const found = new Map<string, LetterRecord>();
      for (let from = 0; from < ids.length; from += lettersPerRead)
        for (const record of await read(engine, table, ids.slice(from, from + lettersPerRead)))
          found.set(record.id, record);
      return found;
    },
    unsent: async () => (await Promise.all(unsent.map((state) => inState(engine, table, state)))).flat(),
  };
};
