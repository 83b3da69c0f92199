import type { LoggedRequest } from "../../bin/verify/request-log.ts";
import { type VerificationResult, verifySystem } from "../../bin/verify/verify.ts";
import { parties as knownParties } from "../domain/lots/few-parties.ts";
import { approveDenunciation, orderDenunciation } from "../fixtures/denounce.ts";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { smallTakeOver } from "../fixtures/small-take-over.ts";
import { requestsTo } from "../harness/app-requests.ts";
import {
  addressOf,
  freshKey,
  missionOf,
  personOf,
  type RequestOptions,
  type Role,
  secondSecretariat,
  secretariat,
  startGroup,
} from "../harness/test-api.ts";
import { orderPaper } from "../harness/status-paper.ts";
import { accountOf, mailsIn, mailsOf } from "../harness/verification.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import { resumeReminders, type SmallSystem, takenOver } from "./collected.ts";
import { logging } from "./course.ts";

/** A system in which most rules have been applied, with the requests that did so. */
export interface WholeCourse {
  readonly api: InProcess;
  readonly log: readonly LoggedRequest[];
  /** The deviations from the course: requests that were refused, and acts that failed. */
  readonly failures: readonly string[];
}

/** The course was to end on a day before its last. */
class CourseEnded extends Error {}

/** Two reviews, of Germany and of Ireland, from the start of their group to their end, with all that their parties do. */
class Course {
  readonly api: InProcess;
  readonly germany: Life;
  readonly ireland: Life;
  readonly end: string;
  readonly failures: string[] = [];

  constructor(api: InProcess, { germany, ireland, end }: Pick<Course, "germany" | "ireland" | "end">) {
    this.api = api;
    this.germany = germany;
    this.ireland = ireland;
    this.end = end;
  }

  /** Moves to 11:00 UTC of a day, with the sweep of each morning before it, and sometimes the full one of a night. */
  async until(day: string): Promise<void> {
    const { app, behind } = this.api;
    const target = `${day < this.end ? day : this.end}T11:00:00.000Z`;
    const morning = new Date(`${app.clock.instant().slice(0, 10)}T08:00:00.000Z`);
    for (;;) {
      morning.setUTCDate(morning.getUTCDate() + 1);
      const at = morning.toISOString();
      if (at > target) break;
      await behind.moveTo(at);
      await behind.sweep(morning.getUTCDate() === 1 ? "full" : "morning");
      await behind.settle();
    }
    if (app.clock.instant() < target) await app.moveTo(target);
    if (day > this.end) throw new CourseEnded();
  }

  /** Sends a request. A refusal does not end the course: with a defect planted, the checker judges the effects. */
  async send(method: string, path: string, asking: RequestOptions): Promise<any> {
    const { status, body } = await this.api.request(method, path, asking);
    if (status >= 400) this.failures.push(`${method} ${path} as ${asking.as ?? "no user"}: ${status} ${body.type}`);
    await this.api.app.rest();
    return body;
  }

  post(path: string, as: string, body: object = {}): Promise<any> {
    return this.send("POST", path, { as, key: freshKey(), body });
  }

  /** Runs an act of a life; a refusal does not end the course. */
  async live(act: () => Promise<unknown>): Promise<void> {
    await act().catch((error: unknown) => {
      if (error instanceof CourseEnded) throw error;
      this.failures.push(String(error));
    });
    await this.api.app.rest();
  }

  name(party: string, role: Role, reviews: readonly string[], person: object = {}): Promise<any> {
    const body = { role, reviews, person: { ...personOf(party, role), ...person } };
    return this.post(`/v1/parties/${party}/mandates`, missionOf(party), body);
  }

  remove(party: string, mandate: string): Promise<any> {
    return this.post(`/v1/parties/${party}/mandates/${mandate}/removal`, missionOf(party));
  }

