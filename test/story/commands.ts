import { CalendarDate } from "../../schemas/base/values.ts";
import fc from "fast-check";
import { expect } from "vitest";
import { idempotencyRetention } from "../../domain/policy/retention.ts";
import { mandatesOf } from "../../domain/review/mandates.ts";
import { addDays, daysBetween, dayOf, later } from "../../domain/base/time.ts";
import type { MandateRole } from "../../schemas/model/review.ts";
import { party } from "../fixtures/changes.ts";
import { missionUser, subOf } from "../fixtures/group.ts";
import type { FunctionName } from "../harness/test-app.ts";
import { brokenNow } from "../harness/invariants.ts";
import { Crash } from "../harness/function-deaths.ts";
import type { MailFate } from "../fakes/mail-service.ts";
import {
  type Code,
  type Model,
  nominationRequest,
  parties,
  president,
  replacementRequest,
  seatsOf,
  type Stage,
  previewOf,
  startApproval,
  startRequest,
  stranger,
} from "./model.ts";

type Command = fc.AsyncCommand<Model, Stage>;

/** Wraps a command that may come at any time; checks all invariants of every step after it. */
const command = (text: string, work: (model: Model, stage: Stage) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, stage) => {
    await work(model, stage);
    expect(await brokenNow(stage.app)).toEqual([]);
  },
  toString: () => text,
});

const nameSomebody = (code: Code, role: MandateRole, person: number, chosen: readonly number[]): Command =>
  command(`${code} names ${role} ${person} in ${chosen.join()}`, async (model, stage) => {
    const seats = seatsOf(code);
    const picked = [...new Set(chosen.map((place) => seats[place % seats.length] ?? code))];
    const reviews = picked.length === 0 ? seats : picked;
    model.requests += 1;
    const asking = nominationRequest(code, role, person, reviews, `request-${model.requests}`);
    const { answer, rose } = await stage.watch(asking);
    const taken = reviews.filter((under) => (model.focalPoints.get(`${under} ${code}`) ?? person) !== person);
    if (role === "focal-point" && taken.length > 0) {
      const listed = answer.body["reviews"] as readonly string[] | undefined;
      expect([answer.status, listed?.toSorted(), rose]).toEqual([
        409,
        taken.map((under) => `c1-${under}`).toSorted(),
        {},
      ]);
      return;
    }
    expect(answer.status).toBe(201);
    expect(Object.values(rose).every((by) => by === 1)).toBe(true);
    for (const under of reviews) {
      if (role === "focal-point") model.focalPoints.set(`${under} ${code}`, person);
      if (role === "expert") model.experts.add(`${under} ${code}`);
    }
    model.last = { asking, answer, at: stage.app.clock.now() };
  });

/** Replaces the latest focal point of a party by a new person, in every review of the mandate. */
const replaceDelegate = (code: Code): Command =>
  command(`${code} replaces its focal point`, async (model, stage) => {
    const { store, clock } = stage.app;
    const reviews = (await store.loadMany("review", await store.reviewsOfParty(party(code)))).map(({ state }) => state);
    const held = reviews.flatMap((review) => mandatesOf(review, party(code), "focal-point", clock.now()));
    const mandate = held.at(-1)?.id;
    if (mandate === undefined) return;
    model.requests += 1;
    const person = 1000 + model.requests;
    const asking = replacementRequest(code, mandate, person, `request-${model.requests}`);
    const { answer } = await stage.watch(asking);
    expect(answer.status).toBe(200);
    for (const review of reviews)
      if (review.mandates[mandate] !== undefined) model.focalPoints.set(`${review.party} ${code}`, person);
  });

const start = (number: 1 | 2, daysAgo: number): Command =>
  command(`group ${number} started ${daysAgo} days ago`, async (model, stage) => {
    const day = addDays(dayOf(stage.app.clock.now()), -daysAgo);
    const { answer, rose } = await stage.watch(startRequest(number, day, await previewOf(stage, number, day)));
    const before = model.startedOn.get(number);
    if (before === undefined) {
      model.startedOn.set(number, day);
      const once = { [`group#c1-g${number}`]: 1 };
      expect([answer.status, rose]).toEqual([202, once]);
      if (Math.abs(daysBetween(CalendarDate.parse("2020-12-01"), day)) <= 7) return;
      const approval = await stage.watch(startApproval(number));
      expect([approval.answer.status, approval.rose]).toEqual([202, once]);
    } else expect([answer.status, rose]).toEqual([before === day ? 202 : 409, {}]);
  });

