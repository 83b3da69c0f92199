import { expect, test } from "vitest";
import type { Fact } from "../../../schemas/model/fact.ts";
import { all } from "../../../lambdas/io/pages.ts";
import { onJournalEntry } from "../../../lambdas/use-cases/on-journal-entry.ts";
import { missionRows, realTakeOver } from "../../fixtures/real-take-over.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { byNote, freshKey, personOf, secretariat } from "../../harness/test-api.ts";
import { findingsOf } from "../../harness/verification.ts";
import { type InProcess, openInProcess } from "../../permissions/in-process.ts";

/** The resumption of a second group that an import took over, while the resumption of the first is still under way. */

const groups = ["c4-g1", "c4-g2"] as const;
type GroupName = (typeof groups)[number];

const quick = ["consultation", "questionnaire"] as const;

/** Takes two groups of six reviews over, so that some parties have seats in both. One expert serves in a review of each, under one address, and one in the second group alone. */
const takenOver = async (): Promise<InProcess> => {
  const api = await openInProcess();
  const sheets = await realTakeOver({
    1: { startedOn: "2020-10-19", stages: ["feedback", "consultation", ...quick, ...quick] },
    2: { startedOn: "2020-10-20", stages: ["observations", "questionnaire", ...quick, ...quick] },
  });
  const seats = sheets["pairings"]?.rows ?? [];
  const seatsOf = (group: number) => seats.filter((seat) => seat["group"] === group);
  const partyInBoth = seatsOf(1).find(({ party }) => seatsOf(2).some((seat) => seat["party"] === party))?.["party"];
  const [focalPoint, ...people] = sheets["people"]?.rows ?? [];
  const expert = (party: unknown, of: readonly (typeof focalPoint)[], name: string) => ({
    ...focalPoint,
    party: String(party),
    role: "expert",
    reviews: of.map((seat) => `c4-${seat?.["review_of"]}`).join(" "),
    name,
    email: `${name.toLowerCase()}@experts.example.org`,
  });
  const [, reviewer] = seatsOf(2);
  const rows = [
    ...(focalPoint === undefined ? [] : [focalPoint]),
    ...people,
    expert(
      partyInBoth,
      seats.filter(({ party }) => party === partyInBoth),
      "Both",
    ),
    expert(reviewer?.["party"], [reviewer], "Second"),
  ];
  const body = {
    source: "Files of the secretariat",
    sheets: { ...sheets, people: { rows }, missions: { rows: await missionRows(sheets) } },
  };
  const ordered = await api.request("POST", "/v1/imports", { as: secretariat, body });
  expect(ordered.body.errors ?? [], ordered.text).toEqual([]);
  await api.behind.settle();
  for (const group of groups) expect((await groupOf(api, group)).reminders).toBe("paused");
  return api;
};

const groupOf = async (api: InProcess, group: GroupName) => (await api.get(`/v1/groups/${group}`, secretariat)).body;
const previewOf = async (api: InProcess, group: GroupName) =>
  (await api.request("POST", `/v1/groups/${group}/reminders/resumption/previews`, { as: secretariat })).body;
const release = (api: InProcess, group: GroupName, preview: string) =>
  api.request("POST", `/v1/groups/${group}/reminders/resumption`, {
    as: secretariat,
    key: freshKey(),
    body: { preview },
  });

/** Returns the kinds of the letters that were sent to the expert at an address, with the group that they are about. */
const lettersTo = async (api: InProcess, email: string) => {
  const sent = (await api.behind.letters()).filter(({ messageId }) => messageId !== undefined);
  const users = await all((paging) => api.behind.store.list("user", paging));
  const persons = await api.behind.store.persons(users.map(({ state }) => state.id));
  const [user] = [...persons].find(([, person]) => person.email === email) ?? [];
  return sent
    .filter(({ recipient }) => recipient.kind === "user" && recipient.user === user)
    .map(({ content }) => ("group" in content ? `${content.kind} ${content.group}` : content.kind))
    .toSorted();
};

const heldIn = async ({ behind: { store } }: InProcess, group: GroupName) => {
  const reviews = (await store.load("group", group))?.state.reviews ?? [];
  return (await store.loadMany("review", reviews)).filter(({ state }) => state.remindersPaused === true).length;
};

