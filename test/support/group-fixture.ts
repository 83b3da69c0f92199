import { planGroup, startGroup } from "../../domain/parties/groups.ts";
import { nominateInAll } from "../../domain/review/commands/nominate.ts";
import { registerParty, setMissionContacts } from "../../domain/parties/parties.ts";
import { drawReview } from "../../domain/review/commands/start-review.ts";
import { executeOnAggregate, changeOf, executeCommand } from "../../lambdas/commands/execute-command.ts";
import { registerUser, type NewUser } from "../../domain/parties/users.ts";
import { groupIdOf, type GroupId, reviewIdOf, type UserId } from "../../schemas/base/ids.ts";
import { MandateRole } from "../../schemas/model/review.ts";
import { address, day, factsOf, mandateId, party, userId } from "./changes.ts";
import { type TestApp, type LocalStackOptions, makeApp } from "./test-app.ts";

export interface GivenGroup extends LocalStackOptions {
  /** Party under review -> the parties that review it. */
  readonly reviews: Readonly<Record<string, readonly string[]>>;
  /** Parties whose permanent mission has left no address. */
  readonly withoutMission?: readonly string[];
  /** Missions that have left a second address, too. */
  readonly secondContacts?: readonly string[];
  readonly number?: number;
}

/** Somebody of the secretariat, and of a party's permanent mission, whose accounts exist. */
export const secretariat = userId(1);
export const missionUser = (code: string): UserId => userId(10_000 + Number.parseInt(code, 36));
/** The subject of an account in access tokens. */
export const subOf = (user: UserId): string => `sub-of-${user}`;

/** Registers a user with an account; one that is there is left alone. */
export const givenUser = async ({ store, clock }: TestApp, user: NewUser, email: string): Promise<void> => {
  const now = clock.now();
  const person = { name: `User of ${email}`, email: address(email), language: "en" as const };
  await executeCommand(store)({
    by: "load",
    now,
    decide: async () => {
      if ((await store.load("user", user.id)) !== undefined) return { ok: true, changes: [], outcome: undefined };
      const facts = factsOf(registerUser({ ...user, sub: subOf(user.id) }, now));
      const sideRecords = [{ kind: "person", user: user.id, person }] as const;
      return { ok: true, changes: [changeOf("user", user.id, undefined, facts, sideRecords)], outcome: undefined };
    },
  });
};

/** Registers a party with the address of its mission; one that is there is left alone. */
const givenParty = async (
  app: TestApp,
  code: string,
  { reachable, second }: { readonly reachable: boolean; readonly second: boolean },
): Promise<void> => {
  const { store, clock } = app;
  const now = clock.now();
  const secretary = { id: missionUser(code), role: "permanent-mission", party: party(code) } as const;
  await givenUser(app, secretary, `secretary@${code.toLowerCase()}.example.org`);
  await executeCommand(store)({
    by: secretariat,
    now,
    decide: async () => {
      if ((await store.load("party", code)) !== undefined) return { ok: true, changes: [], outcome: undefined };
      const decision = registerParty(
        {
          id: party(code),
          name: `Party ${code}`,
          kind: "STATE",
          regionalGroup: null,
          joined: { UNTOC: day("2004-01-01") },
          participation: "takes-part",
        },
        now,
      );
      return { ok: true, changes: [changeOf("party", code, undefined, factsOf(decision))], outcome: undefined };
    },
  });
  if (!reachable) return;
  await executeCommand(store)({
    by: secretariat,
    now,
    decide: async () => {
      const head = await store.load("party", code);
      if (head === undefined) throw new Error(`No party ${code}`);
      const mission = {
        address: address(`mission@${code.toLowerCase()}.example.org`),
        ...(second ? { secondAddress: address(`second@${code.toLowerCase()}.example.org`) } : {}),
        language: "en" as const,
        place: "Vienna",
      };
      const sideRecords = [{ kind: "mission", party: party(code), mission }] as const;
      const change = changeOf("party", code, head, factsOf(setMissionContacts(head.state, now)), sideRecords);
      return { ok: true, changes: [change], outcome: undefined };
    },
  });
};