/** Guarantee 14: same key and body, same answer and no effect; another body is refused loudly. */
const repeat = (changed: boolean): Command =>
  command(`the last request comes again${changed ? " with another body" : ""}`, async (model, stage) => {
    if (model.last === undefined) return;
    const { asking, answer: before, at } = model.last;
    if (later(at, idempotencyRetention) <= stage.app.clock.now()) return;
    const body = changed ? { ...(asking.body as object), namedOn: "2020-11-01" } : asking.body;
    const { answer, rose } = await stage.watch({ ...asking, body });
    expect(rose).toEqual({});
    if (changed) expect(answer.body).toMatchObject({ status: 422, type: "urn:review-mechanism:problem:key-reused" });
    else expect(answer).toEqual(before);
  });

/** Sets the contacts of a mission. Checks guarantee 14 as well: a stale If-Match is refused and has no effect. */
const setMission = (code: Code, stale: boolean): Command =>
  command(`${code} sets its address${stale ? " on what has changed" : ""}`, async (_, stage) => {
    const version = (await stage.app.store.load("party", code))?.version ?? 0;
    const { answer, rose } = await stage.watch({
      as: subOf(missionUser(code)),
      route: "PUT /v1/parties/{partyId}/mission",
      params: { partyId: code },
      ifMatch: `"v${stale ? version - 1 : version}"`,
      body: { address: `mission-${version}@${code.toLowerCase()}.example.org`, language: "fr", place: "Vienna" },
    });
    expect([answer.status, rose]).toEqual(stale ? [412, {}] : [200, { [`party#${code}`]: 1 }]);
  });

/** Guarantee 13: a caller without the right has no effect, and data that the caller may not see are not found. */
const trespass = (who: "stranger" | "president" | "neighbour" | "nobody", code: Code): Command =>
  command(`${who} tries what is ${code}'s`, async (_, stage) => {
    const neighbour = parties[(parties.indexOf(code) + 1) % parties.length] ?? "FR";
    const as = {
      stranger: subOf(stranger),
      president: subOf(president),
      neighbour: subOf(missionUser(neighbour)),
      nobody: "?",
    }[who];
    const attempts = [
      { ...nominationRequest(code, "focal-point", 9, [code], "trespass-1"), as },
      { ...nominationRequest(code, "observer", 9, [code], "trespass-2"), as },
      { ...startRequest(1, "2020-12-01"), as },
      {
        as,
        route: "PUT /v1/parties/{partyId}/mission",
        params: { partyId: code },
        ifMatch: '"v1"',
        body: { address: "elsewhere@example.org", language: "en", place: "Vienna" },
      },
      {
        as,
        route: "POST /v1/users",
        key: "trespass-3",
        body: { role: "secretariat", person: { name: "Me", email: "me@example.org", language: "en" } },
      },
    ];
    for (const attempt of attempts) {
      const { answer, rose } = await stage.watch(attempt);
      expect([attempt.route, answer.status, rose]).toEqual([attempt.route, 403, {}]);
    }
    const others = parties.filter((under) => !seatsOf(neighbour).includes(under));
    const reads = who === "neighbour" ? others : who === "nobody" ? [] : parties;
    for (const under of reads) {
      const { answer } = await stage.watch({
        as,
        route: "GET /v1/reviews/{reviewId}",
        params: { reviewId: `c1-${under}` },
      });
      expect([under, answer.status]).toEqual([under, 404]);
    }
  });

const pass = (minutes: number): Command =>
  command(`${minutes} minutes pass`, (_, { app }) => app.moveTo(later(app.clock.now(), { minutes })));
/** An outage: nothing works meanwhile. */
const outage = (hours: number): Command =>
  command(`${hours} hours are lost`, async (_, { app }) => app.sleepUntil(later(app.clock.now(), { hours })));
const settle = command("all that is to happen happens", (_, { app }) => app.settle());
const sweep = (depth: "hourly" | "full"): Command =>
  command(`sweep ${depth}`, async (_, { app }) => {
    await app.sweep(depth).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  });

