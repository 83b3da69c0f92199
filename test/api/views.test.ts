import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../schemas/api/index.ts";
import * as drafts from "../../schemas/api/endpoints/review-drafts.ts";
import * as texts from "../../schemas/api/endpoints/review-texts.ts";
import { ofEverybody, ofJournals, ofThePresident } from "../fixtures/worklist.ts";
import { addressOf, missionOf, president, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/**
 * The callers and their relation to the review of Greece by France, Uzbekistan and, for some instruments, Sudan. France and Greece
 * have named; a focal point of Ireland serves in a review with France, but not in this one.
 */
const callers = {
  secretariat,
  president,
  mission: missionOf("FR"),
  "other mission": missionOf("DE"),
  "focal point": addressOf("FR", "focal-point"),
  expert: addressOf("FR", "expert"),
  observer: addressOf("FR", "observer"),
  "other focal point": addressOf("IE", "focal-point"),
} as const;
type Caller = keyof typeof callers;
const everyCaller = Object.keys(callers) as Caller[];
let api: TestApi;
let reminder = "";
let mandate = "";
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  mandate = (await api.name("FR", "focal-point")).headers.get("location") ?? "";
  expect((await api.name("IE", "focal-point")).status).toBe(201);
  for (const role of ["focal-point", "expert", "observer"] as const) {
    if (role !== "focal-point") expect((await api.name("FR", role, { reviews: ["c1-GR"] })).status).toBe(201);
    expect((await api.name("GR", role)).status).toBe(201);
  }
  await api.app.rest();
  const { body } = await api.get("/v1/letters?party=FR", secretariat);
  reminder = body.items.find(({ kind }: any) => kind === "nomination-reminder").id;
});
afterAll(() => api.close());
/** Every field of a value, lists and records of the same things folded: `seats[].party`. */
const fieldsOf = (value: unknown, at = ""): readonly string[] => {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => fieldsOf(each, `${at}[]`)))];
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([name, each]) => fieldsOf(each, at === "" ? name : `${at}.${name}`));
};
const addressesIn = (text: string): readonly string[] =>
  [...new Set(text.match(/[\w.+-]+@[\w.-]+/gu) ?? [])].toSorted();
const all = (status: number) => Object.fromEntries(everyCaller.map((caller) => [caller, status]));
const only = (seeing: readonly Caller[], otherwise: 403 | 404) => ({
  ...all(otherwise),
  ...Object.fromEntries(seeing.map((caller) => [caller, 200])),
});
const inThisReview = ["secretariat", "mission", "focal point", "expert", "observer"] as const;
const insiders = only(inThisReview, 404);
const ofItsParty = only(["secretariat", "mission"], 404);
/** Reads that only the secretariat may make. */
const ofTheSecretariat = {
  ...ofJournals,
  listSuppressedAddresses: "/v1/suppressed-addresses",
  listFigureMembers: "/v1/figures/current/reviews",
  getWorklist: "/v1/worklist",
  listContacts: "/v1/contacts",
  verifyJournal: "/v1/journal/review/c1-GR/verification",
};

/** Every operation that reads, on data of France or of the review of Greece, and the status of each caller. */
const readings: readonly { operation: string; path: () => string; statuses: Record<string, number> }[] = [
  { operation: "getMe", path: () => "/v1/me", statuses: all(200) },
  { operation: "listParties", path: () => "/v1/parties", statuses: all(200) },
  { operation: "getParty", path: () => "/v1/parties/FR", statuses: all(200) },
  { operation: "getMission", path: () => "/v1/parties/FR/mission", statuses: ofItsParty },
  { operation: "listMandates", path: () => "/v1/parties/FR/mandates", statuses: all(200) },
  { operation: "getMandate", path: () => mandate, statuses: all(200) },
  { operation: "listMandateOffers", path: () => "/v1/parties/FR/mandate-offers", statuses: ofItsParty },
  { operation: "listLetters", path: () => "/v1/letters?party=FR&include=explanation", statuses: ofItsParty },
  { operation: "getLetter", path: () => `/v1/letters/${reminder}?include=all`, statuses: ofItsParty },
  { operation: "listReviews", path: () => "/v1/reviews", statuses: all(200) },
  { operation: "getReview", path: () => "/v1/reviews/c1-GR", statuses: insiders },
  { operation: "listObligations", path: () => "/v1/obligations", statuses: all(200) },
  { operation: "getReviewTimeline", path: () => "/v1/reviews/c1-GR/timeline", statuses: insiders },
  { operation: "getReminderPlan", path: () => "/v1/reviews/c1-GR/reminder-plan", statuses: insiders },
  ...Object.entries(ofEverybody).map(([operation, path]) => ({ operation, path: () => path, statuses: all(200) })),
  ...Object.entries(ofThePresident).map(([operation, path]) => ({
    operation,
    path: () => path,
    statuses: only(["secretariat", "president"], 403),
  })),
  ...Object.entries(ofTheSecretariat).map(([operation, path]) => ({
    operation,
    path: () => path,
    statuses: only(["secretariat"], 403),
  })),
];

