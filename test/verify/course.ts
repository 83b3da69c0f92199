import { defined } from "../../schemas/base/defined.ts";
import type { Mail } from "../../bin/verify/mailbox.ts";
import type { LoggedRequest } from "../../bin/verify/request-log.ts";
import type { Send } from "../../bin/verify/read.ts";
import { type Verification, type VerificationResult, verifySystem } from "../../bin/verify/verify.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import { lifeOf } from "../fixtures/review-life.ts";
import { freshKey, missionOf, personOf, secretariat, startGroup } from "../harness/test-api.ts";
import { requestsTo } from "../harness/app-requests.ts";
import { accountOf, mailsOf } from "../harness/verification.ts";

/** Returns an API that logs each request and its reply. */
export const logging = (api: InProcess, log: LoggedRequest[]): InProcess => {
  const request: InProcess["request"] = async (method, target, asking = {}) => {
    const answer = await api.request(method, target, asking);
    const { as, key, body } = asking;
    const sent = { ...defined({ as, key }), body };
    log.push({ method, path: target, ...sent, status: answer.status, reply: structuredClone(answer.body) });
    return answer;
  };
  const name: InProcess["name"] = (party, role, more = {}) =>
    request("POST", `/v1/parties/${party}/mandates`, {
      as: missionOf(party),
      key: freshKey(),
      body: { role, person: personOf(party, role), ...more },
    });
  return { ...api, request, name };
};

/** A course that has ended, with every request that it sent; its replies no longer change. */
export type PlayedCourse = InProcess & { readonly log: readonly LoggedRequest[]; readonly send: Send };

/** Sends each request once and repeats its reply: each defect is planted in replies that are then known. */
export const rememberAnswers = (send: Send): Send => {
  const known = new Map<string, Promise<readonly [text: string, init: ResponseInit]>>();
  const askOnce = async (request: Request): Promise<readonly [text: string, init: ResponseInit]> => {
    const reply = await send(request);
    return [await reply.text(), { status: reply.status, headers: reply.headers }];
  };
  return async (request) => {
    const { method, url, headers } = request;
    if (method !== "GET") return send(request);
    const key = `${url} ${headers.get("authorization") ?? ""}`;
    const answer = known.get(key) ?? askOnce(request);
    known.set(key, answer);
    const [text, init] = await answer;
    // A constructed response has no address, and the client includes it in its errors.
    return Object.defineProperty(new Response(text, init), "url", { value: url });
  };
};

/** Gives the mission of a silent party another address before a reminder, unconfirmed when that leaves. */
const readdressMission = async ({ request, app }: InProcess): Promise<void> => {
  const { body, headers } = await request("GET", "/v1/parties/GR/mission", { as: secretariat });
  const contacts = { ...body.contacts, address: "moved.mission@gr.example.org" };
  await request("PUT", "/v1/parties/GR/mission", { as: secretariat, match: headers.get("etag") ?? "", body: contacts });
  await app.rest();
};

/** Confirms that address by note verbale. */
const confirmMission = async ({ request }: InProcess): Promise<void> => {
  const { headers } = await request("GET", "/v1/parties/GR/mission", { as: secretariat });
  const note = { number: "17/2020", date: "2020-12-30" };
  const match = headers.get("etag") ?? "";
  await request("POST", "/v1/parties/GR/mission/confirmation", { as: secretariat, match, body: { note } });
};

/** Registers a user of the secretariat and changes the address a day later. */
const joinSecretariat = async ({ request, app }: InProcess): Promise<void> => {
  const person = { name: "A new officer", email: "new.officer@example.org", language: "en" };
  const joining = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
  const { id, version } = (await request("POST", "/v1/users", joining)).body;
  await app.moveTo("2021-06-15T12:00:00.000Z");
  const { headers } = await request("GET", `/v1/users/${id}`, { as: secretariat });
  const match = headers.get("etag") ?? `"${version}"`;
  const body = { person: { email: "moved.officer@example.org" } };
  await request("PATCH", `/v1/users/${id}`, { as: secretariat, match, body });
};

/** A mission corrects the address and the telephone of its expert. */
const correctExpert = async ({ request, get }: InProcess): Promise<void> => {
  const { items } = (await get("/v1/parties/IE/mandates", secretariat)).body;
  const { person } = items.find(({ role }: { role: string }) => role === "expert");
  const path = `/v1/parties/IE/people/${person.id}`;
  const match = (await request("GET", path, { as: missionOf("IE") })).headers.get("etag") ?? "";
  const body = { person: { email: "moved.expert@ie.example.org", phone: null } };
  await request("PATCH", path, { as: missionOf("IE"), match, body });
};

