import { drawnOutside } from "../fixtures/outside-drawings.ts";
import { dayOf, instantOf, readInstant } from "../../domain/base/time.ts";
import { byNote, freshKey, missionOf, personOf, secretariat } from "../harness/test-api.ts";
import type { InProcess } from "./in-process.ts";
import { openInProcess } from "./in-process.ts";
import { oneRow, wholeSeats } from "./request-parts.ts";
import type { SideScene, OnAnswer } from "./side-scene.ts";
import { aboutImports } from "./import-scene.ts";
import { statusPapers } from "./paper-scene.ts";
import { aboutRegisters } from "./register-scene.ts";
import { bulletins } from "./bulletin-scenes.ts";
import * as who from "./people.ts";
import { people, type Scene, type Who } from "./people.ts";
import type { Place } from "./places.ts";
import { idlePresident, scenesOf } from "./places.ts";

const livedTo = async (api: InProcess, scene: Scene): Promise<Place> => {
  for await (const place of scenesOf(api)) if (place.scene === scene) return place;
  throw new Error(`The review never comes to ${scene}`);
};

type Must = (
  operation: string,
  by: Who,
  method: string,
  path: string,
  asking: object,
) => Promise<Awaited<ReturnType<InProcess["request"]>>>;

/** Mandates for a person of another party: refused, and withdrawn. */
const aboutOffers = async (must: Must): Promise<void> => {
  const offer = async (): Promise<string> => {
    const person = { ...personOf(who.outsider, "expert"), email: people["expert-uninvolved"].as };
    const named = await must("namePerson", "mission-under", "POST", `/v1/parties/${who.under}/mandates`, {
      key: freshKey(),
      body: { role: "observer", person, reviews: [who.review] },
    });
    return named.body.mandate;
  };
  const own = "/v1/me/mandate-offers";
  const party = `/v1/parties/${who.under}/mandate-offers`;
  const first = await offer();
  await must("getMe", "expert-uninvolved", "GET", "/v1/me", {});
  for (const reader of ["mission-under", "secretariat"] as const)
    await must("listMandateOffers", reader, "GET", party, {});
  await must("refuseMandateOffer", "expert-uninvolved", "POST", `${own}/${first}/refusal`, {});
  await must("withdrawMandateOffer", "mission-under", "POST", `${party}/${await offer()}/withdrawal`, { body: {} });
};

