import { expect, test } from "vitest";
import { later } from "../../domain/base/time.ts";
import { lifeOf } from "../fixtures/review-life.ts";
import { freshKey, missionOf, personOf, startGroup } from "../harness/test-api.ts";
import type { Mail } from "../../bin/verify/mailbox.ts";
import { findingsOf, mailsOf } from "../harness/verification.ts";
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
  const answer = await api.request("POST", path, { as: missionOf(party), key: freshKey(), body: more });
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

/** Wraps an API whose clock steps back after each request, before its effects. */
const steppingBack = (api: InProcess, milliseconds: number): InProcess => {
  const request: InProcess["request"] = async (method, path, asking) => {
    const answer = await api.request(method, path, asking);
    if (method !== "GET") api.behind.sleepUntil(later(api.behind.clock.now(), { milliseconds: -milliseconds }));
    return answer;
  };
  return { ...api, request };
};

/** Returns the findings about a review from its nominations to its list, in a system whose clock steps back. */
const findingsWithStep = async (milliseconds: number): Promise<readonly string[]> => {
  const api = steppingBack(await openStarted(), milliseconds);
  const life = await lifeOf(api, "c1-IE");
  await life.nominate();
  await api.app.moveTo("2020-12-10T11:00:00.000Z");
  await life.conclude();
  await api.app.rest();
  await api.app.moveTo("2021-05-20T11:00:00.000Z");
  const delay = { dueOn: "2021-06-20", reason: "translation" };
  await life.post("/obligations/questionnaire:IE/delay", life.focalPoint("IE"), delay);
  await api.app.rest();
  await life.submit();
  await api.app.moveTo("2021-05-21T11:00:00.000Z");
  await life.clearAll();
  await api.app.rest();
  await api.app.moveTo("2021-06-01T11:00:00.000Z");
  const version = await life.list();
  await life.agreeAll(version);
  await life.publish(version);
  await api.app.moveTo("2021-06-03T11:00:00.000Z");
  return findingsOf(api.behind, { writesPaper: false });
};

test("a clock that steps back by 0.2 s is no finding", async () => {
  expect(await findingsWithStep(200)).toEqual([]);
});

test("a clock that steps back by 5 s is no reason to miss a letter about a fact: it is found by its id", async () => {
  const findings = await findingsWithStep(5_000);
  expect(findings.filter((finding) => finding.startsWith("notice-"))).toEqual([]);
});

test("letters of an earlier version are judged by what holds in every version, those since by the rules of this one", async () => {
  const api = await openStarted();
  const life = await lifeOf(api, "c1-IE");
  await life.nominate();
  const upgraded = "2020-12-10T11:00:00.000Z";
  await api.app.moveTo(upgraded);
  await api.app.moveTo("2021-01-20T11:00:00.000Z");
  /** Changes a mail as if an earlier version had written other days. */
  const otherwise = (mail: Mail): Mail => ({
    ...mail,
    text: mail.text.replaceAll("December 2020", "March 2019"),
    html: mail.html.replaceAll("December 2020", "March 2019"),
  });
  const mails = (until: string) => async () =>
    mailsOf(api.behind).map((mail) => (mail.at < until ? otherwise(mail) : mail));
  const judged = { writesPaper: false, judgedFrom: upgraded };
  const wording = (lines: readonly string[]) => lines.filter((line) => !line.startsWith("letter-text-differs"));
  expect(wording(await findingsOf(api.behind, { ...judged, mails: mails(upgraded) }))).toEqual([]);
  const found = wording(await findingsOf(api.behind, { writesPaper: false, mails: mails(upgraded) }));
  expect(found.length).toBeGreaterThan(10);
  const since = wording(await findingsOf(api.behind, { ...judged, mails: mails("2021-01-20") }));
  expect(since.length).toBeGreaterThan(5);
});
