import { defined } from "../../schemas/base/defined.ts";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { endpoints } from "../../schemas/api/index.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import type { Answer } from "../harness/contract.ts";
import { denounce } from "../fixtures/denounce.ts";
import { takeGroupOver } from "../fixtures/paused-group.ts";
import { entryOf } from "../fixtures/register-entries.ts";
import { lifeOf, type LifeApi } from "../fixtures/review-life.ts";
import {
  addressOf,
  byNote,
  freshKey,
  missionOf,
  personOf,
  secondSecretariat,
  secretariat,
  startGroup,
} from "../harness/test-api.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import * as who from "../permissions/people.ts";
import { type Place, scenesOf } from "../permissions/places.ts";

/** Every operation with a required or optional key. */
const withKey = endpoints.filter(({ idempotencyKey }) => idempotencyKey !== undefined);
const patterns = withKey.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u"),
}));
const operationOf = (method: string, path: string): Endpoint | undefined =>
  patterns.find(({ endpoint, pattern }) => endpoint.method === method && pattern.test(path))?.endpoint;

/** Commands that draw lots: each request draws others, so that only the status of two requests is equal. */
const drawingLots = new Set(["enterParty", "addInstruments"]);

/** An answer with the ids that were made for it in the order in which they occur: they are by chance. */
const summarizeAnswer = ({ status, text, headers }: Answer) => {
  const seen: string[] = [];
  const numbered = (id: string): string => {
    if (!seen.includes(id)) seen.push(id);
    return `#${seen.indexOf(id)}`;
  };
  const plain = text.replaceAll(/\b[a-z]-[0-9a-z]{26}\b/gu, numbered).replaceAll(/"instance":"[^"]+"/gu, "");
  return [
    status,
    plain,
    headers.get("etag"),
    headers.get("location")?.replaceAll(/\b[a-z]-[0-9a-z]{26}\b/gu, numbered),
  ];
};

/**
 * Sends each command that takes a key three times: to a copy without the key, if it is optional, or else with another
 * one; then with the key, and with it once more. All three replies must be equal, the last word for word.
 */
const sendingThrice = (api: InProcess, answered: Set<string>): InProcess => {
  const request: LifeApi["request"] = async (method, path, asking = {}) => {
    const endpoint = operationOf(method, path);
    if (endpoint === undefined) return api.request(method, path, asking);
    const { key = freshKey(), ...unkeyed } = asking;
    const other = endpoint.idempotencyKey === "required" ? { ...unkeyed, key: freshKey() } : unkeyed;
    const elsewhere = await api.copied().request(method, path, other);
    const first = await api.request(method, path, { ...unkeyed, key });
    const summary = drawingLots.has(endpoint.id) ? ({ status }: Answer) => status : summarizeAnswer;
    expect([endpoint.id, summary(first)]).toEqual([endpoint.id, summary(elsewhere)]);
    if (first.status >= 300) return first;
    const again = await api.request(method, path, { ...unkeyed, key });
    const words = ({ status, text, headers }: Answer) => [status, text, headers.get("etag"), headers.get("location")];
    expect([endpoint.id, words(again)]).toEqual([endpoint.id, words(first)]);
    answered.add(endpoint.id);
    return first;
  };
  const name: LifeApi["name"] = (party, role, more = {}) =>
    request("POST", `/v1/parties/${party}/mandates`, {
      as: missionOf(party),
      key: freshKey(),
      body: { role, person: personOf(party, role), ...more },
    });
  return { ...api, request, name };
};