  async setMission(party: string, more: object): Promise<void> {
    const path = `/v1/parties/${party}/mission`;
    const { body, headers } = await this.api.request("GET", path, { as: secretariat });
    if (body.contacts !== null && Object.keys(more).length === 0) return;
    const contacts = { address: missionOf(party), language: "en", place: "Vienna", ...body.contacts, ...more };
    await this.send("PUT", path, { as: secretariat, match: headers.get("etag") ?? "", body: contacts });
  }

  /** Signs each user in once: the rights of a role are judged by accounts that were used before. */
  async arrive(...addresses: readonly string[]): Promise<void> {
    for (const as of addresses) await this.send("GET", "/v1/me", { as });
  }
}

const inGermany = ["c1-DE"];
const inIreland = ["c1-IE"];

/** Missions set how they are reached, and people are named, one of them in French and one too late. */
const playNominations = async (course: Course): Promise<{ readonly former: any; readonly moved: any }> => {
  await course.until("2020-12-02");
  await course.setMission("CA", { digest: "weekly" });
  await course.setMission("SG", { secondAddress: "second.secretary@sg.example.org" });
  course.api.app.faults.add({ effect: "bounce", address: missionOf("SG") });
  await course.until("2020-12-08");
  await course.name("DE", "focal-point", inGermany);
  await course.name("DE", "expert", inGermany);
  const moved = await course.name("DE", "expert", inGermany, {
    email: "moving@de.example.org",
    name: "A moving expert",
  });
  await course.name("DE", "observer", ["c1-SE"], { email: "moving@de.example.org", name: "A moving expert" });
  await course.name("BF", "focal-point", inGermany, { language: "fr" });
  await course.name("BF", "expert", inGermany, { language: "fr" });
  const former = await course.name("SG", "focal-point", inGermany, { name: "Aurelia Quillfeather" });
  await course.name("SG", "expert", inGermany);
  await course.name("CA", "focal-point", inGermany);
  await course.live(() => course.ireland.nominate(["focal-point", "expert", "observer"]));
  await course.arrive(
    "moving@de.example.org",
    ...(["DE", "BF", "SG", "CA"] as const).flatMap((party) => [addressOf(party, "focal-point"), missionOf(party)]),
    ...["DE", "BF", "SG"].map((party) => addressOf(party, "expert")),
    ...["IE", "FR", "TD"].flatMap((party) =>
      (["focal-point", "expert", "observer"] as const).map((role) => addressOf(party, role)),
    ),
  );
  return { former, moved };
};

/** The consultations end late, on the last day of a February; then the responses are prepared, late again. */
const playConsultation = async (course: Course, { moved }: { readonly moved: any }): Promise<void> => {
  const languages = { languages: { languages: ["en"] } };
  await course.until("2021-02-28");
  await course.live(() => course.germany.conclude(languages));
  await course.live(() => course.ireland.conclude(languages));
  await course.until("2021-03-10");
  await course.name("CA", "expert", inGermany);
  await course.arrive(addressOf("CA", "expert"));
  await course.until("2021-03-29");
  const call = { party: "CA", way: "call", outcome: "informed", note: "A call" };
  const contact = { as: secretariat, key: "call-of-march", body: { contacts: [call] } };
  await course.send("POST", "/v1/contacts", contact);
  // The night between has erased what expired.
  await course.until("2021-04-02");
  await course.send("POST", "/v1/contacts", contact);
  await course.send("POST", "/v1/me/calendar", { as: "moving@de.example.org" });
  await course.send("POST", "/v1/me/calendar", { as: missionOf("CA") });
  await course.until("2021-04-15");
  await course.remove("DE", moved.mandate);
};

/** A bulletin to more missions than one person may write to. */
const playBulletin = async (course: Course): Promise<void> => {
  const { items } = await course.send("GET", "/v1/parties?limit=200", { as: secretariat });
  for (const { id, participation } of items) if (participation === "takes-part") await course.setMission(id, {});
  const text = { subject: "Briefing for {{party}}", body: "Dear {{recipientName}},\n\nthere will be a briefing." };
  const audience = { roles: ["mission", "focal-point", "expert"] };
  const { hash } = await course.send("POST", "/v1/bulletins/previews", { as: secretariat, body: { audience, text } });
  const { id } = await course.post("/v1/bulletins", secretariat, { preview: hash });
  await course.post(`/v1/bulletins/${id}/approval`, secondSecretariat);
};

