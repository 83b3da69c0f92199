import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../schemas/api/index.ts";
import { objectAt } from "../../schemas/api/document/json.ts";
import { addressOf, freshKey, missionOf, openTestApi, secretariat, type TestApi } from "../harness/test-api.ts";

/** Takes each example of a body from the printed document and sends it unchanged, in the review of Greece. */
let api: TestApi;
let mandateId = "";
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  mandateId = (await api.name("GR", "focal-point")).body.mandate;
});
afterAll(() => api.close());

const document: unknown = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
const examples = endpoints.flatMap((endpoint) => {
  const operation = objectAt(document, "paths", endpoint.path, endpoint.method.toLowerCase());
  return Object.values(objectAt(operation, "requestBody", "content")).flatMap((content) =>
    Object.entries(objectAt(content, "examples"))
      .map(([name, example]) => [name, objectAt(example)["value"]] as const)
      .concat("example" in objectAt(content) ? [["alone", objectAt(content)["example"]]] : [])
      .map(([name, body]) => [endpoint.id, name, endpoint, body] as const),
  );
});

/** The sender of each example; the secretariat where none is named. */
const senders: Readonly<Record<string, string>> = {
  putMission: missionOf("GR"),
  namePerson: missionOf("GR"),
  putAnswerDraft: addressOf("GR", "focal-point"),
  askRedraw: missionOf("GR"),
};

/** The entities that the examples refer to. */
const places: Readonly<Record<string, string>> = {
  partyId: "GR",
  reviewId: "c1-GR",
  groupId: "c1-g1",
  obligationId: "questionnaire:GR",
  instrument: "UNTOC",
  number: "1",
  textId: "briefing",
};

const later = { userId: "u-01jd8m3v9tq4w7x2c5e6r8y0ab", letterId: "0".repeat(40), bulletinId: `b-${"0".repeat(26)}` };

/** Examples of acts in a review that has just begun. */
const done = new Set([
  "confirmMission",
  "correctParty",
  "putMission",
  "importParties",
  "startGroup",
  "registerUser",
  "namePerson newPerson",
  "correctReview start",
  "askRedraw",
  "assignOfficer nobody",
  "recordContacts call",
  "previewBulletin missingFocalPoints",
  "putText",
]);

const versionOf = async (path: string, as: string): Promise<string | undefined> =>
  (await api.get(path, as)).headers.get("etag") ?? undefined;

describe("an example of the document", () => {
  test.each(examples)(
    "%s: %s is accepted, or refused because of the present state",
    async (id, name, endpoint, body) => {
      const values = { ...places, ...later, mandateId };
      const path = endpoint.path.replaceAll(/\{(\w+)\}/gu, (_, parameter: string) =>
        encodeURIComponent(values[parameter as keyof typeof values] ?? parameter),
      );
      const as = senders[id] ?? secretariat;
      const ownVersion = id === "putText" || id === "putObservations" ? '"v0"' : undefined;
      const match =
        endpoint.ifMatch === undefined
          ? undefined
          : (ownVersion ?? (await versionOf(path.replace(/\/confirmation$/u, ""), as)));
      const needsMatch = endpoint.ifMatch === "required" || endpoint.ifMatch === "own";
      const answer = await api.request(endpoint.method, path, {
        as,
        ...(endpoint.bodyType === undefined ? { body } : { raw: String(body), type: endpoint.bodyType }),
        ...(endpoint.idempotencyKey === undefined ? {} : { key: freshKey() }),
        ...(needsMatch ? { match: match ?? '"v0"' } : {}),
      });
      expect([answer.status, answer.problem, answer.body?.errors]).not.toEqual([
        400,
        expect.anything(),
        expect.anything(),
      ]);
      expect(["wrong-content-type", "malformed-json", "invalid-request", "internal"]).not.toContain(answer.problem);
      if (done.has(id) || done.has(`${id} ${name}`))
        expect([answer.status, answer.problem]).toEqual([answer.status, undefined]);
      if (answer.status < 300) succeeded.add(id);
    },
  );

  const succeeded = new Set<string>();
  test("most often succeeds at the beginning of a review", () => {
    expect([...done].map((name) => name.split(" ")[0]).filter((id) => !succeeded.has(id ?? ""))).toEqual([]);
  });
});
