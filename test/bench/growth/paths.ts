import { nominationRoutes } from "../../../lambdas/handlers/nominations.ts";
import { partyRoutes } from "../../../lambdas/handlers/parties.ts";
import { publicPageRoutes } from "../../../lambdas/handlers/public-pages.ts";
import { publicRoutes } from "../../../lambdas/handlers/public.ts";
import { reviewRoutes } from "../../../lambdas/handlers/reviews.ts";
import { worklistRoutes } from "../../../lambdas/handlers/worklist.ts";
import { all } from "../../../lambdas/io/pages.ts";
import type { CommitStore } from "../../../lambdas/io/store/commit.ts";
import type { Route } from "../../../lambdas/shell/http/route.ts";
import { newNamedParties } from "../../../lambdas/use-cases/accounts/named-parties.ts";
import { recountSubjects } from "../../../lambdas/use-cases/counting/recount-subjects.ts";
import { type EffectIo, onJournalEntry } from "../../../lambdas/use-cases/on-journal-entry.ts";
import { aggregateKey, parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import { registerUser } from "../../../domain/parties/users.ts";
import { change, factsOf, userId } from "../../fixtures/changes.ts";
import { type LetterPathIo, letterSteps } from "./letter-path.ts";
import type { DatabaseUse } from "./measure.ts";

/** The dependencies of the measured paths. */
export type PathIo = EffectIo &
  Parameters<typeof nominationRoutes>[0] &
  Parameters<typeof worklistRoutes>[0] &
  LetterPathIo & { readonly counting: Parameters<typeof recountSubjects>[0] };

/** The cost of one path at the database. */
interface PathCost {
  readonly path: string;
  readonly use: DatabaseUse;
}

interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly sub?: string;
}

/** Sends a request to a route, as the secretariat unless an account is named; throws unless it succeeds. */
export const request = async (
  routes: readonly Route[],
  id: string,
  { query = {}, path = {}, body, sub = "bench" }: Sent = {},
): Promise<void> => {
  const event = {
    rawPath: "/",
    rawQueryString: new URLSearchParams(query).toString(),
    queryStringParameters: query,
    pathParameters: path,
    headers: body === undefined ? {} : { "content-type": "application/json", "idempotency-key": `bench-${id}` },
    body: body === undefined ? undefined : JSON.stringify(body),
    requestContext: {
      http: { method: body === undefined ? "GET" : "POST", sourceIp: "192.0.2.1" },
      authorizer: { jwt: { claims: { sub, token_use: "access" } } },
    },
  };
  const reply = await routes.find(({ endpoint }) => endpoint.id === id)?.run(event as never);
  if (reply === undefined || reply.status >= 300) throw new Error(`${id} answered ${reply?.status}: ${reply?.body}`);
};

/** Returns dependencies whose store notes the subjects of its commits. */
const notingSubjects = (io: PathIo): { readonly io: PathIo; readonly subjects: () => readonly string[] } => {
  let subjects: string[] = [];
  const commit: CommitStore["commit"] = (wanted) => {
    subjects.push(
      ...wanted.changes.filter(({ facts }) => facts.length > 0).map(({ kind, id }) => aggregateKey(kind, id)),
    );
    return io.store.commit(wanted);
  };
  return {
    io: { ...io, store: { ...io.store, commit } },
    subjects: () => {
      const noted = [...new Set(subjects)];
      subjects = [];
      return noted;
    },
  };
};

/** Returns the newest entry of a journal. */
const newestEntry = async (io: PathIo, subject: string) => {
  const { kind, id } = parseAggregateKey(subject);
  const entry = (await all((paging) => io.store.journalOf(kind, id, paging))).at(-1);
  if (entry === undefined) throw new Error(`${subject} has no entry`);
  return entry;
};

/**
 * Measures one nomination with a new person: the command, its effects and their own effects, and the count. The stream
 * delivers entries without a read, so reading them is not measured. Letters are planned and not sent.
 */
