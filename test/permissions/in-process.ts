import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { firstMorning } from "../../bin/fill.ts";
import { addressHash } from "../../domain/letters/address-reputation.ts";
import { moveLetter } from "../../domain/letters/lifecycle.ts";
import { everyReviewRoute } from "../../lambdas/handlers/review-routes.ts";
import { everySecretariatRoute } from "../../lambdas/handlers/secretariat-routes.ts";
import { nothingHere, publicRoutes } from "../../lambdas/handlers/public.ts";
import { invitationOf } from "../../lambdas/use-cases/accounts/accounts.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { apiFunction } from "../../lambdas/shell/http/api-function.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { LetterId, PartyId } from "../../schemas/base/ids.ts";
import { problems, type ProblemKind, problemType } from "../../schemas/problems/problems.ts";
import { EmailAddress, Instant } from "../../schemas/base/values.ts";
import { bulletinId, mandateId, userId } from "../support/changes.ts";
import { delayWaits } from "../support/recording.ts";
import { review } from "./people.ts";
import type { Answer } from "../support/contract.ts";
import { type TestApp, makeApp } from "../support/test-app.ts";
import type { Lived } from "../support/life.ts";
import { fillStore } from "../support/prepared.ts";
import { type Asking, freshKey, missionOf, personOf } from "../support/running.ts";

/** The whole API without HTTP, on a store in memory. */
export interface InProcess extends Lived {
  /** What stands behind it. */
  readonly behind: TestApp;
  /** From now on nothing is written; what would have been is counted. */
  readonly freeze: () => void;
  /** How many commits and drafts were not written since it was frozen. */
  readonly withheld: () => number;
  /** Marks an address, as the report of a bounce does, with what it says of who is reached; gives the letter. */
  readonly suppress: () => Promise<string>;
  /** Lets a letter of which nobody knows whether it left wait for a person. */
  readonly leaveUnknown: (letter: string) => Promise<void>;
  /** Somebody tells of a delay that waits for approval, as it does where the policy wants it. */
  readonly delayWaits: (as: string, duty: string, dueOn: string) => Promise<void>;
}

const templates = endpoints
  .map(({ method, path, access }) => ({
    method,
    path,
    access,
    pattern: new RegExp(`^${path.replaceAll(/\{(\w+)\}/gu, "(?<$1>[^/]+)")}$`, "u"),
    parameters: path.split("{").length,
  }))
  .toSorted((one, other) => one.parameters - other.parameters);

const kinds = new Map((Object.keys(problems) as ProblemKind[]).map((kind) => [problemType(kind), kind]));

/** A store that writes until it is frozen, and then only says what it would have written. */
const freezing = (store: Store) => {
  let frozen = false;
  let withheld = 0;
  const kept: Store = {
    ...store,
    commit: (commit) => {
      if (!frozen) return store.commit(commit);
      if (commit.changes.some(({ facts }) => facts.length > 0)) withheld += 1;
      return Promise.resolve([]);
    },
    savePreview: (preview, pages) => {
      if (!frozen) return store.savePreview(preview, pages);
      withheld += 1;
      return Promise.resolve();
    },
    saveDraft: (draft, decidedOn) => {
      if (!frozen) return store.saveDraft(draft, decidedOn);
      withheld += 1;
      return Promise.resolve();
    },
  };
  return { store: kept, freeze: () => void (frozen = true), withheld: () => withheld };
};

