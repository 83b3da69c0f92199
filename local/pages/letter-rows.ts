import type { EngineClient } from "../services/engine-client.ts";
import { fieldsOf, type Fields, listOf, numberOf, textOf } from "../base/json.ts";
import type { TablePlan } from "../template/resource-plans.ts";

interface Step {
  /** UTC. */
  readonly at: string;
  readonly state: string;
  readonly why?: string;
}

/** What the ledger says of a letter, as far as its row can be read. */
export interface LetterRow {
  readonly id: string;
  readonly state: string;
  /** Whom it is for: `mission FR`. */
  readonly recipient: string;
  readonly kind: string;
  readonly attempt: number;
  readonly rule?: string;
  readonly reason?: string;
  readonly address?: string;
  /** UTC; looked at again after it. */
  readonly attentionAt?: string;
  /** From when it was planned on. */
  readonly history: readonly Step[];
}

/** The table of letters, only read. */
export interface LetterRows {
  /** Rows by id; letters that the ledger does not know are left out. */
  readonly rows: (letters: readonly string[]) => Promise<ReadonlyMap<string, LetterRow>>;
  /** Some of the letters that are to be sent, or of which nobody knows whether they were. */
  readonly unsent: () => Promise<readonly LetterRow[]>;
}

/** A value as DynamoDB writes it; sets and bytes are not read. */
const plain = (value: unknown): unknown => {
  const { S, N, BOOL, L, M } = fieldsOf(value);
  if (L !== undefined) return listOf(L).map(plain);
  return M === undefined ? (S ?? numberOf(N) ?? BOOL) : plainItem(M);
};
const plainItem = (item: unknown): Fields =>
  Object.fromEntries(Object.entries(fieldsOf(item)).map(([name, value]) => [name, plain(value)]));

const stepOf = (value: unknown): Step => {
  const { at, state, why } = fieldsOf(value);
  return { at: String(at), state: String(state), ...(typeof why === "string" ? { why } : {}) };
};

const rowOf = (item: unknown): LetterRow => {
  const row = plainItem(item);
  const { kind, party, user, office } = fieldsOf(row["recipient"]);
  const optional = (name: string) => {
    const value = textOf(row[name]);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    id: String(row["id"]),
    state: String(row["state"]),
    recipient: [kind, party ?? user ?? office].filter((each) => typeof each === "string").join(" "),
    kind: textOf(fieldsOf(row["content"])["kind"]) ?? "",
    attempt: numberOf(row["attempt"]) ?? 1,
    ...optional("rule"),
    ...optional("reason"),
    ...optional("address"),
    ...optional("attentionAt"),
    history: listOf(row["history"]).map(stepOf),
  };
};

/** States in which a letter has not certainly left, and how many letters of each are shown. */
const unsentStates = ["planned", "claimed", "unknown"];
const mostUnsent = 20;
/** How many rows DynamoDB gives at once. */
const atOnce = 100;

/** The table's index that finds letters by their state, as the template names it. */
const indexByState = ({ create }: TablePlan): string | undefined => {
  const found = listOf(create["GlobalSecondaryIndexes"])
    .map(fieldsOf)
    .find(({ KeySchema: keys }) => fieldsOf(listOf(keys)[0])["AttributeName"] === "state");
  return textOf(found?.["IndexName"]);
};

const noLedger: LetterRows = { rows: async () => new Map(), unsent: async () => [] };

/** The ledger in the app's table of letters; an empty one where the app has no such table. */
export const openLetterRows = (engine: EngineClient, table: TablePlan | undefined): LetterRows => {
  if (table === undefined) return noLedger;
  const { name } = table;
  const index = indexByState(table);

  const read = async (letters: readonly string[]): Promise<readonly LetterRow[]> => {
    let asked: Fields = { [name]: { Keys: letters.map((id) => ({ id: { S: id } })), ConsistentRead: true } };
    const found: LetterRow[] = [];
    while (Object.keys(asked).length > 0) {
      const answer = await engine.call("BatchGetItem", { RequestItems: asked });
      found.push(...listOf(fieldsOf(answer["Responses"])[name]).map(rowOf));
      asked = fieldsOf(answer["UnprocessedKeys"]);
    }
    return found;
  };
  const inState = async (state: string): Promise<readonly LetterRow[]> => {
    const answer = await engine.call("Query", {
      TableName: name,
      IndexName: index,
      KeyConditionExpression: "#state = :state",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":state": { S: state } },
      Limit: mostUnsent,
    });
    return listOf(answer["Items"]).map(rowOf);
  };

  return {
    rows: async (letters) => {
      const ids = [...new Set(letters)].filter((id) => id !== "");
      const found = new Map<string, LetterRow>();
      for (let from = 0; from < ids.length; from += atOnce)
        for (const row of await read(ids.slice(from, from + atOnce))) found.set(row.id, row);
      return found;
    },
    unsent: async () => {
      if (index === undefined) return [];
      return (await Promise.all(unsentStates.map(inState))).flat();
    },
  };
};
