import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addresseesOf, figureOf, type Pool } from "../../../domain/bulletins/audience.ts";
import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { membersOf } from "../../../domain/oversight/figures.ts";
import { presidentsList } from "../../../domain/oversight/presidents-list.ts";
import type { Addressee } from "../../../schemas/model/addressee.ts";
import { Audience, AudienceList } from "../../../schemas/model/audience.ts";
import { FigureKind } from "../../../schemas/model/figure-kind.ts";
import type { FigureMember } from "../../../schemas/model/figures.ts";
import { GroupId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { RegionalGroup } from "../../../schemas/base/values.ts";
import { inConsultation, inFeedback, inQuestionnaire } from "../review/journey.ts";
import { at, day, expert, focalPoint, mandateId, mission, party, Play, seat } from "../review/play.ts";
import { severalReviews } from "../review/several-reviews.ts";

const partyOf = (id: string, regionalGroup: RegionalGroup | null, changes: Partial<Party> = {}): Party => ({
  id: party(id),
  name: id,
  kind: "STATE",
  regionalGroup,
  joined: { UNTOC: day("2004-01-01") },
  participation: "takes-part",
  ...changes,
});

const parties: readonly Party[] = [
  partyOf("FR", "WEOG", { joined: { UNTOC: day("2004-01-01"), TIP: day("2004-01-01") } }),
  partyOf("PE", "GRULAC"),
  partyOf("KE", "AFRICAN"),
  partyOf("TD", "AFRICAN", { joined: { FP: day("2012-01-01") } }),
  partyOf("BT", "ASIA_PACIFIC", { participation: "unassigned" }),
  partyOf("PW", "ASIA_PACIFIC", { participation: "not-taking-part" }),
  partyOf("EU", null, { kind: "ORG" }),
  ...["IT", "DE", "ES", "PT", "GR"].map((id) => partyOf(id, "WEOG")),
];

/** Returns an audience as a caller gives it. An audience that the schema refuses is a defect of the test. */
const audience = (given: object): Audience => Audience.parse({ roles: ["mission"], ...given });

const resolved = (reviews: readonly Review[], given: object, now = "2021-01-01"): readonly Addressee[] =>
  addresseesOf(audience(given), { reviews, parties }, at(now));

const users = new Map(
  ["FR", "PE", "KE", "TD"].flatMap((code) => [
    [focalPoint(code).id, `focal point of ${code}`],
    [expert(code).id, `expert of ${code}`],
  ]),
);

/** Recipients in few words. */
const nameRecipients = (addressees: readonly Addressee[]): readonly string[] =>
  addressees.map(({ recipient }) =>
    recipient.kind === "mission" ? `mission of ${recipient.party}` : (users.get(recipient.user) ?? recipient.user),
  );
const missions = (...codes: readonly string[]): readonly string[] => codes.map((code) => `mission of ${code}`);

/** Returns a played review as a review of another cluster and group. */
const elsewhere = ({ review }: Play, cluster: number, group: string): Review => ({
  ...review,
  id: reviewIdOf(cluster, review.party),
  cluster,
  group: GroupId.parse(group),
});

describe("an audience without regard to reviews", () => {
  test("is every mission of a party that takes part or may come to, with or without a review", () => {
    expect(nameRecipients(resolved([], {}))).toEqual(
      missions("BT", "DE", "ES", "EU", "FR", "GR", "IT", "KE", "PE", "PT", "TD"),
    );
    expect(resolved([], { parties: ["BT"] })).toEqual([
      {
        recipient: { kind: "mission", party: "BT" },
        party: "BT",
        reviews: [],
        reason: { code: "registered", as: "mission", party: "BT" },
      },
    ]);
  });

  test("is narrowed by regional group, by party, and by the instruments that a party has joined", () => {
    expect(nameRecipients(resolved([], { regionalGroups: ["AFRICAN", "GRULAC"] }))).toEqual(missions("KE", "PE", "TD"));
    expect(nameRecipients(resolved([], { parties: ["EU", "FR", "PW"] }))).toEqual(missions("EU", "FR"));
    expect(nameRecipients(resolved([], { instruments: ["TIP", "FP"] }))).toEqual(missions("FR", "TD"));
    expect(nameRecipients(resolved([], { regionalGroups: ["AFRICAN"], instruments: ["FP"] }))).toEqual(missions("TD"));
    expect(resolved([], { regionalGroups: ["EASTERN_EUROPEAN"] })).toEqual([]);
  });
});

describe("an audience of reviews", () => {
  /** In consultation, not started, and under written feedback. */
  const reviews = [
    elsewhere(inConsultation(), 1, "c1-g1"),
    elsewhere(new Play(), 2, "c2-g2"),
    elsewhere(inFeedback(), 3, "c3-g3"),
  ];

  test("is narrowed by cluster, group and stage to the seats in such reviews", () => {
    expect(nameRecipients(resolved(reviews, { clusters: [1, 4] }))).toEqual(missions("FR", "KE", "PE"));
    expect(resolved(reviews, { clusters: [3] }).flatMap((one) => one.reviews)).toEqual(["c3-FR", "c3-FR", "c3-FR"]);
    expect(resolved(reviews, { clusters: [4] })).toEqual([]);
    expect(resolved(reviews, { groups: ["c2-g2"] }).map((one) => one.reviews)).toEqual([
      ["c2-FR"],
      ["c2-FR"],
      ["c2-FR"],
    ]);
    const [france] = resolved(reviews, { groups: ["c2-g2", "c3-g3"], seats: ["under-review"] });
    expect(france).toEqual({
      recipient: { kind: "mission", party: "FR" },
      party: "FR",
      reviews: ["c2-FR", "c3-FR"],
      reason: { code: "seated", as: "mission", party: "FR", reviews: ["c2-FR", "c3-FR"] },
    });
    expect(resolved(reviews, { stages: ["feedback"], seats: ["reviewing"] }).map((one) => one.reviews)).toEqual([
      ["c3-FR"],
      ["c3-FR"],
    ]);
    expect(resolved(reviews, { stages: ["concluded"] })).toEqual([]);
  });

  test("takes the instruments of the seat, not all that its party has joined", () => {
    const firearms = new Play([
      seat("FR", "under-review", "UNTOC", "FP"),
      seat("PE", "reviewing", "UNTOC"),
      seat("KE", "reviewing", "UNTOC"),
      seat("TD", "additional-reviewer", "FP"),
    ]).review;
    expect(nameRecipients(resolved([firearms], { clusters: [1], instruments: ["FP"] }))).toEqual(missions("FR", "TD"));
    expect(nameRecipients(resolved([firearms], { seats: ["additional-reviewer"] }))).toEqual(missions("TD"));
  });

  test("writes to focal points and experts who serve at that moment, each once with all their reviews", () => {
    const people = { roles: ["expert", "focal-point"] };
    const [france] = resolved(reviews, { ...people, parties: ["FR"] });
    expect(france?.reason).toEqual({
      code: "seated",
      as: "focal-point",
      party: "FR",
      reviews: ["c1-FR", "c3-FR"],
    });
    expect(nameRecipients(resolved(reviews, people))).toEqual(
      ["FR", "KE", "PE"].flatMap((code) => [`focal point of ${code}`, `expert of ${code}`]),
    );
    expect(resolved(reviews, people, "2020-12-01")).toEqual([]);
    expect(resolved(reviews, { ...people, groups: ["c2-g2"] })).toEqual([]);
  });

  test("leaves out whose mandate has ended, and names missions first", () => {
    const play = inQuestionnaire();
    const removal = { party: party("KE"), mandate: mandateId("fpKE") };
    const outcome = removeMandate([play.review], mission("KE"), removal, at("2021-03-01"));
    if (!outcome.ok) throw new Error(outcome.refusal);
    for (const { facts } of outcome.changes) play.take({ ok: true, facts });
    const both = { roles: ["focal-point", "mission"], stages: ["questionnaire"] };
    expect(nameRecipients(resolved([play.review], both, "2021-02-28"))).toContain("focal point of KE");
    expect(nameRecipients(resolved([play.review], both, "2021-03-02"))).toEqual([
      "mission of FR",
      "focal point of FR",
      "mission of KE",
      "mission of PE",
      "focal point of PE",
    ]);
  });

  test("includes a person who is both as focal point, with the reviews of either", () => {
    const one = new Play().start().name("PE", "focal-point", "2020-12-03", "fp").review;
    const two = new Play().start().name("PE", "expert", "2020-12-03", "fp").review;
    const given = [one, { ...two, id: reviewIdOf(2, party("FR")), cluster: 2, group: GroupId.parse("c2-g1") }];
    const [both, ...others] = resolved(given, { roles: ["expert", "focal-point"] });
    expect(others).toEqual([]);
    expect(both?.reason).toEqual({ code: "seated", as: "focal-point", party: "PE", reviews: ["c1-FR", "c2-FR"] });
    expect(resolved(given, { roles: ["expert"] }).map(({ reason }) => reason)).toEqual([
      { code: "seated", as: "expert", party: "PE", reviews: ["c2-FR"] },
    ]);
  });
});

describe("an audience that is a list", () => {
  test("of seats without a focal point is their missions, with the date of the obligation", () => {
    const play = new Play().start().name("PE", "focal-point", "2020-12-03");
    const found = resolved([play.review], { list: "focal-points-missing" }, "2020-12-20");
    expect(nameRecipients(found)).toEqual(missions("FR", "KE"));
    expect(found[0]?.reason).toEqual({
      code: "listed",
      as: "mission",
      party: "FR",
      list: "focal-points-missing",
      kinds: ["focal-point"],
      reviews: ["c1-FR"],
      dueAt: "2020-12-15T22:59:59.999Z",
    });
    expect(resolved([play.review], { list: "focal-points-missing", roles: ["focal-point"] }, "2020-12-20")).toEqual([]);
  });

  test("of answers past their date begins the moment after it, and leaves out other obligations", () => {
    const play = inQuestionnaire();
    const { dueAt } = play.obligation("questionnaire:FR");
    const overdue = (now: string) =>
      nameRecipients(
        resolved(
          [play.review],
          { list: "duties-overdue", kinds: ["questionnaire"], roles: ["mission", "focal-point"] },
          now,
        ),
      );
    expect(overdue(dueAt)).toEqual([]);
    expect(overdue("2021-07-12T12:00:00.000Z")).toEqual(["mission of FR", "focal point of FR"]);
    expect(nameRecipients(resolved([inFeedback().review], { list: "duties-overdue" }, "2023-01-01"))).toEqual(
      missions("KE", "PE"),
    );
    expect(resolved([inFeedback().review], { list: "duties-overdue", kinds: ["questionnaire"] }, "2023-01-01")).toEqual(
      [],
    );
  });

  test("is narrowed by group, side and regional group like any audience", () => {
    const { review } = new Play().start();
    const missing = { list: "focal-points-missing" };
    expect(nameRecipients(resolved([review], missing))).toEqual(missions("FR", "KE", "PE"));
    expect(
      nameRecipients(resolved([review], { ...missing, seats: ["reviewing"], regionalGroups: ["AFRICAN"] })),
    ).toEqual(missions("KE"));
    expect(resolved([review], { ...missing, groups: ["c1-g2"] })).toEqual([]);
    expect(resolved([review], { ...missing, kinds: ["experts"] })).toEqual([]);
  });

  test("of the President's list includes no recipient for a review whose reminders are paused, as a list of a figure does", () => {
    const { review } = new Play().start();
    const held: Review = { ...review, remindersPaused: true };
    const listed = { list: "presidents-list" };
    expect(nameRecipients(resolved([review], listed, "2021-06-01"))).toEqual(missions("FR", "KE", "PE"));
    expect(resolved([held], listed, "2021-06-01")).toEqual([]);
    expect(nameRecipients(resolved([held], { list: "focal-points-missing" }))).toEqual(missions("FR", "KE", "PE"));
  });

  const lists = fc.constantFrom(...AudienceList.options);
  const counted = (list: AudienceList, { reviews }: Pool, now: Parameters<typeof addresseesOf>[2]) => {
    if (list === "presidents-list") return presidentsList(reviews, now).map(({ member }) => member);
    const { figure, kind } = figureOf(list);
    return membersOf(figure, reviews, kind === undefined ? {} : { kind }, now).map(({ member }) => member);
  };
  const pairs = (members: readonly FigureMember[]) =>
    [...new Set(members.flatMap((one) => (one.party === undefined ? [] : [`${one.party} ${one.review}`])))].toSorted();

  test("holds exactly the parties and reviews that the figure of its name counts at that moment", () => {
    fc.assert(
      fc.property(severalReviews, lists, ({ all, now }, list) => {
        const pool = { reviews: all, parties };
        const found = addresseesOf(audience({ list }), pool, now);
        expect(found.flatMap((one) => one.reviews.map((review) => `${one.party} ${review}`)).toSorted()).toEqual(
          pairs(counted(list, pool, now)),
        );
        expect(nameRecipients(found)).toEqual([...new Set(nameRecipients(found))]);
      }),
      { numRuns: 60 },
    );
  });

  test("narrowed to kinds holds what the figure counts of any of them", () => {
    const kinds = fc.uniqueArray(fc.constantFrom(...FigureKind.options), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(severalReviews, lists, kinds, ({ all, now }, list, some) => {
        const pool = { reviews: all, parties };
        const found = addresseesOf(audience({ list, kinds: some }), pool, now);
        const of = counted(list, pool, now).filter(({ kind, blockedBy = [] }) =>
          some.some((one) => one === kind || blockedBy.includes(one)),
        );
        expect(found.flatMap((one) => one.reviews.map((review) => `${one.party} ${review}`)).toSorted()).toEqual(
          pairs(of),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("is the same whatever order reviews and parties are read in", () => {
    fc.assert(
      fc.property(severalReviews, lists, ({ all, now }, list) => {
        const given = audience({ list, roles: ["expert", "mission", "focal-point"] });
        const turned = { reviews: all.toReversed(), parties: parties.toReversed() };
        expect(addresseesOf(given, turned, now)).toEqual(addresseesOf(given, { reviews: all, parties }, now));
      }),
      { numRuns: 40 },
    );
  });
});

describe("an audience as it is requested", () => {
  test.each([
    ["no recipient", { roles: [] }],
    ["a role twice", { roles: ["mission", "mission"] }],
    ["a role that is none", { roles: ["observer"] }],
    ["an empty filter", { groups: [] }],
    ["a group twice", { groups: ["c1-g1", "c1-g1"] }],
    ["a group that is none", { groups: ["c9-g1"] }],
    ["a list that is none", { list: "everybody" }],
    ["kinds without a list", { kinds: ["questionnaire"] }],
    ["a field that is none", { everybody: true }],
  ])("is refused with %s", (_, given) => {
    expect(Audience.safeParse({ roles: ["mission"], ...given }).success).toBe(false);
  });
});
