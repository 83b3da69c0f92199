import { expect, test } from "vitest";
import { later } from "../../domain/base/time.ts";
import { freshKey, missionOf, personOf, startGroup } from "../harness/test-api.ts";
import { findingsOf } from "../harness/verification.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";

/** A system in which the first group started, on the day after. */
const openStarted = async (): Promise<InProcess> => {
  const api = await openInProcess();
  api.behind.mail.usually = "accepts";
  await startGroup(api);
  await api.app.moveTo("2020-12-02T11:00:00.000Z");
  return api;
};

const replace = async (api: InProcess, party: string, mandate: string, more: object): Promise<void> => {
  const path = `/v1/parties/${party}/mandates/${mandate}/replacement`;
  const answer = await api.ask("POST", path, { as: missionOf(party), key: freshKey(), body: more });
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  await api.app.rest();
};

test("a focal point who is named and replaced on one day is no finding", async () => {
  const api = await openStarted();
  const named = await api.name("FR", "focal-point");
  await api.app.rest();
  const person = { ...personOf("FR", "focal-point"), name: "A successor", email: "successor@fr.example.org" };
  await replace(api, "FR", named.body.mandate, { person });
  await api.app.moveTo("2021-01-20T11:00:00.000Z");
  expect(await findingsOf(api.behind, { writesPaper: false })).toEqual([]);
});

test("a focal point who is named and replaced before the letters of that day leave is no finding", async () => {
  const api = await openStarted();
  const named = await api.name("FR", "focal-point");
  const person = { ...personOf("FR", "focal-point"), name: "A successor", email: "successor@fr.example.org" };
  await replace(api, "FR", named.body.mandate, { person, effectiveOn: "2020-12-02" });
  await api.app.moveTo("2021-01-20T11:00:00.000Z");
  expect(await findingsOf(api.behind, { writesPaper: false })).toEqual([]);
});

test("a clock that steps back by 0.2 s is no finding", async () => {
  const api = await openStarted();
  for (const party of ["FR", "IE", "TD", "GR"]) {
    await api.name(party, "focal-point");
    api.behind.sleepUntil(later(api.behind.clock.now(), { milliseconds: -200 }));
    await api.app.rest();
    await api.name(party, "expert");
    api.behind.sleepUntil(later(api.behind.clock.now(), { milliseconds: -200 }));
    await api.app.rest();
  }
  await api.app.moveTo("2021-01-20T11:00:00.000Z");
  expect(await findingsOf(api.behind, { writesPaper: false })).toEqual([]);
});
