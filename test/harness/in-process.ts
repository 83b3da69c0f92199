import { defined } from "../../schemas/base/defined.ts";
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Context } from "aws-lambda";
import { dayOf, earlier, epochOf, instantOf, later } from "../../domain/base/time.ts";
import { randomIds } from "../../lambdas/io/random.ts";
import type { Ledger } from "../../lambdas/io/ports/outbox.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { gatewayEvent, type HttpRequest } from "../../local/gateway/gateway-event.ts";
import { gatewayReply, type HttpReply, replyOf } from "../../local/gateway/gateway-reply.ts";
import { gatewayRoutes } from "../../lib/gateway-routes.ts";
import { routing } from "../../local/gateway/routes.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { EmailAddress, type Instant } from "../../schemas/base/values.ts";
import { apiFunctionOf } from "./app-requests.ts";
import type { Reply } from "./contract.ts";
import { mailInProcess } from "./in-process-mail.ts";
import { type MemoryLedger, memoryLedger } from "../fakes/memory/ledger.ts";
import { type MemoryStore, memoryStore } from "../fakes/memory/store.ts";
import { fillStore } from "./prepared-data.ts";
import type { ApiHost, RequestOptions, AppControls } from "./test-api.ts";
import { makeApp, type TestApp } from "./test-app.ts";

/** The whole API in one process: the handlers of its functions on a store in memory, behind a gateway. */
export interface ApiInProcess {
  readonly behind: TestApp;
  readonly app: AppControls;
  /** Answers a request as the gateway does; nothing that follows from it has happened before `app.rest`. */
  readonly fetch: (method: string, path: string, asking: RequestOptions) => Promise<Reply>;
  /** The writes so far: the number of each key. */
  readonly written: ReadonlyMap<string, number>;
  /** Returns the number of all writes. */
  readonly writes: () => number;
  /** Returns every stored row, as a text. */
  readonly rows: () => readonly string[];
  readonly keep: (subjects: readonly string[]) => () => void;
  readonly close: () => void;
  /**
   * Returns the API on a copy of its store and ledger, at the same time; without schedules, messages in
   * queues and sent mails.
   */
  readonly copy: (between?: StoreWrapper) => ApiInProcess;
}

/** The size limit of a request to AWS Lambda. */
const mostBytes = 6 * 1024 * 1024;
const bundledAssets = pathToFileURL(`${resolve("dist/lambdas/public-api/assets")}/`);

/** A decoder that drops a byte order mark, as for the text of a body. */
const utf8 = new TextDecoder();

const routes = routing([
  ...gatewayRoutes(endpoints).map(({ method, path }) => ({
    key: `${method} ${path}`,
    scopes: [],
    functionArn: "",
    timeoutMilliseconds: 0,
  })),
  { key: "$default", scopes: [], functionArn: "", timeoutMilliseconds: 0 },
]);
const isPublic = new Set(
  endpoints
    .filter(({ access }) => access !== "token")
    .flatMap(({ method, path }) => [`${method} ${path}`, ...(method === "GET" ? [`HEAD ${path}`] : [])]),
);

interface Memory {
  readonly store: MemoryStore;
  readonly ledger: MemoryLedger;
}

/** Wraps the store and the ledger, so that they record their writes. */
const noteWrites = ({ store: memory, ledger: rows }: Memory) => {
  const written = new Map<string, number>();
  let writes = 0;
  const note = (key: string): void => {
    writes += 1;
    written.set(key, (written.get(key) ?? 0) + 1);
  };
  const store: Store = {
    ...memory,
    commit: async (commit) => {
      const aggregates = await memory.commit(commit);
      for (const { kind, id, facts } of commit.changes) if (facts.length > 0) note(`records ${kind}#${id}`);
      if (commit.idempotency !== undefined) note(`records request ${commit.idempotency.key}`);
      return aggregates;
    },
    saveDraft: async (draft, decidedOn) => {
      await memory.saveDraft(draft, decidedOn);
      note(`records draft ${JSON.stringify([draft.review, draft.kind, draft.party, draft.instrument])}`);
    },
    savePreview: async (preview, pages) => {
      await memory.savePreview(preview, pages);
      note(`records preview#${preview.hash}`);
    },
  };
  const afterwards =
    <Row, Rest extends readonly unknown[], Outcome>(
      write: (row: Row, ...rest: Rest) => Promise<Outcome>,
      keyOf: (row: Row) => string,
    ) =>
    async (row: Row, ...rest: Rest): Promise<Outcome> => {
      const outcome = await write(row, ...rest);
      note(`letters ${keyOf(row)}`);
      return outcome;
    };
  const ofLetter = ({ id }: { readonly id: string }): string => id;
  const ledger: Ledger = {
    ...rows,
    plan: afterwards(rows.plan, ofLetter),
    move: afterwards(rows.move, ofLetter),
    claim: afterwards(rows.claim, ofLetter),
    replace: afterwards(rows.replace, ofLetter),
    writeMark: afterwards(rows.writeMark, ({ hash }) => `mark ${hash}`),
    writeReturned: afterwards(rows.writeReturned, ({ letter }) => `returned ${letter}`),
    writeUnreachable: afterwards(rows.writeUnreachable, ({ letter }) => `unreachable ${letter}`),
    writeTally: afterwards(rows.writeTally, ({ bulletin }) => `tally ${bulletin}`),
  };
  return { kept: { store, ledger }, written, writes: () => writes };
};

