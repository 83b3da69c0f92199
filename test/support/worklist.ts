import type { Answer } from "./contract.ts";
import { freshKey, president, type Running, secretariat } from "./harness.ts";

/** Registers a second officer of the secretariat, and gives the id. */
export const settleOfficers = async (api: Running): Promise<string> => {
  const person = { name: "A second officer", email: "second.officer@example.org", language: "en" };
  const body = { role: "secretariat", person };
  const answer = await api.ask("POST", "/v1/users", { as: secretariat, key: freshKey(), body });
  await api.app.rest();
  return answer.body.id;
};

/** The secretariat records a contact with a party. */
export const contact = (api: Running, party: string, body: object, key = freshKey()): Promise<Answer> =>
  api.ask("POST", `/v1/parties/${party}/contacts`, { as: secretariat, key, body });

/** Everything of the worklist once, for tests that need every operation to have succeeded. */
export const secretariatAtWork = async (api: Running, review: string, party: string): Promise<readonly number[]> => {
  const { body: me } = await api.get("/v1/me", secretariat);
  const answers = [
    await api.ask("PUT", `/v1/reviews/${review}/officer`, { as: secretariat, body: { officer: me.id } }),
    await contact(api, party, { way: "call", outcome: "promised", review, nextOn: "2099-01-01" }),
    await api.get(`/v1/parties/${party}/contacts`, secretariat),
    await api.get(`/v1/reviews/${review}/contacts`, secretariat),
    await api.get(`/v1/reviews?officer=${me.id}`, secretariat),
    await api.ask("POST", "/v1/invitations/resend", { as: secretariat, key: freshKey(), body: { users: "all" } }),
    await api.get("/v1/worklist", secretariat),
    await api.get(`/v1/parties/${party}/letters/absence?date=2020-12-01`, secretariat),
    await api.get("/v1/presidents-list", president),
    await api.get("/v1/presidents-list/page", president),
    await api.get(`/v1/worklist?officer=${me.id}`, secretariat),
    await api.get("/v1/letters/explanations?state=delivered", secretariat),
    ...(await Promise.all(Object.values(ofJournals).map((path) => api.get(path, secretariat)))),
  ];
  return answers.map(({ status }) => status);
};

/** What the President reads besides the secretariat, by operation. */
export const ofThePresident = {
  listMissingNominations: "/v1/missing-nominations",
  getPresidentsList: "/v1/presidents-list",
  getPresidentsListPage: "/v1/presidents-list/page",
};

/** Readings of every journal, which are the secretariat's. */
export const ofJournals = {
  listJournalFeed: "/v1/journal?month=2020-12",
  listJournalHeads: "/v1/journal/party",
  getJournal: "/v1/journal/party/FR",
};