/** Plays a waived consultation and limit of reviewers, answers delayed beyond the rules, and a redraw by lot. */
async function* exceptions(see: OnAnswer): AsyncGenerator<SideScene> {
  const api = await openInProcess();
  const { life, user: idle } = await livedTo(api, "nomination");
  const scene = "questionnaire";
  const must = async (operation: string, by: Who, method: string, path: string, asking: object) => {
    const answer = await api.request(method, path, { as: (people[by] as { as: string }).as, ...asking });
    see(operation, by, scene, answer);
    return answer;
  };
  await api.name(who.newcomer, "focal-point", { reviews: [who.review] });
  await must("concludeConsultation", "secretariat", "POST", life.at("/consultation/outcome"), {
    body: {
      withoutMeeting: "No resources to meet",
      languagesOpen: { why: "in-discussion", translationNeeded: ["fr"] },
      answersDueOn: "2021-03-01",
    },
  });
  await must("waiveReviewerLimit", "mission-under", "POST", life.at("/reviewer-limit-waiver"), {});
  await must("notifyDelay", "fp-under", "POST", life.at(`/obligations/questionnaire:${who.under}/delay`), {
    body: { dueOn: "2022-12-15", reason: "coordination", explanation: "Three ministries take part." },
  });
  await must("divideWork", "secretariat", "POST", life.at("/division"), {
    body: { parts: wholeSeats(life), ...byNote(who.additional, dayOf(instantOf(api.app.clock.now()))) },
  });
  const { body, headers } = await api.get(`/v1/parties/${who.under}/mission`, people["mission-under"].as);
  const { address: email } = body.contacts;
  await must("putMission", "mission-under", "PUT", `/v1/parties/${who.under}/mission`, {
    match: headers.get("etag"),
    body: { ...body.contacts, digest: "weekly", publicOffice: { institution: "Office", email, telephone: "+1 1" } },
  });
  await aboutOffers(must);
  await api.app.rest();
  yield { api, scene };

  await must("carryOutRedraw", "secretariat", "POST", life.at("/redraws"), {
    key: freshKey(),
    body: {
      from: who.reviewer,
      drawn: drawnOutside("2020-12-02", "US", ["UNTOC"], who.under),
    },
  });
  await must("correctReview", "secretariat", "POST", life.at("/corrections"), {
    body: { what: "start", to: "2020-11-30", reason: "A slip" },
  });
  await api.app.rest();
  await life.days(30);
  await api.app.rest();
  yield { api, scene };

  await api.get("/v1/me", idlePresident);
  await must("closeUser", "secretariat", "POST", `/v1/users/${idle}/closure`, {
    body: { reason: "left-service" },
  });
  see("listUsers", "secretariat", scene, await api.get("/v1/users?access=closed", secretariat));
  const closed = await api.get(`/v1/users/${idle}`, secretariat);
  see("getUser", "secretariat", scene, closed);
  await must("correctUser", "secretariat", "PATCH", `/v1/users/${idle}`, {
    match: closed.headers.get("etag"),
    body: { person: { title: "Ambassador" } },
  });
  await must("reopenUser", "secretariat", "POST", `/v1/users/${idle}/reopening`, {});

  const [aggregate = "", row = ""] = oneRow.split("\n");
  await must("importParties", "secretariat", "POST", "/v1/parties/imports", {
    raw: [aggregate, row.replace("Germany", "Another name"), ""].join("\n"),
    type: "text/csv",
  });
  await must("importParties", "secretariat", "POST", "/v1/parties/imports", {
    raw: [aggregate, row.replace("DE", "D"), ""].join("\n"),
    type: "text/csv",
  });
  await must("importParties", "secretariat", "POST", "/v1/parties/imports", {
    raw: [aggregate, row.replace("Germany,DE,DEU,276", "Atlantis,XA,XAA,999"), ""].join("\n"),
    type: "text/csv",
  });
  for (const by of ["secretariat", "mission-additional"] as const)
    await must("namePerson", by, "POST", `/v1/parties/${who.additional}/mandates`, {
      key: freshKey(),
      body: {
        role: "expert",
        person: { name: "One more", email: `one.more.${by}@example.org`, language: "en" },
        ...(by === "secretariat" ? byNote(who.additional, "2020-12-01") : {}),
      },
    });
  const additional = `/v1/parties/${who.additional}/mission`;
  const contacts = await api.get(additional, people["mission-additional"].as);
  await must("putMission", "mission-additional", "PUT", additional, {
    match: contacts.headers.get("etag"),
    body: { ...contacts.body.contacts, address: "another.mission@example.org" },
  });
  await must("getMission", "secretariat", "GET", additional, {});
  const person = { name: "A. Person", language: "en", title: "Counsellor", institution: "Mission", phone: "+43 1 0" };
  await must("registerUser", "secretariat", "POST", "/v1/users", {
    key: freshKey(),
    body: {
      role: "permanent-mission",
      party: who.under,
      person: { ...person, email: "second.mission@example.org", gender: "female" },
    },
  });
  // Invalid members, in requests of each caller.
  for (const by of who.everyone.filter((one) => one !== "nobody")) {
    await must("listParties", by, "GET", "/v1/parties?limit=0", {});
    await must("namePerson", by, "POST", `/v1/parties/${who.under}/mandates`, { key: freshKey(), body: {} });
    await must("putMission", by, "PUT", `/v1/parties/${who.under}/mission`, { match: "unquoted", body: {} });
  }
}