const fault = (text: string, make: (stage: Stage) => void): Command => command(text, async (_, stage) => make(stage));
const onQueue = (queue: "timers" | "letters" | "receipts", what: "drops" | "duplicates", many: number): Command =>
  // Reports that are lost are switched by `unreported`, so that the model knows the mails without a report.
  queue === "receipts" && what === "drops"
    ? fault(`${many} mails will not be reported`, ({ app }) => void (app.mail.unreported += many))
    : fault(`${many} ${what} on ${queue}`, ({ app }) => void (app.queues[queue][what] = many));
const unarmed = (many: number): Command =>
  fault(`${many} schedules will not be created`, ({ app }) => void (app.schedules.drops = many));
const unheard = fault("the next entry of the stream is lost", ({ app }) => void app.stream.pending.shift());
const allPutAside = fault("the stream puts aside all that waits", ({ app }) => {
  app.stream.putAside.push(...app.stream.pending.splice(0));
});
const mails = (fates: readonly MailFate[]): Command =>
  fault(`mail next ${fates.join(", ")}`, ({ app }) => void app.mail.next.push(...fates));
const kill = (name: FunctionName, call: number): Command =>
  fault(`${name} will be killed at call ${call}`, ({ app }) => void app.kill(name, call));

const code = fc.constantFrom(...parties);
const role = fc.constantFrom<MandateRole>("focal-point", "focal-point", "expert", "expert", "observer");
const few = fc.integer({ min: 1, max: 3 });
const number = fc.constantFrom<1 | 2>(1, 1, 2);

/** All commands; those that advance the process are more frequent than unusual ones. */
export const commands = fc.commands(
  [
    fc
      .tuple(code, role, fc.integer({ min: 1, max: 2 }), fc.array(fc.nat({ max: 5 }), { maxLength: 2 }))
      .map((chosen) => nameSomebody(...chosen)),
    code.map(replaceDelegate),
    code.map(replaceDelegate),
    fc.tuple(number, fc.constantFrom(0, 0, 1, 10, 15)).map((chosen) => start(...chosen)),
    fc.tuple(fc.constant<1>(1), fc.constantFrom(0, 0, 1, 10, 15)).map((chosen) => start(...chosen)),
    fc.integer({ min: 1, max: 120 }).map(pass),
    fc.integer({ min: 1, max: 12 }).map((days) => pass(days * 24 * 60)),
    fc.constant(settle),
    fc.constantFrom<"hourly" | "full">("hourly", "full").map(sweep),
    fc
      .tuple(fc.constantFrom("timers", "letters", "receipts"), fc.constantFrom("drops", "duplicates"), few)
      .map((chosen) => onQueue(...chosen)),
    few.map(unarmed),
    fc.constant(unheard),
    fc.constant(allPutAside),
    fc.constant(allPutAside),
    fc
      .array(fc.constantFrom<MailFate>("accepts-and-times-out", "times-out", "throttles", "refuses"), {
        minLength: 1,
        maxLength: 3,
      })
      .map(mails),
    fc
      .tuple(fc.constantFrom<FunctionName>("react", "timer", "send", "sweep"), fc.integer({ min: 1, max: 15 }))
      .map((chosen) => kill(...chosen)),
    fc.integer({ min: 1, max: 60 }).map(outage),
    fc.boolean().map(repeat),
    fc.tuple(code, fc.boolean()).map((chosen) => setMission(...chosen)),
    fc
      .tuple(fc.constantFrom("stranger", "president", "neighbour", "nobody"), code)
      .map((chosen) => trespass(...chosen)),
  ],
  { maxCommands: 30, size: "max" },
);

/** Ends every fault, runs all pending work, and runs one sweep an hour later. */
export const comeToRest = async ({ app }: Stage): Promise<void> => {
  for (const queue of Object.values(app.queues))
    Object.assign(queue, { drops: 0, duplicates: 0, delay: 0, held: false });
  app.schedules.drops = 0;
  app.mail.next.splice(0);
  app.mail.unreported = 0;
  app.forgetKills();
  await app.rest();
  await app.moveTo(later(app.clock.now(), { hours: 1 }));
  await app.sweep("full");
  await app.rest();
};