describe("who gets an answer", () => {
  test("is said here for every operation that reads with a token, but for texts, bulletins, imports, notices, absences, people, users, calendars, registers and status papers, which the grid covers", () => {
    const ofTexts: ReadonlySet<string> = new Set(
      [...Object.values(texts), ...Object.values(drafts)].map(({ id }) => id),
    );
    const reading = endpoints.filter(
      ({ method, access, id, tag }) =>
        method === "GET" &&
        access === "token" &&
        !ofTexts.has(id) &&
        !["Bulletins", "Imports", "Status papers"].includes(tag) &&
        !/ReviewNotices$|LetterAbsence$|^(?:getPerson|getCalendarLink|getUser|listUsers|getRegisterEntry|listRegisterEntries|listRegisterMembers|listObservationMembers)$/u.test(
          id,
        ),
    );
    expect(readings.map(({ operation }) => operation).toSorted()).toEqual(reading.map(({ id }) => id).toSorted());
  });

  test.each(readings)("$operation", async ({ operation, path, statuses }) => {
    const answers = await Promise.all(everyCaller.map((caller) => api.get(path(), callers[caller])));
    expect(Object.fromEntries(answers.map(({ status }, at) => [everyCaller[at], status]))).toEqual(statuses);
    expect(new Set(answers.map((answer) => answer.operation))).toEqual(new Set([operation]));
    // A forbidden resource answers like a missing one.
    for (const { status, problem } of answers)
      expect(problem).toBe({ 200: undefined, 403: "not-yours", 404: "not-found" }[status]);
  });

  test("in a review in which one's party serves, but oneself does not: no person", async () => {
    const statusOf = async (caller: Caller) => (await api.get("/v1/reviews/c1-IE", callers[caller])).status;
    expect(await Promise.all((["expert", "observer", "focal point"] as const).map(statusOf))).toEqual([404, 404, 200]);
  });

  test("a review that one may not see answers like one that does not exist, but for the number of the request", async () => {
    const hidden = await api.get("/v1/reviews/c1-GR", callers["other mission"]);
    const absent = await api.get("/v1/reviews/c4-GR", callers["other mission"]);
    const { instance: _, ...one } = hidden.body;
    const { instance: __, ...other } = absent.body;
    expect([hidden.status, one]).toEqual([404, other]);
  });
});