/** Delays that are in force, one of which was recorded with a wrong date and one by mistake. */
async function* mistakenDelays(see: OnAnswer): AsyncGenerator<SideScene> {
  const api = await openInProcess();
  const scene = "feedback";
  const { life } = await livedTo(api, scene);
  const must = async (operation: string, by: Who, path: string, body: object) => {
    const answer = await api.request("POST", life.at(path), { as: (people[by] as { as: string }).as, body });
    if (answer.status >= 300) throw new Error(`${operation}: ${answer.text}`);
    see(operation, by, scene, answer);
  };
  const obligations = [
    ["fp-reviewing", `feedback:${who.reviewer}`],
    ["fp-under", `clarification-3:${who.under}`],
    ["fp-additional", `feedback:${who.additional}`],
  ] as const;
  const delay = { dueOn: "2022-12-15", reason: "clearance", explanation: "One ministry has yet to clear." };
  for (const [by, id] of obligations) await must("notifyDelay", by, `/obligations/${id}/delay`, delay);
  await api.app.rest();
  yield { api, scene };

  const [, second, third] = obligations;
  const reason = "The note was about another review.";
  await must("correctReview", "secretariat", "/corrections", {
    what: "delay",
    obligation: second[1],
    to: "2022-12-16",
    reason,
  });
  await must("reverseDelay", "secretariat", `/obligations/${third[1]}/delay/reversal`, { reason });
  await api.app.rest();
  yield { api, scene };
}

/** Plays a silent reviewer, and the decision by which the review continues without it. */
async function* decisions(see: OnAnswer): AsyncGenerator<SideScene> {
  const api = await openInProcess();
  const scene = "feedback";
  const { life } = await livedTo(api, scene);
  await life.days(400);
  const decidedOn = dayOf(readInstant(api.app.clock.instant()));
  const answer = await api.request("POST", life.at(`/obligations/feedback:${who.reviewer}/decision`), {
    as: secretariat,
    body: { body: "working-group", document: "CTOC/COP/WG.10/2022/3", decidedOn },
  });
  if (answer.status >= 300) throw new Error(`recordDecision: ${answer.text}`);
  see("recordDecision", "secretariat", scene, answer);
  await api.app.rest();
  yield { api, scene };
}

/** Plays a concluded review whose party consents to publish the dialogue, too. */
async function* consents(): AsyncGenerator<SideScene> {
  const api = await openInProcess();
  const { life } = await livedTo(api, "opened");
  await life.post("/publication-consent", people["fp-under"].as, { parts: ["dialogue"] });
  await api.app.rest();
  yield { api, scene: "opened" };
}

/**
 * Plays further acts of the secretariat: it gives the review to an officer, corrects the day of its group's start, and
 * follows up by other means than letters.
 */
async function* followingUp(see: OnAnswer): AsyncGenerator<SideScene> {
  const api = await openInProcess();
  const scene = "nomination";
  const { life } = await livedTo(api, scene);
  const must = async (operation: string, method: string, path: string, asking: object) => {
    const answer = await api.request(method, path, { as: secretariat, ...asking });
    if (answer.status >= 300) throw new Error(`${operation}: ${answer.text}`);
    see(operation, "secretariat", scene, answer);
    return answer.body;
  };
  const { id: officer } = await must("getMe", "GET", "/v1/me", {});
  await must("assignOfficer", "PUT", life.at("/officer"), { body: { officer } });
  const start = "/v1/groups/c1-g1/start";
  const correction = { what: "start", to: "2020-11-30", reason: "The day after was recorded" };
  await must("correctGroupStart", "POST", "/v1/groups/c1-g1/corrections", { body: correction });
  await api.app.rest();
  await must("correctGroupStart", "POST", "/v1/groups/c1-g1/corrections", {
    body: { ...correction, to: "2020-11-02" },
  });
  await must("startGroup", "POST", start, { body: { startedOn: "2020-11-30", preview: "0".repeat(64) } });
  const about = { review: who.review, way: "call", outcome: "promised", note: "Ms. A. Person was called" };
  for (const more of [{ nextOn: "2020-12-07" }, { follows: 1, nextOn: "2020-12-08" }])
    await must("recordContacts", "POST", "/v1/contacts", {
      key: freshKey(),
      body: { contacts: [{ party: who.under, ...about, ...more }] },
    });
  await must("recordContacts", "POST", "/v1/contacts", {
    key: freshKey(),
    body: { contacts: [{ party: who.under, ...about, follows: 2, nextOn: "2020-12-09" }] },
  });
  await must("recordContacts", "POST", "/v1/contacts", {
    key: freshKey(),
    body: { contacts: [{ party: "GR", way: "briefing", outcome: "informed", nextOn: "2021-03-01" }] },
  });
  await life.days(60);
  const reminded = { key: freshKey(), body: {} };
  await must("sendPresidentsReminder", "POST", "/v1/presidents-list/reminder", reminded);
  yield { api, scene };
}

