import { beforeAll, describe, expect, test } from "vitest";
import { entryOf } from "../../fixtures/register-entries.ts";
import { groupCommands } from "./group-commands.ts";
import { listCommands } from "../../fixtures/worklist.ts";
import { endpoints } from "../../../schemas/api/index.ts";
import {
  addressOf,
  byNote,
  type RequestOptions,
  type Call,
  freshKey,
  isInCourse,
  missionOf,
  personOf,
  president,
  type Role,
  type TestApi,
  secretariat,
} from "../../harness/test-api.ts";
import { partyCommands } from "./party-commands.ts";
import { userCommands } from "./user-commands.ts";

/** Well-formed requests that the caller may not make, or not in the present state. */
export const refuseByRights = (opened: () => TestApi): void => {
  let api: TestApi;
  beforeAll(async () => {
    api = opened();
    for (const role of ["focal-point", "expert", "observer"] as const)
      expect((await api.name("FR", role, { reviews: ["c1-GR"] })).status).toBe(201);
    await api.app.rest();
  });

  const contacts = { address: "mission@fr.example.org", language: "fr", place: "Vienna" };
  const other = (party: string, role: Role) => ({ ...personOf(party, role), email: `other.${addressOf(party, role)}` });
  const mandateCall = (party: string, body: object, more: RequestOptions = {}): Call => [
    "POST",
    `/v1/parties/${party}/mandates`,
    { as: missionOf(party), key: freshKey(), body, ...more },
  ];
  const startCall = (group: string, startedOn: string): Call => [
    "POST",
    `/v1/groups/${group}/start`,
    { as: secretariat, body: { startedOn, preview: "0".repeat(64) } },
  ];
  const registrationCall = (body: object): Call => ["POST", "/v1/users", { as: secretariat, key: freshKey(), body }];
  const correctionCall = (party: string, more: RequestOptions): Call => [
    "PATCH",
    `/v1/parties/${party}`,
    { as: secretariat, body: { correction: { name: "x" }, reason: "x" }, ...more },
  ];
  const contactsCall = (party: string, more: RequestOptions): Call => [
    "PUT",
    `/v1/parties/${party}/mission`,
    { as: missionOf(party), body: contacts, ...more },
  ];

  describe("a command in the wrong stage", () => {
    test("a group that has started cannot start on another day", async () => {
      const refusal = { status: 409, problem: "group-already-started", more: { startedOn: "2020-12-01" } } as const;
      await api.expectRefusal(startCall("c1-g1", "2020-11-30"), refusal);
    });

    test("no person is named in a review that has concluded, nor in others along with it", async () => {
      const { store, clock, close } = api.contents();
      const snapshots = api.openSnapshots();
      const back = await snapshots.keep(["review#c1-AT"]);
      const before = await store.load("review", "c1-AT");
      if (before === undefined) throw new Error("No review of Austria");
      const { id, stage } = before.state;
      const to = "concluded" as const;
      const facts = [{ kind: "stage-changed", review: id, from: stage, to, happenedAt: clock.now() } as const];
      const concluded = { kind: "review", id, before, after: { ...before.state, stage: to }, facts } as const;
      await store.commit({ changes: [concluded], by: "test", at: clock.now() });
      const refusal = { status: 409, problem: "wrong-stage", more: { reviews: ["c1-AT"] } } as const;
      const body = { role: "focal-point", person: personOf("DE", "focal-point") };
      await api.expectRefusal(mandateCall("DE", { ...body, reviews: ["c1-AT"] }), refusal);
      await api.expectRefusal(mandateCall("DE", { ...body, reviews: ["c1-DE", "c1-AT"] }), refusal);
      const review = await api.get("/v1/reviews/c1-AT", secretariat);
      expect(review.body.stage).toBe("concluded");
      expect(review.body.actions.map(({ action, onRecord }: any) => [action, onRecord])).toEqual([
        ["publication.consent", true],
      ]);
      await api.app.rest();
      await back();
      snapshots.close();
      close();
    });
  });

  describe("a second focal point of the same party", () => {
    const second = { role: "focal-point", person: other("FR", "focal-point") };
    const refusal = { status: 409, problem: "focal-point-exists", more: { reviews: ["c1-GR"] } } as const;

    test("in the same review is refused, and the review named", async () => {
      await api.expectRefusal(mandateCall("FR", { ...second, reviews: ["c1-GR"] }), refusal);
    });

    test("is refused in all reviews where it is refused in one", async () => {
      await api.expectRefusal(mandateCall("FR", { ...second, reviews: ["c1-IE", "c1-GR"] }), refusal);
      await api.expectRefusal(mandateCall("FR", second), refusal);
    });

    test("is refused to the secretariat, too", async () => {
      await api.expectRefusal(
        mandateCall("FR", { ...second, ...byNote("FR", "2020-12-01") }, { as: secretariat }),
        refusal,
      );
    });
  });

  describe("a nomination", () => {
    const person = { role: "expert", person: other("FR", "expert") };

    test("for a review in which the party holds no seat is refused, and the review named", async () => {
      const refusal = { status: 422, problem: "not-in-this-review", more: { reviews: ["c1-DE"] } } as const;
      await api.expectRefusal(mandateCall("FR", { ...person, reviews: ["c1-GR", "c1-DE"] }), refusal);
    });

    test("for a review that does not exist is refused alike", async () => {
      const refusal = { status: 422, problem: "not-in-this-review", more: { reviews: ["c2-FR"] } } as const;
      await api.expectRefusal(mandateCall("FR", { ...person, reviews: ["c2-FR"] }), refusal);
    });

    test("of a party that reviews and is reviewed nowhere is refused", async () => {
      const body = { role: "expert", person: other("PW", "expert") };
      await api.expectRefusal(mandateCall("PW", { ...body, ...byNote("PW", "2020-12-01") }, { as: secretariat }), {
        status: 422,
        problem: "no-review-to-serve",
      });
    });

    test("of a person by an id that no person of the party has is refused", async () => {
      const strangers = [`u-${"0".repeat(26)}`];
      const { body } = await api.get("/v1/me", missionOf("FR"));
      strangers.push(body.id);
      for (const id of strangers) {
        const nomination = { role: "expert", person: { id } };
        await api.expectRefusal(mandateCall("FR", nomination), { status: 422, problem: "unknown-person" });
      }
    });

    test("of a person whose address another party or role has is refused", async () => {
      for (const email of [secretariat, missionOf("FR")]) {
        const body = { role: "expert", person: { ...personOf("IE", "expert"), email } };
        await api.expectRefusal(mandateCall("IE", body), { status: 409, problem: "address-not-usable" });
        await api.expectRefusal(mandateCall("IE", { ...body, ...byNote("IE", "2020-12-01") }, { as: secretariat }), {
          status: 409,
          problem: "address-in-use",
        });
      }
      const ownMission = { role: "expert", person: { ...personOf("IE", "expert"), email: missionOf("IE") } };
      await api.expectRefusal(mandateCall("IE", ownMission), { status: 409, problem: "address-in-use" });
    });
  });

  describe("a registration", () => {
    const person = { name: "Some Person", email: "person@example.org", language: "en" };

    test.each([
      ["a mission of no party", { role: "permanent-mission", person }],
      ["a secretariat of a party", { role: "secretariat", party: "FR", person }],
      ["a President of a party", { role: "president", party: "FR", person }],
    ])("of %s is refused", async (_, body) => {
      await api.expectRefusal(registrationCall(body), {
        status: 422,
        problem: "party-required",
        more: { role: body.role },
      });
    });

    test("of an address in use is refused", async () => {
      const body = { role: "president", person: { ...person, email: addressOf("FR", "observer") } };
      await api.expectRefusal(registrationCall(body), { status: 409, problem: "address-in-use" });
    });
  });

  describe("who may not write", () => {
    const unknownUser = `/v1/users/u-${"0".repeat(26)}`;
    const noEntry = `/v1/register-entries/e-${"0".repeat(26)}`;
    const noPaper = `/v1/reports/status/p-${"0".repeat(26)}`;
    const registerEntry = entryOf["pilot-initiative"];
    const bulletin = `/v1/bulletins/b-${"0".repeat(26)}`;
    /** A well-formed request for every operation that changes something, about France where it is about a party. */
    const ambassador = { match: '"v1"', body: { person: { title: "Ambassador" } } };
    const meeting = { subject: "A meeting", body: "In Vienna." };
    const commands: Readonly<Record<string, (as: string) => Call>> = {
      namePerson: (as) => mandateCall("FR", { role: "expert", person: other("FR", "expert") }, { as }),
      putMission: (as) => contactsCall("FR", { as, match: '"v1"' }),
      confirmMission: (as) => [
        "POST",
        "/v1/parties/FR/mission/confirmation",
        { as, match: '"v1"', body: { note: { number: "12/2020", date: "2020-11-20" } } },
      ],
      correctParty: (as) => correctionCall("FR", { as, match: '"v1"' }),
      ...partyCommands,
      ...listCommands,
      ...groupCommands,
      recordRegisterEntry: (as) => ["POST", "/v1/register-entries", { as, key: freshKey(), body: registerEntry }],
      correctRegisterEntry: (as) => [
        "POST",
        `${noEntry}/corrections`,
        { as, match: '"v1"', body: { what: "content", to: registerEntry, reason: "A slip" } },
      ],
      reverseRegisterEntry: (as) => ["POST", `${noEntry}/reversal`, { as, body: { reason: "Recorded twice" } }],
      orderStatusPaper: (as) => ["POST", "/v1/reports/status", { as, key: freshKey(), body: { asAt: "2020-11-02" } }],
      completeStatusPaper: (as) => ["PUT", `${noPaper}/texts`, { as, match: '"v1"', body: {} }],
      publishStatusPaper: (as) => ["POST", `${noPaper}/publication`, { as }],
      approveStatusPaper: (as) => ["POST", `${noPaper}/publication/approval`, { as }],
      orderImport: (as) => ["POST", "/v1/imports", { as, body: { source: "Files", sheets: {} } }],
      registerUser: (as) => [
        "POST",
        "/v1/users",
        { as, key: freshKey(), body: { role: "secretariat", person: personOf("FR", "observer") } },
      ],
      correctPerson: (as) => ["PATCH", `/v1/parties/FR/people/u-${"0".repeat(26)}`, { as, ...ambassador }],
      correctUser: (as) => ["PATCH", unknownUser, { as, ...ambassador }],
      ...userCommands,
      importParties: (as) => ["POST", "/v1/parties/imports", { as, raw: "name,iso_alpha2\n", type: "text/csv" }],
      issueCalendarLink: (as) => ["POST", "/v1/me/calendar", { as }],
      revokeCalendarLink: (as) => ["DELETE", "/v1/me/calendar", { as }],
      previewBulletin: (as) => [
        "POST",
        "/v1/bulletins/previews",
        { as, body: { audience: { roles: ["mission"] }, text: meeting } },
      ],
      orderBulletin: (as) => ["POST", "/v1/bulletins", { as, key: freshKey(), body: { preview: "0".repeat(64) } }],
      approveBulletin: (as) => ["POST", `${bulletin}/approval`, { as }],
      cancelBulletin: (as) => ["POST", `${bulletin}/cancellation`, { as }],
      resumeBulletin: (as) => ["POST", `${bulletin}/resumption`, { as }],
      settleLetter: (as) => ["POST", `/v1/letters/${"0".repeat(40)}/settlement`, { as, body: { outcome: "went-out" } }],
      settleBulletin: (as) => ["POST", `${bulletin}/settlement`, { as, body: { outcome: "went-out" } }],
      resendBulletin: (as) => ["POST", `${bulletin}/resend`, { as, key: freshKey() }],
      putText: (as) => ["PUT", "/v1/texts/welcome", { as, match: '"v0"', body: meeting }],
      sendPresidentsReminder: (as) => ["POST", "/v1/presidents-list/reminder", { as, key: freshKey() }],
    };
    const all = Object.keys(commands);
    const ofMissions = ["namePerson", "putMission", "correctPerson", "confirmMandates"];
    // A calendar has the dates of one user or party: the secretariat and the President have none.
    const ofDates = ["issueCalendarLink", "revokeCalendarLink"];
    const ofOthers = all.filter((name) => !ofDates.includes(name));
    const forbidden: readonly (readonly [string, string, readonly string[]])[] = [
      ["an observer", addressOf("FR", "observer"), ofOthers],
      ["an expert", addressOf("FR", "expert"), ofOthers],
      ["a focal point", addressOf("FR", "focal-point"), ofOthers],
      ["the President", president, all.filter((name) => name !== "sendPresidentsReminder")],
      ["the secretariat", secretariat, ofDates],
      ["another party's mission", missionOf("DE"), ofOthers],
      ["the party's own mission", missionOf("FR"), ofOthers.filter((name) => !ofMissions.includes(name))],
    ];
    test("is required by every operation that changes something outside the course of one review", () => {
      const writeOperations = endpoints.filter((endpoint) => endpoint.method !== "GET" && !isInCourse(endpoint));
      expect(all.toSorted()).toEqual(writeOperations.map(({ id }) => id).toSorted());
    });

    test.each(forbidden.flatMap(([who, as, names]) => names.map((name) => [who, name, as] as const)))(
      "%s: %s",
      async (_, name, as) => {
        const call = commands[name]?.(as);
        expect(call).toBeDefined();
        if (call !== undefined) await api.expectRefusal(call, { status: 403, problem: "not-yours" });
      },
    );

    test("is refused for this before any other fault", async () => {
      const call: Call = [
        "PUT",
        "/v1/parties/FR/mission",
        { as: addressOf("FR", "observer"), match: '"v1"', body: contacts },
      ];
      await api.expectRefusal(call, { status: 403, problem: "not-yours" });
      const malformed: Call = ["POST", "/v1/users", { as: president, raw: "{", type: "application/json" }];
      await api.expectRefusal(malformed, { status: 403, problem: "not-yours" });
    });

    test("sees none of its obligations", async () => {
      for (const filter of ["review=c1-DE", "party=DE"])
        for (const as of [addressOf("FR", "observer"), missionOf("FR")])
          expect((await api.get(`/v1/obligations?state=all&${filter}`, as)).body.items).toEqual([]);
    });

    test("may not read either, where it is not theirs: the review does not exist", async () => {
      for (const path of ["/v1/reviews/c1-DE", "/v1/letters?party=DE"])
        for (const as of [addressOf("FR", "observer"), missionOf("FR")])
          await api.expectRefusal(["GET", path, { as }], { status: 404, problem: "not-found" });
    });
  });

  describe("a version", () => {
    test("that is stale is refused", async () => {
      const { headers, body } = await api.get("/v1/parties/FR/mission", missionOf("FR"));
      const refusal = { status: 412, problem: "stale-version", more: { version: body.version } } as const;
      const refused = await api.expectRefusal(contactsCall("FR", { match: '"v1"' }), refusal);
      expect(refused.headers.get("etag")).toBe(headers.get("etag"));
      await api.expectRefusal(correctionCall("FR", { match: '"v99"' }), { status: 412, problem: "stale-version" });
    });

    test("that is missing is refused", async () => {
      await api.expectRefusal(contactsCall("FR", {}), { status: 428, problem: "version-missing" });
      await api.expectRefusal(correctionCall("FR", {}), { status: 428, problem: "version-missing" });
    });

    test.each(["*", "v2", 'W/"v2"', '"v2", "v3"', '"2"', '"v-1"', '"v1e3"', '""'])(
      "that is no ETag of ours, %s, is refused by the header's name",
      async (match) => {
        const refusal = { status: 400, problem: "invalid-request", places: [{ header: "If-Match" }] } as const;
        await api.expectRefusal(contactsCall("FR", { match }), refusal);
      },
    );

    test("read by two is good for the first of them", async () => {
      const { headers } = await api.get("/v1/parties/TD/mission", missionOf("TD"));
      const match = headers.get("etag") ?? "";
      const answers = await Promise.all(
        ["One", "Two"].map((place) => api.request(...contactsCall("TD", { match, body: { ...contacts, place } }))),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
      const { body } = await api.get("/v1/parties/TD/mission", missionOf("TD"));
      expect(body.contacts.place).toBe(answers.find(({ status }) => status === 200)?.body.contacts.place);
      const latest = answers.find(({ status }) => status === 412)?.headers.get("etag") ?? "";
      const again = await api.request(...contactsCall("TD", { match: latest, body: { ...contacts, place: "Three" } }));
      expect([latest, again.status]).toEqual([`"v${body.version}"`, 200]);
    });
  });
};