/** A party that is nowhere in the review of Ireland names the expert of Ireland as well, who accepts. */
const nameExpertElsewhere = async ({ request, get }: InProcess): Promise<void> => {
  const { reviews } = (await get("/v1/parties/IE/mandates", secretariat)).body.items[0];
  const { seats } = (await get(`/v1/reviews/${reviews[0]}`, secretariat)).body;
  const further = ["SE", "GR", "DE"].find((party) => !seats.some((seat: any) => seat.party === party)) ?? "";
  const person = { ...personOf("IE", "expert"), email: "moved.expert@ie.example.org" };
  const body = { role: "expert", person, reviews: [`c1-${further}`] };
  const { mandate } = (
    await request("POST", `/v1/parties/${further}/mandates`, { as: missionOf(further), key: freshKey(), body })
  ).body;
  await request("POST", `/v1/me/mandate-offers/${mandate}/acceptance`, { as: person.email });
};

/** The review of Ireland by France and Chad up to the feedback, while the other parties of its group stay silent. */
export const playCourse = async (): Promise<PlayedCourse> => {
  const log: LoggedRequest[] = [];
  const api = logging(await openInProcess(), log);
  api.behind.mail.usually = "accepts";
  await startGroup(api);
  const life = await lifeOf(api, "c1-IE");
  await api.app.moveTo("2020-12-08T12:00:00.000Z");
  await life.nominate();
  await api.app.moveTo("2020-12-10T12:00:00.000Z");
  await life.conclude();
  await readdressMission(api);
  await api.app.moveTo("2020-12-30T12:00:00.000Z");
  await confirmMission(api);
  await api.app.moveTo("2021-05-31T12:00:00.000Z");
  const delay = { dueOn: "2021-06-20", reason: "translation" };
  await life.post("/obligations/questionnaire:IE/delay", missionOf("IE"), delay, { key: freshKey() });
  await api.app.moveTo("2021-06-14T12:00:00.000Z");
  await life.submit();
  await api.request("POST", "/v1/contacts", {
    as: secretariat,
    key: freshKey(),
    body: { contacts: [{ party: "FR", way: "call", outcome: "informed", note: "A call" }] },
  });
  await joinSecretariat(api);
  await correctExpert(api);
  await nameExpertElsewhere(api);
  await api.app.moveTo("2021-07-01T12:00:00.000Z");
  await api.app.rest();
  return { ...api, log, send: rememberAnswers(requestsTo(api.behind)) };
};

/** The replies of the system that would contain a defect. */
export interface PlantedDefect {
  /** Changes the bodies of replies to matching paths. */
  readonly answers?: readonly {
    readonly path: RegExp;
    readonly change: (body: any, search: URLSearchParams) => unknown;
  }[];
  readonly mails?: (mails: Mail[]) => readonly Mail[];
  readonly log?: (log: LoggedRequest[]) => readonly LoggedRequest[];
}

const changeAnswers =
  (send: Send, answers: NonNullable<PlantedDefect["answers"]>): Send =>
  async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const reply = await send(request);
    const those = answers.filter(({ path }) => path.test(pathname));
    if (those.length === 0 || !reply.ok) return reply;
    const body = those.reduce<unknown>((now, { change }) => change(now, searchParams), await reply.json());
    return Response.json(body, { status: reply.status, headers: { etag: reply.headers.get("etag") ?? "" } });
  };

/** Verifies a course with a defect in the replies of the system, and an upgrade if given. */
export const verifyWith = async (
  { behind, log: requests, send }: PlayedCourse,
  { answers = [], mails, log }: PlantedDefect,
  upgrade: Pick<Verification, "judgedFrom"> = {},
): Promise<VerificationResult> => {
  const inbox = mailsOf(behind);
  return verifySystem({
    request: changeAnswers(send, answers),
    token: (await accountOf(behind, "secretariat")) ?? "",
    mails: () => Promise.resolve(mails === undefined ? inbox : mails(structuredClone([...inbox]))),
    requestLog: log === undefined ? requests : log(structuredClone([...requests])),
    signIn: ({ sub }) => Promise.resolve(sub),
    now: behind.clock.now(),
    ...upgrade,
  });
};
