import { rmSync } from "node:fs";
import { expect, inject } from "vitest";
import { demoPeople } from "../../bin/load-data.ts";
import { openLetterRecords } from "../../bin/letter-records.ts";
import { allows } from "../../local/template/iam-grants.ts";
import { type LocalStack, type LocalStackOptions, startLocalStack } from "../../local/local-stack.ts";
import type { TokenOptions } from "../../local/gateway/tokens.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { PartyId } from "../../schemas/base/ids.ts";
import type { ProblemKind } from "../../schemas/problems/problems.ts";
import { type Answer, held } from "./contract.ts";
import { copyOf } from "./prepared.ts";
import { type Database, openDatabase } from "./stored.ts";

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
/** Method, path and the rest of one request. */
export type Call = readonly [method: string, path: string, asking?: Asking];
type Ask = (method: string, path: string, asking?: Asking) => Promise<Answer>;

/** A running system with what the API's tests ask of it. */
export interface Running extends Omit<Database, "close"> {
  readonly app: LocalStack;
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
  /** Asks what must be refused, and must change nothing. */
  readonly refused: (call: Call, refusal: Refusal) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** What a refusal must say. */
export interface Refusal {
  readonly status: number;
  readonly problem: ProblemKind;
  /** Where it does not fit: pointers, parameters and headers that must be named, and no other. */
  readonly places?: readonly object[];
  /** Further members of the problem. */
  readonly more?: object;
}

export type Role = "focal-point" | "expert" | "observer";

/**
 * Whether an operation belongs to the course of one review: test/api/lives lives through these, the grid asks each as
 * everybody, and the slow properties want each to have succeeded. So it is with addresses at which letters failed, in
 * test/api/addresses.test.ts.
 */
export const isInCourse = ({ path }: Endpoint): boolean =>
  /\{(?:reviewId|mandateId)\}|^\/v1\/suppressed-addresses/u.test(path);

/** Whether an operation is about notifications to many: test/api/bulletins.test.ts and stored-texts.test.ts ask each. */
export const isOfBulletins = ({ tag }: Endpoint): boolean => tag === "Bulletins";

/** Whether an operation settles letters of unknown outcome: test/api/settlement.test.ts loses answers, and asks both. */
export const isSettlement = ({ path }: Endpoint): boolean => path.endsWith("/settlement");

/** Whether test/api/operations.test.ts leaves an operation to another test. */
export const hasTestOfItsOwn = (one: Endpoint): boolean => isInCourse(one) || isOfBulletins(one) || isSettlement(one);

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

/** What functions did that their policies do not allow: in the cloud it would have failed. */
const notGranted = (app: LocalStack): readonly string[] => {
  const grants = app.plan.grants();
  const names = new Set(app.plan.functions.map(({ name }) => name));
  return app
    .recordedActions()
    .filter(({ caller }) => names.has(caller))
    .filter((use) => !grants.some((grant) => grant.caller === use.caller && allows(grant, use)))
    .map(({ caller, action, resource }) => `${caller} ${action} ${resource}`);
};

/** Starts a system on a copy of the prepared data, its clock at the first morning. End it with `close`. */
export const running = async (options: Pick<LocalStackOptions, "direct" | "threads"> = {}): Promise<Running> => {
  const { templateDir, dataDir } = inject("prepared");
  const folder = copyOf(dataDir);
  const app = await startLocalStack({
    templateDir,
    dataDir: folder,
    retryDelay: 1,
    letterRecords: openLetterRecords,
    ...options,
  });
  const database = openDatabase(app, folder);
  const { stored, changedSince } = database;
  const succeeded = new Set<string>();
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (caller: string): Promise<string> => {
    const token = tokens.get(caller) ?? (caller.includes("@") ? app.token(caller) : Promise.resolve(caller));
    tokens.set(caller, token);
    return token;
  };

  const ask: Ask = async (method, path, { as, body, raw, type, key, match, headers } = {}) => {
    const sent = body === undefined ? raw : JSON.stringify(body);
    const contentType = type ?? (body === undefined ? undefined : "application/json");
    const response = await fetch(`${app.url}${path}`, {
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

  const here = new Set<string | undefined>([undefined]);
  /** The first request of whoever was invited is noted: what is to change nothing is never the first. */
  const arrive = async (as: string | undefined): Promise<void> => {
    if (here.has(as) || as?.includes("@") !== true) return;
    here.add(as);
    await get("/v1/me", as);
  };

  return {
    ...database,
    app,
    ask,
    get,
    pages,
    succeeded,
    token: app.token,
    startGroup: async () => {
      const body = { startedOn: "2020-12-01" };
      const answer = await ask("POST", "/v1/groups/c1-g1/start", { as: secretariat, body });
      if (answer.status !== 202) throw new Error(answer.text);
      await app.rest();
    },
    name: (party, role, more = {}) =>
      ask("POST", `/v1/parties/${party}/mandates`, {
        as: missionOf(party),
        key: freshKey(),
        body: { role, person: personOf(party, role), ...more },
      }),
    refused: async (call, { status, problem, places = [], more = {} }) => {
      await arrive(call[2]?.as);
      const before = await stored();
      const answer = await ask(...call);
      const { errors = [], ...told } = answer.body;
      const named = errors.map(({ message: _, ...place }: Record<string, unknown>) => place);
      expect({ status: answer.status, problem: answer.problem, places: named }).toEqual({ status, problem, places });
      expect(told).toMatchObject(more);
      expect(await changedSince(before)).toEqual([]);
      return answer;
    },
    close: async () => {
      database.close();
      const wrong = notGranted(app);
      await app.close();
      rmSync(folder, { recursive: true, force: true });
      if (wrong.length > 0) throw new Error(`Functions did what no policy allows:\n${wrong.join("\n")}`);
    },
  };
};