describe("the review, field by field", () => {
  const answersTo = async (path: string) =>
    Object.fromEntries(
      await Promise.all(inThisReview.map(async (caller) => [caller, await api.get(path, callers[caller])] as const)),
    );

  const ofParty = ["party", "partyName"];
  const place = (at: string) => [...ofParty, "role", "instruments[]"].map((field) => `${at}[].${field}`);
  const places = [...place("seats"), ...place("reviewers")];
  const mandates = ["id", "role", ...ofParty, "since"].map((field) => `seats[].mandates[].${field}`);
  const person = ["id", "name", "title", "institution", "email", "phone", "language"].map(
    (field) => `seats[].mandates[].person.${field}`,
  );
  const dates = ["openedOn", "dueAt", "dueOn", "originalDueAt", "originalDueOn", "overdue", "settledAt"];
  const ofObligation = ["id", "review", "cluster", "kind", ...ofParty, "state", "generation", ...dates];
  const obligations = ofObligation.map((field) => `obligations[].${field}`);
  const blockers = [...ofParty, "kind", "dueAt", "dueOn", "overdue"].map((field) => `blockedBy[].${field}`);
  const summary = ["id", ...ofParty, "cluster", "group", "stage", "stageSince", "startedOn", "version", ...blockers];
  const actions = ["action", "operationId", ...ofParty, "method", "path"].map((field) => `actions[].${field}`);

  test("holds only the fields that its reader may see", async () => {
    const answers = await answersTo("/v1/reviews/c1-GR");
    const everything = [...summary, ...places, ...mandates, ...person, ...obligations, ...actions].toSorted();
    const fields = Object.fromEntries(
      Object.entries(answers).map(([caller, { body }]) => [caller, [...fieldsOf(body)].toSorted()]),
    );
    // Experts and observers may do nothing yet, and an empty list has no fields.
    const delegate = everything.filter((field) => !actions.includes(field));
    expect(fields).toEqual({
      secretariat: [...everything, "actions[].onRecord"].toSorted(),
      mission: everything,
      "focal point": everything,
      expert: delegate,
      observer: delegate,
    });
  });

  test("shows a mission its own party's people and obligations, and of the others only who holds the review up", async () => {
    const { mission } = await answersTo("/v1/reviews/c1-GR");
    const { seats, obligations: ownObligations, blockedBy } = mission?.body ?? {};
    expect(seats.filter(({ mandates: people }: any) => people !== undefined).map(({ party }: any) => party)).toEqual([
      "FR",
    ]);
    expect(addressesIn(mission?.text ?? "")).toEqual(
      [addressOf("FR", "expert"), addressOf("FR", "focal-point"), addressOf("FR", "observer")].toSorted(),
    );
    expect(new Set(ownObligations.map(({ party }: any) => party))).toEqual(new Set(["FR"]));
    const due = { kind: "focal-point", dueAt: "2020-12-15T22:59:59.999Z", dueOn: "2020-12-15", overdue: false };
    const others = Object.entries({ SD: "Sudan", UZ: "Uzbekistan" });
    expect(blockedBy).toEqual(others.map(([code, partyName]) => ({ party: code, partyName, ...due })));
  });

  test("shows users who serve in it all focal points and experts, and observers of the own party only", async () => {
    const answers = await answersTo("/v1/reviews/c1-GR");
    const open = ["FR", "GR"].flatMap((party) => [addressOf(party, "expert"), addressOf(party, "focal-point")]);
    for (const caller of ["focal point", "expert", "observer"])
      expect(addressesIn(answers[caller]?.text ?? "")).toEqual([...open, addressOf("FR", "observer")].toSorted());
    expect(addressesIn(answers["secretariat"]?.text ?? "")).toEqual(
      [...open, addressOf("FR", "observer"), addressOf("GR", "observer")].toSorted(),
    );
  });

  test("shows an observer the fields that an expert of its party sees", async () => {
    const { expert, observer } = await answersTo("/v1/reviews/c1-GR");
    expect(observer?.body).toEqual(expert?.body);
  });

  test("shows each caller the actions that are open to them, without those that their party has done", async () => {
    const answers = await answersTo("/v1/reviews/c1-GR");
    const actionsOf = (caller: string) =>
      answers[caller]?.body.actions.map(({ action, party, path }: any) => [action, party, path]);
    const naming = (name: string, ...parties: readonly string[]) =>
      parties.map((party) => [`${name}.name`, party, `/v1/parties/${party}/mandates`]);
    const redraw = (party: string) => ["redraw.ask", party, "/v1/reviews/c1-GR/redraw-requests"];
    const parties = ["FR", "GR", "SD", "UZ"];
    expect(actionsOf("secretariat")).toEqual([
      ...naming("focal-point", "SD", "UZ"),
      ...naming("expert", ...parties),
      ...naming("observer", ...parties),
      ...parties.map(redraw),
      ["reviewer-limit.waive", "GR", "/v1/reviews/c1-GR/reviewer-limit-waiver"],
      ["date.correct", undefined, "/v1/reviews/c1-GR/corrections"],
    ]);
    expect(actionsOf("mission")).toEqual([...naming("expert", "FR"), ...naming("observer", "FR"), redraw("FR")]);
    expect(actionsOf("focal point")).toEqual([redraw("FR")]);
    for (const caller of ["expert", "observer"]) expect(actionsOf(caller)).toEqual([]);
  });

  test("its obligations are listed alike", async () => {
    const reviews = await answersTo("/v1/reviews/c1-GR");
    const lists = await answersTo("/v1/obligations?review=c1-GR&state=all");
    const inOrderOfIds = (items: readonly any[]) => items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    for (const caller of inThisReview)
      expect(inOrderOfIds(lists[caller]?.body.items)).toEqual(inOrderOfIds(reviews[caller]?.body.obligations));
  });
});

describe("people", () => {
  test("are listed to every registered user, observers to the secretariat and their own party only", async () => {
    const answers = await Promise.all(
      everyCaller.map(async (caller) => (await api.get("/v1/parties/FR/mandates", callers[caller])).text),
    );
    const own: readonly Caller[] = inThisReview;
    expect(answers.map(addressesIn)).toEqual(
      everyCaller.map((caller) =>
        [
          addressOf("FR", "expert"),
          addressOf("FR", "focal-point"),
          ...(own.includes(caller) ? [addressOf("FR", "observer")] : []),
        ].toSorted(),
      ),
    );
  });

  test("are read by permitted callers and by no other user", async () => {
    for (const caller of everyCaller) {
      const { text, body } = await api.get("/v1/me", callers[caller]);
      expect(addressesIn(text)).toEqual([callers[caller]]);
      expect(body.mandates.map(({ role, review }: any) => [role, review])).toEqual(
        {
          "focal point": ["c1-FR", "c1-GR", "c1-IE", "c1-US"].map((review) => ["focal-point", review]),
          expert: [["expert", "c1-GR"]],
          observer: [["observer", "c1-GR"]],
          "other focal point": [["focal-point", "c1-IE"]],
        }[caller as string] ?? [],
      );
    }
  });

  test("a party's obligations are those of the reviews in which one serves", async () => {
    const obligations = async (caller: Caller) => {
      const { body } = await api.get("/v1/obligations?party=FR&state=all", callers[caller]);
      return new Set(body.items.map(({ review }: any) => review));
    };
    expect(await obligations("mission")).toEqual(new Set(["c1-GR", "c1-IE"]));
    expect(await obligations("focal point")).toEqual(new Set(["c1-GR", "c1-IE"]));
    expect(await obligations("expert")).toEqual(new Set(["c1-GR"]));
  });
});

