import { defined } from "../../schemas/base/defined.ts";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { endpoints } from "../../schemas/api/index.ts";
import { fold } from "../../domain/audit/aggregates.ts";
import { inForce } from "../../domain/base/settings.ts";
import { clarificationCap, seatCap } from "../../domain/policy/limits.ts";
import { dayOf, readInstant } from "../../domain/base/time.ts";
import { plannedLetter } from "../../domain/letters/lifecycle.ts";
import { nominate } from "../../domain/review/commands/start-review.ts";
import { mostPageBytes, payloadBytes } from "../../lambdas/shell/http/full-pages.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { Review } from "../../schemas/model/review.ts";
import { entryOf } from "../fixtures/register-entries.ts";
import { change, factsOf, mandateId, party, registeredUser, reviewId, userId } from "../fixtures/changes.ts";
import { takeGroupOver } from "../fixtures/paused-group.ts";
import { lifeOf } from "../fixtures/review-life.ts";
import type { Answer } from "../harness/contract.ts";
import {
  addressOf,
  byNote,
  freshKey,
  missionOf,
  personOf,
  president,
  secondSecretariat,
  secretariat,
  startGroup,
} from "../harness/test-api.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import * as who from "../permissions/people.ts";
import { everyReading } from "../permissions/readings.ts";

/** The longest text of a party, of the character that takes most room in a function's reply. */
const longest = (place: number | string) => `${place} `.padEnd(60_000, '"');
/** The size limit of a reply: a page of items, further members, and the last item, which may exceed the page. */
const most = mostPageBytes + 500_000;