/** The sweeps that are due between two instants: nightly at three, in the morning at nine, else hourly. */
const sweeps = [
  { depth: "hourly", of: (instant: Instant) => instant.slice(0, 13) },
  { depth: "nightly", of: (instant: Instant) => dayOf(earlier(instant, { hours: 3 })) },
  { depth: "morning", of: (instant: Instant) => dayOf(earlier(instant, { hours: 9 })) },
] as const;

/** Wraps the store between the API and its handlers; returns the store that the handlers get. */
export type StoreWrapper = (store: Store) => Store;

/** Opens the API on stores in memory, and does the work of a gateway. */
const openApi = (memory: Memory, now: string, between: StoreWrapper): ApiInProcess => {
  const { kept, written, writes } = noteWrites(memory);
  const behind = makeApp({ kept, now });
  behind.accounts.open = true;
  const { clock } = behind;
  const { mailbox, faults, close } = mailInProcess(behind);
  const store = between(behind.store);
  const run = apiFunctionOf({ ...behind, store }, { ids: randomIds(clock), assets: bundledAssets });

  const subs = new Map<string, string>();
  /** Returns the subject of the account in the token of this address. */
  const subOf = async (email: string): Promise<string> => {
    const known = subs.get(email);
    if (known !== undefined) return known;
    const id = await behind.store.userOfAddress(EmailAddress.parse(email));
    const user = id === undefined ? undefined : await behind.store.load("user", id);
    // The effects of a nomination create the account of the named person.
    if (user !== undefined && user.state.sub === undefined) await behind.settle();
    const sub = (id === undefined ? undefined : await behind.store.load("user", id))?.state.sub;
    if (sub === undefined) return `unregistered-${email}`;
    subs.set(email, sub);
    return sub;
  };

  const answer = async (request: HttpRequest, as: string | undefined): Promise<HttpReply> => {
    if (request.body.length > mostBytes) return gatewayReply(413, "Request Entity Too Large");
    const path = (request.target.split(/[?#]/u)[0] ?? "/").split("/").slice(1).map(decodeURIComponent);
    const found = routes(request.method, path);
    const routeKey = found?.route.key ?? "$default";
    const needsToken = routeKey !== "$default" && !isPublic.has(routeKey);
    if (needsToken && as === undefined) return gatewayReply(401, "Unauthorized", [["www-authenticate", "Bearer"]]);
    // The caller has just signed in.
    const signedIn = String(Math.floor(epochOf(clock.now()) / 1000));
    const claims = as === undefined ? undefined : { sub: await subOf(as), token_use: "access", auth_time: signedIn };
    const event = gatewayEvent(request, {
      apiId: "api",
      stage: "$default",
      domainName: "api.example.org",
      routeKey,
      requestId: randomUUID(),
      pathParameters: found?.parameters ?? {},
      at: epochOf(clock.now()),
      ...(needsToken && claims !== undefined ? { jwt: { claims, scopes: [] } } : {}),
    });
    const reply = await run(event, { awsRequestId: randomUUID() } as Context);
    return replyOf(JSON.stringify(reply));
  };

  const moveTo: AppControls["moveTo"] = async (instant) => {
    const target = typeof instant === "number" ? instantOf(instant) : instantOf(Date.parse(instant));
    const before = clock.now();
    await behind.moveTo(target);
    for (const { depth, of } of sweeps) if (of(before) !== of(target)) await behind.sweep(depth);
    await behind.settle();
  };

  return {
    behind,
    app: {
      rest: behind.settle,
      moveTo,
      clock: { now: () => epochOf(clock.now()), instant: () => clock.now() },
      mailbox,
      faults,
    },
    fetch: async (method, path, { as, body, raw, type, key, match, headers }) => {
      // Time passes from request to request, as it does for a caller who waits for the reply.
      behind.sleepUntil(later(clock.now(), { milliseconds: 1 }));
      const sent = body === undefined ? raw : JSON.stringify(body);
      const contentType = type ?? (body === undefined ? undefined : "application/json");
      const given = Object.entries({
        ...defined({ "content-type": contentType, "idempotency-key": key, "if-match": match }),
        ...headers,
      });
      const { pathname, search } = new URL(path, "http://localhost");
      const {
        status,
        headers: answered,
        body: text,
      } = await answer(
        {
          method,
          target: `${pathname}${search}`,
          rawHeaders: given.flat(),
          body: Buffer.from(sent ?? ""),
          sourceIp: "127.0.0.1",
        },
        as,
      );
      // The client decompresses a reply.
      const isZipped = answered.some(([name, value]) => name === "content-encoding" && value === "gzip");
      const bytes = isZipped ? gunzipSync(text) : text;
      return {
        status,
        headers: new Headers(answered.map(([name, value]) => [name, value])),
        text: async () => utf8.decode(bytes),
        arrayBuffer: async () => new Uint8Array(bytes).buffer,
      };
    },
    written,
    writes,
    rows: () => [...memory.store.rows(), ...memory.ledger.rows()],
    keep: memory.store.keep,
    close,
    copy: (other = (one) => one) => {
      const copied = memory.store.copy();
      return openApi({ store: copied, ledger: memory.ledger.copy(copied) }, clock.now(), other);
    },
  };
};

/** Nine o'clock of the first day, when the letters of a start leave that is recorded then. */
const firstNine = "2020-12-01T07:50:00.000Z";

const fillApi = async (): Promise<ApiInProcess> => {
  const store = memoryStore();
  const ledger = memoryLedger(store);
  const api = openApi({ store, ledger }, firstNine, (one) => one);
  const { behind } = api;
  await fillStore(behind.store, behind.clock.now(), (email) => `sub-of-${email}`);
  await behind.settle();
  // A copy has neither: the prepared data must have no effects.
  if (behind.schedules.pending.size > 0 || api.app.mailbox.count() > 0) throw new Error("More was done than to fill");
  return api;
};

/** Filled once for all files of a worker; tests use copies only. */
let filled: Promise<ApiInProcess> | undefined;

/** The API on a system in memory that is filled as the prepared one is. */
export const openApiInProcess = async (between?: StoreWrapper): Promise<ApiInProcess> =>
  (await (filled ??= fillApi())).copy(between);

const backTo = (back: () => void) => () => Promise.resolve(back());

/** Returns the parts of a system in this process that the API's tests use. */
export const apiHostOf = ({ behind, app, fetch, written, writes, rows, keep, close }: ApiInProcess): ApiHost => {
  /** Accepted mails never disappear: only those since the last call are read. */
  const mails: (readonly [string, string])[] = [];
  const allMails = () => {
    const more = app.mailbox.count() - mails.length;
    if (more > 0) mails.push(...app.mailbox.find({ limit: more }).map(({ id }) => [`mail ${id}`, ""] as const));
    return mails;
  };
  return {
    app,
    fetch,
    storedRows: async () => {
      await app.rest();
      const counts = [...written].map(([key, count]) => [key, String(count)] as const);
      const schedules = [...behind.schedules.pending.keys()].map((name) => [`schedule ${name}`, ""] as const);
      return new Map([...counts, ...allMails(), ...schedules]);
    },
    rows: async () => {
      await app.rest();
      return rows();
    },
    writeCount: writes,
    contents: () => ({ ...behind, close: () => undefined }),
    openSnapshots: () => ({ keep: async (subjects) => backTo(keep(subjects)), close: () => undefined }),
    sweep: async (depth) => {
      await behind.sweep(depth);
      await app.rest();
    },
    close: async () => close(),
  };
};
