import { defined } from "../../schemas/base/defined.ts";
import { Language } from "../../schemas/base/values.ts";
import { freshKey, secondSecretariat, secretariat } from "../harness/test-api.ts";
import type { SideScene, OnAnswer } from "./side-scene.ts";
import { type InProcess, openInProcess } from "./in-process.ts";
import * as who from "./people.ts";

const text = { subject: "Briefing for {{party}}", body: "Dear {{recipientName}},\n\n{{reviews}} continue." };
/** Gives one text for every language, so that every field of texts is in a reply. */
const inEvery = (said: object) => ({
  texts: Object.fromEntries(Language.options.map((language) => [language, said])),
  fallback: ["en"],
});
const second = secondSecretariat;

/** A bulletin to one seat, of which everything is said that an audience can be. */
const narrow = {
  roles: ["mission", "focal-point"],
  clusters: [1],
  groups: ["c1-g1"],
  stages: ["questionnaire"],
  seats: ["under-review"],
  parties: [who.under],
  regionalGroups: ["WEOG"],
  instruments: ["UNTOC"],
  list: "blockers",
  kinds: ["questionnaire"],
};

/** Plays one bulletin in delivery, and one to many that was approved, sent again to missed recipients and cancelled. */
export async function* bulletins(
  see: OnAnswer,
  living: (api: InProcess) => Promise<{ readonly scene: SideScene["scene"] }>,
): AsyncGenerator<SideScene> {
  const api = await openInProcess();
  const { scene } = await living(api);
  const must = async (operation: string, path: string, body?: object, as: string = secretariat): Promise<any> => {
    const asking = { as, key: freshKey(), ...defined({ body }) };
    const answer = await api.request("POST", path, asking);
    see(operation, "secretariat", scene, answer);
    if (answer.status >= 300) throw new Error(`${operation}: ${answer.text}`);
    return answer.body;
  };
  const order = async (draft: object): Promise<string> => {
    const { hash } = await must("previewBulletin", "/v1/bulletins/previews", draft);
    const { id } = await must("orderBulletin", "/v1/bulletins", { preview: hash });
    return `/v1/bulletins/${id}`;
  };
  const person = { name: "Third Officer", email: "third.officer@example.org", language: "en" };
  const { id: third } = await must("registerUser", "/v1/users", { role: "secretariat", person });
  const listed = async () => see("listUsers", "secretariat", scene, await api.get("/v1/users", secretariat));
  await listed();
  await must("confirmUser", `/v1/users/${third}/confirmation`, undefined, second);
  await listed();
  await api.app.rest();
  const written = await api.request("PUT", "/v1/texts/briefing", {
    as: secretariat,
    body: inEvery(text),
    match: '"v0"',
  });
  see("putText", "secretariat", scene, written);
  await order({ audience: narrow, stored: { id: "briefing" } });
  const path = await order({
    audience: { roles: ["mission", "focal-point", "expert"] },
    text: { subject: "Briefing", body: "In Vienna." },
  });
  see("getWorklist", "secretariat", scene, await api.get("/v1/worklist?kind=bulletin-to-approve", secretariat));
  // Some letters leave, and the others wait: it is still being sent.
  api.app.faults.add({ kind: "throttle", skip: 20, times: 1000 });
  await must("approveBulletin", `${path}/approval`, undefined, second);
  // While its letters are under way: with the last of them it is sent, and stops no more.
  await must("resumeBulletin", `${path}/resumption`);
  await api.app.rest();
  api.app.faults.clear();
  yield { api, scene };

  await must("approveBulletin", `${path}/approval`, undefined, second);
  await must("resendBulletin", `${path}/resend`);
  // Given up before its letters have left: after that nothing could be taken back.
  await must("cancelBulletin", `${path}/cancellation`);
  await api.app.rest();
  yield { api, scene };
}
