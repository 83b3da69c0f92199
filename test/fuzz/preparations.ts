import { nameExperts } from "../fixtures/many-experts.ts";
import { entryOf } from "../fixtures/register-entries.ts";
import { freshKey, missionOf, personOf, secondSecretariat, secretariat, type TestSystem } from "../harness/test-api.ts";
import * as who from "../permissions/people.ts";
import { people, type Scene } from "../permissions/people.ts";
import { bulletinDraft, type Place } from "../permissions/places.ts";

/** The steps before an operation can succeed, and the parameters of the request then. */
export interface Preparation {
  readonly scene?: Scene;
  readonly prepare: (
    system: TestSystem,
    place: Place,
  ) => Promise<{ readonly path?: string; readonly body?: unknown; readonly by?: string }>;
}

const must = async (system: TestSystem, path: string, body: object, as: string = secretariat): Promise<any> => {
  const answer = await system.request("POST", path, { as, key: freshKey(), body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return answer.body;
};

const order = async (system: TestSystem, draft: object, more: object = {}): Promise<string> => {
  const { hash } = await must(system, "/v1/bulletins/previews", draft);
  return (await must(system, "/v1/bulletins", { preview: hash, ...more })).id;
};

const hours = (system: TestSystem, count: number) =>
  new Date(Date.parse(system.app.clock.instant()) + count * 3_600_000).toISOString();

/** Returns a bulletin with letters of unknown outcome. */
const unsettled = async (system: TestSystem): Promise<string> => {
  system.app.faults.add({ kind: "mailReset", times: 1 });
  const id = await order(system, bulletinDraft);
  await system.app.moveTo(hours(system, 9));
  system.app.faults.clear();
  return id;
};

/** The path of a delay that is in force. */
const delay = async (system: TestSystem): Promise<string> => {
  const path = `/v1/reviews/${who.review}/obligations/feedback:${who.reviewer}/delay`;
  await must(system, path, { dueOn: "2022-12-15", reason: "clearance" }, people["fp-reviewing"].as);
  return path;
};

const home = people["expert-uninvolved"].as;

/** Offers a mandate to a person of another party, and returns its id. */
const mandateOffer = async (system: TestSystem): Promise<string> => {
  const person = { ...personOf(who.outsider, "expert"), email: home };
  const body = { role: "observer", person, reviews: [who.review] };
  return (await must(system, `/v1/parties/${who.under}/mandates`, body, missionOf(who.under))).mandate;
};

/** An answer of a person to an offer, in a scene in which no such offer waits. */
const answerTo = (answer: string): Preparation => ({
  scene: "feedback",
  prepare: async (system) => ({ path: `/v1/me/mandate-offers/${await mandateOffer(system)}/${answer}`, by: home }),
});

const many = { text: { subject: "Briefing", body: "In Vienna." }, audience: { roles: ["focal-point", "expert"] } };

/** The path of an entry of a register that was just recorded. */
const registerEntry = async (system: TestSystem): Promise<string> => {
  const { id } = await must(system, "/v1/register-entries", entryOf["constructive-dialogue"]);
  return `/v1/register-entries/${id}`;
};

/** The path of a status paper that was just written. */
const statusPaper = async (system: TestSystem): Promise<string> => {
  const { id } = await must(system, "/v1/reports/status", { asAt: "2020-11-02" });
  await system.app.rest();
  return `/v1/reports/status/${id}`;
};

/** Preparations of each operation that no caller may use in the scenes alone. */
export const preparations: Readonly<Record<string, Preparation>> = {
  getReferenceAsset: {
    prepare: async (system) => {
      const { text } = await system.get("/docs");
      const [asset] = /docs\/[a-z0-9][a-z0-9.-]*/u.exec(text) ?? [];
      return asset === undefined ? {} : { path: `/${asset}` };
    },
  },
  getStatusPaper: { prepare: async (system) => ({ path: await statusPaper(system) }) },
  getStatusPaperContent: { prepare: async (system) => ({ path: `${await statusPaper(system)}/content` }) },
  publishStatusPaper: { prepare: async (system) => ({ path: `${await statusPaper(system)}/publication` }) },
  getRegisterEntry: { prepare: async (system) => ({ path: await registerEntry(system) }) },
  correctRegisterEntry: { prepare: async (system) => ({ path: `${await registerEntry(system)}/corrections` }) },
  reverseRegisterEntry: { prepare: async (system) => ({ path: `${await registerEntry(system)}/reversal` }) },
  eraseUser: {
    prepare: async (system, { user }) => {
      await must(system, `/v1/users/${user}/closure`, { reason: "left-service" });
      return {};
    },
  },
  acceptMandateOffer: answerTo("acceptance"),
  refuseMandateOffer: answerTo("refusal"),
  withdrawMandateOffer: {
    scene: "feedback",
    prepare: async (system) => ({
      path: `/v1/parties/${who.under}/mandate-offers/${await mandateOffer(system)}/withdrawal`,
      by: missionOf(who.under),
    }),
  },
  approveErasure: {
    prepare: async (system, { user }) => {
      await must(system, `/v1/users/${user}/closure`, { reason: "left-service" });
      await must(system, `/v1/users/${user}/erasure`, { reason: "other", source: "letter" });
      return { by: secondSecretariat };
    },
  },
  withdrawErasure: {
    prepare: async (system, { user }) => {
      await must(system, `/v1/users/${user}/closure`, { reason: "left-service" });
      await must(system, `/v1/users/${user}/erasure`, { reason: "other", source: "letter" });
      return {};
    },
  },
  reverseDelay: {
    scene: "feedback",
    prepare: async (system) => ({ path: `${await delay(system)}/reversal` }),
  },
  unsuppressMark: {
    prepare: async (system) => {
      system.app.faults.add({ effect: "bounce", address: missionOf(who.outsider), times: 1 });
      await order(system, bulletinDraft);
      await system.app.rest();
      const { body } = await system.get("/v1/suppressed-addresses", secretariat);
      return { path: `/v1/suppressed-addresses/${body.items[0].letter}/unsuppression` };
    },
  },
  settleLetter: {
    prepare: async (system) => {
      const id = await unsettled(system);
      const { body } = await system.get(`/v1/bulletins/${id}/recipients?outcome=unknown`, secretariat);
      return { path: `/v1/letters/${body.items[0].letter.id}/settlement` };
    },
  },
  settleBulletin: {
    prepare: async (system) => ({ path: `/v1/bulletins/${await unsettled(system)}/settlement` }),
  },
  approveBulletin: {
    scene: "feedback",
    prepare: async (system) => {
      await nameExperts(system, 210);
      const id = await order(system, many, { sendAt: hours(system, 48) });
      return { path: `/v1/bulletins/${id}/approval`, by: secondSecretariat };
    },
  },
  resumeBulletin: {
    scene: "feedback",
    prepare: async (system) => {
      await nameExperts(system, 70);
      system.app.faults.add({ effect: "bounce", skip: 50, times: 20 });
      system.app.faults.add({ kind: "throttle", skip: 80, times: 1000 });
      const id = await order(system, many);
      await system.app.rest();
      system.app.faults.clear();
      return { path: `/v1/bulletins/${id}/resumption` };
    },
  },
  resendBulletin: {
    prepare: async (system) => {
      system.app.faults.add({ effect: "error", action: "ses:SendEmail", error: "MessageRejected", status: 400 });
      const id = await order(system, bulletinDraft);
      await system.app.rest();
      system.app.faults.clear();
      return { path: `/v1/bulletins/${id}/resend` };
    },
  },
};