const stopsAt: readonly (readonly [string, Fact["kind"]])[] = [
  ["has yet to begin", "group-reminders-released"],
  ["has released invitations, and made no account", "user-invitation-released"],
  ["has made an account", "account-created"],
  ["is recorded as complete", "group-release-completed"],
];

test.each(stopsAt)("is accepted with its earlier preview while that of the first %s", async (_, kind) => {
  const api = await takenOver();
  const app = api.behind;
  const [first, second] = [await previewOf(api, "c4-g1"), await previewOf(api, "c4-g2")];
  expect((await release(api, "c4-g1", first.hash)).status).toBe(202);
  await app.settleStream(kind);
  expect(app.stream.pending[0]?.facts.map((fact) => fact.kind)).toContain(kind);
  expect((await previewOf(api, "c4-g2")).hash).toBe(second.hash);
  const resumed = await release(api, "c4-g2", second.hash);
  expect([resumed.status, resumed.body.reminders], resumed.text).toEqual([202, "resuming"]);
  await app.rest();
  for (const group of groups) expect(await groupOf(api, group)).not.toHaveProperty("reminders");
  await app.moveTo("2020-12-02T09:00:00.000Z");
  expect(await lettersTo(api, "both@experts.example.org")).toEqual(["invitation", "state-of-reviews c4-g2"]);
  expect(await lettersTo(api, "second@experts.example.org")).toEqual(["invitation"]);
  const sent = (await app.letters()).filter(({ messageId }) => messageId !== undefined);
  const about = (group: GroupName) =>
    sent.filter(({ content }) => content.kind === "state-of-reviews" && content.group === group);
  expect(about("c4-g1")).toHaveLength(first.letters);
  expect(about("c4-g2")).toHaveLength(second.letters + 1);
  await app.sweep("full");
  await app.settle();
  expect([...(await brokenNow(app)), ...(await brokenAtRest(app)), ...(await findingsOf(app))]).toEqual([]);
});

test("is applied after that of the first, which was ordered before, whatever order the stream has", async () => {
  const api = await takenOver();
  const app = api.behind;
  for (const group of groups) await release(api, group, (await previewOf(api, group)).hash);
  const later = app.stream.pending.find(({ subject }) => subject === "group#c4-g2");
  if (later === undefined) throw new Error("The second release is not in the stream");
  app.stream.pending.splice(app.stream.pending.indexOf(later), 1);
  await onJournalEntry(app.io, later);
  expect([await heldIn(api, "c4-g1"), await heldIn(api, "c4-g2")]).toEqual([6, 6]);
  expect(app.logged("GROUP_RESUMPTION_WAITING")).toEqual([
    expect.objectContaining({ group: "c4-g2", behind: "c4-g1" }),
  ]);
  await app.settleStream("group-release-completed");
  expect([await heldIn(api, "c4-g1"), await heldIn(api, "c4-g2")]).toEqual([0, 6]);
  await app.rest();
  expect(await heldIn(api, "c4-g2")).toBe(0);
  expect(await groupOf(api, "c4-g2")).not.toHaveProperty("reminders");
});

test("is applied by the sweep where the first cannot be completed", async () => {
  const api = await takenOver();
  const app = api.behind;
  for (const group of groups) await release(api, group, (await previewOf(api, group)).hash);
  app.stream.pending.splice(0);
  await app.sweep("hourly");
  await app.rest();
  expect([await heldIn(api, "c4-g1"), await heldIn(api, "c4-g2")]).toEqual([0, 0]);
});

test("is refused where another person serves in the second group since its preview", async () => {
  const api = await takenOver();
  const [first, second] = [await previewOf(api, "c4-g1"), await previewOf(api, "c4-g2")];
  await release(api, "c4-g1", first.hash);
  const { store } = api.behind;
  const [review] = (await store.load("group", "c4-g2"))?.state.reviews ?? [];
  const party = review?.slice("c4-".length) ?? "";
  const named = await api.request("POST", `/v1/parties/${party}/mandates`, {
    as: secretariat,
    key: freshKey(),
    body: { role: "observer", person: personOf(party, "observer"), reviews: [review], ...byNote(party, "2020-11-30") },
  });
  expect(named.status, named.text).toBe(201);
  const refused = await release(api, "c4-g2", second.hash);
  expect([refused.status, refused.problem]).toEqual([409, "resumption-preview-changed"]);
  const resumed = await release(api, "c4-g2", (await previewOf(api, "c4-g2")).hash);
  expect(resumed.status).toBe(202);
});