/** A denunciation, which the officer who ordered it may not approve. */
const playDenunciation = async (course: Course): Promise<void> => {
  await course.until("2021-04-18");
  const { api } = course;
  await orderDenunciation(api, "UZ", { leftOn: "2021-04-16", document: "C.N.55.2021" });
  for (const as of [secretariat, secondSecretariat]) await approveDenunciation(api, "UZ", as);
  await api.app.rest();
};

/** Plays late responses to a seat whose focal point was removed; then a successor is named. */
const playResponses = async (course: Course, { former }: { readonly former: any }): Promise<void> => {
  const { germany, ireland } = course;
  await course.until("2021-08-10");
  const path = germany.at("/obligations/questionnaire:DE/delay");
  await course.post(path, germany.focalPoint("DE"), { dueOn: "2021-09-10", reason: "translation" });
  await course.live(() => ireland.submit());
  await course.until("2021-09-12");
  await course.remove("SG", former.mandate);
  await course.until("2021-09-24");
  await course.live(() => germany.submit());
  await course.until("2021-09-27");
  await course.name("SG", "focal-point", inGermany, { email: "next@sg.example.org", name: "The next one" });
  await course.arrive("next@sg.example.org");
};

/** A question about one instrument; a seat that lots take; a person who is erased, and one who is closed. */
const playFeedback = async (course: Course, { former }: { readonly former: any }): Promise<void> => {
  const { germany, ireland } = course;
  await course.until("2021-10-05");
  const question = { text: "What of this?", instruments: ["TIP"] };
  // Both before any letter leaves: one letter opens both.
  for (const instruments of [["TIP"], ["UNTOC"]])
    await course.api.request("POST", germany.at("/clarifications"), {
      as: germany.expert("SG"),
      key: freshKey(),
      body: { ...question, instruments },
    });
  await course.api.app.rest();
  await course.until("2021-10-08");
  await course.post(germany.at("/clarifications"), germany.expert("SG"), { ...question, text: "And of that?" });
  await course.until("2021-10-12");
  await course.send("POST", germany.at("/clarifications/1/answer"), {
    as: germany.focalPoint("DE"),
    body: { text: "This." },
  });
  await course.until("2021-10-20");
  await course.send("POST", `/v1/users/${former.person}/erasure`, {
    as: secretariat,
    body: { reason: "asked-by-person", source: "letter" },
  });
  // The officer who ordered the erasure may not approve it.
  for (const as of [secretariat, secondSecretariat])
    await course.api.request("POST", `/v1/users/${former.person}/erasure/approval`, { as });
  await course.api.app.rest();
  await course.send("POST", "/v1/reviews/c1-SE/redraw-requests", { as: missionOf("SE"), body: { seat: "SY" } });
  await course.post("/v1/reviews/c1-SE/redraws", secretariat, { from: "SY" });
  await course.until("2021-11-20");
  for (const number of [2, 3])
    await course.send("POST", germany.at(`/clarifications/${number}/answer`), {
      as: germany.focalPoint("DE"),
      body: { text: "That." },
    });
  await course.until("2022-03-01");
  const delay = { dueOn: "2022-04-30", reason: "clearance" };
  await course.post(germany.at("/obligations/feedback:CA/delay"), germany.focalPoint("CA"), delay);
  await course.live(async () => {
    const drafts = await germany.draftFeedback("SG");
    await germany.post("/feedback/SG/clearance", "next@sg.example.org", { drafts });
  });
  await course.live(() => ireland.draftFeedback("FR"));
  await course.live(() => germany.clear("BF"));
  const { items } = await course.send("GET", "/v1/parties/BF/mandates", { as: secretariat });
  const closed = items.find(({ role }: any) => role === "expert")?.person.id;
  await course.send("POST", `/v1/users/${closed}/closure`, { as: secretariat, body: { reason: "left-service" } });
  await course.until("2022-05-03");
  await course.live(() => germany.clear("CA"));
};