/** Plays letters of unknown outcome: on the worklist, and settled by the secretariat. */
async function* settlements(see: OnAnswer): AsyncGenerator<SideScene> {
  const api = await openInProcess();
  const scene = "nomination";
  api.app.faults.add({ kind: "mailReset", times: 1000 });
  await livedTo(api, scene);
  api.app.faults.clear();
  const letters: string[] = [];
  for (const party of [who.under, who.reviewer, who.additional]) {
    const { body } = await api.get(`/v1/letters?party=${party}&limit=100`, secretariat);
    const { id } = body.items.find(({ state }: { state: string }) => state === "unknown");
    await api.leaveUnknown(id);
    letters.push(id);
  }
  yield { api, scene };

  for (const [place, id] of letters.entries()) {
    const body = { outcome: place === 0 ? "went-out" : "send-again", reason: "The mission was called" };
    const answer = await api.request("POST", `/v1/letters/${id}/settlement`, { as: secretariat, body });
    if (answer.status >= 300) throw new Error(`settleLetter: ${answer.text}`);
    see("settleLetter", "secretariat", scene, answer);
  }
  await api.app.rest();
  const own = await api.get("/v1/letters?include=explanation&limit=100", missionOf(who.under));
  see("listLetters", "mission-under", scene, own);
  yield { api, scene };
}

/** The phase of the next cluster, opened by a decision before its gate is reached, and people confirmed for it. */
async function* openedPhase(see: OnAnswer): AsyncGenerator<SideScene> {
  const api = await openInProcess();
  const scene = "nomination";
  await livedTo(api, scene);
  const must = async (operation: string, by: Who, path: string, body?: object) => {
    const answer = await api.request("POST", path, { as: (people[by] as { as: string }).as, body });
    if (answer.status >= 300) throw new Error(`${operation}: ${answer.text}`);
    see(operation, by, scene, answer);
    return answer.body;
  };
  const { hash } = await must("previewPhaseOpening", "secretariat", "/v1/phases/c4/opening/previews");
  const decision = { body: "conference", document: "CTOC/COP/2020/11", decidedOn: "2020-11-30" };
  await must("openPhase", "secretariat", "/v1/phases/c4/opening", { preview: hash, decision });
  yield { api, scene };

  await api.app.rest();
  const confirmation = (party: string) => `/v1/parties/${party}/mandates/confirmation`;
  await must("confirmMandates", "mission-under", confirmation(who.under), { phase: "c4" });
  const noted = { phase: "c4", ...byNote(who.additional, dayOf(readInstant(api.app.clock.instant()))) };
  await must("confirmMandates", "secretariat", confirmation(who.additional), noted);
  yield { api, scene };
}

/** Plays all side scenes, and passes the replies to those who act in them to `see`. */
export async function* sideScenesOf(see: OnAnswer): AsyncGenerator<SideScene> {
  yield* exceptions(see);
  yield* mistakenDelays(see);
  yield* decisions(see);
  yield* consents();
  yield* followingUp(see);
  yield* settlements(see);
  yield* openedPhase(see);
  await aboutImports(see);
  await aboutRegisters(see);
  yield* statusPapers(see, async () => {
    const api = await openInProcess();
    await livedTo(api, "nomination");
    return api;
  });
  yield* bulletins(see, (api) => livedTo(api, "questionnaire"));
}