/** Draws the reviews of a group and plans it; its parties and their missions are registered. */
export const givenGroup = async (
  app: TestApp,
  { reviews, withoutMission = [], secondContacts = [], number = 1 }: GivenGroup,
): Promise<GroupId> => {
  const { store, clock } = app;
  const now = clock.now();
  const id = groupIdOf(1, number);
  await givenUser(app, { id: secretariat, role: "secretariat" }, "secretariat@example.org");
  for (const code of new Set(Object.entries(reviews).flat(2)))
    await givenParty(app, code, {
      reachable: !withoutMission.includes(code),
      second: secondContacts.includes(code),
    });
  for (const [under, reviewing] of Object.entries(reviews)) {
    const review = reviewIdOf(1, party(under));
    const seats = [
      { party: party(under), role: "under-review" as const, instruments: ["UNTOC" as const] },
      ...reviewing.map((code) => ({ party: party(code), role: "reviewing" as const, instruments: ["UNTOC" as const] })),
    ];
    const drawing = drawReview({ id: review, cluster: 1, group: id, party: party(under), seats }, now);
    await store.commit({
      changes: [changeOf("review", review, undefined, factsOf(drawing))],
      by: "load",
      at: now,
    });
  }
  const plan = {
    cluster: 1,
    group: number,
    plannedFor: day("2020-12-01"),
    reviews: Object.keys(reviews).map((code) => reviewIdOf(1, party(code))),
  };
  await store.commit({
    changes: [changeOf("group", id, undefined, factsOf(planGroup(plan, now)))],
    by: "load",
    at: now,
  });
  await app.settle();
  return id;
};

export const given = {
  /** A system with one planned group, nobody named, a working mail service, on the eve of its start. */
  group: async (wanted: GivenGroup): Promise<TestApp> => {
    const app = makeApp(wanted);
    await givenGroup(app, wanted);
    app.mail.usually = "accepts";
    return app;
  },
};

/** The secretariat records that a group started; what follows is still to happen. */
export const startOf = async (app: TestApp, on: string, number = 1): Promise<void> => {
  const now = app.clock.now();
  const done = await executeOnAggregate(app.store)({
    kind: "group",
    id: groupIdOf(1, number),
    by: secretariat,
    now,
    decide: (group) => startGroup(group, day(on), now),
  });
  if (!done.ok) throw new Error(`Refused: ${done.refusal}`);
};

export interface Naming {
  readonly number?: number;
  /** Parties under review; all reviews of the party where left out. */
  readonly in?: readonly string[];
}

/** A mission names somebody; what follows is still to happen. Answers the refusal, if it is refused. */
export const naming = async (
  { store, clock }: Pick<TestApp, "store" | "clock">,
  role: MandateRole,
  code: string,
  { number = 100, in: reviews }: Naming = {},
): Promise<string | undefined> => {
  const now = clock.now();
  const asked = reviews?.map((under) => reviewIdOf(1, party(under)));
  const done = await executeCommand(store)({
    by: missionUser(code),
    now,
    decide: async () => {
      const heads = await store.loadMany("review", asked ?? (await store.reviewsOfParty(party(code))));
      const named = nominateInAll(
        heads.map(({ state }) => state),
        {
          mandate: mandateId(10 * number + MandateRole.options.indexOf(role)),
          role,
          party: party(code),
          user: userId(number),
          at: now,
          asked,
        },
      );
      if (!named.ok) return named;
      const changes = named.changes.map(({ review, facts }) =>
        changeOf(
          "review",
          review.id,
          heads.find(({ id }) => id === review.id),
          facts,
        ),
      );
      return { ok: true, changes, outcome: undefined };
    },
  });
  return done.ok ? undefined : done.refusal;
};

/** Every letter in few words: whose, about what, which rung, and what became of it. */
export const told = async (app: TestApp): Promise<readonly string[]> =>
  (await app.letters()).map(({ content, party: to, state, reason }) =>
    [
      to ?? "nobody",
      ...("occasion" in content ? [content.occasion.kind, content.rung] : [content.kind]),
      reason === undefined ? state : `${state}(${reason})`,
    ].join(" "),
  );

/** Every mail that arrived, in few words: when, to whom, about what. */
export const arrived = (app: TestApp): readonly string[] =>
  app.mail.inbox.map(({ to, at, subject }) => `${at.slice(0, 16)} ${to.split("@")[1]?.slice(0, 2)} ${subject}`);