/** The list waits for agreement until it is overdue, and is published; a focal point leaves, and is named again. */
const playList = async (course: Course): Promise<void> => {
  const { germany } = course;
  await course.until("2022-06-10");
  const list = germany.at("/observations");
  // The access of the expert of the first reviewing party was closed.
  const as = germany.expert("CA");
  const { headers } = await course.api.request("GET", list, { as });
  const body = { list: "The list of observations", summary: "In short." };
  await course.send("PUT", list, { as, match: headers.get("etag") ?? "", body });
  await course.until("2022-12-12");
  const { items } = await course.send("GET", "/v1/parties/TD/mandates", { as: secretariat });
  const held = items.find(({ role }: any) => role === "focal-point");
  await course.remove("TD", held.id);
  const own = await course.send("GET", "/v1/parties/FR/mandates", { as: secretariat });
  const first = own.items.find(({ role }: any) => role === "focal-point");
  await course.remove("FR", first.id);
  await course.until("2022-12-14");
  await course.name("FR", "focal-point", inIreland);
  await course.until("2022-12-16");
  await course.live(async () => {
    for (const party of ["DE", "CA", "BF"])
      await germany.post("/observations/agreements", germany.focalPoint(party), { version: 1 });
    await germany.post("/observations/agreements", "next@sg.example.org", { version: 1 });
  });
  await course.live(() => germany.publish(1));
  await course.until("2023-01-20");
};

const playAll = async (course: Course): Promise<void> => {
  const people = await playNominations(course);
  await playConsultation(course, people);
  await playBulletin(course);
  await playDenunciation(course);
  await playResponses(course, people);
  await playFeedback(course, people);
  await playList(course);
};

/**
 * Plays two reviews from the first day to the last, or to a day before it, with acts outside them: bulletins, erasure,
 * closure, lots.
 */
export const playWholeCourse = async (end = "9999-12-31"): Promise<WholeCourse> => {
  const log: LoggedRequest[] = [];
  const api = logging(await openInProcess(), log);
  await startGroup(api);
  const [germany, ireland] = [await lifeOf(api, "c1-DE"), await lifeOf(api, "c1-IE")];
  const course = new Course(api, { germany, ireland, end });
  try {
    await playAll(course);
  } catch (error) {
    if (!(error instanceof CourseEnded)) throw error;
  }
  return { api, log, failures: course.failures };
};

export const verifyWholeCourse = async ({ api, log }: WholeCourse): Promise<VerificationResult> => {
  const { behind, app } = api;
  const token = (await accountOf(behind, "secretariat")) ?? "";
  const request = requestsTo(behind);
  await orderPaper(request, token, app.clock.instant());
  await app.rest();
  return verifySystem({
    request,
    token,
    mails: () => Promise.resolve(mailsIn(app.mailbox)),
    requestLog: log,
    signIn: ({ sub }) => Promise.resolve(sub),
    now: app.clock.instant(),
    everyMorning: true,
  });
};

/** A Mechanism that was taken over, with one of its groups resumed. */
export const playTakeOver = async (): Promise<SmallSystem> => {
  const system = await takenOver(knownParties, smallTakeOver);
  // The sweep plans letters that are missing, also while the letters of all groups are paused.
  await system.app.sweep("full");
  await system.app.moveTo("2023-06-20T10:00:00.000Z");
  await resumeReminders(system, "c1-g1");
  await system.app.moveTo("2023-06-22T10:00:00.000Z");
  await system.app.sweep("full");
  await system.app.settle();
  return system;
};

export const verifyTakeOver = async ({ app }: SmallSystem): Promise<VerificationResult> =>
  verifySystem({
    request: requestsTo(app),
    token: (await accountOf(app, "secretariat")) ?? "",
    mails: () => Promise.resolve(mailsOf(app)),
    now: app.clock.now(),
  });