describe("the public", () => {
  test.each(endpoints.filter(({ access }) => access === "public").map(({ id, path }) => [id, path]))(
    "reads no person's name, address or number in %s",
    async (id, template) => {
      if (/\{(?:language|link)\}/u.test(template ?? "")) return; // test/api/public-pages.test.ts, calendars.test.ts
      const named = template?.replace("{partyId}", "FR").replace("{reviewId}", "c1-GR").replace("{figure}", "status");
      const ofDocs = named?.replace("{asset}", "redoc.standalone.js").replace("{problem}", "busy");
      const path = ofDocs?.replace("{paperId}", `p-${"0".repeat(26)}`) ?? "";
      const { status, text } = await api.get(path);
      // Nothing of a review is published before it has concluded, and no status paper here: test/api/status-papers.test.ts.
      expect(status).toBe(/^getPubli(?:cation$|shed)/u.test(id ?? "") ? 404 : 200);
      if (id === "getReferenceAsset" || id === "getOpenApi") return;
      // Where no party consents to be written to, all callers see the address of the secretariat.
      const ofParties = text.replace(/"secretariat":\{[^}]*\}|<style>[^<]*<\/style>/u, "");
      expect(ofParties).not.toMatch(/The (?:focal-point|expert|observer) of|Counsellor|\+43|[um]-[0-9a-z]{26}|@/u);
    },
  );

  test("reads no institution of a party's people without its consent, and where the secretariat is in its place", async () => {
    const { body } = await api.get("/v1/country-profiles/FR");
    const ofReviews = ["cluster", "group", "review", "stage"].map((field) => `reviews[].${field}`);
    const counter = ["redraws.asked", "redraws.most"];
    const fields = [...fieldsOf(body)].filter((field) => !field.startsWith("secretariat.")).toSorted();
    expect(fields).toEqual(["party", "partyName", ...counter, ...ofReviews]);
    expect(body.focalPointInstitutions).toEqual([]);
    expect(body).toHaveProperty("secretariat");
  });

  test("does not learn which party takes no part", async () => {
    const { body } = await api.get("/v1/country-profiles/PW");
    const redraws = { asked: 0, most: 4 };
    const { secretariat: _, ...profile } = body;
    expect(profile).toEqual({ party: "PW", partyName: "Palau", focalPointInstitutions: [], reviews: [], redraws });
  });
});

describe("a letter", () => {
  test("that bounced says so, and why it was sent all the same", async () => {
    api.app.faults.add({ effect: "bounce", address: "mission@uz.example.org" });
    await api.app.moveTo("2020-12-08T09:00:00Z");
    const { body } = await api.get("/v1/letters?state=bounced", secretariat);
    expect(body.items.map(({ party, recipient }: any) => [party, recipient.kind, recipient.party])).toEqual([
      ["UZ", "mission", "UZ"],
    ]);
    const path = `/v1/letters/${body.items[0].id}?include=explanation`;
    const { explanation } = (await api.get(path, missionOf("UZ"))).body;
    expect(explanation.history.map(({ state }: any) => state)).toEqual(["planned", "claimed", "accepted", "bounced"]);
    expect(explanation).toMatchObject({ rung: "d-7", obligations: [{ obligation: "focal-point:UZ", now: "open" }] });
    expect(explanation.inWords).toContain("Now: Returned as undeliverable");
  });

  test("is not an address", async () => {
    for (const path of ["/v1/letters?state=delivered", `/v1/letters/${reminder}?include=explanation`])
      expect(addressesIn((await api.get(path, secretariat)).text)).toEqual([]);
  });

  test("explains the present state of the obligations that it covers", async () => {
    const { body: list } = await api.get("/v1/letters?party=FR&include=explanation", callers.mission);
    const openings = list.items.filter(({ kind }: any) => kind === "nomination-reminder");
    const { obligations } = openings
      .map(({ explanation }: any) => explanation)
      .find(({ occasion }: any) => occasion.kind === "experts");
    expect(obligations.map(({ review, now }: any) => [review, now])).toEqual([
      ["c1-GR", "met"],
      ["c1-IE", "open"],
    ]);
  });
});
