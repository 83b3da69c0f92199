import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../domain/base/actor.ts";
import { concludeConsultation } from "../../domain/review/commands/consultation.ts";
import type { Decision } from "../../domain/base/decision.ts";
import { notifyDelay } from "../../domain/review/commands/delays.ts";
import { clearFeedback } from "../../domain/review/commands/feedback.ts";
import { agreeToObservations, draftObservations } from "../../domain/review/commands/observations.ts";
import { returnAnswers, submitAnswers } from "../../domain/review/commands/questionnaire.ts";
import { executeOnAggregate } from "../../lambdas/commands/execute-command.ts";
import { measureOfFigure } from "../../schemas/model/figure-measures.ts";
import { FigureName } from "../../schemas/model/figures.ts";
import type { Measure } from "../../schemas/model/statistics.ts";
import { Hash, ObligationId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import { Instant, Instrument } from "../../schemas/base/values.ts";
import { day, party, userId } from "../fixtures/changes.ts";
import type { StackContents } from "../harness/stack-contents.ts";
import { addressOf, missionOf, president, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/**
 * Seven reviews on 1 March 2021, each at another place. Ireland: the list is agreed to and not published. Greece: the
 * answers were returned. Germany: a delay was announced and the new date has passed too. France: no outcome four weeks
 * after the last focal point. Sweden and Austria: focal points are missing. The United States: drawn, not started.
 */
let api: TestApi;
let kept: StackContents;
beforeAll(async () => {
  api = await openTestApi();
  kept = api.contents();
  await api.startGroup();
  await api.app.moveTo("2020-12-04T09:00:00Z");
  for (const code of ["DE", "CA", "SG", "BF", "GR", "FR", "UZ", "SD", "IE", "TD"]) {
    expect((await api.name(code, "focal-point")).status).toBe(201);
    if (code !== "DE") expect((await api.name(code, "expert")).status).toBe(201);
  }
  await api.app.moveTo("2021-01-04T09:00:00Z");
  await api.startGroup("c1-g2", "2021-01-04");
  for (const code of ["SE", "NA", "SN"])
    expect((await api.name(code, "focal-point", { reviews: ["c1-FR"] })).status).toBe(201);
  const outcome = { heldOn: day("2021-01-04"), languages: { languages: ["en"] } };
  for (const [code, answersDueOn] of [
    ["DE", day("2021-01-20")],
    ["GR", day("2021-03-05")],
    ["IE", undefined],
  ] as const) {
    await happens(code, (review, now) => concludeConsultation(review, officer, { ...outcome, answersDueOn }, now));
    if (code === "DE") continue;
    await happens(code, (review, now) => submitAnswers(review, serving(review, code), texts, now));
  }
  await happens("GR", (review, now) => returnAnswers(review, officer, "Pages were missing.", now));
  for (const code of ["FR", "TD"]) {
    const cleared = { party: party(code), documents: texts };
    await happens("IE", (review, now) => clearFeedback(review, serving(review, code), cleared, now));
  }
  await happens("IE", (review, now) => draftObservations(review, officer, { document: hash }, now));
  for (const code of ["IE", "FR", "TD"]) {
    const agreed = { party: party(code), version: 1 };
    await happens("IE", (review, now) => agreeToObservations(review, serving(review, code), agreed, now));
  }
  await api.app.moveTo("2021-01-25T09:00:00Z");
  await happens("DE", (review, now) => notifyDelay(review, mission, delay, now));
  await api.app.moveTo("2021-03-01T09:00:00Z");
  await api.app.rest();
});
afterAll(async () => {
  kept.close();
  await api.close();
});

const officer: Actor = { id: userId(1), role: "secretariat" };
const mission: Actor = { id: userId(2), role: "permanent-mission", party: party("DE") };
const hash = Hash.parse("a".repeat(64));
const texts = Object.fromEntries(Instrument.options.map((instrument) => [instrument, hash]));
const delay = {
  obligation: ObligationId.parse("questionnaire:DE"),
  dueOn: day("2021-02-20"),
  reason: "translation",
} as const;

const serving = ({ id, mandates }: Review, code: string): Actor => {
  const mandate = Object.values(mandates).find(({ role, party: of }) => role === "focal-point" && of === code);
  if (mandate === undefined) throw new Error(`${code} has no focal point in ${id}`);
  return { id: mandate.user, role: "delegate", party: mandate.party };
};

/** Records the decision of the domain about a review, as the API would record it. */
const happens = async (code: string, decide: (review: Review, now: Instant) => Decision): Promise<void> => {
  const now = Instant.parse(api.app.clock.instant());
  const done = await executeOnAggregate(kept.store)({
    kind: "review",
    id: `c1-${code}`,
    by: officer.id,
    now,
    decide: (review) => decide(review, now),
  });
  if (!done.ok) throw new Error(`${code}: ${done.refusal} ${JSON.stringify(done.details)}`);
};

const current = async (query = "") => (await api.get(`/v1/figures/current${query}`, secretariat)).body;
const figureOf = async (figure: FigureName, query = "") =>
  (await current(query)).figures.find((one: any) => one.figure === figure);
/** Returns the members of a part that are filters of the list, without the count and the name of the party. */
const filterOf = ({ count: _, partyName: __, ...filter }: any): Readonly<Record<string, unknown>> => filter;
/** Returns the counts of a figure by one field, over all groups. */
const by = ({ parts }: any, field: string) =>
  Object.fromEntries(
    parts
      .filter((part: any) => Object.keys(filterOf(part)).join() === field)
      .map((part: any) => [part[field], part.count]),
  );
const list = (figure: FigureName, filter: object = {}) => {
  const query = Object.entries(filter).map(([name, value]) => `${name}=${encodeURIComponent(`${value}`)}`);
  return [`/v1/figures/current/${figure}`, ...(query.length === 0 ? [] : [query.join("&")])].join("?");
};

describe("the figures of the moment", () => {
  test("are all given as of one instant, each with its definition", async () => {
    const { asOf, figures } = await current();
    expect(asOf).toMatch(/^2021-03-01T09:/u);
    expect(figures.map(({ figure }: any) => figure)).toEqual(FigureName.options);
    for (const { definition, sources } of figures) expect([definition === "", sources.length]).not.toContain(0);
  });

  test("say how many reviews are in each stage, by group, by cluster and in all", async () => {
    const reviews = await figureOf("reviews");
    expect([reviews.counts, reviews.total]).toEqual(["reviews", 7]);
    expect(by(reviews, "stage")).toEqual({
      scheduled: 1,
      nomination: 2,
      consultation: 1,
      questionnaire: 1,
      feedback: 1,
      observations: 1,
    });
    expect(by(reviews, "group")).toEqual({ "c1-g1": 4, "c1-g2": 2, "c1-g3": 1 });
    expect(reviews.parts).toContainEqual({ group: "c1-g2", stage: "consultation", count: 1 });
    expect(reviews.parts).toContainEqual({ cluster: 1, stage: "nomination", count: 2 });
  });

  test("state the blockers: reviews once each, blockers as many as there are", async () => {
    const blocked = await figureOf("reviews-blocked");
    expect([blocked.counts, blocked.total, by(blocked, "kind")]).toEqual([
      "reviews",
      6,
      { "focal-point": 2, questionnaire: 2, consultation: 1, publication: 1 },
    ]);
    const blockers = await figureOf("blockers");
    expect([blockers.counts, blockers.total, by(blockers, "kind")]).toEqual([
      "blockers",
      11,
      { "focal-point": 7, questionnaire: 2, consultation: 1, publication: 1 },
    ]);
    const person = await figureOf("reviews-missing-somebody");
    expect([person.total, by(person, "stage")]).toEqual([2, { nomination: 2 }]);
  });

  test("say who is missing, by party", async () => {
    expect(by(await figureOf("focal-points-missing"), "party")).toEqual(
      Object.fromEntries(["AT", "BB", "ES", "GM", "SE", "SY", "UG"].map((code) => [code, 1])),
    );
    expect((await figureOf("focal-points-missing")).parts).toContainEqual({
      party: "AT",
      partyName: "Austria",
      count: 1,
    });
    const experts = await figureOf("experts-missing");
    expect([experts.total, by(experts, "party")]).toEqual([
      13,
      { AT: 1, BB: 1, DE: 3, ES: 1, GM: 1, NA: 1, SE: 2, SN: 1, SY: 1, UG: 1 },
    ]);
  });

  test("state the overdue, late, delayed and returned obligations, by kind", async () => {
    const countsByKind = await Promise.all(
      (["duties-overdue", "duties-late", "duties-delayed", "duties-returned"] as const).map(async (figure) =>
        by(await figureOf(figure), "kind"),
      ),
    );
    const overdue = { "focal-point": 7, experts: 13, questionnaire: 1 };
    expect(countsByKind).toEqual([overdue, overdue, { questionnaire: 1 }, { questionnaire: 1 }]);
  });

  test("of one group are those of its reviews", async () => {
    const { group, figures } = await current("?group=c1-g2");
    expect([group, figures[0].total, by(figures[0], "stage")]).toEqual([
      "c1-g2",
      2,
      { nomination: 1, consultation: 1 },
    ]);
    expect((await figureOf("reviews", "?group=c4-g1")).total).toBe(0);
  });
});

describe("the list behind a figure", () => {
  test("is as long as every number says, page by page", async () => {
    const { figures } = await current();
    for (const { figure, total, parts } of figures) {
      expect([figure, (await api.pages(list(figure), secretariat, 3)).items.length]).toEqual([figure, total]);
      for (const part of parts) {
        const [count, filter] = [part.count, filterOf(part)];
        const { items } = await api.pages(list(figure, filter), secretariat, 5);
        expect([figure, filter, items.length]).toEqual([figure, filter, count]);
        expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(count);
      }
    }
  });

  test("states the party, the obligation, the dates, and since when it counts", async () => {
    const { body: overdue } = await api.get(list("duties-overdue", { kind: "questionnaire" }), secretariat);
    expect([overdue.figure, overdue.count, overdue.items]).toEqual([
      "duties-overdue",
      1,
      [
        {
          review: "c1-DE",
          cluster: 1,
          group: "c1-g1",
          stage: "questionnaire",
          party: "DE",
          partyName: "Germany",
          kind: "questionnaire",
          obligation: "questionnaire:DE",
          dueAt: "2021-02-20T22:59:59.999Z",
          dueOn: "2021-02-20",
          originalDueAt: "2021-01-20T22:59:59.999Z",
          originalDueOn: "2021-01-20",
          since: "2021-02-20T23:00:00.000Z",
        },
      ],
    ]);
    const { body: blocked } = await api.get(list("reviews-blocked"), secretariat);
    expect(blocked.items.map(({ review, blockedBy }: any) => [review, ...blockedBy])).toEqual([
      ["c1-SE", "focal-point"],
      ["c1-AT", "focal-point"],
      ["c1-DE", "questionnaire"],
      ["c1-GR", "questionnaire"],
      ["c1-IE", "publication"],
      ["c1-FR", "consultation"],
    ]);
    const { body: consultation } = await api.get(list("blockers", { kind: "consultation" }), secretariat);
    expect(consultation.items[0]).toMatchObject({ party: "FR", dueAt: "2021-02-01T22:59:59.999Z" });
    const { body: publication } = await api.get(list("blockers", { kind: "publication" }), secretariat);
    expect(publication.items[0]).not.toHaveProperty("party");
  });

  test("takes filters together, and counts nothing where nothing fits", async () => {
    const count = async (filter: object) => (await api.get(list("experts-missing", filter), secretariat)).body.count;
    expect(await count({ party: "DE", group: "c1-g1" })).toBe(2);
    expect(await count({ party: "DE", group: "c1-g1", stage: "questionnaire", cluster: 1 })).toBe(1);
    expect(await count({ cluster: 4 })).toBe(0);
    expect(await count({ kind: "feedback" })).toBe(0);
  });
});

describe("requests that are refused", () => {
  test.each([missionOf("FR"), president, addressOf("FR", "focal-point"), addressOf("FR", "expert")])(
    "who is counted to %s, who is not of the secretariat; the aggregates name no party to them",
    async (as) => {
      for (const path of ["/v1/figures/current/reviews", "/v1/figures/current/nonsense"])
        await api.expectRefusal(["GET", path, { as }], { status: 403, problem: "not-yours" });
      const { figures } = (await api.get("/v1/figures/current", as)).body;
      const all = (await current()).figures;
      const withoutParties = (figure: any) => ({
        ...figure,
        parts: figure.parts.filter((part: any) => !("party" in part)),
      });
      expect(figures).toEqual(all.map(withoutParties));
      expect(all.some(({ parts }: any) => parts.some((part: any) => "party" in part))).toBe(true);
    },
  );

  test("a figure that there is not", async () => {
    for (const figure of ["nonsense", "REVIEWS", "reviews-overdue"]) {
      const refusal = { status: 400, problem: "invalid-request", places: [{ parameter: "figure" }] } as const;
      await api.expectRefusal(["GET", `/v1/figures/current/${figure}`, { as: secretariat }], refusal);
    }
    const { body } = await api.get("/v1/figures/current/nonsense", secretariat);
    expect(body.errors[0].message).toBe(`must be one of ${FigureName.options.join(", ")}`);
  });

  test.each([
    ["group", "c1-g0"],
    ["group", "first"],
    ["cluster", "5"],
    ["cluster", "one"],
    ["stage", "started"],
    ["kind", "anything"],
    ["party", "France"],
    ["limit", "0"],
    ["since", "2021-01-01"],
  ])("a filter %s that is %s, by its name", async (parameter, value) => {
    const refusal = { status: 400, problem: "invalid-request", places: [{ parameter }] } as const;
    await api.expectRefusal(["GET", list("reviews", { [parameter]: value }), { as: secretariat }], refusal);
  });

  test("of the figures, every filter but a group", async () => {
    const refusal = { status: 400, problem: "invalid-request", places: [{ parameter: "stage" }] } as const;
    await api.expectRefusal(["GET", "/v1/figures/current?stage=feedback", { as: secretariat }], refusal);
  });

  test("a cursor that was changed, or is of another list", async () => {
    const { next } = (await api.get(list("experts-missing", { limit: 2 }), secretariat)).body;
    const refusal = { status: 400, problem: "invalid-cursor" } as const;
    for (const path of [
      list("experts-missing", { cursor: "nonsense" }),
      list("experts-missing", { cursor: `${next.slice(0, -2)}xx` }),
      list("experts-missing", { cursor: next, group: "c1-g1" }),
      list("focal-points-missing", { cursor: next }),
    ])
      await api.expectRefusal(["GET", path, { as: secretariat }], refusal);
  });
});

// This test is last, because it moves the time.
test("a list that is paged through keeps the instant of its first page", async () => {
  const first = (await api.get(list("duties-overdue", { limit: 20 }), secretariat)).body;
  expect([first.items.length, first.count]).toEqual([20, 21]);
  await api.app.moveTo("2021-03-06T09:00:00Z");
  const second = (await api.get(list("duties-overdue", { limit: 20, cursor: first.next }), secretariat)).body;
  expect([second.asOf, second.items.length, second.count, second.next]).toEqual([first.asOf, 1, 21, undefined]);
  const again = (await api.get(list("duties-overdue", { limit: 20 }), secretariat)).body;
  expect([again.asOf > first.asOf, again.count]).toEqual([true, 22]);
});

test("the statistics as at this day, folded from the journal, count the same", async () => {
  const { measures } = (await api.get("/v1/statistics", secretariat)).body;
  const measureOf = (name: Measure) => measures.find(({ measure }: any) => measure === name);
  for (const name of FigureName.options) {
    const [figure, counted] = [await figureOf(name), measureOf(measureOfFigure[name])];
    expect([name, figure.total]).toEqual([name, counted.total]);
    for (const field of ["group", "stage", "kind", "party"].filter((each) =>
      counted.parts.some((part: any) => each in part),
    ))
      expect([name, field, by(figure, field)]).toEqual([name, field, by(counted, field)]);
  }
  expect(measureOf("duties-overdue").total).toBeGreaterThan(5);
  const { items } = await api.pages("/v1/obligations?state=open", secretariat, 200);
  expect(measureOf("duties-open").total).toBe(items.length);
});