const patterns = endpoints
  .map((endpoint) => ({ endpoint, pattern: new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u") }))
  .toSorted((one, other) => one.endpoint.path.split("{").length - other.endpoint.path.split("{").length);
const operationOf = (method: string, path: string): Endpoint | undefined =>
  patterns.find(({ endpoint, pattern }) => endpoint.method === method && pattern.test(path.split("?")[0] ?? ""))
    ?.endpoint;

/** Records the size of the largest reply of each operation, in bytes as a function returns it. */
const weighed = (api: InProcess, sizes: Map<string, number>): InProcess => {
  const request: InProcess["request"] = async (method, path, asking) => {
    const answer = await api.request(method, path, asking);
    const id = operationOf(method, path)?.id;
    if (id !== undefined && answer.status < 300)
      sizes.set(id, Math.max(sizes.get(id) ?? 0, Buffer.byteLength(JSON.stringify(answer.text))));
    return answer;
  };
  return { ...api, request, get: (path, as) => request("GET", path, as === undefined ? {} : { as }) };
};

const must = (answer: Answer): any => {
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body;
};

/** Names the highest number of experts for each party of the review, with names of the greatest length. */
const fillSeats = async ({ behind }: InProcess, parties: readonly string[]): Promise<void> => {
  const now = behind.clock.now();
  const { serving } = inForce(seatCap, dayOf(now));
  for (const [place, code] of parties.entries()) {
    const numbers = Array.from({ length: serving - 3 }, (_, at) => 3_000_000 + 1_000 * place + at);
    const users = numbers.map((number) => {
      const user = registeredUser(number, { party: code, sub: `account-${number}` });
      const person = { name: `${number} `.padEnd(120, "x"), title: "t".repeat(120), institution: "i".repeat(200) };
      const sideRecords = (user.sideRecords ?? []).map((one) =>
        one.kind === "person" ? { ...one, person: { ...one.person, ...person, phone: "+43 1 000 000" } } : one,
      );
      return { ...user, sideRecords };
    });
    for (let from = 0; from < users.length; from += 20)
      await behind.store.commit({ changes: users.slice(from, from + 20), by: "load", at: now });
    const aggregate = await behind.store.load("review", who.review);
    if (aggregate === undefined) throw new Error(`No review ${who.review}`);
    let state: Review | undefined = aggregate.state;
    const facts: Fact[] = [];
    for (const number of numbers) {
      const named = {
        mandate: mandateId(number),
        role: "expert",
        party: party(code),
        user: userId(number),
        at: now,
      } as const;
      const began: readonly Fact[] = state === undefined ? [] : factsOf(nominate(state, named));
      facts.push(...began);
      state = fold("review", state, began);
    }
    // Each is an item more to tick: in parts that a transaction holds.
    for (let from = 0; from < facts.length; from += 60) {
      const before = await behind.store.load("review", who.review);
      await behind.store.commit({
        changes: [change("review", who.review, before, facts.slice(from, from + 60))],
        by: "load",
        at: now,
      });
    }
  }
};

/** Plans more letters about the review than one file holds. */
const planLetters = async ({ behind }: InProcess): Promise<void> => {
  const now = behind.clock.now();
  for (let number = 0; number < 2_100; number += 1) {
    const content = {
      kind: "delay-notified",
      review: reviewId("DE"),
      obligation: "questionnaire:DE",
      generation: number,
    } as const;
    const about = {
      content: content as never,
      recipient: { kind: "mission", party: party("DE") } as const,
      party: party("DE"),
    };
    await behind.ledger.plan({
      ...plannedLetter({ ...about, plannedFor: now, rule: "A rule." }, now),
      subjectLine: "s".repeat(200),
    });
  }
};

/** Offers a person of the review mandates of another party: one is refused, one accepted, and one withdrawn. */
const answerOffers = async (api: InProcess, as: string): Promise<void> => {
  const ofParty = `/v1/parties/${who.outsider}/mandate-offers`;
  const offer = async (): Promise<string> => {
    const body = {
      role: "observer",
      person: { ...personOf(who.under, "expert"), email: as },
      reviews: [who.outsiderReview],
    };
    const named = { as: missionOf(who.outsider), key: freshKey(), body };
    return must(await api.request("POST", `/v1/parties/${who.outsider}/mandates`, named)).mandate;
  };
  const refused = await offer();
  must(await api.get("/v1/me", as));
  must(await api.get(ofParty, missionOf(who.outsider)));
  must(await api.request("POST", `/v1/me/mandate-offers/${refused}/refusal`, { as }));
  must(await api.request("POST", `${ofParty}/${await offer()}/withdrawal`, { as: missionOf(who.outsider), body: {} }));
  must(await api.request("POST", `/v1/me/mandate-offers/${await offer()}/acceptance`, { as }));
};

/** Plays a review with texts of the greatest length, and with as many requests and people as are permitted. */
const liveThrough = async (api: InProcess) => {
  await startGroup(api);
  await api.app.rest();
  const life = await lifeOf(api, who.review);
  const parties = [life.under, ...life.reviewers.map((each) => each.party)];
  await life.nominate(["focal-point", "expert", "observer"]);
  await life.conclude();
  const draft = async (path: string, as: string, instruments: readonly string[]) => {
    const drafts: { instrument: string; version: number }[] = [];
    for (const instrument of instruments) {
      const asking = { as, match: '"v0"', body: { text: longest(instrument) } };
      const { version } = must(await api.request("PUT", life.at(`${path}/${instrument}`), asking));
      drafts.push({ instrument, version });
    }
    return { drafts };
  };
  const answers = await draft("/answers/drafts", life.expert(life.under), life.instruments);
  must(await life.post("/answers/submission", life.focalPoint(life.under), answers));
  const asker = life.reviewers[0]?.party ?? "";
  for (let number = 1; number <= inForce(clarificationCap, dayOf(api.behind.clock.now())); number += 1) {
    const question = { text: longest(number) };
    must(await life.post("/clarifications", life.expert(asker), question, { key: freshKey() }));
    const answer = { text: longest(`a${number}`) };
    must(await life.post(`/clarifications/${number}/answer`, life.focalPoint(life.under), answer));
  }
  await answerOffers(api, life.expert(life.under));
  await fillSeats(api, parties);
  for (const { party: code, instruments } of life.reviewers) {
    const feedback = await draft(`/feedback/${code}/drafts`, life.expert(code), instruments);
    must(await life.post(`/feedback/${code}/clearance`, life.focalPoint(code), feedback));
  }
  const list = { list: longest("list"), summary: longest("summary") };
  must(
    await api.request("PUT", life.at("/observations"), {
      as: life.expert(parties[1] ?? ""),
      match: '"v0"',
      body: list,
    }),
  );
  await life.agreeAll(1);
  await life.publish(1);
  must(await life.post("/answers/opening", secretariat));
  must(await life.post("/publication-consent", life.focalPoint(life.under), { parts: ["answers", "dialogue"] }));
  await api.app.rest();
  return life;
};

/** Full pages of trainings that name as many States as an entry may, each withdrawn with as long a reason as may be. */
const fillRegisters = async (api: InProcess): Promise<void> => {
  const path = "/v1/register-entries";
  const content = { ...entryOf["training-session"], states: { named: Array.from({ length: 300 }, () => "FR") } };
  for (let at = 0; at < 200; at += 1) {
    const recorded = must(await api.request("POST", path, { as: secretariat, key: freshKey(), body: content }));
    const body = { reason: "r".repeat(1_000) };
    must(await api.request("POST", `${path}/${recorded.id}/reversal`, { as: secretariat, body }));
  }
  const { items } = must(await api.get(`${path}?limit=200`, secretariat));
  must(await api.get(`${path}/${items[0].id}`, secretariat));
  for (let at = 0; at < 200; at += 1)
    must(await api.request("POST", path, { as: secretariat, key: freshKey(), body: content }));
  must(await api.get("/v1/statistics/registers/training-session/members?limit=200", secretariat));
};

/** A status paper from its order to its publication. */
const publishPaper = async (api: InProcess): Promise<void> => {
  const path = "/v1/reports/status";
  const asAt = dayOf(readInstant(api.app.clock.instant()));
  const { id } = must(await api.request("POST", path, { as: secretariat, key: freshKey(), body: { asAt } }));
  await api.app.rest();
  must(await api.get(`${path}/${id}`, secretariat));
  must(await api.request("POST", `${path}/${id}/publication`, { as: secretariat, key: freshKey() }));
  must(await api.request("POST", `${path}/${id}/publication/approval`, { as: secondSecretariat, key: freshKey() }));
  must(await api.get(`/v1/public/reports/status/${id}`));
};

/** Fills the lists of the secretariat with full pages of the longest entries. */
const fillLists = async (api: InProcess): Promise<void> => {
  const note = "n".repeat(1_000);
  const text = { subject: "s".repeat(100), body: '"'.repeat(10_000) };
  for (let at = 0; at < 60; at += 1) {
    const about = { way: "call", outcome: "promised", review: who.review, nextOn: "2020-12-20", note };
    const body = { contacts: [{ party: who.under, ...about }] };
    must(await api.request("POST", "/v1/contacts", { as: secretariat, key: freshKey(), body }));
    must(await api.request("PUT", `/v1/texts/text-${at}`, { as: secretariat, match: '"v0"', body: text }));
  }
  await fillRegisters(api);
  await publishPaper(api);
  const audience = { roles: ["mission", "focal-point", "expert"] };
  const preview = must(
    await api.request("POST", "/v1/bulletins/previews", { as: secretariat, body: { audience, text } }),
  );
  must(
    await api.request("POST", "/v1/bulletins", { as: secretariat, key: freshKey(), body: { preview: preview.hash } }),
  );
  must(await api.request("POST", "/v1/invitations/resend", { as: secretariat, key: freshKey(), body: { to: "all" } }));
};

/** Names, replaces and removes people, and changes users, parties and lots: replies that no reading returns. */
const manage = async (api: InProcess): Promise<void> => {
  const post = async (path: string, body: object | undefined, as: string = secretariat) =>
    must(await api.request("POST", path, { as, key: freshKey(), ...defined({ body }) }));
  const at = "/v1/parties/FR/mandates";
  const recorded = byNote("FR", dayOf(readInstant(api.app.clock.instant())));
  const person = (local: string) => ({ ...personOf("FR", "expert"), email: `${local}@fr.example.org` });
  const { mandate } = await post(at, { role: "expert", person: person("one"), ...recorded });
  await post("/v1/nomination-checks", { checks: [{ party: "FR", mandate }] });
  const { successor } = await post(`${at}/${mandate}/replacement`, { person: person("two"), ...recorded });
  await post("/v1/nomination-checks", { checks: [{ party: "FR", mandate: successor.mandate }] });
  await post(`${at}/${successor.mandate}/removal`, recorded);
  await post("/v1/contacts", { contacts: [{ party: "FR", way: "call", outcome: "informed" }] });
  const { seats } = (await api.get("/v1/reviews/c1-FR", missionOf("FR"))).body;
  const seat = seats.find(({ role }: any) => role === "reviewing").party;
  await post("/v1/reviews/c1-FR/redraw-requests", { seat }, missionOf("FR"));
  await post("/v1/reviews/c1-FR/redraws", { from: seat });
  const raw = readFileSync("data/parties.csv", "utf8");
  must(await api.request("POST", "/v1/parties/imports", { as: secretariat, raw, type: "text/csv" }));
  const { hash: preview } = await post("/v1/phases/c4/opening/previews", undefined);
  const decision = { body: "conference", document: "CTOC/COP/2020/11", decidedOn: "2020-11-30" };
  await post("/v1/phases/c4/opening", { preview, decision });
  await api.app.rest();
  must(await api.get("/v1/users?limit=200", secretariat));
  const { id } = await post("/v1/users", { role: "president", person: { ...person("three"), gender: undefined } });
  must(await api.get(`/v1/users/${id}`, secretariat));
};

/** Settles a letter of unknown delivery. */
const settleOne = async (api: InProcess): Promise<void> => {
  await api.suppress();
  api.app.faults.add({ kind: "mailReset", times: 1000 });
  const again = { as: secretariat, key: freshKey(), body: { to: "all" } };
  must(await api.request("POST", "/v1/invitations/resend", again));
  await api.app.rest();
  api.app.faults.clear();
  const [{ id: letter }] = must(await api.get("/v1/letters?state=unknown", secretariat)).items;
  await api.leaveUnknown(letter);
  const asking = { as: secretariat, body: { outcome: "went-out" } };
  must(await api.request("POST", `/v1/letters/${letter}/settlement`, asking));
};

/** Sends the requests of an import, and the preview of an entry. */
const takeOver = async (api: InProcess): Promise<void> => {
  const id = await takeGroupOver(api);
  must(await api.get("/v1/imports?limit=200", secretariat));
  must(await api.get(`/v1/imports/${id}`, secretariat));
  await api.app.moveTo("2024-11-04T12:00:00.000Z");
  const denunciation = { leftOn: "2021-01-01", document: "C.N.55.2021" };
  must(await api.request("POST", "/v1/parties/FR/denunciation/previews", { as: secretariat, body: denunciation }));
  must(await api.request("POST", "/v1/parties/BT/entry/previews", { as: secretariat, body: { group: "c1-g1" } }));
};

/** Returns true if an operation replies with a list or with a file. */
const answersList = async (endpoint: Endpoint): Promise<boolean> =>
  endpoint.replyType === "text/csv" ||
  JSON.stringify(z.toJSONSchema(await endpoint.reply(), { io: "input", unrepresentable: "any" })).includes('"array"');

test("no operation that answers a list answers more than a function may, however much there is", async () => {
  const sizes = new Map<string, number>();
  const api = weighed(await openInProcess(), sizes);
  await liveThrough(api);
  await fillLists(api);
  await planLetters(api);
  await manage(api);
  await settleOne(api);
  await takeOver(weighed(await openInProcess(), sizes));
  const people = [
    secretariat,
    president,
    missionOf(who.under),
    addressOf(who.under, "focal-point"),
    addressOf(who.reviewer, "focal-point"),
  ];
  for (const [, path] of await everyReading(api)) {
    const full = path.includes("limit=") ? path.replace(/limit=\d+/u, "limit=200") : path;
    for (const as of people) {
      const answer = await api.get(full, as);
      if (answer.status < 300) break;
    }
  }
  const files: number[] = [];
  const asTable = { as: secretariat, headers: { accept: "text/csv" } };
  for (let next: string | undefined = `/v1/reviews/${who.review}/notices`; next !== undefined;) {
    const file: Answer = await api.request("GET", next, asTable);
    files.push(file.text.trim().split("\r\n").length - 1);
    next = /<(?<next>[^>]+)>; rel="next"/u.exec(file.headers.get("link") ?? "")?.groups?.["next"];
  }
  expect([files.length > 1, ...files.slice(0, -1)]).toEqual([true, ...files.slice(1).map(() => 2_000)]);

  expect([...sizes].filter(([, bytes]) => bytes > most)).toEqual([]);
  expect(Math.max(...sizes.values())).toBeGreaterThan(payloadBytes(longest("")) * 10);
  const listing: Endpoint[] = [];
  for (const endpoint of endpoints) if (await answersList(endpoint)) listing.push(endpoint);
  const replies = new Set(await Promise.all(endpoints.filter(({ id }) => sizes.has(id)).map(({ reply }) => reply())));
  const unasked: string[] = [];
  for (const { id, reply } of listing) if (!sizes.has(id) && !replies.has(await reply())) unasked.push(id);
  expect(unasked).toEqual([]);
});
