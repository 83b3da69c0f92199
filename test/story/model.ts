import { expect } from "vitest";
import { reviewIdOf } from "../../schemas/base/ids.ts";
import type { MandateRole } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { apiOf, type SendRequest, type AppRequest, type AppAnswer } from "../harness/app-requests.ts";
import { onePage, party, userId } from "../fixtures/changes.ts";
import { planTestGroup, registerTestUser, missionUser, secretariat, subOf } from "../fixtures/group.ts";
import { type TestApp, makeApp } from "../harness/test-app.ts";
import { AggregateKind } from "../../schemas/model/fact.ts";

/** Party under review -> the parties that review it, by group. */
const groups: Readonly<Record<1 | 2, Readonly<Record<string, readonly string[]>>>> = {
  1: { FR: ["DE", "BR"], JP: ["FR", "DE"], KE: ["JP"] },
  2: { BR: ["KE"], DE: ["JP"] },
};
export const parties = ["BR", "DE", "FR", "JP", "KE"] as const;
export type Code = (typeof parties)[number];

const reviewsIn = Object.values(groups).flatMap((reviews) => Object.entries(reviews));
/** Parties under review in whose reviews a party holds a seat. */
export const seatsOf = (code: string): readonly string[] =>
  reviewsIn.filter(([under, reviewing]) => under === code || reviewing.includes(code)).map(([under]) => under);
const partiesOf = (under: string): readonly string[] =>
  reviewsIn.filter(([code]) => code === under).flatMap(([code, reviewing]) => [code, ...reviewing]);
const groupOf = (under: string): 1 | 2 => (Object.hasOwn(groups[1], under) ? 1 : 2);

/** The expected state, kept apart from the system and far simpler than it. */
export interface Model {
  /** `FR DE` -> the focal point that Germany named in the review of France. */
  readonly focalPoints: Map<string, number>;
  /** `FR DE` of parties that named an expert. */
  readonly experts: Set<string>;
  /** The day on which each group started. */
  readonly startedOn: Map<1 | 2, string>;
  /** The last accepted request that carried a key, with its answer. */
  last?: { readonly asking: AppRequest; readonly answer: AppAnswer; readonly at: Instant };
  requests: number;
}

export const freshModel = (): Model => ({
  focalPoints: new Map(),
  experts: new Set(),
  startedOn: new Map(),
  requests: 0,
});

/** Delegates of France who are named in nothing, and the President. */
export const stranger = userId(20);
export const president = userId(21);
/** A second user of the secretariat, who approves. */
const secondSecretariat = userId(22);

/** The system of a simulation, with its API and a way to see what a request changed. */
export interface Stage {
  readonly app: TestApp;
  readonly request: SendRequest;
  /** Sends a request; returns the reply and the growth of each subject's version. */
  watch(asking: AppRequest): Promise<{ readonly answer: AppAnswer; readonly rose: Readonly<Record<string, number>> }>;
}

export const freshStage = async (): Promise<Stage> => {
  const app = makeApp({ now: "2020-12-01T07:00:00.000Z" });
  for (const number of [1, 2] as const) await planTestGroup(app, { reviews: groups[number], number });
  await registerTestUser(app, { id: stranger, role: "delegate", party: party("FR") }, "stranger@fr.example.org");
  await registerTestUser(app, { id: president, role: "president" }, "president@example.org");
  await registerTestUser(app, { id: secondSecretariat, role: "secretariat" }, "second@example.org");
  await app.settle();
  app.mail.usually = "accepts";
  app.accounts.open = true;
  const request = apiOf(app);
  const versions = async (): Promise<ReadonlyMap<string, number>> => {
    const lists = await Promise.all(AggregateKind.options.map((kind) => app.store.list(kind, onePage)));
    return new Map(lists.flatMap(({ items }) => items.map(({ kind, id, version }) => [`${kind}#${id}`, version])));
  };
  return {
    app,
    request,
    watch: async (asking) => {
      const before = await versions();
      const answer = await request(asking);
      const rose = [...(await versions())].map(
        ([subject, version]) => [subject, version - (before.get(subject) ?? 0)] as const,
      );
      return { answer, rose: Object.fromEntries(rose.filter(([, by]) => by !== 0)) };
    },
  };
};

export const nominationRequest = (
  code: string,
  role: MandateRole,
  person: number,
  reviews: readonly string[],
  key: string,
): AppRequest => ({
  as: subOf(missionUser(code)),
  route: "POST /v1/parties/{partyId}/mandates",
  params: { partyId: code },
  key,
  body: {
    role,
    person: { name: `Person ${person}`, email: `person-${person}@${code.toLowerCase()}.example.org`, language: "en" },
    reviews: reviews.map((under) => reviewIdOf(1, party(under))),
  },
});

/** Returns a request that replaces the holder of a mandate, at once. */
export const replacementRequest = (code: string, mandate: string, person: number, key: string): AppRequest => ({
  as: subOf(missionUser(code)),
  route: "POST /v1/parties/{partyId}/mandates/{mandateId}/replacement",
  params: { partyId: code, mandateId: mandate },
  key,
  body: {
    person: { name: `Person ${person}`, email: `person-${person}@${code.toLowerCase()}.example.org`, language: "en" },
  },
});

export const startRequest = (number: 1 | 2, startedOn: string, preview = "0".repeat(64)): AppRequest => ({
  as: subOf(secretariat),
  route: "POST /v1/groups/{groupId}/start",
  params: { groupId: `c1-g${number}` },
  body: { startedOn, preview },
});

/** The hash of a preview of a start; that of none where a preview is refused. */
export const previewOf = async ({ request }: Stage, number: 1 | 2, startedOn: string): Promise<string | undefined> => {
  const { body } = await request({
    as: subOf(secretariat),
    route: "POST /v1/groups/{groupId}/start/previews",
    params: { groupId: `c1-g${number}` },
    body: { startedOn },
  });
  return (body as { readonly hash?: string }).hash;
};

/** Approves a start off the plan, as another of the secretariat. */
export const startApproval = (number: 1 | 2): AppRequest => ({
  as: subOf(secondSecretariat),
  route: "POST /v1/groups/{groupId}/start/approval",
  params: { groupId: `c1-g${number}` },
});

/** Checks that the system at rest agrees with the model. */
export const expectAsKnown = async ({ app }: Stage, model: Model): Promise<void> => {
  for (const [under] of reviewsIn) {
    const aggregate = await app.store.load("review", `c1-${under}`);
    const all = partiesOf(under);
    const named = all.filter((code) => model.focalPoints.has(`${under} ${code}`));
    const started = model.startedOn.has(groupOf(under));
    const stage = !started ? "scheduled" : named.length === all.length ? "consultation" : "nomination";
    expect({ under, stage: aggregate?.state.stage }).toEqual({ under, stage });
    const open = Object.values(aggregate?.state.obligations ?? {}).filter(({ state }) => state === "open");
    const pending = all.flatMap((code) => [
      ...(model.focalPoints.has(`${under} ${code}`) ? [] : [`focal-point:${code}`]),
      ...(model.experts.has(`${under} ${code}`) ? [] : [`experts:${code}`]),
    ]);
    expect({ under, open: open.map(({ id }) => id).toSorted() }).toEqual({
      under,
      open: started ? pending.toSorted() : [],
    });
  }
};