/** Sends the commands that the course of a review omits, in the scene that permits them. */
const besides = async (api: InProcess, { scene, life, experts, today }: Place): Promise<void> => {
  const must = async (path: string, body?: object, as: string = secretariat) => {
    const answer = await api.request("POST", path, { as, key: freshKey(), ...defined({ body }) });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  };
  if (scene === "nomination") {
    await must(life.at("/corrections"), { what: "start", to: "2020-11-30", reason: "A slip" });
    const person = { ...personOf("GR", "expert"), email: "wrong.person@gr.example.org" };
    const named = await api.name("GR", "expert", { person });
    const mandate = named.headers.get("location")?.split("/").at(-1);
    await must("/v1/nomination-checks", { checks: [{ party: "GR", mandate }] });
    await must("/v1/contacts", { contacts: [{ party: "GR", way: "call", outcome: "informed" }] });
    await must(`${named.headers.get("location")}/reversal`, { reason: "The note named another person" });
  }
  if (scene === "questionnaire") {
    await must("/v1/contacts", {
      contacts: [{ party: "GR", way: "call", outcome: "promised", nextOn: "2021-12-18" }],
    });
    await must("/v1/invitations/resend", { to: "all" });
    await must("/v1/register-entries", entryOf["training-session"]);
    await must("/v1/reports/status", { asAt: "2020-11-02" });
    await must(`/v1/suppressed-addresses/${await api.suppress()}/unsuppression`);
    const delay = { dueOn: "2021-09-15", reason: "coordination" };
    await must(life.at(`/obligations/questionnaire:${who.under}/delay`), delay, life.focalPoint(who.under));
    const audience = { roles: ["mission", "focal-point", "expert"] };
    const draft = { audience, text: { subject: "Briefing", body: "In Vienna." } };
    const { hash } = await must("/v1/bulletins/previews", draft);
    const { id } = await must("/v1/bulletins", { preview: hash });
    await must(`/v1/bulletins/${id}/approval`, undefined, secondSecretariat);
    // While its letters are under way: with the last of them it is sent, and stops no more.
    await must(`/v1/bulletins/${id}/resumption`);
    await api.app.rest();
    await must(`/v1/bulletins/${id}/resend`);
    await must(`/v1/bulletins/${id}/cancellation`);
  }
  if (scene === "feedback") {
    await must("/v1/presidents-list/reminder", {});
    // The text that is in: to attach it once more changes nothing.
    const { texts } = (await api.get(life.at("/answers"), secretariat)).body;
    const source = { kind: "e-mail", date: today };
    const inForce = texts.map(({ instrument, text }: any) => ({ instrument, text }));
    await must(life.at("/texts"), { of: "answers", texts: inForce, source });
    const obligations = [who.reviewer, who.additional].map((party) => `feedback:${party}`);
    for (const obligation of obligations) {
      const delay = { dueOn: "2022-12-15", reason: "clearance" };
      await must(
        life.at(`/obligations/${obligation}/delay`),
        delay,
        addressOf(obligation.split(":")[1] ?? "", "focal-point"),
      );
      await must(life.at(`/obligations/${obligation}/delay/reversal`), { reason: "It was of another review" });
    }
  }
  if (scene === "opened") {
    // Off the plan of the second group, as the day of the first.
    const start = "/v1/groups/c1-g2/start";
    const order = async () => {
      const { hash: preview } = await must(`${start}/previews`, { startedOn: "2020-12-01" });
      await must(start, { startedOn: "2020-12-01", preview });
    };
    await order();
    await must(`${start}/reversal`, { what: "order", reason: "A slip" });
    await order();
    await must(`${start}/approval`, undefined, secondSecretariat);
    const opening = "/v1/phases/c4/opening";
    const decision = { body: "conference", document: "CTOC/COP/2020/11", decidedOn: "2020-11-30" };
    const { hash: preview } = await must(`${opening}/previews`);
    await must(opening, { preview, decision });
    await api.app.rest();
    await must("/v1/phases/c4/corrections", {
      what: "opening",
      to: { openedOn: today, decision: { ...decision, document: "CTOC/COP/2020/12" } },
      reason: "Another decision was meant",
    });
    await must(`/v1/parties/${who.under}/mandates/confirmation`, { phase: "c4" }, missionOf(who.under));
  }
  if (scene === "opened")
    await must(
      `/v1/parties/${who.additional}/mandates/${experts[who.additional]}/removal`,
      byNote(who.additional, today),
    );
};