/** Fills a system in memory as the prepared one is, and opens the API on it. What a gateway does is done here. */
export const inProcess = async (): Promise<InProcess> => {
  const app = makeApp({ now: new Date(firstMorning).toISOString() });
  app.accounts.open = true;
  const { clock, ledger } = app;
  const subjectOf = (email: string): string => `sub-of-${email}`;
  await fillStore(app.store, clock.now(), subjectOf);
  const { store, freeze, withheld } = freezing(app.store);
  let made = 100_000;
  const next = () => (made += 1);
  const ids = {
    user: () => userId(next()),
    mandate: () => mandateId(next()),
    bulletin: () => bulletinId(next()),
    seed: next,
  };
  const io = { store, ledger, clock, ids, cursorSecret: () => Promise.resolve("a secret of the tests") };
  const mailing = { ...io, frontEndUrl: "https://front.example.org", replyTo: "secretariat@example.org" };
  const run = apiFunction(
    [
      ...publicRoutes(io),
      ...everyReviewRoute(io),
      ...everySecretariatRoute({ ...mailing, letterQueues: app.io.letterQueues }),
    ],
    nothingHere,
  );

  const subs = new Map<string, string>();
  /** The subject of the account: what the token of this address says. */
  const subOf = async (email: string): Promise<string> => {
    const known = subs.get(email);
    if (known !== undefined) return known;
    const id = await app.store.userOfAddress(EmailAddress.parse(email));
    const user = id === undefined ? undefined : await app.store.load("user", id);
    const sub = user?.state.sub;
    if (sub === undefined) throw new Error(`${email} has no account`);
    subs.set(email, sub);
    return sub;
  };

  const ask = async (method: string, target: string, asking: Asking = {}): Promise<Answer> => {
    const { as, body, raw, type, key, match, headers = {} } = asking;
    const [path = "", query = ""] = target.split("?");
    const route = templates.find((one) => one.method === method && one.pattern.test(path));
    const unauthorized = {
      status: 401,
      headers: new Headers(),
      type: "",
      text: "",
      body: { message: "Unauthorized" },
    } as const;
    if (route?.access === "token" && as === undefined)
      return { ...unauthorized, operation: undefined, problem: undefined };
    const sent = body === undefined ? raw : JSON.stringify(body);
    const event = {
      routeKey: route === undefined ? "$default" : `${method} ${route.path}`,
      rawPath: path,
      headers: {
        ...(sent === undefined ? {} : { "content-type": type ?? "application/json" }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(match === undefined ? {} : { "if-match": match }),
        ...headers,
      },
      pathParameters: route?.pattern.exec(path)?.groups ?? {},
      queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
      requestContext: {
        requestId: "request-1",
        http: { method },
        ...(as === undefined ? {} : { authorizer: { jwt: { claims: { sub: await subOf(as), token_use: "access" } } } }),
      },
      isBase64Encoded: false,
      ...(sent === undefined ? {} : { body: String(sent) }),
    };
    const context = { awsRequestId: "invocation-1" } as Context;
    const reply = await run(event as unknown as APIGatewayProxyEventV2, context);
    const text = reply.body ?? "";
    const status = reply.statusCode ?? 0;
    const isJson = String(reply.headers?.["content-type"]).includes("json");
    if (status === 500) throw new Error(`${method} ${path}: ${text}`);
    const told = isJson && text !== "" ? JSON.parse(text) : undefined;
    const problem = status < 400 ? undefined : kinds.get(told?.type);
    const sentHeaders = new Headers(Object.entries(reply.headers ?? {}).map(([name, value]) => [name, String(value)]));
    return { status, headers: sentHeaders, type: "", text, body: told, operation: undefined, problem };
  };

  return {
    behind: app,
    ask,
    get: (path, as) => ask("GET", path, as === undefined ? {} : { as }),
    name: (party, role, more = {}) =>
      ask("POST", `/v1/parties/${party}/mandates`, {
        as: missionOf(party),
        key: freshKey(),
        body: { role, person: personOf(party, role), ...more },
      }),
    app: { rest: app.rest, moveTo: (instant) => app.moveTo(Instant.parse(instant)) },
    freeze,
    withheld,
    delayWaits: async (as, duty, dueOn) => {
      const id = await app.store.userOfAddress(EmailAddress.parse(as));
      const user = id === undefined ? undefined : await app.store.load("user", id);
      if (user === undefined) throw new Error(`${as} is nobody`);
      await delayWaits({ store: app.store, review, by: user.state, now: clock.now() }, duty, dueOn);
    },
    leaveUnknown: async (id) => {
      const letter = await ledger.letter(LetterId.parse(id));
      if (letter === undefined) throw new Error(`There is no letter ${id}`);
      // No mail leaves, and no report comes: the repetition is not waited for.
      await ledger.move(moveLetter(letter, "unknown", { at: clock.now() }));
    },
    suppress: async () => {
      const failed = { ...invitationOf({ id: userId(1), role: "secretariat" }, clock.now()), address: suppressed };
      const recipient = { kind: "mission", party: PartyId.parse("FR") } as const;
      await ledger.plan({ ...failed, recipient, party: recipient.party, contact: "first" });
      const about = { why: "bounced", letter: failed.id, recipient, at: clock.now(), revision: 1 } as const;
      await ledger.writeMark({ schema: 1, hash: addressHash(suppressed), ...about });
      const row = { schema: 1, letter: failed.id, since: clock.now() } as const;
      const hash = addressHash(suppressed);
      await ledger.writeReturned({ ...row, hash, recipient, party: recipient.party, contact: "first" });
      const user = { kind: "user", user: userId(1) } as const;
      await ledger.writeUnreachable({ ...row, recipient: user, party: recipient.party, why: "suppressed" });
      return failed.id;
    },
  };
};

const suppressed = EmailAddress.parse("gone@fr.example.org");
