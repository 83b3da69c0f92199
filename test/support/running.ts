import { rmSync } from "node:fs";
import {
  type AttributeValue,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import canonicalize from "canonicalize";
import { inject } from "vitest";
import { demoPeople } from "../../bin/load-data.ts";
import { allows } from "../../local/plan-grants.ts";
import { type House, startHouse } from "../../local/house.ts";
import type { TokenOptions } from "../../local/tokens.ts";
import { PartyId } from "../../schemas/ids.ts";
import { type Answer, held } from "./contract.ts";
import { copyOf } from "./prepared.ts";

/** What a request is made of besides method and path. */
export interface Asking {
  /** Address of the caller's account, or a token as it is; nobody where left out. */
  readonly as?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, with `type`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  readonly key?: string;
  readonly match?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
export type Ask = (method: string, path: string, asking?: Asking) => Promise<Answer>;

export type Item = Record<string, AttributeValue>;
type Table = "records" | "journal" | "letters";
type Stored = ReadonlyMap<string, string>;

/** A running house with what the API's tests ask of it. */
export interface Running {
  readonly house: House;
  /** Asks over HTTP and holds the answer to the API document. */
  readonly ask: Ask;
  readonly get: (path: string, as?: string) => Promise<Answer>;
  /** All items of a paged list, and how many pages it took. */
  readonly pages: (path: string, as: string | undefined, limit: number) => Promise<{ items: any[]; pages: number }>;
  /** Ids of the operations that have answered with success. */
  readonly succeeded: ReadonlySet<string>;
  readonly token: (email: string, options?: TokenOptions) => Promise<string>;
  /** Starts the first group on its day and waits until its reviews have started. */
  readonly startGroup: () => Promise<void>;
  /** A party's mission names somebody in all its reviews. */
  readonly name: (party: string, role: Role, more?: object) => Promise<Answer>;
  /** Everything that is stored, by table and key. */
  readonly stored: () => Promise<Stored>;
  /** Keys of what is stored otherwise than before, once everything has come to rest. */
  readonly changedSince: (before: Stored) => Promise<readonly string[]>;
  readonly read: (table: Table, key: Readonly<Record<string, string>>) => Promise<Item>;
  readonly write: (table: Table, item: Item) => Promise<void>;
  readonly close: () => Promise<void>;
}

export type Role = "focal-point" | "expert" | "observer";

export const secretariat = demoPeople.secretariat;
export const president = demoPeople.president;
export const missionOf = (party: string): string => demoPeople.mission(PartyId.parse(party));

/** Made-up people by what they do for a party. */
export const addressOf = (party: string, role: Role): string => `${role}@${party.toLowerCase()}.example.org`;
export const personOf = (party: string, role: Role) => ({
  name: `The ${role} of ${party}`,
  email: addressOf(party, role),
  title: "Counsellor",
  institution: `Institution of the ${role} of ${party}`,
  phone: "+43 1 000 000",
  gender: "female",
  language: "en",
});

let keys = 0;
/** An Idempotency-Key that no other request of this file has. */
export const freshKey = (): string => `test-key-${(keys += 1)}`;

const tableVariables = { records: "RECORDS_TABLE", journal: "JOURNAL_TABLE", letters: "LETTERS_TABLE" } as const;

/** What functions did that their policies do not allow: in the cloud it would have failed. */
const notGranted = (house: House): readonly string[] => {
  const grants = house.plan.grants();
  const names = new Set(house.plan.functions.map(({ name }) => name));
  return house
    .recordedActions()
    .filter(({ caller }) => names.has(caller))
    .filter((use) => !grants.some((grant) => grant.caller === use.caller && allows(grant, use)))
    .map(({ caller, action, resource }) => `${caller} ${action} ${resource}`);
};

/** Starts a house on a copy of the prepared data, its clock at the first morning. End it with `close`. */
export const running = async (): Promise<Running> => {
  const { templateDir, dataDir } = inject("prepared");
  const folder = copyOf(dataDir);
  const house = await startHouse({ templateDir, dataDir: folder });
  const client = new DynamoDBClient({
    endpoint: house.services,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const succeeded = new Set<string>();
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (caller: string): Promise<string> => {
    const token = tokens.get(caller) ?? (caller.includes("@") ? house.token(caller) : Promise.resolve(caller));
    tokens.set(caller, token);
    return token;
  };

  const ask: Ask = async (method, path, { as, body, raw, type, key, match, headers } = {}) => {
    const sent = body === undefined ? raw : JSON.stringify(body);
    const contentType = type ?? (body === undefined ? undefined : "application/json");
    const response = await fetch(`${house.url}${path}`, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${await tokenFor(as)}` }),
        ...(contentType === undefined ? {} : { "content-type": contentType }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(match === undefined ? {} : { "if-match": match }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const answer = await held(method, new URL(response.url).pathname, response);
    if (answer.operation !== undefined && answer.status < 300) succeeded.add(answer.operation);
    return answer;
  };

  const get: Running["get"] = (path, as) => ask("GET", path, as === undefined ? {} : { as });
  const pages: Running["pages"] = async (path, as, limit) => {
    const items: unknown[] = [];
    let count = 0;
    let rest = "";
    do {
      const { status, text, body } = await get(`${path}${path.includes("?") ? "&" : "?"}limit=${limit}${rest}`, as);
      if (status !== 200 || body.items.length > limit) throw new Error(`${path} with limit ${limit}: ${text}`);
      items.push(...body.items);
      rest = `&cursor=${body.next}`;
      count += 1;
      if (body.next === undefined) return { items, pages: count };
    } while (count < 1000);
    throw new Error(`${path} has no end`);
  };

  const tableName = (table: Table): string => house.environment[tableVariables[table]] ?? "";
  const scan = async (table: Table): Promise<readonly Item[]> => {
    const items: Item[] = [];
    let from: Item | undefined;
    do {
      const page = await client.send(
        new ScanCommand({
          TableName: tableName(table),
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
    return items;
  };
  const keyOf = (table: Table, item: Item): string =>
    [table, item["pk"]?.S ?? item["subject"]?.S ?? item["id"]?.S, item["sk"]?.S ?? item["version"]?.S ?? ""].join(" ");

  const stored = async (): Promise<Stored> => {
    await house.rest();
    const tables = ["records", "journal", "letters"] as const;
    const rows = await Promise.all(
      tables.map(async (table) =>
        (await scan(table)).map((item) => [keyOf(table, item), canonicalize(item) ?? ""] as const),
      ),
    );
    return new Map(rows.flat());
  };

  return {
    house,
    ask,
    get,
    pages,
    succeeded,
    token: house.token,
    startGroup: async () => {
      const body = { startedOn: "2020-12-01" };
      const answer = await ask("POST", "/v1/groups/c1-g1/start", { as: secretariat, body });
      if (answer.status !== 202) throw new Error(answer.text);
      await house.rest();
    },
    name: (party, role, more = {}) =>
      ask("POST", `/v1/parties/${party}/mandates`, {
        as: missionOf(party),
        key: freshKey(),
        body: { role, person: personOf(party, role), ...more },
      }),
    stored,
    changedSince: async (before) => {
      const after = await stored();
      return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
    },
    read: async (table, key) => {
      const Key = Object.fromEntries(Object.entries(key).map(([name, value]) => [name, { S: value }]));
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: tableName(table), Key, ConsistentRead: true }),
      );
      if (item === undefined) throw new Error(`No item ${JSON.stringify(key)}`);
      return item;
    },
    write: async (table, item) => {
      await client.send(new PutItemCommand({ TableName: tableName(table), Item: item }));
    },
    close: async () => {
      client.destroy();
      const wrong = notGranted(house);
      await house.close();
      rmSync(folder, { recursive: true, force: true });
      if (wrong.length > 0) throw new Error(`Functions did what no policy allows:\n${wrong.join("\n")}`);
    },
  };
};