const measureNomination = async (bare: PathIo, usage: () => DatabaseUse): Promise<readonly PathCost[]> => {
  const { items } = await bare.store.reviewsInStage("nomination", { limit: 1 });
  const [review] = items;
  if (review === undefined) throw new Error("No review waits for a nomination");
  const { party } = review.state;
  const mission = { id: userId(1), role: "permanent-mission", party, sub: "mission" } as const;
  const now = bare.clock.now();
  await bare.store.commit({
    changes: [change("user", mission.id, undefined, factsOf(registerUser(mission, now)))],
    by: "bench",
    at: now,
  });
  const { io, subjects } = notingSubjects(bare);
  const command = await costOf(usage, () =>
    request(nominationRoutes(io), "namePerson", {
      sub: mission.sub,
      path: { partyId: party },
      body: {
        role: "focal-point",
        person: { name: "A Person", email: "person@example.org", language: "en" },
        reviews: [review.id],
      },
    }),
  );
  let effects = noUse;
  const changed = new Set<string>();
  for (let next = subjects(); next.length > 0; next = subjects())
    for (const subject of next) {
      changed.add(subject);
      const entry = await newestEntry(io, subject);
      effects = sum(effects, await costOf(usage, () => onJournalEntry(io, entry)));
    }
  const count = await costOf(usage, () => recountSubjects(io.counting, [...changed]));
  return [
    { path: "one nomination: the command", use: command },
    { path: "one nomination: effects and letters planned", use: effects },
    { path: "one nomination: count", use: count },
    { path: "one nomination, all effects", use: sum(sum(command, effects), count) },
  ];
};

/** Measures one letter from its plan to its receipt. */
const measureLetter = async (io: PathIo, usage: () => DatabaseUse): Promise<readonly PathCost[]> => {
  const { plan, send, receive } = await letterSteps(io);
  const planned = await costOf(usage, plan);
  const sent = await costOf(usage, send);
  const received = await costOf(usage, receive);
  return [
    { path: "a letter: plan", use: planned },
    { path: "a letter: written, claimed and accepted", use: sent },
    { path: "a letter: receipts", use: received },
    { path: "a letter, plan to receipt", use: sum(sum(planned, sent), received) },
  ];
};

const noUse: DatabaseUse = { calls: 0, units: 0, rows: 0, writeUnits: 0 };
const combine = (one: DatabaseUse, other: DatabaseUse, sign: 1 | -1): DatabaseUse => ({
  calls: one.calls + sign * other.calls,
  units: one.units + sign * other.units,
  rows: one.rows + sign * other.rows,
  writeUnits: one.writeUnits + sign * other.writeUnits,
});
const sum = (one: DatabaseUse, other: DatabaseUse): DatabaseUse => combine(one, other, 1);

const costOf = async (usage: () => DatabaseUse, work: () => Promise<unknown>): Promise<DatabaseUse> => {
  const before = usage();
  await work();
  return combine(usage(), before, -1);
};

/** Returns the cost of each path of docs/growth.md, for a function that has cached nothing. */
export const measurePaths = async (io: PathIo, usage: () => DatabaseUse): Promise<readonly PathCost[]> => {
  const fresh = () => ({ ...io, parties: newNamedParties(io) });
  const group = (await io.store.list("group", { limit: 1 })).items[0]?.id ?? "";
  const requests: readonly (readonly [string, () => Promise<void>])[] = [
    ["names of all parties", async () => void (await io.store.partyNames())],
    ["`GET /v1/reviews`, 50", () => request(reviewRoutes(fresh()), "listReviews", { query: { limit: "50" } })],
    [
      "`GET /v1/reviews?stage=feedback`, 50",
      () => request(reviewRoutes(fresh()), "listReviews", { query: { limit: "50", stage: "feedback" } }),
    ],
    ["`GET /v1/pairings`, anonymous, 50", () => request(publicRoutes(fresh()), "listPairings")],
    [
      "`GET /v1/pairings`, anonymous, 200",
      () => request(publicRoutes(fresh()), "listPairings", { query: { limit: "200" } }),
    ],
    [
      "page of all parties",
      () => request(publicPageRoutes(fresh()), "getListPage", { path: { language: "en", page: "parties" } }),
    ],
    [
      "page of the pairings of a group",
      () =>
        request(publicPageRoutes(fresh()), "getSubjectPage", {
          path: { language: "en", page: "pairings", subject: group },
        }),
    ],
    ["`GET /v1/parties`, 50", () => request(partyRoutes(fresh()), "listParties", { query: { limit: "50" } })],
    ["`GET /v1/worklist`, 50", () => request(worklistRoutes(fresh()), "getWorklist", { query: { limit: "50" } })],
  ];
  const costs: PathCost[] = [];
  for (const [path, work] of requests) costs.push({ path, use: await costOf(usage, work) });
  return [...costs, ...(await measureNomination(io, usage)), ...(await measureLetter(io, usage))];
};

/** Returns the costs as a table for docs/growth.md. */
export const pathTable = (costs: readonly PathCost[]): string =>
  [
    "| Path | Calls | Read units | Write units |",
    "| --- | ---: | ---: | ---: |",
    ...costs.map(({ path, use }) => `| ${path} | ${use.calls} | ${use.units} | ${use.writeUnits} |`),
  ].join("\n");