/** Sends commands that would change the course, each on a copy of the review. */
const besidesOnCopies = async (copy: () => InProcess, { scene, life, today }: Place): Promise<void> => {
  const must = async (api: InProcess, path: string, body: object, as: string) => {
    const answer = await api.request("POST", life.at(path), { as, key: freshKey(), body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  };
  if (scene === "nomination") {
    const correction = { what: "start", to: "2020-11-30", reason: "A slip" };
    const path = "/v1/groups/c1-g1/corrections";
    const corrected = await copy().request("POST", path, { as: secretariat, key: freshKey(), body: correction });
    expect(corrected.status).toBe(202);
  }
  const [focalPoint, obligation] = [life.focalPoint(who.reviewer), `/obligations/feedback:${who.reviewer}`];
  if (scene === "feedback") {
    const withDelay = copy();
    await must(withDelay, `${obligation}/delay`, { dueOn: "2022-12-20", reason: "clearance" }, focalPoint);
    await must(withDelay, `${obligation}/delay/reversal`, { reason: "It was of another review" }, focalPoint);
    const questions = copy();
    const { number } = await must(questions, "/clarifications", { text: "Why?" }, focalPoint);
    await must(questions, `/clarifications/${number}/withdrawal`, {}, focalPoint);
    const redraws = copy();
    await must(redraws, "/redraw-requests", { seat: who.reviewer }, life.focalPoint(who.under));
    await must(redraws, `/redraw-requests/${who.reviewer}/withdrawal`, {}, life.focalPoint(who.under));
    const limits = copy();
    await must(limits, "/reviewer-limit-waiver", {}, life.focalPoint(who.under));
    await must(limits, "/reviewer-limit-waiver/withdrawal", {}, life.focalPoint(who.under));
    const parts = life.reviewers.map(({ party, instruments }) => ({ party, instruments }));
    await must(copy(), "/division", { parts }, focalPoint);
    const mode = { what: "meeting-mode", to: "video", reason: "A slip" };
    await must(copy(), "/corrections", mode, secretariat);
    const correction = { what: "agreed-languages", to: ["es"], reason: "A slip" };
    await must(copy(), "/corrections", correction, secretariat);
    const late = copy();
    await late.app.moveTo("2023-06-01T09:00:00.000Z");
    const decision = { body: "working-group", document: "CTOC/COP/WG.10/2023/3", decidedOn: "2023-05-20" };
    await must(late, `${obligation}/decision`, decision, secretariat);
  }
  if (scene === "opened") {
    const consents = copy();
    await must(consents, "/publication-consent", { parts: ["answers"] }, life.focalPoint(who.under));
    await must(consents, "/publication-consent/withdrawal", { parts: ["answers"] }, life.focalPoint(who.under));
    const source = { kind: "call", date: today };
    const parties = [who.under, who.reviewer, who.additional, who.newcomer];
    const agreements = parties.map((party) => ({ party, happenedOn: today, source }));
    const erratum = { list: "The list, corrected.", summary: "In short.", reason: "A slip", agreements };
    await must(copy(), "/observations/errata", erratum, secretariat);
  }
};

/** Sends commands about a pairing after its lots, and about an imported group, each in a system of its own. */
const besidesCourse = async (open: () => Promise<InProcess>): Promise<void> => {
  const must = async (api: InProcess, path: string, body: object | undefined, as: string = secretariat) => {
    const given = body === undefined ? {} : { body };
    const answer = await api.request("POST", path, { as, key: freshKey(), ...given });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  };
  await takeGroupOver(await open());
  const later = await open();
  await later.app.moveTo("2024-11-04T12:00:00.000Z");
  const decision = { body: "conference", document: "CTOC/COP/2024/5", decidedOn: "2024-10-18" };
  await must(later, "/v1/parties/BT/entry", { group: "c1-g1", decision });
  const leaving = { leftOn: "2024-10-01", document: "C.N.55.2024" };
  const reason = "Another day was meant";
  const denounced = await denounce(later, "FR", leaving);
  if (denounced.status !== 200) throw new Error(denounced.text);
  await must(later, "/v1/parties/FR/corrections", {
    what: "denunciation",
    to: { ...leaving, leftOn: "2024-10-02" },
    reason,
  });
  await must(later, "/v1/parties/FR/denunciation/reversal", { reason });
  const germany = await open();
  await startGroup(germany);
  const life = await lifeOf(germany, "c1-DE");
  await germany.app.moveTo("2021-11-15T12:00:00.000Z");
  const parties = [life.under, ...life.reviewers.map(({ party }) => party)];
  const agreements = parties.map((party) => byNote(party, "2021-11-10").onBehalfOf);
  await must(germany, life.at("/instruments/additions"), { instruments: ["FP"], agreements });
  const papers = "/v1/reports/status";
  const { body: paper } = await germany.request("POST", papers, {
    as: secretariat,
    key: freshKey(),
    body: { asAt: "2021-11-01" },
  });
  await germany.app.rest();
  await must(germany, `${papers}/${paper.id}/publication`, undefined);
  await must(germany, `${papers}/${paper.id}/publication/approval`, undefined, secondSecretariat);
};

/** Sends the commands about users, the address of a mission, a register and a bulletin's letters of unknown delivery. */
const besidesReviews = async (api: InProcess): Promise<void> => {
  const must = async (path: string, body?: object, as: string = secretariat, match?: string) => {
    const answer = await api.request("POST", path, { as, key: freshKey(), ...defined({ body, match }) });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  };
  const person = { name: "Third Officer", email: "third.officer@example.org", language: "en" };
  const { id: officer } = await must("/v1/users", { role: "secretariat", person });
  const user = `/v1/users/${officer}`;
  await must(`${user}/confirmation`, undefined, secondSecretariat);
  await must(`${user}/suspension`);
  await must(`${user}/reopening`);
  await must(`${user}/closure`, { reason: "left-service" });
  const order = { reason: "asked-by-person", source: "letter" };
  await must(`${user}/erasure`, order);
  await must(`${user}/erasure/withdrawal`);
  await must(`${user}/erasure`, order);
  await must(`${user}/erasure/approval`, undefined, secondSecretariat);

  const mission = "/v1/parties/FR/mission";
  const read = await api.get(mission, secretariat);
  const contacts = { ...read.body.contacts, address: "new.mission@fr.example.org" };
  const put = { as: secretariat, body: contacts, match: read.headers.get("etag") ?? "" };
  const moved = await api.request("PUT", mission, put);
  const note = { number: "12/2020", date: "2020-10-20" };
  await must(`${mission}/confirmation`, { note }, secretariat, moved.headers.get("etag") ?? "");

  const training = entryOf["training-session"];
  const { id: entry } = await must("/v1/register-entries", training);
  const correction = { what: "content", to: { ...training, happenedOn: "2020-10-30" }, reason: "A slip" };
  await must(`/v1/register-entries/${entry}/corrections`, correction, secretariat, '"v1"');
  await must(`/v1/register-entries/${entry}/reversal`, { reason: "Recorded twice" });

  api.app.faults.add({ kind: "mailReset", times: 1000 });
  const draft = {
    audience: { roles: ["mission"], parties: ["DE"] },
    text: { subject: "Briefing", body: "In Vienna." },
  };
  const { hash } = await must("/v1/bulletins/previews", draft);
  const { id: bulletin } = await must("/v1/bulletins", { preview: hash });
  await api.app.rest();
  api.app.faults.clear();
  const { items } = (await api.get(`/v1/bulletins/${bulletin}/recipients`, secretariat)).body;
  for (const { letter } of items) await api.leaveUnknown(letter.id);
  await must(`/v1/bulletins/${bulletin}/settlement`, { outcome: "went-out" });
};

/** Commands that the setting of today refuses: test/domain/lots/serving-deferral.test.ts permits it. */
const refusedByPolicy = ["deferServing"];

/** Returns a text of the greatest length, of random characters, so that compression hardly shortens it. */
const longestText = (): string => {
  const chance = randomBytes(120_000);
  const characters = Array.from({ length: 60_000 }, (_, at) => 0x4e00 + (chance.readUInt16LE(2 * at) % 20_000));
  return String.fromCharCode(...characters);
};

/** Sends a command with a text of the greatest length, first as a change and then as a repetition. */
const sendAtLength = async (api: InProcess, { life }: Place): Promise<void> => {
  const text = longestText();
  const as = life.expert(who.reviewer);
  for (const key of [freshKey(), freshKey()]) {
    const answer = await api.request("POST", life.at("/clarifications"), { as, key, body: { text } });
    expect([answer.status, answer.body.question.text]).toEqual([201, text]);
  }
};

test("no answer of a command depends on its key, nor on the number of requests with it", async () => {
  const answered = new Set<string>();
  const api = sendingThrice(await openInProcess(), answered);
  for await (const place of scenesOf(api)) {
    await besides(api, place);
    await besidesOnCopies(() => sendingThrice(api.copied(), answered), place);
    if (place.scene === "feedback") await sendAtLength(sendingThrice(api.copied(), answered), place);
  }
  await besidesCourse(async () => sendingThrice(await openInProcess(), answered));
  await besidesReviews(sendingThrice(await openInProcess(), answered));
  expect(withKey.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual(refusedByPolicy);
});
