import { expect, inject } from "vitest";
import { demoPeople } from "../../bin/load-data.ts";
import type { LocalStack, LocalStackOptions } from "../../local/stack-options.ts";
import type { TokenOptions } from "../../local/gateway/tokens.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { PartyId } from "../../schemas/base/ids.ts";
import type { ProblemKind } from "../../schemas/problems/problems.ts";
import type { SweepDepth } from "../../schemas/model/messages.ts";
import { type Answer, checkAnswer, type Reply } from "./contract.ts";
import type { StackContents } from "./stack-contents.ts";
import type { Snapshots } from "./snapshots.ts";
import type { Database, StoredRows } from "./database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Tests of the API use the handlers in their own process, or a running system over HTTP. */
    harness: "in-process" | "http";
  }
}

/** The parts of a request besides method and path. */
export interface RequestOptions {
  /** Address of the caller's account, or a token as it is; no caller if absent. */
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
export type Call = readonly [method: string, path: string, asking?: RequestOptions];
type SendRequest = (method: string, path: string, asking?: RequestOptions) => Promise<Answer>;

/** Controls of the system behind the API that a test may use wherever it runs. */
export interface AppControls extends Pick<LocalStack, "rest" | "moveTo"> {
  readonly clock: Pick<LocalStack["clock"], "now" | "instant">;
  readonly mailbox: Pick<LocalStack["mailbox"], "find" | "count" | "suppressed" | "attached">;
  readonly faults: Pick<LocalStack["faults"], "add" | "remove" | "clear" | "all">;
}

/** The system that serves the API, in this process or over HTTP. */
export interface ApiHost<App extends AppControls = AppControls> {
  readonly app: App;
  readonly fetch: (method: string, path: string, asking: RequestOptions) => Promise<Reply>;
  /** Returns all stored rows once the system is at rest. */
  readonly storedRows: () => Promise<StoredRows>;
  /** Every row of every table as a text. */
  readonly rows: () => Promise<readonly string[]>;
  /** Returns a number that changes with every write. */
  readonly writeCount: () => number;
  /** Reads the stored data behind the API; must be closed. */
  readonly contents: () => StackContents;
  /** Keeps moments of subjects, to go back to; to be closed. */
  readonly openSnapshots: () => Snapshots;
  /** Runs the sweep. */
  readonly sweep: (depth: SweepDepth) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A system that serves the API, with the helpers of the API's tests. */
export interface TestApi<App extends AppControls = AppControls> extends ApiHost<App> {
  /** Sends a request, and checks the reply against the API document. */
  readonly request: SendRequest;
  readonly get: (path: string, as?: string) => Promise<Answer>;
  /** All items of a paged list, and how many pages it took. */
  readonly pages: (path: string, as: string | undefined, limit: number) => Promise<{ items: any[]; pages: number }>;
  /** Ids of the operations that have answered with success. */
  readonly succeededOperations: ReadonlySet<string>;
  /** Returns the keys of rows that have changed, once the system is at rest. */
  readonly changedSince: (before: StoredRows) => Promise<readonly string[]>;
  /** Starts the first group on its day, or another on any day, and waits until its reviews have started. */
  readonly startGroup: (group?: string, startedOn?: string) => Promise<void>;
  /** Names a person by the mission of a party in all its reviews. */
  readonly name: (party: string, role: Role, more?: object) => Promise<Answer>;
  /** Sends a request that must be refused, and must change nothing. */
  readonly expectRefusal: (call: Call, refusal: Refusal) => Promise<Answer>;
}

/** A whole running system, over HTTP. */
export interface TestSystem extends TestApi<LocalStack>, Pick<Database, "read" | "write" | "remove"> {
  readonly token: (email: string, options?: TokenOptions) => Promise<string>;
}
export type SystemOptions = Pick<LocalStackOptions, "direct" | "threads" | "frontEnd" | "secondFactorOf" | "report">;

/** The expected content of a refusal. */
export interface Refusal {
  readonly status: number;
  readonly problem: ProblemKind;
  /** The faulty places: pointers, parameters and headers that must be named, and no other. */
  readonly places?: readonly object[];
  /** Further members of the problem. */
  readonly more?: object;
}

export type Role = "focal-point" | "expert" | "observer";

/**
 * Returns true if an operation belongs to the course of one review: test/api/lives plays these, the grid covers each
 * for all callers, and the slow properties require each to have succeeded. Addresses at which letters failed are in
 * test/api/addresses.test.ts.
 */
export const isInCourse = ({ path }: Endpoint): boolean =>
  /\{(?:reviewId|mandateId)\}|^\/v1\/suppressed-addresses/u.test(path);

/** Returns true for operations about bulletins: test/api/bulletins.test.ts and stored-texts.test.ts cover each. */
export const isOfBulletins = ({ tag }: Endpoint): boolean => tag === "Bulletins";

/** Returns true for settlements of letters of unknown outcome: test/api/settlement.test.ts covers both. */
export const isSettlement = ({ path }: Endpoint): boolean => path.endsWith("/settlement");

/** Approving, undoing and correcting a group's start: test/api/group-start.test.ts. */
const isOfStart = ({ path }: Endpoint): boolean => /^\/v1\/groups\/\{groupId\}\/(?:start\/|corrections$)/u.test(path);

/** Listing, reading, correcting, closing, opening and erasing users: test/api/users.test.ts, corrections.test.ts and erasure.test.ts. */
const isOfUsers = ({ path }: Endpoint): boolean => /^\/v1\/users(?:\/|$)|\/people\//u.test(path);

/** Imports and the resumption of imported groups: test/api/imports.test.ts. */
const isOfImports = ({ path }: Endpoint): boolean =>
  path.startsWith("/v1/imports") || path.startsWith("/v1/groups/{groupId}/reminders/resumption");

/** Phases, their timeline and who is confirmed for them: test/api/phases.test.ts. */
const isOfPhases = ({ tag }: Endpoint): boolean => tag === "Phases";

/** Counts as at a day, and figures drawn of them: test/api/statistics.test.ts, test/api/own-figures.test.ts. */
const isOfStatistics = ({ path }: Endpoint): boolean =>
  path.startsWith("/v1/statistics") || (path.startsWith("/v1/figures/") && !path.startsWith("/v1/figures/current"));

/** Returns true for records of the secretariat outside the reviews: test/api/registers.test.ts. */
const isOfRegisters = ({ tag }: Endpoint): boolean => tag === "Registers";

/** Status papers, ordered, read and published: test/api/status-papers.test.ts. */
const isOfPapers = ({ path }: Endpoint): boolean => path.includes("/reports/status");

/** Public pages: test/api/public-pages.test.ts, and over HTTP test/system/http.test.ts. */
const isOfProblemTypes = ({ path }: Endpoint): boolean => path.startsWith("/docs/problems");
const isOfPages = ({ path }: Endpoint): boolean => path.startsWith("/v1/pages/");

/** Links to calendars, and their content: test/api/calendars.test.ts. */
const isOfCalendars = ({ path }: Endpoint): boolean => path.includes("/calendar");

/** Returns true if test/api/operations.test.ts leaves an operation to another test. */
export const hasTestOfItsOwn = (one: Endpoint): boolean =>
  isInCourse(one) ||
  isOfStart(one) ||
  isOfImports(one) ||
  isOfBulletins(one) ||
  isSettlement(one) ||
  isOfUsers(one) ||
  isOfStatistics(one) ||
  isOfPhases(one) ||
  isOfRegisters(one) ||
  isOfPapers(one) ||
  isOfPages(one) ||
  isOfProblemTypes(one) ||
  isOfCalendars(one);

export const secretariat = demoPeople.secretariat;
/** The second user registered by the operator, who may approve the orders of the first. */
export const secondSecretariat = demoPeople.secondSecretariat;
export const president = demoPeople.president;
export const missionOf = (party: string): string => demoPeople.mission(PartyId.parse(party));

/** Addresses of made-up people by their role for a party. */
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

/** Returns the statement of the secretariat about an act of a party, from a note verbale of that day. */
export const byNote = (party: string, happenedOn: string) => ({
  onBehalfOf: { party, happenedOn, source: { kind: "note-verbale" as const, number: "NV 7/2021", date: happenedOn } },
});

let keys = 0;
/** An Idempotency-Key that no other request of this file has. */
export const freshKey = (): string => `test-key-${(keys += 1)}`;

interface StartBody {
  readonly startedOn: string;
  readonly preview: string;
  readonly uncovered?: readonly { readonly review: string; readonly reason: string }[];
}

/** Returns the order of a group's start, with the hash of a preview and a reason for each review that lacks something. */
export const startBody = async (
  { request }: Pick<TestApi, "request">,
  group: string,
  startedOn: string,
): Promise<StartBody> => {
  const asking = { as: secretariat, body: { startedOn } };
  const preview = await request("POST", `/v1/groups/${group}/start/previews`, asking);
  if (preview.status !== 200) throw new Error(preview.text);
  const uncovered = preview.body.joinedSince.map(({ review }: any) => ({ review, reason: "It enters later" }));
  return { startedOn, preview: preview.body.hash, ...(uncovered.length === 0 ? {} : { uncovered }) };
};

/** Nine o'clock of the first day in Vienna. */
const firstNine = "2020-12-01T08:00:00.000Z";

/** Starts a group as the secretariat does, with a second person for a day off the plan, and runs the effects. */
export const startGroup = async (
  { request, app }: { readonly request: SendRequest; readonly app: Pick<AppControls, "rest" | "moveTo" | "clock"> },
  group = "c1-g1",
  startedOn = "2020-12-01",
): Promise<void> => {
  const path = `/v1/groups/${group}/start`;
  const body = await startBody({ request }, group, startedOn);
  const started = await request("POST", path, { as: secretariat, body });
  if (started.status !== 202) throw new Error(started.text);
  if (started.body.state === "awaiting-approval") {
    const approved = await request("POST", `${path}/approval`, { as: secondSecretariat });
    if (approved.status !== 202) throw new Error(approved.text);
  }
  await app.rest();
  // Over HTTP the time is a little before nine of the first day, when letters of this start leave.
  if (app.clock.instant() < firstNine) await app.moveTo(firstNine);
  await app.rest();
};

/** Returns the helpers of the API's tests for a host, with `read` for each reply. End it with `close`. */
export const testApiOn = <App extends AppControls>(host: ApiHost<App>, read = checkAnswer): TestApi<App> => {
  const { app, storedRows } = host;
  const succeededOperations = new Set<string>();
  const changedSince: TestApi["changedSince"] = async (before) => {
    const after = await storedRows();
    return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  };

  const request: SendRequest = async (method, path, given = {}) => {
    const response = await host.fetch(method, path, given);
    const answer = await read(method, new URL(path, "http://localhost").pathname, response);
    if (answer.operation !== undefined && answer.status < 300) succeededOperations.add(answer.operation);
    return answer;
  };

  const get: TestApi["get"] = (path, as) => request("GET", path, as === undefined ? {} : { as });
  const pages: TestApi["pages"] = async (path, as, limit) => {
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
  /** Records the first request of an invited user, so that a request that must change nothing is never the first. */
  const arrive = async (as: string | undefined): Promise<void> => {
    if (here.has(as) || as?.includes("@") !== true) return;
    here.add(as);
    await get("/v1/me", as);
  };

  return {
    ...host,
    request,
    get,
    pages,
    succeededOperations,
    changedSince,
    startGroup: async (group = "c1-g1", startedOn = "2020-12-01") => {
      await startGroup({ request, app }, group, startedOn);
    },
    name: (party, role, more = {}) =>
      request("POST", `/v1/parties/${party}/mandates`, {
        as: missionOf(party),
        key: freshKey(),
        body: { role, person: personOf(party, role), ...more },
      }),
    expectRefusal: async (call, { status, problem, places = [], more = {} }) => {
      await arrive(call[2]?.as);
      const before = await storedRows();
      const answer = await request(...call);
      const { errors = [], ...details } = answer.body;
      const named = errors.map(({ message: _, ...place }: Record<string, unknown>) => place);
      expect({ status: answer.status, problem: answer.problem, places: named }).toEqual({ status, problem, places });
      expect(details).toMatchObject(more);
      expect(await changedSince(before)).toEqual([]);
      return answer;
    },
  };
};

/**
 * Opens the system that the project of the test uses, with the prepared data, its clock at the first morning: the
 * handlers in this process, or a running system. End it with `close`.
 */
export const openTestApi = async (): Promise<TestApi> => {
  if (inject("harness") === "http") return (await import("./over-http.ts")).startTestSystem();
  const { apiHostOf, openApiInProcess } = await import("./in-process.ts");
  return testApiOn(apiHostOf(await openApiInProcess()));
};
